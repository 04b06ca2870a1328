"""Spreadsheets (.xlsx, .xlsb, .xls, .ods): every sheet, each row a `Source` called ``file.xlsx#Sheet!12`` with the
number of the row as the program shows it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading.files import read_whole, size_text
from graph.reading.options import MIB, Options
from graph.reading.outcome import Failed
from graph.reading.package import needed
from graph.reading.tables import is_long, row_source, rows_of, text_column_of

_MOST_CELLS = 20_000_000  # of one sheet, empty ones among them: each takes memory


def members(where: Path | bytes, name: str, options: Options) -> Iterator[Source | Failed]:
    """The rows of every sheet that is seen; a sheet that cannot be read is a `Failed` of its own."""
    calamine = needed("python_calamine", "formats", name)
    data = read_whole(where, options.max_file_bytes) if isinstance(where, Path) else where
    _check(data, name, options)
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except Exception as error:  # calamine has a tree of errors of its own for each format
        if "assword" in str(error):
            raise LuocdoError(f"{name}: có mật khẩu, không đọc được") from None
        raise LuocdoError(f"{name}: bảng tính hỏng ({_detail(error)})") from None
    seen = [str(sheet.name) for sheet in book.sheets_metadata if _is_table(sheet)]
    for title in seen:
        try:
            sheet = book.get_sheet_by_name(title)
            if sheet.end is None:
                continue
            if (sheet.end[0] + 1) * (sheet.end[1] + 1) > _MOST_CELLS:
                yield Failed(f"{name}#{title}", f"{name}#{title}: trang tính quá lớn")
                continue
            lines = sheet.to_python(skip_empty_area=False)
        except Exception as error:
            yield Failed(f"{name}#{title}", f"{name}#{title}: trang tính hỏng ({_detail(error)})")
            continue
        _fill_down(lines, sheet.merged_cell_ranges or ())
        for row in rows_of(lines):
            label = f"{name}#{title}!{row.number}"
            column = options.text_column or text_column_of(row.cells)
            text = row.cells.get(column) if column is not None else None
            if column is not None and isinstance(text, str) and (options.text_column or is_long(text)):
                yield Source(label, text, "sheet", {k: str(v) for k, v in row.cells.items() if k != column and v})
            else:
                yield row_source(row.cells, label, "sheet", row.caption)


def _fill_down(lines: list[list[object]], merged: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """What stands in a cell over several rows holds of each of them."""
    for (top, left), (bottom, _) in merged:
        for line in lines[top + 1 : bottom + 1]:
            if left < len(line) and left < len(lines[top]):
                line[left] = lines[top][left]


def _is_table(sheet: Any) -> bool:
    """Whether a sheet has cells and is shown: charts and macros have none, what is hidden its author took out."""
    return str(sheet.typ).endswith("WorkSheet") and str(sheet.visible).endswith("Visible")


def _check(data: bytes, name: str, options: Options) -> None:
    """Refuse what unpacks to far more than it takes on disk."""
    if data[:2] != b"PK":
        return
    try:
        infos = zipfile.ZipFile(io.BytesIO(data)).infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise LuocdoError(f"{name}: tệp hỏng hoặc không đầy đủ ({error})") from None
    for info in infos:
        if info.file_size > MIB and info.file_size > options.max_ratio * max(1, info.compress_size):
            raise LuocdoError(f"{name}: nén bất thường (bom nén?), không giải nén")
    if sum(info.file_size for info in infos) > options.max_file_bytes:
        raise LuocdoError(f"{name}: bảng tính quá lớn (giới hạn {size_text(options.max_file_bytes)})")


def _detail(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:80]
