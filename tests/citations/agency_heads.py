"""Heads of bodies below or beside those of `heads.py`: offices, schools, commissions, courts, drafts."""

from __future__ import annotations

from heads import Head

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"

AGENCY_HEADS = [
    Head(
        "commission of a provincial committee",
        """TỈNH ỦY BÌNH ĐỊNH
BAN TUYÊN GIÁO
*
Số 05-HD/BTGTU
ĐẢNG CỘNG SẢN VIỆT NAM
Bình Định, ngày 05 tháng 3 năm 2021
HƯỚNG DẪN
học tập Nghị quyết
-----
""",
        "Hướng dẫn",
        "05-HD/BTGTU",
        "2021-03-05",
        "Ban Tuyên giáo Tỉnh ủy",
        "Bình Định",
    ),
    Head(
        "Party committee of a department",
        """ĐẢNG BỘ TỈNH QUẢNG NGÃI
ĐẢNG ỦY SỞ CÔNG THƯƠNG
*
Số 12-NQ/ĐU
ĐẢNG CỘNG SẢN VIỆT NAM
Quảng Ngãi, ngày 05 tháng 3 năm 2021
NGHỊ QUYẾT
về nhiệm vụ năm 2021
-----
""",
        "Nghị quyết",
        "12-NQ/ĐU",
        "2021-03-05",
        "Đảng ủy Sở Công Thương",
        "Quảng Ngãi",
    ),
    Head(
        "plenum: the conference under the type",
        """BAN CHẤP HÀNH TRUNG ƯƠNG
*
Số 18-NQ/TW
ĐẢNG CỘNG SẢN VIỆT NAM
Hà Nội, ngày 25 tháng 10 năm 2017
NGHỊ QUYẾT
HỘI NGHỊ LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XII
Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy
-----
T/M BAN CHẤP HÀNH TRUNG ƯƠNG
TỔNG BÍ THƯ
""",
        "Nghị quyết",
        "18-NQ/TW",
        "2017-10-25",
        "Ban Chấp hành Trung ương",
        term="XII",
        title="Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy",
    ),
    Head(
        "resolution of the Assembly: the enacting body right below the title",
        "QUỐC HỘI\n-------\n"
        + MOTTO
        + """Nghị quyết số: 57/2022/QH15
Hà Nội, ngày 16 tháng 6 năm 2022
NGHỊ QUYẾT
VỀ CHỦ TRƯƠNG ĐẦU TƯ DỰ ÁN
QUỐC HỘI
NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Căn cứ Hiến pháp;
""",
        "Nghị quyết",
        "57/2022/QH15",
        "2022-06-16",
        "Quốc hội",
        term="XV",
        title="VỀ CHỦ TRƯƠNG ĐẦU TƯ DỰ ÁN",
    ),
    Head(
        "draft",
        "CHÍNH PHỦ\n-------\n"
        + MOTTO
        + """Số:        /2026/NĐ-CP
Hà Nội, ngày     tháng     năm 2026
DỰ THẢO
NGHỊ ĐỊNH
Quy định chi tiết Luật Thủ đô
Căn cứ Luật Thủ đô số 39/2024/QH15;
""",
        "Nghị định",
        "…/2026/NĐ-CP",
        "2026",
        "Chính phủ",
        title="Quy định chi tiết Luật Thủ đô",
    ),
    Head(
        "office of a People's Committee",
        "UBND THÀNH PHỐ ĐÀ NẴNG\nVĂN PHÒNG\n-------\n"
        + MOTTO
        + """Số: 45/TB-VP
Đà Nẵng, ngày 19 tháng 12 năm 2016
THÔNG BÁO
Kết luận của Chủ tịch UBND thành phố

Ngày 10/12/2016
""",
        "Thông báo",
        "45/TB-VP",
        "2016-12-19",
        "Văn phòng Ủy ban nhân dân thành phố",
        "Đà Nẵng",
    ),
    Head(
        "school of a department",
        "SỞ GIÁO DỤC VÀ ĐÀO TẠO QUẢNG NGÃI\nTRƯỜNG THPT TRẦN QUỐC TUẤN\n-------\n"
        + MOTTO
        + """Số: 5/KH-THPTTQT
Quảng Ngãi, ngày 4 tháng 9 năm 2021
KẾ HOẠCH
Năm học 2021 - 2022

Căn cứ Quyết định số 7/QĐ-SGDĐT;
""",
        "Kế hoạch",
        "5/KH-THPTTQT",
        "2021-09-04",
        "Trường THPT Trần Quốc Tuấn",
        "Quảng Ngãi",
    ),
    Head(
        "general department of a ministry",
        "BỘ TÀI CHÍNH\nTỔNG CỤC THUẾ\n-------\n"
        + MOTTO
        + """Số: 1234/TCT-CS
V/v chính sách thuế
Hà Nội, ngày 19 tháng 12 năm 2016
Kính gửi: Cục Thuế tỉnh Bình Định
""",
        "Công văn",
        "1234/TCT-CS",
        "2016-12-19",
        "Tổng cục Thuế",
        title="chính sách thuế",
    ),
    Head(
        "judges of the Supreme Court",
        "TÒA ÁN NHÂN DÂN TỐI CAO\nHỘI ĐỒNG THẨM PHÁN\n-------\n"
        + MOTTO
        + """Nghị quyết số: 04/2019/NQ-HĐTP
Hà Nội, ngày 18 tháng 6 năm 2019
NGHỊ QUYẾT
VỀ QUY TRÌNH LỰA CHỌN ÁN LỆ
Căn cứ Luật Tổ chức Tòa án nhân dân;
""",
        "Nghị quyết",
        "04/2019/NQ-HĐTP",
        "2019-06-18",
        "Hội đồng Thẩm phán Tòa án nhân dân tối cao",
        title="VỀ QUY TRÌNH LỰA CHỌN ÁN LỆ",
    ),
    Head(
        "department of a province",
        "UBND TỈNH QUẢNG NGÃI\nSỞ Y TẾ\n-------\n"
        + MOTTO
        + """Số: 12/QĐ-SYT
Quảng Ngãi, ngày 19 tháng 12 năm 2016
QUYẾT ĐỊNH
Về việc thành lập Tổ công tác
GIÁM ĐỐC SỞ Y TẾ
Căn cứ Quyết định số 5/QĐ-UBND ngày 1/2/2016 của UBND tỉnh;
""",
        "Quyết định",
        "12/QĐ-SYT",
        "2016-12-19",
        "Sở Y tế",
        "Quảng Ngãi",
        title="Về việc thành lập Tổ công tác",
    ),
    Head(
        "Front",
        "ỦY BAN TRUNG ƯƠNG\nMẶT TRẬN TỔ QUỐC VIỆT NAM\nBAN THƯỜNG TRỰC\n-------\n"
        + MOTTO
        + """Số: 207/QĐ-MTTW-BTT
Hà Nội, ngày 19 tháng 12 năm 2016
QUYẾT ĐỊNH
Về việc ban hành Quy chế

Căn cứ Luật Mặt trận Tổ quốc Việt Nam năm 2015;
""",
        "Quyết định",
        "207/QĐ-MTTW-BTT",
        "2016-12-19",
        "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        title="Về việc ban hành Quy chế",
    ),
    Head(
        "blank date above a title that cites in Party style",
        """UBND TỈNH QUẢNG NGÃI
SỞ CÔNG THƯƠNG
Số:    /BC-SCT
Quảng Ngãi, ngày    tháng    năm
BÁO CÁO
Sơ kết Nghị quyết số 18-NQ/TW, ngày 25/10/2017

Thực hiện Công văn số 5/SNV-CC, ngày 02/4/2021.
""",
        "Báo cáo",
        "BC-SCT",
        None,
        "Sở Công Thương",
        "Quảng Ngãi",
    ),
    Head(
        "no head, first line cites in Party style",
        "Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Ban Chấp hành Trung ương, đơn vị báo cáo.",
        None,
        None,
        None,
        None,
    ),
]
