"""The words that relations are read from, as one matcher: cues (``domain/cues.csv``) and the words around them
(``domain/words.csv``). A word in neither table is neutral: it never blocks and is never needed.

``cues.csv``: ``predicate`` (empty where a row states none), ``phrase`` (lower case; a comma may be missing in a text,
``…`` stands for up to twelve words), ``position``, ``confidence``, ``notes``, ``source``. Positions:

* ``active`` between the acting document and its object, or at the head of the clause ("A thay thế B", "Bãi bỏ B");
* ``report`` like ``active``, only where the acting document is a report;
* ``passive`` behind the object, before the acting document ("B được sửa đổi bởi A");
* ``post`` behind the object, the acting document is the text itself or follows ("B hết hiệu lực kể từ ngày A …");
* ``preamble`` only at the head of a clause of the preamble ("Căn cứ B");
* ``blocker`` anywhere between subject and cue: the clause speaks of a draft or a proposal;
* ``guard`` directly before the cue: negation, condition, obligation;
* ``name`` before the cue: a body or meeting that is named after what it carries out;
* ``friend`` a longer phrase that only looks like a cue ("hiệu lực thi hành", "thi hành án").

``words.csv``: ``kind`` (one of `KINDS`, or one of `SETS`), ``phrase``, ``notes``, ``source``; what each
kind does is said in ``graph/relations/ways.py``, ``actors.py`` and ``clause.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from graph.domain import document_types
from graph.domain.table import match_form, read_table
from graph.errors import LuocdoError
from graph.model import PREDICATES
from graph.phrases import trie
from graph.relations.authority import SERVICE, VALIDITY
from graph.relations.words import alternatives, word_set

GAP = "…"
STRONG = 0.85  # a cue below is as often an ordinary verb: it reaches less far
POSITIONS = ("active", "report", "passive", "post", "preamble", "blocker", "guard", "name", "friend")

# What a token is; one phrase may be several.
(CUE, STOP, NEUTRAL, ANNEX, LEAD, PIN, PART, JOIN, QUANT, AGENT, ACTOR, FINITE, ISSUE, OPENER, TITLE, NOMINAL, DRAFT,
 CONDITION, FOLLOWING, TOLD, GUARD, NAME, TYPE, THIS, SIGN, POST, PASSIVE,
 VERB) = (1 << n for n in range(28))  # fmt: skip
KINDS = {
    "stop": STOP, "neutral": NEUTRAL, "annex": ANNEX, "lead": LEAD, "pin": PIN, "part": PART, "join": JOIN,
    "quant": QUANT, "agent": AGENT, "actor": ACTOR, "finite": FINITE, "issue": ISSUE, "opener": OPENER, "title": TITLE,
    "nominal": NOMINAL, "draft": DRAFT, "condition": CONDITION, "following": FOLLOWING, "told": TOLD,
    "verb": VERB,
}  # fmt: skip
# Words that are looked up where a rule asks for them; they never are tokens (`word_set`).
SETS = frozenset((
    "a-part", "about", "above", "according", "accordingly", "adding", "adverbial", "adversative", "after", "again",
    "alternative", "amending", "amending-title", "amending-type", "and", "annex-noun", "annexed", "applied", "applying",
    "article", "as-drafted", "as-follows", "as-ruled", "asking", "assigning", "at", "at-once", "attaching", "bases-led",
    "bases-opened", "bases-quoted", "before-agent", "before-verb", "being", "beside", "beside-it", "by", "by-way-of",
    "catalogue", "circumstance", "class", "consequence", "considering", "consolidation", "content", "coordinating",
    "counting", "day", "deciding", "delegating", "division", "done", "drafted", "duration", "effective", "enacted",
    "enacting", "even", "examining", "except", "exchanged", "for-a-time", "force", "force-tail", "from", "from-now",
    "future", "goes-with", "if-passed", "in-execution", "in-force", "in-parts", "in-turn", "intended", "issued-alone",
    "issued-under", "joint", "letter", "letting", "made", "matter-column", "matter-led", "means", "members",
    "mere-part", "month", "negation", "new-wording", "nominalising", "not-now", "now-is", "number", "numeral",
    "occasion", "of-a-matter", "of-an-end", "only-in-front", "ordinal", "overseeing", "own-content", "owner", "passing",
    "passive-mark", "period", "placed", "plan", "plural", "pointing", "pointing-or-on", "portion", "predicating",
    "procedure", "promulgated", "promulgating", "provision", "purpose", "put-in-detail", "quoted", "quoted-provision",
    "report", "row-amends", "row-begins", "row-corrects", "row-ends", "row-guides", "row-made", "row-of", "row-part",
    "row-repeals", "row-replaces", "row-suspends", "ruling", "said-of", "scope", "sending", "several", "signing",
    "since", "since-opening", "small-authority", "some", "standing", "supposed", "task-paper", "telling", "that",
    "then", "this", "this-is", "to-be-made", "together", "type-word", "unchanged", "unit", "updating", "using",
    "wanted", "whole", "whole-of", "within", "words-of", "year",
))  # fmt: skip
_POSITION_KINDS = {
    "active": CUE, "report": CUE, "preamble": CUE, "passive": PASSIVE, "post": POST, "blocker": DRAFT,
    "guard": GUARD, "name": NAME, "friend": NEUTRAL,
}  # fmt: skip
_BLANK = r"(?: *, *| ++)"  # a comma may be missing in the phrase
# The words that "…" stands for: no clause may end among them.
_FEW_WORDS = r"(?: +[^ ;:.()]+){0,12}?(?: *,)?"
_KNOWN = 4000
_SIGNS = r",;:()“”\".!?+"  # all that may be a token
_SIGN, _WORDS = 1, 3  # groups of the matcher
_OPENING = 90


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of ``cues.csv``."""

    predicate: str
    phrase: str
    position: str
    confidence: float = 1.0


