"""Numbers and symbols in every shape and with the noise that real texts show.

The rows follow NĐ 30/2020/NĐ-CP Phụ lục I and III (State), HD 36-HD/VPTW (Party), older usage, and slips met in Công báo
and provincial texts. The type is what the text says, or what the code says where the text is silent.
"""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import cited, codes, mentions, only, wrong

from graph import extract

# words of the citation, canonical code, type, issuer (None: the symbol alone does not settle it)
SHAPES = [
    # S1 normative, State
    ("Nghị định số 04/2015/NĐ-CP", "04/2015/NĐ-CP", "Nghị định", "Chính phủ"),
    ("Quyết định số 20/2013/QĐ-UBND", "20/2013/QĐ-UBND", "Quyết định", "Ủy ban nhân dân"),
    ("Nghị quyết số 24/2026/NQ-CP", "24/2026/NQ-CP", "Nghị quyết", "Chính phủ"),
    ("Thông tư số 26/2026/TT-BNNMT", "26/2026/TT-BNNMT", "Thông tư", "Bộ Nông nghiệp và Môi trường"),
    ("Nghị quyết số 24/2013/NQ-HĐND", "24/2013/NQ-HĐND", "Nghị quyết", "Hội đồng nhân dân"),
    ("Nghị quyết số 01/2017/NQ-HĐTP", "01/2017/NQ-HĐTP", "Nghị quyết", "Hội đồng Thẩm phán Tòa án nhân dân tối cao"),
    # the bar behind the number lost: the letter is the code's
    ("Chỉ thị số 15 CT/TW", "15-CT/TW", "Chỉ thị", None),
    ("Quyết định số 1830 QĐ-UBND", "1830/QĐ-UBND", "Quyết định", "Ủy ban nhân dân"),
    # S2 National Assembly: no type code
    ("Luật số 64/2025/QH15", "64/2025/QH15", "Luật", "Quốc hội"),
    ("Nghị quyết số 09/2026/QH16", "09/2026/QH16", "Nghị quyết", "Quốc hội"),
    ("Nghị quyết số 973/2020/UBTVQH14", "973/2020/UBTVQH14", "Nghị quyết", "Ủy ban Thường vụ Quốc hội"),
    ("Pháp lệnh số 02/2020/UBTVQH14", "02/2020/UBTVQH14", "Pháp lệnh", "Ủy ban Thường vụ Quốc hội"),
    # S3 the Standing Committee's older and individual forms
    ("Pháp lệnh số 38/2001/PL-UBTVQH10", "38/2001/PL-UBTVQH10", "Pháp lệnh", "Ủy ban Thường vụ Quốc hội"),
    ("Nghị quyết số 200/NQ-TVQH", "200/NQ-TVQH", "Nghị quyết", "Ủy ban Thường vụ Quốc hội"),
    ("Nghị quyết số 857/NQ-UBTVQH14", "857/NQ-UBTVQH14", "Nghị quyết", "Ủy ban Thường vụ Quốc hội"),
    # S4 joint
    (
        "Thông tư liên tịch số 01/2022/TTLT-VKSNDTC-TANDTC-BCA-BQP-BLĐTBXH",
        "01/2022/TTLT-VKSNDTC-TANDTC-BCA-BQP-BLĐTBXH",
        "Thông tư liên tịch",
        "Viện kiểm sát nhân dân tối cao",
    ),
    (
        "Thông tư liên tịch số 37/2012/TTLT/BLĐTBXH-BYT-BTC-BGDĐT",
        "37/2012/TTLT/BLĐTBXH-BYT-BTC-BGDĐT",
        "Thông tư liên tịch",
        "Bộ Lao động - Thương binh và Xã hội",
    ),
    (
        "Nghị quyết liên tịch số 01/2005/NQLT-BLĐTBXH-BCA-BVHTT-UBTWMTTQVN",
        "01/2005/NQLT-BLĐTBXH-BCA-BVHTT-UBTWMTTQVN",
        "Nghị quyết liên tịch",
        "Bộ Lao động - Thương binh và Xã hội",
    ),
    # S5 administrative
    ("Quyết định số 846/QĐ-UBND", "846/QĐ-UBND", "Quyết định", "Ủy ban nhân dân"),
    ("Kế hoạch số 1127/KH-SCT", "1127/KH-SCT", "Kế hoạch", "Sở Công Thương"),
    ("Nghị quyết số 124/NQ-CP", "124/NQ-CP", "Nghị quyết", "Chính phủ"),
    ("Quyết định số 982/QĐ-TTg", "982/QĐ-TTg", "Quyết định", "Thủ tướng Chính phủ"),
    ("Chỉ thị số 21/CT-TTg", "21/CT-TTg", "Chỉ thị", "Thủ tướng Chính phủ"),
    ("Tờ trình số 364/TTr-BNG-NVVH", "364/TTr-BNG-NVVH", "Tờ trình", "Bộ Ngoại giao"),
    ("Thông báo số 225/TB-UBND", "225/TB-UBND", "Thông báo", "Ủy ban nhân dân"),
    ("Công điện số 229/CĐ-TTg", "229/CĐ-TTg", "Công điện", "Thủ tướng Chính phủ"),
    # S6 official letters: no type code
    ("Công văn số 655/SNV-XDCQ&CTTN", "655/SNV-XDCQ&CTTN", "Công văn", "Sở Nội vụ"),
    ("Công văn số 3637/UBND-VX", "3637/UBND-VX", "Công văn", "Ủy ban nhân dân"),
    ("Công văn số 1472/UBND", "1472/UBND", "Công văn", "Ủy ban nhân dân"),
    ("Công văn số 4698/BNV-CCVC", "4698/BNV-CCVC", "Công văn", "Bộ Nội vụ"),
    ("Công văn số 3374/BKHCN-CNCNTT", "3374/BKHCN-CNCNTT", "Công văn", "Bộ Khoa học và Công nghệ"),
    ("Công văn số 9123/VPCP-KTTH", "9123/VPCP-KTTH", "Công văn", "Văn phòng Chính phủ"),
    ("Công văn số 296/KT-UBND", "296/KT-UBND", "Công văn", "Ủy ban nhân dân"),
    ("Công văn số 4413/VX-UBND", "4413/VX-UBND", "Công văn", "Ủy ban nhân dân"),
    # S7 Party
    ("Kết luận số 120-KL/TW", "120-KL/TW", "Kết luận", None),
    ("Chương trình hành động số 37-CTr/TU", "37-CTr/TU", "Chương trình hành động", "Tỉnh ủy"),
    ("Kế hoạch số 128-KH/HU", "128-KH/HU", "Kế hoạch", "Huyện ủy"),
    ("Hướng dẫn số 36-HD/VPTW", "36-HD/VPTW", "Hướng dẫn", "Văn phòng Trung ương Đảng"),
    ("Quyết định số 1147-QĐ/BTGDVTW", "1147-QĐ/BTGDVTW", "Quyết định", "Ban Tuyên giáo và Dân vận Trung ương"),
    ("Quy định số 08-QĐi/TW", "08-QĐi/TW", "Quy định", None),
    # which steering committee it is, the code does not say
    ("Công văn số 59-CV/BCĐ", "59-CV/BCĐ", "Công văn", "Ban Chỉ đạo"),
    ("Chương trình số 12-CTr/BCĐ", "12-CTr/BCĐ", "Chương trình", "Ban Chỉ đạo"),
    # S8 Front, union, Youth Union
    ("Quyết định số 207/QĐ-MTTW-BTT", "207/QĐ-MTTW-BTT", "Quyết định", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
    ("Quyết định số 1908/QĐ-TLĐ", "1908/QĐ-TLĐ", "Quyết định", "Tổng Liên đoàn Lao động Việt Nam"),
    (
        "Quyết định số 367 - QĐ/TWĐTN-VP",
        "367-QĐ/TWĐTN-VP",
        "Quyết định",
        "Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh",
    ),
    # S9 consolidated texts
    ("Văn bản hợp nhất số 22/VBHN-VPQH", "22/VBHN-VPQH", "Văn bản hợp nhất", "Văn phòng Quốc hội"),
    # S10 coordination rules
    ("Quy chế phối hợp số 647/QCPH-GDS-CĐCS", "647/QCPH-GDS-CĐCS", "Quy chế phối hợp", "Giám đốc Sở"),
    ("Quy chế phối hợp số 2151/QCPH-UBND-BCHTĐ", "2151/QCPH-UBND-BCHTĐ", "Quy chế phối hợp", "Ủy ban nhân dân"),
    ("Quy chế phối hợp số 01-QCPH/ĐU-GDS", "01-QCPH/ĐU-GDS", "Quy chế phối hợp", "Đảng ủy"),
    # S11 codes with digits
    ("Báo cáo số 436/BC-UBVHXH15", "436/BC-UBVHXH15", "Báo cáo", "Ủy ban Văn hóa và Xã hội của Quốc hội"),
    ("Kế hoạch số 23/KH-BCĐ389", "23/KH-BCĐ389", "Kế hoạch", "Ban Chỉ đạo 389 quốc gia"),
    ("Nghị quyết số 22/NQ-HĐND8", "22/NQ-HĐND8", "Nghị quyết", "Hội đồng nhân dân"),
    ("Kế hoạch số 130/KH-BCĐTKNQ18", "130/KH-BCĐTKNQ18", "Kế hoạch", "Ban Chỉ đạo"),
    # S12 before 1997
    ("Nghị định số 12/CP", "12/CP", "Nghị định", "Chính phủ"),
    ("Nghị định 59-CP", "59-CP", "Nghị định", "Chính phủ"),
    ("Quyết định số 118/TTg", "118/TTg", "Quyết định", "Thủ tướng Chính phủ"),
    ("Nghị định số 8-HĐBT", "8-HĐBT", "Nghị định", "Hội đồng Bộ trưởng"),
    ("Thông tư số 24/LB-TT", "24/LB-TT", "Thông tư", "Liên Bộ"),
    ("Lệnh số 10-LCT/HĐNN7", "10-LCT/HĐNN7", "Lệnh", "Hội đồng Nhà nước"),
    ("Công văn số 202/TCCP-VC", "202/TCCP-VC", "Công văn", "Ban Tổ chức - Cán bộ Chính phủ"),
    ("Nghị quyết số 216-NQ-QHK4", "216-NQ-QHK4", "Nghị quyết", "Quốc hội"),
    ("Thông tư số 07-TT/TC", "07-TT/TC", "Thông tư", "Bộ Tài chính"),
    # S13 number with a letter
    ("Nghị quyết số 30a/2008/NQ-CP", "30a/2008/NQ-CP", "Nghị quyết", "Chính phủ"),
    ("Báo cáo số 1052a/BC-UBND", "1052a/BC-UBND", "Báo cáo", "Ủy ban nhân dân"),
    # S14 blank number of a draft
    ("Nghị quyết số .../2026/NQ-CP", "…/2026/NQ-CP", "Nghị quyết", "Chính phủ"),
    ("Nghị định số /2016/NĐ-CP", "…/2016/NĐ-CP", "Nghị định", "Chính phủ"),
    # further State bodies
    ("Lệnh số 12/2020/L-CTN", "12/2020/L-CTN", "Lệnh", "Chủ tịch nước"),
    ("Nghị quyết số 76/2025/UBTVQH15", "76/2025/UBTVQH15", "Nghị quyết", "Ủy ban Thường vụ Quốc hội"),
]
SHAPES += [
    # a steering committee with a code of its own is not simply the central one
    ("Quyết định số 48/QĐ-BCĐIUU", "48/QĐ-BCĐIUU", "Quyết định", "Ban Chỉ đạo"),
]
# Right, but not read so yet: words -> why
SHAPES_WRONG = {
    "Quyết định số 48/QĐ-BCĐIUU": "-BCĐIUU is some steering committee, not the central one",
    "Kế hoạch số 130/KH-BCĐTKNQ18": "-BCĐTKNQ18 is any steering committee on resolution 18, not the central one",
    "Thông tư số 07-TT/TC": "a Thông tư of 1979 is the ministry's: the Party's TC has no such type",
}


@pytest.mark.parametrize(
    ("words", "code", "type_", "issuer"),
    [wrong(*row, why=SHAPES_WRONG[row[0]]) if row[0] in SHAPES_WRONG else row for row in SHAPES],
)
def test_shape(words: str, code: str, type_: str, issuer: str | None) -> None:
    ((found, document),) = cited(f"Đơn vị đã thực hiện theo {words} trong năm qua.")
    assert (found, document.code, document.type, document.issuer) == (words, code, type_, issuer)


# words as found, canonical code
NOISE = [
    # blanks round separators
    ("Công văn số 655/ SNV-XDCQ&CTTN", "655/SNV-XDCQ&CTTN"),
    ("Chỉ thị số 05- CT/TW", "05-CT/TW"),
    ("Kế hoạch số 125 -KH/TU", "125-KH/TU"),
    ("Quy chế phối hợp số 01 - QCPH/ĐU-GDS", "01-QCPH/ĐU-GDS"),
    ("Quy chế phối hợp số 647 /QCPH-GDS-CĐCS", "647/QCPH-GDS-CĐCS"),
    ("Quy chế phối hợp số 667/QCPH - GDS - ĐTN", "667/QCPH-GDS-ĐTN"),
    ("Chỉ thị số 49-CT /TW", "49-CT/TW"),
    # a wrap behind a separator, or between the words
    ("Thông tư số 18/2021/TT-\nBLĐTBXH", "18/2021/TT-BLĐTBXH"),
    ("Thông tư số 18/2021/TT-\n BLĐTBXH", "18/2021/TT-BLĐTBXH"),
    ("Thông tư liên tịch số 01/2022/TTLT-VKSNDTC-\nTANDTC-BCA", "01/2022/TTLT-VKSNDTC-TANDTC-BCA"),
    ("Nghị định\nsố 04/2015/NĐ-CP", "04/2015/NĐ-CP"),
    ("Nghị định số\n04/2015/NĐ-CP", "04/2015/NĐ-CP"),
    ("Nghị\nđịnh số 04/2015/NĐ-CP", "04/2015/NĐ-CP"),
    pytest.param("Thông tư số 18/2021/TT-\n     BLĐTBXH", "18/2021/TT-BLĐTBXH"),
    # Party codes in State order
    ("Nghị quyết số 19/NQ-TW", "19-NQ/TW"),
    ("Nghị quyết số 23/NQ-TW", "23-NQ/TW"),
    ("Công văn số 165/CV-TU", "165-CV/TU"),
    # look-alikes: Ð (U+00D0), Cyrillic BТС and СР
    ("Quyết định số 12/2020/Q\u00d0-UBND", "12/2020/QĐ-UBND"),
    ("Thông tư số 133/2018/TT-B\u0422\u0421", "133/2018/TT-BTC"),
    ("Nghị định số 15/2020/NĐ-\u0421\u0420", "15/2020/NĐ-CP"),
    # lost bars, case
    ("Quyết định số 12/2020/QD-UBND", "12/2020/QĐ-UBND"),
    ("Công văn số 35/HDND-PC", "35/HĐND-PC"),
    ("Thông báo số 22/TB_UBND", "22/TB-UBND"),
    ("Chương trình số 12-Ctr/TU", "12-CTr/TU"),
    ("Chỉ thị số 21/CT-TTG", "21/CT-TTg"),
    ("quyết định số 982/qđ-ttg", "982/QĐ-TTg"),
    wrong("Kế hoạch số 11/KH-BCD", "11/KH-BCĐ", why="BCD is BCĐ without its bar"),
    ("Thông tư số 12/2020/TTBLĐTBXH", "12/2020/TT-BLĐTBXH"),
    ("Nghị định số 92/2017/NĐCP", "92/2017/NĐ-CP"),
    ("Nghị quyết số 18-NQTW", "18-NQ/TW"),
    ("Chỉ thị số 16-CTTU", "16-CT/TU"),
    wrong("Quyết định số 99/QĐ-UBNND", "99/QĐ-UBND", why="a doubled letter in a code is not repaired"),
    # the Assembly's Q and the term's 1, as a picture's reader takes them
    ("Nghị quyết số 106/2023/OH15", "106/2023/QH15"),
    ("Luật số 22/2023/QHl5", "22/2023/QH15"),
    ("Luật số 22/2023/QHI5", "22/2023/QH15"),
    ("Nghị quyết số 954/2020/UBTVOH14", "954/2020/UBTVQH14"),
    ("Nghị quyết số 954/2020/UBTVQHl4", "954/2020/UBTVQH14"),
    # a numbered unit
    ("Công văn số 1345/TTCP-C.IV", "1345/TTCP-C.IV"),
    ("Văn bản số 6721/VPCP-V.I", "6721/VPCP-V.I"),
    # no separator
    ("Quyết định số 1830 QĐ-UBND", "1830/QĐ-UBND"),
    ("Quyết định 907/QĐ-UBND", "907/QĐ-UBND"),
    wrong("Quyết định số 150 CP", "150/CP", why="a blank for the separator before a code of two letters"),
    # other ways to write "số"
    ("Nghị định số: 02/2003/NĐ-CP", "02/2003/NĐ-CP"),
    ("Nghị định Số 02/2003/NĐ-CP", "02/2003/NĐ-CP"),
    ("NGHỊ ĐỊNH SỐ 02/2003/NĐ-CP", "02/2003/NĐ-CP"),
    # steering committees of the State number as the State does
    ("Kế hoạch số 23/KH-BCĐ389", "23/KH-BCĐ389"),
    ("Quyết định số 12/QĐ-BCĐ", "12/QĐ-BCĐ"),
    wrong("Quyết định số 557/QĐ-BCĐTW", "557/QĐ-BCĐTW", why="a State steering committee's number is made a Party one"),
    # many joint issuers
    wrong(
        "Thông tư liên tịch số 09/2025/TTLT-VKSNDTC-TANDTC-KTNN-TTCP-BCA-BTP-BTC-BCT-BXD-BYT-BNNMT-BVHTTDL-BDTTG",
        "09/2025/TTLT-VKSNDTC-TANDTC-KTNN-TTCP-BCA-BTP-BTC-BCT-BXD-BYT-BNNMT-BVHTTDL-BDTTG",
        why="the thirteenth issuer is cut off",
    ),
    # a damaged type word: the code tells
    ("Quyết số 42/2013/QĐ-UBND", "42/2013/QĐ-UBND"),
    # abbreviations of type words
    ("QĐ số 20/2013/QĐ-UBND", "20/2013/QĐ-UBND"),
    ("NQ 18-NQ/TW", "18-NQ/TW"),
    ("TT 02/2018/TT-BYT", "02/2018/TT-BYT"),
    ("CV số 123/SNV-TCCB", "123/SNV-TCCB"),
]


@pytest.mark.parametrize(("words", "code"), NOISE)
def test_noise(words: str, code: str) -> None:
    ((found, document),) = cited(f"Căn cứ {words} của cơ quan có thẩm quyền")
    assert (found, document.code) == (words, code)


# A footnote mark glued to the symbol is no part of the span; a digit of the code is.
@pytest.mark.parametrize(
    ("text", "words", "code", "date"),
    [
        ("Nghị quyết số 140/NQ-CP2", "Nghị quyết số 140/NQ-CP", "140/NQ-CP", None),
        ("Nghị định số 12/2024/NĐ-CP4", "Nghị định số 12/2024/NĐ-CP", "12/2024/NĐ-CP", None),
        (
            "Chương trình hành động số 12- CTr/BCĐ3",
            "Chương trình hành động số 12- CTr/BCĐ",
            "12-CTr/BCĐ",
            None,
        ),
        ("Luật số 64/2025/QH15", "Luật số 64/2025/QH15", "64/2025/QH15", None),
        ("Lệnh số 10-LCT/HĐNN7", "Lệnh số 10-LCT/HĐNN7", "10-LCT/HĐNN7", None),
        ("Nghị quyết số 22/NQ-HĐND8", "Nghị quyết số 22/NQ-HĐND8", "22/NQ-HĐND8", None),
        ("Nghị quyết số 18-NQ/TW[1] ngày 25/10/2017", "Nghị quyết số 18-NQ/TW", "18-NQ/TW", "2017-10-25"),
        pytest.param(
            "Nghị quyết số 66- NQ/TW1 ngày 30/4/2025",
            "Nghị quyết số 66- NQ/TW",
            "66-NQ/TW",
            "2025-04-30",
        ),
    ],
)
def test_footnote_marks(text: str, words: str, code: str, date: str | None) -> None:
    ((found, document),) = cited(f"Thực hiện {text} của cấp trên")
    assert (found, document.code, document.date) == (words, code, date)


@pytest.mark.parametrize(
    "text",
    [
        "theo Mẫu số 03a/PLI kèm theo",
        "theo mẫu số 2a-BNV/2007",
        "Mẫu 01-ĐĐN/SHTT/2020",
        "QCVN 01:2020/BLĐTBXH",
        "quy trình kiểm định số QTKĐ: 21-2016/BLĐTBXH",
        "TCVN 5687:2010",
        "xem http://vbpl.vn/31/2015/N%C4%90-CP",
        "xem https://vanban.chinhphu.vn/20/2015/NĐ-CP.html",
        "tỷ lệ 10/100, đạt 3/4",
        "từ ngày 01/02 - Năm 2020",
        "giai đoạn 2015 - 2020 và 2021-2025",
        "tờ khai số 03/TNDN",
        "điện thoại: 0255.3822 - 123456",
        "tài khoản số 3713.0.1058487",
        "01/7/2025 - BTC tổ chức họp",
        "đạt 100%, tăng 2/3 so với cùng kỳ",
        "tuyến QL-1A, đường 24/3",
        "biên độ 5 - UBND các xã",
        "vốn 500/QĐ tỷ",
        "lô B12/KCN Tịnh Phong",
        "xe 7 chỗ, biển số 76A-123.45",
        "(1) - UBND tỉnh; (2) - HĐND tỉnh",
        "giai đoạn 1 - CTr khởi động",
        "QTKĐ: 22-2016/BLĐTBXH",
    ],
)
def test_not_a_document(text: str) -> None:
    assert mentions(f"Nội dung: {text}.") == []


@pytest.mark.parametrize(
    ("code", "term"),
    [
        ("64/2025/QH15", "XV"),
        ("80/2015/QH13", "XIII"),
        ("25/2008/QH12", "XII"),
        ("09/2026/QH16", "XVI"),
        ("973/2020/UBTVQH14", "XIV"),
        pytest.param("857/NQ-UBTVQH14", "XIV"),
        pytest.param("38/2001/PL-UBTVQH10", "X"),
    ],
)
def test_term_from_the_symbol(code: str, term: str) -> None:
    assert only(f"Theo Nghị quyết số {code}, Chính phủ đã báo cáo.").term == term


def test_a_bare_symbol_needs_known_codes() -> None:
    assert codes("theo 83/KH-UBND và 18-NQ/TW") == ["83/KH-UBND", "18-NQ/TW"]
    assert codes("theo 83/ABC và 18-XYZ/KLM") == []


def test_numbers_compare_as_integers_and_print_as_found() -> None:
    text = "Nghị định số 4/2015/NĐ-CP ngày 09/01/2015. Nghị định số 04/2015/NĐ-CP có hiệu lực."
    assert only(text).code in ("4/2015/NĐ-CP", "04/2015/NĐ-CP")


def test_year_in_the_number_is_part_of_the_identity() -> None:
    found = cited("Nghị quyết số 24/NQ-CP ngày 01/02/2026; Nghị quyết số 24/2026/NQ-CP ngày 03/4/2026")
    assert len({d.id for _, d in found}) == 2


def test_a_wrapped_symbol_is_the_same_document() -> None:
    text = "Thông tư số 18/2021/TT-\nBLĐTBXH ngày 15/12/2021. Theo Thông tư số 18/2021/TT-BLĐTBXH thì"
    assert only(text).date == "2021-12-15"


@pytest.mark.parametrize("word", ["của", "ngày", "về", "do", "và"])
@pytest.mark.parametrize(
    "words", ["Quyết định số 35/2025/QĐ-TTg", "Nghị định số 35/2025/NĐ-CP", "Nghị quyết số 18-NQ/TW", "Thông tư số 5/2025/TT-BTC"]
)  # fmt: skip
def test_a_word_glued_to_the_code(words: str, word: str) -> None:
    """ "Quyết định số 35/2025/QĐ-TTgcủa Thủ tướng": the code is not cut inside."""
    ((found, _),) = cited(f"Căn cứ {words}{word} cơ quan")
    assert found == words


@pytest.mark.parametrize(
    ("text", "words", "issuer"),
    [
        # a blank where the separator has its place (before 1997)
        ("theo Quyết định số 150 CP ngày 10/6/1977 của Hội đồng Chính phủ.", ["Quyết định số 150 CP"], "Hội đồng Chính phủ"),
        ("theo Quyết định số 91 TTg ngày 7/3/1994.", ["Quyết định số 91 TTg"], "Thủ tướng Chính phủ"),
        ("gồm 150 CP và 20 TTg của đợt này.", [], None),
        # the bodies of a joint document before its number
        ("Thông tư liên tịch Bộ Y tế - Bộ Công Thương số 14/2014/TTLT-BYT-BCT ngày 9/4/2014.",
         ["Thông tư liên tịch Bộ Y tế - Bộ Công Thương số 14/2014/TTLT-BYT-BCT"], "Bộ Y tế"),
        ("Thông tư liên bộ Tài chính - Y tế số 20/LB-TT ngày 02/6/1993.",
         ["Thông tư liên bộ Tài chính - Y tế số 20/LB-TT"], "Bộ Tài chính"),
    ],
)  # fmt: skip
def test_old_and_joint_numbers(text: str, words: list[str], issuer: str | None) -> None:
    found = extract(text)
    assert [m.text for m in found.mentions] == words
    assert [d.issuer for d in found.documents if not d.is_source] == ([issuer] if issuer else [])
