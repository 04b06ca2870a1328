"""The API, the lasting addresses in other forms, SPARQL and the feed."""

from __future__ import annotations

import html
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

ID = "30/2020/N%C4%90-CP"


def get(client: Any, path: str, **headers: str) -> Any:
    found = client.get(path, headers=headers)
    assert found.status_code == 200, found.text
    return found.json()


def test_search(client: Any) -> None:
    found = get(client, "/api/v1/search?q=van%20thu")
    assert {d["code"] for d in found["documents"]} >= {"30/2020/NĐ-CP", "110/2004/NĐ-CP"}
    assert {"value": "Nghị định", "count": 2} in found["facets"]["type"]
    page = get(client, "/api/v1/search?q=van%20thu&limit=1&skip=1")
    assert [d["id"] for d in page["documents"]] == [found["documents"][1]["id"]]


def test_document(client: Any) -> None:
    found = get(client, f"/api/v1/documents/{ID}")
    assert (found["code"], found["issuer"], found["date"]) == ("30/2020/NĐ-CP", "Chính phủ", "2020-03-05")
    assert found["cite_as"] == ("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư")
    assert found["texts"] == ["nghi-dinh-30.txt"]
    same = get(client, f"/api/v1/documents/{found['id']}")
    assert same == found


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("implementers", ["83/KH-UBND"]),
        ("relations?predicate=replaces", ["110/2004/NĐ-CP"]),
        ("relations?predicate=implements&inverse=1", ["83/KH-UBND"]),
        ("relations?predicate=based_on", ["76/2015/QH13"]),
        ("relations?predicate=guides", []),
    ],
)
def test_relations(client: Any, query: str, codes: list[str]) -> None:
    found = get(client, f"/api/v1/documents/{ID}/{query}")
    assert [d["code"] for d in found["documents"]] == codes
    for document in found["documents"]:
        assert document["chains"][0][0]["text"] and "/" not in document["chains"][0][0]["source"]


def test_status_on_a_day(client: Any) -> None:
    old = "/api/v1/documents/110/2004/N%C4%90-CP/status"
    now = get(client, old)["standing"]
    assert (now["state"], now["since"], now["last_day"]) == ("replaced", "2020-03-05", "2020-03-04")
    assert get(client, f"{old}?at=2020-03-04")["standing"]["state"] != "replaced"


def test_changes_and_the_text_of_a_provision(client: Any) -> None:
    rows = get(client, "/api/v1/documents/05/2021/TT-BNV/changes")["changes"]
    assert [(r["action"], r["pinpoint"], r["provision"]) for r in rows] == [("amends", "khoản 2, điều 3", "điều 1")]
    found = get(client, f"/api/v1/documents/{ID}/text?provision=kho%E1%BA%A3n%202%20%C4%90i%E1%BB%81u%2038")
    assert found["text"].strip().startswith("2. Nghị định này thay thế") and "Điều 38" not in found["text"]
    refused = client.get(f"/api/v1/documents/{ID}/text?provision=%C4%90i%E1%BB%81u%2099")
    assert refused.status_code == 422 and "không có" in refused.json()["title"]


def test_history(client: Any) -> None:
    found = get(client, f"/api/v1/documents/{ID}/history")
    assert [d["code"] for d in found["line"]] == ["110/2004/NĐ-CP", "30/2020/NĐ-CP"]
    told = [(e["day"], e["kind"], e["document"]["code"], e["by"] and e["by"]["code"]) for e in found["events"]]
    assert ("2020-03-05", "replaces", "110/2004/NĐ-CP", "30/2020/NĐ-CP") in told
    assert [day for day, *_ in told] == sorted(day for day, *_ in told)
    assert all("/" not in (e["source"] or "") for e in found["events"])
    before = get(client, "/api/v1/documents/110/2004/N%C4%90-CP/history?at=2019-01-01")
    assert [d["code"] for d in before["line"]] == ["110/2004/NĐ-CP"]
    assert [e["kind"] for e in before["events"]] == ["issued"]


