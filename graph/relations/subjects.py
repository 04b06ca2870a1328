"""Who acts by a cue: the citation before it, the text itself, or whoever speaks there; filled into the governor."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from graph.relations import (
    actors,
    adverbs,
    circumstances,
    coordinated,
    fronted,
    in_turn,
    moods,
    openings,
    preambles,
    tasks,
    told_already,
    told_first,
)
from graph.relations.accordingly import told_before
from graph.relations.authority import VALIDITY, allowed, calls_another, is_normative, means_another, type_of
from graph.relations.called import named_otherwise
from graph.relations.counting import adjacent, unknown_words, words_between
from graph.relations.lexicon import (
    ACTOR,
    CUE,
    FINITE,
    GUARD,
    ISSUE,
    JOIN,
    NEUTRAL,
    QUANT,
    SIGN,
    STOP,
    STRONG,
    TITLE,
    TOLD,
    TYPE,
    VERB,
    Token,
)
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.title_matter import is_matter
from graph.relations.voices import fits, speaker, spoken_of, told_of, topic
from graph.relations.words import own_name, word_set
from graph.structure.parts import next_row

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_AHEAD = 520
_LINE_MARKS = " \t\n*_|>-–+"
_TWO = 2  # tokens: a verb and what joins the next one to it


def subject(walk: Walk, governor: Governor, token: Token, before: Sequence[Token], slot: Slot, zone: str) -> None:
    """Fill in who acts."""
    head = walk.state.head
    if head is not None:
        from_head(walk, governor, token, before, head, slot, zone)
    else:
        from_opening(walk, governor, token, before, slot, zone)


def from_head(
    walk: Walk, governor: Governor, token: Token, before: Sequence[Token], head: Slot, slot: Slot, zone: str
) -> None:
    context, state, flat = walk.context, walk.state, walk.context.flat
    predicate = governor.predicate
    if zone == "preamble" and (basis := preambles.titled(walk, before, token)) is not None:
        governor.subjects, governor.rule = (basis,), "title"
        governor.confidence *= 0.95
        return
    if actors.drafted(before) and not is_matter(context, predicate, head, before, token):
        walk.verdict = "draft"
        return
    this = actors.itself(context.text, flat, before)
    if this >= 0:
        between = before[this + 1 :]
        if actors.of_several(flat, between, token.start):
            walk.verdict = "a class of documents"
            return
        if not actors.conditional(flat, before, state.floor) and actors.itself_acts(
            flat, predicate, between, token.start - before[this].end
        ):
            by_itself(walk, governor, slot, "itself", 1.0, before[this].words)
        return
    tells = zone == "body" or (zone == "preamble" and context.silent)
    if predicate in VALIDITY and tells and circumstances.holds(context, head, before, clause_floor(walk)):
        opens = not context.silent and circumstances.right_behind(flat, before, token.start)
        may = actors.can_change(context, predicate, slot, part=governor.part) and not tasks.assigned(walk, token)
        if opens and may:
            by_itself(walk, governor, slot, "imperative", 0.95)
        else:
            walk.verdict = "another clause"
        return
    if predicate not in VALIDITY and _purpose_of_a_change(walk, before, head):
        walk.verdict = "another clause"
        return
    if predicate not in VALIDITY and _purpose_of_the_next(walk, before, slot):
        state.floor = before[-2].end
        from_opening(walk, governor, token, before[-1:], slot, zone)
        return
    if predicate == "implements" and zone == "preamble" and _opens_behind(walk, before, token, slot):
        state.floor = token.start
        from_opening(walk, governor, token, (), slot, zone)
        return
    if (
        zone in ("preamble", "title")
        and any(t.words == "," for t in before)
        and actors.enacts(flat, before, type_of(context.own))
    ):
        by_itself(walk, governor, slot, "enacting", 0.95)
        return
    if predicate not in VALIDITY and actors.says_how(context, max(state.floor, walk.tail(head)), token.start, slot):
        by_itself(walk, governor, slot, "issuer", 0.9)
        return
    if actors.joins_verb(flat, before, token.start):
        if predicate not in VALIDITY and _joined_in_title(walk, head, before):
            governor.subjects, governor.rule = (head,), "title"
            governor.confidence *= 0.95
            return
        if told_already.ended(walk, head, slot, predicate):
            coordinated.by_head(walk, governor, head, slot, token)
            return
        if joined(walk, governor):
            return
        if predicate == "guides" and told_first.guides(walk, head, before, token, slot):
            coordinated.by_head(walk, governor, head, slot, token)
            return
        if predicate not in VALIDITY:
            _joined_purpose(walk, governor)
            return
        if len(before) == 1 and not words_between(flat, walk.tail(head), before[0].start) and _referred_to(walk):
            walk.verdict = "another clause"
            return
        guide = _also_guiding(walk, head, slot)
        if guide is not None:
            governor.subjects, governor.rule = guide.subjects, "joined"
            return
        if zone == "title" and head.kind != slot.kind and actors.same_class(context, slot):
            by_itself(walk, governor, slot, "title", 0.9)
            return
    ends = predicate in VALIDITY and predicate != "amends"  # "thực hiện [A] sửa đổi [B]": what is in force may change
    if (predicate in VALIDITY and _tense(before, flat, token.start)) or (ends and _bare(before)):
        guide = _also_guiding(walk, head, slot)  # "A quy định chi tiết [Luật] về … đã thay thế B"
        if guide is not None:
            governor.subjects, governor.rule = guide.subjects, "joined"
            return
    if predicate in VALIDITY and (name := named_otherwise(context, before, clause_floor(walk), token.start)):
        by_itself(walk, governor, slot, "itself", 0.9, name)
        return
    if actors.of_a_class(flat, before, token.start):
        if _apposed(walk, before) or _called_again(walk, head, before) or _is_one(walk, head, before):
            governor.subjects, governor.rule = (head,), "direct"
        else:
            walk.verdict = "a class of documents"
        return
    if predicate in VALIDITY and walk.frames and not before:
        guide = _also_guiding(walk, head, slot)  # "A quy định chi tiết [Luật] (thay thế B)"
        if guide is not None:
            governor.subjects, governor.rule = guide.subjects, "joined"
            return
    if predicate in VALIDITY and _goes_on_with_no_document(walk, head, token, slot):
        walk.verdict = "a document without a name"
        return
    if predicate in VALIDITY and not walk.frames and moods.unreal(context, head, token, slot):
        walk.verdict = "a question or a supposition"
        return
    if predicate in VALIDITY and _done_by_it(walk, head, token, before):
        governor.subjects, governor.rule = (head,), "itself"
        return
    if predicate not in VALIDITY and not before and (outer := _serves_both(walk, predicate, head, slot)) is not None:
        governor.subjects, governor.rule = outer.subjects, "joined"
        return
    tail = walk.tail(head)
    told = actors.told_in_force(before)
    before = actors.without_tense(flat, before, tail, token.start)
    if actors.told_passed(flat, before, tail, token.start):
        before, told = (), True
    if next_row(context.text, tail, token.start):
        walk.verdict = "another clause"
        return
    direct = not before and (told or not flat[tail : token.start].strip(' ,“"”'))
    if direct or token.start <= tail + 1:
        coordinated.by_head(walk, governor, head, slot, token)
    elif predicate == "implements" and _behind_colon(context.text, tail, token.start):
        walk.verdict = "another clause"
    elif actors.is_title(flat, before, tail, token, zone, item=state.item):
        if predicate not in VALIDITY and fronted.used_for(walk, before):
            walk.verdict = "another clause"
            return
        governor.rule = "title"
        governor.subjects = fronted.issued_for(walk, head, before, slot) or coordinated.acting(
            walk, head, slot, predicate, token, titled=True
        )
        governor.each = in_turn.named(walk, head, slot)
        governor.confidence *= 0.95
    elif predicate == "guides" and told_first.guides(walk, head, before, token, slot):
        coordinated.by_head(walk, governor, head, slot, token)
    else:
        walk.verdict = "another clause"


def _behind_colon(text: str, start: int, at: int) -> bool:
    """ "Đối với các tỉnh nêu tại [Nghị quyết]: Thực hiện [Kết luận] …": a colon and a capital begin another clause."""
    return text[at : at + 1].isupper() and text[start:at].rstrip(" *_\n").endswith(":")


def _referred_to(walk: Walk) -> bool:
    """ "Người hành nghề thực hiện theo [A] và thay thế hồ sơ tại [B]": is the citation before only referred to? Then it
    is not what does the next thing."""
    return any(t.kinds & STOP and not t.kinds & (NEUTRAL | CUE) for t in walk.placed)


def _purpose_of_a_change(walk: Walk, before: Sequence[Token], head: Slot) -> bool:
    """ "Bãi bỏ [A] để thực hiện [B]": it is not A, which is ended, that carries B out."""
    governor = walk.state.stack[-1] if walk.state.stack else None
    if governor is None or governor.last is not head or governor.passive or governor.predicate not in VALIDITY:
        return False
    return bool(before) and before[-1].words in word_set("purpose")


def _apposed(walk: Walk, before: Sequence[Token]) -> bool:
    """ "[Nghị định] (văn bản sửa đổi, bổ sung …)": in parentheses the noun says what the document before is."""
    opened = bool(walk.frames) and len(before) == 1
    return opened and not words_between(walk.context.flat, walk.state.floor, before[0].start)


def _is_one(walk: Walk, head: Slot, before: Sequence[Token]) -> bool:
    """ "[Thông tư] là văn bản thay thế [B]": does the noun say what the document before is, and name no class?"""
    if not before or any(not t.kinds & TYPE for t in before):
        return False
    words = walk.context.flat[walk.tail(head) : before[0].start].split()
    return bool(words) and words[0] in word_set("being") and not set(words[1:]) - word_set("a-part")


def _done_by_it(walk: Walk, head: Slot, token: Token, before: Sequence[Token]) -> bool:
    """ "Tại [Thông tư A], Bộ Tài chính đã bãi bỏ [B]": the document that opens the sentence is the means by which its
    body acts."""
    flat, state = walk.context.flat, walk.state
    led = flat[state.floor : head.start].rstrip(" *_")
    at = next((word for word in word_set("at") if led.endswith(word)), "")
    if walk.frames or state.clause[:1] != [head] or not at:
        return False
    if not walk.context.text[state.floor + len(led) - len(at)].isupper():
        return False  # it opens no sentence
    if token.cue is None or token.cue.confidence < STRONG or len(before) < 2 or before[0].words != ",":
        return False
    last = before[-1]
    if last.words not in word_set("done") or not adjacent(flat, last.end, token.start):
        return False
    return all(t.kinds & ACTOR for t in before[1:-1])


def _tense(before: Sequence[Token], flat: str, cue: int) -> bool:
    """Does a mark of tense stand before the verb ("… đã thay thế", "… đã chính thức thay thế"), and nobody else that
    acts?"""
    marked = adverbs.mark_of_tense(flat, before, cue)
    if marked < 0:
        return False
    return not any(t.kinds & (ACTOR | FINITE | STOP) or (t.kinds & SIGN and t.words != ",") for t in before[:marked])


def _bare(before: Sequence[Token]) -> bool:
    """Does nothing but a title, or a comma, stand between the document and the verb ("… [Luật] về giá, thay thế")?"""
    return all(t.kinds & TITLE or (t.kinds & SIGN and t.words == ",") for t in before)


def _called_again(walk: Walk, head: Slot, before: Sequence[Token]) -> bool:
    """ "[Nghị định số 168/2025/NĐ-CP] về …⏎Nghị định có hiệu lực từ ngày … và thay thế [B]": does a sentence on a
    line of its own call the document before by its type alone, in an article or a bulletin?"""
    context = walk.context
    at = next((n for n in range(len(before) - 1) if before[n].kinds & TYPE and before[n + 1].kinds & TOLD), -1)
    if at < 0 or not context.silent or before[at].words != type_of(head.documents[0]):
        return False
    if any(t.kinds & (ACTOR | STOP) for t in before[at:]):
        return False
    start = before[at].start
    line = context.text.rfind("\n", 0, start) + 1
    opens = line > head.end and context.text[start].isupper() and not context.text[line:start].strip(" \t*_|>-–+")
    return opens and adjacent(context.flat, before[at].end, before[at + 1].start)


def _purpose_of_the_next(walk: Walk, before: Sequence[Token], slot: Slot) -> bool:
    """ "Căn cứ [A], để triển khai [B], Ủy ban nhân dân tỉnh yêu cầu …": the purpose is that of the body behind it,
    not of what stands before the comma."""
    if len(before) < 2 or before[-2].words != "," or before[-1].words not in word_set("purpose"):
        return False
    return _a_body_acts_behind(walk, slot)


def _a_body_acts_behind(walk: Walk, slot: Slot) -> bool:
    """Does a comma with a body follow the citation in its sentence?"""
    context = walk.context
    end = min(context.outline.at(slot.start).end, slot.end + _AHEAD)
    tokens = context.lexicon.tokens(context.flat, context.text, context.tail(slot), end)
    stop = next((at for at, t in enumerate(tokens) if t.kinds & SIGN and t.words in ".;"), len(tokens))
    return any(
        comma.words == "," and actor.kinds & ACTOR and adjacent(context.flat, comma.end, actor.start)
        for comma, actor in pairwise(tokens[:stop])
    )


def _opens_behind(walk: Walk, before: Sequence[Token], token: Token, slot: Slot) -> bool:
    """ "Tiếp theo [A], thực hiện [B], Chủ tịch UBND tỉnh yêu cầu …": nothing governs A, and behind the comma the text
    says what it carries out."""
    if len(before) != 1 or before[0].words != "," or any(g.predicate for g in walk.state.stack):
        return False
    if not adjacent(walk.context.flat, before[0].end, token.start):
        return False
    return _a_body_acts_behind(walk, slot)


def _goes_on_with_no_document(walk: Walk, head: Slot, token: Token, slot: Slot) -> bool:
    """ "… ban hành Nghị định quy định chi tiết [A], thay thế [B]": it is the decree without a name that replaces B, no
    law A; in parentheses ("… chi tiết [A] (thay thế [B])") where B is no paper of A's kind."""
    governor = walk.state.stack[-1] if walk.state.stack else None
    if governor is None or governor.last is not head or governor.subjects or not actors.serves(governor.predicate):
        return False
    other = head.kind != slot.kind  # "triển khai [Nghị quyết], thay thế [Hướng dẫn]"
    between = walk.context.flat[head.end : token.start].rstrip()
    if between.endswith("(") or not governor.nameless:
        return other and between.endswith(("(", ","))
    return between.endswith((",", *(f" {word}" for word in word_set("and") | word_set("again"))))


