"""Passives with a provision for the one that acts ("B được khoản 1 Điều 2 [A] sửa đổi"), crossed; and passives that
state what rank or time forbids: no relation, but a finding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from statements import Stated, stated

from graph import extract

OLD = (
    "Nghị định số 10/2020/NĐ-CP",
    "Nghị định số 10/2020/NĐ-CP ngày 17/01/2020 của Chính phủ quy định về kinh doanh vận tải",
    "Khoản 2 Điều 3 Nghị định số 10/2020/NĐ-CP",
)
NEW = ("Nghị định số 41/2024/NĐ-CP", "Nghị định số 41/2024/NĐ-CP ngày 16/4/2024 của Chính phủ")
PROVISIONS = (
    "", "khoản 1 Điều 1 ", "Điều 5 ", "điểm a khoản 1 Điều 1 của ", "các khoản 1, 2 và 3 Điều 1 ",
    "khoản 1 và khoản 2 Điều 1 ", "Phụ lục I ban hành kèm theo ",
)  # fmt: skip
VERBS = (("sửa đổi, bổ sung", "amends"), ("thay thế", "replaces"), ("bãi bỏ", "repeals"))
BEHIND = ("", " nhiều nội dung quan trọng", " từ ngày 01/6/2024")
PAPERS = ("{}.", "Một số kết quả:\n\n- {};\n- Văn bản khác.")


def acting() -> Iterator[tuple[str, Stated]]:
    for old, new, provision, (verb, predicate), behind, paper in product(OLD, NEW, PROVISIONS, VERBS, BEHIND, PAPERS):
        mark = "đã bị" if predicate == "repeals" else "được"
        said = "amends" if old == OLD[2] else predicate
        text = paper.format(f"{old} {mark} {provision}{new} {verb}{behind}")
        yield text, {("41/2024/NĐ-CP", said, "10/2020/NĐ-CP")}


@pytest.mark.parametrize(("text", "right"), list(acting()))
def test_a_provision_acts(text: str, right: Stated) -> None:
    assert stated(text) == right


@pytest.mark.parametrize("provision", PROVISIONS)
@pytest.mark.parametrize("new", NEW)
@pytest.mark.parametrize(
    "said", ["chưa được {} thay thế", "không được {} bãi bỏ", "dự kiến được {} sửa đổi", "được {} quy định",
             "được {} nhắc đến", "được quy định tại {}"]
)  # fmt: skip
def test_no_provision_acts(provision: str, new: str, said: str) -> None:
    assert stated(f"{OLD[0]} {said.format(provision + new)}.") == set()


HIGH = ("Luật Đất đai số 31/2024/QH15", "Nghị định số 10/2020/NĐ-CP ngày 17/01/2020 của Chính phủ")
LOW = ("Quyết định số 12/2025/QĐ-UBND", "Thông tư số 12/2025/TT-BTC ngày 03/3/2025")
AGAINST = (
    "{o} bị thay thế bởi {s}", "{o} được thay thế bằng {s}", "{o} bị bãi bỏ bởi {s}", "{o} được sửa đổi bởi {s}",
    "{o} đã được sửa đổi, bổ sung một số điều theo {s}", "{o} hết hiệu lực kể từ ngày {s} có hiệu lực",
    "{s} thay thế {o}", "{s} sửa đổi, bổ sung {o}",
)  # fmt: skip


@pytest.mark.parametrize("high", HIGH)
@pytest.mark.parametrize("low", LOW)
@pytest.mark.parametrize("said", AGAINST)
@pytest.mark.parametrize("paper", PAPERS)
def test_what_rank_forbids_is_a_finding(high: str, low: str, said: str, paper: str) -> None:
    text = paper.format(said.format(o=high, s=low))
    assert stated(text) == set()
    assert [f.kind for f in extract(text).findings if f.kind.startswith("against")] == ["against-rank"]


@pytest.mark.parametrize("said", AGAINST)
def test_what_time_forbids_is_a_finding(said: str) -> None:
    text = said.format(o="Nghị định số 10/2020/NĐ-CP", s="Nghị định số 5/2018/NĐ-CP") + "."
    assert stated(text) == set()
    assert [f.kind for f in extract(text).findings if f.kind.startswith("against")] == ["against-time"]
