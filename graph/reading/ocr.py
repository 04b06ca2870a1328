"""Text of page images by tesseract with its Vietnamese model (a program, no Python library)."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass, replace
from functools import cache

from graph.errors import LuocdoError
from graph.reading import clock
from graph.reading.layout import Segment, cut
from graph.reading.ocr_slips import corrected, is_speck
from graph.reading.options import Options
from graph.reading.programs import program, run_bounded

LANGUAGE = "vie"
DPI = 300
_GAP = 1.2  # widths of a line's height between two words: another column


@dataclass(frozen=True, slots=True)
class Recognised:
    """Lines of one image in the order tesseract gives them, and the mean confidence (0..100) of its words."""

    segments: tuple[Segment, ...]
    width: float
    height: float
    confidence: float


@cache
def available() -> bool:
    """Whether tesseract and its Vietnamese model are installed."""
    tesseract = program("tesseract")
    if tesseract is None:
        return False
    done = run_bounded([tesseract, "--list-langs"], 20)
    return done is not None and LANGUAGE in done.stdout.decode("utf-8", "replace").split()


def require(name: str) -> None:
    """LuocdoError, naming `name`, where OCR is not installed."""
    if not available():
        raise LuocdoError(
            f"{name}: là bản quét, cần tesseract và gói tiếng Việt (tesseract-ocr, tesseract-ocr-vie) để đọc"
        )


def recognise(image: bytes, name: str, options: Options, dpi: int = DPI, mode: str = "3") -> Recognised:
    """The words of an image file's bytes; `mode` is tesseract's page segmentation.

    LuocdoError where tesseract fails or takes longer than `options.seconds`.
    """
    require(name)
    command = [program("tesseract") or "", "stdin", "stdout", "-l", LANGUAGE, "--dpi", str(dpi), "--psm", mode, "tsv"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # builds run one process a core already
    clock.again()  # a page has its own time
    done = run_bounded(command, options.seconds, input=image, env=environment)
    clock.again()
    if done is None:
        raise LuocdoError(f"{name}: nhận dạng chữ quá lâu, đã dừng")
    if done.returncode != 0:
        raise LuocdoError(f"{name}: ảnh hỏng hoặc không đúng định dạng, không nhận dạng được chữ")
    return _parsed(done.stdout.decode("utf-8", "replace"))


def _parsed(table: str) -> Recognised:
    """Words grouped to lines by tesseract's own numbering, cut at wide gaps."""
    lines: dict[tuple[str, ...], list[tuple[Segment, float]]] = {}
    confidences: list[float] = []
    width = height = 0.0
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            left, top = float(row["left"]), float(row["top"])
            right, bottom = left + float(row["width"]), top + float(row["height"])
            confidence = float(row["conf"])
        except (KeyError, TypeError, ValueError):
            continue
        if row["level"] == "1":
            width, height = right, bottom
        text = row.get("text") or ""
        if row["level"] != "5" or not text.strip():
            continue
        confidences.append(max(0.0, confidence))
        key = (row["block_num"], row["par_num"], row["line_num"])
        lines.setdefault(key, []).append((Segment(text, left, top, right, bottom), confidence))
    segments = []
    for words in lines.values():
        if not is_speck(words):
            for segment in cut([word for word, _ in words], _GAP):
                segments.append(replace(segment, text=corrected(segment.text)))
    mean = sum(confidences) / len(confidences) if confidences else 0.0
    return Recognised(tuple(segments), width, height, mean)
