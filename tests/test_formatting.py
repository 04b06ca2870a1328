"""Signs of a source's format are no words: they are left out of what is shown, and nothing else is."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.formatting import Shift, signs, words


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("của **Bộ luật Lao động** về", "của Bộ luật Lao động về"),
        ("dạy thêm** **giờ được bố trí", "dạy thêm giờ được bố trí"),
        ("Căn cứ* *Nghị định số 151/2025/NĐ-CP", "Căn cứ Nghị định số 151/2025/NĐ-CP"),
        ("Quy ****định v****à hư****ớng dẫn", "Quy định và hướng dẫn"),
        ("QUYẾT ĐỊNH**\nBÃI BỎ", "QUYẾT ĐỊNH\nBÃI BỎ"),
        ("Luật Thủ đô số 39/2024/QH**1**5", "Luật Thủ đô số 39/2024/QH15"),
        ("PTNT *(nay là Bộ Nông nghiệp) *về sửa đổi", "PTNT (nay là Bộ Nông nghiệp) về sửa đổi"),
        ('XII "*Tiếp tục đổi mới*", Nghị quyết', 'XII "Tiếp tục đổi mới", Nghị quyết'),
        ("tỉnh Cà Mau)*./.", "tỉnh Cà Mau)./."),
        ("thu hồi đất*;", "thu hồi đất;"),
        (
            "của UBND tỉnh (*thay thế Kế hoạch số 89/KH-UBND*) thực hiện",
            "của UBND tỉnh (thay thế Kế hoạch số 89/KH-UBND) thực hiện",
        ),
        ("thẩm tra số *\n\n*413", "thẩm tra số \n\n413"),
        ("_theo_ Nghị định __số 5__", "theo Nghị định số 5"),
        ("~~bỏ~~", "bỏ"),
        ("## Chương I", "Chương I"),
        ("Luật\n|\nTháng", "Luật\n\nTháng"),
        ("| Quyết định số 5/QĐ-UBND |", "Quyết định số 5/QĐ-UBND"),
        ("theo [Nghị định 5](https://a.vn/5) này", "theo Nghị định 5 này"),
        ("tăng  \n______________ \nNghị định", "tăng  \n\nNghị định"),
    ],
)
def test_signs_of_the_format_go(written: str, shown: str) -> None:
    assert words(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Ghi chú: (*) theo quy định", "(**) số liệu năm 2024", "[*]", "5 * 3 = 15", "2*3", "a_b@c.vn", "mau_so_01.docx",
        "Số:     /QĐ-UBND", "Số: ___/QĐ-UBND", "dữ liệu[2].", "[2] (2017), Thông tư", "> 5 - 10", "C# và #1", "a | b",
        "Điều 5 - khoản 2", "83/KH-UBND",
    ],
)  # fmt: skip
def test_what_says_something_stays(text: str) -> None:
    assert words(text) == text


@given(st.text(alphabet="ab1 *_|#~[]()\n-/.", max_size=80))
def test_only_signs_go_and_offsets_follow(text: str) -> None:
    spans = signs(text)
    assert all(a < b for a, b in spans) and all(b <= c for (_, b), (c, _) in pairwise(spans))
    shift, shown = Shift(spans), words(text)
    kept = [at for at in range(len(text)) if not any(a <= at < b for a, b in spans)]
    assert [shown[shift(at)] for at in kept] == [text[at] for at in kept]
    assert shift(len(text)) == len(shown)


@pytest.mark.parametrize("piece", ["*", "* ", "**a", "_", "|", "| ", "[", "[a](", "#", "~", " \n"])
def test_linear(piece: str) -> None:
    def cost(length: int) -> float:
        text = piece * (length // len(piece))
        start = time.perf_counter()
        signs(text)
        return time.perf_counter() - start

    assert cost(200_000) < 2.0
