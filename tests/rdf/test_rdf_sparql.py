"""SPARQL: the example queries and their answers; no writing, no network, no endless query; a cache that keeps up."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import shutil
import socket
import stat
import subprocess
import sys
import threading
import time

import pyoxigraph as ox
import pytest
from rdf_views import KH83, KH1127, ND04, NQ18, QD32, QD40, made_view

import graph
from graph.errors import LuocdoError
from graph.model import Source
from graph.rdf import example, examples, sparql
from graph.rdf.asking import refuse_network
from graph.rdf.cache import cache_folder, cached_store, fill

PLAN = "Kế hoạch số 83/KH-UBND của UBND tỉnh thực hiện Nghị quyết số 18-NQ/TW"
SUB_PLAN = "Kế hoạch số 1127/KH-SCT ngày 18/6/2018 thực hiện Kế hoạch số 83/KH-UBND"
REPLACES = "Quyết định số 32/2020/QĐ-UBND thay thế Quyết định số 40/2015/QĐ-UBND"
REPEALS = "bãi bỏ khoản 2, điểm đ Điều 5 Nghị định số 04/2015/NĐ-CP"

# Every example query with its whole answer on the made graph.
ANSWERS = {
    "basis": [("Kế hoạch 1127/KH-SCT", "Nghị định 04/2015/NĐ-CP", "2015-01-09", "Chính phủ")],
    "doubtful": [
        ("0.875", "Kế hoạch 83/KH-UBND", "https://w3id.org/luocdo#implements", "Nghị quyết 18-NQ/TW", PLAN),
    ],
    "ended": [
        ("Nghị định 04/2015/NĐ-CP", "một phần", "Quyết định 32/2020/QĐ-UBND", "khoản 2 Điều 5"),
        ("Nghị định 04/2015/NĐ-CP", "một phần", "Quyết định 32/2020/QĐ-UBND", "điểm đ Điều 5"),
        ("quyết định 40/2015/QĐ-UBND", "toàn bộ", "Quyết định 32/2020/QĐ-UBND", None),
    ],
    "implementers": [
        ("Kế hoạch 83/KH-UBND", "Kế hoạch 1127/KH-SCT", "Kế hoạch", "Kế hoạch 83/KH-UBND", SUB_PLAN),
        ("Nghị quyết 18-NQ/TW", "Kế hoạch 83/KH-UBND", "Kế hoạch", "Nghị quyết 18-NQ/TW", PLAN),
    ],
    "issued": [
        ("Ủy ban nhân dân tỉnh (Quảng Ngãi)", "Quyết định", "2"),
        ("Ban Chấp hành Trung ương", "Nghị quyết", "1"),
        ("Chính phủ", "Nghị định", "1"),
        ("Sở Công Thương (tỉnh Quảng Ngãi)", "Kế hoạch", "1"),
        ("Ủy ban nhân dân tỉnh (Quảng Ngãi)", "Kế hoạch", "1"),
    ],
    "lineage": [("Quyết định 32/2020/QĐ-UBND", None, "quyết định 40/2015/QĐ-UBND", None, REPLACES)],
    "most-cited": [
        ("Kế hoạch 83/KH-UBND", "1", "1"),
        ("Nghị quyết 18-NQ/TW", "1", "1"),
        ("Nghị định 04/2015/NĐ-CP", "1", "1"),
    ],
    "party": [("Nghị quyết 18-NQ/TW", "Kế hoạch 83/KH-UBND")],
    "unresolved": [("Nghị quyết 18", "Nghị quyết 18-NQ/TW"), ("Nghị quyết 18", "Nghị định 04/2015/NĐ-CP")],
    "wanted": [("Nghị định 04/2015/NĐ-CP", "1")],
    "years": [("2015", "1"), ("2017", "1"), ("2018", "2")],
}


def test_every_example_has_an_answer_here() -> None:
    assert [e.name for e in examples()] == sorted(ANSWERS)


@pytest.mark.parametrize("name", ANSWERS)
def test_examples(name) -> None:
    assert sparql(made_view(), example(name).query).rows == ANSWERS[name]


@pytest.mark.parametrize("known", examples(), ids=lambda e: e.name)
def test_examples_are_titled(known) -> None:
    assert known.vi and known.en and known.vi != known.en
    for parameter in known.parameters:
        assert f"#${parameter}" in known.query


def test_an_example_about_one_document() -> None:
    bound = example("implementers").bind(document=NQ18)
    assert sparql(made_view(), bound).rows == [  # directly, and through others
        ("Nghị quyết 18-NQ/TW", "Kế hoạch 1127/KH-SCT", "Kế hoạch", "Kế hoạch 83/KH-UBND", SUB_PLAN),
        ("Nghị quyết 18-NQ/TW", "Kế hoạch 83/KH-UBND", "Kế hoạch", "Nghị quyết 18-NQ/TW", PLAN),
    ]
    for values, message in (({"plan": NQ18}, "không có tham số"), ({"document": "x> } #"}, "không phải là IRI")):
        with pytest.raises(LuocdoError, match=message):
            example("implementers").bind(**values)
    with pytest.raises(LuocdoError, match="implementers"):
        example("nothing")


# What must not happen ------------------------------------------------------------------------------------------------

REFUSED = [
    "SELECT * WHERE { SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
    "SELECT * WHERE { SERVICE SILENT <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
    "SELECT * WHERE { service<http://127.0.0.1:{port}/>{ ?s ?p ?o } }",
    "SELECT * WHERE { SeRvIcE # comment\n silent # another {\n <http://127.0.0.1:{port}/#a> # end\n { ?s ?p ?o } }",
    "SELECT * WHERE { \\u0053ERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
    "SELECT * WHERE { \\U00000053\\u0045RVICE \\u003chttp://127.0.0.1:{port}/> \\u007b ?s ?p ?o } }",
    "PREFIX x: <http://127.0.0.1:{port}/> SELECT * WHERE { SERVICE x: { ?s ?p ?o } }",
    "PREFIX x: <http://127.0.0.1:{port}/> SELECT * WHERE { SERVICE x:a\\-b { ?s ?p ?o } }",
    "SELECT * WHERE { VALUES ?w { <http://127.0.0.1:{port}/> } SERVICE ?w { ?s ?p ?o } }",
    "SELECT * WHERE { VALUES ?w { <http://127.0.0.1:{port}/> } SERVICE $w { ?s ?p ?o } }",
    "SELECT * WHERE { ?a ?b ?c FILTER(?a<'x>')SERVICE<http://127.0.0.1:{port}/>{?s ?p ?o FILTER(?s!='y')} }",
    "SELECT * WHERE { { SELECT * WHERE { SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } } } }",
    "SELECT * WHERE { FILTER EXISTS { SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
    "ASK { SERVICE <http://127.0.0.1:{port}/> { ?s ?p ?o } }",
    "LOAD <http://127.0.0.1:{port}/>",
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "PREFIX x: <y:> # prologue\nBASE <z:> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP DEFAULT",
    "CREATE GRAPH <a:b>",
    "COPY DEFAULT TO <a:b>",
    "SELECT * WHERE { ?s ?p ?o } ; DELETE WHERE { ?s ?p ?o }",
    "SELECT ?x WHERE {",
    "",
    "hello",
]  # fmt: skip


class Listener:
    """A server that counts who comes."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.2)
        self.port = self.socket.getsockname()[1]
        self.visits = 0
        self.stop = False
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self) -> None:
        while not self.stop:
            try:
                self.socket.accept()[0].close()
                self.visits += 1
            except TimeoutError:
                pass

    def close(self) -> None:
        self.stop = True
        self.thread.join()
        self.socket.close()


