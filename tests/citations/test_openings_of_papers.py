"""Papers that a page prints without their head, known by their first sentence; and articles that tell of such papers."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from graph.pipeline import read

OPENERS = {"Thực hiện": "implements", "Triển khai thực hiện": "implements", "Để thực hiện": "implements",
           "Căn cứ": "based_on"}  # fmt: skip
CARRIED = (
    "Kế hoạch số 123/KH-UBND ngày 12/3/2025 của UBND tỉnh Quảng Nam về chuyển đổi số năm 2025",
    "Kế hoạch số 123/KH-UBND ngày 12/3/2025 của Ủy ban nhân dân tỉnh Quảng Nam",
    "Kế hoạch số 123/KH-UBND",
)
SIGNS = (", ", "; ", ";\n")
WHO = (
    "UBND xã Hòa Tiến",
    "Ủy ban nhân dân xã Hòa Tiến",
    "Trường THCS Nguyễn Du",
    "Ban Chỉ đạo chuyển đổi số xã",
    "Công an xã Hòa Tiến",
)
MAKES = ("xây dựng", "ban hành", "xây dựng và ban hành", "lập")
KINDS = {
    "Kế hoạch": "Kế hoạch",
    "kế hoạch": "Kế hoạch",
    "Chương trình hành động": "Chương trình hành động",
    "Phương án": "Phương án",
}
ABOUT = (
    " như sau:\n",
    " chuyển đổi số năm 2025 trên địa bàn xã như sau:\n",
    " thực hiện với các nội dung cụ thể như sau:\n",
    " năm 2025, như sau:\n",
)
TITLES = ("", "KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM 2025\n", "KẾ HOẠCH CHUYỂN ĐỔI SỐ\nNĂM 2025 TRÊN ĐỊA BÀN XÃ\n\n")
BODY = "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nNâng cao nhận thức của người dân.\n"


def papers() -> Iterator[tuple[str, str, str]]:
    for (opener, predicate), what, sign, who in product(OPENERS.items(), CARRIED, SIGNS, WHO):
        yield f"{opener} {what}{sign}{who} xây dựng Kế hoạch như sau:\n{BODY}", "Kế hoạch", predicate
    for makes, (kind, name), about, title in product(MAKES, KINDS.items(), ABOUT, TITLES):
        text = f"{title}Thực hiện {CARRIED[0]}, {WHO[0]} {makes} {kind}{about}{BODY}"
        yield text, "Kế hoạch" if title else name, "implements"


@pytest.mark.parametrize(("text", "kind", "predicate"), list(papers()))
def test_the_first_sentence_says_what_the_text_is(text: str, kind: str, predicate: str) -> None:
    found = read(text)
    source = next(document for document in found.documents if document.is_source)
    assert found.acts
    assert source.type == kind
    said = {(r.subject, r.predicate) for r in found.relations if r.predicate not in ("cites", "issued_by")}
    assert said == {(source.id, predicate)}


@pytest.mark.parametrize(
    "ends", ["các nội dung sau:", "các nội dung cụ thể sau:", "nội dung cụ thể sau:", "những nội dung sau:"]
)
def test_other_words_that_lead_to_the_points(ends: str) -> None:
    found = read(f"Thực hiện {CARRIED[0]}, {WHO[0]} xây dựng kế hoạch năm 2025 với {ends}\n{BODY}")
    assert found.acts
    assert [r.predicate for r in found.relations if r.predicate not in ("cites", "issued_by")] == ["implements"]


TOLD = (
    "{}, UBND xã Hòa Tiến đã xây dựng Kế hoạch như sau:\n",
    "{}, UBND xã Hòa Tiến vừa ban hành Kế hoạch chuyển đổi số như sau:\n",
    "{}, UBND xã Hòa Tiến sẽ xây dựng Kế hoạch như sau:\n",
    "{}, UBND xã Hòa Tiến ban hành Kế hoạch số 45/KH-UBND như sau:\n",
    "{}, ngày 20/3/2025, UBND xã Hòa Tiến đã ban hành Kế hoạch số 45/KH-UBND với các nội dung như sau:\n",
    "{}, UBND xã Hòa Tiến ban hành Kế hoạch với một số nội dung chính như sau:\n",
    "{}, UBND xã Hòa Tiến ban hành Kế hoạch, trong đó nêu các nội dung chính sau:\n",
    "{}, UBND xã Hòa Tiến ban hành Kế hoạch. Nội dung cụ thể như sau:\n",
    "{}, UBND xã Hòa Tiến yêu cầu xây dựng Kế hoạch như sau:\n",
    "{}, UBND xã Hòa Tiến đề nghị các thôn như sau:\n",
    "{}, UBND xã Hòa Tiến ban hành Kế hoạch tuyên truyền.\n",
    "UBND xã Hòa Tiến vừa ban hành Kế hoạch. {}, UBND xã xây dựng Kế hoạch như sau:\n",
    "Kế hoạch chuyển đổi số của xã Hòa Tiến\n{}, UBND xã Hòa Tiến ban hành Kế hoạch như sau:\n",
    "UBND XÃ HÒA TIẾN BAN HÀNH KẾ HOẠCH\n{}, UBND xã Hòa Tiến ban hành Kế hoạch như sau:\n",
)


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("opener", ["Thực hiện", "Triển khai thực hiện", "Để thực hiện"])
def test_an_article_is_no_paper(told: str, opener: str) -> None:
    found = read(told.format(f"{opener} {CARRIED[0]}") + "1. Mục đích\nNâng cao nhận thức.\n")
    source = next(document for document in found.documents if document.is_source)
    assert not found.acts
    assert not [r for r in found.relations if r.subject == source.id and r.predicate == "implements"]
