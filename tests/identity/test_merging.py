"""Merging across texts: completed where exactly one document fits, never two documents in one node."""

from __future__ import annotations

import csv
import dataclasses
import itertools
import random
import re
from pathlib import Path
from typing import Any

import pytest

from graph.identity.codes import symbol_form
from graph.identity.merging import Claim, bucket, claim_of, merge
from graph.identity.urn import make_urn
from graph.identity.verdict import settle
from graph.model import Document
from graph.normalise import normalise

SHARED = Path(__file__).resolve().parents[2] / "../shared"
UBND = "Ủy ban nhân dân tỉnh"
QN = "Quảng Ngãi"


def doc(code: str | None = None, **facts: Any) -> Document:
    urn = make_urn(
        jurisdiction_place=facts.get("place"),
        issuer=facts.get("issuer"),
        type=facts.get("type"),
        date=facts.get("date"),
        year=None,
        number=code,
        extra=facts.get("name"),
        term=facts.get("term"),
    )
    return Document(id=urn, code=code, **facts)


def merged(*documents: Document | tuple[Document, str]) -> list[set[int]]:
    """The documents, each from a text of its own, by the position of those that became one; order must not matter."""
    texts = [d if isinstance(d, tuple) else (d, "") for d in documents]
    claims = [claim_of(d, context=f"text{i}", seen=seen or None) for i, (d, seen) in enumerate(texts)]
    by_bucket: dict[str, list[Claim]] = {}
    for claim in claims:
        by_bucket.setdefault(bucket(claim.document), []).append(claim)
    found: set[frozenset[int]] = set()
    results = []
    for members in by_bucket.values():
        orders = list(itertools.permutations(members))[:24]
        outcomes = [merge(order) for order in orders]
        assert all(outcome == outcomes[0] for outcome in outcomes)
        results += outcomes[0]
    assert len({cluster.document.id for cluster in results}) == len(results)
    for cluster in results:
        found.add(frozenset(i for i, claim in enumerate(claims) if claim.key in cluster.claims))
    return sorted(map(set, found), key=min)


NQ18 = doc("18-NQ/TW", type="Nghị quyết", date="2017-10-25", issuer="Ban Chấp hành Trung ương")
NQ18_LAND = doc("18-NQ/TW", type="Nghị quyết", date="2022-06-16", issuer="Ban Chấp hành Trung ương")
NQ18_BARE = doc("18-NQ/TW", type="Nghị quyết")
KH83 = doc("83/KH-UBND", type="Kế hoạch", date="2018-06-04", issuer=UBND, place=QN)
LAND_2013 = doc("45/2013/QH13", type="Luật", name="Luật Đất đai", date="2013-11-29")
LAND_2024 = doc("31/2024/QH15", type="Luật", name="Luật Đất đai", date="2024-01-18")

