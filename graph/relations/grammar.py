"""What may stand between a cue and its object, and between a subject and its cue.

All patterns run on flat text (lower case, line breaks and markup as blanks) of a bounded stretch; repetitions are
possessive, so nothing backtracks.
"""

from __future__ import annotations

import re
from functools import cache

from graph.domain import document_types
from graph.relations.authority import VALIDITY


@cache
def _type_words() -> str:
    words = {word for kind in document_types() for word in (kind.name.lower(), *kind.words) if len(word) > 3}
    words -= {"hướng dẫn"}  # also a verb, and a cue
    words |= {"văn bản", "văn bản quy phạm pháp luật", "quy chế", "điều lệ", "danh mục", "phụ lục"}
    return "|".join(re.escape(word).replace(r"\ ", " +") for word in sorted(words, key=lambda w: (-len(w), w)))


# Numbers and letters of provisions, and the words for their kinds.
_PIN_WORDS = (
    "điểm|khoản|điều|mục|tiểu +mục|chương|phần|phụ +lục|tiết|biểu|biểu +mẫu|mẫu|mẫu +số|bảng|danh +mục|cụm +từ|từ|đoạn|"
    "gạch +đầu +dòng|khổ|ý|một +số +điều|một +số +nội +dung|một +số +quy +định|một +phần|các +điều|số +thứ +tự"
)
_LABELS = r"[0-9]{1,4}[a-zđ]?(?:\.[0-9a-z]{1,3})*|[ivxlc]{1,6}|[a-zđ]|thứ +(?:nhất|hai|ba|tư|năm)"
_JOIN = "và|hoặc|đến|của|tại|trong|thuộc|,|:|“|”|\""
_CLASS = "các|những|một +số|toàn +bộ|toàn +văn|hai|ba|sau|sau +đây|dưới +đây|số|nêu +trên|[0-9]{1,3}"
_MANNER = (
    "nghiêm +túc|nghiêm|tốt|có +hiệu +quả|hiệu +quả|đầy +đủ|kịp +thời|đồng +bộ|thống +nhất|quyết +liệt|thắng +lợi|chất +lượng|"
    "toàn +diện|sâu +rộng|đúng|chủ +động|tích +cực|thành +công|mạnh +mẽ|cụ +thể|bước +đầu|triệt +để|khẩn +trương|có"
)
_CONTENT = (
    "nội +dung|nhiệm +vụ|giải +pháp|mục +tiêu|chỉ +tiêu|chủ +yếu|trọng +tâm|tinh +thần|theo +tinh +thần|quy +định|yêu +cầu|"
    "chủ +trương|quan +điểm|định +hướng|chỉ +đạo|ý +kiến|kết +luận|phương +án|nêu|đề +ra|được +giao|giao|được +nêu|đã +nêu|xác +định|được +quy +định|"
    "việc|thi +hành|thực +hiện|triển +khai|quán +triệt|tổ +chức"
)
_CHANGE = "sửa +đổi|bổ +sung|thay +thế|bãi +bỏ|hủy +bỏ|điều +chỉnh|đính +chính|lỗi|kỹ +thuật|hiệu +lực|thời +hạn|thời +gian|áp +dụng|thi +hành|thực +hiện|hiệu +lực +thi +hành|cập +nhật|đối +với|bản +điện +tử|kể +từ"
_DETAIL = (
    "biện +pháp|để|tổ +chức|hướng +dẫn|quy +định|chi +tiết|thi +hành|thực +hiện|áp +dụng|triển +khai|việc|một +số|một +số +điều|nội +dung|"
    "điều +khoản|các +điều +khoản|được +giao|nghiệp +vụ"
)
_OF_BODY = r"của +(?:quốc +hội|chính +phủ|thủ +tướng(?: +chính +phủ)?|bộ +chính +trị|ban +bí +thư|trung +ương|đảng)"


def _bag(*parts: str) -> re.Pattern[str]:
    """Any sequence of the given words."""
    return re.compile(rf"(?: *+(?:(?:{'|'.join(parts)})(?!\w)|[,:“\"”]))*+ *+")


@cache
def _filler(kind: str) -> re.Pattern[str]:
    """What may fill the way from a cue to its object: kinds ``service``, ``guide``, ``change``, ``plain``."""
    common = (_PIN_WORDS, _LABELS, _JOIN, _CLASS, _type_words(), _OF_BODY)
    if kind == "service":
        return _bag(_MANNER, _CONTENT, *common)
    if kind == "guide":
        return _bag(_DETAIL, *common)
    if kind == "change":
        return _bag(_CHANGE, *common)
    return _bag(_CONTENT, *common)


