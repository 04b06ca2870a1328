"""The number and symbol of a document: ``18-NQ/TW``, ``20/2013/QĐ-UBND``, ``655/SNV-XDCQ&CTTN``, ``12/CP``.

`SYMBOL` finds candidates in a normalised text; `parse` decides whether a candidate is a document's symbol and gives it
a canonical spelling. Shapes and noise follow the table of symbol shapes S1-S15 (NĐ 30/2020/NĐ-CP Phụ lục I for State
papers, HD 36-HD/VPTW for Party papers, plus the forms in use before 1997): blanks and line wraps round separators,
glued footnote digits, Cyrillic look-alikes, lost bars, Party codes in State order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from graph import domain
from graph.citations.names import abbreviates
from graph.syllables import is_syllable

# Number, optional year, then codes joined by separators. One blank or wrap may stand before a separator and a few
# behind it; `parse` cuts what does not belong (a dash that opens the next phrase). Bounded everywhere: linear.
_OVER_A_PAGE = r" {4,480}(?=[A-ZĐ]{2}|TTg|(?:19|20)[0-9]{2}[/-])"  # the running head of a page, which is blanked out
# a full stop only between the code of a type and that of a body ("QĐ.UB", "NQ .HĐND"): else a sentence ends with it
_DOTTED = "|".join(
    rf"(?<=[/-]{code}{blank}\.)"
    for code in ("QĐ", "NQ", "CT", "TT", "KH", "TB", "BC", "CV", "HD", "TTr", "TTR")
    for blank in ("", " ")
)
_SEPARATOR = (
    rf"(?:[ \n]?[/\-–—_](?:[ \t\n*]{{0,12}}|{_OVER_A_PAGE})"
    rf"| ?\.(?=[A-ZĐ]{{2}})(?:{_DOTTED}))"
)
_YEAR = r"(?:19|20)[0-9]{2}"
_LETTERS = r"(?:T\.[ƯUW](?![^\W_])|[^\W\d_][^\W\d_.]{0,24})(?:&[^\W\d_]{1,12}){0,3}[0-9]{0,4}"
SYMBOL = re.compile(
    rf"[0-9](?<![0-9][0-9])[0-9]{{0,5}}+(?:\.[0-9]{{1,3}})? ?(?:[A-Za-zđĐ] ?(?={_SEPARATOR}|[ ]?[A-ZĐ]))?"
    rf"(?:{_SEPARATOR}(?:(?P<year>{_YEAR})|(?P<slip>[0-9]{{2,3}}))(?=[ \n]?[/\-–]))?"
    rf"(?P<gap>{_SEPARATOR}|[ ]?(?=[A-ZĐ]{{2}}))(?P<codes>{_LETTERS}(?:{_SEPARATOR}{_LETTERS}){{0,12}})"
)
# Where to look for symbols: a separator with a code behind it (perhaps over a year). Literal-prefix patterns, so that a
# pass is a search for one character; numbers, dates and ratios have no code behind their separators and are never
# looked at.
_BLANKS = rf"(?:[ \t\n*]{{0,3}}|{_OVER_A_PAGE})"
_CODE_AHEAD = rf"(?={_BLANKS}(?:(?:(?:19|20)[0-9]{{2}}|[0-9]{{2,3}})[ \n]?[/\-–—_]{_BLANKS})?[^\W\d_])"
# What stands before that separator, as far as looks of fixed width can tell: a digit or a capital, or a digit and one
# letter, each perhaps with blanks. List markers and "và/hoặc" end here.
_NUMBER_BEHIND = (
    "[0-9A-ZĐ]", "[0-9][a-zđ]", "[0-9] [a-zđ]", "[0-9A-ZĐ][ \n]", "[0-9][a-zđ][ \n]", "[0-9] [a-zđ][ \n]",
    "[0-9A-ZĐ] [ \n]", "[0-9][a-zđ] [ \n]", "[0-9] [a-zđ] [ \n]",
)  # fmt: skip
_ANCHORS = tuple(
    (mark, re.compile(f"{mark}(?:{'|'.join(f'(?<={lead}{mark})' for lead in _NUMBER_BEHIND)}){_CODE_AHEAD}"))
    for mark in "/-–—_"
)
# "Quyết định số 150 CP": before 1997 a blank may stand where the separator has its place
_BLANK_BEFORE = (" CP", " TTg", " HĐBT")
_BEFORE_OLD_CODE = re.compile(r" (?<=[0-9] )(?=(?:CP|TTg|HĐBT)(?![^\W_]|[/\-]))")
_BACK = re.compile(r"[0-9](?<![0-9][0-9])[0-9]{0,5}+(?:\.[0-9]{1,3})? ?(?:[A-Za-zđĐ] ?)?[ \n]?(?:[A-ZĐ]{1,8}[ ]?)?\Z")
_REACH = 22
_PIECE = re.compile(rf"(?P<sep>{_SEPARATOR})?(?P<piece>{_LETTERS})")
_NUMBER = re.compile(r"([0-9]{1,6})((?:\.[0-9]{1,3})?) ?([A-Za-zđĐ])?")
_INTERNAL = re.compile(r"/[nN][bB](?![^\W_])")
_WORD = re.compile(r"[^\W\d_]{2,8}")
_BODY_NEXT = re.compile(r"/[A-ZĐ]{2}")
_SMALL_LETTERS = re.compile(r"(?<=[A-ZĐ][A-ZĐ])[^\W\d_A-ZĐ]{2,9}\Z")
_UPPER_RUN = re.compile(r"[A-ZĐƯƠÔÂÊĂ]+")

# Cyrillic and Greek capitals that look like Latin ones; folded inside symbols only (seen: BTС, NĐ-СР).
_CONFUSABLES = str.maketrans("АВЕКМНОРСТХУІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTXYISJABEZHIKMNOPTYX")
# Bars lost in typing. Never HD (Hướng dẫn), DA (Dự án), CD: those exist as codes of their own.
_LOST_BARS = {
    "QD": "QĐ", "ND": "NĐ", "HDND": "HĐND", "BCD": "BCĐ", "BLDTBXH": "BLĐTBXH", "BGDDT": "BGDĐT", "BKHDT": "BKHĐT",
}  # fmt: skip
# The Assembly's code as a picture's reader takes it, with the two digits of its term: "OH15", "QHl5", "UBTVOH14"
_ASSEMBLY = re.compile(r"(?P<committee>UBTV)?(?:OH(?=[0-9]{2})|[QO]H(?=[0-9][IL]|[IL][0-9]))(?P<term>[0-9IL]{2})")
_ONES = str.maketrans("IL", "11")
# Types that stand behind the issuer in symbols before 1997 (24/LB-TT, 37/VHTT-TT, 999-TC/QĐ-CĐKT).
_OLD_SECOND = frozenset({"TT", "QĐ", "CT", "NQ", "TTLT", "NĐ", "LCT"})
# A digit behind these belongs to the code: the term of the Assembly or council, or a steering board's nickname.
_OF_ASSEMBLIES = frozenset({"QH", "UBTVQH"})
_ASSEMBLY_TERM = re.compile(r"1[0-9]|[1-9]")  # of the National Assembly, whose 16th began in 2026
_NUMBERED_CODES = ("NHNN", "QH", "QHK", "UBTVQH", "UBTVQHK", "UBTV", "HĐND", "HĐNN", "UBVHXH", "UBPL", "UBKT")


# Bodies of which there is one: two digits behind their code are a footnote mark as well.
_NEVER_NUMBERED = frozenset({"CP", "TTg", "TW", "TU", "UBND", "VPCP"})


# The types of the acts of the National Assembly and its Standing Committee, whose symbols name no type.
_ASSEMBLY_TYPES = frozenset({"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết", "Lệnh"})


BLANK_MARK = "…"  # the number of a document whose number is still blank


class Symbol(NamedTuple):
    """A parsed number and symbol. `number` as printed with its letter (``30a``), `value` the integer; `type_code` the
    code that names the type (None in official letters and in National Assembly acts); `issuer_codes` the rest in
    order; `shape` one of state, party, assembly, letter, old; `end` the offset behind it in the text."""

    number: str
    value: int
    year: str | None
    type_code: str | None
    issuer_codes: tuple[str, ...]
    canonical: str
    shape: str
    end: int
    repaired: bool = False

    @property
    def issuer_code(self) -> str | None:
        """The code of the (first) issuer."""
        return self.issuer_codes[0] if self.issuer_codes else None

    def may_be(self, kind: str) -> bool:
        """Whether a document of this number can be of the type `kind`, as far as the symbol tells."""
        if self.shape == "assembly":
            return kind in _ASSEMBLY_TYPES
        if self.type_code is None:
            return True
        names = [known.name for known in domain.types_by_code(self.type_code)]
        return any(kind == name or name.startswith(kind + " ") or kind.startswith(name + " ") for name in names)


@cache
def _known_codes() -> dict[str, str]:
    """Upper-cased code -> canonical spelling, for every type and issuer code of the tables."""
    known: dict[str, str] = {}
    for kind in domain.document_types():
        for code in (*kind.codes, *kind.party_codes):
            known.setdefault(code.upper(), code)
    for body in domain.issuing_bodies():
        for code in body.symbol_codes:
            known.setdefault(code.upper(), code)
    return known


@cache
def _type_codes() -> dict[str, str]:
    """Upper-cased type code -> canonical spelling."""
    return {code.upper(): code for kind in domain.document_types() for code in (*kind.party_codes, *kind.codes)}


@cache
def _party_codes() -> frozenset[str]:
    """Issuer codes of Party bodies alone (Party papers are numbered NN-TYPE/ISSUER);
    a steering committee's BCĐ is both."""
    party = {c.upper() for b in domain.issuing_bodies() if b.branch == "party" for c in b.symbol_codes}
    return frozenset(
        party - {c.upper() for b in domain.issuing_bodies() if b.branch != "party" for c in b.symbol_codes}
    )


