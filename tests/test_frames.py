"""Texts and graphs as data frames: the same rows, typed columns, also where there are none."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import graph
from graph import contract, frames
from graph.errors import LuocdoError
from graph.model import Document, Extraction

MAKE = {"pandas": graph.to_pandas, "polars": graph.to_polars}
LIBRARIES = list(MAKE)


def made(library: str, found: Any, *table: str) -> Any:
    pytest.importorskip(library)
    return MAKE[library](found, *table)


def records(frame: Any) -> list[dict[str, Any]]:
    return frame.to_dict("records") if hasattr(frame, "iterrows") else frame.to_dicts()  # type: ignore[no-any-return]


def plain(value: Any) -> Any:
    return None if value is None or value != value else list(value) if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("table", frames.TABLES)
def test_rows_are_those_of_the_contract(library: str, table: str, report: str) -> None:
    found = graph.extract(report)
    expected = contract.extraction_dict(found)[table]
    frame = made(library, found, table)
    assert len(frame) == len(expected)
    for row, wanted in zip(records(frame), expected, strict=True):
        assert {k: plain(v) for k, v in row.items()} == {k: wanted.get(k) for k in row}
    if table in ("relations", "mentions"):
        assert frame["start"].dtype == ("int64" if library == "pandas" else frame["end"].dtype)
        assert frame["confidence"].max() <= 1


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("table", frames.TABLES)
def test_an_empty_table_has_its_columns_and_types(library: str, table: str) -> None:
    # every attribute, so that both frames have rows of every kind
    full = graph.extract("Quyết định số 12/QĐ-UBND ngày 02/3/2020 thay thế Quyết định số 3/QĐ-UBND ngày 01/2/2019.")
    empty, filled = (made(library, found, table) for found in (Extraction(None), full))
    assert list(empty.columns) == list(filled.columns)
    assert len(empty) == 0
    if library == "polars":
        assert empty.schema == filled.schema
    numbers = [c for c in empty.columns if c in ("start", "end", "days", "confidence", "is_source", "partial")]
    assert [str(empty[c].dtype) for c in numbers] == [str(filled[c].dtype) for c in numbers]


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_graph_says_of_each_row_from_where_it_is(library: str, checkout: Path, tmp_path: Path) -> None:
    with graph.open(tmp_path / "graph.db", create=True) as opened:
        opened.add(checkout / "data", workers=1)
        frame = made(library, opened)  # relations
        assert len(frame) == sum(1 for _ in opened.relations())
        assert all("bao-cao" in source for source in frame["source"])
        method = opened.to_pandas if library == "pandas" else opened.to_polars
        assert method("documents").shape == made(library, opened, "documents").shape


@pytest.mark.parametrize("library", LIBRARIES)
def test_no_text_breaks_a_frame(library: str) -> None:
    found = Extraction(None, (Document("urn:a", title="a\ud800b\0"), Document("urn:b")))
    rows = records(made(library, found, "documents"))
    assert rows[0]["title"] == "a�b\0"
    assert plain(rows[1]["title"]) is None


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_is_missing_is_told_in_one_line(library: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(LuocdoError, match="không có bảng “x”"):
        MAKE[library](Extraction(None), "x")

    monkeypatch.setitem(sys.modules, library, None)  # as if it were not installed
    with pytest.raises(LuocdoError, match=rf"pip install 'luocdo\[{library}\]'"):
        MAKE[library](Extraction(None))
