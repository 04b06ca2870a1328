"""Dates of effect of real documents, read by a careful eye (``effect.csv``: no texts, only what they say).

90 documents were drawn at random (seed 1106) from four folders of the corpus and annotated before the reader of
`graph.effect` was run on them; `set` keeps 30 apart that no rule was written with.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from graph.knowledge import open as open_graph
from graph.model import Extraction, Status
from graph.pipeline import extract
from graph.reading import read

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"
WANTED = 1.0
WANTED_FORCE = 1.0

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="no corpus beside the checkout")


def rows(part: str) -> Iterator[dict[str, str]]:
    with (ROOT / "tests" / "gold" / "effect.csv").open(encoding="utf-8", newline="") as stream:
        yield from (row for row in csv.DictReader(stream) if row["set"] == part)


@cache
def extraction(path: str) -> Extraction:
    return extract(read(CORPUS / path).text, source=path)


def told(found: Extraction, kind: str) -> str:
    """What was read of the whole document itself; "" where nothing was."""
    own = found.source_document
    assert own is not None
    dates = [e.date or "?" for e in found.effects if (e.document, e.kind, e.provisions) == (own.id, kind, ())]
    return dates[0] if dates else ""


def became(path: str, folder: Path) -> dict[str, list[Status]]:
    """What a graph of this one document says of the documents that it cites, by their number."""
    with open_graph(folder / "graph.db", create=True) as graph:
        graph.ingest(read(CORPUS / path), extraction(path))
        found: dict[str, list[Status]] = {}
        for document in graph.documents():
            if document.code:
                found.setdefault(document.code, []).append(graph.status(document))
        return found


def is_told(status: Status, partial: bool, since: str | None) -> bool:
    ended = ("replaced", "repealed", "expired")
    if partial:
        return any(part.state in ended and part.since == since for part in status.parts)
    return status.state in ended and status.since == since


@pytest.mark.parametrize("part", ["dev", "held"])
def test_what_ends_and_since_when(part: str, tmp_path: Path) -> None:
    """``ends``: NUMBER@DAY, NUMBER~@DAY where parts end; "?" where nothing tells the day."""
    wrong, count = [], 0
    for place, row in enumerate(rows(part)):
        if not row["ends"]:
            continue
        folder = tmp_path / str(place)
        folder.mkdir()
        found = became(row["path"], folder)
        for stated in row["ends"].split("|"):
            count += 1
            number, _, day = stated.partition("@")
            since = None if day == "?" else day
            listed = found.get(number.rstrip("~"), [])
            if not any(is_told(status, number.endswith("~"), since) for status in listed):
                wrong.append(f"{row['path']}: {stated} is read as {[(s.state, s.since) for s in listed]}")
    assert count
    assert 1 - len(wrong) / count >= WANTED_FORCE, "\n".join(wrong)


@pytest.mark.parametrize("part", ["dev", "held"])
def test_dates_of_effect(part: str) -> None:
    wrong = []
    listed = list(rows(part))
    for row in listed:
        found = extraction(row["path"])
        read_as = (told(found, "in-force"), told(found, "until"))
        if read_as != (row["effect"], row["until"]):
            wrong.append(f"{row['path']}: {row['effect']} {row['until']} is read as {read_as}")
    assert len(listed) in (30, 60)
    assert 1 - len(wrong) / len(listed) >= WANTED, "\n".join(wrong)
