"""What the page adds to a text: running heads, page numbers, stamps of signature; site banners and footers; lists of
recipients. A sentence goes on over the page, and a banner cites nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.domain.document_types import document_types
from graph.domain.table import read_table
from graph.phrases import trie

# "Nơi nhận:" opens a list of lines that begin with a dash; it ends at the first other line of some length.
_RECIPIENTS = (re.compile(r"ơi[ \t]+nhận[ \t*_]*:?"), re.compile(r"ƠI[ \t]+NHẬN[ \t*_]*:?"))
_LINE_START = re.compile(r"(?:\A|\n)[ \t|*_]*\Z")
_ENTRY = re.compile(
    r"[ \t|*_]*(?:[-–+•]|\(|\d{1,2}[.)])|[ \t|*_]*$"
    r"|[ \t|*_]*(?:Lưu|Như|Các|Thường|UBND|HĐND|TT |VP|Sở|Ban|Cục|Bộ|Công|Trung)"
)
# … or where something begins anew, however short its line: an annex, a form, the head of another paper, its preamble
_ANEW = re.compile(
    r"(?:(?:Mẫu|MẪU|Phụ lục|PHỤ LỤC|Biểu|BIỂU)(?:[ \t]+(?:số|Số|SỐ)?[ \t]*(?:[0-9]|[IVX]+\b)|[ \t*_|:]*$)"
    r"|(?:Căn cứ|CĂN CỨ|Chi[ểế]u)[ *_\n]|(?:Điều|ĐIỀU)[ \t]+[0-9]|(?:Chương|CHƯƠNG)[ \t]+(?:[0-9]|[IVX]+\b)"
    r"|CỘNG[ \t]+HÒA"
    r"|\([ \t*_]*(?:Ban[ \t]+hành[ \t]+)?[Kk]èm[ \t]+theo[ \t])"
)
_LEAD = " \t|*_#>"
_LIMIT = 4_000


@cache
def _types_in_capitals() -> frozenset[str]:
    return frozenset(name.upper() for kind in document_types() for name in (kind.name, *kind.words))


def recipients(text: str) -> list[tuple[int, int]]:
    """Spans of the recipients' lists of a normalised text, in order."""
    spans: list[tuple[int, int]] = []
    heads = sorted((m for pattern in _RECIPIENTS for m in pattern.finditer(text)), key=lambda m: m.start())
    for match in heads:
        begin = match.start() - 1
        if begin < 0 or text[begin] != "N" or (spans and begin < spans[-1][1]):
            continue
        if not _LINE_START.search(text, max(0, begin - 24), begin) and begin:
            continue
        end = match.end()
        stop = min(len(text), match.start() + _LIMIT)
        position = text.find("\n", end)
        while 0 <= position < stop:
            line_end = text.find("\n", position + 1)
            line_end = len(text) if line_end < 0 else line_end
            line = text[position + 1 : line_end]
            if line.lstrip(" *_|").startswith(("[", "#")) or (not _ENTRY.match(line) and len(line.strip()) > 60):
                break
            words = line.strip(_LEAD)
            if (words.isupper() and (len(words) > 25 or words in _types_in_capitals())) or _ANEW.match(words):
                break
            end = line_end
            if line_end >= len(text):
                break
            position = line_end
        spans.append((begin, end))
    return spans


_ISSUE_DAY = re.compile(
    r"CÔNG[ \t]+BÁO/[^\n]{1,60}?/Ngày[ \t]+(?P<d>[0-9]{1,2})-(?P<m>[0-9]{1,2})-(?P<y>(?:19|20)[0-9]{2})"
)
_HEAD = re.compile(r"CÔNG BÁO/Số[^\n]{1,60}")
_SIGNED = re.compile(
    r"(?:Người ký|Ký bởi)[ \t]*:[^\n]{0,120}(?:\n[^\n]{0,120}){0,5}?(?:Thời gian|Ngày) ký[ \t]*:[^\n]{0,40}"
)
_SIGNED_LAST = ("Thời gian ký", "Ngày ký:")
_SIGNED_REACH = 800  # more than the six lines of a signature block hold
_PAGE_BEFORE = re.compile(r"(?:\A|\n)[ \t]*[0-9]{1,4}[ \t]*\Z")
_PAGE_BEHIND = re.compile(r"\s*\n[ \t]*[0-9]{1,4}[ \t]*(?=\n|\Z)")
_BLANKS = re.compile(r"\s*")
_PAUSE = '.;:!?”"/'


