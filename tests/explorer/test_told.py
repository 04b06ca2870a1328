"""What the page leaves out is told, and what it quotes is what a person would quote."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.explorer import render
from graph.model import Document, Evidence, Finding, Pinpoint, Relation, Snapshot, Source

DECREE = Document("a", "Nghị định", "2/2021/NĐ-CP", date="2021-02-02", issuer="Chính phủ")
LAW = Document("b", "Luật", "1/2020/QH14", date="2020-01-01", issuer="Quốc hội")


def open_snapshot(snapshot: Snapshot, address: str, explorer: Callable[..., Any], folder: Path, **options: Any) -> Any:
    render(snapshot, folder / "page.html", **options)
    return explorer("", address, path=folder / "page.html")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("- Căn cứ Luật số 1/2020/QH14;", "Căn cứ Luật số 1/2020/QH14;"),
        ("+ Căn cứ Luật số 1/2020/QH14;", "Căn cứ Luật số 1/2020/QH14;"),
        (" –  Căn cứ Luật số 1/2020/QH14;", "Căn cứ Luật số 1/2020/QH14;"),
        ("- **Căn cứ** Luật số 1/2020/QH14;", "Căn cứ Luật số 1/2020/QH14;"),
        ("-5 độ theo Luật số 1/2020/QH14;", "-5 độ theo Luật số 1/2020/QH14;"),
        ("a) Căn cứ Luật số 1/2020/QH14 - Luật mẹ;", "a) Căn cứ Luật số 1/2020/QH14 - Luật mẹ;"),
    ],
)
def test_a_sentence_is_quoted_without_the_mark_of_its_list(
    written: str, shown: str, explorer: Callable[..., Any], tmp_path: Path
) -> None:
    at = written.find("Căn cứ")
    cue = ("Căn cứ", at, at + 6) if at >= 0 else ("theo", written.index("theo"), written.index("theo") + 4)
    relation = Relation("a", "based_on", "b", Evidence(0, len(written), written, *cue))
    opened = open_snapshot(Snapshot((DECREE, LAW), (), (relation,)), "#d=a", explorer, tmp_path)
    quoted = opened.page.locator("#panel .sentence").first
    assert quoted.text_content() == shown
    assert quoted.locator("mark").first.text_content() == cue[0]
    opened.page.click('#views [data-view="table"]')
    assert opened.page.locator("#view-table .sentence").first.text_content() == shown


def test_a_correction_speaks_the_language_of_the_page(explorer: Callable[..., Any], tmp_path: Path) -> None:
    said = "Thêm: 2/2021/NĐ-CP hướng dẫn 1/2020/QH14. Người sửa: An"
    english = "Add: 2/2021/NĐ-CP guides 1/2020/QH14. By: An"
    source = Source("corrections.csv#2", said, "correction", {"about": "a\nb", "en": english})
    relation = Relation("a", "guides", "b", Evidence(0, len(said), said, source="corrections.csv#2", rule="correction"))
    snapshot = Snapshot((DECREE, LAW), (), (relation,), source_rows=(source,))
    opened = open_snapshot(snapshot, "#d=a", explorer, tmp_path)
    panel = lambda: " ".join(opened.page.inner_text("#panel").split())  # noqa: E731
    assert f"{said} [corrections.csv#2]" in panel() and panel().count(said) == 2
    opened.page.click("#switch-language")
    assert f"{english} [corrections.csv#2]" in panel() and panel().count(english) == 2
    assert "Thêm" not in panel()
    with opened.page.expect_download() as download:
        opened.js("() => document.querySelector('#export-page').click()")
    download.value.save_as(tmp_path / "part.html")
    part = explorer("", "#d=a", path=tmp_path / "part.html")
    assert " ".join(part.page.inner_text("#panel").split()).count(english) == 2


def test_pictures_by_year_tell_how_many_they_leave_out(explorer: Callable[..., Any], tmp_path: Path) -> None:
    dated = [Document(f"d{i}", "Luật", f"{i}/QH", date=f"{2000 + i % 20}-01-01", issuer="Quốc hội") for i in range(700)]
    old = [Document(f"o{i}", "Luật", f"{i}/SL", date="1946-01-01", issuer="Quốc hội") for i in range(3)]
    undated = [Document(f"u{i}", "Luật", f"{i}/KL", issuer="Quốc hội") for i in range(12)]
    opened = open_snapshot(Snapshot((*dated, *old, *undated), (), ()), "#v=start", explorer, tmp_path)
    note = opened.page.inner_text(".start-years .note")
    assert note == "Không có trong hình: 12 văn bản không rõ ngày, 3 văn bản trước năm 1976."
    opened.page.click('#views [data-view="documents"]')
    assert opened.page.inner_text(".bars-note") == "Không có trong hình: 12 văn bản không rõ ngày."
    opened.js("() => luocdo.go({ undated: false })")
    assert opened.page.locator(".bars-note").count() == 0


def test_a_list_of_sources_tells_how_many_it_does_not_name(explorer: Callable[..., Any], tmp_path: Path) -> None:
    sources = tuple(Source(f"s{i}.txt", "Luật số 1/2020/QH14", "txt", {}) for i in range(503))
    opened = open_snapshot(
        Snapshot((LAW,), (), (), source_rows=sources), "#v=source", explorer, tmp_path, max_source_bytes=10
    )
    assert opened.page.locator("#view-source li").count() == 500
    assert "… và 3 nguồn khác." in opened.page.inner_text("#view-source")


@pytest.mark.parametrize("sample", ["report", "provincial", "register"])
def test_the_lines_of_the_diagram_meet(sample: str, explorer: Callable[..., Any], real: Callable[[str], Path]) -> None:
    """The line of each side reaches the height of the middle, wherever the view is scrolled to."""
    opened = explorer("", path=real(sample))
    opened.js("() => luocdo.moves.open(luocdo.graph.degree.indexOf(Math.max(...luocdo.graph.degree)))")
    opened.page.click('#views [data-view="diagram"]')
    for part in (0, 0.3, 0.7):
        gaps = opened.js(
            """part => {
              const view = document.querySelector("#view-diagram"), diagram = document.querySelector(".diagram");
              view.scrollTop = part * Math.max(diagram.offsetHeight - view.clientHeight, 0);
              const { top, height } = document.querySelector(".diagram-centre").getBoundingClientRect();
              return ["left", "right"].map(side => {
                const boxes = [...document.querySelectorAll(`.diagram-side.${side} .diagram-box`)];
                if (!boxes.length) return 0;
                const middle = top + height / 2;
                const meets = box => {
                  const style = getComputedStyle(box, "::before"), place = box.getBoundingClientRect();
                  const [from, to] = [place.top + parseFloat(style.top), place.bottom - parseFloat(style.bottom)];
                  return style.display !== "none" && from <= middle && middle <= to;
                };
                return boxes.some(meets) ? 0 : 1;
              });
            }""",
            part,
        )
        assert gaps[0] == 0 or gaps[1] == 0
        if part == 0:
            assert gaps == [0, 0]


def amended(count: int) -> Snapshot:
    """A decree that `count` others amended, a provision each."""
    documents, relations = [DECREE], []
    for i in range(count):
        said = f"Sửa đổi khoản {1 + i} Điều 5 Nghị định số 2/2021/NĐ-CP."
        documents.append(
            Document(f"c{i}", "Nghị định", f"{i}/2022/NĐ-CP", date=f"2022-{1 + i // 28:02}-{1 + i % 28:02}")
        )
        pins = (Pinpoint((("điều", "5"), ("khoản", str(1 + i)))),)
        relations.append(Relation(f"c{i}", "amends", "a", Evidence(-1, -1, said), True, pins))
    findings = tuple(Finding("conflicting-date", f"Ngày {i}", ("a",), 0, 0, "") for i in range(45))
    return Snapshot(tuple(documents), (), tuple(relations), finding_rows=findings)


def test_no_change_is_left_out(explorer: Callable[..., Any], tmp_path: Path) -> None:
    """The newest amendment least of all."""
    opened = open_snapshot(amended(330), "#v=diagram&d=a", explorer, tmp_path)
    events = opened.page.locator(".timeline .event")
    assert events.count() == 331 and "329/2022" in events.last.inner_text()
    assert opened.page.locator('.changes[data-inverse="true"] tbody tr').count() == 330


def test_findings_beyond_the_first_come_on_demand(explorer: Callable[..., Any], tmp_path: Path) -> None:
    opened = open_snapshot(amended(1), "#v=map", explorer, tmp_path)
    assert opened.page.locator("#panel .finding").count() == 30
    opened.page.click("#panel .findings > .more")
    assert opened.page.locator("#panel .finding").count() == 45
    assert opened.page.locator("#panel .findings > .more").count() == 0


def test_paper_has_no_buttons_and_the_sentences_that_were_opened(explorer: Callable[..., Any], tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    opened = open_snapshot(amended(3), "#v=diagram&d=a", explorer, tmp_path)

    def printed() -> str:
        pages = pypdfium2.PdfDocument(io.BytesIO(opened.page.pdf(prefer_css_page_size=True)))
        return " ".join("\n".join(page.get_textpage().get_text_bounded() for page in pages).split())

    assert "Câu dẫn chứng" not in printed() and "khoản 2" in printed()
    opened.page.locator(".changes summary").nth(1).click()
    assert "Sửa đổi khoản 2 Điều 5 Nghị định" in printed()


@pytest.mark.parametrize("view", ["start", "documents", "table"])
def test_in_an_empty_graph_every_list_says_what_to_do(view: str, explorer: Callable[..., Any], tmp_path: Path) -> None:
    opened = open_snapshot(Snapshot(), f"#v={view}", explorer, tmp_path)
    assert "luocdo build" in opened.page.inner_text(f"#view-{view}")
    assert "bộ lọc" not in opened.page.inner_text(f"#view-{view}")


def test_views_heads_and_marks_say_what_they_are(explorer: Callable[..., Any]) -> None:
    """What is short on the screen is said in full when it is pointed at, in the language of the page."""
    opened = explorer("report", "#v=documents")
    titles = lambda selector: opened.page.locator(selector).evaluate_all("all => all.map(e => e.title)")  # noqa: E731
    for _ in ("vi", "en"):
        assert len(set(titles("#views button"))) == 7 and all(titles("#views button"))
        assert all(titles("#view-documents thead :is(.column-by, .column-citing, .column-status) button"))
        opened.page.click("#switch-language")
    opened.js("node => luocdo.moves.neighbourhood(node)", opened.node("83/KH-UBND"))
    opened.js("() => luocdo.go({ hops: 1 })")
    names = opened.js(
        "() => luocdo.map.scene.boxes.map(box => [box.more, box.finding, luocdo.map.nameOf(box).join(' ')])"
    )
    assert any(more for more, *_ in names)
    for more, finding, said in names:
        assert (f"còn {more} quan hệ ngoài hình" in said) == (more > 0)
        assert ("có điểm cần xem lại" in said) == finding


def test_a_screen_reader_is_told_what_was_chosen_and_nothing_else(explorer: Callable[..., Any]) -> None:
    """Not the years of the sliders, which are live by nature, at every choice, nor the triangles of what opens."""
    opened = explorer("report")
    opened.js(
        """() => {
          window.told = [];
          const live = "[role=status], [role=alert], output:not([aria-live=off]), [aria-live=polite], [aria-live=assertive]";
          new MutationObserver(changes => {
            for (const { target } of changes) {
              const spoken = target.closest?.(live) ?? target.parentElement?.closest(live);
              if (spoken || target.querySelector?.(live)) window.told.push((spoken ?? target.querySelector(live)).id);
            }
          }).observe(document.body, { subtree: true, childList: true, characterData: true });
        }"""  # noqa: E501
    )
    opened.js("node => luocdo.moves.open(node)", opened.node("83/KH-UBND"))
    opened.settle()
    assert set(opened.js("() => window.told")) <= {"announced", "counts", "limit-note"}
    assert opened.js("() => document.querySelector('#announced').textContent").startswith("Đã chọn")
    marks = opened.js(
        """() => [...document.querySelectorAll("#panel .relation-group > summary")]
          .map(e => getComputedStyle(e, "::before").content)"""
    )
    assert marks and all(mark.endswith('/ ""') for mark in marks)
