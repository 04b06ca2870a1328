"""A graph of any size, shaped like the Công báo register, to measure the store and the questions to it.

    python benchmarks/synthetic.py graph.db --documents 100000 --relations 300000

Types and relations occur in the register's proportions (with plans of provinces that carry documents out, which the
register lacks); few documents are cited much, most hardly ever. Same seed, same graph.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from graph.identity.urn import make_urn
from graph.knowledge import open as open_graph
from graph.model import Document, Evidence, Extraction, Issuer, Mention, Relation, Source

PROVINCES = ("Quảng Ngãi", "Bình Dương", "Nghệ An", "Thanh Hóa", "Cà Mau", "Lào Cai", "Đồng Nai", "Gia Lai", "Hà Tĩnh")
# share of documents, type, code, issuer, needs a place, year segment
SHAPES = (
    (30, "Thông tư", "TT-BTC", "Bộ Tài chính", False, True),
    (10, "Thông tư", "TT-BCT", "Bộ Công Thương", False, True),
    (14, "Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ", False, False),
    (12, "Nghị định", "NĐ-CP", "Chính phủ", False, True),
    (6, "Nghị quyết", "NQ-CP", "Chính phủ", False, False),
    (3, "Văn bản hợp nhất", "VBHN-VPQH", "Văn phòng Quốc hội", False, False),
    (12, "Quyết định", "QĐ-UBND", "Ủy ban nhân dân tỉnh", True, True),
    (13, "Kế hoạch", "KH-UBND", "Ủy ban nhân dân tỉnh", True, False),
)
# share of relations, predicate, words of the sentence
PREDICATES = (
    (42, "cites", "dẫn chiếu"),
    (24, "based_on", "căn cứ"),
    (16, "implements", "triển khai thực hiện"),
    (5, "replaces", "thay thế"),
    (4, "repeals", "bãi bỏ"),
    (5, "amends", "sửa đổi, bổ sung một số điều của"),
    (4, "guides", "hướng dẫn thi hành"),
)
WORDS = (
    "quy định", "chi tiết", "một số điều", "quản lý", "sử dụng", "kinh phí", "hỗ trợ", "chương trình", "phát triển",
    "công nghiệp", "nông thôn mới", "giai đoạn", "thực hiện", "chính sách", "dân chủ", "cơ sở", "bảo hiểm", "xã hội",
    "đất đai", "môi trường", "giáo dục", "y tế", "giao thông", "vận tải", "đầu tư", "công khai", "tài sản", "ngân sách",
)  # fmt: skip
CONFIDENCES = (1.0, 0.95, 0.95, 0.95, 0.9, 0.9, 0.9, 0.9, 0.9, 0.8)  # in turn
ROWS = 500  # documents in one source


def documents(count: int, chance: random.Random) -> list[Document]:
    """Distinct documents in order of time."""
    found: list[Document] = []
    numbers: dict[tuple[str, str, str], int] = {}
    first = date(1990, 1, 1)
    weights = [shape[0] for shape in SHAPES]
    for index in range(count):
        _, kind, code, issuer, local, segment = chance.choices(SHAPES, weights)[0]
        day = first + timedelta(days=36 * 365 * index // count)
        place = chance.choice(PROVINCES) if local else None
        key = (code, place or "", str(day.year))
        numbers[key] = numbers.get(key, 0) + 1
        symbol = f"{numbers[key]:02d}/{day.year}/{code}" if segment else f"{numbers[key]:02d}/{code}"
        urn = make_urn(
            jurisdiction_place=place,
            issuer=issuer,
            type=kind,
            date=day.isoformat(),
            year=None,
            number=symbol,
            extra=None,
        )
        title = "về " + " ".join(chance.choices(WORDS, k=13))
        origins = dict.fromkeys(("type", "code", "date", "issuer", "title"), "register")
        found.append(Document(urn, kind, symbol, None, day.isoformat(), issuer, place, title=title, origins=origins))
    return found


def sources(documents: list[Document], relations: int, chance: random.Random) -> Iterator[tuple[Source, Extraction]]:
    """Register pages of some hundred rows, each row a document with what it says of older ones."""
    hubs: list[int] = []  # each target once more for every relation to it: much cited documents are cited more
    weights = [share for share, _, _ in PREDICATES]
    left = relations
    for at in range(0, len(documents), ROWS):
        lines: list[str] = []
        length = 0
        mentioned: dict[str, Document] = {}
        mentions: list[Mention] = []
        stated: list[Relation] = []
        issuers: dict[str, Issuer] = {}
        for index in range(at, min(at + ROWS, len(documents))):
            own = documents[index]
            mentioned[own.id] = own
            authority = ":".join(own.id.split(":")[2:4])
            issuers[authority] = Issuer(authority, own.issuer or "", own.place)
            line = f"{own.type} số {own.code} {own.title}"
            for _ in range(min(left, _share(relations, len(documents), index))):
                if not index:
                    break
                left -= 1
                _, predicate, words = chance.choices(PREDICATES, weights)[0]
                target = chance.choice(hubs) if hubs and chance.random() < 0.6 else chance.randrange(index)
                hubs.append(target)
                other = documents[target]
                mentioned[other.id] = other
                start = length + len(line) + 2
                line += f"; {words} {other.type} số {other.code}"
                end = length + len(line)
                begin = end - len(f"{other.type} số {other.code}")
                text = line[start - length : end - length]
                sure = CONFIDENCES[left % len(CONFIDENCES)]
                evidence = Evidence(start, end, text, words, start, start + len(words), sure, "register")
                stated.append(Relation(own.id, predicate, other.id, evidence))
                mentions.append(Mention(other.id, begin, end, line[begin - length :], (), "register"))
            lines.append(line)
            length += len(line) + 1
        name = f"register-{at // ROWS:05d}"
        text = "\n".join(lines)
        yield (
            Source(name, text, "csv"),
            Extraction(name, tuple(mentioned.values()), tuple(mentions), tuple(stated), tuple(issuers.values())),
        )


def _share(relations: int, documents: int, index: int) -> int:
    return relations * (index + 1) // documents - relations * index // documents


def make(path: Path, count: int, relations: int, seed: int = 1) -> None:
    """Write the graph to `path`."""
    chance = random.Random(seed)
    with open_graph(path, create=True) as graph:
        for source, extraction in sources(documents(count, chance), relations, chance):
            graph.ingest(source, extraction)
        graph.settle()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path", type=Path)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--relations", type=int, default=300_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.path.exists():
        sys.exit(f"{arguments.path} is there already")
    began = time.perf_counter()
    make(arguments.path, arguments.documents, arguments.relations, arguments.seed)
    seconds = time.perf_counter() - began
    megabytes = arguments.path.stat().st_size / 1e6
    print(f"{arguments.documents} documents, {arguments.relations} relations: {seconds:.1f} s, {megabytes:.1f} MB")


if __name__ == "__main__":
    main()
