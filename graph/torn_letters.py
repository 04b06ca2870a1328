"""Words set letter by letter with single blanks: "C Ộ N G H Ò A", "N g h ị đ ị n h s ố 1 2 / 2 0 2 4 / N Đ - C P".

Nothing tells where a word ends but its spelling, so a run of letters is joined only where it can be taken apart into
syllables in one way; digits and the letters of a symbol are joined with their bars. A run of which a part stays in
doubt is left as it is: `graph.damage` tells of it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from graph import samples
from graph.glued_words import COMMON, syllables_of

# marked vowels that are hardly a word by themselves: their standing alone is what a torn text is told by
_ALONE = "ạảãăằắẳẵặâầấẩẫậẹẻẽềếểễệịỉĩọỏõồốổỗộơờớởỡợụủũưừứửữựỵỷỹ"
_LONE_VOWELS = frozenset(_ALONE + _ALONE.upper())
_LONE = re.compile(rf" (?:(?<=\s\S )|(?<=\A\S ))[{_ALONE}{_ALONE.upper()}] (?=\S(?:\s|\Z))")
_RUN = re.compile(r"(?:(?<=\s)|\A)\S(?: {1,4}\S){4,400}(?!\S)")
_CHUNK = re.compile(r"\S(?: \S)*")  # a wider blank ends a word
_PART = re.compile(r"(?P<letters>[^\W\d_](?: [^\W\d_])*)|(?P<digits>[0-9](?: [0-9])*)|(?P<sign>\S)")
_MARKED = re.compile(f"[{_ALONE}{_ALONE.upper()}àáâèéêìíòóôùúýÀÁÂÈÉÊÌÍÒÓÔÙÚÝ]")
_FEWEST = 4  # letters of a run that stand for something
# words of heads, where a border might be drawn in two ways ("CHỦ NGHĨA", "CHỦNG HĨA")
_WORDS_OF_HEADS = COMMON | frozenset({
    "báo", "cáo", "chủ", "công", "cộng", "dân", "đảng", "định", "độc", "đồng", "hòa", "hoạch", "hội", "kế", "lập",
    "nam", "nghị", "nghĩa", "nhân", "phúc", "sản", "tự", "tư", "thị", "thông", "việt", "xã",
})  # fmt: skip


def may_have_runs(words: frozenset[str]) -> bool:
    """Whether a text with these words (`graph.samples.words`) may have runs of single letters."""
    return not _LONE_VOWELS.isdisjoint(words)


def runs_of(text: str) -> list[re.Match[str]]:
    """The runs of single letters that stand for words, in text order; none for sound texts. Linear: these are told by
    their beginning, middle and end."""
    if not may_have_runs(samples.words(text)):
        return []
    starts = samples.starts(text)
    if not any(_LONE.search(text, start, start + samples.SAMPLE) for start in starts):
        return []
    return _runs(text)


def runs_in(sample: str) -> list[re.Match[str]]:
    """The same for a short text, of which it is not known what words it has."""
    return _runs(sample) if _LONE.search(sample) else []


def _runs(text: str) -> list[re.Match[str]]:
    return [run for run in _RUN.finditer(text) if sum(map(str.isalpha, run[0])) >= _FEWEST and _MARKED.search(run[0])]


def blanks_of(run: re.Match[str]) -> list[tuple[int, int]]:
    """The blanks within the words and numbers of one run, as spans; none where a part of it is in doubt."""
    found: list[tuple[int, int]] = []
    for chunk in _CHUNK.finditer(run[0]):
        blanks = _within(chunk[0], run.start() + chunk.start())
        if blanks is None:
            return []
        found += blanks
    return found


def _within(words: str, base: int) -> list[tuple[int, int]] | None:
    """The blanks within the words and numbers of `words`, which begin at `base`; None where a part is in doubt."""
    parts = list(_PART.finditer(words))
    kinds = []  # "word", "code", "digits" or the sign
    inside: list[tuple[int, ...]] = []  # where the syllables of a word begin, as numbers of its letters
    for number, part in enumerate(parts):
        letters = part[0].replace(" ", "")
        cut = None
        if part["letters"]:
            beside = {parts[at][0] for at in (number - 1, number + 1) if 0 <= at < len(parts)}
            cut = _words_of(letters)
            kinds.append("word" if cut is not None else "code" if beside & {"/", "-", "–"} else "")
        else:
            kinds.append("digits" if part["digits"] else part[0])
        inside.append(cut or ())
    if "" in kinds:
        return None
    found: list[tuple[int, int]] = []
    for part, cut, kind in zip(parts, inside, kinds, strict=True):
        blanks = [part.start() + 2 * at - 1 for at in range(1, (len(part[0]) + 1) // 2)]
        found += [
            (base + at, base + at + 1) for number, at in enumerate(blanks, 1) if kind != "word" or number not in cut
        ]
    for number, (before, behind) in enumerate(pairwise(kinds)):
        around = {kinds[at] for at in (number - 1, number, number + 1, number + 2) if 0 <= at < len(kinds)}
        if behind in ",.;:" or (({before, behind} & {"/", "-", "–"}) and around & {"digits", "code"}):
            found.append((base + parts[number].end(), base + parts[number].end() + 1))
    return sorted(found)


def _words_of(letters: str) -> tuple[int, ...] | None:
    """Where the second and further words of a run of letters begin; None where that is in doubt. It may begin with the
    initials of a council."""
    for initials in ("UBND", "HĐND"):
        if letters.startswith(initials):
            rest = syllables_of(letters[4:], _WORDS_OF_HEADS) if letters[4:] else ()
            return None if rest is None else tuple(4 + at for at in ((0, *rest) if letters[4:] else rest))
    return syllables_of(letters, _WORDS_OF_HEADS)
