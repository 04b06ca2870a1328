"""A code that a body of the centre and bodies of provinces signed with, in a citation without a day."""

from __future__ import annotations

import pytest

from graph import extract


@pytest.mark.parametrize(
    ("words", "issuer"),
    [
        ("Quyết định số 595/QĐ-BHXH", None),
        ("Quyết định số 595/QĐ-BHXH ngày 14/4/2017", "Bảo hiểm xã hội Việt Nam"),
        ("Quyết định số 595/QĐ-BHXH của Bảo hiểm xã hội Việt Nam", "Bảo hiểm xã hội Việt Nam"),
        ("Quyết định số 595/QĐ-BHXH của Bảo hiểm xã hội tỉnh Bắc Ninh", "Bảo hiểm xã hội tỉnh"),
        ("Quyết định số 595/QĐ-BTC", "Bộ Tài chính"),
    ],
)
def test_who_issued_it(words: str, issuer: str | None) -> None:
    (found,) = [d for d in extract(f"Theo tin của báo.\n\nTheo {words} thì được.\n").documents if not d.is_source]
    assert found.issuer == issuer
