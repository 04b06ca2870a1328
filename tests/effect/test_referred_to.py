"""A clause that opens by referring to a document ("Theo A, …") says of something else that it takes effect or ends."""

from __future__ import annotations

from itertools import product

import pytest

import graph

ARTICLE = "Quy định mới về hồ sơ\n\n"
RULE = "Nghị định 187/2025/NĐ-CP"
OLD = "Nghị định 34/2016/NĐ-CP"
REFERENCES = (
    "Theo",
    "Căn cứ",
    "Theo quy định tại",
    "Theo khoản 2 Điều 30",
    "Căn cứ vào quy định tại Điều 30",
    "Tuy nhiên, theo Điều 30",
    "Theo điểm a, khoản 2 Điều 30 của",
    "Khác với",
    "So với",
    "Để hướng dẫn",
    "Từ khi có",
)
JOINTS = (",", " thì")
THINGS = ("giấy phép đã cấp", "các mẫu giấy tờ cũ", "hộ chiếu", "thời hạn nộp hồ sơ")
STATES = ("hết hiệu lực từ ngày 01/7/2025", "có hiệu lực đến ngày 01/7/2026", "tiếp tục có giá trị đến hết 31/12/2026")


def times(sentence: str) -> set[tuple[str | None, str]]:
    found = graph.extract(f"{ARTICLE}{sentence}.\n")
    codes = {d.id: d.code for d in found.documents}
    return {(codes[e.document], e.kind) for e in found.effects}


@pytest.mark.parametrize(("reference", "joint", "thing", "state"), list(product(REFERENCES, JOINTS, THINGS, STATES)))
def test_a_thing_is_not_the_document(reference: str, joint: str, thing: str, state: str) -> None:
    assert times(f"{reference} {RULE}{joint} {thing} {state}") == set()


@pytest.mark.parametrize(("reference", "joint"), list(product(REFERENCES, JOINTS)))
def test_another_document_ends(reference: str, joint: str) -> None:
    assert times(f"{reference} {RULE}{joint} {OLD} hết hiệu lực kể từ ngày 01/7/2025") == {(OLD.split()[-1], "ended")}


@pytest.mark.parametrize(
    "sentence",
    [
        "Theo {}, có hiệu lực từ ngày 01/7/2025, hồ sơ gồm hai bộ",
        "Theo Điều 30 {} (có hiệu lực từ ngày 01/7/2025) quy định về hồ sơ như sau",
        "Thuế được giảm theo {} có hiệu lực từ ngày 01/7/2025",
        "Theo Bộ Tài chính, {} có hiệu lực từ ngày 01/7/2025",
        "Theo đó, {} có hiệu lực từ ngày 01/7/2025",
    ],
)
def test_the_document_itself(sentence: str) -> None:
    assert times(sentence.format(RULE)) == {(RULE.split()[-1], "in-force")}
