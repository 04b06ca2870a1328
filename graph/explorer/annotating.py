"""One text with its citations marked, each linked to what the text says of the document it cites."""

from __future__ import annotations

import json
import os
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup, escape

from graph import formatting
from graph import labels as names
from graph.errors import LuocdoError
from graph.explorer import assets
from graph.explorer.aligning import align_markdown, align_page, trimmed
from graph.explorer.labels import FAMILIES, naming, short_date, short_names
from graph.explorer.lanes import seat_of_document
from graph.explorer.markup import Token, from_html, from_markdown, from_plain
from graph.explorer.output import write_whole
from graph.explorer.texts import TextIndex
from graph.identity.joint import issuers_by_document
from graph.model import Document, Extraction, Issuer, Relation, Source
from graph.reading.encodings import decode

TEMPLATE = "annotated.html"
_LEAST_ALIGNED = 0.6  # share of the citations that must be found in the markup; else the plain text is shown


@dataclass(slots=True)
class _Span:
    """Citations with one span: the documents and the numbers of their mentions."""

    start: int
    end: int
    documents: list[str] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)


@cache
def _words() -> dict[str, list[str]]:
    table: dict[str, list[str]] = json.loads(assets.words())
    return table


def _say(key: str, lang: str, **values: object) -> str:
    return _words()[key][lang == "en"].format(**values)


def _spans(extraction: Extraction, length: int) -> list[_Span]:
    """Citations in text order; one span may cite several documents."""
    found: dict[tuple[int, int], _Span] = {}
    for number, mention in enumerate(extraction.mentions):
        if not 0 <= mention.start < mention.end <= length:
            continue
        span = found.setdefault((mention.start, mention.end), _Span(mention.start, mention.end))
        span.mentions.append(number)
        if mention.document not in span.documents:
            span.documents.append(mention.document)
    return [found[key] for key in sorted(found)]


def _innermost(spans: list[_Span], length: int) -> list[int]:
    """For every offset the number of the span it belongs to, the shortest where several hold it; -1 for none."""
    owner = [-1] * (length + 1)
    for number in sorted(range(len(spans)), key=lambda n: (spans[n].start - spans[n].end, n)):
        owner[spans[number].start : spans[number].end] = [number] * (spans[number].end - spans[number].start)
    return owner


def _tokens(source: Source, spans: list[_Span], markup: str | bytes | None) -> tuple[list[Token], list[list[int]]]:
    """The text as tokens with the source offset of each character."""
    if source.format == "md":
        tokens = from_markdown(source.text)
        return _good(tokens, align_markdown(tokens, source.text), spans) or _plain(source.text)
    if markup is not None and source.format in ("html", "mhtml"):
        page = decode(markup, source.name, convert=False)[0] if isinstance(markup, bytes) else markup
        tokens = from_html(page)
        offsets = align_page(tokens, source.text, [(span.start, span.end) for span in spans])
        good = _good(tokens, offsets, spans)
        return trimmed(*good) if good else _plain(source.text)
    return _plain(source.text)


def _good(
    tokens: list[Token], offsets: list[list[int]], spans: list[_Span]
) -> tuple[list[Token], list[list[int]]] | None:
    """The alignment, if it found most citations."""
    placed = sorted(offset for row in offsets for offset in row if offset >= 0)

    def holds(span: _Span) -> bool:
        at = bisect_left(placed, span.start)
        return at < len(placed) and placed[at] < span.end

    found = sum(1 for span in spans if holds(span))
    return (tokens, offsets) if found >= _LEAST_ALIGNED * len(spans) else None


def _plain(text: str) -> tuple[list[Token], list[list[int]]]:
    tokens = from_plain(text)
    starts = [0, *(at + 1 for at, character in enumerate(text) if character == "\n")]
    offsets: list[list[int]] = []
    for token, before in zip(tokens, [None, *tokens[:-1]], strict=True):
        start = starts[before.lines[0]] if token.kind == "text" and before is not None and before.lines else 0
        offsets.append(list(range(start, start + len(token.value))) if token.kind == "text" else [])
    return tokens, offsets


