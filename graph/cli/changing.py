"""``luocdo changes``: what a document changed, and what changed it; ``luocdo history``: whence it came and what became
of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import typer

from graph import labels
from graph.cli.brief import Told
from graph.cli.options import GRAPH, Format, FormatOption, FullOption, GraphFile, Lang, LangOption, Words
from graph.cli.standing import AtOption
from graph.cli.workbooks import Linked

if TYPE_CHECKING:
    from graph.model import Relation
    from graph.queries.changes import Change
    from graph.queries.history import Event


def changes(
    words: Words,
    graph_file: GraphFile = GRAPH,
    full: FullOption = False,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Văn bản đã thay đổi gì và bị gì thay đổi: điều, khoản nào, thay đổi thế nào, điều, khoản nào của văn bản nào."""
    from graph.cli import output, standing

    with standing.document_at(graph_file, words, None, lang.value) as (graph, document):
        found = graph.changes(document)
        known = graph.by_id({d.id for change in found for d in (change.affecting, change.affected)})
    keys = ("date", "first_day", "subject", "provision", "predicate", "object", "pinpoint", "evidence", "source")
    columns = [(key, labels.field(key, lang.value)) for key in keys]
    table = [
        ("days", labels.field("date", lang.value)),
        ("change", labels.field("change", lang.value)),
        ("said", labels.field("evidence", lang.value)),
    ]
    linked = Linked({"subject": "subject_id", "object": "object_id"}, lambda _: known, lang.value)
    rows = _rows(found, document.id, lang.value, full)
    if not output.show(rows, format.value, columns, table=table, linked=linked):
        output.message("không thấy thay đổi nào")
        raise typer.Exit(1)


def _rows(found: Iterable[Change], id: str, lang: str, full: bool) -> Iterator[dict[str, Any]]:
    from graph.cli.documents import date_text
    from graph.cli.output import one_line, sentence
    from graph.queries.changes import change_dict

    told = Told(lang, full=full)
    for change in found:
        relation = change.relation
        subject, object = labels.document(change.affecting, lang), labels.document(change.affected, lang)
        provision = one_line(labels.provision(change.provision, lang)) if change.provision else ""
        part = _part(relation, lang)
        predicate = labels.predicate(change.action, lang)
        of = " of " if lang == "en" else " "
        evidence = sentence(relation.evidence.text)
        days = [date_text(change.date)]
        if change.in_force:
            days += [f"{labels.field('since', lang).lower()}", date_text(change.in_force)]
        yield {
            "date": change.date or "",
            "first_day": change.in_force or "",
            "subject": subject,
            "provision": provision,
            "predicate": predicate,
            "object": object,
            "pinpoint": part,
            "evidence": evidence,
            "source": relation.evidence.source or "",
            "days": tuple(days),
            "change": (
                f"{provision}{of}{subject}" if provision else subject,
                f"→ {predicate}",
                f"{part}{of}{object}" if part else object,
            ),
            "said": told.lines([relation.evidence], [change.affecting.code, change.affected.code]),
            "subject_id": change.affecting.id,
            "object_id": change.affected.id,
            "data": change_dict(change, id),
        }


def _part(relation: Relation, lang: str) -> str:
    from graph.cli.output import one_line

    parts = "; ".join(one_line(labels.part(p, lang)) for p in relation.pinpoints)
    return parts or (labels.field("partial", lang) if relation.partial else "")


def history(
    words: Words,
    graph_file: GraphFile = GRAPH,
    at: AtOption = None,
    full: FullOption = False,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    """Lịch sử văn bản theo thời gian: ban hành, có hiệu lực, sửa đổi, thay thế gì, bị gì thay thế, hết hiệu lực."""
    from graph.cli import output, standing

    with standing.document_at(graph_file, words, at, lang.value) as (graph, document):
        found = graph.history(document)
        known = graph.by_id({d.id for event in found.events for d in (event.document, event.by) if d is not None})
    keys = ("day", "event", "document", "by", "date", "pinpoint", "provision", "evidence", "source")
    columns = [(key, labels.field(key, lang.value)) for key in keys]
    table = [
        ("shown_day", labels.field("day", lang.value)),
        ("happened", labels.field("event", lang.value)),
        ("said", labels.field("evidence", lang.value)),
    ]
    linked = Linked({"document": "document_id", "by": "by_id"}, lambda _: known, lang.value)
    rows = _events(found.events, lang.value, full)
    if not output.show(rows, format.value, columns, table=table, linked=linked):
        output.message("không rõ ngày nào của văn bản này")
        raise typer.Exit(1)
    if found.cut:
        output.message(f"chỉ theo {len(found.line)} văn bản gần nhất trong chuỗi thay thế")


def _events(found: Iterable[Event], lang: str, full: bool) -> Iterator[dict[str, Any]]:
    from graph.cli.documents import date_text
    from graph.cli.output import one_line, sentence
    from graph.queries.history import event_dict

    told = Told(lang, full=full)
    for event in found:
        document = labels.document(event.document, lang)
        by = "" if event.by is None else labels.document(event.by, lang)
        what = labels.event(event.kind, lang)
        part = "; ".join(one_line(labels.part(p, lang)) for p in event.provisions)
        part = part or (labels.field("partial", lang) if event.partial else "")
        evidence = sentence(event.evidence.text) if event.evidence else ""
        source = (event.evidence.source or "") if event.evidence else ""
        issued = date_text(event.by.date) if event.by else ""
        numbers = [event.document.code, event.by.code if event.by else None]
        yield {
            "day": event.day or "",
            "event": what,
            "document": document,
            "by": by,
            "date": (event.by.date or "") if event.by else "",
            "pinpoint": part,
            "provision": labels.provision(event.provision, lang) if event.provision else "",
            "evidence": evidence,
            "source": source,
            "shown_day": date_text(event.day) or labels.mark("day-unknown", lang),
            "happened": (
                *((f"{part}{' of ' if lang == 'en' else ' '}{document}",) if part else (document,)),
                f"{what} {by}".rstrip() + (f" ({issued})" if issued else ""),
            ),
            "said": told.lines([event.evidence] if event.evidence else [], numbers),
            "document_id": event.document.id,
            "by_id": event.by.id if event.by else None,
            "data": event_dict(event),
        }
