"""The shapes accept real graphs and reject planted faults one by one, as SHACL and as SPARQL alike."""

from __future__ import annotations

import dataclasses
from itertools import chain

import pyoxigraph as ox
import pytest
from rdf_views import GOLD, KH83, KH1127, ND04, NQ18, QD32, QD40, REPORT, SHARED, gold_view, made_view

import graph
from graph.errors import LuocdoError
from graph.model import Document, Snapshot
from graph.rdf import check_shapes
from graph.rdf.shapes import check_triples, rules
from graph.rdf.terms import NS, PREFIXES, iri
from graph.rdf.triples import blocks

ENGINES = ["sparql", "shacl", "pyshacl"]


def need(engine: str) -> None:
    if engine != "sparql":
        pytest.importorskip("pyshacl")


def clean_view() -> Snapshot:
    """The made graph without the document that is meant to be wrong."""
    view = made_view()
    return dataclasses.replace(view, document_rows=tuple(d for d in view.document_rows if d.id.startswith("urn:")))


def triples_of(view) -> list[ox.Triple]:
    return list(chain.from_iterable(block for _, block in blocks(view)))


@pytest.mark.parametrize("engine", ENGINES)
def test_the_made_graph_is_accepted(engine) -> None:
    need(engine)
    assert check_triples(triples_of(clean_view()), engine) == []


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.skipif(not GOLD.exists(), reason="no shared gold files")
def test_the_annotated_report_is_accepted(engine) -> None:
    need(engine)
    assert check_triples(triples_of(gold_view()), engine) == []


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("graph") / "report.db"
    with graph.open(path, create=True) as g:
        g.add([REPORT], workers=1)
    return path


@pytest.mark.parametrize("engine", ["sparql", "shacl"])
@pytest.mark.parametrize("base", [None, "https://example.org/"])
def test_the_quang_ngai_graph_is_accepted(report, engine, base) -> None:
    need(engine)
    with graph.open(report) as g, g.frozen():
        assert check_shapes(g, engine=engine, base=base) == []


@pytest.mark.skipif(not (SHARED / "corpus/provincial").exists(), reason="no shared corpus")
def test_the_provincial_graph_is_accepted(tmp_path) -> None:
    path = tmp_path / "provincial.db"
    with graph.open(path, create=True) as g:
        g.add([SHARED / "corpus/provincial"], workers=1)
    with graph.open(path) as g, g.frozen():
        assert check_shapes(g, engine="sparql") == []
        # pyshacl takes about ten milliseconds a document: a neighbourhood stands for the whole
        most = max(g.loaded(), key=lambda id: sum(1 for r in g.relations_of(id)))
        pytest.importorskip("pyshacl")
        assert check_shapes(g.snapshot(most, 1), engine="shacl") == []


# Planted faults: what is added to or taken from the good graph, and the rule that must notice -------------------------

X = "http://example.org/x"
XSD = PREFIXES["xsd"]


PLACEHOLDERS = ("statement", "position", "quote", "passage", "mention", "finding", "dataset")


def node(value: str) -> ox.NamedNode:
    """A node by its IRI, prefixed name, or as the first of its kind in the graph (`plant` puts it in)."""
    if value in PLACEHOLDERS:
        return ox.NamedNode(f"x:{value}")
    return ox.NamedNode(value if value.startswith(("urn:", "http")) else iri(value))


def lit(value: str, type: str | None = None, lang: str | None = None) -> ox.Literal:
    return ox.Literal(value, language=lang) if lang else ox.Literal(value, datatype=node(type) if type else None)


def plus(s: str, p: str, o) -> tuple[str, ox.Triple]:
    return "+", ox.Triple(node(s), node(p), node(o) if isinstance(o, str) else o)


def minus(s: str, p: str) -> tuple[str, tuple[str, str]]:
    return "-", (s, iri(p))


