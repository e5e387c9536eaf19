"""Families and catalogue nodes, as read."""

from dataclasses import dataclass

from navette.domain.keys import normalise_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """An article family: its label, the key of the family above it, whether articles may point to it."""

    code: str
    label: str
    parent: str
    is_detail: bool
    is_published: bool

    @property
    def key(self) -> str:
        """The code as codes are compared."""
        return normalise_code(self.code)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueNode:
    """A node of the product catalogue; parent 0 is the top."""

    number: int
    label: str
    code: str
    parent: int
