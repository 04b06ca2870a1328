"""A text that opens with "Căn cứ …" may be an extract of a document, which speaks for itself, or an article that tells
of one: "Căn cứ [A], UBND tỉnh ban hành [Kế hoạch số …]" names by its number what was issued."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model import Document, Mention
from graph.relations.counting import words_between
from graph.relations.lexicon import ACTOR, ISSUE, QUANT, SIGN, TYPE, Token, lexicon
from graph.relations.words import word_set
from graph.structure.flat import flatten

_OPENING = 3000  # code points in which the first sentence ends
_FEW = 1  # words between the verb and what is issued
_REACH = 300  # from the body to what it issues


def tells_of_an_issue(text: str, mentions: Sequence[Mention], documents: Sequence[Document]) -> bool:
    """Does the first sentence of a normalised `text` say behind a comma that a body issued a document that has a number
    of its own? `mentions` are those of the text, sorted, `documents` what they name."""
    numbered = {document.id for document in documents if document.code and not document.is_source}
    flat = flatten(text[:_OPENING])
    position, first = 0, True
    for mention in mentions:
        if mention.end > len(flat):
            break
        tokens = lexicon().tokens(flat, text, max(position, mention.start - _REACH), mention.start)
        if any(t.kinds & SIGN and t.words in ".!?" for t in tokens):
            return False
        if not first and mention.document in numbered and _issued(flat, tokens, mention.start):
            return True
        position, first = mention.end, False
    return False


def _issued(flat: str, tokens: Sequence[Token], at: int) -> bool:
    """Do the words before a citation at an offset end with ", UBND tỉnh đã ban hành (các)"?"""
    last = len(tokens) - 1
    while last >= 0 and tokens[last].kinds & (QUANT | TYPE) and not tokens[last].kinds & ISSUE:
        last -= 1
    issue = tokens[last] if last >= 0 else None
    if issue is None or not issue.kinds & ISSUE or issue.words not in word_set("promulgating"):
        return False
    if words_between(flat, issue.end, at) > _FEW:
        return False
    comma = next((n for n in range(last - 1, -1, -1) if tokens[n].kinds & SIGN), -1)
    return comma >= 0 and tokens[comma].words == "," and any(t.kinds & ACTOR for t in tokens[comma + 1 : last])
