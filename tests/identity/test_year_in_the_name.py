"""The name of an act, the year in it, its number and its day, crossed: where they agree one document and no finding,
else a finding with the likely right one and no merge."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_ACTS = {
    "Luật Nhà ở": (("65/2014/QH13", "2014-11-25"), ("27/2023/QH15", "2023-11-27")),
    "Luật Đất đai": (("45/2013/QH13", "2013-11-29"), ("31/2024/QH15", "2024-01-18")),
    "Bộ luật Dân sự": (("33/2005/QH11", "2005-06-14"), ("91/2015/QH13", "2015-11-24")),
}
_NUMBER = ("{n}{y} số {c}{d}", "{n}{y} (số {c}{d})", "{n}{y} (Luật số {c}{d})", "{n}{y} {c}{d}")
_FRAMES = ("THÔNG TƯ\nCăn cứ {};", "KẾ HOẠCH\nTheo Điều 5 {} thì được.")


def _written(day: str | None) -> str:
    if day is None:
        return ""
    year, month, number = day.split("-")
    return f" ngày {int(number)} tháng {month} năm {year}"


@pytest.mark.parametrize("form", _NUMBER)
@pytest.mark.parametrize("frame", _FRAMES)
@pytest.mark.parametrize("name", _ACTS)
def test_name_year_number_and_day(form: str, frame: str, name: str) -> None:
    versions = _ACTS[name]
    for (code, own), named, day in product(versions, (None, *versions), (None, *versions)):
        for year in (" {}", " năm {}") if named else ("",):
            words = form.format(
                n=name, y=year.format(named[1][:4] if named else ""), c=code, d=_written(day[1] if day else None)
            )
            result = extract(frame.format(words))
            cited = [d for d in result.documents if not d.is_source]
            if (named is None or named[0] == code) and (day is None or day[1] == own):
                assert [(d.code, d.name, d.candidates) for d in cited] == [(code, name, ())], words
                assert not result.findings, words
                continue
            assert any(f.kind == "name-against-number" for f in result.findings), words
            assert all(len(d.candidates) > 1 for d in cited if d.code == code), words


@pytest.mark.parametrize(
    ("words", "likely"),
    [
        ("Luật Nhà ở 2014 số 27/2023/QH15", "65/2014/QH13"),
        ("Luật Nhà ở số 27/2023/QH15 ngày 25 tháng 11 năm 2014", "65/2014/QH13"),
        # number and day agree: the year is the slip
        ("Luật Nhà ở 2014 số 27/2023/QH15 ngày 27 tháng 11 năm 2023", "27/2023/QH15"),
    ],
)
def test_the_likely_one(words: str, likely: str) -> None:
    (found,) = extract(f"THÔNG TƯ\nCăn cứ {words};").findings
    assert f"có lẽ là {likely} (Luật Nhà ở)" in found.message


def test_a_year_of_no_act_of_that_name_leaves_the_number() -> None:
    result = extract("THÔNG TƯ\nCăn cứ Luật Nhà ở năm 2020 số 27/2023/QH15;")
    assert [(d.code, d.candidates) for d in result.documents if not d.is_source] == [("27/2023/QH15", ())]
    assert [f.kind for f in result.findings] == ["conflicting-date"]


@pytest.mark.parametrize(
    "words",
    ["Luật Nhà ở năm 2014, số 27/2023/QH15", "Luật Nhà ở năm 2014 và Luật số 27/2023/QH15"],
)
def test_a_list_is_no_contradiction(words: str) -> None:
    result = extract(f"THÔNG TƯ\nCăn cứ {words};")
    assert not [f for f in result.findings if f.kind != "ambiguous-reference"]
    assert len(result.documents) == 3
