"""Heads whose type line a portal has left out: title and body stand between the number and the preamble."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

_PAPERS = (
    ("63/2006/QĐ-UBND", "Phan Thiết", "ỦY BAN NHÂN DÂN TỈNH BÌNH THUẬN", "Ủy ban nhân dân tỉnh", "Bình Thuận"),
    ("12/2011/QĐ-UBND", "Vị Thanh", "ỦY BAN NHÂN DÂN TỈNH HẬU GIANG", "Ủy ban nhân dân tỉnh", "Hậu Giang"),
    ("15/2009/TT-BTC", "Hà Nội", "BỘ TÀI CHÍNH", "Bộ Tài chính", None),
)
_TITLES = (
    "BAN HÀNH QUY ĐỊNH VỀ HOẠT ĐỘNG CỦA CÔNG BÁO",
    "VỀ VIỆC QUY ĐỊNH MỨC THU PHÍ\nTHAM QUAN DI TÍCH",
    "",
)
_HEADS = (
    "{left} | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nSố: {code} | {seat}, ngày 26 tháng 7 năm 2006 |\n{title}\n{body}\n",
    "{left}\nSố: {code}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{seat}, ngày 26 tháng 7 năm 2006\n\n{title}\n\n{body}\n\n",
)


@pytest.mark.parametrize("head", _HEADS)
@pytest.mark.parametrize(("code", "seat", "body", "issuer", "place"), _PAPERS)
def test_a_head_without_its_type(head: str, code: str, seat: str, body: str, issuer: str, place: str | None) -> None:
    for title, basis in product(_TITLES, ("Căn cứ Luật Đất đai ngày 26/11/2003;", "Xét đề nghị của Sở Tư pháp;")):
        left = body.partition(" TỈNH")[0]
        year = code.split("/")[1]
        text = head.format(left=left, code=code, seat=seat, title=title, body=body).replace("2006 ", f"{year} ")
        text = text.replace("năm 2006", f"năm {year}") + f"{basis}\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy định.\n"
        own = extract(text).source_document
        assert own is not None
        said = (own.code, own.date, own.issuer, own.place, own.title)
        assert said == (code, f"{year}-07-26", issuer, place, " ".join(title.split()) or None), text


ENACTING = [
    ("Quyết định", "QUYẾT ĐỊNH", "ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", "Ủy ban nhân dân tỉnh", "Hà Tĩnh"),
    ("Quyết định", "QUYẾT ĐỊNH", "UỶ BAN NHÂN DÂN TỈNH", "Ủy ban nhân dân tỉnh", None),
    ("Quyết định", "QUYẾT ĐỊNH", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÀ TĨNH", "Chủ tịch Ủy ban nhân dân tỉnh", "Hà Tĩnh"),
    ("Quyết định", "QUYẾT ĐỊNH", "BỘ TRƯỞNG BỘ Y TẾ", "Bộ Y tế", None),
    ("Nghị quyết", "QUYẾT NGHỊ", "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA", "Hội đồng nhân dân tỉnh", "Sơn La"),
    ("Nghị quyết", "QUYẾT NGHỊ", "HỘI ĐỒNG NHÂN DÂN TỈNH SƠN LA\nKHÓA XII", "Hội đồng nhân dân tỉnh", "Sơn La"),
    ("Nghị định", "NGHỊ ĐỊNH", "CHÍNH PHỦ", "Chính phủ", None),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "formula", "body", "issuer", "place"), ENACTING)
def test_a_paper_printed_from_its_type_or_title_on(
    kind: str, formula: str, body: str, issuer: str, place: str | None
) -> None:
    """Pages of portals begin with the type line, or with the title; who decides stands above the preamble."""
    capitals = "VỀ VIỆC BAN HÀNH QUY ĐỊNH\nCHÍNH SÁCH HỖ TRỢ"
    own_type = "NGHỊ QUYẾT" if formula == "QUYẾT NGHỊ" else formula
    for lead, gap in product((f"{own_type}\n", f"Sign In\n\n{own_type}\n", ""), ("\n", "\n\n")):
        basis = "Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015;\nXét đề nghị của Giám đốc Sở,"
        own = extract(f"{lead}{capitals}{gap}{body}{gap}{basis}\n{formula}:\nĐiều 1. Ban hành.").source_document
        assert own is not None
        said = (own.type, own.issuer, own.place, own.title)
        assert said == (kind, issuer, place, " ".join(capitals.split())), (lead, gap)
