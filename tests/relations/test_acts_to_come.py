"""The title of an act that is still to be made changes nothing; what is spoken about carries nothing out."""

from __future__ import annotations

import itertools

import pytest

import graph

TITLE = "Luật sửa đổi, bổ sung một số điều của Luật Du lịch, Luật Điện ảnh"
TO_COME = [
    "Hoàn thiện pháp luật trong lĩnh vực văn hóa ({}) năm 2026.",
    "Bộ Khoa học và Công nghệ chủ trì\n18\nHoàn thiện pháp luật về du lịch\n({}...)\n2026",
    "Trình Quốc hội dự án {}.",
    "Xây dựng {}.",
    "Bộ Văn hóa chủ trì xây dựng, trình Chính phủ {} trong năm 2026.",
    "Chỉnh lý dự thảo: Luật Thủ đô (sửa đổi), {}.",
    "Chỉnh lý dự thảo: Luật sửa đổi, bổ sung một số điều của Luật Trợ giúp pháp lý, {}.",
    "Trình Quốc hội dự án Luật sửa đổi, bổ sung một số điều của Luật Công chứng và {}.",
    "Nghiên cứu, đề xuất xây dựng {}.",
    "Quốc hội xem xét, cho ý kiến đối với {}.",
    "Dự kiến trình Quốc hội tại kỳ họp thứ 2 {}.",
    "Lấy ý kiến về {}.",
    "Hồ sơ dự án {} được gửi thẩm định.",
]
MADE = [
    "Triển khai thi hành {}.",
    "Căn cứ {};",
    "Quốc hội đã thông qua {}.",
    "Bộ Xây dựng hướng dẫn thi hành {}.",
    "Theo báo cáo của Bộ\nXây dựng về {}.",
    "Xây dựng kế hoạch triển khai thi hành {}.",
    "Kinh phí thực hiện theo {}.",
    "Đề nghị các đơn vị thực hiện nghiêm {}.",
]


@pytest.mark.parametrize("sentence", [*TO_COME, *MADE])
def test_an_act_to_come_amends_nothing(sentence: str) -> None:
    said = graph.extract(f"KẾ HOẠCH\nPhát triển du lịch năm 2026\n1. {sentence.format(TITLE)}")
    amended = sum(relation.predicate == "amends" for relation in said.relations)
    assert amended == (0 if sentence in TO_COME else 2)


TROUBLES = ["tháo gỡ khó khăn, vướng mắc", "xử lý bất cập", "khắc phục tồn tại, hạn chế"]
MATTERS = [
    "trong", "trong tổ chức", "trong quá trình", "trong quá trình tổ chức", "trong việc", "trong công tác",
    "trong triển khai tổ chức", "trong việc triển khai, tổ chức", "khi triển khai tổ chức", "trong xây dựng và",
    "qua quá trình", "khi tổ chức", "của việc", "trong thực tiễn",
    "phát sinh trong quá trình", "phát sinh khi", "từ thực tiễn",
]  # fmt: skip
VERBS = ["thi hành", "thực hiện", "triển khai thực hiện"]
OBJECTS = ["Luật Đất đai", "Nghị định số 12/2024/NĐ-CP", "Nghị quyết số 18-NQ/TW"]
SPOKEN_ABOUT = [" ".join(words) for words in itertools.product(TROUBLES, MATTERS, VERBS, OBJECTS)]


@pytest.mark.parametrize("words", SPOKEN_ABOUT)
def test_difficulties_of_carrying_out_carry_nothing_out(words: str) -> None:
    text = f"THÔNG TƯ\nCăn cứ Nghị quyết số 254/2025/QH15 của Quốc hội quy định một số cơ chế, chính sách {words};"
    relations = graph.extract(text).relations
    assert not [r for r in relations if r.predicate == "implements"]
    assert [r for r in relations if r.predicate == "based_on"]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("words", ["quy định một số cơ chế", "quy định chính sách trong năm 2026"])
def test_carrying_out_is_still_said(words: str, verb: str) -> None:
    text = f"THÔNG TƯ\nCăn cứ Nghị quyết số 254/2025/QH15 của Quốc hội {words} {verb} Nghị quyết số 18-NQ/TW;"
    assert [r for r in graph.extract(text).relations if r.predicate == "implements"]


@pytest.mark.parametrize(
    ("words", "carried"),
    [
        ("thực hiện dịch vụ công trực tuyến đối với thủ tục “Đăng ký tuyển sinh” tại", False),
        ("thực hiện các nhiệm vụ tại", True),
        ("thực hiện việc sắp xếp bộ máy tại", True),
        ("thực hiện", True),
    ],
)
def test_what_stands_in_a_document_that_others_are_told_by(words: str, carried: bool) -> None:
    text = f"BÁO CÁO\nCông tác năm\n1. Công văn số 2659/BGDĐT-VP ngày 28/6/2021 về {words} Quyết định số 406/QĐ-TTg."
    assert any(r.predicate == "implements" for r in graph.extract(text).relations) == carried
