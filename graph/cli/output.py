"""All that the command prints: results to stdout as table, JSON, JSON Lines or CSV, or to a file, whole or not at all;
messages to stderr.

What is printed comes out of documents and names of files that anybody may have made. Each line goes through `shown`, so
that no text can move the cursor, recolour, or look like a line of ours; where data is asked for (JSON, CSV to a file or
a pipe) it stays what it is.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from graph.cli.waiting import before_message, before_output

if TYPE_CHECKING:
    from graph.cli.workbooks import Linked

Row = dict[str, Any]

# What a terminal obeys or hides: controls (C0, DEL, C1), ends of lines and paragraphs, marks and overrides of the
# direction of writing (Unicode Bidi_Control), what annotates and tags, and lone surrogates, which no encoding carries.
_OBEYED = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ud800-\udfff]"
)
_IN_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")


def shown(text: str) -> str:
    """`text` as a part of one line that only shows: what a terminal would obey is written as in Python (``\\x1b``)."""
    return text if text.isascii() and text.isprintable() else _OBEYED.sub(lambda found: _escape(found[0]), text)


@cache
def _escape(sign: str) -> str:
    if sign == "\t":
        return " "
    code = ord(sign)
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file's name that is not UTF-8
        return f"\\x{code - 0xDC00:02x}"
    return repr(sign)[1:-1] if not sign.isprintable() else f"\\u{code:04x}"


class _Language:
    """In which language messages are told: that of ``--lang``, else of ``LUOCDO_LANG``."""

    english = False


def use_language(arguments: Sequence[str]) -> None:
    """Tell messages in the language that these arguments (or the environment) ask for."""
    asked = os.environ.get("LUOCDO_LANG", "")
    for at, argument in enumerate(arguments):
        if argument == "--lang":
            asked = arguments[at + 1] if at + 1 < len(arguments) else asked
        elif argument.startswith("--lang="):
            asked = argument.removeprefix("--lang=")
    _Language.english = asked == "en"


def in_english() -> bool:
    """Whether messages are told in English."""
    return _Language.english


def told(text: str) -> str:
    """A message in the language that was asked for."""
    if not _Language.english:
        return text
    from graph.messages import english

    return english(text)


def say(line: str = "") -> None:
    """One line on stdout."""
    before_output()
    print(shown(line))


def flow(line: str, *, hang: int = 0) -> None:
    """A running text on stdout, in lines as wide as the terminal (`_width`). What follows the first line is indented as
    the text is, behind its bullet, and by `hang` more. Words stay whole, also one that is wider than a line (an
    identifier, an address), so that it can be copied."""
    import textwrap

    line = shown(line)
    start = _START.match(line)
    indent = " " * ((start.end() if start else 0) + hang)
    before_output()
    for part in textwrap.wrap(
        line,
        _width(),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    ):
        print(part)


_START = re.compile(r" *(?:[•→!#] )?")


def _width() -> int:
    """Signs in a line: as many as the terminal has, or COLUMNS says; 80 where stdout is a pipe or a file."""
    return max(_NARROWEST, _columns(sys.stdout) or 80)


def _columns(stream: Any) -> int:
    """Signs in a line of `stream`, as COLUMNS or its terminal says; 0 where neither does."""
    asked = os.environ.get("COLUMNS", "")
    columns = int(asked[:6]) if asked.isascii() and asked.isdigit() else 0
    if not columns and stream.isatty():
        with contextlib.suppress(OSError, ValueError):
            columns = os.get_terminal_size(stream.fileno()).columns
    return columns


_NARROWEST = 20  # signs: a terminal that says less does not know


def message(text: str, *, name: str = "luocdo: ") -> None:
    """A line on stderr, in the language that was asked for. A terminal has it in lines as wide as it is, broken between
    words; a file or a program gets one line."""
    import textwrap

    before_message()
    line = name + shown(told(text))
    if sys.stderr.isatty():
        width = max(_NARROWEST, _columns(sys.stderr) or 80)
        line = textwrap.fill(
            line, width, subsequent_indent=" " * len(name), break_long_words=False, break_on_hyphens=False
        )
    print(line, file=sys.stderr)


def one_line(text: str) -> str:
    """`text` with its blanks and ends of lines as single blanks."""
    return " ".join(text.split())


def sentence(text: str) -> str:
    """A sentence of a source as people read it: on one line, without the signs of the source's format."""
    from graph.formatting import words

    return one_line(words(text))


def show(
    rows: Iterable[Row],
    format: str,
    columns: Sequence[tuple[str, str]],
    *,
    table: Sequence[tuple[str, str]] | None = None,
    linked: Linked | None = None,
    at_once: bool = False,
) -> int:
    """Print rows; how many there were. `columns` are key and heading of what CSV and a table show (`table`: other
    columns for the table): a text is one line, a tuple of texts has a line for each; JSON has the key ``data`` of each
    row where it has one, else the whole row. ``excel`` is CSV with a byte order mark, ``xlsx`` a workbook, in which
    `linked` cells lead to documents. `at_once`: lines of JSON are handed on as they are made, to a reader that
    waits for them."""
    if format == "json":
        return _json(rows)
    if format == "jsonl":
        return _json_lines(rows, at_once)
    if format in ("csv", "excel"):
        return _csv(rows, columns, mark=format == "excel")
    if format == "xlsx":
        from graph.cli.workbooks import write

        return write(rows, columns, linked)
    return _table(rows, columns if table is None else table)


def show_value(value: Any) -> None:
    """One JSON value."""
    import json

    before_output()

    print(_json_text(json.dumps(value, ensure_ascii=False, indent=2)))


