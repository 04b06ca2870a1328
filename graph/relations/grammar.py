"""What the words of a clause say about who acts: titles, other actors, conditions, statements of the text about itself.

All patterns run on squeezed flat text (lower case, single blanks) of a bounded stretch.
"""

from __future__ import annotations

import re

from graph.relations.authority import VALIDITY
from graph.relations.phrases import bag, listed

_KINDS = "nghị định|thông tư|văn bản|quyết định|nghị quyết|kế hoạch|luật|chỉ thị|chính sách"
_CLASS_NOUN = re.compile(
    rf"(?<!\w)(?:(?:các|những|một số|hệ thống)(?: [^ ,;.]+){{0,8}}? (?:{_KINDS})|văn bản|nghị định|thông tư|luật)"
    r"(?: [^ ,;.]+){0,4} ?,? ?$"
)
_PROVISION = re.compile(r"(?<!\w)(?:điểm|khoản|điều|mục|chương|phụ lục|mẫu|biểu|bảng|danh mục)(?!\w)[^;.]{0,70}$")
_ANOTHER_USE = re.compile(
    r"(?<!\w)(?:quy định (?:tại|theo)|thực hiện theo|được thực hiện|theo thủ tục|theo quy định|áp dụng|như sau|"
    r"thì)(?!\w)"
)
_ALSO_AMENDED = re.compile(
    r"[^,;.]{0,90}?(?:,|\() ?(?:đã )?được (?:sửa|bổ|thay|điều)|[^,;.()]{0,90}?(?<!\w)(?:đã )?"
    r"được (?:sửa|bổ|thay|điều) \w"
)
_PROMULGATES = re.compile(
    r"(?<!\w)(?:ban hành|phê duyệt|thông qua|công bố|cập nhật|cập nhật, bổ sung)(?: (?:kèm theo|bản|dự án))? ?[“\"]? ?$"
)
_VERB_JOIN = re.compile(r"(?:(?<!\w)(?:và|đồng thời|hoặc)(?!\w)|[,;])(?: ?(?:đồng thời|các|việc))? ?$")
_ACTORS = (
    "sở|ubnd|ủy ban|bộ|chính phủ|thủ tướng|ban|hđnd|hội đồng|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|chủ tịch|giám đốc|"
    "đề nghị|yêu cầu|giao|thống nhất|đơn vị|cơ quan|các cơ quan|các đơn vị|các sở|các bộ|các địa phương|thủ trưởng|"
    "công an|quốc hội|tổng cục|cục|văn phòng"
)
_ACTOR = re.compile(rf"[,;] ?(?:nay |các )?(?:{_ACTORS})(?!\w)")
_FINITE = re.compile(
    r"(?<!\w)(?:đã|đang|thì|là cơ sở|nhằm [^,;]{0,40} và|có hiệu lực|hết hiệu lực|có trách nhiệm|(?:và|,) (?:xây dựng|"
    r"phối hợp|tham mưu|tổ chức|chỉ đạo|chủ động|tập trung|đẩy mạnh|tăng cường|tiếp tục|hướng dẫn|kiểm tra|"
    r"theo dõi))(?!\w)"
)
_IN_FORCE = re.compile(r"(?<!\w)có hiệu lực(?!\w)")
_TITLE_OPENER = re.compile(
    r"[ ,]*(?:về|v/v|ban hành|phê duyệt|quy định|hướng dẫn|công bố|thông qua|sửa đổi|bổ sung|cập nhật|điều chỉnh|"
    r"bãi bỏ|kéo dài|đính chính|thành lập|triển khai|thực hiện|giao|phân bổ|tiếp tục|tăng cường|đẩy mạnh|tổ chức|nhằm|"
    r"để|“|\"|kế hoạch|chương trình|đề án|\[)"
)
_STATED = re.compile(r"(?:^|[,.;] ?)[^,.;]{0,100}?(?:ban hành|xây dựng|đề ra|báo cáo|hướng dẫn|thông báo)(?!\w)")
_TELLS = re.compile(r"^ ?(?:trên đây|dưới đây|sau đây) là(?!\w)")
_ADVERBS = bag(
    listed(
        "nhằm|để|tiếp tục|tổ chức|thống nhất|phối hợp|tập trung|đẩy mạnh|kịp thời|chủ động|quán triệt|nghiên cứu|"
        "tuyên truyền|phổ biến|học tập|bảo đảm|đảm bảo|góp phần|nhằm mục đích|mục đích|mục tiêu|việc|và|nghiêm túc|"
        "nghiêm|tốt|có hiệu quả|hiệu quả|đầy đủ|đồng bộ|quyết liệt|thắng lợi|chất lượng|toàn diện|sâu rộng|đúng|"
        "tích cực|thành công|mạnh mẽ|cụ thể|bước đầu|triệt để|khẩn trương|có"
    ),
    signs=",–-",
)
_DONE = re.compile(
    rf"^[^.;]{{0,400}}?, ?(?:trong thời gian qua, ?)?(?:các )?(?:{_ACTORS})(?!\w)[^.;]{{0,160}}?(?<!\w)đã(?!\w)"
)
_CONDITION = re.compile(r"^ ?(?:trường hợp|nếu|khi|trong trường hợp|đối với)(?!\w)")
_ENACTING = r"(?:ban hành|xây dựng|đề ra|báo cáo|hướng dẫn|thông báo)"


