"""Texts that no author writes but that a program may be handed: long runs of what the rules look for.

`hostile(size)` yields (name, text of about `size` characters). Shared by the benchmark (rates) and the tests (that it
finishes): what one of them learns, the other keeps.
"""

from __future__ import annotations

import contextlib
import random
import signal
from collections.abc import Iterator

# Repeated to the size asked for. Each stands for one rule that might look too far ahead or behind.
UNITS = {
    "articles": "Điều 1 khoản 1 ",
    "points": "điểm a, b, c và d khoản 1, 2, 3 ",
    "point-and": "điểm a và ",
    "digits": "1234567890",
    "slashes": "/",
    "digits-slashes": "12/34/",
    "dates": "ngày 01/02/2020 ",
    "half-dates": "ngày 01 tháng 02 ",
    "months": "tháng tháng ",
    "implements": "thực hiện ",
    "amends": "sửa đổi, bổ sung ",
    "replaces": "thay thế bãi bỏ ",
    "under": "căn cứ theo ",
    "preamble": "Căn cứ ",
    "marks": "\u0301",
    "letters-marks": "a\u0301\u0323",
    "decomposed": "Nghi\u0323 quye\u0302\u0301t ",
    "law": "Luật ",
    "law-names": "Luật Đất đai, ",
    "law-amending": "Luật sửa đổi, bổ sung một số điều của ",
    "law-capital": "LUẬT ",
    "law-unknown": "Luật Abc dce ",
    "law-about": "Pháp lệnh về ",
    "code-of-law": "Bộ luật ",
    "constitution": "Hiến pháp ",
    "types": "Nghị quyết ",
    "type-number": "Nghị quyết số ",
    "bare-numbers": "Nghị quyết số 18 ",
    "number-list": "18, 19, 20, ",
    "type-number-list": "Nghị quyết số 1, 2, 3, 4 và 5, ",
    "one-symbol": "Nghị quyết số 18-NQ/TW ",
    "symbol-list": "số 18/2020/NĐ-CP, ",
    "symbol-of": "Quyết định số 1/QĐ-UBND của ",
    "symbol-implements": "Kế hoạch số 1/KH-UBND thực hiện ",
    "many-codes": "1/2020/QĐ-A-B-C-D-E-F-G-H-",
    "dashes": "- ",
    "hyphens": "-",
    "joined-capitals": "QĐUBND",
    "capital-pairs": "QĐ-",
    "capital-line": "NGHỊ QUYẾT\n",
    "capital-words": "CHÍNH PHỦ ",
    "capital-lines": "A\n",
    "own-number": "Số: ",
    "own-numbers": "Số: 1/QĐ-UBND\n",
    "blank-numbers": "Số: …/QĐ-UBND\n",
    "blank-year": "Nghị định số /2016/NĐ-CP ",
    "ellipses": "…",
    "dots": ".",
    "underscores": "_",
    "bars": "| ",
    "stars": "*",
    "emphasis": "**Nghị định** ",
    "brackets": "(",
    "bracket-pairs": "()",
    "quotes": "“",
    "straight-quotes": '"',
    "titles": "Nghị định số 1/2020/NĐ-CP về ",
    "semicolons": "; ",
    "blanks": " ",
    "tabs": "\t",
    "lines": "\n",
    "blank-lines": " \n",
    "carriage-returns": "\r\n",
    "nuls": "\0",
    "surrogates": "\ud800",
    "no-break-blanks": "\u00a0",
    "recipients": "Nơi nhận:\n",
    "recipient-list": "Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n",
    "subject": "V/v ",
    "subject-lines": "V/v triển khai\n",
    "plenum": "Nghị quyết Trung ương 4 khóa ",
    "plenum-terms": "khóa XI, XII, ",
    "congress": "Nghị quyết Đại hội Đảng bộ ",
    "congress-words": "Đại hội ",
    "bodies": "Ủy ban nhân dân ",
    "bodies-of": "của Ban Chỉ đạo ",
    "open-body": "của Ban Abc ",
    "offices": "Chủ tịch Bộ trưởng ",
    "places": "tỉnh thành phố ",
    "joint": "của Bộ Tài chính, Bộ Y tế và ",
    "plan-implements": "Kế hoạch thực hiện Nghị quyết 18 ",
    "plan-words": "Kế hoạch triển khai thực hiện ",
    "defined": "(sau đây gọi tắt là Nghị định 100) ",
    "this": "Nghị định này ",
    "annexes": "Phụ lục I ",
    "consolidated": "Số: 1/VBHN-VPQH\n",
    "vbhn": "VBHN ",
    "footnotes": "[1] ",
    "gazette": "CÔNG BÁO/Số 1/Ngày 01-01-2020\n",
    "confusable": "АВЕКМ/",
    "years": "2020 ",
    "two-documents": "Quyết định số 1/QĐ-UBND ngày 01/01/2019. Quyết định số 1/QĐ-UBND. ",
    "passive": "được sửa đổi, bổ sung bởi Nghị định số 1/2020/NĐ-CP ",
    "repeal-list": "1. Quyết định số 1/2020/QĐ-UBND;\n",
    "bare-dashes": "-\nA",
    "bare-numbers-of-items": "1.\nQuyết định ",
    "nested-lists": "a) Bãi bỏ:\n- Quyết định số 1/2020/QĐ-UBND:\n",
    "quoted-items": "“1. Bãi bỏ:\n",
    "cells": "| 1 | Bãi bỏ Quyết định số 1/2020/QĐ-UBND |\n",
    "page-numbers": "thay\n\n17\n\nthế ",
    "site": "Quý khách Đăng nhập ",
    "signatures": "Người ký: A\nThời gian ký: B\n",
    "introductions": "các văn bản sau đây:\n\n",
    "hangul": "\u1100\u1161\u11a8",
    "emoji": "\U0001f600",
}  # fmt: skip


