"""Every text that the product declares, by its gettext context."""

import importlib
import pkgutil
from collections.abc import Iterator

from navette.config.choices import BY_NAME, OF_TYPES
from navette.config.mapping_tables import MAPPING_TABLES
from navette.config.profile import section_types
from navette.domain import messages
from navette.domain.messages.message import Message


def declared_messages() -> list[Message]:
    found: list[Message] = []
    for module in pkgutil.iter_modules(messages.__path__, f"{messages.__name__}."):
        names = vars(importlib.import_module(module.name)).values()
        found += [value for value in names if isinstance(value, Message)]
    return found


def message_texts() -> Iterator[tuple[str, str]]:
    for message in declared_messages():
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


def all_texts() -> Iterator[tuple[str, str]]:
    yield from message_texts()
    yield from option_texts()
    yield from choice_texts()
    yield from mapping_texts()
