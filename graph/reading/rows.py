"""Tables with a column of text: JSON Lines and Parquet. Each row is a document, ``file.jsonl#12`` counted from 1."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from graph.errors import LuocdoError
from graph.model import Source
from graph.normalise import fold
from graph.reading.files import check_regular, size_text, unchanged
from graph.reading.options import Options
from graph.reading.outcome import Failed
from graph.reading.package import needed

# Names of text columns seen in published collections, the surest first
TEXT_COLUMNS = (
    "text", "noi dung", "noi dung van ban", "toan van", "content", "full text", "fulltext", "body", "van ban",
    "markdown", "document", "passage",
)  # fmt: skip
_MOST_METADATA = 300  # characters of another column kept with the document
_BATCH = 64  # rows of a Parquet file in memory at once


def jsonl_members(where: Path | bytes, name: str, options: Options) -> Iterator[Source | Failed]:
    """The rows of a JSON Lines file; a broken line is a `Failed` of its own."""
    before = check_regular(where) if isinstance(where, Path) else None
    column: str | None = options.text_column
    with where.open("rb") if isinstance(where, Path) else io.BytesIO(where) as stream:
        number = 0
        while line := stream.readline(options.max_text_bytes + 1):
            number += 1
            label = f"{name}#{number}"
            if len(line) > options.max_text_bytes:
                yield Failed(label, f"{label}: dòng quá dài (giới hạn {size_text(options.max_text_bytes)})")
                return
            if not line.strip():
                continue
            try:
                row = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
            except (ValueError, RecursionError):
                yield Failed(label, f"{label}: không phải JSON hợp lệ")
                continue
            if not isinstance(row, dict):
                yield Failed(label, f"{label}: không phải đối tượng JSON")
                continue
            column = column or text_column(row, name)
            yield _row(row, column, label, "jsonl")
    if before is not None and isinstance(where, Path) and not unchanged(before, where.stat()):
        raise LuocdoError(f"{name}: tệp đang thay đổi trong khi đọc, hãy thử lại khi tệp đã ghi xong")


def parquet_members(where: Path | bytes, name: str, options: Options) -> Iterator[Source | Failed]:
    """The rows of a Parquet file, a few at a time."""
    parquet = needed("pyarrow.parquet", "parquet", name)
    try:
        table = parquet.ParquetFile(where if isinstance(where, Path) else io.BytesIO(where))
        names = [field.name for field in table.schema_arrow]
        strings = [field.name for field in table.schema_arrow if str(field.type) in ("string", "large_string")]
        column = options.text_column or text_column(dict.fromkeys(strings, ""), name)
        if column not in names:
            raise LuocdoError(f"{name}: không có cột {column} (có: {', '.join(names[:12])})")
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH):
            for row in batch.to_pylist():
                number += 1
                yield _row(row, column, f"{name}#{number}", "parquet")
    except LuocdoError:
        raise
    except Exception as error:  # pyarrow has its own tree of errors
        raise LuocdoError(f"{name}: tệp Parquet hỏng ({str(error).splitlines()[0][:80]})") from None


def text_column(row: Mapping[str, Any], name: str) -> str:
    """The column that holds the text: by its name, else the only one of strings. LuocdoError where neither tells."""
    by_name = {fold(key.replace("_", " ")): key for key in row}
    for known in TEXT_COLUMNS:
        if known in by_name:
            return by_name[known]
    strings = [key for key, value in row.items() if isinstance(value, str)]
    if len(strings) == 1:
        return strings[0]
    columns = ", ".join(list(row)[:12])
    raise LuocdoError(f"{name}: không biết cột nào chứa văn bản (có: {columns}); hãy chỉ ra bằng --text-column")


def _row(row: Mapping[str, Any], column: str, label: str, kind: str) -> Source | Failed:
    text = row.get(column)
    if not isinstance(text, str) or not text.strip():
        return Failed(label, f"{label}: cột {column} trống")
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # lone surrogates are no text
    metadata = {
        str(key): str(value)
        for key, value in row.items()
        if key != column and isinstance(value, (str, int, float)) and len(str(value)) <= _MOST_METADATA
    }
    return Source(label, text, kind, metadata)
