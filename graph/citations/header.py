"""The document's own identity, read from its head (and, for acts and consolidated texts, from its end).

Layout: NĐ 30/2020/NĐ-CP Phụ lục I for State papers, HD 36-HD/VPTW for Party papers: issuer and number on the left,
state motto or "ĐẢNG CỘNG SẢN VIỆT NAM" on the right, place and date, type and title. Text layers give the two columns
in either order, tables as "|" debris, and unsigned papers leave number or day blank, so each part is looked for by its
own mark and nothing depends on the order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph import domain
from graph.alphabet import UPPER
from graph.citations import dates, symbols, typewords
from graph.citations.around import COUNCILS
from graph.citations.bodies import IssuerRef
from graph.citations.head_bodies import HeadBody, head_bodies, issuer_of_head, title_case
from graph.citations.head_council import told_council
from graph.citations.head_date import head_date, labelled_date
from graph.citations.head_joint import joint_issuers
from graph.citations.head_number import OwnNumber, consolidated_number, late_number, own_number, page_number
from graph.citations.head_opening import read_opening
from graph.citations.head_record import Record, read_record
from graph.citations.head_title import Title, one_line, read_title, subject, type_line, without_number
from graph.citations.head_titled import is_addressed, led_number, titled_number
from graph.citations.head_untyped import opened_by_title, untyped
from graph.citations.letters import is_letter
from graph.citations.passing import passed_on
from graph.citations.plain import without_emphasis
from graph.citations.superiors import BELOW_PROVINCE, superiors
from graph.syllables import is_syllable

HEAD = 12_000  # code points searched; site banners before the document can be long
_TAIL = 20_000
_LABELLED_TYPE = re.compile(r"Loại văn bản:[\s*|_]*(?P<type>[^\n|]{3,40})")
_LABELLED_ISSUER = re.compile(r"(?:Cơ quan|Nơi) ban hành:[\s*|_]*(?P<body>[^\n|]{3,80})")
_PREAMBLE = re.compile(r"(?m)^[ \t*_|>\-]*(?:Căn cứ|Chi[ểế]u |Kính\s+gửi|Theo đề nghị|Xét |Điều 1\b|I\. )")
_ADDRESSED = re.compile(r"(?m)^[ \t*_|>\-]*(?:Kính\s+gửi|KÍNH\s+GỬI)")
_COLLECTIVE = re.compile(r"T/?M[.\s]*(?P<body>BỘ[\s*]+CHÍNH[\s*]+TRỊ|BAN[\s*]+BÍ[\s*]+THƯ|BAN[\s*]+CHẤP[\s*]+HÀNH)")
_COLLECTIVE_NAMES = {"BỘ": "Bộ Chính trị", "BÍ": "Ban Bí thư", "CHẤP": "Ban Chấp hành Trung ương"}
_TITLE_OF = re.compile(
    r"(?:CỦA|của)[\s*]+(?P<body>BỘ[\s*]+CHÍNH[\s*]+TRỊ|BAN[\s*]+BÍ[\s*]+THƯ"
    r"|BAN[\s*]+CHẤP[\s*]+HÀNH[\s*]+TRUNG[\s*]+ƯƠNG)",
    re.IGNORECASE,
)
_COLLECTIVE_HEAD = re.compile(r"(?P<body>BỘ CHÍNH TRỊ|BAN BÍ THƯ)")
# "Bộ Chính trị quy định về công tác cán bộ như sau:"
_COLLECTIVE_ENACTS = re.compile(
    r"(?m)^[ \t*_\-–]*(?P<body>Bộ Chính trị|Ban Bí thư)[ *_]+(?:ban hành|quyết định|quy định|kết luận|yêu cầu)"
    r"(?:[^.;:]{0,160}như sau)?[ *_]*:"
)
_COUNCIL_TERM = re.compile(
    r"(?:Hội\s+đồng\s+nhân\s+dân|HĐND)[^.;\n]{0,60}?\n?[^.;\n]{0,40}?[Kk]hóa[\s*]+(?P<term>[XVI]{1,6})(?![^\W_])"
)
_COUNCILS = {
    **COUNCILS,
    "UB": COUNCILS["UBND"],
    "CTUBND": COUNCILS["UBND"],
}  # as older papers write it, and its chairman
_COMMITTEES = ("TU", "HU")
_COMMITTEE_OF = {"Đảng bộ tỉnh": "Tỉnh ủy", "Đảng bộ thành phố": "Thành ủy", "Đảng bộ huyện": "Huyện ủy"}
_PARTY_OF_PLACES = ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng bộ")
_CONSOLIDATED = re.compile(
    rf"(?m)^[ \t|*_]*VĂN BẢN HỢP NHẤT[ \t]*[-–][ \t]*\n?[ \t]*(?P<body>[{UPPER}][^\n]{{4,70}}(?:\n[^\n]{{3,60}})?)"
)
# the last sentence of a preamble: "Bộ trưởng Bộ Y tế ban hành Thông tư …"
_ENACTS = re.compile(
    rf"(?m)^[ \t]*(?P<who>[{UPPER}][^\n.;:]{{3,60}}(?:\n[^\n.;:]{{2,60}})?)\s+ban\s+hành\s+"
    r"(?:Luật|Nghị\s+định|Thông\s+tư|Quyết\s+định|Nghị\s+quyết|Pháp\s+lệnh)\b"
)
# the note under the title of a consolidated text, whose number may be on another page
_CONSOLIDATES = re.compile(r"có\s+hiệu\s+lực[^.]{0,160}được\s+sửa\s+đổi,\s+bổ\s+sung\s+bởi\s*:")
# a paper of the committee is signed on its behalf ("TM. ỦY BAN NHÂN DÂN"), the chairman's by himself
_ON_BEHALF = re.compile(r"T/?M\s*\.?\s*(?:ỦY\s+BAN\s+NHÂN\s+DÂN|UBND|THƯỜNG)")
_BY_CHAIRMAN = re.compile(r"(?m)(?:^|\|)[ \t*_]*(?:KT\s*\.?\s*)?CHỦ[ \t]+TỊCH[ \t*_]*(?:\n|PHÓ|\||$)")


@dataclass(frozen=True, slots=True)
class Header:
    """What a text says of itself. Spans are offsets into the normalised text; `number_span` covers the own number so
    that it is not taken for a citation; `blank` says that the number was not filled in."""

    type: str | None = None
    symbol: symbols.Symbol | None = None
    code: str | None = None
    blank: bool = False
    number_span: tuple[int, int] = (-1, -1)
    date: str | None = None
    issuer: str | None = None
    issuer_code: str | None = None
    level: str | None = None
    place: str | None = None
    term: str | None = None
    title: str | None = None
    title_span: tuple[int, int] = (-1, -1)
    end: int = 0
    flat: bool = False
    joint: tuple[IssuerRef, ...] = ()  # all issuers of a joint document, the first among them
    inferred: bool = False  # the issuer's name is in no table
    province: str | None = None  # of an issuer below the province
    district: str | None = None  # of an issuer below the district
    opening: bool = False  # the first sentence says what the text is
    recorded: bool = False  # a portal's record of labels and values gives its number

    def place_of(self, level: str | None) -> str | None:
        """The place of a body of `level` that the text names without one: its own, or what lies above it."""
        if level == "provincial":
            return self.province or (None if self.level in BELOW_PROVINCE else self.place)
        if level == "district" and self.level in ("provincial", "commune"):
            return self.district
        return None if level == "commune" and self.level in ("provincial", "district") else self.place


# A head flattened to one line, as sentence splitters leave it: "Thông tư Hướng dẫn … Căn cứ Luật …".
_FLAT = re.compile(
    r"[ \t]*(?P<type>(?:[A-ZĐ][^\W\d_]+)(?: [^\W\d_]+){0,3}?) (?P<title>[A-ZĐ][^\n]{10,1500}?) (?:Căn cứ |CĂN CỨ )"
)


def read_header(text: str) -> Header:
    """The own identity of a normalised text; every part None that the text does not give. Looks at the first `HEAD`
    code points, and at the end for acts, consolidated texts and signatures."""
    flat = _FLAT.match(text)
    if flat and (known := typewords.words_to_type().get(flat["type"].casefold())):
        # What the title names is part of this document's own name; the relations it states are said again in the body.
        return Header(
            known, title=one_line(flat["title"]), title_span=flat.span("title"), end=flat.end("title"), flat=True
        )
    plain = without_emphasis(text, HEAD)
    head = plain.text
    preamble = _PREAMBLE.search(head)
    limit = preamble.start() if preamble else len(head)
    number = own_number(head, limit)
    number = number._replace(span=plain.span(*number.span))
    late = False
    if number.symbol is None and not number.blank:
        number = late_number(text, plain.back(limit), HEAD)
        late = number.symbol is not None and number.span[0] > plain.back(limit)
    record = read_record(head)
    if record is not None and number.symbol is None:
        span = plain.span(*record.span)
        number, late = OwnNumber(record.symbol, record.symbol.canonical, False, span), False
    if record is not None and number.code != record.symbol.canonical:
        record = None  # of another document
    title = Title(None, (-1, -1))
    stated = None
    found_type = type_line(head, len(head) if preamble is None else limit + 1)
    unnumbered = number.symbol is None and not number.blank
    titled = None
    addressed = is_addressed(head, limit)
    if found_type:
        titled = titled_number(head, found_type[1], limit, closed=preamble is not None, alone=addressed)
    printed = _printed(head, found_type) if found_type and unnumbered and preamble is not None else OwnNumber()
    prose = found_type is not None and printed.symbol is None and unnumbered and _prose(head[: found_type[1]])
    if prose and not (titled and titled.date and titled.issuers):
        titled = None  # what an article prints in capitals; a number with its day and issuer is the paper's own
    elif found_type:
        stated = found_type[0]
        own = titled.number._replace(span=plain.span(*titled.number.span)) if titled is not None else number
        if not unnumbered and own.span[1] > number.span[1]:
            titled = None  # the head says its number above
        elif titled is not None:
            number, late = own, False
        elif printed.symbol is not None:
            number, late = printed._replace(span=plain.span(*printed.span)), False
        title = read_title(head, titled.end if titled is not None else found_type[1], len(head))
    led = led_number(head, limit) if unnumbered and found_type is None and preamble is not None else None
    if led is not None:
        stated, titled, late = led.type, led.titled, False
        number = titled.number._replace(span=plain.span(*titled.number.span))
        title = read_title(head, titled.end, len(head))
    about = subject(head, min(len(head), limit + 600))
    symbol = number.symbol
    letter = about is not None and about[2] and symbol is not None and symbol.type_code is None
    if about is not None and (title.title is None or letter):
        title = title._replace(title=about[0], span=about[1])
    date, date_place, date_end = head_date(head, 0, limit)
    if date is None and late:
        date, date_place, _ = head_date(text, max(0, number.span[0] - 600), min(len(text), number.span[1] + 600))
    if found_type is None and about is None and preamble is not None and symbol is not None and date_end:
        title = untyped(head, date_end, limit, title)
    if found_type is None and about is None and preamble is not None and unnumbered and led is None and record is None:
        stated, title = opened_by_title(head, limit) or (stated, title)
    date = date or number.date or (titled.date if titled is not None else None)
    date = date or (record.date if record is not None else None)
    boxed = labelled_date(head, 0, limit)
    if boxed is not None and boxed[0] is not None:
        date = boxed[0]  # the site's own record; a later date line may be that of a notice of the site
    kind = _type(number, stated, head, limit, date, marked=about is not None and about[2])
    other = kind not in (None, "Văn bản hợp nhất") and stated is not None
    if other and about is None and not str(stated).startswith(str(kind)) and not str(kind).startswith(str(stated)):
        title = Title(None, (-1, -1))  # that type line is another paper's
    opening = read_opening(head) if unnumbered and record is None and kind in (None, stated) else None
    if opening is not None and kind is None:
        kind = opening.type
    consolidated = consolidated_number(text)
    label = _CONSOLIDATED.search(head, 0, limit) if consolidated is None and symbol is None else None
    if consolidated is not None:
        number, date, kind = consolidated, consolidated.date or (boxed[0] if boxed else None), "Văn bản hợp nhất"
        symbol = number.symbol
    elif label is not None or (symbol is None and kind and _CONSOLIDATES.search(head, 0, 4_000)):
        kind = "Văn bản hợp nhất"
    if _of_assembly(symbol, kind) or date is None or len(date) < 10:
        date = passed_on(text, kind) or date
    if (date is None or len(date) < 10) and number.span[0] >= 0 and not number.blank:
        date = _dated_below(text, number, date) or date
    if title.title is None and record is not None and record.title is not None:
        title = title._replace(title=one_line(record.title), span=record.title_span)
    if title.title is None and about is None and kind is not None and not number.blank:
        title = title._replace(title=_enacted_title(head, kind))
    if title.title is not None and kind == "Văn bản hợp nhất":
        title = title._replace(title=_without_footnote(title.title))
    bodies = _bodies(head, number, limit, title) if _is_document(number, kind) else []
    issuer = _issuer(text, head, number, bodies, date_place, kind, title) if _is_document(number, kind) else None
    if issuer is None and symbol is None and _is_document(number, kind):
        issuer = _who_enacts(title)
    if issuer is None and symbol is not None and (box := _LABELLED_ISSUER.search(head, 0, limit)):
        issuer = _named(box["body"])
    if issuer is None and kind not in (None, "Văn bản hợp nhất") and (enacts := _ENACTS.search(head)):
        issuer = _named(enacts["who"])
    if label is not None:
        issuer = _named(label["body"]) or issuer
    if issuer is None and opening is not None:
        issuer = opening.issuer
    if titled is not None and titled.issuers:
        issuer = titled.issuers[0]
    issuer = _chairman(text, _recorded(issuer, record), kind, title)
    term = None
    if symbol is not None and symbol.shape == "assembly" and _digits(symbol):
        term = domain.assembly_term(_digits(symbol))
    if term is None and issuer and issuer.name.startswith("Hội đồng nhân dân"):
        found = _COUNCIL_TERM.search(text, max(0, len(text) - _TAIL))
        term = found["term"] if found else None
    if term is None and title.enacting and (spoken := re.search(r"KHÓA ([XVI]+)(?!\w)", title.enacting)):
        term = spoken[1]
    span = plain.span(*title.span)
    end = max(number.span[1], span[1], plain.back(date_end) if date_end else 0, 0)
    joint: tuple[IssuerRef, ...] = ()
    if _is_document(number, kind) and consolidated is None and label is None:
        dated_at = domain.place_by_name(date_place) if date_place else None
        joint = joint_issuers(text, kind, symbol, bodies, dated_at.name if dated_at else None)
        joint = joint or (titled.issuers if titled is not None and titled.issuers[1:] else ())
        issuer = joint[0] if joint else issuer
    above = superiors(text, issuer, bodies) if issuer is not None else (None, None)
    return Header(
        kind, symbol, number.code, number.blank, number.span, date, issuer.name if issuer else None,
        issuer.code if issuer else None, issuer.level if issuer else None, issuer.place if issuer else None, term,
        title.title and without_number(title.title, number.code), span, end, joint=joint,
        inferred=issuer is not None and issuer.inferred, province=above[0],
        district=above[1], opening=opening is not None, recorded=record is not None,
    )  # fmt: skip


def _who_enacts(title: Title) -> IssuerRef | None:
    """Who issued a paper that a page prints from its type line on: the body that the line above the preamble names
    ("QUYẾT ĐỊNH⏎Về …⏎ỦY BAN NHÂN DÂN TỈNH⏎Căn cứ …")."""
    body = title.enacted_by
    return None if body is None or body.inferred else body._replace(place=title_case(body.place), end=0)


def _recorded(issuer: IssuerRef | None, record: Record | None) -> IssuerRef | None:
    """The issuer, with the place that a record gives it, or as the record names it."""
    said = record.issuer if record is not None else None
    if record is not None and issuer is not None and issuer.place is None and issuer.level == "provincial":
        issuer = issuer._replace(place=record.place)
    if said is None or (issuer is not None and (issuer.name != said.name or issuer.place is not None)):
        return issuer
    return said._replace(end=0)


def _enacted_title(head: str, kind: str) -> str | None:
    """The title that the last sentence of a preamble says again, where the head has none: "Bộ trưởng Bộ Xây dựng ban
    hành Thông tư ban hành Định mức … ."."""
    enacts = _ENACTS.search(head)
    if enacts is None:
        return None
    said = typewords.words_to_type().get(" ".join(enacts[0].rpartition("hành")[2].split()).casefold())
    end = _SENTENCE_END.search(head, enacts.end(), enacts.end() + _TITLE_REACH)
    words = one_line(head[enacts.end() : end.start()]) if end is not None else ""
    return words if said == kind and len(words.split()) > _FEW_WORDS else None