@lru_cache(maxsize=65536)
def canonical_code(piece: str) -> tuple[str, bool]:
    """The table's spelling of a code as printed, and whether it had to be repaired; unknown codes come back upper-case
    parts unchanged."""
    text = piece.translate(_CONFUSABLES).replace(".", "")
    known = _known_codes()
    upper = text.upper()
    if upper in known:
        return known[upper], text != piece
    if upper in _LOST_BARS:
        return _LOST_BARS[upper], True
    if slip := _ASSEMBLY.fullmatch(upper):
        return f"{slip['committee'] or ''}QH{slip['term'].translate(_ONES)}", True
    stripped = upper.rstrip("0123456789")
    if stripped != upper and stripped:
        digits = upper[len(stripped) :]
        base = known.get(stripped, stripped if stripped in _NUMBERED_CODES else None)
        if stripped in _NUMBERED_CODES:
            term = _ASSEMBLY_TERM.match(digits) if stripped in _OF_ASSEMBLIES else None
            if term is not None and term.end() < len(digits):
                return (base or stripped) + term[0], True  # "72/2025/QH152": the 15th term and a footnote mark
            return (base or stripped) + digits, False
        if base is not None and (len(digits) == 1 or (len(digits) == 2 and base in _NEVER_NUMBERED)):
            return base, True  # a footnote mark glued to the symbol: NQ/TW1
        if base is not None:
            return base + digits, False  # BCĐ389
    return text, text != piece


