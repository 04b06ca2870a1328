"""LD3xx: what the draft says of one document in two ways, and what cannot be as it is written."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from graph import domain
from graph.checking import naming
from graph.checking.draft import Citing, Draft, Values
from graph.checking.facts import beside, symbol_place
from graph.checking.known import Knowledge
from graph.checking.report import Finding
from graph.citations.letters import is_letter
from graph.citations.symbols import BLANK_MARK, Symbol
from graph.domain.table import match_form
from graph.identity.groups import FEW, types_disagree
from graph.normalise import fold

_WHOLE_DAY = 10
_WORD = re.compile(r"[^\W_]+")
_SAME_TITLE = 0.85
_FEWEST_WORDS = 6
_OF = re.compile(r"(?<![^\W_])của(?![^\W_])")
_NUMBERED_YEAR = 1997  # before that a circular or decree was numbered in other ways


def check(draft: Draft, knowledge: Knowledge) -> Iterator[Finding]:
    """Findings that need no graph."""
    for _, _, citings in draft.of_document():
        shown = [c for c in citings if c.zone != "quotation"]
        if not shown:
            continue
        yield from _dates(draft, shown)
        yield from _spellings(draft, shown)
        yield from _authority(draft, shown[0])
        for citing in shown:
            yield from _type(draft, citing)
            yield from _year(draft, citing)
        issued = next((c for c in shown if c.citation.issuers and c.citation.symbol is not None), None)
        if issued is not None:
            yield from _body(draft, issued)
        yield from _later(draft, shown)
    yield from _twins(draft, knowledge.renumbered)


def _dates(draft: Draft, citings: list[Citing]) -> Iterator[Finding]:
    """A day that another citation of the document contradicts: the rarer one, else the later one."""
    if citings[0].group.candidates:
        return
    counted = Counter(c.citation.date for c in citings if c.citation.date and len(c.citation.date) == _WHOLE_DAY)
    if len(counted) < 2:
        return
    best = max(counted, key=lambda d: counted[d])
    for citing in citings:
        date = citing.citation.date
        if date in counted and date != best:
            values: Values = {
                "document": naming.named(citing.document),
                "written": naming.day(date),
                "other": naming.day(best),
            }
            yield draft.finding("LD301", citing, values)


def _spellings(draft: Draft, citings: list[Citing]) -> Iterator[Finding]:
    """Two spellings of the number that no blank explains: 4/2015 and 04/2015, QĐ-UBND and QĐ/UBND."""
    written: dict[str, list[Citing]] = defaultdict(list)
    for citing in citings:
        place = symbol_place(draft, citing)
        symbol = citing.citation.symbol
        if place is not None and symbol is not None and not symbol.repaired and not _torn(draft, place):
            written[re.sub(r"[\s*_]", "", draft.text[slice(*place)]).replace("–", "-")].append(citing)
    symbol = citings[0].group.symbol
    if symbol is None or symbol.number == BLANK_MARK:
        return
    if len(written) < 2 or citings[0].group.candidates:
        return
    best = max(written, key=lambda w: len(written[w]))
    for form, listed in written.items():
        if form != best:
            values: Values = {"document": naming.named(listed[0].document), "written": form, "other": best}
            yield draft.finding("LD302", listed[0], values)


def _torn(draft: Draft, place: tuple[int, int]) -> bool:
    """Whether marks of the page stand in the number, which are not the draft's."""
    return "[" in draft.text[slice(*place)]


def _type(draft: Draft, citing: Citing) -> Iterator[Finding]:
    """ "Chỉ thị số 49-NQ/TW"."""
    c, symbol = citing.citation, citing.citation.symbol
    if symbol is None or symbol.type_code is None or symbol.shape == "old" or not _begins_with_type(draft, citing):
        return
    if not symbol.issuer_codes:
        return  # 87-CT: the chairman's, not a directive
    known = all(domain.bodies_by_code(code) for code in symbol.issuer_codes)
    if c.type == "Công văn" and (is_letter(symbol) or symbol.repaired or not known):
        return  # "324/QTR-KTr2": units write what they like there
    if c.type and types_disagree(c.type, symbol.type_code):
        yield draft.finding("LD303", citing, {"kind": naming.kind(c.type), "written": symbol.canonical})


def _begins_with_type(draft: Draft, citing: Citing) -> bool:
    """Whether the type word stands right before the number, and is no word of the sentence before it."""
    c = citing.citation
    kind = c.type or ""
    words = draft.text[c.start : c.start + len(kind)]
    place = symbol_place(draft, citing)
    if place is None or not c.stated_type or words.casefold() != kind.casefold():
        return False
    return beside(draft.text[c.start + len(kind) : place[0]])


