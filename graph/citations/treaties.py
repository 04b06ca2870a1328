"""Words "Luật …" that name no act of Vietnam: in the name of a treaty or of an international body ("Công ước của Liên
hợp quốc về Luật Biển", "Hiệp định … về thực thi Luật Lâm nghiệp"), or a field of international law ("Luật Nhân đạo quốc
tế"). Treaties are no documents of the graph, and so what their names name is none."""

from __future__ import annotations

import re

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n))"
_REACH = 200
_LEAD = re.compile(
    rf"(?:về|ước|quốc|tế|thực{_BLANK}++thi|áp{_BLANK}++dụng|thi{_BLANK}++hành){_BLANK}*+\Z", re.IGNORECASE
)
_LEAD_REACH = 24
# "Tòa án quốc tế về Luật Biển", "Ủy ban Liên hợp quốc về Luật Thương mại"
_NATIONS = (
    rf"(?:{_BLANK}++(?:của{_BLANK}++)?"
    rf"(?:(?:Liên{_BLANK}++)?[Hh]ợp{_BLANK}++[Qq]uốc|LHQ|[Qq]uốc{_BLANK}++tế))"
)
_YEAR = rf"(?:{_BLANK}++(?:năm{_BLANK}++)?[12][0-9]{{3}})?"
_TREATY = (
    rf"(?<![^\W_])(?:[Cc]ông{_BLANK}++ước|[Hh]iệp{_BLANK}++(?:định|ước)|[Nn]ghị{_BLANK}++định{_BLANK}++thư"
    rf"|[Đđ]iều{_BLANK}++ước)(?![^\W_])"
)
_ABOUT = rf"{_BLANK}++về(?:{_BLANK}++(?:việc{_BLANK}++)?(?:thực{_BLANK}++thi|áp{_BLANK}++dụng|thi{_BLANK}++hành))?"
# a comma parts two statements, unless nations are listed: "giữa A, B và C về …"
_BETWEEN = (
    rf"(?:[^\n.,;:()“”]|\n(?!\s*\n)|,(?={_BLANK}++[A-ZĐ][^\n.,;:()“”]{{2,40}}{_BLANK}++và{_BLANK}++[A-ZĐ])){{0,150}}?"
)
_NAMED = re.compile(
    rf"(?:{_TREATY}{_BETWEEN}{_ABOUT}|{_TREATY}{_NATIONS}?{_YEAR}"
    rf"|(?:[Tt]òa{_BLANK}++án|Ủy{_BLANK}++ban|[Hh]ội{_BLANK}++nghị){_NATIONS}{_BLANK}++về){_BLANK}++\Z"
)
_OF_NATIONS = re.compile(rf"{_BLANK}++quốc{_BLANK}++tế(?![^\W_])(?!{_BLANK}++(?:hóa|số)(?![^\W_]))", re.IGNORECASE)


def in_treaty(text: str, start: int) -> bool:
    """Whether the name of an act at `start` is part of the name of a treaty, or of a body made by one."""
    low = max(0, start - _LEAD_REACH)
    if _LEAD.search(text, low, start) is None:
        return False
    return _NAMED.search(text, max(0, start - _REACH), start) is not None


def of_nations(text: str, end: int) -> bool:
    """Whether a name that ends at `end` goes on as a field of international law: "Luật Thương mại quốc tế"."""
    return _OF_NATIONS.match(text, end) is not None
