"""Heads in which the lower line issues: schools, hospitals, boards, companies, communes, tax and customs offices."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from heads import Head

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"


def head(
    id: str,
    left: str,
    number: str,
    date: str,
    rest: str,
    *want: str | None,
    title: str | None = None,
    term: str | None = None,
) -> Head:
    """A head of two columns, the left first; `want` is type, code, date, issuer, place."""
    kind, code, day, issuer, place = want
    return Head(id, f"{left}\n-------\n{MOTTO}{number}\n{date}\n{rest}", kind, code, day, issuer, place, term, title)


LOWER_HEADS = [
    head(
        "hospital", "SỞ Y TẾ TỈNH BÌNH ĐỊNH\nBỆNH VIỆN ĐA KHOA TỈNH", "Số: 33/BVĐK-KHTH\nV/v mua sắm vật tư",
        "Bình Định, ngày 05 tháng 3 năm 2024", "Kính gửi: Các khoa, phòng\n",
        "Công văn", "33/BVĐK-KHTH", "2024-03-05", "Bệnh viện Đa khoa tỉnh", "Bình Định", title="mua sắm vật tư",
    ),
    head(
        "project board", "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\nBAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG", "Số: 05/QĐ-BQLDA",
        "An Giang, ngày 06 tháng 3 năm 2024", "QUYẾT ĐỊNH\nVề việc thành lập tổ chuyên gia\n\nCăn cứ Luật Đấu thầu;\n",
        "Quyết định", "05/QĐ-BQLDA", "2024-03-06", "Ban Quản lý Dự án Đầu tư xây dựng", "An Giang",
    ),
    head(
        "lower school, its own spelling in the text", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN MỘ ĐỨC\nTRƯỜNG TIỂU HỌC ĐỨC NHUẬN",
        "Số: 12/BC-THĐN", "Mộ Đức, ngày 07 tháng 3 năm 2024",
        "BÁO CÁO\nCông tác học kỳ I\n\nTrường Tiểu học Đức Nhuận báo cáo như sau.\n",
        "Báo cáo", "12/BC-THĐN", "2024-03-07", "Trường Tiểu học Đức Nhuận", None,
    ),
    head(
        "the school's line is lost, its symbol is there", "SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH AN GIANG", "Số: 45/KH-THPTLHP",
        "An Giang, ngày 17 tháng 8 năm 2025", "KẾ HOẠCH\nTổ chức tuần sinh hoạt công dân\n\nCăn cứ Kế hoạch số 9/KH-UBND;\n",
        "Kế hoạch", "45/KH-THPTLHP", "2025-08-17", None, None,
    ),
    head(
        "tax office of a province", "CỤC THUẾ\nTHUẾ TỈNH TÂY NINH", "Số: 3257/TNI-QLDN1\nV/v thuế suất thuế GTGT",
        "Tây Ninh, ngày 01 tháng 12 năm 2025", "Kính gửi: Công ty TNHH A\n",
        "Công văn", "3257/TNI-QLDN1", "2025-12-01", "Thuế tỉnh", "Tây Ninh", title="thuế suất thuế GTGT",
    ),
    head(
        "tax department: a letter whose first code looks like a type", "BỘ TÀI CHÍNH\nCỤC THUẾ", "Số: 4200/CT-CS\nV/v chính sách thuế",
        "Hà Nội, ngày 01 tháng 10 năm 2025", "Kính gửi: Thuế tỉnh Quảng Trị\n",
        "Công văn", "4200/CT-CS", "2025-10-01", "Cục Thuế", None, title="chính sách thuế",
    ),
    head(
        "tax department: a decision", "BỘ TÀI CHÍNH\nCỤC THUẾ", "Số: 3509/QĐ-CT", "Hà Nội, ngày 17 tháng 11 năm 2025",
        "QUYẾT ĐỊNH\nBAN HÀNH QUY TẮC ỨNG XỬ\n\nCỤC TRƯỞNG CỤC THUẾ\n\nCăn cứ Luật Cán bộ, công chức;\n",
        "Quyết định", "3509/QĐ-CT", "2025-11-17", "Cục Thuế", None, title="BAN HÀNH QUY TẮC ỨNG XỬ",
    ),
    head(
        "letter: the unit looks like a directive", "BỘ NỘI VỤ", "Số: 92/BNV-CT\nV/v công tác thanh niên",
        "Hà Nội, ngày 05 tháng 01 năm 2025", "Kính gửi: Ủy ban nhân dân các tỉnh\n",
        "Công văn", "92/BNV-CT", "2025-01-05", "Bộ Nội vụ", None,
    ),
    head(
        "letter: the unit looks like a decision", "BỘ TÀI CHÍNH", "Số: 88/BTC-QĐ", "Hà Nội, ngày 05 tháng 01 năm 2025",
        "Kính gửi: Các Sở Tài chính\nBộ Tài chính nhận được công văn.\n",
        "Công văn", "88/BTC-QĐ", "2025-01-05", "Bộ Tài chính", None,
    ),
    head(
        "letter of a committee: the unit looks like a resolution", "ỦY BAN NHÂN DÂN\nTỈNH LÂM ĐỒNG", "Số: 90/UBND-NQ\nV/v rà soát",
        "Đà Lạt, ngày 05 tháng 01 năm 2025", "Kính gửi: Các sở\n",
        "Công văn", "90/UBND-NQ", "2025-01-05", "Ủy ban nhân dân tỉnh", "Lâm Đồng",
    ),
    head(
        "old order: the type stands behind the issuer", "BỘ VĂN HÓA - THÔNG TIN", "Số: 37/VHTT-TT", "Hà Nội, ngày 05 tháng 7 năm 1995",
        "THÔNG TƯ\nHướng dẫn thi hành\n\nCăn cứ Nghị định số 87/CP;\n",
        "Thông tư", "37/VHTT-TT", "1995-07-05", "Bộ Văn hóa - Thông tin", None,
    ),
    head(
        "telegram with V/v in its title", "BỘ XÂY DỰNG", "Số: 96/CĐ-BXD", "Hà Nội, ngày 22 tháng 11 năm 2025",
        "CÔNG ĐIỆN\nV/V TẬP TRUNG ỨNG PHÓ MƯA LŨ\n\nBỘ XÂY DỰNG điện:\n\nThực hiện chỉ đạo;\n",
        "Công điện", "96/CĐ-BXD", "2025-11-22", "Bộ Xây dựng", None, title="V/V TẬP TRUNG ỨNG PHÓ MƯA LŨ",
    ),
    head(
        "centre of a city", "UBND THÀNH PHỐ HÀ\nNỘI\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "Số: 1594/QĐ-TTPVHCC",
        "Hà Nội, ngày 20 tháng 11 năm 2025",
        "QUYẾT ĐỊNH\nVỀ VIỆC PHÊ DUYỆT QUY TRÌNH\n\nGIÁM ĐỐC TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\n\nCăn cứ Luật Tín ngưỡng;\n",
        "Quyết định", "1594/QĐ-TTPVHCC", "2025-11-20", "Trung tâm Phục vụ hành chính công thành phố", "Hà Nội",
        title="VỀ VIỆC PHÊ DUYỆT QUY TRÌNH",
    ),
    head(
        "chairman of a province", "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", "Số: 2932/QĐ-UBND", "Lai Châu, ngày 20 tháng 11 năm 2025",
        "QUYẾT ĐỊNH\nVỀ VIỆC CÔNG BỐ THỦ TỤC\nCỦA SỞ Y TẾ TỈNH LAI CHÂU\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU\nCăn cứ Luật A;\n",
        "Quyết định", "2932/QĐ-UBND", "2025-11-20", "Chủ tịch Ủy ban nhân dân tỉnh", "Lai Châu",
        title="VỀ VIỆC CÔNG BỐ THỦ TỤC CỦA SỞ Y TẾ TỈNH LAI CHÂU",
    ),
    head(
        "the committee itself enacts", "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", "Số: 88/2025/QĐ-UBND", "Lai Châu, ngày 21 tháng 11 năm 2025",
        "QUYẾT ĐỊNH\nBAN HÀNH QUY CHẾ\n\nỦY BAN NHÂN DÂN TỈNH LAI CHÂU\n\nCăn cứ Luật A;\n",
        "Quyết định", "88/2025/QĐ-UBND", "2025-11-21", "Ủy ban nhân dân tỉnh", "Lai Châu", title="BAN HÀNH QUY CHẾ",
    ),
    head(
        "no enacting line: the chairman signs alone", "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", "Số: 12/QĐ-UBND", "Lai Châu, ngày 21 tháng 11 năm 2025",
        "QUYẾT ĐỊNH\nVề việc khen thưởng\n\nCăn cứ Luật A;\nĐiều 1. Khen thưởng.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTống Thanh Hải\n",
        "Quyết định", "12/QĐ-UBND", "2025-11-21", "Chủ tịch Ủy ban nhân dân tỉnh", "Lai Châu", title="Về việc khen thưởng",
    ),
    head(
        "no enacting line: signed on behalf of the committee", "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU", "Số: 13/QĐ-UBND", "Lai Châu, ngày 21 tháng 11 năm 2025",
        "QUYẾT ĐỊNH\nVề việc giao đất\n\nCăn cứ Luật A;\nĐiều 1. Giao đất.\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTống Thanh Hải\n",
        "Quyết định", "13/QĐ-UBND", "2025-11-21", "Ủy ban nhân dân tỉnh", "Lai Châu",
    ),
    head(
        "a title that ends with a body is no enacting line", "VĂN PHÒNG CHÍNH PHỦ", "Số: 634/TB-VPCP", "Hà Nội, ngày 22 tháng 11 năm 2025",
        "THÔNG BÁO\nKẾT LUẬN CỦA THỦ TƯỚNG TẠI BUỔI LÀM VIỆC VỚI THƯỜNG TRỰC\nTỈNH ỦY THANH HÓA\n\nNgày 20 tháng 11, Thủ tướng đã làm việc.\n",
        "Thông báo", "634/TB-VPCP", "2025-11-22", "Văn phòng Chính phủ", None,
        title="KẾT LUẬN CỦA THỦ TƯỚNG TẠI BUỔI LÀM VIỆC VỚI THƯỜNG TRỰC TỈNH ỦY THANH HÓA",
    ),
    head(
        "title and date torn by emphasis", "**BỘ C****ÔNG THƯƠNG**", "Số: 54/2025/TT-BCT", "*Hà Nội, ng**ày 21 tháng\n11 năm 202**5*",
        "**THÔNG TƯ**** **\n\n**SỬA ****ĐỔI TH****ÔNG TƯ**\n\n*Căn cứ Luật Điện lực;*\n",
        "Thông tư", "54/2025/TT-BCT", "2025-11-21", "Bộ Công Thương", None, title="SỬA ĐỔI THÔNG TƯ",
    ),
    head(
        "act of the Assembly: the day it was passed", "QUỐC HỘI", "Luật số: 90/2024/QH15", "",
        "LUẬT\nKIỂM TRA THỬ\n\nCăn cứ Hiến pháp;\nĐiều 1. A.\n\nLuật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV,"
        " kỳ họp thứ 7 thông qua ngày 21 tháng 6 năm 2024.\n",
        "Luật", "90/2024/QH15", "2024-06-21", "Quốc hội", None, title="KIỂM TRA THỬ", term="XV",
    ),
    head(
        "resolution of the Standing Committee: the day it was passed", "ỦY BAN THƯỜNG VỤ QUỐC HỘI", "Số: 1663/NQ-UBTVQH15", "",
        "NGHỊ QUYẾT\nVề việc sắp xếp\n\nỦY BAN THƯỜNG VỤ QUỐC HỘI\n\nCăn cứ Hiến pháp;\n*Nghị quyết này được Ủy ban Thường vụ Quốc hội"
        " nước Cộng hòa xã hội chủ nghĩa Việt Nam khóa XV thông qua ngày 16 tháng 6 năm 2025.*\n",
        "Nghị quyết", "1663/NQ-UBTVQH15", "2025-06-16", "Ủy ban Thường vụ Quốc hội", None,
    ),
    head(
        "company", "TỔNG CÔNG TY ĐIỆN LỰC MIỀN TRUNG\nCÔNG TY ĐIỆN LỰC QUẢNG NGÃI", "Số: 77/TB-QNPC", "Quảng Ngãi, ngày 02 tháng 4 năm 2025",
        "THÔNG BÁO\nTạm ngừng cấp điện\n\nCông ty Điện lực Quảng Ngãi thông báo.\n",
        "Thông báo", "77/TB-QNPC", "2025-04-02", "Công ty Điện lực Quảng Ngãi", "Quảng Ngãi",
    ),
    head(
        "university", "BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG ĐẠI HỌC QUY NHƠN", "Số: 812/QĐ-ĐHQN", "Bình Định, ngày 03 tháng 4 năm 2025",
        "QUYẾT ĐỊNH\nVề việc công nhận tốt nghiệp\n\nHIỆU TRƯỞNG TRƯỜNG ĐẠI HỌC QUY NHƠN\n\nCăn cứ Luật Giáo dục đại học;\n",
        "Quyết định", "812/QĐ-ĐHQN", "2025-04-03", "Trường Đại học Quy Nhơn", "Bình Định", title="Về việc công nhận tốt nghiệp",
    ),
    head(
        "committee of a council", "HỘI ĐỒNG NHÂN DÂN\nTHÀNH PHỐ HÀ NỘI\nBAN PHÁP CHẾ", "Số: 117/BC-BPC", "Hà Nội, ngày 22 tháng 11 năm 2025",
        "BÁO CÁO THẨM TRA\nDự thảo Nghị quyết\n\nThực hiện Luật A.\n",
        "Báo cáo thẩm tra", "117/BC-BPC", "2025-11-22", "Ban Pháp chế Hội đồng nhân dân thành phố", "Hà Nội",
    ),
    head(
        "Party committee of a ward", "ĐẢNG BỘ THÀNH PHỐ HUẾ\nĐẢNG ỦY PHƯỜNG THUẬN HÓA\n*", "Số 15-NQ/ĐU", "Thuận Hóa, ngày 02 tháng 9 năm 2025",
        "NGHỊ QUYẾT\nvề nhiệm vụ trọng tâm\n-----\n",
        "Nghị quyết", "15-NQ/ĐU", "2025-09-02", "Đảng ủy phường", "Thuận Hóa",
    ),
    head(
        "division of a commune", "ỦY BAN NHÂN DÂN\nXÃ BÌNH MINH\nPHÒNG KINH TẾ", "Số: 21/TB-PKT", "Bình Minh, ngày 03 tháng 9 năm 2025",
        "THÔNG BÁO\nLịch tiếp công dân\n\nTheo kế hoạch.\n",
        "Thông báo", "21/TB-PKT", "2025-09-03", "Phòng Kinh tế xã", "Bình Minh",
    ),
    head(
        "steering committee", "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nBAN CHỈ ĐẠO PHÁT TRIỂN DU LỊCH", "Số: 04/KH-BCĐ", "Quảng Ngãi, ngày 03 tháng 4 năm 2025",
        "KẾ HOẠCH\nHoạt động năm 2025\n\nCăn cứ Quyết định số 5/QĐ-UBND;\n",
        "Kế hoạch", "04/KH-BCĐ", "2025-04-03", "Ban Chỉ đạo phát triển du lịch", "Quảng Ngãi",
    ),
    Head(
        "a site's box above an empty page: its date is not that of the site's notice",
        """**Số hiệu:**
