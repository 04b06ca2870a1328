"""The engine on Apache Spark: files are listed here, read and extracted where the executors are.

The driver sends names, not data: every executor must see the files under the same paths. Each Spark task runs the same
worker process as the local engine, so that a file that kills a process costs that file only. The outcomes go to
Parquet, are sorted by file and come back one by one: the graph they are stored in is that of the local engine.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from graph.engines.jobs import Extract, Job, Outcome, Prepare, Task, located
from graph.engines.local import Piece, Pool, in_processes
from graph.engines.wire import dump_said, load_said
from graph.errors import LuocdoError, install
from graph.reading.options import Options
from graph.reading.programs import program

_ROWS = "job long, part int, ord int, name string, error string, found binary"
_TASKS_A_SLICE = 64  # files of one Spark task: few enough to be spread and done again, enough to pay for a process
_MOST_SLICES = 10_000
_A_PARTITION = 8 << 20  # bytes of texts whose outcomes the driver reads back at once: some twenty megabytes
_MOST_PARTITIONS = 2_000
# On one machine what tasks give back goes straight to the driver, and a connection that was quiet for two minutes says
# no more than that the machine slept.
_ONE_MACHINE = {"spark.task.maxDirectResultSize": "100m", "spark.network.timeout": "24h"}

Row = tuple[int, int, int, str, "str | None", "bytes | None"]


def run_spark(
    work: Iterable[Job],
    *,
    master: str | None = None,
    options: Options,
    extract: Extract | None = None,
    prepare: Prepare | None = None,
    tables: str | os.PathLike[str] | None = None,
) -> Iterator[Outcome]:
    """See `graph.engines.run`. `master` is Spark's (``local[2]``, ``spark://host:7077``; None: what Spark is configured
    with, or all cores here). `tables`: a folder to write the Parquet tables of `graph.engines.spark_tables` to."""
    listed = list(work)
    with session(master) as spark, _scratch(tables) as folder:
        # A row holds a text and what it says: read one by one, not by thousands, which small executors cannot hold.
        spark.conf.set("spark.sql.parquet.enableVectorizedReader", "false")
        path = str(folder / "outcomes")
        count = _extract(spark, listed, _Perform(options, extract, prepare if tables is None else None), path)
        outcomes = _sorted(spark, path, count)
        if tables is not None:
            from graph.engines.spark_tables import write_tables

            write_tables(spark, outcomes, Path(tables))
        yield from _read_back(outcomes, listed, prepare, already=tables is None)


@contextmanager
def session(master: str | None) -> Iterator[Any]:
    """A Spark session that runs this interpreter and this package; stopped at the end."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise LuocdoError(f"cần PySpark để chạy --engine spark, hãy cài: {install('spark')}") from None
    if program("java") is None and not os.environ.get("JAVA_HOME"):
        raise LuocdoError("cần Java (17 trở lên) để chạy --engine spark")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ["PYTHONSAFEPATH"] = "1"  # for what Spark starts here: no process imports from the current folder
    builder = SparkSession.builder.appName("luocdo").config("spark.ui.enabled", "false")
    builder = builder.config("spark.ui.showConsoleProgress", "false").config("spark.executorEnv.PYTHONSAFEPATH", "1")
    configured = "spark.master" in os.environ.get("PYSPARK_SUBMIT_ARGS", "") or bool(os.environ.get("SPARK_HOME"))
    if master is None and not configured:
        master = "local[*]"
    if master is not None:
        builder = builder.master(master)
        for key, value in _ONE_MACHINE.items() if master.startswith("local") else ():
            builder = builder.config(key, value)
    package = tempfile.mkdtemp(prefix="luocdo-")
    try:
        spark = builder.getOrCreate()
    except Exception as error:  # py4j and Java errors alike
        shutil.rmtree(package, ignore_errors=True)
        raise LuocdoError(f"không khởi động được Spark ({_first_line(error)})") from None
    try:
        spark.sparkContext.setLogLevel("ERROR")
        spark.sparkContext.addPyFile(_packed(Path(package)))
        yield spark
    finally:
        spark.stop()
        shutil.rmtree(package, ignore_errors=True)


def _packed(folder: Path) -> str:
    """This package as a zip that executors import, tables included."""
    home = Path(__file__).resolve().parents[1]
    target = folder / "luocdo-package.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(home.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                archive.write(path, Path(home.name) / path.relative_to(home))
    return str(target)


