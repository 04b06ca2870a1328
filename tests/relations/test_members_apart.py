"""Lists whose members differ from what introduces them: documents of a class that is told by what they do to another
one, and whole documents beside numbered parts of one."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

OWN = "Thông tư 12/2026/TT-BTC"
HEAD = (
    "BỘ TÀI CHÍNH\n\nTHÔNG TƯ\nQuy định về phí\n\nCăn cứ Hiến pháp;\n\n"
    "Điều 1. Phạm vi điều chỉnh\n\nThông tư này quy định phí.\n\nĐiều 2. "
)
TAIL = "\n\nĐiều 3. Tổ chức thực hiện\n\nChánh Văn phòng chịu trách nhiệm thi hành Thông tư này./.\n"
A = "[a|Thông tư số 45/2012/TT-BTC]"
B = "[b|Thông tư số 46/2013/TT-BTC] ngày 11 tháng 8 năm 2013"
C = "[c|Thông tư số 47/2014/TT-BTC]"
BOTH_AMEND = "b amends a\nc amends a\n"
ENDED = "self repeals b\nself repeals c\n"
REPLACED = "self replaces b\nself replaces c\n"

# the sentence, what must be found
CLASSES = [
    (f"Bãi bỏ {A} ngày 10 tháng 8 năm 2012 về phí và các văn bản sửa đổi, bổ sung {A} gồm: {B}, {C}.", BOTH_AMEND + ENDED + "self repeals a"),
    (f"Thông tư này thay thế {A} và các văn bản sửa đổi, bổ sung {A}: {B}, {C}.", BOTH_AMEND + REPLACED + "self replaces a"),
    (f"Thông tư này thay thế {A} và các Thông tư sửa đổi, bổ sung {A}, bao gồm:\na) {B};\nb) {C}.", BOTH_AMEND + REPLACED + "self replaces a"),
    (f"Thông tư này thay thế {A} và các Thông tư sửa đổi, bổ sung một số điều của {A}, bao gồm:\na) {B};\nb) {C}.", "b amends a (part)\nc amends a (part)\n" + REPLACED + "self replaces a"),
    (f"Bãi bỏ {A} và các Thông tư sửa đổi {A} ({B}, {C}).", BOTH_AMEND + ENDED + "self repeals a"),
    (f"Bãi bỏ các văn bản sửa đổi, bổ sung {A} gồm: {B}; {C}.", BOTH_AMEND + ENDED),
    (f"Thông tư này thay thế các Thông tư sửa đổi {A} sau đây:\n1. {B};\n2. {C}.", BOTH_AMEND + REPLACED),
    (f"Các văn bản sửa đổi, bổ sung {A} gồm: {B}; {C} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", BOTH_AMEND + ENDED),
    (f"{A}, các Thông tư sửa đổi, bổ sung {A}, bao gồm: {B}, {C} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", BOTH_AMEND + ENDED + "self repeals a"),
    (f"Các văn bản hướng dẫn [n|Nghị định số 45/2012/NĐ-CP] gồm: {B}, {C}.", "b guides n\nc guides n"),
    (f"Thông tư này thay thế các văn bản hướng dẫn [n|Nghị định số 45/2012/NĐ-CP] sau đây:\n1. {B};\n2. {C}.", "b guides n\nc guides n\n" + REPLACED),
    (f"Việc thu phí thực hiện theo {A} và các văn bản sửa đổi, bổ sung gồm: {B}, {C}.", BOTH_AMEND),
    # no member is named
    (f"Các văn bản sửa đổi, bổ sung {A} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", ""),
    (f"Bãi bỏ các văn bản sửa đổi, bổ sung {A}.", ""),
    ("Thông tư này thay thế các văn bản hướng dẫn [n|Nghị định số 45/2012/NĐ-CP].", ""),
]  # fmt: skip

N = "[a|Nghị quyết số 45/2012/NQ-HĐND]"
D = "[b|Chỉ thị số 3/2010/CT-UBND]"
PARTS = [
    (f"Bãi bỏ Mục 3 {N} ngày 10 tháng 8 năm 2012 và {D} ngày 1 tháng 2 năm 2010.", "self amends a (part)\nself repeals b"),
    (f"Bãi bỏ Điều 3 {A} và {B}.", "self amends a (part)\nself repeals b"),
    (f"Bãi bỏ Điều 3 và Điều 4 của {A}, {B}.", "self amends a (part)\nself repeals b"),
    (f"Bãi bỏ điểm a, điểm b khoản 2 Điều 3 {A}, {B} và Điều 4 {C}.", "self amends a (part)\nself repeals b\nself amends c (part)"),
    (f"Bãi bỏ Chương II Quy chế ban hành kèm theo {N} và {D}.", "self amends a (part)\nself repeals b"),
    (f"Bãi bỏ {D} và Mục 3 {N}.", "self amends a (part)\nself repeals b"),
    (f"Sửa đổi Điều 3 {A} và {B}.", "self amends a (part)\nself amends b (part)"),
    # the part is one of each
    (f"Bãi bỏ Điều 3 của các {A} và {B}.", "self amends a (part)\nself amends b (part)"),
    (f"Bãi bỏ một số điều của {A} và {B}.", "self amends a (part)\nself amends b (part)"),
    (f"Bãi bỏ cụm từ “phí” tại Điều 3 {A} và {B}.", "self amends a (part)\nself amends b (part)"),
    (f"Bãi bỏ quy định về phí tại Điều 3 {A} và {B}.", "self amends a (part)\nself amends b (part)"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "facts_listed"), [*CLASSES, *PARTS])
def test_members(sentence: str, facts_listed: str) -> None:
    assert facts(OWN, HEAD + sentence + TAIL) == expected(facts_listed)


# what is meant of a document, by words that mean other things as well
WORDS = [
    (f"Thay cụm từ “phí” bằng cụm từ “giá” tại Điều 2 {A}.", "self amends a (part)"),
    (f"Thay các cụm từ “phí”, “lệ phí” bằng cụm từ “giá” tại Điều 2 {A} và Điều 4 {B}.", "self amends a (part)\nself amends b (part)"),
    (f"Sửa cụm từ “phí” thành “giá” tại Điều 2 {A}.", "self amends a (part)"),
    (f"Bỏ cụm từ “cấp huyện” tại khoản 1 Điều 2 {A}.", "self amends a (part)"),
    (f"Thông tư này thay thế toàn bộ nội dung {A}.", "self replaces a"),
    (f"Bãi bỏ toàn bộ nội dung của {A} và {B}.", "self repeals a\nself repeals b"),
    (f"Bãi bỏ toàn bộ nội dung quy định tại Điều 3 {A}.", "self amends a (part)"),
    (f"Thu hồi {A}.", "self repeals a"),
    (f"Thu hồi, hủy bỏ {A}.", "self repeals a"),
    (f"Thu hồi và hủy bỏ các {A} và {B}.", "self repeals a\nself repeals b"),
    (f"Thu hồi các văn bản sau:\n1. {A};\n2. {B}.", "self repeals a\nself repeals b"),
    (f"Đình chỉ {A}.", "self suspends a"),
    (f"Tạm đình chỉ việc thi hành {A}.", "self suspends a"),
    (f"Thu hồi đất tại {A}.", ""),
    (f"Thu hồi giấy phép cấp theo {A}.", ""),
    (f"Đình chỉ công tác ông A theo {A}.", ""),
    (f"Bãi bỏ các quy định về đình chỉ hoạt động, giải thể trường cao đẳng quy định tại {A}.", "self amends a (part)"),
    (f"Sửa đổi một số điều của Quy định về bồi thường khi Nhà nước thu hồi đất ban hành kèm theo {A}.", "self amends a (part)"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "facts_listed"), WORDS)
def test_words_of_change(sentence: str, facts_listed: str) -> None:
    assert facts(OWN, HEAD + sentence + TAIL) == expected(facts_listed)
