"""Verbs that need no graph: extract, annotate."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph import labels
from graph.cli.options import Format, Lang, LangOption
from graph.cli.output import flow, message, one_line, say

if TYPE_CHECKING:
    from graph.engines import Outcome
    from graph.model import Document, Evidence, Extraction, Pinpoint, Source

TextColumn = Annotated[
    str | None,
    typer.Option("--text-column", help="Cột chứa văn bản của bảng (.jsonl, .json, .csv, .parquet…).", metavar="NAME"),
]
Files = Annotated[list[str], typer.Argument(help="Tệp, thư mục hoặc mẫu; “-” là đầu vào chuẩn.", metavar="FILES")]


def _schema(asked: bool) -> None:
    if asked:
        from graph.cli import output
        from graph.contract import schema

        output.show_value(schema())
        raise typer.Exit


def extract(
    files: Files,
    format: Annotated[Format, typer.Option("--format", "-f", help="Dạng kết quả.")] = Format.jsonl,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Mỗi lượt dẫn: quy tắc, nguồn của thuộc tính; quan hệ: từ ngữ; vì sao không có quan hệ."
        ),
    ] = False,
    text_column: TextColumn = None,
    schema: Annotated[
        bool,
        typer.Option("--schema", callback=_schema, is_eager=True, help="In JSON Schema của kết quả rồi thoát."),
    ] = False,
    lang: LangOption = Lang.vi,
) -> None:
    """Chỉ trích xuất văn bản được dẫn và quan hệ của từng tệp, không tạo đồ thị (mỗi tệp một dòng JSON)."""
    from graph.cli import output
    from graph.contract import extraction_dict

    failures: list[str] = []
    pairs = _extractions(files, failures, text_column)
    if explain:
        count = _explain(pairs, lang.value)
    elif format in (Format.json, Format.jsonl):
        count = output.show(
            ({"data": extraction_dict(found)} for _, found in pairs), format.value, [], at_once="-" in files
        )
    else:
        keys = ("source", "start", "document", "date", "issuer", "text", "pinpoint", "provision")
        columns = [(key, labels.field(key, lang.value)) for key in keys]
        count = output.show(_mention_rows(pairs, lang.value), format.value, columns, table=columns[:-1])
    for failure in failures:
        output.message(failure)
    if failures:
        raise typer.Exit(1 if count else 2)


def _extractions(
    files: list[str], failures: list[str], text_column: str | None = None
) -> Iterator[tuple[Source, Extraction]]:
    for given in files:
        found = False
        for outcome in _outcomes(given, failures, text_column):
            found = True
            if outcome.source is not None and outcome.extraction is not None:
                yield outcome.source, outcome.extraction
            if outcome.error is not None:
                failures.append(f"{outcome.name}: {outcome.error}")
        if not found:
            failures.append(f"{given}: thư mục không có tệp nào để đọc")


def _outcomes(given: str, failures: list[str], text_column: str | None) -> Iterator[Outcome]:
    """What the documents under one argument say. Texts are read here, anything else in a process that can be ended."""
    from graph.engines import jobs, run
    from graph.engines.local import run_stream
    from graph.reading import Options, display_name

    options = Options(text_column=text_column)
    if given == "-":
        return run_stream(sys.stdin.buffer, "-", options=options)

    def told(path: Path, reason: str, *, failed: bool) -> None:
        line = f"{display_name(path)}: {reason}"
        if failed:
            failures.append(line)
        else:
            message(line)

    return run(jobs([given], told), workers=1, options=options)


def _mention_rows(pairs: Iterator[tuple[Source, Extraction]], lang: str) -> Iterator[dict[str, Any]]:
    from graph.cli.documents import body, date_text

    for source, found in pairs:
        known = {d.id: d for d in found.documents}
        for mention in found.mentions:
            document = known[mention.document]
            yield {
                "source": source.name,
                "start": mention.start,
                "document": labels.document(document, lang),
                "date": date_text(document.date),
                "issuer": body(document),
                "text": mention.text,
                "pinpoint": "; ".join(map(str, mention.pinpoints)),
                "provision": labels.provision(mention.provision, lang) if mention.provision else "",
            }


def _explain(pairs: Iterator[tuple[Source, Extraction]], lang: str) -> int:
    """For each mention its rule and where each attribute came from; for each relation its cue. How many texts there
    were."""
    count = 0
    for source, found in pairs:
        count += 1
        known = {d.id: d for d in found.documents}
        names = {i.id: i.name for i in found.issuers} | {id: labels.document(d, lang) for id, d in known.items()}
        say(f"# {source.name}")
        for document in found.documents:
            if document.is_source:
                flow(f"{labels.field('source', lang)}: {names[document.id]}", hang=2)
                _explain_attributes(document, lang)
        for m in found.mentions:
            document = known[m.document]
            say()
            flow(f"{m.start}-{m.end} “{one_line(m.text)}” = {names[m.document]}", hang=2)
            flow(f"  {labels.field('rule', lang)}: {m.rule or '-'} ({m.confidence:.2f})", hang=2)
            if m.pinpoints:
                flow(f"  {labels.field('pinpoint', lang)}: {'; '.join(map(str, m.pinpoints))}", hang=2)
            _explain_provision(m.provision, lang)
            _explain_attributes(document, lang)
        for r in found.relations:
            if r.predicate not in ("cites", "issued_by"):
                subject, object = names.get(r.subject, r.subject), names.get(r.object, r.object)
                say()
                flow(f"{subject} — {labels.predicate(r.predicate, lang)} → {object}", hang=2)
                _explain_evidence(r.evidence, lang)
                _explain_provision(r.provision, lang)
        _explain_unreached(source, lang)
        for finding in found.findings:
            say()
            flow(f"! {labels.finding(finding.kind, lang)}: {finding.message}")
    return count


def _explain_evidence(e: Evidence, lang: str) -> None:
    flow(f"  {labels.field('cue', lang)}: “{e.cue}” {e.cue_start}-{e.cue_end}", hang=2)
    flow(f"  {labels.field('rule', lang)}: {e.rule or '-'} ({e.confidence:.2f})", hang=2)
    flow(f"  {labels.field('evidence', lang)}: “{one_line(e.text)}” {e.start}-{e.end}", hang=2)


def _explain_unreached(source: Source, lang: str) -> None:
    """The citations that no relation reaches: the clause as it was read, and what stopped it."""
    from graph.explaining import unreached

    rows = unreached(source.text, source=source.name)
    if rows:
        say()
        flow(f"{labels.mark('unreached', lang)}:", hang=2)
    for row in rows:
        clause = " · ".join(
            one_line(w.words if "SIGN" in w.kinds else f"{'/'.join(w.kinds)} {w.words}") for w in row.clause
        )
        words, start = (row.stop.words, row.stop.start) if row.stop else ("", -1)
        place = f"{one_line(labels.provision(row.provision, lang))}: " if row.provision else ""
        flow(f"  {row.start}-{row.end} {place}{clause}", hang=2)
        flow(f"    → {labels.verdict(row.verdict, lang, words=words, start=start)}")


def _explain_provision(provision: Pinpoint | None, lang: str) -> None:
    if provision is not None:
        flow(f"  {labels.field('provision', lang)}: {one_line(labels.provision(provision, lang))}", hang=2)


def _explain_attributes(document: Document, lang: str) -> None:
    for name in ("type", "code", "name", "date", "issuer", "place", "term", "title"):
        value = getattr(document, name)
        if value:
            flow(f"  {labels.field(name, lang)}: {one_line(value)}  ← {document.origins.get(name, '-')}", hang=2)
    if document.candidates:
        flow(f"  {labels.field('candidates', lang)}: {', '.join(document.candidates)}", hang=2)


def annotate(
    file: Annotated[str, typer.Argument(help="Tệp văn bản; “-” là đầu vào chuẩn.", metavar="FILE")],
    out: Annotated[str, typer.Option("--output", "-o", help="Tệp HTML.", metavar="FILE")] = "annotated.html",
    text_column: TextColumn = None,
    lang: LangOption = Lang.vi,
) -> None:
    """Văn bản gốc với các chỗ dẫn được đánh dấu, thành một trang HTML."""
    from graph.cli import output
    from graph.cli.endings import fitting
    from graph.explorer import annotate as write
    from graph.export.files import refuse_inputs

    fitting(out, ["html"])
    refuse_inputs(out, [file])
    source, found = _single(file, text_column)
    write(source, found, out, lang=lang.value)
    output.message(f"đã ghi {out}")


def _single(file: str, text_column: str | None) -> tuple[Source, Extraction]:
    """The one document in the file, and what it says; LuocdoError where there is none, or several."""
    from graph.errors import LuocdoError

    failures: list[str] = []
    found = list(islice(_extractions([file], failures, text_column), 2))
    if len(found) > 1:
        raise LuocdoError(f"{file}: chứa nhiều văn bản, hãy dùng `luocdo build` để đọc tất cả")
    if not found:
        raise LuocdoError(failures[0] if failures else f"{file}: không có văn bản nào bên trong")
    return found[0]
