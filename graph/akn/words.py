"""The words of a text as they go into XML, and what does not.

The text content of an Akoma Ntoso file is the source text, character by character and in its order, less

1. running heads of the gazette, stamps of signatures and what web sites add (`graph.structure.furniture`);
2. page numbers: one to four digits alone between two line breaks, the first of them a blank line;
3. rules: lines without anything but blanks and ``* _ | - – — = # . ~``;
4. markup of the layout: HTML tags, ``*`` and ``|`` (emphasis and cells of tables), ``#`` and ``>`` that open a line;
5. white space, of which one blank is kept between words;
6. what XML 1.0 cannot carry (control characters, lone surrogates).

`less_furniture` is that rule in one function; `Words` gives the pieces with their references.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from graph.akn.names import part_iri
from graph.model import Mention
from graph.normalise import Normalised, normalise, without_tags
from graph.structure import Outline, lay_out
from graph.structure.furniture import banners

_PAGE = re.compile(r"\n[ \t\x0c]*\n[ \t]*(?P<page>\d{1,4})[ \t]*(?=\n)")
_RULE = re.compile(r"^[ \t\r\f\v\xa0*_|\-–—=#.~]+$", re.MULTILINE)
_OPENING = re.compile(r"^[ \t\xa0]*[#>]+(?=[ \t\xa0*#>])", re.MULTILINE)
_MARKUP = re.compile(r"[*|]")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"\s+")


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with the spans as blanks, line breaks kept; the same length."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        start = max(start, done)
        if end <= start:
            continue
        pieces += [text[done:start], re.sub(r"[^\n]", " ", text[start:end])]
        done = end
    return "".join([*pieces, text[done:]])


def _heads(before: str, after: str) -> list[tuple[int, int]]:
    """Where the layout blanked something out: runs in which two texts of one length differ."""
    if before is after or before == after:
        return []
    spans: list[tuple[int, int]] = []
    for at, (old, new) in enumerate(zip(before, after, strict=True)):
        if old != new and not old.isspace():
            if spans and spans[-1][1] == at:
                spans[-1] = (spans[-1][0], at + 1)
            else:
                spans.append((at, at + 1))
    return spans


def kept(text: str, normalised: Normalised, outline: Outline) -> str:
    """`text` with everything that rules 1 to 4 and 6 leave out as blanks; the same length."""
    plain = without_tags(text)
    spans = [*_heads(normalised.text, outline.text), *banners(outline.text)]
    for found in _PAGE.finditer(outline.text):
        if outline.at(found.start("page")).kind != "row":
            spans.append(found.span("page"))
    raw = [(normalised.start(start), normalised.end(end)) for start, end in spans if end > start]
    raw += [found.span() for found in _RULE.finditer(plain)] + [found.span() for found in _OPENING.finditer(plain)]
    return _NOT_XML.sub(" ", _MARKUP.sub(" ", _blank(plain, raw)))


def squeeze(text: str) -> str:
    """`text` without white space."""
    return _BLANKS.sub("", text)


def less_furniture(text: str) -> str:
    """What the text content of the XML of `text` is, without white space: the rule of this module."""
    normalised = normalise(text)
    return squeeze(kept(text, normalised, lay_out(normalised.text)))


class Words:
    """The text that is kept, with the references that stand in it. Offsets are those of the text as it was read."""

    def __init__(self, text: str, mentions: Sequence[Mention], marks: Sequence[tuple[int, int, str]] = ()) -> None:
        self.text = text
        inline: list[tuple[int, int, str, dict[str, str]]] = [
            (m.start, m.end, "ref", {"href": _href(m)}) for m in mentions if 0 <= m.start < m.end <= len(text)
        ]
        inline += [(start, end, tag, {}) for start, end, tag in marks]
        self.inline: list[tuple[int, int, str, dict[str, str]]] = []
        for item in sorted(inline, key=lambda i: (i[0], -i[1], i[2])):
            if not self.inline or item[0] >= self.inline[-1][1]:  # one within another stands for itself
                self.inline.append(item)
        self.starts = [item[0] for item in self.inline]

    def is_empty(self, start: int, end: int) -> bool:
        """Is nothing kept between two offsets?"""
        return not self.text[start:end].strip()

    def put(self, element: Element, start: int, end: int) -> None:
        """Write what stands between two offsets at the end of `element`, references as ``ref``. A reference that goes
        on behind `end` is one as far as it stands here."""
        at = start
        number = bisect_left(self.starts, start)
        if number and self.inline[number - 1][1] > start:
            number -= 1
        while number < len(self.inline) and self.inline[number][0] < end:
            first, last, tag, attributes = self.inline[number]
            first, last = max(first, at), min(last, end)
            number += 1
            if first >= last or self.is_empty(first, last):
                continue
            _add(element, self.text[at:first])
            SubElement(element, tag, attributes).text = _BLANKS.sub(" ", self.text[first:last]).strip()
            lead = self.text[first:last]
            if lead[0].isspace():
                _pad(element)
            at = last
            if lead[-1].isspace():
                element[-1].tail = " "
        _add(element, self.text[at:end])
        if len(element):
            element[-1].tail = (element[-1].tail or "").rstrip() or None
        if element.text:
            element.text = element.text.lstrip() if len(element) else element.text.strip()


def _pad(element: Element) -> None:
    """A blank before the last child."""
    if len(element) > 1:
        before = element[-2]
        before.tail = (before.tail or "").rstrip() + " "
    else:
        element.text = (element.text or "").rstrip() + " "


def _add(element: Element, text: str) -> None:
    """Add text behind what is in `element`."""
    text = _BLANKS.sub(" ", text)
    if len(element):
        last = element[-1]
        last.tail = (last.tail or "") + text
    else:
        element.text = (element.text or "") + text


def _href(mention: Mention) -> str:
    """Where a reference leads: the part where just one is meant, else the document."""
    path = mention.pinpoints[0].path if len(mention.pinpoints) == 1 else ()
    return part_iri(mention.document, path)
