"""Lists of what takes effect on one day, as articles give them: "Từ ngày 01/7/2031, nhiều luật có hiệu lực, gồm: A; B",
"Các nghị định sau đây có hiệu lực từ ngày 01/7/2031:⏎- A;⏎- B"."""

from __future__ import annotations

import re

from graph.effect import words
from graph.effect.subjects import Cited, behind_marks, issued, members
from graph.effect.within import part_named
from graph.model import Mention
from graph.structure.clauses import list_end, sentence_start

_CLASS = 120  # code points that the words before the verb may take
_LONGEST = 6000  # code points of a list
_MANY = r"(?:[^\W_]+,? +){0,3}(?:<many>|[0-9]{1,3})(?![^\W_])[^.;:\n]{0,60}?(?<![^\W_])<papers>(?![^\W_])"
_PLANNED = r"(?<![^\W_])(?:<plan|submit|condition|draft>)(?![^\W_])"
_COLON = r" *,? *(?:(?:<listing>)(?![^\W_])[^.;:\n]{0,24})? *:"
# a paragraph that opens no item, or a full stop, which the mark of an item is not
_PARAGRAPH = re.compile(
    r"\n[ \t]*\n(?![ \t]*[-–•+*·]|[ \t]*[0-9a-zđ]{1,2}[.)/])"
    r"|(?<!\n[0-9])(?<!\n[0-9]{2})[.!?](?=[ \t]*(?:\n|\Z|[A-ZĐ]))"
)


def opens_a_class(flat: str, at: int, cue: int) -> bool:
    """Do the words from `at` to `cue` open with a class of documents: "nhiều luật quan trọng", "18 nghị định"?"""
    return words.compiled(_MANY).match(flat, at, cue) is not None


def begun(text: str, flat: str, begin: int, cue: int, at: int, cited: Cited) -> list[Mention]:
    """The documents listed behind a statement of force at `cue` that ends at `at` and whose subject, behind `begin`, is
    a class ("các luật"); none where the clause names a document, plans, or no colon follows."""
    start = behind_marks(text, begin, cue)
    if cue - start > _CLASS or cited.between(begin, at):
        return []
    colon = words.compiled(_COLON).match(flat, at)
    if colon is None or not opens_a_class(flat, start, cue):
        return []
    if words.compiled(_PLANNED).search(flat, begin, at):
        return []
    end = list_end(text, colon.end(), min(len(text), colon.end() + _LONGEST))
    first = cited.between(colon.end(), end)[:1]
    stop = _PARAGRAPH.search(text, first[0].end, end) if first else None
    listed = members(text, flat, colon.end() - 1, stop.start() if stop else end, cited, items=True)
    return [
        mention
        for mention in listed
        if not mention.pinpoints
        and (issued(flat, mention, mention.end) or words.compiled(r"<amending>").search(mention.text))
        and not part_named(flat, max(colon.end(), sentence_start(text, mention.start)), mention)
    ]
