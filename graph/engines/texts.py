"""Many texts that are in memory already: what ``graph.extract`` says of each, from all cores, in their order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.engines.jobs import Extract, Job, Outcome, Task
from graph.engines.work import GIVEN
from graph.model import Extraction, Source

if TYPE_CHECKING:
    from graph.engines.local import Piece

_NO_TEXT = Job("", "")


@dataclass(frozen=True, slots=True)
class Extracted:
    """What came of one text: `number` counts from 0, in the order in which the texts were given. Either `extraction`
    is there, or `error`, one Vietnamese line that says why it is not."""

    number: int
    extraction: Extraction | None = None
    error: str | None = None


def extract_many(texts: Iterable[str | Source], *, workers: int | None = None) -> Iterator[Extracted]:
    """What `graph.extract` says of each text, in order, one result for each. `texts` are strings, or `Source` where the
    result and its evidence shall bear a name; they are taken as results are, so that memory stays bounded however many
    there are. `workers`: processes (None: one for each core; 1: this process).

    A text that cannot be read (it is no string, or ends or outlives the process that reads it) is a result with an
    error and stops nothing.
    """
    return run_texts(texts, workers=workers)


def run_texts(
    texts: Iterable[str | Source], *, workers: int | None = None, extract: Extract | None = None
) -> Iterator[Extracted]:
    """As `extract_many`, with another function than `graph.extract`, importable by its name."""
    from graph.engines.local import run_pieces
    from graph.reading.options import DEFAULT

    outcomes = run_pieces(_pieces(texts), workers=workers, options=DEFAULT, extract=extract)
    for number, outcome in enumerate(outcomes):
        yield Extracted(number, outcome.extraction, outcome.error)


def _pieces(texts: Iterable[Any]) -> Iterator[Piece]:
    for text in texts:
        if isinstance(text, str):
            yield _NO_TEXT, Task("", source=Source("", text, GIVEN), size=len(text))
        elif isinstance(text, Source):
            source = Source(text.name, text.text, GIVEN)
            yield _NO_TEXT, Task(text.name, source=source, size=len(text.text))
        else:
            yield _NO_TEXT, Outcome(_NO_TEXT, "", error=f"không phải văn bản mà là {type(text).__name__}")
