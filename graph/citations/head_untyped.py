"""A head whose type line is lost, as law portals print it: number and day, the title in capitals, the body that enacts,
the preamble. "Số: 63/2006/QĐ-UBND | Phan Thiết, ngày 26 tháng 7 năm 2006⏎BAN HÀNH QUY ĐỊNH …⏎ỦY BAN NHÂN DÂN TỈNH BÌNH
THUẬN⏎Căn cứ …". Where number and day are lost, too, the formula below the preamble ("QUYẾT ĐỊNH:") says the type.
"""

from __future__ import annotations

import re
from functools import cache

from graph.citations.bodies import read_issuer
from graph.citations.head_title import BEHIND_BODY, Title, one_line
from graph.citations.typewords import words_to_type
from graph.domain.heads import any_head

_FEWEST = 4  # words of a title
_LONGEST = 8  # lines of a title
_OFFICES = ("CHỦ TỊCH ", "BỘ TRƯỞNG ")


def untyped(head: str, behind: int, preamble: int, title: Title) -> Title:
    """`title` with what the lines between `behind` (the end of number and day) and the preamble say: the title, and the
    body that enacts. Offsets are those of `head`."""
    lines = []
    at = behind
    for raw in head[behind:preamble].split("\n")[: 2 * _LONGEST]:
        words = one_line(raw)
        if words and (at > behind or not behind):
            lines.append((words, at, at + len(raw)))
        at += len(raw) + 1
    if len(lines) > 1 and BEHIND_BODY.fullmatch(lines[-1][0]) and _enacts(lines[-2][0]):
        lines[-2:] = [(f"{lines[-2][0]} {lines[-1][0]}", lines[-2][1], lines[-1][2])]  # "KHÓA XII, KỲ HỌP THỨ 7"
    elif not lines or not _enacts(lines[-1][0]):
        return title
    enacting = lines[-1][0]
    enacted = title.enacted_by or read_issuer(enacting, 0)
    said = " ".join(words for words, _, _ in lines[:-1])
    if title.title is not None or len(lines) > _LONGEST or len(said.split()) < _FEWEST or not said.isupper():
        return title._replace(enacted_by=enacted, enacting=title.enacting or enacting)
    span = (lines[0][1], lines[-2][2])
    return title._replace(title=said, span=span, enacted_by=enacted, enacting=title.enacting or enacting)


def opened_by_title(head: str, preamble: int) -> tuple[str, Title] | None:
    """Type and title of a text that begins with its title in capitals, the body that enacts and, at `preamble`, the
    preamble; None for another beginning. Offsets are those of `head`."""
    formula = _formula().search(head, preamble)
    title = untyped(head, 0, preamble, Title(None, (-1, -1))) if formula else Title(None, (-1, -1))
    if formula is None or title.title is None or title.enacted_by is None:
        return None
    said = one_line(formula["words"]).casefold()
    # "QUYẾT NGHỊ" is what a Nghị quyết says
    kind = words_to_type().get(said) or words_to_type().get(" ".join(reversed(said.split())))
    return None if kind is None else (kind, title)


@cache
def _formula() -> re.Pattern[str]:
    return re.compile(rf"(?m)^[ \t*_]*(?P<words>{any_head('enacts', wrapped=True)})[ \t*_]*:")


def _enacts(line: str) -> bool:
    """Whether a line in capitals is the name of a body, or of its head."""
    bare = next((line.removeprefix(office) for office in _OFFICES if line.startswith(office)), line)
    body = read_issuer(bare, 0) if line.isupper() else None
    return body is not None and not body.inferred and not bare[body.end :].strip(" ,.")
