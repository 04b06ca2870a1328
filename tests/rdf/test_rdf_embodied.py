"""The layers of ELI below a document, and what a catalogue reads of a data set: nothing that is not known."""

from __future__ import annotations

import io
import re

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from rdf_views import any_view, made_view

from graph.errors import LuocdoError
from graph.export import export
from graph.model import Document, Effect, Evidence, GraphView, Relation, Snapshot, Source
from graph.rdf.catalogue import _BY_ENDING
from graph.rdf.terms import iri
from graph.rdf.writing import RDF_FORMATS

DECREE = "urn:lex:vn:chinh.phu:nghi.dinh:2026-05-15;155-2026-nd-cp"
MERGED = "urn:lex:vn:bo.y.te:van.ban.hop.nhat:2026-06-01;03-vbhn-byt"
PARTY = "urn:lex:vn:ban.chap.hanh.trung.uong:nghi.quyet:2017-10-25;18-nq-tw"
UNKNOWN = "urn:lex:vn:khong.ro:nghi.dinh:2026;lex-1"
IANA = "http://www.iana.org/assignments/media-types/"


def view(days: tuple[str, ...] = ("2026-05-30",), format: str = "pdf") -> Snapshot:
    """A decree of the gazette, a consolidated text, a resolution of the Party, a decree of an unknown day."""
    documents = (
        Document(PARTY, "Nghị quyết", "18-NQ/TW", date="2017-10-25", issuer="Ban Chấp hành Trung ương", is_source=True),
        Document(MERGED, "Văn bản hợp nhất", "03/VBHN-BYT", date="2026-06-01", issuer="Bộ Y tế", is_source=True),
        Document(DECREE, "Nghị định", "155/2026/NĐ-CP", date="2026-05-15", issuer="Chính phủ", is_source=True),
        Document(UNKNOWN, "Nghị định", date="2026", is_source=True),
    )
    return Snapshot(
        tuple(sorted(documents, key=lambda d: d.id)),
        relation_rows=(Relation(MERGED, "consolidates", DECREE, Evidence(0, 4, "hợp", source="b.docx")),),
        source_rows=(
            Source("a.pdf", "a", format), Source("b.docx", "b", "docx"), Source("c.txt", "c"),
            Source("d.csv", "d", "csv"),
        ),
        sources_by_id={DECREE: ("a.pdf",), MERGED: ("b.docx",), PARTY: ("c.txt",), UNKNOWN: ("d.csv",)},
        effect_rows=tuple(
            Effect(DECREE, "published", day, Evidence(0, 1, "a", source="a.pdf")) for day in days
        ),
    )  # fmt: skip


def said(shown: GraphView, **options: object) -> set[tuple[str, str, str]]:
    out = io.BytesIO()
    export(shown, "ntriples", out, **options)
    return {
        (str(q.subject.value), q.predicate.value, str(q.object.value))
        for q in ox.parse(out.getvalue(), format=ox.RdfFormat.N_TRIPLES)
    }


def values(found: set[tuple[str, str, str]], s: str, curie: str) -> set[str]:
    return {o for subject, p, o in found if (subject, p) == (s, iri(curie))}


def expression(found: set[tuple[str, str, str]], document: str) -> str:
    return next(iter(values(found, document, "eli:is_realized_by")))


@pytest.mark.parametrize("options", [{}, {"profile": "eli"}, {"evidence": "none"}])
def test_expression_and_format(options: dict[str, str]) -> None:
    found = said(view(), **options)
    text = expression(found, DECREE)
    assert values(found, text, "rdf:type") >= {iri("eli:LegalExpression")}
    assert values(found, text, "eli:language") == {"http://publications.europa.eu/resource/authority/language/VIE"}
    assert values(found, text, "eli:version_date") == {"2026-05-15"}
    (file,) = values(found, text, "eli:is_embodied_by")
    assert values(found, file, "rdf:type") == {iri("eli:Format")}
    assert values(found, file, "eli:media_type") == {IANA + "application/pdf"}
    assert values(found, file, "eli:legal_value") == {iri("eli:LegalValue-official")}
    assert values(found, DECREE, "eli:date_publication") == {"2026-05-30"}


@pytest.mark.parametrize(
    ("shown", "s", "curie"),
    [
        (view(days=()), DECREE, "eli:date_publication"),
        (view(days=("2026-05-30", "2026-05-31")), DECREE, "eli:date_publication"),  # two days: none is known
        (view(days=("2026",)), DECREE, "eli:date_publication"),
        (view(), MERGED, "eli:date_publication"),
        (view(), UNKNOWN, "eli:date_publication"),
    ],
)
def test_what_is_not_known_is_not_said(shown: Snapshot, s: str, curie: str) -> None:
    assert values(said(shown), s, curie) == set()


