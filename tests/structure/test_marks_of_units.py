"""What opens a unit, and what only looks like it: every row of ``graph/domain/marks.csv``."""

from __future__ import annotations

import pytest
from laid import units

from graph.domain.table import read_table
from graph.structure.marks import marks

ROWS = [{**row, "example": row["example"].replace("⏎", "\n")} for row in read_table("marks")]
LEVELS = {row["kind"]: int(row["level"]) for row in ROWS}


@pytest.mark.parametrize("row", ROWS, ids=[row["example"].replace("\n", " ") for row in ROWS])
@pytest.mark.parametrize(
    "before", ["", "Nội dung trước.\n", "Nội dung trước\n\n", "| a |\n"], ids=["first", "ended", "blank", "cell"]
)
@pytest.mark.parametrize("dressed", ["{}", "**{}**", "  {}", "> {}"], ids=["plain", "bold", "indented", "quoted"])
def test_an_example_opens_a_unit_of_its_kind(row: dict[str, str], before: str, dressed: str) -> None:
    found = units(before + dressed.format(row["example"]) + "\nNội dung tiếp theo.")
    kinds = [kind for kind, _, _ in found]
    assert row["kind"] in kinds, found
    assert kinds.index(row["kind"]) == (1 if before else 0)


@pytest.mark.parametrize("row", ROWS, ids=[row["example"].replace("\n", " ") for row in ROWS])
def test_an_example_is_seen_at_a_glance(row: dict[str, str]) -> None:
    assert marks().may_open(row["example"])
    found = marks().match(row["example"] + "\n", 0, ended=True)
    assert found is not None
    assert found[0] == row["kind"]


# a line, its kind and label
OPENING = [
    ("Điều 5. Hiệu lực thi hành", "điều", "5"),
    ("Điều 5a. Bổ sung", "điều", "5a"),
    ("Điều 5: Hiệu lực", "điều", "5"),
    ("Điều 1.- Nay bãi bỏ", "điều", "1"),
    ("Điều 1 - Nay bãi bỏ", "điều", "1"),
    ("**Điều 12.** Tổ chức", "điều", "12"),
    ("Điều 3[2]. Đối tượng", "điều", "3"),
    ("ĐIỀU 4. Tổ chức thực hiện", "điều", "4"),
    ("1. Sở Tư pháp", "khoản", "1"),
    ("1) Sở Tư pháp", "khoản", "1"),
    ("(1) Sở Tư pháp", "khoản", "1"),
    ("1/ Sở Tư pháp", "khoản", "1"),
    ("1.2. Sở Tư pháp", "khoản", "1.2"),
    ("1.2 Sở Tư pháp", "khoản", "1.2"),
    ("2a. Sở Tư pháp", "khoản", "2a"),
    ("a) Sở Tư pháp", "letter", "a"),
    ("(iii) Thông tư số 15", "letter", "iii"),
    ("(viii) Thông tư số 15", "letter", "viii"),
    ("5.[8] Bãi bỏ Thông tư", "khoản", "5"),
    ("a)[13] Bãi bỏ Thông tư", "letter", "a"),
    ("Điều 5.[3] Hiệu lực thi hành", "điều", "5"),
    ("đ) Sở Tư pháp", "letter", "đ"),
    ("aa) Sở Tư pháp", "letter", "aa"),
    ("a1) Sở Tư pháp", "letter", ""),
    ("a. Sở Tư pháp", "letter", "a"),
    ("- Sở Tư pháp", "dash", ""),
    ("– Sở Tư pháp", "dash", ""),
    ("• Sở Tư pháp", "dash", ""),
    ("-Sở Tư pháp", "dash", ""),
    ("+ Sở Tư pháp", "plus", ""),
    ("II. NHIỆM VỤ", "roman", "ii"),
    ("IV- Tổ chức", "roman", "iv"),
    ("B. NỘI DUNG", "capital", "b"),
    ("Chương II", "chapter", "ii"),
    ("Mục 1. QUY ĐỊNH CHUNG", "section", "1"),
    ("Phần thứ hai", "part", ""),
    ("PHỤ LỤC II", "annex", "ii"),
    ("Phụ lục", "annex", ""),
    ("Căn cứ Luật Đất đai;", "clause", ""),
    ("*Căn cứ* Luật Đất đai;", "clause", ""),
    ("CĂN CỨ Luật Đất đai;", "clause", ""),
    ("Xét Tờ trình số 12;", "clause", ""),
    ("QUYẾT ĐỊNH:", "enacting", ""),
    ("[1] Thông tư số 5", "note", "1"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind", "label"), OPENING)
def test_what_a_line_opens(line: str, kind: str, label: str) -> None:
    found = units("Nội dung trước.\n" + line + "\n")
    assert len(found) == 2
    assert found[1][0] == kind
    if label:
        assert found[1][1] == label


# the line before and the line that only begins like a mark: one unit
NEAR_MISSES = [
    ("Thực hiện theo quy định tại khoản", "2. Điều 5 của Luật này"),
    ("theo quy định tại", "Điều 5 của Luật này"),
    ("theo quy định tại khoản 2", "Điều 5 Nghị định này được thực hiện"),
    ("theo mẫu tại", "Phụ lục II ban hành kèm theo Quyết định này"),
    ("quy định tại Mục 1,", "Mục 2 của Chương này"),
    ("trong giai đoạn 2021", "- 2025 trên địa bàn tỉnh"),
    ("Ủy ban nhân dân các xã", "– thị trấn trên địa bàn"),
    ("theo quy định của", "Chương II Nghị định này"),
    ("ban hành ngày", "12 tháng 3 năm 2020 của tỉnh"),
    ("với tổng số tiền là", "1.200.000 đồng trong năm"),
    ("được ban hành và", "căn cứ tình hình thực tế để triển khai"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "line"), NEAR_MISSES)
def test_in_mid_sentence_nothing_opens(before: str, line: str) -> None:
    assert [kind for kind, _, _ in units(f"Các đơn vị {before}\n{line}\n")] == ["paragraph"]


# words at the head of a paragraph that open no unit
PLAIN = [
    "Điều này được áp dụng cho",
    "Điều kiện hưởng trợ cấp",
    "Mục đích của kế hoạch",
    "Mục tiêu 5 năm",
    "Phần mềm quản lý",
    "Chương trình số 5",
    "Phụ lục này gồm",
    "2021 là năm đầu tiên",
    "30.000 đồng mỗi hộ",
    "A là đơn vị chủ trì",
    "Xét thấy cần thiết",
    "Căn cước công dân",
    "(Kèm theo Quyết định này)",
    "Quyết định này có hiệu lực",
]  # fmt: skip


@pytest.mark.parametrize("line", PLAIN)
def test_words_that_are_no_mark(line: str) -> None:
    assert [kind for kind, _, _ in units(f"Nội dung trước.\n\n{line}\n")] == ["paragraph", "paragraph"]
