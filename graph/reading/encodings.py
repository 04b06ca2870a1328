"""Bytes to text. Offsets count the code points of the decoded text; nothing is stripped or changed.

A UTF-8 byte order mark stays as U+FEFF at offset 0, as Python's ``utf-8`` gives it; UTF-16 consumes its own."""

from __future__ import annotations

import codecs
import re

from graph import syllables
from graph.errors import LuocdoError
from graph.reading import legacy

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Controls that no text has (tab, line feed, vertical tab, form feed, return, substitute and escape may occur)
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1A), *range(0x1C, 0x20), 0x7F])
_LATIN = re.compile("[\t-\r\x20-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f\u20a0-\u22ff\uf0a0-\uf0ff\ufeff]")


def decode(data: bytes, name: str, *, convert: bool = True) -> tuple[str, str]:
    """The text of `data` and its encoding, as Python calls it: opening the file with that encoding and ``newline=""``
    gives the same text, unless it is a legacy one (``tcvn3``, ``vni``), which `graph.reading.legacy` converts. Tried in
    this order: byte order marks, UTF-8, UTF-16 without a mark, UTF-8 with a few broken bytes (each becomes U+FFFD),
    Windows-1258 and the legacy codes. With `convert` false the legacy codes are left for
    the caller. LuocdoError, naming `name`, for empty and binary content and unknown encodings.
    """
    if not data:
        raise LuocdoError(f"{name}: tệp rỗng")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return _checked(data.decode(encoding), name), encoding
            except UnicodeDecodeError:
                if encoding != "utf-8":
                    raise LuocdoError(f"{name}: nội dung không đúng bảng mã {encoding.upper()}") from None
    sample = data[: 1 << 20]
    if b"\x00" not in sample:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            if _is_binary(sample):
                raise LuocdoError(f"{name}: là tệp nhị phân, không phải văn bản")
            text, scheme = legacy.to_unicode(text) if convert else (text, None)
            return _checked(text, name), scheme or "utf-8"
    else:
        wide = _utf16(data)
        if wide:
            return _checked(wide[0], name), wide[1]
    if _is_binary(sample):
        raise LuocdoError(f"{name}: là tệp nhị phân, không phải văn bản")
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    letters = len(re.findall("[\u00c0-\u1eff]", text))
    if broken <= 1 + letters // 200:
        return _checked(text, name), "utf-8"
    old = _single_byte(data) if convert else None
    if old:
        return _checked(old[0], name), old[1]
    raise LuocdoError(f"{name}: không nhận ra bảng mã của văn bản (hãy lưu lại bằng UTF-8)")


def _is_binary(sample: bytes) -> bool:
    return len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 100


def _utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: it must decode in one byte order to a text of Latin letters."""
    if len(data) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:100_000]
        if len(_LATIN.findall(sample)) >= 0.97 * len(sample):
            return text, encoding
    return None


def _single_byte(data: bytes) -> tuple[str, str] | None:
    """The encoding in which the words are Vietnamese syllables, where one makes them so."""
    western = "".join(chr(byte) if byte >= 0xA0 else bytes([byte]).decode("cp1252", "replace") for byte in range(256))
    text = data.decode("latin-1").translate(dict(enumerate(western)))
    converted, scheme = legacy.to_unicode(text)
    if scheme:
        return converted, scheme
    vietnamese = data.decode("cp1258", "replace")
    sample = vietnamese[:40_000]
    if "\ufffd" not in sample and syllables.share(sample, marked=True) > 0.8:
        return vietnamese, "cp1258"
    return None


def _checked(text: str, name: str) -> str:
    if not text.strip("\ufeff \t\r\n\f\v\x00"):
        raise LuocdoError(f"{name}: tệp không có chữ nào")
    return text
