"""Many texts: what a build and the questions take as a collection grows from ten thousand texts to a million.

    python benchmarks/million.py [--texts 10000,100000,1000000] [--engine local|spark] [--keep FOLDER]

Texts of about a kilobyte (a head, a basis of two to four older documents, what is implemented, replaced or amended) are
made with numbers, dates and provinces of their own; few older documents are cited much, most hardly ever. They are the
rows of JSON Lines files of ten thousand, as collections are published. ``luocdo build`` reads them in a process of its
own. Prints, for each size, seconds by the clock and of the processor, the memory of all processes together, the size of
the graph, and then what questions to it take: warm (the best of five, in this process, processor time) and cold (a
command of its own, by the clock, the best of three).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from memory import family, proportional, spent
from questions import LUOCDO, PAGE, as_installed, best

from graph.engines.local import cores
from graph.knowledge import open as open_graph

PROVINCES = (
    "Quảng Ngãi", "Nghệ An", "Thanh Hóa", "Cà Mau", "Lào Cai", "Đồng Nai", "Gia Lai", "Hà Tĩnh", "Bắc Ninh", "Phú Thọ",
    "Sơn La", "Điện Biên", "Lai Châu", "Cao Bằng", "Lạng Sơn", "Tuyên Quang", "Thái Nguyên", "Hưng Yên", "Ninh Bình",
    "Quảng Trị", "Đắk Lắk", "Khánh Hòa", "Lâm Đồng", "Tây Ninh", "Đồng Tháp", "Vĩnh Long", "An Giang",
)  # fmt: skip
FIELDS = (
    "quản lý đất đai", "bảo vệ môi trường", "phát triển nông thôn mới", "bảo hiểm xã hội", "giáo dục phổ thông",
    "khám bệnh, chữa bệnh", "trật tự an toàn giao thông", "cải cách hành chính", "thực hiện dân chủ ở cơ sở",
    "quản lý tài sản công", "hỗ trợ doanh nghiệp", "chuyển đổi số", "phòng cháy, chữa cháy", "giảm nghèo bền vững",
)  # fmt: skip
CENTRAL = 2_000  # acts of the centre that everybody cites
A_FILE = 10_000
FIRST = date(1998, 3, 1)
DAYS = 27 * 365
HUB = "Chỉ thị số 30-CT/TW ngày 18/02/1998 của Bộ Chính trị"  # before all texts
QUESTION = "30-CT/TW"


def central(number: int) -> str:
    """An act of the government or of a ministry, cited in full."""
    day = FIRST + timedelta(days=number * DAYS // CENTRAL)
    what = f"{number % 150 + 1}/{day.year}"
    said = f"ngày {day.day:02} tháng {day.month:02} năm {day.year}"
    if number % 3:
        return f"Nghị định số {what}/NĐ-CP {said} của Chính phủ"
    return f"Thông tư số {what}/TT-BTC {said} của Bộ trưởng Bộ Tài chính"


def local(number: int, texts: int) -> tuple[str, str, date, str]:
    """Type, symbol, date and province of the text of this number, so that another can cite it."""
    day = FIRST + timedelta(days=DAYS * number // texts)
    place = PROVINCES[number % len(PROVINCES)]
    count = number // len(PROVINCES) + 1
    if number % 4:
        return "Quyết định", f"{count}/QĐ-UBND", day, place
    return "Kế hoạch", f"{count}/KH-UBND", day, place


def cited(number: int, texts: int) -> str:
    kind, symbol, day, place = local(number, texts)
    return f"{kind} số {symbol} ngày {day.day:02}/{day.month:02}/{day.year} của Ủy ban nhân dân tỉnh {place}"


def made(number: int, texts: int) -> str:
    """The text of this number among so many."""
    chance = random.Random(number)
    kind, symbol, day, place = local(number, texts)
    field = chance.choice(FIELDS)
    # the lower the number, the more often an act is cited
    known = CENTRAL * number // texts
    bases = [central(int(known * chance.random() ** 3)) for _ in range(chance.randint(1, 3))]
    older = [chance.randrange(max(0, number - 5_000), number) for _ in range(2)] if number else []
    same_place = [n - (n - number) % len(PROVINCES) for n in older]
    before = [cited(n, texts) for n in same_place if 0 <= n < number]
    lines = [
        f"ỦY BAN NHÂN DÂN\nTỈNH {place.upper()}\n",
        f"Số: {symbol}\n",
        f"{place}, ngày {day.day:02} tháng {day.month:02} năm {day.year}\n",
        f"{kind.upper()}\nVề việc {field} trên địa bàn tỉnh {place} năm {day.year}\n",
        *(f"Căn cứ {basis};\n" for basis in bases),
    ]
    if number % 50 == 0:
        lines.append(f"Thực hiện {HUB}, Ủy ban nhân dân tỉnh ban hành {kind.lower()} như sau:\n")
    if kind == "Kế hoạch":
        lines.append("I. MỤC ĐÍCH, YÊU CẦU\n")
        lines += [f"{n}. Kế hoạch này triển khai thực hiện {act}.\n" for n, act in enumerate(before, 1)]
        lines.append(
            f"{len(before) + 1}. Các cơ quan, đơn vị nghiêm túc thực hiện {field}, bảo đảm tiết kiệm, hiệu quả.\n"
        )
    else:
        lines.append(f"QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này quy định về {field}.\n")
        if before:
            verb = "thay thế" if number % 2 else "sửa đổi, bổ sung khoản 2 Điều 3"
            lines.append(f"Điều 2. Quyết định này có hiệu lực kể từ ngày ký và {verb} {before[0]}.\n")
        lines += [f"Điều 3. Việc thanh toán theo quy định tại {act}.\n" for act in before[1:]]
    lines.append("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n")
    return "\n".join(lines)


def fill(folder: Path, texts: int) -> int:
    """Write the files; bytes of text."""
    size = 0
    for at in range(0, texts, A_FILE):
        with (folder / f"{at // A_FILE:04}.jsonl").open("w", encoding="utf-8") as stream:
            for number in range(at, min(at + A_FILE, texts)):
                text = made(number, texts)
                size += len(text.encode())
                stream.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
    return size


def watched(command: list[str]) -> tuple[int, float, float, int]:
    """Run it: exit code, seconds by the clock, seconds of the processor, bytes of memory of all its processes. Those
    that nobody waits for, as Spark's, have their seconds up to half a second before their end."""
    before, began = os.times(), time.monotonic()
    running = subprocess.Popen(command)
    most, seconds = 0, dict[int, float]()
    while running.poll() is None:
        alive = list(family(running.pid))
        most = max(most, sum(map(proportional, alive)))
        seconds |= {process: max(spent(process), seconds.get(process, 0.0)) for process in alive}
        time.sleep(0.5)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return running.returncode, time.monotonic() - began, max(used, sum(seconds.values())), most


