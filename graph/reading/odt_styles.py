"""The styles of an OpenDocument text, as far as they decide what is read: hidden text, the numbers before paragraphs.

An item of a list has no number in the file: it follows from the list's style, the level and the items before it
(OpenDocument 1.3 part 3, 5.3 and 16.32). Styles stand in ``styles.xml`` and, those made for one place, in
``content.xml``; one that says nothing says what its parent says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.reading.docx_numbering import digits
from graph.reading.docx_xml import attribute, child, local, number
from graph.reading.package import Element

_LEVELS = 10
_MOST = 32_767
_DEEPEST = 20  # styles with parents
_FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "01, 02, 03, ...": "decimalZero",
}  # fmt: skip
_PLACE = re.compile(r"%(\d{1,2})%")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    hidden: bool | None
    list: str | None  # the style of its lists; empty: none, also where the outline has numbers


class Styles:
    """The styles of paragraphs and of stretches of text by name."""

    def __init__(self, parts: Iterable[Element]) -> None:
        self._styles: dict[str, _Style] = {}
        for element in _named(parts, "style"):
            shown = child(element, "text-properties")
            display = attribute(shown, "display") if shown is not None else ""
            numbered = [str(v) for key, v in element.attrib.items() if str(key).endswith("}list-style-name")]
            self._styles[attribute(element, "name")] = _Style(
                attribute(element, "parent-style-name"),
                display == "none" if display else None,
                numbered[0] if numbered else None,
            )

    def _chain(self, name: str) -> Iterator[_Style]:
        for _ in range(_DEEPEST):
            if name not in self._styles:
                return
            yield self._styles[name]
            name = self._styles[name].parent

    def hides(self, name: str) -> bool | None:
        """Whether text of this style is hidden; None where no style says."""
        return next((style.hidden for style in self._chain(name) if style.hidden is not None), None)

    def is_outlined(self, name: str) -> bool:
        """Whether headings of this style have the numbers of the outline."""
        return next((style.list for style in self._chain(name) if style.list is not None), None) != ""


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    format: str  # empty: no number
    before: str
    behind: str
    whole: str  # the label with places (``Điều %1%.``), where the file gives it
    shown: int  # levels in the number
    bullet: str
    gap: str


class Lists:
    """The lists of a document, how far each has counted, and where the walk stands."""

    def __init__(self, parts: Iterable[Element]) -> None:
        parts = list(parts)
        self._styles = {attribute(e, "name"): _levels(e) for e in _named(parts, "list-style")}
        outline = next(_named(parts, "outline-style"), None)
        self._outline = _levels(outline) if outline is not None else {}
        self._chapters: list[int | None] = [None] * _LEVELS
        self._by_id: dict[str, list[int | None]] = {}
        self._by_style: dict[str, list[int | None]] = {}
        self._open: list[str] = []  # styles of the lists around
        self._counts: list[int | None] = [None] * _LEVELS
        self._due: str | None = None  # the start of an item whose first paragraph is still to come

    def begin(self, element: Element) -> None:
        """A list begins; one inside an item is a level of it."""
        style = attribute(element, "style-name") or (self._open[-1] if self._open else "")
        if not self._open:
            follows = attribute(element, "continue-list")
            counts = self._by_id.get(follows) if follows else None
            if counts is None and attribute(element, "continue-numbering") == "true":
                counts = self._by_style.get(style)
            self._counts = counts if counts is not None else [None] * _LEVELS
            self._by_style[style] = self._counts
        if id := attribute(element, "id"):
            self._by_id[id] = self._counts
        self._open.append(style)

    def end(self) -> None:
        self._open.pop()
        self._due = None

    def enter(self, item: Element) -> None:
        """An item: the first paragraph in it has its number; in a header none has."""
        self._due = attribute(item, "start-value") or "" if local(item) == "list-item" else None

    def label(self, outline_level: int) -> str:
        """The number of a paragraph where the walk stands, the blank behind it included; `outline_level` of a heading
        (0: none)."""
        if self._due is not None and self._open:
            start, self._due = self._due, None
            return _counted(self._counts, self._styles.get(self._open[-1], {}), len(self._open), start)
        if outline_level and not self._open:
            return _counted(self._chapters, self._outline, outline_level, "")
        return ""


def _counted(counts: list[int | None], levels: dict[int, _Level], place: int, start: str) -> str:
    at = min(place, _LEVELS) - 1
    level = levels.get(at)
    if level is None:
        return ""
    before = counts[at]
    counts[at] = number(start, level.start, _MOST) if start or before is None else min(before + 1, _MOST)
    for above in range(at):
        if counts[above] is None:
            counts[above] = levels[above].start if above in levels else 1
    counts[at + 1 :] = [None] * (_LEVELS - at - 1)
    if level.bullet:
        return level.bullet + level.gap
    if not level.format:
        text = level.before + level.behind
    elif level.whole:
        text = _PLACE.sub(lambda found: _shown(counts, levels, int(found[1]) - 1), level.whole)
    else:
        first = max(0, at + 1 - level.shown)
        numbers = (_shown(counts, levels, place) for place in range(first, at + 1))
        text = level.before + ".".join(filter(None, numbers)) + level.behind
    return text.strip() + level.gap if text.strip() else ""


def _shown(counts: list[int | None], levels: dict[int, _Level], at: int) -> str:
    count = counts[at] if 0 <= at < _LEVELS else None
    if count is None or at not in levels or not levels[at].format:
        return ""
    return digits(count, levels[at].format)


def _levels(style: Element) -> dict[int, _Level]:
    found = {}
    for element in style:
        kind = local(element)
        if not kind.startswith(("list-level-style", "outline-level-style")):
            continue
        format = _FORMATS.get(attribute(element, "num-format"), "")
        bullet = _PRIVATE.sub("•", attribute(element, "bullet-char")) if kind.endswith("bullet") else ""
        places = child(element, "list-level-properties", "list-level-label-alignment")
        follows = attribute(places, "label-followed-by") if places is not None else ""
        found[number(attribute(element, "level"), 1, _LEVELS) - 1] = _Level(
            start=number(attribute(element, "start-value"), 1, _MOST),
            format=format,
            before=attribute(element, "num-prefix"),
            behind=attribute(element, "num-suffix"),
            whole=attribute(element, "num-list-format")[:200],
            shown=number(attribute(element, "display-levels"), 1, _LEVELS),
            bullet=bullet,
            gap="" if follows == "nothing" else " ",
        )
    return found


def _named(parts: Iterable[Element], kind: str) -> Iterator[Element]:
    """The styles of a kind in the parts of a document, those of ``content.xml`` last."""
    for part in parts:
        for group in part:
            if local(group) in ("styles", "automatic-styles"):
                yield from (element for element in group if local(element) == kind)
