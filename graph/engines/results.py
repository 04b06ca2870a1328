"""What came of a batch of work, as the bytes that a worker sends."""

from __future__ import annotations

from collections.abc import Sequence

from graph.engines.wire import dump, dump_said, load, load_said
from graph.engines.work import Done

NOTHING, SAID, PREPARED = range(3)


def pack_results(results: Sequence[Sequence[Done]]) -> list[bytes]:
    """What came of the pieces of a batch: a list of lists of (name, error, what follows: nothing, a text with what it
    says, or that prepared), and behind it what follows, in order."""
    told: list[list[tuple[str, str | None, int]]] = []
    parts = [b""]
    for piece in results:
        told.append([])
        for done in piece:
            follows = NOTHING
            if done.prepared is not None:
                follows = PREPARED
                parts.append(done.prepared)
            elif done.source is not None and done.extraction is not None:
                follows = SAID
                parts.append(dump_said(done.source, done.extraction))
            told[-1].append((done.name, done.error, follows))
    parts[0] = dump(told)
    return parts


def unpack_results(parts: Sequence[bytes], names: Sequence[str]) -> list[list[Done]]:
    """What `pack_results` packed, for the pieces of these names; ValueError where it is anything else, or is said of
    another file."""
    rest = iter(parts)
    results: list[list[Done]] = []
    for piece, said_of in zip(load(next(rest, b""), list[list[tuple[str, str | None, int]]]), names, strict=True):
        results.append([])
        for name, error, follows in piece:
            if name != said_of and not name.startswith((f"{said_of}/", f"{said_of}#")):
                raise ValueError("another file")
            part = next(rest, None) if follows != NOTHING else b""
            if part is None or follows not in (NOTHING, SAID, PREPARED):
                raise ValueError("parts are missing")
            source, extraction = load_said(part) if follows == SAID else (None, None)
            results[-1].append(Done(name, source, extraction, error, part if follows == PREPARED else None))
    if next(rest, None) is not None:
        raise ValueError("more parts than were told")
    return results
