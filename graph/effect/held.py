"""Acts upon a document that follows at once: what is stopped, called back or prolonged.

"Đình chỉ việc thi hành X từ ngày …", "Thu hồi X kể từ ngày …", "Kéo dài thời hạn áp dụng X đến hết ngày …" (Luật
64/2025/QH15 Điều 56 on suspending). These verbs are ordinary words ("thu hồi đất", "dừng thực hiện dự án"), so nothing
but words of the table may stand between one of them and the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.effect import words
from graph.effect.ends import PASSIVE, Ends, in_part, skip
from graph.effect.speech import LIKELY, VERB, WHOLE
from graph.effect.subjects import EXCEPT, behind_marks, members, opens
from graph.effect.times import Time, end_behind, read_time
from graph.effect.within import IN_PART
from graph.model import Mention
from graph.relations.authority import can_end
from graph.structure.clauses import sentence_end, sentence_start

_STOPPING = r"(?<![^\W_])<stop>(?: +một +phần)?(?: +việc)? +<stopped>(?: +<tail>)?(?![^\W_])"
_CLOSING = r"(?<![^\W_])<close>(?: +một +phần)?(?: +việc)? +<stopped>(?: +<tail>)?(?![^\W_])"
_RECALLING = r"(?<![^\W_])<recall>(?![^\W_])(?: *(?:,|và) *<act>)?"
_DENYING = r"(?<![^\W_])<deny>(?![^\W_])"
_LAPSING = r"(?<![^\W_])<lapse>(?= +(?:(?:kể|tính) +)?từ(?![^\W_])| +(?:vào +)?(?:hết +)?ngày +[0-9])"
_LIMITING = r"(?<![^\W_])<limited>(?= +(?:cho +)?(?:đến|tới)(?![^\W_]))"
_LINK = r"(?: +<link>)* *"
# "Việc áp dụng X chấm dứt từ ngày …", "Hiệu lực của X chấm dứt …": what leads to the document that ends
_WHOSE_END = r"(?:[vV]iệc|[tT]hời +(?:hạn|gian)|[hH]iệu +lực)(?![^\W_])(?: +<stopped>)?(?: +<tail>)?(?: +<link>)* *"
# "Không áp dụng X đối với hồ sơ nộp từ ngày …": only some cases are meant
_ONLY_FOR = re.compile(r"(?<![^\W_])(?:đối +với|cho|với|trong|trường +hợp|khi)(?![^\W_])")
_PROLONGING = (
    r"(?<![^\W_])<prolong>(?: +thêm)?(?: +(?:thời +hạn|thời +gian|hiệu +lực|việc)(?![^\W_])"
    r"|(?<=tục) +(?:được +)?<stopped>)?"
)
_SAYS_WHAT = re.compile(r" (?:hạn|gian|lực|việc|hiện|dụng|hành)\Z")
_FOR_NOW = re.compile(r"(?<![^\W_])[tT]ạm +\Z")
# "Ngừng áp dụng X" ends X, unless it is so for some time only; "ngưng" is the word of the law for a rest.
_NO_LONGER = re.compile(r"(?:[nN]gừng|[dD]ừng)(?: +việc)? +áp +dụng")
_FOR_A_TIME = re.compile(
    r"(?<![^\W_])(?:(?:cho +)?(?:đến|tới) +(?:khi|hết|trước|ngày)"
    r"|trong +(?:thời +(?:gian|hạn)|khi +chờ|vòng))(?![^\W_])"
)
_PART = re.compile(r"(?:[đĐ]iểm|[kK]hoản|[đĐ]iều|[mM]ục|[cC]hương|[pP]hụ +lục)(?![^\W_])")
_PINS = 160  # code points that the provisions before a document take
_TERM = re.compile(r"(?:[tT]hời +(?:hạn|gian) +(?:áp +dụng|thực +hiện|thi +hành|(?:có +)?hiệu +lực)(?: +của)? +)?")
_BY_RULE = re.compile(r"(?<![^\W_])(?:theo|căn +cứ)(?![^\W_])")


class Held(Ends):
    """Reads what a text stops, calls back or prolongs."""

    __slots__ = ()

    def held(self) -> None:
        """ "Tạm dừng thực hiện X từ ngày …": X rests. "Thu hồi X từ ngày …", "Chấm dứt áp dụng X từ ngày …": X ends.
        Without a day of its own a relation says it."""
        if not self.official:
            self._told_not_applied()
        if not self.official or self.consolidated or not can_end(self.own):
            return
        for roles, pattern, kind in (
            ("stop", _STOPPING, "suspended"), ("close", _CLOSING, "ended"), ("recall", _RECALLING, "ended"),
            ("deny", _DENYING, "ended"),
        ):  # fmt: skip
            for cue, match in self._cues(roles, pattern):
                begin = sentence_start(self.text, cue)
                end = sentence_end(self.text, match.end(), ".;:!?")
                if roles == "deny" and self._only_for(match.end(), end):
                    continue
                stated = "ended" if kind == "suspended" and self._no_longer(match, begin, cue, end) else kind
                if PASSIVE.search(self.flat, max(begin, cue - 12), cue) or self._led(begin, cue, match.end(), end):
                    self._undergone(match, begin, cue, end, stated)
                elif self._acts_here(begin, cue):
                    self._hold(match, begin, cue, end, stated)
        self._lapsed()

    def _told_not_applied(self) -> None:
        """ "X không còn áp dụng từ ngày …", in an article."""
        for cue, match in self._cues("deny", _DENYING):
            begin, end = sentence_start(self.text, cue), sentence_end(self.text, match.end(), ".;:!?")
            if self._led(begin, cue, match.end(), end) and not self._only_for(match.end(), end):
                self._undergone(match, begin, cue, end)

    def _no_longer(self, match: re.Match[str], begin: int, cue: int, end: int) -> bool:
        """Whether what is stopped is never to be applied again."""
        if _FOR_NOW.search(self.flat, max(0, match.start() - 8), match.start()) or not _NO_LONGER.search(match[0]):
            return False
        return not _FOR_A_TIME.search(self.flat, begin, end)

    def _only_for(self, at: int, end: int) -> bool:
        """Whether the clause behind the document (or the verb) speaks of some cases only."""
        upon = self._upon(at, end)
        return _ONLY_FOR.search(self.flat, upon[-1].end if upon else at, end) is not None

    def _lapsed(self) -> None:
        """ "Việc áp dụng X chấm dứt từ ngày …", "Thời hạn áp dụng X kết thúc vào ngày …"."""
        leads, on = words.compiled(_WHOSE_END), words.compiled(r"<lapse-on>")
        for cue, match in self._cues("lapse", _LAPSING):
            begin = sentence_start(self.text, cue)
            listed = members(self.text, self.flat, begin, cue, self.cited)
            start = behind_marks(self.text, begin, cue)
            lead = leads.match(self.flat, start, cue)
            if not listed or lead is None or self._upon(lead.end(), cue) != listed:
                continue
            end = sentence_end(self.text, match.end(), ".;:!?")
            time = read_time(self.flat, match.end(), end, self.document_at)
            if time is None or time.value is None or len(time.value) < WHOLE or time.basis != "stated":
                continue
            kind = "until" if on.fullmatch(match[0]) else "ended"
            for mention in listed:
                if mention.document != self.own.id:
                    self.add(
                        mention.document, kind, time.value, start, time.end, match.span(), "effect-act",
                        provisions=mention.pinpoints, by=self.own.id, confidence=LIKELY,
                    )  # fmt: skip

    def limited(self) -> None:
        """ "X (chỉ) được áp dụng đến hết ngày …": X's last day, be it told or set."""
        if self.consolidated:
            return
        by = self.own.id if self.official and can_end(self.own) else None
        for cue, match in self._cues("limited", _LIMITING):
            begin, end = sentence_start(self.text, cue), sentence_end(self.text, match.end(), ".;:!?")
            if not self._led(begin, cue, match.end(), end):
                continue
            last = end_behind(self.flat, match.end(), end)
            listed = [m for m in members(self.text, self.flat, begin, cue, self.cited) if m.document != self.own.id]
            for mention in listed if last is not None and last.value else ():
                if last is not None and not mention.pinpoints:
                    self.add(
                        mention.document, "until", last.value, skip(self.flat, begin), last.end,
                        match.span(), "effect-until", by=by, confidence=LIKELY,
                    )  # fmt: skip

    def _cues(self, role: str, pattern: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Where a verb stands that is no quotation's, with "tạm" before it, and what it says."""
        compiled = words.compiled(pattern)
        for start in self.anchors(role, self.limit + VERB):  # in annexes nobody acts
            match = compiled.match(self.flat, start)
            if match is None or match.start() in self.quoted or match.start() > self.limit:
                continue
            for_now = _FOR_NOW.search(self.flat, max(0, match.start() - 8), match.start())
            yield for_now.start() if for_now else match.start(), match

    def _led(self, begin: int, cue: int, at: int, end: int) -> bool:
        """Whether a cited document is the subject: "X ngừng thực hiện từ ngày …"."""
        before = self.cited.between(begin, cue)
        return bool(before) and opens(self.text, begin, before[0].start) and not self.cited.between(at, end)

    def _hold(self, match: re.Match[str], begin: int, cue: int, end: int, kind: str) -> None:
        listed = self._upon(match.end(), end)
        if not listed:
            return
        time = self._trailing_time(listed[-1].end, end) or self._leading_time(begin, cue)
        if kind == "suspended":
            self.rests(listed, time, match.end(), end, (cue, match.end()))
        if time is None or time.value is None or len(time.value) < WHOLE:
            return
        some = IN_PART if in_part(self.flat, cue, listed[0].start) else ()
        for mention in listed:
            if mention.document != self.own.id:
                self.add(
                    mention.document, kind, time.value, skip(self.flat, min(begin, cue)), max(time.end, mention.end),
                    (cue, match.end()), "effect-act", provisions=mention.pinpoints or some, by=self.own.id,
                    confidence=LIKELY,
                )  # fmt: skip

    def _upon(self, at: int, end: int) -> list[Mention]:
        """The documents that stand behind a verb, if the first of them, or its provisions, follows at once."""
        link = words.compiled(_LINK).match(self.flat, at, end)
        at = link.end() if link else at
        first = next(iter(self.cited.between(at, end)), None)
        if first is None or (first.start != at and not self._parts_of(first, at)):
            return []
        return members(self.text, self.flat, at, end, self.cited)

    def _parts_of(self, mention: Mention, at: int) -> bool:
        return bool(mention.pinpoints) and mention.start - at <= _PINS and _PART.match(self.flat, at) is not None

    def prolonged(self) -> None:
        """ "Kéo dài thời gian áp dụng X đến hết ngày …", "X được kéo dài thời gian thực hiện đến hết ngày …": a new
        last day of X. What is prolonged by the rules of X ("theo X") is something else."""
        if not self.official or self.consolidated or not can_end(self.own):
            return
        told = {(effect.document, effect.date) for effect in self.found if effect.kind == "until"}
        for cue, match in self._cues("prolong", _PROLONGING):
            begin = sentence_start(self.text, cue)
            end = sentence_end(self.text, match.end(), ".;:!?")
            if PASSIVE.search(self.flat, max(begin, cue - 12), cue):
                listed, behind = self._lasting(begin, cue), match.end()
            elif not _SAYS_WHAT.search(match[0]):
                continue
            elif "tục" in match[0]:
                if self._led(begin, cue, match.end(), end):  # "X tiếp tục được áp dụng đến hết ngày …"
                    listed = members(self.text, self.flat, begin, cue, self.cited)
                    if listed and EXCEPT.search(self.flat, listed[-1].end, cue):
                        continue  # "X hết hiệu lực, trừ Điều 4 tiếp tục có hiệu lực đến …": not the whole
                else:
                    listed = self._upon(match.end(), end) if self._acts_here(begin, cue) else []
                behind = max(match.end(), listed[-1].end) if listed else end
            else:
                listed = members(self.text, self.flat, match.end(), end, self.cited)
                if not listed and self.flat[end : end + 1] == ":":  # "… đến hết ngày … đối với các Nghị quyết sau:"
                    told_here, stop = end_behind(self.flat, match.end(), end, reach=end), self._list_end(end + 1)
                    listed = members(self.text, self.flat, end, stop, self.cited, items=True) if told_here else []
                    if self._acts_here(begin, cue):
                        self._prolong(listed, told_here, begin, cue, match.end(), told)
                    continue
                if not self._acts_here(begin, cue) or (
                    listed and _BY_RULE.search(self.flat, match.end(), listed[0].start)
                ):
                    continue
                behind = listed[-1].end if listed else end
            last = end_behind(self.flat, behind, end, reach=end) if listed else None
            self._prolong(listed, last, begin, cue, match.end(), told)

    def _prolong(
        self, listed: list[Mention], last: Time | None, begin: int, cue: int, at: int, told: set[tuple[str, str | None]]
    ) -> None:
        """The new last day of each of the documents; what is `told` already ("X tiếp tục có hiệu lực đến hết ngày …")
        is a term read elsewhere."""
        for mention in listed if last is not None else ():
            if mention.pinpoints or mention.document == self.own.id or last is None:
                continue
            if (mention.document, last.value) not in told:
                self.add(
                    mention.document, "until", last.value, skip(self.flat, min(begin, cue)), last.end, (cue, at),
                    "effect-prolonged", by=self.own.id, confidence=LIKELY,
                )  # fmt: skip

    def _lasting(self, begin: int, cue: int) -> list[Mention]:
        """The documents at the head of a clause, or whose term is: "Thời hạn áp dụng X được kéo dài …"."""
        before = self.cited.between(begin, cue)
        if not before:
            return []
        at = before[0].start
        leads = _TERM.fullmatch(self.flat, behind_marks(self.text, begin, at), at) is not None
        return members(self.text, self.flat, at, cue, self.cited) if leads else []
