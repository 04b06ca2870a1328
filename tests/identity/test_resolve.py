"""Which citations of one text mean one document: short forms, defined names, homonyms, contradictions, places."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest
from facts import PROVINCE_HEAD, cited, codes, only, wrong

from graph import extract
from graph.model import Finding


def groups(text: str) -> list[int]:
    """For each mention the number of its document, counted by first appearance."""
    seen: dict[str, int] = {}
    return [seen.setdefault(d.id, len(seen)) for _, d in cited(text)]


def findings(text: str) -> list[Finding]:
    """What the tool would like a person to look at."""
    return list(extract(text).findings)


# A short form means the only document it can mean. text, code of the last mention
SHORT = [
    ("Nghị quyết số 18-NQ/TW ngày 25/10/2017. Thực hiện Nghị quyết 18.", "18-NQ/TW"),
    ("Nghị quyết số 18-NQ/TW ngày 25/10/2017. Thực hiện Nghị quyết số 18.", "18-NQ/TW"),
    ("Quyết định số 20/2013/QĐ-UBND ngày 10/5/2013. Theo Quyết định 20.", "20/2013/QĐ-UBND"),
    ("Nghị định số 100/2019/NĐ-CP. Theo Nghị định 100/2019.", "100/2019/NĐ-CP"),
    ("Nghị định số 04/2015/NĐ-CP. Theo Nghị định 4.", "04/2015/NĐ-CP"),
    ("Nghị định số 04/2015/NĐ-CP. Theo Nghị định số 4/2015/NĐ-CP.", "04/2015/NĐ-CP"),
    ("Chỉ thị số 17-CT/TU ngày 01/01/2020 của Tỉnh ủy Quảng Ngãi; Chỉ thị 17 của Tỉnh ủy.", "17-CT/TU"),
    ("Thông tư số 27/2016/TT-BLĐTBXH; Thông tư 27 của Bộ Lao động - Thương binh và Xã hội.", "27/2016/TT-BLĐTBXH"),
    ("Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị. Sau 05 năm, Kết luận 120 đã đi vào cuộc sống.", "120-KL/TW"),
    # before the full form, too
    ("SƠ KẾT KẾT LUẬN SỐ 120\nKết luận số 120-KL/TW ngày 07/01/2016.", "120-KL/TW"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), SHORT)
def test_short_form(text: str, code: str) -> None:
    assert groups(text) == [0, 0]
    assert codes(text)[-1] == code


# Not the same document, whatever the number: text, groups
APART = [
    ("Nghị quyết số 18-NQ/TW. Chỉ thị 18.", [0, 1]),
    ("Thông tư số 27/2016/TT-BYT; Thông tư 27 của Bộ Tài chính.", [0, 1]),
    ("Nghị định số 100/2019/NĐ-CP. Theo Nghị định 100/2020.", [0, 1]),
    ("Nghị quyết số 18-NQ/TW của Bộ Chính trị; Nghị quyết số 18-NQ/TU của Tỉnh ủy.", [0, 1]),
    ("Quyết định số 12/QĐ-UBND ngày 01/02/2019. Quyết định số 12/QĐ-UBND ngày 03/4/2020.", [0, 1]),
    (
        "Quyết định số 12/QĐ-UBND ngày 01/02/2019 của UBND tỉnh Bình Định. "
        "Quyết định số 12/QĐ-UBND ngày 03/4/2019 của UBND tỉnh Quảng Nam.",
        [0, 1],
    ),
    (
        "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương khóa XII. "
        "Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương khóa XIII.",
        [0, 1],
    ),
    ("Quyết định số 5/QĐ-UBND; Quyết định số 5/QĐ-HĐND", [0, 1]),
    ("Luật số 80/2015/QH13; Luật số 80/2025/QH15", [0, 1]),
]


@pytest.mark.parametrize(("text", "numbers"), APART)
def test_homonyms_stay_apart(text: str, numbers: list[int]) -> None:
    assert groups(text) == numbers


# The same document in spite of its spelling
SAME = [
    "Nghị quyết số 19-NQ/TW ngày 25/10/2017; Nghị quyết số 19/NQ-TW ngày 25/10/2017",
    "Quyết định số 12/2020/QĐ-UBND; Quyết định số 12/2020/QD-UBND",
    "Quyết định số 12/2020/QĐ-UBND; quyết định số 12/2020/qđ-ubnd",
    "Nghị định số 4/2015/NĐ-CP; Nghị định số 04/2015/NĐ-CP",
    "Thông tư liên tịch số 5/2015/TTLT-BTC-BYT; Thông tư liên tịch số 5/2015/TTLT-BYT-BTC",
    "Thông tư liên tịch số 5/2015/TTLT-BTC-BYT; Thông tư liên tịch số 5/2015/TTLT/BTC-BYT",
    "Công văn số 655/ SNV-XDCQ&CTTN; Công văn số 655/SNV-XDCQ&CTTN",
    "Quyết định số 12/QĐ-UBND ngày 01/02/2019 của UBND tỉnh; Quyết định số 12/QĐ-UBND",
    "Kế hoạch số 83/KH-UBND ngày 04/6/2018 của UBND tỉnh Quảng Ngãi; Kế hoạch số 83/KH-UBND của UBND tỉnh",
    "Luật Đất đai năm 2024; Luật Đất đai số 31/2024/QH15",
    "Luật Đất đai số 31/2024/QH15; Luật số 31/2024/QH15",
    wrong(
        "Chỉ thị số 27/CTTg ngày 01/01/2020; Chỉ thị số 27/CT-TTg ngày 01/01/2020",
        why="a slip in the code is not seen as the document of the same type, number and date",
    ),
]


@pytest.mark.parametrize("text", SAME)
def test_spellings_of_one_document(text: str) -> None:
    assert set(groups(text)) == {0}


def test_a_number_with_a_date_but_no_symbol() -> None:
    ((words, document),) = cited("Thực hiện Kết luận số 120 ngày 07/01/2016 của Bộ Chính trị về dân chủ.")
    assert (words, document.date, document.issuer) == ("Kết luận số 120", "2016-01-07", "Bộ Chính trị")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kết luận số 120-KL/TW ngày 07/01/2016. Kết luận số 120 ngày 07-01-2016 của Bộ Chính trị.", "120-KL/TW"),
        ("Nghị quyết số 18-NQ/TW ngày 25/10/2017; Nghị quyết số 18 ngày 25/10/2017 của Trung ương", "18-NQ/TW"),
    ],
)
def test_a_number_with_its_date_joins_the_symbol(text: str, code: str) -> None:
    assert groups(text) == [0, 0]
    assert only(text).code == code


# Defined short names hold to the end of the text.
DEFINED = [
    "Nghị định số 100/2019/NĐ-CP ngày 30/12/2019 (sau đây gọi tắt là Nghị định 100). Nghị định 100 có hiệu lực.",
    "Chỉ thị số 27/CT-TTg ngày 26/9/2023 (sau đây viết tắt là Chỉ thị số 27/CT-TTg). Thực hiện Chỉ thị số 27/CT-TTg.",
    "Thông tư số 27/2016/TT-BLĐTBXH (sau đây gọi là Thông tư 27). Sửa đổi Điều 3 Thông tư 27.",
    "Quyết định số 99/2020/QĐ-UBND (sau đây gọi tắt là Quyết định số 99). Quyết định số 99 quy định.",
    "Nghị quyết số 57-NQ/TW ngày 22/12/2024 (gọi tắt là Nghị quyết 57). Nghị quyết 57 nêu rõ.",
]


@pytest.mark.parametrize("text", DEFINED)
def test_defined_short_name(text: str) -> None:
    assert groups(text) == [0, 0, 0]


def test_a_defined_name_tells_homonyms_apart() -> None:
    text = (
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 (sau đây gọi tắt là Nghị quyết 18). "
        "Nghị quyết số 18/NQ-CP ngày 01/02/2020. Thực hiện Nghị quyết 18."
    )
    assert groups(text) == [0, 0, 1, 0]


# Ambiguity is said, not guessed away.
@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        (
            "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18/NQ-CP ngày 01/02/2020. Thực hiện Nghị quyết 18.",
            2,
        ),
        ("Nghị quyết số 24/NQ-CP. Nghị quyết số 24/2026/NQ-CP. Nghị quyết 24.", 2),
        (
            "Quyết định số 846/QĐ-UBND ngày 01/02/2019. Quyết định số 846/QĐ-UBND ngày 03/5/2020. "
            "Theo Quyết định số 846/QĐ-UBND.",
            2,
        ),
        (
            "Nghị quyết số 18-NQ/TW ngày 16/6/2022 khóa XIII. Nghị quyết số 18-NQ/TW ngày 25/10/2017 khóa XII. "
            "Thực hiện Nghị quyết số 18-NQ/TW.",
            2,
        ),
    ],
)
def test_ambiguous_reference(text: str, candidates: int) -> None:
    result = extract(text)
    last = result.document(result.mentions[-1].document)
    assert last.id not in {m.document for m in result.mentions[:-1]}
    assert last.provisional
    assert len(last.candidates) == candidates
    assert set(last.candidates) == {m.document for m in result.mentions[:-1]}
    (finding,) = [f for f in result.findings if f.kind == "ambiguous-reference"]
    assert finding.documents[0] == last.id
    assert text[finding.start : finding.end] == finding.text == result.mentions[-1].text


def test_the_nearest_full_citation_before_is_no_proof() -> None:
    """Of two candidates the one cited just before is not simply taken."""
    text = "Nghị quyết số 18/NQ-CP. Nghị quyết số 18-NQ/TW. Thực hiện Nghị quyết 18 và Nghị quyết 19."
    result = extract(text)
    assert any(d.candidates for d in result.documents)


# Findings: text, kind, code that stands
CONTRADICTIONS = [
    (
        "Nghị quyết số 04-NQ/TW ngày 19/10/2016 của Tỉnh ủy Quảng Ngãi. Nghị quyết số 04-NQ/TU ngày 19/10/2016.",
        "conflicting-symbol",
        "04-NQ/TU",
    ),
    ("Quyết định số 14/2019/QĐ-SCT ngày 02/5/2019 về quy chế.", "impossible-issuer", "14/2019/QĐ-SCT"),
    ("Chỉ thị số 49-NQ/TW ngày 21/02/2005. Chỉ thị số 49-CT/TW ngày 21/02/2005.", "type-against-symbol", "49-CT/TW"),
    ("Chỉ thị số 49-NQ/TW ngày 21/02/2005.", "type-against-symbol", "49-NQ/TW"),
    ("Quyết định số 15/2018/TT-BTC", "type-against-symbol", "15/2018/TT-BTC"),
    ("Quyết định số 87-CT ngày 01/3/2005.", "type-against-symbol", "87-CT"),
    ("Quyết định số 87-CT/TU ngày 01/3/1985.", "type-against-symbol", "87-CT/TU"),
    (
        "Nghị định số 10/2020/NĐ-CP ngày 17/01/2020. Nghị định số 10/2020/NĐ-CP ngày 18/01/2020.",
        "conflicting-date",
        "10/2020/NĐ-CP",
    ),
]


@pytest.mark.parametrize(("text", "kind", "code"), CONTRADICTIONS)
def test_contradictions_are_findings(text: str, kind: str, code: str) -> None:
    result = extract(text)
    (finding,) = result.findings
    assert finding.kind == kind
    assert text[finding.start : finding.end] == finding.text
    assert [result.document(d).code for d in finding.documents] == [code]
    assert only(text).code == code


# Old and rare forms that are right as they stand
@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Ban Chấp hành Trung ương.",
        "Quyết định số 20/2013/QĐ-UBND; Thông tư số 18/2021/TT-BLĐTBXH; Luật số 64/2025/QH15",
        "Thông tư số 24/LB-TT ngày 19/9/1994; Thông tư liên bộ số 12/TT-LB",
        "Quy chế phối hợp số 01-QCPH/ĐU-GDS; Quy định số 08-QĐ/TW",
        "Chương trình hành động số 37-CTr/TU; Công điện số 229/CĐ-TTg",
        "Quyết định số 12/2017/QĐ-BTC; Thông tư số 5/2020/TT-NHNN; Nghị quyết số 1/2020/NQ-HĐTP",
        "Công văn số 165-CV/TU; Thông tri số 9-TT/TU",
        # CT is here the issuer's code, not that of Chỉ thị
        "Quyết định số 87-CT ngày 01/3/1985 của Chủ tịch Hội đồng Bộ trưởng; Thông báo số 194/CT ngày 10/8/1990",
        wrong("Lệnh số 10-LCT/HĐNN7", why="LCT is the code of a Lệnh of the Council of State"),
        pytest.param("Công văn số 35/HĐND-PC"),
    ],
)  # fmt: skip
def test_nothing_to_find(text: str) -> None:
    assert findings(text) == []


def test_the_finding_tells_the_candidates_apart() -> None:
    text = (
        "Quyết định số 846/QĐ-UBND ngày 01/02/2019. Quyết định số 846/QĐ-UBND ngày 03/5/2020. "
        "Theo Quyết định số 846/QĐ-UBND."
    )
    (finding,) = findings(text)
    assert "2019" in finding.message and "2020" in finding.message


# The place of a local issuer is that of the paper that cites it, unless said otherwise.
# what is cited -> issuer, place
IN_A_PROVINCIAL_PAPER = [
    ("Quyết định số 846/QĐ-UBND ngày 01/02/2018", "Ủy ban nhân dân tỉnh", "Quảng Ngãi"),
    ("Quyết định số 846/QĐ-UBND ngày 01/02/2018 của UBND tỉnh", "Ủy ban nhân dân tỉnh", "Quảng Ngãi"),
    ("Quyết định số 846/QĐ-UBND ngày 01/02/2018 của Chủ tịch UBND tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh", "Quảng Ngãi"),
    ("Nghị quyết số 5/NQ-HĐND ngày 07/4/2018", "Hội đồng nhân dân tỉnh", "Quảng Ngãi"),
    ("Kế hoạch số 125-KH/TU ngày 02/3/2018", "Tỉnh ủy", "Quảng Ngãi"),
    ("Kế hoạch số 125-KH/TU ngày 02/3/2018 của Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", "Quảng Ngãi"),
    ("Công văn số 12/SNV-CCHC ngày 03/3/2018", "Sở Nội vụ", "Quảng Ngãi"),
    ("Quyết định số 10/QĐ-UBND ngày 05/4/2018 của UBND tỉnh Bình Định", "Ủy ban nhân dân tỉnh", "Bình Định"),
    ("Quyết định số 9/QĐ-UBND ngày 04/4/2018 của UBND huyện Sơn Tịnh", "Ủy ban nhân dân huyện", "Sơn Tịnh"),
    ("Nghị quyết số 6-NQ/TU ngày 04/4/2018 của Thành ủy Hà Nội", "Thành ủy", "Hà Nội"),
    ("Kế hoạch số 300/KH-UBND ngày 01/10/2017 của UBND TP. Hồ Chí Minh", "Ủy ban nhân dân thành phố", "Hồ Chí Minh"),
    ("Quyết định số 13/QĐ-BNV ngày 06/4/2018", "Bộ Nội vụ", None),
    ("Nghị định số 01/2018/NĐ-CP", "Chính phủ", None),
    ("Quyết định số 13/QĐ-TTg ngày 06/4/2018", "Thủ tướng Chính phủ", None),
]  # fmt: skip


@pytest.mark.parametrize(("words", "issuer", "place"), IN_A_PROVINCIAL_PAPER)
def test_place_from_context(words: str, issuer: str, place: str | None) -> None:
    document = only(PROVINCE_HEAD + f"Thực hiện {words}, UBND tỉnh ban hành Kế hoạch.\n")
    assert (document.issuer, document.place) == (issuer, place)


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Quyết định số 846/QĐ-UBND ngày 01/02/2018", "Ủy ban nhân dân"),
        ("Công văn số 12/SNV-CCHC ngày 03/3/2018", "Sở Nội vụ"),
        ("Kế hoạch số 125-KH/TU ngày 02/3/2018", "Tỉnh ủy"),
    ],
)
def test_without_context_no_place_is_guessed(words: str, issuer: str) -> None:
    document = only(f"Thực hiện {words}.")
    assert (document.issuer, document.place, document.provisional) == (issuer, None, True)


def test_in_a_city_the_party_committee_is_the_citys() -> None:
    head = PROVINCE_HEAD.replace("TỈNH QUẢNG NGÃI", "THÀNH PHỐ HÀ NỘI").replace("Quảng Ngãi,", "Hà Nội,")
    found = {
        d.code: (d.issuer, d.place) for _, d in cited(head + "Theo Kế hoạch số 5-KH/TU và Quyết định số 7/QĐ-UBND.\n")
    }
    assert found == {"5-KH/TU": ("Thành ủy", "Hà Nội"), "7/QĐ-UBND": ("Ủy ban nhân dân thành phố", "Hà Nội")}


def test_own_department_and_party_committee() -> None:
    text = """UBND TỈNH QUẢNG NGÃI
