"""The verb check: of drafts (`luocdo check FILE`), or of a graph."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.cli.options import GRAPH, Format, Lang, LangOption
from graph.cli.standing import AtOption
from graph.errors import LuocdoError

if TYPE_CHECKING:
    from graph.checking import Fix, Report
    from graph.model import Source


class CheckFormat(StrEnum):
    """How the findings are printed."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    csv = "csv"
    excel = "excel"
    xlsx = "xlsx"
    sarif = "sarif"
    github = "github"


class Severity(StrEnum):
    """From which severity on findings make the exit code 1."""

    error = "error"
    warning = "warning"
    note = "note"


_ORDER = [Severity.note, Severity.warning, Severity.error]
_BY_ENDING = {".json": "json", ".jsonl": "jsonl", ".csv": "excel", ".xlsx": "xlsx", ".sarif": "sarif"}
_NO_GRAPH = (
    "không có đồ thị (-g FILE): chỉ đối chiếu với bảng các đạo luật và trong chính bản thảo",
    "no graph (-g FILE): asking the tables and the draft alone",
)
_PLAIN = {"", ".txt", ".md", ".text"}
_BY_DRAFT = (".docx", ".html", ".htm")


def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(help="Bản thảo; “-” là đầu vào chuẩn. Không nêu: kiểm tra cả đồ thị.", metavar="FILE"),
    ] = None,
    graph_file: Annotated[
        Path | None,
        typer.Option(
            "--graph", "-g", envvar="LUOCDO_GRAPH", help="Đồ thị để đối chiếu (mặc định graph.db).", metavar="FILE"
        ),
    ] = None,
    at: AtOption = None,
    form: Annotated[bool, typer.Option("--form/--no-form", help="Kiểm tra cả thể thức dẫn chiếu.")] = True,
    every: Annotated[bool, typer.Option("--all", help="Liệt kê mọi chỗ dẫn với tình trạng của văn bản.")] = False,
    fix: Annotated[
        str, typer.Option("--fix", help="Ghi bản sao với các chỗ chắc chắn đã sửa (.docx, .md, .txt).", metavar="FILE")
    ] = "",
    fail_on: Annotated[
        Severity, typer.Option("--fail-on", help="Mã thoát 1 từ mức này trở lên.", metavar="SEVERITY")
    ] = Severity.note,
    shacl: Annotated[
        bool, typer.Option("--shacl", help="(Không có FILE) Kiểm tra bản RDF của đồ thị theo các hình dạng SHACL.")
    ] = False,
    format: Annotated[CheckFormat, typer.Option("--format", "-f", help="Dạng kết quả.")] = CheckFormat.table,
    out: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE",
            help="Ghi vào tệp này; .docx: chính tệp Word đó với chú thích; .html: văn bản có đánh dấu.",
        ),
    ] = "-",
    lang: LangOption = Lang.vi,
) -> None:  # fmt: skip
    """Kiểm tra dẫn chiếu của bản thảo: văn bản được dẫn có đúng không, còn hiệu lực không. Không có FILE: những điểm
    cần xem lại của đồ thị (mâu thuẫn, ký hiệu sai, dẫn chiếu chưa rõ). Mã thoát 1 nếu có."""
    if not files:
        _check_graph(graph_file, shacl=shacl, at=at, format=format, out=out, lang=lang)
        return
    if shacl:
        raise LuocdoError("--shacl kiểm tra đồ thị, không dùng với FILE")
    _refuse(files, out, fix, graph_file)
    _fitting(files, format, out, fix)
    reports = list(_reports(files, graph_file, at, lang.value, form=form))
    if len(reports) != 1 and (fix or out.lower().endswith(_BY_DRAFT)):
        raise LuocdoError("-o FILE.docx, -o FILE.html và --fix nhận một bản thảo mỗi lần")
    if out.lower().endswith(".docx") and (reports[0].source.format != "docx" or files[0] == "-"):
        raise LuocdoError(f"{out}: {files[0]} không phải tệp .docx, không có chỗ cho chú thích; hãy dùng -o FILE.html")
    if fix:
        _fix(files[0], reports[0], fix)
    _write(files, reports, format, out, lang.value, every=every)
    least = _ORDER.index(fail_on)
    if any(_ORDER.index(Severity(f.severity)) >= least for report in reports for f in report.findings):
        raise typer.Exit(1)


