"""JSON without blanks, as it is stored and sent: many small values, so that making the encoder anew for each, as
``json.dumps`` does, would take longer than encoding."""

from __future__ import annotations

import json
from collections.abc import Callable
from json import encoder
from typing import Any


def _refused(value: object) -> object:
    raise TypeError(f"{type(value).__name__} is no plain data")


def _made() -> Callable[[Any], str]:
    plain = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    make = getattr(encoder, "c_make_encoder", None)  # what JSONEncoder makes for each value, where it was compiled
    if make is None:
        return plain
    try:
        machine = make(None, _refused, encoder.encode_basestring, None, ":", ",", False, False, True)
        probe = ['\ud83d\u0111"', 1, 0.25, None, True, {"a": []}]
        if "".join(machine(probe, 0)) != plain(probe):
            return plain
    except TypeError:  # another version of Python has other arguments
        return plain
    return lambda value: "".join(machine(value, 0))


compact = _made()
