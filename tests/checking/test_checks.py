"""Sentences, most of them as real papers have them, with the findings that belong to them; and what is right."""

from __future__ import annotations

import pytest
from drafts import AMENDED, FRAMES, PARTLY, REPEALED, REPLACED, STANDING, drafts

from graph.checking import check, check_source
from graph.errors import LuocdoError
from graph.knowledge import KnowledgeGraph
from graph.model import Source

DECISION = next(f for f in FRAMES if f.name == "quyet-dinh")
CIRCULAR = next(f for f in FRAMES if f.name == "thong-tu")
LETTER = next(f for f in FRAMES if f.name == "cong-van")
PARTY = next(f for f in FRAMES if f.name == "chuong-trinh")
DECREE = STANDING[0]


def codes_of(
    sentence: str, graph: KnowledgeGraph | None = None, frame: object = DECISION, bases: str = ""
) -> list[str]:
    """The codes found in a paper of that kind with this sentence in its body."""
    text = frame.text.replace("{body}", sentence).replace("{bases}", bases)  # type: ignore[attr-defined]
    return [f.code for f in check_source(Source("draft.md", text, "md"), graph).findings]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Việc lập hồ sơ theo Chỉ thị số 49-NQ/TW ngày 24 tháng 5 năm 2005.", "LD303"),
        ("Ban hành Kế hoạch 352/PA-SGDĐT về phương án tuyển sinh.", "LD303"),
        ("Theo Nghị quyết số 04-NQ/TW ngày 19/10/2016 của Tỉnh ủy Quảng Ngãi.", "LD305"),
        ("Theo Thông tư số 44/2023/TT-BTC ngày 29/12/2023 của Bộ trưởng Bộ Công Thương.", "LD305"),
        ("Theo Thông tư số 14/2018/TT-BLĐTXH ngày 26/9/2018 của Bộ Lao động - Thương binh và Xã hội.", "LD305"),
        ("Theo Quyết định số 14/2019/QĐ-SCT ngày 11/6/2019 của Sở Công Thương.", "LD306"),
        ("Theo Nghị định số 214/2025/NĐ-CP ngày 04 tháng 8 năm 2028 của Chính phủ.", "LD307"),
        ("Căn cứ Luật thống kê số 85/2015/QH13 ngày 23 tháng 11 năm 2015.", "LD205"),
        ("Theo Luật Thuế giá trị gia tăng số 13/2008/QH112 ngày 03/06/2008.", "LD206"),
        ("Theo Luật Đầu tư số 61/2020/QH14 ngày 17/6/2021.", "LD201"),
        ("Theo Quyết định số 12 /QĐ-STC ngày 06/5/2024 của Sở Tài chính.", "LD604"),
        ("Theo Nghị quyết số 19/NQ-TW ngày 25/10/2017.", "LD604"),
        ("Theo Nghị định số 23/2024/NĐ-CР ngày 27/02/2024.", "LD604"),  # a Cyrillic Р
        ("Theo Nghị định số: 23/2024/NĐ-CP ngày 27/02/2024.", "LD605"),
        ("Chấn chỉnh theo Quyết số 42/2013/QĐ-UBND của Ủy ban nhân dân tỉnh.", "LD606"),
        ("Sửa đổi một số điều tại nghị định số 31/2021/NĐ-CP ngày 26/3/2021.", "LD607"),
    ],
)
def test_found_without_a_graph(sentence: str, code: str) -> None:
    assert code in codes_of(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương.",
        "Theo Công văn số 655/SNV-XDCQ&CTTN ngày 02/4/2021 của Sở Nội vụ.",
        "Trả lời Công văn số 324/QTR-KTr2 ngày 22/7/2025 của Thuế tỉnh Quảng Trị.",  # units write what they like
        "Tại Quyết định số 87-CT ngày 01 tháng 3 năm 1985 của Chủ tịch Hội đồng Bộ trưởng.",
        "Theo Thông tư số 89-TC/TCT ngày 09/11/1993 của Bộ Tài chính.",  # the symbols of that time
        "Xử lý Công văn 11306/VPCP-NN về triển khai Nghị định 136/2025/NĐ-CP do Văn phòng Chính phủ ban hành.",
        "Dự án Luật sửa đổi một số điều theo chỉ đạo tại văn bản số 574/TB-VPCP ngày 23 tháng 7 năm 2025.",
        "Có các Công văn số: 10894/VPCP-CN ngày 08/7/2025, 8563/VPCP-CN ngày 12/6/2025 của Văn phòng Chính phủ.",
        "Thực hiện các công điện: số 117/CĐ-TTg ngày 16/7/2025; số 118/CĐ-TTg ngày 17/7/2025.",
        "Theo Nghị quyết số 434 NQ/TVQH năm 1977.",
        "Thông tư số 12/2015/TTLT-BTC-BYT ngày 11/02/2015 của Bộ Y tế và Bộ Tài chính.",
        "Quy định tại Luật Nhà ở và Luật Đất đai.",
        "Theo Quyết định số 999/QĐ-KHONGBIET của một cơ quan chưa biết.",
    ],
)
def test_nothing_is_said_of_what_is_right_or_unknown(sentence: str) -> None:
    assert codes_of(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        (f"Thực hiện theo {REPLACED.cited()}.", "LD102"),
        (f"Thực hiện theo khoản 1 Điều 5 {PARTLY.cited()}.", "LD104"),
        (f"Theo Điều 7 {PARTLY.cited()}.", "LD107"),  # another article than the one repealed
        (f"Mức hỗ trợ theo {AMENDED.cited()}.", "LD107"),
        (f"Theo Điều 40 {DECREE.cited()}.", "LD401"),
        (f"Theo khoản 9 Điều 3 {DECREE.cited()}.", "LD402"),
        (f"Theo {DECREE.cited(date='2021-04-21')}.", "LD201"),
        (f"Theo {DECREE.cited(code='910/2021/NĐ-CP')}.", "LD204"),
    ],
)
def test_found_with_a_graph(sentence: str, code: str, known: KnowledgeGraph) -> None:
    assert codes_of(sentence, known) == [code]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Theo khoản 2 Điều 3 {DECREE.cited()}.",
        f"{REPLACED.cited()} đã được thay thế bởi Nghị định số 902/2022/NĐ-CP.",
        f"Theo Điều 12a {DECREE.cited()}.",  # an article put in later
        f"Mức hỗ trợ theo {AMENDED.cited()}, được sửa đổi, bổ sung bởi Nghị định số 907/2023/NĐ-CP.",
        f"Theo Điều 4 {DECREE.cited(title='quy định về hoàn trả tiền đặt cọc cho người dự thầu')}.",  # of the article
        "Thông tư số 12/2022/TT-BGTVT quy định chi tiết một số điều của Luật Giá và "
        f"{DECREE.cited(title='về việc gì đó khác hẳn thế này')}.",
        "1. " + REPLACED.cited() + ".",  # an item of a list says nothing of it
    ],
)
def test_right_with_a_graph(sentence: str, known: KnowledgeGraph) -> None:
    assert codes_of(sentence, known) == []