_SENTENCE_END = re.compile(r"(?<![0-9])\.(?=[\s*_]*\n)|\n[ \t*_]*\n")
_TITLE_REACH = 800
_FEW_WORDS = 3


def _without_footnote(title: str) -> str:
    """A consolidated text's title without the mark of a footnote behind its last word: "… Viễn thông Quân đội1"."""
    mark = _FOOTNOTE.search(title)
    if mark is None:
        return title
    bare = title[: mark.start()].rstrip()
    return bare if is_syllable(bare.rpartition(" ")[2]) else title


_FOOTNOTE = re.compile(r"(?:(?<=[^\W\d_])(?=[0-9])|[ ]?\[)[0-9]{1,2}\]?$")
_BEHIND_NUMBER = re.compile(r"[\s*_|]{0,4},?[\s*_|]{0,4}(?=ngày|NGÀY)")


def _dated_below(text: str, number: OwnNumber, date: str | None) -> str | None:
    """The day that the heads of annexes give beside the own number ("Kèm theo Nghị định số 170/2025/NĐ-CP ngày 30 tháng
    6 năm 2025"), for a head that lost it."""
    written = text[number.span[0] : number.span[1]].strip(" *_|\n")
    written = written[next((i for i, ch in enumerate(written) if ch.isdigit()), 0) :]
    year = date or (number.symbol.year if number.symbol else None) or ""
    at = number.span[1]
    for _ in range(_REPEATS if len(written) > len("1/CP") else 0):
        at = text.find(written, at)
        if at < 0:
            break
        whole = not text[at - 1 : at].isalnum()
        at += len(written)
        lead = _BEHIND_NUMBER.match(text, at)
        found = dates.FULL_DATE.match(text, lead.end()) if whole and lead else None
        day = dates.iso(found) if found else None
        if day is not None and day.startswith(year):
            return day
    return None


