"""The tables of cues and words: what they may hold, and that a row is enough."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import re
import unicodedata

import pytest
from marked import facts

from graph.domain.table import match_form, read_table
from graph.errors import LuocdoError
from graph.model import PREDICATES
from graph.relations.lexicon import (
    ACTOR,
    CUE,
    DRAFT,
    GAP,
    GUARD,
    KINDS,
    NAME,
    NEUTRAL,
    PASSIVE,
    PIN,
    POSITIONS,
    POST,
    SETS,
    SIGN,
    THIS,
    TYPE,
    Lexicon,
    Token,
    lexicon,
    load,
)  # fmt: skip
from graph.structure.flat import flatten

HEAD = "BÁO CÁO\nCông tác năm 2018\n\nI. TÌNH HÌNH\n\n"


def with_row(predicate: str, phrase: str, position: str) -> Lexicon:
    """The tables as delivered and one cue more."""
    row = {
        "predicate": predicate,
        "phrase": phrase,
        "position": position,
        "confidence": "0.9",
        "notes": "",
        "source": "",
    }
    return load([*read_table("cues"), row])


def with_word(kind: str, phrase: str) -> Lexicon:
    """The tables as delivered and one word more."""
    row = {"kind": kind, "phrase": phrase, "notes": "", "source": ""}
    return load(read_table("cues"), [*read_table("words"), row])


def tokens(text: str, table: Lexicon | None = None) -> list[Token]:
    flat = flatten(text)
    return (table or lexicon()).tokens(flat, text, 0, len(flat))


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
    article = "Điều 2. [a|Quyết định số 4/2019/QĐ-UBND] ngưng lưu dụng kể từ ngày Quyết định này có hiệu lực."
    assert facts(own, head + article) == set()
    assert facts(own, head + article, with_row("repeals", "ngưng lưu dụng", "post")) == {"self repeals a"}


@pytest.mark.parametrize(
    ("phrase", "position", "sentence"),
    [
        ("phác thảo", "blocker", "[a|Kế hoạch số 5/KH-SCT] về phác thảo thực hiện [b|Chỉ thị số 07/CT-TTg]."),
        ("hầu như", "guard", "[a|Kế hoạch số 5/KH-SCT] hầu như thực hiện [b|Chỉ thị số 07/CT-TTg]."),
        ("thực hiện xong", "friend", "[a|Kế hoạch số 5/KH-SCT] thực hiện xong [b|Chỉ thị số 07/CT-TTg]."),
        ("cuộc vận động", "name", "[a|Kế hoạch số 5/KH-SCT] và cuộc vận động thực hiện [b|Chỉ thị số 07/CT-TTg]."),
    ],
)
def test_a_new_row_that_forbids(phrase: str, position: str, sentence: str) -> None:
    assert facts("Báo cáo 15/BC-SCT", HEAD + sentence) == {"a implements b"}  # a word in no table is neutral
    assert facts("Báo cáo 15/BC-SCT", HEAD + sentence, with_row("", phrase, position)) == set()


DECISION = "QUYẾT ĐỊNH\nBan hành Quy chế\n\nCăn cứ Hiến pháp;\n\nĐiều 1. Nội dung.\n\n"
REPORT = ("Báo cáo 15/BC-SCT", HEAD)
DECIDED = ("Quyết định 12/2020/QĐ-UBND", DECISION)
# kind, the word, paper, a sentence, what it says without and with the row
NEW_WORDS = [
    ("stop", "vượt ngoài", REPORT, "[a|Kế hoạch số 5/KH-SCT] thực hiện vượt ngoài [b|Chỉ thị số 07/CT-TTg].", {"a implements b"}, set()),
    ("draft", "bản nháp", REPORT, "Sở có [a|Kế hoạch số 5/KH-SCT] và bản nháp thực hiện [b|Chỉ thị số 07/CT-TTg].", {"a implements b"}, set()),
    ("condition", "giả dụ", DECIDED, "Điều 5. Giả dụ Quyết định này thay thế [a|Quyết định số 12/QĐ-UBND] thì áp dụng quy định mới.", {"self replaces a"}, set()),
    ("finite", "nỗ lực", REPORT, "Theo [a|Kế hoạch số 5/KH-SCT] các đoàn viên nỗ lực thực hiện [b|Chỉ thị số 07/CT-TTg].", {"a implements b"}, set()),
    ("agent", "nhờ vào", REPORT, "[b|Quyết định số 4/QĐ-SCT] được sửa đổi nhờ vào [a|Quyết định số 5/QĐ-SCT].", set(), {"a amends b"}),
    ("part", "tiểu phần", DECIDED, "Điều 5. Bãi bỏ tiểu phần của [a|Quyết định số 12/QĐ-UBND].", {"self repeals a"}, {"self amends a (part)"}),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "phrase", "paper", "sentence", "without", "told"), NEW_WORDS)
def test_a_new_word(
    kind: str, phrase: str, paper: tuple[str, str], sentence: str, without: set[str], told: set[str]
) -> None:
    own, head = paper
    assert facts(own, head + sentence) == without
    assert facts(own, head + sentence, with_word(kind, phrase)) == told


@pytest.mark.parametrize(
    ("predicate", "position"),
    [("implement", "active"), ("implements", "between"), ("", "active"), ("implements", "blocker"), ("cites", "")],
)
def test_a_bad_row_is_one_line_of_words(predicate: str, position: str) -> None:
    with pytest.raises(LuocdoError, match=r"cues\.csv.*“thay”") as caught:
        with_row(predicate, "thay", position)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", ["", "stops", "STOP", "cue"])
def test_a_bad_word_is_one_line_of_words(kind: str) -> None:
    with pytest.raises(LuocdoError, match=r"words\.csv.*“thay”") as caught:
        with_word(kind, "thay")
    assert "\n" not in str(caught.value)


BITS = {
    "active": CUE, "report": CUE, "preamble": CUE, "passive": PASSIVE, "post": POST, "blocker": DRAFT, "guard": GUARD,
    "name": NAME, "friend": NEUTRAL,
}  # fmt: skip
CUES = list(read_table("cues"))
WORDS = [row for row in read_table("words") if row["kind"] not in SETS]


def forms(phrase: str) -> list[str]:
    """How a phrase may be written: within a sentence, in capitals, wrapped, over a page, without its commas."""
    plain = phrase.replace(f" {GAP} ", " bốn năm ").replace(GAP, "").strip()
    return [
        f" {plain} ",
        f"{plain[0].upper()}{plain[1:]}",
        plain.upper(),
        plain.replace(" ", "\n"),
        plain.replace(" ", "\n\n17\n\n", 1),
        plain.replace(" ", "   ").replace(",", "") if "," in plain else plain,
    ]


@pytest.mark.parametrize("row", CUES, ids=[f"{row['position']} {row['phrase']}" for row in CUES])
def test_every_cue_is_found_by_its_own_phrase(row: dict[str, str]) -> None:
    table, position = lexicon(), row["position"]
    for form in forms(match_form(row["phrase"])):
        found = tokens(form)
        whole = [t for t in found if t.end - t.start >= len(form.strip())]
        assert whole, f"{form!r} gives {found}"
        (token,) = whole
        assert token.kinds & BITS[position]
        if BITS[position] & (CUE | PASSIVE | POST):
            flat = flatten(form)
            assert table.may_state(flat, 0, len(flat))
            cue = table.post(token) if position == "post" else token.cue
            assert cue is not None
            rivals = [r["predicate"] for r in CUES if r["phrase"] == row["phrase"]]
            assert cue.predicate == row["predicate"] or cue.predicate in rivals
        elif position == "friend":
            assert token.cue is None


@pytest.mark.parametrize("row", WORDS, ids=[f"{row['kind']} {row['phrase']}" for row in WORDS])
def test_every_word_is_found_by_its_own_phrase(row: dict[str, str]) -> None:
    phrase = match_form(row["phrase"])
    capital = phrase[0].upper() + phrase[1:]  # a body of one word has a capital
    for form in forms(phrase)[1:3] if KINDS[row["kind"]] == ACTOR and " " not in phrase else forms(phrase):
        assert any(t.kinds & KINDS[row["kind"]] and t.end - t.start >= len(form.strip()) for t in tokens(form)), (
            f"{form!r} gives {tokens(form)}"
        )
    assert any(t.kinds & KINDS[row["kind"]] for t in tokens(capital))


@pytest.mark.parametrize("row", [*CUES, *WORDS], ids=[row["phrase"] for row in [*CUES, *WORDS]])
def test_no_phrase_is_found_inside_a_word(row: dict[str, str]) -> None:
    phrase = match_form(row["phrase"]).replace(f" {GAP} ", " bốn năm ")
    glued = f"x{phrase}y"
    assert not [t for t in tokens(glued) if t.end - t.start >= len(phrase)]


def test_rows_are_well_formed() -> None:
    keys = [(row["phrase"], row["position"]) for row in CUES]
    assert len(keys) == len(set(keys))
    for row in CUES:
        assert row["predicate"] in {*PREDICATES, ""}
        assert row["position"] in POSITIONS
        assert re.fullmatch(r"0\.\d+|1", row["confidence"])
        assert row["source"]
    keys = [(row["phrase"], row["kind"]) for row in WORDS]
    assert len(keys) == len(set(keys))
    for row in [*CUES, *WORDS]:
        phrase = row["phrase"]
        assert phrase == unicodedata.normalize("NFC", phrase).strip()
        assert phrase == phrase.lower()
        assert row["source"]
    assert {row["kind"] for row in WORDS} == set(KINDS)


# text, the tokens that it must give (kind, words); all that stands between is neutral
TOKENS = [
    ("Quyết định này khẩn trương thay thế", [(THIS, "quyết định này"), (CUE, "thay thế")]),
    ("Nghị định này", [(THIS, "nghị định này")]),
    ("các Quyết định của tỉnh", [(TYPE, "quyết định")]),
    ("khoản 2 Điều 5", [(PIN, "khoản 2"), (PIN, "điều 5")]),
    ("Sở Tư pháp", [(ACTOR, "sở")]),
    ("hết hiệu lực. Các đơn vị", [(POST, "hết hiệu lực"), (SIGN, ".")]),
]


@pytest.mark.parametrize(("text", "wanted"), TOKENS)
def test_tokens(text: str, wanted: list[tuple[int, str]]) -> None:
    found = tokens(text)
    for kind, words in wanted:
        assert any(t.kinds & kind and t.words.startswith(words) for t in found), f"{words!r} not in {found}"
    for token in found:
        assert flatten(text)[token.start : token.end] == token.words


NO_FULL_STOP = ["TP. Hồ Chí Minh", "ngày 01.02.2020", "số 1.2. của", "GS.TS. Nguyễn Văn A", "v.v. và"]


@pytest.mark.parametrize("text", NO_FULL_STOP)
def test_a_dot_that_ends_no_sentence(text: str) -> None:
    assert not [t for t in tokens(text) if t.kinds & SIGN and t.words == "."]


@pytest.mark.parametrize("text", ["sở hữu trí tuệ", "bộ máy nhà nước", "giao dịch điện tử", "cục bộ", "sở thích"])
def test_a_word_in_small_letters_is_no_body(text: str) -> None:
    assert not [t for t in tokens(text) if t.kinds & ACTOR]