def test_a_draft_that_ends_a_document_knows_it(known: KnowledgeGraph) -> None:
    assert codes_of(f"Bãi bỏ {REPEALED.cited()}.", known, CIRCULAR) == []


def test_a_basis_that_has_ended_is_an_error(known: KnowledgeGraph) -> None:
    bases = f"Căn cứ {REPLACED.cited()};"
    assert codes_of("Tổ chức thực hiện.", known, bases=bases) == ["LD101"]


def test_reasons_of_a_letter_are_no_bases(known: KnowledgeGraph) -> None:
    assert codes_of(f"Căn cứ {REPLACED.cited()};", known, LETTER) == ["LD102"]


def test_as_of_a_day_before_the_end(known: KnowledgeGraph) -> None:
    text = DECISION.text.replace("{bases}", f"Căn cứ {REPLACED.cited()};").replace("{body}", "Thực hiện.")
    assert [f.code for f in check(text, known).findings] == ["LD101"]
    assert [f.code for f in check(text, known, "2022-08-14").findings if f.code.startswith("LD1")] == []


@pytest.mark.parametrize(
    ("basis", "last", "first"),
    [
        # the last day without the newer act, the first day with it, as the table of effects has them
        ("Luật Đất đai số 45/2013/QH13 ngày 29 tháng 11 năm 2013", "2024-07-31", "2024-08-01"),
        ("Luật Đấu thầu số 43/2013/QH13 ngày 26 tháng 11 năm 2013", "2023-12-31", "2024-01-01"),
        ("Luật Giá số 11/2012/QH13 ngày 20 tháng 6 năm 2012", "2024-06-30", "2024-07-01"),
        ("Luật Tổ chức Chính phủ số 76/2015/QH13 ngày 19 tháng 6 năm 2015", "2025-02-28", "2025-03-01"),
        ("Luật Ngân sách nhà nước số 83/2015/QH13 ngày 25 tháng 6 năm 2015", "2025-12-31", "2026-01-01"),
        # ended by an act of another name
        ("Luật Phòng, chống bệnh truyền nhiễm số 03/2007/QH12 ngày 21 tháng 11 năm 2007", "2026-06-30", "2026-07-01"),
        # passed anew on 10/12/2025, nobody says since when it is in force: the day of passing alone tells nothing
        ("Luật Quản lý thuế số 38/2019/QH14 ngày 13 tháng 6 năm 2019", "2026-06-30", ""),
    ],
)
def test_an_act_that_has_a_successor_since_a_day(basis: str, last: str, first: str) -> None:
    text = DECISION.text.replace("{bases}", f"Căn cứ {basis};").replace("{body}", "Tổ chức thực hiện.")
    assert "LD108" not in [f.code for f in check(text, at=last).findings]
    if first:
        found = [f for f in check(text, at=first).findings if f.code == "LD108"]
        assert [f.severity for f in found] == ["warning"]
        year, month, day = first.split("-")
        assert f"có hiệu lực từ {day}/{month}/{year}" in found[0].message("vi")


