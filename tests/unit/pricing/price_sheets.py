"""Price sheets for tests: a gold ring at 100 € net, 20 % VAT, that tests change in one respect."""

from datetime import date
from decimal import Decimal

from navette.domain.keys import ArticleKey
from navette.domain.price_sheet import DiscountElement, PriceBand, PriceSheet
from navette.domain.tax import ErpTax, TaxKind

RING = ArticleKey("BAOR01")
VAT_20 = ErpTax("V20", Decimal(20))
ECOTAX = ErpTax("ECO", Decimal("0.50"), TaxKind.FIXED_NET)
TODAY = date(2026, 11, 24)
UNBOUNDED = Decimal(99_999_999_999_999)


def money(text: str) -> Decimal:
    return Decimal(text)


def sheet(**changes: object) -> PriceSheet:
    values = {
        "key": RING,
        "family": "BAGUES",
        "base_price": Decimal(100),
        "base_includes_tax": False,
        "purchase_price": Decimal(40),
        "coefficient": Decimal("2.5"),
        "vat": VAT_20,
    }
    return PriceSheet(**(values | changes))


def percent(value: str) -> DiscountElement:
    return DiscountElement(Decimal(value))


def band(upper: str | Decimal, *percents: str, net: str = "0") -> PriceBand:
    return PriceBand(Decimal(upper), tuple(percent(value) for value in percents), Decimal(net))
