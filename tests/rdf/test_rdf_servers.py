"""Two real SPARQL servers take the graph and answer the example queries as the embedded store does."""

from __future__ import annotations

import http.server
import io
import threading
from typing import ClassVar

import pytest
from rdf_servers import oxigraph, oxigraph_program, virtuoso, virtuoso_program
from rdf_views import GOLD, HARD, gold_view, made_view

from graph.errors import LuocdoError
from graph.export import export
from graph.rdf import examples, push, sparql

PROGRAMS = {
    "oxigraph": (oxigraph, oxigraph_program, "oxigraph (PyPI) is not installed"),
    "virtuoso": (virtuoso, virtuoso_program, "virtuoso-t (Debian virtuoso-opensource-7) is not installed"),
}
VIEWS = [
    pytest.param(made_view, id="made"),
    pytest.param(gold_view, id="report", marks=pytest.mark.skipif(not GOLD.exists(), reason="no shared gold files")),
]


@pytest.fixture(scope="module", params=PROGRAMS)
def server(request, tmp_path_factory):
    start, program, reason = PROGRAMS[request.param]
    if not program():
        pytest.skip(reason)
    with start(tmp_path_factory.mktemp(request.param)) as running:
        yield running


def rows(answer: dict) -> list[tuple[str | None, ...]]:
    names = answer["head"]["vars"]
    return [tuple(row[n]["value"] if n in row else None for n in names) for row in answer["results"]["bindings"]]


def count(server) -> int:
    return int(rows(server.ask("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"))[0][0])


def send(view, server, method: str, **more) -> int:
    url = server.store if method == "gsp" else server.update
    return push(view, url, graph=server.graph, user=server.user, password=server.password, **more)


@pytest.mark.parametrize("make", VIEWS)
@pytest.mark.parametrize("method", ["gsp", "update"])
def test_example_queries_give_the_same_answers_there(server, make, method) -> None:
    view = make()
    sent = send(view, server, method)
    out = io.BytesIO()
    export(view, "ntriples", out)
    assert sent == out.getvalue().count(b"\n") == count(server)
    for known in examples():
        assert rows(server.ask(known.query)) == sparql(view, known.query).rows, known.name


@pytest.mark.parametrize("method", ["gsp", "update"])
def test_texts_arrive_as_they_are(server, method) -> None:
    send(made_view(), server, method)
    query = "SELECT ?t WHERE { ?d dcterms:title ?t } ORDER BY STR(?d)"
    assert set(HARD[:9]) <= {row[0] for row in rows(server.ask(query))}


@pytest.mark.parametrize("method", ["gsp", "update"])
def test_replace_and_add(server, method) -> None:
    first = send(made_view(), server, method)
    assert send(made_view(), server, method, replace=False) == first == count(server)
    assert send(made_view(), server, method, base="https://example.org/") == count(server) != first


def test_a_wrong_password_is_one_line(server) -> None:
    if server.user is None:
        pytest.skip("this server asks for no password")
    for method in ("gsp", "update"):
        url = server.store if method == "gsp" else server.update
        with pytest.raises(LuocdoError, match="đăng nhập") as error:
            push(made_view(), url, graph=server.graph, user="dba", password="wrong")
        assert "\n" not in str(error.value) and "wrong" not in str(error.value)
        with pytest.raises(LuocdoError, match="đăng nhập"):
            push(made_view(), url, graph=server.graph)


# Servers that misbehave, and Basic authentication --------------------------------------------------------------------


class Handler(http.server.BaseHTTPRequestHandler):
    requests: ClassVar[list[tuple[str, str, str | None, bytes]]] = []
    status = 204

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        Handler.requests.append((self.command, self.path, self.headers.get("Authorization"), body))
        if "secret" in self.path and self.headers.get("Authorization") != "Basic bmfGsOG7nWk6a2jDs2E=":
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="r"')
        else:
            self.send_response(Handler.status)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"<p>\nx")

    do_GET = do_PUT = do_POST = answer

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def local():
    Handler.requests, Handler.status = [], 200
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_put_of_one_graph(local) -> None:
    sent = push(made_view(), f"{local}/store?x=1", graph="https://example.org/a b".replace(" ", "%20"))
    [(verb, path, login, body)] = Handler.requests
    assert (verb, path, login) == ("PUT", "/store?x=1&graph=https%3A%2F%2Fexample.org%2Fa%2520b", None)
    assert body.count(b"\n") == sent
    push(made_view(), f"{local}/store", replace=False)
    assert Handler.requests[-1][:2] == ("POST", "/store?default")
    push(made_view(), f"{local}/rdf?graph=x:y")
    assert Handler.requests[-1][1] == "/rdf?graph=x:y"


