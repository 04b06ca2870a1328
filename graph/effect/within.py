"""What an act upon provisions leaves of them.

"Bãi bỏ khoản 2 Điều 3 X" takes them away, "bãi bỏ Mẫu số 05 tại Phụ lục I X" something that stands in them.
"""

from __future__ import annotations

import re
from functools import cache

from graph.domain.effect import either, names_a_part
from graph.model import Mention, Pinpoint

IN_PART = (Pinpoint((), "một phần"),)
LEADS_ON = re.compile(
    r"(?:(?:(?:đã +)?được(?: +(?:quy +định|công +bố|ban +hành|nêu|phê +duyệt))?|quy +định) +)?"
    r"(?:tại|của|theo|trong|thuộc|(?:ban +hành +)?kèm +theo) *\Z"
)
# what opens a clause and is part of a document: "Quy định về … tại Điều 5 X hết hiệu lực"
NAMED = re.compile(
    r"(?:(?:các|những|một +số) +)?"
    r"(?:quy +định|nội +dung|mức|chế +độ|chính +sách|danh +mục|biểu|mẫu|thủ +tục|điều +kiện)(?![^\W_])",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(r"(?:tại|của|trong|thuộc|kèm +theo) *\Z")
_ROWS = re.compile(r"(?<![^\W_])(?:số +)?thứ +tự +(?:số +)?[0-9]")
_OF_ANOTHER = re.compile(r"[0-9]/|;")
_MOST = 260  # code points that the words of a part take
_UNITS = 240  # behind so many the pinpoints may be only the last of a list


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{either('act')})(?![^\W_]) *|[,:] *)*", re.IGNORECASE)


def parts_of(flat: str, start: int, mention: Mention, *, first: bool = True) -> tuple[Pinpoint, ...]:
    """The provisions that lead to a citation behind `start`, or the part that is named in words: rows of a list are
    less than the section they stand in ("số thứ tự 17, 18 Mục I Danh mục … kèm theo X"), a form less than its annex.
    Unless it is the `first` of a list, what stands before may be the title of the one before."""
    if not mention.pinpoints or _ROWS.search(flat, start, mention.start):
        return part_named(flat, start, mention) or mention.pinpoints
    before = " ".join(flat[start : mention.start].split())
    said = mention.pinpoints[0].text
    at = before.rfind(said)
    if at < 0 or len(before) - at > _UNITS or not names_a_part(before[:at]):
        return mention.pinpoints
    if not first and (_OF_ANOTHER.search(before, 0, at) or not LEADS_ON.search(before[:at])):
        return mention.pinpoints
    named = _spoken(before[: at + len(said)])
    return (Pinpoint((), named),) if len(named) <= _MOST else IN_PART


def part_named(flat: str, start: int, mention: Mention) -> tuple[Pinpoint, ...]:
    """A part in words: "06 thủ tục hành chính … tại Quyết định X", "Mẫu số 08 ban hành kèm theo Thông tư X"."""
    before = flat[start : mention.start]
    if len(before) > _MOST or not _LEADS_TO.search(before):
        return ()
    named = _spoken(LEADS_ON.sub("", before))
    return (Pinpoint((), named),) if len(named) > 2 else ()


def _spoken(words: str) -> str:
    """The words of a part without the verb that an item of a list says again."""
    words = " ".join(words.split())
    verb = _verbs().match(words)
    return words[verb.end() :] if verb else words
