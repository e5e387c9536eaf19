"""Who may ask what: keys, rights, hosts, shops."""

from collections.abc import Callable

from shop_client import ShopClient, product

from navette.demo.shops.prestashop import PrestaShopSimulator

LIMITED = "L" * 32
WithKey = Callable[[str], ShopClient]


def test_no_key_is_asked_for_one(with_key: WithKey) -> None:
    answer = with_key("").get("products")
    assert answer.status == 401
    assert answer.text == "401 Unauthorized"
    assert "Basic realm=" in answer.headers["www-authenticate"]


def test_unknown_key_is_refused(with_key: WithKey) -> None:
    answer = with_key("U" * 32).get("products")
    assert (answer.status, answer.codes) == (401, [20, 21])
    assert answer.headers["psws-version"] == "0"


def test_short_key_is_refused(with_key: WithKey) -> None:
    answer = with_key("short").get("products")
    assert (answer.status, answer.codes) == (401, [18])


def test_key_may_stand_in_the_address(shop: PrestaShopSimulator, with_key: WithKey) -> None:
    assert with_key("").get(f"products?ws_key={shop.key}").status == 200


def test_rights_are_per_resource_and_method(shop: PrestaShopSimulator, with_key: WithKey) -> None:
    shop.grant(LIMITED, {"products": ["GET", "HEAD"]})
    client = with_key(LIMITED)
    assert client.get("products").status == 200
    assert client.get("orders").codes == [26]
    refused = client.post("products", product("A"))
    assert (refused.status, refused.codes) == (405, [25])
    assert [entry.tag for entry in client.get("").xml[0]] == ["products"]


def test_forbidden_method_of_a_resource(api: ShopClient) -> None:
    answer = api.post("stock_availables")
    assert (answer.status, answer.codes) == (405, [101])


def test_unknown_resource_gets_a_hint(api: ShopClient) -> None:
    answer = api.get("product")
    assert (answer.status, answer.codes) == (400, [27])
    assert 'Did you mean: "products"?' in answer.errors[0][1]


def test_other_host_is_redirected(api: ShopClient, shop: PrestaShopSimulator) -> None:
    answer = api.ask("GET", "/api/products?limit=1", headers={"Host": "other.example"})
    assert answer.status == 302
    assert answer.headers["location"] == f"{shop.url}/?url=products&limit=1"


def test_unknown_shop_is_redirected(api: ShopClient) -> None:
    assert api.get("products?id_shop=7").status == 302


def test_connection_is_kept(api: ShopClient) -> None:
    api.get("products")
    socket = api.connection.sock
    api.get("orders")
    assert api.connection.sock is socket
