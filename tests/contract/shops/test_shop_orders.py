"""The contract of a shop: reading orders, and what ERP documents change on them."""

from datetime import UTC, datetime, timedelta

import pytest
from shop_benches import ShopBench

from navette.domain.order import Order
from navette.domain.run import Outcome
from navette.ports.shop import EffectKind, OrderEffect, OrderQuery

NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def read(bench: ShopBench, **query: object) -> list[Order]:
    return [order for page in bench.shop.read_orders(OrderQuery(**query)) for order in page]


def ids(orders: list[Order]) -> list[str]:
    return [order.id for order in orders]


class TestReading:
    @pytest.mark.spec("ORD-SEL-1")
    def test_an_order_is_whole(self, bench: ShopBench) -> None:
        ring = bench.put_product("RING", 100)
        bench.put_product("CHAIN", 100)
        number = bench.place_order({"RING": 2, "CHAIN": 1}, NOON)
        (order,) = read(bench)
        assert order.id == number
        assert order.created_at == NOON
        assert [(line.reference, line.quantity) for line in order.lines] == [("RING", 2), ("CHAIN", 1)]
        assert order.lines[0].product == ring
        assert order.total_paid == sum(line.total_gross for line in order.lines) + order.shipping.gross
        assert all(line.taxes[0].country == "FR" for line in order.lines)
        assert order.customer.email
        assert order.invoice_address.country == "FR"

    @pytest.mark.spec("ORD-SEL-1")
    def test_those_changed_after_an_instant(self, bench: ShopBench) -> None:
        bench.put_product("RING", 100)
        old, new = (bench.place_order({"RING": 1}, NOON + hours * HOUR) for hours in (0, 2))
        assert ids(read(bench, changed_after=NOON + HOUR)) == [new]
        bench.set_status(old, "2", NOON + 3 * HOUR)
        assert ids(read(bench, changed_after=NOON + HOUR)) == [new, old]

    @pytest.mark.spec("ORD-SEL-1")
    def test_those_placed_in_a_period(self, bench: ShopBench) -> None:
        bench.put_product("RING", 100)
        numbers = [bench.place_order({"RING": 1}, NOON + hours * HOUR) for hours in range(4)]
        period = {"created_from": NOON + HOUR, "created_to": NOON + 2 * HOUR}
        assert ids(read(bench, **period)) == numbers[1:3]
        assert ids(read(bench, created_from=NOON + 2 * HOUR)) == numbers[2:]
        assert ids(read(bench, created_to=NOON)) == numbers[:1]

    def test_those_of_some_ids_and_without_others(self, bench: ShopBench) -> None:
        bench.put_product("RING", 100)
        one, two, three = (bench.place_order({"RING": 1}, NOON + hours * HOUR) for hours in range(3))
        assert ids(read(bench, ids=(three, one, "9999"))) == [one, three]
        assert ids(read(bench, excluded=frozenset({two}))) == [one, three]

    def test_no_orders(self, bench: ShopBench) -> None:
        assert read(bench) == []
        assert read(bench, changed_after=NOON) == []

    def test_a_new_status_does_not_change_what_the_document_is_made_from(self, bench: ShopBench) -> None:
        bench.put_product("RING", 100)
        number = bench.place_order({"RING": 1}, NOON)
        (before,) = read(bench)
        bench.set_status(number, "2", NOON + HOUR)
        (after,) = read(bench)
        assert (before.status, after.status) == ("10", "2")
        assert before.fingerprint() == after.fingerprint()


class TestEffects:
    def an_order(self, bench: ShopBench) -> str:
        bench.put_product("RING", 100)
        return bench.place_order({"RING": 1}, NOON)

    @pytest.mark.spec("UPD-STA", "UPD-TRK")
    def test_what_is_set_is_shown(self, bench: ShopBench) -> None:
        number = self.an_order(bench)
        effects = [OrderEffect(number, EffectKind.STATUS, "4"), OrderEffect(number, EffectKind.TRACKING, "CDWEB-53")]
        results = bench.shop.apply_effects(effects)
        assert {result.outcome for result in results} == {Outcome.UPDATED}
        present = bench.shop.read_present([number])[number]
        assert present.values[EffectKind.STATUS] == "4"
        assert present.values[EffectKind.TRACKING] == "CDWEB-53"
        assert present.past_statuses[-1] == "4"

    @pytest.mark.spec("UPD-NUM", "UPD-DLV")
    def test_piece_number_and_date_of_delivery(self, bench: ShopBench) -> None:
        number = self.an_order(bench)
        effects = [
            OrderEffect(number, EffectKind.PIECE, "BC00219"),
            OrderEffect(number, EffectKind.DELIVERY_DATE, "2026-12-01"),
        ]
        results = bench.shop.apply_effects(effects)
        if bench.shop.capabilities.version.startswith("1.7.7"):
            assert {result.outcome for result in results} == {Outcome.REFUSED}
            return
        values = bench.shop.read_present([number])[number].values
        assert (values[EffectKind.PIECE], values[EffectKind.DELIVERY_DATE]) == ("BC00219", "2026-12-01")

    @pytest.mark.spec("UPD-STA")
    def test_statuses_follow_each_other(self, bench: ShopBench) -> None:
        number = self.an_order(bench)
        bench.shop.apply_effects([OrderEffect(number, EffectKind.STATUS, status) for status in ("2", "3", "4")])
        assert bench.shop.read_present([number])[number].past_statuses == ("10", "2", "3", "4")

    @pytest.mark.spec("UPD-STA")
    def test_an_order_that_is_gone(self, bench: ShopBench) -> None:
        (result,) = bench.shop.apply_effects([OrderEffect("9999", EffectKind.STATUS, "4")])
        assert (result.outcome, result.is_gone) == (Outcome.REFUSED, True)
        assert bench.shop.read_present(["9999"]) == {}
