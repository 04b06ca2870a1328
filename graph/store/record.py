"""A record: what one source says, as plain bytes ready to be stored.

`prepare` makes it where the text was read, in a worker process; `Record.parse` reads it where the graph is written. The
bytes are two lines of JSON and packed data: nothing in them is run, and everything is checked, since the process that
made them had to do with a file that nobody vouches for.
"""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any

from graph.compact import compact
from graph.identity.claims import TEXTS, Claim, bound_to, claim_key, content_of
from graph.identity.features import bucket
from graph.model import Document, Effect, Extraction, Finding, Issuer, Mention, Pinpoint, Relation, Source
from graph.relations.claiming import claimed, of_the_law
from graph.store.ids import id_hash
from graph.store.packing import pack, unpack
from graph.store.tables import PLACES, TABLES
from graph.store.texts import pieces

ISSUER_FIELDS = ("name", "place", "level", "branch", "code")
_CLAIM = struct.Struct("<12sq")  # digest and id_hash
_MOST = 1 << 62  # SQLite's integers end soon after
_NULL = type(None)
_attributes = attrgetter(*TEXTS)
# kinds of columns that hold positions, and whose
_POSITIONS = {kind: kind for kind in ("claim", "issuer?", "pinpoint?", "pinpoints?")} | {"claim?": "claim"}
_TYPES: Mapping[str, frozenset[type]] = {
    "claim": frozenset({int}),
    "claim?": frozenset({int, _NULL}),
    "claims": frozenset({list}),
    "list": frozenset({list}),
    "issuer?": frozenset({int, _NULL}),
    "word": frozenset({str}),
    "int": frozenset({int}),
    "real": frozenset({int, float}),
    "text": frozenset({str}),
    "text?": frozenset({str, _NULL}),
    "pinpoint?": frozenset({int, _NULL}),
    "pinpoints?": frozenset({int, _NULL}),
}

ClaimRow = tuple[bytes, int, bytes, int]  # digest, id_hash, packed, own
Columns = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Record:
    """`metadata` is JSON; `content` the digest of the source itself, `said` that of all it says; `length` code points.

    `pieces` is the text as it is stored, `claims` are (digest, id_hash, packed, own), `issuers` (id, content), `parts`
    the JSON texts of pinpoints by the kind of their columns, `tables` the columns of each of `TABLES`, with positions
    in `claims`, `issuers` and `parts`.
    """

    name: str
    format: str
    metadata: str
    content: str
    said: str
    length: int
    pieces: tuple[bytes, ...]
    claims: tuple[ClaimRow, ...]
    issuers: tuple[tuple[str, str], ...]
    parts: Mapping[str, Sequence[str]]
    tables: Mapping[str, Columns]

    @classmethod
    def parse(cls, data: bytes) -> Record:
        """The record that `prepare` made. ValueError where it is none."""
        try:
            head, body, rest = data.split(b"\n", 2)
            name, format, metadata, content, said, length, piece_sizes, claim_sizes = _loads(head)
            own, ids, contents, one, several, tables = _loads(body)
            _check("text", (name, format, metadata, content, said, *ids, *contents, *one, *several))
            _check("int", (length, *piece_sizes, *claim_sizes, *own))
            if min(length, *piece_sizes, *claim_sizes, *own, 0) < 0 or max(own, default=0) > 1:
                raise ValueError("counts")
            marks = list(_CLAIM.iter_unpack(rest[: _CLAIM.size * len(own)]))
            start = _CLAIM.size * len(own)
            if not len(marks) == len(claim_sizes) == len(own) or len(ids) != len(contents):
                raise ValueError("lengths")
            if start + sum(piece_sizes) + sum(claim_sizes) != len(rest):
                raise ValueError("size")
            packed, start = _cut(rest, start, claim_sizes)
            text, _ = _cut(rest, start, piece_sizes)
            if not all(map(_is_flat, (metadata, *contents))):
                raise ValueError("attributes")
            if not (all(map(_is_pinpoint, one)) and all(map(_is_pinpoints, several))):
                raise ValueError("pinpoints")
            claims = tuple(
                (digest, number, content, mine)
                for (digest, number), content, mine in zip(marks, packed, own, strict=True)
            )
            parts = {"pinpoint?": tuple(one), "pinpoints?": tuple(several)}
            most = {"claim": len(claims), "issuer?": len(ids), **{kind: len(texts) for kind, texts in parts.items()}}
            _check_tables(tables, most)
        except (TypeError, AttributeError, struct.error, RecursionError) as error:
            raise ValueError(f"no record: {error}") from None
        return cls(
            name,
            format,
            metadata,
            content,
            said,
            length,
            tuple(text),
            claims,
            tuple(zip(ids, contents, strict=True)),
            parts,
            tables,
        )


