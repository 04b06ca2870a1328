"""Names of bodies that no table holds, and codes that abbreviate names: where a name ends, and what is none."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest

from graph.citations.bodies import read_issuer
from graph.citations.names import abbreviates, in_small_letters
from graph.normalise import normalise


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        # a clause ends the name
        ("Trung tâm Xúc tiến đầu tư thành phố Hà Nội công bố", "Trung tâm Xúc tiến đầu tư thành phố", "Hà Nội"),
        ("Trung tâm Xúc tiến đầu tư Thành phố, sau đây hết hiệu lực", "Trung tâm Xúc tiến đầu tư thành phố", None),
        ("Hội đồng tư vấn cải cách thủ tục hành chính gửi Thủ tướng Chính phủ", "Hội đồng tư vấn cải cách thủ tục hành chính", None),
        ("Trường THPT Lê Hồng Phong tổ chức tuần sinh hoạt", "Trường THPT Lê Hồng Phong", None),
        ("Cục Bảo vệ thực vật\nban hành quy trình", "Cục Bảo vệ thực vật", None),
        ("Chi cục Thuế khu vực II hướng dẫn", "Chi cục Thuế khu vực II", None),
        ("Vụ Pháp chế và các đơn vị", "Vụ Pháp chế", None),
        ("Viện Khoa học Lao động và Xã hội thuộc Bộ", "Viện Khoa học Lao động và Xã hội", None),
        ("Tổ giúp việc Ban chỉ đạo\nTrung ương về", "Tổ giúp việc Ban chỉ đạo Trung ương", None),
        ("Tập đoàn Điện lực Việt Nam (EVN)", "Tập đoàn Điện lực Việt Nam", None),
        # another body, an office or a document ends it
        ("Hội Chăn nuôi Việt Nam - Hiệp hội Thức ăn chăn nuôi", "Hội Chăn nuôi Việt Nam", None),
        ("Cục Đường bộ Việt Nam, Sở Xây dựng", "Cục Đường bộ Việt Nam", None),
        ("Cục An toàn thông tin - Bộ Thông tin và Truyền thông", "Cục An toàn thông tin", None),
        # words of a name that elsewhere end one
        ("Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh Bình Dương",
         "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh", "Bình Dương"),
        ("Văn phòng Đăng ký đất đai tỉnh", "Văn phòng Đăng ký đất đai tỉnh", None),
        ("Hội đồng thẩm định giá đất tỉnh về", "Hội đồng thẩm định giá đất tỉnh", None),
        ("Hội Người cao tuổi Việt Nam về", "Hội Người cao tuổi Việt Nam", None),
        # a comma inside a name, another behind it
        ("Phòng Văn hóa, Khoa học và Thông tin huyện Mộ Đức về", "Phòng Văn hóa, Khoa học và Thông tin huyện", "Mộ Đức"),
        ("Ban Chỉ đạo phòng, chống tội phạm tỉnh Quảng Ngãi về", "Ban Chỉ đạo phòng, chống tội phạm tỉnh", "Quảng Ngãi"),
        ("Cục Công nghiệp và Thương mại địa phương về", "Cục Công nghiệp và Thương mại địa phương", None),
        ("Trường Đại học Kinh tế - Luật ban hành", "Trường Đại học Kinh tế - Luật", None),
        # branches of bodies of the centre
        ("Cục Hải quan tỉnh Quảng Ninh về", "Cục Hải quan tỉnh", "Quảng Ninh"),
        ("Kho bạc Nhà nước khu vực III về", "Kho bạc Nhà nước khu vực III", None),
        ("Kiểm toán nhà nước khu vực IX", "Kiểm toán nhà nước khu vực IX", None),
        # behind the title of the head, also written small
        ("Hiệu trưởng trường Đại học Trà Vinh với 5 đơn vị", "Trường Đại học Trà Vinh", None),
        ("Hiệu trưởng Trường Đại học Thủy lợi)", "Trường Đại học Thủy lợi", None),
        ("Giám đốc trung tâm Y tế huyện Sơn Tịnh về", "Trung tâm Y tế huyện", "Sơn Tịnh"),
        ("Chi cục trưởng Chi cục Kiểm lâm tỉnh Gia Lai", "Chi cục Kiểm lâm tỉnh", "Gia Lai"),
        ("Trưởng ban Ban Quản lý Khu kinh tế Dung Quất", "Ban Quản lý Khu kinh tế Dung Quất", None),
        ("Trưởng Ban Quản lý dự án 2", "Ban Quản lý dự án 2", None),
        # bodies of a field, and divisions, below the province
        ("Công an huyện Mộ Đức về", "Công an huyện", "Mộ Đức"),
        ("TAND huyện Mộ Đức", "Tòa án nhân dân huyện", "Mộ Đức"),
        ("VKSND quận 3", "Viện kiểm sát nhân dân quận", "Quận 3"),
        ("Phòng GD&ĐT huyện Bình Sơn", "Phòng Giáo dục và Đào tạo huyện", "Bình Sơn"),
        ("Tòa án nhân dân khu vực 1 về", "Tòa án nhân dân khu vực 1", None),
        # in capitals
        ("CÔNG TY CỔ PHẦN BIA SÀI GÒN – BẾN TRE vướng mắc", "Công ty Cổ phần Bia Sài Gòn - Bến Tre", None),
    ],
)  # fmt: skip
def test_a_name_ends_where_a_name_ends(text: str, name: str, place: str | None) -> None:
    found = read_issuer(normalise(text).text, 0)
    assert found is not None
    assert (found.name, found.place, found.inferred) == (name, place, True)


@pytest.mark.parametrize(
    "text",
    [
        "Ban Chấp hành Trung Đảng Cộng sản Việt Nam ương",  # two columns run together
        "Bộ QLX về",  # initials that no ministry bears
        "Ban hành Quy chế",
        "Hội viên của Hội",
        "Quỹ đất công",
        "Sở hữu trí tuệ",
        "Bộ luật Dân sự",
        "Trường hợp khác",
        "Viện dẫn quy định",
        "Trung tâm Dịch vụ việc làm quyết liệt báo động Thủ tướng",  # an unknown verb may stand between
    ],
)
def test_no_name_is_better_than_a_wrong_one(text: str) -> None:
    assert read_issuer(text, 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bộ GD&ĐT ký ban hành", "Bộ Giáo dục và Đào tạo"),
        ("Bộ GDĐT bảo đảm cho Chương trình", "Bộ Giáo dục và Đào tạo"),
        ("Bộ GD-ĐT về", "Bộ Giáo dục và Đào tạo"),
        ("Bộ trưởng Bộ GD và ĐT về", "Bộ Giáo dục và Đào tạo"),
        ("Bộ VH,TT&DL về", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Bộ VH, TT và DL về", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Bộ VHTT&DL về", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("Bộ KH&CN đã", "Bộ Khoa học và Công nghệ"),
        ("Bộ KHCN đã", "Bộ Khoa học và Công nghệ"),
        ("Bộ KH & CN đã", "Bộ Khoa học và Công nghệ"),
        ("Bộ NN&PTNT quy định", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("Bộ Nông nghiệp & PTNT quy định", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("Bộ NN và PTNT quy định", "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("Bộ LĐ-TB&XH quy định", "Bộ Lao động - Thương binh và Xã hội"),
        ("Bộ LĐ - TB và XH quy định", "Bộ Lao động - Thương binh và Xã hội"),
        ("Bộ TN&MT quy định", "Bộ Tài nguyên và Môi trường"),
        ("Bộ GTVT quy định", "Bộ Giao thông vận tải"),
        ("Bộ TT&TT quy định", "Bộ Thông tin và Truyền thông"),
        ("Sở LĐTB&XH tỉnh Quảng Ngãi", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở KH&ĐT tỉnh", "Sở Kế hoạch và Đầu tư"),
        ("Sở NN&MT tỉnh", "Sở Nông nghiệp và Môi trường"),
        ("Ban Thường trực UBTWMTTQVN", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        ("Hội LHPN tỉnh Gia Lai", "Hội Liên hiệp Phụ nữ tỉnh"),
        ("Ban Pháp chế của HĐND tỉnh Quảng Ngãi", "Ban Pháp chế Hội đồng nhân dân tỉnh"),
        ("Ban Kinh tế- Ngân sách", "Ban Kinh tế - Ngân sách Hội đồng nhân dân"),
        ("Ban Kinh tế ngân sách về", "Ban Kinh tế - Ngân sách Hội đồng nhân dân"),
        ("Thuế tỉnh Quảng Trị về việc", "Thuế tỉnh"),
        ("Hội nghị lần thứ 8 của Ban Chấp hành Trung ương Đảng khóa XII", "Ban Chấp hành Trung ương"),
    ],
)
def test_one_body_one_name(text: str, name: str) -> None:
    found = read_issuer(normalise(text).text, 0)
    assert found is not None
    assert (found.name, found.inferred) == (name, False)


@pytest.mark.parametrize(
    ("text", "level", "place"),
    [
        ("UBND TỈNH BAN HÀNH QUY ĐỊNH", "Ủy ban nhân dân tỉnh", None),
        ("UBND XÃ TÂN PHÚ BAN HÀNH QUY ĐỊNH", "Ủy ban nhân dân xã", "TÂN PHÚ"),
        ("ỦY BAN NHÂN DÂN PHƯỜNG HOÀN KIẾM\nKẾ HOẠCH", "Ủy ban nhân dân phường", "HOÀN KIẾM"),
        ("UBND THÀNH PHỐ HÀ\nNỘI", "Ủy ban nhân dân thành phố", "Hà Nội"),
        ("ỦY BAN NHÂN DÂN XÃ TRUNG LƯƠNG", "Ủy ban nhân dân xã", "TRUNG LƯƠNG"),
    ],
)
def test_places_in_capitals_end_before_the_title(text: str, level: str, place: str | None) -> None:
    found = read_issuer(text, 0)
    assert found is not None
    assert (found.name, found.place) == (level, place)


@pytest.mark.parametrize(
    ("code", "name", "stands"),
    [
        ("SGDĐT", "Sở Giáo dục và Đào tạo", True),
        ("GDĐT", "Sở Giáo dục và Đào tạo", True),
        ("TTPVHCC", "Trung tâm Phục vụ hành chính công", True),
        ("THPTLHP", "Trường THPT Lê Hồng Phong", True),
        ("SNgV", "Sở Ngoại vụ", True),
        ("TNI", "Thuế tỉnh Tây Ninh", True),
        ("VLO", "Thuế tỉnh Vĩnh Long", True),
        ("BQLDA", "Ban Quản lý dự án đầu tư xây dựng", True),
        ("BVĐK", "Bệnh viện Đa khoa tỉnh", True),
        ("CCTKV02", "Chi cục Thuế khu vực II", True),
        ("THPTLHP", "Sở Giáo dục và Đào tạo", False),
        ("BVĐK", "Sở Y tế", False),
        ("BQLDA", "Ủy ban nhân dân tỉnh", False),
        ("TTPVHCC", "Ủy ban nhân dân thành phố", False),
        ("HHTACN", "Hội Chăn nuôi Việt Nam", False),
        ("", "Sở Y tế", False),
    ],
)
def test_a_code_abbreviates_a_name(code: str, name: str, stands: bool) -> None:
    assert abbreviates(code, name) is stands


def test_a_name_in_capitals_is_written_as_the_text_writes_it() -> None:
    text = "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\n… của Trung tâm Phục vụ hành **chính** công thành phố"
    assert in_small_letters("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", "") == "Trung tâm Phục vụ hành chính công"
    assert in_small_letters("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG", text.replace("*", "")) == (
        "Trung tâm Phục vụ hành chính công"
    )
    for capitals, small in (
        ("TRƯỜNG THPT LÊ HỒNG PHONG", "Trường THPT Lê Hồng Phong"),
        ("TRƯỜNG TIỂU HỌC LÊ LỢI", "Trường Tiểu học Lê Lợi"),
        ("TRƯỜNG TRUNG HỌC CƠ SỞ KIM ĐỒNG", "Trường Trung học cơ sở Kim Đồng"),
        ("BỆNH VIỆN ĐA KHOA HẬU LỘC", "Bệnh viện Đa khoa Hậu Lộc"),
        ("TRẠM Y TẾ AN KHÁNH", "Trạm Y tế An Khánh"),
        ("CÔNG TY CỔ PHẦN XÂY DỰNG AN BÌNH", "Công ty Cổ phần Xây dựng An Bình"),
        ("VĂN PHÒNG HĐND VÀ UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"),
        ("TRUNG TÂM CUNG ỨNG DỊCH VỤ SỰ NGHIỆP CÔNG", "Trung tâm Cung ứng Dịch vụ Sự nghiệp công"),
        ("HỘI LIÊN HIỆP PHỤ NỮ", "Hội Liên hiệp Phụ nữ"),
        ("BAN QUẢN LÝ CHỢ KINH TẾ", "Ban Quản lý Chợ Kinh tế"),
    ):
        assert in_small_letters(capitals, "") == small


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("UBND quận 1 về", "Quận 1"),
        ("UBND phường 03 ban hành", "Phường 3"),
        ("Sở Y tế TP.HCM", "Hồ Chí Minh"),
        ("UBND huyện Ứng Hòa về", "Ứng Hòa"),
    ],
)
def test_places_by_number_and_short(text: str, place: str) -> None:
    found = read_issuer(text, 0)
    assert found is not None and found.place == place
