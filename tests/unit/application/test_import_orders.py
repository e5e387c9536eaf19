"""FLW-14: which orders become documents, once each, and what the shop is told afterwards (spec ORD-SEL, ORD-AFT)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from builders import a_ranged_article, an_article
from order_builders import PLACED, a_row, an_order
from world import World

from navette.application.import_orders.selection import period_bounds
from navette.config.sections.orders import Period
from navette.domain.binding import Binding, RecordKind, ShopRef
from navette.domain.document import DocumentKind, DocumentStatus
from navette.domain.errors import FailureKind, RefusedError, TransientError
from navette.domain.messages import erp_writing
from navette.domain.messages import orders as messages
from navette.domain.messages import shop as shop_messages
from navette.ports.shop import EffectKind
from navette.ports.store import ClaimState


@pytest.fixture
def world(world: World) -> World:
    world.company.put(an_article("BAOR01"), an_article("BAOR02"))
    return world


def documents(world: World) -> list[tuple[str, str]]:
    """Web number and piece of the documents of the company."""
    return [(held.ref.web_number, held.ref.piece) for held in world.company.documents]


class TestOnce:
    def test_an_order_becomes_a_document_once(self, world: World) -> None:
        world.shop.place(an_order("15"), an_order("16"))
        assert world.counts("import-orders") == {"created": 2}
        assert documents(world) == [("15", "BC00001"), ("16", "BC00002")]
        assert world.counts("import-orders", full=True) == {"unchanged": 2}
        assert len(world.company.documents) == 2

    @pytest.mark.spec("ORD-SEL-4")
    def test_one_that_the_company_holds_already_is_adopted(self, world: World) -> None:
        world.shop.place(an_order("15"))
        world.run("import-orders")
        world.store.claims.reset(RecordKind.ORDER, [])
        assert world.counts("import-orders", full=True) == {"unchanged": 1}
        assert documents(world) == [("15", "BC00001")]
        [line] = world.journal.of(messages.DOCUMENT_ADOPTED)
        assert line.values == {"piece": "BC00001"}
        assert world.store.claims.get(RecordKind.ORDER, ["15"])["15"].piece == "BC00001"

    def test_what_is_sent_afterwards_stands_under_its_order(self, world: World) -> None:
        world.shop.place(an_order("15"))
        world.run("import-orders")
        [sent] = world.journal.of(messages.PIECE_SENT)
        assert (sent.record, sent.values) == ("order:15", {"value": "BC00001"})
        heading = next(line for line in world.journal.of(messages.ORDER) if line.record == "order:15")
        assert heading.values == {"label": "15"}

    def test_an_order_that_comes_twice_while_pages_move_is_looked_at_once(self, world: World) -> None:
        orders = [an_order(str(number)) for number in range(1, 4)]
        world.shop.place(*orders)
        world.shop.read_orders = lambda query: iter([orders, [orders[0]]])
        report = world.run("import-orders")
        assert (report.run.counts.read, report.run.counts.created) == (3, 3)

    def test_the_claim_remembers_document_account_and_what_was_paid(self, world: World) -> None:
        world.shop.place(an_order("15"))
        world.run("import-orders")
        claim = world.store.claims.get(RecordKind.ORDER, ["15"])["15"]
        assert (claim.state, claim.piece, claim.intended_account) == (ClaimState.WRITTEN, "BC00001", "WEB000530")
        assert (claim.paid_total, claim.subject) == (120, "order:15")

    def test_a_batch_that_failed_half_way_counts_its_documents_as_created(self, world: World) -> None:
        world.shop.place(*(an_order(str(number)) for number in range(1, 6)))
        world.erp.writer.fails = {3: TransientError(shop_messages.TIMED_OUT, host="erp", seconds=30)}
        assert world.counts("import-orders") == {"created": 5}
        assert len(world.company.documents) == 5

    def test_a_document_that_the_company_refuses_is_refused_alone(self, world: World) -> None:
        world.shop.place(an_order("15"), an_order("16", a_row("BAOR02")))
        world.erp.writer.fails = {2: RefusedError(erp_writing.UNKNOWN_ARTICLE, article="BAOR02")}
        assert world.counts("import-orders") == {"created": 1, "refused": 1}
        assert world.store.claims.get(RecordKind.ORDER, ["16"])["16"].state is ClaimState.WRITING
        assert world.counts("import-orders") == {"created": 1, "unchanged": 1}


@pytest.mark.spec("ORD-SEL-3")
class TestStatuses:
    def test_the_table_decides_kind_and_state(self, world: World) -> None:
        world.shop.place(an_order("15"), an_order("16", status="10", payments=()))
        world.run("import-orders")
        found = {held.ref.web_number: (held.draft.kind, held.draft.status) for held in world.company.documents}
        assert found == {
            "15": (DocumentKind.ORDER, DocumentStatus.CONFIRMED),
            "16": (DocumentKind.QUOTE, DocumentStatus.ENTERED),
        }

    def test_a_status_that_is_not_selected_is_skipped(self, world: World) -> None:
        world.shop.place(an_order("15", status="6"))
        assert world.counts("import-orders") == {"skipped": 1}
        assert world.company.documents == []

    def test_the_shop_s_order_gets_its_new_status_and_the_document_number(self, world: World) -> None:
        world.shop.place(an_order("15"))
        world.run("import-orders")
        assert world.shop_state.shown["15"] == {EffectKind.STATUS: "3", EffectKind.PIECE: "BC00001"}
        texts = world.journal.texts
        begin = texts.index("Order: 15")
        assert texts[begin : begin + 3] == [
            "Order: 15",
            "Status of the order changed to 3",
            "Document number sent: BC00001",
        ]

    def test_both_are_sent_once(self, world: World) -> None:
        world.shop.place(an_order("15"))
        world.run("import-orders")
        assert world.run("import-orders", full=True).requests.write == 0

    def test_a_status_that_the_order_has_had_is_not_given_again(self, world: World) -> None:
        world.shop.place(an_order("15"))
        world.shop_state.set_status("15", "3")
        world.shop_state.set_status("15", "4")
        world.run("import-orders")
        assert world.shop_state.shown["15"][EffectKind.STATUS] == "4"

    def test_an_order_that_was_deleted_meanwhile_is_said(self, world: World) -> None:
        world.shop.place(an_order("15"))
        reading = world.shop.read_present
        world.shop.read_present = lambda orders: world.shop_state.orders.clear() or reading(orders)
        assert world.counts("import-orders") == {"created": 1}
        assert messages.ORDER_GONE.code in world.journal.codes

    def test_the_document_number_may_stay_at_home(self, world: World) -> None:
        world.configure({"orders.after.sends_piece": "false"}, order_statuses={"2": "order:1"})
        world.shop.place(an_order("15"))
        assert world.run("import-orders").requests.write == 0

    def test_a_table_that_cannot_be_read_stops_the_run(self, world: World) -> None:
        world.mappings["order_statuses"] = {"2": "facture:1"}
        report = world.run("import-orders")
        assert report.failure is FailureKind.CONFIGURATION
        assert report.run.problem.values["entry"] == "mapping.order_statuses.2=facture:1"

    def test_no_selected_status_stops_the_run(self, world: World) -> None:
        world.mappings["order_statuses"] = {}
        assert world.run("import-orders").run.problem.message is messages.NO_STATUS_SELECTED


@pytest.mark.spec("ORD-SEL-5")
class TestChangedAfterwards:
    @pytest.fixture
    def world(self, world: World) -> World:
        world.shop.place(an_order("15"))
        world.run("import-orders")
        return world

    def change(self, world: World, **changes: object) -> None:
        order = replace(world.shop_state.orders["15"], **changes)
        world.shop.place(order)

    def test_other_rows_are_reported_with_both_amounts_and_nothing_is_changed(self, world: World) -> None:
        world.shop.place(an_order("15", a_row(quantity=2)))
        assert world.counts("import-orders") == {"waiting": 1}
        [entry] = world.open_entries()
        assert entry.problem.values == {"order": "15", "piece": "BC00001", "before": "120.00", "after": "240.00"}
        assert [held.ref.total_gross for held in world.company.documents] == [120]

    def test_it_is_one_question_however_often_it_is_seen(self, world: World) -> None:
        world.shop.place(an_order("15", a_row(quantity=2)))
        for _ in range(3):
            world.run("import-orders")
        [entry] = world.open_entries()
        assert entry.attempts == 3

    def test_another_address_is_reported_without_two_equal_amounts(self, world: World) -> None:
        self.change(world, delivery_address=replace(world.shop_state.orders["15"].delivery_address, city="Lyon"))
        assert world.counts("import-orders") == {"waiting": 1}
        [entry] = world.open_entries()
        assert entry.problem.message == messages.CONTENT_CHANGED_AFTER_IMPORT
        assert entry.problem.values == {"order": "15", "piece": "BC00001", "total": "120.00"}

    def test_amounts_are_said_in_cents(self, world: World) -> None:
        self.change(world, total_paid=Decimal("99.990000"))
        world.run("import-orders")
        [entry] = world.open_entries()
        assert entry.problem.values == {"order": "15", "piece": "BC00001", "before": "120.00", "after": "99.99"}

    def test_a_cancelled_order_is_reported_until_somebody_decides(self, world: World) -> None:
        self.change(world, status="6")
        assert world.counts("import-orders") == {"waiting": 1}
        [entry] = world.open_entries()
        assert entry.problem.message == messages.CANCELLED_AFTER_IMPORT
        assert entry.problem.values == {"order": "15", "piece": "BC00001", "status": "Cancelled"}
        self.change(world, status="2")
        assert world.counts("import-orders") == {"unchanged": 1}
        assert world.open_entries() == []

    def test_a_status_or_a_payment_is_no_change(self, world: World) -> None:
        self.change(world, status="4", payments=())
        assert world.counts("import-orders") == {"unchanged": 1}

    def test_an_order_that_is_as_it_was_settles(self, world: World) -> None:
        former = world.shop_state.orders["15"]
        world.shop.place(an_order("15", a_row(quantity=2)))
        world.run("import-orders")
        world.shop.place(former)
        assert world.counts("import-orders") == {"unchanged": 1}
        assert world.open_entries() == []


@pytest.mark.spec("ORD-SEL-1")
class TestSelection:
    def test_orders_changed_since_the_mark_are_read_with_an_overlap(self, world: World) -> None:
        world.run("import-orders")
        world.pass_time(days=1)
        now = world.shop_state.now
        world.run("import-orders")
        world.shop.place(
            an_order("15", updated_at=now - timedelta(hours=1, minutes=59)),
            an_order("16", updated_at=now - timedelta(hours=2, minutes=1)),
        )
        world.run("import-orders")
        assert documents(world) == [("15", "BC00001")]

    def test_only_some_orders(self, world: World) -> None:
        world.shop.place(an_order("15"), an_order("16"), an_order("17"))
        assert world.counts("import-orders", "16", "order:17") == {"created": 2}

    def test_a_record_that_waits_is_read_once(self, world: World) -> None:
        world.shop.place(an_order("15", a_row("UNKNOWN")), an_order("16"))
        world.run("import-orders")
        world.run("import-orders")
        report = world.run("import-orders", full=True)
        assert report.run.counts.as_dict() | {"read": 2, "unchanged": 1, "waiting": 1} == report.run.counts.as_dict()

    def test_a_period_is_by_order_date(self, world: World) -> None:
        world.configure({"orders.period": "today"})
        world.shop.place(an_order("15"), an_order("16", created_at=PLACED - timedelta(days=1)))
        assert world.counts("import-orders") == {"created": 1}

    @pytest.mark.parametrize(
        ("period", "first", "last"),
        [
            (Period.TODAY, "2026-11-24 00:00", None),
            (Period.YESTERDAY, "2026-11-23 00:00", "2026-11-23 23:59"),
            (Period.THIS_WEEK, "2026-11-23 00:00", None),
            (Period.LAST_7_DAYS, "2026-11-17 00:00", None),
            (Period.THIS_MONTH, "2026-11-01 00:00", None),
            (Period.LAST_MONTH, "2026-10-01 00:00", "2026-10-31 23:59"),
        ],
    )
    def test_periods_go_by_the_shop_s_days(self, period: Period, first: str, last: str | None) -> None:
        from zoneinfo import ZoneInfo

        zone = ZoneInfo("Europe/Paris")
        start, end = period_bounds(period, datetime(2026, 11, 24, 9, tzinfo=UTC), zone)
        assert f"{start.astimezone(zone):%Y-%m-%d %H:%M}" == first
        assert (f"{end.astimezone(zone):%Y-%m-%d %H:%M}" if end else None) == last

    @pytest.mark.parametrize(
        ("day", "hours"), [(datetime(2026, 3, 29, 10, tzinfo=UTC), 23), (datetime(2026, 10, 25, 10, tzinfo=UTC), 25)]
    )
    def test_the_nights_of_daylight_saving_have_their_own_length(self, day: datetime, hours: int) -> None:
        from zoneinfo import ZoneInfo

        start, end = period_bounds(Period.YESTERDAY, day + timedelta(days=1), ZoneInfo("Europe/Paris"))
        assert end + timedelta(seconds=1) - start == timedelta(hours=hours)


@pytest.mark.spec("ORD-LIN-16", "CUS-IMP-2")
class TestSettings:
    @pytest.mark.parametrize("what", ["miscellaneous", "discount", "wrapping", "shipping", "gap"])
    def test_a_required_article_is_asked_for_even_if_no_order_needs_it(self, world: World, what: str) -> None:
        world.configure({f"orders.lines.{what}_article": ""})
        report = world.run("import-orders")
        assert report.run.problem.values["option"] == f"orders.lines.{what}_article"

    def test_the_gap_article_only_where_gap_lines_are_on(self, world: World) -> None:
        world.configure({"orders.lines.gap_article": "", "orders.lines.gap_line": "false"})
        assert world.run("import-orders").failure is None

    def test_an_article_that_does_not_exist_is_named(self, world: World) -> None:
        world.configure({"orders.lines.gap_article": "ZNOWHERE"})
        report = world.run("import-orders")
        assert report.run.problem.message is messages.UNKNOWN_ARTICLE_SETTING
        assert report.run.problem.values["reference"] == "ZNOWHERE"

    def test_the_template_customer_is_set_and_exists_unless_one_account_serves_all(self, world: World) -> None:
        world.configure({"customers.import.template": ""})
        assert world.run("import-orders").run.problem.values["option"] == "customers.import.template"
        world.configure({"customers.import.template": "NOBODY"})
        assert world.run("import-orders").run.problem.message is messages.MISSING_TEMPLATE
        world.configure({"customers.import.single_account": "COMPTOIR"})
        assert world.run("import-orders").failure is None

    @pytest.mark.parametrize(
        ("table", "row"),
        [("carriers", {"2": "Express"}), ("countries", {"FR": "France"}), ("currencies", {"USD": "dollar"})],
    )
    def test_rows_of_mapping_tables_can_be_read(self, world: World, table: str, row: dict[str, str]) -> None:
        world.configure(**{table: row})
        report = world.run("import-orders")
        [(source, target)] = row.items()
        assert report.run.problem.values["entry"] == f"mapping.{table}.{source}={target}"


@pytest.mark.spec("ORD-AFT")
class TestStockAfterwards:
    def test_what_was_sold_is_told_to_the_shop_at_once(self, world: World) -> None:
        world.configure({"orders.after.sends_stock": "true"})
        world.run("export-products")
        world.shop.place(an_order("15"))
        report = world.run("import-orders")
        assert report.followed_by.run.capability == "export-stock"
        assert report.followed_by.run.counts.updated == 1
        assert world.shop_state.named("BAOR01").quantity == 10
        assert world.shop_state.named("BAOR02").quantity == 0

    def test_not_unless_wished_and_not_without_a_document(self, world: World) -> None:
        world.shop.place(an_order("15"))
        assert world.run("import-orders").followed_by is None
        world.configure({"orders.after.sends_stock": "true"})
        assert world.run("import-orders", full=True).followed_by is None

    def test_a_stock_run_at_work_does_it_instead(self, world: World) -> None:
        world.configure({"orders.after.sends_stock": "true"})
        world.shop.place(an_order("15"))
        with world.store.leases.hold(["shop:boutique:stock"], "another"):
            report = world.run("import-orders")
        assert (report.failure, report.followed_by) == (None, None)


class TestArticles:
    """Which article a row is (spec ORD-LIN-1 to 3; design: identity)."""

    def line(self, world: World, number: str = "15") -> object:
        [held] = world.company.of_web_number(number)
        return held.draft.lines[0]

    def test_by_the_link_of_the_shop_s_product_whatever_its_reference(self, world: World) -> None:
        world.store.bindings.save([Binding(RecordKind.PRODUCT, "article:BAOR02", ShopRef("7"))])
        world.shop.place(an_order("15", a_row("renamed", product=ShopRef("7"))))
        world.run("import-orders")
        assert self.line(world).article == "BAOR02"

    def test_by_the_reference_without_regard_to_case(self, world: World) -> None:
        world.shop.place(an_order("15", a_row("baor02")))
        world.run("import-orders")
        assert self.line(world).article == "BAOR02"

    def test_a_link_and_a_reference_that_disagree_wait(self, world: World) -> None:
        world.store.bindings.save([Binding(RecordKind.PRODUCT, "article:BAOR02", ShopRef("7"))])
        world.shop.place(an_order("15", a_row("BAOR01", product=ShopRef("7"))))
        assert world.counts("import-orders") == {"waiting": 1}
        assert world.waiting_codes() == {"order:15": "ORD-ART-002"}

    def test_a_retired_link_still_tells_the_article_of_an_old_row(self, world: World) -> None:
        world.store.bindings.save([Binding(RecordKind.PRODUCT, "article:BAOR02", ShopRef("7"))])
        world.store.bindings.save([Binding(RecordKind.PRODUCT, "article:BAOR02", ShopRef("8"))])
        world.shop.place(an_order("15", a_row("renamed", product=ShopRef("7"))))
        world.run("import-orders")
        assert self.line(world).article == "BAOR02"

    def test_a_combination_by_link_and_by_reference(self, world: World) -> None:
        world.company.put(a_ranged_article("RING"))
        world.store.bindings.save([Binding(RecordKind.VARIANT, "variant:RING/2/0", ShopRef("71", "7"))])
        world.shop.place(an_order("15", a_row("x", product=ShopRef("71", "7"))), an_order("16", a_row("RING-52")))
        world.run("import-orders")
        assert (self.line(world).article, self.line(world).range_value1) == ("RING", 2)
        assert (self.line(world, "16").article, self.line(world, "16").range_value1) == ("RING", 1)

    def test_a_link_and_a_reference_of_another_combination_wait(self, world: World) -> None:
        world.company.put(a_ranged_article("RING"))
        world.store.bindings.save([Binding(RecordKind.VARIANT, "variant:RING/2/0", ShopRef("71", "7"))])
        world.shop.place(an_order("15", a_row("RING-52", product=ShopRef("71", "7"))))
        assert world.counts("import-orders") == {"waiting": 1}
        assert world.waiting_codes() == {"order:15": "ORD-ART-002"}

    def test_a_packaging_by_its_link(self, world: World) -> None:
        world.store.bindings.save([Binding(RecordKind.VARIANT, "pack:BAOR01/3", ShopRef("72", "7"))])
        world.shop.place(an_order("15", a_row("x", product=ShopRef("72", "7"))))
        world.run("import-orders")
        assert (self.line(world).article, self.line(world).packaging) == ("BAOR01", 3)

    def test_a_link_to_an_article_that_was_deleted_leaves_the_reference(self, world: World) -> None:
        world.store.bindings.save([Binding(RecordKind.PRODUCT, "article:DELETED", ShopRef("7"))])
        world.shop.place(an_order("15", a_row("BAOR02", product=ShopRef("7"))))
        world.run("import-orders")
        assert self.line(world).article == "BAOR02"

    def test_an_article_with_ranges_needs_its_combination(self, world: World) -> None:
        world.company.put(a_ranged_article("RING"))
        world.shop.place(an_order("15", a_row("RING")))
        assert world.counts("import-orders") == {"waiting": 1}
        assert world.waiting_codes() == {"order:15": "ORD-ART-004"}

    @pytest.mark.spec("ORD-LIN-2")
    def test_an_unknown_one_waits_is_mapped_and_replayed(self, world: World) -> None:
        world.shop.place(an_order("15", a_row("GIFT-CARD", name="Gift card")))
        assert world.counts("import-orders") == {"waiting": 1}
        [entry] = world.open_entries()
        assert entry.problem.values == {"order": "15", "reference": "GIFT-CARD", "name": "Gift card"}
        world.configure(order_articles={"GIFT-CARD": "ZDIVERS"})
        assert world.counts("import-orders", "order:15") == {"created": 1}
        assert (self.line(world).article, self.line(world).designation) == ("ZDIVERS", "Gift card")
        assert world.open_entries() == []

    @pytest.mark.spec("ORD-LIN-2")
    def test_the_miscellaneous_article_stands_in_where_allowed(self, world: World) -> None:
        world.configure({"orders.lines.allows_miscellaneous": "true", "orders.lines.erp_designation": "true"})
        world.shop.place(an_order("15", a_row("GIFT-CARD", name="Gift card"), a_row("BAOR01")))
        world.run("import-orders")
        [held] = world.company.documents
        assert [line.designation for line in held.draft.lines] == ["Gift card", "Article BAOR01"]

    @pytest.mark.spec("ORD-LIN-3")
    def test_a_dormant_article_waits_or_is_replaced(self, world: World) -> None:
        fields = {"AR_Design": "Old", "replacement": "BAOR02"}
        world.company.put(an_article("OLD01", is_dormant=True, fields=fields))
        world.shop.place(an_order("15", a_row("OLD01")))
        assert world.counts("import-orders") == {"waiting": 1}
        assert world.waiting_codes() == {"order:15": "ORD-ART-003"}
        world.configure({"orders.lines.use_replacement": "true"})
        assert world.counts("import-orders") == {"created": 1}
        assert self.line(world).article == "BAOR02"
