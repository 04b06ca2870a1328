"""Runs a notebook and gives it back with its outputs; from the command line, writes them into the file.

    python notebooks/execute.py notebooks/tour.ipynb

Nothing of the run stays in it but the outputs: no times, so that the same notebook gives the same file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

SECONDS_A_CELL = 120


def execute(path: Path) -> Any:
    """The notebook in the file at `path`, run in the file's folder. nbclient's CellExecutionError if a cell fails."""
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        timeout=SECONDS_A_CELL,
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    client.execute()
    notebook.metadata["language_info"] = {"name": "python"}  # not the version of this machine
    return notebook


def main() -> None:
    for name in sys.argv[1:]:
        nbformat.write(execute(Path(name)), name)


if __name__ == "__main__":
    main()
