"""Orders through the web service: made, moved, tracked, cancelled."""

from dataclasses import replace

import pytest
from checkouts import ADA, add_article, fields, one, order
from shop_client import ShopClient, record

from navette.demo.shops.prestashop import Buyer, PrestaShopSimulator
from navette.demo.shops.prestashop.storefront.refusals import CheckoutError

AWAITING, PAID, PREPARED, SHIPPED, CANCELLED, ERROR, REMOTE = 10, 2, 3, 4, 6, 8, 11


@pytest.fixture
def customer(api: ShopClient) -> dict[str, int]:
    """A customer with an address and a cart of two pieces."""
    person = record(
        "customer", firstname="Ada", lastname="Low", email="ada@example.com", passwd="secret99", id_default_group=3
    )
    key = api.post("customers", person).id
    lines = {"alias": "Home", "firstname": "Ada", "lastname": "Low", "address1": "1 rue", "city": "Lyon"}
    address = api.post("addresses", record("address", id_customer=key, id_country=8, postcode="69001", **lines)).id
    return {"customer": key, "address": address}


def cart(api: ShopClient, customer: dict[str, int], product: int, **values: object) -> int:
    address = customer["address"]
    row = {"id_product": product, "id_product_attribute": 0, "id_address_delivery": address, "quantity": 2}
    whose = {"id_customer": customer["customer"], "id_address_delivery": address, "id_address_invoice": address}
    return api.post("carts", record("cart", id_currency=1, id_lang=2, **whose, **values, cart_rows=[row])).id


def sent(customer: dict[str, int], cart_key: int, total: str, **values: object) -> str:
    address = customer["address"]
    usual = {
        "id_address_delivery": address, "id_address_invoice": address, "id_cart": cart_key, "id_currency": 1,
        "id_lang": 2, "id_customer": customer["customer"], "id_carrier": 2, "current_state": AWAITING,
        "module": "ps_wirepayment", "payment": "Bank wire", "total_paid": total, "total_paid_real": total,
        "total_products": total, "total_products_wt": total, "conversion_rate": 1,
    }  # fmt: skip
    return record("order", **{**usual, **values})


def test_order_by_web_service(shop: PrestaShopSimulator, api: ShopClient, customer: dict[str, int]) -> None:
    product = add_article(shop, "A", "10", stock=5)
    key = api.post("orders", sent(customer, cart(api, customer, product), "24.00")).id
    placed = api.get(f"orders/{key}")
    assert placed.value("current_state") == str(REMOTE), "the state that was sent is not looked at"
    assert placed.value("id_carrier") == "1", "nor is the carrier: only delivery_option counts"
    assert (placed.value("total_paid"), placed.value("total_paid_real")) == ("24.000000", "24.000000")
    assert (placed.value("valid"), placed.value("invoice_number")) == ("1", "1")
    assert one(fields(api, "order_payments"))["amount"] == "24.000000"
    assert one(fields(api, "order_histories"))["id_order_state"] == str(REMOTE)
    assert one(fields(api, f"stock_availables?filter[id_product]=[{product}]"))["quantity"] == "3"


def test_another_total_is_a_payment_error(shop: PrestaShopSimulator, api: ShopClient, customer: dict[str, int]) -> None:
    product = add_article(shop, "A", "10", stock=5)
    key = api.post("orders", sent(customer, cart(api, customer, product), "23.00")).id
    placed = api.get(f"orders/{key}")
    assert (placed.value("current_state"), placed.value("valid")) == (str(ERROR), "0")
    assert (placed.value("total_paid"), placed.value("total_paid_real")) == ("24.000000", "23.000000")
    assert api.get("order_invoices").ids == []
    assert one(fields(api, f"stock_availables?filter[id_product]=[{product}]"))["quantity"] == "5"


def test_carrier_comes_from_the_delivery_option(
    shop: PrestaShopSimulator, api: ShopClient, customer: dict[str, int]
) -> None:
    option = f'{{"{customer["address"]}":"2,"}}'
    made = cart(api, customer, add_article(shop, "A", "10"), delivery_option=option)
    key = api.post("orders", sent(customer, made, "32.40")).id
    placed = api.get(f"orders/{key}")
    assert (placed.value("id_carrier"), placed.value("total_shipping")) == ("2", "8.400000")
    assert placed.value("current_state") == str(REMOTE)


def test_a_cart_is_used_once(shop: PrestaShopSimulator, api: ShopClient, customer: dict[str, int]) -> None:
    made = cart(api, customer, add_article(shop, "A", "10"))
    assert api.post("orders", sent(customer, made, "24")).status == 201
    again = api.post("orders", sent(customer, made, "24"))
    assert (again.status, again.text.startswith("Cart cannot be loaded")) == (500, True)


def test_carts_that_cannot_be_ordered(shop: PrestaShopSimulator, api: ShopClient, customer: dict[str, int]) -> None:
    made = cart(api, customer, add_article(shop, "A", "10"))
    unknown = api.post("orders", sent(customer, made, "24", module="nothing"))
    assert (unknown.status, unknown.body) == (500, b"")
    other = record("customer", firstname="Bob", lastname="Low", email="b@example.com", passwd="secret99")
    stranger = {**customer, "customer": api.post("customers", other).id}
    assert "Secure key" in api.post("orders", sent(stranger, made, "24")).text
    assert api.get("orders").ids == []


