"""What a person should look at: slips, contradictions and references that the text does not settle."""

from __future__ import annotations

from collections import defaultdict

from graph import domain
from graph.citations.citation import Citation
from graph.identity.clipped import CLIPPED
from graph.identity.groups import Group, type_against_code
from graph.identity.name_number import against_day, impossible_term, likely, said_year
from graph.identity.resolve import Resolution
from graph.model import Document, Finding

# Types whose number carries a year only when they are normative; a department or other agency below cannot issue those.
_NORMATIVE = frozenset({"Nghị định", "Thông tư", "Quyết định", "Nghị quyết", "Chỉ thị"})


def findings_of(text: str, resolution: Resolution, documents: dict[int, Document]) -> list[Finding]:
    """Findings of one text, in text order."""
    found: list[Finding] = []
    for group in resolution.all():
        document = documents[id(group)]
        found += _conflicts(text, group, document)
        if group.candidates:
            found.append(_ambiguous(text, group, document))
        if not group.is_source:
            found += _impossible(text, group, document)
    found += _one_number_two_types(text, resolution, documents)
    found.sort(key=lambda f: (f.start, f.kind, f.message))
    return found


def _one_number_two_types(text: str, resolution: Resolution, documents: dict[int, Document]) -> list[Finding]:
    """An act and a resolution of the Assembly with one number on one day, or where no act of that number is known: one
    type word is likely misread."""
    by_code: dict[str, list[Group]] = defaultdict(list)
    for group in resolution.all():
        if group.symbol is not None and group.symbol.shape == "assembly" and not group.doubts:
            by_code[group.symbol.canonical].append(group)
    found = []
    for code, groups in by_code.items():
        kinds = {g.type: g for g in groups if g.type}
        law = next((g for kind, g in kinds.items() if kind in ("Luật", "Bộ luật", "Pháp lệnh")), None)
        other = kinds.get("Nghị quyết")
        if law is None or other is None or law is other:
            continue
        if law.dates & other.dates or not domain.acts_by_code(code):
            start, end, words = _at(text, next((c for c in law.citations if c.start >= 0), None))
            ids = (documents[id(law)].id, documents[id(other)].id)
            message = f"{code} được gọi là {law.type} và cũng là Nghị quyết; có thể một chỗ ghi sai loại văn bản."
            found.append(Finding("conflicting-type", message, ids, start, end, words))
    return found


def _at(text: str, citation: Citation | None) -> tuple[int, int, str]:
    if citation is None or citation.start < 0:
        return -1, -1, ""
    return citation.start, citation.end, text[citation.start : citation.end]


def _conflicts(text: str, group: Group, document: Document) -> list[Finding]:
    found = []
    seen: set[tuple[str, str, str]] = set()
    for kind, written, right, citation in group.conflicts:
        if (kind, written, right) in seen:
            continue
        seen.add((kind, written, right))
        start, end, words = _at(text, citation)
        if kind == "conflicting-symbol":
            message = f"Văn bản ghi {written} nhưng nêu cơ quan ban hành là {document.issuer}; hiểu là {right}."
        else:
            message = f"Văn bản ghi ký hiệu {written} cho một {document.type}; hiểu là {right}."
            kind = "conflicting-symbol" if kind == CLIPPED else kind
        found.append(Finding(kind, message, (document.id,), start, end, words))
    dates = sorted({c.date for c in group.citations if c.date and len(c.date) == 10})
    if len(dates) > 1 and not group.candidates:
        odd = next(c for c in group.citations if c.date and c.date != document.date)
        start, end, words = _at(text, odd)
        listed = ", ".join(dates)
        found.append(
            Finding(
                "conflicting-date",
                f"{document.code or document.name} được ghi với nhiều ngày: {listed}.",
                (document.id,),
                start,
                end,
                words,
            )
        )
    found += _date_against_year(text, group, document)
    found += _name_against_number(text, group, document)
    if type_against_code(group) and group.symbol is not None:
        start, end, words = _at(text, group.citations[0])
        message = f"Loại văn bản “{document.type}” không khớp với ký hiệu {group.symbol.canonical}."
        found.append(Finding("type-against-symbol", message, (document.id,), start, end, words))
    return found