def _joined_in_title(walk: Walk, head: Slot, before: Sequence[Token]) -> bool:
    """ "Thực hiện [A] phê duyệt và tổ chức thực hiện các đề án tại [B]": does the verb go on with one that opens the
    title of the citation and has no object of its own? It is A that carries B out."""
    flat = walk.context.flat
    while before and before[-1].kinds & VERB and not before[-1].kinds & (ISSUE | JOIN):  # "và [tổ chức] thực hiện"
        before = before[:-1]
    if len(before) != _TWO or not before[0].kinds & ISSUE or not before[1].kinds & JOIN or before[1].words == ",":
        return False
    return not words_between(flat, walk.tail(head), before[0].start) and adjacent(flat, before[0].end, before[1].start)


def _serves_both(walk: Walk, predicate: str, head: Slot, slot: Slot) -> Governor | None:
    """The governor of "[Thông tư A] hướng dẫn thi hành [Luật B] hướng dẫn thi hành [Nghị định C]": B cannot guide C, it
    is A that guides both."""
    governor = walk.state.stack[-1] if walk.state.stack else None
    if governor is None or governor.predicate != predicate or governor.last is not head or governor.passive:
        return None
    if not governor.subjects or any(
        allowed(one, predicate, other, stated=True) for one in head.documents for other in slot.documents
    ):
        return None
    return governor


