"""Names in Akoma Ntoso: IRIs of documents and parts, and eIds (Naming Convention 1.0, OASIS 2019, sections 4 and 5)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from graph.identity.urn import Urn, UrnError
from graph.normalise import fold

# our unit -> element, the abbreviation of its eId (section 5.2); what has no name of its own is an ``hcontainer``
ELEMENTS = {
    "part": ("part", "part"),
    "chapter": ("chapter", "chp"),
    "section": ("section", "sec"),
    "subsection": ("subsection", "subsec"),
    "capital": ("division", "dvs"),
    "roman": ("section", "sec"),
    "điều": ("article", "art"),
    "khoản": ("paragraph", "para"),
    "subkhoản": ("subparagraph", "subpara"),
    "letter": ("point", "point"),
    "dash": ("indent", "indent"),
    "plus": ("indent", "indent"),
    "note": ("hcontainer", "hcontainer"),
}
_OF_PATHS = {
    "phần": "part", "chương": "chp", "mục": "sec", "tiểu mục": "subsec", "điều": "art", "khoản": "para",
    "điểm": "point", "phụ lục": "att",
}  # fmt: skip
_SAFE = "/:;@!$&'()*+,=~-._"


def label_id(label: str) -> str:
    """A label in an eId: ASCII, without blanks; ``đ`` is ``dd``, since điểm d and điểm đ are two points."""
    return re.sub(r"[^A-Za-z0-9.]+", "-", fold_keeping_case(label.replace("đ", "dd").replace("Đ", "DD"))).strip("-.")


def fold_keeping_case(text: str) -> str:
    """`text` in ASCII, capitals kept (Roman numerals are capitals in eIds)."""
    return text if text.isascii() else fold(text)


def work_iri(id: str) -> str:
    """The IRI of a document: that of the naming convention where its day is known, else its URN:LEX name."""
    try:
        found = Urn.parse(id).akn()
    except UrnError:
        found = None
    return found or quote(id, safe=_SAFE, errors="replace")


def part_iri(id: str, path: Sequence[tuple[str, str]]) -> str:
    """The IRI of a part of another document, whose chapters nobody knows: ``…/~art_26__para_2``."""
    steps = [f"{_OF_PATHS.get(unit, 'hcontainer')}_{label_id(label)}" for unit, label in path if label_id(label)]
    return work_iri(id) + (f"/~{'__'.join(steps)}" if steps else "")


@dataclass(slots=True)
class EIds:
    """Hands out eIds, each once: a second ``para_1`` of one parent is ``para_1-2``."""

    given: Counter[str] = field(default_factory=Counter)
    counted: Counter[tuple[str, str]] = field(default_factory=Counter)

    def make(self, above: str, short: str, label: str = "") -> str:
        """The eId of what lies in `above` (empty: nothing); without a label it is numbered in its parent."""
        if not label:
            self.counted[above, short] += 1
            label = str(self.counted[above, short])
        base = f"{above}__{short}_{label}" if above else f"{short}_{label}"
        name = base
        while name in self.given:
            self.given[base] += 1
            name = f"{base}-{self.given[base]}"
        self.given[name] = max(1, self.given[name])
        return name
