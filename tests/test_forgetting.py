"""Files that are gone leave the graph, which is then the graph that was built without them."""

from __future__ import annotations

import errno
import io
import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.cli import run
from graph.export import export
from graph.forgetting import _file_of
from graph.knowledge import open as open_graph

PLAN = (
    "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nSố: {n}/KH-UBND\nQuảng Ngãi, ngày {n} tháng 5 năm 2021\n\nKẾ HOẠCH\n"
    "Thực hiện Nghị quyết số {n}-NQ/TU ngày 01/4/2021\n\nThay thế Kế hoạch số {m}/KH-UBND ngày 02/3/2020.\n"
    "Kế hoạch này có hiệu lực từ ngày 01/6/2021. Căn cứ Nghị định số 00{n}/2019/NĐ-CP và Luật Đất đai.\n"
)
REGISTER = "số ký hiệu,ngày ban hành,trích yếu,cơ quan ban hành\n{0}/QĐ-UBND,20/07/2022,quy định về đất,UBND tỉnh\n"

Luocdo = Callable[..., tuple[int, str]]


@pytest.fixture
def luocdo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Luocdo:
    """Runs the command in a folder of its own: exit code and stderr."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LUOCDO_GRAPH", raising=False)

    def call(*arguments: str) -> tuple[int, str]:
        code = run([*arguments, "-j", "1"] if arguments[0] == "build" else list(arguments))
        err = capsys.readouterr().err
        assert "Traceback" not in err
        return code, err

    return call


def write(path: Path, number: int, old: int = 90) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PLAN.format(n=number, m=old), encoding="utf-8")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Three texts, an archive, a table of texts and a register."""
    folder = tmp_path / "vao"
    for number in (1, 2, 3):
        write(folder / f"{number}.txt", number, number - 1 or 90)
    with zipfile.ZipFile(folder / "goi.zip", "w") as archive:
        archive.writestr("a.txt", PLAN.format(n=11, m=1))
        archive.writestr("trong/b.txt", PLAN.format(n=12, m=2))
    rows = [json.dumps({"text": PLAN.format(n=n, m=3)}) for n in (21, 22)]
    (folder / "bang.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (folder / "danh-muc.csv").write_text(REGISTER.format(31), encoding="utf-8")
    return folder


def canonical(graph: Path) -> str:
    """Everything that is exported, and what people search."""
    exported = io.BytesIO()
    with open_graph(graph) as g:
        export(g, "nquads", exported)
        said = [[repr(x) for x in part] for part in (g.findings(), g.mentions(), g.effects(), g.statuses().items())]
        found = [d.id for words in ("ke hoach", "nghi quyet", "dat dai", "quyet dinh") for d in g.find(words, 100)]
        left = g._connection.execute("SELECT count(*) FROM claim WHERE own + cited = 0").fetchone()[0]
        holders = g._connection.execute("SELECT name FROM container WHERE reader <> 'place' ORDER BY 1").fetchall()
    assert left == 0
    return exported.getvalue().decode() + repr((said, found, holders))


def fresh(luocdo: Luocdo, tmp_path: Path, *paths: str) -> str:
    luocdo("build", *(paths or ("vao",)), "-o", "moi.db")
    found = canonical(tmp_path / "moi.db")
    (tmp_path / "moi.db").unlink()
    return found


@pytest.mark.parametrize("gone", ["1.txt", "2.txt", "goi.zip", "bang.jsonl", "danh-muc.csv"])
def test_a_deleted_file_leaves_no_trace(luocdo: Luocdo, tmp_path: Path, texts: Path, gone: str) -> None:
    assert luocdo("build", "vao")[0] == 0
    (texts / gone).unlink()
    code, err = luocdo("build", "vao")
    assert code == 0
    assert "có tệp không còn: vao/" + gone in err
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path)
    assert "không còn" not in luocdo("build", "vao")[1]


@pytest.mark.parametrize("old", ["1.txt", "goi.zip", "bang.jsonl", "danh-muc.csv"])
@pytest.mark.parametrize("new", ["0-{}", "z-{}", "sau/{}"])
def test_a_renamed_file_is_no_second_source(luocdo: Luocdo, tmp_path: Path, texts: Path, old: str, new: str) -> None:
    luocdo("build", "vao")
    with open_graph("graph.db") as g:
        before = {d.id for d in g.documents()}
    (texts / "sau").mkdir()
    (texts / old).rename(texts / new.format(old))
    code, err = luocdo("build", "vao")
    assert code == 0
    assert ("1 tệp đổi tên" in err) == (old == "1.txt")
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path)
    with open_graph("graph.db") as g:
        assert {d.id for d in g.documents()} == before


