"""Text in formats that cannot carry all of it, so that it can be read back."""

from __future__ import annotations

import re

# What XML 1.0 cannot carry at all (section 2.2).
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What XML parsers change unless it is written as a reference: CR everywhere, TAB and LF in attributes.
_XML_SIGNS = str.maketrans({
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;",
    "\x85": "&#133;", "\u2028": "&#8232;",
})  # fmt: skip
# What a spreadsheet takes for the beginning of a formula, in ordinary and in full width, also behind blanks and marks
# that are not seen; and what only is a number.
_FORMULA = re.compile("[\\s\ufeff\u200b-\u200f\u2060\x00]*[=+\\-@\uff1d\uff0b\uff0d\uff20\u2212]|[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)*(?:[eE][+-]?\d+)?%?")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` without lone surrogates, which UTF-8 cannot carry (they become U+FFFD)."""
    return _SURROGATE.sub("\ufffd", text)


def cell(text: str) -> str:
    """`text` for a cell of a CSV file: one that a spreadsheet would compute has an apostrophe in front, which makes it
    a text there. Numbers stay."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def carries(text: str) -> bool:
    """Whether XML can carry `text`."""
    return not _NOT_XML.search(text)


def hide(text: str) -> str:
    """`text` with what XML cannot carry as ``\\uXXXX`` and backslashes doubled; `show` is the inverse. Only for texts
    that `carries` denies, and marked as such where it is used."""
    return _NOT_XML.sub(lambda m: f"\\u{ord(m[0]):04X}", text.replace("\\", "\\\\"))


def show(text: str) -> str:
    """The inverse of `hide`."""
    return re.sub(r"\\(?:u([0-9A-F]{4})|\\)", lambda m: chr(int(m[1], 16)) if m[1] else "\\", text)


def xml(text: str) -> str:
    """`text` for an XML attribute or element."""
    return text.translate(_XML_SIGNS)
