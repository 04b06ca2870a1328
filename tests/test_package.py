"""The package as others take it: its names, its data, how it is started."""

from __future__ import annotations

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

import graph
import luocdo


def test_luocdo_hands_on_all_that_graph_has() -> None:
    assert luocdo.__all__ == graph.__all__
    assert all(getattr(luocdo, name) is getattr(graph, name) for name in graph.__all__)
    assert set(graph.__all__) <= set(dir(luocdo))
    with pytest.raises(AttributeError, match="luocdo"):
        _ = luocdo.nothing  # type: ignore[attr-defined]


@pytest.mark.parametrize("module", ["graph", "luocdo"])
def test_importing_loads_no_machinery(module: str, checkout: Path) -> None:
    code = f"import {module}, sys; print([m for m in sys.modules if m.startswith(('graph.', 're', 'json'))])"
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=checkout, capture_output=True, text=True, check=True)
    assert "graph." not in done.stdout


@pytest.mark.parametrize("module", ["graph", "luocdo"])
def test_the_command_by_the_name_of_the_module(module: str, checkout: Path) -> None:
    for arguments, code, out, err in (
        (["--version"], 0, f"luocdo {graph.__version__}\n", ""),
        (["nothing"], 2, "", "luocdo: không có lệnh “nothing” (xem `luocdo --help`)\n"),
    ):
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, cwd=checkout, capture_output=True, encoding="utf-8", check=False)
        assert (done.returncode, done.stdout, done.stderr) == (code, out, err)


def test_the_wheel_has_every_file(checkout: Path, tmp_path: Path) -> None:
    """Built from a copy, so that nothing is written into the checkout."""
    listed = subprocess.run(
        ["git", "-C", str(checkout), "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode:
        pytest.skip("needs git to tell which files are the project's")
    files = [name for name in listed.stdout.split("\0") if name and (checkout / name).is_file()]
    for name in files:
        if name.startswith(("graph/", "luocdo.py", "pyproject.toml", "README.md", "LICENSE")):
            place = tmp_path / "copy" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes((checkout / name).read_bytes())
    build = "import sys; from setuptools.build_meta import build_wheel; print(build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", build, str(tmp_path)], cwd=tmp_path / "copy", capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        packed = set(wheel.namelist())
    missing = {name for name in files if name.startswith(("graph/", "luocdo.py"))} - packed
    assert {name for name in missing if not name.endswith(".md")} == set()


def test_every_extra_is_named_where_it_is_explained(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (checkout / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert [name for name in project["optional-dependencies"] if name != "dev" and f"`{name}`" not in page] == []
