"""A walk over the units of a text, clause by clause: which cue governs which citation, and who acts.

Between two citations stand tokens. Signs end clauses, cues make *governors* (a subject and a predicate that wait for
objects), and a citation without a cue of its own is an object of the governor that a list continues: coordinated
members share governor and complement, "và" goes on with the innermost governor that authority allows, a semicolon
returns to the outermost one, a parenthesis leaves everything as it was. Items inherit the governor of what introduces
them (``graph/relations/inherit.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph.relations import actors, endings, ways
from graph.relations.authority import VALIDITY, allowed, is_normative, outranks, type_of
from graph.relations.ledger import Found
from graph.relations.lexicon import (
    ANNEX,
    CUE,
    FINITE,
    GAP,
    ISSUE,
    JOIN,
    LEAD,
    NOMINAL,
    PART,
    PASSIVE,
    PIN,
    POST,
    QUANT,
    SIGN,
    STOP,
    STRONG,
    THIS,
    TYPE,
    Token,
)
from graph.relations.slots import Context, Slot
from graph.relations.voices import speaker
from graph.structure.outline import PARAGRAPH
from graph.structure.quotations import quotation

_FAR = 700  # how far before a citation its cue may stand
_SERVICE_FAR = 420
_BASIS_FAR = 320
_NAME_GAP = 12  # between a name that stops with its cue and what it names
_LIST_GAP = 260  # from one member of a list to the next
_MEMORY = 60  # citations of one clause that are remembered
_DEPTH = 16  # nested parentheses, governors one in another
_AHEAD = 520
_BEHIND = 900  # how far behind the last citation of a unit words are read
_OF_THIS = re.compile(r"(?<!\w)(?:điều|khoản|điểm|mục|chương|phụ lục|mẫu|biểu|nội dung|cụm từ|đoạn|quy định) này$")
_FEW = 4  # unknown words that may stand between "và" and the next member of a list


@dataclass(slots=True, eq=False)
class Governor:
    """A predicate that waits for objects. Without `subjects` it is mute: it only keeps others from taking its objects.

    `base` governors outlive a semicolon, `listing` ones whole items. `passive` turns the direction: the citations to
    come act on `subjects`. `part`: only provisions are meant. `fronted` collects what an opening "Thực hiện A, B, …"
    names until a document that does so follows."""

    predicate: str
    cue: Token | None
    confidence: float
    rule: str = "active"
    subjects: tuple[Slot, ...] = ()
    base: bool = False
    listing: bool = False
    passive: bool = False
    part: bool = False
    last: Slot | None = None
    fronted: list[Slot] | None = None


@dataclass(slots=True)
class State:
    """Where the walk stands in the current clause.

    `head` is the citation before, `clause` all of the clause, `group` those coordinated with the head by bare
    attributes; `since` are the tokens behind the head (or the clause's beginning, `floor`). `item`: the clause begins a
    unit; `closed`: the clause before ended with a semicolon. `shelved` are inner governors, `beyond` the citations, that
    a semicolon set aside. `sentence` are the citations since `opened`, where the sentence began."""

    stack: list[Governor] = field(default_factory=list)
    head: Slot | None = None
    clause: list[Slot] = field(default_factory=list)
    group: list[Slot] = field(default_factory=list)
    since: list[Token] = field(default_factory=list)
    floor: int = 0
    item: bool = False
    closed: bool = False
    shelved: list[Governor] = field(default_factory=list)
    beyond: list[Slot] = field(default_factory=list)
    sentence: list[Slot] = field(default_factory=list)
    opened: int = 0
    tail: int = -1  # where the head's attributes end, parentheses included

    def inside(self, at: int) -> State:
        """The state at the beginning of a parenthesis."""
        return State(
            list(self.stack),
            self.head,
            list(self.clause),
            list(self.group),
            [],
            at,
            sentence=list(self.clause),
            opened=at,
        )


class Walk:
    """One pass over the citations of one text; relations go to the context's ledger. With `trace`, what became of each
    citation is noted there: (citation, tokens before it, verdict)."""

    def __init__(self, context: Context, trace: list[tuple[Slot, tuple[Token, ...], str]] | None = None) -> None:
        self.context = context
        self.state = State()
        self.frames: list[State] = []
        self.trace = trace
        self.verdict = ""
        self._hosts: dict[int, list[Governor]] = {}
        self._last_unit = -1
        self._placed: list[Token] = []  # the tokens before the citation placed last

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

    def _unit(self, number: int, slots: Sequence[Slot]) -> None:
        unit = self.context.outline.units[number]
        self._open(number)
        position = unit.body
        for slot in slots:
            if slot.start < position:
                self._nested(slot)
            else:
                self._gap(position, slot)
            position = max(position, slot.end)
        self._close(number, position)
        self._last_unit = number

    def _open(self, number: int) -> None:
        """The state at the beginning of a unit: governors that what introduces it hands on, and those of a list whose
        members stand in paragraphs of their own."""
        units = self.context.outline.units
        unit = units[number]
        stack: list[Governor] = []
        closed = False
        follows = unit.level != PARAGRAPH or number - 1 in (unit.host, self._last_unit)
        if unit.host >= 0 and follows:
            stack = [replace(g, last=None) for g in self.open_governors(unit.host)]
        if 0 <= self._last_unit < number <= self._last_unit + 3 and not stack and unit.kind != "clause":
            between = range(self._last_unit, number)
            closed = (
                all(self._closing(n) in ";," for n in between) and units[self._last_unit].level == unit.level
            ) or (all(self._closing(n) == ";" for n in between) and unit.level >= units[self._last_unit].level)
            if closed:
                stack = [g for g in self.state.stack if g.base and not g.listing]
            elif unit.host >= 0 and unit.host == units[self._last_unit].host:
                stack = [g for g in self.state.stack if g.listing]
        self.frames.clear()
        beyond = (self.state.clause or self.state.beyond) if closed else []
        self.state = State(stack, floor=unit.body, item=True, closed=closed, beyond=beyond, opened=unit.body)

    def _closing(self, number: int) -> str:
        unit = self.context.outline.units[number]
        words = self.context.text[max(unit.body, unit.end - 60) : unit.end].rstrip(' \t\r\n*_|>”"')
        return words[-1:] or " "

    def _close(self, number: int, position: int) -> None:
        """Read what stands behind the last citation of a unit: ends ("… hết hiệu lực"), and what the unit introduces."""
        context, unit = self.context, self.context.outline.units[number]
        head = self.state.head
        start = max(position, context.tail(head)) if head is not None and head.end == position else position
        end = min(unit.end, start + _BEHIND)
        introduces = number + 1 < len(context.outline.units) and context.outline.units[number + 1].host == number
        if start < end and (introduces or context.lexicon.may_state(context.flat, start, end)):
            self._read(context.lexicon.tokens(context.flat, context.text, start, end))
        if introduces:
            self._hosts[number] = self._introduced(number)

    def open_governors(self, number: int, depth: int = 0) -> list[Governor]:
        """The governors that the unit hands on to the items that it introduces."""
        known = self._hosts.get(number)
        if known is not None:
            return known
        self._hosts[number] = []
        context, unit = self.context, self.context.outline.units[number]
        if depth < _DEPTH and unit.kind not in ("recipients", "furniture"):
            kept = (self.state, list(self.frames), self._last_unit)
            inherited = self.open_governors(unit.host, depth + 1) if unit.host >= 0 else []
            self.state, self.frames = State(list(inherited), floor=unit.body, item=True), []
            self._read(context.lexicon.tokens(context.flat, context.text, max(unit.body, unit.end - _FAR), unit.end))
            self._hosts[number] = self._introduced(number)
            self.state, self.frames, self._last_unit = kept
        return self._hosts[number]

    def _introduced(self, number: int) -> list[Governor]:
        """The governor of the items below a unit, from its words behind its last citation ("Bãi bỏ các văn bản sau:");
        where there is none, what it inherited itself."""
        unit = self.context.outline.units[number]
        colon = self._closing(number) == ":"
        governor = endings.introducing(self, unit, colon=colon)
        if governor is not None:
            governor.listing = governor.base = True
            return [governor]
        if self.state.head is not None or any(t.kinds & (CUE | PASSIVE) for t in self.state.since):
            return []
        return [g for g in self.state.stack if g.listing]

    # -- the gap before a citation ---------------------------------------------------------------------------------

    def _gap(self, start: int, slot: Slot) -> None:
        context, state = self.context, self.state
        head = state.head
        near = head is not None and head.end == start
        if near and slot.start - start <= _NAME_GAP and head is not None:
            if context.flat[start : slot.start].strip() in ("", "của"):
                governor = self._titled(head, slot)
                if governor is not None:
                    self._set(governor, slot)
                    return
        live = any(g.subjects or g.fronted is not None or g.listing for g in state.stack)
        if (
            not live
            and not slot.documents[0].unnumbered
            and not context.lexicon.may_state(context.flat, max(start, slot.start - _FAR), slot.start)
        ):
            self._quiet(start, slot)
            return
        if near and head is not None:
            start = min(max(start, context.tail(head)), slot.start)
        if slot.start - start > _FAR:
            start = slot.start - _FAR
            self.frames.clear()
            self.state = State([g for g in state.stack if g.listing], floor=start, opened=start)
        self._read(context.lexicon.tokens(context.flat, context.text, start, slot.start))
        self._place(slot)

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
            and flat[start:end].rstrip(' “"').endswith((",", " và", " các"))
        )
        if listed and state.head is not None and state.head.kind == slot.kind and self._bare(slot):
            slot.listed = True
            group = [*state.group[-_MEMORY:], slot]
        else:
            group = [slot]
        self._note(slot, "no cue")
        self._advance(slot)
        self.state.group = group

    def _tail(self, head: Slot) -> int:
        """Where the attributes of the head end, with the parenthesis behind them."""
        return max(self.context.tail(head), self.state.tail)

    def _bare(self, slot: Slot) -> bool:
        """Do only attributes and a separator stand between the head and the citation?"""
        head = self.state.head
        if head is None or slot.start - head.end > 160:
            return False
        between = self.context.flat[self._tail(head) : slot.start]
        return between.strip(' ,“"') in ("", "và", "và các", "các")

    def _read(self, tokens: Sequence[Token]) -> None:
        """Carry the state over the tokens between two citations."""
        for at, token in enumerate(tokens):
            if token.kinds & SIGN:
                self._sign(token)
            else:
                if token.kinds & POST:
                    endings.ending(self, token, tokens[at + 1 :])
                self.state.since.append(token)

    def _sign(self, token: Token) -> None:
        state, sign = self.state, token.words
        if sign == ";":
            base = [g for g in state.stack if g.base or g.listing]
            self.state = State(
                base, floor=token.end, closed=True, shelved=[g for g in state.stack if not g.base] or state.shelved,
                beyond=state.clause or state.beyond, sentence=state.sentence, opened=state.opened,
            )  # fmt: skip
        elif sign in ".!?":
            self.frames.clear()
            self.state = State([g for g in state.stack if g.listing], floor=token.end, opened=token.end)
        elif sign == "(":
            if len(self.frames) < _DEPTH:
                self.frames.append(state)
                self.state = state.inside(token.end)
        elif sign == ")":
            if self.frames:
                opened = self.state.floor
                self.state = state = self.frames.pop()
                if (
                    state.head is not None
                    and not state.since
                    and not self.context.flat[self._tail(state.head) : opened].strip(" ,(")
                ):
                    state.tail = token.end  # what stands in parentheses right behind a citation belongs to it
        else:
            state.since.append(token)
            if sign == ":" and state.head is None and any(t.kinds & POST for t in state.since):
                governor = endings.introducing(self, self.context.outline.at(token.start), colon=True)
                if governor is not None:
                    governor.base = governor.listing = True
                    state.stack, state.since, state.floor = [governor], [], token.end

    # -- the citation ----------------------------------------------------------------------------------------------

    def _place(self, slot: Slot) -> None:
        """Find what governs the citation, and what it governs itself."""
        state = self.state
        since = state.since
        self.verdict = "no cue"
        if slot.documents[0].unnumbered and self._annexed(slot):
            self._note(slot, "annexed")
            return
        for at in range(len(since) - 1, -1, -1):
            token = since[at]
            if not token.kinds & (CUE | PASSIVE):
                continue
            if self._is_noun(at) or self._coordinates_past(at, slot):
                continue
            if self._govern(self._passive_before(self._outer_verb(at)), slot):
                self._note(slot, self.verdict)
                return
            break
        if self._goes_on(slot):
            self._join(slot)
        else:
            self._stand_alone(slot)
        self._note(slot, self.verdict)

    def _coordinates_past(self, at: int, slot: Slot) -> bool:
        """Does "và" before the citation go on with the list of the head, over a verb that has its own object in the
        head's title ("A về triển khai nhiệm vụ năm học và [B]")?"""
        since, flat = self.state.since, self.context.flat
        if self.state.head is None or (
            not any(g.cue is not None for g in self.state.stack)
            and since[at].cue is not None
            and since[at].cue.predicate not in VALIDITY
        ):
            if self.state.head is None or self.state.head.kind != slot.kind:
                return False
        end = slot.start
        for other in range(len(since) - 1, at, -1):
            token = since[other]
            if flat[token.end : end].strip() not in ("", "số"):
                return False
            end = token.start
            if (token.kinds & JOIN and token.words in ("và", "hoặc", "cùng", "cùng với")) or token.words == ",":
                way = since[at + 1 : other]
                return actors.unknown_words(flat, way, since[at].end, token.start) >= 2 and not any(
                    t.kinds & SIGN and t.words == "," and t.start - since[at].end < 3 for t in way
                )
            if not token.kinds & (QUANT | TYPE) or token.kinds & CUE:
                return False
        return False

    def _is_noun(self, at: int) -> bool:
        """Is the cue no verb here ("hướng dẫn của Bộ", "kéo dài thời gian [thực hiện]")? Then it governs nothing."""
        since, flat = self.state.since, self.context.flat
        token = since[at]
        if token.cue is None:
            return True
        following = since[at + 1] if at + 1 < len(since) else None
        if token.kinds & CUE and token.cue.position == "active":
            if (
                token.cue.predicate not in ("extends", "suspends")
                and following is not None
                and following.words in ("của", "này")
                and not flat[token.end : following.start].strip()
            ):
                return True
            if token.cue.predicate not in VALIDITY and at:
                before = since[at - 1]
                changing = before.cue is not None and before.cue.predicate in VALIDITY and before.kinds & CUE
                if changing and token.start - before.end < 3:
                    return True  # "ngưng hiệu lực [thi hành]"
                if before.kinds & NOMINAL or before.kinds & JOIN or before.words == ",":
                    return any(
                        t.cue is not None and t.cue.predicate in VALIDITY and t.kinds & CUE
                        for t in since[max(0, at - 3) : at]
                    )
        return token.kinds & POST and not token.kinds & (CUE | PASSIVE)  # type: ignore[return-value]

    def _outer_verb(self, at: int) -> int:
        """Index of the verb that the cue at `at` completes: "quy định chi tiết … và biện pháp [thi hành]" guides, "tổng kết
        kết quả [thực hiện]" reviews."""
        since = self.state.since
        token = since[at]
        if token.cue is None or token.cue.predicate != "implements":
            return at
        led = any(t.kinds & (LEAD | ANNEX) for t in since[at + 1 :])
        for other in range(at - 1, -1, -1):
            earlier = since[other]
            if (
                led
                and earlier.kinds & CUE
                and earlier.cue is not None
                and earlier.cue.predicate in VALIDITY
                and earlier.cue.confidence >= STRONG
            ):
                return other  # "bãi bỏ thủ tục … thực hiện tại cấp tỉnh quy định tại Điều 13 [Nghị định]"
            if (earlier.kinds & SIGN and earlier.words not in ',“”"') or (
                earlier.kinds & (TYPE | FINITE) and not earlier.kinds & CUE
            ):
                return at
            if earlier.cue is not None and earlier.kinds & CUE:
                if earlier.cue.predicate in ("guides", "reviews") and not self._is_noun(other):
                    return other
                if earlier.cue.predicate != "implements":
                    return at
        return at

    def _passive_before(self, at: int) -> int:
        """Index of the passive that an active verb goes on with ("được sửa đổi, [thay thế] theo …"), else `at`."""
        since = self.state.since
        if since[at].kinds & PASSIVE or since[at].cue is None or since[at].cue.predicate not in VALIDITY:
            return at
        for other in range(at - 1, -1, -1):
            token = since[other]
            if token.kinds & PASSIVE:
                return other
            if not (token.kinds & JOIN or token.words == "," or token.kinds & CUE):
                return at
        return at

    def _govern(self, at: int, slot: Slot) -> bool:
        """Let the cue at an index of `since` govern the citation, if it reaches it; True if the citation is placed."""
        context, state = self.context, self.state
        flat = context.flat
        token = state.since[at]
        cue = token.cue
        assert cue is not None
        first = self.first_verb(at)
        before, way = state.since[:first], state.since[at + 1 :]
        opening = state.since[first]
        if token.kinds & PASSIVE and cue.position == "passive":
            if ways.by_agent(flat, way, passive=True, cue_end=token.end):
                self._passive(token, before, slot)
                return True
            self.verdict = "passive without agent"
            return False
        agent = cue.predicate in VALIDITY and (state.head is not None or state.beyond)
        if agent and ways.by_agent(flat, way, passive=False, cue_end=token.end):
            self._passive(token, before, slot)
            return True
        if cue.position == "passive" or self._names_a_class(token):
            return False
        zone = context.zones.of(slot.start)
        title = zone == "title" and state.head is None
        changes = cue.predicate in VALIDITY
        if cue.position == "preamble":
            return self._basis(token, before, slot, zone)
        stop = ways.stopped(
            flat, way, token.end, slot.start, service=(not changes and zone == "body") or cue.predicate == "implements"
        )
        if stop is not None and not (title and actors.serves(cue.predicate) and stop.words == "theo"):
            self.verdict = f"{stop.words} at {stop.start}"
            return False
        if slot.start - token.end > (_FAR if changes or zone != "body" else _SERVICE_FAR):
            self.verdict = "too far"
            return False
        if cue.confidence < STRONG and changes and not any(t.kinds & (PIN | TYPE | PART) for t in way):
            if actors.unknown_words(flat, way, token.end, slot.start) > 2:
                self.verdict = "an ordinary verb"
                return False
        part = changes and ways.extent(way) == "part"
        if part and cue.predicate == "consolidates":
            return False
        self._active(token, opening, before, slot, zone, part=part)
        self._also(token, at, slot)
        return True

    def _names_a_class(self, token: Token) -> bool:
        """Does the gap of the cue hold a class of documents ("quy định mức chi cho các văn bản [hướng dẫn thi hành …]")?"""
        if token.cue is None or GAP not in token.cue.phrase:
            return False
        context = self.context
        head, _, tail = token.cue.phrase.partition(GAP)
        start, end = token.start + len(head.strip()), token.end - len(tail.strip())
        return actors.of_a_class(context.flat, context.lexicon.tokens(context.flat, context.text, start, end), end)

    def first_verb(self, at: int) -> int:
        """Index of the first of several verbs that share what follows ("quy định chi tiết … và hướng dẫn thi hành")."""
        since = self.state.since
        token = since[at]
        if token.cue is None or token.cue.position not in ("active", "report"):
            return at
        first = at
        for other in range(at - 1, -1, -1):
            earlier = since[other]
            if earlier.cue is not None and earlier.kinds & CUE and earlier.cue.position in ("active", "report"):
                if actors.family(earlier.cue.predicate) != actors.family(token.cue.predicate) or not any(
                    t.kinds & JOIN or t.words == "," for t in since[other + 1 : first]
                ):
                    return first
                first = other
            elif (earlier.kinds & SIGN and earlier.words != ",") or earlier.kinds & (FINITE | THIS | STOP):
                return first
        return first

    def _active(
        self, token: Token, opening: Token, before: Sequence[Token], slot: Slot, zone: str, *, part: bool
    ) -> None:
        """ "A thay thế B", "Bãi bỏ B": B is the citation at hand. `opening` is the first of several joined verbs."""
        state, context = self.state, self.context
        assert token.cue is not None
        distance = actors.words_between(context.flat, token.end, slot.start)
        confidence = token.cue.confidence * max(0.6, 1.0 - 0.01 * max(0, distance - 4))
        governor = Governor(token.cue.predicate, token, confidence, part=part)
        if zone == "title":  # what stands above the title is no part of it
            before = [t for t in before if t.start >= context.zones.title[0]]
        if governor.predicate == "implements" and zone == "title" and state.head is None and self._guiding(before):
            governor.predicate = "guides"
        reason = actors.barred(context.flat, before, opening.start)
        if reason is None:
            self.subject(governor, opening, before, slot, zone)
        else:
            self.verdict = reason
        if token.cue.position == "report" and not _reports(governor):
            governor.subjects = ()
        if governor.base:
            state.stack = [g for g in state.stack if g.listing]
        elif state.head is None and before:
            self._end_basis()
        self._set(governor, slot)

    def subject(self, governor: Governor, token: Token, before: Sequence[Token], slot: Slot, zone: str) -> None:
        """Fill in who acts."""
        head = self.state.head
        if head is not None:
            self._from_head(governor, token, before, head, slot, zone)
        else:
            self._from_opening(governor, token, before, slot, zone)

    def _from_head(
        self, governor: Governor, token: Token, before: Sequence[Token], head: Slot, slot: Slot, zone: str
    ) -> None:
        context, state, flat = self.context, self.state, self.context.flat
        predicate = governor.predicate
        if actors.drafted(before):
            self.verdict = "draft"
            return
        this = actors.itself(before)
        if this >= 0:
            between = before[this + 1 :]
            if not actors.conditional(flat, before, state.floor) and actors.itself_acts(
                predicate, between, token.start - before[this].end
            ):
                self.by_itself(governor, slot, "itself", 1.0)
            return
        if (
            zone in ("preamble", "title")
            and any(t.words == "," for t in before)
            and actors.enacts(before, type_of(context.own))
        ):
            self.by_itself(governor, slot, "enacting", 0.95)
            return
        if actors.joins_verb(flat, before, token.start):
            if self._joined(governor):
                return
            if predicate not in VALIDITY:
                self.verdict = "another verb"
                return
            if zone == "title" and not head.kind == slot.kind and actors.same_class(context, slot):
                self.by_itself(governor, slot, "title", 0.9)
                return
        if actors.of_a_class(flat, before, token.start):
            self.verdict = "a class of documents"
            return
        tail = self._tail(head)
        direct = not before and not flat[tail : token.start].strip(' ,“"”')
        if direct or token.start <= tail + 1:
            governor.rule = "direct"
            members = [s for s in state.group if s is head or actors.shares(s, head, predicate, slot)]
            governor.subjects = tuple(members) if len(members) > 1 else (head,)
        elif actors.is_title(flat, before, tail, token, zone, item=state.item):
            governor.rule = "title"
            governor.subjects = (head,)
            governor.confidence *= 0.95
        else:
            self.verdict = "another clause"

    def _joined(self, governor: Governor) -> bool:
        """The cue goes on with the verb of a governor of its kind ("… thay thế A và bãi bỏ B"): it takes its place."""
        state = self.state
        kind = actors.family(governor.predicate)
        for at in range(len(state.stack) - 1, -1, -1):
            outer = state.stack[at]
            if actors.family(outer.predicate) == kind and not outer.passive:
                del state.stack[at:]
                governor.subjects, governor.base, governor.fronted = outer.subjects, outer.base, outer.fronted
                governor.rule = "joined"
                governor.confidence *= 0.95
                return True
        return False

    def _from_opening(self, governor: Governor, token: Token, before: Sequence[Token], slot: Slot, zone: str) -> None:
        """Where no citation stands before the cue: the text itself acts, if this is a place where it speaks of itself."""
        context, state, flat = self.context, self.state, self.context.flat
        predicate = governor.predicate
        own = type_of(context.own)
        this = actors.itself(before)
        blocked = actors.drafted(before)
        if zone == "title":
            if not (blocked and predicate in VALIDITY) and not actors.of_a_class(flat, before, token.start):
                self.by_itself(governor, slot, "title", 1.0)
        elif blocked:
            self.verdict = "draft"
        elif this >= 0:
            if not actors.conditional(flat, before, state.floor) and actors.itself_acts(
                predicate, before[this + 1 :], token.start - before[this].end
            ):
                near = before[this].start - state.floor < 90 or (
                    before[this].words.endswith("này") and predicate in VALIDITY
                )
                if near:
                    self.by_itself(governor, slot, "itself", 1.0)
        elif any(t.kinds & QUANT and "là" in t.words for t in before) or (
            zone == "preamble" and actors.enacts(before, own)
        ):
            self.by_itself(governor, slot, "enacting", 0.95)
        elif actors.of_a_class(flat, before, token.start):
            self.verdict = "a class of documents"
        elif predicate in ("implements", "reviews"):
            if not actors.opens(flat, before, state.floor, token.start):
                self.verdict = "another actor"
                return
            if predicate == "implements" and zone in ("preamble", "purpose"):
                if zone == "purpose" or not self._done_by_others(slot, own):
                    self.by_itself(governor, slot, zone, 1.0 if zone == "preamble" else 0.9)
                    return
            governor.fronted, governor.base = [], True
        elif predicate in VALIDITY and zone not in ("head", "purpose") and not self.frames:
            anchored = self._anchored(token)
            if anchored or actors.imperative(flat, before, self._clause_floor(), token.start):
                if actors.can_change(context, predicate, slot, part=governor.part):
                    self.by_itself(governor, slot, "imperative", 0.95)

    def _clause_floor(self) -> int:
        unit = self.context.outline.at(self.state.floor)
        return max(self.state.floor, unit.body)

    def _anchored(self, token: Token) -> bool:
        """Does the verb open a line of its own, with a capital ("Điều 3. Hiệu lực⏎Bãi bỏ …")?"""
        text = self.context.text
        line = text.rfind("\n", 0, token.start) + 1
        return line > self.state.floor and text[token.start].isupper() and not text[line : token.start].strip(" \t*_|>")

    def _done_by_others(self, slot: Slot, own: str) -> bool:
        """ "Thực hiện A, các bộ, ngành đã …": the opening tells what others did, not why the text is issued."""
        context = self.context
        unit = context.outline.at(slot.start)
        end = min(unit.end, slot.end + _AHEAD)
        tokens = context.lexicon.tokens(context.flat, context.text, context.tail(slot), end)
        for at, token in enumerate(tokens):
            if token.kinds & SIGN and token.words in ".;":
                return False
            if token.words.startswith("đã") and actors.others_act(tokens[:at]):
                return not (own and f"ban hành {own}" in context.flat[token.start : token.start + 140])
        return False

    def by_itself(self, governor: Governor, slot: Slot, rule: str, weight: float) -> None:
        """The text itself acts, or who speaks in the quotation around `slot`."""
        context = self.context
        # only the consolidated text itself consolidates
        voice = context.source if governor.predicate == "consolidates" else speaker(context, slot.start)
        governor.base = True
        if voice is context.source and context.silent:
            self.verdict = "a text that is no document"
            return
        if voice is not None:
            governor.subjects = (voice,)
            governor.rule = rule
            governor.confidence *= weight
        else:
            self.verdict = "quoted words"

    def _guiding(self, before: Sequence[Token]) -> bool:
        """A circular's title "hướng dẫn mức chi thực hiện [Quyết định]": it guides."""
        return is_normative(self.context.own) and any(t.cue is not None and t.cue.predicate == "guides" for t in before)

    def _passive(self, token: Token, before: Sequence[Token], slot: Slot) -> None:
        """ "B được sửa đổi, bổ sung bởi A": A is the citation at hand, B one before it in the clause."""
        state, context, flat = self.state, self.context, self.context.flat
        assert token.cue is not None
        way = [t for t in state.since if t.start > token.start]
        governor = Governor(token.cue.predicate, token, token.cue.confidence, "passive", passive=True)
        governor.part = any(t.kinds & PIN and t.words.startswith(("một", "các")) for t in way)
        target = None
        words = flat[max(state.floor, token.start - 40) : token.start].rstrip()
        if _OF_THIS.search(words) or (words.endswith(("”", '"')) and state.head is None):
            # in a consolidated text "Điều này được sửa đổi …" speaks of the original
            target, governor.part = context.original, True
        elif state.head is not None or state.beyond:
            reason = actors.barred(flat, before, token.start) or ("applied" if _used(before) else None)
            if reason is None:
                target = actors.acted_on(
                    state.clause, state.beyond, slot, token.cue.predicate, main=actors.told_in_force(before)
                )
                if target is not None and self._of_provisions(target):
                    governor.part = True
            else:
                self.verdict = reason
        if target is not None:
            governor.subjects = (target,)
        self._set(governor, slot)

    def _of_provisions(self, slot: Slot) -> bool:
        """Do provisions stand right before the citation ("khoản 2 Điều 5 [Nghị định]")?"""
        context = self.context
        tokens = context.lexicon.tokens(context.flat, context.text, max(self.state.floor, slot.start - 90), slot.start)
        for token in reversed(tokens):
            if token.kinds & PIN:
                return True
            if not token.kinds & (LEAD | PART | ANNEX | QUANT | TYPE):
                return False
        return False

    def _basis(self, token: Token, before: Sequence[Token], slot: Slot, zone: str) -> bool:
        """ "Căn cứ …" at the head of a clause of the preamble, or of a quoted preamble."""
        state, context = self.state, self.context
        quote = quotation(context.text, slot.start)
        if quote is not None:
            before = [t for t in before if t.start > quote]
        if slot.start - token.end > _BASIS_FAR:
            return False
        for other in before:
            if not (
                (other.kinds & SIGN and other.words in ',:“"')
                or (other.cue is not None and other.cue.position == "preamble")
            ):
                return False
        floor = max(self._clause_floor(), quote + 1 if quote is not None and quote > state.floor else 0)
        if actors.unknown_words(context.flat, before, floor, token.start) and state.head is None:
            return False
        if state.head is not None and before and before[-1].words != ";":
            return False
        voice = speaker(context, slot.start, "based_on")
        own = voice is None or voice in (context.source, context.original)
        if own and (quote is not None or not self._gives_bases(zone, slot)):
            self.verdict = "not in the preamble"
            return False
        if voice is context.source and context.silent:
            voice = None
        governor = Governor(
            "based_on",
            token,
            token.cue.confidence if token.cue else 1.0,
            "preamble",
            (voice,) if voice is not None else (),
            base=True,
        )
        state.stack = []
        self._set(governor, slot)
        return True

    def _gives_bases(self, zone: str, slot: Slot) -> bool:
        """Is this a place where the text names its bases: its preamble; in a letter each paragraph that opens so."""
        if zone in ("preamble", "title"):
            return True
        return type_of(self.context.own) == "công văn" and self.context.outline.at(slot.start).level >= 88

    def _also(self, token: Token, at: int, slot: Slot) -> None:
        """ "kéo dài thời gian thực hiện và sửa đổi, bổ sung một số điều của …": two changes of one document."""
        state = self.state
        governor = state.stack[-1] if state.stack else None
        if governor is None or governor.cue is not token or governor.predicate not in VALIDITY or governor.passive:
            return
        for other in reversed(self._placed[:at]):
            if other.kinds & JOIN or other.words == "," or other.kinds & (NOMINAL | PART):
                continue
            cue = other.cue
            if (
                cue is None
                or cue.predicate not in VALIDITY
                or cue.predicate == governor.predicate
                or cue.position != "active"
            ):
                break
            if not _joined_closely(self.context.flat, other, token):
                break
            self._apply(replace(governor, predicate=cue.predicate, cue=other), slot, stated=True)
            break

    def _annexed(self, slot: Slot) -> bool:
        """An unnumbered paper that the document before promulgates ("Quyết định … ban hành Kế hoạch thực hiện …") or
        that is the text itself ("Ủy ban nhân dân tỉnh ban hành Kế hoạch …") acts through that document."""
        since = self.state.since
        if not actors.promulgates(self.context.flat, since, slot):
            return False
        if self.state.head is not None and not actors.other_clause(since):
            return True
        return self.context.zones.of(slot.start) in ("title", "preamble") and not any(t.words == "đã" for t in since)

    # -- lists -----------------------------------------------------------------------------------------------------

    def _goes_on(self, slot: Slot) -> bool:
        """Does the citation go on with a list?"""
        state, flat = self.state, self.context.flat
        if state.head is None:
            if not state.stack:
                return False
            if not ways.opens_item(state.since, flat, self._clause_floor(), slot.start):
                return False
            if state.stack[-1].part and not state.stack[-1].listing and not any(t.kinds & PIN for t in state.since):
                # "bãi bỏ Điều 2 Thông tư A sửa đổi một số điều của Thông tư B; Thông tư C": C is amended, not ended
                inner = next((g for g in reversed(state.shelved) if g.predicate == "amends" and not g.passive), None)
                if inner is not None and inner.last is not None and inner.last.kind == slot.kind:
                    state.stack.append(inner)
            return True
        pins = any(g.predicate in VALIDITY or g.predicate == "based_on" or g.predicate == "guides" for g in state.stack)
        return self._coordinates(slot, pins=pins) and not (pins and _used(state.since))

    def _coordinates(self, slot: Slot, *, pins: bool) -> bool:
        """Do the words before the citation end as a list goes on: ", ", " và các "? `pins` lets provisions stand between."""
        state, flat = self.state, self.context.flat
        head = state.head
        if head is None or slot.start - head.end > _LIST_GAP + 500:
            return False
        end = slot.start
        unknown = 0
        allowed_kinds = QUANT | TYPE | (PIN | LEAD | PART | ANNEX | JOIN if pins else JOIN)
        for token in reversed(state.since):
            unknown += actors.words_between(flat, token.end, end)
            if flat[token.end : end].strip() == "số":
                unknown -= 1
            if unknown > _FEW:
                return False
            if token.kinds & JOIN or (token.kinds & SIGN and token.words in ',;)”"'):
                return True
            if token.words in (":", "“") or token.words in ("của", "tại"):
                end = token.start
                continue
            if not token.kinds & allowed_kinds:
                return False
            end = token.start
        tail = self._tail(head)
        return bool(not actors.words_between(flat, tail, end) and flat[tail:end].strip() in ("", ",") and state.since)

    def _takes(self, governor: Governor, slot: Slot) -> bool:
        """May a list of this governor go on with the citation?"""
        if governor.fronted is not None or governor.predicate in ("", "based_on", "reviews") or not governor.subjects:
            return True
        if governor.passive:
            if governor.rule in ("fronted", "list"):
                return True
            return (governor.last is None or governor.last.kind == slot.kind) and not self._also_amended(slot)
        pairs = [(s, o) for g in governor.subjects for s in g.documents for o in slot.documents]
        if not all(allowed(s, governor.predicate, o, stated=governor.base) for s, o in pairs):
            return False
        if governor.base or governor.predicate == "implements":
            return True
        if governor.predicate == "guides" and all(outranks(o, s) for s, o in pairs):
            return True
        return governor.last is None or governor.last.kind == slot.kind

    def _also_amended(self, slot: Slot) -> bool:
        """Is the citation followed by a "được sửa đổi" of its own?"""
        context = self.context
        behind = context.between(slot.start + 1, slot.end + 140)
        end = min(context.outline.at(slot.start).end, slot.end + 140, *(other.start for other in behind))
        for token in context.lexicon.tokens(context.flat, context.text, context.tail(slot), end):
            if token.kinds & PASSIVE:
                return True
            if token.words in (";", ".", "(") or token.kinds & CUE:
                return False
        return False

    def _join(self, slot: Slot) -> None:
        """An object of the innermost governor that may take it."""
        state = self.state
        slot.listed = True
        self.verdict = "a list that nobody governs"
        for at in range(len(state.stack) - 1, -1, -1):
            governor = state.stack[at]
            if self._takes(governor, slot):
                del state.stack[at + 1 :]
                part = governor.part
                if (
                    governor.predicate in VALIDITY
                    and not governor.passive
                    and ways.extent(_last_member(state, self.context.flat)) == "part"
                ):
                    governor.part = True
                self._apply(governor, slot, stated=governor.base)
                governor.part = part
                break
        group = [*state.group[-_MEMORY:], slot] if self._bare(slot) else [slot]
        self._advance(slot)
        state.group = group

    def _stand_alone(self, slot: Slot) -> None:
        """Neither a cue nor a list: governors of the clause end here. "Thực hiện A, Tỉnh ủy ban hành B": B carries A
        out."""
        state = self.state
        fronted = next((g for g in state.stack if g.fronted), None)
        if fronted is not None and _issues(state.since, self.context.flat, slot):
            governor = Governor(
                "implements", fronted.cue, 0.8, "fronted", tuple(fronted.fronted or ()), base=True, passive=True
            )
            state.stack = []
            self._set(governor, slot, stated=False)
            return
        if state.head is None:
            self._end_basis()
            state.stack = [
                g
                for g in state.stack
                if not (g.base and g.predicate == "implements" and not g.listing and state.closed)
            ]
        if state.stack:
            state.stack.append(Governor("", None, 0.0))
        self._advance(slot)

    def _end_basis(self) -> None:
        """A clause of its own ends the list of what the text is based on."""
        self.state.stack = [g for g in self.state.stack if g.predicate != "based_on"]

    # -- relations -------------------------------------------------------------------------------------------------

    def _set(self, governor: Governor, slot: Slot, *, stated: bool = True) -> None:
        """A new governor with its first object."""
        self.state.stack.append(governor)
        self._apply(governor, slot, stated=stated)
        self._advance(slot)

    def _apply(self, governor: Governor, slot: Slot, *, stated: bool) -> None:
        """State the relation between the governor's subjects and the citation. `stated`: by a cue between the two."""
        context = self.context
        governor.last = slot
        if governor.fronted is not None:
            governor.fronted.append(slot)
        if not governor.subjects or governor.cue is None or governor.cue.cue is None:
            return
        predicate = governor.predicate
        if governor.part and predicate in ("repeals", "replaces"):
            predicate = "amends"  # to end a provision is to change the document
        confidence = governor.confidence * (1.0 if stated else 0.95)
        span = (governor.cue.start, governor.cue.end)
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
                governor.part,
                self.state.floor,
            )
            if not context.ledger.add(found, stated=stated):
                self.verdict = "authority"
                continue
            self.verdict = predicate
            if acting is context.source:
                continue
            slot.governed = True
            if target is context.original and predicate == "amends" and context.zones.of(slot.start) != "body":
                # the head of a consolidated text names what it was put together from
                whole = found._replace(predicate="consolidates", acting=context.source, target=slot)
                context.ledger.add(whole, stated=True)

    def _advance(self, slot: Slot) -> None:
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
        self._placed = state.since
        state.since = []
        state.tail = -1

    def _nested(self, slot: Slot) -> None:
        """A citation inside the span of another: an amending act cited by its title names what it amends."""
        outer = next((s for s in reversed(self.state.clause) if s.start <= slot.start and s.end >= slot.end), None)
        governor = self._titled(outer, slot) if outer is not None else None
        if governor is not None:
            self._apply(governor, slot, stated=True)

    def _titled(self, head: Slot, slot: Slot) -> Governor | None:
        """The governor that the name of `head` itself holds ("Luật sửa đổi, bổ sung một số điều của …")."""
        context = self.context
        tokens = context.lexicon.tokens(context.flat, context.text, head.start, slot.start)
        for at, token in enumerate(tokens):
            if (
                token.kinds & CUE
                and token.cue is not None
                and token.cue.position == "active"
                and token.cue.predicate in VALIDITY
            ):
                part = ways.extent(tokens[at + 1 :]) == "part"
                return Governor(token.cue.predicate, token, token.cue.confidence, "title", (head,), part=part)
        return None

    def _note(self, slot: Slot, verdict: str) -> None:
        if self.trace is not None:
            self.trace.append((slot, tuple(self._placed if not self.state.since else self.state.since), verdict))


