"""What stands in a request, checked: numbers within bounds, days, languages, kinds of answers; and answers kept.

`AskedError` is a request that cannot be answered as it is: a status and one line for who asked.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any, cast

from starlette.requests import Request
from starlette.responses import Response

from graph.labels import LANGUAGES

if TYPE_CHECKING:
    from graph.knowledge import KnowledgeGraph
    from graph.queries.selecting import Selection

MOST_SKIPPED = 1_000_000
VARY = "Accept, Accept-Language"


class AskedError(Exception):
    """`status` and a line."""

    def __init__(self, status: int, line: str, allow: str = "") -> None:
        super().__init__(line)
        self.status = status
        self.allow = allow  # the methods that may be used where this one may not


def number(request: Request, name: str, default: int, most: int) -> int:
    """A whole number of the query, from 0 to `most`."""
    given = request.query_params.get(name)
    if given is None or given == "":
        return default
    if not given.isascii() or not given.isdigit() or int(given[:12]) > most:
        raise AskedError(400, f"{name}: cần một số từ 0 đến {most}")
    return int(given)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which documents a query asks for, as typed: `graph.queries.selecting` says what the words mean."""

    types: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    @classmethod
    def of(cls, request: Request, *, time_only: bool = False) -> Wanted:
        """Out of ``type``, ``issuer`` (both may be given several times), ``since`` and ``until``; `time_only` where the
        other two are facets."""
        given = request.query_params
        types, issuers = (() if time_only else tuple(filter(None, given.getlist(n)[:20])) for n in ("type", "issuer"))
        return cls(types, issuers, given.get("since") or None, given.get("until") or None)

    def selection(self, graph: KnowledgeGraph) -> Selection:
        """LuocdoError for words that mean nothing."""
        return graph.select(types=self.types, issuers=self.issuers, since=self.since, until=self.until)

    def typed(self) -> dict[str, str]:
        """The time asked for, for links that keep it."""
        return {name: value for name, value in (("since", self.since), ("until", self.until)) if value}


def flag(request: Request, name: str) -> bool:
    """Whether the query says yes to something."""
    return request.query_params.get(name, "") in ("1", "true", "yes")


def day(request: Request, name: str = "at") -> str | None:
    """A day of the query in ISO form; None where none is given."""
    return as_day(request.query_params.get(name, ""), name)


def as_day(given: str, name: str) -> str | None:
    """A day that was typed (01/6/2025, 2025-06-01) in ISO form; None where nothing was."""
    given = given.strip()
    if not given:
        return None
    try:
        if given.count("/") == 2:
            return date(*map(int, reversed(given.split("/")))).isoformat()
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise AskedError(400, f"{name}: “{given[:20]}” không phải ngày (ví dụ: 2025-06-01)") from None


def lang(request: Request) -> str:
    """``vi`` or ``en``: what the query says, else what the reader's browser likes better."""
    given = request.query_params.get("lang", "")
    return given if given in LANGUAGES else liked(request.headers.get("accept-language", ""))


def liked(accept: str) -> str:
    """The language that an Accept-Language header likes best (RFC 9110, 12.5.4; a range takes what begins with it, RFC
    4647, 3.3.1); ours, Vietnamese, where it likes none of them better."""
    wanted: dict[str, float] = {}
    for name, quality in _qualities(accept):
        name = name.partition("-")[0]
        wanted[name] = max(quality, wanted.get(name, 0.0))
    return max(LANGUAGES, key=lambda name: wanted.get(name, wanted.get("*", 0.0)))


def best(accept: str, offered: tuple[str, ...]) -> str | None:
    """The media type that an Accept header likes best (RFC 9110, 12.5.1; of equal ones the first offered); None where
    it takes none of them."""
    # "*": what Java's own client sends
    wanted = [("*/*" if kind == "*" else kind, quality) for kind, quality in _qualities(accept or "*/*")]

    def liking(kind: str) -> float:
        ranges = (kind, f"{kind.split('/')[0]}/*", "*/*")
        for pattern in ranges:
            for name, quality in wanted:
                if name == pattern:
                    return quality
        return 0.0

    liked = max(offered, key=liking)
    return liked if liking(liked) > 0 else None


def _qualities(header: str) -> Iterator[tuple[str, float]]:
    """What a header names, and how much it is wanted (RFC 9110, 12.4.2); 0 where that is no number."""
    for item in header.split(",")[:50]:
        name, *parameters = item.strip().lower().split(";")
        quality = 1.0
        for parameter in parameters:
            key, _, value = parameter.strip().partition("=")
            if key == "q":
                try:
                    quality = float(value)
                except ValueError:
                    quality = 0.0
        yield name.strip(), quality


def json_bytes(value: Any) -> bytes:
    """JSON in UTF-8, a line feed behind it; lone surrogates as escapes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode() + b"\n"


def encodable(value: dict[str, Any]) -> dict[str, Any]:
    """The same with ``?`` for lone surrogates, for writers that know no escape for them."""
    text = json.dumps(value, ensure_ascii=False)
    sound = text.encode("utf-8", "replace").decode()
    return value if sound == text else cast("dict[str, Any]", json.loads(sound))


class Kept:
    """Answers to what was asked lately, by key; together at most `most` bytes."""

    def __init__(self, most: int = 32 << 20) -> None:
        self._most = most
        self._size = 0
        self._kept: OrderedDict[tuple[str, ...], tuple[bytes, str]] = OrderedDict()

    def get(self, key: tuple[str, ...]) -> tuple[bytes, str] | None:
        """Body and media type, if they are still there."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
        return found

    def put(self, key: tuple[str, ...], body: bytes, media: str) -> None:
        """Keep an answer; the oldest go."""
        if len(body) > self._most // 8 or key in self._kept:
            return
        self._kept[key] = (body, media)
        self._size += len(body) + sum(map(len, key))
        while self._size > self._most:
            old, (gone, _) = self._kept.popitem(last=False)
            self._size -= len(gone) + sum(map(len, old))


def answer(request: Request, body: bytes, media: str, make: Callable[..., Response] = Response) -> Response:
    """The answer with its ETag (RFC 9110, 8.8.3); 304 where the client has it."""
    tag = f'"{sha256(body).hexdigest()[:24]}"'  # weak where it is said: compressed or not, it is one tag
    headers = {"ETag": f"W/{tag}", "Cache-Control": "no-cache", "Vary": VARY}
    known = request.headers.get("if-none-match", "")
    if known == "*" or tag in {part.strip().removeprefix("W/") for part in known.split(",")}:
        return Response(status_code=304, headers=headers)
    return make(body, media_type=media, headers=headers)
