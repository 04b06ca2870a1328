"""The layers of ELI below a document: when it was published, the version that a loaded text is, and its file.

* ``eli:date_publication``: the day of the gazette, where the texts name one day and no other.
* ``eli:version_date`` ("point-in-time date of the provided description of the legislation"): a text as it was issued
  describes the document on its own day. A consolidated text describes an older document on a day that it does not
  name, so it has none.
* ``eli:is_embodied_by``, ``eli:media_type``: the file that was read, where its kind has a media type of IANA.
* ``eli:legal_value``: official for the pages of the gazette themselves (a PDF with its running heads): what stands in
  Công báo is official text (Luật 80/2015/QH13, Điều 150, recalled). Of other copies nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from graph.model import Source
from graph.rdf.literals import date, is_date
from graph.rdf.survey import Survey
from graph.rdf.terms import Names, term

# ELI 1.5: values "MUST be taken from http://www.iana.org/assignments/media-types"; an IRI with https is another one.
MEDIA_TYPES = "http://www.iana.org/assignments/media-types/"
# What `graph.reading` calls a format -> media type. Pictures, tables and archives hold texts in several ways.
_OF_FORMATS = {
    "txt": "text/plain",
    "md": "text/markdown",
    "html": "text/html",
    "mhtml": "multipart/related",
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
}


def embodied(found: Survey, names: Names, expression: NamedNode, source: Source) -> Iterator[Triple]:
    """The file of a text that an expression is; nothing where its kind has no media type."""
    media = _OF_FORMATS.get(source.format)
    if media is None:
        return
    node = NamedNode(names.make("source", found.source_keys[source.name]) + "#format")
    yield Triple(expression, term("eli:is_embodied_by"), node)
    yield Triple(node, term("rdf:type"), term("eli:Format"))
    yield Triple(node, term("eli:media_type"), NamedNode(MEDIA_TYPES + media))
    if source.format == "pdf" and source.name in found.gazette:
        yield Triple(node, term("eli:legal_value"), term("eli:LegalValue-official"))


def published(found: Survey, id: str, s: NamedNode) -> Iterator[Triple]:
    """The day on which a document was published."""
    days = found.published.get(id, set())
    if len(days) == 1 and is_date(day := next(iter(days))):
        yield Triple(s, term("eli:date_publication"), date(day))


def version(found: Survey, id: str, expression: NamedNode) -> Iterator[Triple]:
    """The day as of which a text says what its document says."""
    if (day := found.days.get(id)) is not None and id not in found.consolidating:
        yield Triple(expression, term("eli:version_date"), date(day))