def joins_verb(before: str) -> bool:
    """The cue goes on with the verb before it ("… thay thế A và bãi bỏ B")."""
    return _VERB_JOIN.search(before[-24:]) is not None


def of_a_class(before: str) -> bool:
    """The cue belongs to a class of documents ("các nghị định quy định chi tiết …"), no single one acts."""
    return _CLASS_NOUN.search(before[-90:]) is not None


def other_clause(between: str) -> bool:
    """Words that show another clause between a document and a cue: a new actor, a finite verb."""
    return _ACTOR.search(between) is not None or _FINITE.search(between) is not None


def new_actor(between: str) -> bool:
    """A comma and a body that acts: another clause."""
    return _ACTOR.search(between) is not None


def told_in_force(between: str) -> bool:
    """ "…, có hiệu lực kể từ ngày …, [được sửa đổi bởi]": it is said of the document that heads the clause."""
    return _IN_FORCE.search(between) is not None


def of_provisions(before: str) -> bool:
    """Do provisions or annexes stand right before a citation ("khoản 2 Điều 5 [Nghị định]")?"""
    return _PROVISION.search(before[-90:]) is not None


def used(between: str) -> bool:
    """The citation before is applied, not listed: "… được thực hiện theo …"."""
    return _ANOTHER_USE.search(between) is not None


def also_amended(after: str) -> bool:
    """Is the citation followed by a "được sửa đổi" of its own?"""
    return _ALSO_AMENDED.match(after) is not None


def promulgates(before: str) -> bool:
    """ "… ban hành (kèm theo) [Kế hoạch]", "… phê duyệt [Đề án]": what follows is the content of what stands before."""
    return _PROMULGATES.search(before[-60:]) is not None


def opens_title(between: str) -> bool:
    """Does the text behind a citation's attributes go on as its title?"""
    return _TITLE_OPENER.match(between) is not None


def only_adverbs(before: str) -> bool:
    """Nothing but adverbs and auxiliary verbs before the cue ("Tổ chức quán triệt, …")."""
    return _ADVERBS.fullmatch(before) is not None


def conditional(before: str) -> bool:
    """The clause begins as a condition or an exception."""
    return _CONDITION.match(before) is not None


def acts(predicate: str, between: str) -> bool:
    """Do the words between "Quyết định này" and a cue leave the one the subject of the other?"""
    if predicate in VALIDITY:
        return len(between) < 260
    return len(between) < 90 and "," not in between and not between.rstrip().endswith((" và", " hoặc"))


def issues(words: str) -> bool:
    """ "…, Tỉnh ủy đã ban hành [Kế hoạch]": the clause says that a document is issued."""
    ending = words.rstrip(" :")
    return "," in ending and ending.endswith(("ban hành", "xây dựng", "ban hành các", "xây dựng các"))


def tells(before: str) -> bool:
    """ "Trên đây là báo cáo …": the text speaks of itself."""
    return _TELLS.match(before) is not None


def done_by_others(after: str, own_type: str) -> bool:
    """ "Thực hiện A, các bộ, ngành đã …": the opening tells what others did, not why the text is issued."""
    found = _DONE.search(after)
    return found is not None and not (own_type and f"ban hành {own_type}" in after[: found.end() + 120])


def enacts(before: str, own_type: str) -> bool:
    """ "…, Ủy ban nhân dân tỉnh ban hành Kế hoạch …": the words that issue the text itself."""
    if not own_type or not _STATED.search(before):
        return False
    return re.search(rf"{_ENACTING} {re.escape(own_type)}(?!\w)", before) is not None
