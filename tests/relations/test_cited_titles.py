"""Relations between two cited documents: titles, chains, coordination, parentheses, authority."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

from graph.pipeline import extract

OWN = "Báo cáo 15/BC-SCT"
HEAD = "BÁO CÁO\nCông tác năm 2018\n\nI. TÌNH HÌNH\n\n"

# a sentence of the body, facts
SENTENCES = [
    # a title behind the attributes
    pytest.param("Sở đã ban hành [kh|Kế hoạch số 1082/KH-SCT] ngày 12/7/2018 về triển khai thực hiện [ct|Chỉ thị số 07/CT-TTg] của Thủ tướng Chính phủ.", "kh implements ct", id="plan"),
    pytest.param("Theo [qd|Quyết định số 12/QĐ-TTg] ngày 05/01/2018 phê duyệt Đề án thực hiện [nq|Nghị quyết số 18-NQ/TW] của Trung ương.", "qd implements nq", id="decision with a scheme"),
    pytest.param("Theo [qd|Quyết định số 2138/QĐ-TTg] ngày 27/9/2025 ban hành [kh|Kế hoạch] triển khai thi hành [l|Luật Thanh tra].", "qd implements l", id="the annexed plan acts through the decision"),
    pytest.param("[tt|Thông tư số 08/2020/TT-BTC] hướng dẫn thi hành [nd|Nghị định số 05/2019/NĐ-CP] có hiệu lực.", "tt guides nd", id="circular"),
    pytest.param("[qd|Quyết định số 25/QĐ-UBND] ngày 15/3/2018 thay thế [qd2|Quyết định số 12/QĐ-UBND] ngày 05/01/2015 đã phát huy tác dụng.", "qd replaces qd2", id="replaces"),
    pytest.param("Sở có [bc|Báo cáo số 12/BC-SCT] ngày 05/01/2018 về sơ kết 03 năm thực hiện [ct|Chỉ thị số 07/CT-TTg].", "bc reviews ct", id="reviews"),
    pytest.param("[nd|Nghị định số 22/2021/NĐ-CP] ngày 19/3/2021 của Chính phủ về Khu kinh tế - quốc phòng quy định chi tiết [l|Luật Quốc phòng].", "nd guides l", id="title of two parts"),
    # a committee or a meeting that the title names: it is not what is changed, and not what it is named after
    pytest.param("Thực hiện theo [b|Thông tư số 40/2017/TT-BTC] ngày 28/4/2017 của Bộ Tài chính quy định chế độ công tác phí, chế độ hội nghị được sửa đổi, bổ sung bởi [a|Thông tư số 12/2025/TT-BTC].", "a amends b", id="a meeting ends the title"),
    pytest.param("[b|Quyết định số 40/QĐ-TTg] ngày 28/4/2017 về việc thành lập Hội đồng thẩm định liên ngành bị bãi bỏ bởi [a|Quyết định số 12/QĐ-TTg] ngày 05/01/2018.", "a repeals b", id="a council ends the title"),
    pytest.param("[a|Quyết định số 12/QĐ-TTg] ngày 05/01/2018 về kiện toàn Ban Chỉ đạo thay thế [b|Quyết định số 40/QĐ-TTg] ngày 28/4/2017.", "a replaces b", id="a committee before what the decision replaces"),
    pytest.param("[a|Quyết định số 12/QĐ-TTg] ngày 05/01/2018 về kiện toàn Ban Chỉ đạo và bãi bỏ [b|Quyết định số 40/QĐ-TTg] ngày 28/4/2017.", "a repeals b", id="a committee before what the decision repeals"),
    pytest.param("[b|Quyết định số 15/QĐ-TTg] nêu rõ Ban Chỉ đạo được thay thế bởi [a|Quyết định số 12/QĐ-TTg].", "", id="a committee that is replaced itself"),
    pytest.param("[a|Quyết định số 12/QĐ-TTg] ngày 05/01/2018 về thành lập Ban Chỉ đạo sửa đổi, bổ sung [b|Luật Đất đai].", "", id="a committee named after what it changes"),
    # chains: the nearest document acts
    pytest.param("Sở ban hành [kh|Kế hoạch số 5/KH-SCT] thực hiện [kh2|Kế hoạch số 83/KH-UBND] ngày 04/6/2018 của Ủy ban nhân dân tỉnh triển khai thực hiện [nq|Nghị quyết số 18-NQ/TW].", "kh implements kh2\nkh2 implements nq", id="plan, plan, resolution"),
    pytest.param("[tt31|Thông tư số 31/2025/TT-BTC] sửa đổi, bổ sung một số điều của [tt3|Thông tư số 03/2022/TT-BTC] quy định chi tiết một số điều của [nd|Nghị định số 05/2019/NĐ-CP].", "tt31 amends tt3 (part)\ntt3 guides nd", id="amends, guides"),
    pytest.param("[nq|Nghị quyết số 281/NQ-CP] ngày 15/9/2025 ban hành Chương trình hành động thực hiện [nq71|Nghị quyết số 71-NQ/TW] của Bộ Chính trị; [qd|Quyết định số 12/QĐ-TTg].", "nq implements nq71", id="the next one stands alone"),
    # shared complement, shared verb
    pytest.param("Sở ban hành [a|Kế hoạch số 1/KH-SCT] ngày 05/01/2018, [b|Kế hoạch số 2/KH-SCT] ngày 06/01/2018 thực hiện [nq|Nghị quyết số 18-NQ/TW].", "a implements nq\nb implements nq", id="two plans share what they carry out"),
    pytest.param("Sở ban hành [a|Kế hoạch số 1/KH-SCT] ngày 05/01/2018, [b|Kế hoạch số 2/KH-SCT] ngày 06/01/2018 về thực hiện [nq|Nghị quyết số 18-NQ/TW].", "b implements nq", id="a title with về is that of the last"),
    pytest.param("Sở ban hành [a|Quyết định số 1/QĐ-SCT] và [b|Kế hoạch số 2/KH-SCT] về thực hiện [nq|Nghị quyết số 18-NQ/TW].", "b implements nq", id="papers of two kinds do not"),
    pytest.param("Sở ban hành [kh|Kế hoạch số 1/KH-SCT] thực hiện [a|Nghị quyết số 18-NQ/TW] và [b|Nghị quyết số 19-NQ/TW] của Trung ương.", "kh implements a\nkh implements b", id="two resolutions carried out"),
    pytest.param("Sở ban hành [kh|Kế hoạch số 1/KH-SCT] về thực hiện [nq|Nghị quyết số 18-NQ/TW], [kh2|Kế hoạch số 83/KH-UBND] ngày 04/6/2018 của Ủy ban nhân dân tỉnh và [ctr|Chương trình số 37-CTr/TU] của Tỉnh ủy.", "kh implements nq\nkh implements kh2\nkh implements ctr", id="three of different kinds"),
    pytest.param("thực hiện [a+b|Nghị quyết Trung ương 4 (khóa XI, XII)] theo [kh|Kế hoạch số 1/KH-SCT]", "", id="two in one span"),
    pytest.param("Sở ban hành [kh|Kế hoạch số 1/KH-SCT] về thực hiện [a+b|Nghị quyết Trung ương 4 (khóa XI, XII)].", "kh implements a\nkh implements b", id="two in one span carried out"),
    # each changes its own: both are members of the list outside
    pytest.param("Bộ có [q|Quyết định số 372/QĐ-BTC] đính chính [a|Thông tư số 138/2025/TT-BTC] sửa đổi, bổ sung một số điều của [b|Thông tư số 95/2020/TT-BTC] và [c|Thông tư số 06/2022/TT-BTC] và [d|Thông tư số 139/2025/TT-BTC] sửa đổi, bổ sung một số điều của [e|Thông tư số 57/2021/TT-BTC].", "q corrects a\na amends b (part)\na amends c (part)\nq corrects d\nd amends e (part)", id="two that change others"),
    pytest.param("Theo [a|Thông tư số 08/2026/TT-BTC] sửa đổi, bổ sung một số điều của [b|Thông tư số 95/2020/TT-BTC] và [c|Thông tư số 06/2022/TT-BTC] sửa đổi, bổ sung [b|Thông tư số 95/2020/TT-BTC].", "a amends b (part)\na amends c (part)\nc amends b", id="what it amends was amended before"),
    # a circular that guides a decree and changes its like
    pytest.param("Theo [a|Thông tư số 13/2023/TT-BTC] hướng dẫn [b|Nghị định số 49/2022/NĐ-CP] ngày 29/7/2022 của Chính phủ và sửa đổi, bổ sung [c|Thông tư số 80/2021/TT-BTC].", "a guides b\na amends c", id="guides and amends"),
    # parentheses
    pytest.param("[kh|Kế hoạch số 25/KH-SCT] ngày 09/3/2018 (thay thế [kh0|Kế hoạch số 89/KH-SCT] ngày 20/01/2017) về thực hiện [ct|Chỉ thị số 07/CT-TTg].", "kh replaces kh0\nkh implements ct", id="the complement goes on behind the parenthesis"),
    pytest.param("[nq|Nghị quyết số 18-NQ/TW] (sau đây gọi là [nq|Nghị quyết 18]) và [kh|Kế hoạch số 07-KH/TW] thực hiện [nq|Nghị quyết số 18-NQ/TW].", "kh implements nq", id="a short name in a parenthesis"),
    # authority: nobody carries out or guides what a lower body issued, nobody changes what a higher one issued
    pytest.param("[nq|Nghị quyết số 18-NQ/TW] và triển khai [kh|Kế hoạch số 1/KH-SCT] đến toàn thể đảng viên.", "", id="no resolution of the centre carries out a plan of a department"),
    pytest.param("[kh|Kế hoạch số 1/KH-SCT] thực hiện [ctr|Chương trình số 37-CTr/TU] ngày 15/01/2018 của Tỉnh ủy, [kh2|Kế hoạch số 83/KH-UBND] của Ủy ban nhân dân tỉnh thực hiện [nq|Nghị quyết số 18-NQ/TW].", "kh implements ctr\nkh implements kh2\nkh2 implements nq", id="the last member has a complement of its own"),
    pytest.param("[qd|Quyết định số 12/QĐ-UBND] thay thế [l|Luật Thanh tra].", "", id="no decision of a province replaces a law"),
    pytest.param("[qd|Quyết định số 12/2015/QĐ-UBND] thay thế [qd2|Quyết định số 14/2018/QĐ-UBND].", "", id="nobody replaces what came later"),
    # the verb belongs to somebody else
    pytest.param("Sau khi có [nq|Nghị quyết số 18-NQ/TW], Sở đã xây dựng và triển khai thực hiện [kh|Kế hoạch số 1/KH-SCT].", "", id="another actor"),
    pytest.param("Theo [qd|Quyết định số 12/QĐ-TTg], các bộ, ngành sửa đổi, bổ sung [tt|Thông tư số 05/2017/TT-BTC].", "", id="others amend"),
    pytest.param("[a|Nghị định số 150/2023/NĐ-CP] ra đời đã thay thế [b|Nghị định số 24/2014/NĐ-CP], theo đó số lượng phòng được điều chỉnh.", "a replaces b", id="what it has done"),
    pytest.param("[a|Luật Thanh tra số 11/2022/QH15] (có hiệu lực từ 01/7/2023, thay thế [b|Luật Thanh tra số 56/2010/QH12]) quy định rõ thẩm quyền.", "a replaces b", id="its effect before"),
    pytest.param("Hiện nay [b|Thông tư số 11/2012/TT-BTC] đã bị bãi bỏ bởi khoản 2 Điều 9 [a|Thông tư số 45/2023/TT-BTC].", "a repeals b", id="a clause ends a whole document"),
    pytest.param("[nd|Nghị định 302/2025/NĐ-CP] về Quỹ nhà ở quốc gia và biện pháp thi hành [nq|Nghị quyết 201/2025/QH15] có hiệu lực.", "nd guides nq", id="measures of carrying out"),
    pytest.param("[nd|Nghị định 78/2025/NĐ-CP] về tổ chức và biện pháp thi hành [l|Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15].", "nd guides l", id="measures behind another matter"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "facts_listed"), SENTENCES)
def test_between_two_citations(sentence: str, facts_listed: str) -> None:
    assert facts(OWN, HEAD + sentence + "\n") == expected(facts_listed)


def test_fronted_purpose() -> None:
    """ "Thực hiện A, Tỉnh ủy ban hành B": B carries A out."""
    sentence = (
        "Thực hiện [nq|Nghị quyết số 18-NQ/TW], Tỉnh ủy đã ban hành [ctr|Chương trình số 37-CTr/TU] ngày 15/01/2018."
    )
    assert facts(OWN, HEAD + "1. Kết quả\n\n" + sentence) == {"ctr implements nq"}


def test_an_amending_law_named_by_its_title() -> None:
    """The amended laws inside the name, as spans inside the span of the name or behind it."""
    assert facts(OWN, HEAD + "Theo [a|Luật sửa đổi, bổ sung một số điều] của [b|Luật Đất đai], [c|Luật Nhà ở].") == {
        "a amends b (part)",
        "a amends c (part)",
    }


def test_a_day_behind_a_comma_may_be_that_of_the_issue() -> None:
    for day in ("ngày 01/3/2018 Tỉnh ủy", "ngày 01 tháng 3 năm 2018, Tỉnh ủy"):
        article = (
            f"Thực hiện [nq|Nghị quyết số 18-NQ/TW], {day} đã ban hành [ctr|Chương trình số 37-CTr/TU] ngày 15/01/2018."
        )
        assert facts(OWN, HEAD + article) == {"ctr implements nq"}


@pytest.mark.parametrize("until", ["Luật số 32/2013/QH13", "Luật số 32/2013/QH13, Luật số 46/2014/QH13"])
@pytest.mark.parametrize("before", ["Quốc hội ban hành", "Điều 2. Theo", "Báo cáo về việc thi hành"])
def test_what_changed_the_law_that_an_amending_title_ends_with(before: str, until: str) -> None:
    """Though the amending law is known: what stands behind the number is said of the law that bears it."""
    found = extract(
        f"{before} Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 25/2008/QH12 đã được sửa đổi, bổ sung "
        f"một số điều theo {until}."
    )
    codes = {document.id: document.code for document in found.documents}
    amenders = {
        codes[r.subject] for r in found.relations if r.predicate == "amends" and codes[r.object] == "25/2008/QH12"
    }
    assert {part.split()[-1] for part in until.split(",")} <= amenders
