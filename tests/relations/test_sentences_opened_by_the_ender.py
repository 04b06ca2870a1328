"""Sentences that open with the document by which others end: as the rule, or as the one whose force ends them."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

from graph import extract

NEW, NEW_CODE = "Nghị định số 45/2020/NĐ-CP", "45/2020/NĐ-CP"
OLD = {"12/2010/NĐ-CP": "Nghị định số 12/2010/NĐ-CP ngày 01/3/2010", "14/2012/NĐ-CP": "Nghị định số 14/2012/NĐ-CP"}
RULES = [
    "Theo Điều 30 {new}, ",
    "Theo quy định tại khoản 2 Điều 30 {new} ngày 08/4/2020 của Chính phủ, ",
    "Theo quy định của {new} về hóa đơn, ",
    "Theo quy định tại Điều 30 {new} thì từ ngày 01/6/2020, ",
]
FORCES = [
    "Khi {new} có hiệu lực, ",
    "Kể từ ngày {new} về hóa đơn có hiệu lực thi hành, ",
    "Kể từ ngày 01/6/2020, khi {new} có hiệu lực, ",
    "Từ ngày 01/6/2020, ngày {new} có hiệu lực thì ",
]
CLASSES = ["các nghị định sau ", "những văn bản dưới đây sẽ ", "02 nghị định sau đây "]
ENDED = ["hết hiệu lực", "bị bãi bỏ", "hết hiệu lực thi hành kể từ ngày 01 tháng 6 năm 2020"]
LETTER = (
    "BỘ TÀI CHÍNH\nSố: 4412/BTC-PC\n\nHà Nội, ngày 15 tháng 9 năm 2023\n\nKính gửi: Sở Tài chính\n\n"
    "{}\n\nBộ Tài chính trả lời để Sở được biết./.\n"
)
DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\nSố: 215/QĐ-UBND\n\nHà Tĩnh, ngày 10 tháng 9 năm 2023\n\nQUYẾT ĐỊNH\n"
    "Về việc phê duyệt kế hoạch sử dụng đất\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phê duyệt kế hoạch. {}\n"
)
PAPERS = ["{}", LETTER, DECISION]
BOTH = {(NEW_CODE, "repeals", code) for code in OLD}


def _said(opening: str, rest: str) -> str:
    return opening.format(new=NEW) + rest


@pytest.mark.parametrize("opening", RULES + FORCES)
def test_a_class_and_its_members_behind_a_colon(opening: str) -> None:
    for cls, verb, paper in product(CLASSES, ENDED, PAPERS):
        for members in ("; ".join(OLD.values()) + ".", "\n- " + ";\n- ".join(OLD.values()) + "."):
            text = paper.format(_said(opening, f"{cls}{verb}: {members}"))
            assert stated(text) == BOTH, text


@pytest.mark.parametrize("opening", RULES + FORCES)
def test_documents_before_the_verb(opening: str) -> None:
    for verb, paper in product(ENDED, PAPERS):
        text = paper.format(_said(opening, f"{' và '.join(OLD.values())} {verb}."))
        assert stated(text) == BOTH, text


@pytest.mark.parametrize("verb", ["sẽ hết hiệu lực", "cũng hết hiệu lực", "sẽ bị bãi bỏ", "sẽ không còn hiệu lực"])
def test_what_will_be_with_its_force_is_stated(verb: str) -> None:
    for opening, paper in product(FORCES, PAPERS):
        text = paper.format(_said(opening, f"{' và '.join(OLD.values())} {verb}."))
        assert stated(text) == BOTH, text


def test_what_will_be_replaced() -> None:
    for opening, paper in product(FORCES, PAPERS):
        text = paper.format(_said(opening, f"{OLD['14/2012/NĐ-CP']} sẽ bị thay thế."))
        assert stated(text) == {(NEW_CODE, "replaces", "14/2012/NĐ-CP")}, text


@pytest.mark.parametrize("opening", RULES + FORCES)
def test_the_day_is_that_of_what_ends(opening: str) -> None:
    for paper, rest in product(PAPERS, ("các nghị định sau {}: {}.", "{1} {0}.")):
        members = "; ".join(OLD.values()) if ":" in rest else " và ".join(OLD.values())
        text = paper.format(_said(opening, rest.format(ENDED[-1], members)))
        found = extract(text)
        codes = {d.id: d.code for d in found.documents}
        ends = {(codes[e.document], e.date, codes.get(e.by or "")) for e in found.effects if e.kind == "ended"}
        assert ends == {(code, "2020-06-01", NEW_CODE) for code in OLD}, text


@pytest.mark.parametrize(
    "said",
    [
        "Theo {new}, các nghị định sau tiếp tục có hiệu lực: {a}; {b}.",
        "Theo Điều 30 {new}, khi các nghị định sau hết hiệu lực thì áp dụng: {a}; {b}.",
        "Theo Điều 30 {new}, các nghị định sau chưa hết hiệu lực: {a}; {b}.",
        "Theo Điều 30 {new}, hồ sơ nộp khi nghị định sau còn hiệu lực được giải quyết theo: {a}; {b}.",
        "Căn cứ Điều 30 {new}, các nghị định sau hết hiệu lực: {a}; {b}.",  # by whom is not said
        "Nếu {new} có hiệu lực, {a} sẽ hết hiệu lực.",
        "Dự kiến khi {new} có hiệu lực, {a} sẽ hết hiệu lực.",
        "Khi {new} chưa có hiệu lực, {a} không hết hiệu lực.",
        # a law on laws tells when others end, and ends none
        "Theo Điều 154 Luật Ban hành văn bản quy phạm pháp luật năm 2015, các nghị định sau hết hiệu lực: {a}; {b}.",
        # no older one ends a younger
        "Theo Điều 30 Nghị định số 45/2008/NĐ-CP, các nghị định sau hết hiệu lực: {a}; {b}.",
    ],
)
def test_other_sentences_end_nothing(said: str) -> None:
    old = list(OLD.values())
    for paper in PAPERS:
        text = paper.format(said.format(new=NEW, a=old[0], b=old[1]))
        assert stated(text) == set(), text
