"""PrestaShop: whatever goes wrong with a request, nothing is lost and nothing is made twice."""

from dataclasses import replace
from pathlib import Path

import pytest
from prestashop_bench import PrestaShopBench
from products import a_product, a_ranged_product, creation
from test_shop_images import a_picture
from test_shop_orders import NOON

from navette.demo.shops.prestashop.faults import Fault
from navette.domain.catalog import Category, Feature, ProductTexts
from navette.domain.errors import ConfigurationError, TransientError
from navette.domain.keys import CategoryKey
from navette.domain.messages import shop as messages
from navette.domain.run import Outcome
from navette.ports.shop import (
    CategoryWrite,
    EffectKind,
    GroupWrite,
    ImageWrite,
    OrderEffect,
    PriceRule,
    PriceRuleWrite,
    StockWrite,
)

DONE = (Fault.ERROR_AFTER_WORK, Fault.WARNING_AFTER_WORK, Fault.TRUNCATED, Fault.CLOSED_AFTER_WORK, Fault.TIMEOUT)
NOT_DONE = (
    Fault.ERROR_BEFORE_WORK,
    Fault.HTML_PAGE,
    Fault.CLOSED_BEFORE_WORK,
    Fault.TOO_MANY_REQUESTS,
    Fault.UNAVAILABLE,
)
PASSING = pytest.mark.parametrize("fault", [*DONE, *NOT_DONE], ids=lambda fault: fault.value)
REFERENCES = [f"BAOR0{number}" for number in range(5)]


def references(bench: PrestaShopBench) -> list[object]:
    return bench.column("SELECT reference FROM product ORDER BY reference")


