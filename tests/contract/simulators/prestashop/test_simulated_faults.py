"""Faults on order, time on order, and the log of what was asked."""

import time
from http.client import HTTPException

import pytest
from shop_client import ShopClient, product, record

from navette.demo.shops.prestashop import Fault, Latency, PrestaShopSimulator


def references(shop: PrestaShopSimulator) -> set[str]:
    return set(shop.shop.database.column("SELECT reference FROM product"))


@pytest.mark.parametrize(
    ("fault", "status", "is_done"),
    [
        (Fault.ERROR_BEFORE_WORK, 500, False),
        (Fault.ERROR_AFTER_WORK, 500, True),
        (Fault.WARNING_AFTER_WORK, 500, True),
        (Fault.HTML_PAGE, 200, False),
        (Fault.TRUNCATED, 201, True),
        (Fault.REDIRECT, 302, False),
        (Fault.TOO_MANY_REQUESTS, 429, False),
        (Fault.UNAVAILABLE, 503, False),
        (Fault.SLOW, 201, True),
    ],
)
def test_fault_strikes_once(
    api: ShopClient, shop: PrestaShopSimulator, fault: Fault, status: int, is_done: bool
) -> None:
    shop.fail(fault, method="POST", resource="products", retry_after=7)
    assert api.get("products").status == 200
    answer = api.post("products", product("A"))
    assert answer.status == status
    assert references(shop) == ({"A"} if is_done else set())
    assert answer.headers.get("retry-after") == ("7" if status in {429, 503} else None)
    assert api.post("products", product("B")).status == 201


def test_faulty_answers_cannot_be_mistaken(api: ShopClient, shop: PrestaShopSimulator) -> None:
    shop.fail(Fault.HTML_PAGE)
    assert api.get("products").headers["content-type"].startswith("text/html")
    shop.fail(Fault.WARNING_AFTER_WORK)
    assert api.get("products").codes == [3]
    shop.fail(Fault.TRUNCATED)
    whole = len(api.get("products?schema=blank").body)
    assert len(api.get("products?schema=blank").body) == pytest.approx(2 * whole, abs=1)


@pytest.mark.parametrize("fault", [Fault.CLOSED_BEFORE_WORK, Fault.CLOSED_AFTER_WORK, Fault.TIMEOUT])
def test_connection_is_closed(api: ShopClient, shop: PrestaShopSimulator, fault: Fault) -> None:
    shop.fail(fault, method="POST", seconds=0.05)
    with pytest.raises((HTTPException, ConnectionError)):
        api.post("products", product("A"))
    assert references(shop) == (set() if fault is Fault.CLOSED_BEFORE_WORK else {"A"})


def test_time_out_of_the_client(api: ShopClient, shop: PrestaShopSimulator) -> None:
    shop.fail(Fault.TIMEOUT, seconds=0.4)
    api.connection.timeout = 0.1
    with pytest.raises(TimeoutError):
        api.get("products")


def test_nth_and_times(api: ShopClient, shop: PrestaShopSimulator) -> None:
    shop.fail(Fault.ERROR_BEFORE_WORK, resource="orders", nth=2, times=2)
    assert [api.get("orders").status for _ in range(4)] == [200, 500, 500, 200]
    shop.fail(Fault.ERROR_BEFORE_WORK, nth=1, times=1000)
    shop.faults.clear()
    assert api.get("orders").status == 200


def test_lost_record(api: ShopClient, shop: PrestaShopSimulator) -> None:
    key = api.post("products", product("A")).id
    shop.lose("products", key)
    assert api.get(f"products/{key}").status == 404
    assert api.get("stock_availables").ids == []


def test_log_counts_reads_and_writes(api: ShopClient, shop: PrestaShopSimulator) -> None:
    keys = [api.post("products", product(name)).id for name in "AB"]
    shop.log.clear()
    api.get("products?display=full")
    api.patch("products", *(record("product", id=key, price="2") for key in keys))
    api.delete("products/99")
    assert (shop.log.reads, shop.log.writes, len(shop.log)) == (1, 2, 3)
    assert shop.log.count("PATCH", "products") == 1
    read, patched, deleted = shop.log
    assert (read.records, patched.records, deleted.status) == (2, 2, 404)
    assert (read.query, patched.bytes_in > 100, read.bytes_out > 1000) == ("display=full", True, True)
    assert shop.log.by_resource()["PATCH", "products"] == 1


def test_log_names_the_fault(api: ShopClient, shop: PrestaShopSimulator) -> None:
    shop.fail(Fault.UNAVAILABLE)
    api.get("products")
    assert [entry.fault for entry in shop.log] == ["unavailable"]


def test_recorded_latency_grows_with_the_records() -> None:
    with PrestaShopSimulator(latency=Latency(recorded=True)) as shop:
        client = ShopClient(shop)
        started = time.monotonic()
        client.post("products", product("A"))
        first = time.monotonic() - started
        started = time.monotonic()
        client.post("products", *(product(f"B{number}") for number in range(5)))
        several = time.monotonic() - started
        client.connection.close()
    assert first > 0.035
    assert several > 0.17


def test_latency_is_read_from_a_text() -> None:
    with PrestaShopSimulator(latency=Latency.of("80")) as shop:
        client = ShopClient(shop)
        started = time.monotonic()
        client.get("languages")
        assert time.monotonic() - started >= 0.08
        client.connection.close()
