"""Looking facts up the way texts write them."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator

import pytest

from graph import domain
from graph.domain import (
    acts_by_name,
    assembly_term,
    assembly_term_at,
    bodies_by_code,
    body_by_name,
    from_roman,
    party_term_at,
    place_by_name,
    rank_of,
    to_roman,
    type_by_name,
    types_by_code,
)

# by name: the package's attributes of these names are the functions
from graph.domain.table import match_form, own_form, read_table, several

types_module = importlib.import_module("graph.domain.document_types")
bodies_module = importlib.import_module("graph.domain.bodies")


@pytest.mark.parametrize(
    "code, name",
    [
        ("NQ", "Nghị quyết"),
        ("nđ", "Nghị định"),
        ("QĐ", "Quyết định"),
        ("QD", "Quyết định"),  # lost bar
        ("CTr", "Chương trình"),
        ("CTR", "Chương trình"),
        ("TTr", "Tờ trình"),
        ("TT", "Thông tư"),
        ("TTLT", "Thông tư liên tịch"),
        ("LB-TT", "Thông tư liên tịch"),
        ("HD", "Hướng dẫn"),
        ("HĐ", "Hợp đồng"),
        ("KL", "Kết luận"),
        ("TB", "Thông báo"),
        ("BC", "Báo cáo"),
        ("KH", "Kế hoạch"),
        ("QyĐ", "Quy định"),
        ("VBHN", "Văn bản hợp nhất"),
        ("CĐ", "Công điện"),
        ("L", "Lệnh"),
        ("QCPH", "Quy chế phối hợp"),
    ],
)
def test_type_by_code(code: str, name: str) -> None:
    assert types_by_code(code)[0].name == name


def test_codes_differ_by_branch() -> None:
    assert [kind.name for kind in types_by_code("QĐ", party=True)] == ["Quyết định", "Quy định"]
    assert "Thông tri" in [kind.name for kind in types_by_code("TT", party=True)]
    assert [kind.name for kind in types_by_code("NĐ", party=True)] == []
    assert types_by_code("XYZ") == ()


@pytest.mark.parametrize(
    "words, name",
    [
        ("NGHỊ QUYẾT", "Nghị quyết"),
        ("thông tư liên bộ", "Thông tư liên tịch"),
        ("Giấy uỷ quyền", "Giấy ủy quyền"),
        ("Bản thoả thuận", "Bản thỏa thuận"),
        ("Kế  hoạch hành động", "Kế hoạch hành động"),
        ("Chương trình hành động", "Chương trình hành động"),
        ("Báo cáo thẩm tra", "Báo cáo thẩm tra"),
        ("Quy chế phối hợp", "Quy chế phối hợp"),
        ("Công điện", "Công điện"),
        ("Điều lệ", "Điều lệ"),
        ("Sắc lệnh", "Sắc lệnh"),
        ("Kết luận thanh tra", "Kết luận thanh tra"),
    ],
)
def test_type_by_name(words: str, name: str) -> None:
    found = type_by_name(words)
    assert found is not None and found.name == name


def test_unknown_type() -> None:
    assert type_by_name("dự thảo") is None


@pytest.mark.parametrize(
    "code, name",
    [
        ("TW", "Ban Chấp hành Trung ương"),
        ("TU", "Tỉnh ủy"),
        ("TTg", "Thủ tướng Chính phủ"),
        ("TTG", "Thủ tướng Chính phủ"),
        ("CP", "Chính phủ"),
        ("HĐBT", "Hội đồng Bộ trưởng"),
        ("QH15", "Quốc hội"),
        ("UBTVQH14", "Ủy ban Thường vụ Quốc hội"),
        ("UBTVQHK9", "Ủy ban Thường vụ Quốc hội"),
        ("HĐNN7", "Hội đồng Nhà nước"),
        ("UBND", "Ủy ban nhân dân tỉnh"),
        ("HĐND8", "Hội đồng nhân dân tỉnh"),
        ("HDND", "Hội đồng nhân dân tỉnh"),
        ("BGD&ĐT", "Bộ Giáo dục và Đào tạo"),
        ("LĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
        ("BNN", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("BNNMT", "Bộ Nông nghiệp và Môi trường"),
        ("TCHQ", "Tổng cục Hải quan"),
        ("BHXH", "Bảo hiểm xã hội Việt Nam"),
        ("NHNN", "Ngân hàng Nhà nước Việt Nam"),
        ("UBVHXH15", "Ủy ban Văn hóa và Xã hội của Quốc hội"),
        ("BCĐXDNTM", "Ban Chỉ đạo"),
        ("BCĐ389", "Ban Chỉ đạo 389 quốc gia"),
        ("SCT", "Sở Công Thương"),
        ("SNV", "Sở Nội vụ"),
        ("BTGDVTW", "Ban Tuyên giáo và Dân vận Trung ương"),
        ("VPTW", "Văn phòng Trung ương Đảng"),
        ("ĐU", "Đảng ủy"),
        ("GDS", "Giám đốc Sở"),
        ("CĐCS", "Công đoàn cơ sở"),
    ],
)
def test_bodies_by_code(code: str, name: str) -> None:
    assert name in [body.name for body in bodies_by_code(code)]


def test_code_is_shared() -> None:
    assert [body.name for body in bodies_by_code("TW")] == ["Ban Chấp hành Trung ương", "Bộ Chính trị", "Ban Bí thư"]
    assert bodies_by_code("XDCQ&CTTN") == ()


@pytest.mark.parametrize(
    "words, name",
    [
        ("UBND tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Uỷ ban nhân dân tỉnh Quảng Ngãi", "Ủy ban nhân dân tỉnh"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ NỘI", "Ủy ban nhân dân thành phố"),
        ("Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh"),
        ("Tỉnh uỷ Quảng Ngãi", "Tỉnh ủy"),
        ("Sở Công Thương tỉnh Quảng Ngãi", "Sở Công Thương"),
        ("Giám đốc Sở Nội vụ", "Sở Nội vụ"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
        ("Bộ trưởng Bộ Y tế", "Bộ Y tế"),
        ("Bộ Lao động – Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội"),
        ("Bộ Lao động-Thương binh và Xã hội", "Bộ Lao động - Thương binh và Xã hội"),
        ("Thống đốc Ngân hàng Nhà nước", "Ngân hàng Nhà nước Việt Nam"),
        ("Tổng Thanh tra Chính phủ", "Thanh tra Chính phủ"),
        ("BCH Trung ương Đảng", "Ban Chấp hành Trung ương"),
        ("Ban Bí thư Trung ương Đảng", "Ban Bí thư"),
        ("Ban Thường vụ Thành uỷ", "Ban Thường vụ Thành ủy"),
    ],
)
def test_body_by_name(words: str, name: str) -> None:
    found = body_by_name(words)
    assert found is not None and found.name == name


@pytest.mark.parametrize("words", ["Công ty cổ phần Điện lực", "UBND tỉnh Lạ Lùng", "Bộ Y tế Quảng Ngãi", ""])
def test_no_body(words: str) -> None:
    assert body_by_name(words) is None


@pytest.mark.parametrize(
    "higher, lower",
    [
        ("Đại hội đại biểu toàn quốc", "Ban Chấp hành Trung ương"),
        ("Ban Chấp hành Trung ương", "Bộ Chính trị"),
        ("Bộ Chính trị", "Ban Bí thư"),
        ("Ban Bí thư", "Quốc hội"),
        ("Quốc hội", "Ủy ban Thường vụ Quốc hội"),
        ("Chính phủ", "Thủ tướng Chính phủ"),
        ("Thủ tướng Chính phủ", "Bộ Công Thương"),
        ("Bộ Công Thương", "Tỉnh ủy"),
        ("Tỉnh ủy", "Hội đồng nhân dân tỉnh"),
        ("Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("Ủy ban nhân dân tỉnh", "Sở Công Thương"),
        ("Sở Công Thương", "Huyện ủy"),
        ("Ủy ban nhân dân huyện", "Đảng ủy xã"),
        ("Ủy ban nhân dân xã", "Đảng ủy Sở Công Thương"),
        ("Ban Chỉ đạo Trung ương", "Ban Chỉ đạo phát triển khoa học, công nghệ"),
        ("Hội đồng nhân dân thành phố", "Ban Pháp chế Hội đồng nhân dân thành phố"),
    ],
)
def test_ranks(higher: str, lower: str) -> None:
    above, below = rank_of(higher), rank_of(lower)
    assert above is not None and below is not None and above < below


def test_words_of_the_table_need_no_mending() -> None:
    for row in read_table("bodies"):
        for word in (row["name"], *several(row["words"]), *several(row["heads"])):
            assert own_form(word) == match_form(word)
    words = {word for body in bodies_module.issuing_bodies() for word in body.words}
    assert words == set(map(match_form, words)) and "chủ tịch ủy ban nhân dân tỉnh" in words


def test_rank_of_the_unknown() -> None:
    assert rank_of("Công ty cổ phần Điện lực") is None


@pytest.mark.parametrize(
    "words, name",
    [
        ("Quảng Ngãi", "Quảng Ngãi"),
        ("tỉnh Quảng Ngãi", "Quảng Ngãi"),
        ("TỈNH KHÁNH HOÀ", "Khánh Hòa"),
        ("TP. Hồ Chí Minh", "Hồ Chí Minh"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("tphcm", "Hồ Chí Minh"),
        ("thành phố Hà Nội", "Hà Nội"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("Thừa Thiên Huế", "Thừa Thiên Huế"),
        ("thành phố Huế", "Huế"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Đăk Lăk", "Đắk Lắk"),
        ("Ðồng Nai", "Đồng Nai"),  # U+00D0
    ],
)
def test_place_by_name(words: str, name: str) -> None:
    found = place_by_name(words)
    assert found is not None and found.name == name


@pytest.mark.parametrize("words", ["", "tỉnh", "thành phố", "Nghĩa Lâm"])
def test_no_place(words: str) -> None:
    assert place_by_name(words) is None


@pytest.mark.parametrize(
    "date, term",
    [
        ("2017-10-25", "XII"),
        ("2016-01-07", "XI"),  # Kết luận 120-KL/TW: before the twelfth congress
        ("1998-02-18", "VIII"),
        ("2026-01-23", "XIV"),
        ("2017-10", "XII"),
        ("2017", "XII"),
        ("2016", None),  # two terms in one year
        ("1930-01-01", None),
    ],
)
def test_party_term(date: str, term: str | None) -> None:
    assert party_term_at(date) == term


def test_assembly_terms() -> None:
    assert assembly_term(15) == "XV"
    assert assembly_term_at("2013-11-29") == "XIII"


@pytest.mark.parametrize("number, numeral", [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (19, "XIX"), (49, "XLIX")])
def test_roman(number: int, numeral: str) -> None:
    assert to_roman(number) == numeral
    assert from_roman(numeral.lower()) == number


def test_roman_round_trip() -> None:
    assert [from_roman(to_roman(number)) for number in range(1, 400)] == list(range(1, 400))


@pytest.mark.parametrize("numeral", ["", "IIX", "ABC", "XVX", "12"])
def test_no_roman(numeral: str) -> None:
    with pytest.raises(ValueError):
        from_roman(numeral)


@pytest.mark.parametrize("number", [0, -1, 400])
def test_no_numeral(number: int) -> None:
    with pytest.raises(ValueError):
        to_roman(number)


@pytest.mark.parametrize(
    "name, year, code",
    [
        ("Luật Đất đai", 2024, "31/2024/QH15"),
        ("LUẬT ĐẤT ĐAI", 2013, "45/2013/QH13"),
        ("Luật thi đua khen thưởng", 2022, "06/2022/QH15"),
        ("LUẬT ĐẤU GIÁ TÀI SẢN", 2016, "01/2016/QH14"),
        ("Bộ luật Dân sự", 2015, "91/2015/QH13"),
        ("BLDS", 2015, "91/2015/QH13"),
        ("Luật Tổ chức chính quyền địa phương", 2025, "72/2025/QH15"),
        ("Luật phòng chống tham nhũng", 2018, "36/2018/QH14"),
        ("Luật BHXH", 2024, "41/2024/QH15"),
        ("Luật Trật tự an toàn giao thông đường bộ", 2024, "36/2024/QH15"),
        ("Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế", 2024, "51/2024/QH15"),
        ("Pháp lệnh Ưu đãi người có công với cách mạng", 2020, "02/2020/UBTVQH14"),
        ("pháp lệnh về nhập cảnh, xuất cảnh, cư trú của người nước ngoài tại Việt Nam", 2000, "24/2000/PL-UBTVQH10"),
        ("Hiến pháp", 2013, None),
    ],
)
def test_acts_by_name(name: str, year: int, code: str | None) -> None:
    assert (year, code) in [(act.year, act.code) for act in acts_by_name(name)]


def test_versions_of_one_law_come_in_order() -> None:
    assert [act.year for act in acts_by_name("Luật Đất đai")] == [1987, 1993, 2003, 2013, 2024]
    assert acts_by_name("Luật Không Có") == ()


@pytest.fixture
def fresh_tables() -> Iterator[None]:
    """Tables are cached for good; a test that changes them leaves no trace."""
    caches = [
        types_module.document_types,
        types_module._by_code,
        types_module._by_name,
        bodies_module.issuing_bodies,
        bodies_module._by_code,
        bodies_module._by_word,
        bodies_module._prefixes,
    ]
    for cache in caches:
        cache.cache_clear()
    yield
    for cache in caches:
        cache.cache_clear()


@pytest.mark.usefixtures("fresh_tables")
def test_a_row_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    original = types_module.read_table
    new_type = {"id": "so-tay", "name": "Sổ tay", "codes": "STay", "party_codes": "", "words": "", "family": "other"}
    new_body = {"name": "Bộ Vũ trụ", "symbol_codes": "BVT", "code_prefixes": "", "words": "", "heads": "bộ trưởng"}
    new_body |= {"branch": "state", "level": "central", "needs_place": "no", "rank": "10"}
    extra = {"document_types": new_type, "bodies": new_body}

    def read_table(name: str) -> list[dict[str, str]]:
        rows = original(name)
        return [*rows, dict.fromkeys(rows[0], "") | extra[name]]

    monkeypatch.setattr(types_module, "read_table", read_table)
    monkeypatch.setattr(bodies_module, "read_table", read_table)
    assert types_by_code("STAY")[0].name == "Sổ tay"
    found = body_by_name("Bộ trưởng Bộ Vũ trụ")
    assert found is not None and found.code == "BVT"
    assert bodies_by_code("bvt") == (found,)


def test_importing_reads_no_table() -> None:
    program = "import sys, graph.domain; print('csv' in sys.modules, 'importlib.resources' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


def test_public_names_exist() -> None:
    assert all(hasattr(domain, name) for name in domain.__all__)
