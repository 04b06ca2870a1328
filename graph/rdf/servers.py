"""Sending a graph to a SPARQL 1.1 server: where a graph goes that outgrows one machine.

Two protocols of the W3C: the Graph Store HTTP Protocol (one PUT or POST with all triples, streamed from a file) and
SPARQL 1.1 Update (``INSERT DATA`` in batches). Basic and Digest authentication (RFC 7617, RFC 7616); a password is sent
only after the server has said which of the two it wants.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import os
import re
import ssl
import tempfile
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from itertools import chain, islice
from typing import IO
from urllib.parse import SplitResult, quote, unquote, urlsplit

import pyoxigraph as ox

import graph as package
from graph.errors import LuocdoError
from graph.model import GraphView
from graph.rdf.concepts import EVIDENCE, Options
from graph.rdf.terms import is_iri
from graph.rdf.triples import blocks
from graph.rdf.writing import check_base

METHODS = ("auto", "gsp", "update")
BATCH = 500  # triples in one INSERT DATA; servers limit the length of a request
TIMEOUT = 600.0  # seconds without an answer

# Last parts of the addresses at which servers take updates rather than whole graphs.
_UPDATE_PATHS = frozenset({"update", "sparql", "sparql-auth", "statements"})


def push(
    view: GraphView,
    url: str,
    *,
    graph: str | None = None,
    method: str = "auto",
    replace: bool = True,
    user: str | None = None,
    password: str | None = None,
    base: str | None = None,
    evidence: str | None = None,
    timeout: float = TIMEOUT,
) -> int:
    """Send the triples of `view` to the server at `url`; how many were sent.

    `url` is the address of the graph store (``…/store``, ``…/sparql-graph-crud-auth``) or of updates (``…/update``,
    ``…/sparql-auth``); ``auto`` tells them apart by their last part. `graph` is the IRI of the graph to fill, None the
    default graph; `replace` puts the new graph in the place of the old one (one PUT, or a MOVE when all batches are
    there; the old one stands until then). `user` and `password` may also stand in the URL, and are in no
    message. `LuocdoError` for what the server or the network answers.
    """
    check_base(base)
    if evidence is not None and evidence not in EVIDENCE:
        raise LuocdoError(f"Không có mức dẫn chứng {evidence!r}; có: {', '.join(EVIDENCE)}.")
    if graph is not None and not is_iri(graph):
        raise LuocdoError(f"Tên đồ thị phải là một IRI, không phải {graph!r}.")
    if method not in METHODS:
        raise LuocdoError(f"Không có cách gửi {method!r}; có: {', '.join(METHODS)}.")
    server = _Server(url, user, password, timeout)
    if method == "auto":
        method = "update" if server.parts.path.rstrip("/").rpartition("/")[2] in _UPDATE_PATHS else "gsp"
    triples = chain.from_iterable(block for _, block in blocks(view, Options(base=base, evidence=evidence or "all")))
    if method == "update":
        return _update(server, triples, graph, replace)
    return _store(server, triples, graph, replace)


def _store(server: _Server, triples: Iterable[ox.Triple], graph: str | None, replace: bool) -> int:
    """Graph Store Protocol: the whole graph in one request."""
    counted = _Counter(triples)
    with tempfile.TemporaryFile() as file:
        ox.serialize(counted, file, ox.RdfFormat.N_TRIPLES)
        query = server.parts.query
        if not re.search(r"(?:^|&)(?:default|graph=)", query):
            where = f"graph={quote(graph, safe='')}" if graph else "default"
            query = f"{query}&{where}" if query else where
        # N-Triples is Turtle, and Turtle is what every server takes.
        server.send("PUT" if replace else "POST", query, "text/turtle", file)
    return counted.count


def _update(server: _Server, triples: Iterable[ox.Triple], graph: str | None, replace: bool) -> int:
    """SPARQL Update in batches. A replacement is loaded beside the old graph and takes its place in one update (MOVE),
    so that a failure before leaves the old graph as it was; added triples are not one transaction."""
    if not replace:
        return _insert(server, triples, graph)
    beside = f"urn:uuid:{uuid.uuid4()}"
    try:
        count = _insert(server, triples, beside)
        server.update(f"MOVE GRAPH <{beside}> TO {f'GRAPH <{graph}>' if graph else 'DEFAULT'}")
    except BaseException:
        with contextlib.suppress(LuocdoError):
            server.update(f"DROP SILENT GRAPH <{beside}>")
        raise
    return count


def _insert(server: _Server, triples: Iterable[ox.Triple], graph: str | None) -> int:
    lines = (f"{triple} .\n" for triple in triples)
    count = 0
    while batch := list(islice(lines, BATCH)):
        data = "".join(batch)
        server.update(f"INSERT DATA {{ GRAPH <{graph}> {{\n{data}}} }}" if graph else f"INSERT DATA {{\n{data}}}")
        count += len(batch)
    return count


class _Counter(Iterable[ox.Triple]):
    """Triples, counted as they pass."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self.triples = triples
        self.count = 0

    def __iter__(self) -> Iterator[ox.Triple]:
        for triple in self.triples:
            self.count += 1
            yield triple