def _date_against_year(text: str, group: Group, document: Document) -> list[Finding]:
    """A date outside the year of the number: the number or the date is a slip."""
    year = group.symbol.year if group.symbol is not None else None
    if year is None or group.is_source or group.doubts:
        return []
    odd = next((c for c in group.citations if c.date and not c.date.startswith(year)), None)
    if odd is not None and any(c.date and c.date[:4] == year for c in group.citations):
        odd = None
    odd = odd or next((c for c in group.citations if c.named_year), None)
    if odd is None:
        return []
    said = odd.date if odd.date and not odd.date.startswith(year) else odd.named_year
    start, end, words = _at(text, odd)
    message = (
        f"{document.code} được ghi của năm {said}, nhưng số của văn bản là số của năm {year}."
        if len(said or "") == len("2014")
        else f"{document.code} được ghi ngày {said}, nhưng số của văn bản là số của năm {year}."
    )
    return [Finding("conflicting-date", message, (document.id,), start, end, words)]


def _name_against_number(text: str, group: Group, document: Document) -> list[Finding]:
    """An act whose name belongs to another number, and a number of an Assembly that did not sit in that year."""
    symbol = group.symbol
    if symbol is None or symbol.shape != "assembly" or group.is_source:
        return []
    code = symbol.canonical
    term = impossible_term(symbol)
    meant = [act for act in group.doubts or (likely(symbol) if term else ()) if act.code != code]
    right = f"; có lẽ là {meant[0].code} ({meant[0].name})" if meant else ""
    start, end, words = _at(text, group.citations[0])
    if term is not None:
        message = f"{code}: Quốc hội khóa {term} không hoạt động vào năm {symbol.year}{right}."
        return [Finding("term-against-year", message, (document.id,), start, end, words)]
    if group.doubts and against_day(group.citations[0], group.citations[0].acts):
        said = said_year(group.citations[0])
        if group.doubts[0].code == code:
            right = f"; có lẽ là {code} ({group.doubts[0].name})"
        message = f"“{document.name}” được ghi của năm {said} mà mang số {code}{right}."
        return [Finding("name-against-number", message, (document.id, *document.candidates), start, end, words)]
    if group.doubts:
        owner = next((act.name for act in group.doubts if act.code == code), None)
        whose = f"{code} là số của {owner}" if owner else f"{code} không phải là số của luật này"
        message = f"“{document.name}” ghi số {code}, nhưng {whose}{right}."
        return [Finding("name-against-number", message, (document.id, *document.candidates), start, end, words)]
    return []


def _ambiguous(text: str, group: Group, document: Document) -> Finding:
    start, end, words = _at(text, group.citations[0])
    names = "; ".join(sorted({_label(c) for c in group.candidates}))
    message = f"“{' '.join(words.split())}” có thể là nhiều văn bản: {names}."
    return Finding("ambiguous-reference", message, (document.id, *document.candidates), start, end, words)


def _label(group: Group) -> str:
    """Code and date of a candidate: two documents of one number are told apart by the date."""
    date = min(group.dates, default=None)
    name = group.code or next((c.name for c in group.citations if c.name), None) or str(group.type)
    return f"{name} ({'/'.join(reversed(date.split('-')))})" if date else name


def _impossible(text: str, group: Group, document: Document) -> list[Finding]:
    """A number with a year segment is normative (Luật Ban hành VBQPPL, Điều 4): a department (Sở) or another agency of
    a province, and a unit inside a body, cannot issue such a document."""
    symbol = group.symbol
    if symbol is None or symbol.year is None or document.type not in _NORMATIVE or not symbol.issuer_codes:
        return []
    bodies = domain.bodies_by_code(symbol.issuer_codes[0])
    if not bodies or any(b.level == "central" or b.code in ("UBND", "HĐND", "UB") for b in bodies):
        return []
    if not all(b.level in ("provincial", "unit") and b.branch == "state" for b in bodies):
        return []
    start, end, words = _at(text, group.citations[0])
    message = (
        f"{symbol.canonical}: {bodies[0].name} không có thẩm quyền ban hành {document.type} quy phạm pháp luật "
        f"(số có năm); giữ nguyên như văn bản ghi."
    )
    return [Finding("impossible-issuer", message, (document.id,), start, end, words)]
