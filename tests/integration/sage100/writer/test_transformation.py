"""From order to invoice, whole and in parts."""

from datetime import datetime
from decimal import Decimal

import pytest
from bookkeeping import StockBook, check_document
from drafts import C20, C55, ECO, draft, line, payment
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text, update

from navette.domain.document import DocumentKind, DraftLine, FooterCharge, LineRole
from navette.domain.errors import RefusedError, WaitingError
from navette.erp.sage100.tables import (
    F_CREGLEMENT,
    F_DOCENTETE,
    F_DOCLIGNE,
    F_DOCREGL,
    F_LOTSERIE,
    F_REGLECH,
)

QUOTE, ORDER, PREPARATION = DocumentKind.QUOTE, DocumentKind.ORDER, DocumentKind.PREPARATION
DELIVERY, INVOICE = DocumentKind.DELIVERY, DocumentKind.INVOICE
SHIPPING = FooterCharge(amount=Decimal("6.00"), includes_tax=True, taxes=(C20,))


def lines_of(books, type_):
    return {row["AR_Ref"]: row for row in books.rows(F_DOCLIGNE, DO_Type=type_)}


class TestWholeChain:
    def test_the_same_lines_go_from_order_to_invoice_and_keep_their_ancestors(self, writer, books):
        stock = StockBook(books)
        document = writer.write(draft(line(quantity=3), line("LIVRE", taxes=(C55,)), reference="Web 1")).document
        total = document.total_gross
        for kind in (PREPARATION, DELIVERY, INVOICE):
            document = writer.transform(document, kind, None)
            stock.check()
            assert document.kind is kind
            assert document.total_gross == total
        assert document.piece == "FA00001"
        header = books.row(F_DOCENTETE)
        assert (header["DO_NoWeb"], header["DO_Ref"], header["DO_DocType"]) == (document.web_number, "Web 1", 6)
        assert header["DO_DateLivrRealisee"] == datetime(2026, 11, 24)
        assert [row["DL_No"] for row in books.rows(F_DOCLIGNE)] == [1, 2]
        for row in books.rows(F_DOCLIGNE):
            assert [row[f"DL_Piece{stage}"] for stage in ("DE", "BC", "PL", "BL")] == [
                "",
                "BC00001",
                "PL00001",
                "BL00001",
            ]
            assert [row[f"DL_Qte{stage}"] for stage in ("BC", "PL", "BL")] == [row["DL_Qte"]] * 3
            assert (row["DL_DateBC"], row["DL_DatePL"]) == (datetime(2026, 11, 20), datetime(2026, 11, 24))
            assert (row["DO_Type"], row["DO_Piece"], row["DL_MvtStock"]) == (6, "FA00001", 3)
        check_document(books, 6, "FA00001")

    def test_a_quote_becomes_an_order(self, writer, books):
        stock = StockBook(books)
        quote = writer.write(draft(kind=QUOTE)).document
        order = writer.transform(quote, ORDER, None)
        stock.check()
        assert (order.kind, order.piece, order.web_number) == (ORDER, "BC00001", quote.web_number)
        assert books.row(F_DOCLIGNE)["DL_PieceDE"] == "DE00001"

    def test_an_order_can_be_invoiced_at_once(self, writer, books):
        stock = StockBook(books)
        writer.transform(writer.write(draft(line(quantity=4))).document, INVOICE, None)
        stock.check()
        assert stock.of("BAGUE", "QteSto") == 6

    def test_due_dates_and_payments_go_along(self, writer, books):
        order = writer.write(draft(payments=(payment("12"),))).document
        writer.transform(order, DELIVERY, None)
        for table in (F_DOCREGL, F_REGLECH):
            row = books.row(table)
            assert (row["DO_Type"], row["DO_Piece"]) == (3, "BL00001")
        assert check_document(books, 3, "BL00001")["DO_NetAPayer"] == 0

    def test_free_fields_of_header_and_lines_go_along(self, writer, books):
        order = writer.write(draft()).document
        books.change(text("""UPDATE F_DOCENTETE SET "N° de suivi" = '6A123'"""))
        books.change(text("""UPDATE F_DOCLIGNE SET "Gravure" = 'É & L'"""))
        writer.transform(order, DELIVERY, None)
        assert books.sql('SELECT "N° de suivi" FROM F_DOCENTETE') == [("6A123",)]
        assert books.sql('SELECT "Gravure" FROM F_DOCLIGNE') == [("É & L",)]


