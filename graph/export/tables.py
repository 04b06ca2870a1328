"""Tables: CSV (three files in one zip) and Parquet (one row a document, its relations nested)."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
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


_BOOLEANS = ("is_source", "provisional", "unnumbered")
_LISTS = ("status_by", "loaded", "candidates", "origins")


def parquet(view: GraphView, out: IO[bytes]) -> None:
    """One row a document in order of the ids, with its relations as a nested list; needs pyarrow. Ids that only
    relations name have a row of their own."""
    import pyarrow  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import pyarrow.parquet  # type: ignore[import-untyped,import-not-found,unused-ignore]

    string, boolean, whole = pyarrow.string(), pyarrow.bool_(), pyarrow.int64()
    kinds = {"start": whole, "end": whole, "cue_start": whole, "cue_end": whole}
    kinds |= {"confidence": pyarrow.float64(), "partial": boolean, "pinpoints": pyarrow.list_(string)}
    relation = pyarrow.struct([(c, kinds.get(c, string)) for c in rows.RELATION_COLUMNS if c != "subject"])
    fields: list[tuple[str, Any]] = []
    for column in rows.DOCUMENT_COLUMNS:
        kind = boolean if column in _BOOLEANS else pyarrow.list_(string) if column in _LISTS else string
        fields.append((column, kind))
    schema = pyarrow.schema([*fields, ("relations", pyarrow.list_(relation))])
    items = _nested(view)
    with pyarrow.parquet.ParquetWriter(out, schema, compression="zstd") as writer:
        while batch := list(islice(items, _BATCH)):
            writer.write_table(pyarrow.Table.from_pylist(batch, schema=schema))


def _nested(view: GraphView) -> Iterator[dict[str, Any]]:
    groups = groupby(rows.relations(view), key=lambda row: row["subject"])
    subject, group = next(groups, (None, iter(())))
    for row in rows.documents(view):
        while subject is not None and subject < row["id"]:
            yield {"id": subject, "label": subject, "relations": [_relation(r) for r in group]}
            subject, group = next(groups, (None, iter(())))
        mine: list[dict[str, Any]] = []
        if subject == row["id"]:
            mine = [_relation(r) for r in group]
            subject, group = next(groups, (None, iter(())))
        typed: dict[str, Any] = {key: clean(value) or None for key, value in row.items()}
        typed |= {key: row[key] == "true" for key in _BOOLEANS}
        typed |= {key: clean(row[key]).split("\n") if row[key] else [] for key in _LISTS}
        yield {**typed, "relations": mine}
    while subject is not None:
        yield {"id": subject, "label": subject, "relations": [_relation(r) for r in group]}
        subject, group = next(groups, (None, iter(())))


def _relation(row: Row) -> dict[str, Any]:
    typed: dict[str, Any] = {key: clean(value) for key, value in row.items() if key != "subject"}
    typed |= {key: int(row[key]) for key in ("start", "end", "cue_start", "cue_end")}
    typed |= {"confidence": float(row["confidence"]), "partial": row["partial"] == "true"}
    typed["pinpoints"] = clean(row["pinpoints"]).split("\n") if row["pinpoints"] else []
    return typed