class Token(NamedTuple):
    """Words (or a sign) at ``start:end`` of the flat text; `kinds` says what they may be, `cue` the row they are."""

    kinds: int
    words: str
    start: int
    end: int
    cue: Cue | None = None


class Lexicon:
    """The tables compiled for search in flat text (``graph/structure/flat.py``)."""

    def __init__(self, cues: Iterable[Cue], words: Iterable[tuple[str, str]]) -> None:
        self.cues = tuple(cues)
        kinds: dict[str, int] = {}
        rows: dict[str, Cue] = {}
        self._gapped: dict[str, list[tuple[re.Pattern[str], Cue]]] = {}
        for word, phrase in words:
            kinds[_key(phrase)] = kinds.get(_key(phrase), 0) | KINDS[word]
        this = min(word_set("this"))
        for name in type_words():
            kinds[_key(name)] = kinds.get(_key(name), 0) | TYPE
            kinds[_key(f"{name} {this}")] = THIS
        for cue in self.cues:
            if GAP in cue.phrase:
                head, _, tail = cue.phrase.partition(GAP)
                # "tình hình thực tế và thực hiện …": a verb of its own
                apart = rf"(?<! {min(word_set('and'))})" if cue.predicate == "reviews" else ""
                rule = re.compile(rf"{_FEW_WORDS}{apart} +{_pattern(tail.strip())}(?!\w)")
                self._gapped.setdefault(_key(head), []).append((rule, cue))
                kinds.setdefault(_key(head), 0)
                continue
            key = _key(cue.phrase)
            kind = _POSITION_KINDS[cue.position]
            kinds[key] = kind if kind == NEUTRAL else kinds.get(key, 0) | kind
            if kind & (CUE | PASSIVE | POST) and (key not in rows or kind != POST):
                rows[key] = cue
        self._kinds, self._rows = kinds, rows
        self._post = {_key(c.phrase): c for c in self.cues if c.position == "post"}
        firsts = {phrase[0] for phrase in (*kinds, *word_set("unit"), *word_set("words-of"))}
        self._search = re.compile(
            # a look at the letter keeps most from the alternatives; one look behind for all words: within a word none
            # is tried
            rf"(?=[{re.escape(''.join(sorted(firsts)))}{_SIGNS}])(?:"
            rf"(?P<sign>[,;:()“”\"]|[.!?](?![\w.,;/)])|\+(?= ))"
            rf"|(?<!\w)(?:(?P<pin>{_labelled()})|(?P<words>(?:{trie(kinds, blank=_BLANK, ends=True)}))))"
        )
        self._memory: dict[str, tuple[int, Cue | None, tuple[tuple[re.Pattern[str], Cue], ...]]] = {}
        stems = {
            " ".join(_key(c.phrase.replace(GAP, " ")).split()[:2])
            for c in self.cues
            if _POSITION_KINDS[c.position] & (CUE | PASSIVE | POST)
        }
        self._hint = re.compile(trie(stems, blank=r"[ ,]++"))
        acting = {
            " ".join(_key(c.phrase.replace(GAP, " ")).split()[:2])
            for c in self.cues
            if _POSITION_KINDS[c.position] & (CUE | PASSIVE | POST) and c.predicate not in SERVICE
        }
        self._acting = re.compile(trie({*acting, *word_set("this")}, blank=r"[ ,]++"))

    def may_state(self, flat: str, start: int, end: int) -> bool:
        """A quick look: might there be a cue between two offsets? None is overlooked."""
        return self._hint.search(flat, start, end) is not None

    def may_act(self, flat: str, start: int, end: int) -> bool:
        """A quick look at the words before the first citation of a clause in the body: might the text itself act there?
        What is carried out or guided is so only by "… này" or at the head of the clause."""
        return (
            self._acting.search(flat, start, end) is not None
            or self._hint.search(flat, start, min(end, start + _OPENING)) is not None
        )

    def opens_with_provision(self, flat: str, start: int, end: int) -> bool:
        """Do the words at an offset name a provision ("khoản 2 …", "các điều …")?"""
        found = self._search.match(flat, start, end)
        return found is not None and (
            found.lastgroup == "pin" or (found.lastindex == _WORDS and bool(self._look_up(found[0])[0] & PIN))
        )

    def tokens(self, flat: str, text: str, start: int, end: int) -> list[Token]:
        """The tokens between two offsets, in order; of phrases that overlap the first, and the longest there. `text` is
        what `flat` was made of: a full stop ends a sentence only before a capital."""
        found: list[Token] = []
        add, known, new = found.append, self._memory.get, tuple.__new__  # what a NamedTuple calls in the end
        matches = self._search.finditer(flat, start, end)
        while True:
            match = next(matches, None)
            if match is None:
                return found
            begin, position = match.span()
            group = match.lastindex
            if group == _WORDS:
                words = match[0]
                kinds, cue, gapped = known(words) or self._look_up(words)
                if gapped:
                    for rule, row in gapped:
                        tail = rule.match(flat, position, end)
                        if tail is not None:
                            kinds, cue, position = CUE, row, tail.end()
                            words = flat[begin:position]
                            matches = self._search.finditer(flat, position, end)
                            break
                if kinds & ACTOR and " " not in words and not text[begin].isupper():
                    kinds &= ~ACTOR  # "sở hữu", "bộ máy", "giao dịch": a body has a capital
                if "  " in words:
                    words = " ".join(words.split())  # a page or a wide line stood between
                if kinds:
                    add(new(Token, (kinds, words, begin, position, cue)))
            elif group == _SIGN:
                sign = "," if flat[begin] == "+" else flat[begin]  # "bởi: + [A] + [B]": members of a list
                if sign not in ".!?" or _ends_sentence(text, begin, end):
                    add(new(Token, (SIGN, sign, begin, position, None)))
            else:
                add(new(Token, (PIN, match[0], begin, position, None)))

    def _look_up(self, words: str) -> tuple[int, Cue | None, tuple[tuple[re.Pattern[str], Cue], ...]]:
        key = _key(words)
        known = (self._kinds.get(key, 0), self._rows.get(key), tuple(self._gapped.get(key, ())))
        if len(self._memory) < _KNOWN:
            self._memory[words] = known
        return known

    def post(self, token: Token) -> Cue | None:
        """The row of a token that may stand behind what it ends ("bị bãi bỏ" is a passive, too)."""
        return self._post.get(_key(token.words))


