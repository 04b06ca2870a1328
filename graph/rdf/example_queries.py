"""The named example queries: files in ``queries/``, each with its title and, for some, a document to ask about."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.errors import LuocdoError
from graph.rdf.terms import is_iri


@dataclass(frozen=True, slots=True)
class Example:
    """One query. `parameters` are variables that may be bound (``document``); unbound it asks about all."""

    name: str
    vi: str
    en: str
    query: str
    parameters: tuple[str, ...] = ()

    def bind(self, **values: str) -> str:
        """The query with some parameters bound to IRIs: ``bind(document="urn:lex:…")``. `LuocdoError` for a parameter
        that it does not have or a value that is no IRI."""
        query = self.query
        for name, value in values.items():
            if name not in self.parameters:
                raise LuocdoError(f"Truy vấn mẫu {self.name} không có tham số {name!r}.")
            if not is_iri(value):
                raise LuocdoError(f"{value!r} không phải là IRI.")
            query = query.replace(f"#${name}", f"VALUES ?{name} {{ <{value}> }}")
        return query


@cache
def examples() -> tuple[Example, ...]:
    """All example queries, by name."""
    found = []
    for file in sorted(files(__package__).joinpath("queries").iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".rq"):
            continue
        text = file.read_text(encoding="utf-8")
        facts = dict(line[2:].split(": ", 1) for line in text.splitlines() if line.startswith("# "))
        parameters = tuple(facts["parameter"].split()) if "parameter" in facts else ()
        found.append(Example(file.name[:-3], facts["vi"], facts["en"], text, parameters))
    return tuple(found)


def example(name: str) -> Example:
    """The example called `name`; `LuocdoError` with the list if there is none."""
    for known in examples():
        if known.name == name:
            return known
    raise LuocdoError(f"Không có truy vấn mẫu {name!r}. Có: {', '.join(e.name for e in examples())}.")
