"""The rows that what one profile remembers belongs to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ownership:
    """Numbers of the rows of a profile, its company, its shop, and the scope of its bindings."""

    profile: int
    company: int
    shop: int
    scope: int
