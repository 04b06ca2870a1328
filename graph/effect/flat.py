"""A text as statements of time are looked for in it: one line, emphasis gone, the same length; its sentences, its
quotations, and where its annexes begin."""

from __future__ import annotations

import re
from bisect import bisect_right

_BLANKED = "*_|#>\n\r\t\f\v\u00a0\u2028\u2029"
_SENTENCE = 900  # code points looked at on either side
_NEAR = 160
# An item or an article that opens a line ("2. ", "a) ", "- ", "Điều 3. "), or an empty line before a capital or a mark
_ITEM = re.compile(
    r"\n[ \t|*_>]*(?:(?:[0-9]{1,3}|[a-zđ]|[IVX]{1,5})[.)][ \t*_]|[-–+•][ \t*_]"
    r"|(?:Điều|ĐIỀU)[ \t*_]+[0-9]+[a-zđ]?[.:]|(?:Chương|CHƯƠNG)[ \t*_]"
    r"|[\n*_| \t]*\n[ \t|*_>]*(?=[A-ZĐÀ-Ỹ0-9(“\"]))"
)
_STOP = re.compile(r"[.;:!?](?=[\s*_|”\"]|\Z)")
_ABBREVIATED = re.compile(r"(?:\b(?:TP|Tp|Q|P|KT|TM|Mr|Số|số|vv)|\b[A-Z])\Z")
_LONGEST_QUOTE = 40_000
# "(Kèm theo Nghị định số …)", "(Ban hành kèm theo Quyết định số …)" on a line of its own opens an annex
_ANNEX = re.compile(
    r"\n[ \t|*_#>]*\([ \t*_]*(?:Kèm|Ban[ \t]+hành|Ban[ \t]+hành[ \t]+kèm)[ \t\n]+(?:kèm[ \t\n]+)?theo[ \t\n]"
)
_RECIPIENTS = re.compile(r"N[ơƠ][iI][ \t]+[nN][hH]ậ[nN][ \t*_]*:")


def flatten(text: str) -> str:
    """`text` in one line, marks of emphasis and of tables as blanks, the length unchanged."""
    for mark in _BLANKED:  # several passes of memchr: faster than str.translate
        if mark in text:
            text = text.replace(mark, " ")
    return text


def sentence_start(text: str, at: int) -> int:
    """Where the sentence, clause or item around `at` begins: behind the last stop, or at the item's mark."""
    low = max(0, at - _SENTENCE)
    start = low
    for near in (max(low, at - _NEAR), low):  # most sentences begin near; the last stop counts
        for match in _STOP.finditer(text, near, at):
            if match[0] != "." or not _ABBREVIATED.search(text, max(low, match.start() - 6), match.start()):
                start = match.end()
        if start > low or near == low:
            break
    for match in _ITEM.finditer(text, start, min(len(text), at + 1)):
        if match.end() <= at:
            start = match.end()
    return start


def sentence_end(text: str, at: int, stops: str = ".;:!?") -> int:
    """Where the sentence around `at` ends: at the next of `stops`, or where the next item begins."""
    high = min(len(text), at + _SENTENCE)
    item = _ITEM.search(text, at, high)
    end = item.start() if item else high
    for match in _STOP.finditer(text, at, end):
        if match[0] not in stops:
            continue
        if match[0] != "." or not _ABBREVIATED.search(text, max(at, match.start() - 6), match.start()):
            return match.start()
    return end


class Quotations:
    """Which offsets stand in “ … ”."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        depth = 0
        opened = 0
        opening, closing = text.find("“"), text.find("”")
        while closing >= 0:  # what opens behind the last closing sign is never closed
            at = opening if 0 <= opening < closing else closing
            if depth and at - opened > _LONGEST_QUOTE:
                depth = 0  # never closed
            if at == opening:
                if depth == 0:
                    opened = at
                depth += 1
                opening = text.find("“", at + 1)
                continue
            if depth:
                depth -= 1
                if depth == 0:
                    self._starts.append(opened)
                    self._ends.append(at + 1)
            closing = text.find("”", at + 1)

    def __contains__(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._ends[index]


def body_end(text: str, start: int) -> int:
    """Where the document proper ends: at its first annex behind `start`, else at the end of the text."""
    found = _ANNEX.search(text, start)
    return found.start() if found else len(text)


def closed(text: str, start: int, limit: int) -> int:
    """Where the document first closes ("./.", "Nơi nhận:") between two offsets; `limit` where it does not."""
    end = limit
    at = text.find("/.", start + 1, end)
    while at >= 0 and text[at - 1] not in "./":
        at = text.find("/.", at + 2, end)
    if at >= 0:
        end = at - 2 if at - 2 >= start and text[at - 2] in "./" else at - 1
    for capital in ("Nơ", "NƠ"):
        at = text.find(capital, start, end)
        while at >= 0:
            if _RECIPIENTS.match(text, at, limit):
                line = at
                while line > start and text[line - 1] in " \t|*_":
                    line -= 1
                if line > start and text[line - 1] == "\n":
                    end = min(end, line - 1)
                    break
            at = text.find(capital, at + 1, end)
    return end
