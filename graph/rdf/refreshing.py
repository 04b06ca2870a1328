"""A copy for SPARQL that follows its graph: after a change only what changed is taken out of the copy and written anew.

Beside the store lies a list of what the copy was made of: for each resource of the frame and of the documents a digest
of its triples, for each reference (statement or mention, most of a graph) a digest of what it is made from, the
resources that are its own and those that it shares with others (passages, provisions, parts). Digests of references are
taken without their words, which are unpacked only for those that are new. Which text a source has, and what else the
triples of a reference hang on, goes into its digest.

Where that cannot be told (a passage quoted in two ways, more changes than are worth it, another version of luocdo), the
copy is made as a whole: `refresh` says so.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox

from graph.model import GraphView, Mention, Pinpoint, Relation
from graph.rdf.catalogue import counted
from graph.rdf.concepts import Options, dataset_iri
from graph.rdf.forms import quote_partition
from graph.rdf.survey import Survey, survey
from graph.rdf.terms import Names, term
from graph.rdf.triples import Block, Writer, frame

Progress = Callable[[str, int], None]  # what is made, and how many triples of it came since the last call

_LIST = "parts"
_TOLD = "bản sao để truy vấn"
_AT_ONCE = 100_000  # triples that are sorted in memory together
_TOLD_AT_ONCE = 2_000  # triples after which the bar moves
_WORTH = 0.4  # share of new triples above which a whole copy is as quick
_FEW = 20_000  # triples that are always worth it
_FILES = 40  # of the store, above which it is put in order

_GENERATED, _QUOTED = term("prov:wasGeneratedBy"), {term("luocdo:passage"), term("oa:hasTarget")}
_STATED = term("luocdo:statedIn")
# Whether something is in force: a part has that from its document and the rest from who names it.
_FORCE = {
    term("eli:in_force"), term("eli:first_date_entry_in_force"), term("eli:date_no_longer_in_force"),
    term("luocdo:status"), term("luocdo:statusSince"), term("luocdo:statusBy"), term("eli:repealed_by"),
}  # fmt: skip
_OF_FORCE = " force"  # behind the name of a resource


class Followed(GraphView, Protocol):
    """A graph that shows references without their words, and reads those of the chosen ones."""

    def chosen_relations(self, only: Callable[[Relation], bool]) -> Iterator[Relation]:
        """The relations that `only` wants when it sees them without their words."""

    def chosen_mentions(self, only: Callable[[Mention], bool]) -> Iterator[Mention]:
        """The mentions that `only` wants, in the same way."""


class _NotWorthItError(Exception):
    """A whole copy is made instead."""


@dataclass(slots=True)
class _List:
    """What a copy was made of. `version` is that of the program, `resources` are digests of their triples, and
    `references` the digest of each with its own resources, a bar, and those that it shares."""

    version: str
    dataset: str = ""
    triples: int = 0
    resources: dict[str, str] = field(default_factory=dict)
    references: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, version: str) -> _List | None:
        """The list in a folder; None where there is none of this version."""
        try:
            with (folder / _LIST).open(encoding="utf-8", newline="\n") as lines:
                found = cls(next(lines).rstrip("\n"), next(lines).rstrip("\n"), int(next(lines)))
                if found.version != version:
                    return None
                for line in lines:
                    kind, digest, rest = line.rstrip("\n").split(" ", 2)
                    if kind == "r":
                        found.resources[rest] = digest
                    else:
                        found.references[digest] = rest
        except (OSError, ValueError, StopIteration):
            return None
        return found

    def write(self, folder: Path) -> None:
        with (folder / _LIST).open("w", encoding="utf-8", newline="\n") as out:
            out.write(f"{self.version}\n{self.dataset}\n{self.triples}\n")
            out.writelines(f"r {digest} {resource}\n" for resource, digest in self.resources.items())
            out.writelines(f"e {digest} {rest}\n" for digest, rest in self.references.items())


def make(folder: Path, view: Followed, version: str, progress: Progress | None = None) -> None:
    """A whole copy of `view` in the new folder `folder`/store, and its list where it can be followed later."""
    folder.mkdir(exist_ok=True)
    store = ox.Store(str(folder / "store"))
    run = _Run(view, _List(version), progress)
    try:
        run.fill(store)
    except _NotWorthItError:  # it cannot be followed: the rest comes without a list
        run.follow = False
        run.fill(store)
    run.count(store)
    store.flush()
    store.optimize()
    if run.follow:
        run.new.write(folder)


def refresh(old: Path, folder: Path, view: Followed, version: str, progress: Progress | None = None) -> bool:
    """Make the copy of `view` in the new folder `folder` out of an `old` one; whether that was done. If not, what is in
    `folder` is of no use."""
    known = _List.read(old, version)
    if known is None:
        return False
    run = _Run(view, known, progress)
    if progress is not None:
        progress(_TOLD, 0)
    try:
        added = run.changed()
    except _NotWorthItError:
        return False
    _link(old / "store", folder / "store")
    store = ox.Store(str(folder / "store"))
    run.take_out(store)
    for at in range(0, len(added), _AT_ONCE):
        store.bulk_extend(_quads(added[at : at + _AT_ONCE]))
        run.tell(len(added[at : at + _AT_ONCE]))
    run.rename(store)
    run.count(store)
    store.flush()
    if sum(name.endswith(".sst") for name in os.listdir(folder / "store")) > _FILES:
        store.optimize()
    run.new.write(folder)
    return True


def _link(old: Path, new: Path) -> None:
    """The files of a store again: tables, which are never written to again, by their other name where the disk has
    such, the rest copied."""
    new.mkdir(parents=True)
    for file in old.iterdir():
        if file.suffix == ".sst":
            try:
                os.link(file, new / file.name)
                continue
            except OSError:
                pass
        shutil.copyfile(file, new / file.name)


def _quads(triples: Iterable[ox.Triple]) -> list[ox.Quad]:
    return [ox.Quad(t.subject, t.predicate, t.object) for t in triples]


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


class _Run:
    """One making of a copy, from what was `known` of the one before."""

    def __init__(self, view: Followed, known: _List, progress: Progress | None) -> None:
        self._view = view
        self._known = known
        self._progress = progress
        self._names = Names(None)
        if progress is not None:
            progress(_TOLD, 0)
        self._found: Survey = survey(view, quotes=False)
        self._dataset = dataset_iri(self._found, self._names)
        self._changed: set[str] = set()  # resources of the list whose triples are others now
        self._contexts: dict[str | None, str] = {}
        self.new = _List(known.version, self._dataset.value)
        self.follow = True
        self._begin()

    def _begin(self) -> None:
        self._writer = Writer(self._found, self._names, Options())
        self._run = str(self._writer.run)

    # What comes -----------------------------------------------------------------------------------------------------

    def fill(self, store: ox.Store) -> None:
        """All triples into an empty store."""
        self._begin()
        waiting: list[ox.Quad] = []
        told = 0
        for block in self._blocks() if self.follow else self._plain():
            waiting += _quads(block)
            if len(waiting) - told >= _TOLD_AT_ONCE:
                self.tell(len(waiting) - told)
                told = len(waiting)
            if len(waiting) >= _AT_ONCE:
                store.bulk_extend(waiting)
                waiting, told = [], 0
        self.tell(len(waiting) - told)
        store.bulk_extend(waiting)

    def changed(self) -> list[ox.Triple]:
        """The triples of what is new or other than before."""
        most = max(_FEW, int(self._known.triples * _WORTH))
        found: list[ox.Triple] = []
        for block in self._blocks():
            found += block
            if len(found) > most:
                raise _NotWorthItError
        return found

    def tell(self, count: int) -> None:
        """So many triples more."""
        if self._progress is not None and count:
            self._progress(_TOLD, count)

    def _plain(self) -> Iterator[list[ox.Triple]]:
        """All triples, with nothing noted."""
        from graph.rdf.triples import blocks

        for _, block in blocks(self._view, Options()):
            yield [t for t in block if t.predicate != term("void:triples")]

    def _blocks(self) -> Iterator[list[ox.Triple]]:
        """The blocks that the list does not have, noting what there is."""
        writer = self._writer
        yield from self._resources(frame(self._found, self._names, Options()))
        yield from self._resources(writer.documents())
        for relation in self._view.chosen_relations(self._is_new_relation):
            yield self._reference(
                writer.statement(relation), relation.provision, relation.evidence.source, relation, ()
            )
        for mention in self._view.chosen_mentions(self._is_new_mention):
            parts = tuple((mention.document, pinpoint) for pinpoint in mention.pinpoints)
            yield self._reference(writer.mention(mention), mention.provision, mention.source, mention, parts)
        for finding in self._found.findings():
            yield from self._resources(writer.finding(finding))
        for effect in self._found.effects():
            yield from self._resources(writer.effect(effect))
        if writer.passages.twice:
            raise _NotWorthItError

    def _resources(self, blocks: Iterable[Block]) -> Iterator[list[ox.Triple]]:
        """The triples of resources that are new or others than before."""
        for _, block in blocks:
            grouped: dict[str, list[ox.Triple]] = {}
            for triple in block:
                name = _name(triple)
                grouped.setdefault(name + _OF_FORCE if triple.predicate in _FORCE else name, []).append(triple)
            out: list[ox.Triple] = []
            for name, triples in grouped.items():
                if name in self.new.resources:  # in two blocks: it cannot be told which triples are still there
                    raise _NotWorthItError
                digest = _digest("\n".join(map(str, triples)).replace(self._run, ""))
                self.new.resources[name] = digest
                before = self._known.resources.get(name)
                if before != digest:
                    self._changed.add(name)
                    out += triples
            yield out

    def _is_new_relation(self, relation: Relation) -> bool:
        kinds = self._found.kinds
        more = f"{kinds.get(relation.subject)} {kinds.get(relation.object)}"
        return self._is_new(relation, relation.evidence.source, more)

    def _is_new_mention(self, mention: Mention) -> bool:
        return self._is_new(mention, mention.source, "")

    def _is_new(self, reference: Relation | Mention, source: str | None, more: str) -> bool:
        """Note a reference that is seen without its words; whether its triples have to be made."""
        digest = _digest(f"{reference!r}\n{self._context(source)}\n{more}")
        if digest in self.new.references:
            return False  # said twice
        known = self._known.references.get(digest)
        self.new.references[digest] = known or ""
        self._at_hand = digest
        return known is None

    def _context(self, source: str | None) -> str:
        """What the triples of a reference hang on beside itself: its source. The text of an imported one is not the one
        that its name comes from, so what it says is made anew each time."""
        known = self._contexts.get(source)
        if known is None:
            writer = self._writer
            key = "" if source is None else self._found.source_keys[source]
            who = writer.people.get(source or "")
            known = f"{key} {who} {writer.texts.get(source or '')}"
            if source in self._found.imported:
                known += f" {self._dataset.value}"
            self._contexts[source] = known
        return known

    def _reference(
        self,
        blocks: Iterable[Block],
        provision: Pinpoint | None,
        source: str | None,
        reference: Relation | Mention,
        parts: tuple[tuple[str, Pinpoint], ...],
    ) -> list[ox.Triple]:
        """The triples of a reference, noting whose they are."""
        found = [triple for _, block in blocks for triple in block]
        own_name = _name(found[0])
        own: dict[str, None] = {}
        shared: dict[str, None] = {}
        for triple in found:
            name = _name(triple)
            (own if name == own_name or name.startswith(f"{own_name}#") else shared)[name] = None
            if triple.predicate in _QUOTED and isinstance(triple.object, ox.NamedNode):
                passage = triple.object.value
                if not passage.startswith(f"{own_name}#"):
                    for kind in ("char", "position", "quote"):
                        shared[passage.replace("#char=", f"#{kind}=")] = None
            elif triple.predicate == _STATED and isinstance(triple.object, ox.NamedNode):
                shared[triple.object.value] = None
        text = self._writer.texts.get(source or "")
        if provision is not None and text is not None:
            parts = (*parts, (text, provision))
        for document, pinpoint in parts:
            whole = self._names.document(document)
            for depth in range(len(pinpoint.path), 0, -1):
                shared[f"{whole}~{quote_partition(pinpoint.path[:depth])}"] = None
        self.new.references[self._at_hand] = f"{' '.join(own)}|{' '.join(shared)}"
        return found

    # What goes ------------------------------------------------------------------------------------------------------

    def take_out(self, store: ox.Store) -> None:
        """Take out of the store what is there no more, and what comes again as something else."""
        old, new = self._known, self.new
        gone = {name for name in old.resources if name not in new.resources}
        for digest, said in old.references.items():
            if digest not in new.references:
                own, _, shared = said.partition("|")
                gone.update(own.split(" "), filter(None, shared.split(" ")))
        if gone:  # but for what somebody who stays has a share in
            for digest, said in new.references.items():
                if digest in old.references:
                    gone.difference_update(said.replace("|", " ").split(" "))
        gone -= new.resources.keys()
        gone |= self._changed & old.resources.keys()
        for name in gone:
            of_force = name.endswith(_OF_FORCE)
            for quad in list(store.quads_for_pattern(ox.NamedNode(name.removesuffix(_OF_FORCE)), None, None, None)):
                if (quad.predicate in _FORCE) is of_force:
                    store.remove(quad)

    def rename(self, store: ox.Store) -> None:
        """The run of the program is named after all that it read: what stays is of the present one."""
        before, now = ox.NamedNode(f"{self._known.dataset}#run"), self._writer.run
        if before == now:
            return
        found = [q.subject for q in store.quads_for_pattern(None, _GENERATED, before, None)]
        store.bulk_extend([ox.Quad(subject, _GENERATED, now) for subject in found])
        store.update(f"DELETE WHERE {{ ?s <{_GENERATED.value}> <{before.value}> }}")

    def count(self, store: ox.Store) -> None:
        """Say how many triples there are."""
        for quad in list(store.quads_for_pattern(None, term("void:triples"), None, None)):
            store.remove(quad)
        self.new.triples = len(store)
        told = counted(self._dataset, self.new.triples)
        store.add(ox.Quad(told.subject, told.predicate, told.object))


def _name(triple: ox.Triple) -> str:
    return str(triple.subject.value) if isinstance(triple.subject, ox.NamedNode) else str(triple.subject)
