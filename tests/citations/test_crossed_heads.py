"""Heads, crossed: bodies, forms of number and date line, columns in either order, type lines, titles."""

from __future__ import annotations

from itertools import product

import pytest

from graph.pipeline import extract

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
# the lines of the bodies, the place of the date line, the number, the issuer and its place
BODIES = [
    ("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Lào Cai", "12/{t}-UBND", "Ủy ban nhân dân tỉnh", "Lào Cai"),
    ("ỦY BAN NHÂN DÂN\nXÃ BẮC HÀ", "Bắc Hà", "12/{t}-UBND", "Ủy ban nhân dân xã", "Bắc Hà"),
    ("ỦY BAN NHÂN DÂN\nPHƯỜNG CAM ĐƯỜNG", "Cam Đường", "12/{t}-UBND", "Ủy ban nhân dân phường", "Cam Đường"),
    ("UBND TỈNH LÀO CAI\nSỞ TÀI CHÍNH", "Lào Cai", "12/{t}-STC", "Sở Tài chính", "Lào Cai"),
    ("BỘ TÀI CHÍNH", "Hà Nội", "12/{t}-BTC", "Bộ Tài chính", None),
    ("TỈNH ỦY LÀO CAI", "Lào Cai", "12-{t}/TU", "Tỉnh ủy", "Lào Cai"),
    ("ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ BẮC HÀ", "Bắc Hà", "12-{t}/ĐU", "Đảng ủy xã", "Bắc Hà"),
    ("UBND XÃ BẮC HÀ\nTRƯỜNG THCS BẮC HÀ", "Bắc Hà", "12/{t}-THCSBH", "Trường THCS Bắc Hà", "Bắc Hà"),
]
KINDS = {"KH": "Kế hoạch", "TB": "Thông báo", "BC": "Báo cáo"}
NUMBERS = ("Số: {}", "Số {}", "Số:{}", "Số : {}", "SỐ: {}")
DATES = (
    "{}, ngày 10 tháng 3 năm 2031", "{} , ngày 10 tháng 03 năm 2031", "{} ngày 10 tháng 3 năm 2031",
    "{}, Ngày 10 tháng 3\nnăm 2031", "{}, ngày 10/3/2031", "{}, 10/3/2031", "*{}. Ngày 10 tháng 3 năm 2031*",
)  # fmt: skip
COLUMNS = (
    "{body}\n-------\n{number}\n{motto}\n-------\n{date}",
    "{motto}\n-------\n{date}\n{body}\n-------\n{number}",
    "{body}\n{motto}\n-------\n{number}\n{date}",
    "{motto}\n\n{body}\n\n{number}\n\n{date}",
)
TYPES = ("{}", "**{}**", "\n{}\n", "{}:")
TITLES = (
    "Về việc phát triển chợ nông thôn", "V/v phát triển chợ nông thôn",
    "Phát triển chợ nông thôn\ngiai đoạn 2031 - 2035",
    "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024\ncủa Bộ Chính trị về đột phá phát triển\nkhoa học, công nghệ",
)  # fmt: skip
BELOW = (
    "\n\nThực hiện chỉ đạo của cấp trên, cơ quan xây dựng nội dung như sau:\n\nI. MỤC ĐÍCH\n\n1. Nâng cao hiệu quả.\n"
)


def _plain(title: str | None) -> str:
    return (title or "").removeprefix("V/v ").removeprefix("Về việc ")


@pytest.mark.parametrize("body", BODIES, ids=lambda body: body[2])
@pytest.mark.parametrize("code", KINDS)
def test_heads(body: tuple[str, str, str, str, str | None], code: str) -> None:
    wrong = []
    for at, (date, columns, kind) in enumerate(product(DATES, COLUMNS, TYPES)):
        lines, where, symbol, issuer, place = body
        number, title = NUMBERS[at % 5].format(symbol.format(t=code)), TITLES[at % 7 % 4]
        motto = "ĐẢNG CỘNG SẢN VIỆT NAM" if "ỦY " in lines and "NHÂN" not in lines else STATE
        head = columns.format(body=lines, number=number, motto=motto, date=date.format(where))
        text = f"{head}\n\n{kind.format(KINDS[code].upper())}\n{title}{BELOW}"
        own = extract(text).source_document
        assert own is not None
        found = (own.type, own.code, own.date, own.issuer, own.place, _plain(own.title))
        wanted = (KINDS[code], symbol.format(t=code), "2031-03-10", issuer, place, _plain(title.replace("\n", " ")))
        if found[:4] + found[5:] != wanted[:4] + wanted[5:] or (place and found[4] != place):
            wrong.append((text[:400], found))
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    ["QUYẾT ĐỊNH:\nĐiều 1. Phê duyệt kế hoạch.", "QUYẾT ĐỊNH:\n1. Phê duyệt kế hoạch.", "KÍNH GỬI:\nSở Tài chính"],
)
def test_a_colon_opens_what_is_decided(line: str) -> None:
    own = extract(f"UBND TỈNH LÀO CAI\nSố: 12/QĐ-UBND\nLào Cai, ngày 10 tháng 3 năm 2031\n\n{line}\n").source_document
    assert own is not None
    assert own.title is None


@pytest.mark.parametrize("words", ["Họp tại Hà Nội ngày 10 tháng 3 năm 2031", "Nghị quyết, 10/3/2031"])
def test_a_line_with_other_words_dates_nothing(words: str) -> None:
    own = extract(f"UBND TỈNH LÀO CAI\nSố: 12/BC-UBND\n{words}\n\nBÁO CÁO\nVề chợ{BELOW}").source_document
    assert own is None or own.date is None
