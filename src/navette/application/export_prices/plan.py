"""What one article's prices come to: compared with what was last sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from navette.application.article_taxes import tax_rule_of
from navette.application.capability import PlanItem, Risk, Work, digest_of, problem
from navette.application.export_prices.audience import ShopAudience
from navette.application.published_prices import price_before, price_digest, product_price
from navette.domain.binding import Aspect, Binding, Change, RecordKind, SentAspect, ShopRef
from navette.domain.catalog import ProductPrice
from navette.domain.errors import WaitingError
from navette.domain.messages import stock as stock_messages
from navette.domain.price_sheet import PriceSheet
from navette.domain.pricing import PublishedPrices, PublishedRule, published_prices
from navette.domain.run import Outcome, Problem
from navette.ports.shop import PriceRule, PriceWrite

LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceIntention:
    """What is sent for one product; a None part is unchanged. Digests are kept once the part is sent."""

    key: str
    ref: ShopRef
    price: PriceWrite | None
    rules: tuple[PriceRule, ...] | None
    price_digest: str
    rules_digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """Links and digests of the articles of a page."""

    products: Mapping[str, Binding]
    variants: Mapping[str, Binding]
    digests: Mapping[tuple[str, Aspect], SentAspect]

    def digest(self, key: str, aspect: Aspect) -> str:
        """The digest of what was last sent; '' if nothing was, or if it is doubtful."""
        sent = self.digests.get((key, aspect))
        return sent.digest if sent and not sent.is_doubtful else ""


def plan_prices(work: Work, sheet: PriceSheet, audience: ShopAudience, remembered: Remembered) -> PlanItem:
    """Decide what the prices of one article come to."""
    key, label = str(sheet.key), sheet.key.reference
    binding = remembered.products.get(key)
    if binding is None:
        return _item(key, label, Outcome.SKIPPED, problem(stock_messages.NOT_IN_SHOP, reference=label))
    try:
        tax_rule = tax_rule_of(sheet.vat, work.session.options.mappings, label)
    except WaitingError as error:
        return _item(key, label, Outcome.WAITING, Problem(error.message, error.values))
    published = published_prices(sheet, audience.choices, work.session.erp.today())
    return _compare(work, sheet, published, audience, remembered, tax_rule)


def _compare(
    work: Work,
    sheet: PriceSheet,
    published: PublishedPrices,
    audience: ShopAudience,
    remembered: Remembered,
    tax_rule: str,
) -> PlanItem:
    key, label = str(sheet.key), sheet.key.reference
    binding = remembered.products[key]
    switches = work.session.options.update
    prices = _default_prices(work, sheet, published)
    price = prices.pop(key)
    bound = remembered.variants
    prices = {name: variant for name, variant in prices.items() if name in bound}
    new_price = price_digest(price, prices, tax_rule)
    rules = shop_rules(published.rules, audience, remembered, ZoneInfo(work.shop.time_zone))
    new_rules = digest_of(rules)
    old_price = remembered.digest(key, Aspect.PRICE)
    sends_price = switches.price and new_price != old_price
    sends_rules = switches.specific_prices and new_rules != remembered.digest(key, Aspect.SPECIFIC_PRICES)
    if not sends_price and not sends_rules:
        return _item(key, label, Outcome.UNCHANGED)
    variants = {
        remembered.variants[name].shop_ref: variant.net
        for name, variant in prices.items()
        if name in remembered.variants
    }
    write = PriceWrite(
        ref=binding.shop_ref,
        net=price.net,
        purchase=price.purchase if work.session.options.prices.purchase_price else None,
        ecotax=price.ecotax if work.shop.uses_ecotax else None,
        tax_rule=tax_rule if switches.tax else None,
        variants=variants,
    )
    before = price_before(old_price)
    changes = _changes(before, price, rules, sends_price=sends_price, sends_rules=sends_rules)
    return PlanItem(
        record=key,
        kind=RecordKind.PRODUCT,
        outcome=Outcome.UPDATED,
        label=label,
        changes=changes,
        base_digest=digest_of(old_price, remembered.digest(key, Aspect.SPECIFIC_PRICES), new_price, new_rules),
        payload=PriceIntention(
            key=key,
            ref=binding.shop_ref,
            price=write if sends_price else None,
            rules=rules if sends_rules else None,
            price_digest=new_price,
            rules_digest=new_rules,
        ),
        risk=Risk.PRICE_MOVE if sends_price and _moved_much(before, price.net) else None,
    )


def _default_prices(work: Work, sheet: PriceSheet, published: PublishedPrices) -> dict[str, ProductPrice]:
    shows = work.shop.uses_ecotax
    return {
        str(key): product_price(work.session, sheet, sale, shop_shows_ecotax=shows)
        for key, sale in published.default.items()
    }


def _changes(
    before: Decimal | None, price: ProductPrice, rules: tuple[PriceRule, ...], *, sends_price: bool, sends_rules: bool
) -> tuple[Change, ...]:
    changes = []
    if sends_price:
        changes.append(Change("price", "" if before is None else f"{before:.6f}", f"{price.net:.6f}"))
    if sends_rules:
        changes.append(Change("specific_prices", "", str(len(rules))))
    return tuple(changes)


def _moved_much(before: Decimal | None, after: Decimal) -> bool:
    return before is not None and bool(before) and abs(after - before) * 2 > before


def shop_rules(
    rules: tuple[PublishedRule, ...], audience: ShopAudience, remembered: Remembered, zone: ZoneInfo
) -> tuple[PriceRule, ...]:
    """Rules in the shop's terms; a rule for a variant that the shop lacks is left out until it has it."""
    found = []
    for rule in rules:
        variant = remembered.variants.get(str(rule.variant)) if rule.variant else None
        if rule.variant and variant is None:
            continue
        customer = audience.customers.get(rule.customer) if rule.customer else None
        found.append(
            PriceRule(
                key=rule.name,
                variant=variant.shop_ref if variant else None,
                group=audience.groups.get(rule.category, "") if rule.category else "",
                customer=customer.id if customer else "",
                from_quantity=rule.from_quantity,
                net=rule.net,
                reduction_percent=rule.percent,
                starts=_instant(rule.starts, time.min, zone),
                ends=_instant(rule.ends, LAST_SECOND, zone),
            )
        )
    return tuple(sorted(found, key=lambda rule: rule.key))


def _instant(day: date | None, at: time, zone: ZoneInfo) -> datetime | None:
    return datetime.combine(day, at, zone).astimezone(UTC) if day else None


def _item(key: str, label: str, outcome: Outcome, why: Problem | None = None) -> PlanItem:
    return PlanItem(record=key, kind=RecordKind.PRODUCT, outcome=outcome, label=label, problem=why)
