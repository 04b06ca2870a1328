"""A claim: one way in which texts describe a document, with the number of texts that do.

Claims are what a graph keeps of its texts; equal claims of many texts are one, so that merging costs no more for the
Constitution than for a commune's plan.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace

from graph.identity.features import features
from graph.model import Document

_TEXTS = ("type", "code", "name", "date", "issuer", "place", "term", "title")


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

    @property
    def content(self) -> str:
        """The claim without its counts as JSON with sorted keys: equal claims have equal content."""
        d = self.document
        fields: dict[str, object] = {"id": d.id}
        fields.update((name, value) for name in _TEXTS if (value := getattr(d, name)) is not None)
        optional = {
            "provisional": d.provisional,
            "unnumbered": d.unnumbered,
            "candidates": list(d.candidates),
            "origins": dict(d.origins),
            "context": self.context,
            "seen": self.seen,
        }
        fields.update((name, value) for name, value in optional.items() if value)
        return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def key(self) -> str:
        """A digest of the content: 24 hexadecimal digits."""
        return hashlib.blake2b(self.content.encode(), digest_size=12).hexdigest()

    @classmethod
    def from_content(cls, content: str, *, own: int = 0, cited: int = 0) -> Claim:
        """The claim that `content` printed, with the given counts."""
        fields = json.loads(content)
        document = Document(
            id=fields["id"],
            **{name: fields[name] for name in _TEXTS if name in fields},
            provisional=fields.get("provisional", False),
            unnumbered=fields.get("unnumbered", False),
            candidates=tuple(fields.get("candidates", ())),
            origins=fields.get("origins", {}),
        )
        return cls(document, fields.get("context", ""), fields.get("seen"), own, cited)


def claim_of(document: Document, *, context: str, seen: str | None) -> Claim:
    """What a text says about `document`, counted once. `context` is a fingerprint of the text and `seen` its own date;
    both are kept only where the description is incomplete or names candidates of its text."""
    own, cited = (1, 0) if document.is_source else (0, 1)
    bare = replace(document, is_source=False)
    if features(bare).complete and not bare.candidates:
        return Claim(bare, own=own, cited=cited)
    return Claim(bare, context, seen, own, cited)
