"""Every text that the product declares, by its gettext context."""

from collections.abc import Iterator

from typer.core import TyperArgument, TyperOption
from typer.main import get_command

from navette.cli.common import COMMON_OPTIONS
from navette.cli.main import root
from navette.cli.reference.commands_page import all_commands
from navette.config.choices import BY_NAME, OF_TYPES
from navette.config.mapping_tables import MAPPING_TABLES
from navette.config.profile import section_types
from navette.domain.messages.catalogue import all_messages


def message_texts() -> Iterator[tuple[str, str]]:
    for message in all_messages():
        yield message.code, message.text
        if message.remedy:
            yield f"{message.code}.remedy", message.remedy


def option_texts() -> Iterator[tuple[str, str]]:
    for section in section_types().values():
        yield f"section.{section.prefix}", section.title
        for option in section.options():
            yield f"option.{option.key}", option.text.title
            yield f"option.{option.key}.help", option.text.help


def choice_texts() -> Iterator[tuple[str, str]]:
    for choices in (*OF_TYPES.values(), *BY_NAME.values()):
        for value, label in choices.labels.items():
            yield f"choice.{choices.name}.{value}", label


def mapping_texts() -> Iterator[tuple[str, str]]:
    for table in MAPPING_TABLES.values():
        for part in ("title", "help", "source", "target"):
            yield f"mapping.{table.name}.{part}", getattr(table, part)


def help_texts() -> Iterator[tuple[str, str]]:
    yield "cli", get_command(root).help or ""
    yield from (("cli", text) for _, _, text in COMMON_OPTIONS)
    for _, command in all_commands():
        yield "cli", command.help
        for parameter in command.params:
            if isinstance(parameter, TyperArgument | TyperOption):
                yield "cli", parameter.help or ""


def all_texts() -> Iterator[tuple[str, str]]:
    yield from message_texts()
    yield from option_texts()
    yield from choice_texts()
    yield from mapping_texts()
    yield from help_texts()
