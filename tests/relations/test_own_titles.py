"""What the title of a text says about the text itself."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

# what the text is, its title, facts
TITLES = [
    ("Kế hoạch 12/KH-UBND", "KẾ HOẠCH\nTriển khai thi hành [l|Luật Thanh tra] trên địa bàn tỉnh", "self implements l"),
    ("Kế hoạch 12/KH-UBND", "KẾ HOẠCH\nTHỰC HIỆN [nq|NGHỊ QUYẾT SỐ 57-NQ/TW] VÀ [nq2|NGHỊ QUYẾT SỐ 71/NQ-CP]", "self implements nq\nself implements nq2"),
    ("Báo cáo 12/BC-SCT", "BÁO CÁO\nSơ kết 05 năm thực hiện [kl|Kết luận số 120-KL/TW] ngày 07/01/2016 của Bộ Chính trị", "self reviews kl"),
    ("Báo cáo 12/BC-SCT", "BÁO CÁO\nTổng kết 10 năm thi hành [l|Luật Thanh tra]", "self reviews l"),
    ("Báo cáo 12/BC-SCT", "BÁO CÁO\nKết quả thực hiện [ct|Chỉ thị số 05-CT/TW] năm 2021", "self reviews ct"),
    ("Nghị định 16/2025/NĐ-CP", "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của [nd|Nghị định số 124/2020/NĐ-CP] ngày 19 tháng 10 năm 2020 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành [l|Luật Khiếu nại]", "self amends nd (part)\nnd guides l"),
    ("Nghị định 16/2025/NĐ-CP", "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của các [a|Nghị định số 01/2015/NĐ-CP] và [b|Nghị định số 02/2016/NĐ-CP]", "self amends a (part)\nself amends b (part)"),
    ("Nghị định 16/2025/NĐ-CP", "NGHỊ ĐỊNH\nQuy định chi tiết và hướng dẫn thi hành [l|Luật Thủ đô]", "self guides l"),
    ("Thông tư 16/2025/TT-BTC", "THÔNG TƯ\nHướng dẫn [nd|Nghị định số 100/2016/NĐ-CP] ngày 01 tháng 7 năm 2016 của Chính phủ quy định chi tiết thi hành [l|Luật Thuế giá trị gia tăng]", "self guides nd\nnd guides l"),
    ("Nghị quyết 74/2025/NQ-HĐND", "NGHỊ QUYẾT\nBãi bỏ [nq|Nghị quyết số 12/2018/NQ-HĐND] ngày 12 tháng 7 năm 2018 của Hội đồng nhân dân tỉnh", "self repeals nq"),
    ("Quyết định 75/2025/QĐ-UBND", "QUYẾT ĐỊNH\nBÃI\nBỎ [qd|QUYẾT ĐỊNH SỐ 14/2025/QĐ-UBND] NGÀY 01/3/2025 CỦA ỦY BAN NHÂN DÂN TỈNH BAN HÀNH QUY ĐỊNH CHỨC NĂNG", "self repeals qd"),
    ("Nghị định 30/2025/NĐ-CP", "NGHỊ ĐỊNH\nKéo dài thời hạn áp dụng của [nd|Nghị định số 72/2020/NĐ-CP]", "self extends nd"),
    ("Nghị quyết 30/2025/NQ-HĐND", "NGHỊ QUYẾT\nKéo dài thời gian thực hiện và sửa đổi, bổ sung [nq|Nghị quyết số 10/2020/NQ-HĐND]", "self extends nq\nself amends nq"),
    ("Quyết định 861/QĐ-BXD", "QUYẾT ĐỊNH\nĐính chính [tt|Thông tư số 20/2026/TT-BXD] ngày 15 tháng 5 năm 2026 của Bộ trưởng Bộ Xây dựng", "self corrects tt"),
    ("Thông tư 10/2021/TT-BTC", "THÔNG TƯ\nVề việc ngưng hiệu lực [tt|Thông tư số 08/2020/TT-BTC]", "self suspends tt"),
    ("Quyết định 44/QĐ-UBND", "QUYẾT ĐỊNH\nVề việc điều chỉnh [qd|Quyết định số 12/QĐ-UBND] ngày 05/01/2018 của Ủy ban nhân dân tỉnh", "self amends qd"),
    # the cue belongs to what the title names, not to the title
    ("Nghị quyết 74/2025/NQ-HĐND", "NGHỊ QUYẾT\nQuy định mức chi thực hiện các văn bản hướng dẫn thi hành [l|Luật Thanh tra]", ""),
    ("Công văn 1043/TTg-NN", "V/v thực hiện một số nội dung [ct|Chỉ thị số 29/CT-TTg] ngày 23/7/2020", "self implements ct"),
    ("Quyết định 738/QĐ-TTg", "QUYẾT ĐỊNH\nVề việc chấm dứt hiệu lực thi hành của [qd|Quyết định số 893/QĐ-TTg] ngày 26 tháng 7 năm 2023", "self repeals qd"),
    # the matter of a circular, and what rules it
    ("Thông tư 104/2013/TT-BTC", "THÔNG TƯ\nHướng dẫn xác định nhu cầu, nguồn và phương thức chi thực hiện điều chỉnh mức lương cơ sở theo [a|Nghị định số 66/2013/NĐ-CP] ngày 27/6/2013 của Chính phủ, điều chỉnh trợ cấp đối với cán bộ xã đã nghỉ việc theo [b|Nghị định số 73/2013/NĐ-CP] ngày 15/7/2013 của Chính phủ", "self guides a\nself guides b"),
    ("Thông tư 116/2020/TT-BTC", "THÔNG TƯ\nHướng dẫn một số điều về quản trị công ty áp dụng đối với công ty đại chúng tại [a|Nghị định số 155/2020/NĐ-CP] ngày 31 tháng 12 năm 2020", "self guides a"),
    ("Thông tư 124/2016/TT-BTC", "THÔNG TƯ\nHướng dẫn về quản lý số tiền thu được từ bán nhà ở; thanh toán tiền chênh lệch khi thuê nhà ở công vụ theo quy định tại [a|Nghị định số 99/2015/NĐ-CP] ngày 20 tháng 10 năm 2015 của Chính phủ quy định chi tiết một số điều của [l|Luật Nhà ở]", "self guides a\na guides l"),
    ("Thông tư 92/2015/TT-BTC", "THÔNG TƯ\nHướng dẫn thuế giá trị gia tăng; hướng dẫn thực hiện một số nội dung sửa đổi, bổ sung về thuế quy định tại [l|Luật số 71/2014/QH13] và [a|Nghị định số 12/2015/NĐ-CP] ngày 12/02/2015 của Chính phủ", "self guides l\nself guides a"),
    ("Thông tư 92/2015/TT-BTC", "THÔNG TƯ\nQuy định mức thu phí theo [l|Luật số 71/2014/QH13]", ""),
    # how far the carrying out has come
    ("Thông báo 12/TB-VPCP", "THÔNG BÁO\nKết luận của Phó Thủ tướng tại cuộc họp về tình hình triển khai [nq|Nghị quyết số 57-NQ/TW]", ""),
    ("Thông báo 12/TB-VPCP", "THÔNG BÁO\nKết luận của Phó Thủ tướng tại cuộc họp về tiến độ thực hiện [nq|Nghị quyết số 57-NQ/TW]", ""),
    ("Báo cáo 12/BC-SCT", "BÁO CÁO\nTình hình triển khai [nq|Nghị quyết số 57-NQ/TW]", "self reviews nq"),
]  # fmt: skip


@pytest.mark.parametrize(("own", "title", "facts_listed"), TITLES)
def test_titles(own: str, title: str, facts_listed: str) -> None:
    marked = "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n\n" + title + "\n\nCăn cứ tình hình thực tế;\n\nĐiều 1. Nội dung."
    assert facts(own, marked) == expected(facts_listed)


def test_a_resolution_with_a_programme_acts_through_itself() -> None:
    title = (
        "NGHỊ QUYẾT\nCập nhật, bổ sung [ctr|Chương trình hành động] của Chính phủ thực hiện [nq|Nghị quyết số 18-NQ/TW]"
    )
    assert facts("Nghị quyết 109/NQ-CP", title + "\n\nĐiều 1. Nội dung.") == {"self implements nq"}
