"""Customers on both sides, and their addresses."""

from dataclasses import dataclass
from decimal import Decimal

from navette.domain.money import ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A postal address; country as ISO 3166 alpha-2 code and name."""

    id: str = ""
    alias: str = ""
    company: str = ""
    first_name: str = ""
    last_name: str = ""
    line1: str = ""
    line2: str = ""
    postcode: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    country_name: str = ""
    phone: str = ""
    mobile: str = ""
    vat_number: str = ""

    @property
    def full_name(self) -> str:
        """First and last name in reading order."""
        return f"{self.first_name} {self.last_name}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopCustomer:
    """A customer as a shop knows it; `id` is empty where a shop keeps no account for guests."""

    id: str
    email: str
    first_name: str = ""
    last_name: str = ""
    company: str = ""
    siret: str = ""
    vat_number: str = ""
    ape: str = ""
    is_guest: bool = False
    group: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A customer account of the ERP (F_COMPTET), as far as orders and prices need it; `discount` in percent."""

    code: str
    title: str
    email: str = ""
    siret: str = ""
    vat_number: str = ""
    price_category: int = 1
    accounting_category: int = 1
    is_dormant: bool = False
    is_blocked: bool = False
    contact_emails: tuple[str, ...] = ()
    purchasing_group: str = ""
    discount: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAccount:
    """An account to create from a template card: the code wished, and what the shop says of the customer.

    `code_pattern` names the builder that made the code; when the code belongs to somebody else the next code of
    `alternatives` is tried.
    """

    code: str
    template: str
    title: str
    email: str
    invoice: Address
    delivery: Address
    phone: str = ""
    fax: str = ""
    siret: str = ""
    vat_number: str = ""
    ape: str = ""
    contact_first_name: str = ""
    contact_last_name: str = ""
    accounting_category: int | None = None
    sales_representative: int | None = None
    alternatives: tuple[str, ...] = ()
