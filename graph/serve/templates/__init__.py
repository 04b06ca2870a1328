"""The pages' templates: Jinja with autoescaping, words in two languages, links that keep the language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import quote, quote_plus, urlencode

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request

from graph import formatting, labels
from graph.messages import english
from graph.model import Pinpoint
from graph.serve.asked import lang as language

_STEP = re.compile(rf"({'|'.join(sorted(map(re.escape, labels.UNITS), key=len, reverse=True))})(?: (\S+))?")


@cache
def words() -> dict[str, list[str]]:
    """What the pages say: key -> [Vietnamese, English]."""
    found: dict[str, list[str]] = json.loads(files(__package__).joinpath("words.json").read_text(encoding="utf-8"))
    return found


class Templates:
    """The templates of this folder."""

    def __init__(self) -> None:
        def load(name: str) -> str | None:
            known = name.endswith(".html") and "/" not in name
            return files(__package__).joinpath(name).read_text(encoding="utf-8") if known else None

        self._environment = Environment(
            loader=FunctionLoader(load),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        self._environment.filters["day"] = _day
        self._environment.filters["marked"] = _marked
        self._environment.filters["told"] = _told
        self._environment.filters["part"] = _part

    def linker(self, request: Request) -> Callable[..., str]:
        """What makes the address of a path with parameters, in the language of this request."""
        lang = carried(request)
        root = request.scope.get("root_path", "")

        def link(path: str, **parameters: object) -> str:
            given = {key: value for key, value in parameters.items() if value not in (None, "", 0, False)}
            if lang:
                given["lang"] = lang
            return f"{root}{_in_path(path)}" + (f"?{_query(given)}" if given else "")

        return link

    def renderer(self, request: Request, template: str) -> Callable[..., bytes]:
        """What renders the template for this request, in any thread; lone surrogates are shown as �."""
        lang = language(request)
        query = dict(request.query_params)

        def say(key: str, **values: object) -> str:
            return words()[key][lang == "en"].format(**values)

        link = self.linker(request)

        def of_document(id: str, view: str = "id", **parameters: object) -> str:
            return link(f"/{view}/{id}", **parameters)

        found = self._environment.get_template(template)

        def render(**values: Any) -> bytes:
            text = found.render(
                lang=lang,
                carried=carried(request),
                say=say,
                link=link,
                of_document=of_document,
                labels=labels,
                query=query,
                path=request.url.path,
                other_language=_switched(request, "vi" if lang == "en" else "en"),
                **values,
            )
            return text.encode("utf-8", "replace")

        return render


def carried(request: Request) -> str:
    """The language that links of a page name; empty where that need not be said: a reader who is given Vietnamese
    unasked is given it again."""
    named = request.query_params.get("lang") in labels.LANGUAGES
    return language(request) if named or language(request) != "vi" else ""


# A page has some dozens of addresses, most of their parts the same: half of the time of a link is quoting them.
@lru_cache(1024)
def _in_path(path: str) -> str:
    return quote(path, safe="/:;,.-_~")


_quoted = lru_cache(1024)(quote_plus)


def _query(given: Mapping[str, object]) -> str:
    """What `urlencode` makes of it; long values are not kept."""
    if any(not isinstance(value, str) or len(value) > 200 for value in given.values()):
        return urlencode(given, doseq=True)
    return "&".join(f"{_quoted(key)}={_quoted(str(value))}" for key, value in given.items())


def _switched(request: Request, lang: str) -> str:
    """The address of the same page in another language."""
    parameters = {**request.query_params, "lang": lang}
    path: str = quote(request.url.path, safe="/:;,.-_~%")
    return f"{request.scope.get('root_path', '')}{path}?{urlencode(parameters)}"


def _told(line: str, lang: str) -> str:
    """A message in the language of the page."""
    return english(line) if lang == "en" else line


def _day(date: str | None) -> str:
    """``2017-10-25`` -> ``25/10/2017``."""
    return "/".join(reversed(date.split("-"))) if date else ""


def _part(parts: str | None, lang: str) -> str:
    """Parts of a document as `graph.contract` names them, as people cite them: ``khoản 2, điều 3; điều 5`` -> ``khoản 2
    Điều 3; Điều 5``. What is no list of units is shown as it is."""
    return "; ".join(_cited(part, lang) for part in (parts or "").split("; "))


def _cited(part: str, lang: str) -> str:
    steps = [_STEP.fullmatch(step) for step in part.split(", ")]
    path = tuple((step[1], step[2] or "") for step in reversed(steps) if step)
    return labels.part(Pinpoint(path), lang) if len(path) == len(steps) else part


def _marked(relation: dict[str, Any]) -> Markup:
    """The sentence of a relation with its cue in bold."""
    text = " ".join(formatting.words(relation["text"]).split())
    cue = " ".join(formatting.words(relation.get("cue") or "").split())
    if not cue or cue not in text:
        return escape(text)
    before, _, after = text.partition(cue)
    return Markup("{}<b>{}</b>{}").format(before, cue, after)
