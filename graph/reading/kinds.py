"""What kind of file some bytes are, by their content: names lie (a .doc is often a web page or RTF)."""

from __future__ import annotations

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
_LIST_FIRST = re.compile(rb'\{\s*"[^"\n]{1,200}"\s*:\s*\[\s*\{')
_SAMPLE = 60_000  # bytes from which on a sample may be cut
_TOP, _TOP_LINES = 8_192, 25  # bytes that tell whether a text is a table, where they hold more lines than this
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
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff"):
        sample = sample[2:].replace(b"\x00", b"")
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


def _looks_like_cells(start: bytes) -> bool:
    from graph.reading.delimited import delimiter_of

    wide = start[:2] in (b"\xff\xfe", b"\xfe\xff")
    top = start[:_TOP]
    if not wide and b'"' not in top and top.count(b"\n") > _TOP_LINES:
        # Without quotes a line is a row, and so many are enough. Signs of several bytes tell that the whole has fewer
        # characters than what is taken for a cut sample.
        text = top.decode("utf-8-sig", "ignore")
        if len(start) - (len(top) - len(text)) < 65_000:
            return delimiter_of(text) is not None
    return delimiter_of(start.decode("utf-16" if wide else "utf-8-sig", "ignore")) is not None


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
    if _LIST_FIRST.match(sample):
        return False
    return re.match(rb'\{\s*"[^"\n]{1,200}"\s*:', line) is not None


def _are_rows(value: object) -> bool:
    if isinstance(value, dict):
        return any(isinstance(inner, list) and _are_rows(inner) for inner in value.values())
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)
