"""Archives and tables: every document inside, whatever the others are; nothing leads out of them or blows up."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from graph.errors import LuocdoError
from graph.model import Source
from graph.reading import Failed, Options, members_of_bytes, read, read_all, read_bytes, read_each

from .samples import docx, paragraph, zipped

TEXT = "Quyết định số 5/QĐ-UBND\n"


def _outcomes(data: bytes, options: Options | None = None) -> list[tuple[str, str]]:
    """(name, text or reason) of everything inside."""
    found = members_of_bytes(data, "goi.zip", options or Options())
    return [(item.name, item.text if isinstance(item, Source) else item.reason) for item in found]


def test_an_archive_gives_all_its_documents_in_order() -> None:
    pytest.importorskip("lxml")
    data = zipped({
        "b/2.txt": TEXT, "b/1.md": TEXT, "a.docx": docx(paragraph("một")), "__MACOSX/._a": "x", ".DS_Store": "x",
        "inner.zip": zipped({"z.txt": TEXT}), "rong.txt": "",
        "ảnh/x.xlsx": zipped({"[Content_Types].xml": "x", "xl/workbook.xml": "x"}),
    })  # fmt: skip
    found = _outcomes(data)
    assert [name for name, _ in found] == [
        "goi.zip/a.docx", "goi.zip/b/1.md", "goi.zip/b/2.txt", "goi.zip/inner.zip/z.txt", "goi.zip/rong.txt",
        "goi.zip/ảnh/x.xlsx",
    ]  # fmt: skip
    assert dict(found)["goi.zip/a.docx"] == "một\n"
    assert dict(found)["goi.zip/rong.txt"] == "goi.zip/rong.txt: tệp rỗng"
    assert "bảng tính hỏng" in dict(found)["goi.zip/ảnh/x.xlsx"]


def test_names_that_lead_out_are_labels_only(tmp_path: Path) -> None:
    data = zipped({"../../etc/passwd.txt": TEXT, "/tuyet/doi.txt": TEXT, "C:\\x\\y.txt": TEXT})
    names = [name for name, _ in _outcomes(data)]
    assert names == ["goi.zip/C:/x/y.txt", "goi.zip/etc/passwd.txt", "goi.zip/tuyet/doi.txt"]
    assert list(tmp_path.iterdir()) == []


def test_names_in_old_code_pages() -> None:
    data = zipped({"quyxet.txt": TEXT}).replace(b"quyxet.txt", "quế".encode() + b"t.txt")
    assert [name for name, _ in _outcomes(data)] == ["goi.zip/quết.txt"]


def _bomb(size: int) -> bytes:
    return zipped({"bom.txt": b"a" * size, "tot.txt": TEXT})


def test_a_zip_bomb_is_not_unpacked() -> None:
    found = dict(_outcomes(_bomb(30 << 20)))
    assert "bom nén" in found["goi.zip/bom.txt"]
    assert found["goi.zip/tot.txt"] == TEXT


def test_a_bomb_that_lies_about_its_size_is_cut_off() -> None:
    data = bytearray(_bomb(3 << 20))
    at = data.find(b"PK\x01\x02")  # the directory says 10 bytes; so does the header
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    data[22:26] = (10).to_bytes(4, "little")
    found = dict(_outcomes(bytes(data), Options(max_text_bytes=1 << 20)))
    assert found["goi.zip/bom.txt"].startswith("goi.zip/bom.txt: ")
    assert len(found["goi.zip/bom.txt"]) < 200


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (Options(max_members=1), "quá nhiều tệp"),
        (Options(max_depth=0), "lồng nhau quá sâu"),
    ],
)
def test_archives_have_limits(options: Options, reason: str) -> None:
    with pytest.raises(LuocdoError, match=reason):
        _outcomes(zipped({"1.txt": TEXT, "2.txt": TEXT}), options)


def test_all_that_is_unpacked_is_counted() -> None:
    many = zipped({f"{n:02}.txt": TEXT * 100 for n in range(20)})
    found = _outcomes(many, Options(max_archive_bytes=10 * len((TEXT * 100).encode())))
    assert len(found) == 11 and "quá nhiều dữ liệu" in found[-1][1]


def test_archives_within_archives_end() -> None:
    data = zipped({"0.txt": TEXT})
    for _ in range(5):
        data = zipped({"sau.zip": data})
    (found,) = _outcomes(data)
    assert "lồng nhau quá sâu" in found[1]


def test_links_in_archives_are_not_followed() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("lien-ket")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "là liên kết" in _outcomes(buffer.getvalue())[0][1]


def test_entities_in_a_docx_are_refused() -> None:
    pytest.importorskip("lxml")
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    body = f'<!DOCTYPE x [<!ENTITY a0 "hahaha">{lines}]><w:document xmlns:w="x"><w:p>&a9;</w:p></w:document>'
    data = zipped({"[Content_Types].xml": "x", "word/document.xml": body})
    with pytest.raises(LuocdoError, match="khai báo thực thể"):
        read_bytes(data, "bom.docx")


def test_one_document_or_all(tmp_path: Path) -> None:
    path = tmp_path / "goi.zip"
    path.write_bytes(zipped({"1.txt": TEXT}))
    assert read(path).text == TEXT
    path.write_bytes(zipped({"1.txt": TEXT, "2.txt": TEXT, "3.txt": ""}))
    with pytest.raises(LuocdoError, match="chứa nhiều văn bản"):
        read(path)
    found: list[Source] = []
    with pytest.raises(LuocdoError, match=r"3\.txt: tệp rỗng"):
        found.extend(read_all(path))
    items = list(read_each(path))
    assert [isinstance(item, Failed) for item in items] == [False, False, True]


ROWS = [
    {"id": 7, "so_hieu": "5/QĐ-UBND", "noi_dung": TEXT},
    {"id": 8, "noi_dung": ""},
    {"id": 9, "noi_dung": "Nghị định\r\nhai dòng"},
]


def test_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "tap.txt"
    lines = [json.dumps(row, ensure_ascii=False) for row in ROWS]
    path.write_text("\n".join([lines[0], "", lines[1], "{hỏng", "[1]", lines[2]]), encoding="utf-8")
    items = list(read_each(path))
    assert [item.name.rpartition("#")[2] for item in items] == ["1", "3", "4", "5", "6"]
    assert isinstance(items[0], Source) and items[0].text == TEXT
    assert items[0].metadata == {"id": "7", "so_hieu": "5/QĐ-UBND"}
    assert [item.reason.partition(": ")[2] for item in items if isinstance(item, Failed)] == [
        "cột noi_dung trống", "không phải JSON hợp lệ", "không phải đối tượng JSON",
    ]  # fmt: skip
    last = items[-1]
    assert isinstance(last, Source) and last.text == "Nghị định\r\nhai dòng"


def test_a_line_too_long_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "tap.jsonl"
    path.write_text('{"text": "a"}\n{"text": "' + "b" * 5000 + '"}\n{"text": "c"}\n', encoding="utf-8")
    items = list(read_each(path, Options(max_text_bytes=1000)))
    assert [item.text if isinstance(item, Source) else item.reason for item in items] == [
        "a", f"{path}#2: dòng quá dài (giới hạn 1 KB)", "c",
    ]  # fmt: skip


def test_the_text_column_is_asked_for_where_it_is_not_clear(tmp_path: Path) -> None:
    path = tmp_path / "tap.jsonl"
    path.write_text('{"a": "một", "b": "hai"}\n', encoding="utf-8")
    with pytest.raises(LuocdoError, match="không biết cột nào"):
        list(read_each(path))
    (item,) = read_each(path, Options(text_column="b"))
    assert isinstance(item, Source) and item.text == "hai"


def test_parquet(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "tap"
    parquet.write_table(arrow.table({"content": [TEXT] * 200 + [None], "n": list(range(201))}), path)
    items = list(read_each(path))
    assert len(items) == 201 and isinstance(items[-1], Failed)
    assert isinstance(items[150], Source) and items[150].metadata == {"n": "150"}
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(LuocdoError, match="Parquet hỏng"):
        list(read_each(path))
