"""The identifier: the RFC's own examples are read and printed unchanged, and documents get the names we promise."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.urn import Urn, UrnError, issuer_id, make_urn, number_id, partition_id, slug

# RFC 9676, sections 2.1, 5.6 to 5.8, 6.1 to 6.4, 7.1.2 (names of section 6 completed with a jurisdiction)
RFC_EXAMPLES = [
    "urn:lex:it:stato:legge:2003-09-21;456",
    "urn:lex:eu:commission:directive:2010-03-09;2010-19-EU",
    "urn:lex:us:supreme.court:decision:1978-04-28;77-5953",
    "urn:lex:be:conseil.etat:decision:2008-07-09;185.273@originel:fr",
    "urn:lex:ch:etat:loi:2006-05-14;22@2008-03-12:fr",
    "urn:lex:it:stato:legge:2000-04-03;56$parlamento.it:application-pdf;1.7",
    "urn:lex:it:stato:legge:2000-04-03;56$senato.it:text-xml;dtd-nir-2.2:testo",
    "urn:lex:eu:tribunal.justicia:sentencia:2009-06-11;33-08@original:es$juradmin.eu;jurifast:text-html:todo:anonimo",
    "urn:lex:fr:etat:loi:2004-05-15;106~art15;par3",
    "urn:lex:it:personal.data.protection.authority:measure:1999-12-30,2000-01-13;1-p-2000",
    "urn:lex:it:senato:bill:14.legislature;s.2544",
    "urn:lex:it:ministry.finances:decree:1999-12-20;lex-3",
    "urn:lex:eu:court:case:2000-06-12;c-10-97,c-11-97,c-12-97",
    "urn:lex:it:region.sicily;council:deliberation:1998-02-12;14:annex.a;borders.park:table.1;municipality.territories",
    "urn:lex:it:state:royal.decree:1941-01-30;12@1998-02-19;1999-01-01",
    "urn:lex:it:ministry.cultural.activities+ministry.finances.budget.economic.planning:decree:2001-01-01;1",
    "urn:lex:br;sao.paulo:governo:decreto:2001-01-01;1",
    "urn:lex:de:stadt.m%C3%BCnchen:rundschreiben:2001-01-01;1",
    "urn:lex:vn;quang.ngai:uy.ban.nhan.dan:ke.hoach:2018-06-04;83-kh-ubnd",
]


@pytest.mark.parametrize("name", RFC_EXAMPLES)
def test_print_inverts_parse(name: str) -> None:
    assert str(Urn.parse(name)) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "urn:isbn:123",
        "urn:lex:vn",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09",
        "urn:lex:vn::nghi.dinh:2015-01-09;4",
        "urn:lex:vn:chinh.phu::2015-01-09;4",
        "urn:lex:vn:chinh.phu:nghi.dinh:;4",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;",
        "urn:lex:v:chinh.phu:nghi.dinh:2015-01-09;4",
        "urn:lex:vn:chính.phủ:nghi.dinh:2015-01-09;4",
        "urn:lex:vn:chinh phu:nghi.dinh:2015-01-09;4",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-1-9;4",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;4/5",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;4~",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;4@",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;4$pdf",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;4>",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;4\n",
    ],
)
def test_what_breaks_the_grammar_is_refused(name: str) -> None:
    with pytest.raises(UrnError):
        Urn.parse(name)


_word = st.from_regex(r"[a-z0-9]([a-z0-9.]|%C3){0,6}", fullmatch=True).filter(lambda w: "-" not in w)
_number = st.from_regex(r"[a-z0-9][a-z0-9._'=()-]{0,8}", fullmatch=True)
_day = st.dates().map(lambda d: d.isoformat())


@given(
    st.builds(
        Urn,
        jurisdiction=st.tuples(st.just("vn"), _word),
        authority=st.lists(st.lists(_word, min_size=1, max_size=2).map(tuple), min_size=1, max_size=2).map(tuple),
        measure=st.lists(_word, min_size=1, max_size=2).map(tuple),
        dates=st.lists(_day, min_size=1, max_size=2).map(tuple),
        numbers=st.lists(_number, min_size=1, max_size=2).map(tuple),
        annexes=st.lists(st.lists(_word, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple),
        version=st.lists(st.one_of(_word, _day), min_size=1, max_size=2).map(tuple),
        language=st.sampled_from([None, "vi", "eng"]),
        manifestation=st.sampled_from([None, "chinhphu.vn:application-pdf;1.7"]),
        partition=st.sampled_from([None, "dieu26;khoan2"]),
    )
)
def test_parse_inverts_print(urn: Urn) -> None:
    assert Urn.parse(str(urn)) == urn
    assert Urn.from_http(urn.http("https://example.org/"), "https://example.org/") == urn


QN = "Quảng Ngãi"
NAMES = [
    # place, issuer, type, date, year, number, extra, term -> name
    (None, "Chính phủ", "Nghị định", "2015-01-09", None, "04/2015/NĐ-CP", None, None,
     "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;04-2015-nd-cp"),
    (QN, "Ủy ban nhân dân tỉnh", "Kế hoạch", "2018-06-04", "2018", "83/KH-UBND", None, None,
     "urn:lex:vn;quang.ngai:uy.ban.nhan.dan:ke.hoach:2018-06-04;83-kh-ubnd"),
    ("tỉnh Quảng Ngãi", "Uỷ ban nhân dân tỉnh", "KẾ HOẠCH", "2018-06-04", None, "83 /KH - UBND", None, None,
     "urn:lex:vn;quang.ngai:uy.ban.nhan.dan:ke.hoach:2018-06-04;83-kh-ubnd"),
    (QN, "Sở Nội vụ", "Công văn", "2021-04-02", None, "655/SNV-XDCQ&CTTN", None, None,
     "urn:lex:vn;quang.ngai:so.noi.vu:cong.van:2021-04-02;655-snv-xdcq-cttn"),
    (QN, "Tỉnh ủy", "Chương trình hành động", None, "2019", "37-CTr/TU", None, None,
     "urn:lex:vn;quang.ngai:tinh.uy:chuong.trinh.hanh.dong:2019;37-ctr-tu"),
    (None, "Ban Chấp hành Trung ương", "Nghị quyết", "2017-10", None, "18-NQ/TW", None, "XII",
     "urn:lex:vn:ban.chap.hanh.trung.uong:nghi.quyet:2017.10;18-nq-tw"),
    (None, "Ban Chấp hành Trung ương", "Nghị quyết", None, None, None, "Trung ương 4", "XII",
     "urn:lex:vn:ban.chap.hanh.trung.uong:nghi.quyet;trung.uong.4:khoa.12;lex-1"),
    (None, "Quốc hội", "Luật", None, "2024", None, "Đất đai", None,
     "urn:lex:vn:quoc.hoi:luat;dat.dai:2024;lex-1"),
    (QN, "Đảng ủy Sở Công Thương", "Kế hoạch", None, None, None, "thực hiện Nghị quyết 18-NQ/TW", None,
     "urn:lex:vn;quang.ngai:dang.uy.so.cong.thuong:ke.hoach;thuc.hien.nghi.quyet.18.nq.tw:khong.ro;lex-1"),
    (None, None, None, None, None, "18", None, None, "urn:lex:vn:khong.ro:van.ban:khong.ro;18"),
    (None, None, None, None, None, None, None, None, "urn:lex:vn:khong.ro:van.ban:khong.ro;lex-1"),
    ("Thành phố Hồ Chí Minh", "Ủy ban nhân dân thành phố", "Quyết định", "2020-02-03", None, "5/QĐ-UBND", None, None,
     "urn:lex:vn;ho.chi.minh:uy.ban.nhan.dan:quyet.dinh:2020-02-03;5-qd-ubnd"),
    ("TP. Hồ Chí Minh", "Ủy ban nhân dân", "Quyết định", "2020-02-03", None, "5/QĐ-UBND", None, None,
     "urn:lex:vn;ho.chi.minh:uy.ban.nhan.dan:quyet.dinh:2020-02-03;5-qd-ubnd"),
    ("thành phố Quảng Ngãi, tỉnh Quảng Ngãi", "Ủy ban nhân dân", "Quyết định", "2020-02-03", None, "5/QĐ-UBND", None,
     None, "urn:lex:vn;quang.ngai;thanh.pho.quang.ngai:uy.ban.nhan.dan:quyet.dinh:2020-02-03;5-qd-ubnd"),
    (None, ["Bộ Tài chính", "Bộ Giáo dục và Đào tạo"], "Thông tư liên tịch", "2012-01-02", None,
     "37/2012/TTLT/BLĐTBXH-BYT", None, None,
     "urn:lex:vn:bo.giao.duc.dao.tao+bo.tai.chinh:thong.tu.lien.tich:2012-01-02;37-2012-ttlt-bldtbxh-byt"),
    (None, "Chính phủ", "Nghị định", "2015-02-30", None, "4", None, None,
     "urn:lex:vn:chinh.phu:nghi.dinh:2015;4"),
]  # fmt: skip


@pytest.mark.parametrize("place, issuer, type, date, year, number, extra, term, name", NAMES)
def test_the_names_of_documents(place, issuer, type, date, year, number, extra, term, name) -> None:
    made = make_urn(
        jurisdiction_place=place, issuer=issuer, type=type, date=date, year=year, number=number, extra=extra, term=term
    )
    assert made == name
    assert str(Urn.parse(made)) == made


@given(*[st.one_of(st.none(), st.text(max_size=40)) for _ in range(8)])
def test_any_text_gives_a_lower_case_ascii_name(place, issuer, type, date, year, number, extra, term) -> None:
    made = make_urn(
        jurisdiction_place=place, issuer=issuer, type=type, date=date, year=year, number=number, extra=extra, term=term
    )
    assert str(Urn.parse(made)) == made
    assert re.fullmatch(r"[a-z0-9.:;+|,-]+", made)


def test_joint_issuers_have_no_order() -> None:
    facts = {"jurisdiction_place": None, "type": "TTLT", "date": None, "year": "2012", "number": "1", "extra": None}
    assert make_urn(issuer=["Bộ A", "Bộ B"], **facts) == make_urn(issuer=["Bộ B", "Bộ A"], **facts)


def test_long_names_are_cut_but_stay_apart() -> None:
    words = "thực hiện nghị quyết đại hội đại biểu đảng bộ " * 5
    one, two = slug(words + "một"), slug(words + "hai")
    assert one != two and max(len(one), len(two)) <= 80


@pytest.mark.parametrize(
    "path, expected",
    [
        ((("điều", "26"), ("khoản", "2"), ("điểm", "b")), "dieu26;khoan2;diemb"),
        ((("điều", "5"), ("điểm", "đ")), "dieu5;diemdd"),
        ((("điều", "5"), ("điểm", "d")), "dieu5;diemd"),
        ((("chương", "IV"), ("mục", "II")), "chuong4;muc2"),
        ((("điều", "12a"),), "dieu12a"),
        ((("khoản", "3.1"), ("điểm", "i")), "khoan3.1;diemi"),
        ((("phụ lục", "I"),), "phu.luci"),
    ],
)
def test_parts_of_a_document(path, expected) -> None:
    urn = Urn.parse("urn:lex:vn:quoc.hoi:luat:2024-01-18;31-2024-qh15").at(path)
    assert urn.partition == expected == partition_id(path)
    assert str(urn.work) + "~" + expected == str(urn)


@pytest.mark.parametrize(
    "name, expected",
    [
        ("urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;04-2015-nd-cp",
         "/akn/vn/act/nghi-dinh/chinh-phu/2015-01-09/04-2015-nd-cp"),
        ("urn:lex:vn;quang.ngai:uy.ban.nhan.dan:ke.hoach:2018-06-04;83-kh-ubnd",
         "/akn/vn/doc/ke-hoach/quang-ngai.uy-ban-nhan-dan/2018-06-04/83-kh-ubnd"),
        ("urn:lex:vn:quoc.hoi:luat;dat.dai:2024;lex-1", None),
    ],
)  # fmt: skip
def test_akoma_ntoso(name, expected) -> None:
    assert Urn.parse(name).akn() == expected


def test_http_in_the_manner_of_eli() -> None:
    urn = Urn.parse("urn:lex:vn;quang.ngai:uy.ban.nhan.dan:ke.hoach:2018-06-04;83-kh-ubnd")
    iri = "https://example.org/eli/vn;quang.ngai/uy.ban.nhan.dan/ke.hoach/2018-06-04/83-kh-ubnd"
    assert urn.http("https://example.org/") == iri
    assert Urn.from_http(iri, "https://example.org/") == urn
    for wrong in ("https://other.org/eli/a/b/c/d/e", "https://example.org/eli/a/b", "https://example.org/x"):
        with pytest.raises(UrnError):
            Urn.from_http(wrong, "https://example.org/")


def test_what_is_complete() -> None:
    assert Urn.parse("urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;04-2015-nd-cp").is_complete
    for partial in (
        "urn:lex:vn:khong.ro:nghi.dinh:2015-01-09;4",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015;4",
        "urn:lex:vn:chinh.phu:van.ban:2015-01-09;4",
        "urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;lex-1",
    ):
        assert not Urn.parse(partial).is_complete
    assert Urn.parse("urn:lex:vn:chinh.phu:nghi.dinh:2015;4").year == "2015"


def test_issuers() -> None:
    assert issuer_id("Sở Công Thương", QN) == "vn;quang.ngai:so.cong.thuong"
    assert issuer_id("Chính phủ") == "vn:chinh.phu"
    assert (
        Urn.parse("urn:lex:vn;quang.ngai:so.cong.thuong:bao.cao:2021-04-20;bc-sct").issuer_id
        == "vn;quang.ngai:so.cong.thuong"
    )
    assert number_id("01 - QCPH/ĐU-GDS") == "01-qcph-du-gds"
