"""Files that lie beside the texts are texts, whatever they are called: none runs as code, in no process of ours."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph.reading.isolated import command
from graph.reading.programs import program, run_bounded

CHECKOUT = Path(__file__).resolve().parents[1]
LUOCDO = [sys.executable, "-P", "-c", "from graph.cli import main; main()"]
# What the standard library, our libraries and we import, and what Python looks for when it starts.
PLANTED = (
    "struct pickle typing json re os signal resource ctypes threading importlib zipfile random socket queue logging"
    " sitecustomize usercustomize pyoxigraph lxml selectolax olefile pypdfium2 PIL numpy pyarrow pyspark py4j"
)


@pytest.fixture
def trapped(tmp_path: Path) -> tuple[Path, Path]:
    """A folder with texts between modules that leave a mark where they are run, and the folder of the marks."""
    folder, marks = tmp_path / "văn bản", tmp_path / "marks"
    folder.mkdir()
    marks.mkdir()
    for n in range(40):
        (folder / f"{n:02}.txt").write_text(f"Căn cứ Nghị định số {n}/2020/NĐ-CP của Chính phủ.\n", encoding="utf-8")
    trap = "import os\nopen(os.path.join({!r}, {!r} + str(os.getpid())), 'w').close()\nraise SystemExit(7)\n"
    for name in PLANTED.split():
        (folder / f"{name}.py").write_text(trap.format(str(marks), f"{name}-"), encoding="utf-8")
    for package in ("graph", "graph/engines", "graph/rdf", "graph/reading"):
        (folder / package).mkdir()
        (folder / package / "__init__.py").write_text(trap.format(str(marks), "graph-"), encoding="utf-8")
    for module in ("graph/engines/worker.py", "graph/rdf/worker.py"):
        (folder / module).write_text(trap.format(str(marks), "worker-"), encoding="utf-8")
    for tool in ("tesseract", "antiword", "catdoc", "soffice", "java"):
        (folder / tool).write_text(f"#!/bin/sh\ntouch {marks}/{tool}\n", encoding="utf-8")
        (folder / tool).chmod(0o755)
    return folder, marks


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    given = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LUOCDO"))}
    if "PYTHONPATH" not in environment:
        environment["PYTHONPATH"] = str(CHECKOUT)
    return subprocess.run(
        [*LUOCDO, *arguments], cwd=folder, env=given | environment, capture_output=True, check=False, timeout=240
    )


def left(marks: Path) -> list[str]:
    return sorted(mark.name for mark in marks.iterdir())


def test_building(trapped: tuple[Path, Path]) -> None:
    folder, marks = trapped
    done = run(folder, "build", ".", "-j", "2", "-o", "../g.db")
    assert left(marks) == []
    assert done.returncode == 0, done.stderr.decode()
    assert (folder.parent / "g.db").exists()


def test_asking_with_sparql(trapped: tuple[Path, Path]) -> None:
    folder, marks = trapped
    assert run(folder, "build", "00.txt", "-j", "1", "-o", "g.db").returncode == 0
    done = run(folder, "sparql", "SELECT * WHERE { ?s ?p ?o } LIMIT 1", "-g", "g.db")
    assert left(marks) == []
    assert done.returncode == 0, done.stderr.decode()


def test_reading_on_spark(trapped: tuple[Path, Path]) -> None:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java")
    folder, marks = trapped
    (folder / "java").unlink()
    done = run(folder, "build", ".", "--engine", "spark", "--master", "local[2]", "-o", "../g.db")
    assert left(marks) == []
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("entry", ["", ".", "văn bản/.."])
@pytest.mark.skipif(os.name != "posix", reason="the tools are shell scripts")
def test_tools_are_not_looked_for_beside_the_texts(
    trapped: tuple[Path, Path], entry: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, marks = trapped
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", os.pathsep.join([entry, os.environ["PATH"], entry]))
    for tool in ("tesseract", "antiword", "catdoc", "soffice"):
        found = program(tool)
        assert found is None or os.path.dirname(found) not in (str(folder), "", ".")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4000))
    (folder / "scan.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    done = run(folder, "extract", "old.doc", "scan.png", PATH=os.environ["PATH"])
    assert left(marks) == []
    assert b"Traceback" not in done.stderr


def test_tools_run_in_a_folder_that_is_not_the_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run_bounded([sys.executable, "-c", "import os; print(os.getcwd())"], 60)
    assert done is not None
    assert Path(done.stdout.decode().strip()) != tmp_path


# The package is found by its children however it was installed.


def children_of(program_: str, cwd: Path, **environment: str) -> str:
    """What a child prints that is started by a program which runs in `cwd`."""
    code = (
        "import subprocess, sys\n"
        "from graph.reading.isolated import command\n"
        f"done = subprocess.run(command('{program_}'), capture_output=True)\n"
        "print(done.stdout.decode() + done.stderr.decode())"
    )
    given = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env=given | environment, capture_output=True, check=True, timeout=60
    )
    return done.stdout.decode().strip()


def package(folder: Path) -> Path:
    """A copy of the package as `pip install --target` leaves it, with a module that says where it was found."""
    shutil.copytree(CHECKOUT / "graph", folder / "graph", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "graph" / "told.py").write_text("def main():\n    import graph\n    print(graph.__file__)\n")
    return folder


def test_a_copy_elsewhere_starts_children_from_itself(tmp_path: Path) -> None:
    copy = package(tmp_path / "lib")
    other = tmp_path / "cwd"
    other.mkdir()
    told = children_of("graph.told", other, PYTHONPATH=str(copy))
    assert told == str(copy / "graph" / "__init__.py")


def test_a_checkout_that_is_the_current_folder(tmp_path: Path) -> None:
    copy = package(tmp_path / "lib")
    (copy / "struct.py").write_text("raise SystemExit('run')\n", encoding="utf-8")
    told = children_of("graph.told", copy)  # found by the parent through the current folder
    assert told == str(copy / "graph" / "__init__.py")


def test_a_package_in_a_zip(tmp_path: Path) -> None:
    copy = package(tmp_path / "lib")
    archive = shutil.make_archive(str(tmp_path / "package"), "zip", copy)
    told = children_of("graph.told", tmp_path, PYTHONPATH=archive)
    assert told == f"{archive}/graph/__init__.py"


def test_a_user_site_and_other_folders_of_the_parent_are_handed_over(tmp_path: Path) -> None:
    copy = package(tmp_path / "lib")
    libraries = tmp_path / "libraries"
    libraries.mkdir()
    (libraries / "only_here.py").write_text("", encoding="utf-8")
    (copy / "graph" / "told.py").write_text("def main():\n    import only_here\n    print(only_here.__file__)\n")
    told = children_of("graph.told", tmp_path, PYTHONPATH=os.pathsep.join([str(copy), str(libraries)]))
    assert told == str(libraries / "only_here.py")


def test_no_entry_is_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lib").mkdir()
    monkeypatch.setattr(sys, "path", ["", ".", str(tmp_path), "lib", *sys.path])
    link = tmp_path.parent / f"{tmp_path.name}-link"
    link.symlink_to(tmp_path)
    sys.path.insert(0, str(link))
    handed = command("graph.told", "argument")
    path = json.loads(handed[-2])[0]
    assert not {str(tmp_path), str(link), "", "."} & set(path)
    assert str(tmp_path / "lib") in path
    assert "-I" in handed
    assert handed[-1] == "argument"