_REPEATS = 40  # of the own number below the head


def _prose(text: str) -> bool:
    """Whether sentences stand in a head: then it is no head, and the type line below is quoted in an article."""
    lines = (line for line in text.split("\n") if len(line.split()) > 12)
    return any(sum(ch.islower() for ch in line) * 2 > sum(ch.isalpha() for ch in line) for line in lines)


def _printed(head: str, type_line: tuple[str, int]) -> OwnNumber:
    """The number that the headings of a page give to the text that it prints from its type line on; none where the page
    tells more than headings and what the text says again."""
    said = set(head[type_line[1] :].split("\n"))
    above = [line for line in head[: type_line[1]].split("\n") if line.rstrip().endswith((".", ";", ":"))]
    tells = _prose("\n".join(line for line in above if line not in said))
    return OwnNumber() if tells else page_number(head, type_line[1], type_line[0])


def _is_document(number: OwnNumber, kind: str | None) -> bool:
    """A text with neither number nor type line is a source, no document of its own: nobody issued it."""
    return number.symbol is not None or number.blank or kind is not None


def _type(
    number: OwnNumber, stated: str | None, head: str, limit: int, date: str | None, *, marked: bool
) -> str | None:
    """The type: as the type line states it, if the symbol can be one of that type; a letter by its marks ("V/v", "Kính
    gửi" without a type line) or by the order of its codes; else what the symbol says."""
    symbol = number.symbol
    labelled = _LABELLED_TYPE.search(head)
    label = domain.type_by_name(one_line(labelled["type"])) if labelled else None
    addressed = _ADDRESSED.search(head, 0, min(len(head), limit + 200)) is not None
    if symbol is None:
        kind = stated
        if kind is None and number.blank and number.code:
            pieces = [piece for piece in re.split(r"[/\-]", number.code) if any(map(str.isalpha, piece))]
            letter = marked or addressed  # "Số:    /STC-KH": behind a body the code of a type is a unit's
            kind = next(
                (t.name for piece in pieces[: 1 if letter else None] for t in domain.types_by_code(piece)), None
            )
            kind = kind or ("Công văn" if letter and pieces else None)
        opening = _ADDRESSED.search(head, 0, 300)
        return kind or ("Công văn" if opening and not head[: opening.start()].strip(" \n|") else None)
    if marked and symbol.type_code is None and number.lead is None:
        return "Công văn"
    if stated is None:
        if label is not None and (symbol.type_code is None or is_letter(symbol, date) or _fits(label.name, symbol)):
            return label.name
        if is_letter(symbol, date) or (marked and symbol.year is None and symbol.shape == "state"):
            return "Công văn"
        if addressed and symbol.shape in ("old", "letter"):
            return "Công văn"
        return _type_of(symbol, number.lead)
    of_body = not symbol.issuer_codes and bool(domain.bodies_by_code(symbol.type_code or ""))  # 264/CT of the Chủ tịch
    if symbol.type_code and not of_body and not _fits(stated, symbol) and not is_letter(symbol, date):
        coded = _type_of(symbol, number.lead) or stated
        return stated if stated.startswith(f"{coded} ") else coded  # "Thông tư liên tịch" 12/TT-LB
    return stated


