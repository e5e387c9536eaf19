"""A draft in a foreign currency, turned into the company's own: what the ERP keeps its amounts in."""

from dataclasses import replace
from decimal import Decimal

from navette.domain.document import DocumentDraft, DraftLine
from navette.domain.money import quantise
from navette.domain.order_total import STORED_PLACES
from navette.domain.price_sheet import DiscountElement, DiscountKind


def in_company_currency(draft: DocumentDraft) -> DocumentDraft:
    """Convert prices, discounts, shipping and payments; the rate is units of foreign currency per unit of the own.

    Unit taxes are the company's own and stay. A draft in the company's currency is given back as it is.
    """
    if not draft.currency:
        return draft
    rate = draft.currency_rate
    return replace(
        draft,
        lines=tuple(_converted(line, rate) for line in draft.lines),
        shipping=replace(draft.shipping, amount=quantise(draft.shipping.amount / rate)),
        payments=tuple(replace(payment, amount=quantise(payment.amount / rate)) for payment in draft.payments),
    )


def _converted(line: DraftLine, rate: Decimal) -> DraftLine:
    return replace(
        line,
        unit_price=quantise(line.unit_price / rate, STORED_PLACES),
        discounts=tuple(_converted_discount(element, rate) for element in line.discounts),
    )


def _converted_discount(element: DiscountElement, rate: Decimal) -> DiscountElement:
    if element.kind is not DiscountKind.AMOUNT:
        return element
    return replace(element, value=quantise(element.value / rate, STORED_PLACES))
