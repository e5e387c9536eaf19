"""A resource of the web service: its names, what is asked of it, and the type of its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypedDict, TypeVar

Row = TypeVar("Row")
Scalar = str | int | None


class LanguageValue(TypedDict):
    """A text in one language of the shop, by the shop's id of it."""

    id: str
    value: str


Texts = str | Sequence[LanguageValue]


class IdOnly(TypedDict):
    """A member of an association."""

    id: str


@dataclass(frozen=True)  # slots break `Resource[Row](...)` on Python 3.11
class Resource(Generic[Row]):
    """Name of a resource, of one record in XML, and the fields to read of it.

    `display` names fields one by one: passwords and keys of customers are never asked for. Associations whose parts
    the shop cannot give alone (combinations) need `full`.
    """

    name: str
    node: str
    display: str
