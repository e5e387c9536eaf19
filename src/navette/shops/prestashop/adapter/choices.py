"""The lists of the shop that mappings choose from."""

from collections.abc import Iterable
from decimal import Decimal

from navette.domain.order import OrderStatus
from navette.ports.shop import ShopChoice, ShopChoices
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.mapper.values import to_amount, to_flag, to_id, to_text
from navette.shops.prestashop.schemas.catalog import FEATURES, GROUPS, NamedJson
from navette.shops.prestashop.schemas.resource import Texts
from navette.shops.prestashop.schemas.setting import (
    CARRIERS,
    COUNTRIES,
    CURRENCIES,
    ORDER_STATES,
    PAYMENT_NAMES,
    STORES,
    TAX_RULE_GROUPS,
    TAX_RULES,
    TAXES,
    ZONES,
)

# Payment modules have no list of their own: those of the latest orders are found.
LATEST_ORDERS = 1000


class Choices:
    """Implements `choices`."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._client = session.client

    def read(self) -> ShopChoices:
        """Every list, each in one request or two."""
        return ShopChoices(
            tax_rules=tuple(self._tax_rules()),
            order_statuses=tuple(self._order_statuses()),
            carriers=tuple(self._carriers()),
            payment_methods=tuple(self._payment_methods()),
            currencies=tuple(
                ShopChoice(str(row["id"]), self._text(row["name"]), row["iso_code"])
                for row in self._client.rows(CURRENCIES)
            ),
            countries=tuple(self._countries()),
            groups=tuple(self._named(self._client.rows(GROUPS))),
            features=tuple(self._named(self._client.rows(FEATURES))),
            stores=tuple(ShopChoice(str(row["id"]), row["name"]) for row in self._client.rows(STORES)),
        )

    def _tax_rules(self) -> Iterable[ShopChoice]:
        """Tax rules with their rate in the shop's own country, None where they have none there."""
        rates = {str(row["id"]): to_amount(row["rate"]) for row in self._client.rows(TAXES)}
        rules = self._client.rows(TAX_RULES, filters={"id_country": f"[{self._session.settings.country_id}]"})
        here: dict[str, Decimal] = {}
        for rule in rules:
            if not to_id(rule["id_state"]) and to_id(rule["id_tax"]) in rates:
                here.setdefault(to_id(rule["id_tax_rules_group"]), rates[to_id(rule["id_tax"])])
        for row in self._client.rows(TAX_RULE_GROUPS):
            if not to_flag(row["deleted"]):
                yield ShopChoice(str(row["id"]), row["name"], rate=here.get(str(row["id"])))

    def _order_statuses(self) -> Iterable[OrderStatus]:
        cancelled = self._session.settings.cancelled_status
        for row in self._client.rows(ORDER_STATES):
            if not to_flag(row["deleted"]):
                yield OrderStatus(
                    id=str(row["id"]),
                    name=self._text(row["name"]),
                    is_paid=to_flag(row["paid"]),
                    is_shipped=to_flag(row["shipped"]),
                    is_cancelled=str(row["id"]) == cancelled,
                )

    def _carriers(self) -> Iterable[ShopChoice]:
        for row in self._client.rows(CARRIERS):
            if not to_flag(row["deleted"]):
                yield ShopChoice(to_id(row["id_reference"]) or str(row["id"]), row["name"])

    def _payment_methods(self) -> Iterable[ShopChoice]:
        rows = self._client.rows(PAYMENT_NAMES, sort="id_DESC", limit=LATEST_ORDERS)
        names: dict[str, str] = {}
        for row in rows:
            names.setdefault(row["module"] or row["payment"], row["payment"])
        return [ShopChoice(key, label) for key, label in sorted(names.items()) if key]

    def _countries(self) -> Iterable[ShopChoice]:
        """Countries to which the shop sells."""
        zones = {str(row["id"]): row["name"] for row in self._client.rows(ZONES)}
        for row in self._client.rows(COUNTRIES, filters={"active": "[1]"}):
            zone = zones.get(to_id(row["id_zone"]), "")
            yield ShopChoice(str(row["id"]), self._text(row["name"]), row["iso_code"], extra=zone)

    def _named(self, rows: Iterable[NamedJson]) -> Iterable[ShopChoice]:
        return [ShopChoice(str(row["id"]), self._text(row["name"])) for row in rows]

    def _text(self, texts: Texts) -> str:
        return to_text(texts, self._session.settings.default_language)
