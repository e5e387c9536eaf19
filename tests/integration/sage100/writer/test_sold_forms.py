"""Combinations, packagings, kits, lots: what else an article can be sold as."""

from decimal import Decimal

import pytest
from bookkeeping import StockBook, check_document
from drafts import C20, ECO, draft, line
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from navette.domain.document import DocumentKind
from navette.domain.errors import RefusedError, WaitingError
from navette.domain.order_total import document_total
from navette.domain.price_sheet import DiscountElement
from navette.erp.sage100.tables import F_ARTICLE, F_DOCENTETE, F_DOCLIGNE, F_LOTSERIE, F_NOMENCLAT
from navette.erp.sage100.writer import LotChoice, SqlWriter


class TestCombinations:
    def test_stock_is_reserved_for_the_combination_and_in_the_total(self, writer, books):
        stock = StockBook(books)
        writer.write(draft(line("CHAINE", quantity=4, range_value1=11, range_value2=13)))
        row = books.row(F_DOCLIGNE)
        assert (row["AG_No1"], row["cbAG_No1"], row["AG_No2"], row["cbAG_No2"]) == (11, 11, 13, 13)
        assert stock.of("CHAINE", "QteRes") == stock.of("CHAINE", "QteRes", value1=11, value2=13) == 4
        stock.check()

    def test_a_combination_without_a_stock_row_gets_one(self, writer, books):
        stock = StockBook(books)
        writer.write(draft(line("CHAINE", range_value1=12, range_value2=13)))
        stock.check()
        assert stock.of("CHAINE", "QteRes", value1=12, value2=13) == 1

    def test_a_dormant_combination_waits(self, writer):
        with pytest.raises(WaitingError) as waiting:
            writer.write(draft(line("CHAINE", range_value1=12, range_value2=14)))
        assert waiting.value.code == "ERP-ART-002"


def test_a_dormant_article_waits(writer):
    with pytest.raises(WaitingError) as waiting:
        writer.write(draft(line("DORMANT")))
    assert waiting.value.code == "ERP-ART-002"


class TestPackagings:
    def test_packs_are_counted_beside_units_of_sale(self, writer, books):
        stock = StockBook(books)
        writer.write(draft(line("PERLE", quantity=3, price="21", packaging=5)))
        row = books.row(F_DOCLIGNE)
        assert (row["DL_Qte"], row["EU_Qte"], row["EU_Enumere"]) == (21, 3, "Ecrin de 7")
        assert (row["DL_PrixUnitaire"], row["DL_MontantHT"]) == (3, 63)
        stock.check()

    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
    @given(
        st.decimals("0.01", "999.99", places=4),
        st.integers(1, 30),
        st.lists(st.decimals(1, 60, places=2).map(DiscountElement), max_size=3),
        st.booleans(),
    )
    def test_the_total_is_that_of_the_draft_whatever_a_seventh_of_the_price_is(
        self, writer, books, price, packs, off, ttc
    ):
        drafted = draft(
            line("PERLE", quantity=packs, price=price, packaging=5, discounts=tuple(off)),
            kind=DocumentKind.QUOTE,
            prices_include_tax=ttc,
        )
        document = writer.write(drafted).document
        assert document.total_gross == document_total(drafted).gross
        check_document(books, 0, document.piece)

    def test_a_unit_tax_on_packs_waits_since_nobody_knows_how_often_it_is_due(self, writer):
        with pytest.raises(WaitingError) as waiting:
            writer.write(draft(line("PERLE", packaging=5, taxes=(C20, ECO))))
        assert waiting.value.code == "ERP-DOC-004"


