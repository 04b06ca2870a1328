# ruff: noqa: E501 (quotes stay whole)
"""One citation in the dresses of real pages: wrapped, spaced, bracketed, emphasised, in capitals. It stays what it is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from facts import wrong

from graph import extract
from graph.normalise import normalise

CITATIONS = {
    "decree": "Nghị định số 04/2015/NĐ-CP ngày 09 tháng 01 năm 2015 của Chính phủ",
    "prime minister": "Quyết định số 53/2015/QĐ-TTg ngày 20 tháng 10 năm 2015 của Thủ tướng Chính phủ",
    "chairman": "Quyết định số 12/QĐ-UBND ngày 5/6/2020 của Chủ tịch UBND tỉnh Quảng Ngãi",
    "letter": "Công văn số 655/SNV-XDCQ&CTTN ngày 02/4/2021",
    "joint": "Thông tư liên tịch số 14/2014/TTLT-BTTTT-BKHĐT của Bộ Thông tin và Truyền thông và Bộ Kế hoạch và Đầu tư",
    "consolidated": "Văn bản hợp nhất số 22/VBHN-VPQH",
    "central committee": "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương khóa XII",
    "conference": "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Hội nghị lần thứ sáu Ban Chấp hành Trung ương khóa XII",
    "province committee": "Chương trình hành động số 37-CTr/TU ngày 18/4/2018 của Tỉnh ủy Quảng Ngãi",
    "short": "Kết luận số 120 ngày 07/01/2016 của Bộ Chính trị",
    "code of law": "Bộ luật Dân sự năm 2015",
    "ordinance": "Pháp lệnh Ngoại hối ngày 13 tháng 12 năm 2005",
    "ordinance by number": "Pháp lệnh Ưu đãi người có công với cách mạng số 02/2020/UBTVQH14",
    "constitution": "Hiến pháp năm 2013",
    "law": "Luật Phòng, chống tác hại của rượu, bia năm 2019",
    "pinpoint": "điểm b khoản 2 Điều 26 Luật số 69/2020/QH14",
    "list of laws": "các Luật số 43/2024/QH15, số 47/2024/QH15",
    "list of numbers": "các Nghị quyết số 18, 19-NQ/TW",
    "amending law": "Luật sửa đổi, bổ sung một số điều của Luật Đầu tư công ngày 1 tháng 2 năm 2030",
    "plenum": "Nghị quyết Trung ương 4 khóa XII",
    "congress": "Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XIX",
    "plan without number": "Kế hoạch thực hiện Nghị quyết 18 của Đảng ủy Sở",
}

# normalisation maps the one to the other (graph.normalise)
SECOND_VOWEL = {
    "òa": "oà",
    "óa": "oá",
    "ỏa": "oả",
    "õa": "oã",
    "ọa": "oạ",
    "ùy": "uỳ",
    "úy": "uý",
    "ủy": "uỷ",
    "ụy": "uỵ",
}


def second_vowel_tones(text: str) -> str:
    for first, second in SECOND_VOWEL.items():
        text = re.sub(first + r"(?!\w)", second, text)
        text = re.sub(first.capitalize() + r"(?!\w)", second.capitalize(), text)
    return text


VARIANTS: dict[str, Callable[[str], str]] = {
    "at the start": lambda c: c + ".",
    "at the end": lambda c: "Căn cứ " + c,
    "before a comma": lambda c: f"Căn cứ {c}, các đơn vị",
    "on its own line": lambda c: f"Căn cứ:\n{c};\n",
    "bullet": lambda c: f"- {c};",
    "numbered": lambda c: f"1. {c};",
    "brackets": lambda c: f"theo quy định ({c})",
    "quotes": lambda c: f"theo “{c}”",
    "straight quotes": lambda c: f'theo "{c}"',
    "table cell": lambda c: f"| 1 | {c} | x |",
    "bold": lambda c: f"Căn cứ **{c}**;",
    "italic": lambda c: f"*Căn cứ {c};*",
    "underscores": lambda c: f"_{c}_",
    "bold words": lambda c: "Căn cứ " + re.sub(r"(\w+) ", r"**\1** ", c, count=2) + ";",
    "no-break blanks": lambda c: f"Căn cứ {c};".replace(" ", "\u00a0"),
    "two blanks": lambda c: f"Căn cứ {c};".replace(" ", "  "),
    "tabs": lambda c: f"Căn cứ {c};".replace(" ", "\t"),
    "a line a word": lambda c: f"Căn cứ {c};".replace(" ", "\n"),
    "a Windows line a word": lambda c: f"Căn cứ {c};".replace(" ", "\r\n"),
    "a blank and a line a word": lambda c: f"Căn cứ {c};".replace(" ", " \n"),
    "zero-width spaces within": lambda c: f"Căn cứ {c};".replace("n", "\u200bn"),
    "zero-width spaces": lambda c: f"Căn cứ {c};".replace(" ", " \u200b"),
    "second-vowel tones": lambda c: second_vowel_tones(f"Căn cứ {c};"),
    "no-break hyphens": lambda c: f"Căn cứ {c};".replace("-", "\u2011"),
    "en dashes": lambda c: f"Căn cứ {c};".replace("-", "–"),
    "capitals": lambda c: f"CĂN CỨ {c.upper()};",
}


def each(citations: str, variants: tuple[str, ...], why: str) -> dict[tuple[str, str], str]:
    """Rows of `KNOWN` for several citations and variants."""
    return {(citation, variant): why for citation in citations.split(", ") for variant in variants}


# (citation, variant) -> why it is not read so yet
KNOWN = {
    **each("plan without number", ("bold words",), "looked for with one blank inside"),
    **each("plan without number", ("capitals",), "not read in capitals"),
    **each("pinpoint", ("capitals",), "KHOẢN and ĐIỂM are not read in capitals"),
    **each("list of laws", ("capitals",), "SỐ of a list is not read in capitals"),
}  # fmt: skip


def told(text: str) -> list[tuple[object, ...]]:
    """The mentions' words on one line, and the facts of their documents."""
    result = extract(text)
    found: list[tuple[object, ...]] = []
    for mention in result.mentions:
        document = result.document(mention.document)
        words = (
            " ".join(re.sub(r"[*_|\u200b]+", " ", normalise(mention.text).text).split()).replace("–", "-").casefold()
        )
        words = re.sub(r"([-/]) ", r"\1", words)
        found.append(
            (
                words,
                document.type,
                document.code,
                (document.name or "").casefold(),
                document.date,
                document.issuer,
                document.place,
                document.term,
                [str(p) for p in mention.pinpoints],
            )
        )
    return found


