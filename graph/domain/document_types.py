"""Types of documents: names, symbol codes and running-text words (table ``document_types.csv``).

Sources: Nghị định 30/2020/NĐ-CP Phụ lục III (29 administrative types and copies), Luật 64/2025/QH15 Điều 4 (normative
documents), Quy định 399-QĐ/TW and Hướng dẫn 05-HD/VPTW (Party documents), and types in wide use, each row with where it
was verified.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from graph.domain.table import longest_first, match_form, read_table, several


@dataclass(frozen=True, slots=True)
class DocumentType:
    """One type of document. `codes` are the codes of its symbols, the official one first (``("CTr", "CTHĐ")``);
    `party_codes` those used in Party symbols (empty: no Party type). `words` are the lower-case forms that name the
    type in running text, the longest first. `family` is ``law``, ``normative``, ``administrative``, ``party`` or
    ``other``: where the type belongs first of all (a Nghị quyết is normative though the Party issues some too)."""

    id: str
    name: str
    codes: tuple[str, ...]
    party_codes: tuple[str, ...]
    words: tuple[str, ...]
    family: str
    english: str
    source: str
    notes: str = ""


@cache
def document_types() -> tuple[DocumentType, ...]:
    """All types in the order of the table: the more authoritative or frequent type comes first."""
    return tuple(
        DocumentType(
            id=row["id"],
            name=row["name"],
            codes=several(row["codes"]),
            party_codes=several(row["party_codes"]),
            words=longest_first((row["name"], *several(row["words"]))),
            family=row["family"],
            english=row["english"],
            source=row["source"],
            notes=row["notes"],
        )
        for row in read_table("document_types")
    )


@cache
def _by_code(party: bool | None) -> dict[str, tuple[DocumentType, ...]]:
    found: dict[str, tuple[DocumentType, ...]] = {}
    for kind in document_types():
        codes = {None: (*kind.codes, *kind.party_codes), True: kind.party_codes, False: kind.codes}[party]
        for code in {match_form(code) for code in codes}:
            found[code] = (*found.get(code, ()), kind)
    for code, kinds in list(found.items()):
        found.setdefault(code.replace("đ", "d"), kinds)  # a lost bar, where no other code is written so
    return found


@cache
def _by_name() -> dict[str, DocumentType]:
    names: dict[str, DocumentType] = {}
    for kind in document_types():
        for word in kind.words:
            names.setdefault(word, kind)
    return names


def types_by_code(code: str, *, party: bool | None = None) -> tuple[DocumentType, ...]:
    """The types that `code` may stand for in a symbol, the likeliest first; empty for an unknown code. Case is ignored,
    a lost bar forgiven where no other code is written so (``QD`` is QĐ, but ``HD`` is Hướng dẫn, never Hợp đồng).

    `party` True keeps the types of Party symbols (``NN-QĐ/TW``), False those of State symbols (``NN/QĐ-UBND``).

    >>> [t.name for t in types_by_code("qđ", party=True)]
    ['Quyết định', 'Quy định']
    """
    return _by_code(party).get(match_form(code), ())


def type_by_name(name: str) -> DocumentType | None:
    """The type that `name` (any case, both tone styles, also a short form such as ``NQ``) names, or None."""
    return _by_name().get(match_form(name))


@cache
def type_by_english(name: str) -> DocumentType | None:
    """The type with this English name ("Decree"), or None."""
    wanted = " ".join(name.casefold().split())
    return next((kind for kind in document_types() if kind.english.casefold() == wanted), None)


@cache
def is_joint(name: str | None) -> bool:
    """Whether documents of this type have several issuers, as the type's name says ("liên tịch", "liên ngành", "phối
    hợp")."""
    return name is not None and any(word in name.casefold() for word in _JOINT)


_JOINT = ("liên", "phối hợp")
