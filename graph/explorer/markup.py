"""Foreign markup (web pages, Markdown) reduced to what a text needs: paragraphs, headings, lists, tables, emphasis.

The result is a list of tokens that open and close in balance. Every tag outside the list goes, its text stays; scripts,
forms and other things that are no text go altogether; of attributes only the spans of table cells stay. So nothing that
runs, loads or leads elsewhere comes through.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown_it import MarkdownIt

# tag -> tag written
_PLAIN = """
p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption blockquote pre code b strong i em u s
sub sup small div
"""
_AS_DIV = "section article main header footer center address figure details"
_KEPT = {
    **{tag: tag for tag in _PLAIN.split()},
    **dict.fromkeys(_AS_DIV.split(), "div"),
    **{"del": "s", "strike": "s", "ins": "u"},
}
_VOID = ("br", "hr")
_NO_TEXT = """
script style noscript template svg math iframe object embed head title select button textarea canvas video audio nav
"""
_DROPPED = set(_NO_TEXT.split())
_DROPPED_VOID = {"embed"}
_INLINE = {"b", "strong", "i", "em", "u", "s", "sub", "sup", "small", "code"}
# opening one of these closes an open one of those, up to the enclosing list, row or table
_CLOSES = {
    "li": ({"li"}, {"ul", "ol"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "tr": ({"tr"}, {"table"}),
}
_DEEPEST = 120  # a page that nests deeper is flattened there


@dataclass(slots=True)
class Token:
    """`kind` is ``open``, ``close``, ``void`` or ``text``; `value` the tag or the text; `lines` the source lines
    (from 0, half open) that a Markdown block comes from."""

    kind: str
    value: str
    attributes: str = ""
    lines: tuple[int, int] | None = None


@dataclass(slots=True)
class _Builder:
    tokens: list[Token] = field(default_factory=list)
    stack: list[str] = field(default_factory=list)

    def close_to(self, depth: int) -> None:
        while len(self.stack) > depth:
            self.tokens.append(Token("close", self.stack.pop()))

    def open(self, tag: str, attributes: str, lines: tuple[int, int] | None) -> None:
        if tag not in _INLINE:
            if "p" in self.stack:
                self.close_to(self.stack.index("p"))
            closes, bounds = _CLOSES.get(tag, (set(), set()))
            for depth in range(len(self.stack) - 1, -1, -1):
                if self.stack[depth] in bounds:
                    break
                if self.stack[depth] in closes:
                    self.close_to(depth)
                    break
        if len(self.stack) < _DEEPEST:
            self.stack.append(tag)
            self.tokens.append(Token("open", tag, attributes, lines))

    def close(self, tag: str) -> None:
        if tag in self.stack:
            self.close_to(len(self.stack) - 1 - self.stack[::-1].index(tag))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = _Builder()
        self.dropped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            if tag not in _DROPPED_VOID:
                self.dropped.append(tag)
        elif self.dropped:
            return
        elif tag in _VOID:
            self.builder.tokens.append(Token("void", tag))
        elif tag in _KEPT:
            given = dict(attrs)
            spans = "".join(
                f' {name}="{min(int(value), 1000)}"'
                for name in ("colspan", "rowspan")
                if tag in ("td", "th") and (value := given.get(name) or "").isdecimal()
            )
            start, _, end = (given.get("data-lines") or "").partition("-")
            lines = (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
            self.builder.open(_KEPT[tag], spans, lines)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.dropped:
            while self.dropped.pop() != tag:
                pass
        elif not self.dropped and tag in _KEPT:
            self.builder.close(_KEPT[tag])

    def handle_data(self, data: str) -> None:
        if not self.dropped:
            self.builder.tokens.append(Token("text", data))


def from_html(markup: str) -> list[Token]:
    """Tokens of a web page or a part of one. Any string is accepted."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    reader.builder.close_to(0)
    return reader.builder.tokens


def from_markdown(text: str) -> list[Token]:
    """Tokens of a Markdown text (CommonMark and tables; HTML in it stays text; a line end stays a line end)."""
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable("table")
    blocks = reader.parse(text)
    for block in blocks:
        if block.map and block.nesting >= 0 and block.type != "inline":
            block.attrSet("data-lines", f"{block.map[0]}-{block.map[1]}")
    return from_html(reader.renderer.render(blocks, reader.options, {}))


def from_plain(text: str) -> list[Token]:
    """Tokens of a plain text: a paragraph a line, empty lines left out."""
    tokens = []
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            tokens += [Token("open", "p", lines=(number, number + 1)), Token("text", line), Token("close", "p")]
    return tokens
