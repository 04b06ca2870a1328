"""What the heads of registers mean: "Số, ký hiệu", "Ngày, tháng, năm ban hành văn bản", "Lý do hết hiệu lực".

A head may say several things at once ("Số, ký hiệu; ngày, tháng, năm ban hành văn bản; tên gọi"): its roles in order.
Heads are compared without diacritics, signs and the words "của văn bản" behind them, so that ``so_ky_hieu``,
``soKyHieu`` and "SỐ, KÝ HIỆU VĂN BẢN" are one; a long head with one letter wrong is the one that it is nearest to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from graph.domain.document_types import document_types
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
    "implementing": ("implements", "by-date"),
    "replacing": ("replaces", "by-date"),
    "repealing": ("repeals", "by-date"),
    "amending": ("amends", "by-date"),
    "guiding": ("guides", "by-date"),
    "correcting": ("corrects", "by-date"),
    "corrects": ("corrects", "object"),
    "consolidating": ("consolidates", "subject"),
}
_FACTS = {"type", "issuer", "date", "title", "effective", "status", "ended", "reason", "part"} | RELATIONS.keys()
ROLES = (
    "number", "count", "symbol", "type", "issuer", "date", "title", "place", "effective", "ended", "status", "reason",
    "part", *RELATIONS,
)  # fmt: skip
_LONGEST = 160  # characters of a head; longer cells are data
_SIGNS = re.compile(r"[^\w/]+|_")
_BEHIND = re.compile(r" (?:cua )?(?:van ban|vb)(?: (?:di|den))?$|\d+$")
_WORDS_BEHIND = 4  # the most that `_BEHIND` takes off
_DIGITS = "0123456789"
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")  # where a word begins in the names of programs: soKyHieu
_COUNTS_OF_MAIL = ("outgoing", "incoming")
SILENT = {"ordinal", "other", *_COUNTS_OF_MAIL}  # roles whose cells say nothing of the document
_UNMAPPED = SILENT | {"note"}
_ALREADY = r"(?:đã\s+)?"
_NUMBER_OF = "so "  # "Số KH", "Số tờ trình": the number of papers of a type
_LONGEST_MISTYPED = 40
_LEAST = 9  # letters of a head in which one may be wrong


@cache
def _roles() -> dict[str, str]:
    return {_key(word): row["role"] for row in read_table("register_heads") for word in several(row["words"])}


def _key(words: str) -> str:
    return " ".join(_SIGNS.sub(" ", fold(_HUMP.sub(" ", words))).split())


@cache
def _near() -> dict[str, set[str]]:
    """Long heads with one letter left out -> the roles of those that they come from."""
    found: dict[str, set[str]] = {}
    for words, role in _roles().items():
        for shorter in _shortened(words):
            found.setdefault(shorter, set()).add(role)
    return found


def _shortened(words: str) -> Iterator[str]:
    """`words` as they are and with each letter left out: two that have one such form in common differ in one letter, or
    have two in the wrong order."""
    if len(words) >= _LEAST:
        yield words
        yield from (words[:at] + words[at + 1 :] for at in range(len(words)))


def _mistyped(words: str) -> tuple[str, ...]:
    """The role of a head with one letter wrong; none where several may be meant."""
    if not _LEAST <= len(words) <= _LONGEST_MISTYPED:
        return ()
    near = set().union(*(_near().get(shorter, set()) for shorter in _shortened(words)))
    return tuple(near) if len(near) == 1 else ()


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
        longest = at + _most_words() if words[at].rstrip(_DIGITS) in _first_words() else at
        for end in range(min(longest, len(words)), at, -1):
            role = _role(" ".join(words[at:end]), known)
            if role is not None:
                break
        else:
            if words[at] not in ("va", "cua", "van", "ban", "vb", "hoac", "di", "den", "theo", "do", "duoc", "nam"):
                return _mistyped(_BEHIND.sub("", " ".join(words)))
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
    if found is None and (" " in words or words[-1:].isdigit()):
        found = known.get(_BEHIND.sub("", words))
    if found is None and words.startswith(_NUMBER_OF) and words.removeprefix(_NUMBER_OF) in _types():
        return "number"
    return found


@cache
def _first_words() -> frozenset[str]:
    """The words that known heads begin with."""
    return frozenset(head.split()[0] for head in (*_roles(), _NUMBER_OF))


@cache
def _most_words() -> int:
    """More words than any head has, with those behind it that say nothing."""
    return max(len(head.split()) for head in (*_roles(), *_types())) + _WORDS_BEHIND


@cache
def _types() -> frozenset[str]:
    """The codes and names of the types of documents, as heads are compared; of codes those that number nothing else, as
    "HĐ" does contracts."""
    kinds = document_types()
    codes = [code for kind in kinds if kind.family != "other" for code in (*kind.codes, *kind.party_codes)]
    return frozenset(_key(words) for words in (*codes, *(word for kind in kinds for word in kind.words)))


@cache
def remarks() -> re.Pattern[str]:
    """The heads of columns that name what came instead ("Được thay thế bằng"), as words that a remark begins with: the
    remark is then such a cell. The name of the group is the role, with "_" for "-"."""
    by_role: dict[str, list[str]] = {}
    for row in read_table("register_heads"):
        if RELATIONS.get(row["role"], ("", ""))[1] == "subject":
            by_role.setdefault(row["role"], []).extend(several(row["words"]))
    groups = []
    for role, heads in by_role.items():
        longest_first = sorted(heads, key=len, reverse=True)
        groups.append(f"(?P<{role.replace('-', '_')}>{'|'.join(map(_loosely, longest_first))})")
    return re.compile(f"{_ALREADY}(?:{'|'.join(groups)})", re.IGNORECASE)


def _loosely(words: str) -> str:
    """A pattern of `words` with signs of any kind between them."""
    return r"[\s,;]+".join(map(re.escape, words.split())) + r"(?!\w)"


def mapped(heads: Sequence[str]) -> dict[str, int]:
    """Role -> column, the first column of each role; those that say nothing of the document are left out. Empty where
    the heads are not those of a register: it has a number (in one column, or number and symbol; "Số" or "Ký hiệu" alone
    where two more columns speak of a document) and says something of the document."""
    found: dict[str, int] = {}
    mail: dict[str, int] = {}
    for column, head in enumerate(heads):
        for role in roles_of(head):
            if role not in _UNMAPPED:
                found.setdefault(role, column)
            elif role in _COUNTS_OF_MAIL:
                mail.setdefault(role, column)
    if not {"number", "count"} & found.keys():
        if "outgoing" in mail:
            found["count" if "symbol" in found else "number"] = mail["outgoing"]
        elif "incoming" in mail and "symbol" not in found:  # it counts what came; whole numbers may stand in it
            found["number"] = mail["incoming"]
    if "number" not in found and not ("count" in found and "symbol" in found):
        alone = "symbol" if "symbol" in found else "count"
        if alone not in found or len(_FACTS & found.keys()) < 2:
            return {}
        found["number"] = found.pop(alone)
    if "number" in found:
        found.pop("count", None)  # a symbol beside it may be the rest of the number
    return found if _FACTS & found.keys() else {}


def is_register(heads: Sequence[str]) -> bool:
    """Whether a table with these heads is a register of documents."""
    return bool(mapped(tuple(heads)))


def known_heads(cells: Sequence[str]) -> int:
    """How many of the cells are heads that the table knows."""
    return sum(bool(roles_of(cell.strip())) for cell in cells if cell.strip())
