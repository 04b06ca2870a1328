"""From the citations of a text to the relations that it states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Document, Mention, Relation
from graph.relations import clauses
from graph.relations.authority import type_of
from graph.relations.closing import add_endings
from graph.relations.cues import CueTable, cue_table
from graph.relations.findings import Found, Ledger
from graph.relations.state import Context, Slot
from graph.relations.walk import Walk
from graph.relations.zones import find_zones

_CONSOLIDATED = re.compile(r"VBHN", re.IGNORECASE)
_IN_FORCE = re.compile(r"[^.]{0,600}?(?:có +hiệu +lực|được +sửa +đổi)")
_IN_FORCE_REACH = 700
_HEAD_MARGIN = 200


def relate(
    text: str, documents: Sequence[Document], mentions: Sequence[Mention], *, table: CueTable | None = None
) -> list[Relation]:
    """Every relation that `text` (normalised) states between `documents`, each once, ordered by its evidence.

    `documents` holds exactly one with `is_source`; `mentions` are sorted, several may share a span. `table` replaces
    the cues of ``graph/domain/cues.csv``. Linear in the length of the text; any text is accepted.
    """
    source = next((d for d in documents if d.is_source), None)
    if source is None or not mentions:
        return []
    consolidated = bool(_CONSOLIDATED.search(source.code or "")) or type_of(source) == "văn bản hợp nhất"
    zones = find_zones(text, "" if consolidated else type_of(source))
    slots = _slots(mentions, {document.id: document for document in documents})
    context = Context(text, slots, Slot(-1, -1, [], [source]), zones, table or cue_table(), Ledger(text))
    if consolidated:
        _consolidated(context)
    Walk(context).run()
    add_endings(context)
    return context.ledger.relations()


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


def _consolidated(context: Context) -> None:
    """A consolidated text opens with what it consolidates ("Thông tư số …, có hiệu lực …, được sửa đổi, bổ sung bởi:"):
    the first is the original, for which preamble and closing articles speak."""
    text, zones = context.text, context.zones
    for slot in context.between(zones.title[0], zones.preamble[1] + _HEAD_MARGIN):
        line = max(text.rfind("\n", 0, slot.start), text.rfind("\r", 0, slot.start)) + 1
        if text[line : slot.start].strip(" *_|-"):
            continue
        if not _IN_FORCE.match(clauses.flatten(text[slot.end : slot.end + _IN_FORCE_REACH])):
            continue
        if context.original is None:
            context.original = slot
        elif text[max(0, line - 200) : line].rstrip(" *_|-\r\n\t")[-1:] not in (".", ":", ";"):
            continue  # a line that a citation happens to begin
        found = Found(
            "consolidates",
            context.source,
            slot,
            (slot.start, slot.end),
            "văn bản hợp nhất",
            0.9,
            "consolidated",
            floor=line,
        )
        context.ledger.add(found, stated=True)
