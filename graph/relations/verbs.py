"""Which of several verbs before a citation governs it: what completes another verb, what is a noun, what joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.relations import actors
from graph.relations.authority import VALIDITY
from graph.relations.counting import adjacent, unknown_words
from graph.relations.lexicon import (
    ANNEX,
    CUE,
    FINITE,
    GAP,
    JOIN,
    LEAD,
    NOMINAL,
    PASSIVE,
    POST,
    QUANT,
    SIGN,
    STOP,
    STRONG,
    THIS,
    TYPE,
    Token,
)
from graph.relations.slots import Slot

if TYPE_CHECKING:
    from graph.relations.clause import Walk


_OF_A_MATTER = ("trong", "liên quan đến", "có liên quan đến")


def coordinates_past(walk: Walk, at: int, slot: Slot) -> bool:
    """Does "và" before the citation go on with the list of the head, over a verb that has its own object in the
    head's title ("A về triển khai nhiệm vụ năm học và [B]")?"""
    since, flat = walk.state.since, walk.context.flat
    head, cue = walk.state.head, since[at].cue
    if head is None:
        return False
    serves = cue is not None and cue.predicate not in VALIDITY
    if serves and not any(g.cue is not None for g in walk.state.stack) and head.kind != slot.kind:
        return False
    end = slot.start
    for other in range(len(since) - 1, at, -1):
        token = since[other]
        if flat[token.end : end].strip() not in ("", "số"):
            return False
        end = token.start
        if (token.kinds & JOIN and token.words in ("và", "hoặc", "cùng", "cùng với")) or token.words == ",":
            way = since[at + 1 : other]
            return unknown_words(flat, way, since[at].end, token.start) >= 2 and not any(
                t.kinds & SIGN and t.words == "," and adjacent(flat, since[at].end, t.start) for t in way
            )
        if not token.kinds & (QUANT | TYPE) or token.kinds & CUE:
            return False
    return False


def is_noun(walk: Walk, at: int) -> bool:
    """Is the cue no verb here ("hướng dẫn của Bộ", "kéo dài thời gian [thực hiện]")? Then it governs nothing."""
    since, flat = walk.state.since, walk.context.flat
    token = since[at]
    if token.cue is None:
        return True
    following = since[at + 1] if at + 1 < len(since) else None
    if token.kinds & CUE and token.cue.position == "active":
        if (
            token.cue.predicate not in ("extends", "suspends")
            and "hiệu lực" not in token.cue.phrase  # "chấm dứt hiệu lực của [Quyết định]"
            and following is not None
            and following.words in ("của", "này")
            and not flat[token.end : following.start].strip()
        ):
            return True
        if token.cue.predicate not in VALIDITY and at:
            before = since[at - 1]
            if walk.state.head is not None and before.words in _OF_A_MATTER and adjacent(flat, before.end, token.start):
                return True  # "khó khăn, vướng mắc trong [thi hành] Luật": what is spoken about
            changing = before.cue is not None and before.cue.predicate in VALIDITY and before.kinds & CUE
            if changing and adjacent(flat, before.end, token.start):
                return True  # "ngưng hiệu lực [thi hành]"
            if before.kinds & NOMINAL or before.kinds & JOIN or before.words == ",":
                return any(
                    t.cue is not None and t.cue.predicate in VALIDITY and t.kinds & CUE
                    for t in since[max(0, at - 3) : at]
                )
    return token.kinds & POST and not token.kinds & (CUE | PASSIVE)  # type: ignore[return-value]


def outer_verb(walk: Walk, at: int) -> int:
    """Index of the verb that the cue at `at` completes: "quy định chi tiết … và biện pháp [thi hành]" guides, "tổng kết
    kết quả [thực hiện]" reviews."""
    since = walk.state.since
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
            if earlier.cue.predicate in ("guides", "reviews") and not is_noun(walk, other):
                return other
            if earlier.cue.predicate != "implements":
                return at
    return at


def passive_before(walk: Walk, at: int) -> int:
    """Index of the passive that an active verb goes on with ("được sửa đổi, [thay thế] theo …"), else `at`."""
    since = walk.state.since
    cue = since[at].cue
    if since[at].kinds & PASSIVE or cue is None or cue.predicate not in VALIDITY:
        return at
    for other in range(at - 1, -1, -1):
        token = since[other]
        if token.kinds & PASSIVE:
            return other
        if not (token.kinds & JOIN or token.words == "," or token.kinds & CUE):
            return at
    return at


def names_a_class(walk: Walk, token: Token) -> bool:
    """Does the gap of the cue hold a class of documents ("quy định mức chi cho các văn bản [hướng dẫn thi hành …]")?"""
    if token.cue is None or GAP not in token.cue.phrase:
        return False
    context = walk.context
    head, _, tail = token.cue.phrase.partition(GAP)
    start, end = token.start + len(head.strip()), token.end - len(tail.strip())
    return actors.of_a_class(context.flat, context.lexicon.tokens(context.flat, context.text, start, end), end)


def first_verb(walk: Walk, at: int) -> int:
    """Index of the first of several verbs that share what follows ("quy định chi tiết … và hướng dẫn thi hành")."""
    since = walk.state.since
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
