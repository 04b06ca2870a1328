"""The verbs put together, and wrong usage told in one line.

A command builds only the verb that it runs: describing the options of all the others to typer takes longer than most
questions do.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import Annotated, Any

import typer

from graph.cli import output
from graph.cli.helping import frame
from graph.cli.light import lighten
from graph.cli.options import Lang, LangOption
from graph.cli.output import message
from graph.cli.writing import spoken, to_file

# verb -> module:function, in the order of the help
VERBS = {
    "build": "building:build",
    "show": "asking:show",
    "find": "asking:find",
    "query": "querying:make",
    "changes": "changing:changes",
    "history": "changing:history",
    "path": "asking:path",
    "stats": "asking:stats",
    "check": "checking:check",
    "view": "publishing:view",
    "report": "reporting:report",
    "export": "publishing:export",
    "sparql": "publishing:sparql",
    "extract": "extracting:extract",
    "annotate": "extracting:annotate",
    "import": "building:import_register",
    "correct": "correcting:correct",
    "remove": "removing:remove",
    "agree": "agreeing:agree",
    "serve": "serving:serve",
    "mcp": "serving:mcp",
}
# what other commands call it
_ELSEWHERE = {
    "search": "find", "list": "find", "info": "show", "open": "show", "get": "show", "add": "build", "index": "build",
    "load": "import", "delete": "remove", "rm": "remove", "forget": "remove", "diff": "changes", "timeline": "history",
    "verify": "check", "lint": "check", "validate": "check", "parse": "extract", "graph": "view", "convert": "export",
    "server": "serve", "statistics": "stats", "ask": "query", "fix": "correct", "help": "--help",
}  # fmt: skip
# -o writes it to a file
_PRINTING = ("show", "find", "changes", "history", "path", "stats", "sparql", "extract", "agree")
_HELP = "Đồ thị tri thức của văn bản pháp luật, hành chính và văn bản Đảng: ai ban hành, gì thực hiện, thay thế gì."
_SETTINGS = {"help_option_names": ["-h", "--help"]}

# typer has its own copy of click or uses the installed one, by version: the class is found from what it exports.
_CLICK_ERROR: Any = typer.BadParameter.__mro__[2]
_MESSAGES = (
    (r"No such option:? '?(--?[^\s.']+)'?\.?(?: .*)?", r"không có tùy chọn \1"),
    (r"No such command '([^']*)'\.?(?: .*)?", r"không có lệnh “\1”"),
    (r"Missing command\.?", "thiếu lệnh"),
    (r"Missing argument '\[?([^']*?)\]?(?:\.\.\.)?'\.?", r"thiếu \1"),
    (r"Missing option '([^']*)'\.?", r"thiếu tùy chọn \1"),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)\.?", r"thừa: \1"),
    (r"Option '([^']*)' requires an argument\.?", r"tùy chọn \1 cần một giá trị"),
    (r"Invalid value for '?(\S*?)'?(?: / .*?)?(?: \(env var: '[^']*'\))?: (?:Value error, )?(.*)", r"\1: \2"),
)  # fmt: skip


def make(arguments: Sequence[str] = ()) -> typer.Typer:
    """The command as a typer application: with every verb, or only with the one that `arguments` call."""
    app = typer.Typer(
        name="luocdo",
        help=_HELP,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
    )
    app.callback()(_main)
    verb = arguments[0] if arguments else ""
    wanted = [verb] if verb in VERBS and not _completing() else list(VERBS)
    for name in wanted:
        module, _, function = VERBS[name].partition(":")
        found = getattr(import_module(f"graph.cli.{module}"), function)
        if name == "query":
            # The list of verbs needs none of those of the group; one stands for all.
            called = arguments[1:] if wanted == [verb] else ["implements"]
            app.add_typer(found(() if _completing() else called), name=name)
        else:
            app.command(name, context_settings=_SETTINGS)(spoken(to_file(found) if name in _PRINTING else found))
    return app


def _completing() -> bool:
    return "_LUOCDO_COMPLETE" in os.environ


def _version(asked: bool) -> None:
    if asked:
        from graph import __version__

        output.say(f"luocdo {__version__}")
        raise typer.Exit


def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="In phiên bản rồi thoát.")
    ] = False,
    lang: LangOption = Lang.vi,
) -> None:
    pass


def invoke(arguments: list[str]) -> int:
    """Run the command; its exit code. Wrong usage is told in one line; what a verb raises is the caller's."""
    command: Any = typer.main.get_command(make(arguments))
    lighten(command, _SETTINGS["help_option_names"])
    if (alone := _without_value(command, arguments)) is not None:
        message(f"tùy chọn {alone} cần một giá trị (xem `luocdo {arguments[0]} --help`)")
        return 2
    if output.in_english():
        _translate(command)
    frame(command, vietnamese=not output.in_english())
    try:
        code = command.main(args=arguments, prog_name="luocdo", standalone_mode=False)
    except typer.Exit as done:
        return int(done.exit_code)
    except SystemExit as end:
        if isinstance(end.__context__, OSError):
            raise end.__context__ from None  # typer ends by itself when nobody reads what is printed
        raise
    except typer.Abort:
        message("đã dừng")
        return 130
    except _CLICK_ERROR as error:
        return _tell(error)
    return code if isinstance(code, int) else 0


