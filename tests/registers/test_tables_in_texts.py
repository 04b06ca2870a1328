"""Registers as tables in Word files, web pages and Markdown texts: each row states what it states in a workbook."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

import pytest
from reading.samples import docx

from graph.engines import Job, run
from graph.model import Extraction

from .test_layouts import LAYOUTS, Lines

pytest.importorskip("lxml")
pytest.importorskip("selectolax")


def _docx(lines: Lines) -> bytes:
    rows = "".join(
        "<w:tr>"
        + "".join(f"<w:tc><w:p><w:r><w:t>{html.escape(cell)}</w:t></w:r></w:p></w:tc>" for cell in line)
        + "</w:tr>"
        for line in lines
    )
    return docx(f"<w:p><w:r><w:t>Kèm theo công văn.</w:t></w:r></w:p><w:tbl>{rows}</w:tbl>")


def _html(lines: Lines) -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{html.escape(cell)}</td>' for cell in line)}</tr>" for line in lines)
    return f"<html><body><p>Kèm theo công văn.</p><table><tbody>{rows}</tbody></table></body></html>".encode()


def _markdown(lines: Lines) -> bytes:
    rows = ["| " + " | ".join(cell.replace("|", "/") for cell in line) + " |" for line in lines]
    rule = "|" + "---|" * len(lines[0])
    return "\n".join(["Kèm theo công văn.", "", rows[0], rule, *rows[1:], ""]).encode()


FORMS: dict[str, Callable[[Lines], bytes]] = {"word": _docx, "web": _html, "markdown": _markdown}


def read(data: bytes, name: str, tmp_path: Path) -> Extraction:
    path = tmp_path / name
    path.write_bytes(data)
    (found,) = (o.extraction for o in run([Job(str(path), name)], workers=1) if o.extraction is not None)
    return found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_register_in_a_text(name: str, form: str, tmp_path: Path) -> None:
    lines, entries, edges = LAYOUTS[name]
    found = read(FORMS[form](lines), f"danh-muc.{form}", tmp_path)
    facts = {(d.code, d.date) for d in found.documents}
    assert {(code, date) for _, code, date, _, _ in entries} <= facts
    codes = {d.id: d.code or d.name for d in found.documents}
    acting = {(codes[r.subject], r.predicate, codes[r.object]) for r in found.relations if r.object in codes}
    assert set(edges) <= {edge for edge in acting if edge[1] != "cites"}
    for relation in found.relations:
        if relation.predicate not in ("cites", "issued_by"):
            assert "\n" not in relation.evidence.text.strip()  # no relation leaves its row


@pytest.mark.parametrize("form", FORMS)
def test_a_row_that_ended_in_part(form: str, tmp_path: Path) -> None:
    """What replaces a part of a document does not replace the document."""
    heads = ["STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", "Tình trạng hiệu lực", "Văn bản thay thế"]
    rows = [
        ["1", "118/2021/QĐ-UBND", "05/4/2021", "Về giá đất", "Hết hiệu lực một phần", "Quyết định số 385/2025/QĐ-UBND"],
        ["2", "301/2023/QĐ-UBND", "06/4/2023", "Về phí", "Hết hiệu lực", "Quyết định số 480/2025/QĐ-UBND"],
    ]
    found = read(FORMS[form]([heads, *rows]), f"danh-muc.{form}", tmp_path)
    codes = {d.id: d.code for d in found.documents}
    said = {(codes[r.object], r.predicate, r.partial) for r in found.relations if r.predicate in ("replaces", "amends")}
    assert ("118/2021/QĐ-UBND", "replaces", False) not in said
    assert {(code, partial) for code, _, partial in said} == {("118/2021/QĐ-UBND", True), ("301/2023/QĐ-UBND", False)}
