"""Price lines drawn at random for an article."""

from decimal import ROUND_HALF_UP, Decimal
from random import Random

from navette.demo.company.articles.article import PriceLine
from navette.demo.company.foundations.parameter_numbers import PriceCategory
from navette.demo.company.foundations.ranges import Scale
from navette.demo.company.foundations.taxes import FRENCH_VAT, VatClass
from navette.erp.sage100.tables import UNBOUNDED

_CENT = Decimal("0.01")
_DISCOUNTS = (5, 10, 15, 20, 30)


def draw_prices(random: Random, price: Decimal, vat_class: VatClass) -> tuple[PriceLine, ...]:
    """Draw the price lines of an article whose base price is before tax."""
    lines = []
    if random.random() < 0.4:
        gross = price * (1 + FRENCH_VAT[vat_class].rate / 100)
        lines.append(PriceLine(PriceCategory.CONSUMERS, price=_round(gross), includes_tax=True))
    if random.random() < 0.25:
        lines.append(PriceLine(PriceCategory.WHOLESALERS, discount=Decimal(random.choice(_DISCOUNTS))))
    if random.random() < 0.15:
        lines.append(_with_bands(price))
    if random.random() < 0.03:
        account = random.choice(("GROSBESAN", "DETADIJON", "CENTRALE"))
        lines.append(PriceLine(account=account, price=_round(price * Decimal("0.7"))))
    return tuple(lines)


def _with_bands(price: Decimal) -> PriceLine:
    bands = ((Decimal(9), Decimal(0)), (Decimal(49), Decimal(5)), (UNBOUNDED, Decimal(10)))
    return PriceLine(
        PriceCategory.RETAILERS, price=_round(price * Decimal("0.85")), scale=Scale.BY_QUANTITY, bands=bands
    )


def _round(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, rounding=ROUND_HALF_UP)
