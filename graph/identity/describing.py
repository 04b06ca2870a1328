"""From the groups of citations that mean one document each to documents, their issuers and their mentions."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace

from graph.citations.header import Header
from graph.identity.attributes import describe
from graph.identity.issuers import province_told
from graph.identity.resolve import Resolution
from graph.model import Document, Issuer, Mention, Pinpoint
from graph.structure import Outline


def describe_all(
    text: str, resolution: Resolution, header: Header, label: Callable[[], str]
) -> tuple[list[Document], list[list[Issuer]]]:
    """The documents of a text, the text itself first, and the issuers of each; `label` names a text that does not say
    what it is."""
    documents: list[Document] = []
    issuers: list[list[Issuer]] = []
    used: dict[str, int] = {}
    ids: dict[int, str] = {}
    province = province_told(resolution.groups, header)
    for group in resolution.all():
        document, rows = describe(text, group, header, name=label, province=province)
        count = used.get(document.id, 0)
        used[document.id] = count + 1
        if count:
            # two documents that the text keeps apart but whose known facts are the same: number them in text order
            document = replace(document, id=f"{document.id}.{count + 1}", provisional=True)
        ids[id(group)] = document.id
        documents.append(document)
        issuers.append(rows)
    for i, group in enumerate(resolution.all()):
        if group.candidates:
            meant = {*documents[i].candidates, *(ids[id(c)] for c in group.candidates if id(c) in ids)}
            documents[i] = replace(documents[i], candidates=tuple(sorted(meant)))
    return documents, issuers


def mentions_of(outline: Outline, resolution: Resolution, documents: list[Document]) -> list[Mention]:
    """Every mention in text order, each with the provision of the text that it stands in."""
    text = outline.text
    found = [
        Mention(
            document.id, c.start, c.end, text[c.start : c.end], c.pinpoints, c.rule, c.confidence,
            provision=provision_at(outline, c.start),
        )
        for g, document in zip(resolution.all(), documents, strict=True)
        for c in g.citations
    ]  # fmt: skip
    found.sort(key=lambda m: (m.start, m.end, m.document))
    return found


def provision_at(outline: Outline, offset: int) -> Pinpoint | None:
    """The provision of the text in which `offset` stands (Điều 2, khoản 1), None outside of any."""
    path = outline.path(outline.index(offset))
    return Pinpoint(path) if path else None


def label_of(source: str | None, text: str) -> str:
    """What stands for a text that does not say what it is: the last part of its name, and its content. Where it lies on
    the machine that reads it is nobody's business, and two texts of one name are two."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    last = re.split(r"[/\\#?]", source.rstrip("/\\#?"))[-1] if source is not None else ""
    return f"{last[:80]} {digest[:8]}" if any(c.isalnum() for c in last) else f"blake2-{digest}"
