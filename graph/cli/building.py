"""Verbs that write a graph: build, import."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.options import GRAPH, Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.building import Report
    from graph.knowledge import KnowledgeGraph
    from graph.queries.statistics import Statistics
    from graph.registers.storing import Loaded

Out = Annotated[
    Path,
    typer.Option("--output", "-o", "--graph", "-g", envvar="LUOCDO_GRAPH", help="Tệp đồ thị.", metavar="FILE"),
]
_Progress = Callable[[str, int], None]


def build(
    paths: Annotated[list[Path], typer.Argument(help="Tệp, thư mục hoặc mẫu (*.docx).", metavar="PATHS")],
    out: Out = GRAPH,
    workers: Annotated[int | None, typer.Option("--workers", "-j", min=1, help="Số tiến trình trích xuất.")] = None,
    engine: Annotated[
        str, typer.Option("--engine", help="Nơi chạy: local (máy này) hoặc spark.", metavar="ENGINE")
    ] = "local",
    master: Annotated[
        str | None, typer.Option("--master", help="Địa chỉ cụm Spark, ví dụ spark://host:7077.", metavar="URL")
    ] = None,
    ocr: Annotated[
        str, typer.Option("--ocr", help="Nhận dạng chữ bản quét: auto, never (không), always (luôn).", metavar="WHEN")
    ] = "auto",
    text_column: Annotated[
        str | None, typer.Option("--text-column", help="Cột chứa văn bản của tệp .jsonl, .parquet.", metavar="NAME")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Dừng ở tệp đầu tiên không đọc được.")] = False,
    again: Annotated[bool, typer.Option("--again", help="Đọc lại cả những tệp không đổi.")] = False,
    forget: Annotated[
        bool | None,
        typer.Option(
            "--forget/--keep",
            help="Quên tệp đã xóa kể cả khi thư mục trống; --keep: không quên. Mặc định: quên, trừ khi thư mục trống.",
            show_default=False,
        ),
    ] = None,
    corrections: Annotated[
        Path | None,
        typer.Option(
            "--corrections", help="Tệp đính chính bằng tay (mặc định: corrections.csv cạnh đồ thị).", metavar="FILE"
        ),
    ] = None,
    ready: Annotated[
        bool, typer.Option("--sparql", help="Chuẩn bị luôn bản sao cho SPARQL, để câu hỏi đầu tiên không phải chờ.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Chỉ in lỗi.")] = False,
    table: Annotated[
        bool, typer.Option("--report", help="In bảng kết quả: số tệp, thời gian, quan hệ, tệp lỗi và lý do.")
    ] = False,
    format: Annotated[Format, typer.Option("--format", "-f", help="Dạng của bảng kết quả.")] = Format.table,
) -> None:
    """Đọc, trích xuất và lưu vào đồ thị; tệp không đổi được bỏ qua, dừng giữa chừng thì chạy lại để tiếp tục.

    Tệp đã xóa hoặc đổi tên trong thư mục nêu ra rời khỏi đồ thị.
    """
    from graph.building import build as run
    from graph.cli import correcting, output, waiting
    from graph.knowledge import open as open_graph
    from graph.reading import Options, walk

    began = time.monotonic()
    if ocr not in ("auto", "never", "always"):
        raise typer.BadParameter("chỉ có auto, never, always", param_hint="--ocr")
    given: list[str | Path] = list(paths)
    walk(given)  # what is not there is said before a file is made
    fresh = not out.exists()
    try:
        with open_graph(out, create=True) as graph, _progress(given, quiet) as progress:
            report = run(
                graph,
                given,
                workers=workers,
                engine=engine,
                master=master,
                options=Options(ocr=ocr, text_column=text_column),
                strict=strict,
                again=again,
                forget=forget,
                corrections=corrections,
                progress=progress,
            )
            graph.settle()
            wrong = len(report.uncorrected)
            report.uncorrected += correcting.troubles(graph)
            report.seconds = time.monotonic() - began
            empty = fresh and not report.sources
            figures = graph.stats(0) if table else None
    except BaseException:
        _discard_if_empty(out, fresh)
        raise
    if empty:
        _discard_if_empty(out, fresh)
    if ready and not empty:
        from graph.rdf import cached_store

        with waiting.counter(quiet) as counted, cached_store(out, "all", counted):
            pass  # it stays in the user's folder for caches
    for failure in (*report.passed_over, *report.failures, *report.kept):
        output.message(f"{failure.name}: {failure.reason}")
    for line in report.uncorrected:
        output.message(line)
    if not report.files and not report.forgotten:
        output.message("không có tệp nào để đọc")
        raise typer.Exit(2)
    if figures is not None:
        _print_report(report, figures, format)
    if report.failures and not report.sources and not report.unchanged:
        raise typer.Exit(2)
    if not quiet:
        output.message(
            f"{out}: {report.sources} văn bản mới hoặc thay đổi, {report.unchanged} tệp không đổi,"
            f" {len(report.failures)} tệp lỗi{_gone(report)} ({report.seconds:.1f} giây)"
        )
    if report.failures or report.kept or wrong:
        raise typer.Exit(1)


def _gone(report: Report) -> str:
    """What left the graph or has a new name, with the names of a few."""
    renamed = f", {len(report.renamed)} tệp đổi tên" if report.renamed else ""
    if not report.forgotten:
        return renamed
    few = ", ".join(report.forgotten[:3]) + (", …" if len(report.forgotten) > 3 else "")
    return f"{renamed}, quên {len(report.forgotten)} văn bản có tệp không còn: {few}"


def _print_report(report: Report, figures: Statistics, format: Format) -> None:
    """What was built as a table on stdout; failures with their reasons at its end."""
    from graph.cli import output

    megabytes = report.bytes / 1e6
    rate = megabytes / report.seconds if report.seconds else 0.0
    kinds = sorted(report.kinds.items(), key=lambda item: (-item[1], item[0]))
    rows = [
        _line("Tệp", "", report.files),
        *(_line("Tệp", name, count) for name, count in kinds),
        _line("Văn bản đọc được", "", report.read),
        _line("Dung lượng (MB)", "", f"{megabytes:.1f}"),
        _line("Thời gian (giây)", "", f"{report.seconds:.1f}"),
        _line("MB/giây", "", f"{rate:.2f}"),
        _line("Văn bản trong đồ thị", "", figures.documents),
        _line("Quan hệ", "", figures.relations),
        _line("Điểm cần xem lại", "", figures.findings),
        *([_line("Đã quên (tệp không còn)", "", len(report.forgotten))] if report.forgotten else []),
        _line("Lỗi", "", len(report.failures)),
        *(_line("Lỗi", failure.name, failure.reason) for failure in report.failures),
    ]
    if format in (Format.json, Format.jsonl):
        data = {
            "files": report.files, "kinds": dict(kinds), "unchanged": report.unchanged, "texts": report.read,
            "megabytes": round(megabytes, 6), "seconds": round(report.seconds, 3), "rate": round(rate, 6),
            "documents": figures.documents, "relations": figures.relations, "findings": figures.findings,
            "forgotten": report.forgotten,
            "failures": [failure._asdict() for failure in report.failures],
        }  # fmt: skip
        rows = [{"data": data}]
    output.show(rows, format.value, [(key, output.told(name)) for key, name in _REPORT])


def _line(item: str, name: str, count: int | str) -> dict[str, Any]:
    from graph.cli.output import told

    return {"item": told(item), "name": name, "count": str(count)}


_REPORT = (("item", "Mục"), ("name", "Tên"), ("count", "Số"))


def _discard_if_empty(path: Path, fresh: bool) -> None:
    """Leave no empty graph behind where there was none before."""
    if not fresh or not path.exists():
        return
    from graph.errors import LuocdoError
    from graph.knowledge import open as open_graph
    from graph.store.database import remove_files

    try:
        with open_graph(path) as graph:
            empty = graph.stats(0).sources == 0
    except LuocdoError:
        return
    if empty:
        remove_files(path)


def _progress(paths: list[str | Path], quiet: bool) -> AbstractContextManager[_Progress | None]:
    """A bar on stderr with the rate and the time left; nothing where stderr is no terminal."""
    if quiet or not sys.stderr.isatty():
        return nullcontext()
    return _bar(paths)


@contextmanager
def _bar(paths: list[str | Path]) -> Iterator[_Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    from graph.cli.output import shown
    from graph.reading import walk

    total = sum(path.stat().st_size for path in walk(paths) if path.is_file())
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def advance(name: str, size: int) -> None:
            bar.update(task, advance=size, description=shown(name[-40:]).replace("[", "\\["))

        yield advance


def import_register(
    register: Annotated[
        Path | None,
        typer.Argument(
            help="Danh mục (Excel, CSV, JSON…) hoặc đồ thị đã xuất thành RDF (.ttl, .nq, .jsonld…).", metavar="[FILE]"
        ),
    ] = None,
    out: Out = GRAPH,
    profile: Annotated[
        str | None, typer.Option("--profile", "-p", help="Hồ sơ cột (TOML) hoặc tên hồ sơ có sẵn.", metavar="PROFILE")
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option("--columns", help="Cột nào là gì: number=Số hiệu,date=Ngày ký,title=Trích yếu.", metavar="MAP"),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option("--profile-template", help="Ghi một hồ sơ cột mẫu có chú giải vào tệp này.", metavar="FILE"),
    ] = None,
    workers: Annotated[int | None, typer.Option("--workers", "-j", min=1, help="Số tiến trình trích xuất.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Chỉ in lỗi.")] = False,
) -> None:
    """Nạp một danh mục văn bản (số, ngày, trích yếu, lược đồ), hoặc đồ thị đã xuất thành RDF.

    Dữ kiện của danh mục đứng trên dữ kiện trích xuất.
    """
    from graph.cli import correcting, output, waiting
    from graph.errors import LuocdoError
    from graph.knowledge import open as open_graph

    if template is not None:
        _write_template(template)
        if register is None:
            return
    if register is None:
        raise LuocdoError("thiếu FILE: danh mục cần nạp")
    if not register.exists():
        raise LuocdoError(f"{register}: không tìm thấy tệp")
    if columns is not None:
        if profile is not None:
            raise LuocdoError("--columns và --profile không đi cùng nhau")
        profile = f"columns:{columns}"
    fresh = not out.exists()
    try:
        with open_graph(out, create=True) as graph, waiting.counter(quiet) as progress:
            changed = _import(graph, register, profile, workers, progress)
            corrected = graph.correct()
            graph.settle()
            wrong = [*(corrected.wrong if corrected is not None else ()), *correcting.troubles(graph)]
    except BaseException:
        _discard_if_empty(out, fresh)
        raise
    for line in wrong:
        output.message(line)
    if quiet:
        return
    output.message(f"{out}: {changed}")
    if mapped := getattr(changed, "columns", ""):
        output.message(f"các cột: {mapped}")


def _write_template(path: Path) -> None:
    """The commented profile, to a file that is not there yet: a profile that somebody wrote is not written over."""
    from importlib.resources import files

    from graph.cli import output
    from graph.errors import LuocdoError

    if path.exists():
        raise LuocdoError(f"{path}: đã có tệp này, không ghi đè")
    with output.whole_file(path) as stream:
        stream.write(files("graph.records").joinpath("template.toml").read_bytes())
    output.message(f"đã ghi {path}")


def _import(
    graph: KnowledgeGraph, register: Path, profile: str | None, workers: int | None, progress: _Progress | None
) -> Loaded | str:
    """Load a register, or RDF where the name or the first words are those of RDF and no profile says that it is a
    table."""
    if profile is None and (found := _rdf_format(register)) is not None:
        from graph.rdf import load

        return f"{load(graph, register, found)} nguồn từ {register.name}"
    from graph import registers

    return registers.load(graph, register, profile=profile, workers=workers, progress=progress)


def _rdf_format(path: Path) -> str | None:
    """The RDF format of a file: by the end of its name (``.ttl``, also ``.turtle``), else by how it begins; None where
    it is no RDF."""
    from graph.export import FORMATS

    ending = path.suffix.lower()
    for known in FORMATS.values():
        if known.rdf and (ending in known.extensions or ending == f".{known.name}"):
            return known.name
    try:
        with path.open("rb") as stream:
            begin = stream.read(_BEGIN)
    except OSError:  # the register says what is wrong
        return None
    return next((name for name, sign in _BEGINS.items() if sign.match(begin)), None)


_BEGIN = 4096  # bytes that tell what a file is
# What nobody writes at the head of a table: directives of Turtle (TriG has them, too), the root of RDF/XML, the context
# of JSON-LD.
_BEGINS = {
    "trig": re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|#[^\n]*\n)*(?:@prefix|@base|(?i:prefix)\s+\w*:\s*<)"),
    "rdfxml": re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[?!][^>]*>\s*)*<rdf:RDF\b"),
    "jsonld": re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"@context"\s*:'),
}
