"""What a merged document is: one value for each attribute out of all claims, one id, and what contradicts itself.

Order of trust: a register, the document's own text, the majority of the citing texts, then the order of letters, so
that the same claims always give the same document. A fuller value (a full date over its year, Chương trình hành động
over Chương trình) is no contradiction and wins over the shorter one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import attrgetter

from graph.identity.claims import Claim
from graph.identity.codes import akin, code_key, is_joint
from graph.identity.features import features, issuer_key, place_key
from graph.identity.urn import Urn, UrnError
from graph.model import Document, Finding
from graph.normalise import fold

# attribute -> form in which its values are compared
_FORMS: dict[str, Callable[[Document], str]] = {
    "type": lambda d: fold(d.type or ""),
    "code": lambda d: code_key(d.code or ""),
    "name": lambda d: fold(d.name or ""),
    "date": lambda d: d.date or "",
    "issuer": lambda d: issuer_key(d.issuer, d.place),
    "place": lambda d: place_key(d.place),
    "term": lambda d: (d.term or "").upper(),
    "title": lambda d: fold(d.title or ""),
}


def settle(claims: Sequence[Claim], *, complete: bool) -> Document:
    """The document that `claims` are about. `complete` says that they fix its identity: else it is provisional."""
    if len(claims) == 1:
        return _alone(claims[0], complete=complete)
    values: dict[str, str | None] = {}
    origins: dict[str, str] = {}
    for name in _FORMS:
        value, origin = _choose(name, claims)
        values[name] = value
        if value is not None and origin:
            origins[name] = origin
    documents = [claim.document for claim in claims]
    kind = features(documents[0]).kind
    provisional = not complete and (kind not in ("name", "free") or all(d.provisional for d in documents))
    chosen = Document(
        id="",
        type=values["type"],
        code=values["code"],
        name=values["name"],
        date=values["date"],
        issuer=values["issuer"],
        place=values["place"],
        term=values["term"],
        title=values["title"],
        is_source=any(claim.own for claim in claims),
        provisional=provisional,
        unnumbered=all(d.unnumbered for d in documents),
        origins=origins,
    )
    return replace(chosen, id=_best_id(chosen, documents))


def _alone(claim: Claim, *, complete: bool) -> Document:
    """As `settle`, for the only claim about a document."""
    d = claim.document
    return Document(
        id=d.id,
        type=d.type or None,
        code=d.code or None,
        name=d.name or None,
        date=d.date or None,
        issuer=d.issuer or None,
        place=d.place or None,
        term=d.term or None,
        title=d.title or None,
        is_source=bool(claim.own),
        provisional=not complete and (d.provisional or features(d).kind not in ("name", "free")),
        unnumbered=d.unnumbered,
        origins={name: origin for name, origin in d.origins.items() if origin and name in _FORMS and getattr(d, name)},
    )


def _strength(claim: Claim, name: str) -> int:
    if claim.document.origins.get(name) == "register":
        return 2
    return 1 if claim.own else 0


def _choose(name: str, claims: Sequence[Claim]) -> tuple[str | None, str | None]:
    """The value of one attribute and where it came from."""
    pick = attrgetter(name)
    telling = [claim for claim in claims if pick(claim.document)]
    if not telling:
        return None, None
    first: str = pick(telling[0].document)
    if all(pick(claim.document) == first for claim in telling):
        return first, _origin(name, telling)
    by_form: dict[str, list[Claim]] = defaultdict(list)
    for claim in telling:
        by_form[_FORMS[name](claim.document)].append(claim)
    forms = list(by_form)
    if name == "date":
        forms = [f for f in forms if not any(other != f and other.startswith(f) for other in forms)]
    elif name in ("type", "issuer"):
        if "bo luat" in forms and "luat" in forms:  # a code is a law, called by the wider word
            forms.remove("luat")
        forms = [f for f in forms if not any(other != f and akin(f, other) and len(other) > len(f) for other in forms)]
    best = min(forms, key=lambda f: (*_weight(name, by_form[f]), f))
    spellings: dict[str, list[Claim]] = defaultdict(list)
    for claim in by_form[best]:
        spellings[getattr(claim.document, name)].append(claim)
    # Registers and headings are printed in capitals; a mixed spelling of the same words reads better.
    value = min(
        spellings, key=lambda s: (len(s) > 4 and s.isupper() and name != "code", *_weight(name, spellings[s]), s)
    )
    return value, _origin(name, by_form[best])


def _origin(name: str, claims: Sequence[Claim]) -> str | None:
    """Where the value that these claims have comes from."""
    origins = {o for c in claims if (o := c.document.origins.get(name))}
    return "register" if "register" in origins else min(origins, default=None)


def _weight(name: str, claims: list[Claim]) -> tuple[int, int]:
    return -max(_strength(c, name) for c in claims), -sum(c.own + c.cited for c in claims)


def _best_id(chosen: Document, documents: list[Document]) -> str:
    """The id of the most complete claim; among equals one that agrees with what was chosen, then by letters."""
    names = ("type", "code", "date", "issuer", "place", "term")

    def known(document: Document) -> int:
        return sum(bool(getattr(document, n)) for n in names) + len(document.date or "")

    def rank(document: Document) -> tuple[int, str]:
        agreeing = sum(_FORMS[n](document) == _FORMS[n](chosen) for n in names if getattr(document, n))
        return -agreeing, document.id

    most = max(map(known, documents))
    fullest = [document for document in documents if known(document) == most]
    ids = {document.id for document in fullest}
    return ids.pop() if len(ids) == 1 else min(fullest, key=rank).id


def distinguish(name: str, mark: str) -> str:
    """An id for another document than the one called `name`: the mark becomes a specification of the measure (RFC 9676
    section 6.2.2).

    >>> distinguish("urn:lex:vn:khong.ro:nghi.quyet:khong.ro;18", "1a2b3c4d")
    'urn:lex:vn:khong.ro:nghi.quyet;theo.1a2b3c4d:khong.ro;18'
    """
    try:
        urn = Urn.parse(name)
        return str(replace(urn, measure=(*urn.measure, f"theo.{mark}")))
    except UrnError:
        return f"{name};theo.{mark}"


def conflicts(document: Document, claims: Sequence[Claim], *, complete: bool) -> tuple[Finding, ...]:
    """What texts say differently about one document, each as a finding in Vietnamese."""
    found = []
    label = document.code or document.name or document.type or document.id
    if complete and len(claims) > 1:
        for kind, words, values in (
            ("conflicting-date", "ngày ban hành", _dates(claims)),
            ("conflicting-issuer", "cơ quan ban hành", _issuers(claims)),
        ):
            if len(values) > 1:
                listed = ", ".join(f"{value} ({count} nguồn)" for value, count in values)
                found.append(Finding(kind, f"{label} được ghi với nhiều {words}: {listed}.", (document.id,)))
    elif not complete and len(document.candidates) > 1 and not any(c.document.candidates for c in claims):
        message = f"Chưa xác định được “{label}” là văn bản nào trong {len(document.candidates)} văn bản có thể."
        found.append(Finding("ambiguous-reference", message, (document.id, *document.candidates)))
    return tuple(found)


def _dates(claims: Sequence[Claim]) -> list[tuple[str, int]]:
    counts: dict[str, int] = defaultdict(int)
    for claim in claims:
        if claim.document.date and len(claim.document.date) == 10:
            counts[claim.document.date] += claim.own + claim.cited
    return [("/".join(reversed(day.split("-"))), count) for day, count in sorted(counts.items())]


def _issuers(claims: Sequence[Claim]) -> list[tuple[str, int]]:
    """Different bodies; a joint document's lists and names of which one begins the other are no contradiction."""
    if any(claim.document.code and is_joint(claim.document.code) for claim in claims):
        return []
    counts: dict[str, int] = defaultdict(int)
    spelled: dict[str, str] = {}
    for claim in claims:
        d = claim.document
        key = issuer_key(d.issuer, d.place)
        if not d.issuer or not key or ", " in key:
            continue
        counts[key] += claim.own + claim.cited
        spelled[key] = min(spelled.get(key, d.issuer), d.issuer)
    keys = sorted(counts)
    apart = [k for k in keys if not any(other != k and akin(k, other) for other in keys)]
    return [(spelled[key], counts[key]) for key in apart]
