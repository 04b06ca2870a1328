"""The type line of a head, the title below it, and the enacting line between title and preamble."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from graph import domain
from graph.alphabet import UPPER
from graph.citations import typewords
from graph.citations.bodies import IssuerRef, read_issuer
from graph.domain.heads import any_head as _any
from graph.domain.heads import head_words
from graph.normalise import fold

_CAPITAL_TYPE = re.compile(
    rf"(?m)^[ \t|*_#]*(?P<line>{_any('type-first')}"
    rf"(?:[ \t\n]*+[{UPPER}0-9]++)*(?:[ ,;.\-–/“”\"'()0-9{UPPER}]*))"
    rf"[ \t|*_]*(?:\n|$)"
)
_CAPITAL_LINE = re.compile(rf"(?m)^[ \t|*_#]*(?P<line>[{UPPER}]++(?:[ \t]+[{UPPER}]++){{1,4}})[ \t|*_]*$")
_COLON_TYPE = re.compile(rf"(?m)^[ \t|*_#]*(?P<line>[{UPPER}]++(?:[ \t]+[{UPPER}]++){{1,4}})[ \t*_]*:[ \t|*_]*$")
_BODY_OPENS = re.compile(rf"[0-9IVX]{{1,4}}[.)]|[-–+•]|{_any('part')}[ \n]")
_STOP_LINE = re.compile(
    rf"(?:{_any('preamble', wrapped=True)}(?!\w)|{_any('signature')}\.[ \n]"
    rf"|[{UPPER}][^\W\d_]*(?: [^\W\d_]+){{0,3}} {_any('this')}(?!\w)"  # "Chỉ thị này thay thế …"
    rf"|{_any('first-part', wrapped=True)}\b|I[.\-/][ \n]|A\.[ \n]|1\.[ \n]|{_any('attached', wrapped=True)}"
    rf"|[{UPPER}][^\n,]{{1,40}}, {_any('day')}[ \n]+[0-9]{{1,2}}[ \n]+{_any('month')})"
)
_NUMBERED_LAW = re.compile(rf"{_any('law')} [^\n]{{0,120}}?{_any('number')} [0-9]+/")
# the first act that a consolidated text names, below its title
_NOTED = re.compile(rf"[A-ZĐ][^\W\d_]+(?: [^\W\d_]+){{0,3}} {_any('number')} [0-9]")
_IN_FORCE = re.compile(rf"(?<!\w){_any('in-force')}")
_NOTE_ROWS = 12
_NUMBER_LINE = re.compile(rf"{_any('number-lead')}[ \t]*(?::|[0-9]{{1,5}}[/\-][^ ]+$)")
_DAY_LINE = re.compile(
    rf"[{UPPER}][^\n,]{{1,40}}, {_any('day')} [0-9]{{1,2}} {_any('month')} [0-9]{{1,2}} [^ ]+ [0-9]{{4}}$"
)
_ABOUT = re.compile(rf" {_any('about')} ")
# The first sentence of the body right below a title: it opens with its day, or with a word that no name begins with
# (in a title that is one line of capitals and small letters only names have capitals), or is long and ends with a stop.
_SENTENCE = re.compile(
    rf"{_any('opens-day')} [0-9]{{1,2}}(?:/| {_any('month')} )|{_any('today')}|(?=[^\W\d_a-zđ])(?:\S+ ){{15,}}\S+\.$"
    rf"|(?:{_any('sentence')}|{_any('opens-year')} [0-9]{{4}},)(?!\w)"
)
_RUNNING_HEAD = re.compile(rf"[0-9]{{1,3}}|{_any('gazette')}.*")
_SAYS = re.compile(rf"(?:^|\s+){_any('says')}\s*:?$", re.IGNORECASE)
_NUMBER_ABOVE = 120  # code points above a subject in which its number stands
_LONGEST = 24  # lines of a title
_SAYING = 5  # words of the next line that tell how a line goes on
_SIGNED = re.compile(r" {20,}(?=(?:KT|TM|TL)\. )")  # a signature behind a running head that was blanked out
_RULE = re.compile(r"[-_=*.~\s]{2,}")
# what goes on with a body's name in a title; behind any other word in small letters the body does something
_GOES_WITH = re.compile(rf"{_any('goes-with')}(?!\w)")
# besides heads of bodies: nouns that are no body's whole name, parts of a body, parts of the title of a head
_LEADS_ON = re.compile(rf"{_any('leads-on')}$")
_OFFICE_WORDS = 3
_TYPE_WORDS = 5
_COMMA = re.compile(rf", (?=[{UPPER}])")
_BODY = 160  # code points of a body's name
_SUBJECT = re.compile(
    rf"(?m)^[ \t|*_(]*(?P<lead>{_any('subject')})[\s:*]+(?P<title>[^\n|][^|]{{3,400}}?)"
    rf"(?=\n[ \t*_|]*\n|\n[ \t*_|]*(?:{_any('addressed')}|{_any('motto')}|[{UPPER}][^\n]{{2,40}}, {_any('day')})"
    r"|\n?[ \t]*\||\Z)"
)
_CAUSE = re.compile(rf"(?:^|\s){_any('cause')}(?:\s|$)")
_BLANK_ROWS = 5  # rows in which a title goes on below blank lines
_OPEN_ENDED = re.compile(rf"(?:{_any('open-ended')}|[,;:\-–])$", re.IGNORECASE)
# what may stand behind the body in an enacting line
BEHIND_BODY = re.compile(
    rf"[\s,]*(?:{_any('republic')})?[\s,.(]*(?:{_any('term')} [XVI0-9]+)?[\s,]*(?:{_any('tenure')} [0-9 \-–]+)?"
    rf"[\s,\-–]*(?:{_any('meeting')}[ {UPPER}0-9]*)?[\s,)]*(?:\(?{_any('meeting')}[^)]{{0,30}}\))?[\s.:]*",
    re.IGNORECASE,
)


class Title(NamedTuple):
    """The title on one line (None if none) with its span, and what the enacting line says: the body that enacts, and
    whether its head does ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH")."""

    title: str | None
    span: tuple[int, int]
    enacted_by: IssuerRef | None = None
    enacting: str = ""


