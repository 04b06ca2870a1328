"""Tables as an Excel workbook, as an office wants them: the head stays in sight and filters, days are days, numbers are
numbers, names lead to their row in another sheet. Texts stay texts, whatever they begin with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from math import ceil
from typing import Any

from graph.errors import LuocdoError
from graph.export.packages import timeless, unnamed
from graph.reading.package import needed

Row = Mapping[str, Any]

MOST_ROWS = 1_048_575  # of a sheet, below its head
_LONGEST = 32_000  # characters of a cell; Excel takes 32,767 UTF-16 units
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FORMULA = re.compile(r"\s*[=+\-@|＝＋－＠−]|[\t\r\n]")
_WIDEST, _NARROWEST = 60, 6  # characters
_NARROW = {"source": 34, "evidence_source": 34, "id": 34, "issuer": 34, "provision": 24, "pinpoint": 24}
_LINE, _HIGHEST = 15, 400  # points; Excel takes 409
_FONT = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: `columns` are keys and headings, a row has a value for each key: None, a number, a text, or a tuple of
    texts, each on a line of its own. A text that is an ISO day is a day. `links` says for a column the key under which
    a row has the *anchor* that its cell leads to; `anchor` is the key of the rows' own anchors."""

    title: str
    columns: Sequence[tuple[str, str]]
    rows: Iterable[Row]
    links: Mapping[str, str] | None = None
    anchor: str | None = None


def xlsx(sheets: Iterable[Sheet], title: str = "luocdo") -> bytes:
    """The workbook; the same sheets give the same bytes. LuocdoError where a sheet has more rows than Excel takes, or
    openpyxl is missing."""
    openpyxl = needed("openpyxl", "office", "xlsx")
    book = openpyxl.Workbook()
    book.remove(book.active)
    unnamed(book.properties, title)
    waiting: list[tuple[Any, str, str]] = []
    places: dict[str, str] = {}
    used: set[str] = set()
    for sheet in sheets:
        name = _name(sheet.title, used)
        _fill(book.create_sheet(name), sheet, waiting, places)
    for cell, anchor, text in waiting:
        if anchor in places:
            cell.hyperlink = _link(cell, places[anchor], text)
            cell.font = _style("Font", name=_FONT, size=11, color="0563C1", underline="single")
    written = BytesIO()
    book.save(written)
    return timeless(written.getvalue())


def _fill(at: Any, sheet: Sheet, waiting: list[tuple[Any, str, str]], places: dict[str, str]) -> None:
    from openpyxl.utils import get_column_letter  # type: ignore[import-untyped,unused-ignore]

    plain = _style("Font", name=_FONT, size=11)
    top = _style("Alignment", wrap_text=True, vertical="top")
    left = _style("Alignment", horizontal="left", vertical="top")
    thin = _style("Side", style="thin", color="C9D1D9")
    lines = _style("Border", top=thin, bottom=thin, left=thin, right=thin)
    widths = [len(heading) + 4 for _, heading in sheet.columns]  # with room for the mark of the filter
    heights: list[list[list[int]]] = []  # row -> cell -> how long its lines are
    for column, (_, heading) in enumerate(sheet.columns, 1):
        cell = at.cell(1, column)
        _text(cell, heading)
        cell.font = _style("Font", name=_FONT, size=11, bold=True)
        cell.fill = _style("PatternFill", fill_type="solid", start_color="E7EDF3")
        cell.alignment = _style("Alignment", wrap_text=True, vertical="center")
        cell.border = lines
    last = 1
    for last, row in enumerate(sheet.rows, 2):
        if last > MOST_ROWS + 1:
            raise LuocdoError(f"xlsx: quá {MOST_ROWS} dòng, Excel không chứa được; hãy dùng --format csv")
        lengths = []
        for column, (key, _) in enumerate(sheet.columns, 1):
            value = row.get(key)
            cell = at.cell(last, column)
            cell.font, cell.border = plain, lines
            day = _day(value)
            if isinstance(value, int | float) and not isinstance(value, bool):
                cell.value, cell.alignment = value, _style("Alignment", vertical="top")
                lengths.append([len(str(value))])
            elif day is not None:
                cell.value, cell.number_format, cell.alignment = day, "dd/mm/yyyy", left
                lengths.append([len("00/00/0000")])
            else:
                text = "\n".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
                _text(cell, text)
                cell.alignment = top
                lengths.append([len(line) for line in text.split("\n")])
                anchor = row.get(sheet.links[key]) if sheet.links and key in sheet.links else None
                if anchor and text:
                    waiting.append((cell, anchor, text))
            widths[column - 1] = max(widths[column - 1], max(lengths[-1]) + 2)
        heights.append(lengths)
        if sheet.anchor is not None:
            places[str(row.get(sheet.anchor))] = f"'{at.title}'!A{last}"
    widths = [min(max(width, _NARROWEST), _NARROW.get(key, _WIDEST)) for width, (key, _) in
              zip(widths, sheet.columns, strict=True)]  # fmt: skip
    for column, width in enumerate(widths, 1):
        at.column_dimensions[get_column_letter(column)].width = width
    for number, lengths in enumerate(heights, 2):
        rows = max(sum(max(1, ceil(length / (width - 2))) for length in cell)
                   for cell, width in zip(lengths, widths, strict=True))  # fmt: skip
        at.row_dimensions[number].height = min(_HIGHEST, _LINE * rows + 2)  # not every program measures it by itself
    end = f"{get_column_letter(len(sheet.columns))}{last}"
    at.freeze_panes = "A2"
    at.auto_filter.ref = f"A1:{end}"
    at.print_title_rows = "1:1"
    at.page_setup.orientation, at.page_setup.paperSize = "landscape", 9  # A4
    at.page_setup.fitToHeight = 0
    at.sheet_properties.pageSetUpPr = _style("PageSetupProperties", "openpyxl.worksheet.properties", fitToPage=True)


def _text(cell: Any, text: str) -> None:
    """Put a text into a cell, never as a formula, also after somebody has edited it."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # type: ignore[import-untyped,unused-ignore]

    whole = re.sub("[\ud800-\udfff]", "\ufffd", ILLEGAL_CHARACTERS_RE.sub("\ufffd", text)).replace("\r", "")
    if len(whole) > _LONGEST:
        whole = whole[:_LONGEST] + " …"
    if not whole:
        return
    cell.value = whole
    cell.data_type = "s"
    if _FORMULA.match(whole):
        cell.quotePrefix = True


def _day(value: Any) -> date | None:
    """A whole day; Excel counts from 1900 on."""
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    return day if day is not None and day.year >= 1901 else None


def _name(title: str, used: set[str]) -> str:
    """A name that Excel takes for a sheet, and that no other has."""
    base = re.sub(r"[\[\]:*?/\\\x00-\x1f']", " ", title).strip()[:28] or "luocdo"
    name, number = base, 1
    while name.casefold() in used:
        number += 1
        name = f"{base} {number}"
    used.add(name.casefold())
    return name


def _link(cell: Any, place: str, text: str) -> Any:
    from openpyxl.worksheet.hyperlink import Hyperlink  # type: ignore[import-untyped,unused-ignore]

    return Hyperlink(ref=cell.coordinate, location=place, display=text.split("\n")[0][:200])


def _style(kind: str, module: str = "openpyxl.styles", **given: Any) -> Any:
    from importlib import import_module

    return getattr(import_module(module), kind)(**given)
