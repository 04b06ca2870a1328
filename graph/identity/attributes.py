"""What one text says of a document: type, code, date, issuer, place, term, name, title, each with where it came from.

Order of trust for the issuer and its place: the words behind the citation, then the symbol's code, then the citing
document's own place (the province of "UBND tỉnh", "Tỉnh ủy", "Sở" is the author's unless said otherwise).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from graph import domain
from graph.citations.bodies import IssuerRef
from graph.citations.header import Header
from graph.identity.cited_title import cited_title
from graph.identity.groups import Group
from graph.identity.name_number import act_urn
from graph.identity.urn import issuer_id, make_urn
from graph.model import Document, Issuer

_ASSEMBLY = re.compile(r"(?:QH|UBTVQH|UBTV)K?[0-9]{1,2}$")
_LEVEL_WORDS = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu")
_COUNCIL_CODES = {
    "UBND": "Ủy ban nhân dân",
    "UB": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "CTUBND": "Chủ tịch Ủy ban nhân dân",
}
# codes that any steering committee, any Party committee signs with: without words only the kind of body is known
_OPEN_CODES = {"BCĐ": "Ban Chỉ đạo", "ĐU": "Đảng ủy"}


def describe(text: str, group: Group, header: Header, *, name: Callable[[], str]) -> tuple[Document, list[Issuer]]:
    """The `Document` of a group of citations and the issuers it names. `name` labels the source text where
    nothing else tells what it is."""
    origins: dict[str, str] = {}
    if group.is_source:
        return _source(group, header, origins, name)
    code = group.code
    if code is not None:
        origins["code"] = "text"
    kind = group.type
    if kind is None and group.symbol is not None:
        kind = _type_of_symbol(group)
    origins["type"] = "text" if any(c.stated_type for c in group.citations) else "symbol"
    date = _majority(c.date for c in group.citations)
    if date:
        origins["date"] = "text"
    term = _majority(c.term for c in group.citations)
    if term:
        origins["term"] = "text"
    elif group.symbol is not None and group.symbol.issuer_codes and _ASSEMBLY.match(group.symbol.issuer_codes[0]):
        term = _assembly_term(group)
        origins["term"] = "symbol"
    refs = _issuers(group, header, kind, origins)
    place = _place(group, refs, header, origins)
    document_name = next((c.name for c in group.citations if c.name), None)
    year = group.symbol.year if group.symbol is not None else next((c.year for c in group.citations if c.year), None)
    if group.inferred is not None:
        if code is None and group.inferred.code:
            code, origins["code"] = group.inferred.code, group.inferred_by
        if (date is None or len(date) < 10) and group.inferred.date:
            date, origins["date"] = group.inferred.date, group.inferred_by
        year = year or (str(group.inferred.year) if group.inferred.year else None)
    unnumbered = any(c.kind == "unnumbered" for c in group.citations)
    title = _purpose(group) if unnumbered else cited_title(text, group, refs, header.place)
    if title:
        origins["title"] = "text"
    names = _issuer_names(refs)
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
            extra="chua.ro." + str(header.code or name()),
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
    return document, _issuer_rows(refs, names, place)


def _source(
    group: Group, header: Header, origins: dict[str, str], name: Callable[[], str]
) -> tuple[Document, list[Issuer]]:
    for field, value in (("type", header.type), ("code", header.code), ("date", header.date), ("issuer", header.issuer),
                         ("place", header.place), ("term", header.term), ("title", header.title)):  # fmt: skip
        if value:
            origins[field] = "source"
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
    title = header.title.capitalize() if header.title and header.title.isupper() else header.title
    act = header.type in ("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp") and header.title
    document = Document(
        id=identifier,
        type=header.type,
        code=header.code,
        name=f"{header.type} {title}" if act else None,
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
    return document, _issuer_rows(refs, _issuer_names(refs), header.place)


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


def _type_of_symbol(group: Group) -> str | None:
    symbol = group.symbol
    assert symbol is not None
    if symbol.type_code is None:
        return "Công văn" if symbol.shape == "letter" else None
    kinds = domain.types_by_code(symbol.type_code)
    return kinds[0].name if kinds else None


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


def _issuers(group: Group, header: Header, kind: str | None, origins: dict[str, str]) -> list[IssuerRef]:
    stated = [c.issuers for c in group.citations if c.issuers]
    if len(stated) == 1:
        origins["issuer"] = "text"
        return [_complete(ref, header, origins) for ref in stated[0]]
    if stated:
        keys = Counter(tuple((i.name, i.place) for i in refs) for refs in stated)
        # a fuller name ("Ủy ban nhân dân tỉnh" with its place) beats a shorter one said as often
        best = max(keys, key=lambda k: (keys[k], sum(bool(p) for _, p in k), sum(len(n) for n, _ in k)))
        chosen = next(r for r in stated if tuple((i.name, i.place) for i in r) == best)
        origins["issuer"] = "text"
        return [_complete(ref, header, origins) for ref in chosen]
    if kind in ("Luật", "Bộ luật", "Hiến pháp") and (group.symbol is None or group.symbol.shape == "assembly"):
        origins["issuer"] = "symbol" if group.symbol else "type"
        return [IssuerRef("Quốc hội", None, "central", 0, "QH")]
    if kind == "Pháp lệnh":
        origins["issuer"] = "type"
        return [IssuerRef("Ủy ban Thường vụ Quốc hội", None, "central", 0, "UBTVQH")]
    if kind == "Nghị định" and group.symbol is None:
        origins["issuer"] = "type"
        return [IssuerRef("Chính phủ", None, "central", 0, "CP")]
    symbol = group.symbol
    if symbol is None:
        return []
    refs = _from_codes(symbol.issuer_codes, symbol.shape, header, kind)
    if refs:
        origins["issuer"] = "symbol"
    return refs


def _from_codes(codes: tuple[str, ...], shape: str, header: Header, kind: str | None) -> list[IssuerRef]:
    if not codes:
        return []
    joint = kind is not None and "liên" in kind.casefold()
    refs: list[IssuerRef] = []
    first = codes[:1]
    if shape == "letter" and not domain.bodies_by_code(codes[0]) and codes[0] not in _COUNCIL_CODES:
        first = tuple(c for c in codes if c in _COUNCIL_CODES)[:1] or first  # 296/KT-UBND: the unit stands first
    for code in codes if joint else first:
        base = code.rstrip("0123456789")
        if base in ("QH", "QHK"):
            refs.append(IssuerRef("Quốc hội", None, "central", 0, "QH"))
        elif base in ("UBTVQH", "UBTVQHK", "UBTV", "TVQH"):
            refs.append(IssuerRef("Ủy ban Thường vụ Quốc hội", None, "central", 0, "UBTVQH"))
        elif base == "TW":
            return []  # Central Committee, Politburo or Secretariat: only the words tell
        elif base in _COUNCIL_CODES:
            refs.append(_council(_COUNCIL_CODES[base], header, base))
        elif base == "TU":
            refs.append(IssuerRef("Thành ủy" if _is_city(header) else "Tỉnh ủy", None, "provincial", 0, "TU"))
        else:
            bodies = domain.bodies_by_code(code) or domain.bodies_by_code(base)
            if bodies:
                # a Party symbol is a Party body's where the code is shared (-BTC: Ban Tổ chức, not Bộ Tài chính)
                party = [b for b in bodies if b.branch == "party"]
                body = party[0] if shape == "party" and party else bodies[0]
                if code in _OPEN_CODES:
                    body_name = _OPEN_CODES[code]
                    refs.append(_complete(IssuerRef(body_name, None, None, 0, code), header, {}))
                    continue
                refs.append(_complete(IssuerRef(body.name, None, body.level, 0, body.code), header, {}))
    return refs


def _is_city(header: Header) -> bool:
    known = domain.place_by_name(header.place) if header.place else None
    return known is not None and known.kind == "thành phố"


def _council(kind: str, header: Header, code: str) -> IssuerRef:
    """-UBND without words: that of the citing province where the citing text is a province's own paper."""
    if header.level == "provincial" and header.place:
        return IssuerRef(f"{kind} {'thành phố' if _is_city(header) else 'tỉnh'}", header.place, "provincial", 0, code)
    if header.level in ("district", "commune") and header.issuer and header.issuer.startswith(kind):
        return IssuerRef(kind, None, None, 0, code)
    return IssuerRef(kind, None, None, 0, code)


