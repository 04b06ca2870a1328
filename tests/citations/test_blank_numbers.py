"""A number that is not filled in is none: nothing, dots, strokes, "xx", "00" where the digits are to stand."""

from __future__ import annotations

from pathlib import Path

import pytest
from facts import source

from graph import extract
from graph.knowledge import open as open_graph
from graph.model import Source


def draft(number: str, title: str = "Quy định về quản lý nhà ở", behind: str = "") -> str:
    return (
        f"BỘ QUỐC PHÒNG\n-------\n{number}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"Hà Nội, ngày      tháng     năm 2026\n\nTHÔNG TƯ\n\n{title}\n\nCăn cứ Luật Nhà ở số 27/2023/QH15;\n\n"
        f"Điều 1. Thông tư này quy định về nhà ở.\n{behind}"
    )


WITH_YEAR = [
    "Số:      /2026/TT-BQP", "Số: …/2026/TT-BQP", "Số: ....../2026/TT-BQP", "Số: ___/2026/TT-BQP",
    "Số: 00/2026/TT-BQP", "Số: 000/2026/TT-BQP", "Số: xx/2026/TT-BQP", "Số: XX/2026/TT-BQP", "Số: [...]/2026/TT-BQP",
    "Số: [  ]/2026/TT-BQP", "/2026/TT-BQP", ".…/2026/TT-BQP", "**Số:** /2026/TT-BQP", "Số :   /2026/TT-BQP",
    "Số:\n/2026/TT-BQP",
    "Số: . . . . /2026/TT-BQP", "Số: ... /2026/TT-BQP", "Số:     /2026/TT–BQP", "Dự thảo\n\nSố:      /2026/TT-BQP",
]  # fmt: skip
WITHOUT = [
    ("Số:   /TT-BQP", "TT-BQP"), ("Số……/QĐ-BQP", "QĐ-BQP"), ("Số:        /KH-BQP", "KH-BQP"),
    ("Số:___/CV-BQP", "CV-BQP"), ("Số: …./….../TT-BQP", "TT-BQP"), ("Số: 0/QĐ-BQP", "QĐ-BQP"),
    ("Số: XX/TTr-BQP", "TTr-BQP"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "code"), [*((number, "…/2026/TT-BQP") for number in WITH_YEAR), *WITHOUT], ids=lambda value: repr(value)
)
def test_blank(number: str, code: str) -> None:
    own = source(draft(number))
    assert (own.type, own.code, own.issuer, own.date) == ("Thông tư", code, "Bộ Quốc phòng", "2026")
    assert own.provisional and own.title == "Quy định về quản lý nhà ở"


@pytest.mark.parametrize("number", ["Số: 12/2026/TT-BQP", "Số: 2026/QĐ-BQP", "Số: 06…/2026/TT-BQP"])
def test_filled(number: str) -> None:
    assert any(ch.isdigit() for ch in (source(draft(number)).code or "")[:1])


def test_a_draft_names_itself_in_its_annexes() -> None:
    annex = "\nPHỤ LỤC\n(Kèm theo Thông tư số 00/2026/TT-BQP và Thông tư số      /2026/TT-BQP)\n"
    codes = {d.code for d in extract(draft("Số:      /2026/TT-BQP", behind=annex)).documents}
    assert codes == {"…/2026/TT-BQP", "27/2023/QH15"}


@pytest.mark.parametrize(
    "number", ["Số:      /2026/TT-BQP", "Số: 00/2026/TT-BQP", "Số: xx/2026/TT-BQP", "Số:   /TT-BQP"]
)
@pytest.mark.parametrize("titles", [("Quy định về quản lý nhà ở", "Quy định về đất quốc phòng"), ("", "")])
def test_drafts_of_one_ministry_are_several(tmp_path: Path, number: str, titles: tuple[str, str]) -> None:
    with open_graph(tmp_path / "g.db", create=True) as graph:
        for at, title in enumerate(titles):
            graph.ingest(Source(f"{at}.txt", draft(number, title)))
        graph.settle()
        assert len([d for d in graph.documents() if d.type == "Thông tư"]) == 2
