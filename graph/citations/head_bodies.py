"""The bodies that the left column of a head names, and which of them issued the paper.

NĐ 30/2020/NĐ-CP, Phụ lục I: the body above on the first line, the body that issues on the second; HD 36-HD/VPTW has the
same for Party papers. So the lowest body of the head issues, where the symbol agrees: a symbol that is another known
body's outranks it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from graph import domain
from graph.citations import typewords
from graph.citations.bodies import IssuerRef, read_issuer
from graph.citations.head_front import front_issuer
from graph.citations.head_title import one_line
from graph.citations.names import abbreviates, in_small_letters, read_name
from graph.citations.placenames import read_place
from graph.domain.heads import any_head
from graph.normalise import fold

_CELLS = re.compile(r"\n|<br\s*/?>|\||[ \t]{3,}|\t|_{2,}|-{3,}|={3,}|\.{4,}|(?=(?:CỘNG|Cộng)[ ]+(?:HÒA|hòa)\s)")
# the right column; it may stand between two lines of the left one
_S = r"[\s|]+(?:<br\s*/?>)?"
_MOTTO = re.compile(
    rf"(?:(?:NƯỚC{_S})?VIỆT{_S}NAM{_S}DÂN{_S}CHỦ{_S}CỘNG{_S}HÒA"
    rf"|CỘNG{_S}HÒA{_S}XÃ{_S}HỘI{_S}CHỦ{_S}NGHĨA{_S}VIỆT{_S}NAM|(?<!ƯƠNG )ĐẢNG{_S}CỘNG{_S}SẢN{_S}VIỆT{_S}NAM"
    rf"|ĐỘC{_S}LẬP{_S}-?{_S}?TỰ{_S}DO{_S}-?{_S}?HẠNH{_S}PHÚC)(?:{_S}?-*{_S}?(?:Độc|ĐỘC){_S}[lL]ập{_S}?[-–]{_S}?[tT]ự{_S}[dD]o{_S}?[-–]{_S}?"
    rf"[hH]ạnh{_S}[pP]húc)?|Độc{_S}[lL]ập{_S}?[-–]{_S}?[tT]ự{_S}[dD]o{_S}?[-–]{_S}?[hH]ạnh{_S}[pP]húc"
)
_NO_BODY = re.compile(
    r"CÔNG BÁO|VĂN BẢN|THƯ VIỆN PHÁP LUẬT|CÁC NỘI DUNG|DỰ THẢO|HỎA TỐC|MẬT|TUYỆT MẬT|KHẨN|PHẦN |CHƯƠNG |CỘNG\b"
)
# heads that go on in the next line of a head
_HALF = re.compile(
    r"(?:^(?:ỦY BAN|ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG|HỘI ĐỒNG NHÂN DÂN|HĐND|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|BAN CHỈ ĐẠO"
    r"|BAN QUẢN LÝ|BAN|BỘ|SỞ|CỤC|CHI CỤC|TỔNG CỤC|TÒA ÁN|VIỆN|TRƯỜNG|TRUNG TÂM|CÔNG TY|PHÒNG|ĐẢNG ỦY|ĐẢNG BỘ|HỘI|ĐOÀN"
    r"|LIÊN ĐOÀN|THUẾ|ỦY BAN TRUNG ƯƠNG|BAN CÁN SỰ ĐẢNG|BỆNH VIỆN|ĐẠI HỌC|HỌC VIỆN|NGÂN HÀNG|TỔNG CÔNG TY)"
    r"|(?:VÀ|CỦA|CÁC|[,&])|-)$"
)
# bodies named by a word that needs the body above: "VĂN PHÒNG" under "UBND TỈNH …"
_OPEN_NOUNS = (
    "VĂN PHÒNG",
    "THANH TRA",
    "BAN THƯỜNG TRỰC",
    "BAN PHÁP CHẾ",
    "BAN TUYÊN GIÁO",
    "BAN TỔ CHỨC",
    "BAN DÂN VẬN",
    "ỦY BAN KIỂM TRA",
)
_KNOWN = 4096  # lines of heads that are remembered: the same bodies head many papers
_JOINT = re.compile(r"\s+[-–]\s+|\s*;\s*")


_ORGANISATION = "ĐẢNG BỘ "


class HeadBody(NamedTuple):
    """One body of the head: its words in capitals on one line, and what they name (None where nothing known or well
    formed)."""

    words: str
    ref: IssuerRef | None


def head_bodies(text: str, limit: int, number_at: int) -> list[HeadBody]:
    """The bodies of the left column, from the top; looks at the lines before `limit`, at those behind the number line
    only where none stands before it."""
    found = _bodies(text, 0, min(limit, number_at) if number_at >= 0 else limit)
    if not found and number_at >= 0:
        found = _bodies(text, number_at, limit)
    return found


def _bodies(text: str, start: int, end: int) -> list[HeadBody]:
    lines: list[str] = []
    open_line = False
    for cell in _CELLS.split(_MOTTO.sub("|", text[start:end])):
        line = one_line(cell)
        if not line or not any(ch.isalpha() for ch in line):
            continue
        if line.casefold() in typewords.words_to_type() and line.isupper():
            break
        if not line.isupper() or _NO_BODY.match(line) or len(line) < 2:
            open_line = False
            continue
        led = _led().match(line)
        if led is not None:
            line, open_line = _one_by_one(led["of"], line[led.end() :]), False
        noun = domain.begins(line, domain.body_nouns())
        if lines and open_line and (noun is None or _HALF.search(lines[-1]) or line.startswith("VÀ ")):
            lines[-1] = f"{lines[-1]} {line}"
        elif noun is not None:
            lines.append(line)
        else:
            open_line = False
            continue
        open_line = True
    bodies: list[HeadBody] = []
    for line in _committees(lines[-6:]):
        for words in _several(line):
            if not bodies or bodies[-1].words != words:
                bodies.append(HeadBody(words, _read(words)))
    return bodies


def _committees(lines: list[str]) -> list[str]:
    """The lines of a head with a Party organisation and its committee below it as the name of one body: "ĐẢNG BỘ TỈNH
    NGHỆ AN⏎BAN CHẤP HÀNH" is "BAN CHẤP HÀNH ĐẢNG BỘ TỈNH NGHỆ AN"."""
    joined: list[str] = []
    for line in lines:
        committee = domain.begins(line, domain.standing_bodies())
        if committee and joined and joined[-1].startswith(_ORGANISATION):
            committee = line[: len(committee)]
            line = f"{committee} {joined.pop()}{line.removeprefix(committee)}"
        joined.append(line)
    return joined


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"(?P<of>{any_head('joint-lead')})(?!\w)[ :,–-]*")


