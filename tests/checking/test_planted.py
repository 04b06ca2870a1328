"""Planted faults are found, and clean drafts have none (the figures that docs/checking.md states)."""

from __future__ import annotations

from pathlib import Path

from check import papers, planted

from graph.knowledge import KnowledgeGraph


def test_planted_faults_are_found_and_clean_drafts_are_clean(known: KnowledgeGraph) -> None:
    score = planted(known)
    assert score.share >= 0.97, score.missed
    assert len(score.false) <= score.citations / 200, score.false
    assert all(score.planted[code] >= 4 for code in score.planted)


def test_planted_in_real_papers(known: KnowledgeGraph, shared: Path) -> None:
    score = papers(known, shared / "corpus" / "wild" / "official", count=20)
    assert score.share >= 0.95, score.missed
    assert len(score.false) <= score.citations / 200, score.false
