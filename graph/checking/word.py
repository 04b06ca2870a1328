"""A Word file with a comment at each finding, or with the certain corrections.

Of the package four parts change: the main part (marks of the comments, runs cut where a mark begins or ends), the part
of the comments, and the two lists that name it (relationships of the main part, content types). Every other part is
copied byte for byte, and the text of the main part is compared before and after. Comments bear no time, so that the
same draft gives the same file. The comments themselves are written by python-docx.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_left, bisect_right
from copy import deepcopy
from io import BytesIO
from itertools import islice
from typing import Any

from graph.checking.codes import SEVERITY_NAMES
from graph.checking.places import Places
from graph.checking.report import Finding, Fix, Report
from graph.errors import LuocdoError
from graph.reading.options import DEFAULT
from graph.reading.package import Package, needed, parse_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_SKIPPED = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback"})
_AUTHOR, _INITIALS = "luocdo", "LĐ"
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def with_comments(data: bytes, report: Report, lang: str = "vi") -> tuple[bytes, list[Finding]]:
    """The Word file `data`, whose check `report` is, with a comment at each finding; and the findings that have no
    place in its main text (footnotes, page heads), which a comment at its beginning tells. LuocdoError where it cannot
    be done without changing the text."""
    if not report.findings:
        return data, []
    document = _opened(data, report)
    body = document.element.body
    before = _text(body)
    text = _Text(body)
    places = Places(report.source.text, text.whole)
    unplaced = []
    spans: list[tuple[int, int, Finding]] = []
    for finding in report.findings:
        span = places.find(finding.start, finding.end)
        if span is None:
            unplaced.append(finding)
        else:
            spans.append((*span, finding))
    runs_of = text.cut([span[:2] for span in spans])
    for start, end, finding in spans:
        runs = runs_of[(start, end)]
        _comment(document, runs, said(finding, lang))
    if unplaced:
        first = next(iter(body.iter(f"{_W}r")), None)
        if first is not None:
            head = "Ngoài phần chính của văn bản:" if lang == "vi" else "Outside the main text:"
            lines = [head, *(f"“{' '.join(f.text.split())}” {said(f, lang)}" for f in unplaced)]
            _comment(document, [first], "\n".join(lines))
    if _text(body) != before:
        raise LuocdoError(f"{report.source.name}: không ghi được chú thích mà giữ nguyên văn bản")
    return _packed(data, document), unplaced


def said(finding: Finding, lang: str) -> str:
    """A finding as a comment says it."""
    severity = SEVERITY_NAMES[finding.severity][lang == "en"]
    text = f"[{finding.code}, {severity}] {finding.message(lang)}"
    if finding.evidence:
        text += f"\n“{finding.evidence}”" + (f" ({finding.source})" if finding.source else "")
    return text


def corrected(data: bytes, report: Report) -> tuple[bytes, list[Fix]]:
    """The Word file with the certain corrections written into its text, and those that were made."""
    document = _opened(data, report)
    text = _Text(document.element.body)
    places = Places(report.source.text, text.whole)
    made = []
    for fix in reversed(report.fixes()):
        old = report.source.text[fix.start : fix.end]
        new = fix.text[: len(fix.text.rstrip())] if old != old.rstrip() else fix.text
        span = places.find(fix.start, fix.end)
        if span is not None:
            text.put(*span, new)
            made.append(fix)
    return (_packed(data, document) if made else data), made[::-1]


def _opened(data: bytes, report: Report) -> Any:
    """The document of python-docx, once the package is known to be within the limits of reading."""
    name = report.source.name
    package = Package(data, name, DEFAULT)
    for part in package.parts(""):
        package.read(part)
    docx = needed("docx", "office", name)
    for part in package.parts(""):
        if part.endswith((".xml", ".rels")):
            parse_xml(package.read(part), name)
    try:
        return docx.Document(BytesIO(data))
    except (KeyError, ValueError, AttributeError, zipfile.BadZipFile) as error:
        raise LuocdoError(f"{name}: không phải tệp .docx mà Word mở được ({error})") from None


class _Text:
    """The text of the main part: every sign of a ``w:t`` with where it stands; paragraphs and tables are apart."""

    def __init__(self, body: Any) -> None:
        self._pieces: list[tuple[int, Any]] = []  # (offset, w:t)
        parts: list[str] = []
        at = 0
        for element in _walk(body):
            text = "\n"
            if element.tag == f"{_W}t":
                text = element.text or ""
                self._pieces.append((at, element))
            parts.append(text)
            at += len(text)
        self.whole = "".join(parts)

    def _held(self, start: int, end: int) -> list[tuple[Any, int, int]]:
        """The elements that hold a span, each with the part of it."""
        found = []
        first = max(0, bisect_right(self._pieces, start, key=_offset) - 1)
        for offset, element in islice(self._pieces, first, None):
            if offset >= end:
                break
            length = len(element.text or "")
            low, high = max(start - offset, 0), min(end - offset, length)
            if low < high:
                found.append((element, low, high))
        return found

    def put(self, start: int, end: int, text: str) -> None:
        """Other words in place of a span; what stands before it keeps its offsets."""
        for number, (element, low, high) in enumerate(self._held(start, end)):
            old = element.text or ""
            element.text = old[:low] + (text if number == 0 else "") + old[high:]
            element.set(_SPACE, "preserve")

    def cut(self, spans: list[tuple[int, int]]) -> dict[tuple[int, int], list[Any]]:
        """Runs are cut at the ends of the spans; for each span the runs that are it."""
        ends = sorted({offset for span in spans for offset in span})
        pieces: list[tuple[int, Any]] = []
        for offset, element in self._pieces:
            length = len(element.text or "")
            inner = [e - offset for e in ends[bisect_right(ends, offset) : bisect_left(ends, offset + length)]]
            pieces.append((offset, element))
            for place in reversed(inner):
                pieces.append((offset + place, _split(element, place)))
        pieces.sort(key=lambda piece: piece[0])
        self._pieces = pieces
        return {span: [e.getparent() for e, _, _ in self._held(*span)] for span in spans}


def _offset(piece: tuple[int, Any]) -> int:
    return piece[0]


def _split(element: Any, place: int) -> Any:
    """The run of a ``w:t`` cut in two at a place of its text; the second ``w:t``."""
    run = element.getparent()
    text = element.text or ""
    second = deepcopy(run)
    twin = list(second)[list(run).index(element)]
    behind = list(run)[list(run).index(element) + 1 :]
    for child in list(second):
        if child is twin or child.tag == f"{_W}rPr":
            continue
        if list(second).index(child) < list(second).index(twin):
            second.remove(child)
    for child in behind:
        run.remove(child)
    element.text, twin.text = text[:place], text[place:]
    element.set(_SPACE, "preserve")
    twin.set(_SPACE, "preserve")
    run.addnext(second)
    return twin


def _walk(parent: Any) -> Any:
    for child in parent:
        tag = child.tag if isinstance(child.tag, str) else ""
        name = tag.rpartition("}")[2]
        if name in _SKIPPED or not tag:
            continue
        if name in ("t", "p", "tab", "br", "cr", "tc"):
            yield child
        yield from _walk(child)


def _text(body: Any) -> str:
    return "".join(e.text or "" for e in body.iter(f"{_W}t"))


def _comment(document: Any, runs: list[Any], text: str) -> None:
    from docx.text.run import Run  # type: ignore[import-untyped,unused-ignore]

    marked = [Run(run, document) for run in (runs[0], runs[-1])]
    comment = document.add_comment(marked, text=_carried(text), author=_AUTHOR, initials=_INITIALS)
    comment._comment_elm.attrib.pop(f"{_W}date", None)


def _carried(text: str) -> str:
    """What XML can carry."""
    from graph.export.escapes import carries, clean

    return "".join(c if carries(c) else "\ufffd" for c in clean(text))


def _packed(data: bytes, document: Any) -> bytes:
    """The package: the old parts as they were, the main part, the comments and the two lists anew."""
    written = BytesIO()
    document.save(written)
    main = str(document.part.partname).lstrip("/")
    folder, _, leaf = main.rpartition("/")
    relations = f"{folder}/_rels/{leaf}.rels"
    with zipfile.ZipFile(written) as new, zipfile.ZipFile(BytesIO(data)) as old:
        names = set(old.namelist())
        comments = [n for n in new.namelist() if n.rpartition("/")[2].startswith("comments") and n.endswith(".xml")]
        comments = [n for n in comments if n not in names or new.read(n) != old.read(n)]
        if not comments:  # corrections alone: only the text changes
            changed = {main: new.read(main)}
        else:
            changed = {name: new.read(name) for name in (main, relations, *comments)}
            types = _typed(old.read("[Content_Types].xml"), new.read("[Content_Types].xml"), comments)
            changed["[Content_Types].xml"] = types
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for info in old.infolist():
                package.writestr(_copied(info), changed.pop(info.filename, b"") or old.read(info.filename))
            for name in sorted(changed):
                package.writestr(zipfile.ZipInfo(name, _NO_TIME), changed[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _copied(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    copy = zipfile.ZipInfo(info.filename, info.date_time)
    copy.compress_type, copy.external_attr = info.compress_type, info.external_attr
    return copy


def _typed(old: bytes, new: bytes, parts: list[str]) -> bytes:
    """The old list of content types with what the new one says of `parts`."""
    etree = needed("lxml.etree", "office", "[Content_Types].xml")
    root = parse_xml(old, "[Content_Types].xml")
    known = {element.get("PartName") for element in root}
    for element in parse_xml(new, "[Content_Types].xml"):
        name = element.get("PartName")
        if element.tag == f"{_TYPES}Override" and name and name.lstrip("/") in parts and name not in known:
            root.append(element)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
