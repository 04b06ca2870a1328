"""Files that cost a reader much end in a line or a text, in time and within memory."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hostile_files import FILES

from graph.engines import jobs, run
from graph.errors import LuocdoError
from graph.reading import Options, read

# What takes longer, each for itself; `benchmarks/hostile_files.py` reads all with the limits of a build.
SLOW = {
    "blocks.html", "words.rtf", "keys.jsonl", "many-members.zip", "many-styles.docx", "objects-in-json.jsonl",
    "one-value-many-rows.parquet", "long-line.jsonl", "nested-forms.pdf", "many-paths.pdf",
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in FILES if name not in SLOW])
def test_a_hostile_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    began = time.monotonic()
    outcomes = list(run(jobs([path]), workers=1))
    assert time.monotonic() - began < 120  # an outside program, where one is installed, may use its time up
    assert outcomes[-1].last
    for outcome in outcomes:
        assert outcome.error is None or ("Error" not in outcome.error and "\n" not in outcome.error)


def test_time_and_memory_are_kept(tmp_path: Path) -> None:
    """Whatever the size of the build, and what is read beside it is read."""
    for name in ("blocks.html", "words.rtf", "objects-in-json.jsonl", "nested-forms.pdf"):
        (tmp_path / name).write_bytes(FILES[name]())
    (tmp_path / "a.txt").write_text("Nghị định số 1/2020/NĐ-CP", encoding="utf-8")
    (tmp_path / "z.html").write_text("<html><body>Nghị định số 1/2020/NĐ-CP</body></html>", encoding="utf-8")
    began = time.monotonic()
    options = Options(task_seconds=4, worker_bytes=300 << 20)
    outcomes = list(run(jobs([tmp_path]), workers=1, options=options))
    assert time.monotonic() - began < 60
    assert {Path(o.name).name for o in outcomes if o.source is not None} == {"a.txt", "z.html"}
    assert len([o for o in outcomes if o.error is not None]) >= 4
    assert sum(o.last for o in outcomes) == 6


@pytest.mark.parametrize("name", ["long-title.html", "many-columns.jsonl"])
def test_what_is_kept_of_a_file_is_bounded(name: str, tmp_path: Path) -> None:
    """A graph that holds it can be read again."""
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    (source,) = [outcome.source for outcome in run(jobs([path]), workers=1) if outcome.source is not None]
    assert source.text.strip() == "Nghị định số 1/2020/NĐ-CP"
    assert source.metadata
    assert sum(len(key) + len(value) for key, value in source.metadata.items()) < 100_000


def test_a_piece_table_longer_than_its_file_goes_to_no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*given: object, **named: object) -> None:
        raise AssertionError

    monkeypatch.setattr("graph.reading.doc.run_bounded", never)
    path = tmp_path / "a.doc"
    path.write_bytes(FILES["pieces-over-and-over.doc"]())
    with pytest.raises(LuocdoError, match="dài hơn tệp"):
        read(path)
