"""The codes of findings (table ``codes.csv``): severity, title and message in both languages, source of the rule.

A code is stable: other programs filter by it. `docs/checking.md` says what each means.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SEVERITIES = ("error", "warning", "note")  # the gravest first
SEVERITY_NAMES = {"error": ("lỗi", "error"), "warning": ("cảnh báo", "warning"), "note": ("lưu ý", "note")}
_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding. `needs` says what it rests on: ``graph``, ``tables``, ``both`` or ``none`` (the draft
    alone); `rules` name the source of the rule in both languages."""

    code: str
    severity: str
    needs: str
    titles: tuple[str, str]
    messages: tuple[str, str]
    rules: tuple[str, str]

    def rule(self, lang: str = "vi") -> str:
        """Where the rule comes from."""
        return self.rules[lang == "en"]

    def title(self, lang: str = "vi") -> str:
        """The kind in a few words."""
        return self.titles[lang == "en"]

    def message(self, values: Mapping[str, str], lang: str = "vi") -> str:
        """The message with its slots filled; an unknown slot stays empty. Values are put in as they are: braces in them
        mean nothing."""
        return _SLOT.sub(lambda slot: values.get(slot[1], ""), self.messages[lang == "en"])


@cache
def codes() -> Mapping[str, Code]:
    """Code -> its row, in the order of the table."""
    table = files("graph.checking").joinpath("codes.csv").read_text(encoding="utf-8")
    return {
        row["code"]: Code(
            row["code"],
            row["severity"],
            row["needs"],
            (row["title"], row["title_en"]),
            (row["message"], row["message_en"]),
            (row["rule"], row["rule_en"]),
        )
        for row in csv.DictReader(table.splitlines())
    }
