"""``luocdo query``: one verb for each predicate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from inspect import signature
from itertools import chain, islice
from typing import Annotated, Any

import typer

from graph import labels
from graph.cli import options
from graph.cli.brief import Told, sentences
from graph.cli.options import (
    GRAPH,
    Format,
    FormatOption,
    FromOption,
    FullOption,
    GraphFile,
    IssuerOption,
    Lang,
    LangOption,
    LimitOption,
    MaybeWords,
    ObjectIssuerOption,
    ObjectTypeOption,
    TypeOption,
    UntilOption,
)
from graph.cli.output import sentence
from graph.cli.standing import AtOption
from graph.cli.workbooks import Linked
from graph.cli.writing import to_file
from graph.errors import LuocdoError
from graph.queries.selecting import speaks

_BATCH = 500

# verb -> predicate, help, whether the question goes through other documents unless --direct is given
_VERBS: dict[str, tuple[str, str, bool]] = {
    "implements": ("implements", "Văn bản nào triển khai, thực hiện DOC (qua nhiều cấp).", True),
    "replaces": ("replaces", "Văn bản nào thay thế DOC; không có DOC: mọi cặp thay thế.", True),
    "amends": ("amends", "Văn bản nào sửa đổi, bổ sung DOC.", False),
    "repeals": ("repeals", "Văn bản nào bãi bỏ DOC.", False),
    "based-on": ("based_on", "Văn bản nào căn cứ DOC.", False),
    "guides": ("guides", "Văn bản nào hướng dẫn, quy định chi tiết DOC.", False),
    "reviews": ("reviews", "Văn bản nào sơ kết, tổng kết DOC.", False),
    "corrects": ("corrects", "Văn bản nào đính chính DOC.", False),
    "consolidates": ("consolidates", "Văn bản nào hợp nhất DOC.", False),
    "extends": ("extends", "Văn bản nào kéo dài hiệu lực DOC.", False),
    "suspends": ("suspends", "Văn bản nào ngưng hiệu lực DOC.", False),
    "cites": ("cites", "Văn bản nào dẫn chiếu DOC.", False),
}


VERBS = (*_VERBS, "issued-by")


def _verb(predicate: str, deep: bool) -> Callable[..., None]:
    def ask(
        words: MaybeWords = None,
        graph_file: GraphFile = GRAPH,
        types: TypeOption = None,
        issuers: IssuerOption = None,
        since: FromOption = None,
        until: UntilOption = None,
        object_types: ObjectTypeOption = None,
        object_issuers: ObjectIssuerOption = None,
        direct: Annotated[
            bool | None,
            typer.Option("--direct/--transitive", help="Chỉ quan hệ trực tiếp, hay qua cả văn bản trung gian."),
        ] = None,
        inverse: Annotated[
            bool, typer.Option("--inverse", "-i", help="Hỏi ngược lại: DOC làm điều đó với văn bản nào.")
        ] = False,
        basis: Annotated[
            bool, typer.Option("--with-basis", help="Liệt kê cả văn bản chỉ căn cứ DOC mà không triển khai.")
        ] = False,
        at: AtOption = None,
        limit: LimitOption = None,
        skip: Annotated[int, typer.Option("--skip", min=0, help="Bỏ qua chừng ấy văn bản đầu.")] = 0,
        full: FullOption = False,
        format: FormatOption = Format.table,
        lang: LangOption = Lang.vi,
    ) -> None:
        from graph.cli import documents, output, standing
        from graph.knowledge import open as open_graph

        if words and (object_types or object_issuers):
            raise LuocdoError("--object-type và --object-issuer chỉ dùng khi không nêu DOC")
        wanted = standing.day(at)
        asked = _Asked(predicate, inverse, lang.value, full, wanted is not None, format in (Format.json, Format.jsonl))
        rest = 0
        with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
            keep = graph.select(types=types or (), issuers=issuers or (), since=since, until=until)
            if words:
                document = documents.one(graph, words, lang.value)
                transitive = deep if direct is None else not direct
                counting = predicate == "implements" and (basis or format is Format.table)
                based = graph.related(document, "based_on", inverse=not inverse, keep=keep) if counting else []
                # what no longer speaks on that day, or has two parts, is told apart first, and pages are cut then
                whole = bool(based) or asked.dated
                page: dict[str, Any] = {} if whole else {"limit": limit, "skip": skip}
                found = graph.related(
                    document, predicate, inverse=not inverse, transitive=transitive, keep=keep, **page
                )
                found = asked.speaking(graph, found)
                if based:
                    more = _only_basis(graph, based, asked, found)
                    found += more if basis else []
                    rest = 0 if basis else len(more)
                if whole:
                    found = found[skip : None if limit is None else skip + limit]
                rows = _chains(graph, asked, found)
                linked = Linked({"document": "id"}, graph.by_id, lang.value)
                columns, few = _columns(lang.value), _table_columns(lang.value)
                count = output.show(rows, format.value, columns, table=few, linked=linked)
            else:
                others = graph.select(types=object_types or (), issuers=object_issuers or ())
                listed = _pairs(graph, asked, keep, others)
                if predicate == "implements" and (basis or (format is Format.table and (keep or others))):
                    stated = {(r.subject, r.object) for r in graph.relations_of_kind(predicate)}
                    wider = replace(asked, predicate="based_on")
                    more_pairs = (row for row in _pairs(graph, wider, keep, others) if row["ends"] not in stated)
                    if basis:
                        listed = chain(listed, more_pairs)
                    else:
                        rest = len({row["ends"] for row in more_pairs})
                pairs = islice(listed, skip, None if limit is None else skip + limit)
                table = [("pair", labels.field("document", lang.value)), ("said", labels.field("evidence", lang.value))]
                linked = Linked({"subject": "subject_id", "object": "object_id"}, graph.by_id, lang.value)
                count = output.show(pairs, format.value, _pair_columns(lang.value), table=table, linked=linked)
        if rest:
            what = "văn bản khác chỉ căn cứ văn bản này" if words else "cặp khác chỉ căn cứ, không nói triển khai"
            output.message(f"{rest} {what} (--with-basis để liệt kê)")
        if not count:
            output.message("không có kết quả nào")
            raise typer.Exit(1)

    if predicate != "implements":  # every other question is about one relation
        shape = signature(ask)
        kept = [p for p in shape.parameters.values() if p.name != "basis"]
        ask.__signature__ = shape.replace(parameters=kept)  # type: ignore[attr-defined]
    return ask


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question: the relation, which way, and how the answer is shown; `dated`: as of a day; `quotes`: with all that
    says how each document stands."""

    predicate: str
    inverse: bool
    lang: str
    full: bool
    dated: bool
    quotes: bool

    def speaking(self, graph: Any, found: list[Any]) -> list[Any]:
        """Those that count on the day that is asked for."""
        if not self.dated:
            return found
        standing = graph.statuses_of((f.id for f in found), quotes=False)
        return [f for f in found if speaks(standing[f.id].state, self.predicate, self.inverse)]


