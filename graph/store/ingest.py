"""What one text says goes into the store, in one transaction; what it said before goes out.

Documents become claims (`graph.identity.claims`), shared by all texts that describe a document alike. The buckets whose
claims changed are noted as dirty; `graph.store.settling` merges them.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.identity.claims import Claim, claim_of
from graph.identity.features import bucket
from graph.model import Extraction, Issuer, Pinpoint, Source
from graph.store.database import transaction
from graph.store.ids import id_hash
from graph.store.packing import pack
from graph.store.texts import delete_text, write_text

_ISSUER_FIELDS = ("name", "place", "level", "branch", "code")


@dataclass(slots=True)
class _Rows:
    """What a source says, ready to be stored: references are positions in `claims` and `issuers`."""

    claims: list[Claim] = field(default_factory=list)
    issuers: list[tuple[str, str]] = field(default_factory=list)  # id, content
    mentions: list[tuple[Any, ...]] = field(default_factory=list)
    relations: list[tuple[Any, ...]] = field(default_factory=list)
    findings: list[tuple[Any, ...]] = field(default_factory=list)
    effects: list[tuple[Any, ...]] = field(default_factory=list)

    def digest(self) -> str:
        """Equal for equal rows."""
        parts = [
            [(c.document.id, c.content, c.own) for c in self.claims],
            self.issuers,
            self.mentions,
            self.relations,
            self.findings,
            self.effects,
        ]
        return hashlib.blake2b(json.dumps(parts, ensure_ascii=True).encode(), digest_size=16).hexdigest()


def content_digest(source: Source) -> str:
    """Digest of what is stored of the source itself: text, format, metadata."""
    metadata = _json(dict(sorted(source.metadata.items())))
    whole = f"{source.format}\0{metadata}\0{source.text}"
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def put(
    connection: sqlite3.Connection,
    source: Source,
    extraction: Extraction,
    *,
    file: str | None = None,
    reader: str = "",
) -> bool:
    """Store what `source` says; whether anything changed. `file` is the digest of the bytes the text came from and
    `reader` the version that read it: with them `is_current` can tell that nothing is to be done.

    ValueError where the extraction refers to a document that it does not list.
    """
    content = content_digest(source)
    rows = _rows(source, extraction)
    said = rows.digest()
    with transaction(connection):
        known = connection.execute(
            "SELECT key, content, said, file, reader FROM source WHERE name = ?", (source.name,)
        ).fetchone()
        if known and (known[1], known[2]) == (content, said):
            if (known[3], known[4]) != (file, reader):
                connection.execute("UPDATE source SET file = ?, reader = ? WHERE key = ?", (file, reader, known[0]))
            return False
        _forget(connection, source.name)
        metadata = _json(dict(sorted(source.metadata.items())))
        values = (source.name, source.format, metadata, content, file, said, reader, len(source.text))
        row = connection.execute(
            "INSERT INTO source (name, format, metadata, content, file, said, reader, length)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING key",
            values,
        ).fetchone()
        write_text(connection, row[0], source.text)
        _insert(connection, row[0], rows)
    return True


def remove(connection: sqlite3.Connection, name: str) -> bool:
    """Forget the source of this name and all that it says; False if there is none."""
    with transaction(connection):
        return _forget(connection, name)


def finish_container(connection: sqlite3.Connection, name: str, file: str, reader: str, *, complete: bool) -> int:
    """The documents of an archive or a table (``name/member``, ``name#row``) are all stored: forget those that are no
    longer in it, and how many there were. Only a `complete` one (nothing in it failed) is passed over next time."""
    with transaction(connection):
        gone = connection.execute(
            "SELECT name FROM source WHERE file IS NOT ? AND (substr(name, 1, ?) IN (?, ?))",
            (file, len(name) + 1, f"{name}/", f"{name}#"),
        ).fetchall()
        for (member,) in gone:
            _forget(connection, member)
        connection.execute("DELETE FROM container WHERE name = ?", (name,))
        if complete:
            connection.execute("INSERT INTO container VALUES (?, ?, ?)", (name, file, reader))
    return len(gone)


def is_current(connection: sqlite3.Connection, name: str, file: str, reader: str) -> bool:
    """Whether the source (or the archive) of this name was stored from these bytes by this version."""
    found = connection.execute(
        "SELECT 1 FROM source WHERE name = ?1 AND file = ?2 AND reader = ?3"
        " UNION ALL SELECT 1 FROM container WHERE name = ?1 AND file = ?2 AND reader = ?3",
        (name, file, reader),
    ).fetchone()
    return found is not None


def is_current_text(connection: sqlite3.Connection, source: Source, reader: str) -> bool:
    """Whether this source was stored with this text by this version."""
    found = connection.execute(
        "SELECT 1 FROM source WHERE name = ? AND content = ? AND reader = ?",
        (source.name, content_digest(source), reader),
    ).fetchone()
    return found is not None


def _rows(source: Source, extraction: Extraction) -> _Rows:
    text = source.text
    own = extraction.source_document
    context = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    seen = own.date if own is not None else None
    rows = _Rows()
    place: dict[str, int] = {}
    for document in extraction.documents:
        place[document.id] = len(rows.claims)
        rows.claims.append(_clean_claim(claim_of(document, context=context, seen=seen)))
    issuers = {issuer.id: issuer for issuer in extraction.issuers}
    for relation in extraction.relations:
        if relation.predicate == "issued_by" and relation.object not in issuers:
            issuers[relation.object] = Issuer(relation.object, relation.object)
    issuer_place: dict[str, int] = {}
    for issuer in sorted(issuers.values(), key=lambda i: i.id):
        issuer_place[issuer.id] = len(rows.issuers)
        fields = {name: value for name in _ISSUER_FIELDS if (value := getattr(issuer, name)) is not None}
        rows.issuers.append((_clean(issuer.id), _json(fields)))
    for mention in extraction.mentions:
        stored = None if text[mention.start : mention.end] == mention.text else _clean(mention.text)
        rows.mentions.append(
            (_position(place, mention.document), mention.start, mention.end, stored, _pinpoints(mention.pinpoints),
             _clean(mention.rule), mention.confidence)
        )  # fmt: skip
    for relation in extraction.relations:
        issued = relation.predicate == "issued_by"
        e = relation.evidence
        rows.relations.append(
            (_position(place, relation.subject), relation.predicate,
             None if issued else _position(place, relation.object), issuer_place[relation.object] if issued else None,
             int(relation.partial), _pinpoints(relation.pinpoints), e.start, e.end,
             None if e.start >= 0 and text[e.start : e.end] == e.text else _clean(e.text),
             None if e.cue_start >= 0 and text[e.cue_start : e.cue_end] == e.cue else _clean(e.cue),
             e.cue_start, e.cue_end, _clean(e.rule), e.confidence)
        )  # fmt: skip
    for found in extraction.findings:
        stored = None if found.start >= 0 and text[found.start : found.end] == found.text else _clean(found.text)
        documents = [place[d] for d in found.documents if d in place]
        rows.findings.append((found.kind, _clean(found.message), documents, found.start, found.end, stored))
    for effect in extraction.effects:
        e = effect.evidence
        rows.effects.append(
            (_position(place, effect.document), effect.kind, effect.date, _pinpoints(effect.provisions),
             None if effect.by is None else _position(place, effect.by), effect.basis, effect.days, e.start, e.end,
             None if e.start >= 0 and text[e.start : e.end] == e.text else _clean(e.text),
             None if e.cue_start >= 0 and text[e.cue_start : e.cue_end] == e.cue else _clean(e.cue),
             e.cue_start, e.cue_end, _clean(e.rule), e.confidence)
        )  # fmt: skip
    return rows


def _position(place: dict[str, int], id: str) -> int:
    try:
        return place[id]
    except KeyError:
        raise ValueError(f"extraction refers to {id!r} and does not list it") from None


def _clean(text: str) -> str:
    """SQLite keeps UTF-8 only: a lone surrogate (from a broken file) becomes a question mark."""
    try:
        text.encode()
        return text
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()


def _clean_claim(claim: Claim) -> Claim:
    try:
        f"{claim.document.id}{claim.content}".encode()
        return claim
    except UnicodeEncodeError:
        content = _clean(claim.content)
        return Claim.from_content(_clean(claim.document.id), content, own=claim.own, cited=claim.cited)


def _json(value: object) -> str:
    return _clean(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _pinpoints(pinpoints: Sequence[Pinpoint]) -> str | None:
    return _json([[list(map(list, p.path)), p.text] for p in pinpoints]) if pinpoints else None


def _insert(connection: sqlite3.Connection, source: int, rows: _Rows) -> None:
    claims = _claim_keys(connection, rows.claims)
    issuers = _issuer_keys(connection, source, rows.issuers)
    words = _word_keys(connection, rows)
    connection.executemany(
        "INSERT INTO assertion (source, ord, claim, own) VALUES (?, ?, ?, ?)",
        ((source, ord, key, claim.own) for ord, (key, claim) in enumerate(zip(claims, rows.claims, strict=True))),
    )
    connection.executemany(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (source, ord, claims[claim], *rest, words[rule], confidence)
            for ord, (claim, *rest, rule, confidence) in enumerate(rows.mentions)
        ),
    )
    connection.executemany(
        "INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                source,
                ord,
                claims[subject],
                words[predicate],
                None if object is None else claims[object],
                None if issuer is None else issuers[issuer],
                *rest,
                words[rule],
                confidence,
            )
            for ord, (subject, predicate, object, issuer, *rest, rule, confidence) in enumerate(rows.relations)
        ),
    )
    connection.executemany(
        f"INSERT INTO effect VALUES ({', '.join('?' * 17)})",
        (
            (
                source,
                ord,
                claims[claim],
                words[kind],
                date,
                provisions,
                None if by is None else claims[by],
                words[basis],
                *rest,
                words[rule],
                confidence,
            )
            for ord, (claim, kind, date, provisions, by, basis, *rest, rule, confidence) in enumerate(rows.effects)
        ),
    )
    connection.executemany(
        "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (source, ord, kind, message, _json([claims[d] for d in documents]), *rest)
            for ord, (kind, message, documents, *rest) in enumerate(rows.findings)
        ),
    )


def _claim_keys(connection: sqlite3.Connection, claims: Sequence[Claim]) -> list[int]:
    """The keys of the claims, new ones made; their counts go up and their buckets are dirty."""
    keys: list[int] = []
    for claim in claims:
        digest = claim.key
        found = connection.execute("SELECT key, bucket FROM claim WHERE digest = ?", (digest,)).fetchone()
        if found is None:
            fall = _clean(bucket(claim.document))
            found = connection.execute(
                "INSERT INTO claim (digest, id_hash, bucket, packed) VALUES (?, ?, ?, ?) RETURNING key, bucket",
                (digest, id_hash(claim.document.id), fall, pack(claim.document.id, claim.content)),
            ).fetchone()
            _touch(connection, [found])
        keys.append(found[0])
    connection.executemany(
        "UPDATE claim SET own = own + ?, cited = cited + ? WHERE key = ?",
        ((claim.own, claim.cited, key) for claim, key in zip(claims, keys, strict=True)),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO dirty SELECT bucket FROM claim WHERE key = ?", ((key,) for key in keys)
    )
    return keys


def _word_keys(connection: sqlite3.Connection, rows: _Rows) -> dict[str, int]:
    names = {row[1] for row in (*rows.relations, *rows.effects)} | {row[5] for row in rows.effects}
    names |= {row[-2] for row in (*rows.relations, *rows.mentions, *rows.effects)}
    connection.executemany("INSERT OR IGNORE INTO word (name) VALUES (?)", ((name,) for name in sorted(names)))
    return dict(connection.execute("SELECT name, key FROM word").fetchall())


def _touch(connection: sqlite3.Connection, claims: Iterable[tuple[int, str]]) -> None:
    """A claim that came or went also matters to the other buckets that have its id: the first of them owns the id."""
    connection.executemany(
        "INSERT OR IGNORE INTO dirty SELECT o.bucket FROM claim c JOIN claim o ON o.id_hash = c.id_hash"
        " AND o.bucket <> c.bucket"
        " WHERE c.key = ?",
        ((key,) for key, _ in claims),
    )


def _issuer_keys(connection: sqlite3.Connection, source: int, issuers: list[tuple[str, str]]) -> list[int]:
    keys = []
    for id, content in issuers:
        row = connection.execute("SELECT key FROM issuer WHERE id = ?", (id,)).fetchone()
        if row is None:
            insert = "INSERT INTO issuer (id, name) VALUES (?, '') RETURNING key"
            row = connection.execute(insert, (id,)).fetchone()
        variant = connection.execute(
            "INSERT INTO issuer_variant (issuer, content, uses) VALUES (?, ?, 1)"
            " ON CONFLICT (issuer, content) DO UPDATE SET uses = uses + 1 RETURNING key",
            (row[0], content),
        ).fetchone()
        connection.execute("INSERT INTO issuer_assertion VALUES (?, ?)", (source, variant[0]))
        _settle_issuer(connection, row[0])
        keys.append(row[0])
    return keys


def _settle_issuer(connection: sqlite3.Connection, issuer: int) -> None:
    """The issuer is what most texts say of it; among equals the one that says most, then by letters."""
    variants = connection.execute("SELECT content, uses FROM issuer_variant WHERE issuer = ?", (issuer,)).fetchall()
    if not variants:
        connection.execute("DELETE FROM issuer WHERE key = ?", (issuer,))
        return
    fields = json.loads(min(variants, key=lambda v: (-v[1], -len(v[0]), v[0]))[0])
    connection.execute(
        "UPDATE issuer SET name = ?, place = ?, level = ?, branch = ?, code = ? WHERE key = ?",
        (*(fields.get(name) for name in _ISSUER_FIELDS), issuer),
    )


def _forget(connection: sqlite3.Connection, name: str) -> bool:
    known = connection.execute("SELECT key FROM source WHERE name = ?", (name,)).fetchone()
    if known:
        _withdraw(connection, known[0])
        connection.execute("DELETE FROM source WHERE key = ?", (known[0],))
    return known is not None


def _withdraw(connection: sqlite3.Connection, source: int) -> None:
    """Take back everything that a source says; its row stays for the caller to delete."""
    said = connection.execute("SELECT claim, own FROM assertion WHERE source = ?", (source,)).fetchall()
    connection.executemany(
        "UPDATE claim SET own = own - ?, cited = cited - ? WHERE key = ?",
        ((own, 1 - own, claim) for claim, own in said),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO dirty SELECT bucket FROM claim WHERE key = ?", ((claim,) for claim, _ in said)
    )
    _touch(connection, ((claim, "") for claim, _ in said))
    variants = connection.execute(
        "SELECT v.key, v.issuer FROM issuer_assertion a JOIN issuer_variant v ON v.key = a.variant WHERE a.source = ?",
        (source,),
    ).fetchall()
    for table in ("relation", "mention", "effect", "finding", "assertion", "issuer_assertion"):
        connection.execute(f"DELETE FROM {table} WHERE source = ?", (source,))
    delete_text(connection, source)
    connection.executemany("UPDATE issuer_variant SET uses = uses - 1 WHERE key = ?", ((key,) for key, _ in variants))
    connection.executemany("DELETE FROM issuer_variant WHERE key = ? AND uses = 0", ((key,) for key, _ in variants))
    for issuer in {issuer for _, issuer in variants}:
        _settle_issuer(connection, issuer)
