"""Which texts are documents, and which speak of documents."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from pathlib import Path

import pytest

from graph.citations.header import read_header
from graph.identity.kind_of_text import is_document
from graph.normalise import normalise

MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
DOCUMENTS = {
    "a whole head": f"UBND TỈNH AN GIANG\nSỞ NỘI VỤ\nSố: 12/KH-SNV\n{MOTTO}An Giang, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nNăm 2024\n",
    "a number alone": "Số: 12/KH-SNV\nThực hiện Nghị quyết số 18-NQ/TW;",
    "a blank number": f"BỘ TÀI CHÍNH\nSố:     /2026/TT-BTC\n{MOTTO}THÔNG TƯ\nQuy định phí\n",
    "a motto alone": f"{MOTTO}\nĐƠN XIN XÁC NHẬN\nKính gửi: Ủy ban nhân dân xã",
    "a Party paper": "TỈNH ỦY QUẢNG NAM\nĐẢNG CỘNG SẢN VIỆT NAM\nQuảng Nam, ngày 5 tháng 3 năm 2024\nCHỈ THỊ\nvề công tác cán bộ\n",
    "a body without its head": "**THÔNG TƯ**\n\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA QUY CHẾ\n\nCăn cứ Luật Giáo dục ngày 14/6/2019;",
    "a letter without number": "SỞ Y TẾ TỈNH AN GIANG\nAn Giang, ngày 05 tháng 3 năm 2024\nV/v báo cáo số liệu\nKính gửi: Các đơn vị\n\nNơi nhận:\n- Như trên;",
    "a flattened head": "Thông tư Hướng dẫn điều chỉnh lương hưu theo Nghị định số 184/2007/NĐ-CP Căn cứ Nghị định số 184/2007/NĐ-CP;",
    "an act": f"QUỐC HỘI\nLuật số: 90/2024/QH15\n{MOTTO}LUẬT\nKIỂM TRA THỬ\nCăn cứ Hiến pháp;",
}
OTHERS = {
    "news": "# Thủ tướng ban hành Chỉ thị về phòng, chống thiên tai\n\nNgày 25/11/2025, Thủ tướng Chính phủ đã ban hành Chỉ thị số 34/CT-TTg.",
    "a guide": "**Nghị quyết 72-NQ/TW: Có chính sách hỗ trợ nào?**\n\nThực hiện Nghị quyết 72-NQ/TW, Nghị định này thay thế Nghị định số 12/2020/NĐ-CP.",
    "a wiki": "Luật Đất đai là một đạo luật của Việt Nam. Nghị định số 102/2024/NĐ-CP quy định chi tiết luật này.",
    "a note": "Việc cần làm: xem Quyết định số 12/QĐ-UBND, hỏi lại Sở Nội vụ.",
    "a quoted type": "# Toàn văn Nghị quyết\n\n"
    + "Bài viết giới thiệu nội dung chính của Nghị quyết. " * 12
    + "\n\nNGHỊ QUYẾT\n\nCỦA BỘ CHÍNH TRỊ\n",
    "nothing": "",
    "a sentence": "Bãi bỏ Quyết định số 12/QĐ-UBND.",
}


def judged(text: str) -> bool:
    matched = normalise(text).text
    return is_document(read_header(matched), matched)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents(name: str) -> None:
    assert judged(DOCUMENTS[name])


@pytest.mark.parametrize("name", OTHERS)
def test_texts_about_documents(name: str) -> None:
    assert not judged(OTHERS[name])


# share of documents among real texts: (folder, at least, at most)
REAL = [("wild/official", 0.93, 1.0), ("wild/gazette", 0.97, 1.0), ("provincial", 0.99, 1.0), ("wild/web", 0.0, 0.03)]


@pytest.mark.parametrize(("folder", "least", "most"), REAL)
def test_real_texts(shared: Path, folder: str, least: float, most: float) -> None:
    texts = [p for p in sorted((shared / "corpus" / folder).glob("*")) if p.suffix in (".md", ".txt")]
    if not texts:
        pytest.skip("no such texts")
    verdicts = [judged(p.read_text(encoding="utf-8", errors="replace")) for p in texts]
    assert least <= sum(verdicts) / len(verdicts) <= most