class TestParts:
    def test_what_is_left_stays_on_the_order(self, writer, books):
        stock = StockBook(books)
        drafted = draft(line(quantity=5), line("LIVRE", quantity=2), shipping=SHIPPING)
        order = writer.write(drafted).document
        delivery = writer.transform(order, DELIVERY, {10000: Decimal(3)})
        stock.check()
        assert (stock.of("BAGUE", "QteSto"), stock.of("BAGUE", "QteRes")) == (7, 2)
        old, new = check_document(books, 1, order.piece), check_document(books, 3, delivery.piece)
        assert (old["DO_Reliquat"], new["DO_Reliquat"]) == (1, 0)
        assert old["DO_NoWeb"] == new["DO_NoWeb"] == order.web_number
        assert (old["DO_ValFrais"], new["DO_ValFrais"]) == (0, 6)
        assert old["DO_TotalTTC"] + new["DO_TotalTTC"] == order.total_gross
        left, delivered = lines_of(books, 1), lines_of(books, 3)
        assert (left["BAGUE"]["DL_Qte"], left["LIVRE"]["DL_Qte"], delivered["BAGUE"]["DL_Qte"]) == (2, 2, 3)
        assert left["BAGUE"]["DL_Ligne"] == delivered["BAGUE"]["DL_Ligne"] == 10000
        assert (left["BAGUE"]["DL_PoidsNet"], delivered["BAGUE"]["DL_PoidsNet"]) == (9, Decimal("13.5"))
        assert (left["BAGUE"]["DL_QteBC"], delivered["BAGUE"]["DL_QteBC"]) == (2, 3)
        assert delivered["BAGUE"]["DL_PieceBC"] == order.piece
        assert left["BAGUE"]["DL_No"] != delivered["BAGUE"]["DL_No"]

    def test_the_remainder_can_follow_until_nothing_is_left(self, writer, books):
        stock = StockBook(books)
        order = writer.write(draft(line(quantity=5), line("LIVRE", quantity=2))).document
        first = writer.transform(order, DELIVERY, {10000: Decimal(3)})
        second = writer.transform(order, PREPARATION, {10000: Decimal(2), 20000: Decimal(1)})
        third = writer.transform(order, DELIVERY, None)
        fourth = writer.transform(second, DELIVERY, None)
        stock.check()
        assert books.rows(F_DOCENTETE, DO_Type=1) == books.rows(F_DOCENTETE, DO_Type=2) == []
        assert [document.piece for document in (first, third, fourth)] == ["BL00001", "BL00002", "BL00003"]
        for document in (first, third, fourth):
            check_document(books, 3, document.piece)
        assert sum(row["DL_Qte"] for row in books.rows(F_DOCLIGNE, AR_Ref="BAGUE")) == 5

    def test_a_deposit_pays_as_far_as_the_part_goes(self, writer, books):
        drafted = draft(line(quantity=4, price="25"), payments=(payment("70"), payment("50")))
        order = writer.write(drafted).document
        delivery = writer.transform(order, DELIVERY, {10000: Decimal(3)})
        old, new = check_document(books, 1, order.piece), check_document(books, 3, delivery.piece)
        assert (new["DO_TotalTTC"], new["DO_MontantRegle"]) == (90, 90)
        assert (old["DO_TotalTTC"], old["DO_MontantRegle"]) == (30, 30)
        assert [row["DR_Montant"] for row in books.rows(F_DOCREGL, DO_Type=3)] == [70, 20]
        assert [row["DR_Montant"] for row in books.rows(F_DOCREGL, DO_Type=1)] == [30]
        assert [row["RC_Montant"] for row in books.rows(F_REGLECH)] == [70, 30, 20]
        assert [row["RG_Montant"] for row in books.rows(F_CREGLEMENT)] == [70, 50]

    def test_comments_go_with_the_line_above_and_kits_with_their_components(self, writer, books):
        stock = StockBook(books)
        comment = DraftLine(role=LineRole.COMMENT, designation="à graver")
        order = writer.write(draft(line("PARURE", quantity=2, price="50"), comment, line())).document
        delivery = writer.transform(order, DELIVERY, {10000: Decimal(1)})
        stock.check()
        delivered = books.rows(F_DOCLIGNE, DO_Type=3)
        assert [(row["AR_Ref"], row["DL_Qte"]) for row in delivered] == [
            ("PARURE", 1),
            ("BAGUE", 1),
            ("LIVRE", 2),
            (None, 0),
        ]
        assert [row["AR_Ref"] for row in books.rows(F_DOCLIGNE, DO_Type=1)] == ["BAGUE", "PARURE", "BAGUE", "LIVRE"]
        check_document(books, 3, delivery.piece)
        check_document(books, 1, order.piece)

    @pytest.mark.parametrize("quantities", [{10000: 6}, {10000: -1}, {15000: 1}, {20000: 1}])
    def test_what_a_line_does_not_have_is_refused(self, writer, books, quantities):
        stock = StockBook(books)
        order = writer.write(draft(line(quantity=5), comments=("Bonjour",))).document
        with pytest.raises(RefusedError) as refusal:
            writer.transform(order, DELIVERY, {key: Decimal(value) for key, value in quantities.items()})
        assert refusal.value.code == "ERP-TRF-004"
        stock.check()

    @pytest.mark.parametrize("quantities", [{}, {10000: Decimal(0)}])
    def test_nothing_is_no_document(self, writer, quantities):
        order = writer.write(draft()).document
        with pytest.raises(RefusedError) as refusal:
            writer.transform(order, DELIVERY, quantities)
        assert refusal.value.code == "ERP-TRF-005"