def prepare(source: Source, extraction: Extraction) -> bytes:
    """What `source` says, as the bytes of a record: no nouns, nothing left to compute, texts and claims packed.

    ValueError where the extraction refers to a document that it does not list.
    """
    extraction = of_the_law(extraction)
    text, whole = source.text, source.text.encode("utf-8", "surrogatepass")
    context = hashlib.blake2b(whole, digest_size=6).hexdigest()
    place: dict[str, int] = {}
    claims: list[ClaimRow] = []
    for document, seen in claimed(extraction):
        place[document.id] = len(claims)
        claims.append(_claim_row(document, context, seen))
    issuers = {issuer.id: issuer for issuer in extraction.issuers}
    for relation in extraction.relations:
        if relation.predicate == "issued_by" and relation.object not in issuers:
            issuers[relation.object] = Issuer(relation.object, relation.object)
    ids = sorted(issuers)
    issuer_place = {id: number for number, id in enumerate(ids)}
    parts = _Parts()
    try:
        rows: dict[str, list[tuple[Any, ...]]] = {
            "mention": [_mention_row(mention, text, place, parts) for mention in extraction.mentions],
            "relation": [
                _relation_row(relation, text, place, issuer_place, parts) for relation in extraction.relations
            ],
            "effect": [_effect_row(effect, text, place, parts) for effect in extraction.effects],
            "finding": [_finding_row(finding, text, place) for finding in extraction.findings],
        }
    except KeyError as error:
        raise ValueError(f"extraction refers to {error} and does not list it") from None
    tables = {table.name: list(zip(*rows[table.name], strict=True)) or [()] * len(table.columns) for table in TABLES}
    marks = b"".join(_CLAIM.pack(digest, number) for digest, number, _, _ in claims)
    body = _dumps(
        [
            [own for _, _, _, own in claims],
            ids,
            [_issuer_content(issuers[id]) for id in ids],
            list(parts.one),
            list(parts.several),
            tables,
        ]
    )
    said = hashlib.blake2b(marks + body, digest_size=16).hexdigest()
    metadata = _metadata(source)
    stored = list(pieces(text))
    content = _content_digest(source, metadata, whole)
    sizes = list(map(len, stored)), [len(packed) for _, _, packed, _ in claims]
    head = [source.name, source.format, metadata, content, said, len(text), *sizes]
    return b"\n".join((_dumps(head), body, marks + b"".join(chain((packed for _, _, packed, _ in claims), stored))))


def content_digest(source: Source) -> str:
    """Digest of what is stored of the source itself: text, format, metadata."""
    return _content_digest(source, _metadata(source), source.text.encode("utf-8", "surrogatepass"))


def _content_digest(source: Source, metadata: str, text: bytes) -> str:
    digest = hashlib.sha256(f"{source.format}\0{metadata}\0".encode("utf-8", "surrogatepass"))
    digest.update(text)
    return digest.hexdigest()


def _metadata(source: Source) -> str:
    return _clean(compact(dict(sorted(source.metadata.items()))))


def _claim_row(document: Document, context: str, seen: str | None) -> ClaimRow:
    """What a text says about `document`. A lone surrogate in it is a question mark."""
    content = content_of(document, *bound_to(document, context, seen))
    try:
        digest = claim_key(document.id, content)
    except UnicodeEncodeError:
        clean = Claim.from_content(_clean(document.id), _clean(content)).document
        return _claim_row(replace(clean, is_source=document.is_source), context, seen)
    return digest, id_hash(document.id), _packed(document.id, content), int(document.is_source)


@lru_cache(maxsize=4096)
def _packed(id: str, content: str) -> bytes:
    return pack(id, content)  # the laws that every text cites are packed once


def _issuer_content(issuer: Issuer) -> str:
    return compact({name: value for name in ISSUER_FIELDS if (value := getattr(issuer, name)) is not None})


class _Parts:
    """The pinpoints of a record as JSON, each once: what stands in one article names it in every row."""

    def __init__(self) -> None:
        self.one: dict[str, int] = {}
        self.several: dict[str, int] = {}

    def place(self, pinpoint: Pinpoint | None) -> int | None:
        """The position of a pinpoint."""
        return None if pinpoint is None else self.one.setdefault(_pinpoint(pinpoint), len(self.one))

    def places(self, pinpoints: Sequence[Pinpoint]) -> int | None:
        """The position of several; None where there are none."""
        if not pinpoints:
            return None
        text = f"[{','.join(map(_pinpoint, pinpoints))}]"
        return self.several.setdefault(text, len(self.several))


@lru_cache(maxsize=4096)
def _pinpoint(pinpoint: Pinpoint) -> str:
    return compact([pinpoint.path, pinpoint.text])


def _mention_row(mention: Mention, text: str, place: Mapping[str, int], parts: _Parts) -> tuple[Any, ...]:
    words = mention.text
    return (
        place[mention.document], mention.start, mention.end,
        None if text[mention.start : mention.end] == words else words,
        parts.places(mention.pinpoints), mention.rule, mention.confidence, parts.place(mention.provision),
    )  # fmt: skip


