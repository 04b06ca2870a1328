"""Who acts by a passive, in brackets or behind a year: "được sửa đổi năm 2020 (A)", "đã qua hai lần sửa đổi, tại A"."""

from __future__ import annotations

import pytest
from statements import stated

OLD, OLD_CODE = "Nghị định số 45/2014/NĐ-CP", "45/2014/NĐ-CP"
FIRST, FIRST_CODE = "Nghị định số 12/2020/NĐ-CP", "12/2020/NĐ-CP"
SECOND, SECOND_CODE = "Nghị định số 14/2022/NĐ-CP", "14/2022/NĐ-CP"
SUBJECTS = [OLD, f"{OLD} ngày 15/5/2014 của Chính phủ", f"{OLD} về thu tiền sử dụng đất", f"Theo {OLD}"]
TAILS = [".", ", còn nhiều vướng mắc.", ", quy định về thu tiền sử dụng đất."]
LETTER = (
    "BỘ TÀI CHÍNH\nSố: 4412/BTC-PC\n\nHà Nội, ngày 15 tháng 9 năm 2023\n\nKính gửi: Sở Tài chính\n\n"
    "{}\n\nBộ Tài chính trả lời để Sở được biết./.\n"
)
ONCE = [
    "được sửa đổi năm 2020 ({a})",
    "đã được sửa đổi, bổ sung vào năm 2020 ({a})",
    "được sửa đổi một lần vào tháng 3 năm 2020 (bởi {a})",
    "bị sửa đổi năm 2020 (khoản 2 Điều 1 {a})",
    "đã trải qua một lần sửa đổi ({a})",
    "đã qua một lần sửa đổi, tại {a}",
    "sửa đổi năm 2020 bằng {a}",
    "đã sửa đổi một lần bằng {a}",
]
TWICE = [
    "được sửa đổi năm 2020 ({a}) và năm 2022 ({b})",
    "đã qua hai lần sửa đổi, bổ sung ({a} và {b})",
    "đã qua hai lần sửa đổi, tại {a} và {b}",
    "đã hai lần được sửa đổi, bổ sung ({a}, {b})",
    "được sửa đổi, bổ sung 02 lần (bởi {a} và {b})",
]


@pytest.mark.parametrize("said", ONCE + TWICE)
def test_what_was_amended_when_and_how_often(said: str) -> None:
    want = {(FIRST_CODE, "amends", OLD_CODE)} | ({(SECOND_CODE, "amends", OLD_CODE)} if said in TWICE else set())
    for subject in SUBJECTS:
        for joint in (", ", " "):
            for tail in TAILS:
                for paper in ("{}", LETTER):
                    text = paper.format(f"{subject}{joint}{said.format(a=FIRST, b=SECOND)}{tail}")
                    assert stated(text) == want, text


@pytest.mark.parametrize(
    ("verb", "predicate"),
    [("bị thay thế", "replaces"), ("đã bị bãi bỏ", "repeals"), ("được đính chính", "corrects")],
)
def test_what_else_befell_it(verb: str, predicate: str) -> None:
    for when in ("", " năm 2020", " từ ngày 01/6/2020"):
        assert stated(f"{OLD} {verb}{when} ({FIRST}).") == {(FIRST_CODE, predicate, OLD_CODE)}


def test_the_sentence_goes_on_with_what_it_opened_with() -> None:
    text = f"{OLD}, được sửa đổi năm 2020 ({FIRST}), quy định chi tiết Luật Đất đai năm 2013."
    assert stated(text) == {(FIRST_CODE, "amends", OLD_CODE), (OLD_CODE, "guides", "45/2013/QH13")}


@pytest.mark.parametrize(
    "said",
    [
        "{o} chưa được sửa đổi năm 2020 ({a} không đề cập).",
        "{o} được ban hành năm 2014 ({a}).",
        "{o} được sửa đổi năm 2020 (theo đề nghị tại {a}).",
        "{o} được sửa đổi năm 2020 (xem {a}).",
        "{o} được áp dụng năm 2020 ({a}).",
        "{o} cần được sửa đổi năm 2020 ({a}).",
        "Đề nghị {o} được sửa đổi năm 2020 cho phù hợp ({a}).",
        "{o} đã qua hai lần lấy ý kiến ({a}).",
        "{o} sửa đổi năm 2020 có nhiều điểm mới ({a}).",
        "{o} dự kiến được sửa đổi năm 2020 ({a}).",
        "Nếu {o} được sửa đổi năm 2020 ({a}) thì áp dụng.",
    ],
)
def test_brackets_that_name_nobody_who_acts(said: str) -> None:
    for paper in ("{}", LETTER):
        assert stated(paper.format(said.format(o=OLD, a=FIRST))) == set()


RULES, RULES_CODE = "Quyết định số 15/2024/QĐ-UBND", "15/2024/QĐ-UBND"
NEWER, NEWER_CODE = "Quyết định số 26/2026/QĐ-UBND", "26/2026/QĐ-UBND"


@pytest.mark.parametrize("annexed", ["(ban hành kèm theo {})", "(kèm theo {} ngày 02/3/2024 của UBND tỉnh)"])
@pytest.mark.parametrize(
    ("said", "predicate"),
    [
        ("{a} sửa đổi, bổ sung một số điều của Quy chế phối hợp {b} về quản lý đất đai.", "amends"),
        ("{a} bãi bỏ khoản 2 Điều 5 Quy định {b}.", "amends"),
        ("{a} bãi bỏ Quy chế làm việc của Hội đồng {b}.", "repeals"),
        ("Phụ lục 1 {b} được bãi bỏ theo quy định tại Điều 9 của {a}.", "amends"),
        ("Quy chế phối hợp {b} hết hiệu lực kể từ ngày {a} có hiệu lực.", "repeals"),
    ],
)
def test_what_the_object_is_annexed_to_stands_in_brackets(said: str, predicate: str, annexed: str) -> None:
    assert stated(said.format(a=NEWER, b=annexed.format(RULES))) == {(NEWER_CODE, predicate, RULES_CODE)}


def test_what_a_title_is_annexed_to_is_no_object() -> None:
    assert stated(f"Thực hiện {NEWER} về Quy chế phối hợp (kèm theo {RULES}), Sở báo cáo.") == set()
