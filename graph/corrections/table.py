"""The file of corrections: a CSV as Excel writes and keeps it. Read whole; a new row is written behind the others, in
the file's own encoding, separator, quoting and ends of lines, and nothing else in it changes."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.corrections.rows import COLUMNS, Correction, Unclear, columns_of, read_row, word
from graph.errors import LuocdoError
from graph.export.files import whole_file
from graph.reading.encodings import decode
from graph.reading.files import display_name, read_whole

FILE = "corrections.csv"
_SIGNS = ";,\t|"
_MOST_BYTES = 32 << 20
_MOST_FIELD = 1 << 20


@dataclass(slots=True)
class Table:
    """What a file says: corrections by the number of their row (as Excel counts, the heads are row 1), and the rows
    that are none, each with the reason."""

    rows: dict[int, Correction] = field(default_factory=dict)
    wrong: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a file is written."""

    text: str
    encoding: str
    mark: bytes
    sign: str
    end: str
    records: tuple[tuple[str, ...], ...]
    head: int  # the place of the head row among the records
    columns: dict[str, int]


def read(path: Path) -> Table:
    """The corrections in the file. LuocdoError where it cannot be read or has no heads."""
    shape = _shape(path)
    table = Table()
    for number, record in enumerate(shape.records[shape.head + 1 :], start=shape.head + 2):
        cells = {name: record[place] for name, place in shape.columns.items() if place < len(record)}
        if not any(cell.strip() for cell in record) or (record and record[0].lstrip().startswith("#")):
            continue
        try:
            table.rows[number] = read_row(cells)
        except Unclear as error:
            table.wrong[number] = str(error)
    return table


def append(path: Path, cells: dict[str, str]) -> int:
    """Write a row (by `COLUMNS`) behind the others, or a new file with it; its number."""
    if not path.exists() or not path.stat().st_size:
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
        writer.writerow([word("head", name) for name in COLUMNS])
        writer.writerow([cells.get(name, "") for name in COLUMNS])
        with whole_file(path) as stream:
            stream.write(b"\xef\xbb\xbf" + out.getvalue().encode())
        return 2
    shape = _shape(path)
    missing = [name for name in COLUMNS if cells.get(name) and name not in shape.columns]
    if missing:
        heads = ", ".join(word("head", name) for name in missing)
        raise LuocdoError(f"{display_name(path)}: không có cột {heads}")
    width = max(len(shape.records[shape.head]), *(place + 1 for place in shape.columns.values()))
    record = [""] * width
    for name, place in shape.columns.items():
        record[place] = cells.get(name, "")
    out = io.StringIO(newline="")
    quoted = _is_all_quoted(shape.text)
    csv.writer(
        out, delimiter=shape.sign, lineterminator=shape.end, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    ).writerow(record)
    gap = "" if shape.text.endswith(("\n", "\r")) else shape.end
    try:
        more = (gap + out.getvalue()).encode(shape.encoding)
    except (UnicodeEncodeError, LookupError):
        raise LuocdoError(
            f"{display_name(path)}: bảng mã {shape.encoding} của tệp không ghi được chữ này; hãy lưu lại là CSV UTF-8"
        ) from None
    before = read_whole(path, _MOST_BYTES)
    with whole_file(path) as stream:
        stream.write(before + more)
    return len(shape.records) + 1


def _shape(path: Path) -> _Shape:
    name = display_name(path)
    data = read_whole(path, _MOST_BYTES)
    text, encoding = decode(data, name)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix("\ufeff")
    lines = text.splitlines()
    first = lines[0] if lines else ""
    told = first[4:5] if first.lower().startswith("sep=") else ""
    for sign in told or _SIGNS:
        records = _records(text, sign, name)
        for place, record in enumerate(records[:5]):
            if columns := columns_of(record):
                end = "\r\n" if "\r\n" in text else "\n"
                codec = {"utf-16": "utf-16-le", "utf-8-sig": "utf-8"}.get(encoding, encoding)
                if encoding == "utf-16" and data.startswith(b"\xfe\xff"):
                    codec = "utf-16-be"
                return _Shape(text, codec, mark.encode(), sign, end, records, place, columns)
    raise LuocdoError(f"{name}: không có dòng tên cột (cần: {'; '.join(word('head', column) for column in COLUMNS)})")


def _records(text: str, sign: str, name: str) -> tuple[tuple[str, ...], ...]:
    previous = csv.field_size_limit(_MOST_FIELD)
    try:
        return tuple(map(tuple, csv.reader(io.StringIO(text, newline=""), delimiter=sign)))
    except csv.Error as error:
        raise LuocdoError(f"{name}: CSV hỏng ({error})") from None
    finally:
        csv.field_size_limit(previous)


def _is_all_quoted(text: str) -> bool:
    """Whether the file's writer sets every cell in quotation marks."""
    lines: Sequence[str] = [line for line in text.splitlines() if line]
    return bool(lines) and all(line.startswith('"') and line.endswith('"') for line in lines[:50])
