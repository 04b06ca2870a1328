"""LD4xx: does the text that is cited have the provision? Only where that text is in the graph, with its articles.

An article behind the last one of the text is none; one with a letter ("5a") may have been put in later. Clauses are
asked only of a text that nobody is known to have amended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from graph.checking import naming
from graph.checking.draft import Draft, Values
from graph.checking.known import Knowledge
from graph.checking.report import Finding
from graph.model import Document, Pinpoint
from graph.normalise import normalise
from graph.structure import lay_out

_MOST_TEXTS = 60  # cited texts that are laid out for one draft
_LEAST_ARTICLES = 3
_NUMBER = re.compile(r"\d{1,3}")
_AMENDS = re.compile(r"sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|hợp\s+nhất", re.IGNORECASE)


def check(draft: Draft, knowledge: Knowledge) -> Iterator[Finding]:
    """Findings on articles and clauses that the cited text does not have."""
    if knowledge.graph is None:
        return
    laid = 0
    for _, document, citings in draft.of_document():
        known = knowledge.of(citings[0])
        asked = [c for c in citings if any(_article(p) for p in c.citation.pinpoints) and not c.inside]
        node = known.document
        if not asked or not known.texts or node is None or laid >= _MOST_TEXTS or node.id == draft.own.id:
            continue
        if _AMENDS.search(f"{node.name or ''} {node.title or ''}"):
            continue  # its articles hold those of the acts that it amends
        laid += 1
        articles = _merged(tuple(s.text for n in known.texts if (s := knowledge.graph.source(n)) is not None))
        if articles is None:
            continue
        amended = bool(knowledge.amendments(node))
        for citing in asked:
            if citing.zone == "quotation":
                continue
            for pinpoint in citing.citation.pinpoints:
                found = _missing(document, pinpoint, articles, amended=amended)
                if found is not None:
                    code, values = found
                    yield draft.finding(code, citing, values)
                    break


def _article(pinpoint: Pinpoint) -> str | None:
    return next((label for unit, label in pinpoint.path if unit == "điều"), None)


def _missing(
    document: Document, pinpoint: Pinpoint, articles: dict[int, int], *, amended: bool
) -> tuple[str, Values] | None:
    label = _article(pinpoint) or ""
    if not _NUMBER.fullmatch(label):
        return None  # 5a, 5-9
    number, last = int(label), max(articles)
    name = naming.named(document)
    if number > last:
        values: Values = {
            "document": name,
            "provision": (f"Điều {number}", f"Article {number}"),
            "last": (f"Điều {last}", f"Article {last}"),
        }
        return "LD401", values
    clause = next((label for unit, label in pinpoint.path if unit == "khoản"), "")
    if amended or not _NUMBER.fullmatch(clause) or number not in articles or articles[number] < 2:
        return None
    if int(clause) > articles[number]:
        return "LD402", {
            "article": (f"Điều {number}", f"Article {number}"),
            "document": name,
            "provision": (f"khoản {clause}", f"clause {clause}"),
            "last": (f"khoản {articles[number]}", f"clause {articles[number]}"),
        }
    return None


def _merged(texts: tuple[str, ...]) -> dict[int, int] | None:
    """Article -> its last clause, of all the texts together; None where the text is not whole: articles are missing
    between the first and the last."""
    merged: dict[int, int] = {}
    for text in texts:
        for article, clauses in _articles(text).items():
            merged[article] = max(clauses, merged.get(article, 0))
    if len(merged) < _LEAST_ARTICLES or 1 not in merged or len(merged) < max(merged):
        return None
    return merged


@lru_cache(maxsize=64)
def _articles(text: str) -> dict[int, int]:
    """Article -> the highest number of a clause in it (0: none), quoted articles and those of annexes with them."""
    outline = lay_out(normalise(text).text)
    found: dict[int, int] = {}
    article = 0
    for unit in outline.units:
        if unit.kind == "điều" and _NUMBER.fullmatch(unit.label):
            article = int(unit.label)
            found.setdefault(article, 0)
        elif unit.kind == "khoản" and article and _NUMBER.fullmatch(unit.label):
            found[article] = max(found[article], int(unit.label))
    return found
