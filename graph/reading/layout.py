"""Reading order of a page from where its words stand.

A page's lines mostly come in a sensible order (that of the PDF's content, of the OCR's blocks); what goes wrong are the
places where Vietnamese documents are set in two columns, the head (issuer and number | national title, place and date)
and the foot (recipients | signature), and parts that a program wrote later (a head at the end). Only these are put
right; the cells of tables keep the order they came in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

_NATIONAL = re.compile(r"C[ỘO]NG\s*H[ÒOÕ][ÀA]?A?\s*X[ÃA]\s*H[ỘO]I|Đ[ẢA]NG\s*C[ỘO]NG\s*S[ẢA]N\s*VI[ỆE]T")
_CAPITALS = 0.6  # of the letters of a title in capitals
_RECIPIENTS = re.compile(r"\s*Nơi\s+(?:nhận|gửi)\b")


@dataclass(frozen=True, slots=True)
class Segment:
    """Words on one line without a wide gap: `text` and its box, the origin at the top left, in any unit. `line` is
    the same for the parts that one line was cut into (-1: it was not cut)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    line: int = -1

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


def ordered(segments: Sequence[Segment], width: float) -> list[Segment]:
    """The lines of a page of `width` in reading order, each as one segment; `segments` come in their own order."""
    rest = [part for segment in segments if segment.text.strip() for part in _apart(segment)]
    if not rest:
        return []
    head, rest = _head(rest, width)
    foot, rest, at = _foot(rest, width)
    return head + _moved(_whole(rest[:at])) + foot + _moved(_whole(rest[at:]))


def cut(words: Sequence[Segment], gap: float) -> list[Segment]:
    """The words of one line, left to right, as segments: a new one where more than `gap` heights are empty."""
    pieces: list[list[Segment]] = [[words[0]]] if words else []
    size = sorted(word.height for word in words)[len(words) // 2] if words else 0.0
    for before, word in pairwise(words):
        if word.left - before.right > gap * size:
            pieces.append([])
        pieces[-1].append(word)
    return [_one(piece) for piece in pieces]


def _whole(segments: Sequence[Segment]) -> list[Segment]:
    """Segments that are parts of one line, put together again."""
    found: list[list[Segment]] = []
    for segment in segments:
        if found and segment.line >= 0 and segment.line == found[-1][0].line:
            found[-1].append(segment)
        else:
            found.append([segment])
    return [_one(parts) for parts in found]


def rows(segments: Sequence[Segment]) -> list[list[Segment]]:
    """`segments` grouped by line, lines from top to bottom, each from left to right."""
    found: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.middle, s.left)):
        row = found[-1] if found else []
        if row and segment.middle < max(s.bottom for s in row) - 0.25 * segment.height:
            row.append(segment)
        else:
            found.append([segment])
    for row in found:
        row.sort(key=lambda s: s.left)
    return found


def _national(text: str) -> re.Match[str] | None:
    """The national title or that of the Party in a line: in capitals, but for slips of a picture's reader. "Luật này
    được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam …" has none."""
    found = _NATIONAL.search(text.upper())
    if found is None:
        return None
    letters = [letter for letter in text[found.start() : found.end()] if letter.isalpha()]
    return found if sum(map(str.isupper, letters)) > _CAPITALS * len(letters) else None


def _apart(segment: Segment) -> list[Segment]:
    """The issuer and the national title where they stand too close to have been cut: two segments."""
    found = _national(segment.text) if len(segment.text) < 120 else None
    if (
        found is None
        or len(segment.text[: found.start()].split()) < 2
        or len(segment.text.upper()) != len(segment.text)
    ):
        return [segment]
    at = segment.left + (segment.right - segment.left) * found.start() / len(segment.text)
    issuer = replace(segment, text=segment.text[: found.start()].rstrip(), right=at - 0.5 * segment.height)
    return [issuer, replace(segment, text=segment.text[found.start() :], left=at)]


