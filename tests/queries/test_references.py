"""A document as a person types it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from graph_samples import KH83, LAND, NQ18, NQ18_LAND, NQ18_OPEN, REPORT, UBND, a_graph, text

from graph.knowledge import AmbiguousError, KnowledgeGraph, NotFoundError
from graph.queries.reference import Reference, read_reference

QD20 = {"code": "20/2013/QĐ-UBND", "type": "Quyết định", "date": "2013-05-07", **UBND}
LAND_2013 = {"code": "45/2013/QH13", "type": "Luật", "name": "Luật Đất đai", "date": "2013-11-29"}
CONGRESS = {
    "type": "Nghị quyết", "name": "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX", "term": "XIX",
    "issuer": "Đại hội Đảng bộ tỉnh", "place": "Quảng Ngãi",
}  # fmt: skip
LETTER = {
    "code": "655/SNV-XDCQ&CTTN",
    "type": "Công văn",
    "date": "2021-04-02",
    "issuer": "Sở Nội vụ",
    "place": "Quảng Ngãi",
}
CIRCULAR = {"code": "04/2015/NĐ-CP", "type": "Nghị định", "date": "2015-01-09", "issuer": "Chính phủ"}
TITLED = {
    "code": "12/2017/QĐ-UBND", "type": "Quyết định", "date": "2017-03-17", **UBND,
    "title": "Quy chế phối hợp quản lý hoạt động bán hàng đa cấp trên địa bàn tỉnh",
}  # fmt: skip


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    cited = (QD20, LAND, LAND_2013, CONGRESS, LETTER, CIRCULAR, TITLED)
    more = text("more", KH83, *((KH83, "cites", facts) for facts in cited))
    with a_graph(tmp_path_factory.mktemp("resolve") / "graph.db", [REPORT, more]) as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("18-NQ/TW", "18-NQ/TW"),
        ("18-nq/tw", "18-NQ/TW"),
        ("nq18", "18-NQ/TW"),
        ("NQ-18", "18-NQ/TW"),
        ("18-NQTW", "18-NQ/TW"),
        ("18NQ-TW", "18-NQ/TW"),
        ("18nqtw", "18-NQ/TW"),
        ("qđ20", "20/2013/QĐ-UBND"),
        ("QĐ20/2013/QĐ-UBND", "20/2013/QĐ-UBND"),
        ("20/2013/QDUBND", "20/2013/QĐ-UBND"),
        ("nd04", "04/2015/NĐ-CP"),
        ("NĐ4/2015", "04/2015/NĐ-CP"),
        ("cv655", "655/SNV-XDCQ&CTTN"),
        ("18-NQ/TƯ", "18-NQ/TW"),
        ("18 - NQ / TW", "18-NQ/TW"),
        ("18/NQ-TW", "18-NQ/TW"),
        ("NQ 18-NQ/TW", "18-NQ/TW"),
        ("Nghị quyết 18", "18-NQ/TW"),
        ("nghi quyet so 18", "18-NQ/TW"),
        ("NQ 18", "18-NQ/TW"),
        ("Nghị quyết số 018", "18-NQ/TW"),
        ("nghi quyet so 18-NQ/TW ngày 25/10/2017", "18-NQ/TW"),
        ("Nghị quyết số 18 ngày 25 tháng 10 năm 2017", "18-NQ/TW"),
        ("Nghị quyết 18 năm 2017", "18-NQ/TW"),
        ("Nghị quyết 18 của Ban Chấp hành Trung ương", "18-NQ/TW"),
        ("Nghị quyết 18 khóa XII", "18-NQ/TW"),
        ("urn:lex:vn:ban.chap.hanh.trung.uong:nghi.quyet:2017-10-25;18-nq-tw", "18-NQ/TW"),
        ("Quyết định 20", "20/2013/QĐ-UBND"),
        ("qd 20", "20/2013/QĐ-UBND"),
        ("Quyết định số 20/2013/QÐ-UBND", "20/2013/QĐ-UBND"),
        ("20/2013/qd-ubnd", "20/2013/QĐ-UBND"),
        ("ke hoach 83", "83/KH-UBND"),
        ("KH 83 của UBND tỉnh", "83/KH-UBND"),
        ("83/KH", "83/KH-UBND"),
        ("83/KH-UBND Quảng Ngãi", "83/KH-UBND"),
        ("Công văn 655", "655/SNV-XDCQ&CTTN"),
        ("655/SNV-XDCQ&CTTN", "655/SNV-XDCQ&CTTN"),
        ("4/2015/NĐ-CP", "04/2015/NĐ-CP"),
        ("Nghị định 04/2015/NĐ-CP ngày 9/1/2015", "04/2015/NĐ-CP"),
        ("Luật Đất đai 2024", "31/2024/QH15"),
        ("luat dat dai nam 2013", "45/2013/QH13"),
        ("Luật Đất đai số 31/2024/QH15", "31/2024/QH15"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX", None),
        ("bán hàng đa cấp", "12/2017/QĐ-UBND"),
        ("quyet dinh ban hang da cap", "12/2017/QĐ-UBND"),
    ],
)
def test_words_find_their_document(graph: KnowledgeGraph, words: str, code: str | None) -> None:
    assert [d.code for d in graph.resolve(words)] == [code]
    assert graph.document(words).code == code


@pytest.mark.parametrize(
    "words",
    [
        "",
        "  ",
        "19-NQ/TW",
        "Nghị quyết 18 năm 2022",
        "Kế hoạch 18",
        "18-NQ/TU",
        "Nghị quyết 18 của Chính phủ",
        "’;--",
        '"',
    ],
)
def test_nothing_is_guessed(graph: KnowledgeGraph, words: str) -> None:
    assert graph.resolve(words) == []
    with pytest.raises(NotFoundError):
        graph.document(words)


def test_several_hits_are_listed(graph: KnowledgeGraph) -> None:
    with pytest.raises(AmbiguousError) as caught:
        graph.document("Luật Đất đai")
    assert [d.code for d in caught.value.candidates] == ["45/2013/QH13", "31/2024/QH15"]


def test_an_incomplete_document_yields_to_complete_ones(tmp_path: Path) -> None:
    texts = [text("a", KH83, (KH83, "implements", NQ18)), text("b", KH83, (KH83, "cites", NQ18_LAND))]
    vague = text("c", {**KH83, "date": None}, (KH83, "cites", NQ18_OPEN))
    with a_graph(tmp_path / "graph.db", [*texts, vague]) as graph:
        assert len(list(graph.documents())) == 4
        assert [d.date for d in graph.resolve("18-NQ/TW")] == ["2017-10-25", "2022-06-16"]
        assert graph.document("Nghị quyết 18 năm 2022").date == "2022-06-16"


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("nghi quyet 18", "18-NQ/TW"),
        ("18-nq/tw", "18-NQ/TW"),
        ("ke hoach 83", "83/KH-UBND"),
        ("Kế hoạch số 83 ngày 4/6/2018", "83/KH-UBND"),
        ("da cap", "12/2017/QĐ-UBND"),
        ("dat dai 2024", "31/2024/QH15"),
        ("ke hoach cong thuong", "1127/KH-SCT"),
        ("nghi dinh 4", "04/2015/NĐ-CP"),
    ],
)
def test_search_needs_no_diacritics(graph: KnowledgeGraph, words: str, best: str) -> None:
    assert graph.find(words)[0].code == best


def test_search_takes_beginnings_and_limits(graph: KnowledgeGraph) -> None:
    assert [d.code for d in graph.find("phối hợp quản lý hoạt độ")] == ["12/2017/QĐ-UBND"]
    assert len(graph.find("quyet dinh", limit=2)) == 2
    assert graph.find("'\"; DROP TABLE document; --") == []
    assert graph.find("") == []


def test_ids_of_descriptions_lead_to_the_merged_document(tmp_path: Path) -> None:
    with a_graph(tmp_path / "graph.db", [text("a", KH83, (KH83, "implements", NQ18_OPEN)), REPORT]) as graph:
        (open_id,) = ["urn:lex:vn:khong.ro:nghi.quyet:khong.ro;18-nq-tw"]
        assert graph.document(open_id).id == graph.document("18-NQ/TW").id


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18-NQ/TW", Reference(code="18-nq-tw")),
        (
            "Thông tư liên tịch 18/2012/TTLT-BTTTT-BTC",
            Reference(("thong tu lien tich",), code="18-2012-btc-btttt-ttlt"),
        ),
        ("Quyết định 20", Reference(("quyet dinh",), number="20")),
        ("QĐ 20", Reference(("quyet dinh", "quy dinh"), number="20")),
        ("30a/2008/NQ-CP", Reference(code="30a-2008-nq-cp")),
        ("Nghị quyết 18 khóa 12", Reference(("nghi quyet",), number="18", term="XII")),
        ("đề án 2016-2020", Reference(("de an",), number="2016", words=("2020",))),
        ("ngày 1.2.2020", Reference(date="2020-02-01")),
    ],
)
def test_what_is_understood(text: str, expected: Reference) -> None:
    found = read_reference(text)
    assert (found.code, found.number, found.date, found.term) == (
        expected.code, expected.number, expected.date, expected.term,
    )  # fmt: skip
    assert set(expected.types) <= set(found.types)


@pytest.mark.parametrize("words", ["dir/own.txt", "own.txt", "./dir/own.txt", "dir\\own.txt", "/elsewhere/own.txt"])
def test_a_file_that_was_read_is_its_document(tmp_path: Path, words: str) -> None:
    with a_graph(tmp_path / "g.db", [text("dir/own.txt", KH83, (KH83, "implements", NQ18))]) as graph:
        assert [d.code for d in graph.resolve(words)] == ["83/KH-UBND"]
        assert graph.resolve("wn.txt") == graph.resolve("dir/%.txt") == graph.resolve("o_n.txt") == []


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("20/2014/QĐ-UBND", ["20/2013/QĐ-UBND"]),
        ("nd20", ["20/2013/QĐ-UBND"]),
        ("luat dat dia", ["45/2013/QH13", "31/2024/QH15"]),
        ("Luật Đất đaii năm 2024", []),
        ("quy che ban hang da cap lien huyen", ["12/2017/QĐ-UBND"]),
        ("qqq", []),
    ],
)
def test_what_names_nothing_may_be_near_to_something(graph: KnowledgeGraph, words: str, codes: list[str]) -> None:
    with pytest.raises(NotFoundError) as error:
        graph.document(words)
    assert [d.code for d in error.value.suggestions][: len(codes)] == codes
