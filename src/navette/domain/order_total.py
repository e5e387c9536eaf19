"""The total that the ERP computes from lines, footer and rates (sage100 §4.6), and the gap to what was paid."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from navette.domain.document import DocumentDraft, DraftLine, FooterCharge
from navette.domain.money import ZERO, quantise
from navette.domain.price_sheet import DiscountElement, DiscountKind
from navette.domain.tax import HUNDRED, ErpTax, TaxKind, ecotax_net, net_of_gross, tax_of_net

STORED_PLACES = 6
"""Decimals of a price, discount or quantity in the ERP (numeric(24,6))."""


@dataclass(frozen=True, slots=True)
class TaxTotal:
    """Base and tax of one rate on a document."""

    code: str
    rate: Decimal
    base: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class DocumentTotal:
    """The totals of a document: net with shipping, VAT per rate, collected parafiscal taxes, gross."""

    net: Decimal
    taxes: tuple[TaxTotal, ...]
    gross: Decimal
    parafiscal: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class LineAmount:
    """Net and gross amount of a line, and its VAT base: the net amount with parafiscal taxes; cents as Sage stores."""

    net: Decimal
    gross: Decimal
    base: Decimal
    parafiscal: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class _Parafiscal:
    """Taxes of a line beside VAT: amounts, and shares of the net amount; those not collected bear VAT all the same."""

    collected: Decimal = ZERO
    uncollected: Decimal = ZERO
    collected_share: Decimal = ZERO
    uncollected_share: Decimal = ZERO

    def net_of(self, gross: Decimal, vat: Decimal) -> Decimal:
        """Take VAT and these taxes out of a gross amount."""
        amounts = self.collected * (1 + vat) + self.uncollected * vat
        share = 1 + self.collected_share + vat * (1 + self.collected_share + self.uncollected_share)
        return (gross - amounts) / share


def discounted(unit_price: Decimal, discounts: Iterable[DiscountElement]) -> Decimal:
    """Apply cascaded discounts to a unit price; free units are a matter of quantity and change nothing here."""
    for element in discounts:
        value = quantise(element.value, STORED_PLACES)
        match element.kind:
            case DiscountKind.PERCENT:
                unit_price *= 1 - value / HUNDRED
            case DiscountKind.AMOUNT:
                unit_price -= value
            case DiscountKind.FREE_UNITS:
                continue
    return unit_price


def billed_quantity(quantity: Decimal, discounts: Iterable[DiscountElement]) -> Decimal:
    """Take free units off a quantity; what is given away cannot be more than what is delivered."""
    free = sum((element.value for element in discounts if element.kind is DiscountKind.FREE_UNITS), ZERO)
    return max(quantity - free, ZERO) if quantity > 0 else min(quantity + free, ZERO)


def line_amount(line: DraftLine, *, prices_include_tax: bool) -> LineAmount:
    """Compute the stored amounts of a line: quantity times discounted price, rounded once.

    Price and discounts count with the decimals that the ERP keeps, so that the amount follows from what is stored.
    """
    billed = billed_quantity(line.quantity, line.discounts)
    amount = quantise(billed * discounted(quantise(line.unit_price, STORED_PLACES), line.discounts))
    if not prices_include_tax:
        return amount_of_net(line, amount)
    net = quantise(_parafiscal(line, line.quantity).net_of(amount, vat_rate(line.taxes) / HUNDRED))
    return amount_of_net(line, net, gross=amount)


def amount_of_net(line: DraftLine, net: Decimal, *, gross: Decimal | None = None) -> LineAmount:
    """Compute the other amounts of a line from its net amount, and the gross one where it is not given."""
    others = _parafiscal(line, line.quantity)
    collected = others.collected + quantise(net * others.collected_share)
    base = net + collected + others.uncollected + quantise(net * others.uncollected_share)
    if gross is None:
        gross = net + collected + tax_of_net(base, vat_rate(line.taxes))
    return LineAmount(net, gross, base, collected)


def unit_prices(line: DraftLine, *, prices_include_tax: bool) -> tuple[Decimal, Decimal]:
    """Net and gross unit price of a line before discounts, with the decimals that the ERP keeps."""
    vat = vat_rate(line.taxes) / HUNDRED
    price = quantise(line.unit_price, STORED_PLACES)
    others = _parafiscal(line, Decimal(1), STORED_PLACES)
    if prices_include_tax:
        return quantise(others.net_of(price, vat), STORED_PLACES), price
    collected = others.collected + price * others.collected_share
    base = price + collected + others.uncollected + price * others.uncollected_share
    return price, quantise(price + collected + base * vat, STORED_PLACES)


def vat_rate(taxes: Iterable[ErpTax]) -> Decimal:
    """The rate of the VAT among the taxes of a line, 0 without one."""
    return next((tax.rate for tax in taxes if tax.kind is TaxKind.VAT), ZERO)


def _parafiscal(line: DraftLine, quantity: Decimal, places: int = 2) -> _Parafiscal:
    vat = vat_rate(line.taxes)
    sums = {True: ZERO, False: ZERO}
    shares = {True: ZERO, False: ZERO}
    for tax in line.taxes:
        if tax.kind is TaxKind.PERCENT:
            shares[tax.is_collected] += tax.rate / HUNDRED
        elif tax.kind is not TaxKind.VAT:
            sums[tax.is_collected] += quantise(quantity * ecotax_net(tax, vat, line.unit_weight_kg), places)
    return _Parafiscal(sums[True], sums[False], shares[True], shares[False])


def document_total(draft: DocumentDraft) -> DocumentTotal:
    """Compute the totals of a draft as the ERP will."""
    amounts = (line_amount(line, prices_include_tax=draft.prices_include_tax) for line in draft.lines)
    return total_of_lines(zip((line.taxes for line in draft.lines), amounts, strict=True), draft.shipping)


def total_of_lines(lines: Iterable[tuple[Sequence[ErpTax], LineAmount]], shipping: FooterCharge) -> DocumentTotal:
    """Add up lines, given by their taxes and amounts, and the footer: tax per rate on the sum of its bases."""
    bases: dict[tuple[str, Decimal], Decimal] = defaultdict(lambda: ZERO)
    parafiscal = ZERO
    net = footer_net(shipping)
    _add_base(bases, shipping.taxes, net)
    for line_taxes, amount in lines:
        net += amount.net
        parafiscal += amount.parafiscal
        _add_base(bases, line_taxes, amount.base)
    taxes = tuple(TaxTotal(code, rate, base, tax_of_net(base, rate)) for (code, rate), base in sorted(bases.items()))
    return DocumentTotal(net, taxes, net + parafiscal + sum((tax.amount for tax in taxes), ZERO), parafiscal)


def _add_base(bases: dict[tuple[str, Decimal], Decimal], taxes: Iterable[ErpTax], amount: Decimal) -> None:
    vat = next((tax for tax in taxes if tax.kind is TaxKind.VAT), None)
    if vat is not None:
        bases[vat.code, vat.rate] += amount


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