def _digits_behind(piece: str) -> int:
    """How many digits a code ends with."""
    return len(piece) - len(piece.rstrip("0123456789"))


def is_type_code(piece: str) -> bool:
    """Whether a code names a document type."""
    return canonical_code(piece)[0].upper() in _type_codes()


# Bodies whose codes of two letters lose their hyphen ("NĐCP", "CTTU"); others ("CN", "BC") are as often part of a code.
_PARTY_BODIES = frozenset({"TW", "TU"})
_SHORT_BODIES = frozenset({"CP", *_PARTY_BODIES})


def _lost_separator(code: str) -> list[str] | None:
    """A type's and an issuer's code run together, taken apart; None where that gives no two known codes."""
    upper = code.upper()
    for length in (4, 3, 2):
        kind, body = _type_codes().get(upper[:length]), _known_codes().get(upper[length:])
        if kind and body and (len(body) > 2 or body in _SHORT_BODIES) and not is_type_code(body):
            return [kind, body]
    return None


@lru_cache(maxsize=65536)
def is_known_code(piece: str) -> bool:
    """Whether a code, once repaired, is in the tables (as a type or as an issuer)."""
    code = canonical_code(piece)[0].upper()
    return (
        code in _known_codes()
        or code.rstrip("0123456789") in _NUMBERED_CODES
        or code.rstrip("0123456789") in _known_codes()
    )


