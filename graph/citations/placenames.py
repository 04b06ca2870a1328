"""Names of places behind a body: "tỉnh Quảng Ngãi", "TP. Hồ Chí Minh", "UBND XÃ TÂN PHÚ BAN HÀNH …", "quận 1"."""

from __future__ import annotations

import re
from functools import cache

from graph import domain
from graph.alphabet import UPPER
from graph.citations.trie import Trie

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n)|\|)"
_GAP = re.compile(rf"{_BLANK}*+")
_LEVEL = re.compile(
    rf"{_BLANK}*+(?P<level>tỉnh|thành{_BLANK}++phố|TP\.?|T\.P\.?|Tp\.?|thị{_BLANK}++xã|huyện|quận|xã|phường"
    rf"|thị{_BLANK}++trấn|đặc{_BLANK}++khu)(?![^\W_])",
    re.IGNORECASE,
)
_LEVEL_NAMES = {"tp": "thành phố", "t.p": "thành phố", "tp.": "thành phố", "t.p.": "thành phố"}
_PROPER = re.compile(rf"{_BLANK}*+(?P<name>[{UPPER}][^\W_]*(?:{_BLANK}[{UPPER}][^\W_]*){{0,3}})")


@cache
def _provinces() -> Trie[str]:
    trie: Trie[str] = Trie()
    for place in domain.places():
        for words in (place.name, *place.words):
            trie.add(words, place.name)
    return trie


_NUMBERED_UNIT = re.compile(rf"{_BLANK}++(?P<n>[0-9]{{1,2}})(?![0-9/.,\-]*[0-9])")


def read_place(text: str, start: int) -> tuple[str | None, str | None, int]:
    """Level word, place name and the offset behind them: "tỉnh Quảng Ngãi", "TP. Hồ Chí Minh", "huyện Mộ Đức"."""
    level = None
    end = start
    at_level = _LEVEL.match(text, start)
    if at_level:
        word = " ".join(at_level["level"].casefold().split())
        level = _LEVEL_NAMES.get(word, word)
        end = at_level.end()
        if text[end : end + 1] == "." and text[end + 1 : end + 2].isupper():
            end += 1  # "TP.HCM"
        numbered = _NUMBERED_UNIT.match(text, end) if level in ("quận", "phường") else None
        if numbered:
            return level, f"{level.capitalize()} {int(numbered['n'])}", numbered.end()
    gap = _GAP.match(text, end)
    assert gap is not None
    hit = _provinces().match(text, gap.end())
    if hit and (level in (None, "tỉnh", "thành phố")) and text[gap.end() : gap.end() + 1].isupper():
        return level, hit[0], hit[1]
    if level is not None and level != "tỉnh":  # all provinces are known: anything else behind "tỉnh" is no place
        proper = proper_name(text, end)
        if proper:
            return level, *proper
    return level, None, end


def proper_name(text: str, start: int) -> tuple[str, int] | None:
    """The proper name of a place below the province: words with a capital; in a line of capitals, up to the word that
    opens a title, and three at most (longer names of communes are rare, run-on titles are not)."""
    proper = _PROPER.match(text, start)
    if proper is None or _BODY_WORD.match(proper["name"]):
        return None
    words = [(w.group(), proper.start("name") + w.end()) for w in re.finditer(r"[^\W_]+", proper["name"])]
    words = words[: next((at for at in range(1, len(words)) if _is_above(text, words[at])), len(words))]
    if all(len(w) > 1 and w.isupper() for w, _ in words):
        opener = next((i for i in range(len(words)) if _opens_a_title(text, words, i)), min(len(words), 3))
        line = text.find("\n", proper.start("name"), proper.end())
        words = [w for w in words[:opener] if line < 0 or w[1] <= line]
    if not words:
        return None
    return " ".join(w for w, _ in words), words[-1][1]


def _is_above(text: str, word: tuple[str, int]) -> bool:
    """Whether a word behind a name is the level of a place above: "HUYỆN MỘ ĐỨC TỈNH QUẢNG NGÃI" (not "xã Tân Xã")."""
    level = _LEVEL.match(text, word[1] - len(word[0]))
    return level is not None and _CAPITAL_BEHIND.match(text, level.end()) is not None


_CAPITAL_BEHIND = re.compile(rf"{_BLANK}++[{UPPER}0-9]")


def _opens_a_title(text: str, words: list[tuple[str, int]], at: int) -> bool:
    """Whether a word in capitals opens a title: not the last of a line or of a clause behind others ("XÃ TÂN KỲ", "XÃ
    KIM HỘI, TỈNH …"), nor "KỲ" without its "HỌP"."""
    word, end = words[at]
    if word not in _OPENERS:
        return False
    if at and (text[end : end + 1] in "\n,;|" or not text[end : end + 1]):
        return False
    following = words[at + 1][0] if at + 1 < len(words) else ""
    return word not in _OPENS_WITH or following in _OPENS_WITH[word]


_OPENS_WITH = {"KỲ": ("HỌP", "")}
# words in capitals that open a title or another body behind the name of a place
_OPENERS = frozenset(
    re.findall(
        r"\w+",
        "BAN BÁO BÃI BỘ CHỈ CHỦ CHƯƠNG CÔNG CỘNG CĂN ĐẢNG ĐỀ ĐỘC ĐÍNH ĐIỀU GIAO HĐND HỘI HƯỚNG KẾ KẾT KHÓA KỲ KÍNH NAY "
        "NGHỊ NGÀY NĂM NHIỆM PHÂN PHÊ PHÒNG QUY QUYẾT SỐ SỞ SỬA THAY THEO THÔNG THỰC TỜ TRIỂN TRƯỜNG UBND ỦY VỀ VĂN "
        "VÀ VIỆN XÉT",
    )
)
_BODY_WORD = re.compile(
    r"(?:Nghị|Quyết|Kế|Thông|Chỉ|Công|Luật|Về|Ban|Ủy|Hội|Sở|Bộ|Số|Kính|Độc|CỘNG|SỐ|Căn|Theo|Xét|Điều)\b"
)
