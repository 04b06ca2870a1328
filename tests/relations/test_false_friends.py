"""Words that only look like a relation."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import facts

from graph import extract

DECISION = ("Quyết định 12/2020/QĐ-UBND", "QUYẾT ĐỊNH\nBan hành Quy chế\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Nội dung.\n\n")
REPORT = ("Báo cáo 15/BC-SCT", "BÁO CÁO\nCông tác năm 2018\n\nI. TÌNH HÌNH\n\n")

LETTER = (
    "Công văn 1234/BNV-TCBC",
    "BỘ NỘI VỤ\nSố: 1234/BNV-TCBC\nHà Nội, ngày 20 tháng 3 năm 2024\n\nKính gửi: Ủy ban nhân dân các tỉnh\n\n",
)

NOTHING = [
    # the basis stands before
    (LETTER, "Căn cứ các quy định trên, đối với trường hợp thuộc quy định tại [a|Nghị quyết số 98/2023/QH15] thì thực hiện kê khai."),
    (LETTER, "Căn cứ quy định nêu trên, việc miễn tiền sử dụng đất quy định tại [a|Nghị định số 103/2024/NĐ-CP] không áp dụng."),
    # the next row of a table whose cells stand one below another
    (DECISION, "Điều 5. Nhiệm vụ\nTT\nTên nhiệm vụ\nCăn cứ\n10\nRà soát văn bản\n[b|Chương trình số 12-CTr/TW]\n11\nThể chế hóa [a|Kết luận số 218-KL/TW] của Bộ Chính trị\nBộ Công an"),
    (DECISION, "Danh mục\n\nTT\nĐiều, khoản\nCơ quan\n1\nNghị định về trường\nBãi bỏ khoản 1, khoản 6 Điều 96; điểm a, điểm e khoản 1 Điều 100\nBộ Giáo dục\n2\n[a|Quyết định số 91/2016/QĐ-UBND] về trường học"),
    # what is said of the carrying out
    (LETTER, "Việc thực hiện [a|Nghị định số 24/2014/NĐ-CP] còn khó khăn."),
    (LETTER, "Trong quá trình thực hiện [a|Nghị định số 24/2014/NĐ-CP], nếu có vướng mắc, đề nghị phản ánh."),
    (LETTER, "Công tác triển khai thực hiện [a|Nghị quyết số 27/NQ-CP] đạt kết quả tốt."),
    (LETTER, "Các cơ quan có trách nhiệm trong việc thực hiện [a|Nghị quyết số 27/NQ-CP]."),
    # drafts and proposals
    (REPORT, "Sở đã góp ý dự thảo Nghị định sửa đổi, bổ sung [a|Nghị định số 68/2017/NĐ-CP] của Chính phủ."),
    (REPORT, "Sở tham mưu dự thảo Quyết định thay thế [a|Quyết định số 12/QĐ-UBND] ngày 05/01/2015."),
    (REPORT, "Đề nghị Bộ Công Thương xem xét sửa đổi, bổ sung [a|Thông tư số 05/2017/TT-BCT]."),
    (REPORT, "Kiến nghị Chính phủ bãi bỏ khoản 2 Điều 5 [a|Nghị định số 68/2017/NĐ-CP]."),
    # bodies named after a document
    (REPORT, "Ban Chỉ đạo thực hiện [a|Nghị quyết số 18-NQ/TW] đã họp."),
    (REPORT, "Hội nghị trực tuyến toàn quốc triển khai [a|Nghị quyết số 18-NQ/TW] được tổ chức nghiêm túc."),
    # classes of documents
    (REPORT, "Các nghị định quy định chi tiết thi hành [a|Luật Thanh tra] đã có hiệu lực."),
    (REPORT, "Theo [b|Nghị quyết số 66-NQ/TW], các văn bản hướng dẫn thi hành [a|Luật Thanh tra] được ban hành kịp thời."),
    # conditions
    (DECISION, "Điều 5. Trường hợp [a|Nghị định số 68/2017/NĐ-CP] được sửa đổi, bổ sung hoặc thay thế thì thực hiện theo văn bản mới."),
    (DECISION, "Điều 5. Khi Quyết định này thay thế [a|Quyết định số 12/QĐ-UBND] thì áp dụng quy định mới."),
    # negation
    (DECISION, "Điều 5. Quyết định này không thay thế [a|Quyết định số 12/QĐ-UBND]."),
    (REPORT, "[b|Quyết định số 25/QĐ-UBND] chưa bãi bỏ [a|Quyết định số 12/QĐ-UBND]."),
    # ends in the past, for others
    (DECISION, "Điều 5. Hồ sơ nộp trước ngày [a|Nghị định số 68/2017/NĐ-CP] hết hiệu lực được giải quyết."),
    (DECISION, "Điều 5. [a|Nghị định số 68/2017/NĐ-CP] đã hết hiệu lực thi hành."),
    # duties
    (DECISION, "Điều 5. Giám đốc Sở có trách nhiệm hướng dẫn thi hành [a|Nghị định số 68/2017/NĐ-CP]."),
    (DECISION, "Điều 5. Bộ Công Thương hướng dẫn thực hiện [a|Nghị định số 68/2017/NĐ-CP]."),
    (DECISION, "Điều 3. Kể từ ngày 01 tháng 7 năm 2024 mức chuẩn quy định tại Điều 1 Quyết định này được thực hiện để tính mức hưởng quy định tại [a|Nghị định số 75/2021/NĐ-CP]."),
    (DECISION, "Điều 3. Nếu đủ điều kiện quy định tại khoản 1 Điều 5 của Quyết định này thì việc bồi thường thực hiện theo quy định như sau:\na) Thu hồi toàn bộ thửa đất theo khoản 5 Điều 141 của [a|Luật Đất đai]."),
    (REPORT, "Người hưởng trợ cấp theo [b|Quyết định số 613/QĐ-TTg] năm 2010, sau khi thực hiện điều chỉnh theo quy định tại khoản 1 Điều 2 [a|Nghị định số 75/2024/NĐ-CP] có mức hưởng thấp."),
    # what a site adds below its heading
    (DECISION, "Quyết định 12/2020/QĐ-UBND bãi bỏ các văn bản lĩnh vực Xây dựng\n## Văn bản liên quan\nBan hành:\n10/12/2025\n[a|Nghị quyết 73/NQ-HĐND] năm 2025"),
    # other words
    (REPORT, "hiệu lực thi hành của [a|Nghị định số 68/2017/NĐ-CP]"),
    (REPORT, "được thực hiện theo quy định của [a|Luật Thanh tra], [b|Nghị định số 68/2017/NĐ-CP]."),
    (REPORT, "Cơ quan thi hành án theo [a|Luật Thi hành án dân sự]."),
    # what is asked, supposed, thought, planned
    (REPORT, "Nếu [b|Thông tư số 11/2023/TT-BTC] thay thế [a|Thông tư số 45/2018/TT-BTC] thì phải sửa quy trình."),
    (REPORT, "Trường hợp [a|Luật Hộ tịch số 60/2014/QH13] được thay thế bởi [b|Luật Dân số số 10/2026/QH16] thì hết hiệu lực."),
    (REPORT, "Đại biểu hỏi: [b|Quyết định số 15/2021/QĐ-UBND] có thay thế [a|Quyết định số 12/2018/QĐ-UBND] không?"),
    (REPORT, "Liệu [b|Luật Nhà ở số 27/2023/QH15] có thay thế hoàn toàn [a|Luật Nhà ở số 65/2014/QH13]?"),
    (REPORT, "Cục hỏi về việc [b|Thông tư số 11/2023/TT-BTC] thay thế [a|Thông tư số 45/2018/TT-BTC] hay không, Bộ trả lời."),
    (REPORT, "Có ý kiến đề nghị làm rõ [b|Nghị quyết số 198/2025/QH15] thay thế [a|Nghị quyết số 98/2023/QH15] hay tồn tại song song."),
    (REPORT, "Không phải [b|Thông tư số 11/2023/TT-BTC] bãi bỏ [a|Thông tư số 45/2018/TT-BTC]."),
    (REPORT, "Nhiều người lầm tưởng [b|Nghị định số 96/2024/NĐ-CP] thay thế [a|Nghị định số 02/2022/NĐ-CP]."),
    (REPORT, "Theo luật sư, [b|Nghị định số 101/2024/NĐ-CP] có thể thay thế [a|Nghị định số 43/2014/NĐ-CP]."),
    (REPORT, "Ông A nói [b|Quyết định số 14/2024/QĐ-UBND] thay thế [a|Quyết định số 13/2020/QĐ-UBND] là chưa phù hợp."),
    # a document without a name acts
    (REPORT, "Sở trình Chính phủ ban hành Nghị định quy định chi tiết [b|Nghị quyết số 198/2025/QH15], thay thế [a|Nghị định số 39/2018/NĐ-CP], trước ngày 30/9/2025."),
    (REPORT, "Bộ ban hành Thông tư hướng dẫn [b|Nghị định số 150/2025/NĐ-CP] và thay thế [a|Thông tư số 05/2021/TT-BNV]."),
    (REPORT, "Hoàn thiện hồ sơ trình ban hành Quyết định hướng dẫn thực hiện [b|Nghị quyết số 18/2024/NQ-HĐND], đồng thời bãi bỏ [a|Quyết định số 19/2020/QĐ-UBND]."),
    (REPORT, "Chính phủ đã ban hành Nghị định quy định chi tiết [b|Luật Giá số 16/2023/QH15] (thay thế [a|Nghị định số 177/2013/NĐ-CP])."),
    # tasks of others
    (DECISION, "Điều 2. Giao Sở Tư pháp:\n1. Bãi bỏ [a|Quyết định số 17/2020/QĐ-UBND].\n2. Sửa đổi [b|Quyết định số 18/2020/QĐ-UBND]."),
    # not ended
    (DECISION, "Điều 8. [a|Quyết định số 17/2020/QĐ-UBND] không hết hiệu lực khi Quyết định này có hiệu lực."),
    (REPORT, "Khi nào [b|Nghị định số 373/2025/NĐ-CP] thay thế [a|Nghị định số 126/2020/NĐ-CP]?"),
    (REPORT, "Việc dẫn chiếu [a|Nghị định số 10/2016/NĐ-CP] được thay thế bằng [b|Nghị định số 20/2024/NĐ-CP]."),
    (REPORT, "Sở Nội vụ ban hành Hướng dẫn thực hiện [b|Nghị quyết số 27-NQ/TW], thay thế [a|Hướng dẫn số 28/HD-SNV]."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "sentence"), NOTHING)
def test_nothing_is_stated(kind: tuple[str, str], sentence: str) -> None:
    own, head = kind
    assert facts(own, head + sentence + "\n") == set()


def test_what_is_to_be_amended_in_a_table() -> None:
    """Below "… CẦN SỬA ĐỔI" stands what somebody is to do."""
    marked = "QUYẾT ĐỊNH\nPhê duyệt phương án đơn giản hóa\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Phê duyệt.\n\nDANH MỤC VĂN BẢN CẦN SỬA ĐỔI, BỔ SUNG\n\n1. Sửa đổi, bổ sung khoản 2 Điều 5 [a|Thông tư số 05/2017/TT-BTC]."
    assert facts("Quyết định 12/2020/QĐ-TTg", marked) == set()


@pytest.mark.parametrize("number", ["…/2025", "......./2025", "   /2025", "12…/2025"])
def test_a_form_to_be_filled_in_acts_on_nothing(number: str) -> None:
    """Its number is blank: it is no document yet."""
    text = f"Số: 12/2020/QĐ-TTg\n\nQUYẾT ĐỊNH\nBan hành Quy chế\n\nĐiều 1. Mẫu số 07\n\nCăn cứ Quyết định số 25/2016/QĐ-TTg được sửa đổi, bổ sung bởi Quyết định số {number}/QĐ-TTg ngày … tháng … năm 2025;\n"
    assert not [r for r in extract(text).relations if r.predicate == "amends"]


@pytest.mark.parametrize(
    ("words", "stated"),
    [
        ("Quốc hội đã thông qua Luật sửa đổi, bổ sung một số điều của Luật Thanh tra.", True),
        ("Xây dựng Luật sửa đổi, bổ sung một số điều của Luật Thanh tra.", False),
        ("Bộ Tư pháp trình dự thảo Luật sửa đổi, bổ sung một số điều của Luật Thanh tra.", False),
    ],
)  # fmt: skip
def test_an_amending_law_that_is_none_yet(words: str, stated: bool) -> None:
    found = [r for r in extract(f"BÁO CÁO\nCông tác\n\nI. TÌNH HÌNH\n\n{words}\n").relations if r.predicate == "amends"]
    assert bool(found) == stated


@pytest.mark.parametrize(
    "words",
    [
        "Gắn việc thực hiện Nghị quyết với thực hiện [b|Nghị quyết số 57-NQ/TW], [c|Nghị quyết số 68-NQ/TW].",
        "Việc thực hiện Kế hoạch gắn với thực hiện [b|Nghị quyết số 57-NQ/TW].",
        "Kết hợp chặt chẽ với việc triển khai [b|Nghị quyết số 57-NQ/TW].",
        "Đồng bộ với việc thực hiện [b|Nghị quyết số 57-NQ/TW].",
        "Lồng ghép với việc thực hiện [b|Nghị quyết số 57-NQ/TW].",
    ],
)
def test_what_goes_with_carrying_another_out(words: str) -> None:
    """ "gắn với thực hiện B": the plan does not carry B out, it goes with what does."""
    marked = f"KẾ HOẠCH\nthực hiện [a|Nghị quyết số 79-NQ/TW]\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n1. {words}"
    assert facts("Kế hoạch số 12-KH/TU", marked) == {"self implements a"}


@pytest.mark.parametrize(
    "words",
    [
        "Việc triển khai phải gắn với [b|Kế hoạch số 88/KH-UBND] về tăng trưởng xanh.",
        "Thực hiện Kế hoạch gắn với việc [b|Kế hoạch số 88/KH-UBND] được tổng kết.",
        "Triển khai đồng bộ với [b|Kế hoạch số 88/KH-UBND].",
    ],
)
def test_what_the_carrying_out_goes_with(words: str) -> None:
    marked = f"KẾ HOẠCH\nthực hiện [a|Nghị quyết số 79-NQ/TW]\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n1. {words}"
    assert facts("Kế hoạch số 12/KH-UBND", marked) == {"self implements a"}


@pytest.mark.parametrize(
    "title",
    [
        "Về việc ủy quyền thực hiện một số nhiệm vụ quy định tại [a|Nghị định số 131/2025/NĐ-CP]",
        "Ủy quyền cho Giám đốc Sở Nội vụ thực hiện thẩm quyền quy định tại [a|Nghị định số 131/2025/NĐ-CP]",
        "Phân cấp cho Ủy ban nhân dân xã thực hiện nhiệm vụ tại Điều 5 [a|Nghị định số 131/2025/NĐ-CP]",
        "Về phân quyền thực hiện nhiệm vụ quy định tại [a|Nghị định số 131/2025/NĐ-CP]",
    ],
)
def test_a_power_that_is_handed_on(title: str) -> None:
    """Who gets a power uses it; the decision that hands it on carries nothing out."""
    marked = f"QUYẾT ĐỊNH\n{title}\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Nội dung."
    assert facts("Quyết định 912/QĐ-UBND", marked) == set()


def test_how_is_said_below_a_verb_that_guides() -> None:
    """ "hướng dẫn như sau:" introduces no documents."""
    own, head = LETTER
    body = "Bộ Nội vụ hướng dẫn như sau:\n1. Hồ sơ: theo mẫu.\n2. Riêng mục 2.3 [a|Công văn số 3245/BNV-TCBC] áp dụng từ năm 2025."
    assert facts(own, head + body) == set()


def test_properties_of_a_document_in_lines() -> None:
    """A site's list of properties: what a line names was not changed by what the next line names."""
    own = ("Thông tư 40/2021/TT-BTC", "Số hiệu: 40/2021/TT-BTC\n")
    lines = (
        "Văn bản bị thay thế: [a|Thông tư số 92/2015/TT-BTC]\nVăn bản sửa đổi, bổ sung: [b|Thông tư số 100/2021/TT-BTC]"
    )
    assert "b amends a" not in facts(own[0], own[1] + lines)


@pytest.mark.parametrize(
    "words",
    [
        "Thực hiện [a|Nghị quyết số 66/NQ-CP], trong đó giao các bộ sửa đổi [b|Nghị định số 10/2019/NĐ-CP], Sở đã triển khai.",
        "[a|Nghị quyết số 66/NQ-CP] giao Bộ Tài chính bãi bỏ [b|Thông tư số 12/2021/TT-BTC].",
    ],
)
def test_a_document_that_gives_a_task_does_not_do_it(words: str) -> None:
    assert not [fact for fact in facts(REPORT[0], REPORT[1] + words) if " b" in fact]
