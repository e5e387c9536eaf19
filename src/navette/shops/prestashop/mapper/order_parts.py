"""What belongs to one order, as read, before it is put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from navette.domain.tax import ShopTax
from navette.shops.prestashop.schemas.customer import AddressJson, CustomerJson
from navette.shops.prestashop.schemas.order import (
    CartRuleJson,
    OrderCartRuleJson,
    OrderDetailJson,
    OrderPaymentJson,
    SiblingJson,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderParts:
    """Rows of other resources that belong to one order. `siblings` are all orders of its reference, itself included."""

    details: Sequence[OrderDetailJson] = ()
    vouchers: Sequence[OrderCartRuleJson] = ()
    cart_rules: Mapping[str, CartRuleJson] = field(default_factory=dict)
    payments: Sequence[OrderPaymentJson] = ()
    siblings: Sequence[SiblingJson] = ()
    customer: CustomerJson | None = None
    invoice_address: AddressJson | None = None
    delivery_address: AddressJson | None = None
    messages: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderWords:
    """What the ids of one order mean: names and codes of the shop's lists.

    `taxes` are by id, in the country of taxation; `wrapping_rate` is None where gift wrapping bears no tax.
    """

    currency: str
    language: str = ""
    carrier: str = ""
    carrier_name: str = ""
    country: str = ""
    taxes: Mapping[str, ShopTax] = field(default_factory=dict)
    wrapping_rate: Decimal | None = None
    invoice_country: tuple[str, str] = ("", "")
    delivery_country: tuple[str, str] = ("", "")
    invoice_region: str = ""
    delivery_region: str = ""
