"""Parts of a text that cite nothing: the recipients' list (Nơi nhận) above all."""

from __future__ import annotations

import re

# "Nơi nhận:" opens a list of lines that begin with a dash; it ends at the first other line of some length.
_RECIPIENTS = (re.compile(r"ơi[ \t]+nhận[ \t*_]*:?"), re.compile(r"ƠI[ \t]+NHẬN[ \t*_]*:?"))
_LINE_START = re.compile(r"(?:\A|\n)[ \t|*_]*\Z")
_ENTRY = re.compile(
    r"[ \t|*_]*(?:[-–+•]|\(|\d{1,2}[.)])|[ \t|*_]*$"
    r"|[ \t|*_]*(?:Lưu|Như|Các|Thường|UBND|HĐND|TT |VP|Sở|Ban|Cục|Bộ|Công|Trung)"
)
_LIMIT = 4_000


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
            if line.lstrip(" *_|").startswith("[") or (not _ENTRY.match(line) and len(line.strip()) > 60):
                break
            if line.strip(" |*_").isupper() and len(line.strip(" |*_")) > 25:
                break
            end = line_end
            if line_end >= len(text):
                break
            position = line_end
        spans.append((begin, end))
    return spans
