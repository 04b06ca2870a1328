"""The sentence, clause or item around an offset, told from the text alone: its stops and the marks that open lines.

What is looked for may stand in mid-unit, with other stops than a full stop; ``sentences.py`` gives the sentence shown.
"""

from __future__ import annotations

import re

from graph.alphabet import UPPER

# What opens an item of a list, as a part of a pattern: "-", "1.", "a)", "II.". Behind a line break and its blanks.
ITEM_MARK = r"(?:[-–+•]|[0-9]{1,3}[.)]|[a-zđ]\)|[IVX]{1,5}\.)"
_SENTENCE = 900  # code points looked at on either side
_NEAR = 200  # where the last stop is looked for first
# An item or an article that opens a line ("2. ", "a) ", "- ", "Điều 3. "), or an empty line before a capital or a mark
_ITEM = re.compile(
    r"\n[ \t|*_>]*(?:(?:[0-9]{1,3}|[a-zđ]|[IVX]{1,5})[.)][ \t*_]|[-–+•][ \t*_]"
    r"|(?:Điều|ĐIỀU)[ \t*_]+[0-9]+[a-zđ]?[.:]|(?:Chương|CHƯƠNG)[ \t*_]"
    rf"|[\n*_| \t]*\n[ \t|*_>]*(?=[{UPPER}0-9(\[“\"]))"
)
# a numbered clause or an article: what ends a list that a colon opens
_CLAUSE = re.compile(
    r"\n[ \t|*_>]*(?:[0-9]{1,3}\.[ \t*_]|(?:(?:Điều|ĐIỀU)[ \t*_]+[0-9]+[a-zđ]?[.:]|(?:Chương|CHƯƠNG)[ \t*_]))"
)
_NUMBERED = re.compile(r"\n[ \t|*_>]*(?P<n>[0-9]{1,3})\.")
_STOP = re.compile(r"[.;:!?](?=[\s*_|”\"]|\Z)")
_NUMERO = re.compile(r"\b[sS]ố[ *_]*\Z")  # "Quyết định số: 12/2020/QĐ-UBND": the colon ends nothing
_NUMBER = re.compile(r":[\s*_]*[0-9]")
_ABBREVIATED = re.compile(r"(?:\b(?:TP|Tp|Q|P|KT|TM|Mr|Số|số|vv)|\b[A-Z])\Z")


def sentence_start(text: str, at: int) -> int:
    """Where the sentence, clause or item around `at` begins: behind the last stop, or at the item's mark."""
    low = max(0, at - _SENTENCE)
    start = _last_stop(text, max(low, at - _NEAR), at, low)
    if start is None:
        start = _last_stop(text, low, at, low) or low
    for match in _ITEM.finditer(text, start, min(len(text), at + 1)):
        if match.end() <= at:
            start = match.end()
    return start


def _last_stop(text: str, start: int, at: int, low: int) -> int | None:
    """Behind the last stop between two offsets; None without one."""
    for match in reversed(list(_STOP.finditer(text, start, at))):
        if _stops(text, match, low):
            return match.end()
    return None


def _stops(text: str, match: re.Match[str], low: int) -> bool:
    """Does a stop end anything? Not behind an abbreviation, nor between "số" and the number."""
    at = match.start()
    if match[0] == ".":
        return _ABBREVIATED.search(text, max(low, at - 6), at) is None
    if match[0] == ":" and _NUMERO.search(text, max(low, at - 6), at):
        return _NUMBER.match(text, at) is None
    return True


def sentence_end(text: str, at: int, stops: str = ".;:!?") -> int:
    """Where the sentence around `at` ends: at the next of `stops`, or where the next item begins."""
    high = min(len(text), at + _SENTENCE)
    item = _ITEM.search(text, at, high)
    end = item.start() if item else high
    for match in _STOP.finditer(text, at, end):
        if match[0] not in stops:
            continue
        if _stops(text, match, at):
            return match.start()
    return end


def list_end(text: str, start: int, end: int) -> int:
    """Where a list that a colon opens before `start` ends: at the next numbered clause, article or chapter; items that
    are numbered from 1 go on while their numbers do."""
    stop = next_clause(text, start, end)
    if text[start:stop].strip(" *_|"):
        return stop
    wanted = 1
    while (number := _NUMBERED.match(text, stop, end)) and int(number["n"]) == wanted:
        wanted, stop = wanted + 1, next_clause(text, number.end(), end)
    return stop


def next_clause(text: str, start: int, end: int) -> int:
    """Where the next numbered clause, article or chapter begins between two offsets; `end` where none does."""
    found = _CLAUSE.search(text, start, end)
    return found.start() if found else end
