"""Consolidated texts: what they were put together from, and for whom their preamble and closing articles speak."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import re

import pytest
from marked import facts

from graph import extract

OWN = "Văn bản hợp nhất 464/VBHN-BLĐTBXH"
HEAD = """BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI

THÔNG TƯ
Hướng dẫn quản lý lao động, tiền lương

[a|Thông tư số 37/2016/TT-BLĐTBXH] ngày 25 tháng 10 năm 2016 của Bộ trưởng hướng dẫn quản lý lao động, có hiệu lực kể từ ngày 10 tháng 12 năm 2016, được sửa đổi, bổ sung bởi:

[b|Thông tư số 04/2018/TT-BLĐTBXH] ngày 22 tháng 6 năm 2018 của Bộ trưởng sửa đổi một số điều của [a|Thông tư số 37/2016/TT-BLĐTBXH], có hiệu lực kể từ ngày 10 tháng 8 năm 2018.

Căn cứ [nd|Nghị định số 53/2013/NĐ-CP] ngày 18 tháng 5 năm 2013 của Chính phủ;

"""


def test_head_preamble_and_closing_article() -> None:
    body = "Điều 1. Phạm vi\n\nĐiều 20. Hiệu lực\n\n2. [c|Thông tư số 31/2015/TT-BLĐTBXH] ngày 31 tháng 8 năm 2015 hết hiệu lực thi hành kể từ ngày Thông tư này có hiệu lực."
    assert facts(OWN, HEAD + body) == {
        "self consolidates a",
        "self consolidates b",
        "b amends a (part)",
        "a based_on nd",
        "a repeals c",
    }


def test_the_preamble_quoted_in_a_footnote_is_the_amenders() -> None:
    note = "Điều 1. Phạm vi\n\n1 [b|Thông tư số 04/2018/TT-BLĐTBXH] sửa đổi một số điều của [a|Thông tư số 37/2016/TT-BLĐTBXH] có căn cứ ban hành như sau: \n“Căn cứ [x|Nghị định số 14/2017/NĐ-CP] ngày 17 tháng 02 năm 2017 của Chính phủ;\nCăn cứ [nd|Nghị định số 53/2013/NĐ-CP] ngày 18 tháng 5 năm 2013;”."
    found = facts(OWN, HEAD + note)
    assert {"b based_on x", "b based_on nd", "a based_on nd"} <= found
    assert "a based_on x" not in found


def test_a_straight_quotation_of_several_bases_is_the_amenders() -> None:
    note = 'Điều 1. Phạm vi\n\n1 [b|Thông tư số 04/2018/TT-BLĐTBXH] có căn cứ ban hành như sau: \n"Căn cứ [x|Nghị định số 14/2017/NĐ-CP] ngày 17 tháng 02 năm 2017 của Chính phủ;\nCăn cứ [y|Luật Thống kê số 85/2015/QH13];\nCăn cứ [z|Nghị định số 75/2017/NĐ-CP] ngày 20 tháng 6 năm 2017 của Chính phủ;\nTheo đề nghị của Vụ trưởng."'
    found = facts(OWN, HEAD + note)
    assert {"b based_on x", "b based_on y", "b based_on z", "a based_on nd"} <= found
    assert not found & {"a based_on x", "a based_on y", "a based_on z"}


def test_bases_that_go_on_at_the_foot_of_the_next_page() -> None:
    note = "1 [b|Thông tư số 04/2018/TT-BLĐTBXH] sửa đổi một số điều của [a|Thông tư số 37/2016/TT-BLĐTBXH] có căn cứ ban hành như sau:\nCăn cứ [x|Nghị định số 14/2017/NĐ-CP] ngày 17 tháng 02 năm 2017 của Chính phủ;\n\n"
    article = "Điều 1. Phạm vi điều chỉnh\n\n1. Thông tư này hướng dẫn thù lao.\n\n"
    rest = "Căn cứ [y|Nghị định số 75/2017/NĐ-CP] ngày 20 tháng 6 năm 2017;\nCăn cứ [z|Luật Thống kê số 85/2015/QH13];\nBộ trưởng ban hành Thông tư {what}.\n\n"
    found = facts(OWN, HEAD + note + article + rest.format(what="sửa đổi một số điều của Thông tư về thù lao"))
    assert {"b based_on x", "b based_on y", "b based_on z"} <= found
    form = facts(OWN, HEAD + note + article + rest.format(what="này"))
    assert "b based_on y" not in form


def test_a_line_of_the_title_is_not_the_original() -> None:
    """The title wraps before the name of a law."""
    marked = "CHÍNH PHỦ\n\nNGHỊ ĐỊNH\nQuy định chi tiết một số điều và biện pháp thi hành\n[l|Luật Giáo dục nghề nghiệp]\n\n[a|Nghị định số 15/2019/NĐ-CP] ngày 01 tháng 02 năm 2019 của Chính phủ quy định chi tiết, có hiệu lực kể từ ngày 20 tháng 3 năm 2019, được sửa đổi, bổ sung bởi:\n\n[b|Nghị định số 24/2022/NĐ-CP] ngày 06 tháng 4 năm 2022 của Chính phủ, có hiệu lực kể từ ngày 01 tháng 6 năm 2022.\n\nCăn cứ [x|Luật Đầu tư] ngày 26 tháng 11 năm 2014;\n\nĐiều 1. Phạm vi"
    found = facts("Văn bản hợp nhất 2022/VBHN-BTC", marked)
    assert {"self consolidates a", "self consolidates b", "a based_on x", "b amends a"} <= found
    assert "self consolidates l" not in found


def test_listed_parts() -> None:
    marked = "BỘ TÀI CHÍNH\n\nTHÔNG TƯ\nHướng dẫn\n\nĐiều 1. Phạm vi\n\n1 Văn bản này được hợp nhất từ 02 Thông tư sau:\n- [a|Thông tư số 20/2016/TT-BTC] ngày 03 tháng 02 năm 2016 hướng dẫn cơ chế quản lý tài chính;\n- [b|Thông tư số 24/2020/TT-BTC] ngày 13 tháng 4 năm 2020."
    assert {"self consolidates a", "self consolidates b"} <= facts("Văn bản hợp nhất 12/VBHN-BTC", marked)


def test_new_wording_is_not_said_by_the_amending_text() -> None:
    """ "Điều 1. Sửa đổi Điều 1 “Điều 1 … Nghị định này quy định chi tiết Luật …”": the amended decree says so."""
    marked = "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của [nd|Nghị định số 124/2020/NĐ-CP]\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Sửa đổi, bổ sung Điều 1\n“Điều 1. Phạm vi điều chỉnh\n1. Nghị định này quy định chi tiết các điều khoản sau đây của [l|Luật Khiếu nại]:\na) Khoản 2 Điều 3.”"
    assert facts("Nghị định 155/2026/NĐ-CP", marked) == {"self amends nd (part)"}


def test_the_original_says_nothing_of_what_came_after_it() -> None:
    """A footnote quotes an amending act, whose name the page break took: its bases are not the original's."""
    head = re.sub(r"\[\w+\|([^\]]+)\]", r"\1", HEAD)
    note = "Căn cứ Nghị định số 14/2017/NĐ-CP ngày 17 tháng 02 năm 2017 của Chính phủ;\n\nCăn cứ Nghị định số 106/2012/NĐ-CP ngày 20 tháng 12 năm 2012 của Chính phủ;\n"
    found = extract("Số: 464/VBHN-BLĐTBXH\n\n" + head + note)
    codes = {document.id: document.code for document in found.documents}
    bases = {(codes[r.subject], codes[r.object]) for r in found.relations if r.predicate == "based_on"}
    assert ("37/2016/TT-BLĐTBXH", "53/2013/NĐ-CP") in bases
    assert ("37/2016/TT-BLĐTBXH", "106/2012/NĐ-CP") in bases
    assert ("37/2016/TT-BLĐTBXH", "14/2017/NĐ-CP") not in bases


