"""How far a cue reaches: the words that may stand between it and its object, and between the members of a list.

All patterns run on squeezed flat text (lower case, single blanks) of a bounded stretch; repetitions are possessive.
"""

from __future__ import annotations

import re
from functools import cache

from graph.domain import document_types
from graph.relations.authority import VALIDITY
from graph.relations.phrases import bag, ending, listed, trie

# Numbers and letters of provisions, and the words for their kinds
_PINS = listed(
    "điểm|khoản|điều|mục|tiểu mục|chương|phần|phụ lục|tiết|biểu|biểu mẫu|mẫu|mẫu số|bảng|danh mục|cụm từ|từ|đoạn|"
    "gạch đầu dòng|khổ|ý|một số điều|một số nội dung|một số quy định|một phần|các điều|số thứ tự"
)
_LABELS = r"[0-9]{1,4}[a-zđ]?(?:\.[0-9a-z]{1,3})*+|[ivxlc]{1,6}|[a-zđ]|thứ (?:nhất|hai|ba|tư|năm)"
_JOINS = listed("và|hoặc|đến|của|tại|trong|thuộc")
_CLASSES = listed(
    "các|những|một số|toàn bộ|toàn văn|hai|ba|sau|sau đây|dưới đây|số|nêu trên|của quốc hội|của chính phủ|"
    "của thủ tướng|của thủ tướng chính phủ|của bộ chính trị|của ban bí thư|của trung ương|của đảng"
)
_COUNTS = "[0-9]{1,3}"
_MANNERS = listed(
    "nghiêm túc|nghiêm|tốt|có hiệu quả|hiệu quả|đầy đủ|kịp thời|đồng bộ|thống nhất|quyết liệt|thắng lợi|chất lượng|"
    "toàn diện|sâu rộng|đúng|chủ động|tích cực|thành công|mạnh mẽ|cụ thể|bước đầu|triệt để|khẩn trương|có"
)
_CONTENTS = listed(
    "nội dung|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|chủ yếu|trọng tâm|tinh thần|theo tinh thần|quy định|yêu cầu|"
    "chủ trương|quan điểm|định hướng|chỉ đạo|ý kiến|kết luận|phương án|nêu|đề ra|được giao|giao|được nêu|đã nêu|"
    "xác định|được quy định|việc|thi hành|thực hiện|triển khai|quán triệt|tổ chức"
)
_CHANGES = listed(
    "sửa đổi|bổ sung|thay thế|bãi bỏ|hủy bỏ|điều chỉnh|đính chính|lỗi|kỹ thuật|hiệu lực|thời hạn|thời gian|áp dụng|"
    "thi hành|thực hiện|hiệu lực thi hành|cập nhật|đối với|bản điện tử|kể từ"
)
_DETAILS = listed(
    "biện pháp|để|tổ chức|hướng dẫn|quy định|chi tiết|thi hành|thực hiện|áp dụng|triển khai|việc|một số|một số điều|"
    "nội dung|điều khoản|các điều khoản|được giao|nghiệp vụ"
)
_AGENTS = listed(
    "một số|một số điều|một phần|lần thứ nhất|lần thứ hai|lần thứ ba|lần cuối|theo quy định|quy định|bởi|tại|theo|"
    "bằng|trong"
)

_PART = re.compile(
    r"(?<!\w)(?:điểm|khoản|điều|mục|chương|phụ lục|biểu|mẫu|bảng|cụm từ|đoạn|một phần|một số|danh mục|quy trình|"
    r"nội dung|quy định|điều kiện|thủ tục)(?!\w)"
)
# what a wide reach of "sửa đổi" begins with, and of "bãi bỏ", "thay thế"
_PART_FIRST = re.compile(
    r" ?(?:[:“\"] ?)?(?:toàn bộ )?(?:nội dung|quy định|điều|khoản|điểm|phụ lục|mẫu|biểu|bảng|danh mục|cụm từ|một số|"
    r"tên|tiêu đề|đoạn|mục|chương|phần|lỗi|thời|hiệu lực|việc thực hiện|các (?:quy định|nội dung|điều|khoản|mẫu|biểu|"
    r"cụm|phụ))(?!\w)"
)
_PART_ENDED = re.compile(
    r" ?(?:[:“\"] ?)?(?:các |toàn bộ (?:các )?)?(?:điều kiện|thủ tục|quy trình|quy chế|quy định|chế độ|chính sách|mức|"
    r"định mức|bộ|hệ thống|nghĩa vụ|yêu cầu)(?!\w)"
)
_ISSUED_BY = r"(?:ban hành|phê duyệt|thành lập|công bố|giao)"
_ANNEXED = re.compile(rf"(?:kèm theo|{_ISSUED_BY} (?:theo|tại))(?: các)? ?$")
_PINNED = _PINS | listed("của|và|các|số")
# "bãi bỏ điều kiện … quy định tại Điều 9 [Nghị định]"
_WIDE_CHANGE = ending(
    _PINNED, labels=_LABELS, before=rf"(?<!\w)(?:tại|của|trong|thuộc|kèm theo|{_ISSUED_BY} theo)(?!\w)"
)
_WIDE_SERVICE = ending(
    _PINNED,
    labels=_LABELS,
    before=r"(?:nêu|đề ra|giao|xác định|quy định|được|chỉ đạo|nhiệm vụ|giải pháp|mục tiêu|kết luận|nội dung)"
    r"[^,;]{0,60}? (?:tại|trong|của)(?!\w)",
)
_NOT_WIDE = re.compile(
    r"(?<!\w)(?:theo quy định|(?<!kèm )(?<!hành )(?<!duyệt )(?<!lập )(?<!công bố )(?<!giao )theo|căn cứ|trừ|như|"
    r"khác với|trái với|phù hợp với)(?!\w)[^,;]{0,60}$"
)
# in a title: "hướng dẫn thủ tục hải quan … theo [Quyết định]"
_TITLE_SERVICE = ending(_PINNED, labels=_LABELS, before=r"(?<!\w)(?:tại|theo|của)(?: quy định (?:tại|của))?(?!\w)")
# "sửa đổi Chương trình hành động thực hiện [Nghị quyết]": the programme is changed, not the resolution
_OF_ANOTHER = re.compile(
    r"(?<!\w)(?:kế hoạch|chương trình|đề án|chiến lược|phương án)(?: [^ ,;.]+){0,10}? (?:thực hiện|triển khai|"
    r"thi hành)(?!\w)"
)
_AGENT_FIRST = re.compile(r" ?,? ?(?:bởi|tại|theo|bằng)(?!\w)")
_AGENT = re.compile(r" ?,? ?(?:một số (?:điều|nội dung) )?(?:của [^,;]{1,40} )?(?:bởi|tại|theo|bằng|trong)(?!\w)")
_WIDE_LIMIT = 420
_BASIS_LIMIT = 200
_LEAD = 120
_BOUNDARY = r"(?:^|[,;)”\"]|(?<!\w)(?:và|hoặc|cùng|cùng với|gắn với|cũng như|kèm theo)(?!\w))"


