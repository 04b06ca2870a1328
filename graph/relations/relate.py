"""From the citations of a text to the relations that it states."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.model import Document, Mention, Relation
from graph.relations import clauses
from graph.relations.authority import type_of
from graph.relations.closing import add_endings
from graph.relations.cues import Cue, CueTable, cue_table
from graph.relations.findings import Found, Ledger
from graph.relations.scope import Slot, Walk
from graph.relations.zones import Zones, find_zones

_CONSOLIDATED = re.compile(r"VBHN", re.IGNORECASE)
_IN_FORCE = re.compile(r"[^.]{0,600}?(?:có +hiệu +lực|được +sửa +đổi)")


def relate(
    text: str, documents: Sequence[Document], mentions: Sequence[Mention], *, table: CueTable | None = None
) -> list[Relation]:
    """Every relation that `text` (normalised) states between `documents`, each once, ordered by its evidence.

    `documents` holds exactly one with `is_source`; `mentions` are sorted, several may share a span. `table` replaces the
    cues of ``graph/domain/cues.csv``. Linear in the length of the text; any text is accepted.
    """
    source = next((d for d in documents if d.is_source), None)
    if source is None or not mentions:
        return []
    by_id = {document.id: document for document in documents}
    slots = _slots(mentions, by_id)
    ledger = Ledger(text)
    itself = Slot(-1, -1, [], [source])
    consolidated = bool(_CONSOLIDATED.search(source.code or "")) or type_of(source) == "văn bản hợp nhất"
    zones = find_zones(text, "" if consolidated else type_of(source))
    walk = Walk(text, slots, itself, zones, table or cue_table(), ledger)
    if consolidated:
        _consolidated(walk, zones)
    walk.run()
    add_endings(walk)
    return ledger.relations()


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


def _consolidated(walk: Walk, zones: Zones) -> None:
    """A consolidated text opens with what it consolidates ("Thông tư số …, có hiệu lực …, được sửa đổi, bổ sung bởi:"):
    the first is the original, for which preamble and closing articles speak."""
    text = walk.text
    for slot in walk.slots:
        if slot.start > zones.preamble[1] + 200:
            break
        if not zones.title[0] <= slot.start:
            continue
        line = text.rfind("\n", 0, slot.start) + 1
        if text[line : slot.start].strip(" *_|-") or not _IN_FORCE.match(clauses.flatten(text[slot.end : slot.end + 700])):
            continue
        before = text[max(0, line - 200) : line].rstrip(" *_|-\r\n\t")
        if walk.original is None:
            walk.original = slot
        elif before[-1:] not in (".", ":", ";"):
            continue  # a line that a citation happens to begin
        cue = Cue("consolidates", "văn bản hợp nhất", "active", 0.9)
        walk.ledger.add(
            Found("consolidates", walk.source, slot, (slot.start, slot.end), cue.phrase, 0.9, "consolidated", floor=line), stated=True
        )
