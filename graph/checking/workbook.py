"""Reports as an Excel workbook: a sheet of findings, a sheet of citations, which they lead to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graph.checking import rows
from graph.checking.report import Report
from graph.export import workbook
from graph.export.workbook import Sheet

_SHEETS = {"findings": ("Điểm cần xem lại", "Findings"), "citations": ("Chỗ dẫn", "Citations")}
_NUMBERS = ("line", "column")


def xlsx(reports: Iterable[Report], lang: str = "vi") -> bytes:
    """The workbook; the same reports give the same bytes."""
    listed = list(reports)
    found = (_row(r, rows.finding_row(r, f, lang), f.start) for r in listed for f in r.findings)
    cited = (_row(r, rows.citation_row(r, c, lang), c.start) for r in listed for c in r.citations)
    return workbook.xlsx(
        [
            Sheet(_SHEETS["findings"][lang == "en"], rows.headings(rows.FINDINGS, lang), found, {"text": "place"}),
            Sheet(_SHEETS["citations"][lang == "en"], rows.headings(rows.CITATIONS, lang), cited, anchor="place"),
        ]
    )


def _row(report: Report, row: dict[str, Any], start: int) -> dict[str, Any]:
    """The row with numbers as numbers, and with its place in the draft."""
    numbers = {key: int(row[key]) for key in _NUMBERS if key in row}
    return {**row, **numbers, "place": f"{report.source.name}#{start}"}
