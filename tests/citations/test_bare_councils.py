"""A head that says no more than "ỦY BAN NHÂN DÂN": the rest of the paper tells its level and its place."""

from __future__ import annotations

import pytest

from graph.citations.header import read_header

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
SIGNED = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
# head, place-and-date line, enacting line, preamble, signature, recipients; issuer and place
PAPERS = [
    ("", "Mường Lát, ngày 25", "ỦY BAN NHÂN DÂN XÃ MƯỜNG LÁT", "", SIGNED, "", "Ủy ban nhân dân xã", "Mường Lát"),
    ("", "Mường Lát, ngày 25", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MƯỜNG LÁT", "", "CHỦ TỊCH", "",
     "Chủ tịch Ủy ban nhân dân xã", "Mường Lát"),
    ("", "Mường Lát, ngày 25", "ỦY BAN NHÂN DÂN XÃ", "", SIGNED, "", "Ủy ban nhân dân xã", "Mường Lát"),
    ("", "Ngày 25", "", "", "TM. ỦY BAN NHÂN DÂN XÃ MƯỜNG LÁT\nCHỦ TỊCH", "", "Ủy ban nhân dân xã", "Mường Lát"),
    ("", "Mộ Đức, ngày 25", "", "", "TM. ỦY BAN NHÂN DÂN HUYỆN\nCHỦ TỊCH", "", "Ủy ban nhân dân huyện", "Mộ Đức"),
    ("", "Xã Mường Lát, ngày 25", "", "", SIGNED, "", "Ủy ban nhân dân xã", "Mường Lát"),
    ("", "Mường Lát, ngày 25", "", "Theo đề nghị của Trưởng phòng Kinh tế xã Mường Lát;", SIGNED, "",
     "Ủy ban nhân dân xã", "Mường Lát"),
    ("", "Mường Lát, ngày 25", "", "", SIGNED, "- Đảng ủy, HĐND xã Mường Lát;", "Ủy ban nhân dân xã", "Mường Lát"),
    ("", "Vinh, ngày 25", "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN", "", SIGNED, "", "Ủy ban nhân dân tỉnh", "Nghệ An"),
    ("", "Thanh Hóa, ngày 25", "", "", SIGNED, "", "Ủy ban nhân dân tỉnh", "Thanh Hóa"),
    (" PHƯỜNG", "Cao Lãnh, ngày 25", "", "", SIGNED, "", "Ủy ban nhân dân phường", "Cao Lãnh"),
    # the country is the seat of nobody's committee: rows of registers have it whose own is unknown
    ("", "Việt Nam, ngày 25", "", "", SIGNED, "", "Ủy ban nhân dân tỉnh", None),
    # no level is said anywhere: none is made up
    ("", "Mường Lát, ngày 25", "", "", SIGNED, "- UBND tỉnh Thanh Hóa (b/c);", "Ủy ban nhân dân", "Mường Lát"),
]  # fmt: skip


@pytest.mark.parametrize(("level", "dated", "enacting", "preamble", "signed", "sent", "issuer", "place"), PAPERS)
def test_whose_paper_it_is(
    level: str, dated: str, enacting: str, preamble: str, signed: str, sent: str, issuer: str, place: str | None
) -> None:
    header = read_header(
        f"ỦY BAN NHÂN DÂN{level}\nSố: 60/QĐ-UBND\n{MOTTO}{dated} tháng 7 năm 2025\nQUYẾT ĐỊNH\nVề việc phê duyệt kế"
        f" hoạch\n{enacting}\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n{preamble}\nĐiều 1."
        f" Phê duyệt kế hoạch.\nNơi nhận:\n{sent}\n{signed}\n"
    )
    assert (header.issuer, header.place) == (issuer, place)


@pytest.mark.parametrize("name", ["TÂN KỲ", "KIM HỘI", "PHÚ NĂM"])
def test_the_last_word_of_a_name_may_open_titles_elsewhere(name: str) -> None:
    header = read_header(f"ỦY BAN NHÂN DÂN\nXÃ {name}\n-------\nSố: 11/KH-UBND\nKẾ HOẠCH\nNăm 2025\n")
    assert header.place == name.title()
