"""Subjects that articles name by other words than "Nghị định này", and what stands between a document and its verb."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_HEAD = "Tin mới về đất đai\n\n"
_OLD = (
    "Nghị định số 43/2014/NĐ-CP",
    "Nghị định 43/2014/NĐ-CP ngày 15/5/2014 của Chính phủ",
    "Nghị định số 43/2014/NĐ-CP ngày 15 tháng 5 năm 2014 của Chính phủ quy định chi tiết thi hành một số điều của Luật"
    " Đất đai",
)
_NEW = ("Nghị định số 101/2024/NĐ-CP", "Nghị định 101/2024/NĐ-CP ngày 29/7/2024 của Chính phủ")


def _changes(text: str) -> set[tuple[str | None, str, str | None]]:
    result = extract(_HEAD + text + "\n")
    codes = {d.id: d.code for d in result.documents}
    wanted = {"replaces", "repeals", "amends"}
    return {(codes[r.subject], r.predicate, codes[r.object]) for r in result.relations if r.predicate in wanted}


@pytest.mark.parametrize(
    "words",
    [
        # what the sentence before has told of
        "Chính phủ ban hành {new}. Đây là văn bản thay thế {old}.",
        "Chính phủ ban hành {new}. Đây là Nghị định thay thế {old}.",
        "Chính phủ ban hành {new}. Theo đó, đây là văn bản thay thế {old}.",
        "Chính phủ ban hành {new}. Nghị định nói trên thay thế {old}.",
        "Chính phủ ban hành {new}. Nghị định trên sẽ thay thế {old}.",
        "Chính phủ ban hành {new}. Nghị định chính thức thay thế {old}.",
        # what is issued and will do so from its day on
        "Chính phủ ban hành {new}. Nghị định này sẽ thay thế {old}.",
        "Chính phủ ban hành {new}. Theo đó, Nghị định này sẽ thay thế {old}.",
        "{new} sẽ thay thế {old}.",
        "{new} sẽ chính thức thay thế {old}.",
        "Kể từ ngày 15/10/2024, {new} sẽ thay thế {old}.",
        # the day of its force without a comma behind it
        "{new} có hiệu lực từ 15/10/2024 thay thế {old}.",
        "{new} có hiệu lực thi hành kể từ ngày 15 tháng 10 năm 2024 thay thế {old}.",
        "Tiêu chí theo {new} có hiệu lực từ ngày 15/10/2024 thay thế {old}.",
        # who came in its place
        "{old} không còn hiệu lực vì đã có {new} thay thế.",
        "{old} hết hiệu lực do có {new} thay thế.",
        "Hiện {old} đã có {new} thay thế nên không áp dụng nữa.",
        # what it is now
        "Hồ sơ theo {old} (nay là {new}).",
        "Hồ sơ theo {old}, nay là {new}.",
        "Trước đây là {old}, nay là {new}.",
        "{old} (hiện nay là {new}) quy định như sau.",
        "{old} đã hết hiệu lực (thay bằng {new}).",
    ],
)
def test_who_replaces(words: str) -> None:
    for old, new in product(_OLD, _NEW):
        text = words.format(old=old, new=new)
        assert _changes(text) == {("101/2024/NĐ-CP", "replaces", "43/2014/NĐ-CP")}, text


@pytest.mark.parametrize(
    "words",
    [
        "Dự thảo {new} sẽ thay thế {old}.",
        "Nếu được thông qua, {new} sẽ thay thế {old}.",
        "{new} sẽ không thay thế {old}.",
        "Luật Đất đai (sửa đổi) sẽ thay thế Luật Đất đai 2013.",
        "Căn cứ {new}, Bộ sẽ thay thế {old}.",
        "Bộ đang lấy ý kiến dự thảo Nghị định. Đây là văn bản thay thế {old}.",
        "Chính phủ ban hành {new}. Đây là cơ sở để thay thế {old}.",
        "{old} của Bộ Giao thông vận tải (nay là Bộ Xây dựng theo {new}) quy định về đường.",
        "{old} của Bộ Giao thông vận tải (nay là Bộ Xây dựng) và {new} quy định về đường.",
        "Đất này thuộc {old}, nay là quy định tại {new}.",
        "Luật Đất đai 2013 nay là cơ sở để ban hành {old}.",
    ],
)
def test_who_does_not(words: str) -> None:
    for old, new in product(_OLD[:2], _NEW):
        text = words.format(old=old, new=new)
        assert _changes(text) == set(), text