def test_path_stats_body(client: Any) -> None:
    way = get(client, "/api/v1/path?from=83/KH-UBND&to=110/2004/N%C4%90-CP")["relations"]
    assert [r["predicate"] for r in way] == ["implements", "replaces"]
    assert get(client, "/api/v1/stats")["loaded"] == 3
    assert client.get("/api/v1/path?from=a").status_code == 400
    body = get(client, "/api/v1/bodies/vn:chinh.phu")
    assert body["name"] == "Chính phủ" and body["total"] == 2


def test_extract_and_verify(client: Any) -> None:
    text = "Căn cứ Nghị định số 110/2004/NĐ-CP và Nghị định số 1/2099/NĐ-CP."
    found = client.post("/api/v1/extract", content=text.encode()).json()
    assert [m["text"] for m in found["mentions"]] == ["Nghị định số 110/2004/NĐ-CP", "Nghị định số 1/2099/NĐ-CP"]
    checked = client.post("/api/v1/verify", json={"text": text}).json()
    assert [(c["known"], c["cited"]["code"]) for c in checked["citations"]] == [
        (True, "110/2004/NĐ-CP"), (False, "1/2099/NĐ-CP"),
    ]  # fmt: skip
    assert checked["citations"][0]["standing"]["state"] == "replaced"
    assert checked["unknown"] == 1
    assert client.post("/api/v1/verify", content=b"\xff\xfe").status_code == 400
    assert client.post("/api/v1/verify", json=[1]).status_code == 400
    assert client.post("/api/v1/extract", content=b"a" * (3 << 20)).status_code == 413


def test_problems_are_problem_details(client: Any) -> None:
    found = client.get("/api/v1/documents/zzzz")
    assert found.status_code == 404
    assert found.headers["content-type"] == "application/problem+json"
    assert set(found.json()) == {"type", "title", "status", "candidates"}
    assert client.post(f"/api/v1/documents/{ID}").status_code == 405


