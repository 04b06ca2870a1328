"""Offsets of an extraction in terms of the text as it was read: normalising may compose letters and drop marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph.model import Evidence, Extraction, Finding, Mention, Relation
from graph.normalise import Normalised


def map_back(result: Extraction, text: str, normalised: Normalised) -> Extraction:
    """`result`, whose offsets are those of `normalised`, with offsets into `text` and its very words; the source's
    label stands on every mention, evidence and finding."""
    start_of: Callable[[int], int] = normalised.start if normalised.breaks else int
    end_of: Callable[[int], int] = normalised.end if normalised.breaks else int
    label = result.source
    same_place = not normalised.breaks and label is None

    def evidence(old: Evidence) -> Evidence:
        begin, end = start_of(old.start), end_of(old.end)
        cue_start, cue_end = (start_of(old.cue_start), end_of(old.cue_end)) if old.cue_start >= 0 else (-1, -1)
        return Evidence(begin, end, text[begin:end], old.cue, cue_start, cue_end, old.confidence, old.rule, label)

    def mention(old: Mention) -> Mention:
        begin, end = start_of(old.start), end_of(old.end)
        words = text[begin:end]
        if same_place and old.text == words:
            return old
        return Mention(old.document, begin, end, words, old.pinpoints, old.rule, old.confidence, label, old.provision)

    def relation(old: Relation) -> Relation:
        if same_place and old.evidence.text == text[old.evidence.start : old.evidence.end]:
            return old
        return Relation(
            old.subject, old.predicate, old.object, evidence(old.evidence), old.partial, old.pinpoints, old.provision
        )

    def finding(old: Finding) -> Finding:
        begin, end = (start_of(old.start), end_of(old.end)) if old.start >= 0 else (-1, -1)
        return replace(old, start=begin, end=end, text=text[begin:end] if begin >= 0 else old.text, source=label)

    return replace(
        result,
        mentions=tuple(map(mention, result.mentions)),
        relations=tuple(map(relation, result.relations)),
        findings=tuple(map(finding, result.findings)),
        effects=tuple(replace(e, evidence=evidence(e.evidence)) for e in result.effects),
    )