_LED = "8 Điều 3 của [b|Thông tư số 04/2018/TT-BLĐTBXH], có hiệu lực kể từ ngày 10 tháng 8 năm 2018 quy định như sau:\n"
_DECREE = (
    "9 Điều 25 của [nđ|Nghị định số 143/2016/NĐ-CP], có hiệu lực kể từ ngày 14 tháng 10 năm 2016 quy định như sau:\n"
)
_OWN_DAY = "1. Thông tư này có hiệu lực thi hành kể từ ngày 10 tháng 12 năm 2016.\n"
_PAGE = "\n\n88\nCÔNG BÁO/Số 91 + 92/Ngày 17-01-2025\n\n"
# The day on which an article says to take effect tells whose it is (after 6660/VBHN-BLĐTBXH, 04/VBHN-BYT,
# 22/VBHN-VPQH, 1548/VBHN-BLĐTBXH, 03/VBHN-BTC of the gazette).
CLOSINGS = [
    # the note breaks off with the page, the original's article goes on
    (
        _LED + "“Điều 3. Hiệu lực thi hành\n1. Thông tư này có hiệu lực thi hành kể từ ngày 10 tháng 8 năm 2018. Kể từ ngày đó, bãi bỏ các quy định sau:\na) Khoản 3 Điều 3." + _PAGE + "Điều 22. Hiệu lực thi hành\n" + _OWN_DAY + "2. [c|Thông tư số 18/2013/TT-BLĐTBXH] ngày 09 tháng 9 năm 2013 hết hiệu lực thi hành kể từ ngày Thông tư này có hiệu lực.",
        {"a repeals c"},
    ),
    # a quotation within the quotation
    (
        _LED + "“Điều 3. Hiệu lực thi hành\n1. Thông tư này có hiệu lực thi hành từ ngày 10 tháng 8 năm 2018.\n2. Bỏ cụm từ “lệ phí tuyển sinh” tại Điều 5.\n3. Bãi bỏ Điều 25 của [c|Thông tư số 14/2009/TT-BLĐTBXH] ngày 28 tháng 5 năm 2009.”.",
        {"b amends c (part)"},
    ),
    # straight quotation marks
    (
        _LED + '"Điều 3. Hiệu lực thi hành\n1. Thông tư này có hiệu lực kể từ ngày 10/8/2018.\n2. Bãi bỏ [c|Thông tư số 14/2009/TT-BLĐTBXH] ngày 28 tháng 5 năm 2009."',
        {"b repeals c"},
    ),
    # pages of a decree's articles before its day
    (
        _DECREE + "“Điều 24. Đình chỉ\n1. Hết thời hạn đình chỉ, trung tâm hoạt động lại." + _PAGE + "Điều 25. Hiệu lực thi hành\n1. Nghị định này có hiệu lực thi hành kể từ ngày 14 tháng 10 năm 2016.\n2. Các văn bản sau đây hết hiệu lực thi hành kể từ ngày Nghị định này có hiệu lực thi hành:\na) [c|Thông tư số 24/2011/TT-BLĐTBXH] ngày 21 tháng 9 năm 2011;\nb) [d|Thông tư số 29/2011/TT-BLĐTBXH] ngày 24 tháng 10 năm 2011.",
        {"nđ repeals c", "nđ repeals d"},
    ),
    # the original's article goes on behind a note that closed
    (
        "Điều 22. Hiệu lực thi hành\n" + _OWN_DAY + _LED + "“Điều 3. Hiệu lực thi hành\nThông tư này có hiệu lực thi hành từ ngày 10 tháng 8 năm 2018.”." + _PAGE + "2. Bãi bỏ Điều 2 [c|Thông tư số 91/2014/TT-BLĐTBXH] ngày 01 tháng 10 năm 2014.",
        {"a amends c (part)"},
    ),
    # a circular never says "Nghị định này"
    (
        "Điều 22. Hiệu lực thi hành\n1. [c|Thông tư số 24/2011/TT-BLĐTBXH] hết hiệu lực kể từ ngày Nghị định này có hiệu lực.",
        set(),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), CLOSINGS)
