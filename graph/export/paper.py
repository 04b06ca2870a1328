"""A document's *lược đồ* as a Word paper that can go into a file.

Page, letters and numbering are those of administrative papers (Nghị định 30/2020/NĐ-CP, Phụ lục I: A4; margins 20, 20,
30 and 20 mm; Times New Roman 13; page numbers at the top, none on the first page). The paper bears no national title:
it is a summary, not a paper of a body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from graph import formatting, labels
from graph.export.packages import timeless, unnamed
from graph.reading.package import needed

if TYPE_CHECKING:
    from graph.model import Evidence, Pinpoint
    from graph.queries.diagram import Diagram, Role

_WORDS = {
    "paper": ("LƯỢC ĐỒ VĂN BẢN", "DIAGRAM OF A DOCUMENT"),
    "as-of": ("Hiệu lực tính đến ngày {day}", "Force as of {day}"),
    "facts": ("Thông tin chung", "Facts"),
    "force": ("Hiệu lực", "Force"),
    "relations": ("Quan hệ với văn bản khác", "Relations to other documents"),
    "changes": ("Thay đổi theo điều, khoản", "Changes by provision"),
    "sources": ("Nguồn", "Sources"),
    "none": ("Chưa có quan hệ nào trong đồ thị.", "The graph has no relation."),
    "number": ("STT", "No."),
    "part": ("Phần liên quan", "Parts"),
    "said": ("Câu dẫn chứng, [nguồn]", "Evidence, [source]"),
    "changing": ("Văn bản thay đổi", "Changing document"),
    "action": ("Thay đổi", "Change"),
    "changed": ("Văn bản bị thay đổi", "Changed document"),
    "more": ("Còn {count} văn bản khác không liệt kê.", "{count} more documents are not listed."),
    "from": ("nêu tại {place}", "stated in {place}"),
    "in-force": ("hiệu lực: {day}", "in force: {day}"),
    "own-text": ("toàn văn", "full text"),
    "times": ("{count} câu", "{count} sentences"),
    "made": (
        "Lập tự động bằng luocdo từ các nguồn nêu ở mục cuối; cần đối chiếu với bản gốc trước khi sử dụng.",
        "Made by luocdo from the sources listed at the end; to be compared with the originals before use.",
    ),
}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FONT, _SIZE, _SMALL = "Times New Roman", 13, 12
_MARGINS = {"top_margin": 20, "bottom_margin": 20, "left_margin": 30, "right_margin": 20}  # mm
_LONGEST = 600  # signs of a sentence
_ROMAN = ("I", "II", "III", "IV", "V")


def docx(diagram: Diagram, lang: str = "vi") -> bytes:
    """The paper; the same diagram gives the same bytes. LuocdoError where python-docx is missing."""
    needed("docx", "office", "docx")
    return _Paper(diagram, lang).made()


class _Paper:
    def __init__(self, diagram: Diagram, lang: str) -> None:
        from docx import Document as new

        self._diagram, self._lang = diagram, lang
        self._file: Any = new()
        self._sources = {name: number for number, name in enumerate(diagram.texts, 1)}
        self._sections = iter(_ROMAN)

    def made(self) -> bytes:
        diagram, lang = self._diagram, self._lang
        title = labels.document(diagram.document, lang)
        unnamed(self._file.core_properties, f"{self._word('paper')}: {title}")
        self._page()
        self._line(self._word("paper"), bold=True, center=True, size=14, after=0)
        self._line(title, bold=True, center=True, size=14, after=0 if diagram.at else 6)
        if diagram.at:
            self._line(f"({self._word('as-of', day=_day(diagram.at))})", italic=True, center=True, after=6)
        self._heading("facts")
        self._facts()
        self._heading("force")
        self._force()
        self._heading("relations")
        if not diagram.roles:
            self._line(self._word("none"))
        for number, role in enumerate(diagram.roles, 1):
            self._role(number, role)
        if diagram.changes:
            self._heading("changes")
            self._changes()
        self._heading("sources")
        for name, number in self._sources.items():
            mark = f" ({self._word('own-text')})" if name in diagram.texts else ""
            self._line(f"[{number}] {name}{mark}", after=2).alignment = 0
        self._line(self._word("made"), italic=True, size=_SMALL, before=12)
        written = BytesIO()
        self._file.save(written)
        return timeless(written.getvalue())

    # Page and letters ---------------------------------------------------------------------------------------------

    def _word(self, key: str, **given: object) -> str:
        return _WORDS[key][self._lang == "en"].format(**given)

    def _page(self) -> None:
        from docx.oxml.ns import qn
        from docx.shared import Mm, Pt

        section = self._file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        for name, width in _MARGINS.items():
            setattr(section, name, Mm(width))
        style = self._file.styles["Normal"]
        style.font.name, style.font.size = _FONT, Pt(_SIZE)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
            fonts.set(qn(script), _FONT)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        number.alignment = 1
        _field(number, "PAGE")

    def _line(
        self, text: str, *, bold: bool = False, italic: bool = False, center: bool = False, size: int = _SIZE,
        before: int = 0, after: int = 6, keep: bool = False,
    ) -> Any:  # fmt: skip
        from docx.shared import Pt

        paragraph = self._file.add_paragraph()
        paragraph.alignment = 1 if center else 3
        paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(before), Pt(after)
        paragraph.paragraph_format.keep_with_next = keep
        _run(paragraph, text, bold=bold, italic=italic, size=size)
        return paragraph

    def _heading(self, key: str) -> None:
        text = f"{next(self._sections)}. {self._word(key).upper()}"
        self._line(text, bold=True, before=12, keep=True)

    def _table(self, widths: Sequence[int], head: Sequence[str] = ()) -> Any:
        """A table with columns of these widths (mm), its head repeated on every page."""
        from docx.enum.table import WD_TABLE_ALIGNMENT
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        table = self._file.add_table(0, len(widths), style="Table Grid")
        table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width * 36_000
        if head:
            cells = self._row(table, widths)
            for cell, words in zip(cells, head, strict=True):
                _run(cell.paragraphs[0], words, bold=True, size=_SMALL)
                cell.paragraphs[0].alignment = 1
                shade = OxmlElement("w:shd")
                shade.set(qn("w:val"), "clear")
                shade.set(qn("w:fill"), "E7EDF3")
                cell._tc.get_or_add_tcPr().append(shade)
            table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        return table

    def _row(self, table: Any, widths: Sequence[int]) -> Any:
        row = table.add_row()
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width * 36_000
        return row.cells

    # Parts --------------------------------------------------------------------------------------------------------

    def _facts(self) -> None:
        diagram, lang = self._diagram, self._lang
        document = diagram.document
        several = "; ".join(_body(i.name, i.place) for i in diagram.issuers) if len(diagram.issuers) > 1 else ""
        issuer = several or _body(document.issuer or ", ".join(i.name for i in diagram.issuers), document.place)
        count, sources = diagram.mentions
        facts = (
            ("type", labels.document_type(document.type, lang)),
            ("code", document.code),
            ("name", document.name),
            ("title", document.title),
            ("date", _day(document.date)),
            ("issuer", issuer),
            ("term", document.term),
            ("mentions", f"{count} ({sources} {labels.field('source', lang).lower()})"),
            ("id", document.id),
        )
        widths = (45, 115)
        table = self._table(widths)
        for key, value in facts:
            if value:
                cells = self._row(table, widths)
                _run(cells[0].paragraphs[0], labels.field(key, lang), bold=True, size=_SMALL)
                _run(cells[1].paragraphs[0], value, size=_SMALL)

    def _force(self) -> None:
        status, lang = self._diagram.status, self._lang
        named = self._diagram.named
        said = labels.status(status.state, lang)
        if status.by:
            said += f" — {', '.join(labels.document(named[id], lang) for id in status.by if id in named)}"
        widths = (45, 115)
        table = self._table(widths)
        days = [(key, _day(getattr(status, key))) for key in ("first_day", "since", "last_day")]
        for key, value in [("status", said), *days]:
            if value and not (key == "since" and status.since == status.first_day):
                cells = self._row(table, widths)
                _run(cells[0].paragraphs[0], labels.field(key, lang), bold=True, size=_SMALL)
                _run(cells[1].paragraphs[0], value, size=_SMALL)
        for part in status.parts:
            cells = self._row(table, widths)
            parts = "; ".join(self._part(p) for p in part.provisions) or labels.field("partial", lang)
            _run(cells[0].paragraphs[0], parts, size=_SMALL)
            words = labels.status(part.state, lang)
            if part.since:
                words += f" {labels.field('since', lang).lower()} {_day(part.since)}"
            if part.by is not None and part.by in named:
                words += f" — {labels.document(named[part.by], lang)}"
            _run(cells[1].paragraphs[0], words, size=_SMALL)
        for number, evidence in enumerate(status.evidence):
            paragraph = self._line("", before=0 if number else 6, after=3)
            self._sentence(paragraph, evidence)

    def _role(self, number: int, role: Role) -> None:
        lang = self._lang
        heading = labels.predicate(role.predicate, lang, inverse=role.inverse)
        self._line(f"{number}. {heading[:1].upper()}{heading[1:]}", bold=True, before=6, after=3, keep=True)
        widths = (15, 47, 30, 68)
        head = (self._word("number"), labels.field("document", lang), self._word("part"), self._word("said"))
        table = self._table(widths, head)
        for at, (document, relation, count) in enumerate(role.stated, 1):
            cells = self._row(table, widths)
            _run(cells[0].paragraphs[0], str(at), size=_SMALL)
            cells[0].paragraphs[0].alignment = 1
            _run(cells[1].paragraphs[0], labels.document(document, lang), bold=True, size=_SMALL)
            for fact in (_day(document.date), _body(document.issuer, document.place)):
                if fact:
                    _run(cells[1].add_paragraph(), fact, size=_SMALL)
            parts = [self._part(p) for p in relation.pinpoints]
            if not parts and relation.partial:
                parts = [labels.field("partial", lang)]
            if relation.provision is not None:
                parts.append(self._word("from", place=labels.provision(relation.provision, lang)))
            _run(cells[2].paragraphs[0], "; ".join(parts), size=_SMALL)
            self._sentence(cells[3].paragraphs[0], relation.evidence)
            if count > 1:
                _run(cells[3].paragraphs[0], f" ({self._word('times', count=count)})", size=_SMALL)
        if role.more:
            self._line(self._word("more", count=role.more), italic=True, size=_SMALL, before=3)

    def _changes(self) -> None:
        lang = self._lang
        widths = (32, 48, 28, 52)
        head = (labels.field("date", lang), self._word("changing"), self._word("action"), self._word("changed"))
        table = self._table(widths, head)
        for change in self._diagram.changes:
            cells = self._row(table, widths)
            _run(cells[0].paragraphs[0], _day(change.date), size=_SMALL)
            if change.in_force and change.in_force != change.date:
                _run(cells[0].add_paragraph(), self._word("in-force", day=_day(change.in_force)), size=_SMALL)
            provision = labels.provision(change.provision, lang) if change.provision else ""
            parts = "; ".join(self._part(p) for p in change.relation.pinpoints)
            if not parts and change.relation.partial:
                parts = labels.field("partial", lang)
            for cell, part, document in ((cells[1], provision, change.affecting), (cells[3], parts, change.affected)):
                paragraph = cell.paragraphs[0]
                if part:
                    _run(paragraph, _line_of(part), bold=True, size=_SMALL)
                    paragraph = cell.add_paragraph()
                _run(paragraph, labels.document(document, lang), size=_SMALL)
            _run(cells[2].paragraphs[0], labels.predicate(change.action, lang), size=_SMALL)

    def _part(self, of: Pinpoint) -> str:
        return _line_of(labels.part(of, self._lang))

    def _sentence(self, paragraph: Any, evidence: Evidence) -> None:
        """A sentence in italics, its cue in bold, with the number of its source."""
        number = self._sources.setdefault(evidence.source or "", len(self._sources) + 1)
        signs = formatting.signs(evidence.text)
        text, shift = formatting.without(evidence.text, signs), formatting.Shift(signs)
        start, end = max(0, evidence.cue_start - evidence.start), evidence.cue_end - evidence.start
        if evidence.cue_start < evidence.start or end > len(evidence.text):
            start = end = 0
        start, end = shift(start), shift(end)
        pieces = [(text[:start], False), (text[start:end], True), (text[end:], False)]
        if len(text) > _LONGEST:
            pieces = [(text[:_LONGEST].rpartition(" ")[0] + " …", False)]
        _run(paragraph, "“", size=_SMALL)
        for at, (piece, bold) in enumerate(pieces):
            words = _blanks(piece)
            words = words.lstrip() if at == 0 else words
            _run(paragraph, words, bold=bold, italic=True, size=_SMALL)
        _run(paragraph, f"” [{number}]", size=_SMALL)


def _run(paragraph: Any, text: str, *, bold: bool = False, italic: bool = False, size: int = _SIZE) -> None:
    from docx.shared import Pt

    if not text:
        return
    run = paragraph.add_run(_NOT_XML.sub("\ufffd", text))
    run.bold, run.italic = bold or None, italic or None
    run.font.size = Pt(size)
    if paragraph.paragraph_format.space_after is None:
        paragraph.paragraph_format.space_after = Pt(0)


def _field(paragraph: Any, name: str) -> None:
    """A field that the word processor computes: the number of the page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for kind, words in (("begin", ""), ("", name), ("end", "")):
        run = paragraph.add_run()
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = words
        run._r.append(element)


def _body(issuer: str | None, place: str | None) -> str:
    """An issuer with its place, unless its name has it."""
    return f"{issuer or ''} {place}".strip() if place and place not in (issuer or "") else issuer or ""


def _day(day: str | None) -> str:
    return "/".join(reversed(day.split("-"))) if day else ""


def _line_of(text: str) -> str:
    return " ".join(text.split())


def _blanks(text: str) -> str:
    """`text` with its runs of blanks as one each, those at its ends kept."""
    return re.sub(r"\s+", " ", text)
