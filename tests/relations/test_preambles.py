"""The preamble: what a text is based on and what it carries out."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

DECISION = "QUYẾT ĐỊNH\nVề việc ban hành Quy chế\n\n"
PLAN = "KẾ HOẠCH\nCải cách hành chính năm 2018\n\n"
BODY = "\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế."

# text of the preamble of a decision, facts
BASES = [
    pytest.param("Căn cứ [hp|Hiến pháp năm 2013];\nCăn cứ [l|Luật Hải quan số 54/2014/QH13];", "self based_on hp\nself based_on l", id="one a line"),
    pytest.param(
        "Căn cứ [l1|Luật Tổ chức chính quyền địa phương] ngày 19/6/2015; [l2|Luật Ban hành văn bản quy phạm pháp luật] ngày 22/6/2015;",
        "self based_on l1\nself based_on l2", id="two in one Căn cứ",
    ),
    pytest.param("Căn cứ Căn cứ [nd|Nghị định số 29/2023/NĐ-CP] ngày 03 tháng 6 năm 2023 của Chính phủ;", "self based_on nd", id="twice Căn cứ"),
    pytest.param("*Căn cứ* [nd1|Nghị định số 29/2023/NĐ-CP] và [nd2|Nghị định số 30/2020/NĐ-CP];", "self based_on nd1\nself based_on nd2", id="emphasis and và"),
    pytest.param(
        "Căn cứ các Nghị định của Chính phủ: [nd1|số 71/2024/NĐ-CP] ngày 27 tháng 6 năm 2024 quy định về giá đất; [nd2|số 103/2024/NĐ-CP] ngày 30 tháng 7 năm 2024 quy định về tiền sử dụng đất;",
        "self based_on nd1\nself based_on nd2", id="one type for several numbers",
    ),
    # only the law itself is a basis, the amender amends
    pytest.param(
        "Căn cứ [l|Luật Hải quan số 54/2014/QH13] được sửa đổi, bổ sung bởi [a|Luật số 71/2014/QH13], [b|Luật số 35/2018/QH14] và [c|Luật số 90/2025/QH15];",
        "self based_on l\na amends l\nb amends l\nc amends l", id="amended by three",
    ),
    pytest.param(
        "Căn cứ [nd|Nghị định số 115/2020/NĐ-CP] ngày 25 tháng 9 năm 2020 của Chính phủ về tuyển dụng, sử dụng và quản lý viên chức được sửa đổi, bổ sung bởi [a|Nghị định số 85/2023/NĐ-CP] ngày 07 tháng 12 năm 2023 của Chính phủ;",
        "self based_on nd\na amends nd", id="amended by, behind the title",
    ),
    pytest.param(
        "Căn cứ [nd|Nghị định số 24/2014/NĐ-CP] ngày 04 tháng 4 năm 2014 (được sửa đổi, bổ sung tại [a|Nghị định số 107/2020/NĐ-CP]); [b|Nghị định số 30/2020/NĐ-CP];",
        "self based_on nd\na amends nd\nself based_on b", id="amended by, in a parenthesis",
    ),
    # documents in a title are no basis
    pytest.param(
        "Căn cứ [nd|Nghị định số 78/2025/NĐ-CP] ngày 01/4/2025 của Chính phủ quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành [l|Luật Ban hành văn bản quy phạm pháp luật];",
        "self based_on nd\nnd guides l", id="a law in a title",
    ),
    pytest.param(
        "Căn cứ [l|Luật Ban hành văn bản quy phạm pháp luật] ngày 19/02/2025;\nCăn cứ [nd|Nghị định số 78/2025/NĐ-CP] của Chính phủ quy định chi tiết [l|Luật Ban hành văn bản quy phạm pháp luật];",
        "self based_on l\nself based_on nd\nnd guides l", id="… and by itself",
    ),
    pytest.param(
        "Căn cứ [nd187|Nghị định số 187/2025/NĐ-CP] ngày 01/7/2025 của Chính phủ sửa đổi, bổ sung một số điều của [nd78|Nghị định số 78/2025/NĐ-CP] ngày 01/4/2025 quy định chi tiết một số điều [l|Luật Ban hành văn bản quy phạm pháp luật];",
        "self based_on nd187\nnd187 amends nd78 (part)\nnd78 guides l", id="a chain of titles",
    ),
    # what asks for the paper is optional: nothing
    pytest.param("Theo đề nghị của Giám đốc Sở Nội vụ tại [tt|Tờ trình số 12/TTr-SNV] ngày 05/01/2018.", "", id="proposed by"),
    pytest.param("Xét [tt|Tờ trình số 233/TTr-UBND] ngày 26 tháng 11 năm 2025 của Ủy ban nhân dân tỉnh;", "", id="considering"),
    pytest.param(
        "Căn cứ [l|Luật Hải quan số 54/2014/QH13];\nXét đề nghị tại [tt|Tờ trình số 12/TTr-SNV]; [bc|Báo cáo số 15/BC-STP] của Sở Tư pháp;",
        "self based_on l", id="the list ends with another clause",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("preamble", "facts_listed"), BASES)
def test_bases_of_a_decision(preamble: str, facts_listed: str) -> None:
    assert facts("Quyết định 12/2018/QĐ-UBND", DECISION + preamble + BODY) == expected(facts_listed)


SERVICE = [
    pytest.param("Thực hiện [a|Thông tri số 02-TT/TU] ngày 03 tháng 10 năm 2025 của Thành ủy về lãnh đạo tiếp tục thực hiện hiệu quả “Tháng cùng phụ nữ hành động” và hướng dẫn của Bộ Nội vụ tại [b|Công văn số 8935/BNV-CTTN] ngày 03 tháng 10 năm 2025, Ủy ban nhân dân tỉnh ban hành Kế hoạch:", "self implements a\nself implements b", id="… và hướng dẫn của … tại"),
    pytest.param("Thực hiện [nq|Nghị quyết số 30c/NQ-CP] ngày 08/11/2011 của Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch cải cách hành chính năm 2018 như sau:", "self implements nq", id="Thực hiện"),
    pytest.param("Triển khai thực hiện [qd|Quyết định số 225/QĐ-TTg] ngày 04/02/2016 và [ct|Chỉ thị số 07/CT-TTg] của Thủ tướng Chính phủ, Sở Nội vụ xây dựng Kế hoạch như sau:", "self implements qd\nself implements ct", id="two carried out"),
    pytest.param("Để thực hiện có hiệu quả [nq|Nghị quyết số 18-NQ/TW], Ủy ban nhân dân tỉnh ban hành Kế hoạch:", "self implements nq", id="Để thực hiện"),
    pytest.param("Nhằm triển khai kịp thời, đồng bộ [l|Luật Căn cước], Bộ Công an ban hành Kế hoạch:", "self implements l", id="Nhằm triển khai"),
    pytest.param(
        "Thực hiện [qd|Quyết định số 2138/QĐ-TTg] ngày 27 tháng 9 năm 2025 của Thủ tướng Chính phủ ban hành Kế hoạch triển khai thi hành [l|Luật Thanh tra], Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "self implements qd\nqd implements l", id="the decision carries the law out",
    ),
    pytest.param(
        "Thực hiện [kh|Kế hoạch số 83/KH-UBND] ngày 04/6/2018 của Ủy ban nhân dân tỉnh về việc thực hiện [nq|Nghị quyết số 19-NQ/TW] ngày 25/10/2017; [qd|Quyết định số 12/QĐ-UBND], Sở Công Thương báo cáo như sau:",
        "self implements kh\nkh implements nq\nself implements qd", id="a semicolon returns to the outer verb",
    ),
    pytest.param(
        "Thực hiện các văn bản: [nq|Nghị quyết số 08-NQ/TW] ngày 16/01/2017 của Bộ Chính trị; [qd|Quyết định số 147/QĐ-TTg] ngày 22/01/2020 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "self implements nq\nself implements qd", id="a colon opens the list",
    ),
    pytest.param(
        "Thực hiện:\n- [nq|Nghị quyết số 08-NQ/TW] ngày 16/01/2017 của Bộ Chính trị;\n- [qd|Quyết định số 147/QĐ-TTg] ngày 22/01/2020;\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "self implements nq\nself implements qd", id="a verb and a colon",
    ),
    pytest.param(
        "Căn cứ:\n- [nq|Nghị quyết số 08-NQ/TW] ngày 16/01/2017 của Bộ Chính trị;\n- [qd|Quyết định số 147/QĐ-TTg] ngày 22/01/2020;\nỦy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
        "self based_on nq\nself based_on qd", id="bases below a colon",
    ),
    pytest.param(
        "Thực hiện [qd|Quyết định số 147/QĐ-TTg] ngày 22/01/2020 của Thủ tướng Chính phủ, trên cơ sở đề nghị của Sở Văn hóa và Du lịch tại [tt|Tờ trình số 40/TTr-SVHTTDL] ngày 10/3/2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch:",
        "self implements qd", id="a proposal of a body whose name holds và",
    ),
    pytest.param(
        "Thực hiện [nq|Nghị quyết số 27/NQ-CP] ngày 05/02/2018 của Chính phủ, ngày 01/3/2018, Ủy ban nhân dân tỉnh Bắc Giang có [kh|Kế hoạch số 900/KH-UBND].",
        "kh implements nq", id="a body that has a plan",
    ),
    # what others did
    pytest.param("Thực hiện [nq|Nghị quyết số 30c/NQ-CP], trong thời gian qua các sở, ban, ngành đã tích cực cải cách thủ tục.", "", id="others did it"),
]  # fmt: skip


@pytest.mark.parametrize(("preamble", "facts_listed"), SERVICE)
def test_what_a_plan_carries_out(preamble: str, facts_listed: str) -> None:
    marked = PLAN + preamble + "\n\nI. NHIỆM VỤ\n1. Rà soát thủ tục."
    assert facts("Kế hoạch 5/KH-UBND", marked) == expected(facts_listed)


PURPOSE = [
    ("1. Mục đích\nTriển khai nghiêm túc, chất lượng và hiệu quả [nq|Nghị quyết số 163/2024/QH15] ngày 27 tháng 11 năm 2025;", "self implements nq"),
    ("1. Mục đích\n- Tổ chức thực hiện kịp thời [l|Luật Căn cước];", "self implements l"),
    ("1. Mục tiêu\nCụ thể hóa các nhiệm vụ, giải pháp nêu tại [nq|Nghị quyết số 57-NQ/TW].", "self implements nq"),
]  # fmt: skip


@pytest.mark.parametrize(("purpose", "facts_listed"), PURPOSE)
def test_what_the_purposes_of_a_plan_carry_out(purpose: str, facts_listed: str) -> None:
    marked = PLAN + "Ủy ban nhân dân tỉnh ban hành Kế hoạch:\n\nI. MỤC ĐÍCH, YÊU CẦU\n" + purpose
    assert facts("Kế hoạch 5/KH-UBND", marked) == expected(facts_listed)


def test_a_task_in_the_body_is_no_relation_of_the_plan() -> None:
    marked = (
        PLAN + "Căn cứ [l|Luật Căn cước];\n\nII. NHIỆM VỤ\n1. Sở Tư pháp chủ trì thực hiện [nq|Nghị quyết số 66-NQ/TW]."
    )
    assert facts("Kế hoạch 5/KH-UBND", marked) == {"self based_on l"}


CIRCULAR = "THÔNG TƯ\nVề tổ chức bộ máy\n\nCăn cứ Hiến pháp;\n"
ISSUERS = [
    ("Bộ Nội vụ hướng dẫn một số nội dung của [nd|Nghị định số 178/2023/NĐ-CP] như sau:", "self guides nd"),
    ("Để thống nhất thực hiện, Bộ Nội vụ hướng dẫn thực hiện [nd|Nghị định số 178/2023/NĐ-CP] như sau:", "self guides nd"),
    ("Bộ trưởng Bộ Nội vụ hướng dẫn [nd|Nghị định số 178/2023/NĐ-CP] cụ thể như sau:", "self guides nd"),
    # a duty, or another body
    ("Bộ Nội vụ hướng dẫn thực hiện [nd|Nghị định số 178/2023/NĐ-CP].", ""),
    ("Bộ Tài chính hướng dẫn thực hiện [nd|Nghị định số 178/2023/NĐ-CP] như sau:", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "facts_listed"), ISSUERS)
def test_the_issuer_says_what_it_guides(sentence: str, facts_listed: str) -> None:
    assert facts("Thông tư 12/2024/TT-BNV", CIRCULAR + sentence + "\n\nĐiều 1. Phạm vi.\n") == expected(facts_listed)


LETTER = "V/v chuyển đổi số\n\nKính gửi: Các sở, ban, ngành.\n\n"
PURPOSES = [
    ("Căn cứ [ct|Chỉ thị số 17/CT-TTg] ngày 25/7/2025, để triển khai có hiệu quả [nq|Nghị quyết số 57-NQ/TW], Ủy ban nhân dân tỉnh yêu cầu như sau:", "self based_on ct\nself implements nq"),
    ("Tiếp theo [cv|Công văn số 12/UBND-TH] ngày 05/01/2025, nhằm thực hiện đồng bộ [nq|Nghị quyết số 57-NQ/TW], Ủy ban nhân dân tỉnh yêu cầu:", "self implements nq"),
    ("Trên cơ sở [cv|Công văn số 12/UBND-TH] ngày 05/01/2025, để cụ thể hóa [nq|Nghị quyết số 57-NQ/TW] của Bộ Chính trị, Ủy ban nhân dân tỉnh đề nghị:", "self implements nq"),
    # nobody acts behind the comma: it is the document before it that serves the purpose
    ("Ủy ban nhân dân tỉnh đã ban hành [kh|Kế hoạch số 15/KH-UBND] ngày 02/3/2025, nhằm triển khai [nq|Nghị quyết số 57-NQ/TW].", "kh implements nq"),
    # reasons that name no document, and a basis that does
    ("Căn cứ tình hình thực tế và thực hiện chỉ đạo tại [nq|Nghị quyết số 57-NQ/TW] ngày 22/12/2024, Ủy ban nhân dân tỉnh yêu cầu:", "self implements nq"),
    ("Căn cứ điều kiện của địa phương và để triển khai [nq|Nghị quyết số 57-NQ/TW] ngày 22/12/2024, Ủy ban nhân dân tỉnh yêu cầu:", "self implements nq"),
    ("Căn cứ [ct|Chỉ thị số 17/CT-TTg] ngày 25/7/2025 và thực hiện [nq|Nghị quyết số 57-NQ/TW], Ủy ban nhân dân tỉnh yêu cầu:", "self based_on ct\nself implements nq"),
    ("Căn cứ chức năng, nhiệm vụ và thực hiện [nq|Nghị quyết số 57-NQ/TW], các sở, ngành đã báo cáo kết quả.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "facts_listed"), PURPOSES)
def test_whose_purpose_it_is(sentence: str, facts_listed: str) -> None:
    assert facts("Công văn 88/UBND-NC", LETTER + sentence + "\n\n1. Rà soát.\n") == expected(facts_listed)
