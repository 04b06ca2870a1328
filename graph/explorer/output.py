"""Writing a page: whole or not at all, UTF-8."""

from __future__ import annotations

import os
import zlib
from base64 import b64encode
from typing import Any

from markupsafe import Markup

from graph.compact import compact
from graph.export.files import whole_file

PACK_FROM = 300_000  # characters from which a block is compressed; smaller ones stay readable


def write_whole(path: str | os.PathLike[str], text: str) -> None:
    """Write `text` to `path` through a temporary file in the same folder, so that nobody ever sees half a page.

    A lone surrogate (from a damaged text) becomes its escape. Raises LuocdoError if the file cannot be written.
    """
    with whole_file(path) as file:
        file.write(text.encode("utf-8", "backslashreplace"))


def inline_json(text: str) -> Markup:
    """JSON text that can stand in a ``<script>``: no character that ends the element or opens a comment, and a lone
    surrogate (from a damaged text) as its escape."""
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def block(name: str, value: Any) -> Markup:
    """A data block of the page: JSON, compressed (zlib, base64) from `PACK_FROM` characters on."""
    text = compact(value)
    if len(text) < PACK_FROM:
        return Markup('<script type="application/json" id="{}">{}</script>').format(name, inline_json(text))
    packed = b64encode(zlib.compress(text.encode("utf-8", "backslashreplace"), 6)).decode("ascii")
    return Markup('<script type="application/json" id="{}" data-packed="deflate">"{}"</script>').format(name, packed)