B_TXT = "https://w3id.org/luocdo/source/2d0a510cbc0fda98c1f34b2153c6de30"
ST = "statement"  # the first statement of the graph
FAULTS = {
    "document-label": [minus(KH83, "rdfs:label")],
    "document-label-language": [minus(KH83, "rdfs:label"), plus(KH83, "rdfs:label", lit("Plan", lang="en"))],
    "document-type": [plus(KH83, "eli:type_document", X)],
    "document-code": [minus(KH83, "eli:id_local"), plus(KH83, "eli:id_local", lit("83 /KH-UBND"))],
    "document-number": [minus(KH83, "eli:number"), plus(KH83, "eli:number", lit("số 83"))],
    "document-date": [
        minus(KH83, "eli:date_document"), plus(KH83, "eli:date_document", lit("2018-02-30", "xsd:date")),
    ],
    "document-date-range": [
        minus(ND04, "eli:date_document"), plus(ND04, "eli:date_document", lit("0215-01-09", "xsd:date")),
    ],
    "document-date-text": [plus(QD40, "dcterms:date", lit("hôm qua"))],
    "document-issuer": [plus(KH83, "eli:passed_by", X)],
    "document-place": [plus(NQ18, "eli:jurisdiction", X)],
    "document-force": [minus(ND04, "eli:in_force"), plus(ND04, "eli:in_force", "eli:InForce-perhaps")],
    "document-force-dates": [
        plus(QD40, "eli:first_date_entry_in_force", lit("2021-01-01", "xsd:date")),
    ],
    "document-adopted": [
        minus(QD40, "dcterms:date"), plus(QD40, "eli:date_document", lit("2022-01-01", "xsd:date")),
    ],
    "document-term": [minus(NQ18, "luocdo:term"), plus(NQ18, "luocdo:term", lit("12"))],
    "document-title": [plus(NQ18, "dcterms:title", lit("", lang="vi"))],
    "document-repeals": [plus(QD32, "eli:repeals", X)],
    "document-implements": [plus(KH83, "luocdo:implements", X)],
    "document-replaces": [plus(KH83, "dcterms:replaces", lit("83/KH-UBND"))],
    "document-cites": [plus(KH83, "eli:cites", X)],
    "document-itself": [plus(KH83, "luocdo:implements", KH83)],
    "document-urn-date": [
        minus(KH83, "eli:date_document"), plus(KH83, "eli:date_document", lit("2018-06-05", "xsd:date")),
    ],
    "document-both": [plus(QD40, "dcterms:replaces", QD32)],
    "part-of": [minus(f"{ND04}~dieu5", "eli:is_part_of")],
    "part-type": [minus(f"{ND04}~dieu5", "eli:type_subdivision")],
    "issuer-name": [minus("https://w3id.org/luocdo/issuer/vn:chinh.phu", "foaf:name")],
    "issuer-level": [plus("https://w3id.org/luocdo/issuer/vn:chinh.phu", "luocdo:level", lit("cosmic"))],
    "issuer-branch": [plus("https://w3id.org/luocdo/issuer/vn:chinh.phu", "luocdo:branch", lit("court"))],
    "statement-subject": [minus(ST, "rdf:subject")],
    "statement-predicate": [minus(ST, "rdf:predicate"), plus(ST, "rdf:predicate", X)],
    "statement-object": [plus(ST, "rdf:object", X)],
    "statement-confidence": [minus(ST, "luocdo:confidence"), plus(ST, "luocdo:confidence", lit("1.5", "xsd:decimal"))],
    "statement-passage": [plus(ST, "luocdo:passage", X)],
    "statement-source": [plus(ST, "prov:wasQuotedFrom", lit("a.txt"))],
    "statement-cue": [minus(ST, "luocdo:cueStart"), plus(ST, "luocdo:cueStart", lit("900", "xsd:nonNegativeInteger"))],
    "statement-provision": [plus(ST, "luocdo:statedIn", X)],
    "statement-asserted": [minus(KH1127, "eli:based_on")],
    "statement-evidence": [minus(ST, "luocdo:passage")],
    "position-start": [minus("position", "oa:start")],
    "position-end": [minus("position", "oa:end"), plus("position", "oa:end", lit("-1", "xsd:integer"))],
    "quotation-exact": [minus("quote", "oa:exact")],
    "passage-selector": [minus("passage", "oa:hasSelector")],
    "passage-length": [minus("quote", "oa:exact"), plus("quote", "oa:exact", lit("ngắn"))],
    "mention-body": [minus("mention", "oa:hasBody"), plus("mention", "oa:hasBody", X)],
    "mention-target": [minus("mention", "oa:hasTarget")],
    "mention-provision": [plus("mention", "luocdo:statedIn", X)],
    "concept-label": [minus("https://w3id.org/luocdo/type/ke.hoach", "skos:prefLabel")],
    "concept-scheme": [minus("https://w3id.org/luocdo/type/ke.hoach", "skos:inScheme")],
    "source-language": [minus(B_TXT, "eli:language")],
    "source-hash": [plus(B_TXT, "luocdo:sha256", lit("abc"))],
    "finding-kind": [minus("finding", "luocdo:kind")],
    "finding-message": [minus("finding", "rdfs:comment"), plus("finding", "rdfs:comment", lit("x", lang="en"))],
    "dataset-title": [minus("dataset", "dcterms:title")],
    "dataset-description": [minus("dataset", "dcterms:description")],
}  # fmt: skip


