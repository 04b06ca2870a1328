"""Ways in which articles tell of a document's day: "X được áp dụng từ ngày …", "Ngày có hiệu lực của X là …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.citations.tail import read_tail
from graph.effect import words
from graph.effect.speech import WHOLE
from graph.effect.subjects import Cited, behind_marks, issued
from graph.effect.times import Time
from graph.model import Mention

# a letter as it stands comes first: such words are seldom followed by a day
_APPLIED = tuple(
    re.compile(rf"{verb}(?= +(?:(?:kể|tính) +)?từ +(?:ngày +)?[0-9])") for verb in ("áp +dụng", "thực +hiện")
)
_SINCE = re.compile(r" +(?:(?:kể|tính) +)?từ +")
_LED = r"(?:(?<![^\W_])(?:<begins|undergoes>) +)*\Z"
_LEAD = 40  # code points of the adverbs before a verb
_ABOUT = r" *,? *(?:<matter>(?![^\W_])[^.;:\n,]{1,200})?"
_ANY_MATTER = r" *[^.;:\n]{1,240}, *"
_TITLED = r" *(?:<matter|titled>)(?![^\W_])[^.;:\n]{1,240}, *| *[,(] *"
_TOLD_OF = r"(?<![^\W_])<issues> *\Z"
_OF = r" +(?:thi +hành +)?<of> +"
_IS = r" *(?:<is-since>|:) +"
_REACH = 240  # code points of a title between a document and what is told of it


def applied(text: str, flat: str, cited: Cited) -> Iterator[tuple[int, int, Time]]:
    """Where a verb of application is followed by a full day: where the verb's adverbs begin, where it ends, the day."""
    if not cited.any_before(len(text)):
        return
    for pattern in _APPLIED:
        for match in pattern.finditer(flat):
            since = _SINCE.match(flat, match.end())
            day = words.read_day(flat, since.end()) if since else None
            if day is None or len(day.value) < WHOLE:
                continue
            led = words.compiled(_LED).search(flat, max(0, match.start() - _LEAD), match.start())
            yield (led.start() if led else match.start()), match.end(), Time("stated", day.value, day.end)


def applied_document(text: str, flat: str, begin: int, cue: int, verb: int, cited: Cited) -> Mention | None:
    """The document that a verb between `cue` and `verb` has for its subject: it opens the clause, or is told to be
    issued in it, and what stands behind is its date and matter ("Thông tư A về hóa đơn được áp dụng từ …") or is closed
    by a comma ("… ban hành Thông tư A quy định về giá, áp dụng từ …")."""
    named = cited.between(begin, cue)
    if len(named) != 1 or named[0].pinpoints or not issued(flat, named[0], cue):
        return None
    head = named[0]
    told = words.compiled(_TOLD_OF).search(flat, max(begin, head.start - _LEAD), head.start)
    if behind_marks(text, begin, head.start) != head.start and told is None:
        return None
    at = read_tail(text, head.end).end
    led = words.compiled(r"<begins|undergoes>").match(flat, cue, verb)
    if led and told is None and words.compiled(_ABOUT).fullmatch(flat, at, cue):
        return head
    if flat[at:cue].strip() == "" and told is None:
        return head
    closed = _TITLED if told is None else _ANY_MATTER
    return head if cue - at <= _REACH and words.compiled(closed).fullmatch(flat, at, cue) else None


def whose_force(text: str, flat: str, at: int, cited: Cited) -> tuple[Mention, Time] | None:
    """ "Ngày có hiệu lực *của X là 15/7/2031*": the document right behind words of force that end at `at`, and the day
    that follows."""
    lead = words.compiled(_OF).match(flat, at)
    head = next(iter(cited.between(lead.end(), lead.end() + 1)), None) if lead else None
    if head is None or head.pinpoints:
        return None
    link = words.compiled(_IS).match(flat, read_tail(text, head.end).end)
    day = words.read_day(flat, link.end()) if link else None
    return (head, Time("stated", day.value, day.end)) if day and len(day.value) == WHOLE else None
