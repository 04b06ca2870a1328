"""A passive behind a document that is cited for a provision ("theo khoản 2 Điều 8 [B] được sửa đổi bởi [A]"), crossed:
a part is told where the amender's provision is, where "một số điều" is said or where the sentence speaks of the
provision; else the text leaves open what was amended, and names no provision."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

LEADS = ("Thực hiện theo quy định tại", "Căn cứ", "Mức phạt quy định tại", "Bãi bỏ thủ tục tại", "trừ trường hợp tại")
PROVISIONS = (
    "khoản 2 Điều 8",
    "các Điều 14, 16 và Điều 17",
    "điểm a, c khoản 1 Điều 28",
    "Mẫu số 01 Phụ lục I ban hành kèm theo",
)
TITLES = (
    "",
    " ngày 23 tháng 12 năm 2021 của Chính phủ",
    " của Chính phủ quy định chi tiết về xử phạt vi phạm hành chính",
)
AMENDED = (
    " được sửa đổi, bổ sung bởi",
    " đã được sửa đổi, bổ sung tại",
    " (được sửa đổi theo",
    ", được sửa đổi, bổ sung bởi",
)
B, A = "Nghị định số 118/2021/NĐ-CP", "Nghị định số 68/2025/NĐ-CP"


def amended(text: str) -> list[tuple[bool, bool]]:
    """Of each relation `amends`: whether it is of a part, and whether it names provisions."""
    return [(r.partial, bool(r.pinpoints)) for r in extract(text).relations if r.predicate == "amends"]


def closed(words: str) -> str:
    return f"{words})." if "(" in words else f"{words}."


@pytest.mark.parametrize("lead", LEADS)
def test_a_citation_for_a_provision_tells_no_part(lead: str) -> None:
    for provision, title, passive in product(PROVISIONS, TITLES, AMENDED):
        text = closed(f"{lead} {provision} {B}{title}{passive} {A}")
        assert amended(text) == [(False, False)], text


@pytest.mark.parametrize("lead", LEADS)
def test_the_provision_of_the_amender_tells_a_part(lead: str) -> None:
    for provision, title, passive in product(PROVISIONS, TITLES, AMENDED):
        text = closed(f"{lead} {provision} {B}{title}{passive} khoản 3 Điều 1 {A}")
        assert [part for part, _ in amended(text)] == [True], text


@pytest.mark.parametrize("provision", ["Khoản 2 Điều 8", "Điều 14 và Điều 16", "Mẫu số 01 Phụ lục I ban hành kèm theo"])
def test_a_sentence_of_a_provision_tells_a_part(provision: str) -> None:
    for title, passive in product(TITLES[:2], AMENDED[:2]):
        text = f"{provision} {B}{title}{passive} {A}."
        assert [part for part, _ in amended(text)] == [True], text


@pytest.mark.parametrize("lead", LEADS)
def test_some_articles_are_a_part_but_not_those_cited(lead: str) -> None:
    text = f"{lead} khoản 2 Điều 8 {B} được sửa đổi, bổ sung một số điều bởi {A}."
    assert amended(text) == [(True, False)], text


def test_behind_a_semicolon_a_provision_is_one_more_that_is_cited() -> None:
    text = f"Đề nghị công ty căn cứ Điều 83 Nghị định số 08/2015/NĐ-CP; Điều 91 {B} được sửa đổi, bổ sung tại {A}."
    assert amended(text) == [(False, False)]


def test_an_article_that_is_ended_is_no_whole_document() -> None:
    found = extract(f"Hồ sơ thực hiện theo Điều 8 {B} được bãi bỏ bởi {A}.").relations
    assert [(r.predicate, r.partial) for r in found if r.predicate not in ("cites", "issued_by")] == [("amends", True)]


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Luật sửa đổi, bổ sung một số điều của Luật Hải quan, Luật Đấu thầu và Luật Đầu tư công", True),
        ("Luật sửa đổi, bổ sung các điều 5, 6 của Luật Đấu thầu", True),
        ("Luật sửa đổi Luật Hải quan; Luật Đấu thầu", False),
        ("Luật sửa đổi, bổ sung Luật Đấu thầu", False),
    ],
)
def test_a_title_tells_parts_where_it_names_them(title: str, part: bool) -> None:
    assert {told for told, _ in amended(f"Thực hiện theo {title} số 90/2025/QH15.")} == {part}


@pytest.mark.parametrize("form", ["thành Mẫu số 39 ban hành kèm theo", "bằng Mẫu số 39 Phụ lục II ban hành kèm theo"])
def test_the_form_that_took_the_place_of_another_is_a_part(form: str) -> None:
    text = f"Thay thế Mẫu số 05 ban hành kèm theo {B} (đã được sửa đổi, bổ sung {form} {A}) bằng Mẫu số 06."
    assert (True, False) in amended(text) or (True, True) in amended(text), text
