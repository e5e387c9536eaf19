"""Stock levels and the quantity that a shop is told."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_FLOOR, Decimal
from enum import StrEnum

from navette.domain.keys import ArticleKey, StockKey
from navette.domain.money import ZERO


class StockBasis(StrEnum):
    """Which quantity is published (spec ART-STK-2; formulas of sage100 §4.1)."""

    PHYSICAL = "reel"
    PHYSICAL_LESS_ORDERS = "reel_moins_commandes"
    AVAILABLE = "disponible"
    PROJECTED = "a_terme"
    PROJECTED_LESS_SUPPLIER_ORDERS = "a_terme_moins_commandes_fournisseurs"


@dataclass(frozen=True, slots=True, kw_only=True)
class StockLevel:
    """The quantities of one article or variant, summed over the chosen warehouses, in units of sale.

    `reserved_back_to_back` and `ordered_back_to_back` are the parts of reserved and ordered that are contremarque.
    """

    key: StockKey
    article: ArticleKey
    is_tracked: bool = True
    is_back_to_back: bool = False
    physical: Decimal = ZERO
    reserved: Decimal = ZERO
    prepared: Decimal = ZERO
    ordered: Decimal = ZERO
    reserved_back_to_back: Decimal = ZERO
    ordered_back_to_back: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class StockPolicy:
    """How a quantity to publish is made from a level (spec ART-STK-2 to 4)."""

    basis: StockBasis = StockBasis.PROJECTED
    untracked_quantity: int = 100
    back_to_back_quantity: int = 100
    sends_negative: bool = False


def quantity_on_basis(level: StockLevel, basis: StockBasis) -> Decimal:
    """Give the quantity of a level on one of the five bases, which may be negative."""
    match basis:
        case StockBasis.PHYSICAL:
            return level.physical
        case StockBasis.PHYSICAL_LESS_ORDERS:
            return level.physical - level.reserved
        case StockBasis.AVAILABLE:
            return level.physical - level.prepared - level.reserved_back_to_back + level.ordered_back_to_back
        case StockBasis.PROJECTED:
            return level.physical + level.ordered - level.reserved - level.prepared
        case StockBasis.PROJECTED_LESS_SUPPLIER_ORDERS:
            return level.physical - level.reserved - level.prepared


def quantity_to_publish(level: StockLevel, policy: StockPolicy) -> int:
    """Give the whole quantity that a shop is told; a part of a unit cannot be sold and is dropped."""
    if not level.is_tracked:
        return policy.untracked_quantity
    quantity = int(quantity_on_basis(level, policy.basis).to_integral_value(rounding=ROUND_FLOOR))
    if quantity <= 0 and level.is_back_to_back:
        return policy.back_to_back_quantity
    return quantity if policy.sends_negative else max(quantity, 0)


@dataclass(frozen=True, slots=True)
class SupplierArrival:
    """A quantity awaited from a supplier on a date (None = no date known)."""

    on: date | None
    quantity: Decimal