def _one_by_one(lead: str, words: str) -> str:
    """The bodies of a joint paper as their names begin: "LIÊN SỞ TÀI CHÍNH - NỘI VỤ" is "SỞ TÀI CHÍNH - SỞ NỘI VỤ"."""
    noun = lead.rpartition(" ")[2]
    nouns = domain.body_nouns()
    if domain.begins(noun, nouns) is None or not words:
        return words
    return " - ".join(part if domain.begins(part, nouns) else f"{noun} {part}" for part in _JOINT.split(words))


@lru_cache(maxsize=_KNOWN)
def _several(line: str) -> tuple[str, ...]:
    """The bodies of one line: "BỘ TÀI CHÍNH - BỘ Y TẾ", "UBND TỈNH AN GIANG SỞ TƯ PHÁP"."""
    parts: list[str] = []
    for part in _JOINT.split(line):
        if parts and domain.begins(part, domain.body_nouns()) is None:
            parts[-1] = f"{parts[-1]} - {part}"
        else:
            parts.append(part)
    found: list[str] = []
    for part in _with_the_last_place(parts):
        rest = part
        for _ in range(3):
            ref = read_issuer(rest, 0)
            behind = rest[ref.end :].strip(" ,-–") if ref and not ref.inferred else ""
            if ref is None or not behind or domain.begins(behind, domain.body_nouns()) is None or ref.own:
                break
            found.append(rest[: ref.end].strip())
            rest = behind
        found.append(rest)
    return tuple(found)


_LAST_PLACE = re.compile(r" (?P<level>TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|ĐẶC KHU) \S.*")


def _with_the_last_place(parts: list[str]) -> list[str]:
    """Bodies of one place that is said with the last of them: "CÔNG AN - VIỆN KIỂM SÁT NHÂN DÂN - … TỈNH NGHỆ AN"."""
    place = _LAST_PLACE.search(parts[-1]) if len(parts) > 1 else None
    if place is None:
        return parts
    return [part + place[0] if domain.body_by_name(f"{part} {place['level']}") else part for part in parts[:-1]] + [
        parts[-1]
    ]


@lru_cache(maxsize=_KNOWN)
def _read(words: str) -> IssuerRef | None:
    ref = read_issuer(words, 0)
    if (ref is None or ref.inferred) and (torn := _joined_bodies().get(fold(words).replace(" ", ""))):
        return IssuerRef(torn.name, None, torn.level, len(words), torn.code)  # "BỘ TÀI CHÍN H"
    if ref is not None and (not words[ref.end :].strip(" .,:") or _SESSION.match(words, ref.end)):
        return ref
    if ref is not None and ref.place is not None and _is_a_province(words[ref.end :].strip(" ,.-–")):
        return ref._replace(end=len(words))  # "TÒA ÁN NHÂN DÂN HUYỆN MỘ ĐỨC TỈNH QUẢNG NGÃI"
    return ref if ref is not None and not ref.inferred and ref.place is not None else _unread(words)