def test_etag(client: Any) -> None:
    first = client.get(f"/api/v1/documents/{ID}")
    again = client.get(f"/api/v1/documents/{ID}", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    packed = client.get(f"/api/v1/documents/{ID}/changes", headers={"Accept-Encoding": "gzip"})
    plain = client.get(f"/api/v1/documents/{ID}/changes", headers={"Accept-Encoding": "identity"})
    assert packed.headers["content-encoding"] == "gzip" and "content-encoding" not in plain.headers
    assert packed.headers["etag"] == plain.headers["etag"] and plain.headers["etag"].startswith(
        'W/"'
    )  # RFC 9110, 8.8.1


@pytest.mark.parametrize(
    ("path", "method", "allowed"),
    [("/", "DELETE", "GET"), (f"/id/{ID}", "PUT", "GET"), ("/sparql", "PATCH", "POST"),
     ("/api/v1/extract", "GET", "POST"), (f"/api/v1/documents/{ID}/status", "POST", "GET"),
     ("/check", "DELETE", "POST")],
)  # fmt: skip
def test_other_methods_are_refused_and_told_which_there_are(client: Any, path: str, method: str, allowed: str) -> None:
    refused = client.request(method, path)
    assert refused.status_code == 405 and allowed in refused.headers["allow"]
    asked = client.options(path)
    assert asked.status_code == 204 and asked.headers["allow"] == refused.headers["allow"]


@pytest.mark.parametrize(
    ("accept", "media", "words"),
    [
        ("text/turtle", "text/turtle", b"eli:"),
        ("application/ld+json", "application/ld+json", b"@id"),
        ("application/json;q=0.5, text/turtle;q=0.4", "application/json", b'"cite_as"'),
        ("text/html,application/xhtml+xml,*/*;q=0.8", "text/html", b"<!DOCTYPE html>"),
        ("*/*", "text/html", b"<!DOCTYPE html>"),
        ("image/gif, *; q=.2", "text/html", b"<!DOCTYPE html>"),
        ("text/html;q=0, application/json;q=0.1", "application/json", b'"cite_as"'),
        ("application/n-triples", "application/n-triples", b"<urn:lex:vn:"),
    ],
)
def test_the_lasting_address_in_the_form_that_is_asked_for(client: Any, accept: str, media: str, words: bytes) -> None:
    found = client.get(f"/id/{ID}", headers={"Accept": accept})
    assert found.status_code == 200
    assert found.headers["content-type"].partition(";")[0] == media
    assert words in found.content
    assert "Accept" in found.headers["vary"]


@pytest.mark.parametrize(
    ("accept", "media"),
    [("TEXT/HTML", "text/html"), ("text/html;q=0, */*", "application/problem+json"),
     ("*/*", "application/problem+json"), ("text/html;q=0.1, application/json", "application/problem+json"),
     ("", "application/problem+json")],
)  # fmt: skip
def test_a_refusal_has_the_form_that_is_asked_for(client: Any, accept: str, media: str) -> None:
    refused = client.get("/khong-co", headers={"Accept": accept})
    assert refused.status_code == 404 and refused.headers["content-type"].partition(";")[0] == media


def test_forms_that_there_are_not(client: Any) -> None:
    assert client.get(f"/id/{ID}", headers={"Accept": "image/png"}).status_code == 406
    assert client.get(f"/id/{ID}?format=docx").status_code == 406


def test_sparql(client: Any) -> None:
    query = "ASK { ?a dcterms:replaces ?b }"
    found = client.get("/sparql", params={"query": query}, headers={"Accept": "application/sparql-results+json"})
    assert found.json()["boolean"] is True
    posted = client.post(
        "/sparql", content="SELECT ?a WHERE { ?a dcterms:replaces ?b }",
        headers={"Content-Type": "application/sparql-query", "Accept": "text/csv"},
    )  # fmt: skip
    assert posted.status_code == 200 and "30-2020-nd-cp" in posted.text
    assert client.post("/sparql", data={"update": "DROP ALL"}).status_code == 403
    for wrong in ("DROP ALL", "SELEC", "SELECT * { SERVICE <http://x/> { ?a ?b ?c } }"):  # SPARQL 1.1 Protocol, 2.1.6
        assert client.get("/sparql", params={"query": wrong}, headers={"Accept": "*/*"}).status_code == 400
        assert client.post("/sparql", data={"query": wrong}).status_code == 400
    page = client.get("/sparql", params={"query": query}, headers={"Accept": "text/html"})
    assert "true" in page.text


def test_a_query_that_takes_too_long_is_no_mistake_of_who_asks(graph_file: Path) -> None:
    """503 as other stores answer it; the Protocol (2.1.6) leaves refusals to 5xx. Asked again it would take as long, so
    nobody is told to come back (Retry-After)."""
    from starlette.testclient import TestClient

    from graph.serve import Settings, application

    heavy = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    settings = Settings(str(graph_file), sparql_seconds=1.5)
    with TestClient(application(settings), base_url="http://localhost") as near:
        found = near.get("/sparql", params={"query": heavy}, headers={"Accept": "application/sparql-results+json"})
        assert found.status_code == 503 and "quá 1.5 giây" in found.json()["title"]
        assert "retry-after" not in found.headers
        shown = near.get("/sparql", params={"query": heavy, "lang": "en"}, headers={"Accept": "text/html"})
        assert shown.status_code == 503 and "1.5 seconds" in shown.text
        assert near.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_a_question_that_takes_too_long_is_503_too(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from starlette.testclient import TestClient

    from graph.serve import Settings, answers, application

    endless = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def document(graph: Any, id: str, at: str | None = None) -> Any:
        connection = graph.settled()
        graph._patience.begin()  # as every method of the graph does
        return connection.execute(endless).fetchone()

    monkeypatch.setattr(answers, "document", document)
    with TestClient(application(Settings(str(graph_file), seconds=0.5)), base_url="http://localhost") as near:
        found = near.get(f"/api/v1/documents/{ID}")
    assert found.status_code == 503 and "quá lâu" in found.json()["title"]
    assert "/" not in found.json()["title"].replace("đồ thị", "")


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri"])
def test_another_data_set_than_ours_is_not_answered_of(client: Any, name: str) -> None:
    asked = {"query": "ASK { ?a ?b ?c }", name: "http://example.org/g"}
    for answer in (client.get("/sparql", params=asked), client.post("/sparql", data=asked)):
        assert answer.status_code == 400 and "RDF" in answer.json()["title"]


@pytest.mark.parametrize("path", ["/api/v1/documents", "/api/v1/search/", "/id", "/search/"])
def test_no_address_is_made_up(client: Any, path: str) -> None:
    """A redirection to the address with a slash would name http behind a proxy that speaks https."""
    assert client.get(path, follow_redirects=False).status_code == 404


@pytest.mark.parametrize("verb", ["extract", "verify", "check"])
def test_what_was_sent_is_kept_by_nobody(client: Any, verb: str) -> None:
    sent = {"content": "Căn cứ Nghị định 30/2020/NĐ-CP;", "headers": {"Content-Type": "text/plain"}}
    answer = client.post(f"/api/v1/{verb}", **sent)
    assert answer.headers["cache-control"] == "no-store" and "etag" not in answer.headers
    sent["headers"] |= {"If-None-Match": "*"}
    assert client.post(f"/api/v1/{verb}", **sent).json() == answer.json()


@pytest.mark.parametrize("path", ["/id/nope", f"/id/{ID}", "/nope"])
def test_what_hangs_on_accept_says_so(client: Any, path: str) -> None:
    for accept in ("text/html", "application/json", "image/png"):
        assert "Accept" in client.get(path, headers={"Accept": accept}).headers["vary"]


def test_feed(client: Any) -> None:
    found = client.get("/feed.atom")
    feed = ET.fromstring(found.content)
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    titles = [e.findtext("{http://www.w3.org/2005/Atom}title") or "" for e in entries]
    assert any("01/2015/TT-BNV: đã bị bãi bỏ" in title for title in titles)
    assert any("110/2004/NĐ-CP: đã bị thay thế" in title for title in titles)
    assert client.get("/feed.atom").content == found.content


def test_json_ld_has_the_context_of_the_package(client: Any) -> None:
    """rdflib reads the same triples from JSON-LD and from Turtle, whether the context is embedded or fetched here."""
    import rdflib

    address = f"/id/{ID}"
    answer = client.get(address, headers={"accept": "application/ld+json"})
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("application/ld+json")
    fetched = client.get("/context.jsonld")
    assert fetched.headers["content-type"].startswith("application/ld+json")
    assert fetched.json()["@context"] == answer.json()["@context"]
    turtle = client.get(address, headers={"accept": "text/turtle"}).text
    read = rdflib.Graph().parse(data=answer.text, format="json-ld")
    assert len(read) > 20 and set(read) == set(rdflib.Graph().parse(data=turtle))


def test_the_description_names_each_address(client: Any) -> None:
    described = get(client, "/api/v1/openapi.json")
    assert described["openapi"] == "3.1.0"
    assert "/api/v1/documents/{id}/implementers" in described["paths"]
    names = json.dumps(described)
    for reference in set(part.split('"')[0] for part in names.split("#/components/schemas/")[1:]):
        assert reference in described["components"]["schemas"]


DRAFT = "Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư;\n"


def test_check_for_programs(client: Any) -> None:
    found = client.post("/api/v1/check?at=2021-01-01", content=DRAFT.encode(), headers={"Content-Type": "text/plain"})
    assert found.status_code == 200, found.text
    report = found.json()
    assert report["totals"]["known"] == 1
    assert any("30/2020/NĐ-CP" in f["message"] for f in report["findings"])
    assert "/tmp" not in found.text and "ban-thao" not in found.text
    sent = client.post("/api/v1/check", files={"file": ("a.txt", DRAFT.encode())}, data={"at": "2021-01-01"})
    assert sent.json()["findings"] == report["findings"]
    assert client.post("/api/v1/check", files={"file": ("a.exe", b"MZ")}).status_code == 422
    assert client.post("/api/v1/check", content=b"x", headers={"Content-Type": "image/png"}).status_code == 415


def test_a_graph_that_is_named_from_the_present_folder(graph_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Drafts are read in folders of their own, and find it all the same."""
    from starlette.testclient import TestClient

    from graph.serve import Settings, application

    monkeypatch.chdir(graph_file.parent)
    with TestClient(application(Settings(graph_file.name)), base_url="http://localhost") as near:
        found = near.post("/api/v1/check", content=DRAFT.encode(), headers={"Content-Type": "text/plain"})
        assert found.status_code == 200, found.text
        assert near.get("/sparql?query=ASK%20%7B%7D").status_code == 200


def test_the_question_that_the_editor_begins_with_has_answers(client: Any) -> None:
    page = client.get("/sparql", headers={"Accept": "text/html"}).text
    asked = html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)[1])  # type: ignore[index]
    found = client.get("/sparql", params={"query": asked}, headers={"Accept": "application/sparql-results+json"})
    assert len(found.json()["results"]["bindings"]) >= 3


def test_check_for_people(client: Any) -> None:
    page = client.post("/check", data={"text": DRAFT, "at": "2021-01-01"})
    assert page.status_code == 200 and "30/2020/NĐ-CP" in page.text and page.headers["cache-control"] == "no-store"
    assert "hãy chọn một tệp" in client.post("/check", data={"text": " "}).text
    bad = client.post("/check", files={"file": ("a.pdf", b"%PDF-1.7 nonsense")})
    assert bad.status_code == 422 and "Traceback" not in bad.text


@pytest.mark.parametrize("data", [b"MZ" * 100, DRAFT.encode(), b"<html><p>a</p></html>"])
def test_what_only_calls_itself_a_word_file_does_not_come_back(client: Any, data: bytes) -> None:
    sent = client.post("/api/v1/check", files={"file": ("a.docx", data)}, data={"format": "docx"})
    assert sent.status_code == 422 and "không phải tệp .docx" in sent.json()["title"]
    assert "ban-thao" not in sent.text  # the sender does not know that name


def test_a_word_file_comes_back_with_comments(client: Any) -> None:
    import io

    docx = pytest.importorskip("docx")
    draft = docx.Document()
    draft.add_paragraph(DRAFT)
    data = io.BytesIO()
    draft.save(data)
    sent = {"file": ("du-thao.docx", data.getvalue())}
    found = client.post("/check", files=sent, data={"format": "docx", "at": "2021-01-01"})
    assert found.status_code == 200, found.text
    comments = list(docx.Document(io.BytesIO(found.content)).comments)
    assert comments and any("30/2020" in c.text for c in comments)


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("type=KH", ["83/KH-UBND"]),
        ("type=N%C4%90", []),
        ("type=KH&type=Q%C4%90&since=6/2020&until=04/6/2020", ["83/KH-UBND"]),
        ("since=2021", []),
        ("issuer=Qu%E1%BA%A3ng+Ng%C3%A3i", ["83/KH-UBND"]),
    ],
)
def test_relations_are_narrowed(client: Any, asked: str, codes: list[str]) -> None:
    found = client.get(f"/api/v1/documents/30/2020/N%C4%90-CP/implementers?{asked}").json()
    assert [d["code"] for d in found["documents"]] == codes
    shown = client.get(f"/relations/30/2020/N%C4%90-CP?predicate=implements&inverse=1&{asked}").text
    assert ("83/KH-UBND" in shown) == bool(codes)


@pytest.mark.parametrize("asked", ["since=hom+qua", "type=xyz", "issuer=B%E1%BB%99+kh%C3%B4ng+c%C3%B3"])
def test_what_narrows_must_mean_something(client: Any, asked: str) -> None:
    refused = client.get(f"/api/v1/documents/30/2020/N%C4%90-CP/relations?predicate=implements&inverse=1&{asked}")
    assert refused.status_code == 422 and refused.json()["title"]


def test_search_is_bounded_in_time(client: Any) -> None:
    whole = client.get("/api/v1/search?q=van+thu").json()["total"]
    since = client.get("/api/v1/search?q=van+thu&since=2020").json()["total"]
    assert 0 < since < whole
    assert client.get("/api/v1/search?q=van+thu&since=2020&until=2019").json()["total"] == 0
