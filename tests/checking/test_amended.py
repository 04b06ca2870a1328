"""LD106 and LD107: an amender counts from the day on which it takes effect; a plan carries out what comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from drafts import FRAMES

from graph.checking import check_source
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Source

DECISION = next(f for f in FRAMES if f.name == "quyet-dinh").text
LAW = "Luật Thí điểm số 41/2023/QH15 ngày 20 tháng 6 năm 2023"


def _law(code: str, title: str, body: str, passed: str) -> str:
    return (
        f"QUỐC HỘI\nLuật số: {code}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"LUẬT\n{title}\n\n"
        f"Căn cứ Hiến pháp;\nQuốc hội ban hành {title}.\n\n{body}\n\n"
        f"Luật này được Quốc hội khóa XV thông qua ngày {passed}.\n"
    )


def _graph(path: Path, effect: str) -> KnowledgeGraph:
    graph = open_graph(path / "g.db", create=True)
    graph.ingest(
        Source("a.txt", _law("41/2023/QH15", "THÍ ĐIỂM", "Điều 1. Phạm vi\nÁp dụng thử.", "20 tháng 6 năm 2023"))
    )
    graph.ingest(
        Source(
            "b.txt",
            _law(
                "61/2025/QH15",
                "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT THÍ ĐIỂM SỐ 41/2023/QH15",
                f"Điều 1. Sửa đổi Điều 1 của Luật Thí điểm số 41/2023/QH15.\n{effect}",
                "14 tháng 6 năm 2025",
            ),
        )
    )
    return graph


STATED = "Điều 2. Hiệu lực thi hành\nLuật này có hiệu lực thi hành từ ngày 01 tháng 10 năm 2025."


def _codes(text: str, graph: KnowledgeGraph, at: str) -> list[str]:
    return [f.code for f in check_source(Source("d.md", text, "md"), graph, at).findings]


@pytest.mark.parametrize(
    ("effect", "at", "found"),
    [
        (STATED, "2025-09-30", False),
        (STATED, "2025-10-01", True),
        ("", "2025-09-30", False),  # nobody says when it takes effect
        ("", "2027-03-01", True),
    ],
)
def test_an_amender_counts_from_its_day_of_effect(tmp_path: Path, effect: str, at: str, found: bool) -> None:
    text = DECISION.replace("{bases}", f"Căn cứ {LAW};").replace("{body}", "Tổ chức thực hiện.")
    with _graph(tmp_path, effect) as graph:
        assert ("LD107" in _codes(text, graph, at)) is found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("Thực hiện theo Điều 1 Luật Thí điểm.", False),  # the law as it stands
        ("Thực hiện theo Điều 1 Luật Thí điểm số 41/2023/QH15.", True),
        ("Áp dụng theo Luật Thí điểm số 41/2023/QH15.", True),
    ],
)
def test_a_law_named_alone_is_the_law_as_it_stands(tmp_path: Path, body: str, found: bool) -> None:
    text = DECISION.replace("{bases}", "").replace("{body}", body)
    with _graph(tmp_path, STATED) as graph:
        assert ("LD107" in _codes(text, graph, "2026-05-01")) is found


PLAN = """ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: 320/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 29 tháng 8 năm 2025
{kind}
{title}

Căn cứ Luật số 61/2025/QH15 ngày 14 tháng 6 năm 2025 sửa đổi, bổ sung một số điều của Luật Thí điểm;

{body}
Có hiệu lực từ ngày ký.
"""


@pytest.mark.parametrize(
    ("kind", "title", "body", "found"),
    [
        (
            "KẾ HOẠCH",
            "Triển khai thi hành Luật số 61/2025/QH15",
            "Ủy ban nhân dân tỉnh ban hành Kế hoạch triển khai thi hành Luật số 61/2025/QH15.",
            False,
        ),
        ("QUYẾT ĐỊNH", "Về việc giao chỉ tiêu", "Điều 1. Giao chỉ tiêu.\nQuyết định này có hiệu lực từ ngày ký.", True),
    ],
)
def test_a_plan_carries_out_what_comes(tmp_path: Path, kind: str, title: str, body: str, found: bool) -> None:
    text = PLAN.format(kind=kind, title=title, body=body)
    with _graph(tmp_path, STATED) as graph:
        assert ("LD106" in _codes(text, graph, "2025-08-29")) is found
