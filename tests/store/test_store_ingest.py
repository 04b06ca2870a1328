"""What texts say goes in and out; the merged graph is the same in whichever order, and after any interruption."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from graph_samples import (
    CITING,
    FINDING,
    KH83,
    KH125,
    LAND,
    LATER,
    NQ18,
    NQ18_LAND,
    NQ18_OPEN,
    QD40,
    REPORT,
    UBND,
    a_graph,
    doc,
    dump,
    text,
)  # fmt: skip

from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Document, Extraction, Issuer, Mention, Pinpoint, Source
from graph.pipeline import extract
from graph.relations.claiming import of_the_law
from graph.store import settling

TEXTS = [REPORT, CITING, LATER, text("law", LAND, (KH83, "based_on", LAND))]


def codes(graph: KnowledgeGraph) -> list[tuple[str | None, str | None]]:
    return [(d.code, d.date) for d in graph.documents()]


def test_the_same_content_changes_nothing(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", TEXTS)
    before = dump(graph)
    changes = graph._connection.total_changes
    assert not any(graph.ingest(source, extraction) for source, extraction in TEXTS)
    assert graph.settle() == 0
    assert graph._connection.total_changes == changes
    assert dump(graph) == before


def test_new_content_replaces_what_the_source_said(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", [REPORT])
    assert graph.ingest(*text("report", KH83, (KH83, "implements", NQ18)))
    only = a_graph(tmp_path / "only.db", [text("report", KH83, (KH83, "implements", NQ18))])
    assert dump(graph) == dump(only)


def test_a_removed_source_leaves_no_trace(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", TEXTS)
    assert graph.remove("report")
    assert not graph.remove("report")
    assert dump(graph) == dump(a_graph(tmp_path / "rest.db", TEXTS[1:]))
    for source, _ in TEXTS[1:]:
        graph.remove(source.name)
    assert dump(graph) == ""
    tables = ("source", "block", "claim", "assertion", "document", "mention", "relation", "issuer", "issuer_variant")
    counts = [graph._connection.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in (*tables, "dirty")]
    assert counts == [0] * len(counts)
    assert graph.find("nghi quyet") == []


def test_order_is_nothing_to_the_graph(tmp_path: Path) -> None:
    dumps = set()
    for number, order in enumerate(itertools.permutations(TEXTS)):
        with a_graph(tmp_path / f"{number}.db", order) as graph:
            dumps.add(dump(graph))
    assert len(dumps) == 1


def test_settling_often_or_once_is_the_same(tmp_path: Path) -> None:
    with open_graph(tmp_path / "often.db", create=True) as often:
        for source, extraction in TEXTS:
            often.ingest(source, extraction)
            often.settle()
        assert dump(often) == dump(a_graph(tmp_path / "once.db", TEXTS))


def test_only_buckets_that_changed_are_merged(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", TEXTS)
    graph.ingest(*text("more", {"type": "Công văn", "code": "9/SCT-KH", "date": "2024-05-05", **UBND}))
    assert graph.settle() == 1


def test_an_interrupted_merge_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "graph.db"
    graph = open_graph(path, create=True)
    for source, extraction in TEXTS:
        graph.ingest(source, extraction)
    done = settling._settle_buckets
    calls = itertools.count()

    def failing(*arguments: object) -> None:
        if next(calls) == 1:
            raise KeyboardInterrupt
        done(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(settling, "_BATCH", 2)
    monkeypatch.setattr(settling, "_settle_buckets", failing)
    with pytest.raises(KeyboardInterrupt):
        graph.settle()
    graph.close()
    monkeypatch.undo()
    with open_graph(path) as reader:
        assert reader.stats().pending > 0
    with open_graph(path, write=True) as again:
        assert dump(again) == dump(a_graph(tmp_path / "whole.db", TEXTS))


def test_a_cited_document_is_the_same_node_when_its_text_arrives(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", [REPORT])
    cited = graph.document("83/KH-UBND")
    assert graph.texts_of(cited) == ()
    graph.ingest(*CITING)
    loaded = graph.document("83/KH-UBND")
    assert loaded.id == cited.id
    assert graph.texts_of(loaded) == ("citing",)
    assert graph.loaded()[loaded.id] == ("citing",)


def test_an_open_reference_is_completed_and_opened_again(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", [CITING])
    assert graph.document("18-NQ/TW").provisional
    graph.ingest(*text("a", KH125, (KH125, "implements", NQ18)))
    assert graph.document("18-NQ/TW").date == "2017-10-25"
    unknown = text("b", {"type": "Công văn", "code": "5/SCT-TTr", **UBND}, (KH125, "cites", NQ18_LAND))
    graph.ingest(*unknown)
    graph.ingest(*text("c", {**KH83, "date": None}, (KH83, "cites", NQ18_OPEN)))
    found = graph.resolve("18-NQ/TW")
    assert [d.date for d in found] == ["2017-10-25", "2022-06-16"]
    graph.remove("a")
    assert [d.date for d in graph.resolve("18-NQ/TW")] == ["2022-06-16"]


def test_offsets_and_evidence_come_back(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", [REPORT])
    source, extraction = REPORT
    stored = {(r.subject, r.predicate, r.object): r for r in graph.relations()}
    for relation in extraction.relations:
        back = stored[relation.subject, relation.predicate, relation.object]
        assert back.evidence == replace(relation.evidence, source="report")
        assert source.text[back.evidence.start : back.evidence.end] == back.evidence.text
    mentions = sorted(graph.mentions(), key=lambda m: m.start)
    assert [(m.start, m.end, m.text) for m in mentions] == [(m.start, m.end, m.text) for m in extraction.mentions]
    assert list(graph.sources()) == [source]


def test_long_texts_are_read_in_pieces(tmp_path: Path) -> None:
    words = "điều khoản " * 20_000
    own = Document("a", type="Kế hoạch", code="1/KH-UBND", is_source=True)
    mentions = tuple(Mention("a", at, at + 40_000, words[at : at + 40_000]) for at in (0, 16_383, 16_384, 100_000))
    graph = a_graph(tmp_path / "graph.db", [(Source("long", words), Extraction("long", (own,), mentions))])
    assert [m.text for m in graph.mentions()] == [m.text for m in mentions]
    assert next(iter(graph.sources())).text == words


def test_odd_text_is_kept(tmp_path: Path) -> None:
    words = "a\x00b\ud800c\U0001f600 Nghị quyết"
    own = Document("urn:x", type="Nghị quyết", code="1/NQ-HĐND", title="x\ud800y", is_source=True)
    pin = Pinpoint((("điều", "5"), ("khoản", "đ")), "khoản đ Điều 5")
    mention = Mention("urn:x", 0, 3, "khác", (pin,))
    extraction = Extraction("odd", (own,), (mention,), (), (), (FINDING,))
    graph = a_graph(tmp_path / "graph.db", [(Source("odd", words), extraction)])
    assert next(iter(graph.sources())).text == words
    assert next(iter(graph.documents())).title == "x?y"
    assert next(iter(graph.documents())).is_source
    assert next(iter(graph.mentions())).pinpoints == (pin,)
    assert next(iter(graph.mentions())).text == "khác"
    assert next(iter(graph.findings())).message == FINDING.message


def test_where_a_statement_stands_is_kept(tmp_path: Path) -> None:
    source, extraction = REPORT
    stands = Pinpoint((("điều", "2"), ("khoản", "1"), ("điểm", "đ")), "đ)")
    mentions = (replace(extraction.mentions[0], provision=stands), *extraction.mentions[1:])
    relations = (replace(extraction.relations[0], provision=stands), *extraction.relations[1:])
    said = replace(extraction, mentions=mentions, relations=relations)
    graph = a_graph(tmp_path / "graph.db", [(source, said)])
    assert {m.provision for m in graph.mentions()} == {stands, None}
    (relation,) = [r for r in graph.relations() if r.provision is not None]
    assert (relation.subject, relation.object) == (relations[0].subject, relations[0].object)
    assert [r.provision for r in graph.relations_of(relation.subject) if r.provision] == [stands]
    assert graph.ingest(source, extraction)  # a statement that stands elsewhere is another one
    assert {m.provision for m in graph.mentions()} == {None}


def test_an_extraction_must_list_what_it_refers_to(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", [])
    with pytest.raises(ValueError, match="does not list"):
        graph.ingest(Source("x", "y"), Extraction("x", (), (Mention("nobody", 0, 1, "y"),)))
    assert list(graph.sources()) == []


def test_an_issuer_is_what_most_texts_say(tmp_path: Path) -> None:
    def naming(name: str, called: str) -> tuple[Source, Extraction]:
        source, extraction = text(name, KH83)
        return source, replace(extraction, issuers=(Issuer("vn;quang.ngai:uy.ban.nhan.dan", called, "Quảng Ngãi"),))

    graph = a_graph(tmp_path / "graph.db", [naming("a", "UBND"), naming("b", "UBND tỉnh"), naming("c", "UBND tỉnh")])
    assert [i.name for i in graph.issuers()] == ["UBND tỉnh"]
    graph.remove("b")
    graph.remove("c")
    assert [i.name for i in graph.issuers()] == ["UBND"]


def test_two_dates_are_a_finding_until_one_is_gone(tmp_path: Path) -> None:
    other = {**QD40, "date": "2015-08-19"}
    graph = a_graph(tmp_path / "graph.db", [REPORT, text("x", KH83, (KH83, "cites", other))])
    (found,) = graph.findings()
    assert found.kind == "conflicting-date"
    assert found.documents == (graph.document("40/2015/QĐ-UBND").id,)
    graph.remove("x")
    assert list(graph.findings()) == []


def test_ids_that_meet_from_two_buckets_stay_two(tmp_path: Path) -> None:
    def saying(name: str, document: Document) -> tuple[Source, Extraction]:
        return Source(name, name), Extraction(name, (replace(document, is_source=True),))

    one = Document("same", type="Nghị quyết", code="18-NQ/TW", date="2017-10-25")
    other = Document("same", type="Kế hoạch", code="83/KH-UBND", date="2018-06-04", place="Quảng Ngãi")
    orders = [[saying("a", one), saying("b", other)], [saying("b", other), saying("a", one)]]
    dumps = {dump(a_graph(tmp_path / f"{n}.db", order)) for n, order in enumerate(orders)}
    assert len(dumps) == 1
    graph = open_graph(tmp_path / "0.db", write=True)
    assert len({d.id for d in graph.documents()}) == 2
    assert len(graph.resolve("same")) == 1
    graph.remove("a")
    assert [d.id for d in graph.documents()] == ["same"]


def test_doc_helper_gives_the_extractors_ids() -> None:
    assert doc(**KH83).id == "urn:lex:vn;quang.ngai:uy.ban.nhan.dan:ke.hoach:2018-06-04;83-kh-ubnd"


def test_sources_of_an_archive_go_with_it(tmp_path: Path) -> None:
    graph = a_graph(tmp_path / "graph.db", [])
    for name in ("a.zip/1.txt", "a.zip/2.txt", "a.zipper/3.txt"):
        graph.ingest(*text(name, KH83), file="old", reader="r")
    graph.finish_container("a.zip", "old", "r", complete=True)
    assert graph.is_current("a.zip", "old", "r")
    graph.ingest(*text("a.zip/2.txt", KH83), file="new", reader="r")
    graph.finish_container("a.zip", "new", "r", complete=False)
    assert [s.name for s in graph.sources()] == ["a.zip/2.txt", "a.zipper/3.txt"]
    assert not graph.is_current("a.zip", "old", "r")
    assert not graph.is_current("a.zip", "new", "r")


ARTICLE = """Từ 01/7/2024, mẫu thẻ căn cước mới

