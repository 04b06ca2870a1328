"""What English pages say of Vietnamese documents: relations and days of effect."""

from __future__ import annotations

import pytest

from graph import extract

A, B, C = "Decree No. 120/2031/ND-CP", "Decree No. 45/2020/ND-CP", "Decree 50/2021/ND-CP"
DAYS = ["1 July 2031", "July 1, 2031", "01/07/2031", "1st July 2031"]


def _stated(text: str) -> list[tuple[str, str, str, bool]]:
    found = extract(text)
    codes = {d.id: (d.code or "").split("/")[0] for d in found.documents}
    formal = ("cites", "issued_by")
    return [
        (codes[r.subject], r.predicate, codes[r.object], r.partial)
        for r in found.relations
        if r.predicate not in formal
    ]


def _told(text: str) -> list[tuple[str, str, str | None]]:
    found = extract(text)
    codes = {d.id: (d.code or "").split("/")[0] for d in found.documents}
    return [(codes[e.document], e.kind, e.date) for e in found.effects]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{A} dated May 20, 2031 replaces {B} and takes effect.", [("120", "replaces", "45", False)]),
        (f"The Government issued {A} on land, which supersedes {B}.", [("120", "replaces", "45", False)]),
        (f"{A} (“Decree 120”) of the Government amending and supplementing a number of articles of {B}",
         [("120", "amends", "45", True)]),
        (f"{A} replaces {B} and {C}.", [("120", "replaces", "45", False), ("120", "replaces", "50", False)]),
        (f"{A} repeals {B} and amends {C}.", [("120", "repeals", "45", False), ("120", "amends", "50", False)]),
        (f"Article 12 of {B} was repealed by {A}.", [("120", "repeals", "45", True)]),
        (f"Circular 5/2031/TT-BTC guiding the implementation of {A}", [("5", "guides", "120", False)]),
        (f"{B}, as amended by {A}, applies.", [("120", "amends", "45", False)]),
        (f"{A} supersedes both {B} and {C}.", [("120", "replaces", "45", False), ("120", "replaces", "50", False)]),
        (f"{A} was issued. Decree 120 takes effect on 1 July 2031 and replaces {B}.",
         [("120", "replaces", "45", False)]),
        (f"{A} was issued. This Decree repeals {B} and guides the Law on Tax and {C}.",
         [("120", "repeals", "45", False)]),
        (f"{A} approves the new plan, amending {B}.", [("120", "amends", "45", False)]),
        (f"{A} does not replace {B}.", []),
        (f"The draft {A} replacing {B} is open for comments.", []),
        (f"Under {A}, the Ministry issued guidance replacing {B}.", []),
        (f"{A} would replace {B}.", []),
        (f"{A} was issued. The Ministry replaces {B}.", []),
    ],
)  # fmt: skip
def test_relations(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert sorted(_stated(text)) == sorted(expected)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    ("text", "whose"),
    [
        (f"{A} replaces {B} and takes effect from {{}}.", ["120"]),
        (f"{A} will come into force on {{}}.", ["120"]),
        (f"{A} (effective from {{}}) amends {B}.", ["120"]),
        (f"{B} was repealed by {A}, effective from {{}}.", ["120"]),
        (f"{A} replaces {B}. This Decree takes effect from {{}}.", ["120"]),
        (f"{A} replaces {B}. It takes effect from {{}}.", ["120"]),
        (f"{A}\nEffective date: {{}}", ["120"]),
        (f"Employers apply {B} until the new rules take effect. A decree effective from {{}} follows.", []),
        (f"{A} is expected to take effect on {{}}.", []),
        (f"Under {A}, the fee is effective from {{}}.", []),
    ],
)
def test_days(text: str, whose: list[str], day: str) -> None:
    assert _told(text.format(day)) == [(code, "in-force", "2031-07-01") for code in whose]


def test_an_act_of_the_assembly_has_its_english_type() -> None:
    found = extract("The Law on Land No. 31/2024/QH15 supersedes Law No. 45/2013/QH13.")
    assert [d.type for d in found.documents if d.code] == ["Luật", "Luật"]
    assert _told(f"{A} is effective until 31 Dec 2031.") == [("120", "until", "2031-12-31")]