def one_line(words: str) -> str:
    """`words` on one line, without emphasis, bars and rules at its ends."""
    return " ".join(words.replace("*", "").replace("|", " ").replace("_", " ").replace("#", " ").split()).strip(" -–")


def type_line(text: str, limit: int) -> tuple[str, int] | None:
    """The line that holds the type alone (or opens with it) in capitals, and the offset behind the type word. Where no
    line has it, one that has it but for its marks ("QUYÉT ĐỊNH", read from a picture)."""
    return _type_line(text, limit) or _type_before_colon(text, limit) or _type_line_folded(text, limit)


def _type_before_colon(text: str, limit: int) -> tuple[str, int] | None:
    """A type line that ends with a colon ("THÔNG BÁO:") and has a title below it; before the first article "QUYẾT
    ĐỊNH:" only says that here it is decided."""
    for match in _COLON_TYPE.finditer(text, 0, limit):
        kind = typewords.words_to_type().get(" ".join(match["line"].split()).casefold())
        below = text[match.end() :].lstrip(" \t\n*_|#")[:80]
        if kind is not None and below and not (_BODY_OPENS.match(below) or below.startswith(_PREAMBLE_WORDS)):
            return kind, match.end()
    return None


def _type_line_folded(text: str, limit: int) -> tuple[str, int] | None:
    for match in _CAPITAL_LINE.finditer(text, 0, limit):
        kind = _folded_types().get(fold(match["line"])) or _joined_types().get(fold(match["line"]).replace(" ", ""))
        if kind is not None:
            return kind, match.end("line")
    return None


