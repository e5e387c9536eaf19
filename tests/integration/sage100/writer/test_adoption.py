"""An order becomes one document, whatever happens."""

import pytest
from drafts import draft, line, new_account
from sqlalchemy import insert, update

from navette.domain.document import DocumentKind
from navette.erp.sage100.embedded import write_transaction
from navette.erp.sage100.tables import F_COMPTET, F_DOCENTETE, F_DOCLIGNE


def documents(books):
    return [(row["DO_Type"], row["DO_Piece"]) for row in books.rows(F_DOCENTETE)]


@pytest.mark.spec("ORD-SEL-4")
class TestAdoption:
    def test_a_second_writing_finds_the_first_document(self, writer, books):
        drafted = draft(new_account=new_account())
        first = writer.write(drafted)
        again = writer.write(drafted)
        assert not first.was_adopted
        assert again.was_adopted
        assert again.document == first.document
        assert (again.account, again.account_was_created) == ("WEB000530", False)
        assert len(documents(books)) == 1

    @pytest.mark.parametrize("into", [DocumentKind.PREPARATION, DocumentKind.DELIVERY, DocumentKind.INVOICE])
    def test_it_is_found_whatever_became_of_it(self, writer, books, into):
        drafted = draft()
        later = writer.transform(writer.write(drafted).document, into, None)
        again = writer.write(drafted)
        assert (again.was_adopted, again.document) == (True, later)
        assert len(documents(books)) == 1

    def test_a_posted_invoice_is_found(self, writer, books):
        drafted = draft(kind=DocumentKind.INVOICE)
        writer.write(drafted)
        with write_transaction(books.engine) as connection:
            connection.execute(update(F_DOCLIGNE).values(DO_Type=7))
            connection.execute(update(F_DOCENTETE).values(DO_Type=7))
        again = writer.write(drafted)
        assert again.document.kind is DocumentKind.POSTED_INVOICE

    def test_of_several_the_most_advanced_one_is_given(self, writer):
        drafted = draft(line(quantity=2))
        order = writer.write(drafted).document
        delivery = writer.transform(order, DocumentKind.DELIVERY, {10000: 1})
        assert writer.write(drafted).document == delivery

    def test_returns_and_credits_do_not_count(self, writer, books):
        for piece, provenance in (("FR1", 1), ("FV1", 2)):
            row = {"DO_Domaine": 0, "DO_Type": 6, "DO_Piece": piece, "DO_Tiers": "CLIENT", "DO_NoWeb": "77"}
            books.change(insert(F_DOCENTETE).values(row | {"DO_Provenance": provenance}))
        assert not writer.write(draft(web_number="77")).was_adopted

    def test_a_purchase_with_the_same_number_is_another_thing(self, writer, books):
        row = {"DO_Domaine": 1, "DO_Type": 12, "DO_Piece": "F1", "DO_Tiers": "FOURN", "DO_NoWeb": "78"}
        books.change(insert(F_DOCENTETE).values(row))
        assert not writer.write(draft(web_number="78")).was_adopted

    def test_numbers_of_different_shops_are_different(self, writer):
        writer.write(draft(web_number="53"))
        assert not writer.write(draft(web_number="B-53")).was_adopted
        assert writer.write(draft(web_number="b-53")).was_adopted  # Sage compares without regard to case

    def test_an_adopted_order_makes_no_account(self, writer, books):
        writer.write(draft(web_number="90"))
        adopted = writer.write(draft(web_number="90", new_account=new_account()))
        assert adopted.account == "CLIENT"
        assert books.rows(F_COMPTET, CT_Num="WEB000530") == []
