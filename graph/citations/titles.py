"""The title behind a cited document: "… của Chính phủ [quy định chi tiết một số điều của Luật Đầu tư]", "… “Về …”".

Where the title ends is the hard part: it holds commas, brackets, "và" and names of other documents. It ends with its
clause: at a semicolon, a full stop, a blank line, a new item, before the sentence goes on with a body that acts (", Sở
Y tế đề nghị …"), before what is said of the document ("có hiệu lực", "như sau").
"""

from __future__ import annotations

import re

from graph.alphabet import UPPER
from graph.citations.bodies import read_issuer
from graph.domain.type_powers import type_powers
from graph.structure.clauses import ITEM_MARK

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n)|\|)"
_VERB = (
    rf"quy{_BLANK}++định|ban{_BLANK}++hành|phê{_BLANK}++duyệt|hướng{_BLANK}++dẫn|sửa{_BLANK}++đổi|bãi{_BLANK}++bỏ"
    rf"|thay{_BLANK}++thế|đính{_BLANK}++chính|thực{_BLANK}++hiện|triển{_BLANK}++khai|công{_BLANK}++bố|thành{_BLANK}++lập"
    rf"|kéo{_BLANK}++dài|thông{_BLANK}++qua|sơ{_BLANK}++kết|tổng{_BLANK}++kết"
)
# "quy định tại …", "hướng dẫn của Bộ …" speak of the document, they are no title
_LEAD = re.compile(
    rf"(?:{_BLANK}|\[[0-9]{{1,3}}\]|\([^()\n]{{1,80}}\)|,)*"
    rf"(?P<lead>[“\"]|(?:[Vv]ề|[Vv]/[Vv]|{_VERB})(?![^\W_])(?!{_BLANK}++(?:của|tại|trên|như|nêu|này|đó|theo)(?![^\W_])))"
)
_CAPITAL_LEAD = re.compile(
    rf"[ *_,]*(?P<lead>(?:{_VERB})(?![^\W_])(?!{_BLANK}++(?:của|tại|trên|này)(?![^\W_])))",
    re.IGNORECASE,
)
# in a list of documents the title stands below the date ("Nghị định 63/2014/NĐ-CP ngày 26/6/2014⏎Quy định chi tiết …")
_BELOW_LEAD = re.compile(
    r"[ \t]*\n[ \t]*(?P<lead>Quy\s+định\s+chi\s+tiết|Hướng\s+dẫn\s+(?:thi\s+hành|thực\s+hiện)"
    r"|Sửa\s+đổi,\s+bổ\s+sung\s+(?:một\s+số|các)\s+(?:điều|[Nn]ghị|[Tt]hông|[Qq]uy))(?![^\W_])"
)
_TYPES = (
    r"(?:Quyết định|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Kế hoạch|Chỉ thị|Công văn|Chương trình(?: hành động)?"
    r"|Luật|Kết luận|Tờ trình|Hướng dẫn|Thông báo|Công điện)"
)


def _wrapped(pattern: str) -> re.Pattern[str]:
    """A pattern whose words a line may end between."""
    return re.compile(re.sub(r"(?<=[^\W\d_]) (?=[^\W\d_(])", r"\\s+", pattern))