@cache
def _folded_types() -> dict[str, str]:
    """Type names of two words or more without marks; those that are not told apart so are left out."""
    kinds: dict[str, set[str]] = {}
    for words, kind in typewords.words_to_type().items():
        if " " in words and words not in head_words("no-type"):
            kinds.setdefault(fold(words), set()).add(kind)
    return {words: next(iter(found)) for words, found in kinds.items() if len(found) == 1}


@cache
def _joined_types() -> dict[str, str]:
    """Type names without marks and blanks, for lines torn by blanks ("THÔN G TƯ")."""
    return {words.replace(" ", ""): kind for words, kind in _folded_types().items()}


def _type_line(text: str, limit: int) -> tuple[str, int] | None:
    table = typewords.words_to_type()
    caption: tuple[str, int] | None = None
    for match in _CAPITAL_TYPE.finditer(text, 0, limit):
        words = match["line"]
        folded = " ".join(words.split()).casefold().rstrip("0123456789 ")
        if folded.startswith(head_words("no-type")):
            continue  # "VĂN BẢN QUY PHẠM PHÁP LUẬT": a section of the gazette
        draft = next((lead for lead in head_words("draft") if folded.startswith(f"{lead} ")), "")
        if draft:  # "DỰ THẢO" above the type
            words = words[_offset_of_words(words, len(draft.split())) :].lstrip()
            folded = folded.removeprefix(f"{draft} ")
        begin = match.end("line") - len(words)
        if folded in table:
            return table[folded], match.end("line")
        first = words.split("\n", 1)[0].rstrip()
        if "\n" in words and first.casefold() in table:
            return table[first.casefold()], begin + len(first)
        parts = folded.split()
        for count in (5, 4, 3, 2):
            head = " ".join(parts[:count])
            if len(parts) > count and head in table and count >= 2:
                found = table[head], begin + _offset_of_words(words, count)
                if not parts[count][0].isdigit():
                    return found
                caption = caption or found  # "THÔNG TƯ 19/2017/TT-BNNPTNT VỀ …": a portal's, above the document
                break
        bare = parts[0] if len(parts) > 1 and not set(head_words("number")).intersection(parts[:2]) else ""
        if bare in head_words("bare-type") and bare in table:
            return table[bare], begin + _offset_of_words(words, 1)
    return caption


def _offset_of_words(words: str, count: int) -> int:
    end = 0
    for i, match in enumerate(re.finditer(r"\S+", words)):
        if i == count:
            break
        end = match.end()
    return end


def read_title(text: str, start: int, limit: int) -> Title:
    """Title lines behind the type: up to a blank line, a rule, a table bar, small letters behind capitals, the enacting
    line or the first line of the preamble. A line that only says whose the document is ("CỦA BỘ CHÍNH TRỊ", "HỘI NGHỊ
    LẦN THỨ SÁU BAN CHẤP HÀNH TRUNG ƯƠNG") is no part of the title."""
    lines: list[tuple[str, int, int]] = []
    enacted: IssuerRef | None = None
    enacting = ""
    position = start
    shown = text[start : min(len(text), start + 2_500)]
    wide = " " * 20 in shown  # a search for blanks stops at each
    rows = (_SIGNED.sub(lambda blank: "\n" + blank[0][1:], shown) if wide else shown).split("\n")
    for number, raw in enumerate(rows):
        line = one_line(raw)
        at, position = position, position + len(raw) + 1
        if not line or _RULE.fullmatch(line):
            if lines and (line or not (_OPEN_ENDED.search(lines[-1][0]) or _goes_on_below(rows, number, lines))):
                break
            continue
        if not lines and (owner := _owner(rows, number)):
            enacting = owner
            continue
        before = lines[-1][0] if lines else ""
        if _starts_enacting(rows, number, before) or (lines and _repeats_the_head(text[:start], rows, number, before)):
            enacted, enacting = _enacting(rows, number)
            break
        if lines and raw.strip().startswith("|"):
            break
        if (
            lines
            and not _OPEN_ENDED.search(before)
            and (
                _STOP_LINE.match(opening := _opening(rows, number))
                or _SENTENCE.match(opening)
                or _NUMBERED_LAW.match(line)
                or _speaks(rows, number, before)
                or _tells(rows, number)
                or _notes(rows, number)
            )
        ):
            break
        if not lines and _STOP_LINE.match(line) and not line.isupper() and line.startswith(_PREAMBLE_WORDS):
            break
        if lines and all(words.isupper() for words, _, _ in lines) and _small(line):
            break
        if line.isupper() and any(_small(words) for words, _, _ in lines) and _before_preamble(rows, number):
            break  # "… thông qua kế hoạch⏎HỘI ĐỒNG QUẢN TRỊ⏎Căn cứ …": who decides
        if _RUNNING_HEAD.fullmatch(line) or (not lines and _DAY_LINE.match(line)):
            continue
        if _NUMBER_LINE.match(line) and not _ABOUT.search(line):  # "HỢP ĐỒNG DỊCH VỤ⏎Số: 05/2024/HĐDV"
            if lines:
                break
            continue
        lines.append((line, at, at + len(raw)))
        if len(lines) >= _LONGEST or line.endswith(":") or (line.endswith(";") and not _goes_on(rows, number)):
            break
    if enacted is None:
        enacted, later = _later_enacting(text, position, limit)
        enacting = enacting or later
    if not lines:
        return Title(None, (-1, -1), enacted, enacting)
    return Title(one_line(" ".join(words for words, _, _ in lines)), (lines[0][1], lines[-1][2]), enacted, enacting)


