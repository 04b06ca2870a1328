"""Who of the Party's centre decided: the head, the preamble, the signature say it; the symbol ("/TW") does not."""

from __future__ import annotations

import pytest
from facts import source

MOTTO = "ĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 05 tháng 3 năm 2026\n\n"
KINDS = [("QUY ĐỊNH", "QĐ"), ("NGHỊ QUYẾT", "NQ"), ("CHỈ THỊ", "CT"), ("KẾT LUẬN", "KL"), ("HƯỚNG DẪN", "HD")]


def paper(head: str, kind: str, code: str, preamble: str = "", end: str = "") -> str:
    return (
        f"{head}Số 80-{code}/TW\n\n{MOTTO}{kind}\nvề công tác cán bộ\n\n- Căn cứ Điều lệ Đảng;\n{preamble}\n"
        f"Điều 1. Phạm vi.\n{end}"
    )


@pytest.mark.parametrize(("kind", "code"), KINDS)
@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("BỘ CHÍNH TRỊ\n*\n", "Bộ Chính trị"),
        ("BAN BÍ THƯ\n*\n", "Ban Bí thư"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\nBỘ CHÍNH TRỊ\n*\n", "Bộ Chính trị"),
        ("BAN CHẤP HÀNH TRUNG ƯƠNG\n*\n", "Ban Chấp hành Trung ương"),
        ("", "Ban Chấp hành Trung ương"),
    ],
)
def test_the_head_says_who(kind: str, code: str, head: str, issuer: str) -> None:
    assert source(paper(head, kind, code)).issuer == issuer


@pytest.mark.parametrize(
    ("preamble", "end", "issuer"),
    [
        ("Bộ Chính trị quy định về công tác cán bộ như sau:\n", "", "Bộ Chính trị"),
        ("Ban Bí thư quyết định:\n", "", "Ban Bí thư"),
        ("**Bộ Chính trị quyết định:**\n", "", "Bộ Chính trị"),
        ("", "\nT/M BỘ CHÍNH TRỊ\nTỔNG BÍ THƯ\n", "Bộ Chính trị"),
        ("", "\nT/M BAN BÍ THƯ\n", "Ban Bí thư"),
        ("", "\nBộ Chính trị quyết định và ban hành các chủ trương. Có hai việc:\n", "Ban Chấp hành Trung ương"),
    ],
)
def test_other_places_say_who(preamble: str, end: str, issuer: str) -> None:
    assert source(paper("BAN CHẤP HÀNH TRUNG ƯƠNG\n*\n", "QUY ĐỊNH", "QĐ", preamble, end)).issuer == issuer
