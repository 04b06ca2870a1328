"""The Spark engine: the same outcomes as on one machine, also where a worker dies meanwhile."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from graph.engines import Outcome, jobs, run

from . import stand_in

pyspark = pytest.importorskip("pyspark")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java", allow_module_level=True)

HOME = Path(pyspark.__file__).parent
REPORT = Path(__file__).resolve().parents[2] / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files of every kind that is cut into pieces, one that cannot be read, one that kills."""
    folder = tmp_path / "vao"
    folder.mkdir()
    shutil.copy(REPORT, folder)
    for n in range(40):
        (folder / f"{n:02}.txt").write_text(f"Căn cứ Nghị định số {n}/2020/NĐ-CP của Chính phủ #", encoding="utf-8")
    (folder / "hong.bin").write_bytes(bytes(range(256)))
    with (folder / "hang.jsonl").open("w", encoding="utf-8") as stream:
        for n in range(300):
            stream.write(json.dumps({"id": n, "text": f"vb{n} " + "Thông tư số 5/2021/TT-BTC # " * 200}) + "\n")
        stream.write("{hỏng\n")
    arrow = pytest.importorskip("pyarrow")
    import pyarrow.parquet as parquet

    table = arrow.table({"content": [f"hàng {n} #" for n in range(25)]})
    parquet.write_table(table, folder / "bang.parquet", row_group_size=10)
    return folder


def _everything(outcomes: Iterator[Outcome]) -> list[tuple[object, ...]]:
    return [(o.job, o.name, o.source, o.extraction, o.error, o.last) for o in outcomes]


def test_spark_gives_what_one_machine_gives(folder: Path, tmp_path: Path) -> None:
    local = _everything(run(jobs([folder]), workers=2))
    tables = tmp_path / "bang"
    spark = _everything(run(jobs([folder]), engine="spark", master="local[2]", tables=tables))
    assert spark == local
    assert len(local) == 40 + 1 + 1 + 301 + 25 + 44
    _check_tables(tables, local)


def _check_tables(tables: Path, local: list[tuple[object, ...]]) -> None:
    """The Parquet tables say what the graph says."""
    import pyarrow.parquet as parquet

    import graph

    read = {name: parquet.read_table(tables / name).to_pylist() for name in ("documents", "mentions", "relations")}
    mentions = [(s.name, m.document, m.start, m.text) for _, _, s, e, _, _ in local if s for m in e.mentions]  # type: ignore[attr-defined]
    assert [(r["source"], r["document"], r["start"], r["text"]) for r in read["mentions"]] == mentions
    stands = [str(m.provision) if m.provision else None for _, _, s, e, _, _ in local if s for m in e.mentions]  # type: ignore[attr-defined]
    assert [r["provision"] for r in read["mentions"]] == stands
    relations = [(s.name, r.subject, r.predicate, r.object) for _, _, s, e, _, _ in local if s for r in e.relations]  # type: ignore[attr-defined]
    assert [(r["source"], r["subject"], r["predicate"], r["object"]) for r in read["relations"]] == relations
    with graph.open(tables.parent / "graph.db", create=True) as known:
        for _, _, source, extraction, _, _ in local:
            if source is not None:
                known.ingest(source, extraction)  # type: ignore[arg-type]
        known.settle()
        merged = sorted((d.id, d.type, d.code, d.date, d.issuer, d.place) for d in known.documents())
    fields = ("id", "type", "code", "date", "issuer", "place")
    assert [tuple(d[field] for field in fields) for d in read["documents"]] == merged


def test_graphs_are_the_same_file_for_file(folder: Path, tmp_path: Path) -> None:
    import graph
    from graph.building import build

    def dump(name: str, **options: str) -> list[object]:
        with graph.open(tmp_path / name, create=True) as known:
            report = build(known, [folder], **options)  # type: ignore[arg-type]
            known.settle()
            rows: list[object] = [list(known.documents()), list(known.relations()), list(known.mentions())]
            return [*rows, list(known.issuers()), list(known.findings()), report.failures, report.sources]

    assert dump("s.db", engine="spark", master="local[2]") == dump("l.db")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A standalone master and two workers of one core each."""
    port = _free_port()
    url = f"spark://127.0.0.1:{port}"
    environment = {**os.environ, "SPARK_HOME": str(HOME), "SPARK_LOCAL_IP": "127.0.0.1"}
    environment["PYSPARK_PYTHON"] = sys.executable
    environment["PYTHONPATH"] = os.pathsep.join(entry for entry in sys.path if entry)  # where the stand-ins are
    start = [str(HOME / "bin" / "spark-class")]
    master = [*start, "org.apache.spark.deploy.master.Master", "--host", "127.0.0.1", "--port", str(port)]
    master += ["--webui-port", str(_free_port())]
    worker = [*start, "org.apache.spark.deploy.worker.Worker", "--host", "127.0.0.1", "--cores", "1", "--memory", "1g"]
    processes = []
    with (tmp_path / "spark.log").open("wb") as log:
        rest = [["--webui-port", str(_free_port()), "--work-dir", str(tmp_path / f"work{n}"), url] for n in range(2)]
        commands = [master, *([*worker, *more] for more in rest)]
        for command in commands:
            process = subprocess.Popen(
                command, stdout=log, stderr=log, env=environment, start_new_session=True, cwd=tmp_path
            )
            processes.append(process)
            time.sleep(4 if command is master else 0)
        for _ in range(60):
            if (tmp_path / "spark.log").read_bytes().count(b"Successfully registered with master") >= 2:
                break
            time.sleep(1)
        else:
            pytest.skip("a standalone Spark cluster does not start here")
        yield url, processes[1:]
        for process in processes:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def test_a_cluster_that_loses_a_worker_finishes(
    folder: Path, tmp_path: Path, cluster: tuple[str, list[subprocess.Popen[bytes]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, workers = cluster
    for n in range(200):
        (folder / f"nua-{n:03}.txt").write_text(f"vb {n} #", encoding="utf-8")
    (folder / "chet.txt").write_text("GIẾT", encoding="utf-8")  # and a file that kills its process, on the cluster
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    died: list[float] = []

    def kill_one() -> None:
        """The worker and its executor (one session) die once the executor runs Python."""
        group = workers[0].pid
        for _ in range(600):
            listing = subprocess.run(["ps", "-eo", "sess,args"], capture_output=True, text=True, check=True).stdout
            rows = [line.split(None, 1) for line in listing.splitlines()[1:]]
            if any(row[0] == str(group) and "pyspark.daemon" in row[1] for row in rows):
                time.sleep(1.5)
                os.killpg(group, signal.SIGKILL)
                died.append(time.monotonic())
                return
            time.sleep(0.1)

    thread = threading.Thread(target=kill_one, daemon=True)
    thread.start()
    spark = _everything(run(jobs([folder]), engine="spark", master=url, extract=stand_in.slow_or_deadly))
    thread.join(5)
    assert died, "the worker was to be killed in the middle of the job"
    assert spark == _everything(run(jobs([folder]), workers=2, extract=stand_in.slow_or_deadly))
    assert [row[4] for row in spark if "chet.txt" in str(row[1]) and row[4]] != []
