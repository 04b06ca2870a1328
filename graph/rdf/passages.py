"""The words that a reference rests on, as Web Annotation selectors, and the phrase that decided."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from pyoxigraph import NamedNode, Triple

from graph.model import Evidence
from graph.rdf.literals import offset, plain, vietnamese
from graph.rdf.terms import term

_A = term("rdf:type")


def cue(s: NamedNode, e: Evidence, out: list[Triple]) -> None:
    """The phrase that decided, and where it stands; where none did, the place of the citation."""
    if e.cue:
        out.append(Triple(s, term("luocdo:cue"), vietnamese(e.cue)))
    if e.cue_start != -1 or e.cue_end != -1:
        what = "cue" if e.cue else "citation"
        out.append(Triple(s, term(f"luocdo:{what}Start"), offset(e.cue_start)))
        out.append(Triple(s, term(f"luocdo:{what}End"), offset(e.cue_end)))


class Passages:
    """The passages of one export, each written once. `sources`: the resource of each source, by its name."""

    def __init__(self, sources: Mapping[str, NamedNode]) -> None:
        self._sources = sources
        self._known: dict[tuple[str, int, int], int] = {}
        self._variants: set[tuple[str, int, int, int]] = set()

    @property
    def twice(self) -> bool:
        """Whether a place is quoted in two ways."""
        return bool(self._variants)

    def link(
        self, s: NamedNode, link: NamedNode, source: str | None, start: int, end: int, text: str, out: list[Triple]
    ) -> list[Triple]:
        """The words a reference rests on, by position and by quotation (Web Annotation selectors). A passage of a
        source is written once and shared; without a source it belongs to the reference. Links the reference to it in
        `out` and gives the triples of the passage itself, none if it is written already."""
        if start < 0 and not text:
            return []
        whole = s.value if source is None else self._sources[source].value
        place = f"{start},{end}"
        new = True
        if source is not None:
            # One place quoted in two ways is two passages (texts are read as they are, so this is a damaged graph).
            key = (source, start, end)
            check = crc32(text.encode("utf-8", "surrogatepass"))
            known = self._known.get(key)
            new = known is None
            if known is None:
                self._known[key] = check
            elif known != check:
                place += f",{check:08x}"
                new = (*key, check) not in self._variants
                self._variants.add((*key, check))
        node = NamedNode(f"{whole}#char={place}")
        out.append(Triple(s, link, node))
        if not new:
            return []
        passage = [Triple(node, _A, term("oa:SpecificResource"))]
        if source is not None:
            passage.append(Triple(node, term("oa:hasSource"), self._sources[source]))
        position = NamedNode(f"{whole}#position={place}")
        quotation = NamedNode(f"{whole}#quote={place}")
        passage += [
            Triple(node, term("oa:hasSelector"), position),
            Triple(node, term("oa:hasSelector"), quotation),
            Triple(position, _A, term("oa:TextPositionSelector")),
            Triple(position, term("oa:start"), offset(start)),
            Triple(position, term("oa:end"), offset(end)),
            Triple(quotation, _A, term("oa:TextQuoteSelector")),
            Triple(quotation, term("oa:exact"), plain(text)),
        ]
        return passage