def _is_a_province(words: str) -> bool:
    level, place, end = read_place(words, 0) if words else (None, None, 0)
    return level in ("tỉnh", "thành phố") and place is not None and end == len(words)


@cache
def _joined_bodies() -> dict[str, domain.IssuingBody]:
    """The bodies of the centre by their names without marks and blanks."""
    return {fold(body.name).replace(" ", ""): body for body in domain.issuing_bodies() if body.level == "central"}


_SESSION = re.compile(r"\s*(?:LẦN THỨ|KHÓA|NHIỆM KỲ)\s")


def _unread(words: str) -> IssuerRef | None:
    """A name of the grammar over the whole line; a line in capitals is a name as a whole."""
    name = read_name(words, 0)
    return IssuerRef(words, None, None, len(words), inferred=True) if name is not None else None


def issuer_of_head(text: str, bodies: list[HeadBody], codes: list[str], place: str | None) -> IssuerRef | None:
    """Which body of the head issued the paper with these issuer codes (in the order of the symbol); None where the head
    and the codes leave it open. `place` is the province of the date line."""
    front = front_issuer([body.words for body in bodies])
    if front is not None:
        return _placed(front, place)
    own = next((b for b in bodies[::-1] if b.ref is not None or b.words in _OPEN_NOUNS), None)
    above = bodies[: bodies.index(own)] if own in bodies else []
    upper = next((b.ref for b in above[::-1] if b.ref is not None), None)
    place = next((b.ref.place for b in bodies if b.ref and b.ref.place and domain.place_by_name(b.ref.place)), place)
    code = codes[0] if codes else None
    candidates = domain.bodies_by_code(code) or domain.bodies_by_code(code.rstrip("0123456789")) if code else ()
    congress = next((b.ref for b in bodies[::-1] if b.ref and b.ref.name.startswith("Đảng bộ ")), None)
    if congress is not None and any(body.name == f"Đại hội {congress.name}" for body in candidates):
        return _placed(congress._replace(name=f"Đại hội {congress.name}", code=code), place)
    composed = _composed(own, upper) if own is not None else None
    if composed is not None and (not candidates or any(composed.name.startswith(b.name) for b in candidates)):
        return _placed(composed, place)
    if own is not None and own.ref is not None:
        said = fold(own.ref.name)  # diacritics may be wrong, "Trung ương" in front and "Việt Nam" behind be missing
        named = next((b for b in candidates if fold(b.name) == said), None)
        torn = upper is None and own.ref.place is None and len(said.split()) >= _TELLING
        if named is None and torn and (own.ref.inferred or (code is not None and _open(code))):
            named = next((b for b in candidates if f" {said} " in f" {fold(b.name)} "), None)
        if named is not None:
            below = upper is not None and upper.level in ("district", "commune") and named.needs_place
            ref = own.ref._replace(name=named.name, level=named.level, code=named.code, inferred=False)
            return _placed(ref, title_case(upper.place) if below and upper is not None and upper.place else place)
        if own.words == _PRESIDIUM and upper is not None and upper.level == "central" and not upper.inferred:
            return upper  # the presidium of a union of the centre signs for it
        spelled = f"{own.words} {own.ref.place or ''}"
        if code is not None and abbreviates(code, spelled) and (own.ref.inferred or not candidates or _open(code)):
            return _below(_spelled(own, text), upper, place)
    if candidates:
        body = _named_in(text, bodies, candidates)
        if body is None and code is not None and _open(code):
            return None  # any committee signs so
        body = body or candidates[0]
        return IssuerRef(body.name, place if body.level != "central" else None, body.level, 0, body.code)
    if own is None or own.ref is None:
        return None
    if code is not None and not own.ref.inferred and not abbreviates(code, own.words):
        return None  # "SỞ GIÁO DỤC VÀ ĐÀO TẠO" over the number of a school whose line is lost
    return _below(_spelled(own, text), upper, place)


def bearing(code: str, body: HeadBody) -> bool:
    """Whether a body of the head signs with this code."""
    ref = body.ref
    if ref is None:
        return False
    names = {fold(known.name) for known in domain.bodies_by_code(code)}
    return fold(ref.name) in names or abbreviates(code, f"{body.words} {ref.place or ''}")


