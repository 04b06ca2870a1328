"""`check`: one draft against the graph, the tables and the rules of form."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from graph.checking import damaged, facts, force, inside, provisions, ranks
from graph.checking import form as forms
from graph.checking.draft import Draft, read_draft
from graph.checking.known import Knowledge
from graph.checking.report import Cited, Finding, Report
from graph.errors import LuocdoError
from graph.model import Extraction, Source

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph

_CHECKS = (damaged.check, force.check, facts.check, inside.check, provisions.check, ranks.check)
# Where two codes tell one fault, the first tells it: (kept, left out), of one document or one place.
_ONE_FAULT = (
    ("LD201", "LD307"), ("LD204", "LD201"), ("LD204", "LD203"), ("LD205", "LD203"), ("LD305", "LD202"),
    ("LD305", "LD306"), ("LD303", "LD306"), ("LD101", "LD108"), ("LD102", "LD108"), ("LD101", "LD103"),
    ("LD205", "LD201"), ("LD206", "LD201"), ("LD206", "LD307"), ("LD604", "LD302"), ("LD305", "LD302"),
    ("LD301", "LD308"), ("LD307", "LD301"), ("LD201", "LD301"), ("LD201", "LD308"), ("LD307", "LD308"),
    ("LD108", "LD103"),
)  # fmt: skip


def check(
    text_or_path: str | os.PathLike[str] | Source,
    graph: KnowledgeGraph | str | os.PathLike[str] | None = None,
    at: str | None = None,
    *,
    form: bool = True,
) -> Report:
    """The citations of one draft, each with what is known of it, and what to look at.

    `text_or_path` is a path (``Path``, or a string that names a file), a `Source`, or the text itself. `graph` is an
    open graph or the path of one; without it only the tables are asked. `at` (ISO) is the day as of which is checked:
    else the draft's own, else today. `form` asks for the rules of form, too. LuocdoError, one line, where a file cannot
    be read or `at` is no day.
    """
    source = _source(text_or_path)
    _check_day(at)
    if graph is None or not isinstance(graph, str | os.PathLike):
        return check_source(source, graph, at, form=form)
    from graph.knowledge import open as open_graph

    with open_graph(graph) as opened:
        return check_source(source, opened, at, form=form)


def check_source(source: Source, graph: KnowledgeGraph | None, at: str | None = None, *, form: bool = True) -> Report:
    """As `check`, of a text that is read."""
    draft = read_draft(source, at)
    if graph is None:
        return _run(draft, Knowledge(draft, None), form=form)
    with graph.frozen():
        return _run(draft, Knowledge(draft, graph), form=form)


def _run(draft: Draft, knowledge: Knowledge, *, form: bool) -> Report:
    found = [finding for checked in _CHECKS for finding in checked(draft, knowledge)]
    if form:
        found += forms.check(draft, knowledge)
    cited = []
    for citing in draft.citings:
        known = knowledge.of(citing)
        words = draft.source.text[citing.start : citing.end]
        cited.append(
            Cited(citing.start, citing.end, words, known.document or citing.document, known.where, known.status)
        )
    return Report(draft.source, draft.day, tuple(cited), tuple(_distinct(found)))


def _distinct(found: list[Finding]) -> list[Finding]:
    """In text order, each fault told once."""
    by_document: dict[str, set[str]] = {}
    for finding in found:
        by_document.setdefault(finding.document, set()).add(finding.code)
    kept = []
    seen: set[tuple[str, int, int, str]] = set()
    for finding in sorted(found, key=lambda f: (f.start, f.end, f.code)):
        key = (finding.code, finding.start, finding.end, finding.document)
        told = by_document[finding.document]
        if key in seen or any(left == finding.code and first in told for first, left in _ONE_FAULT):
            continue
        seen.add(key)
        kept.append(finding)
    return kept


def only_read(text: str, *, source: str | None = None) -> Extraction:
    """Stands in for `graph.extract` where a draft is read in another process: what it says is read here."""
    return Extraction(source)


def _source(given: str | os.PathLike[str] | Source) -> Source:
    if isinstance(given, Source):
        return given
    if isinstance(given, str) and ("\n" in given or not os.path.isfile(given)):
        return Source("-", given)
    from graph.reading import read

    return read(given)


def _check_day(at: str | None) -> None:
    from datetime import date

    try:
        if at is not None:
            date.fromisoformat(at)
    except ValueError:
        raise LuocdoError(f"at: “{at}” không phải ngày (ví dụ: 2025-06-01)") from None
