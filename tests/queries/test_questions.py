"""Who carries what out, what replaced what, how documents hang together; each answer with its evidence."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from graph_samples import (
    CITING,
    KH83,
    KH125,
    KH1127,
    LETTER,
    NQ18,
    NQ18_LAND,
    QD32,
    QD40,
    REPORT,
    a_graph,
    doc,
    dump,
    text,
)  # fmt: skip

from graph.knowledge import AmbiguousError, KnowledgeGraph, NotFoundError
from graph.knowledge import open as open_graph
from graph.model import Status


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    with a_graph(tmp_path_factory.mktemp("questions") / "graph.db", [REPORT]) as opened:
        yield opened


def answers(found: list[Any]) -> list[tuple[str | None, bool]]:
    return [(f.document.code, f.direct) for f in found]


def chains(found: list[Any]) -> list[tuple[Any, ...]]:
    return [(f.document, f.depth, f.chains) for f in found]


def test_implementers_with_every_chain(graph: KnowledgeGraph) -> None:
    found = graph.implementers(graph.document("18-NQ/TW"))
    assert answers(found) == [("125-KH/TU", True), ("83/KH-UBND", True), ("1127/KH-SCT", False)]
    last = found[-1]
    assert last.through == (doc(**KH125).id, doc(**KH83).id)
    assert [[(s.subject, s.object) for s in chain] for chain in last.chains] == [
        [(doc(**KH1127).id, doc(**KH125).id), (doc(**KH125).id, doc(**NQ18).id)],
        [(doc(**KH1127).id, doc(**KH83).id), (doc(**KH83).id, doc(**NQ18).id)],
    ]
    assert last.chains[0][0].evidence.text == "Kế hoạch số 1127/KH-SCT implements Kế hoạch số 125-KH/TU."
    assert last.chains[0][0].evidence.source == "report"


def test_direct_types_and_the_other_direction(graph: KnowledgeGraph) -> None:
    top = graph.document("18-NQ/TW")
    assert answers(graph.implementers(top, transitive=False)) == [("125-KH/TU", True), ("83/KH-UBND", True)]
    assert answers(graph.implementers(top, types=["Nghị quyết"])) == []
    assert len(graph.implementers(top, types=["ke hoach"])) == 3
    carried = graph.related(graph.document("1127/KH-SCT"), "implements", transitive=True)
    assert answers(carried) == [("125-KH/TU", True), ("83/KH-UBND", True), ("18-NQ/TW", False)]
    assert [s.object for s in carried[-1].chains[0]] == [doc(**KH125).id, doc(**NQ18).id]
    assert graph.related(top, "no-such-relation") == []


ABOUT_A_DOCUMENT: dict[str, Callable[[KnowledgeGraph, Any], Any]] = {
    "related": lambda g, d: chains(g.related(d, "implements", inverse=True)),
    "implementers": lambda g, d: chains(g.implementers(d)),
    "replaces": lambda g, d: chains(g.replaces(d)),
    "replaced_by": lambda g, d: chains(g.replaced_by(d)),
    "relations_of": lambda g, d: g.relations_of(d),
    "roles": lambda g, d: g.roles(d),
    "mentions_of": lambda g, d: g.mentions_of(d),
    "findings_about": lambda g, d: g.findings_about(d),
    "texts_of": lambda g, d: g.texts_of(d),
    "count_mentions": lambda g, d: g.count_mentions(d),
    "path": lambda g, d: (g.path(d, "18-NQ/TW"), g.path("18-NQ/TW", d)),
    "status": lambda g, d: g.status(d),
    "changes": lambda g, d: g.changes(d),
    "history": lambda g, d: g.history(d),
    "diagram": lambda g, d: g.diagram(d),
    "effects_of": lambda g, d: g.effects_of(d),
    "snapshot": lambda g, d: g.snapshot(d, 1),
}


@pytest.mark.parametrize("question", ABOUT_A_DOCUMENT)
def test_a_document_is_named_as_people_do(graph: KnowledgeGraph, question: str) -> None:
    ask = ABOUT_A_DOCUMENT[question]
    plan = graph.document("125-KH/TU")
    for words in (plan.id, "125-KH/TU", "Kế hoạch 125-KH/TU", "ke hoach so 125-kh/tu", " Kế hoạch số 125 -KH/TU "):
        assert ask(graph, words) == ask(graph, plan)


@pytest.mark.parametrize("question", ABOUT_A_DOCUMENT)
@pytest.mark.parametrize("words", ["urn:nobody", "999-NQ/TW", ""])
def test_a_name_that_means_no_document_is_an_error(graph: KnowledgeGraph, question: str, words: str) -> None:
    with pytest.raises(NotFoundError):
        ABOUT_A_DOCUMENT[question](graph, words)


def test_what_may_have_been_meant_is_told(tmp_path: Path) -> None:
    with a_graph(tmp_path / "graph.db", [text("a", KH83, (KH83, "implements", NQ18), (KH83, "cites", NQ18_LAND))]) as g:
        with pytest.raises(AmbiguousError) as several:
            g.status("Nghị quyết 18")
        assert {d.code for d in several.value.candidates} == {doc(**NQ18).code, doc(**NQ18_LAND).code}
        (note,) = several.value.__notes__
        assert all(d.id in note for d in several.value.candidates)
        with pytest.raises(NotFoundError) as none:
            g.status("Nghị quyết 83")
        assert isinstance(none.value.suggestions, tuple)


def test_the_page_opens_with_a_document_in_words(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.html(tmp_path / "a.html", center="125-KH/TU", hops=1)
    graph.html(tmp_path / "b.html", center=[graph.document("125-KH/TU")], hops=1)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    with pytest.raises(NotFoundError):
        graph.html(tmp_path / "c.html", center="999-NQ/TW")
    assert not (tmp_path / "c.html").exists()


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_pages_are_the_list_cut_up(tmp_path: Path, size: int) -> None:
    plans = [{**KH83, "code": f"{number}/KH-UBND"} for number in range(1, 13)]
    statements = [(plan, "implements", NQ18 if number < 5 else plans[number // 3]) for number, plan in enumerate(plans)]
    vague = [(doc(type="Kế hoạch", code="83", provisional=True), "implements", NQ18)]  # each text's is one of its own
    again = [text(name, KH1127, *statements[:most], *vague) for name, most in (("once", 6), ("twice", 5))]
    with a_graph(tmp_path / "graph.db", [text("plans", KH125, *statements), *again]) as made:
        whole = made.implementers(doc(**NQ18))
        assert len(whole) == 14 and {f.depth for f in whole} >= {1, 2}
        pages = []
        for skip in range(0, 16, size):
            page = made.implementers(doc(**NQ18), limit=size, skip=skip)
            assert len(page) <= size
            pages += page
        assert [(f.id, f.depth, f.document, f.chains, f.through) for f in pages] == [
            (f.id, f.depth, f.document, f.chains, f.through) for f in whole
        ]
        of_type = made.implementers(doc(**NQ18), types=["Kế hoạch"], limit=3, skip=6)
        assert [f.id for f in of_type] == [f.id for f in whole[6:9]]


def test_circles_end(tmp_path: Path) -> None:
    circle = text("x", KH83, (KH83, "implements", KH125), (KH125, "implements", KH1127), (KH1127, "implements", KH83))
    with a_graph(tmp_path / "graph.db", [circle]) as graph:
        found = graph.implementers(doc(**KH83))
        assert answers(found) == [("1127/KH-SCT", True), ("125-KH/TU", False)]


def test_statistics_of_the_planner_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "graph.db"
    a_graph(path, [REPORT]).close()
    connection = sqlite3.connect(path)
    connection.execute("ANALYZE")
    connection.close()
    with open_graph(path) as graph:
        assert len(graph.implementers(doc(**NQ18))) == 3


def test_a_chain_does_not_jump_texts_at_an_incomplete_document(tmp_path: Path) -> None:
    """ "Kế hoạch 9" of two texts need not be one plan; of one text it is."""
    undated = {**KH83, "date": None}
    one = text("one", LETTER, (undated, "implements", NQ18))
    two = text("two", LETTER, (KH1127, "implements", undated))
    with a_graph(tmp_path / "two.db", [one, two]) as graph:
        assert [f.depth for f in graph.implementers(doc(**NQ18))] == [1]
    both = text("both", LETTER, (undated, "implements", NQ18), (KH1127, "implements", undated))
    with a_graph(tmp_path / "both.db", [both, one]) as graph:
        found = graph.implementers(doc(**NQ18))
        assert [(f.document.code, f.depth) for f in found] == [("83/KH-UBND", 1), ("1127/KH-SCT", 2)]
        assert {step.evidence.source for step in found[1].chains[0]} == {"both"}


def test_the_best_stated_evidence_is_shown(tmp_path: Path) -> None:
    from dataclasses import replace

    source, extraction = text("b", KH83, (KH83, "implements", NQ18))
    sure = tuple(replace(r, evidence=replace(r.evidence, confidence=1.0)) for r in extraction.relations)
    texts = [text(name, KH83, (KH83, "implements", NQ18)) for name in "ac"]
    texts.append((source, replace(extraction, relations=sure)))
    for number, order in enumerate((texts, texts[::-1])):
        with a_graph(tmp_path / f"{number}.db", order) as graph:
            (found,) = graph.implementers(doc(**NQ18))
            assert found.chains[0][0].evidence.source == "b"
            assert len(found.chains) == 1


A, B, C = ({**QD32, "code": f"{n}/{y}/QĐ-UBND", "date": f"{y}-01-0{n}"} for n, y in ((1, 2010), (2, 2015), (3, 2020)))


@pytest.mark.parametrize(
    ("statements", "state", "since"),
    [
        # no text says when B or C takes effect: their dates of issue are no answer
        ([(B, "replaces", A)], "replaced", None),
        ([(B, "repeals", A)], "repealed", None),
        ([(B, "suspends", A)], "suspended", None),
        ([(B, "amends", A)], "unknown", None),
        ([(B, "suspends", A), (C, "repeals", A)], "repealed", None),
        ([(C, "repeals", A), (B, "replaces", A)], "replaced", None),
        ([(C, "replaces", A), (B, "repeals", A)], "repealed", None),
        ([(A, "replaces", B)], "unknown", None),
        ([], "unknown", None),
    ],
)
def test_status(tmp_path: Path, statements: list[Any], state: str, since: str | None) -> None:
    with a_graph(tmp_path / "graph.db", [text("x", LETTER, (LETTER, "cites", A), *statements)]) as graph:
        status = graph.status(doc(**A))
        assert (status.state, status.since) == (state, since)
        assert set(status.by) == {doc(**s[0]).id for s in statements if state != "unknown" and s[1] in _ENDING[state]}
        assert graph.statuses().get(doc(**A).id, Status()) == status


_ENDING = {
    "replaced": ("replaces", "repeals"),
    "repealed": ("replaces", "repeals"),
    "suspended": ("suspends",),
    "unknown": (),
}


def test_the_end_of_a_part_is_no_end(tmp_path: Path) -> None:
    from dataclasses import replace

    source, extraction = text("x", B, (B, "repeals", A))
    partly = tuple(replace(r, partial=r.predicate == "repeals") for r in extraction.relations)
    with a_graph(tmp_path / "graph.db", [(source, replace(extraction, relations=partly))]) as graph:
        status = graph.status(doc(**A))
        assert (status.state, status.by, status.since) == ("partly", (doc(**B).id,), None)
        assert [(part.state, part.by, part.since) for part in status.parts] == [("repealed", doc(**B).id, None)]


def test_lineage(tmp_path: Path) -> None:
    with a_graph(tmp_path / "graph.db", [text("x", C, (C, "replaces", B), (B, "replaces", A))]) as graph:
        assert answers(graph.replaced_by(doc(**A))) == [("2/2015/QĐ-UBND", True), ("3/2020/QĐ-UBND", False)]
        assert answers(graph.replaces(doc(**C))) == [("2/2015/QĐ-UBND", True), ("1/2010/QĐ-UBND", False)]


def test_paths(graph: KnowledgeGraph) -> None:
    way = graph.path(doc(**KH1127), doc(**NQ18))
    assert [(r.subject, r.object) for r in way] == [
        (doc(**KH1127).id, doc(**KH125).id),
        (doc(**KH125).id, doc(**NQ18).id),
    ]
    back = graph.path(doc(**NQ18), doc(**KH1127))
    assert [(r.subject, r.object) for r in back] == [(r.subject, r.object) for r in reversed(way)]
    assert graph.path(doc(**NQ18), doc(**NQ18)) == []
    assert graph.path(doc(**NQ18), doc(**QD40)) == []


def test_a_citation_joins_where_nothing_else_does(tmp_path: Path) -> None:
    letter = text("x", LETTER, (LETTER, "cites", QD40), (LETTER, "cites", NQ18))
    with a_graph(tmp_path / "graph.db", [REPORT, letter]) as graph:
        assert [r.predicate for r in graph.path(doc(**NQ18), doc(**QD40))] == ["cites", "cites"]


def test_issuers(graph: KnowledgeGraph) -> None:
    for words in ("UBND tỉnh Quảng Ngãi", "Ủy ban nhân dân tỉnh", "uy ban nhan dan tinh quang ngai"):
        (issuer,) = graph.issuers_named(words)
        assert issuer.id == "vn;quang.ngai:uy.ban.nhan.dan"
    assert [d.code for d in graph.issued_by(issuer)] == ["40/2015/QĐ-UBND", "83/KH-UBND", "32/2020/QĐ-UBND"]
    assert graph.issuers_named("Bộ Không Có") == []
    assert graph.issuer("vn:nobody").name == "vn:nobody"


def test_relations_of_a_document(graph: KnowledgeGraph) -> None:
    found = [(r.predicate, r.subject == doc(**KH83).id) for r in graph.relations_of(doc(**KH83))]
    assert found == [("implements", False), ("implements", True), ("issued_by", True)]
    assert [r.subject for r in graph.relations_of_kind("replaces")] == [doc(**QD32).id]
    assert [m.text for m in graph.mentions_of(doc(**NQ18), 1)] == ["Nghị quyết số 18-NQ/TW"]
    assert graph.count_mentions(doc(**NQ18)) == (2, 1)


def test_statistics(graph: KnowledgeGraph) -> None:
    figures = graph.stats(1)
    assert (figures.sources, figures.documents, figures.loaded, figures.relations) == (1, 7, 1, 12)
    assert dict(figures.types) == {"Kế hoạch": 3, "Quyết định": 2, "Báo cáo": 1, "Nghị quyết": 1}
    assert dict(figures.predicates) == {"issued_by": 7, "implements": 4, "replaces": 1}
    assert figures.most_cited == ((doc(**NQ18).id, 1),)


def test_a_snapshot_is_the_graph(tmp_path: Path) -> None:
    with a_graph(tmp_path / "graph.db", [REPORT, CITING]) as graph:
        assert dump(graph.snapshot()) == dump(graph)  # type: ignore[arg-type]


def test_a_neighbourhood(graph: KnowledgeGraph) -> None:
    near = graph.snapshot(doc(**NQ18), 1)
    assert [d.code for d in near.document_rows] == ["18-NQ/TW", "125-KH/TU", "83/KH-UBND"]
    assert {r.predicate for r in near.relation_rows} == {"implements", "issued_by"}
    assert len(near.issuer_rows) == 3
    assert [s.name for s in near.source_rows] == ["report"]
    assert len(graph.snapshot(doc(**NQ18), 0).document_rows) == 1
    assert [s.state for s in graph.snapshot(doc(**QD40), 1).status_by_id.values()] == ["replaced"]


def test_networkx(graph: KnowledgeGraph) -> None:
    network = graph.networkx()
    assert network.nodes[doc(**QD40).id]["status"] == "replaced"
    assert network.nodes["vn;quang.ngai:uy.ban.nhan.dan"]["kind"] == "issuer"
    assert network.edges[doc(**KH83).id, doc(**NQ18).id, "implements"]["cue"] == "implements"
    assert network.number_of_edges() == 12


def test_the_same_edge_of_two_texts_is_one_edge_in_networkx(tmp_path: Path) -> None:
    with a_graph(tmp_path / "graph.db", [text(n, KH83, (KH83, "implements", NQ18)) for n in "ab"]) as graph:
        assert graph.networkx().edges[doc(**KH83).id, doc(**NQ18).id, "implements"]["count"] == 2