# what a body does that a sentence goes on with, a name of somebody perhaps between them
_ACTS = _wrapped(
    r"[^,;.:\n]{0,40}?\s(?:đề nghị|đề xuất|báo cáo|ban hành|xây dựng|yêu cầu|thông báo|có ý kiến|kính|đã|tổ chức"
    r"|triển khai|hướng dẫn|giao|trình|quyết định|phối hợp|chỉ đạo|chủ trì|phải|xin|nhận được|trả lời|quy định|căn cứ"
    r"|thống nhất|khẩn trương|đạt)(?![^\W_])"
)
# … together with others: "Ủy ban Dân tộc và các bộ, ngành, địa phương đã …"
_ACT_TOGETHER = _wrapped(
    r"(?:\s+và|,)\s+(?:các|cấp|chính|cơ|đơn|địa)\s[^;.:\n]{0,90}?\s"
    r"(?:đã|đề nghị|báo cáo|yêu cầu|thông báo|có ý kiến|ban hành|xây dựng|đạt)(?![^\W_])"
)
# "…, các sở, ban, ngành đã …", "…, thời gian qua, …": the sentence goes on with who acts, or when
_THEY = (
    r"(?:(?:các|những)\s+(?:sở|ban|bộ|ngành|cấp|cơ quan|đơn vị|địa phương|huyện|xã|phường|trường)|cấp ủy|chính quyền"
    r"|toàn (?:tỉnh|huyện|đảng bộ|ngành|xã|thành phố)|tập thể|lãnh đạo|địa phương|đơn vị|nhà trường)(?![^\W_])"
)
_WHEN = (
    r"(?:(?:trong\s+)?(?:thời gian qua|những năm qua|các năm qua|nhiệm kỳ qua)|đến nay|hằng năm|hàng năm"
    r"|(?:trong|từ)\s+năm\s+\d{4}(?:\s+đến\s+(?:nay|năm\s+\d{4}))?)"
)
_END = _wrapped(
    # what an end begins with: two looks spare the alternatives at every letter and before most words
    r"(?=[;.,:()|\s])(?=[;.,:()|\n]|\s+(?:QU|NG|[*_]*và|đ[ưãể]|sẽ|vừa|cũ|có|hế|th[eựì]|áp|cụ|nh|khô|chấ|ngư|[(,\d]))(?:"
    # where the preamble ends and the text decides
    r"[,;.]?\s+(?:QUYẾT\s+(?:ĐỊNH|NGHỊ)|NGHỊ\s+(?:ĐỊNH|QUYẾT))\s*:|"
    rf";|\||\n[ *_|~=.–—-]*\n|\.(?=\s|\*|/|$)|\n\s*(?:\||{ITEM_MARK})\s"
    rf"|,[\s*_]+(?i:{_TYPES}\s+(?:số\s+)?\d)|\s+[*_]*và[\s*_]+(?:(?:căn\s+cứ|các)\s+){{0,2}}(?P<member>{_TYPES})\s+(?:số\s+)?\d"
    rf"|(?P<next>\n\s*){_TYPES}\s+(?:số\s+)?\d"
    r"|\n[ \t*_>]*(?:Căn\s+cứ|CĂN\s+CỨ|Theo\s+đề\s+nghị|Xét\s+(?:đề\s+nghị|Tờ\s+trình)|Kính\s+gửi)(?![^\W_])"
    r"|(?<!mới),?\s+\(?(?:được|đã được)\s+(?:sửa đổi|thay thế|bổ sung)"
    # "… về an toàn giao thông đã thay thế Nghị định số 2", "… sẽ được thay thế bởi …": it is said of the document
    r"|,?\s+(?:đã|sẽ|vừa|cũng)\s+(?:[^\W\d_]+\s+){0,2}?(?:(?:được|bị)\s+(?:thay thế|bãi bỏ|hủy bỏ|sửa đổi|bổ sung)"
    rf"|(?:thay thế|bãi bỏ|hủy bỏ|sửa đổi|bổ sung)\s+(?:[^\W\d_]+\s+){{0,3}}?{_TYPES}\s+(?:số\s+)?\d)"
    r"|\s*\((?:sau|dưới|hiệu lực|có hiệu lực|gọi|viết|đã|được|hết hiệu lực"
    r"|(?:thay thế|sửa đổi, bổ sung|bãi bỏ)(?=\s+[A-ZĐ]))\s"
    # the next cell of a table whose lines are all that is left of it: short lines, the first with a body
    r"|(?P<cell>\n[ ]*)(?=(?:Các bộ|Bộ|Sở|Ban|Ủy ban|Văn phòng|Thanh tra|Ngân hàng|UBND|Cục)(?![^\W_])"
    r"[^\n]{0,24}\n[^\n]{1,26}\n)"
    r"|,\s+(?:ngoài ra|gửi|tham mưu|định kỳ|chậm nhất|kèm theo đó|cụ thể|theo đó|trong đó|trường hợp)(?![^\W_])"
    rf"|,\s+{_WHEN}\s*,|,\s+(?={_THEY}[^;.:\n]{{0,60}}?\s(?:đã|đề nghị|có ý kiến)(?![^\W_])"
    r"|(?:cấp ủy|đơn vị|nhà trường)[^,;.:\n]{0,20}?\s(?:ban hành|xây dựng|báo cáo)(?![^\W_]))"
    r"|\s+thì(?![^\W_])"
    # "… về phát triển giáo dục để xây dựng kế hoạch": the sentence says what for
    r"|,?\s+để\s+(?:hoàn thiện|kịp thời|làm (?:cơ sở|căn cứ)|cụ thể hóa|tham mưu"
    r"|(?:xây dựng|ban hành|lập)\s+(?:các\s+)?"
    r"(?:kế hoạch|chương trình|đề án|văn bản|báo cáo|quy chế|nghị quyết|dự thảo))"
    r"(?![^\W_])"
    r"|(?P<others>\s+và\s+(?:các|những)\s+(?:văn bản|quy định)\s+"
    r"(?:sửa đổi|hướng dẫn|khác|quy định|bổ sung|thay thế|có liên quan|liên quan|pháp luật)(?![^\W_]))"
    r"|(?P<force>[,\s]+(?:có|hết|chấm dứt|không còn|ngưng)\s+hiệu lực)"
    r"|[,\s]+(?:để thực hiện|theo Kế hoạch|không áp dụng)"
    # "… ban hành Điều lệ trường học và bãi bỏ Điều 3 Thông tư số 28/…": the sentence goes on
    r"|(?P<act>(?:,|\s+và)\s+(?:(?:đồng\s+thời|và)\s+)?)(?=(?:bãi\s+bỏ|hủy\s+bỏ|thay\s+thế)\s+(?:toàn\s+bộ\s+)?(?:các\s+)?"
    rf"(?:[đĐ]iều\s+\d|[kK]hoản\s+\d|[đĐ]iểm\s+\w\s|Chương\s+[IVX\d]|Phụ\s+lục|{_TYPES}\s+(?:số\s+)?\d))"
    rf"|(?P<actor>,(?![ *_]*\n[ *_]*\n)\s+(?:Phó\s+)?)(?=[{UPPER}])"
    r"|,?\s+(?:(?:được|áp dụng|thực hiện|cụ thể)\s+[^,;.:]{0,40}?)?như sau\s*:|:\s|:$"
    r"|(?P<date>\s+)\d{1,2}/\d{1,2}/\d{4}(?=\s|$)"
    # behind a quotation "và" goes on with the sentence, unless another quotation follows
    r"|(?<=[”\"])\s+[*_]*và[\s*_]+(?![^“”\"\n;.]{0,60}[“\"])"
    r")"
)
# a title that tells what the document changes may tell of more than one change
_CHANGES = re.compile(
    rf"(?:(?:[vV]ề(?:{_BLANK}++việc)?|[vV]/[vV]){_BLANK}++)?(?i:sửa{_BLANK}++đổi|bổ{_BLANK}++sung|bãi{_BLANK}++bỏ|thay{_BLANK}++thế)"
)
# "Nghị định số 1 thay thế Nghị định số 2": what it does, said of it
_REPLACES = _wrapped(rf"thay thế (?:cho )?(?:toàn bộ )?(?:các )?{_TYPES} (?:số )?\d")
_CARRIED_OUT = _wrapped(
    r"(?<!\w)(?:triển khai|thực hiện|phổ biến|tuyên truyền|rà soát|tập huấn|quán triệt|giới thiệu|góp ý)(?!\w)"
)
_SINCE = re.compile(r"(?<!\w)(?:trước\s+khi|trước\s+ngày|từ\s+ngày|sau\s+khi)\s[^,;.]{0,80}\Z")
# a title that details a document may detail more than one
_DETAILS = re.compile(
    rf"(?:[vV]ề{_BLANK}++việc{_BLANK}++)?(?i:hướng{_BLANK}++dẫn|quy{_BLANK}++định{_BLANK}++chi{_BLANK}++tiết)"
)
# "quy định về phân cấp …; quy định chi tiết …": behind the semicolon the title goes on with its verb
_RULES = re.compile(rf"quy{_BLANK}++định(?![^\W_])")
_RULES_ON = re.compile(rf";{_BLANK}++quy{_BLANK}++định{_BLANK}++chi{_BLANK}++tiết(?![^\W_])")
# "về “Tiếp tục đổi mới …”, công tác … đã được …": the title is what is quoted
_QUOTED = re.compile(rf"(?:[vV]ề(?:{_BLANK}++việc)?|V/v){_BLANK}++(?P<quote>[“\"])")
_GOES_ON_WITHOUT = re.compile(rf",{_BLANK}++(?![“\"])")
_NOTE_MARK = re.compile(r"\[[0-9]{1,3}\]")
_QUOTES = {"“": "”", '"': '"'}
# a title goes on over these words: "… quy định tại⏎Nghị định số 1", "từ ngày 01/7/2025"
_GOES_ON = (
    "ngày",
    "của",
    "theo",
    "tại",
    "hiện",
    "hành",
    "dẫn",
    "định",
    "bởi",
    "bằng",
    "và",
    "bỏ",
    "đổi",
    "sung",
    "thế",
    "điều",
    "thuộc",
    "trưởng",
)
TITLE_LIMIT = 500


