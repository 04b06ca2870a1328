"""What a label says on a page is said of the document above its field, not of the field before it."""

from __future__ import annotations

import pytest
from facts import relations

PAGE = """Thông tư 48/2025/TT-BCT
{m}Thay thế: Thông tư 42/2019/TT-BCT
{m}Sửa đổi: Thông tư 37/2018/TT-BCT; Thông tư 38/2018/TT-BCT
"""
TRACKED = """Theo dõi hiệu lực - Nghị định 15/2021/NĐ-CP
- Hết hiệu lực một phần - Văn bản sửa đổi: Nghị định 35/2023/NĐ-CP - Từ ngày: 20/06/2023
- Hết hiệu lực toàn bộ - Văn bản thay thế: Nghị định 175/2024/NĐ-CP
"""
LABELS_ALONE = """Văn bản đang xem
Quyết định 1719/QĐ-TTg năm 2021

Văn bản sửa đổi, bổ sung
Quyết định 920/QĐ-TTg năm 2024
Văn bản hướng dẫn
Thông tư 15/2022/TT-BTC
"""


def _stated(text: str) -> set[tuple[str, str, str]]:
    return {(a.split("/")[0], p, b.split("/")[0]) for a, p, b in relations(text)}


@pytest.mark.parametrize("mark", ["", "- ", "→ ", "• "])
def test_fields(mark: str) -> None:
    wanted = {("48", "replaces", "42"), ("48", "amends", "37"), ("48", "amends", "38")}
    assert _stated(PAGE.format(m=mark)) == wanted


def test_states_in_front_and_labels_alone() -> None:
    assert _stated(TRACKED) == {("35", "amends", "15"), ("175", "replaces", "15")}
    assert _stated(LABELS_ALONE) == {("920", "amends", "1719"), ("15", "guides", "1719")}
