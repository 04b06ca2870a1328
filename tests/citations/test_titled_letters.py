"""Letters and submissions as portals print them: their own citation is the first line, those addressed stand below."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

LEADS = (
    ("Công văn 1234/TCT-CS", "Công văn", "1234/TCT-CS"),
    ("Công văn số 567/BGDĐT-GDTrH", "Công văn", "567/BGDĐT-GDTrH"),
    ("Tờ trình số 45/TTr-UBND", "Tờ trình", "45/TTr-UBND"),
    ("Báo cáo 78/BC-STC", "Báo cáo", "78/BC-STC"),
    ("Thông báo số 12/TB-VPCP", "Thông báo", "12/TB-VPCP"),
    ("CÔNG VĂN SỐ 89/BNV-TCBC", "Công văn", "89/BNV-TCBC"),
)
DAYS = (
    ("", None), (" năm 2020", "2020"), (" ngày 12/3/2021", "2021-03-12"), (" ngày 12 tháng 3 năm 2021", "2021-03-12"),
)  # fmt: skip
TITLES = (" về chính sách thuế", " về việc triển khai nhiệm vụ\nnăm 2021", "\nVề việc báo cáo kết quả")
ADDRESSED = (
    "Kính gửi: Cục Thuế tỉnh Quảng Ngãi\n",
    "\n**Kính gửi:** Các Sở\n",
    "\n\n  Kính gửi :\n- Bộ Tài chính;\n- Bộ Nội vụ.\n",
)
BODY = "Căn cứ Luật Quản lý thuế số 38/2019/QH14 ngày 13/6/2019;\nĐề nghị các đơn vị thực hiện.\n"


@pytest.mark.parametrize(("lead", "kind", "code"), LEADS, ids=[lead for lead, _, _ in LEADS])
def test_the_first_line_is_the_letters_own(lead: str, kind: str, code: str) -> None:
    for (day, date), title, addressed in product(DAYS, TITLES, ADDRESSED):
        text = f"{lead}{day}{title}\n{addressed}{BODY}"
        found = extract(text)
        own = found.source_document
        assert own is not None, text
        assert (own.type, own.code, own.date) == (kind, code, date), text
        assert [r.predicate for r in found.relations if r.subject == own.id and "38-2019" in r.object] == [
            "based_on",
            "cites",
        ], text


@pytest.mark.parametrize(
    "text",
    [
        "Công văn 1234/TCT-CS: hướng dẫn mới về thuế\nTheo đó, Tổng cục Thuế đề nghị các cục thuế thực hiện.\n",
        "Công văn 1234/TCT-CS năm 2020 về chính sách thuế\n"
        + "Bài viết nói về chính sách thuế mới. " * 30
        + "\nKính gửi: bạn đọc\n",
        "Thực hiện Công văn 1234/TCT-CS năm 2020 về chính sách thuế\nKính gửi: Cục Thuế\n",
    ],
    ids=["headline", "article", "opening"],
)
def test_a_headline_only_cites(text: str) -> None:
    found = extract(text)
    assert [m.text for m in found.mentions if "1234" in m.text]
    assert found.source_document is not None
    assert found.source_document.code is None
