"""FLW-4: default prices, and the specific prices of groups and customers (spec ART-PRI)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import a_price_sheet, a_ranged_article, an_account, an_article
from fakes.shop.fake_shop import CAPABILITIES
from world import World

from navette.domain.binding import Aspect, Binding, RecordKind, ShopRef
from navette.domain.messages import prices as messages
from navette.domain.price_sheet import PriceLine
from navette.domain.tax import ErpTax
from navette.ports.shop import PriceRuleWrite, PriceWrite

pytestmark = pytest.mark.spec("ART-PRI", "FLW-4")


@pytest.fixture
def world(world: World) -> World:
    """Two articles and a ring in the shop; a group for wholesalers."""
    world.configure({"articles.prices.category": 1}, groups={"2": "9"})
    world.company.put(an_article("BAOR01"), an_article("BAOR02"), a_ranged_article("RING"))
    world.run("export-products")
    return world


def put_lines(world: World, reference: str = "BAOR01", price: object = 100, **lines: object) -> None:
    """Lines of price categories (`category_2=80`) and customers (`CARAT=75`)."""
    article = world.company.articles[reference]
    categories = {int(name[9:]): a_line(value) for name, value in lines.items() if name.startswith("category_")}
    customers = {name: a_line(value) for name, value in lines.items() if not name.startswith("category_")}
    world.company.put_sheet(a_price_sheet(article, price, category_lines=categories, customer_lines=customers))


def a_line(price: object) -> PriceLine:
    return PriceLine(price=Decimal(str(price)))


def rules(world: World, reference: str = "BAOR01") -> set[tuple[str, str, Decimal | None]]:
    held = world.shop_state.named(reference).rules.values()
    return {(rule.group, rule.customer, rule.net) for rule in held}


class TestDefaultPrice:
    def test_a_changed_price_is_sent_and_nothing_the_second_time(self, world: World) -> None:
        world.run("export-prices")
        put_lines(world, price="89.90")
        report = world.run("export-prices")
        assert (report.run.counts.updated, report.requests.write) == (1, 1)
        assert world.shop_state.named("BAOR01").price.net == Decimal("89.90")
        assert report.items[-1].changes == (("price", "100.000000", "89.900000"),)
        assert world.run("export-prices", full=True).requests.write == 0

    def test_products_and_prices_agree_on_what_was_sent(self, world: World) -> None:
        put_lines(world, price="89.90")
        put_lines(world, "RING", price=120)
        world.run("export-products")
        first = world.run("export-prices", full=True)
        again = world.run("export-products", full=True)
        assert (first.requests.write, again.requests.write) == (0, 0)

    def test_and_the_other_way_round(self, world: World) -> None:
        world.run("export-prices")
        put_lines(world, price="89.90")
        put_lines(world, "RING", price=120)
        world.run("export-prices")
        assert world.run("export-products", full=True).requests.write == 0

    def test_variants_get_their_full_prices(self, world: World) -> None:
        sheet = world.company.sheets["RING"]
        line = PriceLine(price=Decimal(100), variant_prices={sheet.variants[1]: Decimal(130)})
        world.company.put_sheet(replace(sheet, category_lines={1: line}))
        world.run("export-prices")
        assert sorted(variant.net for variant in world.shop_state.named("RING").variants.values()) == [100, 130]

    def test_a_price_with_tax_is_right_to_the_cent_on_both_sides(self, world: World) -> None:
        line = PriceLine(price=Decimal("59.90"), includes_tax=True)
        world.company.put_sheet(a_price_sheet(category_lines={1: line}))
        world.run("export-prices")
        net = world.shop_state.named("BAOR01").price.net
        assert round(net * Decimal("1.2"), 2) == Decimal("59.90")

    @pytest.mark.spec("POL-ART-3")
    def test_a_price_that_may_not_be_overwritten_is_left_alone(self, world: World) -> None:
        world.configure({"articles.update.price": "false", "articles.update.specific_prices": "false"})
        put_lines(world, price="89.90", category_2="80")
        assert world.run("export-prices").requests.write == 0

    def test_the_tax_rule_goes_with_the_price_unless_it_may_not(self, world: World) -> None:
        put_lines(world, price="89.90")
        world.run("export-prices")
        assert world.shop_state.named("BAOR01").price.tax_rule == "1"
        world.configure({"articles.update.tax": "false"})
        put_lines(world, price="79.90")
        world.run("export-prices")
        assert world.shop_state.named("BAOR01").price.tax_rule is None

    def test_the_purchase_price_is_sent_unless_switched_off(self, world: World) -> None:
        put_lines(world, price="89.90")
        world.run("export-prices")
        assert world.shop_state.named("BAOR01").price.purchase == Decimal(40)
        world.configure({"articles.prices.purchase_price": "false"})
        world.run("export-prices")
        assert world.shop_state.named("BAOR01").price.purchase is None


class TestGroups:
    def test_a_category_that_differs_gets_a_rule_for_its_group(self, world: World) -> None:
        put_lines(world, category_1=100, category_2=80)
        assert world.counts("export-prices") == {"updated": 1, "unchanged": 2}
        assert rules(world) == {("9", "", Decimal(80))}

    @pytest.mark.spec("ART-PRI-6")
    def test_a_rule_that_is_no_more_is_removed(self, world: World) -> None:
        put_lines(world, category_1=100, category_2=80)
        world.run("export-prices")
        put_lines(world, category_1=100)
        report = world.run("export-prices")
        assert report.items[-1].changes == (("specific_prices", "1", "0"),)
        assert rules(world) == set()
        assert world.store.bindings.count(RecordKind.PRICE_RULE) == 0
        assert world.run("export-prices", full=True).requests.write == 0

    def test_a_changed_rule_keeps_its_id(self, world: World) -> None:
        put_lines(world, category_1=100, category_2=80)
        world.run("export-prices")
        ids = set(world.shop_state.named("BAOR01").rules)
        put_lines(world, category_1=100, category_2=70)
        world.run("export-prices")
        assert set(world.shop_state.named("BAOR01").rules) == ids
        assert rules(world) == {("9", "", Decimal(70))}

    def test_a_category_without_group_is_said_and_sent_to_nobody(self, world: World) -> None:
        world.mappings["groups"] = {}
        put_lines(world, category_1=100, category_2=80)
        world.run("export-prices")
        assert rules(world) == set()
        assert [line.values["label"] for line in world.journal.of(messages.UNMAPPED_GROUP)] == [
            "Détaillants",
            "Grossistes",
        ]

    def test_a_shop_without_group_prices_gets_none(self, world: World) -> None:
        world.shop.capabilities = replace(CAPABILITIES, has_group_prices=False)
        put_lines(world, category_1=100, category_2=80)
        world.run("export-prices")
        assert rules(world) == set()

    def test_rules_of_a_combination_that_the_shop_lacks_wait_for_it(self, world: World) -> None:
        ring = a_ranged_article("RING", ("52", "54", "56"))
        sheet = a_price_sheet(ring, 100)
        lines = {number: Decimal(50 + number) for number in range(3)}
        variants = dict(zip(sheet.variants, lines.values(), strict=True))
        world.company.articles["RING"] = ring
        world.company.put_sheet(
            replace(sheet, category_lines={2: PriceLine(price=Decimal(90), variant_prices=variants)})
        )
        world.run("export-prices")
        assert sorted(net for _, _, net in rules(world, "RING")) == [50, 51]
        world.run("export-products", full=True)
        world.run("export-prices")
        assert sorted(net for _, _, net in rules(world, "RING")) == [50, 51, 52]

    def test_rules_made_in_the_shop_are_left_alone(self, world: World) -> None:
        held = world.shop_state.named("BAOR01")
        held.rules["77"] = None
        put_lines(world, category_1=100, category_2=80)
        world.run("export-prices")
        put_lines(world, category_1=100)
        world.run("export-prices")
        assert list(held.rules) == ["77"]


class TestCustomers:
    @pytest.fixture
    def world(self, world: World) -> World:
        world.company.put_accounts(an_account("CARAT", "Carat@Example.com"), an_account("TOPAZ", "topaz@example.com"))
        world.shop_state.customers = {"carat@example.com": ShopRef("501")}
        return world

    def test_an_exception_goes_to_the_shop_customer_with_the_account_s_e_mail(self, world: World) -> None:
        put_lines(world, category_1=100, CARAT=75, TOPAZ=70)
        world.run("export-prices")
        assert rules(world) == {("", "501", Decimal(75))}
        assert (
            world.store.bindings.by_keys(RecordKind.CUSTOMER, ["account:CARAT"])["account:CARAT"].shop_ref.id == "501"
        )

    def test_one_that_is_linked_needs_no_e_mail(self, world: World) -> None:
        world.store.bindings.save([Binding(RecordKind.CUSTOMER, "account:TOPAZ", ShopRef("502"))])
        put_lines(world, category_1=100, TOPAZ=70)
        world.run("export-prices")
        assert rules(world) == {("", "502", Decimal(70))}

    def test_a_customer_that_belongs_to_another_account_does_not_get_its_price(self, world: World) -> None:
        world.store.bindings.save([Binding(RecordKind.CUSTOMER, "account:OTHER", ShopRef("501"))])
        put_lines(world, category_1=100, CARAT=75)
        world.run("export-prices")
        assert rules(world) == set()

    def test_an_e_mail_of_two_accounts_tells_nothing(self, world: World) -> None:
        world.company.put_accounts(an_account("CARAT2", "carat@example.com"))
        put_lines(world, category_1=100, CARAT=75, CARAT2=65)
        world.run("export-prices")
        assert rules(world) == set()

    def test_switched_off_nothing_is_asked(self, world: World) -> None:
        world.configure({"articles.prices.customers": "false"})
        put_lines(world, category_1=100, CARAT=75)
        world.run("export-prices")
        assert rules(world) == set()


class TestTrouble:
    def test_articles_that_the_shop_lacks_are_skipped(self, world: World) -> None:
        world.company.put(an_article("NEW01"))
        assert world.counts("export-prices") == {"unchanged": 3, "skipped": 1}

    def test_an_unmapped_tax_waits(self, world: World) -> None:
        world.company.put_sheet(a_price_sheet(vat=ErpTax("C99", Decimal(7))))
        assert world.counts("export-prices")["waiting"] == 1
        assert world.waiting_codes() == {"article:BAOR01": "ART-TAX-001"}

    def test_a_product_that_is_gone_waits(self, world: World) -> None:
        put_lines(world, price=90)
        del world.shop_state.products[world.shop_state.named("BAOR01").ref.id]
        assert world.counts("export-prices")["waiting"] == 1
        assert world.waiting_codes() == {"article:BAOR01": "STK-REC-002"}

    def test_a_refused_price_keeps_its_rules_back(self, world: World) -> None:
        put_lines(world, category_1=90, category_2=80)
        world.shop.faults.refused = {"BAOR01"}
        assert world.counts("export-prices")["refused"] == 1
        assert rules(world) == set()

    def test_a_refused_rule_is_tried_again_without_sending_the_price_again(self, world: World) -> None:
        put_lines(world, category_1=90, category_2=80)
        world.shop.faults.refused = {"category:2|product|1|always"}
        assert world.counts("export-prices")["refused"] == 1
        assert world.waiting_codes() == {"article:BAOR01": "SHP-REC-901"}
        [line] = world.journal.of(messages.RULE_REFUSED)
        assert line.values == {"reference": "BAOR01", "rule": "category:2|product|1|always"}
        world.shop.faults.refused = set()
        assert world.counts("export-prices")["updated"] == 1
        assert [type(sent) for sent in world.shop.sent] == [PriceRuleWrite]

    def test_an_unknown_price_category_stops_the_run(self, world: World) -> None:
        world.configure({"articles.prices.category": 9})
        assert world.run("export-prices").run.problem.message is messages.UNKNOWN_CATEGORY

    @pytest.mark.parametrize("number", [1, 2])
    def test_a_lost_answer_doubles_no_rule(self, world: World, number: int) -> None:
        put_lines(world, category_1=90, category_2=80)
        put_lines(world, "BAOR02", category_1=90, category_2=80)
        world.shop.faults.lose = {world.shop.faults.writes + number}
        world.run("export-prices")
        assert [len(world.shop_state.named(name).rules) for name in ("BAOR01", "BAOR02")] == [1, 1]


class TestNewProducts:
    def test_a_product_made_long_after_its_prices_changed_gets_its_rules(self, world: World) -> None:
        world.company.put(an_article("LATE", is_published=False))
        put_lines(world, "LATE", category_1=100, category_2=80)
        world.run("export-prices")
        world.pass_time(days=2)
        world.run("export-prices")
        world.company.articles["LATE"] = an_article("LATE")
        world.run("export-products", full=True)
        assert world.counts("export-prices") == {"updated": 1}
        assert rules(world, "LATE") == {("9", "", Decimal(80))}

    def test_one_without_rules_costs_no_request_and_is_not_looked_at_again(self, world: World) -> None:
        report = world.run("export-prices")
        assert (report.run.counts.unchanged, report.requests.write) == (3, 0)
        assert world.store.digests.doubtful(RecordKind.PRODUCT, Aspect.SPECIFIC_PRICES) == frozenset()


def test_requests_carry_as_many_products_as_the_shop_takes(world: World) -> None:
    world.company.put(*(an_article(f"A{number:02d}") for number in range(10)))
    world.run("export-products")
    world.run("export-prices")
    for number in range(10):
        put_lines(world, f"A{number:02d}", price=90)
    world.run("export-prices")
    assert world.shop.batch_sizes == [5, 5]
    assert {type(sent) for sent in world.shop.sent} == {PriceWrite}
