"""From the citations of a text to the relations that it states."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from graph.identity.resolve import Resolution
from graph.model import Document, Issuer, Mention, Relation
from graph.relations import english, formal, titles
from graph.relations.authority import surely_before, type_of
from graph.relations.clause import Walk
from graph.relations.history import history, stated
from graph.relations.ledger import Found, Ledger
from graph.relations.lexicon import Lexicon, lexicon
from graph.relations.pointed import with_pointed
from graph.relations.properties import Properties, read_properties
from graph.relations.quoted import spoken
from graph.relations.slots import Context, Slot, Trace
from graph.relations.words import spaced, word_set
from graph.structure import Outline, lay_out
from graph.structure.parts import Zones, find_zones, has_preamble

_CONSOLIDATED = re.compile(r"VBHN|(?<![^\W\d_])[^\W\d_]{1,2}HN(?![^\W\d_])", re.IGNORECASE)
_IN_FORCE_REACH = 700
_HEAD_MARGIN = 200
_REST = 1500  # code points behind a list of properties that are no document


@cache
def _in_force() -> re.Pattern[str]:
    return re.compile(rf"[^.]{{0,600}}?(?:{spaced('in-force')})")


def relate(
    text: str,
    documents: Sequence[Document],
    mentions: Sequence[Mention],
    *,
    table: Lexicon | None = None,
    outline: Outline | None = None,
    tails: Mapping[tuple[int, int], int] | None = None,
    named: Mapping[tuple[int, int], Mention] | None = None,
    acts: bool = True,
    recorded: bool = True,
    trace: Trace | None = None,
    refused: list[Relation] | None = None,
) -> list[Relation]:
    """Every relation that `text` (normalised) states between `documents`, each once, ordered by its evidence.

    `documents` holds exactly one with `is_source`; `mentions` are sorted, several may share a span. `table` replaces
    the tables as delivered, `outline` is the text's own if it was laid out before, `tails` the offset behind the
    attributes of each mention by its span, if they were read before, `named` as of `titles.last_named`. `acts` is
    false for an article or a note, which carries out and repeals nothing. What is stated against the order of time or
    of rank is added to `refused`. Linear in the length of the text; any text is accepted.
    """
    source = next((d for d in documents if d.is_source), None)
    if source is None or not mentions:
        return []
    outline = outline or lay_out(text)
    consolidated = bool(_CONSOLIDATED.search(source.code or "")) or type_of(source) in word_set("consolidation")
    zones = find_zones(text, "" if consolidated else type_of(source))
    by_id = {document.id: document for document in documents}
    slots = _slots(mentions, by_id)
    whole = outline.flat
    flat, slots = spoken(whole, slots)
    table_of_events = history(text)
    events: list[Found] = []
    if table_of_events is not None:
        slots, events = stated(table_of_events, slots)
    own = Slot(-1, -1, [], [source])
    listed = read_properties(text, own, slots) if recorded else None
    if listed is not None:
        events += listed.found
        slots = [slot for slot in slots if slot.start not in listed.taken]
        zones = _alone(text, listed) or zones
    slots = with_pointed(text, whole, outline, slots)
    context = Context(
        text,
        _without_asides(flat, slots),
        whole,
        outline,
        slots,
        own,
        zones,
        table or lexicon(),
        Ledger(outline, text),
    )
    context.silent = not acts
    context.named = {span: Slot(m.start, m.end, [m], [by_id[m.document]]) for span, m in (named or {}).items()}
    for slot in slots if tails else ():
        slot.tail = max(slot.end, tails.get((slot.start, slot.end), -1)) if tails else -1
    if consolidated:
        _consolidated(context)
    for event in events:
        context.ledger.add(event, stated=True)
    Walk(context, trace).run()
    for told in english.stated(text, slots):
        context.ledger.add(told, stated=True)
    if refused is not None and context.original is None:
        refused += context.ledger.refused()
    found = context.ledger.relations()
    return found if context.original is None else _of_its_day(found, context.original, by_id)


def _of_its_day(found: list[Relation], original: Slot, by_id: Mapping[str, Document]) -> list[Relation]:
    """`found` without what a consolidated text's original would say of a document younger than itself: a footnote
    quotes an amending act there, and which one is not known."""
    own = {document.id: document for document in original.documents}
    return [r for r in found if r.subject not in own or not surely_before(own[r.subject], by_id[r.object])]


def all_relations(
    outline: Outline,
    resolution: Resolution,
    documents: Sequence[Document],
    issuers: Sequence[Sequence[Issuer]],
    mentions: Sequence[Mention],
    *,
    acts: bool = True,
    recorded: bool = True,
    trace: Trace | None = None,
    refused: list[Relation] | None = None,
) -> list[Relation]:
    """Every relation of a text, ordered by its evidence: those that clauses state, those in the titles of amending
    acts, and ``cites`` and ``issued_by``, which follow from mentions and documents. `acts`, `recorded`,
    `trace` and `refused` as in `relate`."""
    text = outline.text
    tails = {(c.start, c.end): c.tail_end for group in resolution.all() for c in group.citations}
    outside = titles.outside_titles(mentions, resolution, documents)
    named = titles.last_named(mentions, resolution, documents)
    stated = relate(
        text,
        documents,
        outside,
        outline=outline,
        tails=tails,
        named=named,
        acts=acts,
        recorded=recorded,
        trace=trace,
        refused=refused,
    )
    provisions = {m.start: m.provision for m in mentions}
    stated += titles.amended_in_titles(text, resolution, documents, provisions, stated)
    stated += formal.cited(outline, documents, mentions)
    stated += formal.issued(text, resolution, documents, issuers)
    stated.sort(key=lambda r: (r.evidence.start, r.evidence.end, r.predicate, r.subject, r.object))
    return stated


def _slots(mentions: Sequence[Mention], by_id: dict[str, Document]) -> list[Slot]:
    """One slot a span; mentions of unknown documents are passed over."""
    slots: list[Slot] = []
    for mention in mentions:
        document = by_id.get(mention.document)
        if document is None or mention.end <= mention.start:
            continue
        if slots and (slots[-1].start, slots[-1].end) == (mention.start, mention.end):
            slots[-1].mentions.append(mention)
            slots[-1].documents.append(document)
        else:
            slots.append(Slot(mention.start, mention.end, [mention], [document]))
    return slots


def _alone(text: str, listed: Properties) -> Zones | None:
    """The parts of a page that prints a list of properties in the document's place; None where its text may follow."""
    end = listed.end
    if len(text) - end > _REST or has_preamble(text, end):
        return None
    return Zones(listed.title if listed.title[0] >= 0 else (end, end), (end, end), (end, end))


