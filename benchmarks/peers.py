"""The rate of a citation extractor for another language, on a text given as a file; runs in its environment:

    python peers.py eyecite|eyecite-hyperscan|refex TEXT ROUNDS

Prints one JSON object: version, seconds of processor time of the best round, and the number of citations found.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from tempfile import gettempdir


def eyecite() -> tuple[str, Callable[[str], int]]:
    from eyecite import get_citations  # type: ignore[import-not-found]

    return version("eyecite"), lambda text: len(get_citations(text))


def eyecite_hyperscan() -> tuple[str, Callable[[str], int]]:
    from eyecite import get_citations
    from eyecite.tokenizers import HyperscanTokenizer  # type: ignore[import-not-found]

    tokenizer = HyperscanTokenizer(cache_dir=str(Path(gettempdir()) / "eyecite-hyperscan"))
    name = f"{version('eyecite')}, hyperscan {version('hyperscan')}"
    return name, lambda text: len(get_citations(text, tokenizer=tokenizer))


def refex() -> tuple[str, Callable[[str], int]]:
    from refex.orchestrator import CitationExtractor  # type: ignore[import-not-found]

    extractor = CitationExtractor()
    return version("legal-reference-extraction"), lambda text: len(extractor.extract(text).citations)


PEERS = {"eyecite": eyecite, "eyecite-hyperscan": eyecite_hyperscan, "refex": refex}


def main() -> None:
    """Warm up on the first page, then take the best of the rounds; pages of 50,000 characters, as opinions have."""
    name, path, rounds = sys.argv[1:4]
    text = Path(path).read_text(encoding="utf-8")
    pages = [text[at : at + 50_000] for at in range(0, len(text), 50_000)]
    label, run = PEERS[name]()
    run(pages[0][:5_000])
    best, found = float("inf"), 0
    for _ in range(int(rounds)):
        started = time.process_time()
        found = sum(run(page) for page in pages)
        best = min(best, time.process_time() - started)
    print(json.dumps({"version": label, "seconds": best, "citations": found}))


if __name__ == "__main__":
    main()
