"""Corrections are applied above registers and texts, after every merge: each row is a source of its own, so that what
it states shows where it comes from, and what it denies or changes in the merged graph is done behind the merge."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace

from graph.corrections.matching import Match, circles, contradictions, differs, match
from graph.corrections.rows import Correction, sentence
from graph.model import Evidence, Extraction, Finding, Mention, Source
from graph.store import listing
from graph.store.correcting import IDENTITY, RULE, Corrector, is_due, stored, undo
from graph.store.database import transaction
from graph.store.ingest import put
from graph.store.settling import pending, settle

UNMATCHED = "unmatched-correction"
_READER = "corrections"
_Place = tuple[int, int, int, int]


def apply(connection: sqlite3.Connection, progress: Callable[[int], None] | None = None) -> int:
    """Merge what was read since the last time, and apply every correction that is kept; how many buckets were merged.
    Nothing is done where nothing has changed."""
    if not pending(connection) and not is_due(connection):
        return 0
    undo(connection)
    done = settle(connection, progress)
    matches = [match(connection, kept.name, Correction(**kept.cells)) for kept in stored(connection)]
    if any(found.is_lost for found in matches) and (facts := _identities(matches)):
        matches = _by_their_new_names(connection, matches, facts)
        done += settle(connection, progress)
    contradictions(matches)
    merges = circles(matches)
    _check(connection, matches)
    for found in matches:
        put(connection, *_source(found), reader=_READER)
    done += settle(connection, progress)
    with transaction(connection):
        _Applying(connection).all(matches, merges)
        if not matches:  # the last ones are gone: documents have their lists again
            listing.note_all(connection)
    listing.make(connection)
    return done


def _identities(matches: list[Match]) -> list[Match]:
    """The rows that give a document another number, date, issuer …"""
    return [f for f in matches if f.row.action == "set" and f.row.what in IDENTITY and not f.trouble]


def _by_their_new_names(connection: sqlite3.Connection, matches: list[Match], facts: list[Match]) -> list[Match]:
    """The matches, those among them that name a document by its corrected number or date too. The graph is undone
    again."""
    with transaction(connection):
        corrector = Corrector(connection)
        for found in facts:
            value = found.issuer.name if found.issuer is not None else found.row.value
            corrector.set_facts(_given(found.document), {found.row.what: value})
        matches = [match(connection, f.name, f.row) if f.is_lost else f for f in matches]
    undo(connection)
    return matches


def _check(connection: sqlite3.Connection, matches: list[Match]) -> None:
    """A confirmed or denied relation that nobody states, and a denied fact that the graph does not have, match nothing
    any more."""
    corrector = Corrector(connection)
    for found in matches:
        row = found.row
        if found.trouble or found.document is None:
            continue
        if row.is_relation and row.action in ("confirm", "deny") and found.value is not None:
            if not corrector.has_relation(found.document, row.what, found.value):
                found.trouble = "không còn nguồn nào nêu quan hệ này"
        elif row.action == "deny":
            found.trouble = differs(found, corrector.document_of(found.document)[1])
        elif row.action == "split" and found.source is not None and not corrector.speaks(found.source, found.document):
            found.trouble = "nguồn này không nói đến văn bản ấy"


def _source(found: Match) -> tuple[Source, Extraction]:
    """The row as a text, with the documents that only it names."""
    text, first, _, third = sentence(found.row)
    documents, mentions, relations, issuers = [], [], [], []
    for words, document, read in found.new if not found.trouble else ():
        start = first[0] if words == found.row.document else third[0]
        documents.append(document)
        mentions.append(Mention(document.id, start, start + len(words), words, rule=RULE))
        evidence = Evidence(start, start + len(words), words, rule=RULE)
        issued = [r for r in read.relations if r.predicate == "issued_by" and r.subject == document.id]
        relations += [replace(relation, evidence=evidence) for relation in issued]
        issuers += [issuer for issuer in read.issuers if issuer.id in {r.object for r in issued}]
    if found.issuer is not None and not found.trouble and found.row.action != "deny":
        issuers.append(found.issuer)
    findings = []
    if found.trouble:
        message = f"Đính chính không áp dụng được: {found.trouble} ({text})."
        findings.append(Finding(UNMATCHED, message, (), 0, len(text), text))
    said = {"who": found.row.who, "why": found.row.why, "en": sentence(found.row, "en")[0]}
    metadata = {key: value for key, value in said.items() if value}
    source = Source(found.name, text, RULE, metadata)
    unique = {issuer.id: issuer for issuer in issuers}
    return source, Extraction(
        found.name, tuple(documents), tuple(mentions), tuple(relations), tuple(unique.values()), tuple(findings)
    )


class _Applying:
    """The corrections of a graph that is merged, one after the other in an order of their own."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._corrector = Corrector(connection)

    def all(self, matches: list[Match], merges: list[Match]) -> None:
        """Splits, merges, facts, then relations and force: what later ones speak of is there."""
        good = [found for found in matches if not found.trouble]
        for found in good:
            self._fill(found)
        for found in sorted((f for f in good if f.row.action == "split"), key=lambda f: (f.subject, f.row.value)):
            self._corrector.split(_given(found.document), _given(found.source), f"{found.subject} {found.row.value}")
        for found in merges:
            self._corrector.merge(_given(found.document), _given(found.value))
        for found in sorted(good, key=lambda f: (f.subject, f.row.what, f.row.value, f.name)):
            if found.row.is_relation:
                self._relation(found)
            elif found.row.action in ("set", "deny"):
                self._fact(found)
        named = sorted(_identities(good), key=lambda found: found.subject)
        for claim in dict.fromkeys(_given(found.document) for found in named):
            self._corrector.meet(claim)
            self._corrector.name_anew(claim)
        self._corrector.finish()
        for found in matches:
            spoken = [c for c in (found.document, found.value) if c is not None and not found.trouble]
            ids = [self._corrector.document_of(claim)[1].id for claim in spoken]
            self._corrector.done(found.name, found.trouble, dict.fromkeys(ids))

    def _fill(self, found: Match) -> None:
        """Claims of the documents that only the row names: it has made them now."""
        claims = [
            row[0]
            for row in self._connection.execute(
                "SELECT a.claim FROM assertion a CROSS JOIN source f ON f.key = a.source WHERE f.name = ?"
                " ORDER BY a.ord",
                (found.name,),
            )
        ]
        made = dict(zip((document.id for _, document, _ in found.new), claims, strict=True))
        if found.document is None:
            found.document = made[found.ids[0]]
        if found.value is None and found.row.is_relation:
            found.value = made[found.ids[1]]

    def _relation(self, found: Match) -> None:
        subject, object = _given(found.document), _given(found.value)
        if found.row.action == "deny":
            self._corrector.deny_relation(subject, found.row.what, object)
        else:
            self._corrector.relate(self._key(found), subject, found.row.what, object, _place(found.row))

    def _fact(self, found: Match) -> None:
        row, claim = found.row, _given(found.document)
        corrector, place = self._corrector, _place(row)
        if row.what == "effect":
            corrector.deny_first_day(claim, row.value if row.action == "deny" else None)
            if row.action == "set":
                corrector.state(self._key(found), claim, "in-force", row.value, "stated", place)
        elif row.what == "force":
            self._force(found, *row.value.partition(" ")[::2])
        elif row.what == "issuer":
            corrector.deny_issuers(claim)
            if found.issuer is None or row.action == "deny":
                corrector.set_facts(claim, {"issuer": None, "place": None})
                return
            corrector.set_facts(claim, {"issuer": found.issuer.name, "place": found.issuer.place})
            corrector.issue(self._key(found), claim, found.issuer.id, place)
        else:
            corrector.set_facts(claim, {row.what: row.value if row.action == "set" else None})

    def _force(self, found: Match, state: str, day: str) -> None:
        """The state; with a day the end is one from that day on."""
        claim, denied = _given(found.document), found.row.action == "deny"
        if (state == "in-force") != denied:
            self._corrector.deny_ends(claim)
        else:
            self._corrector.deny_states(claim)
        if denied:
            return
        basis = "stated" if day else "register"
        if state == "in-force" and day:
            self._corrector.deny_first_day(claim)
        self._corrector.state(self._key(found), claim, state, day or None, basis, _place(found.row))

    def _key(self, found: Match) -> int:
        return int(self._connection.execute("SELECT key FROM source WHERE name = ?", (found.name,)).fetchone()[0])


def _given(value: int | None) -> int:
    if value is None:
        raise LookupError("nothing was found")
    return value


def _place(row: Correction) -> _Place:
    text, _, cue, _ = sentence(row)
    return 0, len(text), *cue
