"""How good the extraction is: precision, recall and F1 on hand-annotated texts.

    python benchmarks/scores.py [--shared ../shared] [--errors FILE]

Three sets: the annotated documents of ``shared/eval/dev``, the hand annotations of ``tests/gold`` (compiled against the
texts in ``shared/corpus``), and the validation sentences of VNLegalText. The scorers are those of ``shared/eval``. With
``--errors`` every difference on the first two sets goes into the file. Prints one table in Markdown.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MEASURES = ("mentions", "identity", "attributes", "relations")


def run(command: Sequence[str | Path]) -> str:
    """What the command prints; an error of it ends this program with its own words."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        sys.exit(done.stderr.strip() or done.stdout.strip())
    return done.stdout


def score(evaluation: Path, texts: Sequence[Path], gold: Path, errors: list[str]) -> dict[str, Any]:
    """The scorer's totals for the texts against the gold files in the folder `gold`."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output.jsonl"
        output.write_text(run([Path(sys.executable).with_name("luocdo"), "extract", *texts]), encoding="utf-8")
        errors.append(run([sys.executable, evaluation / "score.py", output, gold, "--errors"]))
        totals: dict[str, Any] = json.loads(run([sys.executable, evaluation / "score.py", output, gold, "--json"]))
        return totals


def development(shared: Path, errors: list[str]) -> tuple[int, dict[str, Any]]:
    """Number of documents and totals of the set that the rules were written with."""
    folder = shared / "eval" / "dev"
    texts = [path for path in sorted(folder.iterdir()) if path.suffix in {".md", ".txt"}]
    return len(texts), score(shared / "eval", texts, folder, errors)


def annotated(shared: Path, errors: list[str]) -> tuple[int, dict[str, Any]]:
    """Number of documents and totals of the further hand annotations whose texts are here."""
    texts = []
    with tempfile.TemporaryDirectory() as folder:
        for annotation in sorted((ROOT / "tests" / "gold" / "annotations").glob("*.json")):
            text = shared / "corpus" / json.loads(annotation.read_text(encoding="utf-8"))["text"]
            if not text.is_file():
                continue
            compiled = run([sys.executable, shared / "eval" / "compile_gold.py", annotation, text])
            (Path(folder) / f"{text.stem}.gold.json").write_text(compiled, encoding="utf-8")
            texts.append(text)
        return len(texts), score(shared / "eval", texts, Path(folder), errors)


def sentences(shared: Path) -> dict[str, Any]:
    """The totals of the span scorer on VNLegalText."""
    evaluation = shared / "eval"
    totals: dict[str, Any] = json.loads(
        run([sys.executable, evaluation / "score_spans.py", evaluation / "vnlegaltext" / "val.jsonl", "--json"])
    )
    return totals


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", help="folder with eval/ and corpus/")
    parser.add_argument("--errors", type=Path, help="write every difference to this file")
    options = parser.parse_args()
    if not (options.shared / "eval" / "score.py").is_file():
        sys.exit(f"{options.shared}: no eval/score.py here (name the folder with --shared)")

    errors: list[str] = []
    print("| set | measure | precision | recall | F1 |")
    print("|---|---|---|---|---|")
    for name, (count, totals) in (
        ("development", development(options.shared, errors)),
        ("further annotations", annotated(options.shared, errors)),
    ):
        for measure in MEASURES:
            found = totals[measure]
            print(f"| {name}, {count} documents | {measure} |", row(found))
    spans = sentences(options.shared)
    for measure in ("core", "overlap"):
        print(f"| VNLegalText, {spans['sentences']:,} sentences | spans, {measure} |", row(spans[measure]))
    if options.errors is not None:
        options.errors.write_text("\n".join(errors), encoding="utf-8")


def row(found: dict[str, float]) -> str:
    return " | ".join(f"{found[key]:.3f}" for key in ("precision", "recall", "f1")) + " |"


if __name__ == "__main__":
    main()
