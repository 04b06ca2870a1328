"""Lists of numbers with their years alone: "Thông tư 20/2021, 13/2022 và 05/2023"."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

KINDS = ("Thông tư", "Nghị định", "Thông tư số", "các Thông tư", "các Nghị định số")
LISTS = {
    "20/2021, 13/2022": 2, "20/2021 và 13/2022": 2, "20/2021, 13/2022, 45/2023": 3, "20/2021, 13/2022 và 05/2023": 3,
    "20/2021; 13/2022": 2, "20/2021, số 13/2022": 2, "20/2021, số 05/2022": 2, "20/2021, 5/2022 và 6/2023": 3,
}  # fmt: skip
BEHIND = (".", " của Bộ Y tế.", " quy định về thuốc.", " (đã hết hiệu lực).", ", các đơn vị lưu ý.")
BEFORE = ("Thông tư số 30/2024/TT-BYT thay thế {}{}", "Theo {}{}", "Đơn vị căn cứ {}{}")


def members(text: str) -> list[str]:
    found = extract(text)
    names = {document.id: document.code for document in found.documents}
    return [str(names[m.document]) for m in found.mentions if m.text != "Thông tư số 30/2024/TT-BYT"]


@pytest.mark.parametrize(("before", "kind", "listed", "behind"), list(product(BEFORE, KINDS, LISTS, BEHIND)))
def test_every_member_is_cited(before: str, kind: str, listed: str, behind: str) -> None:
    found = members(before.format(f"{kind} {listed}", behind))
    assert len(found) == LISTS[listed]
    assert len(set(found)) == LISTS[listed]


NONE = (
    "20/2021, 13/2022/QĐ-UBND", "20/2021, 13/02/2022", "20/2021, 6/2022", "20/2021, 13 tháng 2", "20/2021, đến 13/2022",
    "20/2021, tháng 13/2022", "20/2021, 13%", "20/2021, 13/3000", "20/2021, 13/2022-2025",
)  # fmt: skip


@pytest.mark.parametrize(("kind", "other"), list(product(("Thông tư", "Nghị định"), NONE)))
def test_what_is_no_member(kind: str, other: str) -> None:
    found = [code for code in members(f"Theo {kind} {other} là mốc.") if code.split("/")[0] not in ("20",)]
    assert not [code for code in found if "QĐ" not in code]


def test_a_list_is_one_object() -> None:
    found = extract("Thông tư số 30/2024/TT-BYT thay thế các Thông tư 20/2021, 13/2022 của Bộ Y tế.")
    replaced = [relation for relation in found.relations if relation.predicate == "replaces"]
    assert len(replaced) == len({relation.object for relation in replaced}) == 2