@pytest.fixture(scope="module")
def listener():
    server = Listener()
    yield server
    server.close()


@pytest.mark.parametrize("query", REFUSED)
def test_refused_in_one_line_and_nobody_is_called(query, listener) -> None:
    with pytest.raises(LuocdoError) as error:
        sparql(made_view(), query.replace("{port}", str(listener.port)), timeout=10)
    assert "\n" not in str(error.value) and len(str(error.value)) < 400
    assert listener.visits == 0


def test_the_worker_has_no_network_even_if_a_query_gets_through(listener, monkeypatch) -> None:
    """The second wall: on Linux the process gives the network up before it reads the query."""
    monkeypatch.setattr("graph.rdf.asking.refuse_network", lambda query: None)
    query = f"SELECT * WHERE {{ SERVICE <http://127.0.0.1:{listener.port}/> {{ ?s ?p ?o }} }}"
    with pytest.raises(LuocdoError):
        sparql(made_view(), query, timeout=10)
    if os.uname().sysname != "Linux" or not _can_unshare():
        pytest.skip("this system lets no process give up its network")
    assert listener.visits == 0


def _can_unshare() -> bool:
    import ctypes

    pid = os.fork()
    if pid == 0:
        libc = ctypes.CDLL(None)
        os._exit(0 if libc.unshare(0x40000000) == 0 or libc.unshare(0x50000000) == 0 else 1)
    return os.waitpid(pid, 0)[1] == 0


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s WHERE { ?s rdfs:label 'SERVICE' }",
        "SELECT ?s WHERE { ?s ?p ?o FILTER(CONTAINS(?o, 'service <x>')) } # SERVICE",
        "PREFIX service: <http://example.org/service#> SELECT ?service WHERE { ?service a service:x }",
    ],
)
def test_the_word_service_alone_is_no_crime(query) -> None:
    refuse_network(query)
    assert sparql(made_view(), query).rows == []


