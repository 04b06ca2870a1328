"""Damaged texts: letters set apart by single blanks are joined where that is certain, and what a conversion lost is
told in one finding. Right answers by construction: a sound text is damaged in each way."""

from __future__ import annotations

from itertools import product

import pytest

from graph import check, extract
from graph.normalise import normalise

_HEADS = (
    (
        "CHÍNH PHỦ\nSố: 12/2024/NĐ-CP\nHà Nội, ngày 05 tháng 02 năm 2024\nNGHỊ ĐỊNH\nQuy định về giá đất\n",
        ("Nghị định", "12/2024/NĐ-CP", "2024-02-05", "Chính phủ"),
    ),
    (
        "UBND TỈNH QUẢNG NGÃI\nSỞ CÔNG THƯƠNG\nSố: 345/QĐ-SCT\nQuảng Ngãi, ngày 7 tháng 3 năm 2025\nQUYẾT ĐỊNH\n"
        "Về việc phê duyệt kế hoạch\n",
        ("Quyết định", "345/QĐ-SCT", "2025-03-07", "Sở Công Thương"),
    ),
    (
        "BỘ TÀI CHÍNH\nSố: 07/2025/TT-BTC\nHà Nội, ngày 11 tháng 02 năm 2025\nTHÔNG TƯ\nHướng dẫn việc thu phí\n",
        ("Thông tư", "07/2025/TT-BTC", "2025-02-11", "Bộ Tài chính"),
    ),
)  # fmt: skip
_BODY = (
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;\n"
    "Điều 1. Bãi bỏ Quyết định số 77/2019/QĐ-TTg của Thủ tướng Chính phủ.\n"
)


def _apart(line: str) -> str:
    return " ".join(line.replace(" ", ""))


def _wide(line: str) -> str:
    return "  ".join(" ".join(word) for word in line.split())


def _identity(text: str) -> tuple[str | None, ...]:
    own = extract(text).source_document
    assert own is not None
    return own.type, own.code, own.date, own.issuer


@pytest.mark.parametrize("way", [_apart, _wide])
@pytest.mark.parametrize(("head", "right"), _HEADS)
def test_a_head_set_letter_by_letter(head: str, right: tuple[str, ...], way: object) -> None:
    assert callable(way)
    lines = head.splitlines()
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    for whole in ([way(line) for line in lines], [way(motto), *map(way, lines)]):
        text = "\n".join(whole) + "\n" + _BODY
        assert _identity(text) == right
        assert not [f for f in extract(text).findings if f.kind == "damaged-text"]
    for number, line in enumerate(lines):  # one line alone
        assert _identity("\n".join([*lines[:number], way(line), *lines[number + 1 :]]) + "\n" + _BODY) == right


@pytest.mark.parametrize(
    ("torn", "sound"),
    [
        ("Theo N g h ị đ ị n h s ố 12/2024/NĐ-CP thì được.", "Theo Nghị định số 12/2024/NĐ-CP thì được."),
        ("C Ộ N G H Ò A X Ã H Ộ I C H Ủ N G H Ĩ A V I Ệ T N A M", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Đ Ả N G C Ộ N G S Ả N V I Ệ T N A M", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        ("S ố : 1 8 - N Q / T W", "Số: 18-NQ/TW"),
        ("Các điểm a b c d đ e ở Điều 5", "Các điểm a b c d đ e ở Điều 5"),
        ("Cột 1 2 3 4 5 6 7 8", "Cột 1 2 3 4 5 6 7 8"),
        ("A B C D Đ E G H", "A B C D Đ E G H"),
        ("x ở y và z", "x ở y và z"),
    ],
)
def test_what_is_joined(torn: str, sound: str) -> None:
    assert normalise(torn).text == sound


def _question_marks(text: str) -> str:
    return "".join(ch if ch.isascii() or ch in "àáâãèéêìíòóôõùúýĐđ" else "?" for ch in text)


def _replaced(text: str) -> str:
    return "".join(ch if ch.isascii() or ch in "àáâãèéêìíòóôõùúýĐđ" else "\ufffd" for ch in text)


def _read_as_windows(text: str) -> str:
    return text.encode().decode("cp1252", errors="ignore")


@pytest.mark.parametrize("way", [_question_marks, _replaced, _read_as_windows])
@pytest.mark.parametrize(("head", "right"), _HEADS)
def test_what_a_conversion_lost_is_told_once(head: str, right: tuple[str, ...], way: object) -> None:
    assert callable(way)
    result = extract(way(head + _BODY * 3))
    assert [f.kind for f in result.findings if f.kind == "damaged-text"] == ["damaged-text"]
    sound = {right[1], "30/2020/NĐ-CP", "77/2019/QĐ-TTg"}
    assert {d.code for d in result.documents if d.code} <= sound
    (told,) = [f for f in check(way(head + _BODY * 3)).findings if f.code == "LD701"]
    assert told.text


@pytest.mark.parametrize(
    "text",
    [
        "Nghị định này có hiệu lực khi nào? ai thi hành? vì sao?\nTheo Nghị định số 12/2024/NĐ-CP.",
        "Xem https://vbpl.vn/tim?a=b?c=d?e=f&g=h của Bộ Tư pháp.",
        "La République française et la Côte d'Ivoire, à Genève, où l'été fut très doux.",
        "Mục A B C D Đ E G",
        "",
    ],
)
def test_sound_texts_are_not_told(text: str) -> None:
    for whole in (text, text * 40):
        assert not [f for f in extract(whole).findings if f.kind == "damaged-text"]


@pytest.mark.parametrize(("head", "right"), _HEADS)
def test_number_and_day_below_the_type_are_no_title(head: str, right: tuple[str, ...]) -> None:
    lines = head.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Số"))
    title = lines[-1]
    for colon, blank in product((": ", " "), ("\n", "\n\n")):
        number = lines[at].replace(": ", colon)
        moved = [*lines[:at], lines[-2], number, lines[at + 1], title]
        own = extract(blank.join(moved) + "\n" + _BODY).source_document
        assert own is not None and (own.title, own.code, own.date) == (title, right[1], right[2])
