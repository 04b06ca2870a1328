"""README and the page of corrections keep their word: their commands run in a fresh folder and print what they show,
and links lead somewhere.

In a ``console`` block, a line that begins with ``$ `` is a command for the shell, the lines below it what it prints
(both streams). A line ``…`` stands for any lines, ``…`` within a line for any text. ``pycon`` blocks are doctests.
Blocks in ``sh`` set things up and are not run here; `make demo` and `make test` are what runs this.
"""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
CORRECTIONS = ROOT / "docs" / "corrections.md"
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md")] + sorted((ROOT / "docs").rglob("*.md"))
# What a row promises: 0 done, 1 nothing found or findings to look at.
FINE = (0, 1)


@dataclass(frozen=True)
class Command:
    line: int
    words: str
    shown: str


def blocks(page: Path, language: str) -> list[tuple[int, str]]:
    """First line and content of each block of the language."""
    text = page.read_text(encoding="utf-8")
    found = FENCE.finditer(text)
    return [(text.count("\n", 0, m.start()) + 2, m[2]) for m in found if m[1] == language]


def commands(page: Path) -> list[Command]:
    found: list[Command] = []
    for first, content in blocks(page, "console"):
        for number, line in enumerate(content.splitlines(keepends=True), first):
            if line.startswith("$ "):
                found.append(Command(number, line[2:].strip(), ""))
            elif line.startswith("> ") and not found[-1].shown:  # the command goes on
                last = found.pop()
                found.append(Command(last.line, f"{last.words}\n{line[2:].rstrip()}", ""))
            else:
                last = found.pop()
                found.append(Command(last.line, last.words, last.shown + line))
    return found


def plain(text: str) -> str:
    """The text without what only aligns it: runs of blanks and rules as one, no blanks at the ends of lines."""
    text = text.replace("\r\n", "\n")  # CSV of SPARQL ends lines so
    return re.sub(r" +$", "", re.sub(r"─+", "─", re.sub(r"[ \t]+", " ", text)), flags=re.MULTILINE)


def pattern(shown: str) -> re.Pattern[str]:
    """What README shows, as a pattern of what may be printed."""
    parts = []
    for line in plain(shown).rstrip().splitlines():
        if line.strip() == "…":
            parts.append(r"(?:.*\n)*?")
        else:
            parts.append(r".*".join(re.escape(part) for part in line.split("…")) + r"\n")
    return re.compile("".join(parts) + r"\s*")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a fresh clone has it, as far as the quick commands go."""
    return clone(tmp_path_factory.mktemp("clone"))


def clone(place: Path) -> Path:
    shutil.copytree(ROOT / "data", place / "data")
    return place


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LUOCDO_", "PYTEST_"))}
    path = os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")])
    return kept | {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1", "TERM": "dumb"}


def test_readme_commands_print_what_it_shows(folder: Path) -> None:
    assert_keeps_its_word(README, folder)


def test_commands_of_corrections_print_what_the_page_shows(tmp_path: Path) -> None:
    assert_keeps_its_word(CORRECTIONS, clone(tmp_path))


def test_every_row_that_the_page_of_corrections_shows_is_one(tmp_path: Path) -> None:
    """The table of examples, kept as a file: each row says something, and there is one of each action."""
    from graph.corrections import FILE, read

    table = re.findall(r"^\| *(.+?) *\|$", CORRECTIONS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    rows = [re.split(r" *\| *", row) for row in table if not row.startswith("---")]
    file = tmp_path / FILE
    file.write_text("".join(";".join(row) + "\n" for row in rows), encoding="utf-8")
    found = read(file)
    assert found.wrong == {} and len(found.rows) == len(rows) - 1 > 5
    assert {row.action for row in found.rows.values()} == {"confirm", "deny", "add", "set", "merge", "split"}


def assert_keeps_its_word(page: Path, folder: Path) -> None:
    """Every command of the page prints what the page shows."""
    wrong = []
    listed = commands(page)
    assert listed
    for command in listed:
        done = subprocess.run(
            command.words,
            shell=True,
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=300,
        )
        printed = done.stdout.decode("utf-8")
        if done.returncode not in FINE or not pattern(command.shown).fullmatch(plain(printed)):
            wrong.append(
                f"{page.name}:{command.line}: {command.words}\n"
                f"shown:\n{command.shown}\nprinted (exit {done.returncode}):\n{printed[:6000]}"
            )
    assert not wrong, "\n\n".join(wrong)


def test_readme_python_gives_what_it_shows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    source = "\n".join(content for _, content in blocks(README, "pycon"))
    assert source
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    failures: list[str] = []
    runner = doctest.DocTestRunner(optionflags=flags, verbose=False)
    test = doctest.DocTestParser().get_doctest(source, {}, "README.md", "README.md", 0)
    runner.run(test, out=failures.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(failures)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    lost = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        goal = (page.parent / file) if file else page
        if not goal.exists() or (anchor and goal.suffix == ".md" and anchor not in anchors(goal)):
            lost.append(target)
    assert not lost


def anchors(page: Path) -> set[str]:
    """The anchors that a heading gets: lower case, without punctuation, blanks as hyphens."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def test_the_map_of_the_house_is_whole() -> None:
    """CONTRIBUTING.md names every room of the package."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    tracked = {path for path in (ROOT / "graph").iterdir() if not path.name.startswith(("_", "."))}
    rooms = {path.name + "/" for path in tracked if path.is_dir()} | {p.name for p in tracked if p.suffix == ".py"}
    assert {room for room in rooms if f"`{room}`" not in text and f" {room}" not in text} == set()