def read_title(text: str, end: int, *, stated: bool, own: str | None = None) -> tuple[str, int, int] | None:
    """The title behind the attributes: its words on one line and its span, or None. `stated` says that a date or an
    issuer stood before it; without one only "về …" and quotation marks open a title. `own` is the type of the document
    whose title it is: a circular "hướng dẫn Luật A và Nghị định B" details both."""
    lead = _LEAD.match(text, end)
    if lead is None and stated:
        lead = _CAPITAL_LEAD.match(text, end) or _BELOW_LEAD.match(text, end)
    if lead is None:
        return None
    opener = lead["lead"]
    start = lead.start("lead")
    if opener == '"' and start and text[start - 1].isalnum():
        return None  # it closes what stands before it ("theo "Sắc lệnh số 1 của Chủ tịch nước".")
    if opener in _QUOTES:
        close = text.find(_QUOTES[opener], start + 1, start + TITLE_LIMIT)
        if close < 0:
            return None
        return _clean(text[start + 1 : close], start, close + 1)
    if not stated and not opener.casefold().startswith(("về", "v/")):
        return None
    quoted = _QUOTED.match(text, start)
    if quoted is not None:
        close = text.find(_QUOTES[quoted["quote"]], quoted.end(), start + TITLE_LIMIT)
        if close >= 0 and _GOES_ON_WITHOUT.match(text, close + 1):
            return _clean(text[start : close + 1], start, close + 1)
    if _REPLACES.match(text, start):
        return None
    stop = min(len(text), start + TITLE_LIMIT)
    for found in _END.finditer(text, start, stop):
        if found["act"] is not None and _CHANGES.match(text, start):
            continue
        if found["force"] is not None and _SINCE.search(text, start, found.start()):
            continue  # "… xảy ra trước khi Luật Đất đai năm 2024 có hiệu lực" is a title
        if found["others"] is not None and _CARRIED_OUT.search(text, start, found.start()):
            continue  # "triển khai thi hành Luật A và các văn bản hướng dẫn thi hành" is a title
        if found["member"] is not None and _DETAILS.match(text, start) and _outranks(found["member"], own):
            continue
        if _RULES_ON.match(text, found.start()) and _RULES.match(text, start):
            continue
        by_context = not (found["next"] is None and found["date"] is None and found["cell"] is None)
        if found["actor"] is not None:
            body = read_issuer(text, found.end())
            if body is None or not (_ACTS.match(text, body.end) or _ACT_TOGETHER.match(text, body.end)):
                continue
        if by_context and text[start : found.start()].rstrip().casefold().endswith(_GOES_ON):
            continue
        stop = found.start()
        break
    else:
        stop = _whole_words(text, start, stop)
    closing = _unopened(text, start, stop)
    return _clean(text[start:closing], start, closing)


