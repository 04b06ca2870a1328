"""Documents that act together, or suffer together: each of a list, whatever joins it, in a sentence of its own."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

# first, second, the older one that they act on: words and code
FAMILIES = [
    (("Nghị định số 20/2025/NĐ-CP", "Nghị định số 21/2025/NĐ-CP", "Nghị định số 10/2015/NĐ-CP"),
     ("20/2025/NĐ-CP", "21/2025/NĐ-CP", "10/2015/NĐ-CP")),
    (("Luật số 62/2020/QH14", "Luật số 35/2023/QH15", "Luật số 50/2014/QH13"),
     ("62/2020/QH14", "35/2023/QH15", "50/2014/QH13")),
    (("Sắc lệnh số 34", "Sắc lệnh số 58", "Sắc lệnh số 12"), ("34", "58", "12")),
    (("Quyết định số 20/2025/QĐ-UBND", "Quyết định số 21/2025/QĐ-UBND", "Quyết định số 10/2015/QĐ-UBND"),
     ("20/2025/QĐ-UBND", "21/2025/QĐ-UBND", "10/2015/QĐ-UBND")),
]  # fmt: skip
JOINED = ["và", "cùng với", "cùng", "và cả", "cũng như", ","]
MATTERS = [("", ""), (" ngày 10/01/2025", " ngày 12/01/2025"), (" về phí", " về giá")]
TOLD = [("đã thay thế", "replaces"), ("cùng bãi bỏ", "repeals"), ("đều sửa đổi Điều 5 của", "amends"),
        ("đã lần lượt sửa đổi, bổ sung", "amends")]  # fmt: skip
BARE = [("thay thế", "replaces"), ("sửa đổi, bổ sung một số điều của", "amends")]
SUFFERED = [("được thay thế bằng", "replaces"), ("đã bị bãi bỏ bởi", "repeals"),
            ("được sửa đổi, bổ sung bởi", "amends")]  # fmt: skip

Words = tuple[str, str, str]


def _list(family: Words, joined: str, matters: tuple[str, str]) -> str:
    dated = " của Quốc hội ngày 17/6/2020" if family[0].startswith("Luật") and "ngày" in matters[0] else matters[0]
    sign = "" if joined == "," else " "
    return f"{family[0]}{dated}{sign}{joined} {family[1]}{matters[1] if dated == matters[0] else ''}"


@pytest.mark.parametrize(("family", "codes"), FAMILIES)
@pytest.mark.parametrize(("verb", "predicate"), TOLD)
def test_told_of_all(verb: str, predicate: str, family: Words, codes: Words) -> None:
    for joined, matters, place in product(JOINED, MATTERS, ("{}.", "1. {};\n\n2. Nội dung khác.", "Theo đó, {}.")):
        text = place.format(f"{_list(family, joined, matters)} {verb} {family[2]}")
        assert stated(text) == {(code, predicate, codes[2]) for code in codes[:2]}, text


@pytest.mark.parametrize(("family", "codes"), FAMILIES)
@pytest.mark.parametrize(("verb", "predicate"), BARE)
def test_a_sentence_that_says_no_more(verb: str, predicate: str, family: Words, codes: Words) -> None:
    for joined, matters in product(JOINED[:-1], MATTERS[:2]):
        text = f"{_list(family, joined, matters)} {verb} {family[2]}."
        assert stated(text) == {(code, predicate, codes[2]) for code in codes[:2]}, text


@pytest.mark.parametrize(("verb", "predicate"), SUFFERED)
def test_suffered_together(verb: str, predicate: str) -> None:
    old = ("Nghị định số 10/2015/NĐ-CP", "Nghị định số 11/2016/NĐ-CP", "")
    for joined in ("và", "cùng với", ","):
        text = f"{_list(old, joined, ('', ''))} {verb} Nghị định số 20/2025/NĐ-CP."
        assert stated(text) == {("20/2025/NĐ-CP", predicate, c) for c in ("10/2015/NĐ-CP", "11/2016/NĐ-CP")}, text


A, B, C, D = (f"Nghị định số {code}/NĐ-CP" for code in ("20/2025", "10/2015", "11/2016", "9/2014"))


@pytest.mark.parametrize(
    ("text", "acting", "predicate", "target"),
    [
        (f"Thực hiện {B} và {A} đã sửa đổi {C}.", "20/2025", "amends", "11/2016"),
        (f"Các đơn vị thực hiện {B} và {A} đã thay thế {C}.", "20/2025", "replaces", "11/2016"),
        (f"Theo {B} và {A} sửa đổi {C}, doanh nghiệp nộp thuế.", "20/2025", "amends", "11/2016"),
        (f"Khác với {B}, {A} đã thay thế {C}.", "20/2025", "replaces", "11/2016"),
        (f"So với {B} và {C}, {A} đã thay thế {D}.", "20/2025", "replaces", "9/2014"),
        (f"Căn cứ {B} và {C} được sửa đổi, bổ sung bởi {A};", "20/2025", "amends", "11/2016"),
        (f"{B} và {A} sửa đổi, bổ sung một số điều của {B} có hiệu lực.", "20/2025", "amends", "10/2015"),
    ],
)
def test_one_of_them_alone(text: str, acting: str, predicate: str, target: str) -> None:
    found = {(s, p, o) for s, p, o in stated(text) if p != "implements"}
    assert found == {(f"{acting}/NĐ-CP", predicate, f"{target}/NĐ-CP")}


def test_both_guide_together() -> None:
    for verb, matter in product(("cùng hướng dẫn", "đều quy định chi tiết"), ("", " về phí")):
        text = f"Thông tư số 20/2025/TT-BTC{matter} và Thông tư số 21/2025/TT-BTC{matter} {verb} {B}."
        assert stated(text) == {(f"{n}/2025/TT-BTC", "guides", "10/2015/NĐ-CP") for n in (20, 21)}, text
