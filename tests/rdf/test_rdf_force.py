"""Force as linked data: first and last day on the act, ends of parts on the subdivision, nothing of what is unknown."""

from __future__ import annotations

import io

import pyoxigraph as ox
from rdf_views import KH83, ND04, NQ18, QD32, QD40, made_view

from graph.export import export
from graph.rdf.terms import iri


def said() -> dict[tuple[str, str], set[str]]:
    out = io.BytesIO()
    export(made_view(), "ntriples", out)
    found: dict[tuple[str, str], set[str]] = {}
    for quad in ox.parse(out.getvalue(), format=ox.RdfFormat.N_TRIPLES):
        found.setdefault((quad.subject.value, quad.predicate.value), set()).add(quad.object.value)
    return found


def test_the_last_day_is_the_day_before_the_end() -> None:
    found = said()
    assert found[QD40, iri("eli:date_no_longer_in_force")] == {"2020-11-30"}
    assert found[QD40, iri("luocdo:statusSince")] == {"2020-12-01"}
    assert found[QD40, iri("eli:first_date_entry_in_force")] == {"2015-09-01"}
    assert found[KH83, iri("eli:first_date_entry_in_force")] == {"2018-06-04"}


def test_ends_of_parts_stand_on_the_subdivision() -> None:
    found = said()
    assert found[ND04, iri("eli:in_force")] == {iri("eli:InForce-partiallyInForce")}
    assert (ND04, iri("eli:date_no_longer_in_force")) not in found
    ended = {
        s: o for (s, p), o in found.items() if p == iri("eli:date_no_longer_in_force") and s.startswith(f"{ND04}~")
    }
    assert list(ended.values()) == [{"2020-11-30"}]
    (part,) = ended
    assert found[part, iri("eli:in_force")] == {iri("eli:InForce-notInForce")}
    assert found[part, iri("luocdo:statusBy")] == found[part, iri("eli:repealed_by")] == {QD32}
    later = {s for (s, p), o in found.items() if p == iri("eli:first_date_entry_in_force") and o == {"2021-07-01"}}
    assert len(later) == 1 and next(iter(later)).startswith(f"{ND04}~")


def test_what_is_unknown_is_no_triple() -> None:
    found = said()
    for predicate in ("eli:in_force", "eli:first_date_entry_in_force", "eli:date_no_longer_in_force"):
        assert (NQ18, iri(predicate)) not in found  # suspended is none of ELI's values
        assert (QD32, iri(predicate)) not in found  # nothing is known


def test_statements_of_time_are_quoted() -> None:
    found = said()
    effects = [s for (s, p), o in found.items() if p == iri("rdf:type") and o == {iri("luocdo:Effect")}]
    assert len(effects) == 3
    assert all((effect, iri("luocdo:passage")) in found for effect in effects)
