"""One declaration per option: type, default, title, help, unit, bounds, secret, visible-when, since.

Forms, the command line, validation, export and the reference page all read it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo


@dataclass(frozen=True, slots=True)
class OptionText:
    """What a person reads of an option; `choices` names the list of the ERP or shop that values come from."""

    title: str
    help: str
    unit: str = ""
    is_secret: bool = False
    is_advanced: bool = False
    visible_when: str = ""
    choices: str = ""
    since: str = "0.1"


def option(  # noqa: PLR0913 (the declaration is the place where all of it is said)
    default: Any,
    *,
    title: str,
    help: str,  # noqa: A002 (the word that readers of forms and of the reference know)
    unit: str = "",
    minimum: float | None = None,
    maximum: float | None = None,
    max_length: int | None = None,
    secret: bool = False,
    advanced: bool = False,
    visible_when: str = "",
    choices: str = "",
    since: str = "0.1",
) -> Any:
    """Declare an option as a field of a section."""
    text = OptionText(title, help, unit, secret, advanced, visible_when, choices, since)
    field = Field(default, ge=minimum, le=maximum, max_length=max_length, repr=not secret)
    field.metadata.append(text)
    return field


class Section(BaseModel):
    """A group of options under one dotted prefix; frozen, unknown names refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)
    prefix: ClassVar[str] = ""
    title: ClassVar[str] = ""

    @classmethod
    def options(cls) -> Iterator["DeclaredOption"]:
        """The options of the section, in their order."""
        for name, field in cls.model_fields.items():
            yield DeclaredOption(f"{cls.prefix}.{name}", name, field, text_of(field))


@dataclass(frozen=True, slots=True)
class DeclaredOption:
    """An option with its dotted name."""

    key: str
    name: str
    field: FieldInfo
    text: OptionText


def text_of(field: FieldInfo) -> OptionText:
    """The text of an option; every field of a section has one."""
    return next(item for item in field.metadata if isinstance(item, OptionText))
