"""Values of options as text: how they are typed, stored and shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any

from annotated_types import Ge, Le, MaxLen
from pydantic import TypeAdapter, ValidationError

from navette.config.choices import choice_list
from navette.config.mapping_tables import check_entry, table_named
from navette.config.option import DeclaredOption
from navette.config.profile import declared_options
from navette.domain.errors import ConfigurationError
from navette.domain.messages import config as messages

MAPPING_PREFIX = "mapping."
# What a person may type for yes and no; pydantic knows the English words.
_FRENCH_SWITCH = {"oui": "true", "non": "false", "vrai": "true", "faux": "false"}

OptionValue = bool | int | float | Decimal | str


@dataclass(frozen=True, slots=True)
class OptionSetting:
    """A value for an option, as text."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class MappingSetting:
    """An entry of a mapping table."""

    table: str
    source: str
    target: str


Setting = OptionSetting | MappingSetting


@cache
def options_by_key() -> Mapping[str, DeclaredOption]:
    """Every option by its dotted name."""
    return {option.key: option for option in declared_options()}


def option_named(key: str) -> DeclaredOption:
    """An option by its dotted name; an unknown name is refused with the nearest ones."""
    try:
        return options_by_key()[key]
    except KeyError:
        raise unknown_option(key, options_by_key()) from None


def unknown_option(name: str, known: Iterable[str]) -> ConfigurationError:
    """The refusal of a name that no option has, with the nearest ones."""
    nearest = ", ".join(get_close_matches(name, list(known), n=3, cutoff=0.5))
    return ConfigurationError(messages.UNKNOWN_OPTION, key=name, nearest=nearest or "-")


def parse_setting(text: str) -> Setting:
    """Read `articles.stock.basis=a_terme` or `mapping.<table>.<source>=<target>`, and check the value.

    A source key may hold dots, bars and spaces; the target begins after the first equals sign.
    """
    key, equals, value = text.partition("=")
    if not equals:
        raise ConfigurationError(messages.NOT_A_SETTING, text=text)
    key, value = key.strip(), value.strip()
    if key.startswith(MAPPING_PREFIX):
        name, _, source = key.removeprefix(MAPPING_PREFIX).partition(".")
        check_entry(table_named(name), source, value)
        return MappingSetting(name, source, value)
    return OptionSetting(key, to_text(parse_value(option_named(key), value)))


def parse_value(option: DeclaredOption, text: str) -> OptionValue:
    """Turn text into the typed value of an option; a wrong one is refused with what is valid."""
    choices = choice_list(option)
    if choices is not None and text not in choices.labels:
        valid = ", ".join(value or "''" for value in choices.labels)
        raise ConfigurationError(messages.NOT_A_CHOICE, option=option.key, value=text, valid=valid)
    typed = _FRENCH_SWITCH.get(text.lower(), text) if option.field.annotation is bool else text
    try:
        value: OptionValue = _adapter(option.key).validate_python(typed)
    except ValidationError:
        raise _refusal(option, text) from None
    return value


def to_text(value: OptionValue) -> str:
    """Write a value as it is stored."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)


def default_text(option: DeclaredOption) -> str:
    """The default of an option as text."""
    return to_text(option.field.default)


def is_default(key: str, text: str) -> bool:
    """Whether a stored text is the default of its option, and need not be stored."""
    option = options_by_key().get(key)
    return option is not None and text == default_text(option)


@cache
def _adapter(key: str) -> TypeAdapter[Any]:
    return TypeAdapter(options_by_key()[key].field.rebuild_annotation())


def _refusal(option: DeclaredOption, text: str) -> ConfigurationError:
    bounds = option.field.metadata
    low = next((str(item.ge) for item in bounds if isinstance(item, Ge)), "0")
    high = next((str(item.le) for item in bounds if isinstance(item, Le)), "")
    longest = next((item.max_length for item in bounds if isinstance(item, MaxLen)), 0)
    kind = option.field.annotation
    if kind is str:
        return ConfigurationError(messages.TOO_LONG, option=option.key, value=text, longest=longest)
    if kind is bool:
        return ConfigurationError(messages.NOT_A_SWITCH, option=option.key, value=text)
    if kind in {float, Decimal}:
        return ConfigurationError(messages.NOT_A_NUMBER_BETWEEN, option=option.key, value=text, low=low, high=high)
    if high:
        return ConfigurationError(
            messages.NOT_A_WHOLE_NUMBER_BETWEEN, option=option.key, value=text, low=low, high=high
        )
    return ConfigurationError(messages.NOT_A_WHOLE_NUMBER_FROM, option=option.key, value=text, low=low)
