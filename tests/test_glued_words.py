"""Words that lost the blank between them are read as if it stood there; what is one word stays one."""

from __future__ import annotations

from itertools import pairwise

import pytest

import graph
from graph.glued_words import divided, gaps
from graph.normalise import normalise


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("Hội đồng nhândân", "Hội đồng nhân dân"),
        ("sửa đổi mộtsố điều", "sửa đổi một số điều"),
        ("thi hànhsau 10 ngày", "thi hành sau 10 ngày"),
        ("củaChính phủ", "của Chính phủ"),
        ("tạiTờ trình", "tại Tờ trình"),
        ("Banhành kèm theo", "Ban hành kèm theo"),
        ("cáchộ dân", "các hộ dân"),
        ("thihànhsau 10 ngày", "thi hành sau 10 ngày"),
        ("doanhnghiệp nhỏ", "doanh nghiệp nhỏ"),
        (
            "CăncứLuậtTổchứcHộiđồngnhândânvà Ủybannhândânngày26",
            "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26",
        ),
        ("Luật Tổ chức HĐND vàUBND", "Luật Tổ chức HĐND và UBND"),
        ("một sốđiều của Bộ trưởngBộ Nội vụ banhành", "một số điều của Bộ trưởng Bộ Nội vụ ban hành"),
        ("VỀVIỆC BAN HÀNH", "VỀ VIỆC BAN HÀNH"),
        ("NHÂN DÂNTỈNH", "NHÂN DÂN TỈNH"),
        ("Ngân hàng Nhà nước ViệtNam", "Ngân hàng Nhà nước Việt Nam"),
        ("của BộGTVT", "của Bộ GTVT"),
        ("Luật số 46/2010/QH12ngày 16", "Luật số 46/2010/QH12 ngày 16"),
        ("số 26/2020/TT-BGTVTNgày đăng", "số 26/2020/TT-BGTVT Ngày đăng"),
        ("ngày26/11/2003", "ngày 26/11/2003"),
        ("NGÀY 25THÁNG 01", "NGÀY 25 THÁNG 01"),
        ("NĂM 1998VỀ CÔNG TÁC", "NĂM 1998 VỀ CÔNG TÁC"),
    ],
)
def test_a_blank_is_put_back(glued: str, apart: str) -> None:
    assert normalise(glued).text == apart


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch số 12-CTr/TU, Chỉ thị 47/CT-TTg, Tờ trình 5/TTr-SXD, Chi cục Phát triển/Ban Quản lý-Trung tâm",
        "Bộ GDĐT, HĐND, CNXH, PTNT, UBMTTQVN, BVHTTDL, TTĐT",
        "bịthiệt",  # "bị thiệt" or "bịt hiệt": neither half speaks for itself
        "communiqué, Genève, mililít, ĐUCA, Facebook, internet, karaoke, VNeID, iPhone, eSIM, metyl, axetylen, Hassan",
        "nghiêng, khuyếch, thuở, quyết, giếng, Oóc, xoong",
        "Nghị quyết 8a/2017NQ, 15/2016/QĐ-UBND, 2019/QH14",
    ],
)
def test_what_is_one_word_stays_one(text: str) -> None:
    assert gaps(text) == []


def test_halves_are_syllables_with_the_tones_that_their_codas_have() -> None:
    assert divided("tổchức") == (2,)  # not "tổc", which no tone of that shape writes
    assert divided("mặtrận") == (3,)


def test_offsets_lead_back_to_the_text_as_it_was_read() -> None:
    texts = ["củaChính phủ và mộtsố điều", "hoà**ng**nhândân", "Lua\u0323\u0302t mộtsố ngày26 củaChính"]
    for text in texts:
        normal = normalise(text)
        words = normal.text.split(" ")
        starts = [0]
        for word in words:
            starts.append(starts[-1] + len(word) + 1)
        for start, stop in pairwise(starts):
            shown = text[normal.start(start) : normal.end(stop - 1)]
            assert normalise(shown).text == normal.text[start : stop - 1]


_CLAUSES = [
    ("Quyết định này có hiệu lực thi hành sau 10 ngày kể từ ngày ký và thay thế Quyết định số 5/2010/QĐ-UBND "
     "ngày 08/02/2010 của Ủy ban nhân dân tỉnh Long An.", "replaces"),
    ("Bãi bỏ toàn bộ Quyết định số 5/2010/QĐ-UBND ngày 08/02/2010 của Ủy ban nhân dân tỉnh Long An.", "repeals"),
    ("Sửa đổi, bổ sung một số điều của Quyết định số 5/2010/QĐ-UBND ngày 08/02/2010 của Ủy ban nhân dân.", "amends"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "predicate"), _CLAUSES)
def test_one_lost_blank_loses_no_relation(clause: str, predicate: str) -> None:
    """Every blank between two marked words of the clause is taken out in turn: the relation stays."""
    head = (
        "ỦY BAN NHÂN DÂN\nTỈNH LONG AN\n\nSố: 14/2014/QĐ-UBND\n\nLong An, ngày 10 tháng 3 năm 2014\n\nQUYẾT ĐỊNH\n\n"
        "Về việc ban hành quy định\n\nỦY BAN NHÂN DÂN TỈNH LONG AN\n\nQUYẾT ĐỊNH:\n\nĐiều 1. "
    )
    blanks = [at for at, sign in enumerate(clause) if sign == " "]
    kept = 0
    for at in blanks:
        extraction = graph.extract(head + clause[:at] + clause[at + 1 :])
        codes = {document.id: document.code for document in extraction.documents}
        kept += (predicate, "5/2010/QĐ-UBND") in {(r.predicate, codes.get(r.object)) for r in extraction.relations}
    assert kept >= len(blanks) - 2, (kept, len(blanks))
