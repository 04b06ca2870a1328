"""Texts and mentions that nobody wrote for this: no crash, nothing wrong in shape, time that grows with the length."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import steps

from graph.model import Document, Mention
from graph.relations.relate import relate

SOURCE = Document(id="self", type="Quyết định", code="44/2025/QĐ-TTg", issuer="Thủ tướng Chính phủ", is_source=True)
WORDS = [
    "thực hiện", "sửa đổi, bổ sung", "bãi bỏ", "hết hiệu lực", "được sửa đổi bởi", "Căn cứ", "Quyết định này",
    "thay thế", ";", ",", ".", ":", "(", ")", "“", "”", "\n", "\n\n", "|", "*", "1.", "a)", "-", "Điều 2.", "và", "của",
    "kể từ ngày", "có hiệu lực", "dự thảo", "một số điều", "\x0c", "CÔNG BÁO/Số 1/Ngày 02-02-2026", "İ", "\ud800",
    "\u0301", "[1]", "QUYẾT ĐỊNH",
]  # fmt: skip


def build(pieces: list[str]) -> tuple[str, list[Document], list[Mention]]:
    """A text of pieces; each piece that is a number is a citation of the document with that number."""
    documents, mentions, parts, length = {"self": SOURCE}, [], [], 0
    for piece in pieces:
        words = f"Quyết định số {piece}/2004/QĐ-TTg" if piece.isdigit() else piece
        if piece.isdigit():
            documents.setdefault(piece, Document(id=piece, type="Quyết định", code=f"{piece}/2004/QĐ-TTg"))
            mentions.append(Mention(piece, length, length + len(words), words))
        parts.append(words)
        length += len(words) + 1
    return " ".join(parts), list(documents.values()), mentions


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(["1", "2", "3", "4"])), max_size=60))
def test_any_text(pieces: list[str]) -> None:
    text, documents, mentions = build(pieces)
    ids = {d.id for d in documents}
    found = relate(text, documents, mentions)
    assert len({(r.subject, r.predicate, r.object) for r in found}) == len(found)
    for relation in found:
        evidence = relation.evidence
        assert relation.subject != relation.object
        assert {relation.subject, relation.object} <= ids
        assert evidence.text == text[evidence.start : evidence.end]
        assert 0 <= evidence.cue_start <= evidence.cue_end <= len(text)
        assert 0 < evidence.confidence <= 1


def test_nothing_to_relate() -> None:
    assert relate("", [SOURCE], []) == []
    assert relate("Kế hoạch", [], [Mention("x", 0, 8, "Kế hoạch")]) == []
    assert relate("Kế hoạch", [SOURCE], [Mention("unknown", 0, 8, "Kế hoạch"), Mention("self", 3, 3, "")]) == []


def counted(pieces: list[str]) -> int:
    """Calls that the relations of a text take."""
    text, documents, mentions = build(pieces)
    return steps(lambda: relate(text, documents, mentions))


GROWING: list[tuple[str, Callable[[int], list[str]]]] = [
    ("a list without end", lambda n: ["Bãi bỏ", *(str(i) for i in range(n))]),
    ("a list with semicolons", lambda n: ["Bãi bỏ", *(p for i in range(n) for p in (str(i), ";"))]),
    ("a chain", lambda n: [p for i in range(n) for p in (str(i), "sửa đổi")]),
    ("passives", lambda n: [p for i in range(n) for p in (str(i), "được sửa đổi bởi")]),
    ("open parentheses", lambda n: [p for i in range(n) for p in (str(i), "(")]),
    ("open quotations", lambda n: [p for i in range(n) for p in (str(i), "“")]),
    ("cues without objects", lambda n: ["1", *["thực hiện"] * n, "2"]),
    ("endings", lambda n: [p for i in range(n) for p in (str(i), "hết hiệu lực ;")]),
    ("pins", lambda n: ["1", "sửa đổi", *["khoản 1 Điều"] * n, "2"]),
    ("line breaks", lambda n: ["1", *["\n"] * n, "thực hiện", "2"]),
    ("markup", lambda n: ["1", *["*|"] * n, "thực hiện", "2"]),
]


@pytest.mark.parametrize("pieces", [grow for _, grow in GROWING], ids=[name for name, _ in GROWING])
def test_work_grows_with_the_length(pieces: Callable[[int], list[str]]) -> None:
    counted(pieces(10))  # tables and patterns are built on first use
    small, large = counted(pieces(200)), counted(pieces(800))
    assert large <= 6 * small + 2000