_KINDS = {"implements": "service", "reviews": "service", "guides": "guide", "based_on": "plain"}
_PART = re.compile(
    r"(?<!\w)(?:điểm|khoản|điều|mục|chương|phụ +lục|biểu|mẫu|bảng|cụm +từ|đoạn|một +phần|một +số|danh +mục|quy +trình|nội +dung|quy +định|điều +kiện|thủ +tục)(?!\w)"
)
# What a wide reach of "sửa đổi" must begin with, and of "bãi bỏ", "thay thế"
_PART_FIRST = re.compile(
    r" *(?:[:“\"] *)?(?:nội +dung|quy +định|điều|khoản|điểm|phụ +lục|mẫu|biểu|bảng|danh +mục|cụm +từ|một +số|các +(?:quy +định|nội +dung|điều|khoản|mẫu|biểu|cụm|phụ)|tên|"
    r"tiêu +đề|đoạn|mục|chương|phần|lỗi|thời|hiệu +lực|việc +thực +hiện)(?!\w)"
)
_PART_ENDED = re.compile(
    r" *(?:[:“\"] *)?(?:các +)?(?:điều +kiện|thủ +tục|quy +trình|quy +chế|quy +định|chế +độ|chính +sách|mức|định +mức|bộ|hệ +thống|nghĩa +vụ|yêu +cầu)(?!\w)"
)
_ANNEXED = re.compile(r"(?:kèm +theo|(?:ban +hành|phê +duyệt|thành +lập|công +bố|giao) +(?:theo|tại))(?: +các)? *$")
_PIN_END = rf"(?: *+(?:(?:{_PIN_WORDS}|{_LABELS}|của|,|và|các|số)(?!\w)|,))*+ *$"
# "bãi bỏ điều kiện … quy định tại Điều 9 [Nghị định]"
_WIDE_CHANGE = re.compile(rf"(?<!\w)(?:tại|của|trong|thuộc|kèm +theo|(?:ban +hành|phê +duyệt|thành +lập|công +bố|giao) +theo){_PIN_END}")
_WIDE_SERVICE = re.compile(
    rf"(?:nêu|đề +ra|giao|xác +định|quy +định|được|chỉ +đạo|nhiệm +vụ|giải +pháp|mục +tiêu|kết +luận|nội +dung)(?:[^,;]{{0,60}}?) +(?:tại|trong|của){_PIN_END}"
)
_NOT_WIDE = re.compile(r"(?<!\w)(?:theo +quy +định|(?<!kèm )(?<!hành )(?<!duyệt )(?<!lập )(?<!công bố )(?<!giao )theo|căn +cứ|trừ|như|khác +với|trái +với|phù +hợp +với)(?!\w)[^,;]{0,60}$")
# in a title: "hướng dẫn thủ tục hải quan … theo [Quyết định]"
_TITLE_SERVICE = re.compile(rf"(?<!\w)(?:tại|theo|của)(?: +quy +định +(?:tại|của))?{_PIN_END}")
_AGENT_FIRST = re.compile(r" *,? *(?:bởi|tại|theo|bằng)(?!\w)")
_AGENT = re.compile(r" *,? *(?:một +số +(?:điều|nội +dung) +)?(?:của +[^,;]{1,40} +)?(?:bởi|tại|theo|bằng|trong)(?!\w)")
_WIDE_LIMIT = 420
# Passive: between "được sửa đổi" and the amender
_PASSIVE_WAY = re.compile(
    rf"(?: *+(?:(?:một +số|một +số +điều|một +phần|lần +thứ +(?:nhất|hai|ba)|lần +cuối|năm +[0-9]{{4}}|theo +quy +định|quy +định|bởi|tại|theo|bằng|trong|"
    rf"{_PIN_WORDS}|{_LABELS}|{_JOIN}|{_CLASS}|TYPES)(?!\w)|[,:(]))*+ *+"
)


@cache
def _passive_way() -> re.Pattern[str]:
    return re.compile(_PASSIVE_WAY.pattern.replace("TYPES", _type_words()))


