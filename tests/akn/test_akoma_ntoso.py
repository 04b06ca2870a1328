"""Loaded texts as Akoma Ntoso: valid by the OASIS schema, nothing of the text lost, its structure, its changes."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest
from akoma import UNITS
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.akn import Text, akoma_ntoso
from graph.akn.words import less_furniture, squeeze
from graph.model import Source
from graph.pipeline import extract
from graph.reading import read

etree = pytest.importorskip("lxml.etree")
SCHEMA = Path(__file__).parent / "schema" / "akomantoso30.xsd"
NS = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"

DECREE = """CHÍNH PHỦ
Số: 155/2026/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Nội, ngày 15 tháng 5 năm 2026

NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 124/2020/NĐ-CP ngày 19 tháng 10 năm 2020 của Chính phủ

Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;
Theo đề nghị của Tổng Thanh tra Chính phủ;
Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 124/2020/NĐ-CP.

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
1. Nghị định này quy định:
a) Việc khiếu nại;
đ) Việc tố cáo.
2. Nghị định này không áp dụng với Đảng.

Điều 2. Sửa đổi khoản 2 Điều 5 Nghị định số 124/2020/NĐ-CP như sau:
“2. Người khiếu nại được ủy quyền:
a) Cho một người;
b) Cho nhiều người.”.

Chương II
ĐIỀU KHOẢN THI HÀNH

Điều 3. Hiệu lực
1. Nghị định này có hiệu lực từ ngày 01 tháng 7 năm 2026.
2. Bãi bỏ Nghị định số 75/2012/NĐ-CP ngày 03 tháng 10 năm 2012 của Chính phủ./.

Nơi nhận:
- Ban Bí thư;
- Lưu: VT.
TM. CHÍNH PHỦ
THỦ TƯỚNG

