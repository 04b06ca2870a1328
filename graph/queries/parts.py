"""Whether an amendment takes provisions away.

"Bãi bỏ khoản 2 Điều 3 Nghị định X" amends X, and its khoản 2 Điều 3 is gone; "bãi bỏ cụm từ … tại Điều 3" changes the
words of Điều 3, which stands, as does an annex of which a form ends.
"""

from __future__ import annotations

import re
from functools import cache

from graph.domain.effect import effect_words, names_a_part
from graph.model import Relation

_OF_ANOTHER = re.compile(r"[0-9]/|;")  # what stands before may be another document and its title
_NEAR = 40  # code points behind the cue
_CHANGED = ("cụm từ", "từ ngữ")
_ROLES = {"part-repealed": "repealed", "part-replaced": "replaced", "part-kept": None}


def part_end(relation: Relation) -> str | None:
    """What an amendment does to the provisions that it names: ``repealed``, ``replaced``, None where they stand."""
    text = " ".join(re.sub(r"[*_|]", " ", relation.evidence.text).lower().split())
    cue = " ".join(relation.evidence.cue.lower().split())
    place = _provision_place(relation, text)
    said = [(match.start(), match[0]) for match in _words().finditer(text, 0, place if place >= 0 else len(text))]
    if place >= 0 and said:
        lead = text[said[-1][0] + len(said[-1][1]) : place]
        return None if names_a_part(lead) and not _OF_ANOTHER.search(lead) else _state(said[-1][1])
    behind = _words().search(text, place) if place >= 0 else None
    if behind and _state(behind[0]):  # "khoản 2 Điều 3 … hết hiệu lực"
        return _state(behind[0])
    found = _words().search(cue)
    state = _state(found[0]) if found else None
    e = relation.evidence
    after = " ".join(e.text[max(0, e.cue_end - e.start) :][:_NEAR].lower().split()) if e.cue_end >= 0 else ""
    kept = _words().search(after)
    return None if kept is not None and kept[0] in _CHANGED else state  # "bãi bỏ cụm từ … tại"


def _provision_place(relation: Relation, text: str) -> int:
    """Where the provisions are named in the sentence; -1 where they are not."""
    for pinpoint in relation.pinpoints:
        words = " ".join(pinpoint.text.lower().split())
        if words and (at := text.find(words)) >= 0:
            return at
    return -1


@cache
def _words() -> re.Pattern[str]:
    listed = sorted({word for role in _ROLES for word in effect_words(role)}, key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, listed)))


def _state(word: str) -> str | None:
    return next((state for role, state in _ROLES.items() if word in effect_words(role)), None)
