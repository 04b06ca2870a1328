"""URN:LEX, the identifier of a document: one value class whose parse and print invert each other, and how we make one.

Source of the grammar: RFC 9676 section 8 (with 3.6 dates, 4 spaces and ordinals, 5.8 partitions, 6.3 details)::

    urn:lex:<jurisdiction>:<authority>:<measure>:<details>[:<annex>]*[@<expression>][$<manifestation>][~<partition>]

    urn:lex:vn:chinh.phu:nghi.dinh:2015-01-09;04-2015-nd-cp
    urn:lex:vn;quang.ngai:uy.ban.nhan.dan:ke.hoach:2018-06-04;83-kh-ubnd
    urn:lex:vn:quoc.hoi:luat:2024-01-18;31-2024-qh15~dieu26;khoan2

The RFC wants authority, measure and details in every name. What nobody knows is therefore not an empty part but a
reserved word, and whoever reads the identifier sees that it is incomplete (``Urn.is_complete``):

=============  ==========================================================================================
unknown        what stands there
=============  ==========================================================================================
place          nothing: the jurisdiction is ``vn`` alone (as for central bodies)
issuer         ``khong.ro`` (không rõ, unknown)
type           ``van.ban`` (văn bản, document)
date           the year as the RFC's period (``2018``), else month and year (``2018.06``), else the term of office
               (``khoa.12``), else ``khong.ro``
number         ``lex-1``, the RFC's sign for an unnumbered measure (6.3.3); `extra` tells such measures apart
=============  ==========================================================================================
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as calendar_date
from functools import lru_cache

from graph.domain.places import Place, place_by_name
from graph.normalise import fold, normalise

UNKNOWN = "khong.ro"
UNKNOWN_TYPE = "van.ban"
UNNUMBERED = "lex-1"

_ALFANUM = r"(?:[A-Za-z0-9]|%[0-9A-Fa-f]{2})"
_ALF_DOT = rf"{_ALFANUM}(?:{_ALFANUM}|\.)*"
_ALF_DOT_HYP = rf"{_ALFANUM}(?:{_ALFANUM}|[.-])*"
_ALF_DOT_OTH = rf"{_ALFANUM}(?:{_ALFANUM}|[._'=()-])*"
_DATE = rf"\d{{4}}-\d{{2}}-\d{{2}}(?:\|(?:{_ALFANUM}|[._'=()-])*)?"
_LANGUAGE = r"[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}|[A-Za-z]{4,8}"

_is_alf_dot = re.compile(_ALF_DOT).fullmatch
_is_alf_dot_hyp = re.compile(_ALF_DOT_HYP).fullmatch
_is_alf_dot_oth = re.compile(_ALF_DOT_OTH).fullmatch
_is_date = re.compile(_DATE).fullmatch
_is_language = re.compile(_LANGUAGE).fullmatch
# The RFC leaves partitions to each jurisdiction; ours are units joined by ";".
_is_partition = re.compile(rf"{_ALF_DOT_OTH}(?:;{_ALF_DOT_OTH})*").fullmatch


class UrnError(ValueError):
    """The text is no URN:LEX; the message says which part breaks the grammar."""


def _check(ok: object, part: str, value: str) -> None:
    if not ok:
        raise UrnError(f"{part}: {value!r} không đúng cú pháp URN:LEX (RFC 9676)")


@dataclass(frozen=True, slots=True)
class Urn:
    """One URN:LEX name, part by part; ``str(urn)`` prints it and ``Urn.parse`` reads it back to an equal value.

    `jurisdiction` is the country and its units; `authority` the issuers, each an institution with its bodies;
    `measure` the type with specifications; `dates` or `period` (exactly one) and `numbers` the details.
    `version`/`language` (expression), `manifestation` and `partition` are kept as written, without their sign.
    """

    jurisdiction: tuple[str, ...]
    authority: tuple[tuple[str, ...], ...]
    measure: tuple[str, ...]
    numbers: tuple[str, ...]
    dates: tuple[str, ...] = ()
    period: str | None = None
    annexes: tuple[tuple[str, ...], ...] = ()
    version: tuple[str, ...] = ()
    language: str | None = None
    manifestation: str | None = None
    partition: str | None = None

    def __post_init__(self) -> None:
        for unit in self.jurisdiction:
            _check(_is_alf_dot(unit), "jurisdiction", unit)
        _check(self.jurisdiction and len(self.jurisdiction[0]) >= 2, "jurisdiction", ";".join(self.jurisdiction))
        _check(self.authority and all(self.authority), "authority", "")
        for body in (b for issuer in self.authority for b in issuer):
            _check(_is_alf_dot(body), "authority", body)
        _check(self.measure, "measure", "")
        for word in self.measure:
            _check(_is_alf_dot(word), "measure", word)
        _check(bool(self.dates) != (self.period is not None), "date", ",".join(self.dates) or str(self.period))
        for day in self.dates:
            _check(_is_date(day), "date", day)
        if self.period is not None:
            _check(_is_alf_dot(self.period), "period", self.period)
        _check(self.numbers, "number", "")
        for number in self.numbers:
            _check(_is_alf_dot_oth(number), "number", number)
        for word in (w for annex in self.annexes for w in annex):
            _check(_is_alf_dot(word), "annex", word)
        for event in self.version:
            _check(_is_date(event) or _is_alf_dot(event), "version", event)
        if self.language is not None:
            _check(self.version and _is_language(self.language), "language", self.language)
        if self.manifestation is not None:
            elements = self.manifestation.split(":")
            pieces = [p for element in elements for p in element.split(";")]
            _check(2 <= len(elements) <= 4 and all(map(_is_alf_dot_hyp, pieces)), "manifestation", self.manifestation)
        if self.partition is not None:
            _check(_is_partition(self.partition), "partition", self.partition)

    @classmethod
    def parse(cls, text: str) -> Urn:
        """Read a name. The scheme and the namespace are case-insensitive (RFC 8141), the rest is kept as written.

        Raises `UrnError` where the grammar is broken.
        """
        prefix, rest = text[:8], text[8:]
        _check(prefix.lower() == "urn:lex:", "URN", text)
        rest, tilde, partition = rest.partition("~")
        rest, dollar, manifestation = rest.partition("$")
        rest, at, expression = rest.partition("@")
        parts = rest.split(":")
        _check(len(parts) >= 4, "URN", text)
        when, semicolon, numbers = parts[3].partition(";")
        _check(semicolon, "details", parts[3])
        version, colon, language = expression.partition(":")
        # "2015" is a period, "2015-01-09" a date: a date has hyphens, which alf-dot does not allow.
        dated = _is_date(when.split(",")[0]) is not None
        return cls(
            jurisdiction=tuple(parts[0].split(";")),
            authority=tuple(tuple(issuer.split(";")) for issuer in parts[1].split("+")),
            measure=tuple(parts[2].split(";")),
            dates=tuple(when.split(",")) if dated else (),
            period=None if dated else when,
            numbers=tuple(numbers.split(",")),
            annexes=tuple(tuple(annex.split(";")) for annex in parts[4:]),
            version=tuple(version.split(";")) if at else (),
            language=language if colon else None,
            manifestation=manifestation if dollar else None,
            partition=partition if tilde else None,
        )

    def __str__(self) -> str:
        when = ",".join(self.dates) if self.period is None else self.period
        text = "urn:lex:" + ":".join(
            [
                ";".join(self.jurisdiction),
                "+".join(";".join(issuer) for issuer in self.authority),
                ";".join(self.measure),
                f"{when};{','.join(self.numbers)}",
                *(";".join(annex) for annex in self.annexes),
            ]
        )
        if self.version:
            text += "@" + ";".join(self.version) + (f":{self.language}" if self.language is not None else "")
        if self.manifestation is not None:
            text += f"${self.manifestation}"
        if self.partition is not None:
            text += f"~{self.partition}"
        return text

    @property
    def date(self) -> str | None:
        """The (first) full date, ISO, or None."""
        return self.dates[0].partition("|")[0] if self.dates else None

    @property
    def year(self) -> str | None:
        """The year of the date or of a period that is a year, or None."""
        if self.dates:
            return self.dates[0][:4]
        return self.period[:4] if self.period and re.fullmatch(r"\d{4}(\.\d\d)?", self.period) else None

    @property
    def issuer_id(self) -> str:
        """Jurisdiction and authority, the id of an `Issuer`: ``vn;quang.ngai:so.cong.thuong``."""
        return f"{';'.join(self.jurisdiction)}:{'+'.join(';'.join(issuer) for issuer in self.authority)}"

    @property
    def is_complete(self) -> bool:
        """Whether issuer, type, full date and number are all known."""
        return (
            bool(self.dates)
            and self.authority != ((UNKNOWN,),)
            and self.measure[0] != UNKNOWN_TYPE
            and not self.numbers[0].startswith("lex-")
        )

    @property
    def work(self) -> Urn:
        """The document itself: without expression, manifestation and partition."""
        return replace(self, version=(), language=None, manifestation=None, partition=None)

    def at(self, path: Sequence[tuple[str, str]]) -> Urn:
        """The name of a part of the document, largest unit first: ``(("điều", "26"), ("khoản", "2"))``."""
        return replace(self, partition=partition_id(path))

    def akn(self) -> str | None:
        """The Akoma Ntoso work IRI (naming convention 1.0, section 4), or None while the date is not known.

        ``/akn/vn/act/nghi-dinh/chinh-phu/2015-01-09/04-2015-nd-cp``. A provincial body is an actor with its place
        (``quang-ngai.uy-ban-nhan-dan``), since the jurisdiction part of that convention takes ISO codes only.
        ``act`` are laws and documents whose number has a year segment (the sign of a normative one), ``doc`` the rest.
        """
        if not self.dates or self.annexes:
            return None
        number = ",".join(self.numbers)
        normative = self.measure[0] in _LAWS or re.match(r"\d+[a-z]?-(?:19|20)\d\d-", number)
        places = [unit.replace(".", "-") for unit in self.jurisdiction[1:]]
        actor = "+".join("-".join(issuer).replace(".", "-") for issuer in self.authority)
        subtype = "-".join(self.measure).replace(".", "-")
        return "/".join(
            [
                "",
                "akn",
                self.jurisdiction[0],
                "act" if normative else "doc",
                subtype,
                ".".join([*places, actor]),
                self.dates[0].partition("|")[0],
                number.replace(".", "-"),
            ]
        )

    def http(self, base: str) -> str:
        """An HTTP IRI below `base` in the manner of ELI: one path segment a part; `from_http` inverts it.

        ``https://example.org/eli/vn;quang.ngai/uy.ban.nhan.dan/ke.hoach/2018-06-04/83-kh-ubnd``
        """
        head, colon, rest = str(self)[8:].partition("@")
        jurisdiction, authority, measure, details = head.split(":", 3)
        when, _, numbers = details.partition(";")
        return f"{base}eli/" + "/".join([jurisdiction, authority, measure, when, numbers]) + colon + rest

    @classmethod
    def from_http(cls, iri: str, base: str) -> Urn:
        """The name that `http(base)` printed; `UrnError` if the IRI is none of this base."""
        prefix = f"{base}eli/"
        _check(iri.startswith(prefix), "IRI", iri)
        parts = iri[len(prefix) :].split("/")
        _check(len(parts) == 5, "IRI", iri)
        return cls.parse("urn:lex:" + ":".join(parts[:4]) + ";" + parts[4])


_LAWS = frozenset({"hien.phap", "bo.luat", "luat", "phap.lenh"})

# Connectives that RFC 9676 section 4.1 drops from names; folded words would not tell "và" from "vá".
_CONNECTIVES = frozenset({"và", "của", "về", "các", "những"})
# Words after which a Roman numeral is an ordinal, written in Arabic numerals (section 4.3).
_BEFORE_ORDINAL = frozenset({"khóa", "thứ", "lần", "kỳ", "phần", "chương", "mục"})
_ROMAN = re.compile(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LONGEST = 80


def _arabic(numeral: str) -> str:
    """A Roman numeral in Arabic digits; anything else unchanged."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return numeral
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    return str(sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True)))


