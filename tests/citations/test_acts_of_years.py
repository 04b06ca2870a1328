"""One name and several years: "Luật Đất đai năm 2003, 2013 và 2024" names the act of each year that the table has."""

from __future__ import annotations

from itertools import product

import pytest

import graph

_NAMED = [
    ("Luật Đất đai", {"2003": "13/2003/QH11", "2013": "45/2013/QH13", "2024": "31/2024/QH15"}),
    ("Luật Doanh nghiệp", {"2005": "60/2005/QH11", "2014": "68/2014/QH13", "2020": "59/2020/QH14"}),
    ("Bộ luật Lao động", {"2012": "10/2012/QH13", "2019": "45/2019/QH14"}),
    ("Luật sửa đổi, bổ sung một số điều của Luật Khiếu nại, tố cáo", {"2004": "26/2004/QH11", "2005": "58/2005/QH11"}),
]
_LEADS = [" năm ", " các năm ", " "]
_GAPS = [", ", " và ", " và năm ", ", năm ", " hoặc ", ",\n"]


def _codes(text: str) -> list[str | None]:
    return [d.code for d in graph.extract(text).documents if not d.is_source]


@pytest.mark.parametrize(("lead", "gap"), list(product(_LEADS, _GAPS)))
def test_each_year_is_an_act(lead: str, gap: str) -> None:
    for name, acts in _NAMED:
        if lead == " các năm " and ("năm" in gap or "hoặc" in gap):
            continue
        if lead == " " and "sửa đổi" in name:
            continue
        years = list(acts)
        text = f"Theo {name}{lead}{gap.join(years)} quy định."
        assert set(acts.values()) <= set(_codes(text)), text


@pytest.mark.parametrize(
    ("behind", "wanted"),
    [
        (" và 2018", ["45/2013/QH13"]),  # no act of that name
        (" và giai đoạn 2024 - 2030", ["45/2013/QH13"]),
        (", 2024 - 2030", ["45/2013/QH13"]),
        (", 2024/NĐ-CP", ["45/2013/QH13", "2024/NĐ-CP"]),
        ("; năm 2024", ["45/2013/QH13", "31/2024/QH15"]),
    ],
)
def test_years_of_something_else(behind: str, wanted: list[str]) -> None:
    assert _codes(f"Theo Luật Đất đai năm 2013{behind} thì thực hiện.") == wanted


def test_what_is_said_of_one_is_said_of_all() -> None:
    text = (
        "Căn cứ Luật Nhà ở năm 2014 và 2023;\nNghị định số 12/2026/NĐ-CP quy định chi tiết Luật Nhà ở năm 2014, 2023."
    )
    extraction = graph.extract(text)
    code = {d.id: d.code for d in extraction.documents}
    guided = {code[r.object] for r in extraction.relations if r.predicate == "guides"}
    assert guided == {"65/2014/QH13", "27/2023/QH15"}


@pytest.mark.parametrize("years", ["năm 2004 và 2005", "năm 2004, năm 2005", "các năm 2004, 2005"])
def test_each_amending_act_amends(years: str) -> None:
    extraction = graph.extract(
        f"Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Khiếu nại, tố cáo {years};\nCăn cứ Luật Nhà ở năm 2014;"
    )
    code = {d.id: d.code for d in extraction.documents}
    amends = {(code[r.subject], code[r.object]) for r in extraction.relations if r.predicate == "amends"}
    assert amends == {("26/2004/QH11", "09/1998/QH10"), ("58/2005/QH11", "09/1998/QH10")}
