"""PDF: the text layer in reading order; pages without a usable one by OCR.

pdfium reads the layer. Filled form fields are drawn into the page first: electronic offices stamp the number and the
date of a decision there. Lines come in the order of the content, corrected by `graph.reading.layout`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from graph import syllables
from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import furniture, legacy, ocr, scan_head
from graph.reading.layout import Segment, ordered
from graph.reading.lines import joined
from graph.reading.options import Options
from graph.reading.package import needed
from graph.reading.pdf_layer import Layer

_WIDGET = 20  # FPDF_ANNOT_WIDGET
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
_MOST_PIXELS = 40_000_000
_FEW = 25  # characters: a stamp or a page number on a scanned page, not its text
_ODD = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]|\\(cid:\\d+\\)")
_BULLETS = re.compile("[\uf000-\uf0ff]")
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Page:
    lines: list[Segment]
    height: float
    confidence: float | None = None  # of OCR; None: text layer
    doubted: str = ""  # the number in the head, as OCR read it and could not confirm


def read(data: bytes, name: str, options: Options) -> Source:
    """The document's text.

    Metadata: ``pages``; where OCR read some, ``ocr``, ``ocr_pages``, ``ocr_spans`` (code points of the text),
    ``ocr_confidence`` (0..100) and ``ocr_doubted_number``: the number in the head as OCR has it, left out of the text
    since unconfirmed; ``unread_pages`` where pages need OCR and it is missing or off, though others have text.
    """
    pdfium = needed("pypdfium2", "formats", name)
    with _opened(pdfium, data, name) as document:
        count = len(document)
        if count > options.max_pages:
            raise LuocdoError(f"{name}: quá nhiều trang ({count}, giới hạn {options.max_pages})")
        pages: list[_Page] = []
        unread: list[int] = []
        recognised: list[int] = []
        for number in range(count):
            page = _read_page(pdfium, document, number, name, options, len(recognised))
            if page is None:
                unread.append(number + 1)
                page = _Page([], 1.0)
            elif page.confidence is not None:
                recognised.append(number + 1)
            pages.append(page)
    if unread and not any(page.lines for page in pages):
        if options.ocr == "never":
            raise LuocdoError(f"{name}: là bản quét, không có lớp chữ (OCR đang tắt)")
        ocr.require(name)
    lines = furniture.removed([(page.lines, page.height) for page in pages])
    text, spans, scheme = _text(lines, recognised, name)
    metadata = {"pages": str(count)}
    if spans:
        metadata["ocr_spans"] = spans
    if scheme:
        metadata["encoding"] = scheme
    if recognised:
        sure = [page.confidence for page in pages if page.confidence is not None]
        metadata |= {"ocr": ocr.LANGUAGE, "ocr_pages": _ranges(recognised)}
        metadata["ocr_confidence"] = f"{sum(sure) / len(sure):.0f}"
        doubted = "".join(page.doubted for page in pages)
        if doubted:
            metadata["ocr_doubted_number"] = doubted
    if unread:
        metadata["unread_pages"] = _ranges(unread)
    return Source(name, text, "pdf", metadata)


def _text(pages: list[list[str]], recognised: list[int], name: str) -> tuple[str, str, str | None]:
    """The text of all pages, the stretches of it that OCR read (``0-3434,5000-7000``), and the legacy encoding."""
    pieces: list[str] = []
    spans: list[str] = []
    length = 0
    scheme = None
    whole = joined((line for lines in pages for line in lines), name)
    legacy_scheme = legacy.detect(whole)
    for number, lines in enumerate(pages, start=1):
        if not any(line.strip() for line in lines):
            continue
        text = joined(lines, name)
        if legacy_scheme and number not in recognised:
            text, found = legacy.to_unicode(text)
            scheme = scheme or found
        if number in recognised:
            spans.append(f"{length}-{length + len(text)}")
        pieces.append(text)
        length += len(text)
    return "".join(pieces), ",".join(spans), scheme


@contextmanager
def _opened(pdfium: Any, data: bytes, name: str) -> Iterator[Any]:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = "assword" in str(error)
        raise LuocdoError(f"{name}: {'có mật khẩu, không đọc được' if locked else 'tệp PDF hỏng'}") from None
    try:
        document.init_forms()
        yield document
    finally:
        document.close()


def _read_page(pdfium: Any, document: Any, number: int, name: str, options: Options, done: int) -> _Page | None:
    """One page by its text layer or by OCR; None where it needs OCR that is not to be had."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return _Page([], 1.0)  # a page that is broken is no reason to lose the others
    try:
        width, height = page.get_size()
        if options.ocr != "always":
            page, layer = _layer(pdfium, document, page, number)
            if len(layer.text.strip()) > _FEW and not garbled(layer.text):
                return _Page(ordered(layer.segments(), width), height)
            if not layer.text.strip() and not _drawn(page):
                return _Page([], height)
            if len(layer.text.strip()) > _FEW and (options.ocr == "never" or not ocr.available()):
                return _Page(ordered(layer.segments(), width), height)
        if options.ocr == "never" or not ocr.available():
            return None
        if done >= options.max_ocr_pages:
            raise LuocdoError(f"{name}: quá nhiều trang quét (giới hạn {options.max_ocr_pages})")
        picture = _drawing(page, width, height)
        found, doubted = ocr.recognise(picture, name, options), ""
        if number == 0:
            found, doubted = scan_head.confirmed(picture, found, name, options)
        return _Page(ordered(found.segments, found.width), found.height, found.confidence, doubted)
    finally:
        page.close()


