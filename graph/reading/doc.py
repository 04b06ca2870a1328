"""Old Word files (.doc): the text by the file's own piece table, so that no other program is needed.

Word 97 and later keep the text in pieces, listed in the table stream ([MS-DOC] 2.4.1, "Retrieving Text"). Older files,
and those the piece table cannot be found in, are given to antiword, catdoc or LibreOffice, whichever is there. Which
characters are hidden or deleted, and which marks end the row of a table, the runs of properties say
(`graph.reading.doc_properties`).
"""

from __future__ import annotations

import re
import struct
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import doc_numbering, doc_properties, legacy
from graph.reading.doc_properties import ENDS_ROW, IN_TABLE, NOT_PRINTED
from graph.reading.lines import joined
from graph.reading.options import Options
from graph.reading.package import needed
from graph.reading.programs import program, run_bounded
from graph.reading.row_marks import BLOCK, CELL, OUTSIDE, ROW, laid_out

_FIB_CCP = 0x4C  # lengths of the parts: text, footnotes, headers, ..., endnotes ([MS-DOC] FibRgLw97)
_FIB_CLX = 0x1A2  # where the piece table lies ([MS-DOC] FibRgFcLcb97, fcClx and lcbClx)
_SECONDS = 10.0  # for a program that does nothing but look for the text; it takes a tenth of one
_FIELD = re.compile("\x13[^\x13\x14\x15]*\x14|[\x13\x14\x15]")
_UNSEPARATED = re.compile("\x13[^\x13\x14\x15]*\x15")
_MARKS = str.maketrans(
    {"\r": "\n\n", "\x07": "\n\n", "\x0c": "\n\n", "\x0b": "\n", "\x1e": "-", "\x1f": None, IN_TABLE: "\n\n"}
    | dict.fromkeys(["\x01", "\x02", "\x03", "\x04", "\x05", "\x08", NOT_PRINTED])
)
_PARAGRAPH_END = re.compile(f"[\r\x07{IN_TABLE}]")
_NO_WORDS = f" \t\x0c{NOT_PRINTED}"
Numbered = dict[int, tuple[int, int]]  # the end of a paragraph in the text -> its numbering and level
_ENDS = re.compile(f"([\r\x07{ENDS_ROW}])")


def read(data: bytes, name: str, options: Options) -> Source:
    """The document's text: paragraphs with an empty line between, rows of tables of data as lines; notes and text
    boxes at the end."""
    text = _by_pieces(data, name) or _by_program(data, name, options)
    text, scheme = legacy.to_unicode(joined([text], name))
    return Source(name, text, "doc", {"encoding": scheme} if scheme else {})


def _by_pieces(data: bytes, name: str) -> str | None:
    """The text that the piece table lists; None where the file has none or it is broken."""
    olefile = needed("olefile", "formats", name)
    try:
        with olefile.OleFileIO(BytesIO(data)) as ole:
            if not ole.exists("WordDocument"):
                raise LuocdoError(f"{name}: là tệp Office cũ không phải Word, luocdo không đọc")
            stream: bytes = ole.openstream("WordDocument").read()
            flags = struct.unpack_from("<H", stream, 0x0A)[0]
            if flags & 0x0100:
                raise LuocdoError(f"{name}: có mật khẩu, không đọc được")
            if struct.unpack_from("<H", stream, 0x02)[0] < 0x00C1:  # before Word 97
                return None
            table: bytes = ole.openstream("1Table" if flags & 0x0200 else "0Table").read()
            more: bytes = ole.openstream("Data").read() if ole.exists("Data") else b""
        pieces, numbered = _pieces(stream, table, more, name)
        numberings = doc_numbering.Numberings(stream, table) if numbered else None
        lengths = struct.unpack_from("<8i", stream, _FIB_CCP)
        return _cleaned(pieces, lengths, numbered, numberings) if pieces else None
    except LuocdoError:
        raise
    except Exception:  # a broken file may fail anywhere in olefile and struct
        return None


