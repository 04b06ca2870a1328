"""Scanned pages as image files (PNG, JPEG, TIFF, BMP, GIF, WebP), read by OCR."""

from __future__ import annotations

import io
from collections.abc import Iterator

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import furniture, ocr, scan_head
from graph.reading.layout import ordered
from graph.reading.lines import joined
from graph.reading.options import Options
from graph.reading.package import needed

_MOST_PIXELS = 60_000_000


def read(data: bytes, name: str, options: Options) -> Source:
    """The recognised text. Metadata says that it is OCR (``ocr``, ``ocr_pages``), how sure it is (``ocr_confidence``,
    0..100) and the number in the head where it is left out of the text as unconfirmed (``ocr_doubted_number``)."""
    if options.ocr == "never":
        raise LuocdoError(f"{name}: là ảnh, chỉ đọc được bằng OCR (đang tắt)")
    ocr.require(name)
    pages, doubted = [], ""
    for number, picture in enumerate(_pictures(data, name, options)):
        page = ocr.recognise(picture, name, options)
        if number == 0:
            page, doubted = scan_head.confirmed(picture, page, name, options)
        pages.append(page)
    lines = furniture.removed([(ordered(page.segments, page.width), page.height) for page in pages])
    text = joined((line for page_lines in lines for line in page_lines), name)
    mean = sum(page.confidence for page in pages) / len(pages)
    metadata = {"ocr": ocr.LANGUAGE, "ocr_pages": f"1-{len(pages)}" if len(pages) > 1 else "1"}
    metadata["ocr_spans"] = f"0-{len(text)}"
    metadata["ocr_confidence"] = f"{mean:.0f}"
    if doubted:
        metadata["ocr_doubted_number"] = doubted
    return Source(name, text, "image", metadata)


def _pictures(data: bytes, name: str, options: Options) -> Iterator[bytes]:
    """Each frame of the image as a grey PGM; a TIFF may hold many pages."""
    library = needed("PIL.Image", "ocr", name)
    try:
        with library.open(io.BytesIO(data)) as image:
            for number in range(getattr(image, "n_frames", 1)):
                if number >= options.max_ocr_pages:
                    raise LuocdoError(f"{name}: quá nhiều trang quét (giới hạn {options.max_ocr_pages})")
                image.seek(number)
                width, height = image.size
                if width * height > _MOST_PIXELS:
                    raise LuocdoError(f"{name}: ảnh quá lớn ({width} × {height} điểm ảnh)")
                grey = image.convert("L")
                yield b"P5 %d %d 255\n" % grey.size + grey.tobytes()
    except LuocdoError:
        raise
    except Exception:  # decoders fail in many ways on broken images
        raise LuocdoError(f"{name}: ảnh hỏng hoặc không đúng định dạng") from None
