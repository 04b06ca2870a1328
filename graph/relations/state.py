"""What the walk over a text carries: governors that wait for objects, and where it stands in the clause."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.relations.lexicon import Token
from graph.relations.slots import Slot


@dataclass(slots=True, eq=False)
class Governor:
    """A predicate that waits for objects. Without `subjects` it is mute: it only keeps others from taking its objects.

    `base` governors outlive a semicolon, `listing` ones whole items. `passive` turns the direction: the citations to
    come act on `subjects`. `part`: only provisions are meant. `fronted` collects what an opening "Thực hiện A, B, …"
    names until a document that does so follows. `also` takes the same objects, for what is said of a class of them.
    `nameless`: a document acts that is told by its type alone. `unpinned`: the provisions named before the object are
    not those that the verb changes. `each`: those who act (or are acted on) in turn, one for each object to come
    ("A và B lần lượt thay thế C và D")."""

    predicate: str
    cue: Token | None
    confidence: float
    rule: str = "active"
    subjects: tuple[Slot, ...] = ()
    base: bool = False
    listing: bool = False
    passive: bool = False
    part: bool = False
    apart: bool = False
    of_one: bool = False
    last: Slot | None = None
    complete: bool = False  # "và" has brought the last member of its list
    fronted: list[Slot] | None = None
    also: Governor | None = None
    nameless: bool = False
    unpinned: bool = False
    each: list[Slot] | None = None


@dataclass(slots=True)
class Changed:
    """A plan that a verb changes, until the document follows that it was issued with: the tokens up to what the plan
    carries out, the index of the verb among them, and what stood around it then."""

    since: list[Token]
    verb: int
    head: Slot | None
    floor: int
    stack: list[Governor]


@dataclass(slots=True)
class State:
    """Where the walk stands in the current clause.

    `head` is the citation before, `clause` all of the clause, `group` those coordinated with the head by bare
    attributes; `since` are the tokens behind the head (or the clause's beginning, `floor`). `item`: the clause begins
    a unit; `closed`: the clause before ended with a semicolon. `shelved` are inner governors, `beyond` the citations,
    that a semicolon set aside. `sentence` are the citations since `opened`, where the sentence began."""

    stack: list[Governor] = field(default_factory=list)
    head: Slot | None = None
    clause: list[Slot] = field(default_factory=list)
    group: list[Slot] = field(default_factory=list)
    since: list[Token] = field(default_factory=list)
    floor: int = 0
    item: bool = False
    closed: bool = False
    shelved: list[Governor] = field(default_factory=list)
    beyond: list[Slot] = field(default_factory=list)
    sentence: list[Slot] = field(default_factory=list)
    opened: int = 0
    exchanging: bool = False  # the citations before are words that a provision exchanges
    tail: int = -1  # where the head's attributes end, parentheses included
    changed: Changed | None = None  # what the clause changes, before it is named

    def inside(self, at: int) -> State:
        """The state at the beginning of a parenthesis."""
        return State(
            list(self.stack),
            self.head,
            list(self.clause),
            list(self.group),
            [],
            at,
            sentence=list(self.clause),
            opened=at,
        )
