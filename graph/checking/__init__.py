"""Is each document that a draft cites cited rightly, and does it still stand?

``check(text_or_path, graph, at)`` gives a `Report`: every citation with what the graph and the tables of acts know of
it, and findings with a code each (``codes.csv``, docs/checking.md). Unknown is said as unknown, never as wrong: a
finding rests on a text of the cited document's own, a register, a verified row of a table, or the draft itself.
"""

from graph.checking.checker import check, check_source
from graph.checking.codes import SEVERITIES, Code, codes
from graph.checking.report import Cited, Finding, Fix, Report

__all__ = ["SEVERITIES", "Cited", "Code", "Finding", "Fix", "Report", "check", "check_source", "codes"]
