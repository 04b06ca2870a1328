"""A text that speaks of time: who speaks in it, what its words are, and what was found so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.alphabet import LOWER, UPPER
from graph.citations.pinpoints import groups_of_provisions
from graph.effect import words
from graph.effect.named_above import FAR, any_kind, meant
from graph.effect.subjects import Cited
from graph.effect.times import Time
from graph.model import Document, Effect, Evidence, Mention, Pinpoint, Relation
from graph.relations.authority import can_end, surely_before, year
from graph.relations.words import word_set
from graph.structure.flat import in_one_line
from graph.structure.parts import body_end, closed
from graph.structure.quotations import Quotations

# Each pattern begins with letters, which are looked for fast; what stands before them is asked afterwards.
FORCE = tuple(re.compile(pattern) for pattern in (r"iệu +lực(?![^\W_])", r"IỆU +LỰC(?![^\W_])"))
WHOLE = len("2031-07-01")
VERB = 200  # code points that a verb takes, with wide gaps between its words
CERTAIN, LIKELY, WEAK = 1.0, 0.85, 0.7
# each begins with letters; the blank before them is asked afterwards
_ARTICLES = tuple(re.compile(rf"{word} +[0-9]+[a-zđ]?\. +(?=[{UPPER}])") for word in ("Điều", "ĐIỀU"))
_ENACTED = re.compile(r"thi +hành(?= +(?:(?:kể|tính) +)?(?:từ|sau)(?![^\W_]))")
_CONSOLIDATED = "văn bản hợp nhất"
_PARAGRAPH = re.compile(r"\n[ \t*_|]*\n[ \t*_|\-–]*\Z")
_LEAD = 24
_TOLD = 600  # code points between a document and "Thông tư này" that means it


@dataclass(slots=True)
class Speech:
    """One text with its documents and citations; `small` is its flat form (`structure/flat.py`), `flat` the text in one
    line. `limit` is where its annexes begin, `gazette` and `session` the days
    of its publication and of its passing once they are read."""

    text: str
    own: Document
    documents: Sequence[Document]
    mentions: Sequence[Mention]
    small: str
    flat: str = ""
    relations: Sequence[Relation] = ()
    cited: Cited = field(init=False)
    quoted: Quotations = field(init=False)
    limit: int = 0
    found: list[Effect] = field(default_factory=list)
    gazette: str | None = None
    session: str | None = None
    by_id: dict[str, Document] = field(init=False)
    _types: dict[str, str] = field(init=False)
    _originals: dict[str, str | None] = field(default_factory=dict)
    _articles: list[tuple[int, int]] | None = None
    _acting: dict[str, list[Relation]] | None = None
    _forces: list[re.Match[str]] | None = None
    _enactments: list[re.Match[str]] | None = None

    def __post_init__(self) -> None:
        self.flat = _without_capitals(in_one_line(self.text))
        self.cited = Cited(self.text, self.mentions)
        self.by_id = {d.id: d for d in self.documents}
        self._types = {d.id: (d.type or "").casefold() for d in self.documents}
        self.quoted = Quotations(self.text)
        self.limit = body_end(self.text, closed(self.text, 0, len(self.text)))

    @property
    def official(self) -> bool:
        """Whether the text is a document: only then "này" means it."""
        return self.own.type is not None and (self.own.code is not None or self.own.date is not None)

    @property
    def rules(self) -> bool:
        """Whether the text may lay down rules: a notice or a letter has no articles that take effect or end."""
        return can_end(self.own)

    def article(self, at: int) -> tuple[int, int] | None:
        """Where the number of the article around an offset begins and ends; None before the first."""
        if self._articles is None:
            found = (m.span() for pattern in _ARTICLES for m in pattern.finditer(self.flat))
            self._articles = sorted(span for span in found if not span[0] or self.flat[span[0] - 1] == " ")
        place = bisect_left(self._articles, (at, 0)) - 1
        return self._articles[place] if place >= 0 else None

    def forces(self) -> list[re.Match[str]]:
        """Where "hiệu lực" stands, without its first letter."""
        if self._forces is None:
            self._forces = list(self.matches(FORCE, "hH"))
        return self._forces

    def enactments(self) -> list[re.Match[str]]:
        """Where "thi hành từ …" stands."""
        if self._enactments is None:
            self._enactments = list(_ENACTED.finditer(self.flat))
        return self._enactments

    @property
    def consolidated(self) -> bool:
        return (self.own.type or "").casefold() == _CONSOLIDATED

    def speaks(self, kind: str) -> str | None:
        """The document that "`kind` này" means: the text itself, for a consolidated text its original; None where a
        document of another type is quoted."""
        kind = " ".join(kind.casefold().split())
        if not self.official:
            return None
        if self.consolidated:
            return self._original(kind)
        if kind == "văn bản" or _same_type(kind, (self.own.type or "").casefold()):
            return self.own.id
        return None

    def _original(self, kind: str) -> str | None:
        """What a consolidated text consolidates: the first document of its type that it cites at the head of a
        paragraph (the note below the title, which may name others), else the first one."""
        if kind not in self._originals:
            named = [m for m in self.mentions if _same_type(kind, self._types.get(m.document, ""))]
            first = next((m for m in named if _PARAGRAPH.search(self.text, max(0, m.start - _LEAD), m.start)), None)
            self._originals[kind] = first.document if first else named[0].document if named else None
        return self._originals[kind]

    def told_of(self, kind: str, at: int) -> str | None:
        """The document that "`kind` này" at an offset means in a letter, a report, an article, which have no force of
        their own: the only one of that type that is cited shortly before."""
        near = self._of_type(kind, at, _TOLD)
        return near[0].document if len({m.document for m in near}) == 1 and not self._of_an_article(near, at) else None

    def topic(self, kind: str, at: int) -> str | None:
        """The same, where it takes effect: the one that was last told to be issued (``named_above.py``)."""
        above = self._of_type(kind, at, FAR)
        if not above and not self.official and any_kind(kind):
            above = [m for m in self.cited.between(max(0, at - FAR), at) if not self._of_a_letter(m.document)]
            if above and next(groups_of_provisions(self.text, above[-1].end, at), None) is not None:
                return None  # "Điều 5 nêu mức giá. Quy định này …": of a provision
        one = meant(self.text, self.flat, above, at)
        return one.document if one is not None and not self._of_an_article(above, at) else None

    def _of_type(self, kind: str, at: int, reach: int) -> list[Mention]:
        """Citations of a type before an offset, where "`kind` này" may mean one of them."""
        kind = " ".join(kind.casefold().split())
        if self.rules and self.official:
            return []
        if kind == "văn bản" or (self.official and _same_type(kind, (self.own.type or "").casefold())):
            return []
        near = self.cited.between(max(0, at - reach), at)
        return [m for m in near if _same_type(kind, self._types.get(m.document, ""))]

    def _of_an_article(self, named: Sequence[Mention], at: int) -> bool:
        """Whether an article is quoted at an offset that is of none of the documents named before."""
        article = self.article(at)
        if article is None or named[-1].start >= article[0]:
            return False
        label = self.flat[slice(*article)].split()[1].rstrip(".")
        return not any(("điều", label) in part.path for m in named for part in m.pinpoints)

    def document_at(self, at: int, end: int) -> str | None:
        """The document cited right at an offset, or the first one before `end`."""
        found = self.cited.between(at, end)
        return found[0].document if found else None

    def value(self, time: Time, target: str) -> str | None:
        """The day that a statement means; signing and passing are this document's own."""
        if time.basis in ("stated", "until"):
            return time.value
        mine = target == self.own.id
        issued = self.own.date if mine else self.by_id[target].date if target in self.by_id else None
        start = {
            "signing": issued,
            "passing": self.session if mine and self.session else issued,
            "publication": self.gazette if mine else None,
        }.get(time.basis)
        return words.plus(start, time.days) if start else None

    def add(
        self,
        document: str,
        kind: str,
        value: str | None,
        start: int,
        end: int,
        cue: tuple[int, int],
        rule: str,
        *,
        provisions: tuple[Pinpoint, ...] = (),
        by: str | None = None,
        basis: str = "stated",
        days: int = 0,
        confidence: float = CERTAIN,
    ) -> None:
        """Note a statement; none that an older document ends a younger one."""
        if kind == "ended" and by is not None and basis != "register" and self._older(by, document):
            return
        evidence = Evidence(
            start, end, self.text[start:end], self.text[cue[0] : cue[1]], cue[0], cue[1], confidence, rule
        )
        self.found.append(Effect(document, kind, value, evidence, provisions, by, basis, days))

    def _of_a_letter(self, target: str) -> bool:
        """Whether a document is a letter that the text cites, which has no day of force."""
        return target != self.own.id and self._types.get(target, "") in word_set("letter")

    def before_its_year(self, target: str, day: str | None) -> bool:
        """Whether a day stands before the year in which a cited document was issued: then it is another one's."""
        document = self.by_id.get(target)
        issued = year(document) if document is not None and not document.is_source else None
        return bool(day) and issued is not None and int(str(day)[:4]) < issued

    def acting_on(self, target: str, begin: int, cue: int, day: str | None) -> str | None:
        """Who acts, in the clause from `begin` to `cue`, on a cited document that a day is said of: "Thông tư A thay
        thế Thông tư B (hiệu lực: 15/3/2031)" tells of A, unless A is younger than the day."""
        if self._acting is None:
            self._acting = {}
            for relation in self.relations:
                if relation.evidence.cue_start >= 0 and relation.predicate not in ("cites", "issued_by"):
                    self._acting.setdefault(relation.object, []).append(relation)
        acting = {
            relation.subject
            for relation in self._acting.get(target, ())
            if begin <= relation.evidence.cue_start < cue and relation.subject != self.own.id
        }
        named = {mention.document for mention in self.cited.between(begin, cue)} & acting
        one = named.pop() if len(named) == 1 else None
        return None if one is None or self.before_its_year(one, day) else one

    def _older(self, one: str, other: str) -> bool:
        """Whether a document is surely older than another."""
        first, second = self.by_id.get(one), self.by_id.get(other)
        return first is not None and second is not None and surely_before(first, second)

    def anchors(self, role: str, stop: int) -> list[int]:
        """Where phrases of a role may begin before `stop`, in either case, in order: to be looked at again."""
        found = (match.start() for anchor in words.anchors(role) for match in anchor.finditer(self.small, 0, stop))
        return sorted(found)

    def matches(
        self, patterns: Sequence[re.Pattern[str]], before: str, *, annexes: bool = True
    ) -> Iterator[re.Match[str]]:
        """Every match with one of the letters `before` in front; without `annexes` not far behind their beginning."""
        end = len(self.flat) if annexes else self.limit + VERB
        for pattern in patterns:
            for match in pattern.finditer(self.flat, 0, end):
                if self.flat[match.start() - 1 : match.start()] in before and match.start():
                    yield match