def test_a_query_stops_when_its_time_is_up() -> None:
    query = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with pytest.raises(LuocdoError, match=r"quá 0\.5 giây"):
        sparql(made_view(), query, timeout=0.5)
    with pytest.raises(LuocdoError, match="lớn hơn 0"):
        sparql(made_view(), query, timeout=0)


LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000))
from graph.errors import LuocdoError
from graph.model import Snapshot
from graph.rdf import sparql
doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(31))
query = 'SELECT (STRLEN(?x31) AS ?n) WHERE { BIND("a" AS ?x0) ' + doubled + " }"
try:
    sparql(Snapshot((), (), (), (), (), ()), query, timeout=280)
except LuocdoError as error:
    print(error)
"""
OWN_LIMIT = """
import resource
from graph.rdf import worker
worker._close_doors()
print(resource.getrlimit(resource.RLIMIT_AS)[0] == worker._MEMORY <= 4 << 30)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="limits of address space are Linux's")
def test_a_query_that_wants_all_memory_stops_in_one_line() -> None:
    def told(code: str) -> list[str]:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    (line,) = told(LIMITED)
    assert line.startswith("Truy vấn bị dừng vì quá nặng")
    assert told(OWN_LIMIT) == ["True"]


@pytest.mark.parametrize("given", [86_400.0 * 8, 1e18, 1e300])
def test_a_very_long_time_is_as_long_as_the_system_waits(given) -> None:
    assert sparql(made_view(), "ASK { ?a ?b ?c }", timeout=given).truth is True


# Answers -------------------------------------------------------------------------------------------------------------


def test_kinds_and_formats_of_answers() -> None:
    view = made_view()
    table = sparql(
        view, f"SELECT ?code ?term WHERE {{ <{NQ18}> eli:id_local ?code OPTIONAL {{ <{NQ18}> luocdo:x ?term }} }}"
    )
    assert table.kind == "select" and table.variables == ("code", "term") and table.rows == [("18-NQ/TW", None)]
    assert table.serialise("csv") == b"code,term\r\n18-NQ/TW,\r\n"
    assert table.serialise("tsv").startswith(b"?code\t?term")
    assert b"<sparql" in table.serialise("xml") and b'"bindings"' in table.serialise("json")
    yes = sparql(view, f"ASK {{ <{NQ18}> a luocdo:PartyDocument }}")
    assert yes.truth is True and yes.kind == "ask" and b"true" in yes.serialise("json")
    facts = sparql(view, f"DESCRIBE <{NQ18}>")
    assert facts.kind == "graph" and NQ18.encode() in facts.serialise("turtle") and facts.rows == []
    made = sparql(view, "CONSTRUCT { ?a luocdo:implements ?b } WHERE { ?a luocdo:implements ?b }")
    assert [(t.subject.value, t.object.value) for t in made.triples()] == sorted([(KH1127, KH83), (KH83, NQ18)])
    for result, format in ((table, "turtle"), (facts, "csv"), (table, "excel")):
        with pytest.raises(LuocdoError, match="hãy chọn"):
            result.serialise(format)


def test_own_prefixes_win() -> None:
    query = f"PREFIX eli: <http://example.org/> SELECT ?x WHERE {{ <{NQ18}> eli:id_local ?x }}"
    assert sparql(made_view(), query).rows == []


def test_questions_that_a_legal_informatician_asks() -> None:
    view = made_view()
    repealed = f"""SELECT ?part ?sentence WHERE {{
      ?st rdf:predicate luocdo:partiallyRepeals ; rdf:object <{ND04}> ;
        luocdo:passage/oa:hasSelector/oa:exact ?sentence ;
        luocdo:pinpoint/luocdo:part/rdfs:label ?part }} ORDER BY ?part"""
    assert sparql(view, repealed).rows == [("khoản 2 Điều 5", REPEALS), ("điểm đ Điều 5", REPEALS)]
    offsets = f"""SELECT ?start ?end WHERE {{ ?st rdf:subject <{QD32}> ; rdf:object <{QD40}> ;
        luocdo:passage/oa:hasSelector ?s . ?s oa:start ?start ; oa:end ?end }}"""
    text = made_view().source_rows[1].text
    [(start, end)] = sparql(view, offsets).rows
    assert text[int(start) : int(end)] == REPLACES
    plans = "SELECT ?d WHERE { ?d eli:type_document/skos:broader*/skos:altLabel 'KH'@vi } ORDER BY ?d"
    assert sparql(view, plans).rows == [(KH1127,), (KH83,)]