def test_whose_closing_article(body: str, expected: set[str]) -> None:
    said = {fact for fact in facts(OWN, HEAD + "Điều 1. Phạm vi\n\n" + body) if fact.split()[2] in "cd"}
    assert said == expected


def test_two_verbs_of_one_provision() -> None:
    """Both change the original, not one another."""
    note = "Điều 1. Phạm vi\n\n27 Khoản này được bổ sung theo quy định tại khoản 2 Điều 1 của [b|Thông tư số 04/2018/TT-BLĐTBXH] ngày 22 tháng 6 năm 2018 sửa đổi một số điều của [a|Thông tư số 37/2016/TT-BLĐTBXH], có hiệu lực từ ngày 10 tháng 8 năm 2018 và được sửa đổi theo quy định tại khoản 6 Điều 1 của [c|Thông tư số 12/2021/TT-BLĐTBXH] ngày 06 tháng 9 năm 2021."
    found = facts(OWN, HEAD + note)
    assert "c amends a (part)" in found
    assert not any(fact.startswith("c amends b") for fact in found)


def test_a_note_that_tells_of_several_amenders_by_dashes() -> None:
    note = """Điều 1. Phạm vi

2 - [b|Thông tư số 04/2018/TT-BLĐTBXH] sửa đổi một số điều của [a|Thông tư số 37/2016/TT-BLĐTBXH] có căn cứ ban hành như sau:
“Căn cứ [x|Nghị định số 14/2017/NĐ-CP] ngày 17 tháng 02 năm 2017 của Chính phủ;”.
- [c|Thông tư số 18/2025/TT-BLĐTBXH] sửa đổi [a|Thông tư số 37/2016/TT-BLĐTBXH] đã được sửa đổi theo
[b|Thông tư số 04/2018/TT-BLĐTBXH] có căn cứ ban hành như sau:
“Căn cứ [y|Nghị định số 29/2025/NĐ-CP] ngày 24 tháng 02 năm 2025 của Chính phủ;”.
"""
    found = {fact for fact in facts(OWN, HEAD + note) if "based_on" in fact}
    assert {"b based_on x", "c based_on y"} <= found
    assert "b based_on y" not in found


