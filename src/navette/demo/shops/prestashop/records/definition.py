"""What each resource of the web service holds, read from the files in `definitions/`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from navette.demo.shops.prestashop.versions import ShopVersion

PACKAGE = "navette.demo.shops.prestashop.records"


@dataclass(frozen=True)
class Field:
    """One field of a record, in the order in which the web service shows it.

    `column` is absent when nothing is stored. `computed` fields are worked out when read and cannot be
    filtered; `setter` fields do something when written; `width` is where the database cuts a text off.
    A field that the schema only calls read-only is taken all the same.
    """

    name: str
    column: str | None = None
    lang: bool = False
    size: int | None = None
    width: int | None = None
    check: str | None = None
    required: bool = False
    nullable: bool = False
    values: tuple[str, ...] = ()
    default: str | None = None
    range: tuple[int, ...] = ()
    link: str | None = None
    computed: bool = False
    read_only: bool = False
    called_read_only: bool = False
    setter: bool = False
    hidden: bool = False
    initial: str | None = None
    since: str = "0"
    until: str = "99"

    @property
    def kind(self) -> str:
        """Return the family of the column: int, decimal, date, datetime, text or none."""
        if self.column is None:
            return "none"
        if self.column.startswith("decimal"):
            return "decimal"
        return {"bool": "int", "html": "text"}.get(self.column, self.column)

    @property
    def decimals(self) -> int:
        """Return the places that the database keeps of a decimal column."""
        return int((self.column or "decimal6").removeprefix("decimal"))


@dataclass(frozen=True)
class LinkedField:
    """One field of the entries of an association."""

    name: str
    required: bool = False
    link: str | None = None
    read_only: bool = False


@dataclass(frozen=True)
class Association:
    """A list inside a record: the categories of a product, the rows of an order."""

    name: str
    node: str
    fields: tuple[LinkedField, ...]
    virtual: bool = False
    api: str | None = None
    since: str = "0"


@dataclass(frozen=True)
class Resource:
    """One kind of record.

    Unsorted lists come in the order of the index that the database happens to read: `natural_order` names its
    fields for a whole list, `filtered_order` for a list with a filter on a field.
    """

    name: str
    php_class: str
    description: str
    node: str
    list_node: str
    table: str
    fields: Mapping[str, Field]
    associations: Mapping[str, Association]
    forbidden: tuple[str, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    indexed: tuple[str, ...] = ()
    natural_order: tuple[str, ...] = ()
    filtered_order: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    since: str = "0"

    @property
    def stored(self) -> list[Field]:
        """Return the fields with a column of their own in the table."""
        return [field for field in self.fields.values() if field.column and not field.lang]

    @property
    def translated(self) -> list[Field]:
        """Return the fields with one text per language."""
        return [field for field in self.fields.values() if field.column and field.lang]

    @property
    def visible(self) -> list[Field]:
        """Return the fields that the web service shows."""
        return [field for field in self.fields.values() if not field.hidden]


@lru_cache(maxsize=1)
def all_resources() -> Mapping[str, Resource]:
    """Return every resource of the newest version, by name."""
    folder = files(PACKAGE) / "definitions"
    names = sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name: _resource(name, tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))) for name in names}


@lru_cache(maxsize=8)
def resources_of(version: ShopVersion) -> Mapping[str, Resource]:
    """Return the resources and fields that a version of the shop knows."""
    known = {}
    for name, resource in all_resources().items():
        if version.at_least(resource.since):
            fields = {
                key: field
                for key, field in resource.fields.items()
                if version.at_least(field.since) and not version.at_least(field.until)
            }
            lists = {key: each for key, each in resource.associations.items() if version.at_least(each.since)}
            known[name] = replace(resource, fields=fields, associations=lists)
    return known


def _resource(name: str, content: dict[str, Any]) -> Resource:
    fields = {key: _field(key, values) for key, values in content["fields"].items()}
    associations = {key: _association(key, values) for key, values in content.get("associations", {}).items()}
    return Resource(
        name=name,
        php_class=content["class"],
        description=content["description"],
        node=content["node"],
        list_node=content.get("list_node", name),
        table=content["table"],
        fields=fields,
        associations=associations,
        forbidden=tuple(content.get("forbidden", ())),
        unique=tuple(tuple(columns) for columns in content.get("unique", ())),
        indexed=tuple(content.get("indexed", ())),
        natural_order=tuple(content.get("natural_order", ())),
        filtered_order={name: tuple(order) for name, order in content.get("filtered_order", {}).items()},
        since=content.get("since", "0"),
    )


def _field(name: str, values: dict[str, Any]) -> Field:
    options: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Field(name, **options)


def _association(name: str, values: dict[str, Any]) -> Association:
    fields = tuple(LinkedField(key, **options) for key, options in values.get("fields", {}).items())
    return Association(
        name, values["node"], fields, values.get("virtual", False), values.get("api"), values.get("since", "0")
    )
