"""Every RDF format: the same bytes each time, the same triples for every parser, nothing invalid in it."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import random
import re
import shutil
import subprocess
import sys
from datetime import date as calendar_date
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdf_views import HARD, KH83, NQ18, VIEWS, made_view, written

from graph.errors import LuocdoError
from graph.export import FORMATS, export, format_of, write_file
from graph.model import Document, Snapshot, Source
from graph.rdf.literals import from_xml
from graph.rdf.rdflib_graph import to_rdflib
from graph.rdf.writing import RDF_FORMATS

RDFLIB = {
    "turtle": "turtle", "ntriples": "nt", "nquads": "nquads", "trig": "trig", "jsonld": "json-ld", "rdfxml": "xml",
}  # fmt: skip
BASE = "https://example.org/"


def oxigraph_triples(data: bytes, format: str) -> set[str]:
    """N-Triples lines of the triples, whatever graph they are in."""
    found = set()
    for quad in ox.parse(data, format=RDF_FORMATS[format]):
        o = from_xml(quad.object) if isinstance(quad.object, ox.Literal) else quad.object
        found.add(f"{quad.subject} {quad.predicate} {o}")
    return found


def rdflib_triples(graph: rdflib.Graph) -> set[str]:
    found = set()
    for s, p, o in graph:
        if isinstance(o, rdflib.Literal):
            plain = from_xml(ox.Literal(str(o), language=o.language)) if o.language else None
            datatype = ox.NamedNode(str(o.datatype)) if o.datatype else None
            term = plain or ox.Literal(str(o), datatype=datatype)
        else:
            term = ox.NamedNode(str(o))
        found.add(f"<{s}> <{p}> {term}")
    return found


@pytest.mark.parametrize("make", VIEWS)
@pytest.mark.parametrize("base", [None, BASE])
@pytest.mark.parametrize("format", RDFLIB)
def test_rdflib_and_pyoxigraph_read_the_same_triples(make, base, format) -> None:
    view = make()
    expected = oxigraph_triples(written(view, "ntriples", base=base), "ntriples")
    data = written(view, format, base=base)
    assert oxigraph_triples(data, format) == expected
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=data, format=RDFLIB[format])
    union = rdflib.Graph()
    for s, p, o, _ in dataset.quads():
        union.add((s, p, o))
    assert rdflib_triples(union) == expected


@pytest.mark.parametrize("make", VIEWS)
def test_the_rdflib_graph_has_the_triples_of_the_export(make) -> None:
    view = make()
    assert rdflib_triples(to_rdflib(view)) == oxigraph_triples(written(view, "ntriples"), "ntriples")


# Parsers that share no code with the two above: raptor and serd, both in C; PyLD for JSON-LD.
RAPPER = {"turtle": "turtle", "ntriples": "ntriples", "nquads": "nquads", "trig": "trig", "rdfxml": "rdfxml"}
SERDI = {"turtle": "turtle", "ntriples": "ntriples", "nquads": "nquads", "trig": "trig"}


def canonical(ntriples: bytes) -> set[str]:
    return oxigraph_triples(ntriples, "ntriples")


def without_noncharacters(view: Snapshot) -> Snapshot:
    """Raptor and serd refuse U+0000 and U+FFFE in a literal."""
    odd = re.compile("[\x00\ufffe\uffff]")
    rows = tuple(d for d in view.document_rows if not odd.search(f"{d.title}{d.name}"))
    return dataclasses.replace(view, document_rows=rows)


@pytest.mark.parametrize("make", VIEWS)
@pytest.mark.parametrize("format", RAPPER)
def test_raptor_agrees(make, format, tmp_path) -> None:
    if not shutil.which("rapper"):
        pytest.skip("rapper (raptor2-utils) is not installed")
    view = without_noncharacters(make())
    path = tmp_path / "g"
    path.write_bytes(written(view, format))
    done = subprocess.run(
        ["rapper", "-q", "-i", RAPPER[format], "-o", "ntriples", str(path), "urn:base:"], capture_output=True
    )
    assert done.returncode == 0, done.stderr
    assert b"warning" not in done.stderr.lower() and b"error" not in done.stderr.lower()
    read = {line for line in canonical(done.stdout)}
    if format == "rdfxml":
        read = oxigraph_triples(done.stdout, "ntriples")
    assert read == canonical(written(view, "ntriples"))


@pytest.mark.parametrize("make", VIEWS)
@pytest.mark.parametrize("format", SERDI)
def test_serd_agrees_and_is_strict(make, format, tmp_path) -> None:
    if not shutil.which("serdi"):
        pytest.skip("serdi is not installed")
    view = without_noncharacters(make())
    path = tmp_path / "g"
    path.write_bytes(written(view, format))
    done = subprocess.run(["serdi", "-i", SERDI[format], "-o", "ntriples", str(path)], capture_output=True)
    assert done.returncode == 0 and not done.stderr, done.stderr
    assert canonical(done.stdout) == canonical(written(view, "ntriples"))


@pytest.mark.parametrize("make", VIEWS)
def test_pyld_agrees(make) -> None:
    jsonld = pytest.importorskip("pyld").jsonld
    view = without_noncharacters(make())
    text = jsonld.to_rdf(json.loads(written(view, "jsonld")), {"format": "application/n-quads"})
    assert canonical(text.encode()) == canonical(written(view, "ntriples"))


@pytest.mark.parametrize("format", [f for f in FORMATS])
def test_the_same_graph_gives_the_same_bytes_in_whatever_order_it_comes(format) -> None:
    if FORMATS[format].extra:
        pytest.importorskip("pyarrow")
    view = made_view()
    once = written(view, format)
    assert written(view, format) == once
    if not FORMATS[format].rdf:
        return
    for seed in range(3):
        shuffled = {
            f.name: tuple(random.Random(seed).sample(rows, len(rows)))
            for f in dataclasses.fields(view)
            if isinstance(rows := getattr(view, f.name), tuple)
        }
        assert written(dataclasses.replace(view, **shuffled), format) == once


def test_the_order_of_processes_does_not_show(tmp_path) -> None:
    """Hash seeds differ from process to process; bytes must not."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1:3]\n"
        "from rdf_views import made_view\nfrom graph.export import export\n"
        "export(made_view(), 'turtle', sys.stdout.buffer)"
    )
    here = Path(__file__).parent
    command = [sys.executable, "-c", code, str(here), str(here.parents[1])]
    outputs = {
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1 and outputs != {b""}


# What riot --strict would complain about.
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]*")


