"""The table of cues: what it may hold, and that a row is enough for a new cue."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import re

import pytest
from graph.relations.cues import FORWARD, GAP, CueTable, load
from marked import facts

from graph.domain.table import read_table
from graph.errors import LuocdoError
from graph.model import PREDICATES

HEAD = "BÁO CÁO\nCông tác năm 2018\n\nI. TÌNH HÌNH\n\n"


def with_row(predicate: str, phrase: str, position: str) -> CueTable:
    """The table as delivered and one row more."""
    row = {
        "predicate": predicate,
        "phrase": phrase,
        "position": position,
        "confidence": "0.9",
        "notes": "",
        "source": "",
    }
    return load([*read_table("cues"), row])


# predicate, phrase, position, a sentence, the new fact
NEW = [
    ("implements", "hưởng ứng", "active", "Theo [a|Kế hoạch số 5/KH-SCT] hưởng ứng [b|Chỉ thị số 07/CT-TTg].", "a implements b"),
    ("replaces", "thế chỗ", "active", "Nay [a|Quyết định số 5/QĐ-SCT] thế chỗ [b|Quyết định số 4/QĐ-SCT].", "a replaces b"),
    ("amends", "được chỉnh lý", "passive", "[b|Quyết định số 4/QĐ-SCT] được chỉnh lý bởi [a|Quyết định số 5/QĐ-SCT].", "a amends b"),
    ("suspends", "tạm dừng … áp dụng", "active", "[a|Quyết định số 5/QĐ-SCT] tạm dừng ngay việc áp dụng [b|Quyết định số 4/QĐ-SCT].", "a suspends b"),
]  # fmt: skip


@pytest.mark.parametrize(("predicate", "phrase", "position", "sentence", "fact"), NEW)
def test_a_new_row_is_a_new_cue(predicate: str, phrase: str, position: str, sentence: str, fact: str) -> None:
    assert facts("Báo cáo 15/BC-SCT", HEAD + sentence) == set()
    assert facts("Báo cáo 15/BC-SCT", HEAD + sentence, with_row(predicate, phrase, position)) == {fact}


def test_a_new_row_behind_the_document() -> None:
    own, head = "Quyết định 9/2025/QĐ-UBND", "QUYẾT ĐỊNH\nVề phí\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Phí.\n\n"
    article = "Điều 2. [a|Quyết định số 4/2019/QĐ-UBND] thôi áp dụng kể từ ngày Quyết định này có hiệu lực."
    assert facts(own, head + article) == set()
    assert facts(own, head + article, with_row("repeals", "thôi áp dụng", "post")) == {"self repeals a"}


@pytest.mark.parametrize(
    ("phrase", "position", "sentence"),
    [
        ("phác thảo", "blocker", "[a|Kế hoạch số 5/KH-SCT] về phác thảo thực hiện [b|Chỉ thị số 07/CT-TTg]."),
        ("hầu như", "guard", "[a|Kế hoạch số 5/KH-SCT] hầu như thực hiện [b|Chỉ thị số 07/CT-TTg]."),
        ("thực hiện xong", "friend", "[a|Kế hoạch số 5/KH-SCT] thực hiện xong [b|Chỉ thị số 07/CT-TTg]."),
    ],
)
def test_a_new_row_that_forbids(phrase: str, position: str, sentence: str) -> None:
    table = with_row("", phrase, position)
    assert facts("Báo cáo 15/BC-SCT", HEAD + sentence, table) == set()


@pytest.mark.parametrize(
    ("predicate", "position"),
    [("implement", "active"), ("implements", "between"), ("", "active"), ("implements", "blocker"), ("cites", "")],
)
def test_a_bad_row_is_one_line_of_words(predicate: str, position: str) -> None:
    with pytest.raises(LuocdoError, match=r"cues\.csv") as caught:
        with_row(predicate, "thay", position)
    assert "\n" not in str(caught.value)


def test_every_delivered_row_is_found_by_its_own_phrase() -> None:
    table = load(read_table("cues"))
    for cue in table.cues:
        text = " " + cue.phrase.replace(f" {GAP} ", " bốn năm ") + " "
        if cue.position == "friend":
            assert not [h for h in table.find(text) if h.cue.phrase == cue.phrase]
        elif cue.position in FORWARD:
            assert cue in [hit.cue for hit in table.find(text)]
            shouted = text.upper()
            assert all(table.may_hold(t, 0, 0, len(t)) for t in (text, text.capitalize(), shouted))
        elif cue.position == "post":
            assert any(pattern.search(text) for pattern, other in table.post if other is cue)
        else:
            assert table.blocker.search(text) or table.guard.search(text) or table.name.search(text)


def test_rows_are_well_formed() -> None:
    rows = list(read_table("cues"))
    keys = [(row["phrase"], row["position"]) for row in rows]
    assert len(keys) == len(set(keys))
    for row in rows:
        assert row["predicate"] in {*PREDICATES, ""}
        assert re.fullmatch(r"0\.\d+|1", row["confidence"])
        assert row["source"]