def spelled_in(text: str, body: HeadBody, place: str | None) -> IssuerRef | None:
    """A body of the head as its issuer: in small letters where no table holds it, with the place of the paper."""
    return _placed(_spelled(body, text), place) if body.ref is not None else None


_LEVEL = re.compile(r"(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)$")
_UPPER_LEVEL = re.compile(r"(?:tỉnh|thành phố)$")
_DIVISIONS = ("Phòng ", "Trung tâm ", "Ban ", "Đội ")
_OF_MINISTRIES = ("Cục ", "Tổng cục ", "Vụ ", "Thanh tra ")


def _below(ref: IssuerRef, upper: IssuerRef | None, place: str | None) -> IssuerRef:
    """A body by its name, with what the body above it says of its place: a division of a district is told by it, a
    department of a ministry has none."""
    if not ref.inferred or upper is None or ref.place is not None:
        return _placed(ref, place)
    if upper.level == "central" and ref.name.startswith(_OF_MINISTRIES) and "khu vực" not in ref.name.lower():
        return ref._replace(level="central")
    if upper.level in ("district", "commune") and upper.place is not None:
        level = _LEVEL.search(upper.name)
        name = f"{ref.name} {level.group()}" if level and ref.name.startswith(_DIVISIONS) else ref.name
        return ref._replace(name=name, place=title_case(upper.place))
    return _placed(ref, place)


_PRESIDIUM = "ĐOÀN CHỦ TỊCH"
_TELLING = 3  # words of a name that are enough to tell it without its ends


def _open(code: str) -> bool:
    """Codes that many bodies sign with: any Party committee, any steering committee."""
    return code.upper() in ("ĐU", "BCĐ", "CB", "BTC", "BQL", "CĐ", "HĐ", "VP", "BCH", "ĐĐ", "BCS", "BCSĐ", "ĐCT")


def _composed(own: HeadBody, upper: IssuerRef | None) -> IssuerRef | None:
    """ "VĂN PHÒNG" below "UBND TỈNH …": the office of that committee, by the name the table gives it."""
    if upper is None:
        return None
    council = "Hội đồng nhân dân"
    if own.ref is not None and own.ref.name.startswith("Ban ") and own.ref.name.endswith(council):
        level = upper.name.removeprefix(council) if upper.name.startswith(council) else ""
        return own.ref._replace(name=own.ref.name + level, place=upper.place)
    joined = domain.body_by_name(f"{own.words} {upper.name}")
    below = _LEVEL.search(upper.name) or _UPPER_LEVEL.search(upper.name)
    if joined is None and below and own.words not in _OPEN_NOUNS:  # "PHÒNG KINH TẾ" below "UBND XÃ …"
        joined = domain.body_by_name(f"{own.words.replace('–', '-')} {below.group()}")
    if joined is not None:
        return IssuerRef(joined.name, upper.place, joined.level, 0, joined.code)
    if own.words in _OPEN_NOUNS:
        words = "Ủy ban Kiểm tra" if own.words.startswith("ỦY BAN") else own.words.capitalize()
        name = f"{words} {upper.name}"
        return IssuerRef(name, upper.place, upper.level, 0, inferred=True)
    return None


def _spelled(own: HeadBody, text: str) -> IssuerRef:
    assert own.ref is not None
    if not own.ref.inferred:
        return own.ref
    return own.ref._replace(name=in_small_letters(own.ref.name, text), place=title_case(own.ref.place))


def title_case(place: str | None) -> str | None:
    """A place's name in capitals as it is written in a sentence."""
    return " ".join(w.capitalize() for w in place.split()) if place and place.isupper() else place


_CENTRAL = re.compile(r"Trung ương|Chính phủ|quốc gia|Quốc hội|Nhà nước|Đảng Cộng sản|Việt Nam", re.IGNORECASE)


def _placed(ref: IssuerRef, place: str | None) -> IssuerRef:
    """The issuer with its place; a body of the centre has none, though its papers are dated from Hà Nội."""
    if ref.level == "central" or (ref.inferred and ref.place is None and _CENTRAL.search(ref.name)):
        return ref._replace(place=None)
    return ref._replace(place=title_case(ref.place) or place)


def _named_in(
    text: str, bodies: list[HeadBody], candidates: tuple[domain.IssuingBody, ...]
) -> domain.IssuingBody | None:
    """Among bodies that share a code, the one whose name stands in the head; the only one of its code."""
    if len(candidates) > 1:
        head = " ".join(b.words for b in bodies).casefold()
        for body in candidates:
            if body.name.casefold() in head:
                return body
        return None
    return candidates[0]