def test_what_the_years_forbid_is_not_said_of_the_original() -> None:
    """No date beside the number: its year tells that the original is older."""
    note = "Điều 1. Phạm vi\n\nBãi bỏ Điều 25 của [l|Thông tư số 67/2019/TT-BLĐTBXH].\n"
    assert "a amends l (part)" not in facts(OWN, HEAD + note)


def test_a_note_without_a_mark_behind_one_with_a_mark() -> None:
    """The circular that its own line begins with is the one whose bases follow, over the page too (after
    1546/VBHN-BLĐTBXH, 5640/VBHN-BLĐTBXH)."""
    note = """1 [b|Thông tư số 04/2018/TT-BLĐTBXH] ngày 22 tháng 6 năm 2018 có căn cứ ban hành như sau:
“Căn cứ [x|Nghị định số 14/2017/NĐ-CP] ngày 17 tháng 02 năm 2017 của Chính phủ;
Bộ trưởng ban hành Thông tư sửa đổi, bổ sung một số điều của các Thông tư”.
[c|Thông tư số 08/2023/TT-BLĐTBXH] sửa đổi một số điều của các Thông tư có căn cứ ban hành như sau:
“Căn cứ [y|Nghị định số 29/2021/NĐ-CP] ngày 24 tháng 02 năm 2021 của Chính phủ;

Điều 1. Phạm vi

Căn cứ [z|Nghị định số 62/2022/NĐ-CP] ngày 12 tháng 9 năm 2022 của Chính phủ;
Bộ trưởng ban hành Thông tư sửa đổi, bổ sung một số điều của các Thông tư.”.
"""
    found = {fact for fact in facts(OWN, HEAD + note) if "based_on" in fact and fact[-1] in "xyz"}
    assert found == {"b based_on x", "c based_on y", "c based_on z"}


def test_nobody_is_based_on_what_came_later() -> None:
    """Of a preamble that is quoted; what the text says of itself is believed (and found by `luocdo check`)."""
    note = "1 [b|Nghị định số 14/2017/NĐ-CP] ngày 17 tháng 02 năm 2017 có căn cứ ban hành như sau:\n“Căn cứ [y|Nghị định số 62/2022/NĐ-CP];”.\n"
    assert not {fact for fact in facts(OWN, HEAD + note) if "based_on y" in fact}
