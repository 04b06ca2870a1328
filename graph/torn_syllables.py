"""Syllables torn by blanks, as some text layers of PDFs have them: "Ngh ị đ ị nh s ố", "s ắp x ếp", "hư ớng d ẫn".

A text is repaired only where it is full of such tears: in sound texts a lone consonant is a list mark ("điểm c ở …").
"""

from __future__ import annotations

import re
from itertools import pairwise

from graph.syllables import is_syllable

_VOWELS = (
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
    "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ"
)
_ONSETS = frozenset({
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "ph", "qu", "r", "s",
    "t", "th", "tr", "v", "x",
})  # fmt: skip
# words that begin with a vowel; behind an open syllable they are no torn rime ("do anh", "cho ai")
_WORDS = frozenset({
    "ai", "an", "anh", "ao", "áo", "ăn", "âm", "ấn", "ấp", "ấy", "áp", "ảnh", "êm", "em", "ép", "ích", "ít", "in",
    "oan", "ông", "ốm", "ổn", "ở", "ủy", "uy", "ủng", "úng", "ương", "ưu", "ức", "ước", "ưa", "ứng", "ý", "yên",
    "yêu", "yếu", "yết",
})  # fmt: skip
_TOKEN = re.compile(r"[^\W\d_]+")
_CODAS = frozenset({"c", "ch", "m", "n", "ng", "nh", "p", "t"})
_SAMPLE = 2_000  # code points at the beginning, in the middle and at the end that are looked at
_RATE = 0.03  # tears to words from which on a text counts as torn
_FEWEST = 8
_MOST = 4  # fragments of one syllable


def tears(text: str) -> list[tuple[int, int]]:
    """Spans of the blanks inside the syllables of a torn text, in text order; none for sound texts. Linear: sound texts
    are told by three samples."""
    if len(text) <= 2 * _FEWEST:
        return []
    if not _looks_torn(text):
        return _of_the_head(text)
    tokens = [m.span() for m in _TOKEN.finditer(text)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        count = _fragments(text, tokens, at)
        found += [(tokens[i][1], tokens[i + 1][0]) for i in range(at, at + count - 1)]
        at += count
    return found


def _looks_torn(text: str) -> bool:
    middle = len(text) // 2
    samples = (text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:] if len(text) > 2 * _SAMPLE else "")
    return any(_is_torn(sample) for sample in samples)


def _of_the_head(text: str) -> list[tuple[int, int]]:
    """The tears of the lines in capitals at the beginning of a sound text ("QUYẾT Đ ỊNH", "TỈNH Q UẢNG NAM"): an onset
    and the rime behind it, where no list mark can stand."""
    end = min(len(text), _SAMPLE)
    found = [number.span("gap") for number in _NUMERO.finditer(text, 0, end)]
    for line in _CAPITALS.finditer(text, 0, end):
        torn: list[tuple[int, int]] = []
        for tear in _ONSET.finditer(text, line.start(), line.end()):
            rime = _TOKEN.match(text, tear.end())
            piece = rime[0] if rime else ""
            if piece.casefold() not in _WORDS and is_syllable(tear["onset"] + piece):
                torn.append((tear.end("onset"), tear.end()))
        found += torn if len(torn) <= _FEW else []
    found.sort()
    return found


_FEW = 2  # tears of one line; in a line full of them an onset may be the end of the syllable before
_NUMERO = re.compile(r"(?m)^[ \t|*_]*S(?P<gap> )ố(?= *:)")
_SMALL = "".join(sorted({letter for letter in _VOWELS + "bcdđghklmnpqrstvx" if letter.islower()}))
_CAPITALS = re.compile(rf"(?m)^[^\n{_SMALL}a-z]+$")
_UPPER_ONSETS = "|".join(sorted(("Q", *map(str.upper, _ONSETS)), key=lambda onset: (-len(onset), onset)))
_ONSET = re.compile(rf"(?<![^\W_])(?P<onset>{_UPPER_ONSETS}) (?=[{_VOWELS}])")


def _is_torn(sample: str) -> bool:
    words = sample.split()
    if len(_ONSETS.intersection(words)) < _FEWEST // 2:
        return False
    found = [pair for pair in pairwise(words) if pair[0].casefold() in _ONSETS and pair[1][0] in _VOWELS]
    return len(set(found)) >= _FEWEST and len(found) > _RATE * len(words)


def _fragments(text: str, tokens: list[tuple[int, int]], at: int) -> int:
    """How many tokens from `at` on make one syllable; 1 where the token stands for itself."""
    begin, end = tokens[at]
    word = text[begin:end]
    count = 1
    for number in range(at + 1, min(at + _MOST, len(tokens))):
        start, stop = tokens[number]
        if text[tokens[number - 1][1] : start] != " ":
            break
        piece = text[start:stop]
        joined = word + piece
        if not is_syllable(joined) or not _belongs(word, piece, text, tokens, number):
            break
        word, count = joined, number - at + 1
    return count


def _belongs(word: str, piece: str, text: str, tokens: list[tuple[int, int]], number: int) -> bool:
    """Whether a fragment goes on with the syllable before it: a rime behind an onset or an open syllable that is no
    word by itself, or a coda that no rime follows."""
    if not is_syllable(word):
        return piece[0] in _VOWELS
    if piece[0] in _VOWELS:
        return piece.casefold() not in _WORDS
    if piece.casefold() not in _CODAS:
        return False
    if number + 1 == len(tokens) or text[tokens[number][1] : tokens[number + 1][0]] != " ":
        return True
    following = text[slice(*tokens[number + 1])]
    return following[0] not in _VOWELS
