"""What is read around a citation of any kind: the attributes behind it, the issuer and date in front of it."""

from __future__ import annotations

import re

from graph import domain
from graph.citations import dates
from graph.citations.bodies import read_issuer
from graph.citations.draft import Draft
from graph.citations.passing import said_behind, said_in_front
from graph.citations.symbols import UNIT
from graph.citations.tail import read_tail

_ISSUED_BY = re.compile(
    r"(?:(?P<dated>[nN]gày[\s*]{1,3}(?P<when>[0-9][0-9/.\- thángnăm*\n]{3,24}[0-9]{4}),[\s*]{1,3})"
    r"|(?:\A|[.;:,\n\-–+(“]|[mM]à|[dD]o|khi)[\s*]{0,4})"
    r"(?P<who>[A-ZĐÂÊÔƯỦ][^.;:,()\n“”]{3,90}?)[\s*]{1,3}(?:đã[\s*]{1,3})?ban[\s*]{1,3}hành[\s*]{1,3}(?:các[\s*]{1,3})?\Z"
)

_ISSUED_REACH = 140
_ASSEMBLY = frozenset({"Quốc hội", "Ủy ban Thường vụ Quốc hội"})
_PASSED_KINDS = frozenset({"Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết"})
_DAY = 10


def read_attributes(text: str, citation: Draft) -> None:
    begin = citation.end
    while begin < len(text) and text[begin].isdigit() and begin < citation.end + 2 and text[begin - 1].isalnum():
        begin += 1  # a footnote mark glued to the symbol
    unit = UNIT.match(text, begin) if text.startswith((" (", "("), begin) else None
    if unit is not None:
        begin = unit.end()
    tail = read_tail(text, begin, joint=domain.is_joint(citation.type), year=citation.kind == "act")
    citation.date = citation.date or tail.date
    if not citation.issuers:
        citation.issuers = tail.issuers
    if citation.symbol is not None and citation.symbol.shape == "assembly":
        # whatever body is named behind an act's number, the Assembly passed it
        citation.issuers = tuple(i for i in citation.issuers if i.name in _ASSEMBLY)
    citation.term = citation.term or tail.term
    citation.tail_end = tail.end
    if citation.type in _PASSED_KINDS and len(citation.date or "") < _DAY:
        passed = said_behind(text, tail.end) or said_in_front(text, citation.start)
        year = citation.year or (citation.symbol.year if citation.symbol else None)
        if passed is not None and passed.startswith(citation.date or year or ""):
            citation.date = passed


def issued_in_front(text: str, citation: Draft) -> None:
    """ "Ngày 25/10/2017, Ban Chấp hành Trung ương ban hành Nghị quyết số 18-NQ/TW": issuer and date stand in front."""
    at = citation.start
    if citation.issuers or not text.endswith(("hành ", "hành\n", "hành các "), max(0, at - 10), at):
        return
    found = _ISSUED_BY.search(text, max(0, at - _ISSUED_REACH), at)
    if found is None:
        return
    issuer = read_issuer(text, found.start("who"))
    if issuer is None or issuer.own or text[issuer.end : found.end("who")].strip():
        return
    citation.issuers, citation.issuer_start = (issuer,), found.start("who")
    if citation.date is None and found["when"] is not None:
        dated = dates.FULL_DATE.match(text, found.start("dated"))
        value = dates.iso(dated) if dated else None
        if value and citation.year in (None, value[:4]):
            citation.date = value
