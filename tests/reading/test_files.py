"""Files and folders: a fixed order, no way to loop, one line for what cannot be read."""

from __future__ import annotations

import os
import shutil
import socket
import time
from pathlib import Path

import pytest

from graph.cli import run
from graph.errors import LuocdoError
from graph.reading import Options, display_name, read, walk
from graph.reading import files as reading_files


def _write(path: Path, text: str = "Quyết định số 1/QĐ-UBND\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _names(folder: Path, paths: list[Path]) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in paths]


def test_walk_is_sorted_and_passes_over_litter(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.md", "Z.txt", "a/.hidden", ".git/x", "~$khóa.docx", "Thumbs.db", "đ.txt"):
        _write(tmp_path / name)
    assert _names(tmp_path, list(walk([tmp_path]))) == ["Z.txt", "b.txt", "đ.txt", "a/1.md", "a/2.md"]


def test_walk_takes_files_folders_and_patterns_once(tmp_path: Path) -> None:
    for name in ("x/1.txt", "x/2.md", "y.txt", ".hidden.txt"):
        _write(tmp_path / name)
    given = [tmp_path / "y.txt", str(tmp_path / "x" / "*.txt"), tmp_path / "x", tmp_path / ".hidden.txt", tmp_path]
    assert _names(tmp_path, list(walk(given))) == ["y.txt", "x/1.txt", "x/2.md", ".hidden.txt"]
    assert _names(tmp_path, list(walk([str(tmp_path / "**" / "*.txt")]))) == ["x/1.txt", "y.txt"]


def test_walk_ends_in_loops_of_links(tmp_path: Path) -> None:
    _write(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "back").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert _names(tmp_path, list(walk([tmp_path]))) == ["broken", "self", "a/1.txt"]
    for name, reason in (("self", "liên kết vòng"), ("broken", "liên kết hỏng")):
        with pytest.raises(LuocdoError, match=reason):
            read(tmp_path / name)


@pytest.mark.parametrize(("name", "reason"), [("nowhere", "không tìm thấy"), ("*.xyz", "không có tệp nào khớp")])
def test_walk_refuses_what_is_not_there_at_once(name: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(LuocdoError, match=reason):
        walk([tmp_path / name])


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/quy\xea\xf5t.txt"
    try:
        with open(raw, "wb") as stream:
            stream.write(b"Quy dinh so 1/QD-UBND")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (path,) = walk([tmp_path])
    source = read(path)
    assert source.name.endswith("quy\\xea\\xf5t.txt")
    assert source.name.encode("utf-8")
    assert display_name(path) == source.name


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "không tìm thấy tệp"),
        (lambda path: path.mkdir(), "là thư mục"),
        (lambda path: os.mkfifo(path), "không phải tệp thường"),
        (lambda path: path.write_bytes(b""), "tệp rỗng"),
        (lambda path: path.write_bytes(b"x" * 2000), "quá lớn"),
    ],
)
def test_one_line_says_why(make: object, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "tep"
    make(path)  # type: ignore[operator]
    with pytest.raises(LuocdoError) as caught:
        read(path, Options(max_text_bytes=1000))
    assert str(caught.value).startswith(f"{path}: ") and reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(tmp_path / "a.txt")
    check = reading_files.check_regular

    def growing(where: Path) -> os.stat_result:
        facts = check(where)
        with path.open("a") as stream:
            stream.write("thêm\n")
        return facts

    monkeypatch.setattr(reading_files, "check_regular", growing)
    with pytest.raises(LuocdoError, match="đang thay đổi trong khi đọc"):
        reading_files.read_whole(path, 1_000_000)


def test_a_file_that_changed_once_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _write(tmp_path / "a.txt")
    check = reading_files.check_regular
    times: list[int] = []

    def changing_once(where: Path) -> os.stat_result:
        facts = check(where)
        if not times:
            path.write_text("bản mới hơn\n", encoding="utf-8")
        times.append(1)
        return facts

    monkeypatch.setattr(reading_files, "check_regular", changing_once)
    assert reading_files.read_whole(path, 1_000_000).decode() == "bản mới hơn\n"


def test_a_huge_sparse_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "lon.txt"
    with path.open("wb") as stream:
        stream.write("Quyết định số 1/QĐ-UBND\n".encode())
        stream.truncate(1 << 30)
    with pytest.raises(LuocdoError, match=r"tệp quá lớn \(1024 MB, giới hạn 64 MB\)"):
        read(path)


def test_what_is_no_document_is_passed_over_with_a_word(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    _write(inside / "a" / "1.txt")
    _write(inside / "b" / "2.txt")
    _write(outside / "3.txt")
    (inside / "a" / "file").symlink_to(outside / "3.txt")
    (inside / "a" / "folder").symlink_to(outside)
    (inside / "a" / "up").symlink_to("../..")
    (inside / "a" / "device").symlink_to("/dev/zero")
    (inside / "a" / "near.txt").symlink_to("../b/2.txt")
    os.mkfifo(inside / "a" / "pipe")
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    try:
        os.chdir(inside / "a")  # names of sockets are short
        server.bind("socket")
    finally:
        os.chdir(here)
        server.close()
    heard: list[tuple[str, bool]] = []
    found = list(walk([inside], lambda path, reason, *, failed: heard.append((path.name, failed))))
    assert _names(inside, found) == ["a/1.txt", "a/near.txt", "b/2.txt"]
    assert sorted(heard) == [(name, False) for name in ("device", "file", "folder", "pipe", "socket", "up")]
    assert _names(tmp_path, list(walk([inside / "a" / "folder"]))) == ["in/a/folder/3.txt"]  # named: meant


def test_a_folder_that_cannot_be_opened_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a/1.txt", "b/2.txt", "c/3.txt"):
        _write(tmp_path / name)
    real = os.scandir

    def scandir(path: Path) -> object:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    heard: list[tuple[str, str, bool]] = []
    found = list(walk([tmp_path], lambda path, reason, *, failed: heard.append((path.name, reason, failed))))
    assert _names(tmp_path, found) == ["a/1.txt", "c/3.txt"]
    assert heard == [("b", "không mở được thư mục (không có quyền đọc)", True)]


def test_a_path_that_is_too_long_stops_nothing(tmp_path: Path) -> None:
    _write(tmp_path / "z.txt")
    here, deep = Path.cwd(), "d" * 250
    try:
        os.chdir(tmp_path)
        for _ in range(20):
            os.mkdir(deep)
            os.chdir(deep)
        Path("lost.txt").write_text("x")
    finally:
        os.chdir(here)
    heard: list[bool] = []
    assert _names(tmp_path, list(walk([tmp_path], lambda path, reason, *, failed: heard.append(failed)))) == ["z.txt"]
    assert heard == [True]
    shutil.rmtree(tmp_path / deep, ignore_errors=True)


def test_a_build_goes_on_around_what_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    _write(tmp_path / "in" / "a.txt")
    os.mkfifo(tmp_path / "in" / "pipe")
    with (tmp_path / "in" / "huge.txt").open("wb") as stream:
        stream.truncate(200 << 30)
    with (tmp_path / "in" / "huge.zip").open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(200 << 30)
    began = time.monotonic()
    assert run(["build", "in", "-j", "1", "-o", "g.db"]) == 1
    assert time.monotonic() - began < 20
    told = capsys.readouterr().err.splitlines()
    assert [line for line in told if "pipe: là ống dẫn" in line]
    assert len([line for line in told if "tệp quá lớn" in line]) == 2
    assert "1 văn bản mới" in told[-1] and "2 tệp lỗi" in told[-1]
    assert run(["extract", "in", "-f", "table"]) == 1
