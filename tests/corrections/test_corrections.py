"""Corrections by hand: applied above registers and texts, kept by every build, undone by taking the row out."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from graph_samples import CITING, KH83, KH125, LATER, NQ18, QD32, QD40, REPORT, UBND, a_graph, doc, dump, text

from graph.cli import run
from graph.export import export
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph

TEXTS = [REPORT, CITING, LATER]
HEAD = "việc;văn bản;nội dung;giá trị;người sửa;lý do\n"
TABLES = ("correction", "denied", "corrected", "apart", "dirty")

Luocdo = Callable[..., tuple[int, str, str]]


def corrected(graph: KnowledgeGraph, *rows: str) -> list[str]:
    """Give the graph these rows; why those that are not applied are not."""
    file = graph.file.parent / "corrections.csv"
    file.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8-sig")
    loaded = graph.correct()
    graph.settle()
    assert loaded is not None
    return [*loaded.wrong, *(f"{c.name}: {c.state}" for c in graph.corrections() if c.state)]


def edges(graph: KnowledgeGraph) -> set[tuple[str | None, str, str | None]]:
    """The relations between documents, by their numbers."""
    codes = {d.id: d.code for d in graph.documents()}
    return {(codes[r.subject], r.predicate, codes[r.object]) for r in graph.relations() if r.predicate != "issued_by"}


@pytest.fixture
def graph(tmp_path: Path) -> KnowledgeGraph:
    return a_graph(tmp_path / "graph.db", TEXTS)


REPLACES = ("32/2020/QĐ-UBND", "replaces", "40/2015/QĐ-UBND")


def test_a_denied_relation_is_gone_with_what_follows_from_it(graph: KnowledgeGraph) -> None:
    old = graph.document("40/2015/QĐ-UBND")
    assert REPLACES in edges(graph) and graph.status(old).state == "replaced"
    assert corrected(graph, "bác;32/2020/QĐ-UBND;thay thế;40/2015/QĐ-UBND;An;nhầm") == []
    assert REPLACES not in edges(graph)
    assert graph.status(old).state == "unknown"
    assert graph.statuses().get(old.id) is None
    assert graph.changes(old) == [] and graph.replaced_by(old) == []


def test_an_added_relation_has_its_row_as_evidence(graph: KnowledgeGraph) -> None:
    assert (
        corrected(graph, "thêm;40/2015/QĐ-UBND;hướng dẫn;Nghị định số 15/2012/NĐ-CP ngày 01/02/2012;An;bản giấy") == []
    )
    found = [r for r in graph.relations() if r.predicate == "guides"]
    assert [(r.evidence.source, r.evidence.rule, r.evidence.cue) for r in found] == [
        ("corrections.csv#2", "correction", "hướng dẫn, quy định chi tiết")
    ]
    sentence = found[0].evidence.text
    assert sentence.startswith("Thêm: 40/2015/QĐ-UBND") and "Lý do: bản giấy" in sentence and "An" in sentence
    source = graph.source("corrections.csv#2")
    assert source is not None and source.metadata["who"] == "An" and source.text == sentence
    assert [d.issuer for d in graph.resolve("15/2012/NĐ-CP")] == ["Chính phủ"]
    assert [d.code for d in graph.issued_by("vn:chinh.phu")] == ["15/2012/NĐ-CP"]


def test_a_confirmed_relation_has_one_more_witness(graph: KnowledgeGraph) -> None:
    assert corrected(graph, "xác nhận;32/2020/QĐ-UBND;replaces;40/2015/QĐ-UBND;;") == []
    found = [r for r in graph.relations() if r.predicate == "replaces"]
    assert [r.evidence.source for r in found] == ["corrections.csv#2", "report"]
    assert graph.status(graph.document("40/2015/QĐ-UBND")).state == "replaced"


@pytest.mark.parametrize(
    ("what", "value", "attribute", "right", "found_by"),
    [
        ("ngày ban hành", "05/6/2018", "date", "2018-06-05", "83/KH-UBND ngày 5/6/2018"),
        ("ngày ký", "2018-06-05 00:00:00", "date", "2018-06-05", "83/KH-UBND"),
        ("số, ký hiệu", "84 / KH-UBND", "code", "84/KH-UBND", "84/KH-UBND"),
        ("loại văn bản", "quyết định", "type", "Quyết định", "83/KH-UBND"),
        ("trích yếu", "về sắp xếp bộ máy", "title", "về sắp xếp bộ máy", "sắp xếp bộ máy"),
        ("cơ quan", "Sở Công Thương tỉnh Quảng Ngãi", "issuer", "Sở Công Thương", "83/KH-UBND"),
    ],
)
def test_a_fact(graph: KnowledgeGraph, what: str, value: str, attribute: str, right: str, found_by: str) -> None:
    id = graph.document("83/KH-UBND").id
    before = dump(graph)
    assert corrected(graph, f"sửa;83/KH-UBND;{what};{value};An;") == []
    (found,) = graph.find(found_by, 1)
    assert (getattr(found, attribute), found.origins[attribute]) == (right, "correction")
    assert [d.id for d in graph.resolve(id)] == [found.id]
    assert (found.id == id) == (attribute == "title")
    if attribute == "issuer":
        assert found.id in {d.id for d in graph.issued_by("vn;quang.ngai:so.cong.thuong")}
        assert found.id not in {d.id for d in graph.issued_by("vn;quang.ngai:uy.ban.nhan.dan")}
    assert corrected(graph, f"bác;83/KH-UBND;{what};{value};An;") != []
    assert corrected(graph) == []
    assert dump(graph) == before


def test_a_fact_that_is_denied_is_not_known(graph: KnowledgeGraph) -> None:
    assert corrected(graph, "bác;83/KH-UBND;ngày ban hành;04/6/2018;;") == []
    assert graph.document("83/KH-UBND").date is None
    (line,) = corrected(graph, "bác;83/KH-UBND;ngày ban hành;03/6/2018;;")
    assert "đồ thị đang ghi “04/06/2018”" in line


def test_force_and_the_day_of_effect(tmp_path: Path) -> None:
    law = "QUỐC HỘI\nLuật số: 9/2020/QH14\n\nLUẬT\nXÂY THỬ\n\nĐiều 1. Luật này có hiệu lực từ ngày 01/7/2020.\n"
    other = (
        "QUỐC HỘI\nLuật số: 3/2024/QH15\nHà Nội, ngày 02 tháng 01 năm 2024\n\nLUẬT\nXÂY MỚI\n\n"
        "Điều 1. Luật này có hiệu lực từ ngày 01/3/2024.\n"
        "Luật Xây thử số 9/2020/QH14 hết hiệu lực kể từ ngày 01/3/2024.\n"
    )
    from graph.model import Source

    graph = open_graph(tmp_path / "graph.db", create=True)
    graph.ingest(Source("cu", law))
    graph.ingest(Source("moi", other))
    old = graph.document("9/2020/QH14")

    def at(day: str | None = None) -> tuple[str, str | None]:
        status = graph.status(old, day)
        return status.state, status.since

    assert at() == ("repealed", "2024-03-01") and at("2020-07-01")[0] == "in-force"
    assert corrected(graph, "sửa;9/2020/QH14;ngày có hiệu lực;01/01/2021;An;") == []
    assert (at("2020-12-31")[0], at("2021-01-01")[0], at("2024-03-01")[0]) == ("not-yet", "in-force", "repealed")
    assert corrected(graph, "sửa;9/2020/QH14;hiệu lực;còn hiệu lực;An;") == []
    assert at() == ("in-force", "2020-07-01") and at("2030-01-01")[0] == "in-force"
    assert corrected(graph, "sửa;9/2020/QH14;tình trạng;hết hiệu lực từ ngày 01/02/2022;An;") == []
    assert at("2022-01-31")[0] == "in-force" and at("2022-02-01") == ("expired", "2022-02-01")
    assert corrected(graph, "sửa;9/2020/QH14;hiệu lực;hết hiệu lực;An;") == []
    assert at()[0] in ("repealed", "expired")
    assert corrected(graph) == []
    assert at() == ("repealed", "2024-03-01")


def test_a_merge_leaves_one_document(graph: KnowledgeGraph) -> None:
    kept, gone = graph.document("83/KH-UBND"), graph.document("1127/KH-SCT")
    assert corrected(graph, "gộp;1127/KH-SCT;;83/KH-UBND;An;một văn bản") == []
    assert gone.id not in {d.id for d in graph.documents()}
    assert [d.id for d in graph.resolve(gone.id)] == [kept.id]
    assert ("83/KH-UBND", "implements", "125-KH/TU") in edges(graph)
    assert ("83/KH-UBND", "implements", "83/KH-UBND") not in edges(graph)
    assert {r.object for r in graph.relations() if r.predicate == "issued_by" and r.subject == kept.id} == {
        "vn;quang.ngai:uy.ban.nhan.dan"
    }
    assert graph.find("1127") == []


def test_a_split_leaves_two(graph: KnowledgeGraph) -> None:
    assert corrected(graph, "tách;125-KH/TU;;later;An;trùng số") == []
    one, other = graph.resolve("125-KH/TU")
    said = {r.evidence.source for r in graph.relations_of(other)}
    assert said == {"later"} and {r.evidence.source for r in graph.relations_of(one)} == {"report"}
    graph.remove("later")
    graph.settle()
    assert len(graph.resolve("125-KH/TU")) == 1


def test_a_text_of_its_own_is_set_apart(graph: KnowledgeGraph) -> None:
    assert corrected(graph, "tách;83/KH-UBND;;citing;An;") == []
    texts = {d.id: graph.texts_of(d) for d in graph.resolve("83/KH-UBND")}
    assert sorted(texts.values()) == [(), ("citing",)]


def test_a_corrected_number_meets_its_document(tmp_path: Path) -> None:
    wrong = {**QD40, "code": "48/2015/QĐ-UBND"}
    graph = a_graph(tmp_path / "g.db", [REPORT, text("x", wrong, (wrong, "cites", NQ18))])
    assert len(graph.resolve("40/2015/QĐ-UBND")) == len(graph.resolve("48/2015/QĐ-UBND")) == 1
    assert corrected(graph, "sửa;48/2015/QĐ-UBND;số;40/2015/QĐ-UBND;An;OCR") == []
    (found,) = graph.resolve("40/2015/QĐ-UBND")
    assert graph.texts_of(found) == ("x",)
    assert REPLACES in edges(graph)


def test_candidates_and_findings_name_the_document_that_is_left(tmp_path: Path) -> None:
    letter = {"type": "Công văn", "code": "6/SCT-TTr", "date": "2023-02-05", **UBND}
    open_reference = text("mo", letter, (letter, "cites", {"code": "18-NQ/TW", "type": "Nghị quyết"}))
    graph = a_graph(tmp_path / "g.db", [REPORT, LATER, open_reference])
    before = canonical(graph)
    unclear = [d for d in graph.documents() if d.candidates]
    assert [len(d.candidates) for d in unclear] == [2]
    row = "gộp;18-NQ/TW ngày 16/6/2022;;18-NQ/TW ngày 25/10/2017"
    assert corrected(graph, row, "sửa;18-NQ/TW ngày 25/10/2017;ngày;26/10/2017") == []
    ids = {d.id for d in graph.documents()}
    assert all(set(d.candidates) <= ids for d in graph.documents())
    assert all(set(f.documents) <= ids for f in graph.findings())
    assert any("2017-10-26" in id for id in ids)
    assert corrected(graph) == []
    assert canonical(graph) == before


ROWS = (
    "bác;32/2020/QĐ-UBND;thay thế;40/2015/QĐ-UBND;An;nhầm",
    "thêm;32/2020/QĐ-UBND;bãi bỏ;Nghị định số 15/2015/NĐ-CP ngày 01/02/2015;An;",
    "sửa;83/KH-UBND;ngày ban hành;05/6/2018;Bình;bản gốc",
    "sửa;40/2015/QĐ-UBND;hiệu lực;hết hiệu lực từ 01/01/2021;Bình;",
    "xác nhận;1127/KH-SCT;triển khai, thực hiện;125-KH/TU;Bình;",
    "sửa;21/BC-SCT;cơ quan;UBND tỉnh Quảng Ngãi;;",
    "gộp;1127/KH-SCT;;83/KH-UBND",
    "tách;125-KH/TU;;later",
    "thêm;5/SCT-TTr;dẫn chiếu;83/KH-UBND ngày 05/6/2018",
)


def canonical(graph: KnowledgeGraph) -> str:
    out = io.BytesIO()
    export(graph, "nquads", out)
    kept = [(c.name, c.state, c.documents) for c in graph.corrections()]
    return dump(graph) + repr((kept, list(graph.effects()))) + out.getvalue().decode()


def test_all_at_once_and_undone(graph: KnowledgeGraph) -> None:
    before = canonical(graph)
    assert corrected(graph, *ROWS) == []
    after = canonical(graph)
    assert after != before
    assert graph.settle() == 0
    assert corrected(graph, *ROWS[:4]) == []
    assert corrected(graph, *ROWS) == []
    assert canonical(graph) == after
    assert corrected(graph) == []
    assert canonical(graph) == before
    counts = [graph._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]
    assert counts == [0] * len(TABLES)


def test_the_order_of_building_and_correcting_is_nothing(tmp_path: Path) -> None:
    found = set()
    for number, order in enumerate(itertools.permutations(TEXTS)):
        for first in (0, 1, 3):
            folder = tmp_path / f"{number}-{first}"
            folder.mkdir()
            with a_graph(folder / "graph.db", order[:first]) as graph:
                corrected(graph, *ROWS)
                for source, extraction in order[first:]:
                    graph.ingest(source, extraction)
                    graph.settle()
                assert [c.state for c in graph.corrections()] == [""] * len(ROWS)
                found.add(canonical(graph))
    assert len(found) == 1


def test_the_order_of_rows_is_nothing_but_their_numbers(tmp_path: Path) -> None:
    found = set()
    for number in range(4):
        folder = tmp_path / str(number)
        folder.mkdir()
        with a_graph(folder / "graph.db", TEXTS) as graph:
            assert corrected(graph, *ROWS[number:], *ROWS[:number]) == []
            facts = [(d.id, d.code, d.date, d.issuer) for d in graph.documents()]
            states = [(id, s.state, s.since) for id, s in graph.statuses().items()]
            found.add(repr((facts, sorted(edges(graph), key=repr), states)))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (["bác;99/KH-ZZZ;thay thế;83/KH-UBND"], ["không còn văn bản “99/KH-ZZZ”"]),
        (["bác;83/KH-UBND;thay thế;125-KH/TU"], ["không còn nguồn nào nêu quan hệ này"]),
        (["xác nhận;83/KH-UBND;thay thế;125-KH/TU"], ["không còn nguồn nào nêu quan hệ này"]),
        (["sửa;18-NQ/TW;ngày;2017"], ["có thể là 2 văn bản"]),
        (["gộp;83/KH-UBND;;83/KH-UBND ngày 4/6/2018"], ["hai văn bản là một"]),
        (["tách;83/KH-UBND;;khong-co.txt"], ["không còn nguồn “khong-co.txt”"]),
        (["tách;83/KH-UBND;;later"], ["nguồn này không nói đến văn bản ấy"]),
        (["gộp;83/KH-UBND;;125-KH/TU", "gộp;125-KH/TU;;83/KH-UBND"], ["đi vòng"]),
        (["sửa;83/KH-UBND;ngày;2017", "sửa;83/KH-UBND ngày 4/6/2018;ngày;2018"], ["mâu thuẫn với dòng 3", "dòng 2"]),
        (["bác;1127/KH-SCT;thực hiện;125-KH/TU", "thêm;1127/KH-SCT;thực hiện;125-KH/TU"], ["dòng 3", "dòng 2"]),
    ],
)
def test_what_matches_nothing_is_told_and_changes_nothing(
    graph: KnowledgeGraph, rows: list[str], said: list[str]
) -> None:
    before = (edges(graph), [(d.id, d.date) for d in graph.documents()])
    lines = corrected(graph, *rows)
    assert all(any(words in line for line in lines) for words in said), lines
    assert {f.kind for f in graph.findings() if f.source and f.source.startswith("corrections")} == {
        "unmatched-correction"
    }
    assert (edges(graph), [(d.id, d.date) for d in graph.documents()]) == before


def test_a_row_matches_again_when_its_text_is_back(graph: KnowledgeGraph) -> None:
    corrected(graph, "bác;32/2020/QĐ-UBND;thay thế;40/2015/QĐ-UBND;An;")
    graph.remove("report")
    graph.settle()
    assert [c.state for c in graph.corrections()] != [""]
    graph.ingest(*REPORT)
    graph.settle()
    assert [c.state for c in graph.corrections()] == [""]
    assert REPLACES not in edges(graph)


def test_who_corrected_is_in_the_linked_data(graph: KnowledgeGraph) -> None:
    corrected(graph, ROWS[0], ROWS[1], ROWS[2])
    turtle = io.BytesIO()
    export(graph, "turtle", turtle)
    data = turtle.getvalue().decode()
    assert "prov:Person" in data and 'foaf:name "An"' in data and 'foaf:name "Bình"' in data
    assert data.count("prov:wasAttributedTo") >= 4
    assert "dcterms:subject" in data and "date=correction" in data
    from graph.rdf import check_shapes

    # the correction that makes 18-NQ/TW younger than the plan that carries it out is told, and nothing else
    assert [f.kind for f in check_shapes(graph)] == ["shape-document-time"]


def test_the_page_and_the_api_show_what_was_corrected(graph: KnowledgeGraph, tmp_path: Path) -> None:
    from graph.explorer.payload import build as payload
    from graph.explorer.payload import resolve as look
    from graph.serve.answers import document

    corrected(graph, ROWS[0], ROWS[2])
    old, plan = graph.document("40/2015/QĐ-UBND"), graph.document("83/KH-UBND")
    said = "Bác: 32/2020/QĐ-UBND thay thế 40/2015/QĐ-UBND. Lý do: nhầm. Người sửa: An"
    for view in (graph, graph.snapshot(old, 1)):
        data, _ = payload(look(view), max_source_bytes=10**6)
        rows = data["documents"]
        assert f"{said} [corrections.csv#2]" in repr(rows["corrections"])
    assert "correction" in repr(payload(look(graph), max_source_bytes=10**6)[0]["documents"]["origins"])
    (found,) = document(graph, old.id)["corrections"]
    assert (found["sentence"], found["source"], found["who"]) == (said, "corrections.csv#2", "An")
    assert [c["what"] for c in document(graph, plan.id)["corrections"]] == ["date"]


def test_a_correction_stands_above_a_register(tmp_path: Path) -> None:
    from graph.registers import load
    from graph.registers.contradictions import contradictions

    (tmp_path / "so.csv").write_text(
        "Số hiệu,Ngày ban hành,Trích yếu,Cơ quan ban hành,Tình trạng hiệu lực\n"
        "40/2015/QĐ-UBND,18/08/2015,Quy định cũ,UBND tỉnh Quảng Ngãi,Còn hiệu lực\n"
        "9/2024/QĐ-UBND,01/02/2024,Quy định mới,UBND tỉnh Quảng Ngãi,Còn hiệu lực\n",
        encoding="utf-8",
    )
    graph = open_graph(tmp_path / "graph.db", create=True)
    load(graph, tmp_path / "so.csv", workers=1)
    old = graph.document("40/2015/QĐ-UBND")
    assert (graph.status(old).state, old.origins["title"]) == ("in-force", "register")
    assert corrected(graph, "thêm;9/2024/QĐ-UBND;thay thế;40/2015/QĐ-UBND", "sửa;40/2015/QĐ-UBND;trích yếu;Khác") == []
    assert graph.status(old).state == "replaced"
    assert graph.document("40/2015/QĐ-UBND").title == "Khác"
    assert contradictions(graph) == []
    assert corrected(graph, "sửa;40/2015/QĐ-UBND;hiệu lực;hết hiệu lực từ 01/01/2020") == []
    assert (graph.status(old).state, graph.status(old, "2019-12-31").state) == ("expired", "in-force")


def test_an_interrupted_apply_is_done_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from graph.store.correcting import Corrector

    graph = a_graph(tmp_path / "graph.db", TEXTS)
    assert corrected(graph, *ROWS) == []
    wanted = canonical(graph)
    with monkeypatch.context() as patched:
        patched.setattr(Corrector, "merge", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        graph.ingest(*text("new", KH125, (KH125, "implements", NQ18)))
        with pytest.raises(KeyboardInterrupt):
            graph.settle()
    graph.close()
    with open_graph(tmp_path / "graph.db", write=True) as again:
        again.remove("new")
        assert canonical(again) == wanted


# The command


@pytest.fixture
def luocdo(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Luocdo:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LUOCDO_GRAPH", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = run(list(arguments))
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err

    return call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "vao"
    texts.mkdir()
    for number in (1, 2):
        (texts / f"{number}.txt").write_text(
            f"ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\nSố: {number}/KH-UBND\nQuảng Ngãi, ngày 0{number} tháng 5 năm 2021\n\n"
            f"KẾ HOẠCH\nThực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017\n\nKế hoạch này thay thế Kế hoạch"
            f" số {number + 6}/KH-UBND ngày 02/3/2020.\n",
            encoding="utf-8",
        )
    return texts


def test_a_round_trip(luocdo: Luocdo, tmp_path: Path, folder: Path) -> None:
    """Build, correct, build, correct: kept, whatever is built."""
    luocdo("build", "vao", "-j", "1")
    code, _, err = luocdo(
        "correct", "bác", "1/KH-UBND", "thay thế", "7/KH-UBND", "--why", 'dòng "khác"; sai', "--who", "An"
    )
    assert code == 0 and "ghi dòng 2; 1 đính chính được áp dụng" in err
    assert luocdo("correct", "sửa", "2/KH-UBND", "ngày-ban-hành", "03/5/2021", "-q")[0] == 0
    file = tmp_path / "corrections.csv"
    lines = file.read_bytes().decode("utf-8-sig").split("\r\n")
    assert (
        lines[1]
        == 'bác;Kế hoạch 1/KH-UBND ngày 01/05/2021;thay thế;Kế hoạch 7/KH-UBND ngày 02/03/2020;An;"dòng ""khác""; sai"'
    )
    with open_graph("graph.db") as graph:
        first = canonical(graph)
        assert graph.document("2/KH-UBND").date == "2021-05-03"
    _, out, _ = luocdo("show", "7/KH-UBND")
    assert "Đính chính bằng tay:" in out and "Bác: Kế hoạch 1/KH-UBND" in out and "[corrections.csv#2]" in out
    assert luocdo("query", "replaces", "1/KH-UBND")[0] == 1
    assert luocdo("build", "vao", "-j", "1", "--again")[0] == 0
    (folder / "3.txt").write_text("Công văn số 5/SCT-TH ngày 01/02/2022 căn cứ Kế hoạch số 7/KH-UBND ngày 02/3/2020.\n")
    luocdo("build", ".", "-j", "1")  # the file lies in the folder that is built: it is no text
    (folder / "3.txt").unlink()
    assert luocdo("build", ".", "-j", "1")[0] == 0
    with open_graph("graph.db") as graph:
        assert canonical(graph) == first
    assert luocdo("correct", "sửa", "2/KH-UBND ngày 03/5/2021", "trích yếu", "về bộ máy", "--who", "")[0] == 0
    file.write_text("".join(file.read_text(encoding="utf-8-sig").splitlines(keepends=True)[:1]), encoding="utf-8-sig")
    assert luocdo("build", "vao", "-j", "1")[0] == 0
    luocdo("build", "vao", "-j", "1", "-o", "moi.db", "--corrections", "corrections.csv")
    with open_graph("graph.db") as graph, open_graph("moi.db") as fresh:
        assert canonical(graph) == canonical(fresh)


def test_a_file_elsewhere_is_remembered(luocdo: Luocdo, tmp_path: Path, folder: Path) -> None:
    other = tmp_path / "noi-khac" / "sua.csv"
    other.parent.mkdir()
    other.write_text(HEAD + "sửa;2/KH-UBND;ngày;03/5/2021\n", encoding="utf-8")
    luocdo("build", "vao", "-j", "1", "--corrections", str(other))
    (folder / "1.txt").unlink()
    assert luocdo("build", "vao", "-j", "1")[0] == 0
    with open_graph("graph.db") as graph:
        assert graph.document("2/KH-UBND").date == "2021-05-03"
    other.unlink()
    code, _, err = luocdo("build", "vao", "-j", "1")
    assert code == 1 and "không tìm thấy tệp đính chính" in err and "luocdo remove noi-khac/sua.csv" in err
    with open_graph("graph.db") as graph:
        assert graph.document("2/KH-UBND").date == "2021-05-03"
    assert luocdo("build", "vao", "-j", "1", "--corrections", str(other))[0] == 2
    assert luocdo("remove", "noi-khac/sua.csv")[0] == 0
    with open_graph("graph.db") as graph:
        assert graph.document("2/KH-UBND").date == "2021-05-02"
    assert luocdo("build", "vao", "-j", "1")[0] == 0


def test_bad_rows_are_a_line_each(luocdo: Luocdo, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "corrections.csv").write_text(
        HEAD
        + "bậy;1/KH-UBND;ngày;2020\n;;;\nsửa;1/KH-UBND;ngày;32/1/2020\nsửa;;ngày;2020\nsửa;2/KH-UBND;ngày;03/5/2021\n",
        encoding="utf-8",
    )
    before = (tmp_path / "corrections.csv").read_bytes()
    code, _, err = luocdo("build", "vao", "-j", "1")
    lines = [line for line in err.splitlines() if "dòng" in line]
    assert code == 1
    assert [line.partition(" dòng ")[2].partition(":")[0] for line in lines] == ["2", "4", "5"]
    assert (tmp_path / "corrections.csv").read_bytes() == before
    with open_graph("graph.db") as graph:
        assert graph.document("2/KH-UBND").date == "2021-05-03"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["sửa", "2/KH-UBND"], "cách viết"),
        (["bậy", "2/KH-UBND", "ngày", "2020"], "không rõ việc"),
        (["sửa", "2/KH-UBND", "ngày", "mai"], "không phải ngày"),
        (["bác", "99/KH-UBND", "thay thế", "7/KH-UBND"], "không tìm thấy văn bản"),
        (["thêm", "2/KH-UBND", "yêu", "7/KH-UBND"], "không rõ quan hệ"),
    ],
)
def test_wrong_use_is_one_line_and_writes_nothing(
    luocdo: Luocdo, tmp_path: Path, folder: Path, arguments: list[str], said: str
) -> None:
    luocdo("build", "vao", "-j", "1")
    code, _, err = luocdo("correct", *arguments)
    assert (code, err.count("\n")) == (2, 1) and said in err
    assert not (tmp_path / "corrections.csv").exists()


def test_the_samples_are_used() -> None:
    assert doc(**QD32).code == REPLACES[0] and KH83["place"] == UBND["place"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("xác nhận;32/2020/QĐ-UBND;thay thế;40/2015/QĐ-UBND;An;đã đối chiếu",
         "Confirm: 32/2020/QĐ-UBND replaces 40/2015/QĐ-UBND. Reason: đã đối chiếu. Corrected by: An"),
        ("bác;32/2020/QĐ-UBND;thay thế;40/2015/QĐ-UBND;;nhầm",
         "Deny: 32/2020/QĐ-UBND replaces 40/2015/QĐ-UBND. Reason: nhầm"),
        ("thêm;83/KH-UBND;căn cứ;Nghị định 15/2012/NĐ-CP ngày 01/02/2012;An;",
         "Add: 83/KH-UBND based on Nghị định 15/2012/NĐ-CP ngày 01/02/2012. Corrected by: An"),
        ("sửa;83/KH-UBND;ngày ban hành;05/6/2018;;", "Set: 83/KH-UBND: date of issue 05/06/2018"),
        ("sửa;83/KH-UBND;loại văn bản;Quyết định;;", "Set: 83/KH-UBND: type Decision"),
        ("sửa;83/KH-UBND;ngày có hiệu lực;05/6/2018;;", "Set: 83/KH-UBND: first day in force 05/06/2018"),
        ("sửa;40/2015/QĐ-UBND;hiệu lực;hết hiệu lực từ 01/01/2021;;",
         "Set: 40/2015/QĐ-UBND: status expired since 01/01/2021"),
        ("sửa;40/2015/QĐ-UBND;hiệu lực;ngưng hiệu lực;;", "Set: 40/2015/QĐ-UBND: status suspended"),
        ("bác;83/KH-UBND;cơ quan;Bộ Y tế;;", "Deny: 83/KH-UBND: issuer Bộ Y tế"),
        ("gộp;1127/KH-SCT;;83/KH-UBND;Bình;", "Merge: 1127/KH-SCT is 83/KH-UBND. Corrected by: Bình"),
        ("tách;83/KH-UBND;;vao/5.docx;;", "Split: 83/KH-UBND is not the document in vao/5.docx"),
    ],
)  # fmt: skip
def test_a_row_in_english_words(row: str, said: str) -> None:
    from graph.corrections import COLUMNS, read_row, sentence

    read = read_row(dict(zip(COLUMNS, row.split(";"), strict=True)))
    words, *places = sentence(read, "en")
    assert words == said
    assert words[slice(*places[0])] == read.document
    assert sentence(read)[0] != said


def test_every_word_of_a_row_has_an_english_one() -> None:
    from graph.corrections.rows import FACTS, word

    for kind, keys in (
        ("action", ("confirm", "deny", "add", "set", "merge", "split")),
        ("fact", FACTS),
        ("force", ("in-force", "ended", "suspended")),
    ):
        for key in keys:
            assert word(kind, key, "en").isascii()


def test_who_asks_in_english_is_told_of_corrections_in_english(luocdo: Luocdo, tmp_path: Path, folder: Path) -> None:
    luocdo("build", "vao", "-j", "1")
    (tmp_path / "corrections.csv").write_text(
        HEAD
        + "bác;1/KH-UBND;thay thế;7/KH-UBND;An;nhầm dòng\nbác;2/KH-UBND;thay thế;7/KH-UBND;An;thay thế\nbỏ;x;;y;;\n",
        encoding="utf-8",
    )
    _, _, err = luocdo("correct", "--lang", "en")
    assert "corrections.csv, row 3: no source states this relation any more" in err
    assert "corrections.csv, row 4: unknown action “bỏ”" in err
    _, out, _ = luocdo("show", "7/KH-UBND", "--lang", "en")
    assert "Deny: 1/KH-UBND replaces 7/KH-UBND. Reason: nhầm dòng. Corrected by: An [corrections.csv#2]" in " ".join(
        out.split()
    )
    _, out, _ = luocdo("check", "--lang", "en", "-f", "csv")
    assert (
        "The correction cannot be applied: no source states this relation any more (Deny: 2/KH-UBND replaces 7/KH-UBND."
        " Reason: thay thế. Corrected by: An)." in out
    )
    assert "Bác: 2/KH-UBND thay thế 7/KH-UBND" in luocdo("check", "-f", "csv")[1]
