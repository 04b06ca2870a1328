"""Verbs that print, given ``-o FILE``: the same into a file, never onto what was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from graph.cli.options import Lang, LangOption

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph

_Out = Annotated[
    str,
    typer.Option("--output", "-o", help="Ghi kết quả vào tệp này; “-” là đầu ra chuẩn.", metavar="FILE"),
]
_TEXTS = ("json", "jsonl", "csv")
# What the end of a file's name says of the format, where none is asked for. A person opens a .csv in Excel.
_BY_ENDING = {".csv": "excel", ".json": "json", ".jsonl": "jsonl", ".xlsx": "xlsx"}


def spoken(verb: Callable[..., None]) -> Callable[..., None]:
    """`verb` with an option ``--lang`` where it has none: in that language messages are told (`use_language`)."""
    hints = get_type_hints(verb, include_extras=True)
    if "lang" in hints:
        return verb
    parameters = [p.replace(annotation=hints[p.name]) for p in signature(verb).parameters.values()]

    def run(*, lang: Lang = Lang.vi, **given: Any) -> None:
        verb(**given)

    option = Parameter("lang", Parameter.KEYWORD_ONLY, default=Lang.vi, annotation=LangOption)
    keyword = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in parameters]
    run.__name__, run.__doc__ = verb.__name__, verb.__doc__
    run.__annotations__ = {**hints, "lang": LangOption}
    run.__signature__ = Signature([*keyword, option])  # type: ignore[attr-defined]
    return run


def to_file(verb: Callable[..., None]) -> Callable[..., None]:
    """`verb` with an option ``--output``. CSV into a file that is called so starts with a byte order mark."""
    hints = get_type_hints(verb, include_extras=True)
    parameters = [p.replace(annotation=hints[p.name]) for p in signature(verb).parameters.values()]
    formats = {p.name: p.default for p in parameters}

    def run(*, out: str = "-", **given: Any) -> None:
        from graph.cli.endings import fitting
        from graph.cli.output import stdout_to

        if out == "-":
            verb(**given)
            return
        asked, ending = given.get("format"), Path(out).suffix.lower()
        if asked is not None and ending in _BY_ENDING:
            kind = type(asked)
            if issubclass(kind, Enum) and _BY_ENDING[ending] not in {member.value for member in kind}:
                pass  # this verb has no such format
            elif asked == formats["format"] or (asked == "csv" and ending == ".csv"):
                given["format"] = kind(_BY_ENDING[ending])
        written = str(given.get("format", "table"))
        if asked is None or written != formats["format"]:  # a format that is named goes into a text of any name
            fitting(out, [written] if written in ("table", "xlsx") else [written, *_TEXTS])
        elif isinstance(asked, Enum):
            fitting(out, [written], [member.value for member in type(asked)])
        else:  # of SPARQL, which answers with a graph, too
            fitting(out, [written, "turtle"], ["csv", "json", "xlsx"])
        end = None
        with stdout_to(out, _inputs(given, out)):
            try:
                verb(**given)
            except typer.Exit as done:  # findings, or nothing found: what was printed is the result
                end = done
        if end is not None:
            raise end

    option = Parameter("out", Parameter.KEYWORD_ONLY, default="-", annotation=_Out)
    keyword = [p.replace(kind=Parameter.KEYWORD_ONLY) for p in parameters]
    run.__name__, run.__doc__ = verb.__name__, verb.__doc__
    run.__annotations__ = {**hints, "out": _Out}
    run.__signature__ = Signature([*keyword, option])  # type: ignore[attr-defined]
    return run


def _inputs(given: dict[str, Any], out: str) -> Iterator[str | Path]:
    """Every file that a verb with these arguments reads."""
    from graph.reading import walk

    if not Path(out).exists():
        return
    for path in (given.get("register"), given.get("query")):
        if path is not None:
            yield path
    for path in given.get("files") or ():
        if path != "-":
            yield from walk([path])
    graph_file = given.get("graph_file")
    if graph_file is not None and Path(graph_file).is_file():
        from graph.knowledge import open as open_graph

        yield graph_file
        with open_graph(graph_file) as graph:
            yield from inputs_of(graph, out)


def inputs_of(graph: KnowledgeGraph, out: str) -> Iterator[str]:
    """The graph's file and those of its sources; none where nothing would be overwritten at `out`."""
    from graph.export.files import files_of_sources

    if Path(out).exists():
        yield str(graph.file)
        yield from files_of_sources(graph.source_names(), graph.file)
