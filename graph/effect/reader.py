"""Statements of time in a text: ``read_effects``.

Each statement hangs on a word ("hiệu lực", "thi hành", "thông qua ngày", "bãi bỏ … từ ngày"); its sentence tells whose
time it is (this document, its provisions, a cited document) and when. Luật 64/2025/QH15 Điều 53-57 says how documents
state it; the table ``effect.csv`` has the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.citations.passing import passings
from graph.effect import words
from graph.effect.flat import Quotations, body_end, closed, flatten, sentence_end, sentence_start
from graph.effect.portal import fields
from graph.effect.subjects import Cited, Subject, cited_subject, members, opens, own_subject, part_named
from graph.effect.times import Time, end_behind, read_time
from graph.model import Document, Effect, Evidence, Mention, Pinpoint
from graph.relations.authority import can_end

# Each pattern begins with letters, which are looked for fast; what stands before them is asked afterwards.
_FORCE = tuple(re.compile(pattern) for pattern in (r"iệu +lực(?![^\W_])", r"IỆU +LỰC(?![^\W_])"))
_DIRECT = re.compile(r"này +(?:được +)?(?:bắt +đầu +)?(?:thi +hành|áp +dụng|thực +hiện)(?![^\W_])")
_ACT = tuple(re.compile(pattern) for pattern in (r"ãi +bỏ(?![^\W_])", r"hay +thế(?![^\W_])", r"ủy +bỏ(?![^\W_])"))
_ACT_BEFORE = "bBtThH"
_FROM = re.compile(r"(?<![^\W_])[tT]ừ +(?=ngày +[0-9]|(?:tháng|năm) +[0-9])")
# "Kể từ ngày Thông tư này có hiệu lực thi hành, bãi bỏ …", "Đồng thời …"
_LEADING = re.compile(
    r"[^.;:]{0,12}(?:(?:[kK]ể +)?[tT]ừ +ngày +[^.;:]{0,80}?,|[đĐ]ồng +thời,?|[nN]ay|[cC]ông +bố)? *(?:[cC]ông +bố +)?"
)
_COLON = re.compile(r" *: *")
_GAZETTE = re.compile(
    r"CÔNG[ \t]+BÁO/[^\n]{1,60}?/Ngày[ \t]+(?P<d>[0-9]{1,2})-(?P<m>[0-9]{1,2})-(?P<y>(?:19|20)[0-9]{2})"
)
_CONSOLIDATED = "văn bản hợp nhất"
_WHOLE = len("2031-07-01")
_CERTAIN, _LIKELY, _WEAK = 1.0, 0.85, 0.7


def read_effects(raw: str, text: str, documents: Sequence[Document], mentions: Sequence[Mention]) -> tuple[Effect, ...]:
    """What `text` says of when documents take effect and end, in text order, each statement once.

    `raw` is the normalised text, `text` the same without the gazette's running heads (equal offsets); `documents` are
    those of the extraction (one is the source), `mentions` theirs in text order. Offsets are those of `text`. Linear in
    its length; any text is accepted.
    """
    own = next((d for d in documents if d.is_source), None)
    if own is None:
        return ()
    reader = _Reader(text, own, documents, mentions)
    reader.published(raw)
    reader.portal()
    reader.passed()
    reader.force()
    reader.direct()
    reader.acts()
    return reader.result()


@dataclass(slots=True)
class _Reader:
    text: str
    own: Document
    documents: Sequence[Document]
    mentions: Sequence[Mention]
    flat: str = ""
    cited: Cited = field(init=False)
    quoted: Quotations = field(init=False)
    limit: int = 0
    found: list[Effect] = field(default_factory=list)
    gazette: str | None = None
    session: str | None = None

    def __post_init__(self) -> None:
        self.flat = flatten(self.text)
        self.cited = Cited(self.text, self.mentions)
        self.quoted = Quotations(self.text)
        self.limit = body_end(self.text, closed(self.text, 0, len(self.text)))

    # Who speaks ---------------------------------------------------------------------------------------------------

    @property
    def official(self) -> bool:
        """Whether the text is a document: only then "này" means it."""
        return self.own.type is not None and (self.own.code is not None or self.own.date is not None)

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
        """What a consolidated text consolidates is the first document of its type that it cites."""
        types = {d.id: (d.type or "").casefold() for d in self.documents}
        return next((m.document for m in self.mentions if _same_type(kind, types.get(m.document, ""))), None)

    # What is read -------------------------------------------------------------------------------------------------

    def published(self, raw: str) -> None:
        """The day of the gazette whose running heads the text has."""
        match = _GAZETTE.search(raw)
        day = words.read_day(f"{match['d']}/{match['m']}/{match['y']}", 0) if match else None
        if match and day:
            self.gazette = day.value
            start, end = match.span()
            words_there = raw[start:end]
            evidence = Evidence(start, end, words_there, words_there, start, end, _CERTAIN, "effect-gazette")
            self.found.append(Effect(self.own.id, "published", day.value, evidence))

    def portal(self) -> None:
        """What a portal says above the document."""
        if not self.official or self.consolidated:
            return
        for field_ in fields(self.flat, self._counted):
            span = (field_.value, field_.end)
            self.add(
                self.own.id, field_.kind, field_.date, field_.start, field_.end, span, "effect-portal",
                provisions=field_.provisions, basis="register",
            )  # fmt: skip

    def _counted(self, at: int) -> tuple[str, int] | None:
        """A day that a field counts: "sau 45 ngày kể từ ngày ký"."""
        time = read_time(self.flat, at, at + 60, lambda start, end: None)
        value = self._value(time, self.own.id) if time else None
        return (value, time.end) if time and value else None

    def passed(self) -> None:
        """When the assembly or council passed it."""
        for passing in passings(self.text):
            if passing.start in self.quoted or self.speaks(passing.type) != self.own.id:
                continue
            self.session = passing.date
            span = (passing.cue, passing.end)
            self.add(self.own.id, "passed", passing.date, passing.start, passing.end, span, "effect-passed")
            return

    def force(self) -> None:
        """Statements with "hiệu lực"."""
        own_end = words.compiled(r"(?:<end>|<pause>)\Z")
        tail = words.compiled(r"(?: *,? *<tail>){0,3}")
        for match in self._all(_FORCE, "hH"):
            if match.start() in self.quoted:
                continue
            start = match.start() - 1
            if (
                self.flat.startswith((",", "ngữ", " , "), match.end())
                and "hiệu quả" in self.flat[match.end() : match.end() + 14]
            ):
                continue
            behind = tail.match(self.flat, match.end())
            at = behind.end() if behind else match.end()
            cue = own_end.search(self.flat, max(0, match.start() - 14), match.end())
            if cue is not None:
                kind = "suspended" if words.compiled(r"<pause>").search(cue[0]) else "ended"
                self._ended(cue.start(), at, kind)
            else:
                self._begun(self._cue_start(start), at)

    def _cue_start(self, start: int) -> int:
        """ "có hiệu lực": where "có" stands."""
        before = self.flat[max(0, start - 24) : start]
        found = re.search(r"(?:có|bắt +đầu +có|phát +sinh) *\Z", before, re.IGNORECASE)
        return start - (len(before) - found.start()) if found else start

    def _begun(self, cue: int, at: int) -> None:
        end = sentence_end(self.text, at, ".;!?")
        colon = _COLON.match(self.flat, at)
        time = read_time(self.flat, colon.end() if colon else at, end, self._document_at)
        if time is None:
            return
        begin = sentence_start(self.text, cue)
        subject = self._subject(begin, cue)
        if colon and subject is not None and subject.start != cue:
            return  # only a heading of its own is followed by a colon and a day
        if subject is None:
            return
        for target, provisions, confidence in subject.targets:
            if provisions and self.consolidated:
                continue  # footnotes quote the closing articles of what amended it
            value = self._value(time, target)
            span = (cue, time.end)
            if time.basis != "until":
                self.add(
                    target, "in-force", value, subject.start, time.end, span, f"effect-{time.basis}",
                    provisions=provisions, by=time.by, basis=time.basis, days=time.days, confidence=confidence,
                )  # fmt: skip
            last = time if time.basis == "until" else end_behind(self.flat, time.end, end)
            if self.consolidated and confidence == _CERTAIN:
                continue
            if last is not None and last.value and (value is None or value <= last.value):
                self.add(
                    target, "until", last.value, subject.start, last.end, (cue, last.end), "effect-until",
                    provisions=provisions, confidence=confidence,
                )  # fmt: skip

    def _subject(self, begin: int, cue: int) -> Subject | None:
        """Whose force it is: this document's where it is the sentence's subject, else a cited one's."""
        own = own_subject(self.text, self.flat, begin, cue, self.cited, self.speaks)
        if own is not None:
            return own if own.targets else None
        return cited_subject(self.text, self.flat, begin, cue, self.cited, self.own.id)

    def _ended(self, cue: int, at: int, kind: str) -> None:
        begin = sentence_start(self.text, cue)
        end = sentence_end(self.text, at, ".;:!?")
        time = read_time(self.flat, at, end, self._document_at)
        behind = [] if self.cited.between(begin, cue) else members(self.text, self.flat, at, end, self.cited)
        if behind and time is None:  # "ngưng hiệu lực của Thông tư số … từ ngày …"
            time = self._trailing_time(behind[-1].end, end)
        if time is None or time.basis != "stated" or time.value is None:
            time = self._leading_time(begin, cue)
        if time is None or time.value is None or len(time.value) < _WHOLE:
            return
        by = self.own.id if self.official else None
        own = own_subject(self.text, self.flat, begin, cue, self.cited, self.speaks)
        if own is not None and own.start < cue - 1 and not behind and not self.cited.between(begin, cue):
            for target, provisions, confidence in own.targets:
                self.add(
                    target, kind, time.value, own.start, max(at, time.end), (cue, at), f"effect-{kind}",
                    provisions=provisions, by=by, confidence=confidence,
                )  # fmt: skip
            return
        listed = behind or members(self.text, self.flat, begin, cue, self.cited)
        if not listed and self.flat[end : end + 1] == ":":
            listed = members(self.text, self.flat, end + 1, self._list_end(end + 1), self.cited, items=True)
        for mention in listed:
            first, last = min(begin, mention.start), max(at, time.end, mention.end)
            self.add(
                mention.document, kind, time.value, _skip(self.flat, first), last, (cue, at), f"effect-{kind}",
                provisions=mention.pinpoints, by=by, confidence=_LIKELY,
            )  # fmt: skip

    def _list_end(self, start: int) -> int:
        """Where a list that a colon opens ends: at the next numbered clause or article, or where the text closes."""
        stop = _CLAUSE.search(self.text, start, min(len(self.text), start + 20_000))
        end = stop.start() if stop else min(len(self.text), start + 20_000)
        return closed(self.text, start, end)

    def _leading_time(self, begin: int, cue: int) -> Time | None:
        """ "Kể từ ngày 01/7/2031, …": the date in front of the clause."""
        for match in _FROM.finditer(self.flat, begin, cue):
            if match.start() - begin > 12:
                return None
            day = words.read_day(self.flat, match.end())
            return Time("stated", day.value, day.end) if day else None
        return None

    def _trailing_time(self, at: int, end: int) -> Time | None:
        """ "… từ ngày 01/7/2031": the last such date of the clause."""
        time = None
        for lead in _FROM.finditer(self.flat, at, end):
            day = words.read_day(self.flat, lead.end())
            time = Time("stated", day.value, day.end) if day else None
        return time

    def direct(self) -> None:
        """ "Quyết định này thi hành từ ngày …", "… được áp dụng từ ngày …"."""
        enacted = words.compiled(r"<direct>\Z")
        for match in _DIRECT.finditer(self.flat):
            if match.start() in self.quoted:
                continue
            end = sentence_end(self.text, match.end(), ".;!?")
            time = read_time(self.flat, match.end(), end, self._document_at)
            if time is None:
                continue
            begin = sentence_start(self.text, match.start())
            own = own_subject(self.text, self.flat, begin, match.start() + 3, self.cited, self.speaks)
            if own is None:
                continue
            # "chịu trách nhiệm thi hành Quyết định này" has the words the other way round
            force = enacted.search(self.flat, match.start(), match.end()) is not None and time.basis != "until"
            for target, provisions, confidence in own.targets:
                if self.consolidated:
                    continue
                value = self._value(time, target)
                if time.basis == "until":
                    kind = "until"
                    if "thi" not in match[0] and "áp" not in match[0]:
                        continue
                else:
                    kind = "in-force" if force and not provisions else "applies"
                if value is None and kind == "applies":
                    continue
                self.add(
                    target, kind, value, own.start, time.end, (match.start() + 4, time.end), f"effect-{time.basis}",
                    provisions=provisions, by=time.by, basis="stated" if time.basis == "until" else time.basis,
                    days=time.days, confidence=confidence * (_LIKELY if kind == "in-force" else 1),
                )  # fmt: skip

    def acts(self) -> None:
        """ "Bãi bỏ X kể từ ngày …": an end with a day of its own. "Bãi bỏ khoản 2 Điều 3 X", "… 06 thủ tục tại X": an
        end of parts, on the day on which this document takes effect."""
        if not self.official or not can_end(self.own):
            return
        for match in self._all(_ACT, _ACT_BEFORE):
            if match.start() in self.quoted or match.start() > self.limit:
                continue
            cue = match.start() - 1
            if words.compiled(r"[^.;:]{0,24}?(?:cụm +từ|từ +ngữ)").match(self.flat, match.end()) is not None:
                continue
            begin = sentence_start(self.text, cue)
            if not self._acts_here(begin, cue):
                continue
            end = sentence_end(self.text, match.end(), ".:!?")
            listed = members(self.text, self.flat, match.end(), end, self.cited)
            host = not listed and self.flat[end : end + 1] == ":"
            if host:
                listed = members(self.text, self.flat, end + 1, self._list_end(end + 1), self.cited, items=True)
            if listed:
                self._act(match, begin, end, listed, host)

    def _acts_here(self, begin: int, cue: int) -> bool:
        """Whether the clause is this document's own act: it opens with the cue, or this document is its subject."""
        if opens(self.text, begin, cue) or _LEADING.fullmatch(self.flat, begin, cue):
            return True
        own = own_subject(self.text, self.flat, begin, cue, self.cited, self.speaks)
        return own is not None and any(target == self.own.id for target, _, _ in own.targets)

    def _act(self, match: re.Match[str], begin: int, end: int, listed: list[Mention], host: bool) -> None:
        time = self._leading_time(begin, match.start())
        if time is None and not any(p.search(self.flat, begin, end) for p in _FORCE):
            time = self._trailing_time(end if host else listed[-1].end, end)
        if time is not None and (time.value is None or len(time.value) < _WHOLE):
            time = None
        phrase: tuple[Pinpoint, ...] = ()
        mixed = host and any(m.pinpoints for m in listed)  # "bãi bỏ các quy định sau: a) Điều 3 X; b) Thông tư Y"
        for mention in listed:
            if mention.document == self.own.id:
                continue
            parts = (
                mention.pinpoints
                or part_named(self.flat, self._item(mention) if host else match.end(), mention)
                or (() if host else phrase)
            )
            phrase = phrase if mention.pinpoints else parts
            if time is None and not parts and not mixed:
                continue  # the whole, with this document: a relation says it
            stop = max(mention.end, time.end if time else 0)
            self.add(
                mention.document, "ended", time.value if time else None, _skip(self.flat, match.start() - 1), stop,
                (match.start() - 1, match.end()), "effect-act", provisions=parts, by=self.own.id,
                basis="stated" if time else "document", confidence=_WEAK,
            )  # fmt: skip

    def _item(self, mention: Mention) -> int:
        """Where the item of a list begins in which a document is cited."""
        return sentence_start(self.text, mention.start)

    # Values -------------------------------------------------------------------------------------------------------

    def _all(self, patterns: Sequence[re.Pattern[str]], before: str) -> Iterator[re.Match[str]]:
        """Every match with one of the letters `before` in front."""
        for pattern in patterns:
            for match in pattern.finditer(self.flat):
                if self.flat[match.start() - 1 : match.start()] in before and match.start():
                    yield match

    def _document_at(self, at: int, end: int) -> str | None:
        """The document cited right at an offset, or the first one before `end`."""
        found = self.cited.between(at, end)
        return found[0].document if found else None

    def _value(self, time: Time, target: str) -> str | None:
        """The day that a statement means; signing and passing are this document's own."""
        if time.basis in ("stated", "until"):
            return time.value
        mine = target == self.own.id
        issued = self.own.date if mine else next((d.date for d in self.documents if d.id == target), None)
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
        confidence: float = _CERTAIN,
    ) -> None:
        evidence = Evidence(
            start, end, self.text[start:end], self.text[cue[0] : cue[1]], cue[0], cue[1], confidence, rule
        )
        self.found.append(Effect(document, kind, value, evidence, provisions, by, basis, days))

    def result(self) -> tuple[Effect, ...]:
        """Statements in text order; of several of one kind about one whole document the first in its own body counts
        (forms in annexes speak of themselves, footnotes repeat)."""
        kept: list[Effect] = []
        seen: set[tuple[str, str, tuple[Pinpoint, ...], str | None]] = set()
        whole: set[tuple[str, str]] = set()
        first: dict[tuple[str, str], float] = {}
        for effect in self.found:  # what the document says as "this" outranks what is said of it by its number
            if not effect.provisions and effect.basis != "register":
                pair = (effect.document, effect.kind)
                first[pair] = max(first.get(pair, 0.0), effect.evidence.confidence)
        for effect in sorted(self.found, key=_order):
            if effect.basis == "register":
                kept.append(effect)  # beside what the text itself says
                continue
            mine = effect.document == self.own.id and not effect.provisions
            if mine and effect.evidence.confidence < first[effect.document, effect.kind]:
                continue
            key = (effect.document, effect.kind, effect.provisions, effect.by)
            if key in seen or (mine and (effect.document, effect.kind) in whole):
                continue
            if effect.document == self.own.id and effect.evidence.start > self.limit and effect.kind != "published":
                continue
            seen.add(key)
            if mine:
                whole.add((effect.document, effect.kind))
            kept.append(effect)
        return tuple(kept)


_CLAUSE = re.compile(
    r"\n[ \t|*_>]*(?:[0-9]{1,3}\.[ \t*_]|(?:(?:Điều|ĐIỀU)[ \t*_]+[0-9]+[a-zđ]?[.:]|(?:Chương|CHƯƠNG)[ \t*_]))"
)


def _order(effect: Effect) -> tuple[int, int, str, str]:
    return (effect.evidence.start, effect.evidence.end, effect.kind, effect.document)


def _same_type(spoken: str, kind: str) -> bool:
    """ "Thông tư này" in a Thông tư liên tịch, "Luật này" in a Bộ luật."""
    return bool(kind) and (spoken == kind or kind.startswith(f"{spoken} ") or kind.endswith(f" {spoken}"))


def _skip(flat: str, at: int) -> int:
    """Behind blanks."""
    while at < len(flat) and flat[at] == " ":
        at += 1
    return at
