"""Consolidated texts: what they were put together from, and for whom their preamble and closing articles speak."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import re

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
        "b amends a",
        "a based_on nd",
        "a repeals c",
    }


def test_the_preamble_quoted_in_a_footnote_is_the_amenders() -> None:
    note = "Điều 1. Phạm vi\n\n1 [b|Thông tư số 04/2018/TT-BLĐTBXH] sửa đổi một số điều của [a|Thông tư số 37/2016/TT-BLĐTBXH] có căn cứ ban hành như sau: \n“Căn cứ [x|Nghị định số 14/2017/NĐ-CP] ngày 17 tháng 02 năm 2017 của Chính phủ;\nCăn cứ [nd|Nghị định số 53/2013/NĐ-CP] ngày 18 tháng 5 năm 2013;”."
    found = facts(OWN, HEAD + note)
    assert {"b based_on x", "b based_on nd", "a based_on nd"} <= found
    assert "a based_on x" not in found


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
