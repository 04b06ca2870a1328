"""LD2xx: do number, day, issuer and title agree with what is known of the document?

Only what a text of its own, a register or a verified row of the table of acts says is held against a draft: what other
papers say of a document may be their slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph import domain
from graph.checking import naming
from graph.checking.draft import Citing, Draft, Values
from graph.checking.known import Knowledge, Known
from graph.checking.report import Finding
from graph.citations import dates
from graph.identity.codes import akin, code_key, split_code
from graph.identity.name_number import against_day, impossible_term, likely, said_year
from graph.model import Document
from graph.normalise import fold, normalise

_WHOLE_DAY = 10
_ALIKE = 0.75  # share of the words of the shorter title that the other has
_STRANGE = 0.25
_FEWEST_WORDS = 6
_USUAL_WORDS = (
    "quy định chi tiết một số điều của và các về việc hướng dẫn thi hành thực hiện ban sửa đổi bổ sung trong tại theo "
    "phê duyệt công bố"
)
_USUAL = frozenset(_USUAL_WORDS.split(" "))
_WORD = re.compile(r"[^\W_]+")


def check(draft: Draft, knowledge: Knowledge) -> Iterator[Finding]:
    """Findings on numbers, days, issuers and titles."""
    wrong = _wrong_numbers(draft, knowledge)
    knowledge.renumbered.update(wrong)
    for _, _, citings in draft.of_document():
        number = wrong.get(id(citings[0].group))
        if number is not None:
            yield number
            continue
        known = knowledge.of(citings[0])
        for citing in citings:
            if citing.citation.start >= 0 and citing.zone != "quotation":
                yield from _day(draft, citing, known)
        # what is said behind a provision may be what that provision is about
        named = (c for c in citings if c.zone != "quotation" and not c.inside and not c.citation.pinpoints)
        shown = next((c for c in named if draft.title_of(c)), None)
        if shown is not None:
            yield from _title(draft, shown, known)
        yield from _named_day(draft, citings)
        stated = next((c for c in citings if c.citation.issuers), None)
        if stated is not None:
            yield from _issuer(draft, stated, known)
        yield from _act(draft, citings[0])


def _day(draft: Draft, citing: Citing, known: Known) -> Iterator[Finding]:
    written = citing.citation.date
    if not written or len(written) != _WHOLE_DAY or citing.inside:
        return
    right = known.firm("date")
    source: tuple[str, str] = ("văn bản đã nạp", "the loaded text")
    if right is None or len(right) != _WHOLE_DAY:
        right, source = known.act_date, ("bảng các đạo luật", "the table of acts")
    elif not known.texts:
        source = ("sổ đăng ký", "the register")
    if right is None or right == written:
        return
    if known.act_date and known.act_date == written:
        return  # the table confirms the draft: the text was read wrong
    place = _date_place(draft, citing)
    if place is None:
        return  # the day of a list, which may not be that of each of its members
    values: Values = {
        "document": naming.named(citing.document if known.document is None else known.document),
        "written": naming.day(written),
        "known": naming.day(right),
        "source": source,
    }
    fix = (*place, _like(draft.text[slice(*place)], right)) if _title_agrees(draft, citing, known) else None
    yield draft.finding("LD201", citing, values, start=place[0], end=place[1], fix=fix)


def _named_day(draft: Draft, citings: list[Citing]) -> Iterator[Finding]:
    """An act by its name and day ("Luật Thương mại ngày 14/6/2025"): no act of that name is of that day, and one is but
    for the day, the month or the year."""
    for citing in citings:
        c = citing.citation
        if c.symbol is not None or not c.name or len(c.date or "") != _WHOLE_DAY or citing.zone == "quotation":
            continue
        acts = [a for a in domain.acts_by_name(c.name) if a.date and fold(a.name) == fold(c.name)]
        near = [a for a in acts if sum(x == y for x, y in zip(_parts(a), (c.date or "").split("-"), strict=True)) == 2]
        if any(a.date == c.date for a in acts) or len(near) != 1 or not _confirmed(near[0]):
            continue
        place = _date_place(draft, citing)
        if place is None:
            continue
        values: Values = {
            "document": naming.act(near[0]),
            "written": naming.day(c.date),
            "known": naming.day(near[0].date),
            "source": ("bảng các đạo luật", "the table of acts"),
        }
        yield draft.finding("LD201", citing, values, start=place[0], end=place[1])
        return


def _parts(act: domain.Act) -> list[str]:
    return (act.date or "").split("-")


def _confirmed(act: domain.Act) -> bool:
    """Whether a source confirms the day of an act."""
    return act.verified and "date recalled" not in act.source


def _date_place(draft: Draft, citing: Citing) -> tuple[int, int] | None:
    """Where the written day stands behind the number."""
    c = citing.citation
    for found in dates.BARE_DATE.finditer(draft.text, c.end, max(c.end, c.tail_end)):
        if dates.iso(found) == c.date:
            return found.span()
    return None


def _like(written: str, date: str) -> str:
    """The day in the form in which the draft writes days."""
    year, month, day = date.split("-")
    if "tháng" in written.lower():
        return f"{day} tháng {month if int(month) < 3 else int(month)} năm {year}"
    mark = next((m for m in "/.-–" if m in written), "/")
    short = re.match(r"[1-9](?!\d)", written) is not None
    return mark.join((str(int(day)) if short else day, str(int(month)) if short else month, year))


def _title_agrees(draft: Draft, citing: Citing, known: Known) -> bool:
    """Whether a title behind the citation, or an act's name, says that the document is the right one."""
    if known.act is not None and any(a.date == citing.citation.date for a in domain.acts_by_name(known.act.name)):
        return False  # another act of that name: the number may be the slip
    if known.act is not None and citing.citation.name is not None:
        return True
    title, right = draft.title_of(citing), known.act.name if known.act is not None else known.firm("title")
    return bool(title and right) and _overlap(title or "", right or "") >= _ALIKE


