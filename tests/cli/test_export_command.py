"""``luocdo export`` of code lists and of a text as Akoma Ntoso."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from cli_samples import one_line

Command = Callable[..., tuple[int, str, str]]


def test_code_lists_need_no_graph(luocdo: Command, tmp_path: Path) -> None:
    code, out, err = luocdo("export", "--code-lists", "-f", "ttl")
    assert (code, err) == (0, "") and "skos:ConceptScheme" in out
    code, out, err = luocdo("export", "--code-lists", "-o", "codes.rdf", "--base", "https://example.org/")
    assert (code, out, err) == (0, "", "")
    assert b"https://example.org/id/place/" in (tmp_path / "codes.rdf").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--code-lists", "-f", "csv"), "RDF"),
        (("--code-lists", "18-NQ/TW"), "--code-lists"),
        (("--code-lists", "--profile", "eli"), "--profile"),
        (("--code-lists", "--base", "nowhere"), "IRI gốc"),
        (("-f", "akn"), "hãy nêu văn bản"),
        (("83/KH-UBND", "-f", "akn"), "chưa có toàn văn"),
        (("18-NQ/TW", "-f", "akn", "--rdf12"), "--rdf12"),
        (("18-NQ/TW", "-o", "a.akn", "--to", "http://localhost/"), "--to"),
    ],
)
def test_what_code_lists_and_akoma_ntoso_refuse(
    luocdo: Command, graph_file: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = luocdo("export", *arguments, "-g", str(graph_file))
    assert (code, out) == (2, "") and said in one_line(err)
    assert not Path("a.akn").exists()


def test_a_loaded_text_as_akoma_ntoso(luocdo: Command, tmp_path: Path) -> None:
    (tmp_path / "q.txt").write_text(
        "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI\nSố: 83/KH-UBND\nQuảng Ngãi, ngày 04 tháng 6 năm 2018\n\nKẾ HOẠCH\n"
        "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương\n\nI. MỤC ĐÍCH\n1. Việc.\n",
        encoding="utf-8",
    )
    assert luocdo("build", "q.txt", "-o", "graph.db")[0] == 0
    code, out, err = luocdo("export", "83/KH-UBND", "-o", "plan.akn")
    assert (code, out, err) == (0, "", "")
    data = (tmp_path / "plan.akn").read_text(encoding="utf-8")
    assert '<section eId="sec_I">' in data and "18-nq-tw" in data
    assert luocdo("export", "83/KH-UBND", "-f", "akn")[1] == data
    code, _, err = luocdo("export", "83/KH-UBND", "-f", "akn", "-o", "q.txt")
    assert code == 2 and "tệp đầu vào" in one_line(err)


def test_addresses_of_the_data_and_of_the_context(luocdo: Command, graph_file: Path) -> None:
    at = ("-g", str(graph_file))
    dump, context = "https://example.org/graph.jsonld", "https://example.org/context.jsonld"
    code, out, err = luocdo("export", "-f", "jsonld", "--dump", dump, "--context", context, *at)
    assert (code, err) == (0, "") and out.startswith(f'{{"@context":"{context}"') and '"downloadURL":"' + dump in out
    assert dump in luocdo("export", "--code-lists", "-f", "nt", "--dump", dump)[1]
    dumped = ("--dump", dump)
    for wrong in (("--dump", "here"), ("--context", context), ("-f", "csv", *dumped), ("-f", "akn", *dumped)):
        code, out, err = luocdo("export", *wrong, *at)
        assert (code, out) == (2, ""), wrong
        one_line(err)
