"""PrestaShop: orders that change while they are read, the hour that comes twice, and how few requests it takes."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from prestashop_bench import ANNA, HOME, PrestaShopBench
from products import a_product, creation
from test_shop_orders import HOUR, NOON, ids, read

from navette.demo.shops.prestashop.storefront.checkout import Buyer, Checkout, CheckoutRow, PostalAddress
from navette.domain.tax import ShopTax
from navette.ports.shop import EffectKind, OrderEffect, OrderQuery, StockWrite


def placed(bench: PrestaShopBench, at: datetime = NOON, **changes: object) -> str:
    bench.simulator.set_time(at)
    checkout = Checkout(**{"buyer": ANNA, "rows": [CheckoutRow("RING")], "delivery": HOME, **changes})
    return str(bench.simulator.place_order(checkout).id)


class TestMoving:
    @pytest.mark.spec("ORD-SEL-5")
    def test_an_order_that_changes_while_it_is_read_is_read_again(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.put_product("RING", 100)
        order = placed(prestashop_8)
        prestashop_8.meanwhile.before("order_details", lambda: prestashop_8.set_status(order, "2", NOON + HOUR))
        (read_once,) = read(prestashop_8)
        assert (read_once.status, read_once.updated_at) == ("2", NOON + HOUR)
        assert len(read_once.lines) == 1

    @pytest.mark.spec("ORD-SEL-5")
    def test_one_that_keeps_changing_is_left_to_the_next_run(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.put_product("RING", 100)
        moving, still = placed(prestashop_8), placed(prestashop_8)
        for hours, status in ((1, "2"), (2, "3")):
            at = NOON + hours * HOUR
            prestashop_8.meanwhile.before(
                "order_details", lambda at=at, status=status: prestashop_8.set_status(moving, status, at)
            )
        assert ids(read(prestashop_8)) == [still]
        assert ids(read(prestashop_8, changed_after=NOON + HOUR)) == [moving]

    @pytest.mark.spec("ORD-SEL-4")
    def test_one_that_the_shop_is_still_making_is_left_to_the_next_run(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.put_product("RING", 100)
        order = placed(prestashop_8)
        database = prestashop_8.simulator.shop.database
        rows = database.rows("SELECT * FROM order_detail WHERE id_order = ?", (int(order),))
        database.write("UPDATE order_detail SET id_order = 0 WHERE id_order = ?", (int(order),))
        assert len(rows) == 1
        assert read(prestashop_8) == []
        database.write("UPDATE order_detail SET id_order = ? WHERE id_order = 0", (int(order),))
        assert ids(read(prestashop_8)) == [order]

    def test_one_that_goes_while_it_is_read_is_left_out(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.put_product("RING", 100)
        lost, kept = placed(prestashop_8), placed(prestashop_8)
        prestashop_8.meanwhile.before("order_details", lambda: prestashop_8.simulator.lose("orders", int(lost)))
        assert ids(read(prestashop_8)) == [kept]


class TestTime:
    def test_no_order_of_the_hour_that_comes_twice_is_missed(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.put_product("RING", 100)
        first = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)  # 02:50 in Paris, summer time
        second = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 02:10 in Paris, winter time
        order = placed(prestashop_8, second)
        assert ids(read(prestashop_8, changed_after=first)) == [order]
        assert ids(read(prestashop_8, created_from=first, created_to=second + HOUR)) == [order]

    def test_nor_one_of_the_night_that_is_an_hour_short(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.put_product("RING", 100)
        before = datetime(2026, 3, 29, 0, 59, tzinfo=UTC)
        order = placed(prestashop_8, before + timedelta(minutes=2))
        assert ids(read(prestashop_8, changed_after=before)) == [order]
        assert read(prestashop_8)[0].created_at == before + timedelta(minutes=2)


class TestShapes:
    @pytest.mark.spec("CUS-IMP-8")
    def test_a_guest(self, prestashop: PrestaShopBench) -> None:
        prestashop.put_product("RING", 100)
        placed(prestashop, buyer=Buyer("guest@example.com", "Inès", "L'Hôte", is_guest=True))
        (order,) = read(prestashop)
        assert (order.customer.is_guest, order.customer.email) == (True, "guest@example.com")
        assert prestashop.shop.find_customers(["guest@example.com"]) == {}

    def test_a_customer_is_found_by_mail(self, prestashop: PrestaShopBench) -> None:
        prestashop.put_product("RING", 100)
        placed(prestashop)
        (order,) = read(prestashop)
        found = prestashop.shop.find_customers(["ANNA@example.com", "nobody@example.com"])
        assert {mail: ref.id for mail, ref in found.items()} == {"anna@example.com": order.customer.id}

    @pytest.mark.spec("ORD-HDR-9")
    def test_a_comment_is_given_once(self, prestashop: PrestaShopBench) -> None:
        prestashop.put_product("RING", 100)
        placed(prestashop, message="Sonner deux fois")
        assert read(prestashop)[0].messages == ("Sonner deux fois",)

    @pytest.mark.spec("ORD-LIN-11", "ORD-LIN-13")
    def test_a_gift_with_its_wrapping(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.simulator.set_setting("PS_GIFT_WRAPPING", "1")
        prestashop_8.simulator.set_setting("PS_GIFT_WRAPPING_PRICE", "2.5")
        prestashop_8.simulator.set_setting("PS_GIFT_WRAPPING_TAX_RULES_GROUP", "1")
        prestashop_8.put_product("RING", 100)
        placed(prestashop_8, gift=True, gift_message="Bravo")
        (order,) = read(prestashop_8)
        assert order.gift_message == "Bravo"
        assert (order.wrapping.net, order.wrapping.gross) == (Decimal("2.5"), 3)
        assert order.wrapping.tax == ShopTax(Decimal("20.000"), "FR")

    def test_the_country_of_taxation_is_that_of_the_delivery(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.simulator.activate_countries("BE")
        prestashop_8.put_product("RING", 100)
        placed(
            prestashop_8,
            delivery=PostalAddress("Anna", "Rossi", "Grand-Place", "1000", "Bruxelles", "BE"),
            invoice=HOME,
        )
        (order,) = read(prestashop_8)
        assert {tax.country for line in order.lines for tax in line.taxes} <= {"BE"}
        assert (order.delivery_address.country, order.invoice_address.country) == ("BE", "FR")


class TestRequests:
    def test_a_hundred_orders_take_few_requests(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.put_product("RING", 1000)
        for number in range(100):
            placed(prestashop_8, NOON + timedelta(seconds=number), message=f"Commande {number}")
        prestashop_8.shop.probe()
        before = prestashop_8.shop.requests
        pages = list(prestashop_8.shop.read_orders(OrderQuery()))
        assert [len(page) for page in pages] == [100]
        assert (prestashop_8.shop.requests - before).read <= 15 + 5  # the lists of the shop are read once
        before = prestashop_8.shop.requests
        list(prestashop_8.shop.read_orders(OrderQuery()))
        assert (prestashop_8.shop.requests - before).read <= 12

    def test_the_effects_of_many_orders_take_few_requests(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.put_product("RING", 1000)
        orders = [placed(prestashop_8) for _ in range(40)]
        prestashop_8.shop.probe()
        before = prestashop_8.shop.requests
        effects = [OrderEffect(order, EffectKind.STATUS, "2") for order in orders]
        effects += [OrderEffect(order, EffectKind.PIECE, f"BC{order}") for order in orders]
        prestashop_8.shop.apply_effects(effects)
        assert (prestashop_8.shop.requests - before).write == 2

    @pytest.mark.spec("ART-STK-1")
    def test_a_thousand_quantities_take_ten_requests(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.simulator.seed_products(1000, quantity=3)
        held = [stock for page in prestashop_8.shop.read_stock(None) for stock in page]
        before = prestashop_8.shop.requests
        prestashop_8.shop.write_stock([StockWrite(stock.ref, 4) for stock in held])
        made = prestashop_8.shop.requests - before
        assert (made.read, made.write) == (0, 10)

    def test_new_products_take_a_request_for_twenty(self, prestashop_8: PrestaShopBench) -> None:
        prestashop_8.shop.write_products([creation(a_product("FIRST"))])
        before = prestashop_8.shop.requests
        prestashop_8.shop.write_products([creation(a_product(f"ART-{number:03}")) for number in range(60)])
        made = prestashop_8.shop.requests - before
        assert (made.read, made.write) == (0, 3)
