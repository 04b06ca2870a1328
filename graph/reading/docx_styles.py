"""The styles of a Word document, as far as they decide what is read: fonts (legacy codes), hidden text, numbering.

A style has what it says itself, else what the style says that it is based on (ECMA-376 part 1, 17.7.4.3). Hidden is a
property that styles toggle (17.7.3): a character style that hides inside a hidden paragraph style shows.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.reading.docx_xml import attribute, child, local, switch, value
from graph.reading.package import Element

_DEEPEST = 20  # styles based on styles: Word makes no more than eleven


@dataclass(frozen=True, slots=True)
class _Style:
    kind: str
    based_on: str
    font: str
    hidden: bool | None
    number: str  # the numbering that its paragraphs have; empty where it says nothing
    level: str


class Styles:
    """The styles of a document by their ids; without a part of styles nothing has any."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self._default_font = ""
        self._default_hidden = False
        self.paragraph = ""  # the style of paragraphs that name none
        for element in root if root is not None else ():
            if local(element) == "docDefaults":
                run = child(element, "rPrDefault", "rPr")
                self._default_font = _font(run)
                self._default_hidden = bool(switch(run, "vanish"))
            elif local(element) == "style":
                run, numbered = child(element, "rPr"), child(element, "pPr", "numPr")
                style = _Style(
                    attribute(element, "type"),
                    value(element, "basedOn"),
                    _font(run),
                    switch(run, "vanish"),
                    value(numbered, "numId"),
                    value(numbered, "ilvl"),
                )
                id = attribute(element, "styleId")
                self._styles.setdefault(id, style)
                if style.kind == "paragraph" and attribute(element, "default") in ("1", "true"):
                    self.paragraph = id

    def _chain(self, id: str) -> list[_Style]:
        """The style and those that it is based on."""
        found: list[_Style] = []
        while id in self._styles and len(found) < _DEEPEST:
            found.append(self._styles[id])
            id = self._styles[id].based_on
        return found

    def font(self, style: str) -> str:
        """The font of the paragraphs of a style; empty where nothing says it."""
        named = next((s.font for s in self._chain(style or self.paragraph) if s.font), "")
        return named or next((s.font for s in self._chain(self.paragraph) if s.font), "") or self._default_font

    def is_hidden(self, run: Element | None, paragraph_style: str) -> bool:
        """Whether text with these properties (``rPr``) in a paragraph of this style is hidden."""
        own = switch(run, "vanish")
        if own is not None:
            return own
        told = [self._hides(style) for style in (paragraph_style or self.paragraph, value(run, "rStyle"))]
        return self._default_hidden if told == [None, None] else told.count(True) == 1

    def _hides(self, style: str) -> bool | None:
        return next((s.hidden for s in self._chain(style) if s.hidden is not None), None)

    def numbering(self, style: str) -> tuple[str, str]:
        """The id of the numbering that paragraphs of a style have, and the level that the style names; empty: none."""
        for found in self._chain(style or self.paragraph):
            if found.number:
                return found.number, found.level
        return "", ""


def _font(run: Element | None) -> str:
    fonts = child(run, "rFonts")
    return (attribute(fonts, "ascii") or attribute(fonts, "hAnsi")) if fonts is not None else ""
