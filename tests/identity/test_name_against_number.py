"""An act whose name and number contradict each other is a finding with the likely right one, never a merge."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest

from graph import extract
from graph.identity.merging import claim_of, merge

# text, kind of the finding, the number that is likely meant (None: the table does not know)
WRONG = [
    ("Luật Ban hành văn bản quy phạm pháp luật số 63/2025/QH15", "name-against-number", "64/2025/QH15"),
    ("Luật Tổ chức Chính phủ ngày 18/02/2025 số 64/2025/QH15; Luật Tổ chức Chính phủ số 64/2025/QH15", "name-against-number", "63/2025/QH15"),
    ("Luật Thống kê số 85/2015/QH13", "name-against-number", "89/2015/QH13"),
    ("Luật Đất đai số 32/2024/QH15", "name-against-number", "31/2024/QH15"),
    ("Luật Xử lý vi phạm hành chính số 15/2021/QH13", "term-against-year", "15/2012/QH13"),
    ("Luật số 15/2021/QH13", "term-against-year", "15/2012/QH13"),
    ("Nghị quyết số 26/2012/QH12", "term-against-year", None),
    ("Luật số 43/2024/QH1", "term-against-year", "43/2024/QH15"),
    ("Luật số 13/2008/QH112", "term-against-year", "13/2008/QH12"),
    ("Nghị quyết số 1211/2026/UBTVQH13", "term-against-year", None),
    # the day or year of another act of that name
    ("Luật Đất đai năm 2013 số 31/2024/QH15", "name-against-number", "45/2013/QH13"),
    ("Luật Đất đai năm 2024 số 45/2013/QH13", "name-against-number", "31/2024/QH15"),
    ("Luật Đất đai năm 2013 (số 31/2024/QH15)", "name-against-number", "45/2013/QH13"),
    ("Luật Đất đai ngày 29/11/2013 số 31/2024/QH15", "name-against-number", "45/2013/QH13"),
    ("Luật Đất đai số 31/2024/QH15 ngày 29 tháng 11 năm 2013", "name-against-number", "45/2013/QH13"),
    ("Bộ luật Lao động năm 2012 số 45/2019/QH14", "name-against-number", "10/2012/QH13"),
    ("Luật Nhà ở 2014 số 27/2023/QH15", "name-against-number", "65/2014/QH13"),
    # numbers run through a term: another year of the same number is a misprint
    ("Luật Doanh nghiệp số 59/2021/QH14", "name-against-number", "59/2020/QH14"),
    ("Luật Nhà ở số 27/2024/QH15", "name-against-number", "27/2023/QH15"),
    ("Luật Giá số 16/2022/QH15", "name-against-number", "16/2023/QH15"),
    ("Luật Đấu thầu số 22/2022/QH15", "name-against-number", "22/2023/QH15"),
    ("Luật Căn cước số 26/2022/QH15", "name-against-number", "26/2023/QH15"),
    ("Luật Viễn thông số 24/2024/QH15", "name-against-number", "24/2023/QH15"),
    ("Luật Hải quan số 54/2015/QH13", "name-against-number", "54/2014/QH13"),
    ("Luật Kế toán số 88/2016/QH13", "name-against-number", "88/2015/QH13"),
    ("Luật Khám bệnh, chữa bệnh số 15/2022/QH15", "name-against-number", "15/2023/QH15"),
    ("Pháp lệnh Ưu đãi người có công với cách mạng số 02/2021/UBTVQH14", "name-against-number", "02/2020/UBTVQH14"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "right"), WRONG)
def test_contradiction_is_a_finding(text: str, kind: str, right: str | None) -> None:
    (finding,) = [f for f in extract(f"Căn cứ {text};").findings if f.kind.startswith(("name-", "term-"))]
    assert finding.kind == kind
    assert right is None or right in finding.message


@pytest.mark.parametrize(
    "text",
    [
        "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
        "Luật Đất đai số 031/2024/QH15",
        "Luật Quảng cáo số 75/2025/QH15",  # the number of the act that amends it: loosely named
        "Luật Trồng rừng ven biển số 63/2025/QH15",  # a name that the table lacks may be another name of that act
        "Luật Đất đai số 12/2030/QH16",  # an act to come
        "Bộ luật Lao động số 45/2019/QH14",
        "Luật Tổ chức chính quyền địa phương số 65/2025/QH15",  # the law of that name before the one in force
        "Luật Nhà ở số 65/2014/QH13",
        "Luật Lao động số 45/2019/QH14",
        "Nghị quyết số 15/2021/QH14",
        "Nghị quyết số 15/2021/QH15",
    ],
)
def test_no_contradiction(text: str) -> None:
    assert [f.kind for f in extract(f"Căn cứ {text};").findings] == []


def test_never_merged_with_the_document_of_that_number() -> None:
    wrong = "Căn cứ Luật Ban hành văn bản quy phạm pháp luật số 63/2025/QH15;"
    right = "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15; Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15;"
    claims = [
        claim_of(d, context=str(n), seen=None) for n, t in enumerate((wrong, right)) for d in extract(t).documents[1:]
    ]
    clusters = merge(claims)
    assert sorted(c.document.code or "" for c in clusters) == ["63/2025/QH15", "63/2025/QH15", "64/2025/QH15"]
    (doubtful,) = [c.document for c in clusters if c.document.provisional]
    assert doubtful.name == "Luật Ban hành văn bản quy phạm pháp luật"
    assert any("64-2025-qh15" in id for id in doubtful.candidates)
    # within one text, too
    assert len(extract(wrong + right).documents) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Luật Đất đai năm 2024 số 31/2024/QH15", "Luật Đất đai 2024 số 31/2024/QH15",
        "Luật Đất đai năm 2024 (số 31/2024/QH15)", "Luật Đất đai ngày 18/01/2024, số 31/2024/QH15",
        "Luật Đất đai ngày 18 tháng 01 năm 2024 số 31/2024/QH15", "Luật Đất đai (Luật số 31/2024/QH15)",
        "Luật Đất đai (Luật số 31/2024/QH15) năm 2024", "Luật Đất đai năm 2024 (Luật số 31/2024/QH15)",
    ],
)  # fmt: skip
def test_a_year_between_name_and_number_is_of_one_act(text: str) -> None:
    found = extract(f"Căn cứ {text};")
    assert [d.code for d in found.documents if not d.is_source] == ["31/2024/QH15"]
    assert found.findings == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Luật Đất đai năm 2013, số 31/2024/QH15", {"45/2013/QH13", "31/2024/QH15"}),
        ("Luật Đất đai năm 2013, Luật số 31/2024/QH15", {"45/2013/QH13", "31/2024/QH15"}),
        ("Luật Đất đai năm 2013 và số 31/2024/QH15", {"45/2013/QH13", "31/2024/QH15"}),
        ("Luật Đất đai năm 2013 và Nghị định số 43/2014/NĐ-CP", {"45/2013/QH13", "43/2014/NĐ-CP"}),
    ],
)
def test_the_next_of_a_list_is_another_act(text: str, codes: set[str]) -> None:
    assert {d.code for d in extract(f"Căn cứ {text};").documents if not d.is_source} == codes
