"""What only looks like an act of a document: members of a list behind a title, what goes with the carrying out, references
that a provision exchanges, intentions and hearsay, the tasks of a plan, what is no longer applied."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

DEC = ("Quyết định 12/2020/QĐ-UBND", "QUYẾT ĐỊNH\nBan hành Quy chế\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Nội dung.\n\n")
DECP = ("Quyết định 12/QĐ-UBND", "QUYẾT ĐỊNH\nBan hành Kế hoạch\n\nCăn cứ Hiến pháp;\n\n")
REP = ("Báo cáo 15/BC-SCT", "BÁO CÁO\nCông tác năm 2018\n\nI. TÌNH HÌNH\n\n")
LET = (
    "Công văn 1234/BNV-TCBC",
    "BỘ NỘI VỤ\nSố: 1234/BNV-TCBC\nHà Nội, ngày 20 tháng 3 năm 2024\n\nKính gửi: Ủy ban nhân dân các tỉnh\n\n",
)
DCR = (
    "Nghị định 50/2026/NĐ-CP",
    "NGHỊ ĐỊNH\nQuy định về phí\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Phạm vi điều chỉnh\n\nNghị định này quy định phí.\n\n",
)
PLAN = (
    "Kế hoạch 5/KH-UBND",
    "KẾ HOẠCH\nThực hiện nhiệm vụ năm 2026\n\nỦy ban nhân dân tỉnh ban hành Kế hoạch:\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n",
)
NQ = ("Nghị quyết 12/2020/NQ-HĐND", "NGHỊ QUYẾT\nQuy định mức chi\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Nội dung.\n\n")
A, B, C = "[a|Nghị định số 10/2022/NĐ-CP]", "[b|Nghị định số 20/2023/NĐ-CP]", "[c|Nghị định số 30/2021/NĐ-CP]"
QA, QB, QC = (
    "[a|Quyết định số 10/2012/QĐ-UBND]",
    "[b|Quyết định số 20/2015/QĐ-UBND]",
    "[c|Quyết định số 30/2014/QĐ-UBND]",
)
NA, NB, NC = (
    "[a|Nghị quyết số 10/2012/NQ-HĐND]",
    "[b|Nghị quyết số 20/2015/NQ-HĐND]",
    "[c|Nghị quyết số 30/2014/NQ-HĐND]",
)
CV = "[a|Công văn số 88/BNV-TCBC]"

MEMBERS = [
    (NQ, f"Điều 3. {NA}, {NB} sửa đổi một số điều của {NA} và khoản 2 Điều 12 {NC} hết hiệu lực kể từ ngày Nghị quyết này có hiệu lực.", "b amends a (part)\nself repeals a\nself repeals b\nself amends c (part)"),
    (NQ, f"Điều 3. Kể từ ngày Nghị quyết này có hiệu lực, {NA} và {NB} sửa đổi, bổ sung một số điều của {NA}, khoản 2 Điều 12 {NC} hết hiệu lực thi hành.", "b amends a (part)\nself repeals a\nself repeals b\nself amends c (part)"),
    (DEC, f"Điều 3. Bãi bỏ {QA}, {QB} sửa đổi một số điều của {QA} và khoản 2 Điều 12 {QC}.", "b amends a (part)\nself repeals a\nself repeals b\nself amends c (part)"),
    (DEC, f"Căn cứ {QA} được sửa đổi bởi {QB} sửa đổi, bổ sung một số điều của {QA} và {QC}.", "b amends a (part)\nb amends c (part)"),
    (DEC, f"Điều 3. {QA}; {QB} sửa đổi, bổ sung Điều 5 {QA}; Điều 6 {QC} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "b amends a (part)\nself repeals a\nself repeals b\nself amends c (part)"),
    (DEC, f"Điều 3. Quyết định này thay thế {QA} ngày 02/3/2012 của Ủy ban nhân dân tỉnh và các văn bản sửa đổi là {QB}, {QC}.", "self replaces a\nself replaces b\nself replaces c\nb amends a\nc amends a"),
    (DEC, f"Điều 3. Bãi bỏ {QA} và các văn bản sửa đổi, bổ sung là {QB} và {QC}.", "self repeals a\nself repeals b\nself repeals c\nb amends a\nc amends a"),
    (DEC, f"Điều 3. Bãi bỏ {QA} cùng các Quyết định sửa đổi, bổ sung một số điều của {QA} là {QB}, {QC}.", "self repeals a\nself repeals b\nself repeals c\nb amends a (part)\nc amends a (part)"),
    (DEC, f"Điều 3. Các văn bản sửa đổi, bổ sung {QA} là {QB} và {QC} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "self repeals b\nself repeals c\nb amends a\nc amends a"),
    (DEC, f"Điều 3. Việc thu phí thực hiện theo {QA} và các văn bản sửa đổi, bổ sung là {QB}, {QC}.", "b amends a\nc amends a"),
    (DCR, f"Điều 3. {A}, {B} sửa đổi, bổ sung một số điều của {A} và Điều 4 {C} hết hiệu lực từ ngày 01 tháng 7 năm 2026.", "b amends a (part)\nself repeals a\nself repeals b\nself amends c (part)"),
    (DCR, f"Điều 3. {A} và {B} sửa đổi {A} được thay thế bởi Nghị định này.", "b amends a\nself replaces a\nself replaces b"),
    (REP, f"Theo {B} sửa đổi một số điều của {A} và {C}, mức phí tăng.", "b amends a (part)\nb amends c (part)"),
    (REP, f"{B} sửa đổi khoản 1 Điều 3 {A} và khoản 2 Điều 12 {C}.", "b amends a (part)\nb amends c (part)"),
]  # fmt: skip

CONTENT = [
    (LET, f"Nội dung này thay thế hướng dẫn tại {CV} ngày 02/01/2024.", "self amends a (part)"),
    (LET, f"Hướng dẫn này thay thế nội dung tại {CV} ngày 02/01/2024.", "self amends a (part)"),
    (LET, f"Hướng dẫn này thay thế cho {CV} ngày 02/01/2024 của Bộ Nội vụ.", "self replaces a"),
    (LET, f"Nội dung này thay thế hướng dẫn tại điểm 2 {CV} ngày 02/01/2024.", "self amends a (part)"),
    (LET, f"Công văn này thay thế {CV} ngày 02/01/2024.", "self replaces a"),
    (LET, f"Các nội dung tại Công văn này thay thế hướng dẫn tại {CV}.", "self amends a (part)"),
    (LET, f"Nội dung nêu trên thay thế hướng dẫn tại {CV}.", "self amends a (part)"),
    (LET, f"Nội dung hướng dẫn tại {CV} được thay thế bằng nội dung tại Công văn này.", "self amends a (part)"),
    (LET, "Việc thực hiện gắn với [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Việc thực hiện Kế hoạch gắn với [x|Nghị quyết số 57-NQ/TW] và [y|Nghị quyết số 68-NQ/TW].", ""),
    (PLAN, "1. Việc thực hiện phải gắn với [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Việc triển khai gắn chặt với [x|Nghị quyết số 57-NQ/TW] về khoa học, công nghệ.", ""),
    (PLAN, "1. Triển khai thực hiện đồng bộ với [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Thực hiện lồng ghép với [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Thực hiện gắn với các nhiệm vụ của [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Tổ chức thực hiện thống nhất với [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Triển khai thực hiện hiệu quả [x|Nghị quyết số 57-NQ/TW] gắn với [y|Nghị quyết số 68-NQ/TW].", "self implements x"),
    (PLAN, "1. Triển khai kịp thời, hiệu quả [x|Nghị quyết số 57-NQ/TW], gắn với thực hiện [y|Nghị quyết số 68-NQ/TW].", "self implements x"),
    (PLAN, "1. Việc triển khai Kế hoạch phù hợp với [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Thực hiện song song với [x|Nghị quyết số 57-NQ/TW].", ""),
]  # fmt: skip

EXCHANGED = [
    (DCR, f"2. Thay thế {A} tại điểm a khoản 1 Điều 3 bằng {B}.", ""),
    (DCR, f"2. Thay thế dẫn chiếu {A} tại Điều 3 {C} bằng {B}.", "self amends c (part)"),
    (DCR, f"2. Thay thế {A} quy định tại khoản 1 Điều 3 {C} bằng {B}.", "self amends c (part)"),
    (DCR, f"2. Thay cụm từ “{A}” tại khoản 1 Điều 3 {C} bằng cụm từ “{B}”.", "self amends c (part)"),
    (DCR, f"2. Thay thế cụm từ “{A}” bằng cụm từ “{B}” tại khoản 1 Điều 3 {C}.", "self amends c (part)"),
    (DCR, f"2. Thay thế {A} thành {B} tại các Điều 3, 4 và Phụ lục I.", ""),
    (DCR, f"2. Thay thế {A} bằng {B} tại Điều 3 và Điều 4 {C}.", "self amends c (part)"),
    (DCR, f"2. Thay thế “{A}” bằng “{B}” tại khoản 2 Điều 4.", ""),
    (DCR, f"2. Bãi bỏ {A} tại khoản 1 Điều 3.", ""),
    (DCR, f"2. Thay thế {A} về phí kể từ ngày Nghị định này có hiệu lực.", "self replaces a"),
    (DCR, f"2. Thay thế {A} ngày 02 tháng 3 năm 2022 của Chính phủ về lệ phí trước bạ tại Việt Nam.", "self replaces a"),
    (DCR, f"2. Thay thế {A} bằng Nghị định này.", "self replaces a"),
    (DCR, f"2. {A} được thay thế bằng {B}.", "b replaces a"),
]  # fmt: skip

INTENDED = [
    (LET, f"Bộ Tài chính dự kiến dùng {B} thay thế {A}.", ""),
    (LET, f"Chính phủ dự kiến ban hành {B} thay thế {A}.", ""),
    (REP, f"{B} có thể thay thế {A} từ năm sau.", ""),
    (REP, f"Bộ Tài chính đề xuất thay thế {A} bằng {B}.", ""),
    (REP, f"Bộ Tài chính đề xuất {B} thay thế {A}.", ""),
    (REP, f"Bộ đang xây dựng Nghị định thay thế {A}.", ""),
    (REP, f"Bộ đang xây dựng, trình Chính phủ ban hành {B} thay thế {A}.", ""),
    (REP, f"Dự kiến {B} sẽ thay thế {A}.", ""),
    (REP, f"{B} dự kiến thay thế {A}.", ""),
    (REP, f"{B} được đề xuất thay thế {A}.", ""),
    (REP, f"Nhiều ý kiến cho rằng {B} thay thế {A}.", ""),
    (REP, f"Bộ Tài chính đề nghị ban hành {B} để thay thế {A}.", ""),
    (REP, f"Bộ Tài chính đang lấy ý kiến {B} thay thế {A}.", ""),
    (REP, f"{B} đang được xây dựng để thay thế {A}.", ""),
    (REP, f"Bộ nghiên cứu, xây dựng {B} thay thế {A}, trình Chính phủ trong quý IV.", ""),
    (REP, f"Cục xem xét bãi bỏ {A} theo {B}.", ""),
    (REP, f"Sở kiến nghị {B} cần được sửa đổi, bổ sung theo {A}.", ""),
    (REP, f"Theo dự thảo, {B} thay thế {A}.", ""),
    (REP, f"Theo dự thảo {C}, {B} bãi bỏ {A}.", ""),
    (REP, f"Hiện nay Bộ đang soạn thảo {B} thay thế {A}.", ""),
    (REP, f"Nghe nói {B} thay thế {A}.", ""),
    (REP, f"{B} nên thay thế {A}.", ""),
    (REP, f"{B} sắp thay thế {A}.", ""),
    (REP, f"Nếu được thông qua, {B} sẽ thay thế {A}.", ""),
    (REP, f"{B} hướng tới thay thế {A}.", ""),
    (REP, f"Bộ đã trình Chính phủ ban hành {B} thay thế {A}.", "b replaces a"),
    (REP, f"Bộ đã xây dựng, trình Chính phủ ban hành {B} thay thế {A}.", "b replaces a"),
    (REP, f"Tham mưu Chính phủ ban hành {B} thay thế {A}.", "b replaces a"),
    (REP, f"Đề nghị các địa phương thực hiện {B} thay thế {A}.", "b replaces a"),
    (REP, f"Theo đề nghị của Bộ Tài chính, Chính phủ ban hành {B} thay thế {A}.", "b replaces a"),
    (REP, f"Đề nghị các đơn vị lưu ý, Chính phủ ban hành {B} thay thế {A}.", "b replaces a"),
    (REP, f"Các đơn vị đang thực hiện {B} thay thế {A}.", "b replaces a"),
    (REP, f"Dự kiến {A} sẽ được thay thế bởi {B}.", ""),
    (REP, f"Bộ đề xuất {A} được thay thế bởi {B}.", ""),
    (REP, f"{A} sắp được thay thế bởi {B}.", ""),
    (REP, f"Theo thông tin từ Bộ, {A} đã được thay thế bởi {B}.", "b replaces a"),
    (REP, f"{B} chính thức thay thế {A} từ ngày 01/7/2023.", "b replaces a"),
    (REP, f"Ngày 5/5/2023, Chính phủ đã ban hành {B} thay thế {A}.", "b replaces a"),
    (REP, f"Chính phủ vừa ban hành {B} thay thế {A}.", "b replaces a"),
    (REP, f"Bộ đã tham mưu Chính phủ ban hành {B} thay thế {A}.", "b replaces a"),
]  # fmt: skip

PLANNED = [
    (PLAN, "1. Làm cơ sở xây dựng Kế hoạch thực hiện [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Kết quả rà soát là căn cứ để các sở, ngành xây dựng kế hoạch thực hiện [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Làm căn cứ để các đơn vị triển khai thực hiện [x|Nghị quyết số 57-NQ/TW].", ""),
    (PLAN, "1. Các xã, phường xây dựng Kế hoạch triển khai thực hiện [x|Nghị quyết số 57-NQ/TW].", ""),
    (DECP, f"Điều 1. Ban hành Kế hoạch rà soát văn bản năm 2024, với các nội dung sau:\n1. Bãi bỏ {QA} ngày 02/3/2012.\n2. Sửa đổi {QB}.\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế [c|Quyết định số 30/QĐ-UBND].", "self replaces c"),
    (DECP, f"Điều 1. Ban hành Kế hoạch rà soát văn bản năm 2024 như sau:\n1. Nội dung\na) Bãi bỏ {QA};\nb) Thay thế {QB}.\n2. Thời gian: năm 2024.\nĐiều 2. Chánh Văn phòng chịu trách nhiệm thi hành.", ""),
    (DECP, f"Điều 1. Phê duyệt phương án đơn giản hóa thủ tục hành chính, gồm:\n1. Bãi bỏ {QA}.\nĐiều 2. Chánh Văn phòng chịu trách nhiệm thi hành.", ""),
    (DECP, f"Điều 1. Ban hành Kế hoạch triển khai, cụ thể:\nI. NHIỆM VỤ\n1. Thay thế {QA};\n2. Bãi bỏ {QB}.\nĐiều 2. Bãi bỏ [c|Quyết định số 30/QĐ-UBND] ngày 01/02/2014.", "self repeals c"),
    (DEC, f"Điều 3. Bãi bỏ các văn bản sau:\n1. {QA}.\n2. {QB}.", "self repeals a\nself repeals b"),
    (DEC, f"Điều 3. Công bố Danh mục văn bản bãi bỏ như sau:\n1. Bãi bỏ {QA}.\n2. Bãi bỏ {QB}.", "self repeals a\nself repeals b"),
    (DECP, "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch thực hiện công tác năm 2024 và bãi bỏ [c|Quyết định số 30/QĐ-UBND].", "self repeals c"),
]  # fmt: skip

APPLIED = [
    (DEC, f"Điều 3. Ngừng áp dụng {QA} kể từ ngày Quyết định này có hiệu lực.", "self repeals a"),
    (DEC, f"Điều 3. Ngừng áp dụng {QA} cho đến khi có văn bản thay thế.", "self suspends a"),
    (DEC, f"Điều 3. Tạm ngừng áp dụng {QA}.", "self suspends a"),
    (DEC, f"Điều 3. Ngừng áp dụng {QA} từ ngày 01/7/2020 đến hết ngày 31/12/2020.", "self suspends a"),
    (DEC, f"Điều 3. Ngừng áp dụng {QA}.", "self repeals a"),
    (DEC, f"Điều 3. Dừng áp dụng {QA} kể từ ngày 01/01/2020.", "self repeals a"),
    (DEC, f"Điều 3. Ngưng áp dụng {QA} trong thời gian 06 tháng.", "self suspends a"),
    (DEC, f"Điều 3. Dừng thực hiện {QA}.", "self suspends a"),
    (DEC, f"Điều 3. Ngưng áp dụng {QA}.", "self suspends a"),
    (DEC, f"Điều 3. Trong thời gian chờ hướng dẫn, ngừng áp dụng {QA}.", ""),
    (DEC, f"Điều 3. Tạm dừng thực hiện {QA} cho đến khi có hướng dẫn mới.", "self suspends a"),
    (DEC, f"Điều 3. Quyết định này làm hết hiệu lực {QA}.", "self repeals a"),
    (DEC, f"Điều 3. Quyết định này làm chấm dứt hiệu lực của {QA} và {QB}.", "self repeals a\nself repeals b"),
    (REP, f"{B} làm hết hiệu lực {A}.", "b repeals a"),
    (DEC, f"Điều 3. Bãi bỏ Điều 3 {QA}, không bãi bỏ khoản 4 Điều 5 {QB}.", "self amends a (part)"),
    (DEC, f"Điều 3. Quyết định này không bãi bỏ khoản 4 Điều 5 {QB}.", ""),
    (DEC, f"Điều 3. Bãi bỏ {QA} nhưng không bãi bỏ {QB}.", "self repeals a"),
    (DEC, f"Điều 3. Quyết định này thay thế {QA}, không thay thế {QB}.", "self replaces a"),
    (DEC, f"Điều 3. Bãi bỏ {QA}; không bãi bỏ {QB}.", "self repeals a"),
    (DEC, f"Điều 3. Không bãi bỏ các văn bản sau:\n1. {QA};\n2. {QB}.", ""),
    (DEC, f"Điều 3. Không áp dụng {QA} đối với các dự án chuyển tiếp.", ""),
    (DEC, f"Điều 3. Quyết định này sửa đổi {QA} và thay thế {QB}.", "self amends a\nself replaces b"),
    (DEC, f"Điều 3. Quyết định này có hiệu lực từ ngày ký, thay thế {QB} sửa đổi, bổ sung {QA}.", "self replaces b\nb amends a"),
    (DEC, f"Điều 3. Quyết định này sửa đổi, bổ sung Điều 3 {QA} (đã được sửa đổi bởi {QC}) và thay thế {QB}.", "self amends a (part)\nc amends a\nself replaces b"),
    (DEC, f"Điều 3. Quyết định này thay thế {QB} đã sửa đổi, bổ sung một số điều của {QA}.", "self replaces b\nb amends a (part)"),
    (DEC, f"Điều 3. Quyết định này có hiệu lực kể từ ngày 01/7/2020; thay thế {QA} được sửa đổi, bổ sung bởi {QB}.", "self replaces a\nb amends a"),
    (DEC, f"Điều 3. {QA} được sửa đổi, bổ sung bởi {QB} được thay thế bởi Quyết định này.", "self replaces a\nb amends a"),
    (DEC, f"Điều 3. {QA} đã được sửa đổi, bổ sung bởi {QB} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "self repeals a\nb amends a"),
    (DEC, f"Điều 3. {QB} sửa đổi {QA} được thay thế bằng Quyết định này.", "self replaces b\nb amends a"),
]  # fmt: skip

# conditions are no members; exceptions in parentheses; words that a correction quotes; a sentence that tells of a body
FURTHER = [
    (DCR, f"Điều 30. Bãi bỏ, thay thế\n1. Bãi bỏ {A}.\n2. Trường hợp {B} có quy định khác với Nghị định này thì thực hiện theo Nghị định này.", "self repeals a"),
    (DCR, f"Điều 30. Bãi bỏ\n1. {A};\n2. Nếu {B} có quy định khác thì thực hiện theo Nghị định này.", "self repeals a"),
    (DCR, f"Điều 30. Nghị định này thay thế: {A}, {B} (trừ Điều 5).", "self replaces a\nself amends b (part)"),
    (DCR, f"Điều 30. Bãi bỏ {A} (trừ khoản 3 Điều 4).", "self amends a (part)"),
    (DCR, f"Điều 30. Bãi bỏ {A} (trừ trường hợp quy định tại khoản 3 Điều 4 Nghị định này).", "self repeals a"),
    (DEC, f"Điều 1. Đính chính {QA}: tại Điều 2, viết là “{QB} thay thế {QC}”, nay sửa thành “{QC}”.", "self corrects a"),
    (LET, "Bộ Tài chính đang hoàn thiện Thông tư thay thế [a|Thông tư số 13/2022/TT-BTC]; trong thời gian chờ ban hành, tiếp tục thực hiện [a|Thông tư số 13/2022/TT-BTC].", ""),
]  # fmt: skip

# what a page puts between an introduction and its list
PAGES = [
    "5\n\nQuyết định số 12/2020/QĐ-UBND", "---\n1 Xem Công báo số 12.\n\n- 6 -", "[1] Đã được đăng trên Công báo.", "Trang 5/12",
    "5", "1 Tên gọi này được sửa theo quy định của pháp luật.\n2 Khoản này được đăng lại.",
    "CÔNG BÁO/Số 45 + 46/Ngày 12-3-2020\n\n15",
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_page_between_an_introduction_and_its_list(page: str, gap: str) -> None:
    own, head = DEC
    article = f"Điều 3. Bãi bỏ các văn bản sau đây:{gap}{page}{gap}1. {QA};\n2. {QB}.\n"
    assert facts(own, head + article) == {"self repeals a", "self repeals b"}


@pytest.mark.parametrize(
    ("paper", "sentence", "found"), [*MEMBERS, *CONTENT, *EXCHANGED, *INTENDED, *PLANNED, *APPLIED, *FURTHER]
)
def test_what_is_done_and_what_is_not(paper: tuple[str, str], sentence: str, found: str) -> None:
    own, head = paper
    assert facts(own, head + sentence + "\n") == expected(found)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (f"{CV} đã nêu rõ. Nội dung này thay thế hướng dẫn tại [b|Công văn số 90/BNV-TCBC].", ""),
        (f"Nội dung này thay thế hướng dẫn tại {CV}.", "self amends a (part)"),
    ],
)
def test_this_content_is_of_another_document_where_one_is_told_of(words: str, found: str) -> None:
    own, head = LET
    assert facts(own, head + words + "\n") == expected(found)
