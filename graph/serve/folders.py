"""A part of the graph that is handed out whole, as a map or as linked data, without the folders of its sources: nothing
tells where files lie."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from graph.model import Evidence, Snapshot, Status
from graph.serve.answers import last_part


def without_folders(part: Snapshot) -> Snapshot:
    """The part with each source named by the last part of its name, with a number where two would be called the same;
    also where its relations, effects, states, mentions and findings name it."""
    called: dict[str, str] = {}
    taken: set[str] = set()
    for source in part.source_rows:
        name, number = last_part(source.name), 1
        while name in taken:
            number += 1
            name = f"{last_part(source.name)} ({number})"
        taken.add(name)
        called[source.name] = name

    def cut(name: str | None) -> str | None:
        return None if name is None else called.get(name) or last_part(name)

    def of(evidence: Evidence) -> Evidence:
        return replace(evidence, source=cut(evidence.source))

    def standing(state: Status) -> Status:
        parts = tuple(replace(part, evidence=of(part.evidence)) for part in state.parts)
        return replace(state, evidence=tuple(map(of, state.evidence)), parts=parts)

    said: Callable[[Any], Any] = lambda row: replace(row, evidence=of(row.evidence))  # noqa: E731
    named: Callable[[Any], Any] = lambda row: replace(row, source=cut(row.source))  # noqa: E731
    return replace(
        part,
        relation_rows=tuple(map(said, part.relation_rows)),
        effect_rows=tuple(map(said, part.effect_rows)),
        mention_rows=tuple(map(named, part.mention_rows)),
        finding_rows=tuple(map(named, part.finding_rows)),
        source_rows=tuple(replace(source, name=called[source.name]) for source in part.source_rows),
        status_by_id={id: standing(state) for id, state in part.status_by_id.items()},
        sources_by_id={id: tuple(cut(name) or name for name in names) for id, names in part.sources_by_id.items()},
    )
