"""The numbers that Word writes before paragraphs by itself: "Điều 1.", "a)", "1.2.", "•".

They stand nowhere in the text: each paragraph names a numbering and a level, and what is printed follows from the
paragraphs before it (ECMA-376 part 1, 17.9). Numberings that share an abstract numbering count together; an override
of the start counts anew when its numbering comes for the first time; a level counts anew below a higher one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from graph.reading.docx_styles import Styles
from graph.reading.docx_xml import attribute, child, local, number, switch, value
from graph.reading.package import Element

LEVELS = 9
MOST = 32_767  # Word's numbers end there
_LONGEST_LETTERS = 30  # "aaa…" grows with every round of the alphabet
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
# Fonts of signs: their letters are no letters (Wingdings "§" is a small square, Courier New "o" a ring)
_SIGNS = re.compile(r"(?:Wingdings|Webdings|Symbol|Courier)", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph, the blank behind it included, and the font that it is set in (empty: that of
    the paragraph)."""

    text: str
    font: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a numbering. `text` has ``%1`` … where numbers stand."""

    start: int
    format: str
    text: str
    gap: str
    restart: int | None  # below which level (1: the first) it counts anew; 0: never
    legal: bool
    hidden: bool
    font: str
    style: str


@dataclass(slots=True)
class Numbering:
    """A numbering (``num``): its abstract one, the starts that it sets anew, and the levels that it has otherwise."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, Level] = field(default_factory=dict)


class Counters:
    """How far the numberings of a document have counted."""

    def __init__(self) -> None:
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def counted(
        self, id: str, numbering: Numbering, abstract: str, levels: dict[int, Level], place: int
    ) -> Label | None:
        """Count a paragraph of a numbering called `id` at the level `place`; its number, None where it has none."""
        level = levels.get(place)
        if level is None:
            return None
        counts = self._counts.setdefault(abstract, [None] * LEVELS)
        for at in range(place + 1):  # what an override says counts once, when the numbering comes first
            if at in numbering.starts and (id, at) not in self._begun and (at == place or counts[at] is None):
                self._begun.add((id, at))
                counts[at] = numbering.starts[at] - (at == place)
        before = counts[place]
        counts[place] = min(_start(numbering, level, place) if before is None else before + 1, MOST)
        for at in range(place):
            if counts[at] is None:
                above = levels.get(at)
                counts[at] = _start(numbering, above, at) if above is not None else 1
        for at in range(place + 1, LEVELS):
            lower = levels.get(at)
            restart = at if lower is None or lower.restart is None else lower.restart
            if restart and place < restart:
                counts[at] = None
        if level.hidden or (level.format == "none" and not level.text):
            return None
        return _printed(level, levels, counts)


