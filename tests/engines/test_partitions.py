"""What the driver of Spark reads back at once is bounded by bytes, not by the number of files."""

from __future__ import annotations

from itertools import repeat

import pytest

from graph.engines.jobs import Task
from graph.engines.spark import partitions

MEGABYTE = 1 << 20


@pytest.mark.parametrize(
    ("sizes", "right"),
    [
        ([], 4),
        ([1_000] * 10, 4),
        (repeat(MEGABYTE, 905), 113),  # a million texts in a hundred files of rows
        ([900 * MEGABYTE], 112),  # one archive
        (repeat(1_000, 64_000), 1_000),  # many small files
        (repeat(64 * MEGABYTE, 10_000), 2_000),
    ],
)
def test_partitions_go_by_bytes_and_files(sizes: list[int], right: int) -> None:
    assert partitions(Task(str(number), size=size) for number, size in enumerate(sizes)) == right
