"""Words that names of bodies are made of, and those that end them (table ``naming.csv``).

`role` ``noun``: what a name may begin with ("Trung tâm", "Sở", "Ban Chỉ đạo"), with its branch where all such bodies
are of one; ``office``: the title of a body's head; ``standing``: a body that acts for the organisation whose it is;
``end``: a word in small letters that no name goes over, since it opens a clause or the document's title, but in a
``compound``; ``phrase``: a word of several syllables that names are made of, which in a name has a capital on its first
("Trường Tiểu học …"), where a proper name has one on each; ``numbered``: a word written small where a number follows
("khu vực 3").
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from graph.domain.table import match_form, read_table


@cache
def _rows(role: str) -> Mapping[str, str]:
    return MappingProxyType({match_form(r["word"]): r["branch"] for r in read_table("naming") if r["role"] == role})


def body_nouns() -> Mapping[str, str]:
    """What a body's name may begin with, in matching form -> its branch (``state``, ``party``, ``front``; empty where
    the word does not tell it)."""
    return _rows("noun")


def nouns_as_written() -> tuple[str, ...]:
    """The nouns with their capitals: ``Ban Chỉ đạo``."""
    return tuple(r["word"] for r in read_table("naming") if r["role"] == "noun")


def offices() -> frozenset[str]:
    """Titles of heads in matching form: ``giám đốc``."""
    return frozenset(_rows("office"))


def is_office(name: str) -> bool:
    """Whether a name is that of the head of a body, who is no organisation.

    >>> is_office("Chủ tịch Ủy ban nhân dân tỉnh"), is_office("Văn phòng Chủ tịch nước")
    (True, False)
    """
    return begins(name, offices()) is not None


def standing_bodies() -> frozenset[str]:
    """Bodies that act for the organisation they are of, and are no issuer of their own, in small letters: ``bch``."""
    return frozenset(_rows("standing"))


def name_ends() -> frozenset[str]:
    """Words in matching form that end a body's name: ``ban hành``, ``về``."""
    return frozenset(_rows("end"))


def compounds() -> frozenset[str]:
    """Words of two syllables of which one elsewhere ends a name ("công trình", "đăng ký"), in matching form."""
    return frozenset(_rows("compound"))


@cache
def name_phrases() -> tuple[str, ...]:
    """Words of several syllables that names are made of, as written in small letters, the longest last."""
    return tuple(sorted((r["word"] for r in read_table("naming") if r["role"] == "phrase"), key=lambda w: (len(w), w)))


def numbered_words() -> frozenset[str]:
    """Words that names have in small letters before a number, in matching form: ``khu vực``."""
    return frozenset(_rows("numbered"))


def begins(words: str, table: Mapping[str, str] | frozenset[str], longest: int = 6) -> str | None:
    """The longest entry of a table of this module that `words` begin with, word by word; None if none.

    >>> begins("TRUNG TÂM PHỤC VỤ", body_nouns())
    'trung tâm'
    """
    parts = match_form(words[:80]).split()[:longest]
    for count in range(len(parts), 0, -1):
        head = " ".join(parts[:count]).rstrip(",;:.")
        if head in table:
            return head
    return None
