"""Which documents have a word: as the bits of a whole number, one for each place of a catalogue, kept from search to
search.

Searches share their words (Vietnamese has some thousand syllables, those who search use some hundred), so a word's
documents are read once out of the words' index; what several words have in common is then one operation on long
numbers, whatever words were looked for together before."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress

from graph.store.words import FAR, IN_COLUMNS, IN_NUMBER, SHARES, count_of, in_column, nearnesses, terms_of

COLUMNS = (*IN_COLUMNS, "issuer")
_KEPT = 32 << 20  # bytes of the words kept
_AS_DIGITS = bytes.maketrans(b"\x00\x01", b"01")
_AS_FLAGS = bytes.maketrans(b"01", b"\x00\x01")


def keys(connection: sqlite3.Connection, query: str, values: Mapping[str, str] | None = None) -> list[int]:
    """The column ``key`` of what a query gives, in its order: as one value, which takes half the time of as many
    rows."""
    listed: list[int] = json.loads(
        connection.execute(f"SELECT json_group_array(key) FROM ({query})", values or {}).fetchone()[0]
    )
    return listed


class Postings:
    """The words of the documents that lie at `places` (key -> place, from 0 on); `lengths` says of a column how many
    words it has at each place. May be asked from several threads, each with its own connection."""

    def __init__(self, places: Mapping[int, int], lengths: Mapping[str, bytearray], longest: int) -> None:
        self._places = places
        self._lengths = lengths
        self._longest = longest
        self._lately: OrderedDict[tuple[str, str], int] = OrderedDict()  # (column, term) -> bits
        self._size = 0
        self._levels: dict[tuple[str, int], list[int]] = {}
        self._lock = threading.Lock()

    def ranked(self, connection: sqlite3.Connection, query: str) -> list[int]:
        """The places of the documents with all the words of a query (`graph.store.words.query_of`), the best first:
        those that have them together in a column before others, see `IN_COLUMNS` and `SHARES`."""
        rest = -1
        together = dict.fromkeys(IN_COLUMNS, -1)
        for term in terms_of(query):
            anywhere = 0
            for column in COLUMNS:
                bits = self._bits(connection, column, term)
                anywhere |= bits
                if column in together:
                    together[column] &= bits
            rest &= anywhere
            if not rest:
                return []
        near = [0] * (FAR + 1)
        for column, bits in together.items():
            here = bits & rest
            rest ^= here
            if column not in self._lengths:
                near[IN_NUMBER] |= here
            elif here:
                for level, of_level in enumerate(self._by_nearness(column, query)):
                    near[level] |= here & of_level
        near[FAR] |= rest
        return [place for bits in near for place in self.places_of(bits)]

    def bits_of(self, found: Iterable[int]) -> int:
        """Documents, by their keys, as bits; those that have no place are left out."""
        flags = bytearray(len(self._places) + 1)
        nowhere = len(self._places)
        place_of = self._places.get
        for key in found:
            flags[place_of(key, nowhere)] = 1
        return _bits(flags[:nowhere])

    def places_of(self, bits: int) -> Iterator[int]:
        """The places whose bits are set, rising."""
        if not bits:
            return iter(())
        flags = bin(bits)[:1:-1].encode().translate(_AS_FLAGS)
        return compress(range(len(flags)), flags)

    def _bits(self, connection: sqlite3.Connection, column: str, term: str) -> int:
        with self._lock:
            known = self._lately.get((column, term))
            if known is not None:
                self._lately.move_to_end((column, term))
                return known
        having = f"SELECT rowid AS key FROM search WHERE search MATCH '{in_column(column, term)}'"
        bits = self.bits_of(keys(connection, having))
        with self._lock:
            if (column, term) not in self._lately:
                self._lately[column, term] = bits
                self._size += _size(bits)
                while self._size > _KEPT:
                    self._size -= _size(self._lately.popitem(last=False)[1])
        return bits

    def _by_nearness(self, column: str, query: str) -> Sequence[int]:
        """For each nearness the places where the column has such a length that a query of so many words is so near."""
        known = self._levels.get((column, count_of(query)))
        if known is None:
            near = bytes(nearnesses(query, self._longest))
            levels = self._lengths[column].translate(near.ljust(256, near[-1:]))
            known = [_bits(levels.translate(_only(level))) for level in range(len(SHARES) + 1)]
            if count_of(query) < 20:  # what a page's address can ask for is not kept without end
                self._levels[column, count_of(query)] = known
        return known


def _bits(flags: bytes | bytearray) -> int:
    """Bytes 0 and 1, one for each place, as bits, place 0 the lowest. (Base 2 takes linear time, unlike base 10.)"""
    return int(flags[::-1].translate(_AS_DIGITS) or b"0", 2)


def _only(level: int) -> bytes:
    return bytes(value == level for value in range(256))


def _size(bits: int) -> int:
    return bits.bit_length() // 8 + 100
