"""Ends: "X hết hiệu lực từ ngày …", "bãi bỏ X kể từ ngày …", "bãi bỏ khoản 2 Điều 3 X"."""

from __future__ import annotations

import re

from graph.citations.pinpoints import read_pinpoints
from graph.effect import words
from graph.effect.cards import closing_day, led_to, row_start
from graph.effect.lists import rows
from graph.effect.speech import FORCE, LIKELY, WEAK, WHOLE, Speech
from graph.effect.subjects import (
    APPLIED_TO,
    EXCEPT,
    FORCE_OF_THE_SUBJECT,
    OWN_PIN,
    STAYS,
    behind_marks,
    below_heading,
    members,
    opens,
    own_subject,
    told,
)
from graph.effect.times import Time, end_behind, lasting, read_time
from graph.effect.within import IN_PART, NAMED, parts_of
from graph.model import ALL_BUT, Mention, Pinpoint
from graph.relations.authority import can_end
from graph.structure.clauses import list_end, sentence_end, sentence_start
from graph.structure.parts import closed

_ACT = tuple(re.compile(pattern) for pattern in (r"ãi +bỏ(?![^\W_])", r"hay +thế(?![^\W_])", r"ủy +bỏ(?![^\W_])"))
_ACT_BEFORE = "bBtThH"
_AMENDED = re.compile(r" *\( *(?:đã +)?được +(?:sửa|bổ|thay)(?![^\W_])")
_WHERE_IT_STOOD = re.compile(
    r"(?: +ngày +[0-9]{1,2}(?:[/.-][0-9]{1,2}[/.-]| +tháng +[0-9]{1,2} +năm +)[0-9]{4})?"
    r" +(?:quy +định +|nêu +)?(?:tại|trong) +(?:các +)?(?:điểm|khoản|[đĐ]iều|mục|[cC]hương|[pP]hụ +lục)(?![^\W_])"
)
_RULED = re.compile(r"(?<![^\W_])(?:theo|căn +cứ|bởi|do)(?![^\W_])")
_FROM = re.compile(
    r"(?<![^\W_])[tT]ừ +(?=(?:ngày|tháng|năm) +[0-9]|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]|0?0 *(?:giờ|h)(?![^\W_]))"
)
# "Kể từ ngày Thông tư này có hiệu lực thi hành, bãi bỏ …", "Đồng thời …"
_LEADING = re.compile(
    r"(?:[0-9]{1,3}[.)]|[a-zđ][.)]|[-–+•]| )*"
    r"(?:(?:[kK]ể +)?[tT]ừ +ngày +(?:[^.;:]{0,80}?,"
    r"|[0-9]{1,2}(?: ?[/.-] ?| +tháng +)[0-9]{1,2}(?: ?[/.-] ?| +năm +)[0-9]{4})"
    r"|[đĐ]ồng +thời,?|[nN]ay|[cC]ông +bố|[cC]ho +phép|[tT]hống +nhất)? *(?:[cC]ông +bố +)?"
)
PASSIVE = re.compile(r"(?<![^\W_])(?:bị|được) +\Z")
_FOR_ANOTHER = re.compile(r" +cho +(?:các +)?")
_IN_PART = r"(?<![^\W_])<in-part>(?![^\W_])"
_SLOWLY = r"(?<![^\W_])<slowly> *\Z"
# "Chấm dứt việc tạm ngưng hiệu lực"
_OVER = re.compile(r"(?:[cC]hấm +dứt|[kK]ết +thúc|[bB]ãi +bỏ|[hH]ủy +bỏ)(?: +(?:việc|thời +(?:gian|hạn)|tạm))* *\Z")
_WITHIN = re.compile(r"(?<![^\W_])trong(?![^\W_])")
_AGENT = re.compile(
    r"(?<![^\W_])(?:được|bị) +(?:thay +thế|bãi +bỏ|hủy +bỏ|sửa +đổi(?:, +bổ +sung)?) +(?:bởi|bằng|tại|theo) +\Z"
)
_ENDED_BEFORE = re.compile(r"(?:\( *(?:đã +)?|(?<![^\W_])đã +)\Z")
_NEAR = 12
_WORDS = r"(?:[cC]ụm +từ|[tT]ừ +ngữ)"
# what is planned, or a condition, has not happened: "… dự kiến bị bãi bỏ từ ngày …"; what will be on a day is settled
NOT_YET = r"(?<![^\W_])(?:<plan>|<condition>)(?![^\W_])"
# what a clause of its own says: "… được áp dụng đến …; …"
_SAYS = r"(?<![^\W_])(?:<force>|<end>|được|bị|đã|sẽ|chỉ|vẫn|tiếp +tục)(?![^\W_])"
_LONGEST_LIST = 20_000
_AMENDING = re.compile(r"(?:[sS]ửa +đổi|[bB]ổ +sung|[bB]ãi +bỏ|[tT]hay +thế|[hH]ủy +bỏ)(?![^\W_])")
_ALL_OF = re.compile(r"(?: |toàn +bộ|các|những|một +số|quy +định|nội +dung|tại)*")


