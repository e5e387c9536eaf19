"""The storefront: orders as JSON, and the pages for people."""

import json
import re
from http.client import HTTPConnection
from typing import Any

import pytest
from checkouts import add_article, add_special_price, add_voucher, fields, one, order
from shop_client import ShopClient, record

from navette.demo.shops.prestashop import PrestaShopSimulator

ORDER: dict[str, Any] = {
    "buyer": {"email": "claire@example.com", "firstname": "Claire", "lastname": "Fontaine", "company": "Atelier"},
    "delivery": {
        "firstname": "Claire", "lastname": "Fontaine", "address1": "7 quai", "postcode": "69001", "city": "Lyon",
        "country": "FR", "phone": "0478000001",
    },
    "rows": [{"reference": "A", "quantity": 2}],
    "carrier": 2,
    "module": "stripe",
    "payment": "Card",
    "transaction": "TX-1",
    "message": "Before 6 pm, please.",
}  # fmt: skip


def page(shop: PrestaShopSimulator, path: str, language: str = "en") -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", shop.port, timeout=10)
    connection.request("GET", path, headers={"Accept-Language": language})
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def place(api: ShopClient, content: object) -> tuple[int, dict[str, Any]]:
    body = content if isinstance(content, str) else json.dumps(content)
    answer = api.ask("POST", "/storefront/order", body, {"Content-Type": "application/json"})
    return answer.status, answer.json


def test_order_as_json(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    status, placed = place(api, ORDER)
    assert status == 201
    assert placed["total_paid"] == "32.400000"
    found = api.get(f"orders/{placed['id']}")
    assert found.value("reference") == placed["reference"]
    assert (found.value("module"), found.value("payment"), found.value("current_state")) == ("stripe", "Card", "2")
    assert one(fields(api, "order_payments"))["transaction_id"] == "TX-1"
    assert one(fields(api, "customer_messages"))["message"] == "Before 6 pm, please."
    assert one(fields(api, "customers"))["company"] == "Atelier"


def test_known_customer_and_address_are_used_again(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    for _ in range(2):
        place(api, ORDER)
    assert len(api.get("customers").ids) == 1
    assert len(api.get("addresses").ids) == 1


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"rows": []}, "The cart is empty."),
        ({"rows": [{"reference": "NOTHING"}]}, "The shop sells no article NOTHING."),
        ({"rows": [{"reference": "A", "quantity": 9}]}, "There are not enough pieces of article A."),
        ({"currency": "JPY"}, "The shop has no currency JPY."),
        ({"vouchers": ["NOTHING"]}, "There is no voucher NOTHING."),
        ({"vouchers": ["OLD"]}, "Voucher OLD: it has expired."),
        ({"vouchers": ["LARGE"]}, "Voucher LARGE: the order is too small for it."),
        ({"vouchers": ["USUAL"]}, "Voucher USUAL: it is not for products on sale."),
        ({"delivery": {**ORDER["delivery"], "country": "CH"}}, "The shop does not deliver to CH."),
    ],
)
def test_orders_that_are_refused(
    shop: PrestaShopSimulator, api: ShopClient, changed: dict[str, Any], sentence: str
) -> None:
    add_special_price(shop, add_article(shop, "A", "10", stock=5), percent=5)
    add_voucher(shop, "USUAL", reduction_percent="5", reduction_exclude_special=1)
    add_voucher(shop, "OLD", date_to="2021-01-01 00:00:00")
    add_voucher(shop, "LARGE", minimum_amount="500")
    assert place(api, {**ORDER, **changed}) == (422, {"error": sentence})
    assert api.get("orders").ids == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("no json", "The order is not JSON."),
        ([], "The order is not an object."),
        ({"rows": []}, "buyer is missing."),
        ({**ORDER, "rows": None}, "rows is not a list."),
        ({**ORDER, "delivery": {"city": "Lyon"}}, "delivery: firstname is missing."),
        ({**ORDER, "rows": [{"article": "A"}]}, "rows: there is no article."),
        ({**ORDER, "paid": "much"}, "paid is not a number."),
    ],
)
def test_order_that_cannot_be_read(api: ShopClient, content: object, sentence: str) -> None:
    assert place(api, content) == (400, {"error": sentence})


def test_another_sum_paid_is_a_payment_error(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    assert place(api, {**ORDER, "paid": "32.00"})[1]["state"] == 8
    assert place(api, {**ORDER, "paid": "32.40"})[1]["state"] == 2


def test_list_of_articles(shop: PrestaShopSimulator) -> None:
    product = add_article(shop, "A", "10", stock=7)
    add_article(shop, "HIDDEN", "10", active=0)
    add_special_price(shop, product, percent=10)
    status, english = page(shop, "/")
    assert status == 200
    assert "Article A" in english
    assert "€10.80" in english
    assert "HIDDEN" not in english
    french = page(shop, "/", "fr-FR,fr;q=0.9,en;q=0.5")[1]
    assert '<html lang="fr">' in french
    assert "10,80" in french
    assert "http://" not in french.replace(shop.url, "")


def test_page_of_an_article_shows_its_variants(shop: PrestaShopSimulator, api: ShopClient) -> None:
    product = add_article(shop, "A", "10", stock=0)
    option = record(
        "product_option", group_type="select", name={1: "Size", 2: "Taille"}, public_name={1: "Size", 2: "T"}
    )
    group = api.post("product_options", option).id
    for name, impact in (("Small", "0"), ("Large", "2.5")):
        value = record("product_option_value", id_attribute_group=group, name={1: name, 2: name})
        linked = [{"id": api.post("product_option_values", value).id}]
        values = {"id_product": product, "minimal_quantity": 1, "reference": f"A-{name}", "price": impact}
        api.post("combinations", record("combination", **values, product_option_values=linked))
    text = page(shop, f"/product/{product}")[1]
    assert "Size Small" in text
    assert "A-Large" in text
    assert "€15.00" in text
    assert "Out of stock" in text
    assert page(shop, "/product/99")[0] == 404


def test_pages_of_orders(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    placed = order(shop, {"A": 2})
    key = placed.id
    api.post("order_histories", record("order_history", id_order=key, id_order_state=4))
    api.patch(f"orders/{key}", record("order", id=key, note="BL00012 <b>", shipping_number="1Z999"))
    for path in ("/orders", f"/order/{key}"):
        text = page(shop, path)[1]
        assert placed.reference in text
        assert "Shipped" in text
        assert "1Z999" in text
        assert "BL00012 &lt;b&gt;" in text
        assert "€32.40" in text
    assert "Expédié" in page(shop, "/orders", "fr")[1]
    assert page(shop, "/order/99")[0] == 404


def test_texts_of_articles_are_escaped(shop: PrestaShopSimulator) -> None:
    add_article(shop, "A", "10", name={1: "<script>alert(1)</script>", 2: "x"})
    assert "<script>" not in page(shop, "/")[1]


def test_unknown_page(shop: PrestaShopSimulator) -> None:
    status, text = page(shop, "/nothing")
    assert status == 404
    assert re.search("<h1>.+</h1>", text)
