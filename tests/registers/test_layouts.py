"""Registers as offices lay them out, made anew after public ones (names and numbers invented): what each row states."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

import graph
from graph.errors import LuocdoError
from graph.model import Extraction
from graph.registers import import_register, load

Lines = list[list[str]]
Facts = list[tuple[str | None, str | None, str | None, str | None, str | None]]
Edges = list[tuple[str, str, str]]

# name -> lines of cells, (type, code, date, issuer, title) of each entry, (subject, predicate, object) of all
LAYOUTS: dict[str, tuple[Lines, Facts, Edges]] = {
    "the yearly list of what has ended (NĐ 34/2016, mẫu 03)": (
        [["DANH MỤC VĂN BẢN HẾT HIỆU LỰC TOÀN BỘ CỦA HĐND, UBND TỈNH AN GIANG NĂM 2024"] + [""] * 5,
         ["STT", "Tên loại văn bản", "Số, ký hiệu; ngày, tháng, năm ban hành văn bản",
          "Tên gọi của văn bản/trích yếu nội dung văn bản", "Lý do hết hiệu lực", "Ngày hết hiệu lực"],
         ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
         ["I. LĨNH VỰC TÀI CHÍNH", "", "", "", "", ""],
         ["1", "Quyết định", "45/2016/QĐ-UBND ngày 15/8/2016", "Ban hành Quy định quản lý vỉa hè",
          "Bị thay thế bởi Quyết định số 31/2024/QĐ-UBND ngày 05/9/2024 của UBND tỉnh An Giang", "15/9/2024"]],
        [("Quyết định", "45/2016/QĐ-UBND", "2016-08-15", "Ủy ban nhân dân tỉnh An Giang",
          "Ban hành Quy định quản lý vỉa hè")],
        [("31/2024/QĐ-UBND", "replaces", "45/2016/QĐ-UBND")],
    ),
    "ended in part (mẫu 04): number, date and name in one cell": (
        [["STT", "Tên loại văn bản",
          "Số, ký hiệu; ngày, tháng, năm ban hành văn bản; tên gọi của văn bản/trích yếu nội dung của văn bản",
          "Nội dung, quy định hết hiệu lực", "Lý do hết hiệu lực", "Ngày hết hiệu lực"],
         ["1", "Nghị quyết", "12/2015/NQ-HĐND ngày 10/12/2015 quy định mức thu học phí", "Khoản 2 Điều 3",
          "Được sửa đổi bởi Nghị quyết số 20/2024/NQ-HĐND ngày 10/7/2024", "20/7/2024"]],
        [("Nghị quyết", "12/2015/NQ-HĐND", "2015-12-10", "Hội đồng nhân dân tỉnh", "quy định mức thu học phí")],
        [("20/2024/NQ-HĐND", "amends", "12/2015/NQ-HĐND")],
    ),
    "incoming mail (NĐ 30/2020), number and symbol in two columns": (
        [["Ngày đến", "Số đến", "Tác giả", "Số", "Ký hiệu", "Ngày tháng", "Tên loại và trích yếu nội dung"],
         ["02/01/2024", "01", "UBND tỉnh An Giang", "83", "KH-UBND", "29/12/2023",
          "Kế hoạch triển khai Nghị quyết số 18-NQ/TW"],
         ["03/01/2024", "02", "Sở Tài chính", "1127", "STC-NS", "02/01/2024", "V/v quyết toán ngân sách"]],
        [("Kế hoạch", "83/KH-UBND", "2023-12-29", "Ủy ban nhân dân tỉnh An Giang", "triển khai Nghị quyết số 18-NQ/TW"),
         ("Công văn", "1127/STC-NS", "2024-01-02", "Sở Tài chính", "V/v quyết toán ngân sách")],
        [("83/KH-UBND", "implements", "18-NQ/TW")],
    ),
    "outgoing mail (NĐ 30/2020)": (
        [["Số, ký hiệu văn bản", "Ngày tháng văn bản", "Tên loại và trích yếu nội dung văn bản", "Người ký",
          "Nơi nhận văn bản", "Đơn vị, người nhận bản lưu", "Số lượng bản", "Ghi chú"],
         ["15/BC-SNV", "05/3/2024", "Báo cáo kết quả rà soát văn bản", "A", "UBND tỉnh", "VT", "3", ""]],
        [("Báo cáo", "15/BC-SNV", "2024-03-05", "Sở Nội vụ", "kết quả rà soát văn bản")],
        [],
    ),
    "a portal's table of search results": (
        [["#", "Số hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", "Hiệu lực từ", "Tình trạng hiệu lực"],
         ["1", "15/2020/NĐ-CP", "03/02/2020", "Chính phủ", "Quy định xử phạt vi phạm hành chính", "15/04/2020",
          "Còn hiệu lực"]],
        [("Nghị định", "15/2020/NĐ-CP", "2020-02-03", "Chính phủ", "Quy định xử phạt vi phạm hành chính")],
        [],
    ),
    "column names of a data base": (
        [["id", "so_ky_hieu", "loai_van_ban", "ngay_ban_hanh", "co_quan_ban_hanh", "trich_yeu", "van_ban_bi_thay_the"],
         ["7", "28/2025/TT-BTP", "Thông tư", "2025-12-25", "Bộ Tư pháp", "Quy định về công chứng",
          "Thông tư số 01/2021/TT-BTP ngày 03/02/2021"]],
        [("Thông tư", "28/2025/TT-BTP", "2025-12-25", "Bộ Tư pháp", "Quy định về công chứng")],
        [("28/2025/TT-BTP", "replaces", "01/2021/TT-BTP")],
    ),
    "heads in capitals over two lines": (
        [["TT", "SỐ VÀ KÝ HIỆU VĂN BẢN", "NGÀY, THÁNG, NĂM", "TRÍCH YẾU NỘI DUNG", "ĐƯỢC THAY THẾ BẰNG"],
         ["", "", "", "", ""],
         ["1", "07/2019/QĐ-UBND", "ngày 12 tháng 02 năm 2019", "Ban hành đơn giá", "Quyết định 09/2023/QĐ-UBND"]],
        [("Quyết định", "07/2019/QĐ-UBND", "2019-02-12", "Ủy ban nhân dân tỉnh", "Ban hành đơn giá")],
        [("09/2023/QĐ-UBND", "replaces", "07/2019/QĐ-UBND")],
    ),
    "a Party office's book": (
        [["Số TT", "Số, ký hiệu", "Ngày VB", "Nơi gửi", "Trích yếu"],
         ["1", "24 - NQ/TU", "05/11/2023", "Tỉnh ủy An Giang", "Nghị quyết về chuyển đổi số"]],
        [("Nghị quyết", "24-NQ/TU", "2023-11-05", "Tỉnh ủy An Giang", "Nghị quyết về chuyển đổi số")],
        [],
    ),
    "a head over two others": (
        [["STT", "Văn bản", "", "", "Ghi chú"],
         ["", "Số, ký hiệu", "Ngày ban hành", "Trích yếu", ""],
         ["1", "5/KH-UBND", "03-02-2024", "về cải cách hành chính", "đã gửi"]],
        [("Kế hoạch", "5/KH-UBND", "2024-02-03", "Ủy ban nhân dân tỉnh", "về cải cách hành chính")],
        [],
    ),
    "documents that were checked, with what they rest on": (
        [["STT", "Số/ký hiệu", "Ngày ký", "Về việc", "Căn cứ"],
         ["1", "31/2024/QĐ-UBND", "05.9.2024", "quản lý vỉa hè",
          "Luật Đường bộ số 35/2024/QH15; Nghị định số 15/2020/NĐ-CP ngày 03/02/2020"]],
        [("Quyết định", "31/2024/QĐ-UBND", "2024-09-05", "Ủy ban nhân dân tỉnh", "quản lý vỉa hè")],
        [("31/2024/QĐ-UBND", "based_on", "15/2020/NĐ-CP"), ("31/2024/QĐ-UBND", "based_on", "35/2024/QH15")],
    ),
}  # fmt: skip


def _written(lines: Lines, delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(lines)
    return out.getvalue()


def _facts(found: list[Extraction]) -> Facts:
    own = [extraction.documents[0] for extraction in found]
    provincial = ("Hội đồng nhân dân tỉnh", "Ủy ban nhân dân tỉnh", "Tỉnh ủy")
    bodies = [" ".join(filter(None, (d.issuer, d.place if d.issuer in provincial else ""))) for d in own]
    return [(d.type, d.code, d.date, body or None, d.title) for d, body in zip(own, bodies, strict=True)]


def _edges(found: list[Extraction]) -> Edges:
    edges = set()
    for extraction in found:
        codes = {d.id: d.code or d.name or d.id for d in extraction.documents}
        edges |= {(codes[r.subject], r.predicate, codes[r.object]) for r in extraction.relations
                  if r.predicate not in ("issued_by", "cites")}  # fmt: skip
    return sorted(edges)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("name", LAYOUTS)
def test_a_register_is_recognised_by_its_heads(name: str, delimiter: str, tmp_path: Path) -> None:
    lines, entries, edges = LAYOUTS[name]
    path = tmp_path / "so.csv"
    path.write_text(_written(lines, delimiter), encoding="utf-8-sig")
    pairs = list(import_register(path))
    found = [extraction for _, extraction in pairs]
    assert _facts(found) == entries
    assert _edges(found) == edges
    for source, extraction in pairs:
        assert "→ number" in source.metadata["columns"] or "→ count" in source.metadata["columns"]
        for relation in extraction.relations:
            e = relation.evidence
            assert source.text[e.start : e.end] == e.text


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_same_register_in_a_workbook(name: str, tmp_path: Path) -> None:
    xlsx = pytest.importorskip("openpyxl")
    pytest.importorskip("python_calamine")
    lines, entries, edges = LAYOUTS[name]
    book = xlsx.Workbook()
    sheet = book.active
    sheet.title = "Sổ 2024"
    for line in lines:
        sheet.append([cell or None for cell in line])
    book.save(tmp_path / "so.xlsx")
    found = list(import_register(tmp_path / "so.xlsx"))
    assert _facts([extraction for _, extraction in found]) == entries
    assert _edges([extraction for _, extraction in found]) == edges
    assert all("so.xlsx#Sổ 2024!" in source.name for source, _ in found)


def test_what_ended_and_when(tmp_path: Path) -> None:
    whole, part = list(LAYOUTS)[:2]
    for name, kind, day in ((whole, "ended", "2024-09-15"), (part, "ended", None)):
        path = tmp_path / "dm.csv"
        path.write_text(_written(LAYOUTS[name][0]), encoding="utf-8")
        ((_, found),) = import_register(path)
        (effect,) = found.effects
        assert (effect.kind, effect.date, bool(effect.provisions)) == (kind, day, day is None)
        assert all(r.partial == (day is None) for r in found.relations if r.evidence.rule == "register")


ODD = [
    ["Ngày", "Văn bản nào", "Tóm lược"],
    ["03/02/2024", "5/KH-UBND", "về cải cách"],
    ["04/02/2024", "", "không có số"],
]


def test_columns_are_mapped_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "la.csv"
    path.write_text(_written(ODD), encoding="utf-8")
    with graph.open(tmp_path / "g.db", create=True) as known:
        with pytest.raises(
            LuocdoError, match=r"0 trong 2 dòng có số, ký hiệu \(các cột: Ngày, Văn bản nào, Tóm lược\)"
        ):
            load(known, path)
        loaded = load(known, path, profile="columns:number=Văn bản nào, date=Ngày, title=Tóm lược")
        assert (loaded.rows, loaded.others) == (1, 1)
        own = known.document("5/KH-UBND")
        assert (own.date, own.title) == ("2024-02-03", "về cải cách")
    for wrong in ("so=Văn bản nào", "date=Ngày", "number"):
        with pytest.raises(LuocdoError, match="--columns"):
            list(import_register(path, f"columns:{wrong}"))


def test_the_template_is_a_profile_that_loads(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from graph.cli import run

    template = tmp_path / "ho-so.toml"
    assert run(["import", "--profile-template", str(template)]) == 0
    assert run(["import", "--profile-template", str(template)]) == 2  # nobody's profile is written over
    path = tmp_path / "dm.csv"
    path.write_text("Số, ký hiệu;Ngày ban hành;Trích yếu\n5/KH-UBND;03/02/2024;về cải cách\n", encoding="utf-8")
    assert run(["import", str(path), "-g", str(tmp_path / "g.db"), "-p", str(template)]) == 0
    assert (
        run(["import", str(path), "-g", str(tmp_path / "h.db"), "--columns", "number=Số, ký hiệu,title=Trích yếu"]) == 0
    )
    said = capsys.readouterr().err
    assert "Danh mục của tôi: 1 văn bản" in said and "các cột: Số, ký hiệu → number; Trích yếu → title" in said
    assert run(["import", "-g", str(tmp_path / "h.db")]) == 2
