"""The document's own identity, read from its head (and, for consolidated texts, from its end).

Layout: NĐ 30/2020/NĐ-CP Phụ lục I for State papers, HD 36-HD/VPTW for Party papers: issuer and number on the left,
state motto or "ĐẢNG CỘNG SẢN VIỆT NAM" on the right, place and date, type and title. Text layers give the two columns
in either order, tables as "|" debris, and unsigned papers leave number or day blank, so each part is looked for by its
own mark and nothing depends on the order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph import domain
from graph.citations import dates, symbols, typewords
from graph.citations.bodies import IssuerRef, read_issuer
from graph.citations.passed import passed_on

_PASSED_TYPES = ("Luật", "Bộ luật", "Pháp lệnh", "Nghị quyết")
HEAD = 12_000  # code points searched; site banners before the document can be long
_B = r"[\s*|_]"
_OWN = re.compile(
    r"(?m)^[ \t|*_#>\-]*(?:(?P<lead>Luật|LUẬT|Bộ luật|Pháp lệnh|PHÁP LỆNH|Nghị quyết|NGHỊ QUYẾT|Lệnh)[ \t]+"
    r"(?:số|SỐ)[ \t]*:|(?:Số|SỐ)(?:[ \t]+(?:hiệu|ký hiệu))?[ \t]*[:.]?)[\s*|_]*(?=[0-9/.…_\-–]|[A-ZĐ]{2,6}[-/])"
)
_BLANK_NUMBER = re.compile(
    rf"[.…_ \t\-–]*(?:/(?P<year>(?:19|20)[0-9]{{2}}))?[ \t]*(?P<sep>[/\-–])[ \t]*(?P<codes>{symbols._LETTERS}"
    rf"(?:{symbols._SEPARATOR}{symbols._LETTERS}){{0,6}})"
)
# "Số: 01    /2025/QĐ-UBND": the number typed or stamped into its blank
_SPACED_NUMBER = re.compile(r"[0-9]{1,5}[ \t]{2,16}[/-][^\n|]{2,40}")
_DATE_LINE = re.compile(r",[\s*|_]*(?:ngày|Ngày)[\s*_]*")
_BLANK_DATE = re.compile(
    r"ngày[\s*_.…]{0,12}(?P<d>[0-9]{1,2})?[\s*_.…]{0,12}tháng[\s*_.…]{0,12}"
    r"(?P<m>[0-9]{1,2})?[\s*_.…]{0,12}năm[\s*_]{0,4}(?P<y>(?:19|20)[0-9]{2})"
)
_LABELLED_DATE = re.compile(r"Ngày ban hành:[\s*|_]*(?P<d>[0-9]{1,2})/(?P<m>[0-9]{1,2})/(?P<y>[12][0-9]{3})")
_PREAMBLE = re.compile(r"(?m)^[ \t*_|>\-]*(?:Căn cứ|Kính gửi|Theo đề nghị|Xét |Điều 1\b|I\. )")
_STOP_LINE = re.compile(
    r"(?:Căn[ \n]+cứ|Kính[ \n]+gửi|Thực[ \n]+hiện|Triển[ \n]+khai|Theo[ \n]+|Xét[ \n]+|Điều[ \n]+1\b|Chương[ \n]+I\b"
    r"|Phần[ \n]+(?:thứ[ \n]+)?(?:nhất|I)\b|I[.\-/][ \n]|A\.[ \n]|1\.[ \n]|\(Kèm|\(Ban[ \n]+hành|Luật[ \n]"
    r"|Thông[ \n]+tư[ \n]+số)"
)
_RULE = re.compile(r"[-_=*.~\s]{2,}")
_SUBJECT = re.compile(
    r"(?m)^[ \t|*_(]*(?:V/v|v/v|Về việc|V/v:)[\s:*]*(?P<title>[^\n|][^|]{3,400}?)"
    r"(?=\n[ \t*_|]*\n|\n[ \t*_|]*(?:Kính|KÍNH|CỘNG|Độc|[A-ZĐ][^\n]{2,40}, ngày)|\Z)"
)
_COLLECTIVE = re.compile(r"T/?M[.\s]*(?P<body>BỘ[\s*]+CHÍNH[\s*]+TRỊ|BAN[\s*]+BÍ[\s*]+THƯ|BAN[\s*]+CHẤP[\s*]+HÀNH)")
_COLLECTIVE_NAMES = {"BỘ": "Bộ Chính trị", "BÍ": "Ban Bí thư", "CHẤP": "Ban Chấp hành Trung ương"}
_TITLE_OF = re.compile(
    r"(?:CỦA|của)[\s*]+(?P<body>BỘ[\s*]+CHÍNH[\s*]+TRỊ|BAN[\s*]+BÍ[\s*]+THƯ"
    r"|BAN[\s*]+CHẤP[\s*]+HÀNH[\s*]+TRUNG[\s*]+ƯƠNG)",
    re.IGNORECASE,
)
_LEFT_HEAD = re.compile(
    r"(?:ỦY[\s*|]+BAN[\s*|]+NHÂN[\s*|]+DÂN|HỘI[\s*|]+ĐỒNG[\s*|]+NHÂN[\s*|]+DÂN|TỈNH[\s*|]+ỦY|THÀNH[\s*|]+ỦY"
    r"|HUYỆN[\s*|]+ỦY|QUẬN[\s*|]+ỦY|UBND|HĐND)(?![^\W_])"
)
_COUNCIL_TERM = re.compile(
    r"(?:Hội\s+đồng\s+nhân\s+dân|HĐND)[^.;\n]{0,60}?\n?[^.;\n]{0,40}?[Kk]hóa[\s*]+(?P<term>[XVI]{1,6})(?![^\W_])"
)
_CAPITAL_LINE = re.compile(
    r"(?m)^[ \t|*_#]*(?P<line>[A-ZĐÂÊÔƯĂÀÁẢÃẠẦẤẨẪẬẰẮẲẴẶÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ ,\-–]{4,80})"
    r"[ \t|*_]*$"
)


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


# A head flattened to one line, as sentence splitters leave it: "Thông tư Hướng dẫn … Căn cứ Luật …".
_FLAT = re.compile(
    r"[ \t]*(?P<type>(?:[A-ZĐ][^\W\d_]+)(?: [^\W\d_]+){0,3}?) (?P<title>[A-ZĐ][^\n]{10,1500}?) (?:Căn cứ |CĂN CỨ )"
)


def read_header(text: str) -> Header:
    """The own identity of a normalised text; every part None that the text does not give. Looks at the first `HEAD`
    code points, and at the end for consolidated texts and signatures."""
    zone_end = min(len(text), HEAD)
    flat = _FLAT.match(text)
    if flat and (known := typewords.words_to_type().get(flat["type"].casefold())):
        # What the title names is part of this document's own name; the relations it states are said again in the body.
        return Header(
            known, title=_one_line(flat["title"]), title_span=flat.span("title"), end=flat.end("title"), flat=True
        )
    preamble = _PREAMBLE.search(text, 0, zone_end)
    limit = preamble.start() if preamble else zone_end
    symbol, code, blank, span, lead = _own_number(text, limit)
    late = False
    if symbol is None and not blank:
        symbol, code, span = _late_number(text, limit)
        late = symbol is not None and span[0] > limit
    consolidated = _consolidated(text)
    kind = title = None
    title_span = (-1, -1)
    type_line = _type_line(text, zone_end if preamble is None else min(zone_end, preamble.start() + 1))
    if type_line:
        kind, after = type_line
        title, title_span = _title(text, after, zone_end)
    date, date_place, date_end = _date(text, 0, limit)
    if date is None and late:
        date, date_place, _ = _date(text, max(0, span[0] - 600), min(len(text), span[1] + 600))
    if date is None and consolidated is None and (kind in _PASSED_TYPES or (symbol and symbol.shape == "assembly")):
        date = passed_on(text)
    if consolidated is not None:
        symbol, span, date = consolidated
        code, blank, kind = symbol.canonical, False, "Văn bản hợp nhất"
    if symbol is not None and kind is None:
        kind = _type_of(symbol, lead)
    elif symbol is not None and symbol.type_code and kind and not _fits(kind, symbol.type_code):
        kind = _type_of(symbol, lead) or kind
    if kind is None and blank and code:
        kind = next((t.name for piece in re.split(r"[/\-]", code) for t in domain.types_by_code(piece)), None)
    if title is None:
        subject = _SUBJECT.search(text, 0, min(zone_end, limit + 600))
        if subject:
            title, title_span = _one_line(subject["title"]), subject.span("title")
            kind = kind or ("Công văn" if symbol else None)
    issuer = _issuer(text, symbol, code, limit, date_place, kind, title_span)
    term = (
        domain.assembly_term(_digits(symbol))
        if symbol is not None and symbol.shape == "assembly" and _digits(symbol)
        else None
    )
    if term is None and issuer and issuer.name.startswith("Hội đồng nhân dân"):
        found = _COUNCIL_TERM.search(text, max(0, len(text) - 20_000))
        term = found["term"] if found else None
    end = max(span[1], title_span[1], date_end, 0)
    return Header(
        kind, symbol, code, blank, span, date, issuer.name if issuer else None, issuer.code if issuer else None,
        issuer.level if issuer else None, issuer.place if issuer else None, term, title, title_span, end,
        joint=_joint(symbol, kind),
    )  # fmt: skip


def _joint(symbol: symbols.Symbol | None, kind: str | None) -> tuple[IssuerRef, ...]:
    """Every issuer of a joint document ("TTLT-BTC-BYT"), in the order of the symbol."""
    if symbol is None or kind is None or "liên" not in kind.casefold() or len(symbol.issuer_codes) < 2:
        return ()
    found = []
    for code in symbol.issuer_codes:
        bodies = domain.bodies_by_code(code)
        if bodies:
            found.append(IssuerRef(bodies[0].name, None, bodies[0].level, 0, bodies[0].code))
    return tuple(found)


def _digits(symbol: symbols.Symbol) -> int:
    found = re.search(r"[0-9]+$", symbol.issuer_codes[0]) if symbol.issuer_codes else None
    return int(found.group()) if found else 0


def _one_line(words: str) -> str:
    return " ".join(words.replace("*", " ").replace("|", " ").replace("_", " ").replace("#", " ").split()).strip(" -–")


def _own_number(text: str, limit: int) -> tuple[symbols.Symbol | None, str | None, bool, tuple[int, int], str | None]:
    for match in _OWN.finditer(text, 0, limit):
        found = symbols.SYMBOL.match(text, match.end())
        if found:
            symbol = symbols.parse(text, found, named=True)
            if symbol is not None:
                return symbol, symbol.canonical, False, (match.start(), symbol.end), match["lead"]
        spaced = _SPACED_NUMBER.match(text, match.end())
        if spaced:
            line = " ".join(spaced.group().split())
            found = symbols.SYMBOL.match(line)
            symbol = symbols.parse(line, found, named=True) if found else None
            if symbol is not None:
                return symbol, symbol.canonical, False, (match.start(), spaced.end()), match["lead"]
        empty = _BLANK_NUMBER.match(text, match.end())
        if empty:
            pieces = [symbols.canonical_code(p["piece"])[0] for p in symbols._PIECE.finditer(empty["codes"])]
            if any(symbols.is_known_code(p) for p in pieces):
                year = f"{empty['year']}/" if empty["year"] else ""
                return None, year + "-".join(pieces), True, (match.start(), empty.end()), match["lead"]
    return None, None, False, (-1, -1), None


_NUMBER_ANYWHERE = re.compile(r"(?<![^\W_])Số[ \t]*:[\s*|_]*(?=[0-9])")
_NUMBER_LINE = re.compile(r"(?m)^[ \t|*_]*Số[ \t]*:[ \t*]*(?=[0-9])")


def _late_number(text: str, limit: int) -> tuple[symbols.Symbol | None, str | None, tuple[int, int]]:
    """The own number where no line of the head begins with it: inside a line ("CHÍNH PHỦ_____ Số: 171/2025/NĐ-CP | CỘNG
    HÒA …"), or on a line of its own behind the body, where a text layer put the left column last."""
    zones = (
        (_NUMBER_ANYWHERE, 0, limit),
        (_NUMBER_LINE, limit, HEAD),
        (_NUMBER_LINE, max(limit, len(text) - 6_000), len(text)),
    )
    for pattern, begin, end in zones:
        for match in pattern.finditer(text, begin, min(end, len(text))):
            found = symbols.SYMBOL.match(text, match.end())
            symbol = symbols.parse(text, found, named=True) if found else None
            if symbol is not None and (
                pattern is _NUMBER_ANYWHERE or text[symbol.end : symbol.end + 40].split("\n")[0].strip(" |*_") == ""
            ):
                return symbol, symbol.canonical, (match.start(), symbol.end)
    return None, None, (-1, -1)


def _consolidated(text: str) -> tuple[symbols.Symbol, tuple[int, int], str | None] | None:
    """A consolidated text (VBHN) prints the original's head and its own number at the end (or the head)."""
    at = text.rfind("VBHN")
    if at < 0:
        return None
    begin = max(0, at - 400)
    for match in _OWN.finditer(text, begin, at + 1):
        found = symbols.SYMBOL.match(text, match.end())
        symbol = symbols.parse(text, found, named=True) if found else None
        if symbol is not None and symbol.type_code == "VBHN":
            around = text[symbol.end : symbol.end + 300]
            near = dates.FULL_DATE.search(around) or dates.FULL_DATE.search(
                text, max(0, match.start() - 300), match.start()
            )
            return symbol, (match.start(), symbol.end), dates.iso(near) if near else None
    return None


def _type_line(text: str, limit: int) -> tuple[str, int] | None:
    """The line that holds the type alone (or opens with it) in capitals, and the offset behind the type word."""
    table = typewords.words_to_type()
    for match in _CAPITAL_TYPE.finditer(text, 0, limit):
        words = match["line"]
        folded = " ".join(words.split()).casefold().rstrip("0123456789 ")
        if folded.startswith("văn bản"):
            continue  # "VĂN BẢN QUY PHẠM PHÁP LUẬT": a section of the gazette
        if folded in table:
            return table[folded], match.end("line")
        parts = folded.split()
        for count in (5, 4, 3, 2):
            head = " ".join(parts[:count])
            if len(parts) > count and head in table and count >= 2:
                return table[head], match.start("line") + _offset_of_words(words, count)
        if parts and parts[0] in ("luật", "lệnh") and len(parts) > 1 and "số" not in parts[:2]:
            return table.get(parts[0], "Luật"), match.start("line") + _offset_of_words(words, 1)
    return None


_UPPER = "A-ZĐÂÊÔƯĂÀÁẢÃẠẦẤẨẪẬẰẮẲẴẶÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ"
_CAPITAL_TYPE = re.compile(
    rf"(?m)^[ \t|*_#]*(?P<line>(?:NGHỊ|QUYẾT|THÔNG|KẾ|KẾT|CHỈ|LUẬT|BỘ LUẬT|PHÁP|BÁO|CÔNG|HƯỚNG|CHƯƠNG|QUY|TỜ|LỆNH|HIẾN"
    rf"|ĐỀ|ĐIỀU|BIÊN|VĂN|PHƯƠNG|DỰ|GIẤY|TUYÊN|LỜI|SẮC)(?:[ \t\n]*+[{_UPPER}0-9]++)*(?:[ ,;.\-–/“”\"'()0-9{_UPPER}]*))"
    rf"[ \t|*_]*(?:\n|$)"
)


def _offset_of_words(words: str, count: int) -> int:
    end = 0
    for i, match in enumerate(re.finditer(r"\S+", words)):
        if i == count:
            break
        end = match.end()
    return end


def _title(text: str, start: int, limit: int) -> tuple[str | None, tuple[int, int]]:
    """Title lines behind the type: up to a blank line, a rule, a table bar or the first line of the preamble."""
    lines: list[str] = []
    first = last = -1
    position = start
    for raw in text[start : min(len(text), start + 2_000)].split("\n"):
        line = _one_line(raw)
        at = position
        position += len(raw) + 1
        if not line or _RULE.fullmatch(line):
            if lines:
                break
            continue
        if lines and (_STOP_LINE.match(line) or (raw.strip().startswith("|"))):
            break
        if (
            not lines
            and _STOP_LINE.match(line)
            and not line.isupper()
            and line.startswith(("Căn", "Kính", "Điều", "I."))
        ):
            break
        if lines and line.isupper() and not lines[-1].isupper() and read_issuer(line, 0):
            break
        if re.fullmatch(r"[0-9]{1,3}|CÔNG BÁO.*", line):
            continue
        first = at if first < 0 else first
        lines.append(line)
        last = at + len(raw)
        if len(lines) >= 12 or line.endswith((";", ":")):
            break
    if not lines:
        return None, (-1, -1)
    return _one_line(" ".join(lines)), (first, last)


def _date(text: str, begin: int, limit: int) -> tuple[str | None, str | None, int]:
    best: tuple[str | None, str | None, int] | None = None
    for match in _DATE_LINE.finditer(text, begin, limit):
        at = text.find("gày", match.start(), match.end()) - 1
        full = dates.FULL_DATE.match(text, at)
        value = dates.iso(full) if full else None
        end = full.end() if full else match.end()
        if value is None:
            empty = _BLANK_DATE.match(text, at)
            if empty is None:
                continue
            value = empty["y"] + (f"-{int(empty['m']):02d}" if empty["m"] and 1 <= int(empty["m"]) <= 12 else "")
            end = empty.end()
        line = text[max(0, match.start() - 60) : match.start()].rstrip(" \t*_")  # "*Thành phố Huế**, ngày 18 …"
        cut = max(line.rfind("|"), line.rfind("*"), line.rfind("\n\n"), line.rfind("_"))
        place = _one_line(line[cut + 1 :])
        if "\n" in line[cut + 1 :] and len(place.split()) > 5:
            place = _one_line(line[line.rfind("\n") + 1 :])
        if not place or not place[0].isupper() or len(place) > 45:
            continue
        known = domain.place_by_name(place)
        if known:
            return value, known.name, end
        best = best or (value, place, end)
    if best:
        return best
    labelled = _LABELLED_DATE.search(text, begin, limit)
    if labelled:
        return dates.iso(labelled), None, labelled.end()
    return None, None, 0


def _type_of(symbol: symbols.Symbol, lead: str | None) -> str | None:
    if lead:
        return lead.capitalize()
    if symbol.type_code is None:
        return "Công văn" if symbol.shape == "letter" else None
    kinds = domain.types_by_code(symbol.type_code)
    return kinds[0].name if kinds else None


def _fits(kind: str, code: str) -> bool:
    known = domain.type_by_name(kind)
    codes = known.codes if known else ()
    return not codes or code.upper() in {c.upper() for c in (*codes, *(known.party_codes if known else ()))}


def _issuer(
    text: str,
    symbol: symbols.Symbol | None,
    code: str | None,
    limit: int,
    date_place: str | None,
    kind: str | None,
    title_span: tuple[int, int],
) -> IssuerRef | None:
    codes = (
        list(symbol.issuer_codes)
        if symbol
        else [p for p in re.split(r"[/\-]", code or "") if p and not symbols.is_type_code(p)]
    )
    place = None
    known_place = domain.place_by_name(date_place) if date_place else None
    if known_place:
        place = known_place.name
    for issuer_code in codes:
        base = issuer_code.rstrip("0123456789")
        if base.upper() == "TW":
            return _central_party(text, title_span)
        if base in ("UBND", "HĐND", "TU", "HU", "UB", "CTUBND"):
            return _from_left_head(text, limit, base, place, known_place.kind if known_place else None)
        bodies = domain.bodies_by_code(issuer_code) or domain.bodies_by_code(base)
        if bodies:
            body = _best_body(bodies, text, limit)
            return IssuerRef(
                body.name,
                place if body.level != "central" and not _central_prefix(body.level) else None,
                body.level,
                0,
                body.code,
            )
    if kind in ("Luật", "Bộ luật") or (symbol is not None and symbol.shape == "assembly"):
        standing = symbol is not None and symbol.issuer_codes and symbol.issuer_codes[0].startswith("UBTVQH")
        return IssuerRef("Ủy ban Thường vụ Quốc hội" if standing else "Quốc hội", None, "central", 0)
    return _from_capitals(text, limit, place)


def _central_prefix(level: str | None) -> bool:
    return level == "central"


def _best_body(bodies: tuple[domain.IssuingBody, ...], text: str, limit: int) -> domain.IssuingBody:
    """Among bodies that share a code, the one whose name stands in the head."""
    if len(bodies) > 1:
        head = " ".join(text[:limit].replace("*", " ").replace("|", " ").split()).casefold()
        for body in bodies:
            if body.name.casefold() in head:
                return body
    return bodies[0]


def _central_party(text: str, title_span: tuple[int, int]) -> IssuerRef | None:
    for match in _COLLECTIVE.finditer(text, max(0, len(text) - 60_000)):
        words = match["body"].split()
        return IssuerRef(
            _COLLECTIVE_NAMES.get(words[0], _COLLECTIVE_NAMES.get(words[1], "Ban Chấp hành Trung ương")),
            None,
            "central",
            0,
            "TW",
        )
    if title_span[0] >= 0:
        found = _TITLE_OF.search(text, max(0, title_span[0] - 40), title_span[1])
        if found:
            words = found["body"].upper().split()
            return IssuerRef(
                _COLLECTIVE_NAMES.get(words[0], _COLLECTIVE_NAMES.get(words[1], "Ban Chấp hành Trung ương")),
                None,
                "central",
                0,
                "TW",
            )
    return IssuerRef("Ban Chấp hành Trung ương", None, "central", 0, "TW")


def _from_left_head(text: str, limit: int, base: str, place: str | None, kind: str | None) -> IssuerRef:
    wanted = {"UBND": ("ỦY", "UBND"), "UB": ("ỦY", "UBND"), "CTUBND": ("ỦY", "UBND"), "HĐND": ("HỘI", "HĐND")}.get(
        base, ("TỈNH", "THÀNH", "HUYỆN", "QUẬN")
    )
    for match in _LEFT_HEAD.finditer(text, 0, limit):
        if not match.group().startswith(wanted):
            continue
        found = read_issuer(text, match.start())
        if found is not None and found.name.casefold() not in ("ủy ban nhân dân", "hội đồng nhân dân"):
            name = found.name
            if base == "CTUBND":
                name = "Chủ tịch " + name
            own = found.place or place
            return IssuerRef(name, _proper_case(own) if own else None, found.level, 0, base)
    level = "thành phố" if kind == "thành phố" else "tỉnh"
    name = {
        "UBND": f"Ủy ban nhân dân {level}",
        "UB": f"Ủy ban nhân dân {level}",
        "HĐND": f"Hội đồng nhân dân {level}",
        "CTUBND": f"Chủ tịch Ủy ban nhân dân {level}",
        "TU": "Thành ủy" if kind == "thành phố" else "Tỉnh ủy",
    }.get(base, "Huyện ủy")
    return IssuerRef(name, place, "provincial", 0, base)


def _proper_case(place: str) -> str:
    return " ".join(w.capitalize() for w in place.split()) if place.isupper() else place


def _from_capitals(text: str, limit: int, place: str | None) -> IssuerRef | None:
    """No telling symbol: the last capital line before the number that names a known body."""
    best = None
    for match in _CAPITAL_LINE.finditer(text, 0, limit):
        found = read_issuer(match["line"].title(), 0) if match["line"].strip() else None
        if found and domain.body_by_name(found.name):
            best = found
    if best is None:
        return None
    body = domain.body_by_name(best.name)
    assert body is not None
    return IssuerRef(body.name, best.place or (place if body.level != "central" else None), body.level, 0, body.code)
