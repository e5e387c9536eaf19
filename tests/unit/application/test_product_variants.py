"""Combinations of ranges become variants: added, removed, brought back (spec ART-VAR-2)."""

from dataclasses import replace
from decimal import Decimal

import pytest
from builders import a_ranged_article, variants_of
from world import World

from navette.domain.binding import RecordKind
from navette.domain.price_sheet import PriceLine

pytestmark = pytest.mark.spec("ART-VAR-2")


@pytest.fixture
def world(world: World) -> World:
    world.company.put(a_ranged_article("RING", ("52", "54")))
    world.run("export-products")
    return world


def sizes(world: World) -> list[str]:
    return sorted(variant.sold.values[0].value for variant in world.shop_state.named("RING").variants.values())


def put_sizes(world: World, *names: str) -> None:
    world.company.put(a_ranged_article("RING", names))


def test_each_combination_has_its_own_reference_and_values(world: World) -> None:
    variants = list(world.shop_state.named("RING").variants.values())
    assert [variant.reference for variant in variants] == ["RING-52", "RING-54"]
    assert [(value.attribute, value.value) for value in variants[0].sold.values] == [("Taille", "52")]


def test_a_combination_without_reference_gets_one_from_its_values(world: World) -> None:
    ring = a_ranged_article("BAND", ("S",))
    world.company.put(replace(ring, variants=(replace(ring.variants[0], reference=""),)))
    world.run("export-products")
    assert [variant.reference for variant in world.shop_state.named("BAND").variants.values()] == ["BAND-S"]


def test_a_new_combination_is_added(world: World) -> None:
    put_sizes(world, "52", "54", "56")
    assert world.counts("export-products") == {"updated": 1}
    assert sizes(world) == ["52", "54", "56"]
    assert world.counts("export-stock") == {"updated": 3}
    assert world.run("export-products", full=True).requests.write == 0


def test_a_combination_that_is_no_longer_sold_is_removed(world: World) -> None:
    put_sizes(world, "52")
    assert world.counts("export-products") == {"updated": 1}
    assert sizes(world) == ["52"]
    assert world.store.bindings.count(RecordKind.VARIANT) == 1
    assert world.run("export-products", full=True).requests.write == 0


def test_one_that_goes_to_sleep_is_removed_and_comes_back(world: World) -> None:
    ring = world.company.articles["RING"]
    asleep = replace(ring.variants[1], is_dormant=True)
    world.company.put(replace(ring, variants=(ring.variants[0], asleep)))
    world.run("export-products")
    assert sizes(world) == ["52"]
    assert world.store.bindings.by_keys(RecordKind.VARIANT, [str(asleep.key)]) == {}
    world.company.put(ring)
    world.run("export-products")
    assert sizes(world) == ["52", "54"]
    assert world.store.bindings.count(RecordKind.VARIANT) == 2


@pytest.mark.spec("POL-ART-5")
def test_variants_stay_where_they_may_not_be_changed(world: World) -> None:
    world.configure({"articles.update.variants": "false"})
    put_sizes(world, "52")
    world.run("export-products")
    assert sizes(world) == ["52", "54"]


def test_combinations_made_in_the_shop_are_left_alone(world: World) -> None:
    held = world.shop_state.named("RING")
    world.shop_state.put_variant(held, "THEIRS")
    put_sizes(world, "52", "54", "56")
    world.run("export-products")
    assert "THEIRS" in [variant.reference for variant in held.variants.values()]


def test_a_combination_has_its_own_price(world: World) -> None:
    world.configure({"articles.prices.category": 1})
    sheet = world.company.sheets["RING"]
    second = sheet.variants[1]
    line = PriceLine(price=Decimal(100), variant_prices={second: Decimal(120)})
    world.company.put_sheet(replace(sheet, category_lines={1: line}))
    world.run("export-products")
    assert [variant.net for variant in world.shop_state.named("RING").variants.values()] == [Decimal(100), Decimal(120)]


def test_a_simple_article_that_gets_ranges_becomes_a_product_with_variants(world: World) -> None:
    world.company.put(replace(a_ranged_article("BAND", ("S",)), variants=()))
    world.run("export-products")
    world.company.put(replace(world.company.articles["BAND"], variants=variants_of("BAND", ("S", "M"))))
    assert world.counts("export-products", "BAND") == {"updated": 1}
    assert len(world.shop_state.named("BAND").variants) == 2
