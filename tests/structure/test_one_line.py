"""A document whose lines were joined says what it says line by line."""

from __future__ import annotations

from itertools import product

import pytest

import graph
from graph.structure import lay_out
from graph.structure.one_line import parts_on_lines

_MOTTO = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
_BASES = [
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
    "Căn cứ Nghị định số 15/2013/NĐ-CP ngày 06/02/2013 của Chính phủ về quản lý chất lượng công trình xây dựng;",
    "Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 84/TTr-SXD ngày 29/6/2018,",
]
_ISSUERS = [
    ("ỦY BAN NHÂN DÂN TỈNH AN GIANG", "UBND", "An Giang"),
    ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "UBND", "Hà Nội"),
    ("HỘI ĐỒNG NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU", "HĐND", "Bà Rịa"),
]
_TYPES = [("QUYẾT ĐỊNH", "QĐ", "Quyết định"), ("NGHỊ QUYẾT", "NQ", "Nghị quyết")]
_TITLES = ["VỀ VIỆC BAN HÀNH QUY ĐỊNH VỀ GIÁ NƯỚC SẠCH", "BAN HÀNH “QUY ĐỊNH VỀ PHÒNG CHÁY RỪNG TRÊN ĐỊA BÀN”"]
_ORDERS = [
    "{issuer}\n{motto}\nSố: {code}\n{place}, ngày 18 tháng 07 năm 2018",
    "{motto1}\n{issuer}\n{motto2}\n-------- ----------\n{place}, ngày 18 tháng 07 năm 2018\nSố: {code}",
    "{issuer}\n-------\n{motto}\n---------------\nSố: {code}\n{place}, ngày 18 tháng 07 năm 2018",
]


def _documents() -> list[tuple[str, str]]:
    made = []
    for (issuer, body, place), (kind, symbol, _), title, order in product(_ISSUERS, _TYPES, _TITLES, _ORDERS):
        code = f"22/2018/{symbol}-{body}"
        head = order.format(
            issuer=issuer, motto="\n".join(_MOTTO), motto1=_MOTTO[0], motto2=_MOTTO[1], code=code, place=place
        )
        this = kind.capitalize()
        lines = [
            head, kind, title, issuer, *_BASES, f"{kind}:",
            "Điều 1. Ban hành kèm theo văn bản này quy định về giá nước sạch.",
            f"Điều 2. {this} này có hiệu lực sau 10 ngày kể từ ngày ký và thay thế {this} số 44/2010/{symbol}-{body} "
            "ngày 28/10/2010.",
            "Điều 3. Các cơ quan có liên quan chịu trách nhiệm thi hành.",
        ]  # fmt: skip
        made.append(("\n".join(lines), code))
    return made


def _told(text: str) -> tuple[object, ...]:
    extraction = graph.extract(text)
    codes = {document.id: document.code or document.name for document in extraction.documents}
    own = next(document for document in extraction.documents if document.is_source)
    relations = {
        (codes[r.subject], r.predicate, codes.get(r.object, r.object), r.provision and r.provision.text)
        for r in extraction.relations
        if r.predicate != "cites"
    }
    effects = {(codes[e.document], e.kind, e.date) for e in extraction.effects}
    return own.code, own.date, own.type, own.issuer, own.title, relations, effects


@pytest.mark.parametrize(("text", "code"), _documents())
def test_joined_lines_say_what_the_lines_say(text: str, code: str) -> None:
    told = _told(text)
    assert told[0] == code
    assert _told(" ".join(text.split("\n"))) == told
    assert _told("Xem mẫu\n\n  1. " + " ".join(text.split("\n")))[:5] == told[:5]


def test_a_text_with_lines_is_left_alone() -> None:
    for text, _ in _documents():
        assert parts_on_lines(text) == text


def test_its_length_stays() -> None:
    text = " ".join(_documents()[0][0].split("\n")) * 3
    assert len(lay_out(text).text) == len(text)


def test_a_list_of_what_a_document_refers_to_states_nothing() -> None:
    text = (
        "- 1Nghị định 63/2010/NĐ-CP về kiểm soát thủ tục hành chính\n- 2Luật tổ chức chính quyền địa phương 2015\n"
        "- 3Nghị định 92/2017/NĐ-CP về sửa đổi Nghị định liên quan đến kiểm soát thủ tục\n"
        "- 4Thông tư 02/2017/TT-VPCP hướng dẫn về nghiệp vụ kiểm soát\n- 5Luật Đất đai 2013\n"
        "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: 25/QĐ-UBND | Bạc Liêu, ngày 10 tháng 01 năm 2022\n"
        "QUYẾT ĐỊNH\nVỀ VIỆC CÔNG BỐ DANH MỤC\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Đất đai năm 2013;\n"
    )
    extraction = graph.extract(text)
    assert {r.predicate for r in extraction.relations} == {"cites", "issued_by", "based_on"}
