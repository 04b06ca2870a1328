"""What does not change the meaning of a sentence does not change what is found in it.

Every sentence of the tables of this folder is varied (``variations.py``). Where a variation does change the meaning, or
cannot hold yet, `EXPECTED` says so with its reason; an entry that has become right fails the test until it is taken out.
"""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from functools import cache

import pytest
from sentences import cases
from variations import VARIATIONS, Case, facts_of, lay

# variation, what was done (a beginning of its name, or "" for all that no row names), sentences, why
EXPECTED: list[tuple[str, str, str, str]] = [
    # the meaning changes
    ("wraps", "t định số 10/2013/QĐ-TTg;⏎", "closing-22", "behind a semicolon at the end of a line a new member of the outer list begins"),
    # cannot hold yet
    ("wraps", "", "titles-3 titles-15 titles-16 titles-19", "a title cut inside its first words"),
    ("pages", "gazette: (được sửa đổi bởi khoản 9", "passives-16", "a number before a running head is taken for that of the page"),
    ("dashed", "-", "service-9 service-10", "dashes below a dash are set no deeper"),
]  # fmt: skip


CASES = tuple(cases())


@cache
def results(case: Case, kind: str) -> tuple[tuple[str, str, str], ...]:
    """(what was done, what is missed and invented, the text) for each variant; no second column where all is right."""
    found = []
    for what, laid in VARIATIONS[kind](case):
        facts = facts_of(laid)
        wrong = ", ".join(
            [
                *(f"missed {f}" for f in sorted(case.expected - facts)),
                *(f"invented {f}" for f in sorted(facts - case.expected)),
            ]
        )
        found.append((what, wrong, laid.text[laid.start : laid.end]))
    return tuple(found)


def reason(case: Case, kind: str, what: str) -> str:
    """Why a variant is expected to fail, or nothing."""
    for variation, beginning, names, why in EXPECTED:
        if variation == kind and case.name in names.split() and what.startswith(beginning):
            return why
    return ""


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_sentence_itself(case: Case) -> None:
    assert facts_of(lay(case)) == case.expected


@pytest.mark.parametrize("kind", sorted(VARIATIONS))
@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_variation_changes_nothing(case: Case, kind: str) -> None:
    wrong = [
        f"{what!r}: {told}\n    {text}"
        for what, told, text in results(case, kind)
        if told and not reason(case, kind, what)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("case", "kind", "beginning"),
    [
        pytest.param(case, kind, beginning, id=f"{name} {kind} {beginning}", marks=pytest.mark.xfail(strict=True, reason=why))
        for kind, beginning, names, why in EXPECTED
        for name in names.split()
        for case in CASES
        if case.name == name
    ],
)  # fmt: skip
def test_what_is_expected_to_fail(case: Case, kind: str, beginning: str) -> None:
    """Strict: a row of `EXPECTED` for which every variant holds is taken out."""
    wrong = [what for what, told, _ in results(case, kind) if told and what.startswith(beginning)]
    assert not wrong
