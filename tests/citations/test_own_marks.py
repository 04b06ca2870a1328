"""Letters that companies number as they like are found by their whole mark, before the day or the writer."""

from __future__ import annotations

from itertools import product

import pytest

import graph

_MARKS = [
    "2025-005/SAV-HQ",
    "20251022/CV-HD",
    "01/CV-01",
    "01-10/2025/CV-TKV",
    "128.2025/OL.WMV",
    "01.2025/CV-ABC",
    "CV-01/2025",
    "ABC-HN-20251121-01",
    "838/CCTKV.XII-NVDTPC.HUE",
]
_WORDS = ["công văn số ", "Công văn số ", "văn bản số ", "Công văn số: "]
_BEHIND = [
    " ngày 20/11/2025 của Công ty TNHH An Phát về thuế suất.",
    " ngày 20 tháng 11 năm 2025 đề nghị hướng dẫn.",
    ", ngày 20/11/2025 của Công ty TNHH An Phát.",
]


@pytest.mark.parametrize(("mark", "words"), list(product(_MARKS, _WORDS)))
def test_the_whole_mark(mark: str, words: str) -> None:
    for behind in _BEHIND:
        text = f"Trả lời {words}{mark}{behind}"
        extraction = graph.extract(text)
        found = [(d.type, d.code, d.date) for d in extraction.documents if not d.is_source]
        assert found == [("Công văn", mark, "2025-11-20")], text
        assert not extraction.findings


def test_the_writer_alone_behind_it() -> None:
    (_, letter) = graph.extract("Trả lời công văn số 01-10/2025/CV-TKV của Công ty TNHH Tokoko về thuế.").documents
    assert (letter.code, letter.issuer) == ("01-10/2025/CV-TKV", "Công ty TNHH Tokoko")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Mẫu số 01/CV-01 ngày 20/11/2025 của Bộ Tài chính.", []),
        ("Trả lời công văn số 2025-005/SAV-HQ về thuế.", []),  # neither a day nor a writer
        ("Công văn số 123/BTC-TCT ngày 20/11/2025 của Bộ Tài chính.", ["123/BTC-TCT"]),
        ("Quyết định số 12/QĐ-TTg ngày 20/11/2025 của Thủ tướng Chính phủ.", ["12/QĐ-TTg"]),
        ("Công văn số 123/BTC-TCT1 ngày 20/11/2025 của Bộ Tài chính.", ["123/BTC-TCT"]),  # the mark of a footnote
        ("Ngày 20/11/2025, số 12.345 của Công ty.", []),
    ],
)
def test_what_has_no_mark_of_its_own(text: str, codes: list[str]) -> None:
    assert [d.code for d in graph.extract(text).documents if not d.is_source] == codes


@pytest.mark.parametrize(
    ("mark", "kind", "code"),
    [
        ("324/QTR-KTr2", "Công văn", "324/QTR-KTr2"),
        ("3257/QTR-QLDN1", "Công văn", "3257/QTR-QLDN1"),
        ("12/TTH-QLT", "Công văn", "12/TTH-QLT"),
        ("12/QTR-SNV", "Quy trình", "12/QTr-SNV"),
        ("12/TTR-UBND", "Tờ trình", "12/TTr-UBND"),
        ("12/TTR-PTC", "Tờ trình", "12/TTr-PTC"),
    ],
)
def test_capitals_of_a_province_are_no_type(mark: str, kind: str, code: str) -> None:
    extraction = graph.extract(f"Theo {kind} số {mark} ngày 22/7/2025 về thuế.")
    assert [(d.type, d.code) for d in extraction.documents if not d.is_source] == [(kind, code)]
    assert not extraction.findings
