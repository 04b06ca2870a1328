"""Registers: rows become records, headings relations in the right direction, impossible ones findings."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import graph
from graph.errors import LuocdoError
from graph.model import Document, Evidence, Extraction, Relation, Source
from graph.reading import Options, read_each
from graph.records.composing import compose
from graph.registers import import_register, load, load_profile, recognise, shipped
from graph.registers.agreement import agreement_of_texts, agreement_of_titles, counts
from graph.registers.contradictions import contradictions

SHARED = Path(__file__).resolve().parents[2] / "../shared/corpus"


def _gazette(number: str, title: str, date: str = "10/05/2017", **lists: str) -> dict[str, Any]:
    """A row of the gazette's register; lists by a short name of their heading."""
    headings = {
        "basis": "Văn bản căn cứ",
        "refers": "Văn bản dẫn chiếu",
        "guides": "Văn bản hướng dẫn",
        "guided": "Văn bản được hướng dẫn",
        "amends": "Văn bản sửa đổi bổ sung/đính chính",
        "amended": "Văn bản bị sửa đổi bổ xung/được đính chính",
        "replaces": "Văn bản thay thế/bãi bỏ/hủy bỏ/đình chỉ",
        "replaced": "Văn bản bị thay thế/bãi bỏ/hủy bỏ/đình chỉ",
        "replaces_part": "Văn bản thay thế/bãi bỏ/hủy bỏ/đình chỉ một phần",
        "replaced_part": "Văn bản bị thay thế/bãi bỏ/hủy bỏ/đình chỉ một phần",
    }
    relations = {headings[key]: {"n": 1, "raw": raw} for key, raw in lists.items()}
    kinds = {"NĐ": "Nghị định", "TT": "Thông tư", "QĐ": "Quyết định"}
    kind = next((name for code, name in kinds.items() if f"/{code}" in number), "Thông tư")
    return {
        "so_hieu": number, "loai": kind, "co_quan": "CHÍNH PHỦ" if kind == "Nghị định" else "BỘ TÀI CHÍNH",
        "ngay": date, "trich_yeu": title, "hieu_luc": "01/07/2017", "relations": relations,
    }  # fmt: skip


def _import(tmp_path: Path, rows: list[dict[str, Any]], profile: str | None = None) -> list[tuple[Source, Extraction]]:
    path = tmp_path / "danh-muc.json"
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    return list(import_register(path, profile))


def _edges(found: Extraction, rule: str = "register") -> list[tuple[str, str, str, bool]]:
    codes = {document.id: document.code or document.name or "" for document in found.documents}
    return [
        (codes[r.subject], r.predicate, codes[r.object], r.partial)
        for r in found.relations
        if (r.evidence.rule == "register") == (rule == "register") and r.predicate != "issued_by"
    ]


OWN = "58/2017/NĐ-CP"


