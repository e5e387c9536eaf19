"""Orders put together: taxes, ecotax, vouchers, payments, charges."""

from datetime import UTC, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rows import a_detail, a_payment, a_voucher, an_order, parts, words

from navette.domain.binding import ShopRef
from navette.domain.tax import ShopTax
from navette.shops.prestashop.mapper.order import to_order

PARIS = ZoneInfo("Europe/Paris")
VAT20 = ShopTax(Decimal("20.000"), "FR", "TVA 20 %")
TAXES = {"1": VAT20}


def order(row=None, of=None, **named: object):
    return to_order(row or an_order(), of or parts(), words(taxes=TAXES, **named), PARIS)


class TestHeader:
    def test_times_are_instants(self) -> None:
        assert order().created_at == datetime(2026, 11, 24, 9, 0, 59, tzinfo=UTC)
        assert order().invoiced_at is None

    @pytest.mark.spec("ORD-MAP-3")
    def test_the_payment_is_named_by_its_module(self) -> None:
        made = order(an_order(payment="Carte bancaire", module="stripe_official"))
        assert (made.payment_key, made.payment_label) == ("stripe_official", "Carte bancaire")
        assert order(an_order(payment="AMAZON", module="")).payment_key == "AMAZON"

    @pytest.mark.spec("ORD-HDR-6", "ORD-HDR-7")
    def test_invoice_and_delivery(self) -> None:
        made = order(
            an_order(invoice_number="17", invoice_date="2026-11-24 11:00:00", delivery_date="2026-11-25 00:00:00")
        )
        assert (made.invoice_number, made.invoiced_at) == ("17", datetime(2026, 11, 24, 10, 0, tzinfo=UTC))
        assert made.delivery_at == datetime(2026, 11, 24, 23, 0, tzinfo=UTC)

    @pytest.mark.spec("ORD-LIN-11")
    def test_a_gift_message_counts_only_on_a_gift(self) -> None:
        assert order(an_order(gift="1", gift_message=" Bravo ")).gift_message == "Bravo"
        assert order(an_order(gift="0", gift_message="Bravo")).gift_message == ""

    @pytest.mark.spec("ORD-LIN-10")
    def test_a_foreign_currency_keeps_its_rate(self) -> None:
        made = order(an_order(conversion_rate="1.100000"), currency="USD")
        assert (made.currency, made.rate) == ("USD", Decimal("1.1"))

    def test_a_deleted_customer_leaves_the_names_of_the_address(self) -> None:
        address = {"firstname": "Erika", "lastname": "Muster", "company": "", "vat_number": "FR1", "id": 7}
        made = order(of=parts(invoice_address=address))
        assert (made.customer.id, made.customer.last_name, made.customer.vat_number) == ("3", "Muster", "FR1")
        assert made.delivery_address.city == ""


class TestLines:
    def test_a_combination_is_a_variant_of_its_product(self) -> None:
        assert order(of=parts(a_detail(product_attribute_id="41"))).lines[0].product == ShopRef("41", "20")
        assert order().lines[0].product == ShopRef("20")

    @pytest.mark.spec("ORD-MAP-2")
    def test_the_tax_is_that_of_the_shop_in_the_country_of_taxation(self) -> None:
        assert order().lines[0].taxes == (VAT20,)

    @pytest.mark.spec("ORD-MAP-2")
    def test_a_tax_that_the_shop_deleted_is_worked_out_from_the_prices(self) -> None:
        row = a_detail(associations={"taxes": [{"id": "99"}]}, unit_price_tax_incl="52.750000")
        assert order(of=parts(row)).lines[0].taxes == (ShopTax(Decimal("5.500"), "FR"),)

    def test_a_row_without_tax(self) -> None:
        row = a_detail(associations={}, unit_price_tax_incl="50.000000")
        assert order(of=parts(row)).lines[0].taxes == ()

    @pytest.mark.spec("ORD-LIN-5")
    def test_a_reduced_price_tells_the_original(self) -> None:
        line = order(of=parts(a_detail(original_product_price="62.500000", reduction_percent="20.00"))).lines[0]
        assert (line.original_net, line.discount_percent, line.unit_net) == (Decimal("62.5"), 20, 50)
        assert order().lines[0].original_net is None

    def test_rows_stand_in_the_order_of_the_shop(self) -> None:
        made = order(of=parts(a_detail(id=10), a_detail(id=9)))
        assert [line.id for line in made.lines] == ["9", "10"]