def _data(row: Row) -> Any:
    return row.get("data", row)


def _json(rows: Iterable[Row]) -> int:
    import json

    count = 0
    for row in rows:
        text = _json_text(json.dumps(_data(row), ensure_ascii=False, indent=2))
        before_output()
        print("[" if count == 0 else ",", flush=False)
        print(text, end="")
        count += 1
    before_output()
    print("\n]" if count else "[]")
    return count


def _json_lines(rows: Iterable[Row], at_once: bool) -> int:
    import json

    count = 0
    for row in rows:
        before_output()
        print(_json_text(json.dumps(_data(row), ensure_ascii=False)), flush=at_once)
        count += 1
    return count


def _json_text(text: str) -> str:
    """The same JSON with the signs that a terminal obeys as escapes."""
    return text if text.isascii() else _IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _csv(rows: Iterable[Row], columns: Sequence[tuple[str, str]], *, mark: bool) -> int:
    import csv

    count = 0
    listed = iter(rows)
    first = next(listed, None)  # which may take its time
    before_output()
    if mark:
        sys.stdout.write("\ufeff")
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([key for key, _ in columns])
    for row in listed if first is None else chain([first], listed):
        writer.writerow([_cell(row.get(key)) for key, _ in columns])
        count += 1
    return count


def _cell(value: Any) -> str:
    """A value on one line; a spreadsheet must not take a text for a formula."""
    from graph.export.escapes import cell

    lines = value if isinstance(value, tuple) else str("" if value is None else value).splitlines()
    text = " | ".join(one_line(line) for line in lines)
    return cell(shown(text) if sys.stdout.isatty() else text)


def _lines(value: Any) -> list[str]:
    """The lines of a cell of a table."""
    lines = value if isinstance(value, tuple) else ("" if value is None else str(value),)
    return [shown(" ".join(line.splitlines())) for line in lines]


def _table(rows: Iterable[Row], columns: Sequence[tuple[str, str]]) -> int:
    listed = [[_lines(row.get(key)) for key, _ in columns] for row in rows]
    before_output()
    if not listed:
        return 0
    headings = [heading for _, heading in columns]
    if sys.stdout.isatty():
        _rich_table(listed, headings)
    else:
        _plain_table(listed, headings)
    return len(listed)


def _rich_table(rows: list[list[list[str]]], headings: list[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tall = any(len(cell) > 1 or len(cell[0]) > 60 for row in rows for cell in row)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, leading=int(tall))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text("\n".join(cell)) for cell in row))
    Console().print(table)


def _plain_table(rows: list[list[list[str]]], headings: list[str]) -> None:
    """The same table without rich, whose import takes longer than a question: for pipes and files."""
    whole = max(60, _width())
    top = [[heading] for heading in headings]
    widths = _widths([top, *rows], whole - 2 * (len(headings) - 1))
    rule = [["─" * width] for width in widths]
    wrapped_before = False
    for number, line in enumerate([top, rule, *rows]):
        cells = [
            [part for text in cell for part in _wrapped(text, width)] for cell, width in zip(line, widths, strict=True)
        ]
        height = max(map(len, cells))
        if number > 2 and (wrapped_before or height > 1):
            print()
        wrapped_before = height > 1
        for at in range(height):
            parts = (cell[at] if at < len(cell) else "" for cell in cells)
            print("  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip())


@lru_cache(maxsize=256)  # a sentence stands beside each document that it names
def _wrapped(text: str, width: int) -> Sequence[str]:
    """The text in lines of at most this width, one where it is empty."""
    if len(text) <= width and text.isprintable() and not text.endswith(" "):
        return (text,)
    import textwrap

    return textwrap.wrap(text, width) or ("",)


def _widths(lines: list[list[list[str]]], room: int) -> list[int]:
    """The width of each column: what it needs, the widest ones less until all fit."""
    need = [max(len(part) for line in lines for part in line[i]) for i in range(len(lines[0]))]
    limit = max(need)
    while limit > 10 and sum(min(width, limit) for width in need) > room:
        limit -= 1
    return [min(width, limit) for width in need]


@contextlib.contextmanager
def whole_file(path: str | Path) -> Iterator[IO[bytes]]:
    """A binary file that appears at `path` when everything is written, or not at all; ``-`` is stdout."""
    if str(path) == "-":
        if sys.stdout.isatty():
            with _Shown() as lines:
                yield lines
                before_output()
        else:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        return
    from graph.export.files import whole_file as whole

    with whole(path) as stream:
        yield stream


class _Shown(BytesIO):
    """What is written to a terminal line by line, with nothing in it that the terminal obeys."""

    def close(self) -> None:
        if not self.closed:
            for line in self.getvalue().decode("utf-8", "replace").splitlines():
                say(line)
        super().close()


@contextlib.contextmanager
def stdout_to(path: str, inputs: Iterable[str | os.PathLike[str]]) -> Iterator[None]:
    """What is printed meanwhile goes to the file at `path`, whole or not at all, unless that is ``-``. LuocdoError
    where it is one of `inputs`, or a graph."""
    if path == "-":
        yield
        return
    from io import TextIOWrapper

    from graph.export.files import refuse_inputs

    refuse_inputs(path, inputs)
    with whole_file(path) as stream:
        text = TextIOWrapper(stream, "utf-8", errors="backslashreplace", newline="", write_through=True)
        try:
            with contextlib.redirect_stdout(text):
                yield
        finally:
            text.detach()  # the file is closed by whoever opened it
