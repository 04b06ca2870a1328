"""What stands between two words says nothing: a blank, two, a line break with or without indentation, a tab."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from graph import extract
from graph.model import Extraction
from graph.structure.loose_lines import closed_up
from graph.structure.over_pages import without_page_numbers
from graph.wide_blanks import surplus

HEAD = """UBND TỈNH QUẢNG NGÃI
Số: 12/QĐ-UBND
Quảng Ngãi, ngày 5 tháng 3 năm 2026

QUYẾT ĐỊNH
Về việc ban hành Quy chế

"""
SENTENCES = (
    "Căn cứ Thông tư số 130/2016/TT-BTC ngày 12 tháng 8 năm 2016 của Bộ trưởng Bộ Tài chính hướng dẫn Nghị định số"
    " 100/2016/NĐ-CP ngày 01 tháng 7 năm 2016 của Chính phủ;",
    "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
    "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015 và Luật sửa đổi, bổ sung một số điều của Luật Tổ chức"
    " Chính phủ ngày 22 tháng 11 năm 2019;",
    "Căn cứ Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14 ngày 09 tháng 12 năm 2020 và Pháp lệnh"
    " Dân quân tự vệ;",
    "Căn cứ Pháp lệnh Ngoại hối và Pháp lệnh sửa đổi, bổ sung một số điều của Pháp lệnh Ngoại hối;",
    "Thực hiện Kế hoạch số 134-KH/TU ngày 29/12/2023 của Ban Thường vụ Tỉnh ủy Quảng Trị về chuyển đổi số;",
    "Thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng, Nghị quyết Trung ương 4 khóa XII và Chỉ thị"
    " 05-CT/TW của Bộ Chính trị khóa XII;",
    "Điều 3. Quyết định này thay thế Quyết định số 2411/QĐ-UBND ngày 04 tháng 11 năm 2025 của Chủ tịch Ủy ban nhân dân"
    " tỉnh Vĩnh Long.",
    "Điều 4. Quyết định này có hiệu lực kể từ ngày 01 tháng 4 năm 2026 và bãi bỏ khoản 2 Điều 5 Quyết định số"
    " 45/2012/QĐ-UBND ngày 4 tháng 5 năm 2012 của Ủy ban nhân dân tỉnh.",
    "Nghị định số 79/2025/NĐ-CP ngày 01 tháng 4 năm 2025 của Chính phủ được sửa đổi bởi Nghị định số 187/2025/NĐ-CP"
    " ngày 01 tháng 7 năm 2025.",
    "Thông tư này hướng dẫn Luật Thương mại và Hiến pháp năm 2013, Công văn số 3604/VP-KT ngày 27/10/2025 của Văn"
    " phòng Ủy ban nhân dân thành phố Đà Nẵng.",
    "Bộ luật Hình sự năm 2015 và Bộ luật Tố tụng dân sự số 92/2015/QH13 được hướng dẫn tại Nghị quyết 01/2024/NQ-HĐTP"
    " ngày 20 tháng 5 năm 2024 của Hội đồng Thẩm phán Tòa án nhân dân tối cao.",
    "Sửa đổi, bổ sung khoản 1 Điều 4 của Quy định ban hành kèm theo Quyết định số 22/2021/QĐ-UBND như sau: thay cụm từ"
    " “cấp huyện” bằng cụm từ “cấp xã”.",
    "Đình chỉ việc thi hành Quyết định số 40/2019/QĐ-UBND từ ngày 01 tháng 02 năm 2026 đến hết ngày 30 tháng 6 năm"
    " 2026.",
)
BETWEEN = {
    "break": "\n",
    "indentation": "\n        ",
    "blank before": " \n    ",
    "wide": "   ",
    "tab": "\t",
    "tab below": "\n\t",
}


def said(extraction: Extraction) -> tuple[object, ...]:
    """All that a text says, without its places."""
    return (
        sorted(m.document for m in extraction.mentions),
        sorted((r.subject, r.predicate, r.object, *(p.path for p in r.pinpoints)) for r in extraction.relations),
        sorted((e.document, e.kind, e.date or "", e.by or "") for e in extraction.effects),
    )


@pytest.mark.parametrize("between", BETWEEN.values(), ids=BETWEEN.keys())
@pytest.mark.parametrize("sentence", SENTENCES, ids=range(len(SENTENCES)))
def test_what_stands_between_two_words_says_nothing(sentence: str, between: str) -> None:
    right = said(extract(f"{HEAD}{sentence}\n"))
    assert str(right).count("urn:lex") > 2
    wrong = [
        sentence[blank.start() - 20 : blank.start()] + "⏎" + sentence[blank.end() : blank.end() + 20]
        for blank in re.finditer(" ", sentence)
        if said(extract(f"{HEAD}{sentence[: blank.start()]}{between}{sentence[blank.end() :]}\n")) != right
    ]
    assert wrong == []


def _justified(text: str) -> str:
    """`text` with one to three blanks between its words, as in turn."""
    widths = iter((1, 2, 1, 3, 2, 1, 1, 2) * len(text))
    return re.sub(r"(?<=\S) (?=\S)", lambda _: " " * next(widths), text)


@pytest.mark.parametrize(
    "set_out",
    [
        lambda text: re.sub(r"(?<=\S) (?=\S)", "  ", text),
        _justified,
        lambda text: re.sub(r"(?m)^(?=\S)", " " * 12, text),
        lambda text: re.sub(r"(?<=\S) (?=\S)", "\u00a0 ", text),
    ],
    ids=["double", "justified", "indented", "no-break"],
)
def test_a_whole_text_set_otherwise(set_out: Callable[[str], str]) -> None:
    text = HEAD + "\n".join(SENTENCES)
    found = extract(shown := set_out(text))
    assert said(found) == said(extract(text))
    assert all(shown[m.start : m.end] == m.text for m in found.mentions)


PAPER = f"""{HEAD}Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;
Căn cứ Pháp lệnh Ưu đãi người có công với cách mạng và Luật số 64/2020/QH14;
Căn cứ Nghị định số 78/2025/NĐ-CP ngày 01 tháng 4 năm 2025 của Chính phủ;
Theo đề nghị của Giám đốc Sở Tư pháp.

