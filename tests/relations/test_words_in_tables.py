"""The words that relations are read from stand in the tables of ``graph/domain``, not in code."""

import ast
from pathlib import Path

import pytest

from graph.relations import lexicon

ROOM = Path(lexicon.__file__).parent
VIETNAMESE = frozenset("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ")
# Modules that still hold words of their own; none may join them.
UNTIDY = {"authority", "formal", "lexicon", "titles", "voices"}


def words_in(source: str) -> list[tuple[int, str]]:
    """Line and value of each string with a Vietnamese letter that is no docstring."""
    tree = ast.parse(source)
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
        if VIETNAMESE & set(node.value.lower())
    ]


@pytest.mark.parametrize("module", sorted(path.stem for path in ROOM.glob("*.py")))
def test_words_stand_in_tables(module: str) -> None:
    found = words_in((ROOM / f"{module}.py").read_text(encoding="utf-8"))
    if module in UNTIDY:
        assert found, f"{module} holds no words any more: take it from UNTIDY"
    else:
        assert not found


def test_words_are_seen() -> None:
    assert words_in('"""Điều"""\nA = rf"(?:điểm){1}"\n') == [(2, "(?:điểm)")]
