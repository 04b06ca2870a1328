"""Rich Text Format: the text with each font's own code page, and legacy Vietnamese fonts converted.

General converters read every byte in one code page and drop the fonts, which is what decides between Windows-1258,
TCVN3 and VNI; so the tokens are read here. Numbers of lists stand in the file as text (``\\listtext``); hidden and
deleted text is left out, a table of data is a line of cells for each row. (RTF specification 1.9.1, Microsoft 2008.)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graph import syllables
from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import legacy
from graph.reading.lines import joined
from graph.reading.options import Options
from graph.reading.row_marks import BLOCK, CELL, OUTSIDE, ROW, laid_out

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL
)
# Destinations without text of the document (any marked \* is left out as well)
_SKIPPED = {
    b"stylesheet", b"colortbl", b"info", b"pict", b"object", b"header", b"headerl", b"headerr", b"headerf", b"footer",
    b"footerl", b"footerr", b"footerf", b"themedata", b"datastore", b"generator", b"listtable", b"listoverridetable",
    b"revtbl", b"rsidtbl", b"fldinst", b"annotation", b"atnid", b"atnauthor", b"bkmkstart", b"bkmkend", b"xe", b"tc",
    b"latentstyles", b"filetbl", b"nonshppict", b"shprslt",
}  # fmt: skip
_SYMBOLS = {
    b"par": "\n\n", b"line": "\n", b"page": "\n\n", b"sect": "\n\n", b"nestcell": "\n\n",
    b"nestrow": "\n\n", b"tab": "\t", b"emdash": "\u2014", b"endash": "\u2013", b"lquote": "\u2018",
    b"rquote": "\u2019", b"ldblquote": "\u201c", b"rdblquote": "\u201d", b"bullet": "\u2022", b"emspace": " ",
    b"enspace": " ", b"qmspace": " ",
}  # fmt: skip
_CODE_PAGES = {  # of \fcharset
    0: "cp1252", 163: "cp1258", 238: "cp1250", 204: "cp1251", 161: "cp1253", 162: "cp1254", 186: "cp1257",
    222: "cp874", 128: "cp932", 134: "gbk", 129: "cp949", 136: "big5", 177: "cp1255", 178: "cp1256",
}  # fmt: skip
_MOST_GROUPS = 10_000


@dataclass(slots=True)
class _State:
    """What a group inherits and gives back."""

    font: int = 0
    skip: bool = False
    fonts: bool = False  # inside the font table
    blanks: int = 1  # \uc: how many fallback characters follow a \u
    hidden: bool = False
    deleted: bool = False
    shape: bool = False  # inside a drawing, whose text box is text
    table: bool = False  # a paragraph of a table
    aside: int | None = None  # the note or text box that is being written


@dataclass(slots=True)
class _Font:
    code_page: str | None = None
    name: str = ""

    @property
    def scheme(self) -> str | None:
        if self.name.startswith(".Vn"):
            return "tcvn3"
        return "vni" if self.name.upper().startswith("VNI-") else None


@dataclass(slots=True)
class _Reader:
    """Runs over the tokens; `pieces` holds (text, font number)."""

    code_page: str = "cp1252"
    fonts: dict[int, _Font] = field(default_factory=dict)
    pieces: list[tuple[str, int]] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    to_drop: int = 0
    asides: list[list[tuple[str, int]]] = field(default_factory=list)  # notes and boxes, in order
    due: list[int] = field(default_factory=list)  # those whose paragraph has not ended
    notes: int = 0

    def run(self, data: bytes, name: str) -> None:
        star = False
        for match in _TOKEN.finditer(data):
            word, number, hexed, sign, brace, plain = match.groups()
            if hexed is not None:
                self._bytes(bytes.fromhex(hexed.decode("ascii")))
                continue
            if plain is not None:
                self._bytes(plain)
                continue
            self._flush()
            if brace == b"{":
                if len(self.stack) >= _MOST_GROUPS:
                    raise LuocdoError(f"{name}: tệp RTF lồng nhau quá sâu")
                self.stack.append(replace(self.state))
            elif brace == b"}":
                self.state = self.stack.pop() if self.stack else _State()
                self.to_drop = 0
            elif sign == b"*":
                star = True
                continue
            elif sign is not None:
                self._sign(sign)
            elif word is not None:
                if star and word not in (b"shptxt", b"nesttableprops", b"footnote"):
                    self.state.shape = word == b"shpinst" and not self.state.skip
                    self.state.skip = True
                self._word(word, int(number) if number else None)
            star = False
        self._flush()

    def _word(self, word: bytes, number: int | None) -> None:
        state = self.state
        if word == b"bin" or word in _SKIPPED:  # raw bytes would follow; pictures are skipped anyway
            state.skip = True
        elif word == b"fonttbl":
            state.fonts = True
        elif word == b"f" and number is not None:
            state.font = number
            if state.fonts:
                self.fonts.setdefault(number, _Font())
        elif word == b"fcharset" and state.fonts and number is not None:
            self.fonts.setdefault(state.font, _Font()).code_page = _CODE_PAGES.get(number)
        elif word == b"ansicpg" and number is not None:
            self.code_page = f"cp{number}"
        elif word == b"uc" and number is not None:
            state.blanks = max(0, min(number, 10))
        elif word == b"u" and number is not None:
            self._text(chr(number % 0x10000))
            self.to_drop = state.blanks
        elif word == b"v":
            state.hidden = number != 0
        elif word == b"deleted":
            state.deleted = number != 0
        elif word == b"plain":
            state.hidden = state.deleted = False
        elif word == b"pard":
            state.table = False
        elif word == b"intbl":
            state.table = True
        elif word == b"shptxt" and state.shape:
            state.skip = False
            self._step_aside("")
        elif word == b"footnote" and not state.skip:
            self.notes += 1
            self._text(f"[{self.notes}]")
            self._step_aside(f"[{self.notes}] ")
        elif word in (b"par", b"cell", b"row", b"trowd"):
            self._break(word)
        elif word in _SYMBOLS:
            self._text(_SYMBOLS[word])

    def _step_aside(self, mark: str) -> None:
        """The rest of the group is a note or a box: it stands below the paragraph, as of other formats."""
        self.state.aside = len(self.asides)
        self.state.table = False
        self.asides.append([(mark, 0)])
        self.due.append(self.state.aside)

    def _break(self, word: bytes) -> None:
        """The end of a paragraph, a cell or a row."""
        state = self.state
        if state.skip or state.fonts:
            return
        if state.aside is not None:
            self.asides[state.aside].append((BLOCK, state.font))
            return
        for at in self.due:
            self.pieces += [(BLOCK, 0), *self.asides[at]]
        self.due.clear()
        if word == b"trowd" or (word == b"par" and not state.table):
            self.pieces.append((OUTSIDE, 0))
        if word != b"trowd":
            self.pieces.append(({b"par": BLOCK, b"cell": CELL, b"row": ROW}[word], 0))

    def _sign(self, sign: bytes) -> None:
        if sign in b"\r\n":
            self._break(b"par")
            return
        text = {b"~": "\u00a0", b"_": "-", b"-": ""}.get(sign)
        if text is None and sign in b"\\{}":
            text = sign.decode("ascii")
        if text:
            self._text(text)

    def _bytes(self, raw: bytes) -> None:
        if self.to_drop:
            dropped = min(self.to_drop, len(raw))
            self.to_drop -= dropped
            raw = raw[dropped:]
        if self.state.fonts:
            font = self.fonts.setdefault(self.state.font, _Font())
            if len(font.name) < 200:
                font.name += raw.decode("latin-1").rstrip(";")
            return
        self.pending += raw

    def _flush(self) -> None:
        """Bytes in a row are decoded together: Windows-1258 and double-byte pages need their neighbours."""
        if self.pending:
            raw = bytes(self.pending)
            self.pending.clear()
            font = self.fonts.get(self.state.font, _Font())
            page = "cp1252" if font.scheme else font.code_page or self.code_page
            try:
                text = raw.decode(page, "replace")
            except LookupError:
                text = raw.decode("cp1252", "replace")
            if "\ufffd" in text:  # undefined in the page: legacy fonts use every byte
                text = raw.decode("latin-1")
            self._text(text)

    def _text(self, text: str) -> None:
        state = self.state
        if not (state.skip or state.fonts or state.hidden or state.deleted):
            (self.pieces if state.aside is None else self.asides[state.aside]).append((text, state.font))


def read(data: bytes, name: str, options: Options) -> Source:
    """The document's text: paragraphs with an empty line between, rows of tables of data as lines, notes and text boxes
    below their paragraph."""
    reader = _Reader()
    reader.run(data, name)
    reader.pieces += [piece for at in reader.due for piece in ((BLOCK, 0), *reader.asides[at])]
    scheme = _legacy_fonts(reader)
    whole = "".join(laid_out(_shown(reader, scheme)))
    whole = whole.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # joins \u pairs
    text, found = legacy.to_unicode(joined([whole], name))
    metadata = {"encoding": scheme or found or ""}
    return Source(name, text, "rtf", {key: value for key, value in metadata.items() if value})


def _shown(reader: _Reader, scheme: str | None) -> Iterator[str]:
    """The pieces in Unicode."""
    for text, font in reader.pieces:
        face = reader.fonts.get(font, _Font())
        if scheme and face.scheme == scheme and text[:1] != "\x00":
            text = legacy.convert(text, scheme)
            text = text.upper() if scheme == "tcvn3" and face.name.endswith("H") else text
        yield text


def _legacy_fonts(reader: _Reader) -> str | None:
    """The scheme of the legacy fonts used, if the text under them is really in it."""
    for scheme in legacy.SCHEMES:
        under = [text for text, font in reader.pieces if reader.fonts.get(font, _Font()).scheme == scheme]
        text = " ".join(under)[:40_000]
        if syllables.share(legacy.convert(text, scheme), marked=True) > syllables.share(text, marked=True):
            return scheme
    return None
