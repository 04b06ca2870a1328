"""A paper that a page prints without its head and that begins with its first sentence: "Thực hiện [A], UBND xã X xây
dựng Kế hoạch … như sau:". The sentence says what the text is, and whose.

An article that tells of such a plan gives its number ("đã ban hành Kế hoạch số …"), says when it was issued, or what
its main points are: then the sentence is no opening of a paper.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph.alphabet import UPPER
from graph.citations.bodies import IssuerRef, read_issuer
from graph.citations.head_title import one_line
from graph.citations.typewords import words_to_type
from graph.domain.heads import any_head

_SENTENCE = 1_600  # code points in which the first sentence ends
_BODY = 70  # code points of a body's name
_TITLE_LINES = 4
_WIDEST = 160  # code points of a line of a title
_LINE = re.compile(r"[^\n]*\n?")


class Opening(NamedTuple):
    """What the first sentence says: the `type` of the paper, and its `issuer` where the name is a body's."""

    type: str
    issuer: IssuerRef | None


@cache
def _sentence() -> re.Pattern[str]:
    """Behind the last comma or semicolon: who makes what, "như sau". No word stands between the body and its verb."""
    kinds = "|".join(re.escape(words) for words in sorted(words_to_type(), key=len, reverse=True))
    return re.compile(
        rf"[,;][ \n]{{1,3}}(?P<who>[{UPPER}][^\n,;.:]{{2,{_BODY}}}?(?:\n[^\n,;.:]{{2,{_BODY}}}?)?)[ \n]"
        rf"{any_head('makes', wrapped=True)}[ \n](?P<kind>(?i:{kinds}))(?!\w)"
        rf"(?P<about>(?:(?![.;:][ \n]|\n[ \t]*\n).){{0,400}}?)(?<!\w){any_head('as-follows', wrapped=True)}"
        r"[ \t]*(?:[:.][ \t]*)?(?=\n|$)",
        re.DOTALL,
    )


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(rf"[ \t*_>]*(?:[-–+•][ \t]*)?{any_head('opens-paper')}(?!\w)")


@cache
def _told() -> re.Pattern[str]:
    """What a paper does not say of itself: its own number, which of its points are the main ones."""
    return re.compile(rf"[0-9]/[A-ZĐ]|(?<!\w)(?:{any_head('number')}[ \n]?[0-9]|{any_head('tells-points')}(?!\w))")


@cache
def _behind_time() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_head('told-issue')}$")


def read_opening(head: str) -> Opening | None:
    """What the first sentence of a head says, below a title at most that begins with the name of a type ("KẾ HOẠCH
    TUYÊN TRUYỀN …"); None where the text does not open so."""
    at = _start(head)
    if at is None:
        return None
    found = _sentence().search(head, at, at + _SENTENCE)
    if found is None or re.search(r"\.[ \t]*\n|\n[ \t]*\n[ \t]*\S[^\n]*\n[ \t]*\n", head[at : found.start()]):
        return None
    who = one_line(found["who"])
    if _behind_time().search(who) or _told().search(found["about"]):
        return None
    kind = words_to_type()[one_line(found["kind"]).casefold()]
    body = read_issuer(who, 0)
    return Opening(kind, None if body is None or body.inferred or body.end < len(who) else body._replace(end=0))


def _start(head: str) -> int | None:
    """Where the first sentence begins, at the start of the text or behind the lines of a title."""
    at, lines = len(head) - len(head.lstrip()), 0
    if _opens().match(head, at):
        return at
    while at < len(head) and lines <= _TITLE_LINES:
        line = _LINE.match(head, at)
        words = one_line(line[0]) if line else ""
        if words:
            if lines and _opens().match(head, at):
                return at
            if len(words) > _WIDEST or (not lines and not _titled(words)):
                return None
            lines += 1
        at += max(1, len(line[0]) if line else 1)
    return None


def _titled(line: str) -> bool:
    """Is it a line in capitals that begins with the name of a type?"""
    words = line.split()
    return line.isupper() and any(" ".join(words[:n]).casefold() in words_to_type() for n in range(1, 5))
