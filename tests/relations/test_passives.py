""" "B được sửa đổi bởi A": the document behind the verb acts."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

from graph import extract

OWN = "Báo cáo 15/BC-SCT"
HEAD = "BÁO CÁO\nCông tác năm 2018\n\nI. TÌNH HÌNH\n\n"

SENTENCES = [
    ("theo [b|Nghị định số 83/2014/NĐ-CP] được sửa đổi, bổ sung bởi [a|Nghị định số 08/2018/NĐ-CP].", "a amends b"),
    ("theo [b|Nghị định số 83/2014/NĐ-CP] sửa đổi, bổ sung bởi [a|Nghị định số 08/2018/NĐ-CP], [c|Nghị định số 95/2021/NĐ-CP] và [d|Nghị định số 80/2023/NĐ-CP] (sau đây gọi là [b|Nghị định số 83/2014/NĐ-CP])", "a amends b\nc amends b\nd amends b"),
    ("theo [b|Nghị định số 83/2014/NĐ-CP] (đã được sửa đổi, bổ sung tại [a|Nghị định số 08/2018/NĐ-CP])", "a amends b"),
    ("theo [b|Nghị định số 83/2014/NĐ-CP] (đã được sửa đổi, bổ sung một số điều theo [a|Nghị định số 08/2018/NĐ-CP])", "a amends b (part)"),
    ("theo khoản 2 Điều 8 [b|Nghị định số 83/2014/NĐ-CP] được sửa đổi bởi khoản 3 Điều 1 [a|Nghị định số 08/2018/NĐ-CP].", "a amends b (part)"),
    ("[b|Quyết định số 12/QĐ-UBND] đã bị bãi bỏ bởi [a|Quyết định số 25/QĐ-UBND].", "a repeals b"),
    ("[b|Quyết định số 12/QĐ-UBND] được thay thế bởi [a|Quyết định số 25/QĐ-UBND].", "a replaces b"),
    ("[b|Nghị định số 05/2019/NĐ-CP] được hướng dẫn bởi [a|Thông tư số 08/2020/TT-BTC].", "a guides b"),
    # the document with the same type, over its title
    (
        "theo [b|Nghị định số 65/2023/NĐ-CP] quy định chi tiết một số điều và biện pháp thi hành [l|Luật Sở hữu trí tuệ] đã được sửa đổi, bổ sung bởi [a|Nghị định số 100/2025/NĐ-CP].",
        "b guides l\na amends b",
    ),
    (
        "theo [b|Nghị định số 01/2015/NĐ-CP] quy định chi tiết phạm vi địa bàn hoạt động hải quan; trách nhiệm phối hợp đã được sửa đổi, bổ sung bởi [a|Nghị định số 12/2018/NĐ-CP].",
        "a amends b",
    ),
    # one verb, one target each
    ("theo [b|Luật Hải quan số 54/2014/QH13] được sửa đổi, bổ sung bởi [a|Luật số 71/2014/QH13], [c|Luật Đầu tư số 67/2014/QH13] được sửa đổi, bổ sung bởi [d|Luật số 90/2017/QH14].", "a amends b\nd amends c"),
    # "và" has closed the list of those who act: what follows is a member of the list outside
    ("[a|Thông tư số 08/2026/TT-BTC] sửa đổi, bổ sung một số điều của [b|Thông tư số 96/2020/TT-BTC] ngày 16 tháng 11 năm 2020 hướng dẫn công bố thông tin được sửa đổi, bổ sung bởi [c|Thông tư số 68/2024/TT-BTC] và [d|Thông tư số 18/2025/TT-BTC], [e|Thông tư số 120/2020/TT-BTC] ngày 31 tháng 12 năm 2020 quy định giao dịch cổ phiếu.", "a amends b (part)\nc amends b\nd amends b\na amends e (part)"),
    # one that has a matter of its own, where the amender has none
    ("[a|Nghị định số 83/2024/NĐ-CP] sửa đổi, bổ sung một số điều của [b|Nghị định số 10/2016/NĐ-CP] ngày 01 tháng 02 năm 2016 quy định về cơ quan thuộc Chính phủ đã được sửa đổi, bổ sung một số điều theo [c|Nghị định số 47/2019/NĐ-CP] ngày 05 tháng 6 năm 2019 và [d|Nghị định số 120/2020/NĐ-CP] ngày 07 tháng 10 năm 2020 quy định về thành lập đơn vị sự nghiệp.", "a amends b (part)\nc amends b (part)\na amends d (part)"),
    # … but the title at the end belongs to the first where that one has none
    ("[a|Nghị định số 79/2024/NĐ-CP] sửa đổi, bổ sung một số điều của [b|Nghị định số 121/2016/NĐ-CP] ngày 24 tháng 8 năm 2016 đã được sửa đổi, bổ sung tại [c|Nghị định số 74/2020/NĐ-CP] ngày 01 tháng 7 năm 2020 và [d|Nghị định số 82/2021/NĐ-CP] ngày 06 tháng 9 năm 2021 về thực hiện thí điểm quản lý lao động.", "a amends b (part)\nc amends b\nd amends b"),
    # what the provision became
    ("theo Mẫu số 01 ban hành kèm theo [b|Thông tư số 21/2021/TT-BTC] (đã được sửa đổi, bổ sung thành Mẫu số 17, Phụ lục I khoản 1, Điều 17 [a|Thông tư số 09/2025/TT-BTC])", "a amends b (part)"),
    # a clause of an act changes clauses; what another verb has for its object says nothing of the passive
    ("theo [b|Nghị định số 08/2022/NĐ-CP] (được sửa đổi bởi khoản 9 Điều 2 [a|Nghị định số 05/2025/NĐ-CP])", "a amends b (part)"),
    ("[c|Nghị định số 280/2025/NĐ-CP] sửa đổi, bổ sung một số điều của [b|Nghị định số 23/2015/NĐ-CP] về chứng thực, được sửa đổi, bổ sung bởi [a|Nghị định số 07/2025/NĐ-CP]", "c amends b (part)\na amends b"),
    # the preposition again before the next amender
    ("theo [b|Luật Doanh nghiệp số 59/2020/QH14] được sửa đổi, bổ sung theo [a|Luật số 76/2025/QH15] và theo [c|Luật số 03/2022/QH15]", "a amends b\nc amends b"),
    ("theo [b|Nghị định số 08/2022/NĐ-CP] được sửa đổi bởi [a|Nghị định số 05/2025/NĐ-CP], bởi [c|Nghị định số 48/2026/NĐ-CP]", "a amends b\nc amends b"),
    # said once, a part stays one
    ("theo [b|Nghị định số 08/2022/NĐ-CP] được sửa đổi bởi [a|Nghị định số 05/2025/NĐ-CP]; theo [a|Nghị định số 05/2025/NĐ-CP] sửa đổi, bổ sung một số điều của [b|Nghị định số 08/2022/NĐ-CP]", "a amends b (part)"),
    # the later one does not hold
    ("[b|Nghị định số 83/2014/NĐ-CP] được sửa đổi bởi [a|Nghị định số 08/2010/NĐ-CP].", ""),
    # applied, not amended
    ("[b|Nghị định số 83/2014/NĐ-CP] được áp dụng thì việc sửa đổi, bổ sung theo [a|Nghị định số 08/2018/NĐ-CP].", ""),
    # the word that names the agent is left out
    ("theo [b|Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15] được sửa đổi, bổ sung [a|Luật số 87/2025/QH15];", "a amends b"),
    ("[b|Thông tư số 12/2020/TT-BTC] (được sửa đổi, bổ sung [a|Thông tư số 15/2022/TT-BTC])", "a amends b"),
    ("[b|Nghị định số 01/2021/NĐ-CP] ngày 04 tháng 01 năm 2021 đã được thay thế [a|Nghị định số 168/2025/NĐ-CP].", "a replaces b"),
    ("theo [b|Thông tư số 12/2020/TT-BTC] được sửa đổi, bổ sung một số điều [a|Thông tư số 15/2022/TT-BTC].", "a amends b (part)"),
    ("[b|Thông tư số 12/2022/TT-BTC] được sửa đổi, bổ sung [a|Thông tư số 15/2020/TT-BTC].", ""),
    ("Sau khi được sửa đổi, bổ sung [a|Thông tư số 15/2022/TT-BTC] bảo đảm thống nhất.", ""),
    ("[b|Thông tư số 12/2020/TT-BTC] được sửa đổi, bổ sung nội dung tại [a|Thông tư số 15/2022/TT-BTC].", "a amends b"),
    # a unit without its label
    ("Điều 73 [b|Luật Hải quan số 54/2014/QH13] được sửa đổi, bổ sung theo quy định tại khoản điểm b khoản 2 Điều 2 [a|Luật số 07/2022/QH15].", "a amends b (part)"),
    # two passives of one document
    ("theo [b|Nghị định số 10/2020/NĐ-CP] được sửa đổi bởi [a|Nghị định số 11/2021/NĐ-CP] và được thay thế bởi [c|Nghị định số 12/2022/NĐ-CP].", "a amends b\nc replaces b"),
    ("quy định tại khoản 2 Điều 13 [b|Luật Bảo hiểm y tế] được sửa đổi bởi khoản 7 Điều 1 [a|Luật số 46/2014/QH13] và được sửa đổi bởi khoản 11 Điều 1 [c|Luật số 51/2024/QH15] vào quỹ.", "a amends b (part)\nc amends b (part)"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "facts_listed"), SENTENCES)
def test_passive(sentence: str, facts_listed: str) -> None:
    assert facts(OWN, HEAD + sentence + "\n") == expected(facts_listed)


# What is said behind an amending act's title is said of the act that closes the title with its number.
BEHIND_TITLES = [
    "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 25/2008/QH12 đã được sửa đổi, bổ sung một số điều theo Luật số 32/2013/QH13.",
    "Theo Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 25/2008/QH12 được sửa đổi, bổ sung bởi Luật số 32/2013/QH13.",
    "Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 25/2008/QH12 đã được sửa đổi tại Luật số 32/2013/QH13 và Luật số 46/2014/QH13.",
]


@pytest.mark.parametrize("sentence", BEHIND_TITLES)
def test_what_stands_behind_an_amending_title(sentence: str) -> None:
    found = extract(sentence)
    codes = {document.id: document.code for document in found.documents}
    amended = {codes[r.object] for r in found.relations if r.predicate == "amends" and codes[r.subject]}
    assert amended == {"25/2008/QH12"}


def test_some_provisions_are_not_those_named_before() -> None:
    """ "Điều 35 của [A] đã được sửa đổi, bổ sung một số điều theo [B]": which articles B changes is not said."""
    found = extract(
        "Nghị quyết hướng dẫn áp dụng Điều 35 của Bộ luật Tố tụng dân sự số 92/2015/QH13 đã được sửa đổi, bổ sung "
        "một số điều theo Luật số 85/2025/QH15. Khoản 2 Điều 5 Nghị định số 1/2020/NĐ-CP được sửa đổi, bổ sung bởi "
        "Nghị định số 2/2022/NĐ-CP."
    )
    codes = {document.id: document.code for document in found.documents}
    amended = {codes[r.object]: [p.text for p in r.pinpoints] for r in found.relations if r.predicate == "amends"}
    assert amended == {"92/2015/QH13": [], "1/2020/NĐ-CP": ["Khoản 2 Điều 5"]}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("vẫn còn hiệu lực, trừ Điều 8 bị bãi bỏ bởi", ("amends", True)),
        ("có khoản 2 Điều 3 được thay thế bởi", ("amends", True)),
        ("đã bị bãi bỏ bởi", ("repeals", False)),
        ("quy định về phí, được thay thế bởi", ("replaces", False)),
    ],
)
def test_provisions_between_a_document_and_the_passive(words: str, found: tuple[str, bool]) -> None:
    said = extract(f"Thông tư số 11/2019/TT-BTC {words} Thông tư số 13/2020/TT-BTC.").relations
    assert [(r.predicate, r.partial) for r in said if r.predicate not in ("cites", "issued_by")] == [found]


def test_an_end_behind_which_something_stays() -> None:
    head = (
        "BỘ TÀI CHÍNH\nSố: 41/2026/TT-BTC\nHà Nội, ngày 12 tháng 4 năm 2026\n\nTHÔNG TƯ\nVề phí\n\nĐiều 5. Hiệu lực\n"
    )
    stays = "Thông tư số 11/2019/TT-BTC hết hiệu lực, trừ các Điều 5, 6 tiếp tục có hiệu lực đến hết năm 2026."
    said = [r for r in extract(head + stays).relations if r.predicate in ("repeals", "amends")]
    assert [(r.predicate, r.partial) for r in said] == [("amends", True)]