def _type_of(symbol: symbols.Symbol, lead: str | None) -> str | None:
    if lead:
        return lead.capitalize()
    if symbol.type_code is None:
        return "Công văn" if symbol.shape == "letter" else None
    kinds = domain.types_by_code(symbol.type_code)
    return kinds[0].name if kinds else None


def _fits(kind: str, symbol: symbols.Symbol) -> bool:
    known = domain.type_by_name(kind)
    codes = known.codes if known else ()
    code = (symbol.type_code or "").upper()
    return not codes or code in {c.upper() for c in (*codes, *(known.party_codes if known else ()))}


def _digits(symbol: symbols.Symbol) -> int:
    found = re.search(r"[0-9]+$", symbol.issuer_codes[0]) if symbol.issuer_codes else None
    return int(found.group()) if found else 0


def _of_assembly(symbol: symbols.Symbol | None, kind: str | None) -> bool:
    return (symbol is not None and (symbol.shape == "assembly" or "UBTVQH" in symbol.canonical)) or kind in (
        "Luật",
        "Bộ luật",
        "Pháp lệnh",
    )


def _named(words: str) -> IssuerRef | None:
    """The known body that the lines of a label name."""
    lines = [one_line(part) for part in words.split("\n")]
    for count in (len(lines), 1):
        body = domain.body_by_name(" ".join(lines[:count]))
        if body is not None:
            return IssuerRef(body.name, None, body.level, 0, body.code)
    return None


