"""Every pattern of the readers takes time in proportion to the text, whatever the text.

The texts are made from the patterns themselves: what leads to a repetition, then a long run of what it repeats, then
something that does not fit, so that a pattern which may divide the run in several ways has to try them all.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hostile import TooLong, at_most

import graph.reading
from graph.reading import read_bytes
from graph.reading.lines import joined

from . import samples

RUN = 100_000
SECONDS = 2.0  # linear patterns take milliseconds, quadratic ones tens of seconds
METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")
TAILS = ("", "\n", "x", "!", "\x00")
# What a class of characters may stand for; the first that fits is a sample of it.
SAMPLES = " \n\t\xa0aA0_-./:;<>\"'\\&()#Đđạ́ạ…\x13\x14\xef\xbb\xbf"


@cache
def uses() -> dict[tuple[str, int, bool], tuple[Any, set[str], str]]:
    """(pattern, flags, bytes) -> compiled, the methods that are called on it, where it stands."""
    found: dict[tuple[str, int, bool], tuple[Any, set[str], str]] = {}

    def add(pattern: Any, methods: set[str], where: str) -> None:
        key = (str(pattern.pattern), pattern.flags, isinstance(pattern.pattern, bytes))
        found.setdefault(key, (pattern, set(), where))[1].update(methods)

    for info in pkgutil.walk_packages(graph.reading.__path__, "graph.reading."):
        module = importlib.import_module(info.name)
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        called: dict[str, set[str]] = {}
        for node in ast.walk(ast.parse(source)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            owner = node.func.value
            if isinstance(owner, ast.Name) and node.func.attr in METHODS:
                called.setdefault(owner.id, set()).add(node.func.attr)
                first = node.args[0] if node.args else None
                if owner.id == "re" and isinstance(first, ast.Constant) and isinstance(first.value, str | bytes):
                    add(re.compile(first.value), {node.func.attr}, info.name)
        for name, value in vars(module).items():
            for pattern in patterns_in(value):
                add(pattern, called.get(name, {"match"}), f"{info.name}.{name}")
    return found


def patterns_in(value: Any, depth: int = 3) -> Iterator[Any]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, list | tuple):
        for item in value:
            yield from patterns_in(item, depth - 1)
    elif depth and isinstance(value, dict):
        yield from patterns_in([*value.values()], depth)


def sample(item: tuple[Any, Any]) -> list[str]:
    """Strings that an element of a parsed pattern matches: one, or a few where it is a class."""
    kind, value = item
    if kind is sre.LITERAL:
        return [chr(value)]
    if kind in (sre.IN, sre.ANY, sre.NOT_LITERAL):
        single = re.compile(f"(?s:{rebuilt(item)})")
        return [letter for letter in SAMPLES if single.fullmatch(letter)][:6] or [first_of(item)]
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, _, inner = value
        return ["".join(whole(inner) for _ in range(max(1, least)))]
    if kind is sre.SUBPATTERN:
        return [whole(value[-1])]
    if kind is sre.ATOMIC_GROUP:
        return [whole(value)]
    if kind is sre.BRANCH:
        return [whole(branch) for branch in value[1]]
    return [""]


def first_of(item: tuple[Any, Any]) -> str:
    for kind, value in item[1] if item[0] is sre.IN else ():
        if kind is sre.LITERAL:
            return chr(value)
        if kind is sre.RANGE:
            return chr(value[0])
    return "a"


def rebuilt(item: tuple[Any, Any]) -> str:
    """A class of characters as a pattern again."""
    kind, value = item
    if kind is sre.ANY:
        return "[^\\n]"
    if kind is sre.NOT_LITERAL:
        return f"[^{re.escape(chr(value))}]"
    names = {
        sre.CATEGORY_DIGIT: "\\d", sre.CATEGORY_NOT_DIGIT: "\\D", sre.CATEGORY_SPACE: "\\s",
        sre.CATEGORY_NOT_SPACE: "\\S", sre.CATEGORY_WORD: "\\w", sre.CATEGORY_NOT_WORD: "\\W",
    }  # fmt: skip
    inner = ""
    for kind_, value_ in value:
        if kind_ is sre.NEGATE:
            inner += "^"
        elif kind_ is sre.LITERAL:
            inner += re.escape(chr(value_))
        elif kind_ is sre.RANGE:
            inner += f"{re.escape(chr(value_[0]))}-{re.escape(chr(value_[1]))}"
        elif kind_ is sre.CATEGORY:
            inner += names[value_]
    return f"[{inner}]"


def whole(sequence: Any) -> str:
    return "".join(sample(item)[0] for item in sequence)


def runs(sequence: Any, prefix: str = "") -> Iterator[tuple[str, str]]:
    """(what leads to it, what is repeated) for every repetition without a small limit."""
    for kind, value in sequence:
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, inner = value
            units = sample(inner[0]) if len(inner) == 1 else [whole(inner)]
            if int(most) > 50:
                for unit in units:
                    yield prefix, unit
            yield from runs(inner, prefix)
        elif kind is sre.SUBPATTERN:
            yield from runs(value[-1], prefix)
        elif kind is sre.ATOMIC_GROUP:
            yield from runs(value, prefix)
        elif kind is sre.BRANCH:
            for branch in value[1]:
                yield from runs(branch, prefix)
        prefix += sample((kind, value))[0]


def texts(pattern: Any) -> Iterator[str]:
    parsed = _parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    seen = set()
    for prefix, unit in [*runs(parsed), ("", whole(parsed)), ("", " ")]:
        if not unit or (prefix, unit) in seen:
            continue
        seen.add((prefix, unit))
        for tail in TAILS:
            yield prefix + unit * (RUN // len(unit)) + tail
        if prefix:
            again = prefix + unit * 3
            yield again * (RUN // len(again)) + "\x00"
    for unit in (" ", "\n", "a", "1", "A-", "a ", "<", "\xa0"):
        yield unit * (RUN // len(unit)) + "\x00"


CASES = [pytest.param(key, id=f"{where}:{key[0][:30]!r}") for key, (_, _, where) in sorted(uses().items(), key=str)]


@pytest.mark.parametrize("key", CASES)
def test_a_pattern_is_linear(key: tuple[str, int, bool]) -> None:
    pattern, methods, _ = uses()[key]
    for text in texts(pattern):
        given: Any = text.encode("latin-1", "replace") if key[2] else text
        for method in methods:
            with at_most(SECONDS):
                if method in ("sub", "subn"):
                    getattr(pattern, method)(given[:0], given)
                elif method == "finditer":
                    for _ in pattern.finditer(given):
                        pass
                else:
                    getattr(pattern, method)(given)


def test_the_test_notices_what_is_not_linear() -> None:
    """The pattern that took 20 seconds for 20,000 blanks."""
    slow = re.compile(r"[ \t\u00a0]+(?=\n)|[ \t\u00a0]+\Z")
    assert ("", " ") in set(runs(_parser.parse(slow.pattern)))
    with pytest.raises(TooLong), at_most(1):
        for text in texts(slow):
            slow.sub("", text)


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", " \t", "\n", " \n", "\r", "\x0b", "a \n\n"])
def test_joining_lines_is_linear(blank: str) -> None:
    with at_most(SECONDS):
        joined([f"a{blank * 200_000}b", "c", f"{blank * 1000}d{blank * 1000}"], "x")


def test_blanks_go_before_line_ends_only() -> None:
    assert joined(["a \t\u00a0", " b  c ", "  "], "x") == "a\n b  c\n"


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\u3000"])
@pytest.mark.parametrize("kind", ["docx", "odt", "rtf", "html", "txt"])
def test_a_run_of_blanks_in_a_file(kind: str, blank: str) -> None:
    text = f"Căn cứ{blank * 100_000}Nghị định"
    if kind == "docx":
        data = samples.docx(samples.paragraph(text))
    elif kind == "odt":
        data = samples.odt(f"<text:p>{text}</text:p>")
    elif kind == "rtf":
        data = b"{\\rtf1 " + "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in text).encode() + b"}"
    elif kind == "html":
        data = f"<html><body><pre>{text}</pre></body></html>".encode()
    else:
        data = text.encode()
    with at_most(SECONDS):
        read_bytes(data, f"a.{kind}")
