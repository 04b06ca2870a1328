"""A head whose type line is lost, as law portals print it: number and day, the title in capitals, the body that enacts,
the preamble. "Số: 63/2006/QĐ-UBND | Phan Thiết, ngày 26 tháng 7 năm 2006⏎BAN HÀNH QUY ĐỊNH …⏎ỦY BAN NHÂN DÂN TỈNH BÌNH
THUẬN⏎Căn cứ …".
"""

from __future__ import annotations

from graph.citations.bodies import read_issuer
from graph.citations.head_title import Title, one_line

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
        if words and at > behind:
            lines.append((words, at, at + len(raw)))
        at += len(raw) + 1
    if not lines or not _enacts(lines[-1][0]):
        return title
    enacting = lines[-1][0]
    said = " ".join(words for words, _, _ in lines[:-1])
    if title.title is not None or len(lines) > _LONGEST or len(said.split()) < _FEWEST or not said.isupper():
        return title._replace(enacting=title.enacting or enacting)
    return title._replace(title=said, span=(lines[0][1], lines[-2][2]), enacting=title.enacting or enacting)


def _enacts(line: str) -> bool:
    """Whether a line in capitals is the name of a body, or of its head."""
    bare = next((line.removeprefix(office) for office in _OFFICES if line.startswith(office)), line)
    body = read_issuer(bare, 0) if line.isupper() else None
    return body is not None and not body.inferred and not bare[body.end :].strip(" ,.")
