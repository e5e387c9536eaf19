"""Who a shop shows prices to: everybody, a price category, a customer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Optional

from navette.domain.keys import StockKey
from navette.domain.price_sheet import PriceSheet
from navette.domain.pricing.grid import break_quantities
from navette.domain.pricing.terms import Buyer, DiscountLevel, PricingRules

BANDED_LEVELS = frozenset({DiscountLevel.ARTICLE, DiscountLevel.FAMILY})


@dataclass(frozen=True, slots=True, eq=False)
class Audience:
    """Those who pay the same; `above` is the larger audience whose rules they would follow without any of their own.

    An audience is itself, not equal to another: it is a key of tables.
    """

    buyer: Buyer
    rules: PricingRules
    category: int = 0
    customer: str = ""
    above: Optional["Audience"] = None

    def quantities(self, sheet: PriceSheet, key: StockKey) -> frozenset[int]:
        """Quantities at which the audience's price can change."""
        if not self.rules.levels & BANDED_LEVELS:
            return frozenset({1})
        return break_quantities(sheet, key, self.buyer)


@dataclass(frozen=True, slots=True)
class Directory:
    """The customers that a shop knows, found by the accounts that price rows name."""

    by_account: Mapping[str, Buyer] = field(default_factory=dict)
    by_group: Mapping[str, tuple[Buyer, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, buyers: Iterable[Buyer]) -> "Directory":
        """Index buyers by account and by purchasing group."""
        by_account: dict[str, Buyer] = {}
        by_group: dict[str, list[Buyer]] = defaultdict(list)
        for buyer in buyers:
            by_account[buyer.account] = buyer
            if buyer.purchasing_group:
                by_group[buyer.purchasing_group].append(buyer)
        return cls(by_account, {group: tuple(members) for group, members in by_group.items()})

    def concerned_by(self, sheet: PriceSheet) -> tuple[Buyer, ...]:
        """The customers that a row of the sheet names, themselves or through their purchasing group, by account.

        A customer's own discount rate alone is no matter of one article and names nobody.
        """
        named = sheet.customer_lines.keys() | sheet.family_by_customer.keys()
        named |= {account for promotion in sheet.promotions for account in promotion.customers}
        found = {buyer for account in named for buyer in self.by_group.get(account, ())}
        found |= {self.by_account[account] for account in named if account in self.by_account}
        return tuple(sorted(found, key=lambda buyer: buyer.account))
