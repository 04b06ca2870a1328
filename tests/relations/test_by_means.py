"""A body acts by means of a document that stands behind the object, a document is carried out or guided "bằng" or
"trong" another one, and what opens a sentence is carried out by what is issued to that end."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

REPORT = "ỦY BAN NHÂN DÂN\nTỈNH ĐỒNG NAI\n\nSố: 99/BC-UBND\n\nBÁO CÁO\nKết quả công tác năm 2026\n\nI. TÌNH HÌNH\n\n"
PAIRS = [
    (("Nghị định số 20/2025/NĐ-CP", "20/2025/NĐ-CP"), ("Nghị định số 10/2015/NĐ-CP", "10/2015/NĐ-CP"), "Chính phủ "),
    (("Thông tư số 20/2025/TT-BTC", "20/2025/TT-BTC"), ("Thông tư số 10/2015/TT-BTC", "10/2015/TT-BTC"),
     "Bộ Tài chính "),
    (("Quyết định số 20/2025/QĐ-UBND ngày 01/02/2025", "20/2025/QĐ-UBND"),
     ("Quyết định số 10/2015/QĐ-UBND ngày 01/3/2015", "10/2015/QĐ-UBND"), "Ủy ban nhân dân tỉnh "),
]  # fmt: skip
PLACES = ["{}.", REPORT + "1. {}.\n", REPORT + "Kết quả:\n\na) {};\n\nb) Nội dung khác.\n", "Theo đó, {}."]
VERBS = [
    ("thay thế", "replaces"),
    ("đã thay thế", "replaces"),
    ("bãi bỏ", "repeals"),
    ("đã chính thức bãi bỏ", "repeals"),
]

Paper = tuple[str, str]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@pytest.mark.parametrize(("new", "old", "body"), PAIRS)
@pytest.mark.parametrize(("verb", "predicate"), VERBS)
def test_a_body_acts_by_means_of_it(verb: str, predicate: str, new: Paper, old: Paper, body: str) -> None:
    for means, matter, place in product(("bằng", "bởi", "tại"), ("", " về phí", " quy định về phí"), PLACES):
        text = place.format(f"{body}{verb} {old[0]}{matter} {means} {new[0]}")
        assert stated(text) == {(new[1], predicate, old[1])}, text


@pytest.mark.parametrize(("new", "old", "body"), PAIRS)
def test_nobody_else_is_named(new: Paper, old: Paper, body: str) -> None:
    del body
    said = ("Thay thế {} bằng {}", "Thay thế {} là {}", "Thay cho {} là {}", "Thay thế cho {} về phí là {}")
    for sentence, tail in product(said, (".", ", có hiệu lực từ ngày 01/7/2025.")):
        text = sentence.format(old[0], new[0]) + tail
        assert stated(text) == {(new[1], "replaces", old[1])}, text


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Tài chính đề nghị thay thế {old} bằng {new}.",
        "Chính phủ sẽ thay thế {old} bằng {new}.",
        "Chính phủ không thay thế {old} bằng {new}.",
        "Nếu Chính phủ thay thế {old} bằng {new} thì doanh nghiệp phải nộp phí.",
        "Chính phủ có thay thế {old} bằng {new} không?",
        "Chính phủ thay thế {new} bằng {old}.",
        "Thay thế mẫu số 01 tại {old} bằng mẫu số 01 tại {new}.",
        "Thay vì {old} là {new}.",
    ],
)
def test_not_done(sentence: str) -> None:
    text = sentence.format(new=PAIRS[0][0][0], old=PAIRS[0][1][0])
    assert not {r for r in stated(text) if r[1] in ("replaces", "repeals")}, text


RESOLUTION, PLAN = "Nghị quyết số 18-NQ/TW", "Kế hoạch số 12/KH-UBND"
CARRIED_OUT = {("12/KH-UBND", "implements", "18-NQ/TW")}


@pytest.mark.parametrize("way", ["cụ thể hóa bằng", "cụ thể hóa tại", "thể chế hóa trong", "triển khai thực hiện bằng"])
@pytest.mark.parametrize("body", ["", "tỉnh ", "Ủy ban nhân dân tỉnh ", "các cấp "])
def test_carried_out_by(body: str, way: str) -> None:
    for tense, matter, place in product(("", "đã ", "sớm "), ("", " về tổ chức bộ máy"), PLACES):
        if tense == "sớm " and matter:
            continue
        text = place.format(f"{RESOLUTION}{matter} {tense}được {body}{way} {PLAN}")
        assert stated(text) == CARRIED_OUT, text


def test_carried_out_according_to() -> None:
    for way in ("thực hiện theo", "triển khai theo", "thực hiện tại", "triển khai cùng"):
        assert stated(f"{RESOLUTION} được tỉnh {way} {PLAN}.") <= CARRIED_OUT


@pytest.mark.parametrize("verb", ["quy định chi tiết, hướng dẫn thi hành", "hướng dẫn thi hành", "hướng dẫn thực hiện",
                                  "quy định chi tiết và hướng dẫn thi hành"])  # fmt: skip
def test_guided_in(verb: str) -> None:
    for tense, way in product(("", "đã "), ("trong", "tại", "bởi", "bằng")):
        text = f"Luật Giá số 16/2023/QH15 {tense}được {verb} {way} Nghị định số 85/2024/NĐ-CP."
        assert stated(text) == {("85/2024/NĐ-CP", "guides", "16/2023/QH15")}, text


@pytest.mark.parametrize("whom", ["", "các đơn vị ", "doanh nghiệp ", "Ủy ban nhân dân các xã "])
def test_a_body_guides_at_it(whom: str) -> None:
    for tense, matter, way in product(("", "đã "), ("", " về phí"), ("tại", "bằng", "trong")):
        verb = "hướng dẫn thực hiện" if not whom else f"hướng dẫn {whom}thực hiện"
        text = f"{REPORT}Sở Tài chính {tense}{verb} Nghị định số 10/2015/NĐ-CP{matter} {way} Công văn số 55/STC-NS.\n"
        assert stated(text) == {("55/STC-NS", "guides", "10/2015/NĐ-CP")}, text


@pytest.mark.parametrize("opening", ["Chấp hành", "Thực hiện"])
def test_what_opens_the_sentence(opening: str) -> None:
    text = f"{REPORT}{opening} Chỉ thị số 10/CT-TTg, Sở Y tế đã ban hành Kế hoạch số 12/KH-SYT.\n"
    assert stated(text) == {("12/KH-SYT", "implements", "10/CT-TTg")}
    plan = REPORT.replace("99/BC", "5/KH").replace("BÁO CÁO", "KẾ HOẠCH").replace("I. TÌNH HÌNH\n\n", "")
    text = f"{plan}{opening} Chỉ thị số 10/CT-TTg, Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\n\nI. NHIỆM VỤ\n"
    assert stated(text) == {("5/KH-UBND", "implements", "10/CT-TTg")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Kiểm tra việc chấp hành Luật Giá số 16/2023/QH15, Sở ban hành Kế hoạch số 12/KH-SYT.",
        "Các đơn vị chấp hành Chỉ thị số 10/CT-TTg.",
        "Chấp hành Chỉ thị số 10/CT-TTg.",
        "Kế hoạch số 12/KH-SYT kiểm tra việc chấp hành Luật Giá số 16/2023/QH15.",
    ],
)
def test_to_abide_by_is_no_carrying_out(sentence: str) -> None:
    assert stated(f"{REPORT}{sentence}\n") == set()


@pytest.mark.parametrize("opening", ["Trên cơ sở", "Theo", "Theo chỉ đạo tại"])
def test_issued_to_that_end(opening: str) -> None:
    for end, matter in product(
        ("để triển khai", "để tổ chức thực hiện", "nhằm triển khai, thực hiện"), ("", " về phí")
    ):
        said = f"{REPORT}{opening} {RESOLUTION}, Ủy ban nhân dân tỉnh đã ban hành {PLAN}{matter} {end}"
        assert stated(f"{said}.\n") == CARRIED_OUT, said
        assert stated(f"{said} nhiệm vụ năm 2026.\n") == set(), said
        other = stated(f"{said} Nghị quyết số 57-NQ/TW.\n")
        assert other == {("12/KH-UBND", "implements", "57-NQ/TW")}, said