_ASIDE = re.compile(r"\([^()]{1,200}\)")


def _without_asides(flat: str, slots: Sequence[Slot]) -> str:
    """`flat` with parentheses in which nothing is cited as blanks: the sentence goes on behind them."""
    starts = [slot.start for slot in slots]

    def blank(found: re.Match[str]) -> str:
        at = bisect_left(starts, found.start())
        return found.group() if at < len(starts) and starts[at] < found.end() else " " * len(found.group())

    return _ASIDE.sub(blank, flat)


def _consolidated(context: Context) -> None:
    """A consolidated text opens with what it consolidates ("Thông tư số …, có hiệu lực …, được sửa đổi, bổ sung bởi:"):
    the first is the original, for which preamble and closing articles speak."""
    text, zones = context.text, context.zones
    for slot in context.between(zones.title[0], zones.preamble[1] + _HEAD_MARGIN):
        line = max(text.rfind("\n", 0, slot.start), text.rfind("\r", 0, slot.start)) + 1
        if text[line : slot.start].strip(" *_|-"):
            continue
        end = min(slot.end + _IN_FORCE_REACH, context.outline.at(slot.start).end)
        if not _in_force().match(context.flat[slot.end : end]):
            continue
        if zones.of(slot.start) == "title" and not any(c.isdigit() for c in slot.mentions[0].text):
            continue  # "… biện pháp thi hành⏎Luật Giáo dục nghề nghiệp": a line of the title
        if context.original is None:
            context.original = slot
        elif text[max(0, line - 200) : line].rstrip(" *_|-\r\n\t")[-1:] not in (".", ":", ";"):
            continue  # a line that a citation happens to begin
        found = Found(
            "consolidates",
            context.source,
            slot,
            (slot.start, slot.end),
            min(word_set("consolidation")),
            0.9,
            "consolidated",
            floor=line,
        )
        context.ledger.add(found, stated=True)
