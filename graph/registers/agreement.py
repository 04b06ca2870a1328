"""How far the extractor and an official register agree, relation by relation.

Two questions for each predicate: of what the extractor reads, how much does the register state (and under which other
heading); of what the register states and the text shows, how much does the extractor read. "Shows" means that the
number of the listed document stands in the title, or in the text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model import Relation
from graph.records.facts import RULE

if TYPE_CHECKING:
    import os

    from graph.knowledge import KnowledgeGraph
    from graph.records.profiles import Profile

# What a register's heading may call a relation that a text states; partial replacement is what texts call amendment
_SAME = {
    "amends": {"amends", "corrects", "replaces-partly"},
    "corrects": {"corrects", "amends"},
    "replaces": {"replaces", "repeals", "replaces-partly"},
    "repeals": {"repeals", "replaces", "replaces-partly"},
    "suspends": {"suspends", "replaces", "replaces-partly"},
    "guides": {"guides", "based_on"},
    "implements": {"guides", "based_on", "cites"},
    "based_on": {"based_on"},
    "consolidates": {"cites", "based_on"},
    "reviews": {"cites", "based_on"},
    "extends": {"amends", "cites"},
}

Pair = tuple[str, str]


@dataclass(slots=True)
class Line:
    """Counts for one predicate. `extracted`: relations the extractor reads; `stated`: of these, stated by the register
    under a heading that means the same; `other`: listed under another; `reversed`: the other way round; `unlisted`: not
    in the register. `visible`: relations of the register that the text shows; `found`: of these, what the extractor
    reads as the same."""

    predicate: str
    extracted: int = 0
    stated: int = 0
    other: int = 0
    reversed: int = 0
    unlisted: int = 0
    visible: int = 0
    found: int = 0
    examples: list[str] = field(default_factory=list)


class Tally:
    """Adds up comparisons, row by row or text by text."""

    def __init__(self, most_examples: int = 5) -> None:
        self._lines: dict[str, Line] = {}
        self._most = most_examples

    def lines(self) -> list[Line]:
        """The counts by predicate, in alphabetical order."""
        return [self._lines[key] for key in sorted(self._lines)]

    def _line(self, predicate: str) -> Line:
        return self._lines.setdefault(predicate, Line(predicate))

    def add(
        self, read: Iterable[Relation], stated: Iterable[Relation], shown: set[Pair], codes: dict[str, str]
    ) -> None:
        """Compare what was read with what is stated; `shown` are the pairs (subject, object) that the text shows;
        `codes` says how documents are called in examples."""
        by_pair: dict[Pair, set[str]] = defaultdict(set)
        for relation in stated:
            by_pair[relation.subject, relation.object].add(_heading(relation))
        found: set[tuple[str, Pair]] = set()
        seen: set[tuple[str, Pair]] = set()
        for relation in read:
            pair = (relation.subject, relation.object)
            if relation.predicate not in _SAME or (relation.predicate, pair) in seen:
                continue
            seen.add((relation.predicate, pair))
            line = self._line(relation.predicate)
            line.extracted += 1
            headings = by_pair.get(pair, set())
            same = headings & _SAME[relation.predicate]
            back = by_pair.get((pair[1], pair[0]), set()) & _SAME[relation.predicate]
            if same:
                line.stated += 1
                found.update((heading, pair) for heading in same)
            elif back:
                line.reversed += 1
                self._example(line, relation, "ngược chiều", codes)
            elif headings or (pair[1], pair[0]) in by_pair:
                line.other += 1
                self._example(line, relation, "mục khác", codes)
            else:
                line.unlisted += 1
        for pair in sorted(shown):
            for heading in sorted(by_pair.get(pair, set())):
                line = self._line(heading.removesuffix("-partly"))
                line.visible += 1
                line.found += (heading, pair) in found

    def _example(self, line: Line, relation: Relation, what: str, codes: dict[str, str]) -> None:
        if len(line.examples) < self._most:
            subject, object = (codes.get(id, id) for id in (relation.subject, relation.object))
            line.examples.append(f"{subject} → {object} ({what}): {' '.join(relation.evidence.text.split())[:160]}")


def _heading(relation: Relation) -> str:
    partly = relation.partial and relation.predicate in ("replaces", "repeals", "suspends")
    return "replaces-partly" if partly else relation.predicate


def agreement_of_titles(register: str | os.PathLike[str], profile: str | Profile | None = None) -> list[Line]:
    """The relations read from the titles of a register against its own headings."""
    from graph.registers import import_register

    tally = Tally()
    for source, found in import_register(Path(register), profile):
        if not found.documents:
            continue
        own = found.documents[0].id
        title_end = int(source.metadata["title_end"])
        stated = [r for r in found.relations if r.evidence.rule == RULE]
        read = [r for r in found.relations if r.evidence.rule != RULE and r.subject == own]
        named = {m.document for m in found.mentions if m.end <= title_end}
        shown = {(own, r.object) for r in stated if r.subject == own and r.object in named}
        codes = {d.id: d.code or d.name or d.id for d in found.documents}
        tally.add(read, stated, shown, codes)
    return tally.lines()


def agreement_of_texts(graph: KnowledgeGraph) -> list[Line]:
    """The relations read from the texts of a graph against those that registers loaded into it state, for documents
    that have both a text and a row."""
    loaded = graph.loaded()
    read: dict[str, list[Relation]] = defaultdict(list)
    stated: dict[str, list[Relation]] = defaultdict(list)
    cited: dict[str, set[str]] = defaultdict(set)
    sources = {name: id for id, names in loaded.items() for name in names}
    for relation in graph.relations():
        if relation.subject not in loaded:
            continue
        if relation.evidence.rule == RULE:
            stated[relation.subject].append(relation)
        elif sources.get(relation.evidence.source or "") == relation.subject:
            if relation.predicate == "cites":
                cited[relation.subject].add(relation.object)
            else:
                read[relation.subject].append(relation)
    codes = {d.id: d.code or d.name or d.id for d in graph.documents()}
    tally = Tally()
    for id in sorted(stated):
        shown = {(id, r.object) for r in stated[id] if r.object in cited[id]}
        tally.add(read[id], stated[id], shown, codes)
    return tally.lines()


def counts(lines: Iterable[Line]) -> Counter[str]:
    """Sums over all predicates."""
    total: Counter[str] = Counter()
    for line in lines:
        for name in ("extracted", "stated", "other", "reversed", "unlisted", "visible", "found"):
            total[name] += getattr(line, name)
    return total