def in_part(flat: str, start: int, end: int) -> bool:
    """Whether words of an end say that it is that of a part: "hết hiệu lực một phần"."""
    return words.compiled(_IN_PART).search(flat, start, end) is not None


class Ends(Speech):
    """Reads what a text says of ends."""

    __slots__ = ()

    def ended(self, cue: int, at: int, kind: str) -> None:
        if words.compiled(_SLOWLY).search(self.flat, max(0, cue - _NEAR), cue):
            return  # "dần hết hiệu lực từ ngày …": no end on that day
        begin = below_heading(self.text, self._list_start(sentence_start(self.text, cue), cue), cue)
        end = sentence_end(self.text, at, ".;:!?")
        time = read_time(self.flat, at, end, self.document_at)
        if not self.official:  # a field, a row of a table: "Luật X: hết hiệu lực 01/7/2031"
            begin = row_start(self.text, led_to(self.text, self.flat, begin, cue), cue)
            time = time or closing_day(self.text, self.flat, at)
        behind = [] if self.cited.between(begin, cue) else members(self.text, self.flat, at, end, self.cited)
        if behind and _RULED.search(self.flat, at, behind[0].start):
            behind = []  # "Mục này hết hiệu lực từ ngày … theo quy định tại Điều 92 Luật X": X ends it
        if behind and time is None:  # "ngưng hiệu lực của Thông tư số … từ ngày …"
            time = self._trailing_time(behind[-1].end, end)
        if time is None or time.basis != "stated" or time.value is None:
            time = self._leading_time(begin, cue)
        by = self._ender(cue, at, end)
        if kind == "suspended" and by == self.own.id:
            held = behind or members(self.text, self.flat, begin, cue, self.cited)
            if _OVER.search(self.flat, begin, cue):
                self.resumed(held, time, begin, end, (cue, at))
                return
            self.rests(held, time, at, end, (cue, at))
        if time is None or time.value is None or len(time.value) < WHOLE:
            if kind == "ended" and by == self.own.id:
                self._ended_but(behind or members(self.text, self.flat, begin, cue, self.cited), begin, end, (cue, at))
            return
        partly = words.compiled(_IN_PART)
        some = IN_PART if partly.search(self.flat, cue, at) or partly.match(self.flat, skip(self.flat, at)) else ()
        own = own_subject(self.text, self.flat, begin, cue, self.cited, self.speaks, rules=self.rules)
        mine = own is not None and bool(own.targets)
        if own is not None and mine and own.start < cue - 1 and not behind and not self.cited.between(begin, cue):
            for target, provisions, confidence in own.targets:
                self.add(
                    target, kind, time.value, own.start, max(at, time.end), (cue, at), f"effect-{kind}",
                    provisions=provisions, by=by, confidence=confidence,
                )  # fmt: skip
            return
        listed = behind or members(self.text, self.flat, begin, cue, self.cited)
        if not listed and self.flat[end : end + 1] == ":":
            listed = members(self.text, self.flat, end, self._list_end(end + 1), self.cited, items=True)
        for document, provisions in [] if listed or mine else self._told_of(begin, cue):
            self.add(
                document, kind, time.value, skip(self.flat, begin), max(at, time.end), (cue, at), f"effect-{kind}",
                provisions=provisions, by=by, confidence=WEAK,
            )  # fmt: skip
        for mention in listed:
            first, last = min(begin, mention.start), max(at, time.end, mention.end)
            lead = at if behind else behind_marks(self.text, begin, mention.start)
            led = behind or (mention is listed[0] and NAMED.match(self.flat, lead, mention.start))
            parts = parts_of(self.flat, lead, mention, first=mention is listed[0]) if led else mention.pinpoints
            self.add(
                mention.document, kind, time.value, skip(self.flat, first), last, (cue, at), f"effect-{kind}",
                provisions=parts or some or self._but(mention, (cue, at), end), by=by, confidence=LIKELY,
            )  # fmt: skip

    def _list_start(self, begin: int, cue: int) -> int:
        """Where a list begins that goes over semicolons to the clause at `begin`: "A; B và C hết hiệu lực …" speaks of
        all three. What stands before a semicolon is a citation with its title, and says nothing itself."""
        while begin > 0 and self.text[begin - 1] == ";" and self._opens_with_a_citation(begin, cue):
            first = sentence_start(self.text, begin - 1)
            if not self._opens_with_a_citation(first, begin - 1):
                break
            named = self.cited.between(first, begin - 1)[0]
            if words.compiled(_SAYS).search(self.flat, named.end, begin - 1):
                break
            begin = first
        return begin

    def _opens_with_a_citation(self, begin: int, end: int) -> bool:
        """Whether a clause opens with a citation, its provisions or "và"/"các" before it."""
        named = self.cited.between(begin, end)
        if not named:
            return False
        at = behind_marks(self.text, begin, named[0].start)
        lead = words.compiled(r"(?:<coordination> *){0,2}").match(self.flat, at, named[0].start)
        at = lead.end() if lead else at
        return at == named[0].start or bool(named[0].pinpoints and OWN_PIN.match(self.flat, at, named[0].start))

    def _ender(self, cue: int, at: int, end: int) -> str | None:
        """Who ends what a sentence says has ended: whom it names behind the words of force ("… do được thay thế bởi
        Thông tư Y"), else this document, if it may; a notice or a letter only tells."""
        for mention in self.cited.between(at, end):
            if _AGENT.search(self.flat, at, mention.start):
                return mention.document
        if _ENDED_BEFORE.search(self.flat, max(0, cue - _NEAR), cue):
            return None  # "Thông tư X (đã hết hiệu lực từ ngày …)"
        return self.own.id if self.official and can_end(self.own) else None

    def _ended_but(self, listed: list[Mention], begin: int, end: int, cue: tuple[int, int]) -> None:
        """ "X hết hiệu lực kể từ ngày Thông tư này có hiệu lực, trừ Điều 4": an end, with this document, of all but a
        part. What ends as a whole a relation says."""
        for mention in listed:
            parts = self._but(mention, cue, end) if not mention.pinpoints else ()
            if parts and mention.document != self.own.id:
                self.add(
                    mention.document, "ended", None, skip(self.flat, min(begin, mention.start)), end, cue,
                    "effect-ended", provisions=parts, by=self.own.id, basis="document", confidence=LIKELY,
                )  # fmt: skip

    def _but(self, mention: Mention, cue: tuple[int, int], end: int) -> tuple[Pinpoint, ...]:
        """What an end that a cue states excepts, behind it or in front: "X, trừ Phụ lục IV, hết hiệu lực …"."""
        behind = self._except(max(cue[1], mention.end), end, mention.document)
        return behind or (self._except(mention.end, cue[0], mention.document) if mention.end < cue[0] else ())

    def _except(self, at: int, end: int, document: str) -> tuple[Pinpoint, ...]:
        """All but the provisions of `document` that stay: "…, trừ Điều 3 và khoản 2 Điều 4"."""
        found = EXCEPT.search(self.flat, at, end)
        if found is None or words.compiled(FORCE_OF_THE_SUBJECT).search(self.flat, at, found.start()):
            return ()  # "… thay thế X, có hiệu lực từ …, trừ Điều 4": what is excepted is this document's
        stop = STAYS.search(self.flat, found.end(), end)
        last = self._trimmed(found.end(), stop.start() if stop else end)
        named = self.cited.between(found.end(), last)
        if named and named[0].document != document:
            return ()  # of another document
        parts = named[0].pinpoints if named else read_pinpoints(self.text, found.end(), last)
        return (Pinpoint((), f"{ALL_BUT} {parts[0].text}"),) if parts else ()

    def rests(self, held: list[Mention], since: Time | None, at: int, end: int, cue: tuple[int, int]) -> None:
        """ "Ngưng hiệu lực X … đến hết ngày 31/12/2031", "… trong thời gian 06 tháng kể từ ngày …": on the next day X
        applies again. Without a first day X rests from the day on which this document takes effect."""
        behind = max([at, *(m.end for m in held)])
        last = end_behind(self.flat, behind, end, reach=end)
        term = None
        for within in _WITHIN.finditer(self.flat, behind, end) if last is None and since is not None else ():
            term = term or lasting(self.flat, within.start())
        day = last.value if last else term.last(since.value) if term and since and since.value else None
        if day is None or len(day) < WHOLE:
            return
        stop = last.end if last else since.end if since else end
        some = IN_PART if in_part(self.flat, *cue) else ()
        for mention in held:
            if mention.document == self.own.id:
                continue
            start = skip(self.flat, min(cue[0], mention.start))
            parts = parts_of(self.flat, at, mention, first=mention is held[0]) or some
            if since is None:
                self.add(
                    mention.document, "suspended", None, start, stop, cue, "effect-suspended",
                    provisions=parts, by=self.own.id, basis="document", confidence=LIKELY,
                )  # fmt: skip
            self.add(
                mention.document, "resumed", words.plus(day, 1), start, stop, cue, "effect-resumed",
                provisions=parts, by=self.own.id, confidence=LIKELY,
            )  # fmt: skip

    def resumed(self, held: list[Mention], time: Time | None, begin: int, end: int, cue: tuple[int, int]) -> None:
        """ "X tiếp tục có hiệu lực trở lại từ ngày …", "Chấm dứt việc ngưng hiệu lực X": X applies again from that day,
        without one from the day on which this document takes effect."""
        value = time.value if time and time.basis == "stated" else None
        if value is not None and len(value) < WHOLE:
            return
        for mention in held:
            if mention.document != self.own.id:
                first, last = min(begin, mention.start), max(cue[1], mention.end, time.end if time else 0)
                self.add(
                    mention.document, "resumed", value, skip(self.flat, first), min(last, end), cue, "effect-resumed",
                    provisions=mention.pinpoints, by=self.own.id, basis="stated" if value else "document",
                    confidence=LIKELY,
                )  # fmt: skip

    def lists(self) -> None:
        """Tables of documents that no longer stand."""
        for row in rows(self.text, self.flat, self.cited):
            if row.mention.document != self.own.id:
                self.add(
                    row.mention.document, "ended", row.day, skip(self.flat, row.start), row.end,
                    row.cue, "effect-list", provisions=row.parts,
                    by=row.by.document if row.by else None, confidence=LIKELY,
                )  # fmt: skip

    def _list_end(self, start: int) -> int:
        """Where a list that a colon opens ends: at the next numbered clause or article, or where the text closes. Items
        numbered from 1 go on while their numbers do."""
        end = list_end(self.text, start, min(len(self.text), start + _LONGEST_LIST))
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

    def acts(self) -> None:
        """ "Bãi bỏ X kể từ ngày …": an end with a day of its own. "Bãi bỏ khoản 2 Điều 3 X", "… 06 thủ tục tại X": an
        end of parts, on the day on which this document takes effect."""
        if self.consolidated:
            return  # it repeats in notes what others did
        tells = not self.official or not can_end(self.own)
        for match in self.matches(_ACT, _ACT_BEFORE, annexes=False):
            if match.start() in self.quoted or match.start() > self.limit:
                continue
            cue = match.start() - 1
            begin = sentence_start(self.text, cue)
            end = sentence_end(self.text, match.end(), ".:!?")
            kept = words.compiled(rf"(?:[^.;:]{{0,24}}?{_WORDS}| +hiệu +lực(?![^\W_]))").match(self.flat, match.end())
            if kept is not None:
                continue
            if PASSIVE.search(self.flat, max(begin, cue - 12), cue):
                self._undergone(match, begin, cue, end)
                continue
            if tells or not self._acts_here(begin, cue):
                continue
            end = self._before_amenders(match.end(), end)
            listed = members(self.text, self.flat, match.end(), end, self.cited)
            if self._exchanged(listed, end):
                continue
            host = not listed and self.flat[end : end + 1] == ":"
            if host:
                listed = members(self.text, self.flat, end, self._list_end(end + 1), self.cited, items=True)
            if listed and not self._heading_of_an_act(match.end(), begin, listed[0].start):
                self._act(match, begin, end, listed, host)
            elif listed:
                continue
            elif opens(self.text, begin, cue):
                self._act_in_amendment(match, cue, end)

    def _before_amenders(self, at: int, end: int) -> int:
        """Where provisions end behind which a parenthesis tells who amended them: "Bãi bỏ khoản 2 Điều 3 (được bổ sung
        tại khoản 1 Điều 1 X)" speaks of what the article amends, not of X."""
        found = _AMENDED.search(self.flat, at, end)
        return found.start() if found is not None and not self.cited.between(at, found.start()) else end

    def _exchanged(self, listed: list[Mention], end: int) -> bool:
        """ "Thay thế X tại Điều 5, Điều 6 của Y bằng Z": a reference to X is exchanged in Y, nothing ends."""
        if not listed or listed[0].pinpoints:
            return False
        stop = listed[1].start if len(listed) > 1 else end
        return _WHERE_IT_STOOD.match(self.flat, listed[0].end, stop) is not None

    def _heading_of_an_act(self, at: int, begin: int, end: int) -> bool:
        """ "Điều 3. Thay thế mẫu biểu⏎Thay thế Mẫu số 01 …": what the article is about, said again below."""
        return any(
            opens(self.text, begin, found.start() - 1) for act in _ACT for found in act.finditer(self.flat, at, end)
        )

    def _undergone(self, match: re.Match[str], begin: int, cue: int, end: int, kind: str = "ended") -> None:
        """ "X bị bãi bỏ kể từ ngày …", "X được thay thế bằng Thông tư này từ ngày …"."""
        begin = self._list_start(begin, cue)
        time = self._trailing_time(match.end(), end) or self._leading_time(begin, cue)
        replaced = _FOR_ANOTHER.match(self.flat, match.end(), end)
        if replaced is not None and self.document_at(replaced.end(), replaced.end() + 1) is not None:
            return  # "X được thay thế cho Y": X is the new one
        if words.compiled(r"<condition>(?![^\W_])").match(self.flat, behind_marks(self.text, begin, cue)):
            return  # "Trường hợp X bị đình chỉ thi hành từ ngày …"
        if kind == "suspended" and not self.cited.between(match.end(), end):
            held = members(self.text, self.flat, begin, cue, self.cited)
            self.rests(held, time, match.end(), end, (cue, match.end()))
        if time is None or time.value is None or len(time.value) < WHOLE:
            return
        agent = next(iter(self.cited.between(match.end(), end)), None)  # "… bởi Thông tư Y"
        tells = not self.official or not can_end(self.own)
        by = agent.document if agent is not None else None if tells else self.own.id
        if tells and words.compiled(NOT_YET).search(self.flat, begin, cue):
            return
        listed = [(m.document, m.pinpoints) for m in members(self.text, self.flat, begin, cue, self.cited)]
        for document, provisions in listed or self._told_of(begin, cue):
            if document != by:
                self.add(
                    document, kind, time.value, skip(self.flat, begin), max(time.end, match.end()),
                    (cue, match.end()), "effect-act", provisions=provisions, by=by, confidence=WEAK,
                )  # fmt: skip

    def _told_of(self, begin: int, cue: int) -> list[tuple[str, tuple[Pinpoint, ...]]]:
        """The document that a letter or an article has named before and calls "Thông tư này"."""
        this = told(self.flat, begin, cue)
        document = self.told_of(this["type"], this.start()) if this is not None else None
        if this is None or document is None or self.cited.between(this.start(), cue):
            return []
        return [(document, read_pinpoints(self.text, begin, this.start()))]

    def _act_in_amendment(self, match: re.Match[str], cue: int, end: int) -> None:
        """ "Điều 1. Sửa đổi, bổ sung một số điều của X … 3. Bãi bỏ các điều 5 và 6.": parts of what is amended."""
        end = self._trimmed(match.end(), end)
        parts = read_pinpoints(self.text, match.end(), end)
        clause = " ".join(self.flat[match.end() : end].split())
        if any(p.path[0][0] in ("khoản", "điểm") for p in parts):
            return  # of the article that the item names
        if not parts or not _ALL_OF.fullmatch(clause.removesuffix(parts[0].text)):
            return
        amended = self._amended(cue)
        if amended is not None and amended.document != self.own.id:
            self.add(
                amended.document, "ended", None, cue, end, (cue, match.end()), "effect-act",
                provisions=parts, by=self.own.id, basis="document", confidence=WEAK,
            )  # fmt: skip

    def _trimmed(self, start: int, end: int) -> int:
        """Where a clause ends without its stop."""
        while end > start and self.flat[end - 1] in " ./":
            end -= 1
        return end

    def _amended(self, at: int) -> Mention | None:
        """The one document that the article around an offset amends as a whole, told by its heading."""
        number = self.article(at)
        if number is None or not _AMENDING.match(self.flat, number[1]):
            return None
        stop = sentence_end(self.text, number[1], ".:!?")
        named = members(self.text, self.flat, number[1], min(stop, at), self.cited)
        return named[0] if len(named) == 1 and not named[0].pinpoints else None

    def _acts_here(self, begin: int, cue: int) -> bool:
        """Whether the clause is this document's own act: it opens with the cue, or this document is its subject."""
        if opens(self.text, begin, cue) or _LEADING.fullmatch(self.flat, begin, cue):
            return True
        own = own_subject(self.text, self.flat, begin, cue, self.cited, self.speaks, rules=self.rules)
        return own is not None and any(target == self.own.id for target, _, _ in own.targets)

    def _act(self, match: re.Match[str], begin: int, end: int, listed: list[Mention], host: bool) -> None:
        time = self._leading_time(begin, match.start())
        if time is None and not any(p.search(self.flat, match.end(), end) for p in FORCE):
            # a list's day stands before its colon: "Bãi bỏ các văn bản sau từ ngày …:"
            applied = words.compiled(APPLIED_TO).search(self.flat, listed[-1].end, end) if not host else None
            behind = match.end() if host else listed[-1].end
            time = self._trailing_time(behind, applied.start() if applied else end)
            if host and time is not None and (time.end < self._trimmed(behind, end) or self._issued(behind, end)):
                time = None
        if time is not None and (time.value is None or len(time.value) < WHOLE):
            time = None
        time = time or self._day_of_the_article(match.start())
        phrase: tuple[Pinpoint, ...] = ()
        mixed = host and any(m.pinpoints for m in listed)  # "bãi bỏ các quy định sau: a) Điều 3 X; b) Thông tư Y"
        for at, mention in enumerate(listed):
            if mention.document == self.own.id or mention.start in self.quoted:
                continue
            if host and words.compiled(_WORDS).search(self.flat, self._item(mention), mention.start):
                continue  # "a) Cụm từ “…” tại Điều 2 X": the provision stays
            own_end = min([sentence_end(self.text, mention.end, ".;:!?"), *(m.start for m in listed[at + 1 : at + 2])])
            item = self._item(mention)
            before = listed[at - 1].end if at else match.end()
            led = max(before, self.flat.rfind(";", before, mention.start) + 1 if at else 0)
            parts = (
                parts_of(self.flat, item if host else led, mention, first=not at or (host and item > before))
                or (() if host else phrase)
                or self._except(mention.end, own_end if host else end, mention.document)
            )
            phrase = phrase if mention.pinpoints else parts
            if time is None and not parts and not (mixed and opens(self.text, self._item(mention), mention.start)):
                continue  # the whole, with this document: a relation says it
            stop = max(mention.end, time.end if time else 0)
            self.add(
                mention.document, "ended", time.value if time else None, skip(self.flat, match.start() - 1), stop,
                (match.start() - 1, match.end()), "effect-act", provisions=parts, by=self.own.id,
                basis="stated" if time else "document", confidence=WEAK,
            )  # fmt: skip

    def _issued(self, start: int, end: int) -> bool:
        """ "Bãi bỏ các văn bản ban hành từ ngày …:": the day is that of what is listed."""
        return (
            words.compiled(r"(?<![^\W_])<signing> +(?:kể +)?[tT]ừ(?![^\W_])").search(self.flat, start, end) is not None
        )

    def _day_of_the_article(self, at: int) -> Time | None:
        """The day of its own that this document gives the article around an offset ("riêng Điều 3 có hiệu lực từ
        …")."""
        number = self.article(at)
        if number is None:
            return None
        path = (("điều", self.flat[number[0] : number[1]].split()[1].rstrip(".")),)
        for effect in self.found:
            begins = effect.document == self.own.id and effect.kind == "in-force" and len(effect.date or "") == WHOLE
            if begins and any(part.path == path for part in effect.provisions):
                return Time("stated", effect.date, at)
        return None

    def _item(self, mention: Mention) -> int:
        """Where the item of a list begins in which a document is cited."""
        return sentence_start(self.text, mention.start)


def skip(flat: str, at: int) -> int:
    """Behind blanks."""
    while at < len(flat) and flat[at] == " ":
        at += 1
    return at
