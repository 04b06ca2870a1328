"""The file of corrections: read as Excel writes it, written as it was found."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graph.corrections import append, read
from graph.corrections.rows import Correction, Unclear, meaning, read_row
from graph.errors import LuocdoError
from graph.model import PREDICATES

HEADS = ["việc", "văn bản", "nội dung", "giá trị", "người sửa", "lý do"]
ROW = ["sửa", "83/KH-UBND", "ngày", "05/6/2018", "Nguyễn Thị Ánh", 'dòng "một"; dòng\nhai, ba']
NEW = {
    "action": "bác",
    "document": "1/QĐ-X; a",
    "what": "thay thế",
    "value": "2/QĐ-X",
    "who": "Bình",
    "why": 'vì "thế"',
}


def written(encoding: str, sign: str, end: str, quoting: int, *, head: list[str] | None = None) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=sign, lineterminator=end, quoting=quoting).writerows([head or HEADS, ROW])  # type: ignore[arg-type]
    return out.getvalue().encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
def test_what_excel_writes_survives(tmp_path: Path, encoding: str, sign: str, end: str, quoting: int) -> None:
    file = tmp_path / "corrections.csv"
    before = written(encoding, sign, end, quoting)
    file.write_bytes(before)
    assert append(file, NEW) == 3
    data = file.read_bytes()
    assert data.startswith(before)
    assert data[len(before) :].count(b"\xff\xfe") == 0
    table = read(file)
    assert table.wrong == {}
    assert table.rows[2] == Correction("set", "83/KH-UBND", "date", "2018-06-05", ROW[4], 'dòng "một"; dòng hai, ba')
    assert table.rows[3] == Correction("deny", "1/QĐ-X; a", "replaces", "2/QĐ-X", "Bình", 'vì "thế"')
    rows = list(csv.reader(io.StringIO(data.decode(encoding).removeprefix("\ufeff"), newline=""), delimiter=sign))
    assert rows[1] == ROW


def test_a_new_file_opens_in_excel(tmp_path: Path) -> None:
    file = tmp_path / "corrections.csv"
    assert append(file, NEW) == 2
    assert file.read_bytes().startswith("\ufeffviệc;văn bản;".encode())
    assert read(file).rows[2].document == "1/QĐ-X; a"


def test_columns_in_another_order_more_columns_and_titles_above(tmp_path: Path) -> None:
    file = tmp_path / "sua.csv"
    file.write_text(
        "sep=;\nBẢNG ĐÍNH CHÍNH;;;;\nSTT;Giá trị đúng;Việc;Ghi chú;Văn bản;Nội dung\n1;2020;sửa;x;1/QĐ-X;ngày ký\n"
        "# ghi chú\n;;;;;\n2;2021;sửa;y;2/QĐ-X;ngày ký",
        encoding="utf-8",
    )
    assert {n: (c.document, c.value) for n, c in read(file).rows.items()} == {
        4: ("1/QĐ-X", "2020"),
        7: ("2/QĐ-X", "2021"),
    }
    with pytest.raises(LuocdoError, match="không có cột"):
        append(file, NEW)
    assert append(file, {key: value for key, value in NEW.items() if key not in ("who", "why")}) == 8
    assert read(file).rows[8].value == "2/QĐ-X"


@pytest.mark.parametrize("content", [b"", b"a;b;c\n1;2;3\n", b"\x00\x01\x02", b"PK\x03\x04"])
def test_what_is_no_such_file_is_an_error(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "corrections.csv"
    file.write_bytes(content)
    with pytest.raises(LuocdoError):
        read(file)


@pytest.mark.parametrize(
    ("cells", "right"),
    [
        ("xác nhận|A|thay thế|B", Correction("confirm", "A", "replaces", "B")),
        ("XAC NHAN|A|replaces|B", Correction("confirm", "A", "replaces", "B")),
        ("không phải|A|sửa đổi, bổ sung|B", Correction("deny", "A", "amends", "B")),
        ("thêm|A|hướng dẫn|B", Correction("add", "A", "guides", "B")),
        ("add|A|based_on|B", Correction("add", "A", "based_on", "B")),
        ("thêm|A|ngày ban hành|1/2/2020", Correction("set", "A", "date", "2020-02-01")),
        ("xác nhận|A|ngày|02/2020", Correction("set", "A", "date", "2020-02")),
        ("sửa|A|ngày|năm 2020", Correction("set", "A", "date", "2020")),
        ("sửa|A|loại|QĐ", Correction("set", "A", "type", "Quyết định")),
        ("sửa|A|số ký hiệu|12 / NQ - HĐND", Correction("set", "A", "code", "12/NQ-HĐND")),
        ("sửa|A|hiệu lực|Hết hiệu lực từ ngày 1/2/2020", Correction("set", "A", "force", "ended 2020-02-01")),
        ("bác|A|hiệu lực|hết hiệu lực", Correction("deny", "A", "force", "ended")),
        ("gộp|A||B", Correction("merge", "A", "", "B")),
        ("tách|A|cái gì đó|vao/1.txt", Correction("split", "A", "", "vao/1.txt")),
        ("bác|A|hiệu lực|B", None),
        ("sửa|A|thay thế|B", None),
        ("thêm|A||B", None),
        ("thêm|A|thay thế|", None),
        ("|A|thay thế|B", None),
        ("sửa|A|ngày|31/02/2020", None),
        ("sửa|A|loại|Tờ rơi", None),
        ("sửa|A|số|không số", None),
    ],
)
def test_rows(cells: str, right: Correction | None) -> None:
    given = dict(zip(("action", "document", "what", "value"), cells.split("|"), strict=True))
    if right is None:
        with pytest.raises(Unclear):
            read_row(given)
    else:
        assert read_row(given) == right


@pytest.mark.parametrize(
    "words",
    ["5-Jun-18", "5-Jun-2018", "05-06-2018", "05.06.2018", "2018/06/05", "2018-06-05 00:00:00", "43256", "20180605",
     "05/06/2018 00:00", "05/06/2018 00:00:00", "5/6/2018 12:00:00 SA", "5/6/18", "ngày 5 tháng 6 năm 2018"],
)  # fmt: skip
def test_days_as_spreadsheets_give_them_back(words: str) -> None:
    row = {"action": "sửa", "document": "A", "what": "ngày ban hành", "value": words}
    assert read_row(row).value == "2018-06-05"
    assert read_row({**row, "what": "hiệu lực", "value": f"hết hiệu lực từ {words}"}).value == "ended 2018-06-05"


@pytest.mark.parametrize("words", ["6/25/2018", "31/02/2018", "5/6/2018 và 7/6/2018", "5/2018/6", "12345", "Jun-18"])
def test_what_is_no_day_is_told(words: str) -> None:
    with pytest.raises(Unclear):
        read_row({"action": "sửa", "document": "A", "what": "ngày có hiệu lực", "value": words})


def test_every_predicate_has_words() -> None:
    for predicate in PREDICATES:
        assert (meaning("predicate", predicate) == predicate) == (predicate != "issued_by")
