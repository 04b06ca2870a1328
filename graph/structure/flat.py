"""The flat form of a text, in which words are sought: lower case, line breaks and markup as blanks, the same length."""

from __future__ import annotations

import re

LOWER = "a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_BLANKS = ("\n", "*", "_", "|", "\t", "\r", "\xad", "\xa0", "\x0c")
_MARKUP = "*_|#>\n\r\t\f\v\u00a0\u2028\u2029"
_PAGE_NUMBER = re.compile(r"\n[ \t\x0c]*\n[ \t]*\d{1,4}[ \t]*\n")
_STAMPS = re.compile(r"(?:\d{1,4} *)?công báo/số [\d +]{1,16}/ngày [\d-]{1,12}(?: +\d{1,4}(?= ))?|\[\d{1,3}\]")


def flatten(text: str) -> str:
    """`text` in lower case with line breaks and markup as blanks, of the same length; page numbers and footnote marks
    are blanks, too."""
    flat = text.lower()
    if len(flat) != len(text):  # a few capitals (İ) grow in lower case
        flat = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if "\n\n" in flat or "\n \n" in flat:
        flat = _PAGE_NUMBER.sub(lambda found: " " * len(found.group()), flat)
    for sign in _BLANKS:
        flat = flat.replace(sign, " ")
    if "công báo/" in flat or "[" in flat:
        flat = _STAMPS.sub(lambda found: " " * len(found.group()), flat)
    return flat


def in_one_line(text: str) -> str:
    """`text` in one line, marks of emphasis and of tables as blanks, the length unchanged."""
    for mark in _MARKUP:  # several passes of memchr: faster than str.translate
        if mark in text:
            text = text.replace(mark, " ")
    return text
