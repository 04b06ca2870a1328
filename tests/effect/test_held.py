"""What a decision stops, calls back or prolongs, and what only sounds like it (`graph.effect.held`)."""

from __future__ import annotations

import pytest
from steps import steps

from graph.pipeline import extract

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH AN GIANG\nSố: 25/2031/QĐ-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nAn Giang, ngày 05 tháng 3 năm 2031\n\nQUYẾT ĐỊNH\nVề việc quản lý\n\n"
    "Căn cứ Luật Giá;\n\nĐiều 1. Nội dung.\n\n"
)
A = "Quyết định số 12/2025/QĐ-UBND ngày 03 tháng 02 năm 2025"
Said = tuple[str, str | None, str]


def said(sentence: str) -> set[Said]:
    """(kind, date, provisions) of the decision of 2025, or of the text itself where it speaks of itself."""
    found = extract(f"{HEAD}Điều 2. {sentence}\n\nTM. ỦY BAN NHÂN DÂN\n")
    return {(e.kind, e.date, "; ".join(str(p) or p.text for p in e.provisions)) for e in found.effects}


ENDS = {("ended", "2031-04-01", "")}
RESTS = {("suspended", "2031-04-01", "")}
LASTS = {("until", "2031-12-31", "")}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Thu hồi, hủy bỏ {A} của Ủy ban nhân dân tỉnh kể từ ngày 01/4/2031.",
        f"Thu hồi {A} kể từ ngày 01/4/2031.",
        f"Thu hồi và hủy bỏ {A} từ ngày 01 tháng 4 năm 2031.",
        f"Thu hồi toàn bộ {A} từ ngày 01 tháng 4 năm 2031.",
        f"Kể từ ngày 01/4/2031, thu hồi {A}.",
        f"Hủy {A} kể từ ngày 01/4/2031.",
        f"Hủy bỏ hiệu lực của {A} kể từ ngày 01/4/2031.",
        f"Thu hồi hiệu lực {A} kể từ ngày 01/4/2031.",
        f"{A} bị thu hồi kể từ ngày 01/4/2031.",
        f"{A} bị hủy bỏ từ ngày 01/4/2031.",
        f"Chấm dứt thực hiện {A} từ ngày 01/4/2031.",
        f"Chấm dứt việc áp dụng {A} kể từ ngày 01/4/2031.",
        f"Ngừng áp dụng {A} kể từ ngày 01/4/2031.",
        f"Dừng việc áp dụng {A} từ ngày 01/4/2031.",
    ],
)
def test_called_back(sentence: str) -> None:
    assert said(sentence) == ENDS


@pytest.mark.parametrize(
    "sentence",
    [
        f"Ngừng thực hiện {A} từ ngày 01/4/2031.",
        f"Tạm ngừng thực hiện {A} kể từ ngày 01/4/2031.",
        f"Tạm ngưng hiệu lực thi hành {A} kể từ ngày 01/4/2031.",
        f"Tạm dừng thực hiện {A} từ ngày 01/4/2031.",
        f"Dừng việc thực hiện {A} kể từ ngày 01/4/2031.",
        f"{A} ngừng thực hiện từ ngày 01/4/2031.",
        f"{A} tạm ngưng áp dụng từ ngày 01/4/2031.",
        f"Tạm ngừng áp dụng {A} từ ngày 01/4/2031.",
        f"Ngừng áp dụng {A} từ ngày 01/4/2031 cho đến khi có hướng dẫn mới.",
        f"Kể từ ngày 01/4/2031, ngưng áp dụng {A}.",
        f"Đình chỉ thi hành {A} kể từ ngày 01/4/2031.",
        f"Đình chỉ việc thi hành toàn bộ {A} kể từ ngày 01/4/2031.",
        f"Đình chỉ hiệu lực {A} kể từ ngày 01/4/2031.",
        f"Tạm đình chỉ thi hành {A} từ ngày 01/4/2031.",
        f"{A} bị đình chỉ thi hành từ ngày 01/4/2031.",
        f"Từ ngày 01/4/2031 đình chỉ thi hành {A}.",
    ],
)
def test_stopped(sentence: str) -> None:
    assert said(sentence) == RESTS


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (f"Đình chỉ thực hiện Điều 5 {A} từ ngày 01/4/2031.", "điều 5"),
        (f"Ngưng áp dụng khoản 2 Điều 3 {A} từ ngày 01/4/2031.", "khoản 2, điều 3"),
        (f"Đình chỉ một phần việc thi hành {A} từ ngày 01/4/2031.", "một phần"),
    ],
)
def test_stopped_in_part(sentence: str, parts: str) -> None:
    assert said(sentence) == {("suspended", "2031-04-01", parts)}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Kéo dài thời hạn áp dụng {A} đến hết ngày 31/12/2031.",
        f"Kéo dài thêm thời gian thực hiện {A} đến ngày 31/12/2031.",
        f"Kéo dài hiệu lực thi hành {A} đến hết năm 2031.",
        f"Gia hạn thời hạn áp dụng {A} đến hết ngày 31/12/2031.",
        f"Cho phép kéo dài thời gian thực hiện {A} đến hết ngày 31/12/2031.",
        f"Thống nhất kéo dài thời gian thực hiện chính sách quy định tại {A} đến hết ngày 31/12/2031.",
        f"Tiếp tục áp dụng {A} cho đến hết ngày 31/12/2031.",
        f"Tiếp tục thực hiện {A} đến hết ngày 31/12/2031.",
        f"Thời hạn áp dụng {A} được kéo dài đến hết ngày 31/12/2031.",
        f"{A} được kéo dài thời gian thực hiện đến hết ngày 31/12/2031.",
        f"{A} được tiếp tục thực hiện đến hết ngày 31/12/2031.",
        f"{A} tiếp tục được áp dụng đến hết ngày 31/12/2031.",
        f"{A} vẫn tiếp tục được áp dụng đến hết ngày 31/12/2031.",
        f"{A} tiếp tục áp dụng cho đến hết năm 2031.",
        "Thời gian áp dụng Quyết định này đến hết ngày 31/12/2031.",
        "Thời hạn hiệu lực của Quyết định này: đến hết ngày 31/12/2031.",
    ],
)
def test_prolonged(sentence: str) -> None:
    assert said(sentence) == LASTS


