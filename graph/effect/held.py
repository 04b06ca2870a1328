"""Acts upon a document that follows at once: what is stopped, called back or prolonged.

"Đình chỉ việc thi hành X từ ngày …", "Thu hồi X kể từ ngày …", "Kéo dài thời hạn áp dụng X đến hết ngày …" (Luật
64/2025/QH15 Điều 56 on suspending). These verbs are ordinary words ("thu hồi đất", "dừng thực hiện dự án"), so nothing
but words of the table may stand between one of them and the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.effect import words
from graph.effect.ends import PARTLY, PASSIVE, Ends, skip
from graph.effect.lists import IN_PART
from graph.effect.speech import LIKELY, VERB, WHOLE
from graph.effect.subjects import EXCEPT, behind_marks, members, opens
from graph.effect.times import end_behind
from graph.model import Mention
from graph.relations.authority import can_end
from graph.structure.clauses import sentence_end, sentence_start

_STOPPING = r"(?<![^\W_])<stop>(?: +một +phần)?(?: +việc)? +<stopped>(?: +<tail>)?(?![^\W_])"
_CLOSING = r"(?<![^\W_])<close>(?: +một +phần)?(?: +việc)? +<stopped>(?: +<tail>)?(?![^\W_])"
_RECALLING = r"(?<![^\W_])<recall>(?![^\W_])(?: *(?:,|và) *<act>)?"
_LINK = r"(?: +<link>)* *"
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
        if not self.official or self.consolidated or not can_end(self.own):
            return
        for roles, pattern, kind in (
            ("stop", _STOPPING, "suspended"), ("close", _CLOSING, "ended"), ("recall", _RECALLING, "ended")
        ):  # fmt: skip
            for cue, match in self._cues(roles, pattern):
                begin = sentence_start(self.text, cue)
                end = sentence_end(self.text, match.end(), ".;:!?")
                stated = "ended" if kind == "suspended" and self._no_longer(match, begin, cue, end) else kind
                if PASSIVE.search(self.flat, max(begin, cue - 12), cue) or self._led(begin, cue, match.end(), end):
                    self._undergone(match, begin, cue, end, stated)
                elif self._acts_here(begin, cue):
                    self._hold(match, begin, cue, end, stated)

    def _no_longer(self, match: re.Match[str], begin: int, cue: int, end: int) -> bool:
        """Whether what is stopped is never to be applied again."""
        if _FOR_NOW.search(self.flat, max(0, match.start() - 8), match.start()) or not _NO_LONGER.search(match[0]):
            return False
        return not _FOR_A_TIME.search(self.flat, begin, end)

    def _cues(self, role: str, pattern: str) -> Iterator[tuple[int, re.Match[str]]]:
        """Where a verb stands that is no quotation's, with "tạm" before it, and what it says."""
        compiled = words.compiled(pattern)
        flat, stop = self.flat, self.limit + VERB  # in annexes nobody acts
        for start in sorted(
            found.start() for anchor in words.anchors(role) for found in anchor.finditer(flat, 0, stop)
        ):
            match = compiled.match(self.flat, start - 1) if start else None
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
        some = IN_PART if PARTLY.search(self.flat, cue, listed[0].start) else ()
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
                if not self._acts_here(begin, cue) or (
                    listed and _BY_RULE.search(self.flat, match.end(), listed[0].start)
                ):
                    continue
                behind = listed[-1].end if listed else end
            listed = [m for m in listed if not m.pinpoints and m.document != self.own.id]
            last = end_behind(self.flat, behind, end, reach=end) if listed else None
            for mention in listed if last is not None else ():
                if last and (mention.document, last.value) in told:
                    continue  # "X tiếp tục có hiệu lực đến hết ngày …" is read as a term already
                self.add(
                    mention.document, "until", last.value if last else None, skip(self.flat, min(begin, cue)),
                    last.end if last else end, (cue, match.end()), "effect-prolonged", by=self.own.id,
                    confidence=LIKELY,
                )  # fmt: skip

    def _lasting(self, begin: int, cue: int) -> list[Mention]:
        """The documents at the head of a clause, or whose term is: "Thời hạn áp dụng X được kéo dài …"."""
        before = self.cited.between(begin, cue)
        if not before:
            return []
        at = before[0].start
        leads = _TERM.fullmatch(self.flat, behind_marks(self.text, begin, at), at) is not None
        return members(self.text, self.flat, at, cue, self.cited) if leads else []
