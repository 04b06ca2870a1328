"""Rows of a register: CSV (comma, semicolon or tab), JSON (an array of objects) or JSON Lines."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.errors import LuocdoError
from graph.reading import DEFAULT, Options, display_name
from graph.reading.encodings import decode
from graph.reading.files import read_whole

Row = Mapping[str, Any]
_LONGEST_HEAD = 5_000  # characters of a line of column names
_LINE_BYTES = 4 * _LONGEST_HEAD
_OBJECT_BYTES = 65_536  # of the first row of a JSON file
_FIRST_LINE = re.compile(rb"[^\r\n]{0,%d}(?=[\r\n]|\Z)" % _LINE_BYTES)
_MOST_VALUES = 8_000_000  # of a register in JSON: each takes some 60 bytes of memory, however short
_MOST_LINES = 2_000_000
_MOST_FIELD = 1 << 20  # characters of one CSV field


def read_rows(path: Path, options: Options = DEFAULT) -> list[Row]:
    """All rows in the file's order. LuocdoError (one line) where it is no table of named columns."""
    name = display_name(path)
    text = decode(read_whole(path, options.max_text_bytes), name)[0].removeprefix("\ufeff")
    values = text.count("{") + text.count("[") + text.count('"') // 2
    if values > _MOST_VALUES or text.count("\n") > _MOST_LINES:
        raise LuocdoError(f"{name}: danh mục có quá nhiều dòng, hãy chia thành nhiều tệp")
    start = text.lstrip()[:1]
    rows = list(_json_rows(text, name)) if start in "[{" and start else list(_csv_rows(text, name))
    if not rows:
        raise LuocdoError(f"{name}: danh mục không có dòng nào")
    return rows


def columns_of(path: Path) -> tuple[str, ...]:
    """The column names by the beginning of the file, empty where it does not look like a register; cheap."""
    if not path.is_file():  # opening a pipe would wait for its writer
        return ()
    try:
        with path.open("rb") as stream:
            head = stream.read(_LINE_BYTES)
            if head.removeprefix(codecs.BOM_UTF8).lstrip()[:100].decode("utf-8", "ignore").lstrip()[:1] in ("[", "{"):
                return _first_keys((head + stream.read(_OBJECT_BYTES)).decode("utf-8-sig", "ignore"))
    except OSError:
        return ()
    first = _FIRST_LINE.match(head)  # most files are texts: no more of them is decoded than a head may be long
    line = next(iter(first.group().decode("utf-8-sig", "ignore").splitlines()), "") if first else ""
    delimiter = max(",;\t", key=line.count)
    if delimiter not in line or len(line) > _LONGEST_HEAD:
        return ()
    try:
        return tuple(next(csv.reader([line], delimiter=delimiter), ()))
    except csv.Error:
        return ()


def _first_keys(head: str) -> tuple[str, ...]:
    """Keys of the first object of a JSON text of which only the beginning is at hand."""
    try:
        value, _ = json.JSONDecoder().raw_decode(head, head.index("{"))
    except (ValueError, RecursionError):
        return ()
    return tuple(value) if isinstance(value, dict) else ()


def _json_rows(text: str, name: str) -> Iterator[Row]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        value = None
        try:
            value = [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise LuocdoError(f"{name}: không phải JSON hợp lệ") from None
    rows = value if isinstance(value, list) else [value]
    for number, row in enumerate(rows, start=1):
        if not isinstance(row, dict):
            raise LuocdoError(f"{name}: dòng {number} không phải đối tượng JSON")
        yield row


def _csv_rows(text: str, name: str) -> Iterator[Row]:
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    previous = csv.field_size_limit(_MOST_FIELD)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        if not reader.fieldnames or len(reader.fieldnames) < 2:
            raise LuocdoError(f"{name}: không phải bảng CSV có tên cột")
        yield from reader
    except csv.Error as error:
        raise LuocdoError(f"{name}: CSV hỏng ({error})") from None
    finally:
        csv.field_size_limit(previous)
