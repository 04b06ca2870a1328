"""Issuing bodies in running text: "của UBND tỉnh Quảng Ngãi", "Bộ trưởng Bộ Y tế",
"Ban Thường vụ Tỉnh ủy", "Đảng ủy Sở".

`read_issuer(text, start)` reads the name of a body that begins at `start`. Names come from the domain tables; offices
("Chủ tịch", "Bộ trưởng", "Giám đốc") and units of a committee ("Ban Thường vụ", "Hội nghị") are read in front of them,
places behind them. Bodies the tables lack (a steering committee with a long name) are read up to the word that opens
the document's title.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph import domain
from graph.citations.trie import Trie

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n)|\|)"
_GAP = re.compile(rf"{_BLANK}*+")
# Offices whose paper is the body's own paper: the minister's circular is the ministry's.
_OFFICES = re.compile(
    rf"(?:(?:Tổng{_BLANK}++)?Giám{_BLANK}++đốc|Bộ{_BLANK}++trưởng|Thống{_BLANK}++đốc|Chánh{_BLANK}++án|Viện{_BLANK}++trưởng"
    rf"|Thủ{_BLANK}++trưởng|Tổng{_BLANK}++[Cc]ục{_BLANK}++trưởng|Cục{_BLANK}++trưởng|Chủ{_BLANK}++nhiệm"
    rf"|Chánh{_BLANK}++[Vv]ăn{_BLANK}++phòng|Trưởng{_BLANK}++ban|Chánh{_BLANK}++[Tt]hanh{_BLANK}++tra|[Ll]iên{_BLANK}++tịch"
    rf"|[Ll]iên{_BLANK}++[Bb]ộ|các)(?:{_BLANK}++|:)(?=[A-ZĐÂÊÔƯ])"
)
# Offices and parts that stay in the name: the chairman's decision is told from the committee's.
_PARTS = re.compile(
    rf"(?P<part>Chủ{_BLANK}++tịch|Ban{_BLANK}++[Tt]hường{_BLANK}++vụ|BTV|Thường{_BLANK}++trực"
    rf"|Ban{_BLANK}++[Cc]hấp{_BLANK}++hành|BCH|Đoàn{_BLANK}++Chủ{_BLANK}++tịch)"
    rf"{_BLANK}++(?:của{_BLANK}++)?(?=[A-ZĐÂÊÔƯ])"
)
_CONFERENCE = re.compile(
    rf"(?:Hội{_BLANK}++nghị|HỘI{_BLANK}++NGHỊ)(?:{_BLANK}++lần{_BLANK}++thứ{_BLANK}++"
    rf"(?P<nth>[^\W_]+(?:{_BLANK}(?:mười|một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?))?{_BLANK}++(?=[A-ZĐ])"
)
# "của Hội nghị Trung ương 6 khóa XII", "của Trung ương": the Central Committee
_CENTRAL = re.compile(
    rf"(?:Hội{_BLANK}++nghị{_BLANK}++(?:lần{_BLANK}++thứ{_BLANK}++[^\W_]+{_BLANK}++)?)?(?:Trung{_BLANK}++ương|T\.Ư|TW)"
    rf"(?:{_BLANK}++Đảng)?"
    rf"(?:{_BLANK}++(?:lần{_BLANK}++thứ{_BLANK}++)?(?:[0-9]{{1,2}}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![^\W_]))?"
    rf"(?!{_BLANK}++(?:Mặt|Hội|Đoàn)\b)"
)
_GOES_ON = re.compile(rf"{_BLANK}++(?!(?:về|ban|đã|có|tại|ngày|và)\b)[^\W_]")
_LEVEL = re.compile(
    rf"{_BLANK}*+(?P<level>tỉnh|thành{_BLANK}++phố|TP\.?|T\.P\.?|Tp\.?|thị{_BLANK}++xã|huyện|quận|xã|phường"
    rf"|thị{_BLANK}++trấn|đặc{_BLANK}++khu)(?![^\W_])",
    re.IGNORECASE,
)
_LEVEL_NAMES = {"tp": "thành phố", "t.p": "thành phố", "tp.": "thành phố", "t.p.": "thành phố"}
_LEVEL_OF = {
    "tỉnh": "provincial", "thành phố": "provincial", "thị xã": "district", "huyện": "district", "quận": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_PROPER = re.compile(
    rf"{_BLANK}*+(?P<name>[A-ZĐÂÊÔƯĂÁÀẢÃẠÉÈÍÌÓÒÚÙÝỨỪ][^\W_]*(?:{_BLANK}[A-ZĐÂÊÔƯĂÁÀẢÃẠÉÈÍÌÓÒÚÙÝỨỪ][^\W_]*){{0,3}})"
)
_NAMED_PLACE_BEFORE = re.compile(r"(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn|đặc khu)\s*$")
_COUNCILS = re.compile(
    rf"(?P<kind>Ủy{_BLANK}++ban{_BLANK}++nhân{_BLANK}++dân|UBND|Hội{_BLANK}++đồng{_BLANK}++nhân{_BLANK}++dân|HĐND)(?![^\W_])",
    re.IGNORECASE,
)
_PARTY = re.compile(
    rf"(?P<kind>Tỉnh{_BLANK}*+ủy|Thành{_BLANK}*+ủy|Huyện{_BLANK}*+ủy|Quận{_BLANK}*+ủy|Thị{_BLANK}*+ủy"
    rf"|Đảng{_BLANK}++bộ{_BLANK}++(?:tỉnh|thành{_BLANK}++phố|Thành{_BLANK}++phố|huyện))(?![^\W_])",
    re.IGNORECASE,
)
_CELL = re.compile(
    rf"(?P<kind>Đảng{_BLANK}*+ủy|Chi{_BLANK}++bộ|Đảng{_BLANK}++bộ){_BLANK}++(?P<of>Sở(?![^\W_])|Bộ|Ban|xã|phường"
    rf"|đặc{_BLANK}++khu|Công{_BLANK}++an|Quân{_BLANK}++sự|Chính{_BLANK}++phủ|Quốc{_BLANK}++hội|các{_BLANK}++cơ{_BLANK}++quan"
    rf"|Ủy{_BLANK}++ban|UBND|Khối)?",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(r"Sở(?![^\W_])")
# Where the name of a body that the tables lack ends: the title of the document, another document, punctuation.
_OPEN_BODY = re.compile(
    rf"(?:Ban{_BLANK}++[Cc]hỉ{_BLANK}++đạo|BCĐ|Ban|Hội{_BLANK}++đồng|Tổng{_BLANK}++cục|Cục|Vụ|Viện|Văn{_BLANK}++phòng"
    rf"|Trung{_BLANK}++tâm|Công{_BLANK}++an|Bộ{_BLANK}++Chỉ{_BLANK}++huy|Bộ{_BLANK}++Tư{_BLANK}++lệnh|Liên{_BLANK}++đoàn"
    rf"|Tổng{_BLANK}++Liên{_BLANK}++đoàn|Hội|Đoàn|Ủy{_BLANK}++ban|Tổ{_BLANK}++(?:công{_BLANK}++tác|giúp{_BLANK}++việc)"
    rf"|Tổ{_BLANK}++[Cc]hỉ{_BLANK}++đạo|Kho{_BLANK}++bạc|Ngân{_BLANK}++hàng|Tòa{_BLANK}++án|Viện{_BLANK}++[Kk]iểm{_BLANK}++sát"
    rf"|Bảo{_BLANK}++hiểm|Thanh{_BLANK}++tra|Trường|Đại{_BLANK}++học|Học{_BLANK}++viện|Chi{_BLANK}++cục|Tập{_BLANK}++đoàn"
    rf"|Tổng{_BLANK}++[Cc]ông{_BLANK}++ty|Phòng"
    rf"|Bộ(?!{_BLANK}++(?:luật|Luật|LUẬT|quy|Quy|tiêu|Tiêu|chỉ|Chỉ{_BLANK}++số|thủ|Thủ|phận|máy|môn)(?![^\W_])))(?![^\W_])"
)
_OPEN_END = re.compile(
    r"[;:.()\[\]“”\"|]|\n\s*\n|,?[\s*]+(?:về|ban hành|quy định|phê duyệt|hướng dẫn|sửa đổi|bãi bỏ|thay thế|thực hiện"
    r"|triển khai|đề nghị|trình|thông báo|công bố|đính chính|tại|theo|đã|được|có|là|nhằm|để|do|năm|ngày|khóa|và Công"
    r"|và Nghị|và Quyết|và Báo|và Thông|và Luật|và Tờ|và Kế|và các)(?![^\W_])"
    r"|,[\s*]+(?:Quyết định|Nghị|Thông tư|Kế hoạch|Chỉ thị|Công văn|Chương trình|Luật|Kết luận|Tờ trình|Báo cáo|số)\b"
)


# heads that name nothing without what follows ("của Bộ" cut off by a page break)
_BARE_HEADS = frozenset(
    {
        "bộ",
        "ban",
        "hội",
        "đoàn",
        "cục",
        "vụ",
        "viện",
        "phòng",
        "trường",
        "tổ",
        "ủy ban",
        "hội đồng",
        "văn phòng",
        "trung tâm",
    }
)


class IssuerRef(NamedTuple):
    """An issuer as a text names it: `name` without its place, `place` (None for central bodies or when unsaid),
    `level` (central … unit, None unknown), `own` true when it means the author's own body ("Sở"), `end` behind it."""

    name: str
    place: str | None
    level: str | None
    end: int
    code: str | None = None
    own: bool = False


