"""Plain text: what is read is what Python reads, in every encoding that Vietnamese files come in."""

from __future__ import annotations

import csv
import re
import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest

from graph import syllables
from graph.errors import LuocdoError
from graph.reading import legacy, read, read_bytes

ROOT = Path(__file__).resolve().parents[2]
REPORT = ROOT / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt"
TEXT = REPORT.read_text(encoding="utf-8")
SENTENCE = "Căn cứ Nghị quyết số 18-NQ/TW ngày 25/10/2017 của Bộ Chính trị về đổi mới, sắp xếp tổ chức bộ máy;\r\n"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (SENTENCE.encode(), "utf-8", SENTENCE),
        (SENTENCE.encode("utf-8-sig"), "utf-8", "\ufeff" + SENTENCE),
        (SENTENCE.encode("utf-16"), "utf-16", SENTENCE),
        (b"\xfe\xff" + SENTENCE.encode("utf-16-be"), "utf-16", SENTENCE),
        (SENTENCE.encode("utf-16-le"), "utf-16-le", SENTENCE),
        (SENTENCE.encode("utf-16-be"), "utf-16-be", SENTENCE),
        (unicodedata.normalize("NFD", SENTENCE).encode(), "utf-8", unicodedata.normalize("NFD", SENTENCE)),
        ("một\rhai\n\nba\x85bốn\u2028".encode(), "utf-8", "một\rhai\n\nba\x85bốn\u2028"),
    ],
)
def test_text_is_what_python_decodes(data: bytes, encoding: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "van-ban.txt"
    path.write_bytes(data)
    source = read(path)
    assert source.text == text
    assert source.metadata["encoding"] == encoding
    with path.open(encoding=encoding, newline="") as stream:
        assert stream.read() == source.text


def test_a_few_broken_bytes_do_not_lose_the_text() -> None:
    source = read_bytes(TEXT.encode().replace(b"x", b"\xff", 2), "x.txt")
    assert source.text.count("\ufffd") == 2 and len(source.text) == len(TEXT)


def _legacy(scheme: str) -> str:
    """The report as typed with the fonts of the 1990s (TCVN3 has no toned capitals: they were drawn by the font)."""
    with files("graph.reading").joinpath("legacy.csv").open(encoding="utf-8") as stream:
        codes = {row["letter"]: row[scheme] for row in csv.DictReader(stream)}
    letters = unicodedata.normalize("NFC", TEXT)
    return "".join(codes.get(c) or codes.get(c.lower(), c) if c in codes else c for c in letters)


@pytest.mark.parametrize("scheme", ["tcvn3", "vni"])
@pytest.mark.parametrize("encoding", ["utf-8", "latin-1"])
def test_legacy_codes_become_unicode(scheme: str, encoding: str) -> None:
    plain = re.sub("[\u2000-\uffff]", "-", _legacy(scheme))  # quotes and dashes that the old fonts do not have
    source = read_bytes(plain.encode(encoding), "cu.txt")
    assert source.metadata["encoding"] == scheme
    expected = re.sub("[\u2000-\uffff]", "-", unicodedata.normalize("NFC", TEXT))
    assert len(source.text) == len(expected)
    wrong = [(a, b) for a, b in zip(source.text, expected, strict=True) if a != b]
    assert len(wrong) < 0.01 * len(expected)
    assert all(a.casefold() == b.casefold() for a, b in wrong), "only capitals may be lost, and only in TCVN3"
    assert scheme == "tcvn3" or not wrong


@pytest.mark.parametrize("scheme", ["tcvn3", "vni"])
def test_a_long_text_with_some_lines_in_a_legacy_code_becomes_unicode(scheme: str) -> None:
    report = unicodedata.normalize("NFC", TEXT).splitlines(keepends=True)
    old = re.sub("[\u2000-\uffff]", "-", _legacy(scheme)).splitlines(keepends=True)
    mixed = "".join(code if number % 3 else line for number, (line, code) in enumerate(zip(report, old, strict=True)))
    assert mixed.count(" ") > 2000
    assert legacy.detect(mixed) == scheme
    tail = "The committee adopted the following text on trade. " * 100 + "\n" + "".join(old[:60])
    assert legacy.detect(tail) == scheme


def test_a_unicode_text_is_told_without_looking_at_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    def no(text: str, *, marked: bool = False) -> float:
        raise AssertionError("looked at the words")

    monkeypatch.setattr(syllables, "share", no)
    signs = "© Công báo, “5 m²”, 30°C, «Điều 5», § 2 ± 1 %. "
    assert legacy.detect(unicodedata.normalize("NFC", TEXT) + signs) is None
    assert legacy.detect(unicodedata.normalize("NFD", TEXT) + signs) is None


@pytest.mark.parametrize(
    ("code", "scheme", "text"),
    [
        ("NghÞ quyÕt sè 18-NQ/TW cña Bé ChÝnh trÞ", "tcvn3", "Nghị quyết số 18-NQ/TW của Bộ Chính trị"),
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "tcvn3", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Nghò quyeát soá 18-NQ/TW cuûa Boä Chính trò", "vni", "Nghị quyết số 18-NQ/TW của Bộ Chính trị"),
        ("NÑ-CP cuûa Chính phuû", "vni", "NĐ-CP của Chính phủ"),
    ],
)
def test_conversion(code: str, scheme: str, text: str) -> None:
    assert legacy.convert(code, scheme) == text


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "Élève à côté de Müller, naïveté et déjà vu. " * 20,
        "Diện tích 5 m², nhiệt độ 30°, ± 2 %, © Công báo, ½ số đại biểu. " * 20,
        "QUYẾT ĐỊNH ban hành Quy chế hoà giải, thuỷ lợi, khoẻ mạnh, quý, toà án nhân dân. " * 20,
    ],
)
def test_unicode_is_left_alone(text: str) -> None:
    assert legacy.to_unicode(text) == (text, None)


