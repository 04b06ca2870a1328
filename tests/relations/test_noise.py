"""Hard wraps, markup, page furniture, footnote marks: the same relations with and without."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import facts

HEAD = "BÁO CÁO\nCông tác năm 2018\n\nI. TÌNH HÌNH\n\n"
PLAIN = "Sở đã ban hành [kh|Kế hoạch số 1082/KH-SCT] ngày 12/7/2018 của Sở Công Thương về việc triển khai thực hiện [ct|Chỉ thị số 07/CT-TTg] ngày 19/3/2018 của Thủ tướng Chính phủ và [nq|Nghị quyết số 19-NQ/TW] của Trung ương."
FOUND = {"kh implements ct", "kh implements nq"}

FORMS = [
    ("as written", PLAIN),
    ("wrapped", PLAIN.replace(" về việc", "\nvề việc").replace("thực hiện ", "thực\nhiện\n")),
    ("wrapped before a capital", PLAIN.replace("của Thủ tướng", "của\nThủ tướng").replace("của Sở Công", "của Sở\nCông")),
    ("Windows line ends", PLAIN.replace(" về việc", "\r\nvề việc").replace("triển khai ", "triển khai \r\n")),
    ("emphasis", PLAIN.replace("triển khai thực hiện", "**triển khai** *thực hiện*").replace("[ct", "_[ct")),
    ("table cell", "| 1 | " + PLAIN + " |"),
    ("gazette furniture", PLAIN.replace(" về việc", "\n\n12 CÔNG BÁO/Số 242/Ngày 22-04-2026\n\n về việc")),
    ("gazette furniture in two lines", PLAIN.replace(" về việc", "\n\nCÔNG BÁO/Số 242/Ngày 22-04-2026 \n81 \n \nvề việc")),
    ("page number", PLAIN.replace(" về việc", "\n\n17\n\nvề việc")),
    ("footnote mark", PLAIN.replace(" về việc", "[1] về việc")),
    ("blanks", PLAIN.replace(" về việc", "   về  việc").replace("thực hiện", "thực   hiện")),
    ("soft hyphen", PLAIN.replace("triển khai", "triển\xad khai")),
    ("capitals", PLAIN.replace("về việc triển khai thực hiện", "VỀ VIỆC TRIỂN KHAI THỰC HIỆN")),
    ("old tone marks", PLAIN.replace("về việc triển khai thực hiện", "về việc cụ thể hoá")),
    ("decomposed letters", PLAIN.replace("triển khai", "triê\u0309n khai")),
]  # fmt: skip


@pytest.mark.parametrize("sentence", [form for _, form in FORMS], ids=[name for name, _ in FORMS])
def test_noise_changes_nothing(sentence: str) -> None:
    assert facts("Báo cáo 15/BC-SCT", HEAD + sentence) == FOUND


BREAKS = [
    ("paragraph", "Sở đã nhận [kh|Kế hoạch số 1082/KH-SCT].\n\nTriển khai thực hiện [ct|Chỉ thị số 07/CT-TTg] theo chỉ đạo."),
    ("heading", "Sở đã nhận [kh|Kế hoạch số 1082/KH-SCT]\n\n2. Triển khai thực hiện [ct|Chỉ thị số 07/CT-TTg]"),
    ("sentence", "Sở đã nhận [kh|Kế hoạch số 1082/KH-SCT]. Triển khai thực hiện [ct|Chỉ thị số 07/CT-TTg] theo chỉ đạo."),
    ("another cell", "| [kh|Kế hoạch số 1082/KH-SCT] |\n| Triển khai thực hiện [ct|Chỉ thị số 07/CT-TTg] |"),
    ("row of a table without rules", "12\nKế hoạch\nSố [kh|1082/KH-SCT] ngày 12/7/2018\nVề việc triển khai thực hiện công tác\n12/7/2018\n13\nChỉ thị\nSố [ct|07/CT-TTg]"),
    ("row of a table behind a blank line", "[a|Thông tư số 28/2022/TT-BTC] ngày 28/12/2022 sửa đổi, bổ sung các Thông tư về phí\n13/02/2023\n \n29 \nThông tư \nSố [b|07/2017/TT-BTC]"),
    ("recipients", "Căn cứ [kh|Kế hoạch số 1082/KH-SCT].\n\nNơi nhận:\n- Như Điều 3;\n- Thực hiện [ct|Chỉ thị số 07/CT-TTg]."),
]  # fmt: skip


@pytest.mark.parametrize("text", [form for _, form in BREAKS], ids=[name for name, _ in BREAKS])
def test_what_stands_apart_is_not_related(text: str) -> None:
    assert facts("Báo cáo 15/BC-SCT", HEAD + text) == set()


def test_the_same_far_down_in_a_long_text() -> None:
    filler = "Các đơn vị tiếp tục rà soát, báo cáo kết quả đúng thời hạn.\n\n" * 3000
    assert facts("Báo cáo 15/BC-SCT", HEAD + filler + PLAIN) == FOUND


def test_a_row_of_a_table_without_rules_is_one() -> None:
    """Its number, type, symbol and title stand in lines of their own."""
    rows = "32\nQuyết \nđịnh của \nTTCP \n[a|10/2015/QĐ-TTg] ngày 03/4/2015 \nSửa đổi, bổ sung một số điều của Quy chế hoạt động \n20/5/2015\n33\nThông tư \nliên tịch\n[b|04/2018/TTLT-\nBTC-BNV] ngày\n06/12/2018\nHướng dẫn thực hiện [c|Nghị định số\n57/2018/NĐ-CP] ngày 17/4/2018\n34 \nThông tư \n[d|07/2020/TT-BTC]\n"
    assert facts("Quyết định 1205/QĐ-BTC", "QUYẾT ĐỊNH\nCông bố danh mục\n\nĐiều 1. Công bố\n\n" + rows) == {
        "b guides c"
    }
