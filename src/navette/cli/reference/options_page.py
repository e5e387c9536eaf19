"""The page of options and mapping tables."""

from collections.abc import Iterator

from annotated_types import Ge, Le, MaxLen

from navette.cli.reference.markdown import code, heading, table, word
from navette.config.choices import choice_list
from navette.config.loader import environment_name
from navette.config.mapping_tables import MAPPING_TABLES
from navette.config.option import DeclaredOption, Section
from navette.config.profile import section_types
from navette.config.values import default_text
from navette.domain.messages import reference as messages
from navette.i18n import Language, choice_label, option_help, option_title, section_title, table_text


def options_page(language: Language) -> str:
    """Every option, section by section, then the mapping tables."""
    parts = [heading(1, word(messages.OPTIONS, language)), word(messages.OPTIONS_INTRODUCTION, language) + "\n"]
    for section in section_types().values():
        parts += _section(section, language)
    parts += _mappings(language)
    return "\n".join(parts)


def _section(section: type[Section], language: Language) -> Iterator[str]:
    yield heading(2, f"{section_title(section, language)} ({code(section.prefix)})")
    headings = (messages.OPTION, messages.NAME, messages.DEFAULT, messages.VALUES, messages.PURPOSE)
    rows = [_option(option, language) for option in section.options()]
    yield table([word(item, language) for item in headings], rows)


def _option(option: DeclaredOption, language: Language) -> tuple[str, ...]:
    title = option_title(option, language)
    if option.text.is_secret:
        title += f" ({word(messages.SECRET, language)})"
    if option.text.is_advanced:
        title += f" ({word(messages.ADVANCED, language)})"
    purpose = option_help(option, language)
    if option.text.visible_when:
        purpose += f" ({word(messages.WHEN, language, condition=option.text.visible_when)})"
    return title, code(option.key), code(default_text(option)), _values(option, language), purpose


def _values(option: DeclaredOption, language: Language) -> str:
    choices = choice_list(option)
    if choices:
        return "; ".join(f"{code(value) or '—'} {choice_label(choices, value, language)}" for value in choices.labels)
    kind = option.field.annotation
    if kind is bool:
        return f"{code('true')}, {code('false')}"
    if kind is str:
        longest = next((item.max_length for item in option.field.metadata if isinstance(item, MaxLen)), 0)
        return word(messages.AT_MOST, language, number=longest) if longest else word(messages.TEXT, language)
    low = next((str(item.ge) for item in option.field.metadata if isinstance(item, Ge)), "")
    high = next((str(item.le) for item in option.field.metadata if isinstance(item, Le)), "")
    return f"{low}…{high} {option.text.unit}".rstrip()


def _mappings(language: Language) -> Iterator[str]:
    yield heading(2, word(messages.MAPPINGS, language))
    yield word(messages.MAPPINGS_INTRODUCTION, language) + "\n"
    headings = (messages.TABLE, messages.SOURCE, messages.TARGET, messages.EXAMPLE, messages.PURPOSE)
    rows = [
        (
            f"{table_text(item, 'title', language)} ({code(item.name)})",
            table_text(item, "source", language),
            table_text(item, "target", language),
            code(item.example),
            table_text(item, "help", language),
        )
        for item in MAPPING_TABLES.values()
    ]
    yield table([word(item, language) for item in headings], rows)
    example = environment_name("articles.stock.basis")
    yield heading(2, word(messages.ENVIRONMENT, language))
    yield word(messages.ENVIRONMENT_INTRODUCTION, language, example=example) + "\n"
