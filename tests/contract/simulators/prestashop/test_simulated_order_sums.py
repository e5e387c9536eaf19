"""The sums of orders, to the cent as a real PrestaShop 8.2.1 worked them out."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from checkouts import (
    ADA,
    HOME,
    add_article,
    add_dollars,
    add_special_price,
    add_voucher,
    fields,
    one,
    order,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shop_client import ShopClient

from navette.demo.shops.prestashop import Buyer, PostalAddress, PrestaShopSimulator

REAL = json.loads((Path(__file__).parent / "orders_of_a_real_shop.json").read_text("utf-8"))
PER_ITEM, PER_LINE, PER_TOTAL = "1", "2", "3"
CITIES = {"FR": ("69001", "Lyon"), "BE": ("1000", "Bruxelles"), "DE": ("10115", "Berlin"), "IT": ("00100", "Roma")}


def _address(country: str) -> PostalAddress:
    postcode, city = CITIES[country]
    return PostalAddress("Ada", "Low", "1 street", postcode, city, country)


def _place(shop: PrestaShopSimulator, asked: dict[str, Any], buyers: dict[str, int]) -> int:
    """Place an order of the fixture; special prices are the customer's own."""
    buyer = Buyer(asked["customer"], "Ada", "Low")
    if asked["customer"] not in buyers:
        values = {"email": buyer.email, "firstname": "Ada", "lastname": "Low", "id_default_group": 3, "active": 1}
        buyers[asked["customer"]] = shop.add("customers", values)
        shop.shop.database.write("INSERT INTO customer_group VALUES (?, 3)", (buyers[asked["customer"]],))
    for row in asked["rows"]:
        if "specific_price" in row:
            _special(shop, row, buyers[asked["customer"]])
    for voucher in asked["vouchers"]:
        _voucher(shop, voucher)
    shop.shop.database.write("UPDATE carrier SET active = 1")
    invoice = asked.get("invoice_country")
    return order(
        shop,
        {row["reference"]: row["quantity"] for row in asked["rows"]},
        buyer=buyer,
        delivery=_address(asked["country"]),
        invoice=_address(invoice) if invoice else None,
        carrier=asked["carrier"],
        currency=asked["currency"],
        gift=asked["gift"],
        vouchers=[voucher["code"] for voucher in asked["vouchers"]],
        module="ps_wirepayment",
    ).id


def _special(shop: PrestaShopSimulator, row: dict[str, Any], customer: int) -> None:
    given = dict(row["specific_price"])
    (product,) = shop.shop.database.column("SELECT id FROM product WHERE reference = ?", (row["reference"],))
    quantity = given.get("from_quantity", 1)
    known = "SELECT 1 FROM specific_price WHERE id_product = ? AND id_customer = ? AND from_quantity = ?"
    if not shop.shop.database.value(known, (product, customer, quantity)):
        given["reduction_tax"] = int(given.pop("tax_included", True))
        add_special_price(shop, product, id_customer=customer, **given)


def _voucher(shop: PrestaShopSimulator, given: dict[str, Any]) -> None:
    product = given.get("product", 0)
    if product:
        by_reference = "SELECT id FROM product WHERE reference = ?"
        product = -1 if product == "cheapest" else shop.shop.database.value(by_reference, (product,))
    add_voucher(
        shop,
        given["code"],
        priority=given["priority"],
        reduction_percent=str(given.get("percent", 0)),
        reduction_amount=str(given.get("amount", 0)),
        reduction_tax=int(given.get("tax_included", True)),
        reduction_currency=2 if given.get("currency") == "USD" else 1,
        reduction_product=product,
        reduction_exclude_special=int(given.get("exclude_discounted", False)),
        free_shipping=int(given.get("free_shipping", False)),
        partial_use=int(given.get("partial_use", False)),
    )


@pytest.mark.parametrize("group", REAL, ids=lambda group: f"round_type_{group['round_type']}")
def test_orders_of_a_real_shop(shop: PrestaShopSimulator, api: ShopClient, group: dict[str, Any]) -> None:
    add_dollars(shop)
    shop.activate_countries(*CITIES)
    settings_of_the_shop = {
        "PS_ROUND_TYPE": str(group["round_type"]),
        "PS_GIFT_WRAPPING": "1",
        "PS_GIFT_WRAPPING_PRICE": "2.5",
        "PS_GIFT_WRAPPING_TAX_RULES_GROUP": "1",
    }
    for name, value in settings_of_the_shop.items():
        shop.set_setting(name, value)
    for article in group["articles"]:
        add_article(shop, article["reference"], article["price"], article["tax_rate"], 9999, weight=article["weight"])
    buyers: dict[str, int] = {}
    for asked in group["orders"]:
        key = _place(shop, asked, buyers)
        expected = asked["expected"]
        placed = one(fields(api, f"orders?filter[id]=[{key}]"))
        assert {name: placed[name] for name in expected["totals"]} == expected["totals"]
        assert placed["carrier_tax_rate"] == expected["carrier_tax_rate"]
        details = sorted(
            fields(api, f"order_details?filter[id_order]=[{key}]"), key=lambda row: row["product_reference"]
        )
        names = list(expected["rows"][0])
        assert [{name: row[name] for name in names} for row in details] == expected["rows"]
        rules = fields(api, f"order_cart_rules?filter[id_order]=[{key}]")
        assert [rule["free_shipping"] for rule in rules] == [rule["free_shipping"] for rule in expected["vouchers"]]
        for rule, real in zip(rules, expected["vouchers"], strict=True):
            for name in ("value", "value_tax_excl"):
                assert float(rule[name]) == pytest.approx(float(real[name]), abs=2e-6)


