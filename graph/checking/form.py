"""LD6xx: how a citation is written, by the rules of the paper's own kind.

Papers of the State: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, điểm b khoản 6 (a first citation gives type,
number and symbol, day, issuer and title; later ones type, number and symbol; acts are cited by name), khoản 3 (number
and symbol) and Phụ lục II, Mục V (capitals). Normative papers cite acts with their number since 17/7/2025 (Nghị định
78/2025/NĐ-CP, điểm a khoản 1 Điều 68, as amended by Nghị định 187/2025/NĐ-CP). Papers of the Party: Hướng dẫn
36-HD/VPTW, Mục II, điểm 1.3 khoản 1 (18-NQ/TW). What a text that is no paper owes to whom is not known: only the
spelling of numbers is looked at there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph import domain
from graph.checking import naming, ranks
from graph.checking.draft import Citing, Draft, Values
from graph.checking.facts import beside, symbol_place
from graph.checking.known import Knowledge
from graph.checking.report import Finding, Fix
from graph.citations.symbols import BLANK_MARK
from graph.citations.titles import read_title
from graph.relations.words import word_set

_ACTS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})
_WITH_NUMBERS = "2025-07-17"  # Nghị định 187/2025/NĐ-CP
_ONE_FORM = "2011"  # Thông tư 01/2011/TT-BNV
_SINCE = "2020-03-05"  # Nghị định 30/2020/NĐ-CP
_COLON = re.compile(r"(?<![^\W_])(?P<word>[sS]ố)(?P<colon>[ \t]*:)[ \t]*(?=\d)")
_CUT_TYPE = re.compile(r"(?<![^\W_])(?P<word>Quyết|Nghị|Thông|Chỉ|Kế)(?=[ \t]+số[ \t]*:?[ \t]*\d)")
_TABLE = frozenset({"cell"})
_NUMBERED = re.compile(r"số\s+\d{1,3}/\d{4}/(?:UBTV)?QH\d")
_FOUNDED = re.compile(r"(?:Căn\s+cứ|;)[\s*]*\Z")
_JOINED = re.compile(r"\d[ \t]+[^\W\d_]")  # "434 NQ/TVQH": what belongs between is not known
_SEVERAL = re.compile(r"(?<![^\W_])(?:các|những)\s+\Z", re.IGNORECASE)  # "các Công văn số: 1, 2, 3"
_BLANK = re.compile(r"[ \t]+")
_AFTER_DASH = re.compile(r"([-–])[ \t]+")
_WRAPPED = frozenset({"txt", "pdf", "image"})  # texts whose lines were broken by a page
# Cyrillic and Greek small letters that look like Latin ones
LOOKALIKES = str.maketrans("авекмнорстхуіѕјαβεζηικμνορτυχ", "abekmhopctxyisjabezhikmnoptyx")
_WORD = re.compile(r"[^\W_]+")
_ITEM = re.compile(r"(?:[-–+•|]|\d[.)])[\s*_]*\Z")  # a list of documents gives each in full
_FEW = 4  # words that two places share which say the same title
_ANNEXED = re.compile(r"[^.;:]{0,600}?\n[\s*_]*\((?:[Bb]an\s+hành\s+)?[Kk]èm\s+theo(?![^\W_])")
_LINES = 5  # lines that a message names
_END_OF_CLAUSE = re.compile(r"[ \t*_]*[;.](?:\s|\Z)")


def check(draft: Draft, knowledge: Knowledge) -> Iterator[Finding]:
    """Findings on form."""
    spelt: list[Finding] = []
    for _, _, citings in draft.of_document():
        written = [c for c in citings if c.zone not in ("quotation", "head") and c.citation.inside is None]
        spoken = [c for c in written if not c.inside]
        for citing in written:
            spelt += [*_number(draft, citing), *_type_word(draft, citing)]
        if draft.kind == "state" and draft.day >= _SINCE:
            yield from _completeness(draft, [c for c in spoken if c.zone != "title"])
        if draft.kind == "normative":
            yield from _act_number(draft, knowledge, spoken)
    yield from ranks.order(draft)
    yield from _told_once(draft, spelt)


def _told_once(draft: Draft, found: list[Finding]) -> Iterator[Finding]:
    """A spelling that stands in many places is one finding, at the first of them, that tells of the others."""
    alike: dict[tuple[object, ...], list[Finding]] = {}
    for finding in sorted(found, key=lambda f: (f.start, f.end)):
        whole = (finding.fix is None) or (finding.fix.start, finding.fix.end) != (finding.start, finding.end)
        place = (finding.start, finding.end) if whole else ()
        alike.setdefault((finding.code, *sorted(finding.values.items()), place), []).append(finding)
    for first, *others in alike.values():
        again = tuple(f.fix for f in others if f.fix is not None and f.fix != first.fix)
        yield replace(first, again=again, values={**first.values, "places": _places(draft, again)})


def _places(draft: Draft, again: tuple[Fix, ...]) -> naming.Pair:
    """`` (cả ở 3 chỗ khác: dòng 12, 15)``, or nothing."""
    if not again:
        return "", ""
    lines = list(dict.fromkeys(str(draft.source.text.count("\n", 0, fix.start) + 1) for fix in again))
    listed = ", ".join(lines[:_LINES]) + (" …" if len(lines) > _LINES else "")
    some = "place" if len(again) == 1 else "places"
    return f" (cả ở {len(again)} chỗ khác: dòng {listed})", f" (also in {len(again)} other {some}: line {listed})"


def _number(draft: Draft, citing: Citing) -> Iterator[Finding]:
    """Blanks within the number and symbol, a lost zero, the Party's number in the order of the State."""
    place, symbol = symbol_place(draft, citing), citing.citation.symbol
    if (
        place is None
        or symbol is None
        or symbol.number == BLANK_MARK
        or symbol.shape not in ("state", "party", "letter")
    ):
        return
    written = draft.text[slice(*place)]
    if "\n" in written or "[" in written or "|" in written or "*" in written:
        return  # a wrap or a mark of the page, not the draft's spelling
    right = _BLANK.sub("", written)
    if right != written and draft.source.format in _WRAPPED:
        right = _AFTER_DASH.sub(r"\1", written)  # what was a wrap there is no blank of the draft
        right = written if right == _BLANK.sub("", written) else _BLANK.sub("", written)
    if symbol.repaired and symbol.shape in ("state", "party") and _same_letters(right, symbol.canonical, citing):
        right = symbol.canonical
    standard = _standard(citing)
    if standard and _separated_otherwise(right, standard):
        right = standard
    padded = draft.kind in ("state", "normative") and symbol.shape == "state"
    if padded and symbol.value < 10 and re.match(r"[1-9](?!\d)", right):
        right = f"0{right}"
    if right == written or "&" in written or _JOINED.search(written):
        return
    values: Values = {"written": written, "right": right}
    yield draft.finding("LD604", citing, values, start=place[0], end=place[1], fix=(*place, right))


