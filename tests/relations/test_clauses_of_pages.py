"""What pages without heads say: plans that name their bases, clauses behind a colon."""

from __future__ import annotations

import pytest

import graph


@pytest.mark.parametrize("kind", ["KẾ HOẠCH", "CHƯƠNG TRÌNH", "HƯỚNG DẪN"])
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_a_plan_printed_without_its_head_has_its_bases(kind: str, blank: str) -> None:
    text = blank.join([
        f"{kind} TỔ CHỨC KỶ NIỆM 90 NĂM NGÀY THÀNH LẬP ĐẢNG (3/2/1930 – 3/2/2020)",
        "Căn cứ Thông báo số 1929-TB/TU ngày 31/10/2019 của Ban Thường vụ Tỉnh ủy về các ngày lễ lớn;",
        "Căn cứ Kế hoạch số 103/KH-UBND, ngày 18/6/2019 của UBND tỉnh về việc tổ chức các hoạt động;",
        "Ủy ban nhân dân tỉnh xây dựng kế hoạch như sau:",
        "1. Mục đích",
    ])  # fmt: skip
    extraction = graph.extract(text)
    codes = {document.id: document.code for document in extraction.documents}
    bases = {codes[r.object] for r in extraction.relations if r.predicate == "based_on"}
    assert bases == {"1929-TB/TU", "103/KH-UBND"}


@pytest.mark.parametrize("lead", ["Đối với các tỉnh nêu tại", "Trường hợp theo", "Các dự án thuộc"])
@pytest.mark.parametrize("title", ["", " của Quốc hội về việc sắp xếp đơn vị hành chính"])
def test_behind_a_colon_another_clause_begins(lead: str, title: str) -> None:
    text = (
        f"- {lead} Nghị quyết số 202/2025/QH15 ngày 12/6/2025{title}: Thực hiện Kết luận số 169-KL/TW của Bộ Chính "
        "trị, trước mắt giữ nguyên số lượng."
    )
    assert {r.predicate for r in graph.extract(text).relations} == {"cites", "issued_by"}