ROWS = {
    PER_LINE: ["68.830000", "25.700000", "91.130000", "11.000000", "2.030000"],
    PER_ITEM: ["68.820000", "25.700000", "91.140000", "11.010000", "2.030000"],
    PER_TOTAL: ["68.832000", "25.704000", "91.130900", "10.999998", "2.031790"],
}


@pytest.mark.parametrize(
    ("kind", "total_excl", "rules"),
    [
        (PER_LINE, "164.480000", ("19.869000", "4.457950")),
        (PER_ITEM, "164.470000", ("19.870000", "4.457474")),
        (PER_TOTAL, "164.480000", ("19.869869", "4.457755")),
    ],
)
def test_total_paid_is_not_the_sum_of_its_parts(
    shop: PrestaShopSimulator, api: ShopClient, kind: str, total_excl: str, rules: tuple[str, str]
) -> None:
    """Five rates, two vouchers, a gift wrapping: 198.69 - 24.87 + 8.40 + 3.00 is 185.22, and 185.23 is paid."""
    shop.set_setting("PS_ROUND_TYPE", kind)
    shop.set_setting("PS_GIFT_WRAPPING_PRICE", "2.5")
    shop.set_setting("PS_GIFT_WRAPPING_TAX_RULES_GROUP", "1")
    articles = {
        "A": ("23.9", 20, 3),
        "B": ("11.9", 20, 2),
        "C": ("12.34", 5.5, 7),
        "D": ("3.333333", 10, 3),
        "E": ("1.99", 2.1, 1),
    }
    keys = {name: add_article(shop, name, price, rate) for name, (price, rate, _) in articles.items()}
    add_special_price(shop, keys["A"], percent=20)
    add_special_price(shop, keys["B"], percent=10)
    add_voucher(shop, "DIX", reduction_percent="10")
    add_voucher(shop, "CINQ", reduction_amount="5")
    quantities = {name: quantity for name, (_, _, quantity) in articles.items()}
    key = order(shop, quantities, vouchers=("DIX", "CINQ"), gift=True, gift_message="Bon anniversaire").id
    placed = one(fields(api, f"orders?filter[id]=[{key}]"))
    assert (placed["total_paid"], placed["total_paid_tax_excl"]) == ("185.230000", total_excl)
    assert (placed["total_discounts"], placed["total_shipping"], placed["total_wrapping"]) == (
        "24.870000", "8.400000", "3.000000",
    )  # fmt: skip
    rows = fields(api, f"order_details?filter[id_order]=[{key}]")
    assert [row["total_price_tax_incl"] for row in rows] == ROWS[kind]
    first, second = fields(api, "order_cart_rules")
    assert (first["value"], second["value"], second["value_tax_excl"]) == (rules[0], "5.000000", rules[1])


def test_prices_by_group_customer_quantity_and_date(shop: PrestaShopSimulator, api: ShopClient) -> None:
    key = add_article(shop, "A", "10")
    add_special_price(shop, key, id_group=3, price="9")
    add_special_price(shop, key, from_quantity=10, percent=30)
    add_special_price(shop, key, percent=50, **{"from": "2020-01-01 00:00:00", "to": "2020-02-01 00:00:00"})
    few = order(shop, {"A": 2}).id
    customer = api.get(f"orders/{few}").value("id_customer")
    add_special_price(shop, key, id_customer=int(customer), price="8", from_quantity=5)
    # a larger quantity goes before a customer of one's own
    several, many = order(shop, {"A": 5}).id, order(shop, {"A": 10}).id
    stranger = order(shop, {"A": 5}, buyer=Buyer("bob@example.com", "Bob", "Low")).id
    prices = [one(fields(api, f"order_details?filter[id_order]=[{each}]")) for each in (few, several, many, stranger)]
    assert [row["unit_price_tax_excl"] for row in prices] == ["9.000000", "8.000000", "7.000000", "9.000000"]