def _last_member(state: State, flat: str) -> Sequence[Token]:
    """The tokens behind the last separator of a list; numbers ("Phụ lục 11, 12") are no members."""
    since = state.since
    if state.head is None:
        return since
    for at in range(len(since) - 1, -1, -1):
        token = since[at]
        if (token.words in (",", ";") and token.kinds & SIGN) or token.kinds & JOIN:
            behind = since[at + 1].start if at + 1 < len(since) else token.end
            if not any(c.isdigit() for c in flat[token.end : behind]):
                return since[at + 1 :]
    return since


def _used(tokens: Sequence[Token]) -> bool:
    """Is the citation before applied, not listed ("… được thực hiện theo …")?"""
    for at, token in enumerate(tokens):
        if token.words in ("thì", "được áp dụng", "như sau"):
            return True
        if token.cue is not None and token.cue.predicate == "implements" and token.kinds & CUE and at + 1 < len(tokens):
            following = tokens[at + 1]
            if following.kinds & STOP and following.start - token.end < 3:
                return True
    return False


def _issues(since: Sequence[Token], flat: str, slot: Slot) -> bool:
    """ "…, Tỉnh ủy đã ban hành [Kế hoạch]": the clause says that a document is issued."""
    if not any(t.words == "," for t in since):
        return False
    for token in reversed(since):
        if token.kinds & ISSUE:
            return actors.words_between(flat, token.end, slot.start) <= 3
        if not token.kinds & (QUANT | TYPE) and token.words != ":":
            return False
    return False


def _joined_closely(flat: str, first: Token, second: Token) -> bool:
    return second.start - first.end < 40 and (
        " và " in flat[first.end : second.start] or "," in flat[first.end : second.start]
    )


def _reports(governor: Governor) -> bool:
    return bool(governor.subjects) and all(type_of(s.documents[0]).startswith("báo cáo") for s in governor.subjects)


__all__ = ["STRONG", "Governor", "State", "Walk"]
