"""The parts of a document: its title, its preamble, its purpose section.

Only these places speak for the document itself: "thực hiện Nghị quyết X" in the title says what a plan is for, in the
body it gives somebody a task. Everything is found once a text, within bounds counted from its beginning.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import NamedTuple

from graph.alphabet import LOWER, UPPER
from graph.domain import document_types
from graph.domain.heads import head_words

# The head of a page with site banners, letterhead, number, date.
_HEAD_LIMIT = 9000
_TITLE_LIMIT = 1500
_PREAMBLE_LIMIT = 20000
_PURPOSE_LIMIT = 8000

_SUBJECT_LINE = re.compile(r"^[ \t*_|>#]*V/[vV][ :.]", re.MULTILINE)
# "Số: 145/UBND-VX⏎Về việc triển khai …": the same spelled out, below the number
_SUBJECT_BELOW = re.compile(
    r"^[ \t*_|>#]*(?:Số|SỐ)[ :.][^\n]{1,100}\n+(?P<line>[ \t*_|>#]*(?:V/[vV]|Về)[ :.])", re.MULTILINE
)
# lines without a small letter, with four capitals or more
_CAPITALS = re.compile(rf"^[ \t*_|>#]*[{UPPER}][^\n{LOWER}]{{3,}}$", re.MULTILINE)
_RULE = re.compile(r"[\s*_|\-–—=#.]*$")
_TITLE_STOP = re.compile(
    r"[ \t*_|>#\-]*(?:Căn cứ|CĂN CỨ|Chi[ểế]u|Kính gửi|KÍNH GỬI|Xét |Theo đề nghị|Điều 1\b|Phần thứ|PHẦN THỨ|Chương I\b|"
    r"I\s*[.\-–]|1[.)][ *_]+[A-ZĐ]|\((?:Ban hành )?[Kk]èm theo)"
)
_BLANK = re.compile(r"[ \t]*")
_BELOW = re.compile(r"(?:\n[ \t]*){1,4}(?P<line>[^\W\d_][^\n]*)")
_CARRIED_ON = tuple(f"{word} " for word in head_words("goes-with"))
_MARKUP = re.compile(r"[\s*_|>#.]+")
_NO_TITLE = (":", "SỐ", "SƯ", "-", "–", "CHUNG")
_PREAMBLE_OPENER = re.compile(
    r"[ \t*_|>#\-]*(?:Căn\s+cứ|Chi[ểế]u\s|Thực\s+hiện|Triển\s+khai|Để\s|Nhằm\s|Theo\s|Xét\s|Tiếp\s+tục"
    r"|Trên\s+cơ\s+sở|Ngày\s)"
)
_BASIS = re.compile(r"[\s*_|>“\"]*(?:Căn\s+cứ|Chi[ểế]u)[\s*_]")
_BODY = re.compile(
    r"^[ \t*_|>#]*(?:Điều\s+(?:1\b|thứ\s+(?:1\b|nhất))|Chương\s+(?:I|1)\b|CHƯƠNG\s+(?:I|1)\b"
    r"|Phần\s+(?:I|1|A|thứ)|PHẦN\s+(?:I|1|A|THỨ)"
    rf"|(?:I|A)[ *_]*[.\-–/)](?=[\s*_])|1(?:\.|\))[ *_]*(?=[\s*_]\S|[{UPPER}])(?![\s*_]*(?:Luật|Nghị|Thông tư|"
    r"Quyết định|Kế hoạch|Chỉ thị|Chương trình)[^\n]{0,60}[\s]số\s)"
    r"|(?:QUYẾT\s+(?:ĐỊNH|NGHỊ)|RA\s+SẮC\s+LỆNH|NGHỊ\s+QUYẾT|QUY\s+ĐỊNH)[ *_]*:)",
    re.MULTILINE,
)
_ENACTED = re.compile(r"[\s*_|]*Điều\s+(?:1\b|thứ\s+(?:1\b|nhất))")
_PURPOSE = re.compile(r"(?:MỤC|Mục)[\s*_]+(?:ĐÍCH|đích|TIÊU|tiêu)(?!\w)")
_NEXT_PART = re.compile(r"^[ \t*_|>#]*(?:II|B|Phần\s+(?:II|2|thứ hai))[ *_]*[.\-–/): \n]", re.MULTILINE)
# "I. CĂN CỨ PHÁP LÝ", "A. Cơ sở pháp lý", "1. Các căn cứ xây dựng Kế hoạch:" on a line of its own
_BASES = re.compile(
    r"[ \t*_|>#]*(?P<label>I|A|1)[ *_]*[.\-–/)][ \t*_]*(?:(?:Các|CÁC|Những|NHỮNG)[ ])?(?:(?:[Cc]ăn|CĂN)[ ](?:cứ|CỨ)"
    r"|(?:[Cc]ơ|CƠ)[ ](?:sở|SỞ)[ ](?:pháp|PHÁP)[ ](?:lý|LÝ|lí|LÍ))"
    r"(?![^\n]{0,80}\d)(?P<of>[^\n;]{0,60}?)[ \t*_]*[:.]?[ \t*_]*\n"
)
_FURTHER_LABEL = {"I": "II", "A": "B", "1": "2"}
_REQUIREMENTS = re.compile(r"^[ \t*_|>#]*(?:[2IVb][ *_]*[.)]?[ *_]*)?(?:Yêu|YÊU)\s+(?:cầu|CẦU)", re.MULTILINE)

# "(Kèm theo Nghị định số …)", "(Ban hành kèm theo Quyết định số …)" on a line of its own opens an annex
_ANNEX = re.compile(
    r"\n[ \t|*_#>]*\([ \t*_]*(?:Kèm|Ban[ \t]+hành|Ban[ \t]+hành[ \t]+kèm)[ \t\n]+(?:kèm[ \t\n]+)?theo[ \t\n]"
)
# Sought from its words, which begin with a seldom letter; what stands before them in their line is looked at then.
_HEAD = re.compile(
    r"P(?:HỤ|hụ)[ \t]+(?:LỤC|lục)(?:[ \t]+(?:SỐ|[Ss]ố)?[ \t]*(?P<label>[IVXLC]+|\d{1,2}|[A-H]))?[ \t*_|:.\-–]*$",
    re.MULTILINE,
)
_HEAD_LEAD = " \t*_|>#"
_ROW = re.compile(r"[^\S\n]*\n\s*\d{1,3}[^\S\n]*[.)]?[^\S\n]*\n\s*")
_ROW_LAST = re.compile(_ROW.pattern + r"\Z")
_NOTE_REACH = 400
_HEAD_REACH = 600  # from "PHỤ LỤC II" over its title to "(Kèm theo …)"
# The end of the words is looked for, which begins with a seldom letter; then the line that they stand in.
_RECIPIENTS = tuple(re.compile(rf"{end}[ \t*_]*:") for end in ("ận", "ẬN", "ậN", "Ận"))
_RECIPIENTS_LINE = re.compile(r"\n[ \t|*_]*N[ơƠ][iI][ \t]+[nN][hH][ậẬ][nN][ \t*_]*:")
_RECIPIENTS_REACH = 200


@dataclass(frozen=True, slots=True)
class Zones:
    """Offsets of the parts; an empty part has equal ends. `purpose` begins behind its heading, and so do `bases`: the
    section on them that a plan may begin with, which is part of the preamble."""

    title: tuple[int, int]
    preamble: tuple[int, int]
    purpose: tuple[int, int]
    bases: tuple[int, int] = (0, 0)

    def of(self, offset: int) -> str:
        """``title``, ``preamble``, ``purpose``, ``head`` (before the title) or ``body``."""
        if self.title[0] <= offset < self.title[1]:
            return "title"
        if self.preamble[0] <= offset < self.preamble[1]:
            return "preamble"
        if self.purpose[0] <= offset < self.purpose[1]:
            return "purpose"
        return "head" if offset < self.title[0] else "body"


def find_zones(text: str, own_type: str = "") -> Zones:
    """The parts of `text`, whose own type (lower case) is `own_type` if known. Where no type line is found, the
    preamble begins at the first line that opens one."""
    title = _title(text, own_type)
    if title is None:
        opener = _first_opener(text)
        title = (_paragraph_before(text, opener), opener)
    start = title[1]
    body = _BODY.search(text, start, min(len(text), start + _PREAMBLE_LIMIT))
    end = body.start() if body else min(len(text), start + 4000)
    bases = _bases(text, end) if body else (end, end)
    return Zones(title, (start, bases[1]), _purpose(text, bases[1]), bases)


@cache
def _type_names() -> dict[str, tuple[str, ...]]:
    """Names of types in capitals without blanks, by their name in lower case; those of several words have others, too
    ("THÔNG TƯ LIÊN BỘ")."""
    return {
        kind.name.lower(): tuple(
            _squeeze(words.upper()) for words in (kind.name, *(w for w in kind.words if " " in kind.name and " " in w))
        )
        for kind in document_types()
    }


def _squeeze(line: str) -> str:
    return _MARKUP.sub("", line)


def _title(text: str, own_type: str) -> tuple[int, int] | None:
    """The lines below (or behind) the line that names the type in capitals; the type may be cut in two lines."""
    names = _type_names()
    wanted = names[own_type] if own_type in names else tuple(chain.from_iterable(names.values()))
    limit = min(len(text), _HEAD_LIMIT)
    kept, kept_from, kept_to = "", 0, -1
    for line in _CAPITALS.finditer(text, 0, limit):
        words = _squeeze(line.group())
        follows = kept and line.start() - kept_to <= 3
        for start, joined in ((line.start(), words), (kept_from, kept + words if follows else "")):
            name = max((n for n in wanted if joined.startswith(n)), key=len, default=None)
            if name is None or joined[len(name) :].startswith(_NO_TITLE):
                continue
            if joined == name and _ENACTED.match(text, line.end()):
                continue  # "QUYẾT ĐỊNH⏎Điều 1": what is enacted, the colon is missing
            rest = joined[len(name) :].strip("0123456789")
            return _title_lines(text, start if rest else min(len(text), line.end() + 1))
        begins = any(name.startswith(words) for name in wanted)
        kept, kept_from, kept_to = (words, line.start(), line.end()) if begins else ("", 0, -1)
    subject = _SUBJECT_LINE.search(text, 0, limit)
    if subject is not None:
        return _title_lines(text, subject.start())
    below = _SUBJECT_BELOW.search(text, 0, limit)
    return _title_lines(text, below.start("line")) if below is not None else None


def _title_lines(text: str, start: int) -> tuple[int, int]:
    """Lines from `start` up to a blank line, a rule, the first line of the preamble, or the end of the capitals."""
    position = start
    limit = min(len(text), start + _TITLE_LIMIT)
    begun = capitals = False
    while position < limit:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if _RULE.match(line):
            if begun and not (_BLANK.fullmatch(line) and _goes_on(text, end, capitals=capitals)):
                return start, position
        elif begun and (_TITLE_STOP.match(line) or (capitals and _mostly_lower(line))):
            return start, position
        else:
            if not begun:
                capitals = not _mostly_lower(line)
            begun = True
        position = end + 1
    return start, min(position, len(text))


def _goes_on(text: str, blank: int, *, capitals: bool) -> bool:
    """Does a title go on below the blank line that ends at an offset, as pages print one whose lines are centred? In
    small letters, in capitals with a word that nothing else in a head begins with."""
    below = _BELOW.match(text, blank)
    if below is None:
        return False
    line = below["line"]
    if capitals:
        return not _mostly_lower(line) and line.lower().startswith(_CARRIED_ON)
    return line[0].islower()


def _mostly_lower(line: str) -> bool:
    return 2 * sum(map(str.islower, line)) > sum(map(str.isalpha, line))


def opens_with_preamble(text: str) -> bool:
    """Does the text begin with a clause of a preamble ("Căn cứ …"), as an extract of a document does?"""
    return _BASIS.match(text) is not None


def has_preamble(text: str, start: int) -> bool:
    """Does a line from `start` on open a preamble?"""
    return _PREAMBLE_OPENER.match(text, start) is not None or _first_opener(text, start) > start


def _first_opener(text: str, position: int = 0) -> int:
    limit = min(len(text), position + _HEAD_LIMIT)
    while position < limit:
        if _PREAMBLE_OPENER.match(text, position):
            return position
        following = text.find("\n", position)
        if following < 0:
            break
        position = following + 1
    return 0


def _paragraph_before(text: str, opener: int) -> int:
    """Where the paragraph before the preamble begins: the title of a text without a type line."""
    end = len(text[:opener].rstrip(" \t\n*_|"))
    cut = max(text.rfind(sign, max(0, end - 700), end) for sign in ("\n\n", "|", "--", ":"))
    return opener if cut < 0 else cut + 1


def _bases(text: str, body: int) -> tuple[int, int]:
    """The section on the bases, where the body begins with one ("I. CĂN CỨ PHÁP LÝ")."""
    heading = _BASES.match(text, body)
    if heading is None:
        return body, body
    limit = min(len(text), heading.end() + _PURPOSE_LIMIT)
    following = _further(heading["label"]).search(text, heading.end(), limit)
    return (heading.end(), following.start()) if following is not None else (body, body)


@cache
def _further(label: str) -> re.Pattern[str]:
    """The line with the label that follows on `label`."""
    return re.compile(rf"^[ \t*_|>#]*{_FURTHER_LABEL[label]}[ *_]*[.\-–/)]", re.MULTILINE)


def _purpose(text: str, body: int) -> tuple[int, int]:
    """The section on purposes and requirements, where the body begins with one."""
    heading = _PURPOSE.search(text, body, min(len(text), body + 600))
    if heading is None:
        return body, body
    limit = min(len(text), heading.end() + _PURPOSE_LIMIT)
    following = _NEXT_PART.search(text, heading.end(), limit)
    requirements = _REQUIREMENTS.search(text, heading.end(), limit)
    ends = [
        found.start() for found in (following, requirements) if found is not None and found.start() > heading.end() + 40
    ]
    return heading.end(), min(ends, default=min(limit, heading.end() + 2500))


def next_row(text: str, start: int, end: int) -> bool:
    """Does only the number of a row, on a line of its own, stand between two offsets, and a capital behind it? A text
    layer holds the cells of a table one below another."""
    return _ROW.fullmatch(text, start, end) is not None and text[end : end + 1].isupper()


def row_between(text: str, start: int, end: int) -> bool:
    """Do the last words of one row of a table and the number of the next, on a line of its own, stand between two
    offsets?"""
    row = _ROW_LAST.search(text, start, end)
    return row is not None and any(map(str.isalpha, text[start : row.start()])) and text[end : end + 1].isupper()


class Annex(NamedTuple):
    """An annex at ``start:end``, its rows and items behind `body`; `label` in lower case ("i", "2"), empty for none."""

    label: str
    start: int
    body: int
    end: int


def annexes(text: str, start: int) -> list[Annex]:
    """The annexes behind `start`, in order: each opens with a line "PHỤ LỤC II", or with the line "(Kèm theo Quyết định
    số …)" where no such line stands close above."""
    opened: list[tuple[int, int, str]] = []
    noted = [(found.start() + 1, _note_end(text, found.end()), "") for found in _ANNEX.finditer(text, start)]
    if not noted:
        return []
    heads = []
    for found in _HEAD.finditer(text, start):
        line = text.rfind("\n", 0, found.start()) + 1
        if line >= start and not text[line : found.start()].strip(_HEAD_LEAD):
            heads.append((line, found.end(), (found["label"] or "").lower()))
    for at, behind, label in sorted([*heads, *noted]):
        if opened and not label and at - opened[-1][1] < _HEAD_REACH:
            opened[-1] = (opened[-1][0], behind, opened[-1][2])
        else:
            opened.append((at, behind, label))
    ends = [at for at, _, _ in opened[1:]] + [len(text)]
    return [Annex(label, at, behind, end) for (at, behind, label), end in zip(opened, ends, strict=True)]


def _note_end(text: str, inside: int) -> int:
    """Behind the parenthesis around an offset, where it closes soon."""
    close = text.find(")", inside, inside + _NOTE_REACH)
    return close + 1 if close >= 0 else inside


def body_end(text: str, start: int) -> int:
    """Where the document proper ends: at its first annex behind `start`, else at the end of the text."""
    found = _ANNEX.search(text, start)
    return found.start() if found else len(text)


def closed(text: str, start: int, end: int) -> int:
    """Where the document first closes ("./.", "Nơi nhận:") between two offsets; `end` where it does not."""
    mark = text.find("/.", start + 1, end)
    while mark > start and text[mark - 1] not in "./":
        mark = text.find("/.", mark + 1, end)
    if mark > start:
        end = mark - 2 if mark - 2 >= start and text[mark - 2] in "./" else mark - 1
    for pattern in _RECIPIENTS:
        for found in pattern.finditer(text, start, end):
            low = text.rfind("\n", max(start, found.start() - _RECIPIENTS_REACH), found.start())
            if low >= 0 and _RECIPIENTS_LINE.match(text, low):
                end = low
                break
    return end
