"""Filters: what people type as types, bodies and days, and what is kept by them everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graph_samples import KH83, KH125, KH1127, LAND, NQ18, REPORT, a_graph, text

from graph.errors import LuocdoError
from graph.knowledge import KnowledgeGraph
from graph.queries.selecting import Selection, period, speaks


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[KnowledgeGraph]:
    undated = {"code": "7/KH-UBND", "type": "Kế hoạch", "issuer": "Ủy ban nhân dân tỉnh", "place": "Quảng Ngãi"}
    with a_graph(
        tmp_path / "g.db", [REPORT, text("law", KH83, (KH83, "based_on", LAND), (undated, "cites", NQ18))]
    ) as g:
        yield g


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ({"types": ["KH"]}, ["7/KH-UBND", "125-KH/TU", "83/KH-UBND", "1127/KH-SCT"]),
        ({"types": ["ke hoach", "Luật"]}, ["7/KH-UBND", "125-KH/TU", "83/KH-UBND", "1127/KH-SCT", "31/2024/QH15"]),
        ({"issuers": ["Quảng Ngãi"], "types": ["Kế hoạch"], "since": "6/2018"}, ["83/KH-UBND", "1127/KH-SCT"]),
        ({"issuers": ["so cong thuong"]}, ["1127/KH-SCT", "21/BC-SCT"]),
        ({"issuers": ["Tỉnh ủy", "Quốc hội"]}, ["125-KH/TU", "31/2024/QH15"]),
        ({"since": "2018", "until": "5/6/2018"}, ["125-KH/TU", "83/KH-UBND"]),
        ({"until": "2015"}, ["40/2015/QĐ-UBND"]),
        ({"until": "2015-08-18"}, ["40/2015/QĐ-UBND"]),
        ({"until": "2015-08-17"}, []),
        ({"since": "2024"}, ["31/2024/QH15"]),
        ({"types": ["Thông tư"]}, []),
    ],
)  # fmt: skip
def test_selected(graph: KnowledgeGraph, typed: dict[str, Any], codes: list[str]) -> None:
    keep = graph.select(**typed)
    assert [d.code for d in graph.selected(keep)] == codes
    assert sorted(d.code or "" for d in graph.find("", 50, keep)) == sorted(codes)
    assert graph.search("", keep=keep).total == len(codes)


def test_questions_leave_out_what_is_not_kept(graph: KnowledgeGraph) -> None:
    resolution = graph.document("18-NQ/TW")
    province = graph.select(issuers=["UBND tỉnh Quảng Ngãi"])
    assert [f.document.code for f in graph.implementers(resolution)] == ["125-KH/TU", "83/KH-UBND", "1127/KH-SCT"]
    kept = graph.related(resolution, "implements", inverse=True, transitive=True, keep=province)
    assert [f.document.code for f in kept] == ["83/KH-UBND"]
    # chains lead through what is left out, and pages are pages of what is kept
    last = graph.related(resolution, "implements", inverse=True, transitive=True, keep=graph.select(since="15/6/2018"))
    assert [(f.document.code, f.depth) for f in last] == [("1127/KH-SCT", 2)]
    plans = graph.select(types=["KH"])
    page = graph.related(resolution, "implements", inverse=True, transitive=True, keep=plans, limit=1, skip=2)
    assert [f.document.code for f in page] == ["1127/KH-SCT"]
    centre = graph.select(issuers=["Ban Chấp hành Trung ương"])
    pairs = graph.relations_of_kind("implements", subjects=province, objects=centre)
    assert [(graph.by_id([r.subject])[r.subject].code, r.evidence.source) for r in pairs] == [("83/KH-UBND", "report")]
    assert [d.code for d in graph.find("ke hoach", 10, province)] == ["83/KH-UBND", "7/KH-UBND"]
    assert graph.find("83/KH-UBND", 10, centre) == []
    assert [d.code for d in graph.find("83/KH-UBND", 10, province)] == ["83/KH-UBND"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"types": ["Nhật ký"]}, "không có loại văn bản “Nhật ký” (ví dụ: "),
        ({"types": ["nghi quyêt1"]}, "không có loại văn bản “nghi quyêt1” (có thể là: nghi quyet"),
        ({"issuers": ["Sở Công thưong"]}, "không có cơ quan “Sở Công thưong” trong đồ thị (có thể là: Sở Công Thương"),
        ({"issuers": ["zzz"]}, "không có cơ quan “zzz” trong đồ thị"),
        ({"since": "32/1/2020"}, "“32/1/2020” không phải ngày, tháng hoặc năm"),
        ({"until": "hôm kia"}, "“hôm kia” không phải ngày, tháng hoặc năm"),
    ],
)
def test_what_means_nothing_is_told(graph: KnowledgeGraph, typed: dict[str, Any], said: str) -> None:
    if typed == {"issuers": ["Sở Công thưong"]}:
        assert graph.select(issuers=["So cong thuong"]).issuers  # diacritics may be missing, not wrong letters
        typed = {"issuers": ["Sở Công thưongg"]}
        said = said.replace("thưong”", "thưongg”")
    with pytest.raises(LuocdoError) as error:
        graph.select(**typed)
    assert str(error.value).startswith(said)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [("2020", "2020"), ("6/2020", "2020-06"), ("1/6/2020", "2020-06-01"), ("01.06.2020", "2020-06-01"),
     ("2020-6", "2020-06"), ("2020-06-01", "2020-06-01"), (" 2020 ", "2020")],
)  # fmt: skip
def test_periods(typed: str, iso: str) -> None:
    assert period(typed) == iso


def test_an_empty_selection_asks_for_nothing() -> None:
    assert not Selection() and Selection(types=())


@pytest.mark.parametrize(
    ("state", "predicate", "inverse", "counts"),
    [
        ("in-force", "implements", False, True), ("replaced", "implements", False, False),
        ("replaced", "implements", True, True), ("replaced", "replaces", False, True),
        ("not-yet", "replaces", False, False), ("unknown", "cites", False, True),
    ],
)  # fmt: skip
def test_what_speaks_on_a_day(state: str, predicate: str, inverse: bool, counts: bool) -> None:
    assert speaks(state, predicate, inverse) is counts


def test_samples_are_what_the_table_says() -> None:
    assert [d["date"] for d in (KH125, KH83, KH1127)] == ["2018-04-05", "2018-06-04", "2018-06-18"]
