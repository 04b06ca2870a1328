"""An article whose title names one document speaks of it by its type alone further down, crossed; two of that type, a
draft or a question state nothing."""

from __future__ import annotations

from functools import partial
from itertools import product

import pytest
import statements

stated = partial(statements.stated, beside=("cites", "issued_by", "based_on", "guides"))


TITLES = (
    "Thông tư 99/2025/TT-BTC hướng dẫn chế độ kế toán doanh nghiệp",
    "# Thông tư 99/2025/TT-BTC hướng dẫn chế độ kế toán doanh nghiệp",
    "Thông tư số 99/2025/TT-BTC của Bộ Tài chính: Hướng dẫn chế độ kế toán doanh nghiệp",
    "Bộ Tài chính ban hành Thông tư 99/2025/TT-BTC hướng dẫn chế độ kế toán",
    "Điểm mới của Thông tư 99/2025/TT-BTC về chế độ kế toán",
)
LEADS = ("", "\n\nBài viết giới thiệu các điểm mới.", "\n\nNgày 27/10/2025, Bộ Tài chính ban hành văn bản mới.")
SAID = (
    ("Thông tư này thay thế {}.", "replaces"),
    ("Thông tư có hiệu lực từ ngày 01/01/2026 và thay thế {}.", "replaces"),
    ("Thông tư có hiệu lực thi hành kể từ ngày 01/01/2026, bãi bỏ {}.", "repeals"),
    ("Thông tư có hiệu lực từ ngày 01/01/2026; đồng thời thay thế {}.", "replaces"),
    ("Văn bản này thay thế {}.", "replaces"),
    ("{} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.", "repeals"),
)
OLD = "Thông tư 200/2014/TT-BTC"


@pytest.mark.parametrize(("title", "lead", "said"), list(product(TITLES, LEADS, SAID)))
def test_the_document_of_the_title(title: str, lead: str, said: tuple[str, str]) -> None:
    text = f"{title}{lead}\n\n{said[0].format(OLD)}\n\nCác doanh nghiệp lưu ý."
    assert stated(text) == {("99/2025/TT-BTC", said[1], "200/2014/TT-BTC")}


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize(
    "body",
    [
        " và Thông tư 100/2025/TT-BTC\n\nThông tư có hiệu lực từ ngày 01/01/2026, thay thế {}.",
        "\n\nThông tư nào có hiệu lực từ ngày 01/01/2026, thay thế {}?",
        "\n\nDự thảo Thông tư có hiệu lực từ ngày 01/01/2026, thay thế {}.",
        "\n\nNghị định có hiệu lực từ ngày 01/01/2026, thay thế Nghị định 5/2019/NĐ-CP.",
        "\n\nThông tư có hiệu lực từ ngày 01/01/2026. Bộ Tài chính nghiên cứu thay thế {}.",
        "\n\nThông tư có hiệu lực từ ngày 01/01/2026, không thay thế {}.",
    ],
)
def test_another_document_or_none(title: str, body: str) -> None:
    assert stated(f"{title}{body.format(OLD)}\n\nCác doanh nghiệp lưu ý.") == set()
