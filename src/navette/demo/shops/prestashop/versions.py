"""The versions of PrestaShop that the simulator can pretend to be."""

from dataclasses import dataclass
from functools import total_ordering

FULL_VERSIONS = {"1.7.7": "1.7.7.8", "1.7.8": "1.7.8.11", "8.2": "8.2.1", "9.0": "9.0.0"}


@total_ordering
@dataclass(frozen=True)
class ShopVersion:
    """A version number that compares by its parts."""

    text: str

    @classmethod
    def of(cls, text: str) -> "ShopVersion":
        """Read a version; a short one stands for its last release."""
        return cls(FULL_VERSIONS.get(text, text))

    @property
    def parts(self) -> tuple[int, ...]:
        """Return the numbers between the points."""
        return tuple(int(part) for part in self.text.split("."))

    def __lt__(self, other: "ShopVersion") -> bool:
        return self.parts < other.parts

    def at_least(self, text: str) -> bool:
        """Tell whether this version is the given one or a later one."""
        return self.parts >= ShopVersion(text).parts

    @property
    def has_patch(self) -> bool:
        """Tell whether the web service knows PATCH (8.0 and later)."""
        return self.at_least("8.0")