@lru_cache(maxsize=65536)
def slug(text: str) -> str:
    """`text` as the RFC's alf-dot: lower-case ASCII words joined by dots, without connectives and punctuation.

    ``Ủy ban nhân dân`` -> ``uy.ban.nhan.dan``, ``khóa XII`` -> ``khoa.12``. Longer than 80 characters is cut at a word
    and closed with a checksum of the whole, so that two long names stay two. Empty if the text has no letter or digit.
    """
    words: list[str] = []
    before = ""
    plain = unicodedata.normalize("NFC", normalise(text).text)
    for word in re.findall(r"\w+", plain):
        lower = word.lower()
        if before in _BEFORE_ORDINAL:
            word = _arabic(word)
        if lower not in _CONNECTIVES:
            ascii_word = re.sub(r"[^a-z0-9]", "", fold(word))
            words.append(ascii_word or f"x{zlib.crc32(lower.encode()):08x}")
        before = lower
    whole = ".".join(words)
    if len(whole) <= _LONGEST:
        return whole
    head = whole[: _LONGEST - 9].rpartition(".")[0] or whole[: _LONGEST - 9]
    return f"{head}.{zlib.crc32(whole.encode()):08x}"


@lru_cache(maxsize=65536)
def number_id(number: str) -> str:
    """Number and symbol as the RFC's document-id: ``83/KH-UBND`` -> ``83-kh-ubnd`` (6.3.4: other signs become "-")."""
    return re.sub(r"[^a-z0-9.]+", "-", fold(number)).strip("-.")


