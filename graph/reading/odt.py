"""OpenDocument texts (.odt): paragraphs, tables, notes and frames from ``content.xml``."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Source
from graph.reading import legacy
from graph.reading.lines import joined
from graph.reading.options import Options
from graph.reading.package import Element, Package

_SKIPPED = {"tracked-changes", "annotation", "forms", "automatic-styles", "scripts", "font-face-decls", "desc", "title"}
_MOST_BLANKS = 1_000  # of one <text:s>; more is no text


def read(data: bytes, name: str, options: Options) -> Source:
    """The document's text: paragraphs with an empty line between, table cells one after the other, each note
    below its paragraph."""
    root = Package(data, name, options).xml("content.xml")
    counter = [0]
    text, scheme = legacy.to_unicode(joined(_blocks(root, counter), name, paragraphs=True))
    return Source(name, text, "odt", {"encoding": scheme} if scheme else {})


def _blocks(parent: Element, counter: list[int]) -> Iterator[str]:
    for child in parent:
        tag = _local(child)
        if tag in ("p", "h"):
            line: list[str] = []
            aside: list[Element] = []
            _inline(child, line, aside, counter)
            yield "".join(line)
            for element in aside:
                yield from _aside(element, counter)
        elif tag == "table":
            yield from _blocks(child, counter)
            yield ""
        elif tag and tag not in _SKIPPED:
            yield from _blocks(child, counter)


def _inline(element: Element, line: list[str], aside: list[Element], counter: list[int]) -> None:
    line.append(element.text or "")
    for child in element:
        tag = _local(child)
        if tag == "s":
            count = next((value for key, value in child.attrib.items() if key.endswith("}c")), "1")
            line.append(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))
        elif tag == "tab":
            line.append("\t")
        elif tag == "line-break":
            line.append("\n")
        elif tag == "note":
            counter[0] += 1
            child.set("luocdo", str(counter[0]))
            line.append(f"[{counter[0]}]")
            aside.append(child)
        elif tag in ("frame", "text-box", "custom-shape"):
            aside.append(child)
        elif tag and tag not in _SKIPPED:
            _inline(child, line, aside, counter)
        line.append(child.tail or "")


def _aside(element: Element, counter: list[int]) -> Iterator[str]:
    mark = element.get("luocdo")
    body = next((child for child in element if _local(child) == "note-body"), element)
    lines = list(_blocks(body, counter))
    if mark and lines:
        lines[0] = f"[{mark}] {lines[0]}"
    yield from lines


def _local(element: Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
