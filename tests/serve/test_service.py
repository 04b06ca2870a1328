"""The server as a whole, several workers of it: a graph that is replaced under its readers, drafts of which nothing
stays."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

import graph

pytest.importorskip("mcp", reason="needs the extra serve")

TITLES = ("công tác văn thư", "công tác lưu trữ")
DECREE = "7/2020/N%C4%90-CP"
ASKED = (
    f"/id/{DECREE}?format=json",
    "/api/v1/search?q=cong+tac",
    f"/api/v1/documents/{DECREE}/relations?predicate=replaces",
    "/api/v1/stats",
)


def decree(title: str) -> str:
    """The same decree in two graphs: each title replaces another decree."""
    old = f"{len(title)}/2004/NĐ-CP"
    return (
        "CHÍNH PHỦ\nSố: 7/2020/NĐ-CP\nHà Nội, ngày 05 tháng 3 năm 2020\n\nNGHỊ ĐỊNH\n"
        f"Về {title}\n\nĐiều 1. Nghị định này thay thế Nghị định số {old} ngày 08 tháng 4 năm 2004 của Chính phủ.\n"
    )


@pytest.fixture(scope="module")
def two_graphs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("two")
    made = []
    for number, title in enumerate(TITLES):
        text = folder / f"{number}.txt"
        text.write_text(decree(title), encoding="utf-8")
        made.append(folder / f"{number}.db")
        with graph.open(made[-1], create=True) as opened:
            opened.add(text, workers=1)
    return made[0], made[1]


@pytest.fixture
def served(two_graphs: tuple[Path, Path], tmp_path: Path) -> Iterator[tuple[str, Path, subprocess.Popen[bytes]]]:
    """`luocdo serve` with two workers: address, file, process."""
    file = tmp_path / "graph.db"
    shutil.copy(two_graphs[0], file)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "graph", "serve", "-g", str(file), "--port", str(port), "--workers", "2"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip
    address, until = f"http://127.0.0.1:{port}", time.monotonic() + 60
    while time.monotonic() < until and not _well(address):
        time.sleep(0.1)
    yield address, file, process
    process.send_signal(signal.SIGTERM)
    process.wait(30)


def _well(address: str) -> bool:
    try:
        with urlopen(f"{address}/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def test_a_graph_replaced_under_its_readers(
    served: tuple[str, Path, subprocess.Popen[bytes]], two_graphs: tuple[Path, Path]
) -> None:
    """Every answer is whole and of one of the two graphs; none fails; the last ones are of the last graph."""
    address, file, process = served
    right: list[set[bytes]] = [set(), set(), set(), set()]
    wrong: list[str] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            for number, path in enumerate(ASKED):
                try:
                    with urlopen(f"{address}{path}", timeout=30) as answer:
                        right[number].add(answer.read())
                except HTTPError as error:
                    wrong.append(f"{error.code} {path} {error.read()[:200]!r}")

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for turn in range(25):
        shutil.copy(two_graphs[turn % 2], file.with_suffix(".new"))
        os.replace(file.with_suffix(".new"), file)
        time.sleep(0.1)
    done.set()
    for reader in readers:
        reader.join(60)
    assert not wrong
    whole = [json.loads(answer) for answer in right[0]]
    # the catalogue of searches and the states of force are counted beside the answers, so searches may differ in them
    assert {d["title"].removeprefix("Về ") for d in whole} == set(TITLES)
    replaced = [json.loads(answer) for answer in right[2]]
    assert {(d["document"]["title"][3:], *(o["code"] for o in d["documents"])) for d in replaced} == {
        (title, f"{len(title)}/2004/NĐ-CP") for title in TITLES
    }, "the document of one graph never stands with the relations of the other"
    with urlopen(f"{address}{ASKED[0]}", timeout=30) as last:
        assert json.load(last)["title"].endswith(TITLES[0])  # of the 25th turn
    assert process.poll() is None


def test_workers_that_are_asked_to_stop_say_nothing(served: tuple[str, Path, subprocess.Popen[bytes]]) -> None:
    """What people ask is logged nowhere; the process ends when it is told to."""
    address, _, process = served
    for path in ("/search?q=bi+mat", "/id/bi-mat", "/khong-co/bi-mat", "/sparql?query=bi-mat"):
        with suppress(HTTPError):
            urlopen(Request(f"{address}{path}", headers={"Accept": "text/html"}), timeout=30).close()
    process.send_signal(signal.SIGTERM)
    assert process.stderr is not None
    said = process.stderr.read().decode()
    assert process.wait(30) in (0, -signal.SIGTERM)
    assert "bi-mat" not in said and "bi+mat" not in said and "Traceback" not in said, said


@pytest.mark.parametrize("sent", ["a draft", "a Word file that is none", "too large", "too slow", "spooled"])
def test_nothing_of_a_draft_stays(
    sent: str, graph_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from starlette.testclient import TestClient

    from graph.serve import Settings, application

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = graph_file.read_bytes()
    settings = Settings(str(graph_file), **({"seconds": 0.05, "sparql_seconds": 0.05} if sent == "too slow" else {}))
    text = "Căn cứ Nghị định số 110/2004/NĐ-CP tuyệt mật;\n".encode()
    files: dict[str, tuple[Any, int | tuple[int, ...]]] = {
        "a draft": (("tuyet-mat.txt", text), 200),
        "a Word file that is none": (("tuyet-mat.docx", b"PK\x03\x04" + text), 422),
        "too large": (("tuyet-mat.txt", text * 500_000), 413),
        "too slow": (("tuyet-mat.txt", text * 20_000), (422, 503)),
        "spooled": (("tuyet-mat.docx", b"PK\x03\x04" + text * 50_000), 422),  # more than is held in memory
    }
    file, status = files[sent]
    with TestClient(application(settings), base_url="http://localhost") as client:
        found = client.post("/api/v1/check", files={"file": file})
    assert found.status_code in (status if isinstance(status, tuple) else (status,)), found.text
    assert list(tmp_path.iterdir()) == []
    assert graph_file.read_bytes() == before
    assert "tuyet-mat" not in found.text and "mật" not in caplog.text and "tuyet-mat" not in caplog.text
