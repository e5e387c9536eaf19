"""Rows of Sage to the domain, without a database."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sage_records import record

from navette.domain.article import Tracking
from navette.domain.document import DocumentKind, DocumentRef
from navette.domain.keys import VariantKey
from navette.domain.price_sheet import BandKind, DiscountElement, DiscountKind
from navette.domain.tax import TaxKind
from navette.erp.sage100.mapper.article import bill_of_materials, tracking
from navette.erp.sage100.mapper.categories import catalogue_path, catalogue_tree, family_tree
from navette.erp.sage100.mapper.document import to_progress
from navette.erp.sage100.mapper.nodes import CatalogueNode, Family
from navette.erp.sage100.mapper.price_lines import band_kind, currency_rates, elements, owner, rounding_rules
from navette.erp.sage100.mapper.price_sheet import to_promotion
from navette.erp.sage100.mapper.taxes import codes_on, to_tax
from navette.erp.sage100.mapper.values import day, grams, shown, text
from navette.erp.sage100.mapper.variants import Ranges, to_variants

TODAY = date(2026, 11, 24)


def at(year: int, month: int, day_: int) -> datetime:
    """A date as Sage stores it, without a zone."""
    return datetime(year, month, day_)  # noqa: DTZ001


NO_DATE = at(1753, 1, 1)


class TestValues:
    @pytest.mark.parametrize("value", [None, NO_DATE, at(1900, 1, 1), date(1753, 1, 1)])
    def test_the_empty_dates_of_sage_are_no_date(self, value: datetime | None) -> None:
        assert day(value) is None

    def test_a_date_loses_its_time(self) -> None:
        assert day(at(2026, 3, 5) + timedelta(hours=12)) == date(2026, 3, 5)

    @pytest.mark.spec("ART-STK-5")
    @pytest.mark.parametrize(
        ("unit", "weight"), [(0, "1000000"), (1, "100000"), (2, "1000"), (3, "1"), (4, "0.001"), (9, "1"), (None, "1")]
    )
    def test_weights_in_grams(self, unit: int | None, weight: str) -> None:
        assert grams(Decimal(1), unit) == Decimal(weight)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, ""),
            ("Or  ", "Or"),
            (Decimal("12.500000"), "12.5"),
            (Decimal("0.000000"), "0"),
            (Decimal("100.000000"), "100"),
            (at(2026, 3, 5), "05/03/2026"),
            (NO_DATE, ""),
        ],
    )
    def test_free_fields_as_texts(self, value: object, expected: str) -> None:
        assert shown(value) == expected

    def test_a_missing_text_is_empty(self) -> None:
        assert text(None) == ""


class TestTaxes:
    @pytest.mark.parametrize(
        ("kind", "rate_kind", "expected"),
        [
            (0, 0, TaxKind.VAT),
            (1, 0, TaxKind.VAT),
            (2, 1, TaxKind.FIXED_NET),
            (2, 2, TaxKind.FIXED_NET),
            (2, 0, TaxKind.PERCENT),
            (3, 1, TaxKind.FIXED_GROSS),
            (4, 1, TaxKind.BY_WEIGHT),
            (5, 0, TaxKind.VAT),
            (6, 0, TaxKind.PERCENT),
        ],
    )
    def test_kinds(self, kind: int, rate_kind: int, expected: TaxKind) -> None:
        row = record(
            TA_Code="T ", TA_Intitule="Taxe", TA_Taux=Decimal("20.000000"), TA_TTaux=rate_kind, TA_Type=kind, TA_NP=1
        )
        tax = to_tax(row)
        assert (tax.code, str(tax.rate), tax.kind, tax.is_collected) == ("T", "20", expected, False)

    @given(st.integers(-400, 400), st.sampled_from(["V20", None, ""]))
    def test_the_code_before_a_change_holds_until_its_day(self, days: int, former: str | None) -> None:
        change = datetime.combine(TODAY + timedelta(days=days), datetime.min.time())
        first, second, third = codes_on(["V21", "ECO", None, change, NO_DATE, None, former, "OLD", None], TODAY)
        assert first == ("V20" if days > 0 and former else "V21")
        assert (second, third) == ("ECO", "")


class TestVariants:
    def test_a_value_that_the_range_does_not_list_comes_first_and_keeps_its_number(self) -> None:
        values = [
            record(AG_No=3, AG_Type=0, EG_Enumere="L"),
            record(AG_No=2, AG_Type=0, EG_Enumere="m "),
            record(AG_No=1, AG_Type=0, EG_Enumere="?"),
        ]
        ranges = Ranges({1: "Taille"}, {(1, "m"): 1, (1, "l"): 2})
        found = to_variants("X", (1, 0), values, (), ranges)
        assert [(variant.key, variant.values[0].value) for variant in found] == [
            (VariantKey("X", 1), "?"),
            (VariantKey("X", 2), "m"),
            (VariantKey("X", 3), "L"),
        ]

    @given(st.integers(0, 5), st.integers(0, 5))
    def test_there_are_as_many_as_the_product_of_the_values(self, first: int, second: int) -> None:
        values = [record(AG_No=number, AG_Type=0, EG_Enumere=str(number)) for number in range(1, first + 1)]
        values += [record(AG_No=10 + number, AG_Type=1, EG_Enumere=str(number)) for number in range(second)]
        found = to_variants("X", (1, 2), values, (), Ranges())
        assert len({variant.key for variant in found}) == len(found) == first * max(second, 1)


class TestPriceRows:
    @pytest.mark.parametrize(
        ("reference", "expected"),
        [("a01", 1), ("a32", 32), ("A01", "A01"), ("carat ", "CARAT"), ("a1", "A1"), ("a001", "A001")],
    )
    def test_owners(self, reference: str, expected: int | str) -> None:
        assert owner(reference) == expected

    def test_elements_leave_out_what_is_empty(self) -> None:
        assert elements([Decimal(5), None, Decimal(2), 1, 0, 2]) == (
            DiscountElement(Decimal(5), DiscountKind.PERCENT),
            DiscountElement(Decimal(2), DiscountKind.FREE_UNITS),
        )

    def test_kinds_of_bands(self) -> None:
        assert [band_kind(number) for number in (0, 1, 2, 3, 9, None)] == [
            BandKind.NONE,
            BandKind.QUANTITY,
            BandKind.AMOUNT,
            BandKind.NET_PRICE,
            BandKind.NONE,
            BandKind.NONE,
        ]

    def test_rounding_rules_without_a_value_are_none(self) -> None:
        rows = [
            record(cbIndice=1, AR_Type=0, AR_Valeur=Decimal(0)),
            record(cbIndice=2, AR_Type=9, AR_Valeur=Decimal(1)),
        ]
        assert rounding_rules(rows) == {}

    def test_currencies_quoted_either_way(self) -> None:
        rows = [
            record(cbIndice=1, D_Cours=Decimal(2), D_Mode=0),
            record(cbIndice=2, D_Cours=Decimal(2), D_Mode=1),
            record(cbIndice=3, D_Cours=None, D_Mode=0),
        ]
        assert currency_rates(rows) == {1: Decimal("0.5"), 2: 2, 3: 0}

    @pytest.mark.parametrize("written", ["2", "a02", " A02"])
    def test_categories_of_promotions_however_they_are_written(self, written: str) -> None:
        values = (Decimal(20), None, None, 1, 0, 0)
        row = record(
            TF_Intitule="Soldes",
            TF_Debut=NO_DATE,
            TF_Fin=None,
            **{f"R{place}": value for place, value in enumerate(values)},
        )
        promotion = to_promotion(row, [written], ["carat"])
        assert (promotion.categories, promotion.customers) == ({2}, {"CARAT"})
        assert (promotion.starts, promotion.ends) == (None, None)


class TestCategories:
    def test_families_that_centralise_each_other_do_not_turn_for_ever(self) -> None:
        families = {
            code: Family(code=code, label=code.title(), parent=parent, is_detail=True, is_published=True)
            for code, parent in (("A", "B"), ("B", "A"), ("C", "GONE"))
        }
        assert {node.code: node.path for node in family_tree(families)} == {
            "A": ("B", "A"),
            "B": ("A", "B"),
            "C": ("C",),
        }

    def test_catalogue_nodes_that_hang_on_themselves(self) -> None:
        nodes = {1: CatalogueNode(number=1, label="Un", code="", parent=1)}
        assert [node.path for node in catalogue_tree(nodes)] == [("Un",)]

    def test_a_path_ends_where_a_level_is_empty_or_unknown(self) -> None:
        nodes = {1: CatalogueNode(number=1, label="Un", code="", parent=0)}
        assert catalogue_path(nodes, (1, 0, 1, 1)) == ("Un",)
        assert catalogue_path(nodes, (7, 1, 0, 0)) == ()
        assert catalogue_path(nodes, (None, None, None, None)) == ()


def test_articles_of_unknown_kind() -> None:
    assert tracking(99) is Tracking.AVERAGE_COST
    assert tracking(0) is Tracking.NONE
    assert [bill_of_materials(number) for number in (None, 0, 1, 2, 3, 4)] == [0, 0, 1, 2, 3, 0]


@pytest.mark.spec("UPD-STA", "UPD-TRK")
def test_progress_is_led_by_the_most_advanced_document() -> None:
    def header(kind: DocumentKind, type_: int, piece: str) -> tuple[object, DocumentRef]:
        dates = {"DO_DateLivrRealisee": None, "DO_DateExpedition": NO_DATE, "DO_DateLivr": at(2026, 3, 6)}
        return record(DO_Type=type_, DO_Piece=piece, **dates), DocumentRef(kind, piece, "53", "CARAT", Decimal(1))

    headers = [
        header(DocumentKind.ORDER, 1, "BC00009"),
        header(DocumentKind.DELIVERY, 3, "BL00001"),
        header(DocumentKind.DELIVERY, 3, "BL00002"),
    ]
    fields = {
        (3, "BL00001"): {"Suivi": "", "DO_Ref": "A1"},
        (3, "BL00002"): {"Suivi": "B2", "DO_Ref": "A1"},
        (1, "BC00009"): {"Suivi": "A1", "DO_Ref": ""},
    }
    progress = to_progress("53", headers, fields, (), None)
    assert progress.leading.piece == "BL00002"
    assert progress.tracking_numbers == ("B2", "A1")
    assert progress.fields == {"Suivi": "B2", "DO_Ref": "A1"}
    assert progress.delivery_on == date(2026, 3, 6)
