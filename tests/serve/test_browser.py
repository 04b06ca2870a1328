"""The pages in a browser: no script of theirs is needed, nothing is refused by their own policy, axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

PATHS = (
    "/", "/search?q=van+thu", "/id/30/2020/NĐ-CP", "/changes/05/2021/TT-BNV", "/sparql", "/api", "/check",
    "/relations/30/2020/NĐ-CP?predicate=implements&inverse=1", "/khong-co",
    "/?lang=en", "/search?q=van+thu&since=2020&type=K%E1%BA%BF+ho%E1%BA%A1ch", "/text/30/2020/NĐ-CP",
    "/id/12/2023/TT-BNV?at=2023-11-01",
    "/body/vn%3Bquang.ngai%3Auy.ban.nhan.dan", "/id/TT-BNV", "/sparql?query=SELECT+%2A+%7B%3Fs+%3Fp+%3Fo%7D+LIMIT+2",
)  # fmt: skip


@pytest.fixture(scope="module")
def running(chromium: Callable[..., Any]) -> Iterator[Any]:
    opened = chromium()
    yield opened
    opened.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360)])
@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_nothing(running: Any, address: str, axe: str, path: str, scheme: str, width: int) -> None:
    window = {"width": width, "height": 740}
    with running.new_context(locale="vi-VN", bypass_csp=True, color_scheme=scheme, viewport=window) as context:
        page = context.new_page()
        page.goto(address + path)
        page.add_script_tag(content=axe)
        found = page.evaluate("() => axe.run().then(r => r.violations)")
    assert not found, [(v["id"], [n["html"] for n in v["nodes"]]) for v in found]


@pytest.mark.parametrize("path", (*PATHS[:4], "/map/30/2020/NĐ-CP", "/text/30/2020/NĐ-CP"))
def test_nothing_is_refused_or_fetched_from_elsewhere(running: Any, address: str, path: str) -> None:
    said: list[str] = []
    with running.new_context(
        locale="vi-VN",
    ) as context:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on(
            "request",
            lambda request: None if request.url.startswith((address, "data:", "blob:")) else said.append(request.url),
        )
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
    assert not said


def test_a_question_without_scripts(running: Any, address: str) -> None:
    with running.new_context(locale="vi-VN", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(address)
        page.fill("#q", "cong tac van thu")
        page.press("#q", "Enter")
        page.click("text=Nghị định 30/2020/NĐ-CP")
        assert "83/KH-UBND" in page.inner_text("main")
        page.click("text=Bảng thay đổi")
        assert "thay thế" in page.inner_text("main")


@pytest.mark.parametrize("width", [360, 768, 1920])
def test_nothing_runs_out_of_the_window(running: Any, address: str, width: int) -> None:
    with running.new_context(locale="vi-VN", viewport={"width": width, "height": 700}) as context:
        page = context.new_page()
        for path in PATHS:
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_a_draft_is_checked_in_the_browser(running: Any, address: str, tmp_path: Path) -> None:
    draft = tmp_path / "du-thao.txt"
    draft.write_text("Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ;\n", encoding="utf-8")
    with running.new_context(locale="vi-VN", java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}/check")
        page.set_input_files("#file", draft)
        page.click("form.card button >> nth=0")
        assert "30/2020/NĐ-CP" in page.inner_text("main table")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_axe_finds_nothing_in_what_was_found(
    running: Any, address: str, axe: str, scheme: str, width: int, lang: str
) -> None:
    """The page with the findings of a draft, which no address shows."""
    window = {"width": width, "height": 740}
    with running.new_context(locale="vi-VN", bypass_csp=True, color_scheme=scheme, viewport=window) as context:
        page = context.new_page()
        page.goto(f"{address}/check?lang={lang}")
        page.fill(
            "#text", "Căn cứ Nghị định số 110/2004/NĐ-CP; Nghị định số 1/2099/NĐ-CP; Luật số 5/2021/TT-BNV.\n" * 3
        )
        page.click("form.card button >> nth=0")
        page.wait_for_selector("main table")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.add_script_tag(content=axe)
        found = page.evaluate("() => axe.run().then(r => r.violations)")
    assert not found, [(v["id"], [n["html"] for n in v["nodes"]]) for v in found]
