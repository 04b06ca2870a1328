"""Texts written with the fonts of the 1990s: TCVN3 (ABC, ``.VnTime``) and VNI (``VNI-Times``) become Unicode.

Such a text reads as Western letters (``NghÞ quyÕt``, ``Nghò quyeát``), whether it came as bytes or was already copied
into a Unicode file. It is told by its words: as read few of them are Vietnamese syllables, converted nearly all are.
The letters are in ``legacy.csv`` (TCVN3 checked against TCVN 5712:1993 of the C library).
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from graph import syllables

SCHEMES = ("tcvn3", "vni")
# Signs that stand inside words in these codes and never in Vietnamese written in Unicode
_TRACES = {
    "tcvn3": re.compile("[A-Za-z][\u00a1-\u00af\u00b1\u00b5-\u00b9\u00bb-\u00be\u00c6-\u00ff]|[\u00a7\u00ae][a-zA-Z]"),
    "vni": re.compile("[aeouyAEOUY\u00f4\u00f6\u00d4\u00d6][\u00c0-\u00fc]"),
}
_UNICODE_ONLY = re.compile("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1eff]")
# Letters as common as đ, ư, ô, ơ, á, in signs that Unicode Vietnamese has little use for: a text in these codes is full
# of them, so that counting them settles it for nearly every file, a hundred times as fast as looking at its words.
_SIGNS = {"tcvn3": "\u00ae\u00ad\u00ab\u00ac\u00b8\u00b5\u00b9\u00a7\u00a4\u00a5\u00a6", "vni": "ñöÑÖ"}
_FEW_WORDS = 500  # a shorter text may do without them, and costs little to look at closely
_SAMPLE = 40_000
_GAIN = 0.35  # of the words must become syllables


@cache
def _table(scheme: str) -> tuple[Mapping[str, str], re.Pattern[str]]:
    with files("graph.reading").joinpath("legacy.csv").open(encoding="utf-8") as stream:
        letters = {row[scheme]: row["letter"] for row in csv.DictReader(stream) if row[scheme]}
    longest_first = sorted(letters, key=lambda code: (-len(code), code))
    return letters, re.compile("|".join(map(re.escape, longest_first)))


def convert(text: str, scheme: str) -> str:
    """`text` with the codes of `scheme` as Unicode letters; everything else is kept."""
    letters, codes = _table(scheme)
    changed = codes.sub(lambda match: letters[match.group()], unicodedata.normalize("NFC", text))
    if scheme == "tcvn3":
        changed = "".join(map(_capitals, changed.splitlines(keepends=True)))
    return changed


def detect(text: str) -> str | None:
    """The legacy scheme `text` is written in as a whole or in part, or None."""
    sample = text[:_SAMPLE]
    words = max(1, sample.count(" "))
    best: tuple[float, str | None] = (0.0, None)
    for scheme in SCHEMES:
        if words > _FEW_WORDS and _signs(sample, scheme) < max(3, words // 200):
            continue
        if len(_TRACES[scheme].findall(sample)) < max(3, words // 50):
            continue
        lines = [line for line in sample.split("\n") if _TRACES[scheme].search(line)]
        traced = "\n".join(lines)
        before = syllables.share(traced, marked=True)
        if before >= 1 - _GAIN:  # Vietnamese as it is, which most texts are; converting takes longer than looking
            continue
        after = syllables.share(convert(traced, scheme))
        if after > 0.75 and after - before > _GAIN and after > best[0]:
            best = (after, scheme)
    return best[1]


def _signs(text: str, scheme: str) -> int:
    """How often the letters of `_SIGNS` occur; most do not occur at all, which ``in`` tells faster than counting."""
    return sum(text.count(sign) for sign in _SIGNS[scheme] if sign in text)


def to_unicode(text: str) -> tuple[str, str | None]:
    """`text` in Unicode and the scheme it was in (None: unchanged). Lines already in Unicode are left as they are."""
    scheme = detect(text)
    if scheme is None:
        return text, None
    return "".join(_line(line, scheme) for line in text.splitlines(keepends=True)), scheme


def _line(line: str, scheme: str) -> str:
    """A line in the legacy codes, converted; one that has letters only Unicode has, or that would lose, as it is."""
    if line.isascii():
        return line
    changed = convert(line, scheme)
    better = syllables.share(changed) - syllables.share(line)
    return changed if better > 0 or (better == 0 and not _UNICODE_ONLY.search(line)) else line


def _capitals(line: str) -> str:
    """TCVN3 has no capitals with tones: fonts ending in H drew them. Words set in capitals get theirs back.

    A word counts as set in capitals if all its ASCII letters, at least two, are; where all words that can tell are so,
    the line is (``BỘ`` in a line of capitals cannot tell by itself)."""
    telling = [word for word in syllables.words(line) if sum(c.isascii() for c in word) > 1]
    shouted = [word for word in telling if _ascii_upper(word)]
    if not any(not word.isascii() for word in shouted):
        return line
    if len(shouted) == len(telling):
        return line.upper()
    for word in shouted:
        line = line.replace(word, word.upper())
    return line


def _ascii_upper(word: str) -> bool:
    return all(c.isupper() for c in word if c.isascii())
