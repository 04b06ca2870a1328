"""Party documents cited by name: plenums, congresses, the charter."""

from __future__ import annotations

import pytest
from facts import PROVINCE_HEAD, cited, mentions, wrong


@pytest.mark.parametrize(
    ("words", "name", "term"),
    [
        ("Nghị quyết Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XII", "XII"),
        ("Nghị quyết Trung ương 4 (khóa XII)", "Nghị quyết Trung ương 4 khóa XII", "XII"),
        ("Nghị quyết Trung ương 4, khoá XII", "Nghị quyết Trung ương 4 khóa XII", "XII"),
        ("Nghị quyết T.Ư 4, khóa XI", "Nghị quyết Trung ương 4 khóa XI", "XI"),
        ("Nghị quyết TW4 khóa XII", "Nghị quyết Trung ương 4 khóa XII", "XII"),
        ("Nghị quyết Hội nghị Trung ương 4 khóa XII", "Nghị quyết Trung ương 4 khóa XII", "XII"),
        (
            "Nghị quyết Hội nghị lần thứ tư Ban Chấp hành Trung ương Đảng khóa XII",
            "Nghị quyết Trung ương 4 khóa XII",
            "XII",
        ),
        (
            "Nghị quyết Hội nghị lần thứ 4 Ban Chấp hành Trung ương khóa XII",
            "Nghị quyết Trung ương 4 khóa XII",
            "XII",
        ),
        ("Nghị quyết Trung ương bảy khóa XII", "Nghị quyết Trung ương 7 khóa XII", "XII"),
        ("Nghị quyết Trung ương 4", "Nghị quyết Trung ương 4", None),
        ("NQTW4", "Nghị quyết Trung ương 4", None),
        (
            "Nghị quyết Đại hội XIV của Đảng",
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIV của Đảng",
            "XIV",
        ),
        (
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            "XIII",
        ),
        (
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX",
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX",
            "XIX",
        ),
        (
            "Nghị quyết đại biểu Đảng bộ tỉnh lần thứ XIX",
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX",
            "XIX",
        ),
        (
            "Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ XIX",
            "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX",
            "XIX",
        ),
        ("Điều lệ Đảng", "Điều lệ Đảng", None),
        ("Điều lệ Đảng Cộng sản Việt Nam", "Điều lệ Đảng", None),
    ],
)
def test_named_party_document(words: str, name: str, term: str | None) -> None:
    ((found, document),) = cited(f"Tiếp tục thực hiện {words}; tăng cường công tác cán bộ.")
    assert (found, document.name, document.term) == (words, name, term)


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("Nghị quyết Trung ương 4 (khóa XI, XII)", ["XI", "XII"]),
        ("Nghị quyết Trung ương 4 (khóa XI, khóa XII)", ["XI", "XII"]),
        ("Nghị quyết Trung ương 4 (khóa XII; XIII)", ["XII", "XIII"]),
        ("Nghị quyết Trung ương 4 khóa XI, khóa XII", ["XI", "XII"]),
        ("Nghị quyết Trung ương 4 khóa XI, XII", ["XI", "XII"]),
        ("Nghị quyết Trung ương 4 khóa XI và khóa XII", ["XI", "XII"]),
    ],
)
def test_one_span_two_documents(words: str, terms: list[str]) -> None:
    found = cited(f"Thực hiện {words}.")
    assert [d.term for _, d in found] == terms
    assert {w for w, _ in found} == {words}
    assert len({d.id for _, d in found}) == len(terms)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Nghị quyết Trung ương 4 khóa XII về xây dựng Đảng", "Nghị quyết Trung ương 4 khóa XII"),
        pytest.param("Nghị quyết Trung ương 5 khóa XII và các văn bản", "Nghị quyết Trung ương 5 khóa XII"),
        ("Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX, nhiệm kỳ 2015 - 2020",
         "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX"),
        ("Nghị quyết Trung ương 4 về xây dựng Đảng", "Nghị quyết Trung ương 4"),
    ],
)  # fmt: skip
def test_the_span_ends_with_the_name(text: str, words: str) -> None:
    assert mentions(f"Thực hiện {text}.") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "các nghị quyết của Đảng và chính sách của Nhà nước",
        "các chỉ thị, nghị quyết về cải cách hành chính",
        "nghị quyết Đại hội Đảng bộ các cấp nhiệm kỳ 2015 - 2020",
        "Nghị quyết Hội nghị công chức, viên chức hàng năm",
        "vượt chỉ tiêu Nghị quyết đề ra",
        "Ban Chấp hành Trung ương Đảng khóa XII đã họp",
        "Kế hoạch này; kế hoạch hàng năm; Nghị quyết này",
        "Đại hội Đảng bộ tỉnh lần thứ XIX thành công tốt đẹp",
        "Trung ương 4 nhóm giải pháp",
    ],
)
def test_classes_and_events_are_no_documents(text: str) -> None:
    assert mentions(f"Nội dung: {text}.") == []


def test_the_congress_of_the_province_is_that_of_the_author() -> None:
    text = PROVINCE_HEAD + "Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX.\n"
    ((_, document),) = cited(text)
    assert document.place == "Quảng Ngãi"


def test_spellings_of_one_congress_are_one_document() -> None:
    text = (
        "Nghị quyết Đại hội XIII của Đảng; Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng; "
        "Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII"
    )
    assert len({d.id for _, d in cited(text)}) == 1


def test_terms_keep_plenums_apart() -> None:
    text = "Nghị quyết Trung ương 4 khóa XI; Nghị quyết Trung ương 4 khóa XII; Nghị quyết Trung ương 4 (khóa XI)"
    ids = [d.id for _, d in cited(text)]
    assert ids[0] == ids[2] != ids[1]


@pytest.mark.parametrize(
    "words",
    [
        wrong(
            "Cương lĩnh xây dựng đất nước trong thời kỳ quá độ lên chủ nghĩa xã hội",
            why="the Party's platform is not among the named documents",
        ),
    ],
)
def test_other_named_documents(words: str) -> None:
    assert mentions(f"Quán triệt {words} (bổ sung, phát triển năm 2011).") == [words]
