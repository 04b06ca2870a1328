"""What tests ask of an extraction, in one line each."""

from __future__ import annotations

from typing import Any

import pytest

from graph import extract
from graph.model import Document, Extraction, Mention


def bug(reason: str) -> pytest.MarkDecorator:
    """Marks an example that is right but not yet read so: the test fails as soon as it is."""
    return pytest.mark.xfail(strict=True, reason=reason)


def wrong(*values: Any, why: str, id: str | None = None) -> Any:
    """A row of a table that the program does not read right yet."""
    return pytest.param(*values, marks=bug(why), id=id)


def cited(text: str) -> list[tuple[str, Document]]:
    """Each mention's words with the document it means, in text order."""
    result = extract(text)
    return [(m.text, result.document(m.document)) for m in result.mentions]


def mentions(text: str) -> list[str]:
    """The words of the mentions."""
    return [m.text for m in extract(text).mentions]


def codes(text: str) -> list[str | None]:
    """The codes of the mentioned documents, mention by mention."""
    return [d.code for _, d in cited(text)]


def only(text: str) -> Document:
    """The one document that a text cites (by one mention or several)."""
    found = {d.id: d for _, d in cited(text)}
    assert len(found) == 1, [(words, d.code or d.name) for words, d in cited(text)]
    return next(iter(found.values()))


def source(text: str) -> Document:
    """The document that a text is."""
    document = extract(text).source_document
    assert document is not None
    return document


def mention_of(result: Extraction, words: str) -> Mention:
    """The first mention with these words."""
    found = next((m for m in result.mentions if m.text == words), None)
    assert found is not None, [m.text for m in result.mentions]
    return found


def relations(text: str) -> set[tuple[str | None, str, str | None]]:
    """Stated relations as (subject, predicate, object), each document by its code, name or type; without `cites` and
    `issued_by`."""
    result = extract(text)
    label = {d.id: d.code or d.name or d.type for d in result.documents}
    return {
        (label[r.subject], r.predicate, label[r.object])
        for r in result.relations
        if r.predicate not in ("cites", "issued_by")
    }


def issuers_of(text: str, code: str) -> list[tuple[str, str | None]]:
    """Name and place of the issuers of the document with this code."""
    result = extract(text)
    rows = {i.id: i for i in result.issuers}
    document = next(d for d in result.documents if d.code == code)
    found = [rows[r.object] for r in result.relations if r.predicate == "issued_by" and r.subject == document.id]
    return sorted({(i.name, i.place) for i in found}, key=str)


# The head of a provincial paper: what stands below it is read in the light of its own place.
PROVINCE_HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
-------
Số: 83/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Quảng Ngãi, ngày 04 tháng 6 năm 2018

KẾ HOẠCH
Cải cách hành chính năm 2018

"""
