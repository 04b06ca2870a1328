"""Citations with a number and symbol: "Nghị quyết số 18-NQ/TW", "số 47/2024/QH15" in a list, "Luật X số …"."""

from __future__ import annotations

import re
from bisect import bisect_left

from graph import domain
from graph.citations import dates, symbols, typewords
from graph.citations.acts import ActName
from graph.citations.around import issued_in_front, read_attributes
from graph.citations.bodies import read_issuer, read_ministry
from graph.citations.draft import Draft
from graph.citations.tail import more_issuers
from graph.citations.torn import mend_codes, mend_number
from graph.citations.typewords import TypeWord

# characters that, right before a number, say that it is part of something else: a URL, a decimal, a longer code
_GLUED_BEFORE = frozenset("/%=&.,_-–~#@+")

_BETWEEN_ACT = re.compile(rf"(?:[\s*_|,:]|\[[0-9]{{1,3}}\]|\([0-9]{{1,2}}\))*\(?(?:{typewords.SO}\s*:?[\s*]*)?\Z")

# "Luật Đất đai năm 2024 số 31/2024/QH15", "… ngày 18/01/2024 (số …": the day stands before the number
_DATED = re.compile(
    r"[\s*_]*(?:,[\s*_]*)?(?:(?P<day>ngày[\s*]+[0-9][^\n,;()]{5,30}?)|(?:năm[\s*]+)?(?P<year>(?:19|20)[0-9]{2}))"
    rf"[\s*_]*(?P<sign>[,(][\s*_]*)?(?:(?:Bộ[\s*_]+luật|Luật|Pháp[\s*_]+lệnh)[\s*_]+)?(?:{typewords.SO}\s*:?[\s*]*)?\Z"
)
_DATED_REACH = 60
LIST_GAP = re.compile(
    r"[\s*_|]*(?:\([^()\n]{0,60}\))?[\s*_|]*(?:[,;]|[,;]?[\s*]*(?:và|hoặc|hay|&)(?![^\W_])|[,;]?[\s*]*-)[\s*_|]*"
    r"(?:các[\s*]+)?(?:(?:số|Số)[\s*:]*)?\Z"
)

_TITLE_BETWEEN = re.compile(r"[^;:\n“”]{0,300}[;,]\s*(?:và\s+)?(?:số\s*)?\Z")

_OF_BEFORE = re.compile(r"(?:của|CỦA)(?![^\W_])")

_OF_ASSEMBLY = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết", "Hiến pháp", "Lệnh", None})

# "Mẫu số 01-ĐĐN/SHTT/2020, 05-TT/SHTT/2020": the next of a list of forms
_NEXT_FORM = re.compile(r"(?:/[0-9]{4})?[\s*]*(?:[,;]|và)[\s*]*")
# "QTKĐ: 21-2016/BLĐTBXH", "QCVN: 02-2019/BCT": the number of a procedure, a standard, behind the letters of its series
_SERIES = re.compile(r"(?<![^\W_])([A-ZĐ]{3,6})[ \n]?:[ \n]?\Z")
_SERIES_REACH = 10
# "NĐ12/2024/NĐ-CP": the type's abbreviation has lost the blank behind it
_GLUED_TYPE = re.compile(r"(?<![^\W_])(?:NĐ|TT|TTLT|QĐ|NQ|CT|CV|KH|TB|HD)\Z")
_APART = re.compile(r"[^.;:()“”\d\n]*(?:\n(?!\s*\n)[^.;:()“”\d\n]*){0,2}\Z")


