"""Who acts: the citation before the cue, the text itself, or nobody that a relation could name.

Every function looks at the tokens between the head (or the beginning of the clause) and the cue.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from graph.relations import adverbs, ways
from graph.relations.authority import SERVICE, VALIDITY, allowed, can_end, is_normative, type_class, type_of
from graph.relations.circumstances import behind_adverbial
from graph.relations.counting import adjacent, unknown_words, words_between
from graph.relations.lexicon import (
    ACTOR,
    ANNEX,
    CONDITION,
    CUE,
    DRAFT,
    FINITE,
    GUARD,
    ISSUE,
    JOIN,
    LEAD,
    NAME,
    NOMINAL,
    OPENER,
    PASSIVE,
    QUANT,
    SIGN,
    STOP,
    THIS,
    TITLE,
    TOLD,
    TYPE,
    VERB,
    Token,
)
from graph.relations.slots import Context, Slot
from graph.relations.words import word_set

_TITLE_REACH = 700  # how far the title of a citation may reach to a cue
_NAME_REACH = 80
_NEAR = 20
_OFFICE_WORDS = 2
_TENSE_WORDS = 3
_PASSED = 3  # tokens: "được", the verb, and the comma
_A_DAY = 7  # words of "vào ngày 18 tháng 01 năm 2024"
_QUOTES = ("“", "”", '"')
_ITSELF_REACH = 320  # from "Quyết định này" to a verb that changes documents
_SERVES_REACH = 140
_OPENING_REACH = 220
_OPENING_WORDS = 6
_WANTED_REACH = 20000


@cache
def _wanted() -> re.Pattern[str]:
    """A heading in capitals below which stands what somebody is to amend."""
    return re.compile(_any_of(phrase.upper() for phrase in word_set("wanted")))


@cache
def _article() -> re.Pattern[str]:
    """The mark of an article at the head of a line."""
    return re.compile(rf"[ \t*_|>#]*(?:{_capitalised('article')})\s+\d")


@cache
def _next_division() -> re.Pattern[str]:
    """A line that opens an annex, an article, a chapter or a part."""
    return re.compile(rf"\n[ *_]*(?:{_capitalised('division')}|(?:{_capitalised('article')})\s\d)")


def _capitalised(kind: str) -> str:
    return _any_of(form for phrase in word_set(kind) for form in (phrase.capitalize(), phrase.upper()))


def _any_of(phrases: Iterable[str]) -> str:
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases))


def barred(flat: str, before: Sequence[Token], cue: int, *, service: bool = False, untitled: bool = True) -> str | None:
    """Why the clause states no act: a negation, condition or duty right before the cue, or a body named after what it
    carries out; None if it may. `untitled` is false where a body that a title names may stand before the cue ("[A] về
    thành lập Hội đồng thẩm định được sửa đổi bởi [B]"): it ends the title and is not named after what follows."""
    if service and delegates(flat, before):
        return "guard"
    last = before[-1] if before else None
    near = 2 if last is not None and last.words.startswith(tuple(word_set("negation"))) else 0
    if last is not None and last.kinds & GUARD and words_between(flat, last.end, cue) <= near:
        begins = last.words in word_set("future") and told_in_force(before)  # "khi có hiệu lực sẽ thay thế [B]"
        return None if begins else "guard"
    acting = False
    for at in range(len(before) - 1, -1, -1):
        token = before[at]
        if token.kinds & SIGN and token.words in ",;.":
            break
        if token.kinds & GUARD and acting and token.words in word_set("assigning"):
            return "guard"  # "[A], trong đó giao các bộ sửa đổi [B]"
        acting = acting or bool(token.kinds & ACTOR)
        if token.kinds & NAME and cue - token.start < _NAME_REACH + 40:
            return "name" if untitled or not any(t.kinds & TITLE and not t.kinds & GUARD for t in before[:at]) else None
    return None


def delegates(flat: str, before: Sequence[Token]) -> bool:
    """ "Về việc ủy quyền cho Giám đốc Sở … thực hiện nhiệm vụ quy định tại [Nghị định]": is a power handed on?
    Who gets it uses it; nothing is carried out."""
    for token in reversed(before):
        if token.kinds & SIGN and token.words in ",;:.":
            return False
        if token.kinds & GUARD and token.words in word_set("delegating"):
            return True
    return False


def drafted(before: Sequence[Token]) -> bool:
    """Does the clause speak of a draft, a proposal, a duty?"""
    return any(t.kinds & DRAFT for t in before)


def itself(text: str, flat: str, before: Sequence[Token]) -> int:
    """Index of "Quyết định này" where the document itself is the subject, -1 if it is not: not where it is the object
    of a verb before it ("kết quả thực hiện Quyết định này gắn với …")."""
    for at in range(len(before) - 1, -1, -1):
        if before[at].kinds & THIS:
            earlier = before[at - 1] if at else None
            cue = earlier.cue if earlier is not None and earlier.kinds & CUE else None
            served = cue is not None and cue.predicate not in VALIDITY
            if not served or earlier is None or not adjacent(flat, earlier.end, before[at].start):
                return at
            # behind a heading ("Tổ chức thực hiện⏎Quyết định này thay thế …") a sentence of its own begins
            line = text.rfind("\n", 0, earlier.start) + 1
            heads = _article().match(text, line) is not None and "\n" in text[earlier.end : before[at].start]
            return at if heads and text[before[at].start].isupper() else -1
    return -1


def takes_effect(flat: str, before: Sequence[Token], floor: int, own_type: str) -> bool:
    """Does the clause begin with "Quyết định có hiệu lực …", as a text speaks of itself that leaves out "này"?"""
    if len(before) < 2 or not own_type or before[0].words != own_type or words_between(flat, floor, before[0].start):
        return False
    return before[1].words.startswith(tuple(word_set("effective"))) and adjacent(flat, before[0].end, before[1].start)


def conditional(flat: str, before: Sequence[Token], floor: int) -> bool:
    """Does the clause begin as a condition or an exception? That the text itself takes effect is none ("Khi Thông tư
    này có hiệu lực, …")."""
    if not before or not before[0].kinds & CONDITION or words_between(flat, floor, before[0].start):
        return False
    return not (len(before) > 2 and before[1].kinds & THIS and before[2].kinds & TOLD)


def itself_acts(flat: str, predicate: str, between: Sequence[Token], distance: int) -> bool:
    """Do the words between "Quyết định này" and a cue leave the one the subject of the other?"""
    if new_actor(flat, between):
        return False
    if predicate in VALIDITY:
        return distance < _ITSELF_REACH
    if any((t.kinds & SIGN and t.words in ",;") or t.kinds & (STOP | ACTOR | FINITE) for t in between):
        return False
    return distance < _SERVES_REACH and not (between and between[-1].kinds & JOIN)


def new_actor(flat: str, tokens: Sequence[Token]) -> bool:
    """A comma and a body that acts: another clause."""
    return any(
        t.kinds & ACTOR
        and at
        and tokens[at - 1].kinds & SIGN
        and tokens[at - 1].words in ",;"
        and adjacent(flat, tokens[at - 1].end, t.start)
        for at, t in enumerate(tokens)
    )


def others_act(tokens: Sequence[Token]) -> bool:
    """Does a body stand behind a comma, as the one that acts ("…, trong thời gian qua các sở, ngành")?"""
    commas = [at for at, t in enumerate(tokens) if t.kinds & SIGN and t.words == ","]
    return bool(commas) and any(t.kinds & ACTOR for t in tokens[commas[0] :])


def other_clause(flat: str, tokens: Sequence[Token]) -> bool:
    """Words that show another clause between a document and a cue: a new actor, a finite verb."""
    if new_actor(flat, tokens):
        return True
    for at, token in enumerate(tokens):
        if token.kinds & FINITE:
            return True
        if (
            token.kinds & VERB
            and at
            and (tokens[at - 1].kinds & JOIN or tokens[at - 1].words == ",")
            and at == len(tokens) - 1
        ):
            return True
    return False


def without_tense(flat: str, before: Sequence[Token], tail: int, cue: int) -> Sequence[Token]:
    """`before` without what only says that the document behind whose attributes (`tail`) it stands does it, or when it
    began: "[Nghị định] ra đời [đã] thay thế …", "[Luật] ([có hiệu lực từ 01/7/2023], thay thế …)", "[Thông tư] hướng
    dẫn … [có hiệu lực từ 01/01/2026 và] thay thế …". What is left is the title, if anything."""
    tense = (at := adverbs.mark_of_tense(flat, before, cue)) >= 0
    at = at if tense else adverbs.link(flat, before, cue)
    if at < 0:
        return before
    rest, last, verb = before, before[at], cue
    before, cue = before[: at + 1], last.end  # "đã chính thức thay thế", "…, cũng thay thế"
    told = next((at for at, t in enumerate(before) if t.kinds & TOLD), -1)
    if told == at and told >= 0 and ways.tells_when(flat, _behind_force(flat, last.end, verb), verb):
        return _without_comma(before[:told])  # "[Thông tư] có hiệu lực từ 01/01/2026 thay thế …"
    if told >= 0:
        purpose = last.words in word_set("purpose") or last.words in word_set("future")
        if (tense or purpose or last.kinds & JOIN or last.words == ",") and not _acts_or_ends(before[told:-1]):
            return _without_comma(before[:told])
        return rest
    if not tense:
        return rest
    said = not _acts_or_ends(before) and unknown_words(flat, before, tail, cue) <= _TENSE_WORDS
    return before[:-1] if said or only_title(flat, before[:-1], tail) else rest


def _behind_force(flat: str, at: int, verb: int) -> int:
    """Where the day begins behind "có hiệu lực [thi hành]"."""
    tail = next((word for word in word_set("force-tail") if flat.startswith(f" {word} ", at)), "")
    return at + len(tail) + 1 if tail and at < verb else at


def told_passed(flat: str, before: Sequence[Token], tail: int, cue: int) -> bool:
    """ "[Luật] [đã được Quốc hội khóa XV thông qua ngày 18/01/2024,] thay thế …": is what stands between the attributes
    of a document (which end at `tail`) and the verb a passive that says who made the document and when, and no more?"""
    rest = list(before)
    if rest and rest[0].words in word_set("done"):
        rest.pop(0)
    if len(rest) < _PASSED or rest[0].words not in word_set("passive-mark") or rest[0].start - tail > _NEAR:
        return False
    made = next((at for at, t in enumerate(rest) if t.kinds & ISSUE), 0)
    last = rest[-1]
    if not made or not (last.words == "," or last.kinds & JOIN) or not adjacent(flat, last.end, cue):
        return False
    if any(not t.kinds & ACTOR for t in rest[1:made]) or words_between(flat, tail, rest[0].start) > 1:
        return False
    joined = [t for t in rest[made + 1 :] if not (t.words == "," or t.kinds & JOIN)]
    return not joined and unknown_words(flat, rest[made:], rest[made].end, cue) <= _A_DAY


def _acts_or_ends(tokens: Sequence[Token]) -> bool:
    """Does somebody act in these words, or a sentence end?"""
    return any(t.kinds & (ACTOR | THIS | CUE | PASSIVE) or (t.kinds & SIGN and t.words != ",") for t in tokens)


def only_title(flat: str, tokens: Sequence[Token], tail: int) -> bool:
    """Is what stands behind the attributes, which end at `tail`, the title of the document and nothing else?"""
    first = tokens[0] if tokens else None
    if first is None or words_between(flat, tail, first.start):
        return False
    if not first.kinds & TITLE and first.words not in _QUOTES:
        return False
    comma = tail
    for t in tokens:
        if t.kinds & SIGN:
            if t.words not in (",", *_QUOTES):
                return False
            comma = t.end if t.words == "," else comma
        # "về xử phạt vi phạm hành chính", "về an toàn giao thông": words of the title unless they open a clause
        opens = t.kinds & (GUARD | STOP) and adjacent(flat, comma, t.start)
        changes = t.cue is not None and t.cue.predicate in VALIDITY
        if opens or changes or t.kinds & (ACTOR | THIS | PASSIVE | FINITE):
            return False
    return True


def _without_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    """Without the comma, and the word of time, that lead to what follows."""
    while tokens and (tokens[-1].words == "," or tokens[-1].kinds & OPENER):
        tokens = tokens[:-1]
    return tokens


def joins_verb(flat: str, before: Sequence[Token], cue: int) -> bool:
    """Does the cue go on with the verb before it ("… thay thế A và bãi bỏ B")?"""
    for token in reversed(before):
        if token.words in word_set("together") and adjacent(flat, token.end, cue):
            cue = token.start  # "[A] và [B] cùng hướng dẫn [C]"
            continue
        again = token.words in word_set("again")
        if (again or token.words in word_set("before-verb")) and words_between(flat, token.end, cue) <= 1:
            if again:
                return True
            cue = token.start
            continue
        return bool(token.kinds & JOIN or token.words in (",", ";")) and words_between(flat, token.end, cue) <= 1
    return False


def of_a_class(flat: str, before: Sequence[Token], cue: int) -> bool:
    """Does the cue belong to a class of documents ("các nghị định quy định chi tiết …")? No single one acts."""
    at = type_before(flat, before, cue)
    if at < 0:
        return False
    token = before[at]
    if token.words in word_set("class"):
        return True
    return any(t.kinds & QUANT and token.start - t.end < 60 for t in before[max(0, at - 3) : at])


def type_before(flat: str, before: Sequence[Token], cue: int) -> int:
    """Index of the type of a document that is told by nothing else ("ban hành [Nghị định] quy định chi tiết …") right
    before a cue, -1 if there is none."""
    for at in range(len(before) - 1, -1, -1):
        token = before[at]
        if token.kinds & SIGN and token.words not in '“”"':
            if token.words == "," and at == len(before) - 1:
                continue
            return -1
        if token.kinds & TYPE and not token.kinds & CUE:
            return at if unknown_words(flat, before[at + 1 :], token.end, cue) <= 4 else -1
    return -1


def of_several(flat: str, before: Sequence[Token], cue: int) -> bool:
    """ "Thông tư này thay thế các văn bản [hướng dẫn …]": it is the documents of a class that do so, not the text."""
    return any(t.kinds & QUANT for t in before) and of_a_class(flat, before, cue)


def enacts(flat: str, before: Sequence[Token], own_type: str) -> bool:
    """ "…, Ủy ban nhân dân tỉnh ban hành Kế hoạch …": the words that issue the text itself."""
    if not own_type:
        return False
    return any(
        t.words in word_set("enacting") and following.words == own_type and adjacent(flat, t.end, following.start)
        for t, following in pairwise(before)
    )


def is_there(flat: str, start: int) -> bool:
    """Does a word that says that a document is there stand right before it ("Ủy ban nhân dân tỉnh có [Kế hoạch …]")?"""
    words = flat[max(0, start - _NEAR) : start].split()
    return bool(words) and words[-1] in word_set("standing")


def says_how(context: Context, floor: int, cue: int, slot: Slot) -> bool:
    """ "Bộ Nội vụ hướng dẫn [Nghị định …] như sau:": the body that issues the text says what it does by it. The clause
    begins at `floor`, the verb at `cue`; without "như sau" or a colon the sentence only tells of a duty."""
    issuer = context.own.issuer
    before = context.flat[max(floor, cue - _NAME_REACH) : cue].rstrip()
    if not issuer or not before.endswith(issuer.lower()):
        return False
    office = before.removesuffix(issuer.lower()).rpartition(",")[2]  # "Bộ trưởng [Bộ Tài chính]"
    if len(office.split()) > _OFFICE_WORDS:
        return False
    unit = context.outline.at(slot.start)
    stop = context.flat.find(". ", slot.end, unit.end)
    sentence = context.flat[slot.end : stop if stop >= 0 else unit.end].rstrip()
    return sentence.removesuffix(".").endswith((":", *word_set("as-follows")))


def behind_reasons(before: Sequence[Token]) -> int:
    """Index behind the reasons that a clause opens with ("Căn cứ tình hình thực tế và [để thực hiện …]"), 0 where it
    opens with none: they name no document, and what is joined to them is why the text acts."""
    if not before or not before[0].kinds & STOP:
        return 0
    last = len(before)
    if before[last - 1].words in word_set("purpose"):
        last -= 1
    return last if before[last - 1].kinds & JOIN or before[last - 1].words == "," else 0


def told_of(flat: str, before: Sequence[Token], floor: int, cue: int) -> bool:
    """ "Việc thực hiện A còn khó khăn", "Trong quá trình thực hiện A, …": does the clause speak of the carrying out?"""
    comma = max((n for n, t in enumerate(before) if t.kinds & SIGN and t.words == ","), default=-1)
    if comma >= 0:  # "Thời gian qua, việc thực hiện [A] đã đạt kết quả"
        before, floor = before[comma + 1 :], before[comma].end
    at = next((n for n, t in enumerate(before) if not t.kinds & (JOIN | QUANT) and t.words != "trong"), len(before))
    nominal = at < len(before) and before[at].kinds & NOMINAL
    return bool(nominal) and not unknown_words(flat, before, floor, cue) and at + 1 >= len(before)


def promulgates(flat: str, since: Sequence[Token], slot: Slot) -> bool:
    """ "… ban hành (kèm theo) [Kế hoạch]", "… phê duyệt [Đề án]": what follows is the content of what stands before."""
    for at in range(len(since) - 1, -1, -1):
        token = since[at]
        opening = token.words in ("“", '"') or token.words in word_set("content")
        if opening or (token.kinds & ANNEX and not token.kinds & ISSUE):
            continue
        promulgating = token.kinds & ISSUE and token.words in word_set("promulgating")
        adding = token.words in word_set("adding") and issued_anew(since[:at])
        if promulgating and _changed_before(since[:at]):
            return False
        return bool(promulgating or adding) and words_between(flat, token.end, slot.start) <= 2
    return False


def _changed_before(since: Sequence[Token]) -> bool:
    """ "sửa đổi, bổ sung, [cập nhật] [Chương trình]": what is changed is not what the document issues."""
    joined = list(since)
    while joined and joined[-1].words == ",":
        joined.pop()
    cue = joined[-1].cue if joined and joined[-1].kinds & CUE else None
    return cue is not None and cue.predicate in VALIDITY and cue.position == "active"


def issued_anew(since: Sequence[Token]) -> bool:
    """ "cập nhật, [bổ sung] [Chương trình]", "ban hành [bổ sung] [Kế hoạch]": what is added to is issued in the same
    breath; "phê duyệt [bổ sung]" and "bổ sung" alone change it."""
    before = next((t for t in reversed(since) if t.words != ","), None)
    return before is not None and before.words in word_set("promulgated") | word_set("updating")


def is_title(flat: str, words: Sequence[Token], start: int, cue: Token, zone: str, *, item: bool) -> bool:
    """Do the words between the attributes of a citation (which end at `start`) and a cue belong to its title?"""
    if other_clause(flat, words) or cue.start - start > _TITLE_REACH:
        return False
    if zone != "body":
        return True
    predicate = cue.cue.predicate if cue.cue is not None else ""
    if not words:
        near = words_between(flat, start, cue.start)
        return (near <= 6 and "," not in flat[start : cue.start]) or item
    first = words[0]
    opened = (first.kinds & TITLE and words_between(flat, start, first.start) == 0) or first.words in ("“", '"')
    if not opened and first.words == "," and len(words) > 1:
        opened = bool(words[1].kinds & TITLE) and words_between(flat, first.end, words[1].start) == 0
    if not opened:
        if any(t.kinds & (ACTOR | STOP | SIGN) for t in words) and not item:
            return False
        if not item and unknown_words(flat, words, start, cue.start) > 6:
            return False
    return predicate in VALIDITY or words[-1].words != ","


def shares(member: Slot, head: Slot, predicate: str, slot: Slot) -> bool:
    """Does a coordinated member share the complement of the last one? Only papers of one kind do."""
    return (
        member.kind == head.kind != "law"
        and type_of(member.documents[0]) == type_of(head.documents[0])
        and all(allowed(m, predicate, o, stated=False) for m in member.documents for o in slot.documents)
    )


def opens(flat: str, before: Sequence[Token], floor: int, cue: int) -> bool:
    """Does the clause begin with the cue, but for words such as "Nay", "Tiếp tục" and adverbs? Nobody else acts."""
    if cue - floor > _OPENING_REACH or unknown_words(flat, before, floor, cue) > _OPENING_WORDS:
        return False
    for at, token in enumerate(before):
        kinds = token.kinds
        if kinds & (FINITE | STOP | THIS | PASSIVE) or (token.words in (";", ":") and kinds & SIGN):
            if token.words == ":" and at == len(before) - 1:
                continue
            return False
        if kinds & ACTOR and not (at and before[at - 1].kinds & LEAD):
            return False
    return True


def imperative(flat: str, before: Sequence[Token], floor: int, cue: int) -> bool:
    """Does the clause begin with the verb itself ("Bãi bỏ …", "Nay bãi bỏ …")?"""
    if behind_adverbial(flat, before, floor, cue):
        return True
    if any(not t.kinds & (OPENER | JOIN | SIGN) or t.words in ("(", ";") for t in before):
        return False
    return unknown_words(flat, before, floor, cue) == 0


def may_amend(context: Context, slot: Slot) -> bool:
    """Is an imperative in the body ("Sửa đổi Điều 5 …") the text's own act? Not in a paper that cannot amend (a plan, a
    single-case decision on normative documents), not below "… CẦN SỬA ĐỔI, BỔ SUNG"."""
    own = context.own
    if not is_normative(own) and type_of(own) not in word_set("consolidation"):
        amends = type_of(own) in word_set("amending-type")
        if not amends or any(is_normative(d) for d in slot.documents):
            return False
    if context.wanted is None:
        context.wanted = [found.start() for found in _wanted().finditer(context.text)]
    at = bisect_left(context.wanted, slot.start) - 1
    if at < 0 or slot.start - context.wanted[at] > _WANTED_REACH:
        return True
    return _next_division().search(context.text, context.wanted[at] + 20, slot.start) is not None


def acted_on(clause: Sequence[Slot], beyond: Sequence[Slot], agent: Slot, predicate: str, *, main: bool) -> Slot | None:
    """What the agent of a passive acts on: the nearest citation of its kind in the clause, else the one just before;
    the first one if something is said of the `main` document before. A title may hold a semicolon."""
    here = clause or beyond
    others = [s for s in (here if main else reversed(here)) if not s.same_as(agent)]
    for candidate in others:
        if candidate.kind == agent.kind and _may(agent, predicate, candidate):
            return candidate
    nearest = others[0] if others and clause else None
    return nearest if nearest is not None and _may(agent, predicate, nearest) else None


def _may(agent: Slot, predicate: str, target: Slot) -> bool:
    return all(allowed(a, predicate, o, stated=True) for a in agent.documents for o in target.documents)


def family(predicate: str) -> str:
    """Verbs of one family join ("thay thế A và bãi bỏ B")."""
    return "change" if predicate in VALIDITY else predicate


def told_in_force(tokens: Sequence[Token]) -> bool:
    """ "…, có hiệu lực kể từ ngày …, [được sửa đổi bởi]": it is said of the document that heads the clause."""
    return any(t.kinds & TOLD for t in tokens)


def can_change(context: Context, predicate: str, slot: Slot, *, part: bool) -> bool:
    """May an imperative of this predicate be the text's own act?"""
    if predicate in ("corrects", "suspends", "extends", "consolidates"):
        return can_end(context.own)
    ends = predicate != "amends" and not part and can_end(context.own)
    return ends or may_amend(context, slot)


def serves(predicate: str) -> bool:
    """Does the predicate name what a lower paper does for a higher one?"""
    return predicate in SERVICE


def same_class(context: Context, slot: Slot) -> bool:
    """Is the citation a paper of the text's own kind?"""
    return slot.kind == type_class(context.own)


def acted_on_first(clause: Sequence[Slot]) -> Slot:
    """The document that heads a clause: what "…, được sửa đổi, bổ sung bởi:" speaks of."""
    return clause[0]
