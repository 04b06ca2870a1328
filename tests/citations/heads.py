"""Heads of real documents and what they say of themselves."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Head:
    """A small text and what it says of itself."""

    id: str
    text: str
    type: str | None
    code: str | None
    date: str | None
    issuer: str | None
    place: str | None = None
    term: str | None = None
    title: str | None = None
    bug: str = ""


HEADS = [
    Head(
        "left column first",
        """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
-------
Số: 83/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Quảng Ngãi, ngày 04 tháng 6 năm 2018

KẾ HOẠCH
Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương

Thực hiện Chương trình hành động số 37-CTr/TU, UBND tỉnh ban hành Kế hoạch.
""",
        "Kế hoạch",
        "83/KH-UBND",
        "2018-06-04",
        "Ủy ban nhân dân tỉnh",
        "Quảng Ngãi",
        title="Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương",
    ),
    Head(
        "a title goes on behind a semicolon",
        """BỘ NỘI VỤ
Số: 4/2025/TT-BNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 20 tháng 02 năm 2025
THÔNG TƯ
Quy định mã số, tiêu chuẩn chức danh nghề nghiệp;
tiêu chuẩn, điều kiện xét thăng hạng viên chức
Căn cứ Luật Viên chức ngày 15 tháng 11 năm 2010;
""",
        "Thông tư",
        "4/2025/TT-BNV",
        "2025-02-20",
        "Bộ Nội vụ",
        title="Quy định mã số, tiêu chuẩn chức danh nghề nghiệp; tiêu chuẩn, điều kiện xét thăng hạng viên chức",
    ),
    Head(
        "right column first",
        """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Ngãi, ngày 04 tháng 6 năm 2018
ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: 83/KH-UBND
KẾ HOẠCH
Cải cách hành chính
Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015;
""",
        "Kế hoạch",
        "83/KH-UBND",
        "2018-06-04",
        "Ủy ban nhân dân tỉnh",
        "Quảng Ngãi",
        title="Cải cách hành chính",
    ),
    Head(
        "columns side by side",
        """ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH QUẢNG NGÃI                 Độc lập - Tự do - Hạnh phúc
Số: 83/KH-UBND            Quảng Ngãi, ngày 04 tháng 6 năm 2018

KẾ HOẠCH
Cải cách hành chính

Căn cứ Luật Tổ chức chính quyền địa phương;
""",
        "Kế hoạch",
        "83/KH-UBND",
        "2018-06-04",
        "Ủy ban nhân dân tỉnh",
        "Quảng Ngãi",
        title="Cải cách hành chính",
    ),
    Head(
        "markdown table",
        """| ỦY BAN NHÂN DÂN<br>TỈNH QUẢNG NGÃI | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
| --- | --- |
| Số: 83/KH-UBND | *Quảng Ngãi, ngày 04 tháng 6 năm 2018* |

**KẾ HOẠCH**

**Cải cách hành chính**

Căn cứ Luật Tổ chức chính quyền địa phương;
""",
        "Kế hoạch",
        "83/KH-UBND",
        "2018-06-04",
        "Ủy ban nhân dân tỉnh",
        "Quảng Ngãi",
        title="Cải cách hành chính",
    ),
    Head(
        "one cell, one line",
        """| CHÍNH PHỦ_______ Số: 112/2021/NĐ-CP | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Hà Nội, ngày 10 tháng 12 năm 2021 |
| --- | --- |

NGHỊ ĐỊNH

Quy định chi tiết một số điều của Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng

Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
""",
        "Nghị định",
        "112/2021/NĐ-CP",
        "2021-12-10",
        "Chính phủ",
    ),
    Head(
        "law",
        """QUỐC HỘI
--------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Luật số: 31/2024/QH15
Hà Nội, ngày 18 tháng 01 năm 2024

LUẬT
ĐẤT ĐAI

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
""",
        "Luật",
        "31/2024/QH15",
        "2024-01-18",
        "Quốc hội",
        term="XV",
        title="ĐẤT ĐAI",
    ),
    Head(
        "resolution of the Standing Committee",
        """ỦY BAN THƯỜNG VỤ QUỐC HỘI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Nghị quyết số: 76/2025/UBTVQH15
