"""No export and no answer tells where the files of the builder lie."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

import graph
from graph.cli.app import invoke
from graph.export import FORMATS, export
from graph.export.places import public_names
from graph.identity.urn import slug
from graph.rdf import load, sparql

HOME = "mật-khẩu-của-nhà"  # a folder that nothing may name
TEXTS = {
    "a/một.txt": "Kế hoạch số 5/KH-UBND ngày 02/3/2020 thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017.\n",
    "b/hai.txt": "CÔNG VĂN\n\nVề việc báo cáo\n\n"
    "Thực hiện Thông tư 10 và Thông tư số 10/2020/TT-BTC, Thông tư số 10/2021/TT-BYT.\n",
    "b/một.txt": "Kế hoạch số 6/KH-UBND ngày 03/3/2020 thay thế Kế hoạch số 4/KH-UBND ngày 01/02/2019.\n",
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of texts that lie elsewhere, given by their absolute paths."""
    home = tmp_path_factory.mktemp("there") / HOME / "kho"
    for name, text in TEXTS.items():
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(text, encoding="utf-8")
    made = tmp_path_factory.mktemp("here") / "graph.db"
    assert invoke(["build", str(home / "a"), str(home / "b"), "-o", str(made), "-q"]) == 0
    return made


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_no_export_tells_where_files_lie(path: Path, format: str) -> None:
    if FORMATS[format].extra:
        pytest.importorskip({"parquet": "pyarrow"}.get(FORMATS[format].extra or "", "sys"))
    out = io.BytesIO()
    with graph.open(path) as g, g.frozen():
        assert any(HOME in name for name in g.source_names())
        export(g, format, out)
    data = out.getvalue()
    if zipfile.is_zipfile(out):
        with zipfile.ZipFile(out) as packed:
            data = b"".join(packed.read(name) for name in packed.namelist())
    for told in (HOME.encode(), b"/kho/", HOME.encode("ascii", "xmlcharrefreplace"), slug(HOME).encode(), b".kho."):
        assert told not in data


def test_no_answer_tells_where_files_lie(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LUOCDO_CACHE", str(tmp_path))
    answer = sparql(path, "SELECT DISTINCT ?o WHERE { ?s ?p ?o }")
    assert answer.rows and HOME not in answer.data.decode()
    named = sparql(path, "SELECT ?name WHERE { ?s luocdo:sourceName ?name } ORDER BY ?name").rows
    assert named == [("a/một.txt",), ("b/hai.txt",), ("b/một.txt",)]


def test_what_was_published_is_read_back_without_loss(path: Path, tmp_path: Path) -> None:
    first, again = io.BytesIO(), io.BytesIO()
    with graph.open(path) as g, g.frozen():
        export(g, "turtle", first)
    (tmp_path / "a.ttl").write_bytes(first.getvalue())
    with graph.open(tmp_path / "again.db", create=True) as g:
        load(g, tmp_path / "a.ttl")
    with graph.open(tmp_path / "again.db") as g, g.frozen():
        export(g, "turtle", again)
    assert again.getvalue() == first.getvalue()


@pytest.mark.parametrize(
    ("names", "published"),
    [
        (["a.txt", "b/c.txt"], {}),
        (["https://example.org/a", "sổ.xlsx#3"], {}),
        (["/srv/x/a/1.txt", "/srv/x/b/1.txt"], {"/srv/x/a/1.txt": "a/1.txt", "/srv/x/b/1.txt": "b/1.txt"}),
        (["/srv/x/1.txt"], {"/srv/x/1.txt": "1.txt"}),
        (["/1.txt"], {"/1.txt": "1.txt"}),
        (["/srv/x/1.txt", "/var/y/1.txt"], {"/srv/x/1.txt": "1.txt", "/var/y/1.txt": "2/1.txt"}),
        (["/srv/x/1.txt", "1.txt"], {"/srv/x/1.txt": "2/1.txt"}),
        (["../../srv/x/1.txt", "../../srv/x/y/1.txt"],
         {"../../srv/x/1.txt": "1.txt", "../../srv/x/y/1.txt": "y/1.txt"}),
        (["../a/1.txt", "../b/1.txt"], {"../a/1.txt": "1.txt", "../b/1.txt": "2/1.txt"}),
        (["C:\\Users\\x\\a.doc", "C:\\Users\\x\\b\\a.doc"],
         {"C:\\Users\\x\\a.doc": "a.doc", "C:\\Users\\x\\b\\a.doc": "b/a.doc"}),
        (["/srv/x/kho.zip#tệp/1.txt"], {"/srv/x/kho.zip#tệp/1.txt": "1.txt"}),
    ],
)  # fmt: skip
def test_names_that_are_published(names: list[str], published: dict[str, str]) -> None:
    assert public_names(names) == published
    assert public_names(reversed(names)) == published
    assert len({published.get(name, name) for name in names}) == len(names)
