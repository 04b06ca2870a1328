"""The outline of a text as the parts of an Akoma Ntoso document: preface, preamble, body, conclusions, attachments.

Everything is told from `graph.structure`; one pass over the units. All offsets are those of the text as it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.akn.names import ELEMENTS, EIds, label_id
from graph.domain.document_types import document_types
from graph.normalise import Normalised
from graph.structure import Outline
from graph.structure.marks import marks
from graph.structure.outline import PARAGRAPH
from graph.structure.parts import body_end, closed, find_zones

_MOST_QUOTED = 2_000  # units that one quotation may hold: what never closes is no quotation
_MOST_TITLE = 6  # units before "(Kèm theo …)" in which the title of an annex may begin
_CLOSED = re.compile(r"”[\s.;,:*_|)]*\Z")
_ROMAN = frozenset(("part", "chapter", "section", "subsection", "capital", "roman"))


@dataclass(slots=True)
class Piece:
    """One unit: `start` to `end`, its words from `body`; `text` tells nothing that the offsets do not."""

    kind: str
    level: int
    label: str
    start: int
    body: int
    end: int
    path: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Block:
    """Words in a hierarchy: a paragraph (one piece), a table (rows of cells) or a quotation."""

    pieces: list[Piece]
    rows: list[list[Piece]] = field(default_factory=list)
    quoted: list[Node | Block] = field(default_factory=list)
    eid: str = ""


@dataclass(slots=True)
class Node:
    """An element of the hierarchy: article, paragraph, point …; `heading` and `num` are spans of the text."""

    kind: str
    eid: str
    num: tuple[int, int] | None
    own: tuple[int, int]
    items: list[Node | Block] = field(default_factory=list)


@dataclass(slots=True)
class Parts:
    """A text in its parts. `titles` are the pieces of the preface that are its title; `eids` tells the eId of a
    provision by its path."""

    preface: list[Piece] = field(default_factory=list)
    title: tuple[int, int] = (0, 0)
    preamble: list[Piece] = field(default_factory=list)
    body: list[Node | Block] = field(default_factory=list)
    conclusions: list[Piece] = field(default_factory=list)
    attachments: list[list[Node | Block]] = field(default_factory=list)
    eids: dict[tuple[tuple[str, str], ...], str] = field(default_factory=dict)


def divide(text: str, normalised: Normalised, outline: Outline, own_type: str | None) -> Parts:
    """The parts of `text`. Linear in its length; any text is accepted."""
    pieces = _pieces(text, normalised, outline)
    told = outline.text
    zones = find_zones(told, (own_type or "").lower())
    title = (normalised.start(zones.title[0]), normalised.start(min(zones.title[1], len(told))))
    found = Parts(title=title)
    at = 0
    while at < len(pieces) and pieces[at].body < title[1]:
        at += 1
    found.preface = pieces[:at]
    preamble_end = normalised.start(min(zones.preamble[1], len(told)))
    last = _preamble_end(pieces, at, preamble_end)
    found.preamble = pieces[at:last]
    main, close = _ends(told, normalised, pieces, last)
    writer = _Builder(text, normalised, told, found.eids)
    found.body = writer.build(pieces[last:close], "", paths=True)
    found.conclusions = pieces[close:main]
    for number, span in enumerate(_attached(text, pieces, main), start=1):
        found.attachments.append(writer.build(pieces[span[0] : span[1]], f"att_{number}", paths=False))
    return found


def _pieces(text: str, normalised: Normalised, outline: Outline) -> list[Piece]:
    units = outline.units
    starts = [0, *(normalised.start(unit.start) for unit in units[1:]), len(text)]
    pieces: list[Piece] = []
    in_annex = False
    for number, unit in enumerate(units):
        start, end = starts[number], starts[number + 1]
        body = min(
            max(normalised.start(min(unit.body, len(outline.text))) if unit.body < unit.end else end, start), end
        )
        path = outline.path(number) if unit.kind in ELEMENTS and unit.label else ()
        kind, level, label = unit.kind, unit.level, unit.label
        in_annex = in_annex and kind == "recipients"
        if kind == "recipients":  # the layout takes the short lines behind a list of recipients for a part of it
            again = _read_again(outline.text, unit.start, unit.end)
            in_annex = in_annex or again[0] == "annex"
            kind, level, label = again if in_annex else (kind, level, label)
        pieces.append(Piece(kind, level, label, start, min(max(body, start), end), end, path))
    return pieces


def _read_again(told: str, start: int, end: int) -> tuple[str, int, str]:
    """What a unit is by its own first signs: kind, level and label."""
    behind = start
    while behind < end and told[behind] in " \t\n*_>#|":
        behind += 1
    mark = marks().match(told, behind, ended=True) if behind < end else None
    if told[start - 1 : start] == "|" or "|" in told[start:behind]:
        return "cell", PARAGRAPH + 1, ""
    return ("paragraph", PARAGRAPH, "") if mark is None else mark[:3]


def _preamble_end(pieces: Sequence[Piece], first: int, offset: int) -> int:
    """Where (by number) the preamble ends that may reach to `offset`: in front of the first numbered unit where it has
    a clause ("Căn cứ …") and that unit stands there, else behind its last clause."""
    last = number = first
    while number < len(pieces) and pieces[number].body < offset:
        if pieces[number].kind in ("clause", "enacting"):
            last = number + 1
        number += 1
    if last > first and number < len(pieces) and pieces[number].kind in (*ELEMENTS, "enacting"):
        last = number
    while last < len(pieces) and pieces[last].kind == "enacting":
        last += 1
    return last


def _ends(told: str, normalised: Normalised, pieces: Sequence[Piece], first: int) -> tuple[int, int]:
    """Where (by number of the piece) the annexes begin, and where the conclusions do. Where an article stands behind
    the sign that closes, nothing is taken for conclusions."""
    if first >= len(pieces):
        return first, first
    begin = pieces[first].start
    low = _offset(told, normalised, begin)
    end = body_end(told, low)
    main = len(pieces)
    if end < len(told):
        main = _first(pieces, first, normalised.start(end))
        for number in range(main - 1, max(first, main - _MOST_TITLE) - 1, -1):
            if _names_a_type(told[_offset(told, normalised, pieces[number].start) :][:120]):
                main = number
                break
    for number in range(first + 1, main):
        if pieces[number].kind == "annex":
            main = number
            break
    stop = _offset(told, normalised, pieces[main].start) if main < len(pieces) else len(told)
    shut = closed(told, low, stop)
    close = _first(pieces, first, normalised.start(shut)) if shut < stop else main
    close = max(first + 1, min(close, main)) if main > first else main
    if any(piece.kind in ("điều", "chapter") for piece in pieces[close:main]):
        close = main
    return main, close


def _first(pieces: Sequence[Piece], low: int, offset: int) -> int:
    """The first piece from `low` on that begins at `offset` or behind it."""
    for number in range(low, len(pieces)):
        if pieces[number].body >= offset:
            return number
    return len(pieces)


def _offset(told: str, normalised: Normalised, offset: int) -> int:
    """The offset in the normalised text of an offset of the text as it was read (the first that is not before it)."""
    if not normalised.breaks:
        return offset
    low, high = 0, len(told)
    while low < high:
        middle = (low + high) // 2
        if normalised.start(middle) < offset:
            low = middle + 1
        else:
            high = middle
    return low


def _names_a_type(words: str) -> bool:
    line = words.strip(" \t\n*_|#>").partition("\n")[0].strip(" *_|")
    return line.isupper() and any(line.startswith(kind.name.upper()) for kind in document_types())


def _attached(text: str, pieces: Sequence[Piece], first: int) -> Iterator[tuple[int, int]]:
    """The annexes: from one heading ("Phụ lục II") to the next; what only names an annex is none of its own."""
    start = first
    for number in range(first + 1, len(pieces)):
        if pieces[number].kind == "annex" and text[pieces[start].start : pieces[number].start].strip():
            yield start, number
            start = number
    if start < len(pieces):
        yield start, len(pieces)


class _Builder:
    """Pieces to a hierarchy, with an eId for each element."""

    def __init__(
        self,
        text: str,
        normalised: Normalised,
        told: str,
        eids: dict[tuple[tuple[str, str], ...], str],
        *,
        is_quoted: bool = False,
    ) -> None:
        self.text = text
        self.normalised = normalised
        self.told = told
        self.names = EIds()
        self.eids = eids
        self.is_quoted = is_quoted

    def build(self, pieces: Sequence[Piece], above: str, *, paths: bool) -> list[Node | Block]:
        """The hierarchy of `pieces`, whose eIds begin with `above`. `paths`: these are the provisions that others
        name."""
        root: list[Node | Block] = []
        path: list[tuple[int, Node]] = []  # open nodes with their levels
        depths = [self.depth(piece) for piece in pieces]
        at = 0
        while at < len(pieces):
            piece = pieces[at]
            items = path[-1][1].items if path else root
            stop = self.quotation(pieces, depths, at)
            sign = self.sign(piece) if stop > at else piece.end
            quoted = pieces[at:stop]
            at = max(stop, at + 1)
            if piece.kind not in ELEMENTS:
                if piece.start < sign:
                    self.block(replace(piece, end=sign, body=min(piece.body, sign)), items)
            else:
                while path and path[-1][0] >= piece.level:
                    path.pop()
                items = path[-1][1].items if path else root
                first = replace(piece, end=max(sign, piece.body))
                node = self.node(first, path[-1][1].eid if path else above)
                if paths and piece.path:
                    self.eids.setdefault(piece.path, node.eid)
                items.append(node)
                path.append((piece.level, node))
            if quoted:
                over = path[-1][1] if path else None
                self.quote(quoted, max(sign, piece.body), over.items if over else root, over.eid if over else above)
        return root

    def node(self, piece: Piece, above: str) -> Node:
        kind = piece.kind
        if kind == "khoản" and "." in piece.label:
            kind = "subkhoản"
        if kind == "section" and self.text[piece.start : piece.body].strip(" \t\n*_>#|").lower().startswith("tiểu"):
            kind = "subsection"
        label = label_id(piece.label.upper() if kind in _ROMAN else piece.label)
        return Node(
            kind,
            self.names.make(above, ELEMENTS[kind][1], label),
            (piece.start, piece.body) if self.text[piece.start : piece.body].strip() else None,
            (piece.body, piece.end),
        )

    def block(self, piece: Piece, items: list[Node | Block]) -> None:
        """A paragraph, or a cell of a table: those of one line are a row."""
        last = items[-1] if items else None
        if piece.kind != "cell":
            items.append(Block([piece]))
        elif not (isinstance(last, Block) and last.rows):
            items.append(Block([], [[piece]]))
        elif "\n" in self.text[last.rows[-1][-1].start : piece.start]:
            last.rows.append([piece])
        else:
            last.rows[-1].append(piece)

    # Quotations ------------------------------------------------------------------------------------------------------

    def depth(self, piece: Piece) -> int:
        """How many quotations are open behind a piece that were not before it."""
        words = self.text[piece.start : piece.end]
        return words.count("“") - words.count("”")

    def quotation(self, pieces: Sequence[Piece], depths: Sequence[int], at: int) -> int:
        """Where (by number) a quotation ends that opens in the piece `at` and goes on over several units; `at` where
        there is none. It is closed at the end of another unit."""
        if self.is_quoted or depths[at] <= 0:
            return at
        depth = 0
        for number in range(at, min(len(pieces), at + _MOST_QUOTED)):
            depth += depths[number]
            if depth <= 0:
                last = pieces[number]
                return number + 1 if _CLOSED.search(self.text, last.start, last.end) else at
        return at

    def sign(self, piece: Piece) -> int:
        """Where the sign stands that opens the quotation which a piece leaves open."""
        at, depth = piece.end, 0
        while at > piece.start:
            at -= 1
            depth += (self.text[at] == "“") - (self.text[at] == "”")
            if depth > 0:
                break
        return at

    def quote(self, pieces: Sequence[Piece], sign: int, items: list[Node | Block], above: str) -> None:
        """A quotation as a block of its own; what it quotes is a hierarchy below it."""
        eid = self.names.make(self.names.make(above, "mod"), "qstr")
        inner = _Builder(self.text, self.normalised, self.told, {}, is_quoted=True)  # one within another is words
        inner.names = self.names
        quoted = inner.build([self.opened(pieces[0], sign), *pieces[1:]], eid, paths=False)
        items.append(Block([], [], quoted, eid))

    def opened(self, piece: Piece, sign: int) -> Piece:
        """The first piece of a quotation, read behind the sign that opens it: “Điều 5. is an article."""
        behind = _offset(self.told, self.normalised, sign + 1)
        end = _offset(self.told, self.normalised, piece.end)
        while behind < end and self.told[behind] in " \t\n*_":
            behind += 1
        mark = marks().match(self.told, behind, ended=True) if behind < end else None
        if mark is None or mark[0] not in ELEMENTS or mark[3] > end:
            return Piece("paragraph", PARAGRAPH, "", sign, sign, piece.end)
        kind, level, label, body = mark
        return Piece(kind, level, label, sign, min(self.normalised.start(body), piece.end), piece.end)
