"""A row of the file of corrections: what it says, or in one line why it says nothing."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from graph import labels
from graph.domain import type_by_name
from graph.model import PREDICATES
from graph.normalise import fold
from graph.records.days import whole_day

COLUMNS = ("action", "document", "what", "value", "who", "why")
FACTS = ("type", "code", "date", "issuer", "title", "name", "effect", "force")
_LONGEST = 2_000  # characters of a cell


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. `action`: confirm, deny, add, set, merge, split. `document` and, for relations and merges,
    `value` are documents as people call them; `what` is a predicate or one of `FACTS`, `value` then the fact (dates in
    ISO form); of a split it is the source. `who` corrected it, and `why`."""

    action: str
    document: str
    what: str = ""
    value: str = ""
    who: str = ""
    why: str = ""

    def cells(self) -> dict[str, str]:
        """As it is kept."""
        return asdict(self)

    @property
    def is_relation(self) -> bool:
        """Whether it speaks of a relation of two documents."""
        return self.what in PREDICATES


class Unclear(ValueError):
    """Why a row is no correction, in a few Vietnamese words."""


def key_of(words: str) -> str:
    """The form in which spellings are compared: no case, no signs between the words."""
    return " ".join(re.sub(r"[^\w]+", " ", words.casefold().replace("_", " ")).split())


