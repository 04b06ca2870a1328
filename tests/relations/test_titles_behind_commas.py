"""The title of a document behind a comma: "[Thông tư] ngày … của Bộ Tài chính, hướng dẫn [Nghị định]"."""

from __future__ import annotations

import pytest

from graph import extract

_GUIDE = "Thông tư số 05/2031/TT-BTC ngày 1/2/2031"
_BY = f"{_GUIDE} của Bộ Tài chính"
_DECREE = "Nghị định số 10/2030/NĐ-CP"
_GUIDES = ("05/2031/TT-BTC", "guides", "10/2030/NĐ-CP")


def _guides(text: str) -> set[tuple[str | None, str, str | None]]:
    result = extract(text + "\n")
    codes = {d.id: d.code for d in result.documents}
    return {(codes[r.subject], r.predicate, codes[r.object]) for r in result.relations if r.predicate == "guides"}


@pytest.mark.parametrize(
    "text",
    [
        f"Căn cứ {_BY}, hướng dẫn thi hành {_DECREE};",
        f"Căn cứ {_GUIDE}, hướng dẫn một số điều của {_DECREE};",
        f"Bộ Tài chính đã ban hành {_GUIDE}, hướng dẫn {_DECREE}.",
        f"Theo Điều 5 {_BY}, quy định chi tiết {_DECREE} thì đơn vị phải nộp phí.",
        f"Thông tư này thay thế {_BY}, hướng dẫn thi hành {_DECREE}.",
    ],
)
def test_guides_behind_a_comma(text: str) -> None:
    assert _guides(text) == {_GUIDES}


@pytest.mark.parametrize(
    "text",
    [
        # a letter is no object of a decision, nor may an older one guide
        "UBND tỉnh đã triển khai Quyết định số 05/2031/QĐ-TTg ngày 1/2/2031 của Thủ tướng Chính phủ, hướng dẫn thực"
        " hiện Công văn số 12/BTC-NS.",
        f"Bộ triển khai Thông tư số 05/2021/TT-BTC ngày 1/2/2021 của Bộ Tài chính, hướng dẫn {_DECREE}.",
        f"Theo {_BY}, hướng dẫn tại {_DECREE} không còn phù hợp.",
    ],
)
def test_a_body_that_guides(text: str) -> None:
    assert not _guides(text)
