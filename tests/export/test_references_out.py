"""RIS and CSL-JSON: what reference managers read; and CSV that is what its name says."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from graph_samples import REPORT, a_graph

from graph.cli import run
from graph.errors import LuocdoError
from graph.export import export, format_of, write_file
from graph.model import Document, Snapshot

LAW = Document("a", "Luật", "31/2024/QH15", "Luật Đất đai", "2024-01-18", "Quốc hội", term="XV")
DECREE = Document("b", "Nghị định", "30/2020/NĐ-CP", None, "2020-03-05", "Chính phủ", title="Về công tác\nvăn thư")
RULES = Document("c", "Quyết định", "12/2024/QĐ-UBND", None, "2024", "Ủy ban nhân dân tỉnh", "Quảng Ngãi")
ORDER = Document("d", "Quyết định", "99/QĐ-UBND", None, "2024-03", "Ủy ban nhân dân tỉnh", "Quảng Ngãi")
DRAFT = Document("e", "Dự thảo Nghị định", None, "Dự thảo Nghị định về văn thư")
EVIL = Document("f", "Báo cáo", "1/BC-X", None, "2020-01-01", "X\r\nER  - \r\nTY  - BOOK", title='"}]\x00\ud800\u2028')
PART = Document("g", "Kế hoạch", "83/KH", provisional=True)
VIEW = Snapshot((LAW, DECREE, RULES, ORDER, DRAFT, EVIL, PART))
# csl-data.json of CSL 1.0.2, as far as it is used here
STRINGS = {
    "id",
    "type",
    "title",
    "title-short",
    "genre",
    "number",
    "authority",
    "jurisdiction",
    "publisher-place",
    "language",
}
TYPES = {"bill", "legislation", "report"}


def written(format: str, **options: Any) -> bytes:
    out = io.BytesIO()
    export(VIEW, format, out, **options)
    return out.getvalue()


def records() -> list[dict[str, str]]:
    text = written("ris").decode("utf-8")
    assert text.count("\r\n") == text.count("\n")
    found: list[dict[str, str]] = []
    for line in text.split("\r\n"):
        if not line:
            continue
        tag, value = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line).groups()  # type: ignore[union-attr]
        if tag == "TY":
            found.append({})
        found[-1][tag] = value
    return found


def test_ris() -> None:
    law, decree, rules, order, draft, evil = records()
    assert law == {
        "TY": "STAT", "ID": "a", "TI": "Luật Đất đai", "AU": "Quốc hội", "PY": "2024", "DA": "2024/01/18/",
        "M1": "31/2024/QH15", "N1": "Khóa XV", "LA": "vi", "AN": "a", "ER": "",
    }  # fmt: skip
    assert (decree["TY"], decree["TI"]) == ("STAT", "Nghị định 30/2020/NĐ-CP về công tác văn thư")
    assert (rules["TY"], rules["DA"], rules["M1"]) == ("STAT", "2024///", "12/2024/QĐ-UBND")
    assert (order["TY"], order["DA"], order["SN"]) == ("GOVDOC", "2024/03//", "99/QĐ-UBND")
    assert order["AU"] == order["PB"] == "Ủy ban nhân dân tỉnh Quảng Ngãi" and order["M3"] == "Quyết định"
    assert draft["TY"] == "BILL" and draft["TI"] == "Dự thảo Nghị định về văn thư"
    assert evil["AU"] == "X ER - TY - BOOK" and all(next(iter(r)) == "TY" and list(r)[-1] == "ER" for r in records())


def test_csl() -> None:
    items = json.loads(written("csl"))
    assert [item["id"] for item in items] == list("abcdef")
    assert [item["type"] for item in items] == ["legislation", "legislation", "legislation", "report", "bill", "report"]
    for item in items:
        assert set(item) <= STRINGS | {"author", "issued"} and item["type"] in TYPES
        assert all(isinstance(item[key], str) and item[key] for key in STRINGS & set(item))
        assert all(set(name) == {"literal"} for name in item.get("author", []))
    assert items[0]["issued"] == {"date-parts": [[2024, 1, 18]]} and items[2]["issued"] == {"date-parts": [[2024]]}
    assert (items[0]["number"], items[0]["authority"], items[0]["jurisdiction"]) == ("31/2024/QH15", "Quốc hội", "vn")
    assert items[3]["author"] == [{"literal": "Ủy ban nhân dân tỉnh Quảng Ngãi"}]
    out = io.BytesIO()
    export(Snapshot(), "csl", out)
    assert json.loads(out.getvalue()) == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("x.ris", "ris"),
        ("X.CSL.JSON", "csl"),
        ("a.csljson", "csl"),
        ("x.csv", "csv"),
        ("x.zip", "csv"),
        ("x.ttl", "turtle"),
    ],
)
def test_names_tell_the_format(path: str, name: str) -> None:
    assert format_of(None, path).name == name


@pytest.mark.parametrize(
    ("name", "first"),
    [("x.csv", "subject"), ("documents.csv", "id"), ("Issuers.csv", "id"), ("relations.csv", "subject")],
)
def test_csv_is_what_its_name_says(tmp_path: Path, name: str, first: str) -> None:
    write_file(VIEW, tmp_path / name)
    data = (tmp_path / name).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert next(csv.reader(io.StringIO(data.decode("utf-8-sig"))))[0] == first


def test_tables_are_asked_for_by_name() -> None:
    assert len(list(csv.DictReader(io.StringIO(written("csv", table="documents").decode("utf-8-sig"))))) == 7
    assert zipfile.ZipFile(io.BytesIO(written("csv"))).read("documents.csv") == written("csv", table="documents")
    for format, table in (("csv", "x"), ("turtle", "documents"), ("ris", "documents")):
        with pytest.raises(LuocdoError):
            written(format, table=table)


def test_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LUOCDO_GRAPH", raising=False)
    a_graph(tmp_path / "graph.db", [REPORT]).close()
    assert run(["export", "-o", "x.csv"]) == 0
    assert "x.csv: bảng relations (bảng khác: --table documents, issuers" in capsys.readouterr().err
    assert run(["export", "-f", "csv", "-o", "x.csv", "--table", "documents"]) == 0
    assert Path("x.csv").read_bytes()[3:7] == b'"id"' and capsys.readouterr().err == ""
    assert run(["export", "-f", "csv", "-o", "tables/"]) == 0
    assert sorted(p.name for p in Path("tables").iterdir()) == ["documents.csv", "issuers.csv", "relations.csv"]
    assert run(["export", "-o", "x.zip"]) == 0 and len(zipfile.ZipFile("x.zip").namelist()) == 3
    assert run(["export", "1127/KH-SCT", "--hops", "0", "-o", "one.csl.json"]) == 0
    assert [item["number"] for item in json.loads(Path("one.csl.json").read_text())] == ["1127/KH-SCT"]
    assert run(["export", "-f", "csv", "--table", "x"]) == 2
    Path("file").touch()
    assert run(["export", "-f", "csv", "-o", "file/"]) == 2
