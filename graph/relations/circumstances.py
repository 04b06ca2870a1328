"""What a sentence puts in front of its verb: from when, why, or beside what something is done ("Qua rà soát, bãi bỏ A",
"Căn cứ Luật X, bãi bỏ A"). Who acts is not said there; a document that is named in it is none that acts."""

from __future__ import annotations

from collections.abc import Sequence

from graph.relations.counting import adjacent, words_between
from graph.relations.lexicon import (
    ACTOR,
    CUE,
    DRAFT,
    FINITE,
    GUARD,
    ISSUE,
    JOIN,
    OPENER,
    PASSIVE,
    QUANT,
    SIGN,
    THIS,
    TITLE,
    TYPE,
    Token,
)
from graph.relations.slots import Context, Slot
from graph.relations.words import word_set

_LONGEST = 4  # words of what opens a circumstance
_OPENING = 1000  # code points of a circumstance: none is longer
_OWNED = 12  # code points before a name in which the word that leads to an owner stands


def behind_adverbial(flat: str, before: Sequence[Token], floor: int, cue: int) -> bool:
    """ "Đối với kinh phí …, bãi bỏ …", "Qua rà soát, nay bãi bỏ …", "Từ ngày 01/01/2026, bãi bỏ …": does it open with
    what only says why, of what or from when, and does the verb stand right behind its comma?"""
    said = _before_comma(flat, before, cue)
    if said is None:
        return False
    comma = before[len(said)].start
    if _tells_circumstances(flat, said, floor, comma):
        return True
    if all(t.kinds & OPENER for t in said) and names_a_day(flat[floor:comma].lower().split()):
        return True
    if not said or said[0].words not in word_set("adverbial") or words_between(flat, floor, said[0].start):
        return False
    other = ACTOR | DRAFT | GUARD | THIS | FINITE | PASSIVE | CUE
    return not any((t.kinds & other and not t.kinds & OPENER) or (t.kinds & SIGN and t.words != ",") for t in said[1:])


def holds(context: Context, head: Slot, before: Sequence[Token], floor: int) -> bool:
    """ "Căn cứ [Luật X], tỉnh bãi bỏ …", "Do [Luật X] đã hết hiệu lực, nay bãi bỏ …": does a circumstance at the
    beginning of the sentence name the document, and does the sentence begin behind its comma? `before` are the tokens
    behind the document. In a text that is no document itself, what is done "theo X" is done by X."""
    flat = context.flat
    comma = next((at for at, t in enumerate(before) if t.words == ","), -1)
    if comma < 0 or head.start - floor > _OPENING or (before[0].kinds & TITLE and not before[0].kinds & FINITE):
        return False
    led = context.lexicon.tokens(flat, context.text, floor, head.start)
    led_by = opener(flat, floor, head.start)
    if not led_by and len(led) == 1 and led[0].cue is not None and led[0].cue.predicate == "implements":
        return not words_between(flat, floor, led[0].start)  # "Thực hiện [Nghị quyết X], bãi bỏ …"
    if not led_by or (context.silent and led_by in word_set("according")):
        return False
    return not _somebody(flat, [t for t in (*led, *before[:comma]) if t.start >= floor + len(led_by)])


def right_behind(flat: str, before: Sequence[Token], cue: int) -> bool:
    """Does the verb stand right behind the only comma, or behind "nay" there?"""
    said = _before_comma(flat, before, cue)
    return said is not None and all(t.words != "," for t in said)


def apart(context: Context, members: Sequence[Slot], floor: int) -> bool:
    """ "Khác với [B], [A] thay thế …", "So với [B1] và [B2], [A] thay thế …": do words lead to the first of several
    documents before the last of which stands a mere comma? They are no list then: what opens the sentence is no
    subject."""
    flat, first, (*_, former, last) = context.flat, members[0], members
    if flat[context.tail(former) : last.start].strip(" *_") != ",":
        return False
    led = flat[floor : first.start].strip(" *_") if first.start - floor <= _OPENING else ""
    if not led or not led[-1].isalpha():
        return False
    tokens = context.lexicon.tokens(flat, context.text, floor, first.start)
    named = sum(len(t.words.split()) for t in tokens if t.kinds & (QUANT | TYPE | JOIN))
    return len(led.split()) > named and not any(t.kinds & ISSUE for t in tokens)


