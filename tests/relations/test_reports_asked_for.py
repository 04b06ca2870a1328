"""A report right below its head says which letter it answers ("Thực hiện Công văn …, UBND xã báo cáo như sau:"); what
it tells of others, and papers that it reviews, it does not carry out."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

HEAD = (
    "UBND XÃ NGHĨA ĐÀN\nSố: 12/BC-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    "Nghĩa Đàn, ngày 27 tháng 10 năm 2025\n\nBÁO CÁO\nKết quả chuyển đổi số năm 2025\n\n"
)
LETTERS = (
    "Công văn số 123/STTTT-CNTT",
    "Công văn số 123/STTTT-CNTT ngày 10/5/2025 của Sở Thông tin và Truyền thông",
    "Công văn số 123/STTTT-CNTT ngày 10/5/2025 của Sở Thông tin và Truyền thông về việc báo cáo kết quả chuyển đổi số",
)
ANSWERS = ("UBND xã báo cáo như sau:", "Ủy ban nhân dân xã báo cáo kết quả như sau:", "UBND xã xin báo cáo, cụ thể:")


def implemented(text: str) -> set[str | None]:
    found = extract(text)
    codes = {document.id: document.code for document in found.documents}
    sources = {document.id for document in found.documents if document.is_source}
    return {codes[r.object] for r in found.relations if r.predicate == "implements" and r.subject in sources}


@pytest.mark.parametrize(
    ("opening", "letter", "answer"),
    list(product(("Thực hiện", "Thực hiện yêu cầu tại", "Thực hiện chỉ đạo tại", "Để thực hiện"), LETTERS, ANSWERS)),
)
def test_a_report_answers_a_letter(opening: str, letter: str, answer: str) -> None:
    assert implemented(f"{HEAD}{opening} {letter}, {answer}\n1. Kết quả.\n") == {"123/STTTT-CNTT"}


@pytest.mark.parametrize(
    "body",
    [
        "Theo đề nghị tại {}, UBND xã báo cáo như sau:\n1. Kết quả.",
        "1. Tình hình\nThực hiện {}, các thôn đã triển khai nhiều nội dung.",
        "1. Tình hình\nUBND xã đã nhận được {}.\n2. Kết quả.",
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, UBND xã báo cáo như sau:\n1. Kết quả.",
    ],
)
def test_what_a_report_does_not_carry_out(body: str) -> None:
    assert implemented(HEAD + body.format(LETTERS[1]) + "\n") == set()
