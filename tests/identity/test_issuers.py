"""Who issued a cited document: type and symbol before words, words that the symbol vetoes, bodies in their time."""

# ruff: noqa: E501 (quotes stay whole)
from __future__ import annotations

from pathlib import Path

import pytest
from facts import issuers_of

from graph import extract
from graph.citations.bodies import IssuerRef
from graph.identity.issuers import issuer_rows

PROVINCE = """UBND TỈNH AN GIANG
SỞ TƯ PHÁP
Số: 21/BC-STP
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
An Giang, ngày 05 tháng 3 năm 2025

BÁO CÁO
Công tác quý I

"""


def issuer(sentence: str) -> tuple[str | None, str | None]:
    """The issuer of the first document that `sentence` cites, and its place."""
    result = extract(PROVINCE + sentence)
    cited = next(d for d in result.documents if not d.is_source)
    return cited.issuer, cited.place


@pytest.mark.parametrize(
    ("sentence", "name", "place"),
    [
        # "do X" counts before "ban hành", "ký" only
        ("Gói thầu quy định tại Điều 2 của Luật Đấu thầu do Ủy ban nhân dân tỉnh làm chủ đầu tư.", "Quốc hội", None),
        ("Việc xử lý theo Bộ luật Hình sự do Công an tỉnh thụ lý.", "Quốc hội", None),
        ("Góp ý Nghị định số 40/2024/NĐ-CP do Bộ Tài chính chủ trì soạn thảo.", "Chính phủ", None),
        ("Quyết định số 12/2024/QĐ-UBND do Sở Tư pháp thẩm định.", "Ủy ban nhân dân tỉnh", "An Giang"),
        ("Quyết định số 12/QĐ-TTPVHCC do Trung tâm Phục vụ hành chính công tỉnh ban hành.",
         "Trung tâm Phục vụ hành chính công tỉnh", "An Giang"),
        ("Thông báo số 5/TB-BVĐK do Bệnh viện Đa khoa tỉnh ký.", "Bệnh viện Đa khoa tỉnh", "An Giang"),
        # the symbol settles, whatever the words say
        ("Thông tư số 44/2023/TT-BTC của Bộ Công Thương.", "Bộ Tài chính", None),
        ("Thông tư số 15/2017/TT-BLĐTBXH của Bộ trưởng Bộ Lao động, sau đây gọi là Thông tư.",
         "Bộ Lao động - Thương binh và Xã hội", None),
        ("Quyết định số 2304/QĐ-BTNMT của Bộ Nông nghiệp và Môi trường.", "Bộ Tài nguyên và Môi trường", None),
        ("Tờ trình số 536/TTr-STC của UBND tỉnh.", "Sở Tài chính", "An Giang"),
        ("Nghị quyết số 98/2023/QH15 của Cục Thuế hướng dẫn.", "Quốc hội", None),
        ("Nghị định số 118/2025/NĐCP của Chính phủ.", "Chính phủ", None),
        # several bodies share the code: the words decide
        ("Nghị quyết số 35-NQ/TW ngày 22/10/2018 của Bộ Chính trị.", "Bộ Chính trị", None),
        ("Quyết định số 5/QĐ-UBND của Chủ tịch UBND tỉnh.", "Chủ tịch Ủy ban nhân dân tỉnh", "An Giang"),
        ("Quyết định số 5/QĐ-UBND của UBND huyện Tri Tôn.", "Ủy ban nhân dân huyện", "Tri Tôn"),
        ("Kế hoạch số 4/KH-BCĐ của Ban Chỉ đạo phát triển du lịch tỉnh.", "Ban Chỉ đạo phát triển du lịch tỉnh", "An Giang"),
        ("Kế hoạch số 28/KH-BTC của Ban Tổ chức Hội thi tỉnh.", "Ban Tổ chức Hội thi tỉnh", "An Giang"),
        ("Nghị quyết số 9-NQ/ĐU của Đảng ủy Công ty Cấp nước.", "Đảng ủy Công ty Cấp nước", "An Giang"),
        # an unknown code vetoes a body that it cannot abbreviate
        ("Kế hoạch số 45/KH-THPTLHP của Sở Giáo dục và Đào tạo.", None, None),
        ("Công văn số 16/CV-HHTACN của Hội Chăn nuôi Việt Nam gửi Thủ tướng.", None, None),
        ("Kế hoạch số 45/KH-THPTLHP của Trường THPT Lê Hồng Phong.", "Trường THPT Lê Hồng Phong", None),
        ("Công văn số 1144/GDĐT-GDTX của Sở Giáo dục và Đào tạo.", "Sở Giáo dục và Đào tạo", "An Giang"),
        ("Báo cáo số 420/BC-UBTPPL15 của Ủy ban Pháp luật và Tư pháp.", "Ủy ban Pháp luật và Tư pháp của Quốc hội", None),
        # new bodies, and bodies in their time
        ("Công văn số 5106/CT-CS ngày 12/11/2025.", "Cục Thuế", None),
        ("Quyết định số 1378/QĐ-CT ngày 01/9/2025.", "Cục Thuế", None),
        ("Công văn số 286/GLA-CNTK ngày 23/7/2025 của Thuế tỉnh Gia Lai.", "Thuế tỉnh", "Gia Lai"),
        ("Quyết định số 206-CP ngày 30/5/1979.", "Hội đồng Chính phủ", None),
        ("Quyết định số 206/QĐ-CP ngày 30/5/1996.", "Chính phủ", None),
        # one ministry has one name
        ("Bộ GD&ĐT ban hành Thông tư số 29/2024/TT-BGDĐT.", "Bộ Giáo dục và Đào tạo", None),
        ("Quyết định số 4347/QĐ-BVHTTDL của Bộ VH,TT&DL.", "Bộ Văn hóa, Thể thao và Du lịch", None),
    ],
)  # fmt: skip
def test_issuer_of_a_cited_document(sentence: str, name: str | None, place: str | None) -> None:
    assert issuer(sentence) == (name, place)


