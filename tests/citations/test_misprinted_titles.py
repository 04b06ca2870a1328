"""Misprinted titles of amending acts, crossed: every word of a title doubled, glued to the next, with another mark,
left out; the number or the day behind it tells which act it is, and no act that it names gets that number."""

# ruff: noqa: E501 (titles stay whole)
from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph import extract

HEAD = "CHÍNH PHỦ\nSố: 99/2026/NĐ-CP\nHà Nội, ngày 10 tháng 3 năm 2026\nNGHỊ ĐỊNH\nQuy định về quản lý\n\n"
AMENDS = "Luật sửa đổi, bổ sung một số điều của"
TITLES = {
    "90/2025/QH15": (
        "25 tháng 6 năm 2025",
        ("Đấu thầu", "Đầu tư theo phương thức đối tác công tư", "Hải quan", "Thuế giá trị gia tăng",
         "Thuế xuất khẩu, thuế nhập khẩu", "Đầu tư", "Đầu tư công", "Quản lý, sử dụng tài sản công"),
    ),
    "47/2019/QH14": ("22 tháng 11 năm 2019", ("Tổ chức Chính phủ", "Tổ chức chính quyền địa phương")),
    "67/2020/QH14": ("13 tháng 11 năm 2020", ("Xử lý vi phạm hành chính",)),
}  # fmt: skip
MARKS = str.maketrans("ảấầếềệổộốịứửừýáàéăâêôơưoauei", "ãẫẩểếễồốộíừữứỳãáèâăểơôưõâúêỉ")
HEADS = (
    "Luật sửa đổi bổ sung một số điều của", "Luật sửa đổi,bổ sung một số điều của", "Luật sửa đổi, bổ xung một số điều của",
    "Luật sữa đổi, bổ sung một số điều của", "Luật sửa đổi, đổi, bổ sung một số điều của", "Luật sửa đổi, bổ sung một điều của",
    "Luật sửa đổi, bổ sung một số số điều của", "Luật sửa đổi; bổ sung một số điều của", "Luật sửa đổi, bổ sung một sốđiều của",
    "Luật về sửa đổi, bổ sung một số điều của", "Luật sửa đổi, bổ sung một số điều của của", "Luật sửa đổi, bổ sung một số điều của Luật",
)  # fmt: skip


def title(members: list[str], head: str = AMENDS, law: str = "Luật") -> str:
    laws = [f"{law} {member}" for member in members]
    return f"{head} " + (", ".join(laws[:-1]) + f" và {laws[-1]}" if len(laws) > 1 else laws[0])


def misprints(members: tuple[str, ...]) -> Iterator[str]:
    """Titles of these members, each with one fault."""
    yield from (title(list(members), head) for head in HEADS)
    yield title([m[0].lower() + m[1:] for m in members], law="luật")
    for at, member in enumerate(members):
        words = member.split()
        for n, word in enumerate(words):
            faults = [
                [*words[: n + 1], *words[n:]],
                [*words[:n], word[0] + word[1:].translate(MARKS), *words[n + 1 :]],
                [*words[: n + 1], "mới", *words[n + 1 :]],
                [*words[: n - 1], words[n - 1] + word, *words[n + 1 :]] if n else words,
                [*words[:n], *words[n + 1 :]] if n and len(words) > 3 else words,
            ]
            for fault in faults:
                whole = [*members[:at], " ".join(fault), *members[at + 1 :]]
                yield title(whole)
                yield title([m[0].lower() + m[1:] for m in whole], law="luật")
        plain = title(list(members))
        yield plain.replace(f"Luật {member}", f"Luật Luật {member}")
        yield plain.replace(f"Luật {member}", f"Luật{member}")
        if at:
            yield plain.replace(f" Luật {member}", f" {member}")
            yield plain.replace(f", Luật {member}", f" Luật {member}")
            yield plain.replace(f", Luật {member}", f". Luật {member}")


@pytest.mark.parametrize("code", TITLES)
def test_a_misprinted_title_is_that_of_its_number_or_day(code: str) -> None:
    day, members = TITLES[code]
    wrong = []
    for at, words in enumerate(misprints(members)):
        closing = (f" số {code}", f" ngày {day}", f" số {code} ngày {day}")[at % 3]
        found = extract(f"{HEAD}Căn cứ Luật Ngân sách nhà nước số 89/2025/QH15;\n\nCăn cứ {words}{closing};\n")
        codes = {d.id: d.code for d in found.documents}
        amends = [(codes[r.subject], codes[r.object]) for r in found.relations if r.predicate == "amends"]
        based = {codes[r.object] for r in found.relations if r.predicate == "based_on"}
        if not amends or any(s != code or o == code for s, o in amends) or code not in based:
            wrong.append((words + closing, amends))
    assert not wrong


@pytest.mark.parametrize(
    "words",
    [
        # the number is that of an act named in the title, or of another one
        f"{AMENDS} Luật Hải quan số 54/2014/QH13",
        f"{AMENDS} Luật Nhà ở số 27/2023/QH15 và Luật Hải quan số 54/2014/QH13",
        f"{AMENDS} Luật Viễn thông theo Luật số 90/2025/QH15",
    ],
)
def test_another_title_is_not_read_as_a_known_one(words: str) -> None:
    found = extract(f"{HEAD}Căn cứ {words};\n")
    codes = {d.id: d.code for d in found.documents}
    assert "90/2025/QH15" not in {codes[r.subject] for r in found.relations if r.predicate == "amends"}
    assert {d.name for d in found.documents if d.code == "54/2014/QH13"} <= {"Luật Hải quan"}