class TestEcotax:
    """A product at 10.00 with an ecotax of 2.00 net, at 20 %; the row of an order says 12.00 either way (P5)."""

    ROW = a_detail(
        product_quantity="1",
        unit_price_tax_excl="12.000000",
        unit_price_tax_incl="14.400000",
        total_price_tax_excl="12.000000",
        total_price_tax_incl="14.400000",
        original_product_price="12.000000",
        ecotax="2.000000",
        ecotax_tax_rate="20.000",
    )

    @pytest.mark.spec("ORD-LIN-7")
    def test_it_is_an_amount_of_its_own_where_it_was_sold(self) -> None:
        line = order(an_order(total_products="12.000000"), parts(self.ROW)).lines[0]
        assert (line.unit_net, line.ecotax_net) == (12, 2)

    @pytest.mark.spec("ORD-LIN-7")
    def test_it_is_taken_off_where_the_shop_sold_without_it(self) -> None:
        line = order(an_order(total_products="10.000000"), parts(self.ROW)).lines[0]
        assert (line.unit_net, line.unit_gross, line.total_net, line.total_gross) == (10, 12, 10, 12)
        assert (line.ecotax_net, line.original_net) == (0, None)

    def test_it_has_a_rate_of_its_own(self) -> None:
        untaxed = {"unit_price_tax_incl": "14.000000", "total_price_tax_incl": "14.000000", "ecotax_tax_rate": "0.000"}
        row = {**self.ROW, **untaxed}
        line = order(an_order(total_products="10.000000"), parts(row)).lines[0]
        assert (line.unit_gross, line.total_gross) == (12, 12)

    def test_rows_that_add_up_neither_way_are_left_as_they_are(self) -> None:
        line = order(an_order(total_products="11.000000"), parts(self.ROW)).lines[0]
        assert (line.unit_net, line.ecotax_net) == (12, 2)


class TestVouchers:
    @pytest.mark.spec("ORD-LIN-14")
    def test_amounts_with_parts_of_cents_add_up_to_the_discount(self) -> None:
        row = an_order(total_discounts_tax_incl="24.080000", total_discounts_tax_excl="20.060000")
        of = parts(
            vouchers=[a_voucher(1, "Dix", "15.926000", "13.271667"), a_voucher(2, "Cinq", "8.152827", "6.790000")]
        )
        made = order(row, of)
        assert [(voucher.name, voucher.gross, voucher.net) for voucher in made.vouchers] == [
            ("Dix", Decimal("15.93"), Decimal("13.27")),
            ("Cinq", Decimal("8.15"), Decimal("6.79")),
        ]

    def test_exact_amounts_stay(self) -> None:
        row = an_order(total_discounts_tax_incl="6.000000", total_discounts_tax_excl="5.000000")
        of = parts(vouchers=[a_voucher(1, "A", "3.600000", "3.000000"), a_voucher(2, "B", "2.400000", "2.000000")])
        assert [voucher.net for voucher in order(row, of).vouchers] == [3, 2]

    def test_amounts_that_do_not_make_the_discount_are_not_bent(self) -> None:
        row = an_order(total_discounts_tax_incl="50.000000", total_discounts_tax_excl="40.000000")
        of = parts(vouchers=[a_voucher(1, "A", "6.000000", "5.000000")])
        assert order(row, of).vouchers[0].gross == 6

    @pytest.mark.spec("ORD-LIN-14")
    def test_code_and_description_come_from_the_rule(self) -> None:
        row = an_order(total_discounts_tax_incl="6.000000", total_discounts_tax_excl="5.000000")
        rule = {"id": 1, "code": "BLACKFRI23", "description": "Black Friday"}
        of = parts(vouchers=[a_voucher(1, "A", "6", "5", free_shipping="1")], cart_rules={"1": rule})
        voucher = order(row, of).vouchers[0]
        assert (voucher.code, voucher.description, voucher.frees_shipping) == ("BLACKFRI23", "Black Friday", True)

    def test_a_voucher_taken_off_the_order_is_none(self) -> None:
        of = parts(vouchers=[a_voucher(1, "A", "6.000000", "5.000000", deleted="1")])
        assert order(of=of).vouchers == ()

    def test_a_version_that_tells_no_vouchers_gives_one_for_all_discounts(self) -> None:
        row = an_order(total_discounts_tax_incl="6.000000", total_discounts_tax_excl="5.000000")
        assert [(voucher.name, voucher.gross) for voucher in order(row).vouchers] == [("", 6)]


