"""What is issued with a document speaks of its own force: "Quy chế này có hiệu lực từ ngày …" in an annex, or in an
article of the decision that issues it."""

from __future__ import annotations

import re
from functools import cache

from graph.domain.effect import effect_words
from graph.domain.type_powers import type_powers
from graph.effect import words
from graph.effect.held import Held
from graph.effect.speech import LIKELY, WEAK
from graph.effect.subjects import behind_marks, joined_to, opens
from graph.effect.times import Time, end_behind, read_time
from graph.model import Pinpoint
from graph.relations.authority import can_end
from graph.structure.clauses import sentence_end, sentence_start

RULE = "effect-issued-with"
_SUBJECT = re.compile(r"(?P<what>[^\W\d_]+(?: +[^\W\d_]+){0,3}?) +này(?![^\W_])")
_LED = re.compile(r"(?<![^\W_])(?:có|bắt +đầu +có|được|bắt +đầu|phát +sinh)(?: +hiệu +lực)? *\Z", re.IGNORECASE)
_THIS, _FAR = "này", 400  # a subject is looked for where the word stands not far before
_SHORT = 160
_REACH = 90  # code points behind "ban hành" in which what is issued is named


class IssuedWith(Held):
    """Reads what regulations issued with a document say of their own force."""

    __slots__ = ()

    def issued_with(self) -> None:
        """The day of a regulation: the document's own where that says none, else beside a day that it says."""
        if not self.official or self.consolidated or not can_end(self.own):
            return
        issued = None
        found = [(m.start() - 1, m.end()) for m in self.forces()] + [m.span() for m in self.enactments()]
        for cue, end in sorted(found):
            this = self.flat.rfind(_THIS, max(0, cue - _FAR), cue)
            if this < 0 or self._of_itself(this) or cue in self.quoted:
                continue
            begin = sentence_start(self.text, cue)
            said = self._subject_at(behind_marks(self.text, begin, cue), cue) or self._below_a_heading(begin, cue)
            if said is None or _is_a_paper(said["what"]):
                continue
            if issued is None:
                issued = self._regulations()
            if not _names(issued, said["what"]) or not self._leads(said.end(), cue):
                continue
            self._said(said, cue, end)

    def _of_itself(self, this: int) -> bool:
        """Whether a "này" is this document's own, and no other stands shortly before."""
        before = self.flat[max(0, this - _FAR) : this].rstrip().casefold()
        return before.endswith((self.own.type or "").casefold()) and _THIS not in before[-_SHORT:]

    def _subject_at(self, at: int, cue: int) -> re.Match[str] | None:
        return _SUBJECT.match(self.flat, at, cue)

    def _below_a_heading(self, begin: int, cue: int) -> re.Match[str] | None:
        """The subject that opens the line below an article's heading."""
        line = self.text.rfind("\n", begin, cue) + 1
        at = behind_marks(self.text, line, cue) if line > begin else cue
        return self._subject_at(at, cue) if opens(self.text, begin, at) else None

    def _leads(self, at: int, cue: int) -> bool:
        """Whether the words of force are those of the subject before `at`, citations between them or not."""
        lead = _LED.search(self.flat, at, cue)
        if lead is None:
            return self.flat[at:cue].strip() == ""
        return not self.cited.between(at, cue) or joined_to(self.flat, at, lead.start())

    def _said(self, said: re.Match[str], cue: int, at: int) -> None:
        end = sentence_end(self.text, at, ".;!?")
        tail = words.compiled(r"(?: *,? *<tail>){0,3}").match(self.flat, at)
        at = tail.end() if tail else at
        time = read_time(self.flat, at, end, self.document_at)
        value = self.value(time, self.own.id) if time else None
        if time is None or value is None:
            return
        until = time if time.basis == "until" else end_behind(self.flat, time.end, end)
        for kind, found in (("in-force", time if time.basis != "until" else None), ("until", until)):
            if found is not None and (day := self.value(found, self.own.id)) is not None:
                self._keep(said, cue, kind, found, day)

    def _keep(self, said: re.Match[str], cue: int, kind: str, time: Time, day: str) -> None:
        whole = [e for e in self.found if e.document == self.own.id and e.kind == kind and not e.provisions]
        if any(effect.date == day for effect in whole):
            return
        what = " ".join(said["what"].split())
        self.add(
            self.own.id, kind, day, said.start(), time.end, (cue, time.end), RULE,
            provisions=(Pinpoint((), what),) if whole else (), basis=time.basis if kind == "in-force" else "stated",
            days=time.days, confidence=LIKELY if whole else WEAK,
        )  # fmt: skip

    def _regulations(self) -> str:
        """What the title says behind "ban hành", and the body where a clause opens so or says "kèm theo", in small
        letters: "quy chế làm việc …"."""
        parts = [found["what"] for found in _issuing().finditer(self.own.title or "")]
        done = 0
        for start in self.anchors("issuing", self.limit):
            found = _issuing().match(self.flat, start, self.limit) if start >= done else None
            if found is None:
                continue
            done = found.end()
            if found["with"] or opens(self.text, sentence_start(self.text, found.start()), found.start()):
                parts.append(found["what"])
        return " | ".join(" ".join(part.split()) for part in parts).casefold()


def _is_a_paper(what: str) -> bool:
    """Whether the words name a type that is issued by itself, as in forms of annexes: "Quyết định này có hiệu lực từ
    ngày ký"."""
    kind = type_powers().get(" ".join(what.split()).casefold())
    return kind is not None and (kind.rank is not None or "year" in kind.powers)


def _names(issued: str, what: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(' '.join(what.split()).casefold())}(?!\w)", issued) is not None


@cache
def _issuing() -> re.Pattern[str]:
    issuing = "|".join(word.replace(" ", " +") for word in effect_words("issuing"))
    return re.compile(
        rf"(?<![^\W_])(?:{issuing})(?! +(?:bởi|tại|theo|ngày))(?P<with> +kèm +theo(?: +[^\W\d_]+){{1,4}}? +này)?"
        rf"(?P<what>[^.;:]{{3,{_REACH}}})",
        re.IGNORECASE,
    )
