"""Small inputs that went wrong once, each with what is right (the files lie beside the checkout)."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import extract
from graph.model import Extraction


@pytest.fixture
def case(shared: Path, request: pytest.FixtureRequest) -> Extraction:
    found = sorted((shared / "cases").glob(f"{request.param}-*.txt"))
    if not found:
        pytest.skip("no such case")
    return extract(found[0].read_text(encoding="utf-8"))


def stated(extraction: Extraction, predicate: str) -> set[tuple[str | None, str | None]]:
    code = {d.id: d.code for d in extraction.documents}
    return {(code[r.subject], code[r.object]) for r in extraction.relations if r.predicate == predicate}


@pytest.mark.parametrize("case", ["05"], indirect=True)
def test_digits_torn_by_spans(case: Extraction) -> None:
    codes = {d.code for d in case.documents if d.code}
    assert codes == {"203/2025/QH15", "15/2020/NĐ-CP", "01/2011/TT-BNV", "749/QĐ-TTg"}


@pytest.mark.parametrize("case", ["07"], indirect=True)
def test_acts_of_the_day(case: Extraction) -> None:
    assert stated(case, "amends") == {("47/2019/QH14", "76/2015/QH13"), ("47/2019/QH14", "77/2015/QH13")}
    assert stated(case, "guides") == {("118/2015/NĐ-CP", "67/2014/QH13")}


@pytest.mark.parametrize("case", ["08"], indirect=True)
def test_the_assembly_passes_acts(case: Extraction) -> None:
    issuers = [d.issuer for d in case.documents[1:]]
    assert issuers == ["Quốc hội", "Quốc hội", "Chính phủ", "Ủy ban nhân dân tỉnh"]


@pytest.mark.parametrize("case", ["10"], indirect=True)
def test_marks_of_footnotes(case: Extraction) -> None:
    codes = [d.code for d in case.documents[1:]]
    assert codes == ["45/2013/QH13", "749/QĐ-TTg", "05-CT/TW", "83/KH-UBND"]
    assert next(m.text for m in case.mentions) == "Luật Đất đai[2] số 45/2013/QH13"


@pytest.mark.parametrize("case", ["11"], indirect=True)
def test_slips_of_scans(case: Extraction) -> None:
    codes = {d.code for d in case.documents[1:]}
    assert {"76/2015/QH13", "77/2015/QH13", "62/2020/QH14", "15/2018/NĐ-CP", "16/2018/NĐ-CP"} <= codes
    assert ("62/2020/QH14", "50/2014/QH13") in stated(case, "amends")


@pytest.mark.parametrize("case", ["14"], indirect=True)
def test_the_day_of_passing(case: Extraction) -> None:
    assert case.documents[0].date == "2024-06-21"
