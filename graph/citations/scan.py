"""From a normalised text to its citations: find the anchors cheaply, then read around them.

Anchors are found by four passes that cost one substring or one-class search each: numbers with a separator and codes
(symbols), numbers behind a letter (bare numbers), the words Luật / Pháp lệnh / Hiến pháp, and Nghị quyết before a
plenum or congress. Everything else happens in bounded windows around an anchor, so the whole is linear in the text's
length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from graph import domain
from graph.citations import dates, symbols, typewords
from graph.citations.acts import BARE_YEAR, ActName, find_acts
from graph.citations.bodies import read_issuer
from graph.citations.citation import Citation
from graph.citations.party import find_party
from graph.citations.tail import read_tail
from graph.citations.typewords import TypeWord

# characters that, right before a number, say that it is part of something else: a URL, a decimal, a longer code
_GLUED_BEFORE = frozenset("/%=&.,_-–~#@+")
_BETWEEN_ACT = re.compile(r"[\s*_|,:]*(?:(?:số|Số|SỐ)\s*:?[\s*]*)?\Z")
_LIST_GAP = re.compile(
    r"[\s*_|]*(?:\([^()\n]{0,60}\))?[\s*_|]*(?:[,;]|[,;]?[\s*]*(?:và|hoặc|hay|&)(?![^\W_])|[,;]?[\s*]*-)[\s*_|]*"
    r"(?:các[\s*]+)?(?:(?:số|Số)[\s*:]*)?\Z"
)
_TITLE_BETWEEN = re.compile(r"[^;:\n“”]{0,300}[;,]\s*(?:và\s+)?(?:số\s*)?\Z")
_OF_BEFORE = re.compile(r"(?:của|CỦA)(?![^\W_])")
_YEAR_BEHIND = re.compile(r"[ ]?/[ ]?((?:19|20)[0-9]{2})(?![0-9/\-.]*[0-9A-ZĐ/])")
_NO_REFERENCE = re.compile(
    r"[ \n]?(?:%|/|-\s?\d|–\s?\d|[.,]\d|\s*(?:năm|tháng|ngày|người|quý|đồng|triệu|tỷ|tỉ|nghìn|điểm|lần|tuổi|giờ|phút|km"
    r"|ha|m2|m|tiết|cấp|văn bản|nội dung|nhiệm vụ|nhóm|chương|dự án|bước|khâu|kỳ|đơn vị|cơ quan|doanh nghiệp|hộ|xã"
    r"|tỉnh|bộ|loại|trường hợp|khoản|mục|cán bộ|đại biểu|thành viên|USD|bản|phần|cá nhân|tổ chức|lớp|công|cuộc|vụ|đề"
    r"|mô|chỉ|trong|tiêu|giai|số|mức|điều|đối|tập|phòng|ban|sở|kết|quyết|nghị|kế)(?![^\W_]))"
)
_NO_NUMBER = re.compile(r"[ \n]?%|/|-\s?\d|–\s?\d|[.,]\d|\s+(?:năm|tháng|ngày)\s+\d")
_DATED = re.compile(rf"[\s*]*,?[\s*]*(?={dates.FULL_DATE.pattern.replace('(?P<', '(?P<x_')})")
_SHARED = re.compile(
    r"(?:[\s*]*(?:,|và|;)[\s*]*(?:số[\s*]*)?(?P<n>[0-9]{1,4}[a-zđ]?)(?![0-9./]))*[\s*]*(?:,|và|;)[\s*]*(?:số[\s*]*)?\Z"
)
_NUMBERS = re.compile(r"[0-9]{1,4}[a-zđ]?")
# types that are cited by a bare number in running text; the others need "số" or a full citation elsewhere in the text
SHORT_TYPES = frozenset(
    {
        "Nghị quyết",
        "Quyết định",
        "Nghị định",
        "Thông tư",
        "Chỉ thị",
        "Kết luận",
        "Thông tư liên tịch",
        "Quy định",
        "Luật",
        "Pháp lệnh",
    }
)


# further types that are met with a bare number right behind them ("Kế hoạch 83");
# they count where the text also cites that number in full
_SELDOM_SHORT = frozenset(
    {"Kế hoạch", "Chương trình", "Chương trình hành động", "Kế hoạch hành động", "Hướng dẫn", "Công văn", "Thông báo",
     "Tờ trình", "Báo cáo", "Đề án", "Công điện", "Quy chế", "Thông tri"}
)  # fmt: skip


BARE_TYPES = SHORT_TYPES | _SELDOM_SHORT


@cache
def _bare_anchor() -> tuple[re.Pattern[str], frozenset[str]]:
    """A pattern for numbers behind a blank and two letters that a type word or "số" may end with, and those words' last
    three characters. The table's words are only read once a text is scanned."""
    words = {w for w, name in typewords.words_to_type().items() if name in BARE_TYPES}
    words |= {w.upper() for w in words}
    tails = {w[-3:] for w in words}
    shorts = {a for a, name in typewords.abbreviations().items() if name in BARE_TYPES}
    tails |= {(" " + a)[-3:] for a in shorts} | {" số", "\nsố", " Số", " SỐ", "(số", " sô", " so"}
    ends = ["".join(sorted({re.escape(t[at]) for t in tails})) for at in (-3, -2, -1)]
    pattern = re.compile(
        rf"[0-9](?<=[{ends[1]}][{ends[2]}][ \n][0-9])(?<=[{ends[0]}]..[ \n][0-9])[0-9]{{0,4}}+[a-zđ]?(?!\w)"
    )
    return pattern, frozenset(tails)


