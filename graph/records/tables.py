"""Registers inside of documents: a table in a Word file, a web page or a Markdown text whose heads are those of a
register (the yearly list of documents that have ended, a mail register) states its rows.

Readers write such a table as lines of cells between bars. The offsets of what is found are those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.domain.places import place_by_name
from graph.domain.register_heads import known_heads
from graph.model import Document, Effect, Evidence, Extraction, Finding, Issuer, Mention, Relation
from graph.reading.tables import are_heads, is_numbering, section_title
from graph.records.composing import Record, compose
from graph.records.facts import RULE, facts
from graph.records.mapping import Entry, by_heads, columns_of, entry_of

_LINE = re.compile(r"^[ \t]*\|(?P<cells>.*)\|[ \t]*$", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")  # one behind a backslash is a sign of its cell
_RULE = re.compile(r"[\s|:*_-]*")
_CAPTION = 600  # code points above a table in which its heading stands


class Cell(NamedTuple):
    """The words of a cell and where they stand."""

    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a register in a text: the cells by role, and the whole line."""

    cells: dict[str, Cell]
    roles: tuple[str, ...]  # all that the table has columns for
    start: int
    end: int
    caption: str


def with_registers(text: str, read: Extraction, extract: Callable[..., Extraction]) -> Extraction:
    """`read` with what the registers in `text` state: their documents with date, title and force, and what ended them.
    Mentions in the column of the numbers mean the documents of their rows."""
    if "|" not in text:
        return read
    lines = list(_registers(text))
    if not lines:
        return read
    found = _Found(text, read, extract)
    for line in lines:
        found.add(line)
    return found.done()


def _registers(text: str) -> Iterator[Line]:
    """The rows of all registers in a text."""
    heads: tuple[str, ...] = ()
    columns: dict[str, int] = {}
    caption, group = "", ""
    last = -1
    for match in _LINE.finditer(text):
        if _RULE.fullmatch(match["cells"]):
            last = match.end()
            continue
        if last < 0 or text[last : match.start()].strip():  # a new table
            heads, columns, group = (), {}, ""
            caption = text[max(0, match.start() - _CAPTION, last) : match.start()].strip().rpartition("\n\n")[2]
        last = match.end()
        cells = list(_cells(match["cells"], match.start("cells")))
        words = tuple(cell.words for cell in cells)
        if not columns:
            if known_heads(words) > 1:
                heads, columns = words, columns_of(words)
            continue
        if words != heads and are_heads(words):  # of another table that follows at once
            heads, columns, group = words, columns_of(words), ""
            continue
        if words == heads or is_numbering([word for word in words if word]):
            continue
        if title := section_title(list(dict.fromkeys(word for word in words if word))):
            group = title
            continue
        here = {role: cells[at] for role, at in columns.items() if at < len(cells) and cells[at].words}
        yield Line(here, tuple(columns), match.start(), match.end(), "\n".join(filter(None, (caption, group))))


def _cells(line: str, start: int) -> Iterator[Cell]:
    at = 0
    for piece in _BAR.split(line):
        words = piece.strip(" \t*_")
        begin = start + at + (piece.find(words) if words else 0)
        yield Cell(words, begin, begin + len(words))
        at += len(piece) + 1