@contextmanager
def _scratch(tables: str | os.PathLike[str] | None) -> Iterator[Path]:
    """A folder for what is under way: beside the tables, which executors can reach, else in the folder for temporary
    files (set ``TMPDIR`` to a shared one on a cluster)."""
    parent = None
    if tables is not None:
        Path(tables).mkdir(parents=True, exist_ok=True)
        parent = os.path.abspath(tables)
    folder = Path(tempfile.mkdtemp(prefix=".luocdo-spark-", dir=parent))
    folder.chmod(0o777)  # executors may run as another user
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _extract(spark: Any, listed: list[Job], perform: _Perform, path: str) -> int:
    """Read and extract everything; the outcomes as Parquet at `path`. In how many partitions they are to be sorted."""
    pieces = [
        (number, part, task)
        for number, job in enumerate(listed)
        for part, task in enumerate(located(job, perform.options))
    ]
    slices = max(1, min(_MOST_SLICES, -(-len(pieces) // _TASKS_A_SLICE), len(pieces)))
    slices = max(slices, min(len(pieces), 2 * spark.sparkContext.defaultParallelism))
    rows = spark.sparkContext.parallelize(pieces, slices).mapPartitions(perform)
    try:
        spark.createDataFrame(rows, _ROWS, verifySchema=False).write.mode("overwrite").parquet(path)
    except Exception as error:
        raise LuocdoError(f"Spark dừng giữa chừng ({_first_line(error)})") from None
    return partitions(task for _, _, task in pieces)


def partitions(tasks: Iterable[Task]) -> int:
    """In how many partitions the outcomes of these pieces are sorted: the driver holds one or two of them at a time, so
    that they go by the bytes of the texts, however few the files are."""
    sizes = [task.size for task in tasks]
    return max(4, min(_MOST_PARTITIONS, max(len(sizes) // _TASKS_A_SLICE, sum(sizes) // _A_PARTITION)))


_POOLS: dict[tuple[Options, Any], Pool] = {}  # of this Python process, which Spark uses for many tasks


def _pool(options: Options, extract: Extract | None) -> Pool:
    key = (options, extract)
    if key not in _POOLS:
        _POOLS[key] = Pool(1, options, extract)
    return _POOLS[key]


class _Perform:
    """What a Spark task does with its pieces; pickled by reference to this module, which the executors have."""

    def __init__(self, options: Options, extract: Extract | None, prepare: Prepare | None) -> None:
        self.options = options
        self._extract = extract
        self._prepare = prepare

    def __call__(self, pieces: Iterator[tuple[int, int, Task]]) -> Iterator[Row]:
        while chunk := list(islice(pieces, _TASKS_A_SLICE)):
            yield from self._chunk(chunk)

    def _chunk(self, chunk: list[tuple[int, int, Task]]) -> Iterator[Row]:
        jobs = {(number, part): Job(f"{number}/{part}", task.name) for number, part, task in chunk}
        places = {job: place for place, job in jobs.items()}
        work: list[Piece] = []
        for number, part, task in chunk:
            job = jobs[number, part]
            work += [(job, task), (job, None)]
        ord = 0
        pool = _pool(self.options, self._extract)
        for outcome in in_processes(work, 1, self.options, self._extract, self._prepare, pool=pool):
            number, part = places[outcome.job]
            if outcome.last:
                ord = 0
                continue
            found = outcome.prepared
            if outcome.source is not None and outcome.extraction is not None:
                found = dump_said(outcome.source, outcome.extraction)
            yield number, part, ord, outcome.name, outcome.error, found
            ord += 1


def _sorted(spark: Any, path: str, count: int) -> Any:
    """The outcomes in the order of the files, sorted once and kept on the executors' disks."""
    from pyspark import StorageLevel

    spark.conf.set("spark.sql.shuffle.partitions", count)
    # Spark joins small partitions again to 64 MB each, packed, where there are few cores: more than the driver holds
    spark.conf.set("spark.sql.adaptive.coalescePartitions.enabled", "false")
    return spark.read.parquet(path).orderBy("job", "part", "ord").persist(StorageLevel.DISK_ONLY)


def received(outcomes: Any) -> Iterator[Any]:
    """The rows of the outcomes, a partition after the other; LuocdoError where Spark loses them on the way. Each is a
    job of its own: ``toLocalIterator`` (PySpark 4.3) keeps in Java what it has handed over, until nothing fits any
    more."""
    rows = outcomes.rdd
    try:
        for part in range(rows.getNumPartitions()):
            yield from rows.context.runJob(rows, list, [part])
    except Exception as error:  # py4j and Java errors alike
        raise LuocdoError(f"Spark dừng giữa chừng ({_first_line(error)})") from None


def _read_back(outcomes: Any, listed: list[Job], prepare: Prepare | None, *, already: bool) -> Iterator[Outcome]:
    """The outcomes, a partition in memory at a time, with the ends of the jobs among them. `already`: they are
    prepared, if they are to be."""
    number = 0
    for row in received(outcomes):
        while number < row.job:
            yield Outcome(listed[number], listed[number].name, last=True)
            number += 1
        job, found = listed[row.job], bytes(row.found) if row.found is not None else None
        if found is None or prepare is None or already:
            source, extraction = load_said(found) if found is not None and prepare is None else (None, None)
            prepared = found if prepare is not None else None
            yield Outcome(job, row.name, source, extraction, row.error, prepared=prepared)
        else:
            yield Outcome(job, row.name, error=row.error, prepared=prepare(*load_said(found)))
    for job in listed[number:]:
        yield Outcome(job, job.name, last=True)


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[0] if lines else type(error).__name__)[:160]
