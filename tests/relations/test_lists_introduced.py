"""Lists: whatever introduces them and however their members are set, each member is ended, replaced, changed; lists of
what is to be applied or reported end nothing."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

OWN = "Quyết định 12/2026/QĐ-UBND"
HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG NAI\n\nQUYẾT ĐỊNH\nVề phí và lệ phí\n\nCăn cứ Hiến pháp;\n\nQUYẾT ĐỊNH:\n\n"
    "Điều 1. Phạm vi điều chỉnh\n\nQuyết định này quy định phí.\n\n"
)
TAIL = "\n\nĐiều 3. Tổ chức thực hiện\n\nChánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.\n"
A = "[a|Quyết định số 45/2012/QĐ-UBND] ngày 10 tháng 8 năm 2012 của Ủy ban nhân dân tỉnh về phí"
B = "[b|Quyết định số 46/2013/QĐ-UBND] ngày 11 tháng 8 năm 2013 về giá đất, giá nước"
C = "[c|Quyết định số 7/2014/QĐ-UBND] ngày 12 tháng 8 năm 2014 ban hành Quy chế phối hợp"
NUMBERED = f"\n\n1. {A}.\n\n2. {B}.\n\n3. {C}."
ROWS = f"\n1. {A};\n2. {B};\n3. {C}."
LETTERED = f"\na) {A};\nb) {B};\nc) {C}."
DASHED = f"\n- {A};\n- {B};\n- {C}."
PLUS = f"\n+ {A}.\n+ {B}.\n+ {C}."
PLAIN = f"\n\n{A}.\n\n{B}.\n\n{C}."
LINES = f"\n{A};\n{B};\n{C}."
SLASHED = f"\n1/ {A}.\n2/ {B}.\n3/ {C}."
BRACKETED = f"\n(1) {A};\n(2) {B};\n(3) {C}."
DECIMAL = f"\n2.1. {A}.\n2.2. {B}.\n2.3. {C}."
TABLE = f"\n\n| TT | Văn bản |\n|---|---|\n| 1 | {A} |\n| 2 | {B} |\n| 3 | {C} |"
PAGED = f"\n\n1. {A}.\n\n17\n\n2. {B}.\n\n2 CÔNG BÁO/Số 242/Ngày 22-04-2026\n\n3. {C}."


def each(predicate: str, part: str = "") -> str:
    return "\n".join(f"self {predicate} {key}{part}" for key in "abc")


# the article with its list, what must be found
LISTS = [
    # repeals
    ("Điều 2. Bãi bỏ các Quyết định sau đây:" + NUMBERED, each("repeals")),
    ("Điều 2. Bãi bỏ các văn bản quy phạm pháp luật sau:" + LETTERED, each("repeals")),
    ("Điều 2. Bãi bỏ toàn bộ 03 văn bản do Ủy ban nhân dân tỉnh Đồng Nai ban hành, gồm:" + DASHED, each("repeals")),
    ("Điều 2. Bãi bỏ văn bản quy phạm pháp luật\n\nBãi bỏ toàn bộ các Quyết định dưới đây:" + PLAIN, each("repeals")),
    ("Điều 2. Bãi bỏ toàn bộ các văn bản sau đây:" + TABLE, each("repeals")),
    ("Điều 2. Bãi bỏ toàn bộ các văn bản sau đây" + NUMBERED, each("repeals")),
    ("Điều 2. Bãi bỏ các quyết định" + ROWS, each("repeals")),
    ("Điều 2. Bãi bỏ các Quyết định sau:" + PLUS, each("repeals")),
    ("Điều 2. Bãi bỏ các Quyết định sau:" + LINES, each("repeals")),
    ("Điều 2. Bãi bỏ các Quyết định sau:" + BRACKETED, each("repeals")),
    ("Điều 2. Bãi bỏ các Quyết định sau:" + PAGED, each("repeals")),
    ("Điều 2. Hủy bỏ các Quyết định sau đây của Ủy ban nhân dân tỉnh:" + LETTERED, each("repeals")),
    ("Điều 2.- Bãi bỏ các Quyết định sau:" + NUMBERED, each("repeals")),
    ("Điều 2 - Bãi bỏ các Quyết định sau:" + DASHED, each("repeals")),
    ("Điều 2: Nay bãi bỏ các Quyết định sau:" + ROWS, each("repeals")),
    ("Điều 2. Nay bãi bỏ các Quyết định sau đây:" + SLASHED, each("repeals")),
    ("Điều 2. Từ nay bãi bỏ các văn bản sau:" + DASHED, each("repeals")),
    ("Điều 2.\nBãi bỏ các Quyết định sau:" + NUMBERED, each("repeals")),
    ("Điều 2. Các văn bản sau đây\nhết hiệu lực:" + LETTERED, each("repeals")),
    ("Điều 2. Hiệu lực thi hành\n\n2. Quyết định này bãi bỏ toàn bộ các Quyết\nđịnh sau:" + LETTERED, each("repeals")),
    ("Điều 2. Hiệu lực thi hành\n\n1. Quyết định này có hiệu lực từ ngày ký.\n\n2. Bãi bỏ các Quyết định sau đây:" + DECIMAL, each("repeals")),
    ("Điều 2. Hiệu lực thi hành\n\n2. Các văn bản sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành:" + LETTERED, each("repeals")),
    ("Điều 2. Hiệu lực thi hành\n\n2. Kể từ ngày Quyết định này có hiệu lực, các Quyết định sau đây hết hiệu lực thi hành:" + DASHED, each("repeals")),
    ("Điều 2. Kể từ ngày Quyết định này có hiệu lực, bãi bỏ các quyết định có liên quan sau đây:" + NUMBERED, each("repeals")),
    ("Điều 2. Các Quyết định sau đây của Ủy ban nhân dân tỉnh hết hiệu lực thi hành toàn bộ:" + TABLE, each("repeals")),
    ("Điều 2. Bãi bỏ các văn bản sau đây thuộc lĩnh vực y tế, giáo dục, cụ thể như sau:" + NUMBERED, each("repeals")),
    ("Điều 2. Bãi bỏ toàn bộ Quyết định của Ủy ban nhân dân tỉnh theo danh mục sau:" + TABLE, each("repeals")),
    ("Điều 2. Quyết định này có hiệu lực từ ngày ký và bãi bỏ các Quyết định sau:" + DASHED, each("repeals")),
    ("Điều 2. Bãi bỏ các văn bản sau:\n" + f"a) Bãi bỏ {A};\nb) Bãi bỏ {B};\nc) Bãi bỏ {C}.", each("repeals")),
    ("Điều 2. Bãi bỏ:" + ROWS, each("repeals")),
    # replaces
    ("Điều 2. Quyết định này thay thế các văn bản sau:" + NUMBERED, each("replaces")),
    ("Điều 2. Hiệu lực\n\n2. Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2026 và thay thế các Quyết định:" + LETTERED, each("replaces")),
    ("Điều 2. Quyết định này thay thế cho các Quyết định sau đây của Ủy ban nhân dân tỉnh:" + TABLE, each("replaces")),
    ("Điều 2. Quyết định này có hiệu lực kể từ ngày ký, thay thế:" + DASHED, each("replaces")),
    # changes, suspends
    ("Điều 2. Sửa đổi, bổ sung một số điều của các Quyết định sau đây:" + NUMBERED, each("amends", " (part)")),
    ("Điều 2. Bãi bỏ một phần các Quyết định sau:" + DASHED, each("amends", " (part)")),
    ("Điều 2. Ngưng hiệu lực thi hành các Quyết định sau đây:" + LETTERED, each("suspends")),
    ("Điều 2. Đính chính các văn bản sau:" + NUMBERED, each("corrects")),
    # parts and wholes in one list
    ("Điều 2. Các quy định sau đây hết hiệu lực:\n" + f"a) Khoản 2 Điều 3 {A};\nb) {B};\nc) Điều 5, Điều 6 {C}.", "self amends a (part)\nself repeals b\nself amends c (part)"),
    # two lists under one heading
    (f"Điều 2. Hiệu lực thi hành\n\n1. Bãi bỏ các Quyết định sau:\na) {A};\nb) {B}.\n\n2. Quyết định này thay thế các Quyết định sau:\na) {C}.", "self repeals a\nself repeals b\nself replaces c"),
    # no end of anything
    ("Điều 2. Áp dụng các văn bản sau:" + NUMBERED, ""),
    ("Điều 2. Tiếp tục áp dụng các văn bản sau đây cho đến khi bãi bỏ:" + NUMBERED, ""),
    ("Điều 2. Việc thu phí thực hiện theo các Quyết định sau:" + LETTERED, ""),
    ("Điều 2. Danh mục văn bản được rà soát, gồm:" + TABLE, ""),
    ("Điều 2. Giao Sở Tư pháp rà soát, đề xuất bãi bỏ các Quyết định sau:" + DASHED, ""),
    ("Điều 2. Không bãi bỏ các Quyết định sau:" + DASHED, ""),
    (f"Điều 2. Bãi bỏ Quy chế thi đua.\n\nĐiều 3. Áp dụng các văn bản sau:\n1. {A};\n2. {B};\n3. {C}.", ""),
    ("Điều 2. Từ nay đến hết năm 2026, áp dụng các văn bản sau:" + NUMBERED, ""),
    # what an item says itself counts before what its heading says
    (f"Điều 4. Bãi bỏ, thay thế một số quy định\n1. Bãi bỏ Điều 8 {A}.\n2. {B} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "self amends a (part)\nself repeals b"),
    (f"Điều 4. Sửa đổi, bãi bỏ một số quy định\n1. {A} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.\n2. Bãi bỏ {B}.", "self repeals a\nself repeals b"),
    # other words for an end
    ("Điều 2. Hiệu lực\n\n2. Kể từ ngày Quyết định này có hiệu lực, các văn bản sau đây không còn được áp dụng:" + LETTERED, each("repeals")),
    ("Điều 2. Kể từ ngày Quyết định này có hiệu lực, những văn bản liệt kê dưới đây không còn giá trị áp dụng:" + NUMBERED, each("repeals")),
    ("Điều 2. Quyết định này có hiệu lực kể từ ngày ký; những văn bản sau đây thôi áp dụng:" + SLASHED, each("repeals")),
    ("Điều 2. Tuyên bố hết hiệu lực các quyết định nêu tại danh mục sau:" + TABLE, each("repeals")),
    # words before the verb that only say of what or why
    ("Điều 2. Hiệu lực\n\n2. Ngoài ra, bãi bỏ các quyết định không còn phù hợp với pháp luật hiện hành, cụ thể:" + LETTERED, each("repeals")),
    ("Điều 2. Thống nhất bãi bỏ các quyết định sau đây:" + NUMBERED, each("repeals")),
    ("Điều 2. Đối với lĩnh vực phí, bãi bỏ các quyết định sau đây:" + DASHED, each("repeals")),
    ("Điều 2. Để thống nhất trong áp dụng văn bản, bãi bỏ các quyết định sau đây:" + DASHED, each("repeals")),
    # a heading in the passive without a colon, the whole or a part
    ("Điều 2. Kể từ ngày Quyết định này có hiệu lực thi hành, toàn bộ các văn bản nêu trong bảng dưới đây được bãi bỏ" + TABLE, each("repeals")),
    ("Điều 2. Bãi bỏ toàn bộ hoặc một phần các quyết định dưới đây:\n" + f"a) {A};\nb) Điều 5 {B};\nc) {C}.", "self repeals a\nself amends b (part)\nself repeals c"),
    # small Roman numbers
    (f"Điều 2. Bãi bỏ các Quyết định sau:\n(i) {A};\n(ii) {B};\n(iii) Khoản 1, khoản 3 Điều 2 {C}.", "self repeals a\nself repeals b\nself amends c (part)"),
    # what is left of a document, said in an aside or between commas
    ("Điều 2. Quyết định này thay thế các Quyết định: [a|Quyết định số 45/2012/QĐ-UBND] (trừ Điều 3); [b|Quyết định số 46/2013/QĐ-UBND].", "self amends a (part)\nself replaces b"),
    ("Điều 2. [a|Quyết định số 45/2012/QĐ-UBND], trừ Điều 3, hết hiệu lực từ ngày Quyết định này có hiệu lực.", "self amends a (part)"),
    ("Điều 2. [a|Quyết định số 45/2012/QĐ-UBND] (trừ khoản 2 Điều 3) hết hiệu lực từ ngày Quyết định này có hiệu lực.", "self amends a (part)"),
    # words that take the place of words, with documents in them
    ("Điều 2. Thay cụm từ “[c|Nghị định số 10/2015/NĐ-CP]” bằng cụm từ “[d|Nghị định số 10/2019/NĐ-CP]” tại Điều 2 [a|Quyết định số 45/2012/QĐ-UBND].", "self amends a (part)"),
    # what was issued by a document ends, not the document
    ("Điều 2. Giấy phép cấp theo [a|Quyết định số 45/2012/QĐ-UBND] hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", ""),
    # no end of anything
    ("Điều 2. Trách nhiệm\n\n1. Rà soát, bãi bỏ các quyết định sau:" + DASHED, ""),
    ("Điều 2. Để thống nhất, Sở Tư pháp rà soát, bãi bỏ các quyết định sau:" + DASHED, ""),
    # a verb of an item is no member of what its heading does
    ("Điều 2. Sửa đổi, bổ sung các quy định sau:\n1. Người hành nghề thực hiện theo [a|Quyết định số 45/2012/QĐ-UBND] và thay thế hồ sơ quy định tại [b|Quyết định số 46/2013/QĐ-UBND].", ""),
]  # fmt: skip


@pytest.mark.parametrize(("article", "facts_listed"), LISTS)
def test_members_of_a_list(article: str, facts_listed: str) -> None:
    assert facts(OWN, HEAD + article + TAIL) == expected(facts_listed)
