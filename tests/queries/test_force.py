"""The model of force, asked of real sentences: a case is a few short texts, a document and what became of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Source, Status
from graph.queries.order import force_findings, order_findings, reliance_findings
from graph.registers import load


def paper(number: str, day: str, *clauses: str) -> str:
    """A circular of the Ministry of Construction: number, day of issue (d/m/y), clauses."""
    d, m, y = day.split("/")
    body = "\n\n".join(f"Điều {n}. {clause}." for n, clause in enumerate(clauses, 1))
    return (
        f"BỘ XÂY DỰNG\n\nSố: {number}\n\nHà Nội, ngày {d} tháng {m} năm {y}\n\nTHÔNG TƯ\n\n"
        f"Quy định về nhà ở số {number[0]}\n\n"
        f"Căn cứ Luật Nhà ở số 27/2023/QH15;\n\n{body}/.\n\nBỘ TRƯỞNG\n\nNguyễn Văn A\n"
    )


OLD = "Thông tư số 1/2030/TT-BXD ngày 05 tháng 01 năm 2030 của Bộ trưởng Bộ Xây dựng"
A = paper("1/2030/TT-BXD", "05/01/2030", "Nhà ở", "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2030")


def build(path: Path, *texts: str) -> KnowledgeGraph:
    graph = open_graph(path / "graph.db", create=True)
    for number, text in enumerate(texts):
        graph.ingest(Source(f"{number}.txt", text))
    graph.settle()
    return graph


def told(status: Status) -> tuple[str, str | None, str | None, str | None]:
    return status.state, status.since, status.first_day, status.last_day


def ender(*clauses: str, day: str = "10/3/2031") -> str:
    return paper("2/2031/TT-BXD", day, "Nhà ở", *clauses)


EFFECT = "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2031"
BACK = paper("3/2031/TT-BXD", "20/12/2031", "Thông tư này có hiệu lực từ ngày 01/02/2032",
             f"Khôi phục hiệu lực của {OLD}")  # fmt: skip
REPLACED = ("replaced", "2031-07-01", "2030-03-01", "2031-06-30")
CASES = [
    # (other texts, as of, state, since, first day, last day) of 1/2030/TT-BXD
    ([], None, ("in-force", "2030-03-01", "2030-03-01", None)),
    ([], "2030-02-28", ("not-yet", None, "2030-03-01", None)),
    ([], "2029-12-31", ("not-yet", None, "2030-03-01", None)),
    ([], "2030-03-01", ("in-force", "2030-03-01", "2030-03-01", None)),
    # the day of the ender's effect, not of its issue
    ([ender(f"{EFFECT} và thay thế {OLD}")], None, REPLACED),
    ([ender(f"{EFFECT} và thay thế {OLD}")], "2031-07-01", REPLACED),
    ([ender(f"{EFFECT} và thay thế {OLD}")], "2031-06-30", ("in-force", "2030-03-01", "2030-03-01", "2031-06-30")),
    ([ender(EFFECT, f"Bãi bỏ {OLD}")], None, ("repealed", "2031-07-01", "2030-03-01", "2031-06-30")),
    ([ender(f"{EFFECT}. {OLD} hết hiệu lực kể từ ngày Thông tư này có hiệu lực")], None,
     ("repealed", "2031-07-01", "2030-03-01", "2031-06-30")),
    # the ender says no day of effect: unknown, not its date of issue
    ([ender(f"Thông tư này thay thế {OLD}")], None, ("replaced", None, "2030-03-01", None)),
    ([ender(f"Thông tư này thay thế {OLD}")], "2031-03-09", ("in-force", "2030-03-01", "2030-03-01", None)),
    ([ender(f"Thông tư này thay thế {OLD}")], "2031-03-10", ("replaced", None, "2030-03-01", None)),
    # a day of its own for the end
    ([ender(EFFECT, f"{OLD} hết hiệu lực từ ngày 01/01/2032")], None,
     ("repealed", "2032-01-01", "2030-03-01", "2031-12-31")),
    ([ender(EFFECT, f"Bãi bỏ {OLD} kể từ ngày 01 tháng 01 năm 2032")], None,
     ("repealed", "2032-01-01", "2030-03-01", "2031-12-31")),
    # from signing
    ([ender(f"Thông tư này có hiệu lực từ ngày ký và thay thế {OLD}")], None,
     ("replaced", "2031-03-10", "2030-03-01", "2031-03-09")),
    # parts
    ([ender(EFFECT, f"Bãi bỏ khoản 2 Điều 3 {OLD}")], None, ("partly", "2031-07-01", "2030-03-01", None)),
    ([ender(EFFECT, f"Bãi bỏ khoản 2 Điều 3 {OLD}")], "2031-06-30", ("in-force", "2030-03-01", "2030-03-01", None)),
    ([ender(EFFECT, f"Bãi bỏ {OLD}, trừ Điều 3")], None, ("partly", "2031-07-01", "2030-03-01", None)),
    ([ender(f"{EFFECT} và thay thế {OLD}, trừ khoản 2 Điều 3")], None, ("partly", "2031-07-01", "2030-03-01", None)),
    # suspension
    ([ender(EFFECT, f"Ngưng hiệu lực {OLD}")], None, ("suspended", "2031-07-01", "2030-03-01", None)),
    ([ender(EFFECT, f"Ngưng hiệu lực {OLD} từ ngày 01/7/2031 đến hết ngày 31/12/2031")], "2031-12-31",
     ("suspended", "2031-07-01", "2030-03-01", None)),
    ([ender(EFFECT, f"Ngưng hiệu lực {OLD} từ ngày 01/7/2031 đến hết ngày 31/12/2031")], "2032-01-01",
     ("in-force", "2030-03-01", "2030-03-01", None)),
    ([ender(EFFECT, f"Ngưng hiệu lực {OLD} đến hết ngày 31/12/2031")], "2031-08-01",
     ("suspended", "2031-07-01", "2030-03-01", None)),
    ([ender(EFFECT, f"Ngưng hiệu lực {OLD} đến hết ngày 31/12/2031")], "2032-01-01",
     ("in-force", "2030-03-01", "2030-03-01", None)),
    ([ender(EFFECT, f"Ngưng hiệu lực {OLD}"), BACK], None, ("in-force", "2030-03-01", "2030-03-01", None)),
    ([ender(EFFECT, f"Ngưng hiệu lực {OLD}"), BACK], "2031-12-31", ("suspended", "2031-07-01", "2030-03-01", None)),
    ([ender(EFFECT, f"Ngưng hiệu lực {OLD}"), BACK], "2032-02-01", ("in-force", "2030-03-01", "2030-03-01", None)),
    # amendment is no end
    ([ender(EFFECT, f"Sửa đổi, bổ sung Điều 2 {OLD}")], None, ("in-force", "2030-03-01", "2030-03-01", None)),
    # nobody ends what is not there yet
    ([paper("2/2029/TT-BXD", "10/3/2029", f"Thông tư này có hiệu lực từ ngày ký và thay thế {OLD}")], None,
     ("in-force", "2030-03-01", "2030-03-01", None)),
]  # fmt: skip


@pytest.mark.parametrize(("others", "at", "wanted"), CASES)
def test_force(
    tmp_path: Path, others: list[str], at: str | None, wanted: tuple[str, str | None, str | None, str | None]
) -> None:
    with build(tmp_path, A, *others) as graph:
        document = graph.document("1/2030/TT-BXD")
        status = graph.status(document, at)
        assert told(status) == wanted
        assert status.evidence
        assert all(e.text in (graph.source(e.source or "") or Source("", "")).text for e in status.evidence)
        statuses = graph.as_of(at).statuses()
        assert statuses[document.id] == status
        ids = [document.id for document in graph.documents()]
        assert graph.statuses_of(ids) == {id: statuses.get(id, Status()) for id in ids}


def test_nobody_ends_what_a_higher_authority_issued(tmp_path: Path) -> None:
    decree = (
        "CHÍNH PHỦ\n\nSố: 9/2030/NĐ-CP\n\nHà Nội, ngày 05 tháng 01 năm 2030\n\nNGHỊ ĐỊNH\n\n"
        "Về nhà ở\n\nCăn cứ Luật Nhà ở;\n\n"
        "Điều 1. Nghị định này có hiệu lực từ ngày ký./.\n"
    )  # fmt: skip
    target = "Nghị định số 9/2030/NĐ-CP ngày 05 tháng 01 năm 2030"
    ending = f"Thông tư này có hiệu lực từ ngày ký và bãi bỏ khoản 2 Điều 3 {target}"
    with build(tmp_path, decree, ender(ending)) as graph:
        assert graph.status(graph.document("9/2030/NĐ-CP")).state == "in-force"


def test_who_ended_it_and_by_which_sentences(tmp_path: Path) -> None:
    with build(tmp_path, A, ender(EFFECT, f"Bãi bỏ {OLD}")) as graph:
        status = graph.status(graph.document("1/2030/TT-BXD"))
        assert status.by == (graph.document("2/2031/TT-BXD").id,)
        repeal, effect, entry = status.evidence
        assert repeal.text.startswith("Bãi bỏ Thông tư số 1/2030/TT-BXD")
        assert effect.text.endswith("ngày 01 tháng 7 năm 2031") and effect.source == "1.txt"
        assert entry.text.endswith("ngày 01 tháng 3 năm 2030") and entry.source == "0.txt"


@pytest.mark.parametrize(
    ("clause", "state"),
    [
        (f"Bãi bỏ Điều 3 {OLD}", "repealed"),
        (f"Bãi bỏ quy định về phí tại {OLD}", "repealed"),
        (f"Khoản 2 Điều 3 {OLD} hết hiệu lực kể từ ngày Thông tư này có hiệu lực", "repealed"),
        (f"Thay thế Phụ lục I {OLD}", "replaced"),
        (f"Sửa đổi khoản 2 và bãi bỏ khoản 3 Điều 5 {OLD}", "repealed"),
        (f"Sửa đổi, bổ sung khoản 3 Điều 5 {OLD}", None),
        (f"Bãi bỏ cụm từ “nhà ở” tại khoản 3 Điều 5 {OLD}", None),
        (f"Thay thế cụm từ “nhà” bằng cụm từ “nhà ở” tại Điều 5 {OLD}", None),
    ],
)
def test_amendments_that_take_provisions_away(tmp_path: Path, clause: str, state: str | None) -> None:
    with build(tmp_path, A, ender(EFFECT, clause)) as graph:
        status = graph.status(graph.document("1/2030/TT-BXD"))
        assert {p.state for p in status.parts} == ({state} if state else set())
        assert status.state == ("partly" if state else "in-force")


def test_which_provisions_are_gone(tmp_path: Path) -> None:
    with build(tmp_path, A, ender(EFFECT, f"Bãi bỏ khoản 2 Điều 3 {OLD}")) as graph:
        (part,) = graph.status(graph.document("1/2030/TT-BXD")).parts
        assert (str(part.provisions[0]), part.state, part.since) == ("khoản 2, điều 3", "repealed", "2031-07-01")
        assert part.by == graph.document("2/2031/TT-BXD").id and part.evidence.text.startswith("Bãi bỏ khoản 2")


def test_provisions_that_take_effect_later(tmp_path: Path) -> None:
    text = paper(
        "3/2031/TT-BXD", "10/3/2031",
        "1. Thông tư này có hiệu lực từ ngày 01/7/2031, trừ quy định tại khoản 2 Điều này.\n\n"
        "2. Quy định tại Điều 2 Thông tư này có hiệu lực từ ngày 01/01/2032",
    )  # fmt: skip
    with build(tmp_path, text) as graph:
        document = graph.document("3/2031/TT-BXD")
        (part,) = graph.status(document, "2031-12-31").parts
        assert (part.state, part.since, str(part.provisions[0])) == ("not-yet", "2032-01-01", "điều 2")
        assert graph.status(document, "2032-01-01").parts == ()


def test_a_term_of_its_own(tmp_path: Path) -> None:
    text = paper("3/2031/TT-BXD", "10/3/2031", "Thông tư này có hiệu lực từ ngày ký đến hết ngày 31/12/2031")
    with build(tmp_path, text) as graph:
        document = graph.document("3/2031/TT-BXD")
        assert told(graph.status(document)) == ("in-force", "2031-03-10", "2031-03-10", "2031-12-31")
        assert told(graph.status(document, "2031-12-31"))[0] == "in-force"
        assert told(graph.status(document, "2032-01-01")) == ("expired", "2032-01-01", "2031-03-10", "2031-12-31")


def test_effect_with_another_document(tmp_path: Path) -> None:
    text = paper("3/2031/TT-BXD", "10/3/2031", "Thông tư này có hiệu lực cùng thời điểm với Thông tư số 2/2031/TT-BXD")
    with build(tmp_path, text, ender(EFFECT)) as graph:
        assert graph.status(graph.document("3/2031/TT-BXD")).first_day == "2031-07-01"


def test_two_that_wait_for_each_other_do_not_hang(tmp_path: Path) -> None:
    one = paper("3/2031/TT-BXD", "10/3/2031", "Thông tư này có hiệu lực cùng thời điểm với Thông tư số 2/2031/TT-BXD")
    other = ender("Thông tư này có hiệu lực cùng thời điểm với Thông tư số 3/2031/TT-BXD")
    with build(tmp_path, one, other) as graph:
        assert graph.status(graph.document("3/2031/TT-BXD")).first_day is None
        assert graph.status(graph.document("2/2031/TT-BXD")) == graph.statuses().get("", Status())


REGISTER = "so_ky_hieu,ngay_ban_hanh,trich_yeu,hieu_luc\n"


def with_register(path: Path, rows: str, *texts: str) -> KnowledgeGraph:
    file = path / "register.csv"
    file.write_text(REGISTER + rows, encoding="utf-8")
    graph = build(path, *texts)
    load(graph, file)
    return graph


ORDER = "Số: 9/2030/QĐ-UBND\n\nBình Dương, ngày 05 tháng 01 năm 2030"
DECISION = (
    f"ỦY BAN NHÂN DÂN\nTỈNH BÌNH DƯƠNG\n\n{ORDER.replace('9/2030', '8/2032').replace('2030', '2032')}\n\nQUYẾT ĐỊNH\n\n"
    "Về nhà ở\n\nCăn cứ Luật Nhà ở số 27/2023/QH15;\n\nĐiều 1. Quyết định này có hiệu lực từ ngày 01/02/2032 và bãi bỏ"
    " Quyết định số 9/2030/QĐ-UBND ngày 05 tháng 01 năm 2030 của Ủy ban nhân dân tỉnh Bình Dương./.\n"
)


@pytest.mark.parametrize(
    ("rows", "texts", "state"),
    [
        ("9/2030/QĐ-UBND,05/01/2030,về nhà ở,Văn bản đang có hiệu lực\n", (), "in-force"),
        ("9/2030/QĐ-UBND,05/01/2030,về nhà ở,Văn bản hết hiệu lực\n", (), "expired"),
        ("9/2030/QĐ-UBND,05/01/2030,về nhà ở,Văn bản còn hiệu lực một phần\n", (), "partly"),
        ("9/2030/QĐ-UBND,05/01/2030,về nhà ở,\n", (), "unknown"),
        # the register is older than the end that a text states
        ("9/2030/QĐ-UBND,05/01/2030,về nhà ở,Văn bản đang có hiệu lực\n", (DECISION,), "repealed"),
        # the register knows documents that are newer than the end, and says that it stands
        ("9/2030/QĐ-UBND,05/01/2030,về nhà ở,Văn bản đang có hiệu lực\n"
         "7/2033/QĐ-UBND,05/01/2033,về đất,Văn bản đang có hiệu lực\n", (DECISION,), "in-force"),
        ("9/2030/QĐ-UBND,05/01/2030,về nhà ở,Văn bản hết hiệu lực\n", (DECISION,), "repealed"),
    ],
)  # fmt: skip
def test_registers_count_above_texts(tmp_path: Path, rows: str, texts: tuple[str, ...], state: str) -> None:
    with with_register(tmp_path, rows, *texts) as graph:
        status = graph.status(graph.document("9/2030/QĐ-UBND"))
        assert status.state == state
        if state in ("in-force", "expired", "partly"):
            assert status.evidence[0].rule == "register"
            assert (status.evidence[0].source or "").endswith("register.csv#1")
        if state == "repealed":
            assert status.since == "2032-02-01"


GUIDE = "Luật Nhà ở số 99/2035/QH19 ngày 01 tháng 01 năm 2035"


def test_edges_against_time_are_findings(tmp_path: Path) -> None:
    with build(
        tmp_path, paper("3/2031/TT-BXD", "10/3/2031", f"Thông tư này quy định chi tiết Điều 5 {GUIDE}")
    ) as graph:
        found = [f for f in order_findings(graph) if f.kind == "against-time"]
        assert found and "Thông tư 3/2031/TT-BXD (10/03/2031)" in found[0].message
        assert "01/01/2035" in found[0].message and found[0].source == "0.txt"


def test_edges_against_rank_are_findings() -> None:
    from graph.model import Document, Evidence, Relation, Snapshot

    law = Document("law", "Luật", "9/2020/QH14", date="2020-01-01", issuer="Quốc hội")
    decision = Document("qd", "Quyết định", "5/2021/QĐ-TTg", date="2021-01-01", issuer="Thủ tướng Chính phủ")
    evidence = Evidence(0, 5, "thay thế", rule="register", source="register.csv#1")
    view = Snapshot((law, decision), relation_rows=(
        Relation("qd", "replaces", "law", evidence), Relation("law", "replaces", "qd", evidence),
        Relation("qd", "implements", "law", evidence),
    ))  # fmt: skip
    found = [(f.kind, f.documents) for f in order_findings(view)]
    assert found == [("against-rank", ("qd", "law")), ("against-time", ("law", "qd"))]


def test_force_told_in_two_ways_is_a_finding(tmp_path: Path) -> None:
    other = paper("3/2031/TT-BXD", "10/3/2031", f"Thực hiện {OLD} (có hiệu lực từ ngày 01/4/2030)")
    early = paper("4/2031/TT-BXD", "10/3/2031", "Thông tư này có hiệu lực từ ngày 01/3/2031")
    with build(tmp_path, A, other, early) as graph:
        found = {f.kind: f.message for f in force_findings(graph)}
        assert set(found) == {"conflicting-force", "effect-before-issue"}
        assert "01/03/2030" in found["conflicting-force"] and "01/04/2030" in found["conflicting-force"]
        assert "4/2031/TT-BXD" in found["effect-before-issue"]


def test_what_rests_on_an_ended_document(tmp_path: Path) -> None:
    guide = f"Thông tư này hướng dẫn Điều 2 {OLD}"
    later = paper("5/2030/TT-BXD", "10/3/2030", guide, "Thông tư này có hiệu lực từ ngày ký")
    with build(tmp_path, A, later, ender(f"{EFFECT} và thay thế {OLD}")) as graph:
        assert list(reliance_findings(graph.as_of("2031-06-30"))) == []
        (found,) = reliance_findings(graph.as_of("2031-07-01"))
        assert found.kind == "rests-on-ended"
        assert "5/2030/TT-BXD" in found.message and "từ 01/07/2031" in found.message


@pytest.mark.parametrize(("said", "day"), [("từ năm 2031", "2031"), ("từ tháng 7 năm 2031", "2031-07")])
def test_a_time_that_is_no_whole_day_is_kept(tmp_path: Path, said: str, day: str) -> None:
    text = paper("1/2030/TT-BXD", "05/01/2030", "Nhà ở", f"Thông tư này được áp dụng {said}")
    with build(tmp_path, text) as graph:
        assert day in {effect.date for effect in graph.effects()}
        assert graph.stats().documents and graph.statuses() is not None


def test_first_days_of_many_at_once(tmp_path: Path) -> None:
    """The same as one by one; also where a day rests on that of another document, and of one that is not there."""
    from graph.queries.status import first_days

    late = paper("2/2031/TT-BXD", "05/01/2031", "Nhà ở", f"Thông tư này có hiệu lực cùng ngày với {OLD}")
    bare = paper("3/2031/TT-BXD", "05/01/2031", "Nhà ở")
    with build(tmp_path, A, late, bare) as graph:
        ids = [d.id for d in graph.documents()]
        found = first_days(graph.settled(), graph._texts, [*ids, "urn:lex:none"])
        assert found == {id: graph.status(id).first_day for id in ids} | {"urn:lex:none": None}
        assert list(found.values()).count("2030-03-01") >= 1
