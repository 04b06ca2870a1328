"""Lines that belong to the paper, not to the text: running heads, page numbers, digital signature blocks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from graph.reading.layout import Segment

_EDGE = 0.12  # share of the page's height at the top and the bottom where running heads stand
_MOST_LINES = 3
_PAGE_NUMBER = re.compile(r"[-–—.\s]*(?:trang\s*)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—.\s]*", re.IGNORECASE)
# The gazette's running head ("CÔNG BÁO/Số 503 + 504/Ngày 20-02-2023", page number before, behind or on its own line)
_GAZETTE = re.compile(r"\s*(?:\d+\s*)?CÔNG\s+BÁO\s*/\s*Số\b.{0,60}Ngày.{0,20}", re.IGNORECASE)
_SIGNED = re.compile(
    r"\s*(?:Người ký|Ký bởi|Được ký bởi|Signed by|Signature Not Verified|E-?mail|Cơ quan|Đơn vị|Thời gian ký|Ngày ký"
    r"|Ký ngày|Signing time)\s*:",
    re.IGNORECASE,
)

Page = tuple[Sequence[Segment], float]  # its lines in reading order, its height


def removed(pages: Sequence[Page]) -> list[list[str]]:
    """The text lines of each page without furniture."""
    edges = [_edge(lines, height) for lines, height in pages]
    repeated = Counter(
        key for lines, edge in zip(pages, edges, strict=True) for key in {_key(lines[0][i]) for i in edge}
    )
    needed = max(3, round(0.4 * len(pages)))
    offsets = _offsets(pages, edges)
    result = []
    for number, ((lines, _), edge) in enumerate(zip(pages, edges, strict=True)):
        kept = []
        for index, line in enumerate(lines):
            if _GAZETTE.fullmatch(line.text):
                continue
            if index in edge:
                key = _key(line)
                if repeated[key] >= needed and len(key) > 3:
                    continue
                found = _PAGE_NUMBER.fullmatch(line.text)
                if found and int(found[1]) - number in offsets:
                    continue
            kept.append(line.text)
        result.append(_unsigned(kept))
    return result


def _edge(lines: Sequence[Segment], height: float) -> set[int]:
    """Indices of the few lines nearest to the top and the bottom."""
    by_place = sorted(range(len(lines)), key=lambda i: lines[i].middle)
    top = [i for i in by_place[:_MOST_LINES] if lines[i].middle < _EDGE * height]
    bottom = [i for i in by_place[-_MOST_LINES:] if lines[i].middle > (1 - _EDGE) * height]
    return {*top, *bottom}


def _key(line: Segment) -> str:
    """A running head without what changes from page to page."""
    return re.sub(r"\d+", "#", " ".join(line.text.split())).casefold()


def _offsets(pages: Sequence[Page], edges: list[set[int]]) -> set[int]:
    """By how much printed page numbers differ from the count of pages: 1, and what two pages agree on."""
    seen: Counter[int] = Counter()
    for number, ((lines, _), edge) in enumerate(zip(pages, edges, strict=True)):
        found = (_PAGE_NUMBER.fullmatch(lines[index].text) for index in edge)
        seen.update({int(match[1]) - number for match in found if match})
    return {1} | {offset for offset, count in seen.items() if count >= 2}


def _unsigned(lines: list[str]) -> list[str]:
    """`lines` without the blocks that a digital signature prints (two or more of its labels in a row)."""
    marks = [bool(_SIGNED.match(line)) for line in lines]
    return [
        line
        for index, line in enumerate(lines)
        if not (marks[index] and (marks[index - 1 : index] == [True] or marks[index + 1 : index + 2] == [True]))
    ]