def _without_capitals(flat: str) -> str:
    """`flat` with clauses of force in capitals in small letters: "THÔNG TƯ NÀY CÓ HIỆU LỰC TỪ NGÀY …"."""
    pieces: list[str] = []
    done = 0
    for found in FORCE[1].finditer(flat):
        low, high = max(done, found.start() - _CLAUSE), found.end() + _CLAUSE
        before = _CAPITALS_BEFORE.search(flat, low, max(low, found.start()))
        behind = _CAPITALS_BEHIND.match(flat, found.end(), high)
        start, end = before.start() if before else found.start(), behind.end() if behind else found.end()
        small = flat[start:end].lower()
        if start >= done and "CÓ " in flat[start : found.start()] and len(small) == end - start:
            pieces += [flat[done:start], small]
            done = end
    return "".join([*pieces, flat[done:]]) if pieces else flat


_CLAUSE = 160  # code points
_CAPITALS_BEFORE = re.compile(rf"[^.;:!?{LOWER}]*\Z")
_CAPITALS_BEHIND = re.compile(rf"[^.;:!?{LOWER}]*")


def _same_type(spoken: str, kind: str) -> bool:
    """ "Thông tư này" in a Thông tư liên tịch, "Luật này" in a Bộ luật."""
    return bool(kind) and (spoken == kind or kind.startswith(f"{spoken} ") or kind.endswith(f" {spoken}"))
