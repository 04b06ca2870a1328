"""Relations on hand-annotated citations: the floor below which no change may fall."""

from __future__ import annotations

import json
from bisect import bisect_left
from pathlib import Path

from graph.model import Document, Mention
from graph.normalise import normalise
from graph.relations.relate import relate

FLOOR = 0.99


def test_annotated_texts(shared: Path) -> None:
    right = given = wanted = 0
    for path in sorted((shared / "eval" / "dev").glob("*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        stem = path.name.removesuffix(".gold.json")
        source = next(p for p in sorted(path.parent.glob(stem + ".*")) if p.suffix in (".md", ".txt"))
        found = related(gold, source.read_bytes().decode("utf-8"))
        optional = {d["id"] for d in gold["documents"] if d.get("optional")}
        stated = {(r["subject"], r["predicate"], r["object"]): bool(r.get("optional")) for r in gold["relations"]}
        for triple in found | set(stated):
            if stated.get(triple) or {triple[0], triple[2]} & optional:
                continue
            right += triple in found and triple in stated
            given += triple in found
            wanted += triple in stated
    assert wanted > 100
    assert 2 * right / (given + wanted) >= FLOOR


def related(gold: dict[str, list[dict[str, str]]], raw: str) -> set[tuple[str, str, str]]:
    """The relations between the annotated documents of a text."""
    normal = normalise(raw)
    starts = [normal.start(at) for at in range(len(normal.text) + 1)] if normal.text != raw else None

    def place(offset: int | str) -> int:
        return int(offset) if starts is None else bisect_left(starts, int(offset))

    documents = [
        Document(
            id=d["id"], type=d.get("type"), code=d.get("code"), name=d.get("name"), date=d.get("date"),
            issuer=d.get("issuer"), place=d.get("place"), term=d.get("term"), is_source=bool(d.get("source")),
            unnumbered=bool(d.get("unnumbered")),
        )
        for d in gold["documents"]
    ]  # fmt: skip
    mentions = [Mention(m["doc"], place(m["start"]), place(m["end"]), m["text"]) for m in gold["mentions"]]
    mentions.sort(key=lambda m: (m.start, m.end))
    return {(r.subject, r.predicate, r.object) for r in relate(normal.text, documents, mentions)}