def _before_comma(flat: str, before: Sequence[Token], cue: int) -> Sequence[Token] | None:
    """The tokens before the comma that stands right before a verb, or before "nay" and the verb; None without one."""
    while before and before[-1].kinds & OPENER and adjacent(flat, before[-1].end, cue):
        before, cue = before[:-1], before[-1].start
    if not before or before[-1].words != "," or not adjacent(flat, before[-1].end, cue):
        return None
    return before[:-1]


def _tells_circumstances(flat: str, said: Sequence[Token], floor: int, comma: int) -> bool:
    """ "Qua rà soát, …", "Ngoài các văn bản đã hết hiệu lực, …": one phrase without a comma of its own that opens with
    a preposition and names nobody who might be meant to act."""
    opened = len(opener(flat, floor, comma))
    return opened > 0 and not _somebody(flat, [t for t in said if t.start >= floor + opened])


def opener(flat: str, floor: int, end: int) -> str:
    """The words between two offsets with which a circumstance opens; none where another phrase stands."""
    words = flat[floor : min(end, floor + _OPENING)].split(None, _LONGEST)[:_LONGEST]
    openers = word_set("circumstance") | word_set("adverbial")
    return next((said for n in range(len(words), 0, -1) if (said := " ".join(words[:n])) in openers), "")


def _somebody(flat: str, tokens: Sequence[Token]) -> bool:
    """Is somebody named who may be meant to act, or is there a sign? Not "theo đề nghị của Giám đốc Sở Tài chính"."""
    owners = tuple(f" {word}" for word in word_set("owner"))
    owner = -1  # where the name of an owner ends
    for token in tokens:
        if token.kinds & OPENER:
            continue
        if token.kinds & (DRAFT | SIGN):
            return True
        if token.kinds & ACTOR:
            led = flat[max(0, token.start - _OWNED) : token.start].rstrip()
            if not led.endswith(owners) and not (owner >= 0 and adjacent(flat, owner, token.start)):
                return True
            owner = token.end
    return False


def names_a_day(words: Sequence[str]) -> bool:
    """ "từ ngày 01 tháng 01 năm 2026"."""
    units = word_set("day") | word_set("month") | word_set("year")
    led = next((n for n in (1, 2) if " ".join(words[:n]) in word_set("from")), 0)
    rest = words[led:]
    return bool(led and rest) and all(w in units or not w.strip("0123456789/.-") for w in rest)


def issuer_acts(context: Context, before: Sequence[Token], floors: Sequence[int], cue: int) -> bool:
    """ "Ủy ban nhân dân tỉnh (quyết định) bãi bỏ …", "Từ ngày 20/5/2021, Bộ Tài chính bãi bỏ …": is it the body that
    issues the text, and nobody else, that stands before the verb, with nothing but the day in front?"""
    issuer, place = (context.own.issuer or "").lower(), (context.own.place or "").lower()
    if not issuer:
        return False
    decided = max(
        (t.start for t in before if t.words in word_set("deciding") and adjacent(context.flat, t.end, cue)), default=cue
    )
    for floor in floors:
        day, comma, behind = context.flat[floor:decided].rpartition(",")
        if comma and not names_a_day(day.split()):
            continue
        said = " ".join((behind if comma else day + behind).strip(" *_").split())
        said = next(
            (said.removeprefix(f"{word} ") for word in word_set("at-once") if said.startswith(f"{word} ")), said
        )
        if said in {issuer, f"{issuer} {place}"}:
            return True
    return False
