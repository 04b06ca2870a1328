"""JSON, JSON Lines and Parquet. Each row (or object) is a document, ``file.jsonl#12`` counted from 1: its text is one
of the columns. Rows whose columns are those of a register are read cell by cell."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import IO, Any, Protocol

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading.encodings import decode
from graph.reading.files import check_regular, display_name, read_whole, size_text, unchanged
from graph.reading.html import fragment, is_fragment
from graph.reading.nested import flat
from graph.reading.options import Options
from graph.reading.outcome import Failed
from graph.reading.package import needed
from graph.reading.tables import is_record, row_source, text_column_of

_MOST_METADATA = 300  # characters of another column, and of its name, kept with the document
_MOST_COLUMNS = 300
SPAN_BYTES = 1 << 20  # of a JSON Lines file that is read in stretches
_MOST_VALUES = 8_000_000  # of a JSON file or line: each takes some 60 bytes of memory, however short
_MOST_DEPTH = 4  # of objects around the list of rows
_BATCH = 64  # rows of a Parquet file in memory at once


def jsonl_members(where: Path | bytes, name: str, options: Options) -> Iterator[Source | Failed]:
    """The rows of a JSON Lines file; a broken line is a `Failed` of its own."""
    before = check_regular(where) if isinstance(where, Path) else None
    with where.open("rb") if isinstance(where, Path) else io.BytesIO(where) as stream:
        yield from _json_rows(stream, name, options, None, 1, options.text_column)
    if before is not None and isinstance(where, Path) and not unchanged(before, where.stat()):
        raise LuocdoError(f"{name}: tệp đang thay đổi trong khi đọc, hãy thử lại khi tệp đã ghi xong")


def jsonl_rows(first: bytes, stream: IO[bytes], name: str, options: Options) -> Iterator[Source | Failed]:
    """The rows of a stream of JSON Lines of which the first line is read, each as soon as its line has come."""
    yield from _json_rows(_Begun(first, stream), name, options, None, 1, options.text_column)


class _Begun:
    """A stream of which one line is read."""

    def __init__(self, first: bytes, stream: IO[bytes]) -> None:
        self._first = first
        self._stream = stream

    def readline(self, limit: int) -> bytes:
        first, self._first = self._first, b""
        return first or self._stream.readline(limit)


class _Lines(Protocol):
    def readline(self, limit: int, /) -> bytes: ...


def jsonl_spans(path: Path, options: Options) -> Iterator[tuple[int, int, int, str]]:
    """The file cut at line ends into stretches of about `SPAN_BYTES`: (start, end, number of the first line, text
    column). LuocdoError where the column is not clear."""
    column = options.text_column
    start = position = 0
    number = first = 1
    with path.open("rb") as stream:
        while line := stream.readline(options.max_text_bytes + 1):
            if column is None and line.strip():
                if len(line) > SPAN_BYTES:  # as much as may be parsed where everything is listed
                    raise LuocdoError(f"{display_name(path)}: dòng đầu quá dài")
                try:
                    row = json.loads(line.decode("utf-8-sig"))
                except (ValueError, RecursionError):
                    row = None
                if isinstance(row, dict):
                    column = text_column(row, display_name(path))
            position += len(line)
            number += 1
            if position - start >= SPAN_BYTES and column is not None:
                yield start, position, first, column
                start, first = position, number
    if position > start and column is not None:
        yield start, position, first, column


def jsonl_span(
    path: Path, name: str, options: Options, start: int, end: int, first: int, column: str
) -> Iterator[Source | Failed]:
    """The rows of one stretch."""
    with path.open("rb") as stream:
        stream.seek(start)
        yield from _json_rows(stream, name, options, end - start, first, column)


def _json_rows(
    stream: _Lines, name: str, options: Options, length: int | None, number: int, column: str | None
) -> Iterator[Source | Failed]:
    """Rows from where `stream` stands, for `length` bytes (None: to the end), counted from `number`."""
    done = 0
    number -= 1
    while (length is None or done < length) and (line := stream.readline(options.max_text_bytes + 1)):
        done += len(line)
        number += 1
        label = f"{name}#{number}"
        if len(line) > options.max_text_bytes:
            yield Failed(label, f"{label}: dòng quá dài (giới hạn {size_text(options.max_text_bytes)})")
            while line and not line.endswith(b"\n"):  # the rest of it
                line = stream.readline(options.max_text_bytes + 1)
                done += len(line)
            continue
        if not line.strip():
            continue
        if line.count(b"{") + line.count(b"[") + line.count(b'"') // 2 > _MOST_VALUES:
            yield Failed(label, f"{label}: dòng có quá nhiều giá trị")
            continue
        try:
            row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (ValueError, RecursionError):
            yield Failed(label, f"{label}: không phải JSON hợp lệ")
            continue
        if not isinstance(row, dict):
            yield Failed(label, f"{label}: không phải đối tượng JSON")
            continue
        if column is None and (options.rows or is_record(flat(row))):
            yield row_source(flat(row), label, "jsonl")
            continue
        column = column or text_column(row, name)
        yield _row(row, column, label, "jsonl")


def json_members(where: Path | bytes, name: str, options: Options) -> Iterator[Source | Failed]:
    """The objects of a JSON file: those of its array, of the array that an object holds (``{"data": […]}``), or the one
    object that it is."""
    data = read_whole(where, options.max_text_bytes) if isinstance(where, Path) else where
    for number, row in enumerate(json_rows(decode(data, name)[0].removeprefix("\ufeff"), name), start=1):
        label = f"{name}#{number}"
        if not isinstance(row, dict):
            yield Failed(label, f"{label}: không phải đối tượng JSON")
        elif options.text_column is None and (options.rows or is_record(flat(row))):
            yield row_source(flat(row), label, "json")
        else:
            yield _row(row, options.text_column or text_column(row, name), label, "json")


def json_rows(text: str, name: str) -> list[Any]:
    """The rows of a JSON text. LuocdoError where it is none."""
    values = text.count("{") + text.count("[") + text.count('"') // 2
    if values > _MOST_VALUES:
        raise LuocdoError(f"{name}: danh mục có quá nhiều dòng, hãy chia thành nhiều tệp")
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        try:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            raise LuocdoError(f"{name}: không phải JSON hợp lệ") from None
    for _ in range(_MOST_DEPTH):
        if not isinstance(value, dict) or text_column_of(value) is not None or is_record(flat(value)):
            break
        found = _rows_in(value)
        inner = [v for v in value.values() if isinstance(v, dict)]
        if found is not None:
            value = found
        elif len(inner) == 1 and not any(isinstance(v, str) for v in value.values()):
            value = inner[0]
        else:
            break
    return value if isinstance(value, list) else [value]


def _rows_in(value: Mapping[str, Any]) -> list[Any] | None:
    """The list of objects that an answer of some server holds (``{"status": "ok", "result": {"items": […]}}``): the
    only one, or of several the only one whose objects are documents."""
    lists = list(_lists(value, _MOST_DEPTH))
    if len(lists) > 1:
        rows = [(listed, flat(listed[0])) for listed in lists]
        lists = [listed for listed, row in rows if is_record(row) or text_column_of(row) is not None]
    return lists[0] if len(lists) == 1 else None


def _lists(value: Mapping[str, Any], depth: int) -> Iterator[list[Any]]:
    for inner in value.values():
        if isinstance(inner, list) and inner and all(isinstance(row, dict) for row in inner):
            yield inner
        elif isinstance(inner, dict) and depth > 1:
            yield from _lists(inner, depth - 1)


def parquet_members(where: Path | bytes, name: str, options: Options) -> Iterator[Source | Failed]:
    """The rows of a Parquet file, a few at a time."""
    table = _parquet(where, name)
    if options.text_column is None and _is_parquet_register(table, options):
        for number, cells in enumerate(_parquet_values(table, name, list(range(table.num_row_groups))), start=1):
            yield row_source(cells, f"{name}#{number}", "parquet")
        return
    column = _parquet_column(table, name, options)
    size = where.stat().st_size if isinstance(where, Path) else len(where)
    most = max(options.max_text_bytes, options.max_ratio * size)
    for row in _parquet_rows(table, name, list(range(table.num_row_groups)), 1, column):
        most -= len(row.text) if isinstance(row, Source) else 0
        if most < 0:  # equal values are stored once, and may be millions
            yield Failed(name, f"{name}: nén bất thường (bom nén?), dừng tại đây")
            return
        yield row


def parquet_spans(path: Path, options: Options) -> Iterator[tuple[int, int, int, str]]:
    """One stretch for each row group: (group, next group, number of its first row, text column)."""
    name = display_name(path)
    table = _parquet(path, name)
    column = _parquet_column(table, name, options)
    first = 1
    for group in range(table.num_row_groups):
        yield group, group + 1, first, column
        first += table.metadata.row_group(group).num_rows


def parquet_span(
    path: Path, name: str, options: Options, start: int, end: int, first: int, column: str
) -> Iterator[Source | Failed]:
    """The rows of some row groups."""
    yield from _parquet_rows(_parquet(path, name), name, list(range(start, end)), first, column)


def _parquet(where: Path | bytes, name: str) -> Any:
    parquet = needed("pyarrow.parquet", "parquet", name)
    try:
        return parquet.ParquetFile(where if isinstance(where, Path) else io.BytesIO(where))
    except Exception as error:  # pyarrow has its own tree of errors
        raise _broken(name, error) from None


def _parquet_column(table: Any, name: str, options: Options) -> str:
    fields = list(table.schema_arrow)
    strings = [field.name for field in fields if str(field.type) in ("string", "large_string")]
    column = options.text_column or text_column(dict.fromkeys(strings, ""), name)
    if column not in [field.name for field in fields]:
        raise LuocdoError(f"{name}: không có cột {column} (có: {', '.join(field.name[:40] for field in fields[:12])})")
    return column


def _is_parquet_register(table: Any, options: Options) -> bool:
    """By the names of the columns and the first row."""
    row = next(iter(_parquet_values(table, "", [0] if table.num_row_groups else [])), None)
    return row is not None and (options.rows or is_record(row))


def _parquet_rows(table: Any, name: str, groups: list[int], first: int, column: str) -> Iterator[Source | Failed]:
    for number, row in enumerate(_parquet_values(table, name, groups), start=first):
        yield _row(row, column, f"{name}#{number}", "parquet")


def _parquet_values(table: Any, name: str, groups: list[int]) -> Iterator[dict[str, Any]]:
    try:
        for batch in table.iter_batches(batch_size=_BATCH, row_groups=groups):
            yield from batch.to_pylist()
    except Exception as error:
        raise _broken(name, error) from None


def _broken(name: str, error: Exception) -> LuocdoError:
    detail = (str(error).splitlines() or [type(error).__name__])[0][:80]
    return LuocdoError(f"{name}: tệp Parquet hỏng ({detail})")


def text_column(row: Mapping[str, Any], name: str) -> str:
    """The column that holds the text: by its name, else the only one of strings. LuocdoError where neither tells."""
    known = text_column_of(row)
    if known is not None:
        return known
    strings = [key for key, value in row.items() if isinstance(value, str)]
    if len(strings) == 1:
        return strings[0]
    columns = ", ".join(key[:40] for key in list(row)[:12])
    raise LuocdoError(f"{name}: không biết cột nào chứa văn bản (có: {columns}); hãy chỉ ra bằng --text-column")


def _row(row: Mapping[str, Any], column: str, label: str, kind: str) -> Source | Failed:
    text = row.get(column)
    if not isinstance(text, str) or not text.strip():
        return Failed(label, f"{label}: cột {column} trống")
    if is_fragment(text):
        try:
            text = fragment(text, label)
        except LuocdoError as error:
            return Failed(label, str(error))
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # lone surrogates are no text
    metadata = {
        str(key): str(value)
        for key, value in islice(row.items(), _MOST_COLUMNS)
        if key != column and isinstance(value, (str, int, float)) and _is_short(key) and _is_short(value)
    }
    return Source(label, text, kind, metadata)


def _is_short(value: object) -> bool:
    return len(str(value)) <= _MOST_METADATA
