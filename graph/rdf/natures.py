"""What kind of document a document is, by what is known of it and not by its type word: legislation, an administrative
document (single decisions too), a document of the Party, another paper, or a text that is no document.

Sources: the laws on promulgation (`graph.domain.lawmaking`); Decree 30/2020/NĐ-CP, article 7, for administrative
documents, which single decisions and resolutions are.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.domain.bodies import body_by_name
from graph.domain.document_types import type_by_name
from graph.domain.lawmaking import Lawmaking, legislation
from graph.identity.urn import issuer_id
from graph.model import Document

TEXT = "text"
PARTY = "party"
PRIMARY = "primary"
SECONDARY = "secondary"
ADMINISTRATIVE = "administrative"
OTHER = "other"
LEGISLATION = frozenset({PRIMARY, SECONDARY})

# The concepts of the scheme: ours -> Vietnamese, English.
LABELS = {
    "normative": ("Văn bản quy phạm pháp luật", "Normative documents"),
    ADMINISTRATIVE: ("Văn bản hành chính", "Administrative documents"),
    PARTY: ("Văn bản của Đảng", "Party documents"),
    OTHER: ("Văn bản khác", "Other documents"),
}

# Party symbols put a hyphen behind the number and a slash before the organ: 18-NQ/TW (Hướng dẫn 36-HD/VPTW).
_PARTY_SYMBOL = re.compile(r"\d+-[^\W\d_]+/")


def nature(document: Document, party_issuers: frozenset[str]) -> str | None:
    """One of the words of this module; None where it is not known. `party_issuers`: the ids of Party bodies."""
    if is_text(document):
        return TEXT
    if is_party_document(document, party_issuers):
        return PARTY
    if document.type is None:
        return None
    return _nature(document.type, document.issuer, document.code, document.date)


def concept_of(kind: str | None) -> str | None:
    """The concept of `LABELS` that a nature belongs to; None for what is no document and for what is not known."""
    return "normative" if kind in LEGISLATION else kind if kind in LABELS else None


def is_text(document: Document) -> bool:
    """Whether it is a text that was read and is no document at all: a page of news, an article, a list. It has no type,
    no number and no name by which anybody could cite it."""
    return document.is_source and document.type is None and document.code is None and document.name is None


def is_party_document(document: Document, party_issuers: frozenset[str]) -> bool:
    """Whether a document is the Party's, which is no legislation: by its issuer if known, else by its symbol."""
    if document.issuer:
        if issuer_id(document.issuer, document.place) in party_issuers:
            return True
        known = _party_body(document.issuer)
        if known is not None:
            return known
    return bool(document.code and _PARTY_SYMBOL.match(document.code))


@lru_cache(maxsize=4096)
def _party_body(name: str) -> bool | None:
    body = body_by_name(name)
    return None if body is None else body.branch == "party"


@lru_cache(maxsize=65536)
def _nature(type: str, issuer: str | None, code: str | None, date: str | None) -> str | None:
    found = legislation(type, issuer, code, date)
    if isinstance(found, Lawmaking):
        return PRIMARY if found.primary else SECONDARY
    if found is None:
        return None
    known = type_by_name(type)
    if known is None:
        return None
    if known.family in ("law", "normative", "administrative"):
        return ADMINISTRATIVE
    return OTHER
