"""The certain corrections written into a copy of the draft: plain text, Markdown or Word."""

from __future__ import annotations

from graph.checking.report import Fix, Report
from graph.errors import LuocdoError
from graph.reading.encodings import decode

_MARK = b"\xef\xbb\xbf"


def corrected(data: bytes, report: Report) -> tuple[bytes, list[Fix]]:
    """The file `data`, whose check `report` is, with each certain correction made, and the corrections in text order.
    LuocdoError where the format, or the encoding of a plain text, cannot be written back."""
    source = report.source
    if source.format == "docx":
        from graph.checking import word

        return word.corrected(data, report)
    if source.format not in ("txt", "md"):
        raise LuocdoError(f"{source.name}: --fix chỉ ghi được tệp .docx, .md và .txt")
    text = source.text
    mark = _MARK if data.startswith(_MARK) and not text.startswith("\ufeff") else b""
    raw = data[len(mark) :]
    try:
        whole = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise LuocdoError(f"{source.name}: --fix cần tệp mã UTF-8 (tệp này: {decode(data, source.name)[1]})") from None
    spread = _spread(whole, text)
    if spread is None:
        raise LuocdoError(f"{source.name}: --fix không khớp được văn bản đã đọc với tệp")
    kept: list[Fix] = []
    for fix in report.fixes():
        if not kept or fix.start >= kept[-1].end:
            kept.append(fix)
    for fix in reversed(kept):
        whole = whole[: spread[fix.start]] + fix.text + whole[spread[fix.end] :]
    return mark + whole.encode("utf-8"), kept


def _spread(whole: str, text: str) -> list[int] | None:
    """For each offset of the read text that of the file's, which may have other ends of lines; None where they differ
    in more."""
    if whole == text:
        return list(range(len(text) + 1))
    places, at = [], 0
    for sign in text:
        while at < len(whole) and whole[at] == "\r" and sign != "\r":
            at += 1
        if at >= len(whole) or whole[at] != sign:
            return None
        places.append(at)
        at += 1
    return [*places, at]
