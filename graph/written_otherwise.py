"""Signs and letters that stand for others, each told by what stands around it: strokes that only look like "/", hyphens
that a text layer has as soft ones, marks of footnotes that no reader of citations knows, escapes of Markdown, letters
that a picture's reader took for digits ("số 1O/2O20/NĐ-CP"), and i where the tables write y ("qui định", "kí", "kì").

All but `vanishing` keep the length.
"""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"
# A soft hyphen inside a word, or beside a hyphen, is where a page may break it; elsewhere it is a hyphen ("NĐ-CP",
# "17-01-2020", "- mục").
_IN_WORD = re.compile(
    f"{SOFT_HYPHEN}(?:(?<=[^\\W\\d_]{SOFT_HYPHEN})(?=[^\\W\\d_])(?![A-ZĐ])|(?<=[/–-]{SOFT_HYPHEN})|(?=[/–-]))"
)
# Converters to Markdown put a backslash before what would be a mark ("NĐ\-CP", "1\. Căn cứ"). Not before an asterisk:
# it is no emphasis.
_ESCAPE = re.compile(r"\\(?=[-–.#+()\[\]!/&~>])")

_STROKES = {"\u2215": "/", "\u2044": "/", "\uff0f": "/", SOFT_HYPHEN: "-"}
_BACKSLASH = re.compile(r"\\(?<=[0-9]\\)(?=[0-9]{4}[\\/]|[A-ZĐ]{2})")
_NOTE = re.compile(r"\[\^(?=[0-9]{1,3}\])")
_STARRED = re.compile(r"\(\*(?<=[^\W_]\(\*)\*{0,2}\)")

_LETTERS = str.maketrans("OoIl", "0011")
# Behind "số" with a bar and a year or a code, in a year between bars, in a day behind "ngày": one digit at least.
_NUMBER = re.compile(
    r"ố(?<=[sS]ố)[: ]{1,2}(?=[0-9]{0,4}[OoIl])(?P<digits>[0-9OoIl]{1,5})"
    r"(?=/(?:[12][0-9OoIl]{3}/[A-ZĐ]|[A-ZĐ]{2})|-[A-ZĐ]{1,4}/[A-ZĐ]{2})"
)
_YEAR = re.compile(r"/(?=2[0-9]{0,2}[OoIl])(?P<digits>2[0Oo][0-9OoIl]{2})(?=/[A-ZĐ]{2})")
_DAY = re.compile(r"ngày (?=[0-9/]{0,8}[OoIl])(?P<digits>[0-9OoIl]{1,2}/[0-9OoIl]{1,2}/[12Il][0-9OoIl]{3})(?![\w/])")

# The words that tables and symbols of relations need, in both spellings. A look for each before any pattern: few texts
# have one.
_WITH_I = ("qui ", "Qui ", "QUI ", "lí ", "Lí ", "LÍ ", "kí ", "Kí ", "kì ", "Kì ", "KÌ ", "kĩ ", "Kĩ ", "KĨ ")
_Y = {"i": "y", "í": "ý", "ì": "ỳ", "ĩ": "ỹ", "I": "Y", "Í": "Ý", "Ì": "Ỳ", "Ĩ": "Ỹ"}
_SYLLABLES = re.compile(r"(?<![^\W_])(?:(?P<qu>[qQ][uU])[iI]|(?P<open>[kK])[íìĩÍÌĨ]|(?P<l>[lL])[íÍ])(?![^\W_])")


def vanishing(text: str) -> list[tuple[int, int]]:
    """Spans of the signs of `text` that are not there for a reader: soft hyphens inside words, escapes; in order."""
    spans: list[tuple[int, int]] = []
    if SOFT_HYPHEN in text:
        spans += [found.span() for found in _IN_WORD.finditer(text)]
    if "\\" in text:
        spans = sorted([*spans, *(found.span() for found in _ESCAPE.finditer(text))])
    return spans


def put_right(text: str) -> str:
    """`text` with such signs and letters as what they stand for; the length is unchanged.

    >>> put_right("Nghị định số 1O/2O20/NĐ-CP ngày l7/01/2020 qui định")
    'Nghị định số 10/2020/NĐ-CP ngày 17/01/2020 quy định'
    """
    for odd, plain in _STROKES.items():
        if odd in text:
            text = text.replace(odd, plain)
    if "\\" in text:
        text = _BACKSLASH.sub("/", text)
    if "[^" in text:
        text = _NOTE.sub(" [", text)
    if "(*" in text:
        text = _STARRED.sub(lambda found: " " * len(found[0]), text)
    for pattern in (_NUMBER, _YEAR, _DAY):
        text = pattern.sub(_digits, text)
    if any(syllable in text for syllable in _WITH_I):
        text = _SYLLABLES.sub(lambda found: found[0][:-1] + _Y[found[0][-1]], text)
    return text


def _digits(found: re.Match[str]) -> str:
    """What is found with the letters among its digits as digits; without any digit it is a word or a Roman number."""
    digits = found["digits"]
    if not any(map(str.isdecimal, digits)):
        return found[0]
    return found[0].replace(digits, digits.translate(_LETTERS))