class TestProducts:
    @PASSING
    def test_each_is_made_once(self, prestashop: PrestaShopBench, fault: Fault) -> None:
        prestashop.simulator.fail(fault, method="POST", resource="products")
        results = prestashop.shop.write_products([creation(a_product(reference)) for reference in REFERENCES])
        assert [result.outcome for result in results] == [Outcome.CREATED] * 5
        assert references(prestashop) == REFERENCES
        found = {one.reference: one.ref for one in prestashop.shop.find_products(REFERENCES, [])}
        assert [result.ref for result in results] == [found[reference] for reference in REFERENCES]

    @PASSING
    def test_each_variant_is_made_once(self, prestashop_8: PrestaShopBench, fault: Fault) -> None:
        prestashop_8.simulator.fail(fault, method="POST", resource="combinations")
        (result,) = prestashop_8.shop.write_products([creation(a_ranged_product("BAAR01", ("50", "52", "54")))])
        assert result.outcome is Outcome.CREATED
        assert len(set(result.variant_refs.values())) == 3
        made = prestashop_8.column("SELECT reference FROM product_attribute ORDER BY reference")
        assert made == ["BAAR01-50", "BAAR01-52", "BAAR01-54"]
        assert prestashop_8.column("SELECT COUNT(*) FROM product_attribute WHERE default_on = 1") == [1]

    @PASSING
    def test_words_that_products_share_are_made_once(self, prestashop_8: PrestaShopBench, fault: Fault) -> None:
        for resource in (
            "manufacturers",
            "suppliers",
            "product_features",
            "product_feature_values",
            "product_suppliers",
        ):
            prestashop_8.simulator.fail(fault, method="POST", resource=resource)
        product = a_product(
            brand="Maison",
            supplier="Orfèvre",
            supplier_reference="OR-1",
            features=(Feature("Métal", ("Or", "Argent")),),
        )
        (result,) = prestashop_8.shop.write_products([creation(product)])
        assert result.outcome is Outcome.CREATED
        assert prestashop_8.column("SELECT name FROM manufacturer") == ["Maison"]
        assert prestashop_8.column("SELECT name FROM supplier") == ["Orfèvre"]
        assert prestashop_8.column("SELECT COUNT(*) FROM feature_value") == [2]
        assert prestashop_8.column("SELECT product_supplier_reference FROM product_supplier") == ["OR-1"]

    @pytest.mark.parametrize("position", range(5))
    def test_one_that_the_shop_alone_refuses(self, prestashop_8: PrestaShopBench, position: int) -> None:
        products = [a_product(reference) for reference in REFERENCES]
        script = {"fr": ProductTexts(name="Bague", description="<script>alert(1)</script>")}
        products[position] = replace(products[position], texts=script)
        results = prestashop_8.shop.write_products([creation(product) for product in products])
        expected = [Outcome.CREATED] * 5
        expected[position] = Outcome.REFUSED
        assert [result.outcome for result in results] == expected
        problem = results[position].problem
        assert problem is not None
        assert (problem.message, problem.values["field"]) == (messages.FIELD_REFUSED, "description")
        assert references(prestashop_8) == [one for n, one in enumerate(REFERENCES) if n != position]

    def test_a_shop_that_stays_away_raises_and_a_later_call_makes_each_once(
        self, prestashop_8: PrestaShopBench
    ) -> None:
        prestashop_8.simulator.fail(Fault.CLOSED_BEFORE_WORK, method="POST", resource="products", times=9)
        with pytest.raises(TransientError):
            prestashop_8.shop.write_products([creation(a_product(reference)) for reference in REFERENCES])
        prestashop_8.simulator.faults.clear()
        prestashop_8.shop.write_products([creation(a_product(reference)) for reference in REFERENCES])
        assert references(prestashop_8) == REFERENCES

    def test_what_was_made_before_the_shop_went_away_is_not_lost(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.simulator.fail(Fault.CLOSED_AFTER_WORK, method="POST", resource="products")
        prestashop_8.simulator.fail(Fault.CLOSED_BEFORE_WORK, method="POST", resource="products", nth=2, times=9)
        bad = a_product("BAD", texts={"fr": ProductTexts(name="x", description="<script>")})
        results = prestashop_8.shop.write_products(
            [creation(a_product("ONE")), creation(bad), creation(a_product("TWO"))]
        )
        assert [result.outcome for result in results] == [Outcome.CREATED, Outcome.WAITING, Outcome.WAITING]
        assert results[0].ref is not None

    def test_time_outs_shrink_the_batch(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.simulator.fail(Fault.TIMEOUT, method="POST", resource="products")
        writes = [creation(a_product(f"ART-{number:02}")) for number in range(40)]
        prestashop_8.shop.write_products(writes[:20])
        prestashop_8.shop.write_products(writes[20:])
        sizes = [
            entry.records
            for entry in prestashop_8.simulator.log
            if (entry.method, entry.resource) == ("POST", "products")
        ]
        assert sizes == [20, 12, 8]


class TestOtherRecords:
    @PASSING
    def test_quantities_are_set(self, prestashop: PrestaShopBench, fault: Fault) -> None:
        refs = [prestashop.put_product(reference, 1) for reference in REFERENCES]
        method = "PATCH" if prestashop.shop.capabilities.has_partial_update else "PUT"
        prestashop.simulator.fail(fault, method=method, resource="stock_availables")
        results = prestashop.shop.write_stock([StockWrite(ref, 7) for ref in refs])
        assert {result.outcome for result in results} == {Outcome.UPDATED}
        assert [stock.quantity for page in prestashop.shop.read_stock(None) for stock in page] == [7] * 5

    @PASSING
    def test_categories_are_made_once(self, prestashop_8: PrestaShopBench, fault: Fault) -> None:
        prestashop_8.simulator.fail(fault, method="POST", resource="categories")
        keys = [CategoryKey("catalogue", (name,)) for name in ("Bagues", "Colliers", "Montres")]
        writes = [
            CategoryWrite(category=Category(key=key, names={"fr": key.path[0]}, slugs={}), ref=None, parent_ref=None)
            for key in keys
        ]
        results = prestashop_8.shop.write_categories(writes)
        assert {result.outcome for result in results} == {Outcome.CREATED}
        assert [found.names["fr"] for found in prestashop_8.shop.read_categories()] == ["Bagues", "Colliers", "Montres"]

    @PASSING
    def test_price_rules_and_groups_are_made_once(self, prestashop_8: PrestaShopBench, fault: Fault) -> None:
        ref = prestashop_8.put_product("RING")
        prestashop_8.simulator.fail(fault, method="POST", resource="specific_prices")
        prestashop_8.simulator.fail(fault, method="POST", resource="groups")
        rules = tuple(
            (PriceRule(key=str(n), from_quantity=n, net=ref and a_product().price.net), "") for n in (1, 5, 10)
        )
        (result,) = prestashop_8.shop.write_price_rules([PriceRuleWrite(ref=ref, put=rules)])
        assert (len(set(result.ids.values())), result.problems) == (3, {})
        assert prestashop_8.column("SELECT COUNT(*) FROM specific_price") == [3]
        prestashop_8.shop.write_groups([GroupWrite("1", "Grossistes", shows_net_prices=True)])
        assert len([group for group in prestashop_8.shop.choices().groups if group.label == "Grossistes"]) == 1

    @PASSING
    def test_a_status_is_entered_once(self, prestashop: PrestaShopBench, fault: Fault) -> None:
        prestashop.put_product("RING", 100)
        order = prestashop.place_order({"RING": 1}, NOON)
        resource = "orders" if prestashop.shop.capabilities.has_partial_update else "order_histories"
        method = "PATCH" if resource == "orders" else "POST"
        prestashop.simulator.fail(fault, method=method, resource=resource)
        (result,) = prestashop.shop.apply_effects([OrderEffect(order, EffectKind.STATUS, "4")])
        assert result.outcome is Outcome.UPDATED
        entries = prestashop.column(
            "SELECT id_order_state FROM order_history WHERE id_order = ? ORDER BY id", int(order)
        )
        assert entries == [10, 4]

    @PASSING
    def test_a_picture_is_sent_once(self, prestashop_8: PrestaShopBench, fault: Fault, tmp_path: Path) -> None:
        ref = prestashop_8.put_product("RING")
        prestashop_8.simulator.fail(fault, method="POST", resource="images")
        image = a_picture(tmp_path, "ring.png")
        result = prestashop_8.shop.write_images(ImageWrite(ref=ref, add=(image,)))
        assert result.problems == {}
        assert prestashop_8.see(ref).pictures == (result.sent[image.path],)


class TestTheShopAsAWhole:
    @pytest.mark.spec("APP-SHP-1")
    def test_a_right_that_is_taken_away_is_named(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.simulator.grant(prestashop_8.simulator.key, {"products": ("GET",), "configurations": ("GET",)})
        with pytest.raises(ConfigurationError) as caught:
            prestashop_8.connect().read_categories()
        assert caught.value.message is messages.MISSING_RIGHT
        assert caught.value.values["resource"] == "categories"

    @pytest.mark.spec("APP-SHP-1")
    def test_a_key_with_few_rights_is_told_all_that_it_lacks(self, prestashop: PrestaShopBench) -> None:
        prestashop.simulator.grant(prestashop.simulator.key, {"products": ("GET",)})
        probe = prestashop.connect().probe()
        lacking = {(right.resource, right.method) for right in probe.missing_rights}
        assert {("configurations", "GET"), ("orders", "GET"), ("products", "POST")} <= lacking
        assert ("products", "GET") not in lacking

    def test_a_wrong_key(self, prestashop_8: PrestaShopBench) -> None:
        for key, message in (("SHORT", messages.KEY_MALFORMED), ("X" * 32, messages.KEY_UNKNOWN)):
            with pytest.raises(ConfigurationError) as caught:
                prestashop_8.connect(key=key).probe()
            assert caught.value.message is message

    def test_a_redirect_stops_before_anything_is_written(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.simulator.fail(Fault.REDIRECT, method="POST", resource="products")
        with pytest.raises(ConfigurationError) as caught:
            prestashop_8.shop.write_products([creation(a_product())])
        assert caught.value.message is messages.REDIRECTED
        assert references(prestashop_8) == []

    def test_a_limit_pauses_and_goes_on(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.simulator.fail(Fault.TOO_MANY_REQUESTS, resource="categories", times=3, retry_after=20)
        assert prestashop_8.shop.read_categories() == []
        assert [wait for wait in prestashop_8.waits if wait == 20] == [20] * 3
