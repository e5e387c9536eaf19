"""Customers and addresses made at the checkout."""

import secrets
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.behaviour.base import Writing
from navette.demo.shops.prestashop.behaviour.customers import hashed
from navette.demo.shops.prestashop.records.record import Record, Value
from navette.demo.shops.prestashop.storefront.refusals import CheckoutError

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop
    from navette.demo.shops.prestashop.storefront.checkout import Buyer, PostalAddress

ADDRESS_FIELDS = (
    "alias", "company", "lastname", "firstname", "vat_number", "address1", "address2", "postcode", "city", "phone",
    "other",
)  # fmt: skip


def customer_key(shop: "Shop", buyer: "Buyer", language: int) -> int:
    """Return the customer with this e-mail; a guest is always a new one, and may not use that of a customer."""
    sql = "SELECT id FROM customer WHERE fold(email) = fold(?) AND is_guest = 0 AND deleted = 0"
    known = shop.database.value(sql, (buyer.email,))
    if known is not None and buyer.is_guest:
        raise CheckoutError("The e-mail address is that of a customer: sign in, or choose another one.")
    if known is not None:
        return int(known)
    values: dict[str, Value] = {
        "email": buyer.email,
        "firstname": buyer.firstname,
        "lastname": buyer.lastname,
        "company": buyer.company,
        "siret": buyer.siret,
        "is_guest": str(int(buyer.is_guest)),
        "id_default_group": shop.setting("PS_CUSTOMER_GROUP"),
        "id_lang": str(language),
        "active": "1",
        "passwd": hashed(secrets.token_hex(8)),
    }
    return _add(shop, "customers", values)


def address_key(shop: "Shop", customer: int, address: "PostalAddress") -> int:
    """Return the customer's address with the same lines, or a new one."""
    country = shop.database.row("SELECT id, active FROM country WHERE iso_code = ?", (address.country,))
    if country is None or not country[1]:
        raise CheckoutError(f"The shop does not deliver to {address.country}.")
    values: dict[str, Value] = {name: getattr(address, name) for name in ADDRESS_FIELDS}
    values |= {"id_customer": str(customer), "id_country": str(country[0])}
    compared = [name for name in values if name != "alias"]
    conditions = " AND ".join(f"{name} = ?" for name in compared)
    sql = f"SELECT id FROM address WHERE deleted = 0 AND {conditions}"
    known = shop.database.value(sql, [values[name] for name in compared])
    return int(known) if known is not None else _add(shop, "addresses", values)


def _add(shop: "Shop", resource: str, values: dict[str, Value]) -> int:
    record = Record(shop.resources[resource], values=values)
    shop.behaviour(resource).add(record, Writing("POST"))
    return record.key
