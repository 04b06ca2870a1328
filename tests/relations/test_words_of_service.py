"""What carries out, changes and guides, crossed as in ``test_words_around.py``: openings of plans and of sentences in
reports and articles, passives, and circulars of which something else is said as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from statements import Stated, stated

ACTS = ("implements", "guides", "amends", "replaces", "repeals", "corrects", "reviews", "suspends", "extends")

CARRIED = (
    (("72-NQ/TW",), "Nghị quyết số 72-NQ/TW"),
    (
        ("72-NQ/TW",),
        "Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Bộ Chính trị về một số giải pháp đột phá, tăng cường bảo vệ, "
        "chăm sóc và nâng cao sức khỏe Nhân dân",
    ),
    (
        ("72-NQ/TW", "282/NQ-CP"),
        "Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Bộ Chính trị và Nghị quyết số 282/NQ-CP của Chính phủ",
    ),
    (
        ("72-NQ/TW", "1413/QĐ-TTg"),
        "Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Bộ Chính trị; Quyết định số 1413/QĐ-TTg ngày 15 tháng 8 năm 2025 "
        "của Thủ tướng Chính phủ phê duyệt Chương trình phát triển du lịch",
    ),
    (("53/2024/QH15",), "Luật Phòng, chống mua bán người số 53/2024/QH15"),
)
CARRYING = (
    "Thực hiện",
    "Triển khai thi hành",
    "Nhằm triển khai thực hiện",
    "Để thực hiện có hiệu quả",
    "Thực hiện ý kiến chỉ đạo tại",
    "Cụ thể hóa",
    "Để bảo đảm triển khai kịp thời, đồng bộ, hiệu quả",
    "Thực hiện chỉ đạo của Tỉnh ủy về việc triển khai",
)
ISSUED = (
    "Ủy ban nhân dân tỉnh đã ban hành {}",
    "UBND tỉnh Lào Cai vừa ban hành {}",
    "ngày 20/10/2025, Ủy ban nhân dân tỉnh ban hành {}",
    "Sở Y tế đã tham mưu Ủy ban nhân dân tỉnh ban hành {}",
    "tỉnh Lào Cai đã kịp thời ban hành {} để chỉ đạo, tổ chức thực hiện",
    "Chủ tịch UBND tỉnh đã ký ban hành {}",
    "trong thời gian qua, Tỉnh ủy, HĐND, UBND tỉnh đã ban hành {}",
)
PLANS = (
    (("145/KH-UBND",), "Kế hoạch số 145/KH-UBND"),
    (("145/KH-UBND",), "Kế hoạch số 145/KH-UBND ngày 20/10/2025 về chăm sóc sức khỏe Nhân dân"),
    (
        ("145/KH-UBND", "2345/QĐ-UBND"),
        "Kế hoạch số 145/KH-UBND ngày 20/10/2025 và Quyết định số 2345/QĐ-UBND ngày 21/10/2025",
    ),
)
HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI\n-------\nSố: {number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\n---------------\nLào Cai, ngày 20 tháng 12 năm 2025\n\n"
)
REPORTED = (
    "{}.",
    "Tin địa phương\n\n{}.\n\nCác đơn vị lưu ý.",
    "Kết quả:\n\n1. {}.\n\n2. Công tác khác.",
    HEAD.format(number="300/BC-UBND")
    + "BÁO CÁO\nKết quả công tác y tế năm 2025\n\nI. CÔNG TÁC CHỈ ĐẠO\n1. {}.\n2. Việc khác.\n",
)


def fronted() -> Iterator[tuple[str, Stated]]:
    """ "Thực hiện A, Ủy ban nhân dân tỉnh ban hành B" in papers that are no document, and in reports."""
    for at, (verb, issued, paper) in enumerate(product(CARRYING, ISSUED, REPORTED)):
        codes, carried = CARRIED[(at + at // 4) % len(CARRIED)]
        plans, named = PLANS[(at // 2 + at // 28) % len(PLANS)]
        text = paper.format(f"{verb} {carried}, {issued.format(named)}")
        yield text, {(plan, "implements", code) for plan in plans for code in codes}


@pytest.mark.parametrize(("text", "right"), list(fronted()))
def test_what_was_issued_carries_out_what_opens_the_sentence(text: str, right: Stated) -> None:
    assert stated(text, of=ACTS) == right


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị quyết số 72-NQ/TW, các bệnh viện khám bệnh theo Kế hoạch số 145/KH-UBND.",
        "Thực hiện Nghị quyết số 72-NQ/TW, tỉnh đề nghị bổ sung kinh phí. Kế hoạch số 145/KH-UBND chưa được ban hành.",
        "Thực hiện Nghị quyết số 72-NQ/TW và Kế hoạch số 145/KH-UBND, Sở Y tế đã tổ chức hội nghị.",
    ],
)
def test_what_is_only_named_behind_an_opening(text: str) -> None:
    assert not stated(text, of=ACTS)


PLAN = (
    HEAD.format(number="145/KH-UBND")
    + "KẾ HOẠCH\nChăm sóc sức khỏe Nhân dân\n\n{}\n\nI. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\nNâng cao nhận thức.\n"
)
OWN = (
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch thực hiện trên địa bàn tỉnh như sau:",
    "UBND tỉnh xây dựng Kế hoạch chăm sóc sức khỏe Nhân dân năm 2025, cụ thể như sau:",
    "Ủy ban nhân dân tỉnh ban hành Kế hoạch này với các nội dung sau:",
)


@pytest.mark.parametrize(
    ("opening", "codes"),
    [(f"{verb} {carried}, {own}", codes) for verb, (codes, carried), own in product(CARRYING[::2], CARRIED, OWN)],
)
def test_a_plan_carries_out_what_it_opens_with(opening: str, codes: tuple[str, ...]) -> None:
    assert stated(PLAN.format(opening), of=ACTS) == {("145/KH-UBND", "implements", code) for code in codes}


OLD = "15/2020/NĐ-CP"
CHANGED = (
    "Nghị định 15/2020/NĐ-CP",
    "Nghị định số 15/2020/NĐ-CP ngày 03/02/2020 của Chính phủ quy định xử phạt vi phạm hành chính trong lĩnh vực bưu "
    "chính, viễn thông",
    "Nghị định số 15/2020/NĐ-CP (sau đây gọi là Nghị định 15)",
)
TENSES = ("", "đã ", "hiện đã ", "nay ", "chính thức ")
PASSIVES = (
    ("được sửa đổi, bổ sung", "amends"),
    ("được sửa đổi, bổ sung một số điều", "amends"),
    ("được thay thế", "replaces"),
    ("bị bãi bỏ", "repeals"),
)
SINCE = ("", " từ ngày 01/01/2022", " kể từ ngày 01 tháng 01 năm 2022", " kể từ ngày 01/01/2022")
CHANGING = (
    (("14/2022/NĐ-CP",), "Nghị định số 14/2022/NĐ-CP ngày 27/01/2022 của Chính phủ"),
    (("14/2022/NĐ-CP", "119/2024/NĐ-CP"), "Nghị định 14/2022/NĐ-CP và Nghị định 119/2024/NĐ-CP"),
    (("14/2022/NĐ-CP", "119/2024/NĐ-CP"), "các Nghị định: số 14/2022/NĐ-CP, số 119/2024/NĐ-CP ngày 30/9/2024"),
)


def passives() -> Iterator[tuple[str, Stated]]:
    for at, (changed, tense, (verb, predicate), since) in enumerate(product(CHANGED, TENSES, PASSIVES, SINCE)):
        codes, changing = CHANGING[(at + at // 3) % len(CHANGING)]
        by = ("bởi", "theo", "tại")[at // 2 % 3]
        text = REPORTED[(at + at // 4) % len(REPORTED)].format(f"{changed} {tense}{verb}{since} {by} {changing}")
        yield text, {(code, predicate, OLD) for code in codes}


@pytest.mark.parametrize(("text", "right"), list(passives()))
def test_the_day_between_a_passive_and_who_acts(text: str, right: Stated) -> None:
    assert stated(text, of=ACTS) == right


GUIDES = (
    "Thông tư 99/2025/TT-BTC",
    "Ngày 27/10/2025, Bộ Tài chính ban hành Thông tư số 99/2025/TT-BTC",
    "Theo đó, Thông tư số 99/2025/TT-BTC ngày 27/10/2025 của Bộ trưởng Bộ Tài chính",
)
SAID = (
    "",
    " đã",
    " có hiệu lực từ 01/01/2026 và",
    ", có hiệu lực từ ngày 01/01/2026,",
    " (có hiệu lực từ ngày 01/01/2026)",
)
GUIDING = (
    "quy định chi tiết một số điều của",
    "hướng dẫn thi hành",
    "quy định chi tiết và hướng dẫn thi hành một số điều của",
    "quy định chi tiết một số điều và biện pháp thi hành",
    "quy định chi tiết khoản 2 Điều 7, điểm a khoản 1 Điều 9 và Điều 12 của",
    "hướng dẫn một số nội dung về thuế thu nhập doanh nghiệp theo quy định tại",
    "hướng dẫn chế độ kế toán theo",
)
GUIDED = (
    (("320/2025/NĐ-CP",), "Nghị định số 320/2025/NĐ-CP ngày 15/12/2025 của Chính phủ"),
    (("320/2025/NĐ-CP", "88/2015/QH13"), "Luật Kế toán số 88/2015/QH13 và Nghị định số 320/2025/NĐ-CP"),
)


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        (f"{guide}{said} {verb} {guided}.", codes)
        for guide, said, verb, (codes, guided) in product(GUIDES, SAID, GUIDING, GUIDED)
    ],
)
def test_what_is_said_of_the_document_that_guides(sentence: str, codes: tuple[str, ...]) -> None:
    assert stated(sentence, of=ACTS) == {("99/2025/TT-BTC", "guides", code) for code in codes}


@pytest.mark.parametrize(
    "sentence",
    [
        "Nghị định số 320/2025/NĐ-CP có hiệu lực từ ngày 15/12/2025, hướng dẫn tại Thông tư số 78/2014/TT-BTC không "
        "còn phù hợp.",
        "Sau khi Nghị định số 320/2025/NĐ-CP có hiệu lực từ ngày 15/12/2025, hướng dẫn thi hành Luật Kế toán số "
        "88/2015/QH13 được xây dựng.",
        "Nghị định số 320/2025/NĐ-CP có hiệu lực từ ngày 15/12/2025, Bộ Tài chính hướng dẫn Luật Kế toán số "
        "88/2015/QH13.",
    ],
)
def test_what_guides_nothing_behind_its_day(sentence: str) -> None:
    assert not stated(sentence, of=ACTS)


PURPOSES = (
    "triển khai thực hiện {}",
    "tổ chức thực hiện {} giai đoạn 2026 - 2030",
    "triển khai thi hành {} trên địa bàn tỉnh Lào Cai",
    "tuyên truyền, phổ biến và triển khai thực hiện {}",
)
LETTER = (
    HEAD.replace("{number}\n", "{{number}}\n{subject}\n")
    + "Kính gửi: Các sở, ban, ngành.\n\nĐề nghị các đơn vị quan tâm.\n"
)
ADDRESSED = (
    ("145/UBND-VX", LETTER.format(subject="V/v {title}")),
    ("145/UBND-VX", LETTER.format(subject="Về việc {title}")),
    ("145/KH-UBND", HEAD + "KẾ HOẠCH\nVề việc {title}\n\nỦy ban nhân dân tỉnh yêu cầu các đơn vị triển khai.\n"),
    ("145/QĐ-UBND", HEAD + "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch {title}\n\nĐiều 1. Ban hành Kế hoạch.\n"),
)


@pytest.mark.parametrize(
    ("text", "number", "codes"),
    [
        (paper.format(number=number, title=purpose.format(carried)), number, codes)
        for purpose, (number, paper), (codes, carried) in product(PURPOSES, ADDRESSED, CARRIED)
    ],
)
def test_a_title_says_what_is_carried_out(text: str, number: str, codes: tuple[str, ...]) -> None:
    assert stated(text, of=ACTS) == {(number, "implements", code) for code in codes}


@pytest.mark.parametrize("paper", REPORTED)
@pytest.mark.parametrize("sign", [";", ","])
@pytest.mark.parametrize("title", ["", " ban hành Chương trình hành động"])
def test_several_bodies_issue_what_carries_it_out(paper: str, sign: str, title: str) -> None:
    sentence = (
        f"Thực hiện Nghị quyết số 72-NQ/TW, Chính phủ đã ban hành Nghị quyết số 282/NQ-CP{title}{sign} Bộ Y tế đã ban "
        f"hành Kế hoạch số 1234/KH-BYT{sign} UBND tỉnh Lào Cai ban hành Kế hoạch số 145/KH-UBND ngày 20/10/2025"
    )
    issued = ("282/NQ-CP", "1234/KH-BYT", "145/KH-UBND")
    assert stated(paper.format(sentence), of=ACTS) == {(code, "implements", "72-NQ/TW") for code in issued}


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Nghị quyết số 72-NQ/TW, Chính phủ đã ban hành Nghị quyết số 282/NQ-CP; {}.",
        "Thực hiện Nghị quyết số 72-NQ/TW, Chính phủ đã ban hành Nghị quyết số 282/NQ-CP, {}.",
        "Thực hiện Nghị quyết số 72-NQ/TW, Chính phủ đã ban hành Nghị quyết số 282/NQ-CP. {}.",
    ],
)
@pytest.mark.parametrize(
    "other",
    [
        "Bộ Y tế áp dụng Kế hoạch số 1234/KH-BYT",
        "giao Bộ Y tế báo cáo theo Kế hoạch số 1234/KH-BYT",
        "Bộ Y tế đề nghị sửa đổi Kế hoạch số 1234/KH-BYT",
    ],
)
def test_what_another_body_only_does_carries_nothing_out(sentence: str, other: str) -> None:
    assert stated(sentence.format(other), of=ACTS) == {("282/NQ-CP", "implements", "72-NQ/TW")}


MARKS = ("được", "đã được", "hiện đã được", "vừa được", "đã bị")
VERBS = (
    ("sửa đổi, bổ sung", "amends"),
    ("sửa đổi, bổ sung một số điều", "amends"),
    ("thay thế", "replaces"),
    ("bãi bỏ", "repeals"),
)
ENDS = (
    "",
    " từ ngày 01/01/2022",
    " kể từ ngày 01 tháng 01 năm 2022",
    ", nên doanh nghiệp áp dụng Luật Viễn thông số 24/2023/QH15",
)


def between() -> Iterator[tuple[str, Stated]]:
    """ "B đã được A thay thế": who acts stands between the mark of the passive and its verb."""
    for at, (changed, mark, (verb, predicate), end) in enumerate(product(CHANGED, MARKS, VERBS, ENDS)):
        changing = ("Nghị định 14/2022/NĐ-CP", CHANGING[0][1])[at % 2]
        text = REPORTED[(at + at // 4) % len(REPORTED)].format(f"{changed} {mark} {changing} {verb}{end}")
        yield text, {("14/2022/NĐ-CP", predicate, OLD)}


@pytest.mark.parametrize(("text", "right"), list(between()))
def test_who_acts_between_the_mark_and_the_verb(text: str, right: Stated) -> None:
    assert stated(text, of=ACTS) == right


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        (
            "Luật Kế toán số 88/2015/QH13 được Nghị định số 174/2016/NĐ-CP quy định chi tiết.",
            {("174/2016/NĐ-CP", "guides", "88/2015/QH13")},
        ),
        (
            "Khoản 2 Điều 5 Nghị định số 15/2020/NĐ-CP đã được Nghị định số 14/2022/NĐ-CP bãi bỏ.",
            {("14/2022/NĐ-CP", "amends", OLD)},
        ),
        (
            "Nghị định số 15/2020/NĐ-CP (đã được Nghị định số 14/2022/NĐ-CP sửa đổi, bổ sung một số điều), Nghị định "
            "số 91/2020/NĐ-CP quy định mức phạt.",
            {("14/2022/NĐ-CP", "amends", OLD)},
        ),
        (
            "Mức phạt theo Nghị định số 15/2020/NĐ-CP được Nghị định số 14/2022/NĐ-CP sửa đổi Nghị định số "
            "91/2020/NĐ-CP quy định.",
            {("14/2022/NĐ-CP", "amends", "91/2020/NĐ-CP")},
        ),
        ("Nghị định số 15/2020/NĐ-CP chưa được Nghị định số 14/2022/NĐ-CP sửa đổi.", set()),
        ("Nghị định số 15/2020/NĐ-CP không bị Nghị định số 14/2022/NĐ-CP bãi bỏ.", set()),
        ("Nghị định số 15/2020/NĐ-CP được Nghị định số 14/2022/NĐ-CP viện dẫn.", set()),
    ],
)
def test_whose_passive_it_is(sentence: str, right: Stated) -> None:
    assert stated(sentence, of=ACTS) == right


@pytest.mark.parametrize("joined", [", ", " và "])
@pytest.mark.parametrize("first", ["quán triệt", "học tập, quán triệt"])
@pytest.mark.parametrize("verb", ["thực hiện", "triển khai thực hiện"])
def test_who_is_to_know_it_first_carries_it_out_all_the_same(first: str, joined: str, verb: str) -> None:
    text = (
        f"Căn cứ Kế hoạch số 283/KH-UBND ngày 24/9/2025 của UBND tỉnh về {first}{joined}{verb} "
        "Nghị quyết số 71/NQ-CP ngày 01/4/2025 của Chính phủ;"
    )
    assert stated(text) == {("283/KH-UBND", "implements", "71/NQ-CP")}