def _issuer(
    text: str,
    head: str,
    number: OwnNumber,
    bodies: list[HeadBody],
    date_place: str | None,
    kind: str | None,
    title: Title,
) -> IssuerRef | None:
    symbol = number.symbol
    codes = (
        list(symbol.issuer_codes)
        if symbol
        else [p for p in re.split(r"[/\-]", number.code or "") if p[:1].isalpha() and not symbols.is_type_code(p)]
    )
    if symbol is not None and symbol.type_code is not None and is_letter(symbol) and symbol.shape != "old":
        codes = [symbol.type_code, *codes]  # 5348/CT-CS: the code that looks like a type is Cục Thuế's
    if codes and not domain.bodies_by_code(codes[0]):
        codes = [c for c in codes if c in _COUNCILS][:1] or codes  # 296/KT-UBND: the unit stands first
    known_place = domain.place_by_name(date_place) if date_place else None
    place = known_place.name if known_place else None
    base = codes[0].rstrip("0123456789").upper() if codes else ""
    if base in ("TW", "TƯ") and any(b.ref is not None and b.ref.name in ("Tỉnh ủy", "Thành ủy") for b in bodies):
        base = "TU"  # "TỈNH ỦY THỪA THIÊN HUẾ … Số 445-KL/TƯ": read from a picture
    if base == "TW":
        return _central_party(text, head, bodies, title)
    if base in _COUNCILS or base in _COMMITTEES:
        return _of_council(text, bodies, base, place, known_place.kind if known_place else None, date_place, title)
    if kind in ("Luật", "Bộ luật") or (symbol is not None and symbol.shape == "assembly"):
        standing = symbol is not None and symbol.issuer_codes and symbol.issuer_codes[0].startswith("UBTVQH")
        return IssuerRef("Ủy ban Thường vụ Quốc hội" if standing else "Quốc hội", None, "central", 0)
    if bodies and bodies[-1].words.startswith("TÒA ÁN"):
        # 210/2023/DS-PT: in a court's number the codes name the kind of case, but NQ-HĐTP its council
        codes = [c for c in codes if any("Tòa án" in body.name for body in domain.bodies_by_code(c))]
    return issuer_of_head(text, bodies, codes, place)