@pytest.mark.parametrize("make", VIEWS)
@pytest.mark.parametrize("base", [None, BASE])
def test_nothing_is_relative_untyped_or_without_language(make, base) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    texts = {
        "rdfs#label", "terms/title", "terms/alternative", "rdf-schema#comment", "core#prefLabel", "core#altLabel",
        "0.1/name", "luocdo#cue",
    }  # fmt: skip
    for quad in ox.parse(written(make(), "nquads", base=base), format=ox.RdfFormat.N_QUADS):
        for node in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            assert not isinstance(node, ox.BlankNode)
            if isinstance(node, ox.NamedNode):
                assert _ABSOLUTE.fullmatch(node.value), node
        o = quad.object
        if not isinstance(o, ox.Literal):
            continue
        name = "/".join(re.split(r"[/]", quad.predicate.value)[-2:])
        if any(name.endswith(t) for t in texts) and "/source/" not in quad.subject.value:
            assert o.language in ("vi", "en") or "/tool/" in quad.subject.value, quad
        if o.datatype.value == xsd + "date":
            calendar_date.fromisoformat(o.value)
        if quad.predicate.value.endswith(("#date_document", "#date_no_longer_in_force", "#first_date_entry_in_force")):
            assert o.datatype.value == xsd + "date"


@pytest.mark.parametrize(
    "given, datatype",
    [
        ("2018-06-04", "date"),
        ("2018-06", "gYearMonth"),
        ("2018", "gYear"),
        ("2018-02-30", "string"),
        ("2018-13", "string"),
        ("ngày lành", "string"),
        ("0000-00-00", "string"),
    ],
)
def test_dates_are_typed_by_what_is_known(given, datatype) -> None:
    view = Snapshot((Document(KH83, date=given),))
    found = [q.object for q in ox.parse(written(view, "ntriples"), format=ox.RdfFormat.N_TRIPLES)
             if isinstance(q.object, ox.Literal) and q.object.value == given]  # fmt: skip
    assert {o.datatype.value.rpartition("#")[2] for o in found} == {datatype}


@pytest.mark.parametrize("format", RDFLIB)
@pytest.mark.parametrize("text", HARD)
def test_hard_literals_survive(format, text) -> None:
    view = Snapshot((Document(KH83, title=text, code=text),), source_rows=(Source(text, ""),))
    found = [
        from_xml(q.object).value
        for q in ox.parse(written(view, format), format=RDF_FORMATS[format])
        if isinstance(q.object, ox.Literal) and q.predicate.value.endswith(("terms/title", "#id_local", "partOfCode"))
        and q.subject.value == KH83
    ]  # fmt: skip
    assert found == [text, text]


def test_lone_surrogates_become_replacement_characters() -> None:
    data = written(Snapshot((Document(KH83, title="a\ud800b"),)), "ntriples")
    assert "a\ufffdb" in data.decode()


