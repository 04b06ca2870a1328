"""Ends in other words, last days, and what a letter or an article tells of the document it has just named."""

from __future__ import annotations

import pytest
from test_effects import HEAD, PREAMBLE, spoken, told

from graph.pipeline import extract

Fact = tuple[str, str, str | None, str]


def own(kind: str, date: str | None, provisions: str = "") -> Fact:
    return ("", kind, date, provisions)


def four(kind: str, date: str | None, provisions: str = "") -> Fact:
    return ("4", kind, date, provisions)


X = "Thông tư số 4/2020/TT-BXD ngày 01 tháng 4 năm 2020 của Bộ trưởng Bộ Xây dựng"
Y = "Thông tư số 5/2021/TT-BXD"

ENDS: list[tuple[str, set[Fact]]] = [
    (f"2. Việc áp dụng {X} chấm dứt từ ngày 01 tháng 01 năm 2032", {four("ended", "2032-01-01")}),
    (f"2. Hiệu lực của {X} chấm dứt kể từ ngày 01/01/2032", {four("ended", "2032-01-01")}),
    (f"2. Việc thực hiện {X} và {Y} chấm dứt từ ngày 01/01/2032",
     {four("ended", "2032-01-01"), ("5", "ended", "2032-01-01", "")}),
    (f"2. Thời hạn áp dụng {X} kết thúc vào ngày 31/12/2031", {four("until", "2031-12-31")}),
    (f"2. Việc áp dụng Điều 5 {X} chấm dứt từ ngày 01/01/2032", {four("ended", "2032-01-01", "điều 5")}),
    (f"2. Không áp dụng {X} kể từ ngày 01/10/2031", {four("ended", "2031-10-01")}),
    (f"2. Không tiếp tục áp dụng {X} từ ngày 01/10/2031", {four("ended", "2031-10-01")}),
    (f"2. {X} không còn được áp dụng kể từ ngày 01/10/2031", {four("ended", "2031-10-01")}),
    (f"2. Không áp dụng {X} đối với hồ sơ nộp từ ngày 01/10/2031", set()),
    (f"2. {X} không áp dụng cho các dự án khởi công từ ngày 01/10/2031", set()),
    ("2. Việc áp dụng mức giá mới chấm dứt từ ngày 01/10/2031", set()),
    (f"2. Việc áp dụng mức giá quy định tại {X} cho người nghèo chấm dứt từ ngày 01/10/2031", set()),
    # of all but a part, which stands in front
    (f"2. {X}, trừ Phụ lục IV, hết hiệu lực kể từ ngày Thông tư này có hiệu lực",
     {four("ended", None, "toàn bộ, trừ Phụ lục IV")}),
    (f"2. {X}, trừ Điều 4 và Điều 5, hết hiệu lực kể từ ngày 01/7/2031",
     {four("ended", "2031-07-01", "toàn bộ, trừ Điều 4 và Điều 5")}),
    # lists behind a colon, numbered as the clauses are
    (f"Điều 2. Kéo dài thời hạn áp dụng đến hết ngày 31/12/2032 đối với các Thông tư sau:\n1. {X};\n2. {Y}",
     {four("until", "2032-12-31"), ("5", "until", "2032-12-31", "")}),
    (f"Điều 2. Kể từ ngày 01/8/2031, bãi bỏ các Thông tư sau:\n1. {X}.\n2. {Y}.\nĐiều 3. Sở Xây dựng thi hành",
     {four("ended", "2031-08-01"), ("5", "ended", "2031-08-01", "")}),
    (f"1. Kéo dài thời hạn áp dụng đến hết ngày 31/12/2032 đối với các Thông tư sau:\na) {X}.\n2. {Y} vẫn áp dụng",
     {four("until", "2032-12-31")}),
    # a last day
    (f"2. {X} được áp dụng đến hết ngày 31 tháng 12 năm 2031", {four("until", "2031-12-31")}),
    (f"2. {X} chỉ áp dụng đến ngày 31/12/2031", {four("until", "2031-12-31")}),
    (f"2. Chính sách hỗ trợ tại {X} được áp dụng đến hết ngày 31/12/2031", set()),
    (f"2. Mức giá được áp dụng đến hết ngày 31/12/2031 theo {X}", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), ENDS)
def test_ends_and_last_days(sentence: str, wanted: set[Fact]) -> None:
    assert told(spoken(sentence)) == wanted