def _also_guiding(walk: Walk, head: Slot, slot: Slot) -> Governor | None:
    """The governor of "[Thông tư A] hướng dẫn [Nghị định B] và sửa đổi [Thông tư C]": A changes its like, not B."""
    governor = walk.state.stack[-1] if walk.state.stack else None
    if governor is None or governor.last is not head or not actors.serves(governor.predicate) or head.kind == slot.kind:
        return None
    alike = bool(governor.subjects) and all(subject.kind == slot.kind for subject in governor.subjects)
    return governor if alike and not governor.passive else None


def joined(walk: Walk, governor: Governor) -> bool:
    """The cue goes on with the verb of a governor of its kind ("… thay thế A và bãi bỏ B"): it takes its place."""
    state = walk.state
    kind = actors.family(governor.predicate)
    for at in range(len(state.stack) - 1, -1, -1):
        outer = state.stack[at]
        if outer.listing and outer.last is None:
            continue  # what the unit above introduces: no verb of this clause
        if actors.family(outer.predicate) == kind and not outer.passive:
            del state.stack[at:]
            governor.subjects, governor.base, governor.fronted = outer.subjects, outer.base, outer.fronted
            governor.rule = "joined"
            governor.confidence *= 0.95
            return True
    return False


def _joined_purpose(walk: Walk, governor: Governor) -> None:
    """ "Quyết định này cụ thể hóa A và hướng dẫn [B]", "Căn cứ A và thực hiện [B]": what the text serves by another
    verb."""
    outer = walk.state.stack[-1] if walk.state.stack else None
    served = outer is not None and outer.rule in ("itself", "joined") and actors.serves(outer.predicate)
    based = outer is not None and outer.predicate == "based_on" and governor.predicate == "implements"
    if outer is None or not outer.base or not (served or based):
        walk.verdict = "another verb"
        return
    if outer.fronted is not None:
        governor.fronted, governor.also = [], outer
    governor.subjects, governor.base, governor.rule = outer.subjects, True, "joined"
    governor.confidence *= 0.95


