"""The house keeps its order: what each room may import, how long a file may be, and what no file may say."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# The road from text to graph, one room a line (a room may be a folder, a module, or two modules that belong together).
# A room imports itself and the rooms above it. `graph/__init__.py` is the door: it points at rooms and enters none.
ROAD: tuple[tuple[str, ...], ...] = (
    ("errors",),
    ("model",),
    ("compact",),  # JSON without blanks
    ("alphabet",),
    ("syllables",),  # what is spelled like Vietnamese
    ("samples",),  # a text's beginning, middle and end
    (
        "torn_syllables",
        "torn_letters",
        "glued_words",
        "wide_blanks",
        "written_otherwise",
    ),
    ("normalise",),
    ("offsets",),
    ("formatting",),  # signs of a source's format, which are no words
    ("phrases",),  # sets of phrases as patterns
    ("domain",),
    ("labels",),  # what users see instead of our words
    ("messages",),  # the English twins of messages
    ("contract",),  # extractions as JSON
    ("frames",),  # the same as data frames
    ("reading",),
    ("structure",),  # how a text is laid out
    ("citations",),
    ("identity",),
    ("relations",),
    ("effect",),  # when documents take effect and end
    ("against",),  # what is stated against the order of time or of rank, as findings
    ("damage",),  # texts whose letters are damaged, as a finding
    ("pipeline",),
    ("explaining",),  # why no relation reaches a citation
    ("records",),  # entries of registers: what columns mean, what a row states
    ("engines",),
    ("store",),
    ("queries",),
    ("export",),
    ("rdf",),
    ("akn",),  # a loaded text as Akoma Ntoso
    ("explorer",),
    ("corrections",),  # what people corrected by hand, above registers and texts
    # the graph as a Python object, and how files and registers come into it and leave it
    ("opened", "knowledge", "registers", "forgetting", "building"),
    ("checking",),  # a draft's citations against the graph, the tables and the rules of form
    ("serve",),  # pages, API and tools over one graph
    ("cli",),
)
PLACE = {room: number for number, line in enumerate(ROAD) for room in line}

MOST_LINES = 600
PEERS = {"eyecite", "refex"}  # other extractors, which the benchmarks run in environments of their own
# Hosts of package registries, in two parts so that this file does not name one either.
REGISTRY_HOSTS = tuple(
    f"{left}.{right}"
    for left, right in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry.npmjs", "org"),
        ("registry.yarnpkg", "com"),
        ("deb.debian", "org"),
        ("proxy.golang", "org"),
        ("crates", "io"),
        ("repo.maven.apache", "org"),
    )
)
TEXT_SUFFIXES = {".csv", ".cfg", ".css", ".html", ".ipynb", ".js", ".json", ".md", ".py", ".rq", ".sh", ".sql", ".toml"}
TEXT_SUFFIXES |= {".ttl", ".txt", ".xml", ".xsd", ".yaml", ".yml", ""}


@cache
def project_files() -> tuple[Path, ...]:
    """The files of the project: what git tracks or would add; without git, all but tools' folders."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listing = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8", "surrogateescape")
    except (OSError, subprocess.CalledProcessError):
        hidden = re.compile(r"(^|/)(\.(?!ci/)|build/|dist/|out/|[^/]*\.egg-info/)")
        found = (path for path in sorted(ROOT.rglob("*")) if not hidden.search(str(path.relative_to(ROOT))))
    else:
        found = (ROOT / name for name in sorted(listing.split("\0")) if name)
    return tuple(path for path in found if path.is_file())


def text_files() -> list[Path]:
    return [path for path in project_files() if path.suffix in TEXT_SUFFIXES]


def python_files(folder: str = "") -> list[Path]:
    return [path for path in project_files() if path.suffix == ".py" and (ROOT / folder) in path.parents]


def imported_modules(path: Path) -> list[tuple[int, str]]:
    """Line and absolute name of everything that a file imports, wherever the statement stands."""
    here = list(path.relative_to(ROOT).with_suffix("").parts)
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), filename=str(path))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            if module == "graph":
                found += [(node.lineno, f"graph.{alias.name}") for alias in node.names]
            else:
                found.append((node.lineno, module))
    return found


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "graph").with_suffix("").parts
    return parts[0]


