"""Plain text and markdown: the text as it stands."""

from __future__ import annotations

from graph.model import Source
from graph.reading.encodings import decode
from graph.reading.options import Options


def read(data: bytes, name: str, options: Options) -> Source:
    """The decoded text, untouched: line ends, Unicode form, odd characters stay (``graph.normalise`` comes later)."""
    text, encoding = decode(data, name)
    kind = "md" if name.lower().endswith((".md", ".markdown")) else "txt"
    return Source(name, text, kind, {"encoding": encoding})