def scan(text: str) -> list[Citation]:
    """All citations of a normalised text in text order (same-span citations side by side, otherwise disjoint)."""
    acts = find_acts(text)
    found = _symbols(text, acts)
    taken = sorted((c.start, c.end) for c in found)
    found += [c for c in find_party(text) if not _overlaps(taken, c.start, c.end)]
    taken = sorted({(c.start, c.end) for c in found})
    inner_of = {a.start: a.inner for a in acts if a.amending}
    by_act = {id(c.from_act): c for c in found if c.from_act is not None}
    titled = {id(inner): c for c in found if c.amending for inner in inner_of.get(c.start, ())}
    shown = {}
    for act in acts:
        if id(act) in titled:
            # named inside a numbered amending act's title: a further document of the same span
            inner = _act_citation(text, act)
            inner.start, inner.end, inner.date, inner.tail_end = (
                titled[id(act)].start,
                titled[id(act)].end,
                None,
                titled[id(act)].end,
            )
            inner.rule, inner.confidence = "act-in-title", 0.7
            titled[id(act)].amends.append(inner)
            found.append(inner)
        elif not _overlaps(taken, act.start, act.end):
            shown[id(act)] = _act_citation(text, act)
            found.append(shown[id(act)])
    for act in acts:
        outer = shown.get(id(act))
        inners = [c for a in act.inner if (c := shown.get(id(a)) or by_act.get(id(a))) is not None]
        if outer is None or not inners:
            continue
        outer.amends = inners
        last = inners[-1]
        # "Luật sửa đổi … của Luật A ngày 22/11/2019": the date is the amending act's
        outer.date, last.date = outer.date or last.date, None
        outer.date_end, outer.tail_end = last.date_end, last.tail_end
    taken = sorted({(c.start, c.end) for c in found})
    found += _bare_numbers(text, taken, found)
    found += _blank_numbers(text, taken)
    found.sort(key=lambda c: (c.start, c.end))
    _share_dates(text, found)
    return found


_ONLY_AND = re.compile(r"[\s*]*(?:,|và|hoặc|&|;)[\s*]*(?:các[\s*]+)?\Z")


def _share_dates(text: str, citations: list[Citation]) -> None:
    """ "số 008/CĐ-UBND và số 009/CĐ-UBND ngày 19/11/2025": one date for members with nothing but "và" between them;
    never against the year in a member's own number. Issuers are shared in the same way."""
    for before, after in zip(reversed(citations[:-1]), reversed(citations[1:]), strict=True):
        if before.symbol is None or after.symbol is None or before.tail_end > before.end:
            continue
        if after.stated_type and (after.type != before.type or before.symbol.issuer_codes != after.symbol.issuer_codes):
            continue
        if after.start < before.end or not _ONLY_AND.match(text, before.end, after.start):
            continue
        if after.stated_type and not text[before.end : after.start].strip(" *\n,").startswith(("và", "&", "hoặc")):
            continue  # a comma or semicolon ends what a full citation says
        if before.date is None and after.date and before.year in (None, after.date[:4]):
            before.date = after.date
        if not before.issuers and before.symbol.issuer_codes == after.symbol.issuer_codes:
            before.issuers = after.issuers
    for before, after in zip(reversed(citations[:-1]), reversed(citations[1:]), strict=True):
        # "số 74-KL/TW ngày …, số 38-KL/TW ngày … của Bộ Chính trị": the issuer stands behind the last member
        if before.symbol is None or after.symbol is None or before.issuers or not after.issuers or after.stated_type:
            continue
        if (
            before.symbol.issuer_codes == after.symbol.issuer_codes
            and before.symbol.type_code == after.symbol.type_code
        ):
            gap = max(before.tail_end, before.end)
            if gap <= after.start and _ONLY_AND.match(text, gap, after.start):
                before.issuers = after.issuers


