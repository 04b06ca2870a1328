"""Reading the values of options without pydantic.

Recent versions of typer import pydantic to convert every value, which takes longer than most questions to a graph. Our
options are texts, numbers, flags, paths and enumerations; they are read here where typer offers the place for it, and
by typer itself where it does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import typer


@dataclass(frozen=True)
class _Names:
    """What of a context decides the option that shows the help."""

    help_option_names: list[str]


def lighten(command: Any, help_names: list[str]) -> None:
    """Let the options of `command` and of its verbs be read by `_Reader`. `help_names` are those of the help option."""
    for parameter in _parameters(command, _Names(help_names)):
        annotation = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
        info = getattr(getattr(parameter, "type_descriptor", None), "parameter_info", None)
        if hasattr(parameter, "_runtime_param") and _readable(annotation):
            parameter._runtime_param = _Reader(annotation, getattr(info, "min", None), getattr(info, "max", None))


def _parameters(command: Any, names: _Names) -> Iterator[Any]:
    yield from getattr(command, "params", ())
    if hasattr(command, "_help_option"):  # made on first use, then kept
        yield command.get_help_option(names)
    for verb in getattr(command, "commands", {}).values():
        yield from _parameters(verb, names)


def _readable(annotation: Any) -> bool:
    kind = get_args(annotation)[0] if get_origin(annotation) is list else annotation
    return kind in (str, int, float, bool) or (isinstance(kind, type) and issubclass(kind, Path | Enum))


class _Reader:
    """Reads the values of one option or argument."""

    def __init__(self, annotation: Any, least: float | None, most: float | None) -> None:
        self._many = get_origin(annotation) is list
        self._kind: Any = get_args(annotation)[0] if self._many else annotation
        self._least = least
        self._most = most

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value of the option's type; None and () stay what they are. typer.BadParameter for a wrong one."""
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        try:
            if self._many:
                return [self._one(item) for item in (value if isinstance(value, list | tuple) else [value])]
            return self._one(value)
        except ValueError as error:
            raise typer.BadParameter(str(error), ctx=ctx, param=param) from None

    def _one(self, value: Any) -> Any:
        kind = self._kind
        if kind is bool:
            return value if isinstance(value, bool) else _flag(str(value))
        if isinstance(value, kind):
            return value
        if issubclass(kind, Enum):
            return _choice(kind, str(value))
        if kind in (int, float):
            return self._number(str(value))
        return kind(value)

    def _number(self, text: str) -> Any:
        try:
            number = self._kind(text)
        except ValueError:
            raise ValueError(f"“{text}” không phải là số") from None
        if (self._least is not None and number < self._least) or (self._most is not None and number > self._most):
            limits = f"từ {self._least}" if self._least is not None else ""
            limits += f" đến {self._most}" if self._most is not None else ""
            raise ValueError(f"{text} không nằm trong khoảng {limits.strip()}")
        return number


def _choice(kind: type[Enum], text: str) -> Enum:
    for member in kind:
        if member.value == text:
            return member
    raise ValueError(f"“{text}” không phải là một trong: {', '.join(str(member.value) for member in kind)}")


def _flag(text: str) -> bool:
    return text.strip().lower() in ("1", "true", "t", "yes", "y", "on")
