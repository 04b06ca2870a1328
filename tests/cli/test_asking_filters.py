"""Asking as people ask: filters on questions and searches, what rests on a document only as its basis, short tables."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from graph_samples import KH83, KH125, NQ18, QD32, REPORT, a_graph, text
from hypothesis import given
from hypothesis import strategies as st

from graph import labels
from graph.cli.brief import Told, base, short
from graph.model import Evidence

Command = Callable[..., tuple[int, str, str]]
NQ124 = {"code": "124/NQ-CP", "type": "Nghị quyết", "date": "2020-09-03", "issuer": "Chính phủ"}


@pytest.fixture
def luocdo(luocdo: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """The command in a folder with a graph."""
    monkeypatch.delenv("COLUMNS")
    more = text(
        "dir/more", QD32, (KH83, "based_on", NQ18), (QD32, "based_on", NQ18), (QD32, "implements", NQ124),
        (KH125, "based_on", NQ124),
    )  # fmt: skip
    a_graph(tmp_path / "graph.db", [REPORT, more]).close()
    return luocdo


def codes(out: str) -> list[Any]:
    return [row["document"]["code"] for row in json.loads(out)]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--issuer", "Quảng Ngãi"], ["125-KH/TU", "83/KH-UBND", "1127/KH-SCT"]),
        (["--issuer", "Sở Công Thương", "--issuer", "Tỉnh ủy"], ["125-KH/TU", "1127/KH-SCT"]),
        (["--from", "6/2018"], ["83/KH-UBND", "1127/KH-SCT"]),
        (["--until", "2018-05", "--type", "KH"], ["125-KH/TU"]),
        (["--from", "6/2018", "--limit", "1"], ["83/KH-UBND"]),
        (["--with-basis"], ["125-KH/TU", "83/KH-UBND", "1127/KH-SCT", "32/2020/QĐ-UBND"]),
        (["--with-basis", "--limit", "2", "--skip", "2"], ["1127/KH-SCT", "32/2020/QĐ-UBND"]),
    ],
)
def test_filters_on_a_question(luocdo: Command, options: list[str], found: list[str]) -> None:
    code, out, _ = luocdo("query", "implements", "18-NQ/TW", *options, "--format", "json")
    assert (code, codes(out)) == (0, found)


def test_what_rests_on_a_document_only_as_its_basis_is_counted(luocdo: Command) -> None:
    _, out, err = luocdo("query", "implements", "18-NQ/TW")
    assert "32/2020" not in out and err == "luocdo: 1 văn bản khác chỉ căn cứ văn bản này (--with-basis để liệt kê)\n"
    _, out, err = luocdo("query", "implements", "18-NQ/TW", "--with-basis")
    assert "32/2020" in out and labels.mark("basis") in out and err == ""
    code, out, err = luocdo("query", "implements", "18-NQ/TW", "--from", "2020")
    assert (code, out) == (1, "") and err.startswith("luocdo: 1 văn bản khác chỉ căn cứ văn bản này")
    assert luocdo("query", "replaces", "18-NQ/TW", "--with-basis")[0] == 2


def test_what_one_side_issued_for_the_other(luocdo: Command) -> None:
    asked = ("--issuer", "Quảng Ngãi", "--object-issuer", "Chính phủ", "--object-type", "NQ")
    _, out, err = luocdo("query", "implements", *asked, "-f", "csv")
    assert [line.split(",")[0] for line in out.splitlines()[1:]] == ["Quyết định 32/2020/QĐ-UBND"] and err == ""
    _, out, err = luocdo("query", "implements", *asked)
    assert "1 cặp khác chỉ căn cứ" in err
    _, out, _ = luocdo("query", "implements", *asked, "--with-basis", "-f", "jsonl")
    assert [json.loads(line)["predicate"] for line in out.splitlines()] == ["implements", "based_on"]
    code, _, err = luocdo("query", "implements", "18-NQ/TW", "--object-type", "NQ")
    assert code == 2 and "chỉ dùng khi không nêu DOC" in err


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--issuer", "Chính phủ"], ["124/NQ-CP"]),
        (["ke hoach", "--until", "4/2018"], ["125-KH/TU"]),
        (["--type", "KH", "--limit", "2"], ["1127/KH-SCT", "83/KH-UBND"]),  # the newest first
        (["--type", "QĐ", "--at", "2019-01-01"], ["40/2015/QĐ-UBND"]),
    ],
)
def test_filters_on_a_search(luocdo: Command, words: list[str], found: list[str]) -> None:
    code, out, _ = luocdo("find", *words, "-f", "json")
    assert (code, [d["code"] for d in json.loads(out)]) == (0, found)


def test_a_search_for_nothing_is_told(luocdo: Command) -> None:
    assert luocdo("find")[0] == 2 and luocdo("find", "--issuer", "zzz")[0] == 2


@pytest.mark.parametrize(
    "words",
    [
        ["query", "implements", "18-NQ/TW"], ["query", "implements"], ["show", "83/KH-UBND"], ["find", "quang ngai"],
        ["changes", "32/2020/QĐ-UBND"], ["history", "32/2020/QĐ-UBND"], ["path", "1127/KH-SCT", "18-NQ/TW"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_table_fits_eighty_columns_and_says_nothing_twice(luocdo: Command, words: list[str]) -> None:
    code, out, _ = luocdo(*words)
    assert code == 0
    if words[0] != "show":  # which is no table
        assert max(map(len, out.splitlines())) <= 80
    joined = " ".join(out.split())
    sentences = [part.split("”")[0] for part in joined.split("“")[1:]]
    assert len(sentences) == len(set(sentences))


def test_full_tells_everything(luocdo: Command) -> None:
    _, out, _ = luocdo("query", "based-on", "--full")
    assert out.count("[dir/more]") == 3
    _, out, _ = luocdo("query", "based-on")
    assert out.count("[more]") == 1
    assert "Ban hành bởi:" not in luocdo("show", "83/KH-UBND")[1]
    assert "Ban hành bởi:" in luocdo("show", "83/KH-UBND", "--full")[1]


LONG = (
    "Thực hiện chỉ đạo của cấp trên, Quyết định số 32/2020/QĐ-UBND ngày 24/11/2020 ban hành Quy chế quản lý, sử dụng "
    "kinh phí khuyến công và định mức chi cho các hoạt động khuyến công tại địa phương trên địa bàn tỉnh thay thế "
    "Quyết định 40/2015/QĐ-UBND ngày 18/8/2015 và có nhiều quy định khác nữa mà không ai cần đọc trong một bảng tóm tắt"
)


@pytest.mark.parametrize("numbers", [[], ["40/2015/QĐ-UBND"], ["32/2020/QĐ-UBND", "40/2015/QĐ-UBND"], ["1/KH-X", None]])
@pytest.mark.parametrize(
    "text", [LONG, LONG.replace(" ", "\n "), LONG.replace("QĐ-", "QĐ - ")], ids=["plain", "torn", "wide"]
)
def test_a_short_sentence_keeps_cue_and_numbers(text: str, numbers: list[str | None]) -> None:
    at = text.index("thay")
    cut = short(Evidence(100, 100 + len(text), text, "thay thế", 100 + at, 100 + at + 8), numbers)
    assert len(cut) < 200 and "thay thế" in cut
    for number in filter(None, numbers):
        if "KH-X" not in number:
            assert number in cut.replace(" - ", "-")
    for part in cut.split("…"):
        assert part.strip() in " ".join(text.split())  # whole words of the text


def test_short_sentences_stay_and_names_lose_their_folders() -> None:
    assert short(Evidence(0, 5, "a \n b")) == "a b"
    assert base("C:\\x\\y.docx") == base("a/b/y.docx") == "y.docx" and base(None) == ""
    told = Told("vi")
    one = Evidence(0, 1, "a thay thế b", source="x/y")
    assert told.lines([one]) == ("“a thay thế b”", "[y]") and told.lines([one]) == (labels.mark("as-above"),)
    assert told.lines([]) == ()
    told.lines([Evidence(0, 1, "c bãi bỏ d", source="z")])
    assert told.lines([one]) == ("“a thay thế b”", "[y]")  # "as above" would mean the other


@given(st.text(max_size=400), st.integers(-5, 400), st.integers(0, 30), st.lists(st.text(max_size=8), max_size=3))
def test_any_sentence_is_cut(text: str, at: int, length: int, numbers: list[str]) -> None:
    cue = text[max(0, at) : max(0, at) + length]
    cut = short(Evidence(7, 7 + len(text), text, cue, 7 + at, 7 + at + length), numbers)
    assert "\n" not in cut and len(cut) <= 420
