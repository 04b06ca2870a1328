"""The matching form of a text and the map back to its offsets."""

from __future__ import annotations

import unicodedata

import pytest

from graph.normalise import normalise

WORDS = "Nghị quyết số 18-NQ/TW về tổ chức bộ máy; "


def forms(text: str) -> list[str]:
    """The text composed, decomposed, and with one decomposed word."""
    return [text, unicodedata.normalize("NFD", text), text.replace("quyết", "quye\u0302\u0301t", 1)]


@pytest.mark.parametrize("length", [1, 65_500, 65_536, 65_537, 200_000])
@pytest.mark.parametrize("form", [0, 1, 2], ids=["composed", "decomposed", "mixed"])
def test_every_character_of_a_long_text_leads_back_to_its_own(length: int, form: int) -> None:
    text = WORDS * (length // len(WORDS) + 1)
    read = forms(text)[form]
    found = normalise(read)
    assert found.text == text
    step = max(1, len(text) // 3_000)
    for at in (*range(0, len(text), step), *range(max(0, len(text) - 50), len(text))):
        original = read[found.start(at) : found.end(at + 1)]
        assert unicodedata.normalize("NFC", original) == text[at]


@pytest.mark.parametrize("marks", [1, 70_000, 200_000])
def test_runs_of_marks_are_one_cluster_wherever_they_stand(marks: int) -> None:
    read = "a" * 65_535 + "e" + "\u0302" * marks + "x"
    found = normalise(read)
    assert found.text[65_535] == "ê" and found.text[-1] == "x"
    assert read[found.start(len(found.text) - 1) : found.end(len(found.text))] == "x"


def test_a_composed_text_keeps_its_offsets() -> None:
    found = normalise(WORDS * 5_000)
    assert not found.breaks and found.start(123_456) == found.end(123_456) == 123_456


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("theo [Nghị định 5](https://a.vn/5) ngày 2/3/2020", "theo Nghị định 5 ngày 2/3/2020"),
        ("theo [Nghị định 5](../5.html), xem", "theo Nghị định 5, xem"),
        ('theo <a href="/5.aspx">Nghị định 5</a> ngày 2/3/2020', "theo Nghị định 5 ngày 2/3/2020"),
        ("Luật này[1](#_ftn1) quy định", "Luật này[1](#_ftn1) quy định"),  # a footnote's mark
        ("![Nghị định 5](a.png) theo", "![Nghị định 5](a.png) theo"),
        ("mục [a] (xem sau)", "mục [a] (xem sau)"),
        ("18\u2212NQ/TW", "18-NQ/TW"),  # the minus sign
        ("Điều 1\rĐiều 2\r\nĐiều 3\r", "Điều 1\nĐiều 2 \nĐiều 3\n"),
    ],
)
def test_links_signs_and_line_ends(text: str, plain: str) -> None:
    found = normalise(text)
    assert found.text == plain
    at = found.text.find("Nghị")
    assert at < 0 or text[found.start(at) : found.end(at + 4)] == "Nghị"
