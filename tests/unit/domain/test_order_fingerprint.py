"""What makes an order another order than the one that its document was made of (spec ORD-SEL-5)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from order_builders import a_charge, a_row, a_voucher, an_address, an_order

from navette.domain.order import Order

pytestmark = pytest.mark.spec("ORD-SEL-5")

ORDER = an_order("15", a_row(), shipping=a_charge("5"), vouchers=(a_voucher("1", "1.20"),))


@pytest.mark.parametrize(
    "other",
    [
        replace(ORDER, total_paid=Decimal("1.00")),
        replace(ORDER, lines=(a_row(quantity=2),)),
        replace(ORDER, lines=(a_row("BAOR02"),)),
        replace(ORDER, lines=(*ORDER.lines, a_row("BAOR02"))),
        replace(ORDER, shipping=a_charge("6")),
        replace(ORDER, wrapping=a_charge("2")),
        replace(ORDER, vouchers=()),
        replace(ORDER, invoice_address=an_address(city="Lyon")),
        replace(ORDER, delivery_address=an_address("BE")),
    ],
)
def test_it_is_another(other: Order) -> None:
    assert other.fingerprint() != ORDER.fingerprint()


@pytest.mark.parametrize(
    "same",
    [
        replace(ORDER, status="4"),
        replace(ORDER, payments=()),
        replace(ORDER, messages=("Thank you",)),
        replace(ORDER, total_paid=ORDER.total_paid + Decimal("0.0000")),
        replace(ORDER, lines=(replace(ORDER.lines[0], quantity=Decimal("1.000000")),)),
    ],
)
def test_it_is_the_same(same: Order) -> None:
    assert same.fingerprint() == ORDER.fingerprint()
