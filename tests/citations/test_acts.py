"""Acts cited by name: where the name ends, which act of that name is meant."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import cited, mentions, only, relations, source, wrong

from graph import extract

# text, words of the mention, name of the act, code (None where the text leaves it open)
NAMES = [
    ("Căn cứ Luật Thi đua, Khen thưởng ngày 15 tháng 6 năm 2022;", "Luật Thi đua, Khen thưởng", "06/2022/QH15"),
    ("Căn cứ Bộ luật Dân sự năm 2015;", "Bộ luật Dân sự", "91/2015/QH13"),
    (
        "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;",
        "Luật Tổ chức chính quyền địa phương số 72/2025/QH15",
        "72/2025/QH15",
    ),
    ("theo Luật Đất đai năm 2013, Nhà nước", "Luật Đất đai", "45/2013/QH13"),
    ("theo Luật Đất đai 2024, Nhà nước", "Luật Đất đai 2024", "31/2024/QH15"),
    ("theo Luật Đất đai (năm 2024), Nhà nước", "Luật Đất đai", "31/2024/QH15"),
    ("theo Luật Đất đai, Nhà nước", "Luật Đất đai", None),
    ("luật đất đai năm 2013 quy định", "luật đất đai", "45/2013/QH13"),
    ("THEO LUẬT ĐẤT ĐAI SỐ 31/2024/QH15", "LUẬT ĐẤT ĐAI SỐ 31/2024/QH15", "31/2024/QH15"),
    pytest.param("THEO LUẬT ĐẤT ĐAI NĂM 2024;", "LUẬT ĐẤT ĐAI", "31/2024/QH15"),
    ("theo quy định của Luật Đấu giá tài sản.", "Luật Đấu giá tài sản", None),
    # the amending act of a year, as articles call it; an act made anew
    ("Luật Bảo hiểm y tế sửa đổi 2024 có hiệu lực", "Luật Bảo hiểm y tế sửa đổi 2024", "51/2024/QH15"),
    ("Luật Xử lý vi phạm hành chính sửa đổi, bổ sung năm 2020 quy", "Luật Xử lý vi phạm hành chính sửa đổi, bổ sung", "67/2020/QH14"),
    ("theo Luật Đất đai (sửa đổi) năm 2024;", "Luật Đất đai (sửa đổi)", "31/2024/QH15"),
    ("Luật Bảo hiểm y tế 2008 (sửa đổi, bổ sung năm 2014) quy", "Luật Bảo hiểm y tế 2008", "25/2008/QH12"),
    ("Luật Bảo hiểm y tế sửa đổi một số điều", "Luật Bảo hiểm y tế", None),
    # names with commas, "và", "của"
    ("theo Luật Hôn nhân và gia đình năm 2014;", "Luật Hôn nhân và gia đình", "52/2014/QH13"),
    (
        "theo Luật Trách nhiệm bồi thường của Nhà nước năm 2017;",
        "Luật Trách nhiệm bồi thường của Nhà nước",
        "10/2017/QH14",
    ),
    ("Luật Cán bộ, công chức năm 2008;", "Luật Cán bộ, công chức", "22/2008/QH12"),
    (
        "theo Luật Phòng, chống tác hại của rượu, bia và các quy định khác",
        "Luật Phòng, chống tác hại của rượu, bia",
        None,
    ),
    ("theo Luật An toàn, vệ sinh lao động và", "Luật An toàn, vệ sinh lao động", None),
    ("theo Luật Quản lý, sử dụng tài sản công;", "Luật Quản lý, sử dụng tài sản công", None),
    ("Luật Phòng chống tham nhũng", "Luật Phòng chống tham nhũng", None),
    (
        "Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng số 69/2020/QH14",
        "Luật Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng số 69/2020/QH14",
        "69/2020/QH14",
    ),
    (
        "Luật Bảo vệ quyền lợi người tiêu dùng số 19/2023/QH15",
        "Luật Bảo vệ quyền lợi người tiêu dùng số 19/2023/QH15",
        "19/2023/QH15",
    ),
    (
        "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;",
        "Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân",
        "11/2003/QH11",
    ),
    # wraps and emphasis
    ("theo Luật Ban hành văn bản\nquy phạm pháp luật ngày 19 tháng 02 năm 2025;",
     "Luật Ban hành văn bản\nquy phạm pháp luật", "64/2025/QH15"),
    ("theo **Luật Đất đai** năm 2024;", "Luật Đất đai", "31/2024/QH15"),
    # codes and ordinances
    ("Bộ luật Tố tụng dân sự ngày 25 tháng 11 năm 2015", "Bộ luật Tố tụng dân sự", "92/2015/QH13"),
    ("Bộ Luật Lao động số 10/2012/QH13", "Bộ Luật Lao động số 10/2012/QH13", "10/2012/QH13"),
    ("BLDS 2015 quy định", "BLDS 2015", "91/2015/QH13"),
    (
        "Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14",
        "Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14",
        "02/2020/UBTVQH14",
    ),
    ("Pháp lệnh về phí và lệ phí ngày 28 tháng 8 năm 2001;", "Pháp lệnh về phí và lệ phí", "38/2001/PL-UBTVQH10"),
    ("căn cứ luật tổ chức chính quyền địa phương ngày 19/6/2015;", "luật tổ chức chính quyền địa phương", "77/2015/QH13"),
    # acts that no table holds
    ("Luật Trồng rừng ven biển số 12/2030/QH17", "Luật Trồng rừng ven biển số 12/2030/QH17", "12/2030/QH17"),
    ("theo Luật Trồng rừng ven biển;", "Luật Trồng rừng ven biển", None),
    ("theo Luật Trồng rừng ven biển và các quy định", "Luật Trồng rừng ven biển", None),
    ("theo Luật Trồng rừng ven biển đã được ban hành", "Luật Trồng rừng ven biển", None),
    # with the day on which it was passed in a clause
    pytest.param("Luật Hợp tác xã được Quốc hội thông qua ngày 20 tháng 11 năm 2012;", "Luật Hợp tác xã", "23/2012/QH13"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "code"), NAMES)
def test_name(text: str, words: str, code: str | None) -> None:
    ((found, document),) = cited(text)
    assert (found, document.code) == (words, code)


@pytest.mark.parametrize(
    "text",
    [
        "theo quy định của pháp luật về đất đai",
        "Luật sư Nguyễn Văn A",
        "kỷ luật lao động, luật pháp quốc tế",
        "các luật có liên quan",
        "theo quy định tại Luật này",
        "Hội Luật gia Việt Nam",
        "Trường Đại học Kinh tế - Luật",
        "luật chơi, luật bóng đá",
        "các Luật, Pháp lệnh về thuế",
        "Bộ Tư pháp, Vụ Pháp luật hình sự",
        "trật tự, kỷ luật, kỷ cương",
        "người có công theo pháp lệnh",
        "xây dựng luật, pháp lệnh",
        pytest.param("Đại học Luật Hà Nội"),
        pytest.param("Công ty Luật TNHH ABC"),
        pytest.param("theo Luật Cạnh tranh của Hoa Kỳ"),
    ],
)
def test_no_act(text: str) -> None:
    assert mentions(f"Nội dung: {text}.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Luật Thuế tiêu thụ đặc biệt và Luật Thuế giá trị gia tăng;",
            ["Luật Thuế tiêu thụ đặc biệt", "Luật Thuế giá trị gia tăng"],
        ),
        ("Luật Quản lý thuế, Luật Hải quan và các văn bản", ["Luật Quản lý thuế", "Luật Hải quan"]),
        ("Luật Cán bộ, công chức; Luật Viên chức", ["Luật Cán bộ, công chức", "Luật Viên chức"]),
        ("Hiến pháp, Bộ luật Hình sự, Luật Nhà ở", ["Hiến pháp", "Bộ luật Hình sự", "Luật Nhà ở"]),
    ],
)
def test_several(text: str, names: list[str]) -> None:
    assert mentions(text) == names


def test_years_tell_acts_of_one_name_apart() -> None:
    text = "theo Luật Đất đai năm 2013 và Luật Đất đai năm 2024; Luật Đất đai năm 2013 hết hiệu lực"
    assert [d.code for _, d in cited(text)] == ["45/2013/QH13", "31/2024/QH15", "45/2013/QH13"]


def test_without_a_year_the_act_stays_open() -> None:
    document = only("theo quy định của Luật Đất đai và văn bản hướng dẫn")
    assert (document.code, document.date, document.provisional) == (None, None, True)


def test_the_citing_date_tells_the_version() -> None:
    head = "BỘ TÀI CHÍNH\nSố: 12/2015/TT-BTC\nHà Nội, ngày 05 tháng 6 năm 2015\nTHÔNG TƯ\nVề phí\n"
    text = head + "Căn cứ Luật Đất đai và Luật Ngân sách nhà nước;\n"
    assert {d.name: d.date for _, d in cited(text)}["Luật Đất đai"] == "2013-11-29"


def test_a_name_joins_its_number() -> None:
    text = "Căn cứ Luật Đầu tư công số 58/2024/QH15; theo quy định của Luật Đầu tư công thì"
    assert only(text).code == "58/2024/QH15"


def test_case_and_commas_do_not_matter() -> None:
    text = "Luật Thi đua, Khen thưởng; LUẬT THI ĐUA, KHEN THƯỞNG; Luật thi đua khen thưởng"
    assert len({d.id for _, d in cited(text)}) == 1


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Hiến pháp năm 2013;", "2013-11-28"),
        ("Hiến pháp năm 1992;", "1992-04-15"),
        ("Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam năm 2013;", "2013-11-28"),
    ],
)
def test_constitution(text: str, date: str) -> None:
    document = only(f"Căn cứ {text}")
    assert (document.type, document.date) == ("Hiến pháp", date)


# Amending acts: cited by a title that names other acts.
def test_amending_act_by_title() -> None:
    text = (
        "Căn cứ Luật Ban hành văn bản quy phạm pháp luật ngày 19 tháng 02 năm 2025; Luật sửa đổi, bổ sung một số điều của "
        "Luật Ban hành văn bản quy phạm pháp luật ngày 25 tháng 6 năm 2025;"
    )
    result = extract(text)
    by_code = {d.code: d for d in result.documents if d.code}
    assert by_code["64/2025/QH15"].date == "2025-02-19"
    assert by_code["87/2025/QH15"].date == "2025-06-25"
    assert ("87/2025/QH15", "amends", "64/2025/QH15") in relations(text)


def test_amending_act_by_number() -> None:
    text = (
        "Căn cứ Luật Đấu thầu số 22/2023/QH15 (đã được sửa đổi, bổ sung bởi Luật số 57/2024/QH15 và "
        "Luật số 90/2025/QH15);"
    )
    assert {
        ("57/2024/QH15", "amends", "22/2023/QH15"),
        ("90/2025/QH15", "amends", "22/2023/QH15"),
    } <= relations(text)


def test_amending_act_with_its_own_number_behind_the_title() -> None:
    text = "theo Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 51/2024/QH15 ngày 27/11/2024;"
    found = {d.code for _, d in cited(text)}
    assert "51/2024/QH15" in found
    assert ("51/2024/QH15", "amends", "Luật Bảo hiểm y tế") in relations(text) or any(
        s == "51/2024/QH15" and p == "amends" for s, p, _ in relations(text)
    )


def test_amending_title_whose_acts_have_their_numbers() -> None:
    text = (
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15, Luật Nhà ở số 27/2023/QH15, Luật Kinh doanh "
        "bất động sản số 29/2023/QH15 và Luật Các tổ chức tín dụng số 32/2024/QH15;"
    )
    by_code = {d.code: d.name for _, d in cited(text)}
    assert by_code["31/2024/QH15"] == "Luật Đất đai"
    amended = {o for s, p, o in relations(text) if p == "amends"}
    assert amended == {"31/2024/QH15", "27/2023/QH15", "29/2023/QH15", "32/2024/QH15"}


AMENDING_LAW = """QUỐC HỘI
--------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Luật số: 51/2024/QH15
Hà Nội, ngày 27 tháng 11 năm 2024

LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT BẢO HIỂM Y TẾ

Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế số 25/2008/QH12 đã được sửa đổi, bổ sung một số
điều theo Luật số 46/2014/QH13.
"""


def test_the_text_of_an_amending_law() -> None:
    assert source(AMENDING_LAW).code == "51/2024/QH15"
    stated = relations(AMENDING_LAW)
    assert ("51/2024/QH15", "amends", "25/2008/QH12") in stated
    assert ("25/2008/QH12", "amends", "25/2008/QH12") not in stated


def test_the_text_of_a_law_is_not_another_law() -> None:
    text = (
        "QUỐC HỘI\nLuật số: 31/2024/QH15\nHà Nội, ngày 18 tháng 01 năm 2024\nLUẬT\nĐẤT ĐAI\n\n"
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\nQuốc hội ban hành Luật Đất đai.\n"
    )
    document = source(text)
    assert (document.type, document.code, document.date) == ("Luật", "31/2024/QH15", "2024-01-18")
    assert [d.code for d in extract(text).documents if d.type == "Luật"] == ["31/2024/QH15"]


def test_old_order_with_the_issuer_in_front() -> None:
    ((words, document),) = cited("Luật của Quốc hội số 15/2012/QH13 về xử lý vi phạm hành chính")
    assert (words, document.code) == ("Luật của Quốc hội số 15/2012/QH13", "15/2012/QH13")
    assert document.name is None or "Quốc hội" not in document.name


# Titles of amending acts that name more than articles
@pytest.mark.parametrize(
    ("title", "date", "base"),
    [
        (
            "Luật sửa đổi, bổ sung một số điều và Phụ lục Danh mục chỉ tiêu thống kê quốc gia của Luật Thống kê",
            "2021-11-12",
            "Luật Thống kê",
        ),
        (
            "Luật sửa đổi, bổ sung Điều 6 và Phụ lục 4 về Danh mục ngành, nghề đầu tư kinh doanh có điều kiện của Luật Đầu tư",
            "2016-11-22",
            "Luật Đầu tư",
        ),
    ],
)
def test_amending_title_with_annexes(title: str, date: str, base: str) -> None:
    year, month, day = date.split("-")
    passed = {"Luật Thống kê": "23 tháng 11 năm 2015", "Luật Đầu tư": "26 tháng 11 năm 2014"}[base]
    text = f"Căn cứ {base} ngày {passed}; {title} ngày {day} tháng {month} năm {year};"
    found = {d.date: d.name for _, d in cited(text)}
    assert date in found
    assert found[date] != base
    assert {n for n in found.values() if n == base} == {base}
    assert len({d.id for _, d in cited(text) if d.name == base}) == 1


def test_emphasis_inside_words() -> None:
    ((_, document),) = cited("theo quy định của Luật Bảo hiểm x****ã h****ội ngày 29 tháng 6 năm 2024;")
    assert (document.name, document.code) == ("Luật Bảo hiểm xã hội", "41/2024/QH15")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        wrong("các Tổ bầu cử chấp hành đúng Luật bầu cử.", "Luật bầu cử", why="a short name in small letters"),
        wrong("sửa đổi một số điều khoản của Pháp lệnh năm 1961;", "Pháp lệnh", why="an act cited by its year alone"),
        ("theo Luật Ngân sách Nhà nuớc và", "Luật Ngân sách Nhà nuớc"),
    ],
)
def test_acts_that_a_careful_reader_sees(text: str, words: str) -> None:
    assert mentions(text) == [words]


# The title of an amending act is one mention, the acts that it names are mentions inside it. text, mentions
TITLES = [
    (
        "Căn cứ Luật sửa đổi, bổ sung một\nsố điều của Luật Xây dựng ngày 17 tháng 6 năm 2020;",
        ["Luật sửa đổi, bổ sung một\nsố điều của Luật Xây dựng", "Luật Xây dựng"],
    ),
    (
        "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14;",
        ["Luật sửa đổi, bổ sung một số điều của Luật Xây dựng số 62/2020/QH14", "Luật Xây dựng"],
    ),
    (
        "Luật sửa đổi Luật Doanh nghiệp số 76/2025/QH15;",
        ["Luật sửa đổi Luật Doanh nghiệp số 76/2025/QH15", "Luật Doanh nghiệp"],
    ),
    (
        "Luật sửa đổi, bổ sung khoản 1 Điều 289 của Bộ luật Hình sự;",
        ["Luật sửa đổi, bổ sung khoản 1 Điều 289 của Bộ luật Hình sự", "Bộ luật Hình sự"],
    ),
    (
        "Luật sửa đổi, bổ sung 37 Luật có liên quan đến quy hoạch số 35/2018/QH14",
        ["Luật sửa đổi, bổ sung 37 Luật có liên quan đến quy hoạch số 35/2018/QH14"],
    ),
    (
        "Luật sửa đổi, bổ sung một số điều của 11 Luật có liên quan\nđến quy hoạch ngày 15 tháng 6 năm 2018",
        ["Luật sửa đổi, bổ sung một số điều của 11 Luật có liên quan\nđến quy hoạch"],
    ),
    (
        "Luật số 43/2024/QH15 sửa đổi, bổ sung một số điều của Luật Đất đai số 31/2024/QH15",
        ["Luật số 43/2024/QH15", "Luật Đất đai số 31/2024/QH15"],
    ),
    # scanned: the marks are not what they were
    (
        "Luật sửa đổi, bồ sung một sô điêu của Luật Xây dựng ngày 17 tháng 6 năm 2020;",
        ["Luật sửa đổi, bồ sung một sô điêu của Luật Xây dựng", "Luật Xây dựng"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), TITLES)
def test_an_amending_title_is_one_mention(text: str, words: list[str]) -> None:
    assert mentions(text) == words


NINE = (
    "Luật sửa đổi, bổ sung một số điều của Luật Chứng khoán, Luật Kế toán, Luật Kiểm toán độc lập, Luật Ngân sách nhà nước, "
    "Luật Quản lý, sử dụng tài sản công, Luật Quản lý thuế, Luật Thuế thu nhập cá nhân, Luật Dự trữ quốc gia, Luật Xử lý vi "
    "phạm hành chính số 56/2024/QH15"
)


def test_the_number_behind_nine_acts_is_the_amending_act_s() -> None:
    found = cited(f"Căn cứ Luật Xử lý vi phạm hành chính số 15/2012/QH13; {NINE};")
    assert [d.code for _, d in found[:2]] == ["15/2012/QH13", "56/2024/QH15"]
    assert found[1][0] == NINE
    assert found[-1][1].code == "15/2012/QH13"
    assert [p for _, p, _ in relations(f"Căn cứ {NINE};")].count("amends") == 9


# Names told by their letters where the marks are wrong. text, number
MISSPELT = [
    ("Căn cứ Luật TỔ chức Chỉnh phủ ngày 19 tháng 6 năm 2015;", "76/2015/QH13"),
    ("Căn cứ Luật Tô chức chính quyên địa phương ngày 19 tháng 6 năm 2015;", "77/2015/QH13"),
    ("Căn cứ Luật Xây dưng ngày 18/6/2014;", "50/2014/QH13"),
    ("Căn cứ Luât Xây dựng ngày 18/6/2014;", "50/2014/QH13"),
    ("Căn cứ Luật Đát đai ngày 18 tháng 01 năm 2024;", "31/2024/QH15"),
    # the day fits no act of that name: another act, or another slip
    ("Căn cứ Luật Đát đai ngày 19 tháng 01 năm 2024;", None),
    ("theo Luật Các tổ chức tín dung số 32/2024/QH15;", "32/2024/QH15"),
    ("theo Luật Giã", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), MISSPELT)
def test_misspelt_names(text: str, code: str | None) -> None:
    assert [d.code for _, d in cited(text)] == [code]


def test_an_act_whose_name_is_quoted() -> None:
    found = extract("Căn cứ Pháp lệnh “Ưu đãi người hoạt động cách mạng, liệt sĩ” ngày 29 tháng 8 năm 1994;")
    assert [(d.type, d.date) for d in found.documents if not d.is_source] == [("Pháp lệnh", "1994-08-29")]
    assert [m.text for m in found.mentions] == ["Pháp lệnh “Ưu đãi người hoạt động cách mạng, liệt sĩ”"]


def test_an_amending_title_with_semicolons() -> None:
    """Semicolons part citations: they are in a title only where all the acts together are that of a known one."""
    of_2025 = (
        "Điều 11 được sửa đổi bởi Điều 1 Luật sửa đổi Luật Đấu thầu; Luật Đầu tư theo phương thức đối tác công tư; Luật Hải quan; "
        "Luật Thuế giá trị gia tăng; Luật Thuế xuất khẩu, thuế nhập khẩu; Luật Đầu tư; Luật Đầu tư công; "
        "Luật Quản lý, sử dụng tài sản công 2025 có hiệu lực từ ngày 01/07/2025."
    )
    codes = [d.code for d in extract(of_2025).documents if not d.is_source]
    assert codes[0] == "90/2025/QH15"
    apart = "Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu; Luật Hải quan; Luật Đầu tư 2020;"
    assert [d.name for d in extract(apart).documents if d.name and "sửa đổi" in d.name] == [
        "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu"
    ]


def test_a_group_of_laws_ends_before_another_change() -> None:
    """A decree's title goes on with what the decree amends (03/VBHN-BTC)."""
    text = (
        "Nghị định số 12/2015/NĐ-CP quy định chi tiết thi hành Luật sửa đổi, bổ sung một số điều của các Luật về thuế "
        "và sửa đổi, bổ sung một số điều của các Nghị định về thuế."
    )
    assert [d.code for d in extract(text).documents if d.type == "Luật"] == ["71/2014/QH13"]
