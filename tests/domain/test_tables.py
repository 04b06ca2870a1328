"""The tables agree with themselves: unique keys, successors that exist, one spelling, ranks in order, real dates."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from importlib.resources import files
from itertools import pairwise

import pytest

from graph.domain import (
    abbreviations,
    acts,
    acts_by_code,
    acts_by_name,
    bodies_by_code,
    document_types,
    from_roman,
    issuing_bodies,
    places,
    terms,
    types_by_code,
)
from graph.domain.table import read_table
from graph.normalise import normalise

TABLES = [
    "abbreviations",
    "act_effects",
    "acts",
    "bodies",
    "document_types",
    "effect",
    "english",
    "heads",
    "lawmaking",
    "line_ends",
    "naming",
    "places",
    "slips",
    "terms",
]
DATE_COLUMNS = {"date", "in_force", "valid_from", "valid_to", "start", "end"}
CODE = re.compile(r"[A-Za-zĐđƯưÔôƠơÂâĂăÊê&][A-Za-zĐđƯưÔôƠơÂâĂăÊê&0-9.]*(?:-[A-Za-zĐđƯưÔôƠơ&]+)*")


def repeated(values: list[object]) -> list[object]:
    return [value for value, count in Counter(values).items() if count > 1]


@pytest.mark.parametrize("name", TABLES)
def test_one_spelling_everywhere(name: str) -> None:
    text = files("graph.domain").joinpath(f"{name}.csv").read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        # NFC, tone mark on the first vowel, no look-alike letters, no odd blanks
        assert normalise(line).text == line, f"{name}.csv:{number}"
        assert "  " not in line, f"{name}.csv:{number}"


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_whole(name: str) -> None:
    rows = read_table(name)
    assert rows
    for row in rows:
        assert None not in row, row  # a comma too many
        assert row["source"], row


@pytest.mark.parametrize("name", TABLES)
def test_dates_are_dates(name: str) -> None:
    for row in read_table(name):
        for column in DATE_COLUMNS & row.keys():
            if row[column]:
                assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", row[column]), row
                datetime.date.fromisoformat(row[column] + "-01-01"[len(row[column]) - 4 :])


def test_document_types() -> None:
    kinds = document_types()
    assert not repeated([kind.id for kind in kinds])
    assert not repeated([kind.name for kind in kinds])
    assert not repeated([word for kind in kinds for word in kind.words])
    for kind in kinds:
        assert kind.family in {"law", "normative", "administrative", "party", "other"}, kind
        assert kind.english and kind.words
        for code in (*kind.codes, *kind.party_codes):
            assert CODE.fullmatch(code), (kind.name, code)
            assert kind in types_by_code(code.lower())


def test_bodies() -> None:
    bodies = issuing_bodies()
    names = {body.name for body in bodies}
    assert not repeated([body.name for body in bodies])
    assert not repeated([word for body in bodies for word in body.words])
    for body in bodies:
        assert body.branch in {"party", "state", "front"}, body
        assert body.level in {"central", "provincial", "district", "commune", "unit", None}, body
        assert body.needs_place == (body.level != "central"), body
        assert 1 <= body.rank <= 50 and body.english
        assert body.successor is None or body.successor in names, body
        assert list(body.words) == sorted(body.words, key=lambda word: (-len(word), word))
        for code in body.symbol_codes:
            assert CODE.fullmatch(code), (body.name, code)
            assert body in bodies_by_code(code), (body.name, code)


def test_ranks_follow_the_level() -> None:
    bands = {"central": range(1, 20), "provincial": range(20, 30), "district": range(30, 40)}
    bands |= {"commune": range(40, 50), "unit": range(50, 51)}
    for body in issuing_bodies():
        if body.level:
            assert body.rank in bands[body.level], body


def test_bodies_last_until_their_successors() -> None:
    for body in issuing_bodies():
        if body.valid_from and body.valid_to:
            assert body.valid_from <= body.valid_to, body
        assert body.successor is None or body.valid_to, body


def test_places() -> None:
    rows = places()
    names = {place.name for place in rows}
    assert not repeated([place.name for place in rows])
    assert not repeated([word for place in rows for word in place.words])
    now = [place for place in rows if place.code]
    assert len(now) == 34
    assert Counter(place.kind for place in now) == {"tỉnh": 27, "thành phố": 7}
    assert not repeated([place.code for place in now])
    for place in rows:
        assert (place.code is None) == (place.valid_to is not None), place
        assert place.successor is None or place.successor in names, place
        assert place.kind in {"tỉnh", "thành phố"}


def test_sixty_three_provinces_became_thirty_four() -> None:
    merged = [place for place in places() if place.valid_to == "2025-06-30"]
    assert len(merged) == 29
    successors = {place.name: place.successor for place in merged}
    assert successors["Hà Giang"] == "Tuyên Quang"
    assert successors["Kon Tum"] == "Quảng Ngãi"
    now = {place.name for place in places() if place.code}
    assert set(successors.values()) <= now


@pytest.mark.parametrize("series, first, last", [("party", 1, 14), ("assembly", 1, 16)])
def test_terms_are_gapless(series: str, first: int, last: int) -> None:
    rows = [term for term in terms() if term.series == series]
    assert [from_roman(term.roman) for term in rows] == list(range(first, last + 1))
    for earlier, later in pairwise(rows):
        assert earlier.end is not None
        following = datetime.date.fromisoformat(earlier.end) + datetime.timedelta(days=1)
        assert following.isoformat() == later.start
    assert rows[-1].end is None


def test_abbreviations() -> None:
    table = abbreviations()
    assert len(table) == len(read_table("abbreviations"))
    assert all(table.values())
    with pytest.raises(TypeError):
        table["XYZ"] = ("x",)  # type: ignore[index]


def test_acts() -> None:
    rows = acts()
    assert len({act.name for act in rows}) >= 350
    # Two laws of 1981 and two of 1990 really share a number.
    assert set(repeated([act.code for act in rows if act.code])) == {"3-LCT/HĐNN7", "270B-NQ/HĐNN8"}
    assert not repeated([(act.name, act.code, act.date) for act in rows])
    for act in rows:
        assert act.kind in {"Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh"}
        assert act.name.startswith(act.kind), act
        assert act.verified == (act.source != "recalled"), act
        assert act in acts_by_name(act.name.upper())
        assert act.date is None or act.year == int(act.date[:4]), act
        assert not act.name.endswith((",", ".", " "))


def test_effects_of_acts() -> None:
    rows = read_table("act_effects")
    assert not repeated([row["code"] for row in rows])
    for row in rows:
        (act,) = acts_by_code(row["code"])
        assert act.name == row["name"] and act.verified, row
        assert act.in_force is None or (act.date or "") < act.in_force, row  # laws take effect after they were passed
        if act.ended_by:
            (ender,) = acts_by_code(act.ended_by)
            assert (act.date or "") < (ender.in_force or ""), row


def test_numbers_of_acts_fit_their_dates() -> None:
    modern = re.compile(r"\d+/(?P<year>\d{4})/(?:PL-)?(?P<house>QH|UBTVQH)(?P<term>\d+)")
    assembly = [term for term in terms() if term.series == "assembly"]
    for act in acts():
        found = modern.fullmatch(act.code or "")
        if found is None or act.date is None:
            continue
        assert found["year"] == act.date[:4], act
        assert (found["house"] == "UBTVQH") == (act.kind == "Pháp lệnh"), act
        term = assembly[int(found["term"]) - 1]
        assert term.start <= act.date and (term.end is None or act.date <= term.end), act
