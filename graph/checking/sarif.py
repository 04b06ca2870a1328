"""Reports as SARIF 2.1.0 (OASIS), which code hosts show beside the lines, and as commands of GitHub Actions."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from graph.checking.codes import codes
from graph.checking.report import Finding, Report

_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(reports: Iterable[Report], lang: str = "vi") -> dict[str, Any]:
    """One run of the tool over the drafts. Regions count lines and columns of the read text, from 1, in code points;
    ``charOffset`` is the offset into it."""
    from graph import __version__

    listed = list(reports)
    met = sorted({f.code for report in listed for f in report.findings})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": codes()[code].title(lang)},
            "help": {"text": codes()[code].rule(lang)},
            "defaultConfiguration": {"level": _LEVELS[codes()[code].severity]},
        }
        for code in met
    ]
    results = [_result(report, f, met.index(f.code), lang) for report in listed for f in report.findings]
    driver = {"name": "luocdo", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _result(report: Report, finding: Finding, rule: int, lang: str) -> dict[str, Any]:
    line, column = report.place(finding.start)
    end_line, end_column = report.place(finding.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.text},
    }
    place = {"artifactLocation": {"uri": _uri(report.source.name)}, "region": region}
    found: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message(lang)},
        "locations": [{"physicalLocation": place}],
    }
    if finding.evidence:
        found["properties"] = {"evidence": finding.evidence, "evidenceSource": finding.source}
    return found


def _uri(name: str) -> str:
    return quote(name.replace(os.sep, "/"), safe="/:@!$&'()*+,;=-._~")


def commands(report: Report, lang: str = "vi") -> Iterable[str]:
    """A line for each finding, as GitHub Actions shows it beside the line of the file."""
    for finding in report.findings:
        line, column = report.place(finding.start)
        where = f"file={_property(report.source.name)},line={line},col={column},title={finding.code}"
        yield f"::{_COMMANDS[finding.severity]} {where}::{_data(finding.message(lang))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
