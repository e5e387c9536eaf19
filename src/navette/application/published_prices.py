"""Prices as the options publish them: the choices for the domain's rules, and the default price of a product."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from navette.application.capability import digest_of
from navette.application.session import Session
from navette.domain.catalog import ProductPrice
from navette.domain.customer import Account
from navette.domain.keys import StockKey
from navette.domain.money import ZERO
from navette.domain.price_sheet import PriceCategory, PriceSheet
from navette.domain.pricing import Buyer, Directory, DiscountPolicy, PriceChoices, PricingRules, SalePrice
from navette.domain.tax import ecotax_net


def price_choices(session: Session, accounts: Sequence[Account] = (), categories: Sequence[int] = ()) -> PriceChoices:
    """What is published, for the customers and price categories that the shop knows."""
    options = session.options.prices
    buyers = (
        Buyer(
            price_category=account.price_category,
            account=account.code,
            purchasing_group=account.purchasing_group,
            discount=account.discount,
        )
        for account in accounts
    )
    return PriceChoices(
        default_category=options.category,
        policy=PricingRules(policy=DiscountPolicy(options.discount_rule.value), decimals=options.decimals),
        default_discount_in_price=options.discount_in_price,
        default_discounts_as_rules=options.discount_as_specific,
        with_promotions=options.promotions,
        with_quantity_breaks=options.quantity_breaks,
        categories=tuple(categories),
        customers=Directory.of(buyers),
    )


def product_price(session: Session, sheet: PriceSheet, sale: SalePrice, *, shop_shows_ecotax: bool) -> ProductPrice:
    """The default price of an article or variant, with its ecotax apart or added as the options say."""
    vat_rate = sheet.vat.rate if sheet.vat else ZERO
    ecotax = ecotax_net(sheet.ecotax, vat_rate, sheet.weight_kg)
    net = sale.net
    if ecotax and not shop_shows_ecotax and session.options.taxes.adds_ecotax:
        net, ecotax = net + ecotax, ZERO
    return ProductPrice(
        net=net,
        purchase=_purchase_price(sheet, sale.key) if session.options.prices.purchase_price else ZERO,
        ecotax=ecotax if shop_shows_ecotax else ZERO,
    )


def _purchase_price(sheet: PriceSheet, key: StockKey) -> Decimal:
    return sheet.variant_purchase_prices.get(key) or sheet.purchase_price


def price_digest(price: ProductPrice, variants: Mapping[str, ProductPrice], tax_rule: str) -> str:
    """Digest of a product's default prices that begins with the net price, so that the price before can be told."""
    return f"{price.net:.6f}:{digest_of(price, sorted(variants.items()), tax_rule)}"


def price_before(digest: str) -> Decimal | None:
    """The net price in a digest, None if there is none."""
    text = digest.partition(":")[0]
    return Decimal(text) if text else None


def has_moved_much(before: Decimal | None, after: Decimal) -> bool:
    """Whether a price moved by more than half of what it was (design rule 14)."""
    return before is not None and bool(before) and abs(after - before) * 2 > before


def mapped_categories(session: Session, categories: Sequence[PriceCategory]) -> Mapping[int, str]:
    """Shop groups by number of price category."""
    table = session.options.mappings.table("groups")
    return {category.number: table[str(category.number)] for category in categories if table.get(str(category.number))}
