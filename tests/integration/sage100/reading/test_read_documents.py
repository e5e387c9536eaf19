"""Documents by web number, their progress, and what can be sold on them."""

from datetime import datetime, timedelta

import pytest
from reading_company import LONG_AGO, TOMORROW

from navette.domain.document import DocumentKind
from navette.domain.errors import ConfigurationError
from navette.erp.sage100.company import SageCompany
from navette.erp.sage100.embedded import write_transaction
from navette.erp.sage100.tables import F_DOCENTETE, F_DOCLIGNE


@pytest.fixture
def documents(small: SageCompany):
    return small.documents


@pytest.mark.spec("UPD-STA")
class TestFinding:
    def test_all_sales_types_but_returns_and_credits(self, documents) -> None:
        found = documents.find_documents(["53", "54", "99"])
        assert {number: [document.piece for document in group] for number, group in found.items()} == {
            "53": ["BC00001", "BL00001"]
        }

    def test_a_document_tells_kind_account_and_totals(self, documents) -> None:
        quote = documents.find_documents(["B-55"])["B-55"][0]
        assert (quote.kind, quote.account, quote.status) == (DocumentKind.QUOTE, "CARAT", 2)
        assert (quote.total_net, quote.total_gross) == (100, 120)

    def test_under_the_number_that_was_asked_for(self, documents) -> None:
        assert documents.find_documents(["b-55"]).keys() == {"b-55"}


class TestProgress:
    def test_the_most_advanced_document_leads(self, documents) -> None:
        progress = documents.progress(["53"], [])["53"]
        assert progress.leading.piece == "BL00001"
        assert [document.kind for document in progress.documents] == [DocumentKind.ORDER, DocumentKind.DELIVERY]

    @pytest.mark.spec("UPD-TRK")
    def test_tracking_from_the_first_filled_field_of_each_document(self, documents) -> None:
        assert documents.progress(["53"], ["Suivi", "DO_Ref"])["53"].tracking_numbers == ("XY123", "Web 53")
        assert documents.progress(["53"], ["Suivi"])["53"].tracking_numbers == ("XY123",)
        assert documents.progress(["53"], ["suivi", "DO_Ref"])["53"].fields == {"Suivi": "XY123", "DO_Ref": "Web 53"}

    def test_an_unknown_field_is_refused_with_those_that_there_are(self, documents) -> None:
        with pytest.raises(ConfigurationError) as refusal:
            documents.progress(["53"], ["Numéro"])
        assert refusal.value.code == "ERP-SEL-002"
        assert "DO_Ref, DO_Coord01" in str(refusal.value)
        assert "Suivi" in str(refusal.value)

    @pytest.mark.spec("UPD-DLV")
    def test_what_was_delivered_and_when(self, documents) -> None:
        progress = documents.progress(["53"], [])["53"]
        assert progress.delivery_on == TOMORROW
        assert [(line.reference, line.quantity) for line in progress.delivered] == [("BAGUE1", 2)]

    def test_an_order_that_is_not_delivered(self, documents) -> None:
        progress = documents.progress(["B-55"], [])["B-55"]
        assert (progress.delivered, progress.delivery_on, progress.tracking_numbers) == ((), None, ())

    def test_the_latest_change_of_header_or_lines(self, own: SageCompany) -> None:
        before = own.documents.progress(["53"], [])["53"].changed_at
        with write_transaction(own._database.engine) as connection:
            connection.execute(F_DOCLIGNE.update().where(F_DOCLIGNE.c.DL_No == 1).values(DL_Qte=3))
        assert before == LONG_AGO
        assert own.documents.progress(["53"], [])["53"].changed_at > before


class TestChanges:
    def test_all_web_numbers_once(self, documents) -> None:
        assert [list(page) for page in documents.changed_web_numbers(None)] == [["53", "B-55"]]

    def test_none_since_the_last_change(self, documents) -> None:
        assert list(documents.changed_web_numbers(LONG_AGO + timedelta(days=1))) == []

    def test_a_change_counts_from_its_own_instant_on(self, documents) -> None:
        assert list(documents.changed_web_numbers(LONG_AGO)) == [["53", "B-55"]]

    @pytest.mark.parametrize(
        "change",
        [
            F_DOCENTETE.update().where(F_DOCENTETE.c.DO_Piece == "BL00001").values(DO_Statut=1),
            F_DOCLIGNE.update().where(F_DOCLIGNE.c.DO_Piece == "BL00001").values(DL_Qte=1),
        ],
    )
    def test_a_change_of_header_or_lines(self, own: SageCompany, change) -> None:
        start: datetime = own.clock()
        with write_transaction(own._database.engine) as connection:
            connection.execute(change)
        assert list(own.documents.changed_web_numbers(start)) == [["53"]]


class TestSoldArticles:
    def test_by_reference_of_article_combination_or_packaging(self, documents) -> None:
        found = documents.sold_articles(["bague1", "Ranged-52-Or", "packed-4", "NOPE", ""])
        assert {
            key: (sold.reference, sold.range_value1, sold.range_value2, sold.packaging) for key, sold in found.items()
        } == {
            "BAGUE1": ("BAGUE1", 0, 0, 0),
            "RANGED-52-OR": ("RANGED", 11, 21, 0),
            "PACKED-4": ("PACKED", 0, 0, 2),
        }

    def test_references_match_whole(self, documents) -> None:
        assert documents.sold_articles(["BAGUE", "BAGUE1X"]) == {}

    def test_states(self, documents) -> None:
        found = documents.sold_articles(["DORMANT", "RANGED", "SERVICE", "BAGUE1"])
        assert (found["DORMANT"].is_dormant, found["DORMANT"].replacement) == (True, "BAGUE1")
        assert found["RANGED"].has_ranges
        assert not found["SERVICE"].is_tracked
        assert found["BAGUE1"].designation == "Bague or"