def _complete(ref: IssuerRef, header: Header, origins: dict[str, str]) -> IssuerRef:
    """Fill in what the context settles: "Sở" is the author's own, "UBND" that of the author's province."""
    if ref.own and header.issuer:
        own = header.issuer if header.issuer.startswith("Sở") else None
        name = own or ref.name
        if ref.name.startswith("Đảng ủy"):
            name = f"Đảng ủy {own}" if own else ref.name
        return IssuerRef(name, ref.place or header.place, ref.level, ref.end, ref.code, True)
    for kind in ("Ủy ban nhân dân", "Hội đồng nhân dân"):
        if ref.name.endswith(kind) and ref.place is None and header.level == "provincial":
            level = "thành phố" if _is_city(header) else "tỉnh"
            return IssuerRef(f"{ref.name} {level}", header.place, "provincial", ref.end, ref.code)
    return ref


def _place(group: Group, refs: list[IssuerRef], header: Header, origins: dict[str, str]) -> str | None:
    stated = next((r.place for r in refs if r.place), None)
    if stated:
        origins["place"] = "text" if stated in group.places else "context"
        return stated
    if not refs or header.place is None:
        return None
    ref = refs[0]
    if ref.level == "central" or (ref.level is None and not ref.own and not _local(ref)):
        return None
    if ref.level in ("district", "commune") and header.level == "provincial":
        return None
    body = domain.body_by_name(ref.name)
    if body is not None and body.level == "central":
        return None
    origins["place"] = "context"
    return header.place


def _local(ref: IssuerRef) -> bool:
    """Committees and boards that the tables lack: the author's province has them unless their name says otherwise."""
    central = ("Trung ương", "Chính phủ", "quốc gia", "Quốc gia", "Quốc hội", "Nhà nước", "Đảng")
    return ref.name.startswith(("Ban ", "Hội đồng ", "Tổ ")) and not any(word in ref.name for word in central)


def _issuer_names(refs: list[IssuerRef]) -> list[str]:
    names: list[str] = []
    for ref in refs:
        if ref.name not in names:
            names.append(ref.name)
    return names


def _issuer_rows(refs: list[IssuerRef], names: list[str], place: str | None) -> list[Issuer]:
    rows = []
    for ref in refs:
        body = domain.body_by_name(ref.name)
        level = ref.level or (body.level if body else None)
        own_place = (ref.place or place) if level != "central" else None
        branch = (
            body.branch
            if body
            else (
                "party" if ref.name.startswith(("Đảng", "Tỉnh ủy", "Thành ủy", "Ban Thường vụ", "Chi bộ")) else "state"
            )
        )
        rows.append(
            Issuer(
                issuer_id(ref.name, own_place),
                ref.name,
                own_place,
                level,
                branch,
                ref.code or (body.code if body else None),
            )
        )
    return rows


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
