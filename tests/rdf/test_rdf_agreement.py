"""“Plans that implement 18-NQ/TW, with the sentence”: SPARQL, the command, Python, networkx and rdflib say the same."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from rdf_views import NQ18, REPORT

import graph
from graph.rdf import sparql, to_rdflib
from graph.rdf.terms import PREFIXES

QUERY = f"""
SELECT ?plan ?sentence WHERE {{
  ?statement rdf:predicate luocdo:implements ; rdf:subject ?plan ; rdf:object <{NQ18}> ;
    luocdo:passage/oa:hasSelector/oa:exact ?sentence .
  ?plan luocdo:implements <{NQ18}> ; eli:type_document/skos:prefLabel "Kế hoạch"@vi .
}}"""


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("graph") / "graph.db"
    with graph.open(path, create=True) as g:
        g.add([REPORT], workers=1)
    return path


@pytest.fixture(scope="module")
def expected(path):
    """The rows that SPARQL gives; the report names three plans."""
    rows = set(sparql(path, QUERY).rows)
    assert len({plan for plan, _ in rows}) >= 3 and any("83-kh-ubnd" in plan for plan, _ in rows)
    return rows


def test_sparql_on_a_view(path, expected) -> None:
    with graph.open(path) as g, g.frozen():
        assert set(sparql(g, QUERY).rows) == expected


def test_python(path, expected) -> None:
    with graph.open(path) as g:
        found = g.implementers(g.document("18-NQ/TW"), transitive=False, types=["Kế hoạch"])
        assert {(f.document.id, f.chains[0][-1].evidence.text) for f in found} == expected


def test_the_command(path, expected) -> None:
    words = ["query", "implements", "18-NQ/TW", "--direct", "--type", "Kế hoạch", "-g", str(path), "--format", "jsonl"]
    code = "import sys; from graph.cli import main; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {(row["document"]["id"], row["chains"][0][-1]["text"]) for row in rows} == expected, done.stderr


def test_networkx(path, expected) -> None:
    with graph.open(path) as g:
        net = g.networkx()
    rows = {
        (plan, facts["evidence"])
        for plan, _, facts in net.in_edges(NQ18, data=True)
        if facts["predicate"] == "implements" and net.nodes[plan]["type"] == "Kế hoạch"
    }
    assert rows == expected


def test_rdflib(path, expected) -> None:
    with graph.open(path) as g, g.frozen():
        triples = to_rdflib(g)
    found = triples.query(QUERY, initNs=PREFIXES)
    assert {(str(plan), str(sentence)) for plan, sentence in found} == expected
