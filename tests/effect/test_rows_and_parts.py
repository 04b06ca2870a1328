"""What rows, items and fields of pages tell of an end: of the whole or of a part, and whose."""

from __future__ import annotations

import pytest

from graph import extract

N, M = "Nghị định 15/2021/NĐ-CP", "Nghị định 16/2021/NĐ-CP"
DAY = "2031-07-15"
Told = tuple[str, str, str | None, str]


def _told(text: str) -> list[Told]:
    found = extract(text)
    codes = {d.id: d.code or "" for d in found.documents}
    parts = {e: "; ".join(p.text for p in e.provisions) for e in found.effects}
    return sorted((codes[e.document].split("/")[0], e.kind, e.date, parts[e]) for e in found.effects)


@pytest.mark.parametrize("said", ["Hết hiệu lực một phần", "Hết hiệu lực từng phần", "Hết hiệu lực 1 phần",
                                  "hết một phần hiệu lực"])  # fmt: skip
@pytest.mark.parametrize("form", ["{x} {s} từ ngày 15/7/2031.", "- {x}: {s}, từ ngày 15/7/2031.",
                                  "| {x} | {s} từ 15/7/2031 |"])  # fmt: skip
def test_the_end_of_a_part(form: str, said: str) -> None:
    text = "Danh mục\n\n" + "".join(form.format(x=x, s=said) + "\n" for x in (N, M))
    assert _told(text) == [(n, "ended", DAY, "một phần") for n in ("15", "16")]


def test_a_column_or_a_field_says_that_it_is_a_part() -> None:
    """The number of the next row is no part "phần 2" of its document."""
    head = "| STT | Văn bản | Ngày hết hiệu lực | Tình trạng |\n|---|---|---|---|\n"
    rows = f"| 1 | {N} | 15/7/2031 | Hết hiệu lực một phần |\n| 2 | {M} | 15/7/2031 | Hết hiệu lực toàn bộ |\n"
    assert _told(head + rows) == [("15", "ended", DAY, "một phần"), ("16", "ended", DAY, "")]
    card = f"{N} về nhà ở\nTình trạng: Hết hiệu lực một phần\nNgày hết hiệu lực: 15/7/2031\n"
    assert _told(card) == [("15", "ended", DAY, "một phần")]


@pytest.mark.parametrize("item", ["- {x}: ngày hết hiệu lực 15/7/2031, do hết thời hạn;",
                                  "- {x}: hết hiệu lực từ 15/7/2031.",
                                  "• {x} về đất đai (ngày hết hiệu lực: 15/7/2031).",
                                  "| {x} | Hết hiệu lực từ ngày 15/7/2031 |"])  # fmt: skip
def test_each_item_has_its_end(item: str) -> None:
    text = "Danh mục cụ thể:\n" + "".join(item.format(x=x) + "\n" for x in (N, M))
    assert _told(text) == [(n, "ended", DAY, "") for n in ("15", "16")]


@pytest.mark.parametrize("said", ["hết dần hiệu lực", "mất dần hiệu lực", "dần hết hiệu lực", "từng bước hết hiệu lực"])
def test_what_lapses_slowly_neither_begins_nor_ends(said: str) -> None:
    assert _told(f"{N} {said} từ ngày 15/7/2031.") == []


@pytest.mark.parametrize(
    "day", ["(hiệu lực: 15/7/2031)", "(có hiệu lực từ ngày 15/7/2031)", "| (Hiệu lực: 15-07-2031) |"]
)
@pytest.mark.parametrize("act", ["thay thế {m}", "sửa đổi {m} về vận tải", "bãi bỏ Nghị định 9/2019/NĐ-CP và {m}",
                                 "hướng dẫn Luật số 5/2020/QH14"])  # fmt: skip
def test_a_day_in_brackets_is_of_who_acts(act: str, day: str) -> None:
    text = f"05/02/2031 | Nghị định 17/2031/NĐ-CP {act.format(m=M)} {day}\n"
    assert _told(text) == [("17", "in-force", DAY, "")]
    older = f"Nghị định 17/2031/NĐ-CP thay thế {M} (có hiệu lực từ ngày 15/7/2022).\n"
    assert _told(older) == [("16", "in-force", "2022-07-15", "")]