def test_an_article_with_a_day_of_its_own_ends_others_on_that_day() -> None:
    text = (
        f"Điều 3. Bãi bỏ Điều 7 {X}.\n\nĐiều 4. Bãi bỏ khoản 2 Điều 8 {Y}.\n\nĐiều 5. Thông tư này có hiệu lực từ ngày"
        " 08 tháng 8 năm 2031; riêng Điều 3 có hiệu lực từ ngày 01 tháng 7 năm 2031"
    )
    assert told(spoken(text)) == {
        own("in-force", "2031-08-08"), own("in-force", "2031-07-01", "điều 3"),
        four("ended", "2031-07-01", "điều 7"), ("5", "ended", None, "khoản 2, điều 8"),
    }  # fmt: skip


LETTER = (
    "BỘ XÂY DỰNG\n\nSố: 70/BXD-QLN\nV/v nhà ở\n\nHà Nội, ngày 10 tháng 3 năm 2031\n\nKính gửi: Sở Xây dựng tỉnh Hà"
    " Nam\n\n"
)
TOLD: list[tuple[str, set[Fact]]] = [
    (f"{X} quy định về nhà ở. Thông tư này có hiệu lực từ ngày 15/5/2020.", {four("in-force", "2020-05-15")}),
    (f"Bộ đã ban hành {X}. Thông tư này có hiệu lực kể từ ngày ký.", {four("in-force", "2020-04-01")}),
    (f"Điều 9 {X} quy định: “1. Thông tư này có hiệu lực từ ngày 15/5/2020 đến hết ngày 31/12/2035.”",
     {four("in-force", "2020-05-15"), four("until", "2035-12-31")}),
    # two of a kind: nobody knows which
    (f"{X} và {Y} quy định về nhà ở. Thông tư này có hiệu lực từ ngày 15/7/2021.", set()),
    (f"{Y} sửa đổi {X}. Thông tư này có hiệu lực từ ngày 15/7/2021.", {("5", "in-force", "2021-07-15", "")}),
    # of another kind
    (f"{X} quy định về nhà ở. Nghị định này có hiệu lực từ ngày 15/5/2020.", set()),
    # its force is a date only
    (f"{X} quy định về nhà ở. Hồ sơ nộp trước ngày Thông tư này có hiệu lực từ ngày 15/5/2020.", set()),
    (f"{X} được áp dụng đến hết ngày 31/12/2031.", {four("until", "2031-12-31")}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), TOLD)
def test_what_a_letter_tells(body: str, wanted: set[Fact]) -> None:
    assert told(extract(LETTER + body + "\n")) == wanted


def test_an_article_tells_of_the_document_it_names() -> None:
    text = f"Nhà ở mới\n\nNgày 01/4/2020, Bộ Xây dựng ban hành {X}.\n\nThông tư này có hiệu lực từ ngày 15/5/2020.\n"
    assert told(extract(text)) == {four("in-force", "2020-05-15")}


def test_an_article_quoted_whole_is_not_of_what_its_text_cites() -> None:
    text = (
        f"Thông tư mới về nhà ở\n\nĐiều 1. Phạm vi\n\nThông tư quy định chi tiết về nhà ở theo {X}.\n\n**Điều 3. Điều"
        " khoản thi hành**\n\n1. Thông tư này có hiệu lực từ ngày 28 tháng 11 năm 2031.\n"
    )
    assert told(extract(text)) == set()


def test_a_bracket_behind_the_day_of_effect() -> None:
    """ "… kể từ ngày … (thay thế X và Y)": who replaces is said in front of the bracket."""
    found = spoken(f"Điều 2. Thông tư này có hiệu lực từ ngày 03/5/2031 (thay thế {X} và {Y})")
    source = found.source_document
    assert source is not None
    codes = {d.id: d.code for d in found.documents}
    replaced = {codes[r.object] for r in found.relations if r.predicate == "replaces" and r.subject == source.id}
    assert replaced == {"4/2020/TT-BXD", "5/2021/TT-BXD"}


def test_a_sentence_below_a_title_that_ends_with_a_document_is_of_its_own() -> None:
    text = (
        "BỘ XÂY DỰNG\nSố: 7/HD-BXD\nHà Nội, ngày 10 tháng 3 năm 2031\nHƯỚNG DẪN\nthực hiện một số nội dung Quy định số"
        " 69-QĐ/TW\nHướng dẫn này có hiệu lực từ ngày ký.\n"
    )
    assert told(extract(text)) == {own("in-force", "2031-03-10")}