def from_opening(walk: Walk, governor: Governor, token: Token, before: Sequence[Token], slot: Slot, zone: str) -> None:
    """Where no citation stands before the cue: the text itself acts, if this is a place where it speaks of itself."""
    context, state, flat = walk.context, walk.state, walk.context.flat
    predicate = governor.predicate
    own = type_of(context.own)
    floor = state.floor
    if predicate in VALIDITY and walk.frames and not before and walk.frames[-1].head is None:
        # "Thông tư này có hiệu lực từ ngày … ([thay thế] …)": who acts is said before the parenthesis
        before, floor = walk.frames[-1].since, walk.frames[-1].floor
    this = actors.itself(context.text, flat, before)
    classed = this >= 0 and actors.of_several(flat, before[this + 1 :], token.start)
    blocked = actors.drafted(before)
    if zone == "title":
        overseen = predicate == "implements" and told_already.overseen(flat, before, token.start)
        changed = blocked and predicate in VALIDITY
        if not changed and not overseen and not actors.of_a_class(flat, before, token.start):
            by_itself(walk, governor, slot, "title", 1.0)
    elif blocked:
        walk.verdict = "draft"
    elif classed:
        walk.verdict = "a class of documents"
    elif this >= 0:
        if not actors.conditional(flat, before, floor) and actors.itself_acts(
            flat, predicate, before[this + 1 :], token.start - before[this].end
        ):
            near = before[this].start - floor < 90 or (
                before[this].words.endswith(tuple(word_set("this"))) and predicate in VALIDITY
            )
            if near:
                by_itself(walk, governor, slot, "itself", 1.0, before[this].words)
    elif predicate in VALIDITY and zone == "body" and actors.takes_effect(flat, before, floor, own):
        by_itself(walk, governor, slot, "itself", 0.95)
    elif predicate in VALIDITY and context.silent and _takes_effect(flat, before, floor):
        by_itself(walk, governor, slot, "itself", 0.9, f"{before[0].words} {min(word_set('this'))}")
    elif predicate in VALIDITY and (name := named_otherwise(context, before, clause_floor(walk), token.start)):
        by_itself(walk, governor, slot, "itself", 0.9, name)
    elif predicate in VALIDITY and governor.part and _own_content(walk, token):
        by_itself(walk, governor, slot, "content", 0.85)
    elif any(t.kinds & QUANT and any(w in t.words for w in word_set("being")) for t in before) or (
        zone == "preamble" and actors.enacts(flat, before, own)
    ):
        by_itself(walk, governor, slot, "enacting", 0.95)
    elif actors.of_a_class(flat, before, token.start) and not (
        predicate in VALIDITY
        and (
            below_heading(walk, token, before)
            or _issuer_acts(walk, token, before)
            or circumstances.behind_adverbial(flat, before, clause_floor(walk), token.start)
        )
    ):
        walk.verdict = "a class of documents"
    elif predicate not in VALIDITY and actors.says_how(context, state.floor, token.start, slot):
        by_itself(walk, governor, slot, "issuer", 0.9)
    elif predicate == "implements" and zone != "purpose" and actors.told_of(flat, before, state.floor, token.start):
        walk.verdict = "the carrying out"
    elif predicate in ("implements", "reviews"):
        reasons = actors.behind_reasons(before)
        floor = before[reasons - 1].end if reasons else state.floor
        if not actors.opens(flat, before[reasons:], floor, token.start):
            walk.verdict = "another actor"
            return
        speaking = zone == "purpose" or (
            zone == "preamble"
            and not openings.told_of_a_body(walk)
            and not openings.done_by_others(walk, slot, own)
            and (not unknown_words(flat, before[reasons:], floor, token.start) or openings.goes_on(walk, slot))
        )
        if predicate == "implements" and speaking:
            by_itself(walk, governor, slot, zone, 1.0 if zone == "preamble" else 0.9)
            if governor.subjects or not context.silent:
                return
        if fronted.opens(flat, before, floor, token):
            governor.fronted, governor.base = [], True
    elif predicate == "guides" and zone == "body" and _scope(walk, before, token, slot):
        by_itself(walk, governor, slot, "imperative", 0.95)
    elif predicate == "guides" and fronted.opens_as_purpose(flat, before, clause_floor(walk), token):
        governor.fronted, governor.base = [], True
    elif zone == "preamble" and not context.silent and state.closed and context.text[token.start].islower():
        walk.verdict = "another clause"  # "Căn cứ [A]; sửa đổi [B]": nothing is enacted among the bases
    elif predicate in VALIDITY and zone not in ("head", "purpose") and not walk.frames:
        opens = actors.imperative(
            flat, [t for t in before if t.start >= clause_floor(walk)], clause_floor(walk), token.start
        )
        heads = opens or below_heading(walk, token, before) or _issuer_acts(walk, token, before)
        if heads and tasks.assigned(walk, token):
            walk.verdict = "a task"
        elif heads and (context.silent or actors.can_change(context, predicate, slot, part=governor.part)):
            by_itself(walk, governor, slot, "imperative", 0.95)
        if not governor.subjects and (heads or fronted.opens_as_purpose(flat, before, clause_floor(walk), token)):
            fronted.await_change(walk, governor)


