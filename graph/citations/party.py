"""Party documents cited by name: plenum resolutions ("Nghị quyết Trung ương 4 (khóa XI, XII)") and congress resolutions
("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX"), with the slips that occur ("Nghị quyết đại biểu Đảng bộ tỉnh").

One span may name several documents: a list of terms (khóa) gives one document each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph import domain
from graph.citations.bodies import IssuerRef
from graph.citations.citation import Citation
from graph.citations.placenames import read_place

_B = r"(?:[ \t*_]|\n(?!\s*\n))"
_ANCHORS = (
    re.compile(rf"ghị{_B}++quyết{_B}++(?=[HĐTđhB])"),
    re.compile(rf"GHỊ{_B}++QUYẾT{_B}++(?=[HĐTB])"),
    re.compile(rf"ết{_B}++luận{_B}++(?=[HT])"),
    re.compile(rf"NQ{_B}*+(?=TW|T\.?Ư)"),
)
_ORDINALS = {
    "nhất": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "mười ba": 13, "mười bốn": 14, "mười lăm": 15, "thứ nhất": 1,
}  # fmt: skip
_NTH = (
    rf"(?P<nth>[0-9]{{1,2}}|[IVX]{{1,5}}|mười{_B}++(?:một|hai|ba|bốn|lăm)|nhất|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín"
    rf"|mười)(?![^\W_])"
)
_CENTRAL = rf"(?:Ban{_B}++[Cc]hấp{_B}++hành{_B}++)?(?:Trung{_B}++ương|TRUNG{_B}++ƯƠNG|T\.?Ư\.?|TW)"
_PLENUM = re.compile(
    rf"(?:(?:Hội|HỘI){_B}++(?:nghị|NGHỊ){_B}++)?(?:lần{_B}++thứ{_B}++(?P<first>{_NTH.replace('nth', 'n1')}){_B}++)?"
    rf"(?:của{_B}++)?{_CENTRAL}"
    rf"(?:{_B}++Đảng)?{_B}*+(?:(?:\(?lần{_B}++thứ{_B}++)?(?P<second>{_NTH.replace('nth', 'n2')}))?"
)
_TERMS = re.compile(
    rf"{_B}*+,?{_B}*+(?P<open>\()?{_B}*+(?:khóa|Khóa|KHÓA)(?P<terms>{_B}*+[XVI]{{1,5}}"
    rf"(?:{_B}*+(?:,|;|và){_B}*+(?:khóa{_B}*+)?[XVI]{{1,5}}(?![^\W_]))*)(?![^\W_]){_B}*+(?(open)\)|)"
)
_ROMAN = re.compile(r"[XVI]{1,5}")
_CONGRESS = re.compile(
    rf"(?:[Đđ]ại{_B}++hội|ĐẠI{_B}++HỘI|[Đđ]ại{_B}++biểu)(?:{_B}++(?:đại{_B}++biểu|ĐẠI{_B}++BIỂU))?"
    rf"(?P<national>{_B}++(?:toàn{_B}++quốc|TOÀN{_B}++QUỐC))?"
    rf"(?:{_B}++(?:lần{_B}++thứ{_B}++|LẦN{_B}++THỨ{_B}++)?(?P<early>[IVX]{{1,6}}|[0-9]{{1,2}})(?![^\W_]))?"
    rf"(?:{_B}++(?:của{_B}++)?(?P<party>Đảng{_B}++bộ(?:{_B}++các{_B}++cấp)?|ĐẢNG{_B}++BỘ"
    rf"|Đảng(?:{_B}++Cộng{_B}++sản{_B}++Việt{_B}++Nam)?|ĐẢNG)(?![^\W_]))?"
)
_LATE = re.compile(
    rf"{_B}*+,?{_B}*+(?:lần{_B}++thứ|LẦN{_B}++THỨ|khóa|Khóa){_B}++(?P<late>[IVX]{{1,6}}|[0-9]{{1,2}})(?![^\W_])"
    rf"(?:{_B}++của{_B}++Đảng(?:{_B}++Cộng{_B}++sản{_B}++Việt{_B}++Nam)?)?"
)
_CHARTER = re.compile(rf"iều{_B}++lệ{_B}++Đảng(?:{_B}++[Cc]ộng{_B}++sản{_B}++Việt{_B}++Nam)?(?![^\W_])")


def find_party(text: str) -> Iterator[Citation]:
    """Named Party documents in text order; several citations share a span where it names several documents."""
    hits = sorted(
        (m.start() - 1 if m.re is not _ANCHORS[3] else m.start(), m.end()) for a in _ANCHORS for m in a.finditer(text)
    )
    for start, after in hits:
        if start < 0:
            continue  # a text cut inside the type word
        yield from _plenum(text, start, after) or _congress(text, start, after)
    for match in _CHARTER.finditer(text):
        start = match.start() - 1
        if start >= 0 and text[start] in "Đđ":
            yield Citation(
                start,
                match.end(),
                "party",
                "charter",
                type="Điều lệ",
                name="Điều lệ Đảng",
                tail_end=match.end(),
                issuers=(IssuerRef("Đại hội đại biểu toàn quốc", None, "central", match.end()),),
                confidence=0.8,
            )


def _plenum(text: str, start: int, after: int) -> list[Citation]:
    match = _PLENUM.match(text, after)
    if match is None:
        return []
    word = match["first"] or match["second"]
    nth = _ordinal(word) if word else None
    terms_at = _TERMS.match(text, match.end())
    if nth is None:
        return []
    end = match.end()
    terms: list[str] = []
    if terms_at:
        terms = _ROMAN.findall(terms_at["terms"])
        end = terms_at.start() + len(terms_at.group().rstrip())
    kind = "Kết luận" if text[start] in "Kk" else "Nghị quyết"
    issuer = IssuerRef("Ban Chấp hành Trung ương", None, "central", end)
    found = []
    named: list[str | None] = [*terms] or [None]
    for term in named:
        name = f"{kind} Trung ương {nth}" + (f" khóa {term}" if term else "")
        found.append(
            Citation(
                start,
                end,
                "party",
                "plenum",
                type=kind,
                name=name,
                term=term,
                issuers=(issuer,),
                tail_end=end,
                stated_type=True,
            )
        )
    return found


def _congress(text: str, start: int, after: int) -> list[Citation]:
    match = _CONGRESS.match(text, after)
    if match is None or text[start] in "Kk":
        return []
    party = " ".join((match["party"] or "").split()).casefold()
    if "các cấp" in party:
        return []
    end = match.end()
    level = place = None
    if party.startswith("đảng bộ"):
        level, place, end = read_place(text, end)
        if level is None and place is None:
            return []
    ordinal = match["early"]
    if ordinal is None or not party:
        late = _LATE.match(text, end)
        if late:
            ordinal = ordinal or late["late"]
            end = late.end()
    if ordinal is None:
        return []
    roman = domain.to_roman(int(ordinal)) if ordinal.isdigit() else ordinal
    if party.startswith("đảng bộ"):
        body = f"Đại hội Đảng bộ {level or 'tỉnh'}"
        name = f"Nghị quyết {body}" + (f" {place}" if place else "") + f" lần thứ {roman}"
        rank = "provincial" if (level or "tỉnh") in ("tỉnh", "thành phố") else "district"
        issuer = IssuerRef(body, place, rank, end)
    else:
        body = "Đại hội đại biểu toàn quốc"
        name = f"Nghị quyết {body} lần thứ {roman} của Đảng"
        issuer = IssuerRef(body, None, "central", end)
    return [
        Citation(
            start,
            end,
            "party",
            "congress",
            type="Nghị quyết",
            name=name,
            term=roman,
            issuers=(issuer,),
            tail_end=end,
            stated_type=True,
        )
    ]


def _ordinal(word: str) -> int | None:
    folded = " ".join(word.casefold().split())
    if folded.isdigit():
        return int(folded)
    if folded in _ORDINALS:
        return _ORDINALS[folded]
    try:
        return domain.from_roman(word)
    except (ValueError, KeyError):
        return None
