"""The body says what becomes of the documents, an annex lists them."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

OWN = "Quyết định 12/2024/QĐ-UBND"
HEAD = "ỦY BAN NHÂN DÂN\nTỈNH BẮC GIANG\n\nQUYẾT ĐỊNH\nVề văn bản\n\nCăn cứ Hiến pháp;\n\n"
CLOSING = (
    "\n\nĐiều 2. Quyết định này có hiệu lực từ ngày 01/4/2024.\n\nĐiều 3. Chánh Văn phòng chịu trách nhiệm thi hành "
    "Quyết định này./.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n\n"
)
NOTE = "(Kèm theo [self|Quyết định số 12/2024/QĐ-UBND] ngày 20 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh)\n\n"
A = "[a|Quyết định số 15/2015/QĐ-UBND] ngày 10/3/2015 về công viên theo [x|Nghị định số 64/2010/NĐ-CP]"
B = "[b|Quyết định số 22/2018/QĐ-UBND] ngày 05/6/2018 sửa đổi, bổ sung [c|Quyết định số 11/2014/QĐ-UBND]"
ITEMS = f"I. Lĩnh vực xây dựng\n1. {A}.\n2. {B}.\n"
TABLE = f"| TT | Tên văn bản | Ghi chú |\n|---|---|---|\n| 1 | {A} | Thay thế bởi [y|Nghị quyết số 5/2023/NQ-HĐND] |\n| 2 | {B} | [z|Nghị định số 5/2020/NĐ-CP] |\n"
ANNEX = "PHỤ LỤC\nDANH MỤC VĂN BẢN QUY PHẠM PHÁP LUẬT\n" + NOTE
LIST = "DANH MỤC\nVăn bản quy phạm pháp luật\n" + NOTE
TWO = f"Phụ lục I\nDANH MỤC VĂN BẢN BÃI BỎ TOÀN BỘ\n{NOTE}1. {A}.\n\nPhụ lục II\nDANH MỤC VĂN BẢN BÃI BỎ MỘT PHẦN\n{NOTE}1. Điều 3 [d|Quyết định số 31/2019/QĐ-UBND] ngày 01/7/2019.\n"
BOTH = "self repeals a\nself repeals b\nb amends c"
NONE = "b amends c"
REMARK = "\ny replaces a"  # the last cell of a row

# what the body says, the annex, what must be found
LISTS = [
    ("Bãi bỏ 02 Quyết định của Ủy ban nhân dân tỉnh (có Danh mục kèm theo).", ANNEX + ITEMS, BOTH),
    ("Bãi bỏ toàn bộ các văn bản quy phạm pháp luật do Ủy ban nhân dân tỉnh ban hành tại Phụ lục ban hành kèm theo Quyết định này.", ANNEX + TABLE, BOTH + REMARK),
    ("Bãi bỏ 02 văn bản quy phạm pháp luật của Ủy ban nhân dân tỉnh, chi tiết theo Danh mục đính kèm Quyết định này.", LIST + ITEMS, BOTH),
    ("Quyết định này bãi bỏ các Quyết định của Ủy ban nhân dân tỉnh tại Phụ lục kèm theo.", ANNEX + TABLE, BOTH + REMARK),
    ("Các văn bản quy phạm pháp luật tại Danh mục ban hành kèm theo Quyết định này hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", LIST + TABLE, BOTH + REMARK),
    ("Quyết định này thay thế các văn bản nêu tại Danh mục kèm theo Quyết định này.", LIST + ITEMS, BOTH.replace("repeals", "replaces")),
    ("Bãi bỏ một phần các văn bản tại Phụ lục ban hành kèm theo Quyết định này.", ANNEX + ITEMS, "self amends a (part)\nself amends b (part)\nb amends c"),
    (
        "Bãi bỏ văn bản\n1. Bãi bỏ toàn bộ các văn bản tại Phụ lục I ban hành kèm theo Quyết định này.\n2. Bãi bỏ một phần các văn bản tại Phụ lục II ban hành kèm theo Quyết định này.",
        TWO, "self repeals a\nself amends d (part)",
    ),
    # no end of these documents
    ("Bãi bỏ các thủ tục hành chính tại Phụ lục ban hành kèm theo Quyết định này.", ANNEX + TABLE, NONE + REMARK),
    ("Công bố Danh mục văn bản quy phạm pháp luật hết hiệu lực năm 2023 (Phụ lục kèm theo).", ANNEX + TABLE, NONE + REMARK),
    ("Phê duyệt kết quả rà soát; kiến nghị bãi bỏ các văn bản tại Phụ lục kèm theo Quyết định này.", ANNEX + TABLE, NONE + REMARK),
    ("Giao Sở Tư pháp rà soát, trình bãi bỏ các văn bản tại Phụ lục kèm theo.", ANNEX + ITEMS, NONE),
    ("Bãi bỏ [d|Quyết định số 9/2011/QĐ-UBND] và Danh mục kèm theo.", ANNEX + TABLE, "self repeals d\nb amends c" + REMARK),
]  # fmt: skip


@pytest.mark.parametrize(("article", "annex", "facts_listed"), LISTS)
def test_what_an_annex_lists(article: str, annex: str, facts_listed: str) -> None:
    assert facts(OWN, HEAD + "Điều 1. " + article + CLOSING + annex) == expected(facts_listed)