def find_symbols(text: str, acts: list[ActName]) -> list[Draft]:
    """Drafts of all numbered documents of a normalised text, in text order; `acts` are the acts that it names."""
    names = _Names(acts)
    found: list[Draft] = []
    reached = 0
    forms_end = -1  # behind the last number of a form
    word: TypeWord | None
    for match in symbols.candidates(text):
        start = match.start()
        if start < reached or not symbols.promising(match):
            continue
        if (
            start
            and (text[start - 1].isdigit() or text[start - 1] in _GLUED_BEFORE or text[start - 1].isalpha())
            and not (text[start - 1] in ".-–," and start > 1 and not text[start - 2].isalnum())
            and text[start - 4 : start].casefold()[-2:] != "số"
            and _GLUED_TYPE.search(text, max(0, start - _SERIES_REACH), start) is None
        ):
            continue
        mended = mend_number(text, match)
        if mended is not None and mended[0] >= reached:
            start, whole, word = mended
            found.append(_symbol_draft(text, start, whole, word, names, found))
            found[-1].rule += "-torn"
            reached = found[-1].end
            continue
        if _of_a_series(text, start):
            continue
        word = typewords.before(text, start)
        listed = word is None and forms_end >= 0 and start >= forms_end
        if (word is not None and word.form) or (listed and _NEXT_FORM.fullmatch(text, forms_end, start)):
            forms_end = match.end()
            continue
        # "số" alone names no document: then the codes must be known ones ("tờ khai số 03/TNDN" is a form)
        symbol = symbols.parse(text, match, named=word is not None and word.type is not None) or (
            symbols.parse(text, match, named=True) if word is not None else _of_an_event(text, match)
        )
        if word is not None and (symbol is None or not all(map(symbols.is_known_code, symbol.issuer_codes or ("",)))):
            symbol = mend_codes(text, match) or symbol
        if symbol is not None and (word is None or word.type is None) and not symbols.has_known_code(symbol):
            continue
        if symbol is None and word is None:
            symbol = _next_letter(text, match, found)
        if symbol is None:
            continue
        if start and text[start - 1].isalpha() and not (symbol.type_code and symbols.has_known_body(symbol)):
            continue  # "mã QĐ15/2025-X"
        if word is not None and word.type is None and symbol.type_code:
            word = typewords.before(text, start, symbol.type_code) or word
        if not match["gap"].strip(" \t\n*") and (word is None or word.type is None):
            continue  # "1830 QĐ-UBND" needs its type word
        found.append(_symbol_draft(text, start, symbol, word, names, found))
        reached = found[-1].end
    return found


def _of_a_series(text: str, start: int) -> bool:
    """Do the letters of a series of something else than documents stand before the number at `start`?"""
    if ":" not in text[max(0, start - 2) : start]:
        return False
    series = _SERIES.search(text, max(0, start - _SERIES_REACH), start)
    return series is not None and not symbols.is_known_code(series[1])


def _of_an_event(text: str, match: re.Match[str]) -> symbols.Symbol | None:
    """An old number of the Government in a row of a portal's table of events: "21/06/1993 Bị hết hiệu lực 42-CP"."""
    start = match.start()
    line = text.rfind("\n", 0, start) + 1
    if start - line > _EVENT_REACH or _EVENT.fullmatch(text, line, start) is None:
        return None
    symbol = symbols.parse(text, match, named=True)
    old = symbol is not None and symbol.shape == "old" and symbol.type_code is None
    return symbol if old and symbol is not None and symbols.has_known_body(symbol) else None


_EVENT_REACH = 80
_EVENT = re.compile(
    r"[ \t|]*[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}[ \t|]+(?:Bị|Được|Văn bản)[ \t]+[^\W\d_][^\n0-9|]{2,50}[ \t|]+"
)


def _next_letter(text: str, match: re.Match[str], found: list[Draft]) -> symbols.Symbol | None:
    """ "Công văn số 123/BNV-TCBC, 124/BNV-TCBC": the next official letter of the same body in a list."""
    if not found or found[-1].symbol is None or found[-1].symbol.shape != "letter":
        return None
    symbol = symbols.parse(text, match, named=True)
    gap = max(found[-1].tail_end, found[-1].end)
    if symbol is None or symbol.issuer_codes[:1] != found[-1].symbol.issuer_codes[:1] or gap > match.start():
        return None
    return symbol if LIST_GAP.match(text, gap, match.start()) else None


