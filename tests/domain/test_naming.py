"""Words of names: nouns that begin one, words that end one; names by their initials."""

from __future__ import annotations

import pytest

from graph.domain import begins, body_by_initials, body_by_name, body_nouns, compounds, initials, name_ends, offices
from graph.domain.table import read_table


def test_each_word_has_one_role() -> None:
    rows = read_table("naming")
    assert {r["role"] for r in rows} == {"noun", "numbered", "office", "end", "compound", "phrase", "standing"}
    assert len({(r["word"].lower(), r["role"]) for r in rows}) == len(rows)
    assert all(r["branch"] in ("state", "party", "front", "") for r in rows)
    assert not any(r["branch"] for r in rows if r["role"] != "noun")
    assert not set(body_nouns()) & name_ends()


def test_compounds_hold_a_word_that_ends_names() -> None:
    single = {word for word in name_ends() if " " not in word}
    for compound in compounds():
        assert len(compound.split()) == 2
        assert set(compound.split()) & single, compound


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("TRUNG TÂM PHỤC VỤ", "trung tâm"),
        ("Ban Chỉ đạo phát triển", "ban chỉ đạo"),
        ("Ban hành", "ban"),
        ("Chính sách", None),
        ("", None),
    ],
)
def test_what_a_name_begins_with(words: str, noun: str | None) -> None:
    assert begins(words, body_nouns()) == noun


def test_offices() -> None:
    assert begins("GIÁM ĐỐC TRUNG TÂM", offices()) == "giám đốc"


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        ("Giáo dục và Đào tạo", "gddt"),
        ("GD&ĐT", "gddt"),
        ("GD - ĐT", "gddt"),
        ("Giáo dục & ĐT", "gddt"),
        ("Văn hóa, Thể thao và Du lịch", "vhttdl"),
        ("VH,TT&DL", "vhttdl"),
        ("Lao động - Thương binh và Xã hội", "ldtbxh"),
        ("LĐ-TB&XH", "ldtbxh"),
        ("", ""),
    ],
)
def test_initials(words: str, letters: str) -> None:
    assert initials(words) == letters


def test_bodies_by_initials() -> None:
    found = body_by_initials("Sở", "NN&PTNT")
    assert found is not None and found.name == "Sở Nông nghiệp và Phát triển nông thôn"
    assert body_by_initials("Bộ", "QLX") is None
    for words in ("Bộ GD&ĐT", "Bộ GDĐT", "bộ trưởng Bộ GD & ĐT"):
        body = body_by_name(words)
        assert body is not None and body.name == "Bộ Giáo dục và Đào tạo", words
