"""What crawlers keep of a server's answers: the list of documents somewhere inside, names of programs, objects in
objects, texts that are markup."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from office_files import read

from graph.reading.html import is_fragment
from graph.reading.kinds import kind
from graph.reading.rows import json_rows

ROW: dict[str, Any] = {"soHieu": "15/2023/TT-BTC", "ngayBanHanh": "2023-03-14", "trichYeu": "Quy định về phí"}
OTHER = {"code": 1, "label": "Thuế"}
WAYS: dict[str, Any] = {
    "a list": [ROW],
    "data": {"data": [ROW]},
    "a word beside it": {"status": "ok", "message": "thành công", "data": {"items": [ROW], "total": 1}},
    "an object beside it": {"meta": {"total": 1}, "result": {"items": [ROW]}},
    "deep": {"d": {"results": {"page": {"docs": [ROW]}}}},
    "another list beside it": {"facets": [OTHER, OTHER], "hits": {"hits": [ROW]}},
    "inside each": {"hits": {"hits": [{"_id": "7", "_source": ROW}], "total": {"value": 1}}},
    "empty lists beside it": {"errors": [], "warnings": [], "data": [ROW]},
    "one object": {"status": "ok", "data": ROW},
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "style", [{"indent": 2, "ensure_ascii": False}, {"ensure_ascii": True}], ids=["pretty", "ascii"]
)
def test_the_list_is_found_in_an_answer(way: str, style: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(WAYS[way], **style), encoding="utf-8")
    found = read(tmp_path / "a.json")
    assert [(d.code, d.date) for e in found for d in e.documents] == [("15/2023/TT-BTC", "2023-03-14")]


@pytest.mark.parametrize("way", [way for way in WAYS if way not in ("inside each", "one object")])
def test_a_large_answer_on_one_line(way: str, tmp_path: Path) -> None:
    """As servers send it: the beginning has to tell that it is no JSON Lines file of one long row."""
    many = [{**ROW, "soHieu": f"{n}/2023/TT-BTC"} for n in range(1, 2001)]
    text = json.dumps(WAYS[way]).replace(json.dumps([ROW]), json.dumps(many))
    (tmp_path / "a.json").write_text(text, encoding="ascii")
    assert len(read(tmp_path / "a.json")) == 2000


@pytest.mark.parametrize(
    "before", [{}, {"files": [{"url": "a"}, {"url": "b"}]}, {"a": {"b": [{"c": 1}]}}, {"n": [1, 2]}]
)
def test_a_long_row_of_json_lines_is_no_answer(before: dict[str, Any]) -> None:
    """Its text is cut, not a list of objects; brackets and quotes in the text count for nothing."""
    row = {**before, **ROW, "content": 'Căn cứ [{"a": {}, "b"}] \\ ' * 9_000}
    assert kind((json.dumps(row) + "\n" + json.dumps(row)).encode()[:66_000]) == "jsonl"


def test_where_two_lists_may_be_meant_none_is_chosen() -> None:
    both = {"data": [ROW], "more": [ROW]}
    assert json_rows(json.dumps(both), "a.json") == [both]


def test_a_document_with_a_list_of_its_own_stays_one() -> None:
    for row in ({**ROW, "tep": [{"ten": "a.pdf"}]}, {"doc": ROW, "files": [{"url": "a.pdf"}]}):
        assert json_rows(json.dumps(row), "a.json") == [row]


@pytest.mark.parametrize("key", ["loai", "docInfo"])
def test_the_name_of_an_object_is_what_the_object_is(key: str, tmp_path: Path) -> None:
    """“ten” of “loai” is the type, wherever that stands; the title is another member."""
    kinds = {"loai": {"id": 3, "ten": "Thông tư"}, "coQuan": [{"ten": "Bộ Tài chính"}]}
    row = {**ROW, **kinds, "trichYeu": "Sửa đổi một số điều của Thông tư số 5/2020/TT-BTC ngày 01/02/2020"}
    (tmp_path / "a.json").write_text(json.dumps([row if key == "loai" else {key: row}]), encoding="utf-8")
    (found,) = read(tmp_path / "a.json")
    mine = found.documents[0]
    assert (mine.type, mine.code, mine.issuer) == ("Thông tư", "15/2023/TT-BTC", "Bộ Tài chính")
    assert [(r.predicate, r.partial) for r in found.relations if r.predicate == "amends"] == [("amends", True)]


MARKUP = (
    "<div><p>BỘ TÀI CHÍNH</p><p>Số: 15/2023/TT-BTC</p><p>Hà Nội, ngày 14 tháng 3 năm 2023</p><p>THÔNG TƯ</p>"
    "<p>Quy định về phí</p><p>Căn cứ <b>Luật Ngân sách</b> nhà nước số 83/2015/QH13&nbsp;ngày 25 tháng 6 năm 2015;</p>"
    "<p>Điều 1. Phạm vi</p>" + "<p>Thông tư này quy định về phí.</p>" * 20 + "</div><script>var a = 1;</script>"
)


@pytest.mark.parametrize("name", ["noiDung", "noi_dung", "content", "fullText", "toanVan"])
@pytest.mark.parametrize("end", ["json", "jsonl"])
def test_a_text_that_is_markup_is_read_as_a_page(name: str, end: str, tmp_path: Path) -> None:
    pytest.importorskip("selectolax")
    (tmp_path / f"a.{end}").write_text(json.dumps({"link": "x", name: MARKUP}) + "\n", encoding="utf-8")
    (found,) = read(tmp_path / f"a.{end}")
    mine = next(d for d in found.documents if d.is_source)
    assert (mine.code, mine.date) == ("15/2023/TT-BTC", "2023-03-14")
    codes = {d.id: d.code for d in found.documents}
    based = [(codes[r.subject], codes.get(r.object)) for r in found.relations if r.predicate == "based_on"]
    assert based == [("15/2023/TT-BTC", "83/2015/QH13")]


@pytest.mark.parametrize(
    ("text", "markup"),
    [(MARKUP, True), ("<br>Số: 5<br/>a", True), ("<p>a", False), ("Điều 1 <p>a</p>", False), ("<script>a(1)", False),
     ("<5 người</p>", False), ("", False), ("< p >a</p>", False)],
)  # fmt: skip
def test_what_markup_is(text: str, markup: bool) -> None:
    assert is_fragment(text) is markup


TABLE = (
    "Số ký hiệu;Ngày ban hành;Trích yếu\n5/2018/QĐ-UBND;12/07/2018;Quyết định về quản lý chợ\n"
    "6/2018/QĐ-UBND;13/07/2018;Về phí\n"
)


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_kind_of_a_text_hangs_on_no_mark(code: str, tmp_path: Path) -> None:
    assert kind(TABLE.encode(code)) == "csv"
    assert kind(json.dumps(WAYS["data"], ensure_ascii=False).encode(code)) == "json"
    assert kind("Điều 1. Nghị định này quy định về phí.\n".encode(code) * 9) == "text"
    (tmp_path / "a.csv").write_bytes(TABLE.encode(code))
    assert [(d.code, d.date) for e in read(tmp_path / "a.csv") for d in e.documents] == [
        ("5/2018/QĐ-UBND", "2018-07-12"), ("6/2018/QĐ-UBND", "2018-07-13"),
    ]  # fmt: skip
