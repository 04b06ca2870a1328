"""Whose time a sentence states: this document's, some of its provisions', a cited document's, or those of a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.citations.pinpoints import read_pinpoints
from graph.citations.tail import read_tail
from graph.effect import words
from graph.effect.within import LEADS_ON, part_named
from graph.model import Mention, Pinpoint
from graph.relations.circumstances import opener
from graph.structure.clauses import ITEM_MARK, sentence_start

_SHORT_TYPE = 5
_MARK = 24
_ARTICLE = re.compile(r"(?:Điều|ĐIỀU)[\s*_]+[0-9]+[a-zđ]?[.:]\Z")
_HEADING = re.compile(r"[^\n]{1,80}\n[\s*_|]*")  # one line: what stands between an article's number and its text
_NEAR = 420  # code points between "này" and the word of force
_TITLE = 500  # code points between a citation and the word of force: a title may stand there
_GUARD_REACH = 30
_LIKELY, _WEAK = 0.85, 0.7
_PART = re.compile(
    r"(?P<p>(?:các +)?"
    r"(?:quy +định|nội +dung|mức|chế +độ|chính +sách|danh +mục|biểu|phụ +lục|mẫu|thẩm +quyền|thủ +tục)"
    r"(?![^\W_])[^.;:]{0,240}?)(?:tại|của|theo|trong|ban +hành +kèm +theo|kèm +theo|thuộc)? *\Z",
    re.IGNORECASE,
)
_ANNEXED = re.compile(
    r"(?P<p>(?:[pP]hụ +lục|PHỤ +LỤC|[mM]ẫu +số|[dD]anh +mục) *[^.;:]{0,60}?)(?:ban +hành +)?kèm +theo *\Z"
)
_GENERAL = re.compile(
    r"(?:các|những|mọi|toàn bộ|quy định|nội dung|chính sách|chế độ|mức|và|,| )*", re.IGNORECASE
)  # all of it
_OPENING = re.compile(r"[ \t\n*_|>#\-–+•]*(?:\[[0-9]{1,3}\]|(?:Điều +)?[0-9]{1,3}[a-zđ]?[.):]|[a-zđ][.)])*[ \t\n*_|>]*")
_APART = re.compile(r"(?<![^\W_])[rR]iêng(?![^\W_])")
OWN_PIN = re.compile(
    r"(?:[rR]iêng +(?:đối +với +)?)?"
    r"(?:(?:[cC]ác +|[nN]hững +)?(?:[qQ]uy +định|[nN]ội +dung) +(?:tại|về|của)[^.;:]{0,120}? +)?"
    r"(?:[đĐ]iểm|[kK]hoản|[cC]ác +khoản|[đĐ]iều|[mM]ục|[cC]hương|[pP]hần|[pP]hụ +lục)(?![^\W_])"
)
# "…, trừ quy định tại Điều 4, Điều 5 tiếp tục có hiệu lực đến hết ngày …"
EXCEPT = re.compile(
    r"(?<![^\W_])(?:ngoại +)?trừ +(?:các +|những +)?(?:(?:quy +định|nội +dung) +(?:tại|của) +)?(?:các +)?"
    r"(?=[đĐ]iểm +[a-z]|(?:[kK]hoản|[đĐ]iều|[cC]hương|[mM]ục|[pP]hụ +lục) +[0-9IVX])"
)
STAYS = re.compile(r" *,? *(?:(?:vẫn|được|thì|vẫn +được) +)*(?:tiếp +tục|còn|giữ|có|áp +dụng)(?![^\W_])|[ *]*(?:\)|\Z)")
_OTHER = re.compile(r"[^\W\d_]+(?: +[^\W\d_]+){0,3}? +này(?![^\W_])")
_IN_BRACKETS = re.compile(
    r"\( *(?:(?:luật|nghị +định|nghị +quyết|thông +tư|quyết +định|văn +bản|này|đã|sẽ|chính +thức|bắt +đầu|ngày) *)*",
    re.IGNORECASE,
)
# "dự kiến có hiệu lực", "để Nghị định này có hiệu lực"; titles have such words, too: "về bảo đảm an toàn thông tin"
_PLANNED = (
    r"(?<![^\W_])<plan>(?: +(?:sẽ|chính +thức|bắt +đầu|được|thông +qua|ban +hành|và|luật|nghị +định|nghị +quyết"
    r"|thông +tư|quyết +định|văn +bản|này|đó))* *\Z"
)
_UNSURE = _PLANNED.replace("<plan>", "<plan|will>")
# what has a number or a year is issued: "Nghị định số 10/2031/NĐ-CP sẽ có hiệu lực từ …", "Luật Đất đai 2024 sẽ …"
_ISSUED = re.compile(r"[0-9]/|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_OF_A_YEAR = re.compile(r" +năm +(?:19|20)[0-9]{2}(?![0-9])")
_DRAFT = r"(?<![^\W_])<draft> *\Z"
_UNLESS = r"[^.!?\n]*(?<![^\W_])<condition>(?![^\W_])"  # "… sẽ có hiệu lực từ ngày 01/7/2026 nếu được thông qua"
_WILL = r"(?<![^\W_])<will>(?: +[^\W\d_]+){0,2} *\Z"
_SUBMITTED = r"(?<![^\W_])<submit>(?![^\W_])[^,;:.()]*\Z"
_JOINED = r"(?:và|đồng +thời|nhưng|,|;) *(?:(?:cũng|được|sẽ|chính +thức|bắt +đầu|có) *)*"
_JOINING = re.compile(_JOINED + r"\Z")
APPLIED_TO = rf"{_JOINED}<apply|direct> +(?:cho|đối +với)(?![^\W_])"  # "… và áp dụng cho năm tài chính từ …"
# "…, và có hiệu lực từ …" behind a citation: the force of the subject, not of what is cited
FORCE_OF_THE_SUBJECT = rf"{_JOINED}(?:<force|direct|apply>)(?![^\W_])"
_MEMBER = re.compile(r"(?:\A|[,;:.(–+•\-]|(?<![^\W_])[a-zđ]\)|[0-9][.)])[ \t\n*_|>]*(?:<coordination>[ \t\n*_|]*)?\Z")


@dataclass(frozen=True, slots=True)
class Subject:
    """`targets`: document, its provisions meant (none: the whole), confidence. `start`: where the subject begins."""

    start: int
    targets: tuple[tuple[str, tuple[Pinpoint, ...], float], ...]


class Cited:
    """The citations of a text by place, those inside titles of others left out."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        self._rows = sorted((m for m in mentions if m.rule != "act-in-title"), key=lambda m: (m.start, m.end))
        self._starts = [m.start for m in self._rows]

    def any_before(self, end: int) -> bool:
        """Whether a citation begins before an offset."""
        return bool(self._starts) and self._starts[0] < end

    def between(self, start: int, end: int) -> list[Mention]:
        """Citations that begin between two offsets, in order."""
        return self._rows[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def own_subject(
    text: str, flat: str, begin: int, cue: int, cited: Cited, speaks: Callable[[str], str | None], *, rules: bool = True
) -> Subject | None:
    """This document (which may lay down `rules`: a notice has no articles) as the subject of the sentence from `begin`
    to `cue`; one without targets where the sentence only
    uses its force as a date ("trước ngày Luật này có hiệu lực") or another document speaks. None where no "này" is
    near."""
    low = max(begin, cue - _NEAR)
    last = None
    for match in words.this().finditer(flat, low, cue):
        if match["this"] or (_opens(text, flat, begin, match) and not cited.between(match.start(), cue)):
            last = match
    if last is None:
        if speaks("văn bản") and not cited.between(begin, cue):
            return _bare(text, flat, begin, cue, speaks, rules)
        return None
    if guarded(flat, begin, last.start()):
        return Subject(last.start(), ())
    between = cited.between(last.end(), cue)
    excepted = _excepted(text, flat, last.end(), cue, cited)
    if excepted is not None:
        document = speaks(last["type"])
        return Subject(excepted[0], ((document, excepted[1], _LIKELY),) if document else ())
    if between and not _JOINING.search(flat, last.end(), cue):
        return None
    document = speaks(last["type"])
    if document is None:
        return Subject(last.start(), ()) if not cited.between(begin, cue) else None
    earlier = cited.between(begin, last.start())
    above = earlier and text[earlier[-1].end : last.start()]  # "… Quy định số 69-QĐ/TW⏎Hướng dẫn này …"
    new = _new_line(text, last.start()) or (
        above and "\n" in above and above.isspace() and text[last.start()].isupper()
    )
    if earlier and not between and not new:
        apart = EXCEPT.search(flat, earlier[-1].end, last.start())
        found = read_pinpoints(text, apart.end(), last.start()) if apart else ()
        if apart and found:  # "… thay thế X, có hiệu lực từ …, trừ khoản 2 Điều 5 Thông tư này có hiệu lực từ …"
            return Subject(apart.end(), ((document, found, _LIKELY),))
        # "khoản 3 Điều 5 Nghị định số 124/2020/NĐ-CP được sửa đổi tại Điều 3 Nghị định này": the cited one is meant
        return None
    apart = _APART.search(flat, last.end(), cue)
    if apart:  # "Thông tư này …, riêng quy định tại Điều 9 có hiệu lực từ …"
        found = read_pinpoints(text, apart.end(), cue)
        return Subject(apart.start(), ((document, found, _LIKELY),)) if found else Subject(apart.start(), ())
    said = [match.end() for match in words.compiled(r"<force>").finditer(flat, last.end(), cue)]
    if said:  # "Thông tư này có hiệu lực từ …, trừ khoản 2 Điều 5 có hiệu lực từ …": the first is said
        found = read_pinpoints(text, said[-1], cue)
        if found:
            return Subject(said[-1], ((document, found, _LIKELY),))
    provisions = _provisions(text, flat, begin, last.start())
    opening = _OPENING.match(text, begin, last.start())
    start = opening.end() if provisions and opening else last.start()
    return Subject(start, ((document, provisions, 1.0),))


def _excepted(text: str, flat: str, start: int, cue: int, cited: Cited) -> tuple[int, tuple[Pinpoint, ...]] | None:
    """The provisions of the subject that the words of force at `cue` speak of, and where they begin: "Thông tư này thay
    thế Thông tư X, có hiệu lực từ …, *trừ khoản 2 Điều 5* có hiệu lực từ …"."""
    apart = EXCEPT.search(flat, start, cue)
    if apart is None or cited.between(apart.end(), cue):
        return None
    before = cited.between(start, apart.start())
    if before and words.compiled(FORCE_OF_THE_SUBJECT).search(flat, before[-1].end, apart.start()) is None:
        return None  # "… thay thế X, trừ Điều 4 có hiệu lực đến …": of X
    found = read_pinpoints(text, apart.end(), cue)
    return (apart.end(), found) if found else None


def joined_to(flat: str, at: int, cue: int) -> bool:
    """Whether the words at `cue` go on with the subject before `at`, over what is cited between: "…, và có hiệu
    lực"."""
    return _JOINING.search(flat, at, cue) is not None


def joins_another(text: str, flat: str, begin: int, cue: int, cited: Cited) -> bool:
    """ "Quy chế này thay thế Quy chế … tại Quyết định X và có hiệu lực từ …": the force of what is issued, not X's."""
    found = cited.between(begin, cue)
    at = behind_marks(text, begin, cue)
    return bool(found) and _OTHER.match(flat, at, found[0].start) is not None and joined_to(flat, found[-1].end, cue)


def told(flat: str, begin: int, cue: int) -> re.Match[str] | None:
    """Where a sentence says "Nghị định này", be it of another document, unless only its force is a date there."""
    last = None
    for match in words.this().finditer(flat, max(begin, cue - _NEAR), cue):
        last = match if match["this"] else last
    return None if last is None or guarded(flat, begin, last.start()) else last


def _new_line(text: str, at: int) -> bool:
    """Whether a capital opens a line behind an empty one or a page's end: what stands above may be a note's."""
    before = text[max(0, at - _MARK) : at]
    return text[at].isupper() and (before.isspace() or before.replace(" ", "").endswith("\n\n"))


def _opens(text: str, flat: str, begin: int, match: re.Match[str]) -> bool:
    """ "Quyết định có hiệu lực …": the type opens the sentence in a capital, or the line under an article's heading."""
    if not match["type"][0].isupper() or len(match["type"]) <= _SHORT_TYPE:
        return False
    return opens(text, begin, match.start())


def opens(text: str, begin: int, at: int) -> bool:
    """Whether the clause that begins at `begin` opens at `at`: only marks of lists stand between, or an article's
    heading on a line of its own."""
    if _OPENING.fullmatch(text, begin, at) is not None:
        return True
    line = text.rfind("\n", begin, at) + 1
    return (
        line > begin
        and text[at : at + 1].isupper()
        and _OPENING.fullmatch(text, line, at) is not None
        and _ARTICLE.search(text, max(0, begin - _MARK), begin) is not None
        and _HEADING.fullmatch(text, begin, line) is not None
    )


def below_heading(text: str, begin: int, at: int) -> int:
    """Where the clause around `at` begins whose sentence begins with an article's heading on a line of its own; `begin`
    where none stands there."""
    heading = _HEADING.match(text, begin, at)
    if heading is None or _ARTICLE.search(text, max(0, begin - _MARK), begin) is None:
        return begin
    below = heading.end()
    return below if text[below : below + 1].isupper() and "." not in heading[0] else begin


def behind_marks(text: str, begin: int, end: int) -> int:
    """Where the words of a clause begin behind the marks of lists."""
    found = _OPENING.match(text, begin, end)
    return found.end() if found else begin


def guarded(flat: str, begin: int, at: int) -> bool:
    """Whether words before `at` make what stands there a mere date: "trước ngày Luật này có hiệu lực"."""
    before = flat[max(begin, at - _GUARD_REACH) : at]
    return words.compiled(r"(?<![^\W_])<guard>(?: +mà)? *\Z").search(before) is not None


def _provisions(text: str, flat: str, begin: int, at: int) -> tuple[Pinpoint, ...]:
    """Which provisions of this document the sentence speaks of; none where it speaks of the whole."""
    annexed = _ANNEXED.search(flat, max(begin, at - 200), at)
    if annexed:
        return (Pinpoint((), " ".join(annexed["p"].split())),)
    found = read_pinpoints(text, begin, at)
    if found:
        return found
    part = _PART.search(flat, max(begin, at - 300), at)
    if part and _OPENING.fullmatch(flat, begin, part.start()):
        named = " ".join(LEADS_ON.sub("", flat[part.start() : at]).split())
        if not _GENERAL.fullmatch(named):
            return (Pinpoint((), named),)
    return ()


def _bare(
    text: str, flat: str, begin: int, cue: int, speaks: Callable[[str], str | None], rules: bool
) -> Subject | None:
    """A sentence without "này": its subject is provisions ("Khoản 2 Điều 9 có hiệu lực từ …"), or nothing at all
    ("Hiệu lực thi hành: từ ngày ký")."""
    document = speaks("văn bản")
    if document is None:
        return None
    opening = _OPENING.match(flat, begin, cue)
    start = opening.end() if opening else begin
    if start >= cue - 1:
        return Subject(cue, ((document, (), _WEAK),))
    pin = OWN_PIN.match(flat, start, cue)
    if pin is None or not rules:
        return None
    found = read_pinpoints(text, begin, cue)
    return Subject(start, ((document, found, _LIKELY),)) if found else None


def cited_subject(text: str, flat: str, begin: int, cue: int, cited: Cited, own: str) -> Subject | None:
    """The cited document whose force the sentence states: in brackets the one before them, else the one at the head of
    the titles that lead to the word ("Thông tư A … sửa đổi Thông tư B, có hiệu lực từ …" is A's)."""
    found = cited.between(begin, cue)
    if found and text[found[0].start].isdigit() and behind_marks(text, begin, found[0].start) == found[0].start:
        return None  # the rest of a sentence that a page has cut: "68/2024/TT-BTC, Thông tư số …, có hiệu lực từ …"
    bracket = flat.rfind("(", max(begin, cue - 24), cue)
    if bracket >= 0 and ")" not in flat[bracket:cue]:
        if not _IN_BRACKETS.fullmatch(flat, bracket, cue):
            return None  # "(Luật B có hiệu lực từ …)"
        found = cited.between(max(0, bracket - _TITLE), bracket)
        if not found:
            return None
        while (
            len(found) > 1 and _amended(flat, found[-1]) and not _amends_it(text, flat, begin, found)
        ):  # "A quy định chi tiết Luật B (có hiệu lực từ …)": of A
            found.pop()
        return _subject(found[-1], own, flat, bracket)
    if not found or cue - found[-1].end > _TITLE:
        return None
    if referred_to(flat, begin, found[0], cue) and not any(_behind_rule(flat, found[0], m) for m in found[1:]):
        return None  # "Theo A, giấy phép có hiệu lực đến …"
    if _amends_all(text, flat, begin, found):
        return _subject(found[0], own, flat, cue)
    if len(found) > 1 and _all_alike(text, flat, found):
        if behind_marks(text, begin, found[0].start) != found[0].start:
            return None  # "Theo A và B có hiệu lực từ …": of B, or of both
        said = _subject(found[-1], own, flat, cue)
        return said and Subject(found[0].start, tuple((m.document, (), _LIKELY) for m in found))
    listed = [m for m in found if _is_member(text, begin, m)]
    head = found[-1]
    for mention in reversed(found):
        head = mention
        if not _inner(text, flat, begin, mention):
            break
    else:
        before = flat[max(begin, head.start - 24) : head.start].rstrip()
        acted_on = words.compiled(_ACTED_ON).search(before) and told(flat, begin, head.start) is None
        if _amended(flat, head) or acted_on:
            # a title whose head is lost: "… một số điều của Luật B, có hiệu lực từ …" is not of B; nor is the force of
            # "Luật Đầu tư mới thay thế Luật B có hiệu lực từ …"
            return None
    if head is found[0] and len(found) > 1 and _amends_it(text, flat, begin, found[:2]):
        if not all(_inner(text, flat, begin, mention) for mention in found[2:]):
            return None
        head = found[1]  # "X được sửa đổi, bổ sung bởi Y, có hiệu lực từ …": of Y
    elif len(listed) > 1 and listed[-1] is not head:
        return None
    apart = EXCEPT.search(flat, head.end, cue)
    if apart:  # "X hết hiệu lực …, trừ Điều 4 tiếp tục có hiệu lực đến …"
        planned = words.compiled(_PLANNED if issued(flat, head, cue) else _UNSURE).search(flat, apart.end(), cue)
        will = words.compiled(_WILL).search(flat, apart.end(), cue)
        stop = will.start() if will else cue
        parts = read_pinpoints(text, apart.end(), stop) if not planned and not cited.between(apart.end(), cue) else ()
        return Subject(apart.end(), ((head.document, parts, _LIKELY),)) if parts else None
    subject = _subject(head, own, flat, cue)
    if subject and head.pinpoints and not re.search(r"[,(]", flat[head.end : cue]):
        opening = behind_marks(text, begin, head.start)
        if OWN_PIN.match(flat, opening, head.start) or opening == head.start:  # "Điều 4 X tiếp tục có hiệu lực đến …"
            return Subject(opening, ((head.document, head.pinpoints, _LIKELY),))
    return subject


def _all_alike(text: str, flat: str, found: list[Mention]) -> bool:
    """Whether a sentence speaks of all that it lists alike: "A, B và C tiếp tục có hiệu lực đến …", each with no more
    than its day and issuer."""
    return not any(m.pinpoints for m in found) and all(
        words.compiled(_BETWEEN_ALIKE).fullmatch(flat, read_tail(text, one.end).end, other.start)
        for one, other in pairwise(found)
    )


_BETWEEN_ALIKE = r"(?: *[,;])? *(?:<coordination> *){0,2}"


_NEW = re.compile(r" +mới(?![^\W_])")  # "Luật Đầu tư mới": not the one of its name that the text gives a year


def _subject(head: Mention, own: str, flat: str, cue: int) -> Subject | None:
    if _NEW.match(flat, head.end) and not any(map(str.isdigit, head.text)):
        return None
    if words.compiled(_PLANNED if issued(flat, head, cue) else _UNSURE).search(flat, head.end, cue):
        return None
    if words.compiled(_SUBMITTED).search(flat, head.end, cue):
        return None
    return Subject(head.start, ((head.document, (), _LIKELY),))


def issued(flat: str, head: Mention, cue: int) -> bool:
    """Whether a citation names what exists, so that "sẽ có hiệu lực từ ngày …" at `cue` is no mere plan: it has a
    number or a year, is not called a draft, and nothing is said to depend on a condition."""
    before = flat[max(0, head.start - _GUARD_REACH) : head.start]
    return (
        (_ISSUED.search(head.text) is not None or _OF_A_YEAR.match(flat, head.end) is not None)
        and words.compiled(_DRAFT).search(before) is None
        and words.compiled(_UNLESS).match(flat, cue, cue + _TITLE) is None
    )


def _amends_it(text: str, flat: str, begin: int, found: list[Mention]) -> bool:
    """Whether the last of `found` is said to amend the one before, which itself stands in no title."""
    before, last = found[-2], found[-1]
    led = flat[max(0, last.start - 24) : last.start].rstrip().endswith(_BY)
    opens_it = len(found) == 2 and flat[begin : before.start].rstrip().endswith(",")  # "Theo đó, X được …"
    return led and not _amended(flat, before) and (opens_it or not _inner(text, flat, begin, before))


_BY = "bởi"
# "A thay thế hoàn toàn B, có hiệu lực từ …": B stands behind the verb and a few words; not "B được thay thế bằng A"
_ACTED_ON = r"(?<![^\W_])<act>(?: +(?!bởi|bằng|theo|tại)[^\W\d_]+){0,3} *\Z"


def _amended(flat: str, mention: Mention) -> bool:
    """Whether a citation stands in a title as what is amended, detailed, or amends."""
    before = flat[max(0, mention.start - 24) : mention.start].rstrip()
    return before.endswith(("điều của", "thi hành", "chi tiết", "bởi"))


def _inner(text: str, flat: str, begin: int, mention: Mention) -> bool:
    """Whether a citation stands in the title of the one before ("… một số điều của Luật B")."""
    before = flat[max(begin, mention.start - 24) : mention.start].rstrip()
    return before.endswith(_TITLE_WORDS) or words.compiled(_ACTED_ON).search(before) is not None


def _amends_all(text: str, flat: str, begin: int, found: list[Mention]) -> bool:
    """ "Luật A của Quốc hội sửa đổi, bổ sung một số điều của Luật B, Luật C và Luật D, có hiệu lực từ …": A opens the
    clause, and its title names the acts that it amends."""
    if len(found) < 3 or behind_marks(text, begin, found[0].start) != found[0].start:
        return False
    if _AMENDS.search(flat, found[0].end, found[1].start) is None or not _inner(text, flat, begin, found[1]):
        return False
    return all(_LISTS_ON.search(text, before.end, m.start) for before, m in pairwise(found[1:]))


_AMENDS = re.compile(r"(?<![^\W_])sửa +đổi(?![^\W_])[^.;:]{0,160}\Z")
_LISTS_ON = re.compile(r"(?:,|(?<![^\W_])và)[\s*_]+(?:các[\s]+)?\Z")
_TITLE_WORDS = (
    "của", "tại", "theo", "thi hành", "hướng dẫn", "chi tiết", "các", "bởi", "thực hiện", "thay thế", "bổ sung", "về",
    "sửa đổi", "đính chính", "hủy bỏ",
    "bãi bỏ", "kèm theo", "định", "điều", "và", ",",
)  # fmt: skip


def _is_member(text: str, begin: int, mention: Mention) -> bool:
    low = max(begin, mention.start - 24)
    return words.compiled(_MEMBER.pattern).search(text, low, mention.start) is not None


def members(text: str, flat: str, begin: int, end: int, cited: Cited, *, items: bool = False) -> list[Mention]:
    """The documents that a clause lists, those in their titles left out: each stands at the clause's or an item's
    beginning or behind a conjunction. With `items` only what opens an item or follows a comma or semicolon counts."""
    found: list[Mention] = []
    before: Mention | None = None
    rule: Mention | None = None  # what the clause refers to before it names a document: "Theo A, B hết hiệu lực"
    for mention in cited.between(begin, end):
        previous, before = before, mention
        if not items and not found and referred_to(flat, begin, mention, end):
            rule = mention
            continue
        if rule is not None and not found:
            member = _behind_rule(flat, rule, mention)
        elif mention.pinpoints:
            member = not found or (
                _JOINS.search(text, max(found[-1].end, mention.start - 600), mention.start) is not None
            )
        elif (not found and not items) or (items and _leads_item(text, flat, begin, mention, cited)):
            member = True
        else:
            low = max(begin, mention.start - 24)
            member = words.compiled(_MEMBER.pattern).search(text, low, mention.start) is not None
            if not member and found and previous is found[-1]:  # "Thông tư A về nhà ở và Thông tư B": no title names B
                member = _AND.search(text, previous.end, mention.start) is not None
        if member:
            found.append(mention)
    return found


# "Theo khoản 2 Điều 5", "Tuy nhiên, căn cứ quy định tại", "- Theo"
_REFERS = re.compile(
    r"(?:[^,;:.\n]{0,40}[,;:])?[ *_>+–—-]*(?:theo|căn +cứ)(?: +vào)?(?: +(?:đúng|các|quy +định|nội +dung|hướng +dẫn))*"
    r"(?: +(?:tại|của|trong))?"
    r"(?: *(?:các|và|,|điểm|khoản|điều|mục|chương|phụ +lục|[a-zđ]|[0-9]+[a-zđ]?|[IVX]+)(?![^\W_]))*"
    r"(?: +(?:tại|của|trong))? *",
    re.IGNORECASE,
)
_REFERENCE = 160  # code points from the clause's beginning to the document
# "Theo A, [B]", "Theo A thì từ ngày 01/7/2025 [B]"
_BEHIND_RULE = re.compile(
    r"(?:,|(?<![^\W_])thì) *(?:(?:kể +)?từ +(?:ngày +)?[0-9]{1,2}[ /.-][0-9thángă /.-]*(?:năm +[0-9]{4})? *,? *)?"
    r"(?:thì +)?(?:các +|toàn +bộ +)*\Z"
)
_SOMETHING_ELSE = re.compile(r"(?:,|(?<![^\W_])thì)[ *_]+[^\W\d_]")


def referred_to(flat: str, begin: int, mention: Mention, cue: int) -> bool:
    """ "Theo khoản 2 Điều 5 X, giấy phép …": does the clause open by referring to the citation, and speak of something
    else before the word at `cue`? Then what it says does not befall X."""
    if mention.start - begin > _REFERENCE:
        return False
    if not _REFERS.fullmatch(flat, begin, mention.start) and not opener(
        led := flat[begin : mention.start].lower(), 0, len(led)
    ):
        return False
    return _SOMETHING_ELSE.search(flat, mention.end, cue) is not None


def _behind_rule(flat: str, rule: Mention, mention: Mention) -> bool:
    """Does the clause speak of the document, behind the one that it refers to and its title?"""
    return _BEHIND_RULE.search(flat, rule.end, mention.start) is not None


def _leads_item(text: str, flat: str, begin: int, mention: Mention, cited: Cited) -> bool:
    """ "b) Điều 24 và một số nội dung quy định tại Thông tư X": the first citation of an item, led to by its parts."""
    start = max(begin, sentence_start(text, mention.start))
    return not cited.between(start, mention.start) and bool(part_named(flat, start, mention))


_AND = re.compile(r"(?<=[\w)”\"*])[ \n*_]+(?:và|cùng(?:[ \n]+với)?)[ \n*_]+(?:các[ \n]+)?\Z")
# a new item, or "… và Điều 3 Thông tư B": not the provisions that the act before amends
_JOINS = re.compile(
    rf"(?:;|\n[ \t*_|>]*{ITEM_MARK}"
    r"|(?:,|và)[ \n\t*_]*(?:các[ \n]+)?(?=[đĐ]iểm|[kK]hoản|[đĐ]iều|[pP]hụ|[cC]hương|[mM]ục))"
    r"(?:(?!sửa[ \n]+đổi|bổ[ \n]+sung)[^;])*\Z"
)
