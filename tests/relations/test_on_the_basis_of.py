""" "Trên cơ sở [A];" in a preamble names a basis, as "Căn cứ" does; elsewhere it only refers."""

from __future__ import annotations

from graph import extract

_HEAD = "ỦY BAN NHÂN DÂN TỈNH BẮC GIANG\nSố: 33/2024/QĐ-UBND\nQUYẾT ĐỊNH\nBan hành Quy định phân cấp\n"
_TEXT = (
    _HEAD + "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
    "Trên cơ sở Nghị quyết số 12/2023/NQ-HĐND ngày 10 tháng 7 năm 2023 của Hội đồng nhân dân tỉnh;\n"
    "QUYẾT ĐỊNH:\n"
    "Điều 1. Mức chi được xác định trên cơ sở Nghị quyết số 14/2023/NQ-HĐND.\n"
    "Điều 2. Trên cơ sở Nghị quyết số 15/2023/NQ-HĐND, các sở xây dựng kế hoạch.\n"
)


def test_a_basis_by_other_words() -> None:
    result = extract(_TEXT)
    codes = {d.id: d.code for d in result.documents}
    based = {codes[r.object] for r in result.relations if r.predicate == "based_on"}
    assert "12/2023/NQ-HĐND" in based
    assert not {"14/2023/NQ-HĐND", "15/2023/NQ-HĐND"} & based
