"""What holds for the outline of any text, and that laying out takes time that grows with the length."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import gc
import time

import pytest
from hostile import FILLERS, LAYOUT_PREFIXES, UNITS, at_most, hostile
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from steps import steps

from graph.relations.lexicon import lexicon
from graph.structure import Outline, lay_out, outline
from graph.structure.flat import flatten
from graph.structure.furniture import banners, recipients, without_running_heads
from graph.structure.parts import find_zones
from graph.structure.quotations import quotation
from graph.structure.sentences import sentence

QUICK = settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
PIECES = [
    "Điều 1.", "Điều 2.- ", "ĐIỀU 3", "1. ", "1.2. ", "(1) ", "1/ ", "a) ", "đ. ", "- ", "-", "+ ", "+", "* ", "•", "II. ", "A. ",
    "Chương I", "Mục 1", "Phần thứ nhất", "Phụ lục II", "Căn cứ Luật A;", "Xét Tờ trình", "QUYẾT ĐỊNH:", "QUYẾT ĐỊNH",
    "Nơi nhận:", "Lưu: VT", "V/v ", "Quý khách", "Đăng nhập", "© ", "CÔNG BÁO/Số 1/Ngày 02-02-2026", "Người ký: A", "Thời gian ký: B",
    "17", "[1]", "“", "”", '"', ":", ";", ".", ",", "và", "của", "số", "sau đây:", "| a |", "|", "|---|", "----", "**", "*", "_", "#", ">",
    "\n", "\n\n", "\r\n", "\t", "\x0c", "\xa0", "\xad", "İ", "\ud800", "\u0301", "\0", "quyết định", "Quyết định số 5",
]  # fmt: skip
LINES = st.lists(st.one_of(st.sampled_from(PIECES), st.text(st.characters(), max_size=4)), max_size=50)
TEXTS = st.one_of(st.text(st.characters(), max_size=300), LINES.map(" ".join), LINES.map("\n".join), LINES.map("".join))


def check(text: str) -> Outline:
    """What must hold for the outline of any text."""
    outline = lay_out(text)
    assert len(outline.text) == len(text)
    position = 0
    for number, unit in enumerate(outline.units):
        assert unit.start == position  # every code point once, in order
        assert unit.start <= unit.body <= unit.end
        assert -1 <= unit.parent < number
        assert -1 <= unit.host < number
        if unit.parent >= 0:
            assert outline.units[unit.parent].level < unit.level
        position = unit.end
    assert position == len(text)
    for number in range(len(outline.units)):
        assert all(name and label for name, label in outline.path(number))
    return outline


@QUICK
@given(TEXTS)
@example("")
@example("\n")
@example("-\n")
@example("+\n")
@example("1.\n\n\n")
@example("|")
@example("17")
@example("CÔNG BÁO/Số 1")
@example("CÔNG BÁO/Số 1/Ngày\nCÔNG BÁO/Số 2/Ngày")
@example("Nơi nhận:")
@example("Nơi nhận")
@example("Thời gian ký: Người ký: Thời gian ký:")
def test_units_cover_any_text(text: str) -> None:
    check(text)


@QUICK
@given(TEXTS)
def test_what_is_apart_lies_within_the_text(text: str) -> None:
    for spans in (recipients(text), banners(text)):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert spans == sorted(spans)
    clean = without_running_heads(text)
    assert len(clean) == len(text)
    kept = "".join(clean.split())
    letters = iter("".join(text.split()))
    assert all(letter in letters for letter in kept)  # nothing is added, nothing moved


@QUICK
@given(TEXTS)
def test_flat_form_parts_and_quotations_of_any_text(text: str) -> None:
    flat = flatten(text)
    assert len(flat) == len(text)
    assert "\n" not in flat
    for own in ("", "quyết định", "không có loại này"):
        zones = find_zones(text, own)
        for start, end in (zones.title, zones.preamble, zones.purpose):
            assert 0 <= start <= end <= len(text)
        assert all(zones.of(at) for at in range(0, len(text), 7))
    for at in range(0, len(text), 5):
        opened = quotation(text, at)
        assert opened is None or text[opened] == "“"


@QUICK
@given(TEXTS, st.integers(0, 300), st.integers(1, 40))
def test_a_sentence_holds_its_span(text: str, start: int, length: int) -> None:
    outline = lay_out(text)
    start = min(start, max(0, len(text) - 1))
    end = min(len(text), start + length)
    if start < end and outline.index(start) == outline.index(end - 1) and start >= outline.at(start).body:
        begin, stop = sentence(outline, start, end)
        assert 0 <= begin <= start
        assert end <= stop <= len(text)


@QUICK
@given(TEXTS)
def test_tokens_of_any_text(text: str) -> None:
    flat = flatten(text)
    position = 0
    for token in lexicon().tokens(flat, text, 0, len(flat)):
        assert position <= token.start < token.end <= len(flat)
        assert token.words == flat[token.start : token.end].replace("+", ",")  # a plus sign parts members
        position = token.end
    assert lexicon().may_state(flat, 0, len(flat)) in (True, False)


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in hostile(20_000)])
def test_hostile_text(text: str) -> None:
    with at_most(5):
        check(text)
        lexicon().tokens(flatten(text), text, 0, len(text))
        find_zones(text)


@pytest.mark.parametrize("prefix", LAYOUT_PREFIXES)
def test_a_long_gap_behind_what_a_rule_reads(prefix: str) -> None:
    """A pattern that may divide a run of blanks or letters in several ways would try them all."""
    with at_most(6):
        for filler in FILLERS:
            for text in (prefix + filler * 2_000 + "%x", (prefix + filler) * 300 + "%x"):
                check(text)
                flat = flatten(text)
                lexicon().tokens(flat, text, 0, len(flat))
                lexicon().may_state(flat, 0, len(flat))
                find_zones(text, "quyết định")


@pytest.mark.parametrize("name", sorted(UNITS))
def test_work_grows_with_the_length(name: str) -> None:
    unit = UNITS[name]

    def work(text: str) -> None:
        outline = lay_out(text)
        flat = flatten(text)
        lexicon().tokens(flat, text, 0, len(flat))
        for number in range(0, len(outline.units), max(1, len(outline.units) // 50)):
            outline.path(number)

    work(unit * 20)
    small, large = steps(lambda: work(unit * 300)), steps(lambda: work(unit * 1_200))
    assert large <= 6 * small + 2_000


@pytest.mark.parametrize(
    "unit",
    [
        "1. A:\n",
        "Điều 1. A\na) B:\n- C:\n",
        "| a | b |\n",
        "A\n\n",
        "Nơi nhận:\n- A;\n",
        "CÔNG BÁO/Số 1\n",
        "Quý khách ",
    ],
)
def test_a_long_text_is_laid_out_at_the_rate_of_a_short_one(unit: str) -> None:
    """Time, with much room: a quadratic pass takes twenty times as long a code point."""

    def rate(count: int) -> float:
        text = unit * count
        best = min(_timed(text) for _ in range(3))
        return best / len(text)

    assert rate(20_000) <= 8 * rate(1_000)


def _timed(text: str) -> float:
    gc.collect()
    gc.disable()  # a collection looks at all that the other tests left behind
    start = time.process_time()
    lay_out(text)
    spent = time.process_time() - start
    gc.enable()
    return spent


WRAPPED = st.lists(
    st.sampled_from(
        ["Điều 5a", "Điều 5", "a) ", "ab", "(a", "III", "CỘNG HÒA XÃ HỘI", "bãi bỏ", "và", "của", "ai)", "nó [1])", "ba. ", "xã1) ",
         "iii) ", "số", "45/2012/QĐ-", "Quyết định", "quyết định số 5", ",", ";", ":", ".", "”", "-", "- ", "17", "\xa0", "\t", "\r",
         " \n", " \n", " \n", "\n", "\n\n", "  \n", " "]
    ),
    max_size=40,
).map("".join)  # fmt: skip


@QUICK
@given(WRAPPED)
@example("Điều 5a \nbãi bỏ Quyết định")  # a mark alone on its line
@example("CỘNG HÒA \nxã hội \nVIỆT NAM")
@example("bãi bỏ các \nvà \nCỘNG HÒA XÃ HỘI CHỦ NGHĨA")  # a word of two letters counts as no line
@example("quyết định \nab [1]) bãi bỏ")
def test_a_wrap_behind_a_blank_is_read_at_once_or_line_by_line(text: str) -> None:
    plain = [lay_out(text).units, lay_out(text.replace(" ", "  ")).units]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(outline, "_PLAIN_BREAK", outline._BREAK)
        assert [lay_out(text).units, lay_out(text.replace(" ", "  ")).units] == plain
