"""What stands behind a number: date, issuer, term and title, in any order and each optional."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import issuers_of, only

from graph import extract
from graph.citations.tail import read_tail
from graph.citations.titles import read_title

ROWS = [
    # text behind the symbol, date, issuers (name, place), term
    (" ngày 25/10/2017 của Ban Chấp hành Trung ương", "2017-10-25", [("Ban Chấp hành Trung ương", None)], None),
    (
        " ngày 25/10/2017 của Ban Chấp hành Trung ương Đảng khóa XII về",
        "2017-10-25",
        [("Ban Chấp hành Trung ương", None)],
        "XII",
    ),
    (
        " ngày 25/10/2017 của Ban Chấp hành Trung ương (khóa XII)",
        "2017-10-25",
        [("Ban Chấp hành Trung ương", None)],
        "XII",
    ),
    (
        " ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII",
        "2017-10-25",
        [("Ban Chấp hành Trung ương", None)],
        "XII",
    ),
    (
        " ngày 25/10/2017 Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII",
        "2017-10-25",
        [("Ban Chấp hành Trung ương", None)],
        "XII",
    ),
    (", ngày 10/02/2022 của Bộ Chính trị", "2022-02-10", [("Bộ Chính trị", None)], None),
    (" của Chính phủ ngày 08/01/2025 về", "2025-01-08", [("Chính phủ", None)], None),
    (" của Chính phủ, ban hành ngày 08/01/2025", "2025-01-08", [("Chính phủ", None)], None),
    (" ngày 5/6/2020 của UBND tỉnh Quảng Ngãi về", "2020-06-05", [("Ủy ban nhân dân tỉnh", "Quảng Ngãi")], None),
    (" ngày 5/6/2020\ncủa UBND\ntỉnh Quảng Ngãi", "2020-06-05", [("Ủy ban nhân dân tỉnh", "Quảng Ngãi")], None),
    (
        " của Chủ tịch UBND tỉnh Quảng Ngãi ngày 5/6/2020",
        "2020-06-05",
        [("Chủ tịch Ủy ban nhân dân tỉnh", "Quảng Ngãi")],
        None,
    ),
    (" ngày 5/6/2020 do Bộ Tài chính ban hành", "2020-06-05", [("Bộ Tài chính", None)], None),
    (
        " ngày 10/7/2013 của HĐND tỉnh Lâm Đồng khóa VIII, kỳ họp thứ 8 về",
        "2013-07-10",
        [("Hội đồng nhân dân tỉnh", "Lâm Đồng")],
        "VIII",
    ),
    ("[12] ngày 25/10/2017[13] của Bộ Chính trị", "2017-10-25", [("Bộ Chính trị", None)], None),
    ("** ngày **25/10/2017** của *Bộ Chính trị*", "2017-10-25", [("Bộ Chính trị", None)], None),
    (" về phát triển kinh tế", None, [], None),
    (" có hiệu lực từ ngày 01/01/2020", None, [], None),
    (".\nNgày 01/01/2020, UBND tỉnh", None, [], None),
    ("; ngày 01/01/2020 UBND tỉnh họp", None, [], None),
    (" khóa XII", None, [], "XII"),
    (" (khóa 12)", None, [], "XII"),
    (" đã giao cho Chính phủ", None, [], None),
    ("", None, [], None),
]


@pytest.mark.parametrize(("behind", "date", "issuers", "term"), ROWS)
def test_tail(behind: str, date: str | None, issuers: list[tuple[str, str | None]], term: str | None) -> None:
    text = "Nghị quyết số 18-NQ/TW" + behind
    tail = read_tail(text, len("Nghị quyết số 18-NQ/TW"))
    assert (tail.date, [(i.name, i.place) for i in tail.issuers], tail.term) == (date, issuers, term)


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        (" về việc phê duyệt Đề án; giao", "về việc phê duyệt Đề án"),
        (" về phát triển kinh tế tư nhân.", "về phát triển kinh tế tư nhân"),
        (" “Về đổi mới”, ", "Về đổi mới"),
        (' "Về đổi mới" và', "Về đổi mới"),
        (" V/v tăng cường quản lý đất đai.", "V/v tăng cường quản lý đất đai"),
        (
            " quy định chi tiết một số điều của Luật Đất đai;",
            "quy định chi tiết một số điều của Luật Đất đai",
        ),
        (" về một số\nchính sách\nmới;", "về một số chính sách mới"),
        (" về công tác cán bộ và Nghị quyết số 19-NQ/TW", "về công tác cán bộ"),
        (
            " phê duyệt Đề án phát triển ứng dụng dữ liệu (Đề án 06).",
            "phê duyệt Đề án phát triển ứng dụng dữ liệu (Đề án 06)",
        ),
        (
            " về sắp xếp đơn vị (giai đoạn 2023 - 2030), tinh giản biên chế;",
            "về sắp xếp đơn vị (giai đoạn 2023 - 2030), tinh giản biên chế",
        ),
        (" về tinh giản biên chế), các đơn vị", "về tinh giản biên chế"),
        # the sentence goes on with a body that acts; a body in a list is no actor
        (" về rà soát biên chế, Sở Y tế đề nghị các đơn vị báo cáo", "về rà soát biên chế"),
        (" về việc thành lập Mạng lưới, Phó Thủ tướng Chính phủ Nguyễn Văn A có ý kiến", "về việc thành lập Mạng lưới"),
        (
            " về chức năng của Bộ Tài chính, Bộ Nội vụ và Bộ Y tế;",
            "về chức năng của Bộ Tài chính, Bộ Nội vụ và Bộ Y tế",
        ),
        # what is said of the document
        (" quy định về nghỉ lễ, tết như sau:", "quy định về nghỉ lễ, tết"),
        (" về bảo vệ dữ liệu cá nhân (hiệu lực từ ngày 01/07/2023) yêu cầu", "về bảo vệ dữ liệu cá nhân"),
        (" hướng dẫn của Bộ Tài chính tại Công văn", None),
        (" quy định tại khoản 1", None),
        # the next cell or row of a table
        (" Về việc ban hành Chương trình môn học 15/11/2018 Nội dung:", "Về việc ban hành Chương trình môn học"),
        (" về lộ trình từ ngày 01/7/2025 đến hết năm;", "về lộ trình từ ngày 01/7/2025 đến hết năm"),
        (" về chính sách nội trú\nThông tư liên tịch số 12/2016/TTLT-BTC", "về chính sách nội trú"),
        (
            " sửa đổi, bổ sung một số điều của\nThông tư số 12/2016/TT-BTC;",
            "sửa đổi, bổ sung một số điều của Thông tư số 12/2016/TT-BTC",
        ),
        # a capital opens it
        (" Hướng dẫn việc xây dựng chương trình;", "Hướng dẫn việc xây dựng chương trình"),
        (" Quy định chi tiết một số điều của Luật Đất đai;", "Quy định chi tiết một số điều của Luật Đất đai"),
        (" quy định cắt giảm thủ tục[2].", "quy định cắt giảm thủ tục"),
        (" quy định xử phạt (được sửa đổi, bổ sung tại Nghị định số 14/2022/NĐ-CP);", "quy định xử phạt"),
        (
            " thực hiện Nghị quyết “*Tiếp tục đổi mới*” và phối hợp xây dựng Kế hoạch",
            "thực hiện Nghị quyết “Tiếp tục đổi mới”",
        ),
        (" về phong trào “A b” và cuộc vận động “C d”;", "về phong trào “A b” và cuộc vận động “C d”"),
        (
            " phê duyệt Chương trình đến năm 2030 (sau đây viết tắt là Chương trình), Ủy ban",
            "phê duyệt Chương trình đến năm 2030",
        ),
        # what follows is the sentence's, be its words torn over two lines
        (" về giáo dục để xây dựng kế hoạch của đơn vị.", "về giáo dục"),
        (" về giáo dục, gửi Bộ Tài chính để thẩm định.", "về giáo dục"),
        (" về giáo dục, định kỳ báo cáo Thủ tướng Chính phủ.", "về giáo dục"),
        (" về giáo dục và các văn bản hướng dẫn thi hành tiếp tục có hiệu lực", "về giáo dục"),
        (" về bảo lãnh Chính phủ và các văn bản sửa đổi, bổ sung (nếu có)", "về bảo lãnh Chính phủ"),
        (" về giáo dục đã được\nsửa đổi tại Nghị định số 1/2020/NĐ-CP", "về giáo dục"),
        (" về giáo dục, có hiệu\nlực kể từ ngày 01/7/2025.", "về giáo dục"),
        (" về giáo dục chấm dứt hiệu lực kể từ ngày Nghị định này", "về giáo dục"),
        (" về giáo dục, Nghị\nquyết số 281/NQ-CP ngày 15/9/2025", "về giáo dục"),
        (" về giáo dục không áp dụng với hồ sơ cũ kể từ ngày 01/7/2025", "về giáo dục"),
        # what only looks like it
        (
            " về việc triển khai thi hành Luật Đất đai và các văn bản hướng dẫn thi hành;",
            "về việc triển khai thi hành Luật Đất đai và các văn bản hướng dẫn thi hành",
        ),
        (
            " quy định một số điều và biện pháp để tổ chức, hướng dẫn thi hành Luật Đất đai;",
            "quy định một số điều và biện pháp để tổ chức, hướng dẫn thi hành Luật Đất đai",
        ),
        (" về việc giao đất để xây dựng trụ sở;", "về việc giao đất để xây dựng trụ sở"),
        (
            " về xử lý vi phạm xảy ra trước khi Luật Đất đai năm 2024 có hiệu lực;",
            "về xử lý vi phạm xảy ra trước khi Luật Đất đai năm 2024 có hiệu lực",
        ),
        (" về xếp lương viên chức mới được bổ sung;", "về xếp lương viên chức mới được bổ sung"),
        # what it does is said of it
        (" thay thế Nghị định số 136/2020/NĐ-CP ngày 24/11/2020", None),
        (" thay thế cho các Quyết định số 1/2020/QĐ-UBND", None),
        (" thay thế một số biểu mẫu;", "thay thế một số biểu mẫu"),
        (" về việc thay thế Quyết định số 1/2020/QĐ-UBND;", "về việc thay thế Quyết định số 1/2020/QĐ-UBND"),
        (" và các văn bản khác", None),
        (" thì đơn vị phải thực hiện", None),
    ],
)
def test_title(behind: str, title: str | None) -> None:
    found = read_title("Nghị quyết 1" + behind, len("Nghị quyết 1"), stated=True)
    assert (found[0] if found else None) == title


JOINT = [
    (
        "Thông tư liên tịch số 14/2014/TTLT-BTTTT-BKHĐT ngày 07/10/2014 của Bộ Thông tin và Truyền thông và "
        "Bộ Kế hoạch và Đầu tư quy định",
        "14/2014/TTLT-BTTTT-BKHĐT",
        [("Bộ Kế hoạch và Đầu tư", None), ("Bộ Thông tin và Truyền thông", None)],
    ),
    (
        "Thông tư liên tịch số 37/2012/TTLT-BLĐTBXH-BYT-BTC của Bộ Lao động - Thương binh và Xã hội, Bộ Y tế, "
        "Bộ Tài chính hướng dẫn",
        "37/2012/TTLT-BLĐTBXH-BYT-BTC",
        [("Bộ Lao động - Thương binh và Xã hội", None), ("Bộ Tài chính", None), ("Bộ Y tế", None)],
    ),
    # the symbol alone names them as well
    (
        "Thông tư liên tịch số 05/2015/TTLT-BTC-BYT hướng dẫn",
        "05/2015/TTLT-BTC-BYT",
        [("Bộ Tài chính", None), ("Bộ Y tế", None)],
    ),
]


@pytest.mark.parametrize(("text", "code", "issuers"), JOINT)
def test_joint_issuers(text: str, code: str, issuers: list[tuple[str, str | None]]) -> None:
    assert issuers_of(f"Căn cứ {text} thi hành;", code) == issuers


def test_the_issuer_before_the_number() -> None:
    document = only("Căn cứ Quyết định của Thủ tướng Chính phủ số 12/2020/QĐ-TTg ngày 01/3/2020 về chính sách;")
    assert (document.type, document.issuer, document.date) == ("Quyết định", "Thủ tướng Chính phủ", "2020-03-01")


@pytest.mark.parametrize(
    ("text", "issuer", "place"),
    [
        # words outrank the code
        ("Quyết định số 5/QĐ-UBND của Chủ tịch UBND tỉnh Bình Định", "Chủ tịch Ủy ban nhân dân tỉnh", "Bình Định"),
        ("Kết luận số 120-KL/TW của Bộ Chính trị", "Bộ Chính trị", None),
        ("Chỉ thị số 40-CT/TW của Ban Bí thư", "Ban Bí thư", None),
        ("Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương", "Ban Chấp hành Trung ương", None),
        # the code alone never tells which of the three it is
        ("Nghị quyết số 18-NQ/TW", None, None),
    ],
)
def test_issuer_of_the_cited_document(text: str, issuer: str | None, place: str | None) -> None:
    document = only(f"Thực hiện {text}, đơn vị đã triển khai.")
    assert (document.issuer, document.place) == (issuer, place)


# Titles of what is cited, never of the paper that cites or of the document around. text, titles of the documents
OWN_TITLES = [
    # a title ends at a rule and where the preamble begins
    (
        "HƯỚNG DẪN\nmột số nội dung Quy định số 37-QĐ/TW, ngày 25/10/2021 của Ban Chấp hành Trung ương về những điều đảng viên không được làm\n-----\nCăn cứ Quy định số 24-QĐ/TW, ngày 30/7/2021 của Ban Chấp hành Trung ương về thi hành Điều lệ Đảng,",
        ["về những điều đảng viên không được làm", "về thi hành Điều lệ Đảng", None],
    ),
    (
        "Quyết định số 12/2020/QĐ-UBND ngày 05/5/2020 của UBND tỉnh Gia Lai về quản lý chợ\nCăn cứ Luật Thương mại số 36/2005/QH11;",
        ["về quản lý chợ", None],
    ),
    (
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ trên địa bàn tỉnh Đồng Tháp;",
        ["về đột phá phát triển khoa học, công nghệ"],
    ),
    (
        "Quyết định số 12/QĐ-UBND ngày 01/02/2025 của Ủy ban nhân dân tỉnh về phân cấp trên địa bàn tỉnh Đồng Tháp;",
        ["về phân cấp trên địa bàn tỉnh Đồng Tháp"],
    ),
    # where one citation goes on, another shows where the title ends
    (
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ trong toàn ngành y tế. "
        "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ;",
        ["về đột phá phát triển khoa học, công nghệ"],
    ),
    # behind an act's name stands the title of the decree
    (
        "Nghị định số 115/2015/NĐ-CP ngày 11/11/2015 quy định chi tiết một số điều của Luật Bảo hiểm xã hội số 58/2014/QH13 về bảo hiểm xã hội bắt buộc;",
        ["quy định chi tiết một số điều của Luật Bảo hiểm xã hội số 58/2014/QH13 về bảo hiểm xã hội bắt buộc", None],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "titles"), OWN_TITLES)
def test_titles_of_the_cited_document(text: str, titles: list[str | None]) -> None:
    head = "UBND TỈNH ĐỒNG THÁP\nSỞ Y TẾ\nSố: 45/KH-SYT\nĐồng Tháp, ngày 17 tháng 8 năm 2025\nKẾ HOẠCH\nNăm 2025\n\n"
    assert [d.title for d in extract(head + text).documents[1:]] == titles


LONG = "về việc quy định chế độ " + ", ".join(f"chính sách hỗ trợ số {i} dành cho người lao động" for i in range(30))


@pytest.mark.parametrize(
    ("behind", "title"),
    [
        # the lines of a table that lost its borders
        (
            " về đột phá phát \ntriển giáo dục và đào tạo \nBộ Giáo dục và \nĐào tạo \nCác bộ, ngành \n",
            "về đột phá phát triển giáo dục và đào tạo",
        ),
        (" về hội nhập quốc tế\nCác bộ, ngành\n2026 - 2030\n", "về hội nhập quốc tế"),
        # the line of a narrow column, a line of running text
        (
            " về thủ tục thuộc phạm vi quản lý của\nBộ Công Thương\nvà địa phương\n",
            "về thủ tục thuộc phạm vi quản lý của Bộ Công Thương và địa phương",
        ),
        (
            " về phối hợp giữa các cơ quan trung ương,\nBộ Giáo dục và Đào tạo trong việc thi hành Luật Giáo dục\n",
            "về phối hợp giữa các cơ quan trung ương, Bộ Giáo dục và Đào tạo trong việc thi hành Luật Giáo dục",
        ),
        # what the sentence goes on with
        (" về tinh giản biên chế thì không được hưởng chế độ.", "về tinh giản biên chế"),
        (" về định mức trang thiết bị, ngoài ra còn có các quy định khác.", "về định mức trang thiết bị"),
        (" QUY ĐỊNH VỀ QUẢN LÝ VỈA HÈ, QUYẾT ĐỊNH SỐ 24/2019/QĐ-UBND NGÀY 02/5/2019", "QUY ĐỊNH VỀ QUẢN LÝ VỈA HÈ"),
        (
            " ban hành Điều lệ trường trung học và bãi bỏ Điều 3 Thông tư số 28/2020/TT-BGDĐT",
            "ban hành Điều lệ trường trung học",
        ),
        (" quy định về phí, thay thế Thông tư số 28/2020/TT-BTC", "quy định về phí"),
        (" hướng dẫn công tác thi đua và bãi bỏ các Quyết định số 12/QĐ-BNV", "hướng dẫn công tác thi đua"),
        (
            " sửa đổi, bổ sung một số điều và bãi bỏ Điều 3 Thông tư số 28/2020/TT-BTC",
            "sửa đổi, bổ sung một số điều và bãi bỏ Điều 3 Thông tư số 28/2020/TT-BTC",
        ),
        (" ban hành Chương trình điều tra (thay thế Quyết định số 803/QĐ-TTg)", "ban hành Chương trình điều tra"),
        (" về thay thế và bãi bỏ một số điều của Quy chế", "về thay thế và bãi bỏ một số điều của Quy chế"),
    ],
)
def test_where_a_title_ends(behind: str, title: str) -> None:
    found = read_title(behind, 0, stated=True)
    assert found is not None
    assert found[0] == title


def test_a_title_without_an_end_is_cut_at_a_comma() -> None:
    found = read_title(f" {LONG}.", 0, stated=True)
    assert found is not None
    assert LONG.startswith(f"{found[0]},")


@pytest.mark.parametrize(
    ("own", "behind", "title"),
    [
        (
            "Thông tư",
            " hướng dẫn thi hành một số điều của Luật Quản lý thuế và Nghị định số 126/2020/NĐ-CP ngày 19/10/2020",
            "hướng dẫn thi hành một số điều của Luật Quản lý thuế và Nghị định số 126/2020/NĐ-CP ngày 19/10/2020",
        ),
        (
            "Thông tư",
            " quy định chi tiết Nghị định số 196/2013/NĐ-CP và Nghị định số 52/2014/NĐ-CP, có hiệu lực từ nay",
            "quy định chi tiết Nghị định số 196/2013/NĐ-CP và Nghị định số 52/2014/NĐ-CP",
        ),
        # a paper of the same rank or a lower one is no second object of the title
        (
            "Thông tư",
            " hướng dẫn thi hành Luật Quản lý thuế và Thông tư số 78/2021/TT-BTC",
            "hướng dẫn thi hành Luật Quản lý thuế",
        ),
        (
            "Nghị định",
            " quy định chi tiết Luật Quản lý thuế và Nghị định số 91/2022/NĐ-CP",
            "quy định chi tiết Luật Quản lý thuế",
        ),
        ("Thông tư", " quy định về hóa đơn và Nghị định số 123/2020/NĐ-CP", "quy định về hóa đơn"),
        (
            None,
            " hướng dẫn thi hành Luật Quản lý thuế và Nghị định số 126/2020/NĐ-CP",
            "hướng dẫn thi hành Luật Quản lý thuế",
        ),
    ],
)
def test_a_lower_paper_details_several_higher_ones(own: str | None, behind: str, title: str) -> None:
    found = read_title(behind, 0, stated=True, own=own)
    assert found is not None
    assert found[0] == title