def _without_value(command: Any, arguments: Sequence[str]) -> str | None:
    """The first option that stands where its value should begin, in front of another option (``--fix -o FILE``): it
    would take that one's name for the value."""
    verb = command
    for name in arguments[:2]:
        verb = getattr(verb, "commands", {}).get(name, verb)
    options = [parameter for parameter in verb.params if getattr(parameter, "opts", ())]
    names = {name for option in options for name in (*option.opts, *option.secondary_opts) if name.startswith("-")}
    taking = {name for option in options if not getattr(option, "is_flag", True) for name in option.opts}
    for given, behind in pairwise(arguments):
        if given == "--":
            return None
        if given in taking and behind in names:
            return given
    return None


def placed(arguments: list[str]) -> list[str]:
    """The arguments with ``--lang`` behind the verb where it stands before it: the verb is what knows it."""
    rest = list(arguments)
    asked: list[str] = []
    names: list[str] = []
    while rest:
        if rest[0].startswith("--lang="):
            asked.append(rest.pop(0))
        elif rest[0] == "--lang" and len(rest) > 1:
            asked += [rest.pop(0), rest.pop(0)]
        elif len(names) < (2 if names[:1] == ["query"] else 1) and not rest[0].startswith("-"):
            names.append(rest.pop(0))
        else:
            break
    return [*names, *asked, *rest]


def _translate(command: Any) -> None:
    """Put English in place of the help of a command and all below it."""
    for described in (command, *command.params):
        if getattr(described, "help", None):
            described.help = output.told(" ".join(described.help.split()))
    for verb in getattr(command, "commands", {}).values():
        _translate(verb)


def _tell(error: Any) -> int:
    """Wrong usage in one line that says where help is; a call without arguments has shown the help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        error.show()
        return 2
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "luocdo"
    text = " ".join(str(error.format_message()).split())
    near = _near(error, context, text)
    for pattern, vietnamese in _MESSAGES:
        if re.fullmatch(pattern, text):
            text = re.sub(f"^{pattern}$", vietnamese, text)
            break
    hint = f"có thể là: {', '.join(near)}; " if near else ""
    message(f"{text.rstrip('.')} ({hint}xem `{path} --help`)")
    return 2


def _near(error: Any, context: Any, text: str) -> list[str]:
    """The verbs or options that were probably meant."""
    from difflib import get_close_matches

    unknown = re.search(r"No such command '([^']*)'", text)
    if unknown and context is not None:
        known = VERBS if context.parent is None else import_module("graph.cli.querying").VERBS
        if context.parent is None and os.path.exists(unknown[1]):
            return [f"{verb} {unknown[1]}" for verb in ("build", "check")]
        if context.parent is None and any(map(str.isdigit, unknown[1])):
            return [f"show {unknown[1]}"]  # a document, and nothing said of it
        others: dict[str, str] = _ELSEWHERE if context.parent is None else {}
        close: list[str] = get_close_matches(unknown[1].lower(), [*known, *others], n=3, cutoff=0.7)
        return list(dict.fromkeys(others.get(name, name) for name in close))
    if type(error).__name__ == "NoSuchOption" and context is not None:
        options = [name for p in context.command.params for name in p.opts if name.startswith("--")]
        return get_close_matches(error.option_name, options, n=3, cutoff=0.6)
    return []