def _standard(citing: Citing) -> str | None:
    """The number and symbol with the separators that the rules give: 18-NQ/TW of the Party, 12/QĐ-UBND and
    30/2020/NĐ-CP of the State since papers have one form there; None where its parts or its time are not known."""
    symbol, kind = citing.citation.symbol, citing.document.type
    if symbol is None or symbol.type_code is None or kind is None or kind == "Công văn":
        return None
    if not symbol.issuer_codes or not all(domain.bodies_by_code(code) for code in symbol.issuer_codes):
        return None
    issuers = "-".join(symbol.issuer_codes)
    if symbol.shape == "party":
        return f"{symbol.number}-{symbol.type_code}/{issuers}"
    if symbol.shape != "state" or (symbol.year or citing.citation.date or "")[:4] < _ONE_FORM:
        return None
    return "/".join(filter(None, (symbol.number, symbol.year, f"{symbol.type_code}-{issuers}")))


def _separated_otherwise(written: str, standard: str) -> bool:
    return written != standard and re.sub(r"[-–/.]", "", written) == re.sub(r"[-/]", "", standard)


def _same_letters(written: str, canonical: str, citing: Citing) -> bool:
    """Whether the written symbol is the right one but for separators, their order, foreign letters or lost bars (those
    only behind a Vietnamese type word: "Decree No. 96/2024/ND-CP" is English)."""
    one, other = (re.sub(r"[^\w]", "", t).casefold().translate(LOOKALIKES) for t in (written, canonical))
    if one.lstrip("0") == other.lstrip("0"):
        return True
    plain = one.replace("đ", "d").lstrip("0") == other.replace("đ", "d").lstrip("0")
    return plain and citing.citation.stated_type


