"""Citations with a slip in the date, the symbol or the words around: what is read and what is only reported."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import codes

from graph import extract
from graph.model import Document

HEAD = (
    "UBND TỈNH AN GIANG\nSỞ TƯ PHÁP\nSố: 21/BC-STP\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nAn Giang, ngày 05 tháng 12 năm 2025\n\nBÁO CÁO\nCông tác quý I\n\n"
)


def cited(sentence: str) -> list[Document]:
    return [d for d in extract(HEAD + sentence + "\n").documents if not d.is_source]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Nghị định số 78/2025/NĐ-CP ngày ngày 01/4/2025 của Chính phủ.", "2025-04-01"),
        ("Quyết định 2286/QĐ-BTC năm 2025 ngày 30/6/2025.", "2025-06-30"),
        ("Quyết định 2286/QĐ-BTC năm 2025.", "2025"),
        ("Quyết định 2286/QĐ-BTC năm 2025 ngày 30/6/2024.", "2025"),
        ("Ngày 09/7/2025, Bảo hiểm xã hội Việt Nam ban hành Công văn 1521/BHXH-TCCB năm 2025.", "2025-07-09"),
        ("Ngày 09/7/2024, Bảo hiểm xã hội Việt Nam ban hành Công văn 1521/BHXH-TCCB năm 2025.", "2025"),
        ("Nghị quyết số 57-NQ/TW ngày 22 tháng 12 nám 2024 của Bộ Chính trị.", "2024-12-22"),
    ],
)
def test_words_that_stand_in_the_way_of_a_date(sentence: str, date: str) -> None:
    assert [d.date for d in cited(sentence)] == [date]


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("Nghị định số 214/2025/NĐ-CP ngày 04 tháng 8 năm 2028 của Chính phủ.", "2025"),
        ("Nghị định 11/2014/NĐ-CP ngày 18/2/2024 của Chính phủ.", "2014"),
        ("Thông tư số 5/2023/TT-BTC ngày 10/01/2022.", "2023"),
    ],
)
def test_a_date_against_the_year_of_the_number(sentence: str, date: str) -> None:
    found = extract(HEAD + sentence + "\n")
    assert [d.date for d in found.documents if not d.is_source] == [date]
    assert [f.kind for f in found.findings] == ["conflicting-date"]


def test_the_date_in_the_year_of_the_number_is_believed() -> None:
    said = "Nghị định số 69/2018/NĐ-CP ngày 15/5/2018; theo Nghị định số 69/2018/NĐ-CP ngày 15/5/2025 của Chính phủ."
    assert [d.date for d in cited(said)] == ["2018-05-15"]


@pytest.mark.parametrize(
    ("sentence", "issuer", "place"),
    [
        ("Chỉ thị số 15/CTT-TTg ngày 22 tháng 5 năm 2012 của Thủ tướng Chính phủ.", "Thủ tướng Chính phủ", None),
        ("công văn số 324/QTR-KTr2 ngày 22/7/2025 của Thuế tỉnh Quảng Trị.", "Thuế tỉnh", "Quảng Trị"),
        ("công văn số 5581/BNl-QLDN1 ngày 14/10/2025 của Thuế tỉnh Bắc Ninh.", "Thuế tỉnh", "Bắc Ninh"),
        ("công văn số 315/BC-BKHCN ngày 31/10/2025.", "Bộ Khoa học và Công nghệ", None),
        ("Quyết định 839/QĐ-UBND năm 2025 của tỉnh Nghệ An.", "Ủy ban nhân dân tỉnh", "Nghệ An"),
        ("Nghị quyết số 5/2025/NQ-HĐND của thành phố Đà Nẵng.", "Hội đồng nhân dân thành phố", "Đà Nẵng"),
        ("Chỉ thị 03/CT-UBND năm 2025 do Thành phố Hà Nội ban hành.", "Ủy ban nhân dân thành phố", "Hà Nội"),
        ("Chỉ thị 03/CT-UBND do Thành phố Hà Nội góp ý.", "Ủy ban nhân dân tỉnh", "An Giang"),
        # what is said in a document is its issuer's
        ("Theo chỉ đạo của Bộ Chính trị tại Thông báo kết luận số 99-TB/TW.", "Bộ Chính trị", None),
        ("Theo ý kiến của Ban Bí thư tại văn bản số 213-KL/TW ngày 21/11/2025.", "Ban Bí thư", None),
        ("Theo chỉ đạo của Bộ Chính trị tại Công văn số 17129-CV/VPTW.", "Văn phòng Trung ương Đảng", None),
        ("Theo đề nghị của Bộ Y tế tại Tờ trình số 12/TTr-BTC.", "Bộ Tài chính", None),
    ],
)
def test_issuers_beside_odd_symbols(sentence: str, issuer: str, place: str | None) -> None:
    assert [(d.issuer, d.place) for d in cited(sentence)] == [(issuer, place)]


def test_each_member_of_a_series_has_its_own_issuer() -> None:
    said = (
        "Căn cứ chỉ đạo của Tổng Bí thư, của Bộ Chính trị tại thông báo số 99-TB/TW ngày 21/11/2025, "
        "của Ban Bí thư tại văn bản số 213-KL/TW ngày 21/11/2025."
    )
    assert [(d.code, d.issuer) for d in cited(said)] == [("99-TB/TW", "Bộ Chính trị"), ("213-KL/TW", "Ban Bí thư")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Luật sư Phan Anh và Giáo sư Tạ Quang Bửu sáng lập năm 1945.",
        "Luật sư xúc phạm người tiến hành tố tụng từ ngày 15/11/2024 thì bị xử phạt.",
        "| Trình Quốc hội dự thảo Luật | Tháng 12/2025 |",
    ],
)
def test_no_laws(sentence: str) -> None:
    assert codes(HEAD + sentence) == []


def test_the_law_of_lawyers() -> None:
    assert [d.name for d in cited("Theo Luật Luật sư số 65/2006/QH11.")] == ["Luật Luật sư"]


def test_a_notice_is_no_number_of_a_bill() -> None:
    said = (
        "dự án Luật sửa đổi, bổ sung một số điều của 15 luật trong lĩnh vực nông nghiệp và môi trường theo chỉ đạo "
        "tại văn bản số 574/TB-VPCP ngày 23 tháng 10 năm 2025."
    )
    assert [(d.type, d.code) for d in cited(said)] == [("Thông báo", "574/TB-VPCP")]


@pytest.mark.parametrize(
    ("clipped", "full"),
    [
        ("Nghị định 302/2025/NĐ-C", "Nghị định số 302/2025/NĐ-CP ngày 19/11/2025"),
        ("Thông tư số 27/2018/TT-LĐTBXH ngày 25/12/2018", "Thông tư số 27/2018/TT-BLĐTBXH ngày 25/12/2018"),
        ("Thông tư 81/2025/TT-BC", "Thông tư số 81/2025/TT-BCA"),
        ("Thông tư số 09/2017/BLĐTBXH ngày 13/3/2017", "Thông tư số 09/2017/TT-BLĐTBXH ngày 13/3/2017"),
    ],
)
def test_a_clipped_symbol_is_the_full_one_beside_it(clipped: str, full: str) -> None:
    found = extract(f"{HEAD}Theo {full}; căn cứ {clipped} thực hiện.\n")
    code = full.split(" ngày ")[0].rpartition(" ")[2]
    assert [d.code for d in found.documents if not d.is_source] == [code]
    assert [f.kind for f in found.findings] == ["conflicting-symbol"]
    assert sum(m.document == found.documents[1].id for m in found.mentions) == 2


@pytest.mark.parametrize(
    ("mistaken", "full"),
    [
        ("Thông tư số 44/2023/TT-BTC ngày 29/12/2023 của Bộ trưởng Bộ Công Thương", "Thông tư số 44/2023/TT-BCT ngày 29/12/2023"),
        ("Thông tư số 06/2024/NĐ-CP", "Thông tư số 06/2024/TT-BNV ngày 14/8/2024"),
        ("Nghị định số 15/2025/QĐ-TTg ngày 01/3/2025", "Nghị định số 15/2025/NĐ-CP ngày 01/3/2025 của Chính phủ"),
        ("Quyết định số 12/2025/QĐ-UBND ngày 01/3/2025 của Thủ tướng Chính phủ", "Quyết định số 12/2025/QĐ-TTg ngày 01/3/2025"),
    ],
)  # fmt: skip
def test_a_symbol_that_contradicts_its_words_is_the_one_beside_it(mistaken: str, full: str) -> None:
    found = extract(f"{HEAD}Theo {full}; căn cứ {mistaken} thực hiện.\n")
    code = full.split(" ngày ")[0].rpartition(" ")[2]
    assert [d.code for d in found.documents if not d.is_source] == [code]
    assert [f.kind for f in found.findings] == ["conflicting-symbol"]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        # what the words say is right, another day, nothing that tells
        ("Thông tư số 44/2023/TT-BTC ngày 29/12/2023 của Bộ Tài chính, Thông tư số 44/2023/TT-BCT ngày 29/12/2023", 2),
        (
            "Thông tư số 44/2023/TT-BTC ngày 20/12/2023 của Bộ Công Thương, Thông tư số 44/2023/TT-BCT ngày 29/12/2023",
            2,
        ),
        ("Thông tư số 44/2023/TT-BTC và Thông tư số 44/2023/TT-BCT", 2),
        ("Nghị định số 15/2025/NĐ-CP và Quyết định số 15/2025/QĐ-TTg", 2),
        # two may be meant, another day, another body
        ("Thông tư số 81/2025/TT-BCA, Thông tư số 81/2025/TT-BCT và Thông tư 81/2025/TT-BC", 3),
        ("Thông tư số 81/2025/TT-BCA ngày 01/3/2025, Thông tư số 81/2025/TT-BC ngày 05/6/2025", 2),
        ("Thông tư số 5/2025/TT-BYT và Thông tư số 5/2025/TT-BTC", 2),
        ("Quyết định số 5/2025/QĐ-TTg và Nghị định số 5/2025/NĐ-T", 2),
    ],
)
def test_symbols_that_stay_apart(sentence: str, count: int) -> None:
    assert len({d.id for d in cited(f"Theo {sentence}.")}) == count


def test_numbers_of_forms_are_no_circulars() -> None:
    said = (
        "Phiếu thu (Mẫu số 01-TT), phiếu chi (Mẫu số 02-TT). Thay thế các Mẫu số 01-ĐĐN/SHTT/2020, 05-TT/SHTT/2020 "
        "và Mẫu số 06-TBTD/SHTT/2020. Thông tư số 5/2025/TT-BYT, 6/2025/TT-BYT."
    )
    assert codes(HEAD + said) == ["5/2025/TT-BYT", "6/2025/TT-BYT"]


@pytest.mark.parametrize(
    ("below", "date"),
    [
        ("(Kèm theo Nghị định số 170/2025/NĐ-CP ngày 30 tháng 6 năm 2025 của Chính phủ)", "2025-06-30"),
        ("(Kèm theo Nghị định số 170/2025/NĐ-CP, ngày 30/6/2025)", "2025-06-30"),
        ("(Kèm theo Nghị định số 170/2025/NĐ-CP ngày 30 tháng 6 năm 2024)", None),
        ("(Kèm theo Nghị định số 1170/2025/NĐ-CP ngày 30 tháng 6 năm 2025)", None),
        ("(Kèm theo Nghị định số 170/2025/NĐ-CP của Chính phủ)", None),
    ],
)
def test_the_head_of_an_annex_tells_the_day_that_the_head_lost(below: str, date: str | None) -> None:
    text = (
        "CHÍNH PHỦ\n-------\nSố: 170/2025/NĐ-CP\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"NGHỊ ĐỊNH\nQuy định về công chức\n\nCăn cứ Luật Cán bộ;\n\nĐiều 1. Nội dung.\n\nPhụ lục I\n{below}\n"
    )
    own = extract(text).source_document
    assert own is not None
    assert own.date == date


def test_a_law_may_bear_the_number_of_the_order_that_promulgates_it() -> None:
    found = extract("Căn cứ Luật người cao tuổi số 16/2009-L-CTN ngày 23/11/2009;")
    assert [m.text for m in found.mentions] == ["Luật người cao tuổi số 16/2009-L-CTN"]


@pytest.mark.parametrize(
    ("sentence", "code", "date"),
    [
        ("công văn số 09/HDTLMM/2025 ngày 06/11/2025 của Công ty TNHH Bao bì Riches.", "09/HDTLMM/2025", "2025-11-06"),
        ("công văn số 19/CV-TT-2025 ngày 6/10/2025.", "19/CV-TT-2025", "2025-10-06"),
        ("Quyết định số 19/QĐ-UBND ngày 6/10/2025.", "19/QĐ-UBND", "2025-10-06"),
        ("Thông tư liên tịch số 01/TTLT-2012-BTC.", "01/TTLT", None),
    ],
)
def test_a_year_at_the_end_of_a_number(sentence: str, code: str, date: str | None) -> None:
    found = cited(sentence)[0]
    assert found.code is not None and found.code.startswith(code)
    assert found.date == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. Sở Y tế thực hiện kể từ ngày ban hành Quyết định\n2. Sở Văn hóa; các xã thực hiện.", []),
        ("\n1) Giao các sở xây dựng Nghị quyết\n2) Ủy ban nhân dân các xã thực hiện.", []),
        # a wrapped citation at the end of a sentence
        ("1. Các đơn vị tiếp tục thực hiện Nghị quyết\n18. Sở Y tế chủ trì.", ["18"]),
        ("Các đơn vị tiếp tục thực hiện Nghị quyết số\n2. Sở Y tế chủ trì.", ["2"]),
    ],
)
def test_the_number_of_the_next_item(text: str, found: list[str]) -> None:
    assert [d.code for d in cited(text)] == found