def _outranks(kind: str, own: str | None) -> bool:
    """Whether a document of the type `kind` stands above one of the type `own`, so that the lower may detail it."""
    powers = type_powers()
    high, low = (powers[k.lower()].rank if k and k.lower() in powers else None for k in (kind, own))
    return high is not None and low is not None and high < low


def _whole_words(text: str, start: int, stop: int) -> int:
    """Where to cut a title that does not end in reach: at its last comma, else behind its last whole word."""
    if stop >= len(text):
        return stop
    comma = text.rfind(",", start + TITLE_LIMIT // 2, stop)
    blank = max(text.rfind(" ", start, stop), text.rfind("\n", start, stop))
    return comma if comma >= 0 else blank if blank > start else stop


def _unopened(text: str, start: int, stop: int) -> int:
    """The offset of the first bracket that closes one opened before the title ("(theo Quyết định số 1 về …)"), else
    `stop`."""
    if text.find(")", start, stop) < 0:
        return stop
    depth = 0
    for at in range(start, stop):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth < 0:
                return at
    return stop


def _clean(words: str, start: int, stop: int) -> tuple[str, int, int] | None:
    words = _NOTE_MARK.sub("", words)
    cleaned = " ".join(words.replace("*", "").replace("|", " ").replace("_", " ").split()).strip(" ,.-–/")
    if cleaned.count("(") > cleaned.count(")"):
        cleaned = cleaned[: cleaned.rindex("(")].strip(" ,.-–/")
    return (cleaned, start, stop) if len(cleaned) > 3 else None