@cache
def type_words() -> frozenset[str]:
    """Words for types of documents, in lower case."""
    words = {word for kind in document_types() for word in (kind.name.lower(), *kind.words) if len(word) > 3}
    words -= {"hướng dẫn"}  # also a verb, and a cue
    return frozenset(words | {"văn bản", "văn bản quy phạm pháp luật", "quy chế", "điều lệ", "danh mục", "phụ lục"})


_KINDS = {"implements": "service", "reviews": "service", "guides": "guide", "based_on": "plain"}
_FILLERS = {"service": _MANNERS | _CONTENTS, "guide": _DETAILS, "change": _CHANGES, "plain": _CONTENTS}


@cache
def _filler(kind: str) -> re.Pattern[str]:
    """What may fill the way from a cue to its object."""
    words = _FILLERS[kind] | _PINS | _JOINS | _CLASSES | type_words()
    return bag(words, labels=f"{_LABELS}|{_COUNTS}")


@cache
def _passive_way() -> re.Pattern[str]:
    words = _AGENTS | _PINS | _JOINS | _CLASSES | type_words()
    return bag(words, labels=rf"{_LABELS}|{_COUNTS}|năm [0-9]{{4}}", signs=',:(“”"')


@cache
def _coordination(pins: bool) -> re.Pattern[str]:
    words = listed("các|những|số|tại|của|và|đồng thời") | type_words() | {c for c in _CLASSES if c.startswith("của ")}
    return ending(words | _PINS if pins else words, labels=_LABELS if pins else "", before=_BOUNDARY, signs=",:“")


def governs(predicate: str, rest: str, *, wide: bool, title: bool = False) -> str | None:
    """Does a cue of `predicate` reach the citation over `rest` (the words between)? ``whole`` or ``part`` of the
    document, None if it does not. `wide` lets other words stand between where they lead to the citation with "tại",
    and in the text's own `title` with "theo"."""
    changes = predicate in VALIDITY
    if _filler(_KINDS.get(predicate, "change")).fullmatch(rest):
        if changes and _OF_ANOTHER.search(rest):
            return None
        return "part" if changes and _PART.search(rest) else "whole"
    if not wide or len(rest) > _WIDE_LIMIT:
        return None
    if changes:
        annexed = _ANNEXED.search(rest) is not None
        begun = _PART_FIRST.match(rest) or (predicate in ("repeals", "replaces") and _PART_ENDED.match(rest))
        if (annexed or begun) and _WIDE_CHANGE.search(rest) and not _NOT_WIDE.search(rest):
            return "whole" if annexed and not _PART.search(rest) else "part"
        return None
    if predicate == "based_on":
        return "whole" if len(rest) < _BASIS_LIMIT and _WIDE_CHANGE.search(rest) else None
    if title and _TITLE_SERVICE.search(rest):
        return "whole"
    return "whole" if _WIDE_SERVICE.search(rest) and not _NOT_WIDE.search(rest) else None


def by_agent(rest: str, *, passive: bool) -> bool:
    """Does `rest` lead from a verb to the acting document ("bởi khoản 2 Điều 1 …")? Where the verb is not `passive` by
    itself ("sửa đổi, bổ sung bởi"), only right behind it."""
    if not passive and _AGENT_FIRST.match(rest) is None:
        return False
    return _AGENT.match(rest) is not None and _passive_way().fullmatch(rest) is not None


def coordinates(lead: str, *, pins: bool) -> bool:
    """Does `lead` (the words before a citation, from the citation before it) end as a list goes on: ", ", " và các "?
    `pins` lets provisions stand between (", khoản 3 Điều 5 Thông tư …")."""
    return _coordination(pins).search(lead[-_LEAD:]) is not None


def opens_item(lead: str) -> bool:
    """Does a list item begin with the citation (or its provisions), but for words such as "Toàn bộ"?"""
    return _filler("change").fullmatch(lead) is not None


@cache
def _this_document() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{trie(type_words() | {'luật', 'bộ luật'})}) này(?!\w)")


def this_document(words: str, *, first: bool = False) -> re.Match[str] | None:
    """ "Quyết định này", "văn bản này": the text itself; the last such words, or the `first`."""
    at = words.find(" này") if first else words.rfind(" này")
    while at > 0:
        found = _this_document().search(words, max(0, at - 30), at + 4)
        if found is not None:
            return found
        at = words.find(" này", at + 1) if first else words.rfind(" này", 0, at)
    return None
