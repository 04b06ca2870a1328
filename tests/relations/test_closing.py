"""Closing articles: what a text ends, replaces, changes; lists of dozens; parts."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from marked import expected, facts

OWN = "Quyết định 44/2025/QĐ-TTg"
HEAD = "QUYẾT ĐỊNH\nVề chính sách\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Phạm vi điều chỉnh\n\nQuyết định này quy định về chính sách.\n\n"

ARTICLES = [
    ("Điều 9. Quyết định này thay thế [a|Quyết định số 09/2023/QĐ-TTg] ngày 12/4/2023 của Thủ tướng Chính phủ quy định trình tự, thủ tục.", "self replaces a"),
    ("Điều 9. Quyết định này có hiệu lực kể từ ngày ký và thay thế cho [a|Quyết định số 09/2023/QĐ-TTg].", "self replaces a"),
    ("1. Quyết định này thay thế\ncác Quyết định sau đây:\na) [a|Quyết định số\n27/2009/QĐ-TTg] ngày 26 tháng 8 năm 2009 về việc quy định thời gian mở cửa;\nb) [b|Quyết định số 39/2019/QĐ-TTg] ngày 30 tháng 10 năm 2019.", "self replaces a\nself replaces b"),
    ("Điều 9. Quyết định này thay thế [a|Quyết định số 09/2023/QĐ-TTg] và bãi bỏ [b|Quyết định số 10/2023/QĐ-TTg] ngày 5 tháng 5 năm 2023.", "self replaces a\nself repeals b"),
    ("2. Bãi bỏ [a|Quyết định số 09/2023/QĐ-TTg]; [b|Quyết định số 10/2023/QĐ-TTg] và [c|Quyết định số 11/2023/QĐ-TTg].", "self repeals a\nself repeals b\nself repeals c"),
    # behind the document
    ("2. [a|Quyết định số 43/2022/QĐ-TTg] ngày 5/5/2022 hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.", "self repeals a"),
    ("2. [a|Quyết định số 43/2022/QĐ-TTg] và [b|Quyết định số 44/2022/QĐ-TTg] hết hiệu lực thi hành.", "self repeals a\nself repeals b"),
    ("2. [a|Quyết định số 43/2022/QĐ-TTg] hết hiệu lực kể từ ngày [b|Nghị định số 12/2024/NĐ-CP] có hiệu lực.", "b repeals a"),
    ("2. Kể từ ngày Quyết định này có hiệu lực, [a|Quyết định số 43/2022/QĐ-TTg] hết hiệu lực thi hành.", "self repeals a"),
    ("2. Kể từ ngày Quyết định này có hiệu lực thi hành, [a|Quyết định số 128/2020/QĐ-TTg] ngày 19 tháng 10 năm 2020 quy định xử phạt và Điều 2 [b|Quyết định số 102/2021/QĐ-TTg] ngày 16 tháng 11 năm 2021 hết hiệu lực thi hành.", "self repeals a\nself amends b (part)"),
    ("2. Các Quyết định sau đây hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành:\na) [a|Quyết định số 43/2022/QĐ-TTg] ngày 5/5/2022;\nb) [b|Quyết định số 44/2022/QĐ-TTg] ngày 6/5/2022.", "self repeals a\nself repeals b"),
    ("2. Các quy định sau đây hết hiệu lực từ ngày Quyết định này có hiệu lực:\na) [a|Quyết định số 43/2022/QĐ-TTg];\nb) Điều 2 [b|Quyết định số 44/2022/QĐ-TTg] sửa đổi một số điều của các Quyết định.", "self repeals a\nself amends b (part)"),
    # below a heading; what a title inside the list names is amended by that item, not ended by the text
    (
        "Điều 9. Bãi bỏ toàn bộ các văn bản sau\n\n1. [a|Quyết định số 12/2004/QĐ-TTg] ngày 7 tháng 6 năm 2004 về hội chợ.\n\n2. [b|Quyết định số 03/2005/QĐ-TTg] sửa đổi, bổ sung [a|Quyết định số 12/2004/QĐ-TTg] ngày 7 tháng 6 năm 2004.\n\n3. [c|Quyết định số 3/2006/QĐ-TTg].",
        "self repeals a\nself repeals b\nb amends a\nself repeals c",
    ),
    # parts
    ("2. Bãi bỏ Điều 5, khoản 2 Điều 7 của [a|Quyết định số 09/2023/QĐ-TTg].", "self amends a (part)"),
    ("2. Bãi bỏ một phần [a|Quyết định số 09/2023/QĐ-TTg].", "self amends a (part)"),
    ("2. Thay thế cụm từ “Sở Công Thương” bằng cụm từ “Sở Tài chính” tại Điều 3 [a|Quyết định số 09/2023/QĐ-TTg].", "self amends a (part)"),
    ("Điều 2. Sửa đổi, bổ sung khoản 1 Điều 3 [a|Quyết định số 09/2023/QĐ-TTg] như sau:", "self amends a (part)"),
    ("Điều 2. Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo [a|Quyết định số 09/2023/QĐ-TTg]", "self amends a (part)"),
    ("2. Bãi bỏ điều kiện kinh doanh về thiết lập website quy định tại Điều 52 [a|Quyết định số 52/2013/QĐ-TTg].", "self amends a (part)"),
    ("2. Thay thế toàn bộ Bảng giá đất tại [a|Quyết định số 30/2019/QĐ-TTg] và Phụ lục tại [b|Quyết định số 20/2023/QĐ-TTg] bằng các Phụ lục kèm theo.", "self amends a (part)\nself amends b (part)"),
    ("2. Nội dung Danh mục thủ tục tại số thứ tự 4, 5, 6 Mục I Phụ lục ban hành kèm theo [a|Quyết định số 1786/QĐ-TTg] ngày 28/10/2025 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "self amends a (part)"),
    # "C" is what A amended as well
    ("2. Bãi bỏ Điều 2 [a|Quyết định số 09/2023/QĐ-TTg] sửa đổi một số điều của [b|Quyết định số 10/2013/QĐ-TTg]; [c|Quyết định số 11/2014/QĐ-TTg].", "self amends a (part)\na amends b (part)\na amends c (part)"),
    ("2. Các thủ tục hành chính đã công bố tại các [a|Quyết định số 43/2022/QĐ-TTg], [b|Quyết định số 44/2022/QĐ-TTg] hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.", "self amends a (part)\nself amends b (part)"),
    # lines that end with a semicolon, the verb behind the last one
    ("Các thủ tục hành chính tương ứng đã công bố tại các\n[a|Quyết định số 3684/QĐ-TTg] ngày 27/12/2022;\n[b|Quyết định số 1647/QĐ-TTg] ngày 26/6/2023; [c|Quyết\nđịnh số 2302/QĐ-TTg] ngày 02/7/2025 hết\nhiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.", "self amends a (part)\nself amends b (part)\nself amends c (part)"),
    ("2. [a|Quyết định số 43/2022/QĐ-TTg] ngày 5/5/2022;\n[b|Quyết định số 44/2022/QĐ-TTg] ngày 6/5/2022\nhết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.", "self repeals a\nself repeals b"),
    ("[a|Quyết định số 43/2022/QĐ-TTg] ngày 5/5/2022;\n\n[b|Quyết định số 44/2022/QĐ-TTg] ngày 6/5/2022;\n\n[c|Quyết định số 45/2022/QĐ-TTg] ngày 6/5/2022 hết hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.", "self repeals a\nself repeals b\nself repeals c"),
    # parts of an annexed rule, and members of several kinds behind semicolons
    ("3. Điều 25 [a|Nghị định số 55/2024/NĐ-CP] ngày 16 tháng 5 năm 2024 quy định chi tiết một số điều của [l|Luật Bảo vệ quyền lợi người tiêu dùng]; Điều 48 và Phụ lục XIV ban hành kèm theo [b|Nghị định số 146/2025/NĐ-CP] ngày 12 tháng 6 năm 2025 chấm dứt hiệu lực kể từ ngày Quyết định này có hiệu lực thi hành.", "self amends a (part)\nself amends b (part)\na guides l"),
    ("3. [a|Quyết định số 71/2005/QĐ-TTg] về cho vay và [b|Quyết định số 15/2008/QĐ-TTg] về sửa đổi [a|Quyết định số 71/2005/QĐ-TTg]; Điều 4 và Phụ lục I ban hành kèm theo [c|Thông tư số 05/2014/TT-BTC] hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "self repeals a\nself repeals b\nb amends a\nself amends c (part)"),
    # "này" left out
    ("1. Quyết định có hiệu lực kể từ ngày ký ban hành, đồng thời thay thế các quyết định: [a|Quyết định 3526/QĐ-TTg] ngày 18/12/2018, [b|Quyết định số 800/QĐ-TTg] ngày 08/6/2011 và [c|Quyết định số 1995/QĐ-TTg] ngày 06/11/2024.", "self replaces a\nself replaces b\nself replaces c"),
    ("1. Quyết định có hiệu lực thi hành\nkể từ ngày ký\n- Bãi bỏ [a|Quyết định số 1374/QĐ-TTg]\nngày 30 tháng 6 năm 2025.", "self repeals a"),
    # so many procedures
    ("Điều 2. Quyết định này có hiệu lực kể từ ngày ký và thay thế ba (03) thủ tục hành chính (TTHC số thứ tự 03, 04, 05) được công bố tại [a|Quyết định số 1533/QĐ-TTg] ngày 22 tháng 10 năm 2025.", "self amends a (part)"),
    ("Điều 2. Quyết định này bãi bỏ hai mươi mốt thủ tục hành chính được công bố tại [a|Quyết định số 1533/QĐ-TTg].", "self amends a (part)"),
    ("2. Các nội dung về phí tại những [a|Quyết định số 43/2022/QĐ-TTg] và [b|Quyết định số 44/2022/QĐ-TTg] hết hiệu lực thi hành.", "self amends a (part)\nself amends b (part)"),
    # the text itself behind a passive
    ("Điều 9. [a|Quyết định số 09/2023/QĐ-TTg] ngày 10/3/2023 của Thủ tướng Chính phủ được thay thế bởi Quyết định này kể từ ngày 01/4/2025.", "self replaces a"),
    ("2. Các quyết định trước đây: [a|Quyết định số 09/2023/QĐ-TTg], [b|Quyết định số 10/2023/QĐ-TTg] được thay thế bằng Quyết định này.", "self replaces a\nself replaces b"),
    ("2. Điều 5 [a|Quyết định số 09/2023/QĐ-TTg] được sửa đổi, bổ sung tại Điều 1 Quyết định này.", "self amends a (part)"),
    ("2. Việc áp dụng [a|Quyết định số 09/2023/QĐ-TTg] do Bộ Tài chính hướng dẫn, được thay thế bằng văn bản khác theo Quyết định này.", ""),
    # other words for an end
    ("2. [a|Quyết định số 09/2023/QĐ-TTg] ngày 10/3/2023 không còn giá trị thực hiện kể từ ngày Quyết định này có hiệu lực.", "self repeals a"),
    ("2. Những quy định trước đây trái với Quyết định này đều bị bãi bỏ, trong đó có [a|Quyết định số 09/2023/QĐ-TTg].", "self repeals a"),
    # the provisions of one are not those of the next
    ("2. Bãi bỏ Điều 4, Điều 5 [a|Quyết định số 09/2023/QĐ-TTg]; khoản 2 Điều 9 [b|Quyết định số 10/2023/QĐ-TTg]; [c|Quyết định số 11/2023/QĐ-TTg].", "self amends a (part)\nself amends b (part)\nself repeals c"),
    ("2. Bãi bỏ một số điều của [a|Quyết định số 09/2023/QĐ-TTg]; [b|Quyết định số 10/2023/QĐ-TTg].", "self amends a (part)\nself amends b (part)"),
    ("2. Quyết định này thay thế Chương II, Chương III [a|Quyết định số 09/2023/QĐ-TTg] ngày 5 tháng 5 năm 2023 và toàn bộ [b|Quyết định số 10/2023/QĐ-TTg].", "self amends a (part)\nself replaces b"),
    # items that say nothing of their own, the verb behind the last one
    ("2. Kể từ ngày Quyết định này có hiệu lực:\na) [a|Quyết định số 09/2023/QĐ-TTg] ngày 10/3/2023;\nb) [b|Quyết định số 10/2023/QĐ-TTg] ngày 05/6/2023 hết hiệu lực thi hành.", "self repeals a\nself repeals b"),
    # what is taken out stays: only a part ends
    ("2. Bãi bỏ [a|Quyết định số 09/2023/QĐ-TTg] ngày 10/3/2023, trừ Điều 3 và khoản 2 Điều 4.", "self amends a (part)"),
    ("2. [a|Quyết định số 09/2023/QĐ-TTg] hết hiệu lực kể từ ngày Quyết định này có hiệu lực, trừ quy định tại Điều 4, Điều 5 tiếp tục có hiệu lực đến hết ngày 31/12/2025.", "self amends a (part)"),
    ("2. Quyết định này thay thế [a|Quyết định số 09/2023/QĐ-TTg], trừ trường hợp quy định tại Điều 5 Quyết định này.", "self replaces a"),
    ("2. Bãi bỏ [a|Quyết định số 09/2023/QĐ-TTg], trừ các hồ sơ đã nộp.", "self repeals a"),
    ("2. [a|Quyết định số 09/2023/QĐ-TTg] hết hiệu lực kể từ ngày Quyết định này có hiệu lực, trừ các chế độ quy định tại khoản 3 Điều này.", "self repeals a"),
    # when, not what
    ("2. Quyết định này thay thế trong thời gian tới [a|Quyết định số 09/2023/QĐ-TTg].", "self replaces a"),
    ("2. Quyết định này thay thế trong giai đoạn 2026 - 2030 [a|Quyết định số 09/2023/QĐ-TTg].", "self replaces a"),
    # what stays, what for
    ("2. Bãi bỏ [a|Quyết định số 09/2023/QĐ-TTg], giữ nguyên [b|Quyết định số 10/2023/QĐ-TTg].", "self repeals a"),
    ("2. Bãi bỏ [a|Quyết định số 09/2023/QĐ-TTg] để thực hiện thống nhất [b|Quyết định số 10/2022/QĐ-TTg].", "self repeals a"),
    ("2. Sửa đổi Điều 3 [a|Quyết định số 09/2023/QĐ-TTg]; các nội dung khác tại [b|Quyết định số 10/2023/QĐ-TTg] giữ nguyên.", "self amends a (part)"),
    ("2. [b|Quyết định số 10/2023/QĐ-TTg] được giữ nguyên hiệu lực, [a|Quyết định số 09/2023/QĐ-TTg] hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "self repeals a"),
    ("2. Bãi bỏ các Quyết định sau:\na) [a|Quyết định số 09/2023/QĐ-TTg];\nb) [b|Quyết định số 10/2023/QĐ-TTg] không thuộc phạm vi Điều này.", "self repeals a"),
    # procedures of several decisions
    ("2. Thủ tục hành chính thứ tự 1, 2 được công bố tại [a|Quyết định số 09/2023/QĐ-TTg] và [b|Quyết định số 10/2023/QĐ-TTg] bị bãi bỏ.", "self amends a (part)\nself amends b (part)"),
    ("2. Điều 3 [a|Quyết định số 09/2023/QĐ-TTg] và [b|Quyết định số 10/2023/QĐ-TTg] hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", "self amends a (part)\nself repeals b"),
    # in a bracket behind the day of effect
    ("Điều 9. Quyết định này có hiệu lực kể từ ngày ký (thay thế [a|Quyết định số 09/2023/QĐ-TTg] ngày 12/4/2023 và [b|Quyết định số 10/2023/QĐ-TTg] của Thủ tướng Chính phủ).", "self replaces a\nself replaces b"),
    ("Điều 9. Quyết định có hiệu lực từ ngày 01/7/2025 (bãi bỏ [a|Quyết định số 09/2023/QĐ-TTg]).", "self repeals a"),
]  # fmt: skip


@pytest.mark.parametrize(("article", "facts_listed"), ARTICLES)
def test_what_a_text_does_to_others(article: str, facts_listed: str) -> None:
    assert facts(OWN, HEAD + article + "\n\nNơi nhận:\n- Như trên.") == expected(facts_listed)


def test_a_list_of_dozens() -> None:
    """The evidence of a late item is the item, its cue the words at the head of the list."""
    items = [
        f"{n}. [d{n}|Quyết định số {n}/2004/QĐ-TTg] ngày 7 tháng 6 năm 2004 của Thủ tướng Chính phủ về việc thứ {n}."
        for n in range(1, 61)
    ]
    found = facts(OWN, HEAD + "Điều 9. Bãi bỏ toàn bộ các quyết định sau:\n\n" + "\n\n".join(items))
    assert found == {f"self repeals d{n}" for n in range(1, 61)}


def test_a_plan_ends_nothing_by_an_imperative() -> None:
    """In a plan "bãi bỏ …" is a task."""
    marked = "KẾ HOẠCH\nRà soát văn bản\n\nI. NHIỆM VỤ\n\n1. Bãi bỏ [a|Quyết định số 09/2023/QĐ-TTg].\n"
    assert facts("Kế hoạch 5/KH-UBND", marked) == set()


def test_a_plan_replaces_the_plan_before_it() -> None:
    marked = "KẾ HOẠCH\nNăm 2025\n\nI. NHIỆM VỤ\n\nKế hoạch này thay thế [a|Kế hoạch số 076/KH-UBND] ngày 30/8/2025."
    assert facts("Kế hoạch 99/KH-UBND", marked) == {"self replaces a"}
