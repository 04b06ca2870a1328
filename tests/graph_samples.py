"""Small texts and what they say, made by hand: no extractor is needed to test the store."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph.identity.urn import issuer_id, make_urn
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Document, Evidence, Extraction, Finding, Issuer, Mention, Relation, Source

# a whole paper, for tests that read texts
DECREE = """CHÍNH PHỦ
Số: 30/2020/NĐ-CP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Hà Nội, ngày 05 tháng 3 năm 2020

NGHỊ ĐỊNH
Về công tác văn thư

Căn cứ Luật Tổ chức Chính phủ số 76/2015/QH13 ngày 19 tháng 6 năm 2015;

Điều 1. Phạm vi điều chỉnh
1. Nghị định này quy định về công tác văn thư.
2. Nghị định này áp dụng đối với cơ quan, tổ chức nhà nước.

Điều 38. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành kể từ ngày ký.
2. Nghị định này thay thế Nghị định số 110/2004/NĐ-CP ngày 08 tháng 4 năm 2004 của Chính phủ về công tác văn thư.
"""
UBND = {"issuer": "Ủy ban nhân dân tỉnh", "place": "Quảng Ngãi"}
NQ18 = {"code": "18-NQ/TW", "type": "Nghị quyết", "date": "2017-10-25", "issuer": "Ban Chấp hành Trung ương"}
NQ18_OPEN = {"code": "18-NQ/TW", "type": "Nghị quyết"}
NQ18_LAND = {**NQ18, "date": "2022-06-16", "title": "đất đai"}
KH83 = {"code": "83/KH-UBND", "type": "Kế hoạch", "date": "2018-06-04", **UBND}
KH125 = {"code": "125-KH/TU", "type": "Kế hoạch", "date": "2018-04-05", "issuer": "Tỉnh ủy", "place": "Quảng Ngãi"}
KH1127 = {
    "code": "1127/KH-SCT", "type": "Kế hoạch", "date": "2018-06-18", "issuer": "Sở Công Thương", "place": "Quảng Ngãi",
}  # fmt: skip
QD32 = {"code": "32/2020/QĐ-UBND", "type": "Quyết định", "date": "2020-11-24", **UBND}
QD40 = {"code": "40/2015/QĐ-UBND", "type": "Quyết định", "date": "2015-08-18", **UBND}
LAND = {"code": "31/2024/QH15", "type": "Luật", "name": "Luật Đất đai", "date": "2024-01-18", "issuer": "Quốc hội"}


def doc(**facts: Any) -> Document:
    """A document with the id that the extractor would give it."""
    urn = make_urn(
        jurisdiction_place=facts.get("place"),
        issuer=facts.get("issuer"),
        type=facts.get("type"),
        date=facts.get("date"),
        year=None,
        number=facts.get("code"),
        extra=facts.get("name"),
        term=facts.get("term"),
    )
    return Document(id=urn, **facts)


def text(
    name: str,
    own: dict[str, Any],
    *statements: tuple[dict[str, Any] | Document, str, dict[str, Any] | Document],
    format: str = "txt",
) -> tuple[Source, Extraction]:
    """A text with its own document and statements (subject, predicate, object), each a sentence and two mentions."""
    documents: dict[str, Document] = {}

    def known(facts: dict[str, Any] | Document, is_source: bool = False) -> Document:
        found = facts if isinstance(facts, Document) else doc(**facts, is_source=is_source)
        return documents.setdefault(found.id, found)

    source = known(own, is_source=True)
    words = f"{source.type} số {source.code}\n"
    mentions: list[Mention] = []
    relations: list[Relation] = []
    for subject, predicate, object in statements:
        one, other = known(subject), known(object)
        start = len(words)
        for document, cue in ((one, f" {predicate} "), (other, ".\n")):
            label = f"{document.type} số {document.code}"
            mentions.append(Mention(document.id, len(words), len(words) + len(label), label, rule="symbol"))
            words += label + cue
        sentence = words[start:-1]
        cue_start = start + sentence.index(predicate)
        evidence = Evidence(start, len(words) - 1, sentence, predicate, cue_start, cue_start + len(predicate), 0.9)
        relations.append(Relation(one.id, predicate, other.id, evidence))
    issuers = {}
    for document in documents.values():
        if document.issuer:
            id = issuer_id(document.issuer, document.place)
            issuers[id] = Issuer(id, document.issuer, document.place)
            evidence = Evidence(0, 5, words[:5])
            relations.append(Relation(document.id, "issued_by", id, evidence))
    return Source(name, words, format), Extraction(
        name, tuple(documents.values()), tuple(mentions), tuple(relations), tuple(issuers.values())
    )


def a_graph(path: Path, texts: Iterable[tuple[Source, Extraction]]) -> KnowledgeGraph:
    """A graph of these texts, open for writing."""
    graph = open_graph(path, create=True)
    for source, extraction in texts:
        graph.ingest(source, extraction)
    graph.settle()
    return graph


def dump(graph: KnowledgeGraph) -> str:
    """Everything that the graph says, in its own order."""
    parts = (
        graph.documents(),
        graph.issuers(),
        graph.relations(),
        graph.mentions(),
        graph.findings(),
        graph.sources(),
        graph.statuses().items(),
        graph.loaded().items(),
    )
    return "\n".join(repr(row) for part in parts for row in part)


REPORT = text(
    "report",
    {"type": "Báo cáo", "code": "21/BC-SCT", "date": "2021-04-20", "issuer": "Sở Công Thương", "place": "Quảng Ngãi"},
    (KH1127, "implements", KH125),
    (KH1127, "implements", KH83),
    (KH125, "implements", NQ18),
    (KH83, "implements", NQ18),
    (QD32, "replaces", QD40),
)
CITING = text("citing", {**KH83}, (KH83, "implements", NQ18_OPEN))
LETTER = {"type": "Công văn", "code": "5/SCT-TTr", "date": "2023-01-05", **UBND}
LATER = text("later", LETTER, (KH125, "cites", NQ18_LAND))
FINDING = Finding("impossible-issuer", "Không có thẩm quyền.", (), 0, 5)