def test_updates_in_batches(local) -> None:
    sent = push(made_view(), f"{local}/update", graph="https://example.org/g")
    *rest, last = Handler.requests
    assert len(rest) == -(-sent // 500) and all(r[3].startswith(b"INSERT DATA { GRAPH <urn:uuid:") for r in rest)
    assert last[3].startswith(b"MOVE GRAPH <urn:uuid:") and last[3].endswith(b"> TO GRAPH <https://example.org/g>")
    Handler.requests.clear()
    push(made_view(), f"{local}/x", method="update", replace=False)
    assert all(r[3].startswith(b"INSERT DATA {\n") for r in Handler.requests)


def test_basic_authentication_from_the_url_only_when_asked_for(local) -> None:
    url = local.replace("http://", "http://ng%C6%B0%E1%BB%9Di:kh%C3%B3a@")
    push(made_view(), f"{url}/secret/store")
    assert [r[2] is not None for r in Handler.requests] == [False, True, True]
    Handler.requests.clear()
    push(made_view(), f"{url}/open/store")
    assert all(r[2] is None for r in Handler.requests)


@pytest.mark.parametrize(
    "url, options, message",
    [
        ("ftp://example.org/", {}, "http"),
        ("http://", {}, "http"),
        ("http://[::1/", {}, "không hợp lệ"),
        ("http://127.0.0.1:1/store", {}, "Không gửi được"),
        ("http://127.0.0.1:1/store", {"graph": "no iri"}, "phải là một IRI"),
        ("http://127.0.0.1:1/store", {"method": "mail"}, "cách gửi"),
        ("http://127.0.0.1:1/store", {"base": "x"}, "IRI gốc"),
    ],
)
def test_impossible_servers(url, options, message) -> None:
    with pytest.raises(LuocdoError, match=message) as error:
        push(made_view(), url, **options)
    assert "\n" not in str(error.value)


def test_what_a_server_refuses_is_one_line_with_its_reason(local) -> None:
    Handler.status = 500
    with pytest.raises(LuocdoError, match=r"HTTP 500\. <p> x") as error:
        push(made_view(), f"{local}/store")
    assert "\n" not in str(error.value)


class Stubborn(Handler):
    """What a server may do instead of taking the data: `fault` says what, from request number `after` on."""

    fault = ""
    after = 0

    def answer(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        Handler.requests.append((self.command, self.path, self.headers.get("Authorization"), body))
        late = len(Handler.requests) > Stubborn.after
        if late and Stubborn.fault == "cut":
            self.close_connection = True
            self.connection.close()
            return
        status = {"401": 401, "500": 500, "redirect": 308, "writers": 401}.get(Stubborn.fault, 204) if late else 204
        if Stubborn.fault == "writers" and (self.command != "PUT" or self.headers.get("Authorization")):
            status = 204  # it asks only those who put
        text = f"said {self.headers.get('Authorization')} hunter2".encode() if status == 500 else b""
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="r"')
        if status == 308:
            self.send_header("Location", "http://user:hunter2@127.0.0.1:1/elsewhere")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    do_GET = do_PUT = do_POST = answer


@pytest.fixture
def stubborn():
    Handler.requests, Stubborn.fault, Stubborn.after = [], "", 0
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stubborn)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://ann:hunter2@127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("fault", ["401", "500", "cut", "redirect"])
@pytest.mark.parametrize("path", ["/store", "/update"])
@pytest.mark.parametrize("after", [0, 4])
def test_whatever_a_server_does_is_one_line_without_the_password(stubborn, fault, path, after) -> None:
    Stubborn.fault, Stubborn.after = fault, after
    if path == "/store" and after:
        Stubborn.after = 2  # reading and the empty POST went well; the graph itself does not
    with pytest.raises(LuocdoError) as error:
        push(made_view(), f"{stubborn}{path}")
    assert "\n" not in str(error.value) and "hunter2" not in str(error.value)


@pytest.mark.parametrize("fault", ["500", "cut"])
def test_a_replacement_that_fails_leaves_the_old_graph(stubborn, fault, monkeypatch) -> None:
    monkeypatch.setattr("graph.rdf.servers.BATCH", 100)
    for after in range(2, 6):  # two questions how to log in, then batches, then the move
        Handler.requests.clear()
        Stubborn.fault, Stubborn.after = fault, after
        with pytest.raises(LuocdoError):
            push(made_view(), f"{stubborn}/update", graph="https://example.org/g")
        sent = [r[3] for r in Handler.requests if r[3]]
        assert sent[-1].startswith(b"DROP SILENT GRAPH <urn:uuid:")  # what was begun is removed
        touching = [s for s in sent if b"<https://example.org/g>" in s]
        assert touching in ([], [s for s in sent if s.startswith(b"MOVE")])


def test_no_empty_graph_is_put_where_everybody_may_write(stubborn) -> None:
    sent = push(made_view(), f"{stubborn}/store")
    assert [len(r[3].splitlines()) for r in Handler.requests if r[0] == "PUT"] == [sent]


def test_a_server_that_asks_only_those_who_put_gets_the_password_then(stubborn) -> None:
    Stubborn.fault = "writers"
    sent = push(made_view(), f"{stubborn}/store")
    assert [(len(r[3].splitlines()), r[2] is None) for r in Handler.requests if r[0] == "PUT"] == [
        (sent, True), (sent, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        "ftp://ann:hunter2@example.org/",
        "ann:hunter2@example.org/store",
        "http://ann:hunter2@[::1/",
        "http://ann:hunter2@example.org:port/",
        "http://ann:hunter2@/store",
        "http://ann:hunter2@127.0.0.1:1/cửa hàng",
        "http://ann:hunter2@127.0.0.1:1/a b",
        "http://ann:hunter2@127.0.0.1:1/store",
        "http://ann:hunter2@" + "x" * 70 + ".example.org/store",
        "http://ann:hunt@er2hunter2@127.0.0.1:1/store",
        "//ann:hunter2@example.org",
    ],
)
def test_a_bad_address_is_one_line_without_the_password(url) -> None:
    with pytest.raises(LuocdoError) as error:
        push(made_view(), url)
    assert "\n" not in str(error.value) and "hunter2" not in str(error.value)
