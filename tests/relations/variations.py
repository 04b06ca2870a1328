"""What may be done to a sentence without changing what it says: neutral words, wraps, another place, another spelling.

A `Case` is one sentence of a table with what stands before and behind it. A variation gives the texts that say the
same; mentions move with the text.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from marked import expected, read

from graph.model import Document, Mention, Relation
from graph.normalise import normalise
from graph.relations.relate import relate


class Case(NamedTuple):
    """`sentence` (marked) between `before` and `after`; `kind` is its table."""

    name: str
    kind: str
    own: str
    before: str
    sentence: str
    after: str
    facts: str

    @property
    def expected(self) -> set[str]:
        return expected(self.facts)


class Laid(NamedTuple):
    """A text with its citations; the sentence stands at ``start:end``."""

    text: str
    documents: Sequence[Document]
    mentions: Sequence[Mention]
    start: int
    end: int


Edit = tuple[int, int, str]  # start, end, what stands there instead


def lay(case: Case, sentence: str | None = None) -> Laid:
    """The text of a case, its sentence replaced where one is given."""
    marked = sentence if sentence is not None else case.sentence
    text, documents, mentions = read(case.own, case.before + marked + case.after)
    before = len(read(case.own, case.before)[0])
    return Laid(text, documents, mentions, before, len(text) - len(read(case.own, case.after)[0]))


def edited(laid: Laid, edits: Sequence[Edit]) -> Laid:
    """The text with `edits` (in order, none crossing another) made, its mentions moved."""
    pieces, moved, position, shift, at = [], [], 0, 0, 0
    steps: list[tuple[int, int]] = []  # (offset, shift of what begins there or later)
    for start, end, words in edits:
        pieces += [laid.text[position:start], words]
        position = end
        shift += len(words) - (end - start)
        steps.append((end, shift))
    text = "".join([*pieces, laid.text[position:]])

    def place(offset: int, *, closing: bool) -> int:
        by = 0
        for begin, moved_by in steps:
            if begin > offset or (closing and begin == offset and (begin, begin) in zero):
                break
            by = moved_by
        return offset + by

    zero = {(start, end) for start, end, _ in edits if start == end}
    for mention in laid.mentions:
        at, to = place(mention.start, closing=False), place(mention.end, closing=True)
        moved.append(Mention(mention.document, at, to, text[at:to]))
    return Laid(text, laid.documents, moved, laid.start, laid.end + shift)


def normal(laid: Laid) -> Laid:
    """The text as every text is read: normalised."""
    composed = normalise(laid.text)
    starts = [composed.start(at) for at in range(len(composed.text) + 1)]
    moved = []
    for mention in laid.mentions:
        at, to = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
        moved.append(Mention(mention.document, at, to, composed.text[at:to]))
    start, end = bisect_left(starts, laid.start), bisect_left(starts, laid.end)
    return Laid(composed.text, laid.documents, moved, start, end)


def stated(laid: Laid) -> list[Relation]:
    return relate(laid.text, laid.documents, laid.mentions)


def facts_of(laid: Laid) -> set[str]:
    return {f"{r.subject} {r.predicate} {r.object}" + (" (part)" if r.partial else "") for r in stated(laid)}


Variants = Iterator[tuple[str, Laid]]  # (what was done, the text)
VARIATIONS: dict[str, Callable[[Case], Variants]] = {}


def variation(make: Callable[[Case], Variants]) -> Callable[[Case], Variants]:
    """Registers a way to vary a sentence."""
    VARIATIONS[make.__name__] = make
    return make


# Words that say how, where or when something is done: none says what.
NEUTRAL = (
    "khẩn trương", "quyết liệt", "nghiêm túc", "đầy đủ", "từng bước", "sâu rộng", "thường xuyên, liên tục",
    "ngay trong quý này", "bằng nhiều hình thức", "một cách bài bản", "ở các cấp, các ngành", "đúng lộ trình",
    "tại các địa phương", "trước thời hạn", "rộng khắp trong cả nước", "triệt để, đúng tiến độ",
    "có trọng tâm, trọng điểm", "theo chức năng, nhiệm vụ được giao", "đối với các cơ quan trực thuộc",
)  # fmt: skip
# behind these nobody puts such words: "Căn cứ kịp thời Luật …", "được sửa đổi bởi kịp thời …", "hết hiệu lực sâu rộng"
_CLOSED = re.compile(r"căn cứ|được|đã|bị|hết", re.IGNORECASE)


@variation
def words(case: Case) -> Variants:
    """A neutral word behind each cue."""
    laid = lay(case)
    inside = [(m.start, m.end) for m in laid.mentions]
    spots = set()
    for relation in stated(laid):
        cue = relation.evidence
        shown = laid.text[cue.cue_start : cue.cue_end]
        if len(shown) < 2 or relation.predicate in ("based_on", "consolidates") or _CLOSED.match(shown):
            continue
        if laid.text.startswith(" bởi", cue.cue_end):
            continue
        if not any(start < cue.cue_end < end for start, end in inside) and laid.start <= cue.cue_start < laid.end:
            spots.add(cue.cue_end)
    for at in sorted(spots):
        for word in NEUTRAL:
            yield word, edited(laid, [(at, at, " " + word)])


def blanks(laid: Laid) -> list[int]:
    return [m.start() for m in re.finditer(" ", laid.text[laid.start : laid.end])]


_IN_MARK = re.compile(r"(?:^|\n)Điều\Z")  # nobody breaks a line inside the mark of an article
_BEHIND_MARK = re.compile(r"(?:^|\n)(?:Điều|Điều \d+[.:]?-?|[^\w\n]|\(?\d[\d.]*[.)/]|[a-z]\))\Z")


@variation
def wraps(case: Case) -> Variants:
    """A line break for each blank."""
    laid = lay(case)
    for at in (laid.start + blank for blank in blanks(laid)):
        if _IN_MARK.search(laid.text, max(0, at - 6), at):
            continue
        yield near(laid, at), edited(laid, [(at, at + 1, "\n")])


@variation
def narrow(case: Case) -> Variants:
    """The sentence in a column of thirty, forty, sixty signs; the rows of a table stay rows."""
    laid = lay(case)
    if "|" in laid.text[laid.start : laid.end]:
        return
    for width in (30, 40, 60):
        edits: list[Edit] = []
        line = laid.start
        last = -1
        for at in (laid.start + blank for blank in blanks(laid)):
            if at - line > width and last > line:
                edits.append((last, last + 1, "\n"))
                line = last + 1
            last = at
        if edits:
            yield str(width), edited(laid, edits)


@variation
def pages(case: Case) -> Variants:
    """The page ends at each third blank: the running head of the gazette, or the number of the page alone. No title
    goes on over a page, none ends between a mark and its words."""
    if case.kind == "own titles":
        return
    laid = lay(case)
    for number, at in enumerate(laid.start + blank for blank in blanks(laid)[1::3]):
        if _BEHIND_MARK.search(laid.text, max(0, at - 14), at):
            continue
        furniture = "\n\n12 CÔNG BÁO/Số 242/Ngày 22-04-2026\n\n" if number % 2 else "\n\n17\n\n"
        what = "gazette: " if number % 2 else "number: "
        yield what + near(laid, at), edited(laid, [(at, at + 1, furniture)])


def near(laid: Laid, at: int) -> str:
    return laid.text[max(laid.start, at - 25) : at] + "⏎" + laid.text[at + 1 : at + 16]


_MARKED = re.compile(r"(?:Điều \d\. |\d\. )")
OTHER = "Các đơn vị tiếp tục rà soát, báo cáo kết quả"


def _plain(case: Case) -> str | None:
    """The sentence of the body without its own mark; None where it is a title, a preamble or several lines."""
    if case.kind in ("own titles", "preambles", "lists") or "\n" in case.sentence:
        return None
    return _MARKED.sub("", case.sentence, count=1)


@variation
def items(case: Case) -> Variants:
    """As the second item of a list: numbered, lettered, with a dash, with a plus."""
    plain = _plain(case)
    if plain is None:
        return
    article = "Điều 2. Điều khoản thi hành\n" if case.kind == "closing" else ""
    for first, second in (("1. ", "2. "), ("a) ", "b) "), ("- ", "- "), ("+ ", "+ "), ("2.1. ", "2.2. ")):
        yield second, lay(case, f"{article}{first}{OTHER}.\n{second}{plain}")
        yield second + " (blank line)", lay(case, f"{article}{first}{OTHER}.\n\n{second}{plain}")


@variation
def dashed(case: Case) -> Variants:
    """Each clause of a preamble with a dash, as in plans."""
    if case.kind == "preambles" and re.match(r"\*?(?:Căn|Thực|Triển|Theo|Xét|Để|Nhằm)", case.sentence):
        yield "-", lay(case, "- " + case.sentence.replace("\n", "\n- "))


@variation
def cells(case: Case) -> Variants:
    """In a cell of a table; lists of what a text ends are varied by the table of introductions."""
    plain = _plain(case)
    if plain is None or case.kind == "closing":
        return
    yield "second", lay(case, f"| TT | Nội dung |\n|---|---|\n| 1 | {OTHER} |\n| 2 | {plain} |\n")
    yield "alone", lay(case, f"| {plain} |\n")


@variation
def decomposed(case: Case) -> Variants:
    """Letters and marks apart (NFD), as some programs write."""
    laid = lay(case)
    edits = [(at, at + 1, unicodedata.normalize("NFD", sign)) for at, sign in enumerate(laid.text)]
    apart = edited(laid, [edit for edit in edits if len(edit[2]) > 1])
    yield "NFD", normal(apart)


@variation
def capitals(case: Case) -> Variants:
    """In capital letters, as headings and titles are; a lettered item keeps its letter."""
    laid = lay(case)
    shouted = re.sub(r"(?m)^([A-ZĐ])(?=\) )", lambda m: m[1].lower(), laid.text[laid.start : laid.end].upper())
    text = laid.text[: laid.start] + shouted + laid.text[laid.end :]
    if len(text) == len(laid.text):
        moved = [Mention(m.document, m.start, m.end, text[m.start : m.end]) for m in laid.mentions]
        yield "upper", laid._replace(text=text, mentions=moved)


def _cues(laid: Laid) -> list[tuple[int, int]]:
    spans = {(r.evidence.cue_start, r.evidence.cue_end) for r in stated(laid)}
    return sorted(s for s in spans if s[1] - s[0] > 3 and laid.start <= s[0] < laid.end)


@variation
def emphasis(case: Case) -> Variants:
    """A cue in bold or italics; one letter of it in bold; two blanks and no-break blanks in it."""
    laid = lay(case)
    inside = [(m.start, m.end) for m in laid.mentions]
    for start, end in _cues(laid):
        if any(a < end and start < b for a, b in inside):
            continue
        shown = laid.text[start:end]
        yield f"**{shown}**", edited(laid, [(start, start, "**"), (end, end, "**")])
        yield f"*{shown}*", edited(laid, [(start, start, "*"), (end, end, "*")])
        letter = start + 1
        bold = edited(laid, [(letter, letter, "**"), (letter + 1, letter + 1, "**")])
        yield f"one letter of {shown}", normal(bold)
        for at in (start + m.start() for m in re.finditer(" ", shown)):
            yield f"two blanks in {shown}", edited(laid, [(at, at, " ")])
            yield f"a no-break blank in {shown}", edited(laid, [(at, at + 1, "\u00a0")])
