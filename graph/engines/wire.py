"""What workers hand back, as plain data: numbers, texts, lists; nothing that is run when it is read.

A worker reads files that nobody vouches for, with decoders written in C. Whoever takes it over must find no way from
there into the process that started it: that one reads JSON and checks every value against the noun it stands for.
"""

from __future__ import annotations

import json
import struct
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import IO, Any, TypeVar

from graph.model import Extraction, Source

_COUNT = struct.Struct("<I")
_MOST_PARTS = 1 << 20
T = TypeVar("T")


def write_parts(stream: IO[bytes], parts: Sequence[bytes]) -> None:
    """Send some bytes strings: their number, their lengths, themselves."""
    stream.write(struct.pack(f"<I{len(parts)}Q", len(parts), *map(len, parts)))
    for part in parts:
        stream.write(part)
    stream.flush()


def read_parts(stream: IO[bytes], limit: int) -> list[bytes]:
    """The next bytes strings, of at most `limit` bytes in all. EOFError where the other side is gone, ValueError where
    it sends what `write_parts` would not."""
    (count,) = _COUNT.unpack(_exactly(stream, _COUNT.size))
    if count > _MOST_PARTS:
        raise ValueError("too many parts")
    sizes = struct.unpack(f"<{count}Q", _exactly(stream, 8 * count))
    if sum(sizes) > limit:
        raise ValueError("too large")
    return [_exactly(stream, size) for size in sizes]


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def dump(value: object) -> bytes:
    """Nouns of `graph.model`, and lists of them, as JSON: a noun is the list of its fields. `load` inverts it."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return text.encode("utf-8", "surrogatepass")


def load(data: bytes, kind: type[T]) -> T:
    """The value of type `kind` that `dump` wrote (a noun, or ``list[...]``, ``tuple[...]``, ``X | None`` of such).
    ValueError where the bytes are anything else."""
    try:
        made: T = _maker(typing.cast("Any", kind))(json.loads(data.decode("utf-8", "surrogatepass")))
    except (TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise ValueError(f"not what was asked for: {error}") from None
    return made


def dump_said(source: Source, extraction: Extraction) -> bytes:
    """A text and what it says."""
    return dump((source, extraction))


def load_said(data: bytes) -> tuple[Source, Extraction]:
    """What `dump_said` wrote; ValueError as `load`."""
    return load(data, tuple[Source, Extraction])


def _plain(value: Any) -> object:
    if is_dataclass(value):
        kind: Any = type(value)
        return _values(kind)(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no plain data")


@cache
def _values(kind: Any) -> Callable[[object], object]:
    return attrgetter(*(field.name for field in fields(kind)))


@cache
def _maker(kind: Any) -> Callable[[Any], Any]:
    """A function that makes a value of type `kind` of plain data, or raises."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind in (str, int, bool, type(None)):
        return lambda value: value if type(value) is kind else _refuse(kind, value)
    if kind is float:
        return lambda value: float(value) if type(value) in (float, int) else _refuse(kind, value)
    if is_dataclass(kind):
        hints = typing.get_type_hints(kind)
        makers = [_maker(hints[field.name]) for field in fields(kind)]
        make: Any = kind
        return lambda value: make(*_each(makers, value))
    if origin in (typing.Union, types.UnionType) and len(arguments) == 2 and arguments[1] is type(None):
        inner = _maker(arguments[0])
        return lambda value: None if value is None else inner(value)
    if origin is tuple and arguments[1:] != (Ellipsis,):
        makers = list(map(_maker, arguments))
        return lambda value: tuple(_each(makers, value))
    if origin in (tuple, list):
        inner = _maker(arguments[0])
        return lambda value: origin(map(inner, _of(list, value)))
    if origin is Mapping:
        inner = _maker(arguments[1])
        return lambda value: {key: inner(item) for key, item in _of(dict, value).items()}
    raise TypeError(f"no plain data for {kind}")


def _each(makers: Sequence[Callable[[Any], Any]], value: Any) -> list[Any]:
    return [make(item) for make, item in zip(makers, _of(list, value), strict=True)]


def _of(kind: type, value: Any) -> Any:
    return value if type(value) is kind else _refuse(kind, value)


def _refuse(kind: type, value: Any) -> Any:
    raise ValueError(f"{type(value).__name__} for {kind.__name__}")