def _authority(draft: Draft, citing: Citing) -> Iterator[Finding]:
    """Papers that the named body cannot issue, by number with a year (Luật 64/2025/QH15 Điều 4; before it Luật
    80/2015/QH13 Điều 4): decrees are the Government's, circulars are those of ministers and other heads at the centre,
    normative decisions of a province are its committee's, never a department's."""
    symbol = citing.group.symbol
    if symbol is None or symbol.year is None or int(symbol.year) < _NUMBERED_YEAR or symbol.number == BLANK_MARK:
        return
    if not symbol.issuer_codes or symbol.shape == "assembly" or symbol.repaired:
        return
    kind = citing.document.type
    bodies = [b for code in symbol.issuer_codes for b in domain.bodies_by_code(code)]
    if not bodies or not all(domain.bodies_by_code(c) for c in symbol.issuer_codes):
        return
    if kind == "Nghị định":
        wrong = symbol.type_code == "NĐ" and not any(b.name == "Chính phủ" for b in bodies)
    elif kind == "Thông tư":
        wrong = symbol.type_code == "TT" and not any(
            b.level == "central" and b.rank >= 8 and b.name not in _NO_CIRCULAR for b in bodies
        )
    elif kind in ("Quyết định", "Nghị quyết", "Chỉ thị"):
        wrong = all(
            b.level in ("provincial", "unit") and b.branch == "state" and b.code not in _COUNCILS for b in bodies
        )
    else:
        return
    if wrong:
        yearly = kind in ("Quyết định", "Nghị quyết", "Chỉ thị")
        why = (
            (" quy phạm pháp luật (số có năm)", " that lays down rules (a number with a year)") if yearly else ("", "")
        )
        values: Values = {
            "written": symbol.canonical,
            "issuer": naming.body(bodies[0]),
            "kind": naming.kind(kind),
            "why": why,
        }
        yield draft.finding("LD306", citing, values)


_NO_CIRCULAR = frozenset({"Chính phủ", "Thủ tướng Chính phủ", "Quốc hội", "Ủy ban Thường vụ Quốc hội", "Chủ tịch nước"})
_COUNCILS = frozenset({"UBND", "HĐND", "UB"})


def _year(draft: Draft, citing: Citing) -> Iterator[Finding]:
    symbol, date = citing.citation.symbol, citing.citation.date
    if symbol is None or symbol.year is None or not date or len(date) != _WHOLE_DAY or symbol.repaired:
        return
    if date[:4] == symbol.year or symbol.number == BLANK_MARK:
        return
    if (
        symbol.shape == "assembly"
        and abs(int(date[:4]) - int(symbol.year)) == 1
        and citing.document.type == "Nghị quyết"
    ):
        return  # passed at the turn of the year
    values: Values = {"written": symbol.canonical, "day": naming.day(date), "year": symbol.year}
    yield draft.finding("LD307", citing, values)


def _body(draft: Draft, citing: Citing) -> Iterator[Finding]:
    """The symbol of one body, the name of another."""
    symbol, issuers = citing.citation.symbol, citing.citation.issuers
    assert symbol is not None
    for kind, written, right, where in citing.group.conflicts:
        if kind == "conflicting-symbol" and where is citing.citation:
            owner = naming.body(domain.bodies_by_code("TW")[0])
            values: Values = {
                "written": written,
                "owner": owner,
                "issuer": naming.body(named) if (named := domain.body_by_name(issuers[0].name)) else issuers[0].name,
                "likely": (f"; có lẽ là {right}", f"; likely {right}"),
            }
            yield draft.finding("LD305", citing, values)
            return
    if len(issuers) != 1 or issuers[0].own or issuers[0].inferred or len(symbol.issuer_codes) != 1 or symbol.repaired:
        return
    code = symbol.issuer_codes[0]
    body = domain.body_by_name(issuers[0].name)
    if symbol.type_code is None or not _OF.search(draft.text, citing.citation.end, citing.citation.tail_end):
        return  # "do … ban hành" may speak of the paper whose title this one stands in
    if body is None or not body.symbol_codes or symbol.shape in ("assembly", "old", "letter"):
        return
    if citing.group.type == "Công văn" or is_letter(symbol) or symbol.number == BLANK_MARK:
        return
    if (symbol.year or citing.citation.date or "9")[:4] < str(_NUMBERED_YEAR):
        return
    owners = domain.bodies_by_code(code)
    if owners:
        if any(_compatible(body, owner) for owner in owners):
            return
        # a code of many bodies, or of a body below that writes for it, decides nothing
        if any(o.branch != body.branch or o.level is None or body.level is None for o in owners):
            return
        if not all(o.level == "central" for o in owners) or body.level != "central":
            return
        values = {
            "written": symbol.canonical,
            "owner": naming.body(owners[0]),
            "issuer": naming.body(body),
            "likely": ("", ""),
        }
        yield draft.finding("LD305", citing, values, severity="error" if _ministry(body) else "warning")
        return
    near = [c for c in body.symbol_codes if _one_slip(match_form(code), match_form(c))]
    if near and body.level is not None:
        right = symbol.canonical[: symbol.canonical.rindex(code)] + near[0] if code in symbol.canonical else near[0]
        values = {
            "written": symbol.canonical,
            "owner": ("cơ quan khác hoặc không có", "another body, or of none"),
            "issuer": naming.body(body),
            "likely": (f"; có lẽ là {right}", f"; likely {right}"),
        }
        yield draft.finding("LD305", citing, values)


