"""What the items of an amending article change: below "Điều 1. Sửa đổi, bổ sung một số điều của [A] như sau:" the items
"1. Sửa đổi khoản 2 Điều 3 …", "2. Bãi bỏ Điều 7" speak of provisions of A without naming it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from graph.citations.pinpoints import ARTICLE, groups_of_provisions, level_of
from graph.model import Pinpoint
from graph.relations.authority import VALIDITY
from graph.relations.counting import words_between
from graph.relations.lexicon import CUE, JOIN, LEAD, PART, PASSIVE, PIN, QUANT, SIGN, STOP, Lexicon, Token
from graph.relations.words import word_set
from graph.structure import Outline, Unit
from graph.structure.outline import PARAGRAPH
from graph.structure.quotations import Quotations

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_LEAD = 600  # of an item, before the new words
_ITEMS = 2000  # below one article
_CLOSES = ':.;(“"'


def read(walk: Walk) -> None:
    """Add to what the text amends the provisions that the items below name."""
    context = walk.context
    if not walk.amended or context.original is not None:
        return
    items = Items(context.outline, context.whole, context.lexicon, lambda *span: bool(context.between(*span)))
    for number, changes in sorted(walk.amended.items()):
        slot, found = changes[0]
        if context.outline.units[number].level >= PARAGRAPH or not all(slot.same_as(other) for other, _ in changes):
            continue
        named = [pinpoint for other, _ in changes for mention in other.mentions for pinpoint in mention.pinpoints]
        parts = [part for changed in items.below(number, named) for part in changed.pinpoints]
        context.ledger.add_parts(found, parts)


class Changed(NamedTuple):
    """Provisions that the item `unit` (an index of the outline) changes, with its verb and the end of what says so."""

    unit: int
    pinpoints: tuple[Pinpoint, ...]
    cue: Token
    end: int


class Items:
    """The items of one text, asked for the articles that introduce them. `flat` is the flat form of the outline's text;
    `cited` says whether a document is cited between two offsets."""

    def __init__(self, outline: Outline, flat: str, table: Lexicon, cited: Callable[[int, int], bool]) -> None:
        self._outline, self._flat, self._table, self._cited = outline, flat, table, cited
        self._quoted = Quotations(outline.text)

    def below(self, number: int, named: Sequence[Pinpoint]) -> Iterator[Changed]:
        """What the items below a unit change of the document that it names, in order; `named` are the provisions of
        that document which the unit itself names ("Sửa đổi Điều 3 của [A] như sau: a) Khoản 2 …"). New wording in
        quotation marks is passed over, and what speaks of another document."""
        units, text = self._outline.units, self._outline.text
        host = units[number]
        above: dict[int, tuple[Pinpoint, ...]] = {number: tuple(named)}
        apart: set[int] = set()  # items that speak of another document, and what stands below them
        marks = at = 0
        for below in range(number + 1, min(len(units), number + _ITEMS)):
            unit = units[below]
            marks += text.count('"', at or host.start, unit.start)
            at = unit.start
            if marks % 2 or unit.start in self._quoted or unit.body in self._quoted:
                continue
            if unit.level <= host.level:
                return
            if unit.level == PARAGRAPH:
                continue
            end, lead, words = self._lead(unit)
            if unit.parent in apart or unit.host in apart or self._cited(unit.body, end):
                apart.add(below)
                continue
            found = self._item(unit, end, lead, words, above.get(unit.parent, above.get(unit.host, ())))
            if found is not None:
                above[below] = found[0]
                yield Changed(below, *found, end)

    def _lead(self, unit: Unit) -> tuple[int, list[Token], str]:
        """The words of an item before the new wording: where they end, their tokens, and the words without those that
        are quoted as words."""
        text = self._outline.text
        end = min(unit.end, unit.body + _LEAD)
        lead: list[Token] = []
        words = text[unit.body : end]
        opened, exchanged = -1, False
        tokens = self._table.tokens(self._flat, text, unit.body, end)
        for at, token in enumerate(tokens):
            if opened >= 0:
                if token.words in '”"' and token.kinds & SIGN:
                    words = _blanked(words, opened - unit.body, token.start - unit.body)
                    opened = -1
                continue
            quotes = token.words.endswith(("“", '"')) and (token.kinds & PIN or _of_words(lead) or exchanged)
            if quotes:
                opened, exchanged = token.end, True
            elif token.kinds & STOP or (token.kinds & SIGN and token.words in _CLOSES):
                following = tokens[at + 1] if at + 1 < len(tokens) else None
                if token.words != ";" or following is None or not following.kinds & PIN:
                    end = token.start  # no semicolon between provisions
                    break
            lead.append(token)
        return end, lead, words[: end - unit.body]

    def _item(
        self, unit: Unit, end: int, lead: Sequence[Token], words: str, above: Sequence[Pinpoint]
    ) -> tuple[tuple[Pinpoint, ...], Token] | None:
        flat = self._flat
        cue = next((t for t in lead if t.kinds & (CUE | PASSIVE) and t.cue and t.cue.predicate in VALIDITY), None)
        if cue is None:
            return None
        before = [t for t in lead if t.start < cue.start]
        if any(not t.kinds & (PIN | PART | QUANT | LEAD | JOIN) and t.words not in ",;" for t in before):
            return None
        if not before and words_between(flat, unit.body, cue.start):
            return None
        if before and not cue.kinds & PASSIVE and before[-1].words != ",":  # "Tại khoản 3 Điều 5, bãi bỏ cụm từ …"
            return None
        pinpoints = _pinpoints(words, 0 if before else cue.end - unit.body, above)
        return (pinpoints, cue) if pinpoints else None


def _blanked(words: str, start: int, end: int) -> str:
    return words[:start] + " " * (end - start) + words[end:]


def _pinpoints(words: str, start: int, above: Sequence[Pinpoint]) -> tuple[Pinpoint, ...]:
    """The provisions that the words name behind an offset, by their whole paths; those that only say where a new
    one is put ("vào sau điểm b khoản 1 Điều 9") complete it."""
    found: list[Pinpoint] = []
    waiting: list[Pinpoint] = []
    last = start
    for first, behind, group in groups_of_provisions(words, start, len(words)):
        between = words[last:first].lower().split()
        place = bool(between) and between[-1] in word_set("placed") and bool(found or waiting)
        last = behind
        if waiting and level_of(group[0].path[0]) >= ARTICLE:
            found += [p for p in (_completed(small, group[:1]) for small in waiting) if p is not None]
            waiting = []
        if place:
            continue
        small = [p for p in group if level_of(p.path[0]) < ARTICLE]
        whole = [p for p in group if level_of(p.path[0]) >= ARTICLE]
        under = found[-1:] if found and not whole else []
        known = [p for p in (_completed(part, under) for part in small) if p is not None]
        if known:
            found[-1:] = known
        else:
            waiting += small
        found += whole
    found += [p for p in (_completed(part, above) for part in waiting) if p is not None]
    return tuple(dict.fromkeys(found))


def _of_words(lead: Sequence[Token]) -> bool:
    """Do quotation marks hold words that are exchanged ("thay thế cụm từ “…” bằng …", "thay thế “…” bằng …")?"""
    if lead and lead[-1].kinds & CUE:
        return True
    return any(t.kinds & (PIN | CUE) and t.words.rstrip('“" ').endswith(tuple(word_set("words-of"))) for t in lead)


def _completed(part: Pinpoint, above: Sequence[Pinpoint]) -> Pinpoint | None:
    """A khoản or điểm with the larger units of the one provision that stands above it; None where that is open."""
    if len(above) != 1:
        return None
    level = level_of(part.path[0])
    larger = tuple(step for step in above[0].path if level_of(step) > level)
    if not larger or level_of(larger[0]) < ARTICLE:
        return None
    return Pinpoint((*larger, *part.path), part.text)