def _bodies(head: str, number: OwnNumber, limit: int, title: Title) -> list[HeadBody]:
    numbered = number.span[0] >= 0
    if not numbered and title.span[0] >= 0:
        limit = min(limit, title.span[0])
    return head_bodies(head, limit, _number_at(head, limit) if numbered else -1)


_NUMBER_LINE = re.compile(
    r"(?m)^[ \t|_#>\-]*(?:[^\W\d_]+[ \t]+)?(?:Số|SỐ|số)(?:[ \t]+(?:hiệu|ký hiệu))?[ \t]*[:.]?[ \t]*[0-9./…_\-–]"
    r"|^[ \t|*_]*[.…]{0,12}[ \t]{0,8}/(?:19|20)[0-9]{2}/[A-ZĐ]{2}"
)


def _number_at(head: str, limit: int) -> int:
    """Where the number line begins; the last of several before the preamble (a site's box may repeat the number)."""
    found = [match.start() for match in _NUMBER_LINE.finditer(head, 0, limit)]
    return found[-1] if found else -1


def _central_party(text: str, head: str, bodies: list[HeadBody], title: Title) -> IssuerRef | None:
    """The collective that decided: as the signature says it, the enacting line, the title, the head, the preamble."""
    found = next(_COLLECTIVE.finditer(text, max(0, len(text) - 60_000)), None)
    found = found or _TITLE_OF.search(title.enacting)
    if found is None and title.span[0] >= 0:
        found = _TITLE_OF.search(head, max(0, title.span[0] - 40), title.span[1])
    named = (_COLLECTIVE_HEAD.fullmatch(body.words.strip(" *")) for body in reversed(bodies))
    found = found or next(filter(None, named), None) or _COLLECTIVE_ENACTS.search(head)
    words = found["body"].upper().replace("*", " ").split() if found else ["BAN", "CHẤP"]
    name = _COLLECTIVE_NAMES.get(words[0], _COLLECTIVE_NAMES.get(words[1], "Ban Chấp hành Trung ương"))
    return IssuerRef(name, None, "central", 0, "TW")