def partition_id(path: Sequence[tuple[str, str]]) -> str:
    """The id of a part: ``(("điều", "26"), ("điểm", "đ"))`` -> ``dieu26;diemdd``.

    ``đ`` becomes ``dd`` here, since điểm d and điểm đ are two points of one clause.
    """
    parts = []
    for unit, label in path:
        name = slug(unit)
        if unit.lower() in _BEFORE_ORDINAL:
            label = _arabic(label)
        spelled = label.replace("đ", "dd").replace("Đ", "dd")
        parts.append(name + re.sub(r"[^a-z0-9.]+", "-", fold(spelled)).strip("-."))
    return ";".join(parts)


@lru_cache(maxsize=4096)
def jurisdiction(place: str | None) -> tuple[str, ...]:
    """The jurisdiction of a place, country first: ``huyện Sơn Tịnh, tỉnh Quảng Ngãi`` ->
    ``("vn", "quang.ngai", "huyen.son.tinh")``.

    Only the outermost place loses the word for its level ("tỉnh", or "thành phố" of a city under the central
    government): thành phố Quảng Ngãi lies in Quảng Ngãi.
    """
    units = [name for unit in reversed((place or "").split(",")) if (name := " ".join(normalise(unit).text.split()))]
    if units:
        known = _province(units[0])
        units[0] = known.name if known else re.sub(r"^tỉnh\s+", "", units[0], flags=re.IGNORECASE)
    return ("vn", *filter(None, map(slug, units)))


