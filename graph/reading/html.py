"""Web pages: the main text as a reader sees it, without navigation, banners and scripts.

Known sites are rows of ``html_sites.csv``; any other page is cut down to the smallest part that holds nearly all text
outside links. Blocks become paragraphs (an empty line behind each), inline tags leave no trace, blanks collapse.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import legacy
from graph.reading.encodings import decode
from graph.reading.lines import joined
from graph.reading.options import Options
from graph.reading.package import needed
from graph.reading.tables import HEAD_ROWS, is_data

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_NO_TEXT = (
    "script, style, noscript, template, svg, math, iframe, object, canvas, video, audio, select, button, textarea"
)
_FURNITURE = "nav, header, footer, aside, form, dialog, [role=navigation], [role=banner], [role=contentinfo]"
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\W_])(?:nav|menu|side-?bar|footer|breadcrumbs?|comments?|related|banner|advert\w*|cookies?|social|share"
    r"|login|popup|modal|toolbar|pagination)(?:$|[\W_])",
    re.IGNORECASE,
)
_BLOCK_TAGS = """
address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = set(_BLOCK_TAGS.split())
_CONTAINERS = {"div", "main", "article", "section", "center", "form", "table", "tbody", "tr", "td"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_LOOKED_AT = 3_000  # elements and levels: real pages have fewer, a hostile one must not cost its square
_DEPTH = 60
_MOST_TITLE = 2_000  # characters
_DEEPEST = 5_000
_NESTED_TAGS = """
a abbr acronym address article aside b bdi bdo big blockquote button center cite code data del details dfn dialog dir
div dl em fieldset figcaption figure font footer form g header i ins kbd label main map mark menu nav object ol output
pre q ruby s samp section small span strike strong sub summary sup svg table time tt u ul var
"""
_NESTING = re.compile(rf"<(/?)(?:{'|'.join(_NESTED_TAGS.split())})\b", re.IGNORECASE)
_LONG_TAG = re.compile(r"<[a-z][^<>]{20000}[^<>]*", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\s[^\s=\"']+")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 5_000  # of one element: telling whether one is there twice takes their square
_MOST_SPAN = 64  # columns or rows of a cell
_LONGEST_HEAD = 400
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLANKS = re.compile(" {2,}")
_BEGINS = re.compile(
    r"\s*<(?:!doctype|html|body|div|p|table|span|section|article|center|h[1-6]|b|strong|font|br)\b", re.I
)
_ENDS = re.compile(r"</(?:p|div|table|h[1-6]|li|td|section|article)\s*>|<br\s*/?>", re.I)
_MARKUP_SEEN = 20_000  # characters of a value in which blocks are looked for
_KEPT = "\x01"  # a blank of preformatted text, until lines are done


def read(data: bytes, name: str, options: Options) -> Source:
    """The main text of a page; metadata has its ``title``."""
    tree = _tree(_markup(data, name), name)
    title = tree.css_first("title")
    metadata = {"title": " ".join(title.text().split())[:_MOST_TITLE]} if title and title.text().strip() else {}
    for node in tree.css(_NO_TEXT):
        node.decompose()
    for _, selector in _sites("drop"):
        for node in tree.css(selector):
            node.decompose()
    main = _known(tree) or _densest(tree)
    if main is None:
        raise LuocdoError(f"{name}: trang không có chữ nào")
    labels = {node.mem_id for _, selector in _sites("label") for node in tree.css(selector)}
    text, scheme = legacy.to_unicode(joined(_lines(main, labels), name))
    if scheme:
        metadata["encoding"] = scheme
    return Source(name, text, "html", metadata)


def is_fragment(text: str) -> bool:
    """Whether a text that stands somewhere as a value is markup: it begins with a tag and has blocks or lines of it."""
    return bool(_BEGINS.match(text) and _ENDS.search(text, 0, _MARKUP_SEEN))


def fragment(text: str, name: str) -> str:
    """The whole text of such a value: there is no furniture of a page around it. LuocdoError where nothing is in it."""
    tree = _tree(text, name)
    for node in tree.css(_NO_TEXT):
        node.decompose()
    if tree.body is None:
        raise LuocdoError(f"{name}: trang không có chữ nào")
    return legacy.to_unicode(joined(_lines(tree.body, set()), name))[0]


def _tree(markup: str, name: str) -> LexborHTMLParser:
    parser = needed("selectolax.lexbor", "formats", name)
    if _depth(markup) > _DEEPEST:  # parsing takes the square of the depth; only a hostile page is like that
        raise LuocdoError(f"{name}: trang HTML lồng nhau quá sâu")
    if any(len(_ATTRIBUTE.findall(_QUOTED.sub("", tag[0]))) > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(markup)):
        raise LuocdoError(f"{name}: trang HTML có thẻ với quá nhiều thuộc tính")
    tree: LexborHTMLParser = parser.LexborHTMLParser(markup)
    return tree


def _markup(data: bytes, name: str) -> str:
    """The page's markup: by its own bytes where they tell, else by the charset that it declares."""
    try:
        return decode(data, name, convert=False)[0]
    except LuocdoError:
        declared = _CHARSET.search(data[:4096])
        try:
            return data.decode(declared[1].decode("ascii") if declared else "windows-1252", "replace")
        except LookupError:
            raise LuocdoError(f"{name}: không nhận ra bảng mã của trang") from None


@cache
def _sites(rule: str) -> tuple[tuple[str, str], ...]:
    with files("graph.reading").joinpath("html_sites.csv").open(encoding="utf-8") as stream:
        return tuple((row["site"], row["selector"]) for row in csv.DictReader(stream) if row["rule"] == rule)


def _depth(markup: str) -> int:
    """How deep tags that browsers do not close by themselves are open at most."""
    depth = deepest = 0
    for tag in _NESTING.finditer(markup):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _known(tree: LexborHTMLParser) -> LexborNode | None:
    """The text part of a page of a known site, if it has text."""
    for _, selector in _sites("main"):
        for node in tree.css(selector):
            if len(node.text().split()) > 20:
                return node
    return None


def _densest(tree: LexborHTMLParser) -> LexborNode | None:
    """The smallest element with at least 85 % of the page's text outside links and furniture."""
    body = tree.body
    if body is None:
        return None
    whole = len(body.text())
    for node in tree.css(_FURNITURE):
        if len(node.text()) < whole * 0.3:
            node.decompose()
    for node in body.css("[class], [id]")[:_LOOKED_AT]:
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if _FURNITURE_NAMES.search(names) and len(node.text()) < whole * 0.3:
            node.decompose()
    needed_length = 0.85 * _own(body)
    best = body
    for _ in range(_DEPTH):
        inner = next((child for child in best.iter() if _own(child) >= needed_length), None)
        if inner is None or inner.tag not in _CONTAINERS:
            return best
        best = inner
        if inner.tag == "table" and is_data(_heads(_rows(inner))):
            return best
    return best


def _own(node: LexborNode) -> int:
    """Characters of text outside links."""
    return len(node.text()) - sum(len(link.text()) for link in node.css("a"))


def _lines(root: LexborNode, labels: set[int], *, tables: bool = True) -> Iterator[str]:
    """The visible lines below `root`, walked without recursion (pages may nest as deep as they like); a table of data
    (`tables`) is a line of cells for each row."""
    line: list[str] = []
    kept = 0  # how many <pre> are open
    node: LexborNode | None = root
    while node is not None:
        tag = node.tag
        descend = node.child is not None
        if tag == "-text":
            text = node.text_content or ""
            line.append(text.replace(" ", _KEPT) if kept else _SPACE.sub(" ", text))
        elif tag == "br":
            yield _flush(line)
        elif tag in _BLOCKS:
            yield from _ended(line)
            kept += tag == "pre"
        if descend and _HIDDEN.search(node.attributes.get("style") or ""):
            descend = False
        if descend and tables and tag == "table" and is_data(_heads(rows := _rows(node))):
            yield from _table(rows, labels)
            descend = False
        if descend:
            node = node.child
            continue
        while node is not None:
            yield from _closed(node, line, labels)
            kept -= node.tag == "pre"
            if node.mem_id == root.mem_id:
                node = None
            elif node.next is not None:
                node = node.next
                break
            else:
                node = node.parent
    yield from _ended(line)


def _rows(table: LexborNode) -> list[list[LexborNode]]:
    """The cells of a table row by row; those of tables inside it are none of its."""
    parts = [child for child in table.iter() if child.tag in ("thead", "tbody", "tfoot", "tr")]
    rows = [row for part in parts for row in ([part] if part.tag == "tr" else part.iter()) if row.tag == "tr"]
    return [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in rows]


def _heads(rows: list[list[LexborNode]]) -> list[list[str]]:
    """The first rows as texts; a cell that is longer than any head is none."""
    return [[_SPACE.sub(" ", cell.text()).strip()[:_LONGEST_HEAD] for cell in row] for row in rows[:HEAD_ROWS]]


def _table(rows: list[list[LexborNode]], labels: set[int]) -> Iterator[str]:
    """A table of data as lines of cells between bars, so that nobody reads from one row into the next. A cell that goes
    over several rows holds of each of them, and stands there."""
    below: dict[int, int] = {}  # column: rows that a cell above still takes
    above: dict[int, list[str]] = {}  # its words
    for row in rows:
        line = "|"
        column = 0
        for cell in row:
            while below.get(column, 0):
                below[column] -= 1
                line += " ".join(["", *above.get(column, ()), "|"])
                column += 1
            said = " ".join(_lines(cell, labels, tables=False)).replace("|", "/").split()
            line += " ".join(["", *said, "|"])
            width, height = (_span(cell, name) for name in ("colspan", "rowspan"))
            line += " |" * (width - 1)
            for at in range(column, column + width):
                below[at] = height - 1
                above[at] = said if at == column else []
            column += width
        for at in sorted(at for at in below if at >= column and below[at]):
            below[at] -= 1
            line += " |" * (at - column) + " ".join(["", *above.get(at, ()), "|"])
            column = at + 1
        if line.strip("| "):
            yield line
    yield ""


def _span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "").strip()
    return max(1, min(int(value), _MOST_SPAN)) if value.isascii() and value.isdigit() and len(value) < 6 else 1


def _closed(node: LexborNode, line: list[str], labels: set[int]) -> Iterator[str]:
    """What the end of an element adds."""
    if node.mem_id in labels:
        line.append(": ")
    if node.tag in _BLOCKS:
        yield from _ended(line)


def _ended(line: list[str]) -> Iterator[str]:
    """The rest of a block, with an empty line behind it; blanks between blocks are nothing."""
    last = _flush(line)
    if last.strip():
        yield last
        yield ""


def _flush(line: list[str]) -> str:
    text = "".join(line)
    line.clear()
    return "\n".join(_BLANKS.sub(" ", part).strip(" ") for part in text.split("\n")).replace(_KEPT, " ")
