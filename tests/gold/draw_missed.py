"""Draws citations at random that stand near a cue and that no relation reaches: what may have been missed.

python tests/gold/draw_missed.py CORPUS SEED > SHEET: of the texts of wild/, provincial/ and gazette/ that are in no
blind set, the citations of documents that stand in no relation of their text but `cites`, with a word of a relation in
the same clause. On stderr: how many there are, and how many relations those texts have.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from pathlib import Path

from draw_statements import blind

from graph import extract

FOLDERS = ("wild", "provincial", "gazette")
HEAD = ("text", "offset", "citation", "verdict", "reason")
DRAWN, LARGE, BEFORE, BEHIND = 150, 400_000, 130, 160  # rows; code points
CUES = (
    "bãi bỏ|thay thế|thay cho|huỷ bỏ|hủy bỏ|hết hiệu lực|sửa đổi|bổ sung|đính chính|hợp nhất|kéo dài|gia hạn|ngưng|"
    "đình chỉ|hướng dẫn|quy định chi tiết|cụ thể h[óo][aá]|triển khai|thi hành|thực hiện|chấm dứt|không còn hiệu lực"
)
CUE = re.compile(CUES, re.IGNORECASE)
PASSIVE = re.compile("hết hiệu lực|được thay thế|được sửa đổi|bãi bỏ")
CLAUSE = re.compile(r"[.;]\s")


def main() -> None:
    corpus, seed = Path(sys.argv[1]), int(sys.argv[2])
    found, relations, skipped = [], 0, blind()
    for path in (p for folder in FOLDERS for p in sorted((corpus / folder).rglob("*.*"))):
        text = path.read_bytes().decode("utf-8") if path.suffix in (".md", ".txt") else ""
        if not text or path.stem in skipped or len(text) > LARGE:
            continue
        name = str(path.relative_to(corpus))
        result = extract(text, source=name)
        told = [r for r in result.relations if r.predicate not in ("cites", "issued_by")]
        relations += len({(r.subject, r.predicate, r.object) for r in told})
        reached = {id for r in told for id in (r.subject, r.object)}
        own = result.source_document
        for mention in result.mentions:
            before = CLAUSE.split(text[max(0, mention.start - BEFORE) : mention.start])[-1]
            behind = CLAUSE.split(text[mention.end : mention.end + BEHIND])[0]
            near = CUE.search(before) or PASSIVE.search(behind)
            if near and mention.document not in reached and not (own and mention.document == own.id):
                found.append((name, mention.start, " ".join(mention.text.split()), "", ""))
    print(f"{len(found)} citations, {relations} relations", file=sys.stderr)
    random.Random(seed).shuffle(found)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows(sorted(found[:DRAWN]))


if __name__ == "__main__":
    main()
