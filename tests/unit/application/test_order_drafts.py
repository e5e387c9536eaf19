"""From a shop order to a document: every amount, mapping and text (spec ORD-HDR, ORD-MAP, ORD-LIN, ORD-PAY)."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from builders import EXEMPT, an_article
from order_builders import (
    a_charge,
    a_customer,
    a_percent_voucher,
    a_row,
    a_tax,
    a_voucher,
    an_address,
    an_order,
)
from world import World

from navette.domain.document import DocumentDraft, LineRole
from navette.domain.messages import config as config_messages
from navette.domain.messages import orders as messages
from navette.domain.order import Order, OrderCharge, OrderPayment
from navette.domain.order_total import document_total


@pytest.fixture
def world(world: World) -> World:
    world.company.put(an_article("BAOR01"), an_article("LIVRE"), an_article("EAU"))
    world.configure({"orders.lines.discount_article": "ZREMISE"}, discount_articles={"C55": "ZREMISE_55"})
    return world


def drafted(world: World, order: Order) -> DocumentDraft:
    """The draft of an order that is imported; its total is what the customer paid."""
    world.shop.place(order)
    assert world.counts("import-orders", order.id) == {"created": 1}, world.waiting_codes()
    [held] = world.company.of_web_number(order.id)
    assert held.ref.total_gross == order.total_paid
    return held.draft


def waiting(world: World, order: Order) -> dict[str, str]:
    """The values of the problem for which an order waits, with its code."""
    world.shop.place(order)
    assert world.counts("import-orders", order.id) == {"waiting": 1}
    [entry] = world.open_entries()
    assert world.company.documents == []
    return {"problem": entry.problem.message.code, **entry.problem.values}


def lines_of(draft: DocumentDraft, role: LineRole) -> list[tuple[str, Decimal, tuple[str, ...]]]:
    """Article, unit price and tax codes of the lines of a role."""
    return [
        (line.article, line.unit_price, tuple(tax.code for tax in line.taxes))
        for line in draft.lines
        if line.role is role
    ]


def money(text: str) -> Decimal:
    return Decimal(text)


class TestRows:
    def test_several_rates_on_one_document(self, world: World) -> None:
        order = an_order(
            "15", a_row("BAOR01", "33.33", 20, 3), a_row("LIVRE", "9.4787", 5.5), a_row("EAU", "1.9", 10, 2)
        )
        draft = drafted(world, order)
        assert [(line.article, line.quantity, line.taxes[0].code) for line in draft.lines[:3]] == [
            ("BAOR01", 3, "C20"),
            ("LIVRE", 1, "C55"),
            ("EAU", 2, "C10"),
        ]

    def test_prices_keep_their_six_decimals(self, world: World) -> None:
        draft = drafted(world, an_order("15", a_row("BAOR01", "16.583333", 20, 3)))
        assert draft.lines[0].unit_price == money("16.583333")

    def test_a_price_that_does_not_give_the_row_s_total_is_derived_from_it(self, world: World) -> None:
        row = a_row("BAOR01", "33.33", 20, 3, total_net=money("100.00"), total_gross=money("120.00"))
        draft = drafted(world, an_order("15", row))
        assert draft.lines[0].unit_price == money("33.333333")

    @pytest.mark.spec("ORD-LIN-5")
    def test_a_discount_stands_as_one_where_it_gives_the_same_total(self, world: World) -> None:
        row = a_row("BAOR01", "90", 20, 2, original_net=money("100"), discount_percent=money("10"))
        [line] = drafted(world, an_order("15", row)).lines
        assert (line.unit_price, [element.value for element in line.discounts]) == (100, [10])

    @pytest.mark.spec("ORD-LIN-5")
    def test_net_prices_where_no_discounts_are_wished(self, world: World) -> None:
        world.configure({"orders.lines.net_prices": "true"})
        row = a_row("BAOR01", "90", 20, 2, original_net=money("100"), discount_percent=money("10"))
        [line] = drafted(world, an_order("15", row)).lines
        assert (line.unit_price, line.discounts) == (90, ())

    @pytest.mark.spec("ORD-LIN-6")
    def test_prices_with_tax(self, world: World) -> None:
        world.configure({"orders.includes_tax": "true"})
        order = an_order(
            "15", a_row("BAOR01", "49.916667", 20, 2), a_row("LIVRE", "9.4787", 5.5), shipping=a_charge("5.83")
        )
        draft = drafted(world, order)
        assert draft.prices_include_tax
        assert draft.lines[0].unit_price == money("59.900000")
        assert (draft.shipping.amount, draft.shipping.includes_tax) == (money("7.00"), True)

    @pytest.mark.spec("ORD-LIN-4")
    def test_the_shop_s_name_or_the_company_s(self, world: World) -> None:
        assert drafted(world, an_order("15")).lines[0].designation == "BAOR01 of the shop"
        world.configure({"orders.lines.erp_designation": "true"})
        assert drafted(world, an_order("16")).lines[0].designation == "Article BAOR01"

    def test_an_order_without_rows_waits(self, world: World) -> None:
        order = replace(an_order("15"), lines=())
        assert waiting(world, order)["problem"] == "ORD-ROW-001"


@pytest.mark.spec("ORD-LIN-12", "ORD-LIN-13")
class TestCharges:
    def test_shipping_stands_in_the_footer(self, world: World) -> None:
        draft = drafted(world, an_order("15", shipping=a_charge("5.825")))
        assert (draft.shipping.amount, draft.shipping.taxes[0].code) == (money("5.83"), "C20")
        assert lines_of(draft, LineRole.SHIPPING) == []

    def test_or_as_a_line(self, world: World) -> None:
        world.configure({"orders.lines.shipping_as_line": "true"})
        draft = drafted(world, an_order("15", shipping=a_charge("5.83")))
        assert lines_of(draft, LineRole.SHIPPING) == [("ZPORT", money("5.83"), ("C20",))]
        assert draft.shipping.amount == 0

    def test_a_tax_that_is_not_told_is_the_rate_that_explains_both_amounts(self, world: World) -> None:
        shipping = OrderCharge(net=money("5.00"), gross=money("5.28"))
        order = an_order("15", a_row("BAOR01"), a_row("LIVRE", "10", 5.5), shipping=shipping)
        assert drafted(world, order).shipping.taxes[0].code == "C55"

    def test_one_that_no_rate_explains_waits(self, world: World) -> None:
        order = an_order("15", shipping=OrderCharge(net=money("5.00"), gross=money("5.66")))
        assert waiting(world, order)["problem"] == "ORD-TAX-003"

    def test_gift_wrapping_is_its_article_and_the_message_a_comment(self, world: World) -> None:
        draft = drafted(world, an_order("15", wrapping=a_charge("2"), gift_message="Joyeux Noël"))
        assert lines_of(draft, LineRole.WRAPPING) == [("ZEMBALLAGE", money("2.00"), ("C20",))]
        assert draft.comments == ("Joyeux Noël",)


@pytest.mark.spec("ORD-LIN-14")
class TestVouchers:
    def test_the_example_of_the_specification(self, world: World) -> None:
        voucher = a_voucher("4.17", "5.00", name="Bienvenue")
        draft = drafted(world, an_order("15", vouchers=(voucher,)))
        assert lines_of(draft, LineRole.VOUCHER) == [("ZREMISE", money("-4.17"), ("C20",))]
        assert [line.designation for line in draft.lines if line.role is LineRole.VOUCHER] == [
            "Article ZREMISE - Bienvenue"
        ]

    def test_a_percentage_is_split_by_rate_with_the_article_of_each(self, world: World) -> None:
        rows = (a_row("BAOR01", "100", 20), a_row("LIVRE", "50", 5.5))
        draft = drafted(world, an_order("15", *rows, vouchers=(a_percent_voucher(rows, 10),)))
        assert lines_of(draft, LineRole.VOUCHER) == [
            ("ZREMISE", money("-10.00"), ("C20",)),
            ("ZREMISE_55", money("-5.00"), ("C55",)),
        ]

    def test_an_amount_is_split_in_proportion_to_the_bases_to_the_cent(self, world: World) -> None:
        rows = (a_row("BAOR01", "66.67", 20), a_row("LIVRE", "33.33", 5.5))
        net, gross = money("10.00"), money("11.52")
        draft = drafted(world, an_order("15", *rows, vouchers=(a_voucher(net, gross),)))
        amounts = [amount for _, amount, _ in lines_of(draft, LineRole.VOUCHER)]
        assert amounts == [money("-6.67"), money("-3.33")]

    def test_free_shipping_is_taken_off_at_the_rate_of_shipping(self, world: World) -> None:
        rows = (a_row("LIVRE", "50", 5.5),)
        voucher = a_voucher("5.00", "6.00", "Port offert", frees_shipping=True)
        draft = drafted(world, an_order("15", *rows, shipping=a_charge("5"), vouchers=(voucher,)))
        assert lines_of(draft, LineRole.VOUCHER) == [("ZREMISE", money("-5.00"), ("C20",))]

    def test_free_shipping_and_an_amount_in_one_voucher(self, world: World) -> None:
        rows = (a_row("LIVRE", "50", 5.5),)
        voucher = a_voucher("15.00", "16.55", frees_shipping=True)
        draft = drafted(world, an_order("15", *rows, shipping=a_charge("5"), vouchers=(voucher,)))
        assert lines_of(draft, LineRole.VOUCHER) == [
            ("ZREMISE", money("-5.00"), ("C20",)),
            ("ZREMISE_55", money("-10.00"), ("C55",)),
        ]

    def test_several_vouchers_have_their_own_lines(self, world: World) -> None:
        vouchers = (a_voucher("8.33", "10.00", "A"), a_voucher("4.17", "5.00", "B"))
        draft = drafted(world, an_order("15", vouchers=vouchers))
        assert [line.designation[-1] for line in draft.lines if line.role is LineRole.VOUCHER] == ["A", "B"]

    def test_with_prices_that_include_tax(self, world: World) -> None:
        world.configure({"orders.includes_tax": "true"})
        rows = (a_row("BAOR01", "100", 20), a_row("LIVRE", "50", 5.5))
        draft = drafted(world, an_order("15", *rows, vouchers=(a_percent_voucher(rows, 10),)))
        assert [amount for _, amount, _ in lines_of(draft, LineRole.VOUCHER)] == [money("-12.00"), money("-5.28")]


@pytest.mark.spec("ORD-LIN-15")
class TestGap:
    ROUNDED = (a_row("BAOR01", "0.125", 20, 1, total_gross=Decimal("0.15")),)  # the company: 0.13 + 0.03

    def test_a_difference_of_rounding_is_closed_by_a_line_without_tax(self, world: World) -> None:
        draft = drafted(world, an_order("15", *self.ROUNDED))
        assert lines_of(draft, LineRole.GAP) == [("ZECART", money("-0.01"), ())]
        [line] = world.journal.of(messages.GAP_LINE)
        assert line.values == {"gap": "-0.01", "computed": "0.16", "paid": "0.15"}

    def test_no_gap_no_line(self, world: World) -> None:
        assert lines_of(drafted(world, an_order("15")), LineRole.GAP) == []

    def test_more_than_a_cent_per_line_waits_with_both_computations(self, world: World) -> None:
        row = a_row("BAOR01", "100", 20, total_gross=money("120.02"))
        values = waiting(world, an_order("15", row))
        assert values["problem"] == "ORD-TOT-001"
        assert (values["paid"], values["computed"], values["gap"]) == ("120.02", "120.00", "0.02")
        assert values["taxes"] == "C20 100.00 -> 20.00"

    @pytest.mark.parametrize(("cents", "waits"), [(5, False), (6, True)])
    def test_five_cents_at_most_however_many_lines(self, world: World, cents: int, waits: bool) -> None:
        rows = [a_row("BAOR01", "10", 20, id=str(number)) for number in range(10)]
        rows[:cents] = [replace(row, total_gross=row.total_gross + money("0.01")) for row in rows[:cents]]
        world.shop.place(an_order("15", *rows))
        assert world.counts("import-orders") == ({"waiting": 1} if waits else {"created": 1})

    def test_switched_off_the_order_waits(self, world: World) -> None:
        world.configure({"orders.lines.gap_line": "false"})
        assert waiting(world, an_order("15", *self.ROUNDED))["problem"] == "ORD-TOT-003"

    def test_rows_that_do_not_add_up_to_the_total_wait(self, world: World) -> None:
        values = waiting(world, an_order("15", total_paid=money("99.00")))
        assert values == {"problem": "ORD-TOT-002", "order": "15", "computed": "120.00", "paid": "99.00"}


@pytest.mark.spec("ORD-MAP-2")
class TestTaxes:
    def test_one_that_is_not_mapped_waits_by_country_and_rate(self, world: World) -> None:
        order = an_order("15", a_row(taxes=(a_tax("20", "BE"),)))
        assert waiting(world, order) == {"problem": "ORD-TAX-001", "order": "15", "rate": "20", "country": "BE"}

    def test_a_mapping_to_a_tax_that_does_not_exist_waits(self, world: World) -> None:
        world.configure(order_taxes={"BE|21": "C99"})
        order = an_order("15", a_row("BAOR01", 100, 21, taxes=(a_tax("21", "BE"),)))
        assert waiting(world, order)["problem"] == "ORD-TAX-002"

    def test_a_tax_mapped_to_another_rate_is_warned_about(self, world: World) -> None:
        world.configure({"orders.lines.gap_at_most": "1"}, order_taxes={"FR|2.1": "C55"})
        world.shop.place(an_order("15", a_row("EAU", "0.10", 2.1)))
        world.run("import-orders")
        [line] = world.journal.of(messages.TAX_MAPPED_TO_OTHER_RATE)
        assert line.values == {
            "order": "15",
            "country": "FR",
            "rate": "2.1",
            "code": "C55",
            "erp_rate": "5.5",
        }

    def test_a_sale_without_tax_has_none(self, world: World) -> None:
        order = an_order("15", a_row("BAOR01", 100, 0), delivery_address=an_address("DE"))
        assert drafted(world, order).lines[0].taxes == ()

    def test_a_sale_without_tax_has_the_code_that_its_country_is_mapped_to(self, world: World) -> None:
        world.configure(order_taxes={"DE|0": "C00"})
        order = an_order("15", a_row("BAOR01", 100, 0), delivery_address=an_address("DE"))
        assert drafted(world, order).lines[0].taxes == (EXEMPT,)


@pytest.mark.spec("ORD-MAP")
class TestMappings:
    def test_a_country_gives_the_accounting_category_with_and_without_tax(self, world: World) -> None:
        world.configure(countries={"DE": "2", "DE|0": "3"})
        german = an_address("DE")
        assert drafted(world, an_order("15", delivery_address=german)).accounting_category == 2
        untaxed = an_order("16", a_row("BAOR01", 100, 0), delivery_address=german)
        assert drafted(world, untaxed).accounting_category == 3

    def test_a_country_that_is_not_mapped_waits_or_has_the_default(self, world: World) -> None:
        order = an_order("15", delivery_address=an_address("HR"))
        assert waiting(world, order) == {"problem": "ORD-CAT-001", "order": "15", "country": "HR"}
        world.configure({"orders.default_accounting_category": 3})
        assert drafted(world, order).accounting_category == 3

    def test_a_payment_method_gives_mode_and_journal(self, world: World) -> None:
        [payment] = drafted(world, an_order("15")).payments
        assert (payment.mode, payment.journal, payment.amount) == (2, "BNP", money("120.00"))

    def test_one_that_is_not_mapped_waits_or_has_the_default(self, world: World) -> None:
        order = an_order("15", payment_key="wire", payment_label="Virement")
        assert waiting(world, order) == {"problem": "ORD-PAY-001", "order": "15", "method": "Virement", "key": "wire"}
        world.configure({"orders.default_payment_mode": 1})
        assert drafted(world, order).payments[0].mode == 1

    def test_a_method_without_name_has_its_own_row(self, world: World) -> None:
        world.configure(payments={"N/A": "1"})
        assert drafted(world, an_order("15", payment_key="")).payments[0].mode == 1

    def test_a_row_that_cannot_be_read_stops_the_run(self, world: World) -> None:
        world.configure(payments={"card": "deux"})
        world.shop.place(an_order("15"))
        assert world.run("import-orders").run.problem.message is config_messages.MALFORMED_MAPPING

    def test_a_carrier_is_found_by_id_by_name_or_has_the_default(self, world: World) -> None:
        assert drafted(world, an_order("15")).shipping_method == 2
        world.configure({"orders.default_shipping_method": 7}, carriers={"Express": "1"})
        assert drafted(world, an_order("16", carrier="9", carrier_name="Express")).shipping_method == 1
        assert drafted(world, an_order("17", carrier="9", carrier_name="Vélo")).shipping_method == 7

    @pytest.mark.spec("ORD-MAP-5", "ORD-LIN-10")
    def test_a_foreign_currency_is_kept_with_its_rate_or_waits(self, world: World) -> None:
        order = an_order("15", currency="USD", rate=money("1.10"))
        assert waiting(world, order) == {"problem": "ORD-CUR-001", "order": "15", "currency": "USD"}
        world.configure(currencies={"USD": "1"})
        world.shop.place(order)
        assert world.counts("import-orders") == {"created": 1}
        [held] = world.company.documents
        assert (held.draft.currency, held.draft.currency_rate) == (1, money("1.10"))
        assert document_total(held.draft).gross == order.total_paid


@pytest.mark.spec("ORD-PAY")
class TestPayments:
    def test_they_may_be_left_out(self, world: World) -> None:
        world.configure({"orders.payments.create": "false"})
        assert drafted(world, an_order("15")).payments == ()
        world.configure({"orders.payments.create": "true"}, payments={"card": "2||||0"})
        assert drafted(world, an_order("16")).payments == ()

    def test_an_order_that_is_not_paid_yet_has_none(self, world: World) -> None:
        assert drafted(world, an_order("15", payments=())).payments == ()

    @pytest.mark.spec("ORD-MAP-3")
    @pytest.mark.parametrize(("row", "journal"), [("2|BNP", "BNP"), ("2", "CAI")])
    def test_a_method_without_a_journal_takes_the_default_one(self, world: World, row: str, journal: str) -> None:
        world.configure({"orders.default_payment_journal": "CAI"}, payments={"card": row})
        [payment] = drafted(world, an_order("15")).payments
        assert payment.journal == journal

    def test_one_for_the_total_or_one_for_each(self, world: World) -> None:
        at = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
        received = (
            OrderPayment(amount=money("100"), method="card", at=at, transaction="T1"),
            OrderPayment(amount=money("20"), method="card", at=at, transaction="T2"),
        )
        [whole] = drafted(world, an_order("15", payments=received)).payments
        assert (whole.amount, whole.on, whole.label) == (money("120.00"), date(2026, 11, 24), "John Doe - 15")
        world.configure({"orders.payments.each": "true"})
        each = drafted(world, an_order("16", payments=received)).payments
        assert [(payment.amount, payment.reference) for payment in each] == [(100, "T1"), (20, "T2")]


@pytest.mark.spec("ORD-HDR")
class TestHeader:
    def test_the_reference_is_filled_and_cut(self, world: World) -> None:
        assert drafted(world, an_order("187")).reference == "Web 187 - John Do"
        world.configure({"orders.reference": "%OR %PM"})
        assert drafted(world, an_order("188")).reference == "REF188 Carte banc"

    @pytest.mark.parametrize(
        ("choice", "day"),
        [("order", date(2026, 11, 24)), ("invoice", date(2026, 11, 26)), ("today", date(2026, 11, 24))],
    )
    def test_the_date(self, world: World, choice: str, day: date) -> None:
        world.configure({"orders.date": choice})
        order = an_order(
            "15",
            created_at=datetime(2026, 11, 23, 23, 30, tzinfo=UTC),
            invoiced_at=datetime(2026, 11, 25, 23, 30, tzinfo=UTC),
        )
        assert drafted(world, order).on == day

    @pytest.mark.parametrize(
        ("choice", "comments"), [("none", ()), ("first", ("A",)), ("last", ("C",)), ("all", ("A", "B", "C"))]
    )
    def test_messages_of_the_customer(self, world: World, choice: str, comments: tuple[str, ...]) -> None:
        world.configure({"orders.messages": choice})
        assert drafted(world, an_order("15", messages=("A", "B", "C"))).comments == comments

    def test_series_and_warehouse(self, world: World) -> None:
        world.configure({"orders.series": 3, "orders.warehouse": 2})
        draft = drafted(world, an_order("15"))
        assert (draft.series, draft.warehouse) == (3, 2)

    def test_the_delivery_date_where_the_shop_knows_it(self, world: World) -> None:
        at = datetime(2026, 11, 30, 12, tzinfo=UTC)
        assert drafted(world, an_order("15", delivery_at=at)).delivery_on is None
        world.configure({"orders.delivery_date": "true"})
        assert drafted(world, an_order("16", delivery_at=at)).delivery_on == date(2026, 11, 30)

    def test_a_number_that_is_too_long_is_refused(self, world: World) -> None:
        world.shop.place(an_order("1" * 18, customer=a_customer("1")))
        assert world.counts("import-orders") == {"refused": 1}
        assert world.waiting_codes() == {f"order:{'1' * 18}": "ORD-NUM-001"}
