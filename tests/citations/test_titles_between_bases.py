"""Where the title of a citation ends before the next one, signs of emphasis between them or not."""

from __future__ import annotations

from itertools import product

import pytest

from graph.citations.titles import read_title

TITLES = (
    "về việc phê duyệt Chương trình “Quan trắc môi trường đến năm 2040”",
    "phê duyệt Đề án “Quan trắc”",
    "về phê duyệt Chương trình quan trắc môi trường đến năm 2040",
    'về việc ban hành Quy chế "quan trắc"',
    "về quan trắc và cảnh báo môi trường",
)
JOINTS = (
    " và ",
    " *và ",
    "* và ",
    "* *và ",
    " _và_ ",
    " và *",
    ", ",
    ", *",
    "; ",
    ";* ",
    " và căn cứ ",
    " và các ",
    "\nvà ",
)
FURTHER = (
    "Kế hoạch số 223/KH-UBND ngày 24/10/2025 của UBND tỉnh",
    "Kế hoạch 223/KH-UBND ngày 24/10/2025 của UBND tỉnh",
    "Nghị định số 12/2025/NĐ-CP ngày 24/10/2025 của Chính phủ",
    "Công văn số 12/STC-NS ngày 24/10/2025 của Sở Tài chính",
)


@pytest.mark.parametrize(("title", "joint", "further"), list(product(TITLES, JOINTS, FURTHER)))
def test_the_next_basis_is_no_title(title: str, joint: str, further: str) -> None:
    found = read_title(f" {title}{joint}{further} về quan trắc; Ủy ban nhân dân tỉnh ban hành", 0, stated=True)
    assert found is not None and found[0].strip(" *_") == title


@pytest.mark.parametrize(
    "title",
    [
        "về việc ban hành Quy chế “quan trắc” và Quy định “cảnh báo”",
        "về quan trắc *và* cảnh báo môi trường",
        "hướng dẫn Luật Thủy sản và Nghị định về thủy sản",
        "về việc phê duyệt Chương trình quan trắc và căn cứ xác định nguồn nước",
    ],
)
def test_titles_that_go_on(title: str) -> None:
    found = read_title(f" {title};", 0, stated=True)
    assert found is not None and found[0].replace("*", "") == title.replace("*", "")
