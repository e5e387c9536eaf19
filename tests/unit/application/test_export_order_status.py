"""FLW-16: the progress of ERP documents on the shop's orders, never backwards (spec UPD)."""

from dataclasses import replace
from datetime import date

import pytest
from builders import an_article
from fakes.crash import killed_at
from fakes.erp import HeldDocument
from order_builders import an_order
from world import World

from navette.domain.document import DocumentKind
from navette.domain.errors import FailureKind
from navette.domain.messages import order_status as messages
from navette.ports.shop import EffectKind, OrderEffect

pytestmark = pytest.mark.spec("UPD", "FLW-16")


@pytest.fixture
def world(world: World) -> World:
    """Order 53 imported as BC00001, shown as being prepared (3)."""
    world.configure(
        {
            "order_status.order": "3",
            "order_status.delivery": "4",
            "order_status.invoice": "5",
            "order_status.tracking_fields": "Suivi, DO_Ref",
        }
    )
    world.company.put(an_article("BAOR01"))
    world.shop.place(an_order("53"))
    world.run("import-orders")
    world.pass_time(hours=3)
    world.run("export-order-status")
    world.pass_time(hours=3)
    return world


def document(world: World) -> HeldDocument:
    return world.company.documents[-1]


def move_on(world: World, into: DocumentKind, *, partly: bool = False, **changes: object) -> HeldDocument:
    """Turn the order's document into a later kind, with tracking fields or a delivery date."""
    world.erp.writer.transform(world.company.documents[0].ref, into, {1000: 1} if partly else None)
    held = document(world)
    held.delivery_on = changes.pop("delivery_on", None)
    world.erp.writer.set_fields(held.ref, changes)
    return held


def shown(world: World) -> dict[str, str]:
    return {kind.value: value for kind, value in world.shop_state.shown["53"].items()}


def sent(world: World) -> list[tuple[str, str]]:
    return [(effect.kind.value, effect.value) for effect in world.shop.sent if isinstance(effect, OrderEffect)]


class TestStatus:
    @pytest.mark.spec("UPD-STA", "UPD-NUM")
    def test_a_delivery_gives_its_status_and_number_once(self, world: World) -> None:
        move_on(world, DocumentKind.DELIVERY)
        assert world.counts("export-order-status") == {"updated": 1}
        assert shown(world) == {"status": "4", "piece": "BL00001"}
        report = world.run("export-order-status", full=True)
        assert (report.run.counts.unchanged, report.requests.write) == (1, 0)

    def test_of_several_documents_the_most_advanced_decides(self, world: World) -> None:
        move_on(world, DocumentKind.DELIVERY, partly=True)
        world.run("export-order-status")
        assert shown(world) == {"status": "4", "piece": "BL00001"}

    def test_a_kind_without_status_leaves_the_order_s(self, world: World) -> None:
        move_on(world, DocumentKind.PREPARATION)
        world.run("export-order-status")
        assert shown(world) == {"status": "3", "piece": "PL00001"}

    @pytest.mark.spec("UPD-NUM")
    def test_the_number_may_stay_at_home(self, world: World) -> None:
        world.configure({"order_status.sends_piece": "false"})
        move_on(world, DocumentKind.DELIVERY)
        world.run("export-order-status")
        assert shown(world) == {"status": "4", "piece": "BC00001"}

    def test_a_status_that_somebody_gave_already_is_not_sent(self, world: World) -> None:
        world.shop_state.set_status("53", "4")
        move_on(world, DocumentKind.DELIVERY)
        world.run("export-order-status")
        assert sent(world) == [("piece", "BL00001")]

    def test_the_plan_shows_before_and_after(self, world: World) -> None:
        move_on(world, DocumentKind.DELIVERY)
        [item] = world.run("export-order-status", preview=True).items
        assert item.changes == (("status", "3", "4"), ("piece", "BC00001", "BL00001"))