def questions(path: Path) -> Iterator[str]:
    """What questions to the graph take."""
    with open_graph(path) as graph:
        hub = graph.document(QUESTION)
        count = len(graph.implementers(hub, transitive=False))
        first = graph.implementers(hub, limit=PAGE)
        page = best(lambda: [(f.document, f.chains) for f in graph.implementers(hub, limit=PAGE)])
        yield f"the first {len(first)} that carry out {QUESTION} ({count} do so directly): {page:.1f} ms"
        later = best(lambda: [(f.document, f.chains) for f in graph.implementers(hub, limit=PAGE, skip=PAGE)])
        yield f"the next {PAGE}: {later:.1f} ms"
        for words in ("chi thi 30", "12/QD-UBND", "quan ly dat dai nghe an"):
            yield f"find '{words}': {best(lambda words=words: graph.find(words)):.1f} ms"  # type: ignore[misc]
        yield f"status: {best(lambda: graph.status(hub)):.1f} ms"
    environment = as_installed(LUOCDO_GRAPH=str(path))
    for words in (["query", "implements", QUESTION, "--limit", str(PAGE)], ["find", "chi thi 30"]):
        times = []
        for _ in range(3):
            began = time.perf_counter()
            subprocess.run(
                [sys.executable, "-c", LUOCDO, *words], env=environment, stdout=subprocess.DEVNULL, check=True
            )
            times.append(time.perf_counter() - began)
        yield f"luocdo {' '.join(words)}: {min(times) * 1e3:.0f} ms"


def main() -> int:
    """Print the figures; 1 where a build fails."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--texts", default="10000,100000,1000000", help="sizes, divided by commas")
    parser.add_argument("--engine", default="local", choices=("local", "spark"))
    parser.add_argument("--keep", type=Path, help="a folder for texts and graphs, which stay")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="luocdo-million-") as temporary:
        place: Path = arguments.keep or Path(temporary)
        for texts in map(int, arguments.texts.split(",")):
            folder, path = place / f"texts-{texts}", place / f"graph-{texts}-{arguments.engine}.db"
            folder.mkdir(parents=True, exist_ok=True)
            size = fill(folder, texts)
            command = [sys.executable, "-c", LUOCDO, "build", str(folder), "-o", str(path), "-q"]
            command += ["--engine", "spark", "--master", f"local[{cores()}]"] if arguments.engine == "spark" else []
            code, clock, used, memory = watched(command)
            if code:
                print(f"{texts} texts: exit code {code}")
                return 1
            with sqlite3.connect(path) as database:
                documents, relations = (
                    database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                    for table in ("document", "relation")
                )
            print(
                f"{texts:9,} texts, {size / 1e6:.1f} MB, {arguments.engine}: {clock:.1f} s, processor {used:.1f} s"
                f" ({used / texts * 1e3:.2f} ms a text), {memory / 1e6:.0f} MB of memory; {documents:,} documents,"
                f" {relations:,} relations, graph {path.stat().st_size / 1e6:.1f} MB"
                f" ({path.stat().st_size / texts:.0f} B a text)",
                flush=True,
            )
            for line in questions(path):
                print(f"          {line}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
