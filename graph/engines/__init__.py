"""How many texts run: on this machine's cores (`graph.engines.local`) or on a Spark cluster (`graph.engines.spark`).

Both run the same plain function on the same files and give the same outcomes in the same order.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from graph.engines.jobs import Extract, Job, Outcome, Prepare
from graph.errors import LuocdoError
from graph.reading.options import DEFAULT, Options
from graph.reading.walking import Told

__all__ = ["Extract", "Job", "Outcome", "Prepare", "jobs", "run"]

ENGINES = ("local", "spark")


def jobs(paths: Iterable[str | os.PathLike[str]], told: Told | None = None) -> Iterator[Job]:
    """A job for each file under `paths` (files, folders, patterns), named as a user knows it. `told`: see
    `graph.reading.walk`."""
    from graph.reading import display_name, walk

    return (Job(str(path), display_name(path)) for path in walk(paths, told))


def run(
    work: Iterable[Job],
    *,
    workers: int | None = None,
    engine: str = "local",
    options: Options = DEFAULT,
    extract: Extract | None = None,
    prepare: Prepare | None = None,
    master: str | None = None,
    tables: str | os.PathLike[str] | None = None,
) -> Iterator[Outcome]:
    """What every document of every file says, in the order of `work` and, within a file, of the file.

    Documents that cannot be read come as outcomes with an error and stop nothing. `workers`: processes (None: one for
    each core; 1: this process). `extract`: another function than `graph.extract`, importable by its name.
    `prepare`: what is made of source and extraction before they are handed back, where they were made. `master` and
    `tables`: of the Spark engine (`graph.engines.spark.run_spark`). Memory stays bounded however long `work` is; the
    local engine consumes it as results are taken.
    """
    if engine == "local":
        from graph.engines.local import run_local

        return run_local(work, workers=workers, options=options, extract=extract, prepare=prepare)
    if engine == "spark":
        from graph.engines.spark import run_spark

        return run_spark(work, master=master, options=options, extract=extract, prepare=prepare, tables=tables)
    raise LuocdoError(f"không có cách chạy '{engine}' (có: {', '.join(ENGINES)})")
