"""What a check gives: each citation with what is known of it, and the findings, in the order of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.checking.codes import SEVERITIES, codes
from graph.contract import document_dict, status_dict
from graph.model import Document, Source, Status

_IN_WORDS = "vi", "en"


@dataclass(frozen=True, slots=True)
class Fix:
    """The one certain correction: ``text[start:end]`` of the draft becomes `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at, at ``start:end`` of the draft as it was read (code points, half open).

    `code` is a row of ``codes.csv``; `severity` that of the row, or a milder one where less is certain. `document` is
    the id of the cited document. `values` fill the message, a pair each (Vietnamese, English). `evidence` is the
    sentence that shows it and `source` where that stands, where another text does; `fix` the correction, where exactly
    one is certain, and `again` the same correction at the other places where the draft has the same."""

    code: str
    severity: str
    start: int
    end: int
    text: str
    document: str
    values: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    evidence: str = ""
    source: str = ""
    fix: Fix | None = None
    again: tuple[Fix, ...] = ()

    def message(self, lang: str = "vi") -> str:
        """What is wrong, in a sentence."""
        filled = {key: pair[lang == "en"] for key, pair in self.values.items()}
        return codes()[self.code].message(filled, lang)

    @property
    def title(self) -> str:
        """The kind of finding in a few Vietnamese words."""
        return codes()[self.code].title()

    @property
    def rule(self) -> str:
        """Where the rule comes from."""
        return codes()[self.code].rule()


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation of the draft at ``start:end``. `known`: ``graph`` (the graph has the document), ``tables`` (the
    table of acts has it), or an empty string: unknown here, which is never wrong. `status` as of the day of the
    check."""

    start: int
    end: int
    text: str
    document: Document
    known: str = ""
    status: Status = field(default_factory=Status)


@dataclass(frozen=True, slots=True)
class Report:
    """The check of one draft as of the day `at` (ISO): `citations` and `findings` in the order of the text. `source` is
    the draft as it was read: offsets point into its text."""

    source: Source
    at: str
    citations: tuple[Cited, ...] = ()
    findings: tuple[Finding, ...] = ()
    _lines: tuple[int, ...] = field(default=(), init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(at + 1 for at, sign in enumerate(self.source.text) if sign == "\n"))
        object.__setattr__(self, "_lines", starts)

    def count(self, severity: str) -> int:
        """How many findings have this severity."""
        return sum(1 for found in self.findings if found.severity == severity)

    def fixes(self) -> list[Fix]:
        """The certain corrections, each once, in text order."""
        every = {fix for f in self.findings for fix in (f.fix, *f.again) if fix is not None}
        return sorted(every, key=lambda fix: (fix.start, fix.end, fix.text))

    def worst(self) -> str | None:
        """The gravest severity met, None where nothing was found."""
        met = {found.severity for found in self.findings}
        return next((severity for severity in SEVERITIES if severity in met), None)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1

    def totals(self) -> dict[str, int]:
        """Citations, documents, known and unknown ones, findings by severity."""
        known = {c.document.id for c in self.citations if c.known}
        every = {c.document.id for c in self.citations}
        counted = Counter(found.severity for found in self.findings)
        return {
            "citations": len(self.citations),
            "documents": len(every),
            "known": len(known),
            "unknown": len(every - known),
            **{severity: counted[severity] for severity in SEVERITIES},
        }

    def to_dict(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "source": self.source.name,
            "at": self.at,
            "totals": self.totals(),
            "findings": [self.finding_dict(found) for found in self.findings],
            "citations": [_cited_dict(cited) for cited in self.citations],
        }

    def finding_dict(self, found: Finding) -> dict[str, Any]:
        """A finding as plain JSON values, its messages in both languages; `fix` null where no correction is certain."""
        line, column = self.place(found.start)
        fix = found.fix
        return {
            "code": found.code,
            "severity": found.severity,
            "title": found.title,
            **{f"message_{lang}" if lang == "en" else "message": found.message(lang) for lang in _IN_WORDS},
            "source": self.source.name,
            "line": line,
            "column": column,
            "start": found.start,
            "end": found.end,
            "text": found.text,
            "document": found.document,
            "evidence": found.evidence,
            "evidence_source": found.source,
            "rule": found.rule,
            "rule_en": codes()[found.code].rule("en"),
            "fix": None if fix is None else _fix_dict(fix),
            "again": [_fix_dict(other) for other in found.again],
        }


def _fix_dict(fix: Fix) -> dict[str, Any]:
    return {"start": fix.start, "end": fix.end, "text": fix.text}


def _cited_dict(cited: Cited) -> dict[str, Any]:
    return {
        "start": cited.start,
        "end": cited.end,
        "text": cited.text,
        "known": cited.known or None,
        "document": document_dict(cited.document),
        "status": status_dict(cited.status),
    }
