"""The way from a cue to its object: what of the object is meant, and what bars the way.

A word in no table is neutral. What bars the way is named: a reference (``stop``: "theo", "căn cứ", "trừ" …), another
actor with a verb of its own, a sentence's end. "tại", "của" lead from a part to its document; "ban hành kèm theo" from
an annex.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.relations import lexicon as lex
from graph.relations.authority import VALIDITY
from graph.relations.counting import adjacent, words_between
from graph.relations.lexicon import Token
from graph.relations.words import word_set

_ROMAN = frozenset("ivxlc")
_FEW = 2  # words between a class of documents and the body that issued them: "các Nghị quyết chuyên đề của …"
_BODIES = 16  # words of the bodies behind it: "Chính phủ, Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"


def stopped(flat: str, way: Sequence[Token], start: int, end: int, *, service: bool = False) -> Token | None:
    """The token that bars the way from `start` to the object at `end`, None if nothing does.

    A "theo …" holds where only words of reference stand between it and the object ("theo quy định tại khoản 2 Điều 3
    [Nghị định]"); an adverb ("theo thẩm quyền [Nghị quyết]") or a comma ends it. A `service` verb reaches over no
    colon."""
    for at, token in enumerate(way):
        kinds = token.kinds
        if kinds & lex.STOP and not kinds & (lex.NEUTRAL | lex.ANNEX):
            if not _of_a_part(flat, way, at) and _refers(flat, way[at + 1 :], token.end, end):
                return token
        elif issued_under(way, at) or (
            service
            and (
                (kinds & lex.SIGN and token.words == ":" and not _opens_list(flat, way, at, start))
                or (kinds & lex.GUARD and _goes_beside(flat, way[at:], end))
            )
        ):
            return token
        elif kinds & lex.THIS:
            following = way[at + 1] if at + 1 < len(way) else None
            if following is None or not (following.kinds & lex.JOIN or following.words == ","):
                return token
        elif kinds & lex.GUARD and token.words in word_set("goes-with") and adjacent(flat, token.end, end):
            return token  # "triển khai phải gắn với [Kế hoạch]"
        elif kinds & lex.FINITE and not kinds & (lex.CUE | lex.TYPE):
            if _after_comma(flat, way, at) or (at and way[at - 1].kinds & lex.ACTOR):
                return token
        elif kinds & lex.ACTOR and _after_comma(flat, way, at) and _acts(way[at + 1 :]):
            return token
    return None


def issued_under(way: Sequence[Token], at: int) -> bool:
    """ "các quyết định [ban hành theo] Luật …": does the word lead from documents of their own to the one they rest
    on? "quy chế ban hành theo Quyết định …" is an annex of that one."""
    token, before = way[at], way[at - 1] if at else None
    if not token.kinds & lex.ANNEX or token.words not in word_set("issued-under"):
        return False
    return before is not None and bool(before.kinds & lex.TYPE) and before.words in word_set("issued-alone")


def _goes_beside(flat: str, way: Sequence[Token], end: int) -> bool:
    """ "thực hiện đồng bộ với các nhiệm vụ của [Nghị quyết]": is the object at `end` what the verb goes with?"""
    if way[0].words.split()[-1] not in word_set("beside"):
        return False
    known = lex.QUANT | lex.TYPE | lex.LEAD | lex.PART | lex.PIN | lex.JOIN
    return all(t.kinds & known for t in way[1:]) and not _unknown(flat, way[-1].end, end)


def _opens_list(flat: str, way: Sequence[Token], at: int, start: int) -> bool:
    """Does the colon at an index of the way stand behind the verb itself, a class of documents or "sau" ("Thực hiện các
    văn bản: …")?"""
    if not at:
        return adjacent(flat, start, way[at].start)
    if way[at - 1].kinds & (lex.TYPE | lex.FOLLOWING) and adjacent(flat, way[at - 1].end, way[at].start):
        return True
    return _class_of_a_body(flat, way, at)


def _class_of_a_body(flat: str, way: Sequence[Token], at: int) -> bool:
    """ "các Nghị quyết của Hội đồng nhân dân tỉnh: số …": does the colon at an index of the way stand behind a class
    of documents and the bodies that issued them?"""
    first = at
    while first and (way[first - 1].kinds & (lex.ACTOR | lex.JOIN) or way[first - 1].words == ","):
        first -= 1
    if first < 3 or way[first - 1].words not in word_set("owner"):
        return False
    if not (way[first - 3].kinds & lex.QUANT and way[first - 2].kinds & lex.TYPE):
        return False  # "Thực hiện báo cáo của Sở Tài chính: …"
    if words_between(flat, way[first - 2].end, way[first - 1].start) > _FEW:
        return False
    return 0 < words_between(flat, way[first - 1].end, way[at].start) <= _BODIES


def _refers(flat: str, rest: Sequence[Token], start: int, end: int) -> bool:
    """Does the reference that opens before `start` lead to the object at `end`?"""
    if not rest:
        return not _unknown(flat, start, end)
    if _closed_by_a_body(flat, rest, end):
        return False
    if any(t.words in (",", ";") and t.kinds & lex.SIGN for t in rest) and not any(
        t.kinds & (lex.LEAD | lex.PIN | lex.JOIN) for t in rest[-2:]
    ):
        return False
    last = rest[-1]
    if last.kinds & (lex.LEAD | lex.PIN | lex.ANNEX | lex.QUANT | lex.TYPE | lex.PART | lex.JOIN):
        return not _unknown(flat, last.end, end) or bool(last.kinds & lex.PIN)
    return not _unknown(flat, last.end, end)


_OF_MATTER = lex.JOIN | lex.ACTOR | lex.NEUTRAL | lex.CONDITION  # "đối với cấp huyện và Sở Tư pháp"
_OF_WORDS = ("“", "”", '"', ",")  # what a matter may be listed and quoted with


def _of_a_part(flat: str, way: Sequence[Token], at: int) -> bool:
    """ "các nội dung liên quan đến cây xanh tại [Quyết định]": do the words say which parts are meant?"""
    token = way[at]
    if token.words not in word_set("of-a-matter") or not at or not way[at - 1].kinds & (lex.PART | lex.PIN):
        return False
    named = (t for t in way[at + 1 :] if not t.kinds & _OF_MATTER and t.words not in _OF_WORDS)
    following = next(named, None)
    return (
        following is not None
        and bool(following.kinds & lex.LEAD)
        and adjacent(flat, way[at - 1].end, token.start)
        and bool(words_between(flat, token.end, following.start))
    )


def _closed_by_a_body(flat: str, rest: Sequence[Token], end: int) -> bool:
    """ "phù hợp với điều kiện của đơn vị [Nghị quyết]", "… của đơn vị một số điều của [Luật]": does the reference end
    with a body, behind which what the verb is about stands without a word that leads to it?"""
    for at, token in enumerate(rest):
        if token.kinds & (lex.ACTOR | lex.LEAD | lex.DRAFT) == lex.ACTOR:
            following = rest[at + 1] if at + 1 < len(rest) else None
            if following is None:
                return adjacent(flat, token.end, end)
            if following.kinds & (lex.PIN | lex.QUANT) and adjacent(flat, token.end, following.start):
                return True
    return False


def _unknown(flat: str, start: int, end: int) -> bool:
    """Do words stand between two offsets?"""
    numbered = not word_set("number").isdisjoint(flat[start:end].split(" "))
    return words_between(flat, start, end) > (1 if numbered else 0)


def _after_comma(flat: str, way: Sequence[Token], at: int) -> bool:
    return (
        at > 0
        and way[at - 1].words in (",", ";")
        and bool(way[at - 1].kinds & lex.SIGN)
        and not (at > 1 and way[at - 2].kinds & lex.ACTOR)  # "ở các cấp, các ngành"
        and adjacent(flat, way[at - 1].end, way[at].start)
    )


def _acts(rest: Sequence[Token]) -> bool:
    """Does a verb follow soon behind a body?"""
    return any(t.kinds & (lex.FINITE | lex.CUE) for t in rest[:4])


def extent(flat: str, way: Sequence[Token], start: int | None = None) -> str:
    """``whole`` or ``part`` of the document at the end of the way from a verb that changes it and ends at `start`
    (None: the way is that of a further member of a list)."""
    part = False
    annexed = aside = False
    for at, token in enumerate(way):
        kinds = token.kinds
        if kinds & lex.STOP and not kinds & (lex.NEUTRAL | lex.ANNEX) and not _of_a_part(flat, way, at):
            aside = True  # "thay thế phù hợp với điều kiện của đơn vị [Quyết định]"
        elif kinds & lex.PIN:
            part = True
        elif kinds & lex.ANNEX:
            annexed = True
        elif kinds & lex.PART and not _of_a_class(way, at):
            rest = way[at + 1 :]
            if aside or (start is not None and _adverbial(flat, way, at, start)):
                continue
            if any(t.kinds & lex.ANNEX for t in rest):
                part = part or not kinds & lex.TYPE
            elif _is_object(flat, way, at, start):
                part = part or not rest or any(t.kinds & lex.LEAD for t in rest)
    if not part and not annexed and way and way[-1].kinds & lex.LEAD and way[-1].words not in word_set("whole-of"):
        part = True  # "sửa đổi mức thu tại [Nghị quyết]"
    if not part and start is not None and way and way[-1].kinds & lex.LEAD:
        part = flat[start : way[-1].start].split()[:1] in ([word] for word in word_set("portion"))
    return "part" if part else "whole"


def labelled(way: Sequence[Token]) -> bool:
    """Is the last part on the way one by its number ("Điều 4", "điểm a")? A list does not go on with it."""
    pins = [t for t in way if t.kinds & lex.PIN]
    label = pins[-1].words.rpartition(" ")[2] if pins else ""
    return label[-1:].isdigit() or (len(label) == 1 and label.isalpha()) or (bool(label) and set(label) <= _ROMAN)


def of_one(way: Sequence[Token]) -> bool:
    """Is it by its number alone that a part is meant, of one document ("Điều 3 của [A] và [B]": B is meant as a whole)?
    Not where the part is a noun or quoted words that may stand in several ("quy định về phí tại …", "cụm từ “…” tại
    …"), and not of a plural ("Điều 3 của các Quyết định số …")."""
    parts = [t for t in way if t.kinds & (lex.PIN | lex.PART)]
    pins = [t for t in parts if t.kinds & lex.PIN]
    if not pins or parts[0] is not pins[0] or not all(labelled([t]) for t in pins):
        return False
    return not any(t.kinds & lex.QUANT and t.start > pins[-1].start for t in way)


def _is_object(flat: str, way: Sequence[Token], at: int, start: int | None) -> bool:
    """Is the noun at an index of the way the verb's object, or joined to one? Not behind a word that makes an adverb of
    it ("thay thế trước thời hạn [Quyết định]")."""
    before = way[at - 1] if at else None
    if before is None and start is None:
        return True
    when = before is not None and before.kinds & lex.LEAD and way[at].words in word_set("duration")
    if when and not any(t.kinds & (lex.PIN | lex.PART) and t.words not in word_set("duration") for t in way[:at]):
        return False  # "thay thế trong thời gian tới [Quyết định]"
    words = flat[before.end if before is not None else start : way[at].start].split()
    return all(_counts(word) for word in words) or bool(
        before is not None and (before.kinds & (lex.PIN | lex.PART | lex.LEAD | lex.JOIN) or before.words == ",")
    )


def _adverbial(flat: str, way: Sequence[Token], at: int, start: int) -> bool:
    """Does the noun at an index of the way belong to an adverbial that stands right behind the verb ("thay thế trong
    thời hạn quy định [Quyết định]")? No object begins with "trong"."""
    first = way[0]
    return (
        bool(first.kinds & lex.LEAD)
        and first.words in word_set("within")
        and adjacent(flat, start, first.start)
        and not any(t.kinds & (lex.LEAD | lex.PIN) or t.words == "," for t in way[1 : at + 1])
    )


def _counts(word: str) -> bool:
    """Is it a number ("03", "ba") or a mere sign?"""
    return word in word_set("numeral") or any(c.isdigit() for c in word) or not any(c.isalnum() for c in word)


def _of_a_class(way: Sequence[Token], at: int) -> bool:
    """ "các văn bản quy định …": the word belongs to the name of a class."""
    return any(t.kinds & lex.TYPE for t in way[max(0, at - 2) : at])


def by_agent(flat: str, way: Sequence[Token], *, passive: bool, cue_end: int, end: int) -> bool:
    """Does the way lead from a verb (which ends at `cue_end`) to the acting document at `end` ("bởi khoản 2 Điều 1
    …")? Where the verb is not `passive` by
    itself ("sửa đổi, bổ sung bởi"), only right behind it."""
    unknown, behind = 0, cue_end
    for at, token in enumerate(way):
        words = token.words
        if not _is_a_day(flat, behind, token.start):  # "được sửa đổi kể từ ngày 01 tháng 7 năm 2022 bởi …"
            unknown += words_between(flat, behind, token.start)
        behind = token.end
        if unknown > (3 if words not in word_set("within") else 0):
            return False
        if names_agent(token) or (passive and words in word_set("within")):
            if not passive and not adjacent(flat, cue_end, token.start) and not _dated_by(flat, token, cue_end):
                return False
            if words not in word_set("by") and not _names_right_away(flat, way[at + 1 :], token.end, end):
                return False  # "thay thế tại các địa phương [Quyết định]": where, not by whom
            return not any(t.kinds & (lex.CUE | lex.FINITE) or t.words == ";" for t in way[at + 1 :])
        changing = token.cue is not None and (
            token.cue.predicate in VALIDITY or (passive and token.cue.predicate == "guides")
        )
        if (token.kinds & (lex.CUE | lex.FINITE | lex.STOP) and not changing) or token.words in (";", "."):
            return False
    return False


def _is_a_day(flat: str, start: int, end: int) -> bool:
    """Is what stands between two offsets a day and nothing else ("01 tháng 7 năm 2022", "01/7/2022")?"""
    units = word_set("day") | word_set("month") | word_set("year")
    return all(word in units or not word.strip("0123456789/.-") for word in flat[start:end].split())


def _dated_by(flat: str, token: Token, cue_end: int) -> bool:
    """ "sửa đổi năm 2020 bằng [A]": does only when it was stand between the verb and the word for who acts?"""
    return bool(token.kinds & lex.AGENT) and tells_when(flat, cue_end, token.start)


def tells_when(flat: str, start: int, end: int) -> bool:
    """Is what stands between two offsets nothing but a day, a year, or how often ("vào năm 2020", "02 lần")?"""
    said = " ".join(flat[start:end].replace(",", " ").split())
    said = next((said.removeprefix(word) for word in word_set("from") if said.startswith(f"{word} ")), said)
    known = word_set("day") | word_set("month") | word_set("year") | word_set("numeral") | word_set("occasion")
    return all(word in known or not word.strip("0123456789/.-") for word in said.split())


def names_agent(token: Token) -> bool:
    """Does the word lead from a passive to who acts ("bởi", "theo", "theo quy định tại")?"""
    words = token.words
    if token.kinds & lex.NEUTRAL:  # "theo quy định của pháp luật": by nobody
        return False
    return (
        bool(token.kinds & lex.AGENT) or words in word_set("by-way-of") or words.startswith(tuple(word_set("as-ruled")))
    )


def agent_left_out(flat: str, way: Sequence[Token], start: int, end: int) -> bool:
    """Does the document at `end` stand right behind a passive that ends at `start` ("được sửa đổi, bổ sung [Luật số
    87/2025/QH15]")? The word that says by whom was left out: a passive has no object."""
    several = tuple(word_set("several"))
    if any(not t.kinds & (lex.QUANT | lex.TYPE) and not t.words.startswith(several) for t in way):
        return False
    return not _unknown(flat, way[-1].end if way else start, end)


def _names_right_away(flat: str, rest: Sequence[Token], start: int, end: int) -> bool:
    """Do only provisions and words of reference stand before the document at `end`?"""
    named = lex.PIN | lex.LEAD | lex.QUANT | lex.TYPE | lex.PART | lex.ANNEX | lex.JOIN | lex.SIGN
    spelled = flat[start:end]
    for word in word_set("number"):
        spelled = spelled.replace(word, " ")
    known = all(t.kinds & named for t in rest)
    left = [word for word in _left(spelled, rest, start) if word not in word_set("provision")]  # "khoản điểm b"
    return known and all(not word.strip(",0123456789.") or len(word) < 3 for word in left)


def _left(words: str, rest: Sequence[Token], start: int) -> list[str]:
    """The words between the tokens."""
    for token in reversed(rest):
        words = words[: token.start - start] + " " + words[token.end - start :]
    return words.split()


def opens_item(way: Sequence[Token], flat: str, start: int, end: int) -> bool:
    """Does a list item begin with the citation at `end` (or with parts of it)? Nothing may stand before it that
    refers, acts or states."""
    if stopped(flat, way, start, end) is not None:
        return False
    if way and way[0].kinds & lex.ACTOR and not _unknown(flat, start, way[0].start):
        return False
    condition = lex.CONDITION | lex.GUARD
    if len(way) == 1 and way[0].kinds & condition == condition and adjacent(flat, way[0].end, end):
        return False  # "4. Trường hợp [Nghị định] có quy định khác …"
    if any(t.kinds & lex.DRAFT for t in way):
        return False  # "Xét đề nghị tại [Tờ trình]"
    if any(t.kinds & (lex.CUE | lex.FINITE | lex.ACTOR) for t in way):
        if any(t.kinds & (lex.FINITE | lex.STOP) for t in way):
            return False
        if any(t.kinds & (lex.LEAD | lex.PIN | lex.ANNEX) for t in way[-2:]):
            return True
        colon = way[-1].words == ":" and bool(way[-1].kinds & lex.SIGN)
        return colon and _class_of_a_body(flat, way, len(way) - 1)
    return True