def _province(unit: str) -> Place | None:
    """The province or central city that `unit` names, if the word for its level agrees."""
    found = place_by_name(unit)
    city = re.match(r"(?:thành phố|tp\.?|t\.p\.?)\s*", unit, re.IGNORECASE)
    return found if found and (found.kind == "thành phố" or not city) else None


@lru_cache(maxsize=65536)
def authority(issuer: str, place: str | None) -> str:
    """One issuer as alf-dot; the word for the level at the end ("tỉnh", a central city's "thành phố") goes when the
    place is known, since the jurisdiction says it: ``Ủy ban nhân dân tỉnh`` -> ``uy.ban.nhan.dan``."""
    name = normalise(issuer).text.strip()
    if len(jurisdiction(place)) == 2:
        known = _province(place or "")
        level = r"\s+(?:tỉnh|thành phố)$" if known and known.kind == "thành phố" else r"\s+tỉnh$"
        name = re.sub(level, "", name, flags=re.IGNORECASE)
    return slug(name)


def issuer_id(issuer: str, place: str | None = None) -> str:
    """The id of an `Issuer`: ``vn;quang.ngai:so.cong.thuong``."""
    return f"{';'.join(jurisdiction(place))}:{authority(issuer, place) or UNKNOWN}"


def _details(date: str | None, year: str | None, term: str | None) -> tuple[tuple[str, ...], str | None]:
    """Dates and period; a date that no calendar has counts for its year."""
    if date:
        try:
            calendar_date.fromisoformat(date)
            return (date,), None
        except ValueError:
            if month := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", date):
                return (), f"{month[1]}.{month[2]}"
            year = year or (date[:4] if re.match(r"\d{4}", date) else None)
    return (), slug(year or "") or (slug(f"khóa {term.upper()}") if term else UNKNOWN)


def make_urn(
    *,
    jurisdiction_place: str | None,
    issuer: str | Sequence[str] | None,
    type: str | None,
    date: str | None,
    year: str | None,
    number: str | None,
    extra: str | None,
    term: str | None = None,
) -> str:
    """The identifier of a document from what is known of it; the same facts always give the same name.

    `jurisdiction_place` is a province, or "xã, huyện, tỉnh" smallest first, None for central bodies; `issuer` one name
    or several (joint documents: the order does not count); `type` the Vietnamese type; `date` ISO, complete or
    shortened; `year` where the date is not known (of the number, say); `term` the khóa in Roman numerals, used only
    where neither date nor year is known; `number` number and symbol (``18-NQ/TW``); `extra` what tells documents
    apart that would otherwise share a name (a law's name, an unnumbered plan's purpose), kept as a specification of
    the measure (RFC 9676 section 6.2.2). Unknown parts: see the module. Never raises on odd text.
    """
    names = (issuer,) if isinstance(issuer, str) else tuple(issuer or ())
    return _make_urn(jurisdiction_place, names, type, date, year, number, extra, term)


# The same few thousand documents are cited again and again.
@lru_cache(maxsize=65536)
def _make_urn(
    jurisdiction_place: str | None,
    names: tuple[str, ...],
    type: str | None,
    date: str | None,
    year: str | None,
    number: str | None,
    extra: str | None,
    term: str | None,
) -> str:
    bodies = sorted({a for name in names if (a := authority(name, jurisdiction_place))}) or [UNKNOWN]
    kind = slug(type or "") or UNKNOWN_TYPE
    specification = slug(extra or "")
    dates, period = _details(date, year, term)
    return str(
        Urn(
            jurisdiction=jurisdiction(jurisdiction_place),
            authority=tuple((body,) for body in bodies),
            measure=(kind, specification) if specification else (kind,),
            dates=dates,
            period=period,
            numbers=(number_id(number or "") or UNNUMBERED,),
        )
    )
