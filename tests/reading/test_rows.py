"""Rows are rows: nothing that is said leaves its row, and a cell ends what stands in it."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from graph.engines import jobs, run
from graph.model import Extraction
from graph.reading import Options, read_each
from graph.reading.delimited import delimiter_of
from graph.reading.tables import cell_text, rows_of

TRACKED = [
    ["STT", "Tên gọi văn bản", "Cơ quan soạn thảo", "Bãi bỏ", "Văn bản đăng ký"],
    ["1", "Nghị quyết số 41/2022/NQ-HĐND ngày 12/12/2022 của HĐND tỉnh An Giang quy định mức chi", "Sở Nội vụ", "1",
     "Công văn số 715/SNV-KHTC ngày 02/02/2025"],
    ["2", "Nghị quyết quy định chính sách khi Luật Tố cáo được ban hành", "Thanh tra tỉnh", "", ""],
    ["3", "Nghị quyết về hỗ trợ (thay thế Nghị quyết số 32/2019/NQ-HĐND ngày 26/7/2019 của HĐND tỉnh An Giang)", "", "",
     "Công văn số 814/SNV-LĐVL ngày 06/02/2025"],
    ["4", "Quyết định số 5/2020/QĐ-UBND thay thế Quyết định số 4/2010/QĐ-UBND", "", "", ""],
]  # fmt: skip
CRAWL = {
    "so_hieu": "12/KH-SNV",
    "content": "UBND TỈNH AN GIANG\nSỞ NỘI VỤ\nSố: 12/KH-SNV\nAn Giang, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\n"
    "Thực hiện Nghị quyết số 18-NQ/TW\n",
}


def _read(path: Path) -> dict[str, Extraction]:
    found = {}
    for outcome in run(jobs([path]), workers=1):
        assert outcome.error is None, outcome.error
        if outcome.extraction is not None and outcome.source is not None:
            found[outcome.name.rpartition("#")[2]] = outcome.extraction
            for mention in outcome.extraction.mentions:
                assert outcome.source.text[mention.start : mention.end] == mention.text
    return found


def _edges(found: dict[str, Extraction]) -> list[tuple[str, str, str]]:
    edges = []
    for extraction in found.values():
        codes = {d.id: d.code or d.name or d.id for d in extraction.documents}
        edges += [(codes[r.subject], r.predicate, codes[r.object]) for r in extraction.relations
                  if r.predicate != "issued_by"]  # fmt: skip
    return edges


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_no_relation_leaves_its_row(delimiter: str, encoding: str, tmp_path: Path) -> None:
    import csv

    path = tmp_path / "theo-doi.csv"
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(TRACKED)
    found = _read(path)
    assert sorted(found) == ["1", "2", "3", "4"]
    assert _edges(found) == [("5/2020/QĐ-UBND", "replaces", "4/2010/QĐ-UBND")]
    assert {d.code for d in found["1"].documents} == {"41/2022/NQ-HĐND", "715/SNV-KHTC"}
    assert {d.title for d in found["1"].documents} == {"quy định mức chi", None}
    assert not any(d.is_source for extraction in found.values() for d in extraction.documents)


def test_every_sheet_of_a_workbook(tmp_path: Path) -> None:
    xlsx = pytest.importorskip("openpyxl")
    pytest.importorskip("python_calamine")
    book = xlsx.Workbook()
    first = book.active
    first.title = "NQ"
    first.append(["SỔ THEO DÕI VĂN BẢN NĂM 2025"])
    first.merge_cells("A1:E1")
    for line in TRACKED:
        first.append([cell or None for cell in line])
    second = book.create_sheet("QĐ")
    second.append(["STT", "Số, ký hiệu", "Ngày ban hành", "Trích yếu"])
    second.append([1, "45/2016/QĐ-UBND", datetime.date(2016, 8, 15), "Ban hành Quy định quản lý vỉa hè"])
    hidden = book.create_sheet("Nháp")
    hidden.append(["Số, ký hiệu", "Trích yếu"])
    hidden.append(["9/QĐ-UBND", "bản nháp"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "so.xlsx")
    found = _read(tmp_path / "so.xlsx")
    assert sorted(found) == ["NQ!3", "NQ!4", "NQ!5", "NQ!6", "QĐ!2"]
    assert _edges(found) == [("5/2020/QĐ-UBND", "replaces", "4/2010/QĐ-UBND")]
    own = found["QĐ!2"].documents[0]
    assert (own.code, own.date, own.title) == ("45/2016/QĐ-UBND", "2016-08-15", "Ban hành Quy định quản lý vỉa hè")


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        ([CRAWL, CRAWL], 2),
        ({"data": [CRAWL, CRAWL], "total": 2}, 2),
        ({"result": {"items": [CRAWL]}}, 1),
        (CRAWL, 1),
    ],
)
@pytest.mark.parametrize("style", [{}, {"ensure_ascii": False}, {"indent": 1}, {"indent": 4, "ensure_ascii": False}])
def test_json_as_crawlers_write_it(value: Any, rows: int, style: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "tap.json"
    path.write_text(json.dumps(value, **style), encoding="utf-8")
    found = _read(path)
    assert len(found) == rows
    for extraction in found.values():
        own = extraction.documents[0]
        assert (own.code, own.date, own.issuer, own.place) == ("12/KH-SNV", "2024-03-05", "Sở Nội vụ", "An Giang")
        assert ("12/KH-SNV", "implements", "18-NQ/TW") in _edges({"": extraction})


def test_rows_of_other_formats_are_entries_too(tmp_path: Path) -> None:
    rows = [{"so_hieu": "5/KH-UBND", "ngay": "03/02/2024", "trich_yeu": "về cải cách", "relations": {}}]
    (tmp_path / "a.jsonl").write_text(json.dumps(rows[0]) + "\n", encoding="utf-8")
    paths = [tmp_path / "a.jsonl"]
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        pass
    else:
        plain = [{key: value for key, value in row.items() if key != "relations"} for row in rows]
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(plain), tmp_path / "a.parquet")
        paths.append(tmp_path / "a.parquet")
    for path in paths:
        (found,) = _read(path).values()
        assert (found.documents[0].code, found.documents[0].date) == ("5/KH-UBND", "2024-02-03")


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("a,b,c\n1,2,3\n4,5,6\n", ","),
        ("Số, ký hiệu;Trích yếu\n5/KH-UBND;về a, b\n", ";"),
        ('Sổ văn bản,,\nSố ký hiệu,Ngày,Trích yếu\n5/KH-UBND,03/02/2024,"a\nb"\n', ","),
        ("Căn cứ Luật A, Luật B, Luật C;\nCăn cứ Nghị định D, E, F;\nXét đề nghị của G, H, I,\n", None),
        ("Kính gửi: các sở, ban, ngành;\n", None),
        ("Các phần: số, ký hiệu; địa danh; ngày, tháng; trích yếu\nVăn bản khác thì không có.\n", None),
        ("", None),
    ],
)
def test_prose_is_no_table(text: str, sign: str | None) -> None:
    assert delimiter_of(text) == sign


PAPERS = (
    "Nghị định số 110/2004/NĐ-CP",
    "Luật Đất đai số 31/2024/QH15",
    "Nghị quyết số 18-NQ/TW",
    "Thông tư 05/2021/TT-BNV",
)
SAID = (
    "Căn cứ {}{s} {}{s} {}",
    "Theo {}{s} các sở, ngành{s} {}",
    "{}{s} {}{s} {}",
    "Giao Sở Nội vụ{s} Sở Tài chính{s} các huyện",
    "Kinh phí{s} nhân lực{s} thời gian",
    "Thực hiện {}{s} bãi bỏ {}{s} thay thế {}{s} sửa đổi {}",
)
NAMES = (("Tên", "Nơi lưu", "Người giữ"), ("a", "b", "c"), ("Việc cần làm", "Đơn vị", "Hạn", "Ghi chú"))


@pytest.mark.parametrize("end", [".", ";", ",", ""])
@pytest.mark.parametrize("sign", [";", ","])
@pytest.mark.parametrize("said", SAID)
def test_lines_with_as_many_signs_by_chance_are_prose(said: str, sign: str, end: str) -> None:
    """Paragraphs of a draft, three and twelve of them; "" only where a number stands in the line."""
    if not end and "{}" not in said:
        pytest.skip("heads could be written so")
    for count in (3, 12):
        lines = [said.format(*(PAPERS[(n + m) % 4] for m in range(4)), s=sign) + end for n in range(count)]
        assert delimiter_of("\n".join(lines) + "\n") is None, lines[0]


@pytest.mark.parametrize("blank", ["", " "])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("heads", NAMES)
def test_tables_under_heads_that_nobody_knows_stay_tables(heads: tuple[str, ...], sign: str, blank: str) -> None:
    """Also with a blank behind each sign, citations in the cells, an empty last column."""
    for last in ("Đã xong.", "", "(không)"):
        rows = [heads, *((PAPERS[n % 4], *(f"Sở {n}" for _ in heads[2:]), last) for n in range(6))]
        text = "".join((sign + blank).join(row) + "\n" for row in rows)
        assert delimiter_of(text) == sign, text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (1.0, "1"), (12.5, "12.5"), ("01", "01"), (None, ""), (True, "1"),
        (datetime.date(2016, 8, 5), "05/08/2016"), (datetime.datetime(2016, 8, 5), "05/08/2016"),
        (datetime.datetime(2016, 8, 5, 7, 30), "05/08/2016 07:30"),
    ],
)  # fmt: skip
def test_a_cell_as_people_read_it(value: object, shown: str) -> None:
    assert cell_text(value) == shown


def test_heads_below_titles_and_groups_between_rows() -> None:
    heads = ["STT", "Số, ký hiệu", "Trích yếu"]
    lines = [
        ["SỔ VĂN BẢN", "", ""], ["", "", ""], heads, ["(1)", "(2)", "(3)"], ["I. Tài chính", "", ""],
        ["1", "5/KH-UBND", "a"], heads, ["2", "6/KH-UBND", "b"],
    ]  # fmt: skip
    rows = list(rows_of(lines))
    assert [(row.number, row.cells["Số, ký hiệu"]) for row in rows] == [(6, "5/KH-UBND"), (8, "6/KH-UBND")]
    assert {row.caption for row in rows} == {"SỔ VĂN BẢN\nI. Tài chính"}


def test_a_broken_workbook_is_one_line(tmp_path: Path) -> None:
    pytest.importorskip("python_calamine")
    path = tmp_path / "x.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 600)
    (outcome, _) = run(jobs([path]), workers=1)
    assert outcome.error is not None and "\n" not in outcome.error


def test_a_text_column_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("mã,chữ,x\n1,Căn cứ Nghị định số 15/2020/NĐ-CP,\n2,b,\n3,c,\n", encoding="utf-8")
    texts = [item.text for item in read_each(path, Options(text_column="chữ")) if hasattr(item, "text")]
    assert texts == ["Căn cứ Nghị định số 15/2020/NĐ-CP", "b", "c"]


def test_the_beginning_tells_a_table_as_the_whole_would() -> None:
    from graph.reading import kinds

    rows = "Số,Ngày,Trích yếu\n" + "".join(f"{n}/QĐ-UBND,01/02/2020,Về việc\n" for n in range(1, 900))
    prose = "".join(f"{n}. Căn cứ Luật Đất đai{', Luật Nhà ở' * (n % 5)};\n" for n in range(1, 900))
    told = {"rows": rows, "prose": prose, "both": prose + rows, "quoted": rows.replace("Về việc", '"Về\nviệc"')}
    whole = {name: kinds.kind(text.encode()[:65_536]) for name, text in told.items()}
    assert whole == {"rows": "csv", "prose": "text", "both": "text", "quoted": "csv"}
    assert kinds.kind(rows.encode()[:400]) == kinds.kind(rows.replace("\n", "\r\n").encode()) == "csv"
    # more rows in their first lines than a beginning holds
    assert kinds.kind((rows + prose).encode()[:65_536]) == "csv"