class TestLots:
    def test_lots_are_taken_when_goods_leave_and_only_then(self, writer, books):
        stock = StockBook(books)
        order = writer.write(draft(line("CREME", 7, price="1.007"), line())).document
        preparation = writer.transform(order, PREPARATION, None)
        assert books.rows(F_LOTSERIE, LS_MvtStock=3) == []
        delivery = writer.transform(preparation, DELIVERY, None)
        stock.check()
        gone = {row["DL_NoOut"]: row["LS_Qte"] for row in books.rows(F_LOTSERIE, LS_MvtStock=3)}
        rows = [row for row in books.rows(F_DOCLIGNE, DO_Type=3) if row["AR_Ref"] == "CREME"]
        assert {row["DL_No"]: row["DL_Qte"] for row in rows} == gone
        assert sorted(gone.values()) == [2, 5]
        assert delivery.total_gross == order.total_gross
        check_document(books, 3, delivery.piece)
        writer.transform(delivery, INVOICE, None)
        assert len(books.rows(F_LOTSERIE, LS_MvtStock=3)) == 2
        stock.check()

    def test_too_few_serial_numbers_leave_the_order_as_it_is(self, writer, books):
        order = writer.write(draft(line("CHRONO", 4))).document
        with pytest.raises(WaitingError):
            writer.transform(order, DELIVERY, None)
        assert books.row(F_DOCLIGNE)["DO_Type"] == 1
        assert books.rows(F_LOTSERIE, LS_MvtStock=3) == []


class TestWhatCannotBe:
    @pytest.mark.parametrize("into", [QUOTE, ORDER, DocumentKind.POSTED_INVOICE])
    def test_no_way_back_and_none_into_accounting(self, writer, into):
        order = writer.write(draft()).document
        with pytest.raises(RefusedError) as refusal:
            writer.transform(order, into, None)
        assert refusal.value.code == "ERP-TRF-003"

    def test_a_document_that_is_no_longer_there(self, writer):
        order = writer.write(draft()).document
        writer.transform(order, DELIVERY, None)
        with pytest.raises(RefusedError) as refusal:
            writer.transform(order, DELIVERY, None)
        assert refusal.value.code == "ERP-TRF-001"

    def test_a_closed_document(self, writer, books):
        order = writer.write(draft()).document
        books.change(update(F_DOCENTETE).values(DO_Cloture=1))
        with pytest.raises(RefusedError) as refusal:
            writer.transform(order, DELIVERY, None)
        assert refusal.value.code == "ERP-TRF-002"


quantities = st.integers(0, 4)
drawn_lines = st.lists(
    st.tuples(
        st.sampled_from([("BAGUE", (C20,)), ("LIVRE", (C55,)), ("BAGUE", (C20, ECO)), ("PORT", (C20,))]),
        st.decimals("0.01", "99.99", places=2),
        st.lists(quantities, min_size=3, max_size=3),
    ),
    min_size=1,
    max_size=4,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(drawn_lines, st.booleans())
def test_however_an_order_is_delivered_documents_and_stock_agree(writer, books, drawn, gross):
    """Each line goes in up to three deliveries, through a preparation for the second one."""
    books.change(text("UPDATE P_PREFERENCES SET PR_StockNeg = 1"))
    ordered = [
        line(article, quantity=sum(steps) + 1, price=price, taxes=taxes) for (article, taxes), price, steps in drawn
    ]
    order = writer.write(draft(*ordered, prices_include_tax=gross)).document
    stock = StockBook(books)
    for step, way in enumerate(((DELIVERY,), (PREPARATION, DELIVERY), (DELIVERY,))):
        chosen = {(index + 1) * 10000: Decimal(steps[step]) for index, (_, _, steps) in enumerate(drawn)}
        if not any(chosen.values()):
            continue
        document = writer.transform(order, way[0], chosen)
        for kind in way[1:]:
            document = writer.transform(document, kind, None)
        stock.check()
        check_document(books, 3, document.piece)
        check_document(books, 1, order.piece)
    last = writer.transform(order, INVOICE, None)
    stock.check()
    check_document(books, 6, last.piece)
