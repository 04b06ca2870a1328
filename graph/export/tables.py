"""Tables of documents, bodies and relations: CSV (three files in one zip) and Parquet (a file each, columns flat)."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable
from itertools import chain, islice
from typing import IO, Any

from graph.errors import LuocdoError
from graph.export import rows
from graph.export.escapes import cell, clean
from graph.export.rows import Row
from graph.model import GraphView

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip file knows: the same graph, the same bytes
_BATCH = 5000


TABLES: dict[str, tuple[tuple[str, ...], Callable[[GraphView], Iterable[Row]]]] = {
    "documents": (rows.DOCUMENT_COLUMNS, rows.documents),
    "issuers": (rows.ISSUER_COLUMNS, rows.issuers),
    "relations": (rows.RELATION_COLUMNS, rows.relations),
}


def csv_tables(view: GraphView, out: IO[bytes], table: str | None = None) -> None:
    """``documents.csv``, ``issuers.csv`` and ``relations.csv`` in a zip file, or only the `table` of this name, in
    UTF-8 with a header line (RFC 4180), for people who open them in a spreadsheet: with a byte order mark, and no cell
    that would be computed (`escapes.cell`). LuocdoError for another table."""
    if table is not None:
        if table not in TABLES:
            raise LuocdoError(f"Không có bảng “{table}”. Các bảng: {', '.join(TABLES)}.")
        _table(view, table, out)
        return
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in TABLES:
            info = zipfile.ZipInfo(f"{name}.csv", _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            with archive.open(info, "w", force_zip64=True) as binary:
                _table(view, name, binary)


def _table(view: GraphView, name: str, out: IO[bytes]) -> None:
    columns, items = TABLES[name]
    text = io.TextIOWrapper(out, "utf-8-sig", newline="", write_through=True)
    # Every cell is quoted: a lone carriage return or a NUL is then read back as it was.
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(columns)
    for row in items(view):
        writer.writerow([cell(clean(row[column])) for column in columns])
    text.detach()


_BOOLEANS = ("is_source", "provisional", "unnumbered", "partial")
_WHOLE = ("start", "end", "cue_start", "cue_end")


def parquet(view: GraphView, out: IO[bytes]) -> None:
    """One row a document in order of the ids; needs pyarrow. Ids that only relations name have a row of their own. No
    column is nested: several values in one are separated by line feeds, as in the CSV tables."""
    known = ({"id": id, "label": id} for id in rows.missing(view))
    _parquet(rows.DOCUMENT_COLUMNS, chain(rows.documents(view), known), out)


def parquet_relations(view: GraphView, out: IO[bytes]) -> None:
    """One row a relation with its evidence; ``subject`` and ``object`` are ids of the documents' (or bodies') table."""
    _parquet(rows.RELATION_COLUMNS, rows.relations(view), out)


def parquet_issuers(view: GraphView, out: IO[bytes]) -> None:
    """One row an issuing body."""
    _parquet(rows.ISSUER_COLUMNS, rows.issuers(view), out)


def _parquet(columns: tuple[str, ...], items: Iterable[Row], out: IO[bytes]) -> None:
    import pyarrow  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import pyarrow.parquet  # type: ignore[import-untyped,import-not-found,unused-ignore]

    kinds = dict.fromkeys(_BOOLEANS, pyarrow.bool_()) | dict.fromkeys(_WHOLE, pyarrow.int64())
    kinds["confidence"] = pyarrow.float64()
    schema = pyarrow.schema([(column, kinds.get(column, pyarrow.string())) for column in columns])
    typed = map(_typed, items)
    with pyarrow.parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(typed, _BATCH)):
            writer.write_table(pyarrow.Table.from_pylist(batch, schema=schema))


def _typed(row: Row) -> dict[str, Any]:
    """A row with numbers and truths; None where nothing is known."""
    typed: dict[str, Any] = {key: clean(value) or None for key, value in row.items()}
    typed |= {key: row[key] == "true" for key in _BOOLEANS if key in row}
    typed |= {key: int(row[key]) for key in _WHOLE if key in row}
    if "confidence" in row:
        typed["confidence"] = float(row["confidence"])
    return typed