def test_an_inferred_name_is_marked() -> None:
    result = extract(
        PROVINCE
        + "Kế hoạch số 45/KH-THPTLHP của Trường THPT Lê Hồng Phong; Thông tư số 1/2024/TT-BTC của Bộ Tài chính."
    )
    origins = {d.code: d.origins.get("issuer") for d in result.documents}
    assert origins == {"21/BC-STP": "source", "45/KH-THPTLHP": "inferred", "1/2024/TT-BTC": "text"}


def test_two_texts_agree_on_the_chairman() -> None:
    own = """ỦY BAN NHÂN DÂN
TỈNH AN GIANG
Số: 2015/QĐ-UBND
An Giang, ngày 18 tháng 11 năm 2025
QUYẾT ĐỊNH
VỀ VIỆC CÔNG BỐ
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH AN GIANG
Căn cứ Luật A;
"""
    citing = PROVINCE + "Quyết định số 2015/QĐ-UBND ngày 18/11/2025 của Chủ tịch UBND tỉnh An Giang."
    assert (
        issuers_of(own, "2015/QĐ-UBND")
        == issuers_of(citing, "2015/QĐ-UBND")
        == [("Chủ tịch Ủy ban nhân dân tỉnh", "An Giang")]
    )


def test_said_once_in_full_then_short() -> None:
    words = (
        "Quyết định số 1535/QĐ-TTPVHCC ngày 03/11/2025 của Trung tâm Phục vụ hành chính công thành phố Hà Nội; Quyết định số"
        " 1535/QĐ-TTPVHCC ngày 03/11/2025 của Trung tâm Phục vụ hành chính công; Quyết định số 1535/QĐ-TTPVHCC ngày"
        " 03/11/2025 của Trung tâm Phục vụ hành chính công."
    )
    assert issuer(words) == ("Trung tâm Phục vụ hành chính công thành phố", "Hà Nội")


CASES = Path(__file__).resolve().parents[2].parent / "shared" / "cases"


@pytest.mark.skipif(not CASES.is_dir(), reason="no shared/cases beside the checkout")
def test_the_cases_beside_the_checkout() -> None:
    law = extract((CASES / "08-law-of-the-committee.txt").read_text(encoding="utf-8"))
    assert [d.issuer for d in law.documents if not d.is_source] == [
        "Quốc hội", "Quốc hội", "Chính phủ", "Ủy ban nhân dân tỉnh",
    ]  # fmt: skip
    school = extract((CASES / "09-school-head.txt").read_text(encoding="utf-8")).source_document
    assert school is not None and school.issuer == "Trường THPT Lê Hồng Phong"
    passed = extract((CASES / "14-law-date.txt").read_text(encoding="utf-8")).source_document
    assert passed is not None and passed.date == "2024-06-21"


@pytest.mark.parametrize(
    ("name", "branch"),
    [
        ("Chi cục Thuế khu vực XII", "state"),
        ("Đảng ủy Công ty Cấp nước", "party"),
        ("Đảng ủy Sở Công Thương", "party"),
        # part of a known body
        ("Ban Pháp chế Hội đồng nhân dân thành phố", "state"),
        ("Ban Chỉ đạo của Chính phủ về quản lý kinh tế vĩ mô", "state"),
        ("Tổ giúp việc Tỉnh ủy", "party"),
        ("Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "front"),
        # nobody's in particular
        ("Công ty Cổ phần Bia Sài Gòn - Bến Tre", None),
        ("Trường THPT Lê Hồng Phong", None),
        ("Ban Chỉ đạo PPP", None),
        ("Bệnh viện Đa khoa Tâm Đức", None),
        ("Câu lạc bộ Bóng đá", None),
    ],
)
def test_branch_of_a_body_that_no_table_holds(name: str, branch: str | None) -> None:
    assert issuer_rows([IssuerRef(name, None, None, 0, inferred=True)], None)[0].branch == branch