Căn cứ Nghị định số 70/2024/NĐ-CP ngày 25/6/2024 của Chính phủ thay thế Nghị định số 137/2015/NĐ-CP ngày 31/12/2015 của
Chính phủ, thẻ căn cước có mẫu mới. Người dân thực hiện Nghị định số 70/2024/NĐ-CP khi làm thủ tục.
"""


def test_an_article_is_a_source_and_no_document(tmp_path: Path) -> None:
    """It cites, and tells what others do; the graph of the law has no node for it."""
    with open_graph(tmp_path / "graph.db", create=True) as graph:
        source = Source("bai-viet.txt", ARTICLE, "txt")
        graph.ingest(source, extract(ARTICLE, source=source.name))
        graph.settle()
        assert [d.code for d in graph.documents()] == ["137/2015/NĐ-CP", "70/2024/NĐ-CP"]
        told = {(r.predicate, r.evidence.source) for r in graph.relations() if r.predicate != "issued_by"}
        assert told == {("replaces", "bai-viet.txt")}
        assert sum("70/2024" in m.text for m in graph.mentions()) == 2
        assert not graph.loaded()


def test_a_text_without_head_that_acts_is_a_document(tmp_path: Path) -> None:
    fragment = "Căn cứ Luật Đất đai số 31/2024/QH15;\n\nĐiều 1. Bãi bỏ Nghị định số 1/2015/NĐ-CP.\n"
    found = extract(fragment, source="x")
    assert len(of_the_law(found).documents) == len(found.documents)
