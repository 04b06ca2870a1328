"""What each reader makes of real files, and how fast: kinds, pages, words, heads found.

    python benchmarks/formats.py [FOLDER]

FOLDER (default: ``../shared/corpus`` beside the checkout) is walked; for each kind of file the time, the characters and
how many heads (own number and date) the extractor reads from it. PDF files with a ``.md`` of the same name are compared
with it: citations in both. Word files are compared with python-docx's paragraphs where that is installed.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from graph import extract
from graph.errors import LuocdoError
from graph.reading import read, walk

SHARED = Path(__file__).resolve().parents[1] / "../shared/corpus"
TABLES = {".csv", ".json"}


@dataclass
class Sum:
    """What was read of one kind."""

    files: int = 0
    bytes: int = 0
    characters: int = 0
    pages: int = 0
    scanned: int = 0
    seconds: float = 0.0
    numbers: int = 0
    dates: int = 0
    failures: int = 0


def citations(text: str) -> Counter[tuple[str | None, str | None]]:
    """(type, number or name) of each citation."""
    found = extract(text)
    known = {document.id: document for document in found.documents}
    named = (known[mention.document] for mention in found.mentions)
    return Counter((document.type, document.code or document.name) for document in named)


def pages_read(metadata: str) -> int:
    """How many pages ``1-3,7`` lists."""
    bounds = [part.split("-") for part in metadata.split(",") if part]
    return sum(int(part[-1]) - int(part[0]) + 1 for part in bounds)


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED)
    folder = parser.parse_args().folder
    sums: dict[str, Sum] = defaultdict(Sum)
    pairs: list[tuple[int, int, int]] = []
    for path in walk([folder]):
        if path.suffix.lower() in TABLES:
            continue
        began = time.monotonic()
        try:
            source = read(path)
        except LuocdoError as error:
            sums["failed"].failures += 1
            print(error)
            continue
        kind = f"{source.format} by OCR" if "ocr" in source.metadata else source.format
        total = sums[kind]
        total.seconds += time.monotonic() - began
        total.files += 1
        total.bytes += path.stat().st_size
        total.characters += len(source.text)
        total.pages += int(source.metadata.get("pages", "0"))
        total.scanned += pages_read(source.metadata.get("ocr_pages", ""))
        own = extract(source.text).source_document
        total.numbers += bool(own and own.code and own.code[:1].isdigit())
        total.dates += bool(own and own.date and len(own.date) == 10)
        if source.format == "pdf" and path.with_suffix(".md").exists():
            ours, theirs = citations(source.text), citations(read(path.with_suffix(".md")).text)
            pairs.append(((ours & theirs).total(), ours.total(), theirs.total()))
    print(f"{'kind':12} {'files':>6} {'MB':>8} {'pages':>6} {'chars':>9} {'seconds':>8} {'ms/page':>8} number  date")
    for kind, total in sorted(sums.items()):
        each = f"{1e3 * total.seconds / total.pages:8.1f}" if total.pages else " " * 8
        print(
            f"{kind:12} {total.files:6} {total.bytes / 1e6:8.2f} {total.pages:6} {total.characters:9}"
            f" {total.seconds:8.2f} {each} {total.numbers:6} {total.dates:5}"
        )
    if pairs:
        both, ours, theirs = (sum(column) for column in zip(*pairs, strict=True))
        print(
            f"PDF against its transcription: {both} citations in both, {ours} in the PDF, {theirs} in the other, "
            f"F1 {2 * both / (ours + theirs):.3f}"
        )
    compare_docx(folder)
    return 0


def compare_docx(folder: Path) -> None:
    """Characters that python-docx's paragraphs have of what is read here."""
    try:
        import docx
    except ImportError:
        return
    ours = theirs = 0
    for path in walk([folder]):
        if path.suffix == ".docx":
            ours += len("".join(read(path).text.split()))
            theirs += len("".join("".join(p.text.split()) for p in docx.Document(str(path)).paragraphs))
    if ours:
        print(f"Word: {ours} characters here, {theirs} in python-docx's paragraphs ({1 - theirs / ours:.1%} fewer)")


if __name__ == "__main__":
    sys.exit(main())
