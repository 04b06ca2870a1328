"""The units of a text as one tree, read in one pass over its lines.

A line with a mark (``graph/structure/marks.py``) begins a unit; a line without one goes on with the unit before it
where it begins in lower case, or where no blank line stands between and the unit did not end. Cells of a table (``|``)
are units of their own. What stands on the page but not in the text (``graph/structure/furniture.py``) is blanked out
first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from graph.alphabet import LOWER
from graph.domain import document_types
from graph.structure.flat import flatten
from graph.structure.furniture import banners, recipients, without_running_heads
from graph.structure.line_ends import line_ends
from graph.structure.loose_lines import closed_up
from graph.structure.marks import Mark, marks
from graph.structure.one_line import parts_on_lines
from graph.structure.over_pages import joined_over_pages, without_page_numbers
from graph.structure.run_on import numbers_on_lines

PARAGRAPH = 90  # the level of what has no mark
_ENDS = frozenset(".;:!?")
# A line break, but before a word in small letters where the line before has not ended: a mere wrap.
_BREAK = re.compile(rf"\n(?:(?![{LOWER}]{{2}}(?!\)))|(?<=[.;:!?|>*_)”\"’'\]\s]\n))")
# The same for a text without bars and headings of Markdown: where one blank ends a line, as in the text layers of PDFs,
# the break between a small letter and a line that goes on in small letters is a mere wrap, too. The pass says of such a
# longer line what it says of the two: it asks how a line begins and ends, and whether it has more than three letters.
_PLAIN_BREAK = re.compile(
    rf"\n(?:(?![{LOWER}]{{2}}(?!\)))|(?<=[.;:!?|>*_)”\"’'\]]\n)|(?<=[^\S ]\n)"
    rf"|(?<= \n)(?!(?:(?<=[{LOWER}] \n)|(?<=[{LOWER}], \n))"
    rf"[{LOWER}]{{2}}(?!\d?(?:[ *_]|\[\d{{1,3}}\])*\))[^\n][^\n]*?\S))"
)
_LEAD = " \t\r*_>#\xa0"
_CLOSERS = " \t\r*_>#\xa0)”\"'’]"
_RULE_SIGNS = frozenset("-–—=._~")
_RULE = " \t\r*_|-–—=#.~"
_BULLET = re.compile(r"[ \t>#]*\*[ \t]+")
_PAGE = re.compile(r"\d{1,4}[ \t\r\x0c]*")
# "Trang 5/12", "- 6 -"
_PAGE_NAMED = re.compile(r"(?:Trang +\d{1,4}(?: */ *\d{1,4})?|[-–—] *\d{1,4} *[-–—])[ \t\r\x0c*_]*")
_FIRST_ITEM = re.compile(r"[\n \t*_]*(?:1[.)]|a\)|[-–+•])\s")
_FIRST_LABELS = frozenset(("1", "a", "i"))
_NOTES = 4  # of one page, between what introduces a list and its first item
_NOTE = 600  # code points of one
_SYMBOL = re.compile(r"\d{1,5}[A-Za-zđ]?(?:/\d{4})?[/-][A-ZĐ]{2}")
_CUT_SYMBOL = re.compile(r"\d/[A-ZĐ&]{2,12}-[ \t\r]*\Z")
_DASH_ALONE = re.compile(rf"[-–—][ \t\r]*\n[ \t*_]*[^\W\d_{LOWER}]")
_NUMERO = re.compile(r"[sS]ố[ *_]*:[ \t\r*_]*\Z")
_HEADED = 12  # code points of a line; "Số:" above the number of a head is shorter
_OWN_WORDS = frozenset(("điều", "khoản", "letter", "dash", "plus"))  # marks whose words may stand on the next line
_BLANK_LINE = re.compile(r"\n[ \t\r\x0c]*(?:\n|\Z)")
_CLAUSE = 50  # the level of a clause ("khoản")
_DASHES = frozenset(("dash", "plus"))
# "khoản 2 Điều 1;⏎các khoản 1, 2 Điều 3; …": the list of provisions goes on
_PROVISION = re.compile(r"(?:các +)?(?:điểm|khoản|điều|mục|chương|phụ lục) ", re.IGNORECASE)
_ADDRESS = re.compile(r"K(?:ính|ÍNH)[ \t]+[gG](?:ửi|ỬI)[ \t*_]*:")  # what follows it on a line of its own is the letter
_HEADINGS = frozenset(("part", "annex", "chapter", "section", "capital", "roman", "điều"))
_DASH = ("dash", 70, "", 0)
Row = tuple[str, int, str, int, int]  # kind, level, label, start, body


class Unit(NamedTuple):
    """One unit at ``start:end`` of the text, with its mark; its words begin at `body`. `parent` and `host` (the unit
    that introduces it: "… các văn bản sau:") are indices into `Outline.units`, -1 for none."""

    kind: str
    level: int
    label: str
    start: int
    body: int
    end: int
    parent: int
    host: int


class Outline:
    """The units of one text. `text` has the length of the text that was given, page furniture blanked out: every
    offset is one of that text. Units cover it without gaps, in order."""

    def __init__(self, text: str, units: list[Unit], apart: list[tuple[int, int]], flat: str | None = None) -> None:
        self.text = text
        self._flat = flat
        self.units = units
        self._starts = [unit.start for unit in units]
        self._apart = sorted(apart)

    @property
    def flat(self) -> str:
        """The text's flat form (`graph.structure.flat`)."""
        if self._flat is None:
            self._flat = flatten(self.text)
        return self._flat

    def is_apart(self, offset: int) -> bool:
        """Does `offset` stand in a list of recipients or in what a web site added? Nothing is cited there."""
        at = bisect_right(self._apart, (offset, len(self.text))) - 1
        return at >= 0 and offset < self._apart[at][1]

    def index(self, offset: int) -> int:
        """The index of the unit around `offset` (bounded by the first and the last)."""
        return (bisect_right(self._starts, offset) or 1) - 1

    def at(self, offset: int) -> Unit:
        """The unit around `offset`."""
        return self.units[self.index(offset)]

    def path(self, number: int) -> tuple[tuple[str, str], ...]:
        """The provision in which a unit stands, largest unit first: ``(("điều", "2"), ("khoản", "1"), ("điểm", "a"))``.
        Numbers outside of an article ("II › 3") are named by their kind."""
        steps: list[tuple[str, str]] = []
        while number >= 0:
            unit = self.units[number]
            name = _NAMES.get(unit.kind)
            if name and unit.label:
                steps.append((name, unit.label))
                if unit.kind == "điều":
                    break
            number = unit.parent
        return tuple(reversed(steps))

    def divided(self, at: int) -> Outline:
        """This outline with a unit that begins at `at`: where a title ends without a blank line, its unit holds the
        first words of the body, too. What the unit introduces belongs to the second half. An offset at the edge of a
        unit's words changes nothing."""
        number = self.index(at)
        unit = self.units[number]
        if not unit.body < at < unit.end or not self.text[at : unit.end].strip(_RULE + "\n"):
            return self
        words = self.text[at : unit.end]
        below = at + len(words) - len(words.lstrip(_LEAD + "\n"))
        units = self.units[:number]
        units.append(unit._replace(end=at))
        units.append(Unit("paragraph", PARAGRAPH, "", at, below, unit.end, unit.parent, -1))
        new = tuple.__new__  # what a NamedTuple calls in the end
        for kind, level, label, start, body, end, parent, host in self.units[number + 1 :]:
            parent, host = parent + (parent >= number), host + (host >= number)
            units.append(new(Unit, (kind, level, label, start, body, end, parent, host)))
        return Outline(self.text, units, self._apart, self._flat)

    def joined(self, start: int, end: int) -> Outline:
        """This outline with the paragraphs that begin between two offsets as one: lines of a title that stand apart.
        Where another unit begins there nothing changes."""
        first, last = self.index(start), self.index(end - 1)
        if first >= last or any(unit.kind != "paragraph" for unit in self.units[first : last + 1]):
            return self
        gone = last - first
        units = self.units[:first]
        units.append(self.units[first]._replace(end=self.units[last].end))
        new = tuple.__new__
        for kind, level, label, begin, body, stop, parent, host in self.units[last + 1 :]:
            parent = parent - gone if parent > last else min(parent, first)
            host = host - gone if host > last else min(host, first)
            units.append(new(Unit, (kind, level, label, begin, body, stop, parent, host)))
        return Outline(self.text, units, self._apart)

    def children(self, number: int) -> Iterator[int]:
        """The units that `number` introduces, in order."""
        for other in range(number + 1, len(self.units)):
            if self.units[other].host == number:
                yield other
            elif self.units[other].level <= self.units[number].level and self.units[other].level < PARAGRAPH:
                return