def hostile(size: int, *, seed: int = 7) -> Iterator[tuple[str, str]]:
    """Every hostile text of about `size` code points, always the same for one seed."""
    for name, unit in UNITS.items():
        yield name, unit * (size // len(unit) + 1)
    yield from _growing(size)
    yield from _mixed(size, random.Random(seed))


def _growing(size: int) -> Iterator[tuple[str, str]]:
    """Texts whose parts differ, so that tables of what was seen grow with the text."""

    def until(parts: Iterator[str]) -> str:
        kept, length = [], 0
        for part in parts:
            kept.append(part)
            length += len(part)
            if length >= size:
                break
        return "".join(kept)

    def counted(template: str) -> str:
        return until(template.format(n=n, m=n % 12 + 1, d=n % 28 + 1, y=1990 + n % 35) for n in range(1, size))

    yield "new-symbols", counted("Quyết định số {n}/QĐ-UBND ")
    yield "new-dates", counted("Quyết định số 1/QĐ-UBND ngày {d}/{m}/{y}. ")
    yield "new-places", counted("Quyết định số 1/QĐ-UBND của UBND xã Đông{n}. ")
    yield "new-decrees", counted("Nghị định số {n}/2020/NĐ-CP ngày {d}/{m}/2020 của Chính phủ; ")
    yield "new-laws", counted("Luật Tên{n} Mới, ")
    yield "new-amending", counted("Luật sửa đổi, bổ sung một số điều của Luật Tên{n}; ")
    yield "new-short", counted("Nghị quyết {n} và Nghị quyết số {n}-NQ/TW. ")
    yield "new-codes", counted("Quyết định số 1/QĐ-CODE{n} ")
    yield "new-plenums", counted("Nghị quyết Trung ương {n} khóa XI ")
    yield "new-unnumbered", counted("Kế hoạch thực hiện Nghị quyết số {n}-NQ/TW của Đảng ủy Sở. ")
    yield "chain", counted("Kế hoạch số {n}/KH-UBND thực hiện ")
    yield "replaced", counted("Quyết định số {n}/QĐ-UBND thay thế ")
    yield "one-number", counted("Nghị quyết số 18-NQ/TW khóa {n} và Nghị quyết 18. ")
    yield "type-slips", counted("Chỉ thị số {n}-NQ/TW, Chỉ thị số {n}-CT/TW. ")
    yield "deep-brackets", "(" * (size // 2) + ")" * (size // 2)
    yield "one-line", "a" * size
    yield "one-word-lines", "ab\n" * (size // 3)
    yield "no-blanks", ("Nghịđịnhsố" * (size // 10))


def _mixed(size: int, random_: random.Random) -> Iterator[tuple[str, str]]:
    """Words of the trade in any order, and any characters at all."""
    words = [unit for unit in UNITS.values() if len(unit) > 2]
    for i in range(3):
        picked: list[str] = []
        length = 0
        while length < size:
            picked.append(random_.choice(words))
            length += len(picked[-1])
        yield f"mixed-{i}", "".join(picked)
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyAĐQUBNDHP0123456789/-.,;:() \n"
    yield "random", "".join(random_.choices(letters, k=size))
    yield "random-codes", "".join(random_.choices("0123456789/-–&QĐUBNDTTCPHKL ", k=size))


# What a rule reads up to, and what may be repeated behind it: slow for a rule that tries every way to divide the run.
PREFIXES = (
    "Nghị quyết số 18-NQ/TW", "Nghị quyết Trung ương 4", "Nghị quyết Trung ương 4 khóa XI", "Nghị quyết Đại hội",
    "Nghị quyết Hội nghị lần thứ", "Nghị quyết 18", "Nghị quyết số ", "Nghị quyết số 18 ngày 1",
    "Luật ", "Luật Đất đai", "Luật sửa đổi, bổ sung một số điều", "LUẬT ", "Bộ luật", "Pháp lệnh về ", "Hiến pháp",
    "Quyết định số 1", "Quyết định số 1/QĐ-", "Quyết định số 1/QĐ-UBND ngày", "Quyết định số 1/QĐ-UBND tháng",
    "Quyết định số 1/QĐ-UBND của", "Quyết định số 1/QĐ-UBND của Ban Chỉ đạo",
    "Quyết định số 1/QĐ-UBND của Hội nghị lần thứ", "Quyết định số 1/QĐ-UBND ngày 1/1/2020 của UBND tỉnh",
    "Thông tư liên tịch số 1/2020/TTLT-BTC-BYT của Bộ Tài chính", "1/2020/QĐ", "các Nghị định: số 1/2020/NĐ-CP",
    "Nghị định của Chính phủ", "Nghị định số 1/2020/NĐ-CP sửa đổi",
    "Nghị định số 1/2020/NĐ-CP được sửa đổi, bổ sung bởi", "Căn cứ Luật Đất đai, thay thế Quyết định số 1/QĐ-UBND",
    "Số: ", "Số", "Số: 1/VBHN-VPQH", "\nNGHỊ ", "\nQUYẾT ĐỊNH", "\nV/v ", "Nơi nhận:", "Quảng Ngãi, ngày",
    "ỦY BAN NHÂN DÂN", "T/M", "Thông tư Abc ", "Điều 1", "khoản 1", "điểm a", "Phụ lục", "Kế hoạch",
    "Kế hoạch thực hiện", "Căn cứ", "Bãi bỏ", "thực hiện", "Hội đồng nhân dân", "(sau đây gọi tắt là",
)  # fmt: skip
FILLERS = (
    " ", "\t", "*", "* ", "_", "|", "| ", "\n", " \n", "\r\n", "A", "Đ", "a", "1", "A ", "a ", "1 ", "Ab ",
    ", ", "; ", "(", ")", "()", "-", "- ", "/", "1/", "ABC-", ".", "…", "“", '"', "[1]", "\u0301",
    " và", " VÀ", " của", " số", " ngày", " tháng", " năm 2020", " khóa XI,", " Luật", " điều 1,", " 1,", " a,",
    " thực hiện", " về", " Nghị quyết", " QUYẾT ĐỊNH", "\n1. ", "\n- ", " Bộ Tài chính,", " tại Hội nghị",
)  # fmt: skip


# The same for the patterns of the layout, of the parts of a text and of the words that relations are read from.
LAYOUT_PREFIXES = (
    "Điều", "Điều 1", "Điều 1[1]", "ĐIỀU 1 ", "\n1.", "\n1.1.1", "\n(1", "\na", "\na[1]", "\n-", "\n+", "\n*", "\n> *",
    "\nII", "\nA.", "\nChương", "\nMục", "\nTiểu mục", "\nPhần thứ", "\nPhụ lục", "\nCăn cứ", "\n“Căn cứ", "\nTheo đề",
    "\nXét",
    "\nQUYẾT ĐỊNH", "\nNơi nhận", "\nNƠI NHẬN", "\n[1]", "\n17", "\n\n17", "|", "\n| 1 |", "\n--", "\n- \n",
    "A của", "A,",
    "CÔNG BÁO/Số", "1 CÔNG BÁO/Số 1", "Người ký:", "Ký bởi: A\n", "Thời gian ký:", "Quý khách", "Đăng nhập Quý khách",
    "công báo/số 1/ngày ", "[", "\nV/v", "\nKÍNH GỬI", "\nMỤC ĐÍCH", "\nI. MỤC ĐÍCH\nYÊU CẦU", "\nKẾ HOẠCH\n",
    "bãi bỏ", "sửa đổi, bổ", "sửa đổi, bổ sung", "thay thế", "hết hiệu", "hết hiệu lực kể từ", "sơ kết", "tổng kết 05",
    "báo cáo 03", "đánh giá 10", "được sửa đổi", "khoản", "khoản số", "điểm", "cụm từ", "cụm từ “", "quy định chi tiết",
    "kể từ ngày", "căn cứ", "không", "dự thảo", "một số điều của", "TP.", "GS.TS.",
)  # fmt: skip


def gaps(prefix: str, count: int) -> Iterator[tuple[str, str]]:
    """(filler, text) for each filler `count` times behind `prefix`, ending in a sign that fits no rule."""
    for filler in FILLERS:
        yield filler, prefix + filler * count + "%x"


class TooLong(BaseException):
    """Raised in a text that takes more than its share of processor time."""


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Ends what runs for longer."""

    def stop(number: int, frame: object) -> None:
        raise TooLong

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
