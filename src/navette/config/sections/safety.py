"""Limits against mass damage (design rule 14)."""

from typing import ClassVar

from navette.config.option import Section, option


class SafetyOptions(Section):
    """A run that would pass one of these limits stops before writing and waits for a person."""

    prefix: ClassVar[str] = "safety"
    title: ClassVar[str] = "Safety"

    removed_percent: int = option(
        20,
        title="Records removed or zeroed",
        help="Share of the linked records that a run may remove, deactivate or set to zero.",
        unit="%",
        minimum=0,
        maximum=100,
    )
    removed_at_least: int = option(
        50, title="Smallest number", help="Fewer removals than this never stop a run.", minimum=0
    )
    price_percent: int = option(
        30,
        title="Prices moved",
        help="Share of the prices that a run may move by more than half.",
        unit="%",
        minimum=0,
        maximum=100,
    )