QUYẾT ĐỊNH:
Điều 1. Bãi bỏ Quyết định số 45/2012/QĐ-UBND ngày 4 tháng 5 năm 2012 của Ủy ban nhân dân tỉnh Quảng Ngãi
và Nghị quyết số 1211/2016/UBTVQH13.
"""
SET_OUT = {
    "commas": lambda t: re.sub(r"(?m);$", ",", t),
    "quoted lines": lambda t: re.sub(r"(?m)^", "> ", t),
    "quoted twice": lambda t: re.sub(r"(?m)^(?=.)", ">> ", t),
    "footnote marks": lambda t: re.sub(r"(?<=QH15|QH14|QH13|Đ-CP)(?= ngày|;|\.)", "3", t),
    "footnote marks of two digits": lambda t: re.sub(r"(?<=QH15|QH14|QH13|Đ-CP)(?= ngày|;|\.)", "12", t),
    "pages": lambda t: t.replace("chính quyền", "chính\n\n2\n\nquyền").replace("năm 2012", "năm\n\n- 3 -\n\n2012"),
    "pages within names": lambda t: re.sub(r"(?<=người có) (?=công)|(?<=nhân) (?=dân tỉnh Q)", " \n\n  2\n\n", t),
    "signs without width": lambda t: t.replace("h", "\u200bh").replace("/", "/\ufeff"),
}


@pytest.mark.parametrize("set_out", SET_OUT.values(), ids=SET_OUT.keys())
def test_a_paper_set_otherwise(set_out: Callable[[str], str]) -> None:
    """Ends of clauses, marks of quoting, of footnotes and of pages, which are no part of what is said."""
    shown = set_out(PAPER)
    assert shown != PAPER
    found = extract(shown)
    assert said(found) == said(extract(PAPER))
    assert all(shown[m.start : m.end] == m.text for m in found.mentions)


def test_lines_that_are_paragraphs() -> None:
    """Every line apart, though sentences go on; a page that ends in mid-sentence is not enough."""
    lines = re.sub(r"(?<=\w) (?=(?:quyền|nước|công với|nhân dân tỉnh|sửa đổi|định số)\b)", "\n", PAPER + SENTENCES[2])
    apart = re.sub(r"\n+", "\n\n", lines)
    assert said(extract(apart)) == said(extract(PAPER + SENTENCES[2]))
    few = "Điều 1. Sở Tư pháp\n\nthực hiện.\n\n" + "Điều này.\n\n" * 20
    assert closed_up(few) == few


@pytest.mark.parametrize("between", ["\n    ", "\n\n", "\n   \n", "\n"])
def test_a_place_that_a_line_tears(between: str) -> None:
    text = PAPER.replace("Quảng Ngãi, ngày", f"*Quảng{between}Ngãi, ngày").replace("UBND TỈNH QUẢNG NGÃI", "UBND TỈNH")
    own = extract(text).source_document
    assert own is not None
    assert own.id == extract(PAPER).source_document.id  # type: ignore[union-attr]


def test_a_number_alone_on_its_line() -> None:
    """ "… ký ban hành Thông tư⏎3⏎" counts; behind "số" it is a number."""
    text = (
        f"{HEAD}QUYẾT ĐỊNH:\nĐiều 1. Lãnh đạo ký ban hành Thông tư \n3 \nThực hiện Nghị quyết số \n18 \ncủa Bộ Chính"
        " trị."
    )
    assert [m.text for m in extract(text).mentions if m.text.startswith(("Thông", "Nghị"))] == ["Nghị quyết số \n18"]


def test_numbers_between_lines_that_are_no_pages() -> None:
    text = "Danh mục\n\n1\n\nQuyết định số 12/2020/QĐ-UBND về giá\n\n2\n\na) đất\n\n990\n\nđồng"
    assert without_page_numbers(text) == text


@pytest.mark.parametrize("first", ["\ufeff", "\u200b\u200b", "\u2060 "])
def test_a_text_that_begins_with_a_sign_without_width(first: str) -> None:
    text = first + PAPER
    found = extract(text)
    assert said(found) == said(extract(PAPER))
    for relation in found.relations:
        evidence = relation.evidence
        assert 0 <= evidence.start <= evidence.end
        assert text[evidence.start : evidence.end] == evidence.text


def test_columns_stay() -> None:
    """Few wide gaps part columns; so do those of four and more blanks anywhere."""
    assert (
        surplus("UBND TỈNH X   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-UBND   Độc lập - Tự do - Hạnh phúc") == []
    )
    assert surplus("a  b  c      d") == [(2, 3), (5, 6)]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Đình chỉ thi hành Quyết định số: 40/2019/QĐ-UBND từ ngày 01/02/2026.", "số: "),
        ("Quyết định số: 40/2019/QĐ-UBND có hiệu lực từ ngày 01/02/2019.", "số: "),
        ("Bãi bỏ Quyết định số: 40/2019/QĐ-UBND và Quyết định số: 41/2019/QĐ-UBND từ ngày 01/02/2026.", "số: "),
        ("Quyết định này thay thế Quyết định số:\n40/2019/QĐ-UBND và Quyết định số:\n41/2019/QĐ-UBND.", "số:\n"),
        ("Luật Đấu thầu số: 22/2023/QH15 được sửa đổi theo Luật số:\n57/2024/QH15, Luật số: 90/2025/QH15.", "số:[ \n]"),
    ],
)
def test_a_colon_behind_the_word_for_number_ends_nothing(written: str, plain: str) -> None:
    text = f"{HEAD}QUYẾT ĐỊNH:\nĐiều 1. "
    assert said(extract(text + written)) == said(extract(text + re.sub(plain, "số ", written)))


def test_rows_are_less_than_their_section() -> None:
    """ "số thứ tự 17, 18 Mục I": the section does not end."""
    text = (
        f"{HEAD}QUYẾT ĐỊNH:\nĐiều 1. Bãi bỏ 06 thủ tục hành chính tại số thứ tự 17, 18 Mục I Danh mục ban hành kèm theo"
        " Quyết định số 719/QĐ-UBND ngày 11/4/2024; thứ tự 5 phần II kèm theo Quyết định số 718/QĐ-UBND.\nĐiều 2."
        " Bãi bỏ Mục II Danh mục ban hành kèm theo Quyết định số"
        " 720/QĐ-UBND ngày 11/4/2024."
    )
    rows, more, section = extract(text).effects
    assert [part.path for part in rows.provisions] == [()]
    assert rows.provisions[0].text.startswith("06 thủ tục hành chính tại số thứ tự 17, 18 Mục I")
    assert [part.text for part in more.provisions] == ["thứ tự 5 phần II"]
    assert [part.path for part in section.provisions] == [(("mục", "II"),)]
