"""The document's total equals what the customer paid, to the cent, or the order waits (spec ORD-LIN-15)."""

from decimal import Decimal

import pytest
from builders import an_article
from generated import REFERENCES, orders
from hypothesis import given, settings
from hypothesis import strategies as st
from order_builders import a_row, an_order
from world import World

from navette.domain.document import DocumentDraft, LineRole
from navette.domain.money import CENT
from navette.domain.order import Order
from navette.domain.order_total import GapLimit, document_total

pytestmark = pytest.mark.spec("ORD-LIN-14", "ORD-LIN-15")

MANY = settings(max_examples=150, deadline=None)


def imported(order: Order, **chosen: object) -> tuple[World, DocumentDraft | None]:
    """The draft of an order, None if it waits."""
    world = World()
    world.company.put(*(an_article(reference) for reference in REFERENCES[:3]))
    world.configure(chosen)
    world.shop.place(order)
    report = world.run("import-orders")
    assert report.failure is None, report.run.problem
    return world, world.company.documents[0].draft if world.company.documents else None


@given(
    order=orders().filter(lambda order: order.status == "2"),
    includes_tax=st.booleans(),
    shipping_as_line=st.booleans(),
)
@MANY
def test_the_total_is_what_was_paid_or_the_order_waits(
    order: Order, *, includes_tax: bool, shipping_as_line: bool
) -> None:
    world, draft = imported(
        order,
        **{
            "orders.includes_tax": str(includes_tax).lower(),
            "orders.lines.shipping_as_line": str(shipping_as_line).lower(),
        },
    )
    if draft is None:
        [entry] = world.open_entries()
        assert entry.problem.message.code == "ORD-TOT-001"
        gap, lines = Decimal(entry.problem.values["gap"]), len(order.lines) + len(order.vouchers)
        assert not GapLimit().allows(gap, lines)
        return
    assert document_total(draft).gross == order.total_paid
    gaps = [line.unit_price for line in draft.lines if line.role is LineRole.GAP]
    assert len(gaps) <= 1
    assert all(0 < abs(gap) <= Decimal("0.05") for gap in gaps)


@given(order=orders().filter(lambda order: order.status == "2"))
@MANY
def test_lines_carry_the_shop_s_own_amounts(order: Order) -> None:
    _, draft = imported(order)
    if draft is None:
        return
    rows = [line for line in draft.lines if line.role in {LineRole.ARTICLE, LineRole.MISCELLANEOUS}]
    for line, row in zip(rows, order.lines, strict=True):
        assert abs(line.quantity * line.unit_price - row.total_net) <= CENT / 2 + row.quantity * Decimal("0.0000005")
    vouchers = sum((line.unit_price for line in draft.lines if line.role is LineRole.VOUCHER), Decimal(0))
    assert vouchers == -sum((voucher.net for voucher in order.vouchers), Decimal(0))


@given(
    price=st.integers(1, 500_000).map(lambda cents: Decimal(cents) / 100),
    rate=st.sampled_from([20, 10, "5.5", "2.1"]),
    quantity=st.integers(1, 20),
)
@MANY
def test_one_row_at_a_price_with_tax_is_at_most_a_cent_away_from_what_was_paid(
    price: Decimal, rate: object, quantity: int
) -> None:
    gross = price * quantity
    net = price / (1 + Decimal(str(rate)) / 100)
    row = a_row("A0", net, rate, quantity, unit_gross=price, total_gross=gross)
    _, draft = imported(an_order("1", row), **{"orders.includes_tax": "true"})
    assert draft
    assert document_total(draft).gross == gross
    assert all(abs(line.unit_price) == CENT for line in draft.lines if line.role is LineRole.GAP)