def _before_preamble(rows: list[str], number: int) -> bool:
    """Whether the next line that holds something opens the preamble."""
    below = next((words for row in rows[number + 1 :] if (words := one_line(row))), "")
    return below.startswith(_PREAMBLE_WORDS)


_BEFORE_NUMBER = re.compile(r"(?:(?:CỦA|của) [^,;:“\"]{3,140}? )?(?:(?:SỐ|Số|số)[ :]*)?")
_BEHIND_NUMBER = re.compile(
    r"[ ,]*(?:(?:NGÀY|ngày) [0-9]{1,2} ?(?:/|THÁNG|tháng) ?[0-9]{1,2} ?(?:/|NĂM|năm) ?[0-9]{4})?[ ,:–-]*"
)
_REST = 8  # code points of the shortest title behind the number


def without_number(title: str, code: str | None) -> str:
    """`title` without the document's own number and day, and whose it is ("CỦA CHÍNH PHỦ SỐ 61/1998/NĐ-CP NGÀY 15 THÁNG
    8 NĂM 1998 VỀ …"), as law portals print them below the type."""
    at = title.casefold().find(code.casefold()) if code else -1
    if at < 0 or code is None or _BEFORE_NUMBER.fullmatch(title, 0, at) is None:
        return title
    behind = _BEHIND_NUMBER.match(title, at + len(code))
    rest = title[behind.end() :] if behind else ""
    return rest if len(rest) > _REST and rest[0].isalpha() else title


def _opening(rows: list[str], number: int) -> str:
    """A line with the first words of the next: "Căn⏎cứ", "Hà⏎Nội, ngày 5 tháng 9"."""
    below = one_line(rows[number + 1]).split(maxsplit=_SAYING)[:_SAYING] if number + 1 < len(rows) else []
    return " ".join([one_line(rows[number]), *below])


def _speaks(rows: list[str], number: int, before: str) -> bool:
    """ "Thủ tướng Chính phủ điện: Các Bộ", "Sở Nội vụ thông báo … như sau:": a body begins to say something, in a
    paragraph that ends with a stop, as no title does."""
    line = one_line(rows[number])
    if line.isupper() or _leads_to_a_body(before):
        return False
    body = read_issuer(line, 0)
    if body is None:
        return False
    return _acts(line[body.end :]) and bool(_paragraph(rows, number))


def _acts(behind: str) -> bool:
    """Whether the words behind a body's name say that it does something."""
    behind = behind.lstrip()
    return behind[:1].islower() and not _GOES_WITH.match(behind)