def test_what_the_rule_asks_of_one_kind_of_paper_only() -> None:
    basis = "Căn cứ Luật Phòng, chống thiên tai ngày 19 tháng 6 năm 2013;"
    assert "LD608" in codes_of("Thực hiện.", frame=CIRCULAR, bases=basis)
    assert codes_of("Thực hiện.", bases=basis) == []
    twice = f"Theo {DECREE.cited()}. Báo cáo theo {DECREE.cited()}."
    assert codes_of(twice) == ["LD602"]
    assert codes_of(twice, frame=PARTY) == []


def test_without_form() -> None:
    source = Source("draft.md", "Theo Nghị định số 12 /2020/NĐ-CP.", "md")
    assert [f.code for f in check_source(source, None).findings] == ["LD604"]
    assert check_source(source, None, form=False).findings == ()


def test_unknown_is_said_as_unknown(known: KnowledgeGraph) -> None:
    report = check("Theo Nghị định số 77/2020/NĐ-CP ngày 01/7/2020 của Chính phủ.", known)
    assert report.findings == ()
    assert [c.known for c in report.citations] == [""]
    assert report.totals()["unknown"] == 1


def test_a_homonym_of_another_year_or_place_is_another_paper(known: KnowledgeGraph) -> None:
    other = STANDING[5].cited(date="2015-06-15", title="về việc khác hẳn của một năm khác không liên quan")
    report = check(f"Theo {other}.", known)
    assert report.findings == () and [c.known for c in report.citations] == [""]


def test_offsets_are_those_of_the_text_as_it_was_read(known: KnowledgeGraph) -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", f"Thực hiện theo {REPLACED.cited()}.")
    finding = check(text, known).findings[0]
    assert text[finding.start : finding.end] == finding.text
    assert unicodedata.normalize("NFC", finding.text) == "Nghị định số 415/2016/NĐ-CP"


def test_the_same_again(known: KnowledgeGraph) -> None:
    faulty, _ = next(iter(drafts()))
    first, second = (check(faulty.text, known).to_dict() for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "Nghị định số", "\ud800", "Căn cứ Nghị định số 1/2020/NĐ-CP ngày 31/02/2020;"]
)
def test_any_text(text: str, known: KnowledgeGraph) -> None:
    assert check_source(Source("-", text), known).findings == ()