def _check_graph(
    graph_file: Path | None, *, shacl: bool, at: str | None, format: CheckFormat, out: str, lang: Lang
) -> None:
    from graph.cli.asking import check_graph
    from graph.cli.writing import to_file

    if format.value not in Format.__members__:
        raise LuocdoError(f"--format {format.value} cần một bản thảo (luocdo check FILE)")
    run = to_file(check_graph)
    run(graph_file=graph_file or GRAPH, shacl=shacl, at=at, format=Format(format.value), lang=lang, out=out)


def _fitting(files: list[str], format: CheckFormat, out: str, fix: str) -> None:
    """LuocdoError where a file is called as what is not written: a corrected copy is what its draft is."""
    from graph.cli.endings import ENDINGS, fitting

    own, ending = Path(files[0]).suffix.lower(), Path(fix).suffix.lower()
    if fix and ending != own and not {own, ending} <= _PLAIN:
        raise LuocdoError(f"{fix}: bản sửa của {files[0]} là tệp {own or '.txt'}; hãy dùng --fix FILE{own or '.txt'}")
    if format is CheckFormat.table and Path(out).suffix.lower() in (*_BY_DRAFT, *_BY_ENDING):
        return
    if format is CheckFormat.csv and out.lower().endswith(tuple(_BY_ENDING)):
        return
    every = [name for name in ENDINGS if name in (*CheckFormat.__members__, "docx", "html")]
    fitting(out, [format.value], every if format is CheckFormat.table else ())


def _refuse(files: list[str], out: str, fix: str, graph_file: Path | None) -> None:
    """An output is never an input; what marks one draft takes one."""
    from graph.export.files import refuse_inputs
    from graph.reading import walk

    one = out.lower().endswith(_BY_DRAFT) or fix
    if one and len(files) != 1:
        raise LuocdoError("-o FILE.docx, -o FILE.html và --fix nhận một bản thảo mỗi lần")
    if out != "-" and fix and os.path.abspath(out) == os.path.abspath(fix):
        raise LuocdoError(f"{out}: -o và --fix ghi cùng một tệp")
    inputs: list[str | Path] = [] if graph_file is None else [graph_file]
    for given in files:
        if given != "-":
            inputs += walk([given]) if any(Path(t).exists() for t in (out, fix) if t not in ("", "-")) else [given]
    for target in (out, fix):
        if target not in ("", "-"):
            refuse_inputs(target, inputs)


def _reports(files: list[str], graph_file: Path | None, at: str | None, lang: str, *, form: bool) -> Iterator[Report]:
    from graph.checking import check_source
    from graph.cli import output, standing
    from graph.knowledge import open as open_graph

    day = standing.day(at)
    path = graph_file if graph_file is not None else GRAPH if GRAPH.is_file() else None
    sources = list(_sources(files))
    if path is None:
        output.message(_NO_GRAPH[lang == "en"])
        for source in sources:
            yield check_source(source, None, day, form=form)
        return
    with open_graph(path) as graph:
        for source in sources:
            yield check_source(source, graph, day, form=form)


def _sources(files: list[str]) -> Iterator[Source]:
    """The drafts, read as `luocdo extract` reads: texts here, anything else in a process that can be ended."""
    from graph.checking.checker import only_read
    from graph.engines import jobs, run
    from graph.engines.local import run_stream
    from graph.reading import DEFAULT

    for given in files:
        if given == "-":
            outcomes = run_stream(sys.stdin.buffer, "-", options=DEFAULT, extract=only_read)
        else:
            outcomes = run(jobs([given]), workers=1, extract=only_read)
        found = False
        for outcome in outcomes:
            if outcome.error is not None:
                raise LuocdoError(f"{outcome.name}: {outcome.error}")
            if outcome.source is not None:
                found = True
                yield outcome.source
        if not found:
            raise LuocdoError(f"{given}: không có văn bản nào để kiểm tra")


def _fix(file: str, report: Report, target: str) -> None:
    from graph.checking.fixing import corrected
    from graph.cli import output

    if file == "-":
        raise LuocdoError("--fix cần một tệp, không phải đầu vào chuẩn")
    data, made = corrected(Path(file).read_bytes(), report)
    with output.whole_file(target) as stream:
        stream.write(data)
    for fix in made:
        output.message(_change(report, fix))
    missed = len(report.fixes()) - len(made)
    more = f"; {missed} chỗ không ghi được vào tệp" if missed > 0 else ""
    output.message(f"đã ghi {target}: {len(made)} chỗ sửa{more}")


def _change(report: Report, fix: Fix) -> str:
    """``dòng 12: “12 /QĐ-UBND” → “12/QĐ-UBND”``."""
    old = " ".join(report.source.text[fix.start : fix.end].split())
    return f"dòng {report.place(fix.start)[0]}: “{old}” → “{fix.text.strip()}”"