@cache
def _bodies() -> Trie[domain.IssuingBody]:
    trie: Trie[domain.IssuingBody] = Trie()
    for body in domain.issuing_bodies():
        for words in (body.name, *body.words):
            if words.casefold() not in _TOO_SHORT:
                trie.add(words, body)
    return trie


# words of the tables that mean too much to name a body by themselves
_TOO_SHORT = frozenset({"sở", "bộ", "ủy ban", "mặt trận", "trung ương", "ubnd", "hđnd", "cp", "công đoàn", "chi đoàn"})


@cache
def _provinces() -> Trie[str]:
    trie: Trie[str] = Trie()
    for place in domain.places():
        for words in (place.name, *place.words):
            trie.add(words, place.name)
    return trie


def read_place(text: str, start: int) -> tuple[str | None, str | None, int]:
    """Level word, place name and the offset behind them: "tỉnh Quảng Ngãi", "TP. Hồ Chí Minh", "huyện Mộ Đức"."""
    level = None
    end = start
    at_level = _LEVEL.match(text, start)
    if at_level:
        word = " ".join(at_level["level"].casefold().split())
        level = _LEVEL_NAMES.get(word, word)
        end = at_level.end()
    gap = _GAP.match(text, end)
    assert gap is not None
    hit = _provinces().match(text, gap.end())
    if hit and (level in (None, "tỉnh", "thành phố")) and text[gap.end() : gap.end() + 1].isupper():
        return level, hit[0], hit[1]
    if level is not None:
        proper = _PROPER.match(text, end)
        if proper and not _BODY_WORD.match(proper["name"]):
            return level, " ".join(proper["name"].replace("*", " ").split()), proper.end()
    return level, None, end


