"""What the ids on orders mean: countries, regions, taxes, carriers, currencies by the shop's lists."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from navette.domain.tax import ShopTax
from navette.shops.prestashop.adapter.session import ShopSession
from navette.shops.prestashop.adapter.shop_lists import Carrier, Country, ShopLists, TaxRate
from navette.shops.prestashop.mapper.order_parts import OrderParts, OrderWords
from navette.shops.prestashop.mapper.values import to_amount, to_id
from navette.shops.prestashop.schemas.customer import AddressJson
from navette.shops.prestashop.schemas.order import OrderJson


class OrderNaming:
    """Finds the words of orders."""

    def __init__(self, session: ShopSession) -> None:
        self._session = session
        self._lists = ShopLists(session)

    def words(self, rows: Sequence[OrderJson], parts: Mapping[str, OrderParts]) -> list[OrderWords]:
        """The words of each order, in their order; a list is read again for an id that is new in it."""
        lists = self._lists
        addresses = [address for of_order in parts.values() for address in _addresses(of_order)]
        lists.countries.of(to_id(address["id_country"]) for address in addresses)
        lists.states.of(to_id(address["id_state"]) for address in addresses)
        lists.carriers.of(to_id(row["id_carrier"]) for row in rows)
        lists.currencies.of(to_id(row["id_currency"]) for row in rows)
        lists.taxes.of(tax_id for of_order in parts.values() for tax_id in _tax_ids(of_order))
        return [self._of(row, parts[str(row["id"])]) for row in rows]

    def _of(self, row: OrderJson, parts: OrderParts) -> OrderWords:
        settings = self._session.settings
        invoice, delivery = parts.invoice_address, parts.delivery_address
        taxed = (invoice if settings.taxes_invoice_address else delivery) or invoice or delivery
        country = self._country(taxed).code
        carrier_id = to_id(row["id_carrier"])
        carrier = self._lists.carriers.known.get(carrier_id, Carrier(carrier_id))
        return OrderWords(
            currency=self._lists.currencies.known.get(to_id(row["id_currency"]), settings.currency),
            language=settings.languages.get(to_id(row["id_lang"]), ""),
            carrier=carrier.reference,
            carrier_name=carrier.name,
            country=country,
            taxes=_taxes(parts, self._lists.taxes.known, country),
            wrapping_rate=self._wrapping_rate(row, taxed),
            invoice_country=_pair(self._country(invoice)),
            delivery_country=_pair(self._country(delivery)),
            invoice_region=self._region(invoice),
            delivery_region=self._region(delivery),
        )

    def _country(self, address: AddressJson | None) -> Country:
        return self._lists.countries.known.get(to_id(address["id_country"]), Country()) if address else Country()

    def _region(self, address: AddressJson | None) -> str:
        return self._lists.states.known.get(to_id(address["id_state"]), "") if address else ""

    def _wrapping_rate(self, row: OrderJson, taxed: AddressJson | None) -> Decimal | None:
        if not to_amount(row["total_wrapping_tax_incl"]) or not taxed:
            return None
        return self._lists.wrapping_rates().get(to_id(taxed["id_country"]))


def _addresses(parts: OrderParts) -> list[AddressJson]:
    return [address for address in (parts.invoice_address, parts.delivery_address) if address]


def _tax_ids(parts: OrderParts) -> list[str]:
    return [str(tax["id"]) for row in parts.details for tax in row.get("associations", {}).get("taxes", ())]


def _taxes(parts: OrderParts, known: Mapping[str, TaxRate], country: str) -> dict[str, ShopTax]:
    ids = [tax_id for tax_id in _tax_ids(parts) if tax_id in known]
    return {tax_id: ShopTax(known[tax_id].rate, country, known[tax_id].name) for tax_id in ids}


def _pair(country: Country) -> tuple[str, str]:
    return country.code, country.name