class _Writer:
    """Tokens as HTML, citations as links to their document's entry."""

    def __init__(self, spans: list[_Span], owner: list[int], entries: dict[str, dict[str, Any]]) -> None:
        self.spans, self.owner, self.entries = spans, owner, entries
        self.out: list[str] = []
        self.begun: set[int] = set()

    def write(self, tokens: list[Token], offsets: list[list[int]]) -> Markup:
        for token, row in zip(tokens, offsets, strict=True):
            if token.kind == "text":
                self._text(token.value, row)
            elif token.kind == "close":
                self.out.append(f"</{token.value}>")
            else:
                self.out.append(f"<{token.value}{token.attributes}>")
        return Markup("".join(self.out))

    def _text(self, text: str, offsets: list[int]) -> None:
        numbers = [self.owner[offset] if offset >= 0 else -1 for offset in offsets]
        # A blank inside a citation belongs to it.
        after = -1
        following = [-1] * len(text)
        for at in range(len(text) - 1, -1, -1):
            following[at] = after
            after = after if text[at].isspace() else numbers[at]
        for at in range(1, len(text)):
            if text[at].isspace() and offsets[at] < 0:
                numbers[at] = numbers[at - 1] if numbers[at - 1] == following[at] else -1
        start = 0
        for at in range(1, len(text) + 1):
            if at == len(text) or numbers[at] != numbers[start]:
                self._piece(text[start:at], numbers[start])
                start = at

    def _piece(self, text: str, number: int) -> None:
        if number < 0:
            self.out.append(str(escape(text)))
            return
        span = self.spans[number]
        entry = self.entries[span.documents[0]]
        anchor = "" if number in self.begun else f' id="m{span.mentions[0]}"'
        self.begun.add(number)
        self.out.append(
            Markup('<a class="cite family-{}" href="#{}" title="{}"{}>{}</a>').format(
                entry["family"], entry["anchor"], entry["label"], Markup(anchor), text
            )
        )
        for place, also in enumerate(span.documents[1:] if anchor else (), 1):
            other = self.entries[also]
            self.out.append(
                Markup('<sup><a class="cite family-{}" href="#{}" title="{}" aria-label="{}">+{}</a></sup>').format(
                    other["family"], other["anchor"], other["label"], other["label"], place
                )
            )


def _marked(written: str, start: int, spans: Iterable[_Span]) -> Markup:
    """A sentence with the citations in it marked, without the signs of the source's format; `start` is its offset."""
    signs = formatting.signs(written)
    text, shift = formatting.without(written, signs), formatting.Shift(signs)
    out, at = [], 0
    for span in spans:
        left, right = max(shift(max(span.start - start, 0)), at), shift(min(span.end - start, len(written)))
        if left < right <= len(text):
            out += [escape(text[at:left]), Markup("<mark>{}</mark>").format(text[left:right])]
            at = right
    return Markup("").join([*out, escape(text[at:])])


def _label(document: Document, lang: str) -> str:
    kind = names.document_type(document.type, lang) if document.type else ""
    return f"{kind} {document.code}" if document.code else naming(document)


def _facts(document: Document, issuers: list[Issuer], lang: str) -> list[tuple[str, str]]:
    bodies = [(body.name, body.place) for body in issuers] if len(issuers) > 1 else [(document.issuer, document.place)]
    issuer = "; ".join(" ".join(filter(None, parts)) for parts in bodies)
    rows = (
        ("factDate", short_date(document.date)),
        ("factIssuer", issuer),
        ("factTerm", document.term),
        ("factName", document.name if document.name != naming(document) else None),
    )
    return [(_say(key, lang), value) for key, value in rows if value]


def _entries(extraction: Extraction, spans: list[_Span], index: TextIndex, lang: str) -> dict[str, dict[str, Any]]:
    """What the page says of each document, in the order of the text, the text's own document first."""
    issued_by = issuers_by_document(extraction.documents, extraction.relations, extraction.issuers)
    cited = defaultdict(list)
    for span in spans:
        for id in span.documents:
            cited[id].append(span)
    first = {id: rows[0].start for id, rows in cited.items()}
    ordered = sorted(extraction.documents, key=lambda d: (not d.is_source, first.get(d.id, len(index.text)), d.id))
    entries: dict[str, dict[str, Any]] = {}
    for number, document in enumerate(ordered):
        entries[document.id] = {
            "anchor": f"d{number}",
            "label": _label(document, lang),
            "family": seat_of_document(document, next(iter(issued_by.get(document.id, ())), None)).family,
            "title": document.title or "",
            "id": document.id,
            "source": document.is_source,
            "provisional": document.provisional,
            "facts": _facts(document, issued_by.get(document.id, []), lang),
            "mentions": [
                {"anchor": f"m{span.mentions[0]}", "line": index.line(span.start)} for span in cited[document.id]
            ],
            "candidates": document.candidates,
            "relations": [],
            "findings": [f.message for f in extraction.findings if document.id in f.documents],
        }
    for id in sorted(cited.keys() - entries.keys()):  # a mention of somebody unknown still needs somewhere to lead
        entries[id] = {
            "anchor": f"d{len(entries)}",
            "label": id,
            "short": id,
            "family": "unknown",
            "title": "",
            "id": id,
        }
        entries[id] |= {"facts": [], "mentions": [], "candidates": (), "relations": [], "findings": []}
    return entries