def _paragraph(rows: list[str], number: int) -> str:
    """What stands from a line on up to the stop or the colon that ends it; empty where a blank line or a clause of a
    preamble comes first."""
    words: list[str] = []
    for raw in rows[number : number + _LONGEST]:
        line = one_line(raw)
        if words and line.startswith(_PREAMBLE_WORDS):
            return ""
        words.append(line)
        if not line or ":" in line or line.endswith((".", ";", "./.")):
            return " ".join(words) if line else ""
    return ""


def _tells(rows: list[str], number: int) -> bool:
    """ "Chấp hành nghiêm Chỉ thị số …, UBND tỉnh ban hành Kế hoạch như sau:": does a sentence begin that ends with a
    stop, as no title does, and that says behind a comma what a body does? What begins with the name of a document or
    of a body goes on with a title."""
    line = one_line(rows[number])
    words = line.split(maxsplit=_TYPE_WORDS)
    if len(words) < _OFFICE_WORDS or not line[0].isupper() or words[1][0].isupper() or line.isupper():
        return False
    kinds = typewords.words_to_type()
    if any(" ".join(words[:n]).casefold() in kinds for n in range(1, _TYPE_WORDS)) or read_issuer(line, 0) is not None:
        return False
    said = _paragraph(rows, number)
    return not said.endswith(";") and any(
        (body := read_issuer(said[comma.end() : comma.end() + _BODY], 0)) is not None
        and _acts(said[comma.end() + body.end :])
        for comma in _COMMA.finditer(said)
    )


def _leads_to_a_body(line: str) -> bool:
    """Whether a line ends inside the name of a body or behind that of its head: "… của Bộ trưởng⏎Bộ Nội vụ"."""
    last = line.casefold().split()[-_OFFICE_WORDS:]
    endings = {" ".join(last[at:]) for at in range(len(last))}
    return not endings.isdisjoint(domain.offices()) or _LEADS_ON.search(line) is not None


def _notes(rows: list[str], number: int) -> bool:
    """The note below the title of a consolidated text: its acts, each with the day it took effect."""
    if not _NOTED.match(one_line(rows[number])):
        return False
    return _IN_FORCE.search(one_line(" ".join(rows[number : number + _NOTE_ROWS]))) is not None


def _goes_on_below(rows: list[str], number: int, lines: list[tuple[str, int, int]]) -> bool:
    """Whether a title goes on below blank lines, as pages print one whose lines are centred: "… ngày 06/01/1998⏎⏎của
    Chính phủ quy định …" in small letters, in capitals with a word that no title or enacting line begins with."""
    behind = (one_line(raw) for raw in rows[number : number + _BLANK_ROWS])
    below = next((line for line in behind if line), "")
    if all(words.isupper() for words, _, _ in lines):
        return below.isupper() and _GOES_WITH.match(below.lower()) is not None
    return below[:1].islower()


def _goes_on(rows: list[str], number: int) -> bool:
    """Whether a title goes on below a line that ends in a semicolon: in small letters, or in capitals both."""
    line, below = one_line(rows[number]), one_line(rows[number + 1]) if number + 1 < len(rows) else ""
    return below[:1].islower() or (line.isupper() and below.isupper() and not _RULE.fullmatch(below))


_PREAMBLE_WORDS = (*head_words("preamble-word"), "I.")
_BASIS = head_words("preamble")[0]
_DECIDES = re.compile(rf"{_any('decides')}\s*:?$|{_any('acts-by')}\b", re.IGNORECASE)


def _small(line: str) -> bool:
    letters = [ch for ch in line if ch.isalpha()]
    return len(letters) > 3 and sum(ch.islower() for ch in letters) * 2 > len(letters)


def _run(rows: list[str], number: int) -> tuple[str, str]:
    """The lines in capitals from `number` on as one, and the next line that says something."""
    words: list[str] = []
    for raw in rows[number : number + 5]:
        line = one_line(raw)
        plain = _SAYS.sub("", line)
        if not plain or not plain.isupper() or _RULE.fullmatch(line) or _DECIDES.match(line):
            break
        words.append(plain)
        number += 1
        if plain != line:
            return " ".join(words), _BASIS
    behind = (one_line(raw) for raw in rows[number : number + 5])
    return " ".join(words), next((line for line in behind if line and not _RULE.fullmatch(line)), "")


