"""``--format xlsx``: the rows of an answer as a workbook, with a sheet of the documents that they name."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph import labels
from graph.errors import LuocdoError

if TYPE_CHECKING:
    from graph.export.workbook import Sheet
    from graph.model import Document


@dataclass(frozen=True, slots=True)
class Linked:
    """Which cells of the rows lead to documents: column -> the key of the row that has the document's id; `known` gives
    documents by id, `before` are sheets that come first."""

    links: Mapping[str, str]
    known: Callable[[Iterable[str]], Mapping[str, Document]]
    lang: str
    before: Sequence[Sheet] = ()


def write(rows: Iterable[dict[str, Any]], columns: Sequence[tuple[str, str]], linked: Linked | None) -> int:
    """Write the workbook to stdout (``-o FILE``: to the file); how many rows there were. LuocdoError on a terminal."""
    from graph.export.workbook import Sheet, xlsx

    if sys.stdout.isatty():
        raise LuocdoError("--format xlsx cần một tệp: -o FILE.xlsx")
    lang = "vi" if linked is None else linked.lang
    listed = list(rows)
    links = {} if linked is None else dict(linked.links)
    sheets = [*(() if linked is None else linked.before), Sheet(labels.field("results", lang), columns, listed, links)]
    if linked is not None:
        ids = {str(row[key]) for row in listed for key in links.values() if row.get(key)}
        known = linked.known(ids)
        if known:
            sheets.append(_documents(list(known.values()), lang))
    sys.stdout.buffer.write(xlsx(sheets))
    return len(listed)


def _documents(listed: list[Document], lang: str) -> Sheet:
    """The sheet of documents, by date."""
    from graph.cli.documents import row
    from graph.export.workbook import Sheet

    keys = ("document", "type", "code", "date", "issuer", "title", "id")
    ordered = sorted(listed, key=lambda d: (d.date or "9", d.id))
    columns = [(key, labels.field(key, lang)) for key in keys]
    return Sheet(labels.field("documents", lang), columns, [row(d, lang) for d in ordered], anchor="id")