class _Found:
    """The extraction as it grows row by row."""

    def __init__(self, text: str, read: Extraction, extract: Callable[..., Extraction]) -> None:
        self._text = text
        self._read = read
        self._extract = extract
        self._documents: dict[str, Document] = {document.id: document for document in read.documents}
        self._issuers: dict[str, Issuer] = {issuer.id: issuer for issuer in read.issuers}
        self._mentions = list(read.mentions)
        self._relations: list[Relation] = []
        self._effects: list[Effect] = list(read.effects)
        self._findings: list[Finding] = list(read.findings)
        self._rows: list[tuple[int, int]] = []
        self._at = 0

    def add(self, line: Line) -> None:
        """What one row states."""
        inside = self._inside(line)
        number = line.cells.get("number") or line.cells.get("symbol") or line.cells.get("count")
        if number is None:
            return
        own = next(
            (i for i in inside if self._mentions[i].start < number.end and self._mentions[i].end > number.start), None
        )
        known = self._documents[self._mentions[own].document] if own is not None else None
        entry = self._entry(line, known)
        if entry is None:
            return
        record = compose(entry.values, by_heads(), entry.cells)
        if record is None:
            return
        said = facts(record, self._read.source or "", self._extract)
        if not said.documents:
            return
        row = said.documents[0]
        self._documents.setdefault(row.id, row)
        self._rows.append((line.start, line.end))
        self._issuers.update((issuer.id, issuer) for issuer in said.issuers if issuer.id not in self._issuers)
        if own is not None:
            for i in inside:  # the type and the number in cells of their own may be two mentions
                if known is not None and self._mentions[i].document == known.id:
                    self._mentions[i] = replace(self._mentions[i], document=row.id)
            for i, effect in enumerate(self._effects):
                if known is not None and effect.document == known.id and line.start <= effect.evidence.start < line.end:
                    self._effects[i] = replace(effect, document=row.id)
        else:
            start = min(c.start for r, c in line.cells.items() if r in ("number", "count", "symbol"))
            end = max(c.end for r, c in line.cells.items() if r in ("number", "count", "symbol"))
            self._mentions.append(Mention(row.id, start, end, self._text[start:end], rule=RULE))
        self._state(line, record, said, row, inside)

    def _inside(self, line: Line) -> list[int]:
        """The mentions in the row, by their places in the list (rows come in order)."""
        mentions = self._read.mentions
        while self._at < len(mentions) and mentions[self._at].start < line.start:
            self._at += 1
        end = self._at
        while end < len(mentions) and mentions[end].start < line.end:
            end += 1
        return list(range(self._at, end))

    def _entry(self, line: Line, known: Document | None) -> Entry | None:
        cells = {role: cell.words for role, cell in line.cells.items()}
        own = self._read.source_document
        caption = line.caption
        if own is not None and own.place:  # the province of the document that holds the table
            known_place = place_by_name(own.place)
            caption = f"{known_place.kind if known_place else 'tỉnh'} {own.place}\n{caption}"
        if known is not None and known.issuer and "issuer" not in cells:
            cells["issuer"] = known.issuer
            cells.setdefault("place", known.place or "")
        return entry_of(cells, {role: role for role in (*line.roles, *cells)}, caption)

    def _state(self, line: Line, record: Record, said: Extraction, row: Document, inside: list[int]) -> None:
        """The relations and the force of the row, with the row as evidence. What the row's cells name are the
        documents that the text's own mentions mean: they know the province, the short forms."""
        meant: dict[str, str] = {row.id: row.id}
        for document in said.documents[1:]:
            same = next(
                (m.document for m in (self._mentions[i] for i in inside)
                 if self._documents[m.document].code == document.code and document.code), None,
            )  # fmt: skip
            meant[document.id] = same or document.id
            if same is None:
                self._documents.setdefault(document.id, document)
        for relation in said.relations:
            if relation.predicate == "issued_by":
                if relation.subject == row.id:
                    self._relations.append(replace(relation, evidence=self._whole(line, relation.evidence)))
            elif relation.evidence.rule == RULE or row.id in (relation.subject, relation.object):
                ends = meant.get(relation.subject), meant.get(relation.object)
                if None not in ends and ends[0] != ends[1]:
                    e = self._whole(line, relation.evidence)
                    self._relations.append(replace(relation, subject=ends[0] or "", object=ends[1] or "", evidence=e))
        known = {(e.document, e.kind, e.date) for e in self._effects}
        for effect in said.effects:
            if (effect.document, effect.kind, effect.date) in known:
                continue
            self._effects.append(replace(effect, evidence=self._whole(line, effect.evidence)))

    def _whole(self, line: Line, evidence: Evidence) -> Evidence:
        return replace(
            evidence, start=line.start, end=line.end, text=self._text[line.start : line.end], cue_start=-1, cue_end=-1,
            cue=evidence.cue, rule=RULE,
        )  # fmt: skip

    def done(self) -> Extraction:
        """The whole: what the text's own reading said across the cells of these rows is gone."""
        read = self._read
        rows = self._rows

        def outside(relation: Relation) -> bool:
            e = relation.evidence
            return relation.predicate in ("issued_by", "cites") or not _within(e.start, rows)

        kept = [r for r in read.relations if outside(r)]
        named = {m.document for m in self._mentions}
        source = read.source_document
        if source is not None:
            named.add(source.id)
        kept = [r for r in kept if r.subject in named and (r.predicate == "issued_by" or r.object in named)]
        cited = {r.object for r in kept if r.predicate == "cites"}
        if source is not None:
            for mention in sorted(self._mentions, key=lambda m: (m.start, m.end)):
                if mention.document not in cited and mention.document != source.id:
                    cited.add(mention.document)
                    e = Evidence(mention.start, mention.end, mention.text, "", -1, -1, 1.0, RULE, read.source)
                    kept.append(Relation(source.id, "cites", mention.document, e))
        relations = [*kept, *self._relations]
        ends = named | {id for r in relations for id in (r.subject, r.object)}
        documents = tuple(document for id, document in self._documents.items() if id in ends)
        relations.sort(key=lambda r: (r.evidence.start, r.evidence.end, r.predicate, r.subject, r.object))
        mentions = tuple(sorted(self._mentions, key=lambda m: (m.start, m.end)))
        ids = {document.id for document in documents}
        findings = tuple(f for f in self._findings if ids.issuperset(f.documents))
        effects = tuple(e for e in self._effects if e.document in ids)
        return Extraction(
            read.source, documents, mentions, tuple(relations), tuple(self._issuers.values()), findings, effects
        )


def _within(offset: int, spans: list[tuple[int, int]]) -> bool:
    from bisect import bisect_right

    at = bisect_right(spans, (offset, 1 << 60)) - 1
    return at >= 0 and offset < spans[at][1]
