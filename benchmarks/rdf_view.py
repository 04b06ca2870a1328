"""A graph of any size that nobody has to collect: plans, decisions and resolutions of 34 provinces that implement,
replace and cite each other, each relation with its sentence. The same size gives the same graph.

It is a view (`graph.model.GraphView`) that holds nothing: every iteration makes its rows again, as a database would.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from graph.identity.urn import issuer_id, make_urn
from graph.model import Document, Evidence, Finding, Issuer, Mention, Relation, Source, Status

PLACES = ("An Giang", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Gia Lai", "Hưng Yên", "Lào Cai", "Nghệ An", "Quảng Ngãi")
KINDS = (("Kế hoạch", "KH"), ("Quyết định", "QĐ"), ("Nghị quyết", "NQ"), ("Báo cáo", "BC"))
PREDICATES = ("cites", "implements", "replaces", "based_on", "amends")


class SyntheticView:
    """`size` documents, `relations` outgoing relations each; every tenth document is a text that was read."""

    def __init__(self, size: int, relations: int = 2) -> None:
        self.size = size
        self.each = relations

    @lru_cache(maxsize=1_000_000)  # noqa: B019  (the view lives as long as the benchmark)
    def document(self, n: int) -> Document:
        kind, code = KINDS[n % len(KINDS)]
        place = PLACES[n % len(PLACES)]
        date = f"{2010 + n % 15}-{1 + n % 12:02d}-{1 + n % 28:02d}"
        number = f"{n}/{code}-UBND"
        id = make_urn(
            jurisdiction_place=place,
            issuer="Ủy ban nhân dân tỉnh",
            type=kind,
            date=date,
            year=None,
            number=number,
            extra=None,
        )
        title = f"về việc triển khai thực hiện nhiệm vụ số {n} trên địa bàn tỉnh {place}"
        return Document(id, kind, number, date=date, issuer="Ủy ban nhân dân tỉnh", place=place, title=title)

    def order(self) -> list[int]:
        """The documents in order of their ids."""
        if not hasattr(self, "_order"):
            self._order = sorted(range(self.size), key=lambda n: self.document(n).id)
        return self._order

    def documents(self) -> Iterator[Document]:
        for n in self.order():
            yield self.document(n)

    def relations(self) -> Iterator[Relation]:
        for n in self.order():
            subject = self.document(n)
            source = f"tinh/{n // 10:07d}.txt"
            rows = []
            for k in range(self.each):
                target = self.document((n * 7 + k * 13 + 1) % self.size)
                start = 400 * (n % 10) + 130 * k
                text = f"{subject.type} số {subject.code} thực hiện {target.type} số {target.code} của UBND tỉnh"
                evidence = Evidence(
                    start, start + len(text), text, "thực hiện", start + 20, start + 29, 0.9, "cue", source
                )
                rows.append(Relation(subject.id, PREDICATES[(n + k) % len(PREDICATES)], target.id, evidence))
            rows.sort(key=lambda r: (r.predicate, r.object, r.evidence.source, r.evidence.start))
            yield from rows

    def mentions(self) -> Iterator[Mention]:
        for n in range(self.size):
            document = self.document(n)
            text = f"{document.type} số {document.code}"
            start = 400 * (n % 10)
            yield Mention(document.id, start, start + len(text), text, (), "full", 1.0, f"tinh/{n // 10:07d}.txt")

    def issuers(self) -> Iterator[Issuer]:
        for place in PLACES:
            yield Issuer(issuer_id("Ủy ban nhân dân tỉnh", place), "Ủy ban nhân dân tỉnh", place, "provincial", "state")

    def findings(self) -> Iterator[Finding]:
        return iter(())

    def sources(self) -> Iterator[Source]:
        for n in range(0, self.size, 10):
            yield Source(f"tinh/{n // 10:07d}.txt", f"văn bản {n}")

    def statuses(self) -> Mapping[str, Status]:
        return {}

    def loaded(self) -> Mapping[str, tuple[str, ...]]:
        return {self.document(n).id: (f"tinh/{n // 10:07d}.txt",) for n in range(0, self.size, 10)}
