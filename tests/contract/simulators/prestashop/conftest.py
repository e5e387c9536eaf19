"""A simulated PrestaShop of its own for each test."""

from collections.abc import Callable, Iterator

import pytest
from shop_client import ShopClient

from navette.demo.shops.prestashop import PrestaShopSimulator


@pytest.fixture
def shop() -> Iterator[PrestaShopSimulator]:
    """A fresh shop that answers."""
    with PrestaShopSimulator() as running:
        yield running


@pytest.fixture
def with_key(shop: PrestaShopSimulator) -> Iterator[Callable[[str], ShopClient]]:
    """Makes clients of the shop with another key, or an empty one for none."""
    clients: list[ShopClient] = []

    def client(key: str) -> ShopClient:
        clients.append(ShopClient(shop, key))
        return clients[-1]

    yield client
    for made in clients:
        made.connection.close()


@pytest.fixture
def api(shop: PrestaShopSimulator) -> Iterator[ShopClient]:
    """Its web service, with every right."""
    client = ShopClient(shop)
    yield client
    client.connection.close()
