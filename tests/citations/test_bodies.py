"""Issuing bodies as running text names them: the name without its place, the place, the level."""

from __future__ import annotations

import pytest

from graph.citations.bodies import read_issuer
from graph.normalise import normalise


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        # the centre
        ("Chính phủ về", "Chính phủ", None),
        ("Thủ tướng Chính phủ về", "Thủ tướng Chính phủ", None),
        ("Quốc hội khóa XV", "Quốc hội", None),
        ("Ủy ban Thường vụ Quốc hội về", "Ủy ban Thường vụ Quốc hội", None),
        ("UBTVQH về", "Ủy ban Thường vụ Quốc hội", None),
        ("Bộ Chính trị về", "Bộ Chính trị", None),
        ("Bộ Chính trị khóa XII", "Bộ Chính trị", None),
        ("Ban Bí thư Trung ương Đảng về", "Ban Bí thư", None),
        ("Ban Bí thư về", "Ban Bí thư", None),
        ("Ban Chấp hành Trung ương Đảng khóa XII", "Ban Chấp hành Trung ương", None),
        ("Ban Chấp hành Trung ương về", "Ban Chấp hành Trung ương", None),
        ("Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII", "Ban Chấp hành Trung ương", None),
        ("Hội nghị Trung ương 6 khóa XII", "Ban Chấp hành Trung ương", None),
        ("Chủ tịch nước", "Chủ tịch nước", None),
        ("Văn phòng Chính phủ", "Văn phòng Chính phủ", None),
        ("Ban Tổ chức Trung ương", "Ban Tổ chức Trung ương", None),
        ("Tòa án nhân dân tối cao", "Tòa án nhân dân tối cao", None),
        ("Hội đồng Thẩm phán Tòa án nhân dân tối cao", "Hội đồng Thẩm phán Tòa án nhân dân tối cao", None),
        ("Hội đồng Bộ trưởng về", "Hội đồng Bộ trưởng", None),
        ("Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước Việt Nam", None),
        ("Tổng Liên đoàn Lao động Việt Nam về", "Tổng Liên đoàn Lao động Việt Nam", None),
        # ministers count as ministries
        ("Bộ Tài chính hướng dẫn", "Bộ Tài chính", None),
        ("Bộ trưởng Bộ Tài chính hướng dẫn", "Bộ Tài chính", None),
        ("Bộ trưởng Bộ Lao động - Thương binh và Xã hội quy định", "Bộ Lao động - Thương binh và Xã hội", None),
        ("Bộ Lao động, Thương binh và Xã hội quy định", "Bộ Lao động - Thương binh và Xã hội", None),
        ("Bộ Văn hóa, Thể thao và Du lịch về", "Bộ Văn hóa, Thể thao và Du lịch", None),
        ("Bộ Nông nghiệp và Môi trường về", "Bộ Nông nghiệp và Môi trường", None),
        ("Thống đốc Ngân hàng Nhà nước Việt Nam", "Ngân hàng Nhà nước Việt Nam", None),
        ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Văn phòng Chính phủ", None),
        # the province
        ("UBND tỉnh Quảng Ngãi về", "Ủy ban nhân dân tỉnh", "Quảng Ngãi"),
        ("Uỷ ban nhân dân tỉnh Quảng Ngãi về", "Ủy ban nhân dân tỉnh", "Quảng Ngãi"),
        ("Ủy ban nhân dân thành phố Hà Nội về", "Ủy ban nhân dân thành phố", "Hà Nội"),
        ("UBND TP. Hồ Chí Minh về", "Ủy ban nhân dân thành phố", "Hồ Chí Minh"),
        ("UBND Thành phố Hồ Chí Minh về", "Ủy ban nhân dân thành phố", "Hồ Chí Minh"),
        ("UBND tỉnh về", "Ủy ban nhân dân tỉnh", None),
        ("UBND TP Đà Nẵng", "Ủy ban nhân dân thành phố", "Đà Nẵng"),
        ("Chủ tịch UBND tỉnh Quảng Ngãi về", "Chủ tịch Ủy ban nhân dân tỉnh", "Quảng Ngãi"),
        ("HĐND tỉnh Lâm Đồng khóa VIII", "Hội đồng nhân dân tỉnh", "Lâm Đồng"),
        ("Hội đồng nhân dân thành phố Hải Phòng", "Hội đồng nhân dân thành phố", "Hải Phòng"),
        ("Tỉnh ủy Quảng Ngãi về", "Tỉnh ủy", "Quảng Ngãi"),
        ("Tỉnh uỷ Quảng Ngãi về", "Tỉnh ủy", "Quảng Ngãi"),
        ("Thành ủy Hà Nội về", "Thành ủy", "Hà Nội"),
        ("Ban Thường vụ Tỉnh ủy Quảng Ngãi", "Ban Thường vụ Tỉnh ủy", "Quảng Ngãi"),
        ("Ban Thường vụ Tỉnh ủy về", "Ban Thường vụ Tỉnh ủy", None),
        ("BTV Tỉnh ủy về", "Ban Thường vụ Tỉnh ủy", None),
        ("Sở Công Thương về", "Sở Công Thương", None),
        ("Sở Công Thương tỉnh Quảng Ngãi về", "Sở Công Thương", "Quảng Ngãi"),
        ("Giám đốc Sở Công Thương về", "Sở Công Thương", None),
        ("Sở Nội vụ về việc", "Sở Nội vụ", None),
        ("Sở Giáo dục và Đào tạo tỉnh Bình Định về", "Sở Giáo dục và Đào tạo", "Bình Định"),
        # below the province
        ("UBND huyện Sơn Tịnh về", "Ủy ban nhân dân huyện", "Sơn Tịnh"),
        ("UBND quận Ba Đình về", "Ủy ban nhân dân quận", "Ba Đình"),
        ("UBND phường Hoàn Kiếm về", "Ủy ban nhân dân phường", "Hoàn Kiếm"),
        ("UBND xã Bình Minh về", "Ủy ban nhân dân xã", "Bình Minh"),
        ("UBND thị xã Đức Phổ về", "Ủy ban nhân dân thị xã", "Đức Phổ"),
        pytest.param("Huyện ủy Mộ Đức về", "Huyện ủy", "Mộ Đức"),
        pytest.param("Quận ủy Ba Đình về", "Quận ủy", "Ba Đình"),
        ("Đảng ủy xã Bình Minh về", "Đảng ủy xã", "Bình Minh"),
        # committees of agencies
        ("Đảng ủy Sở Công Thương về", "Đảng ủy Sở Công Thương", None),
        ("Đảng ủy Sở về", "Đảng ủy Sở", None),
    ],
)
def test_issuer(text: str, name: str, place: str | None) -> None:
    found = read_issuer(normalise(text).text, 0)
    assert found is not None
    assert (found.name, found.place) == (name, place)


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        pytest.param(
            "Ban Chỉ đạo Cải cách hành chính tỉnh Quảng Ngãi ban hành Kế hoạch",
            "Ban Chỉ đạo Cải cách hành chính tỉnh",
            "Quảng Ngãi",
        ),
        pytest.param("Ban Chỉ đạo 35 Trung ương về", "Ban Chỉ đạo 35 Trung ương", None),
        ("Cục Đăng kiểm Việt Nam về", "Cục Đăng kiểm Việt Nam", None),
        ("Công an tỉnh Quảng Ngãi về", "Công an tỉnh", "Quảng Ngãi"),
        ("Văn phòng UBND tỉnh Quảng Ngãi thông báo", "Văn phòng Ủy ban nhân dân tỉnh", "Quảng Ngãi"),
    ],
)
def test_issuer_that_no_table_holds_whole(text: str, name: str, place: str | None) -> None:
    found = read_issuer(text, 0)
    assert found is not None
    assert (found.name.replace("UBND", "Ủy ban nhân dân"), found.place) == (name, place)


