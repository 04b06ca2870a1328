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
from itertools import pairwise

from graph import samples
from graph.alphabet import LOWER, UPPER
from graph.syllables import is_syllable

_VOWELS = "aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_VOWEL = _VOWELS + _VOWELS.upper()
_CONSONANT = "bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX"
_MARKED = frozenset(letter for letter in _VOWEL if not letter.isascii())  # "ĐUCA" is a code
# words of every sentence; a half that is one of them outweighs one that is none
COMMON = frozenset({
    "ban", "bộ", "các", "cho", "chi", "chính", "có", "của", "cứ", "do", "để", "đến", "được", "hành", "khi", "là",
    "luật", "một", "này", "năm", "ngày", "nhà", "những", "nước", "phủ", "quy", "quyết", "sau", "số", "sở", "tại",
    "tháng", "theo", "thi", "tỉnh", "tờ", "trên", "trong", "từ", "ủy", "và", "về", "việc", "với",
})  # fmt: skip
# words that begin with a vowel; no other rime is a second half
_BARE_RIMES = frozenset({
    "an", "anh", "ao", "áp", "âm", "ấn", "ấp", "ảnh", "em", "ích", "in", "ông", "ổn", "ở", "ủy", "uy", "ương", "ưu",
    "ứng", "ước", "ý", "yên", "yêu", "yếu",
})  # fmt: skip
_STOPPED = re.compile(r"(?:c|ch|p|t)\Z", re.IGNORECASE)
_STOPPED_TONES = frozenset("áạắặấậéẹếệíịóọốộớợúụứựýỵ")  # a syllable that p, t, c, ch close has one of two tones
_RUN = re.compile(r"[^\W\d_]{4,60}")
_LETTER = re.compile(r"[^\W\d_]")
_JOINS = re.compile(r"[^\W\d_]|[-/]")  # before a run: it goes on, or is part of a symbol
_BORDER = re.compile(rf"(?<=[{LOWER}])(?=[{UPPER}])")
# The symbol of a number and the word behind it
_BEHIND_SYMBOL = re.compile(rf"(?<=[-/])[A-ZĐ&]{{1,12}}[0-9]{{0,2}}(?P<tail>[{LOWER}]{{2,7}})(?![^\W_])")
_DATE_WORD = "ngày|tháng|năm|Ngày|NGÀY|THÁNG|NĂM"
# Each begins with a digit or with letters: a look behind at every sign would take several times as long.
_BEFORE_WORD = re.compile(rf"[0-9](?={_DATE_WORD})")
_BEFORE_DIGIT = re.compile(r"(?:ngày|tháng|năm|NGÀY|THÁNG|NĂM)(?=[0-9])")
_BEHIND_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?<![\w.]....)(?P<word>[^\W\d_]{2,7})(?![^\W_])")
_SYLLABLE = 7  # letters of the longest syllable


def gaps(text: str) -> list[int]:
    """The offsets of `text` at which a blank is missing, in order. Linear; long texts whose beginning, middle and end
    have no words glued together are taken to have none."""
    fresh = _SOUND.others(samples.words(text))
    if not _within(" ".join(fresh)):  # what is glued stands within one word
        _SOUND.add(fresh)
        return []
    return _within(text)