def test_windows_1258() -> None:
    text = unicodedata.normalize("NFC", "Căn cứ Luật Đất đai và các văn bản hướng dẫn thi hành của Chính phủ. " * 5)
    data = b"".join(_to_1258(c) for c in text)
    source = read_bytes(data, "cu.txt")
    assert source.metadata["encoding"] == "cp1258"
    assert unicodedata.normalize("NFC", source.text) == text


def _to_1258(letter: str) -> bytes:
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        parts = unicodedata.normalize("NFD", letter)
        marks = "".join(c for c in parts[1:] if c in "\u0302\u0306\u031b")
        base = unicodedata.normalize("NFC", parts[0] + marks)
        return (base + "".join(c for c in parts[1:] if c not in marks)).encode("cp1258")


@pytest.mark.parametrize(
    ("word", "possible"),
    [("quyết", True), ("nghiêng", True), ("giữa", True), ("Uỷ", True), ("NGHỊ", True), ("khuỷu", True), ("gì", True),
     ("quyÕt", False), ("QUYÉT", False), ("strength", False), ("ofﬁce", False), ("nghb", False)],
)  # fmt: skip
def test_syllables(word: str, possible: bool) -> None:
    assert syllables.is_syllable(word) is possible
    assert syllables.is_syllable(unicodedata.normalize("NFD", word)) is possible


def test_a_report_is_vietnamese() -> None:
    assert syllables.share(TEXT, marked=True) > 0.99


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "tệp rỗng"),
        (b" \r\n\t ", "tệp không có chữ nào"),
        (bytes(range(256)) * 40, "là tệp nhị phân"),
        (b"\x7fELF" + bytes(100), "là tệp nhị phân (chương trình)"),
        (b"SQLite format 3\x00" + bytes(100), "là tệp cơ sở dữ liệu"),
        (b"7z\xbc\xaf\x27\x1c" + bytes(50), "là tệp nén khác .zip"),
        ("Élève à côté de Müller, naïveté. ".encode("latin-1") * 50, "không nhận ra bảng mã"),
        (b"\xff\xfe\x00\xd8a", "không đúng bảng mã UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, reason: str) -> None:
    with pytest.raises(LuocdoError) as caught:
        read_bytes(data, "tep.txt")
    message = str(caught.value)
    assert message.startswith("tep.txt: ") and reason in message and "\n" not in message
