"""Outlines as lines that a test can compare."""

from __future__ import annotations

from graph.structure import Outline, lay_out


def units(text: str) -> list[tuple[str, str, str]]:
    """(kind, label, words in one line) of each unit."""
    outline = lay_out(text)
    return [(u.kind, u.label, words(outline, n)) for n, u in enumerate(outline.units)]


def words(outline: Outline, number: int) -> str:
    """The words of a unit in one line, without bars and emphasis."""
    unit = outline.units[number]
    return " ".join(outline.text[unit.body : unit.end].replace("*", " ").replace("|", " ").split())


def number_of(outline: Outline, beginning: str) -> int:
    """The unit whose words begin so."""
    return next(n for n in range(len(outline.units)) if words(outline, n).startswith(beginning))
