"""Articles whose heading says what the sentence below it does ("Điều 1. Bãi bỏ văn bản⏎Bãi bỏ các văn bản sau:"): the
heading is no subject of the sentence, with and without a blank line between them."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

BASES = "Căn cứ Luật Giá;\n"
CIRCULAR = (
    f"BỘ TƯ PHÁP\nSố: 12/2021/TT-BTP\nTHÔNG TƯ\nBãi bỏ một số văn bản quy phạm pháp luật\n\n{BASES}"
    "Bộ trưởng Bộ Tư pháp ban hành Thông tư bãi bỏ một số văn bản.\n\n"
)
DECISION = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 12/2021/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc bãi bỏ các văn bản quy phạm pháp luật\n\n"
    f"{BASES}QUYẾT ĐỊNH:\n\n"
)
PAPERS = (
    (CIRCULAR, "Thông tư số {}/2008/TT-BTP ngày 25/8/2008 về công chứng", "{}/TT-BTP"),
    (DECISION, "Quyết định số {}/2008/QĐ-UBND ngày 25/8/2008 về phí", "{}/QĐ-UBND"),
)
HEADINGS = (
    "Bãi bỏ toàn bộ văn bản quy phạm pháp luật", "Bãi bỏ văn bản", "Bãi bỏ một số văn bản quy phạm pháp luật.",
    "Bãi bỏ toàn bộ 02 văn bản", "Bãi bỏ các văn bản", "Văn bản quy phạm pháp luật bị bãi bỏ toàn bộ",
    "Danh mục văn bản bãi bỏ", "Hiệu lực thi hành", "Bãi bỏ, thay thế văn bản", "Nội dung bãi bỏ",
    "Việc bãi bỏ văn bản",
)  # fmt: skip
LEADS = (
    "Bãi bỏ toàn bộ các văn bản quy phạm pháp luật sau đây:", "Bãi bỏ các văn bản sau:", "Bãi bỏ 02 văn bản sau đây:",
    "Hủy bỏ các văn bản sau:", "Nay bãi bỏ các văn bản sau đây:", "Bãi bỏ toàn bộ:", "Công bố bãi bỏ các văn bản sau:",
    "Các văn bản sau đây bị bãi bỏ:", "Các văn bản sau đây hết hiệu lực:",
)  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(("head", "document", "code"), PAPERS, ids=["circular", "decision"])
def test_a_list_below_a_heading(head: str, document: str, code: str, heading: str) -> None:
    right = {(code.format("12/2021"), "repeals", code.format(f"{n}/2008")) for n in ("02", "03")}
    for lead, line in product(LEADS, ("\n", "\n\n")):
        items = line.join(f"{n}. {document.format(f'0{n + 1}')}." for n in (1, 2))
        text = f"{head}Điều 1. {heading}{line}{lead}{line}{items}{line}Điều 2. Hiệu lực\n"
        assert stated(text) == right, text


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(("head", "document", "code"), PAPERS, ids=["circular", "decision"])
def test_one_document_below_a_heading(head: str, document: str, code: str, heading: str) -> None:
    right = {(code.format("12/2021"), "repeals", code.format("02/2008"))}
    for verb, line in product(("Bãi bỏ", "Bãi bỏ toàn bộ", "Hủy bỏ", "Nay bãi bỏ"), ("\n", "\n\n")):
        text = f"{head}Điều 1. {heading}{line}{verb} {document.format('02')}.{line}Điều 2. Hiệu lực\n"
        assert stated(text) == right, text
