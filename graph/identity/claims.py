"""A claim: one way in which texts describe a document, with the number of texts that do.

Claims are what a graph keeps of its texts; equal claims of many texts are one, so that merging costs no more for the
Constitution than for a commune's plan.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from operator import attrgetter
from typing import Any

from graph.compact import compact
from graph.identity.features import features
from graph.model import Document

TEXTS = ("type", "code", "name", "date", "issuer", "place", "term", "title")
# One letter for the origin of each attribute; other words are kept in full.
_LETTERS = {"text": "t", "symbol": "y", "source": "s", "context": "c", "register": "r"}
_NAMES = frozenset(TEXTS)
_texts = attrgetter(*TEXTS)
_WORDS = {letter: word for word, letter in _LETTERS.items()}


@dataclass(frozen=True, slots=True)
class Claim:
    """`document` is the description (`is_source` unset). An incomplete one also says which text made it: `context` is a
    fingerprint of that text (empty for complete descriptions), `seen` its date (ISO), since nothing cites the future.

    `own` counts the texts that are the document itself, `cited` those that cite it.
    """

    document: Document
    context: str = ""
    seen: str | None = None
    own: int = 0
    cited: int = 0
    kept: str = field(default="", compare=False, repr=False)  # `content`, where the claim was made from it

    @property
    def content(self) -> str:
        """The claim without its counts and its id, as a compact JSON array: equal claims have equal content and id."""
        return self.kept or self.printed()

    def printed(self) -> str:
        """`content`, made anew."""
        return content_of(self.document, self.context, self.seen)

    @property
    def key(self) -> bytes:
        """See `claim_key`."""
        return claim_key(self.document.id, self.content)

    @classmethod
    def from_content(cls, id: str, content: str, *, own: int = 0, cited: int = 0) -> Claim:
        """The claim that `content` printed, with its id and the given counts."""
        values = json.loads(content)
        texts = dict(zip(TEXTS, values, strict=False))
        flags, origins, context, seen, candidates = _rest(values)
        document = Document(
            id,
            **texts,
            provisional=bool(flags & 1),
            unnumbered=bool(flags & 2),
            candidates=tuple(candidates),
            origins=decode_origins(origins),
        )
        return cls(document, context, seen, own, cited, content)


def content_of(document: Document, context: str, seen: str | None) -> str:
    """See `Claim.content`."""
    flags = int(document.provisional) + 2 * int(document.unnumbered)
    rest = [flags, encode_origins(document.origins), context, seen, list(document.candidates)]
    while rest and not rest[-1]:
        rest.pop()
    return compact([*_texts(document), *rest])


def claim_key(id: str, content: str) -> bytes:
    """A digest of a claim's id and content: 12 bytes."""
    return hashlib.blake2b(f"{id}\0{content}".encode(), digest_size=12).digest()


def _rest(values: Sequence[Any]) -> tuple[int, str, str, str | None, Sequence[str]]:
    """Flags, origins, context, seen and candidates of a content; what is empty at its end was left out."""
    empty: list[Any] = [0, "", "", None, ()]
    rest = list(values[len(TEXTS) :])
    flags, origins, context, seen, candidates = rest + empty[len(rest) :]
    return flags, origins, context, seen, candidates


def encode_origins(origins: Mapping[str, str]) -> str:
    """Origins of attributes in a few letters; empty if there are none."""
    if not origins:
        return ""
    if _NAMES.issuperset(origins) and _LETTERS.keys() >= set(origins.values()):
        return "".join([_LETTERS[origins[name]] if name in origins else "-" for name in TEXTS]).rstrip("-")
    return compact(dict(sorted(origins.items())))


def decode_origins(text: str | None) -> Mapping[str, str]:
    """What `encode_origins` encoded."""
    if not text:
        return {}
    if text.startswith("{"):
        return dict(json.loads(text))
    return dict(_of_letters(text))


@lru_cache(maxsize=4096)  # there are few, and each is of many documents
def _of_letters(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, _WORDS[letter]) for name, letter in zip(TEXTS, text, strict=False) if letter != "-")


def claim_of(document: Document, *, context: str, seen: str | None) -> Claim:
    """What a text says about `document`, counted once; see `bound_to`."""
    own, cited = (1, 0) if document.is_source else (0, 1)
    bare = replace(document, is_source=False)
    return Claim(bare, *bound_to(bare, context, seen), own, cited)


def bound_to(document: Document, context: str, seen: str | None) -> tuple[str, str | None]:
    """`context`, a fingerprint of the text that describes `document`, and `seen`, the text's own date; ("", None) where
    the description is complete and names no candidates: then it means the same in every text."""
    return ("", None) if features(document).complete and not document.candidates else (context, seen)
