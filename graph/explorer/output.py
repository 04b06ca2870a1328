"""Writing a page: whole or not at all, UTF-8."""

from __future__ import annotations

import json
import os
import tempfile
import zlib
from base64 import b64encode
from pathlib import Path
from typing import Any

from markupsafe import Markup

from graph.errors import LuocdoError

PACK_FROM = 300_000  # characters from which a block is compressed; smaller ones stay readable


def write_whole(path: str | os.PathLike[str], text: str) -> None:
    """Write `text` to `path` through a temporary file in the same folder, so that nobody ever sees half a page.

    A lone surrogate (from a damaged text) becomes its escape. Raises LuocdoError if the file cannot be written.
    """
    target = Path(path)
    temporary = ""
    try:
        with tempfile.NamedTemporaryFile(dir=target.parent, prefix=f".{target.name[:80]}.", delete=False) as file:
            temporary = file.name
            file.write(text.encode("utf-8", "backslashreplace"))
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, target)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise LuocdoError(f"Không ghi được {target}: {error.strerror or error}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def compact(value: Any) -> str:
    """JSON without blanks, in the order given."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