SỞ CÔNG THƯƠNG
Số: 12/BC-SCT
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Quảng Ngãi, ngày 20 tháng 4 năm 2021
BÁO CÁO
Công tác năm

Sở đã có Quyết định số 5/QĐ-SCT ngày 01/02/2021 của Giám đốc Sở; Nghị quyết số 7-NQ/ĐU ngày 03/3/2021 của Đảng ủy Sở.
"""
    found = {d.code: (d.issuer, d.place) for _, d in cited(text)}
    assert found["5/QĐ-SCT"] == ("Sở Công Thương", "Quảng Ngãi")
    assert found["7-NQ/ĐU"] == ("Đảng ủy Sở Công Thương", "Quảng Ngãi")


def test_origins_tell_where_an_attribute_came_from() -> None:
    text = (
        PROVINCE_HEAD
        + "Thực hiện Quyết định số 846/QĐ-UBND ngày 01/02/2018 và Nghị quyết số 124/NQ-CP của Chính phủ.\n"
    )
    by_code = {d.code: d for _, d in cited(text)}
    decision, resolution = by_code["846/QĐ-UBND"], by_code["124/NQ-CP"]
    assert decision.origins["place"] == "context"
    assert decision.origins["issuer"] == "symbol"
    assert decision.origins["date"] == "text"
    assert resolution.origins["issuer"] == "text"


def test_attributes_gather_over_the_mentions() -> None:
    text = (
        "Theo Nghị quyết số 18-NQ/TW, đơn vị đã sắp xếp. Nghị quyết số 18-NQ/TW ngày 25/10/2017. "
        "Nghị quyết số 18-NQ/TW của Hội nghị lần thứ sáu Ban Chấp hành Trung ương Đảng khóa XII."
    )
    document = only(text)
    assert (document.date, document.issuer, document.term) == ("2017-10-25", "Ban Chấp hành Trung ương", "XII")


@pytest.mark.parametrize(
    ("text", "date", "issuer"),
    [
        ("Bộ Chính trị đã ban hành Nghị quyết số 57-NQ/TW ngày 22/12/2024.", "2024-12-22", "Bộ Chính trị"),
        (
            "Ngày 25/10/2017, Ban Chấp hành Trung ương ban hành Nghị quyết số 18-NQ/TW.",
            "2017-10-25",
            "Ban Chấp hành Trung ương",
        ),
        ("Sở báo cáo kết quả, Ban Bí thư ban hành Chỉ thị số 30-CT/TW.", None, "Ban Bí thư"),
        ("Cơ quan chủ trì tham mưu ban hành Nghị quyết số 57-NQ/TW ngày 22/12/2024.", "2024-12-22", None),
    ],
)
def test_who_issued_it_stands_in_front(text: str, date: str | None, issuer: str | None) -> None:
    document = only(text)
    assert (document.date, document.issuer) == (date, issuer)


def test_the_evidence_shows_the_issuer_in_front() -> None:
    relations = extract("Năm qua, Bộ Chính trị đã ban hành Nghị quyết số 57-NQ/TW.").relations
    shown = next(r.evidence for r in relations if r.predicate == "issued_by")
    assert (shown.text, shown.cue) == ("Bộ Chính trị đã ban hành Nghị quyết số 57-NQ/TW", "ban hành")
