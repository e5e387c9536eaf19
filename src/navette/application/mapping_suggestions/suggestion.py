"""A proposed row of a mapping table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A row to propose, with the labels that a person knows both sides by.

    A row without a target is one that nothing was found for.
    """

    table: str
    source: str
    source_label: str
    target: str | None = None
    target_label: str = ""
