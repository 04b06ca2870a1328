"""Joint documents: every body that issued one is there, in the extraction, the graph, `show`, the page and RDF."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import extract
from graph.cli import run
from graph.explorer.payload import build, resolve
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Document, Extraction, Issuer
from graph.rdf.writing import write
from graph.serve.answers import document

YT, TC, NV, LD = "Bộ Y tế", "Bộ Tài chính", "Bộ Nội vụ", "Bộ Lao động - Thương binh và Xã hội"
AGRI, TRADE = "Bộ Nông nghiệp và Phát triển nông thôn", "Bộ Công Thương"


def issuers(result: Extraction, document: Document) -> set[tuple[str, str | None]]:
    """Names and places of the bodies that the extraction says issued the document."""
    bodies: dict[str, Issuer] = {i.id: i for i in result.issuers}
    edges = [r for r in result.relations if r.predicate == "issued_by" and r.subject == document.id]
    return {(bodies[r.object].name, bodies[r.object].place) for r in edges}


@pytest.mark.parametrize(
    ("citation", "names"),
    [
        ("Thông tư liên tịch số 13/2014/TTLT-BYT-BNNPTNT-BCT ngày 9/4/2014", (YT, AGRI, TRADE)),
        ("Thông tư liên tịch số 12/2015/TTLT-BTC-BYT của Bộ Tài chính và Bộ Y tế", (TC, YT)),
        ("Thông tư liên tịch số 12/2015/TTLT ngày 5/9/2015 của Bộ trưởng Bộ Tài chính, Bộ trưởng Bộ Y tế", (TC, YT)),
        # the words name one body, the symbol the other too
        ("Thông tư liên tịch số 22/2003/TTLT-BTC-BNV ngày 02/6/2003 của Bộ Tài chính", (TC, NV)),
        ("Thông tư liên tịch số 23/2003/TTLT-BTC-BNV ngày 02/6/2003 của liên Bộ", (TC, NV)),
        # ministries by their fields alone
        ("Thông tư liên bộ số 20/LB-TT ngày 02/6/1993 của Liên Bộ Y tế - Tài chính", (YT, TC)),
        ("Thông tư liên bộ số 21/TT-LB ngày 02/6/1993 của Liên Bộ: Lao động - Thương binh và Xã hội - Tài chính", (LD, TC)),
        ("Thông tư liên tịch số 22/TTLT ngày 02/6/1999 của Bộ Tài chính, Y tế và Bộ Nội vụ", (TC, YT, NV)),
        ("Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN",
         ("Ủy ban Thường vụ Quốc hội", "Chính phủ", "Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam")),
        ("Quy chế phối hợp số 09/QCPH-BHXH-CAT giữa Bảo hiểm xã hội tỉnh và Công an tỉnh", ("Bảo hiểm xã hội tỉnh", "Công an tỉnh")),
        ("Kế hoạch liên ngành số 456/KHLN-SGDĐT-CAT của Sở Giáo dục và Đào tạo - Công an tỉnh", ("Sở Giáo dục và Đào tạo", "Công an tỉnh")),
        # one body's: what follows is another matter
        ("Thông tư số 22/2003/TT-BTC của Bộ Tài chính, Bộ Nội vụ thực hiện", (TC,)),
        ("Thông tư số 22/2003/TT-BTC của Bộ Tài chính - Y tế", (TC,)),
    ],
)  # fmt: skip
def test_all_issuers_of_a_citation(citation: str, names: tuple[str, ...]) -> None:
    result = extract(f"Căn cứ {citation} hướng dẫn việc phối hợp;\n")
    cited = next(d for d in result.documents if not d.is_source)
    assert {name for name, _ in issuers(result, cited)} == set(names)
    assert cited.issuer == names[0]


def head(left: str, kind: str, place: str = "Hà Nội") -> str:
    return (
        f"{left}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"{place}, ngày 05 tháng 9 năm 2015\n\n{kind}\nVề việc phối hợp\n\nCăn cứ Luật Giá;\n"
    )


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        (head("BỘ TÀI CHÍNH - BỘ Y TẾ\n\nSố: 12/2015/TTLT-BTC-BYT", "THÔNG TƯ LIÊN TỊCH"), [(TC, None), (YT, None)]),
        (head("BỘ TÀI CHÍNH\nBỘ Y TẾ\nBỘ NỘI VỤ\n\nSố: 12/2015/TTLT", "THÔNG TƯ LIÊN TỊCH"),
         [(TC, None), (YT, None), (NV, None)]),
        (head("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI - BỘ TÀI CHÍNH\nSố: 4/2015/TTLT-BLĐTBXH-BTC", "THÔNG TƯ LIÊN TỊCH"),
         [(LD, None), (TC, None)]),
        # a code that no table holds is the body that stands in its place
        (head("CHÍNH PHỦ - BAN CHẤP HÀNH TRUNG ƯƠNG ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH\nSố: 01/2012/NQLT/CP-BCHTWĐTN",
              "NGHỊ QUYẾT LIÊN TỊCH"),
         [("Chính phủ", None), ("Ban Chấp hành Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh", None)]),
        # bodies of a province: as the head spells them, with its place
        (head("SỞ Y TẾ - BẢO HIỂM XÃ HỘI TỈNH\nSố: 123/HDLN-SYT-BHXH", "HƯỚNG DẪN LIÊN NGÀNH", "Quảng Ngãi"),
         [("Sở Y tế", "Quảng Ngãi"), ("Bảo hiểm xã hội tỉnh", "Quảng Ngãi")]),
        (head("CÔNG AN TỈNH - SỞ GIÁO DỤC VÀ ĐÀO TẠO\nSố: 77/KHPH-CAT-SGDĐT", "KẾ HOẠCH PHỐI HỢP", "Quảng Ngãi"),
         [("Công an tỉnh", "Quảng Ngãi"), ("Sở Giáo dục và Đào tạo", "Quảng Ngãi")]),
        # a type that is not joint by its name
        (head("SỞ Y TẾ - BẢO HIỂM XÃ HỘI TỈNH\nSố: 15/KH-SYT-BHXH", "KẾ HOẠCH", "Quảng Ngãi"),
         [("Sở Y tế", "Quảng Ngãi"), ("Bảo hiểm xã hội tỉnh", "Quảng Ngãi")]),
        # a superior is none of the issuers, a department of a letter neither
        (head("UBND TỈNH QUẢNG NGÃI\nSỞ Y TẾ - SỞ TÀI CHÍNH\nSố: 15/HDLN", "HƯỚNG DẪN LIÊN NGÀNH", "Quảng Ngãi"),
         [("Sở Y tế", "Quảng Ngãi"), ("Sở Tài chính", "Quảng Ngãi")]),
        # who leads an organisation of its own is no department
        (head("ỦY BAN NHÂN DÂN TỈNH - BAN THƯỜNG TRỰC ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH\nSố: 15/QCPH-UBND-MTTQ",
              "QUY CHẾ PHỐI HỢP", "Quảng Ngãi"),
         [("Ủy ban nhân dân tỉnh", "Quảng Ngãi"), ("Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Quảng Ngãi")]),
        (head("UBND TỈNH QUẢNG NGÃI\nSỞ Y TẾ\nSố: 15/KH-SYT", "KẾ HOẠCH", "Quảng Ngãi"), [("Sở Y tế", "Quảng Ngãi")]),
    ],
)  # fmt: skip
def test_all_issuers_of_a_head(text: str, bodies: list[tuple[str, str | None]]) -> None:
    result = extract(text)
    own = result.source_document
    assert own is not None
    # nothing tells how the name of an unknown body is written in small letters
    folded = {(name.casefold(), place) for name, place in issuers(result, own)}
    assert folded == {(name.casefold(), place) for name, place in bodies}
    assert own.issuer == bodies[0][0]


TEXT = (
    "Căn cứ Thông tư liên tịch số 13/2014/TTLT-BYT-BNNPTNT-BCT ngày 9/4/2014 hướng dẫn;\n"
    "Căn cứ Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Bộ Chính trị;\n"
)
JOINT = "13/2014/TTLT-BYT-BNNPTNT-BCT"
OTHER = "Căn cứ Nghị quyết số 72-NQ/TW ngày 09/9/2025 của Ban Chấp hành Trung ương;\n"


@pytest.fixture
def graph(tmp_path: Path) -> Iterator[KnowledgeGraph]:
    for name, text in (("a.txt", TEXT), ("b.txt", TEXT), ("c.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    with open_graph(tmp_path / "graph.db", create=True) as opened:
        opened.add([tmp_path], workers=1)
        yield opened


def test_show_names_all(graph: KnowledgeGraph, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["show", JOINT, "-g", str(tmp_path / "graph.db")])
    assert f"Cơ quan ban hành: {YT}; {AGRI}; {TRADE} " in " ".join(capsys.readouterr().out.split())


def test_a_body_that_a_text_names_instead_is_no_partner(graph: KnowledgeGraph) -> None:
    named = graph.issuers_of(graph.document("72-NQ/TW"))
    assert [body.name for body in named] == ["Bộ Chính trị"]
    assert [body.name for body in graph.issuers_of(graph.document(JOINT))] == [YT, AGRI, TRADE]


def test_the_page_and_the_citation_have_all(graph: KnowledgeGraph) -> None:
    drawn = resolve(graph)
    data, _ = build(drawn, max_source_bytes=0)
    row = drawn.number[graph.document(JOINT).id]
    partners = data["documents"]["partners"]
    numbers = [data["documents"]["node"][row], *(partners[row] if isinstance(partners, list) else partners[str(row)])]
    assert [drawn.issuers[n - len(drawn.documents)].name for n in numbers] == [YT, AGRI, TRADE]
    assert document(graph, JOINT)["cite_as"].endswith(f" của {YT}, {AGRI} và {TRADE} hướng dẫn")


def test_linked_data_has_an_edge_for_each(graph: KnowledgeGraph) -> None:
    out = io.BytesIO()
    write(graph, "ntriples", out)
    lines = out.getvalue().decode().splitlines()
    assert sum("13-2014-ttlt" in line and "passed_by> <" in line and "rdf:" not in line for line in lines) == 3