def test_life_of_an_order(shop: PrestaShopSimulator, api: ShopClient) -> None:
    product = add_article(shop, "A", "10", stock=5)
    key = order(shop, {"A": 2}, module="ps_wirepayment").id
    assert api.get(f"orders/{key}").value("current_state") == str(AWAITING)
    assert api.get("order_payments").ids == []

    def move(state: int, suffix: str = "") -> None:
        api.post(f"order_histories{suffix}", record("order_history", id_order=key, id_order_state=state))

    move(PAID)
    paid = api.get(f"orders/{key}")
    assert (paid.value("invoice_number"), paid.value("valid"), paid.value("delivery_number")) == ("1", "1", "0")
    assert one(fields(api, "order_payments"))["amount"] == paid.value("total_paid")
    move(PREPARED)
    assert api.get(f"orders/{key}").value("delivery_number") == "1"
    move(SHIPPED, "?sendemail=1")
    assert api.get(f"orders/{key}").value("current_state") == str(SHIPPED)
    assert [mail.template for mail in shop.mails()].count("shipped") == 1
    move(CANCELLED)
    assert one(fields(api, f"stock_availables?filter[id_product]=[{product}]"))["quantity"] == "5"
    states = [row["id_order_state"] for row in fields(api, "order_histories")]
    assert states == [str(state) for state in (AWAITING, PAID, PREPARED, SHIPPED, CANCELLED)]


def test_same_state_again_writes_another_entry(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    key = order(shop, {"A": 1}).id
    for _ in range(2):
        api.post("order_histories", record("order_history", id_order=key, id_order_state=SHIPPED))
    assert [row["id_order_state"] for row in fields(api, "order_histories")] == ["2", "4", "4"]


def test_patch_of_the_state_moves_the_order_without_a_mail(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    key = order(shop, {"A": 1}).id
    before = len(shop.mails())
    api.patch(f"orders/{key}", record("order", id=key, current_state=SHIPPED))
    assert api.get(f"orders/{key}").value("current_state") == str(SHIPPED)
    assert len(shop.mails()) == before
    unknown = api.patch(f"orders/{key}", record("order", id=key, current_state=99))
    assert (unknown.status, unknown.body) == (500, b"")


def test_tracking_number(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    key = order(shop, {"A": 1}).id
    parcel = one(fields(api, f"order_carriers?filter[id_order]=[{key}]"))["id"]
    api.patch(f"order_carriers/{parcel}", record("order_carrier", id=parcel, tracking_number="1Z999"))
    assert api.get(f"orders/{key}").value("shipping_number") == "1Z999"
    api.patch(f"orders/{key}", record("order", id=key, shipping_number="1Z000"))
    assert one(fields(api, f"order_carriers?filter[id_order]=[{key}]"))["tracking_number"] == "1Z000"


def test_orders_changed_since(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    for moment in ("2026-03-01 10:00:00", "2026-03-02 10:00:00"):
        shop.clock.stop_at(shop.clock.now().fromisoformat(moment))
        order(shop, {"A": 1})
    since = "filter[date_upd]=>[2026-03-01 12:00:00]&date=1&sort=[date_upd_ASC,id_ASC]"
    assert api.get(f"orders?{since}").ids == [2]


def test_order_rows_stay_when_the_article_goes(shop: PrestaShopSimulator, api: ShopClient) -> None:
    product = add_article(shop, "A", "10")
    key = order(shop, {"A": 1}).id
    api.delete(f"products/{product}")
    assert api.get(f"orders/{key}").linked("order_rows", "product_reference") == ["A"]


def test_orders_of_a_deleted_customer_stay(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    key = order(shop, {"A": 1}, buyer=ADA).id
    customer = api.get(f"orders/{key}").value("id_customer")
    address = api.get(f"orders/{key}").value("id_address_delivery")
    assert api.delete(f"customers/{customer}").status == 200
    assert api.get(f"orders/{key}").value("id_customer") == customer
    assert api.get(f"customers/{customer}").status == 404
    assert api.get(f"addresses/{address}").status == 200


def test_guests_are_new_customers_each_time(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    guest = Buyer("guest@example.com", "Gus", "Low", is_guest=True)
    keys = [order(shop, {"A": 1}, buyer=guest).id for _ in range(2)]
    customers = {api.get(f"orders/{key}").value("id_customer") for key in keys}
    assert len(customers) == 2
    assert {row["is_guest"] for row in fields(api, "customers")} == {"1"}


def test_components_of_a_pack_are_taken_from_the_stock(shop: PrestaShopSimulator, api: ShopClient) -> None:
    part, pack = add_article(shop, "PART", "3", stock=20), add_article(shop, "PACK", "10", stock=5)
    api.patch(f"products/{pack}", record("product", id=pack, product_bundle=[{"id": part, "quantity": 4}]))
    assert api.get(f"products/{pack}").value("type") == "pack"
    order(shop, {"PACK": 2})
    stock = {row["id_product"]: row["quantity"] for row in fields(api, "stock_availables")}
    assert stock == {str(part): "20", str(pack): "3"}
    api.patch(f"products/{pack}", record("product", id=pack, pack_stock_type=2))
    order(shop, {"PACK": 1})
    stock = {row["id_product"]: row["quantity"] for row in fields(api, "stock_availables")}
    assert stock == {str(part): "16", str(pack): "2"}


def test_a_guest_may_not_use_the_e_mail_of_a_customer(shop: PrestaShopSimulator) -> None:
    add_article(shop, "RING", "10")
    order(shop, {"RING": 1})
    with pytest.raises(CheckoutError, match="e-mail"):
        order(shop, {"RING": 1}, buyer=replace(ADA, email="Ada@Example.com", is_guest=True))
