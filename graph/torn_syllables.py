"""Syllables torn by blanks, as some text layers of PDFs have them: "Ngh ị đ ị nh s ố", "s ắp x ếp", "hư ớng d ẫn".

A text is repaired only where it is full of such tears: in sound texts a lone consonant is a list mark ("điểm c ở …").
The head of a sound text is, where it is: its lines are set apart, and no lists stand there. A line of which every
letter is set apart ("N G H Ị  Đ Ị N H") has the ends of its words in its wider blanks; without these it stays.
"""

from __future__ import annotations

import re
from itertools import pairwise

from graph import samples
from graph.syllables import is_syllable
from graph.torn_letters import blanks_of, runs_of

_VOWELS = (
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
    "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬEÈÉẺẼẸÊỀẾỂỄỆIÌÍỈĨỊOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢUÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴ"
)
ONSETS = frozenset({
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
_LONGEST = 7  # letters of a syllable
_MOST = 4  # fragments of one syllable


def tears(text: str) -> list[tuple[int, int]]:
    """Spans of the blanks inside the syllables of a torn text, in text order; none for sound texts. Linear: sound texts
    are told by three samples."""
    if len(text) <= 2 * _FEWEST:
        return []
    runs = runs_of(text)
    spaced = [*_spaced(text), *(blank for run in runs for blank in blanks_of(run))]
    found = _joined(text, 0, len(text)) if _looks_torn(text) else _of_the_head(text)
    if runs:  # what letters do not tell, pairs of them do not
        found = [(start, end) for start, end in found if not any(r.start() <= start < r.end() for r in runs)]
    return sorted({*found, *spaced}) if spaced else found


def _joined(text: str, start: int, end: int, *, head: bool = False) -> list[tuple[int, int]]:
    tokens = [m.span() for m in _TOKEN.finditer(text, start, end)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(tokens):
        count = _fragments(text, tokens, at, head=head)
        found += [(tokens[i][1], tokens[i + 1][0]) for i in range(at, at + count - 1)]
        at += count
    return found


def _spaced(text: str) -> list[tuple[int, int]]:
    """The blanks between the letters of lines that are set letter by letter, in a head that has a line of Vietnamese
    words so set."""
    lines = [line for line in _LETTERS_APART.finditer(text, 0, min(len(text), _SAMPLE))]
    if not any(_is_spaced(line[0]) for line in lines):
        return []
    return [
        (line.start() + gap.start(), line.start() + gap.end())
        for line in lines
        if "  " in line[0].strip() or _is_spaced(line[0])
        for gap in _NARROW.finditer(line[0])
    ]


def _is_spaced(line: str) -> bool:
    """Whether the words between wider blanks are syllables, one with a vowel's mark among them."""
    words = [_NARROW.sub("", word) for word in _WIDE.split(line.strip()) if word]
    return (
        not line.isascii()
        and any(len(word) > 2 for word in words)
        and all(is_syllable(word) for word in words if word.isalpha())
        and all(map(str.isalpha, words))
    )


_LETTERS_APART = re.compile(r"(?m)^[ \t]*\S(?:[ ]{1,6}\S){3,200}[ \t]*$")
_NARROW = re.compile(r"(?<=\S) (?=\S)")
_WIDE = re.compile(r" {2,}")


def _head_is_torn(text: str, end: int) -> bool:
    """Whether fragments of syllables stand side by side in a head, more than a few."""
    found = 0
    lines = (line for line in _LINE.finditer(text, 0, end) if not _LETTERS_APART.fullmatch(line[0]))
    tokens = [m.span() for line in lines for m in _TOKEN.finditer(text, *line.span())]
    for (begin, stop), (start, last) in pairwise(tokens):
        if start - stop == 1 and last - begin <= _LONGEST + 1 and text[stop] == " ":
            one, two = text[begin:stop], text[start:last]
            fragment = not (is_syllable(one) and is_syllable(two)) and not (one.isupper() and one == two)
            found += fragment and is_syllable(one + two)
    return found >= _IN_HEAD


_LINE = re.compile(r"[^\n]+")
_IN_HEAD = 4
_HEAD_ENDS = re.compile(r"(?m)^[ \t|*_]*(?:C *ă *n +c|K *í *n *h +g|Đ *i *ề *u +1)")
_HEAD = 1_500


def _looks_torn(text: str) -> bool:
    if len(ONSETS & samples.words(text)) < _FEWEST // 2:
        return False
    return any(_is_torn(text[start : start + samples.SAMPLE]) for start in samples.starts(text))


def _of_the_head(text: str) -> list[tuple[int, int]]:
    """The tears of the lines in capitals at the beginning of a sound text ("QUYẾT Đ ỊNH", "TỈNH Q UẢNG NAM"): an onset
    and the rime behind it, where no list mark can stand."""
    ends = _HEAD_ENDS.search(text, 0, min(len(text), _HEAD))
    if _head_is_torn(text, ends.start() if ends else 0):
        return _joined(text, 0, ends.start() if ends else 0, head=True)
    end = min(len(text), _SAMPLE)
    found = [number.span("gap") for number in _NUMERO.finditer(text, 0, end)]
    for line in _CAPITALS.finditer(text, 0, end):
        if _LETTERS_APART.fullmatch(line[0]):
            continue  # a row of single letters
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
_UPPER_ONSETS = "|".join(sorted(("Q", *map(str.upper, ONSETS)), key=lambda onset: (-len(onset), onset)))
_ONSET = re.compile(rf"(?<![^\W_])(?P<onset>{_UPPER_ONSETS}) (?=[{_VOWELS}])")


def _is_torn(sample: str) -> bool:
    words = sample.split()
    found = [pair for pair in pairwise(words) if pair[0].casefold() in ONSETS and pair[1][0] in _VOWELS]
    return len(set(found)) >= _FEWEST and len(found) > _RATE * len(words)


def _fragments(text: str, tokens: list[tuple[int, int]], at: int, *, head: bool = False) -> int:
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
        if not is_syllable(joined):
            break
        if not _belongs(word, piece, text, tokens, number) and not (head and not is_syllable(word)):
            break  # a lone consonant of a head is no list mark: "n gày"
        word, count = joined, number - at + 1
    return count


def _belongs(word: str, piece: str, text: str, tokens: list[tuple[int, int]], number: int) -> bool:
    """Whether a fragment goes on with the syllable before it: a rime behind an onset or an open syllable that is no
    word by itself, or a coda that no rime follows."""
    if not is_syllable(word):  # "nă m": no word ends with ă or â
        return piece[0] in _VOWELS or piece.casefold() in _CODAS
    if piece[0] in _VOWELS:
        return piece.casefold() not in _WORDS
    if piece.casefold() not in _CODAS:
        return False
    if number + 1 == len(tokens) or text[tokens[number][1] : tokens[number + 1][0]] != " ":
        return True
    following = text[slice(*tokens[number + 1])]
    return following[0] not in _VOWELS
