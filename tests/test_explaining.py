"""Why no relation reaches a citation: the clause as tokens, and what stopped it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from graph import explaining, labels
from graph.explaining import Unreached, unreached
from graph.pipeline import extract
from graph.relations import lexicon

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n\nSố: 50/2025/QĐ-UBND\nQuảng Ngãi, ngày 10 tháng 5 năm 2025\n\n"
    "QUYẾT ĐỊNH\nVề việc quản lý cây xanh\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Phạm vi\nQuyết định này quy định về cây xanh.\n\n"
    "Điều 2. Quy định khác\n\n"
)
OTHER = "Quyết định số 77/2020/QĐ-UBND"


def why(sentence: str) -> list[Unreached]:
    return unreached(HEAD + sentence + "\n")


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        (f"Cơ quan chuyên môn thực hiện hồ sơ theo {OTHER}.", "stop"),
        (f"Mẫu đơn tại {OTHER} không còn phù hợp.", "no cue"),
        (f"Sở Xây dựng trình dự thảo Quyết định thay thế {OTHER}.", "draft"),
        (f"Sở Xây dựng không thực hiện {OTHER}.", "guard"),
        (f"Mức chi được sửa đổi theo quy định tại {OTHER}.", "nobody acts"),
    ],
)
def test_the_reason_is_named(sentence: str, verdict: str) -> None:
    (row,) = why(sentence)
    assert (row.text, row.verdict) == (OTHER, verdict)
    assert row.provision is not None and labels.provision(row.provision) == "Điều 2"
    for lang in labels.LANGUAGES:
        assert labels.verdict(row.verdict, lang) != row.verdict


def test_the_token_that_stopped_it_stands_where_it_says() -> None:
    sentence = f"Cơ quan chuyên môn thực hiện hồ sơ theo {OTHER}."
    (row,) = why(sentence)
    at = (HEAD + sentence).index("theo ")
    assert row.stop is not None and (row.stop.words, row.stop.start) == ("theo", at)
    assert [("/".join(w.kinds), w.words) for w in row.clause if set(w.kinds) & {"CUE", "STOP", "DOC"}] == [
        ("CUE/TITLE", "thực hiện"),
        ("STOP", "theo"),
        ("DOC", OTHER),
    ]
    assert labels.verdict("stop", "vi", words="theo", start=at) == f"dừng ở “theo” ({at})"
    assert labels.verdict("stop", "en", words="theo", start=at) == f"stopped by “theo” at {at}"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_offsets_are_those_of_the_text_as_it_was_read(form: str) -> None:
    text = unicodedata.normalize(form, HEAD + f"Cơ quan chuyên môn thực hiện hồ sơ theo {OTHER}.\n")  # type: ignore[arg-type]
    (row,) = unreached(text)
    assert unicodedata.normalize("NFC", row.text) == OTHER == unicodedata.normalize("NFC", text[row.start : row.end])
    assert all(text[w.start :].startswith(unicodedata.normalize(form, w.words)) for w in row.clause)  # type: ignore[arg-type]
    assert row.stop is not None and text[row.stop.start :].startswith("theo")


def test_what_a_relation_reaches_is_not_listed() -> None:
    assert why(f"Quyết định này thay thế {OTHER}.") == []
    assert why(f"{OTHER} hết hiệu lực kể từ ngày Quyết định này có hiệu lực.") == []
    listed = why(f"Quyết định này thay thế {OTHER}. Mẫu đơn tại Quyết định số 78/2020/QĐ-UBND vẫn dùng được.")
    assert [row.text for row in listed] == ["Quyết định số 78/2020/QĐ-UBND"]


def test_the_clause_ends_where_the_sentence_does() -> None:
    (row,) = why(f"Sở Xây dựng thực hiện báo cáo; mẫu đơn tại {OTHER} không còn phù hợp. Bãi bỏ mọi thủ tục.")
    assert "thực hiện" not in [w.words for w in row.clause] and "Bãi bỏ" not in [w.words for w in row.clause]


def test_every_verdict_of_the_engine_has_its_sentence() -> None:
    """The words in which the engine notes a verdict, as its source has them."""
    room = Path(lexicon.__file__).parent
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(room.glob("*.py")))
    noted = set(re.findall(r'(?:verdict = |note\(slot, )"([^"]+)"', source))
    barred = (room / "actors.py").read_text(encoding="utf-8").split("def barred(")[1].split("\ndef ")[0]
    noted |= set(re.findall(r'return "(\w+)"', barred))
    assert len(noted) > 12
    assert noted <= set(labels.VERDICTS)


def test_every_kind_of_token_has_a_name() -> None:
    bits = {name: value for name, value in vars(lexicon).items() if name.isupper() and isinstance(value, int)}
    kinds = {
        name for name, value in bits.items() if value > 0 and value & (value - 1) == 0 and not name.startswith("_")
    }
    assert set(lexicon._POSITION_KINDS.values()) | set(lexicon.KINDS.values()) <= {bit for _, bit in explaining._KINDS}
    assert {name for name, _ in explaining._KINDS} == kinds


@pytest.mark.parametrize("text", ["", "\x00", "Điều 5. " * 50, "theo " * 500, OTHER, f"{OTHER}, " * 300, "“((" * 100])
def test_any_text_is_accepted(text: str) -> None:
    for row in unreached(text):
        assert text[row.start : row.end] == row.text


def test_what_is_listed_is_in_the_extraction() -> None:
    text = HEAD + f"Cơ quan chuyên môn thực hiện hồ sơ theo {OTHER}.\n"
    mentions = {(m.start, m.end): m.document for m in extract(text).mentions}
    assert all(row.documents[0] == mentions[row.start, row.end] for row in unreached(text))
