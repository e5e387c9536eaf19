"""The sale price of one buyer: where it starts, which discounts apply, tax and ecotax (sage100 §4.2)."""

from datetime import date
from decimal import Decimal

import pytest
from price_sheets import ECOTAX, RING, TODAY, UNBOUNDED, band, money, percent, sheet

from navette.domain.keys import PackKey, VariantKey
from navette.domain.price_sheet import (
    BandKind,
    DiscountElement,
    DiscountKind,
    FamilyDiscount,
    PriceBand,
    PriceLine,
    PriceSheet,
    Promotion,
    RoundingRule,
)
from navette.domain.pricing import Buyer, DiscountPolicy, Occasion, PricingRules, SalePrice, StepKind, price_of

VISITOR = Buyer(price_category=1)
CARAT = Buyer(price_category=2, account="CARAT")
LARGE = VariantKey("BAOR01", 12)
BOX = PackKey("BAOR01", 7)


def price(
    priced: PriceSheet,
    buyer: Buyer = VISITOR,
    quantity: str = "1",
    on: date = TODAY,
    key: object = None,
    policy: DiscountPolicy = DiscountPolicy.CUMULATE,
) -> SalePrice:
    return price_of(priced, buyer, Occasion(on, Decimal(quantity)), PricingRules(policy=policy), key)


def kinds(found: SalePrice) -> list[StepKind]:
    return [step.kind for step in found.steps]


class TestStartingPrice:
    def test_the_customer_line_comes_first(self) -> None:
        lines = {
            "category_lines": {2: PriceLine(price=money("90"))},
            "customer_lines": {"CARAT": PriceLine(price=money("80"))},
        }
        found = price(sheet(**lines), CARAT)
        assert found.net == 80
        assert found.steps[0].row == "customer:CARAT"

    def test_a_customer_line_without_price_leaves_the_category_price(self) -> None:
        lines = {"category_lines": {2: PriceLine(price=money("90"))}, "customer_lines": {"CARAT": PriceLine()}}
        assert price(sheet(**lines), CARAT).net == 90

    def test_a_category_without_price_takes_its_coefficient_on_the_purchase_price(self) -> None:
        found = price(sheet(category_lines={1: PriceLine(coefficient=money("3"))}))
        assert found.net == 120
        assert kinds(found) == [StepKind.CATEGORY_COEFFICIENT]

    def test_a_price_in_another_currency_is_converted(self) -> None:
        line = PriceLine(foreign_price=money("110"), foreign_rate=money("0.9"))
        assert price(sheet(category_lines={1: line})).net == 99

    def test_then_the_article_card(self) -> None:
        assert kinds(price(sheet())) == [StepKind.BASE_PRICE]

    def test_then_the_article_coefficient(self) -> None:
        found = price(sheet(base_price=money("0")))
        assert found.net == 100
        assert kinds(found) == [StepKind.BASE_COEFFICIENT]

    def test_a_purchasing_group_brings_its_own_lines(self) -> None:
        lines = {"customer_lines": {"GROUP": PriceLine(price=money("70")), "CARAT": PriceLine(price=money("80"))}}
        member = Buyer(price_category=2, account="CARAT", purchasing_group="GROUP")
        assert price(sheet(**lines), member).net == 70

    def test_a_variant_price_of_the_category_beats_the_article_price_of_the_customer(self) -> None:
        lines = {
            "category_lines": {2: PriceLine(variant_prices={LARGE: money("60")})},
            "customer_lines": {"CARAT": PriceLine(price=money("80"))},
        }
        assert price(sheet(**lines, variants=(LARGE,)), CARAT, key=LARGE).net == 60
        assert price(sheet(**lines, variants=(LARGE,)), CARAT).net == 80

    def test_a_pack_costs_its_pieces_unless_it_has_its_own_price(self) -> None:
        pack = {"variants": (BOX,), "pack_quantities": {BOX: money("4")}}
        assert price(sheet(**pack), key=BOX).net == 400
        own = {1: PriceLine(variant_prices={BOX: money("350")})}
        assert price(sheet(**pack, category_lines=own), key=BOX).net == 350

    def test_a_variant_is_computed_from_its_own_purchase_price(self) -> None:
        priced = sheet(
            category_lines={1: PriceLine(coefficient=money("2"))}, variant_purchase_prices={LARGE: money("55")}
        )
        assert price(priced, key=LARGE).net == 110

    @pytest.mark.parametrize(
        ("rule", "value", "expected"),
        [
            (RoundingRule.NEAREST, "0.05", "81.35"),
            (RoundingRule.UP, "1", "82"),
            (RoundingRule.DOWN, "1", "81"),
            (RoundingRule.ENDING_NEAREST, "0.90", "80.90"),
            (RoundingRule.ENDING_UP, "0.90", "81.90"),
            (RoundingRule.ENDING_DOWN, "9", "79"),
        ],
    )
    def test_a_computed_price_is_rounded_as_its_line_says(self, rule: RoundingRule, value: str, expected: str) -> None:
        line = PriceLine(coefficient=money("2.0332"), rounding=(rule, Decimal(value)))  # 40 x 2.0332 = 81.328
        assert price(sheet(category_lines={1: line})).net == Decimal(expected)

    def test_a_typed_price_is_not_rounded(self) -> None:
        line = PriceLine(price=money("81.33"), rounding=(RoundingRule.UP, Decimal(1)))
        assert price(sheet(category_lines={1: line})).net == money("81.33")


