"""What the end of a file's name promises: a file that is called .pdf is one, or is not written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from graph.errors import LuocdoError

# A way of printing -> the endings of files that are it
ENDINGS: dict[str, tuple[str, ...]] = {
    "table": (".txt", ".md"),
    "json": (".json",),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv", ".txt"),
    "excel": (".csv",),
    "xlsx": (".xlsx",),
    "html": (".html", ".htm"),
    "docx": (".docx",),
    "sarif": (".sarif", ".json"),
    "github": (".txt",),
    "tsv": (".tsv", ".txt"),
    "xml": (".xml", ".srx"),
    "turtle": (".ttl",),
    "ntriples": (".nt",),
}
_OTHERS = (
    ".pdf", ".doc", ".odt", ".rtf", ".xls", ".xlsm", ".ods", ".pptx", ".png", ".jpg", ".jpeg", ".svg", ".gif", ".zip",
    ".gz", ".parquet", ".db", ".sqlite", ".toml", ".nq", ".trig", ".jsonld", ".rdf", ".owl", ".graphml", ".gexf",
    ".ris", ".cypher", ".dot", ".mmd", ".akn", ".mhtml", ".epub",
)  # fmt: skip
_KNOWN = {ending for endings in ENDINGS.values() for ending in endings} | set(_OTHERS)


def fitting(out: str, formats: Iterable[str], others: Iterable[str] = ()) -> None:
    """LuocdoError where the name `out` ends like a kind of file that none of `formats` is; told with the endings of
    those and of `others`, which could be asked for. A name that ends otherwise, or not at all, promises nothing."""
    ending = Path(out).suffix.lower()
    fit = _endings(formats)
    if out == "-" or ending not in _KNOWN or ending in fit:
        return
    every = ", ".join(dict.fromkeys([*fit, *_endings(others)]))
    raise LuocdoError(f"{out}: không ghi được tệp {ending} ở đây; hãy dùng -o FILE với đuôi {every}")


def _endings(formats: Iterable[str]) -> list[str]:
    return [ending for format in formats for ending in ENDINGS.get(format, ())]
