"""The unit price of a product for somebody, somewhere."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from navette.demo.shops.prestashop.php import to_int
from navette.demo.shops.prestashop.pricing.amounts import ZERO, Amount, Rounding
from navette.demo.shops.prestashop.pricing.specific_prices import PriceQuestion, SpecificPrice, specific_price
from navette.demo.shops.prestashop.pricing.taxes import Place, TaxRates, taxes_at

if TYPE_CHECKING:
    from navette.demo.shops.prestashop.shop import Shop

BASE = (
    "SELECT p.price, p.ecotax, p.id_tax_rules_group, c.price, c.ecotax FROM product p"
    " LEFT JOIN product_attribute c ON c.id_product = p.id"
    " AND (c.id = :combination OR (:combination = 0 AND c.default_on = 1)) WHERE p.id = :product"
)
DEFAULT_CURRENCY = "SELECT conversion_rate FROM currency WHERE id = ?"


@dataclass(frozen=True)
class UnitPrice:
    """A unit price with the special price that made it."""

    amount: Amount
    special: SpecificPrice | None
    taxes: TaxRates
    reduction: Amount = field(default_factory=Amount)


@dataclass(frozen=True)
class Terms:
    """How a price is asked: with ecotax, with reductions, with the group's own reduction, to how many places."""

    with_ecotax: bool = True
    reduced: bool = True
    group_reduction: bool = True
    rounding: Rounding = field(default_factory=Rounding)
    places: int = 6


@dataclass(frozen=True)
class _Base:
    price: Decimal
    ecotax: Decimal
    impact: Decimal
    tax_group: int


def rounding_of(shop: "Shop") -> Rounding:
    """Return the shop's settings of rounding."""
    mode, kind = shop.setting("PS_PRICE_ROUND_MODE"), shop.setting("PS_ROUND_TYPE")
    return Rounding(to_int(mode or "2"), to_int(kind or "2"))


def currency_rate(shop: "Shop", currency: int) -> Decimal:
    """Return how many units of a currency make one of the shop's own."""
    if str(currency) == shop.setting("PS_CURRENCY_DEFAULT"):
        return Decimal(1)
    return Decimal(shop.database.value(DEFAULT_CURRENCY, (currency,)) or 1)


def unit_price(shop: "Shop", question: PriceQuestion, place: Place, terms: Terms) -> UnitPrice | None:
    """Return the price of one piece, or None for an unknown product or combination."""
    asked = {"combination": question.combination, "product": question.product}
    row = shop.database.row(BASE, asked)
    if row is None:
        return None
    price, ecotax, group, impact, own_ecotax = row
    if question.combination and impact is None:
        return None
    own = Decimal(own_ecotax or 0)
    base = _Base(Decimal(price), own if own > 0 else Decimal(ecotax), Decimal(impact or 0), int(group))
    special = specific_price(shop, question)
    taxes = taxes_at(shop, base.tax_group, place)
    net = _before_reduction(shop, question, base, special)
    ecotax_amount = (
        _ecotax(shop, base, place, currency_rate(shop, question.currency)) if terms.with_ecotax else Amount()
    )
    full = Amount(taxes.add(net), net) + ecotax_amount
    reduction = Amount()
    if terms.reduced and special is not None:
        reduction = _reduction(special, full, taxes, currency_rate(shop, question.currency))
    full -= reduction
    if terms.group_reduction:
        percent = shop.database.value('SELECT reduction FROM "group" WHERE id = ?', (question.group,))
        full -= full * (Decimal(percent or 0) / 100)
    return UnitPrice(_rounded(full, terms).floor(), special, taxes, _rounded(reduction, terms))


def _before_reduction(shop: "Shop", question: PriceQuestion, base: _Base, special: SpecificPrice | None) -> Decimal:
    rate = currency_rate(shop, question.currency)
    is_fixed = special is not None and special.price >= 0
    price = special.price if special is not None and is_fixed else base.price
    if not (special is not None and is_fixed and special.currency == question.currency):
        price *= rate
    if special is None or not special.combination or not is_fixed:
        price += base.impact * rate
    return price


def _ecotax(shop: "Shop", base: _Base, place: Place, rate: Decimal) -> Amount:
    if not base.ecotax:
        return Amount()
    ecotax = base.ecotax * rate
    taxes = taxes_at(shop, to_int(shop.setting("PS_ECOTAX_TAX_RULES_GROUP_ID")), place)
    return Amount(taxes.add(ecotax), ecotax)


def _reduction(special: SpecificPrice, full: Amount, taxes: TaxRates, rate: Decimal) -> Amount:
    if special.is_percentage:
        return full * special.reduction
    amount = special.reduction if special.currency else special.reduction * rate
    if special.reduction_with_tax:
        return Amount(amount, taxes.remove(amount))
    return Amount(taxes.add(amount), amount)


def _rounded(full: Amount, terms: Terms) -> Amount:
    rounding = Rounding(terms.rounding.mode, terms.rounding.kind, terms.places)
    return full.rounded(rounding) if full != Amount(ZERO, ZERO) else full