@pytest.mark.spec("UPD-STA")
class TestNeverBackwards:
    def test_a_status_that_the_order_has_left_is_not_given_again(self, world: World) -> None:
        world.shop_state.set_status("53", "4")
        world.shop_state.set_status("53", "6")
        move_on(world, DocumentKind.DELIVERY)
        world.run("export-order-status")
        assert shown(world)["status"] == "6"

    def test_an_order_at_a_later_document_s_status_stays_there(self, world: World) -> None:
        world.shop_state.set_status("53", "5")
        move_on(world, DocumentKind.DELIVERY)
        world.run("export-order-status")
        assert shown(world)["status"] == "5"

    def test_a_document_that_goes_back_does_not_take_the_order_with_it(self, world: World) -> None:
        held = move_on(world, DocumentKind.INVOICE)
        world.run("export-order-status")
        world.company.documents.remove(held)
        world.company.documents.append(
            replace(held, ref=replace(held.ref, kind=DocumentKind.DELIVERY, piece="BL00009"))
        )
        world.run("export-order-status")
        assert shown(world) == {"status": "5", "piece": "BL00009"}

    def test_unless_asked(self, world: World) -> None:
        world.configure({"order_status.allows_backwards": "true"})
        move_on(world, DocumentKind.DELIVERY)
        world.run("export-order-status")
        for _ in range(2):
            world.shop_state.set_status("53", "5")
            world.run("export-order-status")
            assert shown(world)["status"] == "4"

    def test_asked_or_not_it_comes_to_rest(self, world: World) -> None:
        world.configure({"order_status.allows_backwards": "true", "order_status.tracking_status": "5"})
        move_on(world, DocumentKind.DELIVERY, Suivi="CDWEB")
        world.run("export-order-status")
        assert shown(world)["status"] == "5"
        assert world.run("export-order-status", full=True).requests.write == 0


@pytest.mark.spec("UPD-TRK", "UPD-DLV")
class TestTracking:
    def test_the_first_filled_field_is_the_number(self, world: World) -> None:
        move_on(world, DocumentKind.DELIVERY, DO_Ref="REF-1")
        world.run("export-order-status")
        assert shown(world)["tracking"] == "REF-1"

    def test_its_status_is_set_after_the_document_s(self, world: World) -> None:
        world.configure({"order_status.tracking_status": "5"})
        move_on(world, DocumentKind.DELIVERY, Suivi="CDWEB-STICK-53")
        world.run("export-order-status")
        assert sent(world) == [("status", "4"), ("piece", "BL00001"), ("tracking", "CDWEB-STICK-53"), ("status", "5")]

    def test_an_order_at_the_tracked_status_gets_no_earlier_one(self, world: World) -> None:
        world.configure({"order_status.tracking_status": "5"})
        world.shop_state.set_status("53", "5")
        move_on(world, DocumentKind.DELIVERY, Suivi="CDWEB")
        world.run("export-order-status")
        assert [kind for kind, _ in sent(world)] == ["piece", "tracking"]

    def test_a_number_that_comes_later_is_sent_later(self, world: World) -> None:
        held = move_on(world, DocumentKind.DELIVERY)
        world.run("export-order-status")
        world.erp.writer.set_fields(held.ref, {"Suivi": "CDWEB"})
        world.run("export-order-status")
        assert sent(world) == [("tracking", "CDWEB")]

    def test_the_delivery_date_where_wished(self, world: World) -> None:
        world.configure({"order_status.delivery_date": "true"})
        move_on(world, DocumentKind.DELIVERY, delivery_on=date(2026, 12, 6))
        world.run("export-order-status")
        assert shown(world)["delivery_date"] == "2026-12-06"


