"""The draft as one HTML page: the text with a mark at each finding, the list of findings beside it, each a jump to the
other. No script, no network."""

from __future__ import annotations

from bisect import bisect_left
from importlib.resources import files
from itertools import pairwise

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup, escape

from graph.checking import rows
from graph.checking.codes import SEVERITIES, SEVERITY_NAMES
from graph.checking.naming import day
from graph.checking.report import Finding, Report
from graph.explorer import assets

_WORDS = {
    "title": ("Kiểm tra dẫn chiếu", "Citation check"),
    "as_of": ("tính đến ngày", "as of"),
    "citations": ("chỗ dẫn", "citations"),
    "documents": ("văn bản được dẫn", "documents cited"),
    "unknown": ("chưa biết", "unknown here"),
    "none": ("Không có điểm nào cần xem lại.", "Nothing to look at."),
    "line": ("dòng", "line"),
    "fix": ("Sửa thành", "Correction"),
    "rule": ("Quy tắc", "Rule"),
}


def html(report: Report, lang: str = "vi") -> str:
    """The page."""
    english = lang == "en"
    folder = files("graph.checking").joinpath("page")
    environment = Environment(
        loader=FunctionLoader(lambda name: folder.joinpath(name).read_text(encoding="utf-8")),
        autoescape=True,
        keep_trailing_newline=True,
    )
    styles = assets.styles("annotated") + "\n" + folder.joinpath("checked.css").read_text(encoding="utf-8")
    return environment.get_template("checked.html").render(
        lang=lang,
        words={key: pair[english] for key, pair in _WORDS.items()},
        policy=assets.policy([], [styles]),
        styles=Markup(styles),
        name=report.source.name,
        at=day(report.at),
        totals=report.totals(),
        severities=[(s, SEVERITY_NAMES[s][english]) for s in SEVERITIES],
        body=_body(report),
        findings=[(f, rows.finding_row(report, f, lang)) for f in report.findings],
    )


def _body(report: Report) -> Markup:
    """The text; where findings overlap, a stretch belongs to the shortest of them."""
    text, findings = report.source.text, report.findings
    ends = sorted({0, len(text), *(e for f in findings for e in (f.start, f.end))})
    out: list[Markup] = []
    begun: set[int] = set()
    around = _around(findings)
    starting: dict[int, list[int]] = {}
    for number, finding in enumerate(findings):
        starting.setdefault(finding.start, []).append(number)
    for start, end in pairwise(ends):
        words = escape(text[start:end])
        if start not in around:
            out.append(words)
            continue
        number = around[start]
        anchor = "" if number in begun else f' id="m{number}"'
        begun.add(number)
        more = [n for n in starting.get(start, ()) if n not in begun]
        begun.update(more)
        out += [Markup('<i id="m{}"></i>').format(n) for n in more]
        mark = '<a class="found {}" href="#f{}"{} title="{}">{}</a>'
        out.append(Markup(mark).format(findings[number].severity, number, Markup(anchor), findings[number].code, words))
    return Markup("").join(out)


def _around(findings: tuple[Finding, ...]) -> dict[int, int]:
    """For each end of a finding the number of the shortest finding that holds what follows."""
    ends = sorted({e for f in findings for e in (f.start, f.end)})
    found: dict[int, int] = {}
    for number in sorted(range(len(findings)), key=lambda n: (findings[n].start - findings[n].end, -n)):
        finding = findings[number]
        for place in ends[bisect_left(ends, finding.start) : bisect_left(ends, finding.end)]:
            found[place] = number
    return found
