"""Corrections by hand on the merged graph: what is applied to its tables, and taken back whole before a merge.

The merge knows nothing of corrections. Before it, `undo` brings back what they took away and marks the buckets of the
documents that they changed; after it they are applied anew. So a graph with corrections is always what its texts make
it, and then the corrections, in whatever order the two came.

Documents are named by the key of a claim that means them: claims stay while documents are merged.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from graph.identity.claims import claim_of
from graph.identity.features import bucket
from graph.identity.merging import merge
from graph.identity.urn import Urn, UrnError, make_urn
from graph.identity.verdict import distinguish
from graph.model import Document
from graph.store import listing, rows
from graph.store.database import transaction
from graph.store.ids import id_hash
from graph.store.ingest import forget_source
from graph.store.settling import COLUMNS, UPDATE, search_words, values_of
from graph.store.tables import TABLES
from graph.store.trust import parsed
from graph.store.words import delete_words, insert_words

RULE = "correction"  # of what a correction states, its origin, and the format of its source
IDENTITY = ("type", "code", "date", "issuer", "name")  # facts by which documents are told apart
_ENDING = ("replaces", "repeals", "suspends")
_CONFLICTS = {"date": "conflicting-date", "issuer": "conflicting-issuer"}  # what a correction of a fact settles
_RELATION = ("source", "ord", *(name for name, _ in next(t for t in TABLES if t.name == "relation").columns))
_ISSUER = _RELATION.index("issuer")
_EFFECT = ("source", "ord", *(name for name, _ in next(t for t in TABLES if t.name == "effect").columns))
_COLUMNS = {"relation": _RELATION, "effect": _EFFECT}


class Stored(NamedTuple):
    """A correction as it is kept: see the table."""

    name: str
    cells: Mapping[str, str]
    state: str | None
    documents: tuple[str, ...]


def is_due(connection: sqlite3.Connection) -> bool:
    """Whether there is a correction that is not applied, or something of one that is there no more."""
    queries = (
        "SELECT 1 FROM correction WHERE state IS NULL LIMIT 1",
        "SELECT 1 FROM (SELECT bucket FROM corrected UNION ALL SELECT kind FROM denied)"
        " WHERE NOT EXISTS (SELECT 1 FROM correction) LIMIT 1",
    )
    return any(connection.execute(query).fetchone() for query in queries)


def has_any(connection: sqlite3.Connection) -> bool:
    """Whether the graph has, or had, corrections."""
    return is_due(connection) or connection.execute("SELECT 1 FROM correction LIMIT 1").fetchone() is not None


def stored(connection: sqlite3.Connection) -> list[Stored]:
    """All corrections, by name."""
    listed = connection.execute("SELECT name, cells, state, documents FROM correction ORDER BY name")
    return [Stored(name, rows.metadata_of(cells), state, rows.strings(ids)) for name, cells, state, ids in listed]


def keep(connection: sqlite3.Connection, file: str, corrections: Mapping[str, Mapping[str, str]]) -> bool:
    """Keep these corrections (name -> cells) instead of those of the same file before; whether anything changed."""
    wanted = {name: json.dumps(cells, ensure_ascii=False, sort_keys=True) for name, cells in corrections.items()}
    with transaction(connection):
        known = dict(
            connection.execute(
                "SELECT name, cells FROM correction WHERE name > ?1 AND name < ?1 || char(1114111)", (f"{file}#",)
            )
        )
        if known == wanted:
            return False
        connection.executemany("DELETE FROM correction WHERE name = ?", ((name,) for name in known))
        for name in sorted(known.keys() - wanted):
            forget_source(connection, name)
        connection.executemany("INSERT INTO correction VALUES (?, ?, NULL, '[]')", sorted(wanted.items()))
        connection.execute("UPDATE correction SET state = NULL")
    return True


def undo(connection: sqlite3.Connection) -> None:
    """Take back everything that corrections did; they count as not applied."""
    with transaction(connection):
        listing.drop(connection)
        for (name,) in connection.execute("SELECT name FROM correction").fetchall():
            forget_source(connection, name)
        for kind, columns in _COLUMNS.items():
            back = connection.execute("SELECT cells FROM denied WHERE kind = ?", (kind,)).fetchall()
            listed = ", ".join(f'"{column}"' for column in columns)
            connection.executemany(
                f"INSERT INTO {kind} ({listed}) VALUES ({', '.join('?' * len(columns))})",
                (_cells(cells, len(columns)) for (cells,) in back),
            )
        connection.execute("DELETE FROM denied")
        for claim, source, original in connection.execute("SELECT claim, source, original FROM apart").fetchall():
            _repoint(connection, source, claim, original)
            connection.execute("DELETE FROM claim WHERE key = ?", (claim,))
        connection.execute("DELETE FROM apart")
        connection.execute("INSERT OR IGNORE INTO dirty SELECT bucket FROM corrected")
        connection.execute("DELETE FROM corrected")
        connection.execute("UPDATE correction SET state = NULL, documents = '[]'")


def _cells(text: str, width: int) -> list[Any]:
    values = parsed(text)
    if type(values) is not list or len(values) != width:
        raise ValueError("not a row")
    return values


class Corrector:
    """Applies corrections, inside one transaction of the caller."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._renamed: dict[str, str] = {}  # ids that are gone, and what stands for them

    def document_of(self, claim: int) -> tuple[int, Document]:
        """The key and the document that a claim means; LookupError where there is none."""
        query = f"SELECT d.key, {rows.DOCUMENT} FROM meaning m CROSS JOIN document d ON d.key = m.document"
        row = self._connection.execute(f"{query} WHERE m.claim = ?", (claim,)).fetchone()
        if row is None:
            raise LookupError(claim)
        return row[0], rows.document_of(row[1:])

    def done(self, name: str, state: str, documents: Iterable[str]) -> None:
        """Note what became of a correction: in its row, and for exports in what is known of its source."""
        ids = list(documents)
        self._connection.execute(
            "UPDATE correction SET state = ?, documents = ? WHERE name = ?",
            (state, json.dumps(ids, ensure_ascii=False), name),
        )
        (text,) = self._connection.execute("SELECT metadata FROM source WHERE name = ?", (name,)).fetchone()
        known = {**rows.metadata_of(text), **({"about": "\n".join(ids)} if ids else {})}
        metadata = json.dumps(dict(sorted(known.items())), ensure_ascii=False, separators=(",", ":"))
        self._connection.execute("UPDATE source SET metadata = ? WHERE name = ?", (metadata, name))

    # Documents

    def merge(self, claim: int, into: int) -> None:
        """What `claim` means is what `into` means."""
        (old, gone), (new, kept) = self.document_of(claim), self.document_of(into)
        if old == new:
            return
        missing = {
            name: value
            for name in ("type", "code", "name", "date", "issuer", "place", "term", "title")
            if getattr(kept, name) is None and (value := getattr(gone, name)) is not None
        }
        origins = {**{name: gone.origins.get(name, "text") for name in missing}, **kept.origins}
        if kept.issuer is not None:
            same = {row[_ISSUER] for row in self._issued(new)}
            self._deny("relation", [row for row in self._issued(old) if row[_ISSUER] not in same])
        self._mark(old)
        self._change(new, replace(kept, **missing, is_source=kept.is_source or gone.is_source, origins=origins))
        self._connection.execute(
            "UPDATE meaning SET document = ?, vague = ? WHERE document = ?", (new, int(kept.provisional), old)
        )
        self._delete(old)
        self._renamed[gone.id] = kept.id
        circles = self._relations("s.document = ?1 AND o.document = ?1", (new,))
        self._deny("relation", circles)

    def meet(self, claim: int) -> None:
        """The document, whose facts were corrected, may now be one that other texts name: by the rules of the merge."""
        key, document = self.document_of(claim)
        found = self._connection.execute(
            f"SELECT {rows.DOCUMENT} FROM document d WHERE d.bucket = ? AND d.key <> ? AND d.key NOT IN"
            " (SELECT m.document FROM apart a CROSS JOIN meaning m ON m.claim = a.claim) ORDER BY d.id",
            (bucket(document), key),
        )
        claims = {c.key: c for c in (claim_of(d, context=d.id, seen=None) for d in map(rows.document_of, found))}
        own = claim_of(replace(document, provisional=False), context=document.id, seen=None)
        for cluster in merge([*claims.values(), own]):
            if own.key in cluster.claims:
                for digest in sorted(set(cluster.claims) - {own.key}):
                    self.merge(self._claim_of(claims[digest].document.id), claim)

    def name_anew(self, claim: int) -> None:
        """The id of a document whose facts were corrected says what they are now; the old one still leads to it, as
        that of a claim."""
        key, document = self.document_of(claim)
        try:
            old = Urn.parse(document.id)
            new = Urn.parse(
                make_urn(
                    jurisdiction_place=document.place, issuer=document.issuer, type=document.type, date=document.date,
                    year=None, number=document.code, extra=None, term=document.term,
                )
            )  # fmt: skip
        except UrnError:
            return
        if not document.date:  # what the old name had from elsewhere (a year in the number) stays
            new = replace(new, dates=old.dates, period=old.period)
        if not document.code:
            new = replace(new, numbers=old.numbers)
        id = str(replace(new, measure=(new.measure[0], *old.measure[1:])))
        if id == document.id:
            return
        if self._connection.execute("SELECT 1 FROM document WHERE id_hash = ?", (id_hash(id),)).fetchone():
            id = distinguish(id, f"{zlib.crc32(document.id.encode()):08x}")
        self._change(key, replace(document, id=id))
        self._renamed.pop(id, None)
        self._renamed[document.id] = id

    def _claim_of(self, id: str) -> int:
        query = (
            "SELECT m.claim FROM document d CROSS JOIN meaning m ON m.document = d.key WHERE d.id_hash = ? AND d.id = ?"
        )
        return int(self._connection.execute(query, (id_hash(id), id)).fetchone()[0])

    def split(self, claim: int, source: int, mark: str) -> None:
        """What the source says of the document of `claim`, it says of another document. LookupError where it says
        nothing of it."""
        key, document = self.document_of(claim)
        claims = [
            row[0]
            for row in self._connection.execute(
                "SELECT a.claim FROM assertion a CROSS JOIN meaning m ON m.claim = a.claim"
                " WHERE a.source = ? AND m.document = ? ORDER BY a.claim",
                (source, key),
            )
        ]
        if not claims:
            raise LookupError(source)
        bucket = self._mark(key)
        own = self._connection.execute(
            "SELECT max(own) FROM assertion WHERE source = ? AND claim IN (SELECT value FROM json_each(?))",
            (source, json.dumps(claims)),
        ).fetchone()[0]
        left = self._connection.execute(
            "SELECT sum(c.own) FROM meaning m CROSS JOIN claim c ON c.key = m.claim WHERE m.document = ?", (key,)
        ).fetchone()[0]
        other = replace(
            document,
            id=distinguish(document.id, f"{zlib.crc32(mark.encode()):08x}"),
            is_source=bool(own),
            origins=dict(document.origins),
        )
        fresh = self._connection.execute("SELECT max(key) + 1 FROM document").fetchone()[0]
        values = values_of(bucket, other)
        self._connection.execute(
            f"INSERT INTO document (key, {', '.join(COLUMNS)}) VALUES (?{', ?' * len(COLUMNS)})", (fresh, *values)
        )
        insert_words(self._connection, fresh, search_words(values))
        if own:
            self._change(key, replace(document, is_source=left > own))
        for original in claims:
            digest = hashlib.blake2b(f"{mark}\0{original}".encode(), digest_size=12).digest()
            new = self._connection.execute(
                "INSERT INTO claim (digest, id_hash, bucket, packed)"
                " SELECT ?, ?, '', packed FROM claim WHERE key = ? RETURNING key",
                (digest, id_hash(other.id), original),
            ).fetchone()[0]
            self._connection.execute("INSERT INTO meaning VALUES (?, ?, ?)", (new, fresh, int(other.provisional)))
            self._connection.execute("INSERT INTO apart VALUES (?, ?, ?)", (new, source, original))
            _repoint(self._connection, source, original, new)

    def speaks(self, source: int, claim: int) -> bool:
        """Whether the source says anything of the document of `claim`."""
        query = (
            "SELECT 1 FROM assertion a CROSS JOIN meaning m ON m.claim = a.claim WHERE a.source = ? AND m.document = ?"
        )
        return self._connection.execute(query, (source, self.document_of(claim)[0])).fetchone() is not None

    def set_facts(self, claim: int, facts: Mapping[str, str | None]) -> None:
        """Give the document these attributes; None takes one away."""
        key, document = self.document_of(claim)
        origins = {name: origin for name, origin in document.origins.items() if name not in facts}
        origins.update((name, RULE) for name, value in facts.items() if value is not None)
        changed: dict[str, Any] = dict(facts)
        self._change(key, replace(document, **changed, origins=origins))
        settled = [kind for name, kind in _CONFLICTS.items() if name in facts]
        self._connection.executemany(
            "DELETE FROM conflict WHERE kind = ? AND documents = ?",
            ((kind, json.dumps((document.id,))) for kind in settled),
        )

    def _mark(self, key: int) -> str:
        bucket = str(self._connection.execute("SELECT bucket FROM document WHERE key = ?", (key,)).fetchone()[0])
        self._connection.execute("INSERT OR IGNORE INTO corrected VALUES (?)", (bucket,))
        return bucket

    def _change(self, key: int, document: Document) -> None:
        bucket = self._mark(key)
        before = self._row(key)
        after = values_of(bucket, document)
        self._connection.execute(UPDATE, (*after, key))
        delete_words(self._connection, key, search_words(before))
        insert_words(self._connection, key, search_words(after))

    def _row(self, key: int) -> Sequence[Any]:
        query = f"SELECT {', '.join(COLUMNS)} FROM document WHERE key = ?"
        row: Sequence[Any] = self._connection.execute(query, (key,)).fetchone()
        return row

    def _delete(self, key: int) -> None:
        delete_words(self._connection, key, search_words(self._row(key)))
        self._connection.execute("DELETE FROM document WHERE key = ?", (key,))

    def finish(self) -> None:
        """Where documents and findings name an id that is gone, they name the one that stands for it: one pass."""
        if not self._renamed:
            return
        for table, column, keys in (("document", "candidates", "key"), ("conflict", "documents", "bucket, ord")):
            query = f"SELECT {keys}, bucket, {column} FROM {table} WHERE {column} IS NOT NULL"
            for *key, place, text in self._connection.execute(query).fetchall():
                ids = rows.strings(text)
                if self._renamed.keys().isdisjoint(ids):
                    continue
                new = json.dumps(list(dict.fromkeys(map(self._now, ids))), ensure_ascii=table == "conflict")
                where = " AND ".join(f"{name} = ?" for name in keys.split(", "))
                self._connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (new, *key))
                self._connection.execute("INSERT OR IGNORE INTO corrected VALUES (?)", (place,))

    def _now(self, id: str) -> str:
        """The id that stands for one that may be gone."""
        for _ in range(len(self._renamed)):
            if id not in self._renamed:
                break
            id = self._renamed[id]
        return id

    # Statements

    def relate(
        self, source: int, subject: int, predicate: str, object: int, evidence: tuple[int, int, int, int]
    ) -> None:
        """`source` states a relation; claims, then start, end, start and end of the cue in its text."""
        start, end, cue_start, cue_end = evidence
        self._insert(
            "relation", source,
            (subject, self._word(predicate), object, None, 0, None, start, end, None, None, cue_start, cue_end,
             self._word(RULE), 1.0, None),
        )  # fmt: skip

    def deny_issuers(self, claim: int) -> None:
        """Nobody states any more who issued the document."""
        self._deny("relation", self._issued(self.document_of(claim)[0]))

    def _issued(self, document: int) -> list[Any]:
        return self._connection.execute(
            f"SELECT {_listed('r', _RELATION)} FROM meaning m CROSS JOIN relation r ON r.subject = m.claim"
            " WHERE m.document = ? AND r.issuer IS NOT NULL",
            (document,),
        ).fetchall()

    def issue(self, source: int, claim: int, issuer: str, evidence: tuple[int, int, int, int]) -> None:
        """`source` states that the body with this id issued the document."""
        number = self._connection.execute("SELECT key FROM issuer WHERE id = ?", (issuer,)).fetchone()[0]
        start, end, cue_start, cue_end = evidence
        self._insert(
            "relation", source,
            (claim, self._word("issued_by"), None, number, 0, None, start, end, None, None, cue_start, cue_end,
             self._word(RULE), 1.0, None),
        )  # fmt: skip

    def state(
        self, source: int, claim: int, kind: str, day: str | None, basis: str, evidence: tuple[int, int, int, int]
    ) -> None:
        """`source` states when the document takes effect or ends, or (``register``, no day) whether it stands."""
        start, end, cue_start, cue_end = evidence
        self._insert(
            "effect", source,
            (claim, self._word(kind), day, None, None, self._word(basis), 0, start, end, None, None, cue_start,
             cue_end, self._word(RULE), 1.0),
        )  # fmt: skip

    def has_relation(self, subject: int, predicate: str, object: int) -> bool:
        """Whether a text or a register states it."""
        ends = self.document_of(subject)[0], self.document_of(object)[0]
        return bool(self._relations("s.document = ?1 AND o.document = ?2 AND p.name = ?3", (*ends, predicate)))

    def deny_relation(self, subject: int, predicate: str, object: int) -> None:
        """No text or register states it any more, nor that the one ended the other by it."""
        (one, _), (other, _) = self.document_of(subject), self.document_of(object)
        self._deny(
            "relation", self._relations("s.document = ?1 AND o.document = ?2 AND p.name = ?3", (one, other, predicate))
        )
        if predicate in _ENDING:
            where = "b.document = ?2 AND k.name IN ('ended', 'suspended')"
            self._deny("effect", self._effects(other, where, one))

    def deny_ends(self, claim: int) -> None:
        """Nothing ends or suspends the document as a whole."""
        key, _ = self.document_of(claim)
        names = ", ".join(f"'{name}'" for name in _ENDING)
        where = f"o.document = ?1 AND p.name IN ({names}) AND NOT r.partial AND r.pinpoints IS NULL"
        self._deny("relation", self._relations(where, (key,)))
        self.deny_states(claim)

    def deny_states(self, claim: int) -> None:
        """No statement of time ends or suspends the document as a whole, no register says that it stands."""
        key, _ = self.document_of(claim)
        where = (
            "e.provisions IS NULL AND (k.name IN ('ended', 'suspended', 'until')"
            " OR (k.name = 'in-force' AND basis.name = 'register' AND e.date IS NULL))"
        )
        self._deny("effect", self._effects(key, where))

    def deny_first_day(self, claim: int, day: str | None = None) -> int:
        """Nothing says when the document as a whole takes effect (`day`: that it does so on this day); how many did."""
        key, _ = self.document_of(claim)
        where = "k.name = 'in-force' AND e.provisions IS NULL AND (basis.name <> 'register' OR e.date IS NOT NULL)"
        found = self._effects(key, f"{where} AND e.date = ?2", day) if day else self._effects(key, where)
        self._deny("effect", found)
        return len(found)

    def _relations(self, where: str, values: tuple[Any, ...]) -> list[Any]:
        return self._connection.execute(
            f"SELECT {_listed('r', _RELATION)} FROM meaning o CROSS JOIN relation r ON r.object = o.claim"
            " CROSS JOIN meaning s ON s.claim = r.subject CROSS JOIN word p ON p.key = r.predicate"
            f" CROSS JOIN word rule ON rule.key = r.rule WHERE rule.name <> '{RULE}' AND {where}",
            values,
        ).fetchall()

    def _effects(self, document: int, where: str, *values: Any) -> list[Any]:
        return self._connection.execute(
            f"SELECT {_listed('e', _EFFECT)} FROM meaning m CROSS JOIN effect e ON e.claim = m.claim"
            " CROSS JOIN word k ON k.key = e.kind CROSS JOIN word basis ON basis.key = e.basis"
            " CROSS JOIN word rule ON rule.key = e.rule LEFT JOIN meaning b ON b.claim = e.by"
            f" WHERE m.document = ?1 AND rule.name <> '{RULE}' AND {where}",
            (document, *values),
        ).fetchall()

    def _deny(self, kind: str, found: Iterable[Sequence[Any]]) -> None:
        for row in found:
            self._connection.execute(
                "INSERT OR IGNORE INTO denied VALUES (?, ?, ?, ?)",
                (row[0], kind, row[1], json.dumps(list(row), ensure_ascii=False, separators=(",", ":"))),
            )
            self._connection.execute(f"DELETE FROM {kind} WHERE source = ? AND ord = ?", (row[0], row[1]))

    def _insert(self, kind: str, source: int, values: Sequence[Any]) -> None:
        query = f"SELECT coalesce(max(ord) + 1, 0) FROM {kind} WHERE source = ?"
        ord = self._connection.execute(query, (source,)).fetchone()[0]
        table = next(t for t in TABLES if t.name == kind)
        self._connection.execute(table.insert, (source, ord, *values))

    def _word(self, name: str) -> int:
        self._connection.execute("INSERT OR IGNORE INTO word (name) VALUES (?)", (name,))
        return int(self._connection.execute("SELECT key FROM word WHERE name = ?", (name,)).fetchone()[0])