Hà Nội, ngày 14 tháng 4 năm 2025
NGHỊ QUYẾT
Về việc sắp xếp đơn vị hành chính năm 2025

Căn cứ Hiến pháp;
""",
        "Nghị quyết",
        "76/2025/UBTVQH15",
        "2025-04-14",
        "Ủy ban Thường vụ Quốc hội",
        term="XV",
    ),
    Head(
        "decision that approves another paper's programme",
        """THỦ TƯỚNG CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 982/QĐ-TTg
Hà Nội, ngày 26 tháng 6 năm 2026
QUYẾT ĐỊNH
Phê duyệt Kế hoạch thực hiện Kết luận số 210-KL/TW ngày 12 tháng 11 năm 2025 của Ban Chấp hành Trung ương
THỦ TƯỚNG CHÍNH PHỦ
Căn cứ Luật Tổ chức Chính phủ;
""",
        "Quyết định",
        "982/QĐ-TTg",
        "2026-06-26",
        "Thủ tướng Chính phủ",
    ),
    Head(
        "Party committee of a province",
        """TỈNH ỦY QUẢNG NGÃI
*
Số 37-CTr/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Quảng Ngãi, ngày 18 tháng 4 năm 2018

CHƯƠNG TRÌNH HÀNH ĐỘNG
thực hiện Nghị quyết số 23-NQ/TW ngày 22/3/2018 của Bộ Chính trị
-----

Ban Thường vụ Tỉnh ủy ban hành Chương trình hành động.
""",
        "Chương trình hành động",
        "37-CTr/TU",
        "2018-04-18",
        "Tỉnh ủy",
        "Quảng Ngãi",
        title="thực hiện Nghị quyết số 23-NQ/TW ngày 22/3/2018 của Bộ Chính trị",
    ),
    Head(
        "Politburo: the title tells the issuer",
        """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 57-NQ/TW

ĐẢNG CỘNG SẢN VIỆT NAM

Hà Nội, ngày 22 tháng 12 năm 2024

NGHỊ QUYẾT
CỦA BỘ CHÍNH TRỊ
về đột phá phát triển khoa học, công nghệ

I- TÌNH HÌNH
T/M BỘ CHÍNH TRỊ
TỔNG BÍ THƯ
Tô Lâm
""",
        "Nghị quyết",
        "57-NQ/TW",
        "2024-12-22",
        "Bộ Chính trị",
    ),
    Head(
        "Secretariat: only the signature tells the issuer",
        """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 40-CT/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 22 tháng 11 năm 2014
CHỈ THỊ
về tăng cường sự lãnh đạo của Đảng đối với tín dụng chính sách xã hội
-----
Chỉ thị này phổ biến đến chi bộ.
T/M BAN BÍ THƯ
Lê Hồng Anh
""",
        "Chỉ thị",
        "40-CT/TW",
        "2014-11-22",
        "Ban Bí thư",
        title="về tăng cường sự lãnh đạo của Đảng đối với tín dụng chính sách xã hội",
    ),
    Head(
        "Party committee of a district",
        """HUYỆN ỦY MỘ ĐỨC
*
Số 128 - KH/HU
ĐẢNG CỘNG SẢN VIỆT NAM
Mộ Đức, ngày 05 tháng 5 năm 2020
KẾ HOẠCH
triển khai Chỉ thị số 35-CT/TW
-----
Nội dung
""",
        "Kế hoạch",
        "128-KH/HU",
        "2020-05-05",
        "Huyện ủy",
        "Mộ Đức",
    ),
    Head(
        "official letter",
        """BỘ NỘI VỤ
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 4698/BNV-CCVC
V/v hướng dẫn thực hiện Nghị định số 161/2018/NĐ-CP
Hà Nội, ngày 02 tháng 10 năm 2019

Kính gửi: Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương

