"""What the driver of Spark reads back at once is bounded by bytes, not by the number of files."""

from __future__ import annotations

from itertools import repeat

import pytest

from graph.engines.jobs import Task
from graph.engines.spark import partitions, received
from graph.errors import LuocdoError

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


class _Lost:
    """Outcomes that Spark loses on the way."""

    @property
    def rdd(self) -> _Lost:
        return self

    context = rdd

    def getNumPartitions(self) -> int:
        return 2

    def runJob(self, rows: _Lost, read: type[list[int]], partitions: list[int]) -> list[int]:
        if partitions == [0]:
            return read([1])
        raise RuntimeError("Job aborted due to stage failure\nDriver stacktrace")


def test_a_loss_on_the_way_back_is_one_line() -> None:
    rows = received(_Lost())
    assert next(rows) == 1
    with pytest.raises(LuocdoError, match=r"\ASpark dừng giữa chừng \(Job aborted due to stage failure\)\Z"):
        next(rows)
