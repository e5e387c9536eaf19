"""The simulated shop: its database, settings, clock and mails, behind one lock."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from threading import RLock

from navette.demo.shops.prestashop.behaviour.base import Behaviour
from navette.demo.shops.prestashop.behaviour.registry import behaviours_of
from navette.demo.shops.prestashop.clock import ShopClock
from navette.demo.shops.prestashop.records.database import Database
from navette.demo.shops.prestashop.records.definition import Resource, resources_of
from navette.demo.shops.prestashop.records.record import Record
from navette.demo.shops.prestashop.records.repository import Repository
from navette.demo.shops.prestashop.versions import ShopVersion

UPPER_CASE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Mail:
    """A message that the shop would have sent."""

    sent_at: str
    template: str
    recipient: str
    order: int


class Shop:
    """What the web service and the storefront both work on."""

    def __init__(self, database: Database, version: ShopVersion, clock: ShopClock, host: str) -> None:
        self.database = database
        self.version = version
        self.clock = clock
        self.host = host
        self.lock = RLock()
        self.resources: Mapping[str, Resource] = resources_of(version)
        self.records = Repository(database)
        self._behaviours = behaviours_of(self)

    @property
    def address(self) -> str:
        """Return the address of the shop's front, ending with a slash."""
        return f"http://{self.host}/"

    @property
    def api(self) -> str:
        """Return the address of the web service, ending with a slash."""
        return f"http://{self.host}/api/"

    def behaviour(self, resource: str) -> Behaviour:
        """Return what a resource does beyond storing."""
        return self._behaviours[resource]

    def languages(self) -> list[int]:
        """Return the ids of the active languages."""
        found: list[int] = self.database.column("SELECT id FROM lang WHERE active = 1 ORDER BY id")
        self.records.languages = found or [1]
        return self.records.languages

    def find(self, resource: str, key: int) -> Record | None:
        """Return one record with all its stored values."""
        return self.records.find(self.resources[resource], key)

    def setting(self, name: str) -> str:
        """Return a setting of the shop, empty when it is not there."""
        found = self.database.value(
            "SELECT value FROM configuration WHERE fold(name) = fold(?) AND name = ?", (name, name)
        )
        return "" if found is None else str(found)

    def set_setting(self, name: str, value: str) -> None:
        """Change a setting, or make it."""
        key = self.database.value("SELECT id FROM configuration WHERE fold(name) = fold(?)", (name,))
        stamp = self.clock.stamp()
        if key is None:
            dates = {"date_add": stamp, "date_upd": stamp}
            self.database.insert("configuration", {"name": name, "value": value, **dates})
        else:
            self.database.update("configuration", key, {"value": value, "date_upd": stamp})

    def send_mail(self, template: str, recipient: str, order: int = 0) -> None:
        """Put a message in the list of those sent."""
        values = {"sent_at": self.clock.stamp(), "template": template, "recipient": recipient, "id_order": order}
        self.database.insert("mail", values)

    def mails(self) -> list[Mail]:
        """Return the messages sent so far."""
        return [Mail(*row) for row in self.database.rows("SELECT sent_at, template, recipient, id_order FROM mail")]

    def new_reference(self) -> str:
        """Return nine capital letters, as orders are named."""
        return "".join(secrets.choice(UPPER_CASE) for _ in range(9))
