"""Processes of our own that run Python, kept apart from the current folder.

``python -m`` puts the current folder on the path of imports, and in it lie texts that anybody may have sent: a file
``struct.py`` among them would be run. So a child starts isolated (``-I``: neither the current folder, nor PYTHONPATH,
nor the user's own site) and is handed what its parent imports from, without the current folder.
"""

from __future__ import annotations

import json
import os
import sys

_BEGIN = (
    "import json, sys",
    "from importlib import import_module",
    "from importlib.util import module_from_spec, spec_from_file_location",
    "path, folder = json.loads(sys.argv[1])",
    "sys.argv[:] = [module, *sys.argv[2:]]",
    "sys.path[:] = path",
)
# The package is loaded from where the parent has it from, whatever else is called so on the path.
_PACKAGE = (
    "spec = spec_from_file_location('graph', folder + '/__init__.py', submodule_search_locations=[folder])",
    "sys.modules['graph'] = graph = module_from_spec(spec)",
    "spec.loader.exec_module(graph)",
)
_END = ("sys.exit(import_module(module).main())",)


def command(module: str, *arguments: str) -> list[str]:
    """The command that runs ``main()`` of a module of this package in a process of its own, with these arguments
    in ``sys.argv[1:]``; what ``main()`` returns is the exit code."""
    package = os.path.join(root_of(__name__), "graph")
    names = _PACKAGE if os.path.isdir(package) else ()  # else it lies in an archive on the path
    start = (f"module = {module!r}", *_BEGIN, *names, *_END)
    handed = json.dumps([import_path(), package])
    given = ["-I", f"-Xutf8={sys.flags.utf8_mode}", *(["-B"] if sys.dont_write_bytecode else [])]
    return [sys.executable, *given, "-c", "; ".join(start), handed, *arguments]


def import_path() -> list[str]:
    """Where this process imports from, as absolute paths, without the current folder by whatever name."""
    here = os.path.realpath(os.curdir)
    places = (os.path.abspath(entry) for entry in sys.path if entry)
    return [place for place in places if os.path.exists(place) and os.path.realpath(place) != here]


def root_of(module: str) -> str:
    """The folder (or archive) that `module`, which is loaded, was imported from; empty where it has no file."""
    file: str = getattr(sys.modules[module], "__file__", None) or ""
    if not file:
        return ""
    levels = module.count(".") + (1 if os.path.basename(file) != "__init__.py" else 2)
    for _ in range(levels):
        file = os.path.dirname(os.path.abspath(file))
    return file
