"""What an Akoma Ntoso file is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.model import Document, Effect, Issuer, Mention, Relation, Source


@dataclass(frozen=True, slots=True)
class Text:
    """A loaded text and what is known of it. `mentions` are those of `source`, with offsets into its text;
    `relations` those of which the document is subject or object, `effects` those about it; `known` has the documents
    that mentions and relations name, by id; `issuers` are those who issued it. All but the first two may
    be empty."""

    document: Document
    source: Source
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    effects: tuple[Effect, ...] = ()
    known: Mapping[str, Document] = field(default_factory=dict)
    issuers: tuple[Issuer, ...] = ()
