"""What texts or a graph say as data frames of pandas or polars: the rows and columns of `graph.contract`.

A table has the columns that ``contract.schema.json`` gives its rows, in that order, whatever it holds, also where it
is empty. Dates stay text (a text may say no more than a year); lists are lists; where attributes came from
(``origins``) is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from graph import contract
from graph.errors import LuocdoError, install
from graph.model import Extraction, GraphView

if TYPE_CHECKING:
    import pandas  # type: ignore[import-untyped,import-not-found,unused-ignore]
    import polars  # type: ignore[import-not-found,unused-ignore]

# table -> its rows' name in the schema, and what makes a row
_TABLES: dict[str, tuple[str, Callable[[Any], dict[str, Any]]]] = {
    "documents": ("document", contract.document_dict),
    "mentions": ("mention", contract.mention_dict),
    "relations": ("relation", contract.relation_dict),
    "issuers": ("issuer", contract.issuer_dict),
    "findings": ("finding", contract.finding_dict),
    "effects": ("effect", contract.effect_dict),
}
TABLES = tuple(_TABLES)
_LEFT_OUT = ("origins",)


def to_pandas(found: Extraction | GraphView, table: str = "relations") -> pandas.DataFrame:
    """One of `TABLES` as a pandas data frame. LuocdoError, one line, for another table, or where the extra ``pandas``
    is not installed."""
    kinds = _kinds(table)
    frames = _library("pandas")
    rows = list(_rows(found, table, kinds))
    types = {"integer": "int64", "number": "float64", "boolean": "bool"}
    made = frames.DataFrame(rows, columns=list(kinds))
    result: pandas.DataFrame = made.astype({key: types[kind] for key, kind in kinds.items() if kind in types})
    return result


def to_polars(found: Extraction | GraphView, table: str = "relations") -> polars.DataFrame:
    """As `to_pandas`, for polars (the extra ``polars``)."""
    kinds = _kinds(table)
    frames = _library("polars")
    types = {
        "integer": frames.Int64,
        "number": frames.Float64,
        "boolean": frames.Boolean,
        "array": frames.List(frames.String),
    }
    schema = {key: types.get(kind, frames.String) for key, kind in kinds.items()}
    made: polars.DataFrame = frames.DataFrame(list(_rows(found, table, kinds)), schema=schema)
    return made


def _kinds(table: str) -> dict[str, str]:
    """The columns of a table and what stands in them: string, integer, number, boolean or array."""
    if table not in _TABLES:
        raise LuocdoError(f"không có bảng “{table}” (có: {', '.join(TABLES)})")
    described = contract.schema()["$defs"][_TABLES[table][0]]["properties"]
    return {key: _kind(value) for key, value in described.items() if key not in _LEFT_OUT}


def _kind(described: dict[str, Any]) -> str:
    given = described.get("type", "string")  # one of some words
    return given if isinstance(given, str) else str(given[0])  # or null


def _rows(found: Extraction | GraphView, table: str, columns: Iterable[str]) -> Iterator[dict[str, Any]]:
    items = getattr(found, table)
    make = _TABLES[table][1]
    for item in items if isinstance(found, Extraction) else items():
        row = make(item)
        yield {column: _clean(row.get(column)) for column in columns}


def _clean(value: Any) -> Any:
    """Lone surrogates, which no column of text can hold, as the sign for what cannot be shown."""
    if not isinstance(value, str) or value.isascii():
        return value
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def _library(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise LuocdoError(f"cần cài thêm: {install(name)}") from None