_BODY_WORD = re.compile(
    r"(?:Nghị|Quyết|Kế|Thông|Chỉ|Công|Luật|Về|Ban|Ủy|Hội|Sở|Bộ|Số|Kính|Độc|CỘNG|SỐ|Căn|Theo|Xét|Điều)\b"
)


def read_issuer(text: str, start: int) -> IssuerRef | None:
    """The issuing body that begins at `start` (after "của "), or None. Bounded look-ahead."""
    gap = _GAP.match(text, start)
    assert gap is not None
    position = gap.end()
    if position >= len(text):
        return None
    plenum = _CENTRAL.match(text, position)
    if plenum:
        return IssuerRef("Ban Chấp hành Trung ương", None, "central", plenum.end(), "TW")
    part = ""
    while True:
        office = _OFFICES.match(text, position)
        if office:
            position = office.end()
            continue
        conference = _CONFERENCE.match(text, position)
        if conference:
            position = conference.end()
            continue
        break
    with_part = _PARTS.match(text, position)
    body = None
    if with_part:
        body = _read_body(text, with_part.end())
        if body:
            words = " ".join(with_part["part"].split())
            part = {"BTV": "Ban Thường vụ", "BCH": "Ban Chấp hành"}.get(words, words)
            part = part.replace("Ban thường vụ", "Ban Thường vụ").replace("Ban chấp hành", "Ban Chấp hành")
    if body is None:
        body = _read_body(text, position)
    if body is None:
        return None
    if part and body.name.startswith(part):
        part = ""
    if part == "Ban Chấp hành" and body.name == "Ban Chấp hành Trung ương":
        part = ""
    if part:
        return IssuerRef(f"{part} {body.name}", body.place, body.level, body.end, body.code, body.own)
    return body


