"""``luocdo query``: one verb for each predicate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Annotated, Any

import typer

from graph import labels
from graph.cli import options
from graph.cli.options import GRAPH, Format, FormatOption, GraphFile, Lang, LangOption, MaybeWords, TypeOption
from graph.cli.output import one_line
from graph.cli.standing import AtOption
from graph.cli.writing import to_file

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


def _verb(predicate: str, deep: bool) -> Callable[..., None]:
    def ask(
        words: MaybeWords = None,
        graph_file: GraphFile = GRAPH,
        types: TypeOption = None,
        direct: Annotated[
            bool | None,
            typer.Option("--direct/--transitive", help="Chỉ quan hệ trực tiếp, hay qua cả văn bản trung gian."),
        ] = None,
        inverse: Annotated[
            bool, typer.Option("--inverse", "-i", help="Hỏi ngược lại: DOC làm điều đó với văn bản nào.")
        ] = False,
        at: AtOption = None,
        limit: Annotated[int | None, typer.Option("--limit", "-n", min=1, help="Số văn bản nhiều nhất.")] = None,
        skip: Annotated[int, typer.Option("--skip", min=0, help="Bỏ qua chừng ấy văn bản đầu.")] = 0,
        format: FormatOption = Format.table,
        lang: LangOption = Lang.vi,
    ) -> None:
        from graph.cli import documents, output, standing
        from graph.knowledge import open as open_graph

        names = documents.type_names(types)
        wanted = standing.day(at)
        with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
            if words:
                document = documents.one(graph, words, lang.value)
                transitive = deep if direct is None else not direct
                # what no longer speaks on that day is left out first, and pages are cut then
                page: dict[str, Any] = {"limit": limit, "skip": skip} if wanted is None else {}
                found = graph.related(
                    document, predicate, inverse=not inverse, transitive=transitive, types=names, **page
                )
                if wanted is not None:
                    found = [f for f in found if _speaks(graph.status(f.document).state, predicate, inverse)]
                    found = found[skip : None if limit is None else skip + limit]
                rows = _chains(graph, document, found, lang.value)
                count = output.show(rows, format.value, _columns(lang.value), table=_table_columns(lang.value))
            else:
                pairs = _pairs(graph, predicate, names, inverse, lang.value, dated=wanted is not None)
                pairs = islice(pairs, skip, None if limit is None else skip + limit)
                columns = _pair_columns(lang.value)
                table = [*columns[:3], ("said", labels.field("evidence", lang.value))]
                count = output.show(pairs, format.value, columns, table=table)
        if not count:
            output.message("không có kết quả nào")
            raise typer.Exit(1)

    return ask


def _speaks(state: str, predicate: str, inverse: bool) -> bool:
    """Whether a document counts as of a day: it has taken effect, and still stands unless the question is what ended
    or changed what (a decree that is replaced today has replaced another one before)."""
    changing = predicate in ("replaces", "repeals", "amends", "suspends", "extends", "corrects", "consolidates")
    return state != "not-yet" and (changing or inverse or state not in ("replaced", "repealed", "expired"))


def _columns(lang: str) -> list[tuple[str, str]]:
    keys = ("id", "document", "date", "issuer", "chain", "provision", "evidence", "source", "status")
    return [(key, labels.field(key, lang)) for key in keys]


def _table_columns(lang: str) -> list[tuple[str, str]]:
    """Few columns, so that sentences have room."""
    headings = (("card", "document"), ("chain", "chain"), ("said", "evidence"))
    return [(key, labels.field(heading, lang)) for key, heading in headings]


def _chains(graph: Any, center: Any, found: Iterable[Any], lang: str) -> Iterable[dict[str, Any]]:
    """A row for each document: the chain or chains, and the sentence of each step."""
    from graph.cli import documents, standing
    from graph.cli.documents import name
    from graph.contract import relation_dict, status_dict

    listed = list(found)
    ids = {id for f in listed for chain in f.chains for step in chain for id in (step.subject, step.object)}
    known = graph.by_id(ids)
    for f in listed:
        row = documents.row(f.document, lang)
        steps = list(dict.fromkeys(step for chain in f.chains for step in chain))
        between = (" → ".join(name(known, step.object, lang) for step in chain[:-1]) for chain in f.chains)
        row["chain"] = labels.mark("direct", lang) if f.direct else tuple(between)
        row["evidence"] = tuple(f"“{text}”" for text in _sentences(step.evidence.text for step in steps))
        row["provision"] = tuple(dict.fromkeys(labels.provision(s.provision, lang) for s in steps if s.provision))
        row["source"] = tuple(dict.fromkeys(step.evidence.source or "" for step in steps))
        status = graph.status(f.document)
        by = graph.by_id(status.by)
        row["status"] = "" if status.state == "unknown" else standing.words(status, by, lang)
        row["card"] = tuple(filter(None, (row["document"], row["day"], row["issuer"], row["status"])))
        row["said"] = (*row["evidence"], *_bracketed(row["source"]))
        chains = [[relation_dict(step) for step in chain] for chain in f.chains]
        row["data"] = {"document": row["data"], "direct": f.direct, "through": list(f.through), "chains": chains,
                       "standing": status_dict(status)}  # fmt: skip
        yield row


def _sentences(texts: Iterable[str]) -> list[str]:
    """Texts on one line each, without those that stand in another one."""
    listed = list(dict.fromkeys(map(one_line, texts)))
    return [text for text in listed if not any(text != other and text in other for other in listed)]


def _bracketed(lines: tuple[str, ...]) -> list[str]:
    """Lines with one pair of brackets around all of them."""
    listed = list(lines) or [""]
    listed[0] = f"[{listed[0]}"
    listed[-1] += "]"
    return listed


def _pair_columns(lang: str) -> list[tuple[str, str]]:
    keys = ("subject", "predicate", "object", "provision", "evidence", "source")
    return [(key, labels.field(key, lang)) for key in keys]


def _pairs(
    graph: Any, predicate: str, types: Iterable[str] | None, inverse: bool, lang: str, *, dated: bool
) -> Iterable[dict[str, Any]]:
    """A row for each stated relation of a predicate; `dated`: of those whose subject counts as of the graph's day."""
    from graph.cli.documents import name
    from graph.contract import relation_dict
    from graph.normalise import fold

    relations = list(graph.relations_of_kind(predicate))
    known = graph.by_id({id for r in relations for id in (r.subject, r.object)})
    wanted = None if types is None else set(types)
    states = graph.statuses() if dated else {}
    for relation in relations:
        if relation.subject in states and not _speaks(states[relation.subject].state, predicate, False):
            continue
        end = known.get(relation.object if inverse else relation.subject)
        if wanted is not None and (end is None or fold(end.type or "") not in wanted):
            continue
        in_part = f" ({labels.field('partial', lang)})" if relation.partial or relation.pinpoints else ""
        yield {
            "subject": name(known, relation.subject, lang),
            "predicate": labels.predicate(predicate, lang) + in_part,
            "object": name(known, relation.object, lang),
            "provision": labels.provision(relation.provision, lang) if relation.provision else "",
            "evidence": f"“{one_line(relation.evidence.text)}”",
            "source": relation.evidence.source or "",
            "said": (f"“{one_line(relation.evidence.text)}”", f"[{relation.evidence.source or ''}]"),
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
    if single:
        app.callback()(lambda: None)  # one command alone would not be a group
    return app


def issued_by(
    words: options.Words,
    graph_file: GraphFile = GRAPH,
    types: TypeOption = None,
    at: AtOption = None,
    format: FormatOption = Format.table,
    lang: LangOption = Lang.vi,
) -> None:
    from graph.cli import documents, output, standing
    from graph.knowledge import open as open_graph
    from graph.normalise import fold

    text = " ".join(words)
    names = documents.type_names(types)
    wanted = standing.day(at)
    with open_graph(graph_file) as graph, graph.as_of(wanted).frozen():
        issuers = [] if any(map(str.isdigit, text)) else graph.issuers_named(text)
        if not issuers:
            document = documents.one(graph, text, lang.value)
            rows = [_issuer_row(graph, relation, lang.value) for relation in graph.relations_of(document)
                    if relation.predicate == "issued_by"]  # fmt: skip
            unique = list({row["id"]: row for row in rows}.values())
            count = output.show(unique, format.value, _issuer_columns(lang.value))
        else:
            listed = {d.id: d for issuer in issuers for d in graph.issued_by(issuer)}
            kept = [d for d in listed.values() if names is None or fold(d.type or "") in names]
            if wanted is not None:
                states = graph.statuses()
                gone = ("not-yet", "replaced", "repealed", "expired")
                kept = [d for d in kept if d.id not in states or states[d.id].state not in gone]
            columns, table = documents.columns(lang.value)
            count = output.show((documents.row(d, lang.value) for d in kept), format.value, columns, table=table)
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
        "evidence": f"“{one_line(relation.evidence.text)}”",
        "source": relation.evidence.source or "",
        "data": {"issuer": issuer_dict(issuer), "relation": relation_dict(relation)},
    }


def _issuer_columns(lang: str) -> list[tuple[str, str]]:
    return [(key, labels.field(key, lang)) for key in ("issuer", "place", "level", "evidence", "source")]
