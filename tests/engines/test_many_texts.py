"""``graph.extract_many``: one result a text, in order, whatever some of them do."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, cast

import pytest

import graph
from graph.engines.texts import Extracted, run_texts
from graph.model import Source

from .stand_in import deadly, plain

CITING = "Quyết định số {0}/QĐ-UBND ngày 02/3/2020 thay thế Quyết định số {1}/QĐ-UBND ngày 01/2/2019."
TEXTS = [CITING.format(number, number + 100) for number in range(1, 41)]


@pytest.mark.parametrize("workers", [1, 2])
def test_each_text_gives_what_extract_gives(workers: int) -> None:
    # the last is a table that builds read as a register, and `extract` as the text that it is
    texts = [*TEXTS, "", "\ud800 | \0", "| Số, ký hiệu | Ngày |\n|---|---|\n| 12/QĐ-UBND | 01/02/2019 |\n"]
    found = list(graph.extract_many(texts, workers=workers))
    assert [r.number for r in found] == list(range(len(texts)))
    assert [r.extraction for r in found] == [graph.extract(text) for text in texts]
    assert {r.error for r in found} == {None}


@pytest.mark.parametrize("workers", [1, 2])
def test_named_texts_keep_their_names(workers: int) -> None:
    sources = [Source(f"văn bản/{number}#a", text) for number, text in enumerate(TEXTS)]
    found = list(graph.extract_many(sources, workers=workers))
    assert [r.extraction for r in found] == [graph.extract(s.text, source=s.name) for s in sources]


def test_a_text_that_fails_stops_nothing() -> None:
    texts = [*(f"a{n} #" for n in range(30)), "x LỖI", "y GIẾT", cast(Any, None), cast(Any, b"bytes"), "z"]
    found = list(run_texts(texts, workers=2, extract=deadly))
    assert [r.number for r in found] == list(range(35))
    assert [r.extraction.documents[0].id if r.extraction else None for r in found] == [
        *(f"a{n} #" for n in range(30)), None, None, None, None, "z",
    ]  # fmt: skip
    errors = [r.error for r in found if r.error]
    assert len(errors) == 4
    assert "hỏng hai dòng" in errors[0] and "bị hỏng" in errors[1]
    assert errors[2:] == ["không phải văn bản mà là NoneType", "không phải văn bản mà là bytes"]


@pytest.mark.parametrize("workers", [1, 2])
def test_texts_are_taken_as_results_are(workers: int) -> None:
    taken = itertools.count()

    def endless() -> Iterator[str]:
        for _ in taken:
            yield "x #"

    results = run_texts(endless(), workers=workers, extract=plain)
    for _ in range(500):
        assert next(results).error is None
    cast(Any, results).close()
    assert next(taken) < 1000


def test_no_texts_give_nothing() -> None:
    assert list(graph.extract_many([])) == []
    assert Extracted(0) == Extracted(0, None, None)
