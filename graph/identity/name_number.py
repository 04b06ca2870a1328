"""Name against number: "Luật Ban hành văn bản quy phạm pháp luật số 63/2025/QH15" (63 is Luật Tổ chức Chính phủ),
"15/2021/QH13" (the XIII Assembly ended in 2016).

Such a reference is never taken for the document of that number: it stays one of its own, with the acts that may be
meant, the likely one first, and a finding.
"""

from __future__ import annotations

from functools import lru_cache

from graph import domain
from graph.citations.citation import Citation
from graph.citations.symbols import Symbol
from graph.identity.urn import make_urn
from graph.normalise import fold


def doubts(citation: Citation) -> tuple[domain.Act, ...]:
    """The acts that may be meant where an act's name and its number contradict each other, the likely one first; empty
    where they agree, or where the table of acts does not know enough to say."""
    symbol = citation.symbol
    if symbol is None or symbol.shape != "assembly" or citation.name is None:
        return ()
    code, named = symbol.canonical, tuple(a for a in citation.acts if a.code)
    if not named:
        return ()
    if right := next((act for act in named if _same(act.code, code)), None):
        other = _of_another_day(citation, named)
        if other is None:
            return ()
        # the day and the number agree: it is the year in the name that is a slip
        return (right, other) if right.date is not None and right.date == citation.date else (other, right)
    numbered = domain.acts_by_code(code)
    words = fold(citation.name)
    if any(_holds(fold(act.name), words) for act in numbered):
        return ()  # an amending act called by the name of the act that it amends
    same_year = tuple(act for act in named if str(act.year) == symbol.year)
    if numbered:
        return (*same_year, *numbered)
    if same_year:
        return same_year
    # numbers run through a term: the same number of the same term in another year is a misprint
    return _misprints(symbol, named)


def _of_another_day(citation: Citation, named: tuple[domain.Act, ...]) -> domain.Act | None:
    """The act of that name that was passed on the day (or in the year) that is stated, where the number is that of
    another: "Luật Đất đai năm 2013 số 31/2024/QH15"."""
    symbol, said = citation.symbol, citation.date
    if symbol is None or symbol.year is None:
        return None
    if said is None or said.startswith(symbol.year):
        said = citation.named_year
    if said is None:
        return None
    return next((act for act in named if (act.date or str(act.year)).startswith(said)), None)


def against_day(citation: Citation, acts: tuple[domain.Act, ...]) -> bool:
    """Whether it is the day stated, not the name, that contradicts the number."""
    return (
        citation.symbol is not None
        and any(_same(act.code, citation.symbol.canonical) for act in acts)
        and said_year(citation) is not None
    )


def said_year(citation: Citation) -> str | None:
    """The year of the day, or the year in the name, that is another than that of the number."""
    year = citation.symbol.year if citation.symbol is not None else None
    if year is None:
        return None
    return citation.date[:4] if citation.date and not citation.date.startswith(year) else citation.named_year


def likely(symbol: Symbol) -> tuple[domain.Act, ...]:
    """The acts of the table that a number of an impossible year or term may be a misprint of."""
    head = f"{symbol.number}/{symbol.year}/"
    other_term = tuple(a for a in domain.acts() if a.code and a.code.lstrip("0").startswith(head.lstrip("0")))
    return other_term or _misprints(symbol, domain.acts())


def impossible_term(symbol: Symbol) -> str | None:
    """The term that an act's symbol names ("QH13") where the Assembly of that term did not sit in the symbol's year;
    its digits where there is no such term ("QH112")."""
    if symbol.shape != "assembly" or symbol.year is None or not symbol.issuer_codes:
        return None
    return _impossible(symbol.issuer_codes[0], symbol.year)


@lru_cache(maxsize=1024)
def _impossible(issuer_code: str, year: str) -> str | None:
    digits = issuer_code[len(issuer_code.rstrip("0123456789")) :]
    if not digits:
        return None
    if not 0 < int(digits) < 40:
        return digits
    roman = domain.assembly_term(int(digits))
    known = next((t for t in domain.terms() if t.series == "assembly" and t.roman == roman), None)
    if known is None or (known.start[:4] <= year and (known.end is None or year <= known.end[:4])):
        return None
    return roman


def _misprints(symbol: Symbol, acts: tuple[domain.Act, ...]) -> tuple[domain.Act, ...]:
    """The acts of the same number and term whose year differs in one digit, or in the order of two."""
    year = symbol.year or ""
    tail = symbol.issuer_codes[-1]
    found = []
    for act in acts:
        number, _, rest = (act.code or "").partition("/")
        if not number.isdecimal() or int(number) != symbol.value or not rest.endswith(tail) or len(rest) < 4:
            continue
        if sum(a != b for a, b in zip(year, rest[:4], strict=True)) == 1 or sorted(year) == sorted(rest[:4]):
            found.append(act)
    return tuple(found)


def _same(one: str | None, other: str) -> bool:
    return one is not None and one.lstrip("0").casefold() == other.lstrip("0").casefold()


def _holds(name: str, part: str) -> bool:
    """Whether the name of an act holds that of another ("luat sua doi … cua luat quang cao")."""
    return part in name or part.removeprefix("bo ").removeprefix("luat ") in name


def act_urn(act: domain.Act) -> str:
    """The id of an act of the table, as a text that cites it in full gives it."""
    issuer = "Ủy ban Thường vụ Quốc hội" if act.kind == "Pháp lệnh" else "Quốc hội"
    bare = None if act.code else act.name.split(" ", 1)[-1]
    year = str(act.year) if act.year else None
    return make_urn(
        jurisdiction_place=None, issuer=issuer, type=act.kind, date=act.date, year=year, number=act.code, extra=bare
    )
