"""A stock Firefox without a driver program: its own Marionette protocol over a local socket, as far as needed."""

from __future__ import annotations

import base64
import json
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

NAMES = ("firefox", "firefox-esr")


def find() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """A headless Firefox with a profile of its own; use as a context."""

    def __init__(self, path: str) -> None:
        self.profile = tempfile.mkdtemp(prefix="luocdo-firefox-")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        preferences: dict[str, object] = {
            "marionette.port": self.port,
            "app.update.enabled": False,
            "browser.shell.checkDefaultBrowser": False,
            "datareporting.policy.dataSubmissionEnabled": False,
            "network.captive-portal-service.enabled": False,
            "network.connectivity-service.enabled": False,
            "security.sandbox.content.level": 0,  # containers often forbid what the sandbox needs
        }
        lines = [f"user_pref({json.dumps(key)}, {json.dumps(value)});\n" for key, value in preferences.items()]
        Path(self.profile, "user.js").write_text("".join(lines), encoding="utf-8")
        command = [path, "--headless", "--marionette", "--no-remote", "--profile", self.profile, "about:blank"]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.count = 0
        self.waiting = b""

    def __enter__(self) -> Firefox:
        deadline = time.monotonic() + 60
        while True:
            try:
                self.socket = socket.create_connection(("127.0.0.1", self.port), timeout=60)
                break
            except OSError:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    self.__exit__()
                    raise TimeoutError("Firefox did not start") from None
                time.sleep(0.2)
        self._receive()
        self.command("WebDriver:NewSession", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": False}}})
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait(20)
        if hasattr(self, "socket"):
            self.socket.close()
        shutil.rmtree(self.profile, ignore_errors=True)

    def _receive(self) -> Any:
        while b":" not in self.waiting:
            self.waiting += self._more()
        length, _, rest = self.waiting.partition(b":")
        while len(rest) < int(length):
            rest += self._more()
        self.waiting = rest[int(length) :]
        return json.loads(rest[: int(length)])

    def _more(self) -> bytes:
        data = self.socket.recv(65_536)
        if not data:
            raise ConnectionError("Firefox closed the connection")
        return data

    def command(self, name: str, parameters: dict[str, Any]) -> Any:
        self.count += 1
        message = json.dumps([0, self.count, name, parameters]).encode()
        self.socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, error, result = self._receive()
        if error:
            raise RuntimeError(f"{error['error']}: {error['message']}")
        return result

    def go(self, address: str) -> None:
        self.command("WebDriver:Navigate", {"url": address})

    def resize(self, width: int, height: int) -> None:
        """Makes the part of the window that a page has so large; Firefox makes none narrower than 500 pixels."""
        self.command("WebDriver:SetWindowRect", {"x": 0, "y": 0, "width": width, "height": height})
        across, down = self.js("return [outerWidth - innerWidth, outerHeight - innerHeight]")
        self.command("WebDriver:SetWindowRect", {"width": width + across, "height": height + down})

    def go_framed(self, address: str, width: int, height: int, holder: Path) -> None:
        """Opens a page in a frame of that size, for windows smaller than Firefox has; `holder` is a file to write."""
        frame = f'<iframe src="{address}" style="width:{width}px;height:{height}px;border:0"></iframe>'
        holder.write_text(f'<!DOCTYPE html><body style="margin:0">{frame}', encoding="utf-8")
        self.go(holder.as_uri())
        self.command("WebDriver:SwitchToFrame", {"id": 0})

    def top(self) -> None:
        """Back from a frame."""
        self.command("WebDriver:SwitchToFrame", {"id": None})

    def picture(self) -> bytes:
        """What the window shows, as PNG."""
        return base64.b64decode(self.command("WebDriver:TakeScreenshot", {"full": False})["value"])

    def js(self, body: str, *arguments: Any) -> Any:
        """Value of a function body run in the page."""
        return self.command("WebDriver:ExecuteScript", {"script": body, "args": list(arguments)})["value"]

    def wait(self, body: str) -> None:
        deadline = time.monotonic() + 60
        while not self.js(body):
            if time.monotonic() > deadline:
                raise TimeoutError(body)
            time.sleep(0.05)
