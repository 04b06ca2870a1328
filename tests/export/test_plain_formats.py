"""GraphML, GEXF, CSV, Parquet, Cypher, DOT and Mermaid: read back by the tools that know them, odd texts included."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import re
import sys
import urllib.request
import zipfile
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "rdf"))

from rdf_views import HARD, KH83, ND04, NQ18, QD32, UBND, made_view

from graph.errors import LuocdoError
from graph.export import FORMATS, export
from graph.export.escapes import carries, cell, hide, show
from graph.export.text_graphs import cypher_string, dot_string, dot_text, mermaid_text
from graph.model import Document, Evidence, Relation, Snapshot

SENTENCE = "Kế hoạch số 83/KH-UBND của UBND tỉnh thực hiện Nghị quyết số 18-NQ/TW"


def written(view: Snapshot, format: str) -> bytes:
    out = io.BytesIO()
    export(view, format, out)
    return out.getvalue()


def hard_view() -> Snapshot:
    """A document for every hard text, each citing the next with the text as its sentence."""
    ids = [f"urn:lex:vn:chinh.phu:cong.van:2020-01-01;{n:02d}-x" for n in range(len(HARD))]
    documents = tuple(Document(id, "Công văn", title=text) for id, text in zip(ids, HARD, strict=True))
    relations = tuple(
        Relation(a, "implements", b, Evidence(0, 5, text, source="a.txt"))
        for a, b, text in zip(ids, ids[1:], HARD, strict=False)
    )
    return Snapshot(documents, (), relations)


def shown(attributes: dict, key: str) -> str:
    value = attributes[key]
    return show(value) if key in attributes.get("escaped", "").split() else value


@pytest.mark.parametrize("format, read", [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networkx_reads_the_graph(format, read) -> None:
    options = {"force_multigraph": True} if format == "graphml" else {}
    g = read(io.BytesIO(written(made_view(), format)), **options)
    assert g.is_directed() and g.number_of_edges() == len(made_view().relation_rows)
    assert g.nodes[KH83]["code"] == "83/KH-UBND" and g.nodes[KH83]["kind"] == "document"
    assert g.nodes[f"issuer:{UBND}"]["level"] == "provincial"
    found = [d for _, _, d in g.out_edges(KH83, data=True) if d["predicate"] == "implements"]
    assert [(d["sentence"], d["confidence"], d["start"]) for d in found] == [(SENTENCE, 0.875, 49)]
    assert {t for _, t, d in g.out_edges(KH83, data=True) if d["predicate"] == "implements"} == {NQ18}


@pytest.mark.parametrize("format, read", [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_hard_texts_survive_in_xml(format, read) -> None:
    g = read(io.BytesIO(written(hard_view(), format)))
    titles = {shown(d, "title") for _, d in g.nodes(data=True)}
    assert titles == set(HARD)
    sentences = {shown(d, "sentence") for _, _, d in g.edges(data=True)}
    assert sentences == set(HARD[:-1])


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_what_xml_cannot_carry_is_hidden_and_shown(text) -> None:
    assert carries(hide(text)) and show(hide(text)) == text


def tables(view: Snapshot) -> dict[str, list[dict[str, str]]]:
    archive = zipfile.ZipFile(io.BytesIO(written(view, "csv")))
    return {
        name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline="")))
        for name in archive.namelist()
    }


def test_csv_tables() -> None:
    found = tables(made_view())
    assert list(found) == ["documents.csv", "issuers.csv", "relations.csv"]
    plan = next(row for row in found["documents.csv"] if row["id"] == KH83)
    assert (plan["label"], plan["type"], plan["status"], plan["origins"]) == (
        "Kế hoạch 83/KH-UBND", "Kế hoạch", "in-force", "date=text\nissuer=symbol",
    )  # fmt: skip
    assert len(found["relations.csv"]) == len(made_view().relation_rows)
    repeal = next(r for r in found["relations.csv"] if r["predicate"] == "repeals")
    assert (repeal["partial"], repeal["pinpoints"]) == ("true", "khoản 2, điều 5\nđiểm đ, điều 5")
    assert repeal["provision"] == "khoản 1, điều 2"


def test_hard_texts_survive_in_csv() -> None:
    found = tables(hard_view())
    assert [row["title"] for row in found["documents.csv"]] == [cell(text) for text in HARD]
    assert [row["sentence"] for row in found["relations.csv"]] == [cell(text) for text in HARD[:-1]]
    assert sum(cell(text) != text for text in HARD) >= 1


def test_the_zip_says_no_time() -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(made_view(), "csv")))
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_parquet() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    def table(view, name="parquet"):
        return parquet.read_table(io.BytesIO(written(view, name))).to_pylist()

    rows = table(made_view())
    assert len(rows) == len(made_view().document_rows)
    plan = next(row for row in rows if row["id"] == KH83)
    assert plan["code"] == "83/KH-UBND" and plan["title"] is None and plan["provisional"] is False
    relations = table(made_view(), "parquet-relations")
    assert len(relations) == len(made_view().relation_rows)
    one = next(r for r in relations if (r["subject"], r["predicate"]) == (KH83, "implements"))
    assert (one["object"], one["sentence"], one["confidence"]) == (NQ18, SENTENCE, 0.875)
    assert one["partial"] is False and one["end"] - one["start"] == len(SENTENCE)
    assert [row["name"] for row in table(made_view(), "parquet-issuers")] == ["Chính phủ", "Ủy ban nhân dân tỉnh"]
    assert [row["title"] for row in table(hard_view())] == HARD


@pytest.mark.parametrize("format", ["parquet", "parquet-relations", "parquet-issuers"])
def test_no_column_of_a_parquet_table_is_nested(format) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    schema = parquet.read_schema(io.BytesIO(written(made_view(), format)))
    assert {str(field.type) for field in schema} <= {"string", "bool", "int64", "double"}


def test_parquet_has_a_row_for_documents_that_only_relations_name() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    view = Snapshot((Document(NQ18),), (), (Relation(KH83, "implements", NQ18, Evidence(0, 1, "x")),))
    rows = parquet.read_table(io.BytesIO(written(view, "parquet"))).to_pylist()
    assert {row["id"] for row in rows} == {NQ18, KH83}


def test_duckdb_joins_the_parquet_tables(tmp_path) -> None:
    pytest.importorskip("pyarrow.parquet")
    duckdb = pytest.importorskip("duckdb")
    for name in ("parquet", "parquet-relations", "parquet-issuers"):
        (tmp_path / name).write_bytes(written(made_view(), name))
    (tmp_path / "hard").write_bytes(written(hard_view(), "parquet"))

    def table(name: str) -> str:
        return f"read_parquet('{tmp_path / name}')"

    with duckdb.connect() as connection:
        joined = connection.execute(
            f"SELECT s.code, o.code, r.sentence, r.confidence FROM {table('parquet-relations')} r"
            f" JOIN {table('parquet')} s ON s.id = r.subject JOIN {table('parquet')} o ON o.id = r.object"
            " WHERE r.predicate = 'implements' AND s.date >= '2018' AND NOT r.partial ORDER BY ALL"
        ).fetchall()
        assert ("83/KH-UBND", "18-NQ/TW", SENTENCE, 0.875) in joined
        assert connection.execute(f"SELECT count(*) FROM {table('parquet-issuers')}").fetchall() == [(2,)]
        titles = connection.execute(f"SELECT title FROM {table('hard')} ORDER BY id").fetchall()
        assert [title for (title,) in titles] == HARD


# Cypher ---------------------------------------------------------------------------------------------------------------

_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f", "'": "'", '"': '"', "\\": "\\"}


def cypher_value(literal: str) -> str:
    """The text of a string literal as openCypher's grammar reads it."""
    assert literal[0] == literal[-1] == "'"
    body = literal[1:-1]
    assert re.fullmatch(r"(?:[^'\\]|\\(?:[nrtbf'\"\\]|u[0-9A-F]{4}))*", body)
    return re.sub(r"\\(?:u(\w{4})|(.))", lambda m: chr(int(m[1], 16)) if m[1] else _ESCAPES[m[2]], body)