def _relation_row(
    relation: Relation, text: str, place: Mapping[str, int], issuers: Mapping[str, int], parts: _Parts
) -> tuple[Any, ...]:
    issued = relation.predicate == "issued_by"
    e = relation.evidence
    return (
        place[relation.subject], relation.predicate, None if issued else place[relation.object],
        issuers[relation.object] if issued else None, int(relation.partial),
        parts.places(relation.pinpoints), e.start, e.end,
        None if e.start >= 0 and text[e.start : e.end] == e.text else e.text,
        None if e.cue_start >= 0 and text[e.cue_start : e.cue_end] == e.cue else e.cue,
        e.cue_start, e.cue_end, e.rule, e.confidence, parts.place(relation.provision),
    )  # fmt: skip


def _effect_row(effect: Effect, text: str, place: Mapping[str, int], parts: _Parts) -> tuple[Any, ...]:
    e = effect.evidence
    return (
        place[effect.document], effect.kind, effect.date, parts.places(effect.provisions),
        None if effect.by is None else place[effect.by], effect.basis, effect.days, e.start, e.end,
        None if e.start >= 0 and text[e.start : e.end] == e.text else e.text,
        None if e.cue_start >= 0 and text[e.cue_start : e.cue_end] == e.cue else e.cue,
        e.cue_start, e.cue_end, e.rule, e.confidence,
    )  # fmt: skip


def _finding_row(finding: Finding, text: str, place: Mapping[str, int]) -> tuple[Any, ...]:
    words = finding.text
    return (
        finding.kind, finding.message, [place[d] for d in finding.documents if d in place], finding.start, finding.end,
        None if finding.start >= 0 and text[finding.start : finding.end] == words else words,
    )  # fmt: skip


def _dumps(value: object) -> bytes:
    """One line of JSON. SQLite keeps UTF-8 only: a lone surrogate (from a broken file) becomes a question mark."""
    return compact(value).encode("utf-8", "replace")


def _clean(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _loads(line: bytes) -> Any:
    return json.loads(line.decode("utf-8"), parse_constant=_no_number)


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number to store")


def _cut(data: bytes, start: int, sizes: Sequence[int]) -> tuple[list[bytes], int]:
    found = []
    for size in sizes:
        found.append(data[start : start + size])
        start += size
    return found, start


def _check(kind: str, values: Sequence[Any]) -> None:
    if not _TYPES[kind].issuperset(map(type, values)):
        raise ValueError(f"not all {kind}")


@lru_cache(maxsize=4096)
def _is_flat(text: str) -> bool:
    """Whether the text is a JSON object of strings."""
    value = _loads(text.encode())
    return type(value) is dict and _TYPES["text"].issuperset(map(type, value.values()))


@lru_cache(maxsize=4096)
def _is_pinpoint(text: str) -> bool:
    """Whether the text is a pinpoint as we print it."""
    value = _loads(text.encode())
    return _of_a_pinpoint(value) and compact(value) == text


@lru_cache(maxsize=4096)
def _is_pinpoints(text: str) -> bool:
    """Whether the text is a list of pinpoints as we print it."""
    value = _loads(text.encode())
    return type(value) is list and all(map(_of_a_pinpoint, value)) and compact(value) == text


def _of_a_pinpoint(value: Any) -> bool:
    """Whether the value is [[[unit, label], ...], words]."""
    if type(value) is not list or len(value) != 2 or type(value[0]) is not list or type(value[1]) is not str:
        return False
    return all(
        type(step) is list and len(step) == 2 and _TYPES["text"].issuperset(map(type, step)) for step in value[0]
    )


def bucket_of(digest: bytes, number: int, packed: bytes) -> str:
    """The bucket of a packed claim. ValueError where it is none, or not the one that its digest and the hash of its id
    say: merging relies on that."""
    try:
        id, content = unpack(packed)
        claim = Claim.from_content(id, content)
        document = claim.document
        _check("text?", (*_attributes(document), claim.seen))
        _check("text", (claim.context, *document.candidates, *document.origins, *document.origins.values()))
        right = claim.printed() == content and (claim_key(id, content), id_hash(id)) == (digest, number)
    except (zlib.error, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"no claim: {error}") from None
    if not right:
        raise ValueError("another claim than its digest says")
    return _clean(bucket(document))


def _check_tables(tables: Mapping[str, Columns], most: Mapping[str, int]) -> None:
    """ValueError where a column has another type than its kind, or a position is not less than what `most` says. All
    columns of a kind are looked at together."""
    if type(tables) is not dict or set(tables) != {table.name for table in TABLES}:
        raise ValueError("tables")
    for table in TABLES:
        columns = tables[table.name]
        if type(columns) is not list or len(columns) != len(table.kinds) or len(set(map(len, columns))) != 1:
            raise ValueError(f"columns of {table.name}")
    for kind, places in PLACES.items():
        column = list(chain.from_iterable([tables[name][number] for name, number in places]))
        _check(kind, column)
        if kind == "int":
            low, high, numbers = -_MOST, _MOST, column
        elif kind == "claims":
            low, high, numbers = 0, most["claim"], list(chain.from_iterable(column))
            _check("int", numbers)
        elif kind in _POSITIONS:
            low, high = 0, most[_POSITIONS[kind]]
            numbers = [n for n in column if n is not None] if kind.endswith("?") else column
        else:
            continue
        if numbers and not (low <= min(numbers) and max(numbers) < high):
            raise ValueError(f"{kind}: a number out of its range")