|
3608/QĐ-BYT
|
**Loại văn bản:**
|
Quyết định
|
**Nơi ban hành:**
|
Bộ Y tế
|
**Ngày ban hành:**
|
21/11/2025
|
Văn bản này đang cập nhật nội dung.

TP. HCM, ngày 31/05/2021

**THÔNG BÁO **

về Lưu trữ, Sử dụng Thông tin Khách hàng
""",
        "Quyết định", "3608/QĐ-BYT", "2025-11-21", "Bộ Y tế",
    ),
    Head(
        "no head: the last sentence of the preamble tells who issues",
        """**THÔNG TƯ**

SỬA ĐỔI QUY CHẾ CUỘC THI

*Căn cứ Luật Giáo dục số 43/2019/QH14;*

*Bộ trưởng Bộ Giáo dục và Đào tạo ban hành
Thông tư sửa đổi Quy chế cuộc thi.*
""",
        "Thông tư", None, None, "Bộ Giáo dục và Đào tạo", title="SỬA ĐỔI QUY CHẾ CUỘC THI",
    ),
    Head(
        "an article that quotes a head is no document",
        """# Nghị quyết 72-NQ/TW có chính sách hỗ trợ đối với chi phí vận chuyển cấp cứu ngoại viện cho đối tượng nào?

