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

# The gettext context of every text of the help pages.
CONTEXT = "cli"
# The name under which a command takes one of the capabilities.
CAPABILITY = "CAPABILITY"


@dataclass(frozen=True, slots=True)
class HelpRow:
    """A parameter or command with what it is for."""

    name: str
    help: str
    note: str = ""


def help_page(command: Any, path: str, language: Language, *, terminal: bool) -> str:
    """The help page of a command."""
    written = StringIO()
    page = Console(file=written, force_terminal=terminal, highlight=False, width=None if terminal else 100)
    page.print(Text.assemble((f"{_word(messages.USAGE, language)} ", "bold"), usage(command, path)))
    page.print()
    page.print(Text(command_help(command, language)))
    for heading, rows in sections(command, language):
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


def command_help(command: Any, language: Language) -> str:
    """What a command does."""
    return translate(CONTEXT, command.help or "", language)


def sections(command: Any, language: Language) -> Iterator[tuple[Message, list[HelpRow]]]:
    """The parts of a help page that have rows."""
    if isinstance(command, TyperGroup):
        rows = [HelpRow(name, _first(command.commands[name], language)) for name in command.commands]
        yield messages.COMMANDS, rows
    arguments = [_row(item, language) for item in command.params if isinstance(item, TyperArgument)]
    options = [_row(item, language) for item in command.params if isinstance(item, TyperOption)]
    common = [
        HelpRow(f"{name} {value}".strip(), translate(CONTEXT, text, language)) for name, value, text in COMMON_OPTIONS
    ]
    takes_capability = any(row.name == CAPABILITY for row in arguments)
    for heading, rows in (
        (messages.ARGUMENTS, arguments),
        (messages.CAPABILITIES, _capabilities(language) if takes_capability else []),
        (messages.OPTIONS, options),
        (messages.COMMON_OPTIONS, common),
    ):
        if rows:
            yield heading, rows


def _capabilities(language: Language) -> list[HelpRow]:
    from navette.application.registry import capabilities

    return [HelpRow(name, _word(capability.title, language)) for name, capability in capabilities().items()]


def _first(command: Any, language: Language) -> str:
    return command_help(command, language).partition("\n")[0]


def _row(parameter: TyperArgument | TyperOption, language: Language) -> HelpRow:
    text = translate(CONTEXT, parameter.help or "", language)
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
