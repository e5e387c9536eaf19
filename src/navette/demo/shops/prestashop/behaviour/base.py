"""What every resource does when its records are made, changed, removed and shown."""

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from navette.demo.shops.prestashop.behaviour.links import Entry, Links
from navette.demo.shops.prestashop.php import is_empty
from navette.demo.shops.prestashop.php_query import Parameters
from navette.demo.shops.prestashop.problems import Crash, Problems
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.records.definition import Resource
from navette.demo.shops.prestashop.records.record import Record, Value

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop


@dataclass
class Writing:
    """The request that writes: its method, its parameters and the errors so far."""

    method: str
    problems: Problems = field(default_factory=Problems)
    parameters: Parameters = field(default_factory=dict)

    @property
    def sends_mail(self) -> bool:
        """Tell whether `sendemail` asks for a message."""
        return not is_empty(self.parameters.get("sendemail", ""))


class Behaviour:
    """The plain behaviour; a resource with more overrides what differs."""

    links: ClassVar[Links] = {}

    def __init__(self, shop: "Shop", resource: Resource) -> None:
        self.shop = shop
        self.resource = resource

    @property
    def database(self) -> Database:
        """Return the shop's database."""
        return self.shop.database

    def computed(self, name: str, records: Sequence[Record]) -> dict[int, Value]:
        """Work out a field for several records; by default what the records hold."""
        return {record.key: record[name] for record in records}

    def loaded(self, records: Sequence[Record]) -> None:
        """Complete records that were just read from the database."""

    def usual_order(self, filters: Mapping[str, str]) -> Sequence[str]:
        """Return the fields by which a list without `sort` comes, before the id."""
        if not filters:
            return self.resource.natural_order
        return self.resource.filtered_order.get(next(iter(filters)), ())

    def set_field(self, record: Record, name: str, value: str, writing: Writing) -> None:  # noqa: ARG002
        """Take a value for a field with a setter of its own."""
        record[name] = value

    def before_checks(self, record: Record, writing: Writing) -> None:
        """Complete a record after its fields were taken and before they are checked."""

    def add(self, record: Record, writing: Writing) -> bool:  # noqa: ARG002
        """Store a new record; False makes the request end with "Unable to save resource"."""
        self.stamp(record, is_new=True)
        self.insert(record)
        return True

    def update(self, record: Record, writing: Writing) -> bool:  # noqa: ARG002
        """Store a changed record."""
        self.stamp(record, is_new=False)
        self.store(record)
        return True

    def delete(self, record: Record) -> bool:
        """Remove a record with what hangs on it; False when the shop keeps it."""
        for link in self.links.values():
            link.clear(self.database, record.key)
        self.shop.records.delete(self.resource, record.key)
        return True

    def linked(self, name: str, records: Sequence[Record]) -> dict[int, list[Entry]]:
        """Return the entries of a list for several records."""
        link = self.links.get(name)
        return link.entries(self.database, [record.key for record in records]) if link else {}

    def set_linked(self, record: Record, name: str, entries: Sequence[Entry], writing: Writing) -> bool:  # noqa: ARG002
        """Replace a list; a list without a way to set it is passed over."""
        link = self.links.get(name)
        if link:
            link.replace(self.database, record.key, entries)
        return True

    def stamp(self, record: Record, *, is_new: bool) -> None:
        """Fill in the dates and the shop that every record carries."""
        now = self.shop.clock.stamp()
        fields = self.resource.fields
        if "date_upd" in fields:
            record["date_upd"] = now
        if "date_add" in fields and (is_new or record["date_add"] in (None, "")):
            record["date_add"] = now
        if "id_shop_default" in fields and (is_new or is_empty(record["id_shop_default"])):
            record["id_shop_default"] = "1"

    def insert(self, record: Record) -> None:
        """Insert; a broken unique key stops PHP."""
        try:
            self.shop.records.insert(record)
        except sqlite3.IntegrityError as error:
            raise Crash from error

    def store(self, record: Record) -> None:
        """Update; a broken unique key stops PHP."""
        try:
            self.shop.records.update(record)
        except sqlite3.IntegrityError as error:
            raise Crash from error
