"""The titles of amending acts ("Luật sửa đổi, bổ sung một số điều của Luật A và Luật B"): one reference each, which
names the acts that it amends."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from itertools import product

from graph.citations.citation import Citation
from graph.identity.groups import Group
from graph.identity.resolve import Resolution
from graph.model import Document, Evidence, Mention, Pinpoint, Relation
from graph.relations.counting import words_between
from graph.relations.lexicon import CUE, DRAFT, ISSUE, PASSIVE, PIN, POST, STOP, Token, lexicon
from graph.relations.words import spaced, word_set
from graph.structure.clauses import sentence_start
from graph.structure.flat import flatten
from graph.structure.quotations import quotation

_CONFIDENCE = 0.95
_BEFORE = 60
_YEARS = 80  # behind a title, how far its further years may stand
_TASK = 300  # before a title, how far the task that it belongs to may stand
_LINE = 160  # from the last basis to what is enacted


def outside_titles(mentions: Sequence[Mention], resolution: Resolution, documents: Sequence[Document]) -> list[Mention]:
    """The mentions without those inside an amending act's title: these are no members of the list around it."""
    ids = {id(group): document.id for group, document in zip(resolution.all(), documents, strict=True)}
    inner = {(c.start, c.end, ids[id(group)]) for title in resolution.amending_titles() for group, c in title.inner}
    return [m for m in mentions if (m.start, m.end, m.document) not in inner] if inner else list(mentions)


def last_named(
    mentions: Sequence[Mention], resolution: Resolution, documents: Sequence[Document]
) -> dict[tuple[int, int], Mention]:
    """By the span of an amending act's title, the act named last in it, where the title closes with its number: what
    is said right behind ("Luật sửa đổi … của Luật X số 25/2008/QH12 đã được sửa đổi theo …") is said of that one."""
    ids = {id(group): document.id for group, document in zip(resolution.all(), documents, strict=True)}
    spans = {(m.start, m.end, m.document): m for m in mentions}
    found = {}
    for title in resolution.amending_titles():
        group, last = title.inner[-1]
        mention = spans.get((last.start, last.end, ids[id(group)]))
        numbered = title.group.code is None or last.symbol is not None
        if mention is not None and numbered and last.end >= title.citation.span[1]:
            found[title.citation.span] = mention
    return found


def amended_in_titles(
    text: str,
    resolution: Resolution,
    documents: Sequence[Document],
    provisions: dict[int, Pinpoint | None],
    stated: Sequence[Relation],
) -> list[Relation]:
    """That each amending act changes the acts that its title names, where it is not `stated` yet. `provisions` holds
    the provision of the text by the start of each mention."""
    ids = {id(group): document.id for group, document in zip(resolution.all(), documents, strict=True)}
    known = {(r.subject, r.predicate, r.object) for r in stated}
    types = {document.id: document.type for document in documents}
    bases = sorted((r.evidence.end, r.subject) for r in stated if r.predicate == "based_on")
    found = []
    phrase = min(word_set("amending-title"))
    verb = phrase.partition(",")[0].split()[-1]  # its first syllable may be torn or a capital
    amending = resolution.amending_titles()
    spans = [title.citation.span for title in amending]
    for title in amending:
        start, end = title.citation.span
        acting: str | None = ids[id(title.group)]
        if title.group.code is None and title.citation.date is None:
            speaking = _enacted(text, start, bases)
            if speaking is not None and types[speaking] == title.group.type:
                acting = speaking
            elif _is_none_yet(text, start) or _is_to_be_made(text, start, spans):
                acting = None
        if acting is None:
            continue
        cue = text.find(verb, start, end)
        first = title.inner[0][1].start
        led = text[max(start, cue) : first]
        # "Luật sửa đổi Luật A; Luật B": which parts, or that it is parts, is not said
        partial = any(t.kinds & PIN for t in lexicon().tokens(flatten(led), led, 0, len(led)))
        actors = [acting, *(ids[id(group)] for group in _of_further_years(resolution, title.citation))]
        for actor, (group, _) in product(actors, title.inner):
            key = (actor, "amends", ids[id(group)])
            if key in known or key[0] == key[2]:
                continue
            known.add(key)
            evidence = Evidence(
                start,
                end,
                text[start:end],
                phrase,
                start,
                end if cue < 0 else cue + len(verb),
                _CONFIDENCE,
                "amending-title",
            )
            found.append(Relation(*key, evidence, partial=partial, provision=provisions.get(start)))
    return found


