"""Point 16: the sources with their citations, and one text alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import explorer_samples as samples
import pytest

from graph.explorer import annotate, render
from graph.explorer.annotating import annotated_html
from graph.model import Document, Evidence, Extraction, Finding, Mention, Relation, Snapshot, Source


def test_the_text_stands_there_with_every_citation_marked(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=source")
    text = opened.page.inner_text(".source-text")
    assert [line for line in text.splitlines() if line.strip()] == [
        line for line in samples.PLAN_TEXT.splitlines() if line.strip()
    ]
    cited = opened.js(
        "() => [...document.querySelectorAll('.source-text .cite')].map(c => [c.innerText, Number(c.dataset.node)])"
    )
    expected = [(m.text, m.document) for m in samples.small().mention_rows]
    assert [(text, opened.js("n => luocdo.graph.id(n)", node)) for text, node in cited] == expected


def test_a_citation_leads_to_its_document(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=source")
    opened.page.click(".source-text .cite:has-text('Nghị quyết số 03/NQ-CP')")
    assert opened.selected() == "03/NQ-CP"
    assert opened.page.inner_text("#panel h2") == "03/NQ-CP"
    assert opened.page.locator(".cite.of-selected").all_inner_texts() == ["Nghị quyết số 03/NQ-CP"]


@pytest.mark.parametrize("predicate", ["replaces", "based_on", "implements"])
def test_a_relation_jumps_to_its_sentence_and_back(predicate: str, explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.js("() => luocdo.moves.open(luocdo.graph.node('urn:lex:vn:kh45'))")
    group = f'#panel [data-predicate="{predicate}"][data-inverse="false"]'
    sentence = opened.page.locator(f"{group} .card >> nth=-1").locator("q").inner_text()
    opened.page.locator(f"{group} .card >> nth=-1").locator(".to-source").click()
    assert opened.js("() => luocdo.state.view") == "source"
    marked = opened.page.locator(".in-sentence").all_inner_texts()
    assert "".join(marked) == sentence
    box = opened.page.locator(".in-sentence >> nth=0").bounding_box()
    frame = opened.page.locator(".source-text").bounding_box()
    assert frame["y"] <= box["y"] <= frame["y"] + frame["height"]
    opened.page.click("#source-back")
    opened.wait("() => luocdo.state.view === 'map'")
    assert opened.selected() == "45/KH-UBND"


def test_one_can_step_through_the_citations(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=source")
    opened.page.click('[aria-label="Dẫn chiếu sau"]')
    first = opened.js("() => document.activeElement.dataset.at")
    opened.page.click('[aria-label="Dẫn chiếu sau"]')
    assert int(opened.js("() => document.activeElement.dataset.at")) > int(first)
    opened.page.click('[aria-label="Dẫn chiếu trước"]')
    assert opened.js("() => document.activeElement.dataset.at") == first


def test_one_span_may_cite_two_documents_and_citations_may_nest(explorer: Callable[..., Any], tmp_path: Path) -> None:
    text = "Nghị quyết Trung ương 4 (khóa XI, XII) và Luật sửa đổi Luật Đất đai.\n"
    spans = [("a", 0, 38), ("b", 0, 38), ("c", 42, 67), ("d", 55, 67)]
    documents = tuple(Document(id, name=f"Văn bản {id}") for id in "abcd")
    mentions = tuple(Mention(id, start, end, text[start:end], source="x.txt") for id, start, end in spans)
    path = tmp_path / "nested.html"
    render(Snapshot(documents, (), (), mentions, (), (Source("x.txt", text),)), path)
    opened = explorer("", "#v=source", path=path)
    cites = opened.js(
        """() => [...document.querySelectorAll(".source-text .cite")].map(
          c => [c.innerText, luocdo.graph.id(Number(c.dataset.node))])"""
    )
    assert cites == [[text[:38], "a"], ["+1", "b"], ["Luật sửa đổi ", "c"], ["Luật Đất đai", "d"]]


def test_texts_over_the_limit_stay_out_with_a_note(explorer: Callable[..., Any], rendered: Callable[..., Path]) -> None:
    opened = explorer("small", "#v=source", max_source_bytes=100)
    assert "vượt giới hạn" in opened.page.inner_text("#sources-left-out")
    assert "Số: 45/KH-UBND" not in rendered("small", max_source_bytes=100).read_text(encoding="utf-8")
    opened.js("() => luocdo.moves.open(luocdo.graph.node('urn:lex:vn:kh45'))")
    assert "Kế hoạch này thay thế" in opened.page.inner_text("#panel")  # the sentences travel along
    assert opened.page.locator("#panel .to-source").count() == 0
    marks = opened.page.locator('#panel [data-predicate="replaces"] mark.citing').all_inner_texts()
    assert marks == ["Kế hoạch số 30/KH-UBND"]


def test_several_sources(explorer: Callable[..., Any], tmp_path: Path) -> None:
    sources = tuple(Source(f"{name}.txt", f"Văn bản {name} dẫn 1/X.\n") for name in "ab")
    mentions = tuple(Mention("d", 15, 18, "1/X", source=f"{name}.txt") for name in "ab")
    path = tmp_path / "two.html"
    render(Snapshot((Document("d", code="1/X"),), (), (), mentions, (), sources), path)
    opened = explorer("", "#v=source", path=path)
    assert "Văn bản a" in opened.page.inner_text(".source-text")
    opened.page.select_option("#source-name", "1")
    assert "Văn bản b" in opened.page.inner_text(".source-text")
    assert opened.page.locator(".source-text .cite").count() == 1


# --- one text alone ---


def extraction(text: str, *cited: str, relations: tuple[tuple[str, str, str], ...] = ()) -> Extraction:
    """An extraction that finds the words of `cited` in `text`; ids are those words."""
    documents = [Document("own", "Kế hoạch", "45/KH-UBND", is_source=True), *(Document(c, code=c) for c in cited)]
    mentions = [Mention(c, text.index(c), text.index(c) + len(c), c) for c in cited]
    rows = [Relation(s, p, o, Evidence(0, len(text), text, confidence=0.9)) for s, p, o in relations]
    finding = Finding("conflicting-date", "Hai ngày <b>khác</b> nhau.", (cited[0],))
    return Extraction("x", tuple(documents), tuple(mentions), tuple(rows), (), (finding,))


@pytest.fixture
def alone(explorer: Callable[..., Any], tmp_path: Path, browser: Any) -> Any:
    """Opens an annotated text; nothing may be requested or go wrong."""
    pages = []

    def open_page(source: Source, found: Extraction, **options: Any) -> Any:
        path = tmp_path / "alone.html"
        annotate(source, found, path, **options)
        page = browser.new_page()
        troubles: list[str] = []
        page.on("request", lambda request: troubles.append(request.url))
        page.on("console", lambda message: troubles.append(message.text))
        page.goto(f"file://{path}")
        assert troubles == [f"file://{path}"]
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.close()


def test_markdown_keeps_its_markup(alone: Any) -> None:
    text = (
        "# Kế hoạch\n\n- Thực hiện **Nghị quyết 18-NQ/TW**;\n- theo *Luật* <script>x</script>\n\n"
        "| Số | Văn bản |\n|---|---|\n| 1 | 5/QĐ-TTg |\n"
    )
    page = alone(Source("a.md", text, "md"), extraction(text, "Nghị quyết 18-NQ/TW", "5/QĐ-TTg"))
    assert page.inner_text("main h1") == "Kế hoạch"
    assert page.inner_text("main li strong a.cite") == "Nghị quyết 18-NQ/TW"
    assert page.inner_text("main td a.cite") == "5/QĐ-TTg"
    assert "<script>x</script>" in page.inner_text("main")


def test_a_web_page_keeps_its_markup_and_loses_what_runs(alone: Any) -> None:
    markup = """<html><head><title>t</title><script>alert(1)</script><style>p{}</style></head><body onload=alert(2)>
      <nav><a href="/x">Trang chủ</a></nav><h2 style="color:red" onclick=alert(3)>KẾ HO&#7840;CH</h2>
      <p>Thực hiện <b>Nghị quyết số&nbsp;18-NQ/<i>TW</i></b>, <a href="javascript:alert(4)">Luật 1/QH</a><img src=x onerror=alert(5)></p>
      <table><tr><td colspan="2">Ô<td>5/QĐ-TTg</table><iframe src="https://example.org"></iframe>
      <footer>Bản quyền</footer></body></html>"""  # noqa: E501
    text = "KẾ HOẠCH\nThực hiện Nghị quyết số 18-NQ/TW, Luật 1/QH\nÔ\n5/QĐ-TTg\n"
    found = extraction(text, "Nghị quyết số 18-NQ/TW", "Luật 1/QH", "5/QĐ-TTg")
    page = alone(Source("a.html", text, "html"), found, markup=markup.encode())
    assert page.inner_text("main h2") == "KẾ HOẠCH"
    assert "".join(page.locator("main p b a.cite, main p b i a.cite").all_inner_texts()).replace("\u00a0", " ") == (
        "Nghị quyết số 18-NQ/TW"
    )
    assert page.locator("main td[colspan='2']").count() == 1
    assert page.inner_text("main td a.cite") == "5/QĐ-TTg"
    assert "Trang chủ" not in page.inner_text("main") and "Bản quyền" not in page.inner_text("main")
    html = page.content()
    assert not any(word in html for word in ("alert(", "javascript:", "<script", "<iframe", "onerror", "<img"))


def test_plain_text_and_links_both_ways(alone: Any) -> None:
    text = "Kế hoạch 45 thực hiện 18-NQ/TW.\n\nCăn cứ 5/QĐ-TTg < & >.\n"
    found = extraction(text, "18-NQ/TW", "5/QĐ-TTg", relations=(("own", "implements", "18-NQ/TW"),))
    page = alone(Source("a.txt", text), found)
    assert page.locator("main p").count() == 2
    assert "< & >" in page.inner_text("main")
    page.click("main a.cite:has-text('18-NQ/TW')")
    entry = page.locator(".entry:target")
    assert entry.locator("h3").inner_text() == "18-NQ/TW"
    assert "được triển khai bởi Kế hoạch 45/KH-UBND" in entry.inner_text()
    assert "Hai ngày <b>khác</b> nhau." in entry.inner_text()
    assert entry.locator("mark").all_inner_texts() == ["18-NQ/TW", "5/QĐ-TTg"]
    entry.locator(".where a").first.click()
    assert page.locator("main .cite:target").inner_text() == "18-NQ/TW"


def test_hostile_texts_stay_text(alone: Any) -> None:
    for attack in samples.ATTACKS:
        text = f"Căn cứ {attack} ;\n"
        found = Extraction(
            "x", (Document(attack, attack, attack, attack, attack, attack, attack, attack, attack),),
            (Mention(attack, 7, 7 + len(attack), attack),),
            (Relation(attack, attack, attack, Evidence(0, len(text), text)),),
            (), (Finding(attack, attack, (attack,)), Finding(attack, attack, (), text=attack)),
        )  # fmt: skip
        for kind in ("txt", "md", "html"):
            page = alone(Source(attack, text, kind), found, markup=text if kind == "html" else None, title=attack)
            assert page.evaluate("window.hacked") is None
            assert page.locator("script, img, iframe, svg, [onload], [onerror], [onmouseover]").count() == 0


def test_a_page_that_does_not_hold_the_text_is_shown_plain() -> None:
    text = "Thực hiện 18-NQ/TW.\n"
    html = annotated_html(Source("a.html", text, "html"), extraction(text, "18-NQ/TW"), markup="<p>khác hẳn</p>")
    assert "khác hẳn" not in html and ">18-NQ/TW</a>" in html


_CORPUS, _DEV = samples.SHARED / "corpus" / "html", samples.SHARED / "eval" / "dev"
REAL = [*sorted(_CORPUS.glob("*.html")), *sorted(_DEV.glob("*.md"))]


@pytest.mark.skipif(not REAL, reason="needs the shared folder")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name[:24])
def test_real_texts_keep_every_citation(path: Path) -> None:
    import re

    from graph import extract
    from graph.reading import read

    source = read(path)
    found = extract(source.text, source=source.name)
    html = annotated_html(source, found, markup=path.read_bytes())
    spans = {(mention.start, mention.end) for mention in found.mentions}
    anchors = set(re.findall(r'<a class="cite [\w -]+" href="#d\d+" title="[^"]*" id="(m\d+)"', html))
    assert len(anchors) == len(spans)
    assert html == annotated_html(source, found, markup=path.read_bytes())


def test_signs_of_the_format_are_not_shown_and_offsets_stay(explorer: Callable[..., Any]) -> None:
    """Stars around emphasised words are no words, in sentences, in findings and in the view of the source."""
    opened = explorer("report", "#v=source")
    texts, marked = opened.js(
        """() => {
          const g = luocdo.graph, rows = [...Array(g.relations.count).keys()].map(row => g.evidence(row));
          return [rows.map(e => e.text), rows.flatMap(e => e.marks.map(([from, to]) => e.text.slice(from, to)))];
        }"""
    )
    assert "thực hiện" in marked and "Nghị quyết số 18-NQ/TW" in marked
    assert all(piece == piece.strip() and piece for piece in marked)
    assert not [text for text in texts if "*" in text]
    shown = opened.page.inner_text(".source-text")
    assert "(thay thế Kế hoạch số 89/KH-UBND" in shown and "*thay" not in shown
    displaced = opened.js(
        """() => [...document.querySelectorAll(".source-text [data-at]")].filter(piece => {
          const at = Number(piece.dataset.at), { textContent } = piece;
          return luocdo.graph.texts[0].slice(at, at + textContent.length) !== textContent;
        }).length"""
    )
    assert displaced == 0 and "(*thay thế Kế hoạch số 89" in opened.js("() => luocdo.graph.texts[0]")
