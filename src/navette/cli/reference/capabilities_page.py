"""The page of capabilities."""

from collections.abc import Iterator

from navette.application.capability import Capability, Side
from navette.application.registry import capabilities
from navette.cli.reference.markdown import code, heading, table, word
from navette.config.mapping_tables import MAPPING_TABLES
from navette.config.profile import Options, section_types
from navette.config.required import required_settings
from navette.domain.messages import reference as messages
from navette.i18n import Language, section_title, table_text
from navette.i18n.options import labelled_option


def capabilities_page(language: Language) -> str:
    """Every capability: what it does, the options that it depends on, the settings that it needs."""
    parts = [
        heading(1, word(messages.CAPABILITIES, language)),
        word(messages.CAPABILITIES_INTRODUCTION, language) + "\n",
    ]
    for capability in capabilities().values():
        parts += _capability(capability, language)
    return "\n".join(parts)


def _capability(capability: type[Capability], language: Language) -> Iterator[str]:
    yield heading(2, code(capability.name))
    direction = messages.TO_SHOP if capability.writes_to is Side.SHOP else messages.TO_COMPANY
    sections = section_types()
    titles = [section_title(sections[name], language) for name in capability.sections]
    tables = [table_text(MAPPING_TABLES[name], "title", language) for name in capability.tables]
    needed = [labelled_option(key, language) for key in required_settings(capability.name, Options())]
    rows = (
        (messages.TITLE, word(capability.title, language)),
        (messages.FLOW, capability.flow),
        (messages.DIRECTION, word(direction, language)),
        (messages.COMMAND, code(f"navette run {capability.name} --profile …")),
        (messages.DEPENDS_ON, ", ".join(titles)),
        (messages.DEPENDS_ON_TABLES, ", ".join(tables)),
        (messages.NEEDS, ", ".join(needed)),
    )
    shown = [(word(name, language), text) for name, text in rows if text]
    yield table(["", ""], shown)
