"""Does an export look as it must? One set of rules (``shapes.ttl``), two ways to check them.

pyshacl runs the shapes as SHACL, for samples and tests (about ten milliseconds a document). For large graphs the same
rules are turned into SPARQL and asked of a store (about one millisecond a document); both find the same faults.

pyshacl parses the query of a SPARQL constraint anew for every resource, which takes five times as long as all else.
Unless it is asked for the whole, these queries are asked of a store here too, once each.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from graph.errors import LuocdoError, install
from graph.model import Finding, GraphView
from graph.rdf.concepts import Options
from graph.rdf.ontology import shapes_turtle
from graph.rdf.terms import PREFIXES, Names
from graph.rdf.triples import blocks
from graph.rdf.writing import check_base

ENGINES = ("auto", "shacl", "sparql")
SMALL = 500  # documents up to which "auto" asks pyshacl
LIMIT = 1000  # faults that are reported

_SH = "http://www.w3.org/ns/shacl#"
_RULE = "https://w3id.org/luocdo/shape/"
_A = PREFIXES["rdf"] + "type"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One resource that breaks one rule. `rule` is the last part of the rule's IRI (``document-date``)."""

    focus: str
    rule: str
    value: str
    vi: str
    en: str


def check_shapes(
    view: GraphView, *, engine: str = "auto", base: str | None = None, limit: int = LIMIT
) -> list[Finding]:
    """The faults of the RDF of `view` against the shapes, as findings of kind ``shape-…``; empty if there are none.

    `engine` is ``shacl`` (needs pyshacl: ``luocdo[shacl]``), ``sparql``, or ``auto``: the first for small graphs where
    pyshacl is there, the second otherwise. At most `limit` faults are reported.
    """
    check_base(base)
    count = sum(1 for _ in islice(view.documents(), SMALL + 1))
    if engine == "auto":
        engine = "shacl" if count <= SMALL and _has_pyshacl() else "sparql"
    triples = chain.from_iterable(block for _, block in blocks(view, Options(base=base)))
    names = Names(base)
    return [
        Finding(
            f"shape-{f.rule}", f"{f.vi} ({f.focus}{': ' + f.value if f.value else ''})", (names.document_id(f.focus),)
        )
        for f in islice(check_triples(triples, engine, large=count > SMALL), limit)
    ]


def check_triples(
    triples: Iterable[ox.Triple],
    engine: str = "sparql",
    *,
    large: bool = False,
    constraints: Collection[str] | None = None,
) -> list[Fault]:
    """The faults of any triples, sorted. `engine` may also be ``pyshacl``, which leaves everything to pyshacl; of the
    rules that are SPARQL themselves it then asks only `constraints` (their names; None: all of them), since it parses
    each anew for each resource. `large` keeps the triples on disk rather than in memory."""
    if engine not in ("shacl", "sparql", "pyshacl"):
        raise LuocdoError(f"Không có cách kiểm tra {engine!r}; có: {', '.join(ENGINES)}.")
    if engine == "pyshacl":
        kept = {rule.name for rule in rules()} if constraints is None else constraints
        return sorted(set(_by_shacl(triples, kept)))
    with tempfile.TemporaryDirectory(prefix="luocdo-") as folder:
        store = ox.Store(str(Path(folder) / "store")) if large else ox.Store()
        if engine == "sparql":
            store.bulk_extend(_quads(triples))
            return sorted(set(_by_sparql(store, rules())))
        triples = list(triples)
        store.bulk_extend(_quads(triples))
        faults = set(_by_sparql(store, tuple(rule for rule in rules() if rule.constraint)))
        return sorted(faults | set(_by_shacl(triples, ())))


