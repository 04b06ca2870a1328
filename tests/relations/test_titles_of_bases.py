"""The title of a basis that does more than one thing: "Căn cứ Nghị định A quy định về …; quy định chi tiết … Luật B;".

Among the bases nobody acts but the documents cited there, and nothing is enacted.
"""

# ruff: noqa: E501 (lines stay whole)
from __future__ import annotations

import itertools

import pytest
from statements import stated

HEAD = (
    "ỦY BAN NHÂN DÂN TỈNH HÀ NAM\nSố: 77/2025/QĐ-UBND\nQUYẾT ĐỊNH\nBan hành Quy định về thi đua\n"
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;\n"
)
TAIL = (
    "\nCăn cứ Nghị định số 1/2024/NĐ-CP của Chính phủ về công tác văn thư;\nTheo đề nghị của Giám đốc Sở Nội vụ;\n"
    "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy định về thi đua."
)
# a basis, and its like that it may change
BASES = {
    "Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ": "Nghị định số 98/2023/NĐ-CP",
    "Thông tư số 12/2025/TT-BCT của Bộ trưởng Bộ Công Thương": "Thông tư số 02/2023/TT-BCT",
    "Nghị quyết số 15/2025/NQ-HĐND": "Nghị quyết số 02/2023/NQ-HĐND",
}
TITLES = (
    "quy định về phân cấp trong lĩnh vực thi đua, khen thưởng",
    "quy định hồ sơ, trình tự thẩm định giá",
    "về tổ chức bộ máy",
    "hướng dẫn lập dự toán",
    "ban hành Quy chế bảo vệ bí mật",
)
SEPARATORS = ("; ", ";\n", ", ", " và ")
VERBS = {
    "quy định chi tiết và hướng dẫn thi hành một số điều của": "guides",
    "hướng dẫn thi hành": "guides",
    "hướng dẫn thực hiện một số nội dung của": "guides",
    "sửa đổi, bổ sung một số điều của": "amends",
    "bãi bỏ": "repeals",
    "thay thế": "replaces",
}
LAW = "Luật Giá số 16/2023/QH15"


def code(citation: str) -> str:
    return next(word for word in citation.split() if "/" in word)


@pytest.mark.parametrize("separator", SEPARATORS)
@pytest.mark.parametrize("verb", sorted(VERBS))
def test_second_verb_of_a_title(verb: str, separator: str) -> None:
    """What the title does besides is done by the document cited, not by the text."""
    for (basis, like), title in itertools.product(BASES.items(), TITLES):
        other = LAW if VERBS[verb] == "guides" else like
        line = f"Căn cứ {basis} {title}{separator}{verb} {other};"
        assert stated(HEAD + line + TAIL) == {(code(basis), VERBS[verb], code(other))}, line
        own = "77/2025/QĐ-UBND"
        bases = {(own, "based_on", code(b)) for b in (basis, "72/2025/QH15", "1/2024/NĐ-CP")}
        assert stated(HEAD + line + TAIL, of=("based_on",)) == bases, line


# a basis, what is stated besides that it is one
LINES = [
    ("Thông tư số 24/2024/TT-BNV quy định chi tiết một số điều của Luật Giá số 16/2023/QH15; bãi bỏ Thông tư số 5/2020/TT-BNV;",
     {("24/2024/TT-BNV", "guides", "16/2023/QH15"), ("24/2024/TT-BNV", "repeals", "5/2020/TT-BNV")}),
    ("Thông tư số 24/2024/TT-BNV sửa đổi Thông tư số 5/2020/TT-BNV về tuyển dụng; hướng dẫn thi hành Luật Giá số 16/2023/QH15;",
     {("24/2024/TT-BNV", "amends", "5/2020/TT-BNV"), ("24/2024/TT-BNV", "guides", "16/2023/QH15")}),
    # it is changed itself, by what came later
    ("Nghị định số 152/2020/NĐ-CP quy định về cán bộ; sửa đổi, bổ sung bởi Nghị định số 98/2025/NĐ-CP;",
     {("98/2025/NĐ-CP", "amends", "152/2020/NĐ-CP")}),
    ("Nghị định số 24/2014/NĐ-CP quy định tổ chức cơ quan; sửa đổi, bổ sung Nghị định số 107/2020/NĐ-CP;", set()),
    # nouns, and other papers
    ("Nghị định số 24/2024/NĐ-CP quy định tổ chức cơ quan; hướng dẫn tại Thông tư số 1/2023/TT-BNV;", set()),
    ("Nghị định số 24/2014/NĐ-CP quy định tổ chức cơ quan; hướng dẫn số 12-HD/BTCTW của Ban Tổ chức Trung ương;", set()),
    # what a minute asks for is not done yet; nothing is enacted among the bases
    ("Thông báo số 387/TB-UBND về kết luận phiên họp; sửa đổi Quyết định số 5/2020/QĐ-UBND;", set()),
    ("Nghị quyết số 15/2025/NQ-HĐND của Hội đồng nhân dân tỉnh; sửa đổi Nghị quyết số 2/2023/NQ-HĐND;", set()),
    ("Quyết định số 150/QĐ-UBND ngày 01/02/2025 về giao chỉ tiêu; bãi bỏ Quyết định số 5/QĐ-UBND;", set()),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), LINES)
def test_what_a_basis_says(line: str, expected: set[tuple[str, str, str]]) -> None:
    assert stated(f"{HEAD}Căn cứ {line}{TAIL}") == expected
