"""The vocabulary file: OWL, labels in Vietnamese and English, published beside the data."""

from __future__ import annotations

from importlib.resources import files


def vocabulary() -> str:
    """The vocabulary in Turtle."""
    return files(__package__).joinpath("vocabulary.ttl").read_text(encoding="utf-8")


def shapes_turtle() -> str:
    """The SHACL shapes in Turtle."""
    return files(__package__).joinpath("shapes.ttl").read_text(encoding="utf-8")