class TestDiscountOfTheArticle:
    def test_the_line_discount_when_there_is_no_scale(self) -> None:
        found = price(sheet(category_lines={1: PriceLine(discount=money("12.5"))}))
        assert (found.list_net, found.net) == (100, money("87.5"))
        assert found.discounts == (percent("12.5"),)

    @pytest.mark.parametrize(
        ("quantity", "expected"), [("1", "100"), ("9", "100"), ("10", "95"), ("10.5", "90"), ("99", "90")]
    )
    def test_a_band_reaches_to_its_upper_bound(self, quantity: str, expected: str) -> None:
        bands = (band("9"), band("10", "5"), band(UNBOUNDED, "10"))
        line = PriceLine(band_kind=BandKind.QUANTITY, bands=bands)
        assert price(sheet(category_lines={1: line}), quantity=quantity).net == Decimal(expected)

    def test_bands_of_amount_look_at_the_line_amount(self) -> None:
        line = PriceLine(band_kind=BandKind.AMOUNT, bands=(band("500"), band(UNBOUNDED, "10")))
        priced = sheet(category_lines={1: line})
        assert price(priced, quantity="5").net == 100
        assert price(priced, quantity="6").net == 90

    def test_a_net_price_band_replaces_the_price(self) -> None:
        line = PriceLine(band_kind=BandKind.NET_PRICE, bands=(band("9"), band(UNBOUNDED, net="77")))
        found = price(sheet(category_lines={1: line}), quantity="10")
        assert (found.list_net, found.net) == (100, 77)
        assert StepKind.BAND_PRICE in kinds(found)

    def test_elements_cascade_and_amounts_are_per_unit(self) -> None:
        elements = (percent("10"), DiscountElement(Decimal(5), DiscountKind.AMOUNT), percent("20"))
        line = PriceLine(band_kind=BandKind.QUANTITY, bands=(PriceBand(UNBOUNDED, elements),))
        assert price(sheet(category_lines={1: line})).net == 68  # (100 - 10 % - 5) - 20 %

    def test_the_customer_line_silences_the_discount_of_the_category(self) -> None:
        lines = {
            "category_lines": {2: PriceLine(price=money("90"), discount=money("10"))},
            "customer_lines": {"CARAT": PriceLine()},
        }
        assert price(sheet(**lines), CARAT).net == 90

    def test_an_amount_larger_than_the_price_gives_it_away_and_no_more(self) -> None:
        gift = Promotion(
            label="Gift", starts=None, ends=None, discounts=(DiscountElement(Decimal(500), DiscountKind.AMOUNT),)
        )
        assert price(sheet(promotions=(gift,))).net == 0


