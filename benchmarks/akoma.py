"""Akoma Ntoso takes time in proportion to the length of a text, whatever is repeated in it.

    python benchmarks/akoma.py

Seconds of processor time for texts of 40,000 and of 160,000 characters that repeat what the structure is told by; exit
code 1 where four times the text takes more than eight times the time.
"""

from __future__ import annotations

import sys
import time

from graph.akn import Text, akoma_ntoso
from graph.model import Source
from graph.pipeline import extract

SIZE = 40_000  # characters
UNITS = ("“Điều 5. Tên\n1. Một\n", "Điều 5. Giao Sở\n1. Một\na) Hai\n", "| a | b |\n", "1.\n", "- \n\n12\n\n")


def spent(unit: str, size: int) -> float:
    """Seconds of processor time for `unit`, repeated to `size` characters; the better of two."""
    text = unit * (size // len(unit))
    own = extract(text[:400]).source_document
    assert own is not None
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        akoma_ntoso(Text(own, Source("a", text)))
        best = min(best, time.process_time() - began)
    return best


def main() -> int:
    """Measure; 1 where the time grows faster than the text."""
    slow = 0
    for unit in UNITS:
        spent(unit, 400)
        small, large = spent(unit, SIZE), spent(unit, 4 * SIZE)
        slow += large > 8 * small + 0.3
        print(f"{unit[:16]!r:22} {small:6.2f} s, four times as long {large:6.2f} s")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