class TestSelection:
    def test_documents_that_changed_since_the_mark(self, world: World) -> None:
        assert world.counts("export-order-status") == {}
        move_on(world, DocumentKind.DELIVERY)
        assert world.counts("export-order-status") == {"updated": 1}

    def test_only_some_orders(self, world: World) -> None:
        world.shop.place(an_order("54"))
        world.run("import-orders")
        move_on(world, DocumentKind.DELIVERY)
        assert world.counts("export-order-status", "54") == {"unchanged": 1}
        assert world.counts("export-order-status", "order:53") == {"updated": 1}

    def test_an_order_without_document_any_more_is_reported(self, world: World) -> None:
        world.company.documents.clear()
        assert world.counts("export-order-status", full=True) == {"waiting": 1}
        assert world.waiting_codes() == {"order:53": "ORD-CHG-002"}
        assert world.counts("import-orders", full=True) == {"unchanged": 1}
        world.store.quarantine.dismiss([entry.id for entry in world.open_entries()], "cancelled")
        assert world.counts("export-order-status", full=True) == {"skipped": 1}

    def test_an_order_that_the_shop_lost_is_skipped(self, world: World) -> None:
        move_on(world, DocumentKind.DELIVERY)
        world.shop_state.orders.clear()
        assert world.counts("export-order-status") == {"skipped": 1}


class TestTrouble:
    def test_what_the_shop_refuses_waits_for_a_decision_and_is_tried_again(self, world: World) -> None:
        move_on(world, DocumentKind.DELIVERY, Suivi="!!")
        world.shop.faults.refused = {"!!"}
        assert world.counts("export-order-status") == {"refused": 1}
        assert shown(world) == {"status": "4", "piece": "BL00001"}
        assert world.waiting_codes() == {"order:53": "SHP-REC-901"}
        world.pass_time(days=1)
        assert world.counts("export-order-status") == {"refused": 1}
        world.shop.faults.refused = set()
        assert world.counts("export-order-status") == {"updated": 1}
        assert shown(world)["tracking"] == "!!"
        assert world.open_entries() == []

    def test_a_lost_answer_sends_nothing_twice(self, world: World) -> None:
        move_on(world, DocumentKind.DELIVERY)
        world.shop.faults.lose = {world.shop.faults.writes + 1}
        world.run("export-order-status")
        world.run("export-order-status")
        assert world.shop_state.past["53"] == ["2", "3", "4"]
        assert world.open_entries() == []

    @pytest.mark.parametrize("after", [False, True])
    def test_a_death_while_sending_sends_nothing_twice(self, world: World, after: bool) -> None:
        move_on(world, DocumentKind.DELIVERY)
        with killed_at(world.shop, "apply_effects", after=after):
            world.run("export-order-status")
        world.run("export-order-status")
        assert world.shop_state.past["53"] == ["2", "3", "4"]
        assert shown(world) == {"status": "4", "piece": "BL00001"}

    def test_what_an_import_left_due_is_sent_here(self, world: World) -> None:
        world.shop.place(an_order("54"))
        with killed_at(world.shop, "apply_effects"):
            world.run("import-orders")
        world.run("export-order-status")
        assert world.shop_state.shown["54"] == {EffectKind.STATUS: "3", EffectKind.PIECE: "BC00002"}

    def test_a_status_that_the_shop_does_not_have_stops_the_run(self, world: World) -> None:
        world.configure({"order_status.invoice": "99"})
        report = world.run("export-order-status")
        assert report.failure is FailureKind.CONFIGURATION
        assert report.run.problem.values["option"] == "order_status.invoice"

    def test_a_field_that_documents_do_not_have_stops_the_run(self, world: World) -> None:
        world.configure({"order_status.tracking_fields": "Suivi,Colis"})
        report = world.run("export-order-status")
        assert (report.run.problem.message, report.run.problem.values["value"]) == (messages.UNKNOWN_FIELD, "Colis")


@pytest.mark.spec("UPD-7")
def test_the_journal_of_an_order(world: World) -> None:
    world.configure({"order_status.delivery_date": "true", "order_status.tracking_status": "5"})
    move_on(world, DocumentKind.DELIVERY, Suivi="CDWEB-STICK-53", delivery_on=date(2023, 3, 6))
    world.run("export-order-status")
    texts = world.journal.texts
    begin = texts.index("1/1 - Order id: 53")
    assert texts[begin : begin + 7] == [
        "1/1 - Order id: 53",
        "Delivery date of the document sent: 2023-03-06",
        "Status of the order changed to 4",
        "Document number sent: BL00001",
        "Tracking number sent: CDWEB-STICK-53",
        "Status of the order changed to 5",
        "Succeeded",
    ]
