"""The parts of a text as XML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from graph.akn.meta import NAMESPACE, identification, metadata
from graph.akn.names import ELEMENTS, work_iri
from graph.akn.text import Text
from graph.akn.tree import Block, Node, Parts, Piece, divide
from graph.akn.words import Words, kept
from graph.normalise import normalise
from graph.structure import lay_out

_ENDS = (".", ";", ",")


def akoma_ntoso(text: Text) -> bytes:
    """The Akoma Ntoso document of a loaded text, in UTF-8. The same text and graph give the same bytes; linear in the
    length of the text; any text is accepted."""
    raw = text.source.text
    normalised = normalise(raw)
    outline = lay_out(normalised.text)
    parts = divide(raw, normalised, outline, text.document.type)
    plain = kept(raw, normalised, outline)
    number = _number(plain, text.document.code, parts.preface)
    words = Words(plain, text.mentions, number)
    return _Writer(text, parts, words).bytes()


def _number(plain: str, code: str | None, preface: Sequence[Piece]) -> list[tuple[int, int, str]]:
    """Where the number and symbol stand in the preface."""
    if not code or not preface:
        return []
    pattern = r"[ \t]*".join(map(re.escape, code))
    found = re.compile(pattern).search(plain, 0, preface[-1].end)
    return [(*found.span(), "docNumber")] if found else []


class _Writer:
    """One document."""

    def __init__(self, text: Text, parts: Parts, words: Words) -> None:
        self.text = text
        self.parts = parts
        self.words = words
        self.is_act = "/act/" in work_iri(text.document.id)

    def bytes(self) -> bytes:
        root = Element("akomaNtoso", {"xmlns": NAMESPACE})
        kind = self.text.document.type or "văn bản"
        top = SubElement(root, "act" if self.is_act else "doc", {"name": kind, "contains": "originalVersion"})
        metadata(top, self.text, self.parts)
        self.preface(top)
        self.preamble(top)
        body = SubElement(top, "body" if self.is_act else "mainBody", {"eId": "body"})
        self.hierarchy(body, self.parts.body, loose=not self.is_act)
        if not len(body):
            self.hierarchy(body, [Block([])], loose=not self.is_act)
        if pieces := self.filled(self.parts.conclusions):
            element = SubElement(top, "conclusions", {"eId": "conclusions"})
            for piece in pieces:
                self.p(element, piece)
        self.attachments(top)
        data: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
        return data + b"\n"

    def filled(self, pieces: Sequence[Piece]) -> list[Piece]:
        return [piece for piece in pieces if not self.words.is_empty(piece.start, piece.end)]

    def p(self, parent: Element, piece: Piece, tag: str = "p") -> None:
        self.words.put(SubElement(parent, tag), piece.start, piece.end)

    def preface(self, top: Element) -> None:
        pieces = self.filled(self.parts.preface)
        if not pieces:
            return
        element = SubElement(top, "preface", {"eId": "preface"})
        start, end = self.parts.title
        title: Element | None = None
        for piece in pieces:
            if not start <= piece.body < end:
                title = None
                self.p(element, piece)
                continue
            if title is None:
                title = SubElement(element, "longTitle")
            self.words.put(SubElement(SubElement(title, "p"), "docTitle"), piece.start, piece.end)

    def preamble(self, top: Element) -> None:
        pieces = self.filled(self.parts.preamble)
        if not pieces:
            return
        element = SubElement(top, "preamble", {"eId": "preamble"})
        group: Element | None = None
        counted = {"citation": 0, "recital": 0}
        groups = {"citations": 0, "recitals": 0}
        for piece in pieces:
            if piece.kind == "enacting":
                group = None
                self.p(SubElement(element, "formula", {"name": "enactingFormula"}), piece)
                continue
            if piece.kind != "clause":
                group = None
                self.p(element, piece)
                continue
            first = self.words.text[piece.body : piece.end].lstrip(" \t\n“_").lower()
            tag = "citation" if first.startswith("căn") else "recital"
            if group is None or group.tag != f"{tag}s":
                groups[f"{tag}s"] += 1
                name = "cits" if tag == "citation" else "recs"
                group = SubElement(element, f"{tag}s", {"eId": f"preamble__{name}_{groups[f'{tag}s']}"})
            counted[tag] += 1
            short = "cit" if tag == "citation" else "rec"
            self.p(SubElement(group, tag, {"eId": f"preamble__{short}_{counted[tag]}"}), piece)

    def attachments(self, top: Element) -> None:
        element: Element | None = None
        for number, items in enumerate(self.parts.attachments, start=1):
            if not any(self.has_words(item) for item in items):
                continue
            if element is None:
                element = SubElement(top, "attachments")
            attached = SubElement(element, "attachment", {"eId": f"att_{number}"})
            document = SubElement(attached, "doc", {"name": "phụ lục", "contains": "originalVersion"})
            identification(SubElement(document, "meta"), self.text, f"phu-luc-{number}")
            body = SubElement(document, "mainBody")
            self.hierarchy(body, items, loose=True)

    # Hierarchy -------------------------------------------------------------------------------------------------------

    def has_words(self, item: Node | Block) -> bool:
        if isinstance(item, Node):
            return True
        pieces = [*item.pieces, *(cell for row in item.rows for cell in row)]
        return bool(item.quoted) or any(not self.words.is_empty(p.start, p.end) for p in pieces)

    def hierarchy(self, parent: Element, items: Sequence[Node | Block], *, loose: bool) -> None:
        """Elements and blocks; where blocks may not stand (`loose` is False) they lie in a container without a
        number."""
        container: Element | None = None
        for item in items:
            if isinstance(item, Node):
                container = None
                self.node(parent, item)
                continue
            if item.pieces and not self.has_words(item):
                continue
            if loose:
                self.block(parent, item)
                continue
            if container is None:
                container = SubElement(SubElement(parent, "hcontainer", {"name": "text"}), "content")
            self.block(container, item)

    def node(self, parent: Element, node: Node) -> None:
        tag = ELEMENTS[node.kind][0]
        attributes = {"eId": node.eid}
        if tag == "hcontainer":
            attributes["name"] = node.kind
        element = SubElement(parent, tag, attributes)
        if node.num and not self.words.is_empty(*node.num):
            self.words.put(SubElement(element, "num"), *node.num)
        items = [item for item in node.items if self.has_words(item)]
        own: tuple[int, int] | None = None if self.words.is_empty(*node.own) else node.own
        if own is None and node.kind in ("part", "chapter", "section", "subsection", "note"):
            first = items[0] if items else None
            if isinstance(first, Block) and first.pieces and node.kind != "note":  # the heading in the next line
                own = (first.pieces[0].start, first.pieces[0].end)
                items = items[1:]
        if own is not None and self.is_heading(node, own, items):
            self.words.put(SubElement(element, "heading"), *own)
            own = None
        lead = 0
        while lead < len(items) and isinstance(items[lead], Block):
            lead += 1
        if lead == len(items):
            if own is not None or items:
                self.blocks(SubElement(element, "content"), own, items)
            return
        if own is not None or lead:
            self.blocks(SubElement(element, "intro"), own, items[:lead])
        self.hierarchy(element, items[lead:], loose=False)

    def is_heading(self, node: Node, own: tuple[int, int], items: Sequence[Node | Block]) -> bool:
        """Are the words behind a number a heading? Those of parts, chapters and sections are; those of an article
        where they do not end as a sentence does and its text follows."""
        if node.kind in ("part", "chapter", "section", "subsection", "capital", "roman"):
            return True
        if node.kind != "điều" or not items:
            return False
        last = self.words.text[own[0] : own[1]].rstrip(" \t\n\r_")[-1:]
        return last not in (*_ENDS, ":")

    def blocks(self, parent: Element, own: tuple[int, int] | None, items: Sequence[Node | Block]) -> None:
        """Words of an element and its blocks; a quotation goes into the paragraph that introduces it."""
        last: Element | None = None
        if own is not None:
            last = SubElement(parent, "p")
            self.words.put(last, *own)
        for item in items:
            if isinstance(item, Block):
                last = self.block(parent, item, last)

    def block(self, parent: Element, item: Block, before: Element | None = None) -> Element | None:
        """A block; gives the paragraph that it is, if it is one."""
        if item.quoted:
            paragraph = SubElement(parent, "p") if before is None else before
            mod = Element("mod", {"eId": item.eid.rpartition("__")[0]})
            mod.text, paragraph.text = paragraph.text, None
            mod.extend(list(paragraph))
            for child in list(paragraph):
                paragraph.remove(child)
            paragraph.append(mod)
            quoted = SubElement(mod, "quotedStructure", {"eId": item.eid})
            self.hierarchy(quoted, item.quoted, loose=True)
            return None
        if item.rows:
            table = SubElement(parent, "table")
            for row in item.rows:
                line = SubElement(table, "tr")
                for cell in row:
                    self.p(SubElement(line, "td"), cell)
            return None
        paragraph = SubElement(parent, "p")
        for piece in item.pieces:
            self.words.put(paragraph, piece.start, piece.end)
        return paragraph
