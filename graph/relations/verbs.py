"""Which of several verbs before a citation governs it: what completes another verb, what is a noun, what joins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.relations import actors
from graph.relations import lexicon as lex
from graph.relations.authority import VALIDITY
from graph.relations.counting import adjacent, unknown_words
from graph.relations.lexicon import Token
from graph.relations.slots import Slot
from graph.relations.words import word_set

if TYPE_CHECKING:
    from graph.relations.clause import Walk


_SHORT = 8  # code points in which the word right before a verb stands
_BEHIND = 40


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
    place = before_place(walk, at, end)
    if place + 1 < len(since):
        end = since[place + 1].start
    for other in range(place, at, -1):
        token = since[other]
        if flat[token.end : end].strip() not in ("", *word_set("number")):
            return False
        end = token.start
        if (token.kinds & lex.JOIN and token.words in word_set("coordinating")) or token.words == ",":
            way = since[at + 1 : other]
            # "Pháp lệnh bổ sung, sửa đổi một số điều … và [Pháp lệnh]": a comma between two verbs ends neither's object
            listed = len(way) > 1 and way[0].words == "," and not way[1].kinds & lex.CUE
            return unknown_words(flat, way, since[at].end, token.start) >= 2 and not (
                listed and adjacent(flat, since[at].end, way[0].start)
            )
        if not token.kinds & (lex.QUANT | lex.TYPE) or token.kinds & lex.CUE:
            return False
    return False


def before_place(walk: Walk, at: int, end: int) -> int:
    """Index of the last token (behind `at`) before the citation; of "và" in "… và hướng dẫn của Bộ Nội vụ tại [Công
    văn]", where a noun is at home in the citation."""
    since, flat = walk.state.since, walk.context.flat
    last = len(since) - 1
    if last > at and since[last].words in word_set("at") and not flat[since[last].end : end].strip():
        for other in range(last - 1, at, -1):
            if since[other].kinds & lex.JOIN:
                return other if other + 1 < last and is_noun(walk, other + 1) else last
            if not (
                since[other].kinds & (lex.LEAD | lex.ACTOR) or (since[other].kinds & lex.CUE and is_noun(walk, other))
            ):
                return last
    return last


def is_noun(walk: Walk, at: int) -> bool:
    """Is the cue no verb here ("hướng dẫn của Bộ", "kéo dài thời gian [thực hiện]")? Then it governs nothing."""
    since, flat = walk.state.since, walk.context.flat
    token = since[at]
    if token.cue is None:
        return True
    following = since[at + 1] if at + 1 < len(since) else None
    if token.kinds & lex.CUE and token.cue.position == "active":
        if (
            token.cue.predicate not in ("extends", "suspends")
            and not any(word in token.cue.phrase for word in word_set("force"))  # "chấm dứt hiệu lực của [Quyết định]"
            and following is not None
            and following.words in word_set("owner") | word_set("this")
            and not flat[token.end : following.start].strip()
        ):
            return True
        if token.cue.predicate not in VALIDITY and at:
            before = since[at - 1]
            titled = walk.context.zones.of(token.start) == "title"
            if (walk.state.head is not None or not titled) and _of_a_matter(since, at, flat):
                return True  # "khó khăn, vướng mắc trong [thi hành] Luật": what is spoken about
            changing = before.cue is not None and before.cue.predicate in VALIDITY and before.kinds & lex.CUE
            if changing and adjacent(flat, before.end, token.start):
                return True  # "ngưng hiệu lực [thi hành]"
            if before.kinds & lex.NOMINAL or before.kinds & lex.JOIN or before.words == ",":
                return any(
                    t.cue is not None and t.cue.predicate in VALIDITY and t.kinds & lex.CUE
                    for t in since[max(0, at - 3) : at]
                )
    return token.kinds & lex.POST and not token.kinds & (lex.CUE | lex.PASSIVE)  # type: ignore[return-value]


def _of_a_matter(since: Sequence[Token], at: int, flat: str) -> bool:
    """Does a word like "trong" make the verb at `at` a matter that is spoken about, right before it or before words
    that make a noun of it ("trong quá trình tổ chức [thi hành]", "khi tổ chức [thực hiện]")?"""
    for near in range(at - 1, -1, -1):
        if not adjacent(flat, since[near].end, since[near + 1].start):
            return False
        if since[near].words in word_set("of-a-matter"):
            return True
        cue = since[near].cue
        served = cue is not None and cue.predicate == "implements"  # "trong [triển khai], tổ chức [thực hiện]"
        if not (
            served or since[near].kinds & (lex.NOMINAL | lex.VERB | lex.JOIN | lex.ISSUE) or since[near].words == ","
        ):
            return False
    return False


def ends_another(walk: Walk, at: int, slot: Slot) -> bool:
    """Does an ordinary verb have something else for its object than the citation ("Quy định … khi Nhà nước thu hồi đất
    ban hành kèm theo [Quyết định]", "đình chỉ hoạt động … tại [Thông tư]")? It ends a document only right before it."""
    token, way = walk.state.since[at], walk.state.since[at + 1 :]
    cue = token.cue
    if cue is None or cue.confidence >= lex.STRONG or cue.predicate not in ("repeals", "replaces", "suspends"):
        return False
    if _for_some(walk, slot):
        return True
    return any(not t.kinds & (lex.QUANT | lex.TYPE) for t in way) or (
        unknown_words(walk.context.flat, way, token.end, slot.start) > 0
    )


