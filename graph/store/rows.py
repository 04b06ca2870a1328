"""Rows of the store as the nouns of `graph.model`."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Sequence
from typing import Any

from graph.identity.claims import decode_origins
from graph.model import PREDICATES, Document, Effect, Evidence, Finding, Issuer, Mention, Pinpoint, Relation
from graph.store.texts import Texts
from graph.store.trust import parsed

_TEXT = {str}
_TEXTS = {str, type(None)}
_NUMBER = {int}

DOCUMENT = (
    "d.id, d.type, d.code, d.name, d.date, d.issuer, d.place, d.term, d.title, d.is_source, d.provisional,"
    " d.unnumbered, d.candidates, d.origins"
)
ISSUER = "i.id, i.name, i.place, i.level, i.branch, i.code"
# What a Relation needs besides its ends and predicate; r is joined with its source f and the word of its rule.
EVIDENCE = (
    "r.source, f.name, r.partial, r.pinpoints, r.start, r.end, r.text, r.cue, r.cue_start, r.cue_end, rule.name,"
    " r.confidence, r.provision"
)
# e is an effect, joined with its source f, the words of its kind, basis and rule, and the document b behind `by`
EFFECT = (
    "kind.name, e.date, e.provisions, b.id, basis.name, e.days, e.source, f.name, e.start, e.end, e.text, e.cue,"
    " e.cue_start, e.cue_end, rule.name, e.confidence"
)
EFFECT_ENDS = (
    " CROSS JOIN source f ON f.key = e.source CROSS JOIN word kind ON kind.key = e.kind"
    " CROSS JOIN word basis ON basis.key = e.basis CROSS JOIN word rule ON rule.key = e.rule"
    " LEFT JOIN meaning bc ON bc.claim = e.by LEFT JOIN document b ON b.key = bc.document"
)
MENTION = "m.source, f.name, m.start, m.end, m.text, m.pinpoints, rule.name, m.confidence, m.provision"


def document_of(row: Sequence[Any]) -> Document:
    """The document of a row of DOCUMENT."""
    id, type, code, name, date, issuer, place, term, title, is_source, provisional, unnumbered, candidates, origins = (
        row
    )
    if not isinstance(id, str) or not _TEXTS.issuperset(map(builtins.type, row[1:9])):
        raise TypeError("not a document")
    sources = decode_origins(origins)
    if origins and origins[0] == "{" and not _TEXTS.issuperset(map(builtins.type, sources.values())):
        raise TypeError("not a document")
    return Document(
        id=id,
        type=type,
        code=code,
        name=name,
        date=date,
        issuer=issuer,
        place=place,
        term=term,
        title=title,
        is_source=bool(is_source),
        provisional=bool(provisional),
        unnumbered=bool(unnumbered),
        candidates=strings(candidates) if candidates else (),
        origins=sources,
    )


def issuer_of(row: Sequence[Any]) -> Issuer:
    """The issuer of a row of ISSUER."""
    if type(row[0]) is not str or type(row[1]) is not str or not _TEXTS.issuperset(map(type, row)):
        raise TypeError("not an issuer")
    return Issuer(*row)


def _evidence(source: int, name: str, stated: Sequence[Any], texts: Texts) -> Evidence:
    """The sentence in the eight columns that EVIDENCE and EFFECT share, from ``start`` to ``confidence``."""
    start, end, text, cue, cue_start, cue_end, rule, confidence = stated
    _check((name, rule), (start, end, cue_start, cue_end), (text, cue), confidence)
    return Evidence(
        start=start,
        end=end,
        text=texts.slice(source, start, end) if text is None else text,
        cue=texts.slice(source, cue_start, cue_end) if cue is None else cue,
        cue_start=cue_start,
        cue_end=cue_end,
        confidence=confidence,
        rule=rule,
        source=name,
    )


def relation_of(subject: str, predicate: str, object: str, row: Sequence[Any], texts: Texts) -> Relation:
    """The relation between two ids with the evidence of a row of EVIDENCE."""
    source, name, partial, pinpoints, *stated, provision = row
    if predicate not in PREDICATES or type(subject) is not str or type(object) is not str:
        raise ValueError("not a relation")
    evidence = _evidence(source, name, stated, texts)
    parts, place = pinpoints_of(pinpoints), pinpoint_of(provision)
    return Relation(subject, predicate, object, evidence, bool(partial), parts, place)


_DAY = "0000-01-01"


def effect_of(document: str, row: Sequence[Any], texts: Texts) -> Effect:
    """The statement of time about a document in a row of EFFECT."""
    kind, day, provisions, by, basis, days, source, name, *stated = row
    _check((document, kind, basis), (days,), (by,), 1.0)
    if day is not None:
        datetime.date.fromisoformat(day + _DAY[len(day) :])  # a day, a month or a year, whoever reckons with it
    evidence = _evidence(source, name, stated, texts)
    return Effect(document, kind, day, evidence, pinpoints_of(provisions), by, basis, days)


def mention_of(document: str, row: Sequence[Any], texts: Texts) -> Mention:
    """The mention of a document in a row of MENTION."""
    source, name, start, end, text, pinpoints, rule, confidence, provision = row
    _check((name, rule), (start, end), (text,), confidence)
    words = texts.slice(source, start, end) if text is None else text
    return Mention(document, start, end, words, pinpoints_of(pinpoints), rule, confidence, name, pinpoint_of(provision))


def finding_of(row: Sequence[Any], documents: tuple[str, ...], texts: Texts) -> Finding:
    """The finding of a row (source, name, kind, message, start, end, text)."""
    source, name, kind, message, start, end, text = row
    _check((name, kind, message), (start, end), (text,), 1.0)
    words = texts.slice(source, start, end) if text is None else text
    return Finding(kind, message, documents, start, end, words, name)


def pinpoints_of(text: str | None) -> tuple[Pinpoint, ...]:
    """The pinpoints of a column."""
    return tuple(map(_pinpoint, parsed(text))) if text else ()


def pinpoint_of(text: str | None) -> Pinpoint | None:
    """The pinpoint of a column."""
    return _pinpoint(parsed(text)) if text else None


def _pinpoint(value: list[Any]) -> Pinpoint:
    path, words = value
    return Pinpoint(tuple((_string(unit), _string(label)) for unit, label in path), _string(words))


def metadata_of(text: str) -> dict[str, str]:
    """The metadata of a source."""
    return {key: _string(value) for key, value in parsed(text).items()}


def strings(text: str) -> tuple[str, ...]:
    """The strings of a JSON array."""
    return tuple(map(_string, parsed(text)))


def _string(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("not a text")
    return value


def _check(names: tuple[Any, ...], places: tuple[Any, ...], texts: tuple[Any, ...], confidence: Any) -> None:
    """TypeError where a column holds what we do not write into it: in a damaged file, any may hold anything."""
    if (
        not _TEXT.issuperset(map(type, names))
        or not _NUMBER.issuperset(map(type, places))
        or not _TEXTS.issuperset(map(type, texts))
        or type(confidence) not in (int, float)
    ):
        raise TypeError("not what a text says")
