"""Statements whose cue stands behind the document ("Quyết định số 43/2022/QĐ-UBND … hết hiệu lực kể từ ngày …"), and
what a unit introduces ("Bãi bỏ các văn bản sau:", "Các Quyết định sau đây hết hiệu lực …:")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import actors, adjuncts, moods, subjects, verbs, ways
from graph.relations import lexicon as lex
from graph.relations.accordingly import told_before
from graph.relations.authority import VALIDITY, can_end, means_another
from graph.relations.counting import adjacent, unknown_words, words_between
from graph.relations.ledger import Found
from graph.relations.lexicon import Cue, Token
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.voices import fits, speaker, spoken_of, told_of
from graph.relations.words import own_name, word_set
from graph.structure import Unit

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_THIS_SOON = 90  # "kể từ ngày Quyết định này": so soon behind the cue
_NEAR = 60
_AHEAD = 200
_TWO = 2
_PARTS = lex.PIN | lex.PART | lex.LEAD | lex.QUANT | lex.TYPE | lex.ANNEX
_STATED = lex.PIN | lex.QUANT | lex.PASSIVE | lex.CUE | lex.JOIN | lex.AGENT
_NAMED = 2  # words that name what is new
_HEADING_WORDS = 8  # of a heading that are in no table
_COLON = 3  # blanks before a colon
_LABEL = 5  # words of a label
_MARKS = 4  # signs of emphasis before a label


def ending(walk: Walk, token: Token, after: Sequence[Token]) -> None:
    """The citations of the clause that the cue ends, and who ends them."""
    context, state = walk.context, walk.state
    slots = [slot for slot in state.sentence if not slot.described]
    by = adjuncts.of_documents(walk, slots)
    ruled = by is not None and adjuncts.by_rule(walk, slots)
    slots = slots[1:] if by is not None else slots
    kept = next((at for at in range(len(slots) - 2, -1, -1) if moods.stays(context, slots[at])), -1)
    slots = slots[kept + 1 :]
    slots = slots[
        next((at for at in range(len(slots) - 1, 0, -1) if _takes_effect(walk, slots[at - 1], slots[at])), 0) :
    ]
    behind = _behind_ended(walk, slots, token)
    opened = context.tail(slots[behind - 1]) if behind else state.opened
    slots = slots[behind:]
    if not slots:
        return
    flat = context.flat
    unit = context.outline.at(token.start)
    rest = after or context.lexicon.tokens(flat, context.text, token.end, min(unit.end, token.end + _AHEAD))
    this = token.kinds & lex.PASSIVE != 0 and _by_this(flat, rest, token.end)
    stated = not this and token.kinds & lex.PASSIVE != 0 and _as_follows(flat, rest, token.end)
    cue = token.cue if this or stated else context.lexicon.post(token)
    if cue is None and by is not None and not any(t.kinds & lex.AGENT for t in rest[:_TWO]):
        cue = token.cue  # "Khi [A] có hiệu lực, [B] sẽ bị thay thế"
    if cue is None:
        return
    opening = context.lexicon.tokens(flat, context.text, max(opened, slots[0].start - 700), slots[0].start)
    if by is not None:
        opening = []
    fronted = _fronted(opening)
    since_this = this or fronted > 0 or _since_this(rest, token.end)
    opening = opening[fronted:]
    last = state.since[-1] if state.since else None
    passed = last is not None and last.words in word_set("not-now") and adjacent(flat, last.end, token.start)
    if ruled and since_this:
        by = None
    certain = since_this or (by is not None and last is not None and last.words in word_set("future"))
    if passed and last is not None and (not certain or last.words in word_set("negation")):
        return
    conditions = [
        t for t in opening[:2] if t.kinds & (lex.GUARD | lex.CONDITION) and t.words not in word_set("matter-led")
    ]
    if actors.drafted(opening) or (conditions and not since_this):
        return
    first = slots[0]
    carried = _carrying_out(flat, opening, first.start)
    if cue.confidence < lex.STRONG and not carried:
        return
    if (
        not carried
        and ways.stopped(flat, opening, opening[0].start if opening else first.start, first.start) is not None
    ):
        return
    acting = (
        by or speaker(context, token.end)
        if stated or by
        else _acting(walk, token.end, rest, slots, since_this=since_this)
    )
    if acting is None or (stated and not _may_restate(walk, cue, slots, acting)):
        return
    told = max((slot.end for slot in state.sentence if slot.described), default=0)
    opening = [t for t in opening if t.start >= told]
    part = ways.extent(flat, opening) == "part"
    shared = part and _of_several(opening)
    noun = part and not ways.of_one(opening)
    # "B hết hiệu lực kể từ ngày [A] có hiệu lực" says outright who ends it
    rule = "since" if len(slots) == 1 and not since_this and acting is not context.source and not opening else "ending"
    for at, slot in enumerate(slots):
        if at:
            lead = context.lexicon.tokens(flat, context.text, context.tail(slots[at - 1]), slot.start)
            separate = any(t.words == ";" and t.kinds & lex.SIGN for t in lead)  # members of any kind
            joined = (separate or slot.kind == first.kind) and _joins(lead)
            if slot.governed or not (slot.listed or joined):
                continue
            goes_on = noun and not separate and slot.listed  # "thủ tục công bố tại các Quyết định A, B"
            part = shared or goes_on or ways.extent(flat, _behind_separator(lead)) == "part"
        elif len(slots) == 1 and cue.predicate in ("repeals", "replaces"):
            part = part or moods.leaves_a_part(context, token.end)
        if cue.predicate in ("repeals", "replaces"):
            part = part or moods.leaves_a_part(context, slot.end)
        predicate = "amends" if part and cue.predicate in ("repeals", "replaces") else cue.predicate
        found = Found(
            predicate, acting, slot, (token.start, token.end), cue.phrase, cue.confidence, rule, part, state.floor
        )
        if slot.handed is not None and slot.handed.predicate != predicate and slot.handed.acting is acting:
            context.ledger.withdraw(slot.handed)
        context.ledger.add(found, stated=True)


def _behind_ended(walk: Walk, slots: Sequence[Slot], token: Token) -> int:
    """ "[A] đã bị thay thế bởi [B]; [C] hết hiệu lực …": where the clause behind begins with a citation of its own, it
    says nothing of A, of which all is told, nor of B. Behind a comma it is the one right before the verb."""
    context, last = walk.context, len(slots) - 1
    ended = next((at for at in range(last, -1, -1) if slots[at].ended), -1)
    changed = next((at for at in range(last, -1, -1) if slots[at].changed), -1)
    told = max(ended, changed) if changed >= 0 and not _of_a_list(walk, slots[0]) else ended
    if told < 0:
        return 0
    for at in range(told + 1, len(slots)):
        between = context.flat[context.tail(slots[at - 1]) : slots[at].start]
        if ";" in between and not between.rpartition(";")[2].strip():
            return at
    if ended < 0 or last - ended < _TWO or words_between(context.flat, context.tail(slots[last]), token.start):
        return 0
    return last if context.flat[context.tail(slots[last - 1]) : slots[last].start].strip() == "," else 0


def _of_a_list(walk: Walk, first: Slot) -> bool:
    """ "Các Nghị định [A] đã được sửa đổi bởi [B]; [C] hết hiệu lực": do plural words say that a list begins?"""
    context = walk.context
    opening = context.flat[max(walk.state.opened, first.start - _AHEAD) : first.start]
    return not (word_set("plural") | word_set("numeral")).isdisjoint(opening.split())


def _takes_effect(walk: Walk, slot: Slot, following: Slot) -> bool:
    """ "[A] có hiệu lực từ ngày … và [B] hết hiệu lực …": is something else said of `slot` than of the next one?"""
    context = walk.context
    tail = context.tail(slot)
    lead = context.lexicon.tokens(context.flat, context.text, tail, following.start)[:1]
    return bool(lead) and bool(lead[0].kinds & lex.TOLD) and not words_between(context.flat, tail, lead[0].start)


def _carrying_out(flat: str, opening: Sequence[Token], start: int) -> bool:
    """ "Việc thực hiện [Quyết định]", "Việc áp dụng …": is it the carrying out of what stands at `start`?"""
    if len(opening) != 2 or not opening[0].kinds & lex.NOMINAL:
        return False
    noun, verb = opening
    serves = verb.words in word_set("applying") or (verb.cue is not None and verb.cue.predicate == "implements")
    return serves and adjacent(flat, noun.end, verb.start) and adjacent(flat, verb.end, start)


def _of_several(opening: Sequence[Token]) -> bool:
    """ "Các thủ tục đã công bố tại các Quyết định số …; …": the parts are of all that follow."""
    return len(opening) > 1 and opening[-1].kinds & lex.QUANT != 0 and opening[-1].words in word_set("members")


def _fronted(opening: Sequence[Token]) -> int:
    """How many tokens "Kể từ ngày Quyết định này có hiệu lực," takes; 0 if the clause does not begin so."""
    for at, token in enumerate(opening):
        if token.kinds & lex.THIS:
            for behind in range(at + 1, min(len(opening), at + 4)):
                if opening[behind].words.startswith(tuple(word_set("effective"))):
                    comma = behind + 1
                    return (
                        comma + 1
                        if comma < len(opening) and opening[comma].words in {",", *word_set("then")}
                        else comma
                    )
            return 0
        if at > 2:
            return 0
    return 0


def _since_this(rest: Sequence[Token], end: int) -> bool:
    for token in rest:
        if token.words in (".", ";") and token.kinds & lex.SIGN:
            return False
        if token.kinds & lex.THIS:
            return token.start - end < _THIS_SOON
    return False


def _by_this(flat: str, rest: Sequence[Token], end: int) -> bool:
    """Is it the text itself that does so ("được thay thế bởi [Quyết định này]", "… tại Điều 1 Quyết định này")?"""
    for at, token in enumerate(rest):
        if not adjacent(flat, end, token.start):
            return False
        if token.kinds & lex.THIS:
            return at > 0
        led = ways.names_agent(token)
        if not led and (at == 0 or not token.kinds & _PARTS or token.kinds & lex.ANNEX):
            return False
        end = token.end
    return False


def _as_follows(flat: str, rest: Sequence[Token], end: int) -> bool:
    """Does the text itself say what becomes of the document before the passive ("được sửa đổi, bổ sung một số điều như
    sau:")? Whoever acts by a passive without an agent is who says how."""
    few = 0
    for token in rest:
        if words_between(flat, end, token.start) > few:
            return False
        few = _NAMED if token.kinds & lex.AGENT else 0  # "được thay thế bằng điểm sau:"
        if token.kinds & lex.FOLLOWING:
            behind = flat[token.end : token.end + _COLON].lstrip()
            return behind.startswith(":") or token.words.endswith(tuple(word_set("as-follows")))
        if not token.kinds & _STATED and token.words not in (",", '"'):
            return False
        end = token.end
    return False


def _may_restate(walk: Walk, cue: Cue, slots: Sequence[Slot], acting: Slot) -> bool:
    """May the text state such a passive of the documents? Not a paper that tells what another one does."""
    context = walk.context
    if acting is not context.source or walk.frames or context.silent:
        return False
    return all(actors.can_change(context, cue.predicate, slot, part=True) for slot in slots)


def _joins(lead: Sequence[Token]) -> bool:
    for at in range(len(lead) - 1, -1, -1):
        token = lead[at]
        if token.words in (",", ";") or token.words in word_set("coordinating"):
            return True
        if token.kinds & lex.TITLE and at and lead[at - 1].kinds & lex.PART:
            continue  # "và quy định về phí tại [Thông tư]"
        if token.words == ")" and token.kinds & lex.SIGN:
            continue  # of a mark: "b) [Quyết định …]"
        if not token.kinds & _PARTS or token.kinds & lex.CUE:
            return False
    return False


def _behind_separator(lead: Sequence[Token]) -> Sequence[Token]:
    for at in range(len(lead) - 1, -1, -1):
        if lead[at].words in (",", ";") or lead[at].words in word_set("and"):
            return lead[at + 1 :]
    return lead


def _acting(walk: Walk, end: int, rest: Sequence[Token], slots: Sequence[Slot], *, since_this: bool) -> Slot | None:
    """Who ends it: the text itself ("kể từ ngày Quyết định này …", or a bare statement of a paper that may), or a
    document named behind."""
    context = walk.context
    voice = speaker(context, end)
    if since_this:
        called = next((t.words for t in rest if t.kinds & lex.THIS), "")
        if voice is context.source and context.silent and called:
            return spoken_of(context, slots[0], called, slots)
        if voice is not None and called and means_another(voice.documents[0], own_name(called)):
            return told_of(context, slots[0].start, own_name(called), slots)
        return voice if voice is not None and fits(context, voice, own_name(called)) else None
    if voice is context.source and context.silent:
        voice = None
        told = told_before(context, slots[0], walk.state.opened)
        if told is not None:
            return told
    named = context.between(end, end + _NEAR)
    if named:
        words = context.flat[end : named[0].start]
        since = any(word in words for word in word_set("since"))
        return named[0] if since and ". " not in words and ";" not in words else None
    if not can_end(context.own):
        return None
    behind = context.flat[end : end + _NEAR].lstrip(' “”"')
    if behind and not behind.startswith((".", ";", ",", ":", *word_set("of-an-end"))):
        return None
    excepted = tuple(word_set("except"))  # "…, trừ các Điều 5, 6 tiếp tục có hiệu lực": what stays says not who ends it
    rest = rest[: next((at for at, t in enumerate(rest) if t.words.startswith(excepted)), len(rest))]
    stops = lex.STOP | lex.THIS | lex.AGENT
    stopped = any(t.kinds & stops and t.start - end < _NEAR and t.words != "theo" for t in rest)
    return None if stopped else voice


def _labelled(text: str, way: Sequence[Token], cue_end: int, end: int) -> bool:
    """Is what introduces the items a label on a line of its own below the verb ("Nội dung: Hướng dẫn chế độ kế toán⏎Các
    văn bản liên quan:")? It begins with a capital that is no name's, with a class of documents or with few words, and
    says of none that they follow."""
    line = text.rfind("\n", cue_end, len(text[:end].rstrip())) + 1
    words = text[line:end].strip(" *_|:").split() if line else []
    if not words or not words[0][0].isupper() or text[line:end].isupper():
        return False
    below = [token for token in way if token.start >= line]
    opens = below[0].kinds if below and below[0].start - line <= _MARKS else 0
    above = next((token for token in reversed(way) if token.end < line), None)
    goes_on = (
        above is not None and above.kinds & (lex.QUANT | lex.LEAD | lex.JOIN) and not text[above.end : line].strip()
    )
    if goes_on or opens & lex.ACTOR or any(token.kinds & lex.FOLLOWING for token in below):
        return False
    brief = 1 < len(words) <= _LABEL and words[1][0].islower()
    if below and opens & lex.TYPE and not text[below[0].end : end].strip(" *_|:\n"):
        return False  # "… thay thế⏎Quyết định:"
    return brief or bool(opens & (lex.QUANT | lex.TYPE))


def introducing(walk: Walk, unit: Unit, *, colon: bool) -> Governor | None:
    """The governor of the items below `unit`, from the tokens behind its last citation; None if it states nothing of
    them."""
    context, state, flat = walk.context, walk.state, walk.context.flat
    since = state.since
    zone = context.zones.of(unit.body)
    partly = tuple(word_set("a-part"))
    for at in range(len(since) - 1, -1, -1):
        token = since[at]
        cue = token.cue
        if token.kinds & (lex.POST | lex.PASSIVE) and state.head is None and _told_of_a_class(since[:at]):
            continue
        if token.kinds & lex.POST:
            post = context.lexicon.post(token)
            # "Hết hiệu lực toàn bộ đối với các văn bản:": the verb may stand before the class of what it ends
            before_it = any(t.kinds & (lex.TYPE | lex.PIN | lex.PART) for t in since[:at])
            said = since[:at] if before_it else since[at + 1 :]
            # of an article "Danh mục văn bản bị bãi bỏ" is an act; a list that is only made known stands in an annex
            own = unit.kind in word_set("article") and token.kinds & lex.PASSIVE
            classed = any(t.kinds & (lex.TYPE | lex.PIN | lex.PART) for t in said) and any(
                t.kinds & (lex.FOLLOWING | lex.QUANT) or (own and t.words in word_set("catalogue")) for t in said
            )
            if before_it and _done_to_a_class(walk, since[:at]):
                return None
            if since[0].kinds & lex.ACTOR and not words_between(flat, subjects.clause_floor(walk), since[0].start):
                return None  # "Sở Tư pháp rà soát các văn bản bị bãi bỏ:"
            if post is not None and post.confidence >= lex.STRONG and classed and state.head is None:
                governor = Governor(
                    post.predicate, Token(lex.CUE, token.words, token.start, token.end, post), post.confidence, "list"
                )
                governor.part = any(t.kinds & lex.PIN and t.words.startswith(partly) for t in said)
                called = next((t.words for t in since if t.kinds & lex.THIS), "")
                subjects.by_itself(walk, governor, _place_of(unit, token), "list", 1.0, called)
                return governor
        if cue is None or not token.kinds & (lex.CUE | lex.PASSIVE):
            continue
        if colon and _labelled(context.text, since[at + 1 :], token.end, unit.end):
            return None
        first = verbs.first_verb(walk, at)
        way, before = since[at + 1 :], since[:first]
        if token.kinds & lex.PASSIVE and cue.position == "passive":
            if (
                state.head is not None
                and colon
                and any(t.kinds & lex.AGENT or t.words in word_set("by-way-of") for t in way)
            ):
                target = actors.acted_on_first(state.clause)
                governor = Governor(cue.predicate, token, cue.confidence, "list", (target,), passive=True)
                governor.part = any(t.kinds & lex.PIN and t.words.startswith(partly) for t in way)
                return governor
            told = colon or any(t.kinds & lex.FOLLOWING for t in before)
            return _restated(walk, unit, token, before, way) if state.head is None and told else None
        if (
            state.head is not None
            and colon
            and cue.predicate in VALIDITY
            and ways.by_agent(flat, way, passive=False, cue_end=token.end, end=unit.end)
        ):
            return Governor(
                cue.predicate, token, cue.confidence, "list", (actors.acted_on_first(state.clause),), passive=True
            )
        if cue.position not in ("active", "preamble"):
            continue
        listing = colon or (cue.predicate in VALIDITY and unit.level < 70)
        # "theo danh mục sau:" introduces; "theo" alone refers
        led = [] if any(t.kinds & lex.FOLLOWING for t in way) and colon else [t for t in way if t.words != ":"]
        if not listing or ways.stopped(flat, led, token.end, unit.end) is not None:
            return None
        # "Thực hiện:", "Căn cứ các văn bản:", no "Thực hiện nhiệm vụ:"
        object_first = bool(led) and bool(led[0].kinds & lex.PART) and adjacent(flat, token.end, led[0].start)
        # "cụ thể hóa các nội dung của:": what the part is of stands below
        named = not object_first or bool(led[-1].kinds & lex.LEAD)
        named = named or any(t.kinds & (lex.FOLLOWING | lex.TYPE) for t in way)
        if actors.serves(cue.predicate) and _says_how(way):
            return None
        if cue.predicate not in VALIDITY and not (colon and named):
            return None
        ordinary = cue.predicate in VALIDITY and cue.confidence < lex.STRONG
        if ordinary and not any(t.kinds & (lex.TYPE | lex.PIN) for t in way):
            return None
        if any(t.words in word_set("catalogue") for t in way) and cue.predicate not in VALIDITY:
            return None
        governor = Governor(cue.predicate, token, cue.confidence * 0.95, "list")
        # "các văn bản đã được bãi bỏ một phần": not in part what is said of them now
        said = way[: next((n for n, t in enumerate(way) if t.kinds & lex.PASSIVE), len(way))]
        governor.part = cue.predicate in VALIDITY and any(t.kinds & lex.PIN for t in said) and not _whole_or_part(said)
        place = _place_of(unit, token)
        if cue.position == "preamble":
            if before or zone not in ("preamble", "title"):
                return None
            governor.subjects, governor.base = (context.original or context.source,), True
            return governor
        if actors.barred(flat, before, since[first].start) is not None:
            return None
        subjects.subject(walk, governor, since[first], before, place, zone)
        return governor if governor.subjects or governor.fronted is not None else None
    return None


def _told_of_a_class(before: Sequence[Token]) -> bool:
    """Does a passive behind these tokens only tell of the documents that an active verb acts on ("Bãi bỏ các văn bản
    sau đây đã được sửa đổi nhiều lần:")?"""
    verb = next((n for n, t in enumerate(before) if t.kinds & lex.CUE), -1)
    if verb < 0 or (cue := before[verb].cue) is None or cue.position != "active" or cue.predicate not in VALIDITY:
        return False
    if any(t.kinds & (lex.TYPE | lex.PART | lex.PIN | lex.NOMINAL) for t in before[:verb]):
        return False  # a heading, and below it "Các văn bản sau đây bị bãi bỏ:"
    way = before[verb + 1 :]
    several = bool(way) and bool(way[0].kinds & lex.QUANT) and any(t.kinds & lex.TYPE for t in way)
    return several and not any(t.kinds & (lex.SIGN | lex.JOIN | lex.CUE) for t in way)


def _done_to_a_class(walk: Walk, before: Sequence[Token]) -> bool:
    """ "Rà soát văn bản bị bãi bỏ:": do words open the line that are no part of the class which is ended? Then
    somebody does something with the documents."""
    text, flat = walk.context.text, walk.context.flat
    at = next((n for n, t in enumerate(before) if t.kinds & (lex.TYPE | lex.PIN | lex.PART)), -1)
    if at < 0:
        return False
    while at > 0 and before[at - 1].kinds & lex.QUANT:
        at -= 1
    start = before[at].start
    floor = max(subjects.clause_floor(walk), text.rfind("\n", 0, start) + 1, before[at - 1].end if at else 0)
    said = flat[floor:start].lstrip()
    listed = next((words for words in word_set("catalogue") if said.startswith(words)), "")
    words = said.removeprefix(listed).split()
    return any(any(c.isalpha() for c in word) and word not in word_set("numeral") for word in words)


def _restated(walk: Walk, unit: Unit, token: Token, before: Sequence[Token], way: Sequence[Token]) -> Governor | None:
    """The governor of "Các văn bản sau đây được thay thế bởi Quyết định này:", "Văn bản bị bãi bỏ:": a heading in the
    passive whose agent is the text itself, or nobody else."""
    context, flat = walk.context, walk.context.flat
    assert token.cue is not None
    floor = subjects.clause_floor(walk)
    if fronted := _fronted(before):
        before, floor = before[fronted:], before[fronted - 1].end
    this = _by_this(flat, way, token.end)
    led = [t for t in way if not t.kinds & (lex.FOLLOWING | lex.QUANT | lex.JOIN) and t.words not in (":", ",")]
    if not this and (led or context.zones.of(unit.body) != "body" or walk.frames):
        return None
    other = lex.STOP | lex.GUARD | lex.CONDITION | lex.CUE | lex.DRAFT | lex.THIS
    if not any(t.kinds & lex.TYPE for t in before) or any(t.kinds & other for t in before):
        return None
    if any(t.kinds & lex.ACTOR and not (this and _owns(before[:n])) for n, t in enumerate(before)):
        return None
    if unknown_words(flat, before, floor, token.start) > _HEADING_WORDS:
        return None
    if not this and _done_to_a_class(walk, before):
        return None
    place = _place_of(unit, token)
    governor = Governor(token.cue.predicate, token, token.cue.confidence, "list")
    if not this and not actors.can_change(context, governor.predicate, place, part=False):
        return None
    called = next((t.words for t in way if t.kinds & lex.THIS), "")
    subjects.by_itself(walk, governor, place, "list", 1.0, called)
    return governor if governor.subjects else None


def _owns(before: Sequence[Token]) -> bool:
    """Is the body behind these tokens one whose documents are spoken of ("các quyết định của Hội đồng nhân dân và Ủy
    ban nhân dân tỉnh")?"""
    led = next((t for t in reversed(before) if not t.kinds & (lex.JOIN | lex.ACTOR)), None)
    return led is not None and led.words in word_set("owner")


def _says_how(way: Sequence[Token]) -> bool:
    """ "Sở Y tế hướng dẫn (một số nội dung) như sau:": below stands how, no document that is guided."""
    as_follows = tuple(word_set("as-follows"))
    classed = any(t.kinds & lex.TYPE and at and way[at - 1].kinds & lex.QUANT for at, t in enumerate(way))
    return not classed and any(t.words.endswith(as_follows) for t in way)


def _whole_or_part(way: Sequence[Token]) -> bool:
    """ "Bãi bỏ toàn bộ hoặc một phần các văn bản sau:": the items say themselves which."""
    pins = [t for t in way if t.kinds & lex.PIN]
    mere = all(t.words in word_set("mere-part") for t in pins)
    return mere and any(t.words in word_set("whole") for t in way)


def _place_of(unit: Unit, token: Token) -> Slot:
    """A stand-in for the citations to come: they stand where the unit stands."""
    return Slot(token.start, token.end, [], [])
