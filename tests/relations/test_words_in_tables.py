"""The words that relations are read from stand in the tables of ``graph/domain``, not in code."""

import ast
from pathlib import Path

import pytest

from graph.relations import lexicon

ROOM = Path(lexicon.__file__).parent
VIETNAMESE = frozenset("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ")

LABEL = "a-zđ"  # in a class of letters: what a điểm is called


def words_in(source: str) -> list[tuple[int, str]]:
    """Line and value of each string with a Vietnamese letter that is neither docstring nor the message of an error."""
    tree = ast.parse(source)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    raised = [node for node in ast.walk(tree) if isinstance(node, ast.Raise)]
    said |= {id(part) for node in raised for part in ast.walk(node)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
        if VIETNAMESE & set(node.value.replace(LABEL, "").lower())
    ]


@pytest.mark.parametrize("module", sorted(path.stem for path in ROOM.glob("*.py")))
def test_words_stand_in_tables(module: str) -> None:
    assert not words_in((ROOM / f"{module}.py").read_text(encoding="utf-8"))


def test_words_are_seen() -> None:
    assert words_in('"""Điều"""\nA = rf"(?:điểm){1}"\n') == [(2, "(?:điểm)")]