@dataclass(slots=True)
class _Challenge:
    """What a server asks for: the scheme and its parameters."""

    scheme: str
    values: dict[str, str]
    count: int = 0


class _Server:
    """One address, and how to get in."""

    def __init__(self, url: str, user: str | None, password: str | None, timeout: float) -> None:
        try:
            self.parts: SplitResult = urlsplit(url)
            port = self.parts.port
        except ValueError as error:
            raise LuocdoError(f"Địa chỉ máy chủ không hợp lệ: {_without_login(url)!r}.") from error
        shown = _without_login(url)
        if self.parts.scheme not in ("http", "https") or not self.parts.hostname:
            raise LuocdoError(f"Địa chỉ máy chủ phải có dạng http://… hoặc https://…, không phải {shown!r}.")
        try:
            for text in (self.parts.path, self.parts.query):
                text.encode("ascii")
            self.parts.hostname.encode("idna")
        except UnicodeError as error:
            raise LuocdoError(f"Địa chỉ máy chủ không hợp lệ: {shown!r} (ký tự lạ phải viết dạng %…).") from error
        if any(c.isspace() or not c.isprintable() for c in url):
            raise LuocdoError(f"Địa chỉ máy chủ không hợp lệ: {shown!r} (có khoảng trắng).")
        self.host, self.port = self.parts.hostname, port
        self.label = f"{self.parts.scheme}://{self.host}{f':{port}' if port else ''}{self.parts.path}"
        self.user = user if user is not None else unquote(self.parts.username or "") or None
        self.password = password if password is not None else unquote(self.parts.password or "")
        self.timeout = timeout
        self.challenge: _Challenge | None = None
        self.offered: _Challenge | None = None  # what the last answer asked for

    def send(self, method: str, query: str, kind: str, body: bytes | IO[bytes]) -> None:
        """One request; `LuocdoError` unless the server says that it is done (2xx)."""
        if self.user is not None and self.challenge is None:
            self.probe(query, kind)
        status, text = self.request(method, query, kind, body)
        if status == 401 and self.user is not None and self.offered is not None:
            # It asks only those who want to write so, or its nonce has expired
            self.challenge = self.offered
            status, text = self.request(method, query, kind, body)
        if status == 401:
            raise self.unwelcome()
        if 300 <= status < 400:
            raise LuocdoError(
                f"Máy chủ {self.label} chuyển sang địa chỉ khác (HTTP {status}); dữ liệu không được gửi theo, hãy nêu"
                " thẳng địa chỉ đó."
            )
        if not 200 <= status < 300:
            reason = " ".join(text.decode(errors="replace").split())[:200]
            if self.password:
                reason = reason.replace(self.password, "***")
            raise LuocdoError(f"Máy chủ {self.label} không nhận dữ liệu: HTTP {status}. {reason}".rstrip())

    def update(self, text: str) -> None:
        """One SPARQL Update."""
        self.send("POST", self.parts.query, "application/sparql-update", text.encode())

    def probe(self, query: str, kind: str) -> None:
        """Ask how the server wants the password: by reading, then by a POST of nothing, which adds nothing. (A PUT of
        nothing would empty the graph of a server that lets everybody write.)"""
        connection = self.connect()
        try:
            connection.request("GET", self.target(query), headers={"Accept": "*/*"})
            response = connection.getresponse()
            found = _challenge(response)
            if found is None and response.status != 401:
                # Some servers ask only those who want to write.
                connection.close()
                connection = self.connect()
                connection.request("POST", self.target(query), b"", headers={"Content-Type": kind})
                found = _challenge(connection.getresponse())
        except (OSError, HTTPException) as error:
            raise self.failure(error) from error
        finally:
            connection.close()
        self.challenge = found or _Challenge("none", {})
        if found is not None and self.status("GET", query) == 401:
            raise self.unwelcome()

    def status(self, method: str, query: str) -> int:
        """The answer to a request without a body: a wrong password should show before a large graph is sent."""
        connection = self.connect()
        try:
            login = self.authorization(method, self.target(query)) or ""
            connection.request(method, self.target(query), headers={"Accept": "*/*", "Authorization": login})
            return connection.getresponse().status
        except (OSError, HTTPException) as error:
            raise self.failure(error) from error
        finally:
            connection.close()

    def request(self, method: str, query: str, kind: str, body: bytes | IO[bytes]) -> tuple[int, bytes]:
        if isinstance(body, bytes):
            length = len(body)
        else:
            length = body.seek(0, os.SEEK_END)
            body.seek(0)
        headers = {
            "Content-Type": kind,
            "Content-Length": str(length),
            "User-Agent": f"luocdo/{package.__version__}",
        }
        if login := self.authorization(method, self.target(query)):
            headers["Authorization"] = login
        connection = self.connect()
        try:
            with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                # A server that refuses may answer and close before it has read everything: its answer counts.
                connection.request(method, self.target(query), body, headers)
            response = connection.getresponse()
            self.offered = _challenge(response)
            return response.status, response.read(2000)
        except (OSError, HTTPException) as error:
            raise self.failure(error) from error
        finally:
            connection.close()

    def connect(self) -> HTTPConnection:
        if self.parts.scheme == "https":
            return HTTPSConnection(self.host, self.port, timeout=self.timeout, context=ssl.create_default_context())
        return HTTPConnection(self.host, self.port, timeout=self.timeout)

    def target(self, query: str) -> str:
        return (self.parts.path or "/") + (f"?{query}" if query else "")

    def unwelcome(self) -> LuocdoError:
        return LuocdoError(f"Máy chủ {self.label} đòi đăng nhập hoặc không nhận tên, mật khẩu này.")

    def failure(self, error: Exception) -> LuocdoError:
        if isinstance(error, TimeoutError):
            return LuocdoError(f"Máy chủ {self.label} không trả lời trong {self.timeout:g} giây.")
        return LuocdoError(f"Không gửi được tới {self.label}: {error or type(error).__name__}.")

    def authorization(self, method: str, uri: str) -> str | None:
        """The value of the Authorization header, None where no login is wanted."""
        if self.user is None or self.challenge is None or self.challenge.scheme == "none":
            return None
        if self.challenge.scheme == "basic":
            return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()
        return _digest(self.challenge, self.user, self.password, method, uri)


