"""Evidence on demand: what each level has, and that a question without evidence gets the same answer from less."""

from __future__ import annotations

import io
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdf_views import REPORT, made_view

import graph
from graph.cli.app import invoke
from graph.errors import LuocdoError
from graph.export import export
from graph.model import Snapshot
from graph.rdf import cached_store, examples, sparql
from graph.rdf.needs import CLASSES, OWN, asks_for_evidence
from graph.rdf.terms import iri

TYPE = iri("rdf:type")


def said(level: str) -> set[tuple[str, str, str]]:
    out = io.BytesIO()
    export(made_view(), "ntriples", out, evidence=level)
    parsed = ox.parse(out.getvalue(), format=ox.RdfFormat.N_TRIPLES)
    return {(q.subject.value, q.predicate.value, str(q.object)) for q in parsed}


def test_each_level_has_less_than_the_next_and_only_evidence_less() -> None:
    none, relations, whole = said("none"), said("relations"), said("all")
    # each says how many triples it has itself
    less, some = ({t for t in found if t[1] != iri("void:triples")} for found in (none, relations))
    assert less < whole and some < whole and len(none) < len(relations)
    for _, predicate, object in whole - none:
        assert predicate in OWN or (predicate == TYPE and object.strip("<>") in CLASSES), predicate
    assert any(o == f"<{iri('rdf:Statement')}>" for _, _, o in relations)
    assert not any((p, o) == (TYPE, f"<{iri('oa:Annotation')}>") for _, p, o in relations)
    assert not any((p, o) == (TYPE, f"<{iri('rdf:Statement')}>") for _, p, o in none)


def test_an_export_without_evidence_reads_no_words_of_references(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    def refuse(*_: object) -> str:
        raise AssertionError("a text was read")

    out, whole = io.BytesIO(), io.BytesIO()
    with graph.open(path) as g, g.frozen():
        view = Snapshot(
            tuple(g.documents()), tuple(g.issuers()), tuple(g.relations()), tuple(g.mentions()), tuple(g.findings()),
            tuple(g.sources()), g.statuses(), g.loaded(), tuple(g.effects()),
        )  # fmt: skip
    export(view, "ntriples", whole, evidence="none")
    with graph.open(path) as g, g.frozen(), monkeypatch.context() as patched:
        patched.setattr("graph.store.texts.Texts.slice", refuse)
        relations = list(g.unquoted_relations())
        assert relations and not any(r.evidence.text for r in relations if r.evidence.start >= 0)
        assert [m.start for m in g.unquoted_mentions()] == [m.start for m in view.mentions()]
    with graph.open(path) as g, g.frozen():
        export(g, "ntriples", out, evidence="none")
    assert out.getvalue() == whole.getvalue()


def test_a_question_is_looked_through_only_where_that_matters(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUOCDO_CACHE", str(tmp_path))
    asked: list[str] = []
    monkeypatch.setattr("graph.rdf.asking.asks_for_evidence", asked.append)
    with cached_store(path):
        pass
    assert sparql(path, "ASK { ?a eli:cites ?b }").truth is True
    assert asked == []  # the whole copy is there


@pytest.mark.parametrize(
    ("query", "needs"),
    [
        ("SELECT ?a WHERE { ?a eli:cites ?b . ?b rdfs:label ?l }", False),
        ("SELECT ?a WHERE { ?a a eli:LegalResource . FILTER NOT EXISTS { ?a a luocdo:PartyDocument } }", False),
        ("SELECT ?a WHERE { ?a luocdo:implements+ ?b }", False),
        ("SELECT ?a WHERE { ?a luocdo:implements* ?b }", True),
        ("SELECT ?n WHERE { ?data void:triples ?n }", True),
        ("SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p", True),
        ("SELECT ?t WHERE { ?s a ?t }", True),
        ("SELECT ?a WHERE { ?a rdfs:label ?l . FILTER EXISTS { ?s rdf:subject ?a } }", True),
        ("SELECT ?a WHERE { ?a rdfs:label ?l OPTIONAL { ?s rdf:object ?a } }", True),
        ("SELECT ?a WHERE { { SELECT ?a WHERE { ?m oa:hasBody ?a } } }", True),
        ("SELECT ?a WHERE { ?a !eli:cites ?b }", True),
        ("SELECT ?a WHERE { ?a rdfs:label/^rdf:object ?b }", True),
        ("DESCRIBE <urn:x:y>", True),
        ("no query at all", True),
    ],
)
def test_what_a_query_needs(query: str, needs: bool) -> None:
    assert asks_for_evidence(query) is needs


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("graph") / "g.db"
    with graph.open(made, create=True) as g:
        g.add([REPORT], workers=1)
    return made


def test_the_small_copy_answers_as_the_whole(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(query: str) -> list[tuple[str | None, ...]]:
        return sparql(path, query).rows

    monkeypatch.setenv("LUOCDO_CACHE", str(tmp_path / "few"))
    told: list[tuple[str, int]] = []

    def hear(what: str, count: int) -> None:
        told.append((what, count))

    small = [e for e in examples() if not asks_for_evidence(e.query)]
    assert len(small) >= 5
    sparql(path, small[0].query, progress=hear)
    assert told[0][1] == 0 and sum(count for _, count in told) > 0  # the user sees why the first question takes longer
    before = len(told)
    few = {e.name: asked(e.query) for e in small}
    monkeypatch.setenv("LUOCDO_CACHE", str(tmp_path / "whole"))
    with cached_store(path):  # the whole is there: it answers
        pass
    sparql(path, small[0].query, progress=hear)
    assert len(told) == before
    assert {e.name: asked(e.query) for e in small} == few


@pytest.mark.parametrize("seconds", ["inf", "-inf", "nan", "0", "-0.0", "-1", "-1e9", "1e400"])
def test_a_timeout_that_is_none_is_one_line(path: Path, seconds: str) -> None:
    with pytest.raises(LuocdoError) as refused:  # what the command prints as its one line
        invoke(["sparql", "ASK { ?s ?p ?o }", "-g", str(path), f"--timeout={seconds}"])
    assert "--timeout" in str(refused.value) and "\n" not in str(refused.value)


def test_a_very_long_timeout_is_no_error(path: Path) -> None:
    assert sparql(path, "ASK { ?s a eli:LegalResource }", timeout=1e300).truth is True


def test_levels_that_there_are_not() -> None:
    with pytest.raises(LuocdoError, match="none, relations, all"):
        export(made_view(), "turtle", io.BytesIO(), evidence="some")
    with pytest.raises(LuocdoError, match="profile"):
        export(made_view(), "turtle", io.BytesIO(), evidence="none", profile="eli")