def candidates(text: str) -> Iterator[re.Match[str]]:
    """`SYMBOL` matches in text order, found from their separators; overlapping ones are possible."""
    at: set[int] = set()
    for mark, anchor in _ANCHORS:
        if mark in text:
            at.update([match.start() for match in anchor.finditer(text)])
    for code in _BLANK_BEFORE:
        if code in text:
            at.update([match.start() for match in _BEFORE_OLD_CODE.finditer(text)])
            break
    tried = -1
    for separator in sorted(at):
        number = _BACK.search(text, separator - _REACH if separator > _REACH else 0, separator)
        if number is None or number.start() <= tried:
            continue
        tried = number.start()
        found = SYMBOL.match(text, tried)
        if found is not None:
            yield found


def promising(match: re.Match[str]) -> bool:
    """Whether the first code of a `SYMBOL` match can be one: a capital, or a known code in lower case. Cheap, so that
    dates, ratios and lists of numbers are dropped before anything is read around them."""
    text, at = match.string, match.start("codes")
    if text[at].isupper() and not text[at + 1 : at + 2].islower():
        return True
    first = _FIRST.match(text, at)
    return first is not None and is_known_code(first.group())


_FIRST = re.compile(_LETTERS)


def has_known_code(symbol: Symbol) -> bool:
    """Whether any code of the symbol is in the tables."""
    return symbol.type_code is not None or any(is_known_code(code) for code in symbol.issuer_codes)


def has_known_body(symbol: Symbol) -> bool:
    """Whether all codes of bodies of the symbol, one at least, are in the tables."""
    return bool(symbol.issuer_codes) and all(map(is_known_code, symbol.issuer_codes))


# What may stand right behind the codes: the unit of a ministry ("168/2004/QĐ-BCA (A11)"),
# the term set apart ("NQ-QH 12").
UNIT = re.compile(r"[ ]?\([A-Z][0-9]{1,3}\)|\([A-ZĐ][A-ZĐ0-9&]{1,8}\)")
_YEAR_TAIL = re.compile(r"[/-](?:19|20)[0-9]{2}(?![^\W_]|[/.-][^\W_])")
_DIGITS_OF_A_DAY = 2
_GLUED_DAY = re.compile(r"/[0-9]{1,2}/[12][0-9]{3}(?![0-9])")
_OF_A_YEAR = frozenset({"NĐ", "TT", "TTLT", "NQLT"})  # types whose number has a year
_SECTION = re.compile(r"\.[IVX]{1,4}(?![^\W_])")
# "45/TB-KV III", "88/KV IV-TH": the ordinal of a regional unit set apart; "I." opens the next section
_ORDINAL = re.compile(
    r" (?P<n>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))(?![^\W_])(?P<unit>-[A-ZĐ]{1,6}(?![^\W_]))?"
    r"(?= ?(?:ngày|của|về|và|hoặc|,|;|\(|\)|\||\.?[ *]*(?:\n|\Z)))"
)
# "12/QĐ-KTNN KV II", "23/QĐ-BTL QK 7", "45/QĐ-CA T": a body's code goes on behind a blank; the day or "của" follows
_PART = r"(?:[A-ZĐ]{1,4}[0-9]{0,3}|[0-9]{1,3})(?![^\W_])"
_GOES_ON = re.compile(
    rf" (?P<first>[A-ZĐ]{{1,4}}[0-9]{{0,3}}(?![^\W_]))(?: {_PART}){{0,2}}"
    r"(?=[ *]*,?[ *]*(?:(?:ngày|NGÀY)[ *]+[0-9]|(?:của|CỦA)(?![^\W_]))|(?<=[0-9IVX])[ *]*(?:\n|\Z))"
)
# a steering committee's nickname: "46/KH-BCĐ 138"
_NICKNAME = re.compile(r" [0-9]{2,3}(?=[ *]*,?[ *]*(?:(?:ngày|NGÀY)[ *]+[0-9]|(?:của|CỦA)(?![^\W_])))")
_TERM = re.compile(r" (?:[0-9]{1,2})(?=[ ,;.)\n]|$)(?= ?(?:ngày|,|;|\.|\)|của|$))")


