"""Which cue governs which citation: a walk over the citations of a text in order.

Between two citations stands a *gap*. Its breaks end clauses, its cues make *governors* (a subject and a predicate that
wait for objects), and a citation without a cue of its own is an object of the governor that a list continues:
coordinated members share governor and complement, "và" goes on with the innermost governor that authority allows, a
semicolon returns to the outermost one, a parenthesis leaves everything as it was.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.citations.tail import Tail, read_tail
from graph.model import Document, Mention
from graph.relations import clauses, grammar
from graph.relations.authority import VALIDITY, allowed, can_end, is_normative, outranks, type_class, type_of
from graph.relations.cues import STRONG, CueTable, Hit
from graph.relations.findings import Found, Ledger
from graph.relations.zones import Zones, lead_in, quotation

_FAR = 600  # how far before a citation its cue may stand
_BODY_REACH = 200  # … in the body, for cues that reach over few words only
_CHANGE_REACH = 450  # … for cues that change a document
_LIST_FAR = 6000  # how far the next item of a list may be
_AHEAD = 520
_MEMORY = 60  # citations of one clause that are remembered
_DEPTH = 16  # nested parentheses, governors one in another
_WANTED = re.compile(r"CẦN\s+(?:SỬA\s+ĐỔI|BÃI\s+BỎ|THAY\s+THẾ|BỔ\s+SUNG)")
_WANTED_REACH = 20000
_NEXT_ANNEX = re.compile(r"\n[ *_]*(?:PHỤ LỤC|Phụ lục|Điều \d|Chương|CHƯƠNG|Phần|PHẦN)")
_TITLE_REACH = 700  # how far the title of a citation may reach to a cue


@dataclass(slots=True, eq=False)
class Slot:
    """One span of citation; more than one document where one span names several."""

    start: int
    end: int
    mentions: list[Mention]
    documents: list[Document]
    governed: bool = False  # object of a relation within its sentence
    listed: bool = False  # goes on with the list of the citation before

    @property
    def kind(self) -> str:
        return type_class(self.documents[0])


@dataclass(slots=True, eq=False)
class Governor:
    """Waits for objects. Without `subjects` it is mute: it only keeps others from taking its objects. `base` governors
    outlive a semicolon, `listing` ones whole items. `passive` turns the direction: the citations to come act on
    `subjects`. `fronted` collects what an opening "Thực hiện A, B, …" names until a document that does so follows."""

    subjects: tuple[Slot, ...]
    predicate: str
    hit: Hit | None
    cue: tuple[int, int]
    rule: str
    confidence: float
    base: bool = False
    listing: bool = False
    passive: bool = False
    part: bool = False
    level: int = -1
    last: Slot | None = None
    fronted: list[Slot] | None = None


@dataclass(slots=True)
class State:
    """Where the walk stands in the current clause."""

    stack: list[Governor] = field(default_factory=list)
    head: Slot | None = None
    clause: list[Slot] = field(default_factory=list)
    group: list[Slot] = field(default_factory=list)
    floor: int = 0  # the clause, or the parenthesis, begins here
    blanks: list[tuple[int, int]] = field(default_factory=list)
    colon: bool = False
    level: int = -1  # of the list marker that the clause began with
    item: bool = False
    closed: bool = False  # the clause before ended with a semicolon (or began a list), not with a full stop
    shelved: list[Governor] = field(default_factory=list)  # inner governors that a semicolon set aside
    beyond: list[Slot] = field(default_factory=list)  # citations before a semicolon that a title may contain


class Walk:
    """One pass over the citations of one text; relations go to `ledger`."""

    def __init__(
        self, text: str, slots: Sequence[Slot], source: Slot, zones: Zones, table: CueTable, ledger: Ledger
    ) -> None:
        self.text = text
        self.slots = slots
        self.source = source
        self.zones = zones
        self.table = table
        self.ledger = ledger
        self.state = State()
        self.frames: list[tuple[State, int]] = []
        self._wanted: list[int] | None = None
        self.original: Slot | None = None  # of a consolidated text: what its preamble and closing speak for

    def run(self) -> None:
        end = 0
        for slot in self.slots:
            self._gap(end, slot)
            end = max(end, slot.end)

    # -- the gap before a citation -------------------------------------------------------------------------------

    def _gap(self, start: int, slot: Slot) -> None:
        if slot.start < start:
            self._nested(slot)
            return
        text, state = self.text, self.state
        listing = [g for g in state.stack if g.listing]
        live = any(g.subjects or g.fronted is not None for g in state.stack)
        if not listing and (slot.start - start > _FAR or not live):
            if not self._may_be_placed(max(start, slot.start - _FAR), slot):
                self._quiet(start, slot)
                return
            if slot.start - start > _FAR:
                start = slot.start - _FAR
                self._reset(start)
        elif slot.start - start > _LIST_FAR:
            start = slot.start - _FAR
            self._reset(start)
        if not listing and not live:  # nothing to keep over a full stop: begin with the last one
            stop = clauses.last_stop(text, start, slot.start)
            if stop is not None:
                self.state.stack = []
                self._break(stop)
                start = stop.resume
        for found in clauses.breaks(text, start, slot.start):
            self._break(found)
        self._place(slot)

    def _may_be_placed(self, start: int, slot: Slot) -> bool:
        """Could a cue reach the citation? A cheap look at the words before it, back to the last stop."""
        text, end = self.text, slot.start
        last = end - 1
        while last > start and text[last] in " \t\n\r*_|>“\"":
            last -= 1
        if last <= start:
            return False
        if text[last] not in ".)-–+•":  # no list marker: what stands before the last stop does not reach
            start = max(start, text.rfind(";", start, end) + 1, text.rfind(". ", start, end) + 1)
        near = start
        if self.zones.of(end) == "body":
            # neither is a document carried out or guided over "theo"
            near = max(start, end - _BODY_REACH, text.rfind(" theo ", start, end) + 1)
            start = max(start, end - _CHANGE_REACH)
        return self.table.may_hold(text, start, near, end)

    def _quiet(self, start: int, slot: Slot) -> None:
        """No cue and no governor: only remember where the clause stands."""
        text, end = self.text, slot.start
        self.frames.clear()
        if end - start > _FAR or text.find(";", start, end) >= 0 or text.find(". ", start, end) >= 0 or text.find(".\n", start, end) >= 0:
            self.state = State(floor=max(start, end - 120, text.rfind("\n", start, end) + 1))
        elif self.state.stack:
            self.state.stack = []
        self._advance(slot)

    def _reset(self, floor: int) -> None:
        self.frames.clear()
        self.state = State(floor=floor)

    def _break(self, found: clauses.Break) -> None:
        state = self.state
        kind = found.kind
        if kind == clauses.OPEN:
            if len(self.frames) >= _DEPTH:
                return
            self.frames.append((state, found.at))
            self.state = State(
                list(state.stack), state.head, list(state.clause), list(state.group), found.resume, [], False, -1
            )
            return
        if kind == clauses.ASIDE:
            state.blanks.append((found.at, found.resume))
            return
        if kind == clauses.CLOSE:
            if self.frames:
                outer, opened = self.frames.pop()
                outer.blanks.append((opened, found.resume))
                self.state = outer
            return
        if kind == clauses.COLON:
            # What follows is named by what stands before: the clause goes on behind the marker.
            state.blanks.append((found.at, found.resume))
            state.colon = True
            state.level = found.level
            state.item = True
            return
        if kind != clauses.SEMI:
            self.frames.clear()
        keep: list[Governor]
        shelved: list[Governor] = []
        beyond: list[Slot] = []
        if kind == clauses.SEMI:
            keep = [g for g in state.stack if g.base]
            shelved = [g for g in state.stack if not g.base] or state.shelved
            beyond = state.clause or state.beyond
            closed = True
        elif kind == clauses.ITEM:
            closed = self._ended_open(found.at)
            keep = [g for g in state.stack if (g.listing and self._same_list(g, found.level)) or (g.base and closed)]
        elif kind in (clauses.SENTENCE, clauses.PARAGRAPH):
            keep = [g for g in state.stack if g.listing]
            closed = False
        else:
            keep, closed = [], False
        self.state = State(
            stack=keep, floor=found.resume, level=found.level, item=kind != clauses.SEMI, closed=closed, shelved=shelved, beyond=beyond,
        )  # fmt: skip

    def _ended_open(self, at: int) -> bool:
        """Does the item before `at` end with a semicolon or comma?"""
        before = at
        while before > 0 and self.text[before - 1] in " \t\r*_|”\"":
            before -= 1
        return before > 0 and self.text[before - 1] in ";,"

    @staticmethod
    def _same_list(governor: Governor, level: int) -> bool:
        """An item of a higher level than the list's own ends it."""
        return level < 0 or governor.level < 0 or level >= governor.level

    # -- the citation ----------------------------------------------------------------------------------------------

    def _place(self, slot: Slot) -> None:
        state = self.state
        start = max(state.head.end, state.floor) if state.head is not None else state.floor
        start = max(start, slot.start - _TITLE_REACH, 0)
        flat = self._flat(start, slot.start)
        if slot.documents[0].unnumbered and self._annexed(slot, flat):
            return
        hits = self.table.find(flat)
        for wide in (False, True):
            for at, hit in enumerate(hits):
                later = hits[at + 1 :]
                last = all(other.cue.confidence < STRONG for other in later)
                if hit.cue.predicate == "consolidates" and later:
                    continue
                if self._take(hit, flat, start, slot, wide=wide, last=last):
                    self._also(hit, later, flat, start, slot)
                    return
        if self._sentence_head(slot, flat, start) or (not hits and self._heading(slot, flat)):
            return
        self._go_on(slot, flat)

    def _also(self, hit: Hit, later: Sequence[Hit], flat: str, start: int, slot: Slot) -> None:
        """ "kéo dài thời gian thực hiện và sửa đổi, bổ sung một số điều của …": two changes of one document."""
        governor = self.state.stack[-1] if self.state.stack else None
        if governor is None or governor.hit is not hit or hit.cue.predicate not in VALIDITY or governor.passive:
            return
        for other in later:
            if other.cue.predicate in VALIDITY and other.cue.predicate != hit.cue.predicate and other.cue.position == "active":
                if not flat[hit.end : other.start].rstrip().endswith(" và"):
                    continue
                part = grammar.governs(other.cue.predicate, flat[other.end :], wide=True) == "part"
                span = (start + other.start, start + other.end)
                second = replace(governor, predicate=other.cue.predicate, hit=other, cue=span, part=part)
                self._apply(second, slot, stated=True)

    def _annexed(self, slot: Slot, flat: str) -> bool:
        """An unnumbered paper that the document before promulgates ("Quyết định … ban hành Kế hoạch thực hiện …") or that
        is the text itself ("Ủy ban nhân dân tỉnh ban hành Kế hoạch …") acts through that document."""
        if not grammar.promulgates(flat):
            return False
        if self.state.head is not None and not grammar.other_clause(flat):
            return True
        return self.zones.of(slot.start) in ("title", "preamble") and "đã" not in flat.split()

    def _flat(self, start: int, end: int) -> str:
        flat = clauses.flatten(self.text[start:end])
        for first, last in self.state.blanks:
            if last > start and first < end:
                first, last = max(first, start) - start, min(last, end) - start
                flat = flat[:first] + " " * (last - first) + flat[last:]
        return flat

    def _take(self, hit: Hit, flat: str, start: int, slot: Slot, *, wide: bool, last: bool) -> bool:
        """Let the cue govern the citation, if it reaches it; True if the citation is placed. `wide` is the second try,
        over other words; what somebody carries out or guides is then only sought behind the `last` cue."""
        cue, rest, before = hit.cue, flat[hit.end :], flat[: hit.start]
        span = (start + hit.start, start + hit.end)
        passive = cue.position == "passive"
        if passive or (cue.predicate in VALIDITY and self.state.head is not None and grammar.by_agent(rest, passive=False)):
            if wide or not grammar.by_agent(rest, passive=passive):
                return False
            self._passive(hit, span, before, slot)
            return True
        zone = self.zones.of(slot.start)
        title = zone == "title" and self.state.head is None
        if wide and cue.predicate not in VALIDITY and not (title or (last and (zone != "body" or cue.position == "preamble"))):
            return False
        reach = grammar.governs(cue.predicate, rest, wide=wide, title=title)
        if reach is None or (reach == "part" and cue.predicate == "consolidates"):
            return False
        if cue.position == "preamble":
            return self._basis(hit, span, before, slot, zone)
        self._active(hit, span, before, slot, zone, reach)
        return True

    def _active(self, hit: Hit, span: tuple[int, int], before: str, slot: Slot, zone: str, reach: str) -> None:
        state = self.state
        governor = Governor(
            (), hit.cue.predicate, hit, span, "active", hit.cue.confidence, part=reach == "part", level=state.level
        )
        governor.listing = state.colon
        if hit.cue.predicate == "implements" and zone == "title" and state.head is None and self._guiding(before):
            governor.predicate = "guides"
        barred = self.table.guard.search(before[-40:]) is not None or self.table.name.search(before[-120:]) is not None
        if not barred and state.head is not None:
            self._from_head(governor, state.head, before, span, slot, zone)
        elif not barred:
            if zone == "title":  # what stands above the title is no part of it
                before = before[max(0, self.zones.title[0] - (span[0] - len(before))) :]
            self._from_opening(governor, before, slot, zone)
        if hit.cue.position == "report" and not self._reports(governor):
            governor.subjects = ()
        if governor.base:
            state.stack = [g for g in state.stack if g.listing]
        state.stack.append(governor)
        self._apply(governor, slot, stated=True)
        self._advance(slot)

    def _guiding(self, before: str) -> bool:
        """A circular's title "hướng dẫn mức chi thực hiện [Quyết định]": it guides."""
        return is_normative(self.source.documents[0]) and any(h.cue.predicate == "guides" for h in self.table.find(before))

    def _reports(self, governor: Governor) -> bool:
        return bool(governor.subjects) and all(type_of(s.documents[0]).startswith("báo cáo") for s in governor.subjects)

    def _from_head(
        self, governor: Governor, head: Slot, before: str, span: tuple[int, int], slot: Slot, zone: str
    ) -> None:
        """The subject where a citation stands before the cue in the same clause."""
        state = self.state
        predicate = governor.predicate
        if self.table.blocker.search(before):
            return
        this = grammar.this_document(before)
        if this is not None:
            if not grammar.conditional(before) and grammar.acts(predicate, before[this.end() :]):
                self._by_itself(governor, slot, "itself", 1.0)
            return
        if zone in ("preamble", "title") and "," in before and grammar.enacts(before, type_of(self.source.documents[0])):
            self._by_itself(governor, slot, "enacting", 0.95)
            return
        if grammar.joins_verb(before):
            for outer in reversed(state.stack):
                if _family(outer.predicate) == _family(predicate) and not outer.passive:
                    del state.stack[state.stack.index(outer) :]
                    governor.subjects, governor.base, governor.fronted = outer.subjects, outer.base, outer.fronted
                    governor.rule, governor.confidence = "joined", governor.confidence * 0.95
                    return
            if predicate not in VALIDITY:
                return
            if zone == "title" and head.kind != slot.kind == type_class(self.source.documents[0]):
                self._by_itself(governor, slot, "title", 0.9)
                return
        if grammar.of_a_class(before):
            return
        tail = self._tail(head)
        direct = not before.strip(" ,") or tail.end >= span[0] - 1 or not self._between(tail.end, span[0]).strip(" ,“”\"")
        between = "" if direct else self._between(max(tail.end, state.floor), span[0])
        if not direct:
            if grammar.other_clause(between) or len(between) > _TITLE_REACH:
                return
            if not grammar.opens_title(between) and zone == "body" and not state.item:
                return
            if zone == "body" and predicate not in VALIDITY and between.rstrip().endswith(","):
                return
        governor.subjects = (head,)
        governor.rule = "direct" if direct else "title"
        if not direct:
            governor.confidence *= 0.95
        elif len(state.group) > 1:
            governor.subjects = tuple(s for s in state.group if s is head or self._shares(s, head, predicate, slot))

    def _tail(self, head: Slot) -> Tail:
        """The attributes behind a citation; a joint document has several issuers."""
        joint = "liên tịch" in type_of(head.documents[0]) or "phối hợp" in type_of(head.documents[0])
        return read_tail(self.text, head.end, joint=joint)

    def _between(self, start: int, end: int) -> str:
        return self._flat(start, end) if start < end else ""

    @staticmethod
    def _shares(member: Slot, head: Slot, predicate: str, slot: Slot) -> bool:
        """Does a coordinated member share the complement of the last one? Only papers of one kind do."""
        return (
            member.kind == head.kind != "law"
            and type_of(member.documents[0]) == type_of(head.documents[0])
            and all(allowed(m, predicate, o, stated=False) for m in member.documents for o in slot.documents)
        )

    def _from_opening(self, governor: Governor, before: str, slot: Slot, zone: str) -> None:
        """The subject where the clause begins with the cue: the text itself, if this is a place where it speaks so."""
        predicate = governor.predicate
        opening = before.strip(" ,:“\"(")
        own = type_of(self.source.documents[0])
        this = grammar.this_document(before)
        if self.table.blocker.search(before) and zone != "title":
            return
        if zone == "title":
            if not (self.table.blocker.search(before) and predicate in VALIDITY) and not grammar.of_a_class(before):
                self._by_itself(governor, slot, "title", 1.0)
        elif this is not None and not grammar.conditional(before):
            if grammar.acts(predicate, before[this.end() :]) and (this.start() < 60 or predicate in VALIDITY):
                self._by_itself(governor, slot, "itself", 1.0)
        elif grammar.tells(before) or (zone == "preamble" and grammar.enacts(before, own)):
            self._by_itself(governor, slot, "enacting", 0.95)
        elif predicate in ("implements", "reviews"):
            if zone in ("preamble", "purpose") and grammar.only_adverbs(before) and predicate == "implements":
                if zone == "preamble" and grammar.done_by_others(clauses.flatten(self.text[slot.end : slot.end + _AHEAD]), own):
                    return
                self._by_itself(governor, slot, zone, 1.0 if zone == "preamble" else 0.9)
            elif grammar.only_adverbs(before):
                governor.fronted, governor.base = [], True
        elif predicate in VALIDITY and not opening and zone not in ("head", "purpose"):
            whole = predicate != "amends" and not governor.part and not self.frames and can_end(self.source.documents[0])
            if whole or self._may_amend(slot):
                self._by_itself(governor, slot, "imperative", 0.95)

    def _may_amend(self, slot: Slot) -> bool:
        """Is an imperative in the body ("Sửa đổi Điều 5 …") the text's own act? Not in a parenthesis, not in a paper that
        cannot amend (a plan, a single-case decision on normative documents), not below "… cần sửa đổi, bổ sung"."""
        if self.frames:
            return False
        source = self.source.documents[0]
        if not is_normative(source) and not type_of(source) == "văn bản hợp nhất":
            if any(is_normative(d) for d in slot.documents) or type_of(source) not in ("quyết định", "nghị quyết", "quy định"):
                return False
        if self._wanted is None:
            self._wanted = [found.start() for found in _WANTED.finditer(self.text)]
        at = bisect_left(self._wanted, slot.start) - 1
        if at < 0:
            return True
        between = self.text[self._wanted[at] : min(slot.start, self._wanted[at] + _WANTED_REACH)]
        return _NEXT_ANNEX.search(between, 20) is not None or slot.start - self._wanted[at] > _WANTED_REACH

    def _by_itself(self, governor: Governor, slot: Slot, rule: str, weight: float) -> None:
        """The text itself acts, or who speaks in the quotation around."""
        # only the consolidated text itself consolidates
        speaker = self.source if governor.predicate == "consolidates" else self._speaker(slot.start)
        governor.base = True
        if speaker is None:
            return
        governor.subjects = (speaker,)
        governor.rule = rule
        governor.confidence *= weight

    def _speaker(self, offset: int) -> Slot | None:
        """Whose words stand at `offset`: the text's own, or in a quotation those of the document that the lead-in names;
        None where that is open (new wording of an amended document)."""
        quote = quotation(self.text, offset)
        if quote is None:
            return self.original or self.source
        floor, end = lead_in(self.text, quote)
        words = clauses.flatten(self.text[floor:end])
        named = [s for s in self._near(floor, end) if s.start >= floor]
        if not words.rstrip().endswith(":") and "như sau" not in words[-30:]:
            inside = self.text[quote:offset]
            return self.original or self.source if "\n" not in inside.strip() or len(inside) < 200 else None
        if named and ("quy định" in words or "căn cứ" in words):
            return named[0] if not self._amended(words) else None
        return None

    @staticmethod
    def _amended(words: str) -> bool:
        return "sửa đổi, bổ sung khoản" in words or "sửa đổi, bổ sung điều" in words

    def _near(self, floor: int, end: int) -> list[Slot]:
        first = bisect_left(self.slots, floor, key=lambda s: s.start)
        last = bisect_left(self.slots, end, key=lambda s: s.start)
        return list(self.slots[first:last])

    def _basis(self, hit: Hit, span: tuple[int, int], before: str, slot: Slot, zone: str) -> bool:
        """ "Căn cứ …" at the head of a clause of the preamble, or of a quoted preamble."""
        opening = before.replace("căn cứ", "").strip(" ,:“\"-–")
        if opening or (self.state.head is not None and before.strip(" ,;")):
            return False
        speaker = self._speaker(slot.start)
        quoted = speaker is not None and speaker not in (self.source, self.original)
        if not quoted and (zone not in ("preamble", "title") or quotation(self.text, slot.start) is not None):
            return False
        governor = Governor((), "based_on", hit, span, "preamble", hit.cue.confidence, base=True, level=self.state.level)
        governor.listing = self.state.colon
        if speaker is not None:
            governor.subjects = (speaker,)
        self.state.stack = [governor]
        self._apply(governor, slot, stated=True)
        self._advance(slot)
        return True

    def _passive(self, hit: Hit, span: tuple[int, int], before: str, slot: Slot) -> None:
        """ "B được sửa đổi, bổ sung bởi A": A is the citation at hand, B one before it in the clause."""
        state = self.state
        governor = Governor((), hit.cue.predicate, hit, span, "passive", hit.cue.confidence, passive=True)
        words = before.rstrip()
        clear = not (self.table.guard.search(before[-40:]) or grammar.used(before) or grammar.new_actor(before))
        if words.endswith((" này", "”", '"')):
            # in a consolidated text "Điều này được sửa đổi …" speaks of the original
            target, part = self.original, True
        elif clear and (state.head is not None or state.beyond):
            target = self._target(slot, hit.cue.predicate)
            part = target is not None and grammar.of_provisions(self._before(target))
        else:
            target, part = None, False
        if target is not None:
            governor.subjects, governor.part = (target,), part
        governor.listing = state.colon
        governor.level = state.level
        state.stack.append(governor)
        self._apply(governor, slot, stated=True)
        self._advance(slot)

    def _target(self, agent: Slot, predicate: str) -> Slot | None:
        """What the agent acts on: the nearest citation of its kind in the clause, else the one just before."""
        clause = self.state.clause or self.state.beyond
        others = [s for s in reversed(clause) if not _same(s, agent)]
        for candidate in others:
            if candidate.kind == agent.kind and self._acts_on(agent, candidate, predicate):
                return candidate
        if not self.state.clause:
            return None
        return others[0] if others and self._acts_on(agent, others[0], predicate) else None

    @staticmethod
    def _acts_on(agent: Slot, target: Slot, predicate: str) -> bool:
        return all(allowed(a, predicate, o, stated=True) for a in agent.documents for o in target.documents)

    def _before(self, slot: Slot) -> str:
        """The words right before a citation, within its clause."""
        floor = max(0, slot.start - 120)
        if self.state.clause and self.state.clause[0] is slot:
            floor = max(floor, self.state.floor)
        return self._between(min(floor, slot.start), slot.start)

    # -- lists -----------------------------------------------------------------------------------------------------

    def _heading(self, slot: Slot, flat: str) -> bool:
        """The first item below a heading or sentence that has a cue and no citation ("Bãi bỏ các văn bản sau:")."""
        state = self.state
        if not state.item or state.head is not None or state.level < 1 or state.stack or not grammar.opens_item(flat):
            return False
        start, end = self._line_before(state.floor)
        if end - start < 6:
            return False
        words = clauses.flatten(self.text[start:end])
        for hit in self.table.find(words):
            if hit.cue.position not in ("active", "preamble") or hit.cue.predicate not in VALIDITY:
                continue
            before = words[: hit.start]
            if self.table.blocker.search(before) or self.table.guard.search(before[-40:]) or "danh mục" in words:
                continue
            this = grammar.this_document(before)
            if before.strip(" ,") and this is None:
                continue
            part = "một phần" in words or "một số điều" in words or "một số nội dung" in words
            governor = Governor(
                (), hit.cue.predicate, hit, (start + hit.start, start + hit.end), "list", hit.cue.confidence * 0.95,
                base=True, listing=True, part=part, level=state.level,
            )  # fmt: skip
            self._by_itself(governor, slot, "list", 1.0)
            state.stack = [governor]
            self._apply(governor, slot, stated=True)
            self._advance(slot)
            return True
        return False

    def _sentence_head(self, slot: Slot, flat: str, start: int) -> bool:
        """ "Các Quyết định sau đây hết hiệu lực kể từ ngày …: a) [Quyết định]"."""
        state = self.state
        if ":" not in flat:
            return False
        for pattern, cue in self.table.post:
            found = pattern.search(flat)
            if found is None or len(flat) - found.end() > 240:
                continue
            before, rest = flat[: found.start()], flat[found.end() :]
            since, _, members = rest.rpartition(":")
            if not grammar.opens_item(members) or "sau" not in before.split() or ";" in since:
                continue
            span = (start + found.start(), start + found.end())
            part = grammar.governs("repeals", before, wide=False) == "part"
            governor = Governor(
                (), cue.predicate, Hit(cue, 0, 0), span, "list", cue.confidence, listing=state.colon, part=part, level=state.level
            )
            self._by_itself(governor, slot, "list", 1.0)
            state.stack = [governor]
            self._apply(governor, slot, stated=True)
            self._advance(slot)
            return True
        return False

    def _line_before(self, offset: int) -> tuple[int, int]:
        """The paragraph before the list item that begins at `offset`, without its own marker."""
        text = self.text
        line = text.rfind("\n", max(0, offset - 600), offset)
        floor = max(0, line - 600)
        last = None
        for found in clauses.breaks(text, floor, max(line, floor)):
            if found.kind in (clauses.ITEM, clauses.SENTENCE, clauses.PARAGRAPH, clauses.HEADING, clauses.SEMI):
                last = found
        start = last.resume if last is not None else floor
        return start, max(line, start)

    def _go_on(self, slot: Slot, flat: str) -> None:
        """No cue of its own: the citation continues a list, or stands alone."""
        state = self.state
        if state.head is None:
            listed = bool(state.stack) and grammar.opens_item(flat)
            if listed and state.item and not state.closed:
                listed = any(g.listing for g in state.stack)
            if listed and state.stack[-1].part and not grammar.of_provisions(flat):
                # "bãi bỏ Điều 2 Thông tư A sửa đổi một số điều của Thông tư B; Thông tư C": C is amended, not ended
                inner = next((g for g in reversed(state.shelved) if g.predicate == "amends" and not g.passive), None)
                if inner is not None and inner.last is not None and inner.last.kind == slot.kind:
                    state.stack.append(inner)
            self._attach(slot, flat, listed)
            return
        pins = any(g.predicate in VALIDITY for g in state.stack)
        listed = grammar.coordinates(flat, pins=pins) and not (pins and grammar.used(flat))
        if not listed and state.stack and state.stack[-1].part:
            listed = self._next_part(slot, state.head, state.stack[-1].predicate)
        self._attach(slot, flat, listed)

    def _next_part(self, slot: Slot, head: Slot, predicate: str) -> bool:
        """ "bãi bỏ thủ tục 8 tại [Quyết định A] và thủ tục 1 tại [Quyết định B]"."""
        if predicate not in VALIDITY:
            return False
        rest = self._between(self._tail(head).end, slot.start).strip(" ,")
        words = rest.removeprefix("và ")
        return words is not rest and grammar.governs(predicate, f" {words} ", wide=True) == "part"

    def _attach(self, slot: Slot, flat: str, listed: bool) -> None:
        state = self.state
        if listed:
            slot.listed = True
            for at in range(len(state.stack) - 1, -1, -1):
                governor = state.stack[at]
                if self._takes(governor, slot):
                    del state.stack[at + 1 :]
                    part = governor.part
                    if governor.predicate in VALIDITY and grammar.governs(governor.predicate, flat, wide=False) == "part":
                        governor.part = True
                    self._apply(governor, slot, stated=governor.base)
                    governor.part = part
                    break
            if self._bare(flat):
                state.group.append(slot)
                group = state.group[-_MEMORY:]
            else:
                group = [slot]
            self._advance(slot)
            self.state.group = group
            return
        fronted = next((g for g in state.stack if g.fronted), None)
        if fronted is not None and fronted.fronted and _issues(flat):
            governor = Governor(
                tuple(fronted.fronted), "implements", fronted.hit, fronted.cue, "fronted", 0.8, base=True, passive=True
            )
            state.stack = [governor]
            self._apply(governor, slot, stated=False)
        elif state.stack:
            state.stack.append(Governor((), "", None, (slot.start, slot.start), "", 0.0))
        self._advance(slot)

    def _takes(self, governor: Governor, slot: Slot) -> bool:
        """May a list of this governor go on with the citation?"""
        if governor.fronted is not None or governor.predicate in ("", "based_on", "reviews"):
            return True
        if not governor.subjects:
            return True
        if governor.passive:
            if governor.rule == "fronted":
                return True
            after = clauses.flatten(self.text[slot.end : slot.end + 120])
            return (governor.last is None or governor.last.kind == slot.kind) and not grammar.also_amended(after)
        pairs = [(s, o) for g in governor.subjects for s in g.documents for o in slot.documents]
        if not all(allowed(s, governor.predicate, o, stated=governor.base) for s, o in pairs):
            return False
        if governor.base or governor.predicate == "implements":
            return True
        if governor.predicate == "guides" and all(outranks(o, s) for s, o in pairs):
            return True
        return governor.last is None or governor.last.kind == slot.kind

    def _bare(self, flat: str) -> bool:
        """Only attributes (date, issuer, term) and a separator between two members of a list."""
        head = self.state.head
        if head is None or len(flat) > 160 or ";" in flat:
            return False
        end = self._tail(head).end
        rest = self._between(max(end, head.end), head.end + len(flat))
        return rest.strip(" ,“\"") in ("", "và", "và các", "các")

    # -- relations -------------------------------------------------------------------------------------------------

    def _apply(self, governor: Governor, slot: Slot, *, stated: bool) -> None:
        governor.last = slot
        if governor.fronted is not None:
            governor.fronted.append(slot)
        if not governor.subjects or governor.hit is None:
            return
        confidence = governor.confidence * (1.0 if stated else 0.95)
        for acting, target in ((slot, s) if governor.passive else (s, slot) for s in governor.subjects):
            predicate = governor.predicate
            if governor.part and predicate in ("repeals", "replaces"):
                predicate = "amends"
            found = Found(
                predicate, acting, target, governor.cue, governor.hit.cue.phrase, confidence, governor.rule,
                governor.part, self.state.floor,
            )  # fmt: skip
            if self.ledger.add(found, stated=stated) and acting is not self.source:
                slot.governed = True
                if target is self.original and predicate == "amends" and self.zones.of(slot.start) in ("title", "preamble"):
                    # the head of a consolidated text names what it was put together from
                    self.ledger.add(replace(found, predicate="consolidates", acting=self.source, target=slot), stated=True)

    def _advance(self, slot: Slot) -> None:
        state = self.state
        state.head = slot
        if len(state.clause) >= _MEMORY:
            del state.clause[: _MEMORY // 2]
        if len(state.stack) > _DEPTH:
            state.stack = [g for g in state.stack[:2] if g.base] + state.stack[-_DEPTH // 2 :]
        state.clause.append(slot)
        state.group = [slot]
        state.blanks.clear()
        state.colon = False

    def _nested(self, slot: Slot) -> None:
        """A citation inside the span of another: an amending act cited by its title names what it amends."""
        outer = next((s for s in reversed(self.state.clause) if s.start <= slot.start and s.end >= slot.end), None)
        if outer is None:
            return
        flat = clauses.flatten(self.text[outer.start : slot.start])
        for hit in self.table.find(flat):
            if hit.cue.position != "active" or hit.cue.predicate not in VALIDITY:
                continue
            span = (outer.start + hit.start, outer.start + hit.end)
            governor = Governor((outer,), hit.cue.predicate, hit, span, "title", hit.cue.confidence)
            self._apply(governor, slot, stated=True)
            return


def _family(predicate: str) -> str:
    return "change" if predicate in VALIDITY else predicate


def _same(first: Slot, second: Slot) -> bool:
    return {d.id for d in first.documents} == {d.id for d in second.documents}


def _issues(flat: str) -> bool:
    """ "…, Tỉnh ủy đã ban hành [Kế hoạch]": the clause says that a document is issued."""
    words = flat.rstrip(" :")
    return "," in words and words.endswith(("ban hành", "xây dựng", "ban hành các", "xây dựng các"))
