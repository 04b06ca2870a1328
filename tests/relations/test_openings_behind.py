"""Openings behind another adjunct, what only tells of a carrying out, and who changes a document in parentheses."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from itertools import product

import pytest
from statements import stated

HEAD = "UBND TỈNH A\nSố: 08/CĐ-UBND\nCÔNG ĐIỆN\nVề việc ứng phó bão số 5\n\n"
LEADS = ["Tiếp theo Công điện số 07/CĐ-UBND ngày 22/8/2025", "Sau Công điện số 07/CĐ-UBND"]
VERBS = ["thực hiện", "triển khai thực hiện", "triển khai"]
BODIES = ["Chủ tịch UBND tỉnh yêu cầu:", "Ủy ban nhân dân tỉnh đề nghị các đơn vị:"]


@pytest.mark.parametrize(("lead", "verb", "body"), list(product(LEADS, VERBS, BODIES)))
def test_behind_an_adjunct(lead: str, verb: str, body: str) -> None:
    text = f"{HEAD}{lead}, {verb} Công điện số 143/CĐ-TTg ngày 23/8/2025 của Thủ tướng Chính phủ về bão, {body}\n1. Trực.\n"
    assert stated(text) == {("08/CĐ-UBND", "implements", "143/CĐ-TTg")}


TOLD = [
    "Thời gian qua, việc thực hiện Chỉ thị số 19/CT-TTg của Thủ tướng Chính phủ đã đạt kết quả.",
    "Năm 2024, việc triển khai thực hiện Chỉ thị số 19/CT-TTg còn hạn chế.",
    "Trong những năm qua, quá trình thực hiện Chỉ thị số 19/CT-TTg gặp khó khăn.",
]


@pytest.mark.parametrize("told", TOLD)
def test_what_tells_of_a_carrying_out(told: str) -> None:
    text = f"{HEAD}{told} Chủ tịch UBND tỉnh yêu cầu:\n1. Trực.\n"
    assert stated(text) == set()


ACTS = [
    ("Nghị định số 188/2025/NĐ-CP", "hướng dẫn", "Nghị quyết số 20/2024/QH15", "guides", "Nghị định số 146/2018/NĐ-CP"),
    ("Kế hoạch số 12/KH-UBND", "triển khai", "Nghị quyết số 10-NQ/TU", "implements", "Kế hoạch số 11/KH-UBND"),
    (
        "Thông tư số 10/2025/TT-BTC",
        "quy định chi tiết",
        "Nghị định số 18/2025/NĐ-CP",
        "guides",
        "Thông tư số 09/2018/TT-BTC",
    ),
]


@pytest.mark.parametrize("act", ACTS, ids=["decree", "plan", "circular"])
@pytest.mark.parametrize(("ends", "predicate"), [("thay thế", "replaces"), ("bãi bỏ", "repeals")])
def test_in_parentheses_behind_what_it_serves(act: tuple[str, str, str, str, str], ends: str, predicate: str) -> None:
    acting, verb, served, service, ended = act
    code = [words.split()[-1] for words in (acting, served, ended)]

    assert stated(f"{acting} {verb} {served} ({ends} {ended}).") == {
        (code[0], service, code[1]),
        (code[0], predicate, code[2]),
    }
