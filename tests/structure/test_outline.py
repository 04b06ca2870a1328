"""The tree of a text: what is one unit, what stands in what, what introduces what."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from laid import number_of, units, words

from graph.structure import lay_out

# text, the words of its units
ONE_UNIT_EACH = [
    # wraps
    ("Căn cứ Luật Tổ chức\nchính quyền địa phương;", ["Căn cứ Luật Tổ chức chính quyền địa phương;"]),
    ("1. Quyết định số\n27/2009/QĐ-UBND ngày\n26 tháng 8;", ["1. Quyết định số 27/2009/QĐ-UBND ngày 26 tháng 8;"]),
    ("Theo Thông tư của\nBộ trưởng Bộ Tài chính", ["Theo Thông tư của Bộ trưởng Bộ Tài chính"]),
    ("Ủy ban nhân dân tỉnh ban\n\nhành Kế hoạch", ["Ủy ban nhân dân tỉnh ban hành Kế hoạch"]),
    ("Quyết định của\n\nỦy ban nhân dân tỉnh", ["Quyết định của Ủy ban nhân dân tỉnh"]),
    ("Sở Tư pháp,\nSở Tài chính", ["Sở Tư pháp, Sở Tài chính"]),
    # paragraphs
    ("Câu thứ nhất.\nCâu thứ hai.", ["Câu thứ nhất.", "Câu thứ hai."]),
    ("Đoạn thứ nhất\n\nĐoạn thứ hai", ["Đoạn thứ nhất", "Đoạn thứ hai"]),
    ("KẾ HOẠCH\nTriển khai thi hành Luật Thanh tra", ["KẾ HOẠCH", "Triển khai thi hành Luật Thanh tra"]),
    # items
    ("Gồm:\n- Sở Tư pháp;\n- Sở Tài chính.", ["Gồm:", "- Sở Tư pháp;", "- Sở Tài chính."]),
    ("a) Sở Tư pháp;\nb) Sở Tài chính.", ["a) Sở Tư pháp;", "b) Sở Tài chính."]),
    ("* Sở Tư pháp.\n* Sở Tài chính.", ["Sở Tư pháp.", "Sở Tài chính."]),
    # marks alone on their line
    ("1.\nSở Tư pháp.\n2.\nSở Tài chính.", ["1. Sở Tư pháp.", "2. Sở Tài chính."]),
    ("-\nSở Tư pháp;\n-\nSở Tài chính.", ["- Sở Tư pháp;", "- Sở Tài chính."]),
    ("Điều 9.\nBãi bỏ các văn bản sau", ["Điều 9. Bãi bỏ các văn bản sau"]),
    # rules and blank lines
    ("Đoạn một.\n--------\n\n \nĐoạn hai.", ["Đoạn một.", "Đoạn hai."]),
    # page numbers and running heads
    ("Quyết định này thay\n\n17\n\nthế Quyết định số 5", ["Quyết định này thay thế Quyết định số 5"]),
    ("theo Quyết định số\n\n17\n\n5/QĐ-UBND", ["theo Quyết định số 5/QĐ-UBND"]),
    ("1. Sở Tư pháp và\n\n3\n\nSở Tài chính", ["1. Sở Tư pháp và Sở Tài chính"]),
    ("về việc\n\n12 CÔNG BÁO/Số 242/Ngày 22-04-2026\n\n triển khai", ["về việc triển khai"]),
    ("về việc\nCÔNG BÁO/Số 242/Ngày 22-04-2026 \n81 \n \ntriển khai", ["về việc triển khai"]),
    ("Hết câu.\n\n12 CÔNG BÁO/Số 242/Ngày 22-04-2026\n\nCâu sau.", ["Hết câu.", "Câu sau."]),
    ("hướng dẫn\n\n2 CÔNG BÁO/Số 503 + 504/Ngày 20-02-2023\n\nthi hành", ["hướng dẫn thi hành"]),
    # tables
    ("| TT | Tên |\n|---|---|\n| 1 | Sở Tư pháp |", ["TT", "Tên", "1", "Sở Tư pháp"]),
    ("| **1** | *Sở Tư pháp* |", ["1", "Sở Tư pháp"]),
    ("Danh mục:\n| 1 | Quyết định số 5 |\nHết.", ["Danh mục:", "1", "Quyết định số 5", "Hết."]),
    ("| Sở Tư pháp |\n\n| Sở Tài chính |", ["Sở Tư pháp", "Sở Tài chính"]),
    ("Điều 2. Danh mục\n1. Thông tư số 5\n2. Thông tư số 6", ["Điều 2. Danh mục", "1. Thông tư số 5", "2. Thông tư số 6"]),
    ("theo quy định tại Mục\n1. Phần B", ["theo quy định tại Mục 1. Phần B"]),
]  # fmt: skip


def seen(text: str) -> list[str]:
    """The words of each unit, page numbers and bare marks as they stand."""
    outline = lay_out(text)
    bounds = [(unit.start, unit.end) for unit in outline.units]
    found = [" ".join(outline.text[a:b].replace("*", " ").replace("|", " ").split()) for a, b in bounds]
    return [line.replace(" 17 ", " ").replace(" và 3 ", " và ").replace(".--------", ".") for line in found]


@pytest.mark.parametrize(("text", "wanted"), ONE_UNIT_EACH)
def test_units(text: str, wanted: list[str]) -> None:
    found = [line.removesuffix(" --------").removesuffix(" ---|---").strip() for line in seen(text)]
    assert [line.removesuffix("--- ---").strip() for line in found] == wanted


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\n \n\t\n"])
def test_the_lines_between_items_do_not_matter(gap: str) -> None:
    text = gap.join(["Điều 2. Bãi bỏ:", "1. Quyết định số 5.", "a) Điểm một.", "2. Quyết định số 6.", "Điều 3. Hết."])
    assert [(kind, label) for kind, label, _ in units(text)] == [
        ("điều", "2"), ("khoản", "1"), ("letter", "a"), ("khoản", "2"), ("điều", "3"),
    ]  # fmt: skip


# text; for each unit by its beginning the beginning of what introduces it ("" for nothing)
HOSTS = [
    # a colon
    ("Bãi bỏ các văn bản sau:\n- Quyết định A;\n- Quyết định B.", {"Quyết định A": "Bãi bỏ", "Quyết định B": "Bãi bỏ"}),
    ("Gồm các văn bản:\n\nQuyết định A.\n\nQuyết định B.", {"Quyết định A": "Gồm", "Quyết định B": "Gồm"}),
    ("Không giới thiệu gì.\n- Quyết định A.", {"Quyết định A": ""}),
    # headings, with and without a colon
    ("Điều 2. Bãi bỏ các văn bản\n1. Quyết định A.\n2. Quyết định B.", {"Quyết định A": "Bãi bỏ", "Quyết định B": "Bãi bỏ"}),
    ("Điều 2. Bãi bỏ\n1. Quyết định A.\nĐiều 3. Hết\n1. Quyết định B.", {"Quyết định A": "Bãi bỏ", "Quyết định B": "Hết"}),
    ("II. NHIỆM VỤ\n1. Quyết định A.\n2. Quyết định B.", {"Quyết định A": "NHIỆM VỤ", "Quyết định B": "NHIỆM VỤ"}),
    # nested lists
    (
        "Điều 2. Hiệu lực\n1. Bãi bỏ:\na) Quyết định A;\nb) Quyết định B.\n2. Thay thế:\na) Quyết định C.",
        {"Bãi bỏ": "Hiệu lực", "Quyết định A": "Bãi bỏ", "Quyết định B": "Bãi bỏ", "Thay thế": "Hiệu lực", "Quyết định C": "Thay thế"},
    ),
    (
        "1. Bãi bỏ:\na) Các Quyết định:\n- Quyết định A;\n- Quyết định B.\nb) Nghị quyết C.",
        {"Các Quyết định": "Bãi bỏ", "Quyết định A": "Các", "Quyết định B": "Các", "Nghị quyết C": "Bãi bỏ"},
    ),
    ("1. Bãi bỏ:\n- Quyết định A:\n+ Điều 1;\n+ Điều 2.\n- Quyết định B.", {"Điều 1": "Quyết định A", "Điều 2": "Quyết định A", "Quyết định B": "Bãi bỏ"}),
    # a paragraph behind a list is none of its members
    ("Bãi bỏ:\n- Quyết định A.\n\nCác sở thực hiện Quyết định này.", {"Quyết định A": "Bãi bỏ", "Các sở": ""}),
    # over a page
    ("Bãi bỏ:\n1. Quyết định A.\n\n17\n\n2. Quyết định B.", {"Quyết định A": "Bãi bỏ", "Quyết định B": "Bãi bỏ"}),
    # notes of a page, its number and its running head between an introduction and the list
    ("Điều 3. Bãi bỏ:\n\n- 6 -\n\na) Quyết định A;\nb) Quyết định B.", {"Quyết định A": "Bãi bỏ", "Quyết định B": "Bãi bỏ"}),
    ("Điều 3. Bãi bỏ:\nTrang 5/12\n- Quyết định A;\n- Quyết định B.", {"Quyết định A": "Bãi bỏ", "Quyết định B": "Bãi bỏ"}),
    ("Điều 3. Bãi bỏ:\n5\n1. Quyết định A;\n2. Quyết định B.", {"Quyết định A": "Bãi bỏ", "Quyết định B": "Bãi bỏ"}),
    ("Điều 3. Bãi bỏ:\n\n1 Xem Công báo.\n2 Sửa lỗi in.\n\n1. Quyết định A;\n2. Quyết định B.", {"1 Xem": "", "2 Sửa": "", "Quyết định A": "Bãi bỏ", "Quyết định B": "Bãi bỏ"}),
    ("Điều 3. Bãi bỏ:\n\nQuyết định số 9\n\n1. Quyết định A.", {"Quyết định số 9": "", "Quyết định A": "Bãi bỏ"}),
    ("Điều 3. Bãi bỏ:\nQuyết định A;\nQuyết định B;\n1. Giao các sở.", {"Quyết định A": "Bãi bỏ", "Giao": ""}),
    ("Điều 3. Như sau:\n“Điều 7. Phí”\n1. Giao các sở.", {"Giao": ""}),
    # a document a line, without stops; a name that a dash divides is one
    ("Bãi bỏ:\n- Quyết định số 1 của tỉnh\n- Nghị quyết số 2 của tỉnh", {"Quyết định số 1": "Bãi bỏ", "Nghị quyết số 2": "Bãi bỏ"}),
    ("Bãi bỏ các văn bản sau đây\n- Quyết định số 1\n+ Quyết định số 2", {"Quyết định số 1": "Bãi bỏ"}),
    ("Bãi bỏ những văn bản gồm\na) Quyết định số 1\nb) Quyết định số 2", {"Quyết định số 1": "Bãi bỏ", "Quyết định số 2": "Bãi bỏ"}),
    ("Bãi bỏ:\n- Thông tư của Bộ Lao động\n- Thương binh và Xã hội số 2", {"Thông tư của Bộ Lao động": "Bãi bỏ"}),
    # a list in a clause that counts anew, in its own shape or the clauses'
    ("Điều 3. Hiệu lực\n1. Giao các sở.\n2. Bãi bỏ:\n1) Quyết định A.\n2) Quyết định B.\n3) Quyết định C.\n3. Chánh Văn phòng thi hành.",
     {"Quyết định A": "Bãi bỏ", "Quyết định C": "Bãi bỏ", "Chánh": "Hiệu lực"}),
    ("Điều 3. Hiệu lực\n1. Giao các sở.\n2. Bãi bỏ:\n1. Quyết định A;\n2. Quyết định B;\n3. Quyết định C.\n3. Chánh Văn phòng thi hành.",
     {"Quyết định B": "Bãi bỏ", "Quyết định C": "Bãi bỏ", "Chánh": "Hiệu lực"}),
    ("Điều 3. Hiệu lực\n1. Bãi bỏ:\n1. Quyết định A.\n2. Chánh Văn phòng thi hành.", {"Quyết định A": "Bãi bỏ", "Chánh": "Hiệu lực"}),
    ("Bãi bỏ:\ni. Quyết định A;\nii. Quyết định B;\niii. Quyết định C.", {"Quyết định B": "Bãi bỏ", "Quyết định C": "Bãi bỏ"}),
    # cells
    ("Bãi bỏ các văn bản sau:\n\n| 1 | Quyết định A |\n| 2 | Quyết định B |", {"Quyết định A": "Bãi bỏ", "Quyết định B": "Bãi bỏ"}),
    # clauses of the preamble introduce nothing
    ("Căn cứ Luật A;\nCăn cứ Luật B;", {"Căn cứ Luật A": "", "Căn cứ Luật B": ""}),
    # recipients belong to nobody
    ("Điều 3. Các sở:\n\nNơi nhận:\n- Như Điều 3.", {"Nơi nhận": ""}),
    # the first item of a quotation
    ("Điều 1. Sửa đổi như sau:\n“1. Khoản A.\n2. Khoản B.”", {"“1. Khoản A": "Sửa đổi"}),
    pytest.param(
        "Điều 1. Sửa đổi như sau:\n“1. Khoản A.\n2. Khoản B.”", {"Khoản B": "Sửa đổi"},
        marks=pytest.mark.xfail(strict=True, reason="a mark behind “ opens no unit of its kind"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), HOSTS)
def test_who_introduces_whom(text: str, wanted: dict[str, str]) -> None:
    outline = lay_out(text)
    for beginning, host in wanted.items():
        found = outline.units[number_of(outline, beginning)].host
        if host:
            assert found >= 0, beginning
            assert words(outline, found).startswith(host), beginning
        else:
            assert found == -1, f"{beginning}: {words(outline, found)}"


LAW = (
    "QUYẾT ĐỊNH\nVề phí\n\nCăn cứ Luật A;\n\nChương I\nQUY ĐỊNH CHUNG\n\nMục 1\nPHẠM VI\n\nĐiều 2. Hiệu lực\n\n1. Bãi bỏ:\n"
    "a) Quyết định A;\nb) Quyết định B.\n\n2. Thay thế Quyết định C.\n\nĐiều 3. Tổ chức\n\nCác sở thực hiện.\n\n"
    "PHỤ LỤC II\nDANH MỤC\n\n1. Quyết định D.\n"
)
PATHS = [
    ("Quyết định A", (("điều", "2"), ("khoản", "1"), ("điểm", "a"))),
    ("Quyết định B", (("điều", "2"), ("khoản", "1"), ("điểm", "b"))),
    ("Thay thế", (("điều", "2"), ("khoản", "2"))),
    ("Các sở", (("điều", "3"),)),
    ("Quyết định D", (("phụ lục", "ii"), ("khoản", "1"))),
    ("Căn cứ", ()),
]


@pytest.mark.parametrize(("beginning", "path"), PATHS)
def test_the_provision_of_a_unit(beginning: str, path: tuple[tuple[str, str], ...]) -> None:
    outline = lay_out(LAW)
    assert outline.path(number_of(outline, beginning)) == path


PLAN_PATHS = [
    ("Sở Tư pháp", (("mục", "ii"), ("khoản", "1"))),
    ("Sở Tài chính", (("mục", "ii"), ("khoản", "1"), ("điểm", "b"))),
    ("Sở Y tế", (("mục", "iii"),)),
]


@pytest.mark.parametrize(("beginning", "path"), PLAN_PATHS)
def test_the_section_of_a_plan(beginning: str, path: tuple[tuple[str, str], ...]) -> None:
    text = "I. MỤC ĐÍCH\n\nII. NHIỆM VỤ\n\n1. Sở Tư pháp:\na) Rà soát.\nb) Sở Tài chính.\n\nIII. TỔ CHỨC\n\nSở Y tế chủ trì.\n"
    outline = lay_out(text)
    assert outline.path(number_of(outline, beginning)) == path


def test_children_are_what_a_unit_introduces() -> None:
    outline = lay_out(LAW)
    host = number_of(outline, "Bãi bỏ")
    assert [words(outline, n) for n in outline.children(host)] == ["Quyết định A;", "Quyết định B."]


def test_at_and_index_are_bounded() -> None:
    outline = lay_out("a\n\nB\n\nC")
    assert outline.index(-5) == 0
    assert outline.index(10_000) == len(outline.units) - 1
    for number, unit in enumerate(outline.units):
        assert outline.index(unit.start) == outline.index(unit.end - 1) == number
        assert outline.at(unit.start) == unit


def test_an_empty_text_has_one_empty_unit() -> None:
    (unit,) = lay_out("").units
    assert (unit.start, unit.end, unit.parent, unit.host) == (0, 0, -1, -1)


def test_a_unit_is_divided_where_a_title_ends() -> None:
    text = "BÁO CÁO\n\nKết quả công tác\nSở Nội vụ báo cáo như sau:\n1. Kết quả\n2. Tồn tại"
    outline = lay_out(text)
    at = text.index("\nSở") + 1
    parts = outline.divided(at)
    assert [text[unit.body : unit.end].strip() for unit in parts.units] == [
        "BÁO CÁO", "Kết quả công tác", "Sở Nội vụ báo cáo như sau:", "Kết quả", "Tồn tại",
    ]  # fmt: skip
    assert [(unit.start, unit.end) for unit in parts.units][1:3] == [(9, at), (at, text.index("1."))]
    assert [unit.host for unit in parts.units] == [-1, -1, -1, 2, 2]
    assert parts.divided(at) is parts
    assert outline.divided(-1) is outline and outline.divided(len(text) + 5) is outline


def test_paragraphs_of_a_title_are_joined() -> None:
    text = "QUYẾT ĐỊNH\n\nVỀ MỨC THU\n\nCỦA TRƯỜNG\n\nCăn cứ Luật Giá;\nĐiều 1. Bãi bỏ các văn bản sau:\n1. Một\n2. Hai"
    outline = lay_out(text)
    whole = outline.joined(text.index("VỀ"), text.index("\n\nCăn"))
    assert [text[unit.body : unit.end].strip() for unit in whole.units][:2] == [
        "QUYẾT ĐỊNH",
        "VỀ MỨC THU\n\nCỦA TRƯỜNG",
    ]
    assert [unit.host for unit in whole.units] == [-1, -1, -1, -1, 3, 3]
    assert outline.joined(-1, -1) is outline
    assert outline.joined(0, len(text)) is outline  # clauses and articles are no title
