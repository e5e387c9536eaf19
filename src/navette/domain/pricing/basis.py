"""Where a sale price starts: the first row that gives one (sage100 §4.2, points 1 to 4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from navette.domain.keys import StockKey
from navette.domain.price_sheet import PriceLine, PriceSheet
from navette.domain.pricing.rounding import apply_rounding
from navette.domain.pricing.terms import ONE, Buyer, PriceStep, StepKind


@dataclass(frozen=True, slots=True)
class StartingPrice:
    """A price before discounts, with or without tax as its row says, and the steps to it."""

    amount: Decimal
    includes_tax: bool
    steps: tuple[PriceStep, ...]


@dataclass(frozen=True, slots=True)
class BuyerLines:
    """The two price lines of an article that concern a buyer; either may be missing."""

    customer: PriceLine | None
    customer_row: str
    category: PriceLine | None
    category_row: str

    @property
    def discount_line(self) -> PriceLine | None:
        """The line whose discounts hold: the customer's if there is one, else the category's."""
        return self.customer or self.category

    @property
    def discount_row(self) -> str:
        """Name of the line whose discounts hold."""
        return self.customer_row if self.customer else self.category_row


def lines_for(sheet: PriceSheet, buyer: Buyer) -> BuyerLines:
    """Find the price lines of a buyer on a sheet."""
    account = buyer.reference_account
    return BuyerLines(
        sheet.customer_lines.get(account) if account else None,
        f"customer:{account}",
        sheet.category_lines.get(buyer.price_category),
        f"category:{buyer.price_category}",
    )


def starting_price(sheet: PriceSheet, key: StockKey, lines: BuyerLines) -> StartingPrice:
    """Find the price of one piece of a key: its own line, else the article's (times the pieces of a pack)."""
    own = next(_own_prices(key, lines), None)
    if own is not None:
        return own
    plain = next(_plain_prices(sheet, key, lines), None) or _base_price(sheet, key)
    pieces = sheet.pack_quantities.get(key, ONE)
    if pieces == ONE:
        return plain
    amount = plain.amount * pieces
    return StartingPrice(amount, plain.includes_tax, (*plain.steps, PriceStep(StepKind.TIMES_PACK, str(key), amount)))


def _start(kind: StepKind, row: str, amount: Decimal, *, includes_tax: bool) -> StartingPrice:
    return StartingPrice(amount, includes_tax, (PriceStep(kind, row, amount),))


def _own_prices(key: StockKey, lines: BuyerLines) -> Iterator[StartingPrice]:
    if lines.customer and (amount := lines.customer.variant_prices.get(key)):
        kind = StepKind.CUSTOMER_VARIANT_PRICE
        yield _start(kind, lines.customer_row, amount, includes_tax=lines.customer.includes_tax)
    if lines.category and (amount := lines.category.variant_prices.get(key)):
        kind = StepKind.CATEGORY_VARIANT_PRICE
        yield _start(kind, lines.category_row, amount, includes_tax=lines.category.includes_tax)


def _plain_prices(sheet: PriceSheet, key: StockKey, lines: BuyerLines) -> Iterator[StartingPrice]:
    customer, category = lines.customer, lines.category
    if customer and customer.price > 0:
        yield _start(StepKind.CUSTOMER_PRICE, lines.customer_row, customer.price, includes_tax=customer.includes_tax)
    if category and category.price > 0:
        yield _start(StepKind.CATEGORY_PRICE, lines.category_row, category.price, includes_tax=category.includes_tax)
    if category and (computed := _purchase_price(sheet, key) * category.coefficient) > 0:
        yield _rounded(
            _start(StepKind.CATEGORY_COEFFICIENT, lines.category_row, computed, includes_tax=category.includes_tax),
            category,
        )
    for line, row in ((customer, lines.customer_row), (category, lines.category_row)):
        if line and (converted := line.foreign_price * line.foreign_rate) > 0:
            yield _start(StepKind.FOREIGN_PRICE, row, converted, includes_tax=line.includes_tax)


def _rounded(start: StartingPrice, line: PriceLine) -> StartingPrice:
    amount = apply_rounding(start.amount, line.rounding)
    if amount == start.amount:
        return start
    step = PriceStep(StepKind.ROUNDED, start.steps[-1].row, amount)
    return StartingPrice(amount, start.includes_tax, (*start.steps, step))


def _base_price(sheet: PriceSheet, key: StockKey) -> StartingPrice:
    if sheet.base_price > 0:
        return _start(StepKind.BASE_PRICE, str(sheet.key), sheet.base_price, includes_tax=sheet.base_includes_tax)
    amount = _purchase_price(sheet, key) * sheet.coefficient
    return _start(StepKind.BASE_COEFFICIENT, str(sheet.key), amount, includes_tax=sheet.base_includes_tax)


def _purchase_price(sheet: PriceSheet, key: StockKey) -> Decimal:
    return sheet.variant_purchase_prices.get(key) or sheet.purchase_price
