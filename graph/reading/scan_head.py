"""The number of a scanned document, read a second time.

Registry stamps and ruled lines run through the number in the head more often than through any other word, and the
number is what everything hangs on. So the head's left part is read again with long lines taken out, by two
segmentations. A number that both give replaces the first reading; one that is not confirmed is taken out: a document
without a number stays provisional, one with a wrong number would be merged with another.
"""

from __future__ import annotations

import re
from typing import Any

from graph.reading.layout import Segment
from graph.reading.ocr import DPI, Recognised, recognise
from graph.reading.options import Options

_WIDTH, _HEIGHT = 0.48, 0.26  # of the page
_HORIZONTAL, _VERTICAL = 50, 45  # shortest lines taken out, in pixels at 300 dpi (a capital is 40 high)
_THICK = 9  # the thickest line; what is thicker at a place is a letter that the line crosses
_NUMBER = re.compile(r"(?<![^\s:.])\d{1,5}(?:/(?:19|20)\d\d)?\s*[/-]\s*[A-ZĐ][A-ZĐa-zđ]*(?:[-&][A-ZĐa-zđ&()]+)*")
_MODES = ("4", "11")  # a column of lines of different size; sparse text


def confirmed(image: bytes, page: Recognised, name: str, options: Options) -> tuple[Recognised, str]:
    """`page` (read from `image`, a binary PGM) with the number of its head as the second reading has it, or without
    its digits, and then the number as first read ("" otherwise). Where numpy is missing, or the head has no number at
    all, the page as it is."""
    try:
        import numpy
    except ImportError:
        return page, ""
    width, height, pixels = parse_pgm(image)
    array = numpy.frombuffer(pixels, numpy.uint8).reshape(height, width)
    crop = array[: int(height * _HEIGHT), : int(width * _WIDTH)]
    clean = without_lines(without_lines(crop, _HORIZONTAL, _THICK).T, _VERTICAL, _THICK).T
    picture = b"P5 %d %d 255\n" % (clean.shape[1], clean.shape[0]) + clean.tobytes()
    readings = [_numbers(recognise(picture, name, options, DPI, mode).segments) for mode in _MODES]
    first = _numbers(s for s in page.segments if s.bottom < height * _HEIGHT and s.left < width * _WIDTH)
    for number in sorted(first) + sorted(readings[0]):
        if sum(number in reading for reading in (first, *readings)) >= 2:
            return (page if number in first else _replaced(page, readings[0][number], f"Số: {number}")), ""
    if not first:
        return page, ""
    doubted = sorted(first)[0]
    blank = re.sub(r"^\d+", "", doubted)
    return _replaced(page, first[doubted], f"Số: {blank}"), doubted


def _numbers(segments: Any) -> dict[str, Segment]:
    """Numbers with symbol, without blanks -> where they stand."""
    found: dict[str, Segment] = {}
    for segment in segments:
        match = _NUMBER.search(segment.text)
        if match:
            found.setdefault(re.sub(r"\s", "", match.group()), segment)
    return found


def _replaced(page: Recognised, line: Segment, text: str) -> Recognised:
    """`page` with `text` in place of what was read where `line` stands."""
    kept = [
        segment
        for segment in page.segments
        if min(segment.bottom, line.bottom) - max(segment.top, line.top) < 0.4 * min(segment.height, line.height)
        or segment.left > line.right
        or segment.right < line.left
    ]
    fixed = Segment(text, line.left, line.top, line.right, line.bottom)
    at = next((i for i, segment in enumerate(kept) if segment.top > line.bottom), len(kept))
    return Recognised((*kept[:at], fixed, *kept[at:]), page.width, page.height, page.confidence)


def without_lines(grey: Any, length: int, thick: int) -> Any:
    """`grey` (a 2-d array, 0 black) with horizontal lines of at least `length` pixels made white, save where a stroke
    thicker than `thick` crosses them. A tilt of one row in `length` is followed."""
    import numpy

    ink = grey < 128
    fat = ink.copy()
    fat[1:] |= ink[:-1]
    fat[:-1] |= ink[1:]
    sums = numpy.cumsum(numpy.pad(fat.astype(numpy.int32), ((0, 0), (1, 0))), axis=1)
    starts = (sums[:, length:] - sums[:, :-length]) == length
    marks = numpy.zeros((ink.shape[0], ink.shape[1] + 1), numpy.int32)
    marks[:, : starts.shape[1]] += starts
    marks[:, length : length + starts.shape[1]] -= starts
    lines = (numpy.cumsum(marks, axis=1)[:, :-1] > 0) & ink
    runs = numpy.zeros(ink.shape, numpy.int32)
    run = numpy.zeros(ink.shape[1], numpy.int32)
    for row in range(ink.shape[0]):
        run = numpy.where(ink[row], run + 1, 0)
        runs[row] = run
    for row in range(ink.shape[0] - 2, -1, -1):
        runs[row] = numpy.where(ink[row] & ink[row + 1], runs[row + 1], runs[row])
    cleared = grey.copy()
    cleared[lines & (runs <= thick)] = 255
    return cleared


def parse_pgm(image: bytes) -> tuple[int, int, bytes]:
    """Width, height and pixels of a binary PGM as this package writes it."""
    header, _, pixels = image.partition(b"\n")
    _, width, height, _ = header.split()
    return int(width), int(height), pixels
