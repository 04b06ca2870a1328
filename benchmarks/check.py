"""How well and how fast `graph.check` checks drafts.

    python benchmarks/check.py                        # 40 drafts with planted faults, 40 clean ones
    python benchmarks/check.py --papers ../shared/corpus/wild/official   # the same citations put into real papers
    python benchmarks/check.py --graph big.db         # a draft of 100 pages against a graph (made by synthetic.py)
    python benchmarks/check.py --sample ../shared/corpus/wild --graph wild.db > sample.jsonl   # findings to be read

The first two print, for each code, how many of the planted faults were found, and how many findings nobody planted.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from drafts import MAKERS, NORMATIVE_ONLY, STANDING, STATE_ONLY, Fault, drafts, into, world

from graph.checking import Report, check_source
from graph.checking.draft import read_draft
from graph.knowledge import KnowledgeGraph
from graph.knowledge import open as open_graph
from graph.model import Source
from graph.reading import read, walk
from graph.structure.quotations import Quotations


@dataclass
class Score:
    """Planted and found faults by code; findings that nobody planted; citations of clean drafts."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    citations: int = 0

    @property
    def share(self) -> float:
        return self.found.total() / max(1, self.planted.total())

    def show(self) -> None:
        for code in sorted(self.planted):
            print(f"{code}  {self.found[code]:3d} of {self.planted[code]:3d}")
        for line in (*self.missed, *self.false):
            print(line)
        print(f"found: {self.found.total()} of {self.planted.total()} ({self.share:.3f})")
        rate = len(self.false) / max(1, self.citations)
        print(f"findings that nobody planted: {len(self.false)} in {self.citations} citations ({rate:.4f})")


def built(folder: Path) -> KnowledgeGraph:
    """A graph of the invented documents."""
    graph = open_graph(folder / "world.db", create=True)
    for source in world():
        graph.ingest(source)
    graph.settle()
    return graph


def judge(score: Score, name: str, report: Report, faults: list[Fault], known: frozenset[tuple[str, str]]) -> None:
    """Count what was found; `known` are findings (code, words) of the paper as it was before."""
    text = report.source.text
    spans = []
    for fault in faults:
        score.planted[fault.code] += 1
        start = text.find(fault.words)
        end = start + len(fault.words)
        spans.append((start, end))
        places = (place for f in report.findings if f.code == fault.code for place in (f, *f.again))
        if any(start <= place.start < end and _at(fault, place, text) for place in places):
            score.found[fault.code] += 1
        else:
            score.missed.append(f"missed {fault.code} in {name}: {fault.words}")
    planted = {fault.code for fault in faults}
    for f in report.findings:
        inside = any(start <= f.start < end for start, end in spans)
        if (f.code, f.text) in known or (inside and f.code in planted):
            continue
        score.false.append(f"false  {f.code} in {name}: {f.text!r}: {f.message()}")


def _at(fault: Fault, finding: object, text: str) -> bool:
    start, end = finding.start, finding.end  # type: ignore[attr-defined]
    around = text[max(0, start - 30) : end + 60]
    return fault.mark in around


def planted(graph: KnowledgeGraph) -> Score:
    """Drafts made from templates."""
    score = Score()
    for faulty, clean in drafts():
        for draft in (faulty, clean):
            report = check_source(Source(draft.name, draft.text), graph)
            judge(score, draft.name, report, draft.faults, frozenset())
            score.citations += len(report.citations)
    return score


def papers(graph: KnowledgeGraph, folder: Path, count: int = 40, seed: int = 20251128) -> Score:
    """Real papers with faults put in, and as many with right citations."""
    chance = random.Random(seed)
    score = Score()
    turn = dict.fromkeys(sorted(MAKERS), 0)
    files = sorted(walk([folder]))
    chance.shuffle(files)
    done = 0
    for path in files:
        if done >= 2 * count:
            break
        source = read(path)
        draft = read_draft(source)
        if draft.kind not in ("normative", "state") or draft.dated is None or not any(c.basis for c in draft.citings):
            continue
        if draft.kind == "normative" and (draft.effective is None or draft.dated < "2025-07-17"):
            continue
        faults: list[Fault] = []
        if done % 2 == 0:
            order = sorted(turn, key=lambda c: (turn[c], chance.random()))
            for code in order:
                if code == "LD603" or (code == "LD106" and draft.effective is None):
                    continue  # the order of the bases is that of the paper
                if (code in NORMATIVE_ONLY and draft.kind != "normative") or (
                    code in STATE_ONLY and draft.kind != "state"
                ):
                    continue
                fault = MAKERS[code](chance)
                if len(faults) < 4 and fault.words not in source.text and not any(_met(fault, o) for o in faults):
                    faults.append(fault)
        right = [
            Fault("", f"Các đơn vị thực hiện theo khoản 2 Điều 3 {p.cited()}.", "") for p in chance.sample(STANDING, 3)
        ]
        given = faults or right
        outline, quoted = draft.reading.outline, Quotations(draft.text)
        if draft.reading.normalised.breaks:
            continue
        text = into(
            source.text, given, chance,
            lambda at, o=outline, q=quoted: not o.is_apart(at) and at not in q and o.at(at).kind != "cell",
        )  # fmt: skip
        if text is None:
            continue
        for fault in faults:
            turn[fault.code] += 1
        before = check_source(source, graph)
        after = check_source(Source(source.name, text, source.format), graph)
        known = frozenset((f.code, f.text) for f in before.findings)
        if any(f.basis for f in faults):  # put before the others, whatever their rank
            after = replace(after, findings=tuple(f for f in after.findings if f.code != "LD603"))
        judge(score, path.name, after, faults, known)
        score.citations += len(after.citations)
        done += 1
    return score


