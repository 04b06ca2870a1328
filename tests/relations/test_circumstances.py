"""What stands in front of the verb says why, by what or beside what a document acts: the text itself does, and no
document that is named there."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH A\nSố: 12/2026/QĐ-UBND\nA, ngày 05 tháng 3 năm 2026\nQUYẾT ĐỊNH\nVề phí, lệ phí\n\n"
    "QUYẾT ĐỊNH:\n\nĐiều 1. Quyết định này quy định phí.\n\nĐiều 2. "
)
OWN, FIRST, SECOND = "12/2026/QĐ-UBND", "45/2012/QĐ-UBND", "46/2012/QĐ-UBND"
LAW, RULING = "Luật Đất đai số 31/2024/QH15", "Nghị quyết số 5/2025/NQ-HĐND"
WITHOUT_A_DOCUMENT = (
    "Trên cơ sở kết quả rà soát văn bản",
    "Căn cứ kết quả rà soát",
    "Theo kết quả rà soát",
    "Qua rà soát",
    "Để thống nhất thực hiện",
    "Nhằm bảo đảm thi hành pháp luật",
    "Thực hiện việc sắp xếp đơn vị hành chính",
    "Do không còn phù hợp",
    "Ngoài các văn bản đã hết hiệu lực",
    "Cùng với việc ban hành Quyết định này",
    "Từ kết quả giám sát của Hội đồng nhân dân",
    "Sau khi sắp xếp tổ chức bộ máy",
)
WITH_A_DOCUMENT = (
    f"Căn cứ {LAW}",
    f"Theo quy định của {LAW}",
    f"Để phù hợp với {LAW}",
    f"Để thi hành {LAW}",
    f"Thực hiện {RULING}",
    f"Cùng với {RULING}",
    f"Do {LAW} đã thay đổi thẩm quyền",
    f"Sau khi {RULING} được ban hành",
)
VERBS = ((", bãi bỏ", "repeals"), (", nay bãi bỏ", "repeals"), (", thay thế", "replaces"))
ONE = f"Quyết định số {FIRST} ngày 10 tháng 8 năm 2012."
TWO = f"Quyết định số {FIRST} về phí và Quyết định số {SECOND} về giá."
LIST = (
    f"các Quyết định sau đây:\n\na) Quyết định số {FIRST} về phí;\n\nb) Quyết định số {SECOND} về giá.",
    f"các văn bản:\n\n1. Quyết định số {FIRST} về phí.\n\n2. Quyết định số {SECOND} về giá.",
)


@pytest.mark.parametrize(
    ("front", "verb"), list(product((*WITHOUT_A_DOCUMENT, *WITH_A_DOCUMENT), VERBS)), ids=lambda v: str(v)[:40]
)
def test_the_text_acts(front: str, verb: tuple[str, str]) -> None:
    for objects in (ONE, TWO, *LIST):
        codes = (FIRST,) if objects is ONE else (FIRST, SECOND)
        found = {row for row in stated(f"{HEAD}{front}{verb[0]} {objects}\n") if row[1] == verb[1]}
        assert found == {(OWN, verb[1], code) for code in codes}, objects


@pytest.mark.parametrize("front", [*WITHOUT_A_DOCUMENT, *WITH_A_DOCUMENT])
def test_the_text_amends(front: str) -> None:
    found = stated(f"{HEAD}{front}, sửa đổi, bổ sung Điều 3 Quyết định số {FIRST} như sau:\n")
    assert {row for row in found if row[1] == "amends"} == {(OWN, "amends", FIRST)}


@pytest.mark.parametrize(
    "front",
    [
        "Theo kế hoạch được duyệt, Sở Tư pháp rà soát, bãi bỏ",
        "Qua rà soát, Sở Tư pháp đề nghị bãi bỏ",
        "Theo đó Sở Tư pháp rà soát, bãi bỏ",
        "Căn cứ kết quả rà soát, các cơ quan bãi bỏ",
        "Căn cứ tình hình thực tế, kiến nghị bãi bỏ",
        "Theo chỉ đạo, dự kiến bãi bỏ",
        "Qua rà soát, có thể bãi bỏ",
        "Để bảo đảm thống nhất, giao Sở Tư pháp bãi bỏ",
        "Qua rà soát, Bộ Tài chính đã bãi bỏ",
        f"Thực hiện {RULING}, Sở Tư pháp rà soát, bãi bỏ",
    ],
)
def test_somebody_else_acts(front: str) -> None:
    for objects in (ONE, TWO, *LIST):
        assert not {row for row in stated(f"{HEAD}{front} {objects}\n") if row[1] != "implements"}, objects


@pytest.mark.parametrize(
    ("front", "verb"),
    list(
        product(
            [front for front in WITH_A_DOCUMENT if not front.startswith("Theo")],
            (", bãi bỏ", ", tỉnh bãi bỏ", ", UBND tỉnh đã bãi bỏ", ", thay thế"),
        )
    ),
)
def test_an_article_tells_of_no_such_act(front: str, verb: str) -> None:
    """Who ended it is not told, and it was not the law because of which it was ended."""
    text = f"Bài viết về phí\n\nNhiều thay đổi về phí.\n\n{front}{verb} {ONE}\n"
    assert not {row for row in stated(text) if row[1] != "implements"}


@pytest.mark.parametrize(
    "sentence",
    [
        f"Do {LAW} thay thế Luật Đất đai số 45/2013/QH13, nhiều quy định đã thay đổi.",
        f"Theo {LAW}, bãi bỏ Luật Đất đai số 45/2013/QH13.",
    ],
)
def test_what_the_document_does(sentence: str) -> None:
    found = stated(f"Bài viết về đất đai\n\nNhiều thay đổi.\n\n{sentence}\n")
    assert {row[::2] for row in found if row[1] in ("repeals", "replaces")} == {("31/2024/QH15", "45/2013/QH13")}


BEFORE = (
    "Khác với", "Không giống", "So với", "Tương tự", "Ngoài", "Bên cạnh", "Trái với", "Kế thừa", "Để hướng dẫn",
    "Từ khi có", "Trên tinh thần của",
)  # fmt: skip


@pytest.mark.parametrize("front", BEFORE)
def test_what_opens_the_sentence_is_no_subject(front: str) -> None:
    """A mere comma between two documents makes no list of subjects where words lead to the first."""
    old, new, oldest = "12/2015/NĐ-CP", "45/2024/NĐ-CP", "9/2010/NĐ-CP"
    text = f"Quy định mới\n\nNhiều thay đổi.\n\n{front} Nghị định số {old}, Nghị định số {new} thay thế Nghị định số "
    assert stated(f"{text}{oldest}.\n") == {(new, "replaces", oldest)}


@pytest.mark.parametrize("lead", ["", "Các ", "Theo đó, ", "Cùng với "])
def test_a_list_of_subjects(lead: str) -> None:
    codes, oldest = ("12/2015/NĐ-CP", "45/2024/NĐ-CP"), "9/2010/NĐ-CP"
    text = f"{lead}Nghị định số {codes[0]}, Nghị định số {codes[1]} thay thế Nghị định số {oldest}."
    found = stated(f"Quy định mới\n\nNhiều thay đổi.\n\n{text}\n")
    assert (codes[1], "replaces", oldest) in found and (lead == "Cùng với " or len(found) == len(codes))
