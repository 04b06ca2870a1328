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


SOUND = "\n".join(
    f"Điều {n}. Tổ chức, cá nhân có trách nhiệm thực hiện đúng quy định của pháp luật về phí và lệ phí."
    for n in range(1, 60)
)
HEADS = [
    "B Ộ TÀI CHÍNH\nS ố: 12/2024/TT-BTC\nHà N ội, ngày 30 tháng 7 n ăm 2024\n\nTHÔNG T Ư\nQuy đ ị nh v ề phí\n\n",
    "BỘ TÀI CHÍNH\nSố: 12/2024/TT-BTC\nHà N ội, n gày 30 thá ng 7 nă m 2024\n\nTH ÔNG TƯ\nQ uy đ ịnh về ph í\n\n",
    "B Ộ  T À I  C H Í N H\nSố: 12/2024/TT-BTC\nHà Nội, ngày 30 tháng 7 năm 2024\n\nT H Ô N G  T Ư\n"
    "Q u y  đ ị n h  v ề  p h í\n\n",
    "B Ộ   T À I   C H Í N H\nS ố :  1 2 / 2 0 2 4 / T T - B T C\nH à  N ộ i ,  n g à y  3 0  t h á n g  7  n ă m  2 0 2 4\n\n"
    "T H Ô N G   T Ư\nQ u y   đ ị n h   v ề   p h í\n\n",
]


def test_the_torn_head_of_a_sound_text() -> None:
    for head in HEADS:
        own = extract(f"{head}Căn cứ Luật Phí và lệ phí số 97/2015/QH13;\n{SOUND}\n").source_document
        assert own is not None
        found = (own.type, own.code, own.date, own.issuer, own.title)
        assert found == ("Thông tư", "12/2024/TT-BTC", "2024-07-30", "Bộ Tài chính", "Quy định về phí"), head


def test_sound_heads_stay() -> None:
    for head in (
        "BỘ TÀI CHÍNH\nSố: 12/2024/TT-BTC\n\nTHÔNG TƯ\nQuy định điểm c ở khoản 1, điểm d ở khoản 2 về nhóm A, B, C\n\n",
        "1 2 3 4 5 6\nA B C D E F\na b c d đ e\nI V X\n\n",
        "UBND TP HỒ CHÍ MINH\nTRƯỜNG THPT CHUYÊN Y\nSố: 5/QĐ-THPT\n\nQUYẾT ĐỊNH\nVề lớp 10 A, lớp 11 B ở cơ sở 2\n\n",
    ):
        assert normalise(head + SOUND).text == head + SOUND