def _for_some(walk: Walk, slot: Slot) -> bool:
    """ "không áp dụng [Quyết định] đối với các dự án …": does what is said hold for some cases only?"""
    context = walk.context
    tail = context.tail(slot)
    end = min(context.outline.at(slot.start).end, tail + _BEHIND)
    following = next(iter(context.lexicon.tokens(context.flat, context.text, tail, end)), None)
    if following is None or not following.kinds & lex.CONDITION:
        return False
    return adjacent(context.flat, tail, following.start)


def outer_verb(walk: Walk, at: int) -> int:
    """Index of the verb that the cue at `at` completes: "quy định chi tiết … và biện pháp [thi hành]" guides, "tổng kết
    kết quả [thực hiện]" reviews."""
    since = walk.state.since
    token = since[at]
    if token.cue is None or token.cue.predicate != "implements":
        return at - 1 if _told_how(walk, at) else at
    led = any(t.kinds & (lex.LEAD | lex.ANNEX) for t in since[at + 1 :])
    annexed = any(t.kinds & lex.ANNEX for t in since[at + 1 :])
    for other in range(at - 1, -1, -1):
        earlier = since[other]
        if (
            led
            and earlier.kinds & lex.CUE
            and earlier.cue is not None
            and earlier.cue.predicate in VALIDITY
            and earlier.cue.confidence >= lex.STRONG
        ):
            return other  # "bãi bỏ thủ tục … thực hiện tại cấp tỉnh quy định tại Điều 13 [Nghị định]"
        if (earlier.kinds & lex.SIGN and earlier.words not in ',“”"') or (
            # "hướng dẫn thực hiện Quy chế Chuyên gia thực hiện các chương trình ban hành kèm theo [Quyết định]"
            earlier.kinds & (lex.FINITE if annexed else lex.TYPE | lex.FINITE) and not earlier.kinds & lex.CUE
        ):
            return at
        if earlier.cue is not None and earlier.kinds & lex.CUE:
            if earlier.cue.predicate in ("guides", "reviews") and not is_noun(walk, other):
                return other
            if earlier.cue.predicate != "implements":
                return at
    return at


def _told_how(walk: Walk, at: int) -> bool:
    """ "hướng dẫn [điều chỉnh] lương hưu": is the ordinary verb the object of one that guides?"""
    since = walk.state.since
    cue, outer = since[at].cue, since[at - 1] if at else None
    if cue is None or cue.confidence >= lex.STRONG or outer is None or outer.cue is None or not outer.kinds & lex.CUE:
        return False
    return outer.cue.predicate == "guides" and adjacent(walk.context.flat, outer.end, since[at].start)


def passive_before(walk: Walk, at: int) -> int:
    """Index of the passive that an active verb goes on with ("được sửa đổi, [thay thế] theo …", "được quy định chi
    tiết, [hướng dẫn thi hành] trong …"), else `at`."""
    since = walk.state.since
    cue = since[at].cue
    if since[at].kinds & lex.PASSIVE or cue is None or (cue.predicate not in VALIDITY and cue.predicate != "guides"):
        return at
    for other in range(at - 1, -1, -1):
        token = since[other]
        if token.kinds & lex.PASSIVE:
            same = token.cue is not None and actors.family(token.cue.predicate) == actors.family(cue.predicate)
            return other if same else at
        if not (token.kinds & lex.JOIN or token.words == "," or token.kinds & lex.CUE):
            return at
    return at


def names_a_class(walk: Walk, token: Token) -> bool:
    """Does the gap of the cue hold a class of documents ("quy định mức chi cho các văn bản [hướng dẫn thi hành …]")?"""
    if token.cue is None or lex.GAP not in token.cue.phrase:
        return False
    context = walk.context
    head, _, tail = token.cue.phrase.partition(lex.GAP)
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
        if earlier.cue is not None and earlier.kinds & lex.CUE and earlier.cue.position in ("active", "report"):
            joined = any(t.kinds & lex.JOIN or t.words == "," for t in since[other + 1 : first])
            if not joined:  # "quy định chi tiết … [và biện pháp thi hành]"
                joined = since[first].words.partition(" ")[0] in word_set("and")
            if actors.family(earlier.cue.predicate) != actors.family(token.cue.predicate) or not joined:
                return first
            first = other
        elif (earlier.kinds & lex.SIGN and earlier.words != ",") or earlier.kinds & (lex.FINITE | lex.THIS | lex.STOP):
            return first
    return first


def counted(flat: str, verb: Token) -> bool:
    """ "đã qua hai lần [sửa đổi], tại [A]": is an active verb a noun of what befell the document before it?"""
    return flat[max(0, verb.start - _SHORT) : verb.start].endswith(tuple(f"{word} " for word in word_set("counting")))


def suffered(flat: str, verb: Token) -> bool:
    """ "bị [sửa đổi]", "đã qua hai lần [sửa đổi]": does an active verb tell what befell the document before it?"""
    before = tuple(f" {word} " for word in word_set("before-agent"))
    return counted(flat, verb) or flat[max(0, verb.start - _SHORT) : verb.start].endswith(before)
