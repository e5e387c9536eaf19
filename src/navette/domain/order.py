"""An order as a shop took it: rows, taxes, vouchers, payments; the anchor is what the customer paid."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from navette.domain.binding import ShopRef
from navette.domain.customer import Address, ShopCustomer
from navette.domain.money import ZERO
from navette.domain.tax import ShopTax


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """A row of an order; prices per unit after the shop's own discounts, ecotax included.

    `original_net` is the net unit price before discounts where the shop tells it; totals are the shop's own.
    """

    id: str
    product: ShopRef
    reference: str
    name: str
    quantity: Decimal
    unit_net: Decimal
    unit_gross: Decimal
    total_net: Decimal
    total_gross: Decimal
    taxes: tuple[ShopTax, ...] = ()
    barcode: str = ""
    supplier_reference: str = ""
    original_net: Decimal | None = None
    discount_percent: Decimal = ZERO
    ecotax_net: Decimal = ZERO
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderCharge:
    """Shipping or wrapping: both totals as the shop computed them, and the tax where it is told."""

    net: Decimal = ZERO
    gross: Decimal = ZERO
    tax: ShopTax | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderVoucher:
    """A voucher as a positive reduction of both totals; the share per tax rate is not always told."""

    name: str
    net: Decimal
    gross: Decimal
    code: str = ""
    description: str = ""
    frees_shipping: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPayment:
    """A payment that was received, in the currency of the order."""

    amount: Decimal
    method: str
    at: datetime | None = None
    transaction: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A shop order with everything that its ERP document needs; times are aware UTC.

    `status` is the shop's id of the order's status, `payment_key` the method as the payment mapping names it,
    `currency` an ISO 4217 code, `rate` the units of order currency per unit of the shop's currency.
    """

    id: str
    number: str
    status: str
    created_at: datetime
    updated_at: datetime
    customer: ShopCustomer
    invoice_address: Address
    delivery_address: Address
    lines: tuple[OrderLine, ...]
    total_paid: Decimal
    total_net: Decimal
    currency: str = "EUR"
    rate: Decimal = Decimal(1)
    invoiced_at: datetime | None = None
    invoice_number: str = ""
    delivery_at: datetime | None = None
    shipping: OrderCharge = OrderCharge()
    wrapping: OrderCharge = OrderCharge()
    vouchers: tuple[OrderVoucher, ...] = ()
    payments: tuple[OrderPayment, ...] = ()
    payment_key: str = ""
    payment_label: str = ""
    carrier: str = ""
    carrier_name: str = ""
    store: str = ""
    language: str = ""
    messages: tuple[str, ...] = ()
    gift_message: str = ""

    def fingerprint(self) -> str:
        """Digest of what an ERP document is made from; status, payments and dates of change are not part of it."""
        lines = [
            (line.id, line.product.id, line.reference, line.quantity, line.total_net, line.total_gross)
            for line in self.lines
        ]
        parts = (
            _plain(self.total_paid),
            [tuple(_plain(value) for value in line) for line in lines],
            _plain(self.shipping.gross),
            _plain(self.wrapping.gross),
            [(voucher.name, _plain(voucher.gross)) for voucher in self.vouchers],
            _address_parts(self.invoice_address),
            _address_parts(self.delivery_address),
        )
        return sha256(repr(parts).encode()).hexdigest()


def _plain(value: object) -> str:
    return format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)


def _address_parts(address: Address) -> tuple[str, ...]:
    return (
        address.company,
        address.full_name,
        address.line1,
        address.line2,
        address.postcode,
        address.city,
        address.country,
    )


@dataclass(frozen=True, slots=True)
class OrderStatus:
    """A status that a shop can give to an order."""

    id: str
    name: str
    is_paid: bool = False
    is_shipped: bool = False
    is_cancelled: bool = False
