"""Documents cited by their number alone: the same as the one that the text cites with its body or day, issued by the
body that stands in front; and bodies of the one province of which an article tells."""

from __future__ import annotations

import pytest

from graph import extract

FULL = "Chỉ thị số 35 ngày 30/5/2019 của Bộ Chính trị"


def ids(text: str) -> list[str]:
    return [document.id.removeprefix("urn:lex:vn") for document in extract(text).documents if not document.is_source]


@pytest.mark.parametrize(
    "text",
    [
        f"Ban Tổ chức Trung ương hướng dẫn {FULL}. Nội dung Chỉ thị số 35 cần quán triệt.",
        f"Chỉ thị 35 được phổ biến. Nguồn: {FULL}.",
        f"{FULL} nêu rõ mục tiêu. Chỉ thị 35 của Bộ Chính trị yêu cầu; Chỉ thị số 35 giao.",
        "Ngày 30/5/2019, Bộ Chính trị ban hành Chỉ thị số 35 về đại hội. Chỉ thị 35 yêu cầu các cấp ủy.",
    ],
)
def test_one_document(text: str) -> None:
    assert ids(text) == [":bo.chinh.tri:chi.thi:2019-05-30;35"]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (f"{FULL}. Chỉ thị số 35 của Thủ tướng Chính phủ khác với nó. Chỉ thị 35.", 3),
        (f"{FULL}. Quyết định số 35 được ban hành.", 2),
        (f"{FULL}. Chỉ thị số 35 ngày 3/5/2017 đã hết hạn.", 2),
    ],
)
def test_several_documents(text: str, count: int) -> None:
    assert len(ids(text)) == count


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Ban Thường vụ Tỉnh ủy Yên Bái ban hành Chỉ thị số 17. Kế hoạch số 25-KH/TU của Ban Thường vụ Tỉnh ủy có.",
            ["Yên Bái", "Yên Bái"],
        ),
        (
            "Kế hoạch số 25-KH/TU của Ban Thường vụ Tỉnh ủy có. Ban Thường vụ Tỉnh ủy Yên Bái ban hành Chỉ thị số 17.",
            [None, "Yên Bái"],
        ),
        (
            "Quyết định số 1/QĐ-UBND của UBND tỉnh Yên Bái, Quyết định số 2/QĐ-UBND của UBND tỉnh Lào Cai; Kế hoạch số "
            "25-KH/TU của Ban Thường vụ Tỉnh ủy.",
            ["Yên Bái", "Lào Cai", None],
        ),
    ],
)
def test_the_province_of_an_article(text: str, places: list[str | None]) -> None:
    assert [d.place for d in extract(text).documents if not d.is_source] == places


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Hội đồng nhân tỉnh Nghệ An", "Nghệ An"),  # a word lost
        ("Tổ công tác cải cách thủ tục hành chính của Thủ tướng Chính phủ", None),
        ("Tổ công tác cải cách thủ tục hành chính của tỉnh", "Nghệ An"),
    ],
)
def test_bodies_of_the_centre_have_no_place(body: str, place: str | None) -> None:
    head = "UBND TỈNH NGHỆ AN\nSố: 12/KH-UBND\nNghệ An, ngày 3 tháng 8 năm 2016\n\nKẾ HOẠCH\nVề việc rà soát\n\n"
    code = "47/2012/NQ-HĐND" if body.startswith("Hội") else "285/CCTTHC"
    kind = "Nghị quyết" if body.startswith("Hội") else "Công văn"
    cited = extract(f"{head}Căn cứ {kind} số {code} ngày 13/7/2012 của {body};\n").documents[1]
    assert (cited.place, "hoi.dong.nhan:" in cited.id) == (place, False)
