"""The page of commands."""

from collections.abc import Iterator
from typing import Any

from typer.core import TyperGroup
from typer.main import get_command

from navette.cli.help import HelpRow, command_help, sections, usage
from navette.cli.main import root
from navette.cli.reference.markdown import code, heading, table, word
from navette.domain.messages import cli as cli_messages
from navette.domain.messages import reference as messages
from navette.domain.messages.message import Message
from navette.i18n import Language


def commands_page(language: Language) -> str:
    """Every command with what it takes."""
    parts = [heading(1, word(messages.COMMANDS, language)), word(messages.COMMANDS_INTRODUCTION, language) + "\n"]
    for path, command in all_commands():
        parts += _command(path, command, language)
    parts += _common(language)
    parts += _exit_codes(language)
    return "\n".join(parts)


def all_commands() -> Iterator[tuple[str, Any]]:
    """Every command with its whole name, groups before what is in them."""
    yield from _below("navette", get_command(root))


def _below(path: str, command: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(command, TyperGroup):
        for name, inner in command.commands.items():
            yield f"{path} {name}", inner
            yield from _below(f"{path} {name}", inner)


def _command(path: str, command: Any, language: Language) -> Iterator[str]:
    yield heading(2 if path.count(" ") == 1 else 3, code(path))
    yield command_help(command, language) + "\n"
    if isinstance(command, TyperGroup):
        return
    yield f"```\n{usage(command, path)}\n```\n"
    for title, rows in sections(command, language):
        if title is not cli_messages.COMMON_OPTIONS:
            yield _rows(title, rows, language)


def _common(language: Language) -> Iterator[str]:
    yield heading(2, word(cli_messages.COMMON_OPTIONS, language))
    for title, rows in sections(get_command(root), language):
        if title is cli_messages.COMMON_OPTIONS:
            yield _rows(title, rows, language)


def _rows(title: Message, rows: list[HelpRow], language: Language) -> str:
    headings = [word(title, language), word(messages.PURPOSE, language)]
    return table(headings, [(code(row.name), row.help + row.note) for row in rows])


def _exit_codes(language: Language) -> Iterator[str]:
    yield heading(2, word(messages.EXIT_CODES, language))
    meanings = (
        ("0", messages.EXIT_SUCCESS),
        ("3", messages.EXIT_PARTIAL),
        ("1", messages.EXIT_FAILED),
        ("2", messages.EXIT_WRONG_USE),
        ("4", messages.EXIT_BUSY),
    )
    headings = [word(messages.CODE, language), word(messages.MEANING, language)]
    yield table(headings, [(code(number), word(meaning, language)) for number, meaning in meanings])
