"""Titles of amending acts: to whom the number behind them belongs, and which acts they name, known or not."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest

from graph import extract
from graph.citations.acts import find_acts
from graph.citations.amending import tie_titles

HEAD = "CHÍNH PHỦ\nSố: 99/2026/NĐ-CP\nHà Nội, ngày 10 tháng 3 năm 2026\nNGHỊ ĐỊNH\nQuy định về quản lý\n\n"
AMENDS = "Luật sửa đổi, bổ sung một số điều của "
PPP = "Luật Đầu tư công theo phương thức đối tác công tư"


@pytest.mark.parametrize(
    ("title", "number", "amended"),
    [
        # a slip in a name, a name cut short, a law that nobody knows yet: the title goes on
        (f"Luật Đấu thầu, {PPP}, Luật Hải quan, Luật Đầu tư công số 90/2025/QH15", "90/2025/QH15", ["22/2023/QH15", PPP, "54/2014/QH13", "58/2024/QH15"]),
        ("Luật Đấu thầu, Luật Đầu tư theo hình thức đối tác công tư, Luật Hải quan số 90/2025/QH15", "90/2025/QH15", ["22/2023/QH15", "Luật Đầu tư theo hình thức đối tác công tư", "54/2014/QH13"]),
        ("Luật Quản lý nợ công, Luật Khoáng sản mới, Luật Đất đai số 123/2026/QH15", "123/2026/QH15", ["20/2017/QH14", "Luật Khoáng sản mới", "31/2024/QH15"]),
        ("Luật Chứng khoán, Luật Kế toán trong doanh nghiệp, Luật Kiểm toán độc lập số 56/2024/QH15", "56/2024/QH15", ["54/2019/QH14", "Luật Kế toán trong doanh nghiệp", "67/2011/QH12"]),
        ("Luật Tổ chức Tòa án, Luật Tổ chức Viện kiểm sát nhân dân số 81/2025/QH15", "81/2025/QH15", ["Luật Tổ chức Tòa án", "63/2014/QH13"]),
        ("Luật Đấu thầu, Luật Đầu tư PPP và Luật Hải quan số 90/2025/QH15", "90/2025/QH15", ["22/2023/QH15", "Luật Đầu tư PPP", "54/2014/QH13"]),
        # semicolons, where the table knows the number as an amending act's
        ("Luật Đấu thầu; Luật Đầu tư theo phương thức đối tác công tư; Luật Hải quan; Luật Đầu tư công số 90/2025/QH15", "90/2025/QH15", ["22/2023/QH15", "64/2020/QH14", "54/2014/QH13", "58/2024/QH15"]),
        # the number of an amending act closes its title, whatever follows
        ("Luật Phòng, chống thiên tai, Luật Đê điều số 60/2020/QH14, Luật Xây dựng số 50/2014/QH13", "60/2020/QH14", ["33/2013/QH13", "79/2006/QH11"]),
        # the day of the amending act tells which law of a name it amends
        ("Luật Ban hành văn bản quy phạm pháp luật năm 2025", "87/2025/QH15", ["64/2025/QH15"]),
        ("Luật Đất đai, Luật Nhà ở, Luật Kinh doanh bất động sản và Luật Các tổ chức tín dụng năm 2024", "43/2024/QH15", ["31/2024/QH15", "27/2023/QH15", "29/2023/QH15", "32/2024/QH15"]),
    ],
)  # fmt: skip
def test_the_number_behind_a_title(title: str, number: str, amended: list[str]) -> None:
    result = extract(f"{HEAD}Căn cứ {AMENDS}{title};\n")
    names = {d.id: d.code or d.name for d in result.documents}
    found = [(names[r.subject], names[r.object]) for r in result.relations if r.predicate == "amends"]
    assert sorted(found) == sorted((number, act) for act in amended)
    assert number in [names[r.object] for r in result.relations if r.predicate == "based_on"]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        # said of the act, not part of its name
        (f"{AMENDS}Luật Đấu thầu có hiệu lực, Luật Hải quan số 54/2014/QH13", ["Luật Đấu thầu"]),
        (f"{AMENDS}Luật Đấu thầu đã được ban hành, Luật Hải quan số 54/2014/QH13", ["Luật Đấu thầu"]),
        # without a number or a date behind it, nothing shows that unknown words belong to a name
        (f"{AMENDS}Luật Đấu thầu trong thời gian tới, Luật Hải quan và các luật khác", ["Luật Đấu thầu"]),
        # semicolons part citations
        (f"{AMENDS}Luật Đấu thầu; Luật Hải quan số 54/2014/QH13", ["Luật Đấu thầu"]),
        (f"{AMENDS}Luật Đấu thầu theo Nghị quyết số 5, Luật Hải quan số 54/2014/QH13", ["Luật Đấu thầu"]),
    ],
)
def test_where_a_title_ends(text: str, members: list[str]) -> None:
    title = next(act for act in tie_titles(text, find_acts(text)) if act.amending)
    assert [member.name for member in title.inner] == members
