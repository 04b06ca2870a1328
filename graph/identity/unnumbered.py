"""Unnumbered documents that a text pins down by issuer and purpose: "Kế hoạch thực hiện Nghị quyết 18 của Đảng ủy Sở",
"Kế hoạch hành động của Ban Thường vụ Thành ủy Hà Nội về triển khai Nghị quyết số 57-NQ/TW".

They are looked for from the document that they carry out: the type word and the verb stand before it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.citations.bodies import IssuerRef, read_issuer
from graph.citations.citation import Citation

_B = r"[ \t*_|\n]"
# the first letter stands before the alternatives, so that a search skips to such letters
_TYPES = (
    rf"(?P<type>[KkCcHhĐđBbNnQq](?:(?<=[Kk])ế{_B}++hoạch(?:{_B}++hành{_B}++động)?"
    rf"|(?<=[Cc])hương{_B}++trình{_B}++hành{_B}++động|(?<=[Cc])hương{_B}++trình|(?<=[Hh])ướng{_B}++dẫn"
    rf"|(?<=[Đđ])ề{_B}++án|(?<=[Bb])áo{_B}++cáo|(?<=[Nn])ghị{_B}++quyết|(?<=[Cc])hỉ{_B}++thị"
    rf"|(?<=[Qq])uyết{_B}++định))"
)
_VERBS = (
    rf"(?:về{_B}++(?:việc{_B}++)?)?(?:tiếp{_B}++tục{_B}++|tổ{_B}++chức{_B}++)?"
    rf"(?:triển{_B}++khai(?:{_B}*+,?{_B}*+(?:thực{_B}++hiện|thi{_B}++hành))?|thực{_B}++hiện|thi{_B}++hành|cụ{_B}++thể{_B}++hóa"
    rf"|thể{_B}++chế{_B}++hóa)"
)
# Any words may stand between the verb and the document but those that lead to something else, and years.
_LEADS = rf"(?:của|tại|do|về|được|bởi|căn|số|quy(?!{_B}++định{_B}++(?!tại|của|về|trong|ban|này)))"
_YEARS = r"\d{1,4}(?:[ ]?[-–][ ]?\d{4})?(?![\w/.-])"
_ADVERBS = rf"(?:{_B}++(?!{_LEADS}(?![^\W_]))(?:[^\W\d_]++|{_YEARS}),?){{0,7}}"
_BEFORE = re.compile(rf"{_TYPES}(?P<middle>{_B}++[^.;:\n“”()]{{0,110}}?)?{_B}++{_VERBS}{_ADVERBS}{_B}++\Z")
_VERB = re.compile(r"(?:khai|hiện|hành|hóa)(?=[ \t*_|\n,])")
_VERB_REACH = 70
_OF = re.compile(rf"{_B}*+(?:của|do){_B}++")
_BEHIND = re.compile(rf"(?:{_B}|,)*của{_B}++")
_ISSUED = re.compile(
    rf"(?:[Bb]an{_B}++hành|[Pp]hê{_B}++duyệt|kèm{_B}++theo|về|duyệt){_B}++(?:kèm{_B}++theo{_B}++)?"
    rf"(?:[^\W_]+(?:{_B}++[^\W_]+){{0,2}}{_B}++này{_B}++)?\Z"
)

_CLASS = re.compile(
    rf"(?:văn{_B}++bản|các|những|việc|công{_B}++tác|hệ{_B}++thống){_B}++\Z"
)  # "các văn bản hướng dẫn": a class


def find_unnumbered(
    text: str, citations: list[Citation], own_issuer: str | None
) -> tuple[list[Citation], list[Citation]]:
    """Unnumbered documents around the citations of a normalised text; each has its type word as span and `purpose` the
    citation it carries out. `own_issuer` is the issuer of the text itself. Only those whose issuer is named; a plan
    that a cited decision issues is that decision.

    Second the citations themselves, without the issuer where it is the plan's ("Kế hoạch thực hiện Nghị quyết 18 của
    Đảng ủy Sở")."""
    found: list[Citation] = []
    kept = list(citations)
    previous_end = 0
    for at, citation in enumerate(citations):
        lower = max(previous_end, citation.start - 170)
        previous_end = citation.end
        if citation.kind == "unnumbered":
            continue
        if _VERB.search(text, max(lower, citation.start - _VERB_REACH), citation.start) is None:
            continue
        match = _BEFORE.search(text, lower, citation.start)
        if match is None:
            continue
        while True:  # the last type word before the verb is the nearest
            closer = _BEFORE.search(text, match.start() + 1, citation.start)
            if closer is None:
                break
            match = closer
        if _ISSUED.search(text, max(0, match.start() - 60), match.start()):
            continue
        issuer: IssuerRef | None = None
        middle = match["middle"]
        if middle:
            of = _OF.match(text, match.start("middle"))
            issuer = read_issuer(text, of.end()) if of else None
            if issuer is None or text[issuer.end : match.end("middle")].strip(" \n*,"):
                continue
        else:
            issuer, citation = _issuer_behind(text, citation)
            kept[at] = citation
        if issuer is None or (
            match["type"][0].islower() and _CLASS.search(text, max(0, match.start() - 24), match.start())
        ):
            continue
        if not issuer.own and issuer.name == own_issuer:
            continue  # the programme that this very text promulgates
        kind = " ".join(match["type"].split()).capitalize()
        found.append(
            Citation(
                match.start("type"),
                match.end("type"),
                "unnumbered",
                "unnumbered",
                type=kind,
                issuers=(issuer,),
                tail_end=match.end("type"),
                purpose=(citation,),
                stated_type=True,
                confidence=0.7,
            )
        )
    return found, kept


def _issuer_behind(text: str, citation: Citation) -> tuple[IssuerRef | None, Citation]:
    """ "… Nghị quyết 18 của Đảng ủy Sở": the issuer behind belongs to the plan where it cannot be the resolution's;
    then the citation goes without it."""
    if citation.issuers:
        issuer = citation.issuers[0]
        own_symbol = citation.symbol is not None
        if (
            issuer.level in ("unit",)
            or issuer.own
            or (citation.kind == "number" and issuer.level in ("unit", "provincial") and issuer.own)
        ) and (not own_symbol or issuer.own or issuer.level == "unit"):
            return issuer, replace(citation, issuers=())
        # "Nghị quyết số 57-NQ/TW của Bộ Chính trị của Đảng ủy Sở": a second issuer behind the first
        second = _BEHIND.match(text, citation.tail_end)
        return (read_issuer(text, second.end()) if second else None), citation
    behind = _BEHIND.match(text, citation.end)
    return (read_issuer(text, behind.end()) if behind else None), citation
