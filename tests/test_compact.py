"""JSON without blanks."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graph.compact import compact

VALUES: list[Any] = [
    None, True, 0, -7, 1 << 70, 0.1, 1e300, "", 'dấu "ngoặc"\n\t\\', "\ud800", "\U0001f600", "\x00\x1f\x7f", [], {},
    (1, (2,)), ["Quyết định", None, 5, [["điều", "3"]]], {"b": 1, "a": {"c": [None]}}, {1: 2, None: 3},
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES)
def test_it_is_what_json_prints(value: Any) -> None:
    assert compact(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("value", [b"x", {1, 2}, object(), [{"a": object()}]])
def test_what_is_no_plain_data_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        compact(value)