def test_rdf_1_2_quotes_the_statement() -> None:
    data = written(made_view(), "turtle", rdf12=True)
    about = [q for q in ox.parse(data, format=ox.RdfFormat.TURTLE) if isinstance(q.object, ox.Triple)]
    assert len(about) == len(made_view().relation_rows)
    assert "rdf:Statement" not in data.decode()
    said = {(q.object.subject.value, q.object.object.value) for q in about}
    assert (KH83, NQ18) in said


def test_base_gives_http_identifiers_and_keeps_the_urn() -> None:
    text = written(made_view(), "ntriples", base=BASE).decode()
    iri = f"{BASE}eli/vn;quang.ngai/uy.ban.nhan.dan/ke.hoach/2018-06-04/83-kh-ubnd"
    assert f"<{iri}> <http://www.w3.org/2002/07/owl#sameAs> <{KH83}>" in text
    assert f'<{iri}> <http://purl.org/dc/terms/identifier> "{KH83}"' in text
    assert not re.search(r"^<(?!https://example\.org/)", text, re.MULTILINE)
    assert "w3id.org/luocdo/" not in text


def test_quads_say_which_source_says_what() -> None:
    graphs: dict[str, set[str]] = {}
    for quad in ox.parse(written(made_view(), "nquads"), format=ox.RdfFormat.N_QUADS):
        graphs.setdefault(quad.graph_name.value if quad.graph_name != ox.DefaultGraph() else "", set()).add(
            f"{quad.subject} {quad.predicate} {quad.object}"
        )
    cites = f"<{made_view().relation_rows[0].subject}> <http://data.europa.eu/eli/ontology#cites>"
    saying = [g for g, triples in graphs.items() if any(t.startswith(cites) for t in triples)]
    assert sorted(saying) == [
        "https://w3id.org/luocdo/source/2d0a510cbc0fda98c1f34b2153c6de30",  # SHA-256 of what b.txt says
        "https://w3id.org/luocdo/source/6520360012caa17853edd94481517317",
    ]


def test_header_counts_and_hashes() -> None:
    text = written(made_view(), "turtle", licence="https://creativecommons.org/publicdomain/zero/1.0/",
                   title="Thử", issued="2021-04-20").decode()  # fmt: skip
    head = text[: text.index("skos:ConceptScheme")]
    assert 'dcterms:title "Thử"@vi' in head and '"2021-04-20"^^xsd:date' in head
    assert "dcterms:license <https://creativecommons.org/publicdomain/zero/1.0/>" in head
    assert re.search(r"#LegalResource> void:class eli:LegalResource ;\s+void:entities 17 \.", head)
    assert re.search(r"#cites> void:property eli:cites ;\s+luocdo:references 2 \.", head)
    assert "no legislation" in head and "không phải là văn bản quy phạm pháp luật" in head
    assert text.count("luocdo:sha256") == 2
    assert "dcterms:issued" not in written(made_view(), "turtle").decode()


@pytest.mark.parametrize(
    "format, options, message",
    [
        ("turtle", {"base": "example.org"}, "IRI gốc"),
        ("turtle", {"base": "https://example.org"}, "IRI gốc"),
        ("turtle", {"base": "https://exa mple.org/"}, "IRI gốc"),
        ("turtle", {"profile": "dublin"}, "hồ sơ"),
        ("jsonld", {"rdf12": True}, "RDF 1.2"),
        ("turtle", {"licence": "CC0"}, "Giấy phép"),
        ("turtle", {"issued": "hôm nay"}, "Ngày công bố"),
        ("graphml", {"base": "https://example.org/"}, "không có tùy chọn base"),
        ("excel", {}, "Không có định dạng"),
    ],
)
def test_impossible_wishes_are_one_line(format, options, message) -> None:
    with pytest.raises(LuocdoError, match=message) as error:
        export(made_view(), format, io.BytesIO(), **options)
    assert "\n" not in str(error.value)


def test_files_are_whole_or_not_there(tmp_path, monkeypatch) -> None:
    path = tmp_path / "g.ttl"
    assert write_file(made_view(), path).name == "turtle"
    before = path.read_bytes()

    class Broken(Snapshot):
        def mentions(self):
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        write_file(Broken(made_view().document_rows), path)
    assert path.read_bytes() == before and [p.name for p in tmp_path.iterdir()] == ["g.ttl"]
    with pytest.raises(LuocdoError, match="không ghi được"):
        write_file(made_view(), tmp_path / "no" / "g.ttl")


@pytest.mark.parametrize(
    "name, path, expected",
    [("TTL", None, "turtle"), (None, "a.nq", "nquads"), ("json-ld", "a.ttl", "jsonld"), (None, "A.RDF", "rdfxml")],
)
def test_formats_by_name_and_ending(name, path, expected) -> None:
    assert format_of(name, path).name == expected