def _without_login(url: str) -> str:
    """An address as messages may show it: whatever stands before an ``@`` and may be a name and a password is left
    out, also where the address cannot be read."""
    scheme, colon, rest = url.partition("://")
    if not colon:
        scheme, rest = "", url
    return f"{scheme}{colon}{rest.rpartition('@')[2]}"


def _challenge(response: HTTPResponse) -> _Challenge | None:
    """The login that a 401 asks for: Digest where offered, else Basic."""
    if response.status != 401:
        return None
    offers = {}
    for header in response.headers.get_all("WWW-Authenticate") or []:
        scheme, _, rest = header.partition(" ")
        pairs = re.findall(r'(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))', rest)
        offers[scheme.lower()] = {name.lower(): quoted or bare for name, quoted, bare in pairs}
    for scheme in ("digest", "basic"):
        if scheme in offers:
            return _Challenge(scheme, offers[scheme])
    return None


def _digest(challenge: _Challenge, user: str, password: str, method: str, uri: str) -> str:
    """Digest authentication (RFC 7616) with MD5 or SHA-256, ``qop=auth`` where the server knows it."""
    values = challenge.values
    algorithm = values.get("algorithm", "MD5")
    digest = hashlib.sha256 if algorithm.upper().startswith("SHA-256") else hashlib.md5
    realm, nonce = values.get("realm", ""), values.get("nonce", "")

    def h(text: str) -> str:
        return digest(text.encode()).hexdigest()

    challenge.count += 1
    count, client = f"{challenge.count:08x}", os.urandom(8).hex()
    first = h(f"{user}:{realm}:{password}")
    if algorithm.lower().endswith("-sess"):
        first = h(f"{first}:{nonce}:{client}")
    second = h(f"{method}:{uri}")
    user = re.sub(r'(["\\])', r"\\\1", user)
    fields = [f'username="{user}"', f'realm="{realm}"', f'nonce="{nonce}"', f'uri="{uri}"', f"algorithm={algorithm}"]
    if "auth" in re.split(r"[\s,]+", values.get("qop", "")):
        fields += [f'response="{h(f"{first}:{nonce}:{count}:{client}:auth:{second}")}"']
        fields += ["qop=auth", f"nc={count}", f'cnonce="{client}"']
    else:
        fields += [f'response="{h(f"{first}:{nonce}:{second}")}"']
    if "opaque" in values:
        fields.append(f'opaque="{values["opaque"]}"')
    return "Digest " + ", ".join(fields)
