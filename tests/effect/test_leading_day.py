"""A sentence that opens with the day on which a document takes effect: "Từ ngày 01/7/2025, Nghị định X có hiệu lực"."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_PAPERS = (
    ("Nghị định số 12/2025/NĐ-CP", "12/2025/NĐ-CP"),
    ("Nghị định số 12/2025/NĐ-CP ngày 05 tháng 3 năm 2025 của Chính phủ quy định về lệ phí", "12/2025/NĐ-CP"),
    ("Luật Đất đai 2024", "31/2024/QH15"),
)
_HEADS = ("Theo tin của báo.\n\n", "BÁO CÁO\nKết quả công tác\n")


def _told(text: str) -> list[tuple[str | None, str, str | None]]:
    result = extract(text)
    codes = {d.id: d.code for d in result.documents}
    return [(codes[e.document], e.kind, e.date) for e in result.effects]


@pytest.mark.parametrize("lead", ["Từ ngày {}, ", "Kể từ ngày {}, ", "Từ {}, ", "Ngày {}, ", "Từ ngày {} "])
@pytest.mark.parametrize("says", ["có hiệu lực", "chính thức có hiệu lực thi hành", "bắt đầu có hiệu lực"])
def test_the_day_is_that_of_the_effect(lead: str, says: str) -> None:
    for head, (paper, code), day in product(_HEADS, _PAPERS, ("01/7/2025", "01 tháng 7 năm 2025")):
        if lead == "Từ {}, " and "tháng" in day:
            continue
        text = f"{head}{lead.format(day)}{paper} {says}.\n"
        assert _told(text) == [(code, "in-force", "2025-07-01")], text


@pytest.mark.parametrize(
    "words",
    [
        "Từ ngày 01/7/2025, Nghị định số 12/2025/NĐ-CP không còn có hiệu lực.",
        "Từ ngày 01/7/2025, Nghị định số 12/2025/NĐ-CP chưa có hiệu lực.",
        "Từ ngày 01/7/2025, khi Nghị định số 12/2025/NĐ-CP có hiệu lực, mức phí tăng.",
        "Ngày 01/7/2025, Chính phủ ban hành Nghị định số 12/2025/NĐ-CP có hiệu lực pháp lý cao hơn.",
        "Từ ngày 01/7/2025, mức phí theo Nghị định số 12/2025/NĐ-CP có hiệu lực.",
    ],
)
def test_other_days(words: str) -> None:
    assert ("12/2025/NĐ-CP", "in-force", "2025-07-01") not in _told(f"Theo tin của báo.\n\n{words}\n")


@pytest.mark.parametrize(
    "opened", ["", "(TTXVN) - ", "ANTD.VN – ", "Hà Nội (Chinhphu.vn) - ", "31/12/2025 09:30 ", "Tin vui ", "Theo đó, "]
)
@pytest.mark.parametrize("since", ["Từ ngày 01/01/2026, ", "Kể từ 01/01/2026, ", "Từ ngày 01 tháng 01 năm 2026 "])
def test_what_stands_before_the_sentence_without_a_stop(opened: str, since: str) -> None:
    day = since[0].lower() + since[1:] if opened.endswith(", ") else since
    wanted = [("73/2025/QH15", "in-force", "2026-01-01"), ("74/2025/QH15", "in-force", "2026-01-01")]
    for said in (
        "nhiều luật sẽ có hiệu lực, bao gồm: Luật Nhà giáo 2025; Luật Việc làm 2025.",
        "Luật Nhà giáo 2025 và Luật Việc làm 2025 có hiệu lực thi hành.",
    ):
        assert _told(f"Tin mới\n\n{opened}{day}{said}\n") == wanted
