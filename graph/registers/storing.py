"""A register into the graph: each row a source, rows that are gone forgotten."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.reading.files import check_regular, source_name
from graph.registers import import_register, load_profile, recognise
from graph.registers.facts import RULE

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a register did; as text, one line for the user."""

    title: str
    rows: int = 0
    changed: int = 0
    relations: int = 0
    contradictions: int = 0

    def __str__(self) -> str:
        if not self.rows:
            return f"{self.title}: không đổi"
        return (
            f"{self.title}: {self.rows} văn bản ({self.changed} mới hoặc thay đổi), {self.relations} quan hệ,"
            f" {self.contradictions} mâu thuẫn"
        )


def store(
    graph: KnowledgeGraph, path: Path, profile: str | None, progress: Callable[[str, int], None] | None = None
) -> Loaded:
    """See `graph.registers.load`."""
    from graph import __version__

    check_regular(path)
    name = source_name(path, graph.file)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    used = profile or recognise(path)
    title = load_profile(used).title if used is not None else name
    reader = f"luocdo {__version__} register {used}"
    if used is not None and graph.is_current(name, digest, reader):
        return Loaded(title)
    rows = changed = relations = contradictions = 0
    for source, extraction in import_register(path, profile, name=name):
        rows += 1
        changed += graph.ingest(source, extraction, file=digest, reader=reader)
        relations += sum(relation.evidence.rule == RULE for relation in extraction.relations)
        contradictions += sum(finding.kind == "conflicting-register" for finding in extraction.findings)
        if progress is not None:
            progress(source.name, 1)
    graph.finish_container(name, digest, reader, complete=True)
    graph.settle()
    return Loaded(title, rows, changed, relations, contradictions)
