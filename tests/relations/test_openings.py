"""What an opening leads to ("Thực hiện [A], UBND tỉnh ban hành [B]"), crossed: verbs, documents, what stands between,
who issues. An opening that is the subject of its sentence, or no opening at all, leads to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import product

import pytest
import statements
from statements import Stated

stated = partial(statements.stated, beside=("cites", "issued_by"))


NQ = "57-NQ/TW"
CARRIED = (
    "Nghị quyết số 57-NQ/TW",
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị",
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ",
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 giai đoạn 2025-2030",
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 trên địa bàn tỉnh",
)
ISSUED = "Kế hoạch số 12/KH-UBND ngày 10/02/2025"
CARRYING = ("Thực hiện", "Triển khai thực hiện", "Để thực hiện", "Nhằm cụ thể hóa", "Trước đó, thực hiện")
NO_OPENING = (
    "Ngoài", "Ngoài việc thực hiện", "Bên cạnh", "Bên cạnh việc thực hiện", "Cùng với việc thực hiện", "Theo",
    "Thay vì thực hiện", "Qua 02 năm thực hiện", "Sau 5 năm thực hiện", "Sau khi thực hiện", "Dù đã thực hiện",
    "Đối với việc thực hiện", "Trong quá trình thực hiện", "Mặc dù chưa thực hiện", "Không kể",
)  # fmt: skip
SAID = (
    "có thể gặp khó khăn", "còn nhiều hạn chế", "gặp vướng mắc", "là nhiệm vụ trọng tâm", "đã đạt kết quả tốt",
    "chưa đạt yêu cầu", "giúp tỉnh phát triển", "sẽ tạo đột phá", "mang lại nhiều kết quả", "phải có lộ trình",
)  # fmt: skip
LINKS = ("", "do đó ", "vì vậy ", "nên ", "tuy nhiên ")
DOING = ("UBND tỉnh ban hành", "Bộ Tài chính đã ban hành", "ngày 10/02/2025, Tỉnh ủy ban hành", "Sở Nội vụ xây dựng",
         "Kho bạc Nhà nước tỉnh ban hành", "Sở Nội vụ đã gửi")  # fmt: skip
NOT_DOING = (
    "UBND tỉnh nhận được", "UBND tỉnh sẽ ban hành", "UBND tỉnh chưa ban hành", "UBND tỉnh dự kiến ban hành",
    "UBND tỉnh đề nghị ban hành", "UBND tỉnh vi phạm", "doanh nghiệp gửi", "người dân đã gửi", "công ty gửi",
)  # fmt: skip
PAPERS = ("{}.", "Tin mới trong ngày.\n\n{}.\n\nCác đơn vị lưu ý.", "Một số kết quả:\n\n- {};\n- Văn bản khác.")


def openings() -> Iterator[tuple[str, Stated]]:
    carried: Stated = {("12/KH-UBND", "implements", NQ)}
    for opening, what, who, paper in product(CARRYING, CARRIED, DOING, PAPERS[1:]):
        yield paper.format(f"{opening} {what}, {who} {ISSUED}"), carried
    for opening, what, who, paper in product(NO_OPENING, CARRIED[1:3], DOING[:1], PAPERS):
        yield paper.format(f"{opening} {what}, {who} {ISSUED}"), set()
    for opening, said, link, paper in product(CARRYING, SAID, LINKS, PAPERS):
        yield paper.format(f"{opening} {CARRIED[1]} {said}, {link}UBND tỉnh ban hành {ISSUED}"), set()
    for opening, what, who, paper in product(CARRYING, CARRIED[1:3], NOT_DOING, PAPERS):
        yield paper.format(f"{opening} {what}, {who} {ISSUED}"), set()


@pytest.mark.parametrize(("text", "right"), list(openings()))
def test_what_an_opening_leads_to(text: str, right: Stated) -> None:
    assert stated(text) == right


BASED = "Căn cứ Luật Đất đai số 31/2024/QH15"
BOTH = f"{BASED} và thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"
LAW = {("12/2025/QĐ-UBND", "based_on", "31/2024/QH15")}
DECISION = "UBND tỉnh Nghệ An {} Quyết định số 12/2025/QĐ-UBND ngày 10/02/2025 về bồi thường"


@pytest.mark.parametrize(
    ("opening", "right"),
    [
        (BASED, LAW),
        (BOTH, LAW | {("12/2025/QĐ-UBND", "implements", NQ)}),
        (f"{BASED}; Nghị định số 102/2024/NĐ-CP", LAW | {("12/2025/QĐ-UBND", "based_on", "102/2024/NĐ-CP")}),
        (f"{BASED}; căn cứ Nghị định số 102/2024/NĐ-CP", LAW | {("12/2025/QĐ-UBND", "based_on", "102/2024/NĐ-CP")}),
    ],
)
@pytest.mark.parametrize("verb", ["ban hành", "đã ban hành", "vừa ban hành", "ban hành các"])
@pytest.mark.parametrize("paper", ["{}.\nVăn bản này đề ra nhiều nhiệm vụ.", "Tin mới.\n\n{}."])
def test_an_article_that_opens_with_a_basis(opening: str, right: Stated, verb: str, paper: str) -> None:
    assert stated(paper.format(f"{opening}, {DECISION.format(verb)}")) == right


@pytest.mark.parametrize("verb", ["gửi", "trả lời", "sẽ ban hành", "đề nghị ban hành", "sửa", "đã có"])
def test_what_is_not_issued_is_based_on_nothing(verb: str) -> None:
    assert stated(f"Tin mới.\n\n{BASED}, {DECISION.format(verb)}.") == set()


def test_an_extract_speaks_for_itself() -> None:
    text = f"{BASED};\nThực hiện Nghị quyết số 57-NQ/TW,\nUBND tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n"
    assert {(p, o) for _, p, o in stated(text)} == {("based_on", "31/2024/QH15"), ("implements", NQ)}


LAW_CODE = "31/2024/QH15"
DECREES = tuple(f"Nghị định số {n}/2024/NĐ-CP ngày 30/7/2024" for n in (101, 102, 103))
CODES = tuple(f"{n}/2024/NĐ-CP" for n in (101, 102, 103))
LISTS = (
    " {}, {}, {}",
    " {}, {} và {}",
    " các nghị định: {}, {} và {}",
    " các văn bản sau: {}; {}; {}",
    " các văn bản sau đây: {}, {}, {}",
    " 03 nghị định, gồm: {}, {}, {}",
    " 03 nghị định gồm {}, {}, {}",
    " nhiều văn bản quan trọng như: {}, {}, {}",
)
BELOW = (
    " các văn bản sau:\n- {};\n- {};\n- {}",
    " các nghị định:\n1. {}.\n2. {}.\n3. {}",
    " 03 nghị định, gồm:\n- {};\n- {};\n- {}",
)
ALL = {(code, "implements", LAW_CODE) for code in CODES}


def several() -> Iterator[tuple[str, Stated]]:
    law = f"Luật Đất đai số {LAW_CODE}"
    bodies = ("Chính phủ", "ngày 30/7/2024, Chính phủ")
    verbs = ("ban hành", "đã kịp thời ban hành", "đã xây dựng, ban hành")
    for opening, who, verb, members in product(CARRYING, bodies, verbs, (*LISTS, *BELOW)):
        yield f"Tin mới.\n\n{opening} {law}, {who} {verb}{members.format(*DECREES)}.", ALL
    for who, members, purpose, paper in product(
        ("Chính phủ", "Năm 2024, Chính phủ"), LISTS, (" để thực hiện", ", nhằm triển khai"), PAPERS
    ):
        yield paper.format(f"{who} đã ban hành{members.format(*DECREES)}{purpose} {law}"), ALL
    for used, purpose, paper in product(
        ("Theo", "Áp dụng", "Trên cơ sở", "Các cơ quan sử dụng"), ("để thực hiện", "nhằm triển khai"), PAPERS
    ):
        yield paper.format(f"{used} {DECREES[0]}, {DECREES[1]} {purpose} {law}"), set()


@pytest.mark.parametrize(("text", "right"), list(several()))
def test_several_are_issued(text: str, right: Stated) -> None:
    assert stated(text) == right


NEW, OLD, OLDER = "Thông tư số 99/2025/TT-BTC", "Thông tư số 200/2014/TT-BTC", "Thông tư số 75/2013/TT-BTC"
CHANGING = (
    ("Thay thế", "replaces"), ("Thay thế hoàn toàn", "replaces"), ("Bãi bỏ", "repeals"), ("Để thay thế", "replaces"),
    ("Sửa đổi, bổ sung", "amends"),
)  # fmt: skip
CHANGED = ((OLD,), (OLD, " và ", OLDER), (OLD, ", ", OLDER), (OLD, " hướng dẫn chế độ kế toán"))
TOLD = ("có nhiều điểm mới", "đã bổ sung nhiều tài khoản", "gồm 32 điều", "có hiệu lực từ ngày 01/01/2026")


def changes() -> Iterator[tuple[str, Stated]]:
    for (verb, predicate), objects, said, paper in product(CHANGING, CHANGED, TOLD, PAPERS):
        old = "".join(objects)
        right = {("99/2025/TT-BTC", predicate, code.split()[-1]) for code in (OLD, OLDER) if code in objects}
        yield paper.format(f"{verb} {old}, {NEW} {said}"), right
        yield paper.format(f"{verb} {old}, Bộ Tài chính đã ban hành {NEW}"), right
    for verb, behind, paper in product(
        ("Thay thế", "Bãi bỏ", "Không thay thế"),
        (f", {NEW}", f" và {NEW}", f"; {NEW} có nhiều điểm mới", f", {OLDER} có nhiều điểm mới"),
        PAPERS,
    ):
        yield paper.format(f"{verb} {OLD}{behind}"), set()


@pytest.mark.parametrize(("text", "right"), list(changes()))
def test_a_change_before_what_changes(text: str, right: Stated) -> None:
    assert stated(text) == right


HEAD = "SỞ TÀI CHÍNH\nSố: 15/KH-STC\nNghệ An, ngày 01 tháng 4 năm 2031\n\nKẾ HOẠCH\nVề chuyển đổi số\n\n"
TASKS = ("Thực hiện theo", "Thực hiện theo đúng", "Thực hiện nhiệm vụ theo", "Thực hiện nhiệm vụ được phân công theo",
         "Thực hiện các nhiệm vụ do UBND tỉnh giao theo")  # fmt: skip
OTHERS = ("Thực hiện đấu thầu theo", "Thực hiện thủ tục thanh toán theo", "Thực hiện mua sắm tập trung theo")


@pytest.mark.parametrize(("opening", "carried"), [*((words, True) for words in TASKS), *((o, False) for o in OTHERS)])
def test_tasks_given_by_a_document(opening: str, carried: bool) -> None:
    """Who does the tasks that a document gives carries it out; who does other things by its rules only refers to it."""
    said = f"{opening} Quyết định số 749/QĐ-UBND ngày 05/01/2031, Sở Tài chính ban hành Kế hoạch như sau:"
    text = f"{HEAD}{said}\nI. NỘI DUNG\n"
    assert stated(text) == ({("15/KH-STC", "implements", "749/QĐ-UBND")} if carried else set())
