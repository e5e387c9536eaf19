"""Every shop that the contract is checked on: the fake that other tests use, and each adapter on its simulator."""

from collections.abc import Iterator

import pytest
from fake_bench import FakeBench
from prestashop_bench import PrestaShopBench
from shop_benches import ShopBench

VERSIONS = ("1.7.7", "1.7.8", "8.2", "9.0")


@pytest.fixture(params=["fake", *(f"prestashop {version}" for version in VERSIONS)])
def bench(request: pytest.FixtureRequest) -> Iterator[ShopBench]:
    """One shop with the hands of somebody who works in it."""
    kind, _, version = request.param.partition(" ")
    if kind == "fake":
        yield FakeBench()
        return
    made = PrestaShopBench(version)
    yield made
    made.close()


@pytest.fixture(params=VERSIONS)
def prestashop(request: pytest.FixtureRequest) -> Iterator[PrestaShopBench]:
    """PrestaShop in each version."""
    made = PrestaShopBench(request.param)
    yield made
    made.close()


@pytest.fixture
def prestashop_8() -> Iterator[PrestaShopBench]:
    """PrestaShop 8.2."""
    made = PrestaShopBench("8.2")
    yield made
    made.close()
