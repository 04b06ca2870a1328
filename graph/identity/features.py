"""The features of a document that decide whether two descriptions mean the same one.

A description is *complete* when it has its number and symbol, its period (the year; for Party numbers the term) and,
where many bodies share the symbol (-UBND, /TU), its place; or a law its number, or its name and year. Two texts that
give the same complete description mean the same document; anything less is completed by what other texts say, or not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.domain import acts_by_code, body_by_name, party_term_at, place_by_name
from graph.domain.table import match_form
from graph.identity.codes import act_key, name_words, order_of, split_code
from graph.identity.series import assembly_symbol, committee, law_types, needs_place, type_class, type_key
from graph.identity.urn import jurisdiction
from graph.model import Document
from graph.normalise import fold

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
# Heads sign for their body, and a committee's standing board numbers in the committee's series.
_ROLES = re.compile(
    r"^(?:(?:pho )?(?:chu tich|bo truong|giam doc|tong giam doc|thong doc|tong thanh tra|chu nhiem|vien truong|chanh an"
    r"|cuc truong|tong cuc truong|vu truong|truong ban|tong kiem toan|chi cuc truong)"
    r"|ban thuong vu|ban chap hanh(?= dang bo)|thuong truc)\s+"
)
# "Đảng ủy Sở": which one, only the text knows.
_GENERIC = re.compile(r"\b(?:tinh|thanh pho|huyen|quan|thi xa|phuong|xa|so|nganh|co quan|don vi|cap)$")


@dataclass(frozen=True, slots=True)
class Features:
    """Folded facts; an empty string is "not known".

    `kind`: ``symbol`` (number and symbol), ``number`` (a bare number), ``law`` (an act of the Assembly, by number or by
    name), ``name`` (known by its name), ``free`` (type, issuer and purpose at most). `series` is number, year segment
    and symbol, what a period holds once; `period` the year, in a Party series the term (``XII``); `date` ISO, possibly
    shortened; `generic` says that the issuer's name leaves open which body it is, `head` that the head of a body issued
    it (some heads number apart from their body).
    """

    kind: str
    number: str = ""
    series: str = ""
    symbol: tuple[str, ...] = ()
    type: str = ""
    issuer: str = ""
    place: str = ""
    needs_place: bool = False
    party: bool = False
    central: bool = False
    generic: bool = False
    head: bool = False
    date: str = ""
    year: str = ""
    term: str = ""
    period: str = ""
    name: str = ""

    @property
    def full_date(self) -> str:
        """The date if it has a day, else an empty string."""
        return self.date if len(self.date) == 10 else ""

    @property
    def placed(self) -> bool:
        """Whether the place is known or not needed."""
        return bool(self.place) or not self.needs_place

    @property
    def complete(self) -> bool:
        """Whether the same description in another text means the same document."""
        if self.kind == "symbol":
            return self.placed and bool(self.period or self.full_date)
        if self.kind == "law":
            return bool(self.series and self.period) or bool(self.name and self.year)
        known = bool(self.type and self.issuer) and self.placed and not self.generic
        if self.kind == "number":
            return known and bool(self.full_date)
        if self.kind == "name":
            return bool(self.name) and self.placed
        return known and bool(self.name and self.full_date)


def bucket(document: Document) -> str:
    """The bucket in which `document` is merged: documents of different buckets are never the same.

    Numbered documents fall by number and class of types (``18|nq``), acts of the Assembly into one (``law``) since they
    are cited by number or by name, the rest by type and name.
    """
    f = features(document)
    if f.kind == "law":
        return "law"
    if f.kind in ("symbol", "number"):
        return f"{f.number}|{type_class(f.symbol, f.type)}"
    return f"{f.type}|{f.name or document.id}"


def features(document: Document) -> Features:
    """The features of a document; facts that its symbol or date settle are filled in."""
    return _features(
        document.type,
        document.code,
        document.name,
        None if split_code(document.code or "") and not document.unnumbered else document.title,
        document.date,
        document.issuer,
        document.place,
        document.term,
        document.unnumbered,
    )


@lru_cache(maxsize=65_536)
def _features(
    kind: str | None,
    code: str | None,
    name: str | None,
    title: str | None,
    date: str | None,
    issuer: str | None,
    place: str | None,
    term: str | None,
    unnumbered: bool,
) -> Features:
    number, segment, symbol = (split_code(code) if code and not unnumbered else None) or ("", "", ())
    party, central, local = committee(symbol, issuer, order_of(code) if code and symbol else "")
    day = date if date and _DATE.fullmatch(date) else ""
    year = segment or day[:4]
    assembly = assembly_symbol(symbol, day or segment)
    kind_key = type_key(kind, symbol if assembly is None else (*symbol[:-1], *assembly), party)
    if assembly is not None:
        symbol = assembly
        if not kind_key and not acts_by_code(code or ""):
            kind_key = "nghi quyet"  # a number without its type word: the table knows the Assembly's acts
    roman = (term or "").upper() or (party_term_at(day) if party and central and day else None) or ""
    signed, generic = _manner(issuer or "")
    common = Features(
        kind="symbol" if symbol else "number",
        number=number,
        series=f"{number}|{segment}|{'-'.join(symbol)}" if number and symbol else "",
        symbol=symbol,
        type=kind_key,
        issuer=issuer_key(issuer, place),
        head=signed,
        place="" if central else place_key(place),
        needs_place=local,
        party=party,
        central=central,
        generic=generic,
        date=day,
        year=year,
        term=roman,
        period=roman if party else year,
    )
    if kind_key in law_types() or (number and not kind_key and assembly):
        # "Luật số 45/2019/QH14" is what texts also call the Bộ luật Lao động: one series, one type.
        act = "luat" if kind_key == "bo luat" else kind_key
        return replace(common, kind="law", type=act, name=act_key(name), place="", needs_place=False)
    if number and symbol:
        return common
    common = replace(common, needs_place=needs_place(issuer) or (common.generic and not common.central))
    if number:
        return common
    common = replace(common, symbol=(), party=False, period=roman or year)
    if name and not unnumbered:
        return replace(common, kind="name", name=name_words(name))
    return replace(common, kind="free", name=name_words(name or title))


@lru_cache(maxsize=16_384)
def _manner(issuer: str) -> tuple[bool, bool]:
    """How an issuer is named: as the head of a body, and so that it stays open which body it is."""
    words = fold(issuer)
    return bool(_ROLES.match(words)), bool(_GENERIC.search(words))


@lru_cache(maxsize=16_384)
def issuer_key(issuer: str | None, place: str | None) -> str:
    """The body's full name, folded, without the role of its head; a joint document's bodies in alphabetical order."""
    if not issuer:
        return ""
    bodies = set()
    whole = body_by_name(issuer)
    for part in [whole.name] if whole else re.split(r"\s*[,;]\s*|\s+[-–]\s+", issuer):
        body = body_by_name(part)
        words = _ROLES.sub("", fold(body.name if body else part))
        if words.endswith(" thanh pho") and (known := place_by_name(place or "")) and known.kind == "thành phố":
            words = words.removesuffix("thanh pho") + "tinh"  # a central city was a province before, or is called one
        bodies.add(words)
    return ", ".join(sorted(filter(None, bodies)))


@lru_cache(maxsize=16_384)
def place_key(place: str | None) -> str:
    """The place, outermost unit first, by the names of the table: ``quang.ngai;huyen.son.tinh``."""
    if not place:
        return ""
    units = [unit.strip() for unit in match_form(place).split(",") if unit.strip()]
    if units and (known := place_by_name(units[-1])):
        units[-1] = known.name
    return ";".join(jurisdiction(", ".join(units))[1:])