def parse(text: str, match: re.Match[str], *, named: bool) -> Symbol | None:
    """The symbol at a `SYMBOL` match, or None where it is none (a ratio, a form number, "5 - Năm").

    `named` says that a type word or "số" stands before it: then unknown codes are accepted when they look like codes
    (capitals), and the separator between number and code may be a blank ("1830 QĐ-UBND").
    """
    found = _parse(match.group(), named)
    if found is None:
        return None
    start = match.start()
    end = start + found.end
    codes = found.issuer_codes
    if codes and codes[-1] in ("QH", "UBTVQH", "QHK") and (term := _TERM.match(text, end)):
        digits = term.group().strip()
        codes = (*codes[:-1], codes[-1] + digits)
        found = found._replace(issuer_codes=codes, canonical=found.canonical + digits)
        end = term.end()
    tail = _YEAR_TAIL.match(text, end) if found.year is None else None
    if tail is not None:  # 09/HDTLMM/2025, 19/CV-TT-2025: companies put the year last
        year = tail.group()[1:]
        if tail.group()[0] == "/" and found.type_code in _OF_A_YEAR and all(map(is_known_code, codes)) and codes:
            canonical = f"{found.number}/{year}/{found.canonical[len(found.number) + 1 :]}"  # "12/NĐ-CP/2024"
            found = found._replace(year=year, canonical=canonical, shape="state", repaired=True)
        else:
            found = found._replace(canonical=found.canonical + tail.group())
        end = tail.end()
    section = _SECTION.match(text, end) if codes and len(codes[-1]) == 1 else None
    if section is not None:  # 1345/TTCP-C.IV: a numbered unit
        codes = (*codes[:-1], codes[-1] + section.group())
        found, end = found._replace(canonical=found.canonical + section.group()), section.end()
    ordinal = _ORDINAL.match(text, end) if codes and found.year is None and not is_known_code(codes[-1]) else None
    if ordinal is not None:
        codes = (*codes[:-1], codes[-1] + ordinal["n"], *filter(None, ((ordinal["unit"] or "")[1:],)))
        found, end = found._replace(canonical=found.canonical + ordinal.group()), ordinal.end()
    elif named and codes and (more := _goes_on(text, end, codes[-1])):
        known = is_known_code(codes[-1] + more.replace(" ", ""))
        codes = (*codes[:-1], codes[-1] + more.replace(" ", ""))
        end += len(more)
        found = found._replace(canonical=found.canonical + (more.replace(" ", "") if known else more), repaired=True)
    internal = _INTERNAL.match(text, end)
    if internal is not None:  # 919-CV/VPTW/nb: an internal paper
        found, end = found._replace(canonical=found.canonical + internal.group().lower()), internal.end()
    if codes and codes[-1][-1].isdigit() and _GLUED_DAY.match(text, end):
        # "19/2018/TT-BGDĐT10/10/2018": the cell with the day is glued to it
        bare = codes[-1].rstrip("0123456789")
        behind = len(codes[-1]) - len(bare)
        if behind <= _DIGITS_OF_A_DAY and is_known_code(bare) and bare not in _NUMBERED_CODES:
            codes, end = (*codes[:-1], bare), end - behind
            found = found._replace(canonical=found.canonical[:-behind], repaired=True)
    if text.startswith((" (", "("), end) and UNIT.match(text, end):
        pass
    elif end < len(text) and text[end].isalpha() and text[end - 1].isalpha() and text[end - 1].islower():
        glued = _WORD.match(text, end)
        if glued is None or not is_syllable(glued.group()):
            return None  # "QĐ-TTgcủa" has lost a blank
    number, canonical = found.number, found.canonical
    if not found.value:  # "00/2026/TT-BQP": a form's; without a year it means nothing
        if found.year is None:
            return None
        number, canonical = BLANK_MARK, f"{BLANK_MARK}{canonical[len(number) :]}"
    return Symbol(number, found.value, found.year, found.type_code, codes, canonical, found.shape, end, found.repaired)


def _goes_on(text: str, end: int, code: str) -> str:
    """What belongs to the last code of a symbol behind the blank at `end`; empty where nothing does."""
    if not text.startswith(" ", end) or not text[end + 1 : end + 2].isalnum() or not code.isupper():
        return ""
    if code == "BCĐ" and (nickname := _NICKNAME.match(text, end)):
        return nickname[0]
    more = _GOES_ON.match(text, end)
    if more is None or code in _WITH_PLACES or is_type_code(more["first"]):
        return ""  # "QĐ-UBND TP HCM": a place
    return more[0]


_WITH_PLACES = frozenset({*_NEVER_NUMBERED, "HĐND", "UB"})


