"""Where in a text a citation stands: its title, its preamble, its purpose section, a quotation.

Only these places speak for the document itself: "thực hiện Nghị quyết X" in the title says what a plan is for, in the body
it gives somebody a task. Everything is found once a text, within bounds counted from its beginning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.domain import document_types

# The head of a page with site banners, letterhead, number, date.
_HEAD_LIMIT = 9000
_TITLE_LIMIT = 1500
_PREAMBLE_LIMIT = 20000
_PURPOSE_LIMIT = 8000

_SUBJECT_LINE = re.compile(r"^[ \t*_|>#]*V/[vV][ :.]", re.MULTILINE)
_RULE = re.compile(r"[\s*_|\-–—=#.]*$")
_TITLE_STOP = re.compile(
    r"[ \t*_|>#\-]*(?:Căn cứ|CĂN CỨ|Chiếu|Kính gửi|KÍNH GỬI|Xét |Theo đề nghị|Điều 1\b|Phần thứ|PHẦN THỨ|Chương I\b|I\s*[.\-–]|"
    r"\((?:Ban hành )?[Kk]èm theo)"
)
_PREAMBLE_OPENER = re.compile(r"[ \t*_|>#\-]*(?:Căn cứ|Thực hiện|Triển khai|Để |Nhằm |Theo |Xét |Tiếp tục|Trên cơ sở|Ngày )")
_BODY = re.compile(
    r"^[ \t*_|>#]*(?:Điều\s+1\b|Chương\s+(?:I|1)\b|CHƯƠNG\s+(?:I|1)\b|Phần\s+(?:I|1|A|thứ)|PHẦN\s+(?:I|1|A|THỨ)"
    r"|(?:I|A)[ *_]*[.\-–/)](?=[\s*_])|1(?:\.|\))[ *_]*(?=[\s*_]\S|[A-ZĐ])|(?:QUYẾT\s+(?:ĐỊNH|NGHỊ)|NGHỊ\s+QUYẾT|QUY\s+ĐỊNH)[ *_]*:)",
    re.MULTILINE,
)
_PURPOSE = re.compile(r"(?:MỤC|Mục)[\s*_]+(?:ĐÍCH|đích|TIÊU|tiêu)(?!\w)")
_NEXT_PART = re.compile(r"^[ \t*_|>#]*(?:II|B|Phần\s+(?:II|2|thứ hai))[ *_]*[.\-–/): \n]", re.MULTILINE)
_REQUIREMENTS = re.compile(r"^[ \t*_|>#]*(?:[2IVb][ *_]*[.)]?[ *_]*)?(?:Yêu|YÊU)\s+(?:cầu|CẦU)", re.MULTILINE)
_LEAD_IN_LIMIT = 400
_QUOTE_LIMIT = 12000


@dataclass(frozen=True, slots=True)
class Zones:
    """Offsets of the parts; an empty part has equal ends. `purposes` begin behind the heading."""

    title: tuple[int, int]
    preamble: tuple[int, int]
    purpose: tuple[int, int]

    def of(self, offset: int) -> str:
        """``title``, ``preamble``, ``purpose``, ``head`` (before the title) or ``body``."""
        if self.title[0] <= offset < self.title[1]:
            return "title"
        if self.preamble[0] <= offset < self.preamble[1]:
            return "preamble"
        if self.purpose[0] <= offset < self.purpose[1]:
            return "purpose"
        return "head" if offset < self.title[0] else "body"


def find_zones(text: str) -> Zones:
    """The parts of `text`. Where no type line is found, the preamble begins at the first line that opens one."""
    title = _title(text)
    if title is None:
        opener = _first_opener(text)
        title = (opener, opener)
    start = title[1]
    body = _BODY.search(text, start, min(len(text), start + _PREAMBLE_LIMIT))
    end = body.start() if body else min(len(text), start + 4000)
    return Zones(title, (start, end), _purpose(text, end))


@cache
def _type_line() -> re.Pattern[str]:
    names = sorted({kind.name.upper() for kind in document_types()}, key=lambda name: (-len(name), name))
    blanks = [re.escape(name).replace(r"\ ", r"[ \t*_]+") for name in names]
    return re.compile(rf"^[ \t*_|>#]*(?:{'|'.join(blanks)})(?P<rest>[^\n]*)$", re.MULTILINE)


def _title(text: str) -> tuple[int, int] | None:
    """The lines below (or behind) the line that names the type in capitals."""
    limit = min(len(text), _HEAD_LIMIT)
    for line in _type_line().finditer(text, 0, limit):
        rest = line["rest"]
        letters = [c for c in rest if c.isalpha()]
        if any(c.islower() for c in letters) or _is_name(rest):
            continue
        return _title_lines(text, line.start("rest"), bool(letters))
    subject = _SUBJECT_LINE.search(text, 0, limit)
    return _title_lines(text, subject.start(), True) if subject else None


def _is_name(rest: str) -> bool:
    """The capitals go on with what is no title ("QUYẾT ĐỊNH:", "LUẬT SƯ")."""
    return rest.strip(" *_|\t").startswith((":", "SỐ", "SƯ", "-", "–"))


def _title_lines(text: str, start: int, begun: bool) -> tuple[int, int]:
    """Lines from `start` up to a blank line, a rule or the first line of the preamble."""
    position = start
    limit = min(len(text), start + _TITLE_LIMIT)
    while position < limit:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if _RULE.match(line):
            if begun:
                return start, position
        elif position > start and _TITLE_STOP.match(line):
            return start, position
        else:
            begun = True
        position = end + 1
    return start, min(position, len(text))


def _first_opener(text: str) -> int:
    limit = min(len(text), _HEAD_LIMIT)
    position = 0
    while position < limit:
        if _PREAMBLE_OPENER.match(text, position):
            return position
        following = text.find("\n", position)
        if following < 0:
            break
        position = following + 1
    return 0


def _purpose(text: str, body: int) -> tuple[int, int]:
    """The section on purposes and requirements, where the body begins with one."""
    heading = _PURPOSE.search(text, body, min(len(text), body + 600))
    if heading is None:
        return body, body
    limit = min(len(text), heading.end() + _PURPOSE_LIMIT)
    following = _NEXT_PART.search(text, heading.end(), limit)
    requirements = _REQUIREMENTS.search(text, heading.end(), limit)
    ends = [found.start() for found in (following, requirements) if found is not None and found.start() > heading.end() + 40]
    return heading.end(), min(ends, default=min(limit, heading.end() + 2500))


def quotation(text: str, offset: int) -> int | None:
    """Where the quotation around `offset` opens (its “), None outside of quotations. Bounded look-back."""
    floor = max(0, offset - _QUOTE_LIMIT)
    opened = text.rfind("“", floor, offset)
    if opened < 0:
        return None
    closed = text.rfind("”", floor, offset)
    return opened if closed < opened else None


def lead_in(text: str, quote: int) -> tuple[int, int]:
    """The words before a quotation that may say whose words it holds."""
    return max(0, quote - _LEAD_IN_LIMIT), quote
