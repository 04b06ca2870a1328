"""A class that is quickly made is the frozen dataclass that it was."""

import copy
import doctest
import inspect
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace

import pytest

from graph import frozen
from graph.citations.citation import Citation
from graph.model import Document, Effect, Evidence, Issuer, Mention, Relation


@dataclass(frozen=True, slots=True)
class Usual:
    first: int
    second: str = "b"
    third: dict[str, int] = field(default_factory=dict)


@frozen.quickly_made
@dataclass(frozen=True, slots=True)
class Quick:
    first: int
    second: str = "b"
    third: dict[str, int] = field(default_factory=dict)


@pytest.mark.parametrize("given", [((1,), {}), ((1, "c", {"d": 2}), {}), ((), {"third": {}, "first": 3})])
def test_has_the_same_fields(given: tuple[tuple[object, ...], dict[str, object]]) -> None:
    args, named = given
    quick, usual = Quick(*args, **named), Usual(*args, **named)  # type: ignore[arg-type]
    assert [getattr(quick, f.name) for f in fields(Quick)] == [getattr(usual, f.name) for f in fields(Usual)]
    assert type(quick) is Quick
    assert repr(quick) == repr(usual).replace("Usual", "Quick")
    assert quick == replace(quick) == copy.deepcopy(quick) == pickle.loads(pickle.dumps(quick))


def test_a_factory_makes_a_value_for_each() -> None:
    assert Quick(1).third is not Quick(1).third


def test_stays_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        Quick(1).first = 2  # type: ignore[misc]
    with pytest.raises(TypeError):
        Quick()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Quick(1, fourth=2)  # type: ignore[call-arg]


@pytest.mark.parametrize("cls", [Citation, Document, Effect, Evidence, Issuer, Mention, Relation])
def test_the_nouns_keep_their_parameters(cls: type) -> None:
    assert list(inspect.signature(cls).parameters) == [f.name for f in fields(cls)]


def test_a_class_without_slots_is_refused() -> None:
    with pytest.raises(TypeError, match="no slots"):
        frozen.quickly_made(dataclass(frozen=True)(type("Open", (), {})))


def test_its_examples() -> None:
    assert doctest.testmod(frozen).failed == 0