class Numberings:
    """The numberings of a document, and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract: dict[str, dict[int, Level]] = {}
        self._linked: dict[str, str] = {}  # abstract numbering -> the style whose numbering it is
        self._numbers: dict[str, Numbering] = {}
        self._counters = Counters()
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                id = attribute(element, "abstractNumId")
                levels = [inner for inner in element if local(inner) == "lvl"][:LEVELS]
                self._abstract[id] = {number(attribute(lvl, "ilvl"), 0, LEVELS - 1): _level(lvl) for lvl in levels}
                if link := value(element, "numStyleLink"):
                    self._linked[id] = link
            elif local(element) == "num":
                self._numbers[attribute(element, "numId")] = _numbering(value(element, "abstractNumId"), element)

    def label(self, properties: Element | None, style: str) -> Label | None:
        """Count the paragraph with these properties (``pPr``) and style; its number, None where it has none."""
        numbered = child(properties, "numPr")
        of_style, level_of_style = self._styles.numbering(style)
        id = value(numbered, "numId") or of_style
        found = self._numbers.get(id)
        if found is None:
            return None
        abstract = self._resolved(found.abstract)
        levels = {**self._abstract.get(abstract, {}), **found.levels}
        place = value(numbered, "ilvl")
        if not place:
            by_style = [at for at, level in sorted(levels.items()) if style and level.style == style]
            place = str(by_style[0]) if by_style and not value(numbered, "numId") else level_of_style
        return self._counters.counted(id, found, abstract, levels, number(place, 0, LEVELS - 1))

    def _resolved(self, abstract: str) -> str:
        """The abstract numbering that has the levels: one may point to a style, whose numbering has another."""
        for _ in range(LEVELS):
            link = self._linked.get(abstract)
            found = self._numbers.get(self._styles.numbering(link)[0]) if link else None
            if found is None or found.abstract == abstract:
                break
            abstract = found.abstract
        return abstract


def _start(numbering: Numbering, level: Level, place: int) -> int:
    return numbering.starts.get(place, level.start)


def _numbering(abstract: str, element: Element) -> Numbering:
    found = Numbering(abstract)
    for override in element:
        if local(override) != "lvlOverride":
            continue
        place = number(attribute(override, "ilvl"), 0, LEVELS - 1)
        if start := value(override, "startOverride"):
            found.starts[place] = number(start, 1, MOST)
        if (level := child(override, "lvl")) is not None:
            found.levels[place] = _level(level)
    return found


def _level(element: Element) -> Level:
    run = child(element, "rPr")
    fonts = child(run, "rFonts")
    restart = value(element, "lvlRestart")
    return Level(
        start=number(value(element, "start"), 0, MOST),
        format=_format(child(element, "numFmt")),
        text=value(element, "lvlText")[:200],
        gap="" if value(element, "suff") == "nothing" else " ",
        restart=number(restart, 0, LEVELS) if restart else None,
        legal=bool(switch(element, "isLgl")),
        hidden=bool(switch(run, "vanish")),
        font=(attribute(fonts, "ascii") or attribute(fonts, "hAnsi")) if fonts is not None else "",
        style=value(element, "pStyle"),
    )


def _format(element: Element | None) -> str:
    """The format of the numbers; one of one's own ("001, 002, …") is told by its example."""
    if element is None:
        return "decimal"
    example = attribute(element, "format")
    if attribute(element, "val") == "custom" and example:
        first = example.partition(",")[0].strip()
        return f"zeros{len(first)}" if first.isdigit() else "decimal"
    return attribute(element, "val") or "decimal"


def _printed(level: Level, levels: dict[int, Level], counts: list[int | None]) -> Label | None:
    if level.format == "bullet":
        text = _PRIVATE.sub("•", level.text)
        if (_SIGNS.match(level.font) and text.isalnum()) or (_SIGNS.match(level.font) and not text.isascii()):
            text = "•"
        return Label(text.strip() + level.gap, "") if text.strip() else None

    def shown(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        count = counts[at]
        format = levels[at].format if at in levels else "decimal"
        if count is None:
            return ""
        return digits(count, "decimal" if level.legal and format != "decimalZero" else format)

    text = _PLACE.sub(shown, level.text)
    return Label(text.strip() + level.gap, level.font) if text.strip() else None


def digits(count: int, format: str) -> str:
    """A number as a format (``ST_NumberFormat``) prints it; plain digits for those that Vietnamese documents do not
    use."""
    if format in ("none", "bullet"):
        return ""
    if format in ("lowerLetter", "upperLetter") and count > 0:
        rounds, letter = divmod(count - 1, 26)
        text = chr(ord("a") + letter) * min(rounds + 1, _LONGEST_LETTERS)
        return text.upper() if format == "upperLetter" else text
    if format in ("lowerRoman", "upperRoman") and 0 < count <= MOST:
        text, rest = "", count
        for size, sign in _ROMAN:
            text += sign * (rest // size)
            rest %= size
        return text.upper() if format == "upperRoman" else text
    if format == "decimalZero":
        return f"{count:02}"
    if format.startswith("zeros"):
        return str(count).zfill(number(format[5:], 1, 9))
    return str(count)