@given(st.one_of(st.sampled_from(HARD), st.text(st.characters(exclude_categories=("Cs",)))))
def test_cypher_strings_read_back(text) -> None:
    literal = cypher_string(text)
    assert cypher_value(literal) == text and "\n" not in literal


def test_cypher_is_one_statement_a_line_and_injects_nothing() -> None:
    evil = "'}) DETACH DELETE d; MATCH (n) DETACH DELETE n; //"
    view = Snapshot((Document(KH83, title=evil),))
    lines = written(view, "cypher").decode().splitlines()
    assert all(line.endswith(";") and line.split(" ")[0] in ("CREATE", "UNWIND") for line in lines)
    for line in lines:
        outside = re.sub(r"'(?:[^'\\]|\\.)*'", "''", line)
        assert "DELETE" not in outside and outside.count(";") == 1
    text = written(made_view(), "cypher").decode()
    assert f"{{id: '{UBND}'," in text and "MERGE (i:Issuer {id: row.id}) SET i += row;" in text
    assert "-[r:IMPLEMENTS {key: row.key}]->(b) SET r += row.facts;" in text and "confidence: 0.875" in text


def test_cypher_comes_in_batches() -> None:
    rows = tuple(Document(f"urn:lex:vn:chinh.phu:nghi.dinh:2020-01-01;{n:05d}") for n in range(1001))
    lines = written(Snapshot(rows), "cypher").decode().splitlines()[2:]
    assert [line.count("{id: 'urn") for line in lines] == [500, 500, 1]


