"""A message for people, declared once: code, English text, remedy, link target."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Values = Mapping[str, str]


class Level(StrEnum):
    """How much a line of the journal matters."""

    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with placeholders in braces; the French text is under its code in the catalogue.

    `remedy` says what the reader can do; `target` names the option or page that mends it, as a dotted name.
    """

    code: str
    text: str
    remedy: str = ""
    target: str = ""
    level: Level = Level.ERROR

    @property
    def placeholders(self) -> frozenset[str]:
        """Names between braces in the text and the remedy."""
        fields = string.Formatter().parse(self.text + self.remedy)
        return frozenset(name for _, name, _, _ in fields if name)

    def render(self, values: Values, text: str | None = None) -> str:
        """Fill the placeholders of the text (or of a translation of it); a missing value shows its name."""
        return string.Formatter().vformat(text or self.text, (), _Lenient(values))


class _Lenient(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
