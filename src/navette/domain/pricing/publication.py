"""Working out what a shop is told of an article's prices."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from navette.domain.keys import StockKey, VariantKey
from navette.domain.price_sheet import PriceSheet
from navette.domain.pricing.audience import Audience
from navette.domain.pricing.grid import break_quantities, periods
from navette.domain.pricing.published import PriceChoices, PublishedPrices, PublishedRule
from navette.domain.pricing.rule_terms import RuleTerms, terms_of
from navette.domain.pricing.sale import price_of
from navette.domain.pricing.terms import Buyer, DiscountLevel, Occasion, PricingRules, SalePrice
from navette.domain.pricing.timeline import Grid, Timeline, prices_over

AudienceTerms = tuple[Audience, tuple[RuleTerms, ...]]


def published_prices(sheet: PriceSheet, choices: PriceChoices, on: date) -> PublishedPrices:
    """Work out what a shop is told of an article's prices, seen from a day.

    An audience that pays in every case what the one above it pays (customer, category, everybody) has no rule. One
    that differs anywhere states all its quantities and periods, so that no rule of the audience above it can win.
    """
    return _Publication(sheet, choices, on).prices()


class _Publication:
    def __init__(self, sheet: PriceSheet, choices: PriceChoices, on: date) -> None:
        self._sheet = sheet
        self._choices = choices
        self._today = Occasion(on)
        self._visitor = Buyer(price_category=choices.default_category)
        self._in_price = choices.default_discount_in_price and self._has_one_simple_discount()
        self._periods = periods(sheet.promotions if choices.with_promotions else (), on)
        self._audiences = self._make_audiences()

    def prices(self) -> PublishedPrices:
        sheet = self._sheet
        default = {key: self._default(key) for key in _distinct_keys(sheet)}
        rules = _whole_product_or_each({key: self._terms(key, price) for key, price in default.items()}, default)
        keys = (sheet.key, *sheet.variants)
        every = {key: default.get(key) or replace(default[sheet.key], key=key) for key in keys}
        return PublishedPrices(every, tuple(rules))

    def _rules(self, *levels: DiscountLevel) -> PricingRules:
        return replace(self._choices.policy, levels=frozenset(levels) & self._choices.policy.levels)

    @property
    def _tariff(self) -> tuple[DiscountLevel, ...]:
        families = (DiscountLevel.FAMILY,) if self._choices.with_family_discounts else ()
        return (DiscountLevel.ARTICLE, *families)

    def _has_one_simple_discount(self) -> bool:
        if break_quantities(self._sheet, self._sheet.key, self._visitor) != {1}:
            return False
        return len(price_of(self._sheet, self._visitor, self._today, self._rules(*self._tariff)).discounts) == 1

    def _default(self, key: StockKey) -> SalePrice:
        rules = self._rules(*(self._tariff if self._in_price else ()))
        return price_of(self._sheet, self._visitor, self._today, rules, key)

    def _make_audiences(self) -> tuple[Audience, ...]:
        choices, tariff = self._choices, self._tariff
        promotions = (DiscountLevel.PROMOTION,) if choices.with_promotions else ()
        shown = tariff if self._in_price or choices.default_discounts_as_rules else ()
        everybody = Audience(self._visitor, self._rules(*shown, *promotions))
        groups = {
            number: Audience(
                Buyer(price_category=number), self._rules(*tariff, *promotions), category=number, above=everybody
            )
            for number in choices.categories
        }
        customers = (
            Audience(
                buyer,
                self._rules(*tariff, *promotions, DiscountLevel.CUSTOMER),
                customer=buyer.account,
                above=groups.get(buyer.price_category, everybody),
            )
            for buyer in choices.customers.concerned_by(self._sheet)
        )
        return (everybody, *groups.values(), *customers)

    def _quantities(self, audience: Audience, key: StockKey) -> frozenset[int]:
        return audience.quantities(self._sheet, key) if self._choices.with_quantity_breaks else frozenset({1})

    def _terms(self, key: StockKey, default: SalePrice) -> tuple[AudienceTerms, ...]:
        quantities: dict[Audience, frozenset[int]] = {}
        for audience in self._audiences:
            ruled_above = quantities[audience.above] if audience.above else frozenset[int]()
            quantities[audience] = self._quantities(audience, key) | ruled_above
        cells = Grid(tuple(sorted(frozenset[int]().union(*quantities.values()))), self._periods).cells
        lines = {
            audience: Timeline(prices_over(self._sheet, key, audience.buyer, audience.rules, cells), own)
            for audience, own in quantities.items()
        }
        return tuple(
            (audience, terms_of(self._sheet, default, line, lines[audience.above] if audience.above else None))
            for audience, line in lines.items()
        )


def _distinct_keys(sheet: PriceSheet) -> tuple[StockKey, ...]:
    """The keys whose prices can differ: the article alone if no row is about a variant."""
    lines = (*sheet.category_lines.values(), *sheet.customer_lines.values())
    if sheet.pack_quantities or sheet.variant_purchase_prices or any(line.variant_prices for line in lines):
        return (sheet.key, *sheet.variants)
    return (sheet.key,)


def _whole_product_or_each(
    by_key: Mapping[StockKey, tuple[AudienceTerms, ...]], default: Mapping[StockKey, SalePrice]
) -> list[PublishedRule]:
    """State rules for the whole product where all keys have the same ones, else for each variant.

    Never both: a shop may prefer a variant's rule to any rule of the product, whomever it is for. An article with
    ranges is sold through its variants only, one with packagings also by the piece.
    """
    ranged = [key for key in by_key if isinstance(key, VariantKey)]
    sold: list[StockKey] = [*ranged] or [*by_key]
    first, *others = (by_key[key] for key in sold)
    names_prices = any(rule.net is not None for _, rules in first for rule in rules)
    if all(other == first for other in others) and not (names_prices and len({default[key].net for key in sold}) > 1):
        return [_rule(audience, rule, None) for audience, rules in first for rule in rules]
    return [_rule(audience, rule, key) for key in sold for audience, rules in by_key[key] for rule in rules]


def _rule(audience: Audience, terms: RuleTerms, variant: StockKey | None) -> PublishedRule:
    return PublishedRule(
        category=audience.category,
        customer=audience.customer,
        variant=variant,
        from_quantity=terms.from_quantity,
        net=terms.net,
        percent=terms.percent,
        starts=terms.period.starts,
        ends=terms.period.ends,
    )
