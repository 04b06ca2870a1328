"""One spelling for matching: Unicode form, tone placement, look-alikes; and folding for search.

``normalise(text)`` gives the text every rule is matched against, with a map back to the offsets of the text as read.
Rules applied (facts measured on Công báo and provincial texts):

* NFC (Unicode UAX 15): some official texts mix composed and decomposed letters;
* tone mark on the first vowel in open syllables: ``hoà -> hòa``, ``uỷ -> ủy``, never after q (``quý`` stays);
* Ð (U+00D0), Ɖ (U+0189), ð for Đ, đ: typing slips that no Unicode form repairs;
* no-break and other odd blanks become plain blanks, NEL a line feed;
* the signs of quoted lines ("> ") become blanks;
* HTML tags, which Markdown may carry, become blanks, and so do raised digits, the marks of footnotes;
* blanks inside the syllables of a text that is full of such tears vanish ("Ngh ị đ ị nh s ố");
* signs and letters that stand for others are put right (``graph/written_otherwise.py``): strokes, soft hyphens,
  escapes of Markdown, "1O/2O20", "qui định";
* signs without width vanish;
* of a link of Markdown its words stay ("[Nghị định số 15/2020/NĐ-CP](https://…) ngày …");
* of the blanks between the words of a text that is set wide one stays;
* words that lost the blank between them get it back ("nhândân", "củaChính phủ", "ngày26/11/2003");
* emphasis inside a word or number vanishes ("C**ă**n cứ", "số 0**9**/2023", "h<b>ư</b>ớng"): a word with a bold letter
  is that word.

All but the first and the last six keep the length, so the map is the identity for most texts.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.glued_words import gaps
from graph.syllables import is_syllable
from graph.torn_syllables import tears
from graph.wide_blanks import surplus
from graph.written_otherwise import put_right, vanishing

# second-vowel tone placement -> first-vowel placement (syllable-final, not after q)
_TONE_PAIRS = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


def _cases(pair: tuple[str, str]) -> list[tuple[str, str]]:
    """Every mix of upper and lower case of a two-letter pair."""
    old, new = pair
    mixes = []
    for first in (str.lower, str.upper):
        for second in (str.lower, str.upper):
            mixes.append((first(old[0]) + second(old[1]), first(new[0]) + second(new[1])))
    return mixes


_TONES = {old: new for pair in _TONE_PAIRS.items() for old, new in _cases(pair)}
# Any second-vowel form at the end of a syllable ("khoản" is closed and stays). Four passes that begin with a literal
# take less than half the time of one that begins with a class.
_SECOND_VOWELS = tuple(
    (vowel, re.compile(vowel + "[" + "".join(sorted({old[1] for old in _TONES})) + r"](?!\w)")) for vowel in "oOuU"
)
_LOOKALIKES = {
    "\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ",
    "\u200a": " ", "\u2002": " ", "\u2003": " ", "\u3000": " ", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "\uff0d": "-", "\r": " ",
    "¹": " ", "²": " ", "³": " ", **{chr(raised): " " for raised in (0x2070, *range(0x2074, 0x207A))},
}  # fmt: skip


def first_vowel_tone(text: str) -> str:
    """`text` (NFC) with the tone mark on the first vowel of open oa, oe, uy syllables; the length is unchanged."""
    for vowel, pattern in _SECOND_VOWELS:
        if vowel in text:
            text = pattern.sub(_first_vowel, text)
    return text


def _first_vowel(match: re.Match[str]) -> str:
    """The first-vowel form; after q the u is no vowel of its own (``quý``)."""
    found = match.group()
    at = match.start()
    if found[0] in "uU" and at and match.string[at - 1] in "qQ":
        return found
    return _TONES.get(found, found)


@dataclass(frozen=True, slots=True)
class Normalised:
    """A text in matching form. `breaks`/`shifts` map its offsets back: within a run the shift is constant."""

    text: str
    breaks: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    widths: tuple[bool, ...] = ()  # run has one original code point for each normalised one

    def start(self, offset: int) -> int:
        """Offset in the text as read of the first code point of normalised character `offset`."""
        if not self.breaks:
            return offset
        run = bisect_right(self.breaks, offset) - 1
        inside = offset - self.breaks[run]
        return self.origins[run] + (inside if self.widths[run] else 0)

    def end(self, offset: int) -> int:
        """Offset in the text as read just behind the normalised character before `offset` (for half-open ends)."""
        if not self.breaks:
            return offset
        if offset == 0:
            return self.origins[0]  # what vanished before the first word stands in front of it
        run = bisect_right(self.breaks, offset - 1) - 1
        inside = offset - 1 - self.breaks[run]
        if self.widths[run]:
            return self.origins[run] + inside + 1
        return self.origins[run + 1]


def normalise(text: str) -> Normalised:
    """Matching form of `text` with the map back to its offsets. Linear in the length; any string is accepted."""
    composed = _composed(text)
    hidden = sorted([*_without_width(composed.text), *vanishing(composed.text)])
    if hidden:
        composed = _without(composed, hidden, len(text))
    linked = link_signs(composed.text)
    if linked:
        composed = _without(composed, linked, len(text))
    marks = inner_marks(composed.text)
    same = _same_length(composed.text)
    plain = composed if same is composed.text else replace(composed, text=same)
    torn, wide = tears(plain.text), surplus(plain.text)
    if torn or wide:
        marks = sorted({*marks, *torn, *wide})
    joined = _without(plain, marks, len(text)) if marks else plain
    missing = gaps(joined.text)
    return _with_blanks(joined, missing, len(text)) if missing else joined


_NO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"


def _without_width(text: str) -> list[tuple[int, int]]:
    """Spans of the signs of `text` that have no width: they stand within words that web pages may break."""
    if not any(sign in text for sign in _NO_WIDTH):
        return []
    return [found.span() for found in re.finditer(f"[{_NO_WIDTH}]+", text)]


def _composed(text: str) -> Normalised:
    """`text` in NFC."""
    if len(text) <= _STRETCH and unicodedata.is_normalized("NFC", text):
        return Normalised(text)
    # Runs of starters that NFC leaves alone are copied; a starter with its marks is composed on its own. Stretch by
    # stretch, so that a few marks in a long text cost little.
    pieces: list[str] = []
    breaks: list[int] = []
    origins: list[int] = []
    widths: list[bool] = []
    at_out = at_in = 0

    def add(original: str, composed: str) -> None:
        nonlocal at_out, at_in
        same = len(original) == len(composed)
        if not (widths and widths[-1] and same):
            breaks.append(at_out)
            origins.append(at_in)
            widths.append(same)
        pieces.append(composed)
        at_out += len(composed)
        at_in += len(original)

    for stretch in _stretches(text):
        if unicodedata.is_normalized("NFC", stretch):
            add(stretch, stretch)
            continue
        position = 0
        for match in _COMBINING.finditer(stretch):
            start = max(match.start() - 1, 0)
            if start > position:
                add(stretch[position:start], stretch[position:start])
            cluster = stretch[start : match.end()]
            composed = unicodedata.normalize("NFC", cluster)
            add(cluster, composed) if composed else None
            position = match.end()
        if position < len(stretch):
            add(stretch[position:], stretch[position:])
    if widths == [True]:  # nothing changed its length
        return Normalised("".join(pieces))
    origins.append(len(text))
    return Normalised("".join(pieces), tuple(breaks), tuple(origins), tuple(widths))


_STRETCH = 65_536


# A link of Markdown: what is around its words, and its target. An image shows no words of the text; a link whose words
# are a number is a footnote's mark, which keeps its brackets.
_LINK = re.compile(
    r"(?<!!)\[(?=[^\[\]\n]*[^\[\]\n\d*†])[^\[\]\n]{1,300}(\]\((?:https?:|mailto:|www\.|[./#])[^()\s]{0,500}\))",
    re.IGNORECASE,
)


# The same in HTML, where no words would grow together.
_ANCHOR = re.compile(r"<a(?<=[\s(“\"]<a)\s[^<>]{0,300}>|</a>(?=[\s,;:.)”\"]|\Z)", re.IGNORECASE)


def link_signs(text: str) -> list[tuple[int, int]]:
    """Spans of `text` that are the signs and targets of links (Markdown's and HTML's), in order: the words of a link
    stand among those around it."""
    spans: list[tuple[int, int]] = []
    if "](" in text:
        spans += [s for found in _LINK.finditer(text) for s in ((found.start(), found.start() + 1), found.span(1))]
    if "</a>" in text:
        spans = sorted({*spans, *(found.span() for found in _ANCHOR.finditer(text))})
    return spans


def _stretches(text: str) -> Iterator[str]:
    """`text` in stretches of bounded length (but for runs of combining marks), none of which begins with a mark."""
    at = 0
    while at < len(text):
        end = min(at + _STRETCH, len(text))
        while end < len(text) and "\u0300" <= text[end] <= "\u036f":
            end += 1
        yield text[at:end]
        at = end


# Combining marks, which are composed with the letter before them; what stands alone is left as it is (Hangul
# jamo, compatibility singletons such as the Angstrom sign: no Vietnamese symbol needs them). A megabyte of marks is one
# run, composed once.
_COMBINING = re.compile(r"[\u0300-\u036f]+")


def _without(plain: Normalised, spans: list[tuple[int, int]], length: int) -> Normalised:
    """`plain` without some spans of its text; `length` is that of the text as read."""
    pieces: list[str] = []
    breaks: list[int] = []
    origins: list[int] = []
    widths: list[bool] = []
    begins, at_run = plain.breaks or (0,), 0
    sources, same = (plain.origins, plain.widths) if plain.breaks else ((0, length), (True,))
    at = out = 0
    for cut_from, cut_to in (*spans, (len(plain.text), len(plain.text))):
        while at < cut_from:  # the runs of the kept stretch at:cut_from
            while at_run + 1 < len(begins) and begins[at_run + 1] <= at:
                at_run += 1
            stop = min(cut_from, begins[at_run + 1] if at_run + 1 < len(begins) else cut_from)
            breaks.append(out)
            origins.append(sources[at_run] + (at - begins[at_run] if same[at_run] else 0))
            widths.append(same[at_run])
            pieces.append(plain.text[at:stop])
            out += stop - at
            at = stop
        at = cut_to
    origins.append(length)
    return Normalised(first_vowel_tone("".join(pieces)), tuple(breaks), tuple(origins), tuple(widths))


def _with_blanks(plain: Normalised, offsets: list[int], length: int) -> Normalised:
    """`plain` with a blank before each of some offsets of its text; a blank has no width in the text as read, whose
    length is `length`."""
    begins, sources, same = (
        (plain.breaks, plain.origins, plain.widths) if plain.breaks else ((0,), (0, length), (True,))
    )
    runs: list[tuple[int, int, bool]] = []  # offset in the new text, origin, width
    at_run = 0
    for count, offset in enumerate(offsets):
        while at_run < len(begins) and begins[at_run] < offset:
            runs.append((begins[at_run] + count, sources[at_run], same[at_run]))
            at_run += 1
        origin = plain.start(offset)
        runs.append((offset + count, origin, False))
        if at_run == len(begins) or begins[at_run] > offset:  # the run goes on behind the blank
            runs.append((offset + count + 1, origin, same[at_run - 1]))
    runs += [(begins[n] + len(offsets), sources[n], same[n]) for n in range(at_run, len(begins))]
    edges = [0, *offsets, len(plain.text)]
    text = " ".join(plain.text[start:stop] for start, stop in pairwise(edges))
    breaks, origins, widths = zip(*runs, strict=True)
    return Normalised(text, breaks, (*origins, length), widths)


_MARK = r"(?:\*{1,3}|</?(?:b|i|u|em|strong|span|font)(?:[ \n][^<>]{0,200})?>)"
_MARKS = re.compile(f"(?:{_MARK}){{1,4}}", re.IGNORECASE)
# Where to look: a mark with something of a word or symbol on both sides. A literal opens each pattern.
_STAR = re.compile(r"\*(?<=[^\W_]\*|[/–-]\*)\*{0,7}(?=[^\W_]|[/–<-])")
_TAG_MARK = re.compile(r"<(?<=[^\W_]<|[/–*-]<)/?(?:b|i|u|em|strong|span|font)(?:[ \n][^<>]{0,200})?>", re.IGNORECASE)
_REACH = 60  # code points to each side
# A word that marks take apart, and what stands before and behind it.
_TAKEN_APART = re.compile(rf"(?<![^\W_])[^\W_]{{1,12}}(?:(?:{_MARK}){{1,4}}[^\W_]{{1,12}})+(?![^\W_])", re.IGNORECASE)
# A mark beside the separator of a number and symbol: 18**-NQ/TW**, 12/**QĐ-UBND**, 63**/**2010**/**NĐ-CP.
_IN_SYMBOL = re.compile(
    rf"(?:(?<=[0-9A-ZĐ])(?:{_MARK}){{1,4}}(?=[/–-](?:{_MARK}){{0,4}}[0-9A-ZĐ])"
    rf"|(?<=[0-9A-ZĐ*>][/–-])(?:{_MARK}){{1,4}}(?=[0-9A-ZĐ]))"
)
_CODE = re.compile(r"[A-ZĐ&]{1,9}[a-z]{0,3}[0-9]{0,2}")


def inner_marks(text: str) -> list[tuple[int, int]]:
    """Spans of the emphasis marks (asterisks, formatting tags) that stand inside a word, number or symbol of `text` and
    are no part of it, in text order. Two words that only a mark divides stay two: what is joined is a number, a
    Vietnamese syllable whose parts are none, or the code of a symbol."""
    if "*" not in text and "</" not in text:
        return []
    found: list[tuple[int, int]] = []
    reached = 0
    hits = [m.span() for m in _STAR.finditer(text)]
    if "</" in text:
        hits = sorted(hits + [m.span() for m in _TAG_MARK.finditer(text)])
    for start, end in hits:
        if start < reached:
            continue
        low = start - _REACH if start > _REACH else 0
        base = max(text.rfind(" ", low, start), text.rfind("\n", low, start), low)
        match = _TAKEN_APART.search(text, base, end + _REACH)
        if match is not None and match.start() < start < match.end():
            reached = match.end()
            if _is_one_word(text, match):
                found += [(match.start() + m.start(), match.start() + m.end()) for m in _MARKS.finditer(match.group())]
        else:
            beside = _IN_SYMBOL.match(text, start)
            if beside is not None:
                found.append(beside.span())
                reached = beside.end()
    return found


def _is_one_word(text: str, match: re.Match[str]) -> bool:
    """Whether what marks take apart is a number, a syllable or a code."""
    parts = _MARKS.split(match.group())
    word = "".join(parts)
    before = text[max(0, match.start() - 3) : match.start()]
    behind = _MARKS.match(text, match.end())
    if word.isdecimal():  # a single asterisk between two numbers multiplies them
        return len(parts) > 2 or behind is not None or before.endswith(("*", ">"))
    if all(len(part) > 1 and is_syllable(part) for part in parts):
        return False
    if is_syllable(word):
        return True
    end = behind.end() if behind else match.end()
    beside = before.endswith(("/", "-", "–")) or text.startswith(("/", "-", "–"), end)
    return beside and _CODE.fullmatch(word) is not None


def _same_length(text: str) -> str:
    """The rules that keep the length, each only where its letter occurs."""
    text = without_tags(text)
    if "\r" in text:
        text = _LONE_RETURN.sub("\n", text)
    for odd, plain in _LOOKALIKES.items():
        if odd in text:
            text = text.replace(odd, plain)
    text = put_right(text)
    if "\n>" in text:  # quoted lines of Markdown and of mail
        text = _QUOTED_LINE.sub(lambda found: " " * len(found[0]), text)
    return first_vowel_tone(text)


_LONE_RETURN = re.compile(r"\r(?![\r\n])(?<!\n\r)")  # the line end of old files
_QUOTED_LINE = re.compile(r"(?m)^[ \t]*>[> \t]*")


# The tags that Markdown files carry; a "<" of a formula or an address opens none of them.
_TAG = re.compile(
    r"</?(?:p|b|i|u|em|strong|br|hr|div|span|center|table|thead|tbody|tr|td|th|sup|sub|font|ul|ol|li|h[1-6]|a|img)"
    r"(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_LINE_TAG = re.compile(r"</?(?:p|br|hr|div|center|table|tr|ul|ol|li|h[1-6])\b", re.IGNORECASE)


def without_tags(text: str) -> str:
    """`text` with HTML tags blanked out, the length unchanged; tags that break a line become a line feed and blanks."""
    if "<" not in text or ("</" not in text and "<br" not in text and "<BR" not in text):
        return text
    return _TAG.sub(_blank_tag, text)


def _blank_tag(match: re.Match[str]) -> str:
    tag = match.group()
    if match.string.startswith("\n", match.end()) and tag[:3].lower() == "<br":
        return " " * len(tag)  # the line ends behind it
    return ("\n" if _LINE_TAG.match(tag) else " ") + " " * (len(tag) - 1)


_COMBINING = re.compile("[\u0300-\u034e\u0350-\u036f]+")  # all that combine in this block; U+034F only joins


def fold(text: str) -> str:
    """Search form: no diacritics, no case, đ as d, blanks collapsed: ``Kế hoạch  số 83`` -> ``ke hoach so 83``."""
    bare = text.casefold()
    if not bare.isascii():
        bare = unicodedata.normalize("NFD", bare.replace("đ", "d").replace("\u00f0", "d"))
        bare = _COMBINING.sub("", bare)
        if not bare.isascii():  # marks of other scripts
            bare = "".join(c for c in bare if not unicodedata.combining(c))
    return " ".join(bare.split())
