"""Stock levels: one for each thing that can be sold, summed over warehouses."""

from decimal import Decimal

import pytest
from reading_company import TOMORROW

from navette.domain.keys import ArticleKey, VariantKey
from navette.domain.stock import StockBasis, SupplierArrival, quantity_on_basis
from navette.erp.sage100.company import SageCompany
from navette.ports.erp import ArticleSelection

EVERY = ArticleSelection(published_only=False, with_dormant=True)


def levels(company: SageCompany, warehouses: frozenset[int] | None = None):
    return {level.key: level for page in company.stock.stock(EVERY, warehouses) for level in page}


@pytest.mark.spec("ART-STK-1", "ART-STK-2")
class TestLevels:
    def test_quantities_are_summed_over_all_warehouses(self, small: SageCompany) -> None:
        ring = levels(small)[ArticleKey("BAGUE1")]
        assert ring.physical == Decimal("10.1")
        assert (ring.reserved, ring.prepared, ring.ordered) == (3, 1, 5)
        assert (ring.reserved_back_to_back, ring.ordered_back_to_back) == (2, 1)
        assert quantity_on_basis(ring, StockBasis.AVAILABLE) == Decimal("8.1")

    def test_or_over_some_of_them(self, small: SageCompany) -> None:
        assert levels(small, frozenset({2}))[ArticleKey("BAGUE1")].physical == Decimal("0.1")
        assert levels(small, frozenset({7}))[ArticleKey("BAGUE1")].physical == 0

    def test_an_article_with_ranges_has_a_level_for_each_active_combination_only(self, small: SageCompany) -> None:
        found = levels(small)
        ranged = {key: level.physical for key, level in found.items() if key.reference == "RANGED"}
        assert ranged == {
            VariantKey("RANGED", 11, 21): 9,
            VariantKey("RANGED", 11, 22): 0,
            VariantKey("RANGED", 12, 21): 0,
        }
        assert found[VariantKey("SIZED", 31)].article == ArticleKey("SIZED")

    def test_an_article_without_row_has_nothing(self, small: SageCompany) -> None:
        assert levels(small)[ArticleKey("PACKED")].physical == 0

    def test_an_untracked_article_says_so(self, small: SageCompany) -> None:
        found = levels(small)
        assert not found[ArticleKey("SERVICE")].is_tracked
        assert found[ArticleKey("BAGUE1")].is_tracked


@pytest.mark.spec("ART-STK-6")
def test_what_suppliers_still_have_to_deliver_the_dated_first(small: SageCompany) -> None:
    expected = [SupplierArrival(TOMORROW, Decimal(20)), SupplierArrival(None, Decimal(20))]
    assert small.stock.arrivals(["bague1", "RANGED", "SIZED"]) == {
        "article:BAGUE1": expected,
        "variant:RANGED/11/21": expected,
    }
