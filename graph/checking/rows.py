"""Findings and citations as rows of text: for tables, CSV and workbooks."""

from __future__ import annotations

from typing import Any

from graph import labels
from graph.checking import naming
from graph.checking.codes import SEVERITY_NAMES, codes
from graph.checking.report import Cited, Finding, Report

# key -> headings in both languages
HEADINGS = {
    "source": ("Tệp", "File"),
    "line": ("Dòng", "Line"),
    "column": ("Cột", "Column"),
    "code": ("Mã", "Code"),
    "severity": ("Mức", "Severity"),
    "text": ("Chỗ dẫn", "Citation"),
    "message": ("Điểm cần xem lại", "Finding"),
    "fix": ("Sửa thành", "Correction"),
    "evidence": ("Câu dẫn chứng", "Evidence"),
    "evidence_source": ("Nguồn", "Source"),
    "rule": ("Quy tắc", "Rule"),
    "document": ("Văn bản", "Document"),
    "known": ("Biết qua", "Known by"),
    "status": ("Tình trạng hiệu lực", "Force"),
    "since": ("Từ ngày", "Since"),
}
FINDINGS = (
    "source", "line", "column", "code", "severity", "text", "message", "fix", "evidence", "evidence_source", "rule",
)  # fmt: skip
CITATIONS = ("source", "line", "text", "document", "known", "status", "since")
_KNOWN = {"graph": ("đồ thị", "graph"), "tables": ("bảng các đạo luật", "table of acts"), "": ("chưa biết", "unknown")}


def headings(keys: tuple[str, ...], lang: str) -> list[tuple[str, str]]:
    """Each key with its heading."""
    return [(key, HEADINGS[key][lang == "en"]) for key in keys]


def finding_row(report: Report, finding: Finding, lang: str) -> dict[str, Any]:
    """A finding as texts; its JSON under ``data``."""
    line, column = report.place(finding.start)
    shown = (finding.message(lang), f"“{finding.evidence}”") if finding.evidence else (finding.message(lang),)
    return {
        "source": report.source.name,
        "line": str(line),
        "column": str(column),
        "code": finding.code,
        "severity": SEVERITY_NAMES[finding.severity][lang == "en"],
        "kind": f"{finding.code} {SEVERITY_NAMES[finding.severity][lang == 'en']}",
        "text": " ".join(finding.text.split()),
        "message": finding.message(lang),
        "shown": shown,
        "title": codes()[finding.code].title(lang),
        "fix": "" if finding.fix is None else finding.fix.text.strip(),
        "evidence": finding.evidence,
        "evidence_source": finding.source,
        "rule": codes()[finding.code].rule(lang),
        "data": report.finding_dict(finding),
    }


def citation_row(report: Report, cited: Cited, lang: str) -> dict[str, Any]:
    """A citation with what is known of its document."""
    state = cited.status.state
    return {
        "source": report.source.name,
        "line": str(report.place(cited.start)[0]),
        "text": " ".join(cited.text.split()),
        "document": naming.dated(cited.document)[lang == "en"],
        "known": _KNOWN[cited.known][lang == "en"],
        "status": "" if state == "unknown" else labels.status(state, lang),
        "since": naming.day(cited.status.since),
    }
