"""The preamble: "Căn cứ …" at the head of a clause names what the text is based on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import actors, subjects
from graph.relations.authority import VALIDITY, is_normative, type_of
from graph.relations.counting import adjacent, unknown_words, words_between
from graph.relations.lexicon import ANNEX, CUE, FINITE, ISSUE, JOIN, PASSIVE, POST, SIGN, THIS, TITLE, TOLD, Token
from graph.relations.slots import Slot
from graph.relations.state import Governor
from graph.relations.voices import speaker
from graph.relations.words import word_set
from graph.structure.quotations import quotation

if TYPE_CHECKING:
    from graph.relations.clause import Walk

_BASIS_FAR = 320
_NEXT = 20


def basis(walk: Walk, token: Token, before: Sequence[Token], slot: Slot, zone: str) -> bool:
    """ "Căn cứ …" at the head of a clause of the preamble, or of a quoted preamble."""
    state, context = walk.state, walk.context
    quote = quotation(context.text, slot.start)
    if quote is not None:
        before = [t for t in before if t.start > quote]
    if slot.start - token.end > _BASIS_FAR:
        return False
    way = " ".join(context.flat[token.end : slot.start].split())
    if any(words in way for words in word_set("above")):
        return False  # "Căn cứ các quy định trên đối với trường hợp … tại [Nghị quyết]"
    if _is_a_noun(walk, token, slot):
        return False
    for other in before:
        if not (
            (other.kinds & SIGN and other.words in ',:“"')
            or (other.cue is not None and other.cue.position == "preamble")
        ):
            return False
    floor = max(subjects.clause_floor(walk), quote + 1 if quote is not None and quote > state.floor else 0)
    if unknown_words(context.flat, before, floor, token.start) and state.head is None:
        return False
    if state.head is not None and before and before[-1].words != ";":
        return False
    voice = speaker(context, slot.start, "based_on")
    own = voice is None or voice in (context.source, context.original)
    fronts = own and quote is None and (context.silent or not gives_bases(walk, zone, slot))
    if own and quote is not None:
        walk.verdict = "not in the preamble"
        return False
    if fronts and not _opens_sentence(walk, before, token):
        walk.verdict = "not in the preamble"
        return False
    if fronts:
        walk.verdict = "not in the preamble"
        voice = None
    governor = Governor(
        "based_on",
        token,
        token.cue.confidence if token.cue else 1.0,
        "preamble",
        (voice,) if voice is not None else (),
        base=True,
    )
    if fronts:  # "Căn cứ [A], Chính phủ ban hành [B]"
        governor.fronted = next((g.fronted for g in state.stack if g.fronted and g.predicate == "based_on"), [])
    state.stack = []
    walk.set(governor, slot)
    return True


def goes_on(walk: Walk, stop: Token) -> bool:
    """Does the full stop stand between two bases ("Căn cứ [A] về phí. [B] về xe; [C] …")? The document that opens the
    sentence behind it has no verb of its own there."""
    context = walk.context
    if context.silent or walk.frames or context.zones.of(stop.start) != "preamble":
        return False
    if not any(g.predicate == "based_on" and g.base and g.subjects for g in walk.state.stack):
        return False
    following = next(iter(context.between(stop.end, stop.end + _NEXT)), None)
    if following is None or not adjacent(context.flat, stop.end, following.start):
        return False
    end = min(context.outline.at(stop.start).end, following.end + _BASIS_FAR)
    for token in context.lexicon.tokens(context.flat, context.text, context.tail(following), end):
        if token.kinds & SIGN and token.words in ".;":
            break
        if token.kinds & (FINITE | PASSIVE | POST | THIS | TOLD):
            return False
    return True


def _is_a_noun(walk: Walk, token: Token, slot: Slot) -> bool:
    """ "Căn cứ để ban hành [A] là [B]", "Căn cứ ban hành [A] gồm …": does the word say what the document rests on, and
    is no basis itself?"""
    way = [t for t in walk.state.since if t.start >= token.end]
    last = way[-1] if way else None
    if last is None or not last.kinds & ISSUE or last.kinds & ANNEX:
        return False
    if not adjacent(walk.context.flat, last.end, slot.start):
        return False
    tail = walk.context.tail(slot)
    behind = walk.context.flat[tail : tail + _NEXT].split(None, 1)[:1]
    return not (word_set("being") | word_set("telling")).isdisjoint(behind)


def _opens_sentence(walk: Walk, before: Sequence[Token], token: Token) -> bool:
    """Does a sentence, or a clause behind a semicolon, open with the verb?"""
    text, state = walk.context.text, walk.state
    return not before and state.head is None and (text[token.start].isupper() or state.closed)


def gives_bases(walk: Walk, zone: str, slot: Slot) -> bool:
    """Is this a place where the text names its bases: its preamble; in a letter each paragraph that opens so."""
    if zone in ("preamble", "title"):
        return True
    return type_of(walk.context.own) in word_set("letter") and walk.context.outline.at(slot.start).level >= 88


def titled(walk: Walk, before: Sequence[Token], token: Token) -> Slot | None:
    """The basis whose title goes on with the verb `token` ("Căn cứ [A] quy định về phân cấp; quy định chi tiết [B]",
    "… và hướng dẫn thi hành [B]"), None where the verb is no part of one. A clause of the preamble holds a citation and
    its title, and nobody else who acts: what its further verbs say, the cited document does, whatever its matter is
    ("… trình tự thẩm định giá và sửa đổi [B]")."""
    state, context = walk.state, walk.context
    head, acting = state.head, _entitled(walk)
    if head is None or acting is None or walk.frames or not before:
        return None
    if not is_normative(acting.documents[0]):  # "… về rà soát văn bản; sửa đổi [Quyết định]": what a minute asks for
        return None
    cue = token.cue
    if cue is None or cue.position != "active" or not (cue.predicate == "guides" or cue.predicate in VALIDITY):
        return None
    if context.zones.of(token.start) != "preamble" or not context.text[token.start].islower():
        return None
    first, last = before[0], before[-1]
    opened = first.kinds & (TITLE | CUE | ISSUE) and not words_between(context.flat, walk.tail(head), first.start)
    if not opened and (head is acting or len(before) > 1):  # the object of a verb may end without words
        return None
    if not (last.kinds & JOIN or last.words in ",;") or not adjacent(context.flat, last.end, token.start):
        return None
    if any(t.kinds & (THIS | PASSIVE | POST) or t.words == ":" for t in before):
        return None
    if actors.new_actor(context.flat, before):
        return None
    following = context.flat[token.end : token.end + _NEXT].split(None, 1)[:1]
    return None if set(following) & word_set("at") else acting  # "hướng dẫn tại [Công văn]" is a noun


def _entitled(walk: Walk) -> Slot | None:
    """The basis whose title the walk stands in: the citation before, or what acts on it by the title's verb before."""
    state = walk.state
    based = next((g for g in reversed(state.stack) if g.predicate == "based_on" and g.base), None)
    if based is None or based.last is None:
        return None
    if state.head is based.last:
        return based.last
    governor = state.stack[-1]
    acts = governor.last is state.head and not governor.passive and governor.subjects == (based.last,)
    return based.last if acts else None
