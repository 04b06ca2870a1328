"""Every sentence of the tables of this folder as one list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import test_cited_titles
import test_closing
import test_false_friends
import test_lists_introduced
import test_own_titles
import test_passives
import test_preambles
from variations import Case


def _rows(table: Any) -> Iterator[tuple[int, Any]]:
    """The rows of a table, from 1; what `pytest.param` holds where it is one."""
    for number, row in enumerate(table, 1):
        yield number, getattr(row, "values", row)


def cases() -> Iterator[Case]:
    """One case a row; named by its table and its number there."""
    for number, row in _rows(test_closing.ARTICLES):
        article, facts = row
        yield Case(
            f"closing-{number}", "closing", test_closing.OWN, test_closing.HEAD, article, "\n\nNơi nhận:\n- Như trên.",
            facts,
        )  # fmt: skip
    for name, module in (("cited", test_cited_titles), ("passives", test_passives)):
        for number, row in _rows(module.SENTENCES):
            sentence, facts = row
            yield Case(f"{name}-{number}", name, module.OWN, module.HEAD, sentence, "\n", facts)
    for number, row in _rows(test_preambles.BASES):
        preamble, facts = row
        own = "Quyết định 12/2018/QĐ-UBND"
        yield Case(f"bases-{number}", "preambles", own, test_preambles.DECISION, preamble, test_preambles.BODY, facts)
    plan = "Kế hoạch 5/KH-UBND"
    for number, row in _rows(test_preambles.SERVICE):
        preamble, facts = row
        after = "\n\nI. NHIỆM VỤ\n1. Rà soát thủ tục."
        yield Case(f"service-{number}", "preambles", plan, test_preambles.PLAN, preamble, after, facts)
    for number, row in _rows(test_preambles.PURPOSE):
        purpose, facts = row
        before = test_preambles.PLAN + "Ủy ban nhân dân tỉnh ban hành Kế hoạch:\n\nI. MỤC ĐÍCH, YÊU CẦU\n"
        yield Case(f"purpose-{number}", "purpose", plan, before, purpose, "", facts)
    for number, row in _rows(test_own_titles.TITLES):
        own, title, facts = row
        first, _, rest = title.rpartition("\n") if title.startswith(("BÁO", "THÔ")) else title.partition("\n")
        before = "ỦY BAN NHÂN DÂN\nTỈNH QUẢNG NGÃI\n\n" + (first + "\n" if rest else "")
        after = "\n\nCăn cứ tình hình thực tế;\n\nĐiều 1. Nội dung."
        yield Case(f"titles-{number}", "own titles", own, before, rest or first, after, facts)
    for number, ((own, head), sentence) in _rows(test_false_friends.NOTHING):
        yield Case(f"friends-{number}", "friends", own, head, sentence, "\n", "")
    for number, (article, facts) in _rows(test_lists_introduced.LISTS):
        own, before, after = test_lists_introduced.OWN, test_lists_introduced.HEAD, test_lists_introduced.TAIL
        if "theo danh mục sau" not in article:  # an expected failure of its table
            yield Case(f"lists-{number}", "lists", own, before, article, after, facts)