def _read_body(text: str, position: int) -> IssuerRef | None:
    council = _COUNCILS.match(text, position)
    if council:
        kind = "Ủy ban nhân dân" if council["kind"][0] in "ỦUủu" else "Hội đồng nhân dân"
        level, place, end = read_place(text, council.end())
        name = f"{kind} {level}" if level else kind
        if level is None and place is not None:
            known = domain.place_by_name(place)
            name = f"{kind} {known.kind}" if known else kind
        rank = _LEVEL_OF.get(level or "", "provincial" if place else None)
        return IssuerRef(name, place, rank, end, "UBND" if kind[0] == "Ủ" else "HĐND")
    party = _PARTY.match(text, position)
    if party:
        kind = " ".join(party["kind"].split()).capitalize().replace("đảng", "Đảng")
        kind = kind.replace("Đảng bộ thành phố", "Đảng bộ thành phố")
        _, place, end = read_place(text, party.end())
        level = "provincial" if kind in ("Tỉnh ủy", "Thành ủy", "Đảng bộ tỉnh", "Đảng bộ thành phố") else "district"
        if place is None and level == "district":
            proper = _PROPER.match(text, party.end())
            if proper and not _BODY_WORD.match(proper["name"]):
                place, end = " ".join(proper["name"].replace("*", " ").split()), proper.end()
        return IssuerRef(kind, place, level, end, "TU" if level == "provincial" else "HU")
    cell = _CELL.match(text, position)
    if cell and text[position].isupper():
        return _read_cell(text, cell)
    department = _DEPARTMENT.match(text, position)
    hit = _bodies().match(text, position)
    if hit and text[position : position + 1].isupper():
        body, end = hit
        place = None
        name = body.name
        if body.name.startswith("Ban Chỉ đạo") and _GOES_ON.match(text, end):
            longer = _open_body(text, position)  # "Ban Chỉ đạo Cải cách hành chính tỉnh …"
            if longer is not None and longer.end > end:
                return longer
        if body.needs_place or body.level not in ("central", None):
            _, place, end = read_place(text, end)
        return IssuerRef(name, place, body.level, end, body.code)
    if department:
        following = _PROPER.match(text, department.end())
        if following:
            return _open_body(text, position)
        return IssuerRef("Sở", None, "provincial", department.end(), own=True)
    if _OPEN_BODY.match(text, position):
        return _open_body(text, position)
    return None


def _read_cell(text: str, cell: re.Match[str]) -> IssuerRef | None:
    """Party committees of agencies: "Đảng ủy Sở" (of the author's own), "Đảng ủy Sở Công Thương",
    "Đảng ủy xã Bình Minh"."""
    kind = "Đảng ủy" if cell["kind"][0] in "Đđ" and "ủy" in cell["kind"] else " ".join(cell["kind"].split())
    of = cell["of"]
    if of is None:
        return IssuerRef(kind, None, "unit", cell.end("kind"), "ĐU", own=True)
    start = cell.start("of")
    if of.casefold() in ("xã", "phường") or of.casefold().startswith("đặc"):
        level, place, end = read_place(text, start)
        return IssuerRef(f"{kind} {level or of}", place, "commune", end, "ĐU")
    hit = _bodies().match(text, start)
    if hit:
        body, end = hit
        place = None
        if body.needs_place:
            _, place, end = read_place(text, end)
        return IssuerRef(f"{kind} {body.name}", place, "unit", end, "ĐU")
    if of == "Sở":
        return IssuerRef(f"{kind} Sở", None, "unit", cell.end("of"), "ĐU", own=True)
    rest = _open_body(text, start)
    return IssuerRef(f"{kind} {rest.name}", rest.place, "unit", rest.end, "ĐU") if rest else None


def _open_body(text: str, start: int) -> IssuerRef | None:
    stop = _OPEN_END.search(text, start, start + 240)
    end = stop.start() if stop else min(len(text), start + 240)
    words = " ".join(text[start:end].replace("*", " ").replace("_", " ").split()).rstrip(",-– ")
    if words.casefold() in _BARE_HEADS:
        return None
    if not words or (stop is None and end == start + 240):
        # no end in sight: keep the head only ("Ban Chỉ đạo")
        head = _OPEN_BODY.match(text, start)
        if head is None:
            return None
        return IssuerRef(" ".join(head.group().split()), None, None, head.end())
    place = None
    for level in (" tỉnh ", " thành phố ", " TP. "):
        if level in words:
            name, _, tail = words.rpartition(level)
            known = domain.place_by_name(tail)
            if known:
                words, place = (name + (" tỉnh" if level == " tỉnh " else " thành phố")), known.name
                break
    return IssuerRef(words, place, None, end)
