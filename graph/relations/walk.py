"""Which cue governs which citation: a walk over the citations of a text in order.

Between two citations stands a *gap*. Its breaks end clauses, its cues make governors (a subject and a predicate that
wait for objects), and a citation without a cue of its own is an object of the governor that a list continues:
coordinated members share governor and complement, "và" goes on with the innermost governor that authority allows, a
semicolon returns to the outermost one, a parenthesis leaves everything as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.relations import clauses, grammar, members, reach, subjects
from graph.relations.authority import VALIDITY, is_normative, type_of
from graph.relations.cues import GAP, STRONG, Hit
from graph.relations.findings import Found
from graph.relations.state import Context, Governor, Slot, State
from graph.relations.zones import quotation

_FAR = 600  # how far before a citation its cue may stand
_BODY_REACH = 200  # … in the body, for cues that reach over few words only
_CHANGE_REACH = 450  # … for cues that change a document
_LIST_FAR = 6000  # how far the next item of a list may be
_TITLE_REACH = 700
_BLANKS = " \t\r\n*_|"
_NAME_GAP = 12  # between a name that stops with its cue and what it names
_GROUP_REACH = 160  # from one member of a list to the next
_MEMORY = 60  # citations of one clause that are remembered
_DEPTH = 16  # nested parentheses, governors one in another


class Walk:
    """One pass over the citations of one text; relations go to the context's ledger."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.state = State()
        self.frames: list[tuple[State, int]] = []  # states around open parentheses, and where these opened

    def run(self) -> None:
        end = 0
        for slot in self.context.slots:
            if slot.start < end:
                self._nested(slot)
            else:
                self._gap(end, slot)
            end = max(end, slot.end)

    # -- the gap before a citation ---------------------------------------------------------------------------------

    def _gap(self, start: int, slot: Slot) -> None:
        text, state = self.context.text, self.state
        length = slot.start - start
        if state.head is not None and length <= _NAME_GAP and text[start : slot.start].strip(_BLANKS) in ("", "của"):
            governor = self._titled(state.head, slot)
            if governor is not None:
                self._set(governor, slot)
                return
        listing = live = False
        if state.stack:
            listing = any(g.listing for g in state.stack)
            live = listing or any(g.subjects or g.fronted is not None for g in state.stack)
        idle = not listing and (length > _FAR or not live) and not slot.documents[0].unnumbered
        if idle and not self._may_be_placed(max(start, slot.start - _FAR), slot):
            self._quiet(start, slot)
            return
        if length > (_LIST_FAR if listing else _FAR):
            start = slot.start - _FAR
            self.frames.clear()
            self.state = State(floor=start)
            live = False
        if not live:  # nothing to keep over a full stop: begin with the last one
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
        text, end = self.context.text, slot.start
        last = end - 1
        while last > start and text[last] in ' \t\n\r*_|>“"':
            last -= 1
        if last <= start:
            return False
        if text[last] not in ".)-–+•":  # no list marker: what stands before the last stop does not reach
            start = max(start, text.rfind(";", start, end) + 1, text.rfind(". ", start, end) + 1)
        near = start
        if self.context.zones.of(end) == "body":
            # neither is a document carried out or guided over "theo"
            near = max(start, end - _BODY_REACH, text.rfind(" theo ", start, end) + 1)
            start = max(start, end - _CHANGE_REACH)
        return self.context.table.may_hold(text, start, near, end)

    def _quiet(self, start: int, slot: Slot) -> None:
        """No cue and no governor: only remember where the clause stands."""
        text, end = self.context.text, slot.start
        self.frames.clear()
        if end - start > _FAR or any(text.find(sign, start, end) >= 0 for sign in (";", ". ", ".\n")):
            self.state = State(floor=max(start, end - 120, text.rfind("\n", start, end) + 1))
        elif self.state.stack:
            self.state.stack = []
        group = self._grouped(start, slot)
        self._advance(slot)
        self.state.group = group

    def _grouped(self, start: int, slot: Slot) -> list[Slot]:
        """The members of a list with nothing but attributes between them, up to `slot`."""
        state, context = self.state, self.context
        near = state.head is not None and slot.start - start < _GROUP_REACH
        if near and context.text[start : slot.start].rstrip(_BLANKS).endswith((",", " và", "\nvà")):
            slot.listed = members.bare(context, state, slot)
        together = slot.listed and state.head is not None and state.head.kind == slot.kind
        return [*state.group[-_MEMORY:], slot] if together else [slot]

    def _break(self, found: clauses.Break) -> None:
        """Carry the state over a sign between two citations."""
        state, kind = self.state, found.kind
        if kind == clauses.OPEN:
            if len(self.frames) < _DEPTH:
                self.frames.append((state, found.at))
                self.state = state.inside(found.resume)
        elif kind == clauses.ASIDE:
            state.blanks.append((found.at, found.resume))
        elif kind == clauses.CLOSE:
            if self.frames:
                outer, opened = self.frames.pop()
                outer.blanks.append((opened, found.resume))
                self.state = outer
        elif kind == clauses.COLON:
            # What follows is named by what stands before: the clause goes on behind the marker.
            state.blanks.append((found.at, found.resume))
            state.colon = state.item = True
            state.level = found.level
        elif kind == clauses.SEMI:
            self.state = State(
                [g for g in state.stack if g.base], floor=found.resume, closed=True,
                shelved=[g for g in state.stack if not g.base] or state.shelved, beyond=state.clause or state.beyond,
            )  # fmt: skip
        else:
            self.frames.clear()
            keep: list[Governor] = []
            closed = kind == clauses.ITEM and self._ended_open(found.at)
            if kind != clauses.HEADING and state.stack:
                item = kind == clauses.ITEM
                keep = [
                    g
                    for g in state.stack
                    if (g.listing and (not item or _same_list(g, found.level))) or (g.base and closed)
                ]
            self.state = State(keep, floor=found.resume, level=found.level, item=True, closed=closed)

    def _ended_open(self, at: int) -> bool:
        """Does the item before `at` end with a semicolon or comma?"""
        text, before = self.context.text, at
        while before > 0 and text[before - 1] in ' \t\r*_|”"':
            before -= 1
        return before > 0 and text[before - 1] in ";,"

    # -- the citation ----------------------------------------------------------------------------------------------

    def _place(self, slot: Slot) -> None:
        """Find what governs the citation, and what it governs itself."""
        state, context = self.state, self.context
        start = max(state.floor, state.head.end if state.head is not None else 0, slot.start - _TITLE_REACH)
        flat = state.flat(context.text, start, slot.start)
        if slot.documents[0].unnumbered and self._annexed(slot, clauses.squeeze(flat)):
            return
        hits = context.table.find(flat)
        for wide in (False, True) if hits else ():
            for at, hit in enumerate(hits):
                later = hits[at + 1 :]
                if hit.cue.predicate == "consolidates" and later:
                    continue
                last = all(other.cue.confidence < STRONG for other in later)
                if self._take(hit, flat, start, slot, wide=wide, last=last):
                    self._also(hit, later, flat, start, slot)
                    return
        words = clauses.squeeze(flat)
        governor = members.ending_head(context, state, slot, flat, start)
        if governor is None and not hits:
            governor = members.heading(context, state, slot, words)
        if governor is not None:
            state.stack = []
            whole = governor.part
            governor.part = whole or reach.governs(governor.predicate, words.rpartition(":")[2], wide=False) == "part"
            self._set(governor, slot)
            governor.part = whole
        elif members.goes_on(context, state, slot, words):
            self._join(slot, words)
        else:
            self._stand_alone(slot, words)

    def _take(self, hit: Hit, flat: str, start: int, slot: Slot, *, wide: bool, last: bool) -> bool:
        """Let the cue govern the citation, if it reaches it; True if the citation is placed. `wide` is the second try,
        over other words; what somebody carries out or guides is then only sought behind the `last` cue."""
        cue, state = hit.cue, self.state
        if GAP in cue.phrase and grammar.of_a_class(_within(hit, flat)):
            return False  # "quy định mức chi cho các văn bản [hướng dẫn thi hành …]"
        rest = clauses.squeeze(flat[hit.end :])
        span = (start + hit.start, start + hit.end)
        passive = cue.position == "passive"
        if passive or (cue.predicate in VALIDITY and state.head is not None and reach.by_agent(rest, passive=False)):
            if wide or not reach.by_agent(rest, passive=passive):
                return False
            self._passive(hit, span, clauses.squeeze(flat[: hit.start]), slot)
            return True
        zone = self.context.zones.of(slot.start)
        title = zone == "title" and state.head is None
        sought = title or (last and (zone != "body" or cue.position == "preamble"))
        if wide and cue.predicate not in VALIDITY and not sought:
            return False
        extent = reach.governs(cue.predicate, rest, wide=wide, title=title)
        if extent is None or (extent == "part" and cue.predicate == "consolidates"):
            return False
        if cue.position == "preamble":
            return self._basis(hit, span, clauses.squeeze(flat[: hit.start]), slot, zone)
        before = flat[: hit.start]
        if title:  # what stands above the title is no part of it
            before = before[max(0, self.context.zones.title[0] - start) :]
        self._active(hit, span, clauses.squeeze(before), slot, zone, part=extent == "part")
        return True

    def _active(self, hit: Hit, span: tuple[int, int], before: str, slot: Slot, zone: str, *, part: bool) -> None:
        """ "A thay thế B", "Bãi bỏ B": B is the citation at hand."""
        state, context = self.state, self.context
        governor = Governor(
            hit.cue.predicate, hit, span, hit.cue.confidence, listing=state.colon, part=part, level=state.level
        )
        if governor.predicate == "implements" and zone == "title" and state.head is None and self._guiding(before):
            governor.predicate = "guides"
        barred = context.table.guard.search(before[-40:]) or context.table.name.search(before[-120:])
        if not barred and state.head is not None:
            subjects.from_head(context, state, governor, state.head, before, span[0], slot, zone)
        elif not barred:
            subjects.from_opening(context, governor, before, slot, zone, aside=bool(self.frames))
        if hit.cue.position == "report" and not _reports(governor):
            governor.subjects = ()
        if governor.base:
            state.stack = [g for g in state.stack if g.listing]
        elif state.head is None and before.strip(' ,:“"'):
            self._end_basis()
        self._set(governor, slot)

    def _guiding(self, before: str) -> bool:
        """A circular's title "hướng dẫn mức chi thực hiện [Quyết định]": it guides."""
        if not is_normative(self.context.own):
            return False
        return any(hit.cue.predicate == "guides" for hit in self.context.table.find(before))

    def _passive(self, hit: Hit, span: tuple[int, int], before: str, slot: Slot) -> None:
        """ "B được sửa đổi, bổ sung bởi A": A is the citation at hand, B one before it in the clause."""
        state, context = self.state, self.context
        governor = Governor(
            hit.cue.predicate,
            hit,
            span,
            hit.cue.confidence,
            "passive",
            listing=state.colon,
            passive=True,
            level=state.level,
        )
        target = None
        if before.rstrip().endswith((" này", "”", '"')):
            # in a consolidated text "Điều này được sửa đổi …" speaks of the original
            target, governor.part = context.original, True
        elif (state.head is not None or state.beyond) and not (
            context.table.guard.search(before[-40:]) or grammar.used(before) or grammar.new_actor(before)
        ):
            target = subjects.acted_on(state, slot, hit.cue.predicate, main=grammar.told_in_force(before))
            if target is not None:
                first = bool(state.clause) and state.clause[0] is target
                floor = max(target.start - 120, state.floor if first else 0)
                governor.part = grammar.of_provisions(clauses.squeeze(state.flat(context.text, floor, target.start)))
        if target is not None:
            governor.subjects = (target,)
        self._set(governor, slot)

    def _basis(self, hit: Hit, span: tuple[int, int], before: str, slot: Slot, zone: str) -> bool:
        """ "Căn cứ …" at the head of a clause of the preamble, or of a quoted preamble."""
        state, context = self.state, self.context
        quoted = quotation(context.text, slot.start) is not None
        if quoted:
            before = before.rpartition("“")[2]
        if before.replace("căn cứ", "").strip(' ,:“"-–') or (state.head is not None and before.strip(" ,;")):
            return False
        speaker = context.speaker(slot.start, "based_on")
        own = speaker is None or speaker in (context.source, context.original)
        if own and (quoted or zone not in ("preamble", "title")):
            return False
        governor = Governor(
            "based_on", hit, span, hit.cue.confidence, "preamble", (speaker,) if speaker is not None else (),
            base=True, listing=state.colon, level=state.level,
        )  # fmt: skip
        state.stack = []
        self._set(governor, slot)
        return True

    def _also(self, hit: Hit, later: Sequence[Hit], flat: str, start: int, slot: Slot) -> None:
        """ "kéo dài thời gian thực hiện và sửa đổi, bổ sung một số điều của …": two changes of one document."""
        governor = self.state.stack[-1] if self.state.stack else None
        if governor is None or governor.hit is not hit or hit.cue.predicate not in VALIDITY or governor.passive:
            return
        for other in later:
            cue = other.cue
            if cue.predicate not in VALIDITY or cue.predicate == hit.cue.predicate or cue.position != "active":
                continue
            if flat[hit.end : other.start].rstrip().endswith(" và"):
                part = reach.governs(cue.predicate, clauses.squeeze(flat[other.end :]), wide=True) == "part"
                span = (start + other.start, start + other.end)
                self._apply(
                    replace(governor, predicate=cue.predicate, hit=other, cue=span, part=part), slot, stated=True
                )

    def _annexed(self, slot: Slot, words: str) -> bool:
        """An unnumbered paper that the document before promulgates ("Quyết định … ban hành Kế hoạch thực hiện …") or
        that is the text itself ("Ủy ban nhân dân tỉnh ban hành Kế hoạch …") acts through that document."""
        if not grammar.promulgates(words):
            return False
        if self.state.head is not None and not grammar.other_clause(words):
            return True
        return self.context.zones.of(slot.start) in ("title", "preamble") and "đã" not in words.split()

    def _join(self, slot: Slot, words: str) -> None:
        """An object of the innermost governor that may take it."""
        state, context = self.state, self.context
        slot.listed = True
        for at in range(len(state.stack) - 1, -1, -1):
            governor = state.stack[at]
            if members.takes(context, governor, slot):
                del state.stack[at + 1 :]
                part = governor.part
                if governor.predicate in VALIDITY and reach.governs(governor.predicate, words, wide=False) == "part":
                    governor.part = True
                self._apply(governor, slot, stated=governor.base)
                governor.part = part
                break
        group = [*state.group[-_MEMORY:], slot] if members.bare(context, state, slot) else [slot]
        self._advance(slot)
        state.group = group

    def _stand_alone(self, slot: Slot, words: str) -> None:
        """Neither a cue nor a list: governors of the clause end here. "Thực hiện A, Tỉnh ủy ban hành B": B carries A
        out."""
        state = self.state
        fronted = next((g for g in state.stack if g.fronted), None)
        if fronted is not None and grammar.issues(words):
            governor = Governor(
                "implements",
                fronted.hit,
                fronted.cue,
                0.8,
                "fronted",
                tuple(fronted.fronted or ()),
                base=True,
                passive=True,
            )
            state.stack = []
            self._set(governor, slot, stated=False)
            return
        if state.head is None:
            self._end_basis()
        if state.stack:
            state.stack.append(Governor("", None, (slot.start, slot.start), 0.0))
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
        if not governor.subjects or governor.hit is None:
            return
        predicate = governor.predicate
        if governor.part and predicate in ("repeals", "replaces"):
            predicate = "amends"  # to end a provision is to change the document
        confidence = governor.confidence * (1.0 if stated else 0.95)
        for other in governor.subjects:
            acting, target = (slot, other) if governor.passive else (other, slot)
            found = Found(
                predicate, acting, target, governor.cue, governor.hit.cue.phrase, confidence, governor.rule,
                governor.part, self.state.floor,
            )  # fmt: skip
            if not context.ledger.add(found, stated=stated) or acting is context.source:
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
        state.group = [slot]
        state.blanks.clear()
        state.colon = False

    def _nested(self, slot: Slot) -> None:
        """A citation inside the span of another: an amending act cited by its title names what it amends."""
        outer = next((s for s in reversed(self.state.clause) if s.start <= slot.start and s.end >= slot.end), None)
        governor = self._titled(outer, slot) if outer is not None else None
        if governor is not None:
            self._apply(governor, slot, stated=True)

    def _titled(self, head: Slot, slot: Slot) -> Governor | None:
        """The governor that the name of `head` itself holds ("Luật sửa đổi, bổ sung một số điều của …")."""
        flat = clauses.flatten(self.context.text[head.start : slot.start])
        for hit in self.context.table.find(flat):
            if hit.cue.position == "active" and hit.cue.predicate in VALIDITY:
                span = (head.start + hit.start, head.start + hit.end)
                part = reach.governs(hit.cue.predicate, clauses.squeeze(flat[hit.end :]), wide=False) == "part"
                return Governor(hit.cue.predicate, hit, span, hit.cue.confidence, "title", (head,), part=part)
        return None


def _same_list(governor: Governor, level: int) -> bool:
    """An item of a higher level than the list's own ends it."""
    return level < 0 or governor.level < 0 or level >= governor.level


def _within(hit: Hit, flat: str) -> str:
    """What the gap of the cue stands for, with the words before it."""
    return clauses.squeeze(flat[hit.start : hit.end]).rpartition(hit.cue.phrase.partition(GAP)[2])[0]


def _reports(governor: Governor) -> bool:
    return bool(governor.subjects) and all(type_of(s.documents[0]).startswith("báo cáo") for s in governor.subjects)
