"""What the heads of registers mean: "Số, ký hiệu", "Ngày, tháng, năm ban hành văn bản", "Lý do hết hiệu lực".

A head may say several things at once ("Số, ký hiệu; ngày, tháng, năm ban hành văn bản; tên gọi"): its roles in order.
Heads are compared without diacritics, signs and the words "của văn bản" behind them, so that ``so_ky_hieu`` and
"SỐ, KÝ HIỆU VĂN BẢN" are one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from graph.domain.table import read_table, several
from graph.normalise import fold

# Roles whose cells name other documents, with the relation and what the listed document is in it
RELATIONS: dict[str, tuple[str, str]] = {
    "replaced-by": ("replaces", "subject"),
    "repealed-by": ("repeals", "subject"),
    "amended-by": ("amends", "subject"),
    "replaces": ("replaces", "object"),
    "repeals": ("repeals", "object"),
    "amends": ("amends", "object"),
    "guides": ("guides", "object"),
    "based-on": ("based_on", "object"),
    "implements": ("implements", "object"),
}
_FACTS = {"type", "issuer", "date", "title", "effective", "status", "ended", "reason", "part"} | RELATIONS.keys()
ROLES = (
    "number", "count", "symbol", "type", "issuer", "date", "title", "place", "effective", "ended", "status", "reason",
    "part", *RELATIONS,
)  # fmt: skip
_LONGEST = 160  # characters of a head; longer cells are data
_SIGNS = re.compile(r"[^\w/]+|_")
_BEHIND = re.compile(r" (?:cua )?(?:van ban|vb)(?: (?:di|den))?$|\d+$")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@cache
def _roles() -> dict[str, str]:
    return {_key(word): row["role"] for row in read_table("register_heads") for word in several(row["words"])}


def _key(words: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(words)).split())


@lru_cache(4096)
def roles_of(head: str) -> tuple[str, ...]:
    """The roles of one head, in the order in which it names them; empty for a head that no table knows."""
    if len(head) > _LONGEST:
        return ()
    words = _key(_BRACKETS.sub(" ", head)).replace("/", " ").split()
    found: list[str] = []
    known = _roles()
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            role = _role(" ".join(words[at:end]), known)
            if role is not None:
                break
        else:
            if words[at] not in ("va", "cua", "van", "ban", "vb", "hoac", "di", "den", "theo", "do", "duoc", "nam"):
                return ()
            at += 1
            continue
        if role not in found:
            found.append(role)
        at = end
    if "number" in found or "symbol" in found:
        if "count" in found:  # "số và/hoặc ký hiệu"
            found = ["number" if role == "count" else role for role in found if role not in ("number", "symbol")]
        return tuple(found)
    return tuple(found)


def _role(words: str, known: dict[str, str]) -> str | None:
    found = known.get(words)
    return (
        found
        if found is not None
        else known.get(_BEHIND.sub("", words))
        if " " in words or words[-1:].isdigit()
        else None
    )


def mapped(heads: Sequence[str]) -> dict[str, int]:
    """Role -> column, the first column of each role; "ordinal" and "other" left out. Empty where the heads are not
    those of a register: it has a number (in one column, or number and symbol) and says something of the document."""
    found: dict[str, int] = {}
    for column, head in enumerate(heads):
        for role in roles_of(head):
            if role not in ("ordinal", "other"):
                found.setdefault(role, column)
    if "number" not in found and not ("count" in found and "symbol" in found):
        return {}
    if "number" in found:
        found.pop("count", None)
        found.pop("symbol", None)
    return found if _FACTS & found.keys() else {}


def is_register(heads: Sequence[str]) -> bool:
    """Whether a table with these heads is a register of documents."""
    return bool(mapped(tuple(heads)))


def known_heads(cells: Sequence[str]) -> int:
    """How many of the cells are heads that the table knows."""
    return sum(bool(roles_of(cell.strip())) for cell in cells if cell.strip())
