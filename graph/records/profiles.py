"""How the columns and headings of a register are read: a small TOML file, several of them shipped.

A profile names the columns (``[columns]``: number, type, issuer, date, title, place, effective, status; only number is
required), how dates are written, and the headings of the lists of related documents (``[lists]``, ``[[headings]]``).
See ``profiles/cong-bao.toml``, which uses everything.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from graph.domain.register_heads import ROLES
from graph.errors import LuocdoError
from graph.model import PREDICATES
from graph.reading import display_name

COLUMNS = ("number", "type", "issuer", "date", "title", "place", "effective", "ended", "status")
LISTED = ("subject", "object", "by-date")


@dataclass(frozen=True, slots=True)
class Heading:
    """A list of related documents: `predicate` holds between the row's document and each listed one, which is its
    ``subject`` or ``object`` (or the younger is the subject: ``by-date``). `words` gives another predicate where the
    subject's title has one of some words."""

    name: str
    predicate: str
    listed: str
    partial: bool = False
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """A register's profile; see the module."""

    name: str
    title: str
    columns: Mapping[str, str]
    recognise: tuple[str, ...] = ()
    dates: str = "%d/%m/%Y"
    seat: str = ""
    issuer: str = ""
    issuers: tuple[tuple[re.Pattern[str], str], ...] = ()
    lower_case: bool = False
    lists: Mapping[str, str] = field(default_factory=dict)
    item: re.Pattern[str] | None = None
    headings: tuple[Heading, ...] = ()
    bare: bool = False  # a row without a title is an entry, too
    loose: bool = False  # the columns name roles (`graph.domain.register_heads`), cells are read as people write them

    def column(self, row: Mapping[str, Any], name: str) -> str:
        """The row's value for one of `COLUMNS`, blanks collapsed; "" where there is none."""
        value = row.get(self.columns[name]) if name in self.columns else None
        return " ".join(str(value).split()) if value is not None else ""

    def issuer_of(self, symbol: str) -> str:
        """The body that `symbol` belongs to, as far as the profile tells."""
        for pattern, name in self.issuers:
            if pattern.search(symbol):
                return name
        return self.issuer


COLUMNS_GIVEN = "columns:"  # what a profile's "name" begins with that is written on the command line


def columns_given(text: str) -> Profile:
    """The profile that ``number=Số hiệu,date=Ngày,title=Trích yếu`` describes: role = head, as in the table of heads. A
    comma within a head stands as it is, since the next part begins with a role and an equals sign."""
    parts = re.split(r"\s*,\s*(?=[a-z-]+\s*=)", text.strip())
    columns: dict[str, str] = {}
    for part in parts:
        role, sign, head = (piece.strip() for piece in part.partition("="))
        if not sign or role not in ROLES or not head:
            raise LuocdoError(f"--columns: “{part}” không đúng; viết VAI=TÊN CỘT, vai là: {', '.join(ROLES)}")
        columns[role] = head.strip("\"'")
    if "number" not in columns and not {"count", "symbol"} <= columns.keys():
        raise LuocdoError("--columns: thiếu number (hoặc count và symbol)")
    return Profile("columns", "", columns, loose=True)


@cache
def shipped() -> tuple[str, ...]:
    """Names of the profiles that come with luocdo."""
    folder = files("graph.records").joinpath("profiles")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


@cache
def load_profile(name: str) -> Profile:
    """The shipped profile of this name, or the one in the TOML file at this path. LuocdoError where it is wrong."""
    if name.startswith(COLUMNS_GIVEN):
        return columns_given(name.removeprefix(COLUMNS_GIVEN))
    if name in shipped():
        text = files("graph.records").joinpath("profiles", f"{name}.toml").read_text(encoding="utf-8")
        return _profile(name, name, text)
    path = Path(name)
    if not path.is_file():
        raise LuocdoError(
            f"không có hồ sơ danh mục '{name}' (có sẵn: {', '.join(shipped())}; hoặc đường dẫn tệp .toml)"
        )
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise LuocdoError(f"{display_name(path)}: không đọc được hồ sơ danh mục") from None
    return _profile(path.stem, display_name(path), text)


def profile_for(columns: Iterable[str]) -> Profile | None:
    """The shipped profile whose telling columns are all there; the one with most of them."""
    names = set(columns)
    fitting = [p for p in map(load_profile, shipped()) if p.recognise and names.issuperset(p.recognise)]
    return max(fitting, key=lambda p: (len(p.recognise), p.name), default=None)


def _profile(name: str, where: str, text: str) -> Profile:
    def wrong(reason: str) -> LuocdoError:
        return LuocdoError(f"{where}: hồ sơ danh mục sai ({reason})")

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise wrong(str(error).splitlines()[0]) from None
    columns = data.get("columns", {})
    if not isinstance(columns, dict) or "number" not in columns:
        raise wrong("thiếu [columns] number")
    strange = sorted(set(columns) - set(COLUMNS))
    if strange:
        raise wrong(f"cột lạ: {', '.join(strange)}; chỉ có {', '.join(COLUMNS)}")
    lists = dict(data.get("lists", {}))
    try:
        item = re.compile(lists.pop("item")) if "item" in lists else None
        issuers = tuple((re.compile(row["pattern"]), str(row["name"])) for row in data.get("issuers", ()))
        headings = tuple(_heading(row) for row in data.get("headings", ()))
    except (re.error, KeyError, ValueError, TypeError, AttributeError) as error:
        raise wrong(f"{type(error).__name__}: {error}") from None
    if headings and "column" not in lists:
        raise wrong("có [[headings]] nhưng thiếu [lists] column")
    if item is not None and not {"number", "citation"} <= set(item.groupindex):
        raise wrong("[lists] item cần hai nhóm number và citation")
    return Profile(
        name,
        str(data.get("title", name)),
        {key: str(value) for key, value in columns.items()},
        tuple(map(str, data.get("recognise", ()))),
        str(data.get("dates", "%d/%m/%Y")),
        str(data.get("seat", "")),
        str(data.get("issuer", "")),
        issuers,
        bool(data.get("lower_case", False)),
        {key: str(value) for key, value in lists.items()},
        item,
        headings,
    )


def _heading(row: Mapping[str, Any]) -> Heading:
    words = tuple((predicate, tuple(map(str, values))) for predicate, values in row.get("words", {}).items())
    for predicate in (row["predicate"], *(predicate for predicate, _ in words)):
        if predicate not in PREDICATES:
            raise ValueError(f"quan hệ lạ: {predicate}")
    if row["listed"] not in LISTED:
        raise ValueError(f"listed = {row['listed']}; chỉ có {', '.join(LISTED)}")
    return Heading(str(row["name"]), row["predicate"], row["listed"], bool(row.get("partial", False)), words)
