"""The function that every engine runs: read one piece of work, extract, say what came of it. It raises nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from graph.engines.jobs import Extract, Prepare, Task, reason, renamed
from graph.errors import LuocdoError
from graph.model import Extraction, Finding, Source
from graph.reading import Failed, clock, display_name, members_of_bytes, read_each
from graph.reading.options import Options
from graph.reading.rows import jsonl_span, parquet_span
from graph.reading.tables import ROW

GIVEN = "given"  # the format of a text that is read by itself, as `graph.extract` reads it
_OCR = 0.8  # what is left of a confidence where the words were recognised in an image


@dataclass(frozen=True, slots=True)
class Done:
    """One document of a piece of work: read and extracted (and prepared, which stands for both then), or why not."""

    name: str
    source: Source | None = None
    extraction: Extraction | None = None
    error: str | None = None
    prepared: bytes | None = None


def perform(task: Task, options: Options, extract: Extract | None = None, prepare: Prepare | None = None) -> list[Done]:
    """All documents of `task` with what they say; errors of any kind become `Done.error`, one Vietnamese line."""
    return list(perform_each(task, options, extract, prepare))


def perform_each(
    task: Task, options: Options, extract: Extract | None = None, prepare: Prepare | None = None
) -> Iterator[Done]:
    """As `perform`, one document after the other."""
    run = extract or pipeline()
    try:
        for item in _sources(task, options):
            if isinstance(item, Failed):
                yield (Done(item.name, error=reason(item.reason, item.name)))
            else:
                clock.again()  # it is read: what it says has its own time
                item, said = _said(item, options, run)
                if prepare is None:
                    yield Done(item.name, item, said)
                else:
                    yield Done(item.name, prepared=prepare(item, said))
    except LuocdoError as error:
        yield (Done(task.name, error=reason(error, task.name, display_name(task.path or task.name))))
    except MemoryError:
        yield (Done(task.name, error="không đủ bộ nhớ để đọc"))
    except Exception as error:  # a fault of ours on one text must not cost the others theirs
        detail = " ".join(str(error).split())[:120]
        yield (Done(task.name, error=f"lỗi khi xử lý ({type(error).__name__}: {detail})"))


def _said(source: Source, options: Options, run: Extract) -> tuple[Source, Extraction]:
    """A source, as it is shown, and what it says: a row of a table cell by cell."""
    if source.format == ROW:
        from graph.records.rows import read_row

        return read_row(source, options.profile, run)
    said = run(source.text, source=source.name or None)
    if source.format == GIVEN:
        return source, said
    if "|" in source.text:
        from graph.records.tables import with_registers

        said = with_registers(source.text, said, run)
    return source, weighed(source, said)


def pipeline() -> Extract:
    """`graph.extract`, loaded when it is first needed."""
    from graph.pipeline import extract

    return extract


def _sources(task: Task, options: Options) -> Iterator[Source | Failed]:
    if task.source is not None:
        yield task.source
    elif task.data is not None:
        yield from members_of_bytes(task.data, task.name, options, depth=1)
    elif task.span is not None and task.path is not None:
        span = task.span
        read_span = jsonl_span if span.kind == "jsonl" else parquet_span
        yield from read_span(Path(task.path), task.name, options, span.start, span.end, span.first, span.column)
    elif task.path is not None:
        shown = display_name(task.path)
        for item in read_each(task.path, options):
            yield item if isinstance(item, Failed) else renamed(item, shown, task.name)


def weighed(source: Source, extraction: Extraction) -> Extraction:
    """`extraction` with lower confidence where the text was recognised in an image, and a finding where the
    document's own number could not be read for certain."""
    spans = [tuple(map(int, span.split("-"))) for span in source.metadata.get("ocr_spans", "").split(",") if span]
    doubted = source.metadata.get("ocr_doubted_number")
    if not spans and not doubted:
        return extraction

    def factor(start: int) -> float:
        return _OCR if any(low <= start < high for low, high in spans) else 1.0

    mentions = tuple(replace(m, confidence=round(m.confidence * factor(m.start), 4)) for m in extraction.mentions)
    relations = tuple(
        replace(r, evidence=replace(r.evidence, confidence=round(r.evidence.confidence * factor(r.evidence.start), 4)))
        for r in extraction.relations
    )
    findings = extraction.findings
    if doubted:
        own = extraction.source_document
        message = (
            f"Bản quét: số, ký hiệu đọc được là {doubted} nhưng không chắc chắn nên không dùng; cần người kiểm tra"
        )
        ids = (own.id,) if own is not None else ()
        findings = (*findings, Finding("doubtful-number", message, ids, source=source.name))
    return replace(extraction, mentions=mentions, relations=relations, findings=findings)