def _of_council(
    text: str, bodies: list[HeadBody], base: str, place: str | None, kind: str | None, dated_at: str | None,
    title: Title,
) -> IssuerRef:  # fmt: skip
    """Councils, their committees, Party committees of places: the lowest of the head that its code can mean, else what
    the rest of the text tells, else that of the province of the date line."""
    wanted = (_COUNCILS[base],) if base in _COUNCILS else _PARTY_OF_PLACES
    prefix = "Chủ tịch " if base == "CTUBND" else ""
    for body in reversed(bodies):
        ref = body.ref
        if ref is not None and ref.name.startswith(wanted) and ref.name not in _COUNCILS.values():
            own = ref.place or place
            if own is None and ref.level in BELOW_PROVINCE:
                own = dated_at  # "ỦY BAN NHÂN DÂN PHƯỜNG … Cao Lãnh, ngày …"
            committee = _COMMITTEE_OF.get(ref.name, ref.name)
            return IssuerRef(prefix + committee, title_case(own), ref.level, 0, base)
    if base in _COUNCILS and (told := told_council(text, _COUNCILS[base], title.enacting, dated_at)):
        return told._replace(name=prefix + told.name, place=title_case(told.place) or place, code=base)
    level = "thành phố" if kind == "thành phố" else "tỉnh"
    name = {"TU": "Thành ủy" if kind == "thành phố" else "Tỉnh ủy", "HU": "Huyện ủy"}.get(base)
    return IssuerRef(name or f"{prefix}{_COUNCILS[base]} {level}", place, "provincial", 0, base)


def _chairman(text: str, issuer: IssuerRef | None, kind: str | None, title: Title) -> IssuerRef | None:
    """The chairman's decision is his own: the enacting line says who decides ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"), where
    it is lost the signature does (a committee's paper is signed on its behalf)."""
    if issuer is None or not issuer.name.startswith("Ủy ban nhân dân"):
        return issuer
    if title.enacting:
        by_chairman = title.enacting.startswith("CHỦ TỊCH")
    elif kind == "Quyết định":
        tail = text[-_TAIL:].replace("*", "")
        by_chairman = _BY_CHAIRMAN.search(tail) is not None and _ON_BEHALF.search(tail) is None
    else:
        by_chairman = False
    return issuer._replace(name=f"Chủ tịch {issuer.name}") if by_chairman else issuer
