"""A document that could not be read, beside those of its file that could."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failed:
    """`name`: what could not be read; `reason`: the one line that says why, with the name."""

    name: str
    reason: str