@pytest.mark.parametrize(
    ("lists", "edge"),
    [
        ({"basis": "76/2015/QH13 Luật số 76/2015/QH13 tổ chức Chính phủ."}, (OWN, "based_on", "76/2015/QH13", False)),
        ({"guides": "12/2018/TT-BGTVT Thông tư số 12/2018/TT-BGTVT hướng dẫn cảng biển."},
         ("12/2018/TT-BGTVT", "guides", OWN, False)),
        ({"guided": "21/2012/NĐ-CP Nghị định số 21/2012/NĐ-CP về cảng biển."}, (OWN, "guides", "21/2012/NĐ-CP", False)),
        ({"amends": "1/2020/NĐ-CP Nghị định số 1/2020/NĐ-CP sửa đổi Nghị định số 58/2017/NĐ-CP."},
         ("1/2020/NĐ-CP", "amends", OWN, False)),
        ({"amends": "9/2018/QĐ-TTg Quyết định số 9/2018/QĐ-TTg đính chính Nghị định số 58/2017/NĐ-CP."},
         ("9/2018/QĐ-TTg", "corrects", OWN, False)),
        ({"amended": "21/2012/NĐ-CP Nghị định số 21/2012/NĐ-CP về cảng biển."},
         (OWN, "amends", "21/2012/NĐ-CP", False)),
        ({"replaces": "30/2022/NĐ-CP Nghị định số 30/2022/NĐ-CP về hàng hải."},
         ("30/2022/NĐ-CP", "replaces", OWN, False)),
        ({"replaces": "30/2022/NĐ-CP Nghị định số 30/2022/NĐ-CP bãi bỏ một số văn bản."},
         ("30/2022/NĐ-CP", "repeals", OWN, False)),
        ({"replaced": "21/2012/NĐ-CP số 21/2012/NĐ-CP"}, (OWN, "replaces", "21/2012/NĐ-CP", False)),
        ({"replaces_part": "30/2022/NĐ-CP Nghị định số 30/2022/NĐ-CP về hàng hải."},
         ("30/2022/NĐ-CP", "replaces", OWN, True)),
        ({"replaced_part": "21/2012/NĐ-CP Nghị định số 21/2012/NĐ-CP về cảng biển."},
         (OWN, "replaces", "21/2012/NĐ-CP", True)),
        ({"refers": "21/2012/NĐ-CP Nghị định số 21/2012/NĐ-CP về cảng biển."}, (OWN, "cites", "21/2012/NĐ-CP", False)),
        ({"refers": "30/2022/NĐ-CP Nghị định số 30/2022/NĐ-CP về hàng hải."}, ("30/2022/NĐ-CP", "cites", OWN, False)),
    ],
)  # fmt: skip
def test_a_heading_names_the_role_of_the_listed_document(
    lists: dict[str, str], edge: tuple[str, str, str, bool], tmp_path: Path
) -> None:
    ((source, found),) = _import(tmp_path, [_gazette(OWN, "quy định về quản lý hoạt động hàng hải.", **lists)])
    assert _edges(found) == [edge]
    (relation,) = [r for r in found.relations if r.evidence.rule == "register"]
    e = relation.evidence
    assert source.text[e.start : e.end] == e.text and e.text.startswith("- ")
    assert source.text[e.cue_start : e.cue_end] == e.cue and e.cue.startswith("Văn bản")
    assert e.source == source.name and e.source.endswith("danh-muc.json#1")


@pytest.mark.parametrize("key", ["replaces", "replaces_part", "amends", "guides"])
def test_the_older_cannot_act_on_the_younger(key: str, tmp_path: Path) -> None:
    lists = {key: "21/2012/NĐ-CP Nghị định số 21/2012/NĐ-CP về cảng biển."}
    ((_, found),) = _import(tmp_path, [_gazette(OWN, "quy định về hàng hải.", **lists)])
    assert _edges(found) == []
    (finding,) = found.findings
    assert finding.kind == "conflicting-register"
    assert "21/2012/NĐ-CP (2012)" in finding.message and "58/2017/NĐ-CP (2017-05-10)" in finding.message
    assert len(finding.documents) == 2


def test_facts_of_the_row_are_the_registers(tmp_path: Path) -> None:
    ((source, found),) = _import(tmp_path, [_gazette("5/2017/TT-BTC", "sửa đổi Thông tư số 3/2015/TT-BTC.")])
    own = found.documents[0]
    assert (own.code, own.type, own.date, own.issuer) == ("5/2017/TT-BTC", "Thông tư", "2017-05-10", "Bộ Tài chính")
    assert own.title == "sửa đổi Thông tư số 3/2015/TT-BTC."
    assert {own.origins[key] for key in ("code", "type", "date", "issuer", "title")} == {"register"}
    assert not any(document.is_source for document in found.documents), "a register is not the document's text"
    assert [edge[:3] for edge in _edges(found, "title")] == [("5/2017/TT-BTC", "amends", "3/2015/TT-BTC")]
    assert source.format == "register" and source.metadata["profile"] == "cong-bao"


@pytest.mark.parametrize(
    ("column", "day"),
    [
        ("01/07/2017", "2017-07-01"),
        ("sau 45 ngày kể từ ngày ký", "2017-06-24"),
        ("Công báo 459 + 460", None),
        ("01/01/1900", None),  # a database has no day there
        ("", None),
    ],
)
def test_the_date_of_effect_of_a_row(column: str, day: str | None, tmp_path: Path) -> None:
    row = _gazette("16/2017/TT-BXD", "Về nhà ở") | {"hieu_luc": column}
    ((source, found),) = _import(tmp_path, [row])
    assert [(e.kind, e.date) for e in found.effects] == ([("in-force", day)] if day else [])
    for effect in found.effects:
        assert (effect.basis, effect.evidence.rule) == ("register", "register")
        assert effect.evidence.text in source.text and column in effect.evidence.text
        assert effect.document == found.documents[0].id


