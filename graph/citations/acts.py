"""Acts cited by name: Hiến pháp, Bộ luật, Luật, Pháp lệnh
("Luật Thi đua, Khen thưởng", "BLDS", "Luật sửa đổi, bổ sung …").

The end of the name is the hard part: names hold commas, "và", "của". Known names come from the table of acts, the
longest wins. An unknown name is read up to its number or date where one follows soon, else as a run of words that
begins with a capital and ends at punctuation or a word that no name continues with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from graph import domain
from graph.alphabet import UPPER
from graph.citations import dates
from graph.citations.treaties import in_treaty, of_nations
from graph.citations.trie import Trie, folded_word
from graph.citations.typewords import SO

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n)|\|)"
# Literal-prefix patterns: each pass over the text is a plain substring search; the rest is looked at only on a hit.
_ANCHORS = (
    re.compile(r"uật(?<=[Ll]uật)(?<!háp luật)(?<!háp\nluật)(?<!kỷ luật)(?=[ \t\n*_|])"),
    re.compile(r"UẬT(?<=LUẬT)(?<!HÁP LUẬT)(?<!KỶ LUẬT)(?=[ \t\n*_|])"),
    *(
        re.compile(rf"{first}{_BLANK}++{second}")
        for first, second in (("háp", "[lL]ệnh"), ("HÁP", "LỆNH"), ("iến", "pháp"), ("IẾN", "PHÁP"))
    ),
)
_SCANNED = re.compile(r"uât(?<=Luât)(?=[ \t\n*_|])")
_HEADS = re.compile(
    rf"(?P<code>Bộ{_BLANK}++luật|BỘ{_BLANK}++LUẬT|bộ{_BLANK}++luật|Bộ{_BLANK}++Luật)|(?P<law>Luật|LUẬT|luật|Luât)"
    rf"|(?P<ordinance>[Pp]háp{_BLANK}++lệnh|PHÁP{_BLANK}++LỆNH|Pháp{_BLANK}++Lệnh)"
    rf"|(?P<constitution>Hiến{_BLANK}++pháp|HIẾN{_BLANK}++PHÁP)"
)
_LEAD = 40  # code points before a name that are looked at: "Bộ" and the indentation of the next line
_AROUND = " \t\n*_"
_WORD_BEFORE = 10  # of its letters
_KINDS = {"code": "Bộ luật", "law": "Luật", "ordinance": "Pháp lệnh", "constitution": "Hiến pháp"}
NUMBER = rf"(?:số|Số|SỐ){_BLANK}*+:?{_BLANK}*+[0-9]{{1,3}}[a-z]?{_BLANK}?[/-]"
_NOT_A_NAME = r"(?:Luật|LUẬT|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Điều|khoản)"
# an unknown name that runs up to its own number or date
# (the name ends with a word: a run of blanks can be divided in one way only)
_OPEN_NAME = (
    rf"{_BLANK}++(?P<name>(?:(?!{_NOT_A_NAME}{_BLANK})[^.;:()\[\]“”\n]|\n(?!\s*\n)){{2,160}}?)(?<![\s*_|])"
    rf"(?:{_BLANK}*+,)?{_BLANK}++"
)
# "s 46/2010/QH12": what is left of "số" before a number of the Assembly
_CUT_NUMBER = rf"{SO}{_BLANK}++[0-9]{{1,3}}/[12][0-9]{{3}}/(?:PL-)?(?:QH|UBTVQH)"
_UP_TO_NUMBER = re.compile(rf"{_OPEN_NAME}(?={NUMBER}|{_CUT_NUMBER})")
_UP_TO_DATE = re.compile(
    rf"{_OPEN_NAME}"
    rf"(?=(?:được Quốc hội[^.;]{{0,60}}?)?(?:ban hành )?ngày{_BLANK}++[0-9]{{1,2}}{_BLANK}*+(?:tháng|/|-)"
    rf"|năm{_BLANK}++(?:19|20)[0-9]{{2}}(?![0-9]))"
)
_MORE_NAME = re.compile(
    rf"(?:{_BLANK}++(?!(?:(?:19|20)[0-9]{{2}}|số|ngày|năm|và|của|hoặc|này|Căn|Luật|Bộ|Nghị|Thông|Quyết|Pháp|được|đã)\b)"
    rf"[^\s,;.:()\[\]“”*|_]++){{1,12}}?(?={_BLANK}++{NUMBER}{_BLANK}?(?:[0-9]{{4}}/)?(?:PL-)?(?:QH|UBTVQH))"
)
_DATED_ONLY = re.compile(
    rf"{_BLANK}++ngày{_BLANK}++[0-9]{{1,2}}{_BLANK}++tháng{_BLANK}++[0-9]{{1,2}}{_BLANK}++năm{_BLANK}++[12][0-9]{{3}}"
)
# "các luật về thuế", "37 Luật có liên quan đến quy hoạch": a group of acts, named by what they are about
_GROUP = (
    rf"{_BLANK}++(?:các|[0-9]{{1,2}}|một{_BLANK}++số){_BLANK}++[Ll]uật(?:[^.;:()\n]|\n(?!\s*\n)){{0,90}}?"
    rf"(?=,|;|\.|{_BLANK}++(?:số|ngày|năm|được|có(?!{_BLANK}++liên)|và{_BLANK}++(?:sửa|bổ|bãi|thay))\b|\n\s*\n|\Z)"
)
_AMENDING = re.compile(
    rf"{_BLANK}++(?:[Ss]ửa{_BLANK}++đổi|SỬA{_BLANK}++ĐỔI)(?:{_BLANK}*+,?{_BLANK}*+(?:bổ{_BLANK}++sung|BỔ{_BLANK}++SUNG))?"
    rf"(?:(?={_BLANK}++(?:Bộ{_BLANK}++luật|Luật|Pháp{_BLANK}++lệnh){_BLANK})|,?{_BLANK}++"
    rf"(?:(?:một{_BLANK}++số|MỘT{_BLANK}++SỐ|các){_BLANK}++)?(?:[đĐ]iều|ĐIỀU)(?:{_BLANK}++[0-9]+[a-z]?"
    rf"(?:(?:,|{_BLANK}++và){_BLANK}*+(?:Điều{_BLANK}++)?[0-9]+[a-z]?)*)?"
    rf"(?P<group>(?:{_BLANK}++(?:của|CỦA|tại))?{_GROUP})?|(?P<alone>{_GROUP}))"
)
_OF_ACT = re.compile(rf"(?:{_BLANK}++(?:của|CỦA))?{_BLANK}++(?:Bộ|BỘ|Luật|LUẬT|Pháp|PHÁP){_BLANK}")
# "sửa đổi, bổ sung một số điều và Phụ lục Danh mục chỉ tiêu thống kê quốc gia của Luật Thống kê"
_AMENDING_PARTS = re.compile(
    rf"{_BLANK}++(?:[Ss]ửa{_BLANK}++đổi|[Bb]ổ{_BLANK}++sung)(?:{_BLANK}*+,?{_BLANK}*+bổ{_BLANK}++sung)?"
    rf"{_BLANK}++(?=(?:một{_BLANK}++số|các|[Đđ]iều|[Đđ]iểm|[Kk]hoản|[Cc]hương|[Mm]ục|[Pp]hụ|[Dd]anh|[Tt]ên|đoạn){_BLANK})"
    rf"(?:[^.;:“”()\n]|\n(?!\s*\n)){{4,180}}?(?={_BLANK}++của{_BLANK}++(?:Bộ{_BLANK}++luật|Luật|Pháp{_BLANK}++lệnh){_BLANK})"
)
# "Luật Đất đai 2024": a bare year right behind the name belongs to it, "năm 2024" is its date
BARE_YEAR = re.compile(rf"{_BLANK}++(?:19|20)[0-9]{{2}}(?![0-9]|[/.\-][0-9])")
_ABOUT = re.compile(rf"{_BLANK}++về{_BLANK}++(?!việc{_BLANK})(?=[^\W\d_])")
_OF_ISSUER = re.compile(rf"{_BLANK}++của{_BLANK}++(?:Quốc|Ủy|Nhà){_BLANK}++")
# "Đại học Luật Hà Nội", "Công ty Luật TNHH": names of other things
_NOT_BEFORE = ("học", "công ty", "ty", "khoa", "ngành", "văn phòng", "phòng", "hãng", "trường")
_FOREIGN = re.compile(
    rf"{_BLANK}++của{_BLANK}++(?:nước{_BLANK}++)?(?:Hoa{_BLANK}++Kỳ|Mỹ|Nhật|Trung{_BLANK}++Quốc|Hàn|Anh|Pháp|Đức|Nga|Lào|Campuchia|Thái|Singapore|EU|Liên{_BLANK}++minh|Úc|Canada|Ấn)"
)
_COUNTRY = re.compile(rf"{_BLANK}++Việt{_BLANK}++Nam(?![^\W_])")  # "Bộ luật Lao động Việt Nam"
_CLASS_BEFORE = re.compile(r"(?:các|những)[\s*]+(?:Luật,?[\s*]+(?:và[\s*]+)?)?\Z")
_LAWYER = re.compile(rf"{_BLANK}++sư(?![^\W_])")  # the act is "Luật Luật sư"
_FORCE = re.compile(rf"{_BLANK}(?:có|hết|đang{_BLANK}++có){_BLANK}++hiệu{_BLANK}++lực(?![^\W_])")
# "Pháp lệnh “Ưu đãi người hoạt động cách mạng …” ngày 29 tháng 8 năm 1994"
_QUOTED = re.compile(
    rf"{_BLANK}*+[“\"]{_BLANK}*+(?P<name>[{UPPER}][^“”\"\n]{{4,200}}?){_BLANK}*+[”\"]"
    rf"(?={_BLANK}++(?:ngày{_BLANK}++[0-9]|số{_BLANK}++[0-9]))"
)
_WORD = re.compile(rf"(?P<gap>(?:{_BLANK})+)(?P<word>[^\s*_|]+)")
# words that no name of an act goes on with
NAME_STOPS = frozenset({
    "số", "ngày", "năm", "này", "đó", "nêu", "nói", "trên", "đã", "được", "bị", "có", "là", "thì", "mà", "để", "phải",
    "khi", "nếu", "theo", "tại", "trong", "ngoài", "từ", "đến", "do", "bởi", "hoặc", "cũng", "sẽ", "không", "chưa",
    "quy", "ban", "hiện", "như", "với", "cho", "bằng", "hay", "các", "những", "vào", "trước", "sau", "dưới", "gồm",
    "bao", "hết", "thay", "sửa", "hướng", "chi", "về", "làm", "nhằm", "còn", "cần", "vì", "nên", "mới", "cùng", "căn",
    "thực", "kể", "qua", "đồng", "ra",
})  # fmt: skip
_NO_ACTS = frozenset({"sư", "gia", "pháp", "tục", "lệ", "việt nam", "quốc tế", "số", "định"})
_AND_STOPS = re.compile(
    rf"{_BLANK}++(?:và|hoặc|hay){_BLANK}++(?:các|những|văn|Nghị|Luật|luật|Bộ|Pháp|pháp|Thông|Quyết|Điều|điều|khoản|Điểm"
    rf"|điểm|theo|quy|Hiến|Công|thực|hướng|được|có|đã)"
)
_ABBREVIATIONS = re.compile(r"BL(?:DS|HS|LĐ|TTDS|TTHS|HH|Đ)(?![^\W_])")


@dataclass(slots=True)
class ActName:
    """An act cited by name at ``start:end`` (the name only). `acts` are the table's rows of that name, newest last,
    empty for a name the table lacks; `amending` says that it is an amending act, cited by its title."""

    start: int
    end: int
    kind: str
    name: str
    acts: tuple[domain.Act, ...] = ()
    amending: bool = False
    known: bool = True
    inner: list[ActName] = field(default_factory=list)  # the acts that an amending act's title names
    numbered_inner: bool = False  # those carry numbers of their own


@cache
def _names(folded: bool = False) -> Trie[str]:
    trie: Trie[str] = Trie(folded_word) if folded else Trie()
    for act in domain.acts():
        trie.add(act.name, act.name)
        trie.add(f"{act.kind} về{act.name[len(act.kind) :]}", act.name)  # "Pháp lệnh về phí và lệ phí"
        for alias in act.aliases:
            if " " in alias:
                trie.add(alias, act.name)
    return trie


@cache
def _short_names() -> Trie[str]:
    """Names as papers shorten them, their abbreviations in capitals as written: "Luật Xử lý VPHC"."""
    trie: Trie[str] = Trie(_capitals_as_written)
    for short, name in domain.short_act_names().items():
        trie.add(short, name)
    return trie


@cache
def _joined_names() -> Trie[str]:
    """All names, whole or shortened, whatever joins their words: "Luật An toàn và vệ sinh lao động"."""
    trie: Trie[str] = Trie(_capitals_as_written, domain.JOINS)
    for act in domain.acts():
        if not act.amending:
            for name in (act.name, *(alias for alias in act.aliases if " " in alias)):
                trie.add(name, act.name)
    for short, name in domain.short_act_names().items():
        trie.add(short, name)
    return trie


def _capitals_as_written(word: str) -> str:
    return word if len(word) > 1 and word.isupper() else word.casefold()


def _known_name(text: str, start: int) -> tuple[str, int] | None:
    """The longest name of the table that begins at `start`, whole or shortened, and the offset behind it."""
    hit = _names().match(text, start)
    short = _short_names().match(text, start) if text[start].isupper() else None
    return short if short and (hit is None or short[1] > hit[1]) else hit


def find_acts(text: str) -> list[ActName]:
    """Every act cited by name, in text order, not overlapping; the acts that an amending act's title names stand beside
    it (`graph.citations.amending` ties them)."""
    starts: set[int] = set()
    for anchor in (*_ANCHORS, _SCANNED) if "Luât" in text else _ANCHORS:
        for match in anchor.finditer(text):
            starts.add(match.start() - 1)
    starts.discard(-1)
    found: list[ActName] = []
    reached = 0
    for at in sorted(starts):
        if at < reached:
            continue
        act = _read(text, at)
        if act is not None and act.start >= reached:
            found.append(act)
            reached = act.end
    for match in _ABBREVIATIONS.finditer(text):
        rows = domain.acts_by_name(match.group())
        if rows and not text[match.start() - 1 : match.start()].isalnum():
            found.append(ActName(match.start(), match.end(), rows[0].kind, rows[0].name, rows))
    found.sort(key=lambda a: a.start)
    return _shorten(text, list(_disjoint(found)))


def _shorten(text: str, acts: list[ActName]) -> list[ActName]:
    """The end of an unknown name is a guess; where the same text also has a shorter form that ends at a mark or a
    number, the longer ones are cut to it ("Luật Việc làm bảo đảm" beside "Luật Việc làm;")."""
    firm = {
        a.name.casefold(): len(a.name.split())
        for a in acts
        if not a.known and not a.amending and (a.end >= len(text) or text[a.end] in ',.;:)”"')
    }
    if not firm:
        return acts
    for act in acts:
        if act.known or act.amending:
            continue
        words = act.name.split()
        for count in range(2, len(words)):
            if " ".join(words[:count]).casefold() in firm:
                end = act.start
                for i, match in enumerate(re.finditer(r"[^\s*_|]+", text[act.start : act.end])):
                    if i == count:
                        break
                    end = act.start + match.end()
                act.end, act.name = end, clean(text[act.start : end])
                break
    return acts


def _disjoint(acts: list[ActName]) -> Iterator[ActName]:
    reached = 0
    for act in acts:
        if act.start >= reached:
            yield act
            reached = act.end


def _read(text: str, at: int) -> ActName | None:
    start = at
    before = text[max(0, at - _LEAD) : at]
    if before and before[-1:].isalpha():
        return None
    lead = before.rstrip(_AROUND)[-_WORD_BEFORE:].casefold()
    if text[at] in "Ll":
        if lead.endswith("bộ") and not lead[-3:-2].isalnum():
            start = at - (len(before) - len(before.rstrip(_AROUND))) - 2
            if not text[start].isupper() and text[at].islower() and text[start + 2] != " ":
                return None
        elif lead.endswith(("pháp", "kỷ", "dự")) or (text[at] == "L" and lead.endswith(_NOT_BEFORE)):
            return None
    head = _HEADS.match(text, start)
    if head is None:
        return None
    kind = _KINDS[head.lastgroup or "law"]
    if kind == "Luật" and (_LAWYER.match(text, head.end()) or in_treaty(text, start)):
        return None
    if kind == "Hiến pháp":
        return _constitution(text, start, head.end())
    quoted = _QUOTED.match(text, head.end()) if text[start].isupper() else None
    if quoted is not None:
        name = f"{kind} {clean(quoted['name'])}"
        known = domain.acts_by_name(name)
        return ActName(start, quoted.end(), kind, known[0].name if known else name, known, False, bool(known))
    dated = _DATED_ONLY.match(text, head.end())
    if (
        dated and text[start].isupper()
    ):  # "được sửa đổi, bổ sung bởi Luật ngày 25 tháng 6 năm 2025": the date is the name
        return ActName(start, head.end(), kind, clean(text[start : dated.end()]), (), False, False)
    amending = _AMENDING.match(text, head.end())
    if amending is None or not (amending["group"] or amending["alone"] or _OF_ACT.match(text, amending.end())):
        amending = _AMENDING_PARTS.match(text, head.end()) or amending
    if amending and text[start].isupper():
        end = amending.end()
        name = clean(text[start:end])
        return ActName(start, end, kind, name, domain.acts_by_name(name), True, False)
    hit = _known_name(text, start)
    if hit is None or _GOES_ON.match(text, hit[1]) or _JOINS_ON.match(text, hit[1]):
        longer = _misspelt(text, start)
        if longer and (hit is None or longer[1] > hit[1]):
            hit = longer
            inner = text.find("Luật", head.end(), longer[1])
            if inner > 0 and "sửa đổi" in longer[0]:  # an amending act: the acts that its title names are read as well
                end = head.end() + len(text[head.end() : inner].rstrip(" \n*_|"))
                return ActName(start, end, kind, longer[0], (), True, False)
    if hit:
        name, end = hit
        if _FOREIGN.match(text, end) or of_nations(text, end):
            return None
        country = _COUNTRY.match(text, end) if kind == "Bộ luật" else None
        if country:
            end = country.end()
        more = _MORE_NAME.match(text, end)
        if more:
            end = more.end()
            name = clean(text[start:end])
            return ActName(start, end, kind, name, domain.acts_by_name(name), False, bool(domain.acts_by_name(name)))
        # "luật đất đai" in lower case throughout: an act only where the name has at least two words and the table
        # knows it
        lower = text[start].islower() and not text[head.end() :].lstrip(" \n*")[:1].isupper()
        if lower and (len(name.split()) < 3 or lead.endswith(("văn bản", "các", "hệ thống"))):
            return None
        return _amended_in(text, start, end, kind, name) or ActName(start, end, kind, name, domain.acts_by_name(name))
    if not text[start].isupper():
        return None
    return _unknown(text, start, head.end(), kind)


_AMENDED_IN = re.compile(
    rf"{_BLANK}++(?:sửa{_BLANK}++đổi(?:{_BLANK}*+,?{_BLANK}*+bổ{_BLANK}++sung)?|\(sửa{_BLANK}++đổi\))"
    rf"(?={_BLANK}++(?:năm{_BLANK}++)?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]|[/.\-][0-9]))"
)


def _amended_in(text: str, start: int, end: int, kind: str, name: str) -> ActName | None:
    """ "Luật Bảo hiểm y tế sửa đổi 2024", as articles have it: the act of that year, which is the amending one unless
    the whole act was made anew ("Luật Đất đai (sửa đổi) năm 2024"). The year stays behind the name."""
    found = _AMENDED_IN.match(text, end)
    if found is None:
        return None
    if any(act.year == int(found["year"]) for act in domain.acts_by_name(name)):
        return ActName(start, found.end(), kind, name, domain.acts_by_name(name))
    title = f"{kind} sửa đổi, bổ sung một số điều của {name}"
    return ActName(start, found.end(), kind, title, domain.acts_by_name(title))


_GOES_ON = re.compile(rf"{_BLANK}++(?!ngày|năm|số|và|của)[^\W\d_]")
_JOINS_ON = re.compile(
    rf"(?:{_BLANK}*+[,&–\-])?{_BLANK}++(?:(?:và|của){_BLANK}++)?[^\W\d_]"
)  # "… của Quốc hội và Hội đòng nhân dân"
_NO_NAME_WORDS = frozenset(("Luật", "Nghị", "Thông", "Quyết", "Bộ", "Pháp", "Điều", "Chính", "Quốc"))
_TROOPS = re.compile(rf"{_BLANK}++Bộ{_BLANK}++đội(?!\w)")
_LEAST_WORDS = 4  # of a name that may be told by its letters alone
_YEAR_BEHIND = re.compile(rf"{_BLANK}++(?:năm{_BLANK}++)?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9]|[/.\-][0-9])")
_DATE_BEHIND = re.compile(rf"{_BLANK}{{0,3}}(?={dates.FULL_DATE.pattern.replace('(?P<', '(?P<x_')})")


def _misspelt(text: str, start: int) -> tuple[str, int] | None:
    """A known name but for its diacritics, as scans and typing slips have it ("Luật TỔ chức Chỉnh phủ", "Luật Các tổ
    chức tín dung"), and the offset behind it. A short one only with a day on which an act of that name was passed."""
    if not text[start].isupper():
        return None
    hits = (_names(folded=True).match(text, start), _joined_names().match(text, start))
    return max((hit for hit in hits if hit and _confirmed(text, hit)), key=lambda hit: hit[1], default=None)


def _confirmed(text: str, hit: tuple[str, int]) -> bool:
    """Does the day behind a name spelled otherwise say that the act of that name is meant? Where there is none, a long
    name is enough."""
    name, end = hit
    found = _DATE_BEHIND.match(text, end)
    day = dates.FULL_DATE.match(text, found.end()) if found else None
    if day is not None:
        passed = dates.iso(day)
        return any(act.date == passed for act in domain.acts_by_name(name))
    year = _YEAR_BEHIND.match(text, end)
    if year is not None:
        return any(act.year == int(year["year"]) for act in domain.acts_by_name(name))
    return len(name.split()) >= _LEAST_WORDS


def _constitution(text: str, start: int, end: int) -> ActName:
    hit = _names().match(text, start)
    if hit:
        end = max(end, hit[1])
    return ActName(start, end, "Hiến pháp", "Hiến pháp", domain.acts_by_name("Hiến pháp"))


def _unknown(text: str, start: int, head_end: int, kind: str) -> ActName | None:
    if _OF_ISSUER.match(text, head_end):
        return None  # "Luật của Quốc hội số 15/2012/QH13": the number names it
    for rule in (_UP_TO_NUMBER, _UP_TO_DATE):
        found = rule.match(text, head_end)
        if found and _plausible(found["name"]) and not _FORCE.search(text, *found.span()):
            end = found.end("name")
            while text[end - 1] in " \n\t*_,|":
                end -= 1
            return ActName(start, end, kind, clean(text[start:end]), (), False, False)
    # a run of words from a capital on
    if text[head_end - 1].isupper():
        return None  # headings in capitals: only names of the table
    position, count = head_end, 0
    end = head_end
    about = _ABOUT.match(text, head_end)  # "Pháp lệnh về phí và lệ phí"
    if about and _CLASS_BEFORE.search(text, max(0, start - 24), start):
        return None  # "các Luật, Pháp lệnh về thuế": a class
    if about:
        position = about.end() - 1
    while count < 14:
        if _AND_STOPS.match(text, position):
            break
        found = _WORD.match(text, position)
        if found is None or "|" in found["gap"]:
            break  # a cell's end ends a name
        word = found["word"]
        bare = word.rstrip(',.;:)”"')
        if not bare or bare.casefold() in NAME_STOPS or bare[0] in '(“"[-–' or bare[0].isdigit():
            break
        if count == 0 and not bare[0].isupper() and not about:
            return None
        troops = not count and _TROOPS.match(text, position) is not None  # "Pháp lệnh Bộ đội biên phòng"
        if (bare in _NO_NAME_WORDS and not troops) or (not count and bare == "Ký"):
            break
        count += 1
        position = found.end()
        end = found.start("word") + len(bare)
        if bare != word:
            break
    if count == 0 or clean(text[head_end:end]).casefold() in _NO_ACTS:
        return None
    trailing = re.search(r"(?:\s+(?:và|của|về|đối|một|số))+$", text[start:end])
    if trailing:
        end = start + trailing.start()
        if end <= head_end:
            return None
    if kind == "Luật" and _INTERNATIONAL.search(text, head_end, end):
        return None
    return ActName(start, end, kind, clean(text[start:end]), (), False, False)


# the end of an unknown name without a number: "Luật Nhân đạo quốc tế"
_INTERNATIONAL = re.compile(rf"{_BLANK}quốc{_BLANK}++tế(?:{_BLANK}++(?:và|hoặc){_BLANK}[^.]*)?\Z", re.IGNORECASE)


def _plausible(name: str) -> bool:
    words = name.replace("*", " ").split()
    if not 0 < len(words) <= 30:
        return False
    return words[0][0].isupper() or words[0] == "về" or (words[0] not in NAME_STOPS and len(words) <= 14)


def clean(words: str) -> str:
    """One line, single blanks, no emphasis marks."""
    return " ".join(words.replace("*", " ").replace("_", " ").replace("|", " ").split())