def _only_basis(graph: Any, based: Iterable[Any], asked: _Asked, found: Iterable[Any]) -> list[Any]:
    """Those of the documents that name the document asked for (with `inverse`: that it names) as a basis which have no
    other part in `found`."""
    known = {f.id for f in found}
    return asked.speaking(graph, [f for f in based if f.id not in known])


def _columns(lang: str) -> list[tuple[str, str]]:
    keys = ("id", "document", "date", "issuer", "chain", "provision", "evidence", "source", "status")
    return [(key, labels.field(key, lang)) for key in keys]


def _table_columns(lang: str) -> list[tuple[str, str]]:
    """Few columns, so that sentences have room."""
    headings = (("card", "document"), ("chain", "chain"), ("said", "evidence"))
    return [(key, labels.field(heading, lang)) for key, heading in headings]


def _chains(graph: Any, asked: _Asked, found: Iterable[Any]) -> Iterable[dict[str, Any]]:
    """A row for each document: the chain or chains, and the sentence of each step."""
    from graph.cli import documents, standing
    from graph.cli.documents import name
    from graph.contract import relation_dict, status_dict

    lang = asked.lang
    listed = list(found)
    ids = {id for f in listed for chain in f.chains for step in chain for id in (step.subject, step.object)}
    known = {f.id: f.document for f in listed}
    known |= graph.by_id(ids - known.keys())
    standings = graph.statuses_of((f.id for f in listed), quotes=asked.quotes)
    enders = graph.by_id({id for status in standings.values() for id in status.by})
    told = Told(lang, full=asked.full)
    for f in listed:
        row = documents.row(f.document, lang)
        steps = list(dict.fromkeys(step for chain in f.chains for step in chain))
        between = (" → ".join(name(known, step.object, lang) for step in chain[:-1]) for chain in f.chains)
        direct = "direct" if steps and steps[0].predicate == asked.predicate else "basis"
        row["chain"] = labels.mark(direct, lang) if f.direct else tuple(between)
        row["evidence"] = tuple(f"“{text}”" for text in sentences(step.evidence.text for step in steps))
        row["provision"] = tuple(dict.fromkeys(labels.provision(s.provision, lang) for s in steps if s.provision))
        row["source"] = tuple(dict.fromkeys(step.evidence.source or "" for step in steps))
        status = standings[f.id]
        row["status"] = "" if status.state == "unknown" else standing.words(status, enders, lang)
        row["card"] = tuple(filter(None, (row["document"], row["day"], row["issuer"], row["status"])))
        numbers = {id: known[id].code for step in steps for id in (step.subject, step.object) if id in known}
        row["said"] = told.lines((step.evidence for step in steps), numbers.values())
        chains = [[relation_dict(step) for step in chain] for chain in f.chains]
        row["data"] = {"document": row["data"], "direct": f.direct, "through": list(f.through), "chains": chains,
                       "standing": status_dict(status)}  # fmt: skip
        yield row