def governs(predicate: str, rest: str, *, wide: bool, title: bool = False) -> str | None:
    """Does a cue of `predicate` reach the citation over `rest` (the flat text between)? ``whole`` or ``part`` of the
    document, None if it does not. `wide` lets other words stand between where they lead to the citation with "tại", and
    in the text's own `title` with "theo"."""
    if _filler(_KINDS.get(predicate, "change")).fullmatch(rest):
        return "part" if predicate in VALIDITY and _PART.search(rest) else "whole"
    if len(rest) > _WIDE_LIMIT:
        return None
    if predicate in VALIDITY:
        if not wide:
            return None
        rest = " ".join(rest.split())
        annexed = _ANNEXED.search(rest) is not None
        begun = _PART_FIRST.match(rest) or (predicate in ("repeals", "replaces") and _PART_ENDED.match(rest))
        if (annexed or begun) and _WIDE_CHANGE.search(rest) and not _NOT_WIDE.search(rest):
            return "whole" if annexed and not _PART.search(rest) else "part"
        return None
    if predicate == "based_on":
        return "whole" if wide and len(rest) < 200 and _WIDE_CHANGE.search(rest) else None
    if title and wide and _TITLE_SERVICE.search(rest):
        return "whole"
    if wide and _WIDE_SERVICE.search(rest) and not _NOT_WIDE.search(rest):
        return "whole"
    return None


def by_agent(rest: str, *, passive: bool) -> bool:
    """Does `rest` lead from a verb to the acting document ("bởi khoản 2 Điều 1 …")? Where the verb is not `passive` by
    itself ("sửa đổi, bổ sung bởi"), only right behind it."""
    if not passive and _AGENT_FIRST.match(rest) is None:
        return False
    return _AGENT.match(rest) is not None and _passive_way().fullmatch(rest) is not None


@cache
def _this_document() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_type_words()}|luật|bộ +luật) +này(?!\w)")


def this_document(words: str, *, first: bool = False) -> re.Match[str] | None:
    """ "Quyết định này", "văn bản này": the text itself; the last such words, or the `first`."""
    at = words.find(" này") if first else words.rfind(" này")
    while at > 0:
        found = _this_document().search(words, max(0, at - 30), at + 4)
        if found is not None:
            return found
        at = words.find(" này", at + 1) if first else words.rfind(" này", 0, at)
    return None


_SEPARATOR = (
    r"(?:^|[,;)”\"]|(?<!\w)(?:và|hoặc|cùng|cùng +với|gắn +với|cũng +như|kèm +theo)(?!\w))"
)


@cache
def _coordination(pins: bool) -> re.Pattern[str]:
    extra = f"|{_PIN_WORDS}|{_LABELS}" if pins else ""
    return re.compile(
        rf"{_SEPARATOR}(?: *+(?:(?:các|những|số|tại|của|và|đồng +thời|{_type_words()}|{_OF_BODY}{extra})(?!\w)|[,:“]))*+ *$"
    )


def coordinates(lead: str, *, pins: bool) -> bool:
    """Does `lead` (the flat text before a citation, from the citation before it) end as a list goes on: ", ", " và các "?
    `pins` lets provisions stand between (", khoản 3 Điều 5 Thông tư …")."""
    return _coordination(pins).search(lead[-120:]) is not None


def opens_item(lead: str) -> bool:
    """Does a list item begin with the citation (or its provisions), but for words such as "Toàn bộ"?"""
    return _filler("change").fullmatch(lead) is not None


