"""What kind of file some bytes are, by their content: names lie (a .doc is often a web page or RTF)."""

from __future__ import annotations

import codecs
import re

# First bytes -> kind. "zip" and "ole" are containers that `kind` looks into.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # an empty archive
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"PAR1", "parquet"),
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"Rar!\x1a\x07", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
)
_ZIP_PARTS = (  # a part's name, near the start or in the directory at the end -> kind
    (b"word/document", "docx"),
    (b"xl/workbook", "sheet"),
    (b"ppt/presentation", "pptx"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_MARKUP_START = re.compile(rb"\s*(?:\xef\xbb\xbf\s*)?<(?:[!?a-z])", re.IGNORECASE)
_JSON = re.compile(rb'\[\s*(?:\{\s*[}"]|\])|\{\s*"(?:[^"\\\n]|\\.){1,200}"\s*:\s*["\[{\dtfn-]')
_JSON_SIGNS = re.compile(rb'"(?:[^"\\]|\\.)*+(?:"|\Z)|[{}\[\]]', re.DOTALL)
_LIST_DEPTH = 5  # of objects around the list that an answer holds
_SAMPLE = 60_000  # bytes from which on a sample may be cut
_TOP, _TOP_LINES = 8_192, 25  # bytes that tell whether a text is a table, where they hold more lines than this
_WIDE = 400  # bytes by which a text of two bytes a sign is told
_MHTML = re.compile(rb"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?MIME-Version:", re.IGNORECASE)
_RELATED = re.compile(rb"content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE)


def kind(start: bytes, tail: bytes = b"") -> str:
    """The kind of a file from its first bytes (64 KiB are plenty) and, for zip containers, its last ones.

    One of: ``text``, ``html``, ``mhtml``, ``docx``, ``odt``, ``doc``, ``rtf``, ``pdf``, ``image``, ``zip``, ``jsonl``,
    ``json``, ``csv``, ``sheet``, ``parquet``, or a kind that luocdo does not read (``pptx``, ``odg``, ``ole``,
    ``sqlite``, ``archive``, ``program``), or ``empty``. Whether a "text" really is one, decoding tells.
    """
    if not start:
        return "empty"
    if start.startswith(b"%PDF-") or (b"%PDF-" in start[:1024] and b" obj" in start and not _MARKUP_START.match(start)):
        return "pdf"  # a little rubbish may stand in front
    for magic, found in _MAGIC:
        if start.startswith(magic):
            if found == "zip":
                return _zip_kind(start, tail)
            if found == "ole":
                return _ole_kind(start + tail)
            return found
    if start[:2] == b"BM" and len(start) > 30 and start[14:15] in b"\x0c\x28\x6c\x7c":
        return "image"
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image"
    return _text_kind(start)


def _zip_kind(start: bytes, tail: bytes) -> str:
    if start[30:38] == b"mimetype":
        if b"application/vnd.oasis.opendocument.text" in start[38:120]:
            return "odt"
        if b"application/vnd.oasis.opendocument.spreadsheet" in start[38:120]:
            return "sheet"
        if b"application/vnd.oasis.opendocument" in start[38:120]:
            return "odg"
        if b"application/epub" in start[38:120]:
            return "epub"
    both = start + tail
    if b"[Content_Types].xml" in both:
        for part, found in _ZIP_PARTS:
            if part in both:
                return found
    return "zip"


def _ole_kind(data: bytes) -> str:
    def named(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if named("WordDocument"):
        return "doc"
    if named("Workbook") or named("Book"):
        return "sheet"
    if named("PowerPoint Document"):
        return "ole"
    return "doc"  # the directory lies elsewhere in the file; the reader says so if it is no Word file


def _text_kind(start: bytes) -> str:
    sample = start
    if _wide(sample):
        sample = sample.removeprefix(codecs.BOM_UTF16_LE).removeprefix(codecs.BOM_UTF16_BE).replace(b"\x00", b"")
    if _MARKUP_START.match(sample) and _HTML.search(sample[:8192]):
        return "html"
    if _MHTML.match(sample[:4096]) and _RELATED.search(sample[:8192]):
        return "mhtml"
    first = sample.lstrip(b"\xef\xbb\xbf \t\r\n")
    if first.startswith((b"{", b"[")):
        if first.startswith(b"{") and _looks_like_rows(first):
            return "jsonl"
        if _JSON.match(first):
            return "json"
    if any(sign in sample[:4096] for sign in (b",", b";", b"\t")) and _looks_like_cells(start):
        return "csv"
    return "text"


def _wide(start: bytes) -> str | None:
    """The code of a text of two bytes a sign: by its mark, or where every other byte of its beginning is zero, as it is
    of signs, digits and letters without diacritics."""
    if start[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    top = start[:_WIDE]
    for code, zeros in (("utf-16-le", top[1::2]), ("utf-16-be", top[::2])):
        if len(top) > 8 and zeros.count(0) * 2 > len(zeros) and top.count(0) == zeros.count(0):
            return code
    return None


def _looks_like_cells(start: bytes) -> bool:
    from graph.reading.delimited import delimiter_of

    wide = _wide(start)
    top = start[:_TOP]
    if not wide and b'"' not in top and top.count(b"\n") > _TOP_LINES:
        # Without quotes a line is a row, and so many are enough. Signs of several bytes tell that the whole has fewer
        # characters than what is taken for a cut sample.
        text = top.decode("utf-8-sig", "ignore")
        if len(start) - (len(top) - len(text)) < 65_000:
            return delimiter_of(text) is not None
    return delimiter_of(start.decode(wide or "utf-8-sig", "ignore")) is not None


def _looks_like_rows(sample: bytes) -> bool:
    """Whether the first line is a JSON object on its own (a long first row is judged by its beginning)."""
    import json

    line, newline, rest = sample.partition(b"\n")
    if newline or len(sample) < _SAMPLE:
        try:
            row = json.loads(line)
        except (ValueError, RecursionError):
            return False
        # one object whose values are the rows is no table of one row
        alone = not rest.lstrip().startswith(b"{")
        return isinstance(row, dict) and not (alone and any(_are_rows(value) for value in row.values()))
    if _is_cut_in_a_list(line):
        return False
    return re.match(rb'\{\s*"[^"\n]{1,200}"\s*:', line) is not None


def _is_cut_in_a_list(start: bytes) -> bool:
    """Whether the beginning of an object ends within a list of objects that it, or an object in it, holds: the answer
    of a server, whose rows these are. The long text of a row is cut outside of its lists."""
    open_: list[bytes] = []
    rows = 0  # whole objects of the list that is open
    for found in _JSON_SIGNS.finditer(start):
        sign = found[0]
        if sign in (b"{", b"["):
            if sign == b"[" and b"[" not in open_:
                rows = 0
            open_.append(sign)
        elif sign in (b"}", b"]") and open_:
            open_.pop()
            rows += sign == b"}" and open_.count(b"[") == 1 and open_[-1] == b"["
    return b"[" in open_[: _LIST_DEPTH + 1] and rows > 0


def _are_rows(value: object, depth: int = 4) -> bool:
    if isinstance(value, dict):
        return depth > 0 and any(_are_rows(inner, depth - 1) for inner in value.values())
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)
