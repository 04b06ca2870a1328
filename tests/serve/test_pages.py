"""The pages: what they show, that they escape what texts say, and what they answer to what cannot be answered."""

from __future__ import annotations

import re
from typing import Any

import pytest

DECREE = "/id/30/2020/NĐ-CP"


def page(client: Any, path: str, status: int = 200) -> str:
    found = client.get(path, headers={"Accept": "text/html"})
    assert found.status_code == status, found.text
    assert found.headers["content-type"] == "text/html; charset=utf-8"
    return str(found.text)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/", "Được dẫn nhiều nhất"),
        ("/?lang=en", "Most cited"),
        ("/search?q=cong+tac+van+thu", "Nghị định 30/2020/NĐ-CP"),
        ("/search?type=Th%C3%B4ng+t%C6%B0&year=2023", "12/2023/TT-BNV"),
        (DECREE, "Về công tác văn thư"),
        (f"{DECREE}?lang=en", "implemented by"),
        ("/id/110/2004/N%C4%90-CP", "đã bị thay thế"),
        ("/id/110/2004/N%C4%90-CP?at=2019-12-31", "tại ngày 31/12/2019"),
        ("/changes/12/2023/TT-BNV", "khoản 2 Điều 3"),
        ("/relations/30/2020/N%C4%90-CP?predicate=implements&inverse=1", "83/KH-UBND"),
        ("/text/30/2020/N%C4%90-CP", "Nghị định này thay thế"),
        ("/map/30/2020/N%C4%90-CP", "30/2020/NĐ-CP"),
        ("/sparql", "SELECT"),
        ("/api", "/api/v1/search"),
    ],
)
def test_pages_show(client: Any, path: str, words: str) -> None:
    assert words.casefold() in page(client, path).casefold()


def test_the_issuer_leads_to_its_documents(client: Any) -> None:
    found = re.search(r'href="(/body/[^"]+)"', page(client, DECREE))
    assert found is not None
    shown = page(client, found[1])
    assert "Chính phủ" in shown and "30/2020/NĐ-CP" in shown


def test_what_a_text_says_is_not_markup(client: Any) -> None:
    for path in ("/id/83/KH-UBND", "/text/83/KH-UBND"):
        assert "<script>alert(1)" not in page(client, path)
    assert "&lt;b&gt;x" in page(client, "/search?q=<b>x</b>")


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/id/khong-co-van-ban-nay", 404, "không tìm thấy"),
        ("/id/30/2020/N%C4%90-CP?at=hom-qua", 400, "không phải ngày"),
        ("/search?skip=-1", 400, "skip"),
        ("/search?skip=99999999999999999999", 400, "skip"),
        ("/relations/30/2020/N%C4%90-CP?predicate=x", 422, "không có quan hệ"),
        ("/body/x", 404, "không tìm thấy"),
        ("/text/110/2004/N%C4%90-CP", 404, "chưa có toàn văn"),
        ("/static/../graph.db", 404, "không có"),
        ("/static/settings.py", 404, "không có"),
        ("/khong-co", 404, "không có trang này"),
    ],
)
def test_what_cannot_be_answered_is_said(client: Any, path: str, status: int, words: str) -> None:
    assert words in page(client, path, status)


def test_several_documents_are_offered(client: Any) -> None:
    shown = page(client, "/id/TT-BNV", 300)
    assert "12/2023/TT-BNV" in shown


def test_links_keep_the_language(client: Any) -> None:
    shown = re.sub(r"<a [^>]*hreflang[^>]*>", "", page(client, f"{DECREE}?lang=en"))
    links = re.findall(r'href="(/(?:id|map|changes|search|relations)[^"]*)"', shown)
    assert links and all("lang=en" in link for link in links)


def test_the_pages_hold_no_path_of_the_machine(client: Any, graph_file: Any) -> None:
    for path in ("/", DECREE, "/text/30/2020/N%C4%90-CP", "/map/30/2020/N%C4%90-CP", "/feed.atom", "/sparql"):
        assert str(graph_file.parent) not in client.get(path).text


