"""The total that the ERP computes from lines, footer and rates (sage100 §4.6), and the gap to what was paid."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from navette.domain.document import DocumentDraft, DraftLine, FooterCharge
from navette.domain.money import ZERO, quantise
from navette.domain.price_sheet import DiscountElement, DiscountKind
from navette.domain.tax import HUNDRED, ErpTax, TaxKind, net_of_gross, tax_of_net


@dataclass(frozen=True, slots=True)
class TaxTotal:
    """Base and tax of one rate on a document."""

    code: str
    rate: Decimal
    base: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class DocumentTotal:
    """The totals of a document: net of shipping and all, taxes per rate, gross."""

    net: Decimal
    taxes: tuple[TaxTotal, ...]
    gross: Decimal


@dataclass(frozen=True, slots=True)
class LineAmount:
    """Net and gross amount of a line, rounded to the cent as Sage stores them."""

    net: Decimal
    gross: Decimal


def discounted(unit_price: Decimal, discounts: Iterable[DiscountElement]) -> Decimal:
    """Apply cascaded discounts to a unit price; free units are a matter of quantity and change nothing here."""
    for element in discounts:
        match element.kind:
            case DiscountKind.PERCENT:
                unit_price *= 1 - element.value / HUNDRED
            case DiscountKind.AMOUNT:
                unit_price -= element.value
            case DiscountKind.FREE_UNITS:
                continue
    return unit_price


def line_amount(line: DraftLine, *, prices_include_tax: bool) -> LineAmount:
    """Compute the stored amounts of a line: quantity times discounted price, rounded once."""
    amount = quantise(line.quantity * discounted(line.unit_price, line.discounts))
    rate = vat_rate(line.taxes)
    extra = quantise(line.quantity * _unit_taxes(line.taxes))
    if prices_include_tax:
        return LineAmount(net_of_gross(amount, rate) - extra, amount)
    return LineAmount(amount, quantise((amount + extra) * (1 + rate / HUNDRED)))


def vat_rate(taxes: Iterable[ErpTax]) -> Decimal:
    """The rate of the VAT among the taxes of a line, 0 without one."""
    return next((tax.rate for tax in taxes if tax.kind is TaxKind.VAT), ZERO)


def _unit_taxes(taxes: Iterable[ErpTax]) -> Decimal:
    return sum((tax.rate for tax in taxes if tax.kind is TaxKind.FIXED_NET), ZERO)


def document_total(draft: DocumentDraft) -> DocumentTotal:
    """Compute the totals of a draft as the ERP will: tax per rate on the sum of its bases."""
    bases: dict[tuple[str, Decimal], Decimal] = defaultdict(lambda: ZERO)
    fixed = ZERO
    net = ZERO
    for line in draft.lines:
        amount = line_amount(line, prices_include_tax=draft.prices_include_tax)
        extra = quantise(line.quantity * _unit_taxes(line.taxes))
        net += amount.net
        fixed += extra
        _add_base(bases, line.taxes, amount.net + extra)
    shipping = footer_net(draft.shipping)
    net += shipping
    _add_base(bases, draft.shipping.taxes, shipping)
    taxes = tuple(TaxTotal(code, rate, base, tax_of_net(base, rate)) for (code, rate), base in sorted(bases.items()))
    return DocumentTotal(net, taxes, net + fixed + sum((tax.amount for tax in taxes), ZERO))


def _add_base(bases: dict[tuple[str, Decimal], Decimal], taxes: Iterable[ErpTax], amount: Decimal) -> None:
    for tax in taxes:
        if tax.kind is TaxKind.VAT:
            bases[tax.code, tax.rate] += amount


def footer_net(shipping: FooterCharge) -> Decimal:
    """Net amount of the footer's shipping cost."""
    if shipping.includes_tax:
        return net_of_gross(shipping.amount, vat_rate(shipping.taxes))
    return quantise(shipping.amount)


@dataclass(frozen=True, slots=True)
class GapLimit:
    """How large a rounding gap may be: per line, and at most."""

    per_line: Decimal = Decimal("0.01")
    at_most: Decimal = Decimal("0.05")

    def allows(self, gap: Decimal, lines: int) -> bool:
        """Whether a gap of a document with so many lines is one of rounding."""
        return abs(gap) <= min(self.per_line * max(lines, 1), self.at_most)
