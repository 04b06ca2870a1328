"""Whether documents stand, as the verbs show it: the option ``--at`` and a status in words."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph import labels
from graph.cli.documents import date_text, name, one
from graph.errors import LuocdoError

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph
    from graph.model import Document, Status

AtOption = Annotated[
    str | None,
    typer.Option("--at", help="Hiệu lực tại ngày này: 01/6/2025, 2025-06-01 hoặc “hôm nay”.", metavar="DATE"),
]
_DAY = re.compile(r"(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})|(?P<y2>\d{4})-(?P<m2>\d{1,2})-(?P<d2>\d{1,2})")
_TODAY = ("hôm nay", "hom nay", "today", "nay")


@contextlib.contextmanager
def document_at(
    graph_file: Path, words: Sequence[str] | str, at: str | None, lang: str
) -> Iterator[tuple[KnowledgeGraph, Document]]:
    """The open graph as of the day that was typed, frozen, and the one document that was meant."""
    from graph.knowledge import open as open_graph

    wanted = day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        yield graph, one(graph, words, lang)


def day(text: str | None) -> str | None:
    """The day that was typed, in ISO form; None where none was. LuocdoError for what is no day."""
    from datetime import date

    if text is None:
        return None
    if text.strip().casefold() in _TODAY:
        return date.today().isoformat()
    found = _DAY.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError
        year, month, number = (found["y"] or found["y2"], found["m"] or found["m2"], found["d"] or found["d2"])
        return date(int(year), int(month), int(number)).isoformat()
    except ValueError:
        raise LuocdoError(f"--at: “{text}” không phải ngày (ví dụ: 01/6/2025, 2025-06-01, “hôm nay”)") from None


def words(status: Status, known: Mapping[str, Document], lang: str) -> str:
    """A status in one line: ``đã bị thay thế từ 08/02/2026 (Thông tư 28/2025/TT-BTP); ngày cuối còn hiệu lực …``."""
    said = labels.status(status.state, lang)
    if status.state == "not-yet":
        if status.first_day:
            said += f" ({labels.field('first_day', lang).lower()}: {date_text(status.first_day)})"
        return said
    if status.since:
        said += f" {labels.field('since', lang).lower()} {date_text(status.since)}"
    elif status.by:
        said += f" ({labels.mark('day-unknown', lang)})"
    if status.by:
        said += f" — {', '.join(name(known, id, lang) for id in status.by)}"
    ended = status.state in ("replaced", "repealed", "expired")
    for key, value, shown in (
        ("first_day", status.first_day, status.state != "in-force"),
        ("last_day", status.last_day, ended or status.last_day is not None),
    ):
        if value and shown:
            said += f"; {labels.field(key, lang).lower()}: {date_text(value)}"
    return said


def parts(status: Status, known: Mapping[str, Document], lang: str) -> Iterator[str]:
    """What became of single provisions, a line each."""
    for part in status.parts:
        where = "; ".join(str(p) or p.text for p in part.provisions) or labels.field("partial", lang)
        said = f"{where}: {labels.status(part.state, lang)}"
        if part.since:
            said += f" {labels.field('since', lang).lower()} {date_text(part.since)}"
        yield said + (f" — {name(known, part.by, lang)}" if part.by else "")