NOTE = (
    "VĂN BẢN HỢP NHẤT - BỘ XÂY DỰNG\n\nTHÔNG TƯ\n\n"
    "Sửa đổi Thông tư số 4/2020/TT-BXD quy định về nhà ở\n\nThông"
    " tư số 5/2021/TT-BXD ngày 01 tháng 6 năm 2021 của Bộ trưởng Bộ Xây dựng sửa đổi Thông tư số"
    " 4/2020/TT-BXD quy định về nhà ở, có hiệu lực kể từ ngày 15 tháng 7 năm 2021, được sửa đổi, bổ sung"
    " bởi:\n\nThông tư số 7/2023/TT-BXD ngày 01"
    " tháng 6 năm 2023 của Bộ trưởng Bộ Xây dựng, có hiệu lực kể từ ngày 01 tháng 8 năm 2023.\n\nCăn cứ Luật Nhà"
    " ở;\n\nĐiều 9. Hiệu lực\n\n1. Thông tư này có hiệu lực từ ngày 15 tháng 7 năm 2021.\n\nXÁC THỰC VĂN BẢN HỢP"
    " NHẤT\n\nSố: 9/VBHN-BXD\n\nHà Nội, ngày 02 tháng 9 năm 2023\n"
)


def test_the_original_of_a_consolidated_text_is_not_what_its_title_amends() -> None:
    assert told(extract(NOTE)) == {("5", "in-force", "2021-07-15", ""), ("7", "in-force", "2023-08-01", "")}


def test_a_footnote_that_a_page_has_cut_has_lost_its_subject() -> None:
    text = (
        "hồ sơ như sau:\n\n4/2020/TT-BXD, Thông tư số 5/2021/TT-BXD ngày 01 tháng 6 năm 2021 của Bộ trưởng Bộ Xây dựng"
        " được sửa đổi, bổ sung bởi Thông tư số 4/2020/TT-BXD, có hiệu lực kể từ ngày 03 tháng 02 năm 2031"
    )
    assert told(extract(f"{HEAD}{PREAMBLE}{text}.\n")) == set()


LIST_HEAD = (
    "BỘ XÂY DỰNG\nSố: 70/QĐ-BXD\nHà Nội, ngày 10 tháng 3 năm 2031\nQUYẾT ĐỊNH\nCông bố Danh mục\nĐiều 1. Công bố"
    " kèm theo Danh mục văn bản hết hiệu lực.\n\nDANH MỤC VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ NĂM 2030\n\n| STT | Loại | Số,"
    " ký hiệu | Tên gọi | Lý do | Ngày hết hiệu lực |\n| --- | --- | --- | --- | --- | --- |\n"
)
ROWS: list[tuple[str, set[Fact]]] = [
    ("Thông tư | 15/2020/TT-BXD ngày 01/4/2020 | Về nhà ở | Thông tư 5/2030/TT-BXD thay thế",
     {("15", "ended", "2030-05-01", "")}),
    ("Thông tư | 1 6/2020/TT- BXD ngày 01/4/2020 | Về nhà ở | Hết thời hạn", {("16", "ended", "2030-05-01", "")}),
    ("Quyêt định | Quyêt định số 17/2020/QĐ-BXD | Về nhà ở | Hết thời hạn", {("17", "ended", "2030-05-01", "")}),
    # the own number is not read: nothing else of the row has ended
    ("Thông tư | l5/2O20/TT-BXD | Về nhà ở sửa đổi Thông tư số 99/2018/TT-BXD | Hết thời hạn", set()),
    ("Thông tư | VPQU ngày 01/4/2020 | Về nhà ở | Bị bãi bỏ bởi Thông tư 6/2030/TT-BXD", set()),
    ("Công văn | 18 ngày 01/4/2020 | Thực hiện Quyết định số 7/2016/QĐ-TTg | Hết thời hạn", set()),
    ("Quyết định | VPQU | Quy chế ban hành kèm theo Quyết định số 7/2016/QĐ-TTg | Hết thời hạn", set()),
]  # fmt: skip


@pytest.mark.parametrize(("row", "wanted"), ROWS)
def test_rows_whose_number_is_torn_or_lost(row: str, wanted: set[Fact]) -> None:
    assert told(extract(f"{LIST_HEAD}| 1 | {row} | 01/5/2030 |\n")) == wanted
