"""The table of codes: complete, in two languages, documented, and each code met in drafts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from drafts import MAKERS

from graph.checking import SEVERITIES, codes

_SLOT = re.compile(r"\{(\w+)\}")


def test_rows_are_whole() -> None:
    for code, row in codes().items():
        assert re.fullmatch(r"LD[1-7]\d\d", code)
        assert row.severity in SEVERITIES
        assert row.needs in ("graph", "tables", "both", "none")
        assert all((*row.titles, *row.messages, *row.rules)), code


def test_both_languages_fill_the_same_slots() -> None:
    for code, row in codes().items():
        vietnamese, english = (set(_SLOT.findall(message)) for message in row.messages)
        assert vietnamese == english, code


def test_a_value_is_not_read_as_a_slot() -> None:
    row = codes()["LD604"]
    assert row.message({"written": "{right}", "right": "x", "places": ""}) == "“{right}” viết là “x”."


@pytest.mark.parametrize("code", sorted(codes()))
def test_each_code_is_documented_and_planted(code: str, checkout: Path) -> None:
    assert f"| {code} |" in (checkout / "docs" / "checking.md").read_text(encoding="utf-8")
    assert code in MAKERS or code == "LD701"  # a whole text is damaged, no clause: tests/test_damage.py
