"""The page's own scripts, styles and fonts, as strings ready to stand in a page.

The scripts are ES modules, so that editors, linters and Node can read them one by one; a page from ``file://`` cannot
import modules, so `script()` joins them into one classic script: every module becomes a function that returns its
exports, in the order of the imports.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

_IMPORT = re.compile(r"^import (\{[^}]*\}) from \"\./([\w-]+)\.js\";$", re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?function|const|class) (\w+)", re.MULTILINE)


def page_folder() -> Traversable:
    """Folder of the template, scripts, styles and words."""
    return files(__package__).joinpath("page")


def _read(file: Traversable) -> str:
    """Text with line feeds only: an HTML parser would turn CR LF into LF, and a hash over it would fail."""
    return file.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _module(name: str, done: dict[str, str]) -> None:
    """Puts module `name` into `done`, behind the modules that it imports."""
    if name in done:
        return
    text = _read(page_folder().joinpath(f"{name}.js"))
    for match in _IMPORT.finditer(text):
        _module(match.group(2), done)
    names = ", ".join(match.group(2) for match in _EXPORT.finditer(text))
    text = _IMPORT.sub(lambda match: f"const {match.group(1)} = {match.group(2)}_js;", text)
    text = _EXPORT.sub(r"\1 \2", text)
    done[name] = f"const {name}_js = (() => {{\n{text}return {{ {names} }};\n}})();\n"


def modules(entry: str) -> str:
    """Module `entry` behind all that it imports; its exports are the object ``<entry>_js``."""
    done: dict[str, str] = {}
    _module(entry, done)
    return "\n".join(done.values())


@cache
def script(entry: str = "main") -> str:
    """The modules that `entry` needs, as one classic script."""
    return '"use strict";\n(() => {\n' + modules(entry) + "})();\n"


@cache
def styles(*names: str) -> str:
    """Style sheets one behind the other."""
    return "\n".join(_read(page_folder().joinpath(f"{name}.css")) for name in names)


@cache
def fonts() -> str:
    """The faces of the family ``luocdo`` (Noto Sans, made by benchmarks/page_fonts.py) as a style sheet with data URIs:
    a page looks the same on every machine, and what it measures is what it draws."""
    folder = files(__package__).joinpath("fonts")
    faces = []
    for weight, range_ in ((400, "400 500"), (600, "600 800")):
        data = b64encode(folder.joinpath(f"noto-sans-{weight}.woff2").read_bytes()).decode("ascii")
        faces.append(
            f'@font-face {{ font-family: "luocdo"; font-weight: {range_}; '
            f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
        )
    return "\n".join(faces) + "\n"


@cache
def words() -> str:
    """What the page says, as JSON: key -> [Vietnamese, English]."""
    return _read(page_folder().joinpath("words.json"))


def hash_source(text: str) -> str:
    """`text` as a source of a Content-Security-Policy."""
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def policy(scripts: list[str], sheets: list[str]) -> str:
    """The page's policy: these scripts and styles, data: images and fonts, nothing else and no network."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src " + " ".join(map(hash_source, scripts)),
            "style-src " + " ".join(map(hash_source, sheets)),
            "img-src data:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