def _met(one: Fault, other: Fault) -> bool:
    from drafts import _same

    return _same(one, other)


def hundred_pages(documents: list[str]) -> bytes:
    """A Word file of a hundred pages (about 2,400 letters each) that cites these documents."""
    import docx

    document = docx.Document()
    for line in ("ỦY BAN NHÂN DÂN", "TỈNH NGHỆ AN", "Số: 58/2025/QĐ-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                 "Độc lập - Tự do - Hạnh phúc", "Nghệ An, ngày 08 tháng 9 năm 2025", "QUYẾT ĐỊNH",
                 "Ban hành Quy định về quản lý bến thủy nội địa"):  # fmt: skip
        document.add_paragraph(line)
    letters, at = 0, 0
    while letters < 240_000:
        cited = documents[at % len(documents)]
        line = f"{at + 1}. Các cơ quan, đơn vị rà soát, tổ chức triển khai các nhiệm vụ được giao, "
        line += f"thực hiện theo quy định tại {cited}; định kỳ báo cáo kết quả về cơ quan thường trực để tổng hợp, "
        line += "kịp thời phản ánh khó khăn, vướng mắc."
        document.add_paragraph(line)
        letters, at = letters + len(line), at + 1
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def speed(graph_file: Path) -> None:
    """Reading, checking and writing comments of the hundred pages; processor time and wall clock of this process."""
    from graph.checking.word import with_comments
    from graph.reading import read_bytes

    chance = random.Random(1)
    with open_graph(graph_file) as graph:
        every = [d for d in graph.documents() if d.code and d.date and d.issuer]
        chosen = chance.sample(every, min(600, len(every)))
        cited = []
        for number, d in enumerate(chosen):
            day = d.date if number % 10 else "2001-01-01"  # a tenth has a wrong day
            year, month, date = (day or "").split("-")
            place = f" {d.place}" if d.place else ""
            cited.append(
                f"{d.type} số {d.code} ngày {int(date):02d}/{int(month):02d}/{year} của {d.issuer}{place} {d.title}"
            )
        data = hundred_pages(cited)
        check_source(Source("warm", "Căn cứ Nghị định số 1/2020/NĐ-CP;"), graph)
        began, processor = time.perf_counter(), time.process_time()
        source = read_bytes(data, "hundred.docx")
        read_at = time.perf_counter()
        report = check_source(source, graph)
        checked = time.perf_counter()
        commented, _ = with_comments(data, report)
        done = time.perf_counter()
    print(f"{len(source.text)} letters, {report.totals()}")
    print(f"read {read_at - began:.2f} s, checked {checked - read_at:.2f} s, comments {done - checked:.2f} s"
          f" ({len(commented)} bytes); processor {time.process_time() - processor:.2f} s")  # fmt: skip


def sample(folder: Path, graph_file: Path, count: int, seed: int) -> None:
    """Random findings of a folder as JSON Lines, each with the words around it, to be read by a person."""
    rows = []
    citations = 0
    with open_graph(graph_file) as graph:
        for path in sorted(walk([folder])):
            source = read(path)
            report = check_source(source, graph)
            citations += len(report.citations)
            for f in report.findings:
                around = " ".join(source.text[max(0, f.start - 160) : f.end + 260].split())
                rows.append({"at": report.at, **report.finding_dict(f), "around": around})
    print(f"{citations} citations, {len(rows)} findings", file=sys.stderr)
    for code, number in sorted(Counter(r["code"] for r in rows).items()):
        print(f"{code} {number}", file=sys.stderr)
    random.Random(seed).shuffle(rows)
    for row in rows[:count]:
        print(json.dumps(row, ensure_ascii=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=Path, help="folder of real papers to put the citations into")
    parser.add_argument("--graph", type=Path)
    parser.add_argument("--sample", type=Path, help="folder whose findings are sampled (with --graph)")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.sample is not None:
        sample(given.sample, given.graph, given.count, given.seed)
        return
    if given.graph is not None:
        speed(given.graph)
        return
    with tempfile.TemporaryDirectory() as folder, built(Path(folder)) as graph:
        (planted(graph) if given.papers is None else papers(graph, given.papers)).show()


if __name__ == "__main__":
    main()
