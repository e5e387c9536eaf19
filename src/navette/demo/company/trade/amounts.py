"""Amounts of the sample's documents, as Sage stores them (sage100 §4.6)."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from navette.demo.company.foundations.taxes import Tax
from navette.demo.company.trade.lines import Document, Line

_CENT = Decimal("0.01")
_SIX_PLACES = Decimal("0.000001")
ZERO = Decimal(0)


def cents(amount: Decimal) -> Decimal:
    """Round to the cent."""
    return amount.quantize(_CENT, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class LineAmounts:
    """Unit prices and amounts of a line; `ecotax` is what is collected, `tax_base` what VAT is computed on."""

    unit_net: Decimal
    unit_gross: Decimal
    net: Decimal
    gross: Decimal
    ecotax: Decimal
    tax_base: Decimal


@dataclass(frozen=True, slots=True)
class Totals:
    """Totals of a document."""

    lines: Decimal
    shipping: Decimal
    early_payment_discount: Decimal
    ecotax: Decimal
    vat: dict[Tax, Decimal]
    net_by_account: dict[str, Decimal]

    @property
    def net(self) -> Decimal:
        """DO_TotalHTNet."""
        return self.lines + self.shipping - self.early_payment_discount

    @property
    def gross(self) -> Decimal:
        """DO_TotalTTC."""
        return self.net + self.ecotax + sum(self.vat.values(), ZERO)


def line_amounts(line: Line, document: Document) -> LineAmounts:
    """Compute the amounts of a line."""
    vat, _, ecotax = document.taxes(line)
    rate = vat.rate / 100 if vat else ZERO
    per_unit = ecotax.rate if ecotax else ZERO
    collected_per_unit = per_unit if ecotax and ecotax.is_collected_from_customer else ZERO
    extra, collected = cents(line.quantity * per_unit), cents(line.quantity * collected_per_unit)
    discounted = line.price
    for discount in line.discounts:
        discounted *= 1 - discount / 100
    amount = cents(line.quantity * discounted)
    if line.includes_tax:
        unit_net = (line.price - collected_per_unit - per_unit * rate) / (1 + rate)
        net = cents((amount - collected - extra * rate) / (1 + rate))
        return LineAmounts(unit_net.quantize(_SIX_PLACES), line.price, net, amount, collected, net + extra)
    unit_gross = line.price + collected_per_unit + (line.price + per_unit) * rate
    gross = amount + collected + cents((amount + extra) * rate)
    return LineAmounts(line.price, unit_gross.quantize(_SIX_PLACES), amount, gross, collected, amount + extra)


def shipping_net(document: Document, lines: Decimal) -> Decimal:
    """Give the footer's shipping cost before tax, nothing when the lines reach its threshold."""
    if document.free_shipping_from and lines >= document.free_shipping_from:
        return ZERO
    tax = document.footer_tax()
    if document.shipping_includes_tax and tax:
        return cents(document.shipping / (1 + tax.rate / 100))
    return cents(document.shipping)


def totals(document: Document, amounts: list[LineAmounts]) -> Totals:
    """Add up a document: VAT on the sum of its bases, tax by tax."""
    bases: dict[Tax, Decimal] = defaultdict(lambda: ZERO)
    nets: dict[Tax | None, Decimal] = defaultdict(lambda: ZERO)
    by_account: dict[str, Decimal] = defaultdict(lambda: ZERO)
    ecotax = ZERO
    for line, amount in zip(document.lines, amounts, strict=True):
        if not line.is_valued:
            continue
        vat, _, _ = document.taxes(line)
        nets[vat] += amount.net
        ecotax += amount.ecotax
        if vat:
            bases[vat] += amount.tax_base
        if line.sold:
            by_account[line.sold.article.vat_class] += amount.net
    discounts = {tax: cents(net * document.early_payment_discount / 100) for tax, net in nets.items()}
    for tax, discount in discounts.items():
        if tax:
            bases[tax] -= discount
    total = sum(nets.values(), ZERO)
    shipping = shipping_net(document, total)
    footer = document.footer_tax()
    if footer:
        bases[footer] += shipping
    vat_amounts = {tax: cents(base * tax.rate / 100) for tax, base in bases.items()}
    return Totals(total, shipping, sum(discounts.values(), ZERO), ecotax, vat_amounts, dict(by_account))
