"""Where a statement stands, what changed what, and why nothing was found, as the command prints them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from graph import labels

Command = Callable[..., tuple[int, str, str]]


def rows(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


LAW_TEXT = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI

Số: 12/2024/QĐ-UBND
Quảng Ngãi, ngày 15 tháng 3 năm 2024

QUYẾT ĐỊNH
Bãi bỏ một số văn bản

QUYẾT ĐỊNH:

Điều 1. Phạm vi
Quyết định này quy định việc bãi bỏ văn bản.

Điều 2. Bãi bỏ
1. Bãi bỏ khoản 2 Điều 3 Quyết định số 45/2018/QĐ-UBND ngày 02 tháng 8 năm 2018 của Ủy ban nhân dân tỉnh.
2. Hồ sơ thực hiện theo Quyết định số 77/2020/QĐ-UBND.

Điều 3. Hiệu lực
Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2024.
"""


@pytest.fixture
def law_file(tmp_path: Path) -> Path:
    path = tmp_path / "law.txt"
    path.write_text(LAW_TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_changes_fit_a_narrow_terminal(
    luocdo: Command, law_file: Path, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    luocdo("build", str(law_file))
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = luocdo("changes", "45/2018/QĐ-UBND", "--lang", lang)
    assert code == 0
    assert max(map(len, out.splitlines())) <= 80
    words = " ".join(line[15:46].strip() for line in out.splitlines()[2:])
    if lang == "vi":
        assert "Điều 2 khoản 1 Quyết định" in words and "→ bãi bỏ" in words and "khoản 2 Điều 3 Quyết định" in words
    assert "15/03/2024" in out and "01/04/2024" in out


def test_changes_as_data(luocdo: Command, law_file: Path) -> None:
    luocdo("build", str(law_file))
    (row,) = rows(luocdo("changes", "12/2024/QĐ-UBND", "-f", "jsonl")[1])
    assert (row["role"], row["date"], row["in_force"]) == ("affecting", "2024-03-15", "2024-04-01")
    assert (row["provision"], row["action"], row["predicate"]) == ("khoản 1, điều 2", "repeals", "amends")
    assert (row["affected"]["code"], row["pinpoint"], row["partial"]) == ("45/2018/QĐ-UBND", "khoản 2, điều 3", True)
    assert LAW_TEXT[row["start"] : row["end"]] == row["text"]
    assert rows(luocdo("changes", "45/2018/QĐ-UBND", "-f", "jsonl")[1]) == [{**row, "role": "affected"}]
    (line,) = csv.DictReader(io.StringIO(luocdo("changes", "45/2018/QĐ-UBND", "-f", "csv", "--lang", "en")[1]))
    assert line["provision"] == "Article 2, clause 1" and line["predicate"] == "repeals"
    assert line["pinpoint"] == "Article 3, clause 2" and line["first_day"] == "2024-04-01"
    code, out, err = luocdo("changes", "77/2020/QĐ-UBND")
    assert (code, out) == (1, "") and err == "luocdo: không thấy thay đổi nào\n"


def test_the_provision_stands_beside_the_evidence(luocdo: Command, law_file: Path) -> None:
    luocdo("build", str(law_file))
    assert "Điều 2 khoản 1: “Bãi bỏ khoản 2 Điều 3" in luocdo("show", "12/2024/QĐ-UBND")[1]
    assert "Article 2, clause 1: “Bãi bỏ khoản 2 Điều 3" in luocdo("show", "12/2024/QĐ-UBND", "--lang", "en")[1]
    (line,) = csv.DictReader(io.StringIO(luocdo("query", "amends", "-f", "csv")[1]))
    assert line["provision"] == "Điều 2 khoản 1"
    (line,) = csv.DictReader(io.StringIO(luocdo("query", "amends", "45/2018/QĐ-UBND", "-f", "csv")[1]))
    assert line["provision"] == "Điều 2 khoản 1"
    (pair,) = rows(luocdo("query", "amends", "-f", "jsonl")[1])
    assert pair["provision"] == "khoản 1, điều 2"
    (found,) = rows(luocdo("extract", str(law_file))[1])
    assert [m["provision"] for m in found["mentions"] if m["text"].startswith("Quyết định số")] == [
        "khoản 1, điều 2",
        "khoản 2, điều 2",
    ]
    first = luocdo("extract", str(law_file), "-f", "csv")[1].splitlines()
    assert first[0].endswith(",provision") and first[1].endswith(",Điều 2 khoản 1")


@pytest.mark.parametrize(("lang", "said"), [("vi", "→ dừng ở “theo” ("), ("en", "→ stopped by “theo” at ")])
def test_extract_explains_why_nothing_was_found(luocdo: Command, law_file: Path, lang: str, said: str) -> None:
    out = luocdo("extract", "--explain", str(law_file), "--lang", lang)[1]
    lines = out[out.index(labels.mark("unreached", lang)) :].splitlines()
    at = LAW_TEXT.index("Quyết định số 77/2020")
    place = {"vi": "Điều 2 khoản 2", "en": "Article 2, clause 2"}[lang]
    assert lines[1].startswith(f"  {at}-{at + 29} {place}: ")
    assert lines[1].endswith("CUE/TITLE thực hiện · STOP theo · DOC Quyết định số 77/2020/QĐ-UBND")
    assert lines[2].strip().startswith(said + str(LAW_TEXT.index("theo Quyết định số 77/2020")))
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("lang", "said"), [("vi", "khoản 2 Điều 3 Quyết định"), ("en", "Article 3, clause 2 of Decision")]
)
def test_history_tells_what_happened_when(luocdo: Command, law_file: Path, lang: str, said: str) -> None:
    luocdo("build", str(law_file))
    code, out, err = luocdo("history", "45/2018/QĐ-UBND", "--lang", lang)
    assert (code, err) == (0, "")
    assert said in " ".join(out.split()) and "01/04/2024" in out and "(15/03/2024)" in out
    issued, repealed = rows(luocdo("history", "45/2018/QĐ-UBND", "-f", "jsonl")[1])
    assert (issued["day"], issued["kind"], issued["by"]) == ("2018-08-02", "issued", None)
    assert (repealed["day"], repealed["kind"], repealed["by"]["code"]) == ("2024-04-01", "repeals", "12/2024/QĐ-UBND")
    assert [r["kind"] for r in rows(luocdo("history", "45/2018/QĐ-UBND", "-f", "jsonl", "--at", "31/3/2024")[1])] == [
        "issued"
    ]
    code, out, err = luocdo("history", "77/2020/QĐ-UBND")
    assert (code, out) == (1, "") and err == "luocdo: không rõ ngày nào của văn bản này\n"