VIETNAMESE = re.compile("[ăđơưạảấầẩậắằẳặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def without_names(shown: str) -> str:
    """A page without the language switch, and without what names and texts of documents (`bdi`, `q`) say."""
    main = shown[shown.index("<main") :]
    return re.sub(r"“[^”]*”|<bdi>.*?</bdi>|<q.*?</q>|<textarea.*?</textarea>|<[^>]*>", "", main, flags=re.DOTALL)


@pytest.mark.parametrize(
    "path",
    ["/?", "/search?q=van+thu&", "/search?q=khongco&", f"{DECREE}?", "/changes/30/2020/N%C4%90-CP?", "/sparql?",
     "/api?", "/check?", "/body/vn:chinh.phu?", "/relations/30/2020/N%C4%90-CP?predicate=implements&inverse=1&"],
)  # fmt: skip
def test_a_page_is_english_where_english_is_asked_for(client: Any, path: str) -> None:
    assert not VIETNAMESE.findall(without_names(page(client, f"{path}lang=en")))


@pytest.mark.parametrize(
    "path",
    ["/", "/search?q=van+thu", DECREE, "/id/110/2004/NĐ-CP", "/changes/30/2020/NĐ-CP", "/body/vn:chinh.phu",
     "/id/TT-BNV", "/relations/30/2020/NĐ-CP?predicate=implements&inverse=1",
     *(f"/api/v1/{path}" for path in (
        "search?q=van+thu", "stats", "documents/30/2020/NĐ-CP", "documents/30/2020/NĐ-CP/implementers",
        "documents/30/2020/NĐ-CP/history", "documents/110/2004/NĐ-CP/status", "documents/05/2021/TT-BNV/changes",
        "bodies/vn:chinh.phu", "path?from=83/KH-UBND&to=110/2004/NĐ-CP", "documents/TT-BNV",
        "documents/30/2020/NĐ-CP/text"))],
)  # fmt: skip
def test_documents_are_called_in_the_language_of_the_answer(client: Any, path: str) -> None:
    """Wherever one stands: “Decree 30/2020/NĐ-CP”, never “Nghị định 30/2020/NĐ-CP”, as a link, a heading or a label."""

    def called(lang: str) -> str:
        address = f"{path}{'&' if '?' in path else '?'}lang={lang}"
        shown = client.get(address, headers={"Accept": "text/html"}).text
        if path.startswith("/api/"):
            return " | ".join(re.findall(r'"label":"([^"]*)"', shown))
        return " | ".join(re.findall(r"<(?:a [^>]*|h1)>\s*<bdi>(.*?)</bdi>", shown))

    english, vietnamese = called("en"), called("vi")
    assert re.search("Decree|Circular|Plan|Law", english) and english.count("|") == vietnamese.count("|")
    assert not re.search("Nghị định|Thông tư|Kế hoạch", english), english
    assert not re.search("Decree|Circular|Plan ", vietnamese), vietnamese


@pytest.mark.parametrize(
    ("path", "status"),
    [("/id/khong-co", 404), ("/id/TT-BNV", 300), ("/search?skip=x", 400),
     ("/relations/30/2020/N%C4%90-CP?predicate=x", 422),
     ("/text/110/2004/N%C4%90-CP", 404), ("/body/x", 404), ("/nowhere", 404),
     ("/id/30/2020/N%C4%90-CP?at=x", 400),
     ("/id/30/2020/N%C4%90-CP?format=x", 406), ("/static/x", 404), ("/sparql?query=x", 400), ("/search?since=x", 422)],
)  # fmt: skip
def test_refusals_are_english_too(client: Any, path: str, status: int) -> None:
    shown = without_names(page(client, path + ("&" if "?" in path else "?") + "lang=en", status))
    assert not VIETNAMESE.findall(re.sub(r"“[^”]*”|\S+/\S+", "", shown)), shown


@pytest.mark.parametrize(
    ("accept", "asked", "lang"),
    [
        ("", "", "vi"), ("en-US,en;q=0.9", "", "en"), ("vi-VN,vi;q=0.9,en-US;q=0.8,en;q=0.7", "", "vi"),
        ("fr-FR,fr;q=0.9,en;q=0.5", "", "en"), ("fr,de", "", "vi"), ("*", "", "vi"), ("en;q=0.5, vi;q=0.4", "", "en"),
        ("en, vi", "", "vi"), ("en;q=0", "", "vi"), ("en;q=x", "", "vi"), ("EN", "", "en"), (";,;q=1,", "", "vi"),
        ("vi;q=0, *;q=0.1", "", "en"), ("en-US;q=0.1,en;q=0.9,vi;q=0.5", "", "en"),
        ("en", "vi", "vi"), ("vi", "en", "en"), ("en", "fr", "en"),
    ],
)  # fmt: skip
def test_the_reader_is_given_his_language(client: Any, accept: str, asked: str, lang: str) -> None:
    """What the address says goes before what the browser likes; links keep it, the switch leads to the other one."""
    given = f"?lang={asked}" if asked else ""
    headers = {"Accept": "text/html", "Accept-Language": accept}
    found = client.get(f"{DECREE}{given}", headers=headers)
    assert re.search(r'<html lang="(\w+)">', found.text)[1] == lang  # type: ignore[index]
    assert "Accept-Language" in found.headers["vary"]
    other = re.search(r'<a href="([^"]+)" hreflang="(\w+)"', found.text)
    assert other is not None and other[2] != lang
    switched = client.get(other[1].replace("&amp;", "&"), headers=headers).text
    assert f'<html lang="{other[2]}">' in switched
    onward = re.search(r'href="(/changes/[^"]+)"', switched)
    assert onward is not None and f'<html lang="{other[2]}">' in client.get(onward[1], headers=headers).text
    refused = client.get(f"/id/khong-co{given}", headers={"Accept": "application/json", "Accept-Language": accept})
    assert ("the graph has no document" in refused.json()["title"]) == (lang == "en")
    assert "Accept-Language" in refused.headers["vary"]


@pytest.mark.parametrize("path", ["/", "/search?q=van+thu", DECREE, "/check", "/sparql"])
def test_forms_keep_the_language(client: Any, path: str) -> None:
    """Each form of a page that was asked for in a language sends it, in its address or in a field."""
    for lang, accept in (("en", "vi"), ("vi", "en")):
        address = f"{path}{'&' if '?' in path else '?'}lang={lang}"
        shown = client.get(address, headers={"Accept": "text/html", "Accept-Language": accept}).text
        forms = re.findall(r"<form.*?</form>", shown, re.DOTALL)
        assert forms and all(f'name="lang" value="{lang}"' in form or f"?lang={lang}" in form for form in forms)


@pytest.mark.parametrize(
    ("parts", "vi", "en"),
    [
        ("khoản 2, điều 3; điều 5", "khoản 2 Điều 3; Điều 5", "Article 3, clause 2; Article 5"),
        ("khoản 3, mục ii", "khoản 3 Mục II", "Section II, clause 3"),
        ("phụ lục", "Phụ lục", "Annex"),
        ("Phần nói về đất, nước", "Phần nói về đất, nước", "Phần nói về đất, nước"),
        (None, "", ""),
    ],
)
def test_provisions_are_shown_as_people_cite_them(parts: str | None, vi: str, en: str) -> None:
    pytest.importorskip("starlette", reason="needs the extra serve")
    from graph.serve.templates import _part

    assert (_part(parts, "vi"), _part(parts, "en")) == (vi, en)


def test_filters_narrow_and_can_be_taken_back(client: Any) -> None:
    shown = page(client, "/search?q=van+thu&type=Ngh%E1%BB%8B+%C4%91%E1%BB%8Bnh")
    assert "83/KH-UBND" not in shown
    assert 'href="/search?q=van+thu"' in shown.replace("&amp;", "&")


@pytest.mark.parametrize(
    "given",
    [
        {"q": "công tác văn thư"}, {"q": "a b&c=d#e%2F+?"}, {"type": ("Nghị định", "Kế hoạch"), "q": "x"}, {"skip": 40},
        {"at": "2020-01-01", "q": "\u202e<script>"}, {"q": "\ud800"}, {"q": "ă" * 500}, {"Bộ": "Bộ"}, {},
    ],
)  # fmt: skip
def test_parameters_are_quoted_as_the_standard_library_does(given: dict[str, object]) -> None:
    """Twice, since parts are kept; what cannot be encoded fails in both."""
    pytest.importorskip("jinja2", reason="needs the extra serve")
    from urllib.parse import urlencode

    from graph.serve.templates import _query

    try:
        expected = urlencode(given, doseq=True)
    except UnicodeEncodeError:
        with pytest.raises(UnicodeEncodeError):
            _query(given)
        return
    assert _query(given) == _query(given) == expected
