"""LD1xx: does what is cited still stand, as of the day of the draft?

A draft that itself ends, changes or reviews a document, or says that another one did, knows that: no finding there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph import domain, labels
from graph.checking import naming
from graph.checking.draft import Citing, Draft, Values
from graph.checking.known import Knowledge, Known
from graph.checking.report import Finding
from graph.model import Document, Evidence, PartStatus, Pinpoint
from graph.relations.authority import VALIDITY, type_class

_ENDED = frozenset({"replaced", "repealed", "expired"})
_DAY = 10
_LEAST = 0.5  # confidence of the sentence that tells of an end
_ACTS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_SOON = 60  # days after which a paper of another body has taken effect that amends one (45 days are the rule)
_A_YEAR = 366  # the same for an act that amends another
_SETTLED = 550  # days after which an act has surely taken effect where the table has no day
# "bãi bỏ một số khoản của Điều 47" ends none that it names
_SOME = re.compile(r"một\s+số\s+(?:khoản|điểm|nội\s+dung)|có\s+nội\s+dung|cụm\s+từ", re.IGNORECASE)
_BILL = re.compile(r"[\s*]*\(?[\s*]*(?:sửa\s+đổi|thay\s+thế)[\s*]*\)")
_OPERATIVE = re.compile(
    r"(?:theo|tại|của|thực\s+hiện|áp\s+dụng|căn\s+cứ|hướng\s+dẫn|thi\s+hành|trong)[\s*]*\Z", re.IGNORECASE
)
_CLAUSE = 160
_LONGEST_CLAUSE = 600
_END = re.compile(r";|\.\s|\n\s*\n")
# "được sửa đổi, bổ sung năm 2025", "(đã được sửa đổi, bổ sung)", "và các văn bản sửa đổi, bổ sung"
_AMENDED = re.compile(
    r"(?<![^\W_])(?:được|(?:văn\s+bản|luật|nghị\s+định|thông\s+tư|quyết\s+định))\s+(?:sửa\s+đổi|bổ\s+sung)"
    r"(?![^;.]*?(?<![^\W_])(?:bởi|tại|theo)(?![^\W_]))",
    re.IGNORECASE,
)
# "các tờ khai đã kê khai theo", "được ký kết trước ngày … theo quy định tại"; not "đã được giao theo", where the
# document is what gave it
_DONE = re.compile(
    r"(?<![^\W_])(?:đã(?!\s+(?:được\s+)?(?:ban\s+hành|phê\s+duyệt|giao|quy\s+định|công\s+bố|thành\s+lập|xác\s+định|nêu))"
    r"|trước\s+(?:ngày|khi))(?![^\W_])[^.;:\n]*?"
    r"(?<![^\W_])(?:theo|căn\s+cứ)[\s*]*(?:(?:quy\s+định|hướng\s+dẫn)[\s*]*(?:tại|của)[\s*]*)?"
    r"(?:(?:điểm|khoản|Điều|mục|Mục)\s[^.;:\n]{0,60}?)?\Z"
)
_PAST = frozenset({"reviews", "corrects", "consolidates", "extends"})


def check(draft: Draft, knowledge: Knowledge) -> Iterator[Finding]:
    """Findings on ended, suspended, coming and amended documents."""
    if draft.own.type == "Văn bản hợp nhất":
        return  # it keeps the words of its original, as of that one's day
    told = _told(draft)
    for _, document, citings in draft.of_document():
        known = knowledge.of(citings[0])
        spoken = told.get(document.id, frozenset())
        if known.document is not None and known.document.id == draft.own.id:
            continue
        for citing in citings:
            if draft.speaks(citing) and not _BILL.match(draft.text, citing.citation.end):
                yield from _standing(draft, knowledge, citing, known, spoken)
        yield from _newer_act(draft, citings, known, spoken)


def _told(draft: Draft) -> dict[str, frozenset[str]]:
    """What the draft says became of each document."""
    found: dict[str, set[str]] = {}
    for relation in draft.reading.extraction.relations:
        if relation.predicate in VALIDITY or relation.predicate in _PAST:
            found.setdefault(relation.object, set()).add(relation.predicate)
            if relation.predicate in ("replaces", "amends", "repeals"):
                found.setdefault(relation.subject, set()).add("acts")
    for effect in draft.reading.extraction.effects:
        if effect.kind in ("ended", "suspended", "until"):
            found.setdefault(effect.document, set()).add("repeals")
    return {id: frozenset(kinds) for id, kinds in found.items()}


def _standing(
    draft: Draft, knowledge: Knowledge, citing: Citing, known: Known, spoken: frozenset[str]
) -> Iterator[Finding]:
    status, document = known.status, known.document
    if document is None or not _sure(status.evidence) or draft.own.id in status.by:
        return
    name = naming.named(document)
    if status.state in _ENDED and status.since is None and not _ended_by(knowledge, status.by, draft.day):
        return  # nobody says when: it may have stood on the day of the draft
    by = _by(knowledge, status.by)
    evidence, where = _sentence(status.evidence, document.code)
    if status.state in _ENDED:
        if spoken & (VALIDITY | _PAST):
            return
        values: Values = {
            "document": name,
            "state": _state(status.state),
            "since": naming.since(status.since),
            "by": by,
        }
        code = "LD101" if citing.basis else "LD102"
        if not citing.basis and (not citing.first or _happened(draft, citing)):
            return  # one finding for a document that is cited again and again
        yield draft.finding(code, citing, values, evidence=evidence, source=where)
    elif status.state == "suspended":
        if citing.first and "suspends" not in spoken:
            values = {"document": name, "since": naming.since(status.since), "by": by}
            yield draft.finding("LD105", citing, values, evidence=evidence, source=where)
    elif status.state == "not-yet":
        # a draft says itself when what comes is to apply; its basis has to stand when it is signed, but for a plan to
        # carry out what comes
        if (
            citing.basis
            and not _carries_out(draft, citing)
            and status.first_day
            and draft.effective
            and status.first_day > draft.effective
        ):
            values = {"document": name, "day": naming.day(draft.effective), "first": naming.day(status.first_day)}
            yield draft.finding("LD106", citing, values, evidence=evidence, source=where)
    else:
        parts = list(_parts(draft, knowledge, citing, known, spoken))
        yield from parts
        if citing.first and not parts:
            yield from _amended(draft, knowledge, citing, known, spoken)


def _happened(draft: Draft, citing: Citing) -> bool:
    """Whether the clause speaks of what was done under the document while it stood ("đã kê khai theo Thông tư …")."""
    start = citing.citation.start
    clause = draft.text[max(draft.reading.outline.at(start).body, start - _CLAUSE) : start]
    return _DONE.search(clause) is not None


def _carries_out(draft: Draft, citing: Citing) -> bool:
    """Whether the draft is issued to carry the cited document out."""
    return any(
        r.predicate == "implements" and r.subject == draft.own.id and r.object == citing.document.id
        for r in draft.reading.extraction.relations
    )


def _parts(
    draft: Draft, knowledge: Knowledge, citing: Citing, known: Known, spoken: frozenset[str]
) -> Iterator[Finding]:
    """Provisions that ended: the very one that is cited, or others."""
    assert known.document is not None
    if spoken & VALIDITY:
        return
    ended = [p for p in known.status.parts if p.state in _ENDED and p.provisions and _sure((p.evidence,))]
    ended = [p for p in ended if p.by != draft.own.id and not _SOME.search(p.evidence.text) and not _by_virtue(p)]
    ended = [p for p in ended if p.since or _ended_by(knowledge, (p.by,) if p.by else (), draft.day)]
    for pinpoint in citing.citation.pinpoints:
        gone = next((p for p in ended if any(_within(pinpoint, q) for q in p.provisions)), None)
        if gone is not None:
            evidence, where = _sentence((gone.evidence,), known.document.code, pinpoint.text)
            values: Values = {
                "provision": naming.part(pinpoint),
                "document": naming.named(known.document),
                "state": _state(gone.state),
                "since": naming.since(gone.since),
                "by": _by(knowledge, (gone.by,) if gone.by else ()),
            }
            yield draft.finding("LD104", citing, values, evidence=evidence, source=where)
            return
    c = citing.citation
    certain = citing.basis or c.symbol is not None or c.date is not None  # an act named alone is the act as it stands
    if citing.first and ended and not c.pinpoints and not spoken and certain:
        parts = naming.listed(list(dict.fromkeys(_part(p) for p in ended)))
        words = next((q.text for q in ended[0].provisions if q.text), None)
        evidence, where = _sentence((ended[0].evidence,), known.document.code, words)
        yield draft.finding(
            "LD103", citing, {"document": naming.named(known.document), "parts": parts}, evidence=evidence, source=where
        )


def _part(part: PartStatus) -> naming.Pair:
    return naming.listed([naming.short(p) for p in dict.fromkeys(naming.part(p) for p in part.provisions)], most=2)


def _by_virtue(part: PartStatus) -> bool:
    """Whether the sentence names the provision as that by which something ends ("hết hiệu lực theo Điều 92")."""
    words = " ".join(part.evidence.text.split())
    return any(
        re.search(rf"theo (?:quy định )?(?:tại )?(?:của )?{re.escape(' '.join(p.text.split()))}", words)
        for p in part.provisions
        if p.text
    )


def _within(cited: Pinpoint, gone: Pinpoint) -> bool:
    """Whether the cited provision is the one that ended, or lies in it."""
    path = tuple((unit, label.casefold()) for unit, label in gone.path)
    own = tuple((unit, label.casefold()) for unit, label in cited.path)
    return bool(path) and any(unit == "điều" for unit, _ in path) and own[: len(path)] == path


def _amended(
    draft: Draft, knowledge: Knowledge, citing: Citing, known: Known, spoken: frozenset[str]
) -> Iterator[Finding]:
    """Amended, as of the day of the draft, and the draft names none of those that did it. Asked of papers of the State
    where they cite for certain: a basis, or a number or a day with a provision or where a rule is applied; an act named
    alone is the act as it stands."""
    node = known.document
    assert node is not None
    c = citing.citation
    if draft.kind not in ("state", "normative") or spoken or node.code is None:
        return
    if known.act is not None and _successors(known.act, draft.day):
        return  # that it ended is what there is to say
    if _AMENDED.search(_clause(draft, c.end)):
        return  # the citation says that it was amended, if not by which number
    lead = _OPERATIVE.search(draft.text, max(0, c.start - 24), c.start)
    if not (citing.basis or ((c.pinpoints or lead) and (c.symbol is not None or c.date))):
        return
    found = [r for r in knowledge.amendments(node) if r.evidence.confidence >= _LEAST and r.subject != draft.own.id]
    documents = [
        d
        for d in knowledge.by_id({r.subject for r in found}).values()
        if _amends(d, node) and (node.date or "") <= (d.date or "") < draft.day
    ]
    late = [d for d in documents if not _stands(knowledge, d, draft.day)]
    if late:  # a paper of that time names it already
        named = knowledge.named_by((r for r in found if any(d.id == r.subject for d in late)), draft.day)
        late = [d for d in late if d.id not in named or _comes(knowledge, d, draft.day)]
    in_time = [d for d in documents if d not in late]
    if not in_time or any(d.code in draft.codes for d in in_time):
        return
    coded = {(d.date, d.type) for d in in_time if d.code}
    # "sửa đổi bởi Luật ngày 25/6/2025": a law named by its day alone, beside the one of that day that has its number
    in_time = [d for d in in_time if d.code or (d.date, d.type) not in coded]
    in_time.sort(key=lambda d: (d.date or "", d.id))
    relation = next(r for r in found if r.subject == in_time[-1].id)
    values: Values = {"document": naming.named(node), "by": naming.listed([naming.dated(d) for d in in_time])}
    evidence, where = _sentence((relation.evidence,), in_time[-1].code, node.code)
    yield draft.finding("LD107", citing, values, evidence=evidence, source=where)


def _clause(draft: Draft, start: int) -> str:
    """What stands behind a citation up to the end of its clause."""
    return _END.split(draft.text[start : start + _LONGEST_CLAUSE], maxsplit=1)[0]


def _amends(amender: Document, node: Document) -> bool:
    """Whether one paper of a kind amends another: an act an act, a decree a decree, on a known day."""
    return not amender.provisional and len(amender.date or "") == _DAY and type_class(amender) == type_class(node)


def _stands(knowledge: Knowledge, document: Document, day: str) -> bool:
    """Whether a document was surely in force on a day: as its statements or the table say, or long enough after it was
    issued."""
    first = _first_day(knowledge, document)
    if first:
        return first <= day
    return _days(document.date or "", day) > (_A_YEAR if document.type in _ACTS else _SOON)


def _comes(knowledge: Knowledge, document: Document, day: str) -> bool:
    """Whether a document is known to take effect after a day."""
    return (_first_day(knowledge, document) or "") > day


def _first_day(knowledge: Knowledge, document: Document) -> str | None:
    acts = domain.acts_by_code(document.code or "")
    return knowledge.first_day(document) or (acts[0].in_force if len(acts) == 1 else None)


def _newer_act(draft: Draft, citings: list[Citing], known: Known, spoken: frozenset[str]) -> Iterator[Finding]:
    """By the table of acts alone: on the day of the draft an act stood that was passed anew under the same name, or
    that ended the one that is cited."""
    act = known.act
    if act is None or spoken or known.status.state in _ENDED:
        return
    settled = _successors(act, draft.day)
    chosen = next((c for c in citings if c.basis), None) or next((c for c in citings if c.first), None)
    if not settled or chosen is None or not draft.speaks(chosen) or draft.kind == "":
        return
    if not chosen.basis and _happened(draft, chosen):
        return
    latest = max(settled, key=lambda a: a.date or "")
    severity = "warning" if chosen.basis else "note"
    values: Values = {"document": naming.act(act), "newer": naming.in_force(latest)}
    yield draft.finding("LD108", chosen, values, severity=severity)


def _successors(act: domain.Act, day: str) -> list[domain.Act]:
    """The acts of the table that had taken the place of one by a day: those of the same name (but of an amending act,
    beside which the next one stands), and the one that ended it."""
    if not act.verified or act.year is None or act.kind not in _ACTS:
        return []
    alike = () if act.amending else domain.acts_by_name(act.name)
    newer = [
        a
        for a in alike
        if a.verified and a.name == act.name and a.kind == act.kind and a.date and a.year and a.year > act.year
    ]
    newer += domain.acts_by_code(act.ended_by) if act.ended_by else ()
    return [a for a in newer if _took_effect(a, day)]


def _took_effect(act: domain.Act, day: str) -> bool:
    """Whether an act was surely in force on a day: as the table says, or long enough after it was passed."""
    return act.in_force <= day if act.in_force else _days(act.date or "", day) > _SETTLED


def _days(first: str, second: str) -> int:
    from datetime import date

    return (date.fromisoformat(second) - date.fromisoformat(first)).days


def _ended_by(knowledge: Knowledge, by: tuple[str, ...], day: str) -> bool:
    """Whether a document that ended it was issued before the day."""
    return any(d.date and d.date <= day[: len(d.date)] for d in knowledge.by_id(by).values())


def _sure(evidence: tuple[Evidence, ...]) -> bool:
    return not evidence or max(e.confidence for e in evidence) >= _LEAST


def _sentence(evidence: tuple[Evidence, ...], *about: str | None) -> tuple[str, str]:
    """The sentence that tells it, cut to where it speaks of one of `about`, and the text in which it stands."""
    return (naming.cut(evidence[0].text, about), evidence[0].source or "") if evidence else ("", "")


def _state(state: str) -> naming.Pair:
    return labels.status(state, "vi"), labels.status(state, "en")


def _by(knowledge: Knowledge, ids: tuple[str, ...]) -> naming.Pair:
    """`` (Nghị định 12/2025/NĐ-CP)``: who did it."""
    documents = knowledge.by_id(ids)
    return (
        naming.joined(" (", naming.listed([naming.dated(d) for d in documents.values()]), ")")
        if documents
        else ("", "")
    )