def _quads(triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    return (ox.Quad(t.subject, t.predicate, t.object) for t in triples)


def _has_pyshacl() -> bool:
    from importlib.util import find_spec

    return find_spec("pyshacl") is not None


# The rules ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule as SPARQL: each query gives the resources that break it (?this) and the value at fault (?value).
    `constraint`: the shapes have it as SPARQL themselves."""

    name: str
    vi: str
    en: str
    queries: tuple[str, ...]
    constraint: bool


@cache
def rules() -> tuple[Rule, ...]:
    """All rules of ``shapes.ttl``, as SPARQL."""
    return tuple(_Compiler().rules())


class _Compiler:
    """SHACL (the constraints that shapes.ttl says it uses) into SPARQL."""

    def __init__(self) -> None:
        self.facts: dict[str, dict[str, list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]] = {}
        for quad in ox.parse(shapes_turtle(), format=ox.RdfFormat.TURTLE):
            facts = self.facts.setdefault(str(quad.subject), defaultdict(list))
            facts[quad.predicate.value].append(quad.object)

    def all(self, node: object, name: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]:
        return self.facts.get(str(node), {}).get(_SH + name, [])

    def members(self, node: object) -> Iterator[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]:
        """The members of an RDF list."""
        nil = f"<{PREFIXES['rdf']}nil>"
        while str(node) != nil:
            facts = self.facts[str(node)]
            yield facts[PREFIXES["rdf"] + "first"][0]
            node = facts[PREFIXES["rdf"] + "rest"][0]

    def rules(self) -> Iterator[Rule]:
        for shape in list(self.facts):
            for target in self.all(shape, "targetClass"):
                for rule in self.all(shape, "property"):
                    yield self.rule(rule, tuple(self.property_queries(str(target), rule)), False)
                for rule in self.all(shape, "sparql"):
                    yield self.rule(rule, (self.sparql_query(str(target), rule),), True)

    def rule(self, node: object, queries: tuple[str, ...], constraint: bool) -> Rule:
        messages = {m.language: m.value for m in self.all(node, "message") if isinstance(m, ox.Literal)}
        return Rule(str(node)[1:-1].removeprefix(_RULE), messages["vi"], messages["en"], queries, constraint)

    def sparql_query(self, target: str, rule: object) -> str:
        select = self.all(rule, "select")[0]
        assert isinstance(select, ox.Literal)
        return select.value.replace("WHERE {", f"WHERE {{ $this a {target} .", 1)

    def property_queries(self, target: str, rule: object) -> Iterator[str]:
        path = self.all(rule, "path")[0]
        focus = f"?this a {target} ."
        for name in ("minCount", "maxCount"):
            for count in self.all(rule, name):
                sign = "<" if name == "minCount" else ">"
                yield (
                    f"SELECT ?this WHERE {{ {focus} OPTIONAL {{ ?this {path} ?value }} }} "
                    f"GROUP BY ?this HAVING (COUNT(DISTINCT ?value) {sign} {count})"
                )
        for test in self.tests(rule):
            yield f"SELECT ?this ?value WHERE {{ {focus} ?this {path} ?value . {test} }}"

    def tests(self, rule: object) -> Iterator[str]:
        """What holds of a value at fault, constraint by constraint."""
        for kind in self.all(rule, "class"):
            yield f"FILTER NOT EXISTS {{ ?value a {kind} }}"
        for alternatives in self.all(rule, "or"):
            yield " ".join(
                f"FILTER NOT EXISTS {{ ?value a {kind} }}"
                for shape in self.members(alternatives)
                for kind in self.all(shape, "class")
            )
        for datatype in self.all(rule, "datatype"):
            yield f"FILTER(!COALESCE({self.well_typed(str(datatype))}, false))"
        for _ in self.all(rule, "nodeKind"):  # only sh:IRI is used
            yield "FILTER(!isIRI(?value))"
        for low in self.all(rule, "minInclusive"):
            yield f"FILTER(!COALESCE(?value >= {low}, false))"
        for high in self.all(rule, "maxInclusive"):
            yield f"FILTER(!COALESCE(?value <= {high}, false))"
        for length in self.all(rule, "minLength"):
            yield f"FILTER(isBlank(?value) || STRLEN(STR(?value)) < {length})"
        for pattern in self.all(rule, "pattern"):
            yield f"FILTER(isBlank(?value) || !REGEX(STR(?value), {pattern}))"
        for values in self.all(rule, "in"):
            yield f"FILTER(?value NOT IN ({', '.join(map(str, self.members(values)))}))"
        for languages in self.all(rule, "languageIn"):
            known = " || ".join(f"LANGMATCHES(LANG(?value), {tag})" for tag in self.members(languages))
            yield f"FILTER(!COALESCE({known}, false))"
        for other in self.all(rule, "lessThanOrEquals"):
            yield f"?this {other} ?other . FILTER(!COALESCE(?value <= ?other, false))"

    def well_typed(self, datatype: str) -> str:
        """Has the value the type and a lexical form of it?"""
        typed = f"DATATYPE(?value) = {datatype}"
        if datatype.endswith("#nonNegativeInteger>"):
            # pyoxigraph keeps the types derived from xsd:integer as xsd:integer
            integer = f"<{PREFIXES['xsd']}integer>"
            return f"({typed} || DATATYPE(?value) = {integer}) && {integer}(STR(?value)) >= 0"
        if datatype.endswith("#string>"):
            return typed
        return f"{typed} && {datatype}(STR(?value)) = {datatype}(STR(?value))"


# The two ways ---------------------------------------------------------------------------------------------------------


def _by_sparql(store: ox.Store, asked: tuple[Rule, ...]) -> Iterator[Fault]:
    for rule in asked:
        for query in rule.queries:
            found = store.query(query, prefixes=PREFIXES)
            assert isinstance(found, ox.QuerySolutions)
            valued = any(v.value == "value" for v in found.variables)
            for row in found:
                value = row["value"] if valued else None
                yield Fault(_text(row["this"]), rule.name, _text(value) if value is not None else "", rule.vi, rule.en)


def _by_shacl(triples: Iterable[ox.Triple], constraints: Collection[str]) -> Iterator[Fault]:
    try:
        import pyshacl
    except ImportError as error:
        raise LuocdoError(f"Kiểm tra bằng SHACL cần cài thêm: {install('shacl')}.") from error
    import rdflib

    data, shapes = rdflib.Graph(), rdflib.Graph()
    text = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    data.parse(data=text, format="nt")
    shapes.parse(data=shapes_turtle(), format="turtle")
    sh = rdflib.Namespace(_SH)
    for shape, named in list(shapes.subject_objects(sh.sparql)):
        if str(named).removeprefix(_RULE) not in constraints:
            shapes.remove((shape, sh.sparql, named))
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False, meta_shacl=False)
    if not isinstance(report, rdflib.Graph):
        raise LuocdoError(f"pyshacl không kiểm tra được: {report}")
    by_name = {rule.name: rule for rule in rules()}
    for result in report.subjects(rdflib.RDF.type, sh.ValidationResult):
        source = report.value(result, sh.sourceConstraint) or report.value(result, sh.sourceShape)
        rule = by_name[str(source).removeprefix(_RULE)]
        value = report.value(result, sh.value)
        focus = report.value(result, sh.focusNode)
        counted = report.value(result, sh.sourceConstraintComponent) in (
            sh.MinCountConstraintComponent,
            sh.MaxCountConstraintComponent,
        )
        yield Fault(str(focus), rule.name, "" if counted or value is None else str(value), rule.vi, rule.en)


def _text(term: object) -> str:
    return str(term.value) if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)
