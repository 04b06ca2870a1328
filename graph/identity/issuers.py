"""Who issued a cited document: what the type and the symbol settle, then the words behind the citation, then the citing
document's own place.

A symbol names its body (NĐ 30/2020/NĐ-CP, Phụ lục I), so words that name another one speak of something else ("Nghị
định số 40/2024/NĐ-CP do Bộ Tài chính chủ trì soạn thảo"); where several bodies share a code (TW, UBND, BCĐ) the words
decide among them, where the code is unknown the words count if it can abbreviate them. The province of "UBND tỉnh",
"Tỉnh ủy", "Sở" is the author's unless said otherwise.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from graph import domain
from graph.citations.bodies import IssuerRef
from graph.citations.header import Header
from graph.citations.letters import is_letter
from graph.citations.names import abbreviates
from graph.citations.symbols import Symbol
from graph.identity.groups import Group
from graph.identity.urn import issuer_id
from graph.model import Issuer

_COUNCIL_CODES = {
    "UBND": "Ủy ban nhân dân",
    "UB": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân",
    "CTUBND": "Chủ tịch Ủy ban nhân dân",
}
# codes that any steering committee, any Party committee signs with: without words only the kind of body is known
_OPEN_CODES = {"BCĐ": "Ban Chỉ đạo", "ĐU": "Đảng ủy", "ĐUK": "Đảng ủy Khối"}
_BLOC = "Đảng ủy Khối"  # the committee of all agencies of the centre or of one province
# codes that bodies outside the table sign with too (BTC: the Ban Tổ chức of a contest)
_SHARED_CODES = frozenset({"BCĐ", "ĐU", "BTC", "BQL", "BCH", "CB", "CĐ", "TCT", "CT", "TC", "HĐ", "ĐCT"})
_LEAGUE = ("LB",)  # "Liên Bộ": the symbol tells no member
_LAWS = ("Luật", "Bộ luật", "Hiến pháp")


def issuers(
    group: Group, header: Header, kind: str | None, date: str | None, origins: dict[str, str]
) -> list[IssuerRef]:
    """The issuers of a cited document, completed from the citing one; notes in `origins` what told them (``symbol``,
    ``type``, ``text``, or ``inferred`` for a name that no table holds)."""
    symbol = group.symbol
    if kind in _LAWS and (symbol is None or symbol.shape == "assembly"):
        origins["issuer"] = "symbol" if symbol else "type"
        return [IssuerRef("Quốc hội", None, "central", 0, "QH")]
    stated = _stated(group)
    if kind == "Pháp lệnh" and not _names(stated, "Hội đồng Nhà nước"):
        origins["issuer"] = "type"
        return [IssuerRef("Ủy ban Thường vụ Quốc hội", None, "central", 0, "UBTVQH")]
    if kind == "Nghị định" and symbol is None and not _names(stated, "Hội đồng Bộ trưởng", "Hội đồng Chính phủ"):
        origins["issuer"] = "type"
        return [IssuerRef("Chính phủ", None, "central", 0, "CP")]
    codes = _codes(symbol) if symbol is not None else ()
    unknown = not any(map(domain.bodies_by_code, codes[:1]))
    if symbol is not None and kind == "Công văn" and symbol.type_code and unknown and not symbol.may_be(kind):
        codes = (symbol.type_code, *(code for code in codes if code != symbol.type_code))  # 324/QTR-KTr2 is a letter
    joint = domain.is_joint(kind)
    league = joint and codes == _LEAGUE  # 20/LB-TT: whoever the words name
    asked = codes[:8] if joint else codes[:1]
    if codes and not joint and not domain.bodies_by_code(codes[0]):
        # "15/CTT-TTg của Thủ tướng Chính phủ": a misprint before the code of the body that is named
        asked = (
            *asked,
            *(c for c in codes[1:4] if any(b.name == r.name for b in domain.bodies_by_code(c) for r in stated)),
        )
    if stated and (not codes or league or any(_agrees(ref, asked, symbol, date) for ref in stated)):
        origins["issuer"] = "inferred" if all(ref.inferred for ref in stated) else "text"
        unsaid = _unsaid(stated, codes, symbol, date) if joint and symbol is not None and not league else ()
        more = _from_codes(unsaid, symbol.shape, header, date, joint=True) if symbol is not None and unsaid else []
        return [*(_complete(ref, header) for ref in stated), *more]
    if symbol is None:
        return []
    refs = _from_codes(codes, symbol.shape, header, date, joint=joint)
    if refs:
        origins["issuer"] = "symbol"
    return refs


def _unsaid(stated: Sequence[IssuerRef], codes: Sequence[str], symbol: Symbol, date: str | None) -> list[str]:
    """The codes of a joint document that none of the bodies in the words signs with: "22/2003/TTLT-BTC-BNV của Bộ Tài
    chính" is of Bộ Nội vụ too."""
    if len(stated) >= len(codes):
        return []
    return [code for code in codes if not any(_agrees(ref, (code,), symbol, date) for ref in stated)]


