"""What one text says of a document: type, code, date, issuer, place, term, name, title, each with its origin."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from graph import domain
from graph.citations.bodies import IssuerRef
from graph.citations.header import Header
from graph.citations.letters import is_letter
from graph.identity.cited_title import cited_title
from graph.identity.groups import Group
from graph.identity.issuers import issuer_names, issuer_rows, issuers, place_of
from graph.identity.name_number import act_urn
from graph.identity.urn import make_urn
from graph.model import Document, Issuer

_UNCLEAR = "chua.ro."  # in the name of a document that only its text explains
_ASSEMBLY = re.compile(r"(?:QH|UBTVQH|UBTV)K?[0-9]{1,2}$")


def describe(
    text: str, group: Group, header: Header, *, name: Callable[[], str], province: tuple[str, int] | None = None
) -> tuple[Document, list[Issuer]]:
    """The `Document` of a group of citations and the issuers it names. `name` labels the source text where
    nothing else tells what it is; `province` is the only one that an article tells of, and from where on."""
    origins: dict[str, str] = {}
    if group.is_source:
        return _source(group, header, origins, name)
    code = group.code
    if code is not None:
        origins["code"] = "text"
    date = dated(group)
    kind = group.type
    if group.symbol is not None and (kind is None or not any(c.stated_type for c in group.citations)):
        kind = _type_of_symbol(group, date) or kind
    origins["type"] = "text" if any(c.stated_type for c in group.citations) else "symbol"
    if date:
        origins["date"] = "text"
    term = _majority(c.term for c in group.citations)
    if term:
        origins["term"] = "text"
    elif group.symbol is not None and group.symbol.issuer_codes and _ASSEMBLY.match(group.symbol.issuer_codes[0]):
        term = _assembly_term(group)
        origins["term"] = "symbol"
    refs = issuers(group, header, kind, date, origins)
    place = place_of(group, refs, header, origins, province)
    document_name = next((c.name for c in group.citations if c.name), None)
    year = group.symbol.year if group.symbol is not None else next((c.year for c in group.citations if c.year), None)
    if group.inferred is not None:
        if code is None and group.inferred.code:
            code, origins["code"] = group.inferred.code, group.inferred_by
        if (date is None or len(date) < 10) and group.inferred.date:
            date, origins["date"] = group.inferred.date, group.inferred_by
        year = year or (str(group.inferred.year) if group.inferred.year else None)
    unnumbered = any(c.kind == "unnumbered" for c in group.citations)
    title = _purpose(group) if unnumbered else cited_title(text, group, refs, header)
    if title:
        origins["title"] = "text"
    names = issuer_names(refs)
    extra = _extra(group, document_name, code, unnumbered)
    identifier = make_urn(
        jurisdiction_place=place,
        issuer=names or None,
        type=kind,
        date=date,
        year=year,
        number=code if group.symbol or code else None,
        extra=extra,
        term=term if date is None else None,
    )
    if group.candidates or group.doubts:
        identifier = make_urn(
            jurisdiction_place=place,
            issuer=names or None,
            type=kind,
            date=date,
            year=year,
            number=code,
            extra=_UNCLEAR + str(header.code or name()),
        )
    document = Document(
        id=identifier,
        type=kind,
        code=code,
        name=document_name,
        date=date,
        issuer=names[0] if names else None,
        place=place,
        term=term,
        title=title,
        provisional=_provisional(group, date, year, term, place, refs),
        unnumbered=unnumbered,
        candidates=tuple(sorted(map(act_urn, group.doubts))),
        origins=origins,
    )
    return document, issuer_rows(refs, place)


def is_unclear(id: str) -> bool:
    """Whether the name of a document says that a text itself could not tell which it means: its candidates are of that
    text, and not found by comparing texts."""
    return f";{_UNCLEAR}" in id


def _source(
    group: Group, header: Header, origins: dict[str, str], name: Callable[[], str]
) -> tuple[Document, list[Issuer]]:
    for field, value in (("type", header.type), ("code", header.code), ("date", header.date), ("issuer", header.issuer),
                         ("place", header.place), ("term", header.term), ("title", header.title)):  # fmt: skip
        if value:
            origins[field] = "source"
    if header.inferred:
        origins["issuer"] = "inferred"
    known = header.code is not None or (header.type is not None and header.date is not None)
    year = header.symbol.year if header.symbol else (header.date or "")[:4] or None
    identifier = make_urn(
        jurisdiction_place=header.place,
        issuer=[ref.name for ref in header.joint] or header.issuer,
        type=header.type,
        date=header.date,
        year=year,
        number=None if header.blank else header.code,
        extra=None if known and not header.blank else _blank_extra(header, name),
    )
    act = header.type in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp")
    document = Document(
        id=identifier,
        type=header.type,
        code=header.code,
        name=_act_name(header.type, header.title) if act and header.type and header.title else None,
        date=header.date,
        issuer=header.issuer,
        place=header.place,
        term=header.term,
        title=header.title,
        is_source=True,
        provisional=not known or header.blank,
        origins=origins,
    )
    if header.issuer is None:
        return document, []
    own = IssuerRef(header.issuer, header.place, header.level, 0, header.issuer_code)
    refs = list(header.joint) or [own]
    return document, issuer_rows(refs, header.place)


def _blank_extra(header: Header, name: Callable[[], str]) -> str:
    """A blank number identifies nothing: the title does, or the name of the source."""
    return (header.title or name())[:120]


def _extra(group: Group, name: str | None, code: str | None, unnumbered: bool) -> str | None:
    if unnumbered:
        purpose = sorted(
            {p.symbol.canonical if p.symbol else (p.name or p.number or "") for c in group.citations for p in c.purpose}
        )
        return "thực hiện " + " ".join(purpose)
    if name and code is None:
        return (
            name.split(" ", 1)[1]
            if " " in name and name.split()[0] in ("Luật", "Nghị", "Pháp", "Điều", "Kết")
            else name
        )
    return None


def _purpose(group: Group) -> str | None:
    """What an unnumbered document is known by: "thực hiện Nghị quyết 18-NQ/TW"."""
    carried = [p for c in group.citations for p in c.purpose]
    names = sorted({p.name or f"{p.type} {p.symbol.canonical if p.symbol else p.number}" for p in carried})
    return "thực hiện " + ", ".join(names) if names else None


def _type_of_symbol(group: Group, date: str | None) -> str | None:
    symbol = group.symbol
    assert symbol is not None
    if is_letter(symbol, date):
        return "Công văn"
    if group.type is not None:
        return None
    if symbol.type_code is None:
        return "Công văn" if symbol.shape == "letter" else None
    kinds = domain.types_by_code(symbol.type_code)
    return kinds[0].name if kinds else None


def dated(group: Group) -> str | None:
    """The date given most often, of those in the year of the number. Where none is in it ("214/2025/NĐ-CP ngày 04 tháng
    8 năm 2028"), one of the two is a slip; the year of the number stands, by which documents are told apart."""
    given = [c.date for c in group.citations if c.date]
    year = group.symbol.year if group.symbol is not None else None
    fitting = [date for date in given if year is None or date.startswith(year)]
    return _majority(fitting) or (year if given else None)


def _majority(values: Iterable[str | None]) -> str | None:
    """The value given most often, the fullest and then the first among equals."""
    given = [v for v in values if v]
    if len(given) < 2:
        return given[0] if given else None
    counted = Counter(given)
    return max(counted, key=lambda v: (len(v) >= 10, counted[v], len(v)))


def _assembly_term(group: Group) -> str | None:
    symbol = group.symbol
    assert symbol is not None
    digits = "".join(ch for ch in (symbol.issuer_codes[0] if symbol.issuer_codes else "") if ch.isdigit())
    return domain.assembly_term(int(digits)) if digits and 0 < int(digits) < 40 else None


def _provisional(
    group: Group, date: str | None, year: str | None, term: str | None, place: str | None, refs: list[IssuerRef]
) -> bool:
    """Whether another text may complete the identity: no number, no year or term,
    or a local issuer without its place."""
    if group.candidates or group.doubts or (group.symbol is None and group.code is not None):
        return True
    if group.symbol is None:
        return date is None and term is None and not (group.inferred and group.inferred.date)
    if date is None and year is None and term is None:
        return True
    return not refs or (bool(refs) and refs[0].level != "central" and place is None)


# an act that the title of another one names: "SỬA ĐỔI … CỦA LUẬT ĐẤT ĐAI", not "CỦA 37 LUẬT CÓ LIÊN QUAN …"
_INNER_ACT = re.compile(
    r"(?<![^\W_])(?P<type>bộ luật|luật|pháp lệnh) (?!có |khác |về |của |và |này |trong |sửa )(?P<first>[^\W\d_])"
)


def _act_name(kind: str, title: str) -> str:
    """The name of an act from the title in its head, which may be in capitals: "Luật sửa đổi, bổ sung một số điều của
    Luật Đất đai", "Luật Đất đai"."""
    if title.isupper():
        title = _INNER_ACT.sub(lambda act: f"{act['type'].capitalize()} {act['first'].upper()}", title.capitalize())
    if title.startswith("Sửa đổi"):
        title = title[0].lower() + title[1:]
    return f"{kind} {title}"