@pytest.mark.parametrize(
    ("state", "kind", "part"),
    [
        ("Văn bản đang có hiệu lực", "in-force", None),
        ("Văn bản hết hiệu lực", "ended", None),
        ("Văn bản còn hiệu lực một phần", "ended", "một phần"),
        ("", None, None),
    ],
)
def test_the_state_of_a_row(state: str, kind: str | None, part: str | None, tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_text(
        f"so_ky_hieu,ngay_ban_hanh,trich_yeu,hieu_luc\n9/2020/QĐ-UBND,05/01/2020,về nhà ở,{state}\n", encoding="utf-8"
    )
    ((_, found),) = import_register(file)
    assert [e.kind for e in found.effects] == ([kind] if kind else [])
    assert [p.text for e in found.effects for p in e.provisions] == ([part] if part else [])
    assert all(e.date is None and e.basis == "register" for e in found.effects)


def test_a_number_without_year_is_none_that_came_later(tmp_path: Path) -> None:
    """A row of 2017 rests on "67/NQ-CP": that is not the resolution of 2026, though no other is known."""
    rows = [
        _gazette("58/2017/NĐ-CP", "quy định về hàng hải.", basis="67/NQ-CP Nghị quyết số 67/NQ-CP về hàng hải."),
        _gazette("67/NQ-CP", "về kinh tế biển.", "25/03/2026") | {"loai": "Nghị quyết", "co_quan": "CHÍNH PHỦ"},
    ]
    path = tmp_path / "danh-muc.json"
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    with graph.open(tmp_path / "g.db", create=True) as g:
        load(g, path)
        dates = {d.date for d in g.documents() if d.code == "67/NQ-CP"}
        assert dates == {None, "2026-03-25"}
        assert not [f for f in g.findings() if f.kind == "against-time"]


def test_titles_of_listed_documents_say_nothing_of_the_row(tmp_path: Path) -> None:
    raw = "24/2009/TT-BCT Thông tư số 24/2009/TT-BCT sửa đổi Thông tư số 1/2008/TT-BCT. 2/2010/TT-BCT số 2/2010/TT-BCT"
    ((_, found),) = _import(tmp_path, [_gazette(OWN, "quy định về hàng hải.", basis=raw)])
    assert _edges(found) == [
        (OWN, "based_on", "24/2009/TT-BCT", False),
        (OWN, "based_on", "2/2010/TT-BCT", False),
    ]
    assert [edge[:3] for edge in _edges(found, "other")] == [("24/2009/TT-BCT", "amends", "1/2008/TT-BCT")]


ROWS = """,so_ky_hieu,ngay_ban_hanh,trich_yeu,hieu_luc,pdf
0,3485/UBND-VX,12/07/2022,"thực hiện công văn số 3652/byt-dp ngày 10/7/2022 của bộ y tế về phòng, chống dịch",,x
1,40/QÐ-UBND,12/07/2022,bãi bỏ quyết định số 15/2015/qđ-ubnd ngày 1/2/2015,Văn bản hết hiệu lực,x
2,7/NQ-HĐND,01/07/2021,về quyết toán ngân sách,,x
3,12-TB/TU,01/07/2021,kết luận của thường trực tỉnh ủy,,x
4,,01/07/2021,không có số,,x
5,9/KH-UBND,01/07/2021,thực hiện nghị quyết số 18-nq/tw ngày 25/10/2017 và quyết định số 987/qđ-ttg,,x
"""


def test_a_register_of_titles_in_lower_case(tmp_path: Path) -> None:
    path = tmp_path / "bd.csv"
    path.write_text(ROWS, encoding="utf-8-sig")
    assert recognise(path) == "binh-duong"
    found = dict((source.name.rpartition("#")[2], (source, extraction)) for source, extraction in import_register(path))
    assert list(found) == ["1", "2", "3", "4", "6"], "a row without a number is passed over, the count goes on"
    own = {row: extraction.documents[0] for row, (_, extraction) in found.items()}
    assert [(d.type, d.code, d.issuer, d.place) for d in own.values()] == [
        ("Công văn", "3485/UBND-VX", "Ủy ban nhân dân tỉnh", "Bình Dương"),
        ("Quyết định", "40/QĐ-UBND", "Ủy ban nhân dân tỉnh", "Bình Dương"),
        ("Nghị quyết", "7/NQ-HĐND", "Hội đồng nhân dân tỉnh", "Bình Dương"),
        ("Thông báo", "12-TB/TU", "Tỉnh ủy", "Bình Dương"),
        ("Kế hoạch", "9/KH-UBND", "Ủy ban nhân dân tỉnh", "Bình Dương"),
    ]
    assert _edges(found["1"][1], "title") == [("3485/UBND-VX", "implements", "3652/BYT-DP", False)]
    assert _edges(found["2"][1], "title") == [("40/QĐ-UBND", "repeals", "15/2015/QĐ-UBND", False)]
    assert _edges(found["6"][1], "title") == [
        ("9/KH-UBND", "implements", "18-NQ/TW", False),
        ("9/KH-UBND", "implements", "987/QĐ-TTg", False),
    ]
    assert "Tình trạng: Văn bản hết hiệu lực" in found["2"][0].text


def test_building_a_folder_loads_the_registers_in_it(tmp_path: Path) -> None:
    (tmp_path / "vb.txt").write_text("Căn cứ Nghị định số 21/2012/NĐ-CP;", encoding="utf-8")
    (tmp_path / "bd.csv").write_text(ROWS, encoding="utf-8")
    with graph.open(tmp_path / "g.db", create=True) as known:
        report = known.add([tmp_path / "vb.txt", tmp_path / "bd.csv"])
        assert (report.files, report.sources, report.unchanged, report.failures) == (2, 7, 0, [])
        assert known.document("9/KH-UBND").origins["code"] == "register"
        report = known.add([tmp_path / "vb.txt", tmp_path / "bd.csv"])
        assert (report.sources, report.unchanged) == (0, 2)


def test_nothing_but_a_file_is_looked_into(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "ong")
    (tmp_path / "vong").symlink_to(tmp_path / "vong")
    assert [recognise(tmp_path / name) for name in ("ong", "vong", "khong-co", "")] == [None] * 4
    for odd in (b"a,\rb\x00,c\n", b"", b"\n", b'"a,b', b"[[[[", b'{"a": ', bytes(range(256))):
        (tmp_path / "la").write_bytes(odd)
        assert recognise(tmp_path / "la") is None


def test_an_own_profile(tmp_path: Path) -> None:
    (tmp_path / "toi.toml").write_text(
        'title = "Của tôi"\nseat = "Huế"\ndates = "%Y-%m-%d"\nissuer = "Ủy ban nhân dân thành phố Huế"\n'
        '[columns]\nnumber = "Văn bản nào"\ntitle = "Trích yếu"\ndate = "Ngày"\n',
        encoding="utf-8",
    )
    path = tmp_path / "toi.csv"
    path.write_text("Văn bản nào;Trích yếu;Ngày\n5/KH-UBND;về cải cách hành chính;2024-02-03\n", encoding="utf-8")
    assert recognise(path) is None
    ((_, found),) = import_register(path, str(tmp_path / "toi.toml"))
    own = found.documents[0]
    assert (own.code, own.date, own.place) == ("5/KH-UBND", "2024-02-03", "Huế")


@pytest.mark.parametrize(
    ("content", "profile", "reason"),
    [
        ("", None, "tệp rỗng"),
        ("[]", None, "không có dòng nào"),
        ("[1]", None, "không phải đối tượng JSON"),
        ("{hỏng", None, "không phải JSON hợp lệ"),
        ("một cột\n1\n", None, "0 trong 2 dòng có số, ký hiệu (các cột: cột 1)"),
        ("a,b\n1,2\n", None, "0 trong 1 dòng có số, ký hiệu (các cột: a, b)"),
        ("số,tên\nmột,hai\n,ba\n", None, "0 trong 2 dòng có số, ký hiệu (các cột: số, tên)"),
        ("a,b\n1,2\n", "cong-bao", "không có cột so_hieu, loai"),
        ("a,b\n1,2\n", "khong-co", "không có hồ sơ danh mục 'khong-co' (có sẵn: binh-duong, cong-bao"),
    ],
)
def test_what_is_no_register_ends_in_one_line(content: str, profile: str | None, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "dm"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LuocdoError) as caught:
        list(import_register(path, profile))
    assert reason in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("toml", "reason"),
    [
        ("x =", "sai ("),
        ("[columns]\ntitle = 'a'\n", "thiếu [columns] number"),
        ("[columns]\nnumber = 'a'\nso = 'b'\n", "cột lạ: so"),
        ("[columns]\nnumber = 'a'\n[lists]\ncolumn = 'r'\nitem = '('\n", "sai ("),
        ("[columns]\nnumber = 'a'\n[lists]\ncolumn = 'r'\nitem = 'x'\n", "hai nhóm number và citation"),
        ("[columns]\nnumber = 'a'\n[[headings]]\nname='h'\npredicate='cites'\nlisted='object'\n",
         "thiếu [lists] column"),
        ("[columns]\nnumber = 'a'\n[lists]\ncolumn='r'\n[[headings]]\nname='h'\npredicate='likes'\nlisted='object'\n",
         "quan hệ lạ: likes"),
        ("[columns]\nnumber = 'a'\n[lists]\ncolumn='r'\n[[headings]]\nname='h'\npredicate='cites'\nlisted='both'\n",
         "listed = both"),
    ],
)  # fmt: skip
def test_a_wrong_profile_ends_in_one_line(toml: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "p.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(LuocdoError) as caught:
        load_profile(str(path))
    assert reason in str(caught.value) and "\n" not in str(caught.value)


def test_shipped_profiles_are_right() -> None:
    assert shipped() == ("binh-duong", "cong-bao")
    assert [len(load_profile(name).headings) for name in shipped()] == [0, 10]
    assert compose({}, load_profile("cong-bao")) is None


def test_registers_and_texts_meet_in_the_same_nodes(tmp_path: Path) -> None:
    """The text says another date and cites; the register is believed, and both say what they say."""
    text = (
        "CHÍNH PHỦ\n\nSố: 58/2017/NĐ-CP\n\nHà Nội, ngày 10 tháng 5 năm 2017\n\nNGHỊ ĐỊNH\n\nVề hàng hải\n\n"
        "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;\n\n"
        "Nghị định này thay thế Nghị định số 21/2012/NĐ-CP ngày 21 tháng 3 năm 2012.\n"
    )
    (tmp_path / "vb.txt").write_text(text, encoding="utf-8")
    rows = [
        _gazette(OWN, "về hàng hải.", replaced="21/2012/NĐ-CP Nghị định số 21/2012/NĐ-CP về cảng biển."),
        _gazette("21/2012/NĐ-CP", "về cảng biển.", date="21/03/2012"),
    ]
    path = tmp_path / "danh-muc.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    with graph.open(tmp_path / "g.db", create=True) as known:
        known.add(tmp_path / "vb.txt")
        assert str(load(known, path)) == (
            "Công báo nước Cộng hòa xã hội chủ nghĩa Việt Nam: 2 văn bản (2 mới hoặc thay đổi), 1 quan hệ, 0 mâu thuẫn"
        )
        assert str(load(known, path)).endswith("không đổi")
        own, older = known.document(OWN), known.document("21/2012/NĐ-CP")
        assert own.title == "về hàng hải." and older.date == "2012-03-21"
        replaced = [r for r in known.relations_of(own) if r.predicate == "replaces"]
        assert {r.evidence.rule == "register" for r in replaced} == {True, False}
        assert {(r.subject, r.object) for r in replaced} == {(own.id, older.id)}
        assert set(known.loaded()) == {own.id}, "a register loads no text"
        (line,) = [line for line in agreement_of_texts(known) if line.predicate == "replaces"]
        assert (line.extracted, line.stated, line.visible, line.found) == (1, 1, 1, 1)
        before = [document.id for document in known.documents()]
        path.write_text(json.dumps(rows[:1]), encoding="utf-8")
        load(known, path)
        assert known.document("21/2012/NĐ-CP").date == "2012-03-21", "the text still says the date"
        path.write_text(json.dumps(rows), encoding="utf-8")
        load(known, path)
        assert [document.id for document in known.documents()] == before


def test_contradictions_between_a_register_and_texts(tmp_path: Path) -> None:
    documents = (Document("urn:a", type="Nghị định", code="1/2020/NĐ-CP"), Document("urn:b", code="2/2010/NĐ-CP"))

    def says(name: str, subject: str, object: str, rule: str, partial: bool = False) -> None:
        evidence = Evidence(0, 3, "câu", rule=rule, source=name)
        relation = Relation(subject, "replaces", object, evidence, partial)
        known.ingest(Source(name, "câu nói"), Extraction(name, documents, relations=(relation,)))

    with graph.open(tmp_path / "g.db", create=True) as known:
        ids = [d.id for d in documents]
        says("dm.json#1", *ids, "register")
        assert contradictions(known) == []
        says("vb1.txt", *ids, "direct")
        assert contradictions(known) == []
        says("vb2.txt", *ids[::-1], "direct")
        says("vb3.txt", *ids, "direct", partial=True)
        found = contradictions(known)
        assert [f.source for f in found] == ["vb2.txt", "vb3.txt"]
        assert "ngược chiều" in found[0].message and "một phần" in found[1].message
        assert all(f.kind == "conflicting-register" and "dm.json#1" in f.message for f in found)


def test_agreement_of_made_titles(tmp_path: Path) -> None:
    rows = [
        _gazette("5/2017/TT-BTC", "sửa đổi Thông tư số 3/2015/TT-BTC.",
                 amended="3/2015/TT-BTC Thông tư số 3/2015/TT-BTC về phí."),
        _gazette("6/2017/TT-BTC", "sửa đổi Thông tư số 4/2015/TT-BTC.",
                 replaced="4/2015/TT-BTC Thông tư số 4/2015/TT-BTC về phí."),
        _gazette("7/2017/TT-BTC", "sửa đổi Thông tư số 8/2015/TT-BTC."),
    ]  # fmt: skip
    path = tmp_path / "danh-muc.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    lines = {line.predicate: line for line in agreement_of_titles(path)}
    amends = lines["amends"]
    assert (amends.extracted, amends.stated, amends.other, amends.unlisted) == (3, 1, 1, 1)
    assert (amends.visible, amends.found) == (1, 1)
    assert (lines["replaces"].visible, lines["replaces"].found) == (1, 0)
    assert amends.examples and "6/2017/TT-BTC → 4/2015/TT-BTC (mục khác)" in amends.examples[0]
    assert counts(lines.values())["extracted"] == 3


def test_the_gazettes_register() -> None:
    path = SHARED / "congbao-register.json"
    if not path.exists():
        pytest.skip("the registers are not here")
    assert recognise(path) == "cong-bao"
    rows = stated = found = dated = 0
    kinds: Counter[str] = Counter()
    with path.open(encoding="utf-8") as stream:
        listed = sum(len(r["parsed"]) for row in json.load(stream) for r in row["relations"].values())
    for _, extraction in import_register(path):
        rows += 1
        stated += sum(relation.evidence.rule == "register" for relation in extraction.relations)
        found += bool(extraction.documents[0].date and not extraction.documents[0].provisional)
        kinds.update(finding.kind for finding in extraction.findings)
        dated += any(e.kind == "in-force" and e.date for e in extraction.effects)
    assert rows == 4036
    assert dated >= 3_750  # without the rows dated 01/01/1900: the register has no day there
    assert stated + kinds["conflicting-register"] >= 0.99 * listed
    assert found >= 0.99 * rows
    assert kinds["conflicting-register"] < 0.01 * listed


def test_the_register_of_binh_duong() -> None:
    path = SHARED / "binh-duong-register.csv"
    if not path.exists():
        pytest.skip("the registers are not here")
    assert recognise(path) == "binh-duong"
    relations: Counter[str] = Counter()
    complete = rows = 0
    states: Counter[str] = Counter()
    for _, extraction in import_register(path):
        rows += 1
        states.update(e.kind for e in extraction.effects)
        complete += not extraction.documents[0].provisional
        relations.update(relation.predicate for relation in extraction.relations)
    assert rows == 4053
    assert states == {"in-force": 4_005, "ended": 21}
    assert complete >= 0.97 * rows
    assert relations["implements"] >= 350


@pytest.mark.parametrize(
    "content", [b"[" + b"{}," * 9_000_000 + b"{}]", b"a,b\n" + b",\n" * 2_100_000], ids=["json", "csv"]
)
def test_more_rows_than_memory_holds_are_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "register"
    path.write_bytes(content)
    with pytest.raises(LuocdoError, match="quá nhiều dòng"):
        list(read_each(path, Options(rows=True)))
