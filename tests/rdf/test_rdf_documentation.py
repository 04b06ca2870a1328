"""docs/rdf.md is true: its commands and Python run, its queries give its results, its excerpt is in the export.

With UPDATE_DOCS=1 in the environment the results, the excerpt and the table of relations are written anew instead.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdf_views import KH83, NQ18, REPORT, REPOSITORY

import graph
from graph.export import export
from graph.rdf import sparql
from graph.rdf.terms import PREFIXES, predicates

PAGE = REPOSITORY / "docs/rdf.md"
UPDATE = bool(os.environ.get("UPDATE_DOCS"))
BLOCK = re.compile(r"(<!-- no test[^>]*-->\n)?```(\w+)\n(.*?)```\n", re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder as a reader has it: the data, and the graph of the first command."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "data").mkdir()
    shutil.copy(REPORT, folder / "data")
    return folder


def run(command: str, folder: Path) -> str:
    words = shlex.split(command)
    assert words[0] == "luocdo"
    code = "import sys; from graph.cli import main; sys.exit(main())"
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "NO_COLOR": "1"}
    environment.pop("LUOCDO_GRAPH", None)
    done = subprocess.run(
        [sys.executable, "-c", code, *words[1:]], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def blocks(kind: str) -> list[str]:
    return [body for skip, k, body in BLOCK.findall(PAGE.read_text(encoding="utf-8")) if k == kind and not skip]


def test_the_page_runs_from_top_to_bottom(folder, monkeypatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, object] = {}
    for skip, kind, body in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if skip:
            compile(body, "rdf.md", "exec")
        elif kind == "console":
            for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                assert run(command, folder).splitlines() == output.splitlines() or not output.strip(), command
        elif kind == "python":
            exec(compile(body, "rdf.md", "exec"), names)
    assert (folder / "plan.trig").exists() and (folder / "again.ttl").exists()


@pytest.fixture(scope="module")
def graph_file(folder) -> Path:
    path = folder / "own.db"
    with graph.open(path, create=True) as g:
        g.add([folder / "data"], workers=1)
    return path


def replace_part(name: str, number: int, text: str) -> None:
    """Put `text` between the markers of the `number`th part called `name`."""
    page = PAGE.read_text(encoding="utf-8")
    found = list(re.finditer(rf"<!-- {name} -->\n(.*?)<!-- end -->\n", page, re.DOTALL))[number]
    PAGE.write_text(page[: found.start(1)] + text + page[found.end(1) :], encoding="utf-8")


def part(name: str, number: int) -> str:
    page = PAGE.read_text(encoding="utf-8")
    return re.findall(rf"<!-- {name} -->\n(.*?)<!-- end -->\n", page, re.DOTALL)[number]


def check(name: str, number: int, text: str) -> None:
    if UPDATE:
        replace_part(name, number, text)
    assert part(name, number) == text, (
        "the results have changed: run this test with UPDATE_DOCS=1 and read the difference"
    )


def table(head: tuple[str, ...], rows: list[tuple[str | None, ...]]) -> str:
    def line(cells) -> str:
        return "| " + " | ".join((c or "").replace("|", "\\|").replace("\n", " ") for c in cells) + " |\n"

    return line(head) + "|" + "---|" * len(head) + "\n" + "".join(map(line, rows))


@pytest.mark.parametrize("number", range(len(blocks("sparql"))))
def test_queries_give_these_results(graph_file, number) -> None:
    answer = sparql(graph_file, blocks("sparql")[number])
    assert answer.rows
    check("result", number, table(answer.variables, answer.rows))


def test_at_least_five_queries() -> None:
    assert len(blocks("sparql")) >= 5


def test_the_table_of_relations() -> None:
    rows = []
    for row in predicates().values():
        terms = ", ".join(f"`{t}`" for t in (row.term, *row.also))
        rows.append((row.name, terms, f"`{row.partial}`" if row.partial else "", row.argument))
    check("predicates", 0, table(("ours", "terms", "in part", "why"), rows))


def test_the_excerpt_is_real(graph_file) -> None:
    """The blocks of 83/KH-UBND, of one statement, its provision and its passage, as the export has them."""
    out = io.BytesIO()
    with graph.open(graph_file) as g, g.frozen():
        export(g, "turtle", out)
    parts = re.split(r"(?<= \.)\n(?=<)", out.getvalue().decode())
    plan = next(p for p in parts if p.startswith(f"<{KH83}>"))
    statement = next(p for p in parts if f"rdf:subject <{KH83}>" in p and f"rdf:object <{NQ18}>" in p)
    passage = re.search(r"luocdo:passage <([^>]*)>", statement)[1]
    provision = re.search(r"luocdo:statedIn <([^>]*)>", statement)[1]
    nodes = [provision, passage, passage.replace("#char=", "#position="), passage.replace("#char=", "#quote=")]
    shown = [plan, statement, *(next(p for p in parts if p.startswith(f"<{n}>")) for n in nodes)]
    check("excerpt", 0, "```turtle\n" + "\n".join(p.rstrip() for p in shown).expandtabs(4) + "\n```\n")
    head = "".join(f"@prefix {p}: <{space}> .\n" for p, space in PREFIXES.items())
    text = part("excerpt", 0).removeprefix("```turtle\n").removesuffix("```\n")
    whole = {q.triple for q in ox.parse(out.getvalue(), format=ox.RdfFormat.TURTLE)}
    assert {q.triple for q in ox.parse((head + text).encode(), format=ox.RdfFormat.TURTLE)} <= whole


def test_the_page_names_every_format() -> None:
    from graph.export import FORMATS

    page = PAGE.read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in FORMATS)