@pytest.mark.spec("ORD-LIN-8")
class TestKits:
    def test_priced_as_a_whole_the_kit_is_valued(self, writer, books):
        stock = StockBook(books)
        writer.write(draft(line("PARURE", quantity=2, price="50"), line("PORT", price="5")))
        kit, ring, book, shipping = books.rows(F_DOCLIGNE)
        assert [row["AR_Ref"] for row in (kit, ring, book, shipping)] == ["PARURE", "BAGUE", "LIVRE", "PORT"]
        assert [row["AR_RefCompose"] for row in (kit, ring, book, shipping)] == ["PARURE", "PARURE", "PARURE", None]
        assert [row["DL_Valorise"] for row in (kit, ring, book, shipping)] == [1, 0, 0, 1]
        assert [row["DL_Qte"] for row in (kit, ring, book)] == [2, 2, 4]
        assert [row["DL_Ligne"] for row in (kit, ring, book, shipping)] == [10000, 20000, 30000, 40000]
        check_document(books, 1, "BC00001")
        stock.check()
        assert (stock.of("BAGUE", "QteRes"), stock.of("LIVRE", "QteRes")) == (2, 4)

    def test_priced_by_components_a_price_with_tax_is_shared_out_without(self, writer, books):
        drafted = draft(line("COFFRET", quantity=3, price="99.99"), prices_include_tax=True)
        document = writer.write(drafted).document
        assert [row["DL_TTC"] for row in books.rows(F_DOCLIGNE) if row["DL_Valorise"]] == [0, 0]
        assert document.total_gross == document_total(drafted).gross
        check_document(books, 1, document.piece)

    def test_priced_by_components_the_price_is_shared_out(self, writer, books):
        stock = StockBook(books)
        drafted = draft(line("COFFRET", quantity=1, price="100"))
        document = writer.write(drafted).document
        rows = books.rows(F_DOCLIGNE)
        assert [row["AR_Ref"] for row in rows] == ["COFFRET", "BAGUE", "PARURE", "BAGUE", "LIVRE"]
        assert [row["DL_Valorise"] for row in rows] == [0, 1, 1, 0, 0]
        assert [row["DL_MontantHT"] for row in rows] == [0, Decimal("33.33"), Decimal("66.67"), 0, 0]
        assert [row["DL_Qte"] for row in rows] == [1, 1, 2, 2, 4]
        assert [row["AR_RefCompose"] for row in rows] == ["COFFRET", "COFFRET", "COFFRET", "PARURE", "PARURE"]
        assert document.total_gross == document_total(drafted).gross
        check_document(books, 1, document.piece)
        stock.check()

    def test_shares_of_the_bill_of_materials_go_first(self, writer, books):
        books.change(update(F_NOMENCLAT).where(F_NOMENCLAT.c.AR_Ref == "COFFRET").values(NO_Repartition=Decimal(50)))
        writer.write(draft(line("COFFRET", price="100")))
        assert [row["DL_MontantHT"] for row in books.rows(F_DOCLIGNE)][1:3] == [50, 50]

    def test_a_unit_tax_keeps_the_price_on_the_kit(self, writer, books):
        drafted = draft(line("COFFRET", price="100", taxes=(C20, ECO)))
        document = writer.write(drafted).document
        assert [row["DL_Valorise"] for row in books.rows(F_DOCLIGNE)] == [1, 0, 0, 0, 0]
        assert document.total_gross == document_total(drafted).gross

    def test_linked_articles_are_not_added(self, writer, books):
        writer.write(draft(line("MONTRE")))
        assert [row["AR_Ref"] for row in books.rows(F_DOCLIGNE)] == ["MONTRE"]

    def test_a_kit_that_contains_itself_ends(self, writer, books):
        books.change(
            update(F_NOMENCLAT)
            .where(F_NOMENCLAT.c.AR_Ref == "PARURE", F_NOMENCLAT.c.NO_RefDet == "LIVRE")
            .values(NO_RefDet="PARURE")
        )
        writer.write(draft(line("PARURE")))
        assert 3 <= len(books.rows(F_DOCLIGNE)) < 20


