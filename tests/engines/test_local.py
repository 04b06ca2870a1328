"""The local engine: the same outcomes in the same order whatever the processes go through."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.engines import Outcome, jobs, run
from graph.engines.local import cores
from graph.engines.work import weighed
from graph.errors import LuocdoError
from graph.model import Document, Evidence, Extraction, Mention, Relation, Source
from graph.reading import Options

from . import stand_in

Row = tuple[str, str | None, str | None, bool]


def _folder(tmp_path: Path, texts: dict[str, str | bytes]) -> Path:
    folder = tmp_path / "vao"
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def _rows(folder: Path, outcomes: list[Outcome]) -> list[Row]:
    """(name below the folder, id of the document or None, error, end of the job)."""
    rows = []
    for o in outcomes:
        id = o.extraction.documents[0].id if o.extraction is not None else None
        rows.append((o.name.removeprefix(f"{folder}/"), id, o.error, o.last))
    return rows


def _run(
    folder: Path, workers: int | None, extract: Callable[..., Extraction] = stand_in.plain, **options: float
) -> list[Row]:
    work = jobs([folder])
    return _rows(folder, list(run(work, workers=workers, extract=extract, options=Options(**options))))  # type: ignore[arg-type]


MANY = {f"{n:03}.txt": f"vb{n} ###" for n in range(120)}


def test_outcomes_come_in_the_order_of_the_files_from_any_number_of_processes(tmp_path: Path) -> None:
    folder = _folder(tmp_path, MANY)
    one = _run(folder, 1)
    assert one[:4] == [
        ("000.txt", "vb0 ###", None, False), ("000.txt", None, None, True),
        ("001.txt", "vb1 ###", None, False), ("001.txt", None, None, True),
    ]  # fmt: skip
    assert _run(folder, 2) == one
    assert _run(folder, 3) == one
    assert cores() >= 1


def test_archives_tables_and_bad_files_in_place(tmp_path: Path) -> None:
    folder = _folder(
        tmp_path, {"a.txt": "đầu", "b.bin": bytes(range(256)), "d.jsonl": '{"text": "m"}\n{"text": ""}\nx\n'}
    )
    with zipfile.ZipFile(folder / "c.zip", "w") as archive:
        archive.writestr("2.txt", "hai")
        archive.writestr("1.txt", "một")
        archive.writestr("0.txt", "")
    expected = [
        ("a.txt", "đầu", None, False), ("a.txt", None, None, True),
        ("b.bin", None, "là tệp nhị phân, không phải văn bản", False), ("b.bin", None, None, True),
        ("c.zip/0.txt", None, "tệp rỗng", False), ("c.zip/1.txt", "một", None, False),
        ("c.zip/2.txt", "hai", None, False), ("c.zip", None, None, True),
        ("d.jsonl#1", "m", None, False), ("d.jsonl#2", None, "cột text trống", False),
        ("d.jsonl#3", None, "không phải JSON hợp lệ", False), ("d.jsonl", None, None, True),
    ]  # fmt: skip
    assert _run(folder, 1) == expected
    assert _run(folder, 2) == expected


@pytest.mark.parametrize(
    ("word", "reason"),
    [
        ("GIẾT", "tiến trình đọc bị hỏng, hết bộ nhớ hoặc quá"),
        ("LỖI", "lỗi khi xử lý (RuntimeError: hỏng hai dòng)"),
        ("PHÌNH", "không đủ bộ nhớ để đọc"),
    ],
)
def test_a_file_that_ends_its_process_costs_only_itself(word: str, reason: str, tmp_path: Path) -> None:
    folder = _folder(tmp_path, {**MANY, "050x.txt": word})
    rows = _run(folder, 2, stand_in.deadly, worker_bytes=1 << 30)
    (bad,) = [row for row in rows if row[2]]
    assert bad[0] == "050x.txt" and reason in str(bad[2])
    assert [row for row in rows if not row[0].startswith("050x")] == _run(_folder(tmp_path / "x", MANY), 1)


def test_a_file_that_hangs_is_given_up(tmp_path: Path) -> None:
    folder = _folder(tmp_path, {**{f"{n}.txt": f"vb{n}" for n in range(8)}, "5x.txt": "TREO"})
    began = time.monotonic()
    rows = _run(folder, 2, stand_in.deadly, task_seconds=0.5)
    assert [row[0] for row in rows if row[2]] == ["5x.txt"]
    assert sum(row[3] for row in rows) == 9
    assert time.monotonic() - began < 60


def test_a_process_killed_once_is_replaced(tmp_path: Path) -> None:
    mark = tmp_path / "da-chet"
    folder = _folder(tmp_path, {**MANY, "050x.txt": f"GIẾT-MỘT-LẦN {mark}".replace("GIẾT", "giết")})
    rows = _run(folder, 2, stand_in.deadly)
    assert mark.exists() and not [row for row in rows if row[2]]
    assert len(rows) == 2 * 121


def test_processes_killed_from_outside_lose_nothing(tmp_path: Path) -> None:
    folder = _folder(tmp_path, MANY)
    killed = 0

    def children() -> list[int]:
        listing = subprocess.run(
            ["ps", "-ww", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True
        ).stdout
        rows = [line.split(None, 2) for line in listing.splitlines()[1:]]
        return [int(row[0]) for row in rows if row[1] == str(os.getpid()) and "graph.engines.worker" in row[2]]

    def kill() -> None:
        nonlocal killed
        for _ in range(100):
            for process in children():
                os.kill(process, signal.SIGKILL)
                killed += 1
                if killed >= 2:
                    return
                time.sleep(0.4)
            time.sleep(0.05)

    if shutil.which("ps") is None:
        pytest.skip("needs ps")
    thread = threading.Thread(target=kill)
    thread.start()
    rows = _run(folder, 2, stand_in.slow)
    thread.join()
    assert killed
    assert rows == _run(folder, 1)


def test_what_libraries_print_does_not_disturb(tmp_path: Path) -> None:
    folder = _folder(tmp_path, {**MANY, "050x.txt": "NÓI"})
    assert not [row for row in _run(folder, 2, stand_in.deadly) if row[2]]


def test_work_is_taken_as_results_are(tmp_path: Path) -> None:
    folder = _folder(tmp_path, {f"{n:04}.txt": "x" * 5000 for n in range(2000)})
    taken = 0

    def counted() -> object:
        nonlocal taken
        for job in jobs([folder]):
            taken += 1
            yield job

    outcomes = run(counted(), workers=2, extract=stand_in.plain)  # type: ignore[arg-type]
    next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]
    assert taken < 1000


def test_unknown_engine() -> None:
    with pytest.raises(LuocdoError, match="không có cách chạy 'hadoop'"):
        run([], engine="hadoop")


def test_words_read_from_images_are_trusted_less() -> None:
    text = "Nghị định số 1/2020/NĐ-CP và Nghị định số 2/2020/NĐ-CP"
    source = Source("s", text, "pdf", {"ocr_spans": "0-28", "ocr_doubted_number": "88/QĐ-TTg"})
    extraction = Extraction(
        "s",
        (Document("own", is_source=True),),
        (Mention("a", 0, 25, text[:25]), Mention("b", 29, 54, text[29:], confidence=0.9)),
        (Relation("own", "cites", "a", Evidence(0, 25, text[:25], confidence=0.5)),),
    )
    found = weighed(source, extraction)
    assert [m.confidence for m in found.mentions] == [0.8, 0.9]
    assert found.relations[0].evidence.confidence == 0.4
    (finding,) = found.findings
    assert finding.kind == "doubtful-number" and "88/QĐ-TTg" in finding.message and finding.documents == ("own",)
    assert weighed(Source("s", text), extraction) is extraction


_CALLER = """
import sys
from graph.engines import jobs, run
from graph.reading import Options
from tests.engines import stand_in
for outcome in run(jobs([sys.argv[1]]), workers=2, extract=getattr(stand_in, sys.argv[2]), options=Options()):
    pass
"""


@pytest.mark.parametrize(("work", "many"), [("asleep", 2), ("stuck", 2), ("program", 4)])
def test_workers_do_not_outlive_a_killed_caller(work: str, many: int, tmp_path: Path) -> None:
    """Neither those that hang (also in C code that holds the interpreter), nor programs they wait for."""
    if sys.platform != "linux":
        pytest.skip("looks into /proc")
    marks = tmp_path / "dau"
    marks.mkdir()
    folder = _folder(tmp_path, {f"{n:03}.txt": f"{marks} {'x' * 9000}" for n in range(100)})
    command = [sys.executable, "-c", _CALLER, str(folder), work]
    caller = subprocess.Popen(command, cwd=Path(__file__).resolve().parents[2])
    try:
        assert _until(lambda: len(list(marks.iterdir())) >= many)
    finally:
        caller.kill()
        caller.wait()
    left = [int(mark.name) for mark in marks.iterdir()]
    ended = _until(lambda: not any(map(_alive, left)), 20)
    for process in filter(_alive, left):
        os.kill(process, signal.SIGKILL)
    assert ended


def _until(done: Callable[[], bool], seconds: float = 60.0) -> bool:
    end = time.monotonic() + seconds
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False
