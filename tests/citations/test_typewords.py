"""The type word in front of a number: which type, from where the span begins."""

from __future__ import annotations

import pytest
from facts import cited, mentions

from graph.citations import typewords


@pytest.mark.parametrize(
    ("before", "type_", "words"),
    [
        ("theo Nghị quyết số ", "Nghị quyết", "Nghị quyết số "),
        ("theo Nghị quyết ", "Nghị quyết", "Nghị quyết "),
        ("theo\nNghị\nquyết\nsố\n", "Nghị quyết", "Nghị\nquyết\nsố\n"),
        ("NGHỊ QUYẾT SỐ ", "Nghị quyết", "NGHỊ QUYẾT SỐ "),
        ("Chương trình hành động số ", "Chương trình hành động", "Chương trình hành động số "),
        ("Chương trình số ", "Chương trình", "Chương trình số "),
        ("Quy chế phối hợp số ", "Quy chế phối hợp", "Quy chế phối hợp số "),
        ("Thông tư liên tịch số ", "Thông tư liên tịch", "Thông tư liên tịch số "),
        ("Văn bản hợp nhất số ", "Văn bản hợp nhất", "Văn bản hợp nhất số "),
        ("các Quyết định số ", "Quyết định", "Quyết định số "),
        ("(Công văn số ", "Công văn", "Công văn số "),
        ("“Kế hoạch số ", "Kế hoạch", "Kế hoạch số "),
        ("- Tờ trình số ", "Tờ trình", "Tờ trình số "),
        ("**Chỉ thị** số ", "Chỉ thị", "Chỉ thị** số "),
        ("QĐ số ", "Quyết định", "QĐ số "),
        ("CV ", "Công văn", "CV "),
        ("bộ luật số ", "Bộ luật", "bộ luật số "),
        ("Pháp lệnh số ", "Pháp lệnh", "Pháp lệnh số "),
        ("Công điện số ", "Công điện", "Công điện số "),
        ("Kết luận số: ", "Kết luận", "Kết luận số: "),
        # scanned: the marks are not what they were
        ("theo Nghị đinh sô ", "Nghị định", "Nghị đinh sô "),
        ("(Quyêt đinh sồ ", "Quyết định", "Quyêt đinh sồ "),
        ("Ke hoạch số ", "Kế hoạch", "Ke hoạch số "),
        ("quy phạm pháp luật số ", None, "số "),
        ("và số ", None, "số "),
    ],
)
def test_before(before: str, type_: str | None, words: str) -> None:
    found = typewords.before(before + "18", len(before))
    assert found is not None
    assert (found.type, before[found.start :]) == (type_, words)


@pytest.mark.parametrize("before", ["", "khoảng ", "Điều ", "ngày ", "đạt ", "Nghị quyết, ", "Nghị quyết. "])
def test_nothing_before(before: str) -> None:
    found = typewords.before(before + "18", len(before))
    assert found is None or found.type is None


@pytest.mark.parametrize("before", ["theo Mẫu số ", "Biểu số ", "Bảng số ", "Phụ lục số "])
def test_forms(before: str) -> None:
    found = typewords.before(before + "18", len(before))
    assert found is None or found.form or found.type is None


# The core span begins at the type word, whatever mark stands before it.
@pytest.mark.parametrize(
    "text",
    [
        "(Nghị định số 04/2015/NĐ-CP)",
        "“Nghị định số 04/2015/NĐ-CP”",
        "-Nghị định số 04/2015/NĐ-CP",
        "các văn bản: Nghị định số 04/2015/NĐ-CP",
        "|Nghị định số 04/2015/NĐ-CP|",
        "tại Nghị định số 04/2015/NĐ-CP/.",
    ],
)
def test_span_begins_at_the_type_word(text: str) -> None:
    assert mentions(text) == ["Nghị định số 04/2015/NĐ-CP"]


def test_the_type_word_outranks_the_code() -> None:
    ((_, document),) = cited("Quyết định số 87-CT ngày 01/3/1985 của Chủ tịch Hội đồng Bộ trưởng")
    assert (document.type, document.code) == ("Quyết định", "87-CT")


def test_any_document_may_be_called_van_ban() -> None:
    found = cited("tại các văn bản số 364/TTr-BNG-NVVH ngày 01/02/2020, số 12/QĐ-UBND ngày 03/02/2020")
    assert [d.type for _, d in found] == ["Tờ trình", "Quyết định"]


def test_issuers_between_type_and_number() -> None:
    words = "Thông tư Liên tịch Bộ Y tế - Bộ Công Thương số 13/2014/TTLT-BYT-BCT"
    ((found, document),) = cited(f"quy định tại Điều 10 {words} ngày 9/4/2014 hướng dẫn")
    assert (found, document.type) == (words, "Thông tư liên tịch")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- 6Nghị quyết 759/2014/UBTVQH13 về tiếp công dân", "Nghị quyết 759/2014/UBTVQH13"),
        ("- 10Thông tư liên tịch số 13/2014/TTLT-BYT-BCT", "Thông tư liên tịch số 13/2014/TTLT-BYT-BCT"),
        ("theo quy định1Nghị định số 12/2020/NĐ-CP", "Nghị định số 12/2020/NĐ-CP"),
        ("năm 2019Công văn 33/BNV-TH", "Công văn 33/BNV-TH"),
    ],
)
def test_a_number_glued_to_the_type(text: str, words: str) -> None:
    """Lists of related papers on sites print their place right before the name."""
    assert mentions(text) == [words]
