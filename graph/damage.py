"""Texts that are damaged: letters set apart that nothing joins for certain, letters that a conversion lost
("Ngh? đ?nh", "Lu\\ufffdt"), letters of another code ("NghÞ ®Þnh", "Nghò ñònh", "Nghá»‹ Ä‘á»‹nh"). What can be
repaired is repaired before (`graph.normalise`, the readers); of the rest one finding tells: much of it is not read.
"""

from __future__ import annotations

import re

from graph.model import Finding
from graph.syllables import is_syllable
from graph.torn_letters import runs_of

KIND = "damaged-text"
_SAMPLE = 2_000  # code points at the beginning, in the middle and at the end that are looked at
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
    length = len(text)
    starts = (0,) if length <= _SAMPLE else (0, (length - _SAMPLE) // 2, length - _SAMPLE)
    for start in starts:
        span = _damaged(text, start, min(length, start + _SAMPLE))
        if span is not None:
            begin, end = span
            words = " ".join(text[begin:end].split())[:40]
            message = (
                f"Văn bản bị hỏng chữ (“{words}”): chữ bị tách rời hoặc bị mất khi chuyển mã; "
                "những gì đọc được có thể thiếu."
            )
            return Finding(KIND, message, (), begin, end, text[begin:end])
    return None


def _damaged(text: str, start: int, end: int) -> tuple[int, int] | None:
    sample = text[start:end]
    if "?" in sample or "\ufffd" in sample:
        words = sample.split()
        lost = [word for word in words if _lost_letters(word)]
        if len(lost) >= _FEWEST and len(lost) > _RATE * len(words):
            at = start + sample.find(lost[0])
            return at, at + len(lost[0])
    other = list(_OTHER_CODE.finditer(sample)) if _NO_LETTER.search(sample) else ()
    if len(other) >= 2 and len({word[0] for word in other}) > 1:
        return _around(text, start + other[0].start())
    for run in runs_of(sample):
        return start + run.start(), start + run.end()
    torn = list(_TORN.finditer(sample))
    if len(torn) >= _MOST and len({pair[0] for pair in torn}) >= _FEWEST:
        return start + torn[0].start(), start + torn[0].end()
    return None


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
