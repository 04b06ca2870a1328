"""A draft as the checks see it: its own kind and day, and each citation as it is written there."""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from graph.checking.report import Finding, Fix
from graph.citations.citation import Citation
from graph.citations.titles import read_title
from graph.identity.groups import Group
from graph.model import Document, Source
from graph.pipeline import Reading, read
from graph.relations.authority import is_normative
from graph.structure.parts import Zones, find_zones
from graph.structure.quotations import Quotations

# What fills the slots of a message: one text for both languages, or a pair.
Values = Mapping[str, str | tuple[str, str]]

_BASIS = re.compile(r"[\s*_|>“\"\-–+•]*Căn\s+cứ(?![^\W_])")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_NEAR = 400  # code points before a citation that are looked at
_SENTENCE = 2  # words before a citation that is no mere item of a list
_WHOLE_DAY = 10
_TITLE_LEAD = re.compile(
    r"(?<![^\W_])(?:về\s+(?:việc\s+)?(?:tiếp\s+tục\s+)?(?:thực\s+hiện|triển\s+khai)|quy\s+định\s+chi\s+tiết(?:\s+thi\s+hành)?"
    r"|một\s+số\s+điều\s+của|hướng\s+dẫn\s+(?:thi\s+hành|thực\s+hiện))[\s*]*\Z"
)
_STOP = re.compile(r"[.;:](?=[\s*]|\Z)")
_AND = re.compile(r"(?:[\s*,]|và(?![^\W_]))+")
_LONGEST_TITLE = 300
_REASONING = frozenset({"Công văn", "Báo cáo", "Thông báo", "Tờ trình", "Công điện"})
_PARTY = re.compile(r"ĐẢNG[\s*_|]+CỘNG[\s*_|]+SẢN[\s*_|]+VIỆT[\s*_|]+NAM")
_HEAD = 3_000
_LATEST = 366  # days after today that a draft may be dated


@dataclass(slots=True)
class Citing:
    """One citation of the draft; `first` says that its document is cited here for the first time. Offsets of `citation`
    are those of the draft's normalised text, `start` and `end` those of the text as it was read."""

    citation: Citation
    group: Group
    document: Document
    start: int
    end: int
    zone: str
    basis: bool  # in a clause "Căn cứ …"
    first: bool = False
    inside: bool = False  # in the title of another cited document

    @property
    def title(self) -> bool:
        """Whether it stands in the draft's own title."""
        return self.zone in ("title", "head")


@dataclass(slots=True)
class Draft:
    """`day` is the day as of which is checked; `dated` the draft's own day, None where it has none (then `day` is the
    latest on which it can have been signed: its month, its year, the day on which it takes effect). `kind` is
    ``normative``, ``state``, ``party`` or an empty string for a text that is no paper of theirs, or not known;
    `effective` the day on which the draft itself takes effect, where it says so."""

    source: Source
    reading: Reading
    day: str
    dated: str | None
    kind: str
    citings: list[Citing] = field(default_factory=list)
    effective: str | None = None
    codes: frozenset[str] = frozenset()  # the numbers of all cited documents
    units: dict[int, list[Citing]] = field(default_factory=dict)  # by index of the unit, in text order

    @property
    def text(self) -> str:
        """The normalised text."""
        return self.reading.outline.text

    @property
    def own(self) -> Document:
        """What the draft itself is."""
        return self.reading.documents[0]

    def of_document(self) -> Iterator[tuple[Group, Document, list[Citing]]]:
        """Each cited document with its citations, in text order."""
        by_group: dict[int, list[Citing]] = {}
        for citing in self.citings:
            by_group.setdefault(id(citing.group), []).append(citing)
        for listed in by_group.values():
            yield listed[0].group, listed[0].document, listed

    def title_of(self, citing: Citing) -> str | None:
        """The title that stands behind this citation."""
        c = citing.citation
        found = read_title(self.text, max(c.tail_end, c.end), stated=bool(c.date or c.issuers))
        return None if found is None else found[0]

    def speaks(self, citing: Citing) -> bool:
        """Whether the citation stands in running words of the draft itself: neither in its title, a quotation, another
        document's title nor a table, and behind words of its sentence or as a basis."""
        if citing.title or citing.zone == "quotation" or citing.inside:
            return False
        unit = self.reading.outline.at(citing.citation.start)
        if unit.kind == "cell":
            return False
        start = citing.citation.start
        return citing.basis or len(_WORDS.findall(self.text, max(unit.body, start - _NEAR), start)) >= _SENTENCE

    def beside(self, citing: Citing) -> list[Citing]:
        """All citations of the unit in which this one stands."""
        return self.units.get(self.reading.outline.index(citing.citation.start), [])

    def finding(
        self,
        code: str,
        citing: Citing,
        values: Values,
        *,
        severity: str | None = None,
        start: int | None = None,
        end: int | None = None,
        evidence: str = "",
        source: str = "",
        fix: tuple[int, int, str] | None = None,
    ) -> Finding:
        """A finding at a citation (`start`, `end`: another span of the normalised text). `fix` is a span of the
        normalised text with the words that belong there."""
        from graph.checking.codes import codes

        back = self.reading.normalised
        begin = citing.start if start is None else back.start(start)
        finish = citing.end if end is None else back.end(end)
        return Finding(
            code,
            severity or codes()[code].severity,
            begin,
            finish,
            self.source.text[begin:finish],
            citing.document.id,
            {key: (value, value) if isinstance(value, str) else value for key, value in values.items()},
            evidence,
            source,
            None if fix is None else Fix(back.start(fix[0]), back.end(fix[1]), fix[2]),
        )