def issue_day(text: str) -> re.Match[str] | None:
    """The first running head of the gazette that says its day: groups ``d``, ``m``, ``y``."""
    return _ISSUE_DAY.search(text)


def without_running_heads(text: str) -> str:
    """`text` with the running heads of the gazette ("CÔNG BÁO/Số 503 + 504/Ngày 20-02-2023", the page number beside)
    and its signature blocks blanked out, the length unchanged. A sentence that goes on over the page is joined; where
    the page ends with a full stop or another pause, a paragraph ends too."""
    if "CÔNG BÁO/Số" not in text and not any(last in text for last in _SIGNED_LAST):
        return text
    pieces: list[str] = []
    done = 0
    for match in sorted((*_HEAD.finditer(text), *_signatures(text)), key=lambda m: m.start()):
        if match.start() < done:
            continue
        start, end = match.span()
        before = text[max(done, start - 60) : start].rstrip()
        start = max(done, start - 60) + len(before)
        page = _PAGE_BEFORE.search(text, max(done, start - 12), start) if before[-1:].isdigit() else None
        if page:
            start = page.start()
        else:
            behind = _PAGE_BEHIND.match(text, end)
            end = behind.end() if behind else end
        while start > done and text[start - 1].isspace():
            start -= 1
        end = _BLANKS.match(text, end).end()  # type: ignore[union-attr]
        goes_on = start > 0 and end < len(text) and not _pauses(text, start) and not _opens(text, end)
        gap = " " * (end - start) if goes_on else "\n\n" + " " * (end - start - 2)
        pieces += [text[done:start], gap]
        done = end
    return "".join([*pieces, text[done:]])


def _pauses(text: str, at: int) -> bool:
    """Does a sentence end, or pause, before `at`? A number may be cut at its bar ("42/2015/")."""
    return text[at - 1] in _PAUSE and not (text[at - 1] == "/" and text[at - 2 : at - 1].isdigit())


def _signatures(text: str) -> Iterator[re.Match[str]]:
    """The signature blocks, found from their last line."""
    for last in _SIGNED_LAST:
        done = 0
        at = text.find(last)
        while at >= 0:
            found = _SIGNED.search(text, max(done, at - _SIGNED_REACH), min(len(text), at + 64))
            if found is not None:
                yield found
                done = found.end()
            at = text.find(last, max(done, at + 1))


_OPENING = re.compile(r"(?:Điều|Chương|Mục|Phần|Phụ lục|PHỤ LỤC|CHƯƠNG|MỤC|[IVX]+\.|[0-9]{1,3}[.)]|[a-zđ]\)|[-–+•(])\s")


def _opens(text: str, at: int) -> bool:
    """Whether a new item begins at `at`: then no sentence goes on over the page."""
    return _OPENING.match(text, at) is not None


_BANNER_GAP = 700  # from one phrase of a site to the next: what stands between is the site's, too


@cache
def _site() -> re.Pattern[str]:
    return re.compile(trie(row["phrase"] for row in read_table("site_phrases")))


def banners(text: str) -> list[tuple[int, int]]:
    """Spans of what a web site adds before and behind a text: runs of lines around the phrases of
    ``graph/domain/site_phrases.csv``, three or more of them near each other."""
    spans: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for found in _site().finditer(text):
        if run and found.start() - run[-1][1] > _BANNER_GAP:
            spans += _banner(text, run)
            run = []
        run.append(found.span())
    return spans + _banner(text, run)


def _banner(text: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    if len(run) < 3:
        return []
    end = text.find("\n", run[-1][1])
    return [(text.rfind("\n", 0, run[0][0]) + 1, len(text) if end < 0 else end)]