def _layer(pdfium: Any, document: Any, page: Any, number: int) -> tuple[Any, Layer]:
    """The page, with its form fields drawn into the content (reopened then, since pdfium reads the content once), and
    its text layer."""
    raw = pdfium.raw
    first = number == 0
    layer = Layer(pdfium, page, None, first=first)
    if len(layer.text.strip()) <= _FEW and _drawn(page):
        return page, layer  # a scan: what its fields show are signatures
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), 1_000)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        widget = annotation and raw.FPDFAnnot_GetSubtype(annotation) == _WIDGET
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)
        if widget:
            own = layer.letters()
            raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY)
            page.close()
            page = document[number]
            return page, Layer(pdfium, page, own, first=first)
    return page, layer


def _drawn(page: Any) -> bool:
    """Whether the page shows an image, so that it may be a scan."""
    return any(found.type == _IMAGE for found in page.get_objects(max_depth=3))


def garbled(text: str) -> bool:
    """Whether a text layer is useless: signs of no script, or words that are no Vietnamese however read."""
    letters = sum(map(str.isalpha, text))
    if letters < 100:
        return False
    if len(_ODD.findall(_BULLETS.sub("", text))) > 0.02 * len(text):
        return True
    text = legacy.to_unicode(text)[0]
    marked = [word for word in syllables.words(text) if not word.isascii()]
    if len(marked) >= 20:
        return sum(map(syllables.is_syllable, marked)) < 0.6 * len(marked)
    foreign = len(_ENGLISH.findall(text)) > 0.03 * len(syllables.words(text))
    return not foreign and syllables.share(text) < 0.5


def _drawing(page: Any, width: float, height: float) -> bytes:
    """The page as a grey image (PGM) for OCR, at 300 dpi or what the limit of pixels allows."""
    scale = ocr.DPI / 72
    pixels = width * height * scale * scale
    if pixels > _MOST_PIXELS:
        scale *= (_MOST_PIXELS / pixels) ** 0.5
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        rows, stride = bitmap.height, bitmap.stride
        data = bytes(bitmap.buffer)
        body = (
            data
            if stride == bitmap.width
            else b"".join(data[row * stride : row * stride + bitmap.width] for row in range(rows))
        )
        return b"P5 %d %d 255\n" % (bitmap.width, rows) + body
    finally:
        bitmap.close()


def _ranges(numbers: list[int]) -> str:
    """``1-3,7`` for 1, 2, 3, 7."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ",".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