class TestLevels:
    levels = sheet(
        category_lines={2: PriceLine(discount=money("10"))},
        family_by_category={2: FamilyDiscount(discount=money("20"))},
    )
    buyer = Buyer(price_category=2, account="CARAT", discount=money("5"))

    @pytest.mark.parametrize(
        ("policy", "expected"),
        [
            (DiscountPolicy.CUMULATE, "68.4"),  # 100 x 0.9 x 0.8 x 0.95
            (DiscountPolicy.BEST, "80"),
            (DiscountPolicy.PRIORITY, "90"),
        ],
    )
    def test_how_levels_meet_is_a_choice_of_the_company(self, policy: DiscountPolicy, expected: str) -> None:
        assert price(self.levels, self.buyer, policy=policy).net == Decimal(expected)

    def test_a_customer_discount_on_the_family_replaces_that_of_the_category(self) -> None:
        priced = sheet(
            family_by_category={2: FamilyDiscount(discount=money("20"))}, family_by_customer={"CARAT": money("30")}
        )
        assert price(priced, CARAT).net == 70

    def test_bands_of_the_family(self) -> None:
        family = FamilyDiscount(band_kind=BandKind.QUANTITY, bands=(band("4"), band(UNBOUNDED, "15")))
        assert price(sheet(family_by_category={1: family}), quantity="5").net == 85

    def test_a_line_excluded_from_discounts_silences_all_others(self) -> None:
        sale = Promotion(label="Sale", starts=None, ends=None, discounts=(percent("50"),))
        priced = sheet(
            category_lines={2: PriceLine(discount=money("10"), excludes_discounts=True)},
            family_by_category={2: FamilyDiscount(discount=money("20"))},
            promotions=(sale,),
        )
        assert price(priced, self.buyer).net == 90


class TestPromotions:
    sale = Promotion(label="Sale", starts=date(2026, 11, 20), ends=date(2026, 11, 30), discounts=(percent("25"),))

    @pytest.mark.parametrize(("day", "expected"), [(19, "100"), (20, "75"), (30, "75")])
    def test_both_days_belong_to_the_period(self, day: int, expected: str) -> None:
        assert price(sheet(promotions=(self.sale,)), on=date(2026, 11, day)).net == Decimal(expected)

    def test_one_for_other_buyers_does_not_count(self) -> None:
        for audience in ({"categories": frozenset({3})}, {"customers": frozenset({"OTHER"})}):
            other = Promotion(label="Other", starts=None, ends=None, discounts=(percent("25"),), **audience)
            assert price(sheet(promotions=(other,)), CARAT).net == 100

    def test_of_several_the_best_for_the_buyer(self) -> None:
        better = Promotion(label="Better", starts=None, ends=None, discounts=(percent("40"),))
        assert price(sheet(promotions=(self.sale, better))).net == 60

    def test_it_comes_before_the_tariff_where_levels_have_a_priority(self) -> None:
        priced = sheet(promotions=(self.sale,), category_lines={1: PriceLine(discount=money("30"))})
        assert price(priced, policy=DiscountPolicy.PRIORITY).net == 75


class TestTax:
    def test_a_price_with_tax_becomes_net_and_keeps_its_gross(self) -> None:
        found = price(sheet(base_price=money("119.90"), base_includes_tax=True))
        assert (found.net, found.gross) == (money("99.916667"), money("119.90"))
        assert found.steps[-1].kind is StepKind.NET_OF_TAX

    def test_a_price_without_tax_has_no_gross(self) -> None:
        assert price(sheet()).gross is None

    def test_a_price_with_tax_contains_the_ecotax_and_the_net_price_does_not(self) -> None:
        found = price(sheet(base_price=money("120"), base_includes_tax=True, ecotax=ECOTAX))
        assert found.net == money("99.5")

    def test_no_discount_touches_the_ecotax(self) -> None:
        line = PriceLine(price=money("120.60"), includes_tax=True, discount=money("10"))
        found = price(sheet(category_lines={1: line}, ecotax=ECOTAX))
        assert (found.gross, found.net) == (money("108.60"), 90)  # (120.60 - 0.60) x 0.9 + 0.60

    def test_half_a_cent_falls_on_the_same_side_with_tax_and_without(self) -> None:
        line = PriceLine(price=money("119.90"), includes_tax=True, discount=money("15"))  # 101.915
        found = price(sheet(category_lines={1: line}))
        assert found.gross == money("101.92")
        assert (found.net * money("1.2")).quantize(money("0.01")) == found.gross

    def test_an_article_without_vat_is_net(self) -> None:
        assert price(sheet(vat=None, base_includes_tax=True)).net == 100


def test_the_steps_tell_every_row_that_counted() -> None:
    priced = sheet(
        category_lines={2: PriceLine(price=money("90"), discount=money("10"))},
        family_by_customer={"CARAT": money("5")},
    )
    found = price(priced, CARAT)
    assert [(step.kind, step.row, step.amount) for step in found.steps] == [
        (StepKind.CATEGORY_PRICE, "category:2", 90),
        (StepKind.DISCOUNT, "category:2", 81),
        (StepKind.DISCOUNT, "family:BAGUES/customer:CARAT", money("76.95")),
    ]
    assert found.key == RING
