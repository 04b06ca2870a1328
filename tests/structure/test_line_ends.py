"""How a line ends: every row of ``graph/domain/line_ends.csv`` by what it does to the next line."""

from __future__ import annotations

import pytest

from graph.domain.table import read_table
from graph.structure import lay_out
from graph.structure.line_ends import line_ends

ROWS = read_table("line_ends")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["phrase"])
def test_what_a_row_says(row: dict[str, str]) -> None:
    ends, line = line_ends(), f"Bãi bỏ {row['phrase']}"
    assert ends.introduces(line) == ends.introduces(f"{line} ** ") == (row["kind"] == "introduces")
    assert ends.goes_on(line) == ends.goes_on(f"{line} ** ") == (row["kind"] == "leads-on")


@pytest.mark.parametrize("phrase", [row["phrase"] for row in ROWS if row["kind"] == "introduces"])
def test_a_missing_colon(phrase: str) -> None:
    outline = lay_out(f"Điều 2. Bãi bỏ các văn bản {phrase}\na) Quyết định số 12;\nb) Quyết định số 13.\n")
    article, first, second = outline.units
    assert (first.host, second.host) == (0, 0)
    assert article.label == "2"


@pytest.mark.parametrize("phrase", [row["phrase"] for row in ROWS if row["kind"] == "leads-on"])
def test_a_sentence_goes_on_over_a_blank_line(phrase: str) -> None:
    outline = lay_out(f"Bãi bỏ quyết định {phrase}\n\nTòa án nhân dân.\n")
    assert len(outline.units) == 1


@pytest.mark.parametrize("line", ["Bãi bỏ các văn bản sau đó", "DANH MỤC", "Bãi bỏ ĐIỀU", "Công tác gồmm", "hai"])
def test_other_lines_end(line: str) -> None:
    assert not line_ends().introduces(line)
    assert not line_ends().goes_on(line)
