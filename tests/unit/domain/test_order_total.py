"""The totals that the ERP computes, as facts of Sage state them (sage100 §4.3 and §4.6)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from navette.domain.document import DocumentDraft, DocumentKind, DocumentStatus, DraftLine, FooterCharge, LineRole
from navette.domain.order_total import (
    GapLimit,
    billed_quantity,
    discounted,
    document_total,
    line_amount,
    unit_prices,
)
from navette.domain.price_sheet import DiscountElement, DiscountKind
from navette.domain.tax import ErpTax, TaxKind

VAT20 = ErpTax("C20", Decimal(20))
VAT55 = ErpTax("C55", Decimal("5.5"))
NET_ECOTAX = ErpTax("ECO", Decimal(1), TaxKind.FIXED_NET)
UNCOLLECTED = ErpTax("NP", Decimal(1), TaxKind.FIXED_NET, is_collected=False)
GROSS_ECOTAX = ErpTax("ETTC", Decimal("1.20"), TaxKind.FIXED_GROSS)
WEIGHT_TAX = ErpTax("EKG", Decimal("0.50"), TaxKind.BY_WEIGHT)
SURTAX = ErpTax("SUR", Decimal(2), TaxKind.PERCENT)


def line(price, *taxes, quantity=1, discounts=(), **values):
    return DraftLine(
        role=LineRole.ARTICLE,
        designation="Ring",
        article="BAGUE",
        quantity=Decimal(quantity),
        unit_price=Decimal(price),
        taxes=taxes or (VAT20,),
        discounts=tuple(discounts),
        **values,
    )


def draft(*lines, **values):
    return DocumentDraft(
        web_number="1",
        kind=DocumentKind.ORDER,
        status=DocumentStatus.CONFIRMED,
        on=date(2026, 11, 24),
        lines=lines,
        **values,
    )


class TestRoundingOfTheDocument:
    def test_tax_is_rounded_per_rate_on_the_document_not_per_line(self):
        total = document_total(draft(line("0.13"), line("0.13"), line("0.13")))
        assert total.gross == Decimal("0.47")  # 0.39 + 0.078; per line it would be three times 0.16
        assert [tax.amount for tax in total.taxes] == [Decimal("0.08")]

    def test_each_rate_has_its_base(self):
        total = document_total(draft(line("10.00", VAT20), line("20.00", VAT55), line("5.00", VAT20)))
        assert [(tax.code, tax.base, tax.amount) for tax in total.taxes] == [
            ("C20", Decimal("15.00"), Decimal("3.00")),
            ("C55", Decimal("20.00"), Decimal("1.10")),
        ]
        assert total.gross == Decimal("39.10")

    def test_shipping_in_the_footer_joins_the_base_of_its_rate(self):
        shipping = FooterCharge(amount=Decimal("6.00"), includes_tax=True, taxes=(VAT20,))
        total = document_total(draft(line("10.00"), shipping=shipping))
        assert (total.net, total.gross) == (Decimal("15.00"), Decimal("18.00"))

    def test_a_comment_counts_for_nothing(self):
        comment = DraftLine(role=LineRole.COMMENT, designation="Merry Christmas")
        assert document_total(draft(line("10.00"), comment)).gross == Decimal("12.00")


class TestEcotax:
    def test_collected_it_is_in_the_base_and_in_the_total(self):
        total = document_total(draft(line("100", VAT20, NET_ECOTAX)))
        assert (total.net, total.parafiscal, total.gross) == (Decimal("100.00"), Decimal("1.00"), Decimal("121.20"))

    def test_not_collected_only_its_vat_is_in_the_total(self):
        total = document_total(draft(line("100", VAT20, UNCOLLECTED)))
        assert (total.net, total.parafiscal, total.gross) == (Decimal("100.00"), Decimal(0), Decimal("120.20"))

    def test_given_with_tax_the_vat_is_taken_out_of_it_first(self):
        assert line_amount(line("100", VAT20, GROSS_ECOTAX), prices_include_tax=False).gross == Decimal("121.20")

    def test_by_weight(self):
        heavy = line("100", VAT20, WEIGHT_TAX, quantity=3, unit_weight_kg=Decimal("0.4"))
        assert line_amount(heavy, prices_include_tax=False).parafiscal == Decimal("0.60")

    def test_a_percentage_beside_vat_bears_vat(self):
        amount = line_amount(line("100", VAT20, SURTAX), prices_include_tax=False)
        assert (amount.base, amount.gross) == (Decimal("102.00"), Decimal("122.40"))

    @pytest.mark.parametrize("taxes", [(NET_ECOTAX,), (UNCOLLECTED,), (GROSS_ECOTAX,), (SURTAX,), ()])
    def test_a_price_with_tax_gives_the_same_net(self, taxes):
        net = line("100", VAT20, *taxes)
        gross = line(line_amount(net, prices_include_tax=False).gross, VAT20, *taxes)
        assert line_amount(gross, prices_include_tax=True) == line_amount(net, prices_include_tax=False)


class TestDiscounts:
    def test_elements_cascade(self):
        elements = (
            DiscountElement(Decimal(10)),
            DiscountElement(Decimal(5), DiscountKind.AMOUNT),
            DiscountElement(Decimal(50)),
        )
        assert discounted(Decimal(100), elements) == Decimal("42.5")

    def test_free_units_are_not_billed(self):
        amount = line_amount(
            line("10", quantity=5, discounts=[DiscountElement(Decimal(2), DiscountKind.FREE_UNITS)]),
            prices_include_tax=False,
        )
        assert amount.net == Decimal("30.00")

    def test_no_more_is_given_than_delivered(self):
        gift = (DiscountElement(Decimal(9), DiscountKind.FREE_UNITS),)
        assert billed_quantity(Decimal(5), gift) == 0
        assert billed_quantity(Decimal(-5), gift) == 0


class TestUnitPrices:
    def test_net_line(self):
        assert unit_prices(line("8.325", VAT20, NET_ECOTAX), prices_include_tax=False) == (
            Decimal("8.325"),
            Decimal("11.19"),
        )

    def test_gross_line(self):
        assert unit_prices(line("9.99"), prices_include_tax=True) == (Decimal("8.325"), Decimal("9.99"))


amounts = st.decimals(Decimal("-999.99"), Decimal("9999.99"), places=2)
rates = st.sampled_from(
    [VAT20, VAT55, ErpTax("C10", Decimal(10)), ErpTax("C21", Decimal("2.1")), ErpTax("C0", Decimal(0))]
)
lines = st.lists(st.builds(line, amounts, rates, quantity=st.integers(1, 50)), min_size=1, max_size=12)


@given(lines, st.booleans())
def test_net_and_taxes_add_up(drawn, gross):
    document = draft(*drawn, prices_include_tax=gross)
    total = document_total(document)
    assert total.gross == total.net + total.parafiscal + sum(tax.amount for tax in total.taxes)
    assert total.net == sum(line_amount(one, prices_include_tax=gross).net for one in drawn)


@given(lines)
def test_the_document_is_close_to_its_lines(drawn):
    by_line = sum(line_amount(one, prices_include_tax=False).gross for one in drawn)
    gap = document_total(draft(*drawn)).gross - by_line
    assert GapLimit(at_most=Decimal(1)).allows(gap, len(drawn) + 5)


@given(lines)
def test_the_order_of_lines_does_not_matter(drawn):
    document = draft(*drawn)
    backwards = replace(document, lines=tuple(reversed(drawn)))
    assert document_total(document) == document_total(backwards)
