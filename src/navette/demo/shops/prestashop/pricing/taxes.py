"""Which taxes apply where."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from navette.demo.shops.prestashop.php import to_int

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

COMBINED, ONE_AFTER_ANOTHER = 1, 2

RULES = (
    "SELECT r.id_tax, r.behavior, r.zipcode_from, r.zipcode_to, r.id_state, t.rate FROM tax_rule r"
    " JOIN tax_rules_group g ON g.id = r.id_tax_rules_group LEFT JOIN tax t ON t.id = r.id_tax"
    " WHERE g.active = 1 AND r.id_country = ? AND r.id_tax_rules_group = ? AND r.id_state IN (0, ?)"
)


@dataclass(frozen=True)
class Place:
    """Where something is delivered or billed."""

    country: int
    state: int = 0
    postcode: str = ""


@dataclass(frozen=True)
class TaxRates:
    """The taxes that apply, in order, with how they combine."""

    rates: tuple[tuple[int, Decimal], ...] = ()
    behaviour: int = 0

    @property
    def total(self) -> Decimal:
        """Return the whole rate in percent."""
        if self.behaviour != ONE_AFTER_ANOTHER:
            return sum((abs(rate) for _, rate in self.rates), Decimal(0))
        factor = Decimal(1)
        for _, rate in self.rates:
            factor *= 1 + abs(rate) / 100
        return (factor - 1) * 100

    def add(self, net: Decimal) -> Decimal:
        """Return a price with tax."""
        return net * (1 + self.total / 100)

    def remove(self, gross: Decimal) -> Decimal:
        """Return a price without its tax."""
        return gross / (1 + self.total / 100)

    @property
    def ids(self) -> list[int]:
        """Return the ids of the taxes."""
        return [key for key, _ in self.rates]


def place_of(shop: "Shop", address: int) -> Place:
    """Return the place of an address; without one, the shop's own country."""
    found = shop.database.row("SELECT id_country, id_state, postcode FROM address WHERE id = ?", (address,))
    if found is None:
        return Place(to_int(shop.setting("PS_COUNTRY_DEFAULT")))
    country, state, postcode = found
    return Place(int(country), int(state or 0), str(postcode or ""))


def taxes_at(shop: "Shop", group: int, place: Place) -> TaxRates:
    """Return the taxes of a group of tax rules at a place; the most specific rule comes first."""
    if not group or shop.setting("PS_TAX") != "1":
        return TaxRates()
    rows = shop.database.dicts(RULES, (place.country, group, place.state))
    rules = [row for row in rows if _covers(row, place.postcode)]
    rules.sort(key=lambda row: (str(row["zipcode_from"]), str(row["zipcode_to"]), row["id_state"]), reverse=True)
    rates: list[tuple[int, Decimal]] = []
    for rule in rules:
        rates.append((int(rule["id_tax"]), Decimal(rule["rate"] or 0)))
        if not rule["behavior"]:
            break
    return TaxRates(tuple(rates), int(rules[0]["behavior"]) if rules else 0)


def _covers(rule: dict[str, Any], postcode: str) -> bool:
    first, last = str(rule["zipcode_from"] or "0"), str(rule["zipcode_to"] or "0")
    if first <= (postcode or "0") <= last:
        return True
    return last == "0" and first in {"0", postcode}
