"""Help pages in the reader's language, made from the declarations of the commands."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from typer.core import TyperArgument, TyperGroup, TyperOption

from navette.cli.common import COMMON_OPTIONS
from navette.domain.messages import cli as messages
from navette.domain.messages.message import Message
from navette.i18n import Language, render, translate

CONTEXT = "cli"


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A parameter or command with what it is for."""

    name: str
    help: str
    note: str = ""


def context_of(path: str, parameter: str = "") -> str:
    """The gettext context of a command (`run`, `profile set`), or of one of its parameters."""
    words = [CONTEXT, *path.split()[1:], *([parameter] if parameter else [])]
    return ".".join(words)


def help_page(command: Any, path: str, language: Language, *, terminal: bool) -> str:
    """The help page of a command."""
    written = StringIO()
    page = Console(file=written, force_terminal=terminal, highlight=False, width=None if terminal else 100)
    page.print(Text.assemble((f"{_word(messages.USAGE, language)} ", "bold"), usage(command, path)))
    page.print()
    page.print(Text(command_help(command, path, language)))
    for heading, rows in sections(command, path, language):
        page.print(Text(f"\n{_word(heading, language)}", style="bold"))
        table = Table.grid(padding=(0, 2))
        for row in rows:
            table.add_row(Text(row.name, style="cyan"), Text.assemble(row.help, (row.note, "dim")))
        page.print(Padding(table, (0, 0, 0, 2)))
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"


def usage(command: Any, path: str) -> str:
    """How a command is written."""
    if isinstance(command, TyperGroup):
        return f"{path} COMMAND …"
    arguments = [item for item in command.params if isinstance(item, TyperArgument)]
    names = [f"{item.display_name_raw}{' …' if item.nargs != 1 else ''}" for item in arguments]
    shown = [name if item.required else f"[{name}]" for item, name in zip(arguments, names, strict=True)]
    return " ".join([path, *shown, "[OPTIONS]"])


def command_help(command: Any, path: str, language: Language) -> str:
    """What a command does."""
    return translate(context_of(path), command.help or "", language)


def sections(command: Any, path: str, language: Language) -> Iterator[tuple[Message, list[HelpRow]]]:
    """The parts of a help page that have rows."""
    if isinstance(command, TyperGroup):
        rows = [HelpRow(name, _first(command.commands[name], f"{path} {name}", language)) for name in command.commands]
        yield messages.COMMANDS, rows
    arguments = [_row(item, path, language) for item in command.params if isinstance(item, TyperArgument)]
    options = [_row(item, path, language) for item in command.params if isinstance(item, TyperOption)]
    common = [
        HelpRow(f"{name} {value}".strip(), common_help(name, text, language)) for name, value, text in COMMON_OPTIONS
    ]
    for heading, rows in (
        (messages.ARGUMENTS, arguments),
        (messages.OPTIONS, options),
        (messages.COMMON_OPTIONS, common),
    ):
        if rows:
            yield heading, rows


def common_help(name: str, text: str, language: Language) -> str:
    """What a common option does."""
    return translate(f"{CONTEXT}.common.{name.strip('-')}", text, language)


def _first(command: Any, path: str, language: Language) -> str:
    return command_help(command, path, language).partition("\n")[0]


def _row(parameter: TyperArgument | TyperOption, path: str, language: Language) -> HelpRow:
    text = translate(context_of(path, parameter.name or ""), parameter.help or "", language)
    if isinstance(parameter, TyperArgument):
        return HelpRow(parameter.display_name_raw, text)
    value = "" if parameter.is_flag else f" {parameter.metavar or ''}"
    return HelpRow(", ".join(parameter.opts) + value, text, _note(parameter, language))


def _note(option: TyperOption, language: Language) -> str:
    if option.required:
        return f" [{_word(messages.REQUIRED, language)}]"
    if option.is_flag or option.default in (None, "", (), []):
        return ""
    return f" [{_word(messages.DEFAULT, language)} {option.default}]"


def _word(message: Message, language: Language) -> str:
    return render(message, {}, language)
