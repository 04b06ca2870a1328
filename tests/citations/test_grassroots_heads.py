"""Heads of communes, schools, hospitals, courts, Party cells, fronts and unions: who issued the paper, and where."""

from __future__ import annotations

import pytest
from facts import source

from graph import extract

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\n"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n"
# left column, number, place of the date line, type line | issuer, place
ROWS = [
    ("HỘI ĐỒNG NHÂN DÂN\nXÃ TÂN LẬP", "12/NQ-HĐND", "Tân Lập", "NGHỊ QUYẾT", "Hội đồng nhân dân xã", "Tân Lập"),
    ("HĐND XÃ TÂN LẬP\nBAN KINH TẾ - NGÂN SÁCH", "05/BC-BKTNS", "Tân Lập", "BÁO CÁO",
     "Ban Kinh tế - Ngân sách Hội đồng nhân dân xã", "Tân Lập"),
    ("UBND XÃ TÂN LẬP\nPHÒNG VĂN HÓA - XÃ HỘI", "45/TTr-VHXH", "Tân Lập", "TỜ TRÌNH", "Phòng Văn hóa - Xã hội xã",
     "Tân Lập"),
    ("UBND XÃ TÂN LẬP\nTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "15/TB-TTPVHCC", "Tân Lập", "THÔNG BÁO",
     "Trung tâm Phục vụ hành chính công xã", "Tân Lập"),
    ("SỞ Y TẾ AN GIANG\nBỆNH VIỆN ĐA KHOA KHU VỰC TÂN CHÂU", "315/QĐ-BVĐKTC", "An Giang", "QUYẾT ĐỊNH",
     "Bệnh viện Đa khoa Khu vực Tân Châu", "An Giang"),
    ("SỞ GD&ĐT AN GIANG\nTRƯỜNG THPT THOẠI NGỌC HẦU", "45/KH-THPTTNH", "An Giang", "KẾ HOẠCH",
     "Trường THPT Thoại Ngọc Hầu", "An Giang"),
    ("BỘ GIÁO DỤC VÀ ĐÀO TẠO\nTRƯỜNG ĐẠI HỌC KINH TẾ QUỐC DÂN", "1200/QĐ-ĐHKTQD", "Hà Nội", "QUYẾT ĐỊNH",
     "Trường Đại học Kinh tế Quốc dân", "Hà Nội"),
    ("HỘI ĐỒNG THẨM PHÁN\nTÒA ÁN NHÂN DÂN TỐI CAO", "03/2026/NQ-HĐTP", "Hà Nội", "NGHỊ QUYẾT",
     "Hội đồng Thẩm phán Tòa án nhân dân tối cao", None),
    ("TÒA ÁN NHÂN DÂN TỐI CAO\nHỘI ĐỒNG THẨM PHÁN", "03/2026/NQ-HĐTP", "Hà Nội", "NGHỊ QUYẾT",
     "Hội đồng Thẩm phán Tòa án nhân dân tối cao", None),
    ("TÒA ÁN NHÂN DÂN TỐI CAO", "03/2026/NQ-HĐTP", "Hà Nội", "NGHỊ QUYẾT",
     "Hội đồng Thẩm phán Tòa án nhân dân tối cao", None),
    ("TÒA ÁN NHÂN DÂN\nTỈNH AN GIANG", "45/2026/DS-PT", "An Giang", "BẢN ÁN", "Tòa án nhân dân tỉnh", "An Giang"),
    ("VIỆN KIỂM SÁT NHÂN DÂN TỐI CAO", "38/HD-VKSTC", "Hà Nội", "HƯỚNG DẪN", "Viện kiểm sát nhân dân tối cao", None),
    ("ĐẢNG BỘ XÃ TÂN LẬP\nCHI BỘ ẤP 3\n*", "05-NQ/CB", "Tân Lập", "NGHỊ QUYẾT", "Chi bộ Ấp 3", "Tân Lập"),
    ("ĐẢNG BỘ TỈNH AN GIANG\nBAN CHẤP HÀNH\n*", "02-CTr/BCH", "An Giang", "CHƯƠNG TRÌNH", "Tỉnh ủy", "An Giang"),
    ("ĐẢNG BỘ XÃ TÂN LẬP\nBAN CHẤP HÀNH\n*", "02-NQ/ĐU", "Tân Lập", "NGHỊ QUYẾT", "Đảng ủy xã", "Tân Lập"),
    ("ĐẢNG BỘ TỈNH AN GIANG\nBAN THƯỜNG VỤ\n*", "02-NQ/BTV", "An Giang", "NGHỊ QUYẾT", "Ban Thường vụ Tỉnh ủy",
     "An Giang"),
    ("ĐẢNG BỘ TỈNH AN GIANG\nĐẢNG ỦY XÃ TÂN LẬP\n*", "15-KH/ĐU", "Tân Lập", "KẾ HOẠCH", "Đảng ủy xã", "Tân Lập"),
    ("ĐẢNG ỦY XÃ TÂN LẬP\nỦY BAN KIỂM TRA\n*", "15-KH/UBKTĐU", "Tân Lập", "KẾ HOẠCH", "Ủy ban Kiểm tra Đảng ủy xã",
     "Tân Lập"),
    ("ĐẢNG BỘ XÃ TÂN LẬP\nĐẠI HỘI ĐẠI BIỂU LẦN THỨ I, NHIỆM KỲ 2025 - 2030\n*", "01-NQ/ĐH", "Tân Lập", "NGHỊ QUYẾT",
     "Đại hội Đảng bộ xã", "Tân Lập"),
    ("ĐẢNG BỘ TỈNH AN GIANG\nĐẠI HỘI ĐẠI BIỂU LẦN THỨ I\n*", "01-NQ/ĐH", "An Giang", "NGHỊ QUYẾT",
     "Đại hội Đảng bộ tỉnh", "An Giang"),
    ("MẶT TRẬN TỔ QUỐC VIỆT NAM\nỦY BAN MTTQ VIỆT NAM XÃ TÂN LẬP", "12/KH-MTTQ-BTT", "Tân Lập", "KẾ HOẠCH",
     "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Tân Lập"),
    ("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nTỈNH AN GIANG\nBAN THƯỜNG TRỰC", "120/HD-MTTQ-BTT", "An Giang", "HƯỚNG DẪN",
     "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "An Giang"),
    ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nLIÊN ĐOÀN LAO ĐỘNG TỈNH AN GIANG", "45/KH-LĐLĐ", "An Giang", "KẾ HOẠCH",
     "Liên đoàn Lao động tỉnh", "An Giang"),
    ("CÔNG AN TỈNH AN GIANG\nCÔNG AN XÃ TÂN LẬP", "45/KH-CAX", "Tân Lập", "KẾ HOẠCH", "Công an xã", "Tân Lập"),
    ("QUÂN KHU 9\nBỘ CHỈ HUY QUÂN SỰ TỈNH AN GIANG", "45/KH-BCH", "An Giang", "KẾ HOẠCH", "Bộ Chỉ huy Quân sự tỉnh",
     "An Giang"),
    ("TẬP ĐOÀN ĐIỆN LỰC VIỆT NAM\nCÔNG TY ĐIỆN LỰC AN GIANG", "45/QĐ-PCAG", "An Giang", "QUYẾT ĐỊNH",
     "Công ty Điện lực An Giang", "An Giang"),
]  # fmt: skip


