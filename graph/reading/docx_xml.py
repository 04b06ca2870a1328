"""How the parts of a Word document are asked: by local names, so that transitional and strict files read alike."""

from __future__ import annotations

from graph.reading.package import Element


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name, whatever its namespace; empty where it has none."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of local names; None where there is none."""
    for name in path:
        if element is None:
            return None
        element = next((inner for inner in element if local(inner) == name), None)
    return element


def value(element: Element | None, *path: str) -> str:
    """``val`` of the element down a path; empty where there is none."""
    found = child(element, *path)
    return attribute(found, "val") if found is not None else ""


def switch(element: Element | None, name: str) -> bool | None:
    """What a property that is on or off says (``<w:vanish/>``, ``w:val="0"``); None where it is not there."""
    found = child(element, name)
    return None if found is None else attribute(found, "val") not in ("0", "false", "off")


def number(text: str, default: int, most: int) -> int:
    """A whole number of a file, which may say any; `default` where it says none."""
    digits = text[:9]
    return min(int(digits), most) if digits.isascii() and digits.isdigit() else default