def _add_relations(
    entries: dict[str, dict[str, Any]], relations: Iterable[Relation], spans: list[_Span], index: TextIndex, lang: str
) -> None:
    starts = [span.start for span in spans]
    for relation in relations:
        if relation.predicate in ("cites", "issued_by"):
            continue
        evidence = relation.evidence
        inside = spans[bisect_left(starts, evidence.start) : bisect_left(starts, evidence.end)]
        wanted = {relation.subject, relation.object}
        near = next((span for span in inside if wanted & set(span.documents)), None)
        for here, there, inverse in (
            (relation.subject, relation.object, False),
            (relation.object, relation.subject, True),
        ):
            if here in entries and there in entries:
                entries[here]["relations"].append(
                    {
                        "predicate": names.predicate(relation.predicate, lang, inverse=inverse),
                        "partial": "; ".join(map(str, relation.pinpoints)) or ("1" if relation.partial else ""),
                        "other": entries[there],
                        "sentence": _marked(evidence.text, evidence.start, inside),
                        "anchor": f"m{near.mentions[0]}" if near else "",
                        "line": index.line(evidence.start),
                        "confidence": f"{evidence.confidence:.2f}".replace(".", "," if lang == "vi" else "."),
                    }
                )


def annotated_html(
    source: Source,
    extraction: Extraction,
    *,
    markup: str | bytes | None = None,
    lang: str = "vi",
    title: str | None = None,
) -> str:
    """The page as a string; see `annotate`."""
    if lang not in names.LANGUAGES:
        raise LuocdoError(f"Ngôn ngữ phải là một trong: {', '.join(names.LANGUAGES)}")
    index = TextIndex(source.text)
    spans = _spans(extraction, len(source.text))
    entries = _entries(extraction, spans, index, lang)
    _add_relations(entries, extraction.relations, spans, index, lang)
    tokens, offsets = _tokens(source, spans, markup)
    body = _Writer(spans, _innermost(spans, len(source.text)), entries).write(tokens, offsets)
    environment = Environment(
        loader=FunctionLoader(lambda name: assets.page_folder().joinpath(name).read_text(encoding="utf-8")),
        autoescape=True,
        keep_trailing_newline=True,
    )
    styles = assets.styles("annotated")
    families = {entry["family"] for entry in entries.values()}
    return environment.get_template(TEMPLATE).render(
        lang=lang,
        say=lambda key, **values: _say(key, lang, **values),
        title=title or next((e["label"] for e in entries.values() if e.get("source")), source.name),
        plain=tokens[0].lines is not None and source.format != "md" if tokens else True,
        policy=assets.policy([], [styles]),
        styles=Markup(styles),
        body=body,
        name=short_names([source.name])[0],
        count=len(extraction.mentions),
        entries=list(entries.values()),
        families=[(key, pair[lang == "en"]) for key, pair in FAMILIES.items() if key in families],
        findings=[finding for finding in extraction.findings if not finding.documents],
    )


def annotate(
    source: Source,
    extraction: Extraction,
    path: str | os.PathLike[str],
    *,
    markup: str | bytes | None = None,
    lang: str = "vi",
    title: str | None = None,
) -> None:
    """Write `source` with its citations marked to `path`: one HTML file without scripts that needs no network.

    `extraction` is ``graph.extract(source.text)``. Markdown keeps its headings, lists and tables. A web page keeps them
    too if `markup` is its content (bytes as read, or text); only what cannot run or load comes through, and if the text
    cannot be found in the markup, the plain text is shown. Every citation leads to its document's entry and every entry
    back to its citations. Raises LuocdoError for an unknown language and if the file cannot be written.
    """
    write_whole(path, annotated_html(source, extraction, markup=markup, lang=lang, title=title))
