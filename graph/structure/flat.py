"""The flat form of a text, in which words are sought: lower case, line breaks and markup as blanks, the same length."""

from __future__ import annotations

import re

from graph.domain.slips import put_right

_BLANKS = ("\n", "*", "_", "|", "\t", "\r", "\xad", "\xa0", "\x0c")
_MARKUP = "*_|#>\n\r\t\f\v\u00a0\u2028\u2029"
_PAGE_NUMBER = re.compile(r"\n[ \t\x0c]*\n[ \t]*\d{1,4}[ \t]*\n")
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")
_STAMP_HEAD = "công báo/số "
_STAMP = re.compile(_STAMP_HEAD + r"[\d +]{1,16}/ngày [\d-]{1,12}(?: +\d{1,4}(?= ))?")


def flatten(text: str) -> str:
    """`text` in lower case with line breaks and markup as blanks, of the same length; page numbers and footnote marks
    are blanks, too; slips of a text read from a picture are undone."""
    flat = text.lower()
    if len(flat) != len(text):  # a few capitals (İ) grow in lower case
        flat = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if "\n\n" in flat or "\n \n" in flat:
        flat = _PAGE_NUMBER.sub(lambda found: " " * len(found.group()), flat)
    for sign in _BLANKS:
        flat = flat.replace(sign, " ")
    if "[" in flat:
        flat = _FOOTNOTE.sub(lambda found: " " * len(found.group()), flat)
    return put_right(_without_stamps(flat) if _STAMP_HEAD in flat else flat)


def in_one_line(text: str) -> str:
    """`text` in one line, marks of emphasis and of tables as blanks, the length unchanged."""
    for mark in _MARKUP:  # several passes of memchr: faster than str.translate
        if mark in text:
            text = text.replace(mark, " ")
    return text


def _without_stamps(flat: str) -> str:
    """`flat` with the gazette's running heads and the page numbers beside them as blanks. They are found from their
    words: a search that begins with a digit that may be missing tries every sign of the text."""
    pieces: list[str] = []
    done = 0
    for found in _STAMP.finditer(flat):
        before = start = found.start()
        while before > done and flat[before - 1] == " ":
            before -= 1
        low = max(done, before - 4)
        while before > low and flat[before - 1].isdecimal():
            start = before = before - 1
        pieces += [flat[done:start], " " * (found.end() - start)]
        done = found.end()
    return "".join([*pieces, flat[done:]])