class TestPayments:
    @pytest.mark.spec("ORD-PAY-1")
    def test_each_payment_is_told(self) -> None:
        of = parts(payments=[a_payment(2, "26.000000", transaction_id="T2"), a_payment(1, "100.000000")])
        made = order(of=of).payments
        assert [(payment.id, payment.amount, payment.transaction) for payment in made] == [
            ("1", 100, ""),
            ("2", 26, "T2"),
        ]
        assert made[0].at == datetime(2026, 11, 24, 9, 1, tzinfo=UTC)

    def test_a_payment_of_nothing_is_none(self) -> None:
        assert order(of=parts(payments=[a_payment(1, "0.000000")])).payments == ()

    def test_orders_of_one_reference_share_the_payment_by_what_they_cost(self) -> None:
        siblings = [
            {"id": 6, "reference": "PJERICJWU", "total_paid": "40.800000"},
            {"id": 7, "reference": "PJERICJWU", "total_paid": "11.720000"},
        ]
        of = parts(payments=[a_payment(1, "52.520000")], siblings=siblings)
        assert order(of=of).payments[0].amount == Decimal("40.80")
        assert order(an_order(id=7), of).payments[0].amount == Decimal("11.72")

    @given(st.lists(st.integers(1, 10**6), min_size=2, max_size=5), st.integers(1, 10**7))
    def test_no_cent_of_a_shared_payment_is_lost(self, totals: list[int], paid: int) -> None:
        siblings = [
            {"id": n, "reference": "R", "total_paid": f"{total / 100:.6f}"} for n, total in enumerate(totals, 1)
        ]
        of = parts(payments=[a_payment(1, f"{Decimal(paid) / 100:.6f}")], siblings=siblings)
        shares = [
            sum(payment.amount for payment in order(an_order(id=n), of).payments) for n in range(1, len(totals) + 1)
        ]
        assert sum(shares) == Decimal(paid) / 100


class TestCharges:
    @pytest.mark.spec("ORD-LIN-12")
    def test_shipping_with_its_tax(self) -> None:
        charge = order().shipping
        assert (charge.net, charge.gross, charge.tax) == (5, 6, ShopTax(Decimal("20.000"), "FR"))

    def test_shipping_that_bore_no_tax(self) -> None:
        assert order(an_order(total_shipping_tax_incl="5.000000")).shipping.tax is None

    @pytest.mark.spec("ORD-LIN-13")
    def test_wrapping_takes_the_rate_of_its_rule_if_that_gives_its_amounts(self) -> None:
        row = an_order(total_wrapping_tax_incl="3.000000", total_wrapping_tax_excl="2.500000")
        assert order(row, wrapping_rate=Decimal(20)).wrapping.tax == ShopTax(Decimal(20), "FR")
        assert order(row, wrapping_rate=Decimal(10)).wrapping.tax is None
        assert order(row).wrapping.tax is None