# What Neo4j has beside openCypher, whose grammar has no constraints.
_CONSTRAINT = re.compile(r"CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \((\w):\w+\) REQUIRE \1\.id IS UNIQUE;")


def complaints(statement: str) -> list[str]:
    """What the openCypher grammar says against a statement."""
    antlr4 = pytest.importorskip("antlr4")
    cypher = pytest.importorskip("antlr4_cypher")
    listener = pytest.importorskip("antlr4.error.ErrorListener").ErrorListener
    found: list[str] = []

    class Listener(listener):
        def syntaxError(self, recognizer, symbol, line, column, message, error) -> None:
            found.append(f"{line}:{column} {message}")

    lexer = cypher.CypherLexer(antlr4.InputStream(statement))
    parser = cypher.CypherParser(antlr4.CommonTokenStream(lexer))
    for reader in (lexer, parser):
        reader.removeErrorListeners()
        reader.addErrorListener(Listener())
    parser.script()
    return found


@pytest.mark.parametrize("make", [made_view, hard_view])
def test_the_grammar_of_opencypher_reads_it(make) -> None:
    lines = written(make(), "cypher").decode().splitlines()
    rest = [line for line in lines if not _CONSTRAINT.fullmatch(line)]
    assert len(lines) - len(rest) == 2 and rest
    assert [said for line in rest for said in complaints(line)] == []
    for broken in (rest[-1].replace("UNWIND [", "UNWIND "), rest[-1].replace(" SET r", " SET SET r"), "MERGE (a;"):
        assert complaints(broken)


@pytest.mark.skipif("LUOCDO_TEST_NEO4J" not in os.environ, reason="LUOCDO_TEST_NEO4J names no server (…/db/neo4j)")
def test_a_real_server_takes_it_twice_and_has_it_once() -> None:
    """A server with Neo4j's HTTP API (``http://user:password@host:7474/db/neo4j``), its database empty."""
    address = urlsplit(os.environ["LUOCDO_TEST_NEO4J"])

    def run(*statements: str) -> list:
        login = base64.b64encode(f"{address.username or ''}:{address.password or ''}".encode()).decode()
        request = urllib.request.Request(
            f"http://{address.hostname}:{address.port or 7474}{address.path}/tx/commit",
            json.dumps({"statements": [{"statement": s} for s in statements]}).encode(),
            {"Content-Type": "application/json", "Authorization": f"Basic {login}"},
        )
        answer = json.loads(urllib.request.urlopen(request, timeout=60).read())
        assert answer["errors"] == []
        return [row["row"][0] for result in answer["results"] for row in result["data"]]

    for _ in range(2):
        for line in written(made_view(), "cypher").decode().splitlines():
            run(line.rstrip(";"))
    assert run("MATCH (d:Document) RETURN count(d)") == [len(made_view().document_rows)]
    assert run("MATCH ()-[r]->() RETURN count(r)") == [len(made_view().relation_rows)]


# DOT and Mermaid ------------------------------------------------------------------------------------------------------


@given(st.one_of(st.sampled_from(HARD), st.text(st.characters(exclude_categories=("Cs",)))))
def test_dot_strings_read_back(text) -> None:
    quoted = dot_string(text)
    assert dot_text(quoted) == text
    assert re.fullmatch(r'"(?:[^"\\]|\\["n])*"', quoted)


