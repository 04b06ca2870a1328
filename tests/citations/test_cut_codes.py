"""Codes that are cut: blanks within a body's code, a dot within it, the Party's centre written for a body below it, and
what typing leaves of "số"."""

from __future__ import annotations

import pytest

from graph import extract
from graph.model import Document

# (as written behind "số", words behind the number, code, issuer)
_BLANKS = (
    ("12/QĐ-KTNN KV II", "của Kiểm toán nhà nước khu vực II", "12/QĐ-KTNN KV II", "Kiểm toán nhà nước khu vực II"),
    ("12/QĐ-KTNN KV II", "", "12/QĐ-KTNN KV II", None),
    ("123/QĐ-BTL QK 7", "của Bộ Tư lệnh Quân khu 7", "123/QĐ-BTL QK 7", "Bộ Tư lệnh Quân khu 7"),
    ("45/QĐ-CA T", "của Công an tỉnh", "45/QĐ-CAT", "Công an tỉnh"),
    ("48/QĐ-ĐHQG HN", "của Đại học Quốc gia Hà Nội", "48/QĐ-ĐHQG HN", "Đại học Quốc gia Hà Nội"),
    ("50/QĐ-BV ĐK", "của Bệnh viện đa khoa tỉnh", "50/QĐ-BV ĐK", "Bệnh viện đa khoa tỉnh"),
    ("51/QĐ-CHK VN", "của Cục Hàng không Việt Nam", "51/QĐ-CHK VN", "Cục Hàng không Việt Nam"),
)


def _cited(text: str) -> list[Document]:
    return [d for d in extract(text).documents if not d.is_source]


@pytest.mark.parametrize("lead", ["Căn cứ Quyết định số", "Thực hiện Quyết định"])
@pytest.mark.parametrize(("written", "words", "code", "issuer"), _BLANKS)
def test_blanks_within_the_code_of_a_body(lead: str, written: str, words: str, code: str, issuer: str | None) -> None:
    found = _cited(f"KẾ HOẠCH\n{lead} {written} ngày 05/01/2025 {words};")
    assert [(d.code, d.date, d.issuer) for d in found] == [(code, "2025-01-05", issuer)]


def test_the_nickname_of_a_steering_committee() -> None:
    (found,) = _cited("KẾ HOẠCH\nCăn cứ Kế hoạch số 46/KH-BCĐ 138 ngày 05/01/2025 của Ban Chỉ đạo 138;")
    assert (found.code, found.date, found.issuer) == ("46/KH-BCĐ138", "2025-01-05", "Ban Chỉ đạo 138")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("16/QĐ-UBND TP HCM ngày 05/01/2025", "16/QĐ-UBND"),  # a place
        ("17/QĐ-BTC 15 ngày sau khi ký", "17/QĐ-BTC"),  # a count of days
        ("18/2024/NĐ-CP 1 ngày 05/02/2024", "18/2024/NĐ-CP"),  # the mark of a footnote
        ("19/QĐ-BTC QUY ĐỊNH ngày làm việc", "19/QĐ-BTC"),
    ],
)
def test_other_words_behind_a_code_are_no_part_of_it(written: str, code: str) -> None:
    assert [d.code for d in _cited(f"KẾ HOẠCH\nTheo văn bản số {written}.")] == [code]


def test_the_head_of_a_unit() -> None:
    own = extract(
        "BỘ TƯ LỆNH QUÂN KHU 7\nSố: 123/QĐ-BTL QK 7\nHà Nội, ngày 05 tháng 01 năm 2025\nQUYẾT ĐỊNH\nPhê duyệt\n"
    ).source_document
    assert own is not None and (own.code, own.date) == ("123/QĐ-BTL QK 7", "2025-01-05")


@pytest.mark.parametrize("written", ["TW", "TƯ", "T.Ư"])
@pytest.mark.parametrize(
    ("body", "right"),
    [
        ("Tỉnh ủy Đồng Tháp", "TU"),
        ("Ban Thường vụ Tỉnh ủy Đồng Tháp", "TU"),
        ("Ban Chấp hành Đảng bộ tỉnh Đồng Tháp", "TU"),
        ("Thành ủy Hà Nội", "TU"),
        ("Ban Chấp hành Đảng bộ huyện Hòa Vang", "HU"),
        ("Quận ủy Hải Châu", "QU"),
        ("Bộ Chính trị", None),
        ("Ban Bí thư", None),
        ("Ban Chấp hành Trung ương Đảng", None),
        ("Đảng ủy Công an Trung ương", None),
    ],
)
def test_a_partys_code_of_the_centre_and_a_body_below_it(written: str, body: str, right: str | None) -> None:
    text = f"KẾ HOẠCH\nThực hiện Nghị quyết số 13-NQ/{written} ngày 05/01/2025 của {body} về chuyển đổi số;"
    (found,) = _cited(text)
    assert found.code == f"13-NQ/{right or written.replace('.', '')}"
    told = [f.kind for f in extract(text).findings]
    assert told == (["conflicting-symbol"] if right else [])
    assert (found.issuer == "Ban Chấp hành Trung ương") == (body == "Ban Chấp hành Trung ương Đảng")


@pytest.mark.parametrize("written", ["QC-TT.HĐND-UBND", "TB-TT.HĐND"])
def test_the_standing_members_of_a_council(written: str) -> None:
    (found,) = _cited(f"KẾ HOẠCH\nThực hiện văn bản số 07/{written} ngày 05/01/2025;")
    assert found.code == f"07/{written.replace('.', '')}"
    assert (found.issuer or "").startswith("Thường trực Hội đồng nhân dân")


@pytest.mark.parametrize("lead", ["số", "s", "so", "sô", "sổ", "sỗ", "s6", "s ố", "s."])
@pytest.mark.parametrize("name", ["Luật Ngân hàng Nhà nước Việt Nam", "Luật Kiểm nghiệm hoa quả"])
def test_what_is_left_of_the_word_before_a_number(lead: str, name: str) -> None:
    for text in (
        f"THÔNG TƯ\nCăn cứ {name} {lead} 46/2010/QH12 ngày 16 tháng 6 năm 2010;",
        f"THÔNG TƯ\nCăn cứ {name} số 46/2010/QH12;\nTheo {name} {lead} 46/2010/QH12 thì được.",
    ):
        assert [(d.type, d.code, d.name) for d in _cited(text)] == [("Luật", "46/2010/QH12", name)]