def test_every_room_has_its_place() -> None:
    rooms = {room_of(path) for path in python_files("graph")} - {"__init__", "__main__"}
    assert rooms <= set(PLACE), f"say in ROAD where these stand: {sorted(rooms - set(PLACE))}"


def test_rooms_import_only_rooms_before_them() -> None:
    back = []
    for path in python_files("graph"):
        room = room_of(path)
        if room not in PLACE:
            continue
        for line, module in imported_modules(path):
            parts = module.split(".")
            if parts[0] != "graph" or len(parts) < 2 or parts[1] == room or parts[1] not in PLACE:
                continue
            if PLACE[parts[1]] > PLACE[room]:
                back.append(f"{path.relative_to(ROOT)}:{line} imports {module}")
    assert not back, "\n".join(back)


def distribution(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> tuple[set[str], set[str]]:
    """Distributions that pyproject.toml names: those of the core, and those with all extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def names(requirements: list[str]) -> set[str]:
        return {distribution(re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0]) for requirement in requirements}

    core = names(project["dependencies"])
    return core, core.union(*(names(extra) for extra in project["optional-dependencies"].values()))


@pytest.mark.parametrize("folder", ["graph", "tests", "benchmarks"])
def test_imported_libraries_are_declared(folder: str) -> None:
    _, known = declared()
    providers = packages_distributions()
    own = {path.stem for path in python_files()} | {path.parent.name for path in python_files()}
    strange = set()
    for path in python_files(folder):
        for line, module in imported_modules(path):
            top = module.split(".")[0]
            if top in sys.stdlib_module_names or top in own or (folder == "benchmarks" and top in PEERS):
                continue
            # A name that is not installed here (an extra left out) counts as its own distribution.
            if not {distribution(name) for name in providers.get(top, [top])} & known:
                strange.add(f"{path.relative_to(ROOT)}:{line} imports {top}")
    assert not strange, "\n".join(sorted(strange))


def test_constraints_pin_what_the_core_needs() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    shapes = [line for line in pins if not re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)]
    assert not shapes, "versions only, no addresses"
    core, _ = declared()
    assert core <= {distribution(line.split("==")[0]) for line in pins}


def test_modules_are_short() -> None:
    code = [path for path in project_files() if path.suffix in {".py", ".js", ".css"}]
    lengths = {path.relative_to(ROOT): len(path.read_bytes().splitlines()) for path in code}
    assert {str(path): lines for path, lines in lengths.items() if lines > MOST_LINES} == {}


def test_no_file_names_a_package_registry() -> None:
    pattern = re.compile("|".join(re.escape(host) for host in REGISTRY_HOSTS))
    named = []
    for path in text_files():
        text = path.read_text(encoding="utf-8", errors="replace")
        named += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    assert not named, "\n".join(named)


def test_no_file_names_a_folder_of_one_machine() -> None:
    pattern = re.compile(r"(?<![\w.:/])/(?:work|root|home/\w+|Users/\w+)/\w[^\s\"'`]*")
    named = []
    for path in text_files():
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            named += [f"{path.relative_to(ROOT)}:{number}: {match[0]}" for match in pattern.finditer(line[:2000])]
    assert not named, "\n".join(named)


def test_texts_are_utf8_and_end_in_a_line_break() -> None:
    wrong = []
    for path in [*python_files(), *(path for path in text_files() if path.suffix in {".md", ".toml"})]:
        data = path.read_bytes()
        data.decode("utf-8")
        if data and not data.endswith(b"\n"):
            wrong.append(str(path.relative_to(ROOT)))
    assert not wrong


def test_test_modules_have_names_of_their_own() -> None:
    """pytest imports them by name: two of one name cannot run together."""
    counted = Counter(path.name for path in python_files("tests") if path.name not in {"conftest.py", "__init__.py"})
    assert [name for name, count in counted.items() if count > 1] == []


def test_one_module_prints() -> None:
    """What the command prints goes through `graph.cli.output`, which lets no text of a document act on a terminal."""
    found = []
    for path in python_files("graph"):
        if path.relative_to(ROOT / "graph") in (Path("cli/output.py"), Path("cli/__init__.py")):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                found.append(f"{path}:{node.lineno}")
    assert found == []


# Who looks at the page: running heads, recipients, marks that open lines. Everybody else asks graph/structure.
PAGE_SIGNS = {
    "running heads": re.compile(r"CÔNG[^\n]{0,8}BÁO/|công báo/", re.IGNORECASE),
    "recipients": re.compile(r"N?ơi(?: |\\s\+|\[[^\]]*\]\+?)nhận", re.IGNORECASE),
    # a line break or the beginning of a line, blanks, and then a dash, a number or a letter with its sign
    "list marks": re.compile(
        r"(?:\\n|\^)(?:\\s|\[[^\]]{0,20}\])[*+]+(?:\(\?:|\(\?P<\w+>|\()*(?:\[-–|\[-\+|\\d[+*{]|\[0-9\][+*{]|\[a-zđ\]\\?\))"
    ),
}
ROOMS_OF_TEXT = ("citations/", "identity/", "effect/", "relations/")  # behind graph/structure, before the graph
READERS_OF_PAGES = (
    "citations/head_",  # the lines of a head are its signs
    "citations/header.py",
    "identity/kind_of_text.py",  # asks whether a text has the head and the closing formulas of a document
)


def strings_of(path: Path) -> list[tuple[int, str]]:
    """Line and text of every string of a module that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told
    ]


