"""Options, sections, choices and mapping tables as a person reads them."""

from functools import cache
from typing import TYPE_CHECKING

from navette.i18n.catalog import translate
from navette.i18n.language import Language

if TYPE_CHECKING:
    from navette.config.choices import ChoiceList
    from navette.config.mapping_tables import MappingTable
    from navette.config.option import DeclaredOption, Section


def option_title(option: "DeclaredOption", language: Language) -> str:
    """The label of an option."""
    return translate(f"option.{option.key}", option.text.title, language)


def option_help(option: "DeclaredOption", language: Language) -> str:
    """What an option does, in a sentence or two."""
    return translate(f"option.{option.key}.help", option.text.help, language)


def section_title(section: "type[Section]", language: Language) -> str:
    """The title of a section."""
    return translate(f"section.{section.prefix}", section.title, language)


def choice_label(choices: "ChoiceList", value: str, language: Language) -> str:
    """The label of one value of a fixed list."""
    return translate(f"choice.{choices.name}.{value}", choices.labels[value], language)


def table_text(table: "MappingTable", part: str, language: Language) -> str:
    """One text of a mapping table: its title, help, or the heading of its source or target column."""
    return translate(f"mapping.{table.name}.{part}", getattr(table, part), language)


def labelled_option(key: str, language: Language) -> str:
    """The label of an option followed by its dotted name; the name alone if there is no such option."""
    option = _options_by_key().get(key)
    return f"{option_title(option, language)} ({key})" if option else key


@cache
def _options_by_key() -> dict[str, "DeclaredOption"]:
    from navette.config.profile import declared_options  # noqa: PLC0415 (pydantic is slow to load and seldom needed)

    return {option.key: option for option in declared_options()}
