"""PrestaShop behind odd hosts: several stores, another sign-in in front, firewalls that know two methods."""

import base64
from decimal import Decimal

import httpx
import pytest
from prestashop_bench import PrestaShopBench
from products import a_product, creation

from navette.domain.run import Outcome
from navette.ports.shop import OrderQuery, PriceWrite, StockWrite
from navette.shops.connection import ShopConnection
from navette.shops.prestashop import PrestaShop, open_door


@pytest.mark.spec("APP-SHP-2")
def test_alternative_methods_do_the_same(prestashop: PrestaShopBench) -> None:
    ref = prestashop.put_product("RING", 1)
    hidden = prestashop.connect(overrides_methods=True)
    prestashop.simulator.log.clear()
    hidden.write_stock([StockWrite(ref, 9)])
    hidden.write_prices([PriceWrite(ref=ref, net=Decimal(12))])
    assert {entry.method for entry in prestashop.simulator.log} == {"GET", "POST"}
    assert [stock.quantity for page in hidden.read_stock([ref]) for stock in page] == [9]
    assert prestashop.see(ref).net == 12


def asked(settings: dict[str, str]) -> list[httpx.Request]:
    """What a connection with these settings asks for; the shop knows nothing."""
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        if request.url.path == "/api/":
            content = '<?xml version="1.0"?><prestashop><api shopName="x"/></prestashop>'
            return httpx.Response(200, content=content, headers={"PSWS-Version": "8.2.1"})
        if "configurations" in request.url.path:
            row = {
                "id": 1,
                "name": "PS_INSTALL_VERSION",
                "value": "8",
                "id_shop": "",
                "id_shop_group": "",
                "date_add": "",
            }
            return httpx.Response(200, json={"configurations": [row]})
        return httpx.Response(200, json=[])

    connection = ShopConnection(**{"url": "https://shop.example", "key": "K" * 32, "delay": 0, **settings})
    shop = PrestaShop(connection, door=open_door(connection, transport=httpx.MockTransport(answer)))
    shop.read_categories()
    list(shop.read_orders(OrderQuery()))
    shop.write_products([creation(a_product())])
    return requests


def test_the_key_is_the_user_of_the_sign_in() -> None:
    expected = "Basic " + base64.b64encode(b"K" * 32 + b":").decode()
    assert {request.headers["Authorization"] for request in asked({})} == {expected}


@pytest.mark.spec("APP-SHP-2")
def test_with_another_sign_in_in_front_the_key_goes_into_the_address() -> None:
    requests = asked({"basic_user": "host", "basic_password": "secret"})
    assert {request.headers["Authorization"] for request in requests} == {
        "Basic " + base64.b64encode(b"host:secret").decode()
    }
    assert {request.url.params["ws_key"] for request in requests} == {"K" * 32}


@pytest.mark.spec("ORD-SEL-2")
def test_a_store_is_named_in_every_request() -> None:
    requests = asked({"store": "2"})
    assert {request.url.params["id_shop"] for request in requests} == {"2"}
    stamps = next(request for request in requests if request.url.path.endswith("/orders"))
    assert stamps.url.params["filter[id_shop]"] == "[2]"


def test_without_a_store_none_is_named() -> None:
    assert not any("id_shop" in request.url.params for request in asked({}))


def test_of_several_stores_the_quantities_of_one_are_read(prestashop_8: PrestaShopBench) -> None:
    ref = prestashop_8.put_product("RING", 3)
    other = {"id_product": ref.id, "id_product_attribute": "0", "id_shop": "2", "id_shop_group": "0", "quantity": "50"}
    prestashop_8.simulator.add("stock_availables", other)
    prestashop_8.simulator.set_setting("PS_MULTISHOP_FEATURE_ACTIVE", "1")
    shop = prestashop_8.connect()
    assert [stock.quantity for page in shop.read_stock(None) for stock in page] == [3]
    (result,) = shop.write_stock([StockWrite(ref, 4)])
    assert result.outcome is Outcome.UPDATED
    assert prestashop_8.column("SELECT quantity FROM stock_available ORDER BY id_shop") == [4, 50]
