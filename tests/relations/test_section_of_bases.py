"""The section on its bases that a plan begins with: "I. CĂN CỨ PHÁP LÝ" and documents below."""

from __future__ import annotations

import itertools

import pytest
from statements import stated

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH A\nSố: 57/KH-UBND\n\nA, ngày 11 tháng 01 năm 2019\n\nKẾ HOẠCH\nSắp xếp quy mô lớp học\n\n"
BASES = {
    "Chỉ thị số 10-CT/TW ngày 05/12/2011 của Bộ Chính trị về phổ cập giáo dục": "10-CT/TW",
    "Quyết định số 522/QĐ-TTg ngày 14/5/2018 của Thủ tướng Chính phủ phê duyệt Đề án": "522/QĐ-TTg",
    "Thông tư số 12/2011/TT-BGDĐT ngày 28/3/2011 của Bộ Giáo dục và Đào tạo": "12/2011/TT-BGDĐT",
}
HEADINGS = (
    "I. CĂN CỨ PHÁP LÝ",
    "**I. Căn cứ**",
    "I. Các căn cứ pháp lý:",
    "I. CĂN CỨ XÂY DỰNG KẾ HOẠCH",
    "I. Căn cứ, cơ sở pháp lý",
    "A. CƠ SỞ PHÁP LÝ",
)


def bases(text: str) -> set[tuple[str | None, str, str | None]]:
    return stated(text, of=("based_on",))


@pytest.mark.parametrize("heading", HEADINGS)
def test_what_stands_below(heading: str) -> None:
    behind = "B" if heading.startswith("A") else "II"
    for mark, gap, end in itertools.product(("", "- ", "+ ", "1. "), ("\n", "\n\n"), ";."):
        items = [mark.replace("1", str(number)) + base + end for number, base in enumerate(BASES, 1)]
        text = f"{HEAD}{heading}{gap}{gap.join(items)}\n{behind}. MỤC ĐÍCH\nLàm tốt công tác, Quyết định số 3/QĐ-UBND."
        assert bases(text) == {("57/KH-UBND", "based_on", code) for code in BASES.values()}, text


@pytest.mark.parametrize("mark", ["- ", ""])
def test_named_as_bases_once_more(mark: str) -> None:
    items = "\n".join(f"{mark}Căn cứ {base};" for base in BASES)
    text = f"{HEAD}I. CĂN CỨ PHÁP LÝ\n{items}\nII. MỤC ĐÍCH\nLàm tốt."
    assert bases(text) == {("57/KH-UBND", "based_on", code) for code in BASES.values()}


@pytest.mark.parametrize(
    "section",
    [
        "I. MỤC ĐÍCH\nLàm tốt.\nII. CĂN CỨ PHÁP LÝ CỦA THỦ TỤC\n- {base};\nIII. TỔ CHỨC\nLàm.",
        "I. CĂN CỨ PHÁP LÝ\nThời gian qua, theo {base}, các xã đã làm tốt.\nII. MỤC ĐÍCH\nLàm.",
        "I. CĂN CỨ PHÁP LÝ\n- Mức chi theo {base};\nII. MỤC ĐÍCH\nLàm.",
        "I. CĂN CỨ PHÁP LÝ\nLàm tốt.\n- {base};",  # where the section ends is not told
    ],
)
def test_no_bases(section: str) -> None:
    assert bases(HEAD + section.format(base=next(iter(BASES)))) == set()