@pytest.mark.parametrize(
    "sentence",
    [
        # the verb has another object
        f"Thu hồi 500 m2 đất đã giao theo {A} kể từ ngày 01/4/2031.",
        f"Thu hồi giấy phép đã cấp theo {A} từ ngày 01/4/2031.",
        f"Hủy kết quả đấu thầu phê duyệt tại {A} từ ngày 01/4/2031.",
        f"Dừng thực hiện dự án được phê duyệt tại {A} kể từ ngày 01/4/2031.",
        f"Đình chỉ thi hành án theo {A} kể từ ngày 01/4/2031.",
        f"Tiếp tục thực hiện các nhiệm vụ tại {A} đến hết ngày 31/12/2031.",
        f"Tiếp tục đầu tư theo {A} đến hết ngày 31/12/2031.",
        f"Kéo dài thời gian thực hiện dự án theo {A} đến hết ngày 31/12/2031.",
        f"Kéo dài thời kỳ ổn định theo {A} đến hết ngày 31/12/2031.",
        # somebody else's act, a condition, a denial
        f"Giao Sở Tư pháp tham mưu đình chỉ thi hành {A} từ ngày 01/4/2031.",
        f"Đề nghị Bộ Tài chính thu hồi {A} từ ngày 01/4/2031.",
        f"Nếu đình chỉ thi hành {A} từ ngày 01/4/2031 thì phải báo cáo.",
        f"Trường hợp {A} bị đình chỉ thi hành từ ngày 01/4/2031 thì áp dụng Luật Giá.",
        f"Không thu hồi {A} trước ngày 01/4/2031.",
        # a road map, somebody's benefit
        "Thời gian thực hiện Quyết định này đến hết ngày 31/12/2031.",
        "Thời gian áp dụng: 12 tháng, từ ngày 01 tháng 4 năm 2031 đến hết ngày 31 tháng 3 năm 2032.",
    ],
)  # fmt: skip
def test_says_nothing_of_force(sentence: str) -> None:
    assert said(sentence) == set()


SPELL = {("suspended", "2031-04-01", ""), ("resumed", "2032-01-01", "")}


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # a suspension that ends by itself
        (f"Tạm ngưng hiệu lực thi hành {A} từ ngày 01/4/2031 đến hết ngày 31/12/2031.", SPELL),
        (f"Tạm dừng thực hiện {A} từ ngày 01/4/2031 đến hết ngày 31 tháng 12 năm 2031.", SPELL),
        (f"Ngưng áp dụng {A} kể từ ngày 01/4/2031 cho đến hết năm 2031.", SPELL),
        (f"{A} ngưng hiệu lực thi hành từ ngày 01/4/2031 đến hết ngày 31/12/2031.", SPELL),
        (f"{A} tạm ngưng áp dụng từ ngày 01/4/2031 đến trước ngày 01/01/2032.", SPELL),
        (f"Tạm dừng thực hiện {A} trong thời gian 09 tháng kể từ ngày 01/4/2031.", SPELL),
        (f"Ngưng hiệu lực {A} đến hết ngày 31/12/2031.",
         {("suspended", None, ""), ("resumed", "2032-01-01", "")}),
        (f"Ngưng hiệu lực khoản 2 Điều 3 {A} đến hết ngày 31/12/2031.",
         {("suspended", None, "khoản 2, điều 3"), ("resumed", "2032-01-01", "khoản 2, điều 3")}),
        # let go by another document
        (f"{A} tiếp tục có hiệu lực trở lại kể từ ngày 01/4/2031.", {("resumed", "2031-04-01", "")}),
        (f"{A} có hiệu lực trở lại từ ngày 01/4/2031.", {("resumed", "2031-04-01", "")}),
        (f"Khôi phục hiệu lực của {A} kể từ ngày 01/4/2031.", {("resumed", "2031-04-01", "")}),
        (f"Khôi phục hiệu lực {A}.", {("resumed", None, "")}),
        (f"Chấm dứt việc tạm ngưng hiệu lực {A} kể từ ngày 01/4/2031.", {("resumed", "2031-04-01", "")}),
        (f"Chấm dứt thời gian ngưng hiệu lực của {A}.", {("resumed", None, "")}),
        # nothing is resumed that goes on
        (f"{A} tiếp tục có hiệu lực.", set()),
        (f"{A} tiếp tục có hiệu lực đến hết ngày 31/12/2031.", LASTS),
        (f"Nếu khôi phục hiệu lực của {A} thì phải báo cáo.", set()),
        (f"Đề nghị khôi phục hiệu lực của {A} kể từ ngày 01/4/2031.", set()),
    ],
)  # fmt: skip
def test_a_suspension_ends(sentence: str, wanted: set[Said]) -> None:
    assert said(sentence) == wanted


def test_linear() -> None:
    def took(count: int) -> int:
        text = HEAD + f"Điều 2. Thu hồi, hủy bỏ {A}; đình chỉ thi hành {A}; kéo dài thời hạn áp dụng {A} " * count
        return steps(lambda: extract(text))

    took(1)
    assert took(400) < 9 * took(50)
