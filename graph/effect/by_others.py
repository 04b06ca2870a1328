"""Ends that a letter, a report, an article tells of: "Nghị định Y bãi bỏ Nghị định X kể từ ngày D", "Thông tư X hết
hiệu lực kể từ ngày D theo Thông tư Y". Who ends what is a relation that the text states; the day stands in its clause.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from graph.citations.tail import read_tail
from graph.effect import words
from graph.effect.ends import NOT_YET, skip
from graph.effect.issued_with import IssuedWith
from graph.effect.speech import FORCE, WEAK, WHOLE
from graph.effect.subjects import members
from graph.effect.times import Time
from graph.model import Effect, Mention, Relation
from graph.relations.authority import can_end
from graph.structure.clauses import sentence_end, sentence_start

_KINDS = {"repeals": "ended", "replaces": "ended", "amends": "ended", "suspends": "suspended"}
# the words of a relation that ends something, by those who do it; an amendment ends what it takes out
_ENDING = re.compile(r"(?:bãi|hủy) +bỏ|thay +thế|đình +chỉ|(?:tạm +)?ngưng|tạm +dừng", re.IGNORECASE)
_TAKES_OUT = re.compile(r"(?:bãi|hủy) +bỏ", re.IGNORECASE)
_SINCE = re.compile(r"(?<![^\W_])(?P<since>[kK]ể +)?[tT]ừ +(?=ngày +[0-9]|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4})")
_OF_A_TITLE = r"(?<![^\W_])(?:<apply|direct>)(?![^\W_])"  # "… quy định mức thu áp dụng từ ngày …"
_UNDER = re.compile(r",? *theo +(?:(?:quy +định|nội +dung) +)?(?:(?:tại|của|trong) +)?")
_ACT = ("uật", "Pháp lệnh")
_LEADING_REACH = 12


class ByOthers(IssuedWith):
    """Reads when others ended what they end, from the relations that the text states of them."""

    __slots__ = ()

    def by_others(self, relations: Sequence[Relation]) -> None:
        """Ends by documents that the text is not itself."""
        told = [
            r for r in relations if r.predicate in _KINDS and r.subject != self.own.id and r.evidence.cue_start >= 0
        ]
        ending = _sorted_by(told, lambda r: r.object)
        for number, effect in enumerate(self.found):
            if effect.basis != "stated" or effect.kind not in ("ended", "suspended"):
                continue
            if effect.by == self.own.id and effect.document != self.own.id:  # "Theo Y, X hết hiệu lực từ ngày …"
                enders = {r.subject for r in ending.get(effect.document, ()) if _by_its_words(r, effect)}
                if len(enders) == 1:
                    self.found[number] = replace(effect, by=enders.pop())
            elif effect.by is None:
                enders = {
                    r.subject for r in ending.get(effect.document, ()) if _states(r, effect)
                } or self._ender_behind(effect)
                if len(enders) == 1:
                    self.found[number] = replace(effect, by=enders.pop())
        self._of_what_is_ended(told)
        known = {(e.document, e.by) for e in self.found}
        for relation in told:
            if (relation.object, relation.subject) not in known:
                self._dated(relation)

    def _of_what_is_ended(self, told: Sequence[Relation]) -> None:
        """ "Theo Điều 30 Y, các nghị định sau hết hiệu lực từ ngày D: X": the end is that of what Y ends by the same
        words, and not of Y, with which the sentence opens."""
        acting = _sorted_by(told, lambda r: r.subject)
        known = {(e.document, e.date) for e in self.found if e.kind == "ended"}
        for number, effect in reversed(list(enumerate(self.found))):
            if effect.kind != "ended" or effect.basis != "stated":
                continue
            by_it = [r for r in acting.get(effect.document, ()) if _by_its_words(r, effect)]
            if not by_it:
                continue
            ends = [
                replace(effect, document=r.object, by=r.subject, provisions=r.pinpoints)
                for r in by_it
                if (r.object, effect.date) not in known
            ]
            self.found[number : number + 1] = ends
            known.update((e.document, e.date) for e in ends)

    def _ender_behind(self, effect: Effect) -> set[str]:
        """ "… hết hiệu lực kể từ ngày D theo quy định tại khoản 2 Điều 5 Y": the document right behind the day. An act
        that is named for a document below it gives the rule, and may not be what ends it."""
        at = effect.evidence.end
        end = sentence_end(self.text, at, ".;:!?")
        for mention in self.cited.between(at, end)[:1]:
            gap = self.flat[at : mention.start]
            if mention.pinpoints:
                gap = gap.removesuffix(f"{mention.pinpoints[0].text} ")
            ender, ended = self.by_id[mention.document], self.by_id[effect.document]
            acts = (ender.type or "").endswith(_ACT) and not (ended.type or "").endswith(_ACT)
            if _UNDER.fullmatch(gap) and not acts and ender is not ended and ender.id != self.own.id and can_end(ender):
                return {ender.id}
        return set()

    def _dated(self, relation: Relation) -> None:
        """The end with its day, where the clause of the relation has one."""
        cue, at = relation.evidence.cue_start, relation.evidence.cue_end
        act = _TAKES_OUT if relation.predicate == "amends" else _ENDING
        if not act.search(self.flat, cue, at) or (relation.predicate == "amends" and not relation.pinpoints):
            return
        begin, end = sentence_start(self.text, cue), sentence_end(self.text, at, ".;:!?")
        listed = members(self.text, self.flat, at, end, self.cited)
        if relation.object not in {m.document for m in listed}:
            return
        if words.compiled(NOT_YET).search(self.flat, begin, cue):
            return  # planned
        time = self._day_behind(listed[-1], end) or self._day_in_front(begin, cue)
        if time is None or time.value is None or len(time.value) < WHOLE:
            return
        stop = max(time.end, listed[-1].end)
        self.add(
            relation.object, _KINDS[relation.predicate], time.value, skip(self.flat, begin), stop, (cue, at),
            "effect-told", provisions=relation.pinpoints, by=relation.subject, confidence=WEAK,
        )  # fmt: skip

    def _day_behind(self, last: Mention, end: int) -> Time | None:
        """The day behind the last document that is ended. "từ ngày" in its title is none of the end."""
        for since in _SINCE.finditer(self.flat, last.end, end):
            between = (last.end, since.start())
            if any(force.search(self.flat, *between) for force in FORCE):
                return None  # "…, có hiệu lực kể từ ngày …": of the subject
            if words.compiled(_OF_A_TITLE).search(self.flat, *between):
                return None
            tail = read_tail(self.text, last.end).end
            if since["since"] is None and self.flat[tail : since.start()].strip(" ,"):
                continue
            day = words.read_day(self.flat, since.end())
            return Time("stated", day.value, day.end) if day else None
        return None

    def _day_in_front(self, begin: int, cue: int) -> Time | None:
        """ "Từ ngày 01/8/2031, Nghị định Y thay thế …"."""
        lead = _SINCE.search(self.flat, begin, cue)
        if lead is None:
            return None
        own_line = self.text[begin : lead.start()].rstrip(" \t*_").endswith("\n")  # below a heading
        if lead.start() - begin > _LEADING_REACH and not (own_line and lead[0][0].isupper()):
            return None
        day = words.read_day(self.flat, lead.end())
        return Time("stated", day.value, day.end) if day else None


def _sorted_by(told: Sequence[Relation], key: Callable[[Relation], str]) -> dict[str, list[Relation]]:
    sorted_by: dict[str, list[Relation]] = {}
    for relation in told:
        sorted_by.setdefault(key(relation), []).append(relation)
    return sorted_by


def _by_its_words(relation: Relation, effect: Effect) -> bool:
    """Whether a relation is stated by the words that tell of the end."""
    return relation.evidence.cue_start <= effect.evidence.cue_start < relation.evidence.cue_end


def _states(relation: Relation, effect: Effect) -> bool:
    """Whether a relation whose object an effect is told of is of one sentence with it, and about the same parts."""
    return relation.evidence.start <= effect.evidence.cue_start < relation.evidence.end and (
        not effect.provisions or [p.path for p in effect.provisions] == [p.path for p in relation.pinpoints]
    )
