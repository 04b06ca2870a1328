"""Lists of modifiers of properties in old Word files ([MS-DOC] 2.6, Prl)."""

from __future__ import annotations

from collections.abc import Iterator

_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # of an operand, by the kind of its modifier (spra)
_DEFINES_TABLE, _TABS = 0xD608, 0xC615  # modifiers whose operands count otherwise
_ELSEWHERE = (0x6645, 0x6646)  # sprmPHugePapx: too much for a page, it stands in the stream "Data"


def operands(said: bytes, more: bytes = b"") -> dict[int, int]:
    """The operand of each modifier in a list, of its first two bytes a number; those that stand elsewhere (in `more`)
    among them."""
    values = {}
    for modifier, operand in _modifiers(said):
        values[modifier] = _number(modifier, operand)
        if modifier in _ELSEWHERE and len(operand) == 4:
            place = int.from_bytes(operand, "little")
            size = int.from_bytes(more[place : place + 2], "little")
            values |= {key: _number(key, value) for key, value in _modifiers(more[place + 2 : place + 2 + size])}
    return values


def _number(modifier: int, operand: bytes) -> int:
    return int.from_bytes(operand[: min(2, _SIZES.get(modifier >> 13, 1))], "little")


def _modifiers(said: bytes) -> Iterator[tuple[int, bytes]]:
    """(modifier, the first bytes of its operand, one at least) of a list."""
    at = 0
    while at + 2 < len(said):
        modifier = said[at] | said[at + 1] << 8
        at += 2
        yield modifier, said[at : at + 4]
        size = _SIZES.get(modifier >> 13)
        if size is None:
            size = 1 + said[at]
            if modifier == _DEFINES_TABLE:
                size = 1 + (said[at] | (said[at + 1] << 8 if at + 1 < len(said) else 0))
            elif modifier == _TABS and said[at] == 255:
                return
        at += size
