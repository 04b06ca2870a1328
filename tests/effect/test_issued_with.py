"""What is issued with a decision and speaks of its own force: "Quy chế này có hiệu lực từ ngày …", crossed."""

from __future__ import annotations

from itertools import product

import pytest
from test_effects import told

from graph import extract

BODY = (
    "BỘ XÂY DỰNG\n\nSố: 7/QĐ-BXD\n\nHà Nội, ngày 10 tháng 3 năm 2031\n\nQUYẾT ĐỊNH\n\n{title}\n\n"
    "Căn cứ Luật Nhà ở số 27/2023/QH15;\n\nĐiều 1. {issues} {what} làm việc của Bộ Xây dựng.\n\n{own}"
    "Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.\n\nBỘ TRƯỞNG\n\nNguyễn Văn A\n\n"
)
ANNEX = (
    "{what}\nLÀM VIỆC\n(Ban hành kèm theo Quyết định số 7/QĐ-BXD ngày 10 tháng 3 năm 2031 của Bộ trưởng Bộ Xây dựng)"
    "\n\nĐiều 1. Phạm vi\n{spoken} này quy định việc làm.\n\nĐiều 9. Điều khoản thi hành\n{sentence}.\n"
)
WHAT = ("Quy chế", "Quy định", "Điều lệ", "Nội quy", "Quy trình", "Bộ tiêu chí", "Bảng giá", "Phương án", "Đề án")
ISSUES = ("Ban hành kèm theo Quyết định này", "Ban hành", "Ban hành kèm theo Quyết định này bản")
OWN_DAY = {"": None, "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n\n": "2031-03-10"}
DAYS = {
    "có hiệu lực từ ngày 01/5/2031": "2031-05-01",
    "có hiệu lực thi hành kể từ ngày 01 tháng 5 năm 2031": "2031-05-01",
    "có hiệu lực kể từ ngày ký": "2031-03-10",
    "gồm 3 chương, 9 điều và có hiệu lực sau 10 ngày kể từ ngày ký": "2031-03-20",
    "được thi hành kể từ ngày 01/5/2031": "2031-05-01",
    "thay thế Quy chế ban hành kèm theo Quyết định số 5/QĐ-BXD ngày 01/01/2021 và có hiệu lực từ ngày 01/5/2031":
        "2031-05-01",
}  # fmt: skip


@pytest.mark.parametrize("what", WHAT)
@pytest.mark.parametrize("where", ["annex", "article"])
def test_the_day_of_what_is_issued(what: str, where: str) -> None:
    wrong = []
    for issues, (own, own_day), (force, day) in product(ISSUES, OWN_DAY.items(), DAYS.items()):
        sentence = f"{what} này {force}"
        title = f"Ban hành {what} làm việc"
        if where == "annex":
            text = BODY.format(title=title, issues=issues, what=what, own=own)
            text += ANNEX.format(what=what.upper(), spoken=what, sentence=sentence)
        else:
            text = BODY.format(title=title, issues=issues, what=what, own=f"{own}Điều 2a. {sentence}.\n\n")
        found = {effect for effect in told(extract(text)) if effect[0] == ""}
        wanted = {("", "in-force", own_day or day, "")}
        if own_day and day != own_day:
            wanted.add(("", "in-force", day, what))
        if found != wanted:
            wrong.append((sentence, own, issues, found))
    assert wrong == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Dự án này có hiệu lực từ ngày 01/5/2031",  # not what is issued
        "Hợp đồng này có hiệu lực từ ngày 01/5/2031",
        "Trước ngày Quy chế này có hiệu lực từ 01/5/2031, Cục báo cáo",
        "Kể từ ngày Quy chế này có hiệu lực thi hành, các đơn vị rà soát văn bản từ ngày 01/5/2031",
        "Quy chế này quy định chế độ của Luật Nhà ở số 27/2023/QH15 có hiệu lực từ ngày 01/5/2031",
        "Quy chế này có hiệu lực đối với các đơn vị",
    ],
)
def test_what_is_no_day_of_what_is_issued(sentence: str) -> None:
    text = BODY.format(title="Ban hành Quy chế làm việc", issues=ISSUES[0], what="Quy chế", own="")
    text += ANNEX.format(what="QUY CHẾ", spoken="Quy chế", sentence=sentence)
    assert {effect for effect in told(extract(text)) if effect[0] == ""} == set()


def test_a_form_in_an_annex_speaks_for_itself() -> None:
    text = BODY.format(title="Quy định mẫu hồ sơ", issues="Quy định", what="mẫu", own="")
    text += ANNEX.format(what="MẪU", spoken="Mẫu", sentence="Quy chế này có hiệu lực từ ngày 01/5/2031")
    assert told(extract(text)) == set()
