"""The server under load: document pages and searches at a fixed rate, from a client beside it.

    python benchmarks/synthetic.py graph.db && python benchmarks/serve.py graph.db [--rate 200] [--seconds 20]
    python benchmarks/serve.py graph.db --fill 30000    # memory alone: so many requests, four at a time

Requests leave at their time whether or not earlier ones are answered, so that waiting counts (no coordinated omission).
Each address is asked once: no page is answered out of what was kept. Told are the latencies in milliseconds, errors,
the processor's time for a request (which says what idle cores would carry where this machine is not idle), and the
memory of the server's processes before, after half of the requests and after all. Then maps of documents are opened,
one by one: they show a part of the graph, so they take the same time of a small graph and of a large one. Then slow
clients and cut connections are tried, and whether the server still answers.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import psutil

from graph.knowledge import open as open_graph

PORT = 8799
WORDS = (
    "quan ly", "kinh phi", "nong thon moi", "cong nghiep", "bao hiem xa hoi", "dat dai", "moi truong", "dau tu",
    "ngan sach", "tai san cong", "y te", "giao duc", "giao thong", "chinh sach ho tro", "dan chu co so",
)  # fmt: skip


@contextmanager
def server(graph: Path, workers: int) -> Iterator[psutil.Process]:
    """`luocdo serve` as a process; ended afterwards."""
    command = [sys.executable, "-c", "from graph.cli import main; main()", "serve", "-g", str(graph)]
    process = subprocess.Popen([*command, "--port", str(PORT), "--workers", str(workers)], stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                with urlopen(f"http://127.0.0.1:{PORT}/health", timeout=2) as answer:
                    if answer.status == 200:
                        break
            except OSError:
                time.sleep(0.1)
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(20)


def ids(graph: Path, count: int) -> list[str]:
    """Ids of documents by chance, the same every time."""
    with open_graph(graph) as opened:
        listed = [row[0] for row in opened.settled().execute("SELECT id FROM document ORDER BY id")]
    return random.Random(1).sample(listed, min(len(listed), count))


def addresses(graph: Path, count: int) -> list[str]:
    """Distinct addresses, two documents to one search."""
    chance = random.Random(1)
    found = []
    for number, id in enumerate(ids(graph, count)):
        if number % 3 == 2:
            words = f"{chance.choice(WORDS)} {chance.choice(WORDS)}"
            found.append(f"/search?q={quote(words)}&year={chance.randint(1995, 2020)}&skip={number % 7}")
        else:
            found.append(f"/id/{quote(id, safe='/:;')}?at=20{number % 20:02}-{1 + number % 12:02}-01")
    return found


class Client:
    """Connections that are used again."""

    def __init__(self) -> None:
        self._idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def get(self, path: str) -> tuple[int, int]:
        """Status and bytes of an answer."""
        for _ in range(2):
            reader, writer = self._idle.pop() if self._idle else await asyncio.open_connection("127.0.0.1", PORT)
            try:
                head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nAccept: text/html\r\n\r\n"
                writer.write(head.encode())
                top = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
                length = int(top.partition("content-length:")[2].split("\r\n")[0])
                await reader.readexactly(length)
            except (OSError, asyncio.IncompleteReadError, ValueError):
                writer.close()
                continue
            self._idle.append((reader, writer))
            return int(top.split()[1]), length
        return 0, 0


async def load(paths: list[str], rate: float) -> list[tuple[float, int]]:
    """(milliseconds, status) of each request."""
    client = Client()
    begin = time.perf_counter() + 0.1
    done: list[tuple[float, int]] = []

    async def one(number: int, path: str) -> None:
        due = begin + number / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        status, _ = await client.get(path)
        done.append(((time.perf_counter() - due) * 1000, status))

    await asyncio.gather(*(one(number, path) for number, path in enumerate(paths)))
    return done


async def fill(process: psutil.Process, paths: list[str]) -> None:
    """Ask for all the addresses, four at a time, and tell the memory ten times meanwhile."""
    client = Client()
    for tenth in range(10):
        part = iter(paths[tenth * len(paths) // 10 : (tenth + 1) * len(paths) // 10])

        async def some(part: Iterator[str] = part) -> None:
            for path in part:
                status, _ = await client.get(path)
                assert status == 200, path

        await asyncio.gather(*(some() for _ in range(4)))
        print(f"{(tenth + 1) * len(paths) // 10} requests: {memory(process):.0f} MB", flush=True)


async def maps(chosen: list[str]) -> list[float]:
    """Milliseconds for the map of each document."""
    client, took = Client(), []
    for id in chosen:
        began = time.perf_counter()
        status, _ = await client.get(f"/map/{quote(id, safe='/:;')}")
        assert status == 200, id
        took.append((time.perf_counter() - began) * 1000)
    return took


async def rude() -> None:
    """Clients that send one byte a second, and that go in the middle of an answer."""
    slow = [await asyncio.open_connection("127.0.0.1", PORT) for _ in range(50)]
    for sign in b"GET / HT":
        for _, writer in slow:
            writer.write(bytes([sign]))
        await asyncio.sleep(0.05)
    for _ in range(100):
        _, writer = await asyncio.open_connection("127.0.0.1", PORT)
        writer.write(f"GET /search?q=quan HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n\r\n".encode())
        await writer.drain()
        writer.transport.abort()
    for _, writer in slow:
        writer.transport.abort()


def memory(process: psutil.Process) -> float:
    """Megabytes of the process and its children."""
    return sum(p.memory_info().rss for p in (process, *process.children(recursive=True))) / 1e6


def seconds(process: psutil.Process) -> float:
    """Processor time that the process and its children have used."""
    times = [p.cpu_times() for p in (process, *process.children(recursive=True))]
    return sum(t.user + t.system for t in times)


def ready(process: psutil.Process) -> None:
    """Wait until what is counted beside the requests is counted."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            with urlopen(f"http://127.0.0.1:{PORT}/search?q=x", timeout=30):
                break
        except HTTPError:  # what searches need is being listed still
            time.sleep(0.5)
    while time.monotonic() < until and any("counting" in " ".join(p.cmdline()) for p in process.children(True)):
        time.sleep(0.2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--fill", type=int, default=0)
    arguments = parser.parse_args()
    if arguments.fill:
        with server(arguments.graph, arguments.workers) as process:
            ready(process)
            asyncio.run(fill(process, addresses(arguments.graph, arguments.fill)))
        return
    paths = addresses(arguments.graph, int(arguments.rate * arguments.seconds))
    with server(arguments.graph, arguments.workers) as process:
        ready(process)
        asyncio.run(load(paths[: len(paths) // 10], arguments.rate / 4))  # what is loaded once
        before, used = memory(process), seconds(process)
        rest = paths[len(paths) // 10 :]
        done = asyncio.run(load(rest[: len(rest) // 2], arguments.rate))
        middle = memory(process)
        done = sorted(done + asyncio.run(load(rest[len(rest) // 2 :], arguments.rate)))
        each = (seconds(process) - used) / len(done)
        after = memory(process)
        wrong = sum(status != 200 for _, status in done)
        at = {share: done[min(len(done) - 1, int(len(done) * share))][0] for share in (0.5, 0.9, 0.99)}
        print(
            f"{len(done)} requests at {arguments.rate:g}/s, {arguments.workers} workers: {wrong} not answered with 200"
        )
        print(f"latency p50 {at[0.5]:.1f} ms, p90 {at[0.9]:.1f} ms, p99 {at[0.99]:.1f} ms")
        print(f"processor {each * 1000:.1f} ms a request: two idle cores carry {2 / each:.0f} requests/s")
        print(f"memory {before:.0f} MB before, {middle:.0f} MB in the middle, {after:.0f} MB after")
        used = seconds(process)
        opened = asyncio.run(maps(ids(arguments.graph, 50)))
        print(
            f"{len(opened)} maps of documents: median {statistics.median(opened):.0f} ms,"
            f" processor {(seconds(process) - used) * 1000 / len(opened):.0f} ms each"
        )
        asyncio.run(rude())
        began = time.perf_counter()
        with urlopen(f"http://127.0.0.1:{PORT}/health", timeout=5) as answer:
            print(f"after slow and cut connections: {answer.status} in {(time.perf_counter() - began) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