def _stated(group: Group) -> Sequence[IssuerRef]:
    """The issuers that the words give, by the most citations; a fuller name ("Ủy ban nhân dân tỉnh" with its place)
    beats a shorter one said as often."""
    stated = [c.issuers for c in group.citations if c.issuers]
    if len(stated) < 2:
        return stated[0] if stated else ()
    keys = Counter(tuple((i.name, i.place) for i in refs) for refs in stated)
    best = max(keys, key=lambda k: (keys[k], sum(bool(p) for _, p in k), sum(len(n) for n, _ in k)))
    if len(best) == 1 and best[0][1] is None:  # said once in full, then short
        name = best[0][0]
        fuller = [k for k in keys if len(k) == 1 and k[0][1] and (k[0][0] == name or k[0][0].startswith(f"{name} "))]
        best = max(fuller, key=lambda k: (keys[k], k), default=best)
    return next(refs for refs in stated if tuple((i.name, i.place) for i in refs) == best)


def _names(refs: Sequence[IssuerRef], *names: str) -> bool:
    return any(ref.name in names for ref in refs)


def _codes(symbol: Symbol) -> tuple[str, ...]:
    """The issuer codes in the order in which they may be the issuer's."""
    codes = tuple(_without_type(code) for code in symbol.issuer_codes)
    if symbol.shape != "letter" and len(codes) > 1 and not domain.bodies_by_code(codes[0]):
        codes = tuple(sorted(codes, key=lambda code: not domain.bodies_by_code(code)))  # 15/CTT-TTg, 45-QĐNS/TW
    if symbol.type_code is not None and symbol.shape != "old" and is_letter(symbol):
        return (symbol.type_code, *codes)  # 5348/CT-CS is Cục Thuế's
    if symbol.shape == "letter" and codes and not domain.bodies_by_code(codes[0]):
        return tuple(c for c in codes if c in _COUNCIL_CODES)[:1] or codes  # 296/KT-UBND: the unit stands first
    return codes


def _without_type(code: str) -> str:
    """The body's code where the separator behind the type is lost: NĐCP."""
    if domain.bodies_by_code(code):
        return code
    for length in (2, 3):
        if domain.types_by_code(code[:length]) and domain.bodies_by_code(code[length:]) and len(code) > length + 1:
            return code[length:]
    return code


def _agrees(ref: IssuerRef, codes: Sequence[str], symbol: Symbol | None, date: str | None) -> bool:
    party = symbol is not None and symbol.shape == "party"
    if any(_may_stand_for(code, ref.name, ref.place or "", ref.own, party) for code in codes):
        return True
    # before 1998 the issuer's code may stand where today's have the type's: 89-TC/TCT
    old = symbol is not None and symbol.type_code is not None and date is not None and date < "1998"
    return old and any(b.name == ref.name for b in domain.bodies_by_code(symbol.type_code or "" if symbol else ""))


@lru_cache(maxsize=16384)
def _may_stand_for(code: str, name: str, place: str, own: bool, party: bool) -> bool:
    """Whether a symbol's code can be that of the body `name`."""
    candidates = domain.bodies_by_code(code) or domain.bodies_by_code(code.rstrip("0123456789"))
    spelled = f"{name} {place}"
    if not candidates:
        short = re.sub(r"TW|TƯ", "TU", code)  # the letters of "Trung ương"
        short = re.sub(r"(?<=[A-ZĐ])l", "I", short)  # BNl, as scans have BNI
        mixed = sorted(domain.initials(name.partition(" của ")[0])) == sorted(code.lower().rstrip("0123456789"))
        return len(code) < 3 or own or mixed or abbreviates(short, spelled)
    names = {body.name for body in candidates}
    if name in names or own:
        return True
    if code.upper() in _SHARED_CODES or any(body.level != "central" for body in candidates):
        base = name.removesuffix(" tỉnh").removesuffix(" thành phố")
        if abbreviates(code, spelled) or base in names or any(n.startswith(f"{base} ") for n in names):
            return True
    stated = domain.body_by_name(name)
    # a Party symbol that several bodies of the centre use: "05-HD/TW của Ban Tổ chức Trung ương"
    return party and stated is not None and stated.branch == "party" and stated.level == candidates[0].level