def _pair_columns(lang: str) -> list[tuple[str, str]]:
    keys = ("subject", "predicate", "object", "provision", "evidence", "source")
    return [(key, labels.field(key, lang)) for key in keys]


def _pairs(graph: Any, asked: _Asked, keep: Any, others: Any) -> Iterable[dict[str, Any]]:
    """A row for each stated relation: of documents that are kept (with `inverse`: to such documents) to others."""
    from graph.cli.documents import date_text, name
    from graph.contract import relation_dict

    lang, predicate = asked.lang, asked.predicate
    sides = {"objects": keep} if asked.inverse and not others else {"subjects": keep, "objects": others}
    states = graph.statuses() if asked.dated else {}
    told = Told(lang, full=asked.full)
    label = labels.predicate(predicate, lang)
    relations = iter(graph.relations_of_kind(predicate, **sides))
    while batch := list(islice(relations, _BATCH)):
        known = graph.by_id({id for r in batch for id in (r.subject, r.object)})
        for relation in batch:
            state = states.get(relation.subject)
            if state is not None and not speaks(state.state, predicate, False):
                continue
            in_part = f" ({labels.field('partial', lang)})" if relation.partial or relation.pinpoints else ""
            ends = (relation.subject, relation.object)
            days = [date_text(known[id].date) if id in known else "" for id in ends]
            names = [name(known, id, lang) for id in ends]
            dated = [f"{label} ({day})" if day else label for label, day in zip(names, days, strict=True)]
            yield {
                "subject": names[0],
                "predicate": label + in_part,
                "object": names[1],
                "provision": labels.provision(relation.provision, lang) if relation.provision else "",
                "evidence": f"“{sentence(relation.evidence.text)}”",
                "source": relation.evidence.source or "",
                "pair": (dated[0], f"→ {label}{in_part}", dated[1]),
                "said": told.lines([relation.evidence], [known[id].code for id in ends if id in known]),
                "ends": ends,
                "subject_id": relation.subject,
                "object_id": relation.object,
                "data": relation_dict(relation),
            }


def make(arguments: Sequence[str] = ()) -> typer.Typer:
    """The verbs as a typer application: all, or only the one that `arguments` call."""
    app = typer.Typer(no_args_is_help=True, help="Hỏi đồ thị theo quan hệ giữa các văn bản.")
    verb = arguments[0] if arguments else ""
    single = verb in _VERBS or verb == "issued-by"
    for name, (predicate, text, deep) in _VERBS.items():
        if not single or name == verb:
            app.command(name, help=text)(to_file(_verb(predicate, deep)))
    if not single or verb == "issued-by":
        app.command("issued-by", help="Văn bản do một cơ quan ban hành; hoặc cơ quan ban hành DOC.")(to_file(issued_by))
    app.callback()(_group)  # one command alone would not be a group
    return app


def _group(lang: LangOption = Lang.vi) -> None:
    pass


def issued_by(
    words: options.Words,
    graph_file: GraphFile = GRAPH,
    types: TypeOption = None,
    since: FromOption = None,
    until: UntilOption = None,
    at: AtOption = None,
    limit: LimitOption = None,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    from graph.cli import documents, output, standing
    from graph.knowledge import open as open_graph
    from graph.queries.selecting import ENDED

    text = " ".join(words)
    wanted = standing.day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        if any(map(str.isdigit, text)) or not graph.issuers_named(text):
            document = documents.one(graph, text, lang.value)
            rows = [_issuer_row(graph, relation, lang.value) for relation in graph.relations_of(document)
                    if relation.predicate == "issued_by" and relation.subject == document.id]  # fmt: skip
            unique = list({row["id"]: row for row in rows}.values())
            count = output.show(unique, format.value, _issuer_columns(lang.value))
        else:
            keep = graph.select(types=types or (), issuers=[text], since=since, until=until)
            listed = graph.selected(keep)
            if wanted is not None:
                states = graph.statuses()
                listed = (d for d in listed if d.id not in states or states[d.id].state not in ENDED)
            columns, table = documents.columns(lang.value)
            listing = (documents.row(d, lang.value) for d in islice(listed, limit))
            count = output.show(listing, format.value, columns, table=table)
    if not count:
        output.message("không có kết quả nào")
        raise typer.Exit(1)


def _issuer_row(graph: Any, relation: Any, lang: str) -> dict[str, Any]:
    from graph.contract import issuer_dict, relation_dict

    issuer = graph.issuer(relation.object)
    return {
        "id": relation.object,
        "issuer": issuer.name,
        "place": issuer.place or "",
        "level": labels.level(issuer.level or "", lang),
        "evidence": f"“{sentence(relation.evidence.text)}”",
        "source": relation.evidence.source or "",
        "data": {"issuer": issuer_dict(issuer), "relation": relation_dict(relation)},
    }


def _issuer_columns(lang: str) -> list[tuple[str, str]]:
    return [(key, labels.field(key, lang)) for key in ("issuer", "place", "level", "evidence", "source")]