def _takes_effect(flat: str, before: Sequence[Token], floor: int) -> bool:
    """ "Thông tư có hiệu lực từ …, thay thế [B]" in an article: the document that it is about, by its type alone."""
    if not before or not before[0].kinds & TYPE or not actors.takes_effect(flat, before, floor, before[0].words):
        return False
    return not any(t.kinds & (ACTOR | STOP | GUARD) or (t.kinds & SIGN and t.words not in ",;") for t in before[2:])


def _own_content(walk: Walk, token: Token) -> bool:
    """ "Nội dung này thay thế hướng dẫn tại [Công văn]": do the words before the verb name what the text has just said?
    Not where its paragraph has told of another document, whose content may be meant."""
    context = walk.context
    floor = clause_floor(walk)
    words = " ".join(context.flat[floor : token.start].split())
    return words in word_set("own-content") and not context.between(context.outline.at(floor).start, token.start)


def _scope(walk: Walk, before: Sequence[Token], token: Token, slot: Slot) -> bool:
    """ "Điều 1. Phạm vi điều chỉnh⏎Hướng dẫn một số điều của …": does the verb say what a rule is about?"""
    context = walk.context
    if not is_normative(context.own) or not before or before[0].words not in word_set("scope"):
        return False
    if not word_set("at").isdisjoint(context.flat[token.end : slot.start].split()[:1]):
        return False  # "Hướng dẫn tại [Nghị định] …": a noun
    floor = before[-1].end
    rest = [t for t in before[1:] if t.words != ":"]
    return not rest and context.text[token.start].isupper() and adjacent(context.flat, floor, token.start)


