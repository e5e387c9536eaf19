"""Customers and addresses; the password hash and the secure key are never read."""

from typing import TypedDict

from navette.shops.prestashop.schemas.resource import Resource, Scalar


class CustomerJson(TypedDict):
    """A customer, guests included."""

    id: Scalar
    email: str
    firstname: str
    lastname: str
    company: str
    siret: str
    ape: str
    is_guest: Scalar
    id_default_group: Scalar
    id_lang: Scalar


class CustomerMailJson(TypedDict):
    """A customer as a look-up by e-mail gives it."""

    id: Scalar
    email: str
    is_guest: Scalar
    deleted: Scalar


class AddressJson(TypedDict):
    """A postal address."""

    id: Scalar
    alias: str
    company: str
    firstname: str
    lastname: str
    address1: str
    address2: str
    postcode: str
    city: str
    id_country: Scalar
    id_state: Scalar
    phone: str
    phone_mobile: str
    vat_number: str


CUSTOMERS = Resource[CustomerJson]("customers", "customer", f"[{','.join(CustomerJson.__annotations__)}]")
CUSTOMER_MAILS = Resource[CustomerMailJson]("customers", "customer", "[id,email,is_guest,deleted]")
ADDRESSES = Resource[AddressJson]("addresses", "address", f"[{','.join(AddressJson.__annotations__)}]")
