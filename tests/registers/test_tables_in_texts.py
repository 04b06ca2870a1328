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
