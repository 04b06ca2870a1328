"""A walk over the units of a text, clause by clause: which cue governs which citation, and who acts.

Between two citations stand tokens. Signs end clauses, cues make *governors* (a subject and a predicate that wait for
objects), and a citation without a cue of its own is an object of the governor that a list continues: coordinated
members share governor and complement, "và" goes on with the innermost governor that authority allows, a semicolon
returns to the outermost one, a parenthesis leaves everything as it was. Items inherit the governor of what introduces
them (``graph/relations/handed.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.relations import (
    abouts,
    adjuncts,
    below,
    bracketed,
    described,
    ended_classes,
    exchanges,
    fronted,
    governing,
    handed,
    lines,
    lists,
    matter,
    moods,
    passives,
    plans,
    referred_classes,
    signs,
    to_that_end,
    verbs,
)
from graph.relations.abouts import Tables
from graph.relations.annexed import AnnexedLists
from graph.relations.authority import VALIDITY
from graph.relations.ledger import Found
from graph.relations.lexicon import CUE, PASSIVE, Token
from graph.relations.quoted import in_new_wording, words_go_on
from graph.relations.slots import Context, Slot, Trace
from graph.relations.state import Governor, State
from graph.relations.words import word_set

_FAR = 700  # how far before a citation its cue may stand
_NAME_GAP = 12  # between a name that stops with its cue and what it names
_MEMORY = 60  # citations of one clause that are remembered
_DEPTH = 16  # nested parentheses, governors one in another
_BEHIND = 900  # how far behind the last citation of a unit words are read

# of a class of documents that its clause tells of, the first member
_CLASSES = (described.opens, fronted.answers, ended_classes.opens, adjuncts.opens, referred_classes.opens)


class Walk:
    """One pass over the citations of one text; relations go to the context's ledger. With `trace`, what became of each
    citation is noted there."""

    def __init__(self, context: Context, trace: Trace | None = None) -> None:
        self.context = context
        self.state = State()
        self.frames: list[State] = []
        self.trace = trace
        self.verdict = ""
        self.hosts: dict[int, list[Governor]] = {}
        self.last_unit = -1
        self.annex_start = -1
        self.annexed: AnnexedLists | None = None
        self.table = Tables()
        self.amended: dict[int, list[tuple[Slot, Found]]] = {}  # what the text itself amends, by the unit that says so
        self.lined: tuple[int, list[Governor]] | None = None  # a list whose members open lines, by its unit
        self.bracketed: tuple[Slot, Governor] | None = None  # a passive whose agent stands in brackets, by its head
        self.placed: list[Token] = []  # the tokens before the citation placed last

    # -- units -----------------------------------------------------------------------------------------------------

    def run(self) -> None:
        context, slots, units = self.context, self.context.slots, self.context.outline.units
        at = 0
        while at < len(slots):
            number = context.outline.index(slots[at].start)
            end = units[number].end
            last = at
            while last < len(slots) and slots[last].start < end:
                last += 1
            self._unit(number, slots[at:last])
            at = last
        below.read(self)

    def _unit(self, number: int, slots: Sequence[Slot]) -> None:
        unit = self.context.outline.units[number]
        handed.open_unit(self, number)
        position = unit.body
        for slot in slots:
            if slot.start < position:
                self._nested(slot)
            else:
                self._gap(position, slot)
            position = max(position, slot.end)
        self._close(number, position)
        self.last_unit = number

    def _close(self, number: int, position: int) -> None:
        """Read what stands behind the last citation of a unit: ends ("… hết hiệu lực"), what the unit introduces."""
        context, unit = self.context, self.context.outline.units[number]
        head = self.state.head
        start = max(position, context.tail(head)) if head is not None and head.end == position else position
        end = min(unit.end, start + _BEHIND)
        introduces = number + 1 < len(context.outline.units) and context.outline.units[number + 1].host == number
        if start < end and (introduces or context.lexicon.may_state(context.flat, start, end)):
            signs.read(self, context.lexicon.tokens(context.flat, context.text, start, end))
            abouts.closes(self, number)
        if introduces:
            self.hosts[number] = handed.introduced(self, number)

    # -- the gap before a citation ---------------------------------------------------------------------------------

    def _gap(self, start: int, slot: Slot) -> None:
        if self.lined is not None and lines.next_member(self, start, slot):
            self._place(slot)
            return
        context, state = self.context, self.state
        head = state.head
        near = head is not None and head.end == start
        if (
            near
            and slot.start - start <= _NAME_GAP
            and context.flat[start : slot.start].strip() in ("", *word_set("owner"))
        ):
            governor = governing.titled(self, head, slot) if head is not None else None
            if governor is not None:
                self.set(governor, slot)
                return
        live = (
            state.exchanging
            or plans.waits(self)
            or any(g.subjects or g.fronted is not None or g.listing or g.rule == described.RULE for g in state.stack)
        )
        live = live or passives.marked(context.flat, start, slot.start, pinned=bool(slot.mentions[0].pinpoints))
        live = live or ended_classes.may_open(self, start, slot) or referred_classes.may_open(self, start, slot)
        live = live or to_that_end.may_open(self, start, slot)
        if not live and not slot.documents[0].unnumbered and not self._may_be_placed(start, slot):
            self._quiet(start, slot)
            return
        if near and head is not None:
            start = min(max(start, context.tail(head)), slot.start)
        if slot.start - start > _FAR:
            start = slot.start - _FAR
            self.frames.clear()
            self.state = State([g for g in state.stack if g.listing], floor=start, opened=start)
        signs.read(self, context.lexicon.tokens(context.flat, context.text, start, slot.start))
        self._place(slot)
        if state.head is None or self.lined is None:
            lines.begins(self, slot)

    def _may_be_placed(self, start: int, slot: Slot) -> bool:
        """Could a cue reach the citation? A cheap look at the words before it."""
        context, flat, end = self.context, self.context.flat, slot.start
        start = max(start, end - _FAR)
        if self.state.head is not None or context.zones.of(end) != "body":
            return context.lexicon.may_state(flat, start, end)
        stop = flat.rfind("; ", start, end)
        while stop >= 0 and (context.lexicon.opens_with_provision(flat, stop + 2, end) or words_go_on(flat, stop)):
            stop = flat.rfind("; ", start, stop)
        stop = max(flat.rfind(". ", start, end), stop)
        return context.lexicon.may_act(flat, stop + 1 if stop >= 0 else start, end)

    def _quiet(self, start: int, slot: Slot) -> None:
        """No cue and no governor: only remember where the clause stands."""
        flat, end = self.context.flat, slot.start
        self.frames.clear()
        stop = max(flat.rfind(";", start, end), flat.rfind(". ", start, end))
        state = self.state
        if stop >= 0 or end - start > _FAR:
            floor = max(start, stop + 1, end - 200)
            kept = state.sentence if stop >= 0 and flat[stop] == ";" and end - start <= _FAR else []
            state = self.state = State(floor=floor, sentence=kept, opened=state.opened if kept else floor)
        else:
            state.stack.clear()
        listed = (
            state.head is not None
            and end - start < 160
            and flat[start:end]
            .rstrip(' “"')
            .endswith((",", *(f" {word}" for word in word_set("and") | word_set("plural"))))
        )
        if listed and state.head is not None and state.head.kind == slot.kind and lists.bare(self, slot):
            slot.listed = True
            group = [*state.group[-_MEMORY:], slot]
        else:
            group = [slot]
        self.note(slot, "no cue")
        self.advance(slot)
        self.state.group = group

    def tail(self, head: Slot) -> int:
        """Where the attributes of the head end, with the parenthesis behind them."""
        return max(self.context.tail(head), self.state.tail)

    # -- the citation ----------------------------------------------------------------------------------------------

    def _place(self, slot: Slot) -> None:
        """Find what governs the citation, and what it governs itself."""
        state = self.state
        since = state.since
        self.verdict = "no cue"
        if slot.documents[0].unnumbered and governing.annexed(self, slot):
            self.note(slot, "annexed")
            return
        if exchanges.exchanged(self, slot):
            self.note(slot, "exchanged")  # mere words: the verb before the citation waits for the next one
            return
        if bracketed.acts(self, slot):
            return
        if passives.around(self, slot) or plans.issued_with(self, slot):
            self.note(slot, self.verdict)
            return
        for at in range(len(since) - 1, -1, -1):
            token = since[at]
            if not token.kinds & (CUE | PASSIVE):
                continue
            if verbs.is_noun(self, at) or verbs.ends_another(self, at, slot) or verbs.coordinates_past(self, at, slot):
                continue
            if fronted.in_its_title(self, at, slot):
                continue
            if plans.changed(self, at, slot):
                self.note(slot, self.verdict)
                return
            before = self._kept()
            if governing.govern(self, verbs.passive_before(self, verbs.outer_verb(self, at)), slot):
                if before is not None and self.verdict == "authority" and self._further_member(before, slot):
                    return
                if self.verdict == "authority" and (rules := matter.ruled(self, slot, since)) is not None:
                    self.state.stack[-1] = rules
                    self.apply(rules, slot, stated=True)
                self.note(slot, self.verdict)
                return
            break
        if (rules := matter.ruled(self, slot, since)) is not None:
            self.set(rules, slot)
            self.note(slot, self.verdict)
            return
        if any(opens(self, slot) for opens in _CLASSES):
            pass
        elif lists.goes_on(self, slot):
            lists.join(self, slot)
        else:
            governing.stand_alone(self, slot)
        self.note(slot, self.verdict)

    def _kept(self) -> State | None:
        """The state before a cue takes a citation that might as well go on with a list."""
        state = self.state
        if state.head is None or not any(g.predicate for g in state.stack):
            return None
        return replace(state, stack=list(state.stack), clause=list(state.clause), group=list(state.group),
                       sentence=list(state.sentence))  # fmt: skip

    def _further_member(self, before: State, slot: Slot) -> bool:
        """The verb cannot have the citation for its object (the acting document is older): it belongs to the title of
        the member before ("được sửa đổi bởi A sửa đổi một số điều về thuế và [B]"), and the citation goes on with the
        list of that one."""
        after = self.state
        self.state = before
        if lists.goes_on(self, slot):
            lists.join(self, slot)
            self.note(slot, self.verdict)
            return True
        self.state, self.verdict = after, "authority"
        return False

    # -- relations -------------------------------------------------------------------------------------------------

    def set(self, governor: Governor, slot: Slot, *, stated: bool = True) -> None:
        """A new governor with its first object."""
        self.state.stack.append(governor)
        self.apply(governor, slot, stated=stated)
        self.advance(slot)

    def apply(self, governor: Governor, slot: Slot, *, stated: bool) -> None:
        """State the relation between the governor's subjects and the citation. `stated`: by a cue between the two."""
        context = self.context
        governor.last = slot
        if governor.also is not None and governor.passive:
            self.apply(governor.also, slot, stated=False)
        if governor.fronted is not None:
            governor.fronted.append(slot)
        if governor.each is not None:
            governor.subjects = (governor.each.pop(0),) if governor.each else ()
        if not governor.subjects or governor.cue is None or governor.cue.cue is None:
            return
        predicate = governor.predicate
        changes = predicate in VALIDITY and not governor.passive
        if changes and in_new_wording(context.text, governor.cue.end, slot.start):
            self.verdict = "quoted words"
            return
        ends = predicate in ("repeals", "replaces") and not governor.passive
        part = governor.part or (ends and moods.leaves_a_part(context, slot.end))
        if part and predicate in ("repeals", "replaces"):
            predicate = "amends"  # to end a provision is to change the document
        elif predicate == "repeals" and moods.for_a_time(context, governor.cue.cue.phrase, self.state.floor, slot):
            predicate = "suspends"
        confidence = governor.confidence * (1.0 if stated else 0.95)
        span = (governor.cue.start, governor.cue.end)
        said = False
        for other in governor.subjects:
            acting, target = (slot, other) if governor.passive else (other, slot)
            found = Found(
                predicate,
                acting,
                target,
                span,
                governor.cue.cue.phrase,
                confidence,
                governor.rule,
                part,
                self.state.floor,
                not governor.unpinned,
            )
            if not context.ledger.add(found, stated=stated):
                self.verdict = self.verdict if said else "authority"
                continue
            said, self.verdict = True, predicate
            target.ended = target.ended or passives.closes(context.flat, governor, predicate)
            target.changed = target.changed or (governor.passive and predicate == "amends")
            if predicate == "amends" and acting is context.source and not governor.passive:
                self.amended.setdefault(context.outline.index(slot.start), []).append((slot, found))
            if governor.listing and not governor.passive:
                slot.handed = found
            if acting is context.source:
                continue
            slot.governed = governor.rule != described.RULE
            acting.acts = acting.acts or (changes and bool(self.frames))
            if target is context.original and predicate == "amends" and context.zones.of(slot.start) != "body":
                # the head of a consolidated text names what it was put together from
                whole = found._replace(predicate="consolidates", acting=context.source, target=slot)
                context.ledger.add(whole, stated=True)

    def advance(self, slot: Slot) -> None:
        """The citation becomes the head of what follows."""
        state = self.state
        state.head = slot
        if len(state.clause) >= _MEMORY:
            del state.clause[: _MEMORY // 2]
        if len(state.stack) > _DEPTH:
            state.stack = [g for g in state.stack[:2] if g.base] + state.stack[-_DEPTH // 2 :]
        state.clause.append(slot)
        if len(state.sentence) < _MEMORY:
            state.sentence.append(slot)
        state.group = [slot]
        self.placed = state.since
        state.since = []
        state.exchanging = False
        state.tail = -1

    def _nested(self, slot: Slot) -> None:
        """A citation inside the span of another: an amending act cited by its title names what it amends."""
        outer = next((s for s in reversed(self.state.clause) if s.start <= slot.start and s.end >= slot.end), None)
        governor = governing.titled(self, outer, slot) if outer is not None else None
        if governor is not None:
            self.apply(governor, slot, stated=True)

    def note(self, slot: Slot, verdict: str) -> None:
        if self.trace is not None:
            self.trace.append((slot, tuple(self.placed if not self.state.since else self.state.since), verdict))
