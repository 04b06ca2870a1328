"""The document that an article, a letter or a report has named above and now speaks of as "Nghị định này", "Thông tư
nói trên", "Luật": by which words it is called, and which one is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.effect import words
from graph.effect.subjects import behind_marks, guarded
from graph.model import Mention
from graph.structure.clauses import sentence_start

FAR = 2500  # code points above in which the document is sought
_NEAR = 420  # code points between the name and the word of force
_SHORT = 600  # so near one that is only mentioned is meant, too
_VERB = 48  # code points before a citation in which the verb that issues it stands
_POINTING = r" *(?:<pointing>|<recent> +này)(?![^\W_])"
_CALLED = r"(?: +(?:<recent|begins>))*[ *_]*\Z"
# "Theo đó, Nghị định có hiệu lực": words that only lead on
_LED = r"[ *_\"“]*(?:<leads-on> *, *)?[ *_]*"
_ISSUED = r"(?<![^\W_])<issues>(?: +(?:các|toàn văn))?[ *_]*\Z"
_ACTED_ON = r"(?<![^\W_])(?:<act|amending>|điều +của)(?: +(?!bởi|bằng|theo|tại)[^\W\d_]+){0,3}[ *_]*\Z"
_JOINED = re.compile(r"(?:[,;]|(?<![^\W_])(?:và|cùng))[ *_]*(?:các[ *_]+)?\Z")
_DRAFTED = r"(?<![^\W_])<draft|drafts>(?![^\W_])"  # "Nghị định này" may well be the draft that was named since
_PLANNED = r"(?<![^\W_])<plan|submit|condition>(?![^\W_])"
_NUMBERED = re.compile(r"(?:\A|\n)[ \t*_#>]*[0-9]{1,3}[.)/]")


def called(text: str, flat: str, begin: int, cue: int) -> re.Match[str] | None:
    """Where the sentence from `begin` calls the document whose force it states at `cue` by its type (group ``type``):
    with "này" or "nói trên", or bare where the sentence opens with it. None also where its force is only a date."""
    last = None
    for match in words.this().finditer(flat, max(begin, cue - _NEAR), cue):
        if (
            match["this"]
            or words.compiled(_POINTING).match(flat, match.end(), cue)
            or _bare(text, flat, begin, match, cue)
        ):
            last = match
    if last is None or guarded(flat, begin, last.start()):
        return None
    return None if words.compiled(_PLANNED).search(flat, begin, cue) else last


def _bare(text: str, flat: str, begin: int, match: re.Match[str], cue: int) -> bool:
    """ "Nghị định có hiệu lực từ …", "Theo đó, Nghị định mới sẽ có hiệu lực từ …": the type opens the sentence in a
    capital, and no more than adverbs stand before the verb."""
    opened = behind_marks(text, begin, match.start())
    if any_kind(match["type"]):  # "Các quy định mới có hiệu lực từ …"
        lead = words.compiled(r"<all-its> +").match(flat, behind_lead(flat, opened), match.start())
        opened = lead.end() if lead else opened
        if not words.compiled(r" +<recent>(?![^\W_])").match(flat, match.end(), cue):
            return False
    return (
        flat[behind_lead(flat, behind_marks(text, begin, match.start()))].isupper()
        and words.compiled(_CALLED).match(flat, match.end(), cue) is not None
        and behind_lead(flat, opened) == match.start()
    )


def any_kind(kind: str) -> bool:
    """Whether a document of any type is called so: "Văn bản này", "Quy định mới"."""
    return words.compiled(r"<any-kind>").fullmatch(" ".join(kind.split())) is not None


def behind_lead(flat: str, at: int) -> int:
    """Where a sentence says something behind words that only lead on: "Theo đó, …"."""
    found = words.compiled(_LED).match(flat, at)
    return found.end() if found else at


def meant(text: str, flat: str, named: Sequence[Mention], at: int) -> Mention | None:
    """Which of the citations of one type above `at` is meant: the one that was last told to be issued, or that opened a
    sentence, where no other of the type is spoken of behind it but as what that one changes. None where it is open."""
    last = next((n for n in range(len(named) - 1, -1, -1) if _introduced(text, flat, named[n])), None)
    if last is None:
        near = [mention for mention in named if mention.start >= at - _SHORT]
        alike = len({mention.document for mention in near}) == 1
        return near[0] if alike and not _acted_on(flat, near[0]) else None
    topic = named[last]
    before = topic
    for mention in named[last + 1 :]:
        if mention.document == topic.document:
            before = mention
            continue
        if sentence_start(text, mention.start) <= topic.start:  # in its own title, unless both are issued
            if before is topic and _JOINED.search(text, topic.end, mention.start):
                return None
        elif not _acted_on(flat, mention):
            return None
        before = mention
    drafted = words.compiled(_DRAFTED).search(flat, topic.start, at)
    return None if drafted or _in_another_item(text, topic.start, at) else topic


def _acted_on(flat: str, mention: Mention) -> bool:
    """Whether a citation is what another one changes: "… thay thế [Nghị định B]"."""
    return words.compiled(_ACTED_ON).search(flat, max(0, mention.start - _VERB), mention.start) is not None


def _introduced(text: str, flat: str, mention: Mention) -> bool:
    """ "Chính phủ ban hành [Nghị định A]", "1. [Nghị định A] …"."""
    begin = sentence_start(text, mention.start)
    if behind_marks(text, begin, mention.start) == mention.start:
        return True
    return words.compiled(_ISSUED).search(flat, max(0, mention.start - _VERB), mention.start) is not None


def _in_another_item(text: str, start: int, at: int) -> bool:
    """Whether a numbered item begins behind a document that itself stands in one: bulletins tell of another there."""
    return (
        _NUMBERED.search(text, start, at) is not None
        and _NUMBERED.search(text, max(0, start - FAR), start + 1) is not None
    )
