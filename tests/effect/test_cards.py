"""Lists of documents whose lines say in a field of their own, or behind the document, when each takes effect."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_HEAD = "Văn bản mới tháng 3\n\nDanh sách văn bản mới:\n"
_DOCS = (
    ("Nghị định 10/2025/NĐ-CP về nhà ở", "10/2025/NĐ-CP"),
    ("Thông tư số 5/2025/TT-BXD ngày 03/02/2025 của Bộ Xây dựng quy định về điện", "5/2025/TT-BXD"),
)


def _told(text: str) -> list[tuple[str | None, str, str | None]]:
    result = extract(text)
    codes = {d.id: d.code for d in result.documents}
    return [(codes[e.document], e.kind, e.date) for e in result.effects]


@pytest.mark.parametrize("mark", ["- ", "{n}. ", "", "• "])
@pytest.mark.parametrize(
    "card",
    [
        "{x}: có hiệu lực từ ngày {d}",
        "{x}, hiệu lực {d}",
        "{x} - hiệu lực ngày {d}",
        "{x} – có hiệu lực {d}",
        "{x} (hiệu lực {d})",
        "{x} (hiệu lực: {d})",
        "{x} | Hiệu lực: {d}",
        "{x} - Ngày hiệu lực: {d}",
        "{x}; hiệu lực từ ngày {d}",
        "{x}\nHiệu lực: {d}",
        "{x}\nNgày có hiệu lực: {d}",
        "{x}\n- Ngày ban hành: 01/02/2025\n- Ngày có hiệu lực: {d}",
        "{x}\nCơ quan ban hành: Chính phủ\nHiệu lực từ: {d}",
        "{x}\n(Có hiệu lực từ ngày {d})",
        "{x}\n\nHiệu lực thi hành: {d}",
        "{x}\nHiệu lực thi hành: Từ ngày {d}",
        "{x}\nEffective date: {d}",
    ],
)
def test_each_has_its_day(card: str, mark: str) -> None:
    wanted = [(code, "in-force", "2025-03-15") for _, code in _DOCS]
    for day in ("15/03/2025", "15/3/2025"):
        items = [mark.format(n=n) + card.format(x=x, d=day) for n, (x, _) in enumerate(_DOCS, 1)]
        assert _told(_HEAD + "\n".join(items) + "\n") == wanted, items


@pytest.mark.parametrize(("label", "kind"), [("Ngày hiệu lực", "in-force"), ("Ngày hết hiệu lực", "ended")])
def test_a_summary_may_stand_between_in_a_marked_item(label: str, kind: str) -> None:
    text = f"{_HEAD}1. {_DOCS[0][0]}\nNghị định quy định chính sách mới cho người thuê nhà.\n{label}: 15/03/2025\n"
    assert _told(text) == [("10/2025/NĐ-CP", kind, "2025-03-15")]


@pytest.mark.parametrize(
    "text",
    [
        # fields above what they are of
        "Ngày hiệu lực: 15/03/2025\n{x}\nNgày hiệu lực: 20/03/2025\n{y}\n",
        # of an item that names no document
        "1. {x}\n2. Bảng giá đất mới\nNgày hiệu lực: 15/03/2025\n",
        "- {x}\n- Bảng giá đất mới\nNgày hiệu lực: 15/03/2025\n",
        "{x}\n\nBảng giá đất mới vừa được công bố.\n\nNgày hiệu lực: 15/03/2025\n",
        # of something else, or no whole day
        "- {x}: giấy phép có hiệu lực đến 15/03/2025\n",
        "- {x}\nHiệu lực: 03/2025\n",
        "- {x}\nHiệu lực: Còn hiệu lực\n",
    ],
)
def test_whose_day_is_open(text: str) -> None:
    found = _told(_HEAD + text.format(x=_DOCS[0][0], y=_DOCS[1][0]))
    assert [fact for fact in found if fact[1] == "in-force"] == []


def test_the_first_field_of_a_kind_counts() -> None:
    for one, two in product(("Ngày hiệu lực", "Hiệu lực"), repeat=2):
        text = f"{_HEAD}- {_DOCS[0][0]}\n{one}: 15/03/2025\n{two}: 20/04/2025\n"
        assert _told(text) == [("10/2025/NĐ-CP", "in-force", "2025-03-15")]
