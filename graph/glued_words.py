"""Words that lost the blank between them, as texts taken from web pages have them: "nhândân", "thi hànhsau 10 ngày",
"củaChính phủ", "ngày26/11/2003", "số 46/2010/QH12ngày 16", "25THÁNG 01", "1998VỀ".

No syllable of the written language has a consonant between two of its vowels, so a run of letters that has one is two
words or none of the language. It is taken apart where it can be in one way only: both halves are syllables, one with a
letter that no other language writes. A half may be the coda of the one or the onset of the other ("các|hộ", "cá|chộ"):
then the half that is a word of every sentence decides, else the run stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.alphabet import LOWER, UPPER
from graph.syllables import is_syllable

_VOWELS = "aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_VOWEL = _VOWELS + _VOWELS.upper()
_CONSONANT = "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX"
_MARKED = frozenset(letter for letter in _VOWEL + "đĐ" if not letter.isascii())
# words of every sentence; a half that is one of them outweighs one that is none
_COMMON = frozenset({
    "ban", "bộ", "các", "cho", "chính", "có", "của", "cứ", "do", "để", "đến", "được", "hành", "khi", "là", "luật",
    "một", "này", "năm", "ngày", "nhà", "những", "nước", "phủ", "quy", "quyết", "sau", "số", "sở", "tại", "tháng",
    "theo", "thi", "tỉnh", "tờ", "trên", "trong", "từ", "ủy", "và", "về", "việc", "với",
})  # fmt: skip
# words that begin with a vowel; no other rime is a second half
_BARE_RIMES = frozenset({
    "an", "anh", "ao", "áp", "âm", "ấn", "ấp", "ảnh", "em", "ích", "in", "ông", "ổn", "ở", "ủy", "uy", "ương", "ưu",
    "ứng", "ước", "ý", "yên", "yêu", "yếu",
})  # fmt: skip
_STOPPED = re.compile(r"(?:c|ch|p|t)\Z", re.IGNORECASE)
_STOPPED_TONES = frozenset("áạắặấậéẹếệíịóọốộớợúụứựýỵ")  # a syllable that p, t, c, ch close has one of two tones
_RUN = re.compile(rf"[^\W\d_]*[{_VOWEL}][{_CONSONANT}]{{1,5}}[{_VOWEL}][^\W\d_]*")
_SMALL_GREAT = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}][^\W\d_])")
# The symbol of a number and the word behind it; a number and the words of a date; a year and the word behind it.
_BEHIND_SYMBOL = re.compile(rf"(?<=[-/])[A-ZĐ&]{{1,12}}[0-9]{{0,2}}(?P<tail>[{LOWER}]{{2,7}})(?![^\W_])")
_DATE_WORD = "ngày|tháng|năm|Ngày|NGÀY|THÁNG|NĂM"
_BESIDE_DIGITS = re.compile(
    rf"(?<=\d)(?={_DATE_WORD})|(?:(?<=ngày)|(?<=tháng)|(?<=năm)|(?<=NGÀY)|(?<=THÁNG)|(?<=NĂM))(?=\d)"
    rf"|(?<![\w/.-])(?:19|20)\d\d(?P<year>)(?=(?P<word>[^\W\d_]{{2,7}})(?![^\W_]))"
)
_SAMPLE = 3_000  # code points at the beginning, in the middle and at the end that are looked at
_LONGEST = 14  # letters of two syllables


def gaps(text: str) -> list[int]:
    """The offsets of `text` at which a blank is missing, in order. Linear; long texts whose beginning, middle and end
    have no words glued together are taken to have none."""
    if len(text) > 3 * _SAMPLE:
        middle = len(text) // 2
        if not any(_within(text[start : start + _SAMPLE]) for start in (0, middle - _SAMPLE // 2, len(text) - _SAMPLE)):
            return []
    return _within(text)


def _within(text: str) -> list[int]:
    found: set[int] = set()
    for run in _RUN.finditer(text):
        at = divided(run.group()) if len(run.group()) <= _LONGEST else 0
        if at:
            found.add(run.start() + at)
    for border in _SMALL_GREAT.finditer(text):
        if _before_capital(text, border.start()):
            found.add(border.start())
    for symbol in _BEHIND_SYMBOL.finditer(text):
        tail = symbol["tail"]
        at = symbol.start("tail")
        code = text[symbol.start() : at]
        if is_syllable(code[-1] + tail):  # "TT-BGTVTNgày": the word has the capital
            if _is_marked(tail) and len(code) > 2:
                found.add(at - 1)
        elif len(code) > 1 and is_syllable(tail):
            found.add(at)
    for beside in _BESIDE_DIGITS.finditer(text):
        word = beside["word"]
        if word is None:
            found.add(beside.start())
        elif is_syllable(word) and _is_marked(word):
            found.add(beside.start("year"))
    return sorted(found)


@lru_cache(maxsize=16_384)
def divided(run: str) -> int:
    """How many letters of `run` are its first word, where it is two words glued together; else 0."""
    if is_syllable(run):
        return 0
    halves = [at for at in range(2, len(run) - 1) if _is_word(run[:at]) and _is_word(run[at:], second=True)]
    if len(halves) > 1:
        halves = [at for at in halves if {run[:at].lower(), run[at:].lower()} & _COMMON]
    return halves[0] if len(halves) == 1 and _is_marked(run) else 0


def _is_word(half: str, *, second: bool = False) -> bool:
    small = half.lower()
    if not is_syllable(small) or (_STOPPED.search(small) and not _STOPPED_TONES & set(small)):
        return False
    if half[1:] != half[1:].lower() and half != half.upper():
        return False
    return not second or small[0] not in _VOWELS or small in _BARE_RIMES


def _is_marked(word: str) -> bool:
    return not _MARKED.isdisjoint(word)


def _before_capital(text: str, at: int) -> bool:
    """Does a word end before the capital at `at`: a syllable, marked itself or before a marked one?"""
    start = at
    while start and at - start < _LONGEST and text[start - 1].isalpha():
        start -= 1
    end = at
    while end < len(text) and end - at < _LONGEST and text[end].isalpha():
        end += 1
    word, behind = text[start:at], text[at:end]
    if len(word) < 2 or not _is_word(word) or (start and text[start - 1] in "-/"):
        return False
    return _is_marked(word) and (behind.isupper() or is_syllable(behind))
