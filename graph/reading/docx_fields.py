"""Fields of a Word document: what stands between their begin and their separator is code (``PAGEREF``, ``IF``), what
follows up to their end is what Word prints."""

from __future__ import annotations

from graph.reading.docx_xml import attribute, local
from graph.reading.package import Element


class Fields:
    """Which fields are open at a place of a story. Marks of fields that begin and never end, or end and never began,
    are passed over: a file that was cut keeps its text."""

    def __init__(self, story: Element | None = None) -> None:
        self._open: list[bool] = []  # for each open field whether its code is still read
        self._marks: set[Element] = set()
        begun: list[list[Element]] = []
        for mark in story.iter("{*}fldChar") if story is not None else ():
            kind = attribute(mark, "fldCharType")
            if kind == "begin":
                begun.append([mark])
            elif begun:
                begun[-1].append(mark)
                if kind == "end":
                    self._marks.update(begun.pop())

    def meet(self, mark: Element) -> None:
        """The walk comes to a mark (``fldChar``)."""
        if mark not in self._marks or local(mark) != "fldChar":
            return
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._open.append(True)
        elif kind == "separate" and self._open:
            self._open[-1] = False
        elif kind == "end" and self._open:
            self._open.pop()

    @property
    def is_code(self) -> bool:
        """Whether what stands here is code of a field."""
        return any(self._open)
