"""A walk over the units of a text, clause by clause: which cue governs which citation, and who acts.

Between two citations stand tokens. Signs end clauses, cues make *governors* (a subject and a predicate that wait for
objects), and a citation without a cue of its own is an object of the governor that a list continues: coordinated
members share governor and complement, "và" goes on with the innermost governor that authority allows, a semicolon
returns to the outermost one, a parenthesis leaves everything as it was. Items inherit the governor of what introduces
them (``graph/relations/inherit.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.relations import actors, endings, lists, matter, passives, preambles, subjects, verbs, ways
from graph.relations.annexed import AnnexedLists
from graph.relations.authority import VALIDITY, is_normative, type_of
from graph.relations.counting import unknown_words, words_between
from graph.relations.ledger import Found
from graph.relations.lexicon import (
    ACTOR,
    AGENT,
    CUE,
    FINITE,
    FOLLOWING,
    ISSUE,
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
from graph.relations.state import Governor, State
from graph.structure.outline import PARAGRAPH
from graph.structure.parts import body_end

_FAR = 700  # how far before a citation its cue may stand
_SERVICE_FAR = 420
_NAME_GAP = 12  # between a name that stops with its cue and what it names
_MEMORY = 60  # citations of one clause that are remembered
_DEPTH = 16  # nested parentheses, governors one in another
_BEHIND = 900  # how far behind the last citation of a unit words are read


class Walk:
    """One pass over the citations of one text; relations go to the context's ledger. With `trace`, what became of each
    citation is noted there: (citation, tokens before it, verdict)."""

    def __init__(self, context: Context, trace: list[tuple[Slot, tuple[Token, ...], str]] | None = None) -> None:
        self.context = context
        self.state = State()
        self.frames: list[State] = []
        self.trace = trace
        self.verdict = ""
        self.hosts: dict[int, list[Governor]] = {}
        self._last_unit = -1
        self.annex_start = -1
        self.annexed: AnnexedLists | None = None
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
            ends = {self.closing(n) for n in range(self._last_unit, number)}
            level = units[self._last_unit].level
            closed = (ends <= {";", ","} and level == unit.level) or (ends == {";"} and level <= unit.level)
            if closed:
                stack = [g for g in self.state.stack if g.base and not g.listing]
            elif unit.host >= 0 and unit.host == units[self._last_unit].host:
                stack = [g for g in self.state.stack if g.listing]
        if not stack and unit.start >= self._annex_start():
            self.annexed = self.annexed or AnnexedLists(self)
            governor = self.annexed.governor(self, number)
            stack = [governor] if governor is not None else []
        self.frames.clear()
        beyond = (self.state.clause or self.state.beyond) if closed else []
        # lines that end with a semicolon and that nobody governs: what stands behind the last ends all of them
        goes_on = (
            closed
            and not any(g.base for g in self.state.stack)
            and (
                unit.level == PARAGRAPH or (unit.level == units[self._last_unit].level and self._opens_with_citation())
            )
        )
        sentence, opened = (self.state.sentence, self.state.opened) if goes_on else ([], unit.body)
        self.state = State(
            stack, floor=unit.body, item=True, closed=closed, beyond=beyond, sentence=sentence, opened=opened
        )

    def _opens_with_citation(self) -> bool:
        """Did the sentence so far begin with a citation, as the members of a list do that say nothing of their own?"""
        context, sentence = self.context, self.state.sentence
        return bool(sentence) and not words_between(context.flat, self.state.opened, sentence[0].start)

    def _annex_start(self) -> int:
        """Where the annexes begin."""
        if self.annex_start < 0:
            self.annex_start = body_end(self.context.text, self.context.zones.title[1])
        return self.annex_start

    def closing(self, number: int) -> str:
        """The last sign of a unit, a blank for none."""
        unit = self.context.outline.units[number]
        words = self.context.flat[max(unit.body, unit.end - 160) : unit.end].rstrip(' >”"')  # without page numbers
        return words[-1:] or " "

    def _close(self, number: int, position: int) -> None:
        """Read what stands behind the last citation of a unit: ends ("… hết hiệu lực"), what the unit introduces."""
        context, unit = self.context, self.context.outline.units[number]
        head = self.state.head
        start = max(position, context.tail(head)) if head is not None and head.end == position else position
        end = min(unit.end, start + _BEHIND)
        introduces = number + 1 < len(context.outline.units) and context.outline.units[number + 1].host == number
        if start < end and (introduces or context.lexicon.may_state(context.flat, start, end)):
            self._read(context.lexicon.tokens(context.flat, context.text, start, end))
        if introduces:
            self.hosts[number] = self._introduced(number)

    def open_governors(self, number: int, depth: int = 0) -> list[Governor]:
        """The governors that the unit hands on to the items that it introduces."""
        known = self.hosts.get(number)
        if known is not None:
            return known
        self.hosts[number] = []
        context, unit = self.context, self.context.outline.units[number]
        first = max(unit.body, unit.end - _FAR)
        if depth < _DEPTH and unit.kind not in ("recipients", "furniture"):
            if not context.lexicon.may_state(context.flat, first, unit.end):
                self.hosts[number] = self.open_governors(unit.host, depth + 1) if unit.host >= 0 else []
                return self.hosts[number]
            kept = (self.state, list(self.frames), self._last_unit)
            inherited = self.open_governors(unit.host, depth + 1) if unit.host >= 0 else []
            self.state, self.frames = State(list(inherited), floor=unit.body, item=True), []
            self._read(context.lexicon.tokens(context.flat, context.text, first, unit.end))
            self.hosts[number] = self._introduced(number)
            self.state, self.frames, self._last_unit = kept
        return self.hosts[number]

    def _introduced(self, number: int) -> list[Governor]:
        """The governor of the items below a unit, from its words behind its last citation ("Bãi bỏ các văn bản sau:");
        where there is none, what it inherited itself."""
        unit = self.context.outline.units[number]
        colon = self.closing(number) == ":"
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
        if near and slot.start - start <= _NAME_GAP and context.flat[start : slot.start].strip() in ("", "của"):
            governor = self._titled(head, slot) if head is not None else None
            if governor is not None:
                self.set(governor, slot)
                return
        live = any(g.subjects or g.fronted is not None or g.listing for g in state.stack)
        if not live and not slot.documents[0].unnumbered and not self._may_be_placed(start, slot):
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

    def _may_be_placed(self, start: int, slot: Slot) -> bool:
        """Could a cue reach the citation? A cheap look at the words before it."""
        context, flat, end = self.context, self.context.flat, slot.start
        start = max(start, end - _FAR)
        if self.state.head is not None or context.zones.of(end) != "body":
            return context.lexicon.may_state(flat, start, end)
        stop = max(flat.rfind(". ", start, end), flat.rfind("; ", start, end))
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
            and flat[start:end].rstrip(' “"').endswith((",", " và", " các"))
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

    def _read(self, tokens: Sequence[Token]) -> None:
        """Carry the state over the tokens between two citations."""
        for at, token in enumerate(tokens):
            if token.kinds & SIGN:
                self._sign(token)
            else:
                if token.kinds & (POST | PASSIVE):
                    endings.ending(self, token, tokens[at + 1 :])
                self.state.since.append(token)
                if token.kinds & FOLLOWING:
                    self._listed_behind(token)

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
                    and not self.context.flat[self.tail(state.head) : opened].strip(" ,(")
                ):
                    state.tail = token.end  # what stands in parentheses right behind a citation belongs to it
        else:
            state.since.append(token)
            if sign == ":":
                self._listed_behind(token)

    def _listed_behind(self, token: Token) -> None:
        """ "Các văn bản sau hết hiệu lực:", "… đều bị bãi bỏ, gồm": the members follow the verb that ends them."""
        state = self.state
        if state.head is None and any(t.kinds & POST for t in state.since):
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
            self.note(slot, "annexed")
            return
        for at in range(len(since) - 1, -1, -1):
            token = since[at]
            if not token.kinds & (CUE | PASSIVE):
                continue
            if verbs.is_noun(self, at) or verbs.coordinates_past(self, at, slot):
                continue
            if self._govern(verbs.passive_before(self, verbs.outer_verb(self, at)), slot):
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
        if lists.goes_on(self, slot):
            lists.join(self, slot)
        else:
            self._stand_alone(slot)
        self.note(slot, self.verdict)

    def _govern(self, at: int, slot: Slot) -> bool:
        """Let the cue at an index of `since` govern the citation, if it reaches it; True if the citation is placed."""
        context, state = self.context, self.state
        flat = context.flat
        token = state.since[at]
        cue = token.cue
        assert cue is not None
        first = verbs.first_verb(self, at)
        before, way = state.since[:first], state.since[at + 1 :]
        opening = state.since[first]
        if token.kinds & PASSIVE and cue.position == "passive":
            if ways.by_agent(flat, way, passive=True, cue_end=token.end, end=slot.start):
                passives.passive(self, token, before, slot)
                return True
            self.verdict = "passive without agent"
            return False
        named = bool(way) and way[0].kinds & AGENT and not words_between(flat, token.end, way[0].start)
        agent = cue.predicate in VALIDITY and (state.head is not None or state.beyond or named)
        if cue.confidence < STRONG and not flat.startswith("bởi", token.end + 1):
            agent = False  # "sau khi điều chỉnh theo quy định tại [Nghị định]"
        if agent and ways.by_agent(flat, way, passive=False, cue_end=token.end, end=slot.start):
            passives.passive(self, token, before, slot)
            return True
        if cue.position == "passive" or verbs.names_a_class(self, token):
            return False
        zone = context.zones.of(slot.start)
        title = zone == "title" and state.head is None
        changes = cue.predicate in VALIDITY
        if cue.position == "preamble":
            return preambles.basis(self, token, before, slot, zone)
        stop = ways.stopped(
            flat, way, token.end, slot.start, service=(not changes and zone == "body") or cue.predicate == "implements"
        )
        if stop is not None and not (title and actors.serves(cue.predicate) and stop.words == "theo"):
            self.verdict = f"{stop.words} at {stop.start}"
            return False
        if slot.start - token.end > (_FAR if changes or zone != "body" else _SERVICE_FAR):
            self.verdict = "too far"
            return False
        ordinary = cue.confidence < STRONG and changes and not any(t.kinds & (PIN | TYPE | PART) for t in way)
        if ordinary and unknown_words(flat, way, token.end, slot.start) > (6 if title else 2):
            self.verdict = "an ordinary verb"
            return False
        part = changes and ways.extent(flat, way, token.end) == "part"
        if part and cue.predicate == "consolidates":
            return False
        self._active(token, opening, before, slot, zone, part=part)
        self.state.stack[-1].apart = part and ways.labelled(way)
        self._also(token, at, slot)
        return True

    def _active(
        self, token: Token, opening: Token, before: Sequence[Token], slot: Slot, zone: str, *, part: bool
    ) -> None:
        """ "A thay thế B", "Bãi bỏ B": B is the citation at hand. `opening` is the first of several joined verbs."""
        state, context = self.state, self.context
        assert token.cue is not None
        distance = words_between(context.flat, token.end, slot.start)
        confidence = token.cue.confidence * max(0.6, 1.0 - 0.01 * max(0, distance - 4))
        governor = Governor(token.cue.predicate, token, confidence, part=part)
        if zone == "title":  # what stands above the title is no part of it
            before = [t for t in before if t.start >= context.zones.title[0]]
        if governor.predicate == "implements" and zone == "title" and state.head is None and self._guiding(before):
            governor.predicate = "guides"
        reason = actors.barred(context.flat, before, opening.start)
        if reason is None:
            subjects.subject(self, governor, opening, before, slot, zone)
        else:
            self.verdict = reason
        if token.cue.position == "report" and not _reports(governor):
            governor.subjects = ()
        if governor.base:
            state.stack = [g for g in state.stack if g.listing]
        elif state.head is None and before:
            self._end_basis()
        self.set(governor, slot)

    def _guiding(self, before: Sequence[Token]) -> bool:
        """A circular's title "hướng dẫn mức chi thực hiện [Quyết định]": it guides."""
        return is_normative(self.context.own) and any(t.cue is not None and t.cue.predicate == "guides" for t in before)

    def _also(self, token: Token, at: int, slot: Slot) -> None:
        """ "kéo dài thời gian thực hiện và sửa đổi, bổ sung một số điều của …": two changes of one document."""
        state = self.state
        governor = state.stack[-1] if state.stack else None
        if governor is None or governor.cue is not token or governor.predicate not in VALIDITY or governor.passive:
            return
        for other in reversed(self.placed[:at]):
            cue = other.cue
            if cue is None and not other.kinds & (STOP | THIS | FINITE) and other.words not in (";", ".", ":"):
                continue
            if (
                cue is None
                or cue.predicate not in VALIDITY
                or cue.predicate == governor.predicate
                or cue.position != "active"
            ):
                break
            if not _joined_closely(self.context.flat, other, token):
                break
            self.apply(replace(governor, predicate=cue.predicate, cue=other), slot, stated=True)
            break

    def _annexed(self, slot: Slot) -> bool:
        """An unnumbered paper that the document before promulgates ("Quyết định … ban hành Kế hoạch thực hiện …") or
        that is the text itself ("Ủy ban nhân dân tỉnh ban hành Kế hoạch …") acts through that document."""
        since = self.state.since
        if not actors.promulgates(self.context.flat, since, slot):
            return False
        if self.state.head is not None and not actors.other_clause(self.context.flat, since):
            return True
        return self.context.zones.of(slot.start) in ("title", "preamble") and not any(t.words == "đã" for t in since)

    # -- lists -----------------------------------------------------------------------------------------------------

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
            self.set(governor, slot, stated=False)
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
        self.advance(slot)

    def _end_basis(self) -> None:
        """A clause of its own ends the list of what the text is based on."""
        self.state.stack = [g for g in self.state.stack if g.predicate != "based_on"]

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
        state.tail = -1

    def _nested(self, slot: Slot) -> None:
        """A citation inside the span of another: an amending act cited by its title names what it amends."""
        outer = next((s for s in reversed(self.state.clause) if s.start <= slot.start and s.end >= slot.end), None)
        governor = self._titled(outer, slot) if outer is not None else None
        if governor is not None:
            self.apply(governor, slot, stated=True)

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
                part = ways.extent(context.flat, tokens[at + 1 :], token.end) == "part"
                return Governor(token.cue.predicate, token, token.cue.confidence, "title", (head,), part=part)
        return None

    def note(self, slot: Slot, verdict: str) -> None:
        if self.trace is not None:
            self.trace.append((slot, tuple(self.placed if not self.state.since else self.state.since), verdict))


def _issues(since: Sequence[Token], flat: str, slot: Slot) -> bool:
    """ "…, Tỉnh ủy đã ban hành [Kế hoạch]": the clause says that a document is issued."""
    if not any(t.words == "," for t in since):
        return False
    for token in reversed(since):
        if token.kinds & ISSUE:
            return words_between(flat, token.end, slot.start) <= 3
        if token.kinds & ACTOR and actors.is_there(flat, slot.start):
            return True
        if not token.kinds & (QUANT | TYPE) and token.words != ":":
            return False
    return False


def _joined_closely(flat: str, first: Token, second: Token) -> bool:
    return second.start - first.end < 90 and (
        " và " in flat[first.end : second.start] or "," in flat[first.end : second.start]
    )


def _reports(governor: Governor) -> bool:
    return bool(governor.subjects) and all(type_of(s.documents[0]).startswith("báo cáo") for s in governor.subjects)


__all__ = ["STRONG", "Governor", "State", "Walk"]
