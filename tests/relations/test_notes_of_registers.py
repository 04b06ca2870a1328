"""Registers whose rows note what changed the document ("Văn bản sửa đổi, bổ sung: …"), the names below or behind."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from itertools import product

import pytest
from statements import stated

HEAD = (
    "BỘ LAO ĐỘNG\nSố: 225/QĐ-BLĐTBXH\nQUYẾT ĐỊNH\nCông bố kết quả\n\nPHỤ LỤC\n(Ban hành kèm theo Quyết định số "
    "225/QĐ-BLĐTBXH)\nDANH MỤC VĂN BẢN CÒN HIỆU LỰC\n"
)
ROWS = [
    "3\nNghị định \nSố 31/2015/NĐ-CP       \nngày 24/3/2015 \nQuy định điều kiện đầu tư\nnghề nghiệp\n15/5/2015 \n",
    "3.  \nNghị định \nSố 31/2015/NĐ-CP  \nngày 24/3/2015 \nQuy định chi tiết một số điều về việc làm\n15/5/2015 \n",
    "3. Nghị định số 31/2015/NĐ-CP ngày 24/3/2015 của Chính phủ quy định phụ cấp\n",
]
LABELS = [
    "- Hết hiệu lực một phần \n- Văn bản sửa đổi, bổ sung, \nthay thế, bãi bỏ một phần: ",
    "- Văn bản sửa đổi, bổ sung: ",
    "Văn bản sửa đổi: ",
    "- Văn bản sửa đổi, bổ sung, thay thế, bãi bỏ một phần:",
]
FIRST = (
    "Nghị định số 140/2018/NĐ-CP \nngày 08/10/2018 của Chính \nphủ sửa đổi, bổ sung các Nghị định liên quan đến đầu tư"
)
SECOND = "Nghị định số 15/2019/NĐ-CP ngày 01/02/2019 của Chính phủ quy định chi tiết một số điều"
NOTES = [
    f"{FIRST}\n",
    f"\n+ {FIRST}\n+ {SECOND}\n",
    f"\n+ {FIRST};\n\n+ {SECOND}.\n",
    f"{FIRST}; {SECOND}\n",
    f"{FIRST} và {SECOND}\n",
    f"\n- {FIRST}\n- {SECOND}\n",
    f"\n+ {FIRST}\n\n \n\n57\nCÔNG BÁO/Số 319 + 320/Ngày 05-3-2024\n+ {SECOND}\n",
]
NEXT = ["", "4\nNghị định \nSố 113/2015/NĐ-CP  \nngày 09/10/2015 \nQuy định phụ cấp đặc thù\n01/01/2016\n"]


@pytest.mark.parametrize(("row", "label"), list(product(ROWS, LABELS)))
def test_what_a_row_notes_changed_its_document(row: str, label: str) -> None:
    for note, behind in product(NOTES, NEXT):
        expected = {("140/2018/NĐ-CP", "amends", "31/2015/NĐ-CP")}
        if SECOND in note:
            expected.add(("15/2019/NĐ-CP", "amends", "31/2015/NĐ-CP"))
        found = stated(HEAD + row + label + note + behind, of=("amends", "replaces", "repeals"))
        assert found == expected, (note, behind)


BASES = ("Chỉ thị số 45-CT/TW ngày 22/7/2010 của Bộ Chính trị", "Luật Di sản văn hóa ngày 23/11/2024")


@pytest.mark.parametrize(
    ("led", "blank", "mark"), list(product(("Căn cứ", "CĂN CỨ", "Căn cứ:"), ("\n", "\n\n"), "-–+"))
)
def test_bases_below_their_word_alone(led: str, blank: str, mark: str) -> None:
    items = blank.join(f"{mark} {base};" for base in BASES)
    text = f"UBND TỈNH A\nSố: 12/KH-UBND\nKẾ HOẠCH\nTổ chức lễ hội\n{blank}{led}{blank}{items}\nUBND tỉnh ban hành như sau:\n"
    found = stated(text, of=("based_on",))
    assert found == {("12/KH-UBND", "based_on", "45-CT/TW"), ("12/KH-UBND", "based_on", "45/2024/QH15")}


TAX = "Căn cứ Thông tư số 28/2011/TT-BTC ngày 28/02/2011 của Bộ Tài chính"


@pytest.mark.parametrize("verb", ["hướng dẫn thi hành", "hướng dẫn", "quy định chi tiết thi hành"])
@pytest.mark.parametrize("law", ["một số điều của Luật Quản lý thuế", "Luật Quản lý thuế"])
def test_a_law_guides_no_decree(verb: str, law: str) -> None:
    text = (
        "UBND TỈNH A\nSố: 48/2012/QĐ-UBND\nQUYẾT ĐỊNH\nVề cơ chế thu thuế\n"
        f"{TAX} {verb} {law} {verb} Nghị định số 85/2007/NĐ-CP ngày 25/5/2007 và Nghị định số 106/2010/NĐ-CP ngày "
        "28/10/2010 của Chính phủ;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành quy định.\n"
    )
    found = {(subject, target) for subject, _, target in stated(text, of=("guides",))}
    assert {("28/2011/TT-BTC", "85/2007/NĐ-CP"), ("28/2011/TT-BTC", "106/2010/NĐ-CP")} <= found
    assert {subject for subject, _ in found} == {"28/2011/TT-BTC"}


@pytest.mark.parametrize(
    "verbs", ["phê duyệt và tổ chức thực hiện", "ban hành và triển khai", "phê duyệt và thực hiện"]
)
@pytest.mark.parametrize("objects", ["các Đề án tại Quyết định", "Quyết định"])
def test_a_verb_joined_to_that_of_the_title(verbs: str, objects: str) -> None:
    text = (
        "UBND TỈNH A\nSố: 51/KH-UBND\nKẾ HOẠCH\nNăm 2013\n"
        f"Thực hiện Quyết định số 1133/QĐ-TTg ngày 15/7/2013 của Thủ tướng Chính phủ {verbs} {objects} số 409/QĐ-TTg ngày "
        "09/4/2012 của Thủ tướng Chính phủ; Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n"
    )
    assert stated(text) == {
        ("51/KH-UBND", "implements", "1133/QĐ-TTg"),
        ("1133/QĐ-TTg", "implements", "409/QĐ-TTg"),
    }


@pytest.mark.parametrize("ended", ["bị thay thế bởi", "đã được thay thế bằng", "bị bãi bỏ bởi"])
@pytest.mark.parametrize("since", ["khi", "từ 01/7/2022 khi", "kể từ ngày"])
def test_what_ended_before_does_not_end_again(ended: str, since: str) -> None:
    text = (
        f"Thông tư số 153/2010/TT-BTC {ended} Thông tư số 39/2014/TT-BTC; Thông tư số 40/2014/TT-BTC hết hiệu lực {since} "
        "Thông tư số 78/2021/TT-BTC có hiệu lực."
    )
    predicate = "repeals" if "bãi bỏ" in ended else "replaces"
    assert stated(text) == {
        ("39/2014/TT-BTC", predicate, "153/2010/TT-BTC"),
        ("78/2021/TT-BTC", "repeals", "40/2014/TT-BTC"),
    }
