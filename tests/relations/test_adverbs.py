"""Adverbs before the verb change nothing: whatever they are, and wherever the subject stands; verbs that let or make
somebody else act do."""

from __future__ import annotations

from itertools import product

import pytest
from statements import stated

A, B, C = "45/2024/NĐ-CP", "12/2015/NĐ-CP", "7/2025/TT-BTC"
NEW, OLD, GUIDE = f"Nghị định số {A}", f"Nghị định số {B}", f"Thông tư số {C}"
ADVERBS = (
    "chính thức", "hoàn toàn", "kịp thời", "nhanh chóng", "lần lượt", "trực tiếp", "cơ bản", "cũng", "tiếp tục",
    "sau đó", "ngay lập tức", "một lần nữa", "toàn diện", "về cơ bản", "kể từ đó", "thực sự", "mạnh dạn", "bước đầu",
    "từ năm 2024", "trên thực tế", "rốt cuộc", "một cách đầy đủ",
)  # fmt: skip
FRAMES = (
    ("{new} đã {adverb} thay thế {old}", (A, "replaces", B)),
    ("{new} của Chính phủ đã {adverb} thay thế cho {old} từ ngày 01/7/2024", (A, "replaces", B)),
    ("{new} ngày 26/4/2024 của Chính phủ về lệ phí đã {adverb} bãi bỏ {old}", (A, "repeals", B)),
    ("{new} vừa {adverb} sửa đổi, bổ sung một số điều của {old}", (A, "amends", B)),
    ("{new} có hiệu lực từ ngày 01/7/2024 và {adverb} thay thế {old}", (A, "replaces", B)),
    ("{new} có hiệu lực từ ngày 01/7/2024, {adverb} thay thế {old}", (A, "replaces", B)),
    ("{old} đã được {new} {adverb} thay thế", (A, "replaces", B)),
    ("{old} bị {new} {adverb} bãi bỏ", (A, "repeals", B)),
    ("{old} đã {adverb} được thay thế bởi {new}", (A, "replaces", B)),
    ("{guide} đã {adverb} hướng dẫn thi hành {new}", (C, "guides", A)),
)


def said(sentence: str) -> set[tuple[str, str, str]]:
    return stated(f"Quy định mới về lệ phí\n\nNhiều quy định mới.\n\n{sentence}.\n")


@pytest.mark.parametrize(("frame", "adverb"), list(product(FRAMES, ADVERBS)), ids=lambda v: str(v)[:30])
def test_adverbs(frame: tuple[str, tuple[str, str, str]], adverb: str) -> None:
    sentence, statement = frame
    assert said(sentence.format(new=NEW, old=OLD, guide=GUIDE, adverb=adverb)) == {statement}


LETTING = (
    "cho phép", "giúp doanh nghiệp", "yêu cầu", "khuyến khích", "góp phần", "dẫn đến việc", "được dùng để",
    "đặt ra yêu cầu", "buộc phải", "tạo điều kiện để",
)  # fmt: skip


@pytest.mark.parametrize(
    ("tense", "letting", "verb"), list(product(("", "đã ", "sẽ "), LETTING, ("thay thế", "bãi bỏ", "sửa đổi")))
)
def test_others_are_let_act(tense: str, letting: str, verb: str) -> None:
    assert said(f"{NEW} {tense}{letting} {verb} {OLD}") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        f"{NEW} có hiệu lực từ ngày 01/7/2024, tỉnh bãi bỏ {OLD}",
        f"{NEW} có hiệu lực từ ngày 01/7/2024 và các địa phương bãi bỏ {OLD}",
        f"{OLD} đã được {NEW} dẫn chiếu khi thay thế quy định",
    ],
)
def test_nothing_is_said(sentence: str) -> None:
    assert said(sentence) == set()