# The same few thousand symbols make up most of what is cited; reading one again costs a look-up.
@lru_cache(maxsize=65536)
def _parse(words: str, named: bool) -> Symbol | None:
    """The symbol that `words` (a whole `SYMBOL` match) begins with; `end` counts from the start of `words`."""
    match = SYMBOL.match(words)
    if match is None:  # the look-ahead of the pattern saw more text
        match = SYMBOL.match(words + " ")
    if match is None:
        return None
    head = _NUMBER.match(words, 0, match.start("gap"))  # "15 CT/TW": the letter behind a lost bar is the code's
    if head is None:
        return None
    year = match["year"]
    if match["slip"] and not named:
        return None  # a damaged year ("139/009/TT-BTC") is believed only behind a type word
    position = match.start("codes")
    pieces: list[str] = []
    printed = ""
    separators: list[str] = [match["gap"].strip(" \t\n*")]
    end = position
    repaired = False
    limit = match.end("codes")
    while position < limit:
        part = _PIECE.match(words, position, limit)
        if part is None:
            break
        separator, piece = part["sep"], part["piece"]
        if pieces and separator is None:
            break
        loose = separator is not None and separator != separator.strip() and "\n" not in separator.rstrip("\n *")
        piece_end = part.end()
        cut = _acceptable(piece, first=not pieces, loose=bool(pieces) and loose, named=named)
        if cut == 0:
            break
        if cut < len(piece) and named and _BODY_NEXT.match(words, part.end(), limit):
            cut = len(piece)  # "12-QĐns/TU": no word has the body's code behind it
        if cut < len(piece):
            piece, piece_end = piece[:cut], part.start("piece") + cut
        code, fixed = canonical_code(piece)
        if fixed and piece[-1:].isdigit():  # the glued footnote mark
            piece_end -= max(0, _digits_behind(piece) - _digits_behind(code))
        repaired |= fixed
        if separator is not None and "." in separator and pieces[1:] == ["TT"] and code == "HĐND":
            pieces[1:], end, position = ["TTHĐND"], piece_end, part.end()  # "QC-TT.HĐND": its standing members
            continue
        behind_type = bool(pieces) and is_type_code(pieces[0])  # "QĐ-TCTHADS" has its type
        halves = None if behind_type or is_known_code(code) else _lost_separator(code)
        if halves:  # "TTBLĐTBXH" for TT-BLĐTBXH
            if pieces:
                separators.append(separator.strip(" \t\n*") if separator else "-")
            separators.append("/" if halves[1] in _PARTY_BODIES else "-")
            pieces += halves
            repaired, end, position = True, piece_end, part.end()
            continue
        if pieces:
            separators.append(separator.strip(" \t\n*") if separator else "-")
        pieces.append(code)
        printed = printed or piece
        end = piece_end
        position = part.end()
        if piece_end < part.end():
            break
    if not pieces or (match["slip"] and not is_known_code(pieces[0])):
        return None
    of_province = not year and printed in _marks_of_provinces() and len(pieces) > 1 and not is_known_code(pieces[1])
    if of_province:
        pieces[0] = printed
    symbol = _build(head, year, pieces, separators, end, repaired or bool(match["slip"]), named, of_province)
    if symbol is not None and match["slip"]:
        printed = f"{symbol.number}/{match['slip']}" + symbol.canonical[len(symbol.number) :]
        symbol = symbol._replace(canonical=printed, shape="state")
    return symbol


@cache
def _marks_of_provinces() -> frozenset[str]:
    """Three capitals that the tax office of a province signs with (QTR for Quảng Trị, TTH) and that are a type's code
    but for their case (QTr: Quy trình)."""
    provinces = [place.name for place in domain.places() if place.kind in ("tỉnh", "thành phố")]
    mixed = [code for code, spelled in _type_codes().items() if len(code) == 3 and code != spelled]
    return frozenset(code for code in mixed if any(abbreviates(code, name) for name in provinces))


def _acceptable(piece: str, *, first: bool, loose: bool, named: bool) -> int:
    """How much of a piece is a code: its length, a shorter prefix ("CPngày" -> 2), or 0."""
    known = is_known_code(piece)
    if known and (piece[0].isupper() or (first or not loose)):
        if loose and sum(c.isupper() for c in piece) < 2:
            return 0  # a word; "QĐ-⏎TTg" goes on
        return len(piece)
    folded = piece.translate(_CONFUSABLES)
    if not known and _FOREIGN.search(piece):
        return 0  # "NÄ-CP": letters that a conversion made
    if not known and not first and (glued := _glued(piece)):
        return glued
    if not known and not first and _is_word(piece):
        return 0  # a stamp or a motto behind a lone dash: "79/2025/NĐ-CP-CỔNG THÔNG TIN", "NĐ-CP - CỘNG HÒA"
    if folded.replace("&", "").rstrip("0123456789").isupper():
        if loose and len(folded) < 2:
            return 0
        return len(piece)
    run = _UPPER_RUN.match(folded)
    if run is None:
        return 0
    rest = folded[run.end() :]
    if len(run.group()) >= 2 and is_known_code(run.group()) and rest == rest.lower():  # "CPngày", not "CTrHĐ"
        return run.end()
    # mixed-case codes that the tables lack: CTrHĐ, TTr-..., PTr; a word such as "Năm" has one capital only
    capitals = sum(c.isupper() for c in folded)
    if named and not loose and capitals >= 2 and capitals * 2 >= len(folded):
        return len(piece)
    return 0


