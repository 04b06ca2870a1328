"""The frame of a verb's help in Vietnamese: what typer itself says ("Usage", "Options", "[required]") around our words.

typer takes these words from constants of its module that prints, and from click; they are put in place while a help is
printed. In English they are left as they are.
"""

from __future__ import annotations

from functools import partial
from typing import Any

_FRAME = {
    "ARGUMENTS_PANEL_TITLE": "Đối số",
    "OPTIONS_PANEL_TITLE": "Tùy chọn",
    "COMMANDS_PANEL_TITLE": "Lệnh",
    "DEFAULT_STRING": "[mặc định: {}]",
    "ENVVAR_STRING": "[biến môi trường: {}]",
    "REQUIRED_LONG_STRING": "[bắt buộc]",
}
_USAGE = "Cách dùng: "
_OPTIONS = "[TÙY CHỌN]"
_VERB = "LỆNH [ĐỐI SỐ]..."
# Options that typer adds to a command
_ADDED = {
    "--help": "In hướng dẫn này rồi thoát.",
    "--install-completion": "Cài tính năng tự hoàn thành lệnh cho shell đang dùng.",
    "--show-completion": "In mã tự hoàn thành lệnh cho shell đang dùng, để chép hoặc sửa.",
}


def frame(command: Any, *, vietnamese: bool) -> None:
    """Let the help of `command` and of all verbs below it be plain for who does not program (no ``<list[Path]>`` behind
    what an argument is called, no ``<bool>`` behind a switch), and its frame be Vietnamese where that is asked for."""
    if command.help:  # a line of the code is no line of the help
        command.help = "\n\n".join(" ".join(part.split()) for part in command.help.split("\n\n"))
    command.format_help = partial(_help if vietnamese else _plain_help, command, command.format_help)
    for verb in getattr(command, "commands", {}).values():
        frame(verb, vietnamese=vietnamese)


def _plain(parameter: Any) -> None:
    if getattr(parameter, "param_type_name", "") == "argument":
        if hasattr(parameter, "display_type_rich"):
            parameter.display_type_rich = _nothing
    elif parameter.metavar is None and getattr(parameter, "is_flag", False):
        parameter.metavar = ""
    elif parameter.metavar is None and getattr(parameter, "min", None) is not None:
        parameter.metavar = "N"


def _nothing(ctx: Any) -> str:
    return ""


def _plain_help(command: Any, print_it: Any, ctx: Any, formatter: Any) -> None:
    """Print the help of `command` as `print_it` does."""
    for parameter in command.get_params(ctx):  # the option --help is made when it is asked for
        _plain(parameter)
    print_it(ctx, formatter)


def _help(command: Any, print_it: Any, ctx: Any, formatter: Any) -> None:
    """The same in a Vietnamese frame."""
    from typer import rich_utils

    for parameter in command.get_params(ctx):
        parameter.help = next((_ADDED[name] for name in parameter.opts if name in _ADDED), parameter.help)
    command.options_metavar = _OPTIONS
    if hasattr(command, "subcommand_metavar"):
        command.subcommand_metavar = _VERB
    command.format_usage = partial(_usage, command)
    before = {name: getattr(rich_utils, name) for name in _FRAME if hasattr(rich_utils, name)}
    try:
        for name in before:
            setattr(rich_utils, name, _FRAME[name])
        _plain_help(command, print_it, ctx, formatter)
    finally:  # a program that uses the command may have others of typer
        for name, text in before.items():
            setattr(rich_utils, name, text)


def _usage(command: Any, ctx: Any, formatter: Any) -> None:
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), prefix=_USAGE)
