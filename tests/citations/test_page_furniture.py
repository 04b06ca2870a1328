"""Page furniture: what cuts sentences, and what is never cited from."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import PROVINCE_HEAD, cited, codes, mentions, only

from graph.structure.furniture import recipients


@pytest.mark.parametrize(
    "text",
    [
        "Nơi nhận:\n- Như Quyết định số 55/QĐ-UBND;\n- Sở Nội vụ (theo Công văn số 77/SNV-VP);\n- Lưu: VT.\n",
        "**Nơi nhận:**\n- Như Quyết định số 55/QĐ-UBND;\n- Lưu: VT.\n",
        "Nơi nhận :\n– Như Quyết định số 55/QĐ-UBND;\n+ Lưu: VT.\n",
        "NƠI NHẬN:\n- Như Quyết định số 55/QĐ-UBND;\n",
        "| Nơi nhận:\n| - Như Quyết định số 55/QĐ-UBND;\n",
        "Nơi nhận:\n\n- Như Quyết định số 55/QĐ-UBND;\n",
    ],
)
def test_recipients_are_not_cited(text: str) -> None:
    assert mentions("Căn cứ Nghị định số 01/2018/NĐ-CP;\n" + text) == ["Nghị định số 01/2018/NĐ-CP"]


def test_text_behind_the_recipients_is_read_again() -> None:
    text = (
        "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n\n"
        "PHỤ LỤC DANH MỤC VĂN BẢN BÃI BỎ TOÀN BỘ\n"
        "Các văn bản dưới đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành, gồm có:\n"
        "1. Quyết định số 12/2017/QĐ-UBND ngày 01/01/2017.\n"
    )
    assert codes(text) == ["12/2017/QĐ-UBND"]


def test_the_words_in_running_text_open_no_list() -> None:
    text = "Ghi rõ nơi nhận: theo Quyết định số 55/QĐ-UBND ngày 01/02/2020."
    assert codes(text) == ["55/QĐ-UBND"]


def test_spans_of_recipients() -> None:
    text = "A\nNơi nhận:\n- B;\n- Lưu: VT.\n"
    ((start, end),) = recipients(text)
    assert text[start:end].startswith("Nơi nhận:")
    assert "Lưu: VT." in text[start:end]


# A hard wrap may stand for any blank of a citation.
WRAPPED = "Thông tư số 12/2017/TT-BNV ngày 01 tháng 02 năm 2017 của Bộ trưởng Bộ Nội vụ"


@pytest.mark.parametrize("at", [i for i, letter in enumerate(WRAPPED) if letter == " "])
@pytest.mark.parametrize("wrap", ["\n", " \n", "\r\n", "\n  "])
def test_a_wrap_at_any_blank(at: int, wrap: str) -> None:
    document = only("Căn cứ " + WRAPPED[:at] + wrap + WRAPPED[at + 1 :] + " quy định;")
    assert (document.code, document.date, document.issuer) == ("12/2017/TT-BNV", "2017-02-01", "Bộ Nội vụ")


@pytest.mark.parametrize(
    ("text", "code", "date"),
    [
        ("**Quyết định số 15/QĐ-UBND** ngày **04/01/2018** của *UBND tỉnh*.", "15/QĐ-UBND", "2018-01-04"),
        ("| 1 | Nghị định số 01/2018/NĐ-CP | ngày 01/01/2018 | Chính phủ |", "01/2018/NĐ-CP", "2018-01-01"),
        ("Nghị quyết số 18-NQ/TW[1] ngày 25/10/2017[2] của Ban Chấp hành Trung ương", "18-NQ/TW", "2017-10-25"),
        pytest.param("Nghị quyết số 18-NQ/TW(1) ngày 25/10/2017", "18-NQ/TW", "2017-10-25"),
        ("_Nghị định số 01/2018/NĐ-CP_ ngày 01/01/2018", "01/2018/NĐ-CP", "2018-01-01"),
        ("Nghị định số 01/2018/NĐ-CP\u00a0ngày\u00a001/01/2018", "01/2018/NĐ-CP", "2018-01-01"),
        # a running head between two pages
        (
            "Nghị quyết số 24/2026/NQ-CP ngày 01 tháng 3 năm\n\n3 CÔNG BÁO/Số 503 + 504/Ngày 20-02-2023\n\n2026 của Chính phủ",
            "24/2026/NQ-CP",
            "2026-03-01",
        ),
        pytest.param(
            "Quyết định số 12/2017/QĐ-\n\nCÔNG BÁO/Số 503 + 504/Ngày 20-02-2023 15\n\nUBND ngày 01/01/2017",
            "12/2017/QĐ-UBND",
            "2017-01-01",
        ),
        pytest.param(
            "theo các Phụ lục ban hành kèm theo Nghị\n\nCÔNG BÁO/Số 272/Ngày 14-05-2026\n10\nđịnh số 12/2026/NĐ-CP ngày 01/5/2026",
            "12/2026/NĐ-CP",
            "2026-05-01",
        ),
    ],
)
def test_debris_inside_a_citation(text: str, code: str, date: str) -> None:
    ((words, document),) = cited(f"Theo {text}.")
    assert (document.code, document.date) == (code, date)
    assert words.lstrip("*_|").startswith(("Quyết", "Nghị"))


@pytest.mark.parametrize(
    "text",
    [
        "CÔNG BÁO/Số 503 + 504/Ngày 20-02-2023 15",
        "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ\nEmail: thongtinchinhphu@chinhphu.vn\nCơ quan: VĂN PHÒNG CHÍNH PHỦ\n"
        "Thời gian ký: 20.02.2023 15:20:10 +07:00",
        "TM. CHÍNH PHỦ\nKT. THỦ TƯỚNG\nPHÓ THỦ TƯỚNG\nVũ Đức Đam",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "| STT | Nội dung | Ghi chú |\n| --- | --- | --- |\n| 1 | 2 | 3 |",
    ],
)
def test_furniture_cites_nothing(text: str) -> None:
    assert mentions(PROVINCE_HEAD + "Nội dung.\n\n" + text + "\n") == []


def test_footnotes_and_headings_count() -> None:
    text = (
        "I. THỰC HIỆN NGHỊ QUYẾT SỐ 18-NQ/TW\nĐã triển khai[1].\n\n[1] Nghị quyết số 19-NQ/TW ngày 25/10/2017.\n"
        "2. Về Quyết định số 5/QĐ-UBND\n"
    )
    assert codes(text) == ["18-NQ/TW", "19-NQ/TW", "5/QĐ-UBND"]


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("42/2015/TT-", "BLĐTBXH"),
        ("42/2015/", "TT-BLĐTBXH"),
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        "CÔNG BÁO/Số 123 + 124/Ngày 02-01-2026                21",
        "22                CÔNG BÁO/Số 123 + 124/Ngày 02-01-2026",
    ],
)
def test_a_symbol_goes_on_over_a_page(before: str, behind: str, head: str) -> None:
    assert codes(f"Căn cứ Thông tư số {before}\n\n{head}\n\n{behind} ngày 20 tháng 10 năm 2015;") == [
        "42/2015/TT-BLĐTBXH"
    ]
