"""An article, a bulletin, an answer on a site tells what documents do: it does nothing itself."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest

from graph import extract

SENTENCES = [
    (
        "BẢN TIN VĂN BẢN MỚI\n1. Nghị định số 168/2025/NĐ-CP ngày 30/6/2025 của Chính phủ về đăng ký doanh nghiệp\n"
        "Nghị định có hiệu lực kể từ ngày 01/7/2025 và thay thế Nghị định số 01/2021/NĐ-CP ngày 04/01/2021.\n"
        "2. Thông tư số 68/2025/TT-BTC ngày 01/7/2025 của Bộ trưởng Bộ Tài chính ban hành biểu mẫu\n"
        "Thông tư này có hiệu lực từ ngày ký. Thông tư số 02/2023/TT-BKHĐT ngày 18/4/2023 và Thông tư số 01/2021/TT-BKHĐT "
        "hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        {
            ("168/2025/NĐ-CP", "replaces", "01/2021/NĐ-CP"),
            ("68/2025/TT-BTC", "repeals", "02/2023/TT-BKHĐT"),
            ("68/2025/TT-BTC", "repeals", "01/2021/TT-BKHĐT"),
        },
    ),
    (
        "Hỏi: Công ty tôi áp dụng luật nào?\nTrả lời:\nBộ luật Lao động số 45/2019/QH14 có hiệu lực từ ngày 01/01/2021 và "
        "Bộ luật Lao động số 10/2012/QH13 hết hiệu lực kể từ ngày Bộ luật này có hiệu lực thi hành.",
        {("45/2019/QH14", "repeals", "10/2012/QH13")},
    ),
    (
        "Hỏi: mức đóng bảo hiểm?\nNay Nghị định 158/2025/NĐ-CP ngày 25/6/2025 quy định chi tiết một số điều của Luật Bảo hiểm "
        "xã hội số 41/2024/QH15 về bảo hiểm xã hội bắt buộc đã thay thế Nghị định 115/2015/NĐ-CP.",
        {("158/2025/NĐ-CP", "guides", "41/2024/QH15"), ("158/2025/NĐ-CP", "replaces", "115/2015/NĐ-CP")},
    ),
    # what an item is about does what stands below
    (
        "BẢN TIN VĂN BẢN MỚI\n3. Quyết định số 25/2025/QĐ-TTg ngày 22/7/2025 của Thủ tướng Chính phủ về phí\n"
        "a) Bãi bỏ Quyết định số 08/2015/QĐ-TTg ngày 09/3/2015; Quyết định số 29/2017/QĐ-TTg ngày 03/7/2017.\n"
        "b) Bãi bỏ Điều 5 Quyết định số 14/2018/QĐ-TTg.",
        {
            ("25/2025/QĐ-TTg", "repeals", "08/2015/QĐ-TTg"),
            ("25/2025/QĐ-TTg", "repeals", "29/2017/QĐ-TTg"),
            ("25/2025/QĐ-TTg", "amends", "14/2018/QĐ-TTg"),
        },
    ),
    ("BẢN TIN\nBãi bỏ Quyết định số 08/2015/QĐ-TTg ngày 09/3/2015.", set()),
    # a comma between two statements: what has a later number was not replaced by an earlier one
    (
        "Điểm mới\nNghị định 10/2025/NĐ-CP thay thế Nghị định 09/2015/NĐ-CP, Nghị định 11/2025/NĐ-CP sửa đổi Nghị định 12/2020/NĐ-CP.",
        {("10/2025/NĐ-CP", "replaces", "09/2015/NĐ-CP"), ("11/2025/NĐ-CP", "amends", "12/2020/NĐ-CP")},
    ),
    # the paper by which a body acts
    (
        "Điểm mới\nTại Thông tư 30/2025/TT-BTC, Bộ Tài chính đã bãi bỏ Thông tư 12/2021/TT-BTC và Thông tư 13/2021/TT-BTC.",
        {("30/2025/TT-BTC", "repeals", "12/2021/TT-BTC"), ("30/2025/TT-BTC", "repeals", "13/2021/TT-BTC")},
    ),
    ("Điểm mới\nTại Thông tư 30/2025/TT-BTC, Bộ Tài chính đề nghị bãi bỏ Thông tư 12/2021/TT-BTC.", set()),
    ("Điểm mới\nTheo Thông tư 30/2025/TT-BTC, Bộ Tài chính sẽ bãi bỏ Thông tư 12/2021/TT-BTC.", set()),
    # of whom "Thông tư này" speaks is not said
    ("Quy định mới về thuế\nThông tư số 01/2021/TT-BTC hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", set()),
    ("Quy định mới về thuế\nThông tư số 01/2021/TT-BTC hết hiệu lực từ 01/7/2025.", set()),
]


@pytest.mark.parametrize(("article", "stated"), SENTENCES)
def test_what_an_article_tells(article: str, stated: set[tuple[str, str, str]]) -> None:
    found = extract(article)
    codes = {document.id: document.code for document in found.documents}
    told = {
        (codes[r.subject], r.predicate, codes[r.object])
        for r in found.relations
        if r.predicate not in ("cites", "issued_by")
    }
    assert told == stated


def test_a_submission_says_what_its_draft_will_do() -> None:
    text = (
        "BỘ XÂY DỰNG\nSố: 88/TTr-BXD\n\nTỜ TRÌNH\nVề dự thảo Nghị định sửa đổi Nghị định số 100/2024/NĐ-CP\n\nKính gửi: Chính phủ\n\n"
        "Dự thảo Nghị định gồm 3 Điều:\n- Điều 2: Bãi bỏ Điều 11 Nghị định số 192/2025/NĐ-CP;\n"
        "- Điều 3: Hiệu lực thi hành. Nghị định này thay thế Nghị định số 49/2021/NĐ-CP.\n"
    )
    assert not [r for r in extract(text).relations if r.predicate in ("replaces", "repeals", "amends")]
