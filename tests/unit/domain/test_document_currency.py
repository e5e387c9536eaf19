"""Drafts in a foreign currency."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from navette.domain.document import (
    DocumentDraft,
    DocumentKind,
    DocumentStatus,
    DraftLine,
    DraftPayment,
    FooterCharge,
    LineRole,
)
from navette.domain.document_currency import in_company_currency
from navette.domain.order_total import document_total
from navette.domain.price_sheet import DiscountElement, DiscountKind
from navette.domain.tax import ErpTax

VAT = ErpTax("C20", Decimal(20))


def draft(price, *, currency, rate):
    line = DraftLine(
        role=LineRole.ARTICLE,
        designation="Ring",
        article="BAGUE",
        quantity=Decimal(2),
        unit_price=Decimal(price),
        discounts=(DiscountElement(Decimal(10)), DiscountElement(Decimal(11), DiscountKind.AMOUNT)),
        taxes=(VAT,),
    )
    return DocumentDraft(
        web_number="1",
        kind=DocumentKind.ORDER,
        status=DocumentStatus.CONFIRMED,
        on=date(2026, 11, 24),
        lines=(line,),
        shipping=FooterCharge(amount=Decimal("5.50"), taxes=(VAT,)),
        payments=(DraftPayment(amount=Decimal(220), mode=2, on=date(2026, 11, 24), label="card"),),
        currency=currency,
        currency_rate=Decimal(rate),
    )


def test_prices_fixed_discounts_shipping_and_payments_are_converted():
    converted = in_company_currency(draft("110", currency=2, rate="1.1"))
    (line,) = converted.lines
    assert line.unit_price == 100
    assert [element.value for element in line.discounts] == [10, 10]
    assert converted.shipping.amount == Decimal("5.00")
    assert converted.payments[0].amount == Decimal("200.00")


def test_a_draft_in_the_company_s_currency_stays_as_it_is():
    own = draft("110", currency=0, rate="1.1")
    assert in_company_currency(own) is own


@given(st.decimals("1", "9999", places=2), st.decimals("0.1", "20", places=4))
def test_the_total_is_worth_the_same(price, rate):
    foreign = draft(price + 20, currency=2, rate=rate)
    own = document_total(in_company_currency(foreign)).gross
    assert abs(own * rate - document_total(foreign).gross) <= max(rate, Decimal(1)) * Decimal("0.05")
