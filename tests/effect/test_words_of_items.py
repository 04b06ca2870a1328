"""Lists of what is repealed whose items take words out of a provision: the provision stays in force."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

HEAD = (
    "CHÍNH PHỦ\nSố: 155/2024/NĐ-CP\nNGHỊ ĐỊNH\nQuy định về xử phạt\n\nCăn cứ Luật Tổ chức Chính phủ ngày 19/6/2015;\n"
    "Chính phủ ban hành Nghị định quy định về xử phạt.\nĐiều 30. Hiệu lực thi hành\n"
)
LEADS = (
    "2. Bãi bỏ:",
    "2. Bãi bỏ các quy định sau đây:",
    "2. Nghị định này bãi bỏ nội dung trong các Nghị định sau đây:",
)
WORDS = ("Cụm từ “khí tượng” tại", "cụm từ “khí tượng”, “thủy văn” tại", "Từ ngữ “khí tượng” tại")
OLD = "Nghị định số {}/2013/NĐ-CP ngày 13 tháng 11 năm 2013 của Chính phủ"


@pytest.mark.parametrize("lead", LEADS)
def test_words_that_go_do_not_end_their_provision(lead: str) -> None:
    for words, pins in product(WORDS, ("Điều 2", "khoản 1 Điều 3", "tên Nghị định, căn cứ ban hành, tại Điều 2")):
        text = (
            f"{HEAD}{lead}\na) {words} {pins} {OLD.format(175)};\nb) Khoản 2 Điều 5 {OLD.format(176)};\n"
            f"c) {words} Điều 4 {OLD.format(177)}.\n"
        )
        found = extract(text)
        codes = {d.id: d.code for d in found.documents}
        ended = {codes[e.document] for e in found.effects if e.kind == "ended"}
        assert ended == {"176/2013/NĐ-CP"}, text
        changed = {codes[r.object] for r in found.relations if r.predicate == "amends" and r.partial}
        assert changed == {"175/2013/NĐ-CP", "176/2013/NĐ-CP", "177/2013/NĐ-CP"}, text