def _head(segments: list[Segment], width: float) -> tuple[list[Segment], list[Segment]]:
    """The two cells of the head, left before right, and what remains."""
    national = next((s for s in segments if (title := _national(s.text.strip())) and not title.start()), None)
    if national is None or abs((national.left + national.right) / 2 - width / 2) < 0.06 * width:
        return [], segments
    gutter = national.left - 0.25 * national.height
    lines = rows(segments)
    start = next(i for i, row in enumerate(lines) if national in row)
    zone = list(lines[start])
    for step, index in ((-1, start - 1), (1, start + 1)):
        previous = lines[start]
        while 0 <= index < len(lines) and _in_columns(lines[index], gutter, width):
            if abs(lines[index][0].middle - previous[0].middle) > 5 * national.height:
                break
            zone.extend(lines[index])
            previous = lines[index]
            index += step
    if not any(s.right <= gutter + national.height for s in zone):
        return [], segments
    chosen = {id(s) for s in zone}
    return _columns(zone, gutter), [s for s in segments if id(s) not in chosen]


def _in_columns(row: list[Segment], gutter: float, width: float) -> bool:
    """Whether the row keeps to two columns: nothing runs across the gutter or stands alone in the middle."""
    if any(s.left < gutter - s.height and s.right > gutter + s.height for s in row):
        return False
    centred = len(row) == 1 and abs((row[0].left + row[0].right) / 2 - width / 2) < 0.05 * width
    return not centred


def _columns(zone: list[Segment], gutter: float) -> list[Segment]:
    left = [s for s in zone if (s.left + s.right) / 2 < gutter]
    right = [s for s in zone if (s.left + s.right) / 2 >= gutter]
    return [_one(row) for side in (left, right) for row in rows(side)]


def _one(row: list[Segment]) -> Segment:
    """A row as one line."""
    text = " ".join(s.text.strip() for s in row)
    return Segment(text, row[0].left, min(s.top for s in row), max(s.right for s in row), max(s.bottom for s in row))


def _foot(segments: list[Segment], width: float) -> tuple[list[Segment], list[Segment], int]:
    """Recipients, then signature; what remains, and where among it they stood."""
    first = next((i for i, s in enumerate(segments) if _RECIPIENTS.match(s.text)), None)
    if first is None:
        return [], segments, len(segments)
    mark = segments[first]
    below = [s for s in segments if s.middle > mark.top - 0.5 * mark.height]
    gutter = _gap(below, mark, width)
    if gutter is None or not any(s.left > gutter for s in below):
        return [], segments, len(segments)
    chosen = {id(s) for s in below}
    rest = [s for s in segments if id(s) not in chosen]
    at = sum(1 for s in segments[:first] if id(s) not in chosen)
    return _columns(below, gutter), rest, at


def _gap(segments: list[Segment], mark: Segment, width: float) -> float | None:
    """The middle of the widest strip to the right of `mark` that nothing stands in."""
    reach, best, place = mark.right, 0.0, None
    for segment in sorted(segments, key=lambda s: s.left):
        if segment.left - reach > best and reach < 0.75 * width:
            best, place = segment.left - reach, (segment.left + reach) / 2
        reach = max(reach, segment.right)
    return place if best > 0.5 * mark.height else None


def _moved(segments: list[Segment]) -> list[Segment]:
    """Blocks that stand wholly above one that came before them go before it."""
    blocks: list[list[Segment]] = []
    for segment in segments:
        last = blocks[-1][-1] if blocks else None
        if last is None or segment.bottom < last.top - 0.5 * last.height:
            blocks.append([segment])
        else:
            blocks[-1].append(segment)
    result: list[list[Segment]] = []
    for block in blocks:
        bottom = max(s.bottom for s in block)
        at = len(result)
        while at > 0 and bottom <= min(s.top for s in result[at - 1]) + 1:
            at -= 1
        result.insert(at, block)
    return [segment for block in result for segment in block]
