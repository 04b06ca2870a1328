"""``extract(text)``: layout, citations, identity, relations and statements of time of one text.
Pure, deterministic, linear in the text's length."""

from __future__ import annotations

from dataclasses import dataclass, replace

from graph.against import refusals
from graph.citations.dressing import undressed
from graph.citations.header import Header, read_header
from graph.damage import damage
from graph.effect import read_effects
from graph.identity.describing import describe_all, label_of, mentions_of
from graph.identity.findings import findings_of
from graph.identity.gathering import gather
from graph.identity.kind_of_text import is_document
from graph.identity.resolve import Resolution, resolve
from graph.model import Document, Extraction, Mention, Relation
from graph.normalise import Normalised, normalise
from graph.offsets import map_back
from graph.relations.extracts import tells_of_an_issue
from graph.relations.relate import all_relations
from graph.relations.slots import Trace
from graph.structure import Outline, lay_out
from graph.structure.parts import opens_with_preamble


@dataclass(frozen=True, slots=True)
class Reading:
    """One text with all that reading it made: `outline`, `header`, the citations of `resolution`, `mentions` and
    `relations` have offsets into `normalised.text`; `documents` are those of ``resolution.all()``, in that order;
    `extraction` is what `extract` gives, with offsets into the text as it was read. `acts` says whether the text is a
    document itself."""

    normalised: Normalised
    outline: Outline
    header: Header
    resolution: Resolution
    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    extraction: Extraction
    acts: bool


def extract(text: str, *, source: str | None = None) -> Extraction:
    """Everything that `text` says: its own identity, the documents it names, each mention, each relation with its
    evidence, when documents take effect, and findings. `source` is the label (a path) kept in the result and in every
    evidence. Offsets are code points of `text`. Never raises on any string."""
    return read(text, source=source).extraction


def read(text: str, *, source: str | None = None, trace: Trace | None = None) -> Reading:
    """As `extract`, with what was made on the way: for those who ask how a citation is written. The relation engine
    adds what it decides about each citation to `trace`, where one is given."""
    normalised = normalise(text)
    plain = undressed(normalised.text)
    if plain is not normalised.text:
        normalised = replace(normalised, text=plain)
    outline = lay_out(normalised.text)
    header = read_header(outline.text)
    outline = outline.divided(header.title_span[1]).joined(*header.title_span)
    resolution = resolve(outline.text, header, gather(outline, header))
    documents, issuers = describe_all(outline.text, resolution, header, lambda: label_of(source, text))
    mentions = tuple(mentions_of(outline, resolution, documents))
    acts = is_document(header, outline.text) or (
        opens_with_preamble(outline.text) and not tells_of_an_issue(outline.text, mentions, documents)
    )
    refused: list[Relation] = []
    relations = tuple(
        all_relations(
            outline,
            resolution,
            documents,
            issuers,
            mentions,
            acts=acts,
            recorded=header.recorded,
            trace=trace,
            refused=refused,
        )
    )
    groups = {id(group): document for group, document in zip(resolution.all(), documents, strict=True)}
    every = {row.id: row for rows in issuers for row in rows}
    result = Extraction(
        source,
        tuple(documents),
        mentions,
        relations,
        tuple(every[key] for key in sorted(every)),
        (
            *filter(None, (damage(outline.text),)),
            *findings_of(outline.text, resolution, groups),
            *refusals(refused, {document.id: document for document in documents}),
        ),
        read_effects(normalised.text, outline, documents, mentions, relations),
    )
    unchanged = not normalised.breaks and source is None and outline.text is text
    extraction = result if unchanged else map_back(result, text, normalised)
    return Reading(normalised, outline, header, resolution, tuple(documents), mentions, relations, extraction, acts)