_CLASS_NOUN = re.compile(
    r"(?<!\w)(?:(?:các|những|một +số|hệ +thống)(?: +[^ ,;.]+){0,8}? +(?:nghị +định|thông +tư|văn +bản|quyết +định|nghị +quyết|kế +hoạch|luật|chỉ +thị|chính +sách)"
    r"|văn +bản|nghị +định|thông +tư|luật)(?: +[^ ,;.]+){0,4} *,? *$"
)
_PROVISION = re.compile(
    r"(?<!\w)(?:điểm|khoản|điều|mục|chương|phụ +lục|mẫu|biểu|bảng|danh +mục)(?!\w)[^;.]{0,70}$"
)
_ANOTHER_USE = re.compile(
    r"(?<!\w)(?:quy +định +(?:tại|theo)|thực +hiện +theo|được +thực +hiện|theo +thủ +tục|theo +quy +định|áp +dụng|như +sau|thì)(?!\w)"
)
_ALSO_AMENDED = re.compile(r"[^,;.]{0,90}?(?:,|\() *(?:đã +)?được +(?:sửa|bổ|thay|điều)|[^,;.()]{0,90}?(?<!\w)(?:đã +)?được +(?:sửa|bổ|thay|điều) +\w")
_PROMULGATES = re.compile(r"(?<!\w)(?:ban +hành|phê +duyệt|thông +qua|công +bố)(?: +(?:kèm +theo|bản|dự +án))? *[“\"]? *$")
_VERB_JOIN = re.compile(r"(?:(?<!\w)(?:và|đồng +thời|hoặc)(?!\w)|[,;])(?: *(?:đồng +thời|các|việc))? *$")
_ACTORS = (
    "sở|ubnd|ủy +ban|bộ|chính +phủ|thủ +tướng|ban|hđnd|hội +đồng|đảng +ủy|tỉnh +ủy|thành +ủy|huyện +ủy|chủ +tịch|giám +đốc|đề +nghị|yêu +cầu|giao|"
    "thống +nhất|đơn +vị|cơ +quan|các +cơ +quan|các +đơn +vị|các +sở|các +bộ|các +địa +phương|thủ +trưởng|công +an|quốc +hội|tổng +cục|cục|văn +phòng"
)
_ACTOR = re.compile(rf"[,;] *(?:nay +|các +)?(?:{_ACTORS})(?!\w)")
_FINITE = re.compile(
    rf"(?<!\w)(?:đã|đang|thì|là +cơ +sở|nhằm +[^,;]{{0,40}} +và|có +hiệu +lực|hết +hiệu +lực|có +trách +nhiệm|(?:và|,) +(?:xây +dựng|phối +hợp|tham +mưu|tổ +chức|chỉ +đạo|"
    rf"chủ +động|tập +trung|đẩy +mạnh|tăng +cường|tiếp +tục|hướng +dẫn|kiểm +tra|theo +dõi))(?!\w)"
)
_TITLE_OPENER = re.compile(
    r"[ ,]*(?:về|v/v|ban +hành|phê +duyệt|quy +định|hướng +dẫn|công +bố|thông +qua|sửa +đổi|bổ +sung|điều +chỉnh|bãi +bỏ|kéo +dài|đính +chính|thành +lập|"
    r"triển +khai|thực +hiện|giao|phân +bổ|tiếp +tục|tăng +cường|đẩy +mạnh|tổ +chức|nhằm|để|“|\"|kế +hoạch|chương +trình|đề +án|\[)"
)
_STATED = re.compile(r"(?:^|[,.;] *)[^,.;]{0,100}?(?:ban +hành|xây +dựng|đề +ra|báo +cáo|hướng +dẫn|thông +báo)(?!\w)")
_TELLS = re.compile(r"^ *(?:trên +đây|dưới +đây|sau +đây) +là(?!\w)")
_ADVERB = re.compile(
    rf"(?: *+(?:(?:nhằm|để|tiếp +tục|tổ +chức|thống +nhất|phối +hợp|tập +trung|đẩy +mạnh|kịp +thời|chủ +động|quán +triệt|nghiên +cứu|tuyên +truyền|phổ +biến|học +tập|"
    rf"bảo +đảm|đảm +bảo|góp +phần|nhằm +mục +đích|việc|và|{_MANNER})(?!\w)|[,]))*+ *+"
)
_DONE = re.compile(rf"^[^.;]{{0,400}}?, *(?:trong +thời +gian +qua, *)?(?:các +)?(?:{_ACTORS})(?!\w)[^.;]{{0,160}}?(?<!\w)đã(?!\w)")
_CONDITION = re.compile(r"^ *(?:trường +hợp|nếu|khi|trong +trường +hợp|đối +với)(?!\w)")


def joins_verb(before: str) -> bool:
    """The cue goes on with the verb before it ("… thay thế A và bãi bỏ B")."""
    return _VERB_JOIN.search(before[-24:]) is not None


def of_a_class(before: str) -> bool:
    """The cue belongs to a class of documents ("các nghị định quy định chi tiết …"), no single one acts."""
    return _CLASS_NOUN.search(before[-90:]) is not None


def other_clause(between: str) -> bool:
    """Words that show another clause between a document and a cue: a new actor, a finite verb."""
    return _ACTOR.search(between) is not None or _FINITE.search(between) is not None


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


def new_actor(between: str) -> bool:
    """A comma and a body that acts: another clause."""
    return _ACTOR.search(between) is not None


def opens_title(between: str) -> bool:
    """Does the text behind a citation's attributes go on as its title?"""
    return _TITLE_OPENER.match(between) is not None


def only_adverbs(before: str) -> bool:
    """Nothing but adverbs and auxiliary verbs before the cue ("Tổ chức quán triệt, …")."""
    return _ADVERB.fullmatch(before) is not None


def conditional(before: str) -> bool:
    """The clause begins as a condition or an exception."""
    return _CONDITION.match(before) is not None


def acts(predicate: str, between: str) -> bool:
    """Do the words between "Quyết định này" and a cue leave the one the subject of the other?"""
    if predicate in VALIDITY:
        return len(between) < 260
    return len(between) < 90 and "," not in between and not between.rstrip().endswith((" và", " hoặc"))


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
    words = r" +".join(map(re.escape, own_type.split()))
    return re.search(rf"(?:ban +hành|xây +dựng|đề +ra|báo +cáo|hướng +dẫn|thông +báo) +(?:{words})(?!\w)", before) is not None
