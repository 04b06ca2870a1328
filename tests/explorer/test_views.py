"""Points 8, 9 and 10: lược đồ, table, paths and chains."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph.explorer import render
from graph.model import Document, Evidence, Pinpoint, Relation, Snapshot, Source, Status

# --- 8: lược đồ ---


def test_the_document_stands_between_boxes_of_its_relations(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.js("() => luocdo.moves.open(luocdo.graph.node('urn:lex:vn:kh45'))")
    opened.page.click('#views [data-view="diagram"]')
    boxes = opened.js(
        """() => [...document.querySelectorAll(".diagram-box")].map(b => [
          b.parentElement.classList.contains("left"), b.querySelector("h3").innerText.trim().replace(/\\s+/g, " "),
          [...b.querySelectorAll("li .link")].map(l => l.innerText)])"""
    )
    assert boxes[0] == [True, "Triển khai, thực hiện (3)", ["57-NQ/TW", "03/NQ-CP", "12-CTr/TU"]]
    assert [True, "Thay thế (1)", ["30/KH-UBND"]] in boxes
    assert [True, "Văn bản căn cứ (2)", ["29/2013/QH13", "08/2014/NĐ-CP"]] in boxes
    assert [False, "Được triển khai bởi (1)", ["05/KH-UBND"]] in boxes
    middle = opened.page.locator(".diagram-centre").bounding_box()
    left = opened.page.locator(".diagram-side.left").bounding_box()
    right = opened.page.locator(".diagram-side.right").bounding_box()
    assert left["x"] + left["width"] < middle["x"] and middle["x"] + middle["width"] < right["x"]
    opened.page.click(".diagram-box .link:has-text('30/KH-UBND')")
    assert opened.page.inner_text(".diagram-code") == "30/KH-UBND"
    assert "Bị thay thế bởi (1)" in " ".join(opened.page.inner_text(".diagram").split())


def test_without_a_document_it_asks_for_one(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.click('#views [data-view="diagram"]')
    assert "Hãy chọn một văn bản" in opened.page.inner_text("#view-diagram")


def pages_of(pdf: bytes) -> list[tuple[float, float]]:
    pypdfium2 = pytest.importorskip("pypdfium2")
    return [page.get_size() for page in pypdfium2.PdfDocument(io.BytesIO(pdf))]


def x_of(pdf: bytes, words: str) -> float | None:
    """Where on the first page these words begin, in points."""
    import pypdfium2

    text = pypdfium2.PdfDocument(io.BytesIO(pdf))[0].get_textpage()
    letters = [text.get_text_range(i, 1) for i in range(text.count_chars())]
    solid = [i for i, letter in enumerate(letters) if letter.strip()]
    at = "".join(letters[i] for i in solid).find("".join(words.split()))
    return text.get_charbox(solid[at])[0] if at >= 0 else None


def hub(relations: int) -> Snapshot:
    """A document with many relations of five kinds in both directions, with long titles."""
    title = "về việc tiếp tục đẩy mạnh, nâng cao chất lượng, hiệu quả việc xây dựng và thực hiện quy chế " * 2
    documents = [
        Document(f"d{i:03}", "Quyết định", f"{i}/QĐ-UBND", date="2020-01-01", title=title) for i in range(relations + 1)
    ]
    kinds = ("implements", "based_on", "replaces", "guides", "amends")
    rows = []
    for i in range(1, relations + 1):
        ends = ("d000", f"d{i:03}") if i % 2 else (f"d{i:03}", "d000")
        rows.append(Relation(ends[0], kinds[i % 5], ends[1], Evidence(-1, -1, "")))
    return Snapshot(tuple(documents), (), tuple(rows))


def text_of(pdf: bytes) -> str:
    pypdfium2 = pytest.importorskip("pypdfium2")
    pages = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return "\n".join(page.get_textpage().get_text_bounded() for page in pages)


@pytest.mark.parametrize("relations", [0, 3, 60, 400])
def test_it_prints_whole_on_a4(relations: int, explorer: Callable[..., Any], tmp_path: Path) -> None:
    """Landscape pages, as many as it takes: all documents, what the lines mean, where it comes from."""
    path = tmp_path / "hub.html"
    render(hub(relations), path)
    opened = explorer("", "#v=diagram&d=d000", path=path, context={"color_scheme": "dark"})
    pdf = opened.page.pdf(prefer_css_page_size=True, print_background=True)
    pages = pages_of(pdf)
    assert all(sorted(round(side) for side in page) == [595, 842] for page in pages)
    assert (len(pages) == 1) is (relations <= 3)
    left, middle, right = (
        x_of(pdf, text) for text in ("Triển khai, thực hiện", "Chưa rõ cơ quan", "Được triển khai bởi")
    )
    assert middle is not None and 0.35 * pages[0][0] < middle < 0.6 * pages[0][0]
    if relations > 10:
        assert left is not None and right is not None and left < middle < right
    text = text_of(pdf)
    opened.page.emulate_media(media="print")
    assert opened.page.locator(".diagram-box li:visible").count() == relations
    assert f"{relations}/QĐ" in text
    assert "In ngày" in text and "chỉ được dẫn chiếu" in " ".join(text.split())


def test_a_side_with_much_more_than_the_other_prints_in_columns(explorer: Callable[..., Any], tmp_path: Path) -> None:
    """Nobody wants thirty sheets of which half is empty."""
    whole = hub(400)
    kept = [row for row in whole.relation_rows if row.predicate in ("implements", "based_on", "guides")]
    turned = [relation for relation in kept if relation.object == "d000"]
    few = [relation for relation in kept if relation.subject == "d000"][:2]
    render(Snapshot(whole.document_rows, (), (*turned, *few)), tmp_path / "one.html")
    opened = explorer("", "#v=diagram&d=d000", path=tmp_path / "one.html")
    pdf = opened.page.pdf(prefer_css_page_size=True)
    text = "".join(text_of(pdf).split())
    assert all(f"{int(relation.subject[1:])}/QĐ-UBND" in text for relation in turned)
    opened.js("() => document.querySelector('.diagram').classList.remove('lopsided')")
    assert len(pages_of(pdf)) <= 0.7 * len(pages_of(opened.page.pdf(prefer_css_page_size=True)))


def history() -> Snapshot:
    """A decree, what it replaced, what amended it by provisions, what replaced it."""
    text = "QĐ\n\nĐiều 1. Sửa đổi\n1. Sửa đổi khoản 2 Điều 5 Nghị định số 2/2015/NĐ-CP.\n"
    said = "Sửa đổi khoản 2 Điều 5 Nghị định số 2/2015/NĐ-CP."
    start = text.index(said)
    names = (("old", "1/2010/NĐ-CP", "2010-01-01"), ("now", "2/2015/NĐ-CP", "2015-01-01"))
    names += (("change", "3/2018/NĐ-CP", "2018-01-01"), ("new", "4/2024/NĐ-CP", "2024-01-01"))
    documents = tuple(Document(id, "Nghị định", code, date=date, issuer="Chính phủ") for id, code, date in names)
    pins = (Pinpoint((("điều", "5"), ("khoản", "2"))),)
    relations = (
        Relation("now", "replaces", "old", Evidence(-1, -1, "thay thế")),
        Relation("change", "amends", "now", Evidence(start, start + len(said), said, source="change.txt"), True, pins),
        Relation("new", "replaces", "now", Evidence(-1, -1, "thay thế")),
    )
    status = {
        "now": Status("replaced", ("new",), "2024-03-01", "2015-02-15", "2024-02-29"),
        "old": Status("replaced", ("now",)),
    }
    return Snapshot(documents, (), relations, source_rows=(Source("change.txt", text),), status_by_id=status)


def test_force_history_and_changes_by_provision(explorer: Callable[..., Any], tmp_path: Path) -> None:
    render(history(), tmp_path / "history.html")
    opened = explorer("", "#v=diagram&d=now", path=tmp_path / "history.html")
    force = opened.page.inner_text(".force")
    said = ("Ngày ban hành 01/01/2015", "Hiệu lực Đã bị thay thế", "Bởi 4/2024/NĐ-CP", "Cơ quan Chính phủ")
    for words in (*said, "Ngày có hiệu lực 15/02/2015", "Hết hiệu lực từ ngày 01/03/2024"):
        assert words in " ".join(force.split()), words
    events = opened.page.locator(".timeline .event").all_inner_texts()
    assert [event.split()[0] for event in events] == ["01/01/2010", "01/01/2015", "01/01/2018", "01/01/2024"]
    assert "sửa đổi, bổ sung 2/2015/NĐ-CP" in events[2] and "thay thế 2/2015/NĐ-CP" in events[3]
    (row,) = opened.page.locator('.changes[data-inverse="true"] tbody tr', has_text="3/2018").all_inner_texts()
    assert "khoản 2" in row and "iều 5" in row and "Điều 1 › 1" in row
    opened.page.locator('.changes tr:has-text("3/2018") summary').click()
    assert "Sửa đổi khoản 2 Điều 5" in opened.page.inner_text(".changes details[open]")


def test_replaced_and_amended_as_a_chain(explorer: Callable[..., Any], tmp_path: Path) -> None:
    render(history(), tmp_path / "history.html")
    opened = explorer("", "#v=map&d=now", path=tmp_path / "history.html")
    opened.page.click("#panel .actions button:has-text('Thay thế, sửa đổi')")
    events = opened.page.locator("#view-paths .event")
    assert [event.split()[0] for event in events.all_inner_texts()] == [
        "01/01/2010", "01/01/2015", "01/01/2018", "01/01/2024",
    ]  # fmt: skip
    events.nth(2).locator("summary").click()
    assert "Sửa đổi khoản 2 Điều 5 Nghị định" in events.nth(2).inner_text()
    address = opened.js("() => location.hash")
    opened.page.click("#history-on-map")
    assert opened.js("() => luocdo.map.emphasised.size") == 3
    again = explorer("", address, path=tmp_path / "history.html")
    assert again.page.locator("#view-paths .event").count() == 4
    again.page.fill("#history-root", "")
    again.js("() => luocdo.go({ start: -1 })")
    assert "Chọn một văn bản" in again.page.inner_text("#view-paths .result")


def test_a_box_gives_the_sentence_on_demand(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=diagram&d=urn:lex:vn:kh45")
    item = opened.page.locator(".diagram-box li", has_text="30/KH-UBND")
    item.locator("summary").click()
    item.locator("q").wait_for()  # it comes with the opening
    assert "Kế hoạch này thay thế Kế hoạch số 30/KH-UBND" in item.inner_text()


# --- 9: table ---


def rows(opened: Any) -> list[list[str]]:
    return opened.js(
        """() => [...document.querySelectorAll(".relations tbody tr")].map(
          r => [...r.children].map(c => c.innerText.trim()))"""
    )


def test_the_table_lists_every_relation_with_its_sentence(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.click('#views [data-view="table"]')
    assert opened.page.inner_text("#table-count") == "12 / 31 dòng, mỗi dòng một lần nêu quan hệ"
    first = rows(opened)[0]
    assert first[:4] == ["45/KH-UBND", "triển khai, thực hiện", "57-NQ/TW", "20/03/2025"]
    assert "Triển khai thực hiện Nghị quyết số 57-NQ/TW" in first[4]
    assert first[5].startswith("ke-hoach-45.txt, dòng") and first[6] == "0,98"
    opened.page.check('[data-group="relation"][data-key="cites"] input')
    opened.page.check('[data-group="relation"][data-key="issued_by"] input')
    assert opened.page.inner_text("#table-count") == "31 / 31 dòng, mỗi dòng một lần nêu quan hệ"


def test_it_sorts_by_every_column_both_ways(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=table")
    page = opened.page
    for column in ("subject", "relation", "object", "date", "sentence", "source", "confidence"):
        page.click(f".column-{column} button")
        up = [row.copy() for row in rows(opened)]
        assert page.locator(f"thead .column-{column}").get_attribute("aria-sort") == "ascending"
        page.click(f".column-{column} button")
        assert page.locator(f"thead .column-{column}").get_attribute("aria-sort") == "descending"
        assert sorted(map(str, up)) == sorted(map(str, rows(opened)))
    page.click(".column-confidence button")
    assert rows(opened)[0][6] == "0,80" and rows(opened)[-1][6] == "0,99"
    page.click(".column-date button")
    assert [row[3] for row in rows(opened) if row[3]][-2:] == ["20/03/2025", "2025"]  # a bare year is its middle


def test_it_filters_without_accents_while_typing(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=table")
    opened.page.locator("#table-filter").press_sequentially("thay the")
    opened.wait("() => document.querySelectorAll('.relations tbody tr').length === 1")
    assert rows(opened)[0][2] == "30/KH-UBND"
    assert opened.js("() => document.activeElement.id") == "table-filter"
    opened.page.fill("#table-filter", "khong co gi")
    opened.page.wait_for_selector("#view-table .empty")


def test_pages_of_a_hundred_rows(explorer: Callable[..., Any]) -> None:
    opened = explorer("synthetic 1000", "#v=table")
    assert len(rows(opened)) == 100
    first = rows(opened)[0]
    opened.page.click('[aria-label="Trang sau"]')
    assert rows(opened)[0] != first
    opened.page.click('[aria-label="Trang trước"]')
    assert rows(opened)[0] == first
    assert opened.page.locator('[aria-label="Trang trước"]').is_disabled()


def test_a_row_leads_to_its_documents_and_its_sentence(explorer: Callable[..., Any]) -> None:
    opened = explorer("small", "#v=table")
    opened.page.click(".relations tbody tr:nth-child(3) td .link >> nth=0")
    assert opened.selected() == "12-CTr/TU"
    assert opened.page.inner_text("#panel h2") == "12-CTr/TU"
    opened.page.click(".relations tbody tr:nth-child(3) td:nth-child(6) .link")
    assert "".join(opened.page.locator(".in-sentence").all_inner_texts()).startswith("2. Cụ thể hóa")


# --- 10: paths and chains ---


def test_ways_begin_with_the_document_in_hand(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    page = opened.page
    first, second, third = (opened.node(name) for name in ("05/KH-UBND", "57-NQ/TW", "45/KH-UBND"))
    opened.js("n => luocdo.moves.open(n)", first)
    page.click('#views [data-view="paths"]')
    assert "05/KH-UBND" in page.input_value("#path-start")
    page.click('[data-mode="chain"]')
    assert "05/KH-UBND" in page.input_value("#chain-root")
    page.click('#views [data-view="table"]')
    opened.js("n => luocdo.moves.open(n)", second)
    page.click('#views [data-view="paths"]')
    page.click('[data-mode="path"]')
    assert "57-NQ/TW" in page.input_value("#path-start")  # nothing was asked of the other yet
    opened.js("n => luocdo.go({goal: n})", third)
    page.click('#views [data-view="table"]')
    opened.js("n => luocdo.moves.open(n)", first)
    page.click('#views [data-view="paths"]')
    assert "57-NQ/TW" in page.input_value("#path-start")  # a question that was asked stays


def pick(opened: Any, field: str, text: str) -> None:
    opened.page.fill(f"#{field}", text)
    opened.page.click(f"#{field}-hits li >> nth=0")


def test_the_shortest_path_with_its_sentences(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.click('#views [data-view="paths"]')
    pick(opened, "path-start", "05/KH")
    pick(opened, "path-goal", "20/2020/TT")
    steps = opened.page.locator(".path .step").all_inner_texts()
    assert " ".join(steps[0].split()).startswith("Kế hoạch 05/KH-UBND (2025)")
    names = opened.js(
        """() => [...document.querySelectorAll(".path .step")].map(
          s => s.querySelector(":scope > div:last-child .link, :scope > .link").innerText)"""
    )
    assert names == ["05/KH-UBND", "45/KH-UBND", "08/2014/NĐ-CP", "20/2020/TT-BTC"]
    assert "được sửa đổi, bổ sung bởi" in opened.page.inner_text(".path")
    assert "sửa đổi khoản 2 Điều 5" in opened.page.inner_text(".path")
    opened.page.click("#path-on-map")
    assert opened.js("() => luocdo.map.emphasised.size") == 3
    assert {"05/KH-UBND", "45/KH-UBND", "08/2014/NĐ-CP", "20/2020/TT-BTC"} <= set(opened.drawn())


def test_a_path_over_hidden_relations_is_found_and_said(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.js("() => luocdo.go({view: 'paths', start: luocdo.graph.node('urn:lex:vn:cv88')})")
    opened.js("() => luocdo.go({goal: luocdo.graph.node('urn:lex:vn:kh45')})")
    assert "Không có đường qua các quan hệ đang bật" in opened.page.inner_text("#view-paths")
    opened.js("() => luocdo.go({goal: luocdo.graph.node('urn:lex:vn:lost')})")
    assert "Không có đường nối hai văn bản này." in opened.page.inner_text("#view-paths")


def tree(opened: Any) -> Any:
    return opened.js(
        """() => { const read = li => [li.querySelector(".branch .link").innerText,
          [...li.querySelectorAll(":scope > ul > li")].map(read)];
          return read(document.querySelector(".tree > li")); }"""
    )


def test_which_plans_carry_out_a_resolution(explorer: Callable[..., Any]) -> None:
    opened = explorer("report")
    opened.js("n => luocdo.go({view: 'paths', mode: 'chain', start: n})", opened.node("18-NQ/TW"))
    root, children = tree(opened)
    assert root == "18-NQ/TW"
    assert ["125-KH/TU", [["1127/KH-SCT", []]]] in children and ["83/KH-UBND", [["1127/KH-SCT", []]]] in children
    assert len(children) == 3
    opened.page.click(".branch-evidence summary >> nth=1")
    assert "Nghị quyết số 18-NQ/TW" in opened.page.inner_text(".branch-evidence[open]")
    opened.page.click("#chain-on-map")
    assert set(opened.drawn()) >= {"18-NQ/TW", "125-KH/TU", "83/KH-UBND", "1127/KH-SCT"}


def test_the_chain_of_one_type(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.js("() => luocdo.go({view: 'paths', mode: 'chain', start: luocdo.graph.node('urn:lex:vn:nq57')})")
    assert "4 văn bản triển khai." in opened.page.inner_text("#view-paths")
    opened.page.select_option("#chain-kind", "Kế hoạch")
    assert "2 văn bản triển khai." in opened.page.inner_text("#view-paths")
    assert "03/NQ-CP" not in str(tree(opened)) or "between" in opened.page.content()
    assert "05/KH-UBND" in str(tree(opened))


def test_a_circle_of_implementation_ends(explorer: Callable[..., Any], tmp_path: Path) -> None:
    documents = tuple(Document(f"d{i}", code=f"{i}/X") for i in range(3))
    circle = tuple(Relation(f"d{i}", "implements", f"d{(i + 1) % 3}", Evidence(-1, -1, "")) for i in range(3))
    path = tmp_path / "circle.html"
    render(Snapshot(documents, (), circle), path)
    opened = explorer("", "#v=paths&m=chain&a=d0", path=path)
    assert tree(opened) == ["0/X", [["2/X", [["1/X", [["0/X", []]]]]]]]
