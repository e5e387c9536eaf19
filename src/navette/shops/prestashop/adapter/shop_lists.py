"""Lists of the shop that orders point to; each is read once, and again when an order names what is not in it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.capabilities import LIST_PAGE
from navette.shops.prestashop.mapper.values import to_amount, to_id, to_text
from navette.shops.prestashop.schemas.resource import Resource
from navette.shops.prestashop.schemas.setting import CARRIERS, COUNTRIES, CURRENCIES, STATES, TAX_RULES, TAXES

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Country:
    """A country as addresses show it."""

    code: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class TaxRate:
    """A tax of the shop."""

    rate: Decimal
    name: str = ""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A carrier by the id that stays when it is edited."""

    reference: str
    name: str = ""


class KnownList(Generic[Entry]):
    """A list kept by id, read when it is first needed and once more for an id that is new."""

    def __init__(
        self, session: ShopSession, resource: Resource[Any], entry: Callable[[Mapping[str, Any]], Entry]
    ) -> None:
        self._session = session
        self._resource = resource
        self._entry = entry
        self._entries: dict[str, Entry] = {}
        self._unknown: set[str] = set()

    @property
    def known(self) -> Mapping[str, Entry]:
        """What was read so far."""
        return self._entries

    def of(self, ids: Iterable[str]) -> Mapping[str, Entry]:
        """The entries, made sure to hold these ids if the shop has them."""
        missing = {entry_id for entry_id in ids if entry_id} - self._entries.keys() - self._unknown
        if missing:
            for page in self._session.client.pages(self._resource, size=LIST_PAGE):
                self._entries |= {str(row["id"]): self._entry(row) for row in page}
            self._unknown |= missing - self._entries.keys()
        return self._entries


class ShopLists:
    """The lists of one shop."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self.countries = KnownList(session, COUNTRIES, self._country)
        self.states = KnownList(session, STATES, lambda row: str(row["name"]))
        self.taxes = KnownList(session, TAXES, self._tax)
        self.carriers = KnownList(session, CARRIERS, _carrier)
        self.currencies = KnownList(session, CURRENCIES, lambda row: str(row["iso_code"]))
        self._wrapping: dict[str, Decimal] | None = None

    def wrapping_rates(self) -> Mapping[str, Decimal]:
        """Rate of gift wrapping by country id; it is not told on orders, the shop works it out from its tax rule."""
        if self._wrapping is None:
            group = self._session.settings.wrapping_tax_group
            rows = self._session.client.rows(TAX_RULES, filters={"id_tax_rules_group": f"[{group}]"}) if group else []
            taxes = self.taxes.of(to_id(row["id_tax"]) for row in rows)
            self._wrapping = {
                to_id(row["id_country"]): taxes[to_id(row["id_tax"])].rate
                for row in rows
                if not to_id(row["id_state"]) and to_id(row["id_tax"]) in taxes
            }
        return self._wrapping

    def _country(self, row: Mapping[str, Any]) -> Country:
        return Country(str(row["iso_code"]).upper(), to_text(row["name"], self._session.settings.default_language))

    def _tax(self, row: Mapping[str, Any]) -> TaxRate:
        return TaxRate(to_amount(row["rate"]), to_text(row["name"], self._session.settings.default_language))


def _carrier(row: Mapping[str, Any]) -> Carrier:
    return Carrier(to_id(row["id_reference"]) or str(row["id"]), str(row["name"]))
