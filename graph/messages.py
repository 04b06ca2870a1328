"""What the command says in English: the twin of each Vietnamese message (table ``messages.csv``).

Errors and findings are made where they arise, in Vietnamese, with names and numbers in them. The table has them with
``{}`` in those places; the English twin has its own, in the same order unless they are numbered (``{1}``). What stands
in the places is translated in turn where it is a message of the table, the name of a relation, of a state or of a type.
"""

from __future__ import annotations

import csv
import re
from functools import cache, lru_cache
from importlib.resources import files

from graph import labels

_PLACE = re.compile(r"\{(\d*)\}")
_DEEPEST = 4  # a message within a message


@cache
def table() -> dict[str, str]:
    """Vietnamese message -> English."""
    lines = (files("graph") / "messages.csv").read_text("utf-8").splitlines()
    return {row["vi"]: row["en"] for row in csv.DictReader(lines)}


@cache
def _patterns() -> list[tuple[list[str], str]]:
    """Messages with places, as what stands between these: those with most words of their own first."""
    found = sorted((vi for vi in table() if "{}" in vi), key=lambda vi: (2 * vi.count("{}") - len(vi), vi))
    return [(vi.split("{}"), table()[vi]) for vi in found]


def _places(text: str, pieces: list[str]) -> list[str] | None:
    """What stands in the places of a message; None where the text is another one. Every piece is taken where it comes
    first: one walk over the text, whatever it holds."""
    if not text.startswith(pieces[0]) or not text.endswith(pieces[-1]):
        return None
    at, last = len(pieces[0]), len(text) - len(pieces[-1])
    found = []
    for piece in pieces[1:-1]:
        place = text.find(piece, at, last)
        if place < 0:
            return None
        found.append(text[at:place])
        at = place + len(piece)
    return [*found, text[at:last]] if at <= last else None


@cache
def _words() -> dict[str, str]:
    """Names that stand in the places of messages: relations and states."""
    pairs = [(vi, en) for vi, en, _, _ in labels.PREDICATES.values()]
    pairs += [(vi, en) for _, _, vi, en in labels.PREDICATES.values()]
    return dict([*pairs, *labels.STATUSES.values()])


@lru_cache(maxsize=4096)
def english(text: str, depth: int = 0) -> str:
    """The English twin of a message; what has none comes back as it is."""
    exact = table().get(text) or _words().get(text)
    if exact is not None or not text.strip():
        return text if exact is None else exact
    if depth < _DEEPEST:
        for pieces, twin in _patterns():
            found = _places(text, pieces)
            if found is not None:
                given = [english(part, depth + 1) for part in found]
                order = iter(given)
                return _PLACE.sub(lambda m: given[int(m[1])] if m[1] else next(order), twin)  # noqa: B023
    return _named(text)


def _named(text: str) -> str:
    """A text of names with the relations and the types of numbered documents in English: ``Kế hoạch 83/KH-UBND thay
    thế Kế hoạch 12/KH-UBND`` -> ``Plan 83/KH-UBND replaces Plan 12/KH-UBND``."""
    for vi, en, _, _ in labels.PREDICATES.values():
        text = text.replace(f" {vi} ", f" {en} ")
    return _types().sub(lambda m: labels.document_type(m[0], "en"), text)


@cache
def _types() -> re.Pattern[str]:
    from graph.domain.document_types import document_types

    names = sorted((kind.name for kind in document_types()), key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?= \d)")
