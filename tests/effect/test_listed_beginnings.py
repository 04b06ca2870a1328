"""Articles that tell from when documents apply: of several at once, and of what is still to begin."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_HEAD = "Theo tin của báo.\n\n"
_DECREE = "Nghị định số 12/2025/NĐ-CP ngày 05 tháng 3 năm 2025 của Chính phủ quy định về lệ phí"
_ALL = {"74/2025/QH15", "12/2025/NĐ-CP", "95/2025/QH15"}
_LISTS = (
    f" Luật Việc làm 2025; {_DECREE}; Luật Đường sắt 2025.",
    f"\n- Luật Việc làm 2025;\n- {_DECREE};\n- Luật Đường sắt 2025.",
    f"\n1. Luật Việc làm 2025\n2. {_DECREE}\n3. Luật Đường sắt 2025",
)


def _told(text: str) -> set[tuple[str | None, str, str | None]]:
    result = extract(_HEAD + text)
    codes = {d.id: d.code or d.name for d in result.documents}
    return {(codes[e.document], e.kind, e.date) for e in result.effects if not e.provisions}


@pytest.mark.parametrize(
    "lead",
    [
        "Từ ngày 01/01/2026, nhiều luật quan trọng {} hiệu lực thi hành, bao gồm:",
        "Kể từ ngày 01/01/2026, một loạt văn bản mới {} hiệu lực, gồm:",
        "Các văn bản sau đây {} hiệu lực từ ngày 01/01/2026:",
        "Theo đó, 3 văn bản {} hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2026, cụ thể:",
        "Nhiều văn bản {} hiệu lực từ 01/01/2026 như:",
    ],
)
def test_a_class_and_its_members(lead: str) -> None:
    for has, listed in product(("có", "sẽ có", "chính thức có"), _LISTS):
        text = f"{lead.format(has)}{listed}\n\nLuật Thủ đô 2024 có 7 chương.\n"
        assert _told(text) == {(code, "in-force", "2026-01-01") for code in _ALL}, text


@pytest.mark.parametrize(
    "text",
    [
        "Dự kiến từ ngày 01/01/2026, nhiều luật sẽ có hiệu lực, gồm: Luật Việc làm 2025; Luật Đường sắt 2025.",
        "Các luật có hiệu lực từ ngày 01/01/2026 quy định: theo Luật Việc làm 2025, người lao động được hỗ trợ.",
        "Nhiều luật có hiệu lực từ ngày 01/01/2026. Các luật khác: Luật Việc làm 2025; Luật Đường sắt 2025.",
        "Nhiều quy định có hiệu lực từ ngày 01/01/2026, gồm: khoản 2 Điều 5 Luật Việc làm 2025; Luật Đường sắt.",
        "Nếu nhiều luật có hiệu lực từ ngày 01/01/2026, gồm: Luật Việc làm 2025; Luật Đường sắt 2025.",
        "Nhiều luật có hiệu lực từ ngày 01/01/2026, gồm: Luật Việc làm; Luật Đường sắt.",  # of which year?
        "Nhiều luật hết hiệu lực, nhiều mức phí đổi từ ngày 01/01/2026, gồm: Luật Việc làm 2025.",
    ],
)
def test_no_members(text: str) -> None:
    assert not {told for told in _told(text) if told[1] == "in-force"}


@pytest.mark.parametrize("verb", ["sẽ có hiệu lực", "sẽ chính thức có hiệu lực thi hành", "sẽ bắt đầu có hiệu lực"])
@pytest.mark.parametrize("paper", ["Luật Đất đai 2024", "Luật Đất đai năm 2024", "Luật Đất đai số 31/2024/QH15"])
def test_what_exists_will_apply(verb: str, paper: str) -> None:
    told = ("31/2024/QH15", "in-force", "2025-01-01")
    for form in ("{} {} từ ngày 01/01/2025.", "{} đã được Quốc hội thông qua và {} từ ngày 01 tháng 01 năm 2025."):
        assert told in _told(form.format(paper, verb) + "\n")
    for form in (
        "Dự thảo {} {} từ ngày 01/01/2025.",
        "Dự án {} {} từ ngày 01/01/2025.",
        "{} {} từ ngày 01/01/2025 nếu được Quốc hội thông qua.",
        "{} dự kiến {} từ ngày 01/01/2025.",
    ):
        assert told not in _told(form.format(paper, verb) + "\n"), form
    parts = f"{paper} {verb} từ ngày 01/01/2025, trừ Điều 190 và Điều 248 {verb} từ ngày 01/4/2024.\n"
    dates = [(e.date, bool(e.provisions)) for e in extract(_HEAD + parts).effects if e.kind == "in-force"]
    assert dates == [("2025-01-01", False), ("2024-04-01", True)]