@lru_cache(maxsize=4096)
def _glued(piece: str) -> int:
    """Where a word begins that lost its blank behind a code ("TTgcủa", "CPvề"); 0 where none does."""
    tail = _SMALL_LETTERS.search(piece)
    for cut in range(tail.start(), min(tail.start() + 3, len(piece) - 1)) if tail is not None else ():
        if is_known_code(piece[:cut]) and is_syllable(piece[cut:]):
            return cut
    return 0


_FOREIGN = re.compile("[Ä-ÇËÎÏÑÖØÛ-ÝÞßä-çëîïñöøû-üþÿ]")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")


@lru_cache(maxsize=4096)
def _is_word(piece: str) -> bool:
    """Whether an unknown piece is a word, not a code: codes are made of initials, which bear no tone mark and seldom
    spell a syllable of four letters."""
    if _TONE.search(unicodedata.normalize("NFD", piece)):
        return True
    return len(piece) > 3 and piece.isalpha() and is_syllable(piece)


def _build(
    head: re.Match[str],
    year: str | None,
    pieces: list[str],
    separators: list[str],
    end: int,
    repaired: bool,
    named: bool,
    letter_of_province: bool,
) -> Symbol | None:
    digits, part, letter = head.groups()
    if letter and not letter.islower() and letter not in "ABCĐ":
        letter = None
    number = digits + part + (letter or "")
    types = _type_codes()
    type_at = next((i for i, code in enumerate(pieces[:3]) if code.upper() in types), None)
    base = pieces[0].rstrip("0123456789").upper()
    assembly = base in ("QH", "UBTVQH", "QHK", "UBTVQHK", "UBTV") and bool(year)
    if letter_of_province:
        type_at = None  # "324/QTR-KTr2"
    if type_at and not year and pieces[type_at].upper() not in _OLD_SECOND and is_known_code(pieces[0]):
        type_at = None  # NN/ISSUER-UNIT, where the unit's code happens to be a type's (35/HĐND-PC): an official letter
    type_code = None if assembly or type_at is None else types[pieces[type_at].upper()]
    issuers = tuple(p for i, p in enumerate(pieces) if type_code is None or i != type_at)
    known_issuer = any(is_known_code(p) and p.upper() not in types for p in issuers)
    if not named and not (assembly or (type_code and (known_issuer or year)) or (year and known_issuer)):
        # bare "83/KH-UBND" is a symbol by itself; anything less needs a type word or "số" before it
        return None
    separator = separators[0].replace("–", "-").replace("—", "-").replace("_", "/")
    if not separator:
        separator = "/" if year or type_at == 0 else " "
    if assembly:
        shape = "assembly"
    elif type_code is None:
        shape = "letter" if len(pieces) > 1 and "/" in separator else "old"
    elif issuers and issuers[0].upper() in _party_codes() and not year and type_at == 0:
        shape = "party"
    else:
        shape = "state" if year or type_at == 0 else "old"
    if shape == "party" and not separators[0]:
        separator = "-"  # "15 CT/TW"
    if shape == "party" and separator in "/-" and len(pieces) == 2 and separators[1] in ("-", "–", "—"):
        # 19/NQ-TW: a Party number in State order; 18-NQ-TW
        separator, separators = "-", ["-", "/"]
        repaired = True
    joined = pieces[0]
    for mark, code in zip(separators[1:], pieces[1:], strict=True):
        joined += mark.replace("–", "-").replace("—", "-").replace("_", "-") + code
    canonical = number + ("/" + year if year else "") + ("/" if year else separator) + joined
    return Symbol(number, int(digits), year, type_code, issuers, canonical, shape, end, repaired)
