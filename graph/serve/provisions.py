"""The text of one provision of a loaded document, and what became of it."""

from __future__ import annotations

import re
from typing import Any

from graph.errors import LuocdoError
from graph.knowledge import KnowledgeGraph
from graph.model import Document
from graph.normalise import fold, normalise
from graph.serve.answers import brief, last_part, one, plain
from graph.structure import lay_out
from graph.structure.outline import Outline

MOST_CHARACTERS = 20_000
_STEP = re.compile(r"(phan|phu luc|chuong|tieu muc|muc|dieu|khoan|diem)\s+([0-9]+[a-z]?|[a-z]+)")
_ORDER = ("phan", "phu luc", "chuong", "muc", "tieu muc", "dieu", "khoan", "diem")


def text_of(graph: KnowledgeGraph, words: str, provision: str | None, *, at: str | None = None) -> dict[str, Any]:
    """The text of a document, or of one provision of it (``khoản 2 Điều 5``), at most `MOST_CHARACTERS`, with the
    changes of that provision that the graph knows up to the day `at`. LuocdoError where no text is loaded, or it has no
    such provision."""
    found = one(graph, words)
    names = graph.texts_of(found)
    source = graph.source(names[0]) if names else None
    if source is None:
        raise LuocdoError(f"đồ thị chưa có toàn văn của {brief(found)['label']}")
    start, end = (0, len(source.text)) if provision is None else _span(source.text, provision)
    text = source.text[start:end]
    return plain(
        {
            "document": brief(found),
            "provision": provision,
            "text": text[:MOST_CHARACTERS],
            "start": start,
            "end": min(end, start + MOST_CHARACTERS),
            "cut": len(text) > MOST_CHARACTERS,
            "source": last_part(source.name),
            "changes": _changes(graph, found, provision, at),
        }
    )


def steps(provision: str) -> list[tuple[str, str]]:
    """``khoản 2 Điều 5`` -> [(dieu, 5), (khoan, 2)], the largest first. LuocdoError for what is no provision."""
    found = _STEP.findall(fold(provision))
    if not found:
        raise LuocdoError(f"“{provision[:60]}” không phải điều, khoản, điểm (ví dụ: khoản 2 Điều 5)")
    return sorted(found, key=lambda step: _ORDER.index(step[0]))


def _span(text: str, provision: str) -> tuple[int, int]:
    """Offsets of the first provision of the text with this path."""
    wanted = steps(provision)
    normalised = normalise(text)
    outline = lay_out(normalised.text)
    for number in range(len(outline.units)):
        path = [(fold(unit), fold(label)) for unit, label in outline.path(number)]
        if path[-1:] == wanted[-1:] and _within(wanted, path):
            start, end = _extent(outline, number)
            return normalised.start(start), normalised.end(end)
    raise LuocdoError(f"văn bản không có {provision[:60]}")


def _extent(outline: Outline, number: int) -> tuple[int, int]:
    """Offsets from the beginning of a unit to that of the next one that is not part of it."""
    unit = outline.units[number]
    for other in outline.units[number + 1 :]:
        if other.level <= unit.level:
            return unit.body - len(outline.text[unit.start : unit.body].lstrip()), other.start
    return unit.start, len(outline.text)


def _within(wanted: list[tuple[str, str]], path: list[tuple[str, str]]) -> bool:
    """Whether the steps stand in the path in their order."""
    rest = iter(path)
    return all(step in rest for step in wanted)


def _changes(graph: KnowledgeGraph, found: Document, provision: str | None, at: str | None) -> list[dict[str, Any]]:
    from graph.queries.changes import change_dict

    wanted = None if provision is None else steps(provision)
    rows = []
    for change in graph.changes(found):
        if change.affected.id != found.id or (at and (change.in_force or change.date or "") > at):
            continue
        parts = change.relation.pinpoints
        if wanted is not None and parts:
            named = [[(fold(unit), fold(label)) for unit, label in part.path] for part in parts]
            if not any(_within(path, wanted) or _within(wanted, path) for path in named):
                continue
        rows.append(change_dict(change, found.id))
    return rows