def _type_word(draft: Draft, citing: Citing) -> Iterator[Finding]:
    c, text = citing.citation, draft.text
    if c.symbol is None or c.symbol.number == BLANK_MARK:
        return
    place = symbol_place(draft, citing)
    colon = _COLON.search(text, c.start, place[0] + 1 if place else c.end)
    unit = draft.reading.outline.at(c.start)
    inside = unit.kind not in _TABLE and _in_sentence(text, c.start)
    if colon is not None and inside and c.type is not None and not _SEVERAL.search(text, max(0, c.start - 8), c.start):
        right = text[c.start : colon.end("word")] + " " + text[colon.end() : c.end]
        span = (colon.start(), colon.end())
        yield draft.finding("LD605", citing, {"right": right}, fix=(*span, f"{colon['word']} "))
    cut = _CUT_TYPE.match(text, c.start) or _CUT_TYPE.search(text, max(0, c.start - 12), c.start)
    kind = citing.document.type
    if cut is not None and kind and kind.startswith(cut["word"] + " ") and c.symbol.type_code:
        yield draft.finding(
            "LD606", citing, {"written": f"{cut['word']} số", "right": f"{kind} số"}, start=cut.start(),
            end=cut.end(), fix=(cut.start(), cut.end(), kind),
        )  # fmt: skip
        return
    lower = text[c.start : c.start + 1]
    if citing.inside:
        return  # the title of another document is its own
    if not c.stated_type or not lower.islower() or not c.type or draft.kind == "" or not inside:
        return
    if _SEVERAL.search(text, max(0, c.start - 8), c.start) or re.match(r"[\s*]*:", text[c.start + len(c.type) :][:4]):
        return
    word = text[c.start : c.start + len(c.type)]
    if place is None or not beside(text[c.start + len(c.type) : place[0]]):
        return  # "xét báo cáo của Bộ Tài chính tại văn bản số …"
    if word.casefold() == c.type.casefold() and word[1:] == c.type[1:]:
        fix = (c.start, c.start + len(word), c.type)
        yield draft.finding("LD607", citing, {"written": word, "right": c.type}, start=fix[0], end=fix[1], fix=fix)


def _in_sentence(text: str, start: int) -> bool:
    """Whether words of the sentence stand before the citation on its line."""
    line = text.rfind("\n", 0, start) + 1
    return any(ch.isalpha() for ch in text[line:start])


def _completeness(draft: Draft, citings: list[Citing]) -> Iterator[Finding]:
    """The first citation in full, later ones short. Acts are cited by name; a list shares what stands around it."""
    first = next((c for c in citings if c.first), None)
    if first is None or first.citation.symbol is None or first.document.type in _ACTS or first.group.candidates:
        return
    c, unit = first.citation, draft.reading.outline.at(first.citation.start)
    if c.symbol is None or c.symbol.shape == "assembly" or c.symbol.number == BLANK_MARK or unit.kind in _TABLE:
        return
    missing = list(_missing(draft, first))
    if missing and first.basis:
        names = (", ".join(vi for vi, _ in missing), ", ".join(en for _, en in missing))
        yield draft.finding("LD601", first, {"document": naming.named(first.document), "missing": names})
    if missing or not c.date or not c.issuers:
        return
    for citing in citings:
        if citing.start <= first.start or citing.citation.symbol is None or citing.basis:
            continue
        again = citing.citation
        if not draft.speaks(citing) or _in_annex(draft, citing) or _founded(draft, citing):
            continue
        if _in_own_title(draft, citing) or _ITEM.search(draft.text, max(0, again.start - 8), again.start):
            continue
        if again.date and again.issuers and draft.title_of(citing):
            yield draft.finding("LD602", citing, {"document": naming.named(first.document)})
            return


