"""Scanned pages as image files (PNG, JPEG, TIFF, BMP, GIF, WebP), read by OCR."""

from __future__ import annotations

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import furniture, ocr
from graph.reading.layout import ordered
from graph.reading.lines import joined
from graph.reading.options import Options


def read(data: bytes, name: str, options: Options) -> Source:
    """The recognised text; metadata says that it is OCR (``ocr``) and how sure it is (``ocr_confidence``, 0..100)."""
    if options.ocr == "never":
        raise LuocdoError(f"{name}: là ảnh, chỉ đọc được bằng OCR (đang tắt)")
    page = ocr.recognise(data, name, options)
    lines = furniture.removed([(ordered(page.segments, page.width), page.height)])
    metadata = {"ocr": ocr.LANGUAGE, "ocr_pages": "1", "ocr_confidence": f"{page.confidence:.0f}"}
    return Source(name, joined(lines[0], name), "image", metadata)
