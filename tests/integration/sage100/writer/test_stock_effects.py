"""What each kind of document does to stock (sage100 §4.1)."""

from decimal import Decimal

import pytest
from bookkeeping import StockBook
from drafts import draft, line
from sqlalchemy import update

from navette.domain.document import DocumentKind
from navette.domain.errors import WaitingError
from navette.erp.sage100.tables import F_ARTSTOCK, F_DOCLIGNE, P_PREFERENCES


@pytest.mark.parametrize(
    ("kind", "column", "movement"),
    [
        (DocumentKind.QUOTE, None, 0),
        (DocumentKind.ORDER, "QteRes", 0),
        (DocumentKind.PREPARATION, "QtePrepa", 0),
        (DocumentKind.DELIVERY, "QteSto", 3),
        (DocumentKind.INVOICE, "QteSto", 3),
    ],
)
def test_each_kind_changes_its_column_only(writer, books, kind, column, movement):
    stock = StockBook(books)
    writer.write(draft(line(quantity=3), kind=kind))
    stock.check()
    changed = {
        name for name in ("QteSto", "QteRes", "QtePrepa") if stock.of("BAGUE", name) != (10 * (name == "QteSto"))
    }
    assert changed == ({column} if column else set())
    assert books.row(F_DOCLIGNE)["DL_MvtStock"] == movement


def test_the_value_of_the_stock_goes_down_at_its_average_cost(writer, books):
    writer.write(draft(line(quantity=3), kind=DocumentKind.DELIVERY))
    row = books.row(F_ARTSTOCK, AR_Ref="BAGUE")
    assert (row["AS_QteSto"], row["AS_MontSto"], row["AS_Mouvemente"]) == (7, 28, 1)
    assert books.row(F_DOCLIGNE)["DL_CMUP"] == 4


def test_an_untracked_article_has_no_stock(writer, books):
    stock = StockBook(books)
    writer.write(draft(line("PORT", quantity=3), kind=DocumentKind.DELIVERY))
    stock.check()
    assert books.rows(F_ARTSTOCK, AR_Ref="PORT") == []
    assert books.row(F_DOCLIGNE)["DL_MvtStock"] == 0


def test_back_to_back_reservations_are_counted_apart_too(writer, books):
    stock = StockBook(books)
    writer.write(draft(line("COMMANDE", quantity=2)))
    stock.check()
    row = books.row(F_ARTSTOCK, AR_Ref="COMMANDE")
    assert (row["AS_QteRes"], row["AS_QteResCM"], row["AS_Principal"], row["DE_No"]) == (2, 2, 1, 2)


def test_two_lines_of_one_article_add_up(writer, books):
    stock = StockBook(books)
    writer.write(draft(line(quantity=2), line(quantity=3)))
    stock.check()
    assert stock.of("BAGUE", "QteRes") == 5


def test_more_may_be_ordered_than_there_is(writer, books):
    stock = StockBook(books)
    writer.write(draft(line(quantity=50)))
    stock.check()


class TestDeliveringMoreThanThereIs:
    def test_it_waits_where_the_company_forbids_negative_stock(self, writer, books):
        stock = StockBook(books)
        with pytest.raises(WaitingError) as waiting:
            writer.write(draft(line(quantity=6), line(quantity=5), kind=DocumentKind.DELIVERY))
        assert waiting.value.code == "ERP-ART-006"
        assert waiting.value.values["stock"] == "4"
        stock.check()

    def test_it_passes_where_the_company_allows_it(self, writer, books):
        books.change(update(P_PREFERENCES).values(PR_StockNeg=1))
        stock = StockBook(books)
        writer.write(draft(line(quantity=12), kind=DocumentKind.DELIVERY))
        stock.check()
        assert stock.of("BAGUE", "QteSto") == Decimal(-2)


def test_what_comes_back_on_a_delivery_note_comes_in(writer, books):
    stock = StockBook(books)
    writer.write(draft(line(quantity=-2), kind=DocumentKind.DELIVERY))
    stock.check()
    assert books.row(F_DOCLIGNE)["DL_MvtStock"] == 1
