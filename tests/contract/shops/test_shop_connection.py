"""The contract of a shop: the connection test and the lists."""

from datetime import UTC, datetime, timedelta

import pytest
from shop_benches import ShopBench

pytestmark = pytest.mark.spec("APP-SHP-1")


def test_the_connection_test_tells_the_shop(bench: ShopBench) -> None:
    probe = bench.shop.probe()
    assert probe.identity
    assert probe.kind == bench.shop.capabilities.kind
    assert set(bench.languages) <= set(probe.languages.values())
    assert probe.currency == "EUR"
    assert probe.missing_rights == ()


def test_the_identity_stays(bench: ShopBench) -> None:
    assert bench.shop.probe().identity == bench.shop.probe().identity


def test_batches_hold_records(bench: ShopBench) -> None:
    can = bench.shop.capabilities
    assert min(can.product_batch, can.stock_batch, can.price_batch, can.order_page) >= 1


def test_the_lists_that_mappings_choose_from(bench: ShopBench) -> None:
    choices = bench.shop.choices()
    assert {rule.id for rule in choices.tax_rules}
    assert {status.id for status in choices.order_statuses}


def test_the_clock_of_the_shop_is_aware(bench: ShopBench) -> None:
    clock = bench.shop.clock()
    assert clock.tzinfo is not None
    assert abs(clock - datetime.now(UTC)) < timedelta(days=366 * 10)


def test_requests_are_counted(bench: ShopBench) -> None:
    before = bench.shop.requests
    bench.shop.choices()
    made = bench.shop.requests - before
    assert made.read > 0
    assert made.write == 0
