"""What a merchant lets the adapter do when it creates records in a shop (spec POL-ART)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class WritePolicy:
    """Choices on creation. Where texts are not cleaned, a text that the shop would refuse is refused by name.

    A brand or supplier that the shop lacks and that may not be created is left out.
    """

    cleans_texts: bool = False
    creates_brands: bool = True
    creates_suppliers: bool = True
