"""Heads whose number line opens with the type, or stands below the title."""

from __future__ import annotations

from heads import Head

LED_HEADS = [
    Head(
        "a judgment: the number line opens with the type, the day stands below it",
        """TÒA ÁN NHÂN DÂN
THÀNH PHỐ HÀ NỘI

Bản án số: 210/2023/DS-PT
Ngày 12 tháng 5 năm 2023
V/v "Tranh chấp quyền sử dụng đất"

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập – Tự do – Hạnh phúc

NHÂN DANH
NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TÒA ÁN NHÂN DÂN THÀNH PHỐ HÀ NỘI

Căn cứ khoản 2 Điều 308 Bộ luật Tố tụng dân sự.
""",
        "Bản án",
        "210/2023/DS-PT",
        "2023-05-12",
        "Tòa án nhân dân thành phố",
        "Hà Nội",
    ),
    Head(
        "a judgment with its day in digits",
        """TÒA ÁN NHÂN DÂN TỈNH ĐẮK LẮK      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                                       Độc lập - Tự do - Hạnh phúc
Bản án số: 45/2022/HS-PT
Ngày: 17-6-2022

NHÂN DANH NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
""",
        "Bản án",
        "45/2022/HS-PT",
        "2022-06-17",
        "Tòa án nhân dân tỉnh",
        "Đắk Lắk",
    ),
    Head(
        "the number line behind a title of capitals is no part of it",
        """HỢP ĐỒNG DỊCH VỤ
Số: 05/2024/HĐDV
Căn cứ Luật Thương mại số 36/2005/QH11;
""",
        "Hợp đồng",
        "05/2024/HĐDV",
        None,
        None,
        title="DỊCH VỤ",
    ),
    Head(
        "the first sentence right below a title in small letters",
        """VĂN PHÒNG CHÍNH PHỦ
Số: 145/TB-VPCP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày 30 tháng 3 năm 2024
THÔNG BÁO
Kết luận của Phó Thủ tướng Trần Hồng Hà tại cuộc họp về Nghị định số 08/2022/NĐ-CP
Ngày 26 tháng 3 năm 2024, tại trụ sở Chính phủ, Phó Thủ tướng đã chủ trì cuộc họp.
""",
        "Thông báo",
        "145/TB-VPCP",
        "2024-03-30",
        "Văn phòng Chính phủ",
        title="Kết luận của Phó Thủ tướng Trần Hồng Hà tại cuộc họp về Nghị định số 08/2022/NĐ-CP",
    ),
    Head(
        "a long sentence right below a title in small letters",
        """SỞ CÔNG THƯƠNG
Số: 15/BC-SCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Ngãi, ngày 30 tháng 3 năm 2024
BÁO CÁO
Kết quả thực hiện Kế hoạch số 83/KH-UBND
Sở Công Thương nhận được yêu cầu của Ủy ban nhân dân tỉnh về việc báo cáo kết quả thực hiện công tác quý I năm 2024.
""",
        "Báo cáo",
        "15/BC-SCT",
        "2024-03-30",
        "Sở Công Thương",
        "Quảng Ngãi",
        title="Kết quả thực hiện Kế hoạch số 83/KH-UBND",
    ),
]