def test_versions_values_and_files_that_are_not_known() -> None:
    found = said(view())
    assert values(found, expression(found, MERGED), "eli:version_date") == set(), "it merges texts of other days"
    assert values(found, expression(found, UNKNOWN), "eli:version_date") == set()
    assert values(found, expression(found, UNKNOWN), "eli:is_embodied_by") == set(), "a row of a table is no file"
    for shown in (view(days=()), view(format="html")):  # not the gazette; a copy of it
        assert not [t for t in said(shown) if t[1] == iri("eli:legal_value")]


def test_a_party_paper_in_the_profile_of_eli_has_no_layers() -> None:
    found = said(view(), profile="eli")
    assert values(found, PARTY, "rdf:type") == {iri("foaf:Document")}
    assert not [t for t in found if t[0] == PARTY and t[1].startswith(iri("eli:"))]


@pytest.mark.parametrize("shown", [made_view(), view()], ids=["made", "layers"])
@pytest.mark.parametrize("options", [{}, {"evidence": "none"}, {"base": "https://example.org/"}, {"rdf12": True}])
def test_void_counts_the_triples(shown: GraphView, options: dict[str, object]) -> None:
    check_count(shown, options)


def check_count(shown: GraphView, options: dict[str, object]) -> None:
    out = io.BytesIO()
    export(shown, "ntriples", out, **options)
    triples = {str(q.triple) for q in ox.parse(out.getvalue(), format=ox.RdfFormat.N_TRIPLES)}
    (told,) = [t for t in triples if "void#triples" in t]
    assert f'"{len(triples)}"' in told


@settings(max_examples=60, deadline=None)
@given(any_view())
def test_void_counts_the_triples_of_any_view(shown: GraphView) -> None:
    check_count(shown, {})
    counts = []
    for format in ("ntriples", "nquads"):  # a triple that two sources say is one, in two graphs
        out = io.BytesIO()
        export(shown, format, out)
        counts.append(re.findall(rb'void#triples> "(\d+)"', out.getvalue()))
    assert counts[0] == counts[1]


def test_distributions() -> None:
    dumps = ["https://example.org/graph.ttl", "https://example.org/graph.nt.gz", "https://example.org/data?x=1"]
    licence = "https://creativecommons.org/publicdomain/zero/1.0/"
    found = said(made_view(), dump=dumps, licence=licence)
    (dataset,) = {s for s, p, o in found if (p, o) == (iri("rdf:type"), iri("dcat:Dataset"))}
    assert values(found, dataset, "void:dataDump") == set(dumps)
    nodes = sorted(values(found, dataset, "dcat:distribution"))
    assert len(nodes) == 3
    assert [values(found, n, "dcat:downloadURL") for n in nodes] == [{d} for d in dumps]
    assert values(found, nodes[0], "dcat:mediaType") == {
        "https://www.iana.org/assignments/media-types/" + "text/turtle"
    }
    assert values(found, nodes[1], "dcat:mediaType") == {
        "https://www.iana.org/assignments/media-types/" + "application/n-triples"
    }
    assert values(found, nodes[1], "dcat:compressFormat") == {
        "https://www.iana.org/assignments/media-types/application/gzip"
    }
    assert values(found, nodes[2], "dcat:mediaType") == set(), "its end does not tell"
    assert all(values(found, n, "dcterms:license") == {licence} for n in nodes)
    plain = said(made_view())
    assert not [t for t in plain if t[1] in (iri("dcat:distribution"), iri("void:dataDump"))]


@pytest.mark.parametrize("dump", ["nowhere", "file:///a.ttl", "https://", "https://a b/", "http:///a"])
def test_addresses_that_are_none(dump: str) -> None:
    with pytest.raises(LuocdoError, match="Địa chỉ tải"):
        export(made_view(), "turtle", io.BytesIO(), dump=[dump])


def test_a_profile_has_no_header() -> None:
    with pytest.raises(LuocdoError, match="--dump"):
        export(made_view(), "turtle", io.BytesIO(), profile="eli", dump=["https://example.org/a.ttl"])


def test_every_format_of_rdf_has_a_media_type() -> None:
    from graph.export import FORMATS

    for name in RDF_FORMATS:
        assert _BY_ENDING[FORMATS[name].extensions[0]] == FORMATS[name].media_type
