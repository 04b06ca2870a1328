"""Titles of amending acts that are misprinted ("Luật sửa đổi, bổ sung một số điều của Luật Luật Đấu thầu, luật quán lý,
sử dụng tài sản công … số 90/2025/QH15"): a doubled word, a missing blank, a wrong mark, a member without "Luật".

The number or the day behind the title tells which act it is; where the letters of the title are nearly those of that
act's in the table, it is read as that title, and each of the acts that it names as far as its own words are known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache

from graph import domain
from graph.citations import dates
from graph.citations.acts import ActName
from graph.normalise import fold

_BLANK = r"(?:[ \t*_|]|\n(?!\s*\n))"
_CHANGES = (
    rf"{_BLANK}++(?:(?:[^\W\d_]{{1,6}},?){_BLANK}++){{0,2}}?"
    rf"[Ss][uưúùủũụứừửữự]a{_BLANK}*+[đĐ][oôóòỏõọốồổỗộơớờởỡợ]i(?![^\W_])"
)
# literal prefixes: a pass is a substring search
_HEADS = (re.compile(f"Lu[ậâ]t{_CHANGES}"), re.compile(f"Pháp lệnh{_CHANGES}"))
_CLOSING = re.compile(
    rf"(?P<symbol>(?<![0-9/])[0-9]{{1,3}}{_BLANK}?/{_BLANK}?[0-9]{{4}}{_BLANK}?/{_BLANK}?[A-Z]{{2,6}}[0-9]{{0,2}})"
    rf"|(?P<day>{dates.FULL_DATE.pattern.replace('(?P<', '(?P<x_')})|\n\s*\n|[(“”]"
)
_MEMBER = re.compile(r"(?:(?:[Bb]ộ[\s*_]+)?[Ll]u[ậâ]t|[Pp]háp[\s*_]+lệnh)(?![^\W_])")
_MEMBERS = re.compile(r"(?<= cua )(?:bo luat|luat|phap lenh) |(?<!^)(?:bo luat|luat|phap lenh) ")  # folded
_NEXT = re.compile(r"(?:, | và )(?=(?:Luật|Bộ luật|Pháp lệnh) )")
_OF = " của "
_REACH = 900
_ALIKE = 0.8  # of the letters of a title, of those of a name in it
_SEPARATORS = " \t\n*_|,;.:"


def read_misprinted(text: str, acts: list[ActName]) -> list[ActName]:
    """`acts` of a normalised text, with misprinted titles of known amending acts read whole, in text order."""
    read = {act.start: act for act in acts if act.amending}
    added: list[ActName] = []
    heads = [head for pattern in _HEADS for head in pattern.finditer(text)]
    for head in sorted(heads, key=lambda match: match.start()):
        if added and head.start() < added[-1].inner[-1].end:
            continue
        title = _title(text, head, read.get(head.start()))
        if title is not None:
            added.append(title)
    if not added:
        return acts
    kept = [act for act in acts if not any(t.start <= act.start < t.inner[-1].end for t in added)]
    kept += [act for title in added for act in (title, *title.inner)]
    return sorted(kept, key=lambda act: (act.start, act.end))


def _title(text: str, head: re.Match[str], read: ActName | None) -> ActName | None:
    """The title that begins at `head`, None where it was `read` whole or is no known one."""
    closing = _CLOSING.search(text, head.end(), head.end() + _REACH)
    if closing is None or not (closing["symbol"] or closing["day"]):
        return None
    end = closing.start()
    rows = _closed_by(closing)
    if not rows or (read is not None and _is_whole(text, read, rows, end, numbered=bool(closing["symbol"]))):
        return None
    row = _meant(text[head.start() : _before_number(text, end)], rows)
    if row is None:
        return None
    inner = _members(text, head.end(), end, row)
    if not inner:
        return None
    inner[-1].end = _stripped(text, inner[-1].start, _before_number(text, end))
    return ActName(head.start(), inner[0].start, row.kind, row.name, (row,), True, True, inner)


def _is_whole(text: str, read: ActName, rows: Sequence[domain.Act], end: int, *, numbered: bool) -> bool:
    """Is the title that was `read` one of `rows`, or `numbered` and all acts in it known ones, and does it end where
    its number or day begins?"""
    known = not set(rows).isdisjoint(read.acts)
    if not read.inner:
        return known
    if not known and not (numbered and all(member.acts for member in read.inner)):
        return False
    last = read.inner[-1].end
    return not text[last : max(_before_number(text, end), last)].strip(_SEPARATORS)


def _closed_by(closing: re.Match[str]) -> tuple[domain.Act, ...]:
    """The amending acts of a number, or of a day."""
    if closing["symbol"]:
        rows = domain.acts_by_code("".join(closing["symbol"].replace("*", "").replace("_", "").split()))
        return tuple(act for act in rows if act.amending)
    day = dates.FULL_DATE.match(closing["day"])
    passed = dates.iso(day) if day else None
    return _amending_by_day().get(passed or "", ())


@cache
def _amending_by_day() -> dict[str, tuple[domain.Act, ...]]:
    found: dict[str, tuple[domain.Act, ...]] = {}
    for act in domain.acts():
        if act.amending and act.date:
            found[act.date] = (*found.get(act.date, ()), act)
    return found


def _meant(title: str, rows: Sequence[domain.Act]) -> domain.Act | None:
    """The act among `rows` whose title is nearly the same."""
    words = _letters(title)
    ranked = sorted(((_ratio(words, _letters(row.name)), row.name, row) for row in rows), reverse=True)
    if not ranked or ranked[0][0] < _ALIKE or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 1 - _ALIKE):
        return None
    return ranked[0][2]


def _members(text: str, start: int, end: int, row: domain.Act) -> list[ActName]:
    """The acts that `row` names in its title, where the words between two offsets name them too."""
    names = [name for name in _NEXT.split(row.name.partition(_OF)[2]) if domain.acts_by_name(name)]
    heads = [m.start() for m in _MEMBER.finditer(text, start, end)]
    found: list[ActName] = []
    for at, following in zip(heads, [*heads[1:], _before_number(text, end)], strict=True):
        stop = _stripped(text, at, following)
        words = _squeezed(fold(text[at:stop]))
        best = max(names, key=lambda name: _ratio(words, _squeezed(fold(name))), default="")
        if best and _ratio(words, _squeezed(fold(best))) < _ALIKE:
            best, stop = _opening(text, at, stop, names)
        if not best:
            continue
        names.remove(best)
        known = domain.acts_by_name(best)
        found.append(ActName(at, stop, known[0].kind, best, known))
    return found


def _opening(text: str, start: int, end: int, names: Sequence[str]) -> tuple[str, int]:
    """The longest of `names` that the words between two offsets begin with ("Luật Hải quan, Đầu tư công"), and where it
    ends; empty if there is none."""
    words = [*re.finditer(r"[^\s*_|,]+", text[start:end])]
    for count in range(len(words) - 1, 1, -1):
        opened = _squeezed(fold(" ".join(word.group() for word in words[:count])))
        for name in names:
            if _squeezed(fold(name)) == opened:
                return name, start + words[count - 1].end()
    return "", end


def _stripped(text: str, start: int, end: int) -> int:
    """Where the words between two offsets end, without what parts them from the next name."""
    words = text[start:end].rstrip(_SEPARATORS)
    if words.endswith(("và", "của")):
        words = words.rpartition(words.split()[-1])[0].rstrip(_SEPARATORS)
    return start + len(words)


def _before_number(text: str, end: int) -> int:
    words = text[:end][-12:].rstrip(_SEPARATORS)
    return end - len(text[:end][-12:]) + len(words) - (2 if words.endswith(("số", "Số")) else 0)


def _letters(title: str) -> str:
    """The letters of the acts that a title names, without blanks and marks."""
    plain = " ".join(fold(title).replace("*", " ").split())
    changed = plain.find("doi") + 3
    first = _MEMBERS.search(plain, changed)
    return _squeezed(plain[first.start() if first else changed :])


def _squeezed(folded: str) -> str:
    return "".join(c for c in folded if c.isalnum())


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
