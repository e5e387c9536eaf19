"""The contract of a shop: quantities."""

import pytest
from products import a_ranged_product, creation
from shop_benches import ShopBench

from navette.domain.binding import ShopRef
from navette.domain.run import Outcome
from navette.ports.shop import StockWrite

pytestmark = pytest.mark.spec("ART-STK-1")


def held(bench: ShopBench, products: list[ShopRef] | None = None) -> dict[ShopRef, int]:
    return {stock.ref: stock.quantity for page in bench.shop.read_stock(products) for stock in page}


def test_quantities_are_set_and_read(bench: ShopBench) -> None:
    one, two = bench.put_product("ONE", 3), bench.put_product("TWO", 5)
    results = bench.shop.write_stock([StockWrite(one, 30), StockWrite(two, 0)])
    assert [result.outcome for result in results] == [Outcome.UPDATED] * 2
    assert held(bench) == held(bench, [one, two]) == {one: 30, two: 0}
    assert held(bench, [two]) == {two: 0}


@pytest.mark.spec("ART-STK-4")
def test_a_quantity_below_zero(bench: ShopBench) -> None:
    assert bench.shop.capabilities.accepts_negative_stock
    ref = bench.put_product("ONE", 3)
    bench.shop.write_stock([StockWrite(ref, -4)])
    assert held(bench, [ref]) == {ref: -4}


@pytest.mark.spec("ART-VAR-1")
def test_a_product_with_variants_holds_what_they_hold(bench: ShopBench) -> None:
    (made,) = bench.shop.write_products([creation(a_ranged_product("BAAR01"))])
    small, large = made.variant_refs.values()
    bench.shop.write_stock([StockWrite(small, 4), StockWrite(large, 3)])
    assert held(bench) == {small: 4, large: 3}


def test_what_is_gone_is_told_and_the_rest_is_set(bench: ShopBench) -> None:
    here, lost = bench.put_product("HERE", 1), bench.put_product("LOST", 1)
    bench.lose_product(lost)
    results = bench.shop.write_stock([StockWrite(lost, 9), StockWrite(here, 9)])
    assert [(result.outcome, result.is_gone) for result in results] == [
        (Outcome.REFUSED, True),
        (Outcome.UPDATED, False),
    ]
    assert held(bench) == {here: 9}


def test_many_quantities(bench: ShopBench) -> None:
    refs = [bench.put_product(f"ART-{number}") for number in range(25)]
    results = bench.shop.write_stock([StockWrite(ref, number) for number, ref in enumerate(refs)])
    assert {result.outcome for result in results} == {Outcome.UPDATED}
    assert held(bench) == {ref: number for number, ref in enumerate(refs)}
