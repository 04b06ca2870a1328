"""What is published names its sources, but not where they lie on the machine that built the graph."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable

from graph.model import GraphView

_ABSOLUTE = re.compile(r"/|[A-Za-z]:[/\\]|\\\\|~/|file:/")
_OUTSIDE = re.compile(r"\.\.[/\\]")  # relative to the folder of the graph, and not in it


def public_names(names: Iterable[str]) -> dict[str, str]:
    """The names of sources that tell a place outside the folder of the graph, each with the name that is published for
    it: its path below the folder that all such sources share, or its last part where they share none. A name that is
    not here is published as it is. Two sources never get one name."""
    names = sorted(set(names))
    hidden = {name for name in names if _ABSOLUTE.match(name) or _OUTSIDE.match(name)}
    taken = set(names) - hidden
    public: dict[str, str] = {}
    for pattern in (_ABSOLUTE, _OUTSIDE):
        paths = {name: name.replace("\\", "/") for name in names if pattern.match(name)}
        shared = _shared([posixpath.dirname(path) for path in paths.values()])
        for name, path in paths.items():
            short = wanted = path[shared:].lstrip("/") if shared else posixpath.basename(path) or "_"
            number = 1
            while short in taken:
                number += 1
                short = f"{number}/{wanted}"
            taken.add(short)
            public[name] = short
    return public


def _shared(folders: list[str]) -> int:
    """How many characters the folders have in common, whole steps; 0 where that is only a root, a drive or ``..``."""
    if not folders:
        return 0
    low, high = min(folders).split("/"), max(folders).split("/")
    same = 0
    while same < min(len(low), len(high)) and low[same] == high[same]:
        same += 1
    named = [step for step in low[:same] if step.strip(".") and not step.endswith(":")]
    return len("/".join(low[:same])) if named else 0


def names_of_sources(view: GraphView) -> dict[str, str]:
    """`public_names` of the sources of a view."""
    listed = getattr(view, "source_names", None)  # a store need not read the texts
    return public_names(listed() if listed is not None else (source.name for source in view.sources()))