def _type_before(line: str) -> bool:
    """Does a line that says more end with the name of a type of documents ("… và thay thế Thông tư")?"""
    words = line.split()
    return len(words) > _SAYS_MORE and any(" ".join(words[-n:]).casefold() in _type_names() for n in (1, 2, 3))


@cache
def _type_names() -> frozenset[str]:
    return frozenset(kind.name.casefold() for kind in document_types())


_SAYS_MORE = 5  # words: a cell holds less
_NAMES = {
    "part": "phần", "annex": "phụ lục", "chapter": "chương", "section": "mục", "capital": "mục", "roman": "mục",
    "điều": "điều", "khoản": "khoản", "letter": "điểm",
}  # fmt: skip


def lay_out(text: str) -> Outline:
    """The outline of `text` (normalised). Linear in its length; any text is accepted; an empty one has one unit."""
    text = joined_over_pages(closed_up(without_page_numbers(text)))
    matched = numbers_on_lines(parts_on_lines(without_running_heads(text)))
    builder = _Builder(matched)
    builder.read()
    lists, notices = recipients(matched), banners(matched)
    return Outline(matched, builder.close(lists, notices), [*lists, *notices])


class _Builder:
    """The pass over the lines. `rows` are the units so far, without parents and hosts; `closings` the last sign of
    each but the last. What a line decides is kept in attributes only where a line with cells needs it, too: the pass
    is the most frequent work there is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.rows: list[Row] = []
        self.closings: list[str] = []
        self.last = ""  # the last sign of the unit before, closing quotes and emphasis apart
        self.line = ""  # its last line
        self.ended = True  # has it ended?
        self.cell = False
        self.ends = line_ends()
        self.clauses: list[tuple[int, bool]] = []  # number and shape of the clause, and of an item in its own list

    def read(self) -> None:
        text, rows, closings, ends = self.text, self.rows, self.closings, self.ends
        table = marks()
        may_open, look, known, read = table.may_open, table.look, table.opens.get, table.mark
        last, before, ended, cell = self.last, self.line, self.ended, self.cell  # of the unit and the line before
        bare = False  # is the unit before a mark alone on its line? Its words follow
        at, blank, page = 0, True, False
        bars, heads, pages = "|" in text, "#" in text, "Trang " in text
        for line in (_BREAK if bars or heads else _PLAIN_BREAK).split(text):
            start, stop = at, at + len(line)
            at = stop + 1
            words = line.lstrip(_LEAD)
            if not words:
                blank = blank or not page
                continue
            letter = words[0]
            if not letter.isalpha():
                if letter in _RULE_SIGNS and not words.strip(_RULE) and not _DASH_ALONE.match(text, stop - len(words)):
                    blank = blank or not page
                    continue
                if letter in "-–—" and len(words) < 16 and rows and _PAGE_NAMED.fullmatch(words):
                    blank, page = ended, True
                    continue
                if (
                    letter.isdigit()
                    and len(words) < 12
                    and (blank or (last == ":" and _FIRST_ITEM.match(text, stop)))
                    and self._page_number(words, before, stop)
                ):
                    blank, page = not rows or ended, True  # a page number: the sentence goes on behind it
                    continue
            elif pages and letter == "T" and len(words) < 24 and rows and _PAGE_NAMED.fullmatch(words):
                blank, page = ended, True
                continue
            if bars and "|" in words:
                self.last, self.line, self.ended, self.cell = last, before, ended, cell
                self._cells(start, stop - len(words), stop, words)
                last, before, ended, cell = self.last, self.line, self.ended, self.cell
                bare = blank = page = False
                continue
            heading = heads and line[0] == "#"  # of Markdown: a line of its own
            if heading:
                ended = True
            fresh = blank or ended or cell
            first = stop - len(words)
            mark: Mark | None = None
            row: Row | None = None
            opens = known(words[:4])
            if opens is None:
                opens = may_open(words)
            if opens:
                found = look(text, first)
                # "khoản⏎2. Điều 5": a number in mid-sentence
                if found is not None and (fresh or not rows or not ends.goes_on(before)):
                    mark = read(found, ended=fresh or self._heading(before))
                    if mark is None and self._listed(before, found.end()):
                        mark = read(found, ended=True)
                elif found is not None and last == "," and rows[-1][0] == "clause" and letter.isupper():
                    mark = read(found, ended=True)  # "Căn cứ Luật A,⏎Căn cứ Nghị định B,": a comma ends the clause
                    mark = mark if mark is not None and mark[0] == "clause" else None
            elif (
                first - start > 1
                and "*" in line[: first - start]
                and _BULLET.fullmatch(line, 0, first - start)
                and (fresh or self._listed(before, first))
            ):
                mark = _DASH
            if mark is not None:
                kind, level, label, end = mark
                if level < _CLAUSE:
                    self.clauses.clear()
                elif level == _CLAUSE and kind == "khoản":
                    introduced = last == ":" or (not ended and ends.introduces(before))
                    if self._within_clause(label, ")" in text[first:end], last, introduced=introduced):
                        kind, level = _DASH[:2]
                body = end if end > first else first
                bare = False
                if kind in _OWN_WORDS:
                    own = text[end:stop].lstrip(_CLOSERS)
                    bare = not own
                    if own and own[0] == "\n" and text[stop - len(own) - 1] == " ":
                        body = stop - len(own) + 1  # a mark before a wrap of `_PLAIN_BREAK`
                row = (kind, level, label, start, body)
            elif bare:
                rows[-1] = (*rows[-1][:4], first)
                bare = False
            elif not rows or (cell and ended):
                row = ("paragraph", PARAGRAPH, "", start, first)
            elif letter.islower():
                # "Căn cứ Nghị định A quy định về …;⏎quy định chi tiết …": its title goes on
                goes_on = last == ";" and not blank and (rows[-1][0] == "clause" or _PROVISION.match(words))
                if ended and not goes_on and (blank or last in ":.;"):
                    row = ("paragraph", PARAGRAPH, "", start, first)
            elif ended or not (ends.goes_on(before) if blank else self._joins(words, before, last)):
                row = ("paragraph", PARAGRAPH, "", start, first)
            if row is not None:
                if rows:
                    # "… các văn bản sau đây⏎a) …": the colon is missing
                    closings.append(":" if mark is not None and not ended and ends.introduces(before) else last)
                rows.append(row)
                last = ""
            # what follows is `_note`
            sign = words[-1]
            if sign in _CLOSERS:
                sign = words.rstrip(_CLOSERS)[-1:]
            if sign:
                last = sign
                ended = sign in _ENDS
                if sign == ":" and len(words) > _HEADED and _NUMERO.search(words):
                    last, ended = "", False  # "… Quyết định số:⏎12/2020/QĐ-UBND"
            elif not last:
                ended = False
            if heading:
                ended = True
            before = words
            cell = blank = page = False
        self.last = last

    def _within_clause(self, label: str, bracket: bool, last: str, *, introduced: bool) -> bool:
        """Does a number ("1.", or "1)" with `bracket`) count the items of a list in a clause, and not the clauses
        ("2. Bãi bỏ các văn bản sau:⏎1. Quyết định …")? The list begins with 1 below words that introduce it; it goes on
        with its next number, or its own shape, or after a semicolon, where that may be the next clause, too."""
        number = int(label) if label.isdecimal() else 0
        clauses = self.clauses
        if number == 1 and introduced and len(clauses) == 1:
            clauses.append((1, bracket))
            return True
        if len(clauses) == 2:
            (outer, shape), (inner, inner_shape) = clauses
            goes_on = number == inner + 1 and bracket == inner_shape
            if goes_on and number == outer + 1 and shape == inner_shape:
                goes_on = last in (";", ",")
            if goes_on:
                clauses[1] = (number, bracket)
                return True
        clauses[:] = [(number, bracket)] if number else []
        return False

    def _listed(self, before: str, at: int) -> bool:
        """Does a line that a dash opens, below one (`before`) without a stop, hold a member of a list: a document below
        another one with a dash, or below words that introduce a list? "Bộ Lao động⏎- Thương binh …" is one name."""
        if not self.rows:
            return False
        if not _names_document().match(self.text, at):
            return self.ends.alone(before)
        return self.rows[-1][0] in _DASHES or self.ends.introduces(before)

    def _page_number(self, words: str, before: str, stop: int) -> bool:
        """Is a number alone on its line that of the page? Behind "khoản" only where a blank line follows."""
        if not _PAGE.fullmatch(words):
            return False
        mark = marks().match(self.text, stop - len(words), ended=True)
        if mark is not None and mark[0] == "row":
            return False  # the number of a row of a table
        return not (self.rows and self.ends.goes_on(before)) or _BLANK_LINE.match(self.text, stop) is not None

    def _joins(self, words: str, before: str, last: str) -> bool:
        """Does a line that begins with no small letter go on with the line before it, which has not ended?"""
        if (last == "-" and _CUT_SYMBOL.search(before)) or (self.rows[-1][0] == "row" and _SYMBOL.match(words)):
            return True  # a symbol that is cut at its hyphen, or in a line of its own in a row of a table
        if (
            words[0].isdigit()
            and _SYMBOL.match(words)
            and (last == "," or _type_before(before) or self.ends.goes_on(before))
        ):
            return True  # "… thay thế Thông tư⏎31/2011/TT-BYT, 10/2012/TT-BYT": its capitals are those of symbols
        if (last in ",;" and before.rstrip(" \t\r*_").endswith("”")) or self._heading(before):
            return False  # a quotation or a heading closes with its line
        return not (before[:1] == "K" and _ADDRESS.match(before)) and not _capitals_change(before, words)

    def _cells(self, start: int, first: int, stop: int, words: str) -> None:
        """A line with cells: each is a unit; a bar alone ends the unit before it."""
        text = self.text
        if not words.strip(" \t|-:*_\r"):
            self.cell = self.ended = True
            return
        at = start
        while at < stop:
            bar = text.find("|", at, stop)
            end = stop if bar < 0 else bar
            piece = text[at:end].lstrip(_LEAD)
            begin = end - len(piece)
            if piece:
                if not (at == start and begin == first and not self.ended and not self.cell and piece[0].islower()):
                    mark = marks().match(text, begin, ended=True) if marks().may_open(piece) else None
                    if mark is not None and mark[0] in ("khoản", "letter", "dash") and mark[3] < end:
                        begin = mark[3]
                    self._begin_cell(at, begin)
                self._note(piece)
            at = end + 1
        self.cell = words.rstrip(" \t\r*_").endswith("|")
        self.ended = self.ended or self.cell

    def _begin_cell(self, start: int, body: int) -> None:
        if self.rows:
            self.closings.append(self.last)
        self.rows.append(("cell", PARAGRAPH + 1, "", start, body))
        self.last = ""

    def _note(self, words: str) -> None:
        """Remember how the last line of the unit ends."""
        trimmed = words.rstrip(_CLOSERS)
        if trimmed:
            self.last = trimmed[-1]
            self.ended = self.last in _ENDS
        elif not self.last:
            self.ended = False
        self.line = words
        self.cell = False

    def _heading(self, before: str) -> bool:
        """Is the unit before a heading whose line closed in emphasis ("**Điều 2. Đối tượng**")?"""
        return "**" in before and bool(self.rows) and self.rows[-1][0] in _HEADINGS and before.rstrip().endswith("**")

    def close(self, lists: list[tuple[int, int]], notices: list[tuple[int, int]]) -> list[Unit]:
        """The units with parents and hosts; they cover the text."""
        text = self.text
        units: list[Unit] = []
        rows = self.rows or [("paragraph", PARAGRAPH, "", 0, 0)]
        closings = [*self.closings, self.last]
        stops = [row[3] for row in rows[1:]]
        stops.append(len(text))
        zones = sorted([(*z, "recipients") for z in lists] + [(*z, "furniture") for z in notices])
        zones.append((len(text) + 1, len(text) + 1, ""))  # one that is never reached
        zone = 0
        zone_from, zone_to, zone_kind = zones[0]
        path: list[tuple[int, int]] = []  # open units with their levels
        hosts: list[tuple[int, int, int]] = []  # (unit that introduces, its level, level of its items or -1)
        new = tuple.__new__  # what a NamedTuple calls in the end
        start, line = 0, -1  # the last row of a table
        for number, (kind, level, label, _, body) in enumerate(rows):
            stop, closing = stops[number], closings[number]
            if body > stop:
                body = stop  # a mark that ends on the next line, which is a unit of its own
            while zone_to <= body:
                zone += 1
                zone_from, zone_to, zone_kind = zones[zone]
            if zone_from <= body:
                kind, level = zone_kind, 0 if kind == "recipients" else PARAGRAPH
            while path and path[-1][1] >= level:
                path.pop()
            parent, above = path[-1] if path else (-1, -1)
            # a host holds its items until something of its own level, or a paragraph where its items have marks
            while hosts:
                host, own, items = hosts[-1]
                if own < level < items == PARAGRAPH and self._notes(units, host, label, closings):
                    hosts[-1] = (host, own, level)
                    break
                if ((level < PARAGRAPH and level <= own) or (items >= 0 and level < items)) and not (
                    items < 0 and host == number - 1 and closings[host] == ":" and kind in ("roman", "capital")
                ):
                    hosts.pop()
                else:
                    break
            if kind == "row":  # the next row of a table is no item of the one before
                while hosts and (closings[hosts[-1][0]] != ":" or 0 <= line <= hosts[-1][0]):
                    hosts.pop()
                line = number
            host = -1
            if hosts and kind != "recipients" and kind != "furniture":
                host, own, items = hosts[-1]
                if items < 0:
                    hosts[-1] = (host, own, level)
                elif level >= PARAGRAPH and items < PARAGRAPH and kind != "cell":
                    host = -1  # a paragraph between items of a list
            units.append(new(Unit, (kind, level, label, start, body, stop, parent, host)))
            start = stop
            if level < PARAGRAPH:
                if kind != "clause":
                    path.append((number, level))
                if closing == ":" or kind in _HEADINGS or (kind in ("khoản", "letter") and closing not in ".;"):
                    hosts.append((number, level, -1))
            elif closing == ":":  # a paragraph that introduces belongs to the unit above it
                hosts.append((number, above, -1))
        return units

    def _notes(self, units: list[Unit], host: int, label: str, closings: list[str]) -> bool:
        """Are the paragraphs since a unit that introduces a list the notes of a page, its running head and the like,
        because the list begins only now? Then they are no items."""
        between = units[host + 1 :] if len(units) - host <= _NOTES + 1 else []
        if closings[host] != ":" or label not in _FIRST_LABELS or not between:
            return False
        if not {";", ":", ","}.isdisjoint(closings[host + 1 : len(units)]):
            return False
        if any(u.level != PARAGRAPH or u.host != host or u.end - u.start > _NOTE for u in between):
            return False
        if any(self.text.startswith(("“", '"'), unit.body) for unit in between):
            return False  # quoted words
        units[host + 1 :] = [unit._replace(host=-1) for unit in between]
        return True


@cache
def _names_document() -> re.Pattern[str]:
    """A document that a line begins with: its type and its number, or a count and its type ("- 2Luật Đất đai 2024", as
    portals list what a document refers to)."""
    names = "|".join(sorted((re.escape(kind.name) for kind in document_types()), key=len, reverse=True))
    return re.compile(rf"[ \t*_]*(?:(?:{names})[ *_]+(?:[sS]ố[ :*_]*)?\d|\d{{1,3}}[.)]? ?(?:{names})[ *_])")


def _capitals_change(before: str, words: str) -> bool:
    """From a line in capitals to one in small letters, or back: a title ends, a heading begins."""
    upper = before.isupper()
    return upper is not words.isupper() and len(before.strip()) > 3 and (upper or len(words.strip()) > 12)
