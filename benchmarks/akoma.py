"""Akoma Ntoso takes time in proportion to the length of a text, whatever is repeated in it.

    python benchmarks/akoma.py
    python benchmarks/akoma.py --corpus ../shared/corpus    # every text there is valid and whole

Seconds of processor time for texts of 40,000 and of 160,000 characters that repeat what the structure is told by; exit
code 1 where four times the text takes more than eight times the time. With `--corpus`: every file that can be read
(scans are not), validated with the schema of OASIS, its text compared sign by sign less the furniture; how many papers
have several issuers and how many have parts; exit code 1 where one is not valid or not whole.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from graph.akn import Text, akoma_ntoso
from graph.akn.words import less_furniture, squeeze
from graph.errors import LuocdoError
from graph.model import Source
from graph.pipeline import extract
from graph.reading import Options, read, walk

SCHEMA = Path(__file__).resolve().parents[1] / "tests" / "akn" / "schema" / "akomantoso30.xsd"
NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

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


def corpus(folder: Path) -> int:
    """Every text below `folder`; how many are not valid or not whole."""
    from lxml import etree

    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    wrong = texts = joint = parted = unread = others = 0
    for file in walk([folder]):
        try:
            source = read(file, options=Options(ocr="never"))
        except LuocdoError:
            unread += 1
            continue
        found = extract(source.text)
        own = found.source_document
        if own is None or not source.text.strip():
            others += 1
            continue
        known = {d.id: d for d in found.documents}
        by = {r.object for r in found.relations if r.predicate == "issued_by" and r.subject == own.id}
        issuers = tuple(i for i in found.issuers if i.id in by)
        made = akoma_ntoso(
            Text(own, Source("a", source.text), found.mentions, found.relations, found.effects, known, issuers)
        )
        root = etree.fromstring(made, etree.XMLParser(huge_tree=True))
        texts += 1
        joint += len(issuers) > 1
        parted += next(root.iter(f"{NS}article", f"{NS}section", f"{NS}paragraph"), None) is not None
        for meta in list(root.iter(f"{NS}meta")):
            meta.getparent().remove(meta)
        if not schema.validate(etree.fromstring(made, etree.XMLParser(huge_tree=True))):
            wrong += 1
            print(f"not valid: {file}: {schema.error_log.last_error}")
        elif squeeze("".join(root.itertext())) != less_furniture(source.text):
            wrong += 1
            print(f"not whole: {file}")
    print(f"{texts} texts, {joint} of several issuers, {parted} with parts; {wrong} not valid or not whole", end="; ")
    print(f"{unread} files could not be read, {others} are no texts of a document")
    return wrong


def main() -> int:
    """Measure; 1 where the time grows faster than the text, or a text is not valid or not whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path)
    given = parser.parse_args()
    if given.corpus is not None:
        return 1 if corpus(given.corpus) else 0
    slow = 0
    for unit in UNITS:
        spent(unit, 400)
        small, large = spent(unit, SIZE), spent(unit, 4 * SIZE)
        slow += large > 8 * small + 0.3
        print(f"{unit[:16]!r:22} {small:6.2f} s, four times as long {large:6.2f} s")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