class TestLots:
    @pytest.mark.spec("ORD-LIN-9")
    @pytest.mark.parametrize(
        ("choice", "first"),
        [
            (LotChoice.FIRST_TO_EXPIRE, "L-MARS"),
            (LotChoice.LAST_TO_EXPIRE, "L-JUIN"),
            (LotChoice.OLDEST_MADE, "L-JUIN"),
            (LotChoice.NEWEST_MADE, "L-MARS"),
        ],
    )
    def test_the_lot_that_goes_first_is_chosen(self, books, schema, clock, choice, first):
        SqlWriter(books.engine, schema, clock, lots=choice).write(draft(line("CREME", 2), kind=DocumentKind.DELIVERY))
        (gone,) = books.rows(F_LOTSERIE, LS_MvtStock=3)
        (entry,) = books.rows(F_LOTSERIE, LS_MvtStock=1, LS_NoSerie=first)
        assert (gone["LS_NoSerie"], gone["LS_Qte"], gone["LS_Peremption"]) == (first, 2, entry["LS_Peremption"])
        assert gone["DL_NoOut"] == gone["cbDL_NoOut"] == books.row(F_DOCLIGNE)["DL_No"]
        assert (entry["LS_QteRestant"], entry["LS_LotEpuise"]) == (3, 0)

    @pytest.mark.parametrize("gross", [False, True])
    def test_a_line_that_needs_two_lots_becomes_two_lines_of_the_same_total(self, writer, books, gross):
        stock = StockBook(books)
        drafted = draft(line("CREME", 7, price="1.007"), kind=DocumentKind.INVOICE, prices_include_tax=gross)
        document = writer.write(drafted).document
        rows = books.rows(F_DOCLIGNE)
        assert [(row["DL_Qte"], row["EU_Qte"], row["DL_Ligne"]) for row in rows] == [(5, 5, 10000), (2, 2, 20000)]
        assert sum(row["DL_MontantHT"] for row in rows) == document_total(drafted).net
        assert document.total_gross == document_total(drafted).gross
        check_document(books, 6, document.piece)
        stock.check()
        spent = books.row(F_LOTSERIE, LS_NoSerie="L-MARS", LS_MvtStock=1)
        assert (spent["LS_QteRestant"], spent["LS_LotEpuise"]) == (0, 1)

    def test_serial_numbers_are_one_a_line(self, writer, books):
        writer.write(draft(line("CHRONO", 3), kind=DocumentKind.DELIVERY))
        assert [row["DL_Qte"] for row in books.rows(F_DOCLIGNE)] == [1, 1, 1]
        assert {row["LS_NoSerie"] for row in books.rows(F_LOTSERIE, LS_MvtStock=3)} == {"S1", "S2", "S3"}

    def test_an_order_names_no_lot(self, writer, books):
        writer.write(draft(line("CREME", 7)))
        assert len(books.rows(F_DOCLIGNE)) == 1
        assert books.rows(F_LOTSERIE, LS_MvtStock=3) == []

    def test_lots_that_do_not_suffice_wait(self, writer, books):
        books.change(update(F_ARTICLE).where(F_ARTICLE.c.AR_Ref == "CREME").values(AR_SuiviStock=5))
        with pytest.raises(WaitingError) as waiting:
            writer.write(draft(line("CREME", 11), kind=DocumentKind.DELIVERY))
        assert waiting.value.code == "ERP-ART-005"
        assert waiting.value.values["missing"] == "1"
        assert books.rows(F_DOCENTETE) == []

    def test_lots_of_another_warehouse_do_not_count(self, writer):
        with pytest.raises(WaitingError):
            writer.write(draft(line("CREME", 1), kind=DocumentKind.DELIVERY, warehouse=1))


def test_what_is_unknown_is_refused_before_anything_is_reserved(writer, books):
    stock = StockBook(books)
    with pytest.raises(RefusedError):
        writer.write(draft(line(), line("INCONNU")))
    stock.check()
