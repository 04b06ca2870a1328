"""Pinpoints: which điểm, khoản, Điều, Mục, Chương, Phụ lục of a document is meant.

Vietnamese citations go from the small unit to the large one and end with the document (NĐ 34/2016/NĐ-CP Điều 75): "điểm
b khoản 2 Điều 26 Luật số 69/2020/QH14". Lists distribute: "điểm a, b và c khoản 2" are three pinpoints, "khoản 1, khoản
2 Điều 3 và Điều 5" are 3.1, 3.2 and 5.

>>> [str(p) for p in read_pinpoints("Bãi bỏ khoản 1, khoản 2 Điều 3 và Điều 5 ", 0, 42)]
['khoản 1, điều 3', 'khoản 2, điều 3', 'điều 5']
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.model import Pinpoint

WINDOW = 260
_NEAR = 80
_B = r"[\s*_|]"
_LIST = rf"(?:{_B}*(?:,|;|(?:và|hoặc|đến)(?![^\W_])|-|–){_B}*"
_ROMAN = r"(?:[IVXLC]{1,7}|[0-9]{1,3}|[A-HK])(?![^\W_])"
_NUMBER = r"[0-9]{1,4}(?:\.[0-9]{1,3}){0,3}(?:[a-zđ](?![^\W_]))?(?![0-9/])"
_LETTER = r"(?:[a-zđ](?:[0-9]|\.[0-9]{1,2})?|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})(?![^\W_])"
_UNITS = (
    ("điểm", 1, rf"(?<=[đĐ])iểm{_B}+(?P<l1>{_LETTER}{_LIST}{_LETTER}){{0,12}})"),
    ("khoản", 2, rf"(?<=[kK])hoản{_B}+(?P<l2>{_NUMBER}{_LIST}{_NUMBER}(?!{_B}*(?:năm|tháng|ngày))){{0,12}})"),
    (
        "điều",
        3,
        rf"(?:(?<=[đĐ])iều|(?<=Đ)IỀU){_B}+(?P<l3>{_NUMBER}{_LIST}{_NUMBER}(?!{_B}*(?:năm|tháng|ngày))){{0,30}})",
    ),
    ("mục", 4, rf"(?:(?<=[mM])ục|(?<=T)iểu{_B}mục){_B}+(?P<l4>{_ROMAN}{_LIST}{_ROMAN}){{0,6}})"),
    ("chương", 5, rf"(?<=[cC])hương{_B}+(?P<l5>{_ROMAN}{_LIST}{_ROMAN}){{0,6}})"),
    # "| Hết hiệu lực một phần |⏎| 2 | Nghị định …": the number of the next row is none of a part
    ("phần", 6, rf"(?<=[pP])hần[\s*_]+(?P<l6>(?:thứ{_B}+\S+|{_ROMAN}))"),
    ("phụ lục", 7, rf"(?<=[pP])hụ{_B}+lục(?:{_B}+(?P<l7>(?:số{_B}+)?{_ROMAN}(?:-[0-9]+)?{_LIST}{_ROMAN}){{0,6}}))?"),
)
# the first letter stands before the alternatives, so that a search skips to such letters
_ITEM = re.compile("[đĐkKmMTcCpP](?:" + "|".join(f"(?P<u{level}>{pattern})" for _, level, pattern in _UNITS) + ")")
_NAMES = {level: name for name, level, _ in _UNITS}
_LEVELS = {name: level for name, level, _ in _UNITS}
_LABELS = {
    1: re.compile(_LETTER),
    4: re.compile(_ROMAN),
    5: re.compile(_ROMAN),
    6: re.compile(r"\S+(?:\s+\S+)?"),
    7: re.compile(_ROMAN),
}
ARTICLE = 3  # the level from which on a unit needs no larger one
_NUMBERS = re.compile(_NUMBER)
_APART = re.compile(r";|(?<![^\W_])(?:và|hoặc)(?![^\W_])")
_RANGE = re.compile(rf"{_B}*(?:đến|-|–){_B}*\Z")
# what may stand between two units, and between the last unit and the document
_CHAIN = re.compile(rf"(?:{_B}|,|;|của|và|hoặc|tại|thuộc|các|đến|từ)*\Z")
_TO_DOCUMENT = re.compile(
    rf"(?:{_B}|,)*(?:(?:của|thuộc|tại|trong){_B}*)?(?:(?:Quy{_B}+chế|Quy{_B}+định|Điều{_B}+lệ|Danh{_B}+mục|Kế{_B}+hoạch"
    rf"|Biểu{_B}+mẫu|Phụ{_B}+lục|mẫu)(?:[^.;:\n]|\n(?!\s*\n)){{0,90}}?)?"
    rf"\(?(?:(?:được{_B}+)?(?:ban{_B}+hành{_B}+)?kèm{_B}+theo|ban{_B}+hành{_B}+theo|ban{_B}+hành{_B}+tại)?{_B}*\Z"
)
_HINT = re.compile(r"iều[\s*]|hoản[\s*]|iểm[\s*]|ục[\s*]|hương[\s*]|hần[\s*]|ụ lục")


def read_pinpoints(text: str, lower: int, start: int) -> tuple[Pinpoint, ...]:
    """The pinpoints that lead to the document cited at `start`; the text before `lower` (the citation before) is not
    looked at. Empty where none stands right before it."""
    begin = max(lower, start - WINDOW)
    near = start - 48 if not text.endswith(("theo ", "theo\n"), begin, start) else begin
    if _HINT.search(text, max(begin, near), start) is None:
        return ()
    chain: list[re.Match[str]] = []
    for low in (max(begin, start - _NEAR), begin):
        # most pinpoints are short: a wider look only where the chain reaches the edge of the narrow one
        chain = _chain(text, low, start)
        if low == begin or (chain and chain[0].start() > low + 24) or (not chain and near > begin):
            break
    return _pinpoints(text, chain) if chain else ()


def _pinpoints(text: str, chain: list[re.Match[str]]) -> tuple[Pinpoint, ...]:
    """What a chain of units names."""
    words = " ".join(text[chain[0].start() : chain[-1].end()].replace("*", " ").split())
    units: list[tuple[int, list[str], bool]] = []
    for before, item in zip([None, *chain[:-1]], chain, strict=True):
        level, labels = _labels(text, item)
        if before is not None and units and units[-1][0] == level and "đến" in text[before.end() : item.start()]:
            units[-1][1][-1] += f"-{labels[0]}"  # "từ Điều 5 đến Điều 9"
            labels = labels[1:]
        if labels:
            apart = before is not None and _APART.search(text, before.end(), item.start()) is not None
            units.append((level, labels, apart))
    paths = _distribute(units)
    return tuple(Pinpoint(tuple(reversed(path)), words) for path in paths)


def _chain(text: str, low: int, start: int) -> list[re.Match[str]]:
    """The units that lead without a break to the document at `start`, in text order."""
    items = [m for m in _ITEM.finditer(text, low, start) if m.start() == 0 or not text[m.start() - 1].isalnum()]
    if not items or not _TO_DOCUMENT.match(text, items[-1].end(), start):
        return []
    chain = [items[-1]]
    for item in reversed(items[:-1]):
        if not _CHAIN.match(text, item.end(), chain[-1].start()):
            break
        chain.append(item)
    chain.reverse()
    return chain


def _labels(text: str, item: re.Match[str]) -> tuple[int, list[str]]:
    level = int((item.lastgroup or "u1")[1:])
    span = item.span(f"l{level}")
    if span[0] < 0:
        return level, [""]
    pattern = _LABELS.get(level, _NUMBERS)
    labels: list[str] = []
    previous = span[0]
    for match in pattern.finditer(text, span[0], span[1]):
        label = match.group()
        if labels and _RANGE.match(text, previous, match.start()):
            labels[-1] = f"{labels[-1]}-{label}"
        else:
            labels.append(label)
        previous = match.end()
    return level, labels or [""]


def _distribute(items: list[tuple[int, list[str], bool]]) -> list[list[tuple[str, str]]]:
    """Paths, smallest unit first: a unit takes the smaller ones that wait before it, unless it stands apart: "khoản 1
    Điều 3; Chương II" are two."""
    done: list[list[tuple[str, str]]] = []
    waiting: list[tuple[int, list[tuple[str, str]]]] = []
    for level, labels, apart in items:
        name = _NAMES[level]
        if apart and waiting and ARTICLE <= max(top for top, _ in waiting) < level:
            done += [path for _, path in waiting]
            waiting = []
        smaller = [path for top, path in waiting if top < level]
        waiting = [(top, path) for top, path in waiting if top >= level]
        if waiting and not smaller and waiting[-1][0] > level and waiting[-1][0] >= ARTICLE:
            # a smaller unit after a larger one opens a new group: "Điều 3, khoản 1 Điều 5"
            done += [path for _, path in waiting]
            waiting = []
        for i, label in enumerate(labels):
            unit = (name, label)
            if smaller and i == 0:
                waiting += [(level, [*path, unit]) for path in smaller]
            else:
                waiting.append((level, [unit]))
    return done + [path for _, path in waiting]


