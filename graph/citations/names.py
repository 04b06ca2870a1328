"""Names of bodies that no table holds: where they begin, where they end, and how a symbol abbreviates them.

A name begins with a noun of the table ``naming`` ("Trung tâm", "Hội đồng", "Chi cục"), goes on word by word, and ends
before a clause (a word of the table, an office, a document), behind a place or "Việt Nam", at punctuation. Where no
such end is in sight it is no name: no issuer is better than a wrong one. What is read so is inferred, and marked.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from graph import domain
from graph.citations import typewords
from graph.domain.table import match_form
from graph.normalise import fold
from graph.syllables import is_syllable

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n)|\|)"
_TOKEN = re.compile(rf"{_BLANK}*+(?P<mark>[,&\-–])?{_BLANK}*+(?P<word>[^\W_]+(?:&[^\W_]+)*)")
_LEVELS = frozenset(
    {"tỉnh", "thành phố", "tp", "thị xã", "huyện", "quận", "xã", "phường", "thị trấn", "đặc khu", "khu vực"}
)
_CONNECTIVES = frozenset({"và", "&", "của", "các", "-", ","})
# behind a comma a name goes on only towards an "và": "Văn hóa, Thể thao và Du lịch"
_ENUMERATED = re.compile(
    rf"(?:{_BLANK}*+[^\W_]++){{1,4}}(?:,(?:{_BLANK}*+[^\W_]++){{1,4}})?{_BLANK}++(?:và|VÀ|&){_BLANK}++"
)
_NUMBERED = re.compile(rf"{_BLANK}++(?:số|SỐ|này|[0-9])")
_MOST_WORDS = 24
# bodies of a field that every level has: "Công an huyện Mộ Đức"
_LEVELLED = frozenset(
    {"công an", "thanh tra", "tòa án nhân dân", "viện kiểm sát nhân dân", "bảo hiểm xã hội", "liên đoàn lao động"}
)
# bodies that are named by what they are for, in small letters
_PURPOSEFUL = frozenset(
    {
        "ban chỉ đạo",
        "ban điều hành",
        "ban tổ chức",
        "hội đồng",
        "tiểu ban",
        "tổ công tác",
        "tổ giúp việc",
        "ban soạn thảo",
    }
)
# bodies that their table holds whole: behind these only another body makes a name ("Ban Chấp hành Đảng bộ …")
_CLOSED = frozenset(
    {
        "ban bí thư",
        "ban chấp hành",
        "ban thường vụ",
        "bộ chính trị",
        "chính phủ",
        "chủ tịch nước",
        "quốc hội",
        "đại hội",
    }
    | {"hội đồng nhân dân", "hđnd", "thủ tướng chính phủ", "ubnd", "ubtvqh", "ủy ban nhân dân", "liên bộ"}
)


class Name(NamedTuple):
    """A name as it stands in a text: its words on one line, the noun it begins with (matching form), the offset behind
    it, and where a place begins that belongs to it ("tỉnh Quảng Ngãi"), or -1."""

    words: str
    noun: str
    end: int
    place_at: int = -1


def read_name(text: str, start: int) -> Name | None:
    """The name of an unknown body that begins at `start`, or None where none begins, or none ends. Looks at most some
    twenty words ahead."""
    window = " ".join(text[start : start + 60].replace("*", " ").replace("|", " ").replace("_", " ").split())
    noun = domain.begins(window, domain.body_nouns())
    if noun is None or not text[start].isupper():
        return None
    words: list[str] = []
    position = start
    for _ in noun.split():
        token = _TOKEN.match(text, position)
        if token is None or token["mark"]:
            return None
        words.append(token["word"])
        position = token.end()
    # "Ban hành", "Hội viên", "Bộ luật": a noun of one syllable names a body only before a capital
    following = _TOKEN.match(text, position)
    if following is None or (len(words) == 1 and not following["word"][0].isupper()):
        return None
    if noun in _CLOSED and not _opens(text, position):
        return None
    capitals = words[0].isupper() and len(words[0]) > 1 and following["word"].isupper()
    place_at, first = -1, len(words)
    verbal = _clause(text, following.start("word"))  # "Ban Chỉ đạo thực hiện …": only a sure end ends the name
    while len(words) <= _MOST_WORDS:
        token = _TOKEN.match(text, position)
        if token is None:
            break
        word, mark, at = token["word"], token["mark"], token.start("word")
        if mark == "," and not _goes_on(text, at, words[-1], noun):
            break
        if mark in ("-", "–") and (not word[0].isupper() or _opens(text, at)):
            break
        small = word[0].islower()
        if capitals and not word.isupper() and not word[0].isdigit():
            break
        if (small or capitals) and len(words) > first and _ends(text, at, words[-1]):
            if verbal:
                return None
            break
        if word.casefold() == "và" and (_opens(text, token.end()) or _ends(text, _next(text, token.end()), word)):
            break
        if word[0].isdigit() and (len(word) > 3 or text.startswith(("/", ".", "-"), token.end())):
            break
        level = _level(text, at)
        if level:
            if level != "khu vực":
                place_at = at
                break
        elif not small and not capitals and _office(text, at):
            if words[-1][0].islower():
                return None  # "… hành chính gửi Thủ tướng": an unknown verb may stand between
            break
        elif not small and not capitals and _document(text, at):
            break
        elif (
            not small and not capitals and words[-1][0].islower() and len(words) > len(noun.split()) and _noun(text, at)
        ):
            return None
        if mark:
            words.append("-" if mark in "-–" else mark)
        words.append(word)
        position = token.end()
        if len(words) > 2 and words[-2].casefold() == "việt" and word.casefold() == "nam":
            break
    else:
        return None
    while words and words[-1].casefold() in _CONNECTIVES:
        words.pop()
    if len(words) == first and place_at >= 0 and noun in _LEVELLED:
        return Name(" ".join(words), noun, position, place_at)
    if len(words) <= first or (noun in ("bộ", "sở") and all(_SHORT.fullmatch(w) for w in words[1:])):
        return None  # "Bộ QLX": initials that no ministry bears
    return Name(" ".join(words).replace(" ,", ","), noun, position, place_at)


def _goes_on(text: str, at: int, before: str, noun: str) -> bool:
    """Whether a name goes on behind a comma: "Phòng Văn hóa, Khoa học và Thông tin", "Ban Chỉ đạo phòng, chống …"."""
    if text[at].isupper():
        return _ENUMERATED.match(text, at) is not None and not _opens(text, at)
    return noun in _PURPOSEFUL and before[0].islower() and text[at].islower()


def _next(text: str, at: int) -> int:
    token = _TOKEN.match(text, at)
    return token.start("word") if token else at


@lru_cache(maxsize=1)
def _end_words() -> frozenset[str]:
    return frozenset(words.split()[0] for words in domain.name_ends())


def _line(text: str, at: int) -> str:
    return " ".join(text[at : at + 48].replace("*", " ").replace("|", " ").replace("_", " ").split())


def _ends(text: str, at: int, before: str) -> bool:
    """Whether a clause opens at `at`, behind the word `before`. (The first word behind the noun may be one of the words
    that elsewhere end a name: "Ban Tổ chức", "Hội đồng thẩm định".)"""
    word = _TOKEN.match(text, at)
    if word is None or match_form(word["word"]) not in _end_words():
        return False
    if match_form(f"{before} {word['word']}") in domain.compounds():
        return False
    line = _line(text, at)
    inner = domain.begins(f"{before} {line}", domain.body_nouns())
    if inner is not None and " " in inner:
        return False  # "Tổ giúp việc Ban chỉ đạo"
    return domain.begins(line, domain.compounds(), 2) is None and domain.begins(line, domain.name_ends(), 3) is not None


def _clause(text: str, at: int) -> bool:
    return text[at].islower() and domain.begins(_line(text, at), domain.name_ends(), 3) is not None


def _noun(text: str, at: int) -> bool:
    return domain.begins(_line(text, at), domain.body_nouns()) is not None


def _office(text: str, at: int) -> bool:
    return domain.begins(_line(text, at), domain.offices()) is not None


def _document(text: str, at: int) -> bool:
    """A document follows: "… Kế hoạch số 12" (but "Sở Kế hoạch và Đầu tư")."""
    line = _line(text, at)
    parts = line.split()
    for count in (4, 3, 2, 1):
        head = " ".join(parts[:count]).casefold()
        if head in typewords.words_to_type():
            return _NUMBERED.match(text, at + len(head)) is not None
    return False


def _opens(text: str, at: int) -> bool:
    """Whether another body, an office or a document begins at `at` (blanks skipped)."""
    at = _next(text, at)
    return text[at : at + 1].isupper() and (_noun(text, at) or _office(text, at) or _document(text, at))


def _level(text: str, at: int) -> str | None:
    """The level word that begins at `at` and ends a name or goes before a place; "xã hội" is none."""
    parts = _line(text, at).replace(",", " ").replace(";", " ").split()
    if not parts:
        return None
    two = " ".join(parts[:2]).casefold()
    one = parts[0].casefold().rstrip(".")
    if two in _LEVELS:
        return two
    if one not in _LEVELS or two in ("xã hội", "quận công", "tp hcm"):
        return "tp" if two == "tp hcm" else None
    return one


def abbreviates(code: str, name: str) -> bool:
    """Whether a symbol's code can stand for `name`: each letter begins a word or goes on in it, in the order of the
    name ("SGDĐT", "THPTLHP" for Trường THPT Lê Hồng Phong, "TNI" for Thuế tỉnh Tây Ninh, "SNgV"). Words may be left
    out; digits do not count.

    >>> abbreviates("TTPVHCC", "Trung tâm Phục vụ hành chính công"), abbreviates("THPTLHP", "Sở Giáo dục và Đào tạo")
    (True, False)
    """
    letters = "".join(ch for ch in fold(code) if ch.isalpha())
    words = re.findall(r"[^\W\d_]+", fold(name))
    if not letters:
        return False
    states = {(index, 1) for index, word in enumerate(words) if word[0] == letters[0]}
    for letter in letters[1:]:
        following = {(i, k + 1) for i, k in states if k < len(words[i]) and words[i][k] == letter}
        first = min((i for i, _ in states), default=len(words))
        following |= {(i, 1) for i in range(first + 1, len(words)) if words[i][0] == letter}
        states = following
    return bool(states)


_BODIES_SHORT = frozenset({"UBND", "HĐND", "ĐBQH", "QLDA", "ĐTXD"})
_SHORT = re.compile(r"[BCDĐGHKLMNPQRSTVX]{2,}[0-9]*|[IVX]+|[A-ZĐ]*[0-9]+[A-ZĐ]*")


def in_small_letters(words: str, text: str) -> str:
    """A name in capitals as the text itself writes it in small letters somewhere; else with a capital on each word but
    the connectives."""
    parts = words.split()
    pattern = r"[\s*_|]+".join(re.escape(p) for p in parts)
    for found in re.finditer(pattern, text, re.IGNORECASE):
        written = " ".join(found.group().replace("*", " ").replace("_", " ").replace("|", " ").split())
        if not written.isupper() and written[0].isupper():
            return written
    noun = domain.begins(words, domain.body_nouns())
    count = len(noun.split()) if noun else 0
    made = [_noun_as_written(noun)] if noun else []
    # what a committee is for is written small, a school or a hospital has a proper name
    lower = noun in _PURPOSEFUL
    for part in parts[count:]:
        small = part.lower()
        spelled = domain.abbreviations().get(part, ()) if part in _BODIES_SHORT else ()
        if spelled:
            made.append(spelled[0])
            continue
        kept = not part.isupper() or _SHORT.fullmatch(part) or "/" in part or any(ch.isdigit() for ch in part)
        kept = kept or (part.isalpha() and not is_syllable(part))  # "ABC", "FPT", "TAXI"
        made.append(part if kept else small if lower or small in _CONNECTIVES else small.capitalize())
    return _with_known_names(" ".join(made)) if lower else _with_phrases(" ".join(made))


def _with_phrases(words: str) -> str:
    """A name with words of several syllables in small letters behind their first: "Trường Tiểu học Lê Lợi"."""
    folded = words.casefold()
    for phrase in domain.name_phrases():
        at = folded.find(phrase)
        while at >= 0:
            end = at + len(phrase)
            if (at == 0 or not words[at - 1].isalnum()) and (end == len(words) or not words[end].isalnum()):
                words = words[: at + 1] + phrase[1:] + words[end:]
            at = folded.find(phrase, end)
    return _before_numbers().sub(lambda word: word[0].lower(), words)


@cache
def _before_numbers() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(domain.numbered_words())))
    return re.compile(rf"(?<=\S )(?:{words})(?= (?:[0-9]+|[IVX]+)(?![^\W_]))", re.IGNORECASE)


def _noun_as_written(noun: str) -> str:
    return next((w for w in _written_nouns() if match_form(w) == noun), noun.capitalize())


@lru_cache(maxsize=1)
def _written_nouns() -> tuple[str, ...]:
    return domain.nouns_as_written()


_KNOWN_NAMES = (
    "Bộ Chính trị",
    "Chính phủ",
    "Quốc hội",
    "Trung ương",
    "Việt Nam",
    "Nghị quyết",
    "Quyết định",
    "Đề án",
    "Ban Bí thư",
)


def _with_known_names(words: str) -> str:
    for name in _KNOWN_NAMES:
        words = re.sub(rf"(?<!\w){name}(?!\w)", name, words, flags=re.IGNORECASE)
    return words