# The copies that are asked in place of graph files --------------------------------------------------------------------

TEXT = (
    "Kế hoạch số 1127/KH-SCT ngày 18/6/2018 của Sở Công Thương thực hiện Kế hoạch số 125-KH/TU ngày 05/4/2018 "
    "của Tỉnh ủy."
)
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?d a eli:LegalResource }"


@pytest.fixture
def graph_file(tmp_path, monkeypatch):
    monkeypatch.setenv("LUOCDO_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "graph.db"
    with graph.open(path, create=True) as g:
        g.ingest(Source("a.txt", TEXT))
    return path


def copies():
    """The copies in the cache, as folders."""
    return sorted(path for path in cache_folder().iterdir() if path.is_dir())


def everything(folder):
    """All that is below a folder, with its content."""
    return {path.relative_to(folder): path.is_file() and path.read_bytes() for path in folder.rglob("*")}


def more(path):
    with graph.open(path, write=True) as g:
        g.ingest(Source("b.txt", TEXT.replace("1127", "1128").replace("125-KH/TU", "126-KH/TU")))


def test_the_copy_is_made_once_and_again_when_the_graph_changes(graph_file) -> None:
    before = int(sparql(graph_file, COUNT).rows[0][0])
    assert before >= 2
    [made] = copies()
    assert sparql(str(graph_file), COUNT).rows == [(str(before),)]
    assert copies() == [made]
    more(graph_file)
    assert int(sparql(graph_file, COUNT).rows[0][0]) > before
    [again] = copies()
    assert again != made


def test_a_change_that_leaves_size_and_time_is_seen(graph_file) -> None:
    other = graph_file.with_name("other.db")
    with graph.open(other, create=True) as g:
        g.ingest(Source("a.txt", TEXT.replace("125-KH/TU", "126-KH/TU")))
    facts = graph_file.stat()
    assert other.stat().st_size == facts.st_size
    ask = "SELECT ?c WHERE { ?d eli:id_local ?c } ORDER BY ?c"
    assert ("125-KH/TU",) in sparql(graph_file, ask).rows
    graph_file.write_bytes(other.read_bytes())
    os.utime(graph_file, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert ("126-KH/TU",) in sparql(graph_file, ask).rows


def test_a_large_graph_is_not_read_again_for_each_question(graph_file, monkeypatch) -> None:
    read = []
    digest = hashlib.file_digest
    monkeypatch.setattr(hashlib, "file_digest", lambda *given: read.append(1) or digest(*given))
    monkeypatch.setattr("graph.rdf.cache._STILL", 0.0)
    for _ in range(3):
        sparql(graph_file, COUNT)
    assert len(read) == 1
    more(graph_file)
    sparql(graph_file, COUNT)
    assert len(read) == 2


@pytest.mark.parametrize("linked", [False, True])
def test_what_lies_beside_a_graph_is_neither_asked_nor_removed(graph_file, tmp_path, linked) -> None:
    """A folder that came with the graph, or that the user keeps there, whatever is in it."""
    right = sparql(graph_file, COUNT).rows
    own = tmp_path / ("theirs" if linked else "graph.db.sparql")
    own.mkdir()
    (own / "thesis.txt").write_text("years of work")
    for made in copies():  # as if it had been made for this very graph, with another answer
        shutil.copytree(made, own / made.name)
        shutil.rmtree(own / made.name / "store")
        ox.Store(str(own / made.name / "store")).flush()
    if linked:
        (tmp_path / "graph.db.sparql").symlink_to(own)
    before = everything(own)
    assert sparql(graph_file, COUNT).rows == right
    more(graph_file)
    sparql(graph_file, COUNT)
    assert everything(own) == before


def test_only_what_was_made_here_is_removed(graph_file, tmp_path) -> None:
    sparql(graph_file, COUNT)
    [made] = copies()
    cache = cache_folder()
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "luocdo-sparql").write_text("")
    place = made.name.partition("-")[0]
    (cache / "photos").mkdir()
    (cache / "notes.txt").write_text("x")
    (cache / f"{place}-{'0' * 40}").mkdir()  # our name without our mark
    (cache / f"{place}-{'1' * 40}").symlink_to(kept)
    (cache / f"{place}-{'2' * 40}").mkdir()
    (cache / f"{place}-{'2' * 40}" / "luocdo-sparql").write_text("")
    more(graph_file)
    sparql(graph_file, COUNT)
    names = {path.name for path in cache.iterdir()}
    assert {"photos", "notes.txt", f"{place}-{'0' * 40}", f"{place}-{'1' * 40}"} <= names
    assert f"{place}-{'2' * 40}" not in names
    assert made.name not in names
    assert (kept / "luocdo-sparql").exists()


@pytest.mark.skipif(os.name != "posix", reason="links and modes")
@pytest.mark.parametrize("way", ["link", "open to all", "in the way", "relative"])
def test_a_cache_that_is_not_ours_alone_is_not_used(graph_file, tmp_path, monkeypatch, way) -> None:
    right = sparql(graph_file, COUNT).rows
    other = tmp_path / "other"
    if way == "link":
        (tmp_path / "target").mkdir()
        other.symlink_to(tmp_path / "target")
    elif way == "open to all":
        other.mkdir()
        other.chmod(0o777)
    elif way == "in the way":
        other.write_text("in the way")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setenv("LUOCDO_CACHE", "other" if way == "relative" else str(other))
    assert sparql(graph_file, COUNT).rows == right
    if way == "relative":
        assert not other.exists()
        assert (tmp_path / "home" / ".cache" / "luocdo" / "sparql").is_dir()
    else:
        assert cache_folder() is None
        assert list((tmp_path / "target").rglob("luocdo-sparql")) == [] if way == "link" else True


def test_while_somebody_writes_the_last_state_is_answered(graph_file) -> None:
    before = sparql(graph_file, COUNT).rows
    with graph.open(graph_file, write=True) as g:
        g.ingest(Source("b.txt", TEXT.replace("1127", "1128")))
        during = sparql(graph_file, COUNT).rows  # the log is there, the merge may be yet to come
        assert int(during[0][0]) >= int(before[0][0])
    assert int(sparql(graph_file, COUNT).rows[0][0]) > int(before[0][0])


def test_a_broken_build_leaves_nothing(graph_file, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("disk")

    monkeypatch.setattr("graph.rdf.cache.fill", fail)
    with pytest.raises(RuntimeError):
        sparql(graph_file, COUNT)
    assert copies() == []


def test_a_full_disk_is_one_line(graph_file, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.rdf.cache.fill", fail)
    with pytest.raises(LuocdoError, match="No space left"):
        sparql(graph_file, COUNT)
    assert copies() == []


def test_what_a_killed_process_left_is_swept_away(graph_file) -> None:
    for name, age in (("old", 7200), ("now", 0)):
        left = cache_folder() / f"{'0' * 24}-building-{name}"
        left.mkdir()
        (left / "luocdo-sparql").write_text("")
        then = time.time() - age
        os.utime(left / "luocdo-sparql", (then, then))
    sparql(graph_file, COUNT)
    assert next(path.name for path in copies()) == f"{'0' * 24}-building-now"
    assert len(copies()) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_read_only_folder_is_no_hindrance(graph_file, tmp_path) -> None:
    cache_folder().chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert sparql(graph_file, COUNT).rows
        assert copies() == []
    finally:
        cache_folder().chmod(stat.S_IRWXU)


def test_while_somebody_writes_meanwhile_the_copy_is_not_kept(graph_file, monkeypatch) -> None:
    whole = fill

    def slow(folder, view, *_):
        whole(folder, view)
        more(graph_file)

    monkeypatch.setattr("graph.rdf.cache.fill", slow)
    before = sparql(graph_file, COUNT).rows
    assert copies() == []
    monkeypatch.setattr("graph.rdf.cache.fill", whole)
    assert int(sparql(graph_file, COUNT).rows[0][0]) > int(before[0][0])


@pytest.mark.parametrize("content", [None, b"no database", b""])
def test_no_graph_is_one_line(tmp_path, content) -> None:
    path = tmp_path / "graph.db"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(LuocdoError) as error, cached_store(path):
        pass
    assert "\n" not in str(error.value)


def test_the_store_answers_as_the_view_does(graph_file) -> None:
    with graph.open(graph_file) as g, g.frozen():
        for known in examples():
            assert sparql(graph_file, known.query).rows == sparql(g, known.query).rows
    assert dataclasses.is_dataclass(sparql(graph_file, COUNT))