CASES: list[tuple[str, list[Any], list[set[int]]]] = [
    ("same document", [NQ18, NQ18], [{0, 1}]),
    ("two terms", [NQ18, NQ18_LAND], [{0}, {1}]),
    ("numbers are integers", [doc("4/2015/NĐ-CP"), doc("04/2015/NĐ-CP", date="2015-01-09")], [{0, 1}]),
    ("case and Đ", [doc("20/2013/QÐ-UBND", place=QN), doc("20/2013/qđ-ubnd", place=QN)], [{0, 1}]),
    ("TƯ is TW, TU is not", [doc("18-NQ/TƯ", term="XII"), NQ18, doc("18-NQ/TU", term="XII", place=QN)], [{0, 1}, {2}]),
    ("Party number in State order", [doc("23/NQ-TW", date="2018-03-22"), doc("23-NQ/TW", date="2018-03-22")], [{0, 1}]),
    ("term and date agree", [doc("18-NQ/TW", type="Nghị quyết", term="XII"), NQ18], [{0, 1}]),
    ("one full document fits", [NQ18_BARE, NQ18], [{0, 1}]),
    ("two full documents fit", [NQ18_BARE, NQ18, NQ18_LAND], [{0}, {1}, {2}]),
    ("nothing cites the future", [(NQ18_BARE, "2021-04-20"), NQ18, NQ18_LAND], [{0, 1}, {2}]),
    ("only a later one is known", [(NQ18_BARE, "2021-04-20"), NQ18_LAND], [{0}, {1}]),
    ("undated in two texts", [NQ18_BARE, NQ18_BARE], [{0, 1}]),
    ("year segment", [doc("24/2026/NQ-CP", date="2026-01-05"), doc("24/NQ-CP", date="2026-02-05")], [{0}, {1}]),
    ("State numbers restart", [doc("124/NQ-CP", date="2020-09-03"), doc("124/NQ-CP", date="2025-05-08")], [{0}, {1}]),
    ("two places", [KH83, doc("83/KH-UBND", date="2018-06-04", issuer=UBND, place="Bình Dương")], [{0}, {1}]),
    ("spelling of the place", [KH83, doc("83/KH-UBND", date="2018-06-04", place="tỉnh Quảng Ngãi")], [{0, 1}]),
    ("undated with place", [KH83, doc("83/KH-UBND", type="Kế hoạch", place=QN)], [{0, 1}]),
    ("no place, no date", [KH83, doc("83/KH-UBND", type="Kế hoạch")], [{0}, {1}]),
    ("no place, the day agrees", [KH83, doc("83/KH-UBND", type="Kế hoạch", date="2018-06-04")], [{0, 1}]),
    ("no place, the year is not enough", [doc("20/2013/QĐ-UBND"), doc("20/2013/QĐ-UBND", place=QN)], [{0}, {1}]),
    ("no place, two texts", [doc("20/2013/QĐ-UBND"), doc("20/2013/QĐ-UBND")], [{0}, {1}]),
    ("province and district", [KH83, doc("83/KH-UBND", date="2018-06-07", issuer="Ủy ban nhân dân huyện", place=QN)],
     [{0}, {1}]),
    ("two dates of one number", [KH83, doc("83/KH-UBND", date="2018-06-05", issuer=UBND, place=QN)], [{0, 1}]),
    ("a body and its head on two days",
     [doc("846/QĐ-UBND", date="2017-11-07", issuer=UBND, place=QN),
      doc("846/QĐ-UBND", date="2017-05-17", issuer="Chủ tịch Ủy ban nhân dân tỉnh", place=QN)], [{0}, {1}]),
    ("a body and its head on one day",
     [doc("846/QĐ-UBND", date="2017-11-07", issuer=UBND, place=QN),
      doc("846/QĐ-UBND", date="2017-11-07", issuer="Chủ tịch Ủy ban nhân dân tỉnh", place=QN)], [{0, 1}]),
    ("bare number with issuer",
     [doc("18", type="Nghị quyết", issuer="Ban Chấp hành Trung ương"), NQ18], [{0, 1}]),
    ("bare number of the Politburo may mean TW", [doc("18", type="Nghị quyết", issuer="Bộ Chính trị"), NQ18], [{0, 1}]),
    ("bare number alone", [doc("18", type="Nghị quyết"), NQ18], [{0}, {1}]),
    ("bare number alone, two texts", [doc("18", type="Nghị quyết"), doc("18", type="Nghị quyết")], [{0}, {1}]),
    ("bare number with date", [doc("19", type="Nghị quyết", date="2017-10-25"),
                               doc("19-NQ/TW", type="Nghị quyết", date="2017-10-25")], [{0, 1}]),
    ("bare number of another place", [doc("83", type="Kế hoạch", issuer=UBND, place="Bình Dương"), KH83], [{0}, {1}]),
    ("bare number of the place", [doc("83", type="Kế hoạch", issuer=UBND, place=QN), KH83], [{0, 1}]),
    ("a programme of action is a programme",
     [doc("37-CTr/TU", type="Chương trình", date="2019-03-26", place=QN),
      doc("37-CTr/TU", type="Chương trình hành động", date="2019-03-26", place=QN)], [{0, 1}]),
    ("Quyết định and Quy định", [doc("8-QĐ/TW", type="Quyết định", date="2018-10-25"),
                                 doc("8-QĐ/TW", type="Quy định", date="2018-10-25")], [{0}, {1}]),
    ("the symbol outranks the type word", [doc("49-CT/TW", type="Nghị quyết", term="XIII"),
                                           doc("49-CT/TW", type="Chỉ thị", term="XIII")], [{0, 1}]),
    ("joint circular in another order",
     [doc("18/2012/TTLT-BTC-BTTTT", issuer="Bộ Tài chính, Bộ Thông tin và Truyền thông"),
      doc("18/2012/TTLT-BTTTT-BTC", issuer="BỘ THÔNG TIN VÀ TRUYỀN THÔNG - BỘ TÀI CHÍNH")], [{0, 1}]),
    ("old joint circular", [doc("24/LB-TT", date="1994-09-19"), doc("24/TT-LB", date="1994-09-19")], [{0, 1}]),
    ("law by number and by name with year", [LAND_2024, doc(type="Luật", name="Luật Đất đai", date="2024")], [{0, 1}]),
    ("a code may be called a law", [doc("45/2019/QH14", type="Bộ luật", name="Bộ luật Lao động"),
                                    doc("45/2019/QH14", type="Luật", date="2019-11-20")], [{0, 1}]),
    ("numbers with a part", [doc("66.16/2026/NQ-CP"), doc("66.18/2026/NQ-CP"), doc("66.16/2026/NQ-CP")], [{0, 2}, {1}]),
    ("law by number alone", [LAND_2024, doc("31/2024/QH15", type="Luật")], [{0, 1}]),
    ("law by name, number between", [doc(type="Luật", name="Luật Đất đai", date="2024-01-18"), LAND_2024,
                                     doc("31/2024/QH15")], [{0, 1, 2}]),
    ("laws of one name", [LAND_2013, LAND_2024, doc(type="Luật", name="LUẬT ĐẤT ĐAI NĂM 2013", date="2013")],
     [{0, 2}, {1}]),
    ("a law's name alone", [LAND_2013, doc(type="Luật", name="Luật Đất đai")], [{0}, {1}]),
    ("a law's name alone, two texts", [doc(type="Luật", name="Luật Đất đai"), doc(type="Luật", name="Luật Đất đai")],
     [{0, 1}]),
    ("named documents of two terms",
     [doc(type="Nghị quyết", name="Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX", term="XIX",
          issuer="Đại hội Đảng bộ tỉnh", place=p) for p in (QN, QN, "Bình Dương")], [{0, 1}, {2}]),
    ("unnumbered plans of an open issuer",
     [doc(type="Kế hoạch", name="Kế hoạch thực hiện NQ 18", issuer="Đảng ủy Sở", place=QN, unnumbered=True)] * 2,
     [{0}, {1}]),
    ("local Party numbers, same term stated", [doc("4-NQ/TU", term="XIX", place=QN),
                                               doc("04-NQ/TU", term="XIX", date="2016-10-19", place=QN)], [{0, 1}]),
    ("local Party numbers, congress year", [doc("2-NQ/TU", date="2015-03-02", place=QN),
                                            doc("2-NQ/TU", date="2015-12-02", place=QN)], [{0}, {1}]),
    ("inserted number", [doc("30a/2008/NQ-CP"), doc("30/2008/NQ-CP")], [{0}, {1}]),
]  # fmt: skip


