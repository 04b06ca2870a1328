"""What is shown for a relation."""

from __future__ import annotations

from marked import read, related

from graph.model import Document, Mention, Pinpoint
from graph.relations.evidence import LIMIT
from graph.relations.relate import relate

OWN = "Quyết định 44/2025/QĐ-TTg"
HEAD = "QUYẾT ĐỊNH\nVề chính sách\n\nCăn cứ [hp|Hiến pháp];\n\nĐiều 1. Nội dung.\n\n"


def test_evidence_is_the_clause_around_subject_cue_and_object() -> None:
    marked = (
        HEAD + "Điều 2. Sở báo cáo. Theo [kh|Kế hoạch số 5/KH-SCT] thực hiện [nq|Nghị quyết số 18-NQ/TW] của "
        "Trung ương, các đơn vị đã rà soát. Câu sau không thuộc về quan hệ."
    )
    text, documents, mentions = read(OWN, marked)
    relation = next(r for r in relate(text, documents, mentions) if r.predicate == "implements")
    evidence = relation.evidence
    assert evidence.text == text[evidence.start : evidence.end]
    assert evidence.text == (
        "Theo Kế hoạch số 5/KH-SCT thực hiện Nghị quyết số 18-NQ/TW của Trung ương, các đơn vị đã rà soát."
    )
    assert text[evidence.cue_start : evidence.cue_end] == "thực hiện" == evidence.cue
    assert evidence.rule == "direct"
    assert 0 < evidence.confidence <= 1


def test_evidence_is_bounded_and_trimmed() -> None:
    long = "rất dài " * 400
    marked = HEAD + f"*{long}* [kh|Kế hoạch số 5/KH-SCT] thực hiện [nq|Nghị quyết số 18-NQ/TW] {long}"
    for relation in related(OWN, marked):
        evidence = relation.evidence
        assert len(evidence.text) <= LIMIT
        assert evidence.text == evidence.text.strip(" \n*")
        assert evidence.start <= evidence.cue_start < evidence.cue_end <= evidence.end


def test_a_late_item_shows_itself_and_points_to_the_head_of_the_list() -> None:
    items = "\n\n".join(f"{n}. [d{n}|Quyết định số {n}/2004/QĐ-TTg] về việc thứ {n}." for n in range(1, 41))
    text, documents, mentions = read(OWN, HEAD + "Điều 9. Bãi bỏ các quyết định sau:\n\n" + items)
    last = next(r for r in relate(text, documents, mentions) if r.object == "d40")
    assert last.evidence.text == "Quyết định số 40/2004/QĐ-TTg về việc thứ 40."
    assert text[last.evidence.cue_start : last.evidence.cue_end] == "Bãi bỏ"


def test_each_relation_once_with_its_first_evidence() -> None:
    sentence = "[kh|Kế hoạch số 5/KH-SCT] thực hiện [nq|Nghị quyết số 18-NQ/TW].\n\n"
    found = [r for r in related(OWN, HEAD + sentence * 5) if r.predicate == "implements"]
    assert len(found) == 1
    text, _, _ = read(OWN, HEAD + sentence * 5)
    assert found[0].evidence.start == text.index("Kế hoạch số 5")


def test_no_relation_of_a_document_with_itself() -> None:
    marked = (
        HEAD + "[kh|Kế hoạch số 5/KH-SCT] thay thế [kh|Kế hoạch số 5/KH-SCT]. Quyết định này bãi bỏ [self|Quyết định]."
    )
    assert {r.predicate for r in related(OWN, marked)} == {"based_on"}


def test_order_is_by_place() -> None:
    marked = (
        HEAD + "Điều 2. Bãi bỏ [b|Quyết định số 2/2004/QĐ-TTg]; [a|Quyết định số 1/2003/QĐ-TTg].\n\n"
        "Điều 3. Bãi bỏ [c|Quyết định số 3/2002/QĐ-TTg]."
    )
    found = related(OWN, marked)
    assert [r.evidence.start for r in found] == sorted(r.evidence.start for r in found)
    assert found[0].object == "hp"
    assert found == related(OWN, marked)


def test_pinpoints_of_the_mention_are_those_of_a_partial_relation() -> None:
    text = "NGHỊ ĐỊNH\nVề hải quan\n\nCăn cứ Hiến pháp;\n\nĐiều 9. Bãi bỏ khoản 2 Điều 7 của Nghị định số 5/2019/NĐ-CP."
    start = text.index("Nghị định số 5")
    pinpoint = Pinpoint((("điều", "7"), ("khoản", "2")), "khoản 2 Điều 7")
    documents = [
        Document(id="self", type="Nghị định", code="9/2025/NĐ-CP", issuer="Chính phủ", is_source=True),
        Document(id="nd", type="Nghị định", code="5/2019/NĐ-CP", issuer="Chính phủ"),
    ]
    mentions = [Mention("nd", start, len(text) - 1, text[start:-1], (pinpoint,))]
    (relation,) = relate(text, documents, mentions)
    assert (relation.predicate, relation.partial, relation.pinpoints) == ("amends", True, (pinpoint,))
