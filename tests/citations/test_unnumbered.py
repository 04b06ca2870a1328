"""Unnumbered documents that a text pins down by their issuer and purpose."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import PROVINCE_HEAD, cited, mentions, relations


@pytest.mark.parametrize(
    ("text", "words", "type_", "issuer"),
    [
        ("Kế hoạch thực hiện Nghị quyết 18 của Đảng ủy Sở", "Kế hoạch", "Kế hoạch", "Đảng ủy Sở"),
        (
            "Kế hoạch hành động của Ban Thường vụ Thành ủy Hà Nội về triển khai Nghị quyết số 57-NQ/TW",
            "Kế hoạch hành động",
            "Kế hoạch hành động",
            "Ban Thường vụ Thành ủy",
        ),
        (
            "Kế hoạch của UBND tỉnh Quảng Ngãi thực hiện Nghị quyết số 57-NQ/TW",
            "Kế hoạch",
            "Kế hoạch",
            "Ủy ban nhân dân tỉnh",
        ),
        (
            "Chương trình hành động của Tỉnh ủy Quảng Ngãi thực hiện Nghị quyết số 57-NQ/TW",
            "Chương trình hành động",
            "Chương trình hành động",
            "Tỉnh ủy",
        ),
    ],
)
def test_unnumbered(text: str, words: str, type_: str, issuer: str) -> None:
    found = cited(f"Đơn vị đã ban hành, quán triệt {text}.")
    assert len(found) == 2
    (written, document), (_, target) = found
    assert (written, document.type, document.issuer, document.unnumbered) == (words, type_, issuer, True)
    assert document.provisional
    assert target.id != document.id


def test_it_carries_out_what_it_names() -> None:
    text = "Đơn vị quán triệt Kế hoạch của UBND tỉnh Quảng Ngãi thực hiện Nghị quyết số 57-NQ/TW."
    assert ("Kế hoạch", "implements", "57-NQ/TW") in relations(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ban hành Kế hoạch thực hiện Nghị quyết số 57-NQ/TW",
        "Kế hoạch này thực hiện Nghị quyết số 57-NQ/TW",
        "các kế hoạch thực hiện Nghị quyết số 57-NQ/TW",
        "xây dựng kế hoạch triển khai Nghị quyết số 57-NQ/TW tại đơn vị",
        "việc thực hiện Nghị quyết số 57-NQ/TW",
    ],
)
def test_no_issuer_no_document(text: str) -> None:
    assert mentions(f"{text}.") == ["Nghị quyết số 57-NQ/TW"]


def test_the_same_plan_twice_is_one_document() -> None:
    text = (
        PROVINCE_HEAD
        + "Theo Kế hoạch thực hiện Nghị quyết 18 của Đảng ủy Sở. Rà soát Kế hoạch thực hiện Nghị quyết 18 của Đảng ủy Sở.\n"
    )
    plans = {d.id for _, d in cited(text) if d.unnumbered}
    assert len(plans) == 1
