"""Who may do what to whose document: the rank rule and its kin.

Nobody carries out or details a lower authority's document; nobody amends, replaces or ends a higher authority's
(Luật 64/2025/QH15 Điều 8, 56-58). Ranks come from the table of bodies (1 is the highest); where the issuer is unknown
the type tells. An unknown rank forbids nothing: the text is believed.
"""

from __future__ import annotations

import re
from functools import cache

from graph.domain import rank_of, type_by_name
from graph.domain.type_powers import TypePowers, type_powers
from graph.model import Document

# The change of a document's force: only the same or a higher authority's paper does it.
VALIDITY = frozenset({"replaces", "repeals", "amends", "extends", "suspends", "corrects", "consolidates"})
# The lower paper serves the higher.
SERVICE = frozenset({"implements", "guides"})

_ASSEMBLY = re.compile(r"/(?:UBTV)?QH\d", re.IGNORECASE)
_INSIDE = 50
_YEAR_ALONE = 4
_SERIES = re.compile(r"(?P<number>\d{1,5})(?P<series>/(?:19|20)\d\d/.+)")  # numbered through within a year
_YEAR = re.compile(r"/((?:19|20)\d\d)(?:/|$)")


_UNKNOWN = TypePowers(powers=frozenset({"decides", "year"}))  # no type is known: the text is believed
_OTHER = TypePowers()


def _type(kind: str) -> TypePowers:
    return type_powers().get(kind, _OTHER) if kind else _UNKNOWN


def means_another(document: Document, name: str) -> bool:
    """Does a letter, report or plan that says `name` ("Thông tư") with "này" mean a document of which it tells? A
    letter may call itself a guide ("Hướng dẫn này")."""
    if not calls_another(document, name):
        return False
    return _lays_down(_type(name)) or not (may(document, "yields") and may_be_letter(name))


def calls_another(document: Document, name: str) -> bool:
    """Is `name`, with "này" in a letter, report or plan, the name of another type than its own?"""
    own = _type(type_of(document))
    if "powerless" not in own.powers and own.kind != "plan":
        return False
    kind, words = type_by_name(name), type_of(document)
    if kind is None:
        return _lays_down(_type(name))
    return kind.name != document.type and not words.startswith(name) and not name.startswith(words)


def may_be_letter(name: str) -> bool:
    """May a letter call itself so: a type without power that proposes and plans nothing?"""
    called = _type(name)
    return "powerless" in called.powers and "proposes" not in called.powers


def _lays_down(kind: TypePowers) -> bool:
    return kind.rank is not None or "decides" in kind.powers


def may(document: Document, power: str) -> bool:
    """Has the document's type one of the powers of ``type_powers.csv``?"""
    return power in _type(type_of(document)).powers


def type_of(document: Document) -> str:
    """The type in lower case, empty if unknown."""
    return (document.type or "").lower()


def type_class(document: Document) -> str:
    """Types that coordinate with one another: laws, circulars, plans; any other type stands for itself."""
    kind = type_of(document)
    if "assembly" in _type(kind).powers and document.code and _ASSEMBLY.search(document.code):
        return "law"
    return _type(kind).kind or kind


@cache
def _issuer_rank(issuer: str) -> int | None:
    return rank_of(issuer)


def rank(document: Document) -> int | None:
    """Authority behind `document`, 1 the highest; None if neither issuer nor type tells, or for a unit inside a body
    (it may stand beside the body or below it)."""
    found = _issuer_rank(document.issuer) if document.issuer else None
    if found is not None:
        return found if found < _INSIDE else None
    return _type(type_of(document)).rank


def band(document: Document) -> int | None:
    """Level of authority: 0 the centre's top, 1 ministries, 2 province, 3 district, 4 commune."""
    found = rank(document)
    return None if found is None else found // 10


def year(document: Document) -> int | None:
    """The year of issue: that of the symbol (a slip in the date is likelier), else that of the date."""
    found = _YEAR.search(document.code or "")
    if found:
        return int(found[1])
    return int(document.date[:4]) if document.date and document.date[:4].isdigit() else None


