"""Syllables torn by the text layer of a PDF are joined; sound texts stay as they are."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from graph import extract
from graph.normalise import normalise
from graph.torn_syllables import tears

TORN = (
    "Căn c ứ Ngh ị đ ị nh s ố 45/2020/NĐ-CP ngày 08 th áng 4 n ăm 2020 c ủa Ch ính ph ủ v ề th ực hi ện th ủ t ục h ành ch ính;\n"
    "Quy ết đ ịnh s ố 12/QĐ-TTg v ề s ắp x ếp v à hư ớng d ẫn c ác đơn v ị;\n"
)
WHOLE = (
    "Căn cứ Nghị định số 45/2020/NĐ-CP ngày 08 tháng 4 năm 2020 của Chính phủ về thực hiện thủ tục hành chính;\n"
    "Quyết định số 12/QĐ-TTg về sắp xếp và hướng dẫn các đơn vị;\n"
)


def test_torn_syllables_are_joined() -> None:
    assert normalise(TORN).text == WHOLE


def test_offsets_lead_into_the_text_as_read() -> None:
    mentions = [m for m in extract(TORN).mentions]
    assert [m.text for m in mentions] == ["Ngh ị đ ị nh s ố 45/2020/NĐ-CP", "Quy ết đ ịnh s ố 12/QĐ-TTg"]
    assert [TORN[m.start : m.end] for m in mentions] == [m.text for m in mentions]
    documents = extract(TORN).documents[1:]
    assert [(d.code, d.date) for d in documents] == [("45/2020/NĐ-CP", "2020-04-08"), ("12/QĐ-TTg", None)]


def test_sound_texts_stay() -> None:
    sound = "theo điểm c ở khoản 1, điểm d ở khoản 2; nhóm A, B và C; lớp h, i, k của trường. " * 40
    assert tears(sound) == []
    assert tears(WHOLE * 50) == []
    assert tears("") == []
    assert tears("nhóm a, b, c, d, đ, e, g, h, i, k, l, m; " * 60) == []


def test_a_torn_page_in_a_long_text() -> None:
    text = WHOLE * 40 + TORN * 8
    assert normalise(text).text == WHOLE * 48