def read_draft(source: Source, at: str | None = None) -> Draft:
    """The draft read. `at` (ISO) is the day as of which is checked: else the draft's own, else today."""
    reading = read(source.text, source=source.name)
    header = reading.header
    dated = header.date if header.date and len(header.date) == _WHOLE_DAY and reading.acts else None
    today = date.today()
    if dated is not None and (date.fromisoformat(dated) - today).days > _LATEST:
        dated = None
    own = reading.documents[0]
    draft = Draft(source, reading, at or dated or "", dated, _kind(reading, own))
    text = reading.outline.text
    zones = find_zones(text, (own.type or "").lower())
    quoted = Quotations(text)
    bases = _Bases(reading)
    # "Căn cứ" in a letter or a report gives reasons; bases of issue are those of a paper that orders
    founded = draft.kind != "" and own.type not in _REASONING
    for group, document in zip(reading.resolution.all(), reading.documents, strict=True):
        if group.is_source:
            continue
        for citation in group.citations:
            if citation.start >= 0:
                start, end = reading.normalised.start(citation.start), reading.normalised.end(citation.end)
                zone = "quotation" if citation.start in quoted else _zone(zones, citation.start, known=reading.acts)
                basis = founded and zone == "preamble" and bases.holds(citation.start)
                draft.citings.append(Citing(citation, group, document, start, end, zone, basis))
    _mark_inside(draft)
    draft.effective = _effective(draft)
    draft.day = draft.day or _latest(draft, today.isoformat())
    draft.citings.sort(key=lambda c: (c.start, c.citation.inside is not None, c.end, c.document.id))
    draft.codes = frozenset(c.document.code for c in draft.citings if c.document.code)
    for citing in draft.citings:
        draft.units.setdefault(reading.outline.index(citing.citation.start), []).append(citing)
    met: set[int] = set()
    for citing in draft.citings:
        if not citing.title and citing.zone != "quotation" and not citing.inside:
            citing.first = id(citing.group) not in met
            met.add(id(citing.group))
    return draft


def _mark_inside(draft: Draft) -> None:
    """Which citations stand in the title of another cited document."""
    spans = []
    for citing in draft.citings:
        c = citing.citation
        found = read_title(draft.text, max(c.tail_end, c.end), stated=bool(c.date or c.issuers))
        if found is not None and c.symbol is not None:
            spans.append((found[1], found[2]))
    spans.sort()
    starts = [start for start, _ in spans]
    furthest, ends = 0, []
    for _, end in spans:
        furthest = max(furthest, end)
        ends.append(furthest)
    for citing in draft.citings:
        at = bisect_right(starts, citing.citation.start) - 1
        citing.inside = citing.citation.inside is not None or (at >= 0 and citing.citation.start < ends[at])
    ordered = sorted(draft.citings, key=lambda c: c.citation.start)
    for before, citing in pairwise(ordered):
        # "… của UBND tỉnh (nay là …) về thực hiện Nghị quyết": the title goes on behind words that no title has
        start, end = citing.citation.start, before.citation.end
        lead = _TITLE_LEAD.search(draft.text, max(end, start - 40), start)
        within = start - end < _LONGEST_TITLE and not _STOP.search(draft.text, end, start)
        if within and (lead or (before.inside and _AND.fullmatch(draft.text, end, start))):
            citing.inside = True


def _latest(draft: Draft, today: str) -> str:
    """The latest day on which a draft without a day can have been signed: by the month or year that its head or its
    number gives and by the day on which it says that it takes effect, never after today."""
    header = draft.reading.header
    if not draft.reading.acts:
        return today
    told = header.date or (header.symbol.year if header.symbol is not None else None) or ""
    end = today
    if len(told) == len("2025"):
        end = f"{told}-12-31"
    elif len(told) == len("2025-06"):
        end = f"{told}-{monthrange(int(told[:4]), int(told[5:]))[1]}"
    return min(end, today, draft.effective or today)


def _effective(draft: Draft) -> str | None:
    """The day on which the draft says that it takes effect."""
    for effect in draft.reading.extraction.effects:
        if effect.document == draft.own.id and effect.kind == "in-force" and not effect.provisions:
            if effect.date is not None:
                return effect.date if len(effect.date) == _WHOLE_DAY else None
            if effect.basis == "signing" and draft.dated is not None:
                return (date.fromisoformat(draft.dated) + timedelta(days=effect.days)).isoformat()
    return None


def _zone(zones: Zones, offset: int, *, known: bool) -> str:
    return zones.of(offset) if known else "body"


def _kind(reading: Reading, own: Document) -> str:
    """By whose rules a draft is written. A consolidated text keeps the words of its original."""
    if not reading.acts or own.type in (None, "Văn bản hợp nhất"):
        return ""
    symbol = reading.header.symbol
    if (symbol is not None and symbol.shape == "party") or _PARTY.search(reading.outline.text, 0, _HEAD):
        return "party"
    return "normative" if is_normative(own) else "state"


class _Bases:
    """Which offsets stand in a clause "Căn cứ …" of the preamble."""

    def __init__(self, reading: Reading) -> None:
        text = reading.outline.text
        self._starts: list[int] = []
        self._is: list[bool] = []
        for unit in reading.outline.units:
            self._starts.append(unit.start)
            self._is.append(_BASIS.match(text, unit.start, unit.end) is not None)

    def holds(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and self._is[at]
