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
from graph.alphabet import UPPER
from graph.citations.names import in_small_letters, read_name
from graph.citations.placenames import proper_name, read_place
from graph.citations.trie import Trie

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n)|\|)"
_GAP = re.compile(rf"{_BLANK}*+")
# Offices whose paper is the body's own paper: the minister's circular is the ministry's.
_OFFICES = re.compile(
    rf"(?:(?:Tổng{_BLANK}++)?Giám{_BLANK}++đốc|Bộ{_BLANK}++trưởng|Thống{_BLANK}++đốc|Chánh{_BLANK}++án|Viện{_BLANK}++trưởng"
    rf"|Thủ{_BLANK}++trưởng|Tổng{_BLANK}++[Cc]ục{_BLANK}++trưởng|(?:Chi{_BLANK}++)?[Cc]ục{_BLANK}++trưởng|Chủ{_BLANK}++nhiệm"
    rf"|Hiệu{_BLANK}++trưởng|Vụ{_BLANK}++trưởng|Trưởng{_BLANK}++phòng"
    rf"|Chánh{_BLANK}++[Vv]ăn{_BLANK}++phòng|Trưởng{_BLANK}++ban|Chánh{_BLANK}++[Tt]hanh{_BLANK}++tra|[Ll]iên{_BLANK}++tịch"
    rf"|[Ll]iên{_BLANK}++[Bb]ộ|Trưởng|Ban{_BLANK}++[Tt]hường{_BLANK}++trực|các)(?:{_BLANK}++|:)(?=[{UPPER}]|(?:trường|bệnh|trung|chi|ban|phòng|viện)(?![^\W_]))"
)
# Offices and parts that stay in the name: the chairman's decision is told from the committee's.
_PARTS = re.compile(
    rf"(?P<part>Chủ{_BLANK}++tịch|Ban{_BLANK}++[Tt]hường{_BLANK}++vụ|BTV|Thường{_BLANK}++trực"
    rf"|Ban{_BLANK}++[Cc]hấp{_BLANK}++hành|BCH|Đoàn{_BLANK}++Chủ{_BLANK}++tịch)"
    rf"{_BLANK}++(?:của{_BLANK}++)?(?=[{UPPER}])"
)
_CONFERENCE = re.compile(
    rf"(?:Hội{_BLANK}++nghị|HỘI{_BLANK}++NGHỊ)(?:{_BLANK}++(?:lần|LẦN){_BLANK}++(?:thứ|THỨ){_BLANK}++"
    rf"(?P<nth>[^\W_]+(?:{_BLANK}(?:mười|một|hai|ba|bốn|lăm|sáu|bảy|tám|chín))?))?{_BLANK}++(?:của{_BLANK}++)?(?=[A-ZĐ])"
)
# "của Hội nghị Trung ương 6 khóa XII", "của Trung ương": the Central Committee
_CENTRAL = re.compile(
    rf"(?:Hội{_BLANK}++nghị{_BLANK}++(?:lần{_BLANK}++thứ{_BLANK}++[^\W_]+{_BLANK}++)?)?(?:Trung{_BLANK}++ương|T\.Ư|TW)"
    rf"(?:{_BLANK}++Đảng)?"
    rf"(?:{_BLANK}++(?:lần{_BLANK}++thứ{_BLANK}++)?(?:[0-9]{{1,2}}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![^\W_]))?"
    rf"(?!{_BLANK}++(?:Mặt|Hội|Đoàn)\b)"
)
_GOES_ON = re.compile(rf"{_BLANK}++(?!(?:về|ban|đã|có|tại|ngày|và)\b)[^\W_]")
LEVELS = {
    "tỉnh": "provincial", "thành phố": "provincial", "thị xã": "district", "huyện": "district", "quận": "district",
    "xã": "commune", "phường": "commune", "thị trấn": "commune", "đặc khu": "commune",
}  # fmt: skip
_COUNCILS = re.compile(
    rf"(?P<kind>(?:Ủy{_BLANK}++ban|Hội{_BLANK}++đồng){_BLANK}++nhân(?:{_BLANK}++dân"
    rf"|(?={_BLANK}++(?:tỉnh|thành|huyện|quận|thị|xã|phường)(?![^\W_])))|UBND|HĐND)(?![^\W_])",  # a word lost
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
_BLOC = "Khối"  # "Đảng ủy Khối": that of the author's province, or his own
_DEPARTMENT = re.compile(r"Sở(?![^\W_]| hữu)")


class IssuerRef(NamedTuple):
    """An issuer as a text names it: `name` without its place, `place` (None for central bodies or when unsaid),
    `level` (central … unit, None unknown), `own` true when it means the author's own body ("Sở"), `end` behind it."""

    name: str
    place: str | None
    level: str | None
    end: int
    code: str | None = None
    own: bool = False
    inferred: bool = False  # a name that no table holds, read by the grammar of names


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
    if position > gap.end() and text[position : position + 1].islower():
        return _after_office(text, position)
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
        return body._replace(name=f"{part} {body.name}")
    return body


def read_ministry(text: str, position: int) -> IssuerRef | None:
    """A ministry named by its field alone, as the members of a joint document are: "Liên Bộ Y tế - Tài chính"."""
    found = _read_body(f"{_MINISTRY}{text[position : position + _REACH]}", 0)
    if found is None or found.inferred or not found.name.startswith(_MINISTRY):
        return None
    return found._replace(end=position + found.end - len(_MINISTRY))


_MINISTRY = "Bộ "
_REACH = 400


def _after_office(text: str, position: int) -> IssuerRef | None:
    """Behind the title of its head a body may be written small: "Hiệu trưởng trường Đại học Trà Vinh"."""
    window = text[position].upper() + text[position + 1 : position + _REACH]
    found = _read_body(window, 0)
    return found._replace(end=position + found.end) if found else None


_ISSUES = re.compile(
    rf"{_BLANK}*+(?:(?:đã|vừa|mới|cùng|phối{_BLANK}++hợp){_BLANK}++)?(?:ban{_BLANK}++hành|ký|phê{_BLANK}++duyệt|công{_BLANK}++bố"
    rf"|thông{_BLANK}++qua|quyết{_BLANK}++định|phát{_BLANK}++hành|cấp)(?![^\W_])",
    re.IGNORECASE,
)


def issues(text: str, end: int) -> bool:
    """Whether the body that ends at `end` is said to issue: "do X ban hành", "do X ký". "do X chủ trì soạn thảo", "do X
    làm chủ đầu tư" speak of something else."""
    return _ISSUES.match(text, end) is not None


def _read_body(text: str, position: int) -> IssuerRef | None:
    council = _COUNCILS.match(text, position)
    if council:
        kind = "Ủy ban nhân dân" if council["kind"][0] in "ỦUủu" else "Hội đồng nhân dân"
        level, place, end = read_place(text, council.end())
        name = f"{kind} {level}" if level else kind
        if level is None and place is not None:
            known = domain.place_by_name(place)
            name = f"{kind} {known.kind}" if known else kind
        rank = LEVELS.get(level or "", "provincial" if place else None)
        return IssuerRef(name, place, rank, end, "UBND" if kind[0] == "Ủ" else "HĐND")
    party = _PARTY.match(text, position)
    if party:
        kind = " ".join(party["kind"].split()).capitalize().replace("đảng", "Đảng")
        kind = kind.replace("Đảng bộ thành phố", "Đảng bộ thành phố")
        _, place, end = read_place(text, party.end())
        level = "provincial" if kind in ("Tỉnh ủy", "Thành ủy", "Đảng bộ tỉnh", "Đảng bộ thành phố") else "district"
        if place is None and level == "district":
            proper = proper_name(text, party.end())
            if proper:
                place, end = proper
        return IssuerRef(kind, place, level, end, "TU" if level == "provincial" else "HU")
    cell = _CELL.match(text, position)
    if cell and text[position].isupper():
        return _committee_of_table(text, position, cell) or _read_cell(text, cell)
    if not text[position : position + 1].isupper():
        return None
    hit = _bodies().match(text, position)
    short = _by_initials(text, position)
    if short and (hit is None or short[1] > hit[1]):
        hit = short
    if hit:
        body, end = hit
        place = None
        name, level = body.name, body.level
        if body.name in _GO_ON and _GOES_ON.match(text, end):
            longer = _unknown(text, position)  # "Ban Chỉ đạo Cải cách hành chính tỉnh …"
            if longer is not None and longer.end > end:
                return longer
        if body.needs_place or body.level not in ("central", None):
            if name.startswith("Ban ") and (council := _OF_COUNCIL.match(text, end)):
                end = council.end()  # "Ban Pháp chế của HĐND tỉnh": its council is named behind it
            named = _LEVEL_BEHIND.search(text[position:end])
            word, place, after = read_place(text, position + named.start() if named else end)
            end = max(end, after)  # "Ủy ban MTTQ Việt Nam xã Tân Lập": the level is part of the table's name
            if name.endswith(_COUNCIL) and word in LEVELS:
                name, level = f"{name} {word}", LEVELS[word]
        elif body.rank >= 10:
            branch = _branch(text, body, end)
            if branch:
                return branch
        return IssuerRef(name, place, level, end, body.code)
    levelled = _LEVELLED_SHORT.match(text, position)
    if levelled:
        level, place, end = read_place(text, levelled.end())
        name = domain.abbreviations()[levelled["short"]][0]
        return IssuerRef(f"{name} {level}", place, LEVELS.get(level or ""), end, inferred=True) if level else None
    department = _DEPARTMENT.match(text, position)
    unknown = _unknown(text, position)
    if unknown is None and department and not _initials_follow(text, department.end()):
        return IssuerRef("Sở", None, "provincial", department.end(), own=True)
    return unknown


# what the table has for the province only: "TAND huyện Mộ Đức"
_LEVELLED_SHORT = re.compile(r"(?P<short>TAND|VKSND|LĐLĐ)(?![^\W_])")
_LEVEL_BEHIND = re.compile(
    rf"(?<![^\W_])(?:xã|phường|thị{_BLANK}++trấn|đặc{_BLANK}++khu|huyện|quận|thị{_BLANK}++xã)\Z", re.IGNORECASE
)
_COUNCIL = "Hội đồng nhân dân"
_OF_COUNCIL = re.compile(
    rf"{_BLANK}++(?:của{_BLANK}++)?(?:HĐND|Hội{_BLANK}++đồng{_BLANK}++nhân{_BLANK}++dân)(?![^\W_])", re.IGNORECASE
)
# bodies of the table whose names go on
_GO_ON = frozenset(
    {"Ban Chỉ đạo", "Ban Chỉ đạo Trung ương", "Ban Chỉ đạo của Chính phủ", "Ban Điều hành", "Ban Quản lý khu kinh tế"}
    | {"Đảng ủy", "Chi bộ", "Công đoàn cơ sở", "Ban Chỉ đạo 389 quốc gia"}
)
_REGION = re.compile(rf"{_BLANK}++khu{_BLANK}++vực{_BLANK}++(?P<which>[IVX]+|[0-9]+)(?![^\W_])", re.IGNORECASE)


_BRANCH_OFFICE = re.compile(rf"{_BLANK}*+[-–]?{_BLANK}*+chi{_BLANK}++nhánh(?=[\s*_|])", re.IGNORECASE)


def _branch(text: str, body: domain.IssuingBody, end: int) -> IssuerRef | None:
    """The branch of a central body in a province or region: "Cục Hải quan tỉnh Quảng Ninh", "Kho bạc Nhà nước khu vực
    II"."""
    region = _REGION.match(text, end)
    if region:
        return IssuerRef(f"{body.name} khu vực {region['which'].upper()}", None, None, region.end(), inferred=True)
    office = _BRANCH_OFFICE.match(text, end)
    if office:
        level, place, after = read_place(text, office.end())
        return IssuerRef(f"{body.name} chi nhánh {level or ''}".strip(), place, None, after, inferred=True)
    level, place, after = read_place(text, end)
    if level in ("tỉnh", "thành phố") and place and body.name.startswith(("Cục ", "Kho bạc ", "Bảo hiểm ")):
        return IssuerRef(f"{body.name} {level}", place, "provincial", after, body.code, inferred=True)
    return None


_ABBREVIATED = re.compile(
    rf"(?P<head>{'|'.join(h.replace(' ', rf'{_BLANK}++') for h in domain.ABBREVIATED_HEADS)}){_BLANK}++(?=[A-ZĐ])",
    re.IGNORECASE,
)
_INITIAL = re.compile(rf"(?:{_BLANK}*+[&,\-–.]{_BLANK}*+|{_BLANK}++|(?<=[A-ZĐ]))(?P<word>[^\W\d_]+)")
_FIRST = re.compile(r"[^\W\d_]+")


def _by_initials(text: str, position: int) -> tuple[domain.IssuingBody, int] | None:
    """A body whose name is abbreviated behind its first word: "Bộ GD&ĐT", "Bộ VH, TT và DL", "Sở Nông nghiệp & PTNT".
    The longest run of words whose initials are those of a known body."""
    head = _ABBREVIATED.match(text, position)
    word = _FIRST.match(text, head.end()) if head else None
    if head is None or word is None:
        return None
    found, count = None, 0
    shortened = False
    end = head.end()
    while word is not None and count < 9:
        written = word.group()
        shortened |= (len(written) > 1 and written.isupper()) or "&" in text[end : word.start() + 1]
        end, count = word.end(), count + 1
        body = domain.body_by_initials(" ".join(head["head"].split()), text[head.end() : end]) if shortened else None
        if body is not None:
            found = body, end
        following = _INITIAL.match(text, end)
        if following is None:
            break
        word = _FIRST.match(text, following.start("word"))
        end = following.start()
    return found


def _initials_follow(text: str, at: int) -> bool:
    """Whether initials follow that no body bears: "Sở ABC" is some body, not the author's own department."""
    word = _FIRST.match(text, _GAP.match(text, at).end())  # type: ignore[union-attr]
    return word is not None and len(word.group()) > 1 and word.group().isupper()


def _committee_of_table(text: str, position: int, cell: re.Match[str]) -> IssuerRef | None:
    """A Party committee that the table holds by its whole name: "Đảng ủy Khối các cơ quan Trung ương"."""
    hit = _bodies().match(text, position)
    if hit is None or cell["of"] is None or hit[1] <= cell.end("of") or hit[0].level not in ("central", "provincial"):
        return None
    body, end = hit
    level, place, after = read_place(text, end) if body.needs_place else (None, None, end)
    if level is not None and body.level == "central":
        return None
    return IssuerRef(body.name, place, body.level, max(end, after), body.code)


def _read_cell(text: str, cell: re.Match[str]) -> IssuerRef | None:
    """Party committees of agencies: "Đảng ủy Sở" (of the author's own), "Đảng ủy Sở Công Thương",
    "Đảng ủy xã Bình Minh"."""
    kind = " ".join(cell["kind"].split()).capitalize()
    kind = "Đảng ủy" if kind in ("Đảngủy", "Đảng ủy") else kind
    of = cell["of"]
    if of is None:
        rest = _unknown(text, cell.end())  # "Đảng ủy Công ty …"
        if rest is not None:
            return rest._replace(name=f"{kind} {rest.name}", level="unit", code="ĐU")
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
    rest = _unknown(text, start)
    if rest is None and of.casefold() == _BLOC.casefold():
        return IssuerRef(f"{kind} {_BLOC}", None, "unit", cell.end("of"), own=True)
    return IssuerRef(f"{kind} {rest.name}", rest.place, "unit", rest.end, "ĐU", inferred=True) if rest else None


def _unknown(text: str, start: int) -> IssuerRef | None:
    """A body that no table holds, by the grammar of names; its place apart where the name ends with one."""
    name = read_name(text, start)
    if name is None:
        return None
    words, end = _spelled_out(name.words), name.end
    if words.isupper():
        words = in_small_letters(words, "")
    tail = _KNOWN_TAIL.search(words)
    if tail:  # one spelling for the body that the name ends with: "Văn phòng UBND"
        words = words[: tail.start()] + ("Ủy ban nhân dân" if tail.group().upper() == "UBND" else "Hội đồng nhân dân")
    party = _PARTY.search(text, start + 1, end) if name.place_at < 0 else _PARTY.match(text, name.place_at)
    if party is not None:  # "Ban Chỉ đạo 35 Tỉnh ủy Bắc Ninh": of the committee, not of the province
        before = " ".join(text[start : party.start()].split()) if name.place_at < 0 else words
        before = in_small_letters(before, "") if before.isupper() else before
        _, place, behind = read_place(text, party.end())
        if place is None and (proper := proper_name(text, party.end())):
            place, behind = proper
        committee = " ".join(party["kind"].split()).capitalize().replace("đảng", "Đảng")
        return IssuerRef(f"{before} {committee}", place, None, max(behind, party.end()), inferred=True)
    if name.place_at < 0:
        return IssuerRef(words, None, _level_of_superior(text, end), end, inferred=True)
    level, place, end = read_place(text, name.place_at)
    return IssuerRef(f"{words} {level}" if level else words, place, None, end, inferred=True)


def _level_of_superior(text: str, end: int) -> str | None:
    """ "Tổ công tác cải cách thủ tục hành chính của Thủ tướng Chính phủ": central, as the body whose it is."""
    lead = _OF_BODY.match(text, end)
    above = _bodies().match(text, lead.end()) if lead else None
    return "central" if above is not None and above[0].level == "central" else None


_OF_BODY = re.compile(rf"{_BLANK}++của{_BLANK}++(?=[A-ZĐ])")


def _spelled_out(words: str) -> str:
    """ "Phòng GD&ĐT" with the field that the Sở and the Bộ of these initials have."""
    noun, _, rest = words.partition(" ")
    if noun != "Phòng" or not rest.isupper():
        return words
    body = domain.body_by_initials("Sở", rest) or domain.body_by_initials("Bộ", rest)
    return f"{noun} {body.name.partition(' ')[2]}" if body else words


_KNOWN_TAIL = re.compile(r"(?<=[^\W_] )(?:UBND|HĐND)$", re.IGNORECASE)