def _title(draft: Draft, citing: Citing, known: Known) -> Iterator[Finding]:
    written, right = draft.title_of(citing), known.firm("title")
    if written is None or right is None or known.act is not None or citing.inside:
        return
    if citing.document.type == "Công văn" or min(len(_words(written)), len(_words(right))) < _FEWEST_WORDS:
        return
    one, other = _telling(written), _telling(right)
    if len(one & other) / max(1, min(len(one), len(other))) >= _STRANGE:
        return
    source = ("văn bản đã nạp", "the loaded text") if known.texts else ("sổ đăng ký", "the register")
    values: Values = {
        "document": naming.named(citing.document),
        "written": naming.cut(written),
        "known": naming.cut(right),
        "source": source,
    }
    yield draft.finding("LD203", citing, values)


def _issuer(draft: Draft, citing: Citing, known: Known) -> Iterator[Finding]:
    written, right = citing.citation.issuers[0].name, known.firm("issuer")
    if right is None or citing.citation.issuers[0].own or len(citing.citation.issuers) > 1:
        return
    one, other = domain.body_by_name(written), domain.body_by_name(right)
    if one is None or other is None or one.name == other.name or one.level != "central" or other.level != "central":
        return
    if one.branch != other.branch or one.branch != "state" or _related(one, other):
        return
    symbol = citing.citation.symbol
    if set(one.symbol_codes) & {*other.symbol_codes, *(symbol.issuer_codes if symbol is not None else ())}:
        return  # one of those that issued it together
    source = ("văn bản đã nạp", "the loaded text") if known.texts else ("sổ đăng ký", "the register")
    values: Values = {
        "document": naming.named(citing.document),
        "written": written,
        "known": right,
        "source": source,
    }
    yield draft.finding("LD202", citing, values)


def _related(one: domain.IssuingBody, other: domain.IssuingBody) -> bool:
    """Whether one body became the other."""
    return (
        one.successor == other.name
        or other.successor == one.name
        or bool(one.successor and one.successor == other.successor)
    )


def _act(draft: Draft, citing: Citing) -> Iterator[Finding]:
    """An act's name against its number, and a number of an Assembly that did not sit in that year."""
    group, symbol = citing.group, citing.group.symbol
    if symbol is None or symbol.shape != "assembly":
        return
    code, term = symbol.canonical, impossible_term(symbol)
    meant = [a for a in group.doubts or (likely(symbol) if term else ()) if a.code and a.code != code]
    hint: tuple[str, str] = ("", "")
    if meant:
        hint = (f"; có lẽ là {naming.act(meant[0])}", f"; likely {naming.act(meant[0])}")
    if term is not None:
        values: Values = {"written": code, "term": term, "year": symbol.year or "", "likely": hint}
        yield draft.finding("LD206", citing, values, fix=_number_fix(draft, citing, meant))
    elif group.doubts:
        owner = next((a.name for a in group.doubts if a.code == code), None)
        whose = (f", là số của {owner}", f", which is that of {owner}") if owner else ("", "")
        name = citing.document.name or ""
        if against_day(citing.citation, citing.citation.acts):
            name = f"{name} {said_year(citing.citation)}"  # of the same name, but of that year
        values = {"name": name, "written": code, "owner": whose, "likely": hint}
        yield draft.finding("LD205", citing, values, fix=_number_fix(draft, citing, meant))


