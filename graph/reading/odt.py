"""OpenDocument texts (.odt): paragraphs with their numbers, tables, notes and frames from ``content.xml``.

What is printed is text, the numbers of lists and headings included; what is not (deleted and hidden text, comments) is
left out, as of Word files.
"""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Source
from graph.reading import legacy
from graph.reading.docx_xml import attribute, local, number
from graph.reading.lines import joined
from graph.reading.odt_styles import Lists, Styles
from graph.reading.options import Options
from graph.reading.package import Element, Package
from graph.reading.tables import HEAD_ROWS, barred, is_data

_SKIPPED = {
    "tracked-changes", "annotation", "forms", "automatic-styles", "scripts", "script", "font-face-decls", "desc",
    "title", "ruby-text", "hidden-text", "number",
}  # fmt: skip
_MOST_BLANKS = 1_000  # of one <text:s>; more is no text
_MOST_ROWS = 10_000
_MOST_REPEATED = 64  # cells that stand for several


def read(data: bytes, name: str, options: Options) -> Source:
    """The document's text: paragraphs with an empty line between, rows of tables of data as lines, each note below its
    paragraph."""
    package = Package(data, name, options)
    content = package.xml("content.xml")
    styles = [package.xml("styles.xml")] if "styles.xml" in package else []
    walker = _Walker(Styles([*styles, content]), Lists([*styles, content]))
    text, scheme = legacy.to_unicode(joined(walker.blocks(content), name, paragraphs=True))
    return Source(name, text, "odt", {"encoding": scheme} if scheme else {})


class _Walker:
    def __init__(self, styles: Styles, lists: Lists) -> None:
        self._styles = styles
        self._lists = lists
        self._notes = 0

    def blocks(self, parent: Element) -> Iterator[str]:
        """The lines of the paragraphs, lists and tables below `parent`."""
        for child in parent:
            tag = local(child)
            if tag in ("p", "h"):
                yield from self._paragraph(child)
            elif tag == "list":
                self._lists.begin(child)
                for item in child:
                    self._lists.enter(item)
                    yield from self.blocks(item)
                self._lists.end()
            elif tag == "table":
                yield from self._table(child)
                yield ""
            elif tag and tag not in _SKIPPED and not _is_hidden_part(child):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        line: list[str] = []
        aside: list[Element] = []
        hidden = any(local(e) == "hidden-paragraph" and attribute(e, "is-hidden") == "true" for e in paragraph)
        if not hidden:
            self._inline(paragraph, line, aside, self._styles.hides(attribute(paragraph, "style-name")) is True)
        said = "".join(line)
        if hidden or (not said.strip() and self._styles.hides(attribute(paragraph, "style-name")) and len(paragraph)):
            return
        level = number(attribute(paragraph, "outline-level"), 1, 10) if local(paragraph) == "h" else 0
        unnumbered = attribute(paragraph, "is-list-header") == "true"
        if said.strip() and not unnumbered:
            outlined = level if self._styles.is_outlined(attribute(paragraph, "style-name")) else 0
            said = self._lists.label(outlined) + said
        yield said
        for element in aside:
            yield from self._aside(element)

    def _inline(self, element: Element, line: list[str], aside: list[Element], hidden: bool) -> None:
        """The text below `element` into `line`, notes and frames into `aside`."""
        if not hidden:
            line.append(element.text or "")
        for child in element:
            tag = local(child)
            if tag == "note" and not hidden:
                self._notes += 1
                child.set("luocdo", str(self._notes))
                line.append(f"[{self._notes}]")
                aside.append(child)
            elif tag in ("frame", "text-box", "custom-shape"):
                aside.append(child)
            elif tag == "span":
                own = self._styles.hides(attribute(child, "style-name"))
                self._inline(child, line, aside, hidden if own is None else own)
            elif tag and tag not in _SKIPPED and tag != "note":
                if not hidden:
                    line.append(_sign(child, tag))
                self._inline(child, line, aside, hidden)
            if not hidden:
                line.append(child.tail or "")

    def _aside(self, element: Element) -> Iterator[str]:
        mark = element.get("luocdo")
        body = next((child for child in element if local(child) == "note-body"), element)
        lines = list(self.blocks(body))
        if mark and lines:
            lines[0] = f"[{mark}] {lines[0]}"
        yield from lines

    def _table(self, table: Element) -> Iterator[str]:
        """A table of data as a line for each row; one that only lays out a page as what stands in it."""
        rows = [_cells(row) for row in _rows(table)]
        if not is_data([["".join(cell.itertext()).strip() for cell in row] for row in rows[:HEAD_ROWS]]):
            for cell in (cell for row in rows for cell in row):
                yield from self.blocks(cell)
            return
        above: dict[int, tuple[str, int]] = {}  # column: the words of a cell, and how many rows it still goes on
        for row in rows:
            words = [" ".join(self.blocks(cell)) for cell in row]
            for at, cell in enumerate(row):
                said, more = above.get(at, ("", 0))
                if local(cell) == "covered-table-cell" and more:
                    words[at], above[at] = said, (said, more - 1)
                else:
                    above[at] = words[at], number(attribute(cell, "number-rows-spanned"), 1, _MOST_ROWS) - 1
            line = barred(words)
            if line.strip("| "):
                yield line


def _sign(element: Element, tag: str) -> str:
    """What an element without text of its own stands for."""
    if tag == "s":
        return " " * number(attribute(element, "c"), 1, _MOST_BLANKS)
    return {"tab": "\t", "line-break": "\n"}.get(tag, "")


def _is_hidden_part(element: Element) -> bool:
    """Whether a section is not shown."""
    if local(element) != "section":
        return False
    shown = attribute(element, "display")
    return shown == "none" or (shown == "condition" and attribute(element, "is-hidden") == "true")


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, through what groups them; those of tables inside it are none of its."""
    for child in table:
        tag = local(child)
        if tag == "table-row":
            yield child
        elif tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child)


def _cells(row: Element) -> list[Element]:
    """A cell for each column of a row; those that another one covers are there, and empty."""
    found: list[Element] = []
    for cell in row:
        if local(cell) in ("table-cell", "covered-table-cell"):
            found += [cell] * number(attribute(cell, "number-columns-repeated"), 1, _MOST_REPEATED)
    return found