def _of_further_years(resolution: Resolution, title: Citation) -> list[Group]:
    """The other acts of one title: "Luật sửa đổi, bổ sung một số điều của Luật A năm 2004 và 2005"."""
    behind = range(title.span[1], title.span[1] + _YEARS)
    return [
        group
        for group in resolution.groups
        for c in group.citations
        if c.kind == "act" and c.rule == "list" and c.name == title.name and c.start in behind
    ]


def _enacted(text: str, start: int, bases: Sequence[tuple[int, str]]) -> str | None:
    """Whose title an enacting line says ("Căn cứ Hiến pháp …; Quốc hội ban hành [Luật sửa đổi …]"): that of the
    document whose basis is the last of `bases` (the end of the words, the document) right before the line."""
    at = bisect_left(bases, (start, "")) - 1
    if at < 0 or start - bases[at][0] > _LINE:
        return None
    last = _token_before(text, start)
    return bases[at][1] if last is not None and last.words in word_set("promulgated") else None


def _is_none_yet(text: str, start: int) -> bool:
    """Is the title of an act without number and date that of one to come ("Xây dựng Luật sửa đổi …"), or the enacting
    line of a quoted preamble ("“… Quốc hội ban hành Luật sửa đổi …”"), which names the act that is quoted?"""
    last = _token_before(text, start)
    if last is None or not last.kinds & (DRAFT | ISSUE) or last.words in word_set("standing"):
        return False
    return last.words not in word_set("promulgated") or quotation(text, start) is not None


@cache
def _making() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{spaced('to-be-made')})(?!\w)", re.IGNORECASE)


def _is_to_be_made(text: str, start: int, titles: Sequence[tuple[int, int]]) -> bool:
    """Is the title of an act without number and date named by a task of making laws, in front of it in its clause
    ("Hoàn thiện pháp luật về thể thao (Luật sửa đổi …)", "chỉnh lý dự thảo: Luật Thủ đô, Luật sửa đổi …")? Where
    something else is done between the two ("xây dựng kế hoạch thi hành Luật sửa đổi …") it is not; the words of other
    `titles` between them do nothing."""
    first = sentence_start(text, start)
    if text[:first].endswith(":"):  # "chỉnh lý dự thảo: …"
        first = sentence_start(text, first - 1)
    begin = max(first, start - _TASK)
    before = text[begin:start]
    flat = flatten(before)
    task = None
    for found in _making().finditer(flat):
        # "Bộ Xây dựng" has a capital, a task only where it opens a clause or a line
        lead = before[: found.start()].rstrip(" \t*_")
        opens = not any(map(str.isalpha, lead)) or (lead[-1] == "\n" and not lead.split()[-1][0].isupper())
        if opens or before[found.start()].islower():
            task = found
    if task is None:
        return False
    between = lexicon().tokens(flat, before, task.end(), len(flat))
    near = [(a - begin, b - begin) for a, b in titles if begin <= a < start]
    # "Luật Thủ đô (sửa đổi)"
    done = (t for t in between if flat[t.start - 1] != "(" and not any(a <= t.start < b for a, b in near))
    return not any(t.kinds & (CUE | PASSIVE | POST) or t.kinds & STOP for t in done)


def _token_before(text: str, start: int) -> Token | None:
    """The token right before an offset, None where a word that is none stands there."""
    before = text[max(0, start - _BEFORE) : start]
    flat = flatten(before)
    tokens = [t for t in lexicon().tokens(flat, before, 0, len(flat)) if not words_between(flat, t.end, len(flat))]
    return tokens[-1] if tokens else None