def allowed(subject: Document, predicate: str, target: Document, *, stated: bool, outright: bool = False) -> bool:
    """May `subject` stand in this relation to `target`? `stated` says that the cue stands directly between the two;
    else the relation was inferred from coordination, and exact ranks, types and years are asked too. What a text says
    of itself `outright` ("Quyết định này thay thế Quyết định …"), no inferred rank forbids."""
    if subject.id == target.id:
        return False
    if predicate == "based_on":
        return subject.is_source or not surely_before(subject, target)  # a quoted preamble, torn by a page
    if predicate in SERVICE:
        if may(subject, "proposes") and predicate == "implements" and not may(target, "yields"):
            return False  # a report tells of the carrying out; what asked for it, is a letter
        if not (_not_far_above(subject, target) if stated else _at_least(subject, target, exact=True)):
            return False
        if type_class(target) != "law" and not _not_before(subject, target):
            return False
        if predicate == "guides" and type_class(subject) == "law" and outranks(subject, target):
            return False  # whose title goes on so is the document before it
    elif predicate in VALIDITY:
        same = type_class(subject) == type_class(target)
        yields = (predicate == "corrects" and may(subject, "corrects")) or (stated and may(target, "yields"))
        # "Công văn này thay thế Hướng dẫn số …"; no notice replaces a decision
        yields = yields or (outright and subject.is_source and not _lays_down(_type(type_of(target))))
        if may(subject, "powerless") and not same and not yields:
            return False
        if predicate in ("corrects", "consolidates"):
            return True
        if type_class(target) != "law" and not _not_before(subject, target):
            return False  # nobody changes what is not there yet: the cue belongs to other documents
        if not subject.is_source and surely_before(subject, target):
            return False  # nor does it by a report of others, be it a law: rows of a table that run together
        if outright and same:
            return True
        if not _at_least(target, subject, exact=False):
            return False
        if not _at_least(target, subject, exact=True) and type_class(target) == "law":
            return False
    return stated or _not_before(subject, target)


def against(subject: Document, predicate: str, target: Document) -> str | None:
    """What a stated edge goes against: ``time`` (the subject is older than what it acts on), ``rank`` (it ends or
    changes what a higher authority issued, or carries out what a far lower one did); None where nothing speaks against
    it. Unknown dates and ranks speak against nothing."""
    if predicate not in VALIDITY and predicate not in SERVICE and predicate not in ("based_on", "reviews"):
        return None
    if _dated_before(subject, target):
        return "time"
    if predicate in SERVICE:
        return None if _not_far_above(subject, target) else "rank"
    if predicate in VALIDITY and predicate not in ("corrects", "consolidates"):
        strict = type_class(target) == "law" or may(target, "exact")
        return None if _at_least(target, subject, exact=strict) and _at_least(target, subject, exact=False) else "rank"
    return None


def _dated_before(subject: Document, target: Document) -> bool:
    """Whether the dates (or the years in the symbols) say that `subject` is older."""
    if subject.date and target.date:
        length = min(len(subject.date), len(target.date))
        return subject.date[:length] < target.date[:length]
    return not _not_before(subject, target)


def surely_before(subject: Document, target: Document) -> bool:
    """Whether `subject` is older: by the years of the symbols (a slip in a date is likelier), by the dates within one
    year."""
    first, second = year(subject), year(target)
    if first is None or second is None or first != second:
        return first is not None and second is not None and first < second
    one, other = subject.date or "", target.date or ""
    length = min(len(one), len(other))
    if length > _YEAR_ALONE:
        return one[:4] == other[:4] == str(first) and one[:length] < other[:length]
    return _numbered_before(subject.code or "", target.code or "")


def _numbered_before(subject: str, target: str) -> bool:
    """Does a symbol stand before another one of its series (10/2025/NĐ-CP before 11/2025/NĐ-CP)?"""
    one, other = _SERIES.fullmatch(subject), _SERIES.fullmatch(target)
    if one is None or other is None or one["series"] != other["series"]:
        return False
    return int(one["number"]) < int(other["number"])


def can_end(document: Document) -> bool:
    """May a bare "Bãi bỏ …" in its body be its own act? In a plan or report it is a task."""
    return is_normative(document) or may(document, "decides")


def is_normative(document: Document) -> bool:
    """A document that lays down rules: by its type, or by the year in its symbol (QĐ and NQ of the other kind carry
    none: Nghị định 30/2020/NĐ-CP, Nghị định 78/2025/NĐ-CP)."""
    kind = _type(type_of(document))
    return kind.rank is not None or ("year" in kind.powers and bool(_YEAR.search(document.code or "")))


def outranks(high: Document, low: Document) -> bool:
    """`high` is known to have more authority than `low`."""
    first, second = rank(high), rank(low)
    return first is not None and second is not None and first < second


def _at_least(low: Document, high: Document, *, exact: bool) -> bool:
    """`low` does not outrank `high` (unknown ranks pass)."""
    first, second = (rank(low), rank(high)) if exact else (band(low), band(high))
    return first is None or second is None or first >= second


def _not_far_above(subject: Document, target: Document) -> bool:
    """What a text states outright it may state of the next level: the Prime Minister carries out a notice of the
    office of the Central Committee, but no province's programme."""
    first, second = band(subject), band(target)
    return first is None or second is None or second - first <= (1 if first < 1 else 0)


def _not_before(subject: Document, target: Document) -> bool:
    first, second = year(subject), year(target)
    return first is None or second is None or first >= second
