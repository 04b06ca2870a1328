"""Results to stdout as table, JSON, JSON Lines or CSV; messages to stderr; files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from graph.errors import LuocdoError

Row = dict[str, Any]


def message(text: str) -> None:
    """One line on stderr."""
    print(f"luocdo: {text}", file=sys.stderr)


def system_reason(error: OSError) -> str:
    """Why the system refused, in Vietnamese where people meet it often."""
    import errno

    known = {
        errno.ENOSPC: "hết chỗ trên đĩa",
        errno.EDQUOT: "hết hạn mức đĩa",
        errno.EACCES: "không có quyền",
        errno.EPERM: "không có quyền",
        errno.EROFS: "nơi này chỉ đọc, không ghi được",
        errno.ENOENT: "không có tệp hoặc thư mục này",
        errno.EISDIR: "là thư mục",
        errno.ENOTDIR: "không phải thư mục",
        errno.EMFILE: "mở quá nhiều tệp",
    }
    return known.get(error.errno or 0, error.strerror or str(error))


def show(
    rows: Iterable[Row],
    format: str,
    columns: Sequence[tuple[str, str]],
    *,
    table: Sequence[tuple[str, str]] | None = None,
) -> int:
    """Print rows; how many there were. `columns` are key and heading of what CSV and a table show (`table`: other
    columns for the table), as text; JSON has the key ``data`` of each row where it has one, else the whole row."""
    if format == "json":
        return _json(rows)
    if format == "jsonl":
        return _lines(rows)
    if format == "csv":
        return _csv(rows, columns)
    return _table(rows, columns if table is None else table)


def _data(row: Row) -> Any:
    return row.get("data", row)


def _json(rows: Iterable[Row]) -> int:
    import json

    count = 0
    for row in rows:
        text = json.dumps(_data(row), ensure_ascii=False, indent=2)
        print("[" if count == 0 else ",", flush=False)
        print(text, end="")
        count += 1
    print("\n]" if count else "[]")
    return count


def _lines(rows: Iterable[Row]) -> int:
    import json

    count = 0
    for row in rows:
        print(json.dumps(_data(row), ensure_ascii=False))
        count += 1
    return count


def _csv(rows: Iterable[Row], columns: Sequence[tuple[str, str]]) -> int:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([key for key, _ in columns])
    count = 0
    for row in rows:
        writer.writerow([_cell(row.get(key)) for key, _ in columns])
        count += 1
    return count


def _cell(value: Any) -> str:
    """A value on one line; a spreadsheet must not take a text for a formula."""
    lines = str("" if value is None else value).splitlines()
    text = " | ".join(" ".join(line.split()) for line in lines)
    return f"'{text}" if text[:1] in ("=", "+", "@") else text


def _table(rows: Iterable[Row], columns: Sequence[tuple[str, str]]) -> int:
    listed = [[str("" if row.get(key) is None else row[key]) for key, _ in columns] for row in rows]
    if not listed:
        return 0
    headings = [heading for _, heading in columns]
    if sys.stdout.isatty():
        _rich_table(listed, headings)
    else:
        _plain_table(listed, headings)
    return len(listed)


def _rich_table(rows: list[list[str]], headings: list[str]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tall = any("\n" in cell or len(cell) > 60 for row in rows for cell in row)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, leading=int(tall))
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def _plain_table(rows: list[list[str]], headings: list[str]) -> None:
    """The same table without rich, whose import takes longer than a question: for pipes and files."""
    import textwrap

    whole = max(60, int(os.environ.get("COLUMNS", "0") or 0) or 120)
    widths = _widths([headings, *rows], whole - 2 * (len(headings) - 1))
    rule = ["─" * width for width in widths]
    wrapped_before = False
    for number, line in enumerate([headings, rule, *rows]):
        cells = [
            [part for text in cell.splitlines() or [""] for part in textwrap.wrap(text, width) or [""]]
            for cell, width in zip(line, widths, strict=True)
        ]
        height = max(map(len, cells))
        if number > 2 and (wrapped_before or height > 1):
            print()
        wrapped_before = height > 1
        for at in range(height):
            parts = (cell[at] if at < len(cell) else "" for cell in cells)
            print("  ".join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip())


def _widths(lines: list[list[str]], room: int) -> list[int]:
    """The width of each column: what it needs, the widest ones less until all fit."""
    need = [max(len(part) for line in lines for part in line[i].splitlines() or [""]) for i in range(len(lines[0]))]
    limit = max(need)
    while limit > 10 and sum(min(width, limit) for width in need) > room:
        limit -= 1
    return [min(width, limit) for width in need]


@contextlib.contextmanager
def whole_file(path: str | Path) -> Iterator[IO[bytes]]:
    """A binary file that appears at `path` when everything is written, or not at all; ``-`` is stdout."""
    if str(path) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    import tempfile

    target = Path(path)
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:80]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            yield stream
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, target)
    except OSError as error:
        raise LuocdoError(f"{target}: không ghi được ({system_reason(error)})") from None
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