def _number_fix(draft: Draft, citing: Citing, meant: list[domain.Act]) -> tuple[int, int, str] | None:
    """The right number, where the act of that name and of the day or year that the draft gives is one."""
    c = citing.citation
    if c.symbol is None or not c.name:
        return None
    fitting = [a for a in meant if a.verified and a.code and fold(a.name) == fold(c.name)]
    if c.date and len(c.date) == _WHOLE_DAY:
        fitting = [a for a in fitting if a.date == c.date]
    else:
        fitting = [a for a in fitting if str(a.year) == c.symbol.year]
    place = symbol_place(draft, citing)
    return (*place, fitting[0].code or "") if len(fitting) == 1 and place is not None else None


def symbol_place(draft: Draft, citing: Citing) -> tuple[int, int] | None:
    """Where the number and symbol stand within the citation."""
    c = citing.citation
    if c.symbol is None:
        return None
    found = re.search(rf"0*{re.escape(c.symbol.number.lstrip('0'))}(?!\d)", draft.text[c.start : c.end])
    return (c.start + found.start(), c.end) if found else None


def beside(between: str) -> bool:
    """Whether nothing but "số" stands between a type word and its number."""
    return not re.sub(r"(?<!\w)số(?!\w)|[\s*_:]", "", between, flags=re.IGNORECASE)


def _wrong_numbers(draft: Draft, knowledge: Knowledge) -> dict[int, Finding]:
    """Citations whose day, type, body and title are those of another document of the graph: by group."""
    if knowledge.graph is None:
        return {}
    open_: list[tuple[Citing, str, str]] = []
    for group, document, citings in draft.of_document():
        if group.symbol is None or group.doubts or group.candidates or document.type in (None, "Công văn"):
            continue
        for citing in citings:
            c = citing.citation
            if c.symbol is None or not c.date or len(c.date) != _WHOLE_DAY or citing.zone == "quotation":
                continue
            title = draft.title_of(citing)
            if title and len(_words(title)) >= _FEWEST_WORDS:
                known = knowledge.of(citing)
                if known.document is None or (known.firm("date") or c.date) != c.date:
                    open_.append((citing, c.date, title))
                break
    if not open_:
        return {}
    found: dict[int, Finding] = {}
    days = knowledge.graph.by_days({day for _, day, _ in open_})
    for citing, day, title in open_:
        fitting = [d for d in days if d.date == day and _other_number(citing.document, d) and _alike(title, d)]
        if len(fitting) != 1:
            continue
        right = fitting[0]
        place = symbol_place(draft, citing)
        fix = (*place, right.code or "") if place is not None and len(fitting) == 1 else None
        values: Values = {"document": naming.named(citing.document), "known": naming.dated(right)}
        start, end = (None, None) if place is None else place
        found[id(citing.group)] = draft.finding(
            "LD204", citing, values, start=start, end=end, evidence=naming.cut(right.title or ""), fix=fix
        )
    return found


def _alike(title: str, node: Document) -> bool:
    right = node.title if node.origins.get("title") in ("source", "register") else None
    return right is not None and len(_words(right)) >= _FEWEST_WORDS and _both(title, right) >= _ALIKE


def _other_number(cited: Document, node: Document) -> bool:
    """Whether the node is a paper of the same type, body and place with another number, a slip away."""
    if node.provisional or not node.code or not cited.code or node.origins.get("date") not in ("source", "register"):
        return False
    if code_key(node.code) == code_key(cited.code) or (cited.place or "") != (node.place or ""):
        return False
    if not node.type or not akin(fold(cited.type or ""), fold(node.type)):
        return False
    one, other = split_code(cited.code), split_code(node.code)
    return one is not None and other is not None and one[2] == other[2]


def _words(text: str) -> set[str]:
    return {w for w in _WORD.findall(fold(text)) if len(w) > 1}


def _telling(text: str) -> set[str]:
    """The words of a title, with their marks, that are not those of most titles."""
    return {w for w in _WORD.findall(normalise(text).text.casefold()) if len(w) > 1 and w not in _USUAL}


def _overlap(one: str, other: str) -> float:
    first, second = _words(one), _words(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def _both(one: str, other: str) -> float:
    """As `_overlap`, of the longer one: the titles are one, but for a few words."""
    first, second = _words(one), _words(other)
    return len(first & second) / max(1, max(len(first), len(second)))
