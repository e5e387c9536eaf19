"""The prices of one key for one buyer over all quantities and periods that matter."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from navette.domain.keys import StockKey
from navette.domain.price_sheet import PriceSheet
from navette.domain.pricing.grid import Period
from navette.domain.pricing.sale import price_of
from navette.domain.pricing.terms import Buyer, Occasion, PricingRules, SalePrice

Cell = tuple[Period, int]
"""A period and a quantity."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Quantities in ascending order, and periods of which the first is the ordinary one."""

    quantities: tuple[int, ...]
    periods: tuple[Period, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every quantity in every period."""
        return tuple((period, quantity) for period in self.periods for quantity in self.quantities)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Prices by period and quantity, and the quantities at which they or those of a larger audience can change."""

    cells: Mapping[Cell, SalePrice]
    quantities: frozenset[int]

    @property
    def nets(self) -> dict[Cell, Decimal]:
        """Net prices by period and quantity."""
        return {cell: price.net for cell, price in self.cells.items()}


def prices_over(
    sheet: PriceSheet, key: StockKey, buyer: Buyer, rules: PricingRules, cells: tuple[Cell, ...]
) -> dict[Cell, SalePrice]:
    """Compute the prices of all cells; in the ordinary period no dated promotion holds."""
    lasting = tuple(promotion for promotion in sheet.promotions if not (promotion.starts or promotion.ends))
    ordinary = replace(sheet, promotions=lasting) if lasting != sheet.promotions else sheet
    return {
        (period, quantity): price_of(
            ordinary if period.is_ordinary else sheet,
            buyer,
            Occasion(period.first_day, Decimal(quantity)),
            rules,
            key,
        )
        for period, quantity in cells
    }
