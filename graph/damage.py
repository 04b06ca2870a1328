"""Texts that are damaged: letters set apart that nothing joins for certain, letters that a conversion lost
("Ngh? đ?nh", "Lu\\ufffdt"), letters of another code ("NghÞ ®Þnh", "Nghò ñònh", "Nghá»‹ Ä‘á»‹nh"). What can be
repaired is repaired before (`graph.normalise`, the readers); of the rest one finding tells: much of it is not read.
"""

from __future__ import annotations

import re

from graph import samples
from graph.model import Finding
from graph.syllables import is_syllable
from graph.torn_letters import may_have_runs, runs_in
from graph.torn_syllables import ONSETS

KIND = "damaged-text"
_FEWEST = 4
_ADDRESS = re.compile(r"[/=&:@]")
_RATE = 0.03  # of the words, from which on question marks within them are lost letters
# the letters that "của", "ngày", "năm", "về", "định" become in TCVN3, in VNI and in UTF-8 that was read as Windows-1252
_OTHER_CODE = re.compile(
    r"(?<![^\W_])(?:cña|ngµy|n¨m|vÒ|®Þnh|LuËt|CHÝNH|cuûa|ngaøy|naêm|veà|ñònh|Luaät|cá»§a|cá»\S{0,2}a|ngÃ\s?y|nÄ\S?m|vá»\S{0,2})"
    r"(?![^\W_])"
)
_NO_LETTER = re.compile("[ñµ¨®Ëû»ø§¸]|vÒ|Ý|Ä")  # what sound texts hardly have; read first, for speed
# an onset that stands alone before a vowel; a few are list marks ("điểm c ở Phụ lục")
_TORN = re.compile(
    r"(?<![^\W_])[bcdđghklmnpqrstvx]{1,3} [àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]"
)
_MOST = 8
_WORD = re.compile(r"[^\W\d_]+")


def damage(text: str) -> Finding | None:
    """The finding that `text` (normalised) is damaged, at the first damaged place; None for sound texts."""
    words = samples.words(text)
    fresh = _SOUND.others(words)
    coded = _NO_LETTER.search(" ".join(fresh)) is not None
    if not coded:
        _SOUND.add(fresh)
    spaced, torn = may_have_runs(words), len(ONSETS & words) > 1
    for start in samples.starts(text):
        sample = text[start : start + samples.SAMPLE]
        span = _lost(sample) or (_coded(sample) if coded else None)
        span = span or (_spaced(sample) if spaced else None) or (_torn(sample) if torn else None)
        if span is not None:
            begin, end = start + span[0], start + span[1]
            damaged = " ".join(text[begin:end].split())[:40]
            message = (
                f"Văn bản bị hỏng chữ (“{damaged}”): chữ bị tách rời hoặc bị mất khi chuyển mã; "
                "những gì đọc được có thể thiếu."
            )
            return Finding(KIND, message, (), begin, end, text[begin:end])
    return None


_SOUND = samples.Sound()  # without letters of other codes


def _lost(sample: str) -> tuple[int, int] | None:
    """The first of the words that lost letters, where there are many."""
    if "?" not in sample and "\ufffd" not in sample:
        return None
    words = sample.split()
    lost = [word for word in words if ("?" in word or "\ufffd" in word) and _lost_letters(word)]
    if len(lost) < _FEWEST or len(lost) <= _RATE * len(words):
        return None
    at = sample.find(lost[0])
    return at, at + len(lost[0])


def _coded(sample: str) -> tuple[int, int] | None:
    """The first of several words in letters of another code."""
    found = list(_OTHER_CODE.finditer(sample))
    return _around(sample, found[0].start()) if len({word[0] for word in found}) > 1 else None


def _spaced(sample: str) -> tuple[int, int] | None:
    """The first run of single letters."""
    return next((run.span() for run in runs_in(sample)), None)


def _torn(sample: str) -> tuple[int, int] | None:
    """The first of many onsets that stand apart from their vowels."""
    found = list(_TORN.finditer(sample))
    return found[0].span() if len(found) >= _MOST and len({pair[0] for pair in found}) >= _FEWEST else None


def _lost_letters(word: str) -> bool:
    """Whether letters of a word were replaced: what is left of it is no word ("Lu?t", "c?a", "Ngh?")."""
    if "\ufffd" in word:
        return True
    if "?" not in word or _ADDRESS.search(word):
        return False
    return not all(map(is_syllable, _WORD.findall(word)))


def _around(text: str, at: int) -> tuple[int, int]:
    """The word at an offset."""
    begin = max(text.rfind(" ", 0, at), text.rfind("\n", 0, at)) + 1
    found = re.compile(r"\s|\Z").search(text, at)
    return begin, found.start() if found else len(text)
