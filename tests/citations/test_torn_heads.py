"""Heads with a syllable or two torn by a blank, in texts that are sound otherwise."""

from __future__ import annotations

import pytest

from graph.normalise import normalise
from graph.pipeline import extract

BELOW = "\n\nCăn cứ Luật Giáo dục số 43/2019/QH14;\n\nĐiều 1. Nội dung.\n"
HEADS = [
    ("ỦY BAN NHÂN D ÂN\nTỈNH QUẢNG NAM", "Số: 123/QĐ-UBND", "QUYẾT ĐỊNH", "Ủy ban nhân dân tỉnh", "Quảng Nam"),
    ("ỦY BAN NHÂN DÂN\nTỈNH Q UẢNG NAM", "Số: 123/QĐ-UBND", "QUYẾT Đ ỊNH", "Ủy ban nhân dân tỉnh", "Quảng Nam"),
    ("H ỘI ĐỒNG NHÂN DÂN\nTHÀNH PH Ố CẦN THƠ", "S ố: 18/NQ-HĐND", "NGH Ị QUYẾT", "Hội đồng nhân dân thành phố",
     "Cần Thơ"),
    ("BỘ TÀI CHÍN H", "Số: 15/2025/TT-BTC", "THÔN G TƯ", "Bộ Tài chính", None),
    ("BỘ  GI ÁO DỤC VÀ ĐÀO TẠO", "Số: 15/2025/TT-BGDĐT", "TH ÔNG TƯ", "Bộ Giáo dục và Đào tạo", None),
    ("CHÍNH PH Ủ", "Số: 15/2025/NĐ-CP", "NGHỊ ĐỊN H", "Chính phủ", None),
]  # fmt: skip


@pytest.mark.parametrize(("bodies", "number", "kind", "issuer", "place"), HEADS)
def test_a_torn_head_is_joined(bodies: str, number: str, kind: str, issuer: str, place: str | None) -> None:
    dated = f"{place or 'Hà Nội'}, ngày 05 tháng 3 năm 2025"
    own = extract(f"{bodies}\n{number}\n{dated}\n{kind}\nVề việc phê duyệt kế hoạch{BELOW}").source_document
    assert own is not None
    assert (own.code, own.date, own.issuer, own.place) == (number.split(": ")[1], "2025-03-05", issuer, place)
    assert own.type is not None and own.type.upper().replace(" ", "") == kind.replace(" ", "")
    assert own.title == "Về việc phê duyệt kế hoạch"


@pytest.mark.parametrize(
    "line",
    [
        "NHÓM B ĂN UỐNG CÔNG CỘNG",
        "PHẦN C ÁP DỤNG CHUNG",
        "BẢNG D ÍT NHẤT HAI LOẠI",
        "TỔ CHỨC H AI CŨNG BIẾT",
        "KHU B ẤP MỘT",
    ],
)
def test_list_marks_stay(line: str) -> None:
    assert normalise(f"{line}\nNội dung của bảng này là các loại hàng hóa.\n").text.startswith(line)