def test_a_wrong_day_is_told() -> None:
    with pytest.raises(LuocdoError, match="không phải ngày"):
        check("Theo Luật Đất đai.", at="32/13/2025")


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Các tờ khai đã kê khai theo {doc}.", False),
        ("Giấy phép đã được cấp theo quy định tại khoản 2 Điều 3 {doc} được tiếp tục sử dụng.", False),
        ("Hợp đồng ký kết trước ngày 01 tháng 01 năm 2020 theo {doc} được thực hiện đến hết hạn.", False),
        ("Các hồ sơ đã tiếp nhận theo hướng dẫn tại {doc} được giải quyết tiếp.", False),
        ("Người lao động đã hưởng trợ cấp theo quy định của {doc} không phải hoàn trả.", False),
        ("Các đơn vị lập hồ sơ theo {doc}.", True),
        ("Nhiệm vụ đã được giao theo {doc} phải hoàn thành.", True),  # the document is what gave it
        ("Danh mục đã được phê duyệt theo {doc}.", True),
        ("Quá trình đã kéo dài; việc lập hồ sơ theo {doc}.", True),  # another clause
        ("Các nhiệm vụ nêu tại {doc}.", True),
    ],
)
def test_what_was_done_under_a_document_while_it_stood(sentence: str, found: bool, known: KnowledgeGraph) -> None:
    told = codes_of(sentence.format(doc=REPLACED.cited()), known)
    assert ("LD102" in told) is found


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("Luật số 106/2016/QH13 ngày 06 tháng 4 năm 2017 {title}", True),
        ("Luật số 106/2016/QH13 ngày 06/4/2015 {title}", True),
        ("Luật số 106/2016/QH13 ngày 06 tháng 4 năm 2017", False),  # nothing says that the number is right
        ("Luật số 106/2016/QH13 ngày 06 tháng 4 năm 2017 về phòng, chống tác hại của rượu, bia", False),
    ],
)
def test_the_title_of_an_amending_act_confirms_its_number(written: str, fixed: bool) -> None:
    title = (
        "sửa đổi, bổ sung một số điều của Luật Thuế giá trị gia tăng, Luật Thuế tiêu thụ đặc biệt và Luật Quản lý thuế"
    )
    report = check_source(Source("d.txt", f"Các đơn vị thực hiện theo {written.format(title=title)}.\n"), None)
    day = [f for f in report.findings if f.code == "LD201"]
    assert len(day) == 1
    assert (day[0].fix is not None) is fixed


def test_an_amending_act_stands_beside_the_next_one_of_its_name() -> None:
    text = DECISION.text.replace("{body}", "Tổ chức thực hiện.").replace(
        "{bases}",
        "Căn cứ Luật Xử lý vi phạm hành chính số 15/2012/QH13 được sửa đổi, bổ sung bởi Luật số 67/2020/QH14 và "
        "Luật số 88/2025/QH15;",
    )
    assert "LD108" not in [f.code for f in check_source(Source("d.md", text, "md"), None, "2026-01-01").findings]


@pytest.mark.parametrize(
    ("head", "body", "at"),
    [
        ("Số: 158/2021/NĐ-CP\nHà Nội, ngày … tháng … năm 2021", "", "2021-12-31"),
        ("Số: 158/2021/NĐ-CP", "", "2021-12-31"),
        ("Số:      /2021/NĐ-CP\nHà Nội, ngày    tháng 6 năm 2021", "", "2021-06-30"),
        ("Số: 158/2021/NĐ-CP", "Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2021.", "2021-08-01"),
        ("Số: 158/2021/NĐ-CP\nHà Nội, ngày 25 tháng 6 năm 2021", "", "2021-06-25"),
    ],
)
def test_the_latest_day_of_a_draft_without_a_day(head: str, body: str, at: str) -> None:
    text = (
        f"CHÍNH PHỦ\n{head}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\nNGHỊ ĐỊNH\n"
        f"Quy định về bến thủy nội địa\n\nCăn cứ Luật Đầu tư số 61/2020/QH14;\n\nĐiều 1. Phạm vi\nÁp dụng chung.\n"
        f"Điều 2. Hiệu lực thi hành\n{body}\n"
    )
    assert check(text).at == at


