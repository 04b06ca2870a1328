"""Ends that letters, reports and articles tell of: who ended what, since when. Crossed; right by construction."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract
from graph.model import Effect

_FRAMES = (
    "BÁO CÁO\nKết quả công tác tháng 5\n{}\n",
    "CÔNG TY A\nSố: 12/CV-A\nV/v hướng dẫn\nKính gửi: Cục Thuế\n{}\n",
    "Theo tin của báo điện tử.\n\n{}\n",
)
_ENDERS = (
    ("Thông tư số 27/2025/TT-BTC", "27/2025/TT-BTC"),
    ("Nghị định số 12/2025/NĐ-CP ngày 05 tháng 3 năm 2025 của Chính phủ", "12/2025/NĐ-CP"),
)
_ENDED = (
    ("Thông tư số 11/2020/TT-BTC", "11/2020/TT-BTC"),
    ("Thông tư số 12/2020/TT-BTC ngày 01 tháng 4 năm 2020 của Bộ trưởng Bộ Tài chính", "12/2020/TT-BTC"),
)
_DAYS = ("01/7/2025", "01 tháng 7 năm 2025")
_ACTIVE = ("bãi bỏ", "đã bãi bỏ", "thay thế", "bãi bỏ toàn bộ")


def _ends(text: str) -> list[tuple[str | None, str | None, str | None, list[str], str]]:
    result = extract(text)
    codes = {d.id: d.code for d in result.documents}

    def told(effect: Effect) -> tuple[str | None, str | None, str | None, list[str], str]:
        parts = [p.text.casefold() for p in effect.provisions]
        return codes[effect.document], effect.date, codes.get(effect.by or ""), parts, effect.kind

    return [told(e) for e in result.effects if e.kind in ("ended", "suspended")]


@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize("verb", _ACTIVE)
def test_who_ends_what_since_when(frame: str, verb: str) -> None:
    for (ender, by), (ended, code), day in product(_ENDERS, _ENDED, _DAYS):
        for words in (
            f"{ender} {verb} {ended} kể từ ngày {day}.",
            f"Từ ngày {day}, {ender} {verb} {ended}.",
            f"Kể từ ngày {day}, {ender} {verb} {ended}.",
        ):
            assert _ends(frame.format(words)) == [(code, "2025-07-01", by, [], "ended")], words


@pytest.mark.parametrize("frame", _FRAMES)
def test_what_no_longer_stands_under_whom(frame: str) -> None:
    for (ender, by), (ended, code), day in product(_ENDERS, _ENDED, _DAYS):
        for lead in ("theo", "theo quy định tại Điều 5", "theo quy định tại khoản 2 Điều 5"):
            words = f"{ended} hết hiệu lực kể từ ngày {day} {lead} {ender}."
            assert _ends(frame.format(words)) == [(code, "2025-07-01", by, [], "ended")], words


@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize("part", ["khoản 2 Điều 3", "Điều 7"])
def test_single_provisions(frame: str, part: str) -> None:
    (ender, by), (ended, code) = _ENDERS[0], _ENDED[0]
    right = [(code, "2025-07-01", by, [part.casefold()], "ended")]
    assert _ends(frame.format(f"{ender} bãi bỏ {part} {ended} kể từ ngày 01/7/2025.")) == right
    assert (
        _ends(frame.format(f"{part[0].upper()}{part[1:]} {ended} hết hiệu lực kể từ ngày 01/7/2025 theo {ender}."))
        == right
    )


@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize(
    "words",
    [
        "{y} bãi bỏ {x}, có hiệu lực kể từ ngày 01/7/2025.",  # the ender's own day
        "{y} bãi bỏ {x} quy định mức thu áp dụng từ ngày 01/7/2025.",  # of what is ended
        "{y} bãi bỏ {x} hướng dẫn thực hiện từ ngày 01/7/2025 đến ngày 31/12/2025.",
        "Dự kiến {y} bãi bỏ {x} kể từ ngày 01/7/2025.",
        "{y} bãi bỏ {x}. Kể từ ngày 01/7/2025 các đơn vị nộp hồ sơ.",
        "{y} bãi bỏ {x} kể từ khi ban hành.",
    ],
)
def test_a_day_of_something_else(frame: str, words: str) -> None:
    text = frame.format(words.format(y=_ENDERS[0][0], x=_ENDED[0][0]))
    assert not [end for end in _ends(text) if end[1] == "2025-07-01"]
