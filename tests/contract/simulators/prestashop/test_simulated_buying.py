"""A customer buys from the command line."""

import pytest

from navette.demo.shops.prestashop import PrestaShopSimulator
from navette.demo.shops.prestashop.buy import main, order_of


def test_an_order_is_placed(shop: PrestaShopSimulator, capsys: pytest.CaptureFixture[str]) -> None:
    shop.seed_products(2)
    [reference] = shop.shop.database.column("SELECT reference FROM product WHERE id = ?", (1,))
    assert main([shop.url, f"{reference}=2"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Order 1 (")
    [quantity] = shop.shop.database.column("SELECT product_quantity FROM order_detail WHERE id_order = ?", (1,))
    assert quantity == 2


def test_what_the_shop_does_not_sell_is_told(shop: PrestaShopSimulator, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([shop.url, "NOSUCH"]) == 1
    assert capsys.readouterr().err == "The shop sells no article NOSUCH.\n"


def test_references_numbers_and_vouchers_are_read() -> None:
    order = order_of("a@example.com", ["A=3", "B"], ["GIFT"])
    assert order["rows"] == [{"reference": "A", "quantity": 3}, {"reference": "B", "quantity": 1}]
    assert (order["buyer"]["email"], order["vouchers"]) == ("a@example.com", ["GIFT"])
