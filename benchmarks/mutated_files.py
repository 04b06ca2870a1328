"""Files and texts that were damaged on their way: what the readers and the extraction make of them.

    python benchmarks/mutated_files.py [--files 10000] [--texts 100000] [--seed 1] [--workers N]

Small good files of every format (made here, and real ones of ``../shared/corpus`` where it is there) are damaged: bytes
turned, cut off, left out, repeated, exchanged; parts of packed files also before they are packed. They are read as
``luocdo build`` reads them. Texts are pieces of real ones and of what the rules look for, cut, mixed and peppered with
strange signs; each is extracted, and all its offsets are looked at. Prints how it ended; exit code 1 where a file ended
in anything but a document or a sentence, or took its worker with it, and where a text raised or an offset is wrong.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hostile import FILLERS, LAYOUT_PREFIXES, PREFIXES, UNITS
from hostile_files import doc, docx, note, ole, pdf_of, with_notes, zipped

from graph import extract
from graph.engines import jobs, run
from graph.engines.local import cores

HOME = Path(__file__).resolve().parents[1]
CORPUS = HOME / "../shared/corpus"
SUFFIXES = (".docx", ".pdf", ".doc", ".rtf", ".odt", ".mht", ".mhtml", ".html", ".htm", ".zip", ".parquet", ".jsonl")
LARGEST = 200_000  # bytes of a real file that is damaged
A_TIME = 200  # files in the folder at once
SAID = "Căn cứ Nghị định số 1/2020/NĐ-CP ngày 05/01/2020 của Chính phủ; Kế hoạch này thực hiện Nghị quyết số 18-NQ/TW."
STRANGE = "\0\x01\x0b\x0c\x1b\u0301\u200b\u202e\ufeff\ufffd\ud800\U0001f600\u3000\r\n\t|*_“”…–/"


def good() -> dict[str, bytes]:
    """Name -> content of the files that are damaged."""
    paragraph = f"<w:p><w:r><w:t>{SAID}</w:t></w:r></w:p>"
    rtf = "".join(sign if ord(sign) < 128 else f"\\u{ord(sign)}?" for sign in SAID)
    page = f"<html><head><title>t</title></head><body><nav>x</nav><table><tr><td>{SAID}</td></tr></table></body></html>"
    odt = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"<text:p>{SAID}</text:p></office:text></office:body></office:document-content>"
    )
    found = {
        "a.docx": docx(paragraph * 20 + f"<w:tbl><w:tr><w:tc>{paragraph}</w:tc></w:tr></w:tbl>"),
        "notes.docx": with_notes(note(1, 2), note(2)),
        "a.odt": zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": odt}),
        "a.html": page.encode(),
        "a.rtf": f"{{\\rtf1\\ansi {rtf}\\par {rtf}}}".encode(),
        "a.pdf": pdf_of(b"BT /F1 12 Tf 10 10 Td (Quyet dinh so 1/QD-UBND) Tj ET", b"/Font << /F1 5 0 R >>"),
        "a.doc": doc(1, 40_000),
        "b.doc": ole({"WordDocument": b"\xec\xa5\xd9\x00" + bytes(4096), "0Table": bytes(4096)}),
        "a.txt": SAID.encode() * 20,
        "utf16.txt": SAID.encode("utf-16"),
        "a.jsonl": "".join(f'{{"text": "{SAID}", "n": {n}}}\n' for n in range(5)).encode(),
        "a.zip": zipped({"a.txt": SAID, "b.html": page, "c/d.docx": docx(paragraph)}),
        "a.mht": f"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode(),
    }
    if CORPUS.is_dir():
        real = [path for path in sorted(CORPUS.rglob("*")) if path.suffix.lower() in SUFFIXES and path.is_file()]
        small = [path for path in real if 0 < path.stat().st_size <= LARGEST]
        by_kind: dict[str, list[Path]] = {}
        for path in small:
            by_kind.setdefault(path.suffix.lower(), []).append(path)
        for suffix, paths in by_kind.items():
            for path in paths[:: max(1, len(paths) // 6)][:6]:
                found[f"real-{len(found)}{suffix}"] = path.read_bytes()
    return found


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes after one to four damages."""
    if data[:2] == b"PK" and chance.random() < 0.6:
        data = inside(data, chance)
        if chance.random() < 0.7:
            return data
    for _ in range(chance.randint(1, 4)):
        size = len(data)
        if size < 8:
            return data
        at, length = chance.randrange(size), chance.randint(1, max(1, size // 10))
        way = chance.randrange(7)
        if way == 0:
            data = data[:at]
        elif way == 1:
            data = data[:at] + data[at + length :]
        elif way == 2:
            data = data[:at] + data[at : at + length] * chance.choice((2, 3, 20)) + data[at + length :]
        elif way == 3:
            data = data[:at] + chance.randbytes(min(length, 40)) + data[at + min(length, 40) :]
        elif way == 4:
            data = data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        elif way == 5:
            numbers = list(re.finditer(rb"\d+", data[at : at + 5000]))
            if numbers:
                one = chance.choice(numbers)
                number = chance.choice((b"0", b"-1", b"65536", b"4294967295", b"99999999999999999999"))
                data = data[: at + one.start()] + number + data[at + one.end() :]
        else:
            other = chance.randrange(size)
            data = data[:at] + data[other : other + length] + data[at + length :]
    return data


def inside(data: bytes, chance: random.Random) -> bytes:
    """A packed file with one of its parts damaged, renamed or left out, packed again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, EOFError):
        return data
    name = chance.choice(sorted(parts))
    part = parts.pop(name)
    way = chance.randrange(6)
    if way:
        parts[name if way > 1 else f"{name}x"] = mutated(part, chance) if way > 1 and part[:2] != b"PK" else part
    return zipped(dict(parts), level=1)


def read_files(count: int, seed: int, workers: int) -> int:
    """Damage and read that many files; how many ended badly."""
    originals = good()
    names = sorted(originals)
    ended: Counter[str] = Counter()
    bad = 0
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory(prefix="luocdo-mutated-") as made:
        for at in range(0, count, A_TIME):
            folder = Path(made, str(at))
            folder.mkdir()
            numbers = range(at, min(at + A_TIME, count))
            for number in numbers:
                chance = random.Random(f"{seed}.{number}")
                name = chance.choice(names)
                (folder / f"{number:06}-{name}").write_bytes(mutated(originals[name], chance))
            left = len(numbers)
            began = time.monotonic()
            for outcome in run(jobs([folder]), workers=workers):
                left -= outcome.last
                suffix = Path(outcome.job.path).suffix
                if outcome.last:
                    now = time.monotonic()
                    slowest, began = max(slowest, (now - began, Path(outcome.job.path).name)), now
                elif outcome.error is None:
                    ended[f"{suffix}: a document"] += 1
                else:
                    ended[f"{suffix}: a sentence"] += 1
                    if re.search(r"\b[A-Z]\w*(?:Error|Exception)\b|Traceback|\n|tiến trình đọc", outcome.error):
                        bad += 1
                        print(f"! seed {seed}, {Path(outcome.job.path).name}: {outcome.error}", flush=True)
            bad += left
            print(f"{numbers.stop} files, {bad} ended badly", file=sys.stderr, flush=True)
            for path in folder.iterdir():
                path.unlink()
    for ending, times in sorted(ended.items()):
        print(f"{times:7} {ending}")
    print(f"{count} files; {bad} ended badly; the longest wait for one {slowest[0]:.1f} s ({slowest[1]})", flush=True)
    return bad


def fuzzed(count: int, seed: int) -> Iterator[str]:
    """Texts from pieces of real ones and of what the rules look for."""
    real = [(HOME / "data" / "bao-cao-qcdc-sct-quang-ngai-2021.txt").read_text(encoding="utf-8")]
    if CORPUS.is_dir():
        paths = [path for path in sorted(CORPUS.rglob("*")) if path.suffix in (".txt", ".md")]
        real += [path.read_text(encoding="utf-8", errors="replace") for path in paths[:: max(1, len(paths) // 60)]]
    words = [*UNITS.values(), *PREFIXES, *FILLERS, *LAYOUT_PREFIXES]
    for number in range(count):
        chance = random.Random(f"{seed}.{number}")
        pieces: list[str] = []
        for _ in range(chance.randint(1, 12)):
            way = chance.randrange(5)
            if way < 2:
                text = chance.choice(real)
                at = chance.randrange(max(1, len(text)))
                pieces.append(text[at : at + chance.randint(1, 400)])
            elif way < 4:
                pieces.append(chance.choice(words) * chance.choice((1, 1, 1, 2, 5)))
            else:
                pieces.append("".join(chance.choices(STRANGE, k=chance.randint(1, 4))))
        yield "".join(pieces)


def misplaced(text: str) -> str | None:
    """What is wrong with what is extracted from the text, if anything."""
    try:
        said = extract(text)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    ids = {document.id for document in said.documents} | {issuer.id for issuer in said.issuers}
    for mention in said.mentions:
        if text[mention.start : mention.end] != mention.text or mention.document not in ids:
            return f"mention {mention}"
    for relation in said.relations:
        evidence = relation.evidence
        if text[evidence.start : evidence.end] != evidence.text or not 0 <= evidence.start <= evidence.end <= len(text):
            return f"evidence {relation}"
        if not -1 <= evidence.cue_start <= evidence.cue_end <= len(text):
            return f"cue {relation}"
        if relation.subject not in ids or relation.object not in ids:
            return f"ends of {relation}"
    return None


def read_texts(count: int, seed: int) -> int:
    """Extract that many texts; how many ended badly."""
    bad = size = 0
    slowest, began = 0.0, time.process_time()
    for number, text in enumerate(fuzzed(count, seed)):
        size += len(text)
        before = time.process_time()
        wrong = misplaced(text)
        slowest = max(slowest, time.process_time() - before)
        if wrong:
            bad += 1
            print(f"! seed {seed}, text {number}: {wrong[:300]}", flush=True)
    seconds = time.process_time() - began
    print(
        f"{count} texts, {size / 1e6:.1f} million characters in {seconds:.0f} s of the processor; {bad} ended badly;"
        f" slowest {slowest:.2f} s"
    )
    return bad


def main() -> int:
    """Print the figures; 1 where anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=max(2, cores()))
    arguments = parser.parse_args()
    bad = read_files(arguments.files, arguments.seed, arguments.workers) if arguments.files else 0
    bad += read_texts(arguments.texts, arguments.seed) if arguments.texts else 0
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