@pytest.mark.parametrize(("left", "number", "place", "kind", "issuer", "where"), ROWS)
def test_who_issued_it(left: str, number: str, place: str, kind: str, issuer: str, where: str | None) -> None:
    party = "\n*" in left
    own = source(
        f"{left}\n-------\nSố{'' if party else ':'} {number}\n\n{PARTY if party else MOTTO}{place}, ngày 05 tháng 3 năm"
        f" 2026\n\n{kind}\nVề nhiệm vụ năm 2026\n\nCăn cứ Luật Giá;\n\nĐiều 1. Nội dung.\n"
    )
    assert (own.code, own.date, own.issuer, own.place) == (number, "2026-03-05", issuer, where)
    assert own.type is not None and own.type.upper() == kind


HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\nSố: 25/QĐ-UBND\n\nAn Giang, ngày 05 tháng 3 năm 2026\n\nQUYẾT ĐỊNH\nVề nhà ở\n\n"
)


@pytest.mark.parametrize(
    ("cited", "wanted"),
    [
        ("Báo cáo số 12/BC-BKTNS ngày 05/01/2026 của Ban Kinh tế - Ngân sách HĐND xã",
         ("12/BC-BKTNS", "2026-01-05", "Ban Kinh tế - Ngân sách Hội đồng nhân dân xã", None)),
        ("Báo cáo thẩm tra số 03/BC-BKTXH ngày 22/12/2025 của Ban Kinh tế - Xã hội HĐND phường và ý kiến thảo luận",
         ("03/BC-BKTXH", "2025-12-22", "Ban Kinh tế - Xã hội Hội đồng nhân dân phường", None)),
        ("Báo cáo số 12/BC-BKTNS ngày 05/01/2026 của Ban Kinh tế - Ngân sách HĐND tỉnh",
         ("12/BC-BKTNS", "2026-01-05", "Ban Kinh tế - Ngân sách Hội đồng nhân dân tỉnh", "An Giang")),
        ("Báo cáo số 12/BC-HĐND ngày 05/01/2026 của Ban Pháp chế Hội đồng nhân dân phường Rạch Giá",
         ("12/BC-HĐND", "2026-01-05", "Ban Pháp chế Hội đồng nhân dân phường", "Rạch Giá")),
        ("Kế hoạch số 12/KH-MTTQ-BTT ngày 05/01/2026 của Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân Lập",
         ("12/KH-MTTQ-BTT", "2026-01-05", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "Tân Lập")),
        ("Công văn số 919-CV/VPTW/nb ngày 05/01/2026 của Văn phòng Trung ương Đảng",
         ("919-CV/VPTW/nb", "2026-01-05", "Văn phòng Trung ương Đảng", None)),
        ("Công văn số 45/XYZ-KT ngày 05/01/2026", ("45/XYZ-KT", "2026-01-05", None, None)),
        *((name, ("93/2025/QH15", "2025-06-27", "Quốc hội", None))
          for name in ("Luật KHCN&ĐMST", "Luật KH,CN&ĐMST", "Luật KH, CN&ĐMST", "Luật KHCN và ĐMST")),
        ("Luật KH&CN năm 2013", ("29/2013/QH13", "2013-06-18", "Quốc hội", None)),
    ],
)  # fmt: skip
def test_who_issued_what_is_cited(cited: str, wanted: tuple[str, str, str | None, str | None]) -> None:
    found = [d for d in extract(f"{HEAD}Căn cứ {cited};\n\nĐiều 1. Nội dung.\n").documents if not d.is_source]
    assert [(d.code, d.date, d.issuer, d.place) for d in found] == [wanted]
