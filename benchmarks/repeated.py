"""Sentences repeated without a full stop: does the time grow with the length, or with its square?

    python benchmarks/repeated.py [--repeats 250]

Lists of documents in tables and crawled pages come as one endless sentence. Each of some twenty sentences is repeated,
every time with other numbers, behind commas, semicolons, line ends and "và"; then four times as often. Prints what took
the most time, where it grew by the most, and every case that grew by more than `LIMIT`; 1 where there is one.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from graph import extract

NEW, OLD = "Nghị định số {new}/2021/NĐ-CP ngày 05/8/2021 của Chính phủ", "Nghị định số {old}/2015/NĐ-CP"
SENTENCES = (
    f"Chính phủ thay thế {OLD} bằng {NEW}", f"Căn cứ {NEW}", f"Thực hiện {NEW}", f"{NEW} thay thế {OLD}",
    f"{OLD} được thay thế bởi {NEW}", f"theo khoản 2 Điều 8 {OLD} được sửa đổi bởi {NEW}",
    f"{OLD} đã được {NEW} sửa đổi",
    f"Nghị định này thay thế {OLD}", f"{NEW} có hiệu lực từ ngày 01/10/2021", f"{OLD} hết hiệu lực từ ngày 01/10/2021",
    f"Khác với {OLD}, {NEW} thay thế Thông tư số {{old}}/2013/TT-BTC", f"Bãi bỏ {OLD}", f"quy định tại {NEW}",
    f"{NEW} và {OLD} sửa đổi Thông tư số {{new}}/2012/TT-BTC", f"Đây là văn bản thay thế {OLD}",
    f"{OLD} (nay là {NEW})",
    f"Quyết định số {{new}}/QĐ-UBND ban hành Kế hoạch thực hiện {NEW}", f"Theo {NEW}, {OLD} bị bãi bỏ",
    f"Thông tư số {{new}}/2021/TT-BTC hướng dẫn {NEW}",
    f"Nghị định này có hiệu lực từ ngày 01/10/2021 và thay thế {OLD}",
)  # fmt: skip
JOINED = (", ", "; ", "\n", " và ")
TIMES = 4
LIMIT = 6.0  # times as long for four times the text


def seconds(sentence: str, joined: str, repeats: int) -> float:
    """Processor time of the sentence so often."""
    text = joined.join(sentence.format(new=number + 1, old=number + 500) for number in range(repeats))
    started = time.process_time()
    extract(text)
    return time.process_time() - started


def main() -> int:
    """Print the figures; 1 where the time grew by more than `LIMIT`."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--repeats", type=int, default=250)
    repeats = parser.parse_args().repeats
    extract(NEW)
    rows = []
    for sentence in SENTENCES:
        for joined in JOINED:
            few, many = seconds(sentence, joined, repeats), seconds(sentence, joined, TIMES * repeats)
            rows.append((many / few, many, joined, sentence))
    for growth, many, joined, sentence in sorted(rows, reverse=True):
        if growth > LIMIT:
            print(f"{growth:.1f} times as long: {many:.2f} s, {joined!r} {sentence}")
    worst, slowest = max(rows), max(rows, key=lambda row: row[1])
    print(
        f"{len(rows)} texts of {repeats} and of {TIMES * repeats} sentences: the time grows at most {worst[0]:.1f}"
        f" times, the slowest takes {slowest[1]:.2f} s ({slowest[3]})"
    )
    return int(worst[0] > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