Bộ Nội vụ nhận được công văn.
""",
        "Công văn",
        "4698/BNV-CCVC",
        "2019-10-02",
        "Bộ Nội vụ",
        title="hướng dẫn thực hiện Nghị định số 161/2018/NĐ-CP",
    ),
    Head(
        "official letter of a province",
        """UBND TỈNH QUẢNG NGÃI
SỞ NỘI VỤ
Số: 655/SNV-XDCQ&CTTN
V/v báo cáo sơ kết
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Ngãi, ngày 02 tháng 4 năm 2021

Kính gửi: Các sở, ban, ngành
""",
        "Công văn",
        "655/SNV-XDCQ&CTTN",
        "2021-04-02",
        "Sở Nội vụ",
        "Quảng Ngãi",
        title="báo cáo sơ kết",
    ),
    Head(
        "consolidated text: the number at the end",
        """BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI
THÔNG TƯ
HƯỚNG DẪN MỘT SỐ ĐIỀU CỦA LUẬT VIỆC LÀM
Thông tư số 28/2015/TT-BLĐTBXH ngày 31 tháng 7 năm 2015 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội hướng dẫn
thực hiện Điều 52 của Luật Việc làm, có hiệu lực kể từ ngày 15 tháng 9 năm 2015, được sửa đổi, bổ sung bởi:
Thông tư số 15/2023/TT-BLĐTBXH ngày 29 tháng 12 năm 2023.
Điều 1. Phạm vi
Nội dung.
BỘ LAO ĐỘNG - THƯƠNG BINH
VÀ XÃ HỘI
-------
Số: 834/VBHN-BLĐTBXH
XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 29 tháng 02 năm 2024
""",
        "Văn bản hợp nhất",
        "834/VBHN-BLĐTBXH",
        "2024-02-29",
        "Bộ Lao động - Thương binh và Xã hội",
    ),
    Head(
        "blank number and day",
        """UBND TỈNH QUẢNG NGÃI
SỞ CÔNG THƯƠNG
Số:        /BC-SCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Ngãi, ngày     tháng 4 năm 2021
BÁO CÁO
Sơ kết 05 năm thực hiện Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị

Thực hiện Công văn số 655/SNV-XDCQ&CTTN ngày 02/4/2021 của Sở Nội vụ.
""",
        "Báo cáo",
        "BC-SCT",
        "2021-04",
        "Sở Công Thương",
        "Quảng Ngãi",
    ),
    Head(
        "blank number with dots",
        """ỦY BAN NHÂN DÂN
TỈNH BÌNH ĐỊNH
Số: ....../QĐ-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Bình Định, ngày .... tháng .... năm 2023
QUYẾT ĐỊNH
Về việc giao chỉ tiêu
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương;
""",
        "Quyết định",
        "QĐ-UBND",
        "2023",
        "Chủ tịch Ủy ban nhân dân tỉnh",
        "Bình Định",
    ),
    Head(
        "annex",
        """QUY CHẾ
Tổ chức và hoạt động của Hội đồng
(Ban hành kèm theo Quyết định số 20/2013/QĐ-UBND ngày 10/5/2013 của UBND tỉnh Quảng Ngãi)

Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
""",
        "Quy chế",
        None,
        None,
        None,
        title="Tổ chức và hoạt động của Hội đồng",
    ),
    Head(
        "council",
        """HỘI ĐỒNG NHÂN DÂN
TỈNH LÂM ĐỒNG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 24/2013/NQ-HĐND
Đà Lạt, ngày 10 tháng 7 năm 2013

NGHỊ QUYẾT
VỀ MỨC THU PHÍ

HỘI ĐỒNG NHÂN DÂN TỈNH LÂM ĐỒNG
KHÓA VIII KỲ HỌP THỨ 8
Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;
Nghị quyết này đã được Hội đồng nhân dân tỉnh Lâm Đồng Khóa VIII, Kỳ họp thứ 8 thông qua.
""",
        "Nghị quyết",
        "24/2013/NQ-HĐND",
        "2013-07-10",
        "Hội đồng nhân dân tỉnh",
        "Lâm Đồng",
        term="VIII",
        title="VỀ MỨC THU PHÍ",
    ),
    Head(
        "number wrapped",
        """TÒA ÁN NHÂN DÂN TỐI CAO