def test_dot_is_read_by_pydot() -> None:
    pydot = pytest.importorskip("pydot")
    [g] = pydot.graph_from_dot_data(written(made_view(), "dot").decode())
    labels = {node.get_name(): node.get("label") for node in g.get_nodes()}
    assert labels[f'"{KH83}"'] == '"Kế hoạch 83/KH-UBND"'
    edges = {(e.get_source().strip('"'), e.get_destination().strip('"'), e.get("label")) for e in g.get_edges()}
    assert (KH83, NQ18, '"triển khai, thực hiện"') in edges
    assert (KH83, f"issuer:{UBND}", '"ban hành bởi"') in edges


def test_dot_draws_each_pair_once() -> None:
    text = written(made_view(), "dot").decode()
    assert text.count('label="dẫn chiếu"') == 1  # two sources cite, one edge


def test_mermaid() -> None:
    text = written(made_view(), "mermaid").decode()
    names = dict(re.findall(r'^  (d\d+)\["(.*)"\]$', text, re.MULTILINE))
    edges = {
        (names[a], words, names[b])
        for a, words, b in re.findall(r'^  (d\d+) -->\|"(.*)"\| (d\d+)$', text, re.MULTILINE)
    }
    assert ("Kế hoạch 83/KH-UBND", "triển khai, thực hiện", "Nghị quyết 18-NQ/TW") in edges
    assert len(names) + len(edges) + 1 == len(text.splitlines())
    assert all("dẫn chiếu" not in words for _, words, _ in edges)


def test_mermaid_keeps_what_viewers_draw_around_the_most_connected_document() -> None:
    names = [f"urn:lex:vn:chinh.phu:nghi.dinh:2020-01-01;{n:05d}" for n in range(1400)]
    hub = names[700]
    pairs = [(hub, name) for name in names[:300]] + list(pairwise(names[701:]))
    relations = tuple(Relation(a, "amends", b, Evidence(-1, -1, "")) for a, b in sorted(pairs))
    text = written(Snapshot((), (), relations), "mermaid").decode()
    drawn = re.findall(r"^  d\d+ -->", text, re.MULTILINE)
    assert text.splitlines()[1].startswith(f"  %% {len(drawn)} / {len(pairs)} quan hệ")
    assert 300 <= len(drawn) <= 500 and len(text) <= 50_000
    assert all(mermaid_text(name) in text for name in names[:300])  # all around the hub
    few = Snapshot((), (), relations[:200])
    assert "%%" not in written(few, "mermaid").decode()


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_mermaid_texts_read_back(text) -> None:
    escaped = mermaid_text(text)
    assert re.sub(r"#(\d+);", lambda m: chr(int(m[1])), escaped) == text
    assert re.fullmatch(r"(?:[^\W_]|[ .,:/()+*=-]|#\d+;)*", escaped)


@pytest.mark.parametrize("format", ["graphml", "gexf", "csv", "cypher", "dot", "mermaid"])
def test_relations_of_documents_without_a_row_have_both_ends(format) -> None:
    view = Snapshot((), (), (Relation(QD32, "repeals", ND04, Evidence(-1, -1, "")),))
    data = written(view, format)
    if format in ("graphml", "gexf"):
        g = (nx.read_graphml if format == "graphml" else nx.read_gexf)(io.BytesIO(data))
        assert set(g.nodes) == {QD32, ND04}
    assert data


@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_graph_is_a_file_too(format) -> None:
    if FORMATS[format].extra:
        pytest.importorskip("pyarrow")
    assert written(Snapshot(), format)


def test_a_missing_library_is_named(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(LuocdoError, match=r"luocdo\[parquet\]"):
        written(made_view(), "parquet")


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", False), ("+cmd|' /C calc'!A0", False), ("-2+3+cmd", False), ("@SUM(1)", False), ("\t=1", False),
        ("\r=1", False), ("\n=1", False), ("＝1+1", False), ("＋1", False), ("－a", False), ("＠a", False),
        ("  =1", False), ("\u00a0=1", False), ("\ufeff=1", False), ("\u200b=1", False), ("- điểm a", False),
        ("-5", True), ("+5", True), ("-5.25", True), ("-1,5", True), ("-1e9", True), ("+84 905", False),
        ("", True), ("a=1", True), ("18-NQ/TW", True), ("'=1", True), ("–5", True),
    ],
)  # fmt: skip
def test_cells_that_a_spreadsheet_would_compute(text: str, safe: bool) -> None:
    assert cell(text) == (text if safe else f"'{text}")


def test_csv_opens_in_excel() -> None:
    archive = zipfile.ZipFile(io.BytesIO(written(made_view(), "csv")))
    assert all(archive.read(name).startswith(b"\xef\xbb\xbf") for name in archive.namelist())
