"""Which other documents of its kind were named before a citation: the first and the last one."""

from __future__ import annotations

import pytest

from graph import extract
from graph.relations import relate
from graph.relations.slots import Context, Slot

A, B, C, T = (
    "Nghị định số 1/2020/NĐ-CP",
    "Nghị định số 2/2020/NĐ-CP",
    "Nghị định số 3/2020/NĐ-CP",
    "Thông tư số 9/2020/TT-BTC",
)


def context_of(text: str, monkeypatch: pytest.MonkeyPatch) -> Context:
    """What the relation engine knows of a text."""
    made: list[Context] = []

    def noting(*arguments: object, **named: object) -> Context:
        made.append(Context(*arguments, **named))  # type: ignore[arg-type]
        return made[-1]

    monkeypatch.setattr(relate, "Context", noting)
    extract(text)
    return made[-1]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ((A,), None),
        ((A, A), None),
        ((A, A, A), None),
        ((T, A), None),
        ((A, B), (0, 0)),
        ((A, A, B, T, B), (0, 0)),
        ((A, B, A), (1, 1)),
        ((A, T, B, C), (0, 2)),
        ((A, B, B, C, C), (0, 1)),
        ((C, A, B, A, C), (1, 3)),
    ],
)
def test_the_first_and_the_last_other_one(
    named: tuple[str, ...], expected: tuple[int, int] | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked of the last citation."""
    context = context_of(". ".join(f"Bài viết nói về {name}" for name in named) + ".", monkeypatch)
    assert len(context.slots) == len(named)
    found = context.others_of_its_kind(context.slots[-1])
    slots: list[Slot] = list(context.slots)
    assert (found and tuple(s.documents[0].id for s in found)) == (
        expected and tuple(slots[at].documents[0].id for at in expected)
    )
