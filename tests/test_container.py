"""The files for a container: what they copy, install and call is there. (No container is started here.)"""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command

from graph.cli.app import make


@pytest.fixture(scope="module")
def steps(checkout: Path) -> list[tuple[str, str]]:
    """The instructions of the Dockerfile: name and what follows it, lines that go on joined."""
    text = (checkout / "Dockerfile").read_text(encoding="utf-8")
    lines = re.sub(r"\\\n\s*", " ", re.sub(r"(?m)^#.*\n", "", text)).splitlines()
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in lines if line)]


@pytest.fixture(scope="module")
def service(checkout: Path) -> dict[str, Any]:
    described: dict[str, Any] = yaml.safe_load((checkout / "compose.yaml").read_text(encoding="utf-8"))
    assert list(described["services"]) == ["luocdo"]
    assert set(described["volumes"]) == {"graph"}
    one: dict[str, Any] = described["services"]["luocdo"]
    return one


def of(steps: list[tuple[str, str]], name: str) -> list[str]:
    return [rest for found, rest in steps if found == name]


def test_what_is_copied_is_there_and_not_ignored(checkout: Path, steps: list[tuple[str, str]]) -> None:
    ignored = (checkout / ".dockerignore").read_text(encoding="utf-8").split()
    kept = [line[1:] for line in ignored if line.startswith("!")]
    copied = [word for rest in of(steps, "COPY") if "--from" not in rest for word in rest.split()[:-1]]
    assert ignored[0] == "*" and copied
    for name in copied:
        assert (checkout / name).exists(), name
        assert any(fnmatch(name, pattern) for pattern in kept), name
    assert all((checkout / name).exists() for name in kept)


def test_the_package_has_all_that_it_is_built_from(checkout: Path, steps: list[tuple[str, str]]) -> None:
    described = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    project = described["project"]
    needed = {"pyproject.toml", project["readme"], *(f"{m}.py" for m in described["tool"]["setuptools"]["py-modules"])}
    needed |= {name.partition("/")[0] for name in project["license-files"]}
    copied = {word for rest in of(steps, "COPY") for word in rest.split()[:-1]}
    assert needed <= copied
    (install,) = re.findall(r"pip install (.*)", " ".join(of(steps, "RUN")[:1]))
    extras = re.findall(r"\[(.*)\]", install)[0].split(",")
    assert set(extras) <= set(project["optional-dependencies"])
    assert "serve" in extras
    assert "-c constraints.txt" in install and "constraints.txt" in copied


def options(verb: str) -> set[str]:
    command: Any = get_command(make())
    return {name for parameter in command.commands[verb].params for name in parameter.opts}


def test_what_is_called_is_a_verb_with_these_options(steps: list[tuple[str, str]], service: dict[str, Any]) -> None:
    assert json.loads(of(steps, "ENTRYPOINT")[0]) == ["luocdo"]
    for verb, *words in (json.loads(of(steps, "CMD")[0]), service["command"]):
        assert verb == "serve"
        assert {word for word in words if word.startswith("-")} <= options(verb)


def test_settings_agree(steps: list[tuple[str, str]], service: dict[str, Any]) -> None:
    set_here = dict(word.split("=", 1) for rest in of(steps, "ENV") for word in shlex.split(rest))
    (volume,) = of(steps, "VOLUME")
    (port,) = of(steps, "EXPOSE")
    assert set_here["LUOCDO_GRAPH"].startswith(f"{volume}/")
    assert service["volumes"] == [f"graph:{volume}"]
    assert service["ports"] == [f"127.0.0.1:{port}:{port}"]  # the world comes in by a proxy
    assert f"127.0.0.1:{port}/health" in of(steps, "HEALTHCHECK")[0]
    assert json.loads(of(steps, "HEALTHCHECK")[0].partition("CMD ")[2]) == service["healthcheck"]["test"][1:]
    assert of(steps, "USER") not in ([], ["root"])


@pytest.mark.parametrize("status", [200, 503])
def test_the_health_check_tells_well_from_ill(steps: list[tuple[str, str]], status: int) -> None:
    """The words of the check, run against a server that is well or not."""
    import subprocess
    import sys
    from http.server import BaseHTTPRequestHandler, HTTPServer
    from threading import Thread

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/health" else 404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        Thread(target=server.handle_request, daemon=True).start()
        _, *words = json.loads(of(steps, "HEALTHCHECK")[0].partition("CMD ")[2])
        words[-1] = words[-1].replace(":8000/", f":{server.server_port}/")
        done = subprocess.run([sys.executable, *words], capture_output=True, check=False, timeout=60)
        assert (done.returncode == 0) == (status == 200)
