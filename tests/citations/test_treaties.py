"""Names of treaties and of international bodies name no act of Vietnam; neither do fields of international law."""

from __future__ import annotations

from itertools import product

import pytest
from facts import mentions

_TREATIES = [
    "Công ước của Liên hợp quốc về ",
    "Công ước Liên Hợp Quốc năm 1982 về ",
    "Công ước quốc tế về ",
    "Công ước ",
    "Hiệp định giữa Việt Nam và EU về thực thi ",
    "Hiệp định Đối tác tự nguyện giữa Lào, Việt Nam và EU về thực thi ",
    "Nghị định thư thứ hai về áp dụng ",
    "Hội nghị Liên hợp quốc về ",
    "Tòa án quốc tế về ",
]
_LAWS = ["Luật Biển", "Luật Biển năm 1982", "Luật Lâm nghiệp", "Luật Hàng hải"]
_FRAMES = ["Thực hiện {}.", "Theo {}, Việt Nam có trách nhiệm.", "Căn cứ {};"]


@pytest.mark.parametrize(("treaty", "frame"), list(product(_TREATIES, _FRAMES)))
def test_the_name_of_a_treaty(treaty: str, frame: str) -> None:
    for law in _LAWS:
        text = frame.format(treaty + law)
        assert not mentions(text), text


@pytest.mark.parametrize("field", ["Nhân đạo", "Biển", "Thương mại", "Hình sự"])
def test_a_field_of_international_law(field: str) -> None:
    assert not mentions(f"Theo nguyên tắc của Luật {field} quốc tế và tập quán.")


@pytest.mark.parametrize(
    "text",
    [
        "Quốc hội thảo luận về Luật Lâm nghiệp.",
        "Thực hiện Hiệp định EVFTA, Quốc hội thảo luận về Luật Lâm nghiệp.",
        "Thực hiện Công ước; ý kiến về Luật Lâm nghiệp.",
        "Căn cứ Hiệp định thương mại tự do và Luật Lâm nghiệp.",
        "Căn cứ Luật Thỏa thuận quốc tế ngày 13 tháng 11 năm 2020;",
        "Căn cứ Luật Điều ước quốc tế ngày 09 tháng 4 năm 2016;",
    ],
)
def test_acts_beside_treaties(text: str) -> None:
    assert len(mentions(text)) == 1
