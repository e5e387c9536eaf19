"""All price rows of one article as a price sheet, and the discounts and promotions that it shares with others."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from navette.domain.keys import ArticleKey, PackKey, StockKey, normalise_code
from navette.domain.price_sheet import FamilyDiscount, PriceBand, PriceSheet, Promotion
from navette.domain.tax import ErpTax
from navette.erp.sage100.mapper.price_lines import LineRows, LineTerms, band_kind, elements, owner, to_lines
from navette.erp.sage100.mapper.values import amount, day, grams, text
from navette.erp.sage100.mapper.variants import Ranges, to_variants
from navette.erp.sage100.rows import Record

GRAMS_PER_KILOGRAM = 1000


@dataclass(slots=True)
class SheetParts:
    """What other tables say of one article's prices."""

    lines: LineRows = field(default_factory=LineRows)
    vat: ErpTax | None = None
    ecotax: ErpTax | None = None
    range_values: Sequence[Record] = ()
    combinations: Sequence[Record] = ()
    packagings: Sequence[Record] = ()
    family_by_category: Mapping[int, FamilyDiscount] = field(default_factory=dict)
    family_by_customer: Mapping[str, Decimal] = field(default_factory=dict)
    promotions: tuple[Promotion, ...] = ()


def to_sheet(row: Record, parts: SheetParts, terms: LineTerms) -> PriceSheet:
    """Make the sheet of an article."""
    reference = normalise_code(row.AR_Ref)
    includes_tax = bool(row.AR_PrixTTC)
    categories, customers = to_lines(reference, parts.lines, terms, base_includes_tax=includes_tax)
    axes = (row.AR_Gamme1 or 0, row.AR_Gamme2 or 0)
    variants = to_variants(reference, axes, parts.range_values, parts.combinations, Ranges())
    awake = [variant.key for variant in variants if not variant.is_dormant]
    packs: dict[StockKey, Decimal] = {
        PackKey(reference, pack.CO_No): pack.EC_Quantite for pack in parts.packagings if amount(pack.EC_Quantite) > 0
    }
    return PriceSheet(
        key=ArticleKey(reference),
        family=text(row.FA_CodeFamille),
        base_price=amount(row.AR_PrixVen),
        base_includes_tax=includes_tax,
        purchase_price=amount(row.AR_PrixAch),
        coefficient=amount(row.AR_Coef),
        vat=parts.vat,
        ecotax=parts.ecotax,
        weight_kg=grams(row.AR_PoidsNet, row.AR_UnitePoids) / GRAMS_PER_KILOGRAM,
        variants=(*awake, *packs),
        variant_purchase_prices=_purchase_prices(awake, parts.combinations),
        pack_quantities=packs,
        category_lines=categories,
        customer_lines=customers,
        family_by_category=parts.family_by_category,
        family_by_customer=parts.family_by_customer,
        promotions=parts.promotions,
    )


def _purchase_prices(keys: Sequence[StockKey], rows: Sequence[Record]) -> dict[StockKey, Decimal]:
    known = {(row.AG_No1, row.AG_No2 or 0): row.AE_PrixAch for row in rows if row.AE_PrixAch}
    found = ((key, known.get((getattr(key, "value1", 0), getattr(key, "value2", 0)))) for key in keys)
    return {key: price for key, price in found if price}


def family_discounts(lines: Iterable[Record], bands: Iterable[Record]) -> Mapping[str, Mapping[int, FamilyDiscount]]:
    """Discounts of families by category; band rows are (family, owner, bound, elements)."""
    by_owner: dict[tuple[str, object], list[PriceBand]] = {}
    for row in bands:
        band = PriceBand(amount(row[2]), elements(row[3:]))
        by_owner.setdefault((normalise_code(row[0]), owner(row[1] or "")), []).append(band)
    found: dict[str, dict[int, FamilyDiscount]] = {}
    for row in lines:
        code, category = normalise_code(row.FA_CodeFamille), int(row.FT_Categorie or 0)
        own = sorted(by_owner.get((code, category), ()), key=lambda band: band.upper_bound)
        found.setdefault(code, {})[category] = FamilyDiscount(
            discount=amount(row.FT_Remise),
            coefficient=amount(row.FT_Coef),
            excludes_discounts=bool(row.FT_TypeRem),
            band_kind=band_kind(row.FT_QteMont),
            bands=tuple(own),
        )
    return found


def customer_family_discounts(rows: Iterable[Record]) -> Mapping[str, Mapping[str, Decimal]]:
    """Discounts of customers on families, by family and account."""
    found: dict[str, dict[str, Decimal]] = {}
    for row in rows:
        if row.FC_Remise:
            found.setdefault(normalise_code(row.FA_CodeFamille), {})[normalise_code(row.CT_Num)] = row.FC_Remise
    return found


def to_promotion(row: Record, categories: Iterable[str], customers: Iterable[str]) -> Promotion:
    """Map a dated scale; the row ends with three values and three kinds of discount elements."""
    numbers = (code.strip().lstrip("aA") for code in categories)
    return Promotion(
        label=text(row.TF_Intitule),
        starts=day(row.TF_Debut),
        ends=day(row.TF_Fin),
        discounts=elements(row[-6:]),
        categories=frozenset(int(number) for number in numbers if number.isdigit()),
        customers=frozenset(normalise_code(code) for code in customers),
    )
