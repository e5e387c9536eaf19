"""Customers and addresses of orders."""

from navette.domain.customer import Address, ShopCustomer
from navette.shops.prestashop.mapper.values import to_flag, to_id
from navette.shops.prestashop.schemas.customer import AddressJson, CustomerJson


def to_customer(row: CustomerJson | None, customer_id: str, invoice: AddressJson | None, language: str) -> ShopCustomer:
    """The customer of an order; of one that was deleted the order keeps the id, the invoice address the names."""
    if row is None:
        return ShopCustomer(
            id=customer_id,
            email="",
            first_name=_text(invoice, "firstname"),
            last_name=_text(invoice, "lastname"),
            company=_text(invoice, "company"),
            vat_number=_text(invoice, "vat_number"),
            language=language,
        )
    return ShopCustomer(
        id=str(row["id"]),
        email=_text(row, "email"),
        first_name=_text(row, "firstname"),
        last_name=_text(row, "lastname"),
        company=_text(row, "company") or _text(invoice, "company"),
        siret=_text(row, "siret"),
        vat_number=_text(invoice, "vat_number"),
        ape=_text(row, "ape"),
        is_guest=to_flag(row["is_guest"]),
        group=to_id(row["id_default_group"]),
        language=language,
    )


def to_address(row: AddressJson | None, country: tuple[str, str], region: str) -> Address:
    """An address with its country's code and name; empty where the shop has it no more."""
    if row is None:
        return Address()
    return Address(
        id=str(row["id"]),
        alias=_text(row, "alias"),
        company=_text(row, "company"),
        first_name=_text(row, "firstname"),
        last_name=_text(row, "lastname"),
        line1=_text(row, "address1"),
        line2=_text(row, "address2"),
        postcode=_text(row, "postcode"),
        city=_text(row, "city"),
        region=region,
        country=country[0],
        country_name=country[1],
        phone=_text(row, "phone"),
        mobile=_text(row, "phone_mobile"),
        vat_number=_text(row, "vat_number"),
    )


def _text(row: AddressJson | CustomerJson | None, name: str) -> str:
    value = dict(row or {}).get(name)
    return str(value).strip() if value else ""