class _Names:
    """The acts that a text names, to be asked which of them a number belongs to."""

    def __init__(self, acts: list[ActName]) -> None:
        self._acts = acts
        self._ends = [act.end for act in acts]
        self._hosts = {id(inner): act for act in acts for inner in act.inner}

    def before(self, text: str, start: int, code: str) -> ActName | None:
        """The act whose number `code` at `start` is. Behind the last act of an amending title it is the amending act's,
        unless the others have numbers of their own or the table knows better."""
        at = bisect_left(self._ends, start + 1) - 1
        if at < 0:
            return None
        near = start - self._ends[at] < 24 and _BETWEEN_ACT.match(text, self._ends[at], start) is not None
        if not near and not _day_between(text, self._ends[at], start, code):
            return None
        act = self._acts[at]
        host = self._hosts.get(id(act))
        if host is None or host.numbered_inner or any(known.code == code for known in act.acts):
            return act
        return host

    def in_brackets(self, text: str, begin: int, kind: str) -> ActName | None:
        """The act right before a bracket that gives its number with its type: "Luật Đất đai (Luật số 45/2013/QH13)"."""
        at = bisect_left(self._ends, begin + 1) - 1
        if at < 0 or begin - self._ends[at] > _BRACKET_REACH or self._acts[at].amending:
            return None
        if kind not in (self._acts[at].kind, self._acts[at].kind.removeprefix("Bộ ").capitalize()):
            return None  # "Bộ luật Dân sự (Luật số 91/2015/QH13)"
        return self._acts[at] if _BRACKET.fullmatch(text, self._ends[at], begin) else None


_BRACKET_REACH = 24
_YEAR = re.compile(r"[0-9]{4}")
_IN_BRACKET = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


def _other_year(symbol: symbols.Symbol, said: re.Match[str] | None) -> str | None:
    """The year that is said, where it is another than that of the number."""
    return said[0] if said is not None and symbol.year not in (None, said[0]) else None


_BRACKET = re.compile(r"[\s*_]*(?:(?:năm[\s*_]+)?(?:19|20)[0-9]{2}[\s*_]*)?\([\s*_]*")


def _day_between(text: str, end: int, start: int, code: str) -> str | None:
    """The day or year between the name of an act and its number, ISO; None where anything else stands there. Behind a
    comma a number of another year is the next of a list."""
    found = _DATED.fullmatch(text, end, start) if start - end < _DATED_REACH else None
    if found is None:
        return None
    day = dates.FULL_DATE.fullmatch(" ".join(found["day"].replace("*", " ").split())) if found["day"] else None
    said = dates.iso(day) if day else found["year"]
    listed = (found["sign"] or "").startswith(",") and said is not None and f"/{said[:4]}/" not in code
    return None if listed else said


def _symbol_draft(
    text: str,
    start: int,
    symbol: symbols.Symbol,
    word: TypeWord | None,
    names: _Names,
    found: list[Draft],
) -> Draft:
    begin = word.start if word else start
    kind = word.type if word else None
    if word is not None and word.words == "văn bản" and symbol.type_code is not None:
        kind = None  # "các văn bản số 364/TTr-BNG": any document; the code tells which
    if word is not None and symbol.shape == "assembly" and kind not in _OF_ASSEMBLY:
        # "Luật … theo hợp đồng số 69/2020/QH14": the words are the end of a law's name
        kind, begin = None, start if not word.numbered else text.rfind("số", word.start, start)
        begin = start if begin < 0 else begin
    citation = Draft(
        begin,
        symbol.end,
        "symbol",
        "symbol",
        type=kind,
        symbol=symbol,
        value=symbol.value,
        number=symbol.number,
        year=symbol.year,
        stated_type=kind is not None,
    )
    if kind is None:
        act = names.before(text, start, symbol.canonical)
        if act is not None and _may_number(symbol, act.kind):
            citation.start, citation.type, citation.name = act.start, act.kind, act.name
            citation.acts, citation.rule, citation.stated_type = act.acts, "act-symbol", True
            citation.from_act = act
        else:
            _inherit(text, citation, word, found)
    elif (named := names.in_brackets(text, begin, kind)) is not None and _may_number(symbol, named.kind):
        # a citation of its own, of the act named before it
        citation.type, citation.name, citation.acts = named.kind, named.name, named.acts
        citation.named_year = _other_year(symbol, _IN_BRACKET.search(text, named.end, begin))
    if citation.type is None and not citation.stated_type:
        _type_behind_issuer(text, citation)
    if citation.type is None and word is not None and word.numbered and symbol.type_code is not None:
        _type_apart(text, citation)
    read_attributes(text, citation)
    issued_in_front(text, citation)
    if citation.from_act is not None:
        said = _day_between(text, citation.from_act.end, start, symbol.canonical)
        citation.named_year = _other_year(symbol, _YEAR.match(said)) if said else None
        citation.date = citation.date or said
    return citation