def level_of(step: tuple[str, str]) -> int:
    """The level of a step of a path: 1 for điểm, 2 for khoản, `ARTICLE` for điều, higher for what holds articles."""
    return _LEVELS.get(step[0], 0)


def groups_of_provisions(text: str, start: int, end: int) -> Iterator[tuple[int, int, tuple[Pinpoint, ...]]]:
    """The provisions named between two offsets, a group for each chain of them: where it begins and ends, and its
    provisions as of `read_pinpoints`.

    >>> words = "Bổ sung điểm c vào sau điểm b khoản 1 Điều 9"
    >>> [[str(p) for p in group] for *_, group in groups_of_provisions(words, 0, len(words))]
    [['điểm c'], ['điểm b, khoản 1, điều 9']]
    """
    chain: list[re.Match[str]] = []
    for item in _ITEM.finditer(text, start, end):
        if item.start() > 0 and text[item.start() - 1].isalnum():
            continue
        if chain and not _CHAIN.match(text, chain[-1].end(), item.start()):
            yield _group(text, chain)
            chain = []
        chain.append(item)
    if chain:
        yield _group(text, chain)


def _group(text: str, chain: list[re.Match[str]]) -> tuple[int, int, tuple[Pinpoint, ...]]:
    return chain[0].start(), chain[-1].end(), _pinpoints(text, chain)