@pytest.mark.parametrize(
    "text",
    [
        "các cấp, các ngành",
        "pháp luật về đất đai",
        "đơn vị mình",
        "Đảng về phát triển",  # the Party, not one of its bodies
        "ông Nguyễn Văn A",
        "Nhà nước",
        "nhân dân tỉnh",
        "tỉnh Quảng Ngãi",
        "năm 2020",
        "",
        " ",
        "Nghị quyết số 18",
    ],
)
def test_no_issuer(text: str) -> None:
    assert read_issuer(text, 0) is None


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("UBND tỉnh Quảng Ngãi về việc", " về việc"),
        ("Bộ trưởng Bộ Tài chính quy định", " quy định"),
        ("Ban Chấp hành Trung ương Đảng khóa XII", " khóa XII"),
        ("Thủ tướng Chính phủ phê duyệt", " phê duyệt"),
        ("Sở Công Thương\ntỉnh Quảng Ngãi và", " và"),
        ("Ủy ban\nnhân dân tỉnh\nQuảng Ngãi;", ";"),
        ("**UBND tỉnh** Quảng Ngãi.", "."),
    ],
)
def test_end_of_the_issuer(text: str, behind: str) -> None:
    found = read_issuer(text, 0)
    assert found is not None
    assert text[found.end :].lstrip("*") == behind


def test_offices_are_not_places() -> None:
    found = read_issuer("Chủ tịch UBND tỉnh Nguyễn Văn A", 0)
    assert found is not None
    assert found.name == "Chủ tịch Ủy ban nhân dân tỉnh"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("UBND tỉnh Kế hoạch số 5", None),
        ("UBND tỉnh Về việc", None),
        pytest.param("UBND xã Số: 12", None),
    ],
)
def test_a_capital_word_behind_is_no_place(text: str, place: str | None) -> None:
    found = read_issuer(text, 0)
    assert found is not None
    assert found.place == place
