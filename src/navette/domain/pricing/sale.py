"""The sale price of one key for one buyer on one occasion (sage100 §4.2)."""

from dataclasses import dataclass
from decimal import Decimal

from navette.domain.keys import StockKey
from navette.domain.money import ZERO, quantise
from navette.domain.order_total import discounted
from navette.domain.price_sheet import DiscountElement, PriceSheet
from navette.domain.pricing.basis import StartingPrice, lines_for, starting_price
from navette.domain.pricing.discounts import Claim, Situation, chosen, claims, per_piece
from navette.domain.pricing.rounding import NET_PLACES, net_matching_gross
from navette.domain.pricing.terms import ONE, Buyer, Occasion, PriceStep, PricingRules, SalePrice, StepKind
from navette.domain.tax import HUNDRED, ecotax_net


def price_of(
    sheet: PriceSheet, buyer: Buyer, occasion: Occasion, rules: PricingRules, key: StockKey | None = None
) -> SalePrice:
    """Compute the price of one piece (or pack) of an article or of one of its variants."""
    sold = key or sheet.key
    pieces = sheet.pack_quantities.get(sold, ONE)
    lines = lines_for(sheet, buyer)
    start = starting_price(sheet, sold, lines)
    terms = _Terms.of(sheet, pieces, includes_tax=start.includes_tax)
    situation = Situation(start.amount / pieces, occasion.quantity * pieces, occasion.on)
    candidates = [claim for claim in claims(sheet, buyer, lines, situation) if claim.level in rules.levels]
    applied = chosen(candidates, rules.policy, lambda claim: terms.after(start.amount, claim))
    return _computed(sold, start, applied, terms, rules.decimals)


@dataclass(frozen=True, slots=True)
class _Terms:
    """In which terms a price is computed: with or without tax, at which rate, with how much ecotax per piece."""

    includes_tax: bool
    rate: Decimal
    ecotax: Decimal
    pieces: Decimal

    @classmethod
    def of(cls, sheet: PriceSheet, pieces: Decimal, *, includes_tax: bool) -> "_Terms":
        rate = sheet.vat.rate if sheet.vat else ZERO
        return cls(includes_tax, rate, ecotax_net(sheet.ecotax, rate, sheet.weight_kg) * pieces, pieces)

    @property
    def factor(self) -> Decimal:
        return 1 + self.rate / HUNDRED

    @property
    def untouchable(self) -> Decimal:
        """The part of the price that no discount may lower: the ecotax, where the price contains it."""
        return self.ecotax * self.factor if self.includes_tax else ZERO

    def after(self, amount: Decimal, claim: Claim) -> Decimal:
        """The price that a claim leaves of an amount."""
        if claim.replacement is not None:
            amount = self.converted(claim.replacement * self.pieces, includes_tax=claim.replacement_includes_tax)
        base = amount - self.untouchable
        return max(discounted(base, per_piece(claim.elements, self.pieces)), ZERO) + self.untouchable

    def converted(self, amount: Decimal, *, includes_tax: bool) -> Decimal:
        """An amount in these terms."""
        if includes_tax == self.includes_tax:
            return amount
        return (amount + self.ecotax) * self.factor if self.includes_tax else amount / self.factor - self.ecotax

    def net(self, amount: Decimal) -> Decimal:
        """Net price at 6 decimals, without ecotax."""
        if self.includes_tax:
            return net_matching_gross(amount, self.rate, self.ecotax)
        return quantise(amount, NET_PLACES)


def _computed(
    key: StockKey, start: StartingPrice, applied: tuple[Claim, ...], terms: _Terms, decimals: int
) -> SalePrice:
    amount = start.amount
    steps = list(start.steps)
    elements: list[DiscountElement] = []
    for claim in applied:
        amount = terms.after(amount, claim)
        kind = StepKind.DISCOUNT if claim.replacement is None else StepKind.BAND_PRICE
        steps.append(PriceStep(kind, claim.row, amount, claim.elements))
        elements += claim.elements
    printed = quantise(amount, decimals)
    net = terms.net(printed)
    if terms.includes_tax:
        steps.append(PriceStep(StepKind.NET_OF_TAX, f"rate:{terms.rate}", net))
    return SalePrice(
        key=key,
        net=net,
        list_net=net if not applied else terms.net(quantise(start.amount, decimals)),
        gross=quantise(printed) if terms.includes_tax else None,
        discounts=tuple(elements),
        steps=tuple(steps),
    )
