"""A graph of made texts, and the application that serves it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from graph_samples import DECREE

PLAN = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG NGÃI
Số: 83/KH-UBND
Quảng Ngãi, ngày 04 tháng 6 năm 2020

KẾ HOẠCH
Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư

Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư,
Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

1. Tổ chức quán triệt <script>alert(1)</script> Nghị định số 30/2020/NĐ-CP.
"""
AMENDING = """BỘ NỘI VỤ
Số: 12/2023/TT-BNV
Hà Nội, ngày 10 tháng 10 năm 2023

THÔNG TƯ
Sửa đổi một số điều của Thông tư số 05/2021/TT-BNV

Điều 1. Sửa đổi, bổ sung khoản 2 Điều 3 Thông tư số 05/2021/TT-BNV ngày 12 tháng 8 năm 2021 của Bộ trưởng Bộ Nội vụ.

Điều 2. Thông tư này có hiệu lực thi hành từ ngày 01 tháng 12 năm 2023 và bãi bỏ
Thông tư số 01/2015/TT-BNV ngày 15 tháng 01 năm 2015 của Bộ trưởng Bộ Nội vụ.
"""
TEXTS = {"nghi-dinh-30.txt": DECREE, "ke-hoach-83.txt": PLAN, "thong-tu-12.txt": AMENDING}


@pytest.fixture(scope="session")
def graph_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the texts."""
    import graph

    folder = tmp_path_factory.mktemp("serve")
    (folder / "texts").mkdir()
    for name, text in TEXTS.items():
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    with graph.open(folder / "graph.db", create=True) as opened:
        opened.add(folder / "texts", workers=1)
    return folder / "graph.db"


@pytest.fixture(scope="session")
def client(graph_file: Path) -> Iterator[Any]:
    """A client of the application, in this process."""
    pytest.importorskip("mcp", reason="needs the extra serve")
    testclient = pytest.importorskip("starlette.testclient")
    from graph.serve import Settings, application

    with testclient.TestClient(application(Settings(str(graph_file))), base_url="http://127.0.0.1:8000") as opened:
        yield opened


@pytest.fixture(scope="session")
def address(graph_file: Path) -> Iterator[str]:
    """A server on a port of its own."""
    pytest.importorskip("mcp", reason="needs the extra serve")
    import uvicorn

    from graph.serve import Settings, application

    server = uvicorn.Server(
        uvicorn.Config(application(Settings(str(graph_file))), host="127.0.0.1", port=0, log_level="error")
    )
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 20
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)
