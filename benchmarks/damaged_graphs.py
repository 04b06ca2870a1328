"""Graph files that are damaged, or made to do harm: what is told of each when the command is asked something of it.

    python benchmarks/damaged_graphs.py [--runs 2000] [--seed 1] [--verbose]

A good graph is damaged in one of the ways below (bytes turned, files cut, pages emptied or exchanged; columns with what
we never write; schemas, versions, blobs and journals made by hand) and one command is run on it, in a process of its
own. Prints how many runs ended how, the longest, the largest; exit code 1 where one ended in a traceback or by a
signal, told more than one line with exit code 2, took more than 60 seconds or more than 1.2 GiB, or touched a file
that is not the graph's. The tests take a sample.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import resource
import signal
import sqlite3
import struct
import sys
import tempfile
import time
import traceback
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

MOST_SECONDS, MOST_BYTES = 60, int(1.2 * (1 << 30))
PAGE = 4096
NAME = "graph.db"
BESIDE = "beside.txt"  # a file of the user's, in the same folder

ASKED = [
    ["show", "18-NQ/TW"], ["show", "01/KH-UBND"], ["find", "ke hoach"], ["find", "18/NQ-CP"], ["query", "implements"],
    ["query", "implements", "18-NQ/TW"], ["query", "replaces", "18-NQ/TW"], ["query", "issued-by", "so cong thuong"],
    ["path", "1127/KH-SCT", "18-NQ/TW"], ["changes", "18-NQ/TW"], ["stats"], ["check"],
    ["export", "-f", "turtle", "-o", "out.ttl"], ["export", "-f", "csv", "-o", "out.zip"], ["view", "-o", "out.html"],
    ["export", "-f", "graphml", "-o", "out.graphml"], ["sparql", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"],
    ["build", "x.txt", "-j", "1"], ["build", "y.txt", "-j", "1"], ["agree", "-g", NAME],
]  # fmt: skip

Damage = Callable[[bytes, random.Random], bytes]


def replaced(data: bytes, at: int, piece: bytes) -> bytes:
    return data[:at] + piece + data[at + len(piece) :]


def cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(100, len(data))]


def one_byte(data: bytes, chance: random.Random) -> bytes:
    return replaced(data, chance.randrange(len(data)), bytes([chance.randrange(256)]))


def head(data: bytes, chance: random.Random) -> bytes:
    return replaced(data, chance.randrange(100), chance.randbytes(2))


def scattered(data: bytes, chance: random.Random, times: int = 40, size: int = 1) -> bytes:
    for _ in range(times):
        data = replaced(data, chance.randrange(PAGE, len(data) - size), chance.randbytes(size))
    return data


def stretches(data: bytes, chance: random.Random) -> bytes:
    return scattered(data, chance, 6, 200)


def zeroed(data: bytes, chance: random.Random) -> bytes:
    return replaced(data, PAGE * chance.randrange(len(data) // PAGE), bytes(PAGE))


def swapped(data: bytes, chance: random.Random) -> bytes:
    one, other = (PAGE * chance.randrange(1, len(data) // PAGE) for _ in range(2))
    return replaced(replaced(data, one, data[other : other + PAGE]), other, data[one : one + PAGE])


def heads_of_pages(data: bytes, chance: random.Random) -> bytes:
    for page in range(1, len(data) // PAGE):
        if chance.random() < 0.3:
            data = replaced(data, PAGE * page + chance.randrange(12), bytes([chance.randrange(256)]))
    return data


DAMAGE: dict[str, Damage] = {
    "cut": cut,
    "one byte": one_byte,
    "first page": head,
    "bytes": scattered,
    "stretches": stretches,
    "page of zeros": zeroed,
    "pages swapped": swapped,
    "heads of pages": heads_of_pages,
}

# What a column may hold in a file that we did not write.
VALUES = (
    7, 2.5, b"\xff\x00", "", "[", "[[[", '{"a": 1}', "[1, 2]", "x" * 5, "[" * 100_000, -(2**62), 2**62, "\x1b[2J",
    float("inf"), "9" * 5000, "[" + "{}," * 2_000_000 + "{}]", '["\ud800"]'.encode("utf-8", "surrogatepass"),
    "[NaN]", "0000-00-00", "x" * 300_000, bytes(4 << 20), zlib.compress(bytes(1 << 26), 9),
)  # fmt: skip
COLUMNS = [
    ("source", "name"), ("source", "metadata"), ("source", "format"), ("source", "length"), ("source", "said"),
    ("block", "data"), ("block", "key"), ("document", "id"), ("document", "type"), ("document", "code"),
    ("document", "name"), ("document", "date"), ("document", "title"), ("document", "issuer"), ("document", "place"),
    ("document", "candidates"), ("document", "origins"), ("document", "bucket"), ("document", "number"),
    ("document", "id_hash"), ("claim", "packed"), ("claim", "digest"), ("claim", "own"), ("claim", "bucket"),
    ("meaning", "document"), ("meaning", "vague"), ("assertion", "claim"), ("word", "name"), ("mention", "start"),
    ("mention", "end"), ("mention", "text"), ("mention", "pinpoints"), ("mention", "confidence"),
    ("mention", "provision"), ("relation", "start"), ("relation", "end"), ("relation", "cue_start"),
    ("relation", "pinpoints"), ("relation", "cue"), ("relation", "predicate"), ("relation", "object"),
    ("relation", "confidence"), ("relation", "provision"), ("effect", "date"), ("effect", "provisions"),
    ("effect", "days"), ("effect", "kind"), ("effect", "basis"), ("issuer", "name"), ("issuer", "level"),
    ("issuer", "id"), ("issuer_variant", "content"), ("issuer_variant", "uses"), ("finding", "claims"),
    ("finding", "start"), ("finding", "message"), ("conflict", "documents"), ("conflict", "kind"),
    ("container", "file"), ("dirty", "bucket"),
]  # fmt: skip

HOSTILE = {
    "view for a table": "DROP VIEW edge; CREATE VIEW edge AS WITH RECURSIVE n(x) AS"
    " (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS subject, x AS predicate FROM n",
    "table is an endless view": "ALTER TABLE document RENAME TO d; CREATE VIEW document AS WITH RECURSIVE n(x) AS"
    " (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT d.* FROM d, n",
    "another view": "CREATE VIEW more AS SELECT load_extension('/tmp/x.so')",
    "trigger": "CREATE TRIGGER t AFTER INSERT ON source BEGIN DELETE FROM document; END",
    "index on an expression": "CREATE INDEX i ON source (abs(length))",
    "another table": "CREATE TABLE more (x)",
    "a column more": "ALTER TABLE source ADD COLUMN more DEFAULT 7",
    "missing table": "DROP TABLE conflict",
    "missing index": "DROP INDEX claim_id",
    "generated": "ALTER TABLE issuer ADD COLUMN more AS (zeroblob(1000000000))",
    "virtual": "CREATE VIRTUAL TABLE more USING fts5 (a, content = 'document')",
}
# Statements that leave the schema as it is.
CRAFTED = {
    "version -1": "PRAGMA user_version = -1",
    "version 0": "PRAGMA user_version = 0",
    "version 1": "PRAGMA user_version = 1",
    "version 2": "PRAGMA user_version = 2",
    "version 4": "PRAGMA user_version = 4",
    "version 2147483647": "PRAGMA user_version = 2147483647",
    "another application": "PRAGMA application_id = 7",
    "words of the search": "UPDATE search_data SET block = zeroblob(100000)",
    "no words of the search": "DELETE FROM search_data",
    "settings of the search": "UPDATE search_config SET v = 99",
    "sizes of the search": "UPDATE search_docsize SET sz = x'ffffffffffffffffff'",
    "figures of tables": "ANALYZE; UPDATE sqlite_stat1 SET stat = '99999999999999999999 -1 x'",
    "roots exchanged": "PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage ="
    " (SELECT rootpage FROM sqlite_master WHERE name = 'source') WHERE name = 'document'",
    "names exchanged": "PRAGMA writable_schema = ON; UPDATE sqlite_master SET name = 'x' WHERE name = 'document'",
    "no root": "PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'claim'",
    "statement is no text": "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = x'ff' WHERE name = 'claim'",
    "circle of replacements": "UPDATE relation SET predicate = (SELECT key FROM word WHERE name = 'replaces');"
    " INSERT OR IGNORE INTO relation SELECT source, ord + 1000000, object, predicate, subject, issuer, partial,"
    " pinpoints, start, end, text, cue, cue_start, cue_end, rule, confidence, provision FROM relation"
    " WHERE object IS NOT NULL",
    "everything implements": "UPDATE relation SET predicate = (SELECT key FROM word WHERE name = 'implements')",
    "texts of no length": "UPDATE block SET data = x'789c030000000001'",
    "blocks without end": "DELETE FROM block WHERE key > 16777217; INSERT INTO block WITH RECURSIVE n(x) AS (SELECT 2"
    " UNION ALL SELECT x + 1 FROM n WHERE x < 40000) SELECT 16777216 + x, data FROM n, block WHERE key = 16777216",
    "meanings of nothing": "PRAGMA foreign_keys = OFF; UPDATE meaning SET document = document + 1000000",
    "no documents": "PRAGMA foreign_keys = OFF; DELETE FROM document",
    "no sources": "PRAGMA foreign_keys = OFF; DELETE FROM source",
    "no words": "PRAGMA foreign_keys = OFF; DELETE FROM word",
    "everything is to be merged": "INSERT OR IGNORE INTO dirty SELECT bucket FROM claim",
    "one bucket": "UPDATE claim SET bucket = 'x'; INSERT INTO dirty VALUES ('x')",
}


def journal_of_others(folder: Path) -> None:
    """A rollback journal that belongs to a transaction over several files: who rolls back deletes what it names."""
    name = os.fsencode(os.path.abspath(folder / BESIDE))
    magic = bytes.fromhex("d9d505f920a163d7")
    pages = (folder / NAME).stat().st_size // PAGE
    start = (magic + struct.pack(">5I", 0, 1, pages, 512, PAGE)).ljust(512, b"\0")
    end = struct.pack(">I", 0x40000000 // PAGE + 1) + name + struct.pack(">II", len(name), sum(name)) + magic
    (folder / f"{NAME}-journal").write_bytes(start + end)


def noise_beside(folder: Path) -> None:
    """A log and its index that are none."""
    chance = random.Random(1)
    (folder / f"{NAME}-wal").write_bytes(chance.randbytes(100_000))
    (folder / f"{NAME}-shm").write_bytes(chance.randbytes(32_768))


def folder_beside(folder: Path) -> None:
    """A folder where the log should be."""
    (folder / f"{NAME}-wal").mkdir()


BESIDES: dict[str, Callable[[Path], None]] = {
    "a journal of others": journal_of_others,
    "noise for a log": noise_beside,
    "a folder for a log": folder_beside,
}


def clear(folder: Path) -> None:
    for end in ("", "-wal", "-shm", "-journal"):
        path = folder / f"{NAME}{end}"
        if path.is_dir():
            path.rmdir()
        path.unlink(missing_ok=True)


def put(data: bytes, folder: Path) -> None:
    """The graph is `data`, with nothing beside it."""
    clear(folder)
    (folder / NAME).write_bytes(data)


def stated(data: bytes, statements: str, folder: Path) -> None:
    """The graph is `data` after these statements of SQL, as far as they can be run."""
    put(data, folder)
    connection = sqlite3.connect(folder / NAME)
    with contextlib.suppress(sqlite3.Error):
        connection.executescript(statements)
    connection.commit()
    connection.close()


def filled(data: bytes, table: str, column: str, value: object, folder: Path, chance: random.Random) -> int:
    """The graph is `data` with this value in the column of some rows, few if it is long; in how many it went."""
    put(data, folder)
    connection = sqlite3.connect(folder / NAME)
    keys = [name for _, name, _, _, _, of_key in connection.execute(f"PRAGMA table_info ({table})") if of_key]
    rows = connection.execute(f"SELECT {', '.join(keys)} FROM {table} ORDER BY {', '.join(keys)}").fetchall()
    most = 3 if isinstance(value, (str, bytes)) and len(value) > 1000 else len(rows)
    where = " AND ".join(f"{key} = ?" for key in keys)
    done = 0
    for row in chance.sample(rows, min(chance.randint(1, most), len(rows)) if most else 0):
        with contextlib.suppress(sqlite3.Error):
            done += connection.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value, *row)).rowcount
    connection.execute("INSERT OR IGNORE INTO dirty SELECT bucket FROM claim")
    connection.commit()
    connection.close()
    return done


def make(folder: Path) -> bytes:
    """The bytes of a good graph, made in `folder`, where the texts that are built stay."""
    import graph
    from graph.knowledge import KnowledgeGraph

    texts = {
        "x.txt": "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI\nSố: 01/KH-UBND\nQuảng Ngãi, ngày 5 tháng 1 năm 2020\nKẾ HOẠCH\n"
        + "Thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017\n" * 300,
        "y.txt": "Căn cứ Kế hoạch số 01/KH-UBND ngày 05/01/2020 của Ủy ban nhân dân tỉnh Quảng Ngãi\n",
        "z.txt": "CHÍNH PHỦ\nSố: 5/2021/NĐ-CP\nHà Nội, ngày 3 tháng 2 năm 2021\nNGHỊ ĐỊNH\nĐiều 1. Nghị định này thay"
        " thế Nghị định số 6/2015/NĐ-CP ngày 1/1/2015; sửa đổi điểm a khoản 1 Điều 5 Nghị định số 7/2016/NĐ-CP\nĐiều 2."
        " Nghị định này có hiệu lực từ ngày 01/3/2021. Nghị định số 18/NQ-CP hết hiệu lực.\n",
        "report.txt": (Path(__file__).resolve().parents[1] / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt").read_text(
            encoding="utf-8"
        ),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / BESIDE).write_text("mine", encoding="utf-8")
    here = os.getcwd()
    os.chdir(folder)
    try:
        known: KnowledgeGraph
        with graph.open("good.db", create=True) as known:
            known.add(["x.txt", "z.txt", "report.txt"], workers=1)
    finally:
        os.chdir(here)
    return (folder / "good.db").read_bytes()


def prepare(kind: str, data: bytes, folder: Path, chance: random.Random) -> str:
    """Put a damaged graph into the folder; what was done, in words."""
    if kind == "bytes":
        way = chance.choice(list(DAMAGE))
        put(DAMAGE[way](data, chance), folder)
    elif kind == "values":
        (table, column), value = chance.choice(COLUMNS), chance.choice(VALUES)
        done = filled(data, table, column, value, folder, chance)
        way = f"{table}.{column} = {value!r:.30} in {done} rows"
    elif kind == "besides":
        way = chance.choice(list(BESIDES))
        put(data, folder)
        BESIDES[way](folder)
    else:
        table_of = {"schemas": HOSTILE, "crafted": CRAFTED}[kind]
        way = chance.choice(list(table_of))
        stated(data, table_of[way], folder)
    return way


def fault(code: int, told: str) -> str | None:
    """What is wrong with how a command ended, if anything."""
    if "Traceback" in told:
        return "traceback"
    if code not in (0, 1, 2):
        return f"exit code {code}"
    if code == 2 and told.count("\n") != 1:
        return "not one line"
    return None


KINDS = {"bytes": 9, "values": 6, "crafted": 4, "schemas": 1, "besides": 1}


def ask(words: list[str], folder: Path) -> tuple[int, str]:
    """Run the command in this process; exit code and what it told on stderr."""
    from graph.cli import run

    out, err = io.StringIO(), io.StringIO()
    os.chdir(folder)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = run(words)
        except BaseException:
            traceback.print_exc()
            code = 1
    return code, err.getvalue()


def asked_apart(words: list[str], folder: Path) -> tuple[int, str, float, int]:
    """The same in a process of its own: also seconds and bytes of memory."""
    reading, writing = os.pipe()
    began = time.monotonic()
    process = os.fork()
    if process == 0:
        signal.alarm(2 * MOST_SECONDS)
        code, told = ask(words, folder)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        os.write(writing, json.dumps([code, told[-4000:], peak]).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    _, status = os.waitpid(process, 0)
    seconds = time.monotonic() - began
    if not told:
        return 128 + os.WTERMSIG(status), "", seconds, 0
    code, words_told, peak = json.loads(told)
    return code, words_told, seconds, peak


def main() -> int:
    """Print the figures; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="a line for each run")
    arguments = parser.parse_args()
    import graph.explorer.rendering
    import graph.pipeline
    import graph.rdf  # noqa: F401  (loaded once, not in each process)

    os.environ.pop("LUOCDO_GRAPH", None)
    ended: Counter[str] = Counter()
    faults = 0
    longest, largest = (0.0, ""), (0, "")
    with tempfile.TemporaryDirectory(prefix="luocdo-damaged-") as made:
        folder = Path(made)
        os.environ["LUOCDO_CACHE"] = str(folder / "cache")
        data = make(folder)
        print(f"a graph of {len(data)} bytes; {arguments.runs} runs", flush=True)
        for number in range(arguments.runs):
            chance = random.Random(f"{arguments.seed}.{number}")
            kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
            way = prepare(kind, data, folder, chance)
            words = chance.choice(ASKED)
            code, told, seconds, peak = asked_apart(words, folder)
            what = f"{number}: {kind}: {way}; luocdo {' '.join(words)}"
            wrong = fault(code, told)
            if seconds > MOST_SECONDS:
                wrong = wrong or f"{seconds:.0f} s"
            if peak > MOST_BYTES:
                wrong = wrong or f"{peak >> 20} MiB"
            if not (folder / BESIDE).exists():
                wrong = wrong or "another file is gone"
                (folder / BESIDE).write_text("mine", encoding="utf-8")
            if wrong:
                faults += 1
                print(f"! {what}: {wrong}\n{told}", flush=True)
            elif arguments.verbose:
                print(f"  {what}: {code} {seconds:.1f} s {peak >> 20} MiB {told.strip()[:100]}", flush=True)
            ended[f"{kind}, exit code {code}"] += 1
            if number % 100 == 99:
                print(f"{number + 1} runs, {faults} faults", file=sys.stderr, flush=True)
            longest, largest = max(longest, (seconds, what)), max(largest, (peak, what))
    for name, count in sorted(ended.items()):
        print(f"{count:6} {name}")
    print(f"longest {longest[0]:.1f} s ({longest[1]})")
    print(f"largest {largest[0] >> 20} MiB ({largest[1]})")
    print(f"{faults} faults in {arguments.runs} runs")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
