"""The list of documents: what passes filters and words, in one or two clicks, and as a file."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows(opened: Any) -> list[list[str]]:
    return opened.js(
        """() => [...document.querySelectorAll("#view-documents tbody tr")].map(
          r => [...r.children].map(c => c.innerText.trim()))"""
    )


def count(opened: Any) -> str:
    return str(opened.page.inner_text("#documents-count"))


def test_every_document_with_what_became_of_it(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=documents")
    assert count(opened) == "12 / 12 văn bản"
    found = {row[0].split("\n")[0]: row for row in rows(opened)}
    replaced = found["30/KH-UBND"]
    assert replaced[1:] == [
        "phát triển khoa học giai đoạn 2021 - 2025", "Ủy ban nhân dân tỉnh Quảng Nam", "15/01/2021",
        "Đã bị thay thế\ntừ 20/03/2025", "45/KH-UBND", "2",
    ]  # fmt: skip
    dates = [row[3] for row in rows(opened)]
    assert dates[:2] == ["2025", "20/03/2025"] and dates[-1] == ""  # the youngest first


def test_which_are_replaced_is_two_clicks(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.hover('[data-group="status"][data-key="replaced"]')
    opened.page.click('[data-group="status"][data-key="replaced"] .only')
    opened.page.click('#views [data-view="documents"]')
    assert [row[0].split("\n")[0] for row in rows(opened)] == ["30/KH-UBND"]
    opened.page.click('#views [data-view="table"]')  # a relation passes where either end does
    assert {row[2] for row in relations(opened)} == {"30/KH-UBND"}
    opened.page.click('[data-group="status"][data-key="replaced"] .only')  # again: all
    opened.page.click('#views [data-view="documents"]')
    assert count(opened) == "12 / 12 văn bản"


def relations(opened: Any) -> list[list[str]]:
    return opened.js(
        """() => [...document.querySelectorAll("#view-table tbody tr")].map(
          r => [...r.children].map(c => c.innerText.trim()))"""
    )


def test_what_a_body_issued_in_a_year(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 1000")
    opened.page.fill("#search", "bo y te")
    body = opened.page.locator("#search-hits li", has_text="Bộ Y tế").filter(has=opened.page.locator("ellipse")).first
    body.click()
    assert opened.page.inner_text("#panel h2") == "Bộ Y tế"
    opened.page.click(".its-documents")
    issued = count(opened)
    opened.page.locator('.bar-year[data-year="2021"]').click()
    found = rows(opened)
    assert found and all(row[2] == "Bộ Y tế" and row[3].endswith("2021") for row in found)
    assert count(opened) != issued
    address = opened.js("() => location.hash")
    assert len(address) < 200 and "oi=" in address  # what is on, not all that is off
    opened.page.reload()
    opened.page.wait_for_selector("html[data-complete]", state="attached")
    assert rows(opened) == found


def test_all_hits_of_a_search_are_a_list(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 1000")
    opened.page.fill("#search", "moi truong")
    more = opened.page.inner_text("#search-hits .hit-all")
    opened.page.press("#search", "ArrowUp")  # round to the last row
    opened.page.press("#search", "Enter")
    shown = count(opened).split(" / ")[0]
    assert more == f"Xem cả {shown} văn bản" and int(shown) > 100
    assert opened.page.input_value("#documents-filter") == "moi truong"
    assert all("môi trường" in row[1] for row in rows(opened))


def test_it_sorts_by_every_column(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=documents")
    for column in ("number", "title", "issuer", "date", "status", "by", "citing"):
        opened.page.click(f"#view-documents .column-{column} button")
        assert opened.page.locator(f"thead .column-{column}").get_attribute("aria-sort") == "ascending"
        assert len(rows(opened)) == 12
    opened.page.click("#view-documents .column-citing button")
    figures = [int(row[6] or 0) for row in rows(opened)]
    assert figures == sorted(figures, reverse=True) and figures[0] == 3


def test_filters_can_be_searched(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 1000")
    opened.page.click("summary:has-text('Cơ quan ban hành')")
    before = opened.page.locator('[data-group="issuer"].row:visible').count()
    opened.page.locator('details[data-group="groupIssuer"] .narrowing').fill("so cong thuong gia lai")
    left = opened.page.locator('[data-group="issuer"].row:visible').all_inner_texts()
    assert before > 12 and len(left) == 1 and "Sở Công Thương Gia Lai" in left[0]
    opened.page.locator('[data-group="issuer"].row:visible input').uncheck()
    assert opened.page.locator('[data-group="issuer"].row:visible').count() == 1  # the words stay


def saved(opened: Any, kind: str) -> bytes:
    opened.page.click("#export-menu summary")
    with opened.page.expect_download() as download:
        opened.page.click(f"#export-{kind}")
    return Path(download.value.path()).read_bytes()


def test_the_list_as_csv_and_xlsx(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=documents&q=ke+hoach")
    text = list(csv.DictReader(io.StringIO(saved(opened, "csv").decode("utf-8-sig"), newline="")))
    assert [row["number"] for row in text] == [row[0].split("\n")[0] for row in rows(opened)]
    old = next(row for row in text if row["number"] == "30/KH-UBND")
    assert (old["status"], old["by"], old["date"]) == ("đã bị thay thế", "45/KH-UBND", "2021-01-15")
    archive = zipfile.ZipFile(io.BytesIO(saved(opened, "xlsx")))
    assert archive.testzip() is None
    for name in archive.namelist():
        ElementTree.fromstring(archive.read(name))
    sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    cells = [["".join(cell.itertext()) for cell in row] for row in sheet.iter(f"{MAIN}row")]
    assert cells[0][:4] == ["id", "number", "type", "title"] and len(cells) == len(text) + 1
    assert cells[1][1] == text[0]["number"]


@pytest.mark.parametrize("sample", ["hostile"])
def test_names_that_are_attacks_stay_text_in_a_workbook(sample: str, explorer: Callable[..., Any]) -> None:
    opened = explorer(sample, "#v=documents")
    archive = zipfile.ZipFile(io.BytesIO(saved(opened, "xlsx")))
    sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    assert not [cell for cell in sheet.iter(f"{MAIN}f")]  # no formulas
    assert "<script>window.hacked=1</script>" in "".join(sheet.itertext())