def _from_codes(codes: Sequence[str], shape: str, header: Header, date: str | None, *, joint: bool) -> list[IssuerRef]:
    refs: list[IssuerRef] = []
    for code in codes if joint else codes[:1]:
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
        elif code in _OPEN_CODES:
            refs.append(_complete(IssuerRef(_OPEN_CODES[code], None, None, 0, code), header))
        else:
            body = _body_of(code, shape, date, header)
            if body is not None:
                refs.append(_complete(IssuerRef(body.name, None, body.level, 0, body.code), header))
    return refs


def _body_of(code: str, shape: str, date: str | None, header: Header) -> domain.IssuingBody | None:
    """The likeliest body of a code: a Party body in a Party symbol (-BTC: Ban Tổ chức, not Bộ Tài chính), one that
    existed at the date, one of a city where the citing paper is a city's."""
    bodies = domain.bodies_by_code(code) or domain.bodies_by_code(code.rstrip("0123456789"))
    if shape == "party":
        bodies = tuple(b for b in bodies if b.branch == "party") or bodies
    before, bodies = bodies, tuple(b for b in bodies if _existed(b, date)) or bodies
    if date is None and len({b.level == "central" for b in bodies}) < len({b.level == "central" for b in before}):
        return None  # "595/QĐ-BHXH", undated: of the centre, where it had such a body, or of a province
    if _below_the_centre(header) and len({b.level == "central" for b in bodies}) > 1:
        return None  # HND of the centre or of the province: only words tell
    if date is not None:  # CP in 1979: the Hội đồng Chính phủ of those years before the Chính phủ of all others
        bodies = tuple(sorted(bodies, key=lambda b: b.valid_from is None or b.valid_to is None))
    if bodies and bodies[0].name.endswith(" tỉnh") and _is_city(header):
        city = bodies[0].name.removesuffix("tỉnh") + "thành phố"
        bodies = tuple(b for b in bodies if b.name == city) or bodies
    return bodies[0] if bodies else None


def _below_the_centre(header: Header) -> bool:
    return header.level not in (None, "central") or header.place is not None


def _existed(body: domain.IssuingBody, date: str | None) -> bool:
    if date is None:
        return body.valid_to is None
    return (body.valid_from or "")[: len(date)] <= date and (
        body.valid_to is None or date[: len(body.valid_to)] <= body.valid_to
    )


def _is_city(header: Header) -> bool:
    place = header.place_of("provincial")
    known = domain.place_by_name(place) if place else None
    return known is not None and known.kind == "thành phố"


def _council(kind: str, header: Header, code: str) -> IssuerRef:
    """-UBND without words: that of the citing province where the citing text is a province's own paper."""
    if header.level == "provincial" and header.place:
        return IssuerRef(f"{kind} {'thành phố' if _is_city(header) else 'tỉnh'}", header.place, "provincial", 0, code)
    return IssuerRef(kind, None, None, 0, code)


def _complete(ref: IssuerRef, header: Header) -> IssuerRef:
    """Fill in what the context settles: "Sở" is the author's own, "UBND" that of the author's province."""
    if ref.name == _BLOC:
        return _bloc(ref, header)
    if ref.own and header.issuer:
        return _own(ref, header, header.issuer)
    for kind in ("Ủy ban nhân dân", "Hội đồng nhân dân"):
        if ref.name.endswith(kind) and ref.place is None and header.level == "provincial":
            level = "thành phố" if _is_city(header) else "tỉnh"
            return IssuerRef(f"{ref.name} {level}", header.place, "provincial", ref.end, ref.code)
    return ref


def _own(ref: IssuerRef, header: Header, issuer: str) -> IssuerRef:
    """ "Sở" is the author's own, "Đảng ủy Sở" and "Ban Chấp hành Đảng bộ Sở" those of that department, be the author it
    or its committee ("Đảng ủy Sở Tài chính")."""
    department = _DEPARTMENT.search(issuer)
    name = ref.name
    if department is not None and _DEPARTMENT_OPEN.search(ref.name):
        name = _DEPARTMENT_OPEN.sub(department[0], ref.name)
    elif not ref.name.startswith(_COMMITTEES) and issuer.startswith("Sở"):
        name = issuer
    elif ref.name.startswith(_COMMITTEES) and issuer.startswith("Sở"):
        name = f"{ref.name} {issuer}"
    elif issuer.startswith(f"{ref.name} ") and ref.name.startswith(_COMMITTEES):
        return ref._replace(name=issuer, place=header.place)  # "Đảng ủy" in a paper of Đảng ủy xã
    return IssuerRef(name, ref.place or header.place_of(ref.level), ref.level, ref.end, ref.code, True)


