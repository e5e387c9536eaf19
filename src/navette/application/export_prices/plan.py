"""What one article's prices come to: compared with what was last sent."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from navette.application.article_taxes import tax_rule_of
from navette.application.capability import PlanItem, Risk, Work, digest_of, problem
from navette.application.export_prices.audience import ShopAudience
from navette.application.published_prices import has_moved_much, price_before, price_digest, product_price
from navette.domain.binding import Aspect, Binding, Change, RecordKind, SentAspect, ShopRef
from navette.domain.catalog import ProductPrice
from navette.domain.errors import WaitingError
from navette.domain.messages import stock as stock_messages
from navette.domain.price_sheet import PriceSheet
from navette.domain.pricing import PublishedPrices, PublishedRule, published_prices
from navette.domain.run import Outcome, Problem
from navette.ports.shop import PriceRule, PriceRuleWrite, PriceWrite

LAST_SECOND = time(23, 59, 59)
RULE_SEPARATOR = "|"
"""Between the article's key and the rule's key in the key of a rule's link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceIntention:
    """What is sent for one product; a None part is unchanged. Digests are kept once their part is sent.

    `retired` are the links of rules that are no more.
    """

    ref: ShopRef
    price: PriceWrite | None = None
    rules: PriceRuleWrite | None = None
    retired: tuple[Binding, ...] = ()
    digests: Mapping[Aspect, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """Links and digests of the articles of a page; rules by the product's id in the shop, then by their key.

    `lost` are the keys of articles whose product is no longer in the shop.
    """

    products: Mapping[str, Binding]
    variants: Mapping[str, Binding]
    rules: Mapping[str, Mapping[str, Binding]]
    digests: Mapping[tuple[str, Aspect], SentAspect]
    lost: Collection[str] = ()

    def digest(self, key: str, aspect: Aspect) -> str:
        """The digest of what was last sent; '' if nothing was, or if it is doubtful."""
        sent = self.digests.get((key, aspect))
        return sent.digest if sent and not sent.is_doubtful else ""


def plan_prices(work: Work, sheet: PriceSheet, audience: ShopAudience, remembered: Remembered) -> PlanItem:
    """Decide what the prices of one article come to."""
    key, label = str(sheet.key), sheet.key.reference
    binding = remembered.products.get(key)
    if binding is None:
        return _undecided(key, label, Outcome.SKIPPED, problem(stock_messages.NOT_IN_SHOP, reference=label))
    if key in remembered.lost:
        gone = problem(stock_messages.GONE_FROM_SHOP, reference=label)
        return _undecided(key, label, Outcome.WAITING, gone, Risk.REMOVAL)
    try:
        tax_rule = tax_rule_of(sheet.vat, work.session.options.mappings, label)
    except WaitingError as error:
        return _undecided(key, label, Outcome.WAITING, Problem(error.message, error.values))
    published = published_prices(sheet, audience.choices, work.session.erp.today())
    prices = _default_prices(work, sheet, published, remembered)
    rules = shop_rules(published.rules, audience, remembered, ZoneInfo(work.shop.time_zone))
    return _Comparison(work, key, binding, remembered).plan(prices, rules, tax_rule)


class _Comparison:
    """Compares the prices of one product with what was last sent."""

    def __init__(self, work: Work, key: str, binding: Binding, remembered: Remembered) -> None:
        self._work = work
        self._switches = work.session.options.update
        self._key = key
        self._label = key.partition(":")[2]
        self._ref = binding.shop_ref
        self._remembered = remembered
        self._known_rules = remembered.rules.get(binding.shop_ref.id, {})

    def plan(self, prices: dict[str, ProductPrice], rules: tuple[PriceRule, ...], tax_rule: str) -> PlanItem:
        price = prices.pop(self._key)
        new = {Aspect.PRICE: price_digest(price, prices, tax_rule), Aspect.SPECIFIC_PRICES: digest_of(rules)}
        changed = {aspect: digest for aspect, digest in new.items() if self._is_changed(aspect, digest)}
        sends_price = Aspect.PRICE in changed
        sends_rules = Aspect.SPECIFIC_PRICES in changed and bool(rules or self._known_rules)
        if not sends_price and not sends_rules:
            return self._unchanged(changed)
        before = price_before(self._remembered.digest(self._key, Aspect.PRICE))
        changes = []
        if sends_price:
            changes.append(Change("price", "" if before is None else f"{before:.6f}", f"{price.net:.6f}"))
        if sends_rules:
            changes.append(Change("specific_prices", str(len(self._known_rules)), str(len(rules))))
        return PlanItem(
            record=self._key,
            kind=RecordKind.PRODUCT,
            outcome=Outcome.UPDATED,
            label=self._label,
            changes=tuple(changes),
            base_digest=digest_of([self._remembered.digest(self._key, aspect) for aspect in new], sorted(new.items())),
            payload=PriceIntention(
                ref=self._ref,
                price=self._price_write(price, prices, tax_rule) if sends_price else None,
                rules=self._rules_write(rules) if sends_rules else None,
                retired=self._retired(rules) if sends_rules else (),
                digests=changed,
            ),
            risk=Risk.PRICE_MOVE if sends_price and has_moved_much(before, price.net) else None,
        )

    def _is_changed(self, aspect: Aspect, digest: str) -> bool:
        is_allowed: bool = getattr(self._switches, aspect.value)
        return is_allowed and digest != self._remembered.digest(self._key, aspect)

    def _unchanged(self, known: Mapping[Aspect, str]) -> PlanItem:
        """Nothing to send; that a product has no rules is remembered where it was not known."""
        return PlanItem(
            record=self._key,
            kind=RecordKind.PRODUCT,
            outcome=Outcome.UNCHANGED,
            label=self._label,
            digests=tuple(
                SentAspect(RecordKind.PRODUCT, self._key, aspect, digest) for aspect, digest in known.items()
            ),
        )

    def _price_write(self, price: ProductPrice, variants: Mapping[str, ProductPrice], tax_rule: str) -> PriceWrite:
        return PriceWrite(
            ref=self._ref,
            net=price.net,
            purchase=price.purchase if self._work.session.options.prices.purchase_price else None,
            ecotax=price.ecotax if self._work.shop.uses_ecotax else None,
            tax_rule=tax_rule if self._switches.tax else None,
            variants={self._remembered.variants[name].shop_ref: variant.net for name, variant in variants.items()},
        )

    def _rules_write(self, rules: tuple[PriceRule, ...]) -> PriceRuleWrite:
        known = self._known_rules
        return PriceRuleWrite(
            ref=self._ref,
            put=tuple((rule, known[rule.key].shop_ref.id if rule.key in known else "") for rule in rules),
            remove=tuple(binding.shop_ref.id for binding in self._retired(rules)),
        )

    def _retired(self, rules: tuple[PriceRule, ...]) -> tuple[Binding, ...]:
        wanted = {rule.key for rule in rules}
        return tuple(binding for key, binding in self._known_rules.items() if key not in wanted)


def _default_prices(
    work: Work, sheet: PriceSheet, published: PublishedPrices, remembered: Remembered
) -> dict[str, ProductPrice]:
    """Default prices of the article and of those of its variants that the shop has."""
    shows = work.shop.uses_ecotax
    return {
        str(key): product_price(work.session, sheet, sale, shop_shows_ecotax=shows)
        for key, sale in published.default.items()
        if key == sheet.key or str(key) in remembered.variants
    }


def shop_rules(
    rules: tuple[PublishedRule, ...], audience: ShopAudience, remembered: Remembered, zone: ZoneInfo
) -> tuple[PriceRule, ...]:
    """Rules in the shop's terms; a rule for a variant that the shop lacks is left out until it has it."""
    found = []
    for rule in rules:
        variant = remembered.variants.get(str(rule.variant)) if rule.variant else None
        if rule.variant and variant is None:
            continue
        found.append(
            PriceRule(
                key=rule.name,
                variant=variant.shop_ref if variant else None,
                group=audience.groups[rule.category] if rule.category else "",
                customer=audience.customers[rule.customer].id if rule.customer else "",
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


def _undecided(key: str, label: str, outcome: Outcome, why: Problem, risk: Risk | None = None) -> PlanItem:
    return PlanItem(record=key, kind=RecordKind.PRODUCT, outcome=outcome, label=label, problem=why, risk=risk)
