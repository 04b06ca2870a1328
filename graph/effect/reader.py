"""Statements of time in a text: ``read_effects``.

Each statement hangs on a word ("hiệu lực", "thi hành", "thông qua ngày", "bãi bỏ … từ ngày"); its sentence tells whose
time it is (this document, its provisions, a cited document) and when. Luật 64/2025/QH15 Điều 53-57 says how documents
state it; the table ``effect.csv`` has the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.citations.passing import passings
from graph.citations.pinpoints import read_pinpoints
from graph.effect import words
from graph.effect.begun_lists import begun, opens_a_class
from graph.effect.by_others import ByOthers
from graph.effect.cards import cards, closing_day, led_to, row_start
from graph.effect.columns import columns
from graph.effect.ends import skip
from graph.effect.english import english_days
from graph.effect.issued_with import RULE as ISSUED_WITH
from graph.effect.named_above import behind_lead, called
from graph.effect.portal import PART, fields
from graph.effect.speech import CERTAIN, LIKELY, WHOLE
from graph.effect.subjects import Subject, behind_marks, cited_subject, joins_another, members, opens, own_subject
from graph.effect.times import Time, end_behind, lasting, lasting_behind, read_time
from graph.effect.told_otherwise import applied, applied_document, whose_force
from graph.model import Document, Effect, Evidence, Mention, Pinpoint, Relation
from graph.relations.authority import can_end
from graph.relations.history import history
from graph.structure import Outline
from graph.structure.clauses import sentence_end, sentence_start
from graph.structure.furniture import issue_day

_DONE = r"(?:áp +dụng|thực +hiện|có +giá +trị(?: +(?:thi +hành|áp +dụng|thực +hiện|pháp +lý))?)"
_DIRECT = re.compile(rf"này +(?:được +)?(?:bắt +đầu +)?(?:thi +hành|{_DONE})(?![^\W_])")
# "… và được thi hành từ ngày …": two patterns, so that each begins with a word to look for
_JOINED = re.compile(r"được +(?:bắt +đầu +)?thi +hành(?![^\W_])")
# "Thông tư được thi hành từ ngày …", "Quyết định thi hành từ ngày …": behind the type itself
_PASSIVE = re.compile(r"(?:(?<![^\W_])được +)?(?:bắt +đầu +)?\Z")
_NAMED = 48  # code points before the verb in which the type stands
_NEAR = 8  # signs before the verb in which what leads to it stands
_JOINING = re.compile(r"(?:(?<![^\W_])và|,) +\Z")
# "Thời hạn áp dụng Nghị quyết này: đến hết ngày …", "Thời điểm có hiệu lực: …"; "thời gian thực hiện" is a road map's.
# Behind its first letter, so that a search skips to letters as they stand.
_OWN_TERM = re.compile(
    r"hời +(?:hạn|gian|điểm) +(?:áp +dụng|thi +hành|(?P<force>(?:bắt +đầu +)?(?:có +)?hiệu +lực))(?: +thi +hành)?"
    r"(?:(?: +của)? +(?P<kind>[^\W\d_]+(?: +[^\W\d_]+){0,3}) +này *:? *(?:là +|được +tính +)?|(?P<colon> *: *))"
)
_AGAIN = re.compile(
    r"(?:tiếp +tục +có|[kK]hôi +phục|(?<![^\W_])có(?= +hiệu +lực(?: +thi +hành)? +trở +lại)) +hiệu +lực"
)
_ALSO = r" *,? *(?:(?:và|đồng +thời) +)?(?:được +)?<apply>(?![^\W_])"
_TIME_OPENS = re.compile(
    r"[ *_|>]*(?:[0-9]{1,2}[.)] *)?(?:(?:[kK]ể|[tT]ính) +từ|[tT]ừ|[sS]au|[nN]gày|[vV]ào|[đĐ]ến|[tT]rong|[0-9])"
)
_RETROACTIVE = re.compile(r"trở +về +trước *\Z")  # Luật 64/2025/QH15 Điều 55: beside the day of effect
_BACK = re.compile(r"[kK]hôi +phục|trở +lại")
_COLON = re.compile(r" *: *")
_ENDERS = frozenset({"repeals", "replaces"})  # rows of a portal's table that name what ended a document


def read_effects(
    raw: str,
    outline: Outline,
    documents: Sequence[Document],
    mentions: Sequence[Mention],
    relations: Sequence[Relation] = (),
) -> tuple[Effect, ...]:
    """What a text says of when documents take effect and end, in text order, each statement once.

    `raw` is the normalised text, `outline` that of the same without the gazette's running heads (equal offsets);
    `documents` are those of the extraction (one is the source), `mentions` theirs in text order, `relations` what it
    states of them. Offsets are those of the text. Linear in its length; any text is accepted.
    """
    own = next((d for d in documents if d.is_source), None)
    if own is None:
        return ()
    reader = _Reader(outline.text, own, documents, mentions, outline.flat, relations=relations)
    reader.published(raw)
    reader.portal()
    reader.history()
    reader.cards()
    reader.passed()
    reader.force()
    reader.direct()
    reader.term()
    reader.acts()
    reader.lists()
    reader.columns()
    reader.held()
    reader.limited()
    reader.applied()
    reader.prolonged()
    reader.issued_with()
    reader.by_others(relations)
    reader.english(relations)
    return reader.result()


_SINCE_DAY = re.compile(r"(?:(?:[kK]ể +)?[tT]ừ +(?:ngày +)?|Ngày +)(?=[0-9])")
_CAPITAL_SINCE = re.compile(r"(?<![^\W_])(?:Kể +t|T)ừ +(?=ngày +[0-9]|[0-9])")
_BEHIND_DAY = re.compile(r" *,? *(?=[A-ZĐ])")
_COMMA = re.compile(r" *,? *")
_UNSETTLED = r"(?<![^\W_])(?:<plan>|<condition>|<draft>|không|chưa)(?![^\W_])"
# an end of which more is said than that it is one
_LAPSES = r"(?<![^\W_])<end-verb>(?: +[^\W\d_]+){1,2} +<force>\Z"
_BRACKET = 24  # code points of "(chính thức có"
_ENDING = 34  # code points of "chấm dứt hoàn toàn hi"
_STILL = re.compile(r"(?<![^\W_])(?:không|chưa|hết|mất|còn)(?![^\W_])")


class _Reader(ByOthers):
    """Reads what a text says of when documents take effect."""

    __slots__ = ()

    def published(self, raw: str) -> None:
        """The day of the gazette whose running heads the text has."""
        match = issue_day(raw)
        day = words.read_day(f"{match['d']}/{match['m']}/{match['y']}", 0) if match else None
        if match and day:
            self.gazette = day.value
            start, end = match.span()
            words_there = raw[start:end]
            evidence = Evidence(start, end, words_there, words_there, start, end, CERTAIN, "effect-gazette")
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

    def cards(self) -> None:
        """What a list of documents says of each in fields of its own."""
        if self.official:
            return
        for card in cards(self.text, self.flat, self.cited):
            self.add(
                card.mention.document, card.kind, card.day, card.start, card.end, (card.start, card.end),
                "effect-card", provisions=(PART,) if card.partly else (), basis="register",
            )  # fmt: skip

    def columns(self) -> None:
        """What a table of documents says of each in a column of days; ``lists()`` has read some ends already."""
        if self.official:
            return
        told = {(effect.document, effect.kind, effect.date) for effect in self.found}
        for card in columns(self.text, self.flat, self.cited):
            if (card.mention.document, card.kind, card.day) not in told:
                self.add(
                    card.mention.document, card.kind, card.day, card.mention.start, card.mention.end,
                    (card.start, card.end), "effect-column", provisions=(PART,) if card.partly else (),
                    basis="register",
                )  # fmt: skip

    def english(self, relations: Sequence[Relation]) -> None:
        """What an English page says of Vietnamese documents."""
        if self.official:
            return
        for told in english_days(self.text, self.cited, self.mentions, self._types, relations):
            if not self.before_its_year(told.document, told.day):
                self.add(
                    told.document, told.kind, told.day, told.start, told.end, (told.start, told.end),
                    "effect-english", confidence=LIKELY,
                )  # fmt: skip

    def history(self) -> None:
        """What a portal's table of events says of the document that it is about."""
        table = history(self.text)
        about = self.cited.between(table.about, table.rows[0].start)[:1] if table else []
        if table is None or not about:
            return
        target = about[0].document
        enders = [row for row in table.rows if row.kind in _ENDERS]
        told = any(row.kind == "ends" for row in table.rows)
        for state in fields(self.flat, self._counted):
            if state.provisions and state.date is None and not any(row.part for row in table.rows):
                span = (state.value, state.end)  # "Hết hiệu lực một phần", and no row that says by what
                self.add(
                    target, state.kind, None, state.start, state.end, span, "effect-history",
                    provisions=state.provisions, basis="register",
                )  # fmt: skip
        for row in table.rows:
            day = words.read_day(row.day, 0)
            ends = row.kind == "ends" or (row.kind in _ENDERS and (row.part or not told))
            if day is None or not (ends or row.kind == "begins"):
                continue
            same = [row] if row.kind in _ENDERS else [end for end in enders if end.day == row.day and not end.part]
            by = self.cited.between(same[0].words, same[0].end)[:1] if ends and same else []
            self.add(
                target, "ended" if ends else "in-force", day.value, row.start, row.end, (row.start, row.words),
                "effect-history", provisions=(PART,) if row.part else (), by=by[0].document if by else None,
                basis="register",
            )  # fmt: skip

    def _counted(self, at: int) -> tuple[str, int] | None:
        """A day that a field counts: "sau 45 ngày kể từ ngày ký"."""
        time = read_time(self.flat, at, at + 60, lambda start, end: None)
        value = self.value(time, self.own.id) if time else None
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
        own_end = words.compiled(r"(?:<end>|<pause>|<end-verb>(?: +<wholly>)+ +<force>)\Z")
        lapses = words.compiled(_LAPSES)
        tail = words.compiled(r"(?: *,? *<tail>){0,3}")
        for match in self.forces():
            quoted = match.start() in self.quoted
            if quoted and self.rules and self.official:
                continue
            start = match.start() - 1
            if (
                self.flat.startswith((",", "ngữ", " , "), match.end())
                and "hiệu quả" in self.flat[match.end() : match.end() + 14]
            ):
                continue
            behind = tail.match(self.flat, match.end())
            at = behind.end() if behind else match.end()
            cue = own_end.search(self.flat, max(0, match.start() - _ENDING), match.end())
            if quoted:  # a letter that quotes what the document says of itself
                if cue is None:
                    self._begun(self._cue_start(start), at, quoted=True)
            elif cue is not None:
                kind = "suspended" if words.compiled(r"<pause>").search(cue[0]) else "ended"
                self.ended(cue.start(), at, kind)
            elif lapses.search(self.flat, max(0, match.start() - _ENDING), match.end()):
                continue  # "hết dần hiệu lực từ ngày …": neither a beginning nor an end on that day
            elif again := _AGAIN.search(self.flat, max(0, start - 24), at):
                self._resumes(again.start(), match.end(), at)
            else:
                self._begun(self._cue_start(start), at)

    def _day_before(self, begin: int, cue: int) -> Time | None:
        """The day with which a sentence opens, a line of it below a heading, or what follows the name of a paper, to
        which no stop is set: "Từ ngày 01/7/2031, …", "(TTXVN) - Từ ngày 01/7/2031, …"."""
        opened = {behind_lead(self.flat, behind_marks(self.text, begin, cue))}
        opened |= {match.start() for match in _CAPITAL_SINCE.finditer(self.flat, begin, cue)}
        opened |= {begin, self.text.rfind("\n", begin, cue) + 1 or begin}
        for start in sorted(opened):
            lead = _SINCE_DAY.match(self.flat, behind_marks(self.text, start, cue), cue)
            day = words.read_day(self.flat, lead.end()) if lead else None
            behind = _BEHIND_DAY.match(self.flat, day.end, cue) if day is not None else None
            if day is not None and behind is None and (comma := _COMMA.match(self.flat, day.end, cue)) is not None:
                behind = comma if opens_a_class(self.flat, comma.end(), cue) else None
            if day is None or behind is None or len(day.value) < WHOLE or _STILL.search(self.flat, behind.end(), cue):
                continue
            return Time("stated", day.value, behind.end())
        return None

    def _resumes(self, cue: int, force: int, at: int) -> None:
        """ "X tiếp tục có hiệu lực trở lại từ ngày …", "Khôi phục hiệu lực của X": what was suspended applies again.
        With a last day it is X's own term ("… tiếp tục có hiệu lực đến hết ngày …")."""
        begin, end = sentence_start(self.text, cue), sentence_end(self.text, at, ".;:!?")
        before = members(self.text, self.flat, begin, cue, self.cited)
        held = before or members(self.text, self.flat, force, end, self.cited)
        if before:
            time = read_time(self.flat, at, end, self.document_at)
            if words.compiled(r"<condition>(?![^\W_])").match(self.flat, behind_marks(self.text, begin, cue)):
                return
        elif self._acts_here(begin, cue):
            time = self._trailing_time(held[-1].end, end) if held else None
        else:
            return
        if time is not None and time.basis == "until":
            self._begun(cue, at)
        elif held and self.official and not self.consolidated and can_end(self.own):
            back = _BACK.search(self.flat, cue, at)
            if back or (
                time is not None and time.basis == "stated"
            ):  # "X … tiếp tục có hiệu lực" alone says nothing new
                self.resumed(held, time, begin, end, (cue, at))

    def _cue_start(self, start: int) -> int:
        """ "có hiệu lực": where "có" stands."""
        before = self.flat[max(0, start - 24) : start]
        found = re.search(r"(?:có|bắt +đầu +có|phát +sinh) *\Z", before, re.IGNORECASE)
        return start - (len(before) - found.start()) if found else start

    def _begun(self, cue: int, at: int, *, quoted: bool = False) -> None:
        if not quoted and not self.official and self._of_whom(cue, at):
            return
        end = sentence_end(self.text, at, ".;!?")
        colon = _COLON.match(self.flat, at)
        term = lasting(self.flat, at)
        time = read_time(self.flat, term.end if term else colon.end() if colon else at, end, self.document_at)
        if time is None and colon and self._heads_an_item(cue):
            time = self._labelled(colon.end(), end)
        begin = sentence_start(self.text, cue)
        closing = None
        if not self.official and not quoted:
            begin = row_start(self.text, led_to(self.text, self.flat, begin, cue), cue)
            closing = closing_day(self.text, self.flat, at) if time is None else None
            time = time or closing
            if colon or closing:  # a field: of what its own line names, else ``cards.py``'s
                begin = max(begin, self.text.rfind("\n", 0, cue) + 1)
        if time is None and not quoted and not colon and (day := self._day_before(begin, cue)) is not None:
            begin, time = day.end, day  # "Từ ngày 01/7/2031, X có hiệu lực"
        if time is None:
            return
        listed = [] if quoted else begun(self.text, self.flat, begin, cue, max(at, time.end), self.cited)
        for mention in listed:  # "Nhiều luật có hiệu lực từ ngày 01/7/2031, gồm: …"
            self.add(
                mention.document, "in-force", self.value(time, mention.document), mention.start, mention.end,
                (cue, max(at, time.end)), f"effect-{time.basis}", basis=time.basis, days=time.days, confidence=LIKELY,
            )  # fmt: skip
        if listed:
            return
        subject = self._told(begin, cue) if quoted else self._subject(begin, cue)
        if colon and subject is not None and subject.start != cue and self.official:
            return  # only a heading of its own is followed by a colon and a day
        if subject is None or (begin == time.end and subject.start != skip(self.flat, begin)):
            return
        if self._of_the_cited(subject, cue, time):
            subject = cited_subject(self.text, self.flat, begin, cue, self.cited, self.own.id)
            if subject is None:
                return
        if subject.start == cue and not self._under(at, time.end):
            return
        for target, provisions, confidence in subject.targets:
            if provisions and self.consolidated:
                continue  # footnotes quote the closing articles of what amended it
            if self._of_a_letter(target) and len(self.cited.between(subject.start, cue)) > 1:
                continue  # "Công văn A về các quy định của Luật B có hiệu lực từ …": of B, or of some of its provisions
            value = self.value(time, target)
            if not provisions and (closing or self.flat.rfind("(", max(begin, cue - _BRACKET), cue) >= 0):
                target = self.acting_on(target, begin, cue, value) or target
            if self.before_its_year(target, value):
                continue
            span = (cue, time.end)
            if time.basis != "until":
                kind = "applies" if _RETROACTIVE.search(self.flat, cue, at) else "in-force"
                self.add(
                    target, kind, value, subject.start, time.end, span, f"effect-{time.basis}",
                    provisions=provisions, by=time.by, basis=time.basis, days=time.days, confidence=confidence,
                )  # fmt: skip
            last = time if time.basis == "until" else end_behind(self.flat, time.end, end)
            term = term or lasting_behind(self.flat, time.end, end)
            if last is None and term is not None and value is not None:
                last = Time("until", term.last(value), max(time.end, term.end))
            if self.consolidated and confidence == CERTAIN:
                continue
            if last is not None and last.value and (value is None or value <= last.value):
                self.add(
                    target, "until", last.value, subject.start, last.end, (cue, last.end), "effect-until",
                    provisions=provisions, confidence=confidence,
                )  # fmt: skip
            if target == self.own.id and time.basis != "until":
                self._applied(subject, provisions, time.end, end)

    def _of_the_cited(self, subject: Subject, cue: int, time: Time) -> bool:
        """ "Quyết định này bãi bỏ X, có hiệu lực từ ngày …": a day before this document's own is X's."""
        day, own = time.value, self.own.date
        return (
            time.basis == "stated"
            and any(target == self.own.id for target, _, _ in subject.targets)
            and bool(day and own and len(day) == len(own) and day < own)
            and bool(self.cited.between(subject.start, cue))
        )

    def _applied(self, subject: Subject, provisions: tuple[Pinpoint, ...], at: int, end: int) -> None:
        """ "… có hiệu lực từ ngày ký và áp dụng từ năm ngân sách 2031"."""
        also = words.compiled(_ALSO).match(self.flat, at, end)
        time = read_time(self.flat, also.end(), end, self.document_at) if also else None
        if also and time is not None and time.basis == "stated":
            self.add(
                self.own.id, "applies", time.value, subject.start, time.end, (also.start(), time.end), "effect-stated",
                provisions=provisions,
            )  # fmt: skip

    def _under(self, at: int, end: int) -> bool:
        """Whether a time belongs to a heading ("Hiệu lực thi hành") that ends at `at`: on its line or opening the next
        one."""
        line = self.text.find("\n", at, end)
        if line < 0:
            return True
        # "Hiệu lực⏎Kể từ ngày …, Thông tư X hết hiệu lực": the day opens a clause of its own
        return _TIME_OPENS.match(self.flat, line) is not None and not self.flat[end : end + 2].lstrip().startswith(",")

    def _subject(self, begin: int, cue: int) -> Subject | None:
        """Whose force it is: this document's where it is the sentence's subject, else a cited one's."""
        own = own_subject(self.text, self.flat, begin, cue, self.cited, self.speaks, rules=self.rules)
        if own is not None:
            return own if own.targets else self._told(begin, cue)
        if not self.cited.between(begin, cue):
            return self._told(begin, cue)
        if joins_another(self.text, self.flat, begin, cue, self.cited):
            return None
        one = cited_subject(self.text, self.flat, begin, cue, self.cited, self.own.id)
        return one or self._told(begin, cue)  # "Theo Điều 12 X, Thông tư này có hiệu lực từ …"

    def _told(self, begin: int, cue: int) -> Subject | None:
        """The document that a letter, a report or an article has just named: "… ban hành Nghị định số … Nghị định này
        có hiệu lực từ …"."""
        this = called(self.text, self.flat, begin, cue)
        document = self.topic(this["type"], this.start()) if this else None
        if this is None or document is None or self.cited.between(this.start(), cue):
            return None
        parts = read_pinpoints(self.text, begin, this.start())
        return Subject(this.start(), ((document, parts, LIKELY),))

    def _of_whom(self, cue: int, at: int) -> bool:
        """ "Ngày có hiệu lực của X là …", in an article."""
        told = whose_force(self.text, self.flat, at, self.cited)
        if told is not None and not self.before_its_year(told[0].document, told[1].value):
            self.add(
                told[0].document, "in-force", told[1].value, cue, told[1].end, (cue, at), "effect-stated",
                confidence=LIKELY,
            )  # fmt: skip
        return told is not None

    def applied(self) -> None:
        """ "X (bắt đầu) được áp dụng từ ngày …", "Nghị định mới được thực hiện từ ngày …", in an article."""
        if self.official:
            return
        for cue, verb, time in applied(self.text, self.flat, self.cited):
            begin = sentence_start(self.text, cue)
            if cue in self.quoted or words.compiled(_UNSETTLED).search(self.flat, begin, cue):
                continue
            head = applied_document(self.text, self.flat, begin, cue, verb, self.cited)
            told = self._told(begin, cue) if head is None and not self.cited.between(begin, cue) else None
            target = head.document if head else told.targets[0][0] if told and not told.targets[0][1] else None
            if target is not None and not self.before_its_year(target, time.value):
                self.add(
                    target, "applies", time.value, head.start if head else cue, time.end, (cue, verb),
                    "effect-stated", confidence=LIKELY,
                )  # fmt: skip

    def _directs(self) -> list[tuple[int, re.Match[str]]]:
        """Verbs of application with where what leads to them ends ("này", "và", a comma), by place."""
        found = [(match.start() + len("này"), match) for match in _DIRECT.finditer(self.flat)]
        for match in _JOINED.finditer(self.flat):
            lead = _JOINING.search(self.flat, max(0, match.start() - _NEAR), match.start())
            if lead is not None:
                found.append((lead.start() + len(lead[0].rstrip()), match))
        for match in self.enactments():
            low = max(0, match.start() - _NAMED)
            passive = _PASSIVE.search(self.flat, low, match.start())
            at = passive.start() if passive else match.start()
            if self.flat[at - 5 : at] != " lực " and self._names_a_type(low, at):
                found.append((at - 1, match))
        return sorted(found, key=lambda at: at[0])

    def _names_a_type(self, low: int, at: int) -> bool:
        """Whether the name of a type, without "này", ends where a verb begins."""
        end = low + len(self.flat[low:at].rstrip())
        return any(m.end() == end and not m["this"] for m in words.this().finditer(self.flat, low, at))

    def direct(self) -> None:
        """ "Quyết định này thi hành từ ngày …", "… được áp dụng từ ngày …"."""
        enacted = words.compiled(r"<direct>\Z")
        for lead, match in self._directs():
            if match.start() in self.quoted:
                continue
            end = sentence_end(self.text, match.end(), ".;!?")
            time = read_time(self.flat, match.end(), end, self.document_at)
            if time is None:
                continue
            begin = sentence_start(self.text, match.start())
            cue = skip(self.flat, lead)
            own = own_subject(self.text, self.flat, begin, lead, self.cited, self.speaks)
            if own is None:
                continue
            # "chịu trách nhiệm thi hành Quyết định này" has the words the other way round
            force = enacted.search(self.flat, match.start(), match.end()) is not None and time.basis != "until"
            road_map = "thực" in match[0] and "giá" not in match[0]
            if road_map and time.basis == "until" and self.rules and "được" in match[0]:
                road_map = (
                    time.value is None or len(time.value) < WHOLE or "hết" not in self.flat[match.end() : time.end]
                )
            for target, provisions, confidence in own.targets:
                if self.consolidated:
                    continue
                value = self.value(time, target)
                if time.basis == "until":
                    kind = "until"
                    if road_map:
                        continue
                else:
                    kind = "in-force" if force and not provisions else "applies"
                if value is None and kind == "applies":
                    continue
                self.add(
                    target, kind, value, own.start, time.end, (cue, time.end), f"effect-{time.basis}",
                    provisions=provisions, by=time.by, basis="stated" if time.basis == "until" else time.basis,
                    days=time.days, confidence=confidence * (LIKELY if kind == "in-force" else 1),
                )  # fmt: skip
                last = end_behind(self.flat, time.end, end) if kind != "until" and not road_map else None
                if last is not None and last.value and not provisions and value is not None and value <= last.value:
                    self.add(
                        target, "until", last.value, own.start, last.end, (cue, last.end), "effect-until",
                        confidence=confidence,
                    )  # fmt: skip

    def term(self) -> None:
        """ "Thời hạn áp dụng Nghị quyết này: đến hết ngày …", "Thời điểm có hiệu lực: 20/3/2031"."""
        for match in self.matches((_OWN_TERM,), "tT"):
            start = match.start() - 1
            if (start and self.flat[start - 1].isalnum()) or start in self.quoted or self.consolidated:
                continue
            end = sentence_end(self.text, match.end(), ".;!?")
            target = self.speaks(match["kind"] or "văn bản")
            if match["colon"] and (not match["force"] or not self._heads_an_item(start)):
                continue
            if target is None:
                continue
            first = self._labelled(match.end(), end) if match["force"] else None
            if first is not None:
                self.add(
                    target, "in-force", self.value(first, target), start, first.end, (start, first.end),
                    f"effect-{first.basis}", basis=first.basis, days=first.days, by=first.by, confidence=LIKELY,
                )  # fmt: skip
            last = end_behind(self.flat, first.end if first else match.end(), end)
            if last is not None:
                span = (start, last.end)
                self.add(target, "until", last.value, start, last.end, span, "effect-until", confidence=LIKELY)

    def _heads_an_item(self, at: int) -> bool:
        """Whether a label opens a line of an article, not one of a box above or below the text."""
        return self.article(at) is not None and opens(self.text, sentence_start(self.text, at), at)

    def _labelled(self, at: int, end: int) -> Time | None:
        """The first day behind a label: bare ("20/3/2031") or led to ("từ ngày …")."""
        day = words.read_day(self.flat, at)
        if day is not None:
            return Time("stated", day.value, day.end)
        time = read_time(self.flat, at, end, self.document_at)
        return None if time is None or time.basis == "until" else time

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
            beyond = effect.evidence.start > self.limit and effect.evidence.rule != ISSUED_WITH
            if effect.document == self.own.id and beyond and effect.kind != "published":
                continue
            seen.add(key)
            if mine:
                whole.add((effect.document, effect.kind))
            kept.append(effect)
        return tuple(kept)


def _order(effect: Effect) -> tuple[int, int, str, str]:
    return (effect.evidence.start, effect.evidence.end, effect.kind, effect.document)