def _labelled() -> str:
    """A provision by its label ("khoản 2", "điểm đ", "Phụ lục số II"), words that are quoted ("cụm từ “…")."""
    label = rf"(?:[0-9]|[a-zđ](?!\w)|[ivxlc]{{1,6}}(?!\w)|(?:{alternatives('ordinal')}) )"
    units, quoted = trie(word_set("unit")), trie(word_set("words-of"), blank=" ++")
    return rf"(?:{units} ++(?:(?:{alternatives('number')}) ++)?{label}|{quoted} ++[“\"])"


@cache
def _abbreviated() -> re.Pattern[str]:
    """An abbreviation whose full stop ends no sentence ("TP.", "Đ/c.")."""
    written = "|".join(re.escape(row["written"]) for row in read_table("dotted"))
    return re.compile(rf"(?:^|[\s(.])(?:{written})$")


def _ends_sentence(text: str, at: int, end: int) -> bool:
    after = at + 1
    while after < end and text[after] in " \t\n\r*_|>\xa0":
        after += 1
    if after == at + 1 or after >= end:
        return after >= end and after > at + 1
    return (text[after].isupper() or text[after] in '“"(') and _abbreviated().search(text, max(0, at - 5), at) is None


@cache
def type_words() -> frozenset[str]:
    """Words for types of documents, in lower case."""
    words = {word for kind in document_types() for word in (kind.name.lower(), *kind.words) if len(word) > 3}
    return word_set("type-word") | words


def load(rows: Iterable[Mapping[str, str]], words: Iterable[Mapping[str, str]] | None = None) -> Lexicon:
    """A lexicon from rows with the columns above (`words` as delivered where none are given). Raises LuocdoError for an
    unknown predicate, position or kind."""
    cues = []
    for row in rows:
        predicate, position = row["predicate"], row["position"]
        states = position not in ("blocker", "guard", "name", "friend")
        if position not in POSITIONS or (predicate not in PREDICATES if states else predicate):
            raise LuocdoError(f"Bảng cues.csv: dòng “{row['phrase']}” có vị trí hoặc quan hệ không hợp lệ")
        cues.append(Cue(predicate, match_form(row["phrase"]), position, float(row["confidence"] or 1)))
    others = []
    for row in read_table("words") if words is None else words:
        if row["kind"] in SETS:
            continue
        if row["kind"] not in KINDS:
            raise LuocdoError(f"Bảng words.csv: dòng “{row['phrase']}” có loại không hợp lệ")
        others.append((row["kind"], match_form(row["phrase"])))
    return Lexicon(cues, others)


@cache
def lexicon() -> Lexicon:
    """The tables as delivered, read on first use."""
    return load(read_table("cues"))


def changes(cue: Cue) -> bool:
    """Does the cue change a document's force or wording?"""
    return cue.predicate in VALIDITY


def _key(phrase: str) -> str:
    return " ".join(phrase.replace(",", " ").split())


def _pattern(phrase: str) -> str:
    """Words with any blanks between them, an optional comma where the phrase may have one."""
    return _BLANK.join(re.escape(word) for word in _key(phrase).split())
