"""Price sheets: every row of the company that a price can come from."""

from decimal import Decimal

import pytest
from reading_company import TODAY, TOMORROW, YESTERDAY

from navette.domain.keys import PackKey, VariantKey
from navette.domain.price_sheet import BandKind, DiscountElement, DiscountKind, PriceSheet, RoundingRule
from navette.domain.pricing import Buyer, Occasion, PricingRules, price_of
from navette.erp.sage100.company import SageCompany
from navette.ports.erp import ArticleSelection

EVERY = ArticleSelection(published_only=False, with_dormant=True)


@pytest.fixture(scope="session")
def sheets(small: SageCompany) -> dict[str, PriceSheet]:
    pages = small.prices.price_sheets(EVERY, 1, vat_slot=1, ecotax_slot=3)
    return {sheet.key.reference: sheet for page in pages for sheet in page}


@pytest.fixture
def ring(sheets: dict[str, PriceSheet]) -> PriceSheet:
    return sheets["BAGUE1"]


class TestCard:
    def test_base_price_purchase_price_and_coefficient(self, ring: PriceSheet) -> None:
        assert (ring.base_price, ring.base_includes_tax) == (100, False)
        assert (ring.purchase_price, ring.coefficient) == (40, 2)
        assert ring.weight_kg == Decimal("0.0125")

    def test_taxes_of_the_slots_asked_for(self, small: SageCompany, ring: PriceSheet) -> None:
        assert (ring.vat.code, ring.ecotax.code) == ("V20", "ECO")
        without = next(iter(small.prices.price_sheets(EVERY, 1)))[0]
        assert (without.vat.code, without.ecotax) == ("V20", None)

    def test_keys_sold_beside_the_article(self, sheets: dict[str, PriceSheet]) -> None:
        assert set(sheets["RANGED"].variants) == {
            VariantKey("RANGED", 11, 21),
            VariantKey("RANGED", 11, 22),
            VariantKey("RANGED", 12, 21),
        }
        assert sheets["PACKED"].pack_quantities == {PackKey("PACKED", 2): 4, PackKey("PACKED", 1): 12}
        assert sheets["RANGED"].variant_purchase_prices == {VariantKey("RANGED", 11, 21): 55}


class TestLines:
    def test_a_line_of_a_category(self, ring: PriceSheet) -> None:
        line = ring.category_lines[1]
        assert (line.price, line.includes_tax, line.discount) == (120, True, 10)

    def test_coefficient_rounding_and_a_price_in_dollars(self, ring: PriceSheet) -> None:
        line = ring.category_lines[2]
        assert (line.coefficient, line.rounding) == (3, (RoundingRule.UP, 5))
        assert line.foreign_price * line.foreign_rate == 25

    def test_bands_in_ascending_order_without_those_of_suppliers(self, ring: PriceSheet) -> None:
        line = ring.category_lines[2]
        assert line.band_kind is BandKind.QUANTITY
        assert [band.upper_bound for band in line.bands] == [9, 99_999_999_999_999]
        assert line.bands[0].discounts == ()
        assert line.bands[1].discounts == (
            DiscountElement(Decimal(5), DiscountKind.PERCENT),
            DiscountElement(Decimal(2), DiscountKind.AMOUNT),
        )
        assert ring.category_lines.keys() == {1, 2}

    def test_a_line_of_a_customer(self, ring: PriceSheet) -> None:
        assert ring.customer_lines["GROUP"].price == 80
        assert ring.customer_lines["GROUP"].excludes_discounts

    def test_a_price_of_a_variant_alone_makes_a_line_in_the_terms_of_its_category(self, sheets) -> None:
        line = sheets["RANGED"].category_lines[1]
        assert line.variant_prices == {VariantKey("RANGED", 11, 21): 150}
        assert line.includes_tax

    def test_a_price_of_a_pack_for_a_customer(self, sheets) -> None:
        assert sheets["PACKED"].customer_lines["CARAT"].variant_prices == {PackKey("PACKED", 1): 30}


class TestSharedDiscounts:
    def test_families(self, ring: PriceSheet) -> None:
        family = ring.family_by_category[2]
        assert (family.discount, family.band_kind) == (4, BandKind.QUANTITY)
        assert family.bands[0].discounts == (DiscountElement(Decimal(8)),)
        assert ring.family_by_customer == {"CARAT": 6}

    def test_promotions_of_the_article_or_its_family_that_are_not_over(self, ring: PriceSheet, sheets) -> None:
        sale, lasting = ring.promotions
        assert (sale.label, sale.starts, sale.ends) == ("Soldes", YESTERDAY, TOMORROW)
        assert (sale.categories, sale.customers) == ({2}, frozenset())
        assert (lasting.label, lasting.starts, lasting.ends) == ("Fidélité", None, None)
        assert lasting.customers == {"CARAT"}
        assert [promotion.label for promotion in sheets["SIZED"].promotions] == ["Fidélité"]


@pytest.mark.spec("ART-PRI-3")
def test_a_price_from_the_rows_to_the_cent(ring: PriceSheet) -> None:
    """40 x 3 rounded up to 5, less 5 % and 2 € from 10 pieces, less 8 % of the family, less 20 % of the sale."""
    buyer = Buyer(price_category=2)
    price = price_of(ring, buyer, Occasion(TODAY, Decimal(10)), PricingRules())
    assert price.net == (Decimal(120) * Decimal("0.95") - 2) * Decimal("0.92") * Decimal("0.8")
    assert [step.row for step in price.steps] == [
        "category:2",
        "category:2",
        "family:BAGUES/category:2",
        "promotion:Soldes",
    ]


def test_accounts_that_price_rows_name_themselves_or_through_their_group(small: SageCompany) -> None:
    assert [account.code for account in small.prices.priced_accounts()] == ["CARAT", "GROUP"]
