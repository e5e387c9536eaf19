"""The contract of a shop: products and their variants."""

from dataclasses import replace
from decimal import Decimal

import pytest
from products import a_product, a_ranged_product, a_variant, creation, update
from shop_benches import ShopBench

from navette.domain.binding import Aspect, ShopRef
from navette.domain.catalog import ProductPrice, ProductTexts
from navette.domain.run import Outcome


@pytest.mark.spec("ART-TXT-1", "ART-TXT-3")
def test_products_are_made_and_found_again(bench: ShopBench) -> None:
    writes = [creation(a_product(f"BAOR0{number}")) for number in range(1, 6)]
    results = bench.shop.write_products(writes)
    assert [result.outcome for result in results] == [Outcome.CREATED] * 5
    found = bench.shop.find_products(["BAOR02", "BAOR05", "NOWHERE"], [])
    assert {(one.reference, one.ref) for one in found} == {("BAOR02", results[1].ref), ("BAOR05", results[4].ref)}
    seen = bench.see(results[0].ref or ShopRef(""))
    assert (seen.names["fr"], seen.names["en"], seen.net) == ("Bague BAOR01", "Ring BAOR01", 100)


@pytest.mark.spec("ART-VAR-2")
def test_variants_have_their_own_full_price(bench: ShopBench) -> None:
    product = a_ranged_product("BAAR01")
    (result,) = bench.shop.write_products([creation(product)])
    assert result.outcome is Outcome.CREATED
    assert result.ref
    assert set(result.variant_refs) == {str(variant.key) for variant in product.variants}
    assert {ref.parent for ref in result.variant_refs.values()} == {result.ref.id}
    assert bench.see(result.ref).variants == {"BAAR01-52": Decimal(110), "BAAR01-54": Decimal(120)}
    found = bench.shop.find_variants([result.ref])
    assert {one.ref for one in found} == set(result.variant_refs.values())
    assert all(one.is_variant for one in found)


def test_variants_are_found_by_their_reference(bench: ShopBench) -> None:
    (result,) = bench.shop.write_products([creation(a_ranged_product("BAAR01"))])
    (found,) = bench.shop.find_products(["BAAR01-54"], [])
    assert found.ref in result.variant_refs.values()


@pytest.mark.spec("ART-TXT-6")
def test_products_are_found_by_barcode(bench: ShopBench) -> None:
    (result,) = bench.shop.write_products([creation(a_product(barcode="4006381333931"))])
    (found,) = bench.shop.find_products([], ["4006381333931", "4006381333948"])
    assert (found.ref, found.barcode) == (result.ref, "4006381333931")


def test_a_reference_is_found_without_regard_to_case(bench: ShopBench) -> None:
    ref = bench.put_product("Baor-07")
    assert [one.ref for one in bench.shop.find_products(["BAOR-07"], [])] == [ref]


@pytest.mark.spec("POL-ART-3")
def test_only_the_aspects_that_are_sent_change(bench: ShopBench) -> None:
    (made,) = bench.shop.write_products([creation(a_product())])
    changed = a_product(
        texts={"fr": ProductTexts(name="Autre"), "en": ProductTexts(name="Other")}, price=ProductPrice(net=Decimal(80))
    )
    (result,) = bench.shop.write_products([update(changed, made.ref, Aspect.PRICE)])
    assert result.outcome is Outcome.UPDATED
    seen = bench.see(made.ref or ShopRef(""))
    assert (seen.names["fr"], seen.net) == ("Bague BAOR01", 80)


@pytest.mark.spec("ART-VAR-1")
def test_a_variant_is_added_and_another_removed(bench: ShopBench) -> None:
    product = a_ranged_product("BAAR01")
    (made,) = bench.shop.write_products([creation(product)])
    first, second = product.variants
    new = a_variant("BAAR01", 9, "58", 150)
    write = update(
        replace(product, variants=(first, new)),
        made.ref,
        Aspect.VARIANTS,
        variant_refs={str(first.key): made.variant_refs[str(first.key)]},
        removed_variants=(made.variant_refs[str(second.key)],),
    )
    (result,) = bench.shop.write_products([write])
    assert set(result.variant_refs) == {str(first.key), str(new.key)}
    assert set(bench.see(made.ref or ShopRef("")).variants) == {"BAAR01-52", "BAAR01-58"}


def test_a_product_that_is_gone(bench: ShopBench) -> None:
    here, lost = bench.put_product("HERE"), bench.put_product("LOST")
    bench.lose_product(lost)
    assert bench.shop.existing_products([here, lost]) == {here.id}
    results = bench.shop.write_products(
        [update(a_product("LOST"), lost, Aspect.PRICE), update(a_product("HERE"), here, Aspect.PRICE)]
    )
    assert [(result.outcome, result.is_gone) for result in results] == [
        (Outcome.REFUSED, True),
        (Outcome.UPDATED, False),
    ]


def test_one_refused_product_does_not_stop_the_others(bench: ShopBench) -> None:
    bad = bench.unacceptable(a_product("BAD"))
    results = bench.shop.write_products([creation(a_product("ONE")), creation(bad), creation(a_product("TWO"))])
    assert [result.outcome for result in results] == [Outcome.CREATED, Outcome.REFUSED, Outcome.CREATED]
    assert results[1].problem is not None
    assert bench.shop.find_products(["BAD"], []) == []


def test_nothing_to_write_asks_nothing(bench: ShopBench) -> None:
    bench.shop.probe()
    assert list(bench.shop.write_products([])) == []
    assert bench.writes() == 0
