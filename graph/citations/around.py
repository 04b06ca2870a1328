"""What is read around a citation of any kind: the attributes behind it, the issuer and date in front of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from graph import domain
from graph.alphabet import LOWER, UPPER
from graph.citations import dates
from graph.citations.bodies import IssuerRef, issues, read_issuer
from graph.citations.draft import Draft
from graph.citations.passing import said_behind, said_in_front
from graph.citations.placenames import read_place
from graph.citations.symbols import UNIT, Symbol
from graph.citations.tail import OF, enacted, read_tail

_ISSUED_BY = re.compile(
    r"(?:(?P<dated>[nN]gày[\s*]{1,3}(?P<when>[0-9][0-9/.\- thángnăm*\n]{3,24}[0-9]{4})"
    r"(?:[\s*]{1,3}(?:vừa|mới)[\s*]{1,3}(?:qua|rồi|đây))?(?P<comma>,?)[\s*]{1,3}"
    rf"(?:(?<=, )tại[\s*]{{1,3}}[{UPPER}][^.;:,()\n]{{1,40}},[\s*]{{1,3}})?)"
    r"|(?:\A|[.;:,\n\-–+(“]|[mM]à|[dD]o|khi)[\s*]{0,4})"
    rf"(?P<who>(?!Ngày[\s*])[{UPPER}][^.;:,()\n“”]{{3,90}}?)(?:[\s*]{{0,3}}\([^()\n]{{1,60}}\)(?P<how>[^.;:,()\n“”]{{0,40}}?))?[\s*]{{1,3}}"
    r"(?:ban[\s*]{1,3}hành(?:[\s*]{1,3}(?:kèm[\s*]{1,3})?theo)?|(?<=đã )ký|(?<=vừa )ký|(?<=mới )ký|có|gửi)"
    r"[\s*]{1,3}(?:các[\s*]{1,3})?\Z"
)
# Words of manner stand between a body and what it does ("đã kịp thời", "vừa"); not those that hand the doing on.
# The name of its head, or its term, may stand before them ("Bộ trưởng Bộ Y tế Nguyễn Văn An đã ký", "tỉnh khóa XIII").
_MANNER = re.compile(
    rf"(?:[\s*]{{1,3}}(?:khóa|Khóa)[\s*]{{1,3}}[XVI]{{1,6}})?(?:(?:[\s*]{{1,3}}[{UPPER}][{LOWER}]+){{2,5}})?"
    r"(?:[\s*]{1,3}(?!(?:các|những|không|trình|giao|yêu|đề|chỉ|tham|hướng|cho|để|theo|về|phải|cần|sẽ|chưa|và|của|tại|khi)(?![^\W_]))"
    r"[^\W\d_A-ZĐ][^\W\d_]*){0,4}[\s*]*\Z"
)

_ISSUED_REACH = 140
_DONE = ("hành ", "hành\n", "hành các ", "ký ", "ký\n", " có ", " gửi ", "hành theo ", "kèm theo ")
COUNCILS = {"UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân"}
# "chỉ đạo của Bộ Chính trị tại Thông báo số 99-TB/TW", "đề nghị của Ngân hàng … tại Tờ trình số 127/TTr-HĐQT",
# "báo cáo của Ủy ban nhân dân tỉnh Hưng Yên (văn bản số 84/BC-UBND)"
_SAID = re.compile(
    r"(?:[cC]hỉ đạo|[đĐ]ề (?:nghị|xuất)|[ýÝ] kiến|[kK]ết luận|[yY]êu cầu|[kK]iến nghị|[hH]ướng dẫn|[bB]áo cáo"
    r"|giải trình|,)"
    rf"[\s*]+của[\s*]+(?=[{UPPER}])"
)
# a footnote's mark that a text layer sets apart from the symbol: "2342/QĐ-BYT 1 ngày 05/3/2019"
_APART = re.compile(
    r"[ \t]{1,2}[0-9]{1,2}(?=,?[ \n]{1,2}(?:ngày[ \n]{1,2}[0-9]{1,2}[ \n]?(?:/|tháng)|của[ \n]{1,2}" rf"[{UPPER}]))"
)
# "Thông tư 133/2016/TT-BTC (hay còn gọi tắt là Thông tư 133) do Bộ Tài chính ban hành ngày …"
_ALIAS = re.compile(
    r"[\s*]{0,3}\((?:hay|sau đây|dưới đây|còn|gọi)[\s*][^()\n]{1,90}\)"
    r"(?=[\s*]{1,3}(?:do|được|(?:đã|vừa|mới)[\s*]+được|ban)[\s*])"
)
_ASSEMBLY = frozenset({"Quốc hội", "Ủy ban Thường vụ Quốc hội"})
_PASSED_KINDS = frozenset({"Hiến pháp", "Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết"})
_DAY = 10
_TOLD = (" được ", " đã được ", " vừa được ", " mới được ")
# "Luật Ngân sách nhà nước (sửa đổi) ngày 16-12-2002": made anew
_ANEW = re.compile(r"[\s*]{0,3}\([sS]ửa đổi(?:, bổ sung)?\)(?=,?[\s*]{1,3}(?:ngày|số)[\s*])")


def read_attributes(text: str, citation: Draft) -> None:
    begin = citation.end
    while begin < len(text) and text[begin].isdigit() and begin < citation.end + 2 and text[begin - 1].isalnum():
        begin += 1  # a footnote mark glued to the symbol
    apart = _APART.match(text, begin)
    if apart is not None:
        begin = apart.end()
    alias = _ALIAS.match(text, begin) if text.startswith((" (", "("), begin) else None
    if alias is not None:
        begin = alias.end()
    unit = UNIT.match(text, begin) if text.startswith((" (", "("), begin) else None
    anew = _ANEW.match(text, begin) if unit is None and citation.kind == "act" else None
    if unit is not None or anew is not None:
        begin = (unit or anew).end()  # type: ignore[union-attr]
    tail = read_tail(text, begin, joint=domain.is_joint(citation.type), year=citation.kind == "act")
    citation.date = citation.date or tail.date
    if not citation.issuers:
        citation.issuers = tail.issuers
    if citation.symbol is not None and citation.symbol.shape == "assembly":
        # whatever body is named behind an act's number, the Assembly passed it
        citation.issuers = tuple(i for i in citation.issuers if i.name in _ASSEMBLY)
    if not citation.issuers and citation.symbol is not None:
        citation.issuers = _of_place(text, tail.end, citation.symbol)
    told = enacted(text, tail.end) if text.startswith(_TOLD, tail.end) else None
    if told is not None:
        citation.issuers = citation.issuers or (told[0],)
        value = told[1] or ""
        if len(citation.date or "") < _DAY and value.startswith(citation.date or citation.year or ""):
            citation.date = told[1] or citation.date
    citation.term = citation.term or tail.term
    citation.tail_end = tail.end
    if citation.type in _PASSED_KINDS and len(citation.date or "") < _DAY:
        passed = said_behind(text, tail.end) or said_in_front(text, citation.start)
        year = citation.year or (citation.symbol.year if citation.symbol else None)
        if passed is not None and passed.startswith(citation.date or year or ""):
            citation.date = passed


def _of_place(text: str, at: int, symbol: Symbol) -> tuple[IssuerRef, ...]:
    """ "839/QĐ-UBND năm 2025 của tỉnh Nghệ An", "… do Thành phố Hà Nội ban hành": the council of a place."""
    council = COUNCILS.get((symbol.issuer_code or "").rstrip("0123456789"))
    lead = OF.match(text, at) if council else None
    if council is None or lead is None:
        return ()
    level, place, end = read_place(text, lead.end())
    if place is None or level is None or ("do" in lead.group() and not issues(text, end)):
        return ()
    return (IssuerRef(f"{council} {level}", place, None, end, symbol.issuer_code),)


# "Ngày 06/7/2022, thay mặt Bộ Chính trị, đồng chí …, Thường trực Ban Bí thư đã ký ban hành Quy định số 69-QĐ/TW"
_ON_BEHALF = re.compile(
    r"(?P<lead>(?P<dated>[nN]gày[\s*]{1,3}[0-9][0-9/.\- thángnăm*\n]{3,24}[0-9]{4},[\s*]{1,3})?[tT]hay[\s*]+mặt[\s*]+)"
    r"[^.;:()]{3,200}?(?<![^\W_])(?:(?:đã|vừa|mới)[\s*]{1,3})?ký(?:[\s*]{1,3}ban[\s*]{1,3}hành)?[\s*]{1,3}\Z"
)
_BEHALF_REACH = 260
# a portal's table of events: "28/12/2017 Văn bản được ban hành 31/2017/TT-BCT"
_ROW_OF_ISSUE = re.compile(r"(?<![0-9])(?P<day>[0-9]{1,2}/[0-9]{1,2}/[0-9]{4})[ \t|]+Văn bản được ban hành[ \t|]+\Z")
_ROW_REACH = 60


def issued_in_front(text: str, citation: Draft) -> None:
    """ "Ngày 25/10/2017, Ban Chấp hành Trung ương ban hành Nghị quyết số 18-NQ/TW": issuer and date stand in front."""
    at = citation.start
    if citation.date is None and text.endswith(("hành ", "hành|", "| "), max(0, at - 6), at):
        row = _ROW_OF_ISSUE.search(text, max(0, at - _ROW_REACH), at)
        dated = dates.FULL_DATE.match(f"ngày {row['day']}") if row else None
        citation.date = dates.iso(dated) if dated else None
    if text.endswith(("tại ", "tại\n"), max(0, at - 6), at):
        _said_in(text, citation)
        return
    if citation.issuers:
        return
    if text.endswith(("(", "(*"), max(0, at - 2), at):
        _said_in(text, citation)
        return
    if not text.endswith(_DONE, max(0, at - 12), at):
        return
    if text.endswith(("ký ", "hành "), max(0, at - 5), at):
        behalf = _ON_BEHALF.search(text, max(0, at - _BEHALF_REACH), at)
        body = read_issuer(text, behalf.end("lead")) if behalf else None
        if behalf and body and not body.own and text.startswith(",", body.end):
            _issued(text, citation, body, behalf.end("lead"), behalf.start("dated") if behalf["dated"] else None)
            return
    found = _ISSUED_BY.search(text, max(0, at - _ISSUED_REACH), at)
    if found is None:
        return
    led = text[max(0, found.start() - 4) : found.start()].rstrip(" *\n")[-1:]
    if found["comma"] == "" and led not in (*".,;:(–-", ""):
        return  # "[A] ngày 22/12/2024 UBND tỉnh …": the day is that of A
    who, start = found["who"], found.start("who")  # nothing behind belongs to the name: "Cục Quản lý KCB có …"
    by = who.rfind(" do ") + len(" do ")
    if by >= len(" do "):  # "Quy chế do Ban Bí thư ban hành theo Quyết định số …"
        who, start = who[by:], start + by
    issuer = read_issuer(who, 0)
    between = who[issuer.end :] if issuer is not None else ""
    if issuer is None or issuer.own or not (_MANNER.match(between) and _MANNER.match(found["how"] or "")):
        return
    _issued(text, citation, issuer, start, found.start("dated") if found["when"] is not None else None)


def _issued(text: str, citation: Draft, issuer: IssuerRef, start: int, day: int | None) -> None:
    """Note who issued a citation, named at `start`, and on which day, written at `day`."""
    citation.issuers, citation.issuer_start = (issuer,), start
    if (citation.date is None or len(citation.date) == len("2025")) and day is not None:
        dated = dates.FULL_DATE.match(text, day)
        value = dates.iso(dated) if dated else None
        if value and citation.year in (None, value[:4]) and value.startswith(citation.date or ""):
            citation.date = value


def _said_in(text: str, citation: Draft) -> None:
    """ "theo chỉ đạo của X tại A", "đề nghị của X (A)": A is X's, whatever stands behind it (", của Y tại B")."""
    low = max(0, citation.start - _ISSUED_REACH)
    for said in reversed(list(_SAID.finditer(text, low, citation.start))):
        issuer = read_issuer(text, said.end())
        if issuer is None or issuer.own or not _AT.fullmatch(text, issuer.end, citation.start):
            return
        signers = domain.bodies_by_code((citation.symbol.issuer_code or "") if citation.symbol else "")
        if signers and all(body.name != issuer.name and body.code != issuer.code for body in signers):
            return  # an office passes on what X decides: "chỉ đạo của Bộ Chính trị tại Công văn số 17129-CV/VPTW"
        citation.issuers, citation.issuer_start = (issuer,), said.end()
        return


_AT = re.compile(r"[\s*]+(?:\([\s*]*)?tại[\s*]+|[\s*]*\([\s*]*")
_COMMA_DAY = re.compile(r"[\s*]*,[\s*]*(?=[nN]gày)")


def one_day(text: str, drafts: Sequence[Draft]) -> None:
    """ "Thực hiện [A], ngày 10/02/2025, UBND tỉnh ban hành [B]": the day behind the comma is when B was issued, and not
    that of A as well, unless B has another one of its own."""
    for before, after in pairwise(drafts):
        if before.date is None or not before.end < after.issuer_start < after.start:
            continue
        lead = _COMMA_DAY.match(text, before.end)
        day = dates.FULL_DATE.match(text, lead.end()) if lead is not None else None
        if day is None or day.end() != before.tail_end or dates.iso(day) != before.date:
            continue
        if text[day.end() : after.issuer_start].strip(" *,\n") or after.date not in (None, before.date):
            continue
        if after.year in (None, before.date[:4]):
            after.date, before.date, before.tail_end = before.date, None, before.end
