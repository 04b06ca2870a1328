"""The tables know what real texts use; skipped where the collection of texts is not at hand."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from graph.domain import acts_by_name, bodies_by_code, place_by_name, type_by_name, types_by_code
from graph.normalise import normalise

SHARED = Path(__file__).resolve().parents[2] / "../shared"
REGISTER = SHARED / "corpus/congbao-register.json"
SENTENCES = SHARED / "eval/vnlegaltext/val.jsonl"


@pytest.mark.skipif(not REGISTER.exists(), reason="no register at hand")
def test_register_codes_and_types() -> None:
    rows = json.loads(REGISTER.read_text(encoding="utf-8"))
    symbols = [normalise(row["so_hieu"] or "").text for row in rows]
    unknown = []
    for symbol in symbols:
        codes = [part for part in re.split(r"[/-]", symbol) if part and not part[0].isdigit()]
        if codes and not any(bodies_by_code(code) for code in codes):
            unknown.append(symbol)
    assert len(unknown) <= len(symbols) * 0.01, unknown
    assert {row["loai"] for row in rows if type_by_name(row["loai"]) is None} == set()


@pytest.mark.skipif(not REGISTER.exists(), reason="no register at hand")
def test_register_type_matches_code() -> None:
    """Where a symbol has a type code, the register's type is among those the table gives for it."""
    rows = json.loads(REGISTER.read_text(encoding="utf-8"))
    wrong = []
    for row in rows:
        found = re.match(r"\d+[a-z]?(?:/\d{4})?/([^/\-\d]+)[-/]", normalise(row["so_hieu"] or "").text)
        kinds = types_by_code(found[1]) if found else ()
        if kinds and type_by_name(row["loai"]) not in kinds:
            wrong.append((row["so_hieu"], row["loai"]))
    assert len(wrong) <= len(rows) * 0.01, wrong


@pytest.mark.skipif(not REGISTER.exists(), reason="no register at hand")
def test_every_act_of_the_register_is_known() -> None:
    for row in json.loads(REGISTER.read_text(encoding="utf-8")):
        kind, title = normalise(row["loai"]).text, normalise(row["trich_yeu"]).text.strip(" .")
        if kind not in {"Luật", "Pháp lệnh"}:
            continue
        name = title if re.match("(?i)(bộ )?luật|pháp lệnh", title) else f"{kind} {title}"
        date = "-".join(reversed(row["ngay"].split("/")))
        assert (row["so_hieu"], date) in [(act.code, act.date) for act in acts_by_name(name)], name


@pytest.mark.skipif(not SENTENCES.exists(), reason="no sentences at hand")
def test_names_of_acts_in_sentences() -> None:
    known = total = 0
    behind = re.compile(r",?\s+(?:(?:được Quốc hội thông qua )?ngày .*|số \d.*|(?:năm )?\d{4}.*)$", re.DOTALL)
    for line in SENTENCES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        for start, end, label in row["spans"]:
            if label in {"L", "BL", "PL", "HP"}:
                total += 1
                known += bool(acts_by_name(behind.sub("", normalise(row["text"][start:end]).text)))
    assert known / total >= 0.975


@pytest.mark.skipif(not (SHARED / "domain/reorg_2025.csv").exists(), reason="no list of mergers at hand")
def test_every_merged_province_is_known() -> None:
    for line in (SHARED / "domain/reorg_2025.csv").read_text(encoding="utf-8").splitlines():
        if line.startswith("province,"):
            _, old, new, *_ = line.split(",")
            place = place_by_name(old)
            assert place is not None and place.successor == new