def _within(text: str) -> list[int]:
    found: set[int] = set()
    fresh = set(_RUN.findall(" ".join(_SOUND.others(set(text.split()))))) - _ONE_WORD
    glued = {run: places for run in fresh if (places := divided(run))}
    if len(_ONE_WORD) < _REMEMBERED:
        _ONE_WORD.update(fresh.difference(glued))
    for run, places in glued.items():  # a few words: they are sought where they stand
        at = text.find(run)
        while at >= 0:
            behind = at + len(run)
            if not _LETTER.match(text, behind) and not (at and _JOINS.match(text, at - 1)):
                found.update(at + place for place in places)
            at = text.find(run, at + 1)
    for symbol in _BEHIND_SYMBOL.finditer(text):
        tail = symbol["tail"]
        at = symbol.start("tail")
        code = text[symbol.start() : at]
        if is_syllable(code[-1] + tail):  # "TT-BGTVTNgày": the word has the capital
            if _is_marked(tail) and len(code) > 2:
                found.add(at - 1)
        elif len(code) > 1 and is_syllable(tail):
            found.add(at)
    found.update(digit.end() for digit in _BEFORE_WORD.finditer(text))
    found.update(word.end() for word in _BEFORE_DIGIT.finditer(text))
    for year in _BEHIND_YEAR.finditer(text):
        if is_syllable(year["word"]) and _is_marked(year["word"]):
            found.add(year.start("word"))
    return sorted(found)


_SOUND = samples.Sound()
_ONE_WORD: set[str] = set()  # runs that were looked at and are not glued: most words of most texts
_REMEMBERED = 16_384


@lru_cache(maxsize=4_096)
def divided(run: str) -> tuple[int, ...]:
    """Where the words of a run of letters that are glued together begin, but for the first; empty where it is one word,
    none of the language, or can be taken apart in several ways."""
    edges = [0, *(border.start() for border in _BORDER.finditer(run)), len(run)]
    pieces = list(pairwise(edges))
    parts = [syllables_of(run[start:stop]) for start, stop in pieces]
    found: list[int] = []
    for number, (start, stop) in enumerate(pieces):
        inside = parts[number]
        if inside is not None:
            found += [start + at for at in inside]
        if number and parts[number - 1] is not None and start - edges[number - 1] > 1:
            word = run[start:stop]
            code = word.isupper() and stop - start > 1
            if (inside is not None or code) and _is_marked(run[edges[number - 1] : start]):
                found.append(start)
    return tuple(sorted(found))


@lru_cache(maxsize=4_096)
def syllables_of(piece: str, common: frozenset[str] = COMMON) -> tuple[int, ...] | None:
    """Where the second and further syllables of a piece begin; None where it is none of the language, or several ways
    lead through it that no word of every sentence (`common`) decides between."""
    if is_syllable(piece):
        return ()
    if len(piece) < 4 or not _is_marked(piece):
        return None
    # for each offset: how few parts lead there, how many of them are no word of every sentence; in how many ways they
    # do; where the last part of one begins
    best: list[tuple[tuple[int, int], int, int] | None] = [((0, 0), 1, 0)] + [None] * len(piece)
    for stop in range(2, len(piece) + 1):
        for start in range(max(0, stop - _SYLLABLE), stop - 1):
            before = best[start]
            word = piece[start:stop]
            if before is None or not _is_word(word, second=start > 0):
                continue
            cost = (before[0][0] + 1, before[0][1] + (word.lower() not in common))
            known = best[stop]
            if known is None or cost < known[0]:
                best[stop] = (cost, before[1], start)
            elif cost == known[0]:
                best[stop] = (cost, known[1] + before[1], known[2])
    last = best[-1]
    if last is None or last[1] > 1:
        return None
    found: list[int] = []
    at = last[2]
    while at > 0:
        found.append(at)
        at = best[at][2]  # type: ignore[index]
    found.reverse()
    words = [piece[start:stop] for start, stop in pairwise((0, *found, len(piece)))]
    plain = [word for word in words if not _is_marked(word)]
    if 2 * len(plain) > len(words) and not COMMON.issuperset(map(str.lower, plain)):
        return None  # "communiqué", "Genève"
    return tuple(found)


def _is_word(half: str, *, second: bool = False) -> bool:
    small = half.lower()
    if not is_syllable(small) or (_STOPPED.search(small) and not _STOPPED_TONES & set(small)):
        return False
    if half[1:] != half[1:].lower() and half != half.upper():
        return False
    return not second or small[0] not in _VOWELS or small in _BARE_RIMES


def _is_marked(word: str) -> bool:
    return not _MARKED.isdisjoint(word)