@pytest.mark.parametrize(("documents", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_which_texts_mean_one_document(documents: list[Any], expected: list[set[int]]) -> None:
    assert merged(*documents) == expected


def homonyms() -> list[tuple[str, Document]]:
    """The rows of the table of homonyms; a row "A vs B" gives both."""
    path = SHARED / "domain/homonyms.csv"
    if not path.exists():
        return []
    found = []
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
        day = re.search(r"\d{4}-\d\d-\d\d|\d{4}", row["date"].replace("2019 or 2020", "2020"))
        date = day.group() if day and "vs" not in row["date"] else None
        codes = re.findall(r"\d+/\d{4}/QH\d+", row["date"]) or [row["symbol"]]
        place = QN if QN in row["issuer"] else None
        issuer = row["issuer"].removesuffix(" " + QN).strip("()")
        for code in codes:
            found.append((row["subject"], doc(code, date=date, term=row["term"] or None, issuer=issuer, place=place)))
    return found


@pytest.mark.skipif(not homonyms(), reason="the table of homonyms is not here")
def test_homonyms_stay_apart_in_any_order() -> None:
    rows = homonyms()
    documents = [document for _, document in rows]
    documents += [doc("04-NQ/TU", date="2016-10-20", term="XIX", issuer="Tỉnh ủy", place="Bình Định")]
    for seed in range(5):
        order = documents * 2
        random.Random(seed).shuffle(order)
        by_bucket: dict[str, list[Claim]] = {}
        for index, document in enumerate(order):
            by_bucket.setdefault(bucket(document), []).append(claim_of(document, context=str(index), seen=None))
        clusters = [cluster for claims in by_bucket.values() for cluster in merge(claims)]
        assert len(clusters) == len(documents)
        assert all(len(cluster.claims) == 1 for cluster in clusters)


def one(*documents: Document) -> Any:
    clusters = merge(claim_of(d, context=f"text{i}", seen=None) for i, d in enumerate(documents))
    assert len(clusters) == 1
    return clusters[0]


def test_attributes_register_then_own_text_then_majority() -> None:
    title = {"type": "Kế hoạch", "place": QN, "issuer": UBND}
    cited = doc("83/KH-UBND", date="2018-06-05", title="một", **title)
    own = doc("83/KH-UBND", date="2018-06-04", title="hai", is_source=True, **title)
    register = doc("83/KH-UBND", date="2018-06-06", title="ba", origins={"date": "register"}, **title)
    assert one(cited, cited, own).document.date == "2018-06-04"
    assert one(cited, cited, own).document.title == "hai"
    assert one(cited, cited, own).document.is_source
    assert one(cited, own, register).document.date == "2018-06-06"
    assert one(cited, own, register).document.title == "hai"
    third = doc("83/KH-UBND", date="2018-06-07", **title)
    assert one(cited, cited, third).document.date == "2018-06-05"
    assert one(cited, third).document.date == "2018-06-05"  # a tie goes by letters


def test_fuller_values_win_without_a_finding() -> None:
    short = doc("37-CTr/TU", type="Chương trình", date="2019", term="XIX", place=QN)
    full = doc("37-CTr/TU", type="Chương trình hành động", date="2019-03-26", term="XIX", place=QN)
    cluster = one(short, short, short, full)
    assert (cluster.document.type, cluster.document.date) == ("Chương trình hành động", "2019-03-26")
    assert cluster.document.id == full.id
    assert cluster.findings == ()


def test_capitals_of_a_register_give_way_to_the_same_words() -> None:
    printed = doc("26/2011/TT-BTC", issuer="BỘ TÀI CHÍNH", origins={"issuer": "register"})
    assert one(printed, doc("26/2011/TT-BTC", issuer="Bộ Tài chính")).document.issuer == "Bộ Tài chính"


def test_two_dates_for_one_number_are_a_finding() -> None:
    cluster = one(KH83, KH83, doc("83/KH-UBND", date="2018-06-05", issuer=UBND, place=QN))
    (finding,) = cluster.findings
    assert finding.kind == "conflicting-date"
    assert "04/06/2018 (2 nguồn), 05/06/2018 (1 nguồn)" in finding.message


def test_the_wrong_issuer_of_a_central_number_is_a_finding() -> None:
    cluster = one(NQ18, doc("18-NQ/TW", date="2017-10-25", issuer="Bộ Chính trị"))
    assert [f.kind for f in cluster.findings] == ["conflicting-issuer"]


def test_any_body_of_a_joint_document_may_be_named() -> None:
    code = "88/2016/TTLT-BTC-BTNMT"
    assert one(doc(code, issuer="Bộ Tài chính"), doc(code, issuer="Bộ Tài nguyên và Môi trường")).findings == ()


def test_an_open_reference_lists_its_candidates() -> None:
    claims = [claim_of(d, context=f"text{i}", seen=None) for i, d in enumerate([NQ18, NQ18_LAND, NQ18_BARE])]
    vague = next(c for c in merge(claims) if c.document.provisional)
    assert vague.document.candidates == (NQ18.id, NQ18_LAND.id)
    assert [f.kind for f in vague.findings] == ["ambiguous-reference"]


@pytest.mark.parametrize(
    "document",
    [
        doc("12/2020/QĐ-UBND", date="2020-03-04", issuer="Ủy ban nhân dân tỉnh Quảng Ngãi", origins={"code": "text"}),
        doc("12", type="Quyết định", title="về việc chi", origins={"code": "text", "date": "register"}),
        doc(type="Kế hoạch", name="", provisional=True, unnumbered=True),
    ],
)
def test_one_claim_and_two_that_are_equal_are_one_document(document: Document) -> None:
    claim = claim_of(document, context="", seen=None)
    for complete in (True, False):
        assert settle([claim], complete=complete) == settle([claim, claim], complete=complete)


@pytest.mark.parametrize("code", ["18-NQ/TW", "012/2020/TT-BTC", "30a/2008/NQ-CP", "66.16/2026/NQ-CP", "5/Đ", "1-"])
def test_a_sound_code_is_compared_as_a_mended_one(code: str) -> None:
    assert symbol_form(code) == symbol_form(f" {code}").strip() == normalise(code).text.casefold().replace("đ", "d")


def test_candidates_of_one_text_become_the_merged_documents() -> None:
    ambiguous = Document(id="x", type="Nghị quyết", code="18", provisional=True, candidates=(NQ18.id, "local"))
    local = doc("18-NQ/TW", type="Nghị quyết", term="XIII")
    local = Document(id="local", type=local.type, code=local.code, term="XIII")
    claims = [claim_of(d, context="t", seen=None) for d in (NQ18, NQ18_LAND, local, ambiguous)]
    vague = next(c for c in merge(claims) if c.document.provisional)
    assert vague.document.candidates == (NQ18.id, NQ18_LAND.id)


@pytest.mark.parametrize(
    ("known", "named", "meant"),
    [
        ("2012", "2012-06-20", "2012"),  # a table knows the day, the texts only the year
        ("2012-06", "2012-06-20", "2012-06"),
        ("2012-06-20", "2012-06-20", "2012-06-20"),
        ("2011", "2012-06-20", "2012-06-20"),  # another one: the name stays as it is
    ],
)
def test_a_candidate_from_a_table_is_the_document_of_the_texts(known: str, named: str, meant: str) -> None:
    name = "urn:lex:vn:quoc.hoi:luat:{};15-2012-qh13"
    law = Document(name.format(known), type="Luật", code="15/2012/QH13", issuer="Quốc hội", term="XIII")
    if len(known) == len(named):
        law = dataclasses.replace(law, date=known)
    doubtful = Document(
        "urn:lex:vn:quoc.hoi:luat;chua.ro:2021;15-2021-qh15", type="Luật", code="15/2021/QH15", issuer="Quốc hội",
        candidates=(name.format(named),),
    )  # fmt: skip
    found = merge([claim_of(d, context="t", seen=None) for d in (law, doubtful)])
    (vague,) = (c.document for c in found if c.document.candidates)
    assert vague.candidates == (name.format(meant),)


def test_claims_survive_their_content() -> None:
    claim = claim_of(doc("18", type="Nghị quyết", origins={"type": "text"}), context="abc", seen="2021")
    assert Claim.from_content(claim.document.id, claim.content, cited=1) == claim


def test_ids_of_documents_that_only_their_text_knows_differ() -> None:
    claims = [claim_of(doc("18", type="Nghị quyết"), context=f"0000{i}aaa", seen=None) for i in range(3)]
    ids = [cluster.document.id for cluster in merge(claims)]
    assert ids == [f"urn:lex:vn:khong.ro:nghi.quyet;theo.0000{i}aaa:khong.ro;18" for i in range(3)]
