"""The tables that a Spark run leaves for other programs: Parquet in a folder.

``mentions`` and ``relations`` have a row for each one of every text; ``documents`` one for each document merged over
all texts, by the same rules as the graph. Equal descriptions of a document are one claim with a count, so merging by
key stays small even for the Constitution: claims are aggregated by key, never collected as a list of citations.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from graph.contract import document_dict, mention_dict, relation_dict
from graph.engines.wire import load_said
from graph.identity.claims import Claim, claim_of
from graph.identity.features import bucket
from graph.identity.merging import merge
from graph.identity.verdict import distinguish
from graph.model import Document, Extraction, Source
from graph.relations.claiming import claimed, of_the_law

_MENTIONS = (
    "source string, document string, start int, end int, text string, pinpoint string,"
    " provision string, rule string, confidence double"
)
_RELATIONS = (
    "source string, subject string, predicate string, object string, start int, end int, text string, cue string,"
    " confidence double, partial boolean, pinpoint string, provision string, rule string"
)
_DOCUMENTS = (
    "id string, type string, code string, name string, date string, issuer string, place string, term string,"
    " title string, status string, unnumbered boolean, candidates array<string>, own int, cited int"
)

Key = tuple[str, str]  # id and content of a claim
Counts = dict[Key, tuple[int, int]]  # claim -> texts that are the document, texts that cite it


def write_tables(spark: Any, outcomes: Any, folder: Path) -> None:
    """Write the tables of `outcomes` (a sorted data frame) to `folder`, each whole or not at all."""
    found = outcomes.select("found").where("found IS NOT NULL").rdd
    _write(spark, found.flatMap(_mention_rows), _MENTIONS, folder / "mentions")
    _write(spark, found.flatMap(_relation_rows), _RELATIONS, folder / "relations")
    claims = found.flatMap(_claim_rows)
    merged = claims.aggregateByKey({}, _add, _join)
    first = claims.map(_id_row).reduceByKey(min)  # an id that several buckets claim belongs to the first of them
    documents = merged.flatMap(_merged).leftOuterJoin(first).map(_settled).sortBy(lambda row: row[0])
    _write(spark, documents, _DOCUMENTS, folder / "documents")


def _write(spark: Any, rows: Any, schema: str, target: Path) -> None:
    waiting = target.with_name(f".{target.name}.new")
    spark.createDataFrame(rows, schema, verifySchema=False).write.mode("overwrite").parquet(str(waiting))
    if target.exists():
        shutil.rmtree(target)
    os.replace(waiting, target)


def _mention_rows(row: Any) -> Iterator[tuple[Any, ...]]:
    source, extraction = load_said(bytes(row.found))
    for mention in extraction.mentions:
        d = mention_dict(mention)
        yield (source.name, d["document"], d["start"], d["end"], d["text"], d["pinpoint"], d["provision"],
               d["rule"], float(d["confidence"]))  # fmt: skip


def _relation_rows(row: Any) -> Iterator[tuple[Any, ...]]:
    source, extraction = load_said(bytes(row.found))
    for relation in extraction.relations:
        d = relation_dict(relation)
        yield (source.name, d["subject"], d["predicate"], d["object"], d["start"], d["end"], d["text"], d["cue"],
               float(d["confidence"]), relation.partial, d["pinpoint"], d["provision"], d["rule"])  # fmt: skip


def _claim_rows(row: Any) -> Iterator[tuple[str, tuple[Key, int, int]]]:
    source, extraction = load_said(bytes(row.found))
    for claim in _claims(source, extraction):
        yield bucket(claim.document), ((claim.document.id, claim.content), claim.own, claim.cited)


def _claims(source: Source, extraction: Extraction) -> list[Claim]:
    """What the text says about each document, as the store keeps it."""
    context = hashlib.blake2b(source.text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return [claim_of(document, context=context, seen=seen) for document, seen in claimed(of_the_law(extraction))]


def _add(counts: Counts, said: tuple[Key, int, int]) -> Counts:
    key, own, cited = said
    before = counts.get(key, (0, 0))
    counts[key] = (before[0] + own, before[1] + cited)
    return counts


def _join(a: Counts, b: Counts) -> Counts:
    for key, (own, cited) in b.items():
        _add(a, (key, own, cited))
    return a


def _id_row(row: tuple[str, tuple[Key, int, int]]) -> tuple[str, str]:
    return row[1][0][0], row[0]


def _merged(row: tuple[str, Counts]) -> Iterator[tuple[str, tuple[str, Document, int, int]]]:
    """The documents of one bucket by id, with how many texts are it and cite it."""
    name, counts = row
    claims = [Claim.from_content(*key, own=own, cited=cited) for key, (own, cited) in sorted(counts.items())]
    by_key = {claim.key: claim for claim in claims}
    for cluster in merge(claims):
        members = [by_key[key] for key in cluster.claims]
        own, cited = sum(c.own for c in members), sum(c.cited for c in members)
        yield cluster.document.id, (name, cluster.document, own, cited)


def _settled(row: tuple[str, tuple[tuple[str, Document, int, int], str | None]]) -> tuple[Any, ...]:
    """The row of a document; one whose id belongs to another bucket gets an id of its own."""
    id, ((name, document, own, cited), first) = row
    if first is not None and first != name:
        document = replace(document, id=distinguish(id, f"{zlib.crc32(name.encode()):08x}"))
    d = document_dict(document)
    return (d["id"], d["type"], d["code"], d["name"], d["date"], d["issuer"], d["place"], d["term"], d["title"],
            d["status"], d["unnumbered"], d["candidates"], own, cited)  # fmt: skip
