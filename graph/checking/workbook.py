"""Reports as an Excel workbook: a sheet of findings, a sheet of citations. Texts stay texts, whatever they begin
with."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

from graph.checking import rows
from graph.checking.report import Report
from graph.reading.package import needed

_NO_TIME = (1980, 1, 1, 0, 0, 0)
_WIDTHS = {"text": 34, "message": 60, "evidence": 60, "rule": 50, "document": 50, "evidence_source": 34, "source": 24}
_SHEETS = {"findings": ("Điểm cần xem lại", "Findings"), "citations": ("Chỗ dẫn", "Citations")}


def xlsx(reports: Iterable[Report], lang: str = "vi") -> bytes:
    """The workbook; the same reports give the same bytes."""
    listed = list(reports)
    openpyxl = needed("openpyxl", "office", "xlsx")
    book = openpyxl.Workbook()
    book.properties.creator = "luocdo"
    book.properties.created = book.properties.modified = datetime(1980, 1, 1)
    sheet = book.active
    found = [rows.finding_row(r, f, lang) for r in listed for f in r.findings]
    _fill(sheet, _SHEETS["findings"][lang == "en"], rows.headings(rows.FINDINGS, lang), found)
    cited = [rows.citation_row(r, c, lang) for r in listed for c in r.citations]
    _fill(book.create_sheet(), _SHEETS["citations"][lang == "en"], rows.headings(rows.CITATIONS, lang), cited)
    written = BytesIO()
    book.save(written)
    return _timeless(written)


def _fill(sheet: Any, title: str, columns: list[tuple[str, str]], listed: list[dict[str, Any]]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped,unused-ignore]
    from openpyxl.styles import Alignment, Font  # type: ignore[import-untyped,unused-ignore]
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped,unused-ignore]

    sheet.title = title
    sheet.append([heading for _, heading in columns])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in listed:
        sheet.append([None] * len(columns))
        for number, (key, _) in enumerate(columns, 1):
            cell = sheet.cell(sheet.max_row, number)
            value = ILLEGAL_CHARACTERS_RE.sub("\ufffd", str(row[key]))[:32_000]
            cell.value = int(value) if key in ("line", "column") else value
            if key not in ("line", "column"):
                cell.data_type = "s"  # never a formula
                cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, (key, _) in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(key, 12)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _timeless(written: BytesIO) -> bytes:
    """The package without the times of its writing."""
    out = BytesIO()
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            data = old.read(info.filename)
            if info.filename == "docProps/core.xml":
                data = _core(data)
            new.writestr(zipfile.ZipInfo(info.filename, _NO_TIME), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _core(data: bytes) -> bytes:
    import re

    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>1980-01-01T00:00:00Z", data)