def test_a_renamed_folder_and_names_that_change_places(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    luocdo("build", "vao")
    (texts / "1.txt").rename(texts / "x")
    (texts / "2.txt").rename(texts / "1.txt")
    (texts / "x").rename(texts / "2.txt")
    luocdo("build", "vao")
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path)
    texts.rename(tmp_path / "khac")
    code, err = luocdo("build", ".")
    assert (code, "3 tệp đổi tên" in err) == (0, True)
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path, "khac")


def test_a_renamed_file_that_changed_is_read(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    luocdo("build", "vao")
    (texts / "1.txt").unlink()
    write(texts / "1-moi.txt", 1, 77)
    luocdo("build", "vao")
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path)


def test_a_copy_stays_a_source_when_its_twin_goes(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    (texts / "1b.txt").write_bytes((texts / "1.txt").read_bytes())
    luocdo("build", "vao")
    (texts / "1.txt").unlink()
    (texts / "1b.txt").rename(texts / "1c.txt")
    luocdo("build", "vao")
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path)


def test_what_is_not_in_the_named_folder_stays(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    write(tmp_path / "vao-2" / "7.txt", 7)
    write(tmp_path / "vao" / "con" / "8.txt", 8)
    luocdo("build", "vao", "vao-2")
    (texts / "1.txt").unlink()
    (tmp_path / "vao-2" / "7.txt").rename(tmp_path / "7.txt")
    before = canonical(tmp_path / "graph.db")
    for others in (["vao/2.txt"], ["vao/con"], ["vao/*.txt"]):
        assert luocdo("build", *others)[0] == 0
        assert canonical(tmp_path / "graph.db") == before
    luocdo("build", "vao")
    with open_graph("graph.db") as g:
        names = set(g.source_names())
    assert "vao-2/7.txt" in names and "vao/1.txt" not in names


def test_what_was_named_itself_or_came_otherwise_stays(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    """A hidden file is read when it is named; a text out of RDF has no file at all."""
    write(texts / ".an.txt", 9)
    luocdo("build", "vao/.an.txt", "vao")
    luocdo("export", "-f", "turtle", "-o", "het.ttl")
    before = canonical(tmp_path / "graph.db")
    luocdo("build", "vao")
    assert canonical(tmp_path / "graph.db") == before
    luocdo("import", "het.ttl", "-o", "rdf.db")
    with open_graph("rdf.db") as g:
        names = set(g.source_names())
    (texts / "1.txt").unlink()
    luocdo("build", "vao", "-o", "rdf.db")
    with open_graph("rdf.db") as g:
        assert "vao/1.txt" in names and "vao/1.txt" in set(g.source_names())


def test_an_empty_folder_empties_nothing(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    write(texts / "o-mang" / "5.txt", 5)
    luocdo("build", "vao")
    before = canonical(tmp_path / "graph.db")
    (texts / "o-mang" / "5.txt").unlink()
    (texts / "o-mang" / ".DS_Store").touch()
    code, err = luocdo("build", "vao")
    assert (code, canonical(tmp_path / "graph.db")) == (1, before)
    assert "vao/o-mang: thư mục trống, giữ lại 1 văn bản" in err and "--forget" in err
    assert luocdo("build", "vao", "--forget")[0] == 0
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path)
    before = canonical(tmp_path / "graph.db")
    for path in texts.iterdir():
        path.unlink() if path.is_file() else path.rename(tmp_path / "cu")
    code, err = luocdo("build", "vao")
    assert (code, canonical(tmp_path / "graph.db")) == (2, before)
    assert "vao: thư mục trống, giữ lại" in err
    texts.rmdir()
    code, err = luocdo("build", "vao")
    assert (code, canonical(tmp_path / "graph.db")) == (2, before)
    assert "không tìm thấy tệp hoặc thư mục" in err
    texts.mkdir()
    assert luocdo("build", "vao", "--forget")[0] == 0
    with open_graph("graph.db") as g:
        assert list(g.documents()) == []


def test_a_file_moved_out_of_a_folder_that_is_empty_now(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    (texts / "moi").mkdir()
    for name in ("1.txt", "goi.zip"):
        (texts / name).rename(texts / "moi" / name)
    luocdo("build", "vao")
    for name in ("1.txt", "goi.zip"):
        (texts / "moi" / name).rename(texts / name)
    assert luocdo("build", "vao")[0] == 0
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path)


def test_keep_forgets_nothing(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    luocdo("build", "vao")
    before = canonical(tmp_path / "graph.db")
    (texts / "1.txt").unlink()
    assert luocdo("build", "vao", "--keep")[0] == 0
    assert canonical(tmp_path / "graph.db") == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="permissions do not bind here")
def test_a_folder_that_cannot_be_opened_is_not_empty(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    write(texts / "kin" / "5.txt", 5)
    luocdo("build", "vao")
    before = canonical(tmp_path / "graph.db")
    (texts / "kin").chmod(0)
    try:
        luocdo("build", "vao")
    finally:
        (texts / "kin").chmod(0o755)
    assert canonical(tmp_path / "graph.db") == before


@pytest.mark.parametrize(
    ("number", "there"), [(errno.EACCES, True), (errno.EIO, True), (errno.ESTALE, True), (errno.ENOENT, False)]
)
def test_a_file_that_cannot_be_looked_at_is_not_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, there: bool
) -> None:
    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("graph.forgetting.os.stat", refused)
    assert (_file_of(tmp_path, "vao/1.txt", 4) is not None) is there


def test_a_relative_name_elsewhere_is_another_folder(
    luocdo: Luocdo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The graph lies elsewhere, so that names are relative to where the command is called."""
    (tmp_path / "do-thi").mkdir()
    graph = str(tmp_path / "do-thi" / "g.db")
    for place, number in (("mot", 1), ("hai", 2)):
        write(tmp_path / place / "vao" / f"{number}.txt", number)
        write(tmp_path / place / "vao" / f"{number + 10}.txt", number + 10)
        monkeypatch.chdir(tmp_path / place)
        luocdo("build", "vao", "-o", graph)
    with open_graph(graph) as g:
        assert set(g.source_names()) == {"vao/1.txt", "vao/11.txt", "vao/12.txt", "vao/2.txt"}
    other = str(tmp_path / "do-thi" / "h.db")
    monkeypatch.chdir(tmp_path / "mot")
    luocdo("build", "vao", "-o", other)
    (tmp_path / "mot" / "vao" / "1.txt").unlink()
    luocdo("build", "vao", "-o", other)
    with open_graph(other) as g:
        assert set(g.source_names()) == {"vao/11.txt"}


def test_a_sweep_that_was_killed_is_finished_by_the_next(
    luocdo: Luocdo, tmp_path: Path, texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from graph.forgetting import Sweep

    luocdo("build", "vao")
    (texts / "1.txt").unlink()
    (texts / "2.txt").rename(texts / "9.txt")
    with monkeypatch.context() as patched:
        patched.setattr(Sweep, "finish", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
        assert luocdo("build", "vao")[0] == 130
    luocdo("build", "vao")
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path)


# luocdo remove


@pytest.mark.parametrize(
    ("named", "deleted"),
    [
        (["vao/1.txt"], ["1.txt"]),
        (["./vao/1.txt", "vao/2.txt"], ["1.txt", "2.txt"]),
        (["Kế hoạch 3/KH-UBND ngày 03/5/2021"], ["3.txt"]),
        (["vao/goi.zip"], ["goi.zip"]),
        (["vao/bang.jsonl", "vao/danh-muc.csv"], ["bang.jsonl", "danh-muc.csv"]),
    ],
)
def test_removed_is_as_if_never_read(
    luocdo: Luocdo, tmp_path: Path, texts: Path, named: list[str], deleted: list[str]
) -> None:
    luocdo("build", "vao")
    code, err = luocdo("remove", *named)
    assert code == 0 and "đã quên" in err and "vẫn còn" in err
    after = canonical(tmp_path / "graph.db")
    luocdo("build", "vao")  # the files are still there
    assert canonical(tmp_path / "graph.db") == fresh(luocdo, tmp_path)
    for name in deleted:
        (texts / name).unlink()
    assert after == fresh(luocdo, tmp_path)


def test_a_folder_and_a_row_are_removed(luocdo: Luocdo, tmp_path: Path, texts: Path) -> None:
    luocdo("build", "vao")
    whole = canonical(tmp_path / "graph.db")
    assert luocdo("remove", "vao/bang.jsonl#1", "vao/goi.zip/trong/b.txt", "-q") == (0, "")
    with open_graph("graph.db") as g:
        assert not {"vao/bang.jsonl#1", "vao/goi.zip/trong/b.txt"} & set(g.source_names())
        assert "vao/bang.jsonl#2" in set(g.source_names())
    luocdo("build", "vao")
    assert canonical(tmp_path / "graph.db") == whole
    assert luocdo("remove", "vao/")[0] == 0
    with open_graph("graph.db") as g:
        assert list(g.documents()) == list(g.issuers()) == list(g.findings()) == []


def test_what_is_not_there_is_a_line_each(luocdo: Luocdo, texts: Path) -> None:
    luocdo("build", "vao")
    code, err = luocdo("remove", "khong-co.txt", "vao/1.txt", "90/KH-UBND")
    lines = err.splitlines()
    assert code == 1
    assert "khong-co.txt: đồ thị không có nguồn" in lines[0]
    assert "90/KH-UBND: chỉ được văn bản khác dẫn" in lines[1]
    assert "đã quên 1 nguồn" in lines[2]
    code, err = luocdo("remove", "khong-co.txt")
    assert (code, err.count("\n")) == (2, 1)
    code, err = luocdo("remove", "x", "-g", "khong.db")
    assert (code, err.count("\n")) == (2, 1)