def clause_floor(walk: Walk) -> int:
    """Where the words of the clause begin, behind the mark of its unit."""
    unit = walk.context.outline.at(walk.state.floor)
    return max(walk.state.floor, unit.body)


def sentence_floors(walk: Walk, token: Token) -> list[int]:
    """Where the sentence of a verb may begin: with its clause, or with a capital on a line below the heading that the
    outline keeps in the same unit ("Điều 3. Hiệu lực⏎Từ ngày 01/01/2026, bãi bỏ …"): the second line of the clause, or
    that of the verb."""
    text, floor = walk.context.text, clause_floor(walk)
    lines = {text.find("\n", floor, token.start) + 1, text.rfind("\n", floor, token.start) + 1} - {0}
    starts = [
        line + len(text[line : token.start]) - len(text[line : token.start].lstrip(_LINE_MARKS)) for line in lines
    ]
    return [floor, *sorted(start for start in starts if text[start].isupper())]


def anchored(walk: Walk, token: Token) -> bool:
    """Does the verb open a line of its own, with a capital ("Điều 3. Hiệu lực⏎Bãi bỏ …")?"""
    text = walk.context.text
    line = text.rfind("\n", 0, token.start) + 1
    return line > walk.state.floor and text[token.start].isupper() and not text[line : token.start].strip(_LINE_MARKS)


