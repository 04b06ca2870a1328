"""What stands on the page but is not said by the text: recipients, banners and notices of sites, running heads."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

import pytest

from graph.domain.table import read_table
from graph.structure import lay_out
from graph.structure.furniture import without_running_heads

BODY = "Điều 3. Các sở, ban, ngành chịu trách nhiệm thi hành Quyết định số 5/QĐ-UBND./.\n\n"

# what stands behind the body: what is apart, what is not
RECIPIENTS = [
    ("Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n", ["Nơi nhận", "Như Điều 3", "Lưu"], []),
    ("**Nơi nhận:**\n- Như Điều 3;\n", ["Như Điều 3"], []),
    ("NƠI NHẬN:\n- Như Điều 3;\n", ["Như Điều 3"], []),
    ("|\nNơi nhận:\n*-* CT, các PCT. UBND tỉnh;\n- Lưu: VT.\n|\n", ["CT, các", "Lưu"], []),
    ("Nơi nhận:\nNhư Điều 3;\nLưu: VT.\n", ["Như Điều 3", "Lưu"], []),
    ("Nơi nhận:\n+ Như Điều 3;\n1. Sở Tư pháp.\n", ["Như Điều 3", "Sở Tư pháp"], []),
    # the annex behind them is text again
    (
        "Nơi nhận:\n- Như Điều 3.\n\nDANH MỤC VĂN BẢN BỊ BÃI BỎ\n\n1. Quyết định số 6/QĐ-UBND.\n",
        ["Như Điều 3"], ["DANH MỤC", "Quyết định số 6"],
    ),
    (
        "Nơi nhận:\n- Như Điều 3.\nQuy chế này quy định về trách nhiệm của các cơ quan, đơn vị trong việc phối hợp.\n",
        ["Như Điều 3"], ["Quy chế này"],
    ),
    *(
        (f"Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n|\n**CHỦ TỊCH**\n|\n\n{anew}\n", ["Như Điều 3", "Lưu"], [anew])
        for anew in (
            "**Mẫu số 07: Quyết định kiểm tra**", "MẪU 2", "Phụ lục I", "**PHỤ LỤC**", "Biểu số 3", "| **QUYẾT ĐỊNH**",
            "KẾ HOẠCH", "*Căn cứ Quyết định số 6/QĐ-UBND;*", "**CĂN CỨ** Luật Đất đai;", "Điều 1. Phạm vi", "CHƯƠNG I",
            "| **CỘNG HÒA XÃ HỘI**", "*(Ban hành kèm theo Quyết định này)*", "(Kèm theo Công văn số 6/SYT)", "# Danh mục",
        )
    ),
    ("Nơi nhận:\n- Như Điều 3;\n- Biểu dương trên Đài;\nPhụ trách báo.\n", ["Như Điều 3", "Biểu dương", "Phụ trách"], []),
    # the words in mid-sentence open no list
    ("Cơ quan phát hành ghi rõ nơi nhận: Sở Tư pháp.\n", [], ["Sở Tư pháp"]),
    ("Thông tin về Nơi nhận: hồ sơ của Sở Tư pháp.\n", [], ["Sở Tư pháp"]),
]  # fmt: skip


@pytest.mark.parametrize(("behind", "apart", "inside"), RECIPIENTS)
def test_recipients(behind: str, apart: list[str], inside: list[str]) -> None:
    text = BODY + behind
    outline = lay_out(text)
    assert not outline.is_apart(text.index("Quyết định số 5"))
    for words in apart:
        assert outline.is_apart(text.index(words, len(BODY))), words
    for words in inside:
        assert not outline.is_apart(text.index(words, len(BODY))), words


PHRASES = [row["phrase"] for row in read_table("site_phrases")]
NOTICE = (
    "Quý khách vui lòng Đăng nhập để xem văn bản.\nThỏa thuận Bảo vệ Dữ liệu cá nhân theo Nghị định số 13/2023/NĐ-CP.\n"
    "Chính sách bảo mật | Điều khoản sử dụng\n"
)
SITES = [
    pytest.param(NOTICE, id="privacy notice"),
    pytest.param("Đăng nhập\nĐăng ký tài khoản\nQuên mật khẩu? Nghị định 13/2023/NĐ-CP\nTải về máy\n", id="menu"),
    pytest.param("© 2024 ThuVienPhapLuat\nBản quyền thuộc về công ty, Nghị định 13/2023/NĐ-CP.\nGiấy phép thiết lập trang số 5\n", id="footer"),
    pytest.param("LuatVietnam © 2024\nNghị định 13/2023/NĐ-CP\nChính sách bảo mật\nAll rights reserved\n", id="another footer"),
    pytest.param("Văn bản đang xem\nNghị định 13/2023/NĐ-CP\nClick vào phần màu xanh để xem\nTheo dõi chúng tôi\n", id="banner"),
]  # fmt: skip


@pytest.mark.parametrize("site", SITES)
@pytest.mark.parametrize("behind", [False, True], ids=["before", "behind"])
def test_what_a_site_adds_is_apart(site: str, behind: bool) -> None:
    text = BODY * 12 + "\n" + site if behind else site + "\n" + BODY * 12
    outline = lay_out(text)
    assert outline.is_apart(text.index("13/2023"))
    at = text.find("Quyết định số 5")
    while at >= 0:
        assert not outline.is_apart(at)
        at = text.find("Quyết định số 5", at + 1)
    assert {unit.kind for unit in outline.units if unit.start <= text.index("13/2023") < unit.end} == {"furniture"}


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_phrase_counts_and_none_is_enough(phrase: str) -> None:
    line = f"{phrase} theo Nghị định số 13/2023/NĐ-CP.\n"
    assert not lay_out(BODY + line + BODY).is_apart(len(BODY) + line.index("13/2023"))
    three = line * 3
    assert lay_out(BODY + three + BODY).is_apart(len(BODY) + three.rindex("13/2023"))


MERELY_SAID = [
    "Nhà hàng gửi lời chào tới Quý khách theo Quyết định số 9/QĐ-UBND.",
    "Người dùng Đăng nhập cổng dịch vụ công theo Quyết định số 9/QĐ-UBND, Quý khách xem hướng dẫn tại Phụ lục.",
    "Xây dựng Chính sách bảo mật của hệ thống theo Quyết định số 9/QĐ-UBND.",
    "Quý khách" + " được hướng dẫn" * 100 + ". Quý khách theo Quyết định số 9/QĐ-UBND." + " Các sở rà soát." * 100 + " Quý khách",
]  # fmt: skip


@pytest.mark.parametrize("sentence", MERELY_SAID, ids=range(len(MERELY_SAID)))
def test_a_text_that_merely_says_so_is_not_cut(sentence: str) -> None:
    text = BODY + sentence + "\n\n" + BODY
    assert not lay_out(text).is_apart(text.index("số 9"))


RUNNING = [
    "12 CÔNG BÁO/Số 242/Ngày 22-04-2026",
    "CÔNG BÁO/Số 242/Ngày 22-04-2026 13",
    "CÔNG BÁO/Số 503 + 504/Ngày 20-02-2023",
    "CÔNG BÁO/Số 242/Ngày 22-04-2026\n13",
    "13\nCÔNG BÁO/Số 242/Ngày 22-04-2026",
    "Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ\nCơ quan: VĂN PHÒNG\nThời gian ký: 20.02.2023 10:11:12 +07:00",
]


@pytest.mark.parametrize("head", RUNNING)
def test_a_running_head_in_mid_sentence_is_blank(head: str) -> None:
    text = f"Quyết định này thay thế\n\n{head}\n\nQuyết định số 5/QĐ-UBND.\n"
    clean = without_running_heads(text)
    assert len(clean) == len(text)
    assert " ".join(clean.split()) == "Quyết định này thay thế Quyết định số 5/QĐ-UBND."
    assert "\n" not in clean.strip()  # the sentence goes on
    assert len(lay_out(text).units) == 1


@pytest.mark.parametrize("head", RUNNING)
def test_a_running_head_between_paragraphs_keeps_them_apart(head: str) -> None:
    text = f"Quyết định này thay thế Quyết định số 5/QĐ-UBND.\n\n{head}\n\nĐiều 3. Hiệu lực.\n"
    clean = without_running_heads(text)
    assert len(clean) == len(text)
    assert [line.strip() for line in clean.split("\n") if line.strip()] == [
        "Quyết định này thay thế Quyết định số 5/QĐ-UBND.", "Điều 3. Hiệu lực.",
    ]  # fmt: skip


def test_a_text_that_cites_the_gazette_keeps_its_words() -> None:
    text = "Đăng Công báo số 242 ngày 22-04-2026. Người ký: ông A.\n"
    assert without_running_heads(text) == text