def _overlaps(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_left(taken, (start, -1))
    return (at < len(taken) and taken[at][0] < end) or (at > 0 and taken[at - 1][1] > start)


def _symbols(text: str, acts: list[ActName]) -> list[Citation]:
    act_ends = [a.end for a in acts]
    found: list[Citation] = []
    reached = 0
    for match in symbols.candidates(text):
        start = match.start()
        if start < reached or not symbols.promising(match):
            continue
        if (
            start
            and (text[start - 1].isdigit() or text[start - 1] in _GLUED_BEFORE or text[start - 1].isalpha())
            and not (text[start - 1] in ".-–," and start > 1 and not text[start - 2].isalnum())
            and text[start - 4 : start].casefold()[-2:] != "số"
        ):
            continue
        word = typewords.before(text, start)
        if word is not None and word.form:
            continue
        # "số" alone names no document: then the codes must be known ones ("tờ khai số 03/TNDN" is a form)
        symbol = symbols.parse(text, match, named=word is not None and word.type is not None) or (
            symbols.parse(text, match, named=True) if word is not None else None
        )
        if symbol is not None and (word is None or word.type is None) and not symbols.has_known_code(symbol):
            continue
        if symbol is None and word is None:
            symbol = _next_letter(text, match, found)
        if symbol is None:
            continue
        if word is not None and word.type is None and symbol.type_code:
            word = typewords.before(text, start, symbol.type_code) or word
        if not match["gap"].strip(" \t\n*") and (word is None or word.type is None):
            continue  # "1830 QĐ-UBND" needs its type word
        citation = _symbol_citation(text, start, symbol, word, acts, act_ends, found)
        if citation is not None:
            found.append(citation)
            reached = citation.end
    return found


def _next_letter(text: str, match: re.Match[str], found: list[Citation]) -> symbols.Symbol | None:
    """ "Công văn số 123/BNV-TCBC, 124/BNV-TCBC": the next official letter of the same body in a list."""
    if not found or found[-1].symbol is None or found[-1].symbol.shape != "letter":
        return None
    symbol = symbols.parse(text, match, named=True)
    gap = max(found[-1].tail_end, found[-1].end)
    if symbol is None or symbol.issuer_codes[:1] != found[-1].symbol.issuer_codes[:1] or gap > match.start():
        return None
    return symbol if _LIST_GAP.match(text, gap, match.start()) else None


_OF_ASSEMBLY = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Hiến pháp", "Lệnh", None})


def _symbol_citation(
    text: str,
    start: int,
    symbol: symbols.Symbol,
    word: TypeWord | None,
    acts: list[ActName],
    act_ends: list[int],
    found: list[Citation],
) -> Citation | None:
    begin = word.start if word else start
    kind = word.type if word else None
    if word is not None and word.words == "văn bản" and symbol.type_code is not None:
        kind = None  # "các văn bản số 364/TTr-BNG": any document; the code tells which
    if word is not None and symbol.shape == "assembly" and kind not in _OF_ASSEMBLY:
        # "Luật … theo hợp đồng số 69/2020/QH14": the words are the end of a law's name
        kind, begin = None, start if not word.numbered else text.rfind("số", word.start, start)
        begin = start if begin < 0 else begin
    citation = Citation(
        begin,
        symbol.end,
        "symbol",
        "symbol",
        type=kind,
        symbol=symbol,
        value=symbol.value,
        number=symbol.number,
        year=symbol.year,
        stated_type=kind is not None,
    )
    if kind is None:
        at = bisect_left(act_ends, start + 1) - 1
        if at >= 0 and start - act_ends[at] < 24 and _BETWEEN_ACT.match(text, act_ends[at], start):
            act = acts[at]
            if all(known.code != symbol.canonical for known in act.acts):
                # the number behind the last act of an amending title is the amending act's,
                # unless the table knows better
                act = next(
                    (a for a in reversed(acts[max(0, at - 8) : at]) if act in a.inner and not a.numbered_inner), act
                )
            citation.start, citation.type, citation.name = act.start, act.kind, act.name
            citation.acts, citation.amending, citation.rule, citation.stated_type = (
                act.acts,
                act.amending,
                "act-symbol",
                True,
            )
            citation.from_act = act
        else:
            _inherit(text, citation, word, found)
    if citation.type is None and not citation.stated_type:
        _type_behind_issuer(text, citation)
    if citation.type is None and word is not None and word.numbered and symbol.type_code is not None:
        _type_apart(text, citation)
    _read_attributes(text, citation)
    _issued_in_front(text, citation)
    return citation


def _inherit(text: str, citation: Citation, word: TypeWord | None, found: list[Citation]) -> None:
    """A member of a list without a type word takes the type of the member before it; the head of a list may hold an
    issuer ("các Nghị định của Chính phủ: số 24/2010/NĐ-CP")."""
    if not found:
        return
    previous = found[-1]
    if previous.type is None or citation.start - previous.end > 700:
        return
    begin = citation.start
    symbol = citation.symbol
    assert symbol is not None
    if symbol.type_code is not None:
        names = [t.name for t in domain.types_by_code(symbol.type_code)]
        if previous.type not in names:
            return
    elif symbol.shape == "letter" and previous.type not in ("Công văn",):
        return
    gap_start = max(previous.tail_end, previous.end)
    if gap_start <= begin and _LIST_GAP.match(text, gap_start, begin):
        citation.type, citation.rule = previous.type, "list"
        citation.group = previous.group = previous.group if previous.group >= 0 else previous.start
    elif gap_start <= begin and word is not None and word.numbered and _TITLE_BETWEEN.match(text, gap_start, begin):
        citation.type, citation.rule = previous.type, "list"


def _type_behind_issuer(text: str, citation: Citation) -> None:
    """ "Nghị định của Chính phủ số 86/2002/NĐ-CP": the type word stands before the issuer."""
    base = max(0, citation.start - 120)
    window = text[base : citation.start]
    at = None
    for match in _OF_BEFORE.finditer(window):
        at = match
    if at is None:
        return
    issuer = read_issuer(text, base + at.end())
    if (
        issuer is None
        or not (0 <= citation.start - issuer.end <= 3)
        or text[issuer.end : citation.start].strip(" \n*:,")
    ):
        return
    word = typewords.before(text, base + at.start())
    symbol = citation.symbol
    if word is None or word.type is None or symbol is None:
        return
    if text[word.start : word.start + 40].casefold().startswith("các"):
        return
    citation.type, citation.stated_type = word.type, True
    citation.issuers = (issuer,)
    if ":" not in text[issuer.end : citation.start] and symbol.type_code in (None, *_codes_of(word.type)):
        citation.start, citation.rule = word.start, "type-issuer-symbol"


_APART = re.compile(r"[^.;:()“”\d\n]*(?:\n(?!\s*\n)[^.;:()“”\d\n]*){0,2}\Z")


def _type_apart(text: str, citation: Citation) -> None:
    """ "Báo cáo giải trình, tiếp thu số 490/BC-UBND": the type word of the code stands a few words before "số"."""
    symbol = citation.symbol
    assert symbol is not None and symbol.type_code is not None
    base = max(0, citation.start - 64)
    window = text[base : citation.start]
    for kind in domain.types_by_code(symbol.type_code):
        for name in (kind.name, kind.name[0].lower() + kind.name[1:]):
            at = window.rfind(name)
            if at >= 0 and _APART.match(window, at + len(name)):
                citation.type, citation.stated_type, citation.start, citation.rule = (
                    kind.name,
                    True,
                    base + at,
                    "type-apart",
                )
                return


def _codes_of(type_name: str) -> tuple[str, ...]:
    kind = domain.type_by_name(type_name)
    return kind.codes if kind else ()


@cache
def _joint(kind: str | None) -> bool:
    """Whether documents of this type have several issuers."""
    return kind is not None and ("liên" in kind.casefold() or "phối hợp" in kind.casefold())


def _read_attributes(text: str, citation: Citation) -> None:
    begin = citation.end
    while begin < len(text) and text[begin].isdigit() and begin < citation.end + 2 and text[begin - 1].isalnum():
        begin += 1  # a footnote mark glued to the symbol
    tail = read_tail(text, begin, joint=_joint(citation.type), year=citation.kind == "act")
    citation.date = citation.date or tail.date
    citation.date_end = tail.date_end
    if not citation.issuers:
        citation.issuers = tail.issuers
    citation.term = citation.term or tail.term
    citation.tail_end = tail.end


_ISSUED_BY = re.compile(
    r"(?:(?P<dated>[nN]gày[\s*]{1,3}(?P<when>[0-9][0-9/.\- thángnăm*\n]{3,24}[0-9]{4}),[\s*]{1,3})"
    r"|(?:\A|[.;:,\n\-–+(“]|[mM]à|[dD]o|khi)[\s*]{0,4})"
    r"(?P<who>[A-ZĐÂÊÔƯỦ][^.;:,()\n“”]{3,90}?)[\s*]{1,3}(?:đã[\s*]{1,3})?ban[\s*]{1,3}hành[\s*]{1,3}(?:các[\s*]{1,3})?\Z"
)
_ISSUED_REACH = 140


def _issued_in_front(text: str, citation: Citation) -> None:
    """ "Ngày 25/10/2017, Ban Chấp hành Trung ương ban hành Nghị quyết số 18-NQ/TW": issuer and date stand in front."""
    at = citation.start
    if citation.issuers or not text.endswith(("hành ", "hành\n", "hành các "), max(0, at - 10), at):
        return
    found = _ISSUED_BY.search(text, max(0, at - _ISSUED_REACH), at)
    if found is None:
        return
    issuer = read_issuer(text, found.start("who"))
    if issuer is None or issuer.own or text[issuer.end : found.end("who")].strip():
        return
    citation.issuers, citation.issuer_start = (issuer,), found.start("who")
    if citation.date is None and found["when"] is not None:
        dated = dates.FULL_DATE.match(text, found.start("dated"))
        value = dates.iso(dated) if dated else None
        if value and citation.year in (None, value[:4]):
            citation.date = value


def _act_citation(text: str, act: ActName) -> Citation:
    citation = Citation(
        act.start,
        act.end,
        "act",
        "act" if act.known else "act-unknown",
        type=act.kind,
        name=act.name,
        acts=act.acts,
        amending=act.amending,
        stated_type=True,
        confidence=1.0 if act.known else 0.8,
    )
    _read_attributes(text, citation)
    year = BARE_YEAR.match(text, act.end)
    if year and not act.amending:
        citation.end = year.end()
    if citation.issuers and citation.issuers[0].level == "central":
        citation.issuers = ()  # "Luật X của Quốc hội": an act's issuer follows from its kind
    return citation


def _bare_numbers(text: str, taken: list[tuple[int, int]], found: list[Citation]) -> list[Citation]:
    """ "Nghị quyết 18", "Quyết định số 20", "Thông tư 02/2018";
    also the members of "các Nghị quyết số 18, 19-NQ/TW"."""
    pattern, endings = _bare_anchor()
    found = sorted(found, key=lambda c: c.start)
    starts = [c.start for c in found]
    shorts: list[Citation] = []
    for match in pattern.finditer(text):
        start, end = match.span()
        if text[start - 4 : start - 1] not in endings or _overlaps(taken, start, end):
            continue
        word = typewords.before(text, start)
        if word is None or word.form or word.colon or word.type not in BARE_TYPES:
            continue
        year = _YEAR_BEHIND.match(text, end)
        dated = _DATED.match(text, end)  # "Kết luận số 120 ngày 07/01/2016": the date settles that it is a number
        if year is None and not dated and (_NO_NUMBER if word.numbered else _NO_REFERENCE).match(text, end):
            continue
        number = text[start:end]
        value = int(number.rstrip("abcdefghijklmnopqrstuvwxyzđ"))
        if value == 0 or (not word.numbered and 1900 < value < 2100 and year is None):
            continue
        shared = _shared_symbol(text, end, found, starts)
        citation = Citation(
            word.start,
            year.end() if year else end,
            "number",
            "number",
            type=word.type,
            value=value,
            number=number,
            year=year.group(1) if year else None,
            stated_type=True,
            capital=word.capital,
            confidence=0.9 if word.numbered else 0.8,
        )
        if shared is not None:
            citation.symbol, citation.kind, citation.rule = (
                _with_number(shared, number, value, end),
                "symbol",
                "list-symbol",
            )
            citation.issuers, citation.term = shared.issuers, shared.term
            shared.type = shared.type or word.type
            citation.tail_end = end
            shorts.append(citation)
            shorts.extend(_middle_members(text, end, shared, citation))
            continue
        if not word.numbered and word.type not in SHORT_TYPES:
            citation.confidence = 0.4  # counts only if the text cites that number in full elsewhere
        elif not word.capital and not word.numbered:
            citation.confidence = 0.4
        members = _bare_members(text, citation)
        last = members[-1] if members else citation
        _read_attributes(text, last)
        for member in (citation, *members):
            member.issuers, member.term = last.issuers, last.term
        shorts += [citation, *members]
    return shorts


_NEXT_NUMBER = re.compile(r"[\s*]*(?:,|và)[\s*]*(?P<n>[0-9]{1,4}[a-zđ]?)(?![\w%./–-])")


def _bare_members(text: str, head: Citation) -> list[Citation]:
    """ "Nghị quyết 57, 59, 66 và 68 của Bộ Chính trị": the further members of a list of bare numbers, at most sixteen.
    The list must end with "và": without it the numbers behind a comma may count anything."""
    if head.type not in SHORT_TYPES or head.year is not None:
        return []
    members: list[Citation] = []
    position, closed = head.end, False
    while len(members) < 16 and not closed:
        found = _NEXT_NUMBER.match(text, position)
        if found is None or _NO_REFERENCE.match(text, found.end()):
            break
        closed = "và" in found.group()
        number = found["n"]
        members.append(
            Citation(
                found.start("n"),
                found.end("n"),
                "number",
                "list",
                type=head.type,
                number=number,
                value=int(number.rstrip("abcdefghijklmnopqrstuvwxyzđ")),
                stated_type=True,
                confidence=head.confidence,
                tail_end=found.end("n"),
            )
        )
        position = found.end()
    return members if closed else []


_BEFORE_BLANK = re.compile(r"(?P<so>số|Số|SỐ)[\s:*]*[.…_\s]*\Z")


def _blank_numbers(text: str, taken: list[tuple[int, int]]) -> list[Citation]:
    """Documents of a draft whose number is still blank ("Nghị quyết số …/2026/NQ-CP"), behind a type word and "số"."""
    found = []
    for match in symbols.BLANK.finditer(text):
        lead = _BEFORE_BLANK.search(text, max(0, match.start() - 24), match.start())
        if lead is None or _overlaps(taken, match.start(), match.end()):
            continue
        symbol = symbols.parse_blank(match)
        word = typewords.before(text, lead.start())
        if symbol is None or word is None or word.type is None:
            continue
        citation = Citation(
            word.start,
            symbol.end,
            "symbol",
            "blank-number",
            type=word.type,
            symbol=symbol,
            value=0,
            number=symbol.number,
            year=symbol.year,
            stated_type=True,
            confidence=0.5,
        )
        _read_attributes(text, citation)
        found.append(citation)
    return found


def _shared_symbol(text: str, end: int, found: list[Citation], starts: list[int]) -> Citation | None:
    """The citation whose symbol a bare number before it shares ("số 18, 19-NQ/TW")."""
    at = bisect_left(starts, end)
    for citation in found[at : at + 2]:
        if citation.start - end > 60:
            break
        lead = 2 if text.startswith("số", citation.start) else 0
        if citation.symbol is None or citation.stated_type or citation.rule not in ("symbol", "list"):
            continue
        if _SHARED.match(text, end, citation.start + lead):
            return citation
    return None


def _with_number(model: Citation, number: str, value: int, end: int) -> symbols.Symbol:
    symbol = model.symbol
    assert symbol is not None
    canonical = number + symbol.canonical[len(symbol.number) :]
    return symbols.Symbol(
        number, value, symbol.year, symbol.type_code, symbol.issuer_codes, canonical, symbol.shape, end
    )


def _middle_members(text: str, end: int, shared: Citation, head: Citation) -> list[Citation]:
    members = []
    for match in _NUMBERS.finditer(text, end, shared.start):
        value = int(match.group().rstrip("abcdefghijklmnopqrstuvwxyzđ"))
        members.append(
            Citation(
                match.start(),
                match.end(),
                "symbol",
                "list-symbol",
                type=head.type,
                value=value,
                number=match.group(),
                symbol=_with_number(shared, match.group(), value, match.end()),
                issuers=shared.issuers,
                term=shared.term,
                tail_end=match.end(),
            )
        )
    return members
