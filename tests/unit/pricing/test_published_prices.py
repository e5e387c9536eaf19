"""What a shop is told (spec ART-PRI): default price, groups, customers, quantity breaks, promotions."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from price_sheets import ECOTAX, RING, TODAY, UNBOUNDED, band, money, percent, sheet
from shop_choice import shop_price
from strategies import VARIANTS, policies, price_sheets, some_days

from navette.domain.money import quantise
from navette.domain.price_sheet import BandKind, FamilyDiscount, PriceLine, PriceSheet, Promotion
from navette.domain.pricing import (
    Buyer,
    Directory,
    DiscountLevel,
    Occasion,
    PriceChoices,
    PricingRules,
    PublishedRule,
    price_of,
    published_prices,
)
from navette.domain.tax import gross_of_net

CARAT = Buyer(price_category=2, account="CARAT")
SALE = Promotion(label="Sale", starts=date(2026, 12, 1), ends=date(2026, 12, 24), discounts=(percent("20"),))


def publish(priced: PriceSheet, **choices: object):
    return published_prices(priced, PriceChoices(**({"default_category": 1} | choices)), TODAY)


def rules(priced: PriceSheet, **choices: object) -> list[tuple[object, ...]]:
    return [
        (rule.category, rule.customer, rule.from_quantity, rule.net, rule.percent)
        for rule in publish(priced, **choices).rules
    ]


@pytest.mark.spec("ART-PRI-1")
class TestDefaultPrice:
    def test_it_is_that_of_the_default_category_before_discounts(self) -> None:
        priced = sheet(category_lines={1: PriceLine(price=money("90"), discount=money("10"))})
        found = publish(priced)
        assert found.default[RING].net == 90
        assert found.rules == ()

    def test_category_0_is_the_article_card(self) -> None:
        priced = sheet(category_lines={1: PriceLine(price=money("90"))})
        assert publish(priced, default_category=0).default[RING].net == 100

    def test_its_precision_is_that_of_the_price_that_people_see(self) -> None:
        gross = sheet(base_price=money("119.904"), base_includes_tax=True)
        net = sheet(base_price=money("99.916"))
        two = {"policy": PricingRules(decimals=2)}
        assert publish(gross, **two).default[RING].net == money("99.916667")
        assert publish(net, **two).default[RING].net == money("99.92")

    def test_variants_have_their_own(self) -> None:
        line = PriceLine(price=money("90"), variant_prices={VARIANTS[0]: money("95")})
        found = publish(sheet(category_lines={1: line}, variants=VARIANTS)).default
        assert [found[key].net for key in (RING, *VARIANTS)] == [90, 95, 90]


@pytest.mark.spec("ART-PRI-2")
class TestDiscountOfTheDefaultPrice:
    single = sheet(category_lines={1: PriceLine(discount=money("10"))})
    banded = sheet(
        category_lines={1: PriceLine(band_kind=BandKind.QUANTITY, bands=(band("9", "5"), band(UNBOUNDED, "10")))}
    )

    def test_shown_to_everybody_as_a_rule(self) -> None:
        found = publish(self.single, default_discounts_as_rules=True)
        assert found.default[RING].net == 100
        assert found.rules == (PublishedRule(percent=money("10")),)

    def test_taken_off_the_price_itself(self) -> None:
        found = publish(self.single, default_discount_in_price=True)
        assert (found.default[RING].net, found.rules) == (90, ())

    def test_quantity_breaks_are_never_taken_off_the_price(self) -> None:
        found = publish(self.banded, default_discount_in_price=True)
        assert (found.default[RING].net, found.rules) == (100, ())

    def test_quantity_breaks_shown_to_everybody(self) -> None:
        assert rules(self.banded, default_discounts_as_rules=True) == [
            (0, "", 1, None, money("5")),
            (0, "", 10, None, money("10")),
        ]

    def test_quantity_breaks_switched_off(self) -> None:
        off = {"default_discounts_as_rules": True, "with_quantity_breaks": False}
        assert rules(self.banded, **off) == [(0, "", 1, None, money("5"))]

    def test_a_percentage_is_not_used_where_it_would_lower_the_ecotax(self) -> None:
        priced = sheet(category_lines={1: PriceLine(discount=money("10"))}, ecotax=ECOTAX)
        assert rules(priced, default_discounts_as_rules=True) == [(0, "", 1, money("90"), None)]


@pytest.mark.spec("ART-PRI-3")
class TestRules:
    def test_a_group_has_one_only_where_it_pays_another_price(self) -> None:
        priced = sheet(category_lines={2: PriceLine(price=money("80")), 3: PriceLine(price=money("100"))})
        assert rules(priced, categories=(1, 2, 3)) == [(2, "", 1, money("80"), None)]

    def test_a_group_that_differs_restates_the_breaks_of_everybody(self) -> None:
        lines = {
            1: PriceLine(band_kind=BandKind.QUANTITY, bands=(band("9"), band(UNBOUNDED, "10"))),
            2: PriceLine(price=money("80")),
        }
        assert rules(sheet(category_lines=lines), categories=(2,), default_discounts_as_rules=True) == [
            (0, "", 10, None, money("10")),
            (2, "", 1, money("80"), None),
            (2, "", 10, money("80"), None),
        ]

    def test_a_customer_exception(self) -> None:
        priced = sheet(customer_lines={"CARAT": PriceLine(price=money("70")), "STRANGER": PriceLine(price=money("1"))})
        assert rules(priced, customers=Directory.of([CARAT])) == [(0, "CARAT", 1, money("70"), None)]

    def test_members_of_a_purchasing_group_have_its_prices(self) -> None:
        members = [Buyer(price_category=2, account=code, purchasing_group="GROUP") for code in ("A", "B")]
        priced = sheet(customer_lines={"GROUP": PriceLine(price=money("70"))})
        assert [rule[1] for rule in rules(priced, customers=Directory.of(members))] == ["A", "B"]

    def test_a_customer_who_pays_the_price_of_the_group_has_none(self) -> None:
        priced = sheet(
            category_lines={2: PriceLine(price=money("70"))}, customer_lines={"CARAT": PriceLine(price=money("70"))}
        )
        assert rules(priced, categories=(2,), customers=Directory.of([CARAT])) == [(2, "", 1, money("70"), None)]

    def test_family_discounts_are_part_of_a_group_price(self) -> None:
        priced = sheet(family_by_category={2: FamilyDiscount(discount=money("15"))})
        assert rules(priced, categories=(2,)) == [(2, "", 1, None, money("15"))]
        assert rules(priced, categories=(2,), with_family_discounts=False) == []

    def test_a_promotion_is_a_dated_rule(self) -> None:
        found = publish(sheet(promotions=(SALE,)), with_promotions=True).rules
        assert found == (PublishedRule(percent=money("20"), starts=SALE.starts, ends=SALE.ends),)
        assert publish(sheet(promotions=(SALE,))).rules == ()

    def test_overlapping_promotions_are_split_where_they_meet(self) -> None:
        week = Promotion(label="Week", starts=date(2026, 12, 20), ends=date(2026, 12, 27), discounts=(percent("30"),))
        policy = {"policy": PricingRules(levels=frozenset({DiscountLevel.PROMOTION}))}
        found = publish(sheet(promotions=(SALE, week)), with_promotions=True, **policy).rules
        assert [(rule.starts.day, rule.ends.day, rule.percent) for rule in found] == [
            (1, 19, 20),
            (20, 24, 30),
            (25, 27, 30),
        ]

    def test_a_promotion_that_is_over_is_not_sent(self) -> None:
        past = Promotion(label="Past", starts=None, ends=date(2026, 11, 23), discounts=(percent("20"),))
        assert publish(sheet(promotions=(past,)), with_promotions=True).rules == ()

    def test_rules_of_variants_that_differ_are_all_of_variants(self) -> None:
        line = PriceLine(price=money("80"), variant_prices={VARIANTS[0]: money("85")})
        found = publish(sheet(category_lines={2: line}, variants=VARIANTS), categories=(2,)).rules
        assert [(rule.variant, rule.net) for rule in found] == [(VARIANTS[0], 85), (VARIANTS[1], 80)]

    def test_a_percentage_is_one_rule_for_variants_of_any_price(self) -> None:
        lines = {
            1: PriceLine(price=money("80"), variant_prices={VARIANTS[0]: money("85")}),
            2: PriceLine(price=money("80"), variant_prices={VARIANTS[0]: money("85")}, discount=money("10")),
        }
        found = publish(sheet(category_lines=lines, variants=VARIANTS), categories=(2,)).rules
        assert found == (PublishedRule(category=2, percent=money("10")),)

    def test_names_are_unique_and_do_not_move_with_the_day(self) -> None:
        priced = sheet(category_lines={2: PriceLine(price=money("80"))}, promotions=(SALE,))
        choices = PriceChoices(default_category=1, categories=(2,), with_promotions=True)
        days = (date(2026, 11, 24), date(2026, 12, 5))
        names = [[rule.name for rule in published_prices(priced, choices, day).rules] for day in days]
        assert names[0] == names[1]
        assert len(set(names[0])) == len(names[0]) == 3


ALL = {
    "categories": (1, 2, 3),
    "with_promotions": True,
    "default_discounts_as_rules": True,
    "customers": Directory.of([CARAT, Buyer(price_category=3, account="TOPAZ", purchasing_group="GROUP")]),
}


@settings(max_examples=200)
@given(price_sheets(), policies, st.integers(1, 40), some_days(), st.sampled_from([1, 2, 3, "CARAT", "TOPAZ"]))
def test_a_shop_that_follows_the_rules_asks_the_price_of_the_erp(priced, policy, quantity, on, who) -> None:
    choices = PriceChoices(default_category=1, policy=PricingRules(policy=policy), **ALL)
    published = published_prices(priced, choices, TODAY)
    buyer = ALL["customers"].by_account.get(who) or Buyer(price_category=who)
    if buyer.account and buyer not in choices.customers.concerned_by(priced):
        buyer = Buyer(price_category=buyer.price_category)
    for key in priced.variants or (priced.key,):
        asked = shop_price(published, key, quantity, on, buyer.price_category, buyer.account)
        expected = price_of(priced, buyer, Occasion(on, Decimal(quantity)), choices.policy, key)
        assert quantise(asked, 4) == quantise(expected.net, 4)
        if expected.gross is not None and priced.ecotax is None:
            assert gross_of_net(asked, priced.vat.rate) == expected.gross


def test_a_shop_that_follows_the_rules_is_not_fooled_by_a_break_of_everybody() -> None:
    lines = {
        1: PriceLine(band_kind=BandKind.NET_PRICE, bands=(band("9"), band(UNBOUNDED, net="50"))),
        2: PriceLine(price=money("60")),
    }
    published = publish(sheet(category_lines=lines), **ALL)
    assert shop_price(published, RING, 10, TODAY, category=2) == 60
