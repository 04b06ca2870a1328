"""A register into the graph: each row a source, rows that are gone forgotten."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import LuocdoError
from graph.reading.files import check_regular, source_name
from graph.records.facts import RULE
from graph.records.rows import ENTRY, heads_of
from graph.registers import load_profile, nothing_mapped

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a register did; as text, one line for the user. `columns` says which heads were read as what, `rows`
    counts entries and `others` the rows that are none."""

    title: str
    rows: int = 0
    changed: int = 0
    relations: int = 0
    contradictions: int = 0
    others: int = 0
    columns: str = ""

    def __str__(self) -> str:
        if not self.rows:
            return f"{self.title}: không đổi"
        others = f"; {self.others} dòng không có số, ký hiệu" if self.others else ""
        return (
            f"{self.title}: {self.rows} văn bản ({self.changed} mới hoặc thay đổi), {self.relations} quan hệ,"
            f" {self.contradictions} mâu thuẫn{others}"
        )


def store(
    graph: KnowledgeGraph,
    path: Path,
    profile: str | None,
    workers: int | None = None,
    progress: Callable[[str, int], None] | None = None,
) -> Loaded:
    """See `graph.registers.load`."""
    from graph import __version__
    from graph.engines import Job, run
    from graph.reading import Options

    check_regular(path)
    name = source_name(path, graph.file)
    digest = _digest(path)
    given = load_profile(profile) if profile is not None else None
    reader = f"luocdo {__version__} register {profile or ''}"
    title = given.title if given is not None else name
    if graph.is_current(name, digest, reader):
        return Loaded(title)
    entries = changed = relations = contradictions = others = 0
    heads: dict[str, None] = {}
    columns = ""
    for outcome in run([Job(str(path), name)], workers=workers, options=Options(rows=True, profile=profile)):
        if outcome.error is not None:
            raise LuocdoError(f"{outcome.name}: {outcome.error}")
        if outcome.source is None or outcome.extraction is None:
            continue
        if outcome.name == name:
            raise LuocdoError(f"{name}: không phải bảng có tên cột")
        if outcome.source.format != ENTRY:
            others += 1
            heads.update(dict.fromkeys(heads_of(outcome.source)))
        else:
            entries += 1
            title = outcome.source.metadata["register"] or title
            columns = columns or outcome.source.metadata.get("columns", "")
            changed += graph.ingest(outcome.source, outcome.extraction, file=digest, reader=reader)
            relations += sum(relation.evidence.rule == RULE for relation in outcome.extraction.relations)
            contradictions += sum(f.kind == "conflicting-register" for f in outcome.extraction.findings)
        if progress is not None:
            progress(outcome.name, 1)
    if not entries:
        raise nothing_mapped(name, others, list(heads), given)
    graph.finish_container(name, digest, reader, complete=True)
    graph.settle()
    return Loaded(title, entries, changed, relations, contradictions, others, columns)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
