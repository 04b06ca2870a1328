"""What a server is told: which graph, where it listens, whom it trusts, how much it takes."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass

_VARIABLE = "LUOCDO_SERVE"  # hands the settings to the workers, which are processes of their own


@dataclass(frozen=True, slots=True)
class Settings:
    """Sizes in bytes, times in seconds. `hosts` are names beside the loopback ones that the Host header may bear,
    `token` is asked of every request but the one for health, `base` is the address that the world sees
    (``https://luocdo.example``), for feeds and identifiers."""

    graph: str
    host: str = "127.0.0.1"
    port: int = 8000
    workers: int = 1
    hosts: tuple[str, ...] = ()
    token: str | None = None
    base: str | None = None
    threads: int = 4  # that read the graph, in each worker
    waiting: int = 200  # requests that may wait for them
    most_upload: int = 20 << 20
    most_text: int = 2 << 20
    most_query: int = 8 << 10
    seconds: float = 15.0
    sparql_seconds: float = 20.0

    def to_environment(self) -> None:
        """Leave the settings for the processes that this one starts."""
        os.environ[_VARIABLE] = json.dumps(asdict(self))

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """The settings that the parent process left."""
        given = json.loads(environment[_VARIABLE])
        given["hosts"] = tuple(given["hosts"])
        return cls(**given)