def below_heading(walk: Walk, token: Token, before: Sequence[Token]) -> bool:
    """Does the verb open the sentence below a heading of its unit ("Điều 1. Bãi bỏ văn bản⏎Nay bãi bỏ …")? What the
    heading says is no subject of it."""
    floors = sentence_floors(walk, token)[1:]
    return anchored(walk, token) or any(
        actors.imperative(walk.context.flat, [t for t in before if t.start >= floor], floor, token.start)
        for floor in floors
    )


def _issuer_acts(walk: Walk, token: Token, before: Sequence[Token]) -> bool:
    return circumstances.issuer_acts(walk.context, before, sentence_floors(walk, token), token.start)


def by_itself(walk: Walk, governor: Governor, slot: Slot, rule: str, weight: float, called: str = "") -> None:
    """The text itself acts, or who speaks in the quotation around `slot`; `called` is what it calls itself there."""
    context = walk.context
    # only the consolidated text itself consolidates
    voice = context.source if governor.predicate == "consolidates" else speaker(context, slot.start)
    governor.base = True
    if voice is context.source and context.silent:
        told = spoken_of(context, slot, called) if rule == "itself" and slot.documents else None
        if told is None and rule == "imperative":
            told = topic(context, slot)
        if told is None and rule == "list" and called:
            told = told_of(context, slot.start, own_name(called))
        if told is None and rule in ("imperative", "list"):
            told = told_before(context, slot, clause_floor(walk))
        voice = told
        if voice is None:
            walk.verdict = "a text that is no document"
            return
    elif voice is not None and called and calls_another(voice.documents[0], own_name(called)):
        told = told_of(context, slot.start, own_name(called))
        if told is None and means_another(voice.documents[0], own_name(called)):
            walk.verdict = "what another document does"
            return
        voice = told or voice
    if voice is not None and fits(context, voice, own_name(called)):
        governor.subjects = (voice,)
        governor.rule = rule
        governor.confidence *= weight
    else:
        walk.verdict = "quoted words"
