"""Amending acts, which are told by the acts that their titles name: "Luật sửa đổi, bổ sung một số điều của Luật A,
Luật B và Luật C số 90/2025/QH15" is one act.

A title goes on to its number or date, whatever unknown words stand in the names of its members: a law that no table
knows yet, a slip, a name cut short. A semicolon parts citations too, so it goes on only where the table knows the whole
title, or the number behind it as an amending act's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph import domain
from graph.citations.acts import NAME_STOPS, NUMBER, ActName, clean
from graph.normalise import fold

_BLANK = r"(?:[ \t*_]|\n(?!\s*\n)|\|)"
_MEMBERS = 16  # acts that a title may name
_PLAIN_TITLE = re.compile(r"\S+(?: luat| lenh)? sua doi(?:,? bo sung)?(?: (?:mot so|cac) dieu)?(?: cua)?")  # folded
_OPENING = re.compile(rf"{_BLANK}*+(?:(?:của|CỦA){_BLANK}++)?\Z")
_SYMBOL = rf"{NUMBER}{_BLANK}?(?:[0-9]{{4}}/)?[A-Z0-9-]{{2,14}}"
_COMMA = rf"{_BLANK}*+(?:,|và|VÀ|,{_BLANK}*+và){_BLANK}*+"
_AND = re.compile(rf"(?P<number>{_BLANK}*+{_SYMBOL})?{_COMMA}\Z")
_SEMICOLON = re.compile(rf"{_BLANK}*+;{_BLANK}*+")
# Between two names of a list a name may go on with words at which one in running text is cut; what is said of an act
# still ends it.
_WITHIN = frozenset({"theo", "trong", "ngoài", "với", "cho", "về", "mới"})
_SAID = rf"(?:{'|'.join(sorted((NAME_STOPS - _WITHIN) | {'và', 'của'}))})"
_REST = rf"(?P<rest>(?:{_BLANK}++(?!{_SAID}(?![^\W_]))(?:[^\W\d_A-ZĐ][^\W\d_]*+|[A-ZĐ]{{2,6}}(?![^\W_]))){{1,10}}?)"
_GOES_ON = re.compile(rf"{_REST}(?:{_COMMA}|{_BLANK}*+;{_BLANK}*+)\Z")
_CLOSES = re.compile(
    rf"(?:{_REST})?{_BLANK}*+,?{_BLANK}*+(?P<symbol>{_SYMBOL})"
    rf"|{_BLANK}*+,?{_BLANK}*+(?:ngày{_BLANK}++[0-9]|năm{_BLANK}++(?:19|20)[0-9]{{2}}(?![0-9]))"
)
_CODE = re.compile(r"[0-9].*")


def tie_titles(text: str, acts: list[ActName]) -> list[ActName]:
    """`acts`, each amending act among them with the acts that its title names as its `inner` ones, and named by
    them."""
    for i, act in enumerate(acts):
        if not act.amending:
            continue
        following = acts[i + 1 : i + 1 + _MEMBERS]
        _with_commas(text, act, following)
        if not act.inner:
            continue
        rest = following[len(act.inner) :]
        act.inner += _with_unknown_words(text, act, rest) or _behind_semicolons(text, act, rest)
        names = [member.name for member in act.inner]
        parts = clean(text[act.start : act.end]).removesuffix(" của")
        plain = _PLAIN_TITLE.fullmatch(fold(parts)) is not None
        act.name = _title_of(act.kind, names) if plain else f"{parts} của {_listed(names)}"
        act.acts = _known_title(act.kind, names) if plain else domain.acts_by_name(act.name)
    return acts


def _with_commas(text: str, act: ActName, following: Sequence[ActName]) -> None:
    end = act.end
    for other in following:
        gap = (_AND if act.inner else _OPENING).match(text, end, other.start)
        if other.amending or not gap:
            break
        # "Luật sửa đổi … của Luật A số 31/2024/QH15, Luật B số 27/2023/QH15": the numbers are those of A and B
        if act.inner and gap["number"]:
            if _amends(gap["number"]):
                break
            act.numbered_inner = True
        act.inner.append(other)
        end = other.end


def _with_unknown_words(text: str, act: ActName, others: Sequence[ActName]) -> list[ActName]:
    """The rest of the members where a name goes on with words that no table knows, and those words belong to it: only
    in a title that closes with a number or a date. Empty where it does not."""
    if act.numbered_inner:
        return []
    last = act.inner[-1]
    ends: list[tuple[ActName, int]] = []
    semicolons = False
    more: list[ActName] = []
    for other in others:
        gap = _GOES_ON.match(text, last.end, other.start)
        plain = _AND.match(text, last.end, other.start) or _SEMICOLON.fullmatch(text, last.end, other.start)
        if other.amending or not (gap or plain) or (plain and plain.groupdict().get("number")):
            break
        semicolons |= ";" in text[last.end : other.start]
        if gap:
            ends.append((last, gap.end("rest")))
        more.append(other)
        last = other
    closing = _CLOSES.match(text, last.end)
    if not closing:
        return []
    if semicolons and not (closing["symbol"] and _amends(closing["symbol"])):
        return []
    if closing["rest"]:
        ends.append((last, closing.end("rest")))
    for member, end in ends:
        member.end = end
        member.name = clean(text[member.start : end])
        member.acts = domain.acts_by_name(member.name)
        member.known = bool(member.acts)
    return more


def _amends(symbol: str) -> bool:
    """Whether the table knows the number as an amending act's."""
    code = _CODE.search(symbol)
    rows = domain.acts_by_code(clean(code.group()).replace(" ", "")) if code else ()
    return any(row.amending for row in rows)


def _behind_semicolons(text: str, act: ActName, others: Sequence[ActName]) -> list[ActName]:
    """Further acts of a title that lists them with semicolons, as articles do ("Luật sửa đổi Luật A; Luật B; Luật C
    2025"): only where all of them together are the title of a known act."""
    more: list[ActName] = []
    end = act.inner[-1].end
    for other in others:
        if other.amending or not _SEMICOLON.fullmatch(text, end, other.start):
            break
        more.append(other)
        end = other.end
    for count in range(len(more), 0, -1):
        names = [member.name for member in (*act.inner, *more[:count])]
        if _known_title(act.kind, names):
            return more[:count]
    return []


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " và " + names[-1]


def _title_of(kind: str, names: list[str]) -> str:
    return f"{kind} sửa đổi, bổ sung một số điều của {_listed(names)}"


def _known_title(kind: str, names: list[str]) -> tuple[domain.Act, ...]:
    """The amending acts of the table with these acts in their title, the last one behind "và" or a comma."""
    name = _title_of(kind, names)
    return domain.acts_by_name(name) or domain.acts_by_name(name.replace(f" và {names[-1]}", f", {names[-1]}"))