def _pieces(stream: bytes, table: bytes, more: bytes, name: str) -> tuple[str, Numbered]:
    """The characters of all parts in order ([MS-DOC] 2.9.38 Clx, 2.8.35 PlcPcd), and which paragraphs are numbered."""
    start, size = struct.unpack_from("<II", stream, _FIB_CLX)
    clx = table[start : start + size]
    position = 0
    while position < len(clx) and clx[position] == 1:  # Prc: formatting, passed over
        position += 3 + struct.unpack_from("<H", clx, position + 1)[0]
    if position >= len(clx) or clx[position] != 2:
        return "", {}
    length = struct.unpack_from("<I", clx, position + 1)[0]
    plc = clx[position + 5 : position + 5 + length]
    count = (len(plc) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", plc, 0)
    if ends[-1] > len(stream):  # the same stretch over and over: a text has no more characters than its file bytes
        raise LuocdoError(f"{name}: tệp .doc hỏng (văn bản dài hơn tệp)")  # other programs would unfold it
    marks = doc_properties.read(stream, table, more)
    found = []
    numbered: Numbered = {}
    length = 0
    for number in range(count):
        place = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * number + 2)[0]
        characters = ends[number + 1] - ends[number]
        if characters < 0:
            return "", {}
        if place & 0x4000_0000:  # one byte a character
            offset = (place & 0x3FFF_FFFF) // 2
            text, place, width = _western(stream[offset : offset + characters]), offset, 1
        else:
            text, width = stream[place : place + 2 * characters].decode("utf-16-le", "replace"), 2
        # what is not one character each cannot be told apart by places; the text alone is right
        if len(text) == characters:
            for at, *told in doc_properties.numbered(text, place, width, marks):
                numbered[length + at] = told[0], told[1]
            text = doc_properties.marked(text, place, width, marks)
        found.append(text)
        length += len(text)
    return "".join(found), numbered


def _western(raw: bytes) -> str:
    return "".join(
        chr(byte) if byte >= 0xA0 or byte < 0x80 else bytes([byte]).decode("cp1252", "ignore") for byte in raw
    )


def _with_numbers(text: str, start: int, numbered: Numbered, numberings: doc_numbering.Numberings | None) -> str:
    """A part that begins at `start` of the whole, with the numbers that are printed before its paragraphs."""
    if numberings is None:
        return text
    pieces, done, begins = [], 0, 0
    for end in _PARAGRAPH_END.finditer(text):
        told = numbered.get(start + end.start())
        words = text[begins : end.start()]
        if told is not None and (not words or words.strip(NOT_PRINTED)):  # one that is hidden is not counted
            label = numberings.label(*told)
            if words.strip(_NO_WORDS):
                pieces += [text[done:begins], label]
                done = begins
        begins = end.end()
    return "".join([*pieces, text[done:]])


def _cleaned(
    text: str, lengths: tuple[int, ...], numbered: Numbered, numberings: doc_numbering.Numberings | None
) -> str:
    """Main text, footnotes, endnotes and text boxes, without page heads, comments, field codes and marks."""
    parts, at = [], 0
    for index, length in enumerate(lengths):  # text, footnotes, headers, macros, comments, endnotes, boxes, head boxes
        if index in (0, 1, 5, 6) and length > 0:
            parts.append(_with_numbers(text[at : at + length], at, numbered, numberings))
        at += max(0, length)
    whole = "\n".join(parts)
    while "\x13" in whole:
        fewer = _FIELD.sub("", _UNSEPARATED.sub("", whole))
        if fewer == whole:
            break
        whole = fewer
    if ENDS_ROW in whole:
        whole = "".join(laid_out(_by_marks(whole)))
    return whole.translate(_MARKS)


def _by_marks(text: str) -> Iterator[str]:
    """The text in pieces, with marks for what ends a cell, a row, a paragraph outside of tables."""
    for piece in _ENDS.split(text):
        if piece == "\r":
            yield OUTSIDE
            yield BLOCK
        else:
            yield {"\x07": CELL, ENDS_ROW: ROW}.get(piece, piece)


def _by_program(data: bytes, name: str, options: Options) -> str:
    """The text as an installed program gives it."""
    with tempfile.TemporaryDirectory(prefix="luocdo-") as folder:
        path = Path(folder, "document.doc")
        path.write_bytes(data)
        convert = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--outdir", folder]
        convert += ["--convert-to", "txt:Text (encoded):UTF8", str(path)]
        small = min(_SECONDS, options.seconds)
        for command, output, seconds in (
            (["antiword", "-m", "UTF-8.txt", "-w", "0", str(path)], None, small),
            (["catdoc", "-d", "utf-8", "-w", str(path)], None, small),
            (convert, path.with_suffix(".txt"), options.seconds),
        ):
            found = program(command[0])
            if found is None:
                continue
            done = run_bounded([found, *command[1:]], seconds, cwd=folder)
            text = ""
            if done is not None and done.returncode == 0:
                raw: bytes = output.read_bytes() if output and output.exists() else done.stdout
                text = raw.decode("utf-8-sig", "replace")
            if text.strip():
                return text
    raise LuocdoError(f"{name}: tệp .doc cũ hoặc hỏng, hãy cài antiword hoặc LibreOffice, hoặc lưu lại thành .docx")