Số: 01/2022/TTLT-VKSNDTC-
TANDTC-BCA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 18 tháng 3 năm 2022
THÔNG TƯ LIÊN TỊCH
Quy định phối hợp
Căn cứ Luật Tổ chức Tòa án nhân dân;
""",
        "Thông tư liên tịch",
        "01/2022/TTLT-VKSNDTC-TANDTC-BCA",
        "2022-03-18",
        "Viện kiểm sát nhân dân tối cao",
    ),
    Head(
        "ward",
        """ỦY BAN NHÂN DÂN
PHƯỜNG HOÀN KIẾM
-------
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hoàn Kiếm, ngày 10 tháng 10 năm 2025
KẾ HOẠCH
Cải cách hành chính năm 2026
Thực hiện Kế hoạch số 300/KH-UBND ngày 01/10/2025 của UBND thành phố Hà Nội;
""",
        "Kế hoạch",
        "12/KH-UBND",
        "2025-10-10",
        "Ủy ban nhân dân phường",
        "Hoàn Kiếm",
        title="Cải cách hành chính năm 2026",
    ),
    Head(
        "ward without a rule below its name",
        """ỦY BAN NHÂN DÂN
PHƯỜNG HOÀN KIẾM
Số: 12/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hoàn Kiếm, ngày 10 tháng 10 năm 2025
KẾ HOẠCH
Cải cách hành chính năm 2026

Thực hiện Kế hoạch số 300/KH-UBND;
""",
        "Kế hoạch",
        "12/KH-UBND",
        "2025-10-10",
        "Ủy ban nhân dân phường",
        "Hoàn Kiếm",
    ),
    Head(
        "commune",
        """ỦY BAN NHÂN DÂN
XÃ BÌNH MINH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/QĐ-UBND
Bình Minh, ngày 03 tháng 9 năm 2025
QUYẾT ĐỊNH
Về việc thành lập Tổ công tác

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ
Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
""",
        "Quyết định",
        "45/QĐ-UBND",
        "2025-09-03",
        "Chủ tịch Ủy ban nhân dân xã",
        "Bình Minh",
    ),
    Head(
        "emphasis between place and date",
        """|
**HỘI
ĐỒNG NHÂN DÂN**
THÀNH PHỐ HUẾ
-------
|
Số: 36/2025/NQ-HĐND
|
*Thành phố Huế**, ngày 18 tháng 11 năm 2025*
|

**NGHỊ
QUYẾT**

QUY ĐỊNH VỀ CHÍNH SÁCH HỌC PHÍ

*Căn cứ Luật Giáo dục số 43/2019/QH14;*
""",
        "Nghị quyết",
        "36/2025/NQ-HĐND",
        "2025-11-18",
        "Hội đồng nhân dân thành phố",
        "Huế",
        title="QUY ĐỊNH VỀ CHÍNH SÁCH HỌC PHÍ",
    ),
    Head(
        "gazette",
        """2 CÔNG BÁO/Số 503 + 504/Ngày 20-02-2023
VĂN BẢN QUY PHẠM PHÁP LUẬT
CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 04/2023/NĐ-CP Hà Nội, ngày 13 tháng 02 năm 2023
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 53/2014/NĐ-CP
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
""",
        "Nghị định",
        "04/2023/NĐ-CP",
        "2023-02-13",
        "Chính phủ",
        title="Sửa đổi, bổ sung một số điều của Nghị định số 53/2014/NĐ-CP",
    ),
    Head(
        "number behind the type: an old order",
        """CHỦ TỊCH NƯỚC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 10/2020/L-CTN
Hà Nội, ngày 26 tháng 6 năm 2020
LỆNH
Về việc công bố Luật

Căn cứ Điều 88 Hiến pháp;
""",
        "Lệnh",
        "10/2020/L-CTN",
        "2020-06-26",
        "Chủ tịch nước",
    ),
    Head(
        "no head at all",
        "Đơn vị đã thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017.",
        None,
        None,
        None,
        None,
    ),
]
