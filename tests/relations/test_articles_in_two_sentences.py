"""How articles tell of a document: in one sentence that it was issued, in the next what it does; by whom it was signed;
what several documents suffer together."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from itertools import product

import pytest
from statements import stated

NEW = "Quyết định số 12/2025/QĐ-UBND"
OLD, OTHER = "Quyết định số 104/2010/QĐ-UBND ngày 25/8/2010", "Quyết định số 63/2012/QĐ-UBND"
BOTH = {("12/2025/QĐ-UBND", "repeals", "104/2010/QĐ-UBND"), ("12/2025/QĐ-UBND", "repeals", "63/2012/QĐ-UBND")}

TOLD = [
    f"UBND tỉnh vừa ban hành {NEW} ngày 10/3/2025.", f"Ngày 10/3/2025, UBND tỉnh đã ban hành {NEW} về bãi bỏ văn bản.",
    f"Chủ tịch UBND tỉnh vừa ký {NEW}.", f"UBND tỉnh thông qua {NEW} ngày 10/3/2025 về rà soát văn bản.",
]  # fmt: skip
SAID = [
    f"bãi bỏ {OLD} và {OTHER}.", f"bãi bỏ toàn bộ 02 Quyết định của UBND tỉnh gồm: {OLD}; {OTHER}.",
    f"bãi bỏ các văn bản sau:\n- {OLD};\n- {OTHER}.", f"các văn bản sau hết hiệu lực:\n(1) {OLD};\n(2) {OTHER}.",
    f"{OLD} và {OTHER} hết hiệu lực từ ngày 01/4/2025.", f"các văn bản sau bị bãi bỏ: {OLD}; {OTHER}.",
]  # fmt: skip


@pytest.mark.parametrize(("told", "said"), list(product(TOLD, SAID)))
def test_theo_do(told: str, said: str) -> None:
    for gap in (" ", "\n", "\n\n"):
        assert stated(f"{told}{gap}Theo đó, {said}") == BOTH


@pytest.mark.parametrize(
    "told",
    [
        f"UBND tỉnh vừa ban hành {NEW} và Quyết định số 13/2025/QĐ-UBND.",
        f"UBND tỉnh giao Sở Tư pháp trình ban hành {NEW}.",
        f"Dự thảo do Sở Tư pháp đề nghị ban hành {NEW}.",
        "UBND tỉnh vừa ban hành Kế hoạch số 12/KH-UBND.",
        f"Sở Tư pháp xem lại {NEW}.",
    ],
)
def test_where_it_is_open_what_does_so(told: str) -> None:
    assert stated(f"{told} Theo đó, bãi bỏ {OLD}.") == set()


SIGNED = ["do Thủ tướng ký ban hành", "do Thủ tướng Chính phủ vừa ký ban hành ngày 1/12/2025", "do Thủ tướng Chính phủ ban hành ngày 1/12/2025",
          "vừa ban hành ngày 1/12/2025", "của Thủ tướng Chính phủ ký ngày 1/12/2025"]  # fmt: skip
LISTS = ["bãi bỏ 02 văn bản, cụ thể: {}; {}.", "đã bãi bỏ các văn bản, cụ thể:\n- {};\n- {}.", "đã bãi bỏ {} và {}."]


@pytest.mark.parametrize(("signed", "said"), list(product(SIGNED, LISTS)))
def test_a_document_told_by_who_signed_it(signed: str, said: str) -> None:
    words = said.format("Quyết định số 104/2000/QĐ-TTg ngày 25/8/2000", "Quyết định số 63/2002/QĐ-TTg")
    assert stated(f"Quyết định số 44/2025/QĐ-TTg {signed} {words}") == {
        ("44/2025/QĐ-TTg", "repeals", "104/2000/QĐ-TTg"),
        ("44/2025/QĐ-TTg", "repeals", "63/2002/QĐ-TTg"),
    }


@pytest.mark.parametrize("end", ["hết hiệu lực từ ngày 15/01/2026", "bị bãi bỏ", "không còn hiệu lực từ 15/01/2026"])
def test_theo_a_document_another_one_ends(end: str) -> None:
    assert stated(f"Theo {NEW}, {OLD} và {OTHER} {end}.") == BOTH
    assert stated(f"Theo Luật Đất đai năm 2024, {OLD} {end}.") == set()


@pytest.mark.parametrize(
    "both",
    [
        "Thông tư số 45/2019/TT-BTC và Thông tư số 46/2019/TT-BTC cùng bị {} bởi",
        "Thông tư số 45/2019/TT-BTC và Thông tư số 46/2019/TT-BTC đều bị {} bởi",
        "Hai Thông tư số 45/2019/TT-BTC và số 46/2019/TT-BTC bị {} bởi",
        "Các Thông tư số 45/2019/TT-BTC, số 46/2019/TT-BTC bị {} bởi",
    ],
)
@pytest.mark.parametrize(("verb", "predicate"), [("bãi bỏ", "repeals"), ("thay thế", "replaces")])
def test_what_ends_together(both: str, verb: str, predicate: str) -> None:
    assert stated(f"{both.format(verb)} Thông tư số 10/2023/TT-BTC.") == {
        ("10/2023/TT-BTC", predicate, "45/2019/TT-BTC"),
        ("10/2023/TT-BTC", predicate, "46/2019/TT-BTC"),
    }


@pytest.mark.parametrize("noun", ["văn bản", "Thông tư", "một văn bản"])
def test_a_noun_says_what_the_document_is(noun: str) -> None:
    text = f"Thông tư số 58/2025/TT-BTC là {noun} thay thế Thông tư số 45/2019/TT-BTC."
    assert stated(text) == {("58/2025/TT-BTC", "replaces", "45/2019/TT-BTC")}


def test_a_portion_is_a_part() -> None:
    text = "Nghị định số 168/2024/NĐ-CP thay thế phần đường bộ của Nghị định số 100/2019/NĐ-CP."
    assert stated(text) == {("168/2024/NĐ-CP", "amends", "100/2019/NĐ-CP")}


ACT, FORMER, EARLIER = "Nghị định 158/2025/NĐ-CP", "Nghị định 115/2015/NĐ-CP", "Nghị định số 134/2015/NĐ-CP"
ENDED = {("158/2025/NĐ-CP", "repeals", "115/2015/NĐ-CP"), ("158/2025/NĐ-CP", "repeals", "134/2015/NĐ-CP")}
CLASSES = [
    "Có 02 nghị định bị bãi bỏ toàn bộ theo {},", "Các văn bản bị bãi bỏ bởi {}", "Các văn bản hết hiệu lực theo {}",
    "Những văn bản sau sẽ hết hiệu lực khi {} có hiệu lực", "Các nghị định hết hiệu lực kể từ ngày {} có hiệu lực thi hành,",
]  # fmt: skip
MEMBERS = ["{} gồm: {}; {}.", "{} gồm: {} và {}.", "{}:\n- {};\n- {}.", "{} bao gồm:\n1. {}\n2. {}\n"]


@pytest.mark.parametrize(("called", "members"), list(product(CLASSES, MEMBERS)))
def test_members_of_a_class_that_a_document_ends(called: str, members: str) -> None:
    assert stated(members.format(called.format(ACT), FORMER, EARLIER)) == ENDED


@pytest.mark.parametrize(
    "called", ["Các văn bản không bị bãi bỏ bởi {}", "Các thủ tục thực hiện theo {}", "Các văn bản căn cứ {}"]
)
def test_classes_that_nothing_ends(called: str) -> None:
    assert stated(f"{called.format(ACT)} gồm: {FORMER}; {EARLIER}.") == set()


SINCE = ["Kể từ ngày", "Khi", "Từ ngày", "Sau khi"]


@pytest.mark.parametrize("since", SINCE)
@pytest.mark.parametrize("end", ["hết hiệu lực", "không còn hiệu lực", "hết hiệu lực thi hành"])
def test_the_force_of_one_ends_others(since: str, end: str) -> None:
    for comma in (",", " thì"):
        assert stated(f"{since} {ACT} có hiệu lực thi hành{comma} {FORMER} và {EARLIER} {end}.") == ENDED


def test_a_provision_says_what_ends() -> None:
    for comma in (",", " thì"):
        assert stated(f"Theo điểm b khoản 2 Điều 40 {ACT}{comma} {FORMER}, {EARLIER} hết hiệu lực.") == ENDED


def test_several_bodies_carry_out_one_resolution() -> None:
    text = (
        "Nhằm cụ thể hóa Nghị quyết số 68-NQ/TW, Quốc hội đã thông qua Nghị quyết số 198/2025/QH15 và Chính phủ ban hành "
        "Nghị quyết số 138/NQ-CP, Nghị quyết số 139/NQ-CP."
    )
    assert stated(text) == {(code, "implements", "68-NQ/TW") for code in ("198/2025/QH15", "138/NQ-CP", "139/NQ-CP")}


def test_what_an_issued_document_does_besides() -> None:
    text = (
        "Bộ Nội vụ ban hành Thông tư số 11/2025/TT-BNV quy định về bảo hiểm xã hội tự nguyện; đồng thời bãi bỏ Thông tư số "
        "01/2016/TT-BLĐTBXH."
    )
    assert stated(text) == {("11/2025/TT-BNV", "repeals", "01/2016/TT-BLĐTBXH")}
