"""Value-added tax and ecotax: rates, codes, and the way between net and gross."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from navette.domain.money import ZERO, quantise

HUNDRED = Decimal(100)


class TaxKind(StrEnum):
    """What a tax of the ERP is computed on (Sage F_TAXE.TA_Type and TA_TTaux)."""

    VAT = "vat"
    FIXED_NET = "fixed_net"  # amount per unit, in the VAT base (parafiscal TP/HT)
    FIXED_GROSS = "fixed_gross"  # amount per unit, VAT included (parafiscal TP/TTC)
    BY_WEIGHT = "by_weight"  # amount per kilogram
    PERCENT = "percent"  # a percentage that is not VAT


@dataclass(frozen=True, slots=True)
class ErpTax:
    """A tax of the ERP (F_TAXE): its code is what document lines store; rate in percent or amount per unit."""

    code: str
    rate: Decimal
    kind: TaxKind = TaxKind.VAT
    label: str = ""
    is_collected: bool = True


@dataclass(frozen=True, slots=True)
class ShopTax:
    """A tax as a shop names it on an order line: rate in percent, country of taxation as ISO 3166 code."""

    rate: Decimal
    country: str
    name: str = ""

    @property
    def mapping_key(self) -> str:
        """Key of the tax mapping: country and rate, since one rate means different taxes in two countries."""
        return f"{self.country}|{plain_rate(self.rate)}"


def plain_rate(rate: Decimal) -> str:
    """Write a rate without trailing zeros: 20, 5.5, 2.1."""
    return format(rate.normalize(), "f")


def gross_of_net(net: Decimal, rate: Decimal, places: int = 2) -> Decimal:
    """Add a tax of `rate` percent to a net amount."""
    return quantise(net * (1 + rate / HUNDRED), places)


def net_of_gross(gross: Decimal, rate: Decimal, places: int = 2) -> Decimal:
    """Take a tax of `rate` percent out of a gross amount."""
    return quantise(gross / (1 + rate / HUNDRED), places)


def tax_of_net(net: Decimal, rate: Decimal) -> Decimal:
    """Tax on a net base, rounded to the cent as on a document."""
    return quantise(net * rate / HUNDRED)


def ecotax_net(tax: ErpTax | None, vat_rate: Decimal, weight_kg: Decimal = ZERO) -> Decimal:
    """Net ecotax per unit, at 6 decimals (Sage: parafiscal taxes of slots 2 and 3; sage100 §4.3)."""
    if tax is None:
        return ZERO
    match tax.kind:
        case TaxKind.FIXED_NET:
            amount = tax.rate
        case TaxKind.FIXED_GROSS:
            amount = tax.rate / (1 + vat_rate / HUNDRED)
        case TaxKind.BY_WEIGHT:
            amount = tax.rate * weight_kg
        case _:
            return ZERO
    return quantise(amount, 6)