def _listed(alias: str, columns: Sequence[str]) -> str:
    return ", ".join(f'{alias}."{column}"' for column in columns)


def _repoint(connection: sqlite3.Connection, source: int, old: int, new: int) -> None:
    """What the source says with one claim it says with another."""
    for table, column in (
        ("mention", "claim"), ("relation", "subject"), ("relation", "object"), ("effect", "claim"), ("effect", "by"),
    ):  # fmt: skip
        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE source = ? AND "{column}" = ?', (new, source, old))
    for ord, text in connection.execute("SELECT ord, claims FROM finding WHERE source = ?", (source,)).fetchall():
        claims = parsed(text)
        if old in claims:
            changed = json.dumps([new if claim == old else claim for claim in claims], separators=(",", ":"))
            connection.execute("UPDATE finding SET claims = ? WHERE source = ? AND ord = ?", (changed, source, ord))
    for (own,) in connection.execute(
        "SELECT own FROM assertion WHERE source = ? AND claim = ?", (source, old)
    ).fetchall():
        connection.execute("UPDATE assertion SET claim = ? WHERE source = ? AND claim = ?", (new, source, old))
        connection.execute("UPDATE claim SET own = own - ?1, cited = cited - ?2 WHERE key = ?3", (own, 1 - own, old))
        connection.execute("UPDATE claim SET own = own + ?1, cited = cited + ?2 WHERE key = ?3", (own, 1 - own, new))
