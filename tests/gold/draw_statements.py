"""Draws statements at random to be read: python tests/gold/draw_statements.py CORPUS/wild SEED SHEET [known] > SHEET

Rows as in precision.csv, without verdicts: at most three of a text, none of a text that a gold file beside this one
(other than SHEET) names. With `known` those texts count too, but for the blind ones: then no statement is drawn that
another sheet has.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from collections import Counter
from pathlib import Path

from graph import extract
from graph.model import Document

GOLD = Path(__file__).resolve().parent
PREDICATES = ("implements", "replaces", "repeals", "amends", "guides")
STATEMENT = ("text", "subject", "predicate", "object")
HEAD = ("text", "offset", "subject", "predicate", "object", "part", "rule", "verdict", "reason")


def rows_of(sheet: Path) -> list[dict[str, str]]:
    with sheet.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def named(but: str) -> set[str]:
    """Stems of the texts that gold files name."""
    texts = [json.loads(path.read_text(encoding="utf-8")).get("text") or "" for path in GOLD.glob("*/*.json")]
    for sheet in GOLD.glob("*.csv"):
        if sheet.name != but:
            texts += [row.get("path") or row.get("text") or "" for row in rows_of(sheet)]
    return {Path(text).stem for text in texts}


def blind() -> set[str]:
    """Stems of the texts of the blind sets."""
    return {Path(row["path"]).stem for row in rows_of(GOLD / "identity.csv") if row["set"].startswith("blind")}


def drawn_before(but: str) -> set[tuple[str, ...]]:
    """Statements that other sheets have."""
    sheets = [sheet for sheet in GOLD.glob("precision*.csv") if sheet.name != but]
    return {tuple(row[key] for key in STATEMENT) for sheet in sheets for row in rows_of(sheet)}


def label(document: Document) -> str:
    told = document.code or document.name or document.type or document.id
    return f"{'SELF=' if document.is_source else ''}{told} [{document.type}]"


def main() -> None:
    folder, seed, sheet = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]).name
    known = "known" in sys.argv[4:]
    skipped = blind() if known else named(sheet)
    before = drawn_before(sheet) if known else set()
    found: list[tuple[tuple[str, int, str, str, str], tuple[object, ...]]] = []
    for path in sorted(folder.rglob("*.*")):
        if path.stem in skipped:
            continue
        name = str(path.relative_to(folder.parent))
        result = extract(path.read_bytes().decode("utf-8"), source=name)
        # one row a statement, its first evidence
        once = {(r.subject, r.predicate, r.object): r for r in reversed(result.relations) if r.predicate in PREDICATES}
        for triple, relation in once.items():
            subject, object_ = (label(result.document(id)) for id in (relation.subject, relation.object))
            part = "part" if relation.partial or relation.pinpoints else ""
            if (name, subject, relation.predicate, object_) in before:
                continue
            start, rule = relation.evidence.start, relation.evidence.rule
            found.append(
                ((name, start, *triple), (name, start, subject, relation.predicate, object_, part, rule, "", ""))
            )
    found.sort(key=lambda one: one[0])
    random.Random(seed).shuffle(found)
    drawn: list[tuple[tuple[str, int, str, str, str], tuple[object, ...]]] = []
    of_text = Counter[str]()
    for key, row in found:
        if of_text[key[0]] < 3 and len(drawn) < 150:
            of_text[key[0]] += 1
            drawn.append((key, row))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows(row for _, row in sorted(drawn))


if __name__ == "__main__":
    main()
