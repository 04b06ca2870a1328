"""Heads of the unions' papers: their presidium signs for them (ĐCT is the code of several); a name may lose its ends
("TỔNG LIÊN ĐOÀN LAO ĐỘNG" in the narrow cell of a table)."""

from __future__ import annotations

import pytest

from graph import extract


@pytest.mark.parametrize(
    ("lines", "number", "issuer"),
    [
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG", "134/HD-TLĐ", "tong.lien.doan.lao.dong.viet.nam"),
        ("TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\nĐOÀN CHỦ TỊCH", "12/NQ-ĐCT", "tong.lien.doan.lao.dong.viet.nam"),
        ("HỘI LIÊN HIỆP PHỤ NỮ", "12/KH-ĐCT", "trung.uong.hoi.lien.hiep.phu.nu.viet.nam"),
        ("HỘI LHPN VIỆT NAM\nĐOÀN CHỦ TỊCH", "12/KH-ĐCT", "trung.uong.hoi.lien.hiep.phu.nu.viet.nam"),
        (
            "ỦY BAN TRUNG ƯƠNG MTTQ VIỆT NAM",
            "12/NQ-ĐCT",
            "doan.chu.tich.uy.ban.trung.uong.mat.tran.to.quoc.viet.nam",
        ),
    ],
)
def test_who_issued_it(lines: str, number: str, issuer: str) -> None:
    text = f"{lines}\nSố: {number}\nHà Nội, ngày 07 tháng 02 năm 2017\n\nKẾ HOẠCH\nVề việc đổi mới\n"
    assert extract(text).documents[0].id.split(":")[3] == issuer