def _ministry(body: domain.IssuingBody) -> bool:
    return body.name.startswith("Bộ ")


def _compatible(named: domain.IssuingBody, owner: domain.IssuingBody) -> bool:
    """Whether a paper of `owner` may be said to be of `named`: the same, its head, what became of it, one inside it."""
    if named.name == owner.name or set(named.symbol_codes) & set(owner.symbol_codes):
        return True
    if named.name in owner.name or owner.name in named.name or {named.name, owner.name} <= _GOVERNMENT:
        return named.name != "Chính phủ" and owner.name != "Chính phủ"
    chain = {named.name, named.successor} & {owner.name, owner.successor}
    return bool(chain - {None})


_GOVERNMENT = frozenset({"Thủ tướng Chính phủ", "Văn phòng Chính phủ"})


def _one_slip(one: str, other: str) -> bool:
    """Whether two codes differ in one letter, one more, or two changed places."""
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < 3:
        return False
    if len(one) == len(other):
        odd = [i for i in range(len(one)) if one[i] != other[i]]
        return len(odd) == 1 or (
            len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]
        )
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _later(draft: Draft, citings: list[Citing]) -> Iterator[Finding]:
    """A day behind the draft's own. Only where the draft's own day is sure."""
    if draft.dated is None or draft.own.type == "Văn bản hợp nhất":
        return
    for citing in citings:
        date = citing.citation.date
        if date and len(date) == _WHOLE_DAY and date > draft.dated and not citing.inside:
            values: Values = {
                "document": naming.named(citing.document),
                "written": naming.day(date),
                "day": naming.day(draft.dated),
            }
            yield draft.finding("LD308", citing, values)
            return


def _twins(draft: Draft, told: set[int]) -> Iterator[Finding]:
    """Two numbers, a slip apart, for one type, body, day and title; two days, far apart, for one number and title."""
    by_day: dict[tuple[object, ...], list[tuple[Citing, set[str]]]] = defaultdict(list)
    by_code: dict[str, list[tuple[Citing, set[str]]]] = defaultdict(list)
    for group, document, citings in draft.of_document():
        symbol = group.symbol
        if symbol is None or group.candidates or group.doubts or symbol.number == BLANK_MARK or id(group) in told:
            continue
        for citing in citings:
            date, title = citing.citation.date, draft.title_of(citing)
            if citing.zone == "quotation" or not date or len(date) != _WHOLE_DAY or not title:
                continue
            words = {w for w in _WORD.findall(fold(title)) if len(w) > 1 or w.isdigit()}
            if len(words) >= _FEWEST_WORDS:
                by_day[(document.type, date, symbol.type_code, symbol.year)].append((citing, words))
                by_code[symbol.canonical].append((citing, words))
                break
    for listed in by_day.values():
        for at, (citing, words) in enumerate(listed):
            for other, others in listed[max(0, at - FEW) : at]:
                if _alike(words, others) and _slip(citing.group.symbol, other.group.symbol):
                    values: Values = {
                        "document": naming.named(citing.document),
                        "other": naming.named(other.document),
                        "day": naming.day(citing.citation.date),
                    }
                    yield draft.finding("LD304", citing, values)
                    break
    for listed in by_code.values():
        for citing, words in listed[1:]:
            first, others = listed[0]
            if _alike(words, others) and citing.citation.date != first.citation.date:
                values = {
                    "document": naming.named(citing.document),
                    "written": naming.day(citing.citation.date),
                    "other": naming.day(first.citation.date),
                }
                yield draft.finding("LD301", citing, values)


def _alike(one: set[str], other: set[str]) -> bool:
    """Whether two titles are one; other numbers in them make two plans of one series."""
    if {w for w in one if w.isdigit()} != {w for w in other if w.isdigit()}:
        return False
    return len(one & other) / max(len(one), len(other)) >= _SAME_TITLE


def _slip(one: Symbol | None, other: Symbol | None) -> bool:
    """Whether two symbols are one but for a digit, two digits in another order, or a letter of the body's code."""
    if one is None or other is None:
        return False
    codes, others = "-".join(one.issuer_codes), "-".join(other.issuer_codes)
    if codes == others:
        first, second = str(one.value), str(other.value)
        if len(first) == len(second):
            odd = sum(a != b for a, b in zip(first, second, strict=True))
            return (odd == 1 and len(first) > 2) or (sorted(first) == sorted(second) and first != second)
        return False
    return one.value == other.value and _one_slip(match_form(codes), match_form(others))
