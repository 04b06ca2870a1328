"""Heads of joint papers of departments: the body above them is no issuer, however their names are led."""

from __future__ import annotations

from itertools import product

import pytest

from graph import extract

SUPERIORS = ["", "UBND TỈNH HÀ TĨNH\n", "ỦY BAN NHÂN DÂN\nTỈNH HÀ TĨNH\n"]
BODIES = [
    "SỞ TÀI CHÍNH - SỞ NÔNG NGHIỆP VÀ PTNT",
    "SỞ TC-SỞ NN&PTNT",
    "SỞ TÀI CHÍNH\nSỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN",
    "LIÊN NGÀNH\nSỞ TÀI CHÍNH - SỞ NÔNG NGHIỆP VÀ PTNT",
    "LIÊN NGÀNH: SỞ TÀI CHÍNH - SỞ NÔNG NGHIỆP VÀ PTNT",
    "LIÊN SỞ TÀI CHÍNH - NÔNG NGHIỆP VÀ PTNT",
]
CODES = ["1786/LN/STC-SNN&PTNT", "1786/HDLN-STC-SNN&PTNT", "1786/HDLS-STC-SNNPTNT", "1786/LN-TC-NN"]


@pytest.mark.parametrize("bodies", BODIES)
@pytest.mark.parametrize("superior", SUPERIORS)
def test_the_body_above_is_no_issuer(superior: str, bodies: str) -> None:
    for code, kind in product(CODES, ("HƯỚNG DẪN LIÊN NGÀNH", "KẾ HOẠCH LIÊN NGÀNH")):
        text = (
            f"{superior}{bodies}\n\nSố: {code}\n\nHà Tĩnh, ngày 10 tháng 10 năm 2011\n\n{kind}\n"
            "Thực hiện chính sách khuyến khích\n\nCăn cứ Quyết định số 24/2011/QĐ-UBND ngày 09/8/2011;"
        )
        result = extract(text)
        own = result.source_document
        assert own is not None
        names = {issuer.id: issuer.name for issuer in result.issuers}
        issued = {names[r.object] for r in result.relations if r.predicate == "issued_by" and r.subject == own.id}
        assert issued == {"Sở Tài chính", "Sở Nông nghiệp và Phát triển nông thôn"}, (code, kind)
