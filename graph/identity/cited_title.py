"""The title of a cited document, out of all its citations in one text."""

from __future__ import annotations

import re

from graph.alphabet import UPPER
from graph.citations.bodies import IssuerRef
from graph.citations.header import Header
from graph.citations.titles import read_title
from graph.identity.groups import Group

_MOST_TITLES = 12  # of the citations of one document that are looked at
_TITLE_KINDS = ("symbol", "number")
_NAMED_BY_TITLE = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
_OF_A_PLACE = re.compile(rf",? trên địa bàn (?:tỉnh|thành phố|huyện|quận|xã|phường)(?: (?P<place>[{UPPER}][^,;.]*))?$")


def cited_title(text: str, group: Group, refs: list[IssuerRef], header: Header) -> str | None:
    """The title that the citations of a document give: that of a dated or signed one before others. Where one goes on
    into the sentence around it, another citation shows where the title ends: the shorter one that begins it is right,
    and one in small letters before one in capitals. The words "trên địa bàn" of the citing paper's own place are no
    part of a central body's title; what stands below the citing paper's own title is part of none within it."""
    begin, end = header.title_span
    found: list[str] = []
    for stated in (True, False):
        for citation in group.citations:
            if citation.kind not in _TITLE_KINDS or citation.start < 0:
                continue
            if citation.name is not None and citation.type in _NAMED_BY_TITLE:
                continue  # what stands behind an act's name is the title of the document around it
            if bool(citation.date or citation.issuers) != stated or len(found) >= _MOST_TITLES:
                continue
            shown = text[:end] if begin <= citation.start < end else text
            title = read_title(shown, max(citation.tail_end, citation.end), stated=stated, own=citation.type)
            if title is not None:
                found.append(title[0])
    if not found:
        return None
    first = found[0].casefold()
    shorter = [t for t in found if len(t) > 24 and first.startswith(t.casefold() + " ")]
    best = min(shorter, key=len, default=found[0])
    if best.isupper():  # of a title in a head; a citation in running text has it in small letters
        best = next((t for t in found if t.casefold() == best.casefold() and not t.isupper()), best)
    of_place = _OF_A_PLACE.search(best) if header.place and refs and refs[0].level == "central" else None
    if of_place is not None and of_place["place"] in (None, header.place):
        best = best[: of_place.start()] or best
    return best