@cache
def _rows() -> list[dict[str, str]]:
    text = files(__package__).joinpath("words.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in _rows():
        kind = found.setdefault(row["kind"], {})
        for word in row["words"].split("|"):
            kind[key_of(word)] = row["key"]
    predicates = found["predicate"]
    for key in PREDICATES:
        if key != "issued_by":
            predicates.update((key_of(label), key) for label in (key, *labels.PREDICATES[key][:2]))
    return found


def meaning(kind: str, words: str) -> str | None:
    """The key that the words stand for (``head``, ``action``, ``fact``, ``force``, ``predicate``), with or without
    their marks; None where they stand for none."""
    table = _table()[kind]
    key = key_of(words)
    if key in table:
        return table[key]
    bare = {fold(word): value for word, value in table.items()}
    return bare.get(fold(key))


def word(kind: str, key: str, lang: str = "vi") -> str:
    """What people write for a key: for an ``action``, a ``fact`` or a ``force`` also in English."""
    if kind == "predicate":
        return labels.predicate(key, lang)
    words = next(row for row in _rows() if (row["kind"], row["key"]) == (kind, key))
    return (lang == "en" and words["english"]) or key_of(words["words"].split("|")[0])


def columns_of(heads: Sequence[str]) -> dict[str, int]:
    """Which column of a head row is which of `COLUMNS`; empty where the row is no head row."""
    found: dict[str, int] = {}
    for place, head in enumerate(heads):
        column = meaning("head", head)
        if column is not None:
            found.setdefault(column, place)
    return found if {"action", "document"} <= found.keys() else {}


def read_row(cells: Mapping[str, str]) -> Correction:
    """The correction that the cells (by `COLUMNS`) say; Unclear where they say none."""
    given = {name: " ".join(cells.get(name, "").split()) for name in COLUMNS}
    if (long := next((name for name, text in given.items() if len(text) > _LONGEST), None)) is not None:
        raise Unclear(f"ô “{word('head', long)}” quá dài")
    action = meaning("action", given["action"])
    if action is None:
        raise Unclear(
            f"không rõ việc “{given['action']}” (xác nhận, bác, thêm, sửa, gộp, tách)"
            if given["action"]
            else "thiếu việc"
        )
    if not given["document"]:
        raise Unclear("thiếu văn bản")
    if not given["value"]:
        raise Unclear("thiếu giá trị" if action not in ("merge", "split") else "thiếu văn bản hoặc nguồn thứ hai")
    if action in ("merge", "split"):
        return Correction(action, given["document"], "", given["value"], given["who"], given["why"])
    if not given["what"]:
        raise Unclear("thiếu nội dung (quan hệ hoặc dữ kiện)")
    predicate, fact = meaning("predicate", given["what"]), meaning("fact", given["what"])
    if predicate is None and fact is None:
        raise Unclear(f"không rõ quan hệ hay dữ kiện “{given['what']}”")
    if predicate is not None and action != "set":
        return Correction(action, given["document"], predicate, given["value"], given["who"], given["why"])
    if fact is None:
        raise Unclear("một quan hệ thì xác nhận, bác hoặc thêm, không sửa")
    action = "set" if action in ("add", "confirm") else action
    return Correction(action, given["document"], fact, _fact(fact, given["value"]), given["who"], given["why"])


def _fact(name: str, value: str) -> str:
    """The value of a fact in its usual form."""
    if name == "type":
        kind = type_by_name(value)
        if kind is None:
            raise Unclear(f"không có loại văn bản “{value}”")
        return kind.name
    if name == "code":
        code = re.sub(r"\s*([/-])\s*", r"\1", value)
        if not re.search(r"\d", code) or " " in code:
            raise Unclear(f"“{value}” không phải số, ký hiệu")
        return code
    if name == "date":
        return _day(value, short=True)
    if name == "effect":
        return _day(value)
    if name == "force":
        return _force(value)
    return value


def _force(value: str) -> str:
    """``hết hiệu lực từ 01/01/2024`` -> ``ended 2024-01-01``."""
    found = re.search(r"(?:\s+(?:kể\s+)?từ)?(?:\s+ngày)?\s+(\d\S.*|\d\s+tháng.*)$", value, re.IGNORECASE)
    words, day = (value[: found.start()], _day(found[1])) if found else (value, "")
    state = meaning("force", words)
    if state is None:
        raise Unclear(f"không rõ hiệu lực “{value}” (còn hiệu lực, hết hiệu lực từ 01/01/2024, ngưng hiệu lực)")
    return f"{state} {day}".strip()


def _day(value: str, *, short: bool = False) -> str:
    """An ISO date; `short`: a month (11/2020) or a year will do."""
    try:
        if day := whole_day(value):
            return day
        if short and (month := re.fullmatch(r"(?:tháng )?(\d{1,2})[/-](\d{4})", value, re.IGNORECASE)):
            return date(int(month[2]), int(month[1]), 1).isoformat()[:7]
        if short and re.fullmatch(r"(?:năm )?[12]\d{3}", value, re.IGNORECASE):
            return value[-4:]
    except ValueError:
        pass
    raise Unclear(f"“{value}” không phải ngày (ví dụ: 24/11/2020)")


def shown_value(name: str, value: str, lang: str = "vi") -> str:
    """A value as people write it."""
    if name in ("date", "effect"):
        return "/".join(reversed(value.split("-")))
    if name == "force":
        state, _, day = value.partition(" ")
        since = {"vi": "từ", "en": "since"}[lang]
        return word("force", state, lang) + (f" {since} {'/'.join(reversed(day.split('-')))}" if day else "")
    if name == "type":
        return labels.document_type(value, lang)
    return value


_JOINS = {
    "vi": {"merge": "là", "split": "không phải văn bản trong", "why": "Lý do", "who": "Người sửa"},
    "en": {"merge": "is", "split": "is not the document in", "why": "Reason", "who": "Corrected by"},
}


def sentence(row: Correction, lang: str = "vi") -> tuple[str, tuple[int, int], tuple[int, int], tuple[int, int]]:
    """The row as a sentence, with the places (start, end) of its document, of what it says and of its value. A graph
    keeps the Vietnamese one; `lang` ``en`` is for those who ask in English."""
    joins = _JOINS[lang]
    action = word("action", row.action, lang)
    head = f"{action[0].upper()}{action[1:]}: "
    what = joins.get(row.action) or word("predicate" if row.is_relation else "fact", row.what, lang)
    value = row.value if row.is_relation else shown_value(row.what, row.value, lang)
    gap = ": " if row.what and not row.is_relation else " "
    text = f"{head}{row.document}{gap}{what} {value}"
    first = len(head), len(head) + len(row.document)
    second = first[1] + len(gap), first[1] + len(gap) + len(what)
    third = second[1] + 1, second[1] + 1 + len(value)
    text += f". {joins['why']}: {row.why}" if row.why else ""
    text += f". {joins['who']}: {row.who}" if row.who else ""
    return text, first, second, third