def _in_own_title(draft: Draft, citing: Citing) -> bool:
    """Whether the citation is part of a title of the draft's own, said where it is issued ("Điều 1. Ban hành kèm theo
    Quyết định này Kế hoạch thực hiện Nghị quyết …": the words before it are those before a citation in the title) or
    over what is annexed."""
    if _ANNEXED.match(draft.text, citing.citation.end):
        return True
    unit = draft.reading.outline.at(citing.citation.start)
    opening = draft.text[unit.body : citing.citation.start].casefold()
    if not any(re.search(rf"(?<![^\W_]){re.escape(verb)}(?![^\W_])", opening) for verb in word_set("promulgating")):
        return False
    before = _words_before(draft, citing)
    return any(
        c.group is citing.group and c.title and before and _words_before(draft, c)[-_FEW:] == before[-_FEW:]
        for c in draft.citings
    )


def _words_before(draft: Draft, citing: Citing) -> list[str]:
    start = citing.citation.start
    return _WORD.findall(draft.text[max(0, start - 80) : start].casefold())


def _founded(draft: Draft, citing: Citing) -> bool:
    """Whether the citation opens a basis ("Căn cứ …", also of a form in an annex) or goes on with one."""
    at = citing.citation.start
    return _FOUNDED.search(draft.text, max(0, at - 24), at) is not None


def _in_annex(draft: Draft, citing: Citing) -> bool:
    return any(
        unit == "phụ lục" for unit, _ in draft.reading.outline.path(draft.reading.outline.index(citing.citation.start))
    )


def _missing(draft: Draft, citing: Citing) -> Iterator[naming.Pair]:
    """What a basis lacks of day, issuer and title. A title is missed only where the clause ends behind the rest."""
    c, text = citing.citation, draft.text
    unit = draft.reading.outline.at(c.start)
    if len(draft.beside(citing)) > 1:
        return  # a list, or a document with those that amended it: they share their words
    rest = text[c.end : unit.end]
    if c.date is None and not re.search(r"ngày|năm\s+(?:19|20)\d\d|\d{1,2}/\d{1,2}/\d{4}", rest):
        yield "thời gian ban hành", "its date"
    if not c.issuers and c.issuer_start < 0 and not re.search(r"(?<![^\W_])(?:của|do)(?![^\W_])", rest):
        yield "tên cơ quan ban hành", "its issuer"
    behind = max(c.tail_end, c.end)
    if _END_OF_CLAUSE.match(text, behind) and read_title(text, behind, stated=True) is None:
        yield "trích yếu nội dung", "its subject"


def _act_number(draft: Draft, knowledge: Knowledge, citings: list[Citing]) -> Iterator[Finding]:
    """A basis that is an act without its number."""
    if draft.day < _WITH_NUMBERS or (draft.dated or "") < _WITH_NUMBERS:
        return
    basis = next((c for c in citings if c.basis and _founded(draft, c)), None)
    if basis is None or basis.document.type not in ("Luật", "Bộ luật", "Pháp lệnh") or basis.group.symbol is not None:
        return
    if any(c.citation.symbol is not None for c in citings):
        return
    act = knowledge.of(basis).act or _only_act(basis)
    if _numbered_behind(draft, basis):
        return
    hint = (f" ({act.code})", f" ({act.code})") if act is not None and act.code and act.verified else ("", "")
    yield draft.finding("LD608", basis, {"document": naming.named(basis.document), "likely": hint})


def _numbered_behind(draft: Draft, citing: Citing) -> bool:
    """Whether the number of an act stands further on in the same basis: a title that was not read as one."""
    start = citing.citation.end
    end = draft.reading.outline.at(citing.citation.start).end
    found = _NUMBERED.search(draft.text, start, end)
    return found is not None and ";" not in draft.text[start : found.start()]


def _only_act(citing: Citing) -> domain.Act | None:
    return citing.citation.acts[0] if len(citing.citation.acts) == 1 else None
