"""Values as literals, each with one lexical form; and what XML cannot carry.

Dates are typed by what is known: ``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``; Vietnamese text has the tag ``vi``.
"""

from __future__ import annotations

import re
from datetime import date as calendar_date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal

from graph.rdf.terms import term

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEAR = re.compile(r"\d{4}")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
TRUE = Literal(True)


def clean(text: str) -> str:
    """`text` without lone surrogates, which no Unicode encoding can carry (they become U+FFFD)."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def vietnamese(text: str) -> Literal:
    """Text in Vietnamese."""
    return Literal(clean(text), language="vi")


def english(text: str) -> Literal:
    """Text in English."""
    return Literal(clean(text), language="en")


def plain(text: str) -> Literal:
    """A string without a language: numbers, codes, names of files, quotations."""
    return Literal(clean(text))


def is_date(text: str) -> bool:
    """Whether `text` is a complete ISO date that the calendar has."""
    if not _DATE.fullmatch(text):
        return False
    try:
        calendar_date.fromisoformat(text)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=65536)
def date(text: str) -> Literal:
    """An ISO date, complete or shortened, typed by its precision; what the calendar has not stays a plain string."""
    if is_date(text):
        return Literal(text, datatype=term("xsd:date"))
    if _MONTH.fullmatch(text):
        return Literal(text, datatype=term("xsd:gYearMonth"))
    if _YEAR.fullmatch(text):
        return Literal(text, datatype=term("xsd:gYear"))
    return plain(text)


@lru_cache(maxsize=65536)
def integer(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=term("xsd:integer"))


@lru_cache(maxsize=65536)
def offset(value: int) -> Literal:
    """An offset into a text, in code points (the Web Annotation model wants ``xsd:nonNegativeInteger``); a negative
    one says that there is no place and is a plain integer."""
    return Literal(str(value), datatype=term("xsd:nonNegativeInteger")) if value >= 0 else integer(value)


@lru_cache(maxsize=4096)
def decimal(value: float) -> Literal:
    """A number in 0..1 in the shortest decimal form that reads back as the same float."""
    return Literal(format(Decimal(repr(value)), "f"), datatype=term("xsd:decimal"))


# What XML 1.0 cannot carry at all (a carriage return it can, as a reference).
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ESCAPED_TAG = "x-escaped"


def for_xml(literal: Literal) -> Literal:
    """The literal as RDF/XML can carry it: text with characters outside XML 1.0 has them as ``\\uXXXX`` (and a
    backslash as ``\\\\``), and says so by the private language tag ``x-escaped`` (``vi-x-escaped``)."""
    value = literal.value
    if not _NOT_XML.search(value):
        return literal
    escaped = _NOT_XML.sub(lambda m: f"\\u{ord(m[0]):04X}", value.replace("\\", "\\\\"))
    return Literal(escaped, language=f"{literal.language}-{_ESCAPED_TAG}" if literal.language else _ESCAPED_TAG)


def from_xml(literal: Literal) -> Literal:
    """What `for_xml` made, as it was."""
    tag = literal.language
    if not tag or not (tag == _ESCAPED_TAG or tag.endswith(f"-{_ESCAPED_TAG}")):
        return literal
    value = re.sub(r"\\(?:u([0-9A-F]{4})|\\)", lambda m: chr(int(m[1], 16)) if m[1] else "\\", literal.value)
    language = tag[: -len(_ESCAPED_TAG)].rstrip("-")
    return Literal(value, language=language) if language else Literal(value)