def test_ecotax_is_taxed_and_not_reduced_by_a_fixed_price(shop: PrestaShopSimulator, api: ShopClient) -> None:
    shop.set_setting("PS_USE_ECOTAX", "1")
    shop.set_setting("PS_ECOTAX_TAX_RULES_GROUP_ID", "1")
    key = add_article(shop, "A", "10", ecotax="0.5")
    add_special_price(shop, key, price="8")
    row = one(fields(api, f"order_details?filter[id_order]=[{order(shop, {'A': 2}).id}]"))
    assert (row["unit_price_tax_excl"], row["unit_price_tax_incl"]) == ("8.500000", "10.200000")
    assert (row["ecotax"], row["ecotax_tax_rate"]) == ("0.500000", "20.000")


def test_taxes_of_the_country_of_the_delivery_or_of_the_invoice(shop: PrestaShopSimulator, api: ShopClient) -> None:
    shop.activate_countries("DE")
    shop.shop.database.write("UPDATE product SET id_tax_rules_group = 5 WHERE id = ?", (add_article(shop, "A", "10"),))
    keys = [order(shop, {"A": 1}, delivery=_address("DE"), invoice=HOME).id]
    shop.set_setting("PS_TAX_ADDRESS_TYPE", "id_address_invoice")
    keys.append(order(shop, {"A": 1}, delivery=_address("DE"), invoice=HOME).id)
    rows = [one(fields(api, f"order_details?filter[id_order]=[{key}]")) for key in keys]
    assert [row["unit_price_tax_incl"] for row in rows] == ["11.900000", "12.000000"]


def test_virtual_articles_need_no_carrier(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "V", "49", is_virtual=1)
    placed = one(fields(api, f"orders?filter[id]=[{order(shop, {'V': 1}).id}]"))
    assert (placed["id_carrier"], placed["total_shipping"], placed["total_paid"]) == ("0", "0.000000", "58.800000")
    assert api.get("order_carriers").ids == []


def test_rest_of_a_voucher_becomes_a_new_one(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "10")
    add_voucher(shop, "CENT", reduction_amount="100", partial_use=1)
    placed = one(fields(api, f"orders?filter[id]=[{order(shop, {'A': 1}, vouchers=['CENT']).id}]"))
    assert (placed["total_discounts"], placed["total_paid"]) == ("12.000000", "8.400000")
    rest = one([rule for rule in fields(api, "cart_rules") if rule["code"] == "CENT-2"])
    assert (rest["reduction_amount"], rest["quantity"], rest["id_customer"]) == (
        "88.000000",
        "1",
        placed["id_customer"],
    )


def test_gift_of_a_voucher_is_a_row_at_full_price(shop: PrestaShopSimulator, api: ShopClient) -> None:
    add_article(shop, "A", "19.12")
    add_voucher(shop, "CADEAU", gift_product=add_article(shop, "B", "10.71"))
    placed = one(fields(api, f"orders?filter[id]=[{order(shop, {'A': 1}, vouchers=['CADEAU'], carrier=1).id}]"))
    assert (placed["total_products_wt"], placed["total_discounts"], placed["total_paid"]) == (
        "35.790000", "12.850000", "22.950000",
    )  # fmt: skip
    assert one(fields(api, "order_cart_rules"))["value"] == "12.852000"


money = st.decimals("0.01", "999.99", places=2)
RATES = st.sampled_from([20, 10, 5.5, 2.1, 0])


@pytest.fixture(scope="module")
def still_shop() -> PrestaShopSimulator:
    """A shop that is only used in this process."""
    shop = PrestaShopSimulator()
    yield shop
    shop.stop()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(money, RATES, st.integers(1, 12)), min_size=1, max_size=4), st.sampled_from("123"))
def test_what_is_paid_is_near_the_sum_of_the_parts(
    still_shop: PrestaShopSimulator, rows: list[tuple[Decimal, float, int]], kind: str
) -> None:
    still_shop.set_setting("PS_ROUND_TYPE", kind)
    number = still_shop.shop.database.value("SELECT count(*) FROM product")
    references = {f"P{number + place}": row for place, row in enumerate(rows)}
    for reference, (price, rate, _) in references.items():
        add_article(still_shop, reference, price, rate)
    placed = order(still_shop, {reference: quantity for reference, (_, _, quantity) in references.items()}, buyer=ADA)
    record = still_shop.find("orders", placed.id)
    assert record is not None
    parts = [Decimal(record.text(name)) for name in ("total_products_wt", "total_shipping", "total_wrapping")]
    assert abs(Decimal(placed.total_paid) - sum(parts)) <= Decimal("0.01") * len(rows)
    assert Decimal(record.text("total_paid_real")) == Decimal(placed.total_paid)
