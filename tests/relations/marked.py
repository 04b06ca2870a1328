"""Texts with their citations marked ``[id|words]``, and the relations found in them as ``"id predicate id"``."""

from __future__ import annotations

import re

from graph.domain import document_types
from graph.model import Document, Mention, Relation
from graph.normalise import normalise
from graph.relations.lexicon import Lexicon as CueTable
from graph.relations.relate import relate

_MARK = re.compile(r"\[([\w+]+)\|([^\]]+)\]")
_CODE = re.compile(r"\d+[\w.]*(?:/\d{4})?[/-][A-ZĐ][\wĐ/-]*")
# the last part of a symbol tells the issuer
_ISSUERS = {
    "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ", "TW": "Bộ Chính trị", "UBND": "Ủy ban nhân dân tỉnh",
    "HĐND": "Hội đồng nhân dân tỉnh", "TU": "Tỉnh ủy", "BTC": "Bộ Tài chính", "BNV": "Bộ Nội vụ",
    "BCT": "Bộ Công Thương", "SCT": "Sở Công Thương", "VPCP": "Văn phòng Chính phủ",
}  # fmt: skip
_TYPES = {"NĐ": "Nghị định", "TT": "Thông tư", "QĐ": "Quyết định", "NQ": "Nghị quyết"}


def document(key: str, words: str, *, own: bool = False) -> Document:
    """What the words of a citation tell: type, code, issuer."""
    lower = words.lower()
    names = [k.name for k in document_types() if lower.startswith(k.name.lower())]
    code = _CODE.search(words)
    symbol = code.group() if code else None
    kind = max(names, key=len, default=None)
    issuer = None
    if symbol:
        parts = re.split(r"[/-]", symbol)
        issuer = "Quốc hội" if re.fullmatch(r"QH\d+", parts[-1]) else _ISSUERS.get(parts[-1])
        kind = kind or next((_TYPES[p] for p in parts if p in _TYPES), None)
    elif kind in ("Luật", "Bộ luật", "Hiến pháp"):
        issuer = "Quốc hội"
    return Document(
        id=key, type=kind, code=symbol, name=words if issuer == "Quốc hội" else None, issuer=issuer, is_source=own,
        unnumbered=not own and kind is not None and lower == kind.lower(),
    )  # fmt: skip


def read(own: str, marked: str) -> tuple[str, list[Document], list[Mention]]:
    """The text without its marks, its documents (``self`` is what `own` names) and mentions. ``[a+b|words]`` names two
    documents with the same words."""
    documents = {"self": document("self", own, own=True)}
    pieces: list[str] = []
    mentions: list[Mention] = []
    length = position = 0
    marked = normalise(marked).text
    for mark in _MARK.finditer(marked):
        pieces += [marked[position : mark.start()], mark[2]]
        start = length + mark.start() - position
        for key in mark[1].split("+"):
            known = documents.get(key)
            if known is None or (known.code is None and _CODE.search(mark[2]) and key != "self"):
                documents[key] = document(key, mark[2])
            mentions.append(Mention(key, start, start + len(mark[2]), mark[2]))
        length, position = start + len(mark[2]), mark.end()
    pieces.append(marked[position:])
    return "".join(pieces), list(documents.values()), mentions


def related(own: str, marked: str, table: CueTable | None = None) -> list[Relation]:
    """The relations of a marked text."""
    text, documents, mentions = read(own, marked)
    return relate(text, documents, mentions, table=table)


def facts(own: str, marked: str, table: CueTable | None = None) -> set[str]:
    """The relations of a marked text as ``"subject predicate object"``, with ``(part)`` if only a part is meant."""
    return {
        f"{r.subject} {r.predicate} {r.object}" + (" (part)" if r.partial else "") for r in related(own, marked, table)
    }


def expected(listed: str) -> set[str]:
    """One fact a line."""
    return {line.strip() for line in listed.splitlines() if line.strip()}