def test_only_the_layout_looks_at_the_page() -> None:
    looked = []
    for path in python_files("graph"):
        name = str(path.relative_to(ROOT / "graph"))
        if not name.startswith(ROOMS_OF_TEXT) or name.startswith(READERS_OF_PAGES):
            continue
        for line, words in strings_of(path):
            looked += [f"graph/{name}:{line}: {sign}" for sign, rule in PAGE_SIGNS.items() if rule.search(words)]
    assert not looked, "ask graph/structure:\n" + "\n".join(looked)


@pytest.mark.parametrize(
    ("sign", "pattern"),
    [
        ("running heads", r"CÔNG BÁO/Số[^\n]{1,60}"),
        ("running heads", r"CÔNG[ \t]+BÁO/[^\n]{1,60}"),
        ("recipients", r"ơi[ \t]+nhận[ \t*_]*:?"),
        ("recipients", r"\s*Nơi\s+(?:nhận|gửi)\b".replace("(?:nhận|gửi)", "nhận")),
        ("recipients", "Nơi nhận:"),
        ("list marks", r"\n[ \t|*_>]*(?:[0-9]{1,3}\.[ \t*_])"),
        ("list marks", r"(?m)^[ \t*_]*(?:[-–+•]|\d+\.)"),
        ("list marks", r"\n\s*(?:[-–+]|\d+\.)\s"),
        ("list marks", r"\n[ \t*_|>]*(?:[a-zđ]\)|[-–+•])"),
    ],
)
def test_the_signs_of_a_page_are_recognised(sign: str, pattern: str) -> None:
    """The test above can fail: these are patterns as modules had them."""
    assert PAGE_SIGNS[sign].search(pattern)


def test_no_link_is_kept() -> None:
    """A link would lead out of the checkout, or to an environment of one machine."""
    listing = subprocess.run(["git", "-C", str(ROOT), "ls-files", "-s"], capture_output=True, text=True)
    if listing.returncode:
        pytest.skip("git is not here")
    assert [line for line in listing.stdout.splitlines() if line.startswith("120000")] == []


def test_no_merge_was_left_half_done() -> None:
    marks = re.compile(r"^(?:<{7} |>{7} )", re.MULTILINE)
    left = [path for path in text_files() if marks.search(path.read_text(encoding="utf-8", errors="replace"))]
    assert not left