PHỤ LỤC I
MẪU VĂN BẢN
1. Mẫu đơn
| STT | Tên |
|-----|-----|
| 1 | Đơn khiếu nại |
"""


@cache
def the_schema():
    return etree.XMLSchema(etree.parse(str(SCHEMA)))


@pytest.fixture(scope="module")
def schema():
    return the_schema()


def made(text: str, name: str = "a.txt"):
    """The XML of a text that is read alone."""
    found = extract(text)
    own = found.source_document
    assert own is not None
    known = {d.id: d for d in found.documents}
    source = Source(name, text)
    by = {r.object for r in found.relations if r.predicate == "issued_by" and r.subject == own.id}
    issuers = tuple(i for i in found.issuers if i.id in by)
    return akoma_ntoso(Text(own, source, found.mentions, found.relations, found.effects, known, issuers))


def content(root) -> str:
    """The text of a document without its metadata."""
    pieces: list[str] = []
    walk(root, pieces)
    return squeeze("".join(pieces))


def walk(element, pieces: list[str]) -> None:
    if element.tag == f"{NS}meta":
        return
    pieces.append(element.text or "")
    for child in element:
        walk(child, pieces)
        pieces.append(child.tail or "")


def check(text: str, schema) -> object:
    root = etree.fromstring(made(text), etree.XMLParser(huge_tree=True))
    assert schema.validate(root), schema.error_log
    assert content(root) == less_furniture(text)
    return root


def at(root, eid: str):
    found = root.xpath("//*[@eId = $eid]", eid=eid)
    assert len(found) == 1, (eid, [e.get("eId") for e in root.iter() if e.get("eId")])
    return found[0]


def plain(element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.fixture(scope="module")
def decree(schema):
    return check(DECREE, schema)


@pytest.mark.parametrize(
    ("eid", "tag", "words"),
    [
        ("chp_I", "chapter", "Chương I QUY ĐỊNH CHUNG"),
        ("chp_I__art_1", "article", "Điều 1. Phạm vi điều chỉnh"),
        ("chp_I__art_1__para_1", "paragraph", "1. Nghị định này quy định:"),
        ("chp_I__art_1__para_1__point_a", "point", "a) Việc khiếu nại;"),
        ("chp_I__art_1__para_1__point_dd", "point", "đ) Việc tố cáo."),
        ("chp_I__art_1__para_2", "paragraph", "2. Nghị định này không áp dụng với Đảng."),
        ("chp_I__art_2__mod_1__qstr_1__para_2", "paragraph", "“2. Người khiếu nại được ủy quyền:"),
        ("chp_I__art_2__mod_1__qstr_1__para_2__point_b", "point", "b) Cho nhiều người.”."),
        ("chp_II__art_3__para_2", "paragraph", "2. Bãi bỏ Nghị định số 75/2012/NĐ-CP"),
        ("preamble__cit_1", "citation", "Căn cứ Luật Tổ chức Chính phủ số 63/2025/QH15;"),
        ("preamble__rec_1", "recital", "Theo đề nghị của Tổng Thanh tra Chính phủ;"),
        ("conclusions", "conclusions", "Nơi nhận: - Ban Bí thư;"),
        ("att_1", "attachment", "PHỤ LỤC I"),
    ],
)
def test_parts(decree, eid: str, tag: str, words: str) -> None:
    element = at(decree, eid)
    assert element.tag == NS + tag
    spaced = " ".join(" ".join(text.split()) for text in element.itertext() if text.strip())
    assert squeeze(spaced).startswith(squeeze(words))


def test_headings_and_numbers_are_elements_of_their_own(decree) -> None:
    assert plain(at(decree, "chp_I").find(f"{NS}heading")) == "QUY ĐỊNH CHUNG"
    assert plain(at(decree, "chp_I__art_1").find(f"{NS}num")) == "Điều 1."
    assert plain(at(decree, "chp_I__art_1").find(f"{NS}heading")) == "Phạm vi điều chỉnh"
    assert plain(decree.find(f".//{NS}docNumber")) == "155/2026/NĐ-CP"
    assert plain(decree.find(f".//{NS}docTitle")).startswith("Sửa đổi, bổ sung một số điều")


def test_references_lead_to_documents_and_their_parts(decree) -> None:
    refs = {plain(ref): ref.get("href") for ref in decree.iter(f"{NS}ref")}
    assert refs["Nghị định số 75/2012/NĐ-CP"] == "/akn/vn/act/nghi-dinh/chinh-phu/2012-10-03/75-2012-nd-cp"
    amended = "/akn/vn/act/nghi-dinh/chinh-phu/2020-10-19/124-2020-nd-cp"
    assert f"{amended}/~art_5__para_2" in {ref.get("href") for ref in decree.iter(f"{NS}ref")}


def test_work_expression_manifestation(decree) -> None:
    work = "/akn/vn/act/nghi-dinh/chinh-phu/2026-05-15/155-2026-nd-cp"
    assert decree.find(f".//{NS}FRBRWork/{NS}FRBRuri").get("value") == work
    assert decree.find(f".//{NS}FRBRExpression/{NS}FRBRthis").get("value") == f"{work}/vie@/!main"
    assert decree.find(f".//{NS}FRBRExpression/{NS}FRBRlanguage").get("language") == "vie"
    assert decree.find(f".//{NS}FRBRManifestation/{NS}FRBRuri").get("value") == f"{work}/vie@.akn"


def test_what_it_changes_stands_in_the_analysis(decree) -> None:
    active = decree.find(f".//{NS}activeModifications")
    found = {
        (mod.tag.removeprefix(NS), mod.get("type"), mod.find(f"{NS}source").get("href"), d.get("href"))
        for mod in active
        for d in mod.iter(f"{NS}destination")
    }
    repealed = "/akn/vn/act/nghi-dinh/chinh-phu/2012-10-03/75-2012-nd-cp"
    amended = "/akn/vn/act/nghi-dinh/chinh-phu/2020-10-19/124-2020-nd-cp/~art_5__para_2"
    assert ("forceMod", "endOfEnactment", "#chp_II__art_3__para_2", repealed) in found
    assert ("textualMod", "substitution", "#chp_I__art_2", amended) in found
    sources = {href.removeprefix("#") for _, _, href, _ in found}
    assert sources <= {e.get("eId") for e in decree.iter()}, "a source is a part of this document"


JOINT = DECREE.replace("CHÍNH PHỦ\nSố: 155/2026/NĐ-CP", "BỘ TÀI CHÍNH - BỘ Y TẾ\nSố: 12/2015/TTLT-BTC-BYT", 1).replace(
    "NGHỊ ĐỊNH\nSửa", "THÔNG TƯ LIÊN TỊCH\nSửa", 1
)
ORDER = DECREE.replace("CHÍNH PHỦ\nSố: 155/2026/NĐ-CP", "THỦ TƯỚNG CHÍNH PHỦ\nSố: 12/2026/QĐ-TTg", 1).replace(
    "NGHỊ ĐỊNH\nSửa", "QUYẾT ĐỊNH\nSửa", 1
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (JOINT, [("TLCOrganization", "Bộ Tài chính"), ("TLCOrganization", "Bộ Y tế")]),
        (ORDER, [("TLCRole", "Thủ tướng Chính phủ")]),  # who holds an office is no organisation
        (DECREE, [("TLCOrganization", "Chính phủ")]),
    ],
)
def test_each_issuer_is_an_author(text: str, shown: list[tuple[str, str]], schema) -> None:
    root = check(text, schema)
    for level in ("FRBRWork", "FRBRExpression"):
        authors = [e.get("href")[1:] for e in root.find(f".//{NS}{level}").iterfind(f"{NS}FRBRauthor")]
        named = [root.find(f".//{NS}references/*[@eId='{eid}']") for eid in authors]
        assert [(e.tag.removeprefix(NS), e.get("showAs")) for e in named] == shown
        assert len({e.get("href") for e in named}) == len(shown)


def test_cells_are_tables(decree) -> None:
    rows = [[plain(cell) for cell in row] for row in decree.iter(f"{NS}tr")]
    assert rows == [["STT", "Tên"], ["1", "Đơn khiếu nại"]]


def test_a_document_without_a_day_says_so(schema) -> None:
    root = check("BÁO CÁO\nvề việc thực hiện Nghị quyết số 18-NQ/TW\n\nI. TÌNH HÌNH\n1. Việc thứ nhất.\n", schema)
    dates = {(d.get("date"), d.get("name")) for d in root.iter(f"{NS}FRBRdate")}
    assert dates == {("0001-01-01", "unknown")}
    assert root.find(f".//{NS}lifecycle") is None and root.find(f".//{NS}publication") is None


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Điều 1. Giao Sở\n\n12\n\nthực hiện.", "12"),  # a page number
        ("Điều 1. Giao Sở **thực hiện**.", "**"),
        ("# Điều 1. Giao Sở thực hiện.", "#"),
        ("Điều 1. Giao Sở\n_______\nthực hiện.", "_"),
        ("Điều 1. Giao Sở\x00\x0b\x1f thực hiện.", "\x00"),
        ("Điều 1. Giao <b>Sở</b> thực hiện.", "<b>"),
        ("Điều 1. Giao Sở \ud800 thực hiện.", "\ud800"),
    ],
)
def test_furniture(text: str, gone: str, schema) -> None:
    root = check(text, schema)
    assert gone not in "".join(root.itertext())
    assert less_furniture(text) == "Điều1.GiaoSởthựchiện."


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "|",
        "“",
        "Điều 1.",
        "Chương I",
        "Nơi nhận:",
        "PHỤ LỤC",
        "“Điều 1.\n”",
        "a) “\n1. ”",
        "1.\n1.\n1.",
    ],
)
def test_odd_texts(text: str, schema) -> None:
    check(text, schema)


def test_a_quotation_that_is_never_closed_is_none(schema) -> None:
    root = check("Điều 1. Sửa như sau:\n“Điều 2. Tên\n1. Một.\nĐiều 3. Khác\n1. Hai.", schema)
    assert root.find(f".//{NS}quotedStructure") is None
    assert [e.get("eId") for e in root.iter(f"{NS}article")] == ["art_1", "art_3"]


_PIECES = st.sampled_from(
    ["Điều 1. ", "Điều 2a.", "Chương I", "Mục 1", "1. ", "1.2. ", "a) ", "đ) ", "- ", "+ ", "“", "”", "”.", "\n",
     "\n\n", "| a | b |\n", "|---|", "**", "#", "Căn cứ Luật Đất đai;", "QUYẾT ĐỊNH:", "Nơi nhận:", "./.",
     "PHỤ LỤC II\n", "(Kèm theo Quyết định số 1/QĐ-UBND)", "Nghị định số 04/2015/NĐ-CP ngày 09/01/2015",
     "khoản 2 Điều 5", "\x01", "e\u0301", "<br>", "I. ", "A. ", "[1] ", "12", "\r", "\ud800", "\U0001f600",
     "KẾ HOẠCH\n", "việc", " "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=4)), max_size=40).map("".join))
def test_every_text_is_valid_and_whole(text: str) -> None:
    check(text, the_schema())


def test_the_report_of_the_demonstration(schema) -> None:
    root = check(read(next((Path(__file__).parents[2] / "data").glob("*.*"))).text, schema)
    assert len(list(root.iter(f"{NS}ref"))) > 50


@pytest.mark.parametrize("folder", ["gazette", "provincial", "wild", "word"])
def test_texts_of_the_corpus(folder: str, shared: Path, schema) -> None:
    files = [p for p in sorted((shared / "corpus" / folder).rglob("*")) if p.suffix in (".txt", ".md", ".docx")]
    if not files:
        pytest.skip(f"no texts in {folder}")
    for path in files[:60]:
        check(read(path).text, schema)


def test_same_text_same_bytes() -> None:
    assert made(DECREE) == made(DECREE)


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_length(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines of Python and calls; that what one of them takes does not grow either is shown by benchmarks/akoma.py. A
    quotation that never closes is followed for a number of units that short texts do not have."""
    monkeypatch.setattr("graph.akn.tree._MOST_QUOTED", 30)

    def work(count: int) -> int:
        text = unit * count
        own = extract(text[:400]).source_document
        assert own is not None
        steps = 0

        def trace(frame: object, event: str, argument: object) -> object:
            nonlocal steps
            steps += 1
            return trace

        before = sys.gettrace()
        sys.settrace(trace)  # type: ignore[arg-type]
        try:
            akoma_ntoso(Text(own, Source("a", text)))
        finally:
            sys.settrace(before)
        return steps

    work(10)
    size = 4_000 // len(unit)
    small, large = work(size), work(4 * size)
    assert small > size
    assert large <= 5 * small + 2_000