_DEPARTMENT = re.compile(r"(?:\A|(?<=Đảng ủy )|(?<=Đảng bộ ))Sở .+")
_DEPARTMENT_OPEN = re.compile(r"(?<![^ ])Sở\Z")
_COMMITTEES = ("Đảng ủy", "Đảng bộ", "Chi bộ", "Ban Chấp hành Đảng bộ", "Ban Thường vụ Đảng ủy")


def _bloc(ref: IssuerRef, header: Header) -> IssuerRef:
    """ "Đảng ủy Khối": the author's own, that of the author's province, else left open."""
    if header.issuer and header.issuer.startswith(_BLOC):
        return ref._replace(name=header.issuer, place=header.place, level=header.level)
    place = header.place_of("provincial")
    return ref if place is None else ref._replace(place=place, level="provincial")


def province_told(groups: Iterable[Group], header: Header) -> tuple[str, int] | None:
    """The only province whose bodies an article names ("Ban Thường vụ Tỉnh ủy Yên Bái ban hành …"), and where it first
    does: "của Ban Thường vụ Tỉnh ủy" behind that is the same. None in a paper with a head."""
    if header.issuer is not None or header.place is not None:
        return None
    told = [
        (ref.place, citation.start)
        for group in groups
        for citation in group.citations
        for ref in citation.issuers
        if ref.place is not None and ref.level == "provincial"
    ]
    if len({place for place, _ in told}) != 1:
        return None
    return told[0][0], min(start for _, start in told)


def place_of(
    group: Group,
    refs: list[IssuerRef],
    header: Header,
    origins: dict[str, str],
    province: tuple[str, int] | None = None,
) -> str | None:
    """The place of the issuers: as stated, else the citing document's own where the body is a local one, else the
    only `province` of which an article tells."""
    stated = next((r.place for r in refs if r.place), None)
    if stated:
        origins["place"] = "text" if stated in group.places else "context"
        return stated
    if not refs or (header.place is None and province is None):
        return None
    ref = refs[0]
    if header.place is None:
        if province is None or ref.level != "provincial" or group.citations[0].start < province[1]:
            return None
        origins["place"] = "context"
        return province[0]
    own = ref.name == header.issuer
    if ref.level == "central" or (ref.level is None and not ref.own and not own and not _local(ref)):
        return None
    body = domain.body_by_name(ref.name)
    if body is not None and body.level == "central":
        return None
    place = header.place_of(ref.level or (body.level if body is not None else None))
    if place is not None:
        origins["place"] = "context"
    return place


_CENTRAL_WORDS = ("Trung ương", "Chính phủ", "quốc gia", "Quốc gia", "Quốc hội", "Nhà nước", "Đảng", "Việt Nam")


def _local(ref: IssuerRef) -> bool:
    """Bodies that the tables lack: the author's province has them where their name says so ("Trung tâm … thành phố"),
    and its committees and boards, unless their name says otherwise."""
    if any(word in ref.name for word in _CENTRAL_WORDS):
        return False
    return ref.name.startswith(("Ban ", "Hội đồng ", "Tổ ")) or ref.name.endswith((" tỉnh", " thành phố"))


def issuer_names(refs: Sequence[IssuerRef]) -> list[str]:
    """Distinct names in order."""
    return list(dict.fromkeys(ref.name for ref in refs))


def issuer_rows(refs: Sequence[IssuerRef], place: str | None) -> list[Issuer]:
    """The issuers as the graph keeps them."""
    rows = []
    for ref in refs:
        body = domain.body_by_name(ref.name)
        level = ref.level or (body.level if body else None)
        own_place = (ref.place or place) if level != "central" else None
        branch = body.branch if body else _branch(ref.name)
        code = ref.code or (body.code if body else None)
        rows.append(Issuer(issuer_id(ref.name, own_place), ref.name, own_place, level, branch, code))
    return rows


@lru_cache(maxsize=4096)
def _branch(name: str) -> str | None:
    """The branch of a body that no table holds: that of its noun ("Chi cục"), else that of the body whose part it is
    ("Văn phòng Tỉnh ủy", "Ban Chỉ đạo của Chính phủ về …"); None where nothing tells (a company, a school)."""
    noun = domain.begins(name, domain.body_nouns())
    if noun is None or domain.body_nouns()[noun]:
        return domain.body_nouns()[noun] if noun else None
    words = name.split()
    known = len(noun.split())
    tails = [words[start:] for start in range(known, len(words))]
    if words[known : known + 1] == ["của"]:
        tails += [words[known + 1 : end] for end in range(len(words) - 1, known + 1, -1)]
    owner = next(filter(None, (domain.body_by_name(" ".join(tail)) for tail in tails if len(tail) > 1)), None)
    return owner.branch if owner else None
