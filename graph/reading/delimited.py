"""Tables in plain text: cells set apart by commas, semicolons or tabs (.csv, .tsv). Each row is a `Source` called
``file.csv#12``, rows of data counted from 1."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from graph.domain.register_heads import is_register
from graph.errors import LuocdoError
from graph.model import Source
from graph.reading.encodings import decode
from graph.reading.files import read_whole
from graph.reading.options import Options
from graph.reading.outcome import Failed
from graph.reading.tables import Row, is_long, row_source, rows_of, text_column_of

_SIGNS = "\t;,"  # commas stand in the cells of the others
_MOST_FIELD = 1 << 20  # characters of one cell
_MOST_LINES = 2_000_000
_SAMPLE_ROWS = 25
_ENDS = ".;,:…!?"
_HEAD_ROWS = 6
_LONGEST_HEAD = 80


def members(where: Path | bytes, name: str, options: Options) -> Iterator[Source | Failed]:
    """The rows of the table: a document each where a column holds texts, else what its cells say."""
    data = read_whole(where, options.max_text_bytes) if isinstance(where, Path) else where
    text = decode(data, name)[0].removeprefix("\ufeff")
    for number, row in enumerate(read(text, name), start=1):
        label = f"{name}#{number}"
        column = options.text_column or text_column_of(row.cells)
        value = row.cells.get(column) if column is not None else None
        if column is not None and value and (options.text_column or is_long(value)):
            rest = {key: str(cell) for key, cell in row.cells.items() if key != column and cell}
            yield Source(label, str(value), "csv", rest)
        else:
            yield row_source(row.cells, label, "csv", row.caption)


def read(text: str, name: str) -> Iterator[Row]:
    """The rows of a table in plain text. LuocdoError where it is broken."""
    sign = delimiter_of(text[:65_536]) or max(_SIGNS, key=text.split("\n", 1)[0].count)
    if text.count("\n") > _MOST_LINES:
        raise LuocdoError(f"{name}: danh mục có quá nhiều dòng, hãy chia thành nhiều tệp")
    previous = csv.field_size_limit(_MOST_FIELD)
    try:
        yield from rows_of(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error as error:
        raise LuocdoError(f"{name}: CSV hỏng ({error})") from None
    finally:
        csv.field_size_limit(previous)


def delimiter_of(sample: str) -> str | None:
    """The sign that sets cells apart, by the beginning of a text; None where it is no table. Prose has commas, too: a
    table has the same number of cells in (nearly) every row, and heads."""
    for sign in _SIGNS:
        if sign in sample and _is_table(sample, sign):
            return sign
    return None


def _is_prose(rows: list[list[str]], heads: list[str]) -> bool:
    """Whether lines that have the same number of commas or semicolons by chance are sentences: a blank stands behind
    each sign, as it hardly does in a table, and what would be heads has numbers in it or ends as a sentence does, like
    most lines ("Căn cứ Luật A; Nghị định B; Thông tư C." three times)."""
    inner = [cell for row in rows for cell in row[1:] if cell]
    blank = sum(cell[0].isspace() for cell in inner)
    if not inner or blank < 0.9 * len(inner):
        return False
    ended = [not row[-1].strip() or row[-1].rstrip()[-1] in _ENDS for row in (heads, *rows)]
    return (ended[0] and sum(ended) > len(ended) // 2) or any(sign.isdigit() for head in heads for sign in head)


def _is_table(sample: str, sign: str) -> bool:
    previous = csv.field_size_limit(_MOST_FIELD)
    try:
        rows = [row for row in islice(csv.reader(io.StringIO(sample, newline=""), delimiter=sign), _SAMPLE_ROWS) if row]
    except csv.Error:
        return False
    finally:
        csv.field_size_limit(previous)
    if rows and len(rows) < _SAMPLE_ROWS and len(sample) >= 65_000:
        rows.pop()  # it is cut
    if not rows:
        return False
    for at, row in enumerate(rows[:_HEAD_ROWS]):
        if is_register(row) and (at + 1 == len(rows) or len(rows[at + 1]) == len(row) > 1):
            return True
    widths = Counter(map(len, rows))
    width, count = widths.most_common(1)[0]
    if width < 3 or len(rows) < 3 or count < 0.9 * len(rows):
        return False
    heads = next(row for row in rows if len(row) == width)
    if sign != "\t" and _is_prose(rows, heads):
        return False
    return (
        all(len(head.strip()) <= _LONGEST_HEAD for head in heads) and sum(bool(h.strip()) for h in heads) >= width // 2
    )
