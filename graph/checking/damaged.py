"""A draft whose text is damaged (`graph.damage`): what it cites can be checked in part only."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checking.codes import codes
from graph.checking.draft import Draft
from graph.checking.known import Knowledge
from graph.checking.report import Finding
from graph.damage import KIND


def check(draft: Draft, knowledge: Knowledge) -> Iterator[Finding]:
    """One finding, at the first damaged place, where the text is damaged. Offsets are those of the draft as read."""
    for told in draft.reading.extraction.findings:
        if told.kind == KIND:
            words = " ".join(told.text.split())
            values = {"written": (words, words)}
            yield Finding("LD701", codes()["LD701"].severity, told.start, told.end, told.text, draft.own.id, values)
