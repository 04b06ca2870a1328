"""Decisions that repeal what a register in their annex lists: its columns are no record of the decision itself."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\nSố: 25/2020/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc bãi bỏ các văn bản quy phạm pháp luật\n\n"
    "Căn cứ Luật Giá số 11/2012/QH13;\n{more}QUYẾT ĐỊNH:\nĐiều 1. {says}\n"
    "Điều 2. Quyết định này có hiệu lực từ ngày 10/7/2020.\n\n"
)
SAYS = (
    "Bãi bỏ 02 văn bản quy phạm pháp luật của UBND tỉnh (có danh mục kèm theo).",
    "Bãi bỏ toàn bộ 02 văn bản quy phạm pháp luật theo Danh mục kèm theo Quyết định này.",
    "Bãi bỏ các văn bản quy phạm pháp luật tại Phụ lục ban hành kèm theo Quyết định này.",
    "Bãi bỏ 02 văn bản quy phạm pháp luật (chi tiết tại Phụ lục kèm theo).",
)
ANNEXES = (
    "DANH MỤC\nVĂN BẢN BỊ BÃI BỎ\n", "DANH MỤC VĂN BẢN BÃI BỎ\n", "PHỤ LỤC\nDANH MỤC VĂN BẢN BỊ BÃI BỎ\n",
    "PHỤ LỤC\nVĂN BẢN BỊ BÃI BỎ\n", "DANH MỤC\nCÁC VĂN BẢN HẾT HIỆU LỰC\n", "PHỤ LỤC\nVĂN BẢN ĐƯỢC SỬA ĐỔI, BÃI BỎ\n",
)  # fmt: skip
KEPT = "(Kèm theo Quyết định số 25/2020/QĐ-UBND ngày 01/7/2020 của UBND tỉnh)\n"
OLD = ("11/2005/QĐ-UBND", "12/2006/QĐ-UBND")
TABLES = (
    "| STT | Số, ký hiệu văn bản | Trích yếu |\n|---|---|---|\n"
    "| 1 | Quyết định số {} ngày 02/3/2005 | Về quản lý chợ |\n| 2 | Quyết định số {} ngày 03/4/2006 | Về phí |\n",
    "| STT | Tên loại | Số, ký hiệu | Ngày ban hành | Trích yếu nội dung |\n|---|---|---|---|---|\n"
    "| 1 | Quyết định | {} | 02/3/2005 | Về quản lý chợ |\n| 2 | Quyết định | {} | 03/4/2006 | Về phí |\n",
    "STT\nSố, ký hiệu văn bản\nTrích yếu\n1\nQuyết định số {} ngày 02/3/2005\nVề việc quản lý chợ\n"
    "2\nQuyết định số {} ngày 03/4/2006\nVề phí\n",
    "1. Quyết định số {} ngày 02/3/2005 về quản lý chợ\n2. Quyết định số {} ngày 03/4/2006 về phí\n",
)
MORE = (
    "",
    "Theo đề nghị của Giám đốc Sở Tư pháp,\n",
    "".join(f"Căn cứ Nghị định số {n}/2016/NĐ-CP;\n" for n in range(1, 10)),
)


@pytest.mark.parametrize("table", TABLES, ids=["three", "five", "lines", "items"])
@pytest.mark.parametrize("says", SAYS)
def test_what_the_register_lists_is_repealed(says: str, table: str) -> None:
    own = "25/2020/QĐ-UBND"
    for annex, more in product(ANNEXES, MORE):
        text = HEAD.format(more=more, says=says) + annex + KEPT + table.format(*OLD)
        assert stated(text) == {(own, "repeals", old) for old in OLD}, text
        bases = {(own, "based_on", "11/2012/QH13")} | {
            (own, "based_on", f"{n}/2016/NĐ-CP") for n in range(1, 10 if "Căn cứ" in more else 1)
        }
        assert stated(text, of=("based_on",)) == bases, text