def _write(files: list[str], reports: list[Report], format: CheckFormat, out: str, lang: str, *, every: bool) -> None:
    from graph.cli import output

    ending = Path(out).suffix.lower()
    if format is CheckFormat.table and ending in _BY_DRAFT:
        _marked(files[0], reports[0], out, ending, lang)
        return
    if format in (CheckFormat.table, CheckFormat.csv) and ending in _BY_ENDING:
        format = CheckFormat(_BY_ENDING[ending])
    if format is CheckFormat.xlsx:
        from graph.checking.workbook import xlsx

        if out == "-" and sys.stdout.isatty():
            raise LuocdoError("--format xlsx cần -o FILE.xlsx")
        data = xlsx(reports, lang)
        with output.whole_file(out) as stream:
            stream.write(data)
        return
    with output.stdout_to(out, files):
        _print(reports, format, lang, every=every)
    if format is CheckFormat.table:
        for report in reports:
            _summary(report, lang)


def _marked(file: str, report: Report, out: str, ending: str, lang: str) -> None:
    from graph.cli import output

    if ending == ".docx":
        from graph.checking.word import with_comments

        data, unplaced = with_comments(Path(file).read_bytes(), report, lang)
        if unplaced:
            output.message(f"{len(unplaced)} điểm nằm ngoài phần chính (cước chú), được nêu ở đầu văn bản")
            for finding in unplaced:
                place = f"{'line' if lang == 'en' else 'dòng'} {report.place(finding.start)[0]}"
                output.message(f"{place}: {finding.code}: {finding.message(lang)}")
    else:
        from graph.checking.marked import html

        data = html(report, lang).encode("utf-8", "backslashreplace")
    with output.whole_file(out) as stream:
        stream.write(data)
    _summary(report, lang)


def _print(reports: list[Report], format: CheckFormat, lang: str, *, every: bool) -> None:
    from graph.checking import rows
    from graph.cli import output

    if format is CheckFormat.json:
        output.show(({"data": report.to_dict()} for report in reports), "json", [])
    elif format is CheckFormat.sarif:
        from graph.checking.sarif import sarif

        output.show_value(sarif(reports, lang))
    elif format is CheckFormat.github:
        from graph.checking.sarif import commands

        for report in reports:
            for line in commands(report, lang):
                output.say(line)
    else:
        every = every and format is not CheckFormat.jsonl
        keys = rows.CITATIONS if every else rows.FINDINGS
        output.show(
            _rows(reports, lang, every=every),
            format.value,
            rows.headings(keys, lang),
            table=_columns(reports, lang, every=every),
        )


def _rows(reports: Iterable[Report], lang: str, *, every: bool) -> Iterator[dict[str, Any]]:
    from graph.checking import rows

    for report in reports:
        if every:
            yield from (rows.citation_row(report, cited, lang) for cited in report.citations)
        else:
            yield from (rows.finding_row(report, finding, lang) for finding in report.findings)


def _columns(reports: list[Report], lang: str, *, every: bool) -> list[tuple[str, str]]:
    """What a table shows: few columns, and the file only where there are several."""
    from graph.checking import rows

    several = ["source"] if len(reports) > 1 else []
    if every:
        return rows.headings((*several, "line", "document", "known", "status", "since"), lang)
    heads = rows.HEADINGS
    pairs = {"kind": heads["code"], "shown": heads["message"]}
    keys = [*several, "line", "kind", "text", "shown"]
    return [(key, pairs.get(key, heads.get(key, ("", "")))[lang == "en"]) for key in keys]


def _summary(report: Report, lang: str) -> None:
    from graph.checking.naming import day
    from graph.cli import output

    sys.stdout.flush()  # the findings come before what is said of them
    t = report.totals()
    if lang == "en":
        said = f"{t['citations']} citations of {t['documents']} documents ({t['unknown']} unknown here)"
        counted = f"errors {t['error']}, warnings {t['warning']}, notes {t['note']}"
        line = f"{said}, as of {day(report.at)}: {counted}"
    else:
        said = f"{t['citations']} chỗ dẫn, {t['documents']} văn bản ({t['unknown']} chưa biết)"
        counted = f"{t['error']} lỗi, {t['warning']} cảnh báo, {t['note']} lưu ý"
        line = f"{said}, tính đến {day(report.at)}: {counted}"
    output.message(f"{report.source.name}: {line}")