def _may_number(symbol: symbols.Symbol, kind: str) -> bool:
    """Whether an act can bear a number; "Luật … theo chỉ đạo tại văn bản số 574/TB-VPCP" names a notice. Laws may
    bear the number of the President's decree or order (102-SL/L004, 16/2009-L-CTN)."""
    if symbol.shape == "letter":
        return False
    return symbol.may_be(kind) or symbol.type_code in ("SL", "L")


def _inherit(text: str, citation: Draft, word: TypeWord | None, found: list[Draft]) -> None:
    """A member of a list without a type word takes the type of the member before it; the head of a list may hold an
    issuer ("các Nghị định của Chính phủ: số 24/2010/NĐ-CP")."""
    if not found:
        return
    previous = found[-1]
    if previous.type is None or citation.start - previous.end > 700:
        return
    begin = citation.start
    symbol = citation.symbol
    assert symbol is not None
    if symbol.type_code is not None:
        names = [t.name for t in domain.types_by_code(symbol.type_code)]
        if previous.type not in names:
            return
    elif symbol.shape == "letter" and previous.type not in ("Công văn",):
        return
    gap_start = max(previous.tail_end, previous.end)
    if (gap_start <= begin and LIST_GAP.match(text, gap_start, begin)) or (
        gap_start <= begin and word is not None and word.numbered and _TITLE_BETWEEN.match(text, gap_start, begin)
    ):
        citation.type, citation.rule = previous.type, "list"


def _type_behind_issuer(text: str, citation: Draft) -> None:
    """ "Nghị định của Chính phủ số 86/2002/NĐ-CP": the type word stands before the issuer."""
    base = max(0, citation.start - 120)
    window = text[base : citation.start]
    at = None
    for match in _OF_BEFORE.finditer(window):
        at = match
    if at is None:
        _joint_behind_issuers(text, citation)
        return
    issuer = read_issuer(text, base + at.end())
    if (
        issuer is None
        or not (0 <= citation.start - issuer.end <= 3)
        or text[issuer.end : citation.start].strip(" \n*:,")
    ):
        return
    word = typewords.before(text, base + at.start())
    symbol = citation.symbol
    if word is None or word.type is None or symbol is None:
        return
    if text[word.start : word.start + 40].casefold().startswith("các"):
        return
    citation.type, citation.stated_type = word.type, True
    citation.issuers = (issuer,)
    if ":" not in text[issuer.end : citation.start] and symbol.type_code in (None, *_codes_of(word.type)):
        citation.start, citation.rule = word.start, "type-issuer-symbol"


def _joint_behind_issuers(text: str, citation: Draft) -> None:
    """ "Thông tư liên tịch Bộ Y tế - Bộ Công Thương số 13/2014/TTLT-BYT-BCT": the bodies stand before the number."""
    base = max(0, citation.start - _JOINT_REACH)
    for match in reversed(list(_JOINT_BEFORE.finditer(text, base, citation.start))):
        first = read_issuer(text, match.end()) or read_ministry(text, match.end())
        if first is None:
            return
        issuers = [first]
        end = more_issuers(text, first.end, issuers)
        word = typewords.before(text, match.end())
        if word is None or word.type is None or text[end : citation.start].strip(" \n*_,"):
            return
        citation.type, citation.stated_type, citation.issuers = word.type, True, tuple(issuers)
        citation.start, citation.rule = word.start, "type-issuer-symbol"
        return


_JOINT_REACH = 240
_JOINT_BEFORE = re.compile(r"[Ll]iên[\s*]+(?:tịch|[Bb]ộ|ngành)[\s*]+(?=[A-ZĐ])")


def _type_apart(text: str, citation: Draft) -> None:
    """ "Báo cáo giải trình, tiếp thu số 490/BC-UBND": the type word of the code stands a few words before "số"."""
    symbol = citation.symbol
    assert symbol is not None and symbol.type_code is not None
    base = max(0, citation.start - 64)
    window = text[base : citation.start]
    for kind in domain.types_by_code(symbol.type_code):
        for name in (kind.name, kind.name[0].lower() + kind.name[1:]):
            at = window.rfind(name)
            if at >= 0 and _APART.match(window, at + len(name)):
                citation.type, citation.stated_type, citation.start, citation.rule = (
                    kind.name,
                    True,
                    base + at,
                    "type-apart",
                )
                return


def _codes_of(type_name: str) -> tuple[str, ...]:
    kind = domain.type_by_name(type_name)
    return kind.codes if kind else ()
