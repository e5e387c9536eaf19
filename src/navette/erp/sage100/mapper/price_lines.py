"""Price lines of categories and customers, with their bands and prices of variants and packs (sage100 §2.2)."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from navette.domain.currency import company_rate
from navette.domain.keys import PackKey, StockKey, VariantKey, normalise_code
from navette.domain.money import ZERO
from navette.domain.price_sheet import (
    BandKind,
    DiscountElement,
    DiscountKind,
    PriceBand,
    PriceLine,
    RoundingRule,
)
from navette.erp.sage100.mapper.values import amount
from navette.erp.sage100.rows import Record

Owner = int | str
"""Who a price is for: a price category by number, or a customer by account code."""

BAND_KINDS = (BandKind.NONE, BandKind.QUANTITY, BandKind.AMOUNT, BandKind.NET_PRICE)
"""By AC_QteMont and FT_QteMont."""

_ELEMENT_KINDS = (DiscountKind.AMOUNT, DiscountKind.PERCENT, DiscountKind.FREE_UNITS)
"""By REM_Type."""

_ROUNDINGS = tuple(RoundingRule)
"""By P_ARRONDI.AR_Type."""

_CATEGORY = re.compile(r"a(\d\d)")
_CERTAIN = 0


def owner(reference: str) -> Owner:
    """Read an XX_RefCF: `a` in lower case and two digits is a category, anything else a customer (or a supplier)."""
    category = _CATEGORY.fullmatch(reference.strip())
    return int(category[1]) if category else normalise_code(reference)


def elements(values: Sequence[Any]) -> tuple[DiscountElement, ...]:
    """Up to three cascaded elements, from three values and three kinds; empty ones are left out."""
    pairs = zip(values[:3], values[3:], strict=True)
    return tuple(
        DiscountElement(value, _ELEMENT_KINDS[kind if kind in {0, 1, 2} else 1]) for value, kind in pairs if value
    )


def rounding_rules(rows: Iterable[Record]) -> Mapping[int, tuple[RoundingRule, Decimal]]:
    """Rounding rules by number."""
    return {
        row.cbIndice: (_ROUNDINGS[row.AR_Type or 0], row.AR_Valeur)
        for row in rows
        if row.AR_Valeur and (row.AR_Type or 0) < len(_ROUNDINGS)
    }


def currency_rates(rows: Iterable[Record]) -> Mapping[int, Decimal]:
    """What currencies are worth in the company's own, by number."""
    return {row.cbIndice: company_rate(amount(row.D_Cours), is_certain=row.D_Mode == _CERTAIN) for row in rows}


@dataclass(frozen=True, slots=True)
class LineTerms:
    """What price lines point to: rounding rules, currencies, and whether prices of categories include tax."""

    roundings: Mapping[int, tuple[RoundingRule, Decimal]] = field(default_factory=dict)
    rates: Mapping[int, Decimal] = field(default_factory=dict)
    categories_with_tax: frozenset[int] = frozenset()


@dataclass(slots=True)
class LineRows:
    """The rows of one article that price lines are made of."""

    lines: Sequence[Record] = ()
    bands: Sequence[Record] = ()
    variants: Sequence[Record] = ()
    packs: Sequence[Record] = ()


def to_lines(
    reference: str, rows: LineRows, terms: LineTerms, *, base_includes_tax: bool
) -> tuple[dict[int, PriceLine], dict[str, PriceLine]]:
    """Price lines by category and by customer; a price of a variant alone makes a line too."""
    bands = _bands(rows.bands)
    prices = _keyed_prices(reference, rows)
    categories: dict[int, PriceLine] = {}
    customers: dict[str, PriceLine] = {}
    by_owner = {_line_owner(row): row for row in rows.lines}
    for who in (*by_owner, *(who for who in prices if who not in by_owner)):
        row = by_owner.get(who)
        own = prices.get(who, {})
        if row is not None:
            line = _line(row, bands.get(who, ()), own, terms)
        else:
            with_tax = who in terms.categories_with_tax if isinstance(who, int) else base_includes_tax
            line = PriceLine(includes_tax=with_tax, variant_prices=own)
        if isinstance(who, int):
            categories[who] = line
        else:
            customers[who] = line
    return categories, customers


def _line_owner(row: Record) -> Owner:
    return normalise_code(row.CT_Num) if row.CT_Num else int(row.AC_Categorie or 0)


def _line(
    row: Record, bands: tuple[PriceBand, ...], variant_prices: Mapping[StockKey, Decimal], terms: LineTerms
) -> PriceLine:
    return PriceLine(
        price=amount(row.AC_PrixVen),
        includes_tax=bool(row.AC_PrixTTC),
        coefficient=amount(row.AC_Coef),
        discount=amount(row.AC_Remise),
        excludes_discounts=bool(row.AC_TypeRem),
        band_kind=band_kind(row.AC_QteMont),
        bands=bands,
        rounding=terms.roundings.get(row.AC_Arrondi or 0),
        foreign_price=amount(row.AC_PrixDev),
        foreign_rate=terms.rates.get(row.AC_Devise or 0, ZERO),
        variant_prices=variant_prices,
    )


def band_kind(number: int | None) -> BandKind:
    """What bands are about; a number that Sage does not have is no band."""
    return BAND_KINDS[number] if number is not None and 0 <= number < len(BAND_KINDS) else BandKind.NONE


def _bands(rows: Iterable[Record]) -> Mapping[Owner, tuple[PriceBand, ...]]:
    """Bands by owner from rows (article, owner, bound, net price, elements), in ascending order."""
    found: dict[Owner, list[PriceBand]] = {}
    for row in rows:
        band = PriceBand(amount(row[2]), elements(row[4:]), amount(row[3]))
        found.setdefault(owner(row[1] or ""), []).append(band)
    return {who: tuple(sorted(bands, key=lambda band: band.upper_bound)) for who, bands in found.items()}


def _keyed_prices(reference: str, rows: LineRows) -> Mapping[Owner, dict[StockKey, Decimal]]:
    found: dict[Owner, dict[StockKey, Decimal]] = {}
    for row in rows.variants:
        key = VariantKey(reference, row.AG_No1, row.AG_No2 or 0)
        found.setdefault(owner(row.TG_RefCF or ""), {})[key] = row.TG_Prix
    for row in rows.packs:
        found.setdefault(owner(row.TC_RefCF or ""), {})[PackKey(reference, row.CO_No)] = row.TC_Prix
    return found