TITLE = "thực hiện Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"Điều 1. Ban hành kèm theo Quyết định này Kế hoạch hành động của tỉnh {TITLE}.", False),
        (f"Điều 1. Phê duyệt Kế hoạch hành động của tỉnh {TITLE}.", False),
        (f"KẾ HOẠCH\nHành động {TITLE}\n(Ban hành kèm theo Quyết định số 12/QĐ-UBND)", False),
        (f"Điều 1. Các sở tiếp tục tập trung {TITLE}.", True),
        (f"Tỉnh là đơn vị đi đầu trong hành động của tỉnh {TITLE}.", True),
    ],
)
def test_the_title_of_the_paper_said_again_is_no_later_citation(line: str, found: bool) -> None:
    text = (
        "ỦY BAN NHÂN DÂN\nTỈNH NGHỆ AN\nSố: 12/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nNghệ An, ngày 08 tháng 9 năm 2025\n\nQUYẾT ĐỊNH\n"
        f"Ban hành Kế hoạch hành động của tỉnh {TITLE}\n\nCăn cứ {TITLE.removeprefix('thực hiện ')};\n\n{line}\n"
    )
    assert ("LD602" in [f.code for f in check_source(Source("d.md", text, "md"), None).findings]) is found


@pytest.mark.parametrize(
    ("sentence", "known_day"),
    [
        ("Theo Luật Thương mại ngày 14/6/2025.", "14/06/2005"),
        ("Theo Luật Đấu thầu ngày 23 tháng 6 năm 2024.", "23/06/2023"),
        ("Theo Luật Doanh nghiệp ngày 18/6/2020.", "17/06/2020"),
        ("Theo Luật Doanh nghiệp ngày 26/11/2014.", None),
        ("Theo Luật Đấu thầu ngày 26/11/2013.", None),
        ("Theo Luật Đấu thầu ngày 02/3/1999.", None),  # nothing near: unknown
    ],
)
def test_the_day_of_an_act_without_a_number(sentence: str, known_day: str | None) -> None:
    found = [f for f in check(sentence + "\n").findings if f.code == "LD201"]
    assert [f.values["known"][0] for f in found] == ([known_day] if known_day else [])


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("Kết luận số 118-KL-TW ngày 18/01/2025", "118-KL/TW"),
        ("Nghị quyết số 19/NQ/TW ngày 25/10/2017", "19-NQ/TW"),
        ("Quyết định số 12/QĐ/UBND ngày 25/10/2017 của Ủy ban nhân dân tỉnh", "12/QĐ-UBND"),
        ("Nghị định số 12/2020-NĐ-CP ngày 25/10/2020", "12/2020/NĐ-CP"),
        ("Nghị định số 12-2020-NĐ-CP ngày 25/10/2020", "12/2020/NĐ-CP"),
        ("Thông tư liên tịch số 10/2007/TTLT/BTC-BNV ngày 25/10/2007", None),  # as they were written then
        ("Quyết định số 12/QĐ/XYZ ngày 25/10/2017", None),  # of nobody that is known
        ("Nghị quyết số 19-NQ/TW ngày 25/10/2017", None),
    ],
)
def test_separators_of_a_number(written: str, right: str | None) -> None:
    found = [f for f in check(f"Theo {written}.\n").findings if f.code == "LD604"]
    assert [f.fix.text for f in found if f.fix] == ([right] if right else [])


def test_a_list_gives_each_document_in_full() -> None:
    cited = DECREE.cited()
    again = [f"Các sở bám sát {cited}.", f"Căn cứ pháp lý:\n- {cited}.\n- Luật Đầu tư."]
    told = ["LD602" in codes_of(f"Thực hiện {cited}.\n\n{second}") for second in again]
    assert told == [True, False]


def test_an_act_that_the_table_knows_to_have_ended_though_the_graph_does_not() -> None:
    text = "Căn cứ Luật Đấu thầu số 43/2013/QH13 ngày 26 tháng 11 năm 2013;"
    assert "LD108" in codes_of("Tổ chức thực hiện.", bases=text)
