"""Acts cited by name: Hiến pháp, Bộ luật, Luật, Pháp lệnh ("Luật Thi đua, Khen thưởng", "BLDS", "Luật sửa đổi, bổ sung …").

The end of the name is the hard part: names hold commas, "và", "của". Known names come from the table of acts, the
longest wins. An unknown name is read up to its number or date where one follows soon, else as a run of words that begins
with a capital and ends at punctuation or a word that no name continues with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graph import domain
from graph.citations.trie import Trie

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n)|\|)"
# Literal-prefix patterns: each pass over the text is a plain substring search.
_ANCHORS = (re.compile("uật(?![^\\W_])"), re.compile("UẬT(?![^\\W_])"), re.compile("háp lệnh"), re.compile("HÁP LỆNH"),
            re.compile("iến pháp"), re.compile("IẾN PHÁP"))  # fmt: skip
_HEADS = re.compile(
    rf"(?P<code>Bộ{_BLANK}+luật|BỘ{_BLANK}+LUẬT|bộ{_BLANK}+luật|Bộ{_BLANK}+Luật)|(?P<law>Luật|LUẬT|luật)|(?P<ordinance>Pháp lệnh|PHÁP LỆNH|pháp lệnh|Pháp Lệnh)|(?P<constitution>Hiến pháp|HIẾN PHÁP)"
)
_KINDS = {"code": "Bộ luật", "law": "Luật", "ordinance": "Pháp lệnh", "constitution": "Hiến pháp"}
_NUMBER = rf"(?:số|Số|SỐ){_BLANK}*:?{_BLANK}*[0-9]{{1,3}}[a-z]?{_BLANK}?[/-]"
_NOT_A_NAME = r"(?:Luật|LUẬT|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Điều|khoản)"
# an unknown name that runs up to its own number or date
_UP_TO_NUMBER = re.compile(rf"{_BLANK}+(?P<name>(?:(?!{_NOT_A_NAME}{_BLANK})[^.;:()\[\]“”\n]|\n(?!\s*\n)){{2,160}}?){_BLANK}*,?{_BLANK}+(?={_NUMBER})")
_UP_TO_DATE = re.compile(
    rf"{_BLANK}+(?P<name>(?:(?!{_NOT_A_NAME}{_BLANK})[^.;:()\[\]“”\n]|\n(?!\s*\n)){{2,160}}?){_BLANK}*,?{_BLANK}+"
    rf"(?=(?:được Quốc hội[^.;]{{0,60}}?)?(?:ban hành )?ngày{_BLANK}+[0-9]{{1,2}}{_BLANK}*(?:tháng|/|-)|năm{_BLANK}+(?:19|20)[0-9]{{2}}(?![0-9]))"
)
_MORE_NAME = re.compile(rf"(?:{_BLANK}+(?!(?:số|ngày|năm|và|của|hoặc|này)\b)[^\s,;.:()\[\]“”*|]+){{1,12}}?(?={_BLANK}+{_NUMBER}{_BLANK}?(?:[0-9]{{4}}/)?(?:PL-)?(?:QH|UBTVQH))")
_AMENDING = re.compile(
    rf"{_BLANK}+(?:[Ss]ửa{_BLANK}+đổi|SỬA{_BLANK}+ĐỔI)(?:{_BLANK}*,?{_BLANK}*(?:bổ{_BLANK}+sung|BỔ{_BLANK}+SUNG))?{_BLANK}+"
    rf"(?:(?:một{_BLANK}+số|MỘT{_BLANK}+SỐ|các){_BLANK}+)?(?:[đĐ]iều|ĐIỀU)(?:{_BLANK}+[0-9]+[a-z]?(?:(?:,|{_BLANK}+và){_BLANK}*(?:Điều{_BLANK}+)?[0-9]+[a-z]?)*)?"
    rf"(?:{_BLANK}+(?:của|CỦA|tại))?(?P<group>{_BLANK}+(?:các|[0-9]{{1,2}}){_BLANK}+[Ll]uật[^.;:()\n]{{0,90}}?(?=,|;|\.|{_BLANK}+(?:số|ngày|năm|được|có)\b|\n|$))?"
)
_WORD = re.compile(rf"(?P<gap>(?:{_BLANK})+)(?P<word>[^\s*_|]+)")
# words that no name of an act goes on with
_STOP = frozenset(
    "số ngày năm này đó nêu nói trên đã được bị có là thì mà để phải khi nếu theo tại trong ngoài từ đến do bởi hoặc "
    "cũng sẽ không chưa quy ban hiện như với cho bằng hay các những vào trước sau trên dưới gồm bao hết thay sửa "
    "hướng chi nhằm còn cần vì nên mới cùng căn thực kể qua còn đồng ra".split()
)
_AND_STOPS = re.compile(
    rf"{_BLANK}+(?:và|hoặc|hay){_BLANK}+(?:các|những|văn|Nghị|Luật|luật|Bộ|Pháp|pháp|Thông|Quyết|Điều|điều|khoản|Điểm|điểm|theo|quy|Hiến|Công|thực|hướng|được|có|đã)"
)
_ABBREVIATIONS = re.compile(r"(?<![^\W_])(?:BLDS|BLHS|BLLĐ|BLTTDS|BLTTHS|BLHH|BLĐ)(?![^\W_])")


@dataclass(slots=True)
class ActName:
    """An act cited by name at ``start:end`` (the name only). `acts` are the table's rows of that name, newest last, empty
    for a name the table lacks; `amending` says that it is an amending act, cited by its title."""

    start: int
    end: int
    kind: str
    name: str
    acts: tuple[domain.Act, ...] = ()
    amending: bool = False
    known: bool = True


@cache
def _names() -> Trie[str]:
    trie: Trie[str] = Trie()
    for act in domain.acts():
        trie.add(act.name, act.name)
        for alias in act.aliases:
            if " " in alias:
                trie.add(alias, act.name)
    return trie


def find_acts(text: str) -> list[ActName]:
    """Every act cited by name, in text order, not overlapping."""
    starts: set[int] = set()
    for anchor in _ANCHORS:
        for match in anchor.finditer(text):
            at = match.start() - 1
            if at >= 0:
                starts.add(at)
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
        if rows:
            found.append(ActName(match.start(), match.end(), rows[0].kind, rows[0].name, rows))
    found.sort(key=lambda a: a.start)
    return list(_disjoint(found))


def _disjoint(acts: list[ActName]) -> Iterator[ActName]:
    reached = 0
    for act in acts:
        if act.start >= reached:
            yield act
            reached = act.end


def _read(text: str, at: int) -> ActName | None:
    start = at
    before = text[max(0, at - 7) : at]
    if before and before[-1:].isalpha():
        return None
    lead = before.rstrip(" \n*_").casefold()
    if text[at] in "Ll":
        if lead.endswith(" bộ") or lead == "bộ":
            start = at - (len(before) - len(before.rstrip(" \n*_"))) - 2
            if not text[start].isupper() and text[at].islower() and text[start + 2] != " ":
                return None
        elif lead.endswith(("pháp", "kỷ", "quy", "định", "dự", "đạo")):
            if lead.endswith("dự"):
                return None
            if lead.endswith(("pháp", "kỷ")):
                return None
    head = _HEADS.match(text, start)
    if head is None:
        return None
    kind = _KINDS[head.lastgroup or "law"]
    if kind == "Hiến pháp":
        return _constitution(text, start, head.end())
    amending = _AMENDING.match(text, head.end())
    if amending and text[start].isupper():
        end = amending.end()
        name = _clean(text[start:end])
        return ActName(start, end, kind, name, domain.acts_by_name(name), True, False)
    hit = _names().match(text, start)
    if hit:
        name, end = hit
        more = _MORE_NAME.match(text, end)
        if more:
            end = more.end()
            name = _clean(text[start:end])
            return ActName(start, end, kind, name, domain.acts_by_name(name), False, bool(domain.acts_by_name(name)))
        if text[start].islower() and not text[head.end() :].lstrip(" \n*")[:1].isupper():
            # "luật đất đai" in lower case throughout: an act only where the name has at least two words and the table knows it
            if len(name.split()) < 3 or lead.endswith(("văn bản", "các", "hệ thống")):
                return None
        return ActName(start, end, kind, name, domain.acts_by_name(name))
    if not text[start].isupper():
        return None
    return _unknown(text, start, head.end(), kind)


def _constitution(text: str, start: int, end: int) -> ActName:
    hit = _names().match(text, start)
    if hit:
        end = max(end, hit[1])
    return ActName(start, end, "Hiến pháp", "Hiến pháp", domain.acts_by_name("Hiến pháp"))


def _unknown(text: str, start: int, head_end: int, kind: str) -> ActName | None:
    for rule in (_UP_TO_NUMBER, _UP_TO_DATE):
        found = rule.match(text, head_end)
        if found and _plausible(found["name"]):
            end = found.end("name")
            while text[end - 1] in " \n\t*_,|":
                end -= 1
            return ActName(start, end, kind, _clean(text[start:end]), (), False, False)
    # a run of words from a capital on
    position, count, upper = head_end, 0, text[head_end - 1].isupper()
    if upper:
        return None  # headings in capitals: only names of the table
    end = head_end
    while count < 14:
        if _AND_STOPS.match(text, position):
            break
        found = _WORD.match(text, position)
        if found is None:
            break
        word = found["word"]
        bare = word.rstrip(",.;:)”\"")
        if not bare or bare.casefold() in _STOP or bare[0] in "(“\"[-–" or bare[0].isdigit():
            break
        if count == 0 and not bare[0].isupper():
            return None
        if count and bare in ("Luật", "Nghị", "Thông", "Quyết", "Bộ", "Pháp", "Điều", "Chính", "Quốc"):
            break
        count += 1
        position = found.end()
        end = found.start("word") + len(bare)
        if bare != word:
            break
    if count == 0 or (count == 1 and text[head_end : end].strip().casefold() in ("sư", "gia", "pháp", "tục", "lệ")):
        return None
    trailing = re.search(r"(?:\s+(?:và|của|về|đối|một|số))+$", text[start:end])
    if trailing:
        end = start + trailing.start()
        if end <= head_end:
            return None
    return ActName(start, end, kind, _clean(text[start:end]), (), False, False)


def _plausible(name: str) -> bool:
    words = name.replace("*", " ").split()
    return 0 < len(words) <= 30 and words[0].casefold() not in _STOP and (words[0][0].isupper() or len(words) <= 14)


def _clean(words: str) -> str:
    """One line, single blanks, no emphasis marks."""
    return " ".join(words.replace("*", " ").replace("_", " ").replace("|", " ").split())