NGHỊ QUYẾT
CỦA BỘ CHÍNH TRỊ
VỀ MỘT SỐ GIẢI PHÁP ĐỘT PHÁ

Theo đó, chính sách như sau.
""",
        None, None, None, None,
    ),
    Head(
        "consolidated text whose number is on a page that is lost",
        """VĂN BẢN HỢP NHẤT -
BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI

NGHỊ ĐỊNH
Quy định chi tiết thi hành
Luật Giáo dục nghề nghiệp

Nghị định số 15/2019/NĐ-CP ngày 01 tháng 02 năm 2019 của Chính phủ, có hiệu lực kể từ ngày 20 tháng 3 năm 2019, được
sửa đổi, bổ sung bởi:
Nghị định số 24/2022/NĐ-CP ngày 06 tháng 4 năm 2022.
""",
        "Văn bản hợp nhất", None, None, "Bộ Lao động - Thương binh và Xã hội",
        title="Quy định chi tiết thi hành Luật Giáo dục nghề nghiệp",
    ),
    Head(
        "a letter that begins with its address",
        "**Kính gửi:** Công ty A.\n\nCục Hải quan nhận được công văn số 19/CV-TT ngày 6/10/2025 của Công ty A.\n",
        "Công văn", None, None, None,
    ),
    head(
        "Party committee of a province, in two lines", "ĐẢNG BỘ TỈNH QUẢNG NGÃI\nBAN CHẤP HÀNH", "Số 05-NQ/TU",
        "Quảng Ngãi, ngày 05 tháng 3 năm 2024", "NGHỊ QUYẾT\nvề A\n-----\n",
        "Nghị quyết", "05-NQ/TU", "2024-03-05", "Tỉnh ủy", "Quảng Ngãi",
    ),
    head(
        "department of a ministry, in no table", "BỘ Y TẾ\nCỤC QUẢN LÝ DƯỢC", "Số: 12/QLD-ĐK\nV/v thuốc",
        "Hà Nội, ngày 05 tháng 3 năm 2024", "Kính gửi: A\n",
        "Công văn", "12/QLD-ĐK", "2024-03-05", "Cục Quản lý Dược", None,
    ),
    head(
        "branch of the State Bank", "NGÂN HÀNG NHÀ NƯỚC VIỆT NAM\nCHI NHÁNH TỈNH GIA LAI", "Số: 12/GLA-TH\nV/v A",
        "Gia Lai, ngày 05 tháng 3 năm 2024", "Kính gửi: A\n",
        "Công văn", "12/GLA-TH", "2024-03-05", "Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh", "Gia Lai",
    ),
    head(
        "regional treasury", "KHO BẠC NHÀ NƯỚC\nKHO BẠC NHÀ NƯỚC KHU VỰC II", "Số: 12/KBKV2-KT\nV/v A",
        "TP. Hồ Chí Minh, ngày 05 tháng 3 năm 2025", "Kính gửi: A\n",
        "Công văn", "12/KBKV2-KT", "2025-03-05", "Kho bạc Nhà nước khu vực II", None,
    ),
    head(
        "steering committee with a nickname", "BAN CHỈ ĐẠO 389\nTỈNH GIA LAI", "Số: 12/KH-BCĐ389",
        "Gia Lai, ngày 05 tháng 8 năm 2024", "KẾ HOẠCH\nVề việc A\n\nCăn cứ Luật A;\n",
        "Kế hoạch", "12/KH-BCĐ389", "2024-08-05", "Ban Chỉ đạo 389 tỉnh", "Gia Lai",
    ),
    head(
        "Party committee of a department below one of the province", "ĐẢNG ỦY CÁC CƠ QUAN ĐẢNG TỈNH\nĐẢNG ỦY SỞ Y TẾ", "Số 03-BC/ĐU",
        "Quảng Ngãi, ngày 05 tháng 8 năm 2025", "BÁO CÁO\nvề A\n-----\n",
        "Báo cáo", "03-BC/ĐU", "2025-08-05", "Đảng ủy Sở Y tế", "Quảng Ngãi",
    ),
    head(
        "numbered ward", "ỦY BAN NHÂN DÂN\nPHƯỜNG 5", "Số: 12/KH-UBND", "Phường 5, ngày 05 tháng 8 năm 2024",
        "KẾ HOẠCH\nVề việc A\n\nCăn cứ Luật A;\n",
        "Kế hoạch", "12/KH-UBND", "2024-08-05", "Ủy ban nhân dân phường", "Phường 5",
    ),
    # the two-level system: what stands below the committee of a commune
    *(
        head(
            f"{own} below {above}", f"{above}\n{own}", f"Số: {number}", "An Khánh, ngày 30 tháng 9 năm 2025",
            "BÁO CÁO\nKết quả quý III\n\nI. KẾT QUẢ\n",
            "Báo cáo", number, "2025-09-30", issuer, "An Khánh",
        )
        for above, own, number, issuer in (
            ("UBND XÃ AN KHÁNH", "PHÒNG KINH TẾ", "21/BC-KT", "Phòng Kinh tế xã"),
            ("ỦY BAN NHÂN DÂN\nXÃ AN KHÁNH", "PHÒNG KINH TẾ", "22/BC-PKT", "Phòng Kinh tế xã"),
            ("UBND PHƯỜNG AN KHÁNH", "PHÒNG KINH TẾ, HẠ TẦNG VÀ ĐÔ THỊ", "21/BC-KTHTĐT",
             "Phòng Kinh tế, Hạ tầng và Đô thị phường"),
            ("UBND XÃ AN KHÁNH", "PHÒNG VĂN HÓA - XÃ HỘI", "21/BC-VHXH", "Phòng Văn hóa - Xã hội xã"),
            ("UBND XÃ AN KHÁNH", "PHÒNG VĂN HOÁ – XÃ HỘI", "22/BC-VHXH", "Phòng Văn hóa - Xã hội xã"),
            ("UBND ĐẶC KHU AN KHÁNH", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "21/BC-TTPVHCC",
             "Trung tâm Phục vụ hành chính công đặc khu"),
            ("UBND XÃ AN KHÁNH", "VĂN PHÒNG HĐND VÀ UBND", "21/BC-VP",
             "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
            ("UBND XÃ AN KHÁNH", "VĂN PHÒNG HỘI ĐỒNG NHÂN DÂN\nVÀ ỦY BAN NHÂN DÂN", "22/BC-VP",
             "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã"),
            ("UBND XÃ AN KHÁNH", "BAN CHỈ HUY QUÂN SỰ", "21/BC-BCHQS", "Ban Chỉ huy Quân sự xã"),
            ("UBND XÃ AN KHÁNH", "TRƯỜNG TIỂU HỌC LÊ LỢI", "21/BC-THLL", "Trường Tiểu học Lê Lợi"),
        )
    ),
    # how the number is typed, stamped or read from a picture
    *(
        head(
            f"number line {number!r}", "BỘ XÂY DỰNG", number, "Hà Nội, ngày 30 tháng 9 năm 2025",
            "THÔNG TƯ\nQuy định về đăng kiểm\n\nCăn cứ Nghị định số 33/2025/NĐ-CP;\n",
            "Thông tư", "29/2025/TT-BXD", "2025-09-30", "Bộ Xây dựng", None,
        )
        for number in (
            "số: 29/2025/TT-BXD", "Sô: 29/2025/TT-BXD", "Sồ: 29/2025/TT-BXD", "So: 29/2025/TT-BXD", "SỐ: 29/2025/TT-BXD",
            "Số: ...29.../2025/TT-BXD", "Số:.29./2025/TT-BXD", "Số: …29…/2025/TT-BXD", "Số: __29__/2025/TT-BXD",
            "Số:     29     /2025/TT-BXD", "Số : 29 / 2025 / TT-BXD",
        )
    ),
    *(
        head(
            f"date line {day!r}", "BỘ XÂY DỰNG", "Số: 29/2025/TT-BXD", f"Hà Nội, {day}",
            "THÔNG TƯ\nQuy định về đăng kiểm\n\nCăn cứ Nghị định số 33/2025/NĐ-CP;\n",
            "Thông tư", "29/2025/TT-BXD", value, "Bộ Xây dựng", None,
        )
        for day, value in (
            ("ngày ..30.. tháng ..9.. năm 2025", "2025-09-30"), ("ngày …30… tháng …9… năm 2025", "2025-09-30"),
            ("ngày ___30___ tháng 9 năm 2025", "2025-09-30"), ("ngày .30 tháng .9 năm 2025", "2025-09-30"),
            ("ngày 30 tháng 09 năm 20 25", "2025-09-30"), ("ngày 3 0 tháng 9 năm 2025", "2025-09-30"),
            ("ngày 30 tháng 0 9 năm 202 5", "2025-09-30"), ("ngày .... tháng 9 năm 2025", "2025-09"),
            ("ngày … tháng … năm 2025", "2025"), ("ngày 31 tháng … năm 2025", "2025"),
        )
    ),
    # the type read from a picture, its marks wrong
    *(
        head(
            f"type line {line!r}", "ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK", f"Số: 01455/{code}-UBND",
            "Đắk Lắk, ngày 30 tháng 9 năm 2025",
            f"{line}\nVề việc phê duyệt\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Đấu thầu số 22/2023/QH15;\n",
            kind, f"01455/{code}-UBND", "2025-09-30", "Chủ tịch Ủy ban nhân dân tỉnh", "Đắk Lắk",
        )
        for line, kind, code in (
            ("QUYÉT ĐỊNH", "Quyết định", "QĐ"), ("QUYÊT ĐỊNH", "Quyết định", "QĐ"), ("QUYẾT ĐINH", "Quyết định", "QĐ"),
            ("QUYET DINH", "Quyết định", "QĐ"), ("KÉ HOẠCH", "Kế hoạch", "KH"), ("KẾ HOACH", "Kế hoạch", "KH"),
            ("CHỈ THI", "Chỉ thị", "CT"), ("BÁO CẢO", "Báo cáo", "BC"), ("THÔNG BẢO", "Thông báo", "TB"),
        )
    ),
    head(
        "a name that goes on with VÀ", "BAN QUẢN LÝ KHU KINH TẾ\nVÀ CÁC KHU CÔNG NGHIỆP TỈNH TÂY NINH",
        "Số: 700/BQL-QHXD\nV/v thẩm định quy hoạch", "Tây Ninh, ngày 01 tháng 9 năm 2025", "Kính gửi: Các đơn vị\n",
        "Công văn", "700/BQL-QHXD", "2025-09-01", "Ban Quản lý khu kinh tế", "Tây Ninh",
    ),
    # a head in one line: the place behind the number is that of the body
    *(
        Head(
            f"one line, {level}", f"ỦY BAN NHÂN DÂN {level} TÂN HÒA {MOTTO.replace(chr(10), ' ')}Số: 77/TB-UBND"
            " Tân Hòa, ngày 05 tháng 8 năm 2025 THÔNG BÁO Về việc nghỉ lễ\n\nỦy ban nhân dân thông báo.\n",
            "Thông báo", "77/TB-UBND", "2025-08-05", f"Ủy ban nhân dân {level.lower()}", "Tân Hòa", None, None,
        )
        for level in ("XÃ", "PHƯỜNG", "ĐẶC KHU")
    ),
]  # fmt: skip