def _starts_enacting(rows: list[str], number: int, before: str) -> bool:
    """Whether the line opens the enacting formula: a body or its head alone, in capitals, up to the preamble."""
    if before and _OPEN_ENDED.search(before):
        return False
    words, behind = _run(rows, number)
    if not words or _CAUSE.search(words):
        return False
    if behind and not (_STOP_LINE.match(behind) or behind.startswith(_PREAMBLE_WORDS) or _DECIDES.match(behind)):
        return False
    if domain.begins(words, domain.offices()):
        return True
    found = read_issuer(words, 0)
    return found is not None and not found.inferred and BEHIND_BODY.fullmatch(words, found.end) is not None


def _repeats_the_head(head: str, rows: list[str], number: int, before: str) -> bool:
    """Whether the line, in capitals, is the body of the head said again: who enacts, though no table holds it."""
    words, behind = _run(rows, number)
    if len(words.split()) < _OFFICE_WORDS or not (_STOP_LINE.match(behind) or behind.startswith(_PREAMBLE_WORDS)):
        return False
    if _OPEN_ENDED.search(before) or domain.begins(words, domain.body_nouns()) is None:
        return False
    board = domain.begins(words, domain.standing_bodies())  # "HỘI ĐỒNG THÀNH VIÊN TẬP ĐOÀN …"
    said = r"\s+".join(map(re.escape, words.split()[len(board.split()) if board else 0 :]))
    return re.search(rf"(?:\A|[\n|])[ *_]*{said}(?!\w)", head[-_HEAD:]) is not None


_HEAD = 1_500


def _enacting(rows: list[str], number: int) -> tuple[IssuerRef | None, str]:
    words, _ = _run(rows, number)
    return read_issuer(words, 0), words


def _later_enacting(text: str, position: int, limit: int) -> tuple[IssuerRef | None, str]:
    """The enacting line behind the blank line or rule that ended the title."""
    rows = text[position : min(len(text), position + 600, limit + 600)].split("\n")
    for number, raw in enumerate(rows[:12]):
        line = one_line(raw)
        if not line or _RULE.fullmatch(line):
            continue
        if _starts_enacting(rows, number, ""):
            return _enacting(rows, number)
        if not (line.isupper() or line.startswith("(")):
            break
    return None, ""


_CONFERENCE = re.compile(rf"{_any('conference')}(?!\w)")


def _owner(rows: list[str], number: int) -> str:
    """The line between type and title that says whose the document is; empty if it says more."""
    line = one_line(rows[number])
    if not line.isupper() or not _CONFERENCE.match(line):
        return ""
    rest = next((line.removeprefix(of) for of in head_words("whose") if line.startswith(f"{of} ")), line).strip()
    found = read_issuer(rest, 0)
    return line if found is not None and BEHIND_BODY.fullmatch(rest, found.end) else ""


def subject(text: str, limit: int) -> tuple[str, tuple[int, int], bool] | None:
    """The subject of a letter below its number: its words, its span, and whether "V/v" opens it."""
    for match in _SUBJECT.finditer(text, 0, limit):
        near = text[max(0, match.start() - _NUMBER_ABOVE) : match.start()]
        if match["lead"] in head_words("plain-subject") and not any(lead in near for lead in head_words("number-lead")):
            continue
        start, end = match.span("title")
        for line in re.finditer(r"\n[^\n]+", text[start:end]):  # "V/v …⏎ĐOÀN TNCS HỒ CHÍ MINH": the other column
            if line[0].isupper() and len(line[0].split()) > 2 and not text[start : start + line.start()].isupper():
                end = start + line.start()
                break
        return one_line(text[start:end]), (start, end), match["lead"].casefold().startswith("v/v")
    return None
