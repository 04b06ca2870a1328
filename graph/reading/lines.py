"""What every format's reader ends with: lines become one text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from graph.errors import LuocdoError

_BLANKS = re.compile(r"(?<![ \t\u00a0])[ \t\u00a0]++(?=\n|\Z)")  # each run is looked at once, from its beginning
_GAPS = re.compile(r"\n{3,}")
_LOWER = "".join(c for c in map(chr, range(0x61, 0x1F00)) if c.islower() and (ord(c) < 0x250 or ord(c) >= 0x1EA0))
_CONTINUED = re.compile(rf"(?<=[^\s.;:!?…|])\n\n(?=[{_LOWER}])")


def joined(lines: Iterable[str], name: str, *, paragraphs: bool = False) -> str:
    """One text of `lines`: no blanks before line ends, at most one empty line in a row, a line feed at the end. With
    `paragraphs` each of them is one, and an empty line behind it says so (a mere line end may be a wrap); but one that
    goes on in lower case after no stop was cut by its typist only, as titles are.

    Control characters that a text cannot have are dropped. LuocdoError, naming `name`, where nothing is left."""
    text = ("\n\n" if paragraphs else "\n").join(lines).replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    text = _CONTINUED.sub("\n", _GAPS.sub("\n\n", _BLANKS.sub("", text)).strip("\n"))
    if not text.strip():
        raise LuocdoError(f"{name}: tệp không có chữ nào")
    return text + "\n"


_CONTROLS = {code: None for code in range(32) if code not in (9, 10)} | {0x7F: None, 0xFFFE: None, 0xFFFF: None}
_CONTROLS |= {0x0B: "\n", 0x0C: "\n"}  # type: ignore[dict-item]