def plant(changes) -> list[ox.Triple]:
    good = triples_of(clean_view())
    kinds = {
        "statement": "/statement/", "position": "#position=", "quote": "#quote=", "passage": "#char=",
        "mention": "/mention/", "finding": "/finding/", "dataset": "/dataset/",
    }  # fmt: skip
    # Statements with evidence, and a position and a quotation of one passage
    at = next(t.object.value for t in good if t.predicate.value == NS + "passage" and "/statement/" in t.subject.value)
    named = {
        "statement": next(t.subject.value for t in good if t.predicate.value == NS + "cueStart"),
        "passage": at,
        "position": at.replace("#char=", "#position="),
        "quote": at.replace("#char=", "#quote="),
    }
    for name, part in kinds.items():
        if name not in named:
            named[name] = next(t.subject.value for t in good if part in t.subject.value and "#" not in t.subject.value)

    def real(term):
        value = term.value.removeprefix("x:") if isinstance(term, ox.NamedNode) else None
        return ox.NamedNode(named[value]) if value in named else term

    for sign, change in changes:
        if sign == "+":
            good.append(ox.Triple(real(change.subject), change.predicate, change.object))
        else:
            s, p = change
            s = named.get(s, s)
            before = len(good)
            good = [t for t in good if not (t.subject.value == s and t.predicate.value == p)]
            assert len(good) < before, change
    return good


@pytest.mark.parametrize("rule", FAULTS)
def test_planted_faults_are_found_by_their_rule(rule) -> None:
    faults = check_triples(plant(FAULTS[rule]), "sparql")
    assert rule in {fault.rule for fault in faults}
    # nothing else is wrong but what follows from the fault
    assert len({fault.rule for fault in faults}) <= 4, faults


@pytest.mark.parametrize("rule", FAULTS)
def test_shacl_finds_the_same_faults(rule) -> None:
    pytest.importorskip("pyshacl")
    triples = plant(FAULTS[rule])
    by_sparql = {(f.rule, f.focus) for f in check_triples(triples, "sparql")}
    # pyshacl is slow where the shapes have SPARQL themselves; it is asked for these where they are what is broken
    engine = "pyshacl" if rule in {r.name for r in rules() if r.constraint} else "shacl"
    by_shacl = {(f.rule, f.focus) for f in check_triples(triples, engine)}
    assert by_shacl == by_sparql and rule in {r for r, _ in by_shacl}


def test_every_rule_is_readable_and_most_have_a_planted_fault() -> None:
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))
    for rule in rules():
        assert rule.vi.endswith(".") and rule.en.endswith(".") and rule.queries
    alike = {n for n in names if n.startswith("document-")} - set(FAULTS)  # the ranges of the other relations
    assert set(names) - set(FAULTS) - alike <= {"statement-rule"}
    assert len(FAULTS) >= 15


def test_findings_name_the_document_and_the_fault() -> None:
    bad = Snapshot((Document(KH83, code="83 KH", date="2018-06-05", term="12"),))
    findings = check_shapes(bad, engine="sparql")
    assert [f.kind for f in findings] == ["shape-document-code", "shape-document-term", "shape-document-urn-date"]
    assert findings[0].documents == (KH83,)
    assert findings[0].message == f"Số, ký hiệu chỉ có một, viết liền không khoảng trắng. ({KH83}: 83 KH)"
    assert check_shapes(bad, limit=1) == findings[:1]
    with pytest.raises(LuocdoError, match="cách kiểm tra"):
        check_shapes(bad, engine="reason")


def test_without_pyshacl_the_message_says_what_to_install(monkeypatch) -> None:
    import builtins

    real = builtins.__import__

    def no_pyshacl(name: str, *rest: object):
        if name == "pyshacl":
            raise ImportError(name="pyshacl")
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", no_pyshacl)
    with pytest.raises(LuocdoError, match=r"luocdo\[shacl\]"):
        check_shapes(clean_view(), engine="shacl")


def test_large_graphs_are_checked_on_disk() -> None:
    assert check_triples(triples_of(clean_view()), "sparql", large=True) == []