def rows() -> list[object]:
    found: list[object] = []
    for citation in CITATIONS:
        for variant in VARIANTS:
            name = f"{citation}: {variant}"
            if (citation, variant) in KNOWN:
                found.append(wrong(citation, variant, why=KNOWN[citation, variant], id=name))
            else:
                found.append(pytest.param(citation, variant, id=name))
    return found


@pytest.mark.parametrize(("citation", "variant"), rows())
def test_variant(citation: str, variant: str) -> None:
    words = CITATIONS[citation]
    expected = told(f"Căn cứ {words};")
    assert expected
    assert told(VARIANTS[variant](words)) == expected


# A wrap at any single blank or behind any separator of the symbol
WRAPS = ["\n", " \n", "\n  "]
WRAP_KNOWN = {
    ("short", " luận số⏎120 n"): "a blank and a line end before a bare number",
    ("list of numbers", "quyết số⏎18, 1"): "a blank and a line end before a bare number",
    ("plan without number", "hị quyết⏎18 củ"): "a blank and a line end before a bare number",
}


def wrapped(words: str) -> list[tuple[str, str]]:
    """Each place where a line may end, shown as “before⏎behind”, with the text wrapped there."""
    text = f"Căn cứ {words};"
    found = []
    for at, letter in enumerate(text):
        if letter == " " and at > 6:
            found.append((text[max(7, at - 8) : at] + "⏎" + text[at + 1 : at + 6], text[:at] + "{}" + text[at + 1 :]))
        elif letter in "-/" and not text[at + 1].isdigit():
            found.append(
                (text[max(7, at - 5) : at + 1] + "⏎" + text[at + 1 : at + 6], text[: at + 1] + "{}" + text[at + 1 :])
            )
    return found


WRAP_ROWS = [(citation, where, text) for citation, words in CITATIONS.items() for where, text in wrapped(words)]


@pytest.mark.parametrize(
    ("citation", "where", "text"),
    [
        wrong(*row, why=WRAP_KNOWN[row[0], row[1]], id=f"{row[0]}: {row[1]}")
        if (row[0], row[1]) in WRAP_KNOWN
        else pytest.param(*row, id=f"{row[0]}: {row[1]}")
        for row in WRAP_ROWS
    ],
)
def test_wrap(citation: str, where: str, text: str) -> None:
    expected = told(f"Căn cứ {CITATIONS[citation]};")
    for wrap in WRAPS:
        assert told(text.format(wrap)) == expected
